"""The windows that somebody opens: settings, library and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from unhunch.domain.settings import Settings
from unhunch.domain.view import View
from unhunch.ui.context import Context
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look, Window
from unhunch.ui.memory import give_back

if TYPE_CHECKING:
    from unhunch.ui.doctor import Doctor
    from unhunch.ui.evidence import Evidence
    from unhunch.ui.home import Home
    from unhunch.ui.library.editor_page import EditorState
    from unhunch.ui.library.window import LibraryWindow
    from unhunch.ui.practice import Practice
    from unhunch.ui.settings.window import SettingsWindow
    from unhunch.ui.welcome import Welcome


class Pages(QObject):
    """Owns those windows. Each is made when it is opened and dropped when it is closed, so that an idle tray
    stays light.
    """

    def __init__(self, context: Context, settings: Settings, look: Look, gallery: Gallery) -> None:
        super().__init__()
        self.look = look
        self._context, self._settings, self._gallery = context, settings, gallery
        self.home: Home | None = None
        self.settings_window: SettingsWindow | None = None
        self.library_window: LibraryWindow | None = None
        self.doctor: Doctor | None = None
        self.welcome: Welcome | None = None
        self.evidence: Evidence | None = None
        self.practice: Practice | None = None
        self._unsaved: EditorState | None = None

    def show_view(self, view: View) -> None:
        """Draw this picture wherever one is shown; what is only tried makes room for a break."""
        if view.break_ is not None and self.practice is not None:
            self.practice.give_way()
        if self.home is not None and self.home.isVisible():
            self.home.show_view(view)

    def stretches_changed(self) -> None:
        """Show the stretches as the library has read them anew."""
        if self.library_window is not None:
            self.library_window.library_changed()

    def set_settings(self, settings: Settings) -> None:
        """Apply new settings to every window."""
        self._settings = settings
        for window in (self.settings_window, self.library_window, self.welcome):
            if window is not None:
                window.set_settings(settings)

    def show_home(self) -> None:
        """Open the small main window: what the tray says, for desktops without one."""
        if self.home is None:
            from unhunch.ui.home import Home

            self.home = Home(self.look, self._context.wishes, self._context.boot_s)
            self.home.library_requested.connect(self.show_library)
            self.home.settings_requested.connect(self.show_settings)
            self.home.doctor_requested.connect(self.show_doctor)
            self._drop_when_closed(self.home, "home")
        self.home.show_view(self._context.view())
        _raise(self.home)

    def show_settings(self) -> None:
        """Open the settings."""
        if self.settings_window is None:
            from unhunch.ui.settings.window import SettingsWindow

            self.settings_window = SettingsWindow(
                self.look,
                self._context.wishes,
                self._gallery,
                self._settings,
                day=self._context.day(),
                catalogue=self._context.library.catalogue,
                exchange=self._context.exchange,
                places=self._context.places,
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
                self._context.wishes,
                gallery=self._gallery,
                library=self._context.library,
                collection=self._context.collection,
                settings=self._settings,
            )
            self.library_window.try_requested.connect(self.try_stretch)
            self.library_window.closed_unsaved.connect(self._keep)
            self._drop_when_closed(self.library_window, "library_window")
            if self._unsaved is not None:
                self.library_window.offer(self._unsaved)
                self._unsaved = None
        _raise(self.library_window)

    def show_welcome(self) -> None:
        """Open the welcome: at the first start, and whenever it is asked for."""
        if self.welcome is None:
            from unhunch.ui.welcome import Welcome

            self.welcome = Welcome(
                self.look, self._context.wishes, self._gallery, tuple(self._context.library), self._settings
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
        if self.practice is not None or self._context.view().break_ is not None:
            return
        if self._gallery.guide(stretch_id) is None:
            return
        from unhunch.ui.practice import Practice

        self.practice = Practice(self.look, self._gallery, self._context.boot_s, self._settings, stretch_id)
        self.practice.window.doctor_requested.connect(self._show_doctor_over_practice)
        self.practice.ended.connect(self._practised)
        self.practice.begin()

    def show_doctor(self, over: Window | None = None) -> None:
        """Open the page on when to see a doctor; `over` the window of a break, which would else cover it."""
        if self.doctor is None:
            from unhunch.ui.doctor import Doctor

            self.doctor = Doctor(self.look)
            self._drop_when_closed(self.doctor, "doctor")
        if over is not None:
            _belong_to(self.doctor, over)
        _raise(self.doctor)

    def windows(self) -> list[Window]:
        """Those that are open."""
        every = (
            self.home,
            self.settings_window,
            self.library_window,
            self.doctor,
            self.welcome,
            self.evidence,
        )
        return [window for window in every if window is not None]

    def _keep(self, left: EditorState) -> None:
        self._unsaved = left

    def _show_doctor_over_practice(self) -> None:
        self.show_doctor(self.practice.window if self.practice is not None else None)

    def _practised(self) -> None:
        # Not at once: its window is just telling us that it has closed.
        QTimer.singleShot(0, self, self._forget_practice)

    def _forget_practice(self) -> None:
        self.practice = None
        give_back()

    def _drop_when_closed(self, window: Window, name: str) -> None:
        """Give a window's memory back when it is closed; it is made anew when it is needed again."""
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda _gone: self._dropped(name))

    def _dropped(self, name: str) -> None:
        setattr(self, name, None)
        QTimer.singleShot(0, self, give_back)


def _belong_to(window: Window, other: Window) -> None:
    """Let a window stand above another one, whatever layer that has; the desktop is told when it appears."""
    window.hide()
    window.setWindowFlag(Qt.WindowType.Dialog)  # of these alone X11 says whose they are
    window.winId()  # there is no handle before
    window.windowHandle().setTransientParent(other.windowHandle())


def _raise(window: Window) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
