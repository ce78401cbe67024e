"""Soft pictures, as large as they are seen."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from unhunch.figure.ink.shading import Soft, blurred, layer, over, sweep, within

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


def test_a_brush_is_no_finer_than_anybody_sees() -> None:
    """On a screen of two device pixels a pixel it has as many texels as on one of one."""
    widths = [soft().brush(detail).textureImage().width() for detail in (1.0, 2.0)]
    assert widths[0] == widths[1]


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


@pytest.mark.parametrize(
    ("share", "towards", "seen"),
    [
        (0.0, (1.0, 0.0), "rrr"),
        (0.5, (1.0, 0.0), "b?r"),
        (0.5, (-1.0, 0.0), "r?b"),
        (0.5, (0.0, 1.0), "???"),
        (1.0, (1.0, 0.0), "bbb"),
    ],
)
def test_a_picture_sweeps_over_another(share: float, towards: tuple[float, float], seen: str) -> None:
    """From where it comes; beyond a soft edge nothing is seen through, and the whole stays opaque."""
    origin, where = QPointF(100, 50), QRectF(110, 60, 40, 20)
    image, other = (QImage(80, 40, QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2))
    image.fill(QColor("red"))
    other = other.copy(0, 0, 40, 20)
    other.fill(QColor("blue"))
    sweep(image, origin, other, where, across=where, share=share, towards=towards)
    colours = {"#ff0000": "r", "#0000ff": "b"}
    row = [image.pixelColor(10 + x, 20) for x in (2, 20, 38)]
    assert "".join(colours.get(colour.name(), "?") for colour in row) == seen
    assert all(colour.alpha() >= 253 for colour in row)
    assert image.pixelColor(5, 5) == image.pixelColor(70, 35) == QColor("red")


def test_a_picture_sweeps_across_a_part_of_where_it_lies() -> None:
    """Before that part and beyond it is the one picture or the other."""
    image, other = (QImage(100, 20, QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2))
    image.fill(QColor("red"))
    other.fill(QColor("blue"))
    where, across = QRectF(0, 0, 100, 20), QRectF(60, 5, 10, 10)
    sweep(image, QPointF(), other, where, across=across, share=0.5, towards=(1.0, 0.0))
    assert [image.pixelColor(x, 10).name() for x in (10, 61, 69, 90)] == ["#0000ff"] * 2 + ["#ff0000"] * 2


def test_a_slanting_edge_shows_no_steps() -> None:
    """Along an edge in a picture stretched by twelve it is as bright all along; stretched at once, and not
    blurred, it wavers as the edge goes over the cells.
    """
    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("black"))
    p = QPainter(image)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    light = QPainterPath()
    light.addPolygon(QPolygonF([QPointF(0, 0), QPointF(16, 0), QPointF(16, 5), QPointF(0, 11)]))
    p.fillPath(light, QColor("white"))
    p.end()
    at_once = image.scaled(192, 192, mode=Qt.TransformationMode.SmoothTransformation)
    smooth, _ = Soft(blurred(image), QRectF(0, 0, 192, 192)).large(1.0)
    assert wavers(smooth) < 0.5 * wavers(at_once)


def wavers(picture: QImage) -> int:
    """How differently bright it is along y = 132 - 0.375 x."""
    seen = [picture.pixelColor(x, round(132 - 0.375 * x)).red() for x in range(40, 152)]
    return max(seen) - min(seen)


@pytest.mark.parametrize("finer", [0.5, 1.0, 4.0])
def test_what_is_laid_over_a_picture_leaves_it_alone(finer: float) -> None:
    """However fine it is: the same shade comes under the next light too."""
    under = soft()
    before = QImage(under.image)
    top = QImage(round(8 * finer), round(4 * finer), QImage.Format.Format_ARGB32_Premultiplied)
    top.fill(QColor(255, 90, 30))
    laid = over(under, Soft(top, under.rect))
    assert under.image == before
    assert laid.image.pixelColor(laid.image.width() // 2, laid.image.height() // 2).red() == 255


def test_a_shade_ends_with_what_it_falls_on() -> None:
    """Beyond the body nothing of it is left, as on the rail of a chair that an arm does not touch."""
    shade, body = (QImage(8, 4, QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2))
    shade.fill(QColor(60, 30, 30, 90))
    body.fill(QColor(0, 0, 0, 0))
    p = QPainter(body)
    p.fillRect(0, 0, 4, 4, QColor("black"))
    p.end()
    left = within(Soft(shade, FIELD), Soft(body, FIELD)).image
    assert [left.pixelColor(x, 2).alpha() for x in (1, 3, 4, 6)] == [90, 90, 0, 0]
    assert shade.pixelColor(6, 2).alpha() == 90
