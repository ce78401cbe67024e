"""Folds of cloth: wedges of shade that come in from the shirt's edge, and short strokes elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from unhunch.figure.body.bends import (
    ARCHED,
    arched_of,
    carried_of,
    folded_of,
    humped_of,
    on_fours_of,
)
from unhunch.figure.body.flesh import UPPER_ARM, Bone
from unhunch.figure.body.seated import sat_on_of
from unhunch.figure.head.neck import lean_of
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import Outline, band, filled, mixed_rounds
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    cross,
    dot,
    length,
    mad,
    point,
    scale,
    smoothstep,
    sub,
    to_world,
    unit,
)

_FAINTEST = 0.08
# Cosines: cloth that faces the viewer by more than the first shows its folds, by the second more wholly.
_SEEN, _TURNS = 0.12, 0.4
_LIFTED = 0.78  # an arm draws the shirt up when its shoulder has gone up by more than this
_RIBS, _RIBS_WIDER = 3, 0.4  # from this joint of the spine on, a wide waist widens the trunk by so much of it
# A fold of the shirt is a wedge of shade that comes in from the cloth's edge: how dark, how wide (cm) at its
# root, and how much of that is left how far along it (shares).
_WEDGE_TONE, _WEDGE_CM, _TAPERS = 0.3, 1.7, (1.0, 0.86, 0.62, 0.32, 0.0)
_ALONG = (0.0, 0.25, 0.5, 0.75, 1.0)
_SHORTEST = 0.5  # a wedge that only begins to show is so long, as a share of a whole one

_Line = tuple[Vec, ...]
# Beside the sleeve of an arm that hangs, from where it leaves the trunk up: shares of the bone, cm from the
# flesh of the arm towards the breast.
_BESIDE_SLEEVE = ((0.72, 0.9), (0.56, 1.0), (0.4, 1.1), (0.26, 1.3), (0.12, 1.7))
_BESIDE_SLEEVE_CM, BESIDE_SLEEVE_TONE = 2.8, 0.17  # broad and quiet: the depth of the armpit, no crease
# Wedges of the left side, or from the right hip up to the left, in the space of a joint of the spine: from
# their root beyond the edge of the cloth to their tip. Over a lap, from the crease of the hip.
_SAT: _Line = ((7.4, -8.4, 12.6), (9.6, -4.4, 8.8), (12.0, -0.2, 4.4), (12.8, 1.4, 1.6), (13.0, 3.0, -1.2))
_LAP: _Line = ((14.4, 4.0, -6.0), (14.8, 2.8, 1.0), (12.6, 1.4, 7.0), (9.2, 0.4, 10.0), (5.6, 0.0, 11.2))
# Above thighs that stand up before the trunk of one who sits: where the belly meets them the cloth is pressed
# together, and from there it folds back round the waist, and how deep each is.
_MEETS_THIGHS: tuple[tuple[_Line, float], ...] = (
    (((5.6, 9.0, 12.6), (10.4, 6.6, 8.6), (12.8, 4.6, 4.2), (14.0, 3.4, -0.8), (14.2, 3.2, -5.6)), 1.0),
    (((5.6, 11.0, 12.8), (10.2, 9.8, 8.8), (12.4, 9.4, 5.0), (13.4, 9.8, 1.2), (13.8, 10.8, -2.4)), 1.0),
    (((2.0, 12.8, 15.0), (8.0, 13.4, 11.6), (11.0, 14.4, 8.2), (12.4, 15.8, 5.2), (13.0, 17.4, 2.6)), 0.8),
)
# Where a back is carried by a roller or a block the cloth is pressed on that, and folds up the flank from
# both ends of what rests, at the waist and at the shoulder blade: in the space of which joint, how deep.
_CARRIED: tuple[tuple[int, _Line, float], ...] = (
    (
        2,
        ((13.0, 0.6, -5.5), (13.2, -0.8, -2.4), (13.0, -2.4, 0.6), (12.6, -4.2, 3.2), (12.0, -6.2, 5.4)),
        0.8,
    ),
    (
        2,
        ((13.0, -4.0, -6.5), (13.2, -6.0, -3.6), (13.2, -8.0, -1.0), (13.0, -10.0, 1.2), (12.6, -12.2, 3.0)),
        0.8,
    ),
    (4, ((14.0, -0.6, -8.5), (14.0, 1.4, -4.6), (13.6, 3.0, -1.2), (13.0, 4.2, 1.8), (12.0, 5.0, 4.2)), 0.6),
    (
        4,
        ((14.0, 1.4, -9.0), (14.2, 4.4, -6.4), (14.2, 7.0, -4.4), (14.0, 9.2, -3.0), (13.6, 11.0, -2.0)),
        0.7,
    ),
)
# As a loose shirt hangs: from the waist down before the belly on one side, and lower on the other.
_HUNG: tuple[_Line, _Line] = (
    ((15.6, 4.2, -2.0), (13.4, 1.6, 6.0), (10.2, -1.0, 9.2), (7.6, -3.2, 10.2), (5.4, -4.8, 10.6)),
    ((15.6, -1.6, -2.0), (13.4, -2.8, 6.0), (10.6, -3.8, 9.0), (8.4, -4.6, 9.8), (6.6, -5.2, 10.2)),
)
# As it hangs from the chest, in the space of a joint of the spine: below the breast from the shade beside the
# sleeve, which it does not cross, and beside that down to the waist; and how deep each is.
_FALLS: tuple[tuple[_Line, float], ...] = (
    (
        ((13.4, -8.2, 6.6), (11.8, -9.4, 8.6), (9.6, -10.6, 10.2), (7.0, -11.5, 10.9), (4.2, -12.2, 11.4)),
        0.35,
    ),
    (
        ((16.2, -9.0, 0.0), (13.6, -12.4, 6.2), (11.8, -16.4, 9.0), (10.6, -20.8, 10.2), (9.9, -25.4, 10.4)),
        0.55,
    ),
)
_RAISED = 0.1  # from an arm that has gone up so far (share) the cloth hangs no more
_HUNG_DEEP, _LAP_DEEP, _HUNG_SEEN = 0.5, 0.7, (0.45, 0.4)
_CALM = 0.3  # sine of a bend or a lean by which a shirt no longer hangs
_AHEAD: Vec = (0.5, 0.0, 0.86)  # the way out of the belly beside its middle
_FROM_SIDE = (0.34, 0.2)  # cosines: seen so much from the side such folds begin amid the cloth, and are none
# Of a trunk that twists so far (sine), and wholly by so much more: from the hip up to the ribs of the other
# side, as a fan; and how deep each is.
_TWISTS = (0.1, 0.4)
_TWISTED: tuple[tuple[_Line, float], ...] = (
    (((-17.5, -15.5, 0.5), (-9.6, -9.4, 7.6), (-4.4, -5.6, 10.0), (0.6, -1.8, 10.8), (6.0, 2.6, 9.6)), 1.0),
    (
        ((-18.0, -9.5, -1.0), (-11.5, -1.0, 6.4), (-8.0, 5.0, 9.8), (-5.0, 11.0, 10.8), (-2.4, 17.0, 10.0)),
        0.9,
    ),
    (
        ((-12.5, -30.5, 4.0), (-5.0, -20.0, 9.6), (1.0, -16.0, 10.2), (6.4, -13.8, 9.0), (10.8, -11.6, 6.4)),
        0.9,
    ),
)
# And on its back, where the same spiral goes on: from the other hip up between the shoulder blades.
_TWISTED_BEHIND: tuple[tuple[_Line, float], ...] = (
    (
        ((12.0, -25.0, -4.0), (6.4, -17.6, -7.6), (1.0, -11.4, -8.6), (-4.6, -5.4, -8.2), (-10.6, 1.0, -6.4)),
        0.7,
    ),
    (((17.8, -17.0, 1.0), (11.6, -8.4, -5.0), (5.6, 0.2, -7.6), (-0.6, 8.8, -8.6), (-7.4, 18.0, -8.8)), 0.9),
    (((18.0, -3.0, 0.0), (12.8, 4.2, -5.4), (7.8, 11.2, -8.0), (2.8, 18.0, -9.0), (-2.4, 25.0, -9.2)), 0.8),
)
# On all fours: in the hollow of a back that sags, from its ridge down the flank; and below one that humps,
# from the belly up the flank.
_SAGS = (0.14, 0.16)  # sines: so hollow a back begins to fold, and by so much more it does wholly
_HOLLOW: tuple[tuple[_Line, float], ...] = (
    (((2.0, -7.4, -9.6), (7.4, -7.0, -6.2), (11.4, -6.0, -2.6), (13.2, -4.4, 1.0), (13.8, -2.2, 4.4)), 0.5),
    (((2.0, -1.0, -9.0), (7.4, -1.2, -6.0), (11.2, -1.4, -2.8), (13.0, -1.2, 0.0), (13.6, -0.4, 2.8)), 0.6),
    (((2.0, 5.4, -9.6), (7.4, 4.6, -6.6), (11.6, 3.4, -3.2), (13.6, 2.6, 0.2), (14.4, 2.4, 3.8)), 0.5),
)
_HUMPED: tuple[tuple[_Line, float], ...] = (
    (((1.0, -7.4, 13.0), (6.4, -6.6, 10.4), (10.6, -5.6, 7.0), (12.8, -5.0, 3.4), (13.6, -5.0, -0.4)), 1.0),
    (((1.0, 0.0, 13.0), (6.4, 0.0, 10.6), (10.8, -0.2, 7.4), (13.0, -0.8, 4.0), (13.8, -1.8, 0.4)), 1.0),
    (((1.0, 7.4, 14.0), (6.4, 6.6, 11.4), (11.0, 5.4, 8.2), (13.4, 3.8, 4.6), (14.2, 2.0, 1.0)), 1.0),
)
# Where a head that leans draws the shirt: from the foot of the neck on its long side down across the breast;
# how deep each is; the sine of the lean from which on it does, and by how much more it does wholly.
_LEANT: tuple[tuple[_Line, float], ...] = (
    (((7.2, 0.4, 3.2), (5.6, -2.6, 6.0), (3.4, -5.4, 7.8), (1.0, -8.2, 9.0), (-1.6, -11.0, 9.8)), 0.35),
    (((10.4, -1.8, 2.6), (9.2, -5.0, 5.6), (7.4, -8.0, 7.8), (5.2, -11.0, 9.2), (2.6, -14.0, 10.0)), 0.3),
)
_LEANT_FROM = (0.3, 0.35)
# Cosines: an arm hangs that points down more than this; a side of the trunk is turned away that far.
_HANGS_FROM, _AWAY = 0.75, 0.45
# Below a collar that drawn up shoulders press the cloth against: turns round it from the breast, how far off
# it (cm), how far down (cm), from their root on, and how deep; the rise (cm) from which on it folds, and by
# how much more it does wholly.
_BUNCHED = (
    ((78.0, 62.0, 47.0, 33.0, 20.0), (2.6, 2.7, 2.9, 3.2, 3.4), (0.2, -0.6, -1.5, -2.2, -2.7), 0.6),
    ((88.0, 74.0, 60.0, 47.0, 36.0), (5.2, 5.4, 5.5, 5.6, 5.6), (-0.2, -1.5, -2.8, -3.9, -4.7), 0.8),
)
_RISES = (4.0, 6.0)
# Where a trunk bends on the screen the inner side is pressed together: the sine from which folds begin, and
# by how much more they are whole; of each fold at which of the rounds from the hem on it comes in, and
# how long it is and how far it goes up with the ribs, as shares of its width.
_BENDS_FROM, _BENDS = 0.16, 0.3
_MIDDLE = 3  # the round at the waist
_PRESSED = ((3.65, 0.3, 0.16), (2.7, 0.5, 0.12), (1.85, 0.36, 0.05))
_PRESSED_OUT = 0.14  # so far beyond the edge (share of the trunk's width) it begins


def shade_of(folds: Sequence[Outline], tone: float = _WEDGE_TONE) -> list[Layer]:
    """The folds of the shirt, if any: they lie in the cloth's own texture, which ends at its edge."""
    return [soft("top", filled(*folds), tone)] if folds else []


