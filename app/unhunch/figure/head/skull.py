"""The head's own space: skull, jaw and chin, and where they lie on the screen.

Head space: origin at the top of the neck, y up, z out of the face, in cm before scaling by `SIZE`.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from math import cos, hypot, pi, sin, sqrt
from typing import TypeVar, cast

from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bearing import LOWER_CM, SIZE, bearing
from unhunch.figure.ink.shapes import Outline, Point, add_smooth, ribbon
from unhunch.figure.kept import kept
from unhunch.figure.people import PLAIN, Face
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    add,
    dot,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    to_local,
    unit,
)

T = TypeVar("T")

SKULL: tuple[Vec, Vec] = ((0.0, 9.0, 0.1), (7.3, 8.6, 8.9))
BRAINCASE: tuple[Vec, Vec] = ((0.0, 9.9, 0.1), (7.3, 7.6, 8.75))
"""What of the skull the face is a part of: it ends at the ears, so that the jaw rises to them."""
JAW: tuple[Vec, Vec] = ((0.0, 5.9, 2.6), (6.1, 4.9, 5.6))
CHIN: tuple[Vec, Vec] = ((0.0, 2.1, 5.2), (3.3, 2.85, 3.1))
FACE = (BRAINCASE, JAW, CHIN)
OUTLINE: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, 11.0, 0.1), (7.3, 6.5, 8.75)), ((0.0, 8.3, 2.0), (7.05, 2.6, 4.0)),
    ((0.0, 5.5, 3.4), (6.15, 4.7, 4.7)), ((0.0, 2.1, 5.2), (3.7, 2.85, 3.1)),
)  # fmt: skip
"""What the face's outline goes round: its skull ends higher, over the cheekbones, or a straight line from the
nape to the chin would cut off the jaw's angle.
"""
FOREHEAD: tuple[Vec, Vec] = ((0.0, 10.4, 3.2), (7.1, 5.0, 5.4))
"""The front of the skull, from the ears on: from there the jaw goes down, behind it the neck."""
BOWED_OUTLINE: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, 8.2, 2.6), (6.9, 2.4, 4.5)), ((0.0, 5.0, 4.8), (6.1, 3.6, 3.9)),
    ((0.0, 1.9, 6.1), (4.3, 2.85, 3.1)),
)  # fmt: skip
"""Cheekbones, jaw and chin of a face that is bowed to the viewer, who sees the front of its cheeks: without
them it would taper straight from the skull to the chin.
"""
JOWLS: tuple[tuple[Vec, Vec], ...] = tuple(((2.3 * sx, 2.6, 4.4), (2.8, 2.7, 2.9)) for sx in (1.0, -1.0))
"""The softer jaw of an older face."""
BOTH = (1.0, -1.0)
"""The signs of x on both sides of the head."""
NAPE: tuple[Vec, Vec] = ((0.0, 6.2, -1.7), (5.6, 3.4, 4.9))
"""The back of a shaven head, down to the neck: hair fills it on all others."""
POINT = 1e-3
"""The size of what is not seen and still there: so paths have as many parts from everywhere."""
UNDER_BEARD: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, 6.2, 4.0), (6.15, 2.0, 4.4)), ((0.0, 4.0, 3.6), (5.35, 4.6, 4.4)),
)  # fmt: skip
"""Fuller cheeks and jaw, up to which a beard reaches beyond the face: between them the ground would show."""
_ARC_POINTS = 5
_LEAF_SLIM, _DOT_PX = 0.16, 1.0  # a leaf is no wider for its length; one no longer than that is not seen
# Of a head bowed to the viewer, hair would take up most of what is seen: as it bows (sine of how far from
# above it is seen, from in front) the back of the head comes nearer to the face, which keeps its place.
_BOWS, _FROM_FRONT = (0.2, 0.5), 0.5
_BOWED_DEEP, _FACE_AT = 0.84, 8.9  # share of the depth that is left; where the face is, cm
_MUCH = 0.4  # a line of which a smaller share is seen is thinner: what is left of it would be a dot
_APART_PX = 1e-3
_SEEN_PX = 0.05  # a line nowhere wider than this is none: without a width a hair of it would be left
_TURNS = 0.3  # cosine: a line on a surface turned farther from the viewer gets thinner, and so never jumps


def surface(x: float, y: float) -> tuple[Vec, Vec]:
    """The point of the face's surface at x, y, and the way the face faces there."""
    z, out = 0.0, (0.0, 0.0, 1.0)
    for (_, cy, cz), (rx, ry, rz) in FACE:
        u, v = x / rx, (y - cy) / ry
        inside = 1 - u * u - v * v
        if inside > 0 and cz + rz * sqrt(inside) > z:
            w = sqrt(inside)
            z, out = cz + rz * w, (u / rx, v / ry, w / rz)
    return (x, y, z), unit(out)


