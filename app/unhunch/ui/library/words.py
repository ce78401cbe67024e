"""The library's own words: places, needs, areas, and times that are said to the second."""

from collections.abc import Iterable
from typing import get_args

from PySide6.QtCore import QCoreApplication

from unhunch.domain.body import AREA_WORDS, Area
from unhunch.domain.stretch import Need, Place

PLACES: tuple[Place, ...] = get_args(Place)
NEEDS: tuple[Need, ...] = get_args(Need)


def place_word(place: str) -> str:
    """Return where a stretch is done."""
    return {
        "sitting": QCoreApplication.translate("Library", "Sitting"),
        "standing": QCoreApplication.translate("Library", "Standing"),
        "floor": QCoreApplication.translate("Library", "On the floor"),
    }.get(place, place)


def need_word(need: str) -> str:
    """Return what a stretch needs."""
    return {
        "wall": QCoreApplication.translate("Library", "Wall"),
        "chair": QCoreApplication.translate("Library", "Chair"),
        "mat": QCoreApplication.translate("Library", "Mat"),
        "roller": QCoreApplication.translate("Library", "Roller"),
        "block": QCoreApplication.translate("Library", "Block"),
    }.get(need, need)


def area_word(area: Area) -> str:
    """Return what an area of the body is called."""
    return QCoreApplication.translate("Body", AREA_WORDS[area])


def span(seconds: float) -> str:
    """Return a length to the second: "45 s", "1 min", "2 min 5 s"."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    told_rest = QCoreApplication.translate("Words", "%n s", "", rest)
    if not minutes:
        return told_rest
    told = QCoreApplication.translate("Words", "%n min", "", minutes)
    return f"{told} {told_rest}" if rest else told


def listed(words: Iterable[str]) -> str:
    """Return words in a row, the first with its capital letter."""
    row = list(words)
    return ", ".join([*row[:1], *(word[:1].lower() + word[1:] for word in row[1:])])
