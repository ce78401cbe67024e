"""What lies in front of what, and how parts change places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.library import FORMS, motion_of

from unhunch.figure.body.grips import curls
from unhunch.figure.ink.parts import Part
from unhunch.figure.motion.keys import KEY_S
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.paint.depth import back_to_front, is_straight, lie_of, mark_farther_leg
from unhunch.figure.paint.rods import Lie, Rod
from unhunch.figure.painter import camera_for
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.sheet import different_steps


def order(key: Key, *, scarf: bool = False) -> list[str]:
    """The names of the parts back to front."""
    camera = camera_for(key.view, 480, 480, 1.0)
    lie = lie_of(solve(key.still), camera, curls(key.pose), scarf=scarf)
    parts = [Part(rod.name, rod.limb, [], rod.rank) for rod in lie.rods]
    return [part.name for part in back_to_front(parts, lie)]


@pytest.mark.parametrize(("stretch", "form"), FORMS)
def test_a_held_pose_is_plain(stretch: str, form: str) -> None:
    """In a hold every part is wholly in front of another or wholly behind it, however she breathes."""
    motion = motion_of(stretch, form)
    for step in different_steps(motion):
        hold_s = motion.steps[step].hold_s
        if hold_s > 3 * KEY_S:
            end_s = motion.starts_at_s(step) + motion.steps[step].move_s + hold_s
            held = [motion.sample(end_s - hold_s * share) for share in (0.7, 0.5, 0.3)]
            keys = {key for moment in held for key in moment.keys}
            assert len(keys) == (2 if hold_s > 3 else 1)
            assert len({tuple(order(key)) for key in keys}) == 1


@pytest.mark.parametrize("form", ["standing", "sitting"])
@pytest.mark.parametrize("scarf", [False, True])
def test_a_fist_is_before_the_wrist_it_holds(form: str, scarf: bool) -> None:
    """Whatever lies on the shoulders, in both directions of the side bend."""
    motion = motion_of("overhead-reach", form)
    for i in (n for n, step in enumerate(motion.steps) if step.hold_s > 5):
        key = motion.sample(motion.starts_at_s(i) + motion.steps[i].move_s + 1).keys[0]
        names = order(key, scarf=scarf)
        holding, held = (
            max("rl", key=lambda s: curls(key.pose)[s]),
            min("rl", key=lambda s: curls(key.pose)[s]),
        )
        assert names.index(f"hand_{holding}") > names.index(f"forearm_{held}")


def test_a_head_lies_over_an_arm_raised_beside_it() -> None:
    """All of the arm that is nearer than the head as one who sits leans; it would cut ear and hair off."""
    motion = motion_of("overhead-reach", "sitting")
    leans = next(n for n, step in enumerate(motion.steps) if step.hold_s > 5)
    key = motion.sample(motion.starts_at_s(leans) + motion.steps[leans].move_s + 1).keys[0]
    names = order(key)
    assert names.index("head") > max(names.index(f"{kind}_l") for kind in ("upperarm", "forearm"))


@pytest.mark.parametrize("elbow", [30.0, 80.0, 110.0])
def test_a_forearm_covers_the_end_of_its_upper_arm(elbow: float) -> None:
    """A bent elbow has no seam: only the halves of a folded arm lie on each other."""
    body = solve(read_pose({"arm_r": {"raised": 20, "around": 0, "elbow": elbow}}, Pose(), "test"))
    camera = Camera(-80, 10, (0.0, 100.0, 0.0), px_per_cm=3, width=480, height=480)
    lie = lie_of(body, camera, {}, scarf=False)
    names = [part.name for part in back_to_front([Part(r.name, r.limb, [], r.rank) for r in lie.rods], lie)]
    assert names.index("forearm_r") > names.index("upperarm_r")
    assert is_straight(body, "forearm", "r")


@pytest.mark.parametrize("form", ["floor", "block"])
def test_a_near_shin_is_in_front_of_the_seat(form: str) -> None:
    """The seat goes on along the thigh of a leg drawn up: behind it the shin would lose its upper half."""
    motion = motion_of("thoracic-extension", form)
    for step in range(len(motion.steps)):
        names = order(motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s).keys[0])
        assert names.index("shin_r") > max(names.index("trunk"), names.index("thigh_r"))


def test_a_thigh_lies_over_the_shirt_as_soon_as_it_rises() -> None:
    """Of one who sits it is covered by the hem on the seat, and over it lifted or with the feet drawn up."""
    sits = motion_of("knee-to-chest", "sitting")
    for step, lifted in ((0, False), (1, True), (2, True)):
        names = order(sits.sample(sits.starts_at_s(step) + sits.steps[step].move_s).keys[0])
        assert lifted == (names.index("thigh_r") > names.index("trunk"))
    leans = motion_of("thoracic-extension", "floor")
    for step, over in ((0, True), (1, False), (2, False)):  # leaning back the hem comes to rest on the hips
        names = order(leans.sample(leans.starts_at_s(step) + 0.6 * leans.steps[step].move_s).keys[0])
        assert over == (names.index("thigh_r") > names.index("trunk"))


def test_the_hem_hides_the_root_of_the_farther_thigh() -> None:
    """That of the side turned away, however far it is lifted; and lies on the near one, which is down."""
    sits = motion_of("knee-to-chest", "sitting")
    steps = [step for step in range(len(sits.steps)) if "foot_r" in sits.steps[step].pose.plants]
    for step in steps:
        names = order(sits.sample(sits.starts_at_s(step) + sits.steps[step].move_s).keys[0])
        assert names.index("trunk") > max(names.index("thigh_l"), names.index("thigh_r"))


def test_the_upper_leg_of_hips_on_their_side_lies_on_the_lower() -> None:
    """With thigh and shin, half-way already and on both sides."""
    motion = motion_of("trunk-rotation")
    held = [n for n in different_steps(motion) if motion.steps[n].hold_s > 3 and motion.steps[n].focus]
    assert len(held) == 2
    for step in held:
        for share in (0.55, 1.0):
            key = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s * share).keys[-1]
            hips = solve(key.still).joints
            upper, lower = "lr" if hips["hip_l"][1] > hips["hip_r"][1] else "rl"
            names = order(key)
            assert names.index(f"thigh_{upper}") > names.index(f"shin_{lower}")
            assert names.index(f"shin_{upper}") > names.index(f"shin_{lower}")


@pytest.mark.parametrize("raised", [0, 60, 120])
def test_a_scarf_lies_over_the_sleeves(raised: float) -> None:
    """However high the arms are."""
    body = solve(read_pose({"arms": {"raised": raised, "around": 90}}, Pose(), "test"))
    lie = lie_of(body, Camera(-59, 22, (0.0, 100.0, 0.0), px_per_cm=3, width=480, height=480), {}, scarf=True)
    names = [part.name for part in back_to_front([Part(r.name, r.limb, [], r.rank) for r in lie.rods], lie)]
    assert names.index("neck") > max(names.index("upperarm_l"), names.index("upperarm_r"))


def test_the_nearer_shoulder_of_somebody_prone_lies_before_a_scarf() -> None:
    """In child's pose with long arms, on both sides; the farther one lies beyond it."""
    motion = motion_of("thread-the-needle", "floor")
    for i, near, far in ((1, "r", "l"), (4, "l", "r")):
        end_s = motion.starts_at_s(i) + motion.steps[i].move_s + motion.steps[i].hold_s
        names = order(motion.sample(end_s - 0.01).keys[-1], scarf=True)
        assert names.index(f"upperarm_{far}") < names.index("neck") < names.index(f"upperarm_{near}")


