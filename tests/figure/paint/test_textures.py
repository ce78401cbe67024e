"""Light and shade on the forms of a figure."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from unhunch.figure.body.body import dressed
from unhunch.figure.ink.palette import lightness, palette, to_lab
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.paint.textures import Textures
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import ArmAngles, Pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import mix
from unhunch.figure.themes import DARK, LIGHT, Theme

SIZE = 600
AMARA = next(who for who in PEOPLE if who.id == "amara")
each_person = pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)


def row_across(
    who: Person, kind: str, cloth: str, joints: tuple[str, str], share: float = 0.5, *, yaw: float = 0
) -> list[QColor]:
    """What a cloth of a part of a standing figure is filled with, from left to right, a share of the way
    between two joints.
    """
    aside = ArmAngles(raised=60.0)
    body = solve(Pose(root=(0.0, 87.5, 0.0), arm_l=aside, arm_r=aside))
    seen_from = Camera(yaw, 0, (0.0, 100.0, 0.0), px_per_cm=4.0, width=SIZE, height=SIZE)
    wardrobe = Wardrobe()
    parts = dressed(body, seen_from, who, breath=0, curls={}, wardrobe=wardrobe)
    field = QRectF(0, 0, SIZE, SIZE)
    textures = Textures(
        parts, palette(who, LIGHT), LIGHT, body=body, camera=seen_from, figure=field, wardrobe=wardrobe
    )
    part: Part = next(part for part in parts if part.name == kind)
    soft, _ = textures.of(part, cloth)
    assert soft
    picture, corner = soft.large(1.0)
    a, b = (body.joints[joint] for joint in joints)
    y = round(seen_from.xy(mix(a, b, share))[1])
    outline = next(layer for layer in part.layers if layer.cloth == cloth and not layer.tone).path
    inside = [x for x in range(SIZE) if outline.contains(QRectF(x, y, 1, 1))]
    return [picture.pixelColor(x - round(corner.x()), y - round(corner.y())) for x in inside]


@pytest.mark.parametrize(
    ("kind", "cloth", "joints"),
    [
        ("trunk", "top", ("hip_l", "shoulder_l")),
        ("forearm_r", "skin", ("elbow_r", "wrist_r")),
        ("thigh_l", "trousers", ("hip_l", "knee_l")),
    ],
)
def test_each_form_is_in_shade_on_the_side_away_from_the_light(
    kind: str, cloth: str, joints: tuple[str, str]
) -> None:
    """Not only along its edge, and not half of it."""
    who = PEOPLE[0]
    row = row_across(who, kind, cloth, joints)
    seen = palette(who, LIGHT)
    half = (lightness(seen.base[cloth]) + lightness(seen.shaded(cloth, LIGHT.shading))) / 2
    dark = [lightness(colour) < half for colour in row]
    middle = len(dark) // 2
    assert sum(dark[:middle]) <= 0.05 * len(dark)  # no more than another limb's shade
    assert 0.1 * len(dark) < sum(dark[middle:]) < 0.45 * len(dark)


def test_light_comes_back_on_the_edge_of_dark_skin() -> None:
    """Its shade is darkest within, so that an arm before an arm has an edge."""
    row = [lightness(colour) for colour in row_across(AMARA, "forearm_r", "skin", ("elbow_r", "wrist_r"))]
    assert row.index(min(row)) < len(row) - 2
    assert row[-1] > min(row) + 0.015


@each_person
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_light_plane_is_lighter_and_as_full_in_colour(who: Person, theme: Theme) -> None:
    """Light makes skin and clothes lighter, not greyer, and is a step that is seen and no patch."""
    looks = palette(who, theme)
    for cloth in ("skin", "top", "trousers"):
        (light, *hue), (plain, *was) = to_lab(looks.lit(cloth, theme.shading)), to_lab(looks.base[cloth])
        assert 0.005 < light - plain < 0.09
        assert all(abs(a - b) < 0.012 for a, b in zip(hue, was, strict=True))


@each_person
def test_a_shirt_seen_from_its_side_has_three_planes(who: Person) -> None:
    """About a third of its width is light, on the left, and a third in shade; its own colour is between."""
    row = across_shirt(who, 80)
    light, own, shade = shirt_tones(who)
    third = len(row) / 3
    assert 0.5 * third < sum(v > (light + own) / 2 for v in row[: len(row) // 2]) < 1.4 * third
    assert 0.5 * third < sum(v < (shade + own) / 2 for v in row[len(row) // 2 :]) < 1.4 * third
    assert abs(row[len(row) // 2] - own) < 0.025


@each_person
def test_a_shirt_seen_from_its_front_has_no_light_plane(who: Person) -> None:
    """It would end in an edge down the breast. Most is of its own colour; its right is in shade."""
    row = across_shirt(who, 0)
    light, own, shade = shirt_tones(who)
    assert max(row) < (light + own) / 2
    assert sum(abs(v - own) < 0.02 for v in row) > 0.5 * len(row)
    assert row[-len(row) // 10] < (shade + own) / 2


def across_shirt(who: Person, yaw: float) -> list[float]:
    """How light a shirt is across the belly, seen from so far aside (degrees)."""
    row = row_across(who, "trunk", "top", ("hip_l", "shoulder_l"), 0.3, yaw=yaw)
    return [to_lab(colour)[0] for colour in row]


def shirt_tones(who: Person) -> tuple[float, float, float]:
    """How light a shirt is in its light plane, by itself and in shade."""
    seen, depth = palette(who, LIGHT), LIGHT.shading
    colours = (seen.lit("top", depth), seen.base["top"], seen.shaded("top", depth))
    light, own, shade = (to_lab(colour)[0] for colour in colours)
    return light, own, shade


@pytest.mark.parametrize("who", [PEOPLE[0], PEOPLE[1], PEOPLE[6]], ids=lambda p: p.id)
def test_a_trunk_turns_away_without_an_edge(who: Person) -> None:
    """From light to shade it goes in steps too small to see, and a little light comes back at its edge."""
    row = [to_lab(colour)[0] for colour in row_across(who, "trunk", "top", ("hip_l", "shoulder_l"))]
    darkest = min(range(len(row)), key=lambda x: row[x])
    turning = row[len(row) // 3 : darkest + 1]
    assert row[len(row) // 3] - row[darkest] > 0.04
    assert max(abs(a - b) for a, b in pairwise(turning)) < 0.016
    assert darkest < len(row) - 1
    assert row[-1] > row[darkest]


@each_person
def test_the_shade_of_a_flank_has_run_out_at_the_armpit(who: Person) -> None:
    """There the shirt goes on into the sleeve: a shade that ended at it would begin with an edge."""

    def deepest(share: float) -> float:
        row = [lightness(c) for c in row_across(who, "trunk", "top", ("hip_l", "shoulder_l"), share)]
        return lightness(palette(who, LIGHT).base["top"]) - min(row)

    at_the_waist, below, at_the_armpit = (deepest(share) for share in (0.45, 0.7, 0.92))
    assert at_the_waist > below > at_the_armpit
    assert at_the_armpit < 0.35 * at_the_waist
