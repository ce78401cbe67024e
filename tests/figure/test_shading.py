"""Soft pictures, as large as they are seen."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.shading import Soft, layer

FIELD = QRectF(0, 0, 60, 40)


def soft() -> Soft:
    """Dark on the left, light on the right."""
    image = QImage(8, 4, QImage.Format.Format_ARGB32_Premultiplied)
    for x in range(8):
        for y in range(4):
            image.setPixelColor(x, y, QColor(30 * x, 30 * x, 30 * x))
    return Soft(image, QRectF(7.3, 5.6, 41.7, 22.2))


@pytest.mark.parametrize("detail", [1.0, 1.25, 2.0])
def test_a_soft_picture_lies_on_whole_device_pixels(detail: float) -> None:
    picture, corner = soft().large(detail)
    assert picture.devicePixelRatio() == detail
    for place in (corner.x() * detail, corner.y() * detail):
        assert place == pytest.approx(round(place))
    covered = QRectF(corner, picture.deviceIndependentSize())
    assert covered.contains(soft().rect)
    assert covered.width() - soft().rect.width() < 2 / detail


def test_a_soft_picture_is_made_large_once() -> None:
    picture = soft()
    assert picture.large(1.0) is picture.large(1.0)
    assert picture.brush(1.0) is picture.brush(1.0)


@pytest.mark.parametrize("detail", [1.0, 1.25, 2.0])
def test_a_soft_brush_paints_what_stretching_would(detail: float) -> None:
    stretched, p = layer(FIELD, detail)
    soft().draw(p)
    p.end()
    brushed, q = layer(FIELD, detail)
    q.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    q.fillRect(QRectF(10, 8, 35, 17), soft().brush(detail))
    q.end()
    for x in (11, 20, 29, 38, 43):
        one, other = (
            image.pixelColor(int(x * detail), int(16 * detail)).lightness() for image in (stretched, brushed)
        )
        assert abs(one - other) <= 3