def test_an_arm_threaded_under_the_other_goes_beneath_the_shirt() -> None:
    """On both sides, in the hold."""
    motion = motion_of("thread-the-needle", "floor")
    holds = [n for n in different_steps(motion) if motion.steps[n].hold_s > 5]
    for i, threaded in zip(holds, "lr", strict=True):
        names = order(motion.sample(motion.starts_at_s(i) + motion.steps[i].move_s + 1).keys[0])
        other = "r" if threaded == "l" else "l"
        assert names.index(f"upperarm_{threaded}") < names.index("trunk") < names.index(f"upperarm_{other}")


def test_a_head_comes_down_behind_the_long_arm() -> None:
    """And rises behind it: it does not change places with the nearer arm, that goes over it."""
    motion = motion_of("thread-the-needle", "floor")
    for i, shares in ((2, (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)), (3, (0.0, 0.1, 0.2, 0.3, 0.4))):
        for share in shares:
            for key in motion.sample(motion.starts_at_s(i) + share * motion.steps[i].move_s).keys:
                names = order(key)
                assert names.index("head") < min(names.index("upperarm_r"), names.index("forearm_r"))


def test_arms_spread_on_the_floor_lie_beside_the_breast() -> None:
    """No sleeve of a twist on the viewer's side comes out from beneath the shirt, or its end would be a ball;
    nor does any seen from above.
    """
    motion = motion_of("trunk-rotation", "floor")
    for step in different_steps(motion):
        move_s = motion.steps[step].move_s
        for share in (0.0, 0.4, 0.7, 1.0):
            for key in motion.sample(motion.starts_at_s(step) + share * move_s).keys:
                names = order(key)
                assert names.index("upperarm_r") > names.index("trunk")
                names = order(replace(key, view=replace(key.view, yaw_deg=0.0, pitch_deg=67.0)))
                assert all(names.index(f"upperarm_{s}") > names.index("trunk") for s in "lr")


