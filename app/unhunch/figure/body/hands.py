"""Hands.

A hand has its own space: `t` towards the thumb, `y` along the fingers, `z` out of the palm, from the wrist,
in cm.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt

from PySide6.QtGui import QPainterPath

from unhunch.figure.body.clasp import Forearm, clasp_lines, clasped, fused
from unhunch.figure.body.digits import FINE_DETAIL, LINE, add_edge, add_line, add_thumb, line_tone
from unhunch.figure.ink.outline import Finish, joined
from unhunch.figure.ink.parts import Layer, Part, soft
from unhunch.figure.ink.shapes import Outline, Point, filled, hull, mixed_rounds, stalk
from unhunch.figure.ink.wardrobe import Stamp, stamp
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import OTHER, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import ORIGIN, Vec, add, curved, mix, point, scale, smoothstep, sub, unit


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
    _Finger(2.65, 7.8, (3.5, 2.2, 1.6), 1.0, -0.3),
    _Finger(0.9, 8.2, (3.95, 2.55, 1.9), 1.03, 0.0),
    _Finger(-0.85, 7.9, (3.65, 2.35, 1.8), 1.0, 0.27),
    _Finger(-2.45, 7.2, (2.85, 1.8, 1.45), 0.9, 0.5),
)
_FINGER_RADII = (1.17, 1.07, 0.97, 0.74)
_ROOT_CM, _ROOT_DRAWN_IN, _ROOT_RADIUS = 2.2, 0.92, 1.1
# Fingers that lie close are one shape, like a mitten's, whose edge is an arc of round tips. Slits run in from
# the notches between the tips, past these places on the middle bones and the first ones (shares); the one
# between the middle fingers is narrower.
_SLIT_ALONG, _APART = (0.4, 0.5), (1.0, 0.8, 0.9)
_FINISH = Finish(104, 0.25, 0.35)
_MIDDLE: Vec = (0.0, 4.0, 0.0)
_BEHIND: Vec = (0.0, -10.0, 0.0)
_END_ON_CM = 8.0  # an elbow that is seen so near the palm does not tell where the arm goes
_WEB = 0.45  # so far along its first bone the index finger hangs on to the thumb's side of the palm

_Spot = tuple[float, float, float, float]
"""A ball of a hand: towards the thumb, to the fingertips, out of the palm, radius."""

_PALM: tuple[_Spot, ...] = (
    (1.5, 3.9, 0.1, 1.75),
    (-1.5, 4.1, 0.1, 1.6),
    (2.6, 7.6, 0.0, 1.2),
    (0.6, 8.2, 0.0, 1.3),
    (-2.35, 7.0, 0.0, 1.1),
    (1.8, 4.7, 0.9, 1.65),
    (-1.55, 4.6, 0.7, 1.6),
)
"""Its corners, and the balls of thumb and little finger, which make it thick when it is seen edge-on."""
_HEEL: _Spot = (0.0, 1.6, 0.6, 1.75)
_INTO_FOREARM = 0.14
"""How far the hand runs out up the forearm, as a share of it: palm and forearm have one outline."""
_FOREARM_WIDER = 0.98  # so much wider that is there than at its end
_END_CM = 0.2
# From there it bends into the palm in a curve, drawn at these shares of it; and how much wider to both sides
# than thick it is there (cm).
_WRIST = ((0.3, 0.5), (0.65, 0.6))
_BASE_MIDDLE: Vec = (0.0, 3.4, 0.2)
_BASE: tuple[_Spot, ...] = ((1.5, 2.9, 0.1, 1.45), (-1.5, 2.9, 0.1, 1.45))
_THUMB_WEB: _Spot = (2.85, 6.2, 0.0, 1.0)  # where the skin between thumb and index finger ends
_WEB_CLIMBS = 0.05  # and how far up the thumb's middle bone it begins (a share)
_THUMB_SIDE: _Spot = (2.55, 6.0, 0.0, 1.2)  # the side of the palm that the thumb lies along
# The palm is paler than the back of the hand, on dark skin far more so; from which turn to the viewer on, and
# over which it grows (cosines).
_PALE, _PALE_ON_DARK, _PALE_SEEN, _PALE_GROWS = 0.075, 0.17, 0.05, 0.5
_CREASE = ((2.6, 6.9, 0.0), (1.5, 6.3, 0.55), (0.75, 5.0, 0.7), (0.45, 3.6, 0.5), (0.5, 2.4, 0.0))
"""The line round the ball of the thumb: towards the thumb, along the hand, width (shares of a line's)."""
_CREASE_OUT = 1.6
HOLDS_FROM = 0.45  # what lies on the palm of a hand that is closed further is held
# The lines between the fingers of a hand that holds are so much bolder and darker, and so much less detail is
# enough for them.
_BOLDER, _DARKER, _COARSER = 0.6, 0.3, 2.4
_LEAST_PX = 1.0  # lines between fingers are no finer than this, in device pixels, or they would not show
REACH_CM = 18.0
"""No farther from the wrist does any of a hand lie."""
HELD: Vec = (0.0, 7.0, 3.2)  # the middle of what it holds: towards the thumb, along the hand, out of the palm
# The palm's edge before the thumb shows from where the thumb lies so far (radii) behind on, unless the other
# side of the hand is all that the viewer sees (a cosine).
_THUMB_BEHIND, _SIDE_HIDES = -0.1, 0.95


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape of the hand at one `curl`: how far each joint of a finger bends (degrees), how far each finger
    goes towards the thumb's side with each of its bones (cm), how much their bends differ, down to how many
    bones from their tips they are apart, the thumb's four balls, how firmly the hand holds something (0 to
    1), and by what share it is larger then: what it holds hides most of it, and a small lump says nothing of
    a grip; and the share of its fan that is left of it when it is seen edge-on, so that it tapers.
    """

    curl: float
    bends: tuple[float, float, float]
    spread: tuple[float, ...]
    uneven: float
    free: float
    thumb: tuple[_Spot, ...]
    holds: float = 0.0
    larger: float = 0.0
    edge_on: float = 1.0


_EDGE_ON = (0.45, 0.69)  # the fan opens where the hand shows from so much to so much of its breadth (a sine)
_BESIDE = (0.0, 0.0, 0.0, 0.0)
# Pressed on the floor, fingers and thumb spread; open in the air or on a wall, a light fan; lying on the
# floor, a little bent; lying on a thigh, the fingers close on top of it; hanging loose, the fingers bent a
# little more from one to the next, the thumb before them; cupped behind the head, the thumb on the nape;
# cupped over a knee or a shin, the thumb a little apart; round a wrist, the thumb behind it; a fist. The
# thumb leaves the hand at its root in an open angle: its tip never comes back to the fingers with a hole
# between.
_SHAPES = (
    _Shape(
        0.0, (4, 5, 3), (0.52, 0.12, -0.26, -0.72), 0.3, 2.2,
        ((1.3, 2.9, 0.5, 1.8), (3.5, 4.4, 0.8, 1.42), (5.4, 5.8, 0.8, 1.08), (7.0, 7.4, 0.8, 0.77)),
        edge_on=0.7,
    ),
    _Shape(
        0.06, (5, 8, 5), (0.3, 0.04, -0.12, -0.36), 0.3, 1.5,
        ((1.3, 2.9, 0.5, 1.75), (3.45, 4.5, 0.8, 1.35), (5.15, 6.0, 0.9, 1.04), (6.5, 7.6, 0.9, 0.74)),
    ),
    _Shape(
        0.12, (8, 12, 9), (0.26, 0.03, -0.11, -0.27), 0.3, 1.35,
        ((1.3, 2.9, 0.5, 1.75), (3.05, 4.85, 0.8, 1.31), (4.8, 6.5, 0.9, 1.03), (6.1, 8.2, 0.9, 0.72)),
        edge_on=0.6,
    ),
    _Shape(
        0.16, (7, 16, 17), (0.18, 0.02, -0.09, -0.22), 0.2, 1.1,
        ((1.3, 2.9, 0.5, 1.78), (3.05, 4.9, 0.85, 1.35), (4.3, 6.95, 1.0, 1.05), (5.1, 9.0, 1.0, 0.75)),
        edge_on=0.7,
    ),
    _Shape(
        0.28, (8, 17, 13), (0.13, 0.0, -0.06, -0.16), 0.7, 1.5,
        ((1.2, 2.9, 0.6, 1.8), (3.1, 4.7, 1.3, 1.38), (4.4, 6.8, 1.7, 1.03), (5.0, 9.0, 2.0, 0.75)),
    ),
    _Shape(
        0.34, (22, 26, 18), (0.1, 0.02, -0.03, -0.08), 0.4, 1.1,
        ((1.3, 2.9, 0.8, 1.8), (3.2, 4.5, 2.0, 1.42), (4.2, 6.3, 3.1, 1.08), (4.6, 7.8, 4.4, 0.79)),
    ),
    _Shape(
        0.45, (21, 28, 20), (0.18, 0.03, -0.08, -0.2), 0.2, 1.3,
        ((1.2, 3.0, 0.7, 1.75), (3.35, 4.8, 1.1, 1.38), (4.65, 6.7, 1.5, 1.04), (5.4, 8.5, 2.0, 0.75)),
        0.47, 0.05,
    ),
    _Shape(
        0.7, (60, 44, 24), _BESIDE, -0.1, 0.6,
        ((1.2, 2.9, 0.7, 1.75), (2.9, 4.2, 0.6, 1.38), (3.8, 5.6, 0.2, 1.04), (4.4, 6.9, -0.3, 0.77)),
        1.0, 0.28,
    ),
    _Shape(
        1.0, (84, 96, 58), _BESIDE, 0.0, 0.45,
        ((1.2, 2.9, 0.9, 1.75), (2.9, 4.3, 2.5, 1.38), (2.6, 6.5, 4.1, 1.08), (0.8, 7.7, 4.9, 0.82)),
    ),
)  # fmt: skip


def _seen(camera: Camera, thumb_side: Vec) -> float:
    """How much of its breadth a hand shows: from 0, edge-on, to 1, from its back, its palm or its tips."""
    aside = camera.facing(thumb_side)
    least, most = _EDGE_ON
    return smoothstep((sqrt(max(0.0, 1 - aside * aside)) - least) / (most - least))


def _shape(curl: float, seen: float) -> _Shape:
    """The hand's shape between the two known ones next to the curl, if so much of its breadth is `seen`."""
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
    fan = 1 - (1 - between(a.edge_on, b.edge_on)) * (1 - seen)
    spread = tuple(fan * between(p, q) for p, q in zip(a.spread, b.spread, strict=True))
    uneven, free = between(a.uneven, b.uneven), fan * between(a.free, b.free)
    holds, larger = between(a.holds, b.holds), between(a.larger, b.larger)
    return _Shape(curl, (one, two, three), spread, uneven, free, thumb, holds, larger)


