"""Folds of a shirt: where a body bends or twists, and nowhere else."""

import pytest
from tests.library import motion_of

from unhunch.figure.body.bends import drawn_up_of
from unhunch.figure.body.folds import pulled
from unhunch.figure.painter import camera_for
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import solve


def folds_of(stretch: str, step: int) -> int:
    """How many folds the shirt has at the end of a step on the floor."""
    motion = motion_of(stretch, "floor")
    moment = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s + 0.01)
    body = solve(moment.pose)
    drawn_up = {s: drawn_up_of(body, s) for s, _ in SIDES}
    return len(list(pulled(body, camera_for(moment.view, 400, 400, 1.0), 1.0, drawn_up)))


@pytest.mark.parametrize("stretch", ["cat-cow", "childs-pose-arms-back", "thread-the-needle"])
def test_a_level_back_on_all_fours_is_smooth(stretch: str) -> None:
    """At rest nothing draws the cloth."""
    assert folds_of(stretch, 0) == 0


@pytest.mark.parametrize("step", [1, 2])
def test_cat_and_cow_fold_on_the_short_side_of_their_bend(step: int) -> None:
    """Three folds come in from where the cloth is pressed together, on the side that is seen."""
    assert folds_of("cat-cow", step) == 3


def test_a_twisted_back_folds_in_a_spiral() -> None:
    """The one of a threaded arm, of which the flank is seen: the folds that come round it from the hip."""
    assert folds_of("thread-the-needle", 2) >= 3
