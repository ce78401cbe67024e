"""One drawing of the person from the body: dressed, ordered, shaded, as the marks it is painted with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from unhunch.figure import paint_in_one_thread
from unhunch.figure.bends import drawn_up_of, seat_drawn_up
from unhunch.figure.body import dressed
from unhunch.figure.camera import Camera
from unhunch.figure.cel import Cel, Fill, Line, Mark, Name, Shade
from unhunch.figure.depth import back_to_front, is_straight, mark_far
from unhunch.figure.glow import Glow, Light, patches
from unhunch.figure.grips import curls
from unhunch.figure.head import head_part
from unhunch.figure.motion import Key, Prop
from unhunch.figure.palette import Palette, deepened, faint, mixed
from unhunch.figure.parts import Layer, Part
from unhunch.figure.people import Person, has_dark_skin
from unhunch.figure.props import bounds_of_all, prop_bounds, standing_bounds
from unhunch.figure.rods import Lie
from unhunch.figure.shading import LIGHT_CM, Form, Soft, fading, flat, mask, over, rounded
from unhunch.figure.shadow import floor_shadow
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import smoothstep
from unhunch.figure.wardrobe import Wardrobe

paint_in_one_thread()

_CELL_CM = 0.75  # how soft the edge of a shade is
_FLAT_CM = 0.45  # of cloth without shade, as fine as a light that is laid into it
_CELL_PX = 3.2  # but no crisper than this: it would cost more than it shows
_SHADED = frozenset({"skin", "top", "trousers", "face", "hair"})
_OUTLINED = frozenset({"tie", "beard"})
# No line where the seat goes on into the thighs.
_HIDDEN = ("trunk", "skin")  # only shades what goes on below the shirt
_GOES_ON = frozenset({("trunk", "trousers")})
_BACKLIT = frozenset({"hair"})
_FAR_LEG = 0.04  # a far leg so much darker than another far limb: legs of one cloth melt into each other
_FAR_DRAWN_UP = 0.11  # and by so much more one that is drawn up: the near one lies right before it
# Between these shares of its way from the body a far thigh goes over to the seat's tone: one that is bent,
# and one that goes straight on, which the seat covers farther down.
_SEAT_BENT, _SEAT_STRAIGHT = (0.8, 0.0), (1.45, 0.72)
_SLOPE_SHADE, _LEVEL = 0.9, 0.05  # how much shade a shin takes that slopes away; less does not show
_FAR_AS_DEEP, _FAR_INK = 1.7, 0.2  # a far limb takes so much of its own shade for ink; so much ink is in that
_FAR = 0.05  # a limb no farther behind than this is as light as a near one
_DEEP = 0.75  # how far the shade on legs goes towards ink: plain shade is as light as the cloth
_CONTACT_CM, _CONTACT_DROP_CM = 1.0, (0.8, 1.1)  # how wide a part's shadow on another is blurred, and falls
_LEG_BEHIND_CM = (1.5, 11.0)  # a leg so far behind the other begins to be, and is, the far one
_LEG_CONTACT = 1.7  # the shade of legs on each other is so much darker
_DARK_SKIN_CONTACT = 1.7  # so is that on a person whose skin is dark
_WALL_CM = 9.0  # as far round the figure its shadow on a wall comes
_PRESS, _PRESS_CM = 0.5, (0.7, 1.2)  # the trunk's weight on roller or block: how dark, how wide
_LEGS = frozenset({"thigh", "shin"})
_OWN_SHADE = frozenset({"upperarm", "forearm", "thigh", "shin"})
_CLOTHED, _HEMMED = frozenset({"trunk", "upperarm", "shin"}), frozenset({"skin", "top", "trousers"})


@dataclass(frozen=True, slots=True)
class Look:
    """Who is drawn, and in which colours."""

    person: Person
    theme: Theme
    palette: Palette


class Drawing:
    """The person at one moment, as the camera sees it; `area` (logical pixels) is what the picture covers."""

    def __init__(
        self,
        look: Look,
        camera: Camera,
        key: Key,
        props: Sequence[Prop],
        body: Body,
        *,
        breath: float,
        glow: bool,
        wardrobe: Wardrobe,
        lie: Lie,
    ) -> None:
        self.look, self.camera, self.props, self.body = look, camera, props, body
        self._wardrobe = wardrobe
        self._props_box = bounds_of_all(camera, props, prop_bounds)
        parts = dressed(body, camera, look.person, breath=breath, curls=curls(key.pose), wardrobe=wardrobe)
        head, behind = head_part(camera, body, look.person, wardrobe)
        next(p for p in parts if p.kind == "neck").layers[:0] = behind
        parts.append(head)
        mark_far(parts, lie, body, camera)
        _mark_farther_leg(parts, lie, camera.px_per_cm)
        self.parts = back_to_front(parts, lie)
        self._floor_shadow = floor_shadow(camera, look.theme, body, wardrobe)
        figure = _bounds(self.parts)
        field = QRectF(0, 0, camera.width, camera.height)
        self.area = QRectF((self._with_room(figure) & field).toAlignedRect())
        self._figure = figure & field
        found = patches(body, camera, key.focus) if glow else []
        self._glow = Glow(found, self._figure, camera.px_per_cm, self.parts)
        self._lit_by = sum(strength for _, strength in key.focus)
        self._shade, self._deep = self._contact_colours()
        self._textures = self._make_textures()
        self._lit_textures: dict[tuple[str, int, str], Soft] = {}

    def _with_room(self, figure: QRectF) -> QRectF:
        """Room for the lines round the figure, for what stands about, and for the shadows."""
        lines = 2 + 2 * max(self.look.theme.outline_cm, self.look.theme.backlight_cm) * self.camera.px_per_cm
        bounds = figure.adjusted(-lines, -lines, lines, lines) | bounds_of_all(
            self.camera, self.props, standing_bounds
        )
        if any(prop.kind == "wall" for prop in self.props):
            room = _WALL_CM * self.camera.px_per_cm
            bounds |= figure.adjusted(-room, -room, room, room)
        return bounds | self._floor_shadow.rect if self._floor_shadow else bounds

    def _make_textures(self) -> dict[tuple[str, str], Soft]:
        """What each cloth is filled with; a far limb has textures of its own, darker and cooler all over."""
        worn: dict[tuple[str, str], list[Part]] = {}
        for part in self.parts:
            for cloth in dict.fromkeys(layer.cloth for layer in part.layers if not layer.tone):
                if cloth in _SHADED:
                    worn.setdefault((cloth, _far_limb(part)), []).append(part)
        return {key: self._texture(key[0], parts) for key, parts in worn.items()}

    def _texture(self, cloth: str, parts: Sequence[Part]) -> Soft:
        """What the layers of one cloth are filled with, over the rectangle they cover."""
        k = self.camera.px_per_cm
        room = _CELL_CM * k  # a brush repeats itself beyond its edge, and is smoothed across it
        pal, depth = self.look.palette, self.look.theme.shading
        far = parts[0].far if _far_limb(parts[0]) else 0.0
        tone = self._far_tone(parts[0], cloth) * far
        base = self._farther(pal.base[cloth], tone)
        if not depth:
            return flat(self._figure, base, _FLAT_CM * k)
        shade = self._farther(pal.shaded(cloth, depth), tone)
        seat, under, roots = self._joining(cloth, bool(far))
        own = [layer for part in parts for layer in (*_cut(part, cloth), *_soft(part, cloth))]

        def forms(part: Part) -> Iterator[Form]:
            yield from _forms(part, cloth, base, shade)
            for layer in _soft(part, cloth):
                colour = pal.base[layer.tint] if layer.tint else pal.tone(layer.tone, cloth)
                yield Form(layer.path, colour, lit=False)
            yield from under.get(part.name, ())

        def make() -> tuple[Soft, Sequence[Layer]]:
            bounds = QRectF()
            for layer in own:
                if not layer.soft:
                    bounds = bounds.united(layer.bounds)
            texture = rounded(
                (bounds & self._figure).adjusted(-room, -room, room, room),
                max(_CELL_CM * k, _CELL_PX),
                [*roots, *(form for part in parts for form in forms(part)), *seat],
                shade=shade,
                shift=(LIGHT_CM[0] * k, LIGHT_CM[1] * k),
            )
            return texture, own  # kept together: as long as the layers live, their ids tell them apart

        made_from = (tuple(map(id, own)), self._figure.getRect(), tone)
        return self._wardrobe.kept(f"texture {cloth} {_far_limb(parts[0])}", made_from, make)[0]

    def _joining(self, cloth: str, far: bool) -> tuple[list[Form], dict[str, list[Form]], list[Form]]:
        """Where a far leg comes out of the seat the cloth goes on: what lies over a far leg's own texture
        there, what lies over its thigh alone, for the shin of a bent one is before that, and the far thighs
        under the near texture.
        """
        over: list[Form] = []
        under: dict[str, list[Form]] = {}
        if cloth != "trousers":
            return over, under, []
        base = self.look.palette.base[cloth]
        thighs = [part for part in self.parts if part.kind == "thigh" and _far_limb(part)]
        if not far:
            return [], {}, [Form(layer.path, base) for part in thighs for layer in _cut(part, cloth)]
        for part in thighs:
            if part.fade:
                (x, y, *_), (u, v, *_) = part.fade
                straight = smoothstep((-drawn_up_of(self.body, part.side) - 0.65) / 0.3)
                shares = (a + (b - a) * straight for a, b in zip(_SEAT_BENT, _SEAT_STRAIGHT, strict=True))
                own, seats = ((x + (u - x) * share, y + (v - y) * share) for share in shares)
                brush = fading(base, own, seats)
                lies = over if is_straight(self.body, "shin", part.side) else under.setdefault(part.name, [])
                lies += [Form(layer.path, brush) for layer in _cut(part, cloth)]
        return over, under, []

    def _farther(self, colour: QColor, tone: float) -> QColor:
        """The colour of a cloth that is so far behind: deeper in its own hue, for ink alone would grey it."""
        deep = mixed(deepened(colour), QColor(self.look.theme.ink), _FAR_INK)
        return mixed(colour, deep, min(1.0, _FAR_AS_DEEP * tone))

    def _far_tone(self, part: Part, cloth: str) -> float:
        """How much of the theme's ink the cloth of a limb takes that is as far behind as can be."""
        if part.kind not in _LEGS or cloth == "skin":
            return self.look.theme.far_tone
        return self.look.theme.far_tone + _FAR_LEG + _FAR_DRAWN_UP * seat_drawn_up(self.body, part.side)

    def _contact_colours(self) -> tuple[QColor, QColor]:
        """The colours of the shadow of one part on another, and of legs on each other."""
        theme, pal = self.look.theme, self.look.palette
        deep = mixed(pal.shade, QColor(theme.ink), _DEEP)
        shade = faint(pal.contact, theme.contact)
        if has_dark_skin(self.look.person):  # plain shade is no darker than that
            shade = faint(mixed(pal.contact, QColor(theme.ink), _DEEP), theme.contact * _DARK_SKIN_CONTACT)
        return shade, faint(deep, theme.contact * _LEG_CONTACT)

    # -- painting
    # ---------------------------------------------------------------------------------------------
    def cel(self) -> Cel:
        """The marks the person is painted with, and the shadow on the floor."""
        return Cel(
            marks=list(self._marks()),
            parts=[part.name for part in self.parts],
            boxes={part.name: part.bounds for part in self.parts},
            axes={part.name: part.axis for part in self.parts},
            shadow=self._floor_shadow,
            area=self.area,
            camera=self.camera,
        )

    def _marks(self) -> Iterator[Mark]:
        painted: list[tuple[Part, QRectF]] = []
        for run in self._runs(self.parts):
            yield from self._contact(run, painted)
            yield from self._run(run)
            yield from self._coming(run)
            painted += [(part, part.bounds) for part in run]

    def _runs(self, parts: Sequence[Part]) -> Iterator[list[Part]]:
        """Parts of one limb that follow each other; a folded limb is two runs, so that it shades itself."""
        run: list[Part] = []
        for part in parts:
            joins = run and run[-1].limb == part.limb
            if not joins or not is_straight(self.body, part.kind, part.side):
                if run:
                    yield run
                run = []
            run.append(part)
        yield run

    def _contact(self, run: Sequence[Part], painted: Sequence[tuple[Part, QRectF]]) -> Iterator[Shade]:
        """The shadow these parts throw on what is painted already."""
        strength = self.look.theme.contact
        casting = [part for part in run if part.casts]
        if not strength or not casting or not (painted or self.props):
            return
        k = self.camera.px_per_cm
        room = 2.8 * k
        mine = _bounds(casting).adjusted(-room, -room, room, room)
        bounds = mine & self._props_box
        straight = is_straight(self.body, run[0].kind, run[0].side)
        for part, box in painted:
            if (not straight or part.limb != run[0].limb) and mine.intersects(box):
                bounds = bounds.united(mine & box)
        bounds &= self._figure
        if bounds.width() < 1 or bounds.height() < 1:
            return
        colour = self._deep if run[0].kind in _LEGS else self._shade
        shapes: list[tuple[QPainterPath, QBrush | QColor]] = []
        near = bounds.adjusted(-room, -room, room, room)
        for i, part in enumerate(casting):
            goes_on = i > 0 and part.rank > casting[i - 1].rank  # from the half that hangs on the body
            brush = (
                fading(colour, part.fade[0][:2], part.fade[1][:2]) if part.fade and not goes_on else colour
            )
            shapes += [
                (layer.path, brush)
                for layer in part.layers
                if _casts(part, layer) and layer.bounds.intersects(near)
            ]
        right, down = _CONTACT_DROP_CM
        leads = casting[0].name
        soft = mask(bounds, _CONTACT_CM * k, shapes, (right * k, down * k))
        yield Shade(("shade", leads, 1), leads, soft)
        pressed = bounds & self._lies_on if run[0].kind == "trunk" else QRectF()
        if not pressed.isEmpty():
            dark = faint(self._deep, _PRESS)
            blur, drop = _PRESS_CM
            soft = mask(pressed, blur * k, [(path, dark) for path, _ in shapes], (0.0, drop * k))
            yield Shade(("pressed", leads, 1), leads, soft)

    @property
    def _lies_on(self) -> QRectF:
        """The rectangle of what the trunk may press on; empty if there is nothing of the kind."""
        pressed = (prop for prop in self.props if prop.kind in ("roller", "block"))
        return bounds_of_all(self.camera, pressed, prop_bounds)

    def _coming(self, run: Sequence[Part]) -> Iterator[Mark]:
        """The layers that are about to show."""
        for part in run:
            if part.coming:
                soon = Part(part.name, part.limb, part.axis, part.rank, part.coming, far=part.far)
                for mark in self._run([soon]):
                    if isinstance(mark, Fill):
                        yield replace(mark, name=("coming", *mark.name), opacity=part.come)

    def _run(self, run: Sequence[Part]) -> Iterator[Mark]:
        """The layers of parts that follow each other: first the lines round those of one cloth, then all of
        them filled, so that no line is left within.
        """
        layers = [
            (part, layer)
            for part in run
            for layer in part.layers
            if (part.kind, layer.cloth) != _HIDDEN and not layer.soft
        ]
        layers += [(part, layer) for part in run for layer in part.trims if not layer.soft]
        count: Counter[Name] = Counter()
        for _, group in groupby(layers, lambda item: (item[1].cloth, item[1].tone)):
            fills = []
            for part, layer in group:
                kind = (part.name, layer.cloth, bool(layer.tone), layer.path.elementCount())
                count[kind] += 1
                name = (*kind, count[kind])
                fills.append(self._fill(name, part, layer))
                if not layer.tone:
                    yield from self._lines(name, part, layer)
            yield from fills

    def _fill(self, name: Name, part: Part, layer: Layer) -> Fill:
        pal = self.look.palette
        if layer.tone:
            return Fill(name, part.name, layer.path, pal.tone(layer.tone, layer.cloth))
        far = _far_limb(part)
        key = (layer.cloth, far if (layer.cloth, far) in self._textures else "")
        texture = self._textures.get(key)
        if texture is None:
            return Fill(name, part.name, layer.path, pal.base[layer.cloth])
        light = self._light_on(part, layer.cloth)
        if light is None:
            return Fill(name, part.name, layer.path, texture.brush(self.camera.detail))
        lit = self._lit(layer.cloth, light, far, texture)
        return Fill(name, part.name, layer.path, lit.brush(self.camera.detail), lit=self._lit_by)

    def _lines(self, name: Name, part: Part, layer: Layer) -> Iterator[Line]:
        """The lines round a layer: the theme's outline, and the light along the figure's own outline, which
        lies under all that is painted already, so that none shows within.
        """
        theme, cloth = self.look.theme, layer.cloth
        if theme.outline_cm and cloth in _SHADED | _OUTLINED:
            under = (part.kind, cloth) in _GOES_ON
            yield Line(("outline", *name), part.name, layer.path, self._pen(part), under)
        if theme.backlight_cm and cloth in _BACKLIT:
            width = 2 * theme.backlight_cm * self.camera.px_per_cm
            pen = QPen(self.look.palette.rims[cloth], width)
            yield Line(("backlight", *name), part.name, layer.path, pen, under=True)

    def _light_on(self, part: Part, cloth: str) -> Light | None:
        """The light that lies on a cloth of a part, if any reaches it.

        It lives as long as this drawing, and so does its id.
        """
        if not self._glow.is_on or cloth not in self.look.palette.glow:
            return None
        return self._glow.light_on(part, cloth) if self._glow.shown_on(part, cloth) else None

    def _lit(self, cloth: str, light: Light, limb: str, texture: Soft) -> Soft:
        """The texture of a cloth, or of a far limb's, with a light laid into it: cheaper than to fill its
        paths once more.
        """
        key = (cloth, id(light), limb)
        if key not in self._lit_textures:
            self._lit_textures[key] = over(texture, light.coloured(self.look.palette.glow[cloth]))
        return self._lit_textures[key]

    def _pen(self, part: Part) -> QPen:
        """The outline's pen; where a limb hangs on to the body its outline fades away."""
        width = self.look.theme.outline_cm * self.camera.px_per_cm * 2
        ink = QBrush(QColor(self.look.theme.ink))
        if part.fade:
            (x0, y0, *_), (x1, y1, *_) = part.fade
            share = 0.5 if part.kind in ("upperarm", "thigh") else 0.2
            seam = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
            ink = fading(QColor(self.look.theme.ink), (x0, y0), seam)
        return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _far_limb(part: Part) -> str:
    """The limb, if it is so far behind that it looks so; else nothing."""
    return part.limb if part.far > _FAR else ""


