"""Opens everything on this desktop that tells of lock, sleep and a changed clock."""

import logging
import os
from collections.abc import Callable, Mapping

from unhunch.adapters.clock import MachineClock
from unhunch.adapters.clock_watch import KernelClockWatch
from unhunch.adapters.together import TogetherEvents
from unhunch.services.ports import SessionEvents

log = logging.getLogger(__name__)


class SessionWatch:
    """Everything on this desktop that tells of lock, sleep and a changed clock (a `Watcher`).

    The log says, each in one sentence, what is not here.
    """

    def __init__(
        self, clock: MachineClock, events: SessionEvents, environment: Mapping[str, str] = os.environ
    ) -> None:
        self._together = TogetherEvents(clock, events)
        self._names: list[str] = []
        self._stops: list[Callable[[], None]] = []
        self._open_kernel()
        self._open_buses(environment)

    @property
    def name(self) -> str:
        """What is listened to, for people."""
        return ", ".join(self._names) or "none"

    def is_locked(self) -> bool:
        """Whether the screen is locked, by all that was told so far."""
        return self._together.is_locked

    def stop(self) -> None:
        """Let go of buses and timers."""
        while self._stops:
            self._stops.pop()()

    def _open_kernel(self) -> None:
        try:
            kernel = KernelClockWatch(self._together.clock_changed)
        except OSError as error:
            log.info("Changes of the wall clock are not told here: %s.", error)
            return
        self._names.append(kernel.name)
        self._stops.append(kernel.stop)

    def _open_buses(self, environment: Mapping[str, str]) -> None:
        try:
            # Not at the top: a system without D-Bus has no library for it either.
            from unhunch.adapters.dbus import Bus, BusError  # noqa: PLC0415
            from unhunch.adapters.logind import LogindWatch, watch_time_zone  # noqa: PLC0415
            from unhunch.adapters.screensaver import watch_screen_savers  # noqa: PLC0415
        except ImportError as error:
            log.info("Lock and sleep are not told here: %s.", error)
            return
        try:
            system = Bus("SYSTEM")
            logind = LogindWatch(system, self._together.new_source(), environment.get("XDG_SESSION_ID"))
            watch_time_zone(system, self._together.clock_changed)
            self._names.append(logind.name)
            self._stops += [system.close, logind.stop]
        except BusError as error:
            log.info("%s, so sleep is seen only afterwards.", error)
        try:
            session = Bus("SESSION")
            watch_screen_savers(session, self._together.new_source)
            self._names.append("screen saver")
            self._stops.append(session.close)
        except BusError as error:
            log.info("%s, so the screen saver is not heard.", error)
