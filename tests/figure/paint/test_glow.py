"""The light on what is stretched: one patch, soft, wherever cloth ends."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from unhunch.figure.body.body import dressed
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.shading import Soft
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.areas import AREA_NAMES
from unhunch.figure.paint.glow import Glow, Light, patches
from unhunch.figure.paint.tissue import AREAS
from unhunch.figure.people import PEOPLE
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Pose, read_pose
from unhunch.figure.rig.skeleton import Body, solve
from unhunch.figure.rig.vectors import point

RAMP = tuple(QColor(255, 255, 255, i).rgba() for i in range(256))
FIELD = QRectF(0, 0, 300, 300)


def camera(yaw: float) -> Camera:
    """One that shows the trunk of a standing figure."""
    return Camera(yaw, 0, (0.0, 125.0, 0.0), px_per_cm=3.0, width=300, height=300)


def parts_of(body: Body, seen_from: Camera) -> dict[str, Part]:
    """The dressed parts by name."""
    found = dressed(body, seen_from, PEOPLE[0], breath=0, curls={}, wardrobe=Wardrobe())
    return {part.name: part for part in found}


def brightness(picture: QImage) -> list[int]:
    """All pixels, row by row."""
    return [picture.pixelColor(x, y).alpha() for y in range(picture.height()) for x in range(picture.width())]


def brightness_at(light: Soft, where: tuple[float, float]) -> int:
    """How bright it is at a place of the field; dark wherever its small picture does not reach."""
    (x, y), rect, image = where, light.rect, light.image
    u, v = (x - rect.left()) / rect.width(), (y - rect.top()) / rect.height()
    if not (0 <= u < 1 and 0 <= v < 1):
        return 0
    return image.pixelColor(int(u * image.width()), int(v * image.height())).alpha()


@pytest.mark.parametrize("name", sorted(AREAS))
def test_every_area_is_seen_from_where_it_faces(name: str) -> None:
    """From some side each area is a bright light on the trunk or the neck."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    focus = name if name in AREA_NAMES else f"{name}_l"
    best = 0
    for yaw in range(0, 360, 45):
        seen_from = camera(yaw)
        glow = Glow(patches(body, seen_from, [(focus, 1.0)]), FIELD, 3.0)
        parts = parts_of(body, seen_from)
        for kind, cloth in (("trunk", "top"), ("neck", "skin")):
            if glow.shown_on(parts[kind], cloth):
                best = max(best, *brightness(glow.light_on(parts[kind], cloth).coloured(RAMP).image))
    assert best > 170


def test_an_area_that_faces_away_shows_nothing() -> None:
    """The breast is dark from behind, the back from the front."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    assert patches(body, camera(180), [("chest", 1.0), ("belly", 1.0)]) == []
    assert patches(body, camera(0), [("whole_back", 1.0), ("upper_back", 1.0)]) == []


def test_the_light_goes_on_over_the_sleeve_and_runs_out_along_it() -> None:
    """At the shoulder the sleeve is as bright as the trunk, at the elbow dark."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    glow = Glow(patches(body, seen_from, [("pec_l", 1.0)]), FIELD, 3.0)
    parts = parts_of(body, seen_from)
    on_trunk, on_sleeve = (
        glow.light_on(parts[name], "top").coloured(RAMP) for name in ("trunk", "upperarm_l")
    )

    def at(light: Soft, joint: str) -> int:
        return brightness_at(light, seen_from.xy(body.joints[joint]))

    assert at(on_trunk, "shoulder_l") > 60
    assert abs(at(on_sleeve, "shoulder_l") - at(on_trunk, "shoulder_l")) <= 12
    assert at(on_sleeve, "elbow_l") == 0


def test_areas_that_meet_are_one_light() -> None:
    """From navel to ribs nothing is dark between, though the area is laid out in two halves."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    trunk = parts_of(body, seen_from)["trunk"]
    glow = Glow(patches(body, seen_from, [("belly", 1.0)]), FIELD, 3.0)
    light = glow.light_on(trunk, "top").coloured(RAMP)
    (x, low), (_, high) = (seen_from.xy(body.spine[i][0]) for i in (1, 3))
    column = [brightness_at(light, (x, y)) for y in range(round(high), round(low), 3)]
    assert min(column) > 100
    for i, here in enumerate(column):
        assert here >= min(max(column[: i + 1]), max(column[i:])) - 12


def test_nothing_glows_at_rest_and_more_the_more_is_stretched() -> None:
    """At rest there is no light; a quarter of the way into a stretch it is plain to see, and grows on."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    assert patches(body, seen_from, [("upper_back", 0.0)]) == []
    trunk = parts_of(body, seen_from)["trunk"]

    def brightest(strength: float) -> int:
        glow = Glow(patches(body, seen_from, [("upper_back", strength)]), FIELD, 3.0)
        return max(brightness(glow.light_on(trunk, "top").coloured(RAMP).image))

    grows = [brightest(share / 8) for share in range(1, 9)]
    assert all(b > a for a, b in pairwise(grows))
    assert max(b - a for a, b in pairwise(grows)) < 0.25 * grows[-1]
    assert grows[1] > 0.25 * grows[-1]