class _HandSpace:
    __slots__ = ("camera", "origin", "size", "t", "y", "z")

    def __init__(self, camera: Camera, body: Body, side: str, sx: float, size: float) -> None:
        self.size = size
        x, self.y, self.z = body.frames[f"wrist_{side}"]
        self.t = scale(x, -sx)
        self.origin = body.joints[f"wrist_{side}"]
        self.camera = camera

    def at(self, t: float, y: float, z: float) -> Vec:
        k, (t0, y0, z0) = self.size, HELD
        spot = (t0 + (t - t0) * k, y0 + (y - y0) * k, z0 + (z - z0) * k)
        return point(self.origin, (self.t, self.y, self.z), spot)

    def ball(self, t: float, y: float, z: float, radius: float) -> Ball:
        return self.camera.ball(self.at(t, y, z), radius * self.size)


def _finger(hand: _HandSpace, shape: _Shape, finger: _Finger, spread: float) -> list[Ball]:
    across, y, z, bend = finger.across, finger.knuckle, 0.0, 0.0
    balls = [hand.ball(across, y, z, _FINGER_RADII[0] * finger.thick)]
    more = 1 + finger.loose * shape.uneven
    for bone, by, radius in zip(finger.bones, shape.bends, _FINGER_RADII[1:], strict=True):
        bend += radians(by * more)
        y += bone * cos(bend)
        z += bone * sin(bend)
        across += spread
        balls.append(hand.ball(across, y, z, radius * finger.thick))
    return balls


