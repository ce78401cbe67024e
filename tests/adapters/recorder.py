"""The program's session with its real files, in time that runs fast, until it is killed.

Run with a folder, the boot time to begin at and a seed. A person types, goes away, locks, snoozes,
skips and takes breaks by chance. After each step it prints one line of JSON: from then on nothing of
that step may be lost.
"""

import json
import os
import random
import sys
from pathlib import Path
from typing import Any

from tests.services.world import CATALOGUE, FakeAlarm, FakeClock, FakePresence

from unhunch.adapters.history_db import HistoryDb
from unhunch.adapters.paths import Paths
from unhunch.adapters.settings_file import SettingsFile
from unhunch.adapters.state_file import StateFile
from unhunch.domain import inputs
from unhunch.domain.events import Event, printed
from unhunch.domain.view import View
from unhunch.services import keeping
from unhunch.services.session import Session

STEP_MAX_S = 20.0
WISHES: tuple[inputs.EngineInput, ...] = (
    inputs.Start(),
    inputs.Snooze(None),
    inputs.Skip(),
    inputs.TakeBreak(None),
    inputs.End(),
    inputs.Pause(600.0, None),
    inputs.Resume(),
    inputs.Lock(),
    inputs.Unlock(),
)


class Desk:
    """A session on the files below `root`, begun at a boot time; used by the killer too, to look."""

    def __init__(self, root: Path, boot_s: float) -> None:
        paths = Paths.below(root)
        self.problems: list[str] = []
        self.events: list[dict[str, Any]] = []
        self.clock = FakeClock(boot_s)
        self.clock.ahead = FakeClock().ahead  # the machine did not stop: only the program did
        self.alarm = FakeAlarm()
        self.presence = FakePresence(self.clock)
        self.settings_file = SettingsFile(paths.settings_file, self.clock.wall)
        settings, problems = self.settings_file.load()
        self.problems += problems
        self.history = HistoryDb(paths.history_file, self.clock.wall, self.problems.append)
        self.session = Session(
            clock=self.clock,
            alarm=self.alarm,
            presence=self.presence,
            state_store=StateFile(paths.state_file, self.clock.wall, keeping.check),
            history=self.history,
            journal=self.history,
            settings=settings,
            catalogue=CATALOGUE,
            boot_id="one and the same",
        )
        self.problems += self.session.notes
        self.session.add_listener(self)

    def happened(self, event: Event, _view: View) -> None:
        """Collect what the history was given."""
        self.events.append(printed(event))

    def show(self, view: View) -> None:
        """Nobody looks."""

    @property
    def desk_s(self) -> float:
        """Desk time of the stretch rhythm."""
        return next(rhythm.desk_s for rhythm in self.session.view().rhythms if rhythm.name == "stretch")

    def step(self, chance: random.Random) -> None:
        """Let some seconds pass, and now and then something happen."""
        until_s = self.clock.now_s + chance.uniform(0, STEP_MAX_S)
        while self.alarm.at_s is not None and self.alarm.at_s <= until_s:
            self.clock.now_s = max(self.clock.now_s, self.alarm.at_s)
            self.session.woke()
        self.clock.now_s = until_s
        if chance.random() < 0.1:
            self.presence.typing = not self.presence.typing
        self.session.woke()
        if chance.random() < 0.2:
            self.session.feed(chance.choice(WISHES))
        if chance.random() < 0.05:
            change = {"rhythm.stretch.every_min": chance.randint(2, 8)}
            self.session.change_settings(self.settings_file.save(change))


def main(root: Path, boot_s: float, seed: int) -> None:
    chance = random.Random(seed)
    desk = Desk(root, boot_s)
    desk.session.start()
    while True:
        told = {
            "now_s": desk.clock.now_s,
            "desk_s": desk.desk_s,
            "present": desk.session.view().present,
            "every_min": desk.session.settings.rhythm["stretch"].every_min,
            "problems": desk.problems,
            "events": desk.events,
        }
        os.write(1, json.dumps(told).encode() + b"\n")
        desk.events = []
        desk.step(chance)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
