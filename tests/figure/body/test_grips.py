"""How hands hold: told by the pose, and kept for as long as they hold."""

from dataclasses import replace
from itertools import product

import pytest
from tests.library import STRETCHES, motion_of

from unhunch.figure.body.grips import CUPPED, FLAT, HANGING, HEAD, LAID, OPEN, PRESSED, RING, SPREAD, curls
from unhunch.figure.motion.motion import Motion
from unhunch.figure.rig.limits import joint_angles
from unhunch.figure.rig.pose import Arm, ArmAngles, ArmReach, Between, Limb, Pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import Vec, sub, to_local


@pytest.mark.parametrize(
    ("arm", "curl"),
    [
        (Pose().arm_l, HANGING),
        (ArmReach((20, 2.6, 10)), FLAT),
        (ArmReach((20, 2.6, 10), fingers=(0, 0, 1), palm=(0, -1, 0)), PRESSED),
        (ArmReach((20, 2.6, 10), fingers=(0, 0, 1), palm=(0, 1, 0)), OPEN),
        (ArmReach((46, 160, -2), fingers=(0, 1, 0), palm=(1, 0, 0)), PRESSED),
        (ArmReach((46, 160, 24), elbow_to=(0, -1, 0), turn=110), PRESSED),
        (ArmReach((20, 100, 0), fingers=(-0.35, -0.75, 0.55), palm=(-1, 0, -0.5)), FLAT),
        (ArmReach((23, 80, 0), fingers=(0, -1, 0.15), palm=(-1, 0, -0.25)), HANGING),
        (ArmReach((1, 7, -15), of="knee_same"), LAID),
        (ArmReach((6, -6, 6), of="knee_other"), CUPPED),
        (ArmReach((5, -2, 5), of="wrist_r"), RING),
        (ArmReach((9, 9, -6), of="head"), HEAD),
        (ArmAngles(raised=150, palm=(0, 0, 1)), SPREAD),
    ],
)
def test_a_hand_closes_for_what_it_holds(arm: Limb, curl: float) -> None:
    """Loose while it hangs, spread in the air, pressed on floor and wall, open where it lies on its back,
    flat on a hip, laid on a thigh, cupped behind the head, round a shin below the knee, closed round a
    wrist.
    """
    assert curls(replace(Pose(), arm_l=arm))["l"] == curl  # type: ignore[arg-type]


def test_a_hand_closes_gradually_on_its_way() -> None:
    """Half way to a head it is half as closed; round a wrist it closes as it arrives, opens as it leaves."""

    def closed(start: Arm, end: Arm, t: float) -> float:
        return curls(replace(Pose(), arm_l=Between(start, end, t)))["l"]

    hangs, head, wrist = ArmAngles(), ArmReach((5, 2, 5), of="head"), ArmReach((5, -2, 5), of="wrist_r")
    assert closed(hangs, head, 0.5) == pytest.approx((HANGING + curls(replace(Pose(), arm_l=head))["l"]) / 2)
    assert closed(hangs, wrist, 0.5) == pytest.approx(HANGING)
    assert closed(hangs, wrist, 0.8) == pytest.approx((HANGING + RING) / 2)
    assert closed(wrist, hangs, 0.2) == pytest.approx((HANGING + RING) / 2)
    assert closed(wrist, hangs, 0.5) == pytest.approx(HANGING)


def test_a_hand_hangs_loose_while_its_wrist_is_held() -> None:
    """It was open in the air, and gets there while the other hand comes to its wrist."""
    open_up, holds = ArmAngles(raised=150, palm=(0, 0, 1)), ArmReach((5, -2, 5), of="wrist_l")
    for t, curl in ((0.0, SPREAD), (0.5, (SPREAD + HANGING) / 2), (1.0, HANGING)):
        coming = replace(Pose(), arm_l=open_up, arm_r=Between(open_up, holds, t))
        assert curls(coming)["l"] == pytest.approx(curl)


