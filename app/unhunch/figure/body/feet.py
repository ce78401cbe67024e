"""Feet, bare.

A foot has its own space: `n` towards the big toe's side, `t` towards the toes, `d` out of the sole, from the
ankle, in cm. The sole is 6.5 below the ankle.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import acos, atan2, copysign, cos, hypot, radians, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.body.digits import FINE_DETAIL, add_edge, add_line, add_tip, line_tone
from unhunch.figure.ink.parts import Layer, Part, soft
from unhunch.figure.ink.shapes import filled, hull, mixed_rounds, ribbon, stalk
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Side
from unhunch.figure.rig.rounds import Ball, Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, cross, dot, mad, point, scale, smoothstep, sub, unit

_Spot = tuple[float, float, float, float]
"""Towards the big toe's side, to the toes, out of the sole, radius."""

_ANKLE_CM = 2.45
_ANKLE_BONES: tuple[_Spot, ...] = ((1.5, 0.2, -0.5, 1.5), (-1.5, -0.5, 0.3, 1.5))
# The shin goes over into the foot without a corner: balls so far up from its end (cm), so far to its front
# and so thick (shares of the end's radius), one for the ankle and one where the back of the foot begins. No
# higher: there are trousers.
_SHIN_ANKLE, _SHIN_FRONT = (2.2, 0.0, 0.98), (4.3, 0.36, 0.5)
# A shin that points away from the viewer (cosines) is so much of that shorter, for its hem comes down before
# it; and so is one seen from ahead or behind, over which the hem hangs in an arc.
_SHIN_AWAY_FROM, _SHIN_AWAY, _SHORTER, _SHORTER_AHEAD = 0.2, 0.3, 0.75, 0.3
_HEEL: _Spot = (0.0, -2.9, 3.75, 2.75)
_HEEL_POINTED: _Spot = (0.0, -2.4, 3.3, 2.75)
# The tendon behind: from so far up the shin (as above) down to the heel, in one hollow curve.
_SHIN_BACK = (3.8, -0.42, 0.5)
_TENDON: tuple[_Spot, ...] = ((0.0, -1.75, -1.6, 1.1), (0.0, -2.55, 0.6, 1.35), (0.0, -3.25, 2.5, 1.95))
_TENDON_POINTED: tuple[_Spot, ...] = ((0.0, -1.7, -1.2, 1.1), (0.0, -2.4, 0.6, 1.3), (0.0, -2.8, 2.2, 1.9))
_INSTEP: _Spot = (0.35, 3.9, 2.0, 2.1)
# The back of the foot is one hollow curve from the front of the shin to the big toe's ball.
_BACK: tuple[_Spot, ...] = (
    (0.1, 1.9, -0.9, 1.25),
    (0.35, 4.2, 1.5, 1.7),
    (0.5, 8.3, 3.25, 1.7),
    (1.3, 12.2, 4.2, 1.6),
)
_RIDGE: _Spot = (0.5, 8.4, 3.5, 1.9)
_INNER_ARCH: _Spot = (1.3, 4.8, 4.35, 1.7)
# Seen from ahead the arch is full: no notch between heel and ball.
_INNER_ARCH_AHEAD: _Spot = (1.9, 5.6, 3.9, 2.3)
_ARCH_AHEAD_FROM, _ARCH_AHEAD_TURNS = 0.82, 0.14  # cosines
_OUTER_ARCH: _Spot = (-2.1, 4.4, 4.5, 1.5)
_OUTER_ARCH_POINTED: _Spot = (-1.7, 4.6, 3.0, 1.5)
_INNER_BALL: _Spot = (2.5, 12.2, 4.55, 1.95)
_OUTER_BALL: _Spot = (-3.4, 10.4, 4.9, 1.6)
_TOES: tuple[_Spot, ...] = (  # big toe to little toe
    (2.75, 16.4, 4.8, 1.7),
    (0.3, 16.6, 5.3, 1.2),
    (-1.5, 16.0, 5.35, 1.12),
    (-3.1, 15.1, 5.45, 1.05),
    (-4.4, 13.9, 5.5, 1.0),
)
_TOE_LENGTHS = (3.6, 3.8, 3.7, 3.4, 3.0)
# Along a toe, from where it leaves the foot to its tip: what of its length is left, how far it draws in to
# the middle and up (cm), and how thick it is: narrower in its middle than at its round end.
_ALONG_A_TOE = (
    (1.0, 0.94, 0.15, 1.0), (0.6, 0.97, 0.3, 0.94), (0.3, 0.99, 0.28, 0.94), (0.0, 1.0, 0.0, 1.02)
)  # fmt: skip
# The big toe is seen from its root on, the others, one group, from about their middle on.
_TOE_SHOWS = (0, 1, 2, 2, 2)
# The toes between which the foot goes on, and how far along their last bones (shares): the small ones are
# one soft round front, the big one stands apart.
_WEB = ((0, 0.0), (1, 0.7), (3, 0.75), (4, 0.7))
# The soft parts that a sole stands on, lighter than the rest: heel and ball, each one group of balls.
_CUSHIONS: tuple[tuple[_Spot, ...], ...] = (
    ((0.0, -3.4, 4.7, 1.9), (0.0, -1.6, 4.8, 1.7)),
    ((2.2, 12.1, 5.1, 1.6), (-0.2, 12.3, 5.3, 1.2), (-2.8, 10.8, 5.4, 1.2)),
)
_CUSHION_LIGHT, _CUSHION_LIGHT_ON_DARK = 0.12, 0.18
_HEM_SHADE = 0.4
_TOE_PAD = 0.8  # of a toe's end, as a share of its radius
_SOLE_SEEN, _SOLE_TURNS = 0.1, 0.5  # cosines from which a sole shows what is on it, and wholly
# Below the toes, across the sole.
_TOE_CREASE = ((3.9, 13.9, 0.0), (2.4, 15.0, 0.55), (0.4, 14.6, 0.5), (-1.6, 13.6, 0.45), (-3.9, 11.9, 0.0))
_CREASE_TONE = 0.22
# How much wider than between fingers the slit beside the big toe is, and those between the smaller toes; how
# many of these there are, and along how many of a toe's last balls.
_BIG_SLIT, _FINE_SLIT, _SLITS, _SHORT_SLIT = 1.5, 0.8, 3, 2
# How many toes lie before the rest, seen from the outer side from so far on (cosines), and how much wider
# than between fingers the line round the end of each is.
_BEFORE, _BEFORE_FROM, _BEFORE_TURNS, _TIP_LINE = 2, 0.55, 0.25, 1.2
# The same slits of toes that point at the viewer (cosines from which on they show): where each is across the
# foot and how far towards the toes, and how wide (cm); and how each runs from its upper end down.
_SLITS_FROM_AHEAD = ((1.3, 17.7, 0.34), (-0.64, 17.4, 0.2), (-2.35, 16.6, 0.19), (-3.8, 15.5, 0.16))
_DOWN_A_SLIT = ((-1.9, 3.9, 0.0), (-0.6, 4.6, 0.6), (0.0, 5.4, 0.9), (-0.2, 6.2, 0.6))
_AHEAD_FROM, _AHEAD_TURNS = 0.6, 0.15
_FOOT_SHADE = 0.18
# Shade on a foot's inner side, told in cm: to the toes, down, width. And the light on its ankle bone (cm).
_ARCH_LINE = ((-1.6, 5.3, 0.0), (0.8, 5.0, 0.9), (4.2, 4.5, 1.4), (7.6, 4.9, 0.9), (10.2, 5.5, 0.0))
_ARCH_HIDES = -0.25  # cosine: seen from so far below the arch begins to hide
_BONE_CM, _BONE_LIGHT = 1.4, 0.03
_BONE_ON_DARK = 0.45  # on dark skin any light shows more
# A foot whose sole looks up lies on its instep: its toes come down on the floor (cm over it), as far as an
# ankle lets them, the less the higher the ankle is.
_TOES_LIE_CM, _LIES_AT_MOST = 0.5, radians(26)
_LIES_BELOW_CM, _LIES_FADES_CM = 7.0, 6.0


