"""The collarbones through a shirt: two fine lines from the collar to the shoulders."""

from unhunch.figure.anatomy import Body
from unhunch.figure.camera import Camera
from unhunch.figure.collarbones import collarbones
from unhunch.figure.pose import Pose, read_pose
from unhunch.figure.skeleton import solve

FRONT = Camera(0, 0, (0.0, 140.0, 0.0), px_per_cm=10.0, width=600, height=600)


def posed(**pose: object) -> Body:
    return solve(read_pose(pose, Pose(), "test"))


def sides_of(body: Body, camera: Camera = FRONT) -> str:
    """On which sides of the person a bone is seen."""
    middle = camera.xy(body.spine[5][0])[0]
    rings = [ring for layer in collarbones(body, camera) for ring in layer.path.toSubpathPolygons()]
    return "".join(sorted("l" if ring.boundingRect().center().x() > middle else "r" for ring in rings))


def test_both_collarbones_rise_from_the_collar_to_the_shoulders_of_one_who_stands() -> None:
    """They end higher than they begin."""
    body = posed()
    assert sides_of(body) == "lr"
    (layer,) = collarbones(body, FRONT)
    middle = FRONT.xy(body.spine[5][0])[0]
    for ring in layer.path.toSubpathPolygons():
        points = sorted((abs(ring.at(i).x() - middle), ring.at(i).y()) for i in range(ring.size()))
        assert points[-1][1] < points[0][1]


def test_no_collarbone_shows_where_the_cloth_is_drawn_or_the_chin_lies() -> None:
    """A head that leans draws the other side smooth; so do raised arms; a chin on the chest hides both."""
    assert sides_of(posed(neck=[20, 20], head=[8, 22, -4])) == "r"
    assert not sides_of(posed(arms={"raised": 170, "around": 90}))
    assert not sides_of(posed(neck=[44], head=[-7]))


def test_no_collarbone_is_seen_from_behind_or_from_aside() -> None:
    for yaw in (40, 90, 180, 270):
        camera = Camera(yaw, 0, (0.0, 140.0, 0.0), px_per_cm=10.0, width=600, height=600)
        assert not collarbones(posed(), camera)
