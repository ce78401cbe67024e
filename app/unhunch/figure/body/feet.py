"""Feet, bare.

A foot has its own space: `n` towards the big toe's side, `t` towards the toes, `d` out of the sole, from the
ankle, in cm. The sole is 6.5 below the ankle.
"""

from collections.abc import Iterator, Sequence
from math import acos, atan2, copysign, cos, hypot, radians, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.body.digits import FINE_DETAIL, add_line, add_tip, line_tone
from unhunch.figure.ink.parts import Layer, Part, soft
from unhunch.figure.ink.shapes import Outline, filled, hull, mixed_rounds, ribbon, stalk
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Side
from unhunch.figure.rig.rounds import Ball, Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, cross, dot, mad, point, scale, smoothstep, sub, unit

_Spot = tuple[float, float, float, float]
"""Towards the big toe's side, to the toes, out of the sole, radius."""
_Turns = tuple[_Spot, _Spot]
"""A spot in a foot that stands, and in one that lies on its instep."""

_ANKLE_CM = 2.45
_ANKLE_BONES: tuple[_Spot, ...] = ((1.5, 0.2, -0.5, 1.5), (-1.5, -0.5, 0.3, 1.5))
# The shin goes over into the foot without a corner: balls so far up from its end (cm), so far to its front
# and so thick (shares of the end's radius), one for the ankle and one where the back of the foot begins. No
# higher: there are trousers.
_SHIN_ANKLE, _SHIN_FRONT = (2.2, 0.0, 0.98), (4.3, 0.36, 0.5)
# A shin that points away from the viewer (cosines) is so much of that shorter, for its hem comes down before
# it; and so is one seen from ahead or behind, over which the hem hangs in an arc.
_SHIN_AWAY_FROM, _SHIN_AWAY, _SHORTER, _SHORTER_AHEAD = 0.2, 0.3, 0.75, 0.3
_HEEL: _Turns = ((0.0, -2.85, 3.65, 2.85), (0.0, -1.9, 3.0, 2.9))
# The tendon behind: from so far up the shin (as above) down to the heel, in one hollow curve.
_SHIN_BACK = (3.8, -0.42, 0.5)
_TENDON: tuple[_Turns, ...] = (
    ((0.0, -1.75, -1.6, 1.1), (0.0, -3.4, -0.4, 1.4)),
    ((0.0, -2.55, 0.6, 1.35), (0.0, -3.1, 0.7, 1.6)),
    ((0.0, -3.25, 2.5, 1.95), (0.0, -2.7, 1.6, 2.1)),
)
_INSTEP: _Spot = (0.35, 3.4, 1.9, 2.2)
# The back of the foot is one hollow curve from the front of the shin to the big toe's ball.
_BACK: tuple[_Spot, ...] = (
    (0.1, 1.7, -1.0, 1.3),
    (0.35, 3.7, 1.2, 1.8),
    (0.5, 7.2, 3.05, 1.75),
    (1.3, 10.8, 4.2, 1.6),
)
_RIDGE: _Spot = (0.5, 7.3, 3.4, 1.9)
_INNER_ARCH: _Turns = ((1.3, 4.3, 4.2, 1.7), (1.2, 3.8, 2.6, 1.6))
# Seen from ahead the arch is full: no notch between heel and ball.
_INNER_ARCH_AHEAD: _Spot = (1.9, 5.0, 3.9, 2.3)
_ARCH_AHEAD_FROM, _ARCH_AHEAD_TURNS = 0.82, 0.14  # cosines
_OUTER_ARCH: _Turns = ((-2.1, 3.9, 4.5, 1.5), (-1.8, 3.8, 2.5, 1.6))
# The sole of a foot that lies on its instep is one hollow curve from heel to ball; in one that stands this is
# within.
_HOLLOW: tuple[_Spot, ...] = (
    (0.0, -1.6, 3.0, 2.8),
    (-0.1, 1.3, 3.1, 2.42),
    (-0.2, 4.3, 3.45, 2.08),
    (-0.2, 7.2, 4.0, 1.93),
    (-0.3, 9.6, 4.65, 1.75),
)
_INNER_BALL: _Spot = (2.55, 10.8, 4.5, 2.0)
_OUTER_BALL: _Spot = (-3.4, 9.2, 4.85, 1.65)
_TOES: tuple[_Spot, ...] = (  # big toe to little toe
    (2.8, 14.4, 4.75, 1.75),
    (0.3, 14.7, 5.15, 1.3),
    (-1.55, 14.1, 5.25, 1.22),
    (-3.15, 13.3, 5.35, 1.13),
    (-4.4, 12.2, 5.45, 1.05),
)
_TOE_LENGTHS = (3.4, 3.6, 3.5, 3.2, 2.8)
# Along a toe, from where it leaves the foot to its tip: what of its length is left, how far it draws in to
# the middle and up (cm), and how thick it is: narrower in its middle than at its round end.
_ALONG_A_TOE = (
    (1.0, 0.94, -0.1, 0.92), (0.6, 0.97, -0.15, 0.84), (0.3, 0.99, 0.0, 0.94), (0.0, 1.0, 0.0, 1.02)
)  # fmt: skip
_TOE_SHOWS = (0, 1, 1, 1, 1)  # the big toe is seen from its root on, the others from about their middle on
# The toes between which the foot goes on, and how far along their last part (shares): the big one stands
# apart from the bone before on.
_WEB = ((0, -1.0), (1, 0.1), (3, 0.15), (4, 0.1))
# What a sole stands on, paler than the rest: heel, outer edge, ball, and the toes.
_PRINT: tuple[tuple[_Spot, ...], ...] = (
    ((0.0, -2.9, 4.7, 2.2), (-1.3, 3.0, 5.0, 1.6)),
    ((-1.3, 3.0, 5.0, 1.6), (-2.7, 9.4, 5.2, 1.6)),
    ((2.4, 10.7, 5.0, 1.8), (-0.2, 11.0, 5.2, 1.4), (-2.7, 9.4, 5.2, 1.6)),
)
_PALE, _PALE_ON_DARK = 0.12, 0.2
_FRONT: Vec = (0.0, 10.8, 4.4)
_HEM_SHADE = 0.4
_TOE_PAD = 0.8  # of a toe's end, as a share of its radius
_SOLE_SEEN, _SOLE_TURNS = 0.0, 0.48  # cosines from which a sole shows what is on it, and wholly
# Below the toes, across the sole.
_TOE_CREASE = ((3.9, 12.2, 0.0), (2.4, 13.0, 0.55), (0.4, 12.7, 0.5), (-1.6, 11.8, 0.45), (-3.9, 10.4, 0.0))
_CREASE_TONE = 0.22
# The slits between the toes: where each is across the foot and how far towards the toes its front is, and how
# wide (cm). Each runs over the toes from the back of the foot, down their front and on below them: how far
# towards the toes from its front, how far down, what share of its width is there, and which way it looks: to
# the outer side as well, for from the other one the larger toe hides it.
_SLITS = ((1.25, 15.7, 0.34), (-0.66, 15.5, 0.22), (-2.4, 14.7, 0.2), (-3.85, 13.7, 0.18))
_ALONG_A_SLIT: tuple[tuple[float, float, float, Vec], ...] = (
    (-2.5, 3.9, 0.0, (-0.55, 0.05, -0.83)),
    (-0.9, 4.4, 0.8, (-0.55, 0.45, -0.7)),
    (-0.1, 5.2, 1.0, (-0.55, 0.82, -0.15)),
    (-0.1, 6.0, 0.9, (-0.55, 0.78, 0.3)),
    (-0.9, 6.5, 0.7, (-0.45, 0.3, 0.84)),
    (-1.9, 6.6, 0.0, (-0.4, 0.0, 0.92)),
)
_SLIT_TURNS = 0.35  # a cosine
# How many toes lie before the rest in a foot on its instep, seen from the outer side from so far on
# (cosines), and how much wider than between fingers the line round the end of each is.
_BEFORE, _BEFORE_FROM, _BEFORE_TURNS, _TIP_LINE = 2, 0.55, 0.25, 1.2
_FOOT_SHADE = 0.18
# Shade on a foot's inner side, told in cm: to the toes, down, width. And the light on its ankle bone (cm).
_ARCH_LINE = ((-1.2, 5.5, 0.0), (0.8, 5.1, 0.9), (3.8, 4.6, 1.4), (6.6, 5.0, 0.9), (8.8, 5.6, 0.0))
_ARCH_N = 2.2  # how far out
_ARCH_HIDES = -0.25  # cosine: seen from so far below the arch begins to hide
_BONE_CM, _BONE_LIGHT = 1.3, 0.06
_BONE_ON_DARK = 0.45  # on dark skin any light shows more
# The line round that bone from below: points on it, towards the toes and down, and how wide it is there (cm);
# and how dark.
_ROUND_BONE = ((-1.5, -0.3, 0.0), (-1.35, 0.75, 0.3), (-0.5, 1.45, 0.45), (0.6, 1.4, 0.3), (1.3, 0.8, 0.0))
_ROUND_BONE_TONE = 0.14
# The nail of the big toe: where its middle is, how far it is tilted to the front (radians), half of its
# breadth, length and thickness, and how much lighter than the skin it is.
_NAIL: tuple[Vec, float, Vec] = ((2.95, 14.9, 3.3), radians(32), (0.95, 0.85, 0.2))
_NAIL_LIGHT, _NAIL_TURNS = 0.16, 0.3
# A foot whose sole looks up lies on its instep: its toes come down on the floor (cm over it), as far as an
# ankle lets them, the less the higher the ankle is.
_TOES_LIE_CM, _LIES_AT_MOST, _POINTED = 0.5, radians(26), radians(18)
_LIES_BELOW_CM, _LIES_FADES_CM = 7.0, 6.0


