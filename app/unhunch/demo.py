"""The real app with fast time and throw-away data: a whole cycle, from desk to break, in two minutes.

Time runs fast while there is nothing to see, and slows down for the card and the break, so that a
person can follow them.
"""

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from unhunch.adapters.autostart import NullAutostart
from unhunch.adapters.clock import FastClock, MachineClock
from unhunch.adapters.display import missing_display
from unhunch.adapters.paths import Paths
from unhunch.commands.outcome import failed
from unhunch.domain.events import Event, rounded
from unhunch.domain.view import View
from unhunch.main import App, World, qt_application, run_world
from unhunch.services.ports import PresenceSource
from unhunch.ui.tray_icon import pixmap

log = logging.getLogger(__name__)

CARD_SPEED = 6.0
BREAK_SPEED = 6.0
"""So fast a nudge of a minute takes ten seconds, and a break of three minutes half a minute."""
TYPING_S, THINKING_S = 50.0, 10.0
"""The pretended person types so long, then thinks so long."""
FINISH_AFTER_MS = 8000
TRAY_PX = 64
LOOK_AFTER_MS = 1500
"""A window has been painted, and its opening movement is over, by then."""


class PretendedPerson:
    """A presence source for a person who types and thinks in turns."""

    name = "pretended"

    def __init__(self, clock: MachineClock) -> None:
        self._clock = clock

    def last_input_s(self) -> float | None:
        """Boot time of the last pretended key."""
        now_s = self._clock.boot_s()
        into_s = now_s % (TYPING_S + THINKING_S)
        return now_s - max(0.0, into_s - TYPING_S)

    def watch_next_input(self) -> None:
        """Nobody leaves the demo's desk."""

    def stop(self) -> None:
        """Holds nothing."""


class Director(QObject):
    """Sets the speed by what is to be seen, takes the pictures, and ends after the first break."""

    def __init__(self, app: App, clock: FastClock, speed: float, screenshots: Path | None) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._speed = speed
        self._folder = screenshots
        self._taken: list[Path] = []
        self._stage = ""
        app.session.add_listener(self)

    def happened(self, event: Event, view: View) -> None:
        """Take a picture of each stage; print it, so that the demo can be followed in a terminal."""
        minute = view.rhythms[0].desk_s / 60 if view.rhythms else 0.0
        words = " ".join(str(rounded(value)) for value in event.fields.values())
        print(f"{minute:5.1f} min at the desk: {event.name} {words}")  # noqa: T201
        if event.name == "stretch_started":
            stretch = str(event.fields["stretch"])
            self._later(
                LOOK_AFTER_MS, lambda: self._picture(f"break-{stretch}", self._app.front.break_window)
            )
        elif event.name == "break_ended":
            self._later(LOOK_AFTER_MS, lambda: self._picture("finished", self._app.front.break_window))
            self._later(FINISH_AFTER_MS, self._last_pictures)

    def show(self, view: View) -> None:
        """Slow down for what is to be seen."""
        stage = "break" if view.break_ else "card" if view.card else "desk"
        if stage == self._stage:
            return
        self._stage = stage
        speeds = {
            "desk": self._speed,
            "card": min(CARD_SPEED, self._speed),
            "break": min(BREAK_SPEED, self._speed),
        }
        self._clock.set_factor(speeds[stage])
        self._later(0, self._app.session.woke)
        if stage == "card":
            self._later(LOOK_AFTER_MS, lambda: self._picture("card", self._app.front.card))
            self._later(LOOK_AFTER_MS, self._tray_picture)

    def _last_pictures(self) -> None:
        pages = self._app.front.pages
        pages.show_home()
        pages.show_settings()
        self._later(LOOK_AFTER_MS, lambda: self._picture("home", pages.home))
        self._later(LOOK_AFTER_MS, lambda: self._picture("settings", pages.settings_window))
        if self._folder is not None:
            self._later(LOOK_AFTER_MS + 500, self._end)

    def _end(self) -> None:
        recent = [f"{row['at'][11:19]} {row['event']}" for row in self._app.history.recent(12)]
        print("In the history:", *recent, sep="\n  ")  # noqa: T201
        print("Pictures:", *self._taken, sep="\n  ")  # noqa: T201
        self._app.quit_soon()

    def _later(self, after_ms: int, do: Callable[[], object]) -> None:
        QTimer.singleShot(after_ms, self, do)

    def _picture(self, name: str, window: QWidget | None) -> None:
        if window is not None and window.isVisible():
            self._save(name, window.grab())

    def _tray_picture(self) -> None:
        tray = self._app.front.tray
        if tray is not None and tray.picture is not None:
            self._save("tray", pixmap(tray.picture, TRAY_PX))

    def _save(self, name: str, picture: QPixmap) -> None:
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{len(self._taken) + 1:02d}-{name}.png"
        if picture.save(str(path)):
            self._taken.append(path)
        else:
            log.error("The picture %s cannot be written.", path)


def run_demo(screenshots: Path | None, speed: float) -> int:
    """Run the demo; return the exit code. With `screenshots` it ends by itself after one cycle."""
    if screenshots is not None and (problem := _unusable(screenshots)):
        return failed(problem)
    if missing := missing_display():
        return failed(missing)
    qt = qt_application()
    clock = FastClock(speed)

    def presence(machine: MachineClock, _on_input: Callable[[], None]) -> PresenceSource:
        return PretendedPerson(machine)

    with tempfile.TemporaryDirectory(prefix="unhunch-demo-") as folder:
        world = World(
            Paths.below(Path(folder)), clock, presence, NullAutostart(), watches_desktop=False, welcomes=False
        )
        return run_world(world, qt, lambda app: Director(app, clock, speed, screenshots))


def _unusable(folder: Path) -> str | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return f"Pictures cannot be saved in {folder}: {error.strerror or error}."
    return None
