"""Shoulders that are drawn up: how they slope, and what the shirt does."""

from math import atan2, degrees

import pytest
from PySide6.QtCore import QPointF

from unhunch.figure.body.body import dressed
from unhunch.figure.body.collarbones import TONE
from unhunch.figure.body.shoulders import Shoulders
from unhunch.figure.body.torso import Torso
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import point

OPEN = [who for who in PEOPLE if who.hair != "scarf"]
FRONT = Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
ASIDE = {"raised": 60, "around": 90}
FULL_CM = 7.5  # as far as shoulders are drawn up in a stretch


def posed(**raw: object) -> Body:
    return solve(read_pose(raw, Pose(root=(0, 88, 0)), "test"))


def wedges_of(body: Body) -> list[tuple[float, float]]:
    """Where the middles are of the wedges of shade on the shirt."""
    trunk, _ = Torso(body, FRONT, PEOPLE[0], 0.0).parts()
    shade = [layer for layer in trunk.trims if layer.soft and layer.tone > TONE]
    middles = [ring.boundingRect().center() for y in shade for ring in y.path.toSubpathPolygons()]
    return [(at.x(), at.y()) for at in middles]


def steepness_of(shoulders: Shoulders) -> float:
    """How steep (degrees) the left shoulder's slope is from beside the neck to its tip."""
    x, y, *_ = shoulders.slope("l", 1.0)[1]
    tip_x, tip_y = FRONT.xy(shoulders.tip("l"))
    return degrees(atan2(tip_y - y, abs(tip_x - x)))


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
def test_a_shrug_comes_up_square_and_leaves_most_of_the_neck(who: Person) -> None:
    """The slope from the neck to the shoulder's tip is less steep than at rest; the collar comes up little,
    and as the ring it is: front and sides alike.
    """
    rest, shrug = (Torso(posed(shoulders=[up, 0]), FRONT, who, 0.0) for up in (0, FULL_CM))
    _, y, *_ = shrug.shoulders.slope("l", 1.0)[0]
    steep = [steepness_of(torso.shoulders) for torso in (rest, shrug)]
    assert 14 < steep[1] < 0.75 * steep[0]
    ear = FRONT.xy(point(shrug.body.joints["head"], shrug.body.frames["head"], (7.0, 3.0, 0.0)))[1]
    assert y > ear
    fronts, sides = (
        [
            at([p.imag for p, _ in torso.collar.edge]) - FRONT.xy(torso.body.joints["head"])[1]
            for torso in (rest, shrug)
        ]
        for at in (max, min)
    )
    assert fronts[1] > 0.65 * fronts[0]
    assert sides[0] - sides[1] == pytest.approx(fronts[0] - fronts[1], rel=0.2)


def test_a_shoulder_drawn_ahead_keeps_its_corner() -> None:
    """Seen from the front the slope is less steep than at rest, and sags more below a straight line."""

    def sag_of(shoulders: Shoulders) -> float:
        (x, y, *_), (at, high, *_), *_, (end, low, *_) = shoulders.slope("l", 1.0)
        return high - (y + (low - y) * (at - x) / (end - x))

    rest, ahead = (Torso(posed(shoulders=[0, by]), FRONT, OPEN[0], 0.0).shoulders for by in (0, 7))
    assert steepness_of(ahead) < steepness_of(rest)
    assert sag_of(ahead) > sag_of(rest) + 0.3 * FRONT.px_per_cm


def test_a_shrug_folds_the_shirt_below_the_collar_on_the_side_drawn_up() -> None:
    """Two folds on that side; raised arms, which take their shoulders along, make none."""

    def below_the_collar(**pose: object) -> list[bool]:
        body = posed(**pose)
        x, y = FRONT.xy(body.spine[5][0])
        return [at < x for at, high in wedges_of(body) if abs(high - y) < 8 * FRONT.px_per_cm]

    at_rest, left, both = (
        below_the_collar(arms=ASIDE, **pose)
        for pose in ({}, {"shoulder_l": [FULL_CM, 0]}, {"shoulders": [FULL_CM, 0]})
    )
    assert at_rest == []
    assert left == [False, False]
    assert sorted(both) == [False, False, True, True]


@pytest.mark.parametrize("who", OPEN, ids=lambda p: p.id)
def test_the_shirt_goes_up_beside_the_neck_into_a_raised_sleeve(who: Person) -> None:
    """It covers the neck's root and leaves its upper half free; with arms that hang it lies below."""
    arms = {"raised": 161, "around": 97, "elbow": 14}
    for body, filled in ((posed(arms=arms), True), (posed(), False)):
        wardrobe = Wardrobe()
        wardrobe.look_from(FRONT)
        found = dressed(body, FRONT, who, breath=0.0, curls={}, wardrobe=wardrobe)
        trunk = next(part for part in found if part.name == "trunk")
        shirt = next(layer for layer in trunk.layers if layer.cloth == "top" and not layer.tone)
        low, high = (FRONT.xy(point(*body.spine[6], (5.6, up, -0.8))) for up in (2.0, 9.0))
        assert shirt.path.contains(QPointF(*low)) is filled
        assert not shirt.path.contains(QPointF(*high))


def test_a_level_arm_leaves_the_neck_free() -> None:
    """No peak of shirt stands beside the neck: the muscle swells up there only over an arm overhead."""

    def top_beside_neck(**arms: float) -> float:
        """How far (px) below the jaw the shirt reaches up beside the neck."""
        body = posed(arms={**arms, "around": 92})
        shirt = Torso(body, FRONT, PEOPLE[0], 0.0).shoulders
        slope = shirt.slope("l", 1.0)
        outlines = [*shirt.yoke("l", 1.0, slope), [(x, y - r) for x, y, r, _ in slope]]
        return min(y for outline in outlines for _, y in outline) - FRONT.xy(body.joints["head"])[1]

    assert top_beside_neck(raised=90, elbow=80) > top_beside_neck(raised=160) + 3 * FRONT.px_per_cm