class _FootSpace:
    __slots__ = (
        "axes",
        "camera",
        "inner",
        "origin",
        "pointed",
        "shin_front",
        "shin_up",
        "sole",
        "toe",
        "viewer",
    )

    def __init__(self, camera: Camera, body: Body, side: Side, sx: float) -> None:
        self.origin = body.joints[f"ankle_{side}"]
        self.shin_up = unit(sub(body.joints[f"knee_{side}"], self.origin))
        self.shin_front = body.frames[f"ankle_{side}"][2]
        toe, sole = body.feet[side]
        turn = _lies(self.origin, toe, sole)
        self.pointed = min(1.0, turn / _POINTED)
        self.toe = mad(scale(toe, cos(turn)), sole, -sin(turn))
        self.sole = mad(scale(sole, cos(turn)), toe, sin(turn))
        inner = cross(self.toe, self.sole)
        if dot(inner, body.frames[f"ankle_{side}"][0]) * sx > 0:
            inner = scale(inner, -1)
        self.inner = inner
        self.axes = (inner, self.toe, self.sole)
        self.camera = camera
        self.viewer: Vec = (camera.facing(inner), camera.facing(self.toe), camera.facing(self.sole))

    def at(self, n: float, t: float, d: float) -> Vec:
        return point(self.origin, self.axes, (n, t, d))

    def ball(self, spot: _Spot, k: float = 1.0) -> Ball:
        n, t, d, r = spot
        return self.camera.ball(self.at(n, t, d), r * k)

    def when_pointed(self, flat: _Spot, pointed: _Spot) -> Ball:
        """A ball between where it is in a foot that stands and in one that lies on its instep."""
        return self.ball(mixed_rounds(flat, pointed, self.pointed))

    def inner_arch(self) -> Ball:
        """The arch on the inner side, full in a foot that points at the viewer."""
        ahead = smoothstep((self.viewer[1] - _ARCH_AHEAD_FROM) / _ARCH_AHEAD_TURNS)
        return mixed_rounds(self.when_pointed(*_INNER_ARCH), self.ball(_INNER_ARCH_AHEAD), ahead)

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
    toes = _toes(foot)
    x0, y0, z0, _ = camera.project(foot.origin)
    x1, y1, z1, s = camera.project(foot.at(*_FRONT))
    part = Part(f"foot_{side}", f"leg_{side}", [(x0, y0, z0, 3 * s), (x1, y1, z1, 3 * s)], 0.7)
    part.fade = (part.axis[0], (*camera.xy(foot.at(0.0, 2.0, 4.0)), z0, 3 * s))
    part.layers = [Layer("skin", filled(*_outlines(foot, shin_end, toes)))]
    if camera.px_per_cm * camera.detail > FINE_DETAIL:
        if below_hem:
            part.layers.append(soft("skin", filled(hull([below_hem], camera.detail)), _HEM_SHADE))
        part.layers += _sole(foot, _PALE_ON_DARK if on_dark_skin else _PALE)
        lines = _between_toes(foot, toes)
        part.trims.append(Layer("skin", lines, tone=line_tone(camera, dark=on_dark_skin)))
        part.trims += _sides(foot, on_dark_skin)
        part.trims += _nail(foot)
    return part


