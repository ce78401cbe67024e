"""How long a year at the desk takes to simulate, and how much memory.

Run it by packaging/bench simulate [--days N] [--json].
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator
from typing import Any

from unhunch.domain.settings import Settings, with_changes
from unhunch.services.simulator import simulate

DAYS = 250
DAY_S = 86400
CATALOGUE = {"shoulder-roll": 60.0, "neck-flexion": 60.0, "overhead-reach": 60.0}


def year(days: int) -> Iterator[dict[str, Any]]:
    """Eight hours a day with coffee, lunch, a meeting, and someone who snoozes now and then."""
    yield {"t": 0, "event": "begin", "at": "2026-01-05T00:00:00", "timezone": "Europe/Berlin"}
    for day in range(days):
        yield from _day(day * DAY_S, day)
    yield {"t": days * DAY_S, "event": "finish"}


def _day(start: float, number: int) -> Iterator[dict[str, Any]]:
    def line(hour: float, event: str, **fields: Any) -> dict[str, Any]:
        return {"t": start + round(hour * 3600), "event": event, **fields}

    def until(hour: float) -> float:
        return start + round(hour * 3600)

    yield line(8.9, "wake")
    yield line(9, "active", until=until(10.6))
    yield line(10.8, "active", until=until(12.5))
    yield line(11, "hold", reason="meeting")
    yield line(11.9, "release", reason="meeting")
    yield line(12.5, "lock")
    yield line(13.2, "unlock")
    yield line(13.2, "active", until=until(15))
    if number % 3 == 0:
        yield line(14.1, "snooze")
    yield line(15.1, "active", until=until(17.7))
    yield line(17.7, "sleep")


def main() -> None:
    """Simulate the year and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=DAYS, help=f"how many days (default {DAYS})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    settings = with_changes(Settings(), {"rhythm.eyes.enabled": True})
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    events = sum(1 for _ in simulate(year(arguments.days), settings, CATALOGUE))
    cpu_s = time.process_time() - started
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = {
        "days": arguments.days,
        "events": events,
        "cpu_s": round(cpu_s, 3),
        "peak_mib": round(peak_kib / 1024, 1),
        "simulation_mib": round((peak_kib - before_kib) / 1024, 1),
    }
    if arguments.json:
        print(json.dumps(result))
        return
    print(
        "{days} days, {events} events: {cpu_s} s of processor time (goal: under 5), {peak_mib} MiB at most, "
        "{simulation_mib} MiB of it for the simulation".format_map(result)
    )


if __name__ == "__main__":
    main()
