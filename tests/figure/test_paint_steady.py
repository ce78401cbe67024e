"""Nothing jumps while the figure moves: what changes places goes over bit by bit.

A jump is told from a quick movement by halving the time between two pictures: of a movement half is left each
time, a jump stays whole. A pop is over in a frame or two: there much more changes in a spot of the picture
than round it in the frames before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from tests.library import FORMS, motion_of

from unhunch.figure.motion.motion import Motion
from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE, Person

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


def moves_of(motion: Motion) -> list[int]:
    """The steps that move differently, the first of each."""
    moves = {(motion.steps[i - 1].pose, step.pose): i for i, step in reversed([*enumerate(motion.steps)])}
    return sorted(moves.values())


def jumps(motion: Motion, frames_per_s: float) -> Iterator[str]:
    """Every jump in every different move of a motion."""
    painter = FigurePainter(PEOPLE[0], cache_bytes=0)
    for i in moves_of(motion):
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


FRAMES_PER_S = 60
SPOTS = 20
POP = 28
"""A pop is seen when a spot, a twentieth of the picture wide, changes by so much of 255 in a frame."""
ABOVE = 1.8
"""And by so many times as much as it and those round it do in any of the `NEAR` frames before and after."""
NEAR = 4


def frame(painter: FigurePainter, motion: Motion, t_s: float) -> QImage:
    """The picture at a time, with its arrows."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    qp = QPainter(image)
    painter.paint(qp, QRectF(0, 0, SIZE, SIZE), motion.sample(t_s))
    qp.end()
    return image


def spots(before: QImage, after: QImage) -> list[list[int]]:
    """How much each spot changes, row by row."""
    changed = before.copy()
    qp = QPainter(changed)
    qp.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    qp.drawImage(0, 0, after)
    qp.end()
    aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    means = changed.scaled(SPOTS, SPOTS, aspect, smooth)
    blue_green_red = bytes(means.constBits())
    flat = [max(blue_green_red[4 * n : 4 * n + 3]) for n in range(SPOTS * SPOTS)]
    return [flat[row * SPOTS : (row + 1) * SPOTS] for row in range(SPOTS)]


def usual(around: list[list[list[int]]], row: int, column: int) -> int:
    """The most that a spot or one beside it changes in some frames."""
    rows, columns = (slice(max(0, at - 1), at + 2) for at in (row, column))
    return max((max(line[columns]) for one in around for line in one[rows]), default=0)


def pops(motion: Motion, i: int, person: Person) -> Iterator[str]:
    """Every pop in the move of a step: what changes by more than `POP` of 255 at once."""
    painter = FigurePainter(person, cache_bytes=0)
    start_s, count = motion.starts_at_s(i), round(motion.steps[i].move_s * FRAMES_PER_S)
    frames = (frame(painter, motion, start_s + k / FRAMES_PER_S) for k in range(count + 1))
    changes = [spots(*both) for both in pairwise(frames)]
    for k, change in enumerate(changes):
        around = changes[max(0, k - NEAR) : k] + changes[k + 1 : k + 1 + NEAR]
        for row, line in enumerate(change):
            for column, much in enumerate(line):
                if much > POP and much > ABOVE * usual(around, row, column):
                    into_s = (k + 1) / FRAMES_PER_S
                    yield f"step {i + 1}, {into_s:.2f} s into its move: {much} at {row}, {column}"


@pytest.mark.parametrize(
    ("stretch", "form", "step", "who"),
    [
        ("cat-cow", "floor", 3, 0),
        ("cat-cow", "sitting", 4, 0),
        ("childs-pose-arms-back", "floor", 3, 1),
        ("knee-to-chest", "floor", 2, 0),
        ("knee-to-chest", "floor", 3, 0),
        ("knee-to-chest", "sitting", 5, 0),
    ],
    ids=[
        "head over arrow",
        "chest that bends",
        "mouth of a sleeve",
        "hem over seat",
        "far hand",
        "hem over thigh",
    ],
)
def test_what_changes_places_does_not_pop(stretch: str, form: str, step: int, who: int) -> None:
    """However quick the move is, it takes many frames."""
    assert list(pops(motion_of(stretch, form), step - 1, PEOPLE[who])) == []


@pytest.mark.long
@pytest.mark.parametrize("who", PEOPLE[:2], ids=lambda who: who.id)
@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_no_move_of_anybody_pops(stretch: str, form: str, who: Person) -> None:
    """In no move of any form."""
    motion = motion_of(stretch, form)
    assert [pop for i in moves_of(motion) for pop in pops(motion, i, who)] == []
