"""A made-up world around a session: time that is turned by hand, a person who types when told to."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from unhunch.domain.events import Event, printed
from unhunch.domain.settings import Settings, with_changes
from unhunch.domain.view import View
from unhunch.services.session import Session

CATALOGUE = {"shoulder-roll": 60.0, "neck-flexion": 60.0, "overhead-reach": 60.0}
START = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


class FakeClock:
    def __init__(self, boot_s: float = 1000.0) -> None:
        self.now_s = boot_s
        self.ahead = START - timedelta(seconds=boot_s)

    def boot_s(self) -> float:
        return self.now_s

    def wall(self) -> datetime:
        return self.ahead + timedelta(seconds=self.now_s)


class FakeAlarm:
    def __init__(self) -> None:
        self.at_s: float | None = None

    def wake_at(self, boot_s: float | None) -> None:
        self.at_s = boot_s

    def stop(self) -> None:
        self.at_s = None


class FakePresence:
    """A person who types without a pause, or not at all."""

    name = "fake"

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._typing = True
        self._last_s = clock.now_s
        self._watching = False
        self.on_input: Callable[[], None] = lambda: None

    @property
    def typing(self) -> bool:
        return self._typing

    @typing.setter
    def typing(self, typing: bool) -> None:
        self._last_s = self.last_input_s()
        self._typing = typing
        if typing and self._watching:
            self._watching = False
            self.on_input()

    def last_input_s(self) -> float:
        return self._clock.now_s if self._typing else self._last_s

    def watch_next_input(self) -> None:
        self._watching = True

    def stop(self) -> None:
        self._typing = False


class FakeStateStore:
    def __init__(self) -> None:
        self.state: bytes | None = None
        self.saves = 0
        self.full = False

    def load(self) -> tuple[bytes | None, str | None]:
        return self.state, None

    def save(self, state: bytes) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.state = state
        self.saves += 1


class FakeHistory:
    def __init__(self) -> None:
        self.rows: list[tuple[dict[str, Any], datetime]] = []
        self.lines: list[dict[str, Any]] = []
        self.starts: list[int] = []
        """How many lines there were at the start of each run."""
        self.runs: list[tuple[datetime, float, str, Mapping[str, Any], bytes | None]] = []

    def record(self, event: Mapping[str, Any], wall: datetime) -> None:
        self.rows.append((dict(event), wall))

    def holds(self, event: Mapping[str, Any], wall: datetime) -> bool:
        return (dict(event), wall) in self.rows

    def recent(self, count: int) -> list[dict[str, Any]]:
        return [event | {"at": wall.isoformat()} for event, wall in self.rows[-count:]]

    def close(self) -> None:
        self.rows.clear()

    def begin_run(
        self, wall: datetime, boot_s: float, zone: str, settings: Mapping[str, Any], state: bytes | None
    ) -> None:
        self.runs.append((wall, boot_s, zone, settings, state))
        self.starts.append(len(self.lines))

    def record_input(self, kind: str, boot_s: float, **fields: Any) -> None:
        self.lines.append({"t": boot_s, "event": kind, **fields})


class Recorder:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.views: list[View] = []

    def happened(self, event: Event, _view: View) -> None:
        self.events.append(printed(event))

    def show(self, view: View) -> None:
        self.views.append(view)


class World:
    """A session with everything around it made up."""

    def __init__(self, **changes: Any) -> None:
        dotted = {key.replace("__", "."): value for key, value in changes.items()}
        self.settings = with_changes(Settings(), dotted)
        self.clock = FakeClock()
        self.alarm = FakeAlarm()
        self.presence = FakePresence(self.clock)
        self.store = FakeStateStore()
        self.history = FakeHistory()
        self.recorder = Recorder()
        self.wakes = 0
        self.locked = False
        """Whether the screen is locked when the program starts."""
        self.begin()

    def begin(self) -> None:
        """Start the program, or start it again."""
        self.session = Session(
            clock=self.clock,
            alarm=self.alarm,
            presence=self.presence,
            state_store=self.store,
            history=self.history,
            journal=self.history,
            settings=self.settings,
            catalogue=CATALOGUE,
            locked=self.locked,
            boot_id="boot",
        )
        self.presence.on_input = self.session.woke
        self.session.add_listener(self.recorder)
        self.session.start()

    def run_s(self, seconds: float) -> None:
        """Let time pass, with the alarm going off whenever it was asked to."""
        end_s = self.clock.now_s + seconds
        while self.alarm.at_s is not None and self.alarm.at_s <= end_s:
            self.clock.now_s = max(self.clock.now_s, self.alarm.at_s)
            self.wakes += 1
            self.session.woke()
        self.clock.now_s = end_s

    @property
    def log(self) -> list[tuple[float, str]]:
        """(seconds since the beginning, event name) of everything so far."""
        return [(event["t"] - 1000, event["event"]) for event in self.recorder.events]
