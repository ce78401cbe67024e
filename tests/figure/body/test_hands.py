"""Hands and feet: what their outlines show from different sides."""

from cmath import phase
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import radians

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from unhunch.figure.body.clasp import Forearm
from unhunch.figure.body.feet import foot_part
from unhunch.figure.body.flesh import FOREARM, Bone
from unhunch.figure.body.grips import CUPPED, FLAT, HANGING, HEAD, LAID, PRESSED, RING, SPREAD
from unhunch.figure.body.hands import HELD, hand_part, made_from
from unhunch.figure.ink.outline import Numbers
from unhunch.figure.ink.parts import Part
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import ArmReach, Pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Vec, mad, mix, point, sub, unit

REACHING = ArmReach((20, 150, 20), fingers=(0, 1, 0), palm=(0, 0, 1))
BODY = solve(replace(Pose(root=(0, 88, 0)), arm_l=REACHING, arm_r=REACHING))
SIDES = {"l": 1.0, "r": -1.0}
VIEWS = [(0, 0), (50, 10), (90, 0), (140, -20), (180, 0), (250, 30), (320, 60)]


def camera(yaw_deg: float, pitch_deg: float = 0.0) -> Camera:
    """A close look at the figure."""
    return Camera(yaw_deg, pitch_deg, (0.0, 100.0, 0.0), px_per_cm=8, width=900, height=1600)


def hand(curl: float, side: str = "l", yaw_deg: float = 0.0, pitch_deg: float = 0.0) -> Part:
    """The hand of a raised arm, its palm to the front."""
    cam = camera(yaw_deg, pitch_deg)
    end = cam.ball(BODY.joints[f"wrist_{side}"], 2.35)
    return hand_part(cam, BODY, side, SIDES[side], forearm_end=end, curl=curl)


def foot(side: str, yaw_deg: float = 0.0, pitch_deg: float = 0.0) -> Part:
    """The foot of a standing figure."""
    cam = camera(yaw_deg, pitch_deg)
    end = cam.ball(BODY.joints[f"ankle_{side}"], 2.95)
    return foot_part(cam, BODY, side, SIDES[side], end)


def in_hand(across: float, along: float, out: float) -> Vec:
    """A place in the left hand: to the little finger, to the fingertips, out of the palm (cm)."""
    return point(BODY.joints["wrist_l"], BODY.frames["wrist_l"], (across, along, out))


def outline(part: Part) -> QRectF:
    """The rectangle round the skin of a part."""
    return part.layers[0].path.boundingRect()


@pytest.mark.parametrize("curl", [FLAT, HANGING, CUPPED])
@pytest.mark.parametrize(("yaw_deg", "pitch_deg"), VIEWS)
def test_no_hole_shows_between_thumb_and_fingers(curl: float, yaw_deg: float, pitch_deg: float) -> None:
    """A hand that holds nothing thin is one closed shape from every side, but for specks (0.06 square cm)."""
    skin = hand(curl, "l", yaw_deg, pitch_deg).layers[0].path
    areas = [abs(_area(p)) for p in _rings(skin)]
    assert sum(a > 4.0 for a in areas) == 1, areas


def _rings(path: QPainterPath) -> Sequence[QPolygonF]:
    """The closed lines that bound a shape: its outside, and its holes."""
    return path.simplified().toSubpathPolygons()


def _area(ring: QPolygonF) -> float:
    points = [ring.at(i) for i in range(ring.size())]
    around = zip(points, points[1:] + points[:1], strict=True)
    return sum(a.x() * b.y() - b.x() * a.y() for a, b in around) / 2


@pytest.mark.parametrize("curl", [SPREAD, PRESSED, FLAT, LAID, HANGING, HEAD, CUPPED, RING])
@pytest.mark.parametrize(("yaw_deg", "pitch_deg"), VIEWS)
def test_the_outline_of_a_hand_is_one_smooth_curve(curl: float, yaw_deg: float, pitch_deg: float) -> None:
    """It has as many points from every side, so that it can be followed, and no corner stands out of it."""
    skin = hand(curl, "l", yaw_deg, pitch_deg).layers[0].path
    assert skin.elementCount() == hand(FLAT).layers[0].path.elementCount()
    (points,) = Numbers(skin).outlines()
    ways = [complex(*b) - complex(*a) for a, b in pairwise([*points, *points[:2]])]
    assert max(phase(b / a) for a, b in pairwise(ways)) < radians(75)


