"""Roller and block, which lie on a mat and carry a back."""

from math import atan2, copysign, cos, degrees, hypot, radians, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.ink.shapes import Point, add_polygon, add_smooth
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import IDENTITY, Vec, mad
from unhunch.figure.surroundings.boards import convex, fill, rounded_ring, soft_gradient
from unhunch.figure.surroundings.shadow import paint_shade
from unhunch.figure.themes import Theme

_IN_DARK = 0.5  # how strongly foam and cork shine in a dark room
_UNDERNEATH_CM, _UNDERNEATH = (8.0, 7.0), 1.7  # the shadow under them: how far it goes past them, how dense
# The roller.
_CORNERS = 28  # of its round ends
_GROOVES, _GROOVE_CM = 5, 1.6  # round it, which give a grip, and how wide each is
_GROOVE_STEP_DEG = 10  # between the corners of its line: coarser, they show in a large picture
# The block: cork is so far (share) from the colour of wood to that of its edges, and its far side so much
# darker.
_CORK, _CORK_SHADE = 0.45, 0.3
# Grains of it on each side that is seen: how many, how far (cm) from its edges, the steps (shares of a side)
# from one to the next, which never fall into rows, how large (cm), and how dense.
_GRAINS, _GRAINS_INSET_CM, _GRAIN_STEPS, _GRAIN_CM, _GRAIN_FAINT = 34, 1.6, (0.7549, 0.5698), 0.24, 0.3
# How round a block's corners and its edges are (cm); the turns (degrees) its edge is drawn in, from its side
# up to its top; how light it is from each of these on.
_BLOCK_ROUND, _BLOCK_EDGE_CM = 2.4, 1.5
_BLOCK_TURNS, _BLOCK_LIT = (0, 25, 45, 65, 90), (0.2, 0.4, 0.46, 0.3)


