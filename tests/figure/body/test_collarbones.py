"""What shows through a shirt: collarbones, from the collar to the shoulders, and the breast."""

import pytest

from unhunch.figure.body.collarbones import breasts, collarbones, modelled
from unhunch.figure.people import Build
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve

FRONT = Camera(0, 0, (0.0, 140.0, 0.0), px_per_cm=10.0, width=600, height=600)


def posed(**pose: object) -> Body:
    return solve(read_pose(pose, Pose(), "test"))


def sides_of(body: Body, camera: Camera = FRONT) -> str:
    """On which sides of the person a bone is seen."""
    middle = camera.xy(body.spine[5][0])[0]
    middles = [sum(x for x, _ in outline) / len(outline) for outline in collarbones(body, camera)]
    return "".join(sorted("l" if x > middle else "r" for x in middles))


def test_both_collarbones_rise_from_the_collar_to_the_shoulders_of_one_who_stands() -> None:
    """They end higher than they begin."""
    body = posed()
    assert sides_of(body) == "lr"
    middle = FRONT.xy(body.spine[5][0])[0]
    for outline in collarbones(body, FRONT):
        points = sorted((abs(x - middle), y) for x, y in outline)
        assert points[-1][1] < points[0][1]


def test_no_collarbone_shows_where_the_cloth_is_drawn_or_the_chin_lies() -> None:
    """A head that leans draws the other side smooth; so do raised arms; a chin on the chest hides both."""
    assert sides_of(posed(neck=[20, 20], head=[8, 22, -4])) == "r"
    assert not sides_of(posed(arms={"raised": 170, "around": 90}))
    assert not sides_of(posed(neck=[44], head=[-7]))


def test_no_collarbone_is_seen_from_behind_or_from_aside() -> None:
    for yaw in (40, 90, 180, 270):
        camera = Camera(yaw, 0, (0.0, 140.0, 0.0), px_per_cm=10.0, width=600, height=600)
        assert not modelled(posed(), camera, Build())


BUST = Build(bust=1.0)


def test_a_bust_shades_the_shirt_of_somebody_upright() -> None:
    """Alike on both sides, below the armpits; none of somebody who lies or lifts the arms over the head."""
    middle, _ = FRONT.xy(posed().joints["chest"])
    left, right = (sorted((abs(x - middle), y) for x, y in found) for found in breasts(posed(), FRONT, BUST))
    for a, b in zip(left, right, strict=True):
        assert a == pytest.approx(b, abs=0.5)
    assert left[0][1] > left[-1][1]
    above = Camera(0, 90, (0.0, 10.0, 0.0), px_per_cm=10.0, width=600, height=600)
    assert not list(breasts(posed(pelvis=[-90]), above, BUST))
    assert not list(breasts(posed(arms={"raised": 170, "around": 90}), FRONT, BUST))


def height_of_shade(bust: float) -> float:
    ys = [y for _, y in next(iter(breasts(posed(), FRONT, Build(bust=bust))))]
    return max(ys) - min(ys)


def test_the_shade_below_a_flat_chest_is_a_quiet_plane_and_grows_with_a_bust() -> None:
    assert 0 < height_of_shade(0.0) < height_of_shade(0.5) < height_of_shade(1.0)
    assert height_of_shade(0.0) < 0.6 * height_of_shade(1.0)