def test_a_ring_leaves_room_for_a_wrist() -> None:
    """From its side a hand that holds a wrist goes round it, thumb and fingers on opposite sides."""
    seen = camera(90)
    part = hand(RING, "l", 90)
    middle = QPointF(*seen.xy(point(BODY.joints["wrist_l"], BODY.frames["wrist_l"], HELD)))
    assert not part.layers[0].path.contains(middle)
    bounds = outline(part)
    assert bounds.left() < middle.x() - 20
    assert bounds.right() > middle.x() + 20


def across_the_palm(out: float = 0.0, sleeve: float = 0.0) -> Forearm:
    """A forearm that lies across the palm of the raised hand, so many cm farther out than one it holds."""
    wrist, frame = BODY.joints["wrist_l"], BODY.frames["wrist_l"]
    _, y, z = HELD
    start, end = (point(wrist, frame, (x, y, z + out)) for x in (-14.0, 10.0))
    return Forearm(Bone(start, end, frame[2], FOREARM, 1.0), sleeve)


def holding(yaw_deg: float, beside: Forearm | None, curl: float = RING) -> Part:
    """The hand with that forearm beside it."""
    cam = camera(yaw_deg)
    end = cam.ball(BODY.joints["wrist_l"], 2.0)
    return hand_part(cam, BODY, "l", 1.0, forearm_end=end, curl=curl, beside=beside)


def test_a_held_wrist_lies_between_palm_and_fingers() -> None:
    """Seen from the palm the forearm covers the palm, and the fingers cover the forearm."""
    part = holding(0, across_the_palm())
    hand, *under, forearm, wide, shadow, digits, lighter = (part.layers[0], *part.layers[-7:])
    middle = QPointF(*camera(0).xy(point(BODY.joints["wrist_l"], BODY.frames["wrist_l"], HELD)))
    assert hand.path.contains(middle)
    assert forearm.path.contains(middle)
    fingers = QPointF(*camera(0).xy(point(BODY.joints["wrist_l"], BODY.frames["wrist_l"], (0.0, 8.8, 5.0))))
    assert forearm.path.contains(fingers)
    assert digits.path.contains(fingers)
    assert not digits.path.contains(middle)
    assert shadow.tone > wide.tone > 0 > lighter.tone
    assert all(layer.tone > 0 and not layer.casts for layer in under)
    assert lighter.path == digits.path
    assert (forearm.cloth, digits.cloth) == ("skin", "skin")


def test_a_closed_hand_is_made_from_the_other_forearm_too() -> None:
    """One that may hold something is drawn anew when the other arm moves, an open one is not."""
    moved = solve(replace(Pose(root=(0, 88, 0)), arm_l=REACHING))
    assert made_from(moved, "l", FLAT) == made_from(BODY, "l", FLAT)
    assert made_from(moved, "l", RING) != made_from(BODY, "l", RING)
    assert len(made_from(BODY, "l", FLAT)) == len(made_from(BODY, "l", RING))


def test_the_fingers_of_a_clasp_are_fused() -> None:
    """Between any two of them the forearm is covered as well: only lines tell them apart."""
    part, seen = holding(0, across_the_palm()), camera(0)
    wrist, frame = BODY.joints["wrist_l"], BODY.frames["wrist_l"]
    for across in (-1.65, 0.0, 1.75):
        between = QPointF(*seen.xy(point(wrist, frame, (-across, 9.6, 6.0))))
        assert part.layers[-2].path.contains(between)
    assert len(part.trims[0].path.toSubpathPolygons()) == 3


def test_a_held_forearm_has_its_sleeve_on() -> None:
    """Where the sleeve reaches that far it is cloth that lies on the palm."""
    assert holding(0, across_the_palm(sleeve=0.9)).layers[-5].cloth == "top"


def test_the_shadow_of_a_grip_stays_on_what_is_held() -> None:
    """It falls to the lower right of the fingers and the thumb, and never beyond the forearm."""
    forearm, *shadows, digits, _ = holding(0, across_the_palm()).layers[-5:]
    on, fallen = digits.path.boundingRect(), shadows[-1].path.boundingRect()
    assert fallen.left() > on.left()
    assert fallen.center().y() > on.center().y()
    bounds = forearm.path.boundingRect().adjusted(-1, -1, 1, 1)
    for shadow in shadows:
        seen = _rings(shadow.path.subtracted(digits.path))
        assert all(bounds.contains(at) for ring in seen for at in ring)