def test_what_only_bears_a_pose_does_not_glow() -> None:
    """So little stretched it would be a stain; the light comes from there on."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    assert not patches(body, seen_from, [("pec_r", 0.08)])
    weak, more = (patches(body, seen_from, [("pec_r", strength)])[0].spots for strength in (0.12, 0.2))
    assert max(spot.strength for spot in weak) < max(spot.strength for spot in more)


def test_a_band_is_a_spindle_without_beads() -> None:
    """Along the back it is brightest in the middle, though drawn as many spots, and runs out to dark."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    glow = Glow(patches(body, seen_from, [("whole_back", 1.0)]), FIELD, 3.0)
    light = glow.light_on(parts_of(body, seen_from)["trunk"], "top").coloured(RAMP)
    (x, low), (_, high) = (seen_from.xy(body.spine[i][0]) for i in (1, 5))
    column = [brightness_at(light, (x, y)) for y in range(round(high), round(low), 3)]
    middle = column[len(column) // 4 : -len(column) // 4]
    assert max(middle) > 170
    assert min(middle) > 0.85 * max(middle)
    assert max(abs(a - b) for a, b in pairwise(middle)) <= 12
    for i, here in enumerate(column):
        assert here >= min(max(column[: i + 1]), max(column[i:])) - 4
    beyond = [brightness_at(light, (x, y)) for y in range(round(low), round(low) + 60, 3)]
    assert beyond == sorted(beyond, reverse=True)


def test_a_band_that_points_at_the_viewer_is_as_bright() -> None:
    """However much it is foreshortened, its middle has about the brightness it has from where it is long."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))

    def brightest(pitch: float) -> int:
        seen_from = Camera(180, pitch, (0.0, 125.0, 0.0), px_per_cm=3.0, width=300, height=300)
        (patch,) = patches(body, seen_from, [("whole_back", 1.0)])
        return max(brightness(Light(patch.spots, FIELD, 3.0).coloured(RAMP).image))

    assert abs(brightest(0.0) - brightest(60.0)) <= 25


@pytest.mark.parametrize("name", ["trapezius", "neck_side", "waist", "side", "glutes"])
def test_the_light_is_as_strong_on_either_side(name: str) -> None:
    """Of a body that stands straight, seen from in front or behind, left and right mirror each other."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    seen_from = camera(180 if name == "glutes" else 0)
    left, right = patches(body, seen_from, [(f"{name}_l", 1.0), (f"{name}_r", 1.0)])
    for one, other in zip(left.spots, right.spots, strict=True):
        mirrored = other._replace(x=300 - other.x, xy=-other.xy)
        assert tuple(one) == pytest.approx(tuple(mirrored), abs=0.01)


def test_what_the_shoulders_work_on_glows_from_the_collar_out_and_not_on_the_throat() -> None:
    """On the shirt with its collar; the light fades out before the skin of the neck."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(-24)
    glow = Glow(patches(body, seen_from, [("trapezius_l", 1.0), ("trapezius_r", 1.0)]), FIELD, 3.0)
    parts = parts_of(body, seen_from)
    assert len(glow.shown_on(parts["trunk"], "top")) == 2
    assert len(glow.shown_on(parts["neck"], "top")) == 2
    assert glow.shown_on(parts["neck"], "hair") == ()
    assert glow.shown_on(parts["neck"], "skin") == ()
    assert max(brightness(glow.light_on(parts["trunk"], "top").coloured(RAMP).image)) > 150


def test_a_shoulder_drawn_back_and_turned_away_goes_on_glowing() -> None:
    """The muscle on its top makes nearly as much light as that of the nearer one."""
    raw = {"shoulders": [3, -7.2], "chest": [-6]}
    body = solve(read_pose(raw, Pose(root=(0.0, 87.5, 0.0)), "test"))
    seen_from = Camera(-24, 12, (0.0, 125.0, 0.0), px_per_cm=3.0, width=300, height=300)
    far, near = (
        sum(
            x.strength * x.wide * x.high for x in patches(body, seen_from, [(f"trapezius_{s}", 1.0)])[0].spots
        )
        for s in "lr"
    )
    assert far > 0.6 * near


def test_the_breast_muscle_glows_from_the_shoulder_to_the_breastbone_and_not_beyond() -> None:
    """One soft fan: bright from the armpit to the breast, and dark on the other side."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    glow = Glow(patches(body, seen_from, [("pec_l", 1.0)]), FIELD, 3.0)
    light = glow.light_on(parts_of(body, seen_from)["trunk"], "top").coloured(RAMP)
    o, frame = body.spine[5]
    inward = [brightness_at(light, seen_from.xy(point(o, frame, (x, -9.0, 8.0)))) for x in (11, 7, 4, 1, -3)]
    assert min(inward[:3]) > 120
    assert inward[2:] == sorted(inward[2:], reverse=True)
    assert inward[4] < 0.4 * inward[2]


def test_the_light_goes_on_to_the_outline_and_is_softer_there() -> None:
    """The flank glows to where the shirt ends, as a form that turns away: the outline neither cuts the light
    where it is full, nor goes round it as an edge of the bare shirt.
    """
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    glow = Glow(patches(body, seen_from, [("side_l", 1.0)]), FIELD, 3.0)
    trunk = parts_of(body, seen_from)["trunk"]
    light = glow.light_on(trunk, "top").coloured(RAMP)
    (shirt,) = [layer.path for layer in trunk.layers if layer.cloth == "top" and not layer.tone][:1]
    _, y = seen_from.xy(body.spine[3][0])
    inside = [x for x in range(300) if shirt.contains(QPointF(x, y))]
    edge = max((min(inside), max(inside)), key=lambda x: brightness_at(light, (x, y)))
    inward = 1 if edge == min(inside) else -1
    row = [brightness_at(light, (edge + inward * i, y)) for i in range(16)]
    assert 40 < row[0] < 0.75 * max(row)
    assert max(row) > 200


def test_where_cloth_goes_on_from_part_to_part_the_light_does() -> None:
    """A sleeve that lies on the trunk is as bright as it along the sleeve's edge, since both are lit: only
    where neither is does the light fade.
    """
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    parts = parts_of(body, seen_from)
    after, alone = (Glow(patches(body, seen_from, [("pec_l", 1.0)]), FIELD, 3.0) for _ in range(2))
    on_trunk = after.light_on(parts["trunk"], "top").coloured(RAMP)
    on_sleeve, cut = (g.light_on(parts["upperarm_l"], "top").coloured(RAMP) for g in (after, alone))
    (sleeve,) = [layer.path for layer in parts["upperarm_l"].layers if layer.cloth == "top"][:1]
    _, y = seen_from.xy(body.joints["shoulder_l"])
    seam = min((x for x in range(300) if sleeve.contains(QPointF(x, y + 6))), key=lambda x: abs(x - 150))
    at = (float(seam), y + 6)
    assert brightness_at(on_trunk, at) > 60
    assert abs(brightness_at(on_sleeve, at) - brightness_at(on_trunk, at)) <= 64  # both in full colour
    assert brightness_at(cut, at) < brightness_at(on_sleeve, at)


def test_the_light_is_gone_before_a_dark_sleeve_that_lies_on_it() -> None:
    """The flank's light fades towards a sleeve of the same cloth: where no edge is seen none cuts it off."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(90)
    parts = parts_of(body, seen_from)
    sleeve = next(layer.path for layer in parts["upperarm_l"].layers if layer.cloth == "top")
    found = patches(body, seen_from, [("waist_l", 1.0)])
    (before, full), (behind, also_full) = (
        (Glow(found, FIELD, 3.0, [parts[name] for name in order]), Glow(found, FIELD, 3.0))
        for order in (("trunk", "upperarm_l"), ("upperarm_l", "trunk"))
    )
    at = max(
        ((x, y) for x in range(0, 300, 2) for y in range(0, 300, 2) if sleeve.contains(QPointF(x, y))),
        key=lambda at: brightness_at(full.light_on(parts["trunk"], "top").coloured(RAMP), at),
    )

    def seen(glow: Glow) -> int:
        return brightness_at(glow.light_on(parts["trunk"], "top").coloured(RAMP), at)

    assert seen(full) > 60
    assert seen(before) < 0.5 * seen(full)
    assert seen(behind) == seen(also_full)


def test_what_one_side_works_on_lights_no_other_arm() -> None:
    """The left shoulder's light lies on the left sleeve; the right one stays dark even where they meet."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(90)
    glow = Glow(patches(body, seen_from, [("pec_l", 1.0)]), FIELD, 3.0)
    parts = parts_of(body, seen_from)
    assert glow.shown_on(parts["upperarm_l"], "top") == (0,)
    assert glow.shown_on(parts["upperarm_r"], "top") == ()


def test_the_light_of_flank_and_loins_ends_before_the_hem() -> None:
    """On dark trousers it would be another colour than on the shirt, with a step between the two."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    for name, azimuth in (("waist_l", 90), ("loins", 180)):
        seen_from = camera(azimuth)
        parts = parts_of(body, seen_from)
        glow = Glow(patches(body, seen_from, [(name, 1.0)]), FIELD, 3.0)
        assert glow.shown_on(parts["trunk"], "top") == (0,)
        assert glow.shown_on(parts["thigh_l"], "trousers") == ()
        assert glow.shown_on(parts["trunk"], "trousers") == ()


def test_a_light_of_the_back_never_lights_the_trousers() -> None:
    """Seen from the feet the shirt opens: what shows of the trousers in there stays dark."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    glow = Glow(patches(body, seen_from, [("lower_back", 1.0)]), FIELD, 3.0)
    trunk = parts_of(body, seen_from)["trunk"]
    assert glow.shown_on(trunk, "top") == (0,)
    assert glow.shown_on(trunk, "trousers") == ()


def test_the_light_has_no_edge() -> None:
    """From one pixel of its small picture to the next it changes little."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    trunk = parts_of(body, seen_from)["trunk"]
    glow = Glow(patches(body, seen_from, [("upper_back", 1.0)]), FIELD, 3.0)
    image = glow.light_on(trunk, "top").coloured(RAMP).image
    rows = [[image.pixelColor(x, y).alpha() for x in range(image.width())] for y in range(image.height())]
    row = max(rows, key=max)
    assert max(row) > 100
    assert max(abs(a - b) for a, b in pairwise(row)) < 64


def seen_in_all(name: str, yaw: float) -> float:
    """How bright an area is in all, as far as it is seen from there."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    return sum(
        spot.strength * spot.wide * spot.high
        for patch in patches(body, camera(yaw), [(name, 1.0)])
        for spot in patch.spots
    )


