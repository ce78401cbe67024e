"""How light and shade model the round parts of a figure: the forms that the texture of a cloth is made of.

Each form has a light plane, its own colour and one shade, on the side away from the light; on a shirt and on
dark skin a little light comes back from around at the edge of that shade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath

from unhunch.figure.ink.palette import Palette, faint
from unhunch.figure.ink.parts import Layer, Part
from unhunch.figure.ink.shading import LIGHT_CM, Form, fading
from unhunch.figure.ink.shapes import Point
from unhunch.figure.paint.planes import Planes
from unhunch.figure.rig.lines import between
from unhunch.figure.rig.vectors import smoothstep

HIDDEN = ("trunk", "skin")
"""It only shades what goes on below the shirt."""
_SLOPE_SHADE, _LEVEL = 0.9, 0.05  # how much shade a shin takes that slopes away; less does not show
_FAR = 0.05  # a limb no farther behind than this is as light as a near one
_OWN_SHADE = frozenset({"upperarm", "forearm", "thigh", "shin"})
_CLOTHED, _HEMMED = frozenset({"upperarm", "shin"}), frozenset({"skin", "top", "trousers"})
_TURNED = {"trunk": 2.1, "thigh": 1.7, "shin": 1.3}
"""How wide the shade on broad parts is, compared with that on an arm: of each about a quarter is in shade."""
_SHADE_GROWS, _LIGHT_GROWS = {"forearm": 0.2, "shin": 0.5}, {"forearm": 0.5, "shin": 0.5}
"""Of these shade and light grow over such a share of their fade: past elbow and knee there would be a gap in
it, most of all in the shade along a long sleeve that lies on the shirt.
"""
_LESS_ALONG = 0.7
"""By so much less are limbs shifted towards the light along their own length."""
_ROUND_ACROSS = frozenset({"trunk", "neck"})
"""These are shifted across only: they go on at both ends."""
_ACROSS, _MOST_WIDER = 0.7, 1.2
"""And across it by this share of the whole shift, however they lie; but no more than so many times as much as
the light alone would have it, for along a limb that points at the light it has no side.
"""
_BROAD, _COLLAR = ("trunk", "top"), ("neck", "top")  # the collar goes on into the shirt
_LIGHT_ON_SLEEVE = 0.9  # so far along an upper arm the light plane of the trunk runs out
_ENDS_AT = 0.8  # of a trunk without sides the shade at the end away from the light reaches so far (share)
_COMES_BACK_CM = 0.8  # how wide the light is that comes back from the wall


def _turns(first: float, last: float, steps: int) -> tuple[tuple[float, float], ...]:
    """How far light reaches over a round form, in shares of the shift, and how opaque it is each time: all
    laid over each other it grows as smoothly as a form turns away.
    """
    grown = [smoothstep(i / steps) for i in range(steps + 1)]
    return tuple(
        (first + (last - first) * i / (steps - 1), (grown[i + 1] - grown[i]) / (1 - grown[i]))
        for i in range(steps)
    )


_LIMB_TURNS = _turns(0.7, 1.2, 3)
_EDGE_TURNS = _turns(-1.0, 1.0, 7)  # of planes, in what half of their softness is
_END_ON, _NECK_END_ON = 1.5, 0.5  # a limb no longer than so many times its own radius is seen from its end
_LIGHT_UNDER = "shin"
"""Its light plane lies under its tones: it would cut the shade below a knee in two."""
_WITH_LIGHT_PLANE = frozenset({"skin", "trousers"})
_LIGHT_PLANE, _BOUNCE = 2.2, 0.28
"""How far from the dark edge the light plane begins, and how far the light that comes back goes; in widths of
the shade.
"""


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one cloth: its own, on its light plane, in shade, and where light comes back."""

    base: QColor
    light: QColor
    shade: QColor
    bounce: QColor | None


