"""A contact sheet of a motion for its author, and the moments worth looking at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from unhunch.figure.motion.motion import Moment, Motion

_GAP_PX = 4
_CAPTION_PX = 16


class MomentPainter(Protocol):
    """What a sheet or a movie needs of a painter; `painter.FigurePainter` is one."""

    def paint(
        self, painter: QPainter, rect: QRectF, moment: Moment, *, device_pixel_ratio: float = 1.0
    ) -> None:
        """Paint the moment into `rect`, in logical pixels."""


def different_steps(motion: Motion) -> list[int]:
    """The steps that look different: a repeat of an earlier one is left out."""
    first: dict[object, int] = {}
    for i, step in enumerate(motion.steps):
        first.setdefault((motion.steps[i - 1].pose, step.pose, step.cues, step.focus), i)
    return sorted(first.values())


def key_times(motion: Motion, frames: int) -> list[float]:
    """Up to `frames` times worth a picture: first the key poses, then moments on the way to them."""
    steps = different_steps(motion)
    held = [motion.starts_at_s(i) + motion.steps[i].move_s + 0.4 * motion.steps[i].hold_s for i in steps]
    moving = [
        motion.starts_at_s(i) + motion.steps[i].move_s * share
        for share in (0.5, 0.3, 0.75)
        for i in steps
        if motion.steps[i - 1].pose != motion.steps[i].pose
    ]
    end = motion.total_s - 1e-3
    return sorted(min(t, end) for t in (held + moving)[: max(1, frames)])


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
