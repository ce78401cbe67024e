"""The checks for authors: they pass every stretch that ships, and find what is broken."""

import copy
import re
from dataclasses import replace
from typing import Any

import pytest
from tests.library import FORMS, form_of

from unhunch.figure import check as check_module
from unhunch.figure.check import check
from unhunch.figure.motion.motion import Motion
from unhunch.figure.motion.steps import mirror_pose
from unhunch.figure.pose_check import pose_faults
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import Pose
from unhunch.figure.rig.skeleton import solve


def motion_data(stretch: str, form: str) -> dict[str, Any]:
    return copy.deepcopy(form_of(stretch, form).motion)


@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_every_stretch_is_sound(stretch: str, form: str) -> None:
    """No bone changes, nothing slides, sinks, jumps or bends too far, and the mirror is exact."""
    assert check(Motion.from_mapping(motion_data(stretch, form)), frames_per_s=12) == []


@pytest.mark.long
@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_every_stretch_is_sound_in_every_frame(stretch: str, form: str) -> None:
    """The same at the full 60 frames a second."""
    assert check(Motion.from_mapping(motion_data(stretch, form))) == []


def broken(stretch: str, form: str, pose: str, **changes: Any) -> set[str]:
    """The kinds of findings after one pose of a sound stretch has been changed."""
    data = motion_data(stretch, form)
    data["poses"][pose] |= changes
    return {finding.kind for finding in check(Motion.from_mapping(data), frames_per_s=12)}


def test_a_hand_that_leaves_its_place_is_found() -> None:
    """A planted hand that is meant to stay, but is put elsewhere, slides."""
    assert "slide" in broken("cat-cow", "floor", "cow", arms={"to": [15, 34]})


def test_a_joint_bent_too_far_is_found() -> None:
    """A head turned like an owl's is out of its limits."""
    assert broken("neck-flexion", "sitting", "right", head=[8, 20, 90]) >= {"limit"}


def test_a_shoulder_lifted_too_far_is_found() -> None:
    """Shoulders go up to the ears, but not beyond them."""
    data = motion_data("shoulder-roll", "standing")
    data["poses"]["up"]["shoulders"] = [16, 0]
    found = check(Motion.from_mapping(data), frames_per_s=12)
    assert any("shoulder_lift" in f.text and "cm" in f.text for f in found)


def test_a_limb_below_the_floor_is_found() -> None:
    """A figure that stands too deep has its feet in the floor."""
    found = broken("overhead-reach", "standing", "tall", root=[0, 60, 0], legs={"raised": 0}, plants=[])
    assert "floor" in found


def test_a_jump_is_found() -> None:
    """A move too fast for the eye is a jump."""
    data = motion_data("overhead-reach", "standing")
    data["steps"][1]["move_s"] = 0.1
    assert "jump" in {f.kind for f in check(Motion.from_mapping(data))}


def sentences(
    stretch: str, form: str, pose: str = "", view: dict[str, Any] | None = None, **changes: Any
) -> list[str]:
    """What is said of reach, rest and sight after a change of a pose or of the camera."""
    data = motion_data(stretch, form)
    if pose:
        data["poses"][pose] |= changes
    if view:
        data["view"] = view
    return [fault.text for fault in pose_faults(Motion.from_mapping(data))]


FAR = {"arm_l": {"to": [20, 240, 0]}}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            FAR,
            r"wrist_l ends \d+ cm short of its target .*the arm is not .* in the pose “tall”, step 1\.",
        ),
        (
            {"leg_r": {"to": [9, -90]}},
            r"ankle_r ends \d+ cm short of its target .*the leg is not .*",
        ),
    ],
)
def test_a_place_that_cannot_be_reached_is_found(changes: dict[str, Any], told: str) -> None:
    """The rig holds the limb straight and says nothing; the author is told by how much."""
    said = sentences("overhead-reach", "standing", "tall", **changes)
    assert any(re.fullmatch(told, text) for text in said)


@pytest.mark.parametrize("facing", [0, 90, 180])
def test_a_turned_figure_reaches_as_far(facing: int) -> None:
    """Places are told before it is turned."""
    assert not sentences("overhead-reach", "standing", "tall", facing=facing)


def test_a_body_in_the_air_is_found() -> None:
    """With legs told by their angles nothing else would say that it hangs there."""
    hanging = {"root": [0, 120, 0], "legs": {"raised": 0}, "plants": []}
    said = sentences("overhead-reach", "standing", "tall", **hanging)
    assert any(re.fullmatch(r"The body floats 3\d cm above .* in the pose “tall”, step 1\.", t) for t in said)