def mixed(egg: tuple[Vec, Vec], other: tuple[Vec, Vec], share: float) -> tuple[Vec, Vec]:
    """The egg a share of its way to another."""
    return mix(egg[0], other[0], share), mix(egg[1], other[1], share)


def on_face(start: Vec, way: Vec) -> Vec:
    """Where a way from a point inside the head comes out of it."""
    x, y, z = way = unit(way)
    far = 0.0
    for rx, ry, rz, px, py, pz, c in _inside(start):
        u, v, w = x / rx, y / ry, z / rz
        a, b = u * u + v * v + w * w, px * u + py * v + pz * w
        if b * b >= a * c:
            far = max(far, (sqrt(b * b - a * c) - b) / a)
    return mad(start, way, far)


@kept(None)
def _inside(start: Vec) -> list[tuple[float, ...]]:
    """Where a point lies in each of the eggs the face is made of: their radii, its place in those, and how
    far within (below 0) it is. There are few such points.
    """
    found: list[tuple[float, ...]] = []
    for centre, (rx, ry, rz) in FACE:
        x, y, z = sub(start, centre)
        p = (x / rx, y / ry, z / rz)
        found.append((rx, ry, rz, *p, dot(p, p) - 1))
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a surface: its places, the ways the surface faces there, and its width at each, in cm."""

    places: tuple[Vec, ...]
    normals: tuple[Vec, ...]
    widths: tuple[float, ...]


def face_line(points: Sequence[Point], width: float, ends: float = 0.35, raised: float = 0.0) -> Line:
    """A line through points x, y of the face, `raised` cm off it, its ends a share of its width wide."""
    n = len(points) - 1
    found = [surface(x, y) for x, y in points]
    return Line(
        tuple(add(place, scale(normal, raised)) for place, normal in found),
        tuple(normal for _, normal in found),
        tuple(width * (ends + (1 - ends) * sin(pi * i / n)) for i in range(n + 1)),
    )


def thinned(line: Line, share: float) -> Line:
    """A line of so much of its width."""
    if share == 1:
        return line
    return Line(line.places, line.normals, tuple(w * share for w in line.widths))


def arc_of(egg: Egg, middle_rad: float, sweep_rad: float, share: float) -> Outline:
    """Points along an egg's outline, made smaller by a share, round the angle `middle_rad`."""
    x, y, a, b, c, _ = egg
    out = []
    for i in range(_ARC_POINTS):
        turn = middle_rad + (i / (_ARC_POINTS - 1) - 0.5) * sweep_rad
        u, v = cos(turn), sin(turn)
        p, q = a * u + b * v, b * u + c * v
        w = sqrt(max(1e-9, p * u + q * v)) / share
        out.append((x + p / w, y + q / w))
    return out


def add_leaf(path: QPainterPath, points: Sequence[Point], width: float) -> None:
    """Add a curve through three points, pointed at both ends and as wide as told between them."""
    a, middle, b = points
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    cx, cy = 2 * middle[0] - (a[0] + b[0]) / 2, 2 * middle[1] - (a[1] + b[1]) / 2
    width = min(width, _LEAF_SLIM * max(0.0, length - _DOT_PX))  # of one that is hardly seen no dot is left
    u, v = (dy / length * width, -dx / length * width) if width else (0.0, 0.0)
    path.moveTo(*a)
    path.quadTo(cx + u, cy + v, *b)
    path.quadTo(cx - u, cy - v, *a)


def turn_of(body: Body) -> float:
    """How far the face is turned to the trunk's left (below 0: right), as a sine."""
    return dot(body.frames["head"][2], body.spine[5][1][0])


