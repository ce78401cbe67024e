"""The words of every window as they are drawn, measured on its picture."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from tests.ui.every_window import NOTICES, OPENERS, Windows, leave

from unhunch.domain.settings import Appearance
from unhunch.ui.look import Look
from unhunch.ui.palette import CONTRAST, contrast

ON_FIGURES = ("break", "break-card", "pause", "finished")
"""Words there have tests of their own."""
EVERY = {name: opened for name, opened in (OPENERS | NOTICES).items() if name not in ON_FIGURES}
WORDED = (QLabel, QPushButton, QComboBox, QLineEdit, QPlainTextEdit)
LARGE_PX = 24
"""WCAG's large type, 18 pt."""
SMOOTHED = 0.85
"""Thin strokes are smoothed: their darkest pixel reaches about so much of the ink's contrast."""


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()


def inside(widget: QWidget, window: QWidget) -> QRect:
    """Where the words are, without a frame around them, as far as it is seen."""
    seen = widget.visibleRegion().boundingRect()
    frame = 0 if isinstance(widget, QLabel) else 4
    room = widget.rect().adjusted(frame, frame, -frame, -frame) & seen
    return QRect(widget.mapTo(window, room.topLeft()), room.size())


def strongest(picture: QImage, room: QRect) -> float:
    """Return the contrast between the commonest colour in `room` and the one that differs most from it."""
    counts: dict[int, int] = {}
    for y in range(room.top(), room.bottom() + 1):
        for x in range(room.left(), room.right() + 1):
            pixel = picture.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    ground = QColor(max(counts, key=lambda each: counts[each])).name()
    return max(contrast(ground, QColor(pixel).name()) for pixel in counts)


@pytest.fixture(params=["light", "dark", "contrast"])
def windows(request, wishes, clock, tmp_path):
    return Windows(Look(Appearance(theme=request.param)), wishes, clock, tmp_path)


@pytest.mark.parametrize("name", EVERY)
def test_words_can_be_read(name, windows, qtbot):
    """They reach 4.5 on what is behind them, 3 where they are large, and 7 in high contrast."""
    window = EVERY[name](windows)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    picture = window.grab().toImage()
    measured = 0
    for widget in window.findChildren(QWidget):
        if not (
            isinstance(widget, WORDED) and widget.isVisible() and widget.isEnabled() and words_of(widget)
        ):
            continue
        room = inside(widget, window) & picture.rect()
        if room.width() < widget.fontMetrics().height() or room.height() < widget.fontMetrics().ascent():
            continue  # scrolled out of sight
        large = widget.font().pixelSize() >= LARGE_PX
        least = 7 if windows.look.theme is CONTRAST else 3 if large else 4.5
        assert strongest(picture, room) >= SMOOTHED * least, words_of(widget)
        measured += 1
    assert measured
    leave(window)