def _outlines(foot: _FootSpace, shin_end: Ball, toes: Sequence[Sequence[Ball]]) -> Iterator[Outline]:
    """What the foot's outline is made of: the end of the shin with the bones beside it, the back of the foot,
    the tendon, the foot from heel to ball, its sole, and the toes.
    """
    detail = foot.camera.detail
    bones = [foot.camera.ball(foot.origin, _ANKLE_CM), *map(foot.ball, _ANKLE_BONES)]
    heel, outer_arch = foot.when_pointed(*_HEEL), foot.when_pointed(*_OUTER_ARCH)
    inner_arch = foot.inner_arch()
    instep, ridge, inner_ball, outer_ball = map(foot.ball, (_INSTEP, _RIDGE, _INNER_BALL, _OUTER_BALL))
    tendon = [foot.when_pointed(*spots) for spots in _TENDON]
    yield hull([shin_end, foot.shin(shin_end, *_SHIN_ANKLE), *bones], detail)
    yield stalk([foot.shin(shin_end, *_SHIN_FRONT), *map(foot.ball, _BACK)])
    yield stalk([foot.shin(shin_end, *_SHIN_BACK), *tendon, heel])
    yield hull([*bones, heel, instep, inner_arch, outer_arch], detail)
    yield hull([instep, ridge, inner_arch, outer_arch, outer_ball], detail)
    yield hull([ridge, inner_arch, outer_arch, inner_ball, outer_ball], detail)
    yield stalk([*map(foot.ball, _HOLLOW)])
    yield hull(
        [inner_ball, outer_ball, *(mixed_rounds(toes[i][-2], toes[i][-1], k) for i, k in _WEB)], detail
    )
    yield from map(stalk, toes)


