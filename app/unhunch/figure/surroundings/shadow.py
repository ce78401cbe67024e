"""Shade on floor and wall: what things stand in, and the planes that bodies cast their shadows on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QTransform

from unhunch.figure.ink.shading import Soft, blurred, small, smoothed
from unhunch.figure.ink.shapes import Point
from unhunch.figure.kept import kept
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec, dot, smoothstep
from unhunch.figure.surroundings.boards import dither
from unhunch.figure.themes import Theme

_MOST_CELLS = 240  # as many as a thin line under what lies along a whole mat takes
_BROAD_CM = 7.2  # how far the broad shadow is blurred
_ROOM_CM = 6.0
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_THE_DARKER = QPainter.CompositionMode.CompositionMode_Lighten
_BLACK, _WHITE = QColor(0, 0, 0), QColor(255, 255, 255)
_EVEN = 0.02  # opacities no farther apart need no gradient


def paint_shade(
    painter: QPainter,
    camera: Camera,
    theme: Theme,
    at: Vec,
    half_cm: tuple[float, float],
    *,
    opacity: float,
    boxy: bool = False,
) -> None:
    """A soft oval of shade on the floor round a point: half its width along x and along z, and how dense it
    is as a share of the theme's shadow; below 0 it is a pool of light. A `boxy` one is square and dense up to
    near its edge.
    """
    if not theme.shadow_strength or not opacity:
        return
    colour = theme.shadow if opacity > 0 else theme.light
    x, y, z = at
    (cx, cy), (ax, ay), (bx, by) = (
        camera.xy(p) for p in (at, (x + half_cm[0], y, z), (x, y, z + half_cm[1]))
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # which would undo the dither
    painter.setTransform(QTransform(ax - cx, ay - cy, bx - cx, by - cy, cx, cy), True)
    painter.drawImage(
        QRectF(-1, -1, 2, 2), _disc(colour, min(1.0, abs(opacity) * theme.shadow_strength), boxy)
    )
    painter.restore()


_DISC = 96  # pixels across
_BOXY_EDGE = 0.42  # the share of its half width over which a square shade fades out


@kept(16)
def _disc(colour: str, most: float, boxy: bool) -> QImage:
    """A round or square picture that fades from the opacity `most` in its middle to nothing.

    So faint a shade has a dozen opacities, which would show as rings: they are dithered into each other.
    """
    image = QImage(_DISC, _DISC, QImage.Format.Format_ARGB32)
    rgb = QColor(colour).rgb() & 0xFFFFFF
    middle = (_DISC - 1) / 2
    for y in range(_DISC):
        for x in range(_DISC):
            u, v = abs(x / middle - 1), abs(y / middle - 1)
            if boxy:
                share = smoothstep((1 - (u**6 + v**6) ** (1 / 6)) / _BOXY_EDGE)
            else:
                share = max(0.0, 1 - u * u - v * v) ** 2
            alpha = 255 * most * share
            image.setPixel(x, y, int(alpha + dither(x, y)) << 24 | rgb)
    return image.convertToFormat(_FORMAT)


@dataclass(frozen=True, slots=True)
class Mark:
    """A thick line in the plane, as the screen shows its points (pixels), and how opaque it is at its start
    and its end.
    """

    line: tuple[Point, ...]
    width_cm: float
    opacity: float
    opacity_at_end: float


class Plane:
    """Floor or wall. Shadows are thick lines drawn in the plane's own centimetres."""

    def __init__(self, camera: Camera, across: Vec, along: Vec) -> None:
        self.camera = camera
        k = camera.px_per_cm
        r, u = camera.right, camera.up
        self.to_screen = QTransform(
            dot(r, across) * k, -dot(u, across) * k, dot(r, along) * k, -dot(u, along) * k, 0.0, 0.0
        )
        back, self._seen = self.to_screen.inverted()
        self._back = (back.m11(), back.m12(), back.m21(), back.m22())

    def shadow(
        self, broad: Sequence[Mark], tight: Sequence[Mark], theme: Theme, cell_cm: float
    ) -> Soft | None:
        """The tight lines, blurred by about `cell_cm`, and the broad ones, blurred by far more; None where no
        line would be seen.

        They do not add up: where several lie it is as dark as the darkest of them, so that limbs that meet
        have one shadow. The broad ones are laid into the small picture of the tight ones: one large picture
        to stretch is enough.
        """
        area = self._area([*broad, *tight])
        if area.isEmpty():
            return None
        k = 0.6 * self.camera.px_per_cm
        image, rect, to_small = _dark(area, cell_cm * k)
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        p.setCompositionMode(_THE_DARKER)
        if broad:
            coarse, coarse_rect, to_coarse = _dark(area, _BROAD_CM / 2 * k)
            q = QPainter(coarse)
            q.setRenderHint(QPainter.RenderHint.Antialiasing)
            q.setCompositionMode(_THE_DARKER)
            q.setTransform(self.to_screen * to_coarse)
            self._draw(q, broad)
            q.end()
            where = to_small.mapRect(coarse_rect)
            p.drawImage(where, smoothed(blurred(coarse), where.width()))
        p.setTransform(self.to_screen * to_small)
        self._draw(p, tight)
        p.end()
        shadow = QImage(image.size(), _FORMAT)
        shadow.fill(QColor(theme.shadow))
        shadow.setAlphaChannel(image.convertToFormat(QImage.Format.Format_Grayscale8))
        return Soft(shadow, rect)

    def _area(self, marks: Sequence[Mark]) -> QRectF:
        """The rectangle on the screen that the lines and their blur stay within; empty if there is none."""
        if not marks or not self._seen:
            return QRectF()
        camera = self.camera
        k = camera.px_per_cm
        ends = [(x, y, (m.width_cm / 2 + _ROOM_CM) * k) for m in marks for x, y in m.line]
        left, right = min([x - r for x, _, r in ends]), max([x + r for x, _, r in ends])
        top, bottom = min([y - r for _, y, r in ends]), max([y + r for _, y, r in ends])
        edge = _BROAD_CM / 2 * k
        area = QRectF(left, top, right - left, bottom - top)
        return area & QRectF(-edge, -edge, camera.width + 2 * edge, camera.height + 2 * edge)

    def _draw(self, painter: QPainter, marks: Sequence[Mark]) -> None:
        """Draw the lines as light as they are to be dark, so placed in the plane that they land exactly where
        the camera sees them.
        """
        a, b, c, d = self._back
        pen = QPen(_WHITE, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for mark in marks:
            points = [QPointF(x * a + y * c, x * b + y * d) for x, y in mark.line]
            if mark.line[0] == mark.line[-1]:
                points[-1] += QPointF(0.1, 0.0)
            if abs(mark.opacity - mark.opacity_at_end) < _EVEN:
                pen.setBrush(_grey(mark.opacity))
            else:
                fall = QLinearGradient(points[0], points[-1])
                fall.setColorAt(0.0, _grey(mark.opacity))
                fall.setColorAt(1.0, _grey(mark.opacity_at_end))
                pen.setBrush(fall)
            pen.setWidthF(mark.width_cm)
            painter.setPen(pen)
            painter.drawPolyline(points)


def _dark(area: QRectF, cell: float) -> tuple[QImage, QRectF, QTransform]:
    """A small black picture (see `shading.small`), to be drawn into as light as a shadow is dark."""
    image, rect, to_small = small(area, cell, _MOST_CELLS)
    image.fill(_BLACK)
    return image, rect, to_small


def _grey(share: float) -> QColor:
    level = min(255, round(255 * share))
    return QColor(level, level, level)