class _FootSpace:
    __slots__ = ("axes", "camera", "inner", "origin", "pointed", "shin_front", "shin_up", "sole", "toe")

    def __init__(self, camera: Camera, body: Body, side: Side, sx: float) -> None:
        self.origin = body.joints[f"ankle_{side}"]
        self.shin_up = unit(sub(body.joints[f"knee_{side}"], self.origin))
        self.shin_front = body.frames[f"ankle_{side}"][2]
        toe, sole = body.feet[side]
        turn = _lies(self.origin, toe, sole)
        self.pointed = turn / _LIES_AT_MOST
        self.toe = mad(scale(toe, cos(turn)), sole, -sin(turn))
        self.sole = mad(scale(sole, cos(turn)), toe, sin(turn))
        inner = cross(self.toe, self.sole)
        if dot(inner, body.frames[f"ankle_{side}"][0]) * sx > 0:
            inner = scale(inner, -1)
        self.inner = inner
        self.axes = (inner, self.toe, self.sole)
        self.camera = camera

    def at(self, n: float, t: float, d: float) -> Vec:
        return point(self.origin, self.axes, (n, t, d))

    def ball(self, spot: _Spot, k: float = 1.0) -> Ball:
        n, t, d, r = spot
        return self.camera.ball(self.at(n, t, d), r * k)

    def when_pointed(self, flat: _Spot, pointed: _Spot) -> _Spot:
        """A spot between where it is in a foot that stands and in one that lies on its instep."""
        return mixed_rounds(flat, pointed, self.pointed)

    def inner_arch(self) -> _Spot:
        """The arch on the inner side, full in a foot that points at the viewer."""
        ahead = smoothstep((self.camera.facing(self.toe) - _ARCH_AHEAD_FROM) / _ARCH_AHEAD_TURNS)
        return mixed_rounds(_INNER_ARCH, _INNER_ARCH_AHEAD, ahead)

    def shin(self, end: Ball, up_cm: float, ahead: float, thick: float) -> Ball:
        """A ball of the shin above its end."""
        r = end[2] / self.camera.px_per_cm
        away = smoothstep((self.camera.facing(self.shin_up) - _SHIN_AWAY_FROM) / _SHIN_AWAY)
        from_ahead = abs(self.camera.facing(self.shin_front))
        up_cm *= 1 - max(_SHORTER * away, _SHORTER_AHEAD * from_ahead)
        at = mad(mad(self.origin, self.shin_up, up_cm), self.shin_front, ahead * r)
        return self.camera.ball(at, thick * r)