def _wrist(hand: _HandSpace, elbow: Vec, forearm_end: Ball) -> list[Outline]:
    """The hand's own piece of the forearm, and the curve from there into the palm. It ends straight across
    the arm, so that it laps over no sleeve.
    """
    camera, wide = hand.camera, forearm_end[2] * _FOREARM_WIDER / hand.camera.px_per_cm
    above = mix(hand.origin, elbow, _INTO_FOREARM)
    end = camera.disc(above, unit(sub(elbow, hand.origin)), wide, _END_CM)

    def across(t: float, wider: float) -> list[Ball]:
        """The bend of the wrist at a share of its curve."""
        middle = curved(above, hand.origin, hand.at(*_BASE_MIDDLE), t)
        aside = scale(hand.t, wider)
        return [camera.ball(add(middle, aside), wide), camera.ball(sub(middle, aside), wide)]

    upper, lower = (across(*at) for at in _WRIST)
    base = [hand.ball(*at) for at in (*_BASE, _HEEL)]
    detail = camera.detail
    return [hull([end, *upper], detail), hull([*upper, *lower], detail), hull([*lower, *base], detail)]


def _root(hand: _HandSpace, finger: _Finger) -> Ball:
    """Where a finger begins inside the palm, so that their outlines meet without a step."""
    return hand.ball(finger.across * _ROOT_DRAWN_IN, finger.knuckle - _ROOT_CM, 0.0, _ROOT_RADIUS)


