"""What the cloths of a figure are filled with: small soft pictures that make its forms look round.

Which cloth has one, over which rectangle, and how the colours of far limbs go over into those before them;
what makes each form look round is told in `modelling`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from unhunch.figure.body.bends import drawn_up_of, on_side_of, seat_drawn_up
from unhunch.figure.ink.palette import Palette, deepened, faint, mixed
from unhunch.figure.ink.parts import Layer, Part
from unhunch.figure.ink.shading import Form, Soft, fading, flat, rounded
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.paint.depth import LEGS, is_straight
from unhunch.figure.paint.modelling import Modelling, Tones, far_limb, layers_of, soft_on, to_light
from unhunch.figure.paint.planes import Planes, planes_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import smoothstep
from unhunch.figure.themes import Theme

SHADED = frozenset({"skin", "top", "trousers", "face", "hair"})

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
_FAR_FOOT = 0.14  # and the skin of a far foot whose sole looks up: one behind the other they are a lump
_FAR_AS_DEEP, _FAR_INK = 1.7, 0.2  # a far limb takes so much of its own shade for ink; so much ink is in that


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
        own = [layer for part in parts for layer in (*layers_of(part, cloth), *soft_on(part, cloth))]
        modelling = Modelling(cloth, tones, pal, k, self._planes)

        def make() -> tuple[Soft, Sequence[Layer]]:
            bounds = QRectF()
            for layer in own:
                if not layer.soft:
                    bounds = bounds.united(layer.bounds)
            texture = rounded(
                (bounds & self._figure).adjusted(-room, -room, room, room),
                _cell(cloth, k),
                [*roots, *modelling.of(parts, under), *seat],
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
                return planes_of(part.axis, to_light(part, k), k, aside)
        return None

    def _tones(self, cloth: str, base: QColor, far_tone: float) -> Tones:
        """The colours of a cloth, or of a far limb's."""
        pal, depth = self._palette, self._theme.shading
        light, shade, bounce = pal.lit(cloth, depth), pal.shaded(cloth, depth), pal.bounce(cloth, depth)
        return Tones(
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
            roots = [(part, layer.path) for part in thighs for layer in layers_of(part, cloth)]
            return [], {}, [Form(path, base, to_light(part, k)) for part, path in roots]
        for part in thighs:
            if part.fade:
                (x, y, *_), (u, v, *_) = part.fade
                straight = smoothstep((-drawn_up_of(self._body, part.side) - 0.65) / 0.3)
                shares = (a + (b - a) * straight for a, b in zip(_SEAT_BENT, _SEAT_STRAIGHT, strict=True))
                own, seats = ((x + (u - x) * share, y + (v - y) * share) for share in shares)
                brush = fading(faint(base, 1 - on_side_of(self._body)), own, seats)
                lies = over if is_straight(self._body, "shin", part.side) else under.setdefault(part.name, [])
                lies += [Form(layer.path, brush, to_light(part, k)) for layer in layers_of(part, cloth)]
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
