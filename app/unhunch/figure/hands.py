"""Hands.

A hand has its own space: `t` towards the thumb, `y` along the fingers, `z` out of the palm, from the wrist,
in cm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, cos, hypot, radians, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Layer, Part
from unhunch.figure.shapes import (
    Ball,
    Outline,
    Point,
    add_smooth,
    filled,
    hull,
    ribbon,
    stalk,
)
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import Vec, scale, smoothstep

FINE_DETAIL = 2.2
"""Device pixels a centimetre from which on fingers and toes are told apart by lines."""
_FULL_DETAIL = 7.0
"""Device pixels a centimetre from which on these lines are as dark as they get: in a small hand, where they
are close together, they would look like scratches."""
_FAINTEST = 0.58  # a line's darkness where lines begin, as a share of its full darkness
_CROWDED = (0.3, 1.0)  # a line fades where the middles of two digits are as near as this (radii)
_LONG = (0.5, 1.2)  # and where a digit points at the viewer, from so short to so much longer (radii)
_LINE = 0.26  # a line's width as a share of a finger's radius
_KNUCKLE_RUNS, _KNUCKLE_LIGHT = (-0.25, 0.0, 0.3, 0.8), 0.1  # along the first bone; how light
_FIST = 0.9  # from here on the fingers hide the palm
_SURE = 0.35  # a line fades where it comes as near to the edge of what it lies on, in radii


@dataclass(frozen=True, slots=True)
class _Finger:
    """A finger: its knuckle's place across and along the palm, the lengths of its three bones, and how much
    more than the middle finger it bends (a share) while the hand hangs loose.
    """

    across: float
    knuckle: float
    bones: tuple[float, float, float]
    loose: float


_FINGERS = (
    _Finger(2.75, 8.3, (3.9, 2.4, 1.9), -0.24),
    _Finger(0.95, 8.8, (4.3, 2.7, 2.0), 0.0),
    _Finger(-0.85, 8.5, (4.0, 2.5, 1.9), 0.16),
    _Finger(-2.6, 7.7, (3.1, 2.0, 1.7), 0.3),
)
_FINGER_RADII = (1.16, 1.12, 1.05, 0.88)


_PADS = ((2.0, 4.4, 0.9, 1.65), (-1.9, 4.2, 0.7, 1.65))
"""The balls of thumb and little finger, which make the palm thick when it is seen edge-on: towards the thumb,
along the hand, out of the palm, radius.
"""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape of the hand at one `curl`: how far each joint of a finger bends (degrees), how far the fingers
    spread, how much their bends differ, and the thumb's four balls (towards the thumb, along the hand, out of
    the palm, radius).
    """

    curl: float
    bends: tuple[float, float, float]
    spread: float
    uneven: float
    thumb: tuple[tuple[float, float, float, float], ...]


# Pressed on something, the fingers spread; lying flat; hanging loose; cupped over a knee or a shin, the thumb
# beside the fingers; round a wrist, the thumb laid over it; a fist. But for the pressed hand the thumb never
# stands off so far that a hole shows between it and the fingers.
_SHAPES = (
    _Shape(
        0.0, (1, 3, 2), 0.25, 0.3,
        ((1.4, 2.3, 0.5, 1.8), (4.2, 4.2, 0.7, 1.5), (6.0, 6.2, 0.6, 1.2), (7.2, 8.1, 0.5, 0.95)),
    ),
    _Shape(
        0.12, (4, 7, 5), 0.07, 0.5,
        ((1.2, 2.5, 0.5, 1.8), (3.6, 4.7, 0.8, 1.5), (4.7, 7.2, 0.9, 1.2), (5.1, 9.5, 0.9, 0.9)),
    ),
    _Shape(
        0.28, (16, 20, 12), 0.03, 0.8,
        ((1.2, 2.5, 0.7, 1.8), (3.2, 4.8, 1.4, 1.5), (3.9, 7.4, 1.8, 1.2), (3.8, 9.7, 2.3, 0.9)),
    ),
    _Shape(
        0.45, (40, 36, 22), 0.085, 0.6,
        ((1.2, 2.5, 0.7, 1.8), (3.3, 4.8, 1.2, 1.5), (4.0, 7.4, 1.5, 1.25), (4.1, 9.8, 2.1, 1.0)),
    ),
    _Shape(
        0.65, (58, 66, 40), 0.0, 0.1,
        ((1.2, 2.5, 0.7, 1.8), (3.5, 4.3, 0.6, 1.5), (5.1, 6.3, 0.4, 1.2), (6.3, 8.3, 0.6, 0.95)),
    ),
    _Shape(
        1.0, (84, 96, 58), 0.0, 0.0,
        ((1.2, 2.5, 0.9, 1.8), (2.9, 4.0, 2.5, 1.5), (2.6, 6.5, 4.1, 1.2), (0.8, 7.7, 4.9, 0.95)),
    ),
)  # fmt: skip


