"""Learns from the kernel that the wall clock was set or that the machine slept. Nothing polls."""

import logging

from PySide6.QtCore import QSocketNotifier

from unhunch.adapters.clock import SLEEP_NOTICED_S, MachineClock
from unhunch.adapters.timers import CLOCK_REALTIME, TimerFd
from unhunch.services.ports import SessionEvents, Watcher

log = logging.getLogger(__name__)


class KernelClockWatch:
    """Tells of a clock that was set, and of a sleep right after it (Linux).

    The kernel cancels a timer on the wall clock when that is set, and also on waking. A sleep shows as a
    difference between the clock that counts it and the one that does not. Raises OSError.
    """

    name = "kernel (timerfd)"

    def __init__(self, clock: MachineClock, events: SessionEvents, timer: TimerFd | None = None) -> None:
        self._clock = clock
        self._events = events
        self._slept_s = clock.slept_s()
        self._timer = timer or TimerFd(CLOCK_REALTIME)
        self._notifier = QSocketNotifier(self._timer.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._set)
        self._timer.watch_clock()

    def is_locked(self) -> bool:
        """Knows nothing of locks."""
        return False

    def stop(self) -> None:
        """Let go of the timer."""
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self._timer.close()

    def _set(self) -> None:
        self._timer.clear()
        self._timer.watch_clock()
        self._clock.reload_zone()
        slept_s = self._clock.slept_s()
        if slept_s - self._slept_s > SLEEP_NOTICED_S:
            log.info("The machine slept for %.0f s", slept_s - self._slept_s)
            self._events.sleeping()
            self._events.woke()
        self._slept_s = slept_s
        self._events.clock_changed()


class NullWatcher:
    """A source of lock, sleep or clock news that is not here; `reason` says why."""

    name = "none"

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def is_locked(self) -> bool:
        """Never."""
        return False

    def stop(self) -> None:
        """Holds nothing."""


def watch_clock(clock: MachineClock, events: SessionEvents) -> Watcher:
    """The watch that suits this machine."""
    try:
        return KernelClockWatch(clock, events)
    except OSError as error:
        return NullWatcher(f"Changes of the wall clock are not told here: {error}.")
