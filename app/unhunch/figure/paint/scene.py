"""The picture of the person with what it sits or lies on and the shadows of both, on a clear ground."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.ink.shading import layer, sweep
from unhunch.figure.motion.motion import Prop
from unhunch.figure.paint.cel import Cel
from unhunch.figure.paint.inbetween import InBetween
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.cast import paint_casts
from unhunch.figure.surroundings.props import bounds_of_all, paint_standing, standing_bounds
from unhunch.figure.surroundings.stage import below_stage, is_cut, stage_path
from unhunch.figure.themes import Theme

Placed = tuple[QImage, QPointF]
"""A picture and where it goes (logical pixels)."""


@dataclass(frozen=True)
class Scene:
    """What is round the person at one moment, and how it is seen. `standing` is the picture of what stands
    there.
    """

    theme: Theme
    camera: Camera
    props: Sequence[Prop]
    standing: Placed | None

    def of_cel(self, cel: Cel) -> Placed:
        """The picture of a drawing as it is."""

        def paint(p: QPainter) -> None:
            self._paint_under(p, cel, cel, 0.0)
            for mark in cel.marks:
                mark.paint(p)

        return self._painted(cel.area, paint), cel.area.topLeft()

    def between(self, drawn: InBetween, share: float) -> Placed:
        """The picture of what is between two drawings, a share of the way from the first to the last.

        Where parts change places the new order sweeps over the old one all the way, from where the part comes
        that comes to lie in front: so nothing jumps, and nothing is seen through.
        """

        def painted(area: QRectF, *, as_last: bool, place: int | None = None) -> QImage:
            def paint(p: QPainter) -> None:
                self._paint_under(p, drawn.first, drawn.last, share)
                drawn.paint(p, share, as_last=as_last, place=place)

            return self._painted(area, paint)

        area, nearer = drawn.area, share >= 0.5
        image = painted(area, as_last=nearer)
        for number, place in enumerate(drawn.places if 0 < share < 1 else ()):
            other = painted(place.rect, as_last=not nearer, place=number)
            u, v = place.towards
            # What is left of the first order lies at the other end.
            shown, towards = (1 - share, (-u, -v)) if nearer else (share, (u, v))
            core = place.core(share)
            sweep(image, area.topLeft(), other, place.rect, across=core, share=shown, towards=towards)
        return image, area.topLeft()

    def _painted(self, area: QRectF, paint: Callable[[QPainter], None]) -> QImage:
        """The picture of an area; who is cut by the picture ends at the stage's lower edge."""
        image, p = layer(area, self.camera.detail)
        paint(p)
        if is_cut(self.camera):
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            p.fillPath(below_stage(self.camera, self.props), QColor(0, 0, 0))
        p.end()
        return image

    def _paint_under(self, p: QPainter, first: Cel, last: Cel, share: float) -> None:
        """What the person is in front of between two drawings: the shadows, and what it sits or lies on."""
        paint_casts(p, self.camera, (first.shadows, first.camera), (last.shadows, last.camera), share)
        if first.on_wall:
            p.save()
            p.setClipPath(stage_path(self.camera, self.props), Qt.ClipOperation.IntersectClip)
            paint_casts(p, self.camera, (first.on_wall, first.camera), (last.on_wall, last.camera), share)
            p.restore()
        if self.standing:
            picture, at = self.standing
            p.drawImage(at, picture)


def standing(camera: Camera, theme: Theme, props: Sequence[Prop]) -> Placed | None:
    """The picture of chair, roller and block, as they stand behind or under the body; None if none does."""
    bounds = bounds_of_all(camera, props, standing_bounds)
    area = QRectF((bounds & QRectF(0, 0, camera.width, camera.height)).toAlignedRect())
    if area.isEmpty():
        return None
    image, p = layer(area, camera.detail)
    paint_standing(p, camera, theme, props)
    p.end()
    return image, area.topLeft()
