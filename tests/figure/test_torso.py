"""Trunk, shoulders, collar and neck: what hangs together moves together."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from unhunch.figure.anatomy import Body
from unhunch.figure.body import dressed, front_of_thigh
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Layer, Part
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.pose import Pose, read_pose
from unhunch.figure.shapes import between, lower_edge, swept
from unhunch.figure.skeleton import solve
from unhunch.figure.torso import collar_of, rise_of
from unhunch.figure.vectors import IDENTITY, Vec, dot, length, mix, pitched, point, sub, to_local, unit
from unhunch.figure.wardrobe import Wardrobe

FRONT = Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
SIDE = Camera(-90, 0, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
OVERHEAD = {"arms": {"raised": 172, "around": 96, "elbow": 8}}


def posed(**raw: object) -> Body:
    return solve(read_pose(raw, Pose(root=(0, 88, 0)), "test"))


def parts(body: Body, camera: Camera = FRONT, who: Person = PEOPLE[0]) -> dict[str, Part]:
    found = dressed(body, camera, who, breath=0.0, curls={}, wardrobe=Wardrobe())
    return {part.name: part for part in found}


def covered(found: dict[str, Part], x: float, y: float) -> bool:
    return any(layer.path.contains(QPointF(x, y)) for part in found.values() for layer in part.layers)


def collar_height(body: Body, x: float, z: float) -> float:
    """How high a place of the collar is above the foot of the neck."""
    at, f = collar_of(body)
    o, g = body.spine[5]
    on_ring = point(at, f, (x, 0.0, z))
    return to_local(g, sub(on_ring, o))[1]


def test_the_collar_rises_with_the_shoulders() -> None:
    """Shrugging takes the collar along, behind more than in front."""
    rest, shrug = posed(), posed(shoulders=[8, 0])
    assert rise_of(shrug, "l") == pytest.approx(rise_of(rest, "l") + 8)
    in_front = collar_height(shrug, 0, 6) - collar_height(rest, 0, 6)
    behind = collar_height(shrug, 0, -6) - collar_height(rest, 0, -6)
    assert behind > in_front > 0


def test_the_collar_rises_on_the_side_of_the_raised_shoulder() -> None:
    """One shoulder up lifts its own side of the collar more."""
    body = posed(shoulder_l=[6, 0])
    assert collar_height(body, 6, 0) > collar_height(body, -6, 0) + 0.5


@pytest.mark.parametrize("neck", [[40, 0, 0], [0, 30, 0], [0, -30, 0]])
def test_the_collar_leans_with_the_neck(neck: list[float]) -> None:
    """A bent neck takes the collar half way along."""
    straight, bent = posed(), posed(neck=neck)
    towards = unit(bent.spine[7][1][1])
    assert dot(collar_of(bent)[1][1], towards) > dot(collar_of(straight)[1][1], towards) + 0.01


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_no_ground_shows_between_neck_and_a_raised_arm(who: Person) -> None:
    """With both arms up, everything between the shoulder's joint and the foot of the neck is covered."""
    body = posed(**OVERHEAD)
    found = parts(body, who=who)
    for side in "lr":
        for i in range(21):
            x, y = FRONT.xy(mix(body.spine[6][0], body.joints[f"shoulder_{side}"], i / 20))
            assert covered(found, x, y)


def test_no_ground_shows_in_the_armpit_of_a_raised_arm() -> None:
    """The flesh from the breast out to the raised arm closes the armpit."""
    body = posed(**OVERHEAD)
    found = parts(body)
    for side, sx in (("l", 1.0), ("r", -1.0)):
        breast = point(*body.spine[4], (13.5 * sx, -2.5, 0.0))
        arm = mix(body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"], 0.25)
        for i in range(21):
            assert covered(found, *FRONT.xy(mix(breast, arm, i / 20)))


def test_the_shoulders_slope_down_from_the_neck() -> None:
    """At rest and shrugging the outline falls from the neck to the tip of the shoulder without a step."""
    for body in (posed(), posed(shoulders=[6, 0])):
        trunk = parts(body)["trunk"].layers[-1].path
        x0 = FRONT.xy(body.spine[5][0])[0] + 7.5 * FRONT.px_per_cm
        x1 = FRONT.xy(body.joints["shoulder_l"])[0]
        tops = []
        for i in range(12):
            x = x0 + (x1 - x0) * i / 11
            tops.append(next(y for y in range(800) if trunk.contains(QPointF(x, y))))
        steps = [b - a for a, b in pairwise(tops)]
        assert min(steps) >= -1
        assert max(steps) <= 2 * FRONT.px_per_cm


@pytest.mark.parametrize("knee", [0.0, 60.0, 90.0, 130.0])
def test_the_front_of_a_thigh_stays_in_front_when_the_knee_bends(knee: float) -> None:
    """However far the knee is bent, the thigh's front is square to the thigh and where it is standing."""
    body = posed(leg_l={"raised": 20, "around": 0, "knee": knee})
    p = body.joints
    thigh, shin = unit(sub(p["knee_l"], p["hip_l"])), unit(sub(p["ankle_l"], p["knee_l"]))
    front = front_of_thigh(thigh, shin, body.frames["knee_l"][2])
    assert length(front) == pytest.approx(1, abs=1e-6)
    assert dot(front, thigh) == pytest.approx(0, abs=1e-6)
    assert front[2] > 0.9


def test_the_shirt_covers_the_hip_crest_on_all_fours() -> None:
    """On hands and knees the shirt runs over the crest of the hip and ends on the buttock."""
    body = posed(pelvis=[80], arms={"to": [15, 28]}, pin=["knees", 0, 5.6, -22], legs={"thigh": 0})
    top = next(y for y in parts(body, SIDE)["trunk"].layers if y.cloth == "top" and not y.tone)

    def on_the_hip(at: Vec) -> bool:
        return top.path.contains(QPointF(*SIDE.xy(point(body.joints["pelvis"], body.frames["pelvis"], at))))

    assert on_the_hip((-8.0, 3.0, -9.0))
    assert not on_the_hip((-8.0, -7.0, -9.0))


def test_a_hem_seen_from_its_end_has_no_edge() -> None:
    """The stitched edge of a hem runs along its lower side, and is left out where no side is lower."""
    egg = SIDE.egg((0.0, 100.0, 0.0), ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)), 15.0, 2.0, 10.0)
    assert lower_edge(egg, (0.0, 0.02), 5.0) is None
    band = lower_edge(egg, (0.0, 1.0), 5.0)
    assert band
    assert max(y for _, y in band) == pytest.approx(egg[1] + 8.0, abs=0.5)
    assert max(y for _, y in band) - min(y for _, y in band) < 2 * 8.0 + 5.0


