"""The camera takes in everything that moves; arrows go where the part goes."""

import itertools
from typing import Any

import pytest
from tests.library import form_of

from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.figure.motion.views import View, body_spots
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import cross, distance, dot, mix, sub

WHOLE = [
    "cat-cow",
    "childs-pose",
    "childs-pose-arms-back",
    "thread-the-needle",
    "knee-to-chest",
    "thoracic-extension",
]
CAMERA_MOVES = {"thread-the-needle", "knee-to-chest", "childs-pose"}
"""Of these, those whose data asks for a camera that comes nearer, changes sides or looks from elsewhere."""

NEAR = {"poses": ["turn"], "centre": [-15, 134.5, 4], "width": 94, "height": 94}
"""A view of the wall stretch from near."""


def shipped(stretch: str, **view: object) -> Motion:
    """The motion of a stretch's usual form, its view changed as told."""
    raw = form_of(stretch).motion
    return Motion.from_mapping(raw | {"view": raw["view"] | view})


@pytest.mark.parametrize("stretch", WHOLE)
def test_nothing_is_cropped(stretch: str) -> None:
    """Where the whole body moves, it stays in the picture all the way."""
    motion = shipped(stretch)
    for k in range(80):
        moment = motion.sample(motion.total_s * k / 80)
        view = moment.view
        right, up, _ = view.axes
        for spot in body_spots(solve(moment.pose)):
            off = sub(spot, view.centre)
            assert abs(dot(off, right)) <= view.width_cm / 2
            assert abs(dot(off, up)) <= view.height_cm / 2


def test_the_camera_goes_half_way_round_with_a_person_who_turns() -> None:
    """In the wall stretch both sides are seen as mirror images, and the camera never jumps."""
    motion = shipped("wall-stretch")
    yaws = [motion.sample(t / 60).view.yaw_deg for t in range(int(motion.total_s * 60))]
    assert min(yaws) + max(yaws) == pytest.approx(180)
    assert max(abs(a - b) for a, b in itertools.pairwise(yaws)) < 2


@pytest.mark.parametrize("stretch", sorted(set(WHOLE) - CAMERA_MOVES))
def test_the_camera_stands_still(stretch: str) -> None:
    """Nothing but the person moves."""
    motion = shipped(stretch)
    assert {motion.sample(motion.total_s * k / 80).view for k in range(80)} == {motion.view}


@pytest.mark.parametrize("stretch", sorted(CAMERA_MOVES))
def test_a_camera_that_moves_goes_slowly_and_stands_still_in_a_hold(stretch: str) -> None:
    """It comes nearer or changes sides while the person moves, without a jump."""
    motion = shipped(stretch)
    for i, step in enumerate(motion.steps):
        held_s = motion.starts_at_s(i) + step.move_s
        held = {motion.sample(held_s + step.hold_s * share).view for share in (0.0, 0.5, 0.99)}
        assert len(held) == 1 or not step.hold_s
    moments = [motion.sample(t / 60) for t in range(int(motion.total_s * 60))]
    for a, b in itertools.pairwise(moment.view for moment in moments):
        assert abs(a.yaw_deg - b.yaw_deg) < 2
        assert abs(a.pitch_deg - b.pitch_deg) < 2
        assert abs(a.span_cm - b.span_cm) < 1.5
        assert distance(a.centre, b.centre) < 1.5


def test_a_camera_that_swings_goes_to_the_other_side_before_it_is_needed() -> None:
    """Both sides are seen as mirror images, and the camera goes slowly."""
    motion = shipped("thread-the-needle", yaw=-32)
    first = next(i for i, step in enumerate(motion.steps) if step.mirror)
    right, left = (motion.sample(motion.starts_at_s(i) + 0.5).view for i in (first - 2, first))
    assert right == motion.view
    assert left.yaw_deg == -right.yaw_deg
    assert left.centre == pytest.approx((-right.centre[0], right.centre[1], right.centre[2]))
    yaws = [motion.sample(t / 30).view.yaw_deg for t in range(int(motion.total_s * 30))]
    assert max(abs(a - b) for a, b in itertools.pairwise(yaws)) < 2


def test_the_camera_comes_nearer_for_some_poses() -> None:
    """The poses that the view names are looked at from near; the way there and back is slow."""
    motion = shipped("wall-stretch", near=NEAR)
    i = next(n for n, step in enumerate(motion.steps) if step.near)
    start, turned = motion.starts_at_s(i), motion.starts_at_s(i) + motion.steps[i].move_s
    assert motion.sample(start).view == motion.view
    assert motion.sample(turned + 1).view == motion.near_view
    assert motion.near_view.span_cm < 0.6 * motion.view.span_cm
    spans = [motion.sample(t / 60).view.span_cm for t in range(int(motion.total_s * 60))]
    assert max(abs(a - b) for a, b in itertools.pairwise(spans)) < 1.5


