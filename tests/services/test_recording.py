"""A recorded day, replayed by the simulator, gives the same events."""

from datetime import timedelta
from typing import Any

import pytest
from tests.services.world import CATALOGUE, World

from unhunch.domain import inputs
from unhunch.domain.settings import Settings, with_changes
from unhunch.services.recording import trace
from unhunch.services.simulator import simulate


def replayed(world: World, end_s: float, given_settings: Settings | None = None) -> list[dict[str, Any]]:
    """What the simulator makes of everything that the world's journal holds."""
    runs = []
    starts = [*world.history.starts, len(world.history.lines)]
    for number, (wall, boot_s, zone, settings, state) in enumerate(world.history.runs):
        run = {
            "id": number,
            "at": wall.isoformat(),
            "timezone": zone,
            "boot_s": boot_s,
            "settings": settings,
            "state": state,
        }
        given = [
            {"boot_s": line["t"], "kind": line["event"]}
            | {name: value for name, value in line.items() if name not in ("t", "event")}
            for line in world.history.lines[starts[number] : starts[number + 1]]
        ]
        runs.append((run, given))
    lines = [*trace(runs), {"t": end_s, "event": "finish"}]
    return list(simulate(lines, given_settings or Settings(), CATALOGUE))


def recorded(world: World) -> list[dict[str, Any]]:
    times = ("t", "since")
    return [
        {name: value - 1000 if name in times else value for name, value in event.items()}
        for event in world.recorder.events
    ]


def test_a_day_with_settings_of_its_own() -> None:
    """What differs from the defaults goes with the trace."""
    world = World(rhythm__stretch__every_min=20, rhythm__eyes__enabled=True)
    world.run_s(2400)
    world.presence.typing = False
    world.run_s(900)
    assert recorded(world)
    assert replayed(world, 3300) == recorded(world)


def test_a_day_with_a_restart_in_the_middle_of_a_prompt() -> None:
    """Each start goes on from the state that was really found."""
    world = World()
    world.run_s(2650)
    world.session.feed(inputs.Snooze(5))
    world.session.stop()
    world.clock.now_s += 30
    world.begin()
    world.run_s(290)
    world.presence.typing = False
    world.run_s(600)
    assert [event["event"] for event in recorded(world)][:3] == ["warned", "snoozed", "warned"]
    assert replayed(world, 3570) == recorded(world)


def test_a_long_stop_is_replayed_as_an_absence() -> None:
    """Stopped over lunch: the start prints that the person was away, in the recording and in the replay."""
    world = World()
    world.run_s(1800)
    world.session.stop()
    world.clock.now_s += 3600
    world.begin()
    world.run_s(100)
    assert "away" in [event["event"] for event in recorded(world)]
    assert replayed(world, 5500) == recorded(world)


def test_what_came_by_the_clock_alone_before_a_stop_is_replayed() -> None:
    """Between the last input and the stop, the person was seen to be away."""
    world = World()
    world.run_s(900)
    world.presence.typing = False
    world.run_s(600)
    world.session.stop()
    world.clock.now_s += 30
    world.begin()
    world.run_s(300)
    assert recorded(world) == [{"t": 1020, "event": "away", "since": 1020}]
    assert replayed(world, 1830) == recorded(world)


@pytest.mark.parametrize("shift_s", [3600, -3600])
def test_a_clock_that_was_set_moves_no_later_start(shift_s: float) -> None:
    """The start after it is as long after the one before as it really was."""
    world = World()
    world.run_s(600)
    world.clock.ahead += timedelta(seconds=shift_s)
    world.session.clock_changed()
    world.run_s(600)
    world.session.stop()
    world.clock.now_s += 20
    world.begin()
    world.run_s(1500)
    world.session.feed(inputs.Pause(until="12:00"))
    assert [event["event"] for event in recorded(world)] == ["warned", "waiting", "paused", "dropped"]
    assert replayed(world, 2720) == recorded(world)


def test_a_change_of_settings_comes_after_what_was_typed_before_it() -> None:
    """In the recording, too: else a shorter patience would find a silence that never was."""
    world = World()
    world.run_s(100.5)
    world.session.change_settings(with_changes(world.settings, {"timing.away_after_s": 15}))
    world.run_s(100)
    assert recorded(world) == []
    assert replayed(world, 200) == []


def test_input_from_before_a_start_comes_with_it() -> None:
    """What was typed while the program was not running is heard at the start, and never out of order."""
    run = {"at": "2026-03-02T09:00:00+01:00", "timezone": "Europe/Berlin", "boot_s": 10.0}
    run |= {"settings": {}, "state": None}
    later = run | {"at": "2026-03-02T10:00:00+01:00", "boot_s": 3610.0}
    typed = {"boot_s": 3600.0, "kind": "active", "until": 3605.0}
    lines = list(trace([(run, []), (later, [typed])]))
    assert lines[-1] == {"t": 3600.0, "event": "active", "until": 3600.0}


def test_a_rhythm_that_was_taken_away_is_away_in_the_replay() -> None:
    """Whether the program ran meanwhile or not; and what the replay itself was given does not come in."""
    own = {"rhythm.meal.every_min": 20, "rhythm.meal.length_s": 300}
    for while_running in (True, False):
        world = World(rhythm__meal__every_min=20, rhythm__meal__length_s=300)
        world.run_s(600)
        if while_running:
            world.session.change_settings(Settings())
        else:
            world.session.stop()
            world.settings = Settings()
            world.begin()
        world.run_s(2600)
        assert {event.get("rhythm", "stretch") for event in recorded(world)} == {"stretch"}
        assert replayed(world, 3200) == recorded(world)
        assert replayed(world, 3200, with_changes(Settings(), own)) == recorded(world)


def test_a_zone_that_only_this_machine_knows_is_not_named() -> None:
    """The times of the trace say how far they are from UTC, so it can be replayed anywhere."""
    world = World()
    wall, boot_s, _zone, *rest = world.history.runs[0]
    world.history.runs[0] = (wall, boot_s, "local", *rest)
    world.run_s(2650)
    world.session.feed(inputs.Pause(until="10:00"))
    assert recorded(world)[-2]["until"] == "2026-03-02T10:00:00+01:00"
    assert replayed(world, 2700) == recorded(world)


def test_nothing_recorded_is_no_trace() -> None:
    """Without a start there is no first line."""
    assert list(trace([])) == []