@pytest.mark.parametrize("sleeve", [0.0, 0.9])
def test_the_shadow_of_a_held_forearm_stays_on_the_palm(sleeve: float) -> None:
    """It comes out from under the forearm towards the wrist, and not beyond the hand but for a speck."""
    hand, *under, forearm = (holding(0, across_the_palm(sleeve=sleeve)).layers[i] for i in (0, -7, -6, -5))
    for shadow in under:
        seen = shadow.path.subtracted(forearm.path)
        assert seen.boundingRect().center().y() > forearm.path.boundingRect().center().y() + 10
        assert sum(abs(_area(ring)) for ring in _rings(seen)) > 100
        assert sum(abs(_area(ring)) for ring in _rings(seen.subtracted(hand.path))) < 8.0


@pytest.mark.parametrize(("yaw_deg", "out", "curl"), [(180, 0.0, RING), (0, 6.0, RING), (0, 0.0, FLAT)])
def test_only_what_lies_in_a_closed_palm_is_held(yaw_deg: float, out: float, curl: float) -> None:
    """From the back, of a forearm farther off and of an open hand no piece is laid over the hand."""
    plain = holding(yaw_deg, None, curl)
    assert len(holding(yaw_deg, across_the_palm(out), curl).layers) == len(plain.layers)


def test_a_spread_hand_is_a_fan() -> None:
    """In the air and on a wall ground shows between the ends of its fingers, but not farther down."""
    skin = hand(SPREAD).layers[0].path.simplified()
    pieces = [len(_across(skin, camera(0).xy(in_hand(0.0, along, 0.0))[1])) for along in (14.0, 12.0)]
    assert pieces == [3, 1]


def test_a_pressed_hand_spreads() -> None:
    """With its palm on the floor ground shows between its fingers, but not at their roots, and before the
    thumb.
    """
    skin = hand(PRESSED).layers[0].path.simplified()
    pieces = [len(_across(skin, camera(0).xy(in_hand(0.0, along, 0.0))[1])) for along in (13.6, 10.0, 6.4)]
    assert pieces == [4, 1, 2]


def test_a_pressed_hand_is_no_claw_edge_on() -> None:
    """Its fingers close where little of its breadth is seen: from there it parts at the tips alone."""
    skin, seen = hand(PRESSED, "l", 65).layers[0].path.simplified(), camera(65)
    pieces = [len(_across(skin, seen.xy(in_hand(0.0, along, 0.0))[1])) for along in (13.6, 12.0)]
    assert pieces == [1, 1]


@pytest.mark.parametrize("curl", [PRESSED, SPREAD, FLAT, LAID])
def test_nothing_jumps_while_a_hand_turns(curl: float) -> None:
    """From one degree to the next no place of its outline moves by more than 0.9 cm."""
    turns = [Numbers(hand(curl, "l", yaw, 20).layers[0].path).outlines()[0] for yaw in range(91)]
    ways = [
        abs(complex(*a) - complex(*b)) for one, two in pairwise(turns) for a, b in zip(one, two, strict=True)
    ]
    assert max(ways) < 0.9 * 8


def test_a_pressed_hand_slopes_down_to_its_fingertips() -> None:
    """From its side the tips stand hardly higher than the heel, and its back falls from wrist to tips."""
    seen, skin = camera(90), hand(PRESSED, "l", 90).layers[0].path

    def edges(along: float) -> tuple[float, float]:
        out = [z / 10 for z in range(-40, 41)]
        inside = [z for z in out if skin.contains(QPointF(*seen.xy(in_hand(0.0, along, z))))]
        return inside[0], inside[-1]

    (back, heel), (over, tips) = edges(2.0), edges(15.0)
    assert tips == pytest.approx(heel, abs=0.4)
    assert over > back + 1.5


