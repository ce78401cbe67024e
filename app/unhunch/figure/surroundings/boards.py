"""Flat and boxy shapes in the scene, as the camera sees them."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QTransform

from unhunch.figure.ink.palette import mixed
from unhunch.figure.ink.shading import LIGHT_CM
from unhunch.figure.ink.shapes import Point, add_polygon, chain, filled
from unhunch.figure.kept import kept
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import Vec, smoothstep

_STOPS = tuple(i / 10 for i in range(11))  # so many that no edge shows where a gradient changes its slope

Wood = tuple[QColor, QColor]
"""A colour in the light, and in its own shade."""


def convex(points: Sequence[Point]) -> list[Point]:
    """The convex hull, clockwise on the screen."""
    pts = sorted(points)

    def half(seq: Sequence[Point]) -> list[Point]:
        out: list[Point] = []
        for p in seq:
            while len(out) > 1 and (
                (out[-1][0] - out[-2][0]) * (p[1] - out[-2][1])
                - (out[-1][1] - out[-2][1]) * (p[0] - out[-2][0])
                <= 0
            ):
                out.pop()
            out.append(p)
        return out[:-1]

    return half(pts) + half(pts[::-1])


def fill(painter: QPainter, points: Sequence[Point], brush: QBrush | QLinearGradient | QColor) -> None:
    """Fill a polygon (pixels)."""
    path = QPainterPath()
    add_polygon(path, points)
    painter.fillPath(path, brush)


def soft_gradient(start: QPointF, end: QPointF, first: QColor, last: QColor) -> QLinearGradient:
    """From one colour to another, without an edge at either end."""
    gradient = QLinearGradient(start, end)
    gradient.setStops(_stops(first.rgba(), last.rgba()))
    return gradient


_BAYER = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)
# Pixels along a dithered gradient, and on from either end, where it has one colour.
_DITHERED, _BEYOND = 256, 4


def dither(x: int, y: int) -> float:
    """The share of a level by which a pixel is raised before it is made a whole number, so that levels go
    over into each other without an edge.
    """
    return (_BAYER[y % 4 * 4 + x % 4] + 0.5) / 16


def dithered_gradient(start: float, end: float, detail: float, first: QColor, last: QColor) -> QBrush:
    """As `soft_gradient`, from left to right or back, without the bands a long way from one colour to a like
    one has. It is for no more than what is between `start` and `end`, for farther on it begins again; and for
    painters without smooth pixmap transforms, which would undo it.
    """
    brush = QBrush(_dithered(first.rgb(), last.rgb()))
    pixel = (end - start) / _DITHERED
    brush.setTransform(QTransform(pixel, 0, 0, 1 / detail, start - _BEYOND * pixel, 0))
    return brush


@kept(16)
def _dithered(first: int, last: int) -> QImage:
    """The colours on the way from one (`QRgb`) to another, as a strip."""
    image = QImage(_DITHERED + 2 * _BEYOND, 4, QImage.Format.Format_RGB32)
    ends = [(c.red(), c.green(), c.blue()) for c in (QColor(first), QColor(last))]
    for x in range(image.width()):
        share = smoothstep((x - _BEYOND + 0.5) / _DITHERED)
        exact = [a + (b - a) * share for a, b in zip(*ends, strict=True)]
        for y in range(4):
            raised = dither(x, y)
            image.setPixelColor(x, y, QColor(*(int(v + raised) for v in exact)))
    return image


@kept(64)
def _stops(first: int, last: int) -> list[tuple[float, QColor]]:
    """The colours on the way from one (`QRgb`) to another: asked for in every frame while a camera moves."""
    a, b = QColor.fromRgba(first), QColor.fromRgba(last)
    return [(stop, mixed(a, b, smoothstep(stop))) for stop in _STOPS]


def bar(
    painter: QPainter, camera: Camera, ends: tuple[tuple[Vec, float], tuple[Vec, float]], wood: Wood
) -> None:
    """A round bar between two points, each with its radius (cm); light along one side, in its own shade along
    the other.
    """
    (a, ra), (b, rb) = ends
    balls = [camera.ball(a, ra), camera.ball(b, rb)]
    painter.fillPath(filled(chain(balls, camera.detail)), across(balls[0], balls[1], wood))


def across(a: Ball, b: Ball, wood: Wood) -> QLinearGradient:
    """Light and shade of what goes from one ball to another (pixels): from the side that is nearer to the
    light over to the other.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    n = hypot(dx, dy) or 1.0
    u, v = dy / n, -dx / n
    if u * LIGHT_CM[0] + v * LIGHT_CM[1] < 0:
        u, v = -u, -v
    r = max(a[2], b[2])
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return soft_gradient(QPointF(x + u * r, y + v * r), QPointF(x - u * r, y - v * r), *wood)


def flat_in_light(board: QRectF, wood: Wood) -> QLinearGradient:
    """Light that falls over a board which lies in a rectangle on the screen: less the farther it is off."""
    u, v = LIGHT_CM
    reach = QPointF(u, v) * (max(board.width(), board.height()) / 2 / hypot(u, v))
    return soft_gradient(board.center() + reach, board.center() - reach, *wood)


def rounded_ring(x0: float, x1: float, z0: float, z1: float, r: float) -> list[tuple[float, float]]:
    """A rectangle across x and z with round corners of radius r."""
    corners = ((x1 - r, z1 - r, 0), (x0 + r, z1 - r, 90), (x0 + r, z0 + r, 180), (x1 - r, z0 + r, 270))
    return [
        (cx + r * cos(radians(a + 15 * i)), cz + r * sin(radians(a + 15 * i)))
        for cx, cz, a in corners
        for i in range(7)
    ]


def slab(
    painter: QPainter,
    camera: Camera,
    at: Vec,
    size: Vec,
    *,
    top: QColor | QLinearGradient,
    side: QColor,
    radius: float,
) -> None:
    """A rounded board: `at` the middle of its underside."""
    x, y, z = at
    w, h, d = size
    ring = rounded_ring(x - w / 2, x + w / 2, z - d / 2, z + d / 2, min(radius, w / 2.01, d / 2.01))
    low = [camera.xy((a, y, b)) for a, b in ring]
    high = [camera.xy((a, y + h, b)) for a, b in ring]
    fill(painter, convex(low + high), side)
    fill(painter, high, top)