def pulled(body: Body, camera: Camera, waist: float, sat: Mapping[Side, float]) -> Iterator[Outline]:
    """Where the shirt is pulled: by a trunk that twists from hip to ribs, by a thigh that is drawn up (`sat`,
    the sine of its angle with the trunk) at the hip.
    """
    for crease in _creases(body, sat):
        if crease.deep < _FAINTEST:
            continue
        deep = crease.deep * crease.shows(body, camera)
        if deep >= _FAINTEST:
            o, f = body.spine[crease.joint]
            wide = waist if crease.joint < _RIBS else min(waist, 1 + (waist - 1) * _RIBS_WIDER)
            line = [camera.xy(point(o, f, (x * crease.sx * wide, y, z))) for x, y, z in crease.line]
            yield _wedge(line, deep, camera.px_per_cm)


def beside_sleeves(
    body: Body, camera: Camera, arms: float, beside: Mapping[Side, float]
) -> Iterator[Outline]:
    """The shade between the breast and the sleeve of an arm that hangs `beside` it (1): the same for both."""
    right, up, front = body.frames["chest"]
    for s, sx in SIDES:
        shoulder, elbow = body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"]
        hangs = smoothstep((-dot(unit(sub(elbow, shoulder)), up) - _HANGS_FROM) / (1 - _HANGS_FROM))
        # The trunk lies over an arm on the side turned away.
        nearer = smoothstep((sx * camera.facing(right) + _AWAY) / _AWAY)
        deep = hangs * nearer * beside[s]
        if deep >= _FAINTEST:
            arm = Bone(shoulder, elbow, front, UPPER_ARM, arms)
            line = [mad(arm.at(t), right, -sx * (arm.radius(t) + aside)) for t, aside in _BESIDE_SLEEVE]
            yield _wedge([camera.xy(p) for p in line], deep, camera.px_per_cm, _BESIDE_SLEEVE_CM)