@pytest.mark.parametrize("name", AREA_NAMES)
def test_the_light_moves_steadily_as_the_body_turns(name: str) -> None:
    """From degree to degree no spot comes or goes at a strength one would see."""
    seen = [seen_in_all(name, yaw) for yaw in range(361)]
    assert max(abs(a - b) for a, b in pairwise(seen)) < 0.05 * max(seen)


def test_from_the_side_a_muscle_is_a_narrow_band_along_the_outline() -> None:
    """The long muscles of the back are wide from behind, and narrow from the side at the back's edge."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))

    def width(yaw: float) -> float:
        (patch,) = patches(body, camera(yaw), [("whole_back", 1.0)])
        return max(s.x + s.wide for s in patch.spots) - min(s.x - s.wide for s in patch.spots)

    assert width(90) < 0.8 * width(180)
    trunk = parts_of(body, camera(90))["trunk"].bounds
    (patch,) = patches(body, camera(90), [("whole_back", 1.0)])
    assert all(spot.x > trunk.center().x() for spot in patch.spots)


def test_what_faces_away_is_a_rim_at_the_outline() -> None:
    """Turned half away the upper back still shows: fainter, and near the edge it is on."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(65)
    (patch,) = patches(body, seen_from, [("whole_back", 1.0)])
    trunk = parts_of(body, seen_from)["trunk"].bounds
    assert all(0 < spot.strength <= 1 for spot in patch.spots)
    assert all(spot.x > trunk.center().x() for spot in patch.spots)


