"""The room somebody is in: by day its walls have a colour that skin and clothes stand out from."""

from dataclasses import replace

from PySide6.QtGui import QColor

from unhunch.figure.ink.oklab import from_lab, to_lab
from unhunch.figure.people import Person
from unhunch.figure.surroundings.mats import with_own_mat
from unhunch.figure.themes import LIGHT, Theme

_BESIDE_DARKER, _BESIDE_FULLER = 0.035, 1.15  # (OKLab) lightness, and times as colourful


def with_own_room(theme: Theme, person: Person) -> Theme:
    """The theme with this person's walls and mat: walls by day only, for a dark room's are dark enough."""
    own = with_own_mat(theme, person)
    return replace(own, stage=person.wall, wall=_beside(person.wall)) if theme == LIGHT else own


def _beside(wall: str) -> str:
    """The wall beside somebody, on which an arm lies: it has less of the light than the one behind."""
    light, red, yellow = to_lab(QColor(wall))
    return from_lab((light - _BESIDE_DARKER, red * _BESIDE_FULLER, yellow * _BESIDE_FULLER)).name()
