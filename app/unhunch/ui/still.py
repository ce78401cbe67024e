"""A small still of a stretch."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

Stills = Callable[[str, QSize, float], QPixmap | None]
"""Draws a still of a stretch: (id, size in px, device pixel ratio); None where there is none."""


CORNER = 0.15
"""Radius of a still's corners, as a share of its side: the figure's ground is round, pictures are not."""


def paint_still(painter: QPainter, box: QRectF, still: QPixmap | None) -> None:
    """Paint a still into a square with round corners; None leaves it empty."""
    if still is None:
        return
    outline = QPainterPath()
    outline.addRoundedRect(box, CORNER * box.width(), CORNER * box.width())
    painter.setClipPath(outline)
    painter.drawPixmap(box.toRect(), still)
    painter.setClipping(False)
