"""A wooden chair, and the shade that it and whoever sits on it throw."""

from collections.abc import Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from unhunch.figure.ink.palette import faint, mixed
from unhunch.figure.ink.shapes import filled, hull
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import Vec, mix
from unhunch.figure.surroundings.boards import Wood, bar, fill, rounded_ring, slab, soft_gradient
from unhunch.figure.surroundings.shadow import paint_shade
from unhunch.figure.surroundings.stage import stage_path
from unhunch.figure.themes import Theme

# The back.
_RAILS = ((38.5, 4.0, 3.4), (24.0, -0.6, 2.0))
"""Its rails: how high over the seat, how far past its edge, and half how thick; cm. The back is wider than
the seat, so that both its posts show beside whoever sits there.
"""
_RAIL_ROUND, _RAIL_LIGHT = 1.7, 0.35  # the radius (cm) of a rail's corners; how light its upper edge is
# How far past the seat its posts are below and above; their radii.
_POST_CM, _POST_R = (-3.4, 4.0), (1.9, 1.6)
_BACK_CM, _BACK_LEANS = 38.0, 0.15  # how high over the seat it ends; how far back it leans for each cm
# The legs.
_FOOT_R, _LEG_R = 1.2, 2.0  # the radii (cm) of a leg's ends: it tapers
_FAR_LEGS, _FAR_LEG_SHADE = 2, 0.17  # so many of them are the far ones, and so much darker
_UNDER_SEAT, _UNDER_SEAT_REACH = 0.3, 0.34  # the seat's shade on them: how dark, how far down of a leg
# The seat.
_SEAT_CM, _SEAT_ROUND, _SEAT_RIM_CM = 4.2, 7.0, 0.7  # how thick it is, how round, how wide its rim
_SEAT_SHADE, _SEAT_EDGE_CM = 0.75, 2.0  # of whoever sits on it; how wide the edge is that stays light
# Its shade on the floor.
_SHADE, _FEET_AHEAD = 0.5, 0.62  # so dense, and so far ahead (in its own depth) that feet stand in it
_FOOT_CM, _FOOT_SHADE = (5.6, 5.6), 1.7  # that under each of its feet: how wide, how dense
_ASIDE_CM = 1.6  # and how far that falls away from the light

_Leg = tuple[Vec, Vec]
"""Where a leg stands on the floor, and where it ends under the seat."""


def chair_shade(prop: Prop) -> tuple[Vec, tuple[float, float]]:
    """The middle of a chair's shade on the floor, and half its width and depth (cm)."""
    (x, y, z), (w, _, d) = prop.at, prop.size
    return (x, y, z + d * _FEET_AHEAD), (w * 1.1, d * (1.0 + _FEET_AHEAD))


