"""Chooses the source that knows when the last input was."""

import logging
import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer

from unhunch.adapters.clock import MachineClock
from unhunch.adapters.presence_x11 import X11Presence
from unhunch.adapters.xsync import XSyncError
from unhunch.services.ports import PresenceSource

log = logging.getLogger(__name__)

_SOON_MS = 200


class AssumedPresence:
    """No way to see input here: the person is taken to be at the desk unless locked or asleep.

    The other way round nobody would ever be reminded. `reason` says why, in one sentence for the person.
    """

    name = "none: you count as present while the screen is not locked"

    def __init__(self, clock: MachineClock, on_input: Callable[[], None], reason: str) -> None:
        self._clock = clock
        self.reason = reason
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(on_input)

    def last_input_s(self) -> float | None:
        """Now, always."""
        return self._clock.boot_s()

    def watch_next_input(self) -> None:
        """It comes at once: after a sleep, say, nothing else would bring the person back."""
        self._soon.start()

    def stop(self) -> None:
        """Never call again."""
        self._soon.stop()


def open_presence(
    clock: MachineClock, on_input: Callable[[], None], environment: Mapping[str, str] = os.environ
) -> PresenceSource:
    """The best source for this desktop; AssumedPresence with its reason where there is none."""
    try:
        return _open(clock, on_input, environment)
    except XSyncError as error:
        reason = f"{error}; you count as present while the screen is not locked."
        log.info("Input cannot be seen: %s", reason)
        return AssumedPresence(clock, on_input, reason)


def _open(
    clock: MachineClock, on_input: Callable[[], None], environment: Mapping[str, str]
) -> PresenceSource:
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        raise XSyncError("Input cannot be seen on Wayland yet")
    if not environment.get("DISPLAY"):
        raise XSyncError("There is no display")
    return X11Presence(clock, on_input, environment["DISPLAY"])
