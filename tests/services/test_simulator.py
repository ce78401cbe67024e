"""The simulator: what a trace may say, what is wrong with it, and that it tells what the program would."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from tests.timeline import CATALOGUE, active, at, played, settings

from unhunch.domain import engine
from unhunch.domain import inputs as told
from unhunch.domain.events import printed
from unhunch.domain.settings import Settings
from unhunch.services.simulator import START, TOLD, TraceError, simulate

Line = dict[str, Any]


# --- What a trace says ---------------------------------------------------------------------------------


def test_text_goes_in_and_events_come_out() -> None:
    """The command line gives a stream of text, with empty lines in it."""
    stream = ['{"t": 0, "event": "active", "until": 2650}\n', "\n", '{"t": 2640, "event": "skip"}\n']
    assert list(simulate(stream, Settings(), CATALOGUE)) == [
        {"t": 2640, "event": "warned", "rhythm": "stretch", "due_in_s": 60},
        {"t": 2640, "event": "skipped", "rhythm": "stretch"},
    ]


def test_timers_come_before_lines_of_the_same_time() -> None:
    """At equal t timers fire first, then lines in their order."""
    events = played(active(0, 3000), at(2640, "skip"), at(2640, "skip"), at(2650, "finish"))
    assert [event["event"] for event in events] == ["warned", "skipped", "refused"]


def test_simulation_ends_with_the_last_span() -> None:
    """Without `finish` it ends at the last t or until."""
    assert [event["t"] for event in played(active(0, 2700))] == [2640, 2700]
    assert [event["t"] for event in played(active(0, 2699))] == [2640]


def test_simulation_ends_at_finish() -> None:
    """A `finish` ends it even within a span."""
    assert played(active(0, 5000), at(2600, "finish")) == []


def test_overlapping_spans_are_one() -> None:
    """Spans of activity may overlap each other and other lines."""
    assert played(active(0, 500), active(100, 200), active(300, 700), at(819, "finish")) == []


def test_clock_begins_where_the_trace_says() -> None:
    """Times of day are those of the zone named in `begin`; a time with its own zone keeps it."""
    berlin = at(0, "begin", at="2026-03-02T09:00:00", timezone="Europe/Berlin")
    assert played(berlin, at(5, "pause", for_s=60))[0]["until"] == "2026-03-02T09:01:05+01:00"
    own = at(0, "begin", at="2026-03-02T09:00:00+05:30")
    assert played(own, at(5, "pause", for_s=60.25))[0]["until"] == "2026-03-02T09:01:05.250+05:30"


def test_settings_out_of_bounds_change_nothing() -> None:
    """A refused settings line is told like any other refusal, and none of its values is taken."""
    change = at(10, "settings", set={"timing.warn_s": 30, "rhythm.stretch.every_min": 500})
    events = played(active(0, 2645), change)
    assert [(event["t"], event["event"]) for event in events] == [(10, "refused"), (2640, "warned")]
    assert events[0]["intent"] == "settings"


def test_new_rhythm_works_from_settings_alone() -> None:
    """Any number of rhythms may be defined, from the beginning or on the way."""
    given = settings(rhythm__stand__every_min=30, rhythm__stand__length_s=120)
    change = at(10, "settings", set={"rhythm.meal.every_min": 2, "rhythm.meal.length_s": 900})
    events = played(active(0, 200), change, given=given)
    assert events[0] == {"t": 70, "event": "warned", "rhythm": "meal", "due_in_s": 60}


def test_status_line_is_the_status_object() -> None:
    """`status` prints the object of the command line, with t and event."""
    (status,) = played(at(10, "status"))
    assert list(status) == [
        *("t", "event", "phase", "present", "rhythms", "holds", "paused_until", "prompt", "break", "why")
    ]


def test_lines_while_the_program_is_down_are_read_at_its_start() -> None:
    """t goes on running through a restart, and lines in between wait for its end."""
    events = played(at(100, "restart", down_s=50), at(120, "lock"), at(130, "unlock"), at(200, "finish"))
    assert [(event["t"], event["event"]) for event in events][:2] == [(150, "away"), (150, "present")]


# --- What is wrong with it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[1]", "object"),
        ("NaN", "object"),
        ('{"event": "input"}', "“t” is missing"),
        ('{"t": 5}', "“event” is missing"),
        ('{"t": "5", "event": "input"}', "“t” is not a number"),
        ('{"t": true, "event": "input"}', "“t” is not a number"),
        ('{"t": NaN, "event": "input"}', "“t” is not a number"),
        ('{"t": Infinity, "event": "input"}', "“t” is too large"),
        ('{"t": 1e300, "event": "input"}', "“t” is too large"),
        (f'{{"t": {"9" * 5000}, "event": "input"}}', "no JSON that can be read"),
        ("[" * 100_000, "no JSON that can be read"),
        ('{"t": -1, "event": "input"}', "“t” is below 0"),
        ('{"t": 3, "event": "input"}', "t goes back from 4 to 3"),
        ('{"t": 5, "event": "jump"}', "no event"),
        ('{"t": 5, "event": ["input"]}', "no event"),
        ('{"t": 5, "event": "active"}', "needs “until”"),
        ('{"t": 5, "event": "active", "until": 4}', "before"),
        ('{"t": 5, "event": "input", "unitl": 4}', "has no “unitl”"),
        ('{"t": 5, "event": "hold"}', "needs “reason”"),
        ('{"t": 5, "event": "hold", "reason": "lunch"}', "not one of meeting"),
        ('{"t": 5, "event": "hint", "name": "reading"}', "not one of watching"),
        ('{"t": 5, "event": "clock", "shift_s": "1h"}', "not a number"),
        ('{"t": 5, "event": "restart", "down_s": -1}', "below 0"),
        ('{"t": 5, "event": "settings", "set": []}', "not an object"),
        ('{"t": 5, "event": "start", "short": 1}', "not true or false"),
        ('{"t": 5, "event": "take_break", "rhythm": 3}', "not a text"),
        ('{"t": 5, "event": "pause", "for_s": 0}', "not above 0"),
        ('{"t": 5, "event": "pause", "until": "25:00"}', "neither HH:MM nor tomorrow"),
        ('{"t": 5, "event": "pause", "until": "1\u0669:00"}', "neither HH:MM nor tomorrow"),
        ('{"t": 5, "event": "pause", "for_s": 9, "until": "10:00"}', "not both"),
        ('{"t": 5, "event": "begin", "at": "2026-01-01T00:00:00"}', "only be the first line"),
    ],
)
def test_malformed_line_is_named(line: str, problem: str) -> None:
    """A mistake is named with its line, after the events that came before it."""
    events = simulate(
        ['{"t": 0, "event": "skip"}', '{"t": 4, "event": "input"}', line], Settings(), CATALOGUE
    )
    assert next(events)["event"] == "refused"
    with pytest.raises(TraceError, match=f"^line 3: .*{problem}") as error:
        list(events)
    assert error.value.line == 3


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"t": 1, "event": "begin", "at": "2026-01-01T00:00:00"}', "at t 0"),
        ('{"t": 0, "event": "begin"}', "needs “at”"),
        ('{"t": 0, "event": "begin", "at": "noon"}', "not a time"),
        ('{"t": 0, "event": "begin", "at": "0001-01-01T00:00:00+14:00"}', "not between"),
        ('{"t": 0, "event": "begin", "at": "2026-01-01T00:00:00", "timezone": "Mars"}', "no time zone"),
        ('{"t": 0, "event": "begin", "at": "2026-01-01T00:00:00", "timezone": "../x"}', "no time zone"),
    ],
)
def test_malformed_beginning_is_named(line: str, problem: str) -> None:
    """The first line is checked as well."""
    with pytest.raises(TraceError, match=f"^line 1: .*{problem}"):
        list(simulate([line], Settings(), CATALOGUE))


def test_a_clock_that_is_set_beyond_all_calendars_is_a_mistake() -> None:
    """No single shift leads there, but many do."""
    with pytest.raises(TraceError, match=r"^line \d+: the clock leaves the years"):
        played(*(at(n, "clock", shift_s=1e10) for n in range(60)))


@pytest.mark.parametrize(
    "line", [at(3, "active", until=9e10), at(3, "restart", down_s=9e10), at(9e10, "input")]
)
def test_a_trace_of_a_thousand_years_is_a_mistake(line: dict[str, Any]) -> None:
    """Numbers that large are too coarse to keep time with, wherever they stand."""
    with pytest.raises(TraceError, match=r"^line 2: the trace is longer than three hundred years"):
        played(at(0, "begin", at="1900-01-01T00:00:00"), line)


def test_time_is_kept_for_three_hundred_years() -> None:
    """Fractions of a second count there as well."""
    begin = at(0, "begin", at="1900-01-01T00:00:00"), at(0, "sleep")
    typing = at(9e9, "wake"), active(9e9 + 0.7, 9e9 + 3000.1)
    warned = next(event for event in played(*begin, *typing) if event["event"] == "warned")
    assert warned["t"] == pytest.approx(9e9 + 0.7 + 2640, abs=0.01)


def test_a_clock_that_had_stopped_may_be_set() -> None:
    """A machine without a battery begins in 1970 and learns the time later on."""
    begin = at(0, "begin", at="1970-01-01T00:00:00", timezone="America/New_York")
    assert played(begin, at(5, "clock", shift_s=1.8e9), at(9, "finish")) == []


def test_line_after_the_end_is_a_mistake() -> None:
    """Nothing follows `finish`."""
    with pytest.raises(TraceError, match=r"^line 2: .*after"):
        played(at(5, "finish"), at(6, "input"))


def test_empty_trace_has_no_events() -> None:
    """Nothing in, nothing out."""
    assert list(simulate([], Settings(), CATALOGUE)) == []


# --- Jumping is the same as waiting --------------------------------------------------------------------


def random_trace(rng: Random) -> list[Line]:
    """A day of one who works, leaves, locks, holds, snoozes and skips."""
    kinds = ["active"] * 8 + [
        "lock",
        "unlock",
        "unlock",
        "sleep",
        "wake",
        "wake",
        "hold",
        "release",
        "release",
    ]
    kinds += [
        "hint",
        "unhint",
        "snooze",
        "snooze",
        "skip",
        "start",
        "take_break",
        "end",
        "next",
        "break_pause",
    ]
    kinds += ["pause", "resume", "resume"]
    t, lines = 0.0, []
    for _ in range(rng.choice([20, 60])):
        t += rng.choice([0, 1, 5, 10.5, 30, 60, 120, 299.75, 600])
        line = at(t, rng.choice(kinds))
        line |= {
            "active": {"until": t + rng.choice([0, 59.5, 300, 1200, 2700])},
            "hold": {"reason": rng.choice(["meeting", "dnd"])},
            "release": {"reason": rng.choice(["meeting", "dnd"])},
            "hint": {"name": "watching"},
            "unhint": {"name": "watching"},
            "pause": rng.choice([{"for_s": 300}, {"until": "00:30"}, {}]),
        }.get(line["event"], {})
        lines.append(line)
    return [*lines, at(t + 500, "finish")]


class Desk:
    """Drives the engine by one alarm and the time of the last input, as the running program does."""

    def __init__(self, given: Settings) -> None:
        self.state = engine.new_state(given, CATALOGUE, self.now(0))
        self.spans: list[tuple[float, float]] = []

    def now(self, t: float) -> engine.Now:
        return engine.Now(t, START + timedelta(seconds=t))

    def last_input_s(self, t: float) -> float | None:
        return max((min(t, until) for start, until in self.spans if start <= t), default=None)

    def tell(self, what: told.EngineInput, t: float) -> Iterator[Line]:
        self.state, events = engine.advance(self.state, what, self.now(t))
        yield from (printed(event) for event in events)

    def look(self, t: float, what: told.EngineInput) -> Iterator[Line]:
        """The alarm went off, or something happened."""
        heard = engine.newer_input(self.state, self.last_input_s(t))
        if heard is not None:
            yield from self.tell(heard, t)
        yield from self.tell(what, t)
        if engine.wants_input(self.state) and self.last_input_s(t) == t:
            yield from self.tell(told.Input(t, t), t)

    def day(self, lines: list[Line]) -> Iterator[Line]:
        for line in lines:
            while (due_s := engine.next_deadline(self.state)) is not None and due_s < line["t"]:
                yield from self.look(due_s, told.Tick())
            t, event = line["t"], line["event"]
            yield from self.look(t, told.Tick())
            if event == "active":
                self.spans.append((t, line["until"]))
                yield from self.tell(told.Input(t, t), t)
            elif event != "finish":
                yield from self.look(t, TOLD[event](line))


@pytest.mark.parametrize("seed", range(60))
def test_trace_gives_what_the_running_program_would_see(seed: int) -> None:
    """Going from alarm to alarm, knowing no more than the last input, gives the same events."""
    rng = Random(seed)
    lines = random_trace(rng)
    given = settings(
        rhythm__eyes__enabled=rng.random() < 0.5, rhythm__stretch__every_min=rng.choice([3, 20, 45])
    )
    assert list(Desk(given).day(lines)) == list(simulate(lines, given, CATALOGUE))


@pytest.mark.parametrize("seed", range(20))
def test_looking_in_between_changes_nothing(seed: int) -> None:
    """A trace gives the same events however often somebody asks for the status in between."""
    rng = Random(seed)
    lines = random_trace(rng)
    asked = [at(rng.uniform(0, lines[-1]["t"]), "status") for _ in range(200)]
    more = sorted([*lines[:-1], *asked], key=lambda line: line["t"])
    seen = [
        event for event in simulate([*more, lines[-1]], Settings(), CATALOGUE) if event["event"] != "status"
    ]
    assert seen == list(simulate(lines, Settings(), CATALOGUE))


@pytest.mark.parametrize("seed", range(20))
def test_restart_of_no_time_changes_nothing(seed: int) -> None:
    """Saving and restoring at any moment changes nothing that follows."""
    rng = Random(seed)
    lines = random_trace(rng)
    stops = [at(rng.uniform(0, lines[-1]["t"]), "restart", down_s=0) for _ in range(30)]
    more = sorted([*lines[:-1], *stops], key=lambda line: line["t"])
    assert list(simulate([*more, lines[-1]], Settings(), CATALOGUE)) == list(
        simulate(lines, Settings(), CATALOGUE)
    )


def test_times_of_a_trace_never_go_back() -> None:
    """Events come in the order of their times."""
    for seed in range(20):
        times = [event["t"] for event in simulate(random_trace(Random(seed)), Settings(), CATALOGUE)]
        assert all(one <= other for one, other in pairwise(times))


def test_default_beginning() -> None:
    """A trace that does not say begins with the year, in UTC."""
    assert datetime.fromisoformat("2026-01-01T00:00:00+00:00") == START
