"""The whole program on a real X server: real keys, a real pointer, and what the history says of it."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.rig import ROOT, Desktop, wait_for
from tests.ui import samples

from unhunch.control_client import request
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.card import Card
from unhunch.ui.look import Look

pytestmark = pytest.mark.desktop

SURELY_DEAF_S = 1.2
"""So long after opening, a click that is under way still comes to a window that takes none."""
HOME, CARD, BREAK = "Unhunch", "Unhunch: a break is coming", "Unhunch: break"
SETTINGS = """\
schema = 1

# a minute of desk time, and silence is noticed soon
[timing]
away_after_s = 15
warn_s = 20
gap_s = 1

[rhythm.stretch]
every_min = 1
stretches = 1

[sound]
enabled = false
"""


class Person:
    """Somebody at the desk who types into a terminal and has Unhunch running."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.home = desktop.home
        self.typed = 0
        self.program: subprocess.Popen[bytes]
        self._file = self.home / "typed"
        self._file.touch()

    def open_terminal(self) -> None:
        """A terminal that has the keyboard; what is typed goes into a file at once."""
        shell = f"stty -icanon -echo; exec cat > {self._file}"
        self.desktop.spawn(["xterm", "-T", "the work", "-geometry", "60x10+40+40", "-e", "sh", "-c", shell])
        wait_for(lambda: self.desktop.windows("the work"), "the terminal")
        (self.terminal,) = self.desktop.windows("the work")
        self.desktop.run("xdotool", "windowactivate", "--sync", str(self.terminal))
        wait_for(lambda: self.desktop.focused() == self.terminal, "the terminal to have the keyboard")
        wait_for(self._is_read, "the terminal to take keys")

    def _is_read(self) -> bool:
        self.press()
        time.sleep(0.1)
        self.typed = len(self._file.read_text())
        return self.typed > 0

    def press(self) -> None:
        self.desktop.key("a")
        self.typed += 1

    def type_until(self, condition: Callable[[], object], what: str, timeout_s: float = 90) -> None:
        """Press a key about twice a second until it is so."""
        last_s = 0.0

        def pressed() -> bool:
            nonlocal last_s
            if time.monotonic() - last_s > 0.5:
                last_s = time.monotonic()
                self.press()
            return bool(condition())

        wait_for(pressed, what, timeout_s)

    def every_key_arrived(self) -> bool:
        """Has the terminal got each key that was pressed? Gives it a moment."""
        try:
            wait_for(lambda: len(self._file.read_text()) == self.typed, "the keys", timeout_s=3)
        except Exception:
            return False
        return True

    def unhunch(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program, as from that terminal."""
        return subprocess.run(
            [sys.executable, "-m", "unhunch", *arguments],
            env={**self.desktop.env, "PYTHONPATH": str(ROOT / "app")},
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )

    def status(self) -> dict[str, Any]:
        done = self.unhunch("status", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def history(self) -> list[tuple[str, str | None, dict[str, Any]]]:
        """(name, rhythm, fields) of each event stored so far."""
        with sqlite3.connect(self.home / ".local/share/unhunch/history.db") as db:
            rows = db.execute("SELECT name, rhythm, fields FROM events ORDER BY id").fetchall()
        db.close()
        return [(name, rhythm, json.loads(fields)) for name, rhythm, fields in rows]

    def recorded_since_start(self) -> list[tuple[float, str]]:
        """(seconds since the program's first start, name) of each event stored."""
        with sqlite3.connect(self.home / ".local/share/unhunch/history.db") as db:
            (begin_s,) = db.execute("SELECT boot_s FROM runs ORDER BY id LIMIT 1").fetchone()
            rows = db.execute("SELECT boot_s, name FROM events ORDER BY id").fetchall()
        db.close()
        return [(at_s - begin_s, name) for at_s, name in rows]

    def sees(self, title: str) -> bool:
        return bool(self.desktop.windows(f"^{title}$"))

    def click(self, title: str, at: QPoint) -> None:
        """Click into the window, at a point counted from its corner."""
        (window,) = self.desktop.windows(f"^{title}$")
        x, y, _, _ = self.desktop.geometry(window)
        self.desktop.click(x + at.x(), y + at.y())


@pytest.fixture
def person(tray_desktop: Desktop) -> Iterator[Person]:
    """A person with a terminal, short intervals in the settings, and Unhunch in the tray."""
    settings = tray_desktop.home / ".config/unhunch/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    person = Person(tray_desktop)
    person.open_terminal()
    person.program = tray_desktop.spawn_unhunch()
    try:
        wait_for(lambda: person.unhunch("status").returncode == 0, "Unhunch to answer")
        wait_for(tray_desktop.tray_items, "the tray icon")
        yield person
    finally:
        tray_desktop.end(person.program)
        print(tray_desktop.read_log("unhunch"))


def middle(button: QPushButton, window: QWidget) -> QPoint:
    """Where the button is, counted from the window's corner."""
    return button.mapTo(window, button.rect().center())


def start_button(qtbot: QtBot) -> QPoint:
    """Where "Start now" is on the card: asked from a card of the same contents."""
    card = Card(Look(), samples.FakeWishes(), samples.FakeClock())
    qtbot.addWidget(card)
    card.show_view(samples.warned(20), "", "Shoulder roll")
    return middle(card.start_button, card)


def end_button(qtbot: QtBot, width: int, height: int) -> QPoint:
    """Where "End break" is in a break window of this size."""
    look, wishes, clock = Look(), samples.FakeWishes(), samples.FakeClock()
    window = BreakWindow(look, wishes, clock, guides=lambda _: None, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show_view(samples.on_break())
    window.resize(width, height)
    return middle(window.controls.end_button, window)


def test_a_whole_cycle(person: Person, qtbot: QtBot) -> None:
    """Typing makes desk time, card and break come without taking a key, clicks work, all is recorded."""
    desktop = person.desktop
    assert person.status()["phase"] == "working"

    # Silence is no desk time; only keys bring the card about.
    wait_for(lambda: person.status()["phase"] == "away", "silence to be noticed", timeout_s=30)
    person.type_until(lambda: person.sees(CARD), "the card")
    assert desktop.focused() == person.terminal
    person.press()
    assert person.every_key_arrived()
    assert person.status()["phase"] == "warned"

    # A click on "Start now" opens the break; the keyboard stays where it was.
    person.click(CARD, start_button(qtbot))
    wait_for(lambda: person.sees(BREAK), "the break window")
    opened_s = time.monotonic()
    for _ in range(5):
        person.press()
    assert person.every_key_arrived()
    assert not person.sees(CARD)
    assert person.status()["break"]["stretch"] == "shoulder-roll"

    # Nothing reaches a button in the first moments; then "End break" is really clicked.
    (window,) = desktop.windows(f"^{BREAK}$")
    _, _, width, height = desktop.geometry(window)
    end = end_button(qtbot, width, height)
    if time.monotonic() - opened_s < SURELY_DEAF_S:  # on a busy machine the moments are over by now
        person.click(BREAK, end)
        assert person.status()["phase"] == "break"
    time.sleep(2.5)
    person.click(BREAK, end)
    wait_for(lambda: person.status()["break"] is None, "the end of the break")

    names = [name for name, _, _ in person.history()]
    for before, after in (("away", "present"), ("present", "warned"), ("warned", "break_started")):
        assert names.index(before) < names.index(after)
    ((_, rhythm, fields),) = [event for event in person.history() if event[0] == "break_ended"]
    assert (rhythm, fields["outcome"]) == ("stretch", "cut_short")
    assert 2 < fields["done_s"] < 30

    # The recorded run, replayed by the simulator, gives the same events at the same times.
    assert person.unhunch("quit").returncode == 0
    assert person.program.wait(10) == 0
    trace = person.home / "trace.jsonl"
    trace.write_text(person.unhunch("log", "--trace").stdout)
    replayed = [json.loads(line) for line in person.unhunch("simulate", str(trace)).stdout.splitlines()]
    recorded = person.recorded_since_start()
    assert [event["event"] for event in replayed] == [name for _, name in recorded]
    assert [event["t"] for event in replayed] == pytest.approx([at_s for at_s, _ in recorded], abs=0.05)


def test_tray_and_commands(person: Person) -> None:
    """The icon can be clicked, a second start shows the window of the first, and every command answers."""
    desktop = person.desktop
    width = int(desktop.run("xdotool", "getdisplaygeometry").split()[0])
    desktop.click(width - 16, 16)  # the panel's only icon
    wait_for(lambda: person.sees(HOME), "the window after a click on the icon")
    (home,) = desktop.windows(f"^{HOME}$")
    desktop.run("xdotool", "windowactivate", "--sync", str(home), "key", "alt+F4")
    wait_for(lambda: not person.sees(HOME), "the window to go")
    assert person.unhunch().returncode == 0
    wait_for(lambda: person.sees(HOME), "the window after a second start")

    assert "at the desk" in person.unhunch("status").stdout
    for command, phase in (
        (["break"], "break"),
        (["end"], "working"),
        (["pause", "30m"], "paused"),
        (["resume"], "working"),
    ):
        done = person.unhunch(*command)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert person.status()["phase"] == phase
    refused = person.unhunch("skip")
    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: ")

    assert person.unhunch("quit").returncode == 0
    assert person.program.wait(10) == 0
    assert person.unhunch("status").returncode == 1


def test_files_are_the_persons_alone(person: Person) -> None:
    """Whatever the program writes can be read by nobody else, and a change keeps the file's comments."""
    runtime = Path(person.desktop.env["XDG_RUNTIME_DIR"]) / "unhunch"
    assert request("set", {"rhythm.stretch.every_min": 2}, runtime=runtime)["ok"]
    settings = person.home / ".config/unhunch/settings.toml"
    assert "every_min = 2" in settings.read_text()
    assert "# a minute of desk time" in settings.read_text()
    assert person.unhunch("quit").returncode == 0
    assert person.program.wait(10) == 0
    written = [settings, *(person.home / ".local").rglob("*")]
    assert {"history.db", "engine.state", "unhunch.log"} <= {path.name for path in written}, written
    for path in [*(path for path in written if "unhunch" in path.parts), runtime]:
        assert path.stat().st_mode & 0o077 == 0, path