def test_the_camera_looks_from_elsewhere_for_some_poses() -> None:
    """A view from near has angles of its own, and what it does not tell stays as it is."""
    motion = shipped("wall-stretch", near={"poses": ["turn"], "yaw": 60, "pitch": 40})
    step = next(n for n, step in enumerate(motion.steps) if step.near)
    moved = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s + 1).view
    assert (moved.yaw_deg, moved.pitch_deg) == (60, 40)
    assert (moved.centre, moved.span_cm) == (motion.view.centre, motion.view.span_cm)
    half = motion.sample(motion.starts_at_s(step) + motion.steps[step].move_s / 2).view
    assert half.pitch_deg == pytest.approx((motion.view.pitch_deg + 40) / 2)


def test_both_sides_are_as_near() -> None:
    """The camera is as near to the one side as to the other, and mirrors its place."""
    motion = shipped("wall-stretch", near=NEAR)
    near = [n for n, step in enumerate(motion.steps) if step.near]
    right, left = (motion.sample(motion.starts_at_s(n + 1) - 1).view for n in (near[0], near[-1]))
    assert left.span_cm == right.span_cm
    assert left.centre == pytest.approx((right.centre[0], right.centre[1], -right.centre[2]))


def test_an_arrow_that_stays_does_not_grow_anew() -> None:
    """One that the next step has too grows once and is whole from then on."""
    cue = {"arc": "pelvis", "at": [0, 40, 0], "radius": 12, "free": True}
    lean = {"pose": "lean", "move_s": 1, "flow": True, "cues": [cue]}
    raw = {
        "base": {"root": [0, 88, 0]},
        "poses": {"stand": {}, "lean": {"chest": [0, 20]}, "back": {"chest": [-10]}},
        "steps": [{"pose": "stand", "move_s": 1}, lean, {**lean, "pose": "back"}],
    }
    motion = Motion.from_mapping(raw)
    starts, goes_on = (motion.sample(motion.starts_at_s(i) + 0.06) for i in (1, 2))
    assert starts.cue_grown < 0.7
    assert goes_on.cue_grown == 1
    assert goes_on.cue_strength == 1


