"""What lies over what at the hips: the shirt's hem or the root of a thigh."""

from PySide6.QtCore import QPointF

from unhunch.figure.body.bared import bared_seat
from unhunch.figure.body.bends import folded_of
from unhunch.figure.body.creases import hip_creases, over_hem
from unhunch.figure.body.hem import Hem
from unhunch.figure.body.hips import Hips
from unhunch.figure.ink.shapes import filled
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, Side, read_pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import mad

SIDE = Camera(-90, 20, (0.0, 25.0, 0.0), px_per_cm=4.0, width=800, height=800)
TABLE, HEELS = {"thigh": 0, "knee": 14, "ankle": 6}, {"thigh": 72.5, "knee": 14, "ankle": 6}


def kneeling(pelvis_deg: float, legs: object) -> Body:
    return solve(read_pose({"pelvis": [pelvis_deg], "legs": legs}, Pose(rest=1), "test"))


def test_the_shirt_of_one_who_bows_lies_over_the_thighs() -> None:
    """All the way from all fours down onto the heels, so that nothing changes places on it."""
    for share in range(11):
        legs = {**HEELS, "thigh": 7.25 * share}
        body = kneeling(78 - 1.6 * share, legs)
        assert all(over_hem(body, SIDE, s) < 0 for s in "lr")
        hips = Hips(body, SIDE, PEOPLE[0].build)
        assert all(layer.tone for layer in hip_creases(hips, Hem(hips)))  # none that covers the hem


def test_only_hips_on_the_heels_fold_the_belly_over_the_thighs() -> None:
    """Neither on all fours nor sitting upright on the heels does it spread on them."""
    assert folded_of(kneeling(62, HEELS)) == 1
    assert folded_of(kneeling(78, TABLE)) == 0
    assert folded_of(kneeling(0, HEELS)) == 0


def test_the_seat_shows_below_thighs_drawn_up_by_one_who_lies() -> None:
    """It comes out from under the shirt: trousers cover the hem up there where the seat rounds out. Only that
    of the side which is seen does.
    """

    def bared(s: Side, raised: float, knee: float) -> bool:
        raw = {"root": [0, 13, 0], "pelvis": [-95], "legs": {"raised": raised, "knee": knee}}
        hips = Hips(solve(read_pose(raw, Pose(rest=1), "test")), SIDE, PEOPLE[0].build)
        middle, _ = hips.buttock(1, 1.0)
        seat = QPointF(*SIDE.xy(mad(middle, hips.body.frames["pelvis"][1], 11.0)))
        half = bared_seat(hips, s)
        return half is not None and filled(*half.outlines).contains(seat)

    assert bared("r", raised=125, knee=120)
    assert not bared("r", raised=50, knee=90)
    assert not bared("l", raised=125, knee=120)
