"""Chooses the source that knows when the last input was."""

import os
from collections.abc import Callable, Mapping

from unhunch.adapters.clock import MachineClock
from unhunch.adapters.presence_x11 import X11Presence
from unhunch.adapters.xsync import XSyncError
from unhunch.services.ports import PresenceSource


class NullPresence:
    """No way to see input here; `reason` says why, in one sentence for the person."""

    name = "none"

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def last_input_s(self) -> float | None:
        """Unknown."""
        return None

    def watch_next_input(self) -> None:
        """Never comes."""

    def stop(self) -> None:
        """Holds nothing."""


def open_presence(
    clock: MachineClock, on_input: Callable[[], None], environment: Mapping[str, str] = os.environ
) -> PresenceSource:
    """The best source for this desktop; a NullPresence with its reason where there is none."""
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return NullPresence(
            "On Wayland input cannot be seen yet; desk time is counted while you are unlocked."
        )
    if not environment.get("DISPLAY"):
        return NullPresence("There is no display, so input cannot be seen.")
    try:
        return X11Presence(clock, on_input, environment["DISPLAY"])
    except XSyncError as error:
        return NullPresence(f"{error}, so input cannot be seen.")
