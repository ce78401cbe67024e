"""Covers the screens that the break is not on."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from unhunch.ui.look import Look
from unhunch.ui.screens import windows_fade

OPACITY = 0.82
"""Where windows are blended; elsewhere the cover is solid."""


class Cover(QWidget):
    """A plain dark sheet over one screen; it takes neither keys nor focus."""

    def __init__(self, look: Look, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Unhunch: this screen rests during the break"))
        self.setStyleSheet(f"background: {look.theme.shade};")
        if windows_fade():
            self.setWindowOpacity(OPACITY)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)


class Dimmer(QObject):
    """Keeps every screen but one covered, through plugging and unplugging, until `clear`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._covers: dict[QScreen, Cover] = {}

    @property
    def covered(self) -> tuple[QScreen, ...]:
        """The screens that are covered."""
        return tuple(self._covers)

    def cover_all_but(self, free: QScreen | None) -> None:
        """Cover every screen that is there now, but for `free` and those that show part of the same."""
        wanted = [screen for screen in QGuiApplication.screens() if free is None or apart(screen, free)]
        for screen in [s for s in self._covers if s not in wanted]:
            self._drop(screen)
        for screen in wanted:
            if screen not in self._covers:
                self._covers[screen] = Cover(self._look, screen)
                self._covers[screen].show()

    def clear(self) -> None:
        """Uncover everything."""
        for screen in list(self._covers):
            self._drop(screen)

    def _drop(self, screen: QScreen) -> None:
        cover = self._covers.pop(screen)
        cover.hide()
        cover.deleteLater()


def apart(screen: QScreen, free: QScreen) -> bool:
    """Return whether a cover over `screen` leaves `free` to be seen; a projector often mirrors it."""
    return screen is not free and not screen.geometry().intersects(free.geometry())
