"""Legs in their trousers: where they touch each other, the floor and themselves."""

from itertools import pairwise
from math import sqrt

import pytest
from PySide6.QtCore import QPointF

from unhunch.figure.body.bends import level_of, seat_drawn_up
from unhunch.figure.body.body import dressed
from unhunch.figure.body.flesh import THIGH, Bone
from unhunch.figure.body.flexed import drawn_in_behind, flexed_of
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.laps import lap_shades, laps_apart
from unhunch.figure.body.legs import Legs, shin_set_off, thigh_flesh
from unhunch.figure.body.standing import hanging_shin_sway, shin_hangs, stands_on
from unhunch.figure.ink.parts import Layer, Part
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import cross, mad, mix, sub, unit

FRONT = Camera(0, 0, (0.0, 60.0, 0.0), px_per_cm=4.0, width=800, height=800)
SIDE = Camera(-90, 0, (0.0, 60.0, 0.0), px_per_cm=4.0, width=800, height=800)
KNEELING = {"pin": ["knees", 0, 5.6, 0], "legs": {"thigh": 0}}
ON_THE_HEELS = {"pin": ["knees", 0, 5.6, 0], "legs": {"thigh": 72}}
BACK_OF_HEM_CM = 3.0
"""So much of it at least is seen behind a thigh that lies over the rest."""


def posed(**raw: object) -> Body:
    return solve(read_pose(raw, Pose(root=(0, 88, 0)), "test"))


def parts(body: Body, camera: Camera, who: Person = PEOPLE[0]) -> dict[str, Part]:
    found = dressed(body, camera, who, breath=0.0, curls={}, wardrobe=Wardrobe())
    return {part.name: part for part in found}


def wide_shade(part: Part) -> list[Layer]:
    """Shade of some length on a part."""
    return [y for y in part.trims if y.tone > 0 and y.path.boundingRect().width() > 60]


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
@pytest.mark.parametrize(("feet", "lowest"), [(9, 0.6), (14, 0.46), (20, 0.34)])
def test_legs_of_one_who_stands_part_high(who: Person, feet: float, lowest: float) -> None:
    """Thighs touch high, for a third of their length where the feet are apart; those of the broadest do not
    down to their middle, nor much farther with the feet below the hips.
    """
    body = posed(legs={"to": [feet, 0]})
    found = parts(body, FRONT, who)

    def covered(share: float) -> bool:
        left, right = (mix(body.joints[f"hip_{s}"], body.joints[f"knee_{s}"], share) for s in "lr")
        between = QPointF(*FRONT.xy(mix(left, right, 0.5)))
        return any(y.path.contains(between) for part in found.values() for y in part.layers)

    assert covered(0.2)
    assert not covered(lowest)


def test_trousers_taper_round_a_leg_that_stands() -> None:
    """Wide at the hip and narrow at the knee, below which a calf swells a little; narrowest at the hem."""
    body = posed(legs={"to": [11, 0]})
    found = parts(body, FRONT)

    def wide(name: str, layer: int, ends: tuple[str, str], share: float) -> int:
        x, y = FRONT.xy(mix(body.joints[ends[0]], body.joints[ends[1]], share))
        path = found[name].layers[layer].path
        return sum(path.contains(QPointF(x + n, y)) for n in range(-60, 61))

    thigh = [wide("thigh_l", 0, ("hip_l", "knee_l"), share) for share in (0.4, 0.9)]
    knee, calf, low = (wide("shin_l", 1, ("knee_l", "ankle_l"), share) for share in (0.05, 0.3, 0.7))
    assert thigh[0] > 1.4 * thigh[1]
    assert knee < calf < 1.15 * knee
    assert 0.75 * calf < low < 0.9 * calf


def test_a_bent_thigh_draws_in_below_the_buttock() -> None:
    """Its back goes in, most where the buttock ends, and its front stays; one that hangs is not bent."""
    drawn_in = drawn_in_behind(THIGH, 1.0)
    assert [r + ahead for _, r, ahead in drawn_in] == pytest.approx([r + ahead for _, r, ahead in THIGH])
    less = [full - r for (_, full, _), (_, r, _) in zip(THIGH, drawn_in, strict=True)]
    assert less[0] < less[2] > less[-1] == 0
    assert flexed_of(posed(), "l") == 0
    assert flexed_of(posed(legs={"raised": 85, "knee": 85}), "l") == 1


def test_cuffs_are_turned_up_over_the_hem() -> None:
    """A trouser leg ends in a turn-up that is as wide as its hem at least, however the leg is held."""
    for body in (posed(), posed(legs={"raised": 85, "knee": 85})):
        for camera in (FRONT, SIDE):
            layers = parts(body, camera)["shin_r"].layers
            cloth, cuff = (y.path.boundingRect() for y in layers if y.cloth == "trousers" and not y.tone)
            assert abs(cuff.bottom() - cloth.bottom()) < camera.px_per_cm
            assert cuff.width() > 6 * camera.px_per_cm