def _shape(curl: float) -> _Shape:
    """The hand's shape between the two known ones next to the curl."""
    curl = min(1.0, max(0.0, curl))
    a, b = next((a, b) for a, b in pairwise(_SHAPES) if curl <= b.curl)
    k = smoothstep((curl - a.curl) / (b.curl - a.curl))

    def between(p: float, q: float) -> float:
        return p + (q - p) * k

    one, two, three = map(between, a.bends, b.bends)
    thumb = tuple(
        (between(t, t1), between(y, y1), between(z, z1), between(r, r1))
        for (t, y, z, r), (t1, y1, z1, r1) in zip(a.thumb, b.thumb, strict=True)
    )
    return _Shape(curl, (one, two, three), between(a.spread, b.spread), between(a.uneven, b.uneven), thumb)


class _HandSpace:
    __slots__ = ("camera", "origin", "t", "y", "z")

    def __init__(self, camera: Camera, body: Body, side: str, sx: float) -> None:
        x, self.y, self.z = body.frames[f"wrist_{side}"]
        self.t = scale(x, -sx)
        self.origin = body.joints[f"wrist_{side}"]
        self.camera = camera

    def at(self, t: float, y: float, z: float) -> Vec:
        o, a, b, c = self.origin, self.t, self.y, self.z
        return (
            o[0] + a[0] * t + b[0] * y + c[0] * z,
            o[1] + a[1] * t + b[1] * y + c[1] * z,
            o[2] + a[2] * t + b[2] * y + c[2] * z,
        )

    def ball(self, t: float, y: float, z: float, radius: float) -> Ball:
        return self.camera.ball(self.at(t, y, z), radius)


def _finger(hand: _HandSpace, shape: _Shape, finger: _Finger) -> list[Ball]:
    across, y, z, bend = finger.across, finger.knuckle, 0.0, 0.0
    balls = [hand.ball(across, y, z, _FINGER_RADII[0])]
    spread = across * shape.spread
    more = 1 + finger.loose * shape.uneven
    for bone, by, radius in zip(finger.bones, shape.bends, _FINGER_RADII[1:], strict=True):
        bend += radians(by * more)
        y += bone * cos(bend)
        z += bone * sin(bend)
        across += spread
        balls.append(hand.ball(across, y, z, radius))
    return balls


def hand_part(camera: Camera, body: Body, side: str, sx: float, *, forearm_end: Ball, curl: float) -> Part:
    """A hand; `curl` closes it from spread flat (0) over a cup and a ring round a wrist to a fist (1)."""
    hand = _HandSpace(camera, body, side, sx)
    detail = camera.detail
    shape = _shape(curl)
    fingers = [_finger(hand, shape, finger) for finger in _FINGERS]
    palm = [
        forearm_end,
        hand.ball(1.7, 3.3, 0.1, 1.75),
        hand.ball(-1.8, 3.1, 0.1, 1.7),
        hand.ball(2.7, 8.0, 0.0, 1.35),
        hand.ball(0.6, 8.8, 0.0, 1.35),
        hand.ball(-2.55, 7.3, 0.0, 1.3),
        *(hand.ball(*pad) for pad in _PADS),
    ]
    thumb = [hand.ball(*at) for at in shape.thumb]
    whole = hull(palm, detail)
    tip = hand.at(0.2, 8.8 + 8.0 * (1 - 0.8 * curl), 1.5 + 3.0 * curl)
    wx, wy, wz, _ = camera.project(hand.origin)
    tx, ty, tz, s = camera.project(tip)
    part = Part(f"hand_{side}", f"arm_{side}", [(wx, wy, wz, 2.6 * s), (tx, ty, tz, 2.4 * s)], 7)
    part.fade = (part.axis[0], (*camera.xy(hand.at(0.0, 6.0, 0.0)), wz, 2.6 * s))
    part.layers = [Layer("skin", filled(whole, *(stalk(f) for f in fingers), stalk(thumb)))]
    if camera.px_per_cm * detail > FINE_DETAIL:
        facing = camera.facing(hand.z)
        if facing > 0.25 and curl < _FIST:
            part.layers.append(Layer("skin", filled(hull(palm[1:], detail)), tone=-0.1 * (1 - curl)))
        part.trims.append(Layer("skin", _lines(fingers, thumb, whole), tone=0.4 * line_darkness(camera)))
        bony = smoothstep((-facing - 0.1) / 0.4) * smoothstep((curl - _SHAPES[1].curl) / 0.2)
        if bony:
            part.trims.append(Layer("skin", _knuckles(fingers), tone=-_KNUCKLE_LIGHT * bony, casts=False))
    return part


def line_darkness(camera: Camera) -> float:
    """How dark lines are at the size of this picture, as a share."""
    grown = (camera.px_per_cm * camera.detail - FINE_DETAIL) / (_FULL_DETAIL - FINE_DETAIL)
    return _FAINTEST + (1 - _FAINTEST) * smoothstep(grown)


