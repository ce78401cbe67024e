"""Input seen through a real X server: real key presses, no polling, nothing known of what was typed."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.rig import Desktop

from unhunch.adapters.clock import FastClock, SystemClock
from unhunch.adapters.presence import AssumedPresence, open_presence
from unhunch.adapters.presence_x11 import X11Presence
from unhunch.adapters.xsync import IdleCounter, XSyncError

pytestmark = pytest.mark.desktop


class Watched:
    """A presence on the private desktop, and the boot times of its calls."""

    def __init__(self, display: str) -> None:
        self.clock = SystemClock()
        self.calls: list[float] = []
        self.presence = X11Presence(self.clock, lambda: self.calls.append(self.clock.boot_s()), display)


@pytest.fixture
def watched(desktop: Desktop, qtbot: QtBot) -> Iterator[Watched]:
    watched = Watched(desktop.display)
    yield watched
    watched.presence.stop()


def test_last_input_is_when_the_key_was_pressed(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    """The boot time of the last input lies within the press, and stays there to the digit: an input that
    seemed to move would be a new one."""
    before_s = watched.clock.boot_s()
    desktop.key("a")
    after_s = watched.clock.boot_s()
    qtbot.wait(200)
    first = watched.presence.last_input_s()
    qtbot.wait(200)
    second = watched.presence.last_input_s()
    assert first is not None
    assert second is not None
    assert before_s - 0.02 <= first <= after_s + 0.02
    assert second == first


@pytest.mark.parametrize("silence_ms", [0, 300])
def test_the_next_input_is_told_once(
    desktop: Desktop, watched: Watched, qtbot: QtBot, silence_ms: int
) -> None:
    """Asked right after an input or in silence: the next one is told, later ones are not."""
    desktop.key("a")
    qtbot.wait(silence_ms)
    watched.presence.watch_next_input()
    asked_s = watched.clock.boot_s()
    qtbot.wait(100)
    assert watched.calls == []
    desktop.key("b")
    qtbot.waitUntil(lambda: bool(watched.calls))
    assert watched.calls[0] > asked_s
    for key in "cde":
        desktop.key(key)
        qtbot.wait(30)
    assert len(watched.calls) == 1


def test_it_can_be_asked_again_and_again(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    """Every question gets its answer; the pointer counts too; asking twice is one question."""
    for turn, press in enumerate(
        (lambda: desktop.key("a"), lambda: desktop.move(50, 60), lambda: desktop.click(70, 80)), start=1
    ):
        watched.presence.watch_next_input()
        watched.presence.watch_next_input()
        qtbot.wait(30)
        press()
        qtbot.waitUntil(lambda turn=turn: len(watched.calls) == turn)
        qtbot.wait(100)
        assert len(watched.calls) == turn


def test_an_input_while_a_query_waits_is_not_lost(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    """Its event arrives together with the answer to the query, and is told from the loop afterwards."""
    watched.presence.watch_next_input()
    qtbot.wait(30)
    desktop.key("a")
    time.sleep(0.1)  # not the loop: the event must still lie in the socket
    watched.presence.last_input_s()
    assert watched.calls == []
    qtbot.waitUntil(lambda: len(watched.calls) == 1)


def test_an_input_just_before_the_question_is_not_lost(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    """Between the answer that nobody was there and the question for the next input a key was pressed: told
    at once, and only once."""
    desktop.key("a")
    qtbot.wait(100)
    watched.presence.last_input_s()
    desktop.key("b")
    watched.presence.watch_next_input()
    assert watched.calls == []
    qtbot.waitUntil(lambda: len(watched.calls) == 1)
    desktop.key("c")
    qtbot.wait(100)
    assert len(watched.calls) == 1


def test_silence_costs_nothing(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    """With a question open and nobody there, the descriptor stays quiet and the process asleep."""
    watched.presence.watch_next_input()
    qtbot.wait(200)

    def switches() -> int:
        status = Path("/proc/thread-self/status").read_text()
        return int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])

    before = switches()
    qtbot.wait(1000)
    assert switches() - before <= 10
    assert watched.calls == []


def test_accelerated_time_stretches_the_silence(desktop: Desktop, qtbot: QtBot) -> None:
    """On the demo's clock a silence of 0.2 s was 12 s."""
    clock = FastClock(60)
    presence = X11Presence(clock, lambda: None, desktop.display)
    qtbot.wait(200)
    desktop.key("a")
    pressed_s = clock.boot_s()
    qtbot.wait(200)
    last_s = presence.last_input_s()
    presence.stop()
    assert last_s is not None
    assert abs(last_s - pressed_s) < 60 * 0.15
    assert clock.boot_s() - last_s >= 60 * 0.18  # the server counts in whole milliseconds, and timers round


def test_a_server_that_goes_is_survived(qtbot: QtBot) -> None:
    """When the X server dies, nothing spins, nothing is told, and the last input is unknown."""
    with Desktop.start(wm=False) as desktop:
        watched = Watched(desktop.display)
        watched.presence.watch_next_input()
        server = desktop.process("Xvfb")
        server.send_signal(signal.SIGKILL)
        server.wait()
        qtbot.waitUntil(lambda: not watched.presence._notifier.isEnabled())
    assert watched.calls == []
    assert watched.presence.last_input_s() is None
    watched.presence.watch_next_input()
    watched.presence.stop()


def test_a_display_that_is_not_there_is_refused_with_the_reason(qtbot: QtBot) -> None:
    """No server on that display: an error that says so."""
    with pytest.raises(XSyncError, match="no X display"):
        X11Presence(SystemClock(), lambda: None, ":987")


def test_the_desktop_decides_which_source_is_used(desktop: Desktop, qtbot: QtBot) -> None:
    """X11 where there is an X server of its own; a server that is not there is a reason."""
    clock = SystemClock()
    found = open_presence(clock, lambda: None, {"DISPLAY": desktop.display, "XDG_SESSION_TYPE": "x11"})
    assert found.name == "X11 (XSync)"
    found.stop()
    none = open_presence(clock, lambda: None, {"DISPLAY": ":987"})
    assert isinstance(none, AssumedPresence)
    assert "no X display" in none.reason


def test_extensions_are_told_apart(desktop: Desktop, qtbot: QtBot) -> None:
    """The question whether this is Xwayland is asked of the real server, and has both answers."""
    counter = IdleCounter(desktop.display)
    assert counter._has_extension(b"XTEST")
    assert not counter._has_extension(b"XWAYLAND")
    counter.close()
    assert counter.idle_ms() is None
    assert not counter.is_alive()


@pytest.mark.parametrize(
    ("method", "answer", "why"),
    [
        ("_has_extension", lambda _self, name: name == b"XWAYLAND", "Xwayland sees only"),
        ("_counters", lambda _self: {"SERVERTIME": 1}, "no IDLETIME counter"),
    ],
)
def test_servers_that_cannot_tell_are_refused(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, method: str, answer: object, why: str
) -> None:
    """Xwayland, and a server without the counter: no source, and the reason for people."""
    monkeypatch.setattr(IdleCounter, method, answer)
    none = open_presence(SystemClock(), lambda: None, {"DISPLAY": desktop.display})
    assert isinstance(none, AssumedPresence)
    assert why in none.reason
