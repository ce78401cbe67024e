"""Where the picture of one drawing goes over to that of another, and which way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from unhunch.figure.ink.carry import STAYS, Carry
from unhunch.figure.ink.shapes import Point
from unhunch.figure.paint.cel import Cel

CELLS = 120
"""So many cells across the picture are looked at to see where two versions of it differ."""
_FEWEST = 3  # of fewer cells nobody sees what becomes
_UP: Point = (0.0, -1.0)
_SHOWN = re.compile(rb"[^\0]+")

Paint = Callable[[QPainter], None]


class Swap(NamedTuple):
    """Two parts that change places: which comes to lie in front, the rectangle in which they may cross
    (pixels), and how it goes there against the other one.
    """

    front: str
    back: str
    box: QRectF
    way: Point


class Place(NamedTuple):
    """A rectangle in which one version goes over to the other, and shadows with it (whole pixels). `cores`
    are where they differ at the beginning and at the end, `towards` is the way to go over them (1 long).
    """

    rect: QRectF
    cores: tuple[QRectF, QRectF]
    towards: Point

    def core(self, share: float) -> QRectF:
        """Where the versions differ a share of the way from the first drawing to the last."""
        (a, b), (c, d) = ((rect.topLeft(), rect.bottomRight()) for rect in self.cores)
        return QRectF(a + (c - a) * share, b + (d - b) * share)


def swapped(first: Cel, last: Cel, carries: Mapping[str, Carry]) -> list[Swap]:
    """The parts that change places between two drawings, and may cross."""
    if first.parts == last.parts:
        return []
    rank = {name: i for i, name in enumerate(last.parts)}
    both = [name for name in first.parts if name in rank]
    found = []
    for a, b in combinations(both, 2):
        if rank[a] > rank[b]:
            box = (first.boxes[a] & first.boxes[b]).united(last.boxes[a] & last.boxes[b])
            if not box.isEmpty():
                middle = (box.center().x(), box.center().y())
                (x, y), (p, q) = (carries.get(part, STAYS)(middle) for part in (a, b))
                found.append(Swap(a, b, box, (x - p, y - q)))
    return found


def places(
    swaps: Sequence[Swap], runs: tuple[Sequence[QRectF], Sequence[QRectF]], room: float, area: QRectF
) -> list[Place]:
    """The places where two versions differ that are told by runs of cells, at the beginning and at the end,
    with room round them. What comes to lie in front there comes from where it does; other things rise.
    """
    found = []
    for rect in _apart(run.adjusted(-room, -room, room, room) for run in (*runs[0], *runs[1])):
        within = [[run for run in each if rect.contains(run)] for each in runs]
        if max(sum(run.width() / run.height() for run in each) for each in within) < _FEWEST:
            continue
        here, there = map(united, within)
        cores = (here if not here.isEmpty() else there, there if not there.isEmpty() else here)
        found.append(Place(QRectF((rect & area).toAlignedRect()), cores, _towards(rect, swaps)))
    return found


def where_different(one: Paint, other: Paint, bounds: QRectF, cell: float) -> Iterator[QRectF]:
    """The rectangles, a row of cells high, in which two ways to paint differ."""
    image, there = (_small(paint, bounds, cell) for paint in (one, other))
    p = QPainter(image)
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    p.drawImage(0, 0, there)
    p.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, line = bytes(grey.constBits()), grey.bytesPerLine()
    for row in range(grey.height()):
        top = bounds.top() + row * cell
        for run in _SHOWN.finditer(data, row * line, row * line + grey.width()):
            left = bounds.left() + (run.start() - row * line) * cell
            yield QRectF(left, top, (run.end() - run.start()) * cell, cell)


def united(rects: Iterable[QRectF]) -> QRectF:
    """The rectangle that has them all in it."""
    return reduce(QRectF.united, rects, QRectF())


def _small(paint: Paint, bounds: QRectF, cell: float) -> QImage:
    """What is painted in a rectangle, a pixel a cell."""
    width, height = (int(side / cell) + 1 for side in (bounds.width(), bounds.height()))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    p = QPainter(image)
    p.scale(1 / cell, 1 / cell)
    p.translate(-bounds.topLeft())
    paint(p)
    p.end()
    return image


def _towards(rect: QRectF, swaps: Iterable[Swap]) -> Point:
    """Which way those go that come to lie in front in a rectangle, the larger ones before all."""
    u = v = 0.0
    for swap in swaps:
        here = swap.box & rect
        size = max(0.0, here.width()) * max(0.0, here.height())
        u, v = u + swap.way[0] * size, v + swap.way[1] * size
    way = hypot(u, v)
    return (u / way, v / way) if way else _UP


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
