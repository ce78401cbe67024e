"""Where an arrow goes so that it covers nothing: beside what moves, with room to it, inside the picture.

An author says which way a part goes; the body that goes there is in the way of the arrow. So each path is
moved in the plane of the picture, outward from the part, until it is clear of everything the body passes
through during the move. All of it happens in `Flat` points: cm on the screen from its middle, y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from math import cos, hypot, inf, pi, sin, sqrt

from unhunch.figure.anatomy import HEAD_SCALE, SEAT_SHAPE, TRUNK_SHAPE, Body
from unhunch.figure.camera import Camera
from unhunch.figure.cues import SPINE, Course
from unhunch.figure.pose import SIDES
from unhunch.figure.vectors import Vec, distance, mad, mix, point, scale
from unhunch.figure.views import View

Point = tuple[float, float]
Flat = tuple[float, float, float]
"""x and y on the screen (cm from its middle, y down), and the depth towards the viewer."""
Spot = tuple[Vec, float]
Disc = tuple[float, float, float]
"""x, y and radius on the screen, in cm."""
_Found = tuple[float, list[Flat]]
"""A path, and what it costs to have it there."""
_Gap = tuple[float, float]

CLEARANCE = 0.045
"""How far an arrow's middle line keeps from the body, as a share of the picture: its head is half as wide."""
SAFE = 0.04
"""How far all of an arrow keeps from the picture's edge, as a share of the picture."""
HALF_HEAD = 0.025
"""Half the width of an arrow's head, as a share of the picture; see `arrows.arrow_path`."""
HALF_LINE = 0.008
"""Half the width of its line."""
_TIGHTER = (1.0, 0.78, 0.6)
"""Shares of the clearance to be content with where there is less room."""
_TIGHT_FEE = 0.12
"""What a tighter place, and the likes below, cost: as if the arrow were moved so much farther (shares of the
picture, for all of it)."""
_SIZES = (1.0, 0.85, 0.7)
_SHRINK_FEE = 0.4
_CUT_FEE = 0.35
_WRONG_SIDE_FEE = 0.25
_OVER_FEE = 0.28
_GROWTH_FEE = 1.5
_HEIGHT_FEE = 0.6
"""What each cm costs by which the picture would have to grow, and by which a wide one would."""
_SHORTEST = 0.12
"""A shorter arrow is made as long as this share of the picture: nobody sees a stub."""
_SEEN = 0.03
"""An arrow that points at the viewer and shows less than this is not stretched: it has no direction."""
_STRAIGHT = 0.985
_REACH = 0.4
"""How far an arrow may be moved, as a share of the picture."""
_NEAR = 0.08
"""Moved no farther than this an arrow needs no tighter place."""
_CELL = 0.02
"""Of balls as near as this to each other the largest will do."""
_KNOTS = 17
_SMOOTH = 49
_AROUND_CM = 20.0
"""How near the spine the middle of an arc is that shows a turn."""
_BEFORE = 0.3
"""The share of such an arc that lies before the body."""


# -- the body, as balls
# ---------------------------------------------------------------------------------------------------------
_HEAD: tuple[tuple[Vec, float], ...] = (
    ((0.0, 9.6, -0.2), 9.6), ((0.0, 4.6, 3.4), 5.8), ((0.0, 6.5, -2.0), 8.6), ((0.0, 17.4, -3.8), 3.6),
    ((0.0, 19.6, -4.6), 4.5),
)  # fmt: skip
"""The head with the hair of everybody, bun and all."""
_HAND = ((3.0, 3.4), (7.0, 4.2), (11.5, 3.6), (15.5, 2.4))
_FOOT = ((-3.4, 3.8, 2.8), (4.5, 2.6, 3.4), (10.5, 4.3, 3.0), (15.5, 5.2, 2.2))


def vital_spots(body: Body) -> Iterator[Spot]:
    """Head and hands: what an arrow never covers."""
    o, f = body.joints["head"], body.frames["head"]
    for at, r in _HEAD:
        yield point(o, f, scale(at, HEAD_SCALE)), r * HEAD_SCALE
    for s, _ in SIDES:
        wrist, fingers = body.joints[f"wrist_{s}"], body.hands[s][0]
        for far, r in _HAND:
            yield mad(wrist, fingers, far), r


