"""A motion as an animated PNG: any browser plays it, and what cannot shows its first frame."""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from unhunch.figure.motion import Moment, Motion

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEEP, _REPLACE = 0, 0
"""What becomes of a frame when its time is over, and how the next one is laid on it."""

_COARSER = bytes(min(255, round(value / 4) * 4) for value in range(256))
"""Every fourth shade of each colour: nobody sees the difference, and a file is a third smaller."""


class MomentPainter(Protocol):
    """What a movie needs of a painter; `painter.FigurePainter` is one."""

    def paint(
        self, painter: QPainter, rect: QRectF, moment: Moment, *, device_pixel_ratio: float = 1.0
    ) -> None:
        """Paint the moment into `rect`, in logical pixels."""


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
    out = [_SIGNATURE]
    number = 0
    for at, (top, image) in enumerate(_changes(frames)):
        header, data = _encoded(image)
        if at == 0:
            out += [_chunk(b"IHDR", header), _chunk(b"acTL", struct.pack(">II", len(frames), 0))]
        place = struct.pack(">IIIII", number, image.width(), image.height(), 0, top)
        out.append(_chunk(b"fcTL", place + struct.pack(">HHBB", frame_ms, 1000, _KEEP, _REPLACE)))
        number += 1
        if at == 0:
            out.append(_chunk(b"IDAT", data))
        else:
            out.append(_chunk(b"fdAT", struct.pack(">I", number) + data))
            number += 1
    return b"".join([*out, _chunk(b"IEND", b"")])


def _coarser(image: QImage) -> QImage:
    pixels = bytes(image.constBits()).translate(_COARSER)
    return QImage(pixels, image.width(), image.height(), image.bytesPerLine(), image.format()).copy()


def _changes(frames: Iterable[QImage]) -> Iterator[tuple[int, QImage]]:
    """The first frame, and of each later one the rows that differ from the one before: (top row, picture)."""
    before: list[bytes] | None = None
    for image in frames:
        size = image.bytesPerLine()
        pixels = bytes(image.constBits())
        rows = [pixels[start : start + size] for start in range(0, len(pixels), size)]
        differ = [y for y, row in enumerate(rows) if before is None or row != before[y]] or [0]
        before = rows
        yield differ[0], image.copy(0, differ[0], image.width(), differ[-1] - differ[0] + 1)


def _encoded(image: QImage) -> tuple[bytes, bytes]:
    """The header and the pixels of the image as PNG has them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(100)
    writer.write(image)
    png = bytes(buffer.data().data())
    header, data, at = b"", b"", len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        header = body if kind == b"IHDR" else header
        data += body if kind == b"IDAT" else b""
        at += length + 12
    return header, data


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
