"""The settings: their declaration, their fields one by one, and how they change."""

from unhunch.domain.settings.changes import (
    Problem,
    SettingsError,
    differences,
    flatten,
    leaves,
    overlay,
    with_changes,
)
from unhunch.domain.settings.declared import (
    SCHEMA,
    WEEKDAYS,
    Appearance,
    Holds,
    Hours,
    Rhythm,
    Settings,
    Sound,
    Startup,
    StretchChoice,
    Timing,
)
from unhunch.domain.settings.fields import FieldInfo, fields, value_of_text

__all__ = [
    "SCHEMA",
    "WEEKDAYS",
    "Appearance",
    "FieldInfo",
    "Holds",
    "Hours",
    "Problem",
    "Rhythm",
    "Settings",
    "SettingsError",
    "Sound",
    "Startup",
    "StretchChoice",
    "Timing",
    "differences",
    "fields",
    "flatten",
    "leaves",
    "overlay",
    "value_of_text",
    "with_changes",
]
