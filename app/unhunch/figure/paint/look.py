"""Who is drawn, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass

from unhunch.figure.ink.palette import Palette
from unhunch.figure.people import Person
from unhunch.figure.themes import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Who is drawn, and in which colours."""

    person: Person
    theme: Theme
    palette: Palette
