"""Learns from the kernel that the wall clock was set or that the machine woke. Nothing polls."""

from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier

from unhunch.adapters.timers import CLOCK_REALTIME, TimerFd


class KernelClockWatch:
    """Calls `changed` when the wall clock was set, and when the machine wakes from sleep (Linux).

    The kernel cancels a timer on the wall clock in both cases. Raises OSError where it has no such timer.
    """

    name = "kernel (timerfd)"

    def __init__(self, changed: Callable[[], None], timer: TimerFd | None = None) -> None:
        self._changed = changed
        self._timer = timer or TimerFd(CLOCK_REALTIME)
        self._notifier = QSocketNotifier(self._timer.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._cancelled)
        self._timer.watch_clock()

    def stop(self) -> None:
        """Let go of the timer."""
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self._timer.close()

    def _cancelled(self) -> None:
        self._timer.clear()
        self._timer.watch_clock()
        self._changed()