def slender_spots(body: Body) -> Iterator[Spot]:
    """Neck, arms and feet: an arrow across them cuts them in two."""
    p = body.joints
    yield from _limb(p["neckbase"], p["head"], 6.0, 5.4, 2)
    for s, _ in SIDES:
        yield from _limb(p[f"shoulder_{s}"], p[f"elbow_{s}"], 5.6, 4.0, 5)
        yield from _limb(p[f"elbow_{s}"], p[f"wrist_{s}"], 4.0, 2.6, 4)
        toe, sole = body.feet[s]
        for far, down, r in _FOOT:
            yield mad(mad(p[f"ankle_{s}"], toe, far), sole, down), r


def broad_spots(body: Body) -> Iterator[Spot]:
    """Trunk and legs."""
    p = body.joints
    for i, at, half in TRUNK_SHAPE:
        yield from _egg(*body.spine[i], at, half)
    for at, half in SEAT_SHAPE[:2]:
        yield from _egg(p["pelvis"], body.frames["pelvis"], at, half)
    for s, _ in SIDES:
        yield from _limb(p[f"hip_{s}"], p[f"knee_{s}"], 9.0, 6.0, 5)
        yield from _limb(p[f"knee_{s}"], p[f"ankle_{s}"], 5.6, 3.2, 5)


def _egg(origin: Vec, frame: tuple[Vec, Vec, Vec], at: Vec, half: Vec) -> Iterator[Spot]:
    """A flat ellipsoid as two balls side by side."""
    thick = max(half[1], half[2])
    for side in (-1, 1):
        yield point(origin, frame, (at[0] + side * max(0.0, half[0] - thick), at[1], at[2])), thick


def _limb(a: Vec, b: Vec, ra: float, rb: float, n: int) -> Iterator[Spot]:
    for k in range(n + 1):
        t = k / n
        yield mix(a, b, t), ra + (rb - ra) * t


# -- the screen
# ---------------------------------------------------------------------------------------------------------
class Screen:
    """The plane of the picture, in cm; `bound` says in which of the two directions its size is given."""

    __slots__ = ("_camera", "bound", "height", "span", "width")

    def __init__(self, view: View, bound: tuple[bool, bool] = (False, False)) -> None:
        self._camera = Camera(view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=1.0, width=0.0, height=0.0)
        self.span = view.span_cm
        self.width, self.height = view.span_cm, view.height_cm
        self.bound = bound

    def flat(self, p: Vec) -> Flat:
        """The point on the screen."""
        x, y, z, _ = self._camera.project(p)
        return (x, y, z)

    def world(self, p: Flat) -> Vec:
        """The point in the world."""
        c = self._camera
        at = mad(c.centre, c.towards, p[2])
        k = c.project(at)[3]
        return mad(mad(at, c.right, p[0] / k), c.up, -p[1] / k)

    def discs(self, spots: Iterable[Spot]) -> list[Disc]:
        """Balls on the screen; of those that lie nearly on each other only the largest."""
        cell = _CELL * self.span
        kept: dict[tuple[int, int], Disc] = {}
        for at, radius in spots:
            x, y, r, _ = self._camera.ball(at, radius)
            key = (round(x / cell), round(y / cell))
            if key not in kept or kept[key][2] < r:
                kept[key] = (x, y, r)
        return list(kept.values())

    @property
    def safe(self) -> tuple[float, float]:
        """How far out an arrow's middle line may go, across and up; inf where the data leaves it open."""
        room = (SAFE + HALF_HEAD) * self.span
        across, up = self.bound
        return (self.width / 2 - room if across else inf, self.height / 2 - room if up else inf)

    def growth_cost(self, points: Iterable[Point]) -> float:
        """What it costs that the picture would have to grow for these points: less where only a wide picture
        would.
        """
        room = (SAFE + HALF_HEAD) * self.span
        half, low = self.span / 2 - room, self.height / 2 - room
        spots = list(points)
        beyond = max(0.0, *(max(abs(x), abs(y)) - half for x, y in spots))
        above = max(0.0, *(abs(y) - low for _, y in spots))
        return _GROWTH_FEE * beyond + _HEIGHT_FEE * above


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
    if course.free:
        return course.points
    screen = room.screen
    path = _within(_long_enough([screen.flat(p) for p in course.points], screen), screen)
    if course.middle is not None and room.is_round_the_body(course.middle, path):
        x, y, _ = screen.flat(course.middle)
        knots = _even(path, _KNOTS)
        _, path = _bent(knots, [(px - x, py - y) for px, py, _ in knots], room.beside_vitals, turning=False)
    else:
        cost, clear = _beside(course, path, room.beside_all)
        over = _OVER_FEE * screen.span
        if cost > over:  # rather across a leg than far away from it
            across, crossing = _beside(course, path, room.beside_slender)
            clear = crossing if across + over < cost else clear
        path = clear
    if not course.rigid:
        path = _smooth(path, _SMOOTH)
    return tuple(map(screen.world, path))


