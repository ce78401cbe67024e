"""The log, and errors that nobody expected: written down and shown, and the app goes on."""

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from unhunch.adapters.paths import make_private_folder
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

log = logging.getLogger(__name__)

MAX_BYTES = 1_000_000
KEPT = 2

ErrorShown = Callable[[str, str], None]
"""Called with one line and the whole traceback."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


_LOGGED_AGAIN = frozenset(10**power for power in range(1, 9))


class _PrivateRotatingFile(RotatingFileHandler):
    """A log file for the person alone, of bounded size; one that cannot be written costs nothing else."""

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding=self.encoding,
            opener=_private,
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Do nothing: there is no better place to report a full disk to."""


def start_log(path: Path, level: int = logging.INFO) -> str | None:
    """Log to `path` from now on, oldest lines leaving first; return a sentence where that cannot be."""
    logging.captureWarnings(True)
    root = logging.getLogger()
    root.setLevel(level)
    try:
        make_private_folder(path.parent)
        handler = _PrivateRotatingFile(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        template = QT_TRANSLATE_NOOP("Problems", "The log cannot be written to {path}: {why}.")
        return Sentence(template, path=path, why=error.strerror or error)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    return None


def watch_for_crashes(path: Path) -> str | None:
    """Have Python write where it was to `path` should the program crash beneath it (in Qt, say).

    Returns a sentence if the last run left such a file behind, after copying it to the log.
    """
    try:
        make_private_folder(path.parent)
        left = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        # Stays open for as long as the program runs: in a crash it is too late to open anything.
        faulthandler.enable(_private(str(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
    except OSError as error:
        log.warning("Crashes cannot be written to %s: %s", path, error)
        return None
    if not left:
        return None
    log.error("The last run crashed:\n%s", left)
    return Sentence(QT_TRANSLATE_NOOP("Problems", "Unhunch crashed last time; its log has the details."))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class ErrorHooks(QObject):
    """Catches errors that nobody expected, from every place where Python or Qt reports them.

    Each is logged. `shown` is called once for each place in the code that fails (an error in painting
    must not open a window sixty times a second), in the thread of this object, and later, since the
    error may come from where no window can be opened.
    """

    _caught = Signal(str, str)

    def __init__(self, shown: ErrorShown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._times: Counter[str] = Counter()
        self._busy = threading.local()
        self._before: tuple[Any, ...] | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks."""
        before_qt = qInstallMessageHandler(self._from_qt)
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook, before_qt)
        sys.excepthook = self._from_python
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._from_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, sys.unraisablehook, threading.excepthook, before_qt = self._before
            qInstallMessageHandler(before_qt)
            self._before = None

    def _from_python(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        last = traceback.extract_tb(where)[-1:] if where else []
        place = "".join(f"{frame.filename}:{frame.lineno}" for frame in last)
        details = "".join(traceback.format_exception(kind, error, where))
        self._catch(f"{kind.__name__}: {error}", details, f"{kind.__name__} {place}")

    def _unraisable(self, args: "UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self._from_python(args.exc_type, args.exc_value, args.exc_traceback)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._from_python(args.exc_type, args.exc_value, args.exc_traceback)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        level = _LEVELS.get(kind, logging.WARNING)
        if level < logging.ERROR:
            logging.getLogger("qt").log(level, "%s", message)
        else:
            stack = "".join(traceback.format_stack())
            self._catch(f"Qt: {message}", f"{context.category}: {message}\n{stack}", message)

    def _catch(self, summary: str, details: str, key: str) -> None:
        """Log an error and hand it on. An error on the way is only logged: nothing goes round in circles."""
        if getattr(self._busy, "catching", False):
            return
        self._busy.catching = True
        try:
            self._times[key] += 1
            times = self._times[key]
            if times == 1:
                log.error("%s\n%s", summary, details)
                self._caught.emit(summary, details)
            elif times in _LOGGED_AGAIN:
                log.error("For the %dth time: %s", times, summary)
        finally:
            self._busy.catching = False

    @Slot(str, str)
    def _show(self, summary: str, details: str) -> None:
        try:
            self._shown(summary, details)
        except Exception:
            log.exception("The error could not be shown")