@dataclass(frozen=True, slots=True)
class Modelling:
    """How one cloth of a figure is modelled, which has these tones, where the trunk has these planes."""

    cloth: str
    tones: Tones
    palette: Palette
    px_per_cm: float
    planes: Planes | None

    def of(self, parts: Sequence[Part], under: Mapping[str, Sequence[Form]]) -> Iterator[Form]:
        """The forms of some parts, back to front; `under` tells by a part's name what lies right over it."""
        covered: list[Part] = []  # thighs: the seat, which comes later, would cut their light plane off
        for part in parts:
            yield from self._forms(part)
            if part.kind != _LIGHT_UNDER:
                yield from self._laid_on(part)
            yield from under.get(part.name, ())
            if part.kind == "thigh":
                covered.append(part)
                continue
            if part.kind == "trunk":
                for thigh in covered:
                    yield from self._light_plane(thigh)
                covered = []
            yield from self._light_plane(part)
            if part.kind == _LIGHT_UNDER:
                yield from self._laid_on(part)
        for thigh in covered:
            yield from self._light_plane(thigh)

    def _forms(self, part: Part) -> Iterator[Form]:
        """What light and shade on the cloth of a part come from.

        A sleeved arm and a shin are lit as a whole, whatever they wear: else each hem would be an edge and
        have a shade; the trunk is shifted across only, and has none there.
        """
        if self.planes and (part.kind, self.cloth) == _BROAD:
            yield from self._on_trunk(part, self.planes)
            return
        whole = _united(_whole(part, self.cloth))
        if self.planes and (part.kind, self.cloth) == _COLLAR:
            yield Form(whole, self.tones.base, clip=whole)
            yield from self._plane(self.planes, whole)
        elif part.kind in _OWN_SHADE and part.fade:
            yield from self._on_limb(part, whole)
        else:
            yield Form(whole, self.tones.base, to_light(part, self.px_per_cm))

    def _on_trunk(self, part: Part, planes: Planes) -> Iterator[Form]:
        """A shirt's planes: its shade has run out at the armpits; a little light comes back at its edge."""
        tones = self.tones
        outline = _united(_whole(part, "top"))
        waist, armpits = part.axis[1][:2], part.axis[-1][:2]
        right, down = planes.step
        yield Form(outline, tones.bounce or tones.shade)
        yield Form(outline, tones.shade, (right * _COMES_BACK_CM, down * _COMES_BACK_CM))
        yield from _lit(planes.lit, tones.base, planes.soft, _EDGE_TURNS, outline)
        yield Form(outline, fading(tones.base, waist, armpits), clip=outline)
        yield from self._plane(planes, outline)
        if planes.ends:
            right, down = LIGHT_CM
            ends = (part.axis[0][:2], armpits)
            away, lit = sorted(ends, key=lambda end: right * end[0] + down * end[1])
            shade = fading(faint(tones.shade, planes.ends), between(away, lit, _ENDS_AT), away)
            yield Form(outline, shade, clip=outline)

    def _plane(
        self, planes: Planes, within: QPainterPath, *, fades: tuple[Point, Point] | None = None
    ) -> Iterator[Form]:
        """The light plane of the trunk, as far as it lies on what hangs together with it."""
        yield from _lit(planes.light, self.tones.light, planes.soft, _EDGE_TURNS, within, fades=fades)

    def _on_limb(self, part: Part, whole: QPainterPath) -> Iterator[Form]:
        """A limb has its own shade, also where it lies on what is of the same cloth; it grows from nothing
        where the limb hangs on.
        """
        tones = self.tones
        right, down = to_light(part, self.px_per_cm)
        hangs, free = _grows(part, _SHADE_GROWS)
        worn = _united([layer.path for layer in layers_of(part, self.cloth)])
        yield Form(worn, fading(tones.bounce or tones.shade, hangs, free))
        if tones.bounce:
            by = (right * _BOUNCE, down * _BOUNCE)
            yield Form(whole, fading(tones.shade, hangs, free), by)
        if part.kind == "shin" and part.sloping > _LEVEL:
            dim = faint(tones.shade, _SLOPE_SHADE * part.sloping)
            yield Form(worn, fading(dim, hangs, free))
        # A sleeve that lies on the trunk lights nothing of it: there the trunk itself turns away.
        sleeve = worn if self.cloth == "top" else None
        yield from _lit(whole, tones.base, (right, down), _LIMB_TURNS, sleeve)
        if sleeve and self.planes and part.kind == "upperarm" and not far_limb(part):
            shoulder, elbow = part.axis[0][:2], part.axis[-1][:2]
            runs_out = between(shoulder, elbow, _LIGHT_ON_SLEEVE)
            yield from self._plane(self.planes, sleeve, fades=(runs_out, shoulder))

    def _light_plane(self, part: Part) -> Iterator[Form]:
        """The side of a limb that faces the light, unless a thigh slopes away; it too grows from nothing
        where the limb hangs on.
        """
        if self.cloth not in _WITH_LIGHT_PLANE or part.kind not in _OWN_SHADE or not part.fade:
            return
        right, down = to_light(part, self.px_per_cm)
        hangs, free = _grows(part, _LIGHT_GROWS)
        light = self.tones.light
        if part.kind == "thigh":
            light, free = faint(light, 1 - part.sloping), part.axis[-1][:2]
        by = (right * _LIGHT_PLANE, down * _LIGHT_PLANE)
        yield Form(_united(_whole(part, self.cloth)), fading(light, hangs, free), by)

    def _laid_on(self, part: Part) -> Iterator[Form]:
        """The tones without an edge that lie on the cloth."""
        for layer in soft_on(part, self.cloth):
            tint = self.palette.base[layer.tint] if layer.tint else self.palette.tone(layer.tone, self.cloth)
            yield Form(layer.path, tint)


