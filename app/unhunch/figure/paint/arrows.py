"""Arrows: which way a part moves. A soft tapered line that follows the part's own path."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, ceil, cos, hypot, radians, remainder, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QTransform,
)

from unhunch.figure.ink.newest import Newest
from unhunch.figure.ink.palette import faint
from unhunch.figure.ink.shading import layer
from unhunch.figure.ink.shapes import Point, filled, ribbon
from unhunch.figure.kept import kept_in
from unhunch.figure.motion.cues import Cue, Turned
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.lines import between, resampled
from unhunch.figure.rig.vectors import Vec

_FEWEST_STEPS, _MOST_STEPS = 9, 28
"""Of how many even steps an arrow's line is made; each costs time in every frame in which an arrow grows."""
_STEP_TURNS = radians(12)  # so little turns a line in a step, for a round curve through its points
_MOST_LINES = 8  # of two pictures at a time
_THICK = 0.0125
"""How thick an arrow is, as a share of the picture."""
_THINNEST_PX = 3.0
_GROWN = 0.25  # the share of the way to its end over which it grows from nothing to full strength
_ROUND_GROWN = 0.5  # the same of one that goes round with its part
_HALO = 0.4
"""The width of the line of ground round an arrow, as a share of its thickness: it parts it from the body."""
_HALO_LIGHT, _HALO_DARK = 0.45, 0.2
"""How opaque it is: a dark one more so would look like an outline."""
_HEAD, _HEAD_WIDTH = 3.1, 3.3
"""How long and wide a head is, and over how long a way an arrow gets thick, in times its thickness."""
_TAPER = 16.0
_TAIL_WIDTH = 0.28  # how thick the tail is, as a share of the line
_LONGEST_TAPER = 0.45  # as a share of a short arrow
_ROUND_THICKER = 1.1
"""How much thicker than others an arrow is at its head that goes round with its part: it gets thick over all
of its way, for on a ring only that tells at a glance where it comes from and where it goes.
"""
_ROUND_TAIL = 0.2  # how thick its tail is, as a share of the line
_MOST_HEAD = 0.45  # the longest head of a short arrow, as a share of it
_SLIMNESS = 5.5  # an arrow is so many times as long as thick, at least
_RING = 0.55  # an arrow that ends nearer to its start than this share of its way is a ring
_SHORTEST_PX = 4.0
_CORNERS = 24  # so many points round an arrow's head are looked at to see whether it is hidden
_NOTHING = QPainterPath()
_PUSH = 1.5
"""How far out its points go for a head's halo, in times the halo's width: the sides are slanted."""


