"""The settings one by one: what each is called, may be and means, read off the declaration."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from unhunch.domain.settings.declared import Rhythm, Settings, shipped_rhythms
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

FieldType = Literal["bool", "int", "float", "choice", "text", "time", "names", "ranges"]

_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_FORMS = {
    "time": re.compile(_TIME),
    "ranges": re.compile(f"({_TIME})-({_TIME}|24:00)"),
    "names": re.compile(r".*\S.*"),
}
_RHYTHM_NAME_MAX = 40


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
        return Sentence(_EXPECTED[self.type])


_EXPECTED: Mapping[FieldType, str] = {
    "bool": QT_TRANSLATE_NOOP("Problems", "true or false"),
    "text": QT_TRANSLATE_NOOP("Problems", "a text"),
    "time": QT_TRANSLATE_NOOP("Problems", 'a time of day such as "05:00"'),
    "names": QT_TRANSLATE_NOOP("Problems", 'a list of names such as ["one", "two"]'),
    "ranges": QT_TRANSLATE_NOOP("Problems", 'a list of hours such as ["09:00-12:30", "13:30-18:00"]'),
}


def fields(settings: Settings | None = None) -> Iterator[FieldInfo]:
    """Yield every setting in the order of the file, with those of the rhythms that `settings` has."""
    for table in Settings.__struct_fields__:
        if table == "rhythm":
            for name in (settings or Settings()).rhythm:
                yield from rhythm_fields(name)
        elif table != "schema":
            yield from _fields_of(table)


def rhythm_fields(name: str) -> tuple[FieldInfo, ...]:
    """Return the settings of the rhythm `name`, which need not exist yet."""
    return _fields_of(f"rhythm.{name}")


def field_at(key: str) -> FieldInfo | None:
    """Return the setting with this dotted key; of a rhythm too that does not exist yet."""
    table, _, leaf = key.rpartition(".")
    if table.startswith("rhythm."):
        name = table.removeprefix("rhythm.")
        return next((f for f in rhythm_fields(name) if f.key == key), None) if is_rhythm_name(name) else None
    return _shipped().get(key) if leaf else None


def is_rhythm_name(name: str) -> bool:
    """Return whether a rhythm may be called this: short, printable, and no dot, which parts keys."""
    return (
        0 < len(name) <= _RHYTHM_NAME_MAX and name == name.strip() and name.isprintable() and "." not in name
    )


def accepted(field: FieldInfo, value: Any) -> Any:
    """Return `value` as the setting holds it. Raises ValueError where it may not be that."""
    table, _, leaf = field.key.rpartition(".")
    try:
        result = msgspec.convert(value, _hints(table)[leaf])
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


def _has_length(field: FieldInfo, text: str) -> bool:
    """Return whether a range of hours does not end where it begins: that could mean all day or never."""
    start, _, end = text.partition("-")
    return field.type != "ranges" or start != end


@cache
def _shipped() -> dict[str, FieldInfo]:
    return {field.key: field for field in fields()}


def _defaults(table: str) -> Struct:
    name = table.removeprefix("rhythm.")
    if name == table:
        return getattr(Settings(), table)  # type: ignore[no-any-return]
    return shipped_rhythms().get(name, Rhythm())


@cache
def _hints(table: str) -> dict[str, Any]:
    return get_type_hints(type(_defaults(table)), include_extras=True)


@cache
def _fields_of(table: str) -> tuple[FieldInfo, ...]:
    defaults = _defaults(table)
    return tuple(
        _field(f"{table}.{leaf}", hint, getattr(defaults, leaf)) for leaf, hint in _hints(table).items()
    )


def _field(key: str, hint: Any, default: Any) -> FieldInfo:
    optional = NoneType in get_args(hint)
    if optional:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{key} has no words")
    kind, meta = get_args(hint)
    extra = meta.extra or {}
    choices = get_args(kind) if get_origin(kind) is Literal else ()
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