@pytest.mark.parametrize("yaw_deg", [0, 90, 180, 300])
def test_a_hand_laps_over_no_sleeve(yaw_deg: float) -> None:
    """It ends straight across the forearm, above the longest sleeve's cuff."""
    longest = max(p.sleeve for p in PEOPLE)
    wrist, elbow = BODY.joints["wrist_l"], BODY.joints["elbow_l"]
    _, cuff = camera(yaw_deg).xy(mix(wrist, elbow, 2 - longest))
    slant = 2.6 * 8 * abs(unit(sub(elbow, wrist))[0])
    assert outline(hand(FLAT, "l", yaw_deg)).bottom() < cuff + slant + 3


def test_the_thumb_stays_behind_the_wrist_that_is_held() -> None:
    """Seen from the palm the forearm covers it, and only fingers lie on the forearm."""
    hand, *_, forearm, _, _, digits, _ = holding(0, across_the_palm()).layers
    tip = QPointF(*camera(0).xy(in_hand(-4.4, 6.9, -0.3)))
    assert hand.path.contains(tip)
    assert forearm.path.contains(tip)
    assert not digits.path.contains(tip)


@pytest.mark.parametrize("curl", [PRESSED, FLAT, HANGING, CUPPED])
def test_the_palm_is_paler_without_a_rim_at_the_wrist(curl: float) -> None:
    """Its light has no edge and ends on the hand; the back of the hand has none, and no spots of light."""
    palm, back = hand(curl, "l", 0), hand(curl, "l", 180)
    (pale,) = [layer for layer in palm.layers if layer.tone < 0]
    assert pale.soft
    assert pale.path.boundingRect().bottom() < palm.layers[0].path.boundingRect().bottom() - 8
    assert not [layer for layer in (*back.layers, *back.trims) if layer.tone < 0]


def test_the_palm_of_dark_skin_is_paler_by_far() -> None:
    """More than twice as much as that of light skin."""
    cam = camera(0)
    end = cam.ball(BODY.joints["wrist_l"], 2.4)
    light, dark = (
        min(
            layer.tone
            for layer in hand_part(cam, BODY, "l", 1.0, forearm_end=end, curl=FLAT, on_dark_skin=dark).layers
        )
        for dark in (False, True)
    )
    assert dark < 2 * light < 0


@pytest.mark.parametrize("curl", [PRESSED, FLAT, HANGING, CUPPED])
@pytest.mark.parametrize("yaw_deg", range(0, 360, 10))
def test_lines_of_a_hand_never_cross(curl: float, yaw_deg: float) -> None:
    """From no side do the lines between the fingers and round the thumb make a scribble."""
    lines = []
    for ring in hand(curl, "l", yaw_deg).trims[0].path.toSubpathPolygons():
        line = QPainterPath()
        line.addPolygon(ring)
        lines.append(line)
    for one, other in combinations(lines, 2):
        assert sum(abs(_area(ring)) for ring in _rings(one.intersected(other))) < 4.0


def test_closing_a_hand_shortens_it_without_a_jump() -> None:
    """The more it closes the shorter it looks from the front, and a little more closing changes little."""
    heights = [outline(hand(i / 50)).height() for i in range(51)]
    steps = [b - a for a, b in pairwise(heights)]
    assert heights[-1] < 0.7 * heights[0]
    assert max(steps) < 1.0
    assert min(steps) > -6.5


@pytest.mark.parametrize("curl", [PRESSED, FLAT, HANGING, CUPPED, RING])
@pytest.mark.parametrize("yaw_deg", [0, 40, 140, 180, 220, 320])
def test_fingers_are_told_apart_from_both_faces(curl: float, yaw_deg: float) -> None:
    """Lines between the fingers show from the palm and from the back of the hand."""
    lines = hand(curl, "l", yaw_deg).trims[0].path
    assert lines.elementCount() > 0
    assert outline(hand(curl, "l", yaw_deg)).adjusted(-2, -2, 2, 2).contains(lines.boundingRect())


@pytest.mark.parametrize("make", [lambda s, yaw: hand(HANGING, s, yaw), foot])
def test_left_and_right_are_mirror_images(make: Callable[[str, float], Part]) -> None:
    """The right hand and foot look as the left ones do in a mirror."""
    for yaw_deg in (0, 35, 90):
        left, right = outline(make("l", yaw_deg)), outline(make("r", -yaw_deg))
        assert left.left() == pytest.approx(900 - right.right(), abs=0.01)
        assert left.top() == pytest.approx(right.top(), abs=0.01)
        assert left.width() == pytest.approx(right.width(), abs=0.01)


