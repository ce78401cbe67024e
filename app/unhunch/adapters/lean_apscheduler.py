"""APScheduler's scheduler core, imported without asyncio.

Below Python 3.14 APScheduler takes one function, `iscoroutinefunction`, from asyncio, which brings 37
modules and 7 MB that stay for the life of the program. From 3.14 on it takes the same function from
`inspect`. This does on older Pythons what it does on newer ones: while `apscheduler.util` is imported,
and only then, the name "asyncio" means a module with just that function.
"""

import importlib
import inspect
import sys
from types import ModuleType


def _import_util() -> None:
    if "asyncio" in sys.modules or sys.version_info >= (3, 14):
        return
    stand_in = ModuleType("asyncio")
    stand_in.iscoroutinefunction = inspect.iscoroutinefunction  # type: ignore[attr-defined]
    sys.modules["asyncio"] = stand_in
    try:
        importlib.import_module("apscheduler.util")
    except ImportError:
        # It wants more of asyncio than we know of: then it gets the real one, below.
        sys.modules.pop("apscheduler.util", None)
    finally:
        del sys.modules["asyncio"]


_import_util()

from apscheduler.executors.debug import DebugExecutor  # noqa: E402
from apscheduler.schedulers.base import BaseScheduler  # noqa: E402
from apscheduler.triggers.date import DateTrigger  # noqa: E402

__all__ = ["BaseScheduler", "DateTrigger", "DebugExecutor"]
