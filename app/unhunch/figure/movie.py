"""A motion as an animated PNG: any browser plays it, and what cannot shows its first frame."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.sheet import MomentPainter

_COARSER = bytes(min(255, round(value / 4) * 4) for value in range(256))
"""Every fourth shade of each colour: nobody sees the difference, and a file is a third smaller."""


def movie(
    motion: Motion,
    painter: MomentPainter,
    *,
    ground: str,
    from_s: float,
    to_s: float,
    frames_per_s: int = 12,
    side_px: int = 360,
    hold_s: float | None = None,
) -> bytes:
    """Return the motion from `from_s` up to `to_s` as an animated PNG that loops, on the colour `ground`.

    With `hold_s` no pose is held longer than so many seconds: what is left out is not in the movie.
    """
    frames = []
    for moment in _moments(motion, from_s, to_s, frames_per_s, hold_s):
        image = QImage(side_px, side_px, QImage.Format.Format_RGB888)
        image.fill(ground)
        on_image = QPainter(image)
        painter.paint(on_image, QRectF(0, 0, side_px, side_px), moment)
        on_image.end()
        frames.append(_coarser(image))
    return animated_png(frames, 1000 // frames_per_s)


def _moments(
    motion: Motion, from_s: float, to_s: float, frames_per_s: int, hold_s: float | None
) -> Iterator[Moment]:
    for number in range(max(1, round((to_s - from_s) * frames_per_s))):
        moment = motion.sample(from_s + number / frames_per_s)
        held_s = moment.hold * motion.steps[moment.step].hold_s
        if number == 0 or hold_s is None or held_s <= hold_s:
            yield moment


def animated_png(frames: Sequence[QImage], frame_ms: int) -> bytes:
    """Join pictures of one size and of format RGB888 into an animated PNG; each is shown for `frame_ms`."""
    first, *others = [_of_pillow(frame) for frame in frames]
    made = BytesIO()
    first.save(
        made,
        "PNG",
        save_all=True,
        append_images=others,
        duration=frame_ms,
        loop=0,
        compress_level=9,
    )
    return made.getvalue()


def _of_pillow(image: QImage) -> Image.Image:
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def _coarser(image: QImage) -> QImage:
    pixels = bytes(image.constBits()).translate(_COARSER)
    return QImage(pixels, image.width(), image.height(), image.bytesPerLine(), image.format()).copy()
