"""Arrows: which way a part moves. A soft tapered line that follows the part's own path."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.palette import faint
from unhunch.figure.shapes import Point, add_smooth, ribbon
from unhunch.figure.vectors import Vec

_SAMPLES = 32


@dataclass(frozen=True, slots=True)
class ArrowLook:
    """How arrows look: `strength` is their opacity, `grown` how much of the way is shown, from its start."""

    colour: QColor
    strength: float
    grown: float


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


def arrow_path(points: Sequence[Point], width: float) -> QPainterPath | None:
    """The outline of an arrow along the points, `width` pixels thick; thinner when they are short, None for
    no way at all.
    """
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
    add_smooth(path, _blunted(corners, 0.22))
    return path


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
    paths: Sequence[Sequence[Vec]],
    *,
    look: ArrowLook,
    hidden_by: Callable[[], QPainterPath],
) -> None:
    """Paint arrows along paths in the world, behind what `hidden_by` (pixels) covers: never over the face."""
    width = max(3.0, min(camera.width, camera.height) * 0.0125)
    made = [m for m in (_arrow([camera.xy(p) for p in points], width, look) for points in paths) if m]
    bounds = QRectF()
    for path, _ in made:
        bounds = bounds.united(path.controlPointRect())
    cover = hidden_by() if made else QPainterPath()
    if not made or not bounds.intersects(cover.controlPointRect()):
        for path, brush in made:
            painter.fillPath(path, brush)
        return
    area = QRectF((bounds.adjusted(-2, -2, 2, 2) & QRectF(0, 0, camera.width, camera.height)).toAlignedRect())
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
    for path, brush in made:
        p.fillPath(path, brush)
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    p.fillPath(cover, QColor(0, 0, 0))
    p.end()
    painter.drawImage(area.topLeft(), image)


def _arrow(line: list[Point], width: float, look: ArrowLook) -> tuple[QPainterPath, QBrush] | None:
    if look.grown < 1.0:
        line = resampled(line, 40)[: max(2, int(40 * look.grown) + 1)]
    path = arrow_path(line, width) if len(line) > 1 else None
    if path is None:
        return None
    full = faint(look.colour, 0.95 * look.strength)
    if hypot(line[-1][0] - line[0][0], line[-1][1] - line[0][1]) < 0.4 * _length(line):
        return path, QBrush(full)  # a ring has no direction for a gradient
    gradient = QLinearGradient(QPointF(*line[0]), QPointF(*line[-1]))
    gradient.setColorAt(0.0, faint(look.colour, 0.35 * look.strength))
    gradient.setColorAt(0.6, full)
    return path, QBrush(gradient)