def paint_roller(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """A roller of foam: round and grooved, with a hollow core."""
    (x, y, z), (w, h, _) = prop.at, prop.size
    r, foam = h / 2, QColor(theme.foam)
    _paint_underneath(painter, camera, theme, (x, y - r + 1.2, z), (w / 2, 0.6 * r))
    turns = [tau * i / _CORNERS for i in range(_CORNERS)]
    left, right = (
        [camera.xy((x + side * w / 2, y + r * cos(a), z + r * sin(a))) for a in turns] for side in (-1, 1)
    )
    fill(painter, convex(left + right), _along_roller(camera, theme, prop))
    painter.fillPath(_grooves(camera, prop), mixed(foam, QColor(theme.shade), 0.28))
    _paint_end(painter, theme, right if camera.facing((1, 0, 0)) > 0 else left)


def _along_roller(camera: Camera, theme: Theme, prop: Prop) -> QLinearGradient:
    """Its light and shade, which run along it however it lies on the screen."""
    (x, y, z), (w, h, _) = prop.at, prop.size
    foam, shade = QColor(theme.foam), QColor(theme.shade)
    (ax, ay), (bx, by) = camera.xy((x - w / 2, y, z)), camera.xy((x + w / 2, y, z))
    n = hypot(bx - ax, by - ay) or 1.0
    up = QPointF((by - ay) / n, (ax - bx) / n) * (h / 2 * camera.px_per_cm)
    if up.y() > 0:
        up = -up
    middle = QPointF((ax + bx) / 2, (ay + by) / 2)
    gradient = QLinearGradient(middle + up, middle - up)
    for at, colour in (
        (0.0, mixed(foam, shade, 0.10)),
        (0.22, mixed(foam, QColor(theme.light), 0.30 * _gleam(theme))),
        (0.5, foam),
        (1.0, mixed(foam, shade, 0.45)),
    ):
        gradient.setColorAt(at, colour)
    return gradient


def _paint_end(painter: QPainter, theme: Theme, ring: list[Point]) -> None:
    """The end of a roller that is seen: its rim, its face and its hollow core."""
    foam, light, gleam = QColor(theme.foam), QColor(theme.light), _gleam(theme)
    cx, cy = (sum(values) / len(ring) for values in zip(*ring, strict=True))
    for k, colour in (
        (1.0, mixed(foam, light, 0.55 * gleam)),
        (0.88, mixed(foam, light, 0.12 * gleam)),
        (0.52, mixed(foam, light, 0.50 * gleam)),
        (0.44, mixed(foam, QColor(theme.shade), 0.72)),
    ):
        path = QPainterPath()
        add_smooth(path, [(cx + (u - cx) * k, cy + (v - cy) * k) for u, v in ring])
        painter.fillPath(path, colour)


def _grooves(camera: Camera, prop: Prop) -> QPainterPath:
    """The grooves that run round a roller, as far as they are seen: they say that it is one, of foam."""
    x, y, z = prop.at
    w, h, _ = prop.size
    r = h / 2
    front = degrees(atan2(camera.facing((0.0, 1.0, 0.0)), camera.facing((0.0, 0.0, 1.0))))
    turns = [radians(front + a) for a in range(-80, 81, _GROOVE_STEP_DEG)]
    arc = [(y + r * sin(a), z + r * cos(a)) for a in turns]
    path = QPainterPath()
    for k in range(1, _GROOVES + 1):
        at = x - w / 2 + w * k / (_GROOVES + 1)
        sides = [[camera.xy((at + side, b, c)) for b, c in arc] for side in (-_GROOVE_CM / 2, _GROOVE_CM / 2)]
        add_polygon(path, sides[0] + sides[1][::-1])
    return path


def paint_block(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """A block of cork: every edge of it is round, so that light goes over into shade on it softly."""
    x, y, z = prop.at
    w, h, d = prop.size
    cork = mixed(QColor(theme.wood), QColor(theme.wood_edge), _CORK)
    light = QColor(theme.light)
    _paint_underneath(painter, camera, theme, (x, y - h / 2 + 1.2, z), (w / 2, d / 2))
    gleam, dark = _gleam(theme), mixed(cork, QColor(theme.shade), _CORK_SHADE)
    upper = [_block_ring(camera, prop, turn) for turn in _BLOCK_TURNS]
    lower = [_block_ring(camera, prop, -turn) for turn in _BLOCK_TURNS]
    lit_edge, dark_edge = _ends_of_near_edge(camera, prop)
    sides = soft_gradient(QPointF(*lit_edge), QPointF(*dark_edge), cork, dark)
    fill(painter, convex([p for ring in (*upper, *lower) for p in ring]), sides)
    for ring, lit in zip(upper[1:], _BLOCK_LIT, strict=True):
        fill(painter, ring, mixed(cork, light, lit * gleam))
    painter.fillPath(_grains(camera, prop), faint(mixed(cork, QColor(theme.shade), 0.5), _GRAIN_FAINT))


def _block_ring(camera: Camera, prop: Prop, turn_deg: float) -> list[Point]:
    """The line round a block where its edge has turned so far to its top (below 0: to its underside)."""
    (x, y, z), (w, h, d) = prop.at, prop.size
    turn = radians(turn_deg)
    inset = _BLOCK_EDGE_CM * (1 - cos(turn))
    up = copysign(h / 2 - _BLOCK_EDGE_CM, turn) + _BLOCK_EDGE_CM * sin(turn)
    ring = rounded_ring(
        x - w / 2 + inset, x + w / 2 - inset, z - d / 2 + inset, z + d / 2 - inset, _BLOCK_ROUND
    )
    return [camera.xy((a, y + up, b)) for a, b in ring]


def _grains(camera: Camera, prop: Prop) -> QPainterPath:
    """The grains of cork on top of a block and on the two sides of it that are seen."""
    w, h, d = prop.size
    x, y, z = zip(IDENTITY, (w, h, d), strict=True)  # the world's axes, and how long it is along each
    sides = [(x, y, z), (y, z, x), (z, x, y)]
    path = QPainterPath()
    for (out, thick), (along, a), (across, b) in sides:
        middle = mad(prop.at, out, copysign(thick / 2, camera.facing(out)))
        for k in range(_GRAINS):
            u, v = ((0.5 + k * step) % 1 - 0.5 for step in _GRAIN_STEPS)
            inset = 2 * _GRAINS_INSET_CM
            at = mad(mad(middle, along, u * (a - inset)), across, v * (b - inset))
            r = _GRAIN_CM * (0.6 + 0.4 * (k % 3)) * camera.px_per_cm
            path.addEllipse(QPointF(*camera.xy(at)), r, 0.6 * r)
    return path


def _ends_of_near_edge(camera: Camera, prop: Prop) -> tuple[Point, Point]:
    """Where on the screen the round upright edge nearest the viewer begins and ends, from left to right."""
    (x, y, z), (w, _, d) = prop.at, prop.size
    near_x, near_z = (copysign(1.0, camera.facing(way)) for way in ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0)))
    a, b = x + near_x * w / 2, z + near_z * d / 2
    ends = camera.xy((a - near_x * _BLOCK_ROUND, y, b)), camera.xy((a, y, b - near_z * _BLOCK_ROUND))
    (left, _), (right, _) = sorted(ends)
    return (left, 0.0), (right, 0.0)


def _gleam(theme: Theme) -> float:
    """How strongly foam shines in the light: less in a dark room, where it would catch the eye."""
    return 1.0 if is_light(QColor(theme.ground)) else _IN_DARK


def _paint_underneath(
    painter: QPainter, camera: Camera, theme: Theme, at: Vec, half_cm: tuple[float, float]
) -> None:
    """The shadow of a thing that lies on the mat: dark where it touches, soft round it."""
    (a, b), (past_a, past_b) = half_cm, _UNDERNEATH_CM
    paint_shade(painter, camera, theme, at, (a + past_a, b + past_b), opacity=_UNDERNEATH, boxy=True)
