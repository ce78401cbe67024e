"""A scarf below the head: one cloth, close under the chin, that spreads over the collar and ends in a bow on
the breast; the shoulders, which stretches light up, are free.

It is told in the cloth's own terms: rings from the jaw down to the breast, each going the same way round.
What is on it has a level (a ring and a share of the way to the next) and an angle round it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bearing import SIZE
from unhunch.figure.head.collar import collar_seen
from unhunch.figure.head.neck import chin_down, hangs_prone
from unhunch.figure.head.skull import HeadSpace, add_leaf, dots
from unhunch.figure.ink.outline import Finish, joined
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import Outline, filled, hull, tube
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    dot,
    frame_between,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    unit,
)

Size = tuple[Vec, float, float]
"""A ring's middle, half its width and half its depth, in cm."""

# The rings that go with the head: height and depth on it, half axes; then one half way, and those of the
# drape over the collar: how far above it and ahead, half axes. cm.
_ON_HEAD: tuple[Size, ...] = (
    ((0.0, 3.8, -0.2), 6.9, 8.0),
    ((0.0, 0.6, -0.3), 6.9, 6.8),
)
# Of a head bowed down an upright chest it falls from the temples over the cheeks in one line: where it went
# in to the jaw, head and cloth would be two bulbs.
_ON_HEAD_BOWED: tuple[Size, ...] = (
    ((0.0, 9.8, -0.2), 8.0, 8.8),
    ((0.0, 2.6, 1.0), 8.0, 6.6),
)
_HALF_WAY: Size = ((0.0, -1.4, -0.3), 6.5, 6.0)
_HALF_WAY_BOWED: Size = ((0.0, -1.4, 0.6), 8.2, 6.4)
_ON_COLLAR: tuple[Size, ...] = (
    ((0.0, 2.4, -0.2), 6.5, 6.0),
    ((0.0, 0.4, 0.4), 8.9, 7.5),
    ((0.0, -3.0, 1.5), 9.7, 7.9),
    ((0.0, -6.2, 3.0), 6.4, 6.0),
)
# Of a head that hangs from a prone chest: the neck is hidden in the cloth, which lies broad over the
# shoulders; a long end would be a lobe on the back.
_HALF_WAY_PRONE: Size = ((0.0, -1.4, 0.3), 7.1, 6.8)
_ON_COLLAR_PRONE: tuple[Size, ...] = (
    ((0.0, 2.4, 0.3), 7.9, 6.8),
    ((0.0, 0.4, 1.0), 10.2, 7.6),
    ((0.0, -2.4, 1.8), 11.6, 7.7),
    ((0.0, -4.3, 2.5), 10.3, 6.7),
)
# With an arm along that head: its shoulder pushes the cloth together to the neck.
_ON_COLLAR_REACHING: tuple[Size, ...] = (
    ((0.0, 2.8, 0.3), 6.6, 6.2),
    ((0.0, 2.4, -0.6), 7.0, 5.2),
    ((0.0, 2.0, -1.6), 6.8, 4.0),
    ((0.0, 1.6, -2.2), 5.8, 3.0),
)
# Of a head bowed down an upright chest, which would hide all but a tight ring of it: there it falls farther.
_ON_COLLAR_BOWED: tuple[Size, ...] = (
    ((0.0, 1.4, 1.2), 7.4, 6.6),
    ((0.0, -2.4, 2.2), 9.9, 8.2),
    ((0.0, -6.0, 3.0), 10.0, 8.1),
    ((0.0, -10.2, 4.2), 6.4, 6.0),
)
_THICK_CM = 1.4  # half the height of a ring: a flat one has corners where its edge is seen
# On the side a leaning head stretches, the cloth is drawn to the neck: its rings give way by so much (cm).
_GIVES_WAY: tuple[float, ...] = (0.5, 1.2, 1.4)
_LEANS = (0.12, 0.3)  # sine of a lean from which it is and its folds show, and by how much more they do all
_FINISH = Finish(54, 0.9, 1.2)
_COARSE = 0.5  # as a share of the camera's detail: what is joined is rounded again
# What chin and nape keep the light from: an egg lower than the head by a narrow rim.
_SHADOW: tuple[Vec, Vec] = ((0.0, 1.7, 0.2), (5.6, 4.4, 7.0))
_SHADOW_TONE, _FOLD_TONE, _RIDGE_TONE = 0.13, 0.12, -0.06
# Cosine of its cloth's turn to the viewer from which a fold shows, and by how much more.
_FOLD_TURNS = (0.15, 0.35)
_BOWS = (0.2, 0.4)  # how far ahead the crown is (sine) where cloth begins to gather, and until it all has

