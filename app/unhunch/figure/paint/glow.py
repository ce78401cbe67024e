"""The tissue a stretch works on, as one warm light that lies on the body.

An area is a soft band or two just under the skin, laid along the muscle as a spindle: seen from straight
above it is wide, from the side thin along the body's outline. A band is drawn as many spots that lie so close
that none is seen, and it is as bright all along, however much it is foreshortened. All areas of a moment are
laid into one small picture of brightness, so that they run into each other and over the edges of shirt,
sleeve, neck and trousers; a ramp of colours for each cloth turns brightness into light. A band fades where
its side of the body turns away, along a limb that only hangs on to the place, and towards the outline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from math import ceil, hypot, log, sqrt

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.light import Light, Lit, box_of
from unhunch.figure.ink.parts import Part
from unhunch.figure.paint.bands import Spot
from unhunch.figure.paint.tissue import AREAS
from unhunch.figure.rig.anatomy import shrugged_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import side_of
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
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

__all__ = ["Glow", "Light", "Patch", "patches"]

Matrix = tuple[float, float, float]
"""A symmetric one of two rows: xx, xy, yy."""

_IN_PASSING = 0.08  # what is stretched no more than this only bears a pose, and has no light
_COMES_EARLY = 0.6  # the power of the strength beyond that: what begins to be stretched shows at once
_REACH = 3.2  # a band has half its brightness at its half width, and ends at so many of them
_BRIGHT = 0.9  # of a band along its middle
_SPACING = 0.16  # how far its spots are apart at most, in their own reach
_LIMBS = frozenset({"upperarm", "thigh"})  # the light runs out along these
_NOTHING = 0.02
_TINY = 1e-6
_AWAY = -0.82  # an area that faces away as far as this cannot be seen
_AWAY_SPAN = 0.6
_ROUND_CM = 7.0  # what faces away shows where the body's outline is: so far out, times how far it does
_RIM, _RIM_TURN = 0.65, 0.6  # how narrow it is then, and from which turn on
_NECK_ROOT: Vec = (3.6, 1.4, -1.0)  # from the spine's fifth joint
_ROOT_RISES = 0.4  # with each cm a shoulder is drawn up: so does the slope itself


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


def _frame_of(body: Body, where: str, sx: float) -> tuple[Vec, Frame]:
    """Where a spot's space begins, and how it lies; `sx` is 1 for the person's left, -1 for the right."""
    kind, _, n = where.partition(".")
    if kind == "spine":
        return body.spine[int(n)]
    if kind not in ("slope", "shoulder", "arm"):
        return body.joints[where], body.frames[where]
    side = side_of(sx)
    tip = body.joints[f"shoulder_{side}"]
    if kind == "shoulder":
        return tip, body.frames["chest"]
    if kind == "arm":
        return mix(tip, body.joints[f"elbow_{side}"], int(n) / 10), body.frames["chest"]
    o, g = body.spine[5]
    x, y, z = _NECK_ROOT
    root = point(o, g, (x * sx, y + _ROOT_RISES * shrugged_of(body, side), z))
    along = scale(unit(sub(tip, root)), sx)
    ahead = unit(mad(g[2], along, -dot(g[2], along)))
    return mix(root, tip, int(n) / 10), (along, cross(ahead, along), ahead)


def patches(body: Body, camera: Camera, focus: Sequence[tuple[str, float]]) -> list[Patch]:
    """The patches to show for `focus` (area names with strengths 0 to 1)."""
    out = []
    for name, strength in focus:
        seen = max(0.0, (strength - _IN_PASSING) / (1 - _IN_PASSING)) ** _COMES_EARLY
        if seen < _NOTHING:
            continue
        sided = name.endswith(("_l", "_r"))
        area = AREAS[name[:-2] if sided else name]
        sx = -1.0 if name.endswith("_r") else 1.0
        bands = ([_lit(body, camera, spot, sx, seen) for spot in band] for band in area.bands)
        spots = tuple(spot for band in bands for spot in _along(band))
        if spots:
            out.append(Patch(spots, box_of(spots), area.parts, area.cloths, name[-1] if sided else ""))
    return out


def _lit(body: Body, camera: Camera, spot: Spot, sx: float, seen: float) -> Lit:
    """A place of a band on the screen; without strength where it faces away."""
    out = sx * spot.side
    o, f = _frame_of(body, spot.where, out)
    u, v, w = spot.faces
    way = to_world(f, (u * out, v, w))
    facing = camera.facing(way)
    strength = seen * spot.share * smoothstep((facing - _AWAY) / _AWAY_SPAN)
    x, y, z = spot.at
    centre = point(o, f, (x * out, y, z))
    if facing < 0:
        centre = mad(centre, way, -_ROUND_CM * facing)
    x, y, xx, xy, yy, _ = camera.egg(centre, f, *spot.half)
    matrix = (xx, xy, yy) if facing >= 0 else _pressed((xx, xy, yy), camera, way, -facing)
    return _stretched((x, y), matrix, strength)


def _along(places: Sequence[Lit]) -> Iterator[Lit]:
    """The spots of a band through some places, as close together as it takes for none to be seen.

    The light that many thin spots make grows with how many lie on each other; so each is the fainter the
    closer the next one is, which makes the band as bright wherever it is drawn out or foreshortened. One that
    points at the viewer is no longer than a spot of it is wide: it has fewer of them, and each is brighter.
    """
    if max(place.strength for place in places) < _NOTHING:
        return
    ways = [(a, b, hypot(b.x - a.x, b.y - a.y)) for a, b in pairwise(places)]
    lengths = [length / ((_reach(a, b) + _reach(b, a)) / 2) for a, b, length in ways]
    half = min(1.0, max(_TINY, sum(lengths) / 2))
    brighter = 1 / (2 * (half - half**3 + 0.6 * half**5 - half**7 / 7))  # by how much of a spot's profile
    slopes = _slopes(places)
    for i, ((a, b, _), long) in enumerate(zip(ways, lengths, strict=True)):
        n = max(1, ceil(long / _SPACING))
        for k in range(n):
            t = (k + 0.5) / n
            spot = _between(a, b, slopes[i], slopes[i + 1], t)
            depth = -log(1 - _BRIGHT * spot.strength) * brighter * max(long, _TINY) / n
            if spot.strength >= _NOTHING:
                yield spot._replace(strength=min(1.0, depth))


def _reach(a: Lit, b: Lit) -> float:
    """How far a spot reaches towards another (pixels)."""
    u, v = b.x - a.x, b.y - a.y
    n = hypot(u, v) or 1.0
    det = max(_TINY, a.xx * a.yy - a.xy * a.xy)
    return max(1.0, n * det / (hypot(a.yy * u - a.xy * v, a.xx * v - a.xy * u) or 1.0))


def _slopes(places: Sequence[Lit]) -> list[tuple[float, float]]:
    """Which way a band goes at each of its places, so that it goes through them in one curve."""
    last = len(places) - 1
    around = [(places[max(0, i - 1)], places[min(last, i + 1)]) for i in range(last + 1)]
    return [((b.x - a.x) / 2, (b.y - a.y) / 2) for a, b in around]


def _between(a: Lit, b: Lit, from_a: tuple[float, float], to_b: tuple[float, float], t: float) -> Lit:
    """The spot a share t of the way from one place of a band to the next."""
    mixed = Lit(*(p + (q - p) * t for p, q in zip(a, b, strict=True)))
    out, back = t * (1 - t) ** 2, -t * t * (1 - t)
    ease = t * t * (3 - 2 * t)
    x, y = (
        p + (q - p) * ease + m * out + n * back for p, q, m, n in zip(a[:2], b[:2], from_a, to_b, strict=True)
    )
    return mixed._replace(x=x, y=y)


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
    """The patches of one frame, and the light they make on the parts of the figure within `area` (pixels).

    `parts` are all that are painted, back to front.
    """

    def __init__(
        self, found: Sequence[Patch], area: QRectF, px_per_cm: float, parts: Sequence[Part] = ()
    ) -> None:
        self._patches, self._area, self._px_per_cm, self._parts = found, area, px_per_cm, parts
        self._shown: dict[tuple[str, str], tuple[int, ...]] = {}
        self._suit: dict[tuple[str, str], tuple[int, ...]] = {}
        self._lights: dict[tuple[str, str], Light] = {}
        self._whole_lights: dict[tuple[int, ...], Light] = {}
        self._covered: dict[tuple[str, str], tuple[frozenset[int], list[QPainterPath]]] = {}

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
        """The light that lies on a cloth of a part; to be asked of the parts in the order they are painted.

        It is softer where what is lit ends: within the outlines of the part and of those painted before it.
        What is painted later lies over the edges it shares with them, so between lit parts nothing is dark.
        It is gone before a part of the same cloth that lies on it and is dark: a sleeve would cut it off
        where no edge is seen.
        """
        key = (part.name, cloth)
        if key not in self._lights:
            shown = self._suiting(part, cloth)
            light = self._whole(shown).within(self._lit_so_far(part, shown))
            if dark := self._dark_on(part, cloth, shown):
                light = light.clear_of(dark)
            fade = part.fade if part.kind in _LIMBS else None
            self._lights[key] = light.along(fade) if fade else light
        return self._lights[key]

    def _lit_so_far(self, part: Part, shown: tuple[int, ...]) -> list[QPainterPath]:
        """The outlines of what some patches show on: of the part and of those asked of before."""
        outlines = [layer for layer in part.layers if not layer.tone]
        for worn in dict.fromkeys(layer.cloth for layer in outlines):
            if (part.name, worn) not in self._covered:
                paths = [layer.path for layer in outlines if layer.cloth == worn]
                self._covered[part.name, worn] = frozenset(self._suiting(part, worn)), paths
        return [path for on, paths in self._covered.values() if not on.isdisjoint(shown) for path in paths]

    def _dark_on(self, part: Part, cloth: str, shown: tuple[int, ...]) -> list[QPainterPath]:
        """The outlines of the same cloth that lie on a part where patches show, and on which none does."""
        boxes = [self._patches[i].box for i in shown]
        after = dropwhile(lambda other: other.name != part.name, self._parts)
        return [
            layer.path
            for other in after
            if set(shown).isdisjoint(self._suiting(other, cloth))
            for layer in other.layers
            if layer.cloth == cloth and not layer.tone and any(map(layer.bounds.intersects, boxes))
        ]

    def _suiting(self, part: Part, cloth: str) -> tuple[int, ...]:
        key = (part.name, cloth)
        if key not in self._suit:
            self._suit[key] = tuple(i for i, patch in enumerate(self._patches) if patch.suits(part, cloth))
        return self._suit[key]

    def _whole(self, shown: tuple[int, ...]) -> Light:
        """The light of some patches, wherever it falls."""
        if shown not in self._whole_lights:
            spots = [spot for i in shown for spot in self._patches[i].spots]
            self._whole_lights[shown] = Light(spots, self._area, self._px_per_cm)
        return self._whole_lights[shown]