def _beside(course: Course, path: list[Flat], free: _Free) -> _Found:
    """The path where it is free, and what it costs to have it there."""
    origin = [free.screen.flat(p)[:2] for p in course.joints]
    if course.rigid or course.middle is not None:
        return _slid(path, origin[0], free)
    knots = _even(path, _KNOTS)
    near = _even2(origin, _KNOTS)
    found = _bent(knots, [(p[0] - o[0], p[1] - o[1]) for p, o in zip(knots, near, strict=True)], free)
    if found[0] and _straightness(knots) > _STRAIGHT:
        found = _slid(knots, origin[0], free, found)
    return found


class Room:
    """Where on the screen there is room for an arrow while these bodies are passed."""

    def __init__(self, bodies: Sequence[Body], screen: Screen) -> None:
        self.screen = screen
        self._bodies = bodies

    @cached_property
    def beside_vitals(self) -> _Free:
        """What head and hands leave."""
        return _Free(self._discs(vital_spots), self.screen)

    @cached_property
    def beside_slender(self) -> _Free:
        """What all but trunk and legs leaves."""
        return _Free([*self.beside_vitals.discs, *self._discs(slender_spots)], self.screen)

    @cached_property
    def beside_all(self) -> _Free:
        """What the whole body leaves."""
        return _Free([*self.beside_slender.discs, *self._discs(broad_spots)], self.screen)

    def _discs(self, spots: Callable[[Body], Iterator[Spot]]) -> list[Disc]:
        return self.screen.discs(spot for body in self._bodies for spot in spots(body))

    def is_round_the_body(self, middle: Vec, path: Sequence[Flat]) -> bool:
        """Whether an arc is about the spine and lies before the body: it shows a turn, and is meant to."""
        body = self._bodies[0]
        if min(distance(middle, body.joints[j]) for j in SPINE) > _AROUND_CM:
            return False
        spots = _even(path, _KNOTS)
        covered = sum(
            any((x - cx) ** 2 + (y - cy) ** 2 < r * r for cx, cy, r in self.beside_all.discs)
            for x, y, _ in spots
        )
        return covered > _BEFORE * len(spots)


class _Free:
    """What the discs leave free on a screen."""

    def __init__(self, discs: Sequence[Disc], screen: Screen) -> None:
        self.discs, self.screen = discs, screen

    def ray(self, at: Point, way: Point) -> _Ray:
        """The line through a point along a unit vector, and what is in its way."""
        x, y = at
        u, v = way
        widest = CLEARANCE * self.screen.span
        near = []
        for cx, cy, r in self.discs:
            dx, dy = cx - x, cy - y
            b = u * dy - v * dx
            if -r - widest < b < r + widest:
                near.append((u * dx + v * dy, b * b, r))
        low, high = -inf, inf
        for here, step, limit in zip(at, way, self.screen.safe, strict=True):
            if limit < inf and abs(step) > 1e-9:
                ends = sorted(((limit - here) / step, (-limit - here) / step))
                low, high = max(low, ends[0]), min(high, ends[1])
        return _Ray(near, low, high, _REACH * self.screen.span)


