"""Flat and boxy shapes in the scene, as the camera sees them."""

from collections.abc import Sequence
from math import cos, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.palette import mixed
from unhunch.figure.shapes import Point, add_polygon
from unhunch.figure.vectors import Vec, smoothstep

_STOPS = tuple(i / 10 for i in range(11))  # so many that no edge shows where a gradient changes its slope


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
    for stop in _STOPS:
        gradient.setColorAt(stop, mixed(first, last, smoothstep(stop)))
    return gradient


def rounded_ring(x0: float, x1: float, z0: float, z1: float, r: float) -> list[tuple[float, float]]:
    """A rectangle across x and z with round corners of radius r."""
    corners = ((x1 - r, z1 - r, 0), (x0 + r, z1 - r, 90), (x0 + r, z0 + r, 180), (x1 - r, z0 + r, 270))
    return [
        (cx + r * cos(radians(a + 15 * i)), cz + r * sin(radians(a + 15 * i)))
        for cx, cz, a in corners
        for i in range(7)
    ]


def slab(
    painter: QPainter, camera: Camera, at: Vec, size: Vec, *, top: QColor, side: QColor, radius: float
) -> None:
    """A rounded board: `at` the middle of its underside."""
    x, y, z = at
    w, h, d = size
    ring = rounded_ring(x - w / 2, x + w / 2, z - d / 2, z + d / 2, min(radius, w / 2.01, d / 2.01))
    low = [camera.xy((a, y, b)) for a, b in ring]
    high = [camera.xy((a, y + h, b)) for a, b in ring]
    fill(painter, convex(low + high), side)
    fill(painter, high, top)
