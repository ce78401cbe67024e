"""Shoulders of arms that point ahead, seen from the side."""

from unhunch.figure.body.reaching import ahead_of, breast_fold
from unhunch.figure.body.shoulders import Shoulders
from unhunch.figure.head.collar import Collar
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, Side, read_pose
from unhunch.figure.rig.skeleton import solve

SIDE = Camera(-60, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)


def shoulders_of(raised_deg: float) -> Shoulders:
    """Those of somebody upright whose arms are raised so far before them."""
    arms = {"raised": raised_deg, "around": 0}
    body = solve(read_pose({"arms": arms}, Pose(root=(0, 88, 0)), "test"))
    return Shoulders(body, SIDE, Collar(body, SIDE, PEOPLE[0]))


def sides_of(shoulders: Shoulders) -> tuple[Side, Side]:
    """The side that is turned away, and the nearer one."""
    return ("l", "r") if shoulders.away(1.0) else ("r", "l")


def test_an_arm_that_hangs_or_points_up_does_not_point_ahead() -> None:
    assert ahead_of(shoulders_of(90), "l") == 1
    assert ahead_of(shoulders_of(15), "l") == ahead_of(shoulders_of(160), "l") == 0


def test_the_breast_goes_out_into_the_sleeve_beyond_it_alone() -> None:
    """Of the nearer arm it lies within the shirt, and of one that hangs there is nothing of it."""
    shoulders = shoulders_of(90)
    far, near = sides_of(shoulders)
    assert breast_fold(shoulders, far)
    assert not breast_fold(shoulders, near)
    assert not breast_fold(shoulders_of(15), far)


def test_it_begins_below_the_shoulder_on_the_ribs_and_ends_at_the_arm() -> None:
    shoulders = shoulders_of(90)
    s, _ = sides_of(shoulders)
    (fold,) = breast_fold(shoulders, s)
    _, tip = SIDE.xy(shoulders.tip(s))
    assert max(y for _, y in fold) > tip + 8 * SIDE.px_per_cm
    assert min(y for _, y in fold) < tip
