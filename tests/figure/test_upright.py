"""The stretches of the desk, and cat-cow: what must be seen of each, measured on the body that is drawn."""

from __future__ import annotations

from itertools import pairwise
from math import asin, degrees, hypot

import pytest
from tests.library import form_of

from unhunch.figure.body.shoulders import SHOULDER_RADIUS
from unhunch.figure.motion.motion import Motion
from unhunch.figure.painter import camera_for
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Vec, angle, degrees_of, distance, dot, mad, point, sub
from unhunch.figure.rig.wrist import HAND_LENGTH

PX = 100.0
FLESH_CM = 6.0
"""About how thick an upper arm and its sleeve are, from the bone."""
CLEAR_CM = 0.5
"""So far off a shoulder's flesh is the ring beside it."""
STILL_BENT_DEG = 20.0
OFF_THIGH_CM, SLIDES_CM = 3.0, 11.0
"""So far at most a hand moves across a thigh and up from it, and slides along it."""
BESIDE_SHOULDER_CM = 20.0
"""No farther from a shoulder at rest is the middle of the ring that goes round with it."""


def motion_of(stretch: str, form: str) -> tuple[Motion, list[str]]:
    """The motion of a form, and the name of each step's pose."""
    data = form_of(stretch, form).motion
    return Motion.from_mapping(data), [step["pose"] for step in data["steps"]]


def moved(motion: Motion, step: int, share: float = 1.0) -> Body:
    """The body a share of the way into the move of a step."""
    return solve(motion.pose(step, share))


def screen(camera: Camera, p: Vec) -> Vec:
    """A point of the world in a picture, in cm."""
    x, y = camera.xy(p)
    return (x / camera.px_per_cm, y / camera.px_per_cm, 0.0)


def test_loose_arms_go_along_with_rolling_shoulders() -> None:
    """About as far up and down as they, and not so far forward and back: an arm does not swing as a stick."""
    bodies = rolling("standing")

    def ranges(joint: str) -> Vec:
        low, high = (tuple(map(f, zip(*(b.joints[joint] for b in bodies), strict=True))) for f in (min, max))
        return sub(high, low)

    (_, lifted, swing), (_, rise, roll) = ranges("wrist_l"), ranges("shoulder_l")
    assert lifted == pytest.approx(rise, abs=1.5)
    assert roll > 13
    assert 0.4 * roll < swing < 0.95 * roll


def test_hands_lie_on_the_thighs_while_the_shoulders_of_one_who_sits_roll() -> None:
    """They slide along them a little; the elbows stay bent, and outside the trunk."""
    bodies = rolling("sitting")
    for body in bodies:
        for s in "lr":
            shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
            aside, up, along = sub(wrist, bodies[0].joints[f"wrist_{s}"])
            assert hypot(aside, up) < OFF_THIGH_CM
            assert abs(along) < SLIDES_CM
            assert angle(sub(elbow, shoulder), sub(wrist, elbow)) > STILL_BENT_DEG
            assert abs(elbow[0]) > abs(shoulder[0])


def rolling(form: str) -> list[Body]:
    """Bodies all round a roll of the shoulders."""
    motion, names = motion_of("shoulder-roll", form)
    first = names.index("up")
    return [moved(motion, first + k, share / 8) for k in range(4) for share in range(9)]


@pytest.mark.parametrize("form", ["standing", "sitting"])
def test_rolling_shoulders_rise_to_the_ears(form: str) -> None:
    """Half of the way from where they rest to the skull, and both alike."""
    motion, names = motion_of("shoulder-roll", form)
    rest, up = (moved(motion, names.index(name)).joints for name in ("tall", "up"))
    for s in "lr":
        gap = rest["head"][1] - rest[f"shoulder_{s}"][1]
        assert up["head"][1] - up[f"shoulder_{s}"][1] < 0.5 * gap


@pytest.mark.parametrize("form", ["standing", "sitting"])
@pytest.mark.parametrize(("ring", "s", "out"), [(0, "r", -1), (1, "l", 1)])
def test_an_arrow_goes_round_as_the_rolling_shoulders_do(form: str, ring: int, s: str, out: int) -> None:
    """In the picture there is a ring beside either shoulder, which goes over the top as the shoulder does; it
    is off the body: never across neck or arm.
    """
    motion, names = motion_of("shoulder-roll", form)
    camera = camera_for(motion.view, PX, PX, 1.0)
    ups = [k for k, name in enumerate(names) if name == "up"]
    shoulders = [screen(camera, body.joints[f"shoulder_{s}"]) for body in rolling(form)]
    for first, ahead in ((ups[0], 1), (ups[-1], -1)):
        circle = [screen(camera, p) for p in motion.cues(first)[ring].points]
        (left, top, _), (right, low, _) = (tuple(map(f, zip(*circle, strict=True))) for f in (min, max))
        x, y, _ = screen(camera, moved(motion, names.index("tall")).joints[f"shoulder_{s}"])
        assert hypot(x - (left + right) / 2, y - (top + low) / 2) < BESIDE_SHOULDER_CM
        assert ((left + right) / 2 - x) * out > 0
        assert (
            min(distance(p, shoulder) for p in circle for shoulder in shoulders) > SHOULDER_RADIUS + CLEAR_CM
        )
        over = sorted(pairwise(circle), key=lambda pair: pair[0][1])[:8]
        assert sum(b[0] - a[0] for a, b in over) * ahead > 0  # the viewer sees them go to the right


