"""Feet: how they lie on the floor, and what a sole shows."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from unhunch.figure.body.feet import foot_part
from unhunch.figure.ink.parts import Part
from unhunch.figure.rig.anatomy import BODY_HEIGHT
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Kneel, LegReach, Pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import mad

SX = dict(SIDES)
PX_PER_CM = 8.0
FLAT = LegReach((9, 6.5, 0))
STANDING = solve(replace(Pose(root=(0, 87, 0)), leg_l=FLAT, leg_r=FLAT))
KNEELING = solve(replace(Pose(root=(0, 46.6, 0)), leg_l=Kneel(), leg_r=Kneel()))


def camera(yaw_deg: float, pitch_deg: float = 0.0) -> Camera:
    """A close look at the floor under the figure, which is seen edge-on in the middle of the picture."""
    return Camera(yaw_deg, pitch_deg, (0.0, 0.0, 0.0), px_per_cm=PX_PER_CM, width=900, height=900)


def foot(body: Body, yaw_deg: float, pitch_deg: float = 0.0) -> Part:
    """The left foot."""
    cam = camera(yaw_deg, pitch_deg)
    return foot_part(cam, body, "l", SX["l"], cam.ball(body.joints["ankle_l"], 2.6))


def lowest_cm(part: Part) -> float:
    """How high over the floor a part seen from its side begins."""
    return (450 - part.layers[0].path.boundingRect().bottom()) / PX_PER_CM


def test_a_foot_that_kneels_lies_on_its_instep() -> None:
    """Its toes touch the floor and do not stand up from it, nor does any of it sink in."""
    outline = foot(KNEELING, 90).layers[0].path
    box = outline.boundingRect()
    at_left = abs(camera(90).xy(KNEELING.joints["ankle_l"])[0] - box.left()) > box.width() / 2
    third = box.width() / 3
    toes = QPainterPath()
    toes.addRect(box.adjusted(0, 0, -2 * third, 0) if at_left else box.adjusted(2 * third, 0, 0, 0))
    toes = toes.intersected(outline)
    assert (450 - toes.boundingRect().bottom()) / PX_PER_CM == pytest.approx(0.5, abs=0.4)
    assert toes.boundingRect().top() > box.top() + 0.4 * box.height()
    assert lowest_cm(foot(KNEELING, 90)) > -0.2


def test_a_foot_that_stands_is_not_turned() -> None:
    """It stands on heel and ball."""
    assert lowest_cm(foot(STANDING, 90)) == pytest.approx(0.0, abs=0.3)


def test_a_foot_lies_down_without_a_jump() -> None:
    """As it turns over from standing to lying on its instep its outline moves little at a time."""
    tops = []
    for i in range(61):
        up = -1 + i / 30
        leg = LegReach((10, 5, -40), knee_to=(0, 0, 1), toe=(0, 0, -1), sole=(0.3, up, 0))
        body = solve(replace(Pose(root=(0, 40, 0)), leg_l=leg, leg_r=leg))
        tops.append(foot(body, 90).layers[0].path.boundingRect().top())
    assert max(abs(b - a) for a, b in pairwise(tops)) < 1.6 * PX_PER_CM


def test_a_sole_is_lighter_where_it_stands_and_only_from_below() -> None:
    """Heel and ball are lighter than the rest, without an edge."""
    (light,) = [layer for layer in foot(STANDING, 0, -60).layers if layer.tone < 0]
    assert light.soft
    assert not [layer for layer in foot(STANDING, 0, 60).layers if layer.tone]


def test_a_sole_comes_to_show_gradually() -> None:
    """As a foot turns its sole to the viewer the sole's light grows from nothing."""
    tones = [
        min([layer.tone for layer in foot(STANDING, 0, -pitch).layers if layer.tone < 0], default=0.0)
        for pitch in range(0, 60, 3)
    ]
    assert tones == sorted(tones, reverse=True)
    assert max(a - b for a, b in pairwise(tones)) < 0.02
    assert tones[-1] < -0.05


