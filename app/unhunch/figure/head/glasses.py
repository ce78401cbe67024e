"""Glasses: two lenses, their bridge and the sides that run to the ears."""

from math import cos, hypot, sin, sqrt, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bearing import looks_down
from unhunch.figure.head.eyes import BALLS, eye_at
from unhunch.figure.head.hairline import lies_back
from unhunch.figure.head.skull import BOTH, BRAINCASE, HeadSpace, Line, thinned, told_once
from unhunch.figure.ink.parts import Layer
from unhunch.figure.rig.vectors import IDENTITY, Vec, add, dot, mad, mix, smoothstep, sub, yawed

_LENS: Vec = (3.0, 8.05, 8.45)
_LENS_RADII = (2.0, 1.78)
# A near lens of a head that lies is turned to who sees it nearly from its edge, else it is a slit with a lash
# across: the cosine of its turn to them from which it is, and by how much less wholly.
_LENS_YAW_DEG, _TURNED_YAW_DEG, _EDGE_ON = 15.0, 48.0, (0.6, 0.25)
_EDGE_ON_HANGING = (0.9, 0.35)  # of one that hangs, whose closed lid lies along the edge
_HANGS = (0.45, 0.25)  # how far down a face looks (sine) where it begins to hang, and by how much more
_ABOVE = (0.3, 0.3)  # the same for how far from above it is seen
_UPRIGHT = 0.3  # by so much of that it is on an upright head, so that the eye is inside it
_RIM_CM = 0.25
_FINER = 0.35  # of a head that lies all of it is finer by such a share, not to read as a dial with a hand
# Of a bowed head the sides of the glasses would rise and stick out: by so much they are lowered, and closer.
_TEMPLES_RISE, _TEMPLES_CLOSER = 0.25, 0.06
# A lens goes with its eye, which in a profile lies farther back, and more: so the eye is in its middle.
_FOLLOWS_BACK = 1.5
_INNER_CM, _SET_IN_CM = _LENS[0] - _LENS_RADII[0], 0.6  # where lenses begin; a far one, nearer to the nose
_SLIVER = 0.8  # what is left of a far lens, as a share, from which on its rim gets thinner
_BEYOND = (0.63, 0.08)  # sine of a turn from which the nose hides the far lens, and by how much more
_SINKS = 1.4  # cm by which lenses go down with the lids of a face seen from below
_SINKS_LESS = 0.6  # so much less (share) with the shut lids of one that lies
_SLIDES = 1.0  # cm by which they are lower on a face seen from above, whose brows they would cross
# Of a bowed head lenses would be flat ovals below the eyes, each tilted another way: they are higher (cm),
# taller (share) and nearer to one plane (share).
_BOWED_HIGHER, _BOWED_TALLER, _BOWED_LEVEL = 1.2, 0.3, 0.8
_TEMPLE_GOES = 0.25  # sine of a turn by which the far side of the glasses is gone
_ASIDE = (0.63, 0.1)  # sine of a turn from which the nose hides the bridge, and by how much more
# Cosine of a face's turn from the viewer by which its glasses are hidden, and by how much more they are not.
# The crown hides them sooner: by so much for all of the sine, beyond another, from which the face is seen.
_AWAY, _CROWN_HIDES = (-0.2, 0.2), (0.9, 0.5)
# Those of a face that looks down stay longer, seen from beside: by so much of the cosine; the sine of
# how far beside it the viewer is from which they do, and by how much more wholly.
_STAY_DOWN, _BESIDE_DOWN = 0.4, (0.7, 0.15)


def _ring(sx: float, yaw_deg: float) -> Line:
    """A lens's rim, from its outer end round: flat, so that it is an even oval from wherever it is seen."""
    across, up, out = yawed(IDENTITY, yaw_deg * sx)
    middle = (_LENS[0] * sx, _LENS[1], _LENS[2])
    turns = [tau * i / 16 for i in range(18)]  # a little more than once round: no gap is left
    a, b = _LENS_RADII
    return Line(
        tuple(mad(mad(middle, across, a * cos(t) * sx), up, b * sin(t)) for t in turns),
        (out,) * len(turns),
        (_RIM_CM,) * len(turns),
    )


