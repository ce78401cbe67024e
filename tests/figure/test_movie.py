"""The animated PNG, read back frame by frame and, by Qt, as the still picture that it also is."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.movie import animated_png, movie

GROUND, INK = 0xFFEEEEEE, 0xFF202020


def picture(*marks: tuple[int, int]) -> QImage:
    """A small picture with dark marks."""
    image = QImage(8, 6, QImage.Format.Format_RGB888)
    image.fill(GROUND)
    for x, y in marks:
        image.setPixel(x, y, INK)
    return image


def opened(png: bytes) -> Image.Image:
    """The movie as another program sees it."""
    return Image.open(BytesIO(png))


def test_a_viewer_of_stills_sees_the_first_frame(qapp) -> None:
    """Qt, which knows nothing of animated PNG, reads the first picture out of it."""
    still = QImage.fromData(animated_png([picture((1, 1)), picture((2, 2))], 80))
    assert still.convertToFormat(QImage.Format.Format_RGB888) == picture((1, 1))


def test_frames_are_told_in_order(qapp) -> None:
    """It loops for ever, each frame is the picture given, and has its time."""
    pictures = [picture((1, 1)), picture((2, 2)), picture((3, 3))]
    made = opened(animated_png(pictures, 80))
    assert made.info["loop"] == 0
    for number, given in enumerate(pictures):
        made.seek(number)
        assert made.info["duration"] == 80
        assert made.convert("RGB").getpixel((number + 1, number + 1)) == (0x20, 0x20, 0x20)
        assert made.convert("RGB").tobytes() == b"".join(
            bytes(given.constScanLine(y))[: 3 * given.width()] for y in range(given.height())
        )


def test_a_frame_like_the_one_before_is_not_stored_again(qapp) -> None:
    """What does not change is shown for longer."""
    made = opened(animated_png([picture((1, 1)), picture((1, 1)), picture()], 80))
    assert (made.n_frames, made.info["duration"]) == (2, 160)


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
    movie(motion, watcher, ground="white", from_s=0, to_s=6, frames_per_s=2, side_px=8, hold_s=hold_s)
    assert len(watcher.seen) == frames
    assert {step for step, _ in watcher.seen} == {0, 1}
