"""Everything soft is painted small and scaled up: form shading, contact shadows, glow, shadows on the floor.

Outlines stay crisp because they are filled paths; only the *brush* they are filled with is a small blurred
picture, made as large as it is to be seen: to stretch it in every fill would take more than twice as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from math import ceil, floor
from operator import or_
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QTransform

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_MAX_CELLS = 600
_SMOOTH = QPainter.RenderHint.Antialiasing
_ALL_SMOOTH = _SMOOTH | QPainter.RenderHint.SmoothPixmapTransform
_CLEAR, _WHOLE = QColor(0, 0, 0, 0), QColor(0, 0, 0, 255)
LIGHT_CM = (-1.5, -2.1)
"""Where the light is, on the screen, and how far it reaches round what it falls on."""
_FINER = 0.6  # the cells of a texture, as a share of how far it is blurred
_FINEST = 1.0  # texels a logical pixel: more are dear to fill with, and of what is blurred nobody sees them
_STRETCHED = 3.0  # so many times its width a picture can be stretched and no cell shows
_AS_FINE = 1.45  # cells no more than so many times as large as others count as as fine
_SWEPT_EDGE = 0.25  # how wide the edge of what sweeps over something is, as a share of the way


@dataclass(slots=True, eq=False)
class Soft:
    """A small picture and the rectangle (logical pixels) it is to be stretched over. Once it is painted it is
    for one screen.
    """

    image: QImage
    rect: QRectF
    _fine: QImage | None = field(default=None, repr=False)
    _brush: QBrush | None = field(default=None, repr=False)
    _large: tuple[QImage, QPointF] | None = field(default=None, repr=False)

    def brush(self, detail: float) -> QBrush:
        """A brush that paints the picture where it belongs, on a screen of so many device pixels a pixel, but
        no finer than needs be.
        """
        if self._brush is None:
            fine = min(detail, _FINEST)
            large, corner = self._stretched(fine)
            self._brush = QBrush(large)
            self._brush.setTransform(QTransform(1 / fine, 0, 0, 1 / fine, corner.x(), corner.y()))
        return self._brush

    def draw(self, painter: QPainter) -> None:
        """Stretch it over its rectangle; the painter must have smooth pixmap transforms switched on."""
        if self._fine is None:
            self._fine = smoothed(self.image, self.rect.width() * painter.device().devicePixelRatio())
        painter.drawImage(self.rect, self._fine)

    def large(self, detail: float) -> tuple[QImage, QPointF]:
        """The picture as large as it is to be seen on such a screen, and the corner it begins at; of what is
        clear round it no more than a cell.
        """
        if self._large is None:
            large, corner = self._trimmed()._stretched(detail)
            large.setDevicePixelRatio(detail)
            self._large = (large, corner)
        return self._large

    def coarse(self, cells: int) -> bytes:
        """How opaque it is, row by row in so many cells each way."""
        size = QSize(cells, cells)
        aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        alpha = self.image.scaled(size, aspect, smooth).convertToFormat(QImage.Format.Format_Alpha8)
        return bytes(alpha.constBits())

    def _trimmed(self) -> Soft:
        """Without what is clear round it but for a cell: of a shadow's rectangle half is clear."""
        image, rect = self.image, self.rect
        seen = _seen(image).adjusted(-1, -1, 1, 1) & image.rect()
        kx, ky = rect.width() / image.width(), rect.height() / image.height()
        left, top = rect.left() + seen.left() * kx, rect.top() + seen.top() * ky
        return Soft(image.copy(seen), QRectF(left, top, seen.width() * kx, seen.height() * ky))

    def _stretched(self, d: float) -> tuple[QImage, QPointF]:
        """As large as it is to be seen, on whole device pixels, so that it can be painted as it is."""
        r = self.rect
        left, top = floor(r.left() * d), floor(r.top() * d)
        right, bottom = ceil(r.right() * d), ceil(r.bottom() * d)
        image, p = layer(QRectF(left, top, max(1, right - left), max(1, bottom - top)), 1.0)
        p.drawImage(QRectF(r.left() * d, r.top() * d, r.width() * d, r.height() * d), self.image)
        p.end()
        return image, QPointF(left / d, top / d)