def test_hands_and_feet_cast_shadows() -> None:
    """What they lie on is darker round them, so that one hand or foot stands out from the other."""
    for part in (hand(FLAT), foot("l")):
        assert part.casts
        assert part.layers[0].casts
        assert part.fade


def test_a_foot_has_an_arch_and_a_heel_behind_its_ankle() -> None:
    """From its inner side the foot stands on heel and ball, and the heel goes further back than the ankle."""
    part = foot("l", -90)
    seen, (toe, sole), ankle = camera(-90), BODY.feet["l"], BODY.joints["ankle_l"]

    def stands(t: float) -> bool:
        return part.layers[0].path.contains(QPointF(*seen.xy(mad(mad(ankle, toe, t), sole, 6.3))))

    assert [stands(t) for t in (-3.4, 4.4, 12.0)] == [True, False, True]
    heel = seen.xy(mad(mad(ankle, toe, -5.6), sole, 3.9))
    assert part.layers[0].path.contains(QPointF(*heel))


def test_the_side_of_a_foot_is_modelled() -> None:
    """From the side the ankle bone is in light, with a line round it from below, and the inner arch in shade;
    from the front none is, but the nail of the big toe shows.
    """

    def tones(yaw_deg: float) -> list[bool]:
        return [trim.tone < 0 for trim in foot("l", yaw_deg).trims[1:]]

    arch, light, line, nail = False, True, False, True
    assert tones(-90)[:3] == [arch, light, line]
    assert tones(90)[:2] == [light, line]
    assert tones(0) == [nail]


def test_toes_are_told_apart_from_outside() -> None:
    """From a foot's outer side slits part the toes that are seen; from the inner side the big one hides
    them.
    """
    outside, inside = (foot("l", yaw_deg).trims[0].path.toSubpathPolygons() for yaw_deg in (90, -90))
    assert len(outside) == len(inside)
    assert sum(abs(_area(line)) > 1.0 for line in outside) == 4
    assert not any(abs(_area(line)) > 1.0 for line in inside)


def test_every_hand_has_the_same_lines() -> None:
    """However it closes and turns each line has its twin, so that none is lost between drawings."""
    views = [(curl, yaw) for curl in (PRESSED, FLAT, HANGING, CUPPED, RING) for yaw in range(0, 360, 40)]
    lines = {hand(curl, "l", yaw).trims[0].path.elementCount() for curl, yaw in views}
    assert len(lines) == 1


def test_the_ankle_has_no_knobs() -> None:
    """From the front the leg grows thinner down to the ankle, whose bones stand out a little at most."""
    seen, part = camera(0), foot("l", 0)
    ankle = BODY.joints["ankle_l"]
    x, y = seen.xy(ankle)
    bounds = part.layers[0].path.boundingRect()
    half = [_reach(part, (x, y - 8 * up), bounds.width()) for up in (0.0, 1.0, 2.0, 3.0)]
    assert max(half) < 1.35 * min(half)


def _reach(part: Part, middle: tuple[float, float], far: float) -> float:
    """How wide a part is at a height, in pixels."""
    x, y = middle
    at = [x + (i / 50 - 1) * far for i in range(101)]
    inside = [px for px in at if part.layers[0].path.contains(QPointF(px, y))]
    return max(inside) - min(inside)


def test_palm_and_forearm_have_one_outline() -> None:
    """From the wrist to the knuckles the hand grows wider little by little, from two thirds of the palm."""
    seen, part = camera(180), hand(FLAT, "l", 180)
    frame, wrist = BODY.frames["wrist_l"], BODY.joints["wrist_l"]
    wide = [_reach(part, seen.xy(point(wrist, frame, (0.5, y, 0.0))), 60.0) for y in (-1.5, 0.0, 1.5, 3.0)]
    palm = _reach(part, seen.xy(point(wrist, frame, (0.5, 4.5, 0.0))), 60.0)
    assert 0.57 * palm < min(wide)
    assert max(b / a for a, b in pairwise(wide)) < 1.3


def test_the_thumb_of_a_hanging_hand_lies_along_the_index_finger() -> None:
    """Seen from the thumb's edge no ground shows between its tip and the fingers: no claw."""
    seen, skin = camera(-90), hand(HANGING, "l", -90).layers[0].path
    frame, wrist = BODY.frames["wrist_l"], BODY.joints["wrist_l"]
    for y in (6.0, 8.0, 9.5):
        across = [seen.xy(point(wrist, frame, (-4.0, y, 0.2 * z))) for z in range(-3, 12)]
        inside = [skin.contains(QPointF(*at)) for at in across]
        assert sum(a != b for a, b in pairwise(inside)) <= 2