def test_what_is_nearer_comes_last() -> None:
    """Of parts that cross the nearer one is painted later, whatever their depths elsewhere."""
    parts = [
        Rod(name, name, 0.0, ((0.0, 0.0, depth, 1.0),)) for name, depth in (("trunk", 5.0), ("arm_l", 0))
    ]
    dressed = [Part(rod.name, rod.limb, [], rod.rank) for rod in parts]
    lie = Lie(parts, 0.0, {}, {})
    for by, expected in ((1.0, ["arm_l", "trunk"]), (-1.0, ["trunk", "arm_l"])):
        lie.nearer[0, 1] = by
        assert [part.name for part in back_to_front(dressed, lie)] == expected


def test_parts_that_are_not_there_have_no_place() -> None:
    """A limb outside the picture is not dressed, and has no place in the order."""
    rods = [Rod(name, name, 0.0, ((0.0, 0.0, 0.0, 1.0),)) for name in ("trunk", "arm_l")]
    assert back_to_front([Part("trunk", "trunk", [], 0.0)], Lie(rods, 0.0, {}, {}))[0].name == "trunk"


def test_the_shirt_of_a_twist_lies_over_both_thighs_all_the_way() -> None:
    """Nor does a shin that is nearer than both draw the hip over the hem."""
    motion = motion_of("trunk-rotation", "floor")
    for step in different_steps(motion):
        for share in range(21):
            at = motion.starts_at_s(step) + motion.steps[step].move_s * share / 20
            key = motion.sample(at)
            camera = camera_for(key.view, 480, 480, 1.0)
            lie = lie_of(solve(key.pose), camera, curls(key.pose), scarf=False)
            parts = back_to_front([Part(rod.name, rod.limb, [], rod.rank) for rod in lie.rods], lie)
            order = [part.name for part in parts]
            assert order.index("trunk") > max(order.index("thigh_l"), order.index("thigh_r")), at


def test_of_legs_that_lie_on_each_other_the_lower_one_is_the_far_one() -> None:
    """With both knees let down to one side the leg beneath is set off from the other, each in its turn."""
    motion = motion_of("trunk-rotation", "floor")
    found = set()
    for step in different_steps(motion):
        key = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s + 0.1)
        body, camera = solve(key.pose), camera_for(key.view, 480, 480, 1.0)
        beneath = body.joints["hip_l"][1] - body.joints["hip_r"][1]
        if abs(beneath) > 10:
            lie = lie_of(body, camera, curls(key.pose), scarf=False)
            parts = [Part(rod.name, rod.limb, [], rod.rank) for rod in lie.rods]
            mark_farther_leg(parts, lie, body, camera.px_per_cm)
            far = {part.side: part.far for part in parts if part.kind == "thigh"}
            under, over = "rl" if beneath > 0 else "lr"
            assert far[under] > 0.4
            assert far[over] == 0.0
            found.add(under)
    assert found == {"l", "r"}
