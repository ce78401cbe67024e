"""What the break window tells at each moment."""

import pytest
from tests.ui.test_break_window import GUIDES


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_something_is_told_at_every_moment(name):
    """Words, a share and a count belong to every second, the ends included."""
    guide = GUIDES[name]
    for tenth in range(-5, round(guide.form.total_s * 10) + 20):
        telling = guide.at(tenth / 10)
        assert telling.words
        assert 0 <= telling.share <= 1
        assert telling.left_s >= 0


def test_a_flowing_movement_counts_as_one():
    """Circles that go on and on are counted down as a whole, not step by step."""
    guide = GUIDES["shoulder-roll"]
    middle_s = guide.form.total_s * 0.3
    assert guide.at(middle_s).left_s > 3
    assert guide.at(middle_s).share == pytest.approx(guide.at(middle_s + 0.01).share, abs=0.01)


def test_holding_begins_when_the_movement_has_arrived():
    """In a step with a long hold the count stands at the full hold until the pose is reached."""
    guide = GUIDES["overhead-reach"]
    at = next(i for i, step in enumerate(guide.form.steps) if step.hold_s >= 3)
    begin_s = sum(s.move_s + s.hold_s for s in guide.form.steps[:at])
    step = guide.form.steps[at]
    assert guide.at(begin_s + step.move_s / 2).left_s == step.hold_s
    assert not guide.at(begin_s + step.move_s / 2).holding
    assert guide.at(begin_s + step.move_s + 1).holding
    assert guide.at(begin_s + step.move_s + 1).left_s == pytest.approx(step.hold_s - 1)


def test_the_still_shows_a_hold():
    """A still is taken from the middle of a hold where there is one."""
    guide = GUIDES["overhead-reach"]
    assert guide.at(guide.still_s).holding


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_the_still_tells_the_movement(name):
    """A still shows what is stretched, and with an arrow which way one gets there."""
    still = GUIDES[name].still
    assert still.focus
    assert still.cue_strength == 1
    assert still.cues


@pytest.mark.parametrize("name", ["overhead-reach", "neck-flexion"])
def test_the_breath_goes_with_the_figures(name):
    """In every hold the cue breathes as the figure's chest does, in whole breaths from empty to empty."""
    guide = GUIDES[name]
    begin_s = 0.0
    for step in guide.form.steps:
        hold_begins_s = begin_s + step.move_s
        begin_s = hold_begins_s + step.hold_s
        if step.hold_s < 3:
            continue
        assert guide.at(hold_begins_s + 0.01).inhaling
        assert not guide.at(begin_s - 0.01).inhaling
        assert guide.at(begin_s - 0.01).breath == pytest.approx(0, abs=0.01)
        for share in (0.1, 0.3, 0.5, 0.8):
            at_s = hold_begins_s + share * step.hold_s
            assert guide.at(at_s).breath == pytest.approx(guide.motion.sample(at_s).breath, abs=0.1)
