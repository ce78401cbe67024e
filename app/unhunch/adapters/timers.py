"""One-shot timers that can be moved: on Linux one that counts sleep, elsewhere Qt's.

Qt's timers stand still while the machine sleeps, so an alarm set for ten minutes would come up to ten
minutes after waking, however long the sleep was. A timerfd on the boot clock is due at once.
"""

import contextlib
import ctypes
import math
import os
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer

CLOCK_REALTIME = 0
CLOCK_BOOTTIME = 7
_TIMER_ABSTIME = 1
_TIMER_CANCEL_ON_SET = 2
_FAR_FUTURE_S = 2**33
_LONGEST_QT_MS = 2**31 - 1


class OneShot(Protocol):
    """Calls back once, in the Qt thread; starting it again replaces what was asked before."""

    def start(self, in_s: float) -> None:
        """Call back in so many real seconds (at the next turn of the loop where 0 or less)."""

    def stop(self) -> None:
        """Do not call back."""

    def close(self) -> None:
        """Never again."""


class _TimeSpec(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _TimerSpec(ctypes.Structure):
    _fields_ = (("interval", _TimeSpec), ("value", _TimeSpec))


class TimerFd:
    """The kernel's timer as a file descriptor. Raises OSError where the kernel has none.

    Python wraps it itself from 3.13 on.
    """

    def __init__(self, clock: int) -> None:
        try:
            self._libc = ctypes.CDLL(None, use_errno=True)
            self._fd: int = self._libc.timerfd_create(clock, os.O_CLOEXEC | os.O_NONBLOCK)
        except (AttributeError, TypeError) as error:
            raise OSError("this system has no timerfd") from error
        if self._fd < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")

    def fileno(self) -> int:
        """Readable once the timer is due, or the clock was set while `watch_clock` was in force."""
        return self._fd

    def start(self, in_s: float) -> None:
        """Due in so many seconds of its clock."""
        self._set(0, max(in_s, 1e-9))

    def watch_clock(self) -> None:
        """Readable, once, as soon as CLOCK_REALTIME is set or the machine wakes from sleep."""
        self._set(_TIMER_ABSTIME | _TIMER_CANCEL_ON_SET, _FAR_FUTURE_S)

    def stop(self) -> None:
        """Never due, until started again."""
        self._set(0, 0.0)

    def clear(self) -> None:
        """Read what made it readable."""
        with contextlib.suppress(OSError):  # BlockingIOError: moved meanwhile; ECANCELED: the clock was set
            os.read(self._fd, 8)

    def close(self) -> None:
        """Give the descriptor back."""
        os.close(self._fd)

    def _set(self, flags: int, seconds: float) -> None:
        whole = int(seconds)
        spec = _TimerSpec(_TimeSpec(0, 0), _TimeSpec(whole, int((seconds - whole) * 1e9)))
        if self._libc.timerfd_settime(self._fd, flags, ctypes.byref(spec), None):
            raise OSError(ctypes.get_errno(), "timerfd_settime")


class BootOneShot:
    """A one-shot timer that counts sleep (Linux)."""

    def __init__(self, due: Callable[[], None], parent: QObject | None = None) -> None:
        self._due = due
        self._timer: TimerFd | None = TimerFd(CLOCK_BOOTTIME)
        self._notifier = QSocketNotifier(self._timer.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._activated)

    def start(self, in_s: float) -> None:
        """Call back in so many real seconds, sleep included."""
        if self._timer:
            self._timer.start(in_s)

    def stop(self) -> None:
        """Do not call back."""
        if self._timer:
            self._timer.stop()

    def close(self) -> None:
        """Never again."""
        if self._timer:
            self._notifier.setEnabled(False)
            self._timer.close()
            self._timer = None

    def _activated(self) -> None:
        if self._timer:
            self._timer.clear()
            self._due()


class QtOneShot:
    """A one-shot timer of Qt's: exact, but it stands still in sleep."""

    def __init__(self, due: Callable[[], None], parent: QObject | None = None) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(due)

    def start(self, in_s: float) -> None:
        """Call back in so many real seconds in which the machine runs."""
        self._timer.start(min(max(math.ceil(in_s * 1000), 0), _LONGEST_QT_MS))

    def stop(self) -> None:
        """Do not call back."""
        self._timer.stop()

    def close(self) -> None:
        """Never again."""
        self._timer.stop()


def best_one_shot(due: Callable[[], None]) -> BootOneShot | QtOneShot:
    """The timer that suits this machine."""
    try:
        return BootOneShot(due)
    except OSError:
        return QtOneShot(due)
