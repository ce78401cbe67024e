"""Paints one moment of a motion: the ground, the props, the shadow, the person, the glow and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from unhunch.figure.arrows import paint_arrow
from unhunch.figure.body import dressed
from unhunch.figure.camera import Camera
from unhunch.figure.glow import Patch, patches
from unhunch.figure.grips import curls
from unhunch.figure.head import head_part
from unhunch.figure.motion import Moment, Prop
from unhunch.figure.palette import Palette, faint, palette
from unhunch.figure.parts import Layer, Part, ordered
from unhunch.figure.people import Person
from unhunch.figure.props import BACKDROP, paint_backdrop, paint_standing, prop_bounds
from unhunch.figure.shading import Soft, fading, mask, over, rounded
from unhunch.figure.shadow import paint_floor_shadow, paint_wall_shadow
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.themes import LIGHT, Theme
from unhunch.figure.vectors import dot, mix, sub, unit
from unhunch.figure.views import View

_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_TIE_CM = 2.2
_CELL_CM = 0.9
_LIGHT_CM = (-1.5, -2.1)  # where the light is, on the screen, and how far it reaches round
_SHADED = ("skin", "top", "trousers", "face", "hair")
_FAR_TONE = 0.10
_GLOW = 0.66
_STRAIGHT = 0.35  # cosine: of a limb bent less, the lower half is painted last
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
_LAP = 0.2  # sine: the shirt lies over a thigh that is not drawn up farther than this
_AT_VIEWER = 0.35
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


@dataclass(slots=True)
class _Frame:
    """Everything of one frame that is worked out before the first stroke."""

    body: Body
    camera: Camera
    parts: list[Part]
    area: QRectF
    textures: dict[str, Soft]
    patches: list[Patch]


class FigurePainter:
    """Paints a person doing a stretch.

    `transparent` leaves the ground to whoever paints below. The painter keeps pictures of what repeats;
    `clear` drops them.
    """

    def __init__(self, person: Person, theme: Theme = LIGHT, *, transparent: bool = False) -> None:
        self.person = person
        self.theme = theme
        self.transparent = transparent
        self._palette: Palette = palette(person, theme)
        self._backdrop: tuple[tuple[object, ...], QImage] | None = None

    def clear(self) -> None:
        """Drop every cached picture."""
        self._backdrop = None

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        moment: Moment,
        *,
        breath: float | None = None,
        cues: bool = True,
        opacity: float = 1.0,
        device_pixel_ratio: float = 1.0,
    ) -> None:
        """Paint the moment into `rect` (logical pixels) and nowhere else.

        `breath` (0 to 1) overrides the moment's own; `cues` switches arrows and glow; `opacity` serves a
        cross-fade: the ground stays, the person comes and goes.
        """
        camera = camera_for(moment.view, rect.width(), rect.height(), device_pixel_ratio)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QPointF(0, 0), self._ground(camera, moment))
        painter.setOpacity(painter.opacity() * opacity)
        frame = self._frame(camera, moment, moment.breath if breath is None else breath, cues)
        for prop in moment.props:
            if prop.kind == "wall":
                paint_wall_shadow(painter, camera, self.theme, frame.body, prop)
        paint_floor_shadow(painter, camera, self.theme, frame.body)
        painter.drawImage(frame.area.topLeft(), self._figure(frame, moment.props))
        if cues:
            self._arrows(painter, camera, moment)
        painter.restore()

    # -- what stays -----------------------------------------------------------------------------------------
    def _ground(self, camera: Camera, moment: Moment) -> QImage:
        view = moment.view
        props = tuple(p for p in moment.props if p.kind in BACKDROP)
        key = (view, props, camera.width, camera.height, camera.detail)
        if self._backdrop and self._backdrop[0] == key:
            return self._backdrop[1]
        d = camera.detail
        image = QImage(max(1, round(camera.width * d)), max(1, round(camera.height * d)), _FORMAT)
        image.setDevicePixelRatio(d)
        image.fill(QColor(0, 0, 0, 0) if self.transparent else QColor(self.theme.ground))
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_backdrop(p, camera, self.theme, props, (view.centre[0], 0.0, view.centre[2]))
        p.end()
        self._backdrop = (key, image)
        return image

    # -- the figure -----------------------------------------------------------------------------------------
    def _frame(self, camera: Camera, moment: Moment, breath: float, cues: bool) -> _Frame:
        body = solve(moment.pose)
        parts = dressed(body, camera, self.person, breath, curls(moment.pose))
        head, behind = head_part(camera, body, self.person)
        parts.append(head)
        next(p for p in parts if p.kind == "neck").layers[:0] = behind
        parts = ordered(parts, _TIE_CM * camera.px_per_cm, _told(body, camera))
        self._mark_far(parts, body, camera)
        area = _area(parts, moment.props, camera)
        textures = self._textures(parts, area, camera)
        glow: list[Patch] = []
        if cues and moment.focus:
            glow = patches(body, camera, area, moment.focus, 1.1 * camera.px_per_cm)
        return _Frame(body, camera, parts, area, textures, glow)

    def _mark_far(self, parts: Sequence[Part], body: Body, camera: Camera) -> None:
        """Limbs on the far side of the trunk are a little darker."""
        middle = camera.project(body.spine[2][0])[2]
        for limb in ("arm_l", "arm_r", "leg_l", "leg_r"):
            mine = [p for p in parts if p.limb == limb]
            t = sum(min(1.0, max(0.0, (middle - p.z) / (26 * camera.px_per_cm) - 0.2)) for p in mine) / len(
                mine
            )
            for p in mine:
                p.far = t

    def _textures(self, parts: Sequence[Part], area: QRectF, camera: Camera) -> dict[str, Soft]:
        k = camera.px_per_cm
        shift = (_LIGHT_CM[0] * k, _LIGHT_CM[1] * k)
        paths: dict[str, list[QPainterPath]] = {}
        for part in parts:
            for layer in part.layers:
                if not layer.tone and layer.cloth in _SHADED:
                    paths.setdefault(layer.cloth, []).append(layer.path)
        pal, depth = self._palette, self.theme.shading
        return {
            cloth: rounded(
                area, _CELL_CM * k, found, base=pal.base[cloth], shade=pal.shaded(cloth, depth), shift=shift
            )
            for cloth, found in paths.items()
        }

    def _figure(self, frame: _Frame, props: Sequence[Prop]) -> QImage:
        camera, area = frame.camera, frame.area
        d = camera.detail
        image = QImage(max(1, round(area.width() * d)), max(1, round(area.height() * d)), _FORMAT)
        image.setDevicePixelRatio(d)
        image.fill(0)
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        p.translate(-area.left(), -area.top())
        paint_standing(p, camera, self.theme, props)
        for part in frame.parts:
            self._contact(p, frame, part)
            for layer in part.layers:
                self._layer(p, frame, part, layer)
            for layer in part.trims:
                self._layer(p, frame, part, layer)
        p.end()
        return image

    def _contact(self, p: QPainter, frame: _Frame, part: Part) -> None:
        """The shadow this part throws on what lies behind it."""
        strength = self.theme.contact
        if not strength or not part.casts:
            return
        k = frame.camera.px_per_cm
        colour = faint(self._palette.shade, strength)
        brush: QBrush | QColor = colour
        if part.fade:
            brush = fading(colour, part.fade[0][:2], part.fade[1][:2])
        paths = [layer.path for layer in part.layers if layer.casts and not layer.tone]
        bounds = QRectF()
        for path in paths:
            bounds = bounds.united(path.controlPointRect())
        room = 4 * k
        bounds = bounds.adjusted(-room, -room, room, room) & frame.area
        if bounds.isEmpty():
            return
        soft = mask(bounds, 1.1 * k, [(path, brush) for path in paths], (0.5 * k, 0.9 * k))
        p.setCompositionMode(_ATOP)
        soft.draw(p)
        p.setCompositionMode(_OVER)

    def _layer(self, p: QPainter, frame: _Frame, part: Part, layer: Layer) -> None:
        pal = self._palette
        cloth = layer.cloth
        if layer.tone:
            p.fillPath(layer.path, faint(pal.shade if layer.tone > 0 else pal.light, abs(layer.tone)))
            return
        if cloth not in frame.textures:
            p.fillPath(layer.path, pal.base[cloth])
            return
        self._outline(p, frame, layer)
        texture = frame.textures[cloth]
        on = [q for q in frame.patches if q.shows_on(part.kind, part.side)] if cloth != "hair" else []
        if on:
            texture = over(texture, *((q.soft(pal.glow[cloth]), q.strength * _GLOW) for q in on))
        p.fillPath(layer.path, texture.brush())
        if part.far:
            p.fillPath(layer.path, faint(pal.shade, _FAR_TONE * part.far))

    def _outline(self, p: QPainter, frame: _Frame, layer: Layer) -> None:
        if not self.theme.outline_cm:
            return
        width = self.theme.outline_cm * frame.camera.px_per_cm * 2
        p.strokePath(
            layer.path,
            QPen(
                QColor(self.theme.ink),
                width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            ),
        )

    def _arrows(self, painter: QPainter, camera: Camera, moment: Moment) -> None:
        if not moment.cue_strength:
            return
        colour = QColor(self.theme.cue)
        grown = min(1.0, 0.25 + moment.move * 2.2)
        for cue in moment.cues:
            paint_arrow(
                painter,
                camera,
                cue.points,
                colour=colour,
                strength=moment.cue_strength,
                grown=grown,
            )


def camera_for(view: View, width: float, height: float, detail: float) -> Camera:
    """The camera that shows the whole view in a field of that size."""
    scale = min(width / view.width_cm, height / view.height_cm)
    return Camera(
        view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=scale, width=width, height=height, detail=detail
    )


def _told(body: Body, camera: Camera) -> dict[frozenset[str], str]:
    """Pairs whose order depth alone gets wrong."""
    collar = body.spine[5][1]
    up = camera.facing(collar[1]) * 0.94 + camera.facing(collar[2]) * 0.34
    told = {
        frozenset(("neck", "trunk")): "neck" if up > 0 else "trunk",
        frozenset(("neck", "head")): "head",
    }
    breast = camera.project(mix(body.spine[4][0], body.spine[2][0], 0.3))[2]
    for s in "lr":
        arm = camera.project(mix(body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"], 0.5))[2]
        near = arm > breast - _ARM_BEHIND_CM * camera.px_per_cm
        told[frozenset(("trunk", f"upperarm_{s}"))] = f"upperarm_{s}" if near else "trunk"
        thigh = unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"]))
        if camera.facing(thigh) > _AT_VIEWER:
            told[frozenset(("trunk", f"thigh_{s}"))] = f"thigh_{s}"
        elif dot(thigh, body.frames["pelvis"][1]) < _LAP:
            told[frozenset(("trunk", f"thigh_{s}"))] = "trunk"
        for (upper, lower), (a, b, c) in _LIMBS:
            p, q, r = (body.joints[f"{j}_{s}"] for j in (a, b, c))
            if dot(unit(sub(q, p)), unit(sub(r, q))) > _STRAIGHT:
                told[frozenset((f"{upper}_{s}", f"{lower}_{s}"))] = f"{lower}_{s}"
    return told


def _area(parts: Sequence[Part], props: Sequence[Prop], camera: Camera) -> QRectF:
    """The rectangle of whole logical pixels the figure and what it sits or lies on need, within the field."""
    bounds = QRectF()
    for prop in props:
        if prop.kind not in BACKDROP:
            bounds = bounds.united(prop_bounds(camera, prop))
    for part in parts:
        for layer in (*part.layers, *part.trims):
            bounds = bounds.united(layer.path.controlPointRect())
    bounds = bounds.adjusted(-3, -3, 3, 3) & QRectF(0, 0, camera.width, camera.height)
    return QRectF(bounds.toAlignedRect())