@dataclass(frozen=True, slots=True)
class ArrowLook:
    """How arrows look: `strength` is their opacity, `ground` what parts them from the body they lie on."""

    colour: QColor
    ground: QColor
    strength: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow on the screen: its outline, that of its head alone, a wider one, where it begins and ends.

    A `ring` ends near where it begins. What is `beneath` the body is painted before that. Of one that goes
    round, `around` is how the circle about 0 lies on the screen on which it begins at x, and its share of it.
    """

    path: QPainterPath
    head: QPainterPath
    halo: QPainterPath
    start: Point
    end: Point
    ring: bool
    beneath: bool = False
    around: tuple[QTransform, float] | None = None

    @property
    def bounds(self) -> QRectF:
        """The rectangle it stays within with its halo, in pixels."""
        return self.path.controlPointRect().adjusted(-3, -3, 3, 3)

    def mapped(self, to: QTransform) -> Arrow:
        """The arrow somewhere else."""
        start, end = (to.map(QPointF(*at)).toTuple() for at in (self.start, self.end))
        path, head, halo = map(to.map, (self.path, self.head, self.halo))
        return replace(self, path=path, head=head, halo=halo, start=start, end=end)


_Edges = tuple[list[Point], list[Point]]
"""The two sides of a tapered line, from its tail on."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An arrow's whole way on the screen at even steps, and its edges and its halo's: all of it that stays
    the same while it grows.
    """

    points: list[Point]
    step: float
    width: float
    edges: _Edges
    rim: _Edges

    def at(self, steps: float) -> Point:
        """The point after so many steps."""
        i = min(int(steps), len(self.points) - 2)
        return between(self.points[i], self.points[i + 1], steps - i)


def _line(points: Sequence[Point], width: float, *, goes_round: bool = False) -> _Line | None:
    """The line through the points, no more than `width` thick; None for one of no length."""
    even = _even(points)
    if not even:
        return None
    n = len(even) - 1
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(even))
    step, width = length / n, min(width, length / _SLIMNESS)
    # A long arrow begins as a short one does, and so weighs the same.
    tail, taper = _TAIL_WIDTH, min(_TAPER * width, _LONGEST_TAPER * length)
    if goes_round:
        tail, taper = _ROUND_TAIL, length
    per_step = (1 - tail) * width * step / taper
    widths = [min(tail * width + per_step * i, width) for i in range(n + 1)]
    halo = _HALO * width
    return _Line(even, step, width, _edges(even, widths), _edges(even, [w + halo for w in widths]))


def _even(points: Sequence[Point]) -> list[Point]:
    """The line at even steps, more of them the more it turns; none of one of no length."""
    fine = resampled(points, _MOST_STEPS)
    if not fine:
        return []
    return resampled(points, max(_FEWEST_STEPS, min(_MOST_STEPS, ceil(_turning(fine) / _STEP_TURNS))))


def _edges(points: Sequence[Point], widths: Sequence[float]) -> _Edges:
    outline = ribbon(points, widths)
    return outline[: len(points)], outline[: len(points) - 1 : -1]


def _turning(points: Sequence[Point]) -> float:
    """How far the line turns on its way, in radians."""
    ways = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(points)]
    return sum(abs(remainder(b - a, tau)) for a, b in pairwise(ways))


_lines: Newest[Hashable, _Line | None] = kept_in(Newest(_MOST_LINES))
"""The newest lines: as an arrow grows, only how far it goes changes from frame to frame."""


def _line_of(camera: Camera, points: Sequence[Vec]) -> _Line | None:
    key = (camera.place, tuple(points))
    if key not in _lines:
        _lines[key] = _line([camera.xy(p) for p in points], _width(camera))
    return _lines[key]


def _width(camera: Camera) -> float:
    return max(_THINNEST_PX, min(camera.width, camera.height) * _THICK)


@dataclass(frozen=True, slots=True)
class _Ring:
    """The circle on the screen on which an arrow goes round: the arrow's line with its tail at the beginning
    of a plain circle, the whole arrow, and how that circle lies on the screen.
    """

    circle: Sequence[Vec]
    line: _Line | None
    whole: Arrow | None
    lies: QTransform

    def turned(self, seen: Turned) -> Arrow | None:
        """The arrow where it is now."""
        if self.whole is None:
            return None
        flat = self.whole if seen.grown >= 1 else _grown(self.line, seen.grown)
        if flat is None:
            return None
        long = seen.long * seen.grown
        to = QTransform().rotate(360 * (seen.head - long)) * self.lies
        return replace(flat.mapped(to), around=(to, long))


_rings: Newest[Hashable, _Ring] = kept_in(Newest(_MOST_LINES))
"""The newest of them: as an arrow goes round, it only turns from frame to frame."""


def _ring_of(camera: Camera, circle: Sequence[Vec], long: float) -> _Ring:
    key = (camera.place, id(circle), long)  # each ring keeps its circle, so that its id stays its own
    if key not in _rings:
        n = len(circle) - 1
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (camera.xy(circle[round(n * k / 4)]) for k in range(4))
        right, down = ((ax - cx) / 2, (ay - cy) / 2), ((bx - dx) / 2, (by - dy) / 2)
        r = (hypot(*right) + hypot(*down)) / 2 or 1.0
        angles = [tau * long * k / _MOST_STEPS for k in range(_MOST_STEPS + 1)]
        around = [(r * cos(a), r * sin(a)) for a in angles]
        line = _line(around, _ROUND_THICKER * _width(camera), goes_round=True)
        middle = (ax + bx + cx + dx) / 4, (ay + by + cy + dy) / 4
        lies = QTransform(right[0] / r, right[1] / r, down[0] / r, down[1] / r, *middle)
        _rings[key] = _Ring(circle, line, _grown(line, 1.0), lies)
    return _rings[key]


def shaped(camera: Camera, cues: Sequence[Cue], grown: float) -> list[Arrow]:
    """The arrows on the screen, as far along their way as `grown` says (0 to 1); those that go round with
    their part, where they are.
    """
    arrows = (
        _ring_of(camera, cue.points, cue.seen.long).turned(cue.seen)
        if cue.seen
        else _grown(_line_of(camera, cue.points), grown)
        for cue in cues
    )
    return [replace(a, beneath=cue.beneath) for a, cue in zip(arrows, cues, strict=True) if a]


def shape(points: Sequence[Point], width: float) -> Arrow | None:
    """The arrow along the points, `width` pixels thick; thinner when they are short, None for no way."""
    return _grown(_line(points, width), 1.0)


def _grown(line: _Line | None, share: float) -> Arrow | None:
    """The arrow along a share of the line."""
    if line is None:
        return None
    steps = share * (len(line.points) - 1)
    length, width = steps * line.step, line.width
    if length < _SHORTEST_PX:
        return None
    size = min(width, _MOST_HEAD * length / _HEAD)
    # Where the head begins: its direction is that of the line's last stretch.
    neck = steps - _HEAD * size / line.step
    start, tip, base = line.points[0], line.at(steps), line.at(neck)
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    d = hypot(dx, dy) or 1.0
    c, s = size * dx / d, size * dy / d
    to_tip = QTransform(c, s, -s, c, *tip)
    head = to_tip.map(_HEAD_SHAPE)
    path = _shaft(line.edges, neck, (c, s))
    path.addPath(head)
    halo = _shaft(line.rim, neck, (c, s))
    halo.addPath(to_tip.map(_HEAD_RIM))
    ring = hypot(tip[0] - start[0], tip[1] - start[1]) < _RING * length
    return Arrow(path, head, halo, start, tip, ring)


def _shaft(edges: _Edges, steps: float, ahead: Point) -> QPainterPath:
    """The line as far as so many steps and a little more, into its head; it begins round."""
    left, right = edges
    i = int(steps)
    ends = [between(edge[i], edge[i + 1], steps - i) for edge in edges]
    (ax, ay), (bx, by) = [(x + 0.7 * ahead[0], y + 0.7 * ahead[1]) for x, y in ends]
    path = filled([*left[: i + 1], (ax, ay), (bx, by), *right[i::-1]])
    (lx, ly), (rx, ry) = left[0], right[0]
    r = hypot(lx - rx, ly - ry) / 2
    path.addEllipse(QPointF((lx + rx) / 2, (ly + ry) / 2), r, r)
    return path


def _around(outline: Sequence[Point], by: float) -> list[Point]:
    """The outline of a plain shape, pushed outward from its middle."""
    x, y = sum(p[0] for p in outline) / len(outline), sum(p[1] for p in outline) / len(outline)
    out = []
    for px, py in outline:
        k = 1 + _PUSH * by / (hypot(px - x, py - y) or 1.0)
        out.append((x + (px - x) * k, y + (py - y) * k))
    return out


_CUT = 0.16  # how much of a corner is cut off, as a share of what its neighbours are apart from it


def _blunted(corners: Sequence[Point], share: float) -> list[Point]:
    """The polygon with three points round each corner instead of one: smoothed, its corners are round."""
    out = []
    n = len(corners)
    for i, (x, y) in enumerate(corners):
        (ax, ay), (bx, by) = corners[i - 1], corners[(i + 1) % n]
        to_a, to_b = ((ax - x) * share, (ay - y) * share), ((bx - x) * share, (by - y) * share)
        out.append((x + to_a[0], y + to_a[1]))
        out.append((x + (to_a[0] + to_b[0]) * _CUT, y + (to_a[1] + to_b[1]) * _CUT))
        out.append((x + to_b[0], y + to_b[1]))
    return out


_HEAD_CORNERS = _blunted([(0.3, 0.0), (-_HEAD, _HEAD_WIDTH / 2), (-_HEAD, -_HEAD_WIDTH / 2)], 0.2)
_HEAD_SHAPE = filled(_HEAD_CORNERS)
"""A head that points along x to 0, for a line of thickness 1; and the halo round it."""
_HEAD_RIM = filled(_around(_HEAD_CORNERS, _HALO / 2))


def paint_arrows(
    painter: QPainter,
    camera: Camera,
    arrows: Sequence[Arrow],
    *,
    look: ArrowLook,
    hidden_by: QPainterPath = _NOTHING,
) -> None:
    """Paint arrows behind what `hidden_by` (pixels) covers: never over the face."""
    if not any(arrow.bounds.intersects(hidden_by.controlPointRect()) for arrow in arrows):
        _fill(painter, arrows, look)
    elif picture := arrows_picture(camera, arrows, look):
        image, at = picture
        p = QPainter(image)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.translate(-at)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        p.fillPath(hidden_by, QColor(0, 0, 0))
        p.end()
        painter.drawImage(at, image)


def hidden_share(arrow: Arrow, cover: QPainterPath) -> float:
    """How much of an arrow's own head is behind what covers it, 0 to 1."""
    if not arrow.bounds.intersects(cover.controlPointRect()):
        return 0.0
    corners = [arrow.head.pointAtPercent((n + 0.5) / _CORNERS) for n in range(_CORNERS)]
    return sum(map(cover.contains, corners)) / _CORNERS


