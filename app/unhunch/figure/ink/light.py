"""The light of some spots on the screen: a small picture of brightness, which a ramp of colours turns into
light on a cloth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from math import floor, hypot
from typing import NamedTuple, Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRadialGradient, QTransform

from unhunch.figure.ink.parts import AxisPoint
from unhunch.figure.ink.shading import Soft, fading, mask, small
from unhunch.figure.ink.shapes import Point
from unhunch.figure.kept import kept

_CELL_CM = 0.9  # a coarser one would show as beads along a narrow band
_MOST_CELLS = 128  # no small picture is wider or higher
_EDGE_CM = 2.4  # so far within an outline the light has its full brightness; at the outline, half of it
_CLEAR_CM = 6.0  # so far before an outline that lies on it the light has gone
_RUN_OUT = 1.1  # in lengths of the way over which the limb's own shadow grows
_UNIT = QRectF(-1, -1, 2, 2)
_WHITE = QColor(255, 255, 255)


class Lit(NamedTuple):
    """A spot on the screen: its middle (pixels), the symmetric matrix (xx, xy, yy) that makes it of a round
    one of radius 1, how far it reaches to the sides and up, and how strong it is, 0 to 1.
    """

    x: float
    y: float
    xx: float
    xy: float
    yy: float
    wide: float
    high: float
    strength: float


@kept(1)
def _spot() -> QImage:
    """A round white spot that fades evenly to nothing; drawn larger or smaller it stays as smooth."""
    size = 48
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    gradient = QRadialGradient(size / 2, size / 2, size / 2)
    for i in range(13):
        q = i / 12
        gradient.setColorAt(q, QColor(255, 255, 255, round(255 * (1 - q * q) ** 3)))
    p = QPainter(image)
    p.fillRect(image.rect(), gradient)
    p.end()
    return image


class Light:
    """The brightness of some spots, as a small picture of as much of `area` (pixels) as they reach."""

    def __init__(self, spots: Sequence[Lit], area: QRectF, px_per_cm: float) -> None:
        cell = _CELL_CM * px_per_cm
        self._image, self._rect, to_small = small(_reached(spots, area, cell), cell, _MOST_CELLS - 1)
        spot = _spot()
        p = QPainter(self._image)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for s in spots:
            p.setOpacity(s.strength)
            p.setTransform(QTransform(s.xx, s.xy, s.xy, s.yy, s.x, s.y) * to_small)
            p.drawImage(_UNIT, spot)
        p.end()
        self._to_small, self._px_per_cm = to_small, px_per_cm
        self._coloured: dict[tuple[int, ...], Soft] = {}

    def along(self, fade: tuple[AxisPoint, AxisPoint]) -> Self:
        """The same, running out along a limb from where it hangs on to the body."""
        start, end = _run_out(fade)
        return self._kept(lambda p: p.fillRect(self._rect, fading(_WHITE, end, start)))

    def within(self, outline: Sequence[QPainterPath]) -> Self:
        """The same, softer towards the edge of what these outlines cover together, as a form turns away."""
        return self._kept(self._covered(outline, _EDGE_CM).draw)

    def clear_of(self, outline: Sequence[QPainterPath]) -> Self:
        """The same, gone before it comes to these outlines."""
        on = self._covered(outline, _CLEAR_CM)

        def take_out(p: QPainter) -> None:
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            for _ in range(3):  # or half of it would be left at the outline
                on.draw(p)

        return self._kept(take_out)

    def _covered(self, outlines: Sequence[QPainterPath], soft_cm: float) -> Soft:
        """What some outlines cover of the picture, with edges so soft."""
        near = [(path, _WHITE) for path in outlines if path.controlPointRect().intersects(self._rect)]
        return mask(self._rect, soft_cm * self._px_per_cm, near, (0.0, 0.0))

    def _kept(self, paint: Callable[[QPainter], None]) -> Self:
        """The same, as far as what is painted (pixels) is opaque."""
        faded = copy(self)
        faded._image, faded._coloured = self._image.copy(), {}
        p = QPainter(faded._image)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.setTransform(self._to_small)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        paint(p)
        p.end()
        return faded

    def coloured(self, ramp: tuple[int, ...]) -> Soft:
        """It as light: `ramp` has 256 colours (ARGB), from no brightness to full."""
        found = self._coloured.get(ramp)
        if found is None:
            brightness = self._image.convertToFormat(QImage.Format.Format_Alpha8)
            picture = _in_colours(ramp).copy(brightness.rect())
            memoryview(picture.bits())[:] = brightness.constBits()  # both have a byte a pixel
            found = Soft(picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), self._rect)
            self._coloured[ramp] = found
        return found


@kept(32)
def _in_colours(ramp: tuple[int, ...]) -> QImage:
    """A picture larger than any small one, whose pixels are numbers of these colours.

    To copy a part of it is quick, while to give a picture its colours takes longer than to draw it.
    """
    image = QImage(_MOST_CELLS, _MOST_CELLS, QImage.Format.Format_Indexed8)
    image.setColorTable(ramp)
    image.fill(0)
    return image


def box_of(spots: Sequence[Lit]) -> QRectF:
    """The rectangle some spots (one or more) reach."""
    left, right = min(s.x - s.wide for s in spots), max(s.x + s.wide for s in spots)
    top, bottom = min(s.y - s.high for s in spots), max(s.y + s.high for s in spots)
    return QRectF(left, top, right - left, bottom - top)


def _reached(spots: Sequence[Lit], area: QRectF, cell: float) -> QRectF:
    """As much of an area as spots reach, on the grid of its cells, with room for a dark cell all round."""
    if not spots:
        return QRectF(area.left(), area.top(), cell, cell)
    box = box_of(spots)
    left = area.left() + max(0.0, floor((box.left() - area.left()) / cell - 1)) * cell
    top = area.top() + max(0.0, floor((box.top() - area.top()) / cell - 1)) * cell
    right, bottom = min(area.right(), box.right()) + 2 * cell, min(area.bottom(), box.bottom()) + 2 * cell
    return QRectF(left, top, max(cell, right - left), max(cell, bottom - top))


def _run_out(fade: tuple[AxisPoint, AxisPoint]) -> tuple[Point, Point]:
    """Where on the screen the light begins to run out along a limb, and where it has; softly even if the limb
    points at the viewer.
    """
    (x0, y0, _, r), (x1, y1, _, _) = fade
    dx, dy = x1 - x0, y1 - y0
    n = hypot(dx, dy)
    if n < 1e-3:
        dx, dy, n = 0.0, 1.0, 1.0
    k = max(_RUN_OUT, 2 * r / n)
    return (x0, y0), (x0 + dx * k, y0 + dy * k)
