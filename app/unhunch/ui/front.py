"""All windows together: follows the session and shows tray, card, break and the rest.

The windows' modules are imported when a window is first made: until then an idle tray does without them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from unhunch.domain.events import Event
from unhunch.domain.settings import Settings
from unhunch.domain.view import View
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.services.ports import SettingsExchange, SoundPlayer
from unhunch.services.preview import Day
from unhunch.ui.desktop_look import DesktopLook
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import Guide
from unhunch.ui.look import Look, Window
from unhunch.ui.memory import give_back
from unhunch.ui.places import Places
from unhunch.ui.tray import Tray
from unhunch.ui.tray_host import TrayHost
from unhunch.ui.tray_icon import app_icon
from unhunch.ui.wishes import Wishes

if TYPE_CHECKING:
    from unhunch.ui.asking import Asking
    from unhunch.ui.break_window import BreakWindow
    from unhunch.ui.card import Card
    from unhunch.ui.doctor import Doctor
    from unhunch.ui.error_dialog import ErrorDialog
    from unhunch.ui.evidence import Evidence
    from unhunch.ui.home import Home
    from unhunch.ui.library.window import LibraryWindow
    from unhunch.ui.notes import Notes
    from unhunch.ui.practice import Practice
    from unhunch.ui.settings.window import SettingsWindow
    from unhunch.ui.welcome import Welcome

FINISHED = ("taken", "short")
"""Outcomes after which the finishing moment is shown; whoever ends a break early wants to be gone."""


WARM_UP_MS = 250
"""After the card has come, the break's window is made ready in pieces this far apart."""


