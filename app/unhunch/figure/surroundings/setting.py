"""The room behind somebody who is not at a wall: what fills the stage."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.ink.shapes import add_polygon
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec
from unhunch.figure.surroundings.boards import soft_gradient
from unhunch.figure.surroundings.floor import paint_floor
from unhunch.figure.surroundings.plant import HIGH_CM, paint_plant
from unhunch.figure.surroundings.stage import is_cut, looks_down, stage_path
from unhunch.figure.surroundings.window import panes
from unhunch.figure.themes import Theme

_BEHIND_CM = 78.0  # so far behind the middle the wall stands,
_BEHIND_MAT_CM = 9.0  # and no nearer to a mat than this
_PLANT_CM = 6.0  # so far before the wall stands the plant
_SKIRTING_CM, _FOOT_CM = 7.0, 0.7
# How much more light the wall has on the side it comes from, and in a dark room, and how much less beyond.
_LIT, _LIT_IN_THE_DARK, _DIM = 0.22, 0.04, 0.12
_LIGHT = (0.10, 0.12)  # where the light of a window begins, in shares of the stage from its left and top
_PANE = 0.13  # how wide its panes are, in the same shares


def paint_setting(
    painter: QPainter, camera: Camera, theme: Theme, props: Sequence[Prop], plant_cm: float | None
) -> None:
    """The wall behind, the floor where it is seen, and a plant so far to the right of the middle."""
    stage = stage_path(camera, props)
    within = stage.boundingRect()
    painter.save()
    painter.setClipPath(stage, Qt.ClipOperation.IntersectClip)
    if looks_down(camera):
        painter.fillPath(stage, QColor(theme.floor))
        paint_floor(painter, camera, theme)
    else:
        painter.fillPath(stage, _wall(theme, within))
        _paint_light(painter, theme, within)
        if not is_cut(camera):
            _paint_foot(painter, camera, theme, props, within=within, plant_cm=plant_cm)
    painter.restore()


def _paint_foot(
    painter: QPainter,
    camera: Camera,
    theme: Theme,
    props: Sequence[Prop],
    *,
    within: QRectF,
    plant_cm: float | None,
) -> None:
    """Where the wall stands: floor, skirting board, and the plant before them."""
    back = _back(camera)
    far = _wall_cm(back, props)
    _paint_floor(painter, camera, theme, within, _on_floor(camera, back, far))
    if plant_cm is not None:
        foot = _on_floor(camera, back, far - _PLANT_CM, plant_cm)
        paint_plant(painter, theme, foot, HIGH_CM * camera.px_per_cm)


def _wall(theme: Theme, within: QRectF) -> QLinearGradient | QColor:
    """The wall: lighter where the light comes from, and of one colour in high contrast."""
    wall = QColor(theme.stage)
    if not theme.shading:
        return wall
    bright = is_light(wall)
    lit = mixed(wall, QColor(theme.light), _LIT if bright else _LIT_IN_THE_DARK)
    dim = mixed(wall, QColor(theme.wood if bright else theme.floor), _DIM)
    return soft_gradient(within.topLeft(), within.bottomRight(), lit, dim)


def _back(camera: Camera) -> Vec:
    """The level way straight away from the viewer."""
    x, _, z = camera.towards
    n = hypot(x, z)
    return (-x / n, 0.0, -z / n)


def _wall_cm(back: Vec, props: Sequence[Prop]) -> float:
    """How far behind the middle the wall stands, whichever way the camera looks."""
    corners = [
        (prop.at[0] + a * prop.size[0] / 2) * back[0] + (prop.at[2] + b * prop.size[2] / 2) * back[2]
        for prop in props
        if prop.kind == "mat"
        for a in (-1, 1)
        for b in (-1, 1)
    ]
    return max(corners) + _BEHIND_MAT_CM if corners else _BEHIND_CM


def _on_floor(camera: Camera, back: Vec, far_cm: float, right_cm: float = 0.0) -> QPointF:
    """A point of the floor, so far behind the middle and to its right, on the screen."""
    r = camera.right
    x, y = camera.xy((back[0] * far_cm + r[0] * right_cm, 0.0, back[2] * far_cm + r[2] * right_cm))
    return QPointF(x, y)


def _paint_floor(painter: QPainter, camera: Camera, theme: Theme, within: QRectF, foot: QPointF) -> None:
    """The floor and the wall's skirting board: level lines, since the wall is square to the viewer."""
    wall, k, y = QColor(theme.stage), camera.px_per_cm, foot.y()
    left, wide = within.left(), within.width()
    skirting = mixed(wall, QColor(theme.light), 0.5 if is_light(wall) else 0.06)
    painter.fillRect(QRectF(left, y, wide, max(0.0, within.bottom() - y)), QColor(theme.floor))
    painter.fillRect(QRectF(left, y - _SKIRTING_CM * k, wide, _SKIRTING_CM * k), skirting)
    painter.fillRect(
        QRectF(left, y - _FOOT_CM * k, wide, _FOOT_CM * k), mixed(wall, QColor(theme.shadow), 0.2)
    )


def _paint_light(painter: QPainter, theme: Theme, within: QRectF) -> None:
    """The light that a window nobody sees throws on the wall, from above on the left as all light here."""
    if not theme.shading:
        return
    side = max(within.width(), within.height())
    left, top = within.left() + _LIGHT[0] * side, within.top() + _LIGHT[1] * side
    lit = QPainterPath()
    for pane in panes(_PANE * side):
        add_polygon(lit, [(left + right, top + down) for right, down in pane])
    painter.fillPath(lit, faint(QColor(theme.light), theme.window))
