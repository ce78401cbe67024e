"""Moments between two drawings, as animators draw them: every mark goes from its place in the first to its
place in the last.

To draw a person from the body costs three times as much as to carry the marks of a drawing along. In so short
a time most parts only turn, move and stretch a little: their marks are carried, outlines and what they are
filled with alike. Outlines that bend go point by point. Tones that are in one of the drawings only fade;
where cloth is, or parts change places, the one drawing's version goes over to the other's bit by bit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import dist, hypot, radians

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from unhunch.figure.ink.carry import STAYS, Carry, fitted, turned
from unhunch.figure.ink.outline import Numbers
from unhunch.figure.ink.shapes import Outline, Point, filled
from unhunch.figure.paint.cel import Cel, Fill, Mark, Name, Shade, Shape
from unhunch.figure.paint.mixture import Mixture, difference
from unhunch.figure.paint.places import CELLS, Paint, Place, Swap, places, swapped, united, where_different
from unhunch.figure.paint.ways import (
    Arriving,
    Bending,
    Changing,
    Course,
    Fading,
    Frame,
    OutlineAt,
    Shading,
    Switching,
    Tinting,
    Way,
)
from unhunch.figure.rig.lines import between, resampled

_UNSEEN_PX = 0.6  # device pixels by which an outline may be off
# A point that is so much farther from where its part takes it belongs to an outline that runs another way.
_ASTRAY = 0.04  # of the picture's width
_MOST, _EVERY = 0.7, 3  # of its points; of which every third is looked at
_SHADE_CM = 3.5  # so far round parts that change places their shadows change too
_HALVED = 4  # half a curve is so much nearer to a straight line
_EVEN_LIGHT = 0.01  # strengths of a light that differ by no more look the same
_RESHADED = 30  # greys of 255: textures that differ nowhere by more look the same
_TURNS = radians(3)  # what turns less, and does not bend, keeps its shading
_SHADED = 10  # and on parts that change places, for what lies under another one is dark there
_TORN = 0.004  # of the picture's width: a light that is torn apart by more between two parts shows a seam


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
        alike, astray = [*_alike(first, last)], _ASTRAY * first.area.width()
        carries = dict(_carries(first, last, alike, astray))
        twins, torn = _twins(first, last, alike, astray), _torn(first, carries)
        swaps = swapped(first, last, carries)
        crossing = frozenset(name for swap in swaps for name in (swap.front, swap.back))
        journey = _Journey(first, last, twins, carries, _UNSEEN_PX / detail, torn, crossing)
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


def _twins(first: Cel, last: Cel, alike: Iterable[tuple[Fill, Fill]], astray_px: float) -> dict[Name, Name]:
    """The marks that are in both drawings, by their names in either. Of those that are alike on a part either
    all are or none: where there is one more or less, it is not known which is which. Nor is a line that goes
    round another layer the same. What has another number of points is the same cloth if it lies where that
    does.
    """
    counts = [Counter(mark.name[:-1] for mark in cel.marks) for cel in (first, last)]
    same = {kind for kind, count in counts[0].items() if counts[1][kind] == count}
    twins = {
        name: name
        for name, mark in first.named.items()
        if name[:-1] in same and name in last.named and _is_empty(mark) == _is_empty(last.named[name])
    }
    for mark, twin in alike:
        if not {mark.name, twin.name} & twins.keys():
            pairs = [pair for outline in _paired(mark, twin) for pair in outline[::_EVERY]]
            carry = fitted(pairs)
            if carry and _are_near(carry.misses(pairs), astray_px):
                twins[mark.name] = twin.name
    return twins


def _is_soft(mark: Mark) -> bool:
    """Whether it may fade and nothing is seen through: a tone, a line or a shadow, not cloth."""
    return not isinstance(mark, Fill) or mark.is_soft


def _soft(ways: Mapping[Name, Way]) -> dict[Name, Way]:
    return {name: way for name, way in ways.items() if _is_soft(way.mark)}


def _is_empty(mark: Mark) -> bool:
    return isinstance(mark, Shape) and mark.path.isEmpty()


def _alike(first: Cel, last: Cel) -> Iterator[tuple[Fill, Fill]]:
    """Layers that are the same cloth of a part in both drawings, as many points as they may have."""
    cloths: list[dict[Name, list[Fill]]] = []
    for cel in (first, last):
        found: dict[Name, list[Fill]] = {}
        for mark in cel.marks:
            if isinstance(mark, Fill):
                found.setdefault(mark.name[:3], []).append(mark)
        cloths.append(found)
    for cloth, marks in cloths[0].items():
        others = cloths[1].get(cloth, [])
        if len(marks) == len(others):
            yield from zip(marks, others, strict=True)


def _carries(
    first: Cel, last: Cel, alike: Iterable[tuple[Fill, Fill]], astray_px: float
) -> Iterator[tuple[str, Carry]]:
    """How each part goes from the first drawing to the last."""
    both: dict[str, list[tuple[Fill, Fill]]] = {}
    for mark, twin in alike:
        both.setdefault(mark.part, []).append((mark, twin))
    for part, axis in first.axes.items():
        cloths = both.get(part, [])
        moved = not cloths or any(mark.path is not twin.path for mark, twin in cloths)
        if part not in last.axes or not moved:
            yield part, STAYS
        else:
            turn = turned(axis, last.axes[part])
            pairs = [pair for mark, twin in cloths for pair in _sampled(mark, twin)]
            misses = turn.misses(pairs)
            likely = [pair for pair, miss in zip(pairs, misses, strict=True) if miss < astray_px]
            yield part, fitted(likely) or turn


def _torn(first: Cel, carries: Mapping[str, Carry]) -> frozenset[tuple[str, object]]:
    """The cloths of parts over whose common edge one light lies that would not fit there once each part had
    carried its own share of it along: it lies on the flesh of both, and moves as neither of them. Where one
    cloth ends on another no seam is seen.
    """
    lit = dict.fromkeys(_cloth_of(mark) for mark in first.marks if isinstance(mark, Fill) and mark.lit)
    found: set[tuple[str, object]] = set()
    for one, other in combinations(lit, 2):
        (a, cloth), (b, its) = one, other
        if a == b or cloth != its or not {a, b} <= carries.keys():
            continue
        edge = first.boxes[a] & first.boxes[b]
        middle = edge.center().toTuple()
        (x, y), (u, v) = carries[a](middle), carries[b](middle)
        if not edge.isEmpty() and hypot(x - u, y - v) > _TORN * first.area.width():
            found |= {one, other}
    return frozenset(found)


def _cloth_of(mark: Mark) -> tuple[str, object]:
    """The part a layer is of, and its cloth."""
    return mark.part, mark.name[1]


def _paired(mark: Shape, twin: Shape) -> list[list[tuple[Point, Point]]]:
    """The points of both outlines, one by one, however many; none if they are not of as many pieces."""
    if len(mark.outlines) != len(twin.outlines):
        return []
    return [_even_pairs(*both) for both in zip(mark.outlines, twin.outlines, strict=True)]


def _even_pairs(a: Outline, b: Outline) -> list[tuple[Point, Point]]:
    if len(a) == len(b):
        return [*zip(a, b, strict=True)]
    n = max(len(a), len(b))
    return [*zip(*(resampled([*each, each[0]], n)[:-1] for each in (a, b)), strict=False)]


def _are_near(misses: Sequence[float], astray_px: float) -> bool:
    """Whether most points of an outline come near to those they are paired with. On straight edges some run
    far ahead and do no harm.
    """
    return len([miss for miss in misses if miss < astray_px]) >= _MOST * len(misses)


def _is_shuffled(mark: Shape, twin: Shape, carry: Carry, astray_px: float) -> bool:
    """Whether the pieces of an outline are in another order in the other drawing: one is astray, and another
    one's place is nearer to where it would come.
    """
    if not mark.numbers.pieces == twin.numbers.pieces > 1:
        return False
    here, there = mark.numbers.middles, twin.numbers.middles
    likely = fitted([*zip(here, there, strict=True)]) or carry
    for middle, own in zip(here, there, strict=True):
        comes = likely(middle)
        off = {place: dist(comes, place) for place in there}
        if off[own] > max(astray_px, min(off.values())):
            return True
    return False


def _off(mark: Shape, twin: Shape, carry: Carry) -> float:
    """How far a carried outline is at most from where it ought to be (pixels)."""
    return max(carry.misses(_sampled(mark, twin)))


def _sampled(mark: Shape, twin: Shape) -> Iterator[tuple[Point, Point]]:
    """Some points of both outlines, one by one."""
    return zip(mark.samples, twin.samples, strict=True)


@dataclass(frozen=True)
class _Journey:
    """All marks of one drawing on their way to another one. `twins` are the names there of those that are in
    both, `carries` how each part goes, `torn` the cloths of parts whose light does not go with them,
    `crossing` the parts that change places.
    """

    start: Cel
    end: Cel
    twins: Mapping[Name, Name]
    carries: Mapping[str, Carry]
    unseen_px: float
    torn: frozenset[tuple[str, object]]
    crossing: frozenset[str]
    _reshaded: dict[tuple[str, object], bool] = field(default_factory=dict)

    @property
    def astray_px(self) -> float:
        """How far a point may be from where its part takes it and still be the same."""
        return _ASTRAY * self.start.area.width()

    def versions(self, swaps: Sequence[Swap]) -> list[list[Way]]:
        """How each mark goes, as the first drawing has it and as the last does: in the order of either. What
        is in one of them only is in both versions if it is soft, and fades; cloth is in its own.
        """
        both = {name: way for name in self.twins if (way := self._way(self.start.named[name]))}
        there = {self.twins[name]: way for name, way in both.items()}
        goes = {mark.name: self._going(mark) for mark in self.start.marks if mark.name not in both}
        comes = {mark.name: self._coming(mark) for mark in self.end.marks if mark.name not in there}
        names = {name: self.twins[name] for name in both}
        back = {there: here for here, there in names.items()}
        return [
            _with_those_of(self.end, self.start, back, ways=both | goes, others=_soft(comes), swaps=swaps),
            _with_those_of(self.start, self.end, names, ways=there | comes, others=_soft(goes), swaps=swaps),
        ]

    def _going(self, mark: Mark) -> Way:
        """How one goes that is in the first drawing, if nothing tells what becomes of it."""
        carry = self._carry(mark)
        return Fading(mark, carry, over=mark.name in self.twins) if _is_soft(mark) else Way(mark, carry)

    def _coming(self, mark: Mark) -> Way:
        """And one that is in the last."""
        back, over = self._carry(mark).inverse(), mark.name in self.twins.values()
        return Fading(mark, back, comes=True, over=over) if _is_soft(mark) else Arriving(mark, back)

    def _carry(self, mark: Mark) -> Carry:
        return self.carries.get(mark.part, STAYS)

    def _way(self, mark: Mark) -> Way | None:
        """How one goes that is in both drawings; None if nothing tells."""
        carry, twin = self._carry(mark), self.end.named[self.twins[mark.name]]
        if isinstance(mark, Shade):
            return Shading(mark, twin if isinstance(twin, Shade) else mark, carry)
        if isinstance(mark, Shape) and isinstance(twin, Shape):
            course = self._course(mark, twin, carry)
            if course:
                return self._shape_way(mark, twin, course)
            # Points that cannot be followed do not tell where their outline goes: it goes with its part.
            return None if _is_soft(mark) or _is_soft(twin) else Switching(mark, twin, carry)
        return Way(mark, carry)

    def _shape_way(self, mark: Shape, twin: Shape, course: Course) -> Way | None:
        if isinstance(mark, Fill) and isinstance(twin, Fill):
            if mark.opacity != twin.opacity:
                return None
            if self._changes(mark, twin, course):
                return self._changing_way(mark, twin, course)
        carry, outline = course
        return Bending(mark, carry, outline) if outline else Way(mark, carry)

    def _changing_way(self, mark: Fill, twin: Fill, course: Course) -> Way:
        a, b = mark.brush, twin.brush
        if isinstance(a, QColor) and isinstance(b, QColor):
            return Tinting(mark, *course, a, b)
        if isinstance(a, QColor) or isinstance(b, QColor):
            return Switching(mark, twin, course.carry)
        room = self.astray_px
        area = mark.path.boundingRect().adjusted(-room, -room, room, room)
        mixture = Mixture(a, b, course.carry.inverse().after(1.0), area)
        return Changing(mark, *course, mixture)

    def _changes(self, mark: Fill, twin: Fill, course: Course) -> bool:
        """Whether a fill changes its colour, its light or its shading on the way."""
        if isinstance(mark.brush, QColor) or isinstance(twin.brush, QColor):
            return mark.brush != twin.brush
        is_torn = mark.lit > 0 and _cloth_of(mark) in self.torn
        if is_torn or abs(mark.lit - twin.lit) > _EVEN_LIGHT:
            return True
        if _cloth_of(mark) not in self._reshaded:  # one texture fills all of it
            crosses = mark.part in self.crossing
            by = 0
            if crosses or course.outline or abs(course.carry.turn) > _TURNS:  # to look costs time
                by = difference(mark.path, mark.brush, twin.brush, course.carry.inverse().after(1.0))
            self._reshaded[_cloth_of(mark)] = by > (_SHADED if crosses else _RESHADED)
        return self._reshaded[_cloth_of(mark)]

    def _course(self, mark: Shape, twin: Shape, carry: Carry) -> Course | None:
        """How an outline goes to where it is in the other drawing; None if nothing tells."""
        if mark.path is twin.path or mark.path.isEmpty():
            return Course(STAYS)
        if _off(mark, twin, carry) <= self.unseen_px:
            return Course(carry)
        own = fitted([*_sampled(mark, twin)])
        if own and _off(mark, twin, own) <= self.unseen_px:
            return Course(own)
        outline = self._outline(mark, twin, own or carry)
        return Course(carry, outline) if outline else None

    def _outline(self, mark: Shape, twin: Shape, carry: Carry) -> OutlineAt | None:
        """What an outline is at a share of its way if it does more than go with its part, but each of its
        points can be followed; else None.
        """
        if isinstance(mark, Fill) and not mark.is_soft and _is_shuffled(mark, twin, carry, self.astray_px):
            return None
        if not mark.numbers.is_like(twin.numbers):
            return _morphed(mark, _paired(mark, twin))
        misses = carry.misses(_sampled(mark, twin))
        if max(misses) <= self.unseen_px or not _are_near(misses, self.astray_px):
            return None
        here, there = _coarse(mark.numbers, twin.numbers, self.unseen_px / 2)
        return here.way_to(there)


def _with_those_of(
    other: Cel,
    own: Cel,
    same: Mapping[Name, Name],
    *,
    ways: Mapping[Name, Way],
    others: Mapping[Name, Way],
    swaps: Sequence[Swap],
) -> list[Way]:
    """The ways of all marks in the order of one drawing. `same` has the names here of those of the other one
    that are in both; each of the rest is behind the one it follows there, a shadow right before the part that
    throws it. A mark of a part that its own changes places with it does not follow.
    """
    apart = [{swap.front, swap.back} for swap in swaps]
    passed: list[tuple[str, Name]] = []
    follow: dict[Name | None, list[Way]] = {}
    thrown: dict[str, list[Way]] = {}
    for mark in other.marks:
        if mark.name in same:
            passed.append((mark.part, same[mark.name]))
        elif isinstance(mark, Shade) and mark.part in own.boxes:
            thrown.setdefault(mark.part, []).append(others[mark.name])
        elif mark.name in others:
            before = (name for part, name in reversed(passed) if {part, mark.part} not in apart)
            follow.setdefault(next(before, None), []).append(others[mark.name])
    found = follow.get(None, [])
    for mark in own.marks:
        found += thrown.pop(mark.part, ())
        found += (ways[mark.name], *follow.get(mark.name, ()))
    return found


def _coarse(here: Numbers, there: Numbers, unseen_px: float) -> tuple[Numbers, Numbers]:
    """Both outlines of lines instead of curves where that cannot be seen: there is less of them to move."""
    bulge = max(here.bulge, there.bulge)
    if bulge > _HALVED * unseen_px:
        return here, there
    if bulge > unseen_px:
        return here.as_half_lines, there.as_half_lines
    return here.as_lines, there.as_lines


def _morphed(mark: Shape, pairs: list[list[tuple[Point, Point]]]) -> OutlineAt | None:
    """Each point of an outline goes to the one that is as far along the other."""
    if not pairs:
        return None

    def outline(share: float) -> QPainterPath:
        path = filled(*([between(p, q, share) for p, q in piece] for piece in pairs))
        path.setFillRule(mark.path.fillRule())
        return path

    return outline