def far_limb(part: Part) -> str:
    """The limb, if it is so far behind that it looks so; else nothing."""
    return part.limb if part.far > _FAR else ""


def layers_of(part: Part, cloth: str) -> list[Layer]:
    """The layers of a part that are of one cloth, with those that are laid over others."""
    whole = (*part.layers, *part.trims)
    return [layer for layer in whole if layer.cloth == cloth and not (layer.tone or layer.soft)]


def soft_on(part: Part, cloth: str) -> list[Layer]:
    """The tones without an edge that lie on one cloth of a part."""
    return [layer for layer in (*part.layers, *part.trims) if layer.soft and layer.cloth == cloth]


def _lit(
    outline: QPainterPath,
    colour: QColor,
    to_light: Point,
    turns: Sequence[tuple[float, float]],
    within: QPainterPath | None = None,
    *,
    fades: tuple[Point, Point] | None = None,
) -> Iterator[Form]:
    """The light on a round form: it passes over into shade in steps too small to be seen, and grows from the
    first to the second of two points where it `fades`.
    """
    right, down = to_light
    for share, opacity in turns:
        light = faint(colour, opacity)
        filled_with = fading(light, *fades) if fades else light
        yield Form(outline, filled_with, (right * share, down * share), within)


def _united(outlines: Sequence[QPainterPath]) -> QPainterPath:
    """All that some outlines cover, as one."""
    if len(outlines) == 1:
        return outlines[0]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for outline in outlines:
        path.addPath(outline)
    return path


def _whole(part: Part, cloth: str) -> list[QPainterPath]:
    """The outlines of all that is lit as one with a cloth of a part."""
    worn = _HEMMED if part.kind in _CLOTHED else (cloth,)
    return [
        layer.path
        for layer in part.layers
        if layer.cloth in worn and not layer.tone and (part.kind, layer.cloth) != HIDDEN
    ]


def _grows(part: Part, shares: Mapping[str, float]) -> tuple[Point, Point]:
    """Between where along a limb its own light or shade grows."""
    assert part.fade
    hangs, free = part.fade[0][:2], part.fade[1][:2]
    return hangs, between(hangs, free, shares.get(part.kind, 1.0))


def to_light(part: Part, px_per_cm: float) -> Point:
    """How far what is lit of a part is shifted towards the light (pixels): of trunk and limbs little along
    them, or a limb's shade would end with a bow at each joint.
    """
    turned = _TURNED.get(part.kind, 1.0)
    right, down = LIGHT_CM[0] * px_per_cm, LIGHT_CM[1] * px_per_cm
    if part.kind not in _OWN_SHADE | _ROUND_ACROSS:
        return right * turned, down * turned
    (x, y, *_), (u, v, *_) = part.axis[0], part.axis[-1]
    n = hypot(u - x, v - y)
    end_on = _NECK_END_ON if part.kind == "neck" else _END_ON
    lies = smoothstep(n / (end_on * part.axis[0][3]) - 1)
    if not lies:
        return right, down
    ax, ay = (u - x) / n, (v - y) / n
    along = right * ax + down * ay
    across_x, across_y = right - ax * along, down - ay * along
    wider = min(_MOST_WIDER, _ACROSS * hypot(right, down) / max(1e-6, hypot(across_x, across_y)))
    less_along = 1.0 if part.kind in _ROUND_ACROSS else _LESS_ALONG
    k, less = 1 + (turned * wider - 1) * lies, along * (1 - less_along * lies)
    return across_x * k + ax * less, across_y * k + ay * less
