"""Hands and feet.

A hand has its own space: `t` towards the thumb, `y` along the fingers, `z` out of the palm, from the wrist,
in cm.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Layer, Part
from unhunch.figure.shapes import Ball, Point, add_polygon, add_smooth, filled, hull, ribbon, stalk
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import Vec, cross, dot, scale

_FINE_DETAIL = 3.0
"""Device pixels a centimetre from which on fingers and toes are told apart by lines."""

# Across the palm, the knuckle's place along it, and the three bones' lengths: index to little finger.
_FINGERS = (
    (2.75, 8.3, (3.9, 2.4, 1.9)),
    (0.95, 8.8, (4.3, 2.7, 2.0)),
    (-0.85, 8.5, (4.0, 2.5, 1.9)),
    (-2.6, 7.7, (3.1, 2.0, 1.7)),
)
_FINGER_RADII = (1.12, 1.08, 1.0, 0.82)
_BEND_OPEN = (7.0, 12.0, 8.0)
_BEND_CLOSED = (62.0, 78.0, 42.0)


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


def _finger(
    hand: _HandSpace, across: float, knuckle: float, bones: Sequence[float], curl: float
) -> list[Ball]:
    y, z, bend = knuckle, 0.0, 0.0
    balls = [hand.ball(across, y, z, _FINGER_RADII[0])]
    spread = across * (0.055 * (1 - curl))
    for bone, least, most, radius in zip(bones, _BEND_OPEN, _BEND_CLOSED, _FINGER_RADII[1:], strict=True):
        bend += radians(least + (most - least) * curl)
        y += bone * cos(bend)
        z += bone * sin(bend)
        across += spread
        balls.append(hand.ball(across, y, z, radius))
    return balls


def _thumb(hand: _HandSpace, curl: float) -> list[Ball]:
    places = (
        ((1.4, 1.6, 0.5, 1.9), (1.4, 1.6, 0.8, 1.9)),
        ((3.6, 4.1, 1.3, 1.5), (3.2, 4.2, 2.0, 1.5)),
        ((4.7, 6.9, 1.8, 1.2), (3.6, 6.9, 3.2, 1.2)),
        ((5.1, 9.3, 2.1, 0.9), (2.5, 8.8, 4.2, 0.95)),
    )
    out = []
    for a, b in places:
        t, y, z, r = (p + (q - p) * curl for p, q in zip(a, b, strict=True))
        out.append(hand.ball(t, y, z, r))
    return out


def _lines_between(fingers: Sequence[Sequence[Ball]], curl: float) -> QPainterPath:
    """Fine tapered lines where one finger touches the next."""
    path = QPainterPath()
    for one, other in pairwise(fingers):
        middle: list[Point] = [
            ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(one, other, strict=True)
        ]
        w = one[0][2] * 0.24
        if curl > 0.4:
            add_smooth(path, ribbon(middle[:2], (w * 0.4, w)))
        else:
            add_smooth(path, ribbon(middle[:3], (w * 0.3, w, w * 0.5)))
    return path


def hand_part(camera: Camera, body: Body, side: str, sx: float, *, forearm_end: Ball, curl: float) -> Part:
    """A hand; `curl` closes it from flat (0) to a fist (1)."""
    hand = _HandSpace(camera, body, side, sx)
    detail = camera.detail
    fingers = [_finger(hand, a, k, bones, curl) for a, k, bones in _FINGERS]
    palm = [
        forearm_end,
        hand.ball(2.1, 2.2, 0.1, 1.9),
        hand.ball(-2.0, 2.0, 0.1, 1.8),
        hand.ball(2.7, 7.9, 0.0, 1.4),
        hand.ball(-2.5, 7.2, 0.0, 1.4),
    ]
    thumb = stalk(_thumb(hand, curl))
    outlines = [hull(palm, detail), *(stalk(f) for f in fingers)]
    tip = hand.at(0.2, 8.8 + 8.0 * (1 - 0.8 * curl), 1.5 + 3.0 * curl)
    wx, wy, wz, _ = camera.project(hand.origin)
    tx, ty, tz, s = camera.project(tip)
    part = Part(f"hand_{side}", f"arm_{side}", [(wx, wy, wz, 2.6 * s), (tx, ty, tz, 2.4 * s)], 7)
    part.casts = False
    facing = camera.facing(hand.z)
    part.layers = [Layer("skin", filled(*outlines, thumb))]
    if camera.px_per_cm * detail > _FINE_DETAIL:
        if facing > 0.25:
            part.layers.append(Layer("skin", filled(hull(palm[1:], detail)), tone=-0.14))
        if abs(facing) > 0.3 or curl > 0.3:
            part.trims.append(Layer("skin", _lines_between(fingers, curl), tone=0.36))
        if facing > 0.2:
            part.trims.append(Layer("skin", _thumb_fold(hand, curl), tone=0.28))
    return part


def _thumb_fold(hand: _HandSpace, curl: float) -> QPainterPath:
    """The fold round the ball of the thumb, seen from the palm's side."""
    points = [
        hand.camera.xy(hand.at(t, y, 1.7 + curl)) for t, y in ((0.2, 1.4), (0.0, 3.4), (0.9, 5.4), (2.4, 6.5))
    ]
    w = hand.camera.px_per_cm * 0.45
    path = QPainterPath()
    add_smooth(path, ribbon(points, (w * 0.2, w, w, w * 0.2)))
    return path


