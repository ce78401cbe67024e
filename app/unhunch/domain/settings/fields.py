"""The settings one by one: what each is called, may be and means, read off the declaration."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from unhunch.domain.settings.declared import (
    VARIED,
    WEIGHT,
    WEIGHT_DEFAULT,
    DoseChange,
    Rhythm,
    Routine,
    Settings,
    shipped_rhythms,
    shipped_routines,
)
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

FieldType = Literal["bool", "int", "float", "choice", "text", "time", "names", "ranges"]

_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_FORMS = {
    "time": re.compile(_TIME),
    "ranges": re.compile(f"({_TIME})-({_TIME}|24:00)"),
    "names": re.compile(r".*\S.*"),
}
_NAME_MAX = 40
_STRETCH_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STRETCH_ID_MAX = 60


class FieldInfo(Struct, frozen=True, kw_only=True):
    """One setting, for the settings window, the command line and the sentence that refuses a value."""

    key: str
    """Dotted, as in the file: "rhythm.stretch.every_min"."""
    type: FieldType
    """`time` is "HH:MM"; `names` and `ranges` are tuples of texts."""
    default: Any
    bounds: tuple[float, float] | None
    """Lowest and highest value, both allowed; None where there are none."""
    unit: str
    """"s", "min", "times", "stretches" or empty."""
    title: str
    description: str
    choices: tuple[str, ...]
    """Of a `choice` the values it may be, of `names` the names it may hold; empty: any."""
    optional: bool
    """May also be left out (None)."""

    @property
    def expected(self) -> Sentence:
        """What a value must be, as the end of "it must be …"."""
        if self.bounds:
            low, high = (f"{bound:g}" for bound in self.bounds)
            template = (
                QT_TRANSLATE_NOOP("Problems", "a whole number from {low} to {high} {unit}")
                if self.type == "int"
                else QT_TRANSLATE_NOOP("Problems", "a number from {low} to {high} {unit}")
            )
            return Sentence(template, low=low, high=high, unit=self.unit)
        if self.type == "choice":
            return Sentence(
                QT_TRANSLATE_NOOP("Problems", "one of {choices}"), choices=", ".join(self.choices)
            )
        if self.choices:
            template = QT_TRANSLATE_NOOP("Problems", "a list of some of {choices}")
            return Sentence(template, choices=", ".join(self.choices))
        return Sentence(_EXPECTED[self.type])


_EXPECTED: Mapping[FieldType, str] = {
    "bool": QT_TRANSLATE_NOOP("Problems", "true or false"),
    "text": QT_TRANSLATE_NOOP("Problems", "a text"),
    "time": QT_TRANSLATE_NOOP("Problems", 'a time of day such as "05:00"'),
    "names": QT_TRANSLATE_NOOP("Problems", 'a list of names such as ["one", "two"]'),
    "ranges": QT_TRANSLATE_NOOP("Problems", 'a list of hours such as ["09:00-12:30", "13:30-18:00"]'),
}


def fields(settings: Settings | None = None) -> Iterator[FieldInfo]:
    """Yield every setting in the order of the file, with those of the rhythms that `settings` has.

    The same goes for its routines and for what it says of single stretches.
    """
    settings = settings or Settings()
    for table in Settings.__struct_fields__:
        if table == "rhythm":
            for name in settings.rhythm:
                yield from rhythm_fields(name)
        elif table == "routine":
            for name, routine in settings.routine.items():
                yield from _fields_of(f"routine.{name}")
                for stretch in routine.dose:
                    yield from _fields_of(f"routine.{name}.dose.{stretch}")
        elif table != "schema":
            yield from _fields_of(table)
        if table == "stretches":
            yield from map(_weight_field, settings.stretches.weight)
            for stretch in settings.stretches.dose:
                yield from _fields_of(f"stretches.dose.{stretch}")


def rhythm_fields(name: str) -> tuple[FieldInfo, ...]:
    """Return the settings of the rhythm `name`, which need not exist yet."""
    return _fields_of(f"rhythm.{name}")


def routine_fields(name: str) -> tuple[FieldInfo, ...]:
    """Return the settings of the routine `name`, which need not exist yet, without its doses."""
    return _fields_of(f"routine.{name}")


def field_at(key: str) -> FieldInfo | None:
    """Return the setting with this dotted key; of a rhythm, routine or stretch too that is not named yet."""
    table, _, leaf = key.rpartition(".")
    if table == "stretches.weight":
        return _weight_field(leaf) if is_stretch_id(leaf) else None
    if _defaults(table) is None:
        return None
    return next((field for field in _fields_of(table) if field.key == key), None)


def is_rhythm_name(name: str) -> bool:
    """Return whether a rhythm may be called this: short, printable, and no dot, which parts keys."""
    return 0 < len(name) <= _NAME_MAX and name == name.strip() and name.isprintable() and "." not in name


def is_routine_name(name: str) -> bool:
    """Return whether a routine may be called this: as a rhythm, but not like the word "varied"."""
    return is_rhythm_name(name) and name != VARIED


def is_stretch_id(name: str) -> bool:
    """Return whether a stretch may have this id: lower-case letters and digits, parted by single hyphens."""
    return len(name) <= _STRETCH_ID_MAX and _STRETCH_ID.fullmatch(name) is not None


def is_time_of_day(text: str) -> bool:
    """Return whether this is a time of day such as "05:00"."""
    return _FORMS["time"].fullmatch(text) is not None


def accepted(field: FieldInfo, value: Any) -> Any:
    """Return `value` as the setting holds it. Raises ValueError where it may not be that."""
    try:
        result = msgspec.convert(value, _type_of(field.key))
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    form = _FORMS.get(field.type)
    texts = result if isinstance(result, tuple) else (result,)
    if form and not all(form.fullmatch(text) and _has_length(field, text) for text in texts):
        raise ValueError(f"not a {field.type}")
    return result


def value_of_text(field: FieldInfo, text: str) -> Any:
    """Return what a person means who types `text` for this setting, unchecked: see `with_changes`.

    Switches are "on"/"off", "yes"/"no" or "true"/"false"; lists are parted by commas; "default" is None.
    """
    text = text.strip()
    if text == "default":
        return None
    if field.type == "bool":
        return _SWITCHES.get(text.lower(), text)
    if field.type in ("names", "ranges"):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if field.type in ("int", "float"):
        try:
            number = float(text)
        except ValueError:
            return text
        return int(number) if number.is_integer() else number
    return text


_SWITCHES = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


def _type_of(key: str) -> Any:
    table, _, leaf = key.rpartition(".")
    if table == "stretches.weight":
        return Annotated[float, WEIGHT]
    defaults = _defaults(table)
    assert defaults is not None, f"there is no table {table}"
    return _hints(type(defaults))[leaf]


def _has_length(field: FieldInfo, text: str) -> bool:
    """Return whether a range of hours does not end where it begins: that could mean all day or never."""
    start, _, end = text.partition("-")
    return field.type != "ranges" or start != end


def _defaults(table: str) -> Struct | None:
    """Return the struct with the defaults of a table; None where there is no such table."""
    match table.split("."):
        case ["rhythm", name] if is_rhythm_name(name):
            return shipped_rhythms().get(name, Rhythm())
        case ["routine", name] if is_routine_name(name):
            return shipped_routines().get(name, Routine())
        case ["routine", name, "dose", stretch] if is_routine_name(name) and is_stretch_id(stretch):
            return DoseChange()
        case ["stretches", "dose", stretch] if is_stretch_id(stretch):
            return DoseChange()
        case [name] if name in Settings.__struct_fields__:
            found = getattr(Settings(), name)
            return found if isinstance(found, Struct) else None
    return None


@cache
def _hints(kind: type[Struct]) -> dict[str, Any]:
    """Return the types of the values in a table; the tables within it are none."""
    hints = get_type_hints(kind, include_extras=True)
    return {leaf: hint for leaf, hint in hints.items() if get_origin(hint) is not dict}


@lru_cache(maxsize=2000)
def _fields_of(table: str) -> tuple[FieldInfo, ...]:
    defaults = _defaults(table)
    assert defaults is not None, f"there is no table {table}"
    return tuple(
        _field(f"{table}.{leaf}", hint, getattr(defaults, leaf))
        for leaf, hint in _hints(type(defaults)).items()
    )


@lru_cache(maxsize=2000)
def _weight_field(stretch: str) -> FieldInfo:
    return _field(f"stretches.weight.{stretch}", Annotated[float, WEIGHT], WEIGHT_DEFAULT)


def _field(key: str, hint: Any, default: Any) -> FieldInfo:
    optional = NoneType in get_args(hint)
    if optional:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{key} has no words")
    kind, meta = get_args(hint)
    extra = meta.extra or {}
    one = get_args(kind)[0] if get_origin(kind) is tuple else kind
    choices = get_args(one) if get_origin(one) is Literal else ()
    return FieldInfo(
        key=key,
        type=extra.get("form") or ("choice" if choices else _NAMES[kind]),
        default=default,
        bounds=None if meta.ge is None else (meta.ge, meta.le),
        unit=extra.get("unit", ""),
        title=meta.title,
        description=meta.description,
        choices=choices,
        optional=optional,
    )


_NAMES: Mapping[type, FieldType] = {bool: "bool", int: "int", float: "float", str: "text"}
