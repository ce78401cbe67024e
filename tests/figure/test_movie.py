"""The animated PNG, read back chunk by chunk and, by Qt, as the still picture that it also is."""

import struct
import zlib

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from unhunch.figure.motion import Moment, Motion
from unhunch.figure.movie import animated_png, movie

GROUND, INK = 0xFFEEEEEE, 0xFF202020


def picture(*marks: tuple[int, int]) -> QImage:
    """A small picture with dark marks."""
    image = QImage(8, 6, QImage.Format.Format_RGB888)
    image.fill(GROUND)
    for x, y in marks:
        image.setPixel(x, y, INK)
    return image


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(kind + body)
        found.append((kind, body))
        at += length + 12
    return found


def test_a_viewer_of_stills_sees_the_first_frame(qapp) -> None:
    """Qt, which knows nothing of animated PNG, reads the first picture out of it."""
    still = QImage.fromData(animated_png([picture((1, 1)), picture((2, 2))], 80))
    assert still.convertToFormat(QImage.Format.Format_RGB888) == picture((1, 1))


def test_frames_are_told_in_order(qapp) -> None:
    """It loops for ever; every frame has its time, and the numbers of the chunks have no gap."""
    found = chunks(animated_png([picture((1, 1)), picture((2, 2)), picture((3, 3))], 80))
    assert [kind for kind, _ in found] == [
        b"IHDR", b"acTL", b"fcTL", b"IDAT", b"fcTL", b"fdAT", b"fcTL", b"fdAT", b"IEND",
    ]  # fmt: skip
    assert dict(found)[b"acTL"] == struct.pack(">II", 3, 0)
    numbers = [struct.unpack_from(">I", body)[0] for kind, body in found if kind in (b"fcTL", b"fdAT")]
    assert numbers == [0, 1, 2, 3, 4]
    times = [struct.unpack_from(">HH", body, 20) for kind, body in found if kind == b"fcTL"]
    assert times == [(80, 1000)] * 3


@pytest.mark.parametrize(
    ("second", "top", "height"), [(picture((1, 1), (4, 4)), 4, 1), (picture(), 1, 1), (picture((1, 1)), 0, 1)]
)
def test_only_rows_that_change_are_stored(qapp, second: QImage, top: int, height: int) -> None:
    """A later frame holds the rows from the first to the last difference, one row where there is none."""
    found = chunks(animated_png([picture((1, 1)), second], 80))
    place = [struct.unpack_from(">IIII", body, 4) for kind, body in found if kind == b"fcTL"][1]
    assert place == (8, height, 0, top)
    stored = zlib.decompress(next(body for kind, body in found if kind == b"fdAT")[4:])
    assert len(stored) == height * (1 + 8 * 3)


class Watcher:
    """A painter that only notes which moments it was to paint."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, float]] = []

    def paint(self, _painter: QPainter, _rect: QRectF, moment: Moment, **_: float) -> None:
        self.seen.append((moment.step, moment.hold))


@pytest.mark.parametrize(("hold_s", "frames"), [(None, 12), (1.0, 7), (0.0, 5)])
def test_long_holds_can_be_left_out(qapp, hold_s: float | None, frames: int) -> None:
    """With a longest hold the movie goes on to the next move where that is over."""
    steps = [{"pose": "a", "move_s": 1, "hold_s": 4}, {"pose": "b", "move_s": 1}]
    motion = Motion.from_mapping({"poses": {"a": {}, "b": {"chest": [9]}}, "steps": steps})
    watcher = Watcher()
    made = movie(motion, watcher, ground="white", from_s=0, to_s=6, frames_per_s=2, side_px=8, hold_s=hold_s)
    assert struct.unpack_from(">I", dict(chunks(made))[b"acTL"])[0] == len(watcher.seen) == frames
    assert {step for step, _ in watcher.seen} == {0, 1}
