"""Several who tell of lock and sleep, heard once."""

import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from unhunch.adapters.clock import SystemClock
from unhunch.adapters.clock_watch import KernelClockWatch
from unhunch.adapters.session_watch import SessionWatch
from unhunch.adapters.together import TogetherEvents


class Machine:
    """A clock that can sleep."""

    def __init__(self) -> None:
        self.slept = 0.0
        self.zones_loaded = 0

    def boot_s(self) -> float:
        return 1000 + self.slept

    def wall(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)

    def boot_ago_s(self, running_s: float) -> float:
        return self.boot_s() - running_s

    def real_until_s(self, boot_s: float) -> float:
        return boot_s - self.boot_s()

    def slept_s(self) -> float:
        return self.slept

    def reload_zone(self) -> None:
        self.zones_loaded += 1


class Log:
    """SessionEvents as a list of words."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def locked(self) -> None:
        self.words.append("locked")

    def unlocked(self) -> None:
        self.words.append("unlocked")

    def sleeping(self) -> None:
        self.words.append("sleeping")

    def woke(self) -> None:
        self.words.append("woke")

    def clock_changed(self) -> None:
        self.words.append("clock")

    def take(self) -> list[str]:
        words, self.words = self.words, []
        return words


class Case:
    def __init__(self) -> None:
        self.machine, self.log = Machine(), Log()
        self.together = TogetherEvents(self.machine, self.log)
        self.one, self.other = self.together.new_source(), self.together.new_source()


@pytest.fixture
def case() -> Case:
    return Case()


def test_two_who_say_locked_give_one_lock(case: Case) -> None:
    """The lock begins with the first and ends with the last, and a repetition is not news."""
    case.one.locked()
    case.other.locked()
    case.other.locked()
    assert case.together.is_locked
    case.one.unlocked()
    assert case.log.words == ["locked"]
    case.other.unlocked()
    case.other.unlocked()
    assert case.log.words == ["locked", "unlocked"]
    assert not case.together.is_locked


def test_a_source_that_is_lost_holds_nothing(case: Case) -> None:
    """A screen saver that crashes while locked, or a bus that goes during sleep, silences nobody for good."""
    case.one.locked()
    case.one.sleeping()
    case.one.lost()
    assert case.log.words == ["locked", "sleeping", "woke", "unlocked"]


def test_a_sleep_that_nobody_told_of_shows_on_waking(case: Case) -> None:
    """The clock that counts sleep has gone ahead: asleep and awake again."""
    case.machine.slept = 3600
    case.together.clock_changed()
    case.together.clock_changed()
    assert case.log.words == ["sleeping", "woke", "clock", "clock"]


def test_a_clock_that_was_set_is_no_sleep(case: Case) -> None:
    """Only the wall clock changed: no sleep; the zone is looked at again."""
    case.machine.slept = 0.1
    case.together.clock_changed()
    assert case.log.words == ["clock"]
    assert case.machine.zones_loaded == 1


@pytest.mark.parametrize("kernel_first", [True, False])
def test_a_sleep_told_by_two_is_one(case: Case, kernel_first: bool) -> None:
    """logind and the kernel both tell of the waking, in either order."""
    case.one.sleeping()
    case.machine.slept = 3600
    for tell in (case.together.clock_changed, case.one.woke)[:: 1 if kernel_first else -1]:
        tell()
    assert [word for word in case.log.words if word != "clock"] == ["sleeping", "woke"]


def test_a_second_sleep_is_told_again(case: Case) -> None:
    """Each sleep is told once."""
    for slept in (3600, 7200):
        case.machine.slept = slept
        case.together.clock_changed()
        assert case.log.take() == ["sleeping", "woke", "clock"]


class CancelledTimer:
    """A timerfd whose clock is set by hand."""

    def __init__(self) -> None:
        self.reader, self.writer = os.pipe()
        self.watched = 0

    def fileno(self) -> int:
        return self.reader

    def watch_clock(self) -> None:
        self.watched += 1

    def clear(self) -> None:
        os.read(self.reader, 1)

    def close(self) -> None:
        os.close(self.reader)
        os.close(self.writer)

    def set_clock(self) -> None:
        os.write(self.writer, b"!")


@pytest.fixture
def timer() -> Iterator[CancelledTimer]:
    return CancelledTimer()


def test_the_kernel_tells_every_time(qtbot: QtBot, timer: CancelledTimer) -> None:
    """A cancelled timer is set again and told of; after stop there is silence."""
    told: list[int] = []
    watch = KernelClockWatch(lambda: told.append(1), timer)  # type: ignore[arg-type]
    for times in (1, 2):
        timer.set_clock()
        qtbot.waitUntil(lambda times=times: len(told) == times)
    assert timer.watched == 3
    watch.stop()
    watch.stop()


def test_the_real_timer_is_quiet_while_nobody_sets_the_clock(qtbot: QtBot) -> None:
    """The real watch opens, tells nothing by itself, and closes."""
    told: list[int] = []
    watch = KernelClockWatch(lambda: told.append(1))
    qtbot.wait(50)
    watch.stop()
    assert told == []


def test_without_buses_the_reasons_are_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No bus at all: the kernel is still heard, and one sentence each in the log says what is missing."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    log = Log()
    with caplog.at_level(logging.INFO):
        watch = SessionWatch(SystemClock(), log, {})
    assert watch.name == "kernel (timerfd)"
    system, session = caplog.messages
    assert "system bus cannot be reached" in system
    assert "session bus cannot be reached" in session
    assert not watch.is_locked()
    watch.stop()
    assert log.words == []
