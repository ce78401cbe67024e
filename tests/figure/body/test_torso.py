"""Trunk, shoulders, collar and neck: what hangs together moves together."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen, QTransform

from unhunch.figure.body.bends import carried_of, hem_frame, hem_opening
from unhunch.figure.body.body import dressed
from unhunch.figure.body.collarbones import TONE
from unhunch.figure.body.flesh import UPPER_ARM, Bone
from unhunch.figure.body.flexed import front_of_thigh
from unhunch.figure.body.torso import Torso
from unhunch.figure.head.collar import collar_of, collar_opens, collar_seen
from unhunch.figure.ink.parts import Layer, Part
from unhunch.figure.ink.shapes import between, sides_of
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.paint.depth import lie_of
from unhunch.figure.people import PEOPLE, Build, Person
from unhunch.figure.rig.anatomy import Body, rise_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import IDENTITY, Vec, dot, length, mix, pitched, point, sub, to_local, unit

FRONT = Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
SIDE = Camera(-90, 0, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
LEG = ("thigh", "shin")
ON_ALL_FOURS = {
    "pelvis": [80], "arms": {"to": [15, 28]}, "pin": ["knees", 0, 5.6, -22], "legs": {"thigh": 0},
}  # fmt: skip
ASIDE = {"raised": 60, "around": 90}
SITS = {"legs": {"raised": 88, "around": 0, "knee": 88}}
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


@pytest.mark.parametrize("pitch", [-12.0, -4.0, 4.0])
def test_a_collar_seen_along_its_edge_opens_in_front(pitch: float) -> None:
    """Its nearer side hangs down in a curve for whoever looks level, and is hidden from behind as it was."""
    body = posed()
    front, behind = (
        Camera(yaw, pitch, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800) for yaw in (0, 180)
    )
    assert collar_opens(body, front) > 0.1
    assert collar_seen(body, behind)[1][1] == pytest.approx(collar_of(body)[1][1])


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_no_ground_shows_between_neck_and_a_raised_arm(who: Person) -> None:
    """With both arms up, everything between the shoulder's joint and the foot of the neck is covered."""
    body = posed(**OVERHEAD)
    found = parts(body, who=who)
    for side in "lr":
        for i in range(21):
            x, y = FRONT.xy(mix(body.spine[6][0], body.joints[f"shoulder_{side}"], i / 20))
            assert covered(found, x, y)


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_the_shirt_comes_up_beside_the_neck_with_raised_arms(who: Person) -> None:
    """Level with the jaw it is there on both sides with arms overhead, and not with hanging ones."""
    for body, covers in ((posed(**OVERHEAD), True), (posed(), False)):
        shirt = parts(body, who=who)["trunk"].layers[-1].path
        for side in (1, -1):
            beside = FRONT.xy(point(*body.spine[6], (6.0 * side, 5.0, 0.0)))
            assert shirt.contains(QPointF(*beside)) == covers


def test_a_sleeve_is_wider_than_an_arm_that_points_at_the_viewer() -> None:
    """Its mouth, which is dark, stands out round the skin."""
    body = posed(arms={"raised": 85, "around": 5})
    layers = parts(body)["upperarm_l"].layers
    mouth = next(y for y in layers if y.cloth == "top" and y.tone > 0.4)
    shoulder, elbow = body.joints["shoulder_l"], body.joints["elbow_l"]
    arm = Bone(shoulder, elbow, (0.0, 1.0, 0.0), UPPER_ARM, PEOPLE[0].build.arms)
    assert mouth.path.boundingRect().width() > 1.08 * 2 * arm.radius(0.6) * FRONT.px_per_cm


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
    """On hands and knees the shirt runs over the crest of the hip and ends above the buttock."""
    body = posed(pelvis=[80], arms={"to": [15, 28]}, pin=["knees", 0, 5.6, -22], legs={"thigh": 0})
    top = next(y for y in parts(body, SIDE)["trunk"].layers if y.cloth == "top" and not y.tone)

    def on_the_hip(at: Vec) -> bool:
        return top.path.contains(QPointF(*SIDE.xy(point(body.joints["pelvis"], body.frames["pelvis"], at))))

    assert on_the_hip((-8.0, 7.0, -8.0))
    assert not on_the_hip((-8.0, -3.0, -9.0))