@dataclass(frozen=True, slots=True)
class _Ray:
    """Discs a line passes (how far along it, how far from it squared, radius), and where the picture ends."""

    near: list[tuple[float, float, float]]
    low: float
    high: float
    reach: float

    def blocked(self, sign: float, clearance: float) -> list[_Gap]:
        """Which distances along the line, or back along it, are too near something or outside the picture."""
        found: list[_Gap] = []
        for along, off_off, radius in self.near:
            r = radius + clearance
            hh = r * r - off_off
            if hh > 0:
                a = along * sign
                h = sqrt(hh)
                if a + h > 0 and a - h < self.reach:
                    found.append((a - h, a + h))
        end = self.high if sign > 0 else -self.low
        if end < inf:
            found.append((end, inf))
        return _joined(found)


def _joined(gaps: list[_Gap]) -> list[_Gap]:
    out: list[_Gap] = []
    for a, b in sorted(gaps):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def _first_free(gaps: Sequence[_Gap]) -> float:
    for a, b in gaps:
        if a <= 0 < b:
            return b
    return 0.0


def _last_free(gaps: Sequence[_Gap]) -> float:
    inside = [b for _, b in gaps if b < inf]
    return max([0.0, *inside])


# -- moving a path as it is
# ---------------------------------------------------------------------------------------------------------
def _slid(path: list[Flat], origin: Point, free: _Free, other: _Found | None = None) -> _Found:
    """The path moved the shortest way to where it is clear, rather away from its part than across it; smaller
    where there is no room for it as it is. Or the other one, if that is cheaper.
    """
    best = other or (inf, path)
    for size in _SIZES:
        fee = (1 - size) * _SHRINK_FEE * free.screen.span
        if fee < best[0]:
            best = _slid_as_is(_shrunk(path, size), origin, free, fee, best)
    return best


def _slid_as_is(path: Sequence[Flat], origin: Point, free: _Free, fee: float, other: _Found) -> _Found:
    screen = free.screen
    span = screen.span
    below = other[0]
    spots = [p[:2] for p in _even(path, 8)]
    mx, my = (sum(c) / len(spots) for c in zip(*spots, strict=True))
    hx, hy = _unit((mx - origin[0], my - origin[1]))
    turn = 1 if mx >= 0 else -1  # the mirror image of a path goes the mirrored way, even in a tie
    best = (below, 0.0, 0.0)
    for k in (0, 4, 2, 6, 1, 7, 3, 5):
        if best[0] <= fee or (k % 2 and best[0] < fee + _NEAR * span):
            break
        a = turn * k * pi / 8
        way = (hx * cos(a) - hy * sin(a), hx * sin(a) + hy * cos(a))
        rays = [free.ray(p, way) for p in spots]
        for sign, tighter in product((1, -1), _TIGHTER):
            toll = fee + (1 - tighter) * _TIGHT_FEE * span
            if toll >= best[0]:
                continue
            far = _first_free(_joined([g for r in rays for g in r.blocked(sign, CLEARANCE * span * tighter)]))
            cost = toll + far * (1.3 - 0.3 * cos(a) * sign)
            if far > _REACH * span or cost >= best[0]:
                continue
            dx, dy = way[0] * far * sign, way[1] * far * sign
            cost += screen.growth_cost([(x + dx, y + dy) for x, y in spots])
            if cost < best[0] - 1e-6:
                best = (cost, dx, dy)
            if far < _NEAR * span:
                break
    cost, dx, dy = best
    return (cost, [(x + dx, y + dy, z) for x, y, z in path]) if cost < below else other


def _shrunk(path: Sequence[Flat], size: float) -> list[Flat]:
    x, y = (sum(p[k] for p in path) / len(path) for k in (0, 1))
    return [(x + (p[0] - x) * size, y + (p[1] - y) * size, p[2]) for p in path]


# -- bending a path outward
# ---------------------------------------------------------------------------------------------------------
_ENDS = sorted(
    ((a / 8, 1 - b / 8) for a, b in product(range(7), repeat=2) if a + b < 7),
    key=lambda ends: ends[0] - ends[1],
)
"""Which part of its way an arrow may be cut down to, when its ends are in the way."""


