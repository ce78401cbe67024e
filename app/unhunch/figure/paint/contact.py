"""The shadows that parts of a body throw on each other, and the dark lines that tell them apart.

Each lies close to what throws it: it says what is before what, not where the light is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from unhunch.figure.ink.palette import deepened, faint, mixed
from unhunch.figure.ink.parts import Cloth, Layer, Part, bounds_of
from unhunch.figure.ink.shading import fading, mask, within
from unhunch.figure.motion.motion import Prop
from unhunch.figure.paint.cel import Shade
from unhunch.figure.paint.depth import ARMS, LEGS, is_straight
from unhunch.figure.paint.look import Look
from unhunch.figure.people import has_dark_skin
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.surroundings.props import bounds_of_all, prop_bounds

GOES_ON = frozenset({("trunk", "trousers")})
"""The seat goes on into the thighs: between them is no line and no shadow."""
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
_BEARING = frozenset({"roller", "block"})  # the trunk presses on these
_OPAQUE = QColor(0, 0, 0)

Painted = Sequence[tuple[Part, QRectF]]
"""Parts that are painted already, each with its bounds."""


class Contacts:
    """The shadows on each other of the parts of one body, within the rectangle `figure` (pixels)."""

    def __init__(self, look: Look, camera: Camera, props: Sequence[Prop], body: Body, figure: QRectF) -> None:
        self._look, self._camera, self._props, self._body = look, camera, props, body
        self._figure = figure
        self._props_box = bounds_of_all(camera, props, prop_bounds)
        self._colours = _colours_of(look)

    def of(self, run: Sequence[Part], painted: Painted) -> Iterator[Shade]:
        """The shadow that parts which follow each other throw on what is painted already."""
        casting = [part for part in run if part.casts]
        if not self._look.theme.contact or not casting or not (painted or self._props):
            return
        bounds = self._bounds(run[0], casting, painted)
        if bounds.width() < 1 or bounds.height() < 1:
            return
        k, lead = self._camera.px_per_cm, run[0].kind
        shapes = list(self._casting(casting, bounds, self._colours.get(lead, self._colours[""])))
        right, down = _ARM_DROP_CM if lead in ARMS else _CONTACT_DROP_CM
        blur = max(_CONTACT_CM * k, _BLUR_PX)
        soft = mask(bounds, blur, shapes, (right * k, down * k))
        if lead not in _CARRIED and bounds.intersects(self._props_box):
            on_body = [(layer.path, _OPAQUE) for part, _ in painted for layer in _outer(part)]
            soft = within(soft, mask(bounds, blur, on_body, (0.0, 0.0)))
        name = casting[0].name
        yield Shade(("shade", name, 1), name, soft)
        yield from self._between(casting, painted)
        if lead == "trunk":
            yield from self._pressed(name, bounds, [path for path, _ in shapes])

    def _pressed(self, name: str, bounds: QRectF, paths: Sequence[QPainterPath]) -> Iterator[Shade]:
        """The weight of a trunk on roller or block: darker where it lies on them."""
        bearing = (prop for prop in self._props if prop.kind in _BEARING)
        pressed = bounds & bounds_of_all(self._camera, bearing, prop_bounds)
        if pressed.isEmpty():
            return
        k, (wide, drop) = self._camera.px_per_cm, _PRESS_CM
        dark = faint(self._colours["thigh"], _PRESS)
        soft = mask(pressed, wide * k, [(path, dark) for path in paths], (0.0, drop * k))
        yield Shade(("pressed", name, 1), name, soft)

    def _between(self, casting: Sequence[Part], painted: Painted) -> Iterator[Shade]:
        """The dark line that tells what lies on something much like it, or right before it, from that."""
        over_it = next((part for part in casting if part.kind in _PARTED), None)
        if not over_it:
            return
        behind, blur_cm, (right, down), tone, cloth, colour = _PARTED[over_it.kind]
        others = [part for part, _ in painted if part.kind in behind]
        bounds = self._with_blur(over_it.bounds) & bounds_of(others) & self._figure
        if bounds.width() < 1 or bounds.height() < 1:
            return
        k = self._camera.px_per_cm
        dark = list(self._casting([over_it], bounds, faint(self._colours[colour], tone)))
        under = [(layer.path, _OPAQUE) for other in others for layer in _outer(other) if layer.cloth == cloth]
        soft = mask(bounds, blur_cm * k, dark, (right * k, down * k))
        soft = within(soft, mask(bounds, blur_cm * k, under, (0.0, 0.0)))
        yield Shade(("between", over_it.name, 1), over_it.name, soft)

    def _bounds(self, lead: Part, casting: Sequence[Part], painted: Painted) -> QRectF:
        """The rectangle in which the shadow may fall of the parts of a run that `lead` begins."""
        mine = self._with_blur(bounds_of(casting))
        bounds = mine & self._props_box if lead.kind in _CARRIED else QRectF()
        straight = is_straight(self._body, lead.kind, lead.side)
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
        room = _CONTACT_ROOM_CM * self._camera.px_per_cm
        return rect.adjusted(-room, -room, room, room)


def _colours_of(look: Look) -> dict[str, QColor]:
    """The colour of the shadow that each kind of part throws on others, "" for all that are not named: of
    legs on each other it is deeper; between skin and skin it is that of skin; of the head, which falls on
    skin and hair, warm, for in the colour of clothes it would be a stain there; of the trunk, which falls
    on sleeves, and of an upper arm, which falls on the shirt, that of the shirt.
    """
    theme, pal, ink = look.theme, look.palette, QColor(look.theme.ink)
    deep = mixed(pal.shade, ink, _DEEP)
    warm = mixed(pal.shade, deepened(deepened(pal.base["skin"])), _SKIN_CONTACT)
    shade, shirt = faint(pal.contact, theme.contact), faint(pal.on_shirt, theme.contact)
    found = {"": shade, "head": faint(warm, theme.contact), "trunk": shirt}
    found["upperarm"] = faint(pal.on_shirt, theme.contact * _ARM_CONTACT)
    found["between"] = deepened(deepened(deepened(pal.base["skin"])))
    found |= dict.fromkeys(LEGS, faint(deep, theme.contact * _LEG_CONTACT))
    if look.person.sleeve > _LONG_SLEEVE:
        sleeve = faint(pal.on_shirt, theme.contact * _LONG_SLEEVE_CONTACT)
        found |= dict.fromkeys(ARMS, sleeve)
    if has_dark_skin(look.person):  # plain shade is no darker than that
        found[""] = faint(mixed(pal.contact, ink, _DEEP), theme.contact * _DARK_SKIN_CONTACT)
        found["upperarm"] = faint(mixed(pal.on_shirt, ink, _DARK_ARM), theme.contact * _DARK_ARM_CONTACT)
    return found


def _outer(part: Part) -> list[Layer]:
    """The layers of a part that cover what is behind it."""
    return [layer for layer in part.layers if not (layer.tone or layer.soft)]


def _casts(part: Part, layer: Layer) -> bool:
    """Whether a layer throws a shadow on other parts; the seat goes on into the thighs and throws none."""
    return layer.casts and not layer.tone and (part.kind, layer.cloth) not in GOES_ON