def paint_chair(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """All of a chair, with its shade on the floor."""
    legs = _legs(camera, prop)
    _paint_shades(painter, camera, theme, prop, legs)
    _paint_legs(painter, camera, theme, legs)
    parts = [_paint_back, _paint_seat] if camera.facing((0, 0, 1)) > 0 else [_paint_seat, _paint_back]
    for paint in parts:
        paint(painter, camera, theme, prop)


def _legs(camera: Camera, prop: Prop) -> list[_Leg]:
    """Its four legs, the farthest from the viewer first."""
    (x, y, z), (w, h, d) = prop.at, prop.size
    corners = sorted(
        ((sx, sz) for sx in (-1, 1) for sz in (-1, 1)),
        key=lambda q: camera.project((x + q[0] * w, 0, z + q[1] * d))[2],
    )
    return [
        (
            (x + sx * (w / 2 - 1.5), y, z + sz * (d / 2 - 1.0)),
            (x + sx * (w / 2 - 4), y + h - 3, z + sz * (d / 2 - 4)),
        )
        for sx, sz in corners
    ]


def _paint_shades(painter: QPainter, camera: Camera, theme: Theme, prop: Prop, legs: Sequence[_Leg]) -> None:
    """Its shade on the floor, as far as the stage goes, and the small ones under its feet, to the right on
    the screen: away from the light.
    """
    painter.save()
    painter.setClipPath(stage_path(camera, [prop]), Qt.ClipOperation.IntersectClip)
    paint_shade(painter, camera, theme, *chair_shade(prop), opacity=_SHADE)
    painter.restore()
    aside, ahead = camera.right[0] * _ASIDE_CM, camera.right[2] * _ASIDE_CM
    for (x, y, z), _ in legs:
        paint_shade(painter, camera, theme, (x + aside, y, z + ahead), _FOOT_CM, opacity=_FOOT_SHADE)


def _paint_legs(painter: QPainter, camera: Camera, theme: Theme, legs: Sequence[_Leg]) -> None:
    wood, edge, ink = QColor(theme.wood), QColor(theme.wood_edge), QColor(theme.ink)
    for i, ((x, y, z), top) in enumerate(legs):
        foot = (x, y + _FOOT_R, z)
        far = _FAR_LEG_SHADE if i < _FAR_LEGS else 0.0
        lit, dim = mixed(mixed(wood, edge, 0.35), ink, far), mixed(mixed(edge, ink, 0.1), ink, far)
        bar(painter, camera, ((foot, _FOOT_R), (top, _LEG_R)), _shaded(theme, lit, dim))
        _paint_under_seat(painter, camera, (foot, top), mixed(edge, ink, _UNDER_SEAT + far))


def _paint_under_seat(painter: QPainter, camera: Camera, leg: _Leg, shade: QColor) -> None:
    """The shade of the seat on the upper end of a leg."""
    foot, top = leg
    low = mix(top, foot, _UNDER_SEAT_REACH)
    (x, y, r, _), (u, v, q, _) = (camera.ball(at, _LEG_R) for at in (top, low))
    falling = soft_gradient(QPointF(x, y), QPointF(u, v), shade, faint(shade, 0.0))
    fill(painter, [(x - r, y), (x + r, y), (u + q, v), (u - q, v)], falling)


def _paint_back(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """Two posts, and the rails across them."""
    wood, edge = QColor(theme.wood), QColor(theme.wood_edge)
    (x, y, z), (w, h, d) = prop.at, prop.size
    foot_z, (below, above) = z - d / 2 + 2.5, _POST_CM
    top_y, top_z = y + h + _BACK_CM, foot_z - _BACK_CM * _BACK_LEANS
    for sx in (-1, 1):
        foot, top = (x + sx * (w / 2 + below), y + h - 2, foot_z), (x + sx * (w / 2 + above), top_y, top_z)
        wide, narrow = _POST_R
        bar(painter, camera, ((foot, wide), (top, narrow)), _shaded(theme, mixed(wood, edge, 0.3), edge))
    tones = _shaded(theme, mixed(wood, QColor(theme.light), _RAIL_LIGHT), mixed(wood, edge, 0.55))
    for rail in _rails(camera, prop, foot_z):
        painter.fillPath(filled(hull(rail, camera.detail)), _from_above(rail, tones))


def _rails(camera: Camera, prop: Prop, foot_z: float) -> Iterator[list[Ball]]:
    """The corners of each rail (pixels), by turns low and high, of a back that begins so far along z (cm)."""
    (x, y, _), (w, h, _) = prop.at, prop.size
    for up, out, thick in _RAILS:
        yield [
            camera.ball((x + sx * (w / 2 + out), y + h + up + by, foot_z - up * _BACK_LEANS), _RAIL_ROUND)
            for sx in (-1, 1)
            for by in (_RAIL_ROUND - thick, thick - _RAIL_ROUND)
        ]


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


def _shaded(theme: Theme, lit: QColor, dim: QColor) -> Wood:
    """A wood in light and in shade; in a theme without shading it is of one colour."""
    return (lit, dim) if theme.shading else (lit, lit)