RINGS = tuple(_ring(sx, _LENS_YAW_DEG) for sx in BOTH)
_TURNED_RINGS = tuple(_ring(sx, _TURNED_YAW_DEG) for sx in BOTH)
_BRIDGE = Line(((-1.0, 8.4, 9.0), (0.0, 8.75, 9.5), (1.0, 8.4, 9.0)), ((0.0, 0.0, 1.0),) * 3, (0.25,) * 3)
_ENDS_ON_EAR = ((6.85, 8.8, 4.8), (7.45, 8.9, 1.4), (7.5, 8.7, 0.3))
# Seen from below, their curve round the temple would hang like a string: the sine by which they are straight.
_STRAIGHT_BELOW = 0.3
_BESIDE = ((0.88, 0.48), (0.94, 0.34), (1.0, 0.0), (1.0, 0.0))  # how it faces: x and z


def temples(space: HeadSpace) -> list[Layer]:
    """The sides of the glasses, from the lenses to the ears, where they end under the hair."""
    path = QPainterPath()
    shown = _glasses_shown(space)
    if shown > 0:
        rise, closer = _TEMPLES_RISE * max(0.0, space.view[1]), 1 - _TEMPLES_CLOSER * space.bowed
        for sx, ring in zip(BOTH, _rings(space), strict=True):
            hinge = add(ring.places[1], _aside(space, sx))
            places = _straightened((hinge, *((x * sx, y, z) for x, y, z in _ENDS_ON_EAR)), space)
            level = tuple((x * closer, y - (_LENS[2] - z) * rise, z) for x, y, z in places)
            normals = tuple((x * sx, 0.0, z) for x, z in _BESIDE)
            side = Line(level, normals, (_RIM_CM,) * len(level))
            space.add_stroke(path, thinned(side, shown * (1 - smoothstep(space.beyond(sx) / _TEMPLE_GOES))))
    return [Layer("glasses", path)]


def _straightened(places: tuple[Vec, ...], space: HeadSpace) -> tuple[Vec, ...]:
    """A side of the glasses, which is a straight line for whoever sees the face from below."""
    share = smoothstep(-space.view[1] / _STRAIGHT_BELOW)
    hinge, *_, end = places
    along = [(hinge[2] - z) / (hinge[2] - end[2]) for _, _, z in places]
    return tuple(mix(at, mix(hinge, end, t), share) for at, t in zip(places, along, strict=True))


