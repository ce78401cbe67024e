"""The alarm: APScheduler aimed by the boot clock, on a timer turned by hand and on a real Qt loop."""

import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo

import pytest
from pytestqt.qtbot import QtBot

from unhunch.adapters import alarm as alarm_module
from unhunch.adapters.alarm import SchedulerAlarm
from unhunch.adapters.clock import FastClock, SystemClock
from unhunch.adapters.timers import BootOneShot, QtOneShot, best_one_shot


class FakeTimer:
    """Remembers what was asked; fires when told."""

    def __init__(self, due: Callable[[], None]) -> None:
        self.due = due
        self.in_s: float | None = None
        self.starts = 0

    def start(self, in_s: float) -> None:
        self.in_s = in_s
        self.starts += 1

    def stop(self) -> None:
        self.in_s = None

    def close(self) -> None:
        self.in_s = None


class Bench:
    """An alarm on a clock turned by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.woken: list[float] = []
        self.then: Callable[[], None] = lambda: None
        self.alarm = SchedulerAlarm(
            SystemClock(lambda: self.now_s, lambda: self.now_s), self._wake, self._make_timer
        )

    def _make_timer(self, due: Callable[[], None]) -> FakeTimer:
        self.timer = FakeTimer(due)
        return self.timer

    def _wake(self) -> None:
        self.woken.append(self.now_s)
        self.then()

    def pass_s(self, seconds: float) -> None:
        """Time passes; the timer fires when its own wait is over."""
        end_s = self.now_s + seconds
        while self.timer.in_s is not None and self.now_s + self.timer.in_s <= end_s:
            self.now_s += self.timer.in_s
            self.timer.in_s = None
            self.timer.due()
        if self.timer.in_s is not None:
            self.timer.in_s -= end_s - self.now_s
        self.now_s = end_s

    def sleep_s(self, seconds: float) -> None:
        """The machine sleeps: its boot clock goes on, the timer of an ordinary loop does not."""
        self.now_s += seconds


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.alarm.stop()


def set_wall_clock(monkeypatch: pytest.MonkeyPatch, shift: timedelta) -> None:
    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + shift

    monkeypatch.setattr(alarm_module, "datetime", Shifted)
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Shifted)


def test_wakes_at_the_deadline_once(bench: Bench) -> None:
    """The alarm comes when the boot clock gets there, and not again."""
    bench.alarm.wake_at(1600)
    bench.pass_s(599)
    assert bench.woken == []
    bench.pass_s(10_000)
    assert bench.woken == [1600]


def test_a_new_deadline_replaces_the_old(bench: Bench) -> None:
    """Only the last deadline asked for counts, be it earlier or later."""
    bench.alarm.wake_at(1100)
    bench.alarm.wake_at(1300)
    bench.alarm.wake_at(1200)
    bench.pass_s(1000)
    assert bench.woken == [1200]


def test_none_means_not_at_all(bench: Bench) -> None:
    """Asking for None takes the deadline back."""
    bench.alarm.wake_at(1100)
    bench.alarm.wake_at(None)
    bench.pass_s(1000)
    assert bench.woken == []


def test_a_deadline_past_wakes_at_the_next_turn(bench: Bench) -> None:
    """A late deadline is not dropped, however late; not from within the call either."""
    bench.alarm.wake_at(-50_000)
    assert bench.woken == []
    bench.pass_s(0)
    assert bench.woken == [1000]


def test_the_next_deadline_may_be_set_while_waking(bench: Bench) -> None:
    """What is asked for from within the wake-up is kept."""
    bench.then = lambda: bench.alarm.wake_at(bench.now_s + 60) if len(bench.woken) < 3 else None
    bench.alarm.wake_at(1060)
    bench.pass_s(1000)
    assert bench.woken == [1060, 1120, 1180]


@pytest.mark.parametrize("hours", [-5, 5, -24 * 400])
def test_setting_the_wall_clock_moves_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    """Set back or forward, the alarm comes at its boot time."""
    bench.alarm.wake_at(1600)
    bench.pass_s(100)
    set_wall_clock(monkeypatch, timedelta(hours=hours))
    bench.pass_s(499.9)
    assert bench.woken == []
    bench.pass_s(0.2)
    assert bench.woken == [pytest.approx(1600)]


def test_after_a_sleep_it_is_due_as_soon_as_the_timer_looks(bench: Bench) -> None:
    """A timer that counts sleep fires at once after waking, and the alarm comes then."""
    bench.alarm.wake_at(1600)
    bench.sleep_s(8 * 3600)
    bench.timer.due()
    assert bench.woken == [1000 + 8 * 3600]


def test_asking_again_after_a_sleep_corrects_a_timer_that_stood_still(bench: Bench) -> None:
    """Where timers do not count sleep, asking for the same deadline on waking makes up for it."""
    bench.alarm.wake_at(1600)
    bench.sleep_s(500)
    bench.alarm.wake_at(1600)
    assert bench.timer.in_s == pytest.approx(100)
    bench.sleep_s(8 * 3600)
    bench.alarm.wake_at(1600)
    assert bench.timer.in_s == 0


def test_an_early_timer_does_no_harm(bench: Bench) -> None:
    """A timer that fires too early is set again."""
    bench.alarm.wake_at(1600)
    bench.now_s = 1599.5
    bench.timer.due()
    assert bench.woken == []
    bench.pass_s(1)
    assert bench.woken == [pytest.approx(1600)]


def test_a_deadline_beyond_the_calendar_is_approached_in_steps(bench: Bench) -> None:
    """A deadline in a hundred years neither overflows nor comes early."""
    bench.alarm.wake_at(100 * 365 * 86_400.0)
    bench.pass_s(90 * 86_400)
    assert bench.woken == []
    assert bench.timer.starts < 20


def test_silent_after_stop(bench: Bench) -> None:
    """Stopped, it neither wakes nor takes a deadline; stopping twice is fine."""
    bench.alarm.wake_at(1100)
    bench.alarm.stop()
    bench.alarm.stop()
    bench.alarm.wake_at(1200)
    bench.timer.due()
    bench.pass_s(1000)
    assert bench.woken == []


def test_an_error_while_waking_is_not_swallowed(bench: Bench) -> None:
    """APScheduler logs and forgets what a job raises; ours reaches the program's own handler."""

    def fail() -> None:
        raise RuntimeError("seen")

    bench.then = fail
    bench.alarm.wake_at(1100)
    with pytest.raises(RuntimeError, match="seen"):
        bench.pass_s(200)
    bench.then = lambda: None
    bench.alarm.wake_at(1300)
    bench.pass_s(200)
    assert bench.woken == [1100, 1300]


