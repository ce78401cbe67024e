"""What the cloths of a figure are filled with: small soft pictures that make its forms look round.

Each form has a light plane, its own colour and one shade, on the side away from the light; on a shirt and on
dark skin a little light comes back from around at the edge of that shade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from unhunch.figure.body.bends import drawn_up_of, on_side_of, seat_drawn_up
from unhunch.figure.ink.palette import Palette, deepened, faint, mixed
from unhunch.figure.ink.parts import Layer, Part
from unhunch.figure.ink.shading import LIGHT_CM, Form, Soft, fading, flat, rounded
from unhunch.figure.ink.shapes import Point
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.paint.depth import LEGS, is_straight
from unhunch.figure.paint.planes import Planes, planes_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.lines import between
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import smoothstep
from unhunch.figure.themes import Theme

SHADED = frozenset({"skin", "top", "trousers", "face", "hair"})
HIDDEN = ("trunk", "skin")
"""It only shades what goes on below the shirt."""

_CLOTHES = frozenset({"top", "trousers"})
_CELL_CM, _CELL_OF_CLOTHES_CM = 0.75, 0.5  # how soft the edge of a shade is, and on clothes
_OF_HEAD = frozenset({"face", "hair"})
_HEAD_ROOM_CM = 3.5  # so far beyond its outline reaches the texture of a head, for it changes
_FLAT_CM = 0.45  # of cloth without shade, as fine as a light that is laid into it
_CELL_PX, _CELL_OF_CLOTHES_PX = 3.2, 2.8  # but no crisper than this: it would cost more than it shows
_FAR_LEG = 0.04  # a far leg so much darker than another far limb: legs of one cloth melt into each other
# And by so much more if a thigh is drawn up, for the near one lies right before it, or if hips on their side
# have it lie on the other.
_FAR_DRAWN_UP, _FAR_LAIN_ON = 0.11, 0.14
# Between these shares of its way from the body a far thigh goes over to the seat's tone: one that is bent,
# and one that goes straight on, which the seat covers farther down.
_SEAT_BENT, _SEAT_STRAIGHT = (0.8, 0.0), (1.45, 0.72)
_SLOPE_SHADE, _LEVEL = 0.9, 0.05  # how much shade a shin takes that slopes away; less does not show
_FAR_FOOT = 0.14  # and the skin of a far foot whose sole looks up: one behind the other they are a lump
_FAR_AS_DEEP, _FAR_INK = 1.7, 0.2  # a far limb takes so much of its own shade for ink; so much ink is in that
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
class _Tones:
    """The colours of one cloth: its own, on its light plane, in shade, and where light comes back."""

    base: QColor
    light: QColor
    shade: QColor
    bounce: QColor | None


class Textures:
    """The textures of all cloths of some parts, back to front, over the rectangle `figure` (pixels)."""

    def __init__(
        self,
        parts: Sequence[Part],
        palette: Palette,
        theme: Theme,
        *,
        body: Body,
        camera: Camera,
        figure: QRectF,
        wardrobe: Wardrobe,
    ) -> None:
        self._parts, self._palette, self._theme, self._body = parts, palette, theme, body
        self._camera, self._figure, self._wardrobe = camera, figure, wardrobe
        worn: dict[tuple[str, str], list[Part]] = {}
        for part in parts:
            for cloth in dict.fromkeys(layer.cloth for layer in part.layers if not layer.tone):
                if cloth in SHADED:
                    worn.setdefault((cloth, far_limb(part)), []).append(part)
        self._planes = self._planes_of_trunk() if theme.shading else None
        self._made = {key: self._texture(key[0], wearing) for key, wearing in worn.items()}

    def of(self, part: Part, cloth: str) -> tuple[Soft | None, str]:
        """What a cloth of a part is filled with, if it is shaded at all, and of which far limb that is: those
        have textures of their own, darker and cooler all over.
        """
        limb = far_limb(part)
        limb = limb if (cloth, limb) in self._made else ""
        return self._made.get((cloth, limb)), limb

    def _texture(self, cloth: str, parts: Sequence[Part]) -> Soft:
        """What the layers of one cloth are filled with, over the rectangle they cover."""
        k = self._camera.px_per_cm
        # A brush repeats itself beyond its edge, and is smoothed across it.
        room = (_HEAD_ROOM_CM if cloth in _OF_HEAD else _CELL_CM) * k
        pal, depth = self._palette, self._theme.shading
        far = parts[0].far if far_limb(parts[0]) else 0.0
        tone = self._far_tone(parts[0], cloth) * far
        base = self._farther(pal.base[cloth], tone)
        if not depth:
            return flat(self._figure, base, _FLAT_CM * k)
        tones = self._tones(cloth, base, tone)
        seat, under, roots = self._joining(cloth, bool(far))
        own = [layer for part in parts for layer in (*_cut(part, cloth), *_soft(part, cloth))]

        def forms(part: Part) -> Iterator[Form]:
            yield from _forms(part, cloth, tones, k, self._planes)
            if part.kind != _LIGHT_UNDER:
                yield from laid_on(part)
            yield from under.get(part.name, ())

        def laid_on(part: Part) -> Iterator[Form]:
            for layer in _soft(part, cloth):
                colour = pal.base[layer.tint] if layer.tint else pal.tone(layer.tone, cloth)
                yield Form(layer.path, colour)

        def painted() -> Iterator[Form]:
            covered: list[Part] = []  # thighs: the seat, which comes later, would cut their light plane off
            for part in parts:
                yield from forms(part)
                if part.kind == "thigh":
                    covered.append(part)
                    continue
                if part.kind == "trunk":
                    for thigh in covered:
                        yield from _light_plane(thigh, cloth, tones, k)
                    covered = []
                yield from _light_plane(part, cloth, tones, k)
                if part.kind == _LIGHT_UNDER:
                    yield from laid_on(part)
            for thigh in covered:
                yield from _light_plane(thigh, cloth, tones, k)

        def make() -> tuple[Soft, Sequence[Layer]]:
            bounds = QRectF()
            for layer in own:
                if not layer.soft:
                    bounds = bounds.united(layer.bounds)
            texture = rounded(
                (bounds & self._figure).adjusted(-room, -room, room, room),
                _cell(cloth, k),
                [*roots, *painted(), *seat],
                shade=tones.shade,
            )
            return texture, own  # kept together: as long as the layers live, their ids tell them apart

        made_from = (tuple(map(id, own)), self._figure.getRect(), tone)
        return self._wardrobe.kept(f"texture {cloth} {far_limb(parts[0])}", made_from, make)[0]

    def _planes_of_trunk(self) -> Planes | None:
        for part in self._parts:
            if part.kind == "trunk":
                aside = abs(self._camera.facing(self._body.frames["chest"][0]))
                k = self._camera.px_per_cm
                return planes_of(part.axis, _to_light(part, k), k, aside)
        return None

    def _tones(self, cloth: str, base: QColor, far_tone: float) -> _Tones:
        """The colours of a cloth, or of a far limb's."""
        pal, depth = self._palette, self._theme.shading
        light, shade, bounce = pal.lit(cloth, depth), pal.shaded(cloth, depth), pal.bounce(cloth, depth)
        return _Tones(
            base,
            self._farther(light, far_tone),
            self._farther(shade, far_tone),
            self._farther(bounce, far_tone) if bounce else None,
        )

    def _joining(self, cloth: str, far: bool) -> tuple[list[Form], dict[str, list[Form]], list[Form]]:
        """Where a far leg comes out of the seat the cloth goes on, unless hips on their side lay the near one
        on it: what lies over a far leg's own texture there, what lies over its thigh alone, for the shin of a
        bent one is before that, and the far thighs under the near texture.
        """
        over: list[Form] = []
        under: dict[str, list[Form]] = {}
        if cloth != "trousers":
            return over, under, []
        base, k = self._palette.base[cloth], self._camera.px_per_cm
        thighs = [part for part in self._parts if part.kind == "thigh" and far_limb(part)]
        if not far:
            roots = [(part, layer.path) for part in thighs for layer in _cut(part, cloth)]
            return [], {}, [Form(path, base, _to_light(part, k)) for part, path in roots]
        for part in thighs:
            if part.fade:
                (x, y, *_), (u, v, *_) = part.fade
                straight = smoothstep((-drawn_up_of(self._body, part.side) - 0.65) / 0.3)
                shares = (a + (b - a) * straight for a, b in zip(_SEAT_BENT, _SEAT_STRAIGHT, strict=True))
                own, seats = ((x + (u - x) * share, y + (v - y) * share) for share in shares)
                brush = fading(faint(base, 1 - on_side_of(self._body)), own, seats)
                lies = over if is_straight(self._body, "shin", part.side) else under.setdefault(part.name, [])
                lies += [Form(layer.path, brush, _to_light(part, k)) for layer in _cut(part, cloth)]
        return over, under, []

    def _farther(self, colour: QColor, tone: float) -> QColor:
        """The colour of a cloth that is so far behind: deeper in its own hue, for ink alone would grey it."""
        if not tone:
            return colour
        deep = mixed(deepened(colour), QColor(self._theme.ink), _FAR_INK)
        return mixed(colour, deep, min(1.0, _FAR_AS_DEEP * tone))

    def _far_tone(self, part: Part, cloth: str) -> float:
        """How much of the theme's ink the cloth of a limb takes that is as far behind as can be."""
        if part.kind not in LEGS:
            return self._theme.far_tone
        if cloth == "skin":
            return self._theme.far_tone + _FAR_FOOT * max(0.0, self._body.feet[part.side][1][1])
        drawn_up = _FAR_DRAWN_UP * max(seat_drawn_up(self._body, s) for s, _ in SIDES)
        return self._theme.far_tone + _FAR_LEG + max(drawn_up, _FAR_LAIN_ON * on_side_of(self._body))