def test_thighs_part_without_a_jump() -> None:
    """As the feet go apart the gap between the thighs opens little by little."""
    widths = []
    for i in range(41):
        found = parts(posed(legs={"to": [9 + 0.5 * i, 0]}), FRONT)
        widths.append(found["thigh_l"].layers[0].path.boundingRect().left())
    assert max(abs(b - a) for a, b in pairwise(widths)) < 6


def test_a_knee_that_kneels_is_flat_below() -> None:
    """It touches the floor over some length, where one that is bent in the air is round."""

    def below(body: Body, aside: float) -> bool:
        knee, shin = body.joints["knee_r"], body.frames["knee_r"]
        at = mad(mad(knee, shin[1], aside), shin[2], 5.0)
        return parts(body, SIDE)["thigh_r"].layers[0].path.contains(QPointF(*SIDE.xy(at)))

    for ahead in (0.0, 3.0):
        assert below(posed(**KNEELING), ahead)
    assert not below(posed(leg_r={"raised": 90, "knee": 90}), 3.6)


def test_a_thigh_shades_the_calf_it_lies_on() -> None:
    """Only of one who sits on their heels, and without an edge."""
    assert not wide_shade(parts(posed(**KNEELING), SIDE)["thigh_r"])
    (shade,) = wide_shade(parts(posed(**ON_THE_HEELS), SIDE)["thigh_r"])
    assert shade.soft


@pytest.mark.parametrize(("knee_deg", "least", "most"), [(95, 0.7, 1.0), (130, 1.2, 2.5)])
def test_a_bent_knee_ends_in_a_cap(knee_deg: float, least: float, most: float) -> None:
    """Between its two corners its outline is straighter than that of a ball as large, but never flat; that of
    one folded far is a dome, rounder than the ball.
    """
    body = posed(legs={"raised": 90, "knee": knee_deg})
    hip, knee, ankle = (body.joints[f"{joint}_r"] for joint in ("hip", "knee", "ankle"))
    ahead = unit(sub(unit(sub(knee, hip)), unit(sub(ankle, knee))))
    aside = cross(ahead, body.frames["pelvis"][0])
    outline = parts(body, SIDE)["thigh_r"].layers[0].path

    def ends(beside_cm: float) -> float:
        """How far from the joint it ends, at so many cm beside its middle."""
        start = mad(knee, aside, beside_cm)
        spots = (SIDE.xy(mad(start, ahead, n / 20)) for n in range(160))
        return max(n / 20 for n, at in enumerate(spots) if outline.contains(QPointF(*at)))

    far, at_corners = ends(0.0), (ends(2.5) + ends(-2.5)) / 2
    as_a_ball = sqrt(far**2 - 2.5**2)
    assert least < (far - at_corners) / (far - as_a_ball) < most


def test_no_disc_shows_in_a_knee_before_its_thigh() -> None:
    """Seen from the front the lap of one who sits has no edge on either thigh above the knees' lower ends:
    what shade there is lies between the two, and what fold there is below the knee.
    """
    body = posed(legs={"raised": 90, "knee": 90})
    found = parts(body, FRONT)
    for side in "lr":
        x, y = FRONT.xy(body.joints[f"knee_{side}"])
        shades = [z for kind in ("thigh", "shin") for z in found[f"{kind}_{side}"].trims if z.tone > 0]
        assert shades
        for shade in shades:
            box = shade.path.boundingRect()
            between = box.right() < x if side == "l" else box.left() > x
            assert (shade.soft and between) or box.top() > y


def test_a_knee_that_comes_before_its_lap_is_in_the_light() -> None:
    """Its shin is set off from the thigh at the very knee, any other farther down."""
    lit, any_other = shin_set_off(0.0, 1.0, 0.0), shin_set_off(0.0, 0.0, 0.0)
    assert lit[0] < -0.2 < any_other[0]
    assert lit[1] < any_other[1]


def test_a_knee_that_stands_up_is_a_round_top_before_its_thigh() -> None:
    """Of one who lies, seen from above, the shin begins with the whole of the knee, and the thigh behind that
    is in shade; seen from the side the knee's cap is the thigh's alone.
    """
    body = posed(root=[0, 13, 0], rest=1, pelvis=[-88], legs={"to": [10, 50], "knee_to": [0.1, 1, 0.1]})

    def seen(pitch: float) -> tuple[float, float]:
        """How far the shin begins above its joint (cm), and how dark the thigh is beside the hem."""
        camera = Camera(-4, pitch, (0.0, 14.0, 0.0), px_per_cm=4.0, width=800, height=800)
        shin = parts(body, camera)["shin_r"]
        knee, hip = (camera.xy(body.joints[f"{joint}_r"]) for joint in ("knee", "hip"))
        on_thigh = QPointF(*mix((*hip, 0.0), (*knee, 0.0), 0.3)[:2])
        return (knee[1] - shin.bounds.top()) / 4.0, sum(
            z.tone for z in shin.trims if z.soft and z.path.contains(on_thigh)
        )

    (above, dark), (beside, light) = seen(67), seen(12)
    assert above > 5.5 > beside
    assert dark > 0.1 > light == 0.0


