"""Somebody who sits: on a chair, or on the floor with the knees up, and rolls down from there."""

from itertools import pairwise
from math import atan2, degrees

import pytest

from unhunch.figure.body.seated import leant_back_of, on_chair_of, raised_of, rolled_down_of, sat_on_of
from unhunch.figure.body.torso import Torso
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import sub, to_local

SIDE = Camera(-90, 0, (0.0, 40.0, 0.0), px_per_cm=4.0, width=800, height=800)
KNEES_UP = {"legs": {"to": [12, 30], "knee_to": [0.1, 1, 0.1]}}


def posed(**raw: object) -> Body:
    return solve(read_pose({**KNEES_UP, **raw}, Pose(root=(0, 13, 0)), "test"))


UPRIGHT = posed(pelvis=[-19], lumbar=[18], chest=[7])
ROLLED_DOWN = posed(pelvis=[-64], lumbar=[44], chest=[22])


def test_it_tells_how_somebody_rests_on_the_seat() -> None:
    assert sat_on_of(UPRIGHT) == sat_on_of(ROLLED_DOWN) == pytest.approx(1.0)
    assert leant_back_of(UPRIGHT) < leant_back_of(ROLLED_DOWN)
    assert rolled_down_of(UPRIGHT) < rolled_down_of(ROLLED_DOWN)
    assert not sat_on_of(posed(pelvis=[-90], lumbar=[9], chest=[-14]))  # flat on the back
    assert not sat_on_of(posed(legs={"raised": 0}))


def on_chair(**raw: object) -> Body:
    """On a chair, both feet flat."""
    legs = {"to": [15, 53], "knee_to": [0.3, 0.5, 1]}
    return solve(read_pose({"legs": legs, **raw}, Pose(root=(0, 52, 14)), "test"))


def test_it_tells_who_sits_on_a_chair() -> None:
    assert on_chair_of(on_chair()) == on_chair_of(on_chair(pelvis=[34])) == pytest.approx(1.0)
    assert not on_chair_of(posed(legs={"raised": 90, "knee": 160}))  # on the heels


def test_it_tells_which_thigh_is_raised_from_the_seat() -> None:
    """A single one: neither knees that both stand up nor a thigh that lies on the seat are raised so."""
    hugged = on_chair(leg_r={"raised": 132, "knee": 132})
    assert raised_of(hugged, "r") > 0.95
    assert raised_of(hugged, "l") == raised_of(on_chair(), "r") == raised_of(UPRIGHT, "r") == 0


def test_the_shirt_runs_on_from_a_hollow_back_over_the_seat() -> None:
    """Its hem stands out behind no further from the spine than that of a straight back."""

    def behind(of: Body) -> float:
        at, _, deep = Torso(of, SIDE, PEOPLE[0], 0.0).hem.size(0.0)
        return deep - to_local(of.frames["pelvis"], sub(at, of.joints["pelvis"]))[2]

    assert behind(on_chair(pelvis=[34], lumbar=[-22], chest=[-26])) < behind(on_chair()) - 2


def test_a_back_that_rolls_down_is_one_curve() -> None:
    """Seen from the side its cloth bends nowhere by as much as the spine below it bends in all."""
    middles = [(x, y) for x, y, *_ in Torso(ROLLED_DOWN, SIDE, PEOPLE[0], 0.0).trunk_eggs()[:6]]
    ways = [degrees(atan2(by - ay, bx - ax)) for (ax, ay), (bx, by) in pairwise(middles)]
    assert max(abs(b - a) for a, b in pairwise(ways)) < 20


@pytest.mark.parametrize("body", [UPRIGHT, ROLLED_DOWN], ids=["upright", "rolled down"])
def test_the_seat_rounds_out_behind_the_thighs(body: Body) -> None:
    """Further behind the hips than that of somebody who stands."""

    def behind(of: Body) -> float:
        centre, r = Torso(of, SIDE, PEOPLE[0], 0.0).hips.buttock(1.0)
        return r - to_local(of.frames["pelvis"], sub(centre, of.joints["pelvis"]))[2]

    assert behind(body) > behind(solve(Pose(root=(0, 88, 0)))) + 1.0
