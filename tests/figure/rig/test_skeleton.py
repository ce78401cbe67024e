"""The skeleton: bones keep their length, mirrors are exact, what is planted stays."""

import pytest

from unhunch.figure.rig.anatomy import FOREARM, SHIN, THIGH, UPPER_ARM, lowest_of_trunk
from unhunch.figure.rig.limbs import two_bone
from unhunch.figure.rig.pose import SIDES, Between, Pose, PoseError, mirrored, read_limb, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import (
    IDENTITY,
    Vec,
    distance,
    dot,
    frame_between,
    length,
    pitched,
    rolled,
    sub,
)

BONES = (
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "wrist", FOREARM),
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHIN),
)
TWISTED = {
    "root": [3, 86, 4],
    "pelvis": [12, -7, 15],
    "lumbar": [10, 9, -8],
    "chest": [5, 12, 20],
    "neck": [10, 5, -12],
    "head": [4, -3, 8],
    "shoulder_l": [3, -2, 1],
    "arm_l": {"raised": 120, "around": 60, "elbow": 40},
    "arm_r": {"to": [2, 1, 3], "of": "wrist_l", "elbow_to": [1, 0, -1], "palm": [0, -1, 0]},
    "leg_l": {"to": [10, 4]},
    "leg_r": {"raised": 50, "around": 30, "knee": 70},
}


@pytest.mark.parametrize(
    "raw",
    [{}, TWISTED, {"legs": {"thigh": 60}, "pelvis": [80]}, {"legs": {"thigh": 0, "knee": 89}}],
)
def test_bones_have_their_length(raw: dict[str, object]) -> None:
    """Whatever the pose, no bone is stretched or shortened."""
    joints = solve(read_pose(raw, Pose(root=(0, 88, 0)), "test")).joints
    for side, _ in SIDES:
        for a, b, bone in BONES:
            assert distance(joints[f"{a}_{side}"], joints[f"{b}_{side}"]) == pytest.approx(bone, abs=1e-9)


def test_the_mirror_of_a_pose_is_exact() -> None:
    """A mirrored pose puts every joint where the mirror shows it."""
    pose = read_pose(TWISTED, Pose(), "test")
    here, there = solve(pose).joints, solve(mirrored(pose)).joints
    for name, (x, y, z) in here.items():
        twin = name[:-1] + {"l": "r", "r": "l"}[name[-1]] if name[-2:] in ("_l", "_r") else name
        assert distance(there[twin], (-x, y, z)) < 1e-9


def test_a_mirrored_mirror_is_the_pose_itself() -> None:
    """Mirroring twice changes nothing."""
    pose = read_pose(TWISTED, Pose(), "test")
    assert mirrored(mirrored(pose)) == pose


def test_a_reaching_hand_arrives() -> None:
    """A hand that is told to reach a place on the floor is there."""
    body = solve(
        read_pose(
            {"pelvis": [80], "arms": {"to": [15, 28]}, "pin": ["knees", 0, 5.6, -22], "legs": {"thigh": 0}},
            Pose(),
            "test",
        )
    )
    assert distance(body.joints["wrist_l"], (15.0, 2.6, 28.0)) < 1e-9
    assert distance(body.joints["wrist_r"], (-15.0, 2.6, 28.0)) < 1e-9
    assert body.joints["knee_l"][2] == pytest.approx(-22)


def test_a_reach_too_far_leaves_the_arm_almost_straight() -> None:
    """A target out of reach is approached, not torn to."""
    elbow, wrist = two_bone((0, 100, 0), (200, 0, 0), UPPER_ARM, FOREARM, (0, -1, 0))
    assert distance((0, 100, 0), wrist) < UPPER_ARM + FOREARM
    assert distance(elbow, wrist) == pytest.approx(FOREARM)


def test_a_straight_arm_that_swings_stays_straight() -> None:
    """From ahead past the side to behind, a hand keeps its distance from the shoulder if its way swings."""

    def shortest(swings: float) -> float:
        ahead, behind, side = (
            read_limb({"to": to, "swings": swings}, "arm_l")
            for to in ([22, 130, 56], [22, 130, -54], [66, 130, 20])
        )
        bodies = [solve(Pose(root=(0, 88, 0), arm_l=Between(ahead, behind, n / 20, side))) for n in range(21)]
        return min(distance(b.joints["shoulder_l"], b.joints["wrist_l"]) for b in bodies)

    assert shortest(1.0) > 0.93 * (UPPER_ARM + FOREARM) > shortest(0.0)


