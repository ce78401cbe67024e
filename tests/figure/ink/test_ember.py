"""The colours of the glow: light first, then warm, and on no cloth an edge or a stain."""

from itertools import pairwise
from math import dist

import pytest
from PySide6.QtGui import QColor

from unhunch.figure.ink.oklab import to_lab
from unhunch.figure.ink.palette import palette
from unhunch.figure.people import PEOPLE, Person, person
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme

each_person = pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
each_theme = pytest.mark.parametrize(
    "theme", [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK], ids=lambda t: t.name
)
in_soft_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
CLOTHS = ("skin", "top", "trousers")


def seen(who: Person, theme: Theme, cloth: str, *, shaded: bool = False) -> list[QColor]:
    """What the ramp looks like on the cloth, or on its shade, from no brightness to full."""
    looks = palette(who, theme)
    under = looks.shaded(cloth, theme.shading) if shaded else looks.base[cloth]
    return [_laid(argb, under) for argb in looks.glow[cloth]]


def _laid(argb: int, under: QColor) -> QColor:
    top = QColor.fromRgba(argb)
    a = top.alphaF()
    pairs = zip(top.getRgbF()[:3], under.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(min(1.0, x * a + y * (1 - a)) for x, y in pairs))


@each_person
@each_theme
def test_the_light_has_no_edge_and_no_plateau(who: Person, theme: Theme) -> None:
    """From nothing it grows in steps too small to be seen, on every cloth; its first half is not yet full."""
    for cloth in CLOTHS:
        colours = [to_lab(c) for c in seen(who, theme, cloth)]
        assert colours[0] == to_lab(palette(who, theme).base[cloth])
        assert max(dist(a, b) for a, b in pairwise(colours)) < 0.012
        assert dist(colours[100], colours[-1]) > 0.03


@each_person
@each_theme
def test_the_core_is_one_bright_candlelight_on_all_somebody_wears(who: Person, theme: Theme) -> None:
    """So that one light goes on from cloth to cloth."""
    skin, top, trousers = cores = [to_lab(seen(who, theme, cloth)[-1]) for cloth in CLOTHS]
    for light, red, yellow in cores:
        assert light > 0.78
        assert red > -0.007  # candlelight, which is hardly red, and nowhere green
        assert yellow > 0.06
    assert dist(skin, trousers) < 0.04
    assert dist(skin, top) < 0.04


@each_person
@in_soft_themes
def test_what_begins_to_glow_is_never_a_stain(who: Person, theme: Theme) -> None:
    """On cloth that can grow lighter no brightness makes it darker: brown on green or blue is a stain."""
    for cloth in CLOTHS:
        under, *lit = (to_lab(c)[0] for c in seen(who, theme, cloth))
        if under < 0.72:
            assert min(lit) >= under - 0.005
        assert min(lit) >= under - 0.09  # pale cloth round the core is a fuller orange


@in_soft_themes
@pytest.mark.parametrize("who", ["tom", "samuel"])
def test_on_the_opposite_hue_it_is_light_before_it_is_warm(who: str, theme: Theme) -> None:
    """On green and teal the colours that are nearly grey are far lighter than the cloth; none is mauve."""
    under, *lit = seen(person(who), theme, "top")
    light = to_lab(under)[0]
    for colour in lit:
        channels = colour.getRgb()[:3]
        is_grey = max(channels) - min(channels) < 15
        assert not is_grey or to_lab(colour)[0] >= light + 0.04
        assert min(colour.red(), colour.blue()) - colour.green() <= 8


@each_person
@each_theme
def test_the_light_stands_out_from_every_cloth(who: Person, theme: Theme) -> None:
    """On pale skin as well it is another colour on its way, or at its core."""
    for cloth in CLOTHS:
        under, *lit = (to_lab(c) for c in seen(who, theme, cloth))
        assert max(dist(under, colour) for colour in lit) > 0.07


@each_person
@in_soft_themes
def test_shade_shows_through_the_light(who: Person, theme: Theme) -> None:
    """Half way to the core what is in shade is still the darker."""
    for cloth in CLOTHS:
        lit, in_shade = (seen(who, theme, cloth, shaded=shaded)[90] for shaded in (False, True))
        assert to_lab(in_shade)[0] < to_lab(lit)[0] - 0.003


@each_person
@in_soft_themes
def test_the_light_on_skin_is_orange_and_not_blood(who: Person, theme: Theme) -> None:
    """Wherever it is strong enough to be seen, green is well over half of the way from blue to red."""
    for colour in seen(who, theme, "skin")[64:]:
        assert colour.green() >= colour.blue() + 0.25 * (colour.red() - colour.blue())


@each_person
@in_soft_themes
def test_a_weak_light_on_green_is_light_before_it_is_warm(who: Person, theme: Theme) -> None:
    """Or it would be a brown band."""
    under, weak = (to_lab(seen(who, theme, "top")[i]) for i in (0, 64))
    if under[1] < -0.03:
        assert weak[0] - under[0] > 0.025


@each_person
@in_soft_themes
def test_on_green_it_is_gold_and_neither_skin_nor_mustard(who: Person, theme: Theme) -> None:
    """Round its core it is full of colour, more yellow than red, and light."""
    under, *lit = (to_lab(colour) for colour in seen(who, theme, "top"))
    if under[1] < -0.03:
        light, red, yellow = lit[140]
        assert yellow > 0.115
        assert 0.015 < red < yellow / 2
        assert light > 0.77