def test_leaning_folds_the_shirt_on_one_side_and_leaves_the_other_smooth() -> None:
    """The side one leans to is pressed together in three folds, that which is stretched has none; so it is
    for whoever sees the back. Of a straight trunk the shirt hangs in a fold on either side of the belly.
    """
    straight, lean = posed(arms=ASIDE), posed(arms=ASIDE, lumbar=[0, 15, 0], chest=[0, 20, 0])
    behind = Camera(180, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    for camera, side in ((FRONT, -1), (behind, 1)):
        waist_x, waist_y = camera.xy(lean.spine[1][0])
        near = 10 * camera.px_per_cm
        at_the_waist = [x for x, y in wedges_of(lean, camera) if abs(y - waist_y) < near]
        assert len(at_the_waist) == 3
        assert all((x - waist_x) * side > 0 for x in at_the_waist)
        sides = sorted((x - waist_x) * side < 0 for x, _ in wedges_of(straight, camera))
        assert sides == ([False, True] if camera is FRONT else [])


def test_a_trunk_that_leans_breaks_on_one_side_alone() -> None:
    """The side it leans from is one curve that bulges out, that it leans to is hollow at the waist."""
    body = posed(**OVERHEAD, lumbar=[0, 15, 0], chest=[0, 20, 0])
    shirt = parts(body)["trunk"].layers[-1].path

    def sides(joint: int) -> tuple[float, float]:
        x, y = FRONT.xy(body.spine[joint][0])
        inside = [u for u in range(int(x) - 120, int(x) + 120) if shirt.contains(QPointF(u, y))]
        return min(inside), max(inside)

    hem, waist, breast = (sides(joint) for joint in (0, 2, 4))
    ys = [FRONT.xy(body.spine[joint][0])[1] for joint in (0, 2, 4)]
    share = (ys[1] - ys[0]) / (ys[2] - ys[0])
    pressed, drawn_out = (waist[i] - (hem[i] + (breast[i] - hem[i]) * share) for i in (0, 1))
    assert pressed > 2 * FRONT.px_per_cm
    assert drawn_out > 1.7 * FRONT.px_per_cm


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_loose_shirt_is_drawn_in_little_at_the_waist(who: Person) -> None:
    """From the front it is nearly as wide there as at the breast, and not alike on both sides; at the hem it
    is wider than the hip under it.
    """
    body = posed(arms=ASIDE)
    trunk = parts(body, who=who)["trunk"]
    shirt, seat = trunk.layers[-1].path, trunk.layers[-2].path
    middle = FRONT.xy(body.spine[0][0])[0]

    def sides(path: QPainterPath, y: float) -> tuple[float, float]:
        inside = [x for x in range(600) if path.contains(QPointF(x, y))]
        return middle - min(inside), max(inside) - middle

    breast = sides(shirt, FRONT.xy(point(*body.spine[4], (0.0, -8.0, 0.0)))[1])
    waist, *above = (
        sides(shirt, FRONT.xy(mix(body.spine[0][0], body.spine[3][0], t / 10))[1]) for t in range(4, 11)
    )
    assert min(map(sum, (waist, *above))) > 0.86 * sum(breast)
    assert abs(waist[0] - waist[1]) > 0.5 * FRONT.px_per_cm
    assert shirt.boundingRect().bottom() < seat.boundingRect().bottom()
    hem = shirt.boundingRect().bottom() - 4.0 * FRONT.px_per_cm
    assert sum(sides(shirt, hem)) > 1.02 * sum(sides(seat, hem))


def test_the_shirt_of_one_who_stands_ends_on_the_hips() -> None:
    """Its hem lies about as high as the hip joints, that the legs are half of the body, and shades the
    trousers.
    """
    hem = Torso(posed(), FRONT, PEOPLE[0], 0.0).hem
    at, _, _ = hem.size(0.0)
    pelvis = posed().joints["pelvis"][1]
    assert 0 < at[1] - pelvis < 3
    (shade,) = (y for y in parts(posed())["trunk"].trims if y.soft and y.cloth == "trousers")
    shirt = parts(posed())["trunk"].layers[-1].path.boundingRect()
    assert shade.path.boundingRect().bottom() > shirt.bottom()


def test_the_hem_dips_on_the_side_one_leans_to() -> None:
    """There the cloth sinks together and stands off; on the other side it is drawn up close to the hip."""
    straight, lean = (
        Torso(posed(**OVERHEAD, **bent), FRONT, PEOPLE[0], 0.0).hem
        for bent in ({}, {"lumbar": [0, 15, 0], "chest": [0, 20, 0]})
    )
    assert abs(straight.frame[0][1]) < 0.01
    side = -1 if lean.leans < 0 else 1
    assert side * lean.frame[0][1] < -0.05
    assert side * (lean.size(0.0)[0][0] - straight.size(0.0)[0][0]) > 0.2


def creases(body: Body, camera: Camera = SIDE, who: Person = PEOPLE[0]) -> list[Layer]:
    """What of the thighs lies over the shirt's hem."""
    trims = parts(body, camera, who)["trunk"].trims
    return [layer for layer in trims if layer.cloth == "trousers" and not layer.soft and not layer.tone]


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_the_hem_goes_down_into_the_crease_of_the_hip(who: Person) -> None:
    """Of somebody who sits the nearer thigh lies over the front of the hem; the hem's back stays free."""
    body = posed(legs={"raised": 85, "around": 0, "knee": 85})
    (crease,) = creases(body, who=who)

    def covered_at(at: Vec) -> bool:
        on_screen = SIDE.xy(point(body.joints["pelvis"], body.frames["pelvis"], at))
        return crease.path.contains(QPointF(*on_screen))

    assert covered_at((-14.0, 2.5, 8.0))
    assert not covered_at((-14.0, 2.5, -6.0))


def test_no_thigh_lies_over_the_hem_where_it_hangs_or_is_not_seen() -> None:
    """Standing, and seen from the front, the hem is all free."""
    assert not creases(posed())
    kneeling = posed(pelvis=[80], arms={"to": [15, 28]}, pin=["knees", 0, 5.6, -22], legs={"thigh": 0})
    assert not creases(kneeling, FRONT)


def hugging(**more: object) -> Body:
    """Somebody on their back with both thighs drawn up."""
    legs = {"raised": 130, "around": 0, "knee": 130}
    return posed(**{"pelvis": [-100], "lumbar": [20], "legs": legs, **more})


@pytest.mark.parametrize(("pelvis", "hem"), [(-100, 11.0), (-8, 7.5)], ids=["lying", "sitting"])
def test_a_thigh_drawn_up_leaves_the_hem_free_at_its_root(pelvis: float, hem: float) -> None:
    """Behind the crease of the hip the shirt is seen as far down as its hem, so far (cm) up, above a round
    seat: that of one who lies rides up off it.
    """
    body = hugging(pelvis=[pelvis])
    found = parts(body, SIDE)
    thigh = found["thigh_r"].layers[0].path
    seat = next(layer.path for layer in found["trunk"].layers if layer.cloth == "trousers")

    def covers(path: QPainterPath, at: Vec) -> bool:
        on_screen = SIDE.xy(point(body.joints["pelvis"], body.frames["pelvis"], at))
        return path.contains(QPointF(*on_screen))

    assert not covers(thigh, (-8.0, hem, -9.0))
    assert covers(thigh, (-8.0, -3.0, -7.0)) or covers(seat, (-8.0, -3.0, -7.0))
    assert covers(thigh, (-8.0, 9.0, 6.0))


def test_the_hem_of_somebody_who_lies_has_no_sharp_corner() -> None:
    """Seen from above it is thicker than one that hangs down, so that it ends in a curve on the hip."""
    above = Camera(0, 85, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)

    def thickness(body: Body, camera: Camera) -> float:
        _, _, xx, xy, yy, _ = Torso(body, camera, PEOPLE[0], 0.0).shirt_end()
        half, part = (xx + yy) / 2, ((xx - yy) ** 2 / 4 + xy * xy) ** 0.5
        return (half - part) ** 0.5 / (half + part) ** 0.5

    assert thickness(posed(pelvis=[-88]), above) > 1.1 * thickness(posed(), FRONT)


@pytest.mark.parametrize("lean", [0, -15, -30, -88])
def test_what_is_sat_on_is_flat(lean: float) -> None:
    """With the thighs drawn up both rounds of a half of the seat reach no further down than its plane;
    that of one who sits is pressed a finger's breadth into the mat.
    """
    body = hugging(pelvis=[lean])
    hips = Torso(body, SIDE, PEOPLE[0], 0.0).hips
    lowest = [at[1] - r for at, r in hips.cushion(-1.0, 1.0)]
    assert min(lowest) >= body.joints["pelvis"][1] - 12.4


@pytest.mark.parametrize("up_deg", [-50.0, -20.0, 20.0, 50.0])
def test_a_hem_is_seen_flatter_than_it_is(up_deg: float) -> None:
    """Seen from above or below the shirt's lower end looks like a line round the hip, not like a dome."""
    camera = Camera(-60, up_deg, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    body = posed()
    is_turned = camera.facing(hem_frame(body)[1])
    x, y, z = Torso(body, camera, PEOPLE[0], 0.0).hem.frame
    assert abs(camera.facing(y)) < abs(is_turned)
    assert camera.facing(y) * is_turned > 0 or abs(up_deg) < 30
    for a, b in ((x, y), (y, z), (z, x)):
        assert dot(a, b) == pytest.approx(0, abs=1e-9)


def test_a_hem_seen_level_hangs_down_on_the_nearer_side() -> None:
    """In front of somebody who stands it is a shallow curve, no straight cut."""
    level = Camera(0, 8, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    _, y, _ = Torso(posed(), level, PEOPLE[0], 0.0).hem.frame
    assert 0.1 < level.facing(y) < 0.4


def wedges_of(body: Body, camera: Camera) -> list[tuple[float, float]]:
    """Where the middles are of the wedges of shade on the shirt."""
    shade = [y for y in parts(body, camera)["trunk"].trims if y.soft and y.cloth == "top" and y.tone > TONE]
    middles = [ring.boundingRect().center() for y in shade for ring in y.path.toSubpathPolygons()]
    return [(at.x(), at.y()) for at in middles]


@pytest.mark.parametrize(
    ("raw", "camera"),
    [
        ({"lumbar": [-20, 0, 0], "chest": [-15, 0, 0]}, SIDE),
        ({"lumbar": [0, 0, 12], "chest": [0, 0, 30]}, FRONT),
        ({"legs": {"raised": 115, "around": 0, "knee": 80}}, SIDE),
    ],
    ids=["arched", "twisted", "thighs up"],
)
def test_the_shirt_folds_as_the_pose_pulls_it(raw: dict[str, object], camera: Camera) -> None:
    """A hollow or twisted trunk and thighs drawn up each fold the shirt where one sees it, and elsewhere than
    where it folds of itself as it hangs.
    """
    hung, folded = (wedges_of(posed(arms=ASIDE, **more), camera) for more in ({}, raw))
    assert len(hung) == (2 if camera is FRONT else 0)
    assert folded
    assert not set(folded) & set(hung)


def test_the_cloth_spans_a_belly_that_is_drawn_in() -> None:
    """The shirt of an upright trunk that rounds forward hangs free of folds."""
    assert not wedges_of(posed(arms=ASIDE, lumbar=[50, 0, 0], chest=[40, 0, 0]), SIDE)


def test_no_fold_of_the_front_is_seen_from_the_side() -> None:
    """As the shirt hangs it folds before the belly alone: seen from the side such a fold would float."""
    three_quarters = Camera(-40, 8, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    nearly_side = Camera(-72, 8, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    for raw in ({}, SITS):
        body = posed(arms=ASIDE, **raw)
        assert len(wedges_of(body, nearly_side)) < len(wedges_of(body, three_quarters))


def side_line(body: Body, camera: Camera, *, upper: bool) -> list[float]:
    """How high (cm) the upper or lower edge of the shirt is, every few pixels along it from hem to breast."""
    top = next(y for y in parts(body, camera)["trunk"].layers if y.cloth == "top" and not y.tone).path
    ends = (camera.xy(body.spine[joint][0])[0] for joint in (1, 4))
    low, high = sorted(ends)
    found = []
    for i in range(12):
        x = low + (high - low) * i / 11
        inside = [y for y in range(int(camera.height)) if top.contains(QPointF(x, y))]
        found.append(-(min(inside) if upper else max(inside)) / camera.px_per_cm)
    return found


def test_the_back_of_a_cat_is_one_dome() -> None:
    """From the loin to the shoulder blades it bulges everywhere: no straight stretch, no corner."""
    cat = {"pelvis": [16], "lumbar": [56, 0, 0], "chest": [38, 0, 0], "shoulders": [-2, 5]}
    back = side_line(posed(**{**ON_ALL_FOURS, **cat}), SIDE, upper=True)
    bends = [a - 2 * b + c for a, b, c in zip(back, back[1:], back[2:], strict=False)]
    assert max(bends) < 0.15
    assert min(bends) > -1.5


def test_the_back_of_a_cow_is_one_hollow() -> None:
    """On all fours it sinks in amid the back, well below the hem on the seat and the shoulder blades."""
    cow = {"pelvis": [107], "lumbar": [-30, 0, 0], "chest": [-27, 0, 0], "legs": {"thigh": -3}}
    eggs = Torso(posed(**{**ON_ALL_FOURS, **cow}), SIDE, PEOPLE[0], 0.0).trunk_eggs()
    back = [(yy**0.5 - y) / SIDE.px_per_cm for _, y, _, _, yy, _ in eggs]
    lowest = back.index(min(back))
    assert 2 <= lowest <= 4
    assert min(back[0], back[-1]) > min(back) + 5
    rises = [b - a for a, b in pairwise(back)]
    assert max(rises[:lowest]) < 0 < min(rises[lowest:])


def test_one_who_sits_with_a_hollow_back_lifts_the_breast() -> None:
    """The back sinks in below the shoulder blades, and the breast comes out more than that."""
    legs = {"legs": {"raised": 90, "knee": 90}}
    plain, hollow = (
        Torso(posed(pelvis=[36], lumbar=[a], chest=[a], **legs), SIDE, PEOPLE[0], 0.0).swells(0.0)
        for a in (0, -25)
    )
    assert hollow[3][1] < plain[3][1] - 2
    assert hollow[5][0] > plain[5][0] + 1


def test_one_who_sits_upright_has_a_waist() -> None:
    """It is drawn in more than that of one who stands, on both sides and in front, and the breast stands over
    it.
    """
    drawn_in = []
    for raw in ({}, SITS):
        torsos = (Torso(posed(**raw), camera, PEOPLE[6], 0.0) for camera in (FRONT, SIDE))
        halves = [[xx**0.5 for _, _, xx, *_ in torso.trunk_eggs()] for torso in torsos]
        drawn_in.append([min(half[:5]) / max(half[5:]) for half in halves])
    (stands_wide, stands_deep), (sits_wide, sits_deep) = drawn_in
    assert sits_wide < 0.94 * stands_wide
    assert sits_deep < 0.94 * stands_deep


def test_hands_behind_the_head_lift_the_ribs_before_knees_that_stand() -> None:
    """Of one who stands they do not come out."""
    for raw, cm in (({"legs": {"raised": 130, "knee": 100}}, 2.0), ({}, 0.0)):
        torso = Torso(posed(**raw), SIDE, PEOPLE[0], 0.0)
        assert torso.swells(1.0)[5][0] - torso.swells(0.0)[5][0] == pytest.approx(cm, abs=0.5)


def test_the_back_of_one_who_sits_slumped_is_one_curve() -> None:
    """It is farthest back amid the back, and its hem goes along with the seat."""
    slumped = posed(pelvis=[-50], lumbar=[52, 0, 0], chest=[45, 0, 0], legs={"raised": 40, "around": 0})
    behind = [SIDE.width - x + xx**0.5 for x, _, xx, *_ in Torso(slumped, SIDE, PEOPLE[0], 0.0).trunk_eggs()]
    assert 2 <= behind.index(max(behind)) <= 4
    assert behind[0] < max(behind) - 2 * SIDE.px_per_cm


def test_the_hem_on_all_fours_follows_the_buttock() -> None:
    """With a level back it is tilted down over the seat; standing it is not."""
    tilts = []
    for body in (posed(), posed(**ON_ALL_FOURS)):
        tilts.append(dot(hem_frame(body)[1], body.frames["pelvis"][2]))
    assert tilts[1] < tilts[0] - 0.1


def test_the_shirt_of_one_who_leans_back_falls_in_at_the_waist() -> None:
    """Measured by the ribs it is narrower there than that of one who stands."""
    upright, leaning = (Torso(posed(pelvis=[a]), FRONT, PEOPLE[0], 0.0).trunk_eggs() for a in (0, -40))
    stands, leans = ((eggs[3][2] / eggs[5][2]) ** 0.5 for eggs in (upright, leaning))
    assert leans < stands - 0.08


@pytest.mark.parametrize(("pelvis", "carried"), [(-66, 1.0), (-90, 0.0), (-25, 0.0)])
def test_ribs_above_hips_that_lie_are_carried(pelvis: float, carried: float) -> None:
    """By a roller or a block: neither on the floor nor sitting up."""
    assert carried_of(posed(pelvis=[pelvis], lumbar=[-11])) == carried


def test_a_rounded_back_is_not_hollow_at_the_waist() -> None:
    """Its loin comes out behind: there the trunk is deeper than that of one who stands straight."""

    def deep(body: Body) -> float:
        loin = Torso(body, SIDE, PEOPLE[0], 0.0).trunk_eggs()[3]
        return loin[2] ** 0.5 / SIDE.px_per_cm

    assert deep(posed(lumbar=[40, 0, 0])) > deep(posed()) + 0.5


def test_a_hanging_arm_has_a_fold_at_its_armpit() -> None:
    """Beside the sleeve, and one in below the breast, that begins where it ends; both sides are alike."""
    body = posed()
    below, above = (FRONT.xy(body.spine[joint][0])[1] for joint in (2, 3))
    armpits = (below + above) / 2
    middle = FRONT.xy(body.spine[4][0])[0]
    found = [(x - middle, y) for x, y in wedges_of(body, FRONT) if y < armpits]
    left, right = (sorted((abs(x), y) for x, y in found if x * side > 0) for side in (-1, 1))
    assert len(left) == 2
    assert left == [pytest.approx(at, abs=1.0) for at in right]


def test_no_shade_lies_beside_an_arm_that_crosses_the_trunk() -> None:
    """Only one that is seen beside the trunk leaves it at an armpit."""
    torso = Torso(posed(arm_l={"raised": 40, "around": -60}), FRONT, PEOPLE[0], 0.0)
    assert torso.shoulders.beside("l") == 0
    assert torso.shoulders.beside("r") == pytest.approx(1)


@pytest.mark.parametrize(("around", "raised"), [(0, 5), (0, 80)], ids=["hanging", "ahead"])
def test_a_sleeve_seen_from_its_outer_side_is_set_off_by_a_fold(around: float, raised: float) -> None:
    """The nearer arm has one, the farther none; seen from the front neither has."""
    body = posed(arms={"raised": raised, "around": around, "elbow": 10})
    assert len(parts(body, SIDE)["upperarm_r"].trims) == 1
    assert not parts(body, SIDE)["upperarm_l"].trims
    assert not parts(body, FRONT)["upperarm_r"].trims


def test_a_shirt_at_rest_has_a_fold_on_either_side_of_the_waist_not_at_one_height() -> None:
    """From near and far there is nothing else on it but its hem, the shade of the breast and the folds from
    the armpits.
    """
    near, far = (
        Camera(0, 0, (0.0, 130.0, 0.0), px_per_cm=4.0, width=4 * wide, height=4 * wide) for wide in (80, 180)
    )
    for camera in (near, far):
        trims = parts(posed(), camera)["trunk"].trims
        assert len([y for y in trims if y.cloth == "top" and not y.soft]) == 1
        waist = camera.xy(posed().spine[2][0])[1]
        left, right = [at for at in wedges_of(posed(), camera) if at[1] > waist]
        assert abs(left[1] - right[1]) > 0.5 * camera.px_per_cm
        assert len(wedges_of(posed(), camera)) == 2 + 2 * 3


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_shrug_takes_the_collar_some_of_the_way_and_keeps_the_shoulders_apart(who: Person) -> None:
    """Shoulders drawn up rise at their ends, where they are; the collar follows them an eighth of the way: it
    stays a ring round the neck.
    """
    rest, shrug = posed(), posed(shoulders=[8, 0])
    risen = collar_of(shrug)[0][1] - collar_of(rest)[0][1]
    assert 0.08 * 8 < risen < 0.2 * 8

    def wide(body: Body) -> float:
        left, right = (body.joints[f"shoulder_{s}"] for s in "lr")
        return length(sub(left, right))

    assert wide(shrug) > 0.95 * wide(rest)
    trunks = [parts(body, who=who)["trunk"].layers[-1].path.boundingRect() for body in (rest, shrug)]
    assert trunks[1].width() > 0.95 * trunks[0].width()


def test_the_hem_lies_over_the_hip_of_somebody_who_sits_leaning_back() -> None:
    """Seen a little from the feet the shirt ends in an arc about as wide as the hip; only seen well from the
    feet it opens.
    """
    body = posed(pelvis=[-50], legs={"raised": 90, "around": 0, "knee": 80})
    side = Camera(-40, 10, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    assert hem_opening(body, side) == 0
    from_feet = Camera(0, -40, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
    assert hem_opening(body, from_feet) == 1


def test_an_arm_that_hangs_beside_the_breast_is_painted_over_it() -> None:
    """From nearly the front no shoulder drawn back makes a sliver of its sleeve."""
    camera = Camera(-20, 5, (0.0, 130.0, 0.0), px_per_cm=4.0, width=600, height=800)
    for shoulders in ([0, 0], [6, 0], [2, 8], [2, -7]):
        body = posed(shoulders=shoulders, arms={"raised": 12, "around": 90, "elbow": 14})
        lie = lie_of(body, camera, {}, scarf=False)
        names = [rod.name for rod in lie.rods]
        trunk, arm = names.index("trunk"), names.index("upperarm_l")
        by = lie.nearer.get((min(trunk, arm), max(trunk, arm)), 0.0)
        assert by * (arm - trunk) <= 0


def test_a_fold_comes_in_from_the_edge_of_the_shirt() -> None:
    """Every wedge comes over the outline of the trunk or out from an arm: none floats."""
    for raw in (
        {"chest": [0, 25, 0], "lumbar": [0, 15, 0]},
        {"chest": [0, 0, 35]},
        {"chest": [40, 0, 0]},
        OVERHEAD,
    ):
        for yaw in (0, 30, 60, 90):
            camera = Camera(yaw, 10, (0.0, 100.0, 0.0), px_per_cm=4.0, width=800, height=800)
            found = parts(posed(**raw), camera)
            shirt = next(y.path for y in found["trunk"].layers if y.cloth == "top" and not y.tone)
            room = QPainterPathStroker(QPen(QColor(), camera.px_per_cm))
            arms = [y.path for part in found.values() if part.limb.startswith("arm") for y in part.layers]
            arms += [room.createStroke(arm) for arm in arms]
            for shade in (y for y in found["trunk"].trims if y.soft and y.cloth == "top" and y.tone > TONE):
                for ring in shade.path.toSubpathPolygons():
                    points = [ring.at(i) for i in range(ring.size())]
                    beyond = [not shirt.contains(p) or any(arm.contains(p) for arm in arms) for p in points]
                    assert any(beyond)


@pytest.mark.parametrize("bend", [100.0, 150.0])
def test_calf_and_thigh_meet_where_a_knee_is_folded(bend: float) -> None:
    """No hole shows in the pit of a knee that is folded far; one bent to a right angle stays slender."""
    body = posed(leg_r={"raised": 90, "around": 0, "knee": bend})
    hip, knee, ankle = (body.joints[f"{j}_r"] for j in ("hip", "knee", "ankle"))
    pit = mix(mix(knee, hip, 0.33), mix(knee, ankle, 0.33), 0.5)
    legs = {name: part for name, part in parts(body, SIDE).items() if part.side == "r" and part.kind in LEG}
    assert covered(legs, *SIDE.xy(pit)) == (bend > 120)


def test_a_bent_knee_is_one_shape_with_its_thigh() -> None:
    """Thigh and shin both reach into the cap of a bent knee, so that neither looks stuck on to the other."""
    body = posed(leg_r={"raised": 90, "around": 0, "knee": 90})
    found = parts(body, SIDE)
    cap = SIDE.xy(point(body.joints["knee_r"], body.frames["knee_r"], (0.0, 0.0, 4.2)))
    assert all(covered({kind: found[f"{kind}_r"]}, *cap) for kind in LEG)


def test_a_bent_knee_is_told_by_light_and_shade() -> None:
    """One that comes at the viewer has both, without an edge; a straight one two folds, at the knee and over
    the hem, and a fainter light on its cap.
    """
    bent, straight = (
        parts(posed(leg_r={"raised": raised, "around": 0, "knee": knee}))["shin_r"].trims
        for raised, knee in ((80, 90.0), (0, 3.0))
    )
    cap = [trim.tone for trim in bent if trim.soft]
    assert min(cap) < 0 < max(cap)
    assert sum(not trim.soft for trim in straight) == 2
    lit = [trim.tone for trim in straight if trim.soft]
    assert min(cap) < min(lit) <= max(lit) < 0


@pytest.mark.parametrize("elbow", [8.0, 90.0, 130.0])
def test_an_elbow_is_full_on_its_outside(elbow: float) -> None:
    """On the outer side of the bend there is flesh, however round it is."""
    body = posed(arm_r={"raised": 30, "around": 0, "elbow": elbow})
    tip = SIDE.xy(point(body.joints["elbow_r"], body.frames["elbow_r"], (0.0, 1.6, -1.6)))
    assert covered({"forearm_r": parts(body, SIDE)["forearm_r"]}, *tip)


def test_an_elbow_that_is_hardly_bent_has_none() -> None:
    """A relaxed arm is one curve, inside and outside: its elbow stands out no farther than its middle."""
    body = posed(arm_r={"raised": 30, "around": 0, "elbow": 25})
    corner = SIDE.xy(point(body.joints["elbow_r"], body.frames["elbow_r"], (0.0, 0.4, -2.8)))
    found = parts(body, SIDE)
    assert not covered({"forearm_r": found["forearm_r"], "upperarm_r": found["upperarm_r"]}, *corner)


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_raised_arm_stays_sleeved(who: Person) -> None:
    """Over the head a short sleeve comes up with the shoulder and covers half of the upper arm, no more than
    two thirds; neck, shirt and arm go on with no gap.
    """
    body = posed(**OVERHEAD)
    found = parts(body, who=who)
    for side in "lr":
        shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
        sleeve = [y for y in found[f"upperarm_{side}"].layers if y.cloth == "top" and not y.tone]
        for share, sleeved in ((0.5, True), (0.68, who.sleeve > 1)):
            at = QPointF(*FRONT.xy(mix(shoulder, elbow, share)))
            assert any(y.path.contains(at) for y in sleeve) is sleeved
        for i in range(11):
            beside = mix(body.spine[6][0], mix(shoulder, elbow, 0.3), i / 10)
            assert covered(found, *FRONT.xy(beside))


def test_a_cuff_lies_over_the_skin_of_an_arm_that_comes_a_little_forward() -> None:
    """Only an arm that points well at the viewer shows the inside of its sleeve."""

    def painted(raised: float) -> list[str]:
        arm = parts(posed(arms={"raised": raised, "around": 0, "elbow": 0}))["upperarm_l"]
        return [y.cloth for y in arm.layers if not y.tone]

    assert painted(15) == ["skin", "top"]
    assert painted(80) == ["top", "skin"]


def test_a_trunk_bent_sharply_has_a_round_contour() -> None:
    """Where the inside of a bend would fold over itself, the contour turns a little at a time."""
    bend = [pitched(IDENTITY, deg) for deg in (0, 0, 20, 50, 50)]
    places: list[Vec] = [(0, 0, 0), (0, 8, 0), (0, 16, 2), (0, 22, 8), (0, 27, 15)]
    eggs = [SIDE.egg((x, y + 90, z), f, 14, 4, 9) for (x, y, z), f in zip(places, bend, strict=True)]
    sides = sides_of(between(eggs))
    assert sides
    for side in sides:
        ways = [unit((c - a, d - b, 0.0)) for (a, b), (c, d) in pairwise(side)]
        assert all(dot(v, w) > 0.5 for v, w in pairwise(ways))


def test_a_shrugged_shoulder_hangs_below_its_joint() -> None:
    """The flesh of a hanging arm does not go all the way up with the joint; at rest it is where that is, or a
    little below it on narrow shoulders, which slope.
    """
    plain = replace(PEOPLE[0], build=Build())
    for raw, below in (({}, False), ({"shoulders": [8, 0]}, True), (OVERHEAD, False)):
        body = posed(**raw)
        tip, slopes = (Torso(body, FRONT, who, 0.0).shoulders.tip("l") for who in (plain, PEOPLE[0]))
        assert (tip[1] < body.joints["shoulder_l"][1] - 1.0) == below
        assert (slopes[1] < tip[1]) == (not raw)


def test_the_hem_slants_when_the_hips_turn_against_the_ribs() -> None:
    """A twist lowers the hem behind; turned as a whole it lies as at rest."""

    def lower_behind(body: Body) -> float:
        return -dot(hem_frame(body)[1], body.frames["pelvis"][2])

    rest = lower_behind(posed())
    assert lower_behind(posed(pelvis=[0, 0, 50])) == pytest.approx(rest)
    for turn in (50, -50):
        assert abs(lower_behind(posed(chest=[0, 0, turn])) - rest) > 0.1


def test_the_hem_hangs_free_on_all_fours() -> None:
    """No crease of the hip takes the hem in where the belly faces the floor, flat or hanging."""
    assert not creases(posed(**ON_ALL_FOURS), SIDE)
    assert not creases(posed(**ON_ALL_FOURS, lumbar=[-40]), SIDE)


def test_the_hem_goes_with_the_back() -> None:
    """A back that rounds draws the hem up behind, one that arches lets it down."""

    def lower_behind(**raw: object) -> float:
        body = posed(**raw)
        return -dot(hem_frame(body)[1], body.frames["pelvis"][2])

    assert lower_behind(lumbar=[40, 0, 0]) < lower_behind() < lower_behind(lumbar=[-40, 0, 0])


def test_the_hem_goes_up_the_back_of_a_cat() -> None:
    """A back that humps on all fours takes the hem along; one that rounds over a lap does not."""

    def up_the_back(body: Body) -> float:
        at, _, _ = Torso(body, SIDE, PEOPLE[0], 0.0).hem.size(0.0)
        return to_local(body.frames["pelvis"], sub(at, body.joints["pelvis"]))[1]

    flat, cat = posed(**ON_ALL_FOURS), posed(**{**ON_ALL_FOURS, "pelvis": [30]}, lumbar=[50, 0, 0])
    sat = {"legs": {"raised": 85, "around": 0, "knee": 85}}
    assert up_the_back(cat) > up_the_back(flat) + 2
    assert up_the_back(posed(**sat, lumbar=[50, 0, 0])) == pytest.approx(up_the_back(posed(**sat)))


def test_the_seat_goes_on_outside_the_hem_on_all_fours() -> None:
    """Behind the hem of a cat and of a cow the trousers round out, further than the shirt's end."""
    for raw in ({"pelvis": [30], "lumbar": [50, 0, 0]}, {"pelvis": [100], "lumbar": [-40, 0, 0]}):
        body = posed(**{**ON_ALL_FOURS, **raw})
        torso = Torso(body, SIDE, PEOPLE[0], 0.0)
        (at, r), (hem, _, deep) = torso.hips.buttock(1.0), torso.hem.size(0.0)
        behind = body.frames["pelvis"][2]
        assert dot(sub(at, hem), behind) - r < -deep + 1.5


def test_what_the_crease_of_a_hip_covers_lies_within_its_thigh() -> None:
    """Of thighs drawn up over the trunk it does not come out beside them, as a lump on the shirt."""
    body = hugging()
    crease = creases(body)[-1].path
    thigh = parts(body, SIDE)["thigh_r"].layers[0].path
    middle = crease.boundingRect().center()
    smaller = QTransform().translate(middle.x(), middle.y()).scale(0.9, 0.9)
    assert thigh.contains(smaller.translate(-middle.x(), -middle.y()).map(crease))


def test_a_thigh_of_one_who_lies_comes_over_the_hem_little_by_little() -> None:
    """Its root grows over the shirt's end from the crease of the hip on, before it lies over the trunk."""
    camera = Camera(-57, 20, (0.0, 20.0, 0.0), px_per_cm=4.0, width=800, height=800)

    def area(raised: float) -> float:
        legs = {"raised": raised, "around": 0, "knee": 90}
        roots = creases(posed(pelvis=[-88], root=(0, 12, 0), legs=legs), camera)
        outlines = [[(at.x(), at.y()) for at in root.path.toFillPolygon()] for root in roots]
        return sum(abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(each))) for each in outlines) / 32

    areas = [area(raised) for raised in range(45, 80)]
    assert areas[10] == 0.0  # not yet with the knees a little bent: the hem ends in one curve
    assert areas[-1] > 200.0
    assert all(0 <= b - a < 80 for a, b in pairwise(areas))


@pytest.mark.parametrize("raised", [60.0, 120.0, 172.0])
def test_no_skin_of_an_arm_comes_back_over_its_hem(raised: float) -> None:
    """Well up the sleeve there is only cloth, whether the arm points at the viewer or up."""
    body = posed(arms={"raised": raised, "around": 30, "elbow": 60})
    found = parts(body)
    for side in "lr":
        at = mix(body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"], 0.2)
        spot = QPointF(*FRONT.xy(at))
        seen = [y.cloth for y in found[f"upperarm_{side}"].layers if y.path.contains(spot)]
        assert seen[-1] == "top"
        assert not found[f"forearm_{side}"].layers[0].path.contains(spot)


FROM_ABOVE = Camera(-60, 30, (0.0, 90.0, 0.0), px_per_cm=4.0, width=800, height=800)


def test_an_arm_along_the_ribs_leaves_them_at_a_crease_seen_from_behind() -> None:
    """Of one who lies face down: the nearer sleeve parts from the ribs, the farther one does not."""

    def creases(side: str, **pose: object) -> int:
        return sum(
            layer.cloth == "top" for layer in parts(posed(**pose), FROM_ABOVE)[f"upperarm_{side}"].trims
        )

    assert creases("r", pelvis=[95]) == 1
    assert creases("l", pelvis=[95]) == 0
    assert creases("r", pelvis=[95], arms={"raised": 110}) == 0


def test_an_arm_along_the_head_leaves_the_back_at_the_rear_edge_of_its_deltoid() -> None:
    """Of one who lies face down, seen from behind: the nearer one alone."""

    def edges(side: str, camera: Camera) -> int:
        body = posed(pelvis=[95], arms={"raised": 170})
        return sum(layer.cloth == "top" for layer in parts(body, camera)[f"upperarm_{side}"].trims)

    assert edges("r", FROM_ABOVE) == 1
    assert edges("l", FROM_ABOVE) == 0


def test_the_shoulder_of_a_lying_chest_does_not_hang() -> None:
    """Its tip is where the joint is; that of somebody upright sags below it."""

    def sags(**pose: object) -> float:
        body = posed(shoulders=[4, 0], **pose)
        tip = Torso(body, FRONT, PEOPLE[0], 0.0).shoulders.tip("r")
        return -to_local(body.frames["chest"], sub(tip, body.joints["shoulder_r"]))[1]

    assert sags(pelvis=[90]) == pytest.approx(0)
    assert sags() > 0.6


@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.id)
def test_the_edge_from_the_back_to_a_raised_arm_has_no_notch(who: Person) -> None:
    """Beyond a back that is seen it is nowhere hollow from the shoulder blade to the sleeve."""
    legs = {"thigh": 72.5, "knee": 14, "ankle": 6}
    arms = {"to": [16, 63], "elbow_to": [0.8, -0.8, 0]}
    body = posed(pelvis=[58], lumbar=[32], chest=[17], pin=["knees", 0, 5.6, 4], legs=legs, arms=arms)
    camera = Camera(-60, 27, (1.0, 14.0, 14.0), px_per_cm=4.0, width=700, height=700)
    shirt = parts(body, camera, who)["trunk"].layers[-1].path
    start, end = (camera.xy(body.joints[joint])[0] for joint in ("chest", "shoulder_l"))
    edge = [top_of(shirt, start + (end - start) * i / 8) for i in range(-2, 9)]
    assert all(b < (a + c) / 2 + 1 for a, b, c in zip(edge, edge[1:], edge[2:], strict=False))


def top_of(path: QPainterPath, x: float) -> float:
    """How far up an outline reaches at a place (pixels from the top)."""
    return next(y / 2 for y in range(1400) if path.contains(QPointF(x, y / 2)))


def test_a_leaning_head_draws_the_shirt_below_its_long_side() -> None:
    """Two folds run down across the breast from there; a head held straight draws none."""
    middle, high = FRONT.xy(posed().spine[5][0])
    straight, leant = (
        [x > middle for x, y in wedges_of(posed(**raw), FRONT) if y < high + 14 * FRONT.px_per_cm]
        for raw in ({}, {"neck": [16, 13, 0], "head": [8, 28, -4]})
    )
    assert straight == []
    assert leant == [True, True]
