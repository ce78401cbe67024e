"""Opens every window of the program, each in a state where everything on it can be used."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from tests.library import STRETCHES
from tests.ui.samples import on_break, on_plain_pause, view, warned
from tests.ui.settings_desk import Desk, open_settings
from tests.ui.shelf import Shelf

from unhunch.domain.settings import Appearance, Settings, with_changes
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.card import Card
from unhunch.ui.doctor import Doctor
from unhunch.ui.error_dialog import ErrorDialog
from unhunch.ui.evidence import Evidence
from unhunch.ui.gallery import Gallery
from unhunch.ui.home import Home
from unhunch.ui.notes import Notes
from unhunch.ui.welcome import Welcome

SETTINGS_PAGES = (
    "everyday", "breaks", "stretches", "timing", "hours", "quiet", "appearance", "sound", "about",
)  # fmt: skip
MINE = {
    "rhythm.meal.every_min": 240,
    "rhythm.meal.length_s": 1800,
    "timing.warn_s": 90,
    "holds.excluded_apps": ("zoom",),
    "hours.enabled": True,
}


class Windows:
    """Opens each window in a state where everything on it can be used."""

    def __init__(self, look, wishes, clock, tmp_path) -> None:
        self.look, self.wishes, self.clock, self.tmp_path = look, wishes, clock, tmp_path
        self.gallery = Gallery(look, STRETCHES.get)

    def settings(self, page: str) -> QWidget:
        window = open_settings(self.look, Desk(with_changes(Settings(), MINE)))
        window.go_to(page)
        window.bar.say("Something can be taken back.", lambda: None)
        return window

    def search(self) -> QWidget:
        window = self.settings("everyday")
        window.search.setText("break")
        return window

    def home(self) -> QWidget:
        window = Home(self.look, self.wishes, self.clock)
        window.show_view(warned())
        return window

    def welcome(self, page: int) -> QWidget:
        window = Welcome(self.look, self.wishes, self.gallery, tuple(STRETCHES.values()), Settings())
        window.go_to(page)
        return window

    def doctor(self) -> QWidget:
        return Doctor(self.look)

    def evidence(self) -> QWidget:
        return Evidence(self.look)

    def notes(self) -> QWidget:
        window = Notes(self.look)
        window.tell("The settings file was broken.")
        return window

    def error(self) -> QWidget:
        window = ErrorDialog(self.look, "unhunch.log")
        window.tell("Traceback: boom")
        return window

    def card(self) -> QWidget:
        """The notice of a coming break; it never has the keyboard."""
        window = Card(self.look, self.wishes, self.clock, self.gallery.still)
        window.show_view(warned(), "neck-flexion", "Neck flexion")
        return window

    def break_card(self) -> QWidget:
        return self.break_(on_break(1, 10), Appearance(break_window="card"))

    def break_(self, shown, appearance=None) -> QWidget:
        window = BreakWindow(
            self.look,
            self.wishes,
            self.clock,
            guides=self.gallery.guide,
            stills=self.gallery.still,
            artist=self.gallery.artist,
            appearance=appearance,
        )
        window.show_view(shown)
        window.end_grace()
        window.wake_keys()
        return window

    def finished(self) -> QWidget:
        window = self.break_(on_break(2, 60))
        window.finish(("shoulder-roll", "neck-flexion"), 180.0, "stretch", 2700.0)
        return window

    def library(self) -> QWidget:
        return Shelf(self.tmp_path, self.look).window

    def stretch(self) -> QWidget:
        window = self.library()
        window.show_stretch("neck-flexion")
        return window

    def editor(self) -> QWidget:
        window = self.library()
        window.make_new()
        return window

    def routines(self) -> QWidget:
        window = self.library()
        window.tabs.button("routines").click()
        return window


OPENERS: dict[str, Callable[[Windows], QWidget]] = {
    **{f"settings-{page}": lambda w, page=page: w.settings(page) for page in SETTINGS_PAGES},
    "settings-search": Windows.search,
    "home": Windows.home,
    **{f"welcome-{page}": lambda w, page=page: w.welcome(page) for page in range(3)},
    "doctor": Windows.doctor,
    "evidence": Windows.evidence,
    "notes": Windows.notes,
    "error": Windows.error,
    "break": lambda w: w.break_(on_break(1, 10)),
    "break-card": Windows.break_card,
    "pause": lambda w: w.break_(on_plain_pause()),
    "finished": Windows.finished,
    "library": Windows.library,
    "library-stretch": Windows.stretch,
    "library-editor": Windows.editor,
    "library-routines": Windows.routines,
}

NOTICES: dict[str, Callable[[Windows], QWidget]] = {"card": Windows.card}
"""Windows that never take the keyboard."""


def leave(window: QWidget) -> None:
    """Close a window, whatever it waits for."""
    if isinstance(window, BreakWindow):
        window.show_view(view())
        window._leave.timeout.emit()
    window.close()
