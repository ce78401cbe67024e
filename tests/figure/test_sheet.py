"""The contact sheet: which moments, in what arrangement."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot
from tests.library import STRETCHES

from unhunch.domain.stretch import Form
from unhunch.figure.motion.breath import breaths_in
from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.sheet import different_steps, key_times, sheet

FORMS = [pytest.param(form, id=f"{s.id} {form.id}") for s in STRETCHES.values() for form in s.forms]


def motion() -> Motion:
    steps = [{"pose": p, "move_s": 1, "hold_s": 2} for p in ("stand", "lean", "stand", "lean", "stand")]
    poses = {"stand": {}, "lean": {"chest": [0, 20]}}
    return Motion.from_mapping({"poses": poses, "steps": steps})


class RecordingPainter:
    """Fills its rectangle and remembers what it was asked to paint."""

    def __init__(self) -> None:
        self.painted: list[tuple[QRectF, int, float]] = []

    def paint(self, painter: QPainter, rect: QRectF, moment: Moment, **_options: Any) -> None:
        self.painted.append((rect, moment.step, moment.hold))
        painter.fillRect(rect, QColor("red"))


def test_repeats_are_left_out() -> None:
    """Of steps that look the same, the first is shown."""
    assert different_steps(motion()) == [0, 1, 2]


def test_the_key_poses_come_before_moments_between() -> None:
    """A short sheet shows the held poses; a longer one adds the ways there, in the order of time."""
    assert [motion().sample(t).hold > 0 for t in key_times(motion(), 3)] == [True, True, True]
    times = key_times(motion(), 5)
    assert times == sorted(times)
    assert sum(motion().sample(t).hold == 0 for t in times) == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_page_shows_the_arrow_of_every_movement(form: Form) -> None:
    """Each movement of the first side is in one of twelve pictures with its arrow whole."""
    shown = Motion.from_mapping(form.motion)
    told = [t for t in key_times(shown, 12) if shown.sample(t).cue_strength == 1]
    moves: dict[object, list[tuple[float, float]]] = {}
    for i, step in enumerate(shown.steps):
        if step.cues and not step.mirror:
            start_s = shown.starts_at_s(i)
            moves.setdefault((step.pose, step.cues), []).append((start_s, start_s + step.move_s))
    assert moves
    assert all(any(a < t <= b for a, b in times for t in told) for times in moves.values())


@pytest.mark.parametrize("form", FORMS)
def test_a_page_shows_what_is_held_on_both_sides(form: Form) -> None:
    """However many arrows there are, every pose held for a breath is among twelve pictures."""
    shown = Motion.from_mapping(form.motion)
    moments = [shown.sample(t) for t in key_times(shown, 12)]
    held = {step.pose for step in shown.steps if breaths_in(step.hold_s)}
    assert held <= {shown.steps[m.step].pose for m in moments if m.move >= 1}


def test_the_pictures_fill_rows(qtbot: QtBot) -> None:
    """Five pictures in three columns make two rows, each inside the sheet and none on another."""
    painter = RecordingPainter()
    image = sheet(motion(), painter, 5, frame_px=40, columns=3)
    rects = [rect for rect, _, _ in painter.painted]
    assert len(rects) == 5
    assert len({rect.top() for rect in rects}) == 2
    assert all(QRectF(image.rect()).contains(rect) for rect in rects)
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
    assert image.pixelColor(rects[4].center().toPoint()) == QColor("red")


def test_chosen_times_are_shown() -> None:
    """An author may name the moments."""
    painter = RecordingPainter()
    sheet(motion(), painter, frame_px=10, times_s=[0.5, 4.5], captions=False)
    assert [step for _, step, _ in painter.painted] == [0, 1]
