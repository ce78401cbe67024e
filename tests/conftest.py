"""What holds for every test: a home of its own, no network, no stray warning, nothing left behind.

Qt runs off screen; the tests in `tests/desktop` start displays of their own and run the program as a process.
Qt's own messages are watched by pytest-qt (`qt_log_level_fail`); a test that is about one marks it with
`@pytest.mark.qt_log_ignore(pattern)`. The log is watched here, see `expect_log`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import socket
import sys
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QTimer
from shiboken6 import getCppPointer, isValid

pytest_plugins = ["pytester"]

# Before anything of Qt is loaded: no test may meet the desktop, the buses or the language of whoever runs it.
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"):
    os.environ.pop(_name, None)
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent/session-bus",
    DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent/system-bus",
    LC_ALL="C.UTF-8",
    TZ="UTC",
)

# How long an example takes is no property of the program. In CI the same examples are tried every time.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home directory of the test's own, with the XDG directories in it; short, since sockets live there."""
    home = Path(tempfile.mkdtemp(prefix="unhunch-"))
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    (home / "run").mkdir(mode=0o700)
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only sockets of this machine can be connected: the program has no business anywhere else."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            pytest.fail(f"a test wanted to connect to {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless `@pytest.mark.expect_log(pattern)` says it must come."""
    expected = [mark.args[0] for mark in request.node.iter_markers("expect_log")]
    handler = _Warnings()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.addHandler(handler)
    yield
    for added in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(added)
        added.close()
    root.setLevel(level)
    for pattern in expected:
        if not any(re.search(pattern, line) for line in handler.lines):
            pytest.fail(f"expected in the log, and not there: {pattern}")
    stray = [line for line in handler.lines if not any(re.search(pattern, line) for pattern in expected)]
    if stray:
        pytest.fail("stray warnings in the log:\n" + "\n".join(stray))


_running: weakref.WeakSet[object] = weakref.WeakSet()


def _remember_what_starts() -> None:
    """Qt cannot list its timers and animations, so each one that is started is remembered here."""
    for kind in (QTimer, QAbstractAnimation):
        start = kind.start

        def remembered(self: object, *arguments: object, _start=start, **named: object) -> object:
            _running.add(self)
            return _start(self, *arguments, **named)

        kind.start = remembered


def _windows() -> dict[int, str]:
    """The top-level widgets there are, by their address: Python's wrappers come and go."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return {}
    return {
        getCppPointer(window)[0]: f"a window is left: {window!r} {window.windowTitle()!r}"
        for window in widgets.QApplication.topLevelWidgets()
    }


def _left_behind(known: dict[int, str]) -> list[str]:
    found = [text for address, text in _windows().items() if address not in known]
    for thing in [each for each in _running if isValid(each)]:
        if isinstance(thing, QTimer) and thing.isActive():
            found.append(f"a timer of {thing.interval()} ms runs: {thing!r}, parent {thing.parent()!r}")
        if isinstance(thing, QAbstractAnimation) and thing.state() != QAbstractAnimation.State.Stopped:
            found.append(f"an animation runs: {thing!r}, parent {thing.parent()!r}")
    return found


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """A window, a running timer or a running animation that outlives its test fails it."""
    before = _windows()
    yield
    if QCoreApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not _left_behind(before):
        return
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if left := _left_behind(before):
        _running.clear()  # the next test is not to blame
        pytest.fail("left behind by the test:\n" + "\n".join(left))


def pytest_configure() -> None:
    _remember_what_starts()


# So that they come before pytest-xdist looks at the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that take a desktop of their own to one process: side by side they would starve each
    other. Leave out the long forms unless they are asked for: `pytest -m long`.
    """
    for item in items:
        if item.get_closest_marker("desktop"):
            item.add_marker(pytest.mark.xdist_group("desktop"))
    if "long" in config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if not item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
