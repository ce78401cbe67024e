"""A contact sheet of a motion for its author, and the moments worth looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from unhunch.figure.motion.breath import breaths_in
from unhunch.figure.motion.motion import Moment, Motion

_GAP_PX = 4
_CAPTION_PX = 16
_TOLD = (1.0, 0.5, 0.4, 0.6, 0.3, 0.7)
"""The shares of a move at which its arrow may be shown, the best first."""


class MomentPainter(Protocol):
    """What a sheet or a movie needs of a painter; `painter.FigurePainter` is one."""

    def paint(
        self, painter: QPainter, rect: QRectF, moment: Moment, *, device_pixel_ratio: float = 1.0
    ) -> None:
        """Paint the moment into `rect`, in logical pixels."""


def different_steps(motion: Motion) -> list[int]:
    """The steps that look different: a repeat of an earlier one is left out."""
    steps = motion.steps
    looks = [(steps[i - 1].pose, step.pose, step.cues, step.focus) for i, step in enumerate(steps)]
    return _firsts(range(len(steps)), looks.__getitem__)


def key_times(motion: Motion, frames: int) -> list[float]:
    """Up to `frames` times worth a picture, in order.

    First come the poses that make the stretch, then a moment of every movement with its arrow; then both of
    the other side; then the poses between, and moments on the way to them.
    """
    steps = different_steps(motion)
    ways = [i for i in steps if motion.steps[i - 1].pose != motion.steps[i].pose]
    times = [
        *_telling_times(motion, other_side=False),
        *_telling_times(motion, other_side=True),
        *(_held_s(motion, i) for i in steps),
        *(_moving_s(motion, i, share) for share in (0.5, 0.3, 0.75) for i in ways),
    ]
    end = motion.total_s - 1e-3
    return sorted(list(dict.fromkeys(min(t, end) for t in times))[: max(1, frames)])


def _telling_times(motion: Motion, *, other_side: bool) -> Iterator[float]:
    """Times for one side's poses, the start and those held for a breath, and for its arrows; each once."""
    steps = motion.steps
    side = [i for i in different_steps(motion) if steps[i].mirror == other_side]
    poses = [i for i in side if i == 0 or breaths_in(steps[i].hold_s)]
    for i in _firsts(poses, lambda i: (steps[i].pose, steps[i].focus)):
        yield _held_s(motion, i)
    for i in _firsts((i for i in side if steps[i].cues), lambda i: (steps[i].pose, steps[i].cues)):
        yield _moving_s(motion, i, _told_share(motion, i))


def _firsts(steps: Iterable[int], look: Callable[[int], object]) -> list[int]:
    """The first step of each look."""
    first: dict[object, int] = {}
    for i in steps:
        first.setdefault(look(i), i)
    return list(first.values())


def _told_share(motion: Motion, i: int) -> float:
    """The share of a move at which its arrow tells most: at its end if it stays, else about half way."""
    return max(_TOLD, key=lambda share: motion.sample(_moving_s(motion, i, share)).cue_strength)


def _held_s(motion: Motion, i: int) -> float:
    return motion.starts_at_s(i) + motion.steps[i].move_s + 0.4 * motion.steps[i].hold_s


def _moving_s(motion: Motion, i: int, share: float) -> float:
    return motion.starts_at_s(i) + motion.steps[i].move_s * share


def sheet(
    motion: Motion,
    painter: MomentPainter,
    frames: int = 12,
    *,
    frame_px: int = 300,
    columns: int = 6,
    times_s: Sequence[float] | None = None,
    captions: bool = True,
) -> QImage:
    """Small pictures of a motion, row by row: at `times_s`, or at up to `frames` moments worth looking at."""
    times = list(times_s) if times_s is not None else key_times(motion, frames)
    columns = max(1, min(columns, len(times)))
    rows = -(-len(times) // columns)
    cell_w, cell_h = frame_px + _GAP_PX, frame_px + _GAP_PX + (_CAPTION_PX if captions else 0)
    image = QImage(
        columns * cell_w + _GAP_PX, rows * cell_h + _GAP_PX, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor("#808080"))
    on_sheet = QPainter(image)
    on_sheet.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont()
    font.setPixelSize(11)
    on_sheet.setFont(font)
    for n, t in enumerate(times):
        x, y = n % columns * cell_w + _GAP_PX, n // columns * cell_h + _GAP_PX
        moment = motion.sample(t)
        on_sheet.setPen(Qt.PenStyle.NoPen)
        painter.paint(on_sheet, QRectF(x, y, frame_px, frame_px), moment)
        if captions:
            on_sheet.setPen(QColor("white"))
            text = f"{t:.1f} s   step {moment.step + 1}   move {moment.move:.0%}   hold {moment.hold:.0%}"
            on_sheet.drawText(QPointF(x, y + frame_px + 12), text)
    on_sheet.end()
    return image