# A foot's space: `l` towards the big toe's side, `t` towards the toes, `d` out of the sole, from the ankle,
# in cm. The sole is 6.5 below the ankle.
_TOES = (  # across, length, down, radius: big toe to little toe
    (2.55, 17.4, 5.0, 1.5),
    (0.75, 17.3, 5.4, 1.1),
    (-0.75, 16.5, 5.5, 1.05),
    (-2.1, 15.5, 5.6, 1.0),
    (-3.3, 14.2, 5.7, 0.95),
)


def foot_part(camera: Camera, body: Body, side: str, sx: float, shin_end: Ball) -> Part:
    """A bare foot: heel, arch, ball and toes."""
    toe, sole = body.feet[side]
    inner = cross(toe, sole)
    if dot(inner, body.frames[f"ankle_{side}"][0]) * sx > 0:
        inner = scale(inner, -1)
    a = body.joints[f"ankle_{side}"]
    detail = camera.detail

    def at(n: float, t: float, d: float) -> Vec:
        return (
            a[0] + inner[0] * n + toe[0] * t + sole[0] * d,
            a[1] + inner[1] * n + toe[1] * t + sole[1] * d,
            a[2] + inner[2] * n + toe[2] * t + sole[2] * d,
        )

    def ball(n: float, t: float, d: float, r: float) -> Ball:
        return camera.ball(at(n, t, d), r)

    ankle = camera.ball(a, 3.1)
    heel = ball(0.0, -3.6, 3.7, 2.8)
    instep = ball(0.5, 4.2, 1.6, 2.7)
    inner_ball, outer_ball = ball(2.2, 12.2, 4.3, 2.2), ball(-2.6, 10.6, 4.9, 1.6)
    outlines = [
        hull([shin_end, ankle, heel], detail),
        hull([ankle, heel, instep, ball(-1.2, 3.5, 4.9, 1.6)], detail),
        hull([instep, ball(-1.2, 3.5, 4.9, 1.6), inner_ball, outer_ball], detail),
        hull(
            [inner_ball, outer_ball, *(ball(n, t - 2.4, d - 0.3, r) for n, t, d, r in (_TOES[0], _TOES[-1]))],
            detail,
        ),
    ]
    toes = [[ball(n * 0.95, t - 3.2, d - 0.3, r), ball(n, t, d, r)] for n, t, d, r in _TOES]
    outlines += [stalk(t) for t in toes]
    x0, y0, z0, _ = camera.project(a)
    x1, y1, z1, s = camera.project(at(0.0, 12.0, 4.4))
    part = Part(f"foot_{side}", f"leg_{side}", [(x0, y0, z0, 3 * s), (x1, y1, z1, 3 * s)], 0.7)
    part.casts = False
    facing = camera.facing(sole)
    part.layers = [Layer("skin", filled(*outlines))]
    if camera.px_per_cm * detail > _FINE_DETAIL:
        if facing < -0.1:
            part.trims.append(Layer("skin", _lines_between_toes(toes), tone=0.38))
        elif facing > 0.3:
            part.layers.append(Layer("skin", filled(hull([heel, inner_ball, outer_ball], detail)), tone=-0.3))
    return part


def _lines_between_toes(toes: Sequence[Sequence[Ball]]) -> QPainterPath:
    path = QPainterPath()
    for (a0, a1), (b0, b1) in pairwise(toes):
        start, end = ((a0[0] + b0[0]) / 2, (a0[1] + b0[1]) / 2), ((a1[0] + b1[0]) / 2, (a1[1] + b1[1]) / 2)
        w = b1[2] * 0.35
        add_polygon(path, ribbon((start, end), (w * 0.3, w)))
    return path