def made_from(body: Body, s: Side, curl: float) -> Stamp:
    """What `hand_part` draws a hand from: the hand itself, the piece of its forearm that it runs out into,
    and the other forearm, if it is closed so far that it may hold that.
    """
    p, f, other = body.joints, body.frames, OTHER[s]
    wrist, elbow, held = p[f"wrist_{s}"], p[f"elbow_{s}"], (ORIGIN, ORIGIN, ORIGIN)
    if curl > HOLDS_FROM:
        held = p[f"elbow_{other}"], p[f"wrist_{other}"], f[f"elbow_{other}"][2]
    turned = (*f[f"wrist_{s}"], held[2], (curl, 0.0, 0.0))
    return stamp(wrist, mix(wrist, elbow, _INTO_FOREARM), *held[:2], turned=turned, lever_cm=REACH_CM)


def hand_part(
    camera: Camera,
    body: Body,
    side: str,
    sx: float,
    *,
    forearm_end: Ball,
    curl: float,
    on_dark_skin: bool = False,
    beside: Forearm | None = None,
) -> Part:
    """A hand; `curl` closes it from a flat fan (0) over a cup and a ring round a wrist to a fist (1). On
    dark skin its lines are bolder. It holds the other forearm if that is `beside` its palm.
    """
    shape = _shape(curl, _seen(camera, body.frames[f"wrist_{side}"][0]))
    hand = _HandSpace(camera, body, side, sx, 1 + shape.larger)
    elbow = body.joints[f"elbow_{side}"]
    drawn = _drawn(hand, shape)
    wx, wy, wz, _ = camera.project(hand.origin)
    tx, ty, tz, s = camera.project(hand.at(0.2, 8.8 + 8.0 * (1 - 0.8 * curl), 1.5 + 3.0 * curl))
    part = Part(f"hand_{side}", f"arm_{side}", [(wx, wy, wz, 2.6 * s), (tx, ty, tz, 2.4 * s)], 7)
    part.fade = (part.axis[0], (*camera.xy(hand.at(0.0, 6.0, 0.0)), wz, 2.6 * s))
    outlines = [drawn.whole, *_wrist(hand, elbow, forearm_end), *_digits(hand, shape, drawn)]
    part.layers = [Layer("skin", joined(outlines, _FINISH, camera.px_per_cm, *_begins(hand, elbow)))]
    facing = camera.facing(hand.z)
    is_fine = camera.px_per_cm * camera.detail > FINE_DETAIL - _COARSER * shape.holds
    held = beside.held_at(hand.at(*HELD)) if beside and facing > 0 and curl > HOLDS_FROM else None
    if held:
        part.layers += clasped(held, camera, (wx, wy), drawn.fingers)
    elif is_fine:
        part.layers += _inside(drawn, facing, _PALE_ON_DARK if on_dark_skin else _PALE)
    if is_fine:
        lines = clasp_lines(drawn.fingers) if held else _open_lines(hand, shape, drawn, facing)
        tone = line_tone(camera, dark=on_dark_skin) * (1 if held else 1 + _DARKER * shape.holds)
        part.trims.append(Layer("skin", lines, tone=tone))
    return part


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The balls of a hand, and the outline of its palm."""

    fingers: list[list[Ball]]
    thumb: list[Ball]
    palm: list[Ball]
    whole: Outline


def _drawn(hand: _HandSpace, shape: _Shape) -> _Drawn:
    """A hand of such a shape on the screen."""
    fingers = [_finger(hand, shape, f, aside) for f, aside in zip(_FINGERS, shape.spread, strict=True)]
    palm = [hand.ball(*at) for at in _PALM]
    whole = hull([hand.ball(*_HEEL), *palm], hand.camera.detail)
    return _Drawn(fingers, [hand.ball(*at) for at in shape.thumb], palm, whole)


def _digits(hand: _HandSpace, shape: _Shape, drawn: _Drawn) -> list[Outline]:
    """The outlines of thumb and fingers, and of the skin between thumb and palm."""
    thumb = drawn.thumb
    climbs = mixed_rounds(thumb[1], thumb[2], _WEB_CLIMBS)
    web = hull([thumb[1], climbs, hand.ball(*_THUMB_WEB)], hand.camera.detail)
    rooted = [[_root(hand, finger), *f] for finger, f in zip(_FINGERS, drawn.fingers, strict=True)]
    return [web, stalk(thumb), *fused(rooted, shape.free)]


def _inside(drawn: _Drawn, facing: float, light: float) -> Iterator[Layer]:
    """The paler inside of a hand that is `facing` the viewer (a cosine)."""
    pale = light * smoothstep((facing - _PALE_SEEN) / _PALE_GROWS)
    if pale:
        inside = hull([*drawn.palm, *(finger[-1] for finger in drawn.fingers)])  # what lies on it has no edge
        yield soft("skin", filled(inside, stalk(drawn.thumb)), -pale)


def _open_lines(hand: _HandSpace, shape: _Shape, drawn: _Drawn, facing: float) -> QPainterPath:
    """The lines of a hand that holds no forearm: between its digits, and in a palm that is `facing` the
    viewer (a cosine).
    """
    beside_thumb, bold = hand.ball(*_THUMB_SIDE), 1 + _BOLDER * shape.holds
    lines = _lines(drawn, beside_thumb, hand.camera.facing(hand.t), bold=bold, detail=hand.camera.detail)
    _add_crease(lines, hand, facing * (1 - 2.5 * shape.curl))
    return lines


def _begins(hand: _HandSpace, elbow: Vec) -> tuple[Point, Point]:
    """The middle of the palm and the way from there up the arm, or of a forearm that is seen end-on rather
    away from the fingers: where that leaves the hand its outline begins.
    """
    (x0, y0), (x1, y1) = hand.camera.xy(hand.at(*_MIDDLE)), hand.camera.xy(elbow)
    dx, dy = x1 - x0, y1 - y0
    end_on = 1 - smoothstep((hypot(dx, dy) / hand.camera.px_per_cm - _END_ON_CM) / _END_ON_CM)
    if end_on:
        x2, y2 = hand.camera.xy(hand.at(*_BEHIND))
        dx, dy = dx + (x2 - x0) * end_on, dy + (y2 - y0) * end_on
    return (x0, y0), (dx, dy) if hypot(dx, dy) > 1 else (0.0, 1.0)


def _add_crease(path: QPainterPath, hand: _HandSpace, faces: float) -> None:
    """The line round the ball of the thumb, in a palm that `faces` the viewer."""
    k = LINE * hand.camera.px_per_cm * smoothstep((faces - 0.4) / 0.4)
    points = [hand.camera.xy(hand.at(t, y, _CREASE_OUT)) for t, y, _ in _CREASE]
    add_line(path, points, [wide * k for *_, wide in _CREASE])


def _lines(drawn: _Drawn, side: Ball, thumb_side: float, *, bold: float, detail: float) -> QPainterPath:
    """Fine tapered slits between the fingers, and lines round a thumb that lies in front, and along the
    `side` of the palm and the index finger before a thumb that lies behind; `thumb_side` is how far that
    side looks at the viewer (a cosine).
    """
    path, fingers, thumb = QPainterPath(), drawn.fingers, drawn.thumb
    index = fingers[0]
    nearer = (thumb[1][3] + thumb[2][3] - index[0][3] - index[1][3]) / (2 * thumb[1][2])
    (x0, y0, r, _), (x1, y1, _, _) = thumb[1], thumb[-1]
    shown = smoothstep(0.5 + nearer) * smoothstep(hypot(x1 - x0, y1 - y0) / (2 * r) - 0.3)  # 0 from its tip
    root, middle = _SLIT_ALONG
    wide = max(bold, _LEAST_PX / (LINE * index[0][2] * detail))
    ends = [[mixed_rounds(f[0], f[1], root), mixed_rounds(f[1], f[2], middle), f[3]] for f in fingers]
    for line, (one, other) in zip(_APART, pairwise(ends), strict=True):
        add_edge(path, one, other, line * wide, thumb if shown > 0 else (), fused=True)
    add_thumb(path, thumb, drawn.whole, fingers, shown * bold)
    behind = smoothstep(_THUMB_BEHIND - 1.4 * nearer) * smoothstep((thumb_side + _SIDE_HIDES) / 0.25)
    add_edge(path, [side, index[0], mixed_rounds(index[0], index[1], _WEB)], thumb[1:], behind)
    return path