def bunched(
    camera: Camera, ring: tuple[Vec, Frame], size_cm: tuple[float, float], rise_cm: Mapping[Side, float]
) -> Iterator[Outline]:
    """The folds below a collar of that middle and frame, so wide and deep, on the side of each shoulder that
    is drawn up so far.
    """
    at, f = ring
    wide, deep_cm = size_cm
    for s, sx in SIDES:
        drawn_up = smoothstep((rise_cm[s] - _RISES[0]) / _RISES[1])
        for turns, off, down, share in _BUNCHED:
            aside = sin(radians(turns[2])) * sx, cos(radians(turns[2]))
            out = unit(mad(scale(f[0], aside[0]), f[2], aside[1]))
            deep = share * drawn_up * smoothstep((camera.facing(out) - _SEEN) / _TURNS)
            if deep >= _FAINTEST:
                line = [
                    camera.xy(
                        point(at, f, ((wide + o) * sin(radians(t)) * sx, y, (deep_cm + o) * cos(radians(t))))
                    )
                    for t, o, y in zip(turns, off, down, strict=True)
                ]
                yield _wedge(line, deep, camera.px_per_cm)


def _wedge(line: Outline, deep: float, px_per_cm: float, wide_cm: float = _WEDGE_CM) -> Outline:
    """A fold along a line from the edge of a cloth on; one that is less deep is slimmer and shorter."""
    (x, y), long = line[0], _SHORTEST + (1 - _SHORTEST) * deep
    shown = [(x + (u - x) * long, y + (v - y) * long) for u, v in line]
    return band(shown, [wide_cm * deep * px_per_cm * k for k in _TAPERS])