def rolling(share: float, step: int) -> list[tuple[float, float, float]]:
    """From the middle of a ring of the shoulder roll: where its arrow is, tail first."""
    motion = shipped("shoulder-roll")
    ring, _ = motion.sample(motion.starts_at_s(step) + share * motion.steps[step].move_s).cues
    middle = mix(ring.points[0], ring.points[len(ring.points) // 2], 0.5)
    assert ring.seen
    long, head = ring.seen.long * ring.seen.grown, ring.seen.head
    n = len(ring.points) - 1
    return [sub(ring.points[round((head - long * (1 - k / 60)) * n) % n], middle) for k in range(61)]


def test_a_ring_goes_round_with_its_part() -> None:
    """The head of the arrow is where the shoulder is: above when it is up, ahead when it is forward; it never
    jumps, not from step to step and not from round to round.
    """
    ends = {pose: rolling(0.999, step)[-1] for step, pose in enumerate(("up", "forward", "down", "back"), 5)}
    assert ends["up"][1] > 5 > -5 > ends["down"][1]
    assert ends["forward"][2] > 1.5 > -1.5 > ends["back"][2]
    for before in range(2, 12):
        assert distance(rolling(1 - 1e-5, before)[-1], rolling(1e-5, before + 1)[-1]) < 0.1
        assert distance(rolling(1 - 1e-5, before)[0], rolling(1e-5, before + 1)[0]) < 0.1


def test_a_ring_grows_out_of_its_head() -> None:
    """In its first move it gets longer, and then stays as long, on the circle all the way."""

    def long(ring: list[tuple[float, float, float]]) -> float:
        return sum(distance(a, b) for a, b in itertools.pairwise(ring))

    lengths = [long(rolling(share, 1)) for share in (0.2, 0.5, 0.8, 0.999)]
    assert lengths == sorted(lengths)
    assert lengths[-1] == pytest.approx(long(rolling(0.5, 3)), rel=0.02)
    radii = [distance(p, (0, 0, 0)) for p in rolling(0.3, 2)]
    assert radii == pytest.approx([radii[0]] * len(radii))


def test_rings_of_both_ways_go_round_differently() -> None:
    """Forward and backward the head leads another way round."""
    forward, backward = rolling(0.5, 5), rolling(0.5, 29)
    assert shipped("shoulder-roll").steps[29].pose != shipped("shoulder-roll").steps[5].pose
    turns = [cross(ring[-5], ring[-1])[0] for ring in (forward, backward)]
    assert turns[0] * turns[1] < 0


def test_the_rings_of_a_pair_go_round_as_one() -> None:
    """Beside each shoulder the arrow is as far round as beside the other."""
    motion = shipped("shoulder-roll")
    for step in range(1, 9):
        near, far = motion.sample(motion.starts_at_s(step) + 0.6).cues
        assert near.seen == far.seen


def cues_like(cue: object, **named: object) -> Motion:
    """A person who lifts an arm, with one cue, and with those that have names."""
    lift = {"pose": "lift", "move_s": 1, "cues": [cue]}
    poses = {"stand": {}, "lift": {"arm_l": {"raised": 150}}}
    return Motion.from_mapping(
        {
            "base": {"root": [0, 88, 0]},
            "poses": poses,
            "cues": named,
            "steps": [{"pose": "stand", "move_s": 1}, lift],
        }
    )


def test_a_cue_like_named_ones_is_all_of_them_with_what_it_says_itself() -> None:
    """Each keeps its own part; what the step says counts for all, whatever they say."""
    named = [{"track": "wrist_l", "gain": 2}, {"track": "elbow_l", "gain": 3}]
    cues = cues_like({"like": "both", "gain": 1}, both=named).steps[1].cues
    assert [(cue.part, cue.gain) for cue in cues] == [("wrist_l", 1), ("elbow_l", 1)]


@pytest.mark.parametrize(
    ("cue", "named"),
    [
        ({"like": "none"}, {"both": []}),
        ({"like": ["both"]}, {"both": []}),
        ({"like": "one"}, {"one": {"track": "wrist_l"}}),
        ({"like": "one"}, {"one": ["wrist_l"]}),
    ],
)
def test_cues_with_names_that_do_not_fit_are_told(cue: object, named: dict[str, object]) -> None:
    """One sentence says what is wrong."""
    with pytest.raises(MotionError, match="cue"):
        cues_like(cue, **named)


def test_the_arrow_of_turning_about_goes_before_it_is_seen_from_behind() -> None:
    """The camera goes round with whoever turns about, but not with the arrow before their feet."""
    motion = shipped("wall-stretch")
    about = next(i for i, step in enumerate(motion.steps) if step.mirror) - 1
    start, move_s = motion.starts_at_s(about), motion.steps[about].move_s
    strengths = [motion.sample(start + move_s * share).cue_strength for share in (0.3, 0.5, 0.7)]
    assert strengths[:2] == [1.0, 1.0]
    assert strengths[2] < 0.1


def test_a_pose_in_one_picture_has_the_arrows_that_led_there() -> None:
    """A still of a key pose stands for the movement into it, also of one that is not held."""
    motion = shipped("knee-to-chest")
    for i, step in enumerate(motion.steps):
        arrived = motion.arrival(i)
        assert (arrived.step, arrived.pose, arrived.move) == (i, step.pose, 1.0)
        assert arrived.cues == motion.cues(i)
        assert arrived.cue_strength == bool(step.cues)


def test_an_arrow_that_would_be_seen_from_behind_is_in_no_still_picture() -> None:
    """Where the camera has gone round, the pose stands alone."""
    motion = shipped("wall-stretch")
    about = next(i for i, step in enumerate(motion.steps) if step.mirror) - 1
    assert motion.steps[about].cues
    assert not motion.arrival(about).cues


def test_the_axes_of_a_view() -> None:
    """From the front the person's left is on the picture's right; from above, up is away from the viewer."""
    right, up, towards = View(0, 0, (0, 0, 0), 1, 1).axes
    assert right == pytest.approx((1, 0, 0))
    assert up == pytest.approx((0, 1, 0))
    assert towards == pytest.approx((0, 0, 1))
    assert View(0, 89.9, (0, 0, 0), 1, 1).axes[1][2] == pytest.approx(-1, abs=0.01)


def arrow(cue: dict[str, Any], mirror: bool = False) -> list[tuple[tuple[float, float, float], ...]]:
    steps = [
        {"pose": "stand", "move_s": 1},
        {"pose": "lean", "move_s": 1, "cues": [cue], "mirror": mirror},
    ]
    raw = {"base": {"root": [0, 88, 0]}, "poses": {"stand": {}, "lean": {"chest": [0, 20]}}, "steps": steps}
    return [c.points for c in Motion.from_mapping(raw).cues(1)]


def test_a_line_points_where_it_says() -> None:
    """A line begins at its place on the part and is as long as asked."""
    ((start, *_, end),) = arrow({"line": "chest", "at": [0, 0, 10], "toward": [0, 0, 12], "free": True})
    assert distance(start, end) == pytest.approx(12)
    assert end[2] > start[2] + 10


def test_an_arc_keeps_its_distance_and_turns_its_sweep() -> None:
    """An arc's points lie on a circle; half a turn ends opposite to where it began."""
    (points,) = arrow({"arc": "pelvis", "radius": 20, "begin": [1, 0, 0], "sweep": 180, "free": True})
    middle = (0, 88, 0)
    assert all(distance(p, middle) == pytest.approx(20) for p in points)
    assert points[0] == pytest.approx((20, 88, 0))
    assert points[-1] == pytest.approx((-20, 88, 0))


def test_a_pair_is_a_mirror_image() -> None:
    """A paired arrow has a twin on the other side."""
    cue = {"arc": "pelvis", "at": [20, 10, 0], "radius": 5, "axis": [1, 0, 0], "pair": True, "free": True}
    left, right = arrow(cue)
    assert [(-x, y, z) for x, y, z in left] == [pytest.approx(p) for p in right]


def test_the_other_side_has_the_mirrored_arrow() -> None:
    """The arrow of a mirrored step is the mirror image."""
    cue = {"track": "wrist_l", "at": [0, 10, 0]}
    (right,), (left,) = arrow(cue), arrow(cue, mirror=True)
    assert [(-x, y, z) for x, y, z in right] == [pytest.approx(p) for p in left]