def _lies(ankle: Vec, toe: Vec, sole: Vec) -> float:
    """By how much (radians) a foot that lies on its instep is turned, so that its toes touch the floor."""
    low = 1 - smoothstep((ankle[1] - _LIES_BELOW_CM) / _LIES_FADES_CM)
    up = low * smoothstep(sole[1] / 0.6)
    if not up:
        return 0.0
    _, t, d, r = _TOES[0]
    a, b = d * sole[1] + t * toe[1], d * toe[1] - t * sole[1]  # their height, were the foot turned by 0, 90
    over = (_TOES_LIE_CM + r - ankle[1]) / hypot(a, b)
    return up * min(_LIES_AT_MOST, max(0.0, atan2(b, a) + acos(max(-1.0, min(1.0, over)))))


def foot_part(
    camera: Camera,
    body: Body,
    side: Side,
    sx: float,
    shin_end: Ball,
    *,
    on_dark_skin: bool = False,
    below_hem: Egg | None = None,
) -> Part:
    """A bare foot: ankle bones, heel, arch, ball and toes. On dark skin its lines are bolder. What lies just
    below the hem of the trousers is in shade.
    """
    foot = _FootSpace(camera, body, side, sx)
    detail = camera.detail
    ankle = camera.ball(foot.origin, _ANKLE_CM)
    heel, instep, ridge, inner_arch, outer_arch, inner_ball, outer_ball = map(
        foot.ball,
        (
            foot.when_pointed(_HEEL, _HEEL_POINTED), _INSTEP, _RIDGE, foot.inner_arch(),
            foot.when_pointed(_OUTER_ARCH, _OUTER_ARCH_POINTED), _INNER_BALL, _OUTER_BALL,
        ),
    )  # fmt: skip
    tendon = [foot.ball(foot.when_pointed(*spots)) for spots in zip(_TENDON, _TENDON_POINTED, strict=True)]
    toes = [
        _toe(foot, tip, long, _ALONG_A_TOE[first:])
        for tip, long, first in zip(_TOES, _TOE_LENGTHS, _TOE_SHOWS, strict=True)
    ]
    bones = [*map(foot.ball, _ANKLE_BONES)]
    outlines = [
        hull([shin_end, foot.shin(shin_end, *_SHIN_ANKLE), ankle, *bones], detail),
        stalk([foot.shin(shin_end, *_SHIN_FRONT), *map(foot.ball, _BACK)]),
        stalk([foot.shin(shin_end, *_SHIN_BACK), *tendon, heel]),
        hull([*bones, ankle, heel, instep, inner_arch, outer_arch], detail),
        hull([instep, ridge, inner_arch, outer_arch, outer_ball], detail),
        hull([ridge, inner_arch, outer_arch, inner_ball, outer_ball], detail),
        hull([inner_ball, outer_ball, *(mixed_rounds(toes[i][-2], toes[i][-1], k) for i, k in _WEB)], detail),
        stalk(toes[0]),
        *(stalk(toe[-2:]) for toe in toes[1:]),
    ]
    x0, y0, z0, _ = camera.project(foot.origin)
    x1, y1, z1, s = camera.project(foot.at(0.0, 12.0, 4.4))
    part = Part(f"foot_{side}", f"leg_{side}", [(x0, y0, z0, 3 * s), (x1, y1, z1, 3 * s)], 0.7)
    part.fade = (part.axis[0], (*camera.xy(foot.at(0.0, 2.0, 4.0)), z0, 3 * s))
    part.layers = [Layer("skin", filled(*outlines))]
    if camera.px_per_cm * detail > FINE_DETAIL:
        if below_hem:
            part.layers.append(soft("skin", filled(hull([below_hem], detail)), _HEM_SHADE))
        part.layers += _sole(foot, _CUSHION_LIGHT_ON_DARK if on_dark_skin else _CUSHION_LIGHT)
        ahead = smoothstep((camera.facing(foot.toe) - _AHEAD_FROM) / _AHEAD_TURNS)
        lines = _lines_between_toes(toes, camera.facing(foot.inner), 1 - ahead, lying=foot.pointed)
        _add_slits_from_ahead(lines, foot, ahead)
        part.trims.append(Layer("skin", lines, tone=line_tone(camera, dark=on_dark_skin)))
        part.trims += _sides(foot, on_dark_skin)
    return part


