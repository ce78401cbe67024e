"""Everybody can be told from the room, in every theme."""

from math import dist

import pytest
from PySide6.QtGui import QColor

from unhunch.figure.ink.palette import contrast, lightness, luminance, palette, to_lab
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.surroundings.mats import with_own_mat
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme
from unhunch.ui import palette as windows

THEMES = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)
FIGURE = ("skin", "hair", "top", "trousers")
each_person = pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)


@each_person
@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_a_dark_room_all_of_a_person_stands_out_from_the_mat(who: Person, theme: Theme) -> None:
    """Skin, hair and clothes reach 2 on the mat; hair with a light behind it need not, for its rim does."""
    seen = palette(who, theme)
    for name in FIGURE:
        outline = seen.rims["hair"] if name == "hair" and theme.backlight_cm else seen.base[name]
        assert contrast(outline, QColor(with_own_mat(theme, who).mat)) >= 2, name


@each_person
@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_a_dark_room_hair_and_skin_stand_out_from_the_ground(who: Person, theme: Theme) -> None:
    """They reach 2.5 on the figure's own ground and on that of the windows; clothes reach 2.

    What must be seen of hair is its outline: it may be dark itself where a light behind it rims it.
    """
    seen = palette(who, theme)
    base = seen.base
    outline = seen.rims["hair"] if theme.backlight_cm else base["hair"]
    room = windows.CONTRAST if theme is HIGH_CONTRAST_DARK else windows.DARK
    for ground in (QColor(theme.ground), QColor(room.ground)):
        assert contrast(base["skin"], ground) >= 2.5
        assert contrast(outline, ground) >= 2.5
        assert contrast(base["trousers"], ground) >= 2
        assert contrast(base["top"], ground) >= 2


@each_person
@pytest.mark.parametrize("theme", [LIGHT, HIGH_CONTRAST_LIGHT], ids=lambda t: t.name)
def test_in_a_light_room_trousers_are_darker_and_the_rest_of_another_hue(who: Person, theme: Theme) -> None:
    """Trousers reach 2 on mat and ground; what is as light as the mat differs from it in its colour."""
    base = palette(who, theme).base
    mat = QColor(with_own_mat(theme, who).mat)
    assert contrast(base["trousers"], mat) >= 2
    assert contrast(base["trousers"], QColor(theme.ground)) >= 2
    for name in FIGURE:
        apart = dist(to_lab(base[name])[1:], to_lab(mat)[1:])
        assert contrast(base[name], mat) >= 1.18 or apart >= 0.09, name


@each_person
def test_hair_stays_as_dark_as_it_is_in_a_dark_room(who: Person) -> None:
    """Black hair lit up to stand out would be that of somebody else."""
    natural, seen = QColor(who.hair_colour), palette(who, DARK).base["hair"]
    assert luminance(seen) <= luminance(natural) + 0.02


@each_person
def test_the_dark_room_keeps_people_apart(who: Person) -> None:
    """In the dark a person's skin is still lighter than that of those with darker skin, or much the same."""
    mine = luminance(palette(who, DARK).base["skin"])
    for other in PEOPLE:
        if luminance(QColor(other.skin)) < luminance(QColor(who.skin)):
            assert luminance(palette(other, DARK).base["skin"]) < mine + 0.005


@each_person
@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_a_dark_room_skin_and_clothes_stand_out_from_the_stage(who: Person, theme: Theme) -> None:
    """They reach 2; hair has a line of light round it."""
    base = palette(who, theme).base
    for name in ("skin", "top", "trousers"):
        assert contrast(base[name], QColor(theme.stage)) >= 2


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_a_dark_room_the_mat_is_seen(theme: Theme) -> None:
    """It is at least 12 steps of lightness (CIE L*) above the ground."""
    ground, *mats = (
        116 * luminance(QColor(c)) ** (1 / 3) - 16 if luminance(QColor(c)) > 0.0089 else 0.0
        for c in (theme.ground, theme.mat, theme.other_mat)
    )
    assert min(mats) - ground >= 12


@each_person
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_cloth_is_darker_in_its_own_shade_and_never_greyer(who: Person, theme: Theme) -> None:
    """Shade deepens the colour of skin, shirt and trousers."""
    seen = palette(who, theme)
    for cloth in ("skin", "top", "trousers"):
        base, shaded = seen.base[cloth], seen.shaded(cloth, theme.shading)
        assert lightness(shaded) < lightness(base)
        assert shaded.hsvSaturationF() >= base.hsvSaturationF() - 0.02


@each_person
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_shadow_of_one_part_darkens_whatever_it_falls_on(who: Person, theme: Theme) -> None:
    """On dark skin the shirt's colour alone would be a light halo."""
    seen = palette(who, theme)
    for name in ("skin", "top", "trousers"):
        assert lightness(seen.contact) < lightness(seen.base[name]) - 0.03


@each_person
def test_in_a_dark_room_clothes_are_no_fuller_than_in_a_light_one(who: Person) -> None:
    """They are lit up to be seen, but in calmer colours; so is a scarf."""
    names = ["top", "trousers", *(["hair"] if who.hair == "scarf" else [])]
    in_light, in_dark = (palette(who, theme).base for theme in (LIGHT, DARK))
    for name in names:
        _, *natural = to_lab(in_light[name])
        light, *seen = to_lab(in_dark[name])
        share = to_lab(in_light[name])[0] / light
        assert dist(seen, (0.0, 0.0)) * min(1.0, share) < dist(natural, (0.0, 0.0)), name