Spot = tuple[float, float]
"""A place on the cloth: its level, and its angle round it (degrees, from the breast to the left)."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A fold from the first over the second to the third place. `leant` folds are there as far as the head
    leans to the left (1) or the right (-1), `gathered` ones as far as it is bowed; the others always.
    """

    spots: tuple[Spot, Spot, Spot]
    width: float
    leant: float = 0.0
    gathered: bool = False


# The cloth is wound from the right of the chin down to the left and on round the nape; the last turn is the
# drape over the collar. So it differs from side to side.
_FOLDS: tuple[Fold, ...] = (
    Fold(((0.9, -72.0), (2.0, -6.0), (2.6, 62.0)), 1.6),
    Fold(((1.9, -92.0), (3.2, -20.0), (3.2, 76.0)), 2.2),
    Fold(((3.4, -74.0), (4.5, -12.0), (4.5, 60.0)), 1.9),
    Fold(((0.8, 80.0), (1.9, 96.0), (2.9, 112.0)), 1.4),
    Fold(((1.2, 118.0), (2.3, 176.0), (1.9, 236.0)), 1.7),
    Fold(((2.6, 106.0), (3.4, 184.0), (3.0, 258.0)), 2.1),
    Fold(((4.2, 110.0), (4.6, 180.0), (4.1, 244.0)), 1.6),
    Fold(((0.9, 64.0), (1.9, 84.0), (0.9, 112.0)), 1.5, leant=1.0),
    Fold(((0.9, -64.0), (1.9, -84.0), (0.9, -112.0)), 1.5, leant=-1.0),
    Fold(((1.2, -52.0), (2.4, -3.0), (1.4, 50.0)), 1.7, gathered=True),
    Fold(((0.5, 84.0), (1.6, 70.0), (2.9, 40.0)), 1.3, gathered=True),
    Fold(((0.4, -86.0), (1.5, -74.0), (2.8, -46.0)), 1.3, gathered=True),
)
_RIDGES: tuple[Fold, ...] = (
    Fold(((1.5, -80.0), (2.6, -14.0), (2.9, 68.0)), 1.6),
    Fold(((3.0, -78.0), (3.9, -16.0), (3.9, 62.0)), 2.0),
    Fold(((2.9, 114.0), (3.9, 182.0), (3.5, 242.0)), 1.8),
)


@dataclass(frozen=True, slots=True)
class _Ring:
    """A ring of the cloth: its middle, its frame (y along the neck), half its width and depth."""

    centre: Vec
    frame: Frame
    wide: float
    deep: float

    def at(self, angle_deg: float) -> Vec:
        turn = radians(angle_deg)
        along = mad(self.centre, self.frame[0], self.wide * sin(turn))
        return mad(along, self.frame[2], self.deep * cos(turn))

    def narrowed(self, cm: float) -> _Ring:
        """The ring when its right side gives way by so much (below 0: the left one)."""
        narrower = abs(cm) / 2
        return _Ring(mad(self.centre, self.frame[0], cm / 2), self.frame, self.wide - narrower, self.deep)

    def outward(self, angle_deg: float) -> Vec:
        turn = radians(angle_deg)
        return mad(scale(self.frame[0], sin(turn)), self.frame[2], cos(turn))


