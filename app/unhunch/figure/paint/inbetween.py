"""Moments between two drawings, as animators draw them: every mark goes from its place in the first to its
place in the last.

To draw a person from the body costs three times as much as to carry the marks of a drawing along. In so short
a time most parts only turn, move and stretch a little: their marks are carried, outlines and what they are
filled with alike. Outlines that bend go point by point. Tones that are in one of the drawings only fade;
where cloth is, or parts change places, the one drawing's version goes over to the other's bit by bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from unhunch.figure.ink.carry import STAYS
from unhunch.figure.paint.cel import Cel, Shade
from unhunch.figure.paint.journey import Journey
from unhunch.figure.paint.places import CELLS, Paint, Place, Swap, places, swapped, united, where_different
from unhunch.figure.paint.twins import alike_of, carries_of, torn_of, twins_of
from unhunch.figure.paint.ways import Frame, Way

_UNSEEN_PX = 0.6  # device pixels by which an outline may be off
# A point that is so much farther from where its part takes it belongs to an outline that runs another way.
_ASTRAY = 0.04  # of the picture's width
_SHADE_CM = 3.5  # so far round parts that change places their shadows change too


class InBetween:
    """What lies between two drawings of the same person; `area` is what it may cover (pixels).

    It has two versions, as the first drawing has it and as the last does: they differ at `places` that do not
    touch, where parts change places or cloth is in one of the drawings only.
    """

    def __init__(self, first: Cel, last: Cel, detail: float, *, at_rest: bool = False) -> None:
        """`detail` is device pixels a pixel; `at_rest` there is only a breath between the two."""
        self.first, self.last = first, last
        # Soft fillings are as large as they are seen: turned and not smoothed they have fine steps, which
        # nobody sees while the person moves.
        self._at_rest = at_rest
        self.area = first.area.united(last.area)
        alike, astray = [*alike_of(first, last)], _ASTRAY * first.area.width()
        carries = dict(carries_of(first, last, alike, astray))
        twins, torn = twins_of(first, last, alike, astray), torn_of(first, carries)
        swaps = swapped(first, last, carries)
        crossing = frozenset(name for swap in swaps for name in (swap.front, swap.back))
        journey = Journey(first, last, twins, carries, _UNSEEN_PX / detail, astray, torn, crossing)
        boxes = last.boxes | {
            part: box.united(last.boxes.get(part, box)) for part, box in first.boxes.items()
        }
        versions = journey.versions(swaps)
        self._reach = {way: way.reach(boxes) for version in versions for way in version}
        self._versions = [self._seen(ways, self.area) for ways in versions]
        self.places = self._places(swaps)
        self._near = [[self._seen(ways, place.rect) for ways in self._versions] for place in self.places]

    def paint(self, painter: QPainter, share: float, *, as_last: bool, place: int | None = None) -> None:
        """Paint what there is at a share of the way, 0 to 1, as in the first drawing or in the last; all of
        it, or only what is to be seen at one of the places.
        """
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._at_rest)
        self._paint((self._versions if place is None else self._near[place])[as_last], painter, share)

    def _paint(self, ways: Iterable[Way], painter: QPainter, share: float) -> None:
        frame = Frame(painter, share)
        for way in ways:
            way.paint(frame)
        frame.carry(STAYS)

    def _seen(self, ways: Iterable[Way], within: QRectF) -> list[Way]:
        """Those of which anything is ever seen within a rectangle."""
        return [way for way in ways if self._reach[way].intersects(within)]

    def _places(self, swaps: Sequence[Swap]) -> list[Place]:
        """Where the two versions differ: where cloth is in one of them only, where parts change places, or
        layers of a part do.
        """
        one, other = map(dict.fromkeys, self._versions)
        alone = [way for way in self._reach if (way in one) != (way in other)]
        turned = _turned_round(*([way for way in own if way in one and way in other] for own in (one, other)))
        bounds = united([self._reach[way] for way in alone + turned] + [swap.box for swap in swaps])
        if bounds.isEmpty():
            return []
        camera = self.first.camera
        cell = max(camera.width, camera.height) / CELLS

        def differing(share: float) -> list[QRectF]:
            def painted(version: Sequence[Way]) -> Paint:
                # Shadows are for pictures as fine as the screen.
                plain = [way for way in self._seen(version, bounds) if not isinstance(way.mark, Shade)]
                return lambda painter: self._paint(plain, painter, share)

            one, other = map(painted, self._versions)
            return [*where_different(one, other, bounds, cell)]

        room = _SHADE_CM * camera.px_per_cm
        return places(swaps, (differing(0.0), differing(1.0)), room, self.area)


def _turned_round(one: Sequence[Way], other: Sequence[Way]) -> list[Way]:
    """Of the same ways in two orders, a way of each part whose own lie in another order."""
    if one == other:
        return []
    of_parts: list[dict[str, list[Way]]] = []
    for ways in (one, other):
        found: dict[str, list[Way]] = {}
        for way in ways:
            found.setdefault(way.mark.part, []).append(way)
        of_parts.append(found)
    return [ways[0] for part, ways in of_parts[0].items() if ways != of_parts[1][part]]
