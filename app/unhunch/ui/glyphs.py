"""Small signs for buttons, drawn by us so that they follow the theme and stay crisp."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from unhunch.ui.mirror import placed

GAP = 1.3
"""Signs are this much wider than high: the rest is the distance to the words after them."""


def glyph(name: str, colour: str, side: int = 20, ratio: float = 2.0) -> QIcon:
    """Return the sign `name`, one of _DRAWERS."""
    drawn = QPixmap(round(side * GAP * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(placed(QRectF(0, 0, side, side), QRectF(0, 0, side * GAP, side)).topLeft())
    painter.scale(side / 20, side / 20)
    _DRAWERS[name](painter, QColor(colour))
    painter.end()
    sign = QIcon(drawn)
    sign.addPixmap(drawn, QIcon.Mode.Disabled)  # in its colour, which Qt would turn into a grey of its own
    return sign


def _filled(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.setPen(
        QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )


def _lined(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )


def _triangle(left: float, right: float) -> QPolygonF:
    return QPolygonF([QPointF(left, 4.5), QPointF(right, 10), QPointF(left, 15.5)])


def _pause(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawRect(QRectF(5, 4.5, 3, 11))
    painter.drawRect(QRectF(12, 4.5, 3, 11))


def _play(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawPolygon(_triangle(6, 15.5))


def _next(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawPolygon(_triangle(5, 12.5))
    painter.drawRect(QRectF(14, 4.5, 1.4, 11))


def _back(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawPolygon(_triangle(15, 7.5))
    painter.drawRect(QRectF(4.6, 4.5, 1.4, 11))


def _repeat(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawArc(QRectF(4, 4, 12, 12), 30 * 16, 300 * 16)
    _filled(painter, colour)
    painter.drawPolygon(QPolygonF([QPointF(12.4, 7.6), QPointF(16.8, 7.8), QPointF(16.4, 3.4)]))


def _other(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawPolyline([QPointF(3.5, 7), QPointF(15, 7)])
    painter.drawPolyline([QPointF(5, 13), QPointF(16.5, 13)])
    _filled(painter, colour)
    painter.drawPolygon(QPolygonF([QPointF(13, 4), QPointF(16.5, 7), QPointF(13, 10)]))
    painter.drawPolygon(QPolygonF([QPointF(7, 10), QPointF(3.5, 13), QPointF(7, 16)]))


def _later(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawEllipse(QRectF(3.5, 3.5, 13, 13))
    hands = QPainterPath(QPointF(10, 6.5))
    hands.lineTo(10, 10.2)
    hands.lineTo(12.6, 11.8)
    painter.drawPath(hands)


def _end(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawLine(QPointF(5, 5), QPointF(15, 15))
    painter.drawLine(QPointF(15, 5), QPointF(5, 15))


def _doctor(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawRect(QRectF(8.4, 4, 3.2, 12))
    painter.drawRect(QRectF(4, 8.4, 12, 3.2))


def _face(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawEllipse(QRectF(1.5, 1.5, 17, 17))
    painter.setBrush(colour)
    for x in (7.2, 12.8):
        painter.drawEllipse(QPointF(x, 8), 0.5, 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _worse(painter: QPainter, colour: QColor) -> None:
    _face(painter, colour)
    painter.drawArc(QRectF(6.5, 12, 7, 5), 30 * 16, 120 * 16)


def _same(painter: QPainter, colour: QColor) -> None:
    _face(painter, colour)
    painter.drawLine(QPointF(7, 13), QPointF(13, 13))


def _better(painter: QPainter, colour: QColor) -> None:
    _face(painter, colour)
    painter.drawArc(QRectF(6, 8.2, 8, 6), 200 * 16, 140 * 16)


def _chevron(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour)
    painter.drawPolyline([QPointF(12.5, 4.5), QPointF(7, 10), QPointF(12.5, 15.5)])


_DRAWERS = {
    "pause": _pause,
    "play": _play,
    "next": _next,
    "back": _back,
    "repeat": _repeat,
    "other": _other,
    "later": _later,
    "end": _end,
    "worse": _worse,
    "same": _same,
    "better": _better,
    "chevron": _chevron,
    "doctor": _doctor,
}
