"""However the engine is driven, it tells the same: by its deadlines, by a late alarm, saved at every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import pytest
from tests.oracle.logs import first_difference
from tests.oracle.teller import engine as tell
from tests.oracle.traces import random_case

from unhunch.domain import engine
from unhunch.domain.inputs import EngineInput, Input, Tick
from unhunch.services import simulator

Told = tuple[engine.State, tuple[engine.Event, ...]]
Drive = Callable[[engine.State, EngineInput, engine.Now], Told]

SEEDS = range(500_000, 500_012)
plain = engine.advance


def at(state: engine.State, boot_s: float) -> engine.Now:
    """The moment of a boot time, by the wall clock as the engine knows it."""
    return engine.Now(boot_s, datetime.fromtimestamp(state.epoch_s + boot_s, state.zone))


def known_from(what: EngineInput, now: engine.Now) -> float:
    """From when on the engine would have to know what is told only now: a run of input from its beginning."""
    if isinstance(what, Input):
        return what.at_s if what.began_s is None else what.began_s
    return now.boot_s


def by_deadlines(state: engine.State, what: EngineInput, now: engine.Now) -> Told:
    """As the program does: sleep until the next deadline, tick, and so on."""
    events: tuple[engine.Event, ...] = ()
    ticks = 0
    while (due_s := engine.next_deadline(state)) is not None and due_s < known_from(what, now):
        before_s = state.now_s
        state, more = plain(state, Tick(), at(state, max(due_s, before_s)))
        events += more
        after_s = engine.next_deadline(state)
        assert after_s is None or after_s > due_s, f"the deadline {due_s} stays"
        ticks += 1
    state, more = plain(state, what, now)
    return state, events + more


def by_late_alarms(state: engine.State, what: EngineInput, now: engine.Now) -> Told:
    """An alarm that comes 1.3 s late changes nothing of what is told: each thing has its own time."""
    events: tuple[engine.Event, ...] = ()
    while (due_s := engine.next_deadline(state)) is not None and due_s + 1.3 < known_from(what, now):
        state, more = plain(state, Tick(), at(state, due_s + 1.3))
        events += more
    state, more = plain(state, what, now)
    return state, events + more


def saved_every_time(state: engine.State, what: EngineInput, now: engine.Now) -> Told:
    """Saved and restored before and after everything that is told; the state comes back as it was."""
    restored, nothing = engine.restore(
        engine.dump(state), state.settings, state.catalogue, at(state, state.now_s)
    )
    assert not nothing
    assert restored == state
    return plain(restored, what, now)


@pytest.mark.parametrize("drive", [by_deadlines, by_late_alarms, saved_every_time], ids=lambda f: f.__name__)
def test_the_engine_tells_the_same_however_it_is_driven(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same events at the same times."""
    cases = [random_case(Random(seed)) for seed in SEEDS]
    told = [tell(case.trace, case.settings, case.lengths) for case in cases]
    monkeypatch.setattr(simulator.engine, "advance", drive)
    for case, expected in zip(cases, told, strict=True):
        difference = first_difference(expected, tell(case.trace, case.settings, case.lengths))
        assert difference is None, difference
