"""One drawing of the person from the body: dressed, ordered, shaded, as the marks it is painted with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from unhunch.figure import paint_in_one_thread
from unhunch.figure.body.body import dressed
from unhunch.figure.body.grips import curls
from unhunch.figure.head.head import head_part
from unhunch.figure.ink.palette import Palette, deepened, faint, mixed
from unhunch.figure.ink.parts import Cloth, Layer, Part
from unhunch.figure.ink.shading import Soft, fading, mask, over, within
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Prop
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.paint.cel import Cel, Fill, Line, Mark, Name, Shade
from unhunch.figure.paint.depth import ARMS, LEGS, back_to_front, is_straight, mark_far, mark_farther_leg
from unhunch.figure.paint.glow import Glow, Light, patches
from unhunch.figure.paint.modelling import HIDDEN
from unhunch.figure.paint.rods import Lie
from unhunch.figure.paint.textures import SHADED, Textures
from unhunch.figure.people import Person, has_dark_skin
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.surroundings.cast import floor_shadows
from unhunch.figure.surroundings.props import bounds_of_all, prop_bounds, standing_bounds
from unhunch.figure.surroundings.wall_cast import wall_shadows
from unhunch.figure.themes import Theme

paint_in_one_thread()

_OUTLINED = frozenset({"tie", "beard"})
_GOES_ON = frozenset({("trunk", "trousers")})  # no line where the seat goes on into the thighs
_UNLINED = frozenset({("neck", "top")})  # a collar goes on into the shirt: a line would make it a bib
_BACKLIT = frozenset({"hair"})
_DEEP = 0.75  # how far the shade on legs goes towards ink: plain shade is as light as the cloth
_CONTACT_CM, _CONTACT_DROP_CM = 1.0, (0.8, 1.1)  # how wide a part's shadow on another is blurred, and falls
_ARM_DROP_CM = (0.1, 0.7)  # that of an arm shows on both sides of it: sleeve and shirt are of one cloth
_CONTACT_ROOM_CM = 2.8  # no farther than this it reaches
_BLUR_PX = 3.2  # no crisper than this: it would cost more than it shows
_SKIN_CONTACT = 0.7  # how much of the skin's own colour the head's shadow has
_LEG_CONTACT = 1.7  # the shade of legs on each other is so much darker
_DARK_SKIN_CONTACT = 1.7  # so is that on a person whose skin is dark
_ARM_CONTACT = 1.8  # and that of an arm on the shirt
_DARK_ARM, _DARK_ARM_CONTACT = 0.3, 1.9  # of its arms on the shirt: how far towards ink, how much darker
_LONG_SLEEVE, _LONG_SLEEVE_CONTACT = 1.0, 2.4  # a sleeve past the elbow on its own shirt: so much darker
_OUTLINE_MOST = 0.0125  # of the picture's size: the widest an outline is, with the half that is covered
_PRESS, _PRESS_CM = 0.95, (1.5, 1.4)  # the trunk's weight on roller or block: how dark, how wide


class _Parted(NamedTuple):
    """What a part is told from by a dark line: the kinds that may lie behind it, how wide that line is
    blurred (cm), how it falls (cm), and how dark it is; on which cloth of theirs, and whose contact's colour
    it has.
    """

    behind: frozenset[str]
    blur_cm: float
    drop_cm: tuple[float, float]
    tone: float
    cloth: Cloth = "skin"
    colour: str = "between"


# A hand on the other one; a face before an arm, for without it nose and chin would go on into that; a thigh
# that is drawn up over the shirt; and a trunk over a sleeve that comes out from beneath it.
_PARTED = {
    "hand": _Parted(frozenset({"hand"}), 0.5, (0.25, 0.5), 0.75),
    "head": _Parted(frozenset({"forearm", "hand"}), 0.9, (0.5, 0.2), 0.5),
    "thigh": _Parted(frozenset({"trunk"}), 1.4, (-0.4, -0.4), 0.6, cloth="top", colour="trunk"),
    "trunk": _Parted(ARMS, 2.0, (-0.6, 1.6), 0.8, cloth="top", colour="trunk"),
}
_CARRIED = LEGS | {"trunk"}  # what rests on chair, roller and block, and throws a shadow on them
_OPAQUE = QColor(0, 0, 0)


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
        glow: bool,
        wardrobe: Wardrobe,
        lie: Lie,
    ) -> None:
        self.look, self.camera, self.props, self.body = look, camera, props, body
        self._wardrobe = wardrobe
        self._props_box = bounds_of_all(camera, props, prop_bounds)
        parts = dressed(
            body, camera, look.person, breath=key.breath, curls=curls(key.pose), wardrobe=wardrobe
        )
        head, behind = head_part(camera, body, look.person, wardrobe)
        next(p for p in parts if p.kind == "neck").layers[:0] = behind
        parts.append(head)
        mark_far(parts, lie, body, camera)
        mark_farther_leg(parts, lie, body, camera.px_per_cm)
        self.parts = back_to_front(parts, lie)
        self._shadows = floor_shadows(camera, look.theme, body, wardrobe)
        self._on_wall = wall_shadows(camera, look.theme, body, props, wardrobe)
        figure = _bounds(self.parts)
        field = QRectF(0, 0, camera.width, camera.height)
        self.area = QRectF((self._with_room(figure) & field).toAlignedRect())
        self._figure = figure & field
        found = patches(body, camera, key.focus) if glow else []
        self._glow = Glow(found, self._figure, camera.px_per_cm, self.parts)
        self._lit_by = tuple(area for area in key.focus if area[1])
        self._contacts = self._contact_colours()
        self._textures = Textures(
            self.parts,
            look.palette,
            look.theme,
            body=body,
            camera=camera,
            figure=self._figure,
            wardrobe=wardrobe,
        )
        self._lit_textures: dict[tuple[str, int, str], Soft] = {}

    def _with_room(self, figure: QRectF) -> QRectF:
        """Room for the lines round the figure, for what stands about, and for the shadows."""
        lines = 2 + 2 * max(self.look.theme.outline_cm, self.look.theme.backlight_cm) * self.camera.px_per_cm
        bounds = figure.adjusted(-lines, -lines, lines, lines) | bounds_of_all(
            self.camera, self.props, standing_bounds
        )
        for cast in (*self._shadows.values(), *self._on_wall.values()):
            if cast.soft:
                bounds |= cast.soft.rect
        return bounds

    def _contact_colours(self) -> dict[str, QColor]:
        """The colour of the shadow that each kind of part throws on others, "" for all that are not named: of
        legs on each other it is deeper; between skin and skin it is that of skin; of the head, which falls on
        skin and hair, warm, for in the colour of clothes it would be a stain there; of the trunk, which falls
        on sleeves, and of an upper arm, which falls on the shirt, that of the shirt.
        """
        theme, pal, ink = self.look.theme, self.look.palette, QColor(self.look.theme.ink)
        deep = mixed(pal.shade, ink, _DEEP)
        warm = mixed(pal.shade, deepened(deepened(pal.base["skin"])), _SKIN_CONTACT)
        shade, shirt = faint(pal.contact, theme.contact), faint(pal.on_shirt, theme.contact)
        found = {"": shade, "head": faint(warm, theme.contact), "trunk": shirt}
        found["upperarm"] = faint(pal.on_shirt, theme.contact * _ARM_CONTACT)
        found["between"] = deepened(deepened(deepened(pal.base["skin"])))
        found |= dict.fromkeys(LEGS, faint(deep, theme.contact * _LEG_CONTACT))
        if self.look.person.sleeve > _LONG_SLEEVE:
            sleeve = faint(pal.on_shirt, theme.contact * _LONG_SLEEVE_CONTACT)
            found |= dict.fromkeys(ARMS, sleeve)
        if has_dark_skin(self.look.person):  # plain shade is no darker than that
            found[""] = faint(mixed(pal.contact, ink, _DEEP), theme.contact * _DARK_SKIN_CONTACT)
            found["upperarm"] = faint(mixed(pal.on_shirt, ink, _DARK_ARM), theme.contact * _DARK_ARM_CONTACT)
        return found

    # -- painting
    # ---------------------------------------------------------------------------------------------
    def cel(self) -> Cel:
        """The marks the person is painted with, and the shadows on floor and wall."""
        return Cel(
            marks=list(self._marks()),
            parts=[part.name for part in self.parts],
            boxes={part.name: part.bounds for part in self.parts},
            axes={part.name: part.axis for part in self.parts},
            shadows=self._shadows,
            on_wall=self._on_wall,
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
        casting = [part for part in run if part.casts]
        if not self.look.theme.contact or not casting or not (painted or self.props):
            return
        bounds = self._contact_bounds(run[0], casting, painted)
        if bounds.width() < 1 or bounds.height() < 1:
            return
        k, lead = self.camera.px_per_cm, run[0].kind
        shapes = list(self._casting(casting, bounds, self._contacts.get(lead, self._contacts[""])))
        right, down = _ARM_DROP_CM if lead in ARMS else _CONTACT_DROP_CM
        blur = max(_CONTACT_CM * k, _BLUR_PX)
        soft = mask(bounds, blur, shapes, (right * k, down * k))
        if lead not in _CARRIED and bounds.intersects(self._props_box):
            on_body = [(layer.path, _OPAQUE) for part, _ in painted for layer in _outer(part)]
            soft = within(soft, mask(bounds, blur, on_body, (0.0, 0.0)))
        name = casting[0].name
        yield Shade(("shade", name, 1), name, soft)
        yield from self._between(casting, painted)
        pressed = bounds & self._lies_on if lead == "trunk" else QRectF()
        if not pressed.isEmpty():
            dark = faint(self._contacts["thigh"], _PRESS)
            wide, drop = _PRESS_CM
            soft = mask(pressed, wide * k, [(path, dark) for path, _ in shapes], (0.0, drop * k))
            yield Shade(("pressed", name, 1), name, soft)

    def _between(self, casting: Sequence[Part], painted: Sequence[tuple[Part, QRectF]]) -> Iterator[Shade]:
        """The dark line that tells what lies on something much like it, or right before it, from that."""
        over_it = next((part for part in casting if part.kind in _PARTED), None)
        if not over_it:
            return
        behind, blur_cm, (right, down), tone, cloth, colour = _PARTED[over_it.kind]
        others = [part for part, _ in painted if part.kind in behind]
        bounds = self._with_blur(over_it.bounds) & _bounds(others) & self._figure
        if bounds.width() < 1 or bounds.height() < 1:
            return
        k = self.camera.px_per_cm
        dark = list(self._casting([over_it], bounds, faint(self._contacts[colour], tone)))
        under = [(layer.path, _OPAQUE) for other in others for layer in _outer(other) if layer.cloth == cloth]
        soft = mask(bounds, blur_cm * k, dark, (right * k, down * k))
        soft = within(soft, mask(bounds, blur_cm * k, under, (0.0, 0.0)))
        yield Shade(("between", over_it.name, 1), over_it.name, soft)

    def _contact_bounds(
        self, lead: Part, casting: Sequence[Part], painted: Sequence[tuple[Part, QRectF]]
    ) -> QRectF:
        """The rectangle in which the shadow may fall of the parts of a run that `lead` begins."""
        mine = self._with_blur(_bounds(casting))
        bounds = mine & self._props_box if lead.kind in _CARRIED else QRectF()
        straight = is_straight(self.body, lead.kind, lead.side)
        for part, box in painted:
            if (not straight or part.limb != lead.limb) and mine.intersects(box):
                bounds = bounds.united(mine & box)
        return bounds & self._figure

    def _casting(
        self, casting: Sequence[Part], bounds: QRectF, colour: QColor
    ) -> Iterator[tuple[QPainterPath, QBrush | QColor]]:
        """What throws a shadow into a rectangle, and its colour, which fades where a limb hangs on."""
        near = self._with_blur(bounds)
        for i, part in enumerate(casting):
            brush: QBrush | QColor = colour
            goes_on = i > 0 and part.rank > casting[i - 1].rank  # from the half that hangs on the body
            if part.fade and not goes_on:
                brush = fading(colour, part.fade[0][:2], part.fade[1][:2])
            for layer in part.layers:
                if _casts(part, layer) and layer.bounds.intersects(near):
                    yield layer.path, brush

    def _with_blur(self, rect: QRectF) -> QRectF:
        """A rectangle with room for the blur of a part's shadow."""
        room = _CONTACT_ROOM_CM * self.camera.px_per_cm
        return rect.adjusted(-room, -room, room, room)

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
            if (part.kind, layer.cloth) != HIDDEN and not layer.soft
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
        texture, far = self._textures.of(part, layer.cloth)
        if texture is None:
            return Fill(name, part.name, layer.path, pal.base[layer.cloth])
        light = self._light_on(part, layer.cloth)
        if light is None:
            return Fill(name, part.name, layer.path, texture.brush(self.camera.detail))
        lit = self._lit(layer.cloth, light, far, texture)
        return Fill(name, part.name, layer.path, lit.brush(self.camera.detail), lit=self._lit_by)

    def _lines(self, name: Name, part: Part, layer: Layer) -> Iterator[Line]:
        """The lines round a layer: the theme's outline, and the light along the figure's own outline, which
        lies under all that is painted already, so that none shows within. So does, once more, the outline
        of a limb: over the body it fades away where the limb hangs on, but not before what is behind.
        """
        theme, cloth = self.look.theme, layer.cloth
        again = cloth == "face" and not layer.casts  # skin that is laid over a beard once more has no line
        bare = again or (part.kind, cloth) in _UNLINED
        if theme.outline_cm and cloth in SHADED | _OUTLINED and not bare:
            under = (part.kind, cloth) in _GOES_ON
            if part.fade and not under:
                yield Line(("contour", *name), part.name, layer.path, self._pen(), under=True)
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

    def _pen(self, part: Part | None = None) -> QPen:
        """The outline's pen; of a part that hangs on to the body the outline fades away there."""
        ink = QBrush(QColor(self.look.theme.ink))
        if part and part.fade:
            (x0, y0, *_), (x1, y1, *_) = part.fade
            share = 0.5 if part.kind in ("upperarm", "thigh") else 0.2
            seam = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
            ink = fading(QColor(self.look.theme.ink), (x0, y0), seam)
        return QPen(
            ink, self._outline, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )

    @property
    def _outline(self) -> float:
        """How wide the theme's outline is, whose inner half is covered: no wider in a portrait than looks
        well (pixels).
        """
        camera = self.camera
        most = _OUTLINE_MOST * min(camera.width, camera.height)
        return min(most, 2 * self.look.theme.outline_cm * camera.px_per_cm)


def _outer(part: Part) -> list[Layer]:
    """The layers of a part that cover what is behind it."""
    return [layer for layer in part.layers if not (layer.tone or layer.soft)]


def _casts(part: Part, layer: Layer) -> bool:
    """Whether a layer throws a shadow on other parts; the seat goes on into the thighs and throws none."""
    return layer.casts and not layer.tone and (part.kind, layer.cloth) not in _GOES_ON


def _bounds(parts: Sequence[Part]) -> QRectF:
    """The rectangle the parts' outlines stay within."""
    bounds = QRectF()
    for part in parts:
        bounds = bounds.united(part.bounds)
    return bounds