def _bent(knots: Sequence[Flat], outward: Sequence[Point], free: _Free, *, turning: bool = True) -> _Found:
    """The path pushed along its own normals by a smooth amount: one curve for the whole way. Outward, or
    (if `turning`) to the other side if that costs less.
    """
    span = free.screen.span
    normals = _normals(knots)
    lean = sum(u * x + v * y for (u, v), (x, y) in zip(normals, map(_unit, outward), strict=True))
    side = 1.0 if lean >= 0 else -1.0
    hinted = min(1.0, abs(lean) / len(knots))
    rays = [free.ray(p[:2], n) for p, n in zip(knots, normals, strict=True)]
    best: _Found = (inf, list(knots))
    for sign, tighter in product((side, -side) if turning else (side,), _TIGHTER):
        fee = ((0.0 if sign == side else _WRONG_SIDE_FEE * hinted) + (1 - tighter) * _TIGHT_FEE) * span
        if fee < best[0]:
            ways = [(u * sign, v * sign) for u, v in normals]
            gaps = [ray.blocked(sign, CLEARANCE * span * tighter) for ray in rays]
            best = min(best, _pushed(knots, ways, gaps, free.screen, fee), key=lambda b: b[0])
    return best


def _pushed(
    knots: Sequence[Flat], ways: Sequence[Point], gaps: Sequence[Sequence[_Gap]], screen: Screen, fee: float
) -> _Found:
    """The cheapest push along these ways that clears the gaps, and what it costs."""
    best: _Found = (inf, list(knots))
    n = len(knots) - 1
    least = _SHORTEST * screen.span
    first_free, last_free = ([free(g) for g in gaps] for free in (_first_free, _last_free))
    needs = [first_free] if first_free == last_free else [first_free, last_free]
    for (a, b), every_need in product(_ENDS, needs):
        first, last = round(a * n), round(b * n)
        cut = (first + n - last) / n
        part = knots[first : last + 1]
        need = every_need[first : last + 1]
        toll = fee + _CUT_FEE * screen.span * cut
        if toll + _push_cost(need) >= best[0] or (cut and _length(part) < 1.5 * least):
            continue
        amounts = _envelope(need)
        moved = [
            (x + u * d, y + v * d, z)
            for (x, y, z), (u, v), d in zip(part, ways[first : last + 1], amounts, strict=True)
        ]
        cost = (
            toll
            + _push_cost(amounts)
            + 0.5 * abs(amounts[0] - amounts[-1])
            + screen.growth_cost([p[:2] for p in moved])
            + 6.0 * sum(_depth(g, d) for g, d in zip(gaps[first : last + 1], amounts, strict=True))
            + 3.0 * max(0.0, 0.7 * _length(part) - _length(moved))
        )
        if cost < best[0] - 1e-6:
            best = (cost, moved)
    return best


def _push_cost(amounts: Sequence[float]) -> float:
    """How bad it is to push a path by so much; its ends should stay where the part sets out and arrives."""
    return sum(amounts) / len(amounts) + 0.5 * (amounts[0] + amounts[-1])


def _depth(gaps: Sequence[_Gap], at: float) -> float:
    """How far a distance is inside what is blocked."""
    return max((min(at - a, b - at) for a, b in gaps if a < at - 1e-6 and at + 1e-6 < b), default=0.0)


def _envelope(need: Sequence[float]) -> list[float]:
    """The lowest parabola over what is needed, never below 0: where the path goes, one curve."""
    n = len(need) - 1
    top = max(need)
    if top <= 0:
        return [0.0] * (n + 1)
    shares = [i / n for i in range(n + 1)]
    inner = [(r, (1 - t) ** 2, t * t, 2 * t * (1 - t)) for r, t in zip(need[1:-1], shares[1:-1], strict=True)]
    best: tuple[float, tuple[float, float, float]] = (inf, (top, top, top))
    for i, j in product((0, 2, 4, 6, 8), repeat=2):
        a, b = need[0] + (top - need[0]) * i / 6, need[-1] + (top - need[-1]) * j / 6
        c = max([(r - a * ka - b * kb) / kc for r, ka, kb, kc in inner])
        c = max(c, -sqrt(a * b))  # the curve touches 0 there
        cost = (a + b + c) / 3 + 0.25 * (a + b) + 0.1 * abs(a - b) + 0.15 * abs(2 * c - a - b)
        if cost < best[0] - 1e-9:
            best = (cost, (a, c, b))
    a, c, b = best[1]
    return [max(0.0, a * (1 - t) ** 2 + 2 * c * t * (1 - t) + b * t * t) for t in shares]


