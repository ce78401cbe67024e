"""The tissue a stretch works on, as one warm light that lies on the body.

An area is a row of soft spots just under the skin. All areas of a moment are laid into one small picture of
brightness, so that they run into each other and over the edges of shirt, sleeve, neck and trousers; a ramp of
colours for each cloth turns brightness into light. It fades as its side of the body turns away, and along a
limb that only hangs on to the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from unhunch.figure.camera import Camera
from unhunch.figure.parts import AxisPoint, Part
from unhunch.figure.pose import Pose
from unhunch.figure.shading import Soft, fading, small
from unhunch.figure.shapes import Point
from unhunch.figure.skeleton import Body, smoothstep, solve
from unhunch.figure.vectors import Vec, length, mad, mix, point, sub, to_world, unit

Spot = tuple[str, Vec, float]
"""Where (a joint, `spine.3`, or `slope.5` for so many tenths of the way from the neck's root to the
shoulder), the place in its frame (x towards the area's own side), and a radius; cm.
"""


@dataclass(frozen=True, slots=True)
class Area:
    """`spots` are joined in a row; `faces` is the way out of the skin; `parts` lists the kinds of part it may
    show on, and `cloths` what of these.
    """

    spots: tuple[Spot, ...]
    faces: tuple[str, Vec]
    parts: frozenset[str]
    cloths: frozenset[str] = frozenset({"skin", "top", "trousers", "hair"})


_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})
_NECK = frozenset({"trunk", "neck", "upperarm"})
_SEAT = frozenset({"trunk", "thigh"})
_SHIRT = frozenset({"top", "skin"})

AREAS: dict[str, Area] = {
    "nape": Area(
        (("head", (0, 3.0, -5.5), 3.0), ("spine.6", (0, 0.5, -3.0), 3.4), ("spine.5", (0, -2.0, -4.5), 4.4)),
        ("spine.6", (0, 0, -1)),
        _NECK,
    ),
    "upper_back": Area(
        (
            ("spine.5", (0, -4.5, -5.0), 3.6),
            ("spine.4", (0, -3.5, -6.0), 5.2),
            ("spine.3", (0, 0.5, -6.0), 4.0),
        ),
        ("spine.4", (0, 0, -1)),
        _SHOULDER,
    ),
    "lower_back": Area(
        (
            ("spine.0", (0, 2.0, -4.0), 3.8),
            ("spine.1", (0, 1.0, -4.5), 4.8),
            ("spine.2", (0, 1.0, -5.0), 5.4),
            ("spine.3", (0, 0.0, -5.5), 5.0),
            ("spine.4", (0, -2.0, -5.5), 3.8),
        ),
        ("spine.2", (0, 0, -1)),
        _TRUNK,
    ),
    "sacrum": Area(
        (
            ("spine.1", (0, 1.0, -4.5), 3.2),
            ("pelvis", (0, 6.0, -5.5), 4.0),
            ("pelvis", (0, 1.5, -7.0), 3.2),
        ),
        ("pelvis", (0, 0, -1)),
        _SEAT,
    ),
    "whole_back": Area(
        (
            ("spine.0", (0, 1.0, -4.2), 4.0),
            ("spine.1", (0, 0.5, -4.5), 5.0),
            ("spine.2", (0, 0.5, -5.0), 5.6),
            ("spine.3", (0, 0.0, -5.5), 5.6),
            ("spine.4", (0, 0.0, -5.5), 5.0),
            ("spine.5", (0, -4.0, -4.5), 4.0),
        ),
        ("spine.3", (0, 0, -1)),
        _TRUNK,
        _SHIRT,
    ),
    "belly": Area(
        (
            ("spine.0", (0, 1.0, 8.4), 2.4),
            ("spine.1", (0, 0.0, 8.4), 3.6),
            ("spine.2", (0, 0.0, 8.8), 3.8),
            ("spine.3", (0, -2.5, 9.4), 2.4),
        ),
        ("spine.1", (0, 0, 1)),
        _TRUNK,
        _SHIRT,
    ),
    "chest": Area(
        (
            ("spine.5", (9.0, -6.5, 5.0), 4.2),
            ("spine.4", (0, -4.0, 6.5), 4.8),
            ("spine.5", (-9.0, -6.5, 5.0), 4.2),
        ),
        ("spine.5", (0, 0, 1)),
        _SHOULDER,
    ),
    "front": Area(
        (
            ("spine.1", (0, -2.0, 10.6), 2.8),
            ("spine.2", (0, 0.0, 11.0), 3.0),
            ("spine.3", (0, 0.0, 11.8), 3.3),
            ("spine.4", (0, -2.0, 12.0), 3.0),
            ("spine.5", (0, -8.5, 11.2), 2.8),
        ),
        ("spine.3", (0, 0, 1)),
        _TRUNK,
        _SHIRT,
    ),
    "throat": Area(
        (("head", (0, 1.0, 3.0), 2.4), ("spine.6", (0, -0.5, 2.2), 2.8), ("spine.5", (0, 1.5, 3.6), 2.8)),
        ("spine.6", (0, 0, 1)),
        frozenset({"neck"}),
    ),
    "trapezius": Area(
        (
            ("slope.1", (0, 1.6, -2.0), 2.2),
            ("slope.3", (0, 2.2, -1.8), 2.9),
            ("slope.5", (0, 2.4, -1.6), 3.0),
            ("slope.8", (0, 2.4, -1.2), 2.2),
        ),
        ("spine.5", (0.35, 0.9, -0.25)),
        _SHOULDER,
    ),
    "neck_side": Area(
        (
            ("head", (5.0, 2.4, -2.2), 1.7),
            ("spine.6", (4.6, 0.6, -1.4), 2.1),
            ("slope.1", (0, 1.8, -1.6), 2.4),
            ("slope.4", (0, 2.4, -1.4), 2.6),
            ("slope.7", (0, 2.4, -1.2), 2.0),
        ),
        ("spine.6", (1, 0, 0)),
        _NECK,
    ),
    "side": Area(
        (
            ("spine.5", (13.0, -10.5, -0.5), 3.6),
            ("spine.4", (11.6, -5.5, 0.2), 4.4),
            ("spine.3", (10.4, -3.0, 0.8), 4.8),
            ("spine.2", (9.4, -3.0, 1.0), 4.6),
            ("spine.0", (9.6, 0.5, 0.2), 4.0),
        ),
        ("spine.3", (1, 0, 0)),
        _SHOULDER,
    ),
    "waist": Area(
        (
            ("spine.3", (11.0, -5.0, 1.0), 3.0),
            ("spine.2", (11.5, -4.5, 1.0), 4.2),
            ("spine.1", (12.0, -4.0, 0.5), 3.8),
            ("spine.0", (12.5, -2.0, 0.5), 2.6),
        ),
        ("spine.2", (1, 0, 0)),
        _TRUNK,
        _SHIRT,
    ),
    "pec": Area(
        (
            ("shoulder", (-0.5, 0.0, 3.0), 3.4),
            ("spine.5", (11.0, -7.2, 5.5), 4.2),
            ("spine.5", (7.0, -9.0, 6.5), 4.0),
        ),
        ("spine.5", (0.35, 0, 0.93)),
        _SHOULDER,
    ),
    "rear_shoulder": Area(
        (
            ("shoulder", (-1.0, -2.0, -2.5), 3.8),
            ("spine.5", (10.0, -7.0, -4.5), 4.6),
            ("spine.4", (6.5, -2.5, -5.5), 4.8),
        ),
        ("spine.5", (0.4, 0.1, -0.9)),
        _SHOULDER,
    ),
    "glutes": Area(
        (
            ("spine.1", (5.0, -3.5, -5.0), 2.6),
            ("pelvis", (6.0, 5.5, -6.0), 4.0),
            ("pelvis", (7.0, 0.5, -7.0), 4.0),
            ("pelvis", (7.0, -3.5, -7.5), 3.0),
        ),
        ("pelvis", (0.25, 0, -1)),
        _SEAT,
    ),
}


_UNSEEN = 0.15  # the strength up to which nothing shows: a faint light looks like a stain
_REACH = 2.1  # a spot has half its brightness at its radius, and ends at so many of them
_SPOT = 0.5  # the brightness of one spot alone; where they overlap it grows to full
_STEP = 0.9  # the spots of a row are no farther apart than this, in radii
_CELL_CM = 1.5
_LIMBS = frozenset({"upperarm", "thigh"})  # the light runs out along these
_RUN_OUT = 1.5  # in lengths of the way over which the limb's own shadow grows
_NOTHING = 0.02
_AWAY = -0.9  # an area that faces away as far as this cannot be seen
_AWAY_SPAN = 0.4
_ROUND_CM = 9.0  # what faces away shows where the body's outline is: so far out, times how far it does
_NECK_ROOT: Vec = (3.6, 1.4, -1.0)  # from the spine's fifth joint


@dataclass(frozen=True, slots=True)
class Patch:
    """One area on the screen: spots (x, y, how far they reach; pixels), and the parts it may show on."""

    spots: tuple[tuple[float, float, float], ...]
    strength: float
    parts: frozenset[str]
    cloths: frozenset[str]

    def shows_on(self, part: Part, cloth: str) -> bool:
        """Whether it may show on a cloth of a part, and comes as far as there."""
        kind = "trunk" if cloth == "top" and part.kind == "neck" else part.kind  # the collar is of the shirt
        if kind not in self.parts or cloth not in self.cloths:
            return False
        box = part.bounds
        left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
        return any(
            left < x + r and x - r < right and top < y + r and y - r < bottom for x, y, r in self.spots
        )


@lru_cache(maxsize=1)
def _spot() -> QImage:
    """A round white spot that fades evenly to nothing; drawn larger or smaller it stays as smooth."""
    size = 48
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    gradient = QRadialGradient(size / 2, size / 2, size / 2)
    for i in range(13):
        q = i / 12
        gradient.setColorAt(q, QColor(255, 255, 255, round(255 * (1 - q * q) ** 2)))
    p = QPainter(image)
    p.fillRect(image.rect(), gradient)
    p.end()
    return image


def _frame_of(body: Body, where: str, side: str) -> tuple[Vec, tuple[Vec, Vec, Vec]]:
    if where.startswith("spine."):
        return body.spine[int(where[6:])]
    if where.startswith("slope."):
        o, g = body.spine[5]
        x, y, z = _NECK_ROOT
        root = point(o, g, (-x if side == "r" else x, y, z))
        return mix(root, body.joints[f"shoulder_{side or 'l'}"], int(where[6:]) / 10), g
    if where == "shoulder":
        return body.joints[f"shoulder_{side or 'l'}"], body.frames["chest"]
    return body.joints[where], body.frames[where]


def patches(body: Body, camera: Camera, focus: Sequence[tuple[str, float]]) -> list[Patch]:
    """The patches to show for `focus` (area names with strengths 0 to 1)."""
    out = []
    for name, strength in focus:
        side = name[-1] if name.endswith(("_l", "_r")) else ""
        shape = AREAS[name[:-2] if side else name]
        sx = -1.0 if side == "r" else 1.0
        where, (x, y, z) = shape.faces
        _, f = _frame_of(body, where, side)
        way = unit(to_world(f, (x * sx, y, z)))
        facing = camera.facing(way)
        seen = smoothstep((strength - _UNSEEN) / (1 - _UNSEEN)) * smoothstep((facing - _AWAY) / _AWAY_SPAN)
        if seen < _NOTHING:
            continue
        out_cm = _ROUND_CM * max(0.0, -facing)
        balls = [(mad(p, way, out_cm), r) for p, r in _balls(body, shape, side)]
        row = _row(balls, _steps_between(name))
        spots = tuple((*camera.xy(p), r * _REACH * camera.px_per_cm) for p, r in row)
        out.append(Patch(spots, seen, shape.parts, shape.cloths))
    return out


def _balls(body: Body, shape: Area, side: str) -> list[tuple[Vec, float]]:
    """The spots of an area where the body has them: middle and radius, cm."""
    sx = -1.0 if side == "r" else 1.0
    balls = []
    for joint, (x, y, z), r in shape.spots:
        o, g = _frame_of(body, joint, side)
        balls.append((point(o, g, (x * sx, y, z)), r))
    return balls


@lru_cache(maxsize=64)
def _steps_between(name: str) -> tuple[int, ...]:
    """Into how many steps to divide each way between the spots of an area, so that none stands alone.

    Counted once, on a body at rest: were it to change as the spine bends, the brightness would jump.
    """
    side = name[-1] if name.endswith(("_l", "_r")) else ""
    balls = _balls(solve(Pose()), AREAS[name[:-2] if side else name], side)
    return tuple(max(1, round(length(sub(q, p)) / (_STEP * min(r, s)))) for (p, r), (q, s) in pairwise(balls))


def _row(balls: Sequence[tuple[Vec, float]], steps: Sequence[int]) -> list[tuple[Vec, float]]:
    """The balls with others between them."""
    out = []
    for ((p, r), (q, s)), n in zip(pairwise(balls), steps, strict=True):
        out += [(mix(p, q, i / n), r + (s - r) * i / n) for i in range(n)]
    return [*out, balls[-1]]


class Glow:
    """The patches of one frame, and the light they make on the parts of the figure within `area` (pixels)."""

    def __init__(self, found: Sequence[Patch], area: QRectF, px_per_cm: float) -> None:
        self._patches, self._area, self._px_per_cm = found, area, px_per_cm
        self._lights: dict[tuple[str, tuple[int, ...]], Light] = {}

    def shown_on(self, part: Part, cloth: str) -> tuple[int, ...]:
        """The numbers of the patches that show on a cloth of a part."""
        return tuple(i for i, patch in enumerate(self._patches) if patch.shows_on(part, cloth))

    def light_on(self, part: Part, cloth: str) -> Light:
        """The light that lies on a cloth of a part."""
        shown = self.shown_on(part, cloth)
        key = (part.name if part.kind in _LIMBS else "", shown)
        if key not in self._lights:
            found = [self._patches[i] for i in shown]
            self._lights[key] = Light(found, self._area, self._px_per_cm).along(part)
        return self._lights[key]


class Light:
    """The brightness of some patches, as a small picture of the rectangle `area` (pixels)."""

    def __init__(self, patches: Sequence[Patch], area: QRectF, px_per_cm: float) -> None:
        self._image, self._rect, self._to_small = small(area, _CELL_CM * px_per_cm)
        spot = _spot()
        p = QPainter(self._image)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.setTransform(self._to_small)
        for patch in patches:
            p.setOpacity(patch.strength * _SPOT)
            for x, y, r in patch.spots:
                p.drawImage(QRectF(x - r, y - r, 2 * r, 2 * r), spot)
        p.end()

    def along(self, part: Part) -> Self:
        """The same, running out along a limb from where it hangs on to the body."""
        if part.kind not in _LIMBS or not part.fade:
            return self
        start, end = _run_out(part.fade)
        faded = copy(self)
        faded._image = self._image.copy()
        p = QPainter(faded._image)
        p.setTransform(self._to_small)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        p.fillRect(self._rect, fading(QColor(255, 255, 255), end, start))
        p.end()
        return faded

    def sparing(self, colour: QColor) -> Soft:
        """A colour everywhere but where the light is: a seam it shines over."""
        picture = QImage(self._image.size(), self._image.format())
        picture.fill(colour)
        p = QPainter(picture)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        p.drawImage(0, 0, self._image)
        p.end()
        return Soft(picture, self._rect)

    def coloured(self, ramp: Sequence[int]) -> Soft:
        """It as light: `ramp` has 256 colours (ARGB), from no brightness to full."""
        picture = self._image.convertToFormat(QImage.Format.Format_Alpha8)
        picture.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        picture.setColorTable(ramp)
        return Soft(picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), self._rect)


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
