"""APScheduler's scheduler core, without the parts of Python that it brings and we never use.

Imported as usual, APScheduler costs 12 MB that stay for the life of the program: asyncio for a single
function, process pools for an executor that we replace, and the metadata of every installed package for
finding plug-ins by name, where we hand it our own objects. So while it is imported, and only then, small
stand-ins answer to those names; afterwards the real modules can be imported by anyone. Where a version of
APScheduler wants more than a stand-in has, it is imported as usual.
"""

import contextlib
import importlib
import inspect
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

# APScheduler's only dependency; imported beforehand, so that it gets the real modules.
import tzlocal  # noqa: F401

_STAND_INS: dict[str, dict[str, Any]] = {
    # From Python 3.14 on APScheduler itself takes this function from `inspect`.
    "asyncio": {"iscoroutinefunction": inspect.iscoroutinefunction},
    # The default executor, made only where none is given.
    "apscheduler.executors.pool": {"ThreadPoolExecutor": None},
    # Plug-ins by name, and its own version.
    "importlib.metadata": {"entry_points": lambda **_group: (), "version": lambda _package: "3.11.0"},
}


@contextlib.contextmanager
def _standing_in() -> Iterator[None]:
    absent = [name for name in _STAND_INS if name not in sys.modules]
    for name in absent:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(_STAND_INS[name])
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def _import_lean() -> None:
    try:
        with _standing_in():
            importlib.import_module("apscheduler.schedulers.base")
    except (ImportError, AttributeError, TypeError):
        for name in [each for each in sys.modules if each.split(".")[0] == "apscheduler"]:
            del sys.modules[name]


_import_lean()

from apscheduler.executors.debug import DebugExecutor  # noqa: E402
from apscheduler.schedulers.base import BaseScheduler  # noqa: E402
from apscheduler.triggers.date import DateTrigger  # noqa: E402

__all__ = ["BaseScheduler", "DateTrigger", "DebugExecutor"]