def _toe(
    foot: _FootSpace, tip: _Spot, long: float, along: Sequence[tuple[float, float, float, float]]
) -> list[Ball]:
    """A toe as far as it shows, to its tip."""
    n, t, d, r = tip
    return [
        foot.ball((n * drawn_in, t - long * left, d - up, r * thick)) for left, drawn_in, up, thick in along
    ]


def _sole(foot: _FootSpace, light: float) -> Iterator[Layer]:
    """What shows on a sole that looks at the viewer: its cushions and toes, and the crease below these."""
    camera = foot.camera
    seen = smoothstep((camera.facing(foot.sole) - _SOLE_SEEN) / _SOLE_TURNS)
    if not seen:
        return
    cushions = [hull([foot.ball(spot) for spot in cushion], camera.detail) for cushion in _CUSHIONS]
    pads = [hull([foot.ball(tip, _TOE_PAD)], camera.detail) for tip in _TOES]
    yield soft("skin", filled(*cushions, *pads), -light * seen)
    crease = [camera.xy(foot.at(n, t, 6.2)) for n, t, _ in _TOE_CREASE]
    line = ribbon(crease, [wide * camera.px_per_cm for *_, wide in _TOE_CREASE])
    yield Layer("skin", filled(line), tone=_CREASE_TONE * seen)