def test_a_hand_that_turns_on_its_back_is_loose_on_the_way() -> None:
    """It closes as it leaves the floor, and back there it spreads only as it comes down."""
    pressed = ArmReach((20, 2.6, 10), fingers=(0, 0, 1), palm=(0, -1, 0))
    on_back = replace(pressed, palm=(0, 1, 0))
    for start, end in ((pressed, on_back), (on_back, pressed)):
        assert curls(replace(Pose(), arm_l=Between(start, end, 0.5)))["l"] == pytest.approx(OPEN)


@pytest.mark.parametrize(
    ("start", "end", "closed", "opened"),
    [
        (ArmReach((20, 2.6, 10)), ArmReach((20, 2.6, 10), fingers=(0, 0, 1), palm=(0, -1, 0)), FLAT, PRESSED),
        (ArmAngles(), ArmAngles(raised=150, palm=(0, 0, 1)), HANGING, SPREAD),
    ],
)
def test_a_hand_opens_before_it_arrives(start: Arm, end: Arm, closed: float, opened: float) -> None:
    """Before it is half way to the floor or into the air it is as open as it gets; it closes all the way
    back.
    """
    half = (closed + opened) / 2
    shares = [curls(replace(Pose(), arm_l=Between(start, end, t)))["l"] for t in (0.0, 0.225, 0.45, 0.9)]
    assert shares == pytest.approx([closed, half, opened, opened])
    assert curls(replace(Pose(), arm_l=Between(end, start, 0.5)))["l"] == pytest.approx(half)


def held_at(body: Body, hand: str, thing: str) -> Vec:
    """Where a wrist is, seen from the joint it holds on to."""
    return to_local(body.frames[thing], sub(body.joints[f"wrist_{hand}"], body.joints[thing]))


@pytest.mark.parametrize(
    ("name", "form", "hand", "thing", "steps"),
    [
        ("knee-to-chest", "floor", "r", "knee_r", (3,)),
        ("knee-to-chest", "floor", "l", "knee_r", (3,)),
        ("knee-to-chest", "sitting", "l", "knee_r", (2, 3)),
        ("knee-to-chest", "sitting", "r", "knee_r", (2, 3)),
        ("overhead-reach", "standing", "r", "wrist_l", (4,)),
        ("overhead-reach", "sitting", "r", "wrist_l", (4,)),
    ],
)
def test_a_hand_that_has_taken_hold_stays_there(
    name: str, form: str, hand: str, thing: str, steps: tuple[int, ...]
) -> None:
    """From the first touch until it lets go a hand does not move on what it holds."""
    motion = motion_of(name, form)
    places = [
        held_at(solve(motion.pose(step, share / 12)), hand, thing) for step in steps for share in range(13)
    ]
    for place in places:
        assert place == pytest.approx(places[0], abs=0.35)


def test_leaning_left_and_right_are_seen_by_one_camera_nearly_from_the_front() -> None:
    """It stands still; whoever sits is turned aside a little, so that lap and knees are seen."""
    for form in STRETCHES["overhead-reach"].forms:
        motion = Motion.from_mapping(form.motion)
        right, left = [
            motion.sample(motion.starts_at_s(i) + step.move_s).view
            for i, step in enumerate(motion.steps)
            if step.focus == ((f"side_{'r' if step.mirror else 'l'}", 1.0),)
        ][:2]
        assert left == right
        assert abs(right.yaw_deg) <= 30


@pytest.mark.parametrize(
    ("name", "form", "steps", "most"),
    [
        ("knee-to-chest", "floor", (1, 2, 3, 4), 57),
        ("knee-to-chest", "sitting", (2, 3), 32),
        ("overhead-reach", "standing", (2, 3, 4, 5), 32),
        ("overhead-reach", "sitting", (2, 3, 4, 5), 32),
    ],
)
def test_wrists_stay_nearly_straight(name: str, form: str, steps: tuple[int, ...], most: float) -> None:
    """A hand that reaches or holds goes on straight from its forearm; the near one of the lying hug, whose
    forearm comes along the thigh, bends back over the shin.
    """
    motion = motion_of(name, form)
    for step, share in product(steps, range(13)):
        pose = motion.pose(step, share / 12)
        angles = joint_angles(pose, solve(pose))
        assert max(abs(angles[f"wrist bend {side}"]) for side in "lr") < most, (step, share)