def _cell(cloth: str, px_per_cm: float) -> float:
    """How far the edges of shade on a cloth are blurred (pixels)."""
    if cloth in _CLOTHES:
        return max(_CELL_OF_CLOTHES_CM * px_per_cm, _CELL_OF_CLOTHES_PX)
    return max(_CELL_CM * px_per_cm, _CELL_PX)


def far_limb(part: Part) -> str:
    """The limb, if it is so far behind that it looks so; else nothing."""
    return part.limb if part.far > _FAR else ""


def _cut(part: Part, cloth: str) -> list[Layer]:
    """The layers of a part that are of one cloth, with those that are laid over others."""
    whole = (*part.layers, *part.trims)
    return [layer for layer in whole if layer.cloth == cloth and not (layer.tone or layer.soft)]


def _soft(part: Part, cloth: str) -> list[Layer]:
    """The tones without an edge that lie on one cloth of a part."""
    return [layer for layer in (*part.layers, *part.trims) if layer.soft and layer.cloth == cloth]


def _forms(part: Part, cloth: str, tones: _Tones, px_per_cm: float, planes: Planes | None) -> Iterator[Form]:
    """What light and shade on one cloth of a part come from.

    A sleeved arm and a shin are lit as a whole, whatever they wear: else each hem would be an edge and have a
    shade; the trunk is shifted across only, and has none there. A limb has its own shade, also where it lies
    on what is of the same cloth; it grows from nothing where the limb hangs on.
    """
    if planes and (part.kind, cloth) == _BROAD:
        yield from _on_trunk(part, tones, planes)
        return
    whole = _united(_whole(part, cloth))
    if planes and (part.kind, cloth) == _COLLAR:
        yield Form(whole, tones.base, clip=whole)
        yield from _lit(planes.light, tones.light, planes.soft, _EDGE_TURNS, whole)
        return
    right, down = _to_light(part, px_per_cm)
    if part.kind not in _OWN_SHADE or not part.fade:
        yield Form(whole, tones.base, (right, down))
        return
    hangs, free = _grows(part, _SHADE_GROWS)
    cut = _united([layer.path for layer in _cut(part, cloth)])
    yield Form(cut, fading(tones.bounce or tones.shade, hangs, free))
    if tones.bounce:
        by = (right * _BOUNCE, down * _BOUNCE)
        yield Form(whole, fading(tones.shade, hangs, free), by)
    if part.kind == "shin" and part.sloping > _LEVEL:
        dim = faint(tones.shade, _SLOPE_SHADE * part.sloping)
        yield Form(cut, fading(dim, hangs, free))
    # A sleeve that lies on the trunk lights nothing of it: there the trunk itself turns away.
    within = cut if cloth == "top" else None
    yield from _lit(whole, tones.base, (right, down), _LIMB_TURNS, within)
    if within and planes and part.kind == "upperarm" and not far_limb(part):
        shoulder, elbow = part.axis[0][:2], part.axis[-1][:2]
        runs_out = between(shoulder, elbow, _LIGHT_ON_SLEEVE)
        yield from _lit(planes.light, tones.light, planes.soft, _EDGE_TURNS, cut, fades=(runs_out, shoulder))


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


