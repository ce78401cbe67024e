"""Chimes by the system's player, and silence where there is none."""

import stat
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from unhunch.adapters.sound import NullSoundPlayer, ProcessSoundPlayer, open_sound_player
from unhunch.resources import resources_dir


class Players:
    """Scripts in the place of real players; they write down what they were asked to play."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard = folder / "heard"
        self.made: list[ProcessSoundPlayer | NullSoundPlayer] = []
        (folder / "start.wav").touch()
        (folder / "end.wav").touch()

    def script(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.heard}\n{body}\n')
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def player(self, *names: str) -> ProcessSoundPlayer:
        def which(name: str) -> str | None:
            path = self.folder / name
            return str(path) if path.exists() else None

        player = ProcessSoundPlayer(self.folder, [name.split() for name in names], which)
        self.made.append(player)
        return player

    def lines(self) -> list[str]:
        return self.heard.read_text().splitlines() if self.heard.exists() else []


@pytest.fixture
def players(tmp_path: Path) -> Iterator[Players]:
    players = Players(tmp_path)
    yield players
    for player in players.made:
        player.stop()


def idle(player: ProcessSoundPlayer) -> Callable[[], bool]:
    return lambda: player._process.state() == QProcess.ProcessState.NotRunning


def test_the_first_player_there_plays_the_file(players: Players, qtbot: QtBot) -> None:
    """The player that is installed gets its own options and the file."""
    players.script("second", "")
    player = players.player("first", "second -q")
    assert player.name == "second"
    for name in ("start", "end"):
        player.play(name)
        qtbot.waitUntil(idle(player))
    folder = players.folder
    assert players.lines() == [f"second -q {folder}/start.wav", f"second -q {folder}/end.wav"]


def test_a_player_that_cannot_is_passed_over_for_good(players: Players, qtbot: QtBot) -> None:
    """A player whose server does not run fails once; the next one plays, then and later."""
    players.script("first", "exit 1")
    players.script("second", "")
    player = players.player("first", "second")
    for _ in range(2):
        player.play("start")
        qtbot.waitUntil(idle(player))
    assert [line.split()[0] for line in players.lines()] == ["first", "second", "second"]


def test_no_player_no_device_and_no_file_mean_silence(players: Players, qtbot: QtBot) -> None:
    """None of it is an error: nothing is raised and nothing is logged as a warning."""
    players.player("absent").play("start")
    players.script("only", "exit 1")
    failing = players.player("only")
    for _ in range(2):
        failing.play("start")
        qtbot.waitUntil(idle(failing))
    assert players.lines() == [f"only {players.folder}/start.wav"]
    assert failing.name == "none"
    players.script("good", "")
    player = players.player("good")
    player.play("no-such-sound")
    assert idle(player)()


def test_a_program_that_cannot_be_started_is_passed_over(players: Players, qtbot: QtBot) -> None:
    """A player that vanished, or whose interpreter did, is no error."""
    players.script("first", "")
    players.script("second", "")
    player = players.player("first", "second")
    (players.folder / "first").unlink()
    player.play("start")
    qtbot.waitUntil(lambda: len(players.lines()) == 1)
    assert players.lines()[0].startswith("second")


def test_one_sound_at_a_time_and_silence_at_stop(players: Players, qtbot: QtBot) -> None:
    """A second sound while one plays is left out, and stop ends the one that plays."""
    players.script("slow", "exec sleep 20")
    player = players.player("slow")
    player.play("start")
    qtbot.waitUntil(lambda: len(players.lines()) == 1)
    player.play("end")
    player.stop()
    assert idle(player)()
    assert len(players.lines()) == 1


def test_a_machine_decides_what_plays(
    players: Players, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A player on the path is used; with none there is silence that answers to the same calls."""
    monkeypatch.setenv("PATH", str(players.folder))
    none = open_sound_player(players.folder)
    assert none.name == "none"
    none.play("start")
    none.stop()
    players.script("aplay", "")
    players.made.append(player := open_sound_player(players.folder))
    assert player.name == "aplay"
    player.play("end")
    qtbot.waitUntil(lambda: players.lines() == [f"aplay -q {players.folder}/end.wav"])


@pytest.mark.parametrize("name", ["start", "end"])
def test_our_chimes_are_short_soft_and_end_in_silence(name: str) -> None:
    """16-bit mono, under two seconds and 100 kB, not loud, without a click at either end."""
    path = resources_dir() / "sounds" / f"{name}.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() < 2
        samples = array("h", file.readframes(file.getnframes()))
    assert path.stat().st_size < 100_000
    assert 8_000 < max(map(abs, samples)) < 16_000
    assert max(map(abs, samples[:5])) < 300
    assert max(map(abs, samples[-50:])) < 50
