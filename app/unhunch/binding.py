"""What the binding of Qt to Python is spared."""

import contextlib
import importlib
from typing import Any


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of every module that is imported from now on.

    It looks for its own name in it, to know where its features could be switched on (`from __feature__ import
    snake_case`). We switch on none, and reading takes 40 ms of the start and leaves holes of 7 MB in the
    memory between the modules' code. To be called before anything of Qt is imported.
    """
    with contextlib.suppress(ImportError):
        feature: Any = importlib.import_module("PySide6.support.feature")
        # WORKAROUND: there is no other way to ask for it. True is the answer for whoever names PySide.
        feature._mod_uses_pyside = lambda _module: True
