"""Which screen the person is on, and what its desktop can do with windows."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from unhunch.ui.x11 import COMPOSITOR, is_owned

TITLE_BAR = 48
"""Room that a window manager's frame takes at most, px."""


def current_screen() -> QScreen:
    """Return the screen that the pointer is on; where that cannot be told, the primary one."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def fitting(width: int, height: int, screen: QScreen | None = None) -> QSize:
    """Return this size for a window, or as much of it as there is room for beside panels and a frame."""
    free = (screen or current_screen()).availableGeometry().size()
    return QSize(width, height).boundedTo(free - QSize(0, TITLE_BAR))


def corner_of(screen: QScreen, width: int, height: int, margin: int) -> QRect:
    """Return the place of a box in the screen's lower right corner, clear of panels."""
    free = screen.availableGeometry()
    left = free.right() + 1 - width - margin
    top = free.bottom() + 1 - height - margin
    return QRect(max(free.left(), left), max(free.top(), top), width, height)


def windows_blend() -> bool:
    """Return whether see-through pixels of a window show what is behind it; on bare X they are black."""
    return QGuiApplication.platformName() != "xcb" or is_owned(COMPOSITOR)


def windows_fade() -> bool:
    """Return whether a whole window can be made see-through; Wayland has no word for it."""
    name = QGuiApplication.platformName()
    return name in ("windows", "cocoa") or (name == "xcb" and is_owned(COMPOSITOR))
