"""Mat, wall, chair, roller and block, and the ground they stand on."""

from collections.abc import Sequence
from math import cos, radians, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.palette import faint, mixed
from unhunch.figure.shading import mask
from unhunch.figure.shapes import Point, add_polygon, add_smooth, chain, filled, hull
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import IDENTITY, Vec

BACKDROP = ("mat", "wall")
"""Props that lie behind everything and never move on the screen; the others stand among the body's parts."""


def _convex(points: Sequence[Point]) -> list[Point]:
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


def _fill(painter: QPainter, points: Sequence[Point], brush: QBrush | QColor) -> None:
    path = QPainterPath()
    add_polygon(path, points)
    painter.fillPath(path, brush)


def _rounded_ring(x0: float, x1: float, z0: float, z1: float, r: float) -> list[tuple[float, float]]:
    corners = ((x1 - r, z1 - r, 0), (x0 + r, z1 - r, 90), (x0 + r, z0 + r, 180), (x1 - r, z0 + r, 270))
    return [
        (cx + r * cos(radians(a + 15 * i)), cz + r * sin(radians(a + 15 * i)))
        for cx, cz, a in corners
        for i in range(7)
    ]


def _slab(
    painter: QPainter, camera: Camera, at: Vec, size: Vec, *, top: QColor, side: QColor, radius: float
) -> None:
    """A rounded board: `at` the middle of its underside."""
    x, y, z = at
    w, h, d = size
    ring = _rounded_ring(x - w / 2, x + w / 2, z - d / 2, z + d / 2, min(radius, w / 2.01, d / 2.01))
    low = [camera.xy((a, y, b)) for a, b in ring]
    high = [camera.xy((a, y + h, b)) for a, b in ring]
    _fill(painter, _convex(low + high), side)
    _fill(painter, high, top)


def paint_backdrop(
    painter: QPainter, camera: Camera, theme: Theme, props: Sequence[Prop], middle: Vec
) -> None:
    """Floor, wall and mat. `middle` is the place on the floor the figure stands about."""
    kinds = {p.kind for p in props}
    floor = QColor(theme.floor)
    for prop in props:
        if prop.kind == "wall":
            _paint_wall(painter, camera, theme, prop)
    if "mat" not in kinds:
        radius = 46.0
        spot = filled(
            hull([camera.egg((middle[0], 0.0, middle[2]), IDENTITY, radius, 0.1, radius)], camera.detail)
        )
        painter.fillPath(spot, floor)
    for prop in props:
        if prop.kind == "mat":
            _paint_mat(painter, camera, theme, prop)


