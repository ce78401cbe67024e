"""The light on what is stretched: one patch, soft, wherever cloth ends."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from unhunch.figure.areas import AREA_NAMES
from unhunch.figure.body import dressed
from unhunch.figure.camera import Camera
from unhunch.figure.glow import AREAS, Glow, patches
from unhunch.figure.parts import Part
from unhunch.figure.people import PEOPLE
from unhunch.figure.pose import Pose
from unhunch.figure.skeleton import Body, solve
from unhunch.figure.wardrobe import Wardrobe

RAMP = [QColor(255, 255, 255, i).rgba() for i in range(256)]
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
        glow.light_on(parts[name], "top").coloured(RAMP).image for name in ("trunk", "upperarm_l")
    )

    def at(image: QImage, joint: str) -> int:
        x, y = seen_from.xy(body.joints[joint])
        return image.pixelColor(round(x * image.width() / 300), round(y * image.height() / 300)).alpha()

    assert at(on_trunk, "shoulder_l") > 60
    assert abs(at(on_sleeve, "shoulder_l") - at(on_trunk, "shoulder_l")) <= 12
    assert at(on_sleeve, "elbow_l") == 0


def test_areas_that_meet_are_one_light() -> None:
    """From navel to breastbone nothing is dark between, whether told as one area or as two."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    trunk = parts_of(body, seen_from)["trunk"]
    glow = Glow(patches(body, seen_from, [("front", 1.0)]), FIELD, 3.0)
    image = glow.light_on(trunk, "top").coloured(RAMP).image
    (x, low), (_, high) = seen_from.xy(body.spine[1][0]), seen_from.xy(body.joints["chest"])
    column = [
        image.pixelColor(round(x * image.width() / 300), round(y * image.height() / 300)).alpha()
        for y in range(round(high), round(low), 3)
    ]
    assert min(column) > 150


def test_no_strength_or_little_shows_nothing_and_more_ever_more() -> None:
    """At rest there is no light, at the start of a move none either: a faint one would look like a stain."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    assert patches(body, seen_from, [("upper_back", 0.0), ("lower_back", 0.15)]) == []
    shown = [patches(body, seen_from, [("upper_back", s / 10)])[0].strength for s in range(3, 11)]
    assert shown == sorted(shown)
    assert shown[-1] == 1.0


@pytest.mark.parametrize("name", ["trapezius", "neck_side", "waist", "side", "glutes"])
def test_the_light_is_as_strong_on_either_side(name: str) -> None:
    """Of a body that stands straight, seen from in front or behind, left and right mirror each other."""
    body = solve(Pose(root=(0.0, 87.5, 0.0)))
    seen_from = camera(180 if name == "glutes" else 0)
    left, right = patches(body, seen_from, [(f"{name}_l", 1.0), (f"{name}_r", 1.0)])
    assert left.strength == pytest.approx(right.strength)
    for (x, y, r), (u, v, q) in zip(left.spots, right.spots, strict=True):
        assert (300 - x, y, r) == pytest.approx((u, v, q), abs=0.01)


def test_what_the_shoulders_work_on_never_lights_the_throat() -> None:
    """The slope from neck to shoulder glows on the shirt and its collar, not on the neck's skin."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(-24)
    glow = Glow(patches(body, seen_from, [("trapezius_l", 1.0), ("trapezius_r", 1.0)]), FIELD, 3.0)
    neck = parts_of(body, seen_from)["neck"]
    assert glow.shown_on(neck, "skin") == ()
    assert len(glow.shown_on(neck, "top")) == 2


def test_the_flank_never_lights_the_trousers() -> None:
    """Seen from the feet the shirt opens: what shows of the trousers in there stays dark."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(0)
    glow = Glow(patches(body, seen_from, [("waist_l", 1.0)]), FIELD, 3.0)
    trunk = parts_of(body, seen_from)["trunk"]
    assert glow.shown_on(trunk, "top") == (0,)
    assert glow.shown_on(trunk, "trousers") == ()


def test_a_seam_goes_where_the_light_is() -> None:
    """In the light's middle hardly anything is left of the tone of a collar or hem; away from it all."""
    body, seen_from = solve(Pose(root=(0.0, 87.5, 0.0))), camera(180)
    glow = Glow(patches(body, seen_from, [("upper_back", 1.0)]), FIELD, 3.0)
    seam = brightness(glow.light_on(parts_of(body, seen_from)["trunk"], "top").sparing(QColor(0, 0, 0)).image)
    assert min(seam) < 40
    assert max(seam) == 255


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


@pytest.mark.parametrize("name", sorted(AREAS))
def test_an_area_has_as_many_spots_however_the_spine_bends(name: str) -> None:
    """Nothing comes or goes in a move, so that the brightness never jumps."""
    focus = name if name in AREA_NAMES else f"{name}_l"
    counts = set()
    for bend in (-20.0, 0.0, 15.0, 35.0):
        body = solve(Pose(root=(0.0, 87.5, 0.0), lumbar=(bend, 0.0, 0.0), chest=(bend, 0.0, 10.0)))
        for yaw in range(0, 360, 90):
            counts |= {len(patch.spots) for patch in patches(body, camera(yaw), [(focus, 1.0)])}
    assert len(counts) == 1
