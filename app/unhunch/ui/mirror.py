"""Languages that are written from right to left: what we place and paint by hand stands at the other side.

Qt's own layouts turn round by themselves, their margins do not.
"""

from typing import TypeVar

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

_Box = TypeVar("_Box", QRect, QRectF)


def placed(box: _Box, within: QRect | QRectF) -> _Box:
    """Return where `box`, as it lies from left to right, lies in the person's language."""
    if not QGuiApplication.isRightToLeft():
        return box
    at_left, at_right = box.x() - within.x(), within.x() + within.width() - box.x() - box.width()
    return box.translated(at_right - at_left, 0)  # type: ignore[arg-type]  # of a QRect all are whole


def hanging(used: QFont) -> int:
    """Return how much wider than its words a box must be, px, for lines that wrap in it.

    WORKAROUND: written from right to left, the blank at which Qt wraps a line stands before the line.
    """
    return QFontMetrics(used).horizontalAdvance(" ") if QGuiApplication.isRightToLeft() else 0


def ways() -> tuple[Qt.Key, Qt.Key]:
    """Return the keys that go back and on in the direction of reading."""
    left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
    return (right, left) if QGuiApplication.isRightToLeft() else (left, right)


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Return margins by where a line of text starts and ends."""
    left, right = (end, start) if QGuiApplication.isRightToLeft() else (start, end)
    return QMargins(left, top, right, bottom)
