"""A small still of a stretch, in a frame."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from unhunch.ui.look import Look

Stills = Callable[[str, QSize, float], QPixmap | None]
"""Draws a still of a stretch: (id, size in px, device pixel ratio); None where there is none."""


def paint_still(
    painter: QPainter, frame: QRectF, still: QPixmap | None, look: Look, *, corner: float
) -> None:
    """Paint a still on a ground of its own, in a fine frame with round corners; None leaves the ground."""
    outline = QPainterPath()
    outline.addRoundedRect(frame, corner, corner)
    painter.fillPath(outline, QColor(look.theme.surface))
    if still is not None:
        painter.setClipPath(outline)
        painter.drawPixmap(frame.toRect(), still)
        painter.setClipping(False)
    painter.strokePath(outline, QPen(QColor(look.theme.line), 1))