@pytest.mark.parametrize("form", ["floor", "sitting"])
@pytest.mark.parametrize(("before", "after"), [("cat", "cow"), ("cow", "cat")])
def test_half_way_between_cat_and_cow_it_is_seen_where_the_move_goes(
    form: str, before: str, after: str
) -> None:
    """There the back is past the first pose, on its way to round or to hollow."""
    motion, names = motion_of("cat-cow", form)
    table, end = (motion.steps[names.index(name)].pose for name in ("table", after))
    half = motion.pose(names.index(after, names.index(before)), 0.5)
    for channel in ("pelvis", "lumbar", "chest"):
        first, middle, last = (getattr(pose, channel)[0] for pose in (table, half, end))
        assert 0.2 < (middle - first) / (last - first) < 0.8


def test_a_cow_looks_up_over_a_hollow_back() -> None:
    """On all fours: nose above the level, seat tipped up, and the back sinks between seat and shoulders."""
    motion, names = motion_of("cat-cow", "floor")
    cow, table = (moved(motion, names.index(name)) for name in ("cow", "table"))
    assert cow.frames["head"][2][1] > 0.25
    assert cow.frames["pelvis"][1][1] < -0.1
    assert cow.frames["pelvis"][1][1] < table.frames["pelvis"][1][1]
    assert cow.joints["lumbar"][1] < cow.joints["neckbase"][1] - 8


def test_a_cat_is_one_even_curve_with_its_head_before_the_arms() -> None:
    """On all fours: every part of the back bends about as far, and the face is clear of the arms."""
    motion, names = motion_of("cat-cow", "floor")
    cat = moved(motion, names.index("cat"))
    ups = [f[1] for _, f in cat.spine[:6]]
    bends = [degrees_of(dot(a, b)) for a, b in pairwise(ups)]
    assert max(bends) < 1.25 * min(bends)
    assert cat.frames["pelvis"][1][1] > 0.9
    face = point(cat.joints["head"], cat.frames["head"], (0.0, 8.0, 9.0))
    assert all(face[2] > cat.joints[f"elbow_{s}"][2] + FLESH_CM for s in "lr")


def test_a_sitting_cow_looks_up_a_little_with_the_seat_behind() -> None:
    """On a chair: nose up by no more than is kind at a desk, pelvis tipped forward, the low back hollow."""
    motion, names = motion_of("cat-cow", "sitting")
    cow = moved(motion, names.index("cow"))
    assert 20 < degrees(asin(cow.frames["head"][2][1])) < 30
    assert 0.3 < cow.frames["pelvis"][1][2] < 0.6  # farther it would stick out behind as a tail
    assert cow.frames["chest"][1][2] < 0.2


@pytest.mark.parametrize("form", ["standing", "sitting"])
def test_the_overhead_reach_is_seen_whole_from_one_place(form: str) -> None:
    """The camera, and with it the chair, stays; head and hands never leave the picture, which they fill."""
    motion, _ = motion_of("overhead-reach", form)
    assert not any(step.near for step in motion.steps)
    highest = float(PX)
    for k in range(200):
        moment = motion.sample(motion.total_s * k / 200)
        assert moment.view == motion.view
        camera = camera_for(moment.view, PX, PX, 1.0)
        body = solve(moment.pose)
        tips = [mad(body.joints[f"wrist_{s}"], body.hands[s][0], HAND_LENGTH) for s, _ in SIDES]
        for x, y in (camera.xy(at) for at in [body.joints["head"], *tips]):
            assert 0 < x < PX
            assert 0 < y < PX
            highest = min(highest, y)
    assert highest < 0.08 * PX


def test_the_elbow_of_the_hand_that_draws_is_open() -> None:
    """Bent less than at a right angle: seen from the front both halves of the arm show."""
    motion, names = motion_of("overhead-reach", "standing")
    body = moved(motion, names.index("draw"))
    camera = camera_for(motion.view, PX, PX, 1.0)
    shoulder, elbow, wrist = (screen(camera, body.joints[f"{j}_r"]) for j in ("shoulder", "elbow", "wrist"))
    assert distance(shoulder, elbow) > 22
    assert distance(elbow, wrist) > 20
    assert distance(shoulder, wrist) > 38
