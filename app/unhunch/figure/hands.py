"""Hands.

A hand has its own space: `t` towards the thumb, `y` along the fingers, `z` out of the palm, from the wrist,
in cm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt

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
from unhunch.figure.vectors import Vec, mix, point, scale, smoothstep

FINE_DETAIL = 2.2
"""Device pixels a centimetre from which on fingers and toes are told apart by lines."""
_FULL_DETAIL = 7.0
"""Device pixels a centimetre from which on these lines are as dark as they get: in a small hand, where they
are close together, they would look like scratches."""
_FAINTEST = 0.58  # a line's darkness where lines begin, as a share of its full darkness
_CROWDED = (0.45, 1.05)  # a line fades where two digits lie as little beside each other as this (radii)
_LONG = (0.5, 1.2)  # and where a digit points at the viewer, from so short to so much longer (radii)
_LINE, _THUMB_LINE = 0.26, 0.18  # a line's width as a share of a finger's radius, and of the thumb's
_DIAGONAL = sqrt(0.5)
_ROUND_TIP = ((1.0, 0.0), (_DIAGONAL, _DIAGONAL), (0.0, 1.0), (-_DIAGONAL, _DIAGONAL), (-1.0, 0.0))
"""Points round the end of a digit: aside and ahead, in radii."""
_DARK_LINE, _LIGHT_LINE = 0.45, -0.28  # a line's tone; on dark skin a darker one would not show
_SURE = 0.35  # a line fades where it comes as near to the edge of what it lies on, in radii


@dataclass(frozen=True, slots=True)
class _Finger:
    """A finger: its knuckle's place across and along the palm, the lengths of its three bones, how thick it
    is, and how much more than the middle finger it bends (a share) while the hand hangs loose.
    """

    across: float
    knuckle: float
    bones: tuple[float, float, float]
    thick: float
    loose: float


_FINGERS = (
    _Finger(2.65, 8.2, (3.15, 2.1, 1.6), 1.0, -0.3),
    _Finger(0.9, 8.6, (3.55, 2.35, 1.7), 1.03, 0.0),
    _Finger(-0.85, 8.3, (3.25, 2.15, 1.65), 1.0, 0.27),
    _Finger(-2.45, 7.6, (2.4, 1.6, 1.4), 0.9, 0.5),
)
_FINGER_RADII = (1.16, 1.18, 1.14, 1.02)
_WEB = 0.45  # so far along its first bone a finger hangs on to the next one

_Spot = tuple[float, float, float, float]
"""A ball of a hand: towards the thumb, to the fingertips, out of the palm, radius."""

_PALM: tuple[_Spot, ...] = (
    (1.5, 3.9, 0.1, 1.75),
    (-1.75, 4.1, 0.1, 1.7),
    (2.6, 8.0, 0.0, 1.2),
    (0.6, 8.7, 0.0, 1.3),
    (-2.35, 7.4, 0.0, 1.1),
    (1.8, 4.7, 0.9, 1.65),
    (-1.85, 4.6, 0.7, 1.65),
)
"""Its corners, and the balls of thumb and little finger, which make it thick when it is seen edge-on."""
_HEEL: _Spot = (0.0, 1.6, 0.6, 1.75)
# The hand runs out so far up the forearm (a share of it), which is so much wider there than at its end: palm
# and forearm have one outline, without a waist at the wrist.
_INTO_FOREARM, _FOREARM_WIDER = 0.14, 1.04
_BASE: tuple[_Spot, ...] = ((1.5, 2.9, 0.1, 1.45), (-1.5, 2.9, 0.1, 1.45))
_THUMB_WEB: _Spot = (2.9, 7.3, 0.0, 1.0)  # where the skin between thumb and index finger ends
_THUMB_SIDE: _Spot = (2.55, 6.0, 0.0, 1.2)  # the side of the palm that the thumb lies along
# The palm is paler than the back of the hand: how pale each of three layers is (each ends before the next, so
# that the wrist has no rim), from which turn to the viewer on, and over which it grows (cosines).
_PALE, _PALE_SEEN, _PALE_GROWS = (0.018, 0.028, 0.04), 0.05, 0.5
_CREASE = ((2.6, 6.9, 0.0), (1.5, 6.3, 0.55), (0.75, 5.0, 0.7), (0.45, 3.6, 0.5), (0.5, 2.4, 0.0))
"""The line round the ball of the thumb: towards the thumb, along the hand, width (shares of a line's)."""
_CREASE_OUT = 1.6


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape of the hand at one `curl`: how far each joint of a finger bends (degrees), how far the fingers
    spread, how much their bends differ, and the thumb's four balls.
    """

    curl: float
    bends: tuple[float, float, float]
    spread: float
    uneven: float
    thumb: tuple[_Spot, ...]


# Pressed on something, the fingers spread; lying flat; hanging loose; cupped over a knee or a shin, the thumb
# beside the fingers; round a wrist, the thumb laid over it; a fist. But for the pressed hand the thumb never
# stands off so far that a hole shows between it and the fingers.
_SHAPES = (
    _Shape(
        0.0, (1, 3, 2), 0.19, 0.3,
        ((1.3, 2.9, 0.5, 1.75), (3.8, 4.8, 0.8, 1.45), (5.5, 6.5, 1.0, 1.2), (6.9, 7.9, 1.1, 1.02)),
    ),
    _Shape(
        0.12, (4, 7, 5), 0.08, 0.5,
        ((1.2, 3.0, 0.5, 1.75), (3.5, 5.0, 0.7, 1.45), (4.6, 7.1, 0.8, 1.15), (5.4, 8.8, 0.8, 1.0)),
    ),
    _Shape(
        0.28, (11, 16, 11), 0.05, 0.8,
        ((1.2, 3.0, 0.6, 1.75), (3.2, 5.2, 0.9, 1.4), (4.0, 7.6, 0.9, 1.12), (4.2, 9.6, 1.2, 0.98)),
    ),
    _Shape(
        0.45, (33, 32, 22), 0.07, 0.5,
        ((1.2, 3.0, 0.7, 1.75), (3.3, 5.0, 1.2, 1.45), (4.0, 7.3, 1.5, 1.2), (4.2, 9.2, 2.1, 1.0)),
    ),
    _Shape(
        0.65, (36, 40, 30), 0.0, 0.7,
        ((1.2, 2.9, 0.7, 1.75), (3.5, 4.6, 0.6, 1.45), (5.1, 6.4, 0.4, 1.2), (6.3, 8.3, 0.6, 0.98)),
    ),
    _Shape(
        1.0, (84, 96, 58), 0.0, 0.0,
        ((1.2, 2.9, 0.9, 1.75), (2.9, 4.3, 2.5, 1.45), (2.6, 6.5, 4.1, 1.2), (0.8, 7.7, 4.9, 0.95)),
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
        return point(self.origin, (self.t, self.y, self.z), (t, y, z))

    def ball(self, t: float, y: float, z: float, radius: float) -> Ball:
        return self.camera.ball(self.at(t, y, z), radius)


def _finger(hand: _HandSpace, shape: _Shape, finger: _Finger) -> list[Ball]:
    across, y, z, bend = finger.across, finger.knuckle, 0.0, 0.0
    balls = [hand.ball(across, y, z, _FINGER_RADII[0] * finger.thick)]
    spread = across * shape.spread
    more = 1 + finger.loose * shape.uneven
    for bone, by, radius in zip(finger.bones, shape.bends, _FINGER_RADII[1:], strict=True):
        bend += radians(by * more)
        y += bone * cos(bend)
        z += bone * sin(bend)
        across += spread
        balls.append(hand.ball(across, y, z, radius * finger.thick))
    return balls


def hand_part(
    camera: Camera,
    body: Body,
    side: str,
    sx: float,
    *,
    forearm_end: Ball,
    curl: float,
    on_dark_skin: bool = False,
) -> Part:
    """A hand; `curl` closes it from spread flat (0) over a cup and a ring round a wrist to a fist (1). On
    dark skin its lines are lighter than the skin.
    """
    hand = _HandSpace(camera, body, side, sx)
    detail = camera.detail
    shape = _shape(curl)
    fingers = [_finger(hand, shape, finger) for finger in _FINGERS]
    thumb = [hand.ball(*at) for at in shape.thumb]
    palm = [hand.ball(*at) for at in _PALM]
    heel = hand.ball(*_HEEL)
    whole = hull([forearm_end, heel, *palm], detail)
    tip = hand.at(0.2, 8.8 + 8.0 * (1 - 0.8 * curl), 1.5 + 3.0 * curl)
    wx, wy, wz, _ = camera.project(hand.origin)
    tx, ty, tz, s = camera.project(tip)
    part = Part(f"hand_{side}", f"arm_{side}", [(wx, wy, wz, 2.6 * s), (tx, ty, tz, 2.4 * s)], 7)
    part.fade = (part.axis[0], (*camera.xy(hand.at(0.0, 6.0, 0.0)), wz, 2.6 * s))
    x, y, _, z = camera.ball(mix(hand.origin, body.joints[f"elbow_{side}"], _INTO_FOREARM), 0.0)
    base = [hand.ball(*at) for at in _BASE]
    goes_on = hull([(x, y, forearm_end[2] * _FOREARM_WIDER, z), forearm_end, heel, *base], detail)
    web = hull([thumb[1], hand.ball(*_THUMB_WEB)], detail)
    long = filled(*(stalk(f) for f in fingers))
    digits = filled(web, stalk(thumb))
    digits.addPath(long)
    part.layers = [_skin(digits, whole, goes_on)]
    if camera.px_per_cm * detail > FINE_DETAIL:
        facing = camera.facing(hand.z)
        pale = smoothstep((facing - _PALE_SEEN) / _PALE_GROWS)
        if pale:
            shapes = (digits, [heel, *palm]), (digits, palm), (long, palm[2:])
            for (hang_on, balls), tone in zip(shapes, _PALE, strict=True):
                part.layers.append(_skin(hang_on, hull(balls, detail), tone=-tone * pale))
        lines = _lines(fingers, thumb, hand.ball(*_THUMB_SIDE), whole)
        _add_crease(lines, hand, facing * (1 - 1.5 * curl))
        part.trims.append(Layer("skin", lines, tone=line_tone(camera, dark=on_dark_skin)))
    return part


def _skin(digits: QPainterPath, *outlines: Outline, tone: float = 0.0) -> Layer:
    """The digits with what they hang on to."""
    path = QPainterPath(digits)
    for outline in outlines:
        add_smooth(path, outline)
    return Layer("skin", path, tone=tone)


def _add_crease(path: QPainterPath, hand: _HandSpace, faces: float) -> None:
    """The line round the ball of the thumb, in a palm that `faces` the viewer."""
    k = _LINE * hand.camera.px_per_cm * smoothstep((faces - 0.4) / 0.4)
    points = [hand.camera.xy(hand.at(t, y, _CREASE_OUT)) for t, y, _ in _CREASE]
    _add_line(path, points, [wide * k for *_, wide in _CREASE])


def line_tone(camera: Camera, *, dark: bool) -> float:
    """The tone of lines at the size of this picture, on skin that is light or `dark`."""
    grown = (camera.px_per_cm * camera.detail - FINE_DETAIL) / (_FULL_DETAIL - FINE_DETAIL)
    return (_LIGHT_LINE if dark else _DARK_LINE) * (_FAINTEST + (1 - _FAINTEST) * smoothstep(grown))


def _lines(
    fingers: Sequence[Sequence[Ball]], thumb: Sequence[Ball], side: Ball, palm: Outline
) -> QPainterPath:
    """Fine tapered lines where a finger lies beside the next one, round a thumb that lies in front, and along
    the `side` of the palm and the index finger before a thumb that lies behind.
    """
    path = QPainterPath()
    index = fingers[0]
    nearer = (thumb[1][3] + thumb[2][3] - index[0][3] - index[1][3]) / (2 * thumb[1][2])
    (x0, y0, r, _), (x1, y1, _, _) = thumb[1], thumb[-1]
    shown = smoothstep(0.5 + nearer) * smoothstep(hypot(x1 - x0, y1 - y0) / (2 * r) - 0.3)  # 0 from its tip
    free = [[_along(f[0], f[1], _WEB), *f[1:]] for f in fingers]
    for one, other in pairwise(free):
        add_edge(path, one, other, 1.0, thumb if shown > 0 else ())
    _add_thumb(path, thumb, palm, fingers, shown)
    add_edge(path, [side, index[0], free[0][0]], thumb[1:], smoothstep(-0.5 - nearer))
    return path


def _along(a: Ball, b: Ball, t: float) -> Ball:
    """A ball between two."""
    (x0, y0, r0, z0), (x1, y1, r1, z1) = a, b
    return (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, r0 + (r1 - r0) * t, z0 + (z1 - z0) * t)


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


def _lies_on(p: Point, digit: Sequence[Ball]) -> float:
    """How surely a point lies on a digit: 1 well inside its outline, 0 outside."""
    x, y = p
    nearest = 1e12
    ax, ay, _, _ = digit[0]
    for bx, by, _, _ in digit[1:]:
        dx, dy, px, py = bx - ax, by - ay, x - ax, y - ay
        t = (px * dx + py * dy) / (dx * dx + dy * dy + 1e-9)
        t = 0.0 if t < 0 else min(t, 1.0)
        px -= dx * t
        py -= dy * t
        nearest = min(nearest, px * px + py * py)
        ax, ay = bx, by
    r = digit[1][2]
    return min(1.0, max(0.0, (r - sqrt(nearest)) / (_SURE * r)))


def add_edge(
    path: QPainterPath,
    one: Sequence[Ball],
    other: Sequence[Ball],
    shown: float = 1.0,
    over: Sequence[Ball] = (),
) -> None:
    """The edge of the nearer of two neighbours, as far as it lies on the other; midway between the edges of
    two that are equally near. It fades where one hides the other, where both point at the viewer, and below
    a digit that lies `over` both.
    """
    points, widths = [], []
    nearer = sum(b[3] for b in one) - sum(b[3] for b in other)
    share = min(1.0, max(0.0, 0.5 + 0.5 * nearer / (len(one) * one[0][2])))
    (close, clear), (begins, more) = _CROWDED, _LONG
    for a, b, (u, v, long) in zip(one, other, _normals(one), strict=True):
        beside = (b[0] - a[0]) * u + (b[1] - a[1]) * v
        turn = 1.0 if beside >= 0 else -1.0
        edge, back = (a[2] * share - b[2] * (1 - share)) * turn, 1 - share
        at = (a[0] * share + b[0] * back + u * edge, a[1] * share + b[1] * back + v * edge)
        points.append(at)
        on = _lies_on(at, other) * share if share else 0.0
        if back:
            on += _lies_on(at, one) * back
        if over:
            on *= 1 - _lies_on(at, over)
        apart = smoothstep((2 * abs(beside) / (a[2] + b[2]) - close) / (clear - close))
        widths.append(_LINE * one[0][2] * shown * on * apart * smoothstep((long - begins) / more))
    _add_line(path, points, widths)


def _beside(ball: Ball, u: float, v: float, aside: float, ahead: float) -> Point:
    """A point so far (radii) beside and ahead of a digit's end; u, v is the direction across the digit."""
    x, y, r, _ = ball
    return (x + (u * aside + v * ahead) * r, y + (v * aside - u * ahead) * r)


def add_tip(path: QPainterPath, digit: Sequence[Ball], other: Sequence[Ball], shown: float) -> None:
    """The round end of a digit, as far as it lies on another one."""
    (u, v, _), r = _normals(digit)[-1], digit[-1][2]
    points = [_beside(digit[-1], u, v, *at) for at in _ROUND_TIP]
    _add_line(path, points, [_LINE * r * shown * _lies_on(p, other) for p in points])


def _add_thumb(
    path: QPainterPath,
    thumb: Sequence[Ball],
    palm: Outline,
    fingers: Sequence[Sequence[Ball]],
    shown: float,
) -> None:
    """The edge of a thumb that is in front, round its tip and back, as far as it lies on palm or fingers. It
    fades towards the ball of the thumb on both sides.
    """
    spots = [_along(thumb[1], thumb[2], 0.5), *thumb[2:]]
    sides = list(zip(spots, _normals([thumb[1], *thumb[2:]]), strict=True))
    tip, (u, v, _) = sides[-1]
    r = tip[2]
    there = [(x + a * r, y + b * r) for (x, y, r, _), (a, b, _) in sides]
    back = [(x - a * r, y - b * r) for (x, y, r, _), (a, b, _) in sides]
    points = [*there, *(_beside(tip, u, v, *at) for at in _ROUND_TIP[1:-1]), *back[::-1]]
    widths = []
    for i, p in enumerate(points):
        on = min(1.0, max(0.0, _depth_in(palm, p) / (_SURE * r)))
        grown = min(1.0, 0.5 * min(i, len(points) - 1 - i))
        if grown and on < 1:
            on = max(on, _lies_on(p, fingers[0]), _lies_on(p, fingers[1]))
        widths.append(_THUMB_LINE * thumb[1][2] * shown * on * grown)
    _add_line(path, points, widths)


def _depth_in(outline: Outline, p: Point) -> float:
    """How far inside a convex outline a point lies; below 0 outside."""
    x, y = p
    ax, ay = outline[-1]
    depth = 1e9
    for bx, by in outline:
        dx, dy = bx - ax, by - ay
        depth = min(depth, (dx * (y - ay) - dy * (x - ax)) / (hypot(dx, dy) or 1e-6))
        ax, ay = bx, by
    return depth


def _add_line(path: QPainterPath, points: Sequence[Point], widths: Sequence[float]) -> None:
    """A line that is pointed at its ends. One of no width is there as well: every line has its twin in the
    next drawing.
    """
    add_smooth(path, ribbon(points, [widths[0] * 0.3, *widths[1:-1], widths[-1] * 0.6]))
