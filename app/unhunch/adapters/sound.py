"""Plays short sounds by the system's own player, as a process: nothing of it stays in memory."""

import logging
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QTimer

log = logging.getLogger(__name__)

# PipeWire, PulseAudio, ALSA, macOS.
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
# A chime takes two seconds; a player that waits for a device longer than this would chime too late.
LONGEST_S = 6.0


class ProcessSoundPlayer:
    """Plays `NAME.wav` from a folder. No player, no device and no such sound mean silence.

    The first player that can do it is kept; one that cannot (its sound server does not run) is passed over.
    """

    def __init__(
        self,
        folder: Path,
        players: Sequence[Sequence[str]] = PLAYERS,
        which: Callable[[str], str | None] = shutil.which,
    ) -> None:
        self._folder = folder
        self._players = [[found, *rest] for name, *rest in players if (found := which(name))]
        self._playing: Path | None = None
        self._process = QProcess()
        self._process.setStandardOutputFile(os.devnull)
        self._process.setStandardErrorFile(os.devnull)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._limit = QTimer()
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._process.kill)

    @property
    def name(self) -> str:
        """The player in use, for people."""
        return Path(self._players[0][0]).name if self._players else "none"

    def play(self, name: str) -> None:
        """Play "start" or "end"; while another sound plays, nothing."""
        sound = self._folder / f"{name}.wav"
        if self._process.state() != QProcess.ProcessState.NotRunning or not sound.is_file():
            return
        self._playing = sound
        self._start()

    def stop(self) -> None:
        """Be silent at once."""
        self._limit.stop()
        self._playing = None
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)

    def _start(self) -> None:
        if self._playing and self._players:
            program, *arguments = self._players[0]
            self._limit.start(round(LONGEST_S * 1000))
            self._process.start(program, [*arguments, str(self._playing)])

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if code and status is QProcess.ExitStatus.NormalExit and self._playing:
            self._try_next()
        else:
            self._playing = None

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._try_next()

    def _try_next(self) -> None:
        failed = self._players.pop(0)
        log.info("%s cannot play here%s", failed[0], "" if self._players else ": there will be no sound")
        self._start()


class NullSoundPlayer:
    """Silence."""

    name = "none"

    def play(self, name: str) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """It is silent already."""


def open_sound_player(folder: Path) -> ProcessSoundPlayer | NullSoundPlayer:
    """What plays the sounds of `folder` on this machine."""
    player = ProcessSoundPlayer(folder)
    return player if player.name != "none" else NullSoundPlayer()
