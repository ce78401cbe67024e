"""Which mat somebody lies on: not one of the colour that they wear."""

from dataclasses import replace

from PySide6.QtGui import QColor

from unhunch.figure.people import Person
from unhunch.figure.themes import LIGHT, Theme

_ALIKE_DEG = 80  # hues no farther apart look related


def with_own_mat(theme: Theme, person: Person) -> Theme:
    """The theme with a mat that this person's top stands out from: the same one in every room."""
    apart = abs(QColor(LIGHT.mat).hslHue() - QColor(person.top).hslHue())
    if min(apart, 360 - apart) > _ALIKE_DEG:
        return theme
    return replace(theme, mat=theme.other_mat, mat_edge=theme.other_mat_edge)
