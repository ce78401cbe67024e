"""Killed at any moment, the program loses nothing that it had recorded."""

import json
import random
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.adapters import recorder
from tests.adapters.recorder import Desk

import unhunch
from unhunch.adapters.paths import Paths
from unhunch.services.session import SAVE_EVERY_S

MOMENT_MAX_S = 0.005
"""A step takes about so long: within it the kill comes at a random moment."""
Told = dict[str, Any]


def killed_at_random(root: Path, boot_s: float, chance: random.Random) -> list[Told]:
    """Let a recorder run for some steps and kill it in the middle of one; return what it was sure of."""
    app, tests = Path(unhunch.__file__).parents[1], Path(__file__).parents[2]
    command = [sys.executable, recorder.__file__, str(root), str(boot_s), str(chance.randrange(10**6))]
    with subprocess.Popen(
        command, env={"PYTHONPATH": f"{app}:{tests}"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = [process.stdout.readline() for _ in range(chance.randint(1, 60))]
        select.select([], [], [], chance.uniform(0, MOMENT_MAX_S))
        process.kill()
        said += process.stdout.readlines()
        complaint = process.stderr.read().decode()
    assert process.returncode == -signal.SIGKILL, complaint
    return [json.loads(line) for line in said]


def check_nothing_is_lost(root: Path, stored_before: list[Any], told: list[Told]) -> list[Any]:
    """Look at what a new start finds; return the whole history."""
    last = told[-1]
    desk = Desk(root, last["now_s"])
    assert desk.problems == []
    stored = [{key: event[key] for key in event if key != "at"} for event in desk.history.recent(10**6)]
    recorded = [{key: event[key] for key in event if key != "t"} for step in told for event in step["events"]]
    sure_of = len(stored_before) + len(recorded)
    assert stored[:sure_of] == stored_before + recorded
    outcomes = [
        (event["at"], event["event"], event["rhythm"])
        for event in desk.history.recent(10**6)
        if event["event"] in ("break_ended", "skipped", "rested", "dropped")
    ]
    assert len(outcomes) == len(set(outcomes)), "an outcome was told twice"

    # Away, desk time stands still and the time since counts as rest; and after the last line that
    # was told more may have happened.
    if last["present"] and len(stored) == sure_of:
        assert desk.desk_s >= last["desk_s"] - SAVE_EVERY_S
        assert desk.desk_s <= last["desk_s"] + recorder.STEP_MAX_S
    desk.history.close()

    paths = Paths.below(root)
    found = {file.name for folder in (paths.config, paths.state) for file in folder.glob("*")}
    state = paths.state_file.name
    assert found <= {"settings.toml", ".settings.toml.new", state, f".{state}.new"}
    return stored


@pytest.mark.parametrize("kills", [15, pytest.param(200, marks=pytest.mark.long)])
def test_killed_at_random_moments_nothing_recorded_is_lost(tmp_path: Path, kills: int) -> None:
    """After each of many kills every event that happened is in the history, and at most 60 s are lost."""
    chance = random.Random(kills)
    boot_s, stored = 1000.0, []
    for _ in range(kills):
        told = killed_at_random(tmp_path, boot_s, chance)
        assert all(step["problems"] == [] for step in told)
        stored = check_nothing_is_lost(tmp_path, stored, told)
        boot_s = told[-1]["now_s"]
    kinds = {event["event"] for event in stored}
    assert {"warned", "break_started", "break_ended", "away", "rested"} <= kinds
