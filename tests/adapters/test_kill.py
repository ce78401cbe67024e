"""Killed at any moment, the program loses nothing that it had recorded."""

import json
import random
import select
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.adapters import recorder

import unhunch
from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.paths import Paths
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.state_file import StateFile

MOMENT_MAX_S = 0.005
"""A step takes about so long: within it the kill comes at a random moment."""


def killed_at_random(root: Path, chance: random.Random) -> int:
    """Let a recorder run for some steps, kill it in the middle of one; return the last one it was sure of."""
    environment = {"PYTHONPATH": str(Path(unhunch.__file__).parents[1])}
    command = [sys.executable, recorder.__file__, str(root)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = b"".join(process.stdout.readline() for _ in range(chance.randint(1, 30)))
        select.select([], [], [], chance.uniform(0, MOMENT_MAX_S))
        process.kill()
        said += process.stdout.read()
        complaint = process.stderr.read().decode()
    assert process.returncode == -signal.SIGKILL, complaint
    return int(said.split()[-1])


def check_nothing_is_lost(paths: Paths, sure_of: int) -> None:
    """Look at what a new start would find."""
    problems: list[str] = []
    history = HistoryDb(paths.history_file, lambda: datetime.now(UTC), problems.append)
    steps = [event["step"] for event in history.recent(2 * sure_of + 100)]
    history.close()
    assert problems == []
    # A step that was recorded, but whose state was not yet saved, is recorded again by the next run.
    assert list(dict.fromkeys(steps)) == list(range(steps[-1] + 1))
    assert steps[-1] in (sure_of, sure_of + 1)

    state, lost = StateFile(paths.state_file, lambda: datetime.now(UTC)).load()
    assert lost is None
    assert state is not None
    assert json.loads(state)["step"] in (sure_of, sure_of + 1)

    settings, settings_problems = SettingsFile(paths.settings_file, lambda: datetime.now(UTC)).load()
    assert settings_problems == ()
    begun = [step - step % recorder.SETTINGS_EVERY for step in (sure_of, sure_of + 1)]
    assert settings.rhythm["stretch"].every_min in [1 + step % 480 for step in begun]

    found = {file.name for folder in (paths.config, paths.state) for file in folder.iterdir()}
    assert found <= {"settings.toml", ".settings.toml.new", "state.json", ".state.json.new"}


@pytest.mark.parametrize("kills", [15, pytest.param(200, marks=pytest.mark.long)])
def test_killed_at_random_moments_nothing_recorded_is_lost(tmp_path: Path, kills: int) -> None:
    """After each of many kills, every event that was recorded is there, and state and settings are whole."""
    chance = random.Random(kills)
    paths = Paths.below(tmp_path)
    before = -1
    for _ in range(kills):
        sure_of = killed_at_random(tmp_path, chance)
        assert sure_of > before
        check_nothing_is_lost(paths, sure_of)
        before = sure_of