def test_a_round_top_goes_as_the_hips_roll() -> None:
    """Where the hips roll on to a side neither it nor its shade is left, and it goes step by step."""
    levels = [level_of(posed(pelvis=[-88, 0, roll], rest=1)) for roll in range(0, 20, 5)]
    assert levels[0] == 1.0
    assert levels[-1] < 0.05
    assert max(a - b for a, b in pairwise(levels)) < 0.4


def test_the_shade_between_thighs_goes_as_the_hips_turn() -> None:
    """It fades little by little as one thigh comes to lie before the other."""
    body = posed(legs={"raised": 90, "knee": 90})
    (hip, knee), other = ([body.joints[f"{joint}_{s}"] for joint in ("hip", "knee")] for s in "lr")
    thigh = Bone(hip, knee, (0, 1, 0), THIGH, 1.0)
    tones = []
    for yaw in range(0, 46, 3):
        camera = Camera(yaw, 0, (0.0, 60.0, 0.0), px_per_cm=4.0, width=800, height=800)
        apart = laps_apart(camera, body.frames["pelvis"])
        tones.append(sum(z.tone for z in lap_shades(camera, thigh, (other[0], other[1]), apart)))
    assert 0.1 < tones[0] < 0.2  # only a little darker than the thighs
    assert tones[-1] == 0.0
    assert tones == sorted(tones, reverse=True)
    assert max(a - b for a, b in pairwise(tones)) < 0.1


def test_the_shade_between_thighs_narrows_to_a_crease() -> None:
    """It leaves each thigh of a lap a round inner side."""
    body = posed(legs={"raised": 90, "knee": 90})
    (hip, knee), other = ([body.joints[f"{joint}_{s}"] for joint in ("hip", "knee")] for s in "lr")
    thigh = Bone(hip, knee, (0, 1, 0), THIGH, 1.0)
    camera = Camera(0, 20, (0.0, 60.0, 0.0), px_per_cm=4.0, width=800, height=800)
    (shade,) = lap_shades(camera, thigh, (other[0], other[1]), 1.0)
    crease, box = camera.xy(mix(hip, other[0], 0.5))[0], shade.path.boundingRect()

    def wide(share: float) -> float:
        """How far from the middle it reaches, so far up from its lower end."""
        y = box.bottom() - share * box.height()
        return max((x for x in range(200) if shade.path.contains(QPointF(crease + x, y))), default=0)

    assert wide(0.5) < 0.5 * box.width()
    assert wide(0.8) < 0.15 * box.width()


def test_what_is_sat_or_lain_on_is_flat() -> None:
    """The seat of thighs that are drawn up touches what is below it with two rounds, one of no drawn up thigh
    with one.
    """
    for raised, rounds in ((0, 1), (150, 2)):
        body = posed(legs={"raised": raised, "knee": 90})
        hips = Hips(body, SIDE, PEOPLE[0].build)
        assert len(set(hips.cushion(1.0, seat_drawn_up(body, "l")))) == rounds


def test_a_calf_is_fuller_outside_above_and_inside_below() -> None:
    """The two sides of a shin are no mirrored pair; nearly so where its trousers hang."""
    above, below = 3, 6  # places of its flesh
    bare = hanging_shin_sway(0.0)
    assert bare[above] > 0.3
    assert bare[below] < -0.3
    hangs = hanging_shin_sway(1.0)
    assert 0 < hangs[above] < bare[above] / 2
    assert bare[below] / 2 < hangs[below] < 0


def test_trousers_hang_round_the_shins_of_one_who_sits() -> None:
    """They do not round a shin that is lifted, nor round a thigh of who sits."""
    sits = posed(legs={"raised": 85, "knee": 85})
    assert shin_hangs(sits, "l") == 1
    assert stands_on(sits, "l") == 0
    assert shin_hangs(posed(legs={"raised": 85, "knee": 30}), "l") == 0
    assert stands_on(posed(), "l") == 1