def _paint_mat(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, _, z = prop.at
    w, _, d = prop.size
    k = camera.px_per_cm
    ring = [
        camera.xy(p)
        for p in (
            (x - w / 2, 0, z - d / 2),
            (x + w / 2, 0, z - d / 2),
            (x + w / 2, 0, z + d / 2),
            (x - w / 2, 0, z + d / 2),
        )
    ]
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    area = QRectF(min(xs) - 8 * k, min(ys) - 8 * k, max(xs) - min(xs) + 16 * k, max(ys) - min(ys) + 16 * k)
    path = QPainterPath()
    add_polygon(path, ring)
    mask(
        area, 2.2 * k, [(path, faint(QColor(theme.shadow), theme.shadow_strength * 0.7))], (0.0, 1.6 * k)
    ).draw(painter)
    mat, edge = QColor(theme.mat), QColor(theme.mat_edge)
    _slab(painter, camera, (x, 0.0, z), (w, 1.2, d), top=mat, side=edge, radius=6.0)
    inner = _rounded_ring(x - w / 2 + 4, x + w / 2 - 4, z - d / 2 + 4, z + d / 2 - 4, 4.0)
    outer = _rounded_ring(x - w / 2 + 3.3, x + w / 2 - 3.3, z - d / 2 + 3.3, z + d / 2 - 3.3, 4.5)
    line = QPainterPath()
    add_polygon(line, [camera.xy((a, 1.2, b)) for a, b in outer])
    add_polygon(line, [camera.xy((a, 1.2, b)) for a, b in inner])
    painter.fillPath(line, mixed(mat, QColor(theme.light), 0.35))


def _paint_wall(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x = prop.at[0]
    # Far out on the side away from the viewer; not so far on the near one that it lies behind the camera.
    ahead = 1.0 if camera.facing((0.0, 0.0, 1.0)) >= 0 else -1.0
    near, far = 600.0 * ahead, -1600.0 * ahead
    wall = QColor(theme.wall)
    face = [camera.xy(p) for p in ((x, 0, far), (x, 0, near), (x, 420, near), (x, 420, far))]
    y0, y1 = camera.xy((x, 0, 0))[1], camera.xy((x, 200, 0))[1]
    gradient = QLinearGradient(QPointF(0, y1), QPointF(0, y0))
    light = QColor(theme.light)
    gradient.setColorAt(0.0, mixed(wall, light, 0.30 if wall.lightness() > 128 else 0.05))
    gradient.setColorAt(1.0, mixed(wall, QColor(theme.shade), 0.06))
    _fill(painter, face, QBrush(gradient))
    board = [camera.xy(p) for p in ((x, 0, far), (x, 0, near), (x, 7, near), (x, 7, far))]
    _fill(painter, board, mixed(wall, light, 0.55 if wall.lightness() > 128 else 0.12))
    foot = [camera.xy(p) for p in ((x, 0, far), (x, 0, near), (x, 0.8, near), (x, 0.8, far))]
    _fill(painter, foot, mixed(wall, QColor(theme.shade), 0.18))


def prop_bounds(camera: Camera, prop: Prop) -> QRectF:
    """The rectangle on the screen that a chair, roller or block stays within."""
    (x, y, z), (w, h, d) = prop.at, prop.size
    low, high = (y - 1, y + h + 46) if prop.kind == "chair" else (y - h / 2 - 1, y + h / 2 + 1)
    wide, deep = w / 2 + 4, d / 2 + 10
    corners = [
        camera.xy((x + a * wide, b, z + c * deep)) for a in (-1, 1) for b in (low, high) for c in (-1, 1)
    ]
    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def paint_standing(painter: QPainter, camera: Camera, theme: Theme, props: Sequence[Prop]) -> None:
    """Chair, roller and block, as they stand behind or under the body."""
    for prop in props:
        if prop.kind == "chair":
            _paint_chair(painter, camera, theme, prop)
        elif prop.kind == "roller":
            _paint_roller(painter, camera, theme, prop)
        elif prop.kind == "block":
            _paint_block(painter, camera, theme, prop)


def _paint_chair(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, y, z = prop.at
    w, h, d = prop.size
    wood, edge = QColor(theme.wood), QColor(theme.wood_edge)
    legs = sorted(
        ((sx, sz) for sx in (-1, 1) for sz in (-1, 1)),
        key=lambda q: camera.project((x + q[0] * w, 0, z + q[1] * d))[2],
    )
    for sx, sz in legs:
        foot = (x + sx * (w / 2 - 1.5), y + 1.2, z + sz * (d / 2 - 1.0))
        top = (x + sx * (w / 2 - 4), y + h - 3, z + sz * (d / 2 - 4))
        painter.fillPath(filled(chain([camera.ball(foot, 1.5), camera.ball(top, 1.9)], camera.detail)), edge)
    back_z = z - d / 2 + 2.5
    posts = [
        ((x + sx * (w / 2 - 4), y + h - 2, back_z), (x + sx * (w / 2 - 5), y + h + 38, back_z - 6))
        for sx in (-1, 1)
    ]
    rests = [
        camera.ball(p, 4.2)
        for sx in (-1, 1)
        for p in (
            (x + sx * (w / 2 - 6), y + h + 26, back_z - 4.5),
            (x + sx * (w / 2 - 6), y + h + 37, back_z - 6),
        )
    ]

    def back() -> None:
        for a, b in posts:
            painter.fillPath(filled(chain([camera.ball(a, 1.6), camera.ball(b, 1.5)], camera.detail)), edge)
        painter.fillPath(filled(hull(rests, camera.detail)), wood)

    if camera.facing((0, 0, 1)) > 0:
        back()
    _slab(painter, camera, (x, y + h - 3.5, z), (w, 3.5, d), top=wood, side=edge, radius=7.0)
    if camera.facing((0, 0, 1)) <= 0:
        back()


def _paint_roller(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, y, z = prop.at
    w, h, _ = prop.size
    r = h / 2
    foam, shade = QColor(theme.foam), QColor(theme.shade)
    ring = [(y + r * sin(tau * i / 28), z + r * cos(tau * i / 28)) for i in range(28)]
    ends = [[camera.xy((x + side * w / 2, a, b)) for a, b in ring] for side in (-1, 1)]
    body = _convex(ends[0] + ends[1])
    top, low = camera.xy((x, y + r, z)), camera.xy((x, y - r, z))
    gradient = QLinearGradient(QPointF(*top), QPointF(*low))
    gradient.setColorAt(0.0, mixed(foam, QColor(theme.light), 0.25))
    gradient.setColorAt(0.45, foam)
    gradient.setColorAt(1.0, mixed(foam, shade, 0.35))
    _fill(painter, body, QBrush(gradient))
    near = ends[1] if camera.facing((1, 0, 0)) > 0 else ends[0]
    cx, cy = sum(p[0] for p in near) / 28, sum(p[1] for p in near) / 28
    for k, c in (
        (1.0, mixed(foam, shade, 0.16)),
        (0.62, mixed(foam, shade, 0.34)),
        (0.34, mixed(foam, shade, 0.55)),
    ):
        path = QPainterPath()
        add_smooth(path, [(cx + (px - cx) * k, cy + (py - cy) * k) for px, py in near])
        painter.fillPath(path, c)


def _paint_block(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, y, z = prop.at
    w, h, d = prop.size
    foam = QColor(theme.foam)
    side = mixed(foam, QColor(theme.shade), 0.22)
    _slab(painter, camera, (x, y - h / 2, z), (w, h, d), top=foam, side=side, radius=2.5)