def test_waking_leaves_no_lines_in_the_log(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    """APScheduler's running commentary would fill the person's log file."""
    with caplog.at_level(logging.INFO):
        bench.alarm.wake_at(1100)
        bench.pass_s(200)
    assert bench.woken
    assert caplog.records == []


def test_nothing_grows_over_ten_thousand_reschedules(bench: Bench) -> None:
    """Each deadline replaces the last: no job, timer or object is left over."""
    for step in range(100):
        bench.alarm.wake_at(2000 + step)
    gc.collect()
    before = len(gc.get_objects())
    for step in range(10_000):
        bench.alarm.wake_at(3000 + step)
    gc.collect()
    assert len(gc.get_objects()) - before < 50
    bench.pass_s(20_000)
    assert bench.woken == [12_999]


@pytest.mark.parametrize("make_timer", [best_one_shot, QtOneShot])
def test_on_a_real_loop_it_wakes_in_the_qt_thread(
    qtbot: QtBot, make_timer: Callable[[Callable[[], None]], QtOneShot]
) -> None:
    """With real timers, an accelerated clock and many reschedules: one call, in this thread, not early."""
    clock = FastClock(100)
    woken: list[tuple[threading.Thread, float]] = []
    alarm = SchedulerAlarm(
        clock, lambda: woken.append((threading.current_thread(), clock.boot_s())), make_timer
    )
    deadline_s = clock.boot_s() + 8
    for sooner_s in range(500, 0, -1):
        alarm.wake_at(deadline_s + sooner_s)
    alarm.wake_at(deadline_s)
    qtbot.waitUntil(lambda: bool(woken))
    qtbot.wait(60)
    alarm.stop()
    assert [thread for thread, _ in woken] == [threading.main_thread()]
    assert woken[0][1] >= deadline_s - 0.2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="timerfd is Linux's")
def test_linux_gets_the_timer_that_counts_sleep(qtbot: QtBot) -> None:
    """On Linux the alarm rests on the boot clock; closed, it is silent."""
    fired: list[int] = []
    timer = best_one_shot(lambda: fired.append(1))
    assert isinstance(timer, BootOneShot)
    timer.start(0)
    qtbot.waitUntil(lambda: bool(fired))
    timer.start(0)
    timer.stop()
    timer.close()
    timer.start(0)
    qtbot.wait(20)
    assert fired == [1]


def in_a_fresh_python(*lines: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    return done.stdout.split()


HEAVY = "HEAVY = ('asyncio', 'multiprocessing', 'importlib.metadata', 'apscheduler.executors.pool')"
LOADED = "print(*(name in sys.modules for name in HEAVY))"


def test_the_alarm_brings_nothing_heavy() -> None:
    """What APScheduler would import and we never use stays out, and can be imported for real afterwards."""
    printed = in_a_fresh_python(
        "import sys, unhunch.adapters.alarm",
        HEAVY,
        LOADED,
        "import asyncio, importlib.metadata, apscheduler.executors.pool as pool",
        "print(asyncio.run.__name__, importlib.metadata.version('APScheduler'))",
        "print(pool.ThreadPoolExecutor.__name__)",
    )
    assert printed[:4] == ["False"] * 4
    assert printed[4] == "run"
    assert printed[5].startswith("3.")
    assert printed[6] == "ThreadPoolExecutor"


def test_an_apscheduler_that_wants_more_is_imported_as_usual() -> None:
    """Where a stand-in is not enough the real modules come, and the alarm's classes are whole."""
    printed = in_a_fresh_python(
        "import sys, unhunch.adapters.lean_apscheduler as lean",
        "for name in [each for each in sys.modules if each.startswith('apscheduler')]: del sys.modules[name]",
        "lean._STAND_INS['asyncio'].clear()",
        "lean._import_lean()",
        "from apscheduler.schedulers.base import BaseScheduler",
        HEAVY,
        LOADED,
    )
    assert printed == ["True"] * 4


def test_already_imported_modules_are_left_alone() -> None:
    """Who imported asyncio before keeps the very same module."""
    printed = in_a_fresh_python(
        "import asyncio, importlib.metadata, sys",
        "before = asyncio, importlib.metadata",
        "import unhunch.adapters.alarm",
        "print((sys.modules['asyncio'], sys.modules['importlib.metadata']) == before)",
    )
    assert printed == ["True"]
