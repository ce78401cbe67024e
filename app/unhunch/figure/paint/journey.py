"""How each mark of one drawing goes to its place in another, and in which order all of them are painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import radians

from PySide6.QtGui import QColor, QPainterPath

from unhunch.figure.ink.carry import STAYS, Carry, fitted
from unhunch.figure.ink.outline import Numbers
from unhunch.figure.ink.shapes import Point, filled
from unhunch.figure.paint.cel import Cel, Fill, Mark, Name, Shade, Shape
from unhunch.figure.paint.mixture import Mixture, difference
from unhunch.figure.paint.places import Swap
from unhunch.figure.paint.twins import are_near, cloth_of, farthest_off, is_shuffled, paired, sampled
from unhunch.figure.paint.ways import (
    Arriving,
    Bending,
    Changing,
    Course,
    Fading,
    OutlineAt,
    Shading,
    Switching,
    Tinting,
    Way,
)
from unhunch.figure.rig.lines import between

_HALVED = 4  # half a curve is so much nearer to a straight line
_EVEN_LIGHT = 0.01  # strengths of a light that differ by no more look the same
_RESHADED = 30  # greys of 255: textures that differ nowhere by more look the same
_SHADED = 10  # and on parts that change places, for what lies under another one is dark there
_TURNS = radians(3)  # what turns less, and does not bend, keeps its shading


@dataclass(frozen=True)
class Journey:
    """All marks of one drawing on their way to another one. `twins` are the names there of those that are in
    both, `carries` how each part goes, `unseen_px` how far an outline may be off, `astray_px` how far a point
    may be from where its part takes it and still be the same, `torn` the cloths of parts whose light does not
    go with them, `crossing` the parts that change places.
    """

    start: Cel
    end: Cel
    twins: Mapping[Name, Name]
    carries: Mapping[str, Carry]
    unseen_px: float
    astray_px: float
    torn: frozenset[tuple[str, object]]
    crossing: frozenset[str]
    _reshaded: dict[tuple[str, object], bool] = field(default_factory=dict)

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
        if (mark.lit and cloth_of(mark) in self.torn) or not _is_even(mark, twin):
            return True
        if cloth_of(mark) not in self._reshaded:  # one texture fills all of it
            crosses = mark.part in self.crossing
            by = 0
            if crosses or course.outline or abs(course.carry.turn) > _TURNS:  # to look costs time
                by = difference(mark.path, mark.brush, twin.brush, course.carry.inverse().after(1.0))
            self._reshaded[cloth_of(mark)] = by > (_SHADED if crosses else _RESHADED)
        return self._reshaded[cloth_of(mark)]

    def _course(self, mark: Shape, twin: Shape, carry: Carry) -> Course | None:
        """How an outline goes to where it is in the other drawing; None if nothing tells."""
        if mark.path is twin.path or mark.path.isEmpty():
            return Course(STAYS)
        if farthest_off(mark, twin, carry) <= self.unseen_px:
            return Course(carry)
        own = fitted([*sampled(mark, twin)])
        if own and farthest_off(mark, twin, own) <= self.unseen_px:
            return Course(own)
        outline = self._outline(mark, twin, own or carry)
        return Course(carry, outline) if outline else None

    def _outline(self, mark: Shape, twin: Shape, carry: Carry) -> OutlineAt | None:
        """What an outline is at a share of its way if it does more than go with its part, but each of its
        points can be followed; else None.
        """
        if isinstance(mark, Fill) and not mark.is_soft and is_shuffled(mark, twin, carry, self.astray_px):
            return None
        if not mark.numbers.is_like(twin.numbers):
            return _morphed(mark, paired(mark, twin))
        misses = carry.misses(sampled(mark, twin))
        if max(misses) <= self.unseen_px or not are_near(misses, self.astray_px):
            return None
        here, there = _coarse(mark.numbers, twin.numbers, self.unseen_px / 2)
        return here.way_to(there)


def _is_even(mark: Fill, twin: Fill) -> bool:
    """Whether the same light lies on both: from each area as much, not only as much in all."""
    here, there = dict(mark.lit), dict(twin.lit)
    areas = here.keys() | there.keys()
    return all(abs(here.get(area, 0.0) - there.get(area, 0.0)) <= _EVEN_LIGHT for area in areas)


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


def _is_soft(mark: Mark) -> bool:
    """Whether it may fade and nothing is seen through: a tone, a line or a shadow, not cloth."""
    return not isinstance(mark, Fill) or mark.is_soft


def _soft(ways: Mapping[Name, Way]) -> dict[Name, Way]:
    return {name: way for name, way in ways.items() if _is_soft(way.mark)}
