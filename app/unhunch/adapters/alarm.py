"""The one alarm: APScheduler, in the Qt thread, aimed by the boot clock.

APScheduler keeps its jobs by the wall clock, which people and networks set back and forth. So its job is
only what wakes us: the deadline is a boot time, the timer is armed by the boot clock, and when it fires
the job's wall-clock time is worked out anew before APScheduler looks at it.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from unhunch.adapters.clock import MachineClock
from unhunch.adapters.lean_apscheduler import BaseScheduler, DateTrigger, DebugExecutor
from unhunch.adapters.timers import OneShot, best_one_shot

_JOB = "wake"
# Nothing of ours lies farther ahead; a date must stay within the calendar.
_FARTHEST_S = 30 * 86_400.0


class QtThreadScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler has no types
    """An APScheduler that runs its jobs in the thread of `run_due`, and leaves the waiting to `rearm`."""

    def __init__(self, rearm: Callable[[], None]) -> None:
        self._rearm = rearm
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        super().__init__(
            timezone=UTC,
            executors={"default": DebugExecutor()},
            job_defaults={"coalesce": True, "misfire_grace_time": None},
        )

    def wakeup(self) -> None:
        """APScheduler's call when its jobs have changed."""
        self._rearm()

    def shutdown(self, wait: bool = True) -> None:
        """Forget all jobs (the base class leaves this abstract)."""
        super().shutdown(wait)

    def run_due(self) -> None:
        """Run, in this thread, what is due by the wall clock."""
        self._process_jobs()


class SchedulerAlarm:
    """Calls `on_wake` in the Qt thread once the boot clock has reached the time asked for.

    Setting the wall clock neither delays nor hastens it, and after a sleep it comes at once.
    """

    def __init__(
        self,
        clock: MachineClock,
        on_wake: Callable[[], None],
        make_timer: Callable[[Callable[[], None]], OneShot] = best_one_shot,
    ) -> None:
        self._clock = clock
        self._on_wake = on_wake
        self._deadline_s: float | None = None
        self._reached = False
        self._timer = make_timer(self._fire)
        self._scheduler = QtThreadScheduler(self._rearm)
        self._scheduler.start()

    def wake_at(self, boot_s: float | None) -> None:
        """Wake at this boot time, replacing what was asked before; None: not at all.

        Asking again for the same time is cheap, and right after a sleep.
        """
        if not self._scheduler.running:
            return
        if boot_s == self._deadline_s:
            self._rearm()
            return
        self._deadline_s = boot_s
        if boot_s is None:
            self._scheduler.remove_all_jobs()
            self._timer.stop()
        else:
            self._aim()

    def stop(self) -> None:
        """Never wake again."""
        if not self._scheduler.running:
            return
        self._deadline_s = None
        self._scheduler.shutdown()
        self._timer.close()

    def _aim(self) -> None:
        """Give the job the wall-clock time that the deadline has by now; `_rearm` follows by itself."""
        run_at = datetime.now(UTC) + timedelta(seconds=self._wait_s())
        trigger = DateTrigger(run_at, UTC)
        self._scheduler.add_job(self._reach, trigger, id=_JOB, replace_existing=True)

    def _rearm(self) -> None:
        if self._deadline_s is not None:
            self._timer.start(self._wait_s())

    def _wait_s(self) -> float:
        if self._deadline_s is None:
            return _FARTHEST_S
        return max(min(self._clock.real_until_s(self._deadline_s), _FARTHEST_S), 0.0)

    def _reach(self) -> None:
        self._reached = True

    def _fire(self) -> None:
        if self._deadline_s is None:
            return
        self._aim()
        self._reached = False
        self._scheduler.run_due()
        if not self._reached:
            self._rearm()
            return
        # Only now, outside APScheduler: it removes a finished job by its id, which would hit the
        # next one if that were asked for from within, and it swallows what a job raises.
        self._deadline_s = None
        self._timer.stop()
        self._on_wake()
