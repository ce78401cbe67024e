"""A process that records as the program does, as fast as it can, and says what is safely recorded.

Run with a folder; it writes history, state and settings below it until it is killed. After each step
it prints the step's number: from then on nothing of that step may be lost.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.paths import Paths
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.state_file import StateFile

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SETTINGS_EVERY = 10


def main(root: Path) -> None:
    paths = Paths.below(root)
    history = HistoryDb(paths.history_file, lambda: AT, complain)
    state = StateFile(paths.state_file, lambda: AT)
    settings = SettingsFile(paths.settings_file, lambda: AT)
    saved, lost = state.load()
    _, problems = settings.load()
    for problem in (lost, *problems):
        if problem:
            complain(problem)
    step = json.loads(saved)["step"] + 1 if saved else 0
    history.begin_run(AT, float(step), "UTC", {}, saved)
    while True:
        if step % SETTINGS_EVERY == 0:
            settings.save({"rhythm.stretch.every_min": 1 + step % 480})
        wall = AT + timedelta(seconds=step)
        history.record_input("input", float(step))
        history.record({"event": "break_ended", "rhythm": "stretch", "outcome": "taken", "step": step}, wall)
        state.save(json.dumps({"step": step, "padding": "x" * (step % 50) * 100}).encode())
        os.write(1, b"%d\n" % step)
        step += 1


def complain(problem: str) -> None:
    """A process that was killed leaves nothing to complain about."""
    os.write(2, problem.encode() + b"\n")
    os._exit(3)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