def leant_of(body: Body) -> float:
    """How far the head is leant to a side of the trunk, as a sine."""
    return abs(dot(body.frames["head"][0], body.spine[5][1][1]))


def nod_of(body: Body) -> float:
    """How far the face looks down the trunk (below 0: up), as a sine."""
    return -dot(body.frames["head"][2], body.spine[5][1][1])


class HeadSpace:
    """Places of one head on the screen. `view` is the way to the viewer, in head space. `turn` is how far the
    face is turned to the trunk's left (below 0: right), `leant` how far the head is leant to a side of it,
    `nod` how far it looks down it, all as sines; `bowed` is how far it is bowed to the viewer, 0 to 1. The
    frame's depth is less than one for a bowed head.
    """

    __slots__ = (
        "_across", "_down", "_inverse", "_known", "_middle", "_per_depth", "_towards", "bowed", "camera",
        "face", "frame", "hangs", "leant", "nod", "origin", "turn", "view",
    )  # fmt: skip

    def __init__(self, camera: Camera, body: Body, looks: Face = PLAIN) -> None:
        joint, (right, up, face), self.hangs = bearing(camera, body)
        x, y, z = to_local((right, up, face), camera.towards)
        self.bowed = smoothstep((y - _BOWS[0]) / _BOWS[1]) * smoothstep(z / _FROM_FRONT)
        deep = 1 - (1 - _BOWED_DEEP) * self.bowed
        wide = looks.broad
        self.camera, self.face, self.frame = camera, looks, (scale(right, wide), up, scale(face, deep))
        self.origin = mad(mad(joint, face, (1 - deep) * _FACE_AT * SIZE), up, -LOWER_CM)
        self.view, self._towards = (x / wide, y, z / deep), (x * wide, y, z * deep)
        self.turn, self.leant, self.nod = turn_of(body), leant_of(body), nod_of(body)
        # One over the scale falls evenly with depth: so a point needs three products and a division.
        x, y, _, s = camera.project(self.origin)
        nearer = camera.project(add(self.origin, camera.towards))[3]
        self._inverse, self._per_depth = 1 / s, (1 / s - 1 / nearer) * SIZE
        across, down = to_local(self.frame, camera.right), to_local(self.frame, camera.up)
        self._across = (*scale(across, SIZE), (x - camera.width / 2) / s)
        self._down = (*scale(down, -SIZE), (y - camera.height / 2) / s)
        self._middle = (camera.width / 2, camera.height / 2)
        self._known: dict[Hashable, object] = {}

    def known(self, what: Hashable, find: Callable[[], T]) -> T:
        """What is asked about this head often, worked out once."""
        if what not in self._known:
            self._known[what] = find()
        return cast(T, self._known[what])

    def at(self, v: Vec) -> Vec:
        """The point in the world."""
        return point(self.origin, self.frame, (v[0] * SIZE, v[1] * SIZE, v[2] * SIZE))

    def xy(self, v: Vec) -> Point:
        """The point on the screen."""
        return self.xys((v,))[0]

    def xys(self, places: Iterable[Vec]) -> list[Point]:
        """The points on the screen: for many at once quicker than `xy`."""
        (ta, tb, tc), (r, s, q, x), (k, m, n, y) = self._towards, self._across, self._down
        inverse, depth, (left, top) = self._inverse, self._per_depth, self._middle
        return [
            (
                left + (a * r + b * s + c * q + x) / w,
                top + (a * k + b * m + c * n + y) / w,
            )
            for a, b, c in places
            for w in (inverse - depth * (a * ta + b * tb + c * tc),)
        ]

    def egg(self, centre: Vec, radii: Vec, frame: Frame | None = None) -> Egg:
        """An ellipsoid, along the head's own axes unless a frame is given."""
        a, b, c = radii
        return self.camera.egg(self.at(centre), frame or self.frame, a * SIZE, b * SIZE, c * SIZE)

    def beyond(self, sx: float) -> float:
        """How far the side of the face where x has that sign is turned away from the viewer: the sine of the
        turn alone, however far from above or below the face is seen.
        """
        x, _, z = self.view
        return max(0.0, -sx * x / (hypot(x, z) + 1e-6))

    @property
    def px_per_cm(self) -> float:
        """Pixels a centimetre."""
        return self.camera.px_per_cm

    def stroke(self, line: Line) -> Outline | None:
        """The outline of what is seen of a line, always of as many points; towards the horizon of its surface
        it gets thinner.
        """
        facing, places, widths = self._facing(line), line.places, line.widths
        found = _seen(facing)
        if not found:
            return None
        start, end = found
        last = len(places) - 1
        if end - start == last:  # most lines are seen whole
            k = self.px_per_cm
            wide = [w * k * min(1.0, f / _TURNS) for w, f in zip(widths, facing, strict=True)]
            return ribbon(self.xys(places), wide) if max(wide) > _SEEN_PX else None
        k = self.px_per_cm * min(1.0, (end - start) / last / _MUCH)
        shares = [start + (end - start) * i / last for i in range(last + 1)]
        wide = [_mean(widths, t) * k * max(0.0, min(1.0, _mean(facing, t) / _TURNS)) for t in shares]
        return ribbon(self.xys([_between(places, t) for t in shares]), wide) if max(wide) > _SEEN_PX else None

    def add_stroke(self, path: QPainterPath, line: Line) -> None:
        """Add what is seen of a line to a path."""
        outline = self.stroke(line)
        if outline:
            add_smooth(path, outline)

    def add_kept_stroke(self, path: QPainterPath, line: Line) -> None:
        """Add what is seen of a line; if nothing is, a point where it will come into view. So the path has as
        many parts from everywhere.
        """
        outline = self.stroke(line)
        if not outline:
            facing = self._facing(line)
            outline = dots(self.xy(line.places[facing.index(max(facing))]), 2 * len(line.places))
        add_smooth(path, outline)

    def add_lock(self, path: QPainterPath, line: Line) -> None:
        """Add what is seen of a lock to a path: pointed at both ends, and of one width. One that is not seen
        is a point where it will come into view: the path has as many parts from everywhere.
        """
        facing, places = self._facing(line), line.places
        if min(facing) > 0:
            half = len(places) // 2
            seen, turned = (places[0], places[half], places[-1]), facing[half]
        elif found := _seen(facing):
            middle = (found[0] + found[1]) / 2
            seen = (_between(places, found[0]), _between(places, middle), _between(places, found[1]))
            turned = _mean(facing, middle)
        else:
            add_leaf(path, dots(self.xy(places[facing.index(max(facing))]), 3), 0.0)
            return
        width = line.widths[0] * self.px_per_cm * max(0.0, min(1.0, turned / _TURNS))
        add_leaf(path, self.xys(seen), width)

    def _facing(self, line: Line) -> list[float]:
        a, b, c = self.view
        return [x * a + y * b + z * c for x, y, z in line.normals]


