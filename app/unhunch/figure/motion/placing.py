"""Where an arrow goes so that it covers nothing: beside what moves, with room to it, inside the picture.

An author says which way a part goes; the body that goes there is in the way of the arrow. So each path is
moved in the plane of the picture, outward from the part, until it is clear of everything the body passes
through during the move: bent along its own normals if it goes with the part, else slid as it is. What speaks
against a place is a cost in cm, as if the arrow were moved so much farther; the cheapest place wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import cos, inf, pi, sin, sqrt

from unhunch.figure.kept import kept
from unhunch.figure.motion.cues import SPINE, Course
from unhunch.figure.motion.room import (
    CLEARANCE,
    CLEARANCES,
    HALF_HEAD,
    REACH,
    SAFE,
    Field,
    Free,
    Gap,
    Room,
    Screen,
)
from unhunch.figure.motion.views import View
from unhunch.figure.rig.lines import (
    Flat,
    Point,
    even,
    length,
    middle,
    moved,
    normals,
    resized,
    smooth,
    spread,
    straightness,
    unit,
)
from unhunch.figure.rig.vectors import Vec, distance

_Found = tuple[float, list[Flat]]
"""What it costs to have a path there, and the path."""

HALF_LINE = 0.008
"""Half the width of an arrow's line, as a share of the picture."""
_TIGHT_FEE = 0.12
"""What a tighter place, and the likes below, cost: shares of the picture, for all of it."""
_SIZES = (1.0, 0.85, 0.7)
_SHRINK_FEE = 0.4
_CUT_FEE = 0.35
_WRONG_SIDE_FEE = 0.25
_OVER_FEE = 0.28
_SHORTEST = 0.12
"""A shorter arrow is made as long as this share of the picture: nobody sees a stub."""
_SEEN = 0.03
"""An arrow that points at the viewer and shows less than this is not stretched: it has no direction."""
_STRAIGHT = 0.985
_NEAR = 0.08
"""Moved no farther than this an arrow needs no tighter place."""
_KNOTS = 17
_SMOOTH = 49
_AROUND_CM = 20.0
"""How near the spine the middle of an arc is that shows a turn."""
_BEFORE = 0.3
"""The share of such an arc that lies before the body."""


