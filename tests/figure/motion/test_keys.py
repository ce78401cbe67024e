"""When in a move the person is drawn from the body."""

from itertools import pairwise

import pytest

from unhunch.figure.motion.keys import FLOW_KEY_S, KEY_S, eased_keys, eased_when, flowing_keys
from unhunch.figure.motion.moves import PARTS, between_poses, ease, turned_deg
from unhunch.figure.motion.steps import MotionData, read_motion
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import Pose
from unhunch.figure.rig.skeleton import solve

POSES = {
    "low": {},
    "up": {"arms": {"raised": 150, "around": 90}},
    "out": {"arms": {"raised": 60, "around": 90}},
}


def motion(**step: object) -> MotionData:
    base = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90}}
    steps = [{"pose": "low", "move_s": 2, "hold_s": 1}, {"pose": "up", "move_s": 3, "hold_s": 1, **step}]
    return read_motion({"view": {"yaw": 0}, "base": base, "poses": POSES, "steps": steps})


def on_the_way(t: float, via: Pose | None = None) -> Body:
    low, up = (step.pose for step in motion().steps)
    return solve(between_poses(low, up, t, via, None))


@pytest.mark.parametrize("share", [0.0, 1e-6, 0.1, 0.5, 0.77, 1.0])
def test_when_a_share_of_the_way_is_done(share: float) -> None:
    assert ease(eased_when(share)) == pytest.approx(share, abs=1e-6)


def test_a_move_that_turns_nothing_has_keys_as_far_apart_on_its_way() -> None:
    """So most of them are where it is quickest."""
    still = [on_the_way(0.0)] * 9
    keys = eased_keys(3.0, still, 0.0)
    assert len(keys) == 1 + round(3.0 / KEY_S)
    assert (keys[0], keys[-1]) == (0.0, 1.0)
    ways = [ease(b) - ease(a) for a, b in pairwise(keys)]
    assert max(ways) == pytest.approx(min(ways), rel=1e-4)


def test_a_limb_turns_as_far_from_key_to_key_by_whatever_way_it_goes() -> None:
    """By way of another pose it turns quickly at one time and slowly at another one."""
    (_, up) = motion(via="out").steps
    assert up.via is not None
    bodies = [on_the_way(k / PARTS, up.via) for k in range(PARTS + 1)]
    keys = eased_keys(1.0, bodies, 0.0)
    whole = turned_deg(bodies)
    turns = [turned_deg([on_the_way(a, up.via), on_the_way(b, up.via)]) for a, b in pairwise(keys)]
    assert whole > 100
    assert len(keys) > whole / 11
    assert max(turns) < 18


def test_a_camera_that_goes_round_has_more_keys() -> None:
    still = [on_the_way(0.0)] * 9
    assert len(eased_keys(1.0, still, 100.0)) == 17
    assert len(flowing_keys(1.0, still, 100.0)) == 17


def test_keys_of_a_flowing_move_come_at_even_times() -> None:
    keys = flowing_keys(5 * FLOW_KEY_S, [on_the_way(0.0)] * 9, 0.0)
    assert keys == pytest.approx((0.0, 0.2, 0.4, 0.6, 0.8, 1.0))
