"""Motion: steps in time, easing, mirrored sides, cues, errors."""

from itertools import pairwise
from math import acos, degrees
from typing import Any

import pytest
from tests.library import motion_of

from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import distance, dot, sub, unit


def lean(**changes: Any) -> dict[str, Any]:
    return {
        "view": {"yaw": 10},
        "base": {"root": [0, 88, 0], "legs": {"to": [9, 0]}},
        "poses": {"stand": {}, "lean": {"chest": [0, 30], "arm_l": {"raised": 160}}},
        "steps": [
            {"pose": "stand", "move_s": 1, "hold_s": 1},
            {
                "pose": "lean",
                "move_s": 2,
                "hold_s": 6,
                "focus": ["side_l"],
                "cues": [{"track": "wrist_l", "free": True}],
            },
            {"pose": "lean", "move_s": 3, "hold_s": 6, "mirror": True, "focus": ["side_l"]},
        ],
        **changes,
    }


def test_a_moment_knows_its_step_and_progress() -> None:
    """Time runs through move and hold of each step, and loops."""
    motion = Motion.from_mapping(lean())
    assert motion.total_s == 19
    seen = [(t, motion.sample(t)) for t in (0.5, 1.5, 3.0, 7.0, 19.5)]
    assert [(m.step, m.move, m.hold) for _, m in seen] == [
        (0, 0.5, 0.0),
        (0, 1.0, 0.5),
        (1, 0.5, 0.0),
        (1, 1.0, 0.5),
        (0, 0.5, 0.0),
    ]


def test_a_move_eases_in_and_out() -> None:
    """The first tenth of a move covers far less than a tenth of the way."""
    motion = Motion.from_mapping(lean())
    assert 0 < motion.sample(2.2).pose.chest[1] < 30 * 0.02
    assert motion.sample(3.0).pose.chest[1] == pytest.approx(15)


def test_the_other_side_is_the_mirror() -> None:
    """A mirrored step shows the mirrored pose, and warms the other side."""
    motion = Motion.from_mapping(lean())
    right, left = motion.sample(4.0), motion.sample(13.0)
    assert right.focus == (("side_l", 1.0),)
    assert left.focus == (("side_r", 1.0),)
    x, y, z = solve(right.pose).joints["head"]
    assert distance(solve(left.pose).joints["head"], (-x, y, z)) < 1e-9


def test_the_glow_grows_with_the_move() -> None:
    """Nothing glows at rest; half way the area glows half."""
    motion = Motion.from_mapping(lean())
    assert motion.sample(1.5).focus == ()
    assert motion.sample(3.0).focus == (("side_l", pytest.approx(0.5)),)


def test_where_another_area_comes_the_first_goes_before() -> None:
    """At no time do both glow, and half way it is seen which one comes."""
    raw = lean()
    raw["steps"].append({**raw["steps"][1], "focus": ["belly"]})
    motion = Motion.from_mapping(raw)
    last = len(motion.steps) - 1
    starts, lasts = motion.starts_at_s(last), motion.steps[last].move_s
    ((half, strength),) = motion.sample(starts + lasts / 2).focus
    assert half == "belly"
    assert 0.1 < strength < 0.5
    shown = [motion.sample(starts + lasts * i / 20).focus for i in range(21)]
    assert all(len(focus) <= 1 for focus in shown)
    assert [name for ((name, _),) in filter(None, (shown[0], shown[-1]))] == ["side_r", "belly"]


def test_a_held_pose_breathes_and_ends_as_it_began() -> None:
    """The chest rises and falls while a pose is held, and is back when the hold ends."""
    motion = Motion.from_mapping(lean())
    breaths = [motion.sample(4 + 6 * k / 20).breath for k in range(20)]
    assert breaths[0] == pytest.approx(0)
    assert max(breaths) > 0.9
    assert motion.sample(9.999).breath < 0.001
    assert motion.sample(5.5).pose.chest[0] < 0


def test_a_cue_is_the_way_of_the_part() -> None:
    """The arrow begins where the hand begins and ends where it ends."""
    motion = Motion.from_mapping(lean())
    (cue,) = motion.sample(3.0).cues
    start, end = solve(motion.sample(2.0).pose).joints, solve(motion.sample(4.0).pose).joints
    assert distance(cue.points[0], start["wrist_l"]) < 0.01
    assert distance(cue.points[-1], end["wrist_l"]) < 0.01