@pytest.mark.parametrize(
    ("height", "told"), [(34, "seat is planted 7 cm above the chair"), (60, "seat is planted 19 cm deep in")]
)
def test_a_seat_off_its_chair_is_found(height: int, told: str) -> None:
    """Above it, or deep in it, as after a change of its height."""
    data = motion_data("shoulder-roll", "sitting")
    data["props"] = [{"kind": "chair", "size": [42, height, 42]}]
    assert any(fault.text.startswith(told) for fault in pose_faults(Motion.from_mapping(data)))


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ({"centre": [0, 900, 0], "width": 100, "height": 100}, "The view shows nobody in the pose"),
        ({"centre": [0, 5, 40], "width": 30, "height": 30}, r"The view shows (\d% of the person|nobody) in"),
        ({"centre": [-1000, 80, -1000], "yaw": 45, "width": 150, "height": 150}, "The view shows nobody in"),
        ({"centre": [0, 80, 0], "width": 1000, "height": 1000}, r"The view is so wide that .* fills \d+% of"),
    ],
)
def test_a_picture_without_the_person_is_found(view: dict[str, Any], told: str) -> None:
    """Beside them, too near, with them behind the camera, or from so far that they are tiny."""
    assert any(re.match(told, text) for text in sentences("overhead-reach", "standing", view=view))


@pytest.mark.parametrize("centre", [[0, 152, 5], [0, 80, 5]])
def test_a_close_view_is_in_order(centre: list[float]) -> None:
    """Of the head alone, or of the waist and what hangs beside it."""
    assert not sentences("shoulder-roll", "standing", view={"centre": centre, "width": 45, "height": 45})


def test_what_is_wrong_with_poses_is_among_all_findings() -> None:
    """`check` tells it at the time when the pose is reached."""
    data = motion_data("overhead-reach", "standing")
    data["poses"]["tall"] |= FAR
    motion = Motion.from_mapping(data)
    found = next(f for f in check(motion, frames_per_s=12) if f.kind == "reach")
    assert found.part == "wrist_l"
    assert motion.sample(found.at_s).move == 1


def test_a_bone_that_changes_its_length_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A forearm stretched by half a centimetre in the solved figure is told of, with its side."""

    def stretched(pose: Pose, breadth: float = 1.0) -> Body:
        body = solve(pose, breadth)
        x, y, z = body.joints["wrist_r"]
        body.joints["wrist_r"] = (x, y - 0.5, z)
        return body

    monkeypatch.setattr(check_module, "solve", stretched)
    found = check(Motion.from_mapping(motion_data("neck-flexion", "standing")), frames_per_s=12)
    bones = [f.text for f in found if f.kind == "bone"]
    assert bones
    assert all("elbow_r to wrist_r" in text for text in bones)


def test_a_mirror_that_is_not_exact_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mirrored pose that forgets to turn the head to the other side is told of."""

    def forgetful(pose: Pose, *, about_face: bool) -> Pose:
        return replace(mirror_pose(pose, about_face), head=pose.head, neck=pose.neck)

    monkeypatch.setattr(check_module, "mirror_pose", forgetful)
    found = check(Motion.from_mapping(motion_data("neck-flexion", "standing")), frames_per_s=12)
    assert "mirror" in {f.kind for f in found}


def test_a_finding_says_when_and_what() -> None:
    """The author is told the time and gets one sentence."""
    data = motion_data("neck-flexion", "sitting")
    data["poses"]["down"]["neck"] = [70]
    finding = next(f for f in check(Motion.from_mapping(data)) if f.kind == "limit")
    assert "neck_bend" in finding.text
    assert finding.at_s > 0


def test_a_finding_is_within_the_motion() -> None:
    """The last frame before the first step is at the end, not before the start."""
    data = motion_data("neck-flexion", "sitting")
    data["poses"]["tall"] = {"neck": [90]}
    motion = Motion.from_mapping(data)
    times = [finding.at_s for finding in check(motion, frames_per_s=12)]
    assert times
    assert all(0 <= at_s < motion.total_s for at_s in times)


@pytest.mark.parametrize("breadth", check_module.BREADTHS)
def test_people_of_every_breadth_are_looked_at(monkeypatch: pytest.MonkeyPatch, breadth: float) -> None:
    """What is wrong with one of them alone is found."""

    def sunk(pose: Pose, shoulders: float = 1.0) -> Body:
        body = solve(pose, shoulders)
        if shoulders == breadth:
            x, _, z = body.joints["wrist_l"]
            body.joints["wrist_l"] = (x, -20.0, z)
        return body

    monkeypatch.setattr(check_module, "solve", sunk)
    found = check(Motion.from_mapping(motion_data("shoulder-roll", "standing")), frames_per_s=12)
    assert any(finding.kind == "floor" and finding.part == "wrist_l" for finding in found)
