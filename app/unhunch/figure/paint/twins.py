"""Which marks of two drawings are the same, how each part goes from the one to the other, and how far off its
marks are then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import dist, hypot

from unhunch.figure.ink.carry import STAYS, Carry, fitted, turned
from unhunch.figure.ink.shapes import Outline, Point
from unhunch.figure.paint.cel import Cel, Fill, Mark, Name, Shape
from unhunch.figure.rig.lines import resampled

_MOST, _EVERY = 0.7, 3  # of an outline's points; of which every third is looked at
_TORN = 0.004  # of the picture's width: a light that is torn apart by more between two parts shows a seam


def alike_of(first: Cel, last: Cel) -> Iterator[tuple[Fill, Fill]]:
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


def twins_of(first: Cel, last: Cel, alike: Iterable[tuple[Fill, Fill]], astray_px: float) -> dict[Name, Name]:
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
            pairs = [pair for outline in paired(mark, twin) for pair in outline[::_EVERY]]
            carry = fitted(pairs)
            if carry and are_near(carry.misses(pairs), astray_px):
                twins[mark.name] = twin.name
    return twins


def _is_empty(mark: Mark) -> bool:
    return isinstance(mark, Shape) and mark.path.isEmpty()


def carries_of(
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
            pairs = [pair for mark, twin in cloths for pair in sampled(mark, twin)]
            misses = turn.misses(pairs)
            likely = [pair for pair, miss in zip(pairs, misses, strict=True) if miss < astray_px]
            yield part, fitted(likely) or turn


def torn_of(first: Cel, carries: Mapping[str, Carry]) -> frozenset[tuple[str, object]]:
    """The cloths of parts over whose common edge one light lies that would not fit there once each part had
    carried its own share of it along: it lies on the flesh of both, and moves as neither of them. Where one
    cloth ends on another no seam is seen.
    """
    lit = dict.fromkeys(cloth_of(mark) for mark in first.marks if isinstance(mark, Fill) and mark.lit)
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


def cloth_of(mark: Mark) -> tuple[str, object]:
    """The part a layer is of, and its cloth."""
    return mark.part, mark.name[1]


def paired(mark: Shape, twin: Shape) -> list[list[tuple[Point, Point]]]:
    """The points of both outlines, one by one, however many; none if they are not of as many pieces."""
    if len(mark.outlines) != len(twin.outlines):
        return []
    return [_even_pairs(*both) for both in zip(mark.outlines, twin.outlines, strict=True)]


def _even_pairs(a: Outline, b: Outline) -> list[tuple[Point, Point]]:
    if len(a) == len(b):
        return [*zip(a, b, strict=True)]
    n = max(len(a), len(b))
    return [*zip(*(resampled([*each, each[0]], n)[:-1] for each in (a, b)), strict=False)]


def are_near(misses: Sequence[float], astray_px: float) -> bool:
    """Whether most points of an outline come near to those they are paired with. On straight edges some run
    far ahead and do no harm.
    """
    return len([miss for miss in misses if miss < astray_px]) >= _MOST * len(misses)


def is_shuffled(mark: Shape, twin: Shape, carry: Carry, astray_px: float) -> bool:
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


def farthest_off(mark: Shape, twin: Shape, carry: Carry) -> float:
    """How far a carried outline is at most from where it ought to be (pixels)."""
    return max(carry.misses(sampled(mark, twin)))


def sampled(mark: Shape, twin: Shape) -> Iterator[tuple[Point, Point]]:
    """Some points of both outlines, one by one."""
    return zip(mark.samples, twin.samples, strict=True)
