"""A plant in its pot, in quiet colours: at the wall behind somebody, so that the room is lived in."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from unhunch.figure.ink.palette import faint, is_light, mixed
from unhunch.figure.surroundings.boards import dithered_gradient
from unhunch.figure.themes import Theme

HIGH_CM = 62.0
"""How high a plant is with its pot."""


class _Leaf(NamedTuple):
    """A leaf: the way its stem leaves the pot (degrees, 90 is up), its length and width in shares of the
    plant's height, how far it bends to its left on the way, and how near it is (0 to 1).
    """

    way_deg: float
    long: float
    wide: float
    bent: float
    near: float


_LEAVES = (
    _Leaf(97.0, 0.70, 0.15, 0.03, 0.0),
    _Leaf(62.0, 0.62, 0.15, -0.16, 0.1),
    _Leaf(127.0, 0.60, 0.15, 0.18, 0.2),
    _Leaf(38.0, 0.52, 0.14, -0.30, 0.5),
    _Leaf(148.0, 0.50, 0.14, 0.32, 0.6),
    _Leaf(78.0, 0.50, 0.14, -0.10, 0.8),
    _Leaf(110.0, 0.46, 0.14, 0.14, 1.0),
)
_POT = 0.31  # the share of the plant's height that its pot has
_POT_HALF, _POT_FOOT = 0.155, 0.68  # half its width, and how much of that its foot has
_RIM_HALF, _RIM = 0.172, 0.075
_VEIN = 0.09  # how wide the vein is, in shares of its leaf
_GREEN, _CLAY = "#5F9278", "#C98C66"
_SHADE = 0.13
_QUIET = 0.5  # how much of its own colour it has before a light wall; before a dark one less
_QUIET_IN_THE_DARK = 0.34


def paint_plant(painter: QPainter, theme: Theme, foot: QPointF, high: float) -> None:
    """Paint a plant so high on a foot (pixels): not in high contrast, where nothing is to distract."""
    if not theme.shading:
        return
    wall = QColor(theme.stage)
    share = _QUIET if is_light(wall) else _QUIET_IN_THE_DARK
    _paint_shade(painter, theme, foot, high)
    root = QPointF(foot.x(), foot.y() - (_POT - 0.04) * high)
    for leaf in _LEAVES:
        green = mixed(wall, QColor(_GREEN), share * (0.74 + 0.36 * leaf.near))
        _paint_leaf(painter, root, high, leaf, (mixed(green, wall, 0.16), green, mixed(green, wall, 0.36)))
    _paint_pot(painter, theme, foot, high, mixed(wall, QColor(_CLAY), share * 1.24))


def _paint_leaf(
    painter: QPainter, root: QPointF, high: float, leaf: _Leaf, colours: tuple[QColor, QColor, QColor]
) -> None:
    """One leaf: one half of it in the light, the other in its own shade, and the vein between."""
    angle = radians(leaf.way_deg)
    along = QPointF(cos(angle), -sin(angle)) * (leaf.long * high)
    aside = QPointF(-sin(angle), -cos(angle)) * high

    def at(share: float, off: float) -> QPointF:
        """A point a share of the way along the leaf, and so far off its vein (shares of its width)."""
        return root + along * share + aside * (off * leaf.wide + leaf.bent * leaf.long * share * share)

    def between(one: float, other: float, tip: float = 1.0) -> QPainterPath:
        """The shape from the stem to the tip, so far off the vein on either side."""
        path = QPainterPath(root)
        path.cubicTo(at(0.34 * tip, 0.62 * one), at(0.72 * tip, 0.66 * one), at(tip, 0))
        path.cubicTo(at(0.72 * tip, 0.66 * other), at(0.34 * tip, 0.62 * other), root)
        return path

    light, shade, vein = colours
    painter.fillPath(between(1.0, -1.0), light)
    painter.fillPath(between(0.0, -1.0), shade)
    painter.fillPath(between(_VEIN, -_VEIN, 0.94), vein)


def _paint_pot(painter: QPainter, theme: Theme, foot: QPointF, high: float, clay: QColor) -> None:
    x, y, top = foot.x(), foot.y(), foot.y() - _POT * high
    half, low = _POT_HALF * high, _POT_HALF * _POT_FOOT * high
    round_px = 0.04 * high
    pot = QPainterPath(QPointF(x - half, top))
    pot.lineTo(x + half, top)
    pot.lineTo(x + low + 0.004 * high, y - round_px)
    pot.quadTo(x + low, y, x + low - round_px, y)
    pot.lineTo(x - low + round_px, y)
    pot.quadTo(x - low, y, x - low - 0.004 * high, y - round_px)
    pot.closeSubpath()
    shade = mixed(clay, QColor(theme.shadow), 0.22)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.fillPath(pot, dithered_gradient(x - half, x + half, 1.0, clay, shade))
    rim = QRectF(x - _RIM_HALF * high, top - 0.03 * high, 2 * _RIM_HALF * high, _RIM * high)
    edge = QPainterPath()
    edge.addRoundedRect(rim, 0.018 * high, 0.018 * high)
    lit = mixed(clay, QColor(theme.light), 0.2)
    painter.fillPath(edge, dithered_gradient(rim.left(), rim.right(), 1.0, lit, mixed(lit, shade, 0.6)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)


def _paint_shade(painter: QPainter, theme: Theme, foot: QPointF, high: float) -> None:
    """What the pot throws on the floor."""
    oval = QPainterPath()
    middle = foot + QPointF(0.03 * high, -0.012 * high)
    oval.addEllipse(middle, 1.4 * _POT_HALF * _POT_FOOT * high, 0.042 * high)
    painter.fillPath(oval, faint(QColor(theme.shadow), _SHADE))
