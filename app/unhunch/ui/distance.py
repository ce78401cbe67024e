"""Somewhere far away to look at: a quiet landscape with the ring of time for its sun."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPixmap

from unhunch.ui.palette import Theme

_RIDGES = (
    # (height over the lower edge, swell, phase, how much of the nearest colour) as shares of the picture
    (0.36, 0.050, 0.10, 0.16),
    (0.29, 0.065, 0.45, 0.30),
    (0.20, 0.050, 0.80, 0.46),
    (0.11, 0.035, 0.25, 0.62),
)
_NEAR = {"light": "#8FA6A8", "dark": "#3A4A55", "contrast": "#2A2A2A"}


def landscape(theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """Return hills that fade into the distance, `size` px; its upper part is the theme's ground."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(QColor(theme.ground))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    width, height = float(size.width()), float(size.height())
    for over, swell, phase, share in _RIDGES:
        colour = _between(theme.ground, _NEAR[theme.name], share)
        below = _between(theme.ground, _NEAR[theme.name], share * 0.4)
        fade = QLinearGradient(0, height * (1 - over - swell), 0, height)
        fade.setColorAt(0, colour)
        fade.setColorAt(1, below)
        painter.setBrush(fade)
        painter.drawPath(_ridge(width, height, over, swell, phase))
    painter.end()
    return drawn


def _ridge(width: float, height: float, over: float, swell: float, phase: float) -> QPainterPath:
    """Return one line of hills: three soft waves across, down to the lower edge."""
    base = height * (1 - over)
    wave = width / 3
    left = -wave * (1 + phase)
    path = QPainterPath(QPointF(left, base))
    at, up = left, True
    while at < width + wave:
        lift = -height * swell if up else height * swell * 0.8
        crest = base + lift
        path.cubicTo(at + wave * 0.3, crest, at + wave * 0.7, crest, at + wave, base)
        at, up = at + wave, not up
    path.lineTo(at, height)
    path.lineTo(left, height)
    path.closeSubpath()
    return path.intersected(_box(width, height))


def _box(width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0, 0, width, height))
    return path


def _between(one: str, other: str, share: float) -> QColor:
    a, b = QColor(one), QColor(other)
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )
