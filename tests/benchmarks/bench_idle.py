"""What the program costs while somebody works and nothing is due. Run it by packaging/bench idle [--json].

Starts the real program on a private desktop with a tray, presses a key now and then, and measures:
how often a minute it wakes up, its share of a processor, and its memory.

A wake-up is a moment at which the process stops waiting (strace sees how long each wait lasted); waits that
end within 50 ms of each other are one. Voluntary context switches are counted as well: one wake-up that asks
the X server something and writes a file makes several. Memory is in MiB; PSS shares out what other programs
use too, so it is smaller while another program of Qt or Python runs, and comparable only on a quiet machine.
"""

import argparse
import contextlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.desktop.rig import Desktop, RigError, missing_tools, wait_for

GOALS = {"wakeups_per_min": 2.0, "cpu_percent": 0.01, "pss_mib": 60.0}
SETTLE_S = 10.0
TOGETHER_S = 0.05
WAITS = "poll,ppoll,epoll_wait,epoll_pwait,select,pselect6,futex,nanosleep,clock_nanosleep"


def switches(pid: int) -> int:
    """How often any thread of it has gone to sleep by itself so far."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):  # the thread has just ended
            total += int((task / "status").read_text().split("\nvoluntary_ctxt_switches:")[1].split()[0])
    return total


def cpu_s(pid: int) -> float:
    """Seconds of processor time it has used so far, to the microsecond."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def memory_mib(pid: int) -> dict[str, float]:
    """Resident memory, and the share of it that is its own."""
    found = dict(re.findall(r"^(Rss|Pss):\s+(\d+) kB$", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M))
    return {"rss_mib": int(found["Rss"]) / 1024, "pss_mib": int(found["Pss"]) / 1024}


def wakeups(trace: str) -> int:
    """How many separate moments in strace's output (-ttt -T) end a wait of a millisecond or more."""
    ends_s: list[float] = []
    for line in trace.splitlines():
        found = re.search(r"(\d+\.\d{6}) .*<(\d+\.\d+)>$", line)
        if found and float(found[2]) >= 0.001:
            # A line that only tells of the end of a call bears the time of that end.
            ends_s.append(float(found[1]) + (0 if " resumed>" in line else float(found[2])))
    ends_s.sort()
    return sum(1 for before, end in zip([0.0, *ends_s], ends_s, strict=False) if end - before > TOGETHER_S)


@contextlib.contextmanager
def tracing(pid: int, path: Path) -> Iterator[None]:
    """Let strace write every wait of the process into a file."""
    command = ["strace", "-f", "-ttt", "-T", "-e", f"trace={WAITS}", "-o", str(path), "-p", str(pid)]
    tracer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(path.exists, "strace")
        time.sleep(0.5)
        yield
    finally:
        tracer.terminate()
        tracer.wait()


def work(desktop: Desktop, seconds: float, key_every_s: float) -> None:
    """Somebody presses a key now and then. Raises RigError where the program has ended meanwhile."""
    end_s = time.monotonic() + seconds
    while (left_s := end_s - time.monotonic()) > 0:
        desktop.key("a")
        time.sleep(min(key_every_s, max(left_s, 0)))
    if desktop.process("unhunch").poll() is not None:
        raise RigError("the program ended: " + desktop.read_log("unhunch")[-1000:])


def measure(seconds: float, key_every_s: float) -> dict[str, float | None]:
    """Start the program and measure it for `seconds`, and again as long under strace where there is one."""
    with Desktop.start(tray=True) as desktop:
        program = desktop.spawn_unhunch()
        wait_for(lambda: desktop.tray_items() or program.poll() is not None, "the tray icon")
        work(desktop, SETTLE_S, key_every_s)
        before_s, before_switches, before_cpu_s = time.monotonic(), switches(program.pid), cpu_s(program.pid)
        work(desktop, seconds, key_every_s)
        minutes = (time.monotonic() - before_s) / 60
        result: dict[str, float | None] = {
            "seconds": seconds,
            "wakeups_per_min": None,
            "switches_per_min": (switches(program.pid) - before_switches) / minutes,
            "cpu_percent": 100 * (cpu_s(program.pid) - before_cpu_s) / (60 * minutes),
            **memory_mib(program.pid),
            "threads": len(list(Path(f"/proc/{program.pid}/task").iterdir())),
        }
        if shutil.which("strace"):
            trace = desktop.directory / "trace"
            with tracing(program.pid, trace):
                work(desktop, seconds, key_every_s)
            result["wakeups_per_min"] = wakeups(trace.read_text()) / (seconds / 60)
        desktop.end(program)
    return result


def main() -> int:
    """Measure and print; the exit status is 1 where the desktop or the program did not start."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to measure, twice (default 60)")
    parser.add_argument("--key-every", type=float, default=20, metavar="S", help="seconds between two keys")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    if missing := missing_tools(tray=True):
        print(f"bench idle needs {', '.join(missing)}: packaging/test installs them", file=sys.stderr)
        return 1
    try:
        result = measure(arguments.seconds, arguments.key_every)
    except RigError as error:
        print(f"bench idle: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps(result))
        return 0
    for name, value in result.items():
        shown = "not measured (no strace)" if value is None else f"{value:.4g}"
        print(f"{name:18} {shown:>10}" + (f"   goal: at most {GOALS[name]:g}" if name in GOALS else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
