"""A scarf below the head: one cloth, wound round the neck and laid over both shoulders to its round hem.

It is told in the cloth's own terms: rings from the jaw down to the collarbones, then the hem, each going the
same way round. What is on it has a level (a ring and a share of the way to the next) and an angle round it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.bearing import SIZE
from unhunch.figure.outline import Finish, joined
from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Egg, Outline, Round, filled, hull, mixed_rounds, tube
from unhunch.figure.skeleton import Body
from unhunch.figure.skull import HeadSpace, add_leaf, dots
from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    dot,
    frame_between,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    to_local,
    unit,
)

# The rings that go with the head: height and depth on it, half axes; then one half way, and those that lie on
# the breast. cm.
_ON_HEAD: tuple[tuple[Vec, float, float], ...] = (
    ((0.0, 3.8, -0.2), 6.9, 8.0),
    ((0.0, 0.6, -0.3), 7.0, 6.9),
)
# On the side a leaning head stretches, the cloth is drawn to the neck: its rings give way by so much there
# (cm), and of the slope to the shoulder is left so much, which sags by so much more. So it hangs in a curve.
_GIVES_WAY: tuple[float, ...] = (0.5, 3.1, 5.0)
_SLOPE_LEFT, _SAGS_MORE = 0.68, 3.0
_HALF_WAY: tuple[Vec, float, float] = ((0.0, -1.6, -0.3), 7.4, 6.9)
_ON_BREAST: tuple[tuple[Vec, float, float], ...] = (
    ((0.0, 1.6, -0.2), 8.0, 7.3),
    ((0.0, -1.4, 0.0), 9.2, 8.3),
)
_COLLARBONES = 4  # the level of the last ring; the next one is the hem
_THICK_CM = 2.2  # half the height of a ring: a flat one has corners where its edge is seen
_HEM_ROUND_CM, _ABOVE_HEM = 0.5, 0.3  # how round its middle is, so far up of the way to the collarbones
_FINISH = Finish(54, 0.9, 1.8)
_COARSE = 0.5  # as a share of the camera's detail: what is joined is rounded again
# The end that hangs from the throat of who looks down: where it begins on the way from the jaw to the
# collarbones, how far its middle hangs, and how round it is above and below.
_TAIL_AT, _TAIL_CM, _TAIL_ROOT_CM, _TAIL_TIP_CM = 0.6, 10.0, 5.2, 2.4
_OVER_SHOULDER = (1.5, -7.0)  # aside, up: how much farther it hangs on the side that is seen
_PROFILE_RISES_CM = 4.5  # so much higher its front and back are in a profile, which rounds it
_OVER_LYING = 0.6  # by so much less of who looks down, where it lies on the shoulder
_OVER_FACING = 0.8  # cosine of the hem's turn to the viewer by which it does
_SHOULDER: Vec = (15.6, -5.2, 0.0)  # where a resting one is
# Shares of a ring's width and depth, and how far off it the cloth falls.
_HALF, _HALF_OFF_CM = (0.7, 0.5), 0.25
# How far (share) the cloth is stretched from the head over the nape, and how far down a breast looks (sine)
# whose cloth is so all the way.
_TAUT_UPRIGHT, _TAUT = 0.5, 0.6
# The slope from neck to shoulder the cloth lies on: where it begins, how far it sags, share and radius.
_SLOPE_ROOT: Vec = (3.2, 2.2, -0.8)
_SLOPE_SAGS = 1.2
_SLOPE: tuple[tuple[float, float], ...] = ((0.1, 5.0), (0.26, 4.4), (0.4, 3.7))
# Cosine of its turn to the viewer from which a hem shows, and by how much more: on a shoulder, whose edge it
# makes in a view from in front; on breast and back, whence in a profile it rounds down to the shoulder.
_HEM_SHOWS, _MIDDLE_SHOWS = (-0.5, 1.1), (-0.2, 1.0)
# Of a lean of the trunk to a side the hem hangs down again, which reads as weight, and stays level: so much
# of it, and not of more than such a lean (sine).
_HANGS, _LEVEL, _LEANS_MOST = 0.7, 1.0, 0.6
_DRAWN_UP = 1.0  # so much less of the hem before a breast that looks down, where it would stick out as a fin
# By so much its front is gathered up below the chin of a bowed head, and drawn aside by one that leans (cm);
# how far the crown is ahead (sine) from which it is, and by how much more it all is.
_GATHERED_CM, _DRAWN_ASIDE_CM, _BOWS = 3.0, 2.4, (0.2, 0.4)
_LIES = (0.4, 0.4)  # how far up a breast looks (sine) where the hem on the back begins to be lain on, and is
_PUSHED_UP = 0.6  # so much less of the hem on a back whose arms are raised
# What the shoulder takes along by so much is hidden by its sleeve once the arm is raised: from so high on,
# and by how much more.
_ON_SHOULDER, _SLEEVED = 0.7, (0.5, 0.4)
_RISES_CM = 2.5  # no more than so much of a raised shoulder
# What chin and nape keep the light from: an egg lower than the head by a narrow rim.
_SHADOW: tuple[Vec, Vec] = ((0.0, 1.7, 0.2), (5.6, 4.4, 7.0))
_SHADOW_TONE, _FOLD_TONE, _RIDGE_TONE = 0.13, 0.12, -0.06
# Cosine of its cloth's turn to the viewer from which a fold shows, and by how much more.
_FOLD_TURNS = (0.15, 0.35)

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


# One end of the cloth is laid over the other: from the right of the chin across the breast to the left
# shoulder. Below the chin and at the nape the cloth hangs in arcs. So it differs from side to side.
_FOLDS: tuple[Fold, ...] = (
    Fold(((0.7, -58.0), (2.6, 2.0), (4.7, 64.0)), 2.6),
    Fold(((1.1, -76.0), (3.3, -32.0), (4.8, 34.0)), 2.0),
    Fold(((1.4, -94.0), (3.4, -66.0), (4.8, -14.0)), 1.8),
    Fold(((0.8, 74.0), (1.7, 60.0), (2.5, 30.0)), 1.5),
    Fold(((1.6, 118.0), (3.0, 176.0), (1.7, 236.0)), 1.7),
    Fold(((2.3, 112.0), (4.2, 190.0), (3.0, 246.0)), 1.9),
    Fold(((0.9, 64.0), (1.9, 84.0), (0.9, 112.0)), 1.7, leant=1.0),
    Fold(((0.9, -64.0), (1.9, -84.0), (0.9, -112.0)), 1.7, leant=-1.0),
    Fold(((0.8, -80.0), (2.6, -92.0), (4.6, -88.0)), 1.9, leant=1.0),
    Fold(((0.8, 80.0), (2.6, 92.0), (4.6, 88.0)), 1.9, leant=-1.0),
    Fold(((0.9, -34.0), (2.5, -64.0), (4.5, -76.0)), 1.6, leant=1.0),
    Fold(((0.9, 34.0), (2.5, 64.0), (4.5, 76.0)), 1.6, leant=-1.0),
    Fold(((1.3, -52.0), (3.3, -3.0), (1.5, 50.0)), 1.9, gathered=True),
    Fold(((2.4, -58.0), (4.2, 5.0), (2.3, 60.0)), 2.1, gathered=True),
)
_RIDGES: tuple[Fold, ...] = (
    Fold(((0.9, -60.0), (2.95, 1.0), (4.8, 60.0)), 1.9),
    Fold(((1.3, -78.0), (3.7, -34.0), (4.9, 28.0)), 1.5),
    Fold(((2.0, 114.0), (3.5, 184.0), (2.3, 240.0)), 1.8),
    Fold(((1.8, -56.0), (3.9, 0.0), (2.0, 54.0)), 1.7, gathered=True),
)
_LEANS = (0.12, 0.3)  # sine of a lean from which its folds show, and by how much more they do fully


@dataclass(frozen=True)
class _Hem:
    """A point of the hem: its angle, its place, and how far the shoulder takes it along."""

    deg: float
    at: Vec
    by: float

    @cached_property
    def aside(self) -> float:
        """How far aside it is, as a sine."""
        return sin(radians(self.deg))

    @cached_property
    def middle(self) -> float:
        """How near it is to the middle of breast or back, 0 to 1."""
        return cos(radians(self.deg)) ** 2

    @cached_property
    def in_front(self) -> float:
        """How far it lies on the breast, 0 to 1."""
        return smoothstep(2 * cos(radians(self.deg)))

    @cached_property
    def shows(self) -> tuple[float, float]:
        """The cosine of its turn to the viewer from which it shows, and by how much more."""
        begins, grows = mix((*_HEM_SHOWS, 0.0), (*_MIDDLE_SHOWS, 0.0), self.middle)[:2]
        return begins, grows


# The hem from the breast round the left shoulder to the back: angle, place, and how far the shoulder takes it
# along. On the side that is seen it hangs over the shoulder.
_HEM: tuple[_Hem, ...] = tuple(_Hem(deg, place, by) for deg, place, by in (
    (0.0, (0.0, -11.6, 8.5), 0.0),
    (14.0, (2.9, -11.5, 8.4), 0.02),
    (28.0, (5.7, -10.9, 8.0), 0.1),
    (44.0, (8.2, -9.7, 7.0), 0.3),
    (58.0, (10.1, -7.6, 5.2), 0.5),
    (75.0, (11.4, -4.4, 2.8), 0.6),
    (90.0, (11.2, -2.0, -0.6), 0.65),
    (106.0, (11.0, -4.2, -3.6), 0.6),
    (128.0, (10.0, -7.4, -5.6), 0.5),
    (146.0, (6.3, -8.9, -6.8), 0.3),
    (164.0, (3.0, -9.3, -7.3), 0.05),
    (180.0, (0.0, -9.9, -7.4), 0.0),
))  # fmt: skip


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
        self.space, self.camera = space, space.camera
        self._detail = space.camera.detail * _COARSE
        self.origin, self.frame = body.spine[5]
        self.shoulders = {
            sx: to_local(self.frame, sub(body.joints[f"shoulder_{s}"], self.origin))
            for s, sx in (("l", 1.0), ("r", -1.0))
        }
        self.lift = {1.0: body.lift["l"], -1.0: body.lift["r"]}
        self.leant = -dot(space.frame[0], self.frame[1])
        self.gathered = smoothstep((dot(space.frame[1], self.frame[2]) - _BOWS[0]) / _BOWS[1])
        self.rings = self._rings()
        self.hems = {sx: self._hem(sx) for sx in self.shoulders}

    def _rings(self) -> list[_Ring]:
        space, head = self.space, self.space.frame
        rings = [_Ring(space.at(c), head, a * SIZE, b * SIZE) for c, a, b in _ON_HEAD]
        breast = [_Ring(point(self.origin, self.frame, c), self.frame, a, b) for c, a, b in _ON_BREAST]
        middle, wide, deep = _HALF_WAY
        half = frame_between((unit(head[0]), head[1], unit(head[2])), self.frame, 0.5)
        rings.append(_Ring(mix(space.at(middle), breast[0].centre, 0.5), half, wide, deep))
        aside = self._stretched(-1.0) - self._stretched(1.0)
        return [*(ring.narrowed(cm * aside) for ring, cm in zip(rings, _GIVES_WAY, strict=True)), *breast]

    def _hem(self, sx: float) -> list[tuple[float, Vec]]:
        """The points of the hem on a side, where shoulder and weight have taken it, with their angles."""
        dx, dy, dz = sub(self.shoulders[sx], (_SHOULDER[0] * sx, *_SHOULDER[1:]))
        shoulder = (dx, min(dy, _RISES_CM), dz)
        aside, down = self.camera.facing(self.frame[0]), max(0.0, -self.frame[2][1])
        over = max(0.0, aside * sx) * (1 - _OVER_LYING * down)
        on_back = 1 - smoothstep((self.frame[2][1] - _LIES[0]) / _LIES[1])
        on_back *= 1 - _PUSHED_UP * max(self.lift.values())
        sleeved = smoothstep((self.lift[sx] - _SLEEVED[0]) / _SLEEVED[1])
        ring, found = self.rings[_COLLARBONES], []
        for place in _HEM:
            turn = place.deg * sx
            outward = ring.outward(turn)
            facing = self.camera.facing(outward)
            begins, grows = place.shows
            shown = smoothstep((facing - begins) / grows)
            shown *= 1 - sleeved * min(1.0, place.by / _ON_SHOULDER)
            shown *= 1 - _DRAWN_UP * down * place.in_front
            if place.deg > 90:
                shown *= on_back
            root = ring.at(turn)
            there = self._hung(place, sx, shoulder)
            out = over * place.aside**4 * smoothstep(facing / _OVER_FACING)
            up = _OVER_SHOULDER[1] * out + _PROFILE_RISES_CM * aside * aside * place.middle
            up += _GATHERED_CM * self.gathered * place.in_front
            to_side = _OVER_SHOULDER[0] * out * sx + _DRAWN_ASIDE_CM * self.leant * place.in_front
            there = mad(mad(there, self.frame[0], to_side), self.frame[1], up)
            found.append((turn, mix(root, there, shown)))
        return found

    def _hung(self, place: _Hem, sx: float, shoulder: Vec) -> Vec:
        """Where a point of the hem hangs by its weight, taken along by its shoulder."""
        x, y, z = place.at
        lean = max(-_LEANS_MOST, min(_LEANS_MOST, self.frame[0][1])) * (1 - place.by)
        hung = (x * sx - _HANGS * lean * (_ON_BREAST[-1][0][1] - y), y - _LEVEL * lean * x * sx, z)
        return point(self.origin, self.frame, mad(hung, shoulder, place.by))

    def outlines(self) -> list[Outline]:
        """The whole cloth: the part round the neck, that on the slopes of the shoulders, and what hangs from
        there in front and behind, each half by itself, for they look different ways.
        """
        detail = self._detail
        eggs = [self._egg(ring) for ring in self.rings]
        found = tube(eggs[:2], detail)  # farther down, slopes and halves cover what is between the rings
        for front, end in ((-1.0, -1), (1.0, 0)):
            hangs = self.rings[1:] if front > 0 else self.rings[_COLLARBONES:]  # the nape is hollow
            halves: list[Round] = [self._half(ring, front) for ring in hangs]
            if front < 0:
                halves.append(self._nape())
            turn, lowest = self.hems[1.0][end]
            above = mix(lowest, self.rings[_COLLARBONES].at(turn), _ABOVE_HEM)
            halves.append(self.camera.ball(above, _HEM_ROUND_CM))
            found.append(hull(halves, detail))
        if self.frame[2][1] < 0:
            found.append(self._tail())
        for sx, hem in self.hems.items():
            slope = self._slope(sx)
            # The curve from the neck to the shoulder, by three lines that touch it.
            found += [hull([egg, flesh], detail) for egg, flesh in zip(eggs[1:], slope, strict=False)]
            middle = next(i for i, (turn, _) in enumerate(hem) if abs(turn) >= 90)
            found += [self._panel(hem[: middle + 1]), self._panel(hem[middle:])]
        return found

    def path(self) -> QPainterPath:
        """The whole cloth as one outline, without the corners and notches where its parts meet."""
        middle = self.rings[_COLLARBONES].centre
        x, y = self.camera.xy(middle)
        u, v = self.camera.xy(point(self.origin, self.frame, _HEM[0].at))
        return joined(self.outlines(), _FINISH, self.camera.px_per_cm, (x, y), (u - x, v - y))

    def _tail(self) -> Outline:
        """The end of the cloth that hangs from the throat where the breast looks down."""
        share = smoothstep(-self.frame[2][1])
        root = mix(self.rings[1].centre, self.rings[_COLLARBONES].centre, _TAIL_AT)
        tip = add(root, (0.0, -_TAIL_CM * share, 0.0))
        ends = ((root, _TAIL_ROOT_CM), (tip, _TAIL_TIP_CM))
        return hull([self.camera.ball(place, r) for place, r in ends], self._detail)

    def _egg(self, ring: _Ring) -> Egg:
        return self.camera.egg(ring.centre, ring.frame, ring.wide, _THICK_CM, ring.deep)

    def _stretched(self, sx: float) -> float:
        """How far a leaning head stretches a side, 0 to 1."""
        return smoothstep((-self.leant * sx - _LEANS[0]) / _LEANS[1])

    def _half(self, ring: _Ring, front: float) -> Egg:
        """The back or the front of a ring: from the back of the head to the shoulder blades, and from the
        chin to the breast, the cloth falls straight.
        """
        wide, deep = _HALF
        middle = mad(ring.centre, ring.frame[2], front * ((1 - deep) * ring.deep + _HALF_OFF_CM))
        return self.camera.egg(middle, ring.frame, wide * ring.wide, _THICK_CM, deep * ring.deep)

    def _nape(self) -> Egg:
        """How far up the cloth is stretched over the nape: it bridges the hollow there, of who looks down
        wholly.
        """
        taut = _TAUT_UPRIGHT + (1 - _TAUT_UPRIGHT) * smoothstep(-self.frame[2][1] / _TAUT)
        return mixed_rounds(self._half(self.rings[_COLLARBONES], -1.0), self._egg(self.rings[0]), taut)

    def _slope(self, sx: float) -> list[Egg]:
        """The cloth on the slope of a shoulder, from the neck on."""
        x, y, z = _SLOPE_ROOT
        stretched = self._stretched(sx)
        left, sags = 1 - (1 - _SLOPE_LEFT) * stretched, _SLOPE_SAGS + _SAGS_MORE * stretched
        found = []
        for share, round_cm in _SLOPE:
            a, b, c = mix((x * sx, y, z), self.shoulders[sx], share)
            r, sagged = round_cm * left, (a, b - 4 * share * (1 - share) * sags, c)
            found.append(self.camera.egg(point(self.origin, self.frame, sagged), self.frame, r, r, r))
        return found

    def _panel(self, hem: Sequence[tuple[float, Vec]]) -> Outline:
        """What hangs between the foot of the neck and a part of the hem."""
        ring = self.rings[_COLLARBONES]
        corners = (ring.at(hem[-1][0]), self.rings[_COLLARBONES - 1].centre, ring.at(hem[0][0]))
        places = (*(place for _, place in hem), *corners)
        return hull([self.camera.ball(place, _HEM_ROUND_CM) for place in places], self._detail)

    def shadow(self) -> Outline:
        """What the chin shades, or the back of the head."""
        return hull([self.space.egg(*_SHADOW)], self.camera.detail)

    def lines(self, folds: Sequence[Fold]) -> QPainterPath:
        """The folds; those that are not on the viewer's side have no width."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for fold in folds:
            level, turn = fold.spots[1]
            facing = self.camera.facing(self.rings[min(_COLLARBONES, round(level))].outward(turn))
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
        upper = min(_COLLARBONES, int(level))
        start = self.rings[upper].at(angle_deg)
        end = self.rings[upper + 1].at(angle_deg) if upper < _COLLARBONES else self._on_hem(angle_deg)
        return mix(start, end, level - upper)

    def _on_hem(self, angle_deg: float) -> Vec:
        turn = (angle_deg + 180) % 360 - 180
        hem = self.hems[1.0 if turn >= 0 else -1.0]
        i = next(i for i in range(1, len(hem)) if abs(hem[i][0]) >= abs(turn))
        (before, a), (after, b) = hem[i - 1], hem[i]
        return mix(a, b, (turn - before) / (after - before))


def drape(space: HeadSpace, body: Body) -> list[Layer]:
    """The cloth below the head, what the head shades of it, and its folds."""
    cloth = _Drape(space, body)
    return [
        Layer("hair", cloth.path()),
        Layer("hair", filled(cloth.shadow()), tone=_SHADOW_TONE),
        Layer("hair", cloth.lines(_RIDGES), tone=_RIDGE_TONE),
        Layer("hair", cloth.lines(_FOLDS), tone=_FOLD_TONE),
    ]
