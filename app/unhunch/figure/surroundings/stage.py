"""The stage: a shape in the colour of warm paper behind the person, so that nobody floats in the void.

It is round like a pebble and stays where it is while the camera moves. Heads, hands and mats may come out of
it; people of whom less than the whole is shown stand in it as in a porthole: its lower edge ends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from unhunch.figure.kept import kept
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera


class _Place(NamedTuple):
    """Where a stage lies: its middle and half its size, in shares of the largest square in the middle of the
    picture; of an upright picture of one that is so much taller (a factor) at most.
    """

    x: float
    y: float
    wide: float
    high: float
    taller: float = 1.0


_POWER = 2.8  # of the superellipse: 2 is an ellipse, and the higher the squarer
_TURNED_DEG = -6.0
_CORNERS = 120  # as many as look round on a large screen
_PORTRAIT = _Place(0.5, 0.535, 0.43, 0.445)  # of people who are cut by the picture
_STANDING = _Place(0.5, 0.512, 0.45, 0.48, 1.5)  # of whole ones, whose feet it holds
_ON_MAT = _Place(0.5, 0.5, 0.478, 0.47)  # of those on a mat, who lie from edge to edge, and sit up
_ROOM = _Place(0.5, 0.5, 0.48, 0.49)  # and the one that is a room itself
_HIGH_DEG = 40.0  # from so high up a stage is not behind a mat but around it


def is_cut(camera: Camera) -> bool:
    """Whether the picture ends above the floor, so that the person is cut."""
    x, _, z = camera.centre
    return camera.xy((x, 0.0, z))[1] > camera.height


def looks_down(camera: Camera) -> bool:
    """Whether the floor, and not what is behind, is what a person is seen before."""
    return camera.pitch_deg > _HIGH_DEG


def stage_path(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """The outline of the stage (pixels)."""
    return _stage(camera.width, camera.height, _place(camera, props))


def around_stage(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """All of the picture but the stage (pixels)."""
    path = QPainterPath()
    path.addRect(QRectF(-1, -1, camera.width + 2, camera.height + 2))
    path.addPath(stage_path(camera, props))
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return path


def below_stage(camera: Camera, props: Sequence[Prop]) -> QPainterPath:
    """All that lies under the stage, or beside its lower half (pixels)."""
    return _below(camera.width, camera.height, _place(camera, props))


def _place(camera: Camera, props: Sequence[Prop]) -> _Place:
    kinds = {prop.kind for prop in props}
    if "wall" in kinds:
        return _ROOM
    if "mat" in kinds:
        return _ON_MAT
    return _PORTRAIT if is_cut(camera) else _STANDING


@kept(8)
def _stage(width: float, height: float, place: _Place) -> QPainterPath:
    side = min(width, height)
    up = min(height, place.taller * side)
    left, top = (width - side) / 2, (height - up) / 2
    into = QTransform.fromTranslate(left + place.x * side, top + place.y * up)
    into.rotate(_TURNED_DEG)
    into.scale(place.wide * side, place.high * up)
    return into.map(_pebble())


@kept(8)
def _below(width: float, height: float, place: _Place) -> QPainterPath:
    outline = _stage(width, height, place)
    middle = outline.boundingRect().center().y()
    ring = outline.toFillPolygon().toList()
    lower = sorted((p for p in ring if p.y() >= middle), key=QPointF.x)
    left, right, end = -1.0, width + 1, height + 1
    around = [QPointF(left, end), QPointF(left, middle), *lower, QPointF(right, middle), QPointF(right, end)]
    path = QPainterPath()
    path.addPolygon(QPolygonF(around))
    path.closeSubpath()
    return path


@kept(1)
def _pebble() -> QPainterPath:
    """A superellipse, 1 from its middle each way."""
    angles = [2 * pi * i / _CORNERS for i in range(_CORNERS)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(_rounded(cos(a)), _rounded(sin(a))) for a in angles]))
    path.closeSubpath()
    return path


def _rounded(v: float) -> float:
    return copysign(abs(v) ** (2 / _POWER), v)
