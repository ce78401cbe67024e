"""Paints one moment of a motion: the ground, the props, the shadow, the person, the glow and the arrows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from unhunch.figure.body.grips import curls
from unhunch.figure.head.head import head_outline
from unhunch.figure.ink.newest import OF_KEYS, Newest
from unhunch.figure.ink.palette import palette
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Moment, Prop
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.motion.views import View
from unhunch.figure.paint.arrow_layer import ArrowLayer
from unhunch.figure.paint.cel import Cel
from unhunch.figure.paint.depth import lie_of
from unhunch.figure.paint.drawing import Drawing
from unhunch.figure.paint.inbetween import InBetween
from unhunch.figure.paint.look import Look
from unhunch.figure.paint.pictures import PictureStore
from unhunch.figure.paint.rods import Lie
from unhunch.figure.paint.scene import Placed, Scene, standing
from unhunch.figure.people import Person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.surroundings.backdrop import BACKDROP, paint_backdrop
from unhunch.figure.surroundings.rooms import with_own_room
from unhunch.figure.themes import LIGHT, Theme

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
CACHE_BYTES = 63_000_000


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
        self.theme = theme = with_own_room(theme, person)
        self.transparent = transparent
        self._look = Look(person, theme, palette(person, theme))
        self.drawn = 0
        self._backdrop: tuple[Hashable, QImage] | None = None
        self._bodies: Newest[Pose, Body] = Newest(OF_KEYS)
        self._wardrobe = Wardrobe()
        self._arrows = ArrowLayer(theme, self._head)
        self._cels: Newest[Hashable, Cel] = Newest(OF_KEYS)
        self._between: InBetween | None = None
        self._standing: tuple[Hashable, Placed | None] | None = None
        # A third for plain ones: three times a ninth of it all, while they wait to be packed.
        self._pictures = PictureStore(cache_bytes // 9, cache_bytes * 2 // 3)

    @property
    def kept_bytes(self) -> int:
        """The size of all pictures kept at the moment."""
        size = self._pictures.size_bytes
        if self._backdrop:
            size += self._backdrop[1].sizeInBytes()
        if self._standing and self._standing[1]:
            size += self._standing[1][0].sizeInBytes()
        return size + self._arrows.kept_bytes

    def clear(self) -> None:
        """Drop every picture kept."""
        self._backdrop = None
        self.clear_figures()

    def clear_figures(self) -> None:
        """Drop the pictures of the person and the arrows, but not the one of the ground."""
        self._arrows.clear()
        self._pictures.clear()
        self._wardrobe.clear()
        self._cels.clear()
        self._between = self._standing = None
        self._bodies.clear()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        moment: Moment,
        *,
        cues: bool = True,
        opacity: float = 1.0,
        device_pixel_ratio: float = 1.0,
    ) -> None:
        """Paint the moment into `rect` (logical pixels) and nowhere else.

        `cues` switches arrows and glow, `opacity` is that of the person: the ground stays.
        """
        camera = camera_for(moment.view, rect.width(), rect.height(), device_pixel_ratio)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QPointF(0, 0), self._ground(camera, moment))
        if opacity > 0:
            painter.setOpacity(painter.opacity() * opacity)
            picture, at = self._picture(camera, moment, cues)
            if cues:
                self._arrows.paint(painter, camera, moment, beneath=True)
            painter.drawImage(at, picture)
            if cues:
                self._arrows.paint(painter, camera, moment)
        painter.restore()

    def prepare(self, key: Key, props: Sequence[Prop], size: QSizeF, device_pixel_ratio: float = 1.0) -> None:
        """Draw a key for a picture of such a size before it is asked for, and pack a picture: in time to
        spare.
        """
        self._pictures.tidy()
        camera = camera_for(key.view, size.width(), size.height(), device_pixel_ratio)
        self._cel(key, props, camera, glow=True)

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
        paint_backdrop(p, camera, self.theme, props, view.plant_cm)
        p.end()
        self._backdrop = (key, image)
        return image

    def _picture(self, camera: Camera, moment: Moment, glow: bool) -> Placed:
        """The person's picture and where it goes: kept from the last round, or drawn."""
        size = (camera.width, camera.height, camera.detail)
        key = (moment.keys, moment.share, glow, size)
        kept = self._pictures.get(key)
        if kept:
            self._pictures.tidy()
            return kept
        seen = tuple(self._cel(each, moment.props, camera, glow) for each in moment.keys)
        stands = self._stands(camera, moment.props)
        scene = Scene(self.theme, camera, moment.props, stands)
        first, last = seen
        if first is last:
            picture = scene.of_cel(first)
        else:
            if self._between is None or (self._between.first, self._between.last) != seen:
                one, other = moment.keys
                self._between = InBetween(first, last, camera.detail, at_rest=one.still is other.still)
            picture = scene.between(self._between, moment.share)
        self._pictures.put(key, *picture, again=moment.again, calm=moment.move >= 1)
        self.drawn += 1
        return picture

    def _stands(self, camera: Camera, props: Sequence[Prop]) -> Placed | None:
        """The picture of what stands there: one as long as the view stays."""
        key = (camera.place, props)
        if not self._standing or self._standing[0] != key:
            self._standing = (key, standing(camera, self.theme, props))
        return self._standing[1]

    def _cel(self, key: Key, props: Sequence[Prop], seen_from: Camera, glow: bool) -> Cel:
        """The drawing of a key; those of the last ones are at hand."""
        camera = camera_for(key.view, seen_from.width, seen_from.height, seen_from.detail)
        place = (key, glow, camera.place)
        cel = self._cels.get(place)
        if cel is None:
            self._wardrobe.look_from(camera)
            body = self._body(key.pose)
            drawing = Drawing(
                self._look,
                camera,
                key,
                props,
                body,
                glow=glow,
                wardrobe=self._wardrobe,
                lie=self._lie(key, camera),
            )
            cel = self._cels[place] = drawing.cel()
        return cel

    def _lie(self, key: Key, camera: Camera) -> Lie:
        """How the parts of the person lie at a key."""
        hair, body = self.person.hair, self._body(key.still)
        return lie_of(body, camera, curls(key.pose), hair == "scarf")

    def _head(self, pose: Pose, camera: Camera) -> QPainterPath:
        """The outline of the head in a pose."""
        self._wardrobe.look_from(camera)
        return head_outline(camera, self._body(pose), self.person, self._wardrobe)

    def _body(self, pose: Pose) -> Body:
        """The solved skeleton of a pose; those of the last poses are at hand."""
        body = self._bodies.get(pose)
        if body is None:
            body = self._bodies[pose] = solve(pose, self.person.build.shoulders)
        return body


def camera_for(view: View, width: float, height: float, detail: float) -> Camera:
    """The camera that shows the whole view in a field of that size."""
    scale = min(width / view.width_cm, height / view.height_cm)
    return Camera(
        view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=scale, width=width, height=height, detail=detail
    )
