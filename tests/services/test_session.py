"""The session around the engine: one alarm, one save, everything recorded."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from tests.services.world import CATALOGUE, START, World

from unhunch.domain import inputs
from unhunch.domain.settings import with_changes
from unhunch.services.simulator import simulate


def test_a_whole_cycle_by_the_alarm_alone() -> None:
    """Typing fills desk time, the card comes, a pause in typing opens the break, and it runs to its end."""
    world = World()
    world.run_s(2701)
    world.presence.typing = False
    world.run_s(300)
    assert world.log == [
        (2640, "warned"),
        (2700, "waiting"),
        (2706, "break_started"),
        (2706, "stretch_started"),
        (2766, "stretch_started"),
        (2826, "stretch_started"),
        (2886, "break_ended"),
    ]


def test_at_most_two_wake_ups_a_minute_at_the_desk() -> None:
    """With nothing due, an hour of typing wakes the program no more often than promised."""
    world = World(rhythm__stretch__every_min=480)
    world.run_s(3600)
    assert world.log == []
    assert world.wakes <= 2 * 60


def test_nothing_wakes_it_while_the_person_is_away() -> None:
    """An absence costs nothing until the next input, which it asks to be told of."""
    world = World()
    world.presence.typing = False
    world.run_s(121)
    assert world.log == [(120, "away")]
    before = world.wakes
    world.run_s(8 * 3600)
    assert world.wakes == before


def test_the_next_input_ends_an_absence() -> None:
    """What the presence source was asked to watch for brings the person back."""
    world = World()
    world.presence.typing = False
    world.run_s(1000)
    world.presence.typing = True
    assert [name for _, name in world.log] == ["away", "present", "rested"]


def test_history_gets_every_event_with_its_own_wall_time() -> None:
    """An event that the alarm found late is recorded at the time when it happened."""
    world = World()
    world.presence.typing = False
    world.clock.now_s += 500
    world.session.woke()
    (event, wall), *_ = world.history.rows
    assert event["event"] == "away"
    assert wall == START + timedelta(seconds=120)


def test_state_is_saved_every_minute_and_at_every_transition() -> None:
    """A crash costs at most the last minute of desk time."""
    world = World()
    world.run_s(600)
    assert world.store.saves >= 10
    before = world.store.saves
    world.session.feed(inputs.Pause())
    assert world.store.saves == before + 1


def test_a_transition_without_an_event_is_saved_too() -> None:
    """A break that stood still when the plug was pulled stands still at the next start, where it was."""
    world = World()
    world.session.feed(inputs.TakeBreak())
    world.run_s(5)
    world.session.feed(inputs.BreakPause())
    world.run_s(30)
    world.begin()
    open_ = world.session.view().break_
    assert open_ is not None
    assert (open_.paused, open_.done_s) == (True, 5)


def test_a_machine_that_runs_is_awake() -> None:
    """Where the power went in sleep, no wake is ever told; the first input after the start counts."""
    world = World()
    world.run_s(100)
    world.presence.typing = False
    world.session.feed(inputs.Sleep())
    world.clock.now_s += 20
    world.begin()
    assert world.session.view().phase == "away"
    world.run_s(20)
    world.presence.typing = True
    assert world.session.view().phase == "working"


def test_it_goes_on_after_a_restart() -> None:
    """Stopped for a moment in mid-interval, the break still comes after 45 minutes in all."""
    world = World()
    world.run_s(1500)
    world.session.stop()
    assert world.alarm.at_s is None
    world.begin()
    world.run_s(1200)
    assert world.log == [(2640, "warned"), (2700, "waiting")]


def test_a_damaged_state_starts_fresh_and_says_so() -> None:
    """The person is told in one sentence, and desk time starts at 0."""
    world = World()
    world.store.state = b"{"
    world.begin()
    assert len(world.session.notes) == 1
    assert world.session.view().rhythms[0].desk_s == 0


def test_a_lost_state_starts_fresh_and_says_so() -> None:
    """Whoever has a past and no state is told; whoever is new is not."""
    world = World()
    assert world.session.notes == []
    world.run_s(2700)
    world.store.state = None
    world.begin()
    assert world.session.notes == ["Where you were is lost, so the desk time starts anew."]
    assert world.session.view().rhythms[0].desk_s == 0


def test_a_fresh_start_under_a_lock_is_away() -> None:
    """Somebody new, or whose state is lost, is away until the unlock however they type."""
    world = World()
    world.store.state = None
    world.locked = True
    world.begin()
    assert world.session.view().phase == "away"
    world.run_s(3000)
    assert world.session.view().rhythms[0].desk_s == 0
    world.session.feed(inputs.Unlock())
    assert world.session.view().phase == "working"


@pytest.mark.expect_log("cannot be saved")
def test_a_full_disk_is_logged_once_and_nothing_stops(caplog: pytest.LogCaptureFixture) -> None:
    """State that cannot be saved costs no break and no flood of log lines."""
    world = World()
    world.store.full = True
    with caplog.at_level(logging.ERROR):
        world.run_s(2700)
    assert (2640, "warned") in world.log
    assert [record.message for record in caplog.records] == [
        "Where you are cannot be saved: [Errno 28] No space left on device"
    ]


def test_a_refused_wish_says_why_and_changes_nothing() -> None:
    """Snoozing with nothing to snooze gives a sentence."""
    world = World()
    before = world.session.view()
    why = world.session.feed(inputs.Snooze())
    assert why
    assert world.session.view() == before


def test_new_settings_apply_at_once_and_are_in_the_journal() -> None:
    """A shorter interval is due sooner, without a new countdown."""
    world = World()
    world.run_s(600)
    world.session.change_settings(with_changes(world.settings, {"rhythm.stretch.every_min": 20}))
    assert world.session.view().rhythms[0].due_in_s == 600
    assert world.history.lines[-1]["set"] == {"rhythm.stretch.every_min": 20.0}


def test_the_journal_replays_to_the_same_events() -> None:
    """What the engine was given, run through the simulator, gives the log that the session recorded."""
    world = World()
    world.run_s(2650)
    world.session.feed(inputs.Snooze(5))
    world.run_s(100)
    world.presence.typing = False
    world.run_s(500)
    world.session.feed(inputs.Lock())
    world.run_s(700)
    world.presence.typing = True
    world.session.feed(inputs.Unlock())
    world.run_s(2704)
    world.presence.typing = False
    world.run_s(3000)
    lines = sorted(map(since_start, world.history.lines), key=lambda line: line["t"])
    replayed = list(simulate([*lines, {"t": 9654, "event": "finish"}], world.settings, CATALOGUE))
    recorded = list(map(since_start, world.recorder.events))
    assert replayed == recorded
    assert {event["event"] for event in recorded} >= {"snoozed", "break_started", "away", "rested"}


def since_start(line: dict[str, Any]) -> dict[str, Any]:
    times = ("t", "since", "until")
    return {name: value - 1000 if name in times else value for name, value in line.items()}


def test_a_wall_clock_jump_is_noted_and_moves_nothing() -> None:
    """Setting the clock an hour ahead leaves desk time alone, and the journal says by how much."""
    world = World()
    world.run_s(600)
    world.clock.ahead += timedelta(hours=1)
    world.session.clock_changed()
    assert world.session.view().rhythms[0].desk_s == 600
    assert world.history.lines[-1] == {"t": 1600, "event": "clock", "shift_s": 3600}


def test_status_is_of_this_moment() -> None:
    """A question moves time on before it is answered."""
    world = World()
    world.clock.now_s += 60
    assert world.session.status()["rhythms"]["stretch"]["desk_s"] == 60


def test_a_plug_pulled_before_the_history_is_written_loses_and_doubles_nothing() -> None:
    """State is saved first; at the next start its facts go into the history, once."""
    world = World()
    world.run_s(2640)
    told = list(world.history.rows)
    assert [event["event"] for event, _ in told] == ["warned"]
    world.history.rows.clear()
    world.begin()
    assert world.history.rows == told
    world.begin()
    assert world.history.rows == told