def pressed(eggs: Sequence[Egg], px_per_cm: float, hangs: float) -> Iterator[Outline]:
    """The folds on the inner side of a bend, as it is seen, of a trunk of those rounds from the hem up, from
    which the cloth `hangs` free (1) of the bend.
    """
    hem, middle, breast = (complex(*eggs[i][:2]) for i in (0, _MIDDLE, -1))
    lower, upper = middle - hem, breast - middle
    if not lower or not upper:
        return
    turn = (lower.conjugate() * upper).imag / abs(lower) / abs(upper)
    deep = smoothstep((abs(turn) - _BENDS_FROM) / _BENDS) * (1 - hangs)
    if deep < _FAINTEST:
        return
    along = (breast - hem) / abs(breast - hem)
    inward = along * (-1j if turn > 0 else 1j)  # from the inner side to the outer
    for at, long, up in _PRESSED:
        x, y, xx, xy, yy, _ = mixed_rounds(eggs[int(at)], eggs[int(at) + 1], at % 1)
        centre = complex(x, y)
        u, v = inward.real, inward.imag
        half = sqrt(max(0.0, xx * u * u + 2 * xy * u * v + yy * v * v))
        root = centre - inward * half * (1 + 2 * _PRESSED_OUT)
        across, rises = inward * 2 * half * (long + _PRESSED_OUT), along * 2 * half * up
        line = [root + across * t + rises * t * t for t in _ALONG]
        yield _wedge([(p.real, p.imag) for p in line], deep, px_per_cm)


