"""Arrows: which way a part moves. A soft tapered line that follows the part's own path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker

from unhunch.figure.camera import Camera
from unhunch.figure.palette import faint
from unhunch.figure.shapes import Point, add_smooth, filled, ribbon
from unhunch.figure.vectors import Vec

_SAMPLES = 56


_THICK = 0.0125
"""How thick an arrow is, as a share of the picture."""
_THINNEST_PX = 3.0
_TAIL = 0.5
"""How strong an arrow is where it begins, compared with its head."""
_HALO = 0.55
"""The width of the line of ground round an arrow, as a share of its thickness: it parts it from the body."""


_CURVE = 1.0
"""How closely that line follows curves; Qt's own 0.25 makes ten times the points."""


@dataclass(frozen=True, slots=True)
class ArrowLook:
    """How arrows look: `strength` is their opacity, `ground` what parts them from the body they lie on."""

    colour: QColor
    ground: QColor
    strength: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow on the screen: its outline, that of its head alone, a wider one, where it begins and ends.

    A `ring` ends near where it begins.
    """

    path: QPainterPath
    head: QPainterPath
    halo: QPainterPath
    start: Point
    end: Point
    ring: bool


def resampled(points: Sequence[Point], n: int) -> list[Point]:
    """The line's points at n + 1 even steps along it; an empty list for a line of no length."""
    reach = [0.0]
    for a, b in pairwise(points):
        reach.append(reach[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    total = reach[-1]
    if total < 1e-6:
        return []
    out = []
    j = 0
    for i in range(n + 1):
        want = total * i / n
        while j < len(reach) - 2 and reach[j + 1] < want:
            j += 1
        span = reach[j + 1] - reach[j] or 1.0
        t = (want - reach[j]) / span
        a, b = points[j], points[j + 1]
        out.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
    return out


def _length(points: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def shaped(camera: Camera, paths: Sequence[Sequence[Vec]], grown: float) -> list[Arrow]:
    """The arrows along paths in the world, as far along their way as `grown` says (0 to 1)."""
    width = max(_THINNEST_PX, min(camera.width, camera.height) * _THICK)
    lines = (resampled([camera.xy(p) for p in points], _SAMPLES) for points in paths)
    cut = (line[: max(2, round(_SAMPLES * grown) + 1)] for line in lines)
    return [arrow for arrow in (shape(line, width) for line in cut) if arrow]


def shape(points: Sequence[Point], width: float) -> Arrow | None:
    """The arrow along the points, `width` pixels thick; thinner when they are short, None for no way."""
    length = _length(points)
    if length < 4:
        return None
    width = min(width, length / 5.5)
    n = _SAMPLES
    line = resampled(points, n)
    head = min(3.4 * width, 0.45 * length)
    # Where the head begins: its direction is that of the line's last stretch.
    k = max(1, min(n - 1, round(n * (1 - head / length))))
    tip, base = line[-1], line[k]
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    d = hypot(dx, dy) or 1.0
    ux, uy = dx / d, dy / d
    shaft = [*line[:k], (base[0] + ux * width * 0.7, base[1] + uy * width * 0.7)]
    m = len(shaft) - 1
    widths = [width * (0.28 + 0.72 * min(1.0, 1.6 * i / m)) for i in range(m + 1)]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    add_smooth(path, ribbon(shaft, widths))
    x, y = shaft[0]
    r = widths[0] / 2
    path.addEllipse(QPointF(x, y), r, r)
    wing = 1.75 * width
    corners = [
        (tip[0] + ux * width * 0.3, tip[1] + uy * width * 0.3),
        (base[0] - uy * wing, base[1] + ux * wing),
        (base[0] + ux * width * 0.45, base[1] + uy * width * 0.45),
        (base[0] + uy * wing, base[1] - ux * wing),
    ]
    point = filled(_blunted(corners, 0.22))
    path.addPath(point)
    ring = hypot(line[-1][0] - line[0][0], line[-1][1] - line[0][1]) < 0.4 * length
    return Arrow(path, point, _halo(path, width), line[0], line[-1], ring)


def _halo(path: QPainterPath, width: float) -> QPainterPath:
    """The outline and a little more all round; found once, for stroking takes longer than filling."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_HALO * width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(_CURVE)
    halo = stroker.createStroke(path)
    halo.setFillRule(Qt.FillRule.WindingFill)
    return halo


def _blunted(corners: Sequence[Point], share: float) -> list[Point]:
    """The polygon with two points near each corner instead of one: smoothed, its corners are round."""
    out = []
    n = len(corners)
    for i, (x, y) in enumerate(corners):
        ax, ay = corners[i - 1]
        bx, by = corners[(i + 1) % n]
        out.append((x + (ax - x) * share, y + (ay - y) * share))
        out.append((x, y))
        out.append((x + (bx - x) * share, y + (by - y) * share))
    return out


def paint_arrows(
    painter: QPainter,
    camera: Camera,
    arrows: Sequence[Arrow],
    *,
    look: ArrowLook,
    hidden_by: Callable[[], QPainterPath],
) -> None:
    """Paint arrows behind what `hidden_by` (pixels) covers: never over the face.

    One whose own head would be hidden says nothing and is left out.
    """
    bounds = _bounds(arrows)
    cover = hidden_by() if arrows else QPainterPath()
    if not bounds.intersects(cover.controlPointRect()):
        _fill(painter, arrows, look)
        return
    shown = [arrow for arrow in arrows if not cover.intersects(arrow.head)]
    area = _bounds(shown) & QRectF(0, 0, camera.width, camera.height)
    area = QRectF(area.toAlignedRect())
    if area.isEmpty():
        return
    d = camera.detail
    size = (area.size() * d).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(d)
    image.fill(0)
    p = QPainter(image)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.translate(-area.topLeft())
    _fill(p, shown, look)
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    p.fillPath(cover, QColor(0, 0, 0))
    p.end()
    painter.drawImage(area.topLeft(), image)


def _bounds(arrows: Sequence[Arrow]) -> QRectF:
    bounds = QRectF()
    for arrow in arrows:
        bounds = bounds.united(arrow.path.controlPointRect())
    return bounds.adjusted(-3, -3, 3, 3) if arrows else bounds


def _fill(painter: QPainter, arrows: Sequence[Arrow], look: ArrowLook) -> None:
    for arrow in arrows:
        painter.fillPath(arrow.halo, faint(look.ground, 0.6 * look.strength))
        painter.fillPath(arrow.path, _brush(arrow, look))


def _brush(arrow: Arrow, look: ArrowLook) -> QBrush:
    full = faint(look.colour, look.strength)
    if arrow.ring:  # it has no direction for a gradient
        return QBrush(full)
    gradient = QLinearGradient(QPointF(*arrow.start), QPointF(*arrow.end))
    gradient.setColorAt(0.0, faint(look.colour, _TAIL * look.strength))
    gradient.setColorAt(0.4, full)
    return QBrush(gradient)
