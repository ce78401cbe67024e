"""The tissue a stretch works on, as one warm light that lies on the body.

An area is a few flat soft spots just under the skin, laid out as the muscle is: seen from straight above a
spot is wide, from the side a thin band along the body's outline. All areas of a moment are laid into one
small picture of brightness, so that they run into each other and over the edges of shirt, sleeve, neck and
trousers; a ramp of colours for each cloth turns brightness into light. A spot fades as its side of the body
turns away, and along a limb that only hangs on to the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from math import floor, hypot, sqrt
from typing import NamedTuple, Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient, QTransform

from unhunch.figure.camera import Camera
from unhunch.figure.parts import AxisPoint, Part
from unhunch.figure.shading import Soft, fading, small
from unhunch.figure.shapes import Point
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import (
    Frame,
    Vec,
    cross,
    dot,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    to_world,
    unit,
)

Matrix = tuple[float, float, float]
"""A symmetric one of two rows: xx, xy, yy."""

BACK: Vec = (0.0, 0.0, -1.0)
FRONT: Vec = (0.0, 0.0, 1.0)
_FRONT_SIDE: Vec = (0.4, 0.0, 0.92)


class Spot(NamedTuple):
    """`where` is a joint, `spine.3`, or `slope.5` for so many tenths of the way from the neck's root to the
    shoulder, with x along that way; `at` the place in its frame (x towards the area's own side).

    `half` is how far from there the spot has half its brightness along the frame's axes, cm; `faces` the way
    out of the skin. A `side` of -1 puts it on the other side of the body than the area's own; `share` makes
    it fainter than others, where the light grows thin.
    """

    where: str
    at: Vec
    half: Vec
    faces: Vec  # of length 1
    side: float = 1.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """`parts` lists the kinds of part the spots may show on, and `cloths` what of these."""

    spots: tuple[Spot, ...]
    parts: frozenset[str]
    cloths: frozenset[str] = frozenset({"skin", "top", "trousers", "hair"})


def _facing(faces: Vec, *spots: tuple[str, Vec, Vec]) -> tuple[Spot, ...]:
    """Spots that all face one way."""
    return tuple(Spot(where, at, half, unit(faces)) for where, at, half in spots)


def _fainter(share: float, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The spots with a share of their brightness."""
    return tuple(spot._replace(share=share) for spot in spots)


def _pair(faces: Vec, *spots: tuple[str, Vec, Vec]) -> tuple[Spot, ...]:
    """Spots on either side of the body's middle."""
    found = _facing(faces, *spots)
    return (*found, *(spot._replace(side=-1.0) for spot in found))


_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})
_NECK = frozenset({"trunk", "neck", "upperarm"})
_SEAT = frozenset({"trunk", "thigh"})
_SHIRT = frozenset({"top", "skin"})

