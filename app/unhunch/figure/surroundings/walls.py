"""The room beside somebody who stands at a wall: the wall, and the one it meets in a corner behind them.

The corner is what tells that the wall stands beside the person: one wall alone, seen aslant, fills all
that is behind them and looks like a backdrop. Both walls are of one room: that the arm on the one beside is
seen at once, it is the darker of the two. The room is the stage of this picture: it ends where a stage does.
On the wall behind lies the light of a window.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.ink.shading import layer, mask
from unhunch.figure.ink.shapes import Point, add_polygon
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.boards import dithered_gradient, fill, soft_gradient
from unhunch.figure.surroundings.stage import around_stage
from unhunch.figure.surroundings.window import panes
from unhunch.figure.themes import Theme

_REACH_CM = 640.0  # the walls go on so far: beyond a wide picture, and not yet as far as the eye
_SKIRTING_CM = 9.0
_RAIL_CM = (84.0, 87.0)  # from where to where up a wall its rail is
_EDGE_CM = 0.8  # the fine shadow along a board
_FOOT_CM = 0.9  # the dark line where a wall meets the floor
_CREASE_CM = 0.7  # and the one in which two walls meet
_LAP_CM = 2.0  # one wall goes on so far behind the other, or the seam would be seen through
_SHADED_CM = 66.0  # so far from the corner a wall is less light than elsewhere
_FLOOR_SHADE_CM, _FLOOR_SHADE = 34.0, 0.34  # and so far from a wall the floor, and how much at its foot
_WINDOW_FROM_CORNER_CM, _WINDOW_TOP_CM = 13.0, 170.0  # where the light of the window begins
_PANE_CM = 17.0  # how wide its panes are
_WINDOW_BLUR_CM = 0.8

_Foot = tuple[tuple[float, float], tuple[float, float]]
"""Where a wall stands: from its corner to where it goes on out of the picture (x, z)."""


def paint_room(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """The wall, the one behind the person that it meets in a corner, and the floor they stand on."""
    field = QRectF(0, 0, camera.width, camera.height)
    beside, behind = _feet(camera, prop)
    wall, shade = QColor(theme.wall), QColor(theme.shadow)
    image, p = layer(field, camera.detail)
    p.fillRect(field, QColor(theme.floor))
    for foot, other in ((behind, beside), (beside, behind)):
        _shade_floor(p, camera, theme, foot, _along(other))
    (x, z), _ = beside
    high = prop.size[1]
    lit = mixed(QColor(theme.stage), QColor(theme.light), _lit(wall))
    _paint_wall(p, camera, theme, behind, high=high, colour=lit)
    _paint_window(p, camera, theme, behind)
    _paint_wall(p, camera, theme, beside, high=high, colour=wall, rail=True)
    crease = [
        camera.xy(at)
        for at in ((x, 0.0, z), (x + _CREASE_CM, 0.0, z), (x + _CREASE_CM, high, z), (x, high, z))
    ]
    fill(p, crease, mixed(wall, shade, 0.16 if is_light(wall) else 0.4))
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    p.fillPath(around_stage(camera, [prop]), QColor(0, 0, 0))
    p.end()
    painter.drawImage(field.topLeft(), image)


def _lit(wall: QColor) -> float:
    """How much more of the light the wall behind takes, which faces the viewer."""
    return 0.42 if is_light(wall) else 0.09


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
    painter: QPainter,
    camera: Camera,
    theme: Theme,
    foot: _Foot,
    *,
    high: float,
    colour: QColor,
    rail: bool = False,
) -> None:
    """One wall with its skirting board, less light towards the corner; a `rail` along it tells which way the
    wall goes where the skirting board is out of sight.
    """
    light, shade = QColor(theme.light), QColor(theme.shadow)
    bright = is_light(colour)
    (a, b), (u, v) = foot[0], _along(foot)
    near = ((a, b), (a + u * _SHADED_CM, b + v * _SHADED_CM))
    start = camera.xy((a, camera.centre[1], b))[0]
    edge = [camera.xy((near[1][0], y, near[1][1]))[0] for y in (0.0, high)]
    end = max(edge, key=lambda x: abs(x - start))  # farther on the gradient would begin again

    def strip(low: float, top: float, along: _Foot = foot) -> list[Point]:
        (a, b), (c, d) = along
        return [camera.xy(at) for at in ((a, low, b), (c, low, d), (c, top, d), (a, top, b))]

    bands = [(0.0, high, colour), (0.0, _SKIRTING_CM, mixed(colour, light, 0.6 if bright else 0.1))]
    if rail:
        bands.insert(1, (*_RAIL_CM, mixed(colour, light, 0.34 if bright else 0.06)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for low, top, of in bands:
        fill(painter, strip(low, top), of)
        if theme.shading:
            dark = mixed(of, shade, 0.12 if bright else 0.3)
            fill(painter, strip(low, top, near), dithered_gradient(start, end, camera.detail, dark, of))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    edge_colour = mixed(colour, shade, 0.16 if bright else 0.35)
    fill(painter, strip(_SKIRTING_CM, _SKIRTING_CM + _EDGE_CM), edge_colour)
    if rail:
        fill(painter, strip(_RAIL_CM[0] - _EDGE_CM, _RAIL_CM[0]), edge_colour)
    fill(painter, strip(0.0, _FOOT_CM), mixed(colour, shade, 0.32))


def _across(along: QPointF, way: QPointF) -> QPointF:
    """The part of a way that is square to a line."""
    across = QPointF(-along.y(), along.x())
    return across * (QPointF.dotProduct(way, across) / QPointF.dotProduct(across, across))


def _paint_window(painter: QPainter, camera: Camera, theme: Theme, foot: _Foot) -> None:
    """The light that falls on a wall through a window nobody sees, slanting away from where light is."""
    if not theme.shading:
        return
    lit = QPainterPath()
    for pane in _panes(camera, foot):
        add_polygon(lit, pane)
    k = camera.px_per_cm
    room = 2 * _WINDOW_BLUR_CM * k
    area = lit.boundingRect().adjusted(-room, -room, room, room) & QRectF(0, 0, camera.width, camera.height)
    if area.width() < 1 or area.height() < 1:
        return
    light = faint(QColor(theme.light), theme.window)
    mask(area, _WINDOW_BLUR_CM * k, [(lit, light)], (0.0, 0.0)).draw(painter)


def _panes(camera: Camera, foot: _Foot) -> Iterator[list[Point]]:
    (a, b), (u, v) = foot[0], _along(foot)
    to_right = 1.0 if camera.right[0] * u + camera.right[2] * v > 0 else -1.0
    for pane in panes(_PANE_CM, to_right=to_right):
        places = [(_WINDOW_FROM_CORNER_CM + x, _WINDOW_TOP_CM - down) for x, down in pane]
        yield [camera.xy((a + u * x, y, b + v * x)) for x, y in places]


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
    way = QPointF(out[0] - start[0], out[1] - start[1])
    shade = QColor(theme.shadow)
    dark, none = faint(shade, _FLOOR_SHADE * theme.shadow_strength), faint(shade, 0.0)
    gradient = soft_gradient(QPointF(*start), QPointF(*start) + _across(along, way), dark, none)
    fill(painter, [start, end, there, out], gradient)
