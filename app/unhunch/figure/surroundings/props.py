"""Chair, roller and block, and the shade they stand in."""

from collections.abc import Callable, Iterable, Sequence
from math import atan2, copysign, cos, degrees, hypot, radians, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.ink.shapes import Point, add_polygon, add_smooth, filled, hull
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import Vec, mad, mix
from unhunch.figure.surroundings.backdrop import BACKDROP
from unhunch.figure.surroundings.boards import Wood, bar, convex, fill, rounded_ring, slab, soft_gradient
from unhunch.figure.surroundings.shadow import paint_shade
from unhunch.figure.surroundings.stage import stage_path
from unhunch.figure.themes import Theme


def prop_bounds(camera: Camera, prop: Prop) -> QRectF:
    """The rectangle on the screen that a chair, roller or block stays within."""
    (x, y, z), (w, h, d) = prop.at, prop.size
    low, high = (y - 1, y + h + 46) if prop.kind == "chair" else (y - h / 2 - 1, y + h / 2 + 1)
    wide, deep = w / 2 + (8 if prop.kind == "chair" else 4), d / 2 + 10
    return _box(
        camera.xy((x + a * wide, b, z + c * deep)) for a in (-1, 1) for b in (low, high) for c in (-1, 1)
    )


def standing_bounds(camera: Camera, prop: Prop) -> QRectF:
    """The rectangle that a chair, roller or block stays within with its shade on the floor."""
    (x, y, z), (w, _, d) = prop.at, prop.size
    (_, _, z), half = _chair_shade(prop) if prop.kind == "chair" else (prop.at, (w / 2 + 9.0, d / 2 + 9.0))
    wide, deep = half
    shade = _box(camera.xy((x + a * wide, min(y, 0.0), z + b * deep)) for a in (-1, 1) for b in (-1, 1))
    return prop_bounds(camera, prop).united(shade.adjusted(-1, -1, 1, 1))


def bounds_of_all(
    camera: Camera, props: Iterable[Prop], bounds_of: Callable[[Camera, Prop], QRectF]
) -> QRectF:
    """The rectangle of all that stands among the body's parts; empty if nothing does."""
    bounds = QRectF()
    for prop in props:
        if prop.kind not in BACKDROP:
            bounds = bounds.united(bounds_of(camera, prop))
    return bounds


def _box(points: Iterable[Point]) -> QRectF:
    xs, ys = zip(*points, strict=True)
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


_RAILS = ((38.5, 4.0, 3.4), (24.0, -0.6, 2.0))
"""The rails of a chair's back: how high over the seat, how far past its edge, and half how thick; cm. The
back is wider than the seat, so that both its posts show beside whoever sits there.
"""
_RAIL_ROUND = 1.7  # the radius of a rail's corners
_RAIL_LIGHT = 0.35  # how light a rail's upper edge is
_FAR_LEGS, _FAR_LEG_SHADE = 2, 0.17  # so many of its legs are the far ones, and so much darker
_FOOT_R, _LEG_R = 1.2, 2.0  # the radii of a leg's ends: it tapers
_UNDER_SEAT, _UNDER_SEAT_REACH = 0.3, 0.34  # the seat's shade on the legs: how dark, how far down of a leg
_SEAT_CM, _SEAT_ROUND, _SEAT_RIM_CM = 4.2, 7.0, 0.7  # how thick the seat is, how round, how wide its rim
_FEET_AHEAD = 0.62  # its shade reaches so far ahead of its middle, in its own depth, that feet stand in it
_CHAIR_SHADE = 0.5
_CHAIR_FOOT_CM, _CHAIR_FOOT = (5.6, 5.6), 1.7  # the shade under each of its feet: how wide, how dense
_SHADE_ASIDE_CM = 1.6  # and how far it falls away from the light
_SEAT_SHADE, _SEAT_EDGE_CM = 0.55, 2.0  # of whoever sits on it; how wide the edge is that stays light
_POST_CM = (-3.4, 4.0)  # how far past the seat's edge its posts are below and above


def _chair_shade(prop: Prop) -> tuple[Vec, tuple[float, float]]:
    """The middle of a chair's shade on the floor, and half its width and depth (cm)."""
    (x, y, z), (w, _, d) = prop.at, prop.size
    return (x, y, z + d * _FEET_AHEAD), (w * 1.1, d * (1.0 + _FEET_AHEAD))


