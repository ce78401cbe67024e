"""What a whole break costs. Run it by packaging/bench break [--json].

Starts the real program on a private desktop (1366 x 768), lets it open a break by command, waits until its
stretches have run to their end, and measures: the share of one processor that the break took, and the
program's memory in MiB before it, at its highest, and after. A second break follows the first, so that what
only the first one needs (windows, fonts) is told from what grows. It takes twice as long as a break.
"""

import argparse
import json
import sys
import time

from tests.benchmarks.bench_idle import cpu_s, memory_mib
from tests.desktop.rig import Desktop, RigError, missing_tools, wait_for

GOALS = {"cpu_percent": 25.0, "grown_by_first_mib": 5.0, "grown_by_second_mib": 1.0}
LONGEST_S = 600.0
SETTLE_S = 30.0
"""Longer than the finishing moment stays on the screen, so that the window has gone."""


def ask(desktop: Desktop, *command: str) -> str:
    """Give the program a command and return its answer."""
    return desktop.run(sys.executable, "-m", "unhunch", *command)


def is_open(desktop: Desktop) -> bool:
    """Whether a break is open."""
    return json.loads(ask(desktop, "status", "--json"))["break"] is not None


def one_break(desktop: Desktop, pid: int) -> dict[str, float]:
    """Let one break run from its beginning to its end and measure it."""
    before_s, before_cpu_s = time.monotonic(), cpu_s(pid)
    ask(desktop, "break")
    wait_for(lambda: is_open(desktop), "the break")
    most = 0.0
    end_s = time.monotonic() + LONGEST_S
    while is_open(desktop):
        if time.monotonic() > end_s:
            raise RigError("the break did not end")
        most = max(most, memory_mib(pid)["rss_mib"])
        time.sleep(2)
    took_s = time.monotonic() - before_s
    return {
        "seconds": took_s,
        "cpu_percent": 100 * (cpu_s(pid) - before_cpu_s) / took_s,
        "most_rss_mib": most,
    }


def measure() -> dict[str, float]:
    """Start the program and measure two breaks; the shares are those of the first, which paints all."""
    with Desktop.start(tray=True) as desktop:
        program = desktop.spawn_unhunch()
        wait_for(lambda: desktop.tray_items() or program.poll() is not None, "the tray icon")
        memory = []
        breaks = []
        for _ in range(2):
            time.sleep(SETTLE_S)
            memory.append(memory_mib(program.pid)["rss_mib"])
            breaks.append(one_break(desktop, program.pid))
        time.sleep(SETTLE_S)
        memory.append(memory_mib(program.pid)["rss_mib"])
        desktop.end(program)
    before, between, after = memory
    return {
        **breaks[0],
        "rss_before_mib": before,
        "grown_by_first_mib": between - before,
        "grown_by_second_mib": after - between,
    }


def main() -> int:
    """Measure and print; the exit status is 1 where the desktop or the program did not start."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if missing := missing_tools(tray=True):
        print(f"bench break needs {', '.join(missing)}: packaging/test installs them", file=sys.stderr)
        return 1
    try:
        result = measure()
    except RigError as error:
        print(f"bench break: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(result))
        return 0
    for name, value in result.items():
        print(f"{name:20} {value:>8.4g}" + (f"   goal: at most {GOALS[name]:g}" if name in GOALS else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