def test_four_slits_part_the_toes() -> None:
    """Seen from the front a slit beside the big toe and three finer ones part the toes; from behind there is
    none.
    """

    def slits(part: Part) -> list[int]:
        """How wide (steps) each of those is that cross a line across the toes."""
        (lines, *_) = part.trims
        box = part.layers[0].path.boundingRect()
        y = box.bottom() - PX_PER_CM
        row = "".join(
            "#" if lines.path.contains(QPointF(box.left() + n / 5, y)) else " "
            for n in range(int(5 * box.width()))
        )
        return [len(run) for run in row.split()]

    found = slits(foot(STANDING, 0))
    assert len(found) == 4
    assert max(found) in (found[0], found[-1])
    assert not slits(foot(STANDING, 180))


def test_each_small_toe_has_a_round_end() -> None:
    """From above the front edge of the foot goes in between each two of the small toes."""
    outline = foot(STANDING, 0, 80).layers[0].path
    box = outline.boundingRect().adjusted(6, 0, -6, 2)
    rows = [int(box.bottom()) + 0.1 - n / 4 for n in range(int(4 * box.height()))]
    columns = range(int(box.left()), int(box.right()))
    edge = [next(y for y in rows if outline.contains(QPointF(x, y))) for x in columns]
    goes_in = [(a + c) / 2 - b > 0.5 for a, b, c in zip(edge, edge[5:], edge[10:], strict=False)]
    assert len("".join("#" if hollow else " " for hollow in goes_in).split()) >= 3


def test_the_tendon_runs_into_the_heel_in_a_hollow() -> None:
    """From the side the leg is at its thinnest above the ankle, and no corner is left above the heel."""
    outline = foot(STANDING, 90).layers[0].path
    box = outline.boundingRect()
    x0, y0 = camera(90).xy(STANDING.joints["ankle_l"])
    toes_left = abs(x0 - box.left()) > box.width() / 2

    def behind(up_cm: float) -> float:
        """How far the leg or the heel goes behind the ankle at a height."""
        xs = [x0 + (n if toes_left else -n) / 4 for n in range(300)]
        return (
            max(abs(x - x0) for x in xs if outline.contains(QPointF(x, y0 - up_cm * PX_PER_CM))) / PX_PER_CM
        )

    back = [behind(up) for up in (2.0, 1.0, 0.0, -1.0, -2.0, -3.0)]
    assert back == sorted(back)
    assert max(b - a for a, b in pairwise(back)) < 0.85


def test_a_foot_does_not_look_large() -> None:
    """From heel to toes it is somewhat shorter than a real one, which is 15 % of the body's height."""
    outline = foot(STANDING, 90).layers[0].path.boundingRect()
    assert 0.12 < outline.width() / PX_PER_CM / BODY_HEIGHT < 0.135


def test_a_foot_on_its_instep_has_an_arch() -> None:
    """Its sole, which looks up, goes in between heel and ball."""
    outline = foot(KNEELING, 90).layers[0].path
    ankle, (toe, _) = KNEELING.joints["ankle_l"], KNEELING.feet["l"]

    def top(t: float) -> float:
        x, _ = camera(90).xy(mad(ankle, toe, t))
        return next(up / 4 for up in range(200, 0, -1) if outline.contains(QPointF(x, 450 - 2 * up)))

    heel, arch, ball = top(-1.5), top(5.0), top(10.0)
    straight = heel + (ball - heel) * 6.5 / 11.5
    assert arch < straight


def test_the_nail_of_the_big_toe_shows_from_above() -> None:
    """And not from behind or below."""
    above, below, behind = (foot(STANDING, yaw, pitch) for yaw, pitch in ((0, 40), (0, -60), (180, 0)))
    assert [trim.tone < 0 for trim in above.trims] == [False, True]
    assert not [trim for part in (below, behind) for trim in part.trims if trim.tone < 0]