class _Drape:
    """The cloth below one head."""

    def __init__(self, space: HeadSpace, body: Body) -> None:
        self.space, self.camera, self.body = space, space.camera, body
        self.collar, self.frame = collar_seen(body, space.camera)
        self.leant = -dot(space.frame[0], self.frame[1])
        self.gathered = smoothstep((dot(space.frame[1], self.frame[2]) - _BOWS[0]) / _BOWS[1])
        self.prone, self.bowed = hangs_prone(body), chin_down(body)
        self.rings = self._rings()

    def _rings(self) -> list[_Ring]:
        space, head = self.space, self.space.frame
        on_head = [_between(*sizes, self.bowed) for sizes in zip(_ON_HEAD, _ON_HEAD_BOWED, strict=True)]
        rings = [_Ring(space.at(c), head, a * SIZE, b * SIZE) for c, a, b in on_head]
        sizes = [_between(*sizes, self.prone) for sizes in zip(_ON_COLLAR, _ON_COLLAR_PRONE, strict=True)]
        reaching = self.prone * max(self.body.lift.values())
        sizes = [_between(*sizes, reaching) for sizes in zip(sizes, _ON_COLLAR_REACHING, strict=True)]
        sizes = [_between(*sizes, self.bowed) for sizes in zip(sizes, _ON_COLLAR_BOWED, strict=True)]
        spread = [_Ring(point(self.collar, self.frame, c), self.frame, a, b) for c, a, b in sizes]
        half_way = _between(_HALF_WAY, _HALF_WAY_PRONE, self.prone)
        middle, wide, deep = _between(half_way, _HALF_WAY_BOWED, self.bowed)
        half = frame_between((unit(head[0]), head[1], unit(head[2])), self.frame, 0.5)
        rings.append(_Ring(mix(space.at(middle), spread[0].centre, 0.5), half, wide, deep))
        aside = self._stretched(-1.0) - self._stretched(1.0)
        return [*(ring.narrowed(cm * aside) for ring, cm in zip(rings, _GIVES_WAY, strict=True)), *spread]

    def _stretched(self, sx: float) -> float:
        """How far a leaning head stretches a side, 0 to 1."""
        return smoothstep((-self.leant * sx - _LEANS[0]) / _LEANS[1])

    def path(self) -> QPainterPath:
        """The whole cloth as one outline, without the corners and notches where its rings meet."""
        eggs = [self._egg(ring) for ring in self.rings]
        x, y = self.camera.xy(self.rings[-1].centre)
        u, v = self.camera.xy(self.rings[0].centre)
        away = (x - u, y - v) if abs(x - u) + abs(y - v) > 1 else (0.0, 1.0)
        return joined(tube(eggs, self.camera.detail * _COARSE), _FINISH, self.camera.px_per_cm, (x, y), away)

    def _egg(self, ring: _Ring) -> Egg:
        return self.camera.egg(ring.centre, ring.frame, ring.wide, _THICK_CM, ring.deep)

    def shadow(self) -> Outline:
        """What the chin shades, or the back of the head."""
        return hull([self.space.egg(*_SHADOW)], self.camera.detail)

    def lines(self, folds: Sequence[Fold]) -> QPainterPath:
        """The folds; those that are not on the viewer's side have no width."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for fold in folds:
            level, turn = fold.spots[1]
            facing = self.camera.facing(self.rings[round(level)].outward(turn))
            shown = smoothstep((facing - _FOLD_TURNS[0]) / _FOLD_TURNS[1])
            if fold.leant:
                shown *= smoothstep((self.leant * fold.leant - _LEANS[0]) / _LEANS[1])
            if fold.gathered:
                shown *= self.gathered
            if shown > 0:
                width = fold.width * self.camera.px_per_cm * shown
                add_leaf(path, [self.camera.xy(self._place(*spot)) for spot in fold.spots], width)
            else:
                add_leaf(path, dots(self.camera.xy(self._place(level, turn)), 3), 0.0)
        return path

    def _place(self, level: float, angle_deg: float) -> Vec:
        upper = min(int(level), len(self.rings) - 2)
        start, end = (ring.at(angle_deg) for ring in self.rings[upper : upper + 2])
        return mix(start, end, level - upper)


def _between(one: Size, other: Size, share: float) -> Size:
    """A ring a share of its way to another one."""
    (c, a, b), (d, u, v) = one, other
    return mix(c, d, share), a + (u - a) * share, b + (v - b) * share


def drape(space: HeadSpace, body: Body) -> list[Layer]:
    """The cloth below the head, what the head shades of it, and its folds."""
    cloth = _Drape(space, body)
    return [
        Layer("hair", cloth.path()),
        Layer("hair", filled(cloth.shadow()), tone=_SHADOW_TONE),
        Layer("hair", cloth.lines(_RIDGES), tone=_RIDGE_TONE),
        Layer("hair", cloth.lines(_FOLDS), tone=_FOLD_TONE),
    ]
