"""Reads time: the machine's clocks, and a faster one for the demo."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Protocol

from tzlocal import get_localzone, reload_localzone

log = logging.getLogger(__name__)

# Two clocks are read one after the other: less than this between them is no sleep.
SLEEP_NOTICED_S = 0.5


def _read_boot_s() -> float:
    """Seconds since boot, sleep included (where the system has such a clock; else without sleep)."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class MachineClock(Protocol):
    """A `services.ports.Clock` that can also be compared with the machine's own timers and counters.

    "Running time" is the machine's: it stands still in sleep and knows nothing of an accelerated clock.
    """

    def boot_s(self) -> float: ...
    def wall(self) -> datetime: ...
    def boot_ago_s(self, running_s: float) -> float:
        """Boot time of the moment `running_s` seconds of running time ago."""

    def real_until_s(self, boot_s: float) -> float:
        """Real seconds from now until this boot time; negative where it is past."""

    def slept_s(self) -> float:
        """Real seconds that the machine has slept in all."""

    def reload_zone(self) -> None:
        """The time zone may have changed: look again."""


class SystemClock:
    """The machine's clocks: boot time, which counts sleep, and the local wall clock."""

    def __init__(
        self,
        read_boot_s: Callable[[], float] = _read_boot_s,
        read_running_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read_boot_s = read_boot_s
        self._read_running_s = read_running_s
        self._zone = _local_zone()
        self._slept_s = self.slept_s()
        self._slept_before_s = self._slept_s
        self._woke_at_running_s = float("-inf")

    def boot_s(self) -> float:
        """Seconds on a clock that never jumps and counts sleep."""
        return self._read_boot_s()

    def wall(self) -> datetime:
        """The local wall-clock time, aware of its zone."""
        return datetime.now(self._zone)

    def slept_s(self) -> float:
        """Seconds that the machine has slept in all."""
        return self._read_boot_s() - self._read_running_s()

    def boot_ago_s(self, running_s: float) -> float:
        """Boot time of the moment `running_s` seconds of running time ago.

        What lies before the last sleep is farther back on the boot clock by the length of that sleep.
        """
        self._notice_sleep()
        then_s = self._read_running_s() - running_s
        return then_s + (self._slept_s if then_s >= self._woke_at_running_s else self._slept_before_s)

    def real_until_s(self, boot_s: float) -> float:
        """Real seconds from now until this boot time; negative where it is past."""
        return boot_s - self._read_boot_s()

    def reload_zone(self) -> None:
        """The time zone may have changed: look again."""
        time.tzset() if hasattr(time, "tzset") else None
        self._zone = _local_zone(reload=True)

    def _notice_sleep(self) -> None:
        slept_s = self.slept_s()
        if slept_s - self._slept_s > SLEEP_NOTICED_S:
            self._slept_before_s, self._woke_at_running_s = self._slept_s, self._read_running_s()
        self._slept_s = slept_s


class FastClock:
    """Boot and wall clock that run `factor` times as fast as those of `base`, from now on (for the demo)."""

    def __init__(self, factor: float, base: SystemClock | None = None) -> None:
        self.factor = factor
        self._base = base or SystemClock()
        self._begin_s = self._base_begin_s = self._base.boot_s()
        self._begin_wall = self._base.wall()

    def boot_s(self) -> float:
        """Accelerated seconds; equal to the machine's boot clock at the beginning."""
        return self._accelerated_s(self._base.boot_s())

    def wall(self) -> datetime:
        """The local wall-clock time, accelerated."""
        ahead = timedelta(seconds=self.boot_s() - self._begin_s)
        return (self._begin_wall.astimezone(UTC) + ahead).astimezone(self._begin_wall.tzinfo)

    def boot_ago_s(self, running_s: float) -> float:
        """Accelerated boot time of the moment `running_s` real seconds of running time ago."""
        return self._accelerated_s(self._base.boot_ago_s(running_s))

    def real_until_s(self, boot_s: float) -> float:
        """Real seconds from now until this accelerated boot time; negative where it is past."""
        return (boot_s - self.boot_s()) / self.factor

    def set_factor(self, factor: float) -> None:
        """Run at another speed from now on; neither clock jumps."""
        at_s = self._base.boot_s()
        now_s, now_wall = self._accelerated_s(at_s), self.wall()
        self._begin_s, self._begin_wall, self._base_begin_s = now_s, now_wall, at_s
        self.factor = factor

    def slept_s(self) -> float:
        """Real seconds that the machine has slept in all."""
        return self._base.slept_s()

    def reload_zone(self) -> None:
        """The demo keeps the zone that it began in."""

    def _accelerated_s(self, base_boot_s: float) -> float:
        return self._begin_s + (base_boot_s - self._base_begin_s) * self.factor


def _local_zone(*, reload: bool = False) -> tzinfo:
    try:
        return reload_localzone() if reload else get_localzone()
    except Exception as error:
        log.warning("The time zone is not set up properly, daylight saving may be missed: %s", error)
        return datetime.now().astimezone().tzinfo or UTC


def boot_id() -> str:
    """Return a name for this boot of the machine; "" where the system gives none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
