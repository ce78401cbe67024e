"""The shadow a body casts on the floor: tight and dark where it touches, gone where it is far off.

Arms and feet have shadows of their own, which go with them from drawing to drawing; that of all the rest is
one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import inf

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from unhunch.figure.ink.carry import Carry, fitted
from unhunch.figure.ink.shading import Soft
from unhunch.figure.ink.shapes import Point
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, mix, smoothstep
from unhunch.figure.surroundings.over_floor import BODY, CHEEK_CM, FLOOR_CM, Segment, legs, segments
from unhunch.figure.surroundings.shadow import Mark, Plane
from unhunch.figure.themes import Theme

_FLOOR_BLUR_CM = 1.5
_FAR_CM = 60.0  # a square of floor or wall so large tells how another camera sees it


@dataclass(frozen=True, slots=True)
class Cast:
    """The shadow of an arm, a foot or all the rest, if it is seen, and the point of the floor it goes
    with; that of the rest stays where it is. One that falls on a wall and not on the floor has its `wall_cm`
    (x).
    """

    soft: Soft | None
    at: Vec | None
    wall_cm: float | None = None


def floor_shadows(camera: Camera, theme: Theme, body: Body, wardrobe: Wardrobe) -> dict[str, Cast]:
    """What the body throws on floor or mat: under each limb that touches, softer and fainter as it lifts.

    While those that touch rest, the shadows come from the wardrobe.
    """
    if not theme.shadow_strength:
        return {}
    plane, from_above = _floor(camera), _from_above(camera)
    casts = {}
    for name, lines in segments(body).items():
        marks = _Marks(theme.shadow_strength, _comes_out(camera))
        for segment in lines:
            marks.add(*_over_floor(camera, segment), touches=segment[0] is not segment[1])
        if name == BODY and from_above > _HARDLY:
            for leg in legs(body):
                marks.throw(*_thrown(camera, leg), from_above)
        make = partial(plane.shadow, marks.broad, marks.tight, theme, _FLOOR_BLUR_CM)
        soft = wardrobe.kept(f"floor shadow {name}", (theme.shadow, *marks.broad, *marks.tight), make)
        a, b, *_ = lines[-1]
        x, _, z = mix(a, b, 0.5)
        casts[name] = Cast(soft, None if name == BODY else (x, FLOOR_CM, z))
    return casts


def _over_floor(camera: Camera, segment: Segment) -> tuple[_End, _End]:
    """A segment's two ends over the floor."""
    a, b, ra, rb, under_a, under_b = segment
    over = FLOOR_CM + (CHEEK_CM if a is b else 0.0)  # under the drawn base of a head, or it floats

    def end(place: Vec, r: float, under: float) -> _End:
        x, y, z = place
        gap = y - under - over
        return camera.xy((x, over + _lift(gap), z)), gap, r

    return end(a, ra, under_a), end(b, rb, under_b)


def _thrown(camera: Camera, segment: Segment) -> tuple[_End, _End]:
    """Where the light throws the shadow of a segment's two ends on the floor."""
    a, b, ra, rb, under_a, under_b = segment
    x, _, z = camera.right
    falls = (x * _THROWN_ASIDE - z * _THROWN_FORWARD, 0.0, z * _THROWN_ASIDE + x * _THROWN_FORWARD)

    def end(place: Vec, r: float, under: float) -> _End:
        gap = max(0.0, place[1] - under - FLOOR_CM)
        u, _, w = mad(place, falls, gap)
        return camera.xy((u, FLOOR_CM, w)), gap, r

    return end(a, ra, under_a), end(b, rb, under_b)


def _comes_out(camera: Camera) -> Point:
    """How far the shadow of a limb that is close comes out from under it (pixels): away from the light, and
    towards the viewer.
    """
    less = camera.px_per_cm * (1 - _from_above(camera) * _LESS_FROM_ABOVE)
    return _ASIDE_CM * less, _FORWARD_CM * less


def _from_above(camera: Camera) -> float:
    """How far the floor is seen from above, 0 to 1."""
    return smoothstep((camera.towards[1] - _FROM_SIDE) / (1 - _FROM_SIDE))


def _floor(camera: Camera) -> Plane:
    """The floor. Seen from low down it counts as drawn out away from the viewer: a shadow that is as flat as
    the floor looks there is no more than a hairline, and covered by what throws it.
    """
    x, _, z = camera.right
    deeper = max(1.0, _LEAST_TILT / max(camera.towards[1], _LOWEST))
    return Plane(camera, (x, 0.0, z), (-z * deeper, 0.0, x * deeper))


def _lift(gap_cm: float) -> float:
    """How far over the floor the shadow is laid of what is drawn so far over it.

    A limb that rests is drawn a finger's breadth over the floor here and there: its shadow goes with it, or
    it would lie there as a bar of its own. That of a limb that rises stays behind.
    """
    return max(0.0, gap_cm) * (1 - smoothstep((gap_cm - _RESTS_CM) / _RISES_CM))


def paint_casts(
    painter: QPainter,
    camera: Camera,
    first: tuple[Mapping[str, Cast], Camera],
    last: tuple[Mapping[str, Cast], Camera],
    share: float,
) -> None:
    """Paint the shadows of one drawing, going as those of the other come; each with the camera it was seen
    by. Those of arms and feet are on their way meanwhile.
    """
    for name, cast in first[0].items():
        other = last[0][name]
        at = mix(cast.at, other.at, share) if cast.at and other.at else None
        if cast.soft is other.soft and first[1].place == last[1].place:
            _paint(painter, camera, cast, first[1], at)
            continue
        for each, seen_by, opacity in ((cast, first[1], 1 - share), (other, last[1], share)):
            if opacity:
                painter.setOpacity(opacity)
                _paint(painter, camera, each, seen_by, at)
        painter.setOpacity(1.0)