def arrows_picture(camera: Camera, arrows: Sequence[Arrow], look: ArrowLook) -> tuple[QImage, QPointF] | None:
    """Arrows on a clear ground, and where that picture goes (pixels); None if nothing of them is in sight."""
    bounds = QRectF()
    for arrow in arrows:
        bounds = bounds.united(arrow.bounds)
    area = QRectF((bounds & QRectF(0, 0, camera.width, camera.height)).toAlignedRect())
    if area.isEmpty():
        return None
    image, p = layer(area, camera.detail)
    _fill(p, arrows, look)
    p.end()
    return image, area.topLeft()


def _fill(painter: QPainter, arrows: Sequence[Arrow], look: ArrowLook) -> None:
    opacity = _HALO_LIGHT if look.ground.lightness() > look.colour.lightness() else _HALO_DARK
    for arrow in arrows:
        painter.fillPath(arrow.halo, _growing(arrow, look.ground, opacity * look.strength))
        painter.fillPath(arrow.path, _growing(arrow, look.colour, look.strength))


def _growing(arrow: Arrow, colour: QColor, opacity: float) -> QBrush:
    """The colour of an arrow or its halo: it grows from nothing where the arrow begins."""
    full = faint(colour, opacity)
    if arrow.around:
        return _growing_round(*arrow.around, full)
    if arrow.ring:  # it has no direction for a gradient
        return QBrush(full)
    gradient = QLinearGradient(QPointF(*arrow.start), QPointF(*arrow.end))
    gradient.setColorAt(0.0, faint(colour, 0.0))
    gradient.setColorAt(_GROWN, full)
    return QBrush(gradient)


def _growing_round(lies: QTransform, long: float, full: QColor) -> QBrush:
    """The colour of an arrow that covers so much of a circle, which lies so: it grows from its tail."""
    clear, gap = faint(full, 0.0), 1 - long
    gradient = QConicalGradient(QPointF(0, 0), 0.0)
    # As Qt counts: from the tail back over the gap to the head, and on to the tail.
    for at, colour in ((0.0, clear), (gap / 2, full), (1 - _ROUND_GROWN * long, full), (1.0, clear)):
        gradient.setColorAt(at, colour)
    brush = QBrush(gradient)
    brush.setTransform(lies)
    return brush