@pytest.mark.parametrize(
    ("shrug", "moved"), [([-2], (0, -2, 0)), ([0, 3], (0, 0, 3)), ([0, 0, 2], (2, 0, 0))]
)
def test_a_shoulder_goes_up_forward_and_out(shrug: list[float], moved: tuple[float, float, float]) -> None:
    """By as many cm as are told, but for what it draws along, each to its own side."""

    def joints(**pose: object) -> dict[str, Vec]:
        return solve(read_pose({"arms": {"raised": 4}, **pose}, Pose(), "test")).joints

    rest, shrugged = joints(), joints(shoulders=shrug)
    for side, sx in SIDES:
        x, y, z = moved
        by = sub(shrugged[f"shoulder_{side}"], rest[f"shoulder_{side}"])
        assert by == pytest.approx((x * sx, y, z), abs=0.5)


def test_facing_turns_the_whole_figure() -> None:
    """Facing about puts the left hand where the mirror image of the right one was, seen from above."""
    body = solve(Pose(root=(0, 88, 0)))
    turned = solve(Pose(root=(0, 88, 0), facing=180))
    x, y, z = body.joints["wrist_l"]
    assert distance(turned.joints["wrist_l"], (-x, y, -z)) < 1e-9


def test_a_resting_body_touches_the_floor() -> None:
    """Lying on the back, the lowest part of the body is on the floor, neither over nor under it."""
    body = solve(read_pose({"pelvis": [-90], "root": [0, 40, 0], "rest": 1}, Pose(), "test"))
    assert lowest_of_trunk(body) == pytest.approx(0, abs=1e-9)


def test_half_way_between_frames_is_half_the_angle() -> None:
    """Turning between two frames keeps them orthonormal and halves the angle, half turns included."""
    for deg in (30.0, 90.0, 179.0, 180.0):
        end = pitched(rolled(IDENTITY, 20), deg)
        middle = frame_between(rolled(IDENTITY, 20), end, 0.5)
        for axis in middle:
            assert length(axis) == pytest.approx(1)
        assert dot(middle[0], middle[1]) == pytest.approx(0, abs=1e-9)
        assert dot(middle[1], end[1]) == pytest.approx(dot(middle[1], rolled(IDENTITY, 20)[1]), abs=1e-6)
        whole = frame_between(rolled(IDENTITY, 20), end, 1.0)
        assert length(sub(whole[1], end[1])) < 1e-6


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"arm_l": {"rise": 3}}, "rise"),
        ({"arm_l": {"to": [1, 2, 3], "of": "moon"}}, "moon"),
        ({"nose": [1]}, "nose"),
        ({"chest": "much"}, "chest"),
        ({"chest": [1, 2, 3, 4]}, "chest"),
        ({"root": [float("nan")]}, "number"),
        ({"plants": ["tail"]}, "tail"),
        ({"pin": ["nose", 1, 2, 3]}, "pin"),
    ],
)
def test_a_bad_pose_is_named(raw: dict[str, object], said: str) -> None:
    """What cannot be read is refused in one sentence that names it."""
    with pytest.raises(PoseError, match=said) as caught:
        read_pose(raw, Pose(), "pose 'x'")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("channel", "joint", "axis"),
    [([30, 0, 0], "head", 2), ([0, 30, 0], "head", 0)],
)
def test_the_spine_bends_forward_and_to_the_right(channel: list[float], joint: str, axis: int) -> None:
    """Bend is forward (+z), side is the person's right (-x), turn looks to the person's right."""
    head = solve(read_pose({"chest": channel}, Pose(), "test")).joints[joint]
    rest = solve(Pose()).joints[joint]
    moved = head[axis] - rest[axis]
    assert moved > 3 if axis == 2 else moved < -3
    looking = solve(read_pose({"neck": [0, 0, 40]}, Pose(), "test")).frames["head"][2]
    assert looking[0] < -0.5


def test_narrower_shoulders_leave_planted_hands_where_they_are() -> None:
    """The arms go from there to the same place with bones of the same length."""
    arms, pin = {"to": [15, 28]}, ["knees", 0, 5.6, -22]
    pose = read_pose({"pelvis": [80], "arms": arms, "pin": pin, "legs": {"thigh": 0}}, Pose(), "test")
    plain, narrow = solve(pose).joints, solve(pose, 0.86).joints
    assert distance(narrow["shoulder_l"], narrow["shoulder_r"]) == pytest.approx(
        0.86 * distance(plain["shoulder_l"], plain["shoulder_r"]), rel=0.02
    )
    for side in "lr":
        assert narrow[f"wrist_{side}"] == pytest.approx(plain[f"wrist_{side}"])
        assert distance(narrow[f"shoulder_{side}"], narrow[f"elbow_{side}"]) == pytest.approx(UPPER_ARM)