def _paint_chair(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, y, z = prop.at
    w, h, d = prop.size
    wood, edge = QColor(theme.wood), QColor(theme.wood_edge)
    painter.save()
    painter.setClipPath(stage_path(camera, [prop]), Qt.ClipOperation.IntersectClip)  # the floor ends there
    paint_shade(painter, camera, theme, *_chair_shade(prop), opacity=_CHAIR_SHADE)
    painter.restore()
    legs = sorted(
        ((sx, sz) for sx in (-1, 1) for sz in (-1, 1)),
        key=lambda q: camera.project((x + q[0] * w, 0, z + q[1] * d))[2],
    )
    aside, ahead = _away_from_light(camera)
    for sx, sz in legs:
        foot = (x + sx * (w / 2 - 1.5) + aside, y, z + sz * (d / 2 - 1.0) + ahead)
        paint_shade(painter, camera, theme, foot, _CHAIR_FOOT_CM, opacity=_CHAIR_FOOT)
    ink = QColor(theme.ink)
    for i, (sx, sz) in enumerate(legs):
        far = 0.0 if i >= _FAR_LEGS else _FAR_LEG_SHADE
        foot = (x + sx * (w / 2 - 1.5), y + _FOOT_R, z + sz * (d / 2 - 1.0))
        top = (x + sx * (w / 2 - 4), y + h - 3, z + sz * (d / 2 - 4))
        lit, dim = mixed(mixed(wood, edge, 0.35), ink, far), mixed(mixed(edge, ink, 0.1), ink, far)
        bar(painter, camera, ((foot, _FOOT_R), (top, _LEG_R)), _shaded(theme, lit, dim))
        _paint_under_seat(painter, camera, (foot, top), mixed(edge, ink, _UNDER_SEAT + far))
    back_z = z - d / 2 + 2.5
    lean = 6.0 / 40  # how far the back leans back
    below, above = _POST_CM
    posts = [
        (
            (x + sx * (w / 2 + below), y + h - 2, back_z),
            (x + sx * (w / 2 + above), y + h + 38, back_z - 38 * lean),
        )
        for sx in (-1, 1)
    ]
    rails = [
        [
            camera.ball((x + sx * (w / 2 + out), y + h + up + by, back_z - up * lean), _RAIL_ROUND)
            for sx in (-1, 1)
            for by in (_RAIL_ROUND - thick, thick - _RAIL_ROUND)
        ]
        for up, out, thick in _RAILS
    ]

    def back() -> None:
        for a, b in posts:
            bar(painter, camera, ((a, 1.9), (b, 1.6)), _shaded(theme, mixed(wood, edge, 0.3), edge))
        for rail in rails:
            tones = _shaded(theme, mixed(wood, QColor(theme.light), _RAIL_LIGHT), mixed(wood, edge, 0.55))
            painter.fillPath(filled(hull(rail, camera.detail)), _from_above(rail, tones))

    if camera.facing((0, 0, 1)) > 0:
        back()
    _paint_seat(painter, camera, theme, prop)
    if camera.facing((0, 0, 1)) <= 0:
        back()


def _shaded(theme: Theme, lit: QColor, dim: QColor) -> Wood:
    """A wood in light and in shade; in a theme without shading it is of one colour."""
    return (lit, dim) if theme.shading else (lit, lit)


def _away_from_light(camera: Camera) -> tuple[float, float]:
    """The way (x, z) on the floor to the right on the screen, where shade falls, of the length it falls."""
    return camera.right[0] * _SHADE_ASIDE_CM, camera.right[2] * _SHADE_ASIDE_CM


def _from_above(rail: Sequence[Ball], wood: Wood) -> QLinearGradient:
    """Light and shade of a rail through balls, by turns low and high (pixels): its upper edge is lit."""
    (x, y), (u, v) = (
        (sum(ball[0] for ball in balls) / len(balls), sum(ball[1] for ball in balls) / len(balls))
        for balls in (rail[1::2], rail[::2])
    )
    dx, dy = u - x, v - y
    n = hypot(dx, dy) or 1.0
    over = QPointF(dx, dy) * (rail[0][2] / n)
    return soft_gradient(QPointF(x, y) - over, QPointF(u, v) + over, *wood)


def _paint_under_seat(painter: QPainter, camera: Camera, leg: tuple[Vec, Vec], shade: QColor) -> None:
    """The shade of the seat on the upper end of a leg."""
    foot, top = leg
    low = mix(top, foot, _UNDER_SEAT_REACH)
    (x, y, r, _), (u, v, q, _) = (camera.ball(at, _LEG_R) for at in (top, low))
    falling = soft_gradient(QPointF(x, y), QPointF(u, v), shade, faint(shade, 0.0))
    fill(painter, [(x - r, y), (x + r, y), (u + q, v), (u - q, v)], falling)


def _paint_seat(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """The seat: a board with a round edge, in the light on top, and the shade of whoever sits on it."""
    x, y, z = prop.at
    w, h, d = prop.size
    wood, edge, light = QColor(theme.wood), QColor(theme.wood_edge), QColor(theme.light)
    low = (x, y + h - _SEAT_CM, z)
    slab(painter, camera, low, (w, _SEAT_CM, d), top=mixed(wood, light, 0.45), side=edge, radius=_SEAT_ROUND)
    inner = (w - 2 * _SEAT_RIM_CM, d - 2 * _SEAT_RIM_CM)
    top = [
        camera.xy((a, y + h, b))
        for a, b in rounded_ring(
            x - inner[0] / 2, x + inner[0] / 2, z - inner[1] / 2, z + inner[1] / 2, _SEAT_ROUND
        )
    ]
    fill(painter, top, wood)
    seat, half = (x, y + h, z + _SEAT_EDGE_CM), (w / 2 - _SEAT_EDGE_CM, d / 2 - _SEAT_EDGE_CM)
    paint_shade(painter, camera, theme, seat, half, opacity=_SEAT_SHADE, boxy=True)


def _paint_roller(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    x, y, z = prop.at
    w, h, _ = prop.size
    r = h / 2
    foam, shade, light = QColor(theme.foam), QColor(theme.shade), QColor(theme.light)
    _paint_underneath(painter, camera, theme, (x, y - r + 1.2, z), (w / 2, 0.6 * r))
    ring = [(y + r * sin(tau * i / 28), z + r * cos(tau * i / 28)) for i in range(28)]
    left, right = ([camera.xy((x + side * w / 2, a, b)) for a, b in ring] for side in (-1, 1))
    # Light and shade run along the roller, however it lies on the screen.
    (ax, ay), (bx, by) = camera.xy((x - w / 2, y, z)), camera.xy((x + w / 2, y, z))
    n = hypot(bx - ax, by - ay) or 1.0
    px, py = (by - ay) / n, (ax - bx) / n
    if py > 0:
        px, py = -px, -py
    reach = r * camera.px_per_cm
    cx, cy = (ax + bx) / 2, (ay + by) / 2
    gradient = QLinearGradient(
        QPointF(cx + px * reach, cy + py * reach), QPointF(cx - px * reach, cy - py * reach)
    )
    for at, colour in (
        (0.0, mixed(foam, shade, 0.10)),
        (0.22, mixed(foam, light, 0.30 * _gleam(theme))),
        (0.5, foam),
        (1.0, mixed(foam, shade, 0.45)),
    ):
        gradient.setColorAt(at, colour)
    fill(painter, convex(left + right), QBrush(gradient))
    painter.fillPath(_grooves(camera, prop), mixed(foam, shade, 0.34))
    gleam = _gleam(theme)
    near = right if camera.facing((1, 0, 0)) > 0 else left
    cx, cy = sum(p[0] for p in near) / 28, sum(p[1] for p in near) / 28
    for k, colour in (
        (1.0, mixed(foam, light, 0.55 * gleam)),
        (0.88, mixed(foam, light, 0.12 * gleam)),
        (0.52, mixed(foam, light, 0.50 * gleam)),
        (0.44, mixed(foam, shade, 0.72)),
    ):
        path = QPainterPath()
        add_smooth(path, [(cx + (u - cx) * k, cy + (v - cy) * k) for u, v in near])
        painter.fillPath(path, colour)


def _gleam(theme: Theme) -> float:
    """How strongly foam shines in the light: less in a dark room, where it would catch the eye."""
    return 1.0 if is_light(QColor(theme.ground)) else _IN_DARK


_IN_DARK = 0.5
_GROOVES, _GROOVE_CM = 9, 1.1  # round a roller that gives a grip, and how wide each is
_GROOVE_STEP_DEG = 10  # between the corners of its line: coarser, they show in a large picture


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


def _paint_block(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
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


_X: Vec = (1.0, 0.0, 0.0)
_Y: Vec = (0.0, 1.0, 0.0)
_Z: Vec = (0.0, 0.0, 1.0)
# Cork is so far (share) from the colour of wood to that of its edges, and its far side so much darker.
_CORK, _CORK_SHADE = 0.45, 0.3
# Grains of it on each side that is seen: how many, how far (cm) from its edges, the steps (shares of a side)
# from one to the next, which never fall into rows, how large (cm), and how dense.
_GRAINS, _GRAINS_INSET_CM, _GRAIN_STEPS, _GRAIN_CM, _GRAIN_FAINT = 34, 1.6, (0.7549, 0.5698), 0.24, 0.3
# How round a block's corners and its edges are (cm); the turns (degrees) its edge is drawn in, from its side
# up to its top; how light it is from each of these on.
_BLOCK_ROUND, _BLOCK_EDGE_CM = 2.4, 1.5
_BLOCK_TURNS, _BLOCK_LIT = (0, 25, 45, 65, 90), (0.2, 0.4, 0.46, 0.3)


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
    sides = [((_X, w), (_Y, h), (_Z, d)), ((_Y, h), (_Z, d), (_X, w)), ((_Z, d), (_X, w), (_Y, h))]
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


def _paint_underneath(
    painter: QPainter, camera: Camera, theme: Theme, at: Vec, half_cm: tuple[float, float]
) -> None:
    """The shadow of a thing that lies on the mat: dark where it touches, soft round it."""
    a, b = half_cm
    paint_shade(painter, camera, theme, at, (a + 8.0, b + 7.0), opacity=1.7, boxy=True)
