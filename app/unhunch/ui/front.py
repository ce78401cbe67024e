"""All windows together: follows the session and shows tray, card, break and the rest.

The windows' modules are imported when a window is first made: until then an idle tray does without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from unhunch.domain.events import Event
from unhunch.domain.settings import Settings
from unhunch.domain.view import View
from unhunch.ui.context import Context
from unhunch.ui.desktop_look import DesktopLook
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import Guide
from unhunch.ui.look import Look
from unhunch.ui.memory import give_back
from unhunch.ui.pages import Pages
from unhunch.ui.tray import Tray
from unhunch.ui.tray_host import TrayHost
from unhunch.ui.tray_icon import app_icon

if TYPE_CHECKING:
    from unhunch.ui.asking import Asking
    from unhunch.ui.break_window import BreakWindow
    from unhunch.ui.card import Card
    from unhunch.ui.error_dialog import ErrorDialog
    from unhunch.ui.notes import Notes

FINISHED = ("taken", "short")
"""Outcomes after which the finishing moment is shown; whoever ends a break early wants to be gone."""


WARM_UP_MS = 250
"""After the card has come, the break's window is made ready in pieces this far apart."""


class Front(QObject):
    """Owns the windows, and by its pages those that somebody opens. Each is made when it is first needed, so
    that an idle tray stays light.
    """

    def __init__(self, context: Context, settings: Settings) -> None:
        super().__init__()
        QGuiApplication.setWindowIcon(app_icon())
        self._context, self._settings = context, settings
        self._routine = ""
        self.look = Look(settings.appearance)
        self._desktop_look = DesktopLook(self.look)
        self.gallery = Gallery(self.look, context.library.get, settings, context.collection.picture)
        self.gallery.changed.connect(self._gallery_changed)
        self.pages = Pages(context, settings, self.look, self.gallery)
        self.tray: Tray | None = None
        self.card: Card | None = None
        self.break_window: BreakWindow | None = None
        self.errors: ErrorDialog | None = None
        self.notes: Notes | None = None
        self.asking: Asking | None = None
        self._shown: list[str] = []
        self._coming: tuple[str, ...] = ()
        self._warming = QTimer(self, singleShot=True, interval=WARM_UP_MS)
        self._warming.timeout.connect(self._warm_up)
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
        self._show_break(view)
        self._show_card(view)
        self.pages.show_view(view)

    def stretches_changed(self) -> None:
        """Show the stretches as the library has read them anew."""
        self.gallery.forget()
        self.pages.stretches_changed()

    def set_settings(self, settings: Settings) -> None:
        """Apply new settings to every window."""
        self._settings = settings
        self.look.set_appearance(settings.appearance)
        self.gallery.set_settings(settings)
        if self.break_window is not None:
            self.break_window.set_appearance(settings.appearance)
        self.pages.set_settings(settings)

    # -- windows ---------------------------------------------------------------------------------------

    def show_error(self, _summary: str, details: str) -> None:
        """Show an error that nobody expected, with what to copy."""
        if self.errors is None:
            from unhunch.ui.error_dialog import ErrorDialog

            self.errors = ErrorDialog(self.look, self._context.places.log)
        self.errors.tell(details)

    def tell(self, sentence: str) -> None:
        """Show a sentence about what could not be read or kept."""
        if self.notes is None:
            from unhunch.ui.notes import Notes

            self.notes = Notes(self.look)
        self.notes.tell(sentence)

    def close(self) -> None:
        """Take every window and the icon away."""
        ours = (self.card, self.break_window, self.errors, self.notes, self.asking)
        for window in (*ours, *self.pages.windows()):
            if window is not None:
                window.close()
                window.deleteLater()
        self._warming.stop()
        self._clearing.stop()
        if self.tray is not None:
            self.tray.close()

    # -- inside ------------------------------------------------------------------------------------------

    def _asking(self) -> Asking:
        if self.asking is None:
            from unhunch.ui.asking import Asking

            self.asking = Asking(self.look, self._context.wishes)
        return self.asking

    def _make_tray(self) -> None:
        self.tray = Tray(self.look, self._context.wishes, self._context.boot_s)
        self.tray.home_requested.connect(self.pages.show_home)
        self.tray.library_requested.connect(self.pages.show_library)
        self.tray.settings_requested.connect(self.pages.show_settings)
        self.tray.doctor_requested.connect(self.pages.show_doctor)
        self.tray.show_view(self._context.view())

    def _show_card(self, view: View) -> None:
        """Show or hide the card; none while the break's window waits for a key to be let go.

        Some window managers would hand the keyboard to the card then, which does not take it: nobody had it.
        """
        if self.break_window is not None and self.break_window.lingers:
            return
        if self.card is None:
            if view.card is None:
                return
            from unhunch.ui.card import Card

            self.card = Card(self.look, self._context.wishes, self._context.boot_s, self.gallery.still)
        stretches = view.card.stretches if view.card is not None else ()
        coming = stretches[0] if stretches else ""
        guide = self.gallery.guide(coming) if coming else None
        appears = view.card is not None and not self.card.isVisible()
        self.card.show_view(view, coming if guide else "", guide.name if guide else "")
        if appears:
            self._coming = stretches
            self._warming.start()

    def _warm_up(self) -> None:
        """Work out ahead, a piece at a time, what the break would else wait for when it opens."""
        self._ready_break()
        if self._coming:
            first, *rest = self._coming
            guide = self.gallery.guide(first)
            if guide is not None:
                guide.motion.sample(0.0)
            self._coming = tuple(rest)
            self._warming.start()

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
                self._context.wishes,
                self._context.boot_s,
                guides=self._guide,
                stills=self.gallery.still,
                artist=self.gallery.artist,
                appearance=self._settings.appearance,
            )
            self.break_window.doctor_requested.connect(self._show_doctor)
            self.break_window.closed.connect(self._break_closed)
        return self.break_window

    def _show_doctor(self) -> None:
        self.pages.show_doctor(self.break_window)

    def _break_closed(self) -> None:
        self.gallery.clear()
        self._show_card(self._context.view())
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
            self._context.sound.play(sound)

    def _gallery_changed(self) -> None:
        if self.break_window is not None:
            self.break_window.set_artist(self.gallery.artist)
