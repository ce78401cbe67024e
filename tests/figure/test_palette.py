"""Everybody can be told from the room, in every theme."""

from itertools import pairwise
from math import dist

import pytest
from PySide6.QtGui import QColor

from unhunch.figure.mats import with_own_mat
from unhunch.figure.palette import contrast, lightness, luminance, palette, to_lab
from unhunch.figure.people import PEOPLE, Person, person
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
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_glow_has_the_same_hot_core_on_every_cloth(who: Person, theme: Theme) -> None:
    """At full brightness an orange-red on skin, shirt and trousers; at none nothing; never duller on
    the way. A little of the cloth shows through.
    """
    cores = []
    looks = palette(who, theme)
    for cloth, ramp in looks.glow.items():
        assert len(ramp) == 256
        assert QColor.fromRgba(ramp[0]).alpha() == 0
        seen = [_laid(ramp[i], looks.base[cloth]) for i in range(0, 256, 5)]
        core = seen[-1]
        assert core.red() > 195
        assert core.green() < 145
        assert core.blue() < 125
        assert 0 < QColor.fromRgba(ramp[-1]).alpha() < 250
        cores.append(core.getRgb()[:3])
        assert all(lightness(c) >= min(lightness(looks.base[cloth]), lightness(core)) - 0.02 for c in seen)
    assert all(abs(x - y) < 40 for one in cores for x, y in zip(one, cores[0], strict=True))


@each_person
@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_a_dark_room_skin_and_clothes_stand_out_from_the_stage(who: Person, theme: Theme) -> None:
    """They reach 2; hair has a line of light round it."""
    base = palette(who, theme).base
    for name in ("skin", "top", "trousers"):
        assert contrast(base[name], QColor(theme.stage)) >= 2


@each_person
@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_the_glow_covers_every_cloth_alike(who: Person, theme: Theme) -> None:
    """At a hem the light goes on as far and as strong, and no step of it can be seen as an edge."""
    ramps = [[QColor.fromRgba(argb) for argb in ramp] for ramp in palette(who, theme).glow.values()]
    covers = [[colour.alpha() for colour in ramp] for ramp in ramps]
    assert all(cover == covers[0] for cover in covers)
    assert max(b - a for a, b in pairwise(covers[0])) <= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_on_blue_the_glow_passes_light_and_neither_mauve_nor_tan(theme: Theme) -> None:
    """Between blue cloth and the core the colours that are nearly grey are lighter than the cloth, as where a
    light begins to fall; none is a full pink, and none greener than it is blue before it is warm.
    """
    looks = palette(person("kenji"), theme)
    cloth = looks.base["top"]
    seen = [_laid(argb, cloth) for argb in looks.glow["top"]]
    for colour in seen:
        channels = colour.getRgb()[:3]
        is_grey = max(channels) - min(channels) < 15
        assert not is_grey or lightness(colour) >= lightness(cloth) + 0.085
        assert min(colour.red(), colour.blue()) - colour.green() <= 6
    warm = next(colour for colour in seen if colour.red() > colour.blue())
    assert warm.blue() >= warm.green()


def _laid(argb: int, under: QColor) -> QColor:
    """A colour of the ramp over the cloth."""
    top = QColor.fromRgba(argb)
    a = top.alphaF()
    pairs = zip(top.getRgbF()[:3], under.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(min(1.0, x * a + y * (1 - a)) for x, y in pairs))


@each_person
@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_the_glow_stands_out_from_every_cloth(who: Person, theme: Theme) -> None:
    """On yellow and salmon too: the core is another colour than the cloth, not a shade of it."""
    looks = palette(who, theme)
    for cloth, ramp in looks.glow.items():
        core, under = _laid(ramp[-1], looks.base[cloth]), looks.base[cloth]
        pairs = zip(core.getRgb()[:3], under.getRgb()[:3], strict=True)
        assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 > 70


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
def test_nobody_wears_the_colour_of_the_glow(who: Person, theme: Theme) -> None:
    """Shirt and core are far apart to the eye (OKLab), so that the light is seen at a glance."""
    looks = palette(who, theme)
    cloth, core = to_lab(looks.base["top"]), to_lab(_laid(looks.glow["top"][-1], looks.base["top"]))
    assert dist(cloth, core) > 0.15


@each_person
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_the_glow_on_skin_is_orange_and_not_blood(who: Person, theme: Theme) -> None:
    """Wherever it is strong enough to be seen, green is well over half of the way from blue to red."""
    looks = palette(who, theme)
    for argb in looks.glow["skin"][64:]:
        colour = _laid(argb, looks.base["skin"])
        assert colour.green() >= colour.blue() + 0.25 * (colour.red() - colour.blue())


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
