"""What the settings window says of settings and their values."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from unhunch.domain.body import AREA_WORDS, CONDITION_WORDS
from unhunch.domain.settings import VARIED, FieldInfo, Settings
from unhunch.ui.durations import Duration

translate = QCoreApplication.translate


def said(text: str) -> str:
    """Return a title or description of the settings in the person's language."""
    return translate("Settings", text)


def duration_of(field: FieldInfo) -> Duration | None:
    """Return how the setting is spelled, where it is a length of time."""
    return {"s": Duration(1), "min": Duration(60)}.get(field.unit)


def value_words(field: FieldInfo, value: Any) -> str:
    """Return a value as people say it; "" where it is too long for a line."""
    if value is None:
        return translate("SettingsValues", "as usual")
    if field.type == "bool":
        return translate("SettingsValues", "on") if value else translate("SettingsValues", "off")
    if field.type == "choice":
        return dict(choices_of(field)).get(value, str(value))
    if field.type in ("int", "float"):
        return number_words(field, value)
    return str(value) if field.type == "time" else ""


def number_words(field: FieldInfo, value: float) -> str:
    """Return a number with its unit."""
    spelled = duration_of(field)
    return spelled.text(value) if spelled else f"{value:g}"


def note_of(field: FieldInfo) -> str:
    """Return what a setting does, what it usually is, and how far it goes."""
    note = said(field.description)
    if not field.bounds:
        return note
    low, high = (_unbroken(number_words(field, bound)) for bound in field.bounds)
    if field.default is None:
        bounds = translate("SettingsValues", "From %1 to %2.").replace("%1", low).replace("%2", high)
    else:
        bounds = translate("SettingsValues", "Usually %3; from %1 to %2.")
        usual = _unbroken(number_words(field, field.default))
        bounds = bounds.replace("%1", low).replace("%2", high).replace("%3", usual)
    return f"{note} {bounds}"


def usual_words(field: FieldInfo) -> str:
    """Return the words of the button that brings the usual value back."""
    usual = value_words(field, field.default)
    if not usual:
        return translate("SettingsValues", "Back to the usual")
    return translate("SettingsValues", "Back to the usual: %1").replace("%1", usual)


def refusal(field: FieldInfo) -> str:
    """Return one kind sentence on why a value does not fit."""
    if field.bounds:
        low, high = (number_words(field, bound) for bound in field.bounds)
        asked = translate("SettingsValues", "This can be from %1 to %2.")
        return asked.replace("%1", low).replace("%2", high)
    if field.type == "ranges":
        return translate(
            "SettingsValues", "Hours are written like 9-12:30, 13:30-18; an empty line is a day off."
        )
    if field.type == "time":
        return translate("SettingsValues", "A time of day is written like 5:00.")
    return translate("SettingsValues", "This cannot be used here.")


def choices_of(field: FieldInfo) -> tuple[tuple[str, str], ...]:
    """Return (value, words) of a setting that is one or some of a few."""
    return tuple((value, _choice_words(field, value)) for value in field.choices)


def _choice_words(field: FieldInfo, value: str) -> str:
    if field.key == "stretches.careful":
        return _capital(translate("Body", CONDITION_WORDS[value]))  # type: ignore[index]
    if field.key == "stretches.sore":
        return translate("Body", AREA_WORDS[value])  # type: ignore[index]
    known = {
        "standing": translate("SettingsValues", "Standing"),
        "sitting": translate("SettingsValues", "Sitting"),
        "system": translate("SettingsValues", "As the desktop"),
        "light": translate("SettingsValues", "Light"),
        "dark": translate("SettingsValues", "Dark"),
        "contrast": translate("SettingsValues", "High contrast"),
        "full": translate("SettingsValues", "Fills the screen")
        if field.key == "appearance.break_window"
        else translate("SettingsValues", "Full"),
        "card": translate("SettingsValues", "In the middle"),
        "reduced": translate("SettingsValues", "Reduced"),
    }
    return known.get(value, _capital(value))


def routine_choices(settings: Settings) -> Iterable[tuple[str, str]]:
    """Return (value, words) of what a break may show."""
    yield "", translate("SettingsValues", "Your stretches in their order")
    yield VARIED, translate("SettingsValues", "Varied")
    for name, routine in settings.routine.items():
        yield name, translate("Routines", routine.title) if routine.title else _capital(name)


def _unbroken(words: str) -> str:
    """Return words that stay on one line: a number apart from its unit is hard to read."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