def _toes(foot: _FootSpace) -> list[list[Ball]]:
    """The toes, from the big one on, each as far as it shows."""
    return [
        _toe(foot, tip, long, _ALONG_A_TOE[first:])
        for tip, long, first in zip(_TOES, _TOE_LENGTHS, _TOE_SHOWS, strict=True)
    ]


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
    seen = smoothstep((foot.viewer[2] - _SOLE_SEEN) / _SOLE_TURNS)
    if not seen:
        return
    stands_on = [hull([foot.ball(spot) for spot in spots], camera.detail) for spots in _PRINT]
    pads = [hull([foot.ball(tip, _TOE_PAD)], camera.detail) for tip in _TOES]
    yield soft("skin", filled(*stands_on, *pads), -light * seen)
    crease = [camera.xy(foot.at(n, t, 6.2)) for n, t, _ in _TOE_CREASE]
    line = ribbon(crease, [wide * camera.px_per_cm for *_, wide in _TOE_CREASE])
    yield Layer("skin", filled(line), tone=_CREASE_TONE * seen)


def _sides(foot: _FootSpace, on_dark_skin: bool) -> Iterator[Layer]:
    """What shows on the side that looks at the viewer: the ankle bone in soft light, and on the inner side
    the shade below the arch.
    """
    camera, from_inside = foot.camera, foot.viewer[0]
    from_below = smoothstep((foot.viewer[2] - _ARCH_HIDES) / _SOLE_TURNS)
    arched = smoothstep((from_inside - 0.25) / 0.4) * (1 - from_below)
    if arched:
        yield _line_on_side(foot, _ARCH_N, _ARCH_LINE, _FOOT_SHADE * arched)
    n, t, d, r = _ANKLE_BONES[0 if from_inside > 0 else 1]
    aside = smoothstep((abs(from_inside) - 0.4) / 0.4)
    if aside:
        out = n + copysign(r, n)
        bone = camera.disc(foot.at(out, t, d), foot.inner, _BONE_CM)
        light = _BONE_LIGHT * aside * (_BONE_ON_DARK if on_dark_skin else 1.0)
        yield soft("skin", filled(hull([bone], camera.detail)), -light)
        line = [(t + u, d + v, wide) for u, v, wide in _ROUND_BONE]
        yield _line_on_side(foot, out, line, _ROUND_BONE_TONE * aside * (1 - foot.pointed))


