"""The floor of a room that is looked down upon: its boards, and the light of a window on them."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.ink.shapes import Point, add_polygon
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.window import panes
from unhunch.figure.themes import Theme

_REACH_CM = 160.0  # so far from the picture's middle the boards go on, farther than any picture
_BOARD_CM, _LONG_CM = 16.0, 150.0  # how wide and long a board is
_STAGGERED = 0.37  # so much of its length each row begins later than the one before
_SEAM_CM = 0.45
_SEAM_TONE, _SEAM_TONE_IN_THE_DARK = 0.09, 0.22
# Where the light of a window begins, cm to the right of the picture's middle and towards the viewer; how
# wide its panes are, and how bright it is beside that on a wall.
_LIGHT_CM: Point = (-84.0, 6.0)
_PANE_CM, _FAINTER = 27.0, 0.62


def paint_floor(painter: QPainter, camera: Camera, theme: Theme) -> None:
    """Boards that lie square to the viewer, and the light; of one colour in high contrast."""
    if not theme.shading:
        return
    _paint_light(painter, camera, theme)
    _paint_seams(painter, camera, theme)


def _at(camera: Camera, right_cm: float, near_cm: float) -> QPointF:
    """A point of the floor on the screen, so far from below the picture's middle."""
    r, t = camera.right, camera.towards
    x, _, z = camera.centre
    near = near_cm / hypot(t[0], t[2])
    return QPointF(*camera.xy((x + right_cm * r[0] + near * t[0], 0.0, z + right_cm * r[2] + near * t[2])))


def _paint_seams(painter: QPainter, camera: Camera, theme: Theme) -> None:
    seams = QPainterPath()
    rows = round(_REACH_CM / _BOARD_CM)
    for row in range(-rows, rows + 1):
        near = row * _BOARD_CM
        seams.moveTo(_at(camera, -_REACH_CM, near))
        seams.lineTo(_at(camera, _REACH_CM, near))
        for n in range(-2, 2):
            end = (n + row * _STAGGERED % 1) * _LONG_CM
            seams.moveTo(_at(camera, end, near))
            seams.lineTo(_at(camera, end, near + _BOARD_CM))
    floor = QColor(theme.floor)
    tone = _SEAM_TONE if is_light(floor) else _SEAM_TONE_IN_THE_DARK
    colour = mixed(floor, QColor(theme.shadow), tone)
    painter.strokePath(seams, QPen(colour, max(1.0, _SEAM_CM * camera.px_per_cm)))


def _paint_light(painter: QPainter, camera: Camera, theme: Theme) -> None:
    lit = QPainterPath()
    right_cm, near_cm = _LIGHT_CM
    for pane in panes(_PANE_CM):
        ring = [_at(camera, right_cm + right, near_cm + down) for right, down in pane]
        add_polygon(lit, [(p.x(), p.y()) for p in ring])
    painter.fillPath(lit, faint(QColor(theme.light), _FAINTER * theme.window))
