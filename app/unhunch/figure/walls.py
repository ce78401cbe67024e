"""The room beside somebody who stands at a wall: the wall, and the one it meets in a corner behind them.

The corner is what tells that the wall stands beside the person: one wall alone, seen aslant, fills all
that is behind them and looks like a backdrop.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from unhunch.figure.boards import fill, soft_gradient
from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.palette import faint, mixed
from unhunch.figure.shading import layer
from unhunch.figure.shapes import Point
from unhunch.figure.themes import Theme

# The room is seen as through a frame, so far within the picture and with corners so round (shares of its
# shorter side).
_FRAME, _FRAME_ROUND = 0.035, 0.06
_REACH_CM = 640.0  # the walls go on so far: beyond a wide picture, and not yet as far as the eye
_SKIRTING_CM = 9.0
_FOOT_CM = 0.9  # the dark line where a wall meets the floor
_LAP_CM = 2.0  # one wall goes on so far behind the other, or the seam would be seen through
_CREASE_CM = 0.7  # and the one in which two walls meet
_SHADED_CM = 75.0  # so far from the corner a wall is less light than elsewhere
_FLOOR_SHADE_CM, _FLOOR_SHADE = 30.0, 0.4  # and so far from a wall the floor, and how much at its foot

_Foot = tuple[tuple[float, float], tuple[float, float]]
"""Where a wall stands: from its corner to where it goes on out of the picture (x, z)."""


def paint_room(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """The wall, the one behind the person that it meets in a corner, and the floor they stand on."""
    field = QRectF(0, 0, camera.width, camera.height)
    beside, behind = _feet(camera, prop)
    wall, light, shade = QColor(theme.wall), QColor(theme.light), QColor(theme.shadow)
    is_light = wall.lightness() > 128
    lit = mixed(wall, light, 0.42) if is_light else mixed(wall, light, 0.07)
    painter.save()
    painter.setClipRect(_inside(field), Qt.ClipOperation.IntersectClip)
    for foot, other in ((behind, beside), (beside, behind)):
        _shade_floor(painter, camera, theme, foot, _along(other))
    painter.restore()
    image, p = layer(field, camera.detail)
    (x, z), _ = beside
    high = prop.size[1]
    _paint_wall(p, camera, theme, behind, high=high, colour=lit)
    _paint_wall(p, camera, theme, beside, high=high, colour=wall)
    crease = [
        camera.xy(at)
        for at in ((x, 0.0, z), (x + _CREASE_CM, 0.0, z), (x + _CREASE_CM, high, z), (x, high, z))
    ]
    fill(p, crease, mixed(wall, shade, 0.2 if is_light else 0.45))
    _frame(p, field)
    p.end()
    painter.drawImage(field.topLeft(), image)


def _feet(camera: Camera, prop: Prop) -> tuple[_Foot, _Foot]:
    """Where the wall beside the person stands, and the one behind.

    The corner is always as far behind the middle as half the wall is long, seen from where the camera is:
    while the camera goes round it moves out of the picture, and another one comes in.
    """
    x, _, z = prop.at
    ahead = camera.facing((0.0, 0.0, 1.0))
    back = -1.0 if ahead > 0 else 1.0
    corner = z + back * min(_REACH_CM, prop.size[2] / 2 / max(abs(ahead), 1e-3))
    into = 1.0 if x < 0 else -1.0
    beside = ((x, corner), (x, z - back * _REACH_CM))
    return beside, ((x - into * _LAP_CM, corner), (x + into * _REACH_CM, corner))


def _along(foot: _Foot) -> tuple[float, float]:
    """The way (x, z) along a wall's foot, away from the corner."""
    (a, b), (c, d) = foot
    return ((c > a) - (c < a), (d > b) - (d < b))


def _paint_wall(
    painter: QPainter, camera: Camera, theme: Theme, foot: _Foot, *, high: float, colour: QColor
) -> None:
    """One wall with its skirting board, less light towards the corner."""
    light, shade = QColor(theme.light), QColor(theme.shadow)
    is_light = colour.lightness() > 128
    (a, b), (u, v) = foot[0], _along(foot)
    near = ((a, b), (a + u * _SHADED_CM, b + v * _SHADED_CM))
    level = camera.centre[1]  # a wall's upright lines are seen upright
    start, end = (QPointF(camera.xy((x, level, z))[0], 0.0) for x, z in near)

    def strip(low: float, top: float, foot: _Foot = foot) -> list[Point]:
        (a, b), (c, d) = foot
        return [camera.xy(at) for at in ((a, low, b), (c, low, d), (c, top, d), (a, top, b))]

    for top, of in ((high, colour), (_SKIRTING_CM, mixed(colour, light, 0.6 if is_light else 0.2))):
        fill(painter, strip(0.0, top), of)
        if theme.shading:
            dark = mixed(of, shade, 0.1 if is_light else 0.3)
            fill(painter, strip(0.0, top, near), soft_gradient(start, end, dark, of))
    fill(painter, strip(_SKIRTING_CM, _SKIRTING_CM + 0.8), mixed(colour, shade, 0.22 if is_light else 0.4))
    fill(painter, strip(0.0, _FOOT_CM), mixed(colour, shade, 0.45))


def _shade_floor(
    painter: QPainter, camera: Camera, theme: Theme, foot: _Foot, into: tuple[float, float]
) -> None:
    """The shade on the floor along a wall's foot; `into` (x, z) is the way from there into the room."""
    (a, b), (c, d) = foot
    u, v = into[0] * _FLOOR_SHADE_CM, into[1] * _FLOOR_SHADE_CM
    start, end, out, there = (
        camera.xy((x, 0.0, z)) for x, z in ((a, b), (c, d), (a + u, b + v), (c + u, d + v))
    )
    along = QPointF(end[0] - start[0], end[1] - start[1])
    across = QPointF(-along.y(), along.x())
    way = QPointF(out[0] - start[0], out[1] - start[1])
    share = QPointF.dotProduct(way, across) / QPointF.dotProduct(across, across)
    shade = QColor(theme.shadow)
    dark, none = faint(shade, _FLOOR_SHADE * theme.shadow_strength), faint(shade, 0.0)
    gradient = soft_gradient(QPointF(*start), QPointF(*start) + across * share, dark, none)
    fill(painter, [start, end, there, out], gradient)


def _inside(field: QRectF) -> QRectF:
    """What is within the frame."""
    room = _FRAME * min(field.width(), field.height())
    return field.adjusted(room, room, -room, -room)


def _frame(painter: QPainter, field: QRectF) -> None:
    """Take away what is outside a frame with round corners."""
    radius = _FRAME_ROUND * min(field.width(), field.height())
    outside = QPainterPath()
    outside.addRect(field)
    outside.addRoundedRect(_inside(field), radius, radius)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.fillPath(outside, Qt.GlobalColor.black)