def _paint(painter: QPainter, camera: Camera, cast: Cast, seen_by: Camera, at: Vec | None) -> None:
    """Paint a shadow where this camera sees it, moved to a point of the floor."""
    if cast.soft is None:
        return
    (x, y), (u, v) = (camera.xy(q) for q in (cast.at, at)) if cast.at and at else ((0.0, 0.0), (0.0, 0.0))
    if seen_by.place == camera.place:
        picture, corner = cast.soft.large(camera.detail)
        d = camera.detail
        gone = QPointF(round((u - x) * d) / d, round((v - y) * d) / d)
        painter.drawImage(corner + gone, picture)
    elif plane := _on_plane(seen_by, camera, cast.wall_cm):
        here = painter.transform()
        painter.translate(u - x, v - y)
        painter.setTransform(plane.after(1.0), True)
        cast.soft.draw(painter)
        painter.setTransform(here)


def _on_plane(one: Camera, other: Camera, wall_cm: float | None) -> Carry | None:
    """Where on the screen the floor, or a wall, as one camera shows it goes as the other one does."""
    x, y, z = other.centre
    aside = [(far, front) for far in (-_FAR_CM, _FAR_CM) for front in (-_FAR_CM, _FAR_CM)]
    around = [
        (x + far, 0.0, z + front) if wall_cm is None else (wall_cm, y + far, z + front)
        for far, front in aside
    ]
    return fitted([(one.xy(corner), other.xy(corner)) for corner in around])


_RESTS_CM, _RISES_CM = 2.6, 9.0  # up to here it counts as resting; over so much more it parts from its shadow

_End = tuple[Point, float, float]
"""One end of a limb over a plane: its place on the screen (pixels), how far off it is, and its radius; cm."""


class _Marks:
    """The shadow of limbs on a plane: of each limb only so much as is close to it."""

    def __init__(self, strength: float, out: Point) -> None:
        """`out` is how far the shadow of a limb that is close comes out from under it (pixels)."""
        self.broad: list[Mark] = []
        self.tight: list[Mark] = []
        self._strength, self._out = strength, out

    def add(self, a: _End, b: _End, *, touches: bool) -> None:
        """The shadow of the limb between two ends; where the ball of a head touches other lines tell."""
        if a[1] > b[1]:
            a, b = b, a
        for limit, slack, dark, wide, most, aside, forward in _LAYERS if touches else _LAYERS[1:]:
            (x, y), near, ra = a
            (u, v), far, rb = b
            near, far = max(0.0, near - slack), max(0.0, far - slack)
            if near >= limit:
                continue
            ra, rb = min(ra, most), min(rb, most)
            right, down = self._out[0] * aside, self._out[1] * forward
            x, y, u, v = x + right, y + down, u + right, v + down
            t = 1.0 if far <= limit else (limit - near) / (far - near)
            line = ((x, y), (x + (u - x) * t, y + (v - y) * t))
            opacities = [dark * self._strength * max(0.0, 1 - gap / limit) ** 1.5 for gap in (near, far)]
            mark = Mark(line, wide * (ra + ra + (rb - ra) * t), *opacities)
            (self.broad if limit > _TIGHT_CM else self.tight).append(mark)

    def throw(self, a: _End, b: _End, share: float) -> None:
        """The whole shadow of a leg that rises, where the light throws it, `share` of it (0 to 1)."""
        high = share * smoothstep((max(a[1], b[1]) - _THROWN_FROM_CM) / _THROWN_CM)
        if high:
            dark = _THROWN_DARK * self._strength * high
            opacities = [dark * (1 - gap / _THROWN_GONE_CM) for gap in (a[1], b[1])]
            self.broad.append(Mark((a[0], b[0]), _THROWN_WIDE * (a[2] + b[2]), *opacities))


_TIGHT_CM = 7.0
_MOST_CM = 9.2  # what is thicker touches with no more than this of it
_ASIDE_CM, _FORWARD_CM = 1.5, 1.1  # away from the light, and towards the viewer
_FROM_SIDE = 0.3  # seen from higher up than this (sine of the pitch) less of it comes out: limbs would float
_LESS_FROM_ABOVE = 0.9
# From above nothing else tells how high a leg is. Its shadow is thrown so far away from the light and to
# the viewer, as shares of its height; a leg has it that rises above the first (cm), wholly so much higher;
# how dark it is, how high up it would be gone, how wide it is. Less from above it is not worth painting.
_THROWN_ASIDE, _THROWN_FORWARD = 0.55, 0.0
_THROWN_FROM_CM, _THROWN_CM = 8.0, 20.0
_THROWN_DARK, _THROWN_GONE_CM, _THROWN_WIDE = 0.8, 90.0, 0.8
_HARDLY = 0.1
_LEAST_TILT, _LOWEST = 0.42, 0.05  # the sine of how far from above the floor is seen at least
_LAYERS = (
    (0.8, 0.5, 2.0, 0.95, 4.4, 0.3, 0.5),
    (2.4, 1.3, 1.3, 0.72, _MOST_CM, 0.3, 0.5),
    (_TIGHT_CM, 1.3, 0.8, 1.1, _MOST_CM, 0.9, 0.9),
    (17.0, 1.3, 0.62, 1.4, inf, 1.3, 1.3),
)
"""How far off a limb may be to throw this layer of its shadow, and over how much of that it is as dark as if
it touched (cm); how dark that is, how wide, of what radius at most (cm), and how far it comes out from under
the limb, aside and towards the viewer. The first is the thin line where something touches, which lies along
it, the second the dark round it.
"""