def test_a_flowing_step_does_not_stop() -> None:
    """In a flow the shoulders pass a key pose at speed; without it they rest there."""

    def speed(flow: bool) -> float:
        poses = {"up": {"shoulders": [6, 0]}, "fwd": {"shoulders": [2, 5]}, "down": {"shoulders": [-2, 0]}}
        steps = [{"pose": p, "move_s": 1, "flow": flow} for p in poses]
        motion = Motion.from_mapping(lean(poses=poses, steps=steps))
        a, b = motion.sample(0.99).pose.shoulder_l, motion.sample(1.01).pose.shoulder_l
        return distance(a, b) / 0.02

    assert speed(True) > 2
    assert speed(False) < 0.2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"steps": []}, "1 to"),
        ({"steps": [{"pose": "fly", "move_s": 1}]}, "fly"),
        ({"steps": [{"pose": "stand", "move_s": 0}]}, "move_s"),
        ({"steps": [{"pose": "stand", "move_s": 1, "focus": ["tail"]}]}, "tail"),
        ({"steps": [{"pose": "stand", "move_s": 1, "focus": {"nape": 2}}]}, "nape"),
        ({"steps": [{"pose": "stand", "move_s": 1, "cues": [{"track": "tail"}]}]}, "tail"),
        (
            {"steps": [{"pose": "stand", "move_s": 1, "cues": [{"track": "head", "free": "yes"}]}]},
            "true or false",
        ),
        ({"poses": {"a": {"from": "b"}, "b": {"from": "a"}}}, "itself"),
        ({"props": ["sofa"]}, "Prop 1"),
        ({"colour": "red"}, "colour"),
        ({"mirror": "sideways"}, "sideways"),
        ({"view": {"swing": "often"}}, "often"),
        ({"view": {"near": {"poses": "all"}}}, "all"),
        ({"view": {"near": {"poses": ["gone"]}}}, "gone"),
        ({"view": {"near": {"poses": [], "swing": True}}}, "swing"),
        ({"view": {"near": {"poses": [], "pitch": 90}}}, "pitch"),
        ({"view": {"pitch": 90}}, "pitch"),
        ({"view": {"centre": "here"}}, "centre"),
        ({"view": {"width": 0}}, "width"),
        ({"view": {"height": float("nan")}}, "height"),
        ({"view": {"margin": -200}}, "margin"),
        ({"mirror": ["mirror"]}, "mirror is"),
        ({"props": "mat"}, "list"),
        ({"base": 5}, "base must be a table"),
        ({"poses": {"stand": 5}}, "'stand' must be a table"),
        ({"steps": [{"pose": "stand", "move_s": 1, "cues": [{"arc": "head", "when": 2}]}]}, "when"),
        (
            {"steps": [{"pose": "stand", "move_s": 1, "cues": [{"track": "head", "during": [1, 0]}]}]},
            "during",
        ),
    ],
)
def test_a_bad_motion_is_named(changes: dict[str, Any], said: str) -> None:
    """What cannot be played is refused in one sentence that names it."""
    with pytest.raises(MotionError, match=said) as caught:
        Motion.from_mapping(lean(**changes))
    assert "\n" not in str(caught.value)


def test_a_move_is_known_to_come_again() -> None:
    """Of what is shown more than once all but the last; a hold, in which the chest comes and goes, always."""
    data = {
        "base": {"root": [0, 88, 0]},
        "poses": {"tall": {}, "lean": {"chest": [0, 20, 0]}},
        "steps": [
            {"pose": pose, "move_s": 1, "hold_s": 0} for pose in ("tall", "lean", "tall", "lean", "tall")
        ],
    }
    motion = Motion.from_mapping(data)
    found = [motion.sample(motion.starts_at_s(i) + 0.5).again for i in range(5)]
    assert found == [False, True, True, False, False]
    data["steps"][3]["hold_s"] = 8
    motion = Motion.from_mapping(data)
    assert motion.sample(motion.starts_at_s(3) + 3).again