def _sides(foot: _FootSpace, on_dark_skin: bool) -> Iterator[Layer]:
    """What shows on the side that looks at the viewer: the ankle bone in soft light, and on the inner side
    the shade below the arch.
    """
    camera, from_inside = foot.camera, foot.camera.facing(foot.inner)
    from_below = smoothstep((camera.facing(foot.sole) - _ARCH_HIDES) / _SOLE_TURNS)
    arched = smoothstep((from_inside - 0.25) / 0.4) * (1 - from_below)
    if arched:
        k = camera.px_per_cm
        points = [camera.xy(foot.at(2.2, t, d)) for t, d, _ in _ARCH_LINE]
        line = filled(ribbon(points, [wide * k for *_, wide in _ARCH_LINE]))
        yield Layer("skin", line, tone=_FOOT_SHADE * arched, casts=False)
    n, t, d, r = _ANKLE_BONES[0 if from_inside > 0 else 1]
    aside = smoothstep((abs(from_inside) - 0.4) / 0.4)
    bright = aside * (_BONE_ON_DARK if on_dark_skin else 1.0)
    if bright:
        bone = camera.disc(foot.at(n + copysign(r, n), t, d), foot.inner, _BONE_CM)
        yield soft("skin", filled(hull([bone], camera.detail)), -_BONE_LIGHT * bright)


def _lines_between_toes(
    toes: Sequence[Sequence[Ball]], from_inside: float, shown: float, *, lying: float
) -> QPainterPath:
    """A slit that parts the big toe from the others, which are one shape, and short ones in that; seen from
    the big toe's side it hides all but its own, and from the other one, in a foot that is `lying` on its
    instep, the smallest ones lie before the rest.
    """
    path = QPainterPath()
    others = 1 - smoothstep((from_inside - 0.6) / 0.3)
    add_edge(path, toes[0][1:], toes[1], _BIG_SLIT * shown)
    for one, other in pairwise(toes[1 : _SLITS + 2]):
        add_edge(path, one[-_SHORT_SLIT:], other[-_SHORT_SLIT:], _FINE_SLIT * others * shown)
    from_outside = smoothstep((-from_inside - _BEFORE_FROM) / _BEFORE_TURNS)
    for toe in toes[-_BEFORE:]:
        add_tip(path, toe[-_SHORT_SLIT:], _TIP_LINE * from_outside * lying * shown)
    return path


def _add_slits_from_ahead(path: QPainterPath, foot: _FootSpace, shown: float) -> None:
    """The slits of toes that point at the viewer: lines down the front of the foot."""
    camera = foot.camera
    for n, t, wide in _SLITS_FROM_AHEAD:
        if shown:
            line = [camera.xy(foot.at(n, t + back, d)) for back, d, _ in _DOWN_A_SLIT]
        else:
            line = [camera.xy(foot.at(n, t, _DOWN_A_SLIT[0][1]))] * len(_DOWN_A_SLIT)
        add_line(path, line, [wide * share * shown * camera.px_per_cm for *_, share in _DOWN_A_SLIT])
