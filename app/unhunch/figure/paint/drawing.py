"""One drawing of the person from the body: dressed, ordered, shaded, as the marks it is painted with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from unhunch.figure import paint_in_one_thread
from unhunch.figure.body.body import dressed
from unhunch.figure.body.grips import curls
from unhunch.figure.head.head import head_part
from unhunch.figure.ink.parts import Layer, Part, bounds_of
from unhunch.figure.ink.shading import Soft, fading, over
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Prop
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.paint.cel import Cel, Fill, Line, Mark, Name
from unhunch.figure.paint.contact import GOES_ON, Contacts
from unhunch.figure.paint.depth import back_to_front, is_straight, mark_far, mark_farther_leg
from unhunch.figure.paint.glow import Glow, Light, patches
from unhunch.figure.paint.look import Look
from unhunch.figure.paint.modelling import HIDDEN
from unhunch.figure.paint.rods import Lie
from unhunch.figure.paint.textures import SHADED, Textures
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.surroundings.cast import floor_shadows
from unhunch.figure.surroundings.props import bounds_of_all, standing_bounds
from unhunch.figure.surroundings.wall_cast import wall_shadows

paint_in_one_thread()

_OUTLINED = frozenset({"tie", "beard"})
_UNLINED = frozenset({("neck", "top")})  # a collar goes on into the shirt: a line would make it a bib
_BACKLIT = frozenset({"hair"})
_OUTLINE_MOST = 0.0125  # of the picture's size: the widest an outline is, with the half that is covered


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
        figure = bounds_of(self.parts)
        field = QRectF(0, 0, camera.width, camera.height)
        self.area = QRectF((self._with_room(figure) & field).toAlignedRect())
        self._figure = figure & field
        found = patches(body, camera, key.focus) if glow else []
        self._glow = Glow(found, self._figure, camera.px_per_cm, self.parts)
        self._lit_by = tuple(area for area in key.focus if area[1])
        self._contacts = Contacts(look, camera, props, body, self._figure)
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
            yield from self._contacts.of(run, painted)
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
            under = (part.kind, cloth) in GOES_ON
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
