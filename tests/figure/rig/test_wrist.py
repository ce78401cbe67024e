"""A hand on its forearm: its three angles, and how far it goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unhunch.figure.rig.vectors import IDENTITY, angle, cross, dot, pitched, rolled, yawed
from unhunch.figure.rig.wrist import WRIST_BEND, folded, hand_angles, hand_at, hand_on_floor

_F = pitched(rolled(yawed(IDENTITY, 30), 20), 50)
PLAIN = (cross(_F[1], _F[2]), _F[1], _F[2])


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(-170, 170), st.sampled_from([1.0, -1.0]))
def test_angles_and_frame_say_the_same(bend: float, aside: float, turn: float, sx: float) -> None:
    """A hand put at three angles is measured to stand at them."""
    measured = hand_angles(PLAIN, hand_at(PLAIN, (bend, aside, turn), sx), sx)
    assert measured == pytest.approx((bend, aside, turn), abs=1e-6)


def test_bending_goes_towards_the_palm_and_aside_towards_the_thumb() -> None:
    """On both sides a bent hand looks to where its palm looked."""
    for sx in (1.0, -1.0):
        _, fingers, _ = hand_at(PLAIN, (60, 0, 0), sx)
        assert dot(fingers, PLAIN[2]) > 0.8
        x, fingers, _ = hand_at(PLAIN, (0, 30, 0), sx)
        assert angle(fingers, PLAIN[1]) == pytest.approx(30)
        assert dot(x, PLAIN[1]) * sx > 0


@given(st.floats(-180, 180), st.floats(-180, 180))
def test_a_hand_never_leaves_its_limits_nor_jumps(a: float, b: float) -> None:
    """What is asked beyond the limits stays inside, and a small change of it changes little."""
    low, high = WRIST_BEND
    assert low <= folded(a, WRIST_BEND) <= high
    gap = min(abs(a - b), 360 - abs(a - b))
    assert abs(folded(a, WRIST_BEND) - folded(b, WRIST_BEND)) <= gap * 1.01 + 1e-9


def test_fingers_do_not_go_through_the_floor() -> None:
    """A hand low over the floor is tilted until its fingers lie along it."""
    fingers = hand_on_floor(((1, 0, 0), (0, -0.8, 0.6), (0, -0.6, -0.8)), -0.1)[1]
    assert fingers[1] == pytest.approx(-0.1)
    assert fingers[2] > 0.9
