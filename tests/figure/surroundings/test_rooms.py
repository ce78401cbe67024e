"""The wall of the room somebody is in."""

import pytest
from PySide6.QtGui import QColor
from tests.figure.surroundings.test_mats import hues_apart

from unhunch.figure.painter import FigurePainter
from unhunch.figure.people import PEOPLE, Person, has_dark_skin
from unhunch.figure.surroundings.rooms import with_own_room
from unhunch.figure.themes import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_shirt_and_skin_stand_out_from_the_wall(who: Person) -> None:
    """By their hue; a dark skin by its lightness does."""
    wall = with_own_room(LIGHT, who).stage
    assert hues_apart(wall, who.top) > 40
    if has_dark_skin(who):
        assert QColor(wall).lightness() > 2.5 * QColor(who.skin).lightness()
    else:
        assert hues_apart(wall, who.skin) > 80


@pytest.mark.parametrize("who", PEOPLE, ids=lambda p: p.id)
def test_the_wall_beside_somebody_is_a_darker_one_of_the_same_room(who: Person) -> None:
    """Of nearly the same hue as the one behind, and a little less light."""
    theme = with_own_room(LIGHT, who)
    assert hues_apart(theme.wall, theme.stage) < 12
    assert 4 < QColor(theme.stage).lightness() - QColor(theme.wall).lightness() < 20


@pytest.mark.parametrize(
    "theme", [DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK], ids=lambda theme: theme.name
)
def test_other_rooms_have_one_wall(theme: Theme) -> None:
    """A dark one is dark enough; in high contrast the colours are the system's users' best ones."""
    rooms = [with_own_room(theme, who) for who in PEOPLE]
    assert {(room.stage, room.wall) for room in rooms} == {(theme.stage, theme.wall)}


def test_the_painter_takes_the_persons_own_room() -> None:
    """With the mat that goes with it."""
    samuel = next(who for who in PEOPLE if who.id == "samuel")
    theme = FigurePainter(samuel, LIGHT).theme
    assert (theme.stage, theme.mat) == (samuel.wall, LIGHT.other_mat)
