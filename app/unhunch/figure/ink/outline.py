"""Outlines in numbers: read and written in one piece, and many of one cloth joined to one smooth outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import ceil, inf
from struct import Struct

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.shapes import Outline, Point, add_polygon, filled
from unhunch.figure.kept import kept

_MOVE, _LINE, _CURVE, _ON = range(4)  # the kinds of elements; a curve has two more, of the last kind

_LEAST = 2  # an outline of no more points has no area
_SAME = 1e-6  # points so near (px) are one
_MOST_PASSES = 12
# WORKAROUND: where two edges nearly lie on each other, Qt now and then loses all but a scrap of what it
# unites; not so when each outline is moved a little (pixels) against the one before. What is united covers no
# less than the largest outline, up to rounding.
_KEEPS, _NUDGES_PX = 0.98, (0.0, 0.003, 0.011)
_FILLS = 0.5  # how far a hollow point goes to the middle of its neighbours in one pass


@kept(128)
def _layout(count: int) -> Struct:
    """How Qt writes a path of so many elements, none for one that only begins: the count, each element's kind
    and place, where the last closed part begins, and the rule of fills.
    """
    return Struct("<i" + "idd" * count + "ii" * bool(count))


Ring = list[complex]
"""The points of a closed outline, x + iy."""


class Numbers:
    """An outline in numbers: quicker to read and write in one piece than point by point."""

    def __init__(self, path: QPainterPath) -> None:
        data = QByteArray()
        stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
        stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
        stream << path
        written = bytes(data.data())
        self._layout = layout = _layout(int.from_bytes(written[:4], "little"))
        self._all: tuple[float, ...] = layout.unpack(written[: layout.size])
        self._kinds, self._xs, self._ys = (self._all[i:-2:3] for i in (1, 2, 3))

    def is_like(self, other: Numbers) -> bool:
        """Whether both have the same kinds of elements, each somewhere else."""
        return self._kinds == other._kinds

    def outlines(self) -> list[Outline]:
        """The points that the closed curves were drawn through the middles of, or their corners."""
        found: list[Outline] = []
        x = y = 0.0
        for i, (kind, u, v) in enumerate(zip(self._kinds, self._xs, self._ys, strict=True)):
            if kind == _MOVE:
                found.append([])
            elif kind == _LINE:
                found[-1].append((x, y))
            elif kind == _CURVE:  # its first point is two thirds of the way to that of the quadratic one
                found[-1].append(((3 * u - x) / 2, (3 * v - y) / 2))
                x, y = self._xs[i + 2], self._ys[i + 2]
            if kind in (_MOVE, _LINE):
                x, y = u, v
        return [outline for outline in found if outline]

    @cached_property
    def bulge(self) -> float:
        """How far the curves of one closed piece are at most from straight lines between the points they go
        through (pixels); infinite for an outline of anything else.
        """
        curves = len(self._kinds) // 3
        if not curves or self._kinds != (_MOVE, *(_CURVE, _ON, _ON) * curves):
            return inf
        bulges = [
            3 * first - 2 * start - end
            for places in (self._xs, self._ys)
            for start, first, end in zip(places[::3], places[1::3], places[3::3], strict=False)
        ]
        return max(*bulges, -min(bulges)) / 4

    @cached_property
    def as_lines(self) -> Numbers:
        """One piece of curves with a straight line for each of them."""
        return self._of_lines(self._xs[::3], self._ys[::3])

    @cached_property
    def as_half_lines(self) -> Numbers:
        """One piece of curves with a straight line for each half of one."""
        return self._of_lines(_halves(self._xs), _halves(self._ys))

    def _of_lines(self, xs: tuple[float, ...], ys: tuple[float, ...]) -> Numbers:
        found = object.__new__(Numbers)
        found._layout = _layout(len(xs))
        found._kinds, found._xs, found._ys = (_MOVE, *[_LINE] * (len(xs) - 1)), xs, ys
        found._all = (len(xs), *chain(*zip(found._kinds, xs, ys, strict=True)), *self._all[-2:])
        return found

    @property
    def pieces(self) -> int:
        """How many pieces it has."""
        return self._kinds.count(_MOVE)

    @property
    def middles(self) -> list[Point]:
        """The middle of each of its pieces' points."""
        return [
            (sum(self._xs[i:j]) / (j - i), sum(self._ys[i:j]) / (j - i)) for i, j in pairwise(self._begins())
        ]

    def _begins(self) -> list[int]:
        """Where each piece begins, and where the last one ends."""
        return [*[i for i, kind in enumerate(self._kinds) if kind == _MOVE], len(self._kinds)]

    def rings(self) -> list[Ring]:
        """The corners of closed polygons, which must be all there is."""
        points = [*map(complex, self._xs, self._ys)]
        found = [points[i:j] for i, j in pairwise(self._begins())]
        return [
            ring[:-1] if abs(ring[0] - ring[-1]) < _SAME else ring for ring in found if len(ring) > _LEAST
        ]

    def way_to(self, other: Numbers) -> Callable[[float], QPainterPath]:
        """The outline at a share of its way to one that is like it; each point goes straight on."""
        xs, ys = self._xs, self._ys
        right = [b - a for a, b in zip(xs, other._xs, strict=True)]
        down = [b - a for a, b in zip(ys, other._ys, strict=True)]
        numbers, pack = list(self._all), self._layout.pack

        def outline(share: float) -> QPainterPath:
            numbers[2:-2:3] = [x + by * share for x, by in zip(xs, right, strict=True)]
            numbers[3:-2:3] = [y + by * share for y, by in zip(ys, down, strict=True)]
            stream = QDataStream(QByteArray(pack(*numbers)))
            stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
            path = QPainterPath()
            stream >> path
            return path

        return outline


