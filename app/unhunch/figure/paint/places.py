"""Where parts change places between two drawings, and which way what comes to the front goes meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.ink.carry import STAYS, Carry
from unhunch.figure.ink.shapes import Point
from unhunch.figure.paint.cel import Cel, Fill

_CELLS = 120
"""So many cells across the picture are looked at to see where two orders differ."""
_GREYS, _WHITE = QImage.Format.Format_Grayscale8, 255
_SHADE_CM = 3.5  # so far round parts that change places their shadows change too
_UP: Point = (0.0, -1.0)
_SHOWN = re.compile(rb"[^\0]+")

Swap = tuple[str, str]
"""Two parts that change places; the first comes to lie in front."""


class Place(NamedTuple):
    """A rectangle in which parts change places, and their shadows with them (whole pixels). Within `cores` the
    parts themselves do, in the first drawing and in the last; `towards` is the way (1 long) that those go
    meanwhile that come to lie in front.
    """

    rect: QRectF
    cores: tuple[QRectF, QRectF]
    towards: Point

    def core(self, share: float) -> QRectF:
        """Where the parts change places a share of the way from the first drawing to the last."""
        (a, b), (c, d) = ((rect.topLeft(), rect.bottomRight()) for rect in self.cores)
        return QRectF(a + (c - a) * share, b + (d - b) * share)


def swapped(first: Sequence[str], last: Sequence[str]) -> list[Swap]:
    """The parts that change places between two orders, back to front."""
    rank = {name: i for i, name in enumerate(last)}
    both = [name for name in first if name in rank]
    return [(a, b) for a, b in combinations(both, 2) if rank[a] > rank[b]]


def places_of_change(
    first: Cel, last: Cel, swaps: Sequence[Swap], carries: Mapping[str, Carry]
) -> list[Place]:
    """Where it is to be seen that parts change places; no two places touch."""
    crossing = [(swap, box) for swap in swaps if not (box := _crossing(first, last, swap)).isEmpty()]
    if not crossing:
        return []
    bounds = reduce(QRectF.united, (box for _, box in crossing))
    runs = [[*_differing(cel, first.parts, last.parts, bounds)] for cel in (first, last)]
    room = _SHADE_CM * first.camera.px_per_cm
    area = first.area.united(last.area)
    found = []
    for rect in _apart(run.adjusted(-room, -room, room, room) for run in (*runs[0], *runs[1])):
        here, there = (
            reduce(QRectF.united, (run for run in each if rect.contains(run)), QRectF()) for each in runs
        )
        cores = (here if not here.isEmpty() else there, there if not there.isEmpty() else here)
        found.append(Place(QRectF((rect & area).toAlignedRect()), cores, _towards(rect, crossing, carries)))
    return found


def _crossing(first: Cel, last: Cel, swap: Swap) -> QRectF:
    """The rectangle in which two parts may cross."""
    a, b = swap
    return (first.boxes[a] & first.boxes[b]).united(last.boxes[a] & last.boxes[b])


def _towards(rect: QRectF, crossing: Iterable[tuple[Swap, QRectF]], carries: Mapping[str, Carry]) -> Point:
    """Which way those parts go, against those they come to lie before, that cross in a rectangle."""
    u = v = 0.0
    for (a, b), box in crossing:
        here = box & rect
        if not here.isEmpty():
            middle = (here.center().x(), here.center().y())
            (x, y), (p, q) = (carries.get(part, STAYS)(middle) for part in (a, b))
            size = here.width() * here.height()
            u, v = u + (x - p) * size, v + (y - q) * size
    way = hypot(u, v)
    return (u / way, v / way) if way else _UP


def _differing(cel: Cel, one: Sequence[str], other: Sequence[str], bounds: QRectF) -> Iterator[QRectF]:
    """The rectangles, a row of cells high, in which another part of a drawing is in front when its parts lie
    in one order than when they lie in the other.
    """
    cell = max(cel.camera.width, cel.camera.height) / _CELLS
    image, there = (_in_greys(cel, order, bounds, cell) for order in (one, other))
    p = QPainter(image)
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    p.drawImage(0, 0, there)
    p.end()
    data, line = bytes(image.constBits()), image.bytesPerLine()
    for row in range(image.height()):
        top = bounds.top() + row * cell
        for run in _SHOWN.finditer(data, row * line, row * line + image.width()):
            left = bounds.left() + (run.start() - row * line) * cell
            yield QRectF(left, top, (run.end() - run.start()) * cell, cell)


def _in_greys(cel: Cel, order: Sequence[str], bounds: QRectF, cell: float) -> QImage:
    """The parts of a drawing in an order, each in a grey of its own."""
    image = QImage(int(bounds.width() / cell) + 1, int(bounds.height() / cell) + 1, _GREYS)
    image.fill(0)
    p = QPainter(image)
    p.scale(1 / cell, 1 / cell)
    p.translate(-bounds.topLeft())
    rank = {name: n for n, name in enumerate(order)}
    greys = {name: (n + 1) * _WHITE // len(cel.boxes) for n, name in enumerate(cel.boxes)}
    near = {name for name, box in cel.boxes.items() if box.intersects(bounds)}
    fills = [mark for mark in cel.marks if isinstance(mark, Fill) and mark.part in near and not mark.is_soft]
    for fill in sorted(fills, key=lambda fill: rank[fill.part]):
        grey = greys[fill.part]
        p.fillPath(fill.path, QColor(grey, grey, grey))
    p.end()
    return image


def _apart(found: Iterable[QRectF]) -> list[QRectF]:
    """Rectangles as they are, but one of those together that touch."""
    apart: list[QRectF] = []
    for each in found:
        rect = each
        while touching := next((one for one in apart if one.intersects(rect)), None):
            apart.remove(touching)
            rect = rect.united(touching)
        apart.append(rect)
    return apart
