"""The room somebody is in: by day its wall has a colour that skin and clothes stand out from."""

from dataclasses import replace

from unhunch.figure.people import Person
from unhunch.figure.surroundings.mats import with_own_mat
from unhunch.figure.themes import LIGHT, Theme


def with_own_room(theme: Theme, person: Person) -> Theme:
    """The theme with this person's wall and mat: the wall by day only, for a dark room's is dark enough."""
    own = with_own_mat(theme, person)
    return replace(own, stage=person.wall) if theme == LIGHT else own
