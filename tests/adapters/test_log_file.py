"""The log and unexpected errors: written, shown once, never in circles."""

import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QtMsgType, qCritical
from pytestqt.qtbot import QtBot

from unhunch.adapters import log_file
from unhunch.adapters.log_file import ErrorHooks, start_log


@pytest.fixture
def shown() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def hooks(shown: list[tuple[str, str]], qtbot: QtBot) -> Iterator[ErrorHooks]:
    hooks = ErrorHooks(lambda summary, details: shown.append((summary, details)))
    hooks.install()
    yield hooks
    hooks.uninstall()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "state" / "unhunch.log"
    assert start_log(path) is None
    return path


def broken_slot() -> None:
    raise ValueError("in a slot")


def raise_it() -> tuple[Any, Any, Any]:
    try:
        broken_slot()
    except ValueError:
        return sys.exc_info()
    raise AssertionError


def test_the_log_is_private_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is logged, the files stay within their bound, mode 0600, and keep the newest lines."""
    monkeypatch.setattr(log_file, "MAX_BYTES", 1000)
    path = tmp_path / "state" / "unhunch.log"
    assert start_log(path) is None
    for n in range(200):
        logging.getLogger("x").info("line %d of many", n)
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["unhunch.log", "unhunch.log.1", "unhunch.log.2"]
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert all(file.stat().st_size <= 1000 for file in files)
    assert "line 199 of many" in path.read_text()


def test_a_log_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The program starts without a log and knows why."""
    (tmp_path / "state").write_text("")
    problem = start_log(tmp_path / "state" / "unhunch.log")
    assert problem is not None
    assert "state" in problem


@pytest.mark.expect_log("ValueError: in a slot")
def test_an_error_is_logged_with_its_traceback_and_shown(
    hooks: ErrorHooks, shown: list[tuple[str, str]], log: Path
) -> None:
    """Log and dialog have the line that failed; the same place again is only logged, ever more rarely."""
    for _ in range(250):
        sys.excepthook(*raise_it())
    assert shown == []
    QCoreApplication.processEvents()
    assert len(shown) == 1
    summary, details = shown[0]
    assert summary == "ValueError: in a slot"
    assert "in broken_slot" in details
    assert details in log.read_text()
    assert log.read_text().count("ERROR") == 3
    assert "For the 100th time: ValueError: in a slot" in log.read_text()


@pytest.mark.expect_log("ValueError: in a slot")
def test_an_error_in_a_thread_is_shown_in_the_thread_of_the_windows(
    hooks: ErrorHooks, shown: list[tuple[str, str]], qtbot: QtBot
) -> None:
    """Windows may only be touched by their own thread, so the news is carried there."""
    threads: list[threading.Thread] = []
    hooks._shown = lambda *_: threads.append(threading.current_thread())
    thread = threading.Thread(target=broken_slot)
    thread.start()
    thread.join()
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


@pytest.mark.expect_log("ValueError: while dying")
def test_an_error_that_cannot_be_raised_is_caught(hooks: ErrorHooks, shown: list[tuple[str, str]]) -> None:
    """Errors in destructors are not lost."""

    class Dying:
        def __del__(self) -> None:
            raise ValueError("while dying")

    dying: Dying | None = Dying()
    assert shown == []
    dying = None
    assert dying is None
    QCoreApplication.processEvents()
    assert [summary for summary, _ in shown] == ["ValueError: while dying"]


@pytest.mark.expect_log("Qt: something is badly wrong")
@pytest.mark.expect_log("WARNING qt: hm")
def test_what_qt_says_is_logged(hooks: ErrorHooks, shown: list[tuple[str, str]], log: Path) -> None:
    """Qt's warnings are in the log; what is critical is shown as an error."""
    hooks._from_qt(QtMsgType.QtWarningMsg, None, "hm")  # type: ignore[arg-type]
    assert shown == []
    qCritical("something is badly wrong")
    QCoreApplication.processEvents()
    assert [summary for summary, _ in shown] == ["Qt: something is badly wrong"]
    assert "hm" in log.read_text()


@pytest.mark.expect_log("ValueError: in a slot")
@pytest.mark.expect_log("The error could not be shown")
def test_an_error_while_showing_an_error_goes_in_no_circle(hooks: ErrorHooks, log: Path) -> None:
    """When the dialog itself fails, the log has both and nothing is shown again."""
    calls: list[str] = []

    def show(summary: str, details: str) -> None:
        calls.append(summary)
        sys.excepthook(*raise_it())
        raise RuntimeError("no dialog today")

    hooks._shown = show
    sys.excepthook(*raise_it())
    QCoreApplication.processEvents()
    assert calls == ["ValueError: in a slot"]
    assert "no dialog today" in log.read_text()


def test_a_crash_beneath_python_is_told_at_the_next_start(tmp_path: Path) -> None:
    """After a segmentation fault the next run knows where Python was, and says so once."""
    path = tmp_path / "state" / "crash.txt"
    code = (
        "import faulthandler, sys; from pathlib import Path;"
        "from unhunch.adapters.log_file import watch_for_crashes;"
        "print(watch_for_crashes(Path(sys.argv[1])))\n"
        "def the_place_where_it_crashed(): faulthandler._sigsegv()\n"
        "if len(sys.argv) > 2: the_place_where_it_crashed()"
    )
    environment = {"PYTHONPATH": str(Path(log_file.__file__).parents[2]), "PYTHONUNBUFFERED": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, str(path), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    crashed, told, silent = run("crash"), run(), run()
    assert crashed.returncode < 0
    assert crashed.stdout == "None\n"
    assert told.stdout == "Unhunch crashed last time; its log has the details.\n"
    assert "the_place_where_it_crashed" in told.stderr
    assert silent.stdout == "None\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_hooks_are_given_back(qtbot: QtBot) -> None:
    """After uninstall Python's own hooks are in place again."""
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    hooks = ErrorHooks(lambda *_: None)
    hooks.install()
    assert sys.excepthook != before[0]
    hooks.uninstall()
    hooks.uninstall()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before
