"""The stage: a shape in the colour of warm paper behind the person, so that nobody floats in the void.

It is round like a pebble and stays where it is while the camera moves. Heads, hands and mats may come out of
it; people of whom less than the whole is shown stand in it as in a porthole: its lower edge ends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import copysign, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop

_POWER = 2.5  # of the superellipse: 2 is an ellipse, and the higher the squarer
_TURNED_DEG = -6.0
_CORNERS = 120  # as many as look round on a large screen
_PORTRAIT = QRectF(0.07, 0.09, 0.86, 0.89)
_STANDING = QRectF(0.10, 0.06, 0.80, 0.89)
_LYING = QRectF(0.06, 0.10, 0.88, 0.62)
_FROM_ABOVE = QRectF(0.05, 0.06, 0.90, 0.88)
_ROOM = QRectF(0.02, 0.01, 0.96, 0.98)
"""Where the stage lies, in shares of the largest square in the middle of the picture: of people who are cut
by the picture, of whole ones, of those on a mat, of those looked down upon, and the one that is a room itself.
"""
_HIGH_DEG = 40.0  # from so high up a stage is not behind a mat but around it


def is_cut(camera: Camera) -> bool:
    """Whether the picture ends above the floor, so that the person is cut."""
    x, _, z = camera.centre
    return camera.xy((x, 0.0, z))[1] > camera.height


def stage_path(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """The outline of the stage (pixels)."""
    kinds = {prop.kind for prop in props}
    if "wall" in kinds:
        share = _ROOM
    elif "mat" in kinds:
        share = _FROM_ABOVE if camera.pitch_deg > _HIGH_DEG else _LYING
    else:
        share = _PORTRAIT if is_cut(camera) else _STANDING
    side = min(camera.width, camera.height)
    left, top = (camera.width - side) / 2, (camera.height - side) / 2
    middle = share.center()
    place = QTransform.fromTranslate(left + middle.x() * side, top + middle.y() * side)
    place.rotate(_TURNED_DEG)
    place.scale(share.width() / 2 * side, share.height() / 2 * side)
    return place.map(_pebble())


def around_stage(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """All of the picture but the stage (pixels)."""
    path = QPainterPath()
    path.addRect(QRectF(0, 0, camera.width, camera.height).adjusted(-1, -1, 1, 1))
    path.addPath(stage_path(camera, props))
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def below_stage(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """All that lies under the stage, or beside its lower half (pixels)."""
    outline = stage_path(camera, props)
    middle = outline.boundingRect().center().y()
    ring = outline.toFillPolygon().toList()
    lower = sorted((p for p in ring if p.y() >= middle), key=QPointF.x)
    left, right, end = -1.0, camera.width + 1, camera.height + 1
    around = [QPointF(left, end), QPointF(left, middle), *lower, QPointF(right, middle), QPointF(right, end)]
    path = QPainterPath()
    path.addPolygon(QPolygonF(around))
    path.closeSubpath()
    return path


@lru_cache(maxsize=1)
def _pebble() -> QPainterPath:
    """A superellipse, 1 from its middle each way."""
    ring = []
    for i in range(_CORNERS):
        a = 2 * pi * i / _CORNERS
        ring.append(QPointF(_rounded(cos(a)), _rounded(sin(a))))
    path = QPainterPath()
    path.addPolygon(QPolygonF(ring))
    path.closeSubpath()
    return path


def _rounded(v: float) -> float:
    return copysign(abs(v) ** (2 / _POWER), v)