def _cut(part: Part, cloth: str) -> list[Layer]:
    """The layers of a part that are of one cloth, with those that are laid over others."""
    whole = (*part.layers, *part.trims)
    return [layer for layer in whole if layer.cloth == cloth and not (layer.tone or layer.soft)]


def _soft(part: Part, cloth: str) -> list[Layer]:
    """The tones without an edge that lie on one cloth of a part."""
    return [layer for layer in (*part.layers, *part.trims) if layer.soft and layer.cloth == cloth]


def _casts(part: Part, layer: Layer) -> bool:
    """Whether a layer throws a shadow on other parts; the seat goes on into the thighs and throws none."""
    return layer.casts and not layer.tone and (part.kind, layer.cloth) not in _GOES_ON


def _forms(part: Part, cloth: str, base: QColor, shade: QColor) -> Iterator[Form]:
    """What light and shade on one cloth of a part come from.

    The part is lit as a whole, whatever it wears: else each hem would be an edge and have a shade. A limb has
    its own shade, also where it lies on what is of the same cloth; it grows from nothing where the limb hangs
    on.
    """
    if part.kind in _OWN_SHADE and part.fade:
        grown = fading(shade, part.fade[0][:2], part.fade[1][:2])
        yield from (Form(layer.path, grown, lit=False) for layer in _cut(part, cloth))
    if part.kind == "shin" and part.fade and part.sloping > _LEVEL:
        dim = fading(faint(shade, _SLOPE_SHADE * part.sloping), part.fade[0][:2], part.fade[1][:2])
        yield from (Form(layer.path, dim, lit=False) for layer in _cut(part, cloth))
    lit = _HEMMED if part.kind in _CLOTHED else (cloth,)
    for layer in part.layers:
        if layer.cloth in lit and not layer.tone and (part.kind, layer.cloth) != _HIDDEN:
            yield Form(layer.path, base)


def _mark_farther_leg(parts: Sequence[Part], lie: Lie, px_per_cm: float) -> None:
    """Tell the leg that is farther from the viewer than the other how far behind it is, 0 to 1: one and the
    same from hip to toes, for a leg of two tones looks like two legs.
    """
    legs = [part for part in parts if part.limb.startswith("leg")]
    shown = {part.name for part in legs if part.kind in _LEGS}
    depth = {rod.name: rod.z for rod in lie.rods if rod.name in shown}
    both = [kind for kind in _LEGS if {f"{kind}_l", f"{kind}_r"} <= depth.keys()]
    if not both:
        return
    begins, full = (cm * px_per_cm for cm in _LEG_BEHIND_CM)
    behind = sum(depth[f"{kind}_r"] - depth[f"{kind}_l"] for kind in both) / len(both)
    for part in legs:
        by = behind if part.side == "l" else -behind
        part.far = smoothstep((by - begins) / (full - begins))


def _bounds(parts: Sequence[Part]) -> QRectF:
    """The rectangle the parts' outlines stay within."""
    bounds = QRectF()
    for part in parts:
        bounds = bounds.united(part.bounds)
    return bounds