def told_once(find: Callable[[HeadSpace], T]) -> Callable[[HeadSpace], T]:
    """A question about a head which many ask: it is worked out once for each head."""

    @wraps(find)
    def told(space: HeadSpace) -> T:
        return space.known(find, partial(find, space))

    return told


def dots(place: Point, n: int) -> Outline:
    """So many points in a place, a hair's breadth apart: a path leaves out what is in it twice running."""
    x, y = place
    return [(x + _APART_PX * i, y) for i in range(n)]


def _seen(facing: Sequence[float]) -> tuple[float, float] | None:
    """Where the longest part of a line that faces the viewer begins and ends, counted in its places."""
    best: tuple[float, float] | None = None
    begin: float | None = 0.0 if facing[0] > 0 else None
    last = len(facing) - 1
    for i in range(1, last + 1):
        p, q = facing[i - 1], facing[i]
        end: float | None = None
        if q > 0 and begin is None:
            begin = i - 1 + p / (p - q)
        if q <= 0 and begin is not None:
            end = i - 1 + p / (p - q)
        elif i == last and begin is not None:
            end = float(last)
        if end is not None and begin is not None:
            if best is None or end - begin > best[1] - best[0]:
                best = (begin, end)
            begin = None
    return best


def _mean(values: Sequence[float], t: float) -> float:
    i = min(int(t), len(values) - 2)
    return values[i] + (values[i + 1] - values[i]) * (t - i)


def _between(places: Sequence[Vec], t: float) -> Vec:
    """The place a share of the way between two neighbours."""
    i = min(int(t), len(places) - 2)
    return mix(places[i], places[i + 1], t - i)