def _knuckles(fingers: Sequence[Sequence[Ball]]) -> QPainterPath:
    """Light on the knuckles of a bent hand, running out along each finger."""
    path = QPainterPath()
    for (ax, ay, r, _), (bx, by, *_), *_ in fingers:
        along = [(ax + (bx - ax) * k, ay + (by - ay) * k) for k in _KNUCKLE_RUNS]
        _add_line(path, along, [0.0, r, 0.9 * r, 0.0])
    return path


def _lines(fingers: Sequence[Sequence[Ball]], thumb: Sequence[Ball], palm: Outline) -> QPainterPath:
    """Fine tapered lines where a digit lies in front of the next one, or the thumb in front of the palm."""
    path = QPainterPath()
    for one, other in pairwise(fingers):
        add_edge(path, one, other)
    index = fingers[0]
    nearer = (thumb[1][3] + thumb[2][3] - index[0][3] - index[1][3]) / (2 * thumb[1][2])
    (x0, y0, r, _), (x1, y1, _, _) = thumb[1], thumb[-1]
    shown = smoothstep(0.5 + nearer) * smoothstep(hypot(x1 - x0, y1 - y0) / (2 * r) - 0.3)  # 0 from its tip
    if shown > 0:
        for turn in (shown, -shown):
            _add_thumb_edge(path, thumb, palm, index, turn)
    return path


def _normals(line: Sequence[Ball]) -> list[tuple[float, float, float]]:
    """At each ball the direction across the line, and how long the line is seen there, in radii."""
    out = []
    last = len(line) - 1
    for i in range(last + 1):
        a, b = line[max(i - 1, 0)], line[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = hypot(dx, dy) or 1e-6
        out.append((-dy / n, dx / n, n / line[i][2]))
    return out


def _distance(p: Point, a: Ball, b: Ball) -> float:
    """How far a point is from the line between two balls."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy + 1e-9)
    t = min(1.0, max(0.0, t))
    return hypot(p[0] - a[0] - dx * t, p[1] - a[1] - dy * t)


def _lies_on(p: Point, digit: Sequence[Ball]) -> float:
    """How surely a point lies on a digit: 1 well inside its outline, 0 outside."""
    off = min(_distance(p, a, b) for a, b in pairwise(digit))
    r = digit[1][2]
    return min(1.0, max(0.0, (r - off) / (_SURE * r)))


def _apart(a: Ball, b: Ball) -> float:
    """1 for two digits seen side by side, 0 where one hides the other: edge-on, lines would only crowd."""
    near, far = _CROWDED
    gap = hypot(b[0] - a[0], b[1] - a[1]) / (0.5 * (a[2] + b[2]))
    return smoothstep((gap - near) / (far - near))


def add_edge(path: QPainterPath, one: Sequence[Ball], other: Sequence[Ball], shown: float = 1.0) -> None:
    """The edge of the nearer of two neighbours, as far as it lies on the other; midway between the edges of
    two that are equally near.
    """
    points, widths = [], []
    nearer = sum(b[3] for b in one) - sum(b[3] for b in other)
    share = min(1.0, max(0.0, 0.5 + 0.5 * nearer / (len(one) * one[0][2])))
    begins, more = _LONG
    for a, b, (u, v, long) in zip(one, other, _normals(one), strict=True):
        turn = 1.0 if (b[0] - a[0]) * u + (b[1] - a[1]) * v >= 0 else -1.0
        edge, back = (a[2] * share - b[2] * (1 - share)) * turn, 1 - share
        at = (a[0] * share + b[0] * back + u * edge, a[1] * share + b[1] * back + v * edge)
        points.append(at)
        on = _lies_on(at, other) * share + _lies_on(at, one) * back
        widths.append(_LINE * one[0][2] * shown * on * _apart(a, b) * smoothstep((long - begins) / more))
    _add_line(path, points, widths)


def _add_thumb_edge(
    path: QPainterPath, thumb: Sequence[Ball], palm: Outline, index: Sequence[Ball], side: float
) -> None:
    """One edge of a thumb that is in front, as far as it lies on the palm or the index finger: the edge on
    the side of `side`'s sign, as wide as its amount says.
    """
    turn = copysign(1.0, side)
    points, widths = [], []
    for (x, y, r, _), (u, v, _) in zip(thumb[1:], _normals(thumb)[1:], strict=True):
        across = r * turn
        at = (x + u * across, y + v * across)
        beyond = (at[0] + u * across * _SURE, at[1] + v * across * _SURE)
        points.append(at)
        on = 1.0 if _is_inside(palm, beyond) else _lies_on(at, index)
        widths.append(_LINE * thumb[1][2] * abs(side) * on)
    _add_line(path, points, widths)


def _is_inside(outline: Outline, p: Point) -> bool:
    """Whether a point lies in a convex outline."""
    x, y = p
    ax, ay = outline[-1]
    for bx, by in outline:
        if (bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0:
            return False
        ax, ay = bx, by
    return True


def _add_line(path: QPainterPath, points: Sequence[Point], widths: Sequence[float]) -> None:
    """A line that is pointed at its ends, if any of it shows."""
    if max(widths) > 0:
        add_smooth(path, ribbon(points, [widths[0] * 0.3, *widths[1:-1], widths[-1] * 0.6]))
