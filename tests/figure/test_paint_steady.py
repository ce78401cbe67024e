"""Nothing jumps while the figure moves: parts that change places fade into each other.

A jump is told from a quick movement by halving the time between two pictures: of a movement half is left each
time, a jump stays whole.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from tests.library import FORMS, motion_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE

SIZE = 240
HALVINGS = 8
JUMP = 0.003
"""A jump is seen when it changes so much of the picture's light at once: a patch as wide as an eighteenth of
the picture, from black to white."""


def shades(painter: FigurePainter, motion: Motion, t_s: float) -> bytes:
    """The picture at a time, in shades of grey, one byte a pixel."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    qp = QPainter(image)
    painter.paint(qp, QRectF(0, 0, SIZE, SIZE), motion.sample(t_s), cues=False)
    qp.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def change(a: bytes, b: bytes) -> float:
    """How much of the light differs between two pictures, 0 to 1."""
    return sum(abs(p - q) for p, q in zip(a, b, strict=True) if p != q) / (255 * SIZE * SIZE)


def jump_between(painter: FigurePainter, motion: Motion, start_s: float, end_s: float) -> float:
    """What is left of the change between two times when they are brought together; 0 for a movement."""
    first, last = shades(painter, motion, start_s), shades(painter, motion, end_s)
    left = change(first, last)
    for _ in range(HALVINGS):
        if left < JUMP:
            return 0.0
        middle_s = (start_s + end_s) / 2
        middle = shades(painter, motion, middle_s)
        before, after = change(first, middle), change(middle, last)
        if before > after:
            end_s, last, left = middle_s, middle, before
        else:
            start_s, first, left = middle_s, middle, after
    return left


def jumps(motion: Motion, frames_per_s: float) -> Iterator[str]:
    """Every jump in every different move of a motion."""
    painter = FigurePainter(PEOPLE[0], cache_bytes=0)
    moves = {(motion.steps[i - 1].pose, step.pose): i for i, step in reversed([*enumerate(motion.steps)])}
    for i in sorted(moves.values()):
        start_s, step = motion.starts_at_s(i), motion.steps[i]
        count = max(1, round(step.move_s * frames_per_s))
        for k in range(count):
            a, b = (start_s + step.move_s * n / count for n in (k, k + 1))
            size = jump_between(painter, motion, a, b - 1e-7)
            if size >= JUMP:
                yield f"step {i + 1}, {a - start_s:.2f} s into its move: {size:.4f}"


@pytest.mark.parametrize(
    ("stretch", "form"), [("thread-the-needle", "floor"), ("childs-pose-arms-back", "floor")]
)
def test_limbs_that_cross_do_not_jump(stretch: str, form: str) -> None:
    """Where an arm passes under the head, or the trunk comes down on the thighs, nothing jumps."""
    assert list(jumps(motion_of(stretch, form), 4)) == []


@pytest.mark.long
@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_no_move_of_any_stretch_jumps(stretch: str, form: str) -> None:
    """In no move of any form is there a jump from one frame to the next, at 60 frames a second."""
    assert list(jumps(motion_of(stretch, form), 60)) == []
