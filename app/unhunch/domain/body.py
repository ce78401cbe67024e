"""What a person may have to be careful with, and the areas of the body, in the words of the files.

The ids stand in the settings and in stretch files; the words beside them are for people.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from unhunch.domain.text import QT_TRANSLATE_NOOP

Condition = Literal["neck", "shoulder", "wrists", "knees", "back", "pregnancy", "osteoporosis", "pressure"]
Area = Literal["neck", "shoulders", "upper back", "lower back", "chest", "sides", "hips"]

CONDITION_WORDS: Mapping[Condition, str] = {
    "neck": QT_TRANSLATE_NOOP("Body", "a sore or injured neck"),
    "shoulder": QT_TRANSLATE_NOOP("Body", "a sore or injured shoulder"),
    "wrists": QT_TRANSLATE_NOOP("Body", "sore wrists"),
    "knees": QT_TRANSLATE_NOOP("Body", "sore knees"),
    "back": QT_TRANSLATE_NOOP("Body", "a sore or injured lower back"),
    "pregnancy": QT_TRANSLATE_NOOP("Body", "pregnancy"),
    "osteoporosis": QT_TRANSLATE_NOOP("Body", "osteoporosis"),
    "pressure": QT_TRANSLATE_NOOP("Body", "glaucoma or high blood pressure"),
}
"""How each condition is named in a sentence, after "with"."""

AREA_WORDS: Mapping[Area, str] = {
    "neck": QT_TRANSLATE_NOOP("Body", "Neck"),
    "shoulders": QT_TRANSLATE_NOOP("Body", "Shoulders"),
    "upper back": QT_TRANSLATE_NOOP("Body", "Upper back"),
    "lower back": QT_TRANSLATE_NOOP("Body", "Lower back"),
    "chest": QT_TRANSLATE_NOOP("Body", "Chest"),
    "sides": QT_TRANSLATE_NOOP("Body", "Sides of the trunk"),
    "hips": QT_TRANSLATE_NOOP("Body", "Hips"),
}
"""What a person can mark as sore and filter by."""

_MEANT: Mapping[str, tuple[Area, ...]] = {
    "shoulder": ("shoulders",),
    "upper shoulders": ("shoulders", "neck"),
    "back": ("upper back", "lower back"),
    "spine": ("upper back", "lower back"),
    "whole spine": ("upper back", "lower back"),
    "side": ("sides",),
    "side of the trunk": ("sides",),
}


def areas_meant(words: Iterable[str]) -> frozenset[Area]:
    """Return the areas that a stretch file's own words name; words that are none are passed over."""
    found: set[Area] = set()
    for word in words:
        plain = word.strip().lower()
        found.update(_MEANT.get(plain, ()))
        found.update(area for area in AREA_WORDS if area == plain)
    return frozenset(found)