def test_an_edge_on_hand_is_thick_and_free_of_crowded_lines() -> None:
    """Seen from its side the palm has its pads, and no lines are drawn where the fingers hide each other."""
    edge, flat = hand(FLAT, "l", 90), hand(FLAT, "l", 0)
    pad = camera(90).xy(point(BODY.joints["wrist_l"], BODY.frames["wrist_l"], (0.0, 4.6, 2.2)))
    assert edge.layers[0].path.contains(QPointF(*pad))
    assert edge.trims[0].path.boundingRect().width() < 0.6 * flat.trims[0].path.boundingRect().width()


def test_lines_in_a_small_hand_are_fainter() -> None:
    """What tells fingers apart in a large picture would look like scratches in a small one."""
    tones = []
    for px_per_cm in (2.5, 4.0, 8.0):
        cam = Camera(0, 0, (0.0, 100.0, 0.0), px_per_cm=px_per_cm, width=900, height=1600)
        end = cam.ball(BODY.joints["wrist_l"], 2.35)
        tones.append(hand_part(cam, BODY, "l", 1.0, forearm_end=end, curl=FLAT).trims[0].tone)
    assert tones == sorted(tones)
    assert tones[0] < 0.8 * tones[-1]


def test_lines_on_dark_skin_are_bolder() -> None:
    """There fainter ones would not show."""
    cam = camera(180)
    end = cam.ball(BODY.joints["wrist_l"], 2.35)
    hands = [
        hand_part(cam, BODY, "l", 1.0, forearm_end=end, curl=FLAT, on_dark_skin=dark).trims
        for dark in (False, True)
    ]
    assert [len(trims) for trims in hands] == [1, 1]
    assert 0 < hands[0][0].tone < hands[1][0].tone
    end = cam.ball(BODY.joints["ankle_l"], 2.95)
    tones = [foot_part(cam, BODY, "l", 1.0, end, on_dark_skin=dark).trims[0].tone for dark in (False, True)]
    assert 0 < tones[0] < tones[1]


def _across(path: QPainterPath, y: float) -> list[float]:
    """How wide each of the pieces is that a level line cuts out of a shape."""
    box = path.boundingRect()
    inside = [path.contains(QPointF(x, y)) for x in range(int(box.left()) - 1, int(box.right()) + 3)]
    widths: list[float] = []
    for before, now in pairwise(inside):
        if now:
            widths = [*widths, 0] if not before else widths
            widths[-1] += 1
    return widths


@pytest.mark.parametrize("curl", [FLAT, HANGING])
@pytest.mark.parametrize("yaw_deg", [0.0, 180.0])
def test_the_fingers_are_one_shape(curl: float, yaw_deg: float) -> None:
    """Unless spread: below the round tips nothing shows between them. The thumb alone stands apart."""
    skin = hand(curl, "l", yaw_deg).layers[0].path.simplified()
    box = skin.boundingRect()
    rows = [_across(skin, box.top() + box.height() * share / 40) for share in range(8, 26)]
    assert all(len(row) <= 2 for row in rows), rows
    assert len(rows[0]) == 1


@pytest.mark.parametrize("curl", [FLAT, HANGING])
def test_the_tips_of_the_fingers_make_an_arc(curl: float) -> None:
    """The middle finger is the longest, and the edge falls to both sides of it without a deep notch."""
    skin, seen = hand(curl).layers[0].path, camera(0)
    frame, wrist = BODY.frames["wrist_l"], BODY.joints["wrist_l"]

    def reaches(across: float) -> float:
        along = [y / 10 for y in range(100, 180)]
        spots = (seen.xy(point(wrist, frame, (-across, y, 1.0))) for y in along)
        return max(y for y, at in zip(along, spots, strict=True) if skin.contains(QPointF(*at)))

    index, before, middle, after, little = (reaches(across) for across in (2.4, 1.7, 1.0, -1.5, -2.2))
    assert middle == max(index, before, middle, after, little)
    assert min(index, little) > middle - 4.0
    assert before > min(index, middle) - 1.2