def _on_trunk(part: Part, tones: _Tones, planes: Planes) -> Iterator[Form]:
    """The planes of a shirt. Its shade has run out at the armpits; a little light comes back at its edge."""
    outline = _united(_whole(part, "top"))
    waist, armpits = part.axis[1][:2], part.axis[-1][:2]
    right, down = planes.step
    yield Form(outline, tones.bounce or tones.shade)
    yield Form(outline, tones.shade, (right * _COMES_BACK_CM, down * _COMES_BACK_CM))
    yield from _lit(planes.lit, tones.base, planes.soft, _EDGE_TURNS, outline)
    yield Form(outline, fading(tones.base, waist, armpits), clip=outline)
    yield from _lit(planes.light, tones.light, planes.soft, _EDGE_TURNS, outline)
    if planes.ends:
        right, down = LIGHT_CM
        away, lit = sorted((part.axis[0][:2], armpits), key=lambda end: right * end[0] + down * end[1])
        shade = fading(faint(tones.shade, planes.ends), between(away, lit, _ENDS_AT), away)
        yield Form(outline, shade, clip=outline)


def _light_plane(part: Part, cloth: str, tones: _Tones, px_per_cm: float) -> Iterator[Form]:
    """The side of a limb that faces the light, unless a thigh slopes away; it too grows from nothing where
    the limb hangs on.
    """
    if cloth in _WITH_LIGHT_PLANE and part.kind in _OWN_SHADE and part.fade:
        right, down = _to_light(part, px_per_cm)
        hangs, free = _grows(part, _LIGHT_GROWS)
        light = tones.light
        if part.kind == "thigh":
            light, free = faint(light, 1 - part.sloping), part.axis[-1][:2]
        brush = fading(light, hangs, free)
        by = (right * _LIGHT_PLANE, down * _LIGHT_PLANE)
        yield Form(_united(_whole(part, cloth)), brush, by)


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


def _to_light(part: Part, px_per_cm: float) -> Point:
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
