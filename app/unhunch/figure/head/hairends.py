"""The ends of loose hair beside neck and cheek: where they hang as a head turns, leans, bows or lies."""

from collections.abc import Sequence
from math import copysign

from unhunch.figure.head.eyes import pressed
from unhunch.figure.head.hairline import hung
from unhunch.figure.head.hairshape import Egg3, HairShape
from unhunch.figure.head.skull import POINT, HeadSpace, mixed
from unhunch.figure.ink.shapes import Outline, hull
from unhunch.figure.rig.vectors import Vec, mad, mix, scale, smoothstep, to_local

# Ends of hair beside neck or cheek are for a head that is neither turned nor leant: the sines of both from
# which there are none, and by how much less they are whole.
_ENDS_TURN, _ENDS_LEAN = (0.55, 0.45), (0.75, 0.3)
# That of a bowed head, on the left: a lock from the temple in a curve to the jaw, slim and round below.
_BESIDE_CHEEK: tuple[Egg3, ...] = (
    ((7.4, 8.5, -1.0), (1.2, 2.0, 2.0)), ((5.1, 2.0, 1.9), (0.9, 0.9, 0.9)),
    ((7.0, 3.8, 0.2), (1.3, 1.3, 1.3)),
)  # fmt: skip
# Sine of a turn from which there is none on the side turned away, where it would hang before the brow, and by
# how much less it is whole.
_CHEEK_AWAY = (0.06, 0.2)
# That on the lower side of one that leans, seen from in front: it falls to the shoulder. Sines of the lean,
# of how far up the crown points, and cosine of the face's turn from which it does; how much more it all does.
# And the sine of how far that side is turned to the viewer: of one turned away it would cross the eye.
_TO_SHOULDER: tuple[Egg3, ...] = (
    ((7.0, 10.0, 0.0), (1.0, 2.2, 2.0)), ((4.8, 1.6, 0.6), (0.5, 0.5, 0.5)),
    ((7.2, 6.2, -0.6), (1.4, 1.8, 1.6)),
)  # fmt: skip
_DROPS, _DROPS_UPRIGHT, _DROPS_AHEAD, _DROPS_SEEN = (0.2, 0.3), (0.4, 0.25), (0.3, 0.4), (-0.35, 0.25)
# That of a head that looks down, seen from beside: it falls from behind the ear past the jaw. From where, how
# far (cm), and how thick it is there; sines of how far down the head looks, how far beside it the viewer is,
# and how far up its crown still points from which it does, and by how much more wholly.
_BEHIND_EAR: tuple[tuple[Vec, float, Vec], ...] = (
    ((6.0, 4.2, -3.6), 0.0, (1.0, 2.0, 2.4)), ((6.6, 3.8, -2.4), 8.0, (0.5, 0.6, 0.6)),
    ((5.8, 2.4, -4.6), 7.5, (0.6, 0.8, 0.8)),
)  # fmt: skip
_LOOKS_DOWN, _BESIDE, _CROWN_UP = (0.58, 0.2), (0.35, 0.35), (0.02, 0.2)


def end_of_hair(space: HeadSpace, shape: HairShape, tip: Sequence[Egg3], side: float) -> Outline:
    """The end of hair beside the neck: on the far half of its shell a round one; on the near one that beside
    a bowed cheek, where it would be a fang, above a shoulder to which a head leans, or behind an ear.
    """
    grown, falls = _level(space) * (max(0.0, space.view[2]) if side < 0 else space.bowed), 0.0
    if side > 0:
        sx = copysign(1.0, tip[0][0][0])
        drops, falls = _drops(space, sx), _falls(space, sx)
        near = (mixed(*eggs, drops) for eggs in zip(_BESIDE_CHEEK, _TO_SHOULDER, strict=True))
        grown *= 1 - smoothstep((space.beyond(sx) - _CHEEK_AWAY[0]) / _CHEEK_AWAY[1])
        tip, grown = [((x * sx, y, z), radii) for (x, y, z), radii in near], max(grown, drops)
    grown, (root, _) = max(POINT, grown), tip[0]
    places = hung(space, shape, [mix(root, place, grown) for place, _ in tip])
    eggs = [(place, scale(radii, grown)) for place, (_, radii) in zip(places, tip, strict=True)]
    if falls:
        eggs = [mixed(*pair, falls) for pair in zip(eggs, _fallen(space, sx, falls), strict=True)]
    return hull([space.egg(*egg) for egg in eggs], space.camera.detail)


def _fallen(space: HeadSpace, sx: float, share: float) -> list[Egg3]:
    """What has fallen from behind an ear, where x has that sign, by a share of its way."""
    down = to_local(space.frame, (0.0, -1.0, 0.0))
    return [(mad((x * sx, y, z), down, cm * share), radii) for (x, y, z), cm, radii in _BEHIND_EAR]


def _drops(space: HeadSpace, x: float) -> float:
    """How far hair drops to a shoulder the head leans to, where x has that sign, 0 to 1."""
    (_, lean, _), (_, up, _), _ = space.frame
    shown = smoothstep((up - _DROPS_UPRIGHT[0]) / _DROPS_UPRIGHT[1])
    shown *= smoothstep((space.view[2] - _DROPS_AHEAD[0]) / _DROPS_AHEAD[1])
    shown *= smoothstep((copysign(space.view[0], space.view[0] * x) - _DROPS_SEEN[0]) / _DROPS_SEEN[1])
    return shown * smoothstep((-copysign(lean, lean * x) - _DROPS[0]) / _DROPS[1])


def _falls(space: HeadSpace, x: float) -> float:
    """How far hair falls from behind the ear, on the side where x has that sign, 0 to 1."""
    _, (_, up, _), (_, ahead, _) = space.frame
    falls = smoothstep((-ahead - _LOOKS_DOWN[0]) / _LOOKS_DOWN[1]) * (1 - pressed(space))
    falls *= smoothstep((up - _CROWN_UP[0]) / _CROWN_UP[1])
    return falls * smoothstep((copysign(space.view[0], space.view[0] * x) - _BESIDE[0]) / _BESIDE[1])


def _level(space: HeadSpace) -> float:
    """How far a head is neither turned nor leant, 0 to 1."""
    turn = smoothstep((_ENDS_TURN[0] - abs(space.view[0])) / _ENDS_TURN[1])
    return turn * smoothstep((_ENDS_LEAN[0] - abs(space.frame[0][1])) / _ENDS_LEAN[1])
