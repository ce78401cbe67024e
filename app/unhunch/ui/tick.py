"""The mark of a break that is done: it draws itself, with a few sparks around it."""

from math import cos, pi, sin

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from unhunch.ui.look import Look
from unhunch.ui.ring import paint_ring

ARRIVES_MS = 1400
RING, GLOW = 0.66, 0.14
"""The ring's width as a share of the whole height, and how much of its colour the disc in it has."""
STROKE_FROM, STROKE_FOR = 0.15, 0.35
SPARKS_FROM = 0.35
"""When, as shares of the arrival, the stroke is drawn and the sparks fly."""
SPARKS = 12
STROKE = (QPointF(0.31, 0.52), QPointF(0.45, 0.65), QPointF(0.70, 0.37))
"""The check mark's corners, in the ring's square."""


class Tick(QWidget):
    """A check mark in a ring that empties while the window waits to go."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self._arrival = QVariantAnimation(self)
        self._arrival.setDuration(ARRIVES_MS)
        self._arrival.setStartValue(0.0)
        self._arrival.setEndValue(1.0)
        # Slowly at first: meanwhile what was there before fades.
        self._arrival.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._arrival.valueChanged.connect(lambda _share: self.update())

    def arrive(self) -> None:
        """Draw itself; be there at once where movement is reduced."""
        self._share = 0.0
        if self._look.reduced_motion:
            self.settle()
        else:
            self._arrival.start()

    def settle(self) -> None:
        """Be there, and keep still."""
        self._arrival.stop()
        self._arrival.setCurrentTime(ARRIVES_MS)

    @property
    def share(self) -> float:
        """How much of the waiting is over, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show how much of the waiting is over, 0 to 1."""
        if abs(share - self._share) > 0.002:
            self._share = share
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        arrived = self._arrival.currentValue()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, side = QRectF(self.rect()).center(), self.height() * RING
        box = QRectF(0, 0, side, side)
        box.moveCenter(middle)
        glow = QColor(theme.good)
        glow.setAlphaF(GLOW * arrived)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(middle, side / 2, side / 2)
        paint_ring(painter, box, 1 - self._share, track=theme.track, fill=theme.good, thickness=side * 0.055)
        self._paint_stroke(painter, box, _within(arrived, STROKE_FROM, STROKE_FOR))
        self._paint_sparks(painter, middle, side, _within(arrived, SPARKS_FROM, 1 - SPARKS_FROM))
        painter.end()

    def _paint_stroke(self, painter: QPainter, box: QRectF, share: float) -> None:
        if not share:
            return
        side = box.width()
        path = QPainterPath()
        path.addPolygon(QPolygonF([box.topLeft() + corner * side for corner in STROKE]))
        pen = QPen(QColor(self._look.theme.good), side * 0.075)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        length = path.length() / pen.widthF()
        pen.setDashPattern([length * share, length])  # one dash: as much as is drawn so far
        painter.strokePath(path, pen)

    def _paint_sparks(self, painter: QPainter, middle: QPointF, side: float, share: float) -> None:
        """Paint short strokes around the ring, which fly outward and stay there."""
        if not share:
            return
        theme = self._look.theme
        for n in range(SPARKS):
            turn = 2 * pi * (n + 0.5) / SPARKS
            way = QPointF(cos(turn), sin(turn))
            near = side * (0.54 + 0.08 * share)
            far = near + side * (0.09 if n % 2 else 0.05) * share
            colour = QColor(theme.accent if n % 2 else theme.good)
            colour.setAlphaF(0.85 * share)
            pen = QPen(colour, side * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(middle + way * near, middle + way * far)


def _within(share: float, start: float, length: float) -> float:
    """Return how much of a part of the time is over, 0 to 1."""
    return min(1.0, max(0.0, (share - start) / length))
