"""When the last input was, from the X server. Nothing polls."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier, QTimer

from unhunch.adapters.clock import MachineClock
from unhunch.adapters.xsync import IdleCounter

log = logging.getLogger(__name__)

# The server counts whole milliseconds, and its answer takes some: the same input seems to wander by so much.
_WANDERS_S = 0.05


class X11Presence:
    """A `PresenceSource` for X11. Raises XSyncError, with the reason, where the X server cannot tell."""

    name = "X11 (XSync)"

    def __init__(self, clock: MachineClock, on_input: Callable[[], None], display: str | None = None) -> None:
        self._clock = clock
        self._on_input = on_input
        self._last_s: float | None = None
        self._told_s: float | None = None
        self._counter: IdleCounter | None = IdleCounter(display)
        self._notifier = QSocketNotifier(self._counter.descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._readable)
        # An event that arrived while a query waited for its answer is told from the loop, never from
        # within the query.
        self._told_late = QTimer()
        self._told_late.setSingleShot(True)
        self._told_late.timeout.connect(self._tell)

    def last_input_s(self) -> float | None:
        """Boot time of the last input; None once the server is gone."""
        if self._counter is None:
            return None
        idle_ms = self._counter.idle_ms()
        if self._counter.take_events(queued_only=True):
            self._told_late.start(0)
        if idle_ms is None:
            self._lose()
            return None
        last_s = self._steady(self._clock.boot_ago_s(idle_ms / 1000))
        self._told_s = last_s if self._told_s is None else max(last_s, self._told_s)
        return last_s

    def watch_next_input(self) -> None:
        """Ask for one call of `on_input` at the first input that `last_input_s` has not told of.

        One may have come between that answer and this question: then the call comes at once.
        """
        if self._counter is None or not self._counter.watch_next_input():
            return
        told_s, last_s = self._told_s, self.last_input_s()
        if told_s is not None and last_s is not None and last_s > told_s and self._counter is not None:
            self._counter.forget_input()
            self._told_late.start(0)

    def stop(self) -> None:
        """Let go of the connection to the X server."""
        self._told_late.stop()
        self._notifier.setEnabled(False)
        if self._counter is not None:
            self._counter.close()
            self._counter = None

    def _steady(self, seen_s: float) -> float:
        """The same moment for the same input, however often it is asked for."""
        wanders_s = self._clock.boot_s() - self._clock.boot_ago_s(_WANDERS_S)
        if self._last_s is None or abs(seen_s - self._last_s) > wanders_s:
            self._last_s = seen_s
        return self._last_s

    def _readable(self) -> None:
        if self._counter is None:
            return
        came = self._counter.take_events()
        if not self._counter.is_alive():
            self._lose()
        if came:
            self._tell()

    def _tell(self) -> None:
        self._told_s = self._clock.boot_s()
        self._on_input()

    def _lose(self) -> None:
        log.info("The X server is gone: no input can be seen any more")
        self.stop()