def _halves(places: Sequence[float]) -> tuple[float, ...]:
    """Where cubic curves begin and end, and where they are half way."""
    middles = [
        (a + 3 * (b + c) + d) / 8
        for a, b, c, d in zip(places[::3], places[1::3], places[2::3], places[3::3], strict=False)
    ]
    return (places[0], *chain(*zip(middles, places[3::3], strict=True)))


@dataclass(frozen=True, slots=True)
class Finish:
    """Of how many points an outline is made, and over how many cm its corners are rounded, hollow ones
    besides. Cloth and flesh have no notch where two round things meet.
    """

    points: int
    rounded_cm: float
    hollows_cm: float


def joined(
    outlines: Sequence[Outline], finish: Finish, px_per_cm: float, start: Point, away: Point
) -> QPainterPath:
    """The largest piece of what overlapping outlines cover, without holes, as one smooth outline.

    Its points lie at even steps along it, and it begins where the ray from `start` the way `away` leaves it
    last: so it can be followed from drawing to drawing. Of outlines that cover nothing it is an empty path.
    """
    largest = _largest_piece([_cut_corners(outline) for outline in outlines])
    if not largest:
        return QPainterPath()
    ring, step = _even(_begun(largest, complex(*start), complex(*away)), finish.points)
    if step:
        for _ in range(_passes(finish.hollows_cm * px_per_cm / step)):
            ring = _hollows_filled(ring)
        for _ in range(_passes(finish.rounded_cm * px_per_cm / step)):
            ring = _evened(ring)
    return filled([(z.real, z.imag) for z in ring])


def _largest_piece(outlines: Sequence[Outline]) -> Ring:
    """The largest piece of what outlines cover, clockwise on the screen; nothing if they cover nothing."""
    least = _KEEPS * max(_covered(outline) for outline in outlines)
    area, largest = 0.0, []
    for nudge in _NUDGES_PX:
        rough = QPainterPath()
        rough.setFillRule(Qt.FillRule.WindingFill)
        for i, outline in enumerate(outlines):
            by = nudge * i
            add_polygon(rough, [(x + by, y + by) for x, y in outline] if by else outline)
        for ring in Numbers(rough.simplified()).rings():
            if abs(found := _area(ring)) > abs(area):
                area, largest = found, ring
        if abs(area) >= least:
            break
    if area < 0:
        largest.reverse()
    return largest


def _covered(outline: Outline) -> float:
    """Twice what one outline covers."""
    ax, ay = outline[-1]
    area = 0.0
    for bx, by in outline:
        area += ax * by - ay * bx
        ax, ay = bx, by
    return abs(area)


def _cut_corners(outline: Outline) -> Outline:
    """Twice as many points, near the curve that is drawn through the middles of its edges (Chaikin 1974)."""
    out: Outline = []
    ax, ay = outline[-1]
    for bx, by in outline:
        u, v = (bx - ax) / 4, (by - ay) / 4
        out += ((ax + u, ay + v), (bx - u, by - v))
        ax, ay = bx, by
    return out


def _area(ring: Ring) -> float:
    """Twice what it covers; above 0 if it runs clockwise on the screen."""
    return sum([(a.conjugate() * b).imag for a, b in zip(ring, ring[1:] + ring[:1], strict=True)])


def _begun(ring: Ring, start: complex, away: complex) -> Ring:
    """The ring from where the ray leaves it last, or if it misses the ring from what is farthest that way."""
    turn = away.conjugate()
    last, found = -1.0, None
    a, p = ring[-1], (ring[-1] - start) * turn
    for i, b in enumerate(ring):
        q = (b - start) * turn
        if (p.imag < 0) != (q.imag < 0):
            t = p.imag / (p.imag - q.imag)
            far = p.real + (q.real - p.real) * t
            if far > last:
                last, found = far, (i, a + (b - a) * t)
        a, p = b, q
    if found is None:
        i = max(range(len(ring)), key=lambda i: (ring[i] * turn).real)
        return ring[i:] + ring[:i]
    i, first = found
    return [first, *ring[i:], *ring[:i]]


def _even(ring: Ring, n: int) -> tuple[Ring, float]:
    """n points at even steps along the ring, from its first one on; and how long a step is."""
    reach = [0.0]
    closed = [*ring, ring[0]]
    at = 0.0
    for a, b in zip(closed, ring[1:] + ring[:1], strict=False):
        at += abs(b - a)
        reach.append(at)
    step = at / n
    out, j = [], 0
    for k in range(n):
        want = step * k
        while reach[j + 1] < want:
            j += 1
        a, b = closed[j], closed[j + 1]
        out.append(a + (b - a) * ((want - reach[j]) / ((reach[j + 1] - reach[j]) or 1.0)))
    return out, step


def _passes(steps: float) -> int:
    """How many passes round a corner over so many steps: each spreads a point by half a step's square."""
    return min(_MOST_PASSES, ceil(2 * steps**2 - 0.5))


def _evened(ring: Ring) -> Ring:
    """Each point half way to the middle between its neighbours."""
    return [(a + b + b + c) / 4 for a, b, c in zip(ring[-1:] + ring, ring, ring[1:] + ring[:1], strict=False)]


def _hollows_filled(ring: Ring) -> Ring:
    """Each point that lies in a hollow goes half way to the middle between its neighbours."""
    out = []
    a, b = ring[-1], ring[0]
    for c in [*ring[1:], ring[0]]:
        hollow = ((b - a).conjugate() * (c - b)).imag < 0
        out.append(b + ((a + c) / 2 - b) * _FILLS if hollow else b)
        a, b = b, c
    return out
