"""Which screen the person is on."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def current_screen() -> QScreen:
    """Return the screen that the pointer is on; where that cannot be told, the primary one."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def corner_of(screen: QScreen, width: int, height: int, margin: int) -> QRect:
    """Return the place of a box in the screen's lower right corner, clear of panels."""
    free = screen.availableGeometry()
    left = free.right() + 1 - width - margin
    top = free.bottom() + 1 - height - margin
    return QRect(max(free.left(), left), max(free.top(), top), width, height)