# -- lines on the screen
# ---------------------------------------------------------------------------------------------------------
def _unit(v: Point) -> Point:
    n = hypot(*v)
    return (v[0] / n, v[1] / n) if n > 1e-9 else (0.0, 0.0)


def _length(path: Sequence[Flat]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path))


def _straightness(path: Sequence[Flat]) -> float:
    """The way from end to end as a share of the way along."""
    return hypot(path[-1][0] - path[0][0], path[-1][1] - path[0][1]) / (_length(path) or 1.0)


def _long_enough(path: list[Flat], screen: Screen) -> list[Flat]:
    long, least = _length(path), _SHORTEST * screen.span
    if not _SEEN * screen.span < long < least:
        return path
    x, y, _ = path[len(path) // 2]
    k = least / long
    return [(x + (p[0] - x) * k, y + (p[1] - y) * k, p[2]) for p in path]


def _within(path: list[Flat], screen: Screen) -> list[Flat]:
    """The path inside a picture of given size: moved, and made smaller where it is too large."""
    if screen.safe == (inf, inf):
        return path
    k = 1.0
    middle, shift = [0.0, 0.0], [0.0, 0.0]
    for axis, limit in enumerate(screen.safe):
        low, high = min(p[axis] for p in path), max(p[axis] for p in path)
        if high > low:
            k = min(k, 2 * limit / (high - low))
        middle[axis] = (low + high) / 2
    for axis, limit in enumerate(screen.safe):
        half = k * max(abs(p[axis] - middle[axis]) for p in path)
        if limit < inf:
            shift[axis] = min(max(middle[axis], half - limit), limit - half) - middle[axis]
    mx, my = middle
    return [(mx + (x - mx) * k + shift[0], my + (y - my) * k + shift[1], z) for x, y, z in path]


def _even(path: Sequence[Flat], n: int) -> list[Flat]:
    """The path at n even steps along it."""
    reach = [0.0]
    for a, b in pairwise(path):
        reach.append(reach[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    total = reach[-1]
    out: list[Flat] = []
    j = 0
    for i in range(n):
        want = total * i / (n - 1)
        while j < len(reach) - 2 and reach[j + 1] < want:
            j += 1
        out.append(
            mix(path[j], path[j + 1], min(1.0, (want - reach[j]) / ((reach[j + 1] - reach[j]) or 1.0)))
        )
    return out


def _even2(line: Sequence[Point], n: int) -> list[Point]:
    """What goes with the points of a path, at n even steps."""
    if len(line) == 1:
        return [line[0]] * n
    out = []
    for i in range(n):
        at = (len(line) - 1) * i / (n - 1)
        j = min(int(at), len(line) - 2)
        t = at - j
        a, b = line[j], line[j + 1]
        out.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
    return out


def _normals(path: Sequence[Flat]) -> list[Point]:
    """The way across the path at each of its points, evened out so that none cross."""
    last = len(path) - 1
    ways = []
    for i in range(last + 1):
        a, b = path[max(i - 2, 0)], path[min(i + 2, last)]
        ways.append(_unit((-(b[1] - a[1]), b[0] - a[0])))
    for _ in range(2):
        ways = [
            _unit(tuple(sum(w[k] for w in ways[max(i - 1, 0) : i + 2]) for k in (0, 1)))  # type: ignore[arg-type]
            for i in range(last + 1)
        ]
    return ways


def _smooth(path: Sequence[Flat], n: int) -> list[Flat]:
    """One even spline through nine of the path's points."""
    knots = _even(path, 9)
    knots = [mad(scale(knots[0], 2), knots[1], -1), *knots, mad(scale(knots[-1], 2), knots[-2], -1)]
    out: list[Flat] = []
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        for k in range(8):
            out.append(_catmull(a, b, c, d, k / 8))
    out.append(knots[-2])
    return _even(out, n)


def _catmull(a: Flat, b: Flat, c: Flat, d: Flat, t: float) -> Flat:
    def one(p: float, q: float, r: float, s: float) -> float:
        return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))

    return (one(a[0], b[0], c[0], d[0]), one(a[1], b[1], c[1], d[1]), one(a[2], b[2], c[2], d[2]))