def lenses(space: HeadSpace) -> list[Layer]:
    """Round lenses and their bridge."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    shown = _glasses_shown(space)
    if shown > 0:
        for sx, ring in zip(BOTH, _rings(space), strict=True):
            left = _before_face(space, sx)
            beyond = smoothstep((space.beyond(sx) - _BEYOND[0]) / _BEYOND[1])
            rim = _lens(space, sx, ring, left)
            rim = thinned(rim, shown * min(1.0, left / _SLIVER) * (1 - beyond))
            space.add_stroke(path, rim)
        aside = smoothstep((max(map(space.beyond, BOTH)) - _ASIDE[0]) / _ASIDE[1])
        places = tuple(add(place, (0.0, _rises(space), 0.0)) for place in _BRIDGE.places)
        bridge = Line(places, _BRIDGE.normals, _BRIDGE.widths)
        space.add_stroke(path, thinned(bridge, shown * (1 - aside)))
    return [Layer("glasses", path)]


@told_once
def _rings(space: HeadSpace) -> list[Line]:
    """The rims of both lenses; of a head that lies a near one is not seen from its edge."""
    rings = [_facing(space, sx, *both) for sx, *both in zip(BOTH, RINGS, _TURNED_RINGS, strict=True)]
    return [_raised(ring, space.bowed) for ring in rings] if space.bowed else rings


def _raised(ring: Line, bowed: float) -> Line:
    """A rim of a head that is bowed so far, 0 to 1: in it the closed eye is seen."""
    (_, middle, ahead), taller, level = _LENS, 1 + _BOWED_TALLER * bowed, _BOWED_LEVEL * bowed
    places = tuple((x, middle + (y - middle) * taller, z + (ahead - z) * level) for x, y, z in ring.places)
    return Line(places, ring.normals, ring.widths)


def _facing(space: HeadSpace, sx: float, ring: Line, turned: Line) -> Line:
    """A rim, on its way to that which is turned to the viewer the more it is seen from its edge, most so of a
    head that lies or hangs.
    """
    hangs = smoothstep((-space.frame[2][1] - _HANGS[0]) / _HANGS[1])
    above = smoothstep((space.view[1] - _ABOVE[0]) / _ABOVE[1])
    rests, faces = max(_UPRIGHT, lies_back(space), above), dot(ring.normals[0], space.view)
    share = max(
        amount * smoothstep((begins - faces) / less)
        for amount, (begins, less) in ((rests, _EDGE_ON), (hangs, _EDGE_ON_HANGING))
    )
    if not share or sx * space.view[0] <= 0:
        return ring
    places = tuple(mix(a, b, share) for a, b in zip(ring.places, turned.places, strict=True))
    return Line(places, turned.normals, ring.widths)


def _aside(space: HeadSpace, sx: float) -> Vec:
    """How far a near lens goes with its eye in a profile; and down, as of glasses seen from below."""
    x, _, z = sub(eye_at(space, sx)[0], BALLS[sx][0])
    up = _rises(space)
    return (x, up, _FOLLOWS_BACK * z) if x * sx > 0 else (0.0, up, 0.0)


def _rises(space: HeadSpace) -> float:
    """How much higher (below 0: lower) glasses sit on a face seen from above or below, in cm."""
    sinks = _SINKS * min(0.0, space.view[1]) * (1 - _SINKS_LESS * lies_back(space))
    slides = _SLIDES * max(0.0, space.view[1]) ** 2
    return sinks - slides + _BOWED_HIGHER * space.bowed


def _lens(space: HeadSpace, sx: float, ring: Line, left: float) -> Line:
    """A lens's rim: a near one goes with its eye, a far one is as narrow as what is `left` of it."""
    ax, ay, az = _aside(space, sx)
    inner = sx * (_INNER_CM - _SET_IN_CM * space.beyond(sx)) + ax
    places = tuple((inner + (x - sx * _INNER_CM) * left, y + ay, z + az) for x, y, z in ring.places)
    return Line(places, ring.normals, ring.widths)


def _before_face(space: HeadSpace, sx: float) -> float:
    """How much of a lens lies before the face: a far one would stand out beyond its outline."""
    turn = space.beyond(sx)
    if turn <= 0:
        return 1.0
    ahead = max(1e-3, sqrt(1 - turn * turn))
    (_, cy, _), (rx, ry, rz) = BRAINCASE
    edge = hypot(rx * ahead, rz * turn) * sqrt(1 - ((_LENS[1] - cy) / ry) ** 2)
    reach = (edge - _LENS[2] * turn) / ahead  # how far from the middle a lens may reach
    return min(1.0, max(0.0, (reach - _INNER_CM + _SET_IN_CM * turn) / (2 * _LENS_RADII[0])))


def _glasses_shown(space: HeadSpace) -> float:
    """How much of the width of the glasses there is to see: none looks out beyond a face that is turned away,
    but the near side of those on a face that looks at the mat; those of a head that lies are finer.
    """
    crown = _CROWN_HIDES[0] * max(0.0, space.view[1] - _CROWN_HIDES[1])
    beside = smoothstep((abs(space.view[0]) - _BESIDE_DOWN[0]) / _BESIDE_DOWN[1])
    stays = _STAY_DOWN * looks_down(space.frame) * beside
    shown = smoothstep((space.view[2] - _AWAY[0] - crown + stays) / _AWAY[1])
    return shown * (1 - _FINER * lies_back(space))
