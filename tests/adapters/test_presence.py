"""Where input cannot be seen: the person is taken to be there."""

import pytest
from pytestqt.qtbot import QtBot

from unhunch.adapters.clock import SystemClock
from unhunch.adapters.presence import AssumedPresence, open_presence


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "Wayland"),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "Wayland"),
    ],
)
def test_who_cannot_be_seen_is_taken_to_be_there(qtbot: QtBot, environment: dict[str, str], why: str) -> None:
    """The last input is always now, the next one comes at once when asked for, and the reason is told."""
    clock = SystemClock()
    calls: list[int] = []
    presence = open_presence(clock, lambda: calls.append(1), environment)
    assert isinstance(presence, AssumedPresence)
    assert why in presence.reason
    before_s = clock.boot_s()
    last_s = presence.last_input_s()
    assert last_s is not None
    assert before_s <= last_s <= clock.boot_s()
    presence.watch_next_input()
    presence.watch_next_input()
    assert calls == []
    qtbot.waitUntil(lambda: calls == [1])
    presence.watch_next_input()
    presence.stop()
    qtbot.wait(300)
    assert calls == [1]
