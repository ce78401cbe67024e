"""What must be true of every day at the desk, whatever happens in it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.oracle.logs import Event, first_difference, show, show_all
from tests.oracle.teller import TELLERS, Teller
from tests.oracle.traces import LENGTHS, Case, random_case

cases = st.builds(random_case, st.integers(0, 2**32).map(Random))
# A case is drawn by its seed, so there is nothing that hypothesis could shrink.
few = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
each_teller = pytest.mark.parametrize("tell", TELLERS)


OPENED_BY_PERSON = {"start", "take_break"}
OUTCOMES = {"break_ended", "skipped", "dropped", "rested"}


def told(tell: Teller, case: Case, trace: list[Event] | None = None) -> list[Event]:
    return tell(case.trace if trace is None else trace, case.settings, case.lengths)


def with_lines(trace: list[Event], lines: list[Event]) -> list[Event]:
    """The trace with further lines, each after those of the same time; none while it is stopped or over."""
    stops = [(line["t"], line["t"] + line["down_s"]) for line in trace if line["event"] == "restart"]
    end = trace[-1]["t"]
    fit = [
        line
        for line in lines
        if line["t"] < end and not any(stop <= line["t"] < start for stop, start in stops)
    ]
    body, finish = trace[:-1], trace[-1:]
    begin, body = body[:1], body[1:]
    return begin + sorted(body + fit, key=lambda line: line["t"]) + finish


def probed(case: Case, every_s: float) -> list[Event]:
    """The trace with a status line every so often."""
    count = int(case.trace[-1]["t"] / every_s)
    return with_lines(case.trace, [{"t": i * every_s, "event": "status"} for i in range(count)])


def one_rhythm(case: Case, *, warn: bool = True) -> Case:
    """The case with `stand` alone, and without the lines that change settings."""
    rhythm = {"enabled": True, "every_min": 2, "length_s": 40}
    off = {"enabled": False}
    changed: dict[str, Any] = {
        **case.settings,
        "rhythm": {"stretch": off, "eyes": off, "stand": rhythm},
    }
    trace = [line for line in case.trace if line["event"] != "settings"]
    return Case(trace, changed, case.lengths, [])


# ---------------------------------------------------------------- nothing by itself when it should not


@each_teller
@few
@given(case=cases)
def test_nothing_appears_by_itself_while_something_keeps_it_back(tell: Teller, case: Case) -> None:
    """No card and no unasked break while paused, held, away, out of hours or settling."""
    log = told(tell, case)
    wishes = {round(line["t"], 3) for line in case.trace if line["event"] in OPENED_BY_PERSON}
    kept_back: dict[str, bool] = {}
    settle_s = case.settings.get("timing", {}).get("settle_s", 60)
    changes = [line for line in case.trace if "timing.settle_s" in line.get("set", {})]
    settle_s = min([settle_s, *(line["set"]["timing.settle_s"] for line in changes)])
    back_at: float | None = None
    for event in log:
        match event["event"]:
            case "paused" | "resumed":
                kept_back["paused"] = event["event"] == "paused"
            case "held" | "released":
                kept_back["held"] = event["event"] == "held"
            case "away" | "present":
                kept_back["away"] = event["event"] == "away"
                if event["event"] == "present" and _was_locked(case, log, event["t"]):
                    back_at = event["t"]
            case "hours_ended" | "hours_started":
                kept_back["off hours"] = event["event"] == "hours_ended"
            case "warned" | "break_started":
                if event["event"] == "break_started" and event["t"] in wishes:
                    continue
                why = [name for name, on in kept_back.items() if on]
                assert not why, f"{show(event)} though {why}\n{show_all(log)}"
                settled = back_at is None or event["t"] >= back_at + settle_s - 0.002
                assert settled, f"{show(event)} though back at {back_at}\n{show_all(log)}"


def _was_locked(case: Case, log: list[Event], back_at: float) -> bool:
    """Whether a lock or sleep came in the absence that ends at `back_at`."""
    since = max((e["t"] for e in log if e["event"] == "away" and e["t"] <= back_at), default=0)
    return any(line["event"] in {"lock", "sleep"} and since <= line["t"] < back_at for line in case.trace)


# ---------------------------------------------------------------- desk time


@each_teller
@few
@given(case=cases)
def test_desk_time_is_time_at_the_desk(tell: Teller, case: Case) -> None:
    """It is never negative, grows no faster than time, and not while away, paused, or in a break."""
    log = told(tell, case, probed(case, 7.25))
    before: Event | None = None
    for event in log:
        if event["event"] != "status":
            continue
        for name, rhythm in event["rhythms"].items():
            assert rhythm["desk_s"] >= 0
            assert rhythm["due_in_s"] >= 0
            if before is None or name not in before["rhythms"]:
                continue
            grown = rhythm["desk_s"] - before["rhythms"][name]["desk_s"]
            assert grown <= event["t"] - before["t"] + 0.003, f"{show(before)}\n{show(event)}"
            still = {"break", "paused", "off_hours", "away"}
            nothing_between = not any(
                e["event"] != "status" and before["t"] <= e["t"] <= event["t"] for e in log
            )
            if before["phase"] in still and event["phase"] == before["phase"] and nothing_between:
                assert abs(grown) <= 0.003, f"{show(before)}\n{show(event)}"
        before = event


@each_teller
@few
@given(case=cases, shift_s=st.sampled_from([-7200, -90.5, 3600, 86_400]), at=st.floats(0, 1))
def test_a_jump_of_the_wall_clock_moves_no_duration(
    tell: Teller, case: Case, shift_s: float, at: float
) -> None:
    """Without working hours and pauses until a time of day, nothing follows from it."""
    trace = [line for line in case.trace if "hours.enabled" not in line.get("set", {})]
    trace = [line for line in trace if not (line["event"] == "pause" and "until" in line)]
    plain = Case(trace, {k: v for k, v in case.settings.items() if k != "hours"}, case.lengths, [])
    jump = {"t": round(at * trace[-1]["t"] * 4) / 4, "event": "clock", "shift_s": shift_s}
    one, other = (
        [_without_wall(e) for e in told(tell, plain, t)] for t in (trace, with_lines(trace, [jump]))
    )
    difference = first_difference(one, other)
    assert difference is None, difference


def _without_wall(event: Event) -> Event:
    return {key: value for key, value in event.items() if key not in {"until", "paused_until"}}


# ---------------------------------------------------------------- prompts


@each_teller
@few
@given(case=cases)
def test_every_prompt_has_exactly_one_outcome(tell: Teller, case: Case) -> None:
    """A prompt seen in one second and gone in the next had one outcome; none comes from nothing."""
    single = one_rhythm(case)
    before_each = [line for real in probed(single, 1) for line in ({"t": real["t"], "event": "status"}, real)]
    log = told(tell, single, before_each[1:])
    seen = False
    outcomes: list[Event] = []
    shown_since = False
    for event in log:
        if event["event"] in {"warned", "waiting"}:
            shown_since = True
        if _is_outcome(event):
            outcomes.append(event)
        if event["event"] != "status":
            continue
        now = event["prompt"] is not None
        if seen and not now:
            assert len(outcomes) == 1, f"{outcomes} before {show(event)}\n{_told(log)}"
        if not seen and not now and not shown_since:
            asked_for = [e for e in outcomes if e["event"] == "break_ended"]
            assert outcomes == asked_for, f"{outcomes} before {show(event)}\n{_told(log)}"
        if seen and now:
            assert len(outcomes) <= 1, f"{outcomes} before {show(event)}\n{_told(log)}"
        seen, outcomes, shown_since = now, [], False


def _is_outcome(event: Event) -> bool:
    return event["event"] in OUTCOMES and (event["event"] != "rested" or event["prompt"])


def _told(log: list[Event]) -> str:
    return show_all([event for event in log if event["event"] != "status"])


@dataclass(frozen=True)
class Held:
    """A hold, and perhaps a rest in it."""

    every_min: float
    at: int
    for_s: int
    reason: str
    rest_at: int | None


helds = st.builds(
    Held,
    every_min=st.sampled_from([1, 2, 5, 10.5]),
    at=st.integers(0, 700),
    for_s=st.integers(1, 3000),
    reason=st.sampled_from(["meeting", "fullscreen", "dnd", "excluded_app"]),
    rest_at=st.none() | st.integers(0, 3000),
)


@each_teller
@few
@given(held=helds)
def test_a_held_break_comes_after_the_hold_unless_a_rest_cleared_it(tell: Teller, held: Held) -> None:
    """Who is at the desk and had a break due in the hold is warned the moment it ends."""
    off = {"enabled": False}
    under = {
        "rhythm": {"stretch": off, "eyes": off, "stand": {"every_min": held.every_min, "length_s": 5}},
        "timing": {"settle_s": 0},
    }
    end = held.at + held.for_s + 30
    trace = [
        {"t": 0, "event": "active", "until": end + 60},
        {"t": held.at, "event": "hold", "reason": held.reason},
        {"t": held.at + held.for_s, "event": "release", "reason": held.reason},
        {"t": end + 60, "event": "finish"},
    ]
    if held.rest_at is not None and held.rest_at + 300 < held.for_s:
        trace.insert(2, {"t": held.at + held.rest_at, "event": "lock"})
        trace.insert(3, {"t": held.at + held.rest_at + 300, "event": "unlock"})
    log = tell(trace, under, LENGTHS)
    waiting = [e for e in log if e["event"] == "waiting" and e["for"] == [held.reason]]
    cleared = [e for e in log if e["event"] == "rested" and e["prompt"]]
    warned_then = [e for e in log if e["event"] == "warned" and e["t"] == end]
    if waiting and not any(e["t"] > waiting[-1]["t"] for e in cleared):
        assert warned_then, show_all(log)
    assert not any(e["event"] in {"warned", "break_started"} and held.at < e["t"] < end for e in log)


# ---------------------------------------------------------------- the same day told in other portions


@each_teller
@few
@given(case=cases, at=st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_saving_and_restoring_changes_nothing(tell: Teller, case: Case, at: list[float]) -> None:
    """A restart that takes no time may come anywhere."""
    end = case.trace[-1]["t"]
    restarts = [{"t": round(part * end * 4) / 4, "event": "restart", "down_s": 0} for part in sorted(at)]
    difference = first_difference(told(tell, case), told(tell, case, with_lines(case.trace, restarts)))
    assert difference is None, difference


@each_teller
@few
@given(case=cases)
def test_looking_every_second_changes_nothing(tell: Teller, case: Case) -> None:
    """Going from deadline to deadline tells the same as going second by second: no deadline is late."""
    looked = told(tell, case, probed(case, 1))
    plain = told(tell, case)
    for log in (looked, plain):
        log[:] = [event for event in log if event["event"] != "status"]
    difference = first_difference(plain, looked)
    assert difference is None, difference
