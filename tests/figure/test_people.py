"""The people: what they wear can be told from a light room."""

from math import dist

import pytest
from PySide6.QtGui import QColor

from unhunch.figure.ink.palette import luminance, palette, to_lab
from unhunch.figure.ink.parts import RIB
from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.themes import DARK, LIGHT, Theme

LEAST = 14.5
"""How much darker (L*) a shirt is than the ground: less, and its outline melts away."""


def perceived(colour: QColor) -> float:
    """L*, 0 to 100, of a colour that is not nearly black."""
    return float(116 * luminance(colour) ** (1 / 3) - 16)


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_no_top_melts_into_a_light_room(who: Person) -> None:
    """Every shirt and sweater is clearly darker than the ground."""
    top = palette(who, LIGHT).base["top"]
    assert perceived(QColor(LIGHT.ground)) - perceived(top) >= LEAST


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_a_ribbed_edge_can_be_told_from_its_shirt(who: Person, theme: Theme) -> None:
    """It is clearly lighter or darker, or of another hue."""
    base = palette(who, theme).base
    assert dist(to_lab(base[RIB]), to_lab(base["top"])) > 0.05