@dataclass(frozen=True, slots=True)
class _Crease:
    """A fold in the space of a joint of the spine: which way it looks, how deep it is (0 to 1), on which
    side, and how far it must face the viewer to begin to show, and how much further to show wholly (cosines).
    Seen from the side, one that looks `ahead` is none.
    """

    joint: int
    line: _Line
    faces: Vec
    deep: float
    sx: float
    seen: float = _SEEN
    turns: float = _TURNS
    ahead: bool = False

    def shows(self, body: Body, camera: Camera) -> float:
        """How far its side is turned to the viewer, 0 to 1."""
        frame = body.spine[self.joint][1]
        x, y, z = self.faces
        out = to_world(frame, unit((x * self.sx, y, z)))
        shown = smoothstep((camera.facing(out) - self.seen) / self.turns)
        if self.ahead:
            begins, whole = _FROM_SIDE
            shown *= smoothstep((camera.facing(frame[2]) - begins) / whole)
        return shown


def _creases(body: Body, sat: Mapping[Side, float]) -> Iterator[_Crease]:
    (px, hips_up, _), (_, chest_up, ahead) = body.frames["pelvis"], body.spine[4][1]
    twist = dot(ahead, px)
    # A belly that comes forward, or lies on the thighs, draws the front smooth.
    spans = (1 - smoothstep(arched_of(body) / ARCHED)) * (1 - folded_of(body))
    carried = carried_of(body)
    stands = sat_on_of(body) * (1 - carried) * spans
    for s, sx in SIDES:
        lifted = smoothstep((body.lift[s] - _LIFTED) / (1 - _LIFTED))
        lap = smoothstep((sat[s] - 0.1) / 0.5)
        yield _Crease(0, _SAT, (1.0, 0.0, 0.2), lap * spans, sx)
        yield _Crease(0, _LAP, _AHEAD, _LAP_DEEP * lap * (1 - stands), sx, ahead=True)
        for line, deep in _MEETS_THIGHS:
            yield _Crease(0, line, (1.0, 0.0, 0.2), deep * stands, sx)
        for joint, line, deep in _CARRIED:
            yield _Crease(joint, line, (1.0, 0.0, -0.1), deep * carried, sx)
        hangs = 1 - smoothstep(max(length(cross(chest_up, hips_up)), abs(twist), sat[s], lifted) / _CALM)
        yield _Crease(1, _HUNG[sx < 0], _AHEAD, _HUNG_DEEP * hangs, sx, *_HUNG_SEEN, ahead=True)
        falls = hangs * (1 - smoothstep(body.lift[s] / _RAISED))
        for line, deep in _FALLS:
            yield _Crease(4, line, _AHEAD, deep * falls, sx, *_HUNG_SEEN, ahead=True)
    lean = lean_of(body)
    drawn = smoothstep((abs(lean) - _LEANT_FROM[0]) / _LEANT_FROM[1]) * smoothstep(chest_up[1])
    for line, deep in _LEANT:
        yield _Crease(5, line, (0.0, 0.0, 1.0), deep * drawn, -1.0 if lean > 0 else 1.0)
    side = 1.0 if twist > 0 else -1.0
    twists = smoothstep((abs(twist) - _TWISTS[0]) / _TWISTS[1])
    for line, deep in _TWISTED:
        yield _Crease(2, line, (0.0, 0.0, 1.0), deep * twists, side)
    for line, deep in _TWISTED_BEHIND:
        yield _Crease(2, line, (0.4, 0.0, -1.0), deep * twists, side)
    yield from _on_fours(body)


def _on_fours(body: Body) -> Iterator[_Crease]:
    """The folds on the short side of the bend of somebody on all fours: all other cloth hangs smooth."""
    fours = on_fours_of(body)
    sags, humps = fours * smoothstep((arched_of(body) - _SAGS[0]) / _SAGS[1]), fours * humped_of(body)
    for _, sx in SIDES:
        for line, deep in _HOLLOW:
            yield _Crease(2, line, (1.0, 0.0, -0.3), deep * sags, sx)
        for line, deep in _HUMPED:
            yield _Crease(2, line, (1.0, 0.0, 0.2), deep * humps, sx)
