"""Paints one moment of a motion: the ground, the props, the shadow, the person, the glow and the arrows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from unhunch.figure.arrows import (
    Arrow,
    ArrowLook,
    arrows_picture,
    paint_arrows,
    shaped,
)
from unhunch.figure.camera import Camera
from unhunch.figure.depth import lie_of
from unhunch.figure.drawing import Drawing, Look
from unhunch.figure.grips import curls
from unhunch.figure.head import head_bounds, head_outline
from unhunch.figure.motion import Moment
from unhunch.figure.palette import palette
from unhunch.figure.people import Person
from unhunch.figure.pictures import PictureStore
from unhunch.figure.pose import Pose
from unhunch.figure.props import BACKDROP, paint_backdrop
from unhunch.figure.rods import Lie
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.themes import LIGHT, Theme
from unhunch.figure.views import View
from unhunch.figure.wardrobe import Wardrobe

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
CACHE_BYTES = 56_000_000
_NEWEST = 16  # more than the frames in twice AROUND_S


class FigurePainter:
    """Paints a person doing a stretch.

    `transparent` leaves the ground to whoever paints below. Movements repeat, so finished pictures are kept,
    no more than `cache_bytes` of them; `clear` drops them all. Two moments share a picture when they are
    exactly alike: `Motion.frame_time_s` gives times that are. `drawn` counts those drawn anew.
    """

    def __init__(
        self,
        person: Person,
        theme: Theme = LIGHT,
        *,
        transparent: bool = False,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self.person = person
        self.theme = theme
        self.transparent = transparent
        self._look = Look(person, theme, palette(person, theme))
        self.drawn = 0
        self._backdrop: tuple[Hashable, QImage] | None = None
        self._bodies: dict[Pose, Body] = {}
        self._shaped: tuple[object, Hashable, list[Arrow]] | None = None
        self._arrows_kept: tuple[Sequence[Arrow], tuple[QImage, QPointF] | None] | None = None
        self._wardrobe = Wardrobe()
        self._lies: dict[Hashable, Lie] = {}
        self._pictures = PictureStore(cache_bytes * 4 // 7, cache_bytes * 3 // 7)

    @property
    def kept_bytes(self) -> int:
        """The size of all pictures kept at the moment."""
        size = self._pictures.size_bytes
        if self._backdrop:
            size += self._backdrop[1].sizeInBytes()
        if self._arrows_kept and self._arrows_kept[1]:
            size += self._arrows_kept[1][0].sizeInBytes()
        return size

    def clear(self) -> None:
        """Drop every picture kept."""
        self._backdrop = None
        self.clear_figures()

    def clear_figures(self) -> None:
        """Drop the pictures of the person and the arrows, but not the one of the ground."""
        self._arrows_kept = None
        self._pictures.clear()
        self._wardrobe.clear()
        self._lies.clear()
        self._bodies.clear()

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
        painter.drawImage(QPointF(0, 0), self._ground(camera, moment))
        if opacity > 0:
            painter.setOpacity(painter.opacity() * opacity)
            picture, at = self._picture(camera, moment, moment.breath if breath is None else breath, cues)
            painter.drawImage(at, picture)
            if cues:
                self._arrows(painter, camera, moment)
        painter.restore()

    def _ground(self, camera: Camera, moment: Moment) -> QImage:
        """The floor, the wall and the mat: one picture as long as the view stays."""
        view = moment.view
        props = tuple(p for p in moment.props if p.kind in BACKDROP)
        key = (view, props, camera.width, camera.height, camera.detail)
        if self._backdrop and self._backdrop[0] == key:
            return self._backdrop[1]
        d = camera.detail
        kind = _FORMAT if self.transparent else QImage.Format.Format_RGB32
        image = QImage(max(1, round(camera.width * d)), max(1, round(camera.height * d)), kind)
        image.setDevicePixelRatio(d)
        image.fill(QColor(0, 0, 0, 0) if self.transparent else QColor(self.theme.ground))
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_backdrop(p, camera, self.theme, props, (view.centre[0], 0.0, view.centre[2]))
        p.end()
        self._backdrop = (key, image)
        return image

    def _picture(self, camera: Camera, moment: Moment, breath: float, glow: bool) -> tuple[QImage, QPointF]:
        """The person's picture and where it goes: kept from the last round, or drawn."""
        focus = moment.focus if glow else ()
        size = (camera.width, camera.height, camera.detail)
        key = (moment.pose, moment.around, focus, breath, moment.view, size)
        kept = self._pictures.get(key)
        if kept:
            self._pictures.tidy()
            return kept
        self._wardrobe.look_from(camera)
        lies = [self._lie(pose, view, camera) for pose, view in moment.around]
        body = self._body(moment.pose)
        drawing = Drawing(
            self._look,
            camera,
            moment,
            body,
            breath=breath,
            glow=glow,
            wardrobe=self._wardrobe,
            lies=lies,
        )
        picture, at = drawing.picture(), drawing.area.topLeft()
        self._pictures.put(key, picture, at, again=moment.again)
        self.drawn += 1
        return picture, at

    def _lie(self, pose: Pose, view: View, camera: Camera) -> Lie:
        """How the parts of a pose lie; what comes in a moment is what is in a moment, so some are kept."""
        key = (pose, view, camera.width, camera.height)
        found = self._lies.get(key)
        if found is None:
            seen = camera_for(view, camera.width, camera.height, camera.detail)
            found = lie_of(self._body(pose), seen, curls(pose), self.person.hair == "scarf")
            self._lies[key] = found
            _keep_newest(self._lies)
        return found

    def _arrows(self, painter: QPainter, camera: Camera, moment: Moment) -> None:
        if not (moment.cues and moment.cue_strength):
            return
        self._wardrobe.look_from(camera)
        arrows, stay = self._shapes(camera, moment)
        body = self._body(moment.pose)
        where = head_bounds(camera, body)
        clear = not any(arrow.bounds.intersects(where) for arrow in arrows)
        if stay and clear:
            self._standing_arrows(painter, camera, arrows, moment.cue_strength)
            return

        def head() -> QPainterPath:
            return QPainterPath() if clear else head_outline(camera, body, self.person, self._wardrobe)

        paint_arrows(painter, camera, arrows, look=self._arrow_look(moment.cue_strength), hidden_by=head)

    def _standing_arrows(
        self, painter: QPainter, camera: Camera, arrows: Sequence[Arrow], strength: float
    ) -> None:
        """Paint arrows that are as they were a frame ago: from one picture of them."""
        if not self._arrows_kept or self._arrows_kept[0] is not arrows:
            self._arrows_kept = (arrows, arrows_picture(camera, arrows, self._arrow_look(1.0)))
        if picture := self._arrows_kept[1]:
            opacity = painter.opacity()
            painter.setOpacity(opacity * strength)
            painter.drawImage(picture[1], picture[0])
            painter.setOpacity(opacity)

    def _arrow_look(self, strength: float) -> ArrowLook:
        return ArrowLook(QColor(self.theme.cue), QColor(self.theme.ground), strength)

    def _shapes(self, camera: Camera, moment: Moment) -> tuple[list[Arrow], bool]:
        """The arrows' outlines, and whether they are those of the last frame: once they are grown they stay
        as long as the move and the view do.
        """
        key = (camera.place, moment.cue_grown)
        kept = self._shaped
        if kept and kept[0] is moment.cues and kept[1] == key:
            return kept[2], True
        found = shaped(camera, [cue.points for cue in moment.cues], moment.cue_grown)
        self._shaped = (moment.cues, key, found)
        return found, False

    def _body(self, pose: Pose) -> Body:
        """The solved skeleton of a pose; those of the last poses are at hand."""
        body = self._bodies.get(pose)
        if body is None:
            body = self._bodies[pose] = solve(pose)
            _keep_newest(self._bodies)
        return body


def camera_for(view: View, width: float, height: float, detail: float) -> Camera:
    """The camera that shows the whole view in a field of that size."""
    scale = min(width / view.width_cm, height / view.height_cm)
    return Camera(
        view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=scale, width=width, height=height, detail=detail
    )


def _keep_newest(things: dict[Any, Any]) -> None:
    """Drop the oldest thing where there are too many."""
    if len(things) > _NEWEST:
        del things[next(iter(things))]