class Front(QObject):
    """Owns the windows. Each is made when it is first needed, so that an idle tray stays light."""

    def __init__(
        self,
        *,
        wishes: Wishes,
        settings: Settings,
        library: Library,
        collection: Collection,
        sound: SoundPlayer,
        boot_s: Callable[[], float],
        view: Callable[[], View],
        exchange: SettingsExchange,
        places: Places,
        day: Callable[[], Day],
    ) -> None:
        """`day` finds the day that the settings' preview shows."""
        super().__init__()
        QGuiApplication.setWindowIcon(app_icon())
        self._wishes = wishes
        self._settings = settings
        self._library = library
        self._collection = collection
        self._sound = sound
        self._boot_s = boot_s
        self._view = view
        self._routine = ""
        self._exchange, self._places, self._day = exchange, places, day
        self.look = Look(settings.appearance)
        self._desktop_look = DesktopLook(self.look)
        self.gallery = Gallery(self.look, library.get, settings, collection.picture)
        self.gallery.changed.connect(self._gallery_changed)
        self.tray: Tray | None = None
        self.card: Card | None = None
        self.break_window: BreakWindow | None = None
        self.home: Home | None = None
        self.settings_window: SettingsWindow | None = None
        self.library_window: LibraryWindow | None = None
        self.doctor: Doctor | None = None
        self.errors: ErrorDialog | None = None
        self.notes: Notes | None = None
        self.asking: Asking | None = None
        self.welcome: Welcome | None = None
        self.evidence: Evidence | None = None
        self.practice: Practice | None = None
        self._shown: list[str] = []
        self._clearing = QTimer(self, singleShot=True)
        self._clearing.timeout.connect(self._forget_break)
        self._host = TrayHost()
        self._host.ready.connect(self._make_tray)

    def start(self) -> None:
        """Put the icon into the tray as soon as the desktop has one."""
        self._desktop_look.follow()
        self._host.wait()
        QTimer.singleShot(0, self, give_back)  # what starting took

    # -- following the session -----------------------------------------------------------------------

    def happened(self, event: Event, view: View) -> None:
        """Follow one fact: sounds, and the finishing moment after a break."""
        if event.name == "break_started":
            self._shown = []
            self._play("start")
        elif event.name == "stretch_started":
            stretch = str(event.fields["stretch"])
            if stretch not in self._shown:
                self._shown.append(stretch)
        elif event.name == "break_ended" and event.fields["outcome"] in FINISHED:
            self._play("end")
            self._finish(float(event.fields["done_s"]), view)
        elif event.name == "asked":
            self._asking().ask_what_suits(str(event.fields["rhythm"]), self._settings)
        elif event.name == "reminded":
            self._asking().remind_of_pause()

    def show(self, view: View) -> None:
        """Draw this picture everywhere."""
        if self.tray is not None:
            self.tray.show_view(view)
        self._show_card(view)
        self._show_break(view)
        if self.home is not None and self.home.isVisible():
            self.home.show_view(view)

    def stretches_changed(self) -> None:
        """Show the stretches as the library has read them anew."""
        self.gallery.forget()
        if self.library_window is not None:
            self.library_window.library_changed()

    def set_settings(self, settings: Settings) -> None:
        """Apply new settings to every window."""
        self._settings = settings
        self.look.set_appearance(settings.appearance)
        self.gallery.set_settings(settings)
        if self.break_window is not None:
            self.break_window.set_appearance(settings.appearance)
        if self.settings_window is not None:
            self.settings_window.set_settings(settings)
        if self.library_window is not None:
            self.library_window.set_settings(settings)
        if self.welcome is not None:
            self.welcome.set_settings(settings)

    # -- windows ---------------------------------------------------------------------------------------

    def show_home(self) -> None:
        """Open the small main window: what the tray says, for desktops without one."""
        if self.home is None:
            from unhunch.ui.home import Home

            self.home = Home(self.look, self._wishes, self._boot_s)
            self.home.library_requested.connect(self.show_library)
            self.home.settings_requested.connect(self.show_settings)
            self.home.doctor_requested.connect(self.show_doctor)
            self._drop_when_closed(self.home, "home")
        self.home.show_view(self._view())
        _raise(self.home)

    def show_settings(self) -> None:
        """Open the settings."""
        if self.settings_window is None:
            from unhunch.ui.settings.window import SettingsWindow

            self.settings_window = SettingsWindow(
                self.look,
                self._wishes,
                self.gallery,
                self._settings,
                day=self._day(),
                catalogue=self._library.catalogue,
                exchange=self._exchange,
                places=self._places,
            )
            self.settings_window.library_requested.connect(self.show_library)
            self.settings_window.evidence_requested.connect(self.show_evidence)
            self.settings_window.doctor_requested.connect(self.show_doctor)
            self.settings_window.welcome_requested.connect(self.show_welcome)
            self._drop_when_closed(self.settings_window, "settings_window")
        _raise(self.settings_window)

    def show_library(self) -> None:
        """Open the stretch library."""
        if self.library_window is None:
            from unhunch.ui.library.window import LibraryWindow

            self.library_window = LibraryWindow(
                self.look,
                self._wishes,
                gallery=self.gallery,
                library=self._library,
                collection=self._collection,
                settings=self._settings,
            )
            self.library_window.try_requested.connect(self.try_stretch)
            self._drop_when_closed(self.library_window, "library_window")
        _raise(self.library_window)

    def show_welcome(self) -> None:
        """Open the welcome: at the first start, and whenever it is asked for."""
        if self.welcome is None:
            from unhunch.ui.welcome import Welcome

            self.welcome = Welcome(
                self.look, self._wishes, self.gallery, tuple(self._library), self._settings
            )
            self.welcome.try_requested.connect(self.try_stretch)
            self._drop_when_closed(self.welcome, "welcome")
        self.welcome.go_to(0)
        _raise(self.welcome)

    def show_evidence(self) -> None:
        """Open the page on what is behind the defaults."""
        if self.evidence is None:
            from unhunch.ui.evidence import Evidence

            self.evidence = Evidence(self.look)
            self._drop_when_closed(self.evidence, "evidence")
        _raise(self.evidence)

    def try_stretch(self, stretch_id: str) -> None:
        """Play one stretch now, outside of any break; nothing while a break or another one is open."""
        if self.practice is not None or self._view().break_ is not None:
            return
        if self.gallery.guide(stretch_id) is None:
            return
        from unhunch.ui.practice import Practice

        self.practice = Practice(self.look, self.gallery, self._boot_s, self._settings, stretch_id)
        self.practice.window.doctor_requested.connect(self.show_doctor)
        self.practice.ended.connect(self._practised)
        self.practice.begin()

    def show_doctor(self) -> None:
        """Open the page on when to see a doctor."""
        if self.doctor is None:
            from unhunch.ui.doctor import Doctor

            self.doctor = Doctor(self.look)
            self._drop_when_closed(self.doctor, "doctor")
        _raise(self.doctor)

    def show_error(self, _summary: str, details: str) -> None:
        """Show an error that nobody expected, with what to copy."""
        if self.errors is None:
            from unhunch.ui.error_dialog import ErrorDialog

            self.errors = ErrorDialog(self.look, self._places.log)
        self.errors.tell(details)

    def tell(self, sentence: str) -> None:
        """Show a sentence about what could not be read or kept."""
        if self.notes is None:
            from unhunch.ui.notes import Notes

            self.notes = Notes(self.look)
        self.notes.tell(sentence)

    def close(self) -> None:
        """Take every window and the icon away."""
        windows = (
            self.card,
            self.break_window,
            self.home,
            self.settings_window,
            self.library_window,
            self.doctor,
            self.errors,
            self.notes,
            self.welcome,
            self.evidence,
            self.asking,
        )
        for window in windows:
            if window is not None:
                window.close()
                window.deleteLater()
        self._clearing.stop()
        if self.tray is not None:
            self.tray.close()

    # -- inside ------------------------------------------------------------------------------------------

    def _asking(self) -> Asking:
        if self.asking is None:
            from unhunch.ui.asking import Asking

            self.asking = Asking(self.look, self._wishes)
        return self.asking

    def _practised(self) -> None:
        # Not at once: its window is just telling us that it has closed.
        QTimer.singleShot(0, self, self._forget_practice)

    def _forget_practice(self) -> None:
        self.practice = None
        give_back()

    def _make_tray(self) -> None:
        self.tray = Tray(self._wishes, self._boot_s)
        self.tray.home_requested.connect(self.show_home)
        self.tray.library_requested.connect(self.show_library)
        self.tray.settings_requested.connect(self.show_settings)
        self.tray.doctor_requested.connect(self.show_doctor)
        self.tray.show_view(self._view())

    def _show_card(self, view: View) -> None:
        if self.card is None:
            if view.card is None:
                return
            from unhunch.ui.card import Card

            self.card = Card(self.look, self._wishes, self._boot_s, self.gallery.still)
        stretches = view.card.stretches if view.card is not None else ()
        coming = stretches[0] if stretches else ""
        guide = self.gallery.guide(coming) if coming else None
        appears = view.card is not None and not self.card.isVisible()
        self.card.show_view(view, coming if guide else "", guide.name if guide else "")
        if appears:
            QTimer.singleShot(WARM_UP_MS, self, partial(self._warm_up, stretches))

    def _warm_up(self, stretches: tuple[str, ...]) -> None:
        """Work out ahead, a piece at a time, what the break would else wait for when it opens."""
        self._ready_break()
        if stretches:
            guide = self.gallery.guide(stretches[0])
            if guide is not None:
                guide.motion.sample(0.0)
            QTimer.singleShot(WARM_UP_MS, self, partial(self._warm_up, stretches[1:]))

    def _guide(self, stretch_id: str) -> Guide | None:
        """Return the guide to a stretch of the open break, in the dose of the routine that it follows."""
        return self.gallery.guide(stretch_id, self._routine)

    def _show_break(self, view: View) -> None:
        if view.break_ is not None:
            self._routine = view.break_.routine
        if view.break_ is not None or self.break_window is not None:
            self._ready_break().show_view(view)

    def _ready_break(self) -> BreakWindow:
        if self.break_window is None:
            from unhunch.ui.break_window import BreakWindow

            self.break_window = BreakWindow(
                self.look,
                self._wishes,
                self._boot_s,
                guides=self._guide,
                stills=self.gallery.still,
                artist=self.gallery.artist,
                appearance=self._settings.appearance,
            )
            self.break_window.doctor_requested.connect(self.show_doctor)
            self.break_window.closed.connect(self._break_closed)
        return self.break_window

    def _drop_when_closed(self, window: Window, name: str) -> None:
        """Give a window's memory back when it is closed; it is made anew when it is needed again."""
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda _gone: self._dropped(name))

    def _dropped(self, name: str) -> None:
        setattr(self, name, None)
        QTimer.singleShot(0, self, give_back)

    def _break_closed(self) -> None:
        self.gallery.clear()
        self._clearing.start()  # not at once: its window is just telling us that it has closed

    def _forget_break(self) -> None:
        """Give back the break's window, unless the next one has begun; it is made again within 10 ms."""
        if self.break_window is None or self.break_window.mode != "closed":
            return
        self.break_window.destroyed.connect(lambda _gone: QTimer.singleShot(0, self, give_back))
        self.break_window.deleteLater()
        self.break_window = None

    def _finish(self, done_s: float, view: View) -> None:
        if self.break_window is None:
            return
        coming = min(view.rhythms, key=lambda rhythm: rhythm.due_in_s, default=None)
        name, due_in_s = (coming.name, coming.due_in_s) if coming else ("", 0.0)
        self.break_window.finish(tuple(self._shown), done_s, name, due_in_s)

    def _play(self, sound: str) -> None:
        if self._settings.sound.enabled:
            self._sound.play(sound)

    def _gallery_changed(self) -> None:
        if self.break_window is not None:
            self.break_window.set_artist(self.gallery.artist)


def _raise(window: Window) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