def corners(view: View, arrows: Sequence[Sequence[Vec]]) -> list[Vec]:
    """Points a fitted view must take in to have all arrows in its safe area."""
    screen = Screen(view)
    lines = [[screen.flat(p) for p in arrow] for arrow in arrows]
    inked = [(p, HALF_LINE) for line in lines for p in line]
    inked += [(p, HALF_HEAD) for line in lines for p in line[-max(1, len(line) // 6) :]]
    span = view.span_cm
    for _ in range(6):  # the more the picture grows, the wider its margin
        low, high = (
            tuple(f(p[k] + sign * (SAFE + ink) * span for p, ink in inked) for k in (0, 1))
            for f, sign in ((min, -1), (max, 1))
        )
        span = max(view.span_cm, *(b - a for a, b in zip(low, high, strict=True)))
    return [screen.world((x, y, 0.0)) for x, y in product(*zip(low, high, strict=True))]


def placed(course: Course, room: Room) -> tuple[Vec, ...]:
    """The arrow's points, moved to where there is room."""
    screen = room.screen
    if course.free:
        if course.rigid or course.middle is not None:
            return course.points
        track = [screen.flat(p) for p in course.points]  # the few places where a body has been looked at
        return tuple(map(screen.world, smooth(track, _SMOOTH)))
    path = _within(_long_enough([screen.flat(p) for p in course.points], screen), screen)
    if _shows_a_turn(course, path, room):
        x, y, _ = screen.flat(course.middle or course.joints[0])
        knots = even(path, _KNOTS)
        _, path = _bent(knots, [(p[0] - x, p[1] - y) for p in knots], room.beside_vitals, turning=False)
    else:
        over = _OVER_FEE * screen.span
        cost, clear = _beside(course, path, room.beside_all)
        if cost > over:  # rather across a leg than far away from it
            across, crossing = _beside(course, path, room.beside_slender)
            clear = crossing if across + over < cost else clear
        path = clear
    if not course.rigid:
        path = smooth(path, _SMOOTH)
    return tuple(map(screen.world, path))


def _shows_a_turn(course: Course, path: Sequence[Flat], room: Room) -> bool:
    """Whether the arrow is an arc about the spine that lies before the body, and is meant to."""
    if course.middle is None:
        return False
    joints = room.bodies[0].joints
    if min(distance(course.middle, joints[j]) for j in SPINE) > _AROUND_CM:
        return False
    return room.beside_all.covers(even(path, _KNOTS)) > _BEFORE * _KNOTS


def _beside(course: Course, path: list[Flat], free: Free) -> _Found:
    """The path where it is free."""
    joints = [free.screen.flat(p) for p in course.joints]
    if course.rigid or course.middle is not None:
        return _slid(path, joints[0], free, (inf, path))
    knots = even(path, _KNOTS)
    outward = [(p[0] - o[0], p[1] - o[1]) for p, o in zip(knots, spread(joints, _KNOTS), strict=True)]
    found = _bent(knots, outward, free)
    return _slid(knots, joints[0], free, found) if straightness(knots) > _STRAIGHT else found


# -- the path as it was meant, in the picture
# ---------------------------------------------------------------------------------------------------------
def _long_enough(path: list[Flat], screen: Screen) -> list[Flat]:
    long, least = length(path), _SHORTEST * screen.span
    if not _SEEN * screen.span < long < least:
        return path
    return resized(path, path[len(path) // 2][:2], least / long)


def _within(path: list[Flat], screen: Screen) -> list[Flat]:
    """The path inside a picture of given size: moved, and made smaller where it is too large."""
    ends = [(min(p[axis] for p in path), max(p[axis] for p in path)) for axis in (0, 1)]
    k = min([1.0, *(2 * out / (b - a) for (a, b), out in zip(ends, screen.safe, strict=True) if b > a)])
    x, y = ((a + b) / 2 for a, b in ends)
    by = [0.0, 0.0]
    for axis, (at, (a, b), out) in enumerate(zip((x, y), ends, screen.safe, strict=True)):
        half = k * (b - a) / 2
        by[axis] = min(max(at, half - out), out - half) - at
    return moved(resized(path, (x, y), k), by[0], by[1])


def _with_tolls(free: Free) -> list[tuple[Field, float]]:
    """What is in the way with less and less clearance, and what it costs to be content with that."""
    return [
        (field, (1 - clearance / CLEARANCE) * _TIGHT_FEE * free.screen.span)
        for field, clearance in zip(free.fields, CLEARANCES, strict=True)
    ]


# -- moving a path as it is
# ---------------------------------------------------------------------------------------------------------
_WAYS = (0, 4, 2, 6, 1, 7, 3, 5)
"""Sixteenths of a turn away from outward, forth and back; those in between are for want of a near place."""


def _slid(path: list[Flat], origin: Flat, free: Free, best: _Found) -> _Found:
    """The path moved the shortest way to where it is clear, rather away from its part than across it; smaller
    where there is no room for it as it is. Or the best so far, if that is cheaper.
    """
    for size in _SIZES:
        fee = (1 - size) * _SHRINK_FEE * free.screen.span
        if fee < best[0]:
            best = _slid_as_is(resized(path, middle(path), size), origin, free, fee, best)
    return best


def _slid_as_is(path: list[Flat], origin: Flat, free: Free, fee: float, best: _Found) -> _Found:
    span = free.screen.span
    spots = even(path, 8)
    mx, my = middle(spots)
    hx, hy = unit((mx - origin[0], my - origin[1]))
    turn = 1 if mx >= 0 else -1  # the mirror image of a path goes the mirrored way, even in a tie
    tolls = _with_tolls(free)
    for k in _WAYS:
        if best[0] <= fee or (k % 2 and best[0] < fee + _NEAR * span):
            break
        a = turn * k * pi / 8
        way = (hx * cos(a) - hy * sin(a), hx * sin(a) + hy * cos(a))
        for sign, (field, tight_fee) in product((1, -1), tolls):
            toll = fee + tight_fee
            if toll >= best[0]:
                continue
            per_cm = 1.3 - 0.3 * cos(a) * sign
            limit = min(REACH * span, (best[0] - toll) / per_cm)
            ahead = (way[0] * sign, way[1] * sign)
            far = field.first_free(spots, ahead, limit)
            if far >= limit:
                continue
            cost = toll + far * per_cm
            dx, dy = ahead[0] * far, ahead[1] * far
            cost += free.screen.growth_cost(moved(spots, dx, dy))
            if cost < best[0] - 1e-6:
                best = (cost, moved(path, dx, dy))
            if far < _NEAR * span:
                break
    return best


# -- bending a path outward
# ---------------------------------------------------------------------------------------------------------
_ENDS = sorted(
    ((a / 6, 1 - b / 6) for a, b in product(range(5), repeat=2) if a + b < 5),
    key=lambda ends: ends[0] - ends[1],
)
"""Which part of its way an arrow may be cut down to, when its ends are in the way; the longest first."""


def _bent(knots: list[Flat], outward: Sequence[Point], free: Free, *, turning: bool = True) -> _Found:
    """The path pushed along its own normals by a smooth amount: one curve for the whole way. Outward, or
    (if `turning`) to the other side if that costs less.
    """
    span = free.screen.span
    across = normals(knots)
    lean = sum(u * x + v * y for (u, v), (x, y) in zip(across, map(unit, outward), strict=True))
    side = 1 if lean >= 0 else -1
    hinted = min(1.0, abs(lean) / len(knots))
    best: _Found = (inf, knots)
    for sign, (field, tight_fee) in product((side, -side) if turning else (side,), _with_tolls(free)):
        fee = tight_fee + (0.0 if sign == side else _WRONG_SIDE_FEE * hinted * span)
        if fee < best[0]:
            ways = [(u * sign, v * sign) for u, v in across]
            best = _pushed(knots, ways, field, fee, best)
    return best


def _pushed(knots: list[Flat], ways: Sequence[Point], field: Field, fee: float, best: _Found) -> _Found:
    """The cheapest push along these ways that clears the field: of all of the path, or of a part of it.
    Or the best so far, if that is cheaper.
    """
    screen = field.screen
    gaps = [field.gaps(p, way) for p, way in zip(knots, ways, strict=True)]
    n = len(knots) - 1
    least = _SHORTEST * screen.span
    nearest, farthest = [_first_free(g) for g in gaps], [_last_free(g) for g in gaps]
    for (a, b), needs in product(_ENDS, [nearest] if nearest == farthest else [nearest, farthest]):
        kept = slice(round(a * n), round(b * n) + 1)
        need, part = needs[kept], knots[kept]
        toll = fee + _CUT_FEE * screen.span * (1 - (len(part) - 1) / n)
        if toll + _push_cost(need) >= best[0] or (len(part) <= n and length(part) < 1.5 * least):
            continue
        amounts = _envelope(need)
        cost = toll + _push_cost(amounts) + 0.5 * abs(amounts[0] - amounts[-1])
        if cost >= best[0]:
            continue
        bent = [
            (x + u * d, y + v * d, z) for (x, y, z), (u, v), d in zip(part, ways[kept], amounts, strict=True)
        ]
        cost += (
            screen.growth_cost(bent)
            + 6.0 * sum(_depth(g, d) for g, d in zip(gaps[kept], amounts, strict=True))
            + 3.0 * max(0.0, 0.7 * length(part) - length(bent))
        )
        if cost < best[0] - 1e-6:
            best = (cost, bent)
    return best


def _push_cost(amounts: Sequence[float]) -> float:
    """How bad it is to push a path by so much; its ends should stay where the part sets out and arrives."""
    return sum(amounts) / len(amounts) + 0.5 * (amounts[0] + amounts[-1])


def _first_free(gaps: Sequence[Gap]) -> float:
    return gaps[0][1] if gaps and gaps[0][0] <= 0 else 0.0


def _last_free(gaps: Sequence[Gap]) -> float:
    """The distance from which on nothing is in the way but the picture's edge."""
    return max((b for _, b in gaps if 0 < b < inf), default=0.0)


def _depth(gaps: Sequence[Gap], at: float) -> float:
    """How far a distance is inside what is blocked."""
    return max((min(at - a, b - at) for a, b in gaps if a < at - 1e-6 and at + 1e-6 < b), default=0.0)


def _envelope(need: Sequence[float]) -> list[float]:
    """The lowest parabola over what is needed, never below 0: where the path goes, one curve."""
    top = max(need)
    weights = _bernstein(len(need))
    if top <= 0:
        return [0.0] * len(need)
    inner = [
        (r / kc, ka / kc, kb / kc) for r, (ka, kc, kb) in zip(need[1:-1], weights[1:-1], strict=True) if r > 0
    ]
    best, found = inf, (top, top, top)
    for i, j in product((0, 2, 4, 6, 8), repeat=2):
        a, b = need[0] + (top - need[0]) * i / 6, need[-1] + (top - need[-1]) * j / 6
        touching = -sqrt(a * b)  # the middle of the curve that touches 0
        c = max([touching, *[r - a * ka - b * kb for r, ka, kb in inner]])
        cost = (a + b + c) / 3 + 0.25 * (a + b) + 0.1 * abs(a - b) + 0.15 * abs(2 * c - a - b)
        if cost < best - 1e-9:
            best, found = cost, (a, c, b)
    a, c, b = found
    return [max(0.0, a * ka + c * kc + b * kb) for ka, kc, kb in weights]


@kept(None)
def _bernstein(n: int) -> list[Vec]:
    """The weights of a parabola's start, middle and end at n even steps."""
    return [((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in (i / (n - 1) for i in range(n))]
