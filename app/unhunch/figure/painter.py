"""Paints one moment of a motion: the ground, the props, the shadow, the person, the glow and the arrows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.arrows import paint_arrow
from unhunch.figure.camera import Camera
from unhunch.figure.drawing import Drawing, Look
from unhunch.figure.motion import Moment
from unhunch.figure.palette import palette
from unhunch.figure.people import Person
from unhunch.figure.props import BACKDROP, paint_backdrop
from unhunch.figure.themes import LIGHT, Theme
from unhunch.figure.views import View

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
CACHE_BYTES = 24_000_000


class FigurePainter:
    """Paints a person doing a stretch.

    `transparent` leaves the ground to whoever paints below. Movements repeat, so finished pictures are kept,
    the last ones used and no more than `cache_bytes` of them; `clear` drops them all.
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
        self.cache_bytes = cache_bytes
        self._look = Look(person, theme, palette(person, theme))
        self._backdrop: tuple[Hashable, QImage] | None = None
        self._kept: OrderedDict[Hashable, tuple[QImage, QPointF]] = OrderedDict()
        self._kept_bytes = 0

    @property
    def kept_bytes(self) -> int:
        """The size of all pictures kept at the moment."""
        return self._kept_bytes + (self._backdrop[1].sizeInBytes() if self._backdrop else 0)

    def clear(self) -> None:
        """Drop every picture kept."""
        self._backdrop = None
        self._kept.clear()
        self._kept_bytes = 0

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
        image = QImage(max(1, round(camera.width * d)), max(1, round(camera.height * d)), _FORMAT)
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
        key = (moment.pose, focus, breath, moment.view, camera.width, camera.height, camera.detail)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        drawing = Drawing(self._look, camera, moment, breath=breath, glow=glow)
        made = drawing.picture(), drawing.area.topLeft()
        self._keep(key, made)
        return made

    def _keep(self, key: Hashable, made: tuple[QImage, QPointF]) -> None:
        size = made[0].sizeInBytes()
        if size > self.cache_bytes:
            return
        self._kept[key] = made
        self._kept_bytes += size
        while self._kept_bytes > self.cache_bytes:
            _, (dropped, _) = self._kept.popitem(last=False)
            self._kept_bytes -= dropped.sizeInBytes()

    def _arrows(self, painter: QPainter, camera: Camera, moment: Moment) -> None:
        if not moment.cue_strength:
            return
        colour = QColor(self.theme.cue)
        grown = min(1.0, 0.25 + moment.move * 2.2)
        for cue in moment.cues:
            paint_arrow(painter, camera, cue.points, colour=colour, strength=moment.cue_strength, grown=grown)


def camera_for(view: View, width: float, height: float, detail: float) -> Camera:
    """The camera that shows the whole view in a field of that size."""
    scale = min(width / view.width_cm, height / view.height_cm)
    return Camera(
        view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=scale, width=width, height=height, detail=detail
    )
