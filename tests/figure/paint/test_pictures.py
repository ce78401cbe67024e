from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.paint.pictures import PictureStore

SIDE = 50
BYTES = SIDE * SIDE * 4


def picture(colour: str) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2.0)
    image.fill(QColor(0, 0, 0, 0))
    qp = QPainter(image)
    qp.fillRect(3, 4, 10, 12, QColor(colour))
    qp.end()
    return image


def test_a_picture_comes_back_as_it_was() -> None:
    """Plain or packed, what was kept is what one gets, with its place and its device pixel ratio."""
    store = PictureStore(BYTES, BYTES)
    store.put("red", picture("red"), QPointF(3, 4))
    store.tidy()
    store.put("blue", picture("blue"), QPointF(5, 6))  # pushes the plain red one out
    found = store.get("red")
    assert found is not None
    image, at = found
    assert image == picture("red")
    assert image.devicePixelRatio() == 2.0
    assert at == QPointF(3, 4)


def test_what_has_to_make_room_is_packed() -> None:
    """A movement longer than the room for plain pictures comes again whole, even if nobody ever had time."""
    store = PictureStore(2 * BYTES, BYTES)
    for n in range(20):
        store.put(n, picture("red"), QPointF(n, 0))
    for n in range(20):
        found = store.get(n)
        assert found is not None
        assert found[1] == QPointF(n, 0)
        assert found[0] == picture("red")


def test_what_does_not_come_again_is_not_packed() -> None:
    """It is there as long as there is room for it as it is."""
    store = PictureStore(BYTES, BYTES)
    store.put("red", picture("red"), QPointF(), again=False)
    assert store.get("red") is not None
    store.put("blue", picture("blue"), QPointF(), again=False)
    assert store.get("red") is None
    assert store.size_bytes == BYTES


def test_the_oldest_unpacked_picture_goes_first() -> None:
    """Where there is no room for packed ones, the picture not used for longest is dropped."""
    store = PictureStore(2 * BYTES, 0)
    for name in ("red", "blue"):
        store.put(name, picture(name), QPointF())
    store.get("red")
    store.put("green", picture("green"), QPointF())
    for _ in range(3):
        store.tidy()
    assert store.get("blue") is None
    assert store.get("red") is not None
    assert store.get("green") is not None


def test_a_picture_waits_a_while_to_be_packed() -> None:
    """Not while others are drawn, but before they take more than three times the room of plain ones."""
    store = PictureStore(2 * BYTES, BYTES)
    for n in range(6):
        store.put(n, picture("red"), QPointF())
    assert store.size_bytes == 6 * BYTES
    store.put(6, picture("red"), QPointF())
    assert 6 * BYTES < store.size_bytes < 7 * BYTES
    for _ in range(7):
        store.tidy()
    assert 2 * BYTES < store.size_bytes < 3 * BYTES


def test_both_kinds_are_bounded() -> None:
    """The store never holds more than its two limits together."""
    store = PictureStore(3 * BYTES, 300)
    for i in range(40):
        store.put(i, picture("red"), QPointF(i, 0))
        store.tidy()
        assert store.size_bytes <= 3 * BYTES + 300
    store.clear()
    assert store.size_bytes == 0
    assert store.get(39) is None
    store.tidy()


def test_a_picture_larger_than_the_room_is_not_kept() -> None:
    """What does not fit even while it waits to be packed is not kept, and pushes nothing out."""
    store = PictureStore(BYTES // 3 - 1, BYTES)
    store.put("red", picture("red"), QPointF())
    assert store.size_bytes == 0


def test_a_picture_larger_than_the_room_for_plain_ones_is_packed() -> None:
    """It is there again as soon as it is packed, and takes no more room than that."""
    store = PictureStore(BYTES - 1, BYTES)
    store.put("red", picture("red"), QPointF())
    store.tidy()
    assert 0 < store.size_bytes < BYTES / 4
    found = store.get("red")
    assert found is not None
    assert found[0] == picture("red")
    assert store.size_bytes < BYTES / 4


def test_a_picture_too_large_to_pack_in_a_move_is_kept_of_a_hold() -> None:
    """There the next frame is far off."""
    image = QImage(1600, 1200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(1, 2, 3, 4))
    for calm in (False, True):
        store = PictureStore(image.sizeInBytes() - 1, image.sizeInBytes())
        store.put("large", image, QPointF(), calm=calm)
        store.tidy()
        assert (store.get("large") is not None) is calm