def _seen(image: QImage) -> QRect:
    """The rectangle of what is not clear in a small picture."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    data, width, line = bytes(alpha.constBits()), alpha.width(), alpha.bytesPerLine()
    # A row is one large number of a byte a pixel: to look at it in one piece is quicker than at each.
    rows = [int.from_bytes(data[y * line : y * line + width], "big") for y in range(alpha.height())]
    found = [y for y, row in enumerate(rows) if row]
    if not found:
        return QRect(0, 0, 1, 1)
    any_row = reduce(or_, rows)
    left = width - (any_row.bit_length() + 7) // 8
    right = width - ((any_row & -any_row).bit_length() - 1) // 8
    return QRect(left, found[0], right - left, found[-1] + 1 - found[0])


def smoothed(image: QImage, width: float, stretched: float = _STRETCHED) -> QImage:
    """The picture doubled until it need be stretched no more than so many times to be `width` wide; the same
    one if it need not be doubled.

    Stretched far at once its cells show as steps along what is slanting; doubled again and again it comes out
    smooth in every direction.
    """
    while image.width() * stretched < width:
        double = QImage(image.size() * 2, _FORMAT)
        p = QPainter(double)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        p.drawImage(double.rect(), image)
        p.end()
        image = double
    return image


def layer(area: QRectF, detail: float) -> tuple[QImage, QPainter]:
    """A clear picture of an area (logical pixels) at so many device pixels a pixel, and a painter that paints
    into it as if it were the whole.
    """
    width, height = (max(1, round(side * detail)) for side in (area.width(), area.height()))
    image = QImage(width, height, _FORMAT)
    image.setDevicePixelRatio(detail)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(_ALL_SMOOTH)
    painter.translate(-area.topLeft())
    return image, painter


def small(area: QRectF, cell: float, most: int = _MAX_CELLS) -> tuple[QImage, QRectF, QTransform]:
    """An empty picture with one pixel a cell, at `most` so many each way, the rectangle it covers, and the
    way from logical pixels into it.

    What is drawn into it is smoothed over a cell, and again when the picture is stretched over its rectangle.
    """
    cell = max(cell, area.width() / most, area.height() / most, 1e-3)
    w = max(2, int(area.width() / cell) + 1)
    h = max(2, int(area.height() / cell) + 1)
    image = QImage(w, h, _FORMAT)
    image.fill(0)
    rect = QRectF(area.left(), area.top(), w * cell, h * cell)
    return image, rect, QTransform(1 / cell, 0, 0, 1 / cell, -area.left() / cell, -area.top() / cell)


class Form(NamedTuple):
    """A shape of one colour in a texture, and how far it is shifted (pixels): what is lit lies nearer to the
    light than the shape does, so that shade is left on the other side. It shows within `clip` only.
    """

    path: QPainterPath
    brush: QBrush | QColor
    shift: tuple[float, float] = (0.0, 0.0)
    clip: QPainterPath | None = None


def rounded(area: QRectF, cell: float, forms: Iterable[Form], *, shade: QColor) -> Soft:
    """A texture of forms, back to front, each where it is shifted to, on a ground of `shade`; all blurred."""
    image, rect, in_place = small(area, cell * _FINER)
    image.fill(shade)
    p = QPainter(image)
    p.setRenderHint(_SMOOTH)
    clip: QPainterPath | None = None
    for form in forms:
        if form.clip is not clip:
            clip = form.clip
            p.setTransform(in_place)
            if clip:
                p.setClipPath(clip)
            else:
                p.setClipping(False)
        p.setTransform(QTransform.fromTranslate(*form.shift) * in_place)
        p.fillPath(form.path, form.brush)
    p.end()
    return Soft(blurred(image), rect)


def blurred(image: QImage) -> QImage:
    """The picture blurred by a cell in every direction: half of it, and a quarter from the cell on each side,
    first across, then up and down.
    """
    for before, beyond in ((QPoint(1, 0), QPoint(-1, 0)), (QPoint(0, 1), QPoint(0, -1))):
        mixture = image.copy()
        p = QPainter(mixture)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        p.setOpacity(1 / 3)  # of which the next one leaves three quarters
        p.drawImage(before, image)
        p.setOpacity(1 / 4)
        p.drawImage(beyond, image)
        p.end()
        image = mixture
    return image


def mask(
    area: QRectF,
    cell: float,
    shapes: Iterable[tuple[QPainterPath, QBrush | QColor]],
    shift: tuple[float, float],
) -> Soft:
    """The shapes, filled, blurred by about a cell, and shifted by some pixels, on a clear ground."""
    return rounded(area, cell, (Form(path, brush, shift) for path, brush in shapes), shade=_CLEAR)


def flat(area: QRectF, colour: QColor, cell: float) -> Soft:
    """A texture of one colour."""
    image, rect, _ = small(area, 2 * cell)
    image.fill(colour)
    return Soft(image, rect)


def over(under: Soft, *tops: Soft) -> Soft:
    """The picture with others laid over it, with cells as small as the finest of theirs."""
    finest = max(top.image.width() / top.rect.width() for top in tops)
    picture = smoothed(under.image, finest * under.rect.width(), stretched=_AS_FINE).copy()
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    kx, ky = picture.width() / under.rect.width(), picture.height() / under.rect.height()
    for top in tops:
        r = top.rect
        p.drawImage(
            QRectF(
                (r.left() - under.rect.left()) * kx,
                (r.top() - under.rect.top()) * ky,
                r.width() * kx,
                r.height() * ky,
            ),
            top.image,
        )
    p.end()
    return Soft(picture, under.rect)


def within(soft: Soft, cover: Soft) -> Soft:
    """The picture as far as another one of the same rectangle is opaque."""
    picture = soft.image.copy()
    p = QPainter(picture)
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    p.drawImage(0, 0, cover.image)
    p.end()
    return Soft(picture, soft.rect)


def fading(colour: QColor, start: tuple[float, float], end: tuple[float, float]) -> QBrush:
    """A brush that grows from nothing at `start` to the colour at `end` (pixels)."""
    gradient = QLinearGradient(QPointF(*start), QPointF(*end))
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient.setColorAt(0.12, clear)
    gradient.setColorAt(1.0, colour)
    return QBrush(gradient)


def sweep(
    image: QImage,
    origin: QPointF,
    other: QImage,
    where: QRectF,
    *,
    across: QRectF,
    share: float,
    towards: tuple[float, float],
) -> None:
    """Let a share of another picture, of the rectangle `where`, show in an image that begins at `origin`:
    what lies first on the way `towards` (1 long) across a part of it. Between the two there is a soft edge.
    """
    u, v = towards
    middle = across.center()
    reach = (abs(u) * across.width() + abs(v) * across.height()) / 2
    edge = _SWEPT_EDGE * reach
    at = (reach + edge) * (2 * share - 1)
    start, end = (middle + QPointF(u, v) * (at + side * edge) for side in (-1, 1))
    for picture, corner, before, beyond in (
        (image, where.topLeft() - origin, _CLEAR, _WHOLE),
        (other, QPointF(), _WHOLE, _CLEAR),
    ):
        shown = QLinearGradient(start - where.topLeft() + corner, end - where.topLeft() + corner)
        shown.setColorAt(0.0, before)
        shown.setColorAt(1.0, beyond)
        p = QPainter(picture)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        p.fillRect(QRectF(corner, where.size()), shown)
        p.end()
    p = QPainter(image)  # Plus is exact only without an opacity of its own
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    p.drawImage(where.topLeft() - origin, other)
    p.end()