AREAS: dict[str, Area] = {
    "nape": Area(
        _facing(
            BACK,
            ("head", (0, 3.0, -5.5), (3.4, 3.0, 2.4)),
            ("spine.6", (0, 0.5, -3.4), (3.2, 4.0, 2.4)),
            ("spine.5", (0, -2.0, -5.0), (5.6, 4.0, 2.4)),
        ),
        _NECK,
    ),
    "upper_back": Area(  # the rhomboids and the middle trapezius: a kite between the shoulder blades
        (
            *_facing(
                BACK,
                ("spine.5", (0, -3.5, -4.8), (5.0, 4.0, 2.8)),
                ("spine.3", (0, 4.0, -5.2), (4.4, 6.0, 2.8)),
            ),
            *_pair((0.3, 0, -0.95), ("spine.4", (4.4, 1.5, -5.2), (5.2, 6.0, 3.0))),
        ),
        _SHOULDER,
    ),
    "lower_back": Area(  # brightest in its middle; fades out before the hem
        (
            *_pair(BACK, ("spine.2", (3.4, 2.4, -4.8), (4.2, 4.6, 4.0))),
            *_fainter(
                0.6,
                _pair(
                    BACK,
                    ("spine.2", (3.2, -4.4, -5.0), (3.4, 5.0, 3.0)),
                    ("spine.3", (3.2, 0.6, -5.0), (3.4, 5.6, 3.0)),
                ),
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "sacrum": Area(  # the hollow of the back above the hips, on the shirt alone: not the buttocks
        (
            *_facing(
                BACK,
                ("spine.1", (0, 0.0, -4.4), (6.6, 5.0, 4.8)),
                ("spine.2", (0, -2.0, -4.4), (6.6, 5.6, 4.8)),
            ),
            *_fainter(0.6, _facing(BACK, ("spine.3", (0, -4.0, -4.8), (5.6, 5.6, 4.0)))),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "whole_back": Area(  # an even band from hem to collar, brightest in its middle
        (
            *_fainter(
                0.8,
                _pair(
                    BACK,
                    ("spine.1", (3.4, 2.0, -5.4), (3.2, 4.8, 2.6)),
                    ("spine.5", (3.2, -3.0, -4.8), (3.2, 5.0, 2.6)),
                ),
            ),
            *_pair(
                BACK,
                ("spine.2", (3.6, 1.0, -5.6), (3.4, 5.4, 2.8)),
                ("spine.3", (3.8, 0.0, -5.6), (3.6, 5.8, 3.0)),
                ("spine.4", (3.6, -1.0, -5.4), (3.4, 5.4, 2.8)),
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "belly": Area(  # on either side of the middle, so that from the side it lies within the outline
        (
            *_fainter(0.8, _pair(_FRONT_SIDE, ("spine.3", (3.8, -5.0, 7.2), (4.8, 5.4, 5.0)))),
            *_fainter(
                0.45,
                _pair(
                    _FRONT_SIDE,
                    ("spine.2", (3.8, -4.0, 6.8), (4.2, 5.6, 4.2)),
                    ("spine.4", (3.8, -4.0, 7.4), (4.2, 6.0, 4.2)),
                ),
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "chest": Area(  # both breast muscles, each a fan to the front of the shoulder
        _pair(
            (0.35, 0, 0.93),
            ("spine.5", (5.0, -11.0, 8.8), (5.0, 4.8, 2.6)),
            ("spine.5", (9.6, -8.4, 7.0), (4.6, 4.0, 2.8)),
            ("shoulder", (-1.2, -1.4, 2.4), (3.6, 2.6, 2.6)),
        ),
        _SHOULDER,
    ),
    "thorax": Area(  # the upper back where it lies on roller or block: a band along the back's edge
        (
            *_pair(
                (0.9, 0, -0.44),
                ("spine.4", (8.4, -8.0, -5.0), (4.4, 6.6, 3.2)),
                ("spine.4", (8.4, 1.0, -4.8), (4.4, 6.6, 3.2)),
            ),
            *_fainter(0.4, _pair((0.93, 0, -0.37), ("spine.4", (9.4, -3.4, 0.0), (4.4, 7.6, 4.2)))),
        ),
        _SHOULDER,
        _SHIRT,
    ),
    "front": Area(  # the straight muscle of the belly and the lower ribs it hangs from: a long soft leaf
        (
            *_fainter(0.85, _pair(_FRONT_SIDE, ("spine.3", (3.6, -2.0, 7.4), (4.6, 6.0, 4.8)))),
            *_fainter(
                0.55,
                _pair(
                    _FRONT_SIDE,
                    ("spine.2", (3.6, -1.0, 7.0), (4.4, 5.8, 4.2)),
                    ("spine.4", (3.6, -1.0, 7.8), (4.4, 6.2, 3.8)),
                ),
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "throat": Area(
        _facing(
            FRONT,
            ("head", (0, 1.0, 3.0), (2.4, 2.6, 2.2)),
            ("spine.6", (0, -0.5, 2.2), (2.8, 3.4, 2.4)),
            ("spine.5", (0, 1.5, 3.6), (2.8, 2.8, 2.4)),
        ),
        frozenset({"neck"}),
    ),
    "trapezius": Area(  # a fan from the side of the neck out along the slope, and down behind it
        (
            *_fainter(0.75, _facing((0.8, 0.4, -0.4), ("spine.6", (4.6, -2.4, -1.0), (2.0, 2.2, 2.2)))),
            *_facing(
                (0.35, 0.9, -0.25),
                ("slope.4", (0, 0.9, -0.4), (3.8, 3.0, 3.4)),
                ("slope.8", (0, 1.5, -0.4), (4.4, 3.0, 3.2)),
            ),
            *_facing(
                (0.2, 0.2, -0.96),
                ("spine.5", (5.0, -4.4, -5.4), (4.4, 4.0, 2.4)),
                ("spine.4", (3.0, 0.0, -6.0), (2.8, 5.0, 2.4)),
            ),
        ),
        _NECK,
        _SHIRT,
    ),
    "neck_side": Area(  # from behind the ear down the neck and out to the shoulder
        (
            *_facing(
                (1, 0, 0),
                ("head", (4.2, 2.0, -2.2), (2.8, 3.4, 2.8)),
                ("spine.6", (3.8, -0.4, -1.4), (3.2, 4.0, 3.2)),
            ),
            *_facing(
                (0.6, 0.8, 0),
                ("slope.2", (0, 1.2, -1.6), (3.8, 3.0, 3.0)),
                ("slope.6", (0, 1.7, -1.4), (5.0, 2.6, 2.8)),
            ),
        ),
        _NECK,
    ),
    "side": Area(  # the broad muscle of the back as a wing: from the waist up to the armpit and into the arm
        (
            *_fainter(0.7, _facing((1, 0, 0), ("shoulder", (2.0, 3.0, -0.6), (3.8, 6.0, 4.4)))),
            *_facing(
                (1, 0, 0),
                ("spine.5", (13.0, -8.0, 0.2), (3.2, 5.4, 4.8)),
                ("spine.4", (12.0, -4.0, 0.8), (4.8, 6.4, 5.4)),
                ("spine.3", (11.6, -2.0, 1.4), (5.4, 6.8, 5.0)),
            ),
            *_fainter(0.7, _facing((1, 0, 0), ("spine.2", (11.6, -1.0, 1.6), (4.6, 6.0, 4.4)))),
        ),
        _SHOULDER,
    ),
    "waist": Area(  # the flank and the edge of the back on the side that a turn lifts: nothing on the belly
        (
            *_facing(
                (0.95, 0, -0.3),
                ("spine.3", (10.4, -4.6, -1.0), (4.4, 6.2, 4.4)),
                ("spine.2", (10.2, -1.0, -1.0), (4.4, 6.0, 4.4)),
            ),
            *_fainter(0.7, _facing((0.95, 0, -0.3), ("spine.3", (10.6, 3.2, -0.8), (3.8, 5.6, 4.0)))),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "pec": Area(  # a fan from the armpit, wider and fainter towards the breastbone
        (
            *_facing(
                (0.35, 0, 0.93),
                ("shoulder", (1.6, -0.6, 2.6), (3.8, 2.6, 2.8)),
                ("shoulder", (-2.2, -3.4, 4.0), (4.0, 4.0, 3.0)),
                ("spine.5", (10.0, -8.6, 7.2), (4.2, 4.6, 2.8)),
            ),
            *_fainter(0.6, _facing((0.35, 0, 0.93), ("spine.5", (6.6, -9.2, 8.4), (4.8, 5.6, 2.6)))),
            *_fainter(0.35, _facing((0.35, 0, 0.93), ("spine.5", (3.2, -9.6, 9.0), (5.0, 6.4, 2.6)))),
        ),
        _SHOULDER,
    ),
    "rear_shoulder": Area(  # the shoulder blade, and the shoulder's back where one sees it from behind
        (
            *_facing((0.96, 0.2, -0.2), ("shoulder", (0.4, -0.6, -2.4), (3.8, 3.4, 3.2))),
            *_facing(
                (0.25, 0.1, -0.96),
                ("spine.5", (5.0, -6.0, -5.4), (6.4, 6.0, 3.6)),
                ("spine.4", (4.0, -1.0, -5.6), (6.4, 6.6, 3.6)),
            ),
        ),
        _SHOULDER,
    ),
    "glutes": Area(  # round the buttock, and up over the hip's side to the low back
        (
            *_facing(
                (0.35, -0.1, -0.93),
                ("pelvis", (7.0, -3.4, -8.0), (5.0, 5.4, 3.6)),
                ("pelvis", (5.6, 5.5, -6.6), (3.4, 5.4, 2.4)),
            ),
            *_facing((0.85, 0, -0.5), ("pelvis", (10.6, -1.6, -4.0), (3.0, 5.0, 5.0))),
        ),
        _SEAT,
    ),
}


_UNSEEN = 0.3  # the strength up to which nothing shows: a faint light looks like a stain
_REACH = 2.4  # a spot has half its brightness at its radius, and ends at so many of them
_SPOT = 0.72  # the brightness of one spot alone; where they overlap it grows to full
_CELL_CM = 1.5
_MOST_CELLS = 128  # no small picture is wider or higher
_LIMBS = frozenset({"upperarm", "thigh"})  # the light runs out along these
_RUN_OUT = 1.5  # in lengths of the way over which the limb's own shadow grows
_NOTHING = 0.02
_TINY = 1e-6
_AWAY = -0.82  # an area that faces away as far as this cannot be seen
_AWAY_SPAN = 0.5
_ROUND_CM = 7.0  # what faces away shows where the body's outline is: so far out, times how far it does
_RIM, _RIM_TURN = 0.65, 0.6  # how narrow it is then, and from which turn on
_UNIT = QRectF(-1, -1, 2, 2)
_NECK_ROOT: Vec = (3.6, 1.4, -1.0)  # from the spine's fifth joint


class Lit(NamedTuple):
    """A spot on the screen: its middle (pixels), the symmetric matrix (xx, xy, yy) that makes it of a round
    one of radius 1, how far it reaches to the sides and up, and how strong it is, 0 to 1.
    """

    x: float
    y: float
    xx: float
    xy: float
    yy: float
    wide: float
    high: float
    strength: float


@dataclass(frozen=True, slots=True)
class Patch:
    """One area on the screen: its spots, the rectangle they reach (pixels), the parts and cloths it may show
    on, and its side (of an arm or leg it lights only that of its own side); empty for both.
    """

    spots: tuple[Lit, ...]
    box: QRectF
    parts: frozenset[str]
    cloths: frozenset[str]
    side: str

    def suits(self, part: Part, cloth: str) -> bool:
        """Whether it may show on a cloth of a part; of an arm on the sleeve, since it has run out where that
        ends.
        """
        if part.kind == "upperarm" and cloth == "skin":
            return False
        kind = "trunk" if cloth == "top" and part.kind == "neck" else part.kind  # the collar is of the shirt
        near = not (self.side and part.side) or part.side == self.side
        return near and kind in self.parts and cloth in self.cloths


@lru_cache(maxsize=1)
def _spot() -> QImage:
    """A round white spot that fades evenly to nothing; drawn larger or smaller it stays as smooth."""
    size = 48
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    gradient = QRadialGradient(size / 2, size / 2, size / 2)
    for i in range(13):
        q = i / 12
        gradient.setColorAt(q, QColor(255, 255, 255, round(255 * (1 - q * q) ** 3)))
    p = QPainter(image)
    p.fillRect(image.rect(), gradient)
    p.end()
    return image


def _frame_of(body: Body, where: str, sx: float) -> tuple[Vec, Frame]:
    """Where a spot's space begins, and how it lies; `sx` is 1 for the person's left, -1 for the right."""
    kind, _, n = where.partition(".")
    if kind == "spine":
        return body.spine[int(n)]
    if kind not in ("slope", "shoulder"):
        return body.joints[where], body.frames[where]
    tip = body.joints["shoulder_l" if sx > 0 else "shoulder_r"]
    if kind == "shoulder":
        return tip, body.frames["chest"]
    o, g = body.spine[5]
    x, y, z = _NECK_ROOT
    root = point(o, g, (x * sx, y, z))
    along = scale(unit(sub(tip, root)), sx)
    ahead = unit(mad(g[2], along, -dot(g[2], along)))
    return mix(root, tip, int(n) / 10), (along, cross(ahead, along), ahead)


def patches(body: Body, camera: Camera, focus: Sequence[tuple[str, float]]) -> list[Patch]:
    """The patches to show for `focus` (area names with strengths 0 to 1)."""
    out = []
    for name, strength in focus:
        seen = smoothstep((strength - _UNSEEN) / (1 - _UNSEEN))
        if seen < _NOTHING:
            continue
        sided = name.endswith(("_l", "_r"))
        area = AREAS[name[:-2] if sided else name]
        sx = -1.0 if name.endswith("_r") else 1.0
        spots = tuple(_lit(body, camera, area.spots, sx, seen))
        if spots:
            out.append(Patch(spots, _box(spots), area.parts, area.cloths, name[-1] if sided else ""))
    return out


def _lit(body: Body, camera: Camera, spots: Sequence[Spot], sx: float, seen: float) -> Iterator[Lit]:
    """The spots that can be seen, on the screen."""
    for spot in spots:
        out = sx * spot.side
        o, f = _frame_of(body, spot.where, out)
        u, v, w = spot.faces
        way = to_world(f, (u * out, v, w))
        facing = camera.facing(way)
        strength = seen * spot.share * smoothstep((facing - _AWAY) / _AWAY_SPAN)
        if strength < _NOTHING:
            continue
        x, y, z = spot.at
        centre = point(o, f, (x * out, y, z))
        if facing < 0:
            centre = mad(centre, way, -_ROUND_CM * facing)
        x, y, xx, xy, yy, _ = camera.egg(centre, f, *spot.half)
        matrix = (xx, xy, yy) if facing >= 0 else _pressed((xx, xy, yy), camera, way, -facing)
        yield _stretched((x, y), matrix, strength)


def _pressed(matrix: Matrix, camera: Camera, way: Vec, away: float) -> Matrix:
    """The matrix of an egg that faces away by so much: of that only a rim is seen along the body's outline,
    so it is narrow in the direction it faces.
    """
    u, v = dot(camera.right, way), -dot(camera.up, way)
    n = hypot(u, v)
    if n < _TINY:
        return matrix
    u, v = u / n, v / n
    less = (1 - _RIM) * smoothstep(away / _RIM_TURN)
    p, q, r = 1 - less * u * u, -less * u * v, 1 - less * v * v  # presses along (u, v)
    xx, xy, yy = matrix
    a, b, c, d = p * xx + q * xy, p * xy + q * yy, q * xx + r * xy, q * xy + r * yy
    return a * p + b * q, a * q + b * r, c * q + d * r


def _stretched(middle: tuple[float, float], matrix: Matrix, strength: float) -> Lit:
    """A spot of the egg with that matrix: the matrix's root makes it of a round one."""
    xx, xy, yy = matrix
    root = sqrt(max(0.0, xx * yy - xy * xy))
    k = _REACH / max(_TINY, sqrt(xx + yy + 2 * root))
    wide, high = _REACH * sqrt(max(0.0, xx)), _REACH * sqrt(max(0.0, yy))
    return Lit(*middle, (xx + root) * k, xy * k, (yy + root) * k, wide, high, strength)


class Glow:
    """The patches of one frame, and the light they make on the parts of the figure within `area` (pixels)."""

    def __init__(self, found: Sequence[Patch], area: QRectF, px_per_cm: float) -> None:
        self._patches, self._area, self._px_per_cm = found, area, px_per_cm
        self._shown: dict[tuple[str, str], tuple[int, ...]] = {}
        self._suit: dict[tuple[str, str], tuple[int, ...]] = {}
        self._lights: dict[tuple[str, tuple[int, ...]], Light] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything is lit."""
        return bool(self._patches)

    def shown_on(self, part: Part, cloth: str) -> tuple[int, ...]:
        """The numbers of the patches that show on a cloth of a part."""
        if not self._patches:
            return ()
        key = (part.name, cloth)
        if key not in self._shown:
            found = self._suiting(part, cloth)
            self._shown[key] = tuple(i for i in found if self._patches[i].box.intersects(part.bounds))
        return self._shown[key]

    def light_on(self, part: Part, cloth: str) -> Light:
        """The light that lies on a cloth of a part.

        What does not reach the part is in it all the same: so most parts have one light.
        """
        shown = self._suiting(part, cloth)
        fade = part.fade if part.kind in _LIMBS else None
        key = (part.name if fade else "", shown)
        if key not in self._lights:
            light = self._whole(shown)
            self._lights[key] = light.along(fade) if fade else light
        return self._lights[key]

    def _suiting(self, part: Part, cloth: str) -> tuple[int, ...]:
        key = (part.name, cloth)
        if key not in self._suit:
            self._suit[key] = tuple(i for i, patch in enumerate(self._patches) if patch.suits(part, cloth))
        return self._suit[key]

    def _whole(self, shown: tuple[int, ...]) -> Light:
        """The light of some patches, wherever it falls."""
        key = ("", shown)
        if key not in self._lights:
            spots = [spot for i in shown for spot in self._patches[i].spots]
            self._lights[key] = Light(spots, self._area, self._px_per_cm)
        return self._lights[key]


class Light:
    """The brightness of some spots, as a small picture of as much of `area` (pixels) as they reach."""

    def __init__(self, spots: Sequence[Lit], area: QRectF, px_per_cm: float) -> None:
        cell = _CELL_CM * px_per_cm
        self._image, self._rect, to_small = small(_reached(spots, area, cell), cell)
        spot = _spot()
        p = QPainter(self._image)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for s in spots:
            p.setOpacity(s.strength * _SPOT)
            p.setTransform(QTransform(s.xx, s.xy, s.xy, s.yy, s.x, s.y) * to_small)
            p.drawImage(_UNIT, spot)
        p.end()
        self._to_small = to_small
        self._coloured: dict[tuple[int, ...], Soft] = {}

    def along(self, fade: tuple[AxisPoint, AxisPoint]) -> Self:
        """The same, running out along a limb from where it hangs on to the body."""
        start, end = _run_out(fade)
        faded = copy(self)
        faded._image, faded._coloured = self._image.copy(), {}
        p = QPainter(faded._image)
        p.setTransform(self._to_small)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        p.fillRect(self._rect, fading(QColor(255, 255, 255), end, start))
        p.end()
        return faded

    def coloured(self, ramp: tuple[int, ...]) -> Soft:
        """It as light: `ramp` has 256 colours (ARGB), from no brightness to full."""
        found = self._coloured.get(ramp)
        if found is None:
            brightness = self._image.convertToFormat(QImage.Format.Format_Alpha8)
            picture = _in_colours(ramp).copy(brightness.rect())
            memoryview(picture.bits())[:] = brightness.constBits()  # both have a byte a pixel
            found = Soft(picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), self._rect)
            self._coloured[ramp] = found
        return found


@lru_cache(maxsize=32)
def _in_colours(ramp: tuple[int, ...]) -> QImage:
    """A picture larger than any small one, whose pixels are numbers of these colours.

    To copy a part of it is quick, while to give a picture its colours takes longer than to draw it.
    """
    image = QImage(_MOST_CELLS, _MOST_CELLS, QImage.Format.Format_Indexed8)
    image.setColorTable(ramp)
    image.fill(0)
    return image


def _box(spots: Sequence[Lit]) -> QRectF:
    """The rectangle some spots (one or more) reach."""
    left, right = min(s.x - s.wide for s in spots), max(s.x + s.wide for s in spots)
    top, bottom = min(s.y - s.high for s in spots), max(s.y + s.high for s in spots)
    return QRectF(left, top, right - left, bottom - top)


def _reached(spots: Sequence[Lit], area: QRectF, cell: float) -> QRectF:
    """As much of an area as spots reach, on the grid of its cells, with room for a dark cell all round."""
    if not spots:
        return QRectF(area.left(), area.top(), cell, cell)
    box = _box(spots)
    left = area.left() + max(0.0, floor((box.left() - area.left()) / cell - 1)) * cell
    top = area.top() + max(0.0, floor((box.top() - area.top()) / cell - 1)) * cell
    right, bottom = min(area.right(), box.right()) + 2 * cell, min(area.bottom(), box.bottom()) + 2 * cell
    return QRectF(left, top, max(cell, right - left), max(cell, bottom - top))


def _run_out(fade: tuple[AxisPoint, AxisPoint]) -> tuple[Point, Point]:
    """Where on the screen the light begins to run out along a limb, and where it has; softly even if the limb
    points at the viewer.
    """
    (x0, y0, _, r), (x1, y1, _, _) = fade
    dx, dy = x1 - x0, y1 - y0
    n = hypot(dx, dy)
    if n < 1e-3:
        dx, dy, n = 0.0, 1.0, 1.0
    k = max(_RUN_OUT, 2 * r / n)
    return (x0, y0), (x0 + dx * k, y0 + dy * k)