def test_the_shirt_folds_on_the_side_one_leans_to() -> None:
    """Leaning to a side folds the shirt there; standing straight, and from behind, no fold is painted."""
    lean = posed(lumbar=[0, 15, 0], chest=[0, 20, 0])
    behind = Camera(180, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    straight, folded = (parts(body)["trunk"].trims for body in (posed(), lean))
    assert len(folded) == len(straight) + 2
    assert all(layer.bounds.center().x() < FRONT.width / 2 for layer in folded[-2:])
    assert len(parts(lean, behind)["trunk"].trims) == len(parts(posed(), behind)["trunk"].trims)


def lap(body: Body, camera: Camera = SIDE, who: Person = PEOPLE[0]) -> list[Layer]:
    """What of the shirt laps over the thigh on the viewer's side."""
    return [y for y in parts(body, camera, who)["thigh_r"].trims if y.cloth == "top"]


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
@pytest.mark.parametrize("raised", [105.0, 125.0, 150.0])
def test_the_hem_stays_over_a_thigh_that_is_drawn_up(who: Person, raised: float) -> None:
    """Sitting with the knees up, the shirt's lower end never shrinks to a point: it goes round the seat."""
    sitting = posed(legs={"raised": raised, "around": 0, "knee": 90})
    cloth, edge = lap(sitting, who=who)
    assert edge.tone
    assert edge.bounds.width() > 5 * SIDE.px_per_cm
    assert cloth.bounds.height() > 8 * SIDE.px_per_cm
    hip = sitting.joints["hip_r"]
    assert cloth.path.contains(QPointF(*SIDE.xy((hip[0], hip[1] + 5, hip[2] - 7))))


def test_the_hem_goes_back_from_the_crease_of_the_hip() -> None:
    """The further a thigh is drawn up, the less of the shirt's front lies over it."""
    fronts = [
        max(layer.bounds.right() for layer in lap(posed(legs={"raised": raised, "around": 0, "knee": 90})))
        for raised in (100.0, 115.0, 130.0)
    ]
    assert fronts == sorted(fronts, reverse=True)


def test_no_shirt_laps_over_a_hanging_thigh() -> None:
    """Standing, the trunk lies over the thighs; seen from the feet, the thighs come out of the shirt."""
    assert not lap(posed())
    from_below = Camera(-90, -40, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    assert not lap(posed(legs={"raised": 120, "around": 0, "knee": 90}), from_below)


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_raised_arm_stays_sleeved(who: Person) -> None:
    """Over the head the sleeve covers over half of the upper arm, and the shirt reaches the chin."""
    body = posed(**OVERHEAD)
    found = parts(body, who=who)
    for side in "lr":
        shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
        sleeve = [y for y in found[f"upperarm_{side}"].layers if y.cloth == "top" and not y.tone]
        assert any(y.path.contains(QPointF(*FRONT.xy(mix(shoulder, elbow, 0.58)))) for y in sleeve)
        for i in range(11):
            beside = mix(body.spine[6][0], mix(shoulder, elbow, 0.3), i / 10)
            assert covered(found, *FRONT.xy(beside))


def test_a_cuff_lies_over_the_skin_of_an_arm_that_comes_a_little_forward() -> None:
    """Only an arm that points well at the viewer shows the inside of its sleeve."""

    def painted(raised: float) -> list[str]:
        arm = parts(posed(arms={"raised": raised, "around": 0, "elbow": 0}))["upperarm_l"]
        return [y.cloth for y in arm.layers if not y.tone]

    assert painted(15) == ["skin", "top"]
    assert painted(70) == ["top", "skin"]


def test_a_trunk_bent_sharply_has_a_round_contour() -> None:
    """Where the inside of a bend would fold over itself, the contour turns a little at a time."""
    bend = [pitched(IDENTITY, deg) for deg in (0, 0, 20, 50, 50)]
    places: list[Vec] = [(0, 0, 0), (0, 8, 0), (0, 16, 2), (0, 22, 8), (0, 27, 15)]
    eggs = [SIDE.egg((x, y + 90, z), f, 14, 4, 9) for (x, y, z), f in zip(places, bend, strict=True)]
    outline = swept(between(eggs))
    assert outline
    sides = [outline[1 : len(outline) // 2 - 1], outline[len(outline) // 2 + 1 : -1]]
    for side in sides:
        ways = [unit((c - a, d - b, 0.0)) for (a, b), (c, d) in pairwise(side)]
        assert all(dot(v, w) > 0.5 for v, w in pairwise(ways))