def test_the_light_covers_no_more_than_it_reaches() -> None:
    """Its small picture is that of the spots, not of the whole field; outside it is dark."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    trunk = parts_of(body, seen_from)["trunk"]
    glow = Glow(patches(body, seen_from, [("upper_back", 1.0)]), FIELD, 3.0)
    light = glow.light_on(trunk, "top").coloured(RAMP)
    assert light.rect.width() * light.rect.height() < 0.25 * FIELD.width() * FIELD.height()
    image = light.image
    edge = [image.pixelColor(x, y).alpha() for y in range(image.height()) for x in (0, image.width() - 1)]
    edge += [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in (0, image.height() - 1)]
    assert max(edge) == 0


def test_a_turn_of_the_trunk_draws_out_a_long_band_from_the_ribs_to_the_hip() -> None:
    """From in front and the side: the flank is lit from the ribs down over the hips, not the breast."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(50)
    (patch,) = patches(body, seen_from, [("waist_l", 1.0)])
    ys = [spot.y for spot in patch.spots]
    (_, breast), (_, ribs) = (seen_from.xy(body.spine[i][0]) for i in (5, 3))
    assert breast < min(ys) < ribs
    assert max(ys) > seen_from.xy(body.joints["pelvis"])[1]


def test_the_light_has_a_core_and_no_plateau() -> None:
    """Across a muscle nothing but its middle is full: half of what is lit is less than half as bright."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    (patch,) = patches(body, seen_from, [("pec_l", 1.0)])
    lit = [b for b in brightness(Light(patch.spots, FIELD, 3.0).coloured(RAMP).image) if b > 8]
    assert sum(b < max(lit) / 2 for b in lit) > len(lit) / 2
    assert sum(b > 0.95 * max(lit) for b in lit) < len(lit) / 8