def test_a_hold_lies_between_a_breath_out_and_one_in() -> None:
    """Two keys serve for all of it; a hold too short to breathe has one."""
    steps = [{"pose": "low", "move_s": 1, "hold_s": 10}, {"pose": "up", "move_s": 1, "hold_s": 1}]
    poses = {"up": {"arms": {"raised": 170, "around": 90}}, "low": {}}
    base = {"root": [0, 88, 0], "legs": {"to": [9, 0]}}
    m = Motion.from_mapping({"view": {"yaw": 0}, "base": base, "poses": poses, "steps": steps})
    held = [m.sample(1 + n / 10) for n in range(100)]
    assert len({moment.keys for moment in held}) == 1
    (out, full), breaths = held[0].keys, [moment.share for moment in held]
    assert (out.breath, full.breath) == (0.0, 1.0)
    assert breaths == [moment.breath for moment in held]
    assert (min(breaths), max(breaths)) == (0.0, 1.0)
    assert out is m.sample(0.999).keys[1]
    short = m.sample(12.5)
    assert short.keys[0] is short.keys[1]


@pytest.mark.parametrize(("rise", "at_most"), [(1.0, 25), (30.0, 61)])
def test_frames_of_which_the_change_cannot_be_seen_are_one(rise: float, at_most: int) -> None:
    """Where an arm hardly moves a few pictures serve; where it moves there is one for every frame."""
    steps = [{"pose": "low", "move_s": 2, "hold_s": 1}, {"pose": "up", "move_s": 2, "hold_s": 1}]
    poses = {"up": {"arm_l": {"raised": 10 + rise, "around": 90}}, "low": {}}
    base = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90}}
    m = Motion.from_mapping({"view": {"yaw": 0}, "base": base, "poses": poses, "steps": steps})
    seen = {m.sample(3 + n / 30).seen for n in range(61)}
    assert at_most / 2 < len(seen) <= at_most


def test_a_glow_that_comes_alone_comes_in_small_steps() -> None:
    steps = [{"pose": "low", "move_s": 2}, {"pose": "low", "move_s": 2, "focus": {"nape": 1.0}}]
    m = Motion.from_mapping({"view": {"yaw": 0}, "poses": {"low": {}}, "steps": steps})
    assert 25 < len({m.sample(2 + n / 30).seen for n in range(60)}) <= 60


@pytest.mark.parametrize("stretch", ["overhead-reach", "shoulder-roll", "wall-stretch"])
def test_the_key_that_comes_is_known(stretch: str) -> None:
    """Whatever is drawn next was told before: within a move, into a hold and out of it."""
    m = motion_of(stretch)
    before, changes = m.sample(0.0), 0
    for n in range(1, int(40 * m.total_s)):
        moment = m.sample(n / 40)
        for key in moment.keys:
            if key not in before.keys:
                changes += 1
                assert key is m.coming_key(before), n / 40
        before = moment
    assert changes > len(m.steps)


def test_a_flowing_move_has_keys_for_as_much_as_it_turns() -> None:
    """Its arms go by way of another pose; that the trunk would bow there is nothing to it."""

    def keys(via: dict[str, object]) -> int:
        poses = {
            "low": {},
            "wide": {"arms": {"raised": 80, "around": 90}, **via},
            "up": {"arms": {"raised": 60}},
        }
        steps = [{"pose": "low", "move_s": 1}, {"pose": "up", "via": "wide", "move_s": 2, "flow": True}]
        motion = Motion.from_mapping(lean(poses=poses, steps=steps))
        return len({motion.sample(1 + n / 50).keys[0] for n in range(100)})

    assert keys({"pelvis": [70], "chest": [30]}) == keys({})


def test_what_turns_far_has_keys_close_together() -> None:
    """Between two keys no limb turns so far that it would be seen to shorten on a straight way."""
    raised = {"up": {"arms": {"raised": 170, "around": 90, "elbow": 5}}, "low": {}}
    base = {"root": [0, 88, 0], "legs": {"to": [9, 0]}, "arms": {"raised": 10, "around": 90}}
    steps = [{"pose": "low", "move_s": 2, "hold_s": 1}, {"pose": "up", "move_s": 1, "hold_s": 1}]
    m = Motion.from_mapping({"view": {"yaw": 0}, "base": base, "poses": raised, "steps": steps})
    keys = [m.sample(3 + n / 200).keys[0] for n in range(200)]
    bodies = [solve(key.pose) for key in dict.fromkeys(keys)]
    arms = [unit(sub(body.joints["elbow_l"], body.joints["shoulder_l"])) for body in bodies]
    turns = [degrees(acos(min(1.0, dot(a, b)))) for a, b in pairwise(arms)]
    assert len(bodies) > 12
    assert 0 < max(turns) < 25
    slow = {id(m.sample(n / 200).keys[0]) for n in range(400)}
    assert len(slow) <= len(bodies) + 1  # the way back takes twice as long