def _line_on_side(foot: _FootSpace, n: float, line: Sequence[Vec], tone: float) -> Layer:
    """A line on a side of the foot: its points towards the toes and down, and how wide it is there (cm)."""
    points = [foot.camera.xy(foot.at(n, t, d)) for t, d, _ in line]
    widths = [wide * foot.camera.px_per_cm for *_, wide in line]
    return Layer("skin", filled(ribbon(points, widths)), tone=tone, casts=False)


def _nail(foot: _FootSpace) -> Iterator[Layer]:
    """The nail of the big toe, as far as it looks at the viewer."""
    middle, tilt, half = _NAIL
    up = sub(scale(foot.toe, sin(tilt)), scale(foot.sole, cos(tilt)))
    seen = smoothstep(foot.camera.facing(up) / _NAIL_TURNS)
    if seen:
        frame = (foot.inner, cross(up, foot.inner), up)
        nail = foot.camera.egg(foot.at(*middle), frame, *half)
        yield Layer("skin", filled(hull([nail], foot.camera.detail)), tone=-_NAIL_LIGHT * seen, casts=False)


def _between_toes(foot: _FootSpace, toes: Sequence[Sequence[Ball]]) -> QPainterPath:
    """Fine slits between the toes, as far as they look at the viewer. Of a foot on its instep, seen from the
    outer side, the smallest toes lie before the rest.
    """
    path, camera, stands = QPainterPath(), foot.camera, 1 - foot.pointed
    seen = [
        share * stands * smoothstep(dot(foot.viewer, normal) / _SLIT_TURNS)
        for *_, share, normal in _ALONG_A_SLIT
    ]
    for n, t, wide in _SLITS:
        line = [camera.xy(foot.at(n, t + ahead, d)) for ahead, d, *_ in _ALONG_A_SLIT]
        add_line(path, line, [wide * camera.px_per_cm * share for share in seen])
    from_outside = smoothstep((-foot.viewer[0] - _BEFORE_FROM) / _BEFORE_TURNS)
    for toe in toes[-_BEFORE:]:
        add_tip(path, toe[-2:], _TIP_LINE * from_outside * foot.pointed)
    return path
