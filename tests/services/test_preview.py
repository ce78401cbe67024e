"""What settings would have made of a day."""

import struct
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from tests.services.world import CATALOGUE, World

from unhunch.domain.settings import Settings, with_changes
from unhunch.services.preview import breaks_of, inputs_of, last_working_day, recorded_day, typical_day

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_typical_day_has_a_break_about_every_45_minutes() -> None:
    """With the defaults, nine to half past five holds seven to ten breaks, none of them over lunch."""
    day = typical_day(NINE)
    breaks = breaks_of(day, Settings(), CATALOGUE)
    assert 7 <= len(breaks) <= 10
    lunch = range(3 * 3600 + 28 * 60 + 200, 4 * 3600 + 15 * 60)
    assert not [taken for taken in breaks if round(taken.from_s) in lunch]
    assert all(150 <= taken.until_s - taken.from_s <= 200 for taken in breaks)


def test_a_longer_interval_makes_fewer_breaks() -> None:
    """The strip follows the slider."""
    day = typical_day(NINE)
    counts = [
        len(breaks_of(day, with_changes(Settings(), {"rhythm.stretch.every_min": every}), CATALOGUE))
        for every in (20, 30, 45, 60, 90)
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 2 * counts[-1]


def test_working_hours_count() -> None:
    """A day off has no breaks."""
    sunday = NINE + timedelta(days=6)
    settings = with_changes(Settings(), {"hours.enabled": True})
    assert breaks_of(typical_day(NINE), settings, CATALOGUE)
    assert breaks_of(typical_day(sunday), settings, CATALOGUE) == ()


def test_a_zone_without_a_name_is_no_hindrance() -> None:
    """Where the machine's zone is a mere file, it is called "local", which no other machine knows."""
    counts = struct.pack(">4sc15x6l", b"TZif", b"\0", 0, 0, 0, 0, 1, 4)
    zone_file = BytesIO(counts + struct.pack(">lBB", 3600, 0, 0) + b"CET\0")
    nine = NINE.replace(tzinfo=ZoneInfo.from_file(zone_file, key="local"))
    assert nine == NINE
    given = breaks_of(typical_day(nine), Settings(), CATALOGUE)
    assert given == breaks_of(typical_day(NINE), Settings(), CATALOGUE)


def test_a_recorded_day_is_made_of_spells() -> None:
    """What the history kept about once a minute becomes unbroken work, with the absence between."""
    world = World()
    world.run_s(2 * 3600)
    world.presence.typing = False
    world.run_s(3600)
    world.presence.typing = True
    world.run_s(3600)
    wall, boot_s, zone, settings, state = world.history.runs[0]
    run = {"at": wall.isoformat(), "boot_s": boot_s, "timezone": zone, "settings": settings, "state": state}
    given = [{"kind": line["event"], "boot_s": line["t"], **line} for line in world.history.lines]
    day = recorded_day(inputs_of([(run, given)]))
    assert day is not None
    assert day.recorded
    (first, second) = day.spells
    assert first.from_s == pytest.approx(0, abs=60)
    assert first.until_s == pytest.approx(7200, abs=150)
    assert second.from_s == pytest.approx(10800, abs=60)
    assert second.until_s == pytest.approx(14400, abs=150)


def test_a_short_day_says_too_little() -> None:
    """An hour at the desk is no day to judge settings by."""
    assert recorded_day([(NINE, NINE + timedelta(hours=1))]) is None
    assert recorded_day([]) is None


def test_the_last_working_day_is_the_last_long_one_before_today() -> None:
    """Today is not over, a short day says too little: the day before those is taken."""

    def worked(days_ago: int, hours: float) -> tuple[datetime, datetime]:
        begin = NINE - timedelta(days=days_ago)
        return begin, begin + timedelta(hours=hours)

    found = last_working_day([worked(3, 8), worked(2, 6), worked(1, 1), worked(0, 5)], NINE)
    assert found is not None
    assert found.begin == NINE - timedelta(days=2)
    assert found.length_s == 6 * 3600
    assert last_working_day([worked(0, 8)], NINE) is None