def test_legs_apart_part_without_a_vault() -> None:
    """The gap between them opens all the way down to the knees."""
    body = posed(legs={"to": [20, 0]})
    outline = parts(body, FRONT)["thigh_l"].layers[0].path
    (middle, hips), (_, knee) = (FRONT.xy(body.joints[name]) for name in ("pelvis", "knee_l"))

    def gap(share: float) -> int:
        y = hips + (knee - hips) * share
        return next(x for x in range(400) if outline.contains(QPointF(middle + x, y)))

    gaps = [gap(0.4 + 0.05 * i) for i in range(12)]
    assert gaps == sorted(gaps)
    assert 0 < gap(0.5) < 0.6 * gap(0.95)


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_the_gap_in_a_lap_opens_from_a_point(who: Person) -> None:
    """Seen from the front the thighs of one who sits touch at first; then the gap opens down to the knees."""
    body = posed(root=(0, 52, 0), legs={"to": [11, 41], "knee_to": [0.15, 0.5, 1]})
    camera = Camera(0, 8, (0.0, 60.0, 0.0), px_per_cm=4.0, width=800, height=800)
    middle, _ = camera.xy(body.joints["pelvis"])
    _, knee = camera.xy(body.joints["knee_l"])
    outline = parts(body, camera, who)["thigh_l"].layers[0].path

    def gap(y: float) -> int:
        return next(x for x in range(400) if outline.contains(QPointF(middle + x, y)))

    heights = [knee + by for by in range(-20, 21)]
    gaps = [gap(y) for y in heights]
    assert gaps == sorted(gaps)
    assert gaps[0] == 0
    parts_at = next(y for y, wide in zip(heights, gaps, strict=True) if wide)
    assert gap((parts_at + heights[-1]) / 2) < 0.65 * gaps[-1]


def test_a_thigh_that_is_drawn_up_is_slimmer() -> None:
    """It bears no weight: all the way down to the knee it is thinner than one that does, never thicker."""
    bears, hangs = thigh_flesh(0.0, 1.0), thigh_flesh(1.0, 1.0)
    assert all(slack[1] <= firm[1] for firm, slack in zip(bears, hangs, strict=True))
    assert 0.85 < hangs[3][1] / bears[3][1] < 0.95


def rising(deg: float) -> Body:
    """Somebody who sits upright with one thigh so far above the level."""
    return posed(leg_r={"raised": 90 + deg, "knee": 110}, leg_l={"raised": 88, "knee": 85})


def test_a_raised_thigh_comes_out_from_under_the_shirt_without_a_jump() -> None:
    """In the lap it begins at the seat. Where it comes to lie over the shirt it begins farther along, and
    from there its root goes back along the hip little by little, but never over the back of the hem.
    """
    begins = [parts(rising(deg), SIDE)["thigh_r"].layers[0].path.boundingRect().left() for deg in range(61)]
    comes = 12
    assert begins[0] < begins[comes] - 12
    shirt = next(y for y in parts(rising(60), SIDE)["trunk"].layers if y.cloth == "top")
    back = shirt.path.boundingRect().left()
    assert back + BACK_OF_HEM_CM * SIDE.px_per_cm < begins[60] < begins[comes] - 4
    assert max(abs(a - b) for a, b in pairwise(begins[comes:])) < 5


def test_a_thigh_raised_before_an_upright_trunk_is_full() -> None:
    """The crease of the hip takes less than half as much from it as from that of one who lies; and its back
    is as full as that of one that lies on the seat.
    """

    def creased(body: Body) -> float:
        hips = Hips(body, SIDE, PEOPLE[0].build)
        return Legs(body, SIDE, PEOPLE[0], hips).creased("r", 1.0)

    lying = posed(pelvis=[-88], legs={"raised": 118, "knee": 120})
    assert creased(rising(50)) < 0.4
    assert creased(lying) == 1
    hips = Hips(rising(50), SIDE, PEOPLE[0].build)
    assert Legs(rising(50), SIDE, PEOPLE[0], hips).free_below("r", (0.0, 0.8, 0.6), 0.0) == pytest.approx(0)


def test_a_bared_seat_follows_the_other_leg() -> None:
    """Of one who lies it is one form with its other half: a kept leg is drawn anew though it is still."""
    hugs = {"root": [0, 11, 0], "rest": 1, "pelvis": [-95], "legs": {"raised": 118, "knee": 120}}
    wardrobe, aside = Wardrobe(), Camera(-85, 8, (0.0, 30.0, 0.0), px_per_cm=4.0, width=800, height=800)
    wardrobe.look_from(aside)
    for raised in (118, 60):
        body = posed(**hugs, leg_l={"raised": raised, "knee": 120})
        kept = dressed(body, aside, PEOPLE[0], breath=0.0, curls={}, wardrobe=wardrobe)
    fresh = parts(body, aside)
    for part in kept:
        assert [y.path for y in part.layers] == [y.path for y in fresh[part.name].layers]
