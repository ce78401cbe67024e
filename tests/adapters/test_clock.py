"""The clocks: boot time across sleep, the wall clock's zone, and the demo's acceleration."""

from datetime import UTC, datetime, timedelta

import pytest

from unhunch.adapters import clock as clock_module
from unhunch.adapters.clock import FastClock, SystemClock


class Machine:
    """Two clocks to turn by hand: one counts sleep, one does not."""

    def __init__(self) -> None:
        self.running_s = 1000.0
        self.slept_s = 50.0

    def boot(self) -> float:
        return self.running_s + self.slept_s

    def clock(self) -> SystemClock:
        return SystemClock(self.boot, lambda: self.running_s)


def test_real_boot_clock_does_not_go_back() -> None:
    """Two readings of the real clock are in order."""
    clock = SystemClock()
    first = clock.boot_s()
    assert clock.boot_s() >= first > 0


def test_wall_is_aware_and_now() -> None:
    """The wall clock knows its zone and agrees with the system's."""
    wall = SystemClock().wall()
    assert wall.utcoffset() is not None
    assert abs(wall - datetime.now(UTC)) < timedelta(minutes=1)


def test_wall_zone_knows_daylight_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    """The zone is a real one, not just today's offset, and follows a change of the machine's."""
    clock = SystemClock()
    monkeypatch.setenv("TZ", "Europe/Berlin")
    clock.reload_zone()
    zone = clock.wall().tzinfo
    assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=2)
    monkeypatch.undo()
    clock.reload_zone()


@pytest.mark.expect_log("two zones")
def test_broken_zone_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose zone cannot be found still has a wall clock with an offset."""

    def broken() -> None:
        raise ValueError("two zones")

    monkeypatch.setattr(clock_module, "get_localzone", broken)
    assert SystemClock().wall().utcoffset() is not None


def test_moment_before_a_sleep_is_farther_back() -> None:
    """An input 10 s of running time ago, with an hour's sleep between, was an hour and 10 s ago."""
    machine = Machine()
    clock = machine.clock()
    input_at = machine.boot()
    machine.running_s += 5
    machine.slept_s += 3600
    assert clock.boot_ago_s(5) == pytest.approx(input_at)
    machine.running_s += 5
    assert clock.boot_ago_s(10) == pytest.approx(input_at)


def test_moment_after_a_sleep_is_not_farther_back() -> None:
    """An input after the waking is as long ago as the machine has run since."""
    machine = Machine()
    clock = machine.clock()
    machine.slept_s += 3600
    clock.boot_ago_s(0)
    machine.running_s += 8
    assert clock.boot_ago_s(3) == pytest.approx(machine.boot() - 3)


def test_noise_between_the_clocks_is_no_sleep() -> None:
    """Some milliseconds between two readings move no input."""
    machine = Machine()
    clock = machine.clock()
    machine.running_s += 10
    machine.slept_s += 0.02
    assert clock.boot_ago_s(10) == pytest.approx(1050, abs=0.05)


def test_fast_clock_runs_faster_from_its_beginning() -> None:
    """Sixty times as fast: a real second is a minute, on both clocks."""
    machine = Machine()
    clock = FastClock(60, machine.clock())
    begin, wall = clock.boot_s(), clock.wall()
    machine.running_s += 10
    assert begin == pytest.approx(1050)
    assert clock.boot_s() - begin == pytest.approx(600)
    assert clock.wall() - wall == pytest.approx(timedelta(seconds=600), abs=timedelta(milliseconds=1))


def test_fast_clock_converts_to_real_seconds_and_back() -> None:
    """A deadline ten accelerated minutes ahead is ten real seconds away; an input a real second ago was
    an accelerated minute ago."""
    machine = Machine()
    clock = FastClock(60, machine.clock())
    machine.running_s += 1
    assert clock.real_until_s(clock.boot_s() + 600) == pytest.approx(10)
    assert clock.boot_ago_s(1) == pytest.approx(clock.boot_s() - 60)


def test_fast_wall_clock_keeps_local_time_across_daylight_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Accelerated over the change of the hour, the local time jumps as the real one would."""
    machine = Machine()
    base = machine.clock()
    monkeypatch.setenv("TZ", "Europe/Berlin")
    base.reload_zone()
    zone = base.wall().tzinfo
    monkeypatch.setattr(base, "wall", lambda: datetime(2026, 3, 29, 1, 30, tzinfo=zone))
    clock = FastClock(3600, base)
    machine.running_s += 1
    assert clock.wall().replace(tzinfo=None) == datetime(2026, 3, 29, 3, 30)  # noqa: DTZ001
    monkeypatch.undo()
    base.reload_zone()
