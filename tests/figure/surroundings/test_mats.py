"""Which mat somebody lies on."""

import pytest
from PySide6.QtGui import QColor

from unhunch.figure.people import PEOPLE, Person
from unhunch.figure.surroundings.mats import with_own_mat
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme


def hues_apart(a: str, b: str) -> int:
    apart = abs(QColor(a).hslHue() - QColor(b).hslHue())
    return min(apart, 360 - apart)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_nobody_wears_the_colour_of_the_mat(who: Person, theme: Theme) -> None:
    """Else a shirt would be lost on it."""
    assert hues_apart(with_own_mat(theme, who).mat, who.top) > 40


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda t: t.name)
def test_both_mats_are_used_and_nothing_else_changes(theme: Theme) -> None:
    """Who wears another colour lies on the mat of the theme."""
    assert {with_own_mat(theme, who).mat for who in PEOPLE} == {theme.mat, theme.other_mat}
    for who in PEOPLE:
        own = with_own_mat(theme, who)
        assert (own.stage, own.glow, own.name) == (theme.stage, theme.glow, theme.name)


@pytest.mark.parametrize("theme", [HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK], ids=lambda t: t.name)
def test_in_high_contrast_all_mats_are_alike(theme: Theme) -> None:
    """There the colours are those that the system's users can tell apart best."""
    assert {with_own_mat(theme, who).mat for who in PEOPLE} == {theme.mat}
