"""How settings change: strictly by the person's wish, leniently from a file edited by hand.

Both go key by key through the same check. In between, settings are a flat mapping of dotted keys to
values; a value of None means "as the default has it".
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import Struct

from unhunch.domain.settings.declared import SCHEMA, Settings, shipped_rhythms, shipped_routines
from unhunch.domain.settings.fields import (
    FieldInfo,
    accepted,
    field_at,
    fields,
    is_rhythm_name,
    is_routine_name,
    is_stretch_id,
    rhythm_fields,
    routine_fields,
)
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

PLAIN_PAUSE_S = 60
"""Length of a rhythm of the person's own that says neither `stretches` nor `length_s`."""

_SHOWN_MAX = 60


class SettingsError(ValueError):
    """A setting was refused; the message names key, value and bounds in one sentence."""


class Problem(Struct, frozen=True):
    """What was wrong with one key of the file, and what is done instead: one sentence."""

    key: str
    sentence: Sentence


def with_changes(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """Return `settings` with dotted keys set, all or nothing.

    A table in place of a value sets each key in it. None sets a key back to its default, and takes away
    a whole rhythm or routine of the person's own ("rhythm.meal": None) or all that is said of a stretch
    ("stretches.dose.cat-cow": None, "routine.desk.dose": None).

    Raises SettingsError for an unknown key, a value out of bounds, or a rhythm that would show nothing.
    """
    values = flatten(settings)
    for key, value in leaves(changes):
        if value is None and _is_whole(key):
            _reset(values, key)
            continue
        field = field_at(key)
        if field is None:
            raise SettingsError(
                Sentence(QT_TRANSLATE_NOOP("Problems", "There is no setting “{key}”."), key=key)
            )
        _make_room(values, key)
        values[key] = field.default if value is None else _checked(field, value)
    for name in _empty_rhythms(values):
        raise SettingsError(
            Sentence(
                QT_TRANSLATE_NOOP("Problems", "“rhythm.{name}” needs `stretches` or `length_s`."), name=name
            )
        )
    return _built(values)


def overlay(raw: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
    """Lay a settings file's content over the defaults.

    Never raises: what cannot be used is left at its default and named in a Problem.
    """
    values = flatten(Settings())
    problems: list[Problem] = []
    for key, value in leaves({k: v for k, v in raw.items() if k != "schema"}):
        field = field_at(key)
        if field is None:
            problems.append(_not_a_setting(key, value))
            continue
        _make_room(values, key)
        try:
            values[key] = _checked(field, value)
        except SettingsError as error:
            problems.append(Problem(key, _with_default(field, error.args[0])))
    for name in _empty_rhythms(values):
        values[f"rhythm.{name}.length_s"] = PLAIN_PAUSE_S
        problems.append(_filled(name))
    return _built(values), list(dict.fromkeys(_schema_problems(raw) + problems))


def differences(settings: Settings) -> dict[str, Any]:
    """Return the dotted keys whose values differ from the defaults, in the order of the file."""
    values = flatten(settings)
    return {f.key: values[f.key] for f in fields(settings) if values[f.key] != f.default}


def replacing(before: Settings, after: Settings) -> dict[str, Any]:
    """Return the changes that turn `before` into `after`, for `with_changes`."""
    gone: dict[str, Any] = {}
    for name in before.rhythm.keys() - after.rhythm.keys():
        gone[f"rhythm.{name}"] = None
    for name in before.routine.keys() - after.routine.keys():
        gone[f"routine.{name}"] = None
    was, want = flatten(before), flatten(after)
    kept = (key for key in was.keys() - want.keys() if not any(key.startswith(f"{each}.") for each in gone))
    changed = {key: value for key, value in want.items() if key not in was or was[key] != value}
    return gone | dict.fromkeys(kept) | changed


def flatten(settings: Settings) -> dict[str, Any]:
    """Return every setting by its dotted key, in the order of the file."""
    return {field.key: _value_at(settings, field.key) for field in fields(settings)}


def _value_at(settings: Settings, key: str) -> Any:
    at: Any = settings
    for part in key.split("."):
        at = at[part] if isinstance(at, dict) else getattr(at, part)
    return at


def leaves(tree: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield (dotted key, value) for every value in nested tables; a known key is never gone into.

    A rhythm whose name holds a dot keeps it, and so is no setting.
    """
    for key, value in tree.items():
        if isinstance(value, Mapping) and value and field_at(key) is None:
            yield from leaves({f"{key}.{inner}": deeper for inner, deeper in value.items()})
        elif not isinstance(value, Mapping) or value:
            yield key, value


def _built(values: Mapping[str, Any]) -> Settings:
    tree: dict[str, Any] = {"routine": {}}
    for key, value in values.items():
        if _goes_without_saying(key, value):
            continue
        *path, leaf = key.split(".")
        at = tree
        for part in path:
            at = at.setdefault(part, {})
        at[leaf] = value
    return msgspec.convert(tree, Settings)


def _goes_without_saying(key: str, value: Any) -> bool:
    """Tell whether this says nothing: the default, of a stretch or of a routine of the person's own."""
    match key.split("."):
        case ["stretches", "weight" | "dose", *_] | ["routine", _, "dose", *_]:
            pass
        case ["routine", name, _] if name not in shipped_routines():
            pass
        case _:
            return False
    field = field_at(key)
    return field is not None and field.default == value


def _checked(field: FieldInfo, value: Any) -> Any:
    try:
        return accepted(field, value)
    except ValueError:
        raise SettingsError(
            Sentence(
                QT_TRANSLATE_NOOP("Problems", "“{key}” cannot be {value}: it must be {expected}."),
                key=field.key,
                value=_shown(value),
                expected=field.expected,
            )
        ) from None


def _is_whole(key: str) -> bool:
    """Tell whether a key names a whole rhythm or routine, or all that is said of one or all stretches."""
    match key.split("."):
        case ["rhythm", name]:
            return is_rhythm_name(name)
        case ["routine", name] | ["routine", name, "dose"]:
            return is_routine_name(name)
        case ["routine", name, "dose", stretch]:
            return is_routine_name(name) and is_stretch_id(stretch)
        case ["stretches", "dose", stretch]:
            return is_stretch_id(stretch)
        case ["stretches", "weight" | "dose"]:
            return True
    return False


def _make_room(values: dict[str, Any], key: str) -> None:
    """Begin a rhythm that is not there yet, with the defaults of one's own."""
    if key not in values and key.startswith("rhythm."):
        name = key.split(".")[1]
        values.update({field.key: field.default for field in rhythm_fields(name)})


def _reset(values: dict[str, Any], whole: str) -> None:
    """Set what `whole` names back to how it ships, or take it away."""
    gone = [key for key in values if key.startswith(f"{whole}.")]
    for key in gone:
        del values[key]
    match whole.split("."):
        case ["rhythm", name]:
            ships, again = name in shipped_rhythms(), rhythm_fields(name)
            missing = QT_TRANSLATE_NOOP("Problems", "There is no rhythm “{name}”.")
        case ["routine", name]:
            ships, again = name in shipped_routines(), routine_fields(name)
            missing = QT_TRANSLATE_NOOP("Problems", "There is no routine “{name}”.")
        case _:
            return
    if ships:
        values.update({field.key: field.default for field in again})
    elif not gone:
        raise SettingsError(Sentence(missing, name=name))


def _empty_rhythms(values: Mapping[str, Any]) -> list[str]:
    """Return the names of the rhythms that say neither how many stretches, nor how long, nor which."""
    names = dict.fromkeys(key.split(".")[1] for key in values if key.startswith("rhythm."))
    return [
        name
        for name in names
        if values[f"rhythm.{name}.stretches"] is None
        and values[f"rhythm.{name}.length_s"] is None
        and not values[f"rhythm.{name}.routine"]
    ]


def _with_default(field: FieldInfo, refusal: Sentence) -> Sentence:
    if field.default is None:
        return Sentence(
            QT_TRANSLATE_NOOP("Problems", "{refusal} It is left out for now."),
            refusal=refusal,
        )
    return Sentence(
        QT_TRANSLATE_NOOP("Problems", "{refusal} The default, {default}, is used."),
        refusal=refusal,
        default=_shown(field.default),
    )


def _not_a_setting(key: str, value: Any) -> Problem:
    table, _, rest = key.partition(".")
    if key in Settings.__struct_fields__ or _is_whole(key):
        template = QT_TRANSLATE_NOOP("Problems", "“{key}” must be a table, not {value}; it is left as it is.")
        return Problem(key, Sentence(template, key=key, value=_shown(value)))
    if (badly_named := _badly_named(table, rest)) is not None:
        return badly_named
    if table not in Settings.__struct_fields__:
        key = table
    close = get_close_matches(key, _known_keys(key), n=1, cutoff=0.8)
    if close:
        template = QT_TRANSLATE_NOOP(
            "Problems", "“{key}” is not a setting and is left as it is; did you mean “{close}”?"
        )
        return Problem(key, Sentence(template, key=key, close=close[0]))
    template = QT_TRANSLATE_NOOP("Problems", "“{key}” is not a setting and is left as it is.")
    return Problem(key, Sentence(template, key=key))


def _badly_named(table: str, rest: str) -> Problem | None:
    """Return what is wrong with the name of a rhythm or routine, where that is what is wrong."""
    name, dot, _ = rest.rpartition(".")
    if not dot:
        return None
    if table == "rhythm" and not is_rhythm_name(name):
        template = QT_TRANSLATE_NOOP(
            "Problems", "A rhythm cannot be called “{name}”: use up to 40 letters, and no dot."
        )
        return Problem(f"rhythm.{name}", Sentence(template, name=name))
    name = name.partition(".dose")[0]
    if table == "routine" and not is_routine_name(name):
        template = QT_TRANSLATE_NOOP(
            "Problems",
            "A routine cannot be called “{name}”: use up to 40 letters, no dot, and not the word “varied”.",
        )
        return Problem(f"routine.{name}", Sentence(template, name=name))
    return None


def _known_keys(like: str) -> list[str]:
    """Return the keys that a mistyped one may have meant: all that ship, and those of the same table."""
    beside: tuple[FieldInfo, ...] = ()
    match like.split("."):
        case ["rhythm", name, _]:
            beside = rhythm_fields(name)
        case ["routine", name, _]:
            beside = routine_fields(name)
    return [field.key for field in (*fields(), *beside)]


def _filled(name: str) -> Problem:
    template = QT_TRANSLATE_NOOP(
        "Problems",
        "“rhythm.{name}” says neither `stretches` nor `length_s`: it is a plain pause of {length_s} s.",
    )
    return Problem(f"rhythm.{name}", Sentence(template, name=name, length_s=PLAIN_PAUSE_S))


def _schema_problems(raw: Mapping[str, Any]) -> list[Problem]:
    schema = raw.get("schema", SCHEMA)
    if schema == SCHEMA and not isinstance(schema, bool):
        return []
    template = QT_TRANSLATE_NOOP(
        "Problems", "“schema” is {schema}, but this version of Unhunch knows {known}: what it knows is used."
    )
    return [Problem("schema", Sentence(template, schema=_shown(schema), known=SCHEMA))]


def _shown(value: Any) -> str:
    """Return a value as the file would have it, cut to a readable length."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, int | float):
        text = f"{value:g}" if abs(value) < 1e6 else str(value)
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, list | tuple):
        text = f"[{', '.join(_shown(item) for item in value)}]"
    else:
        text = str(value)
    return text if len(text) <= _SHOWN_MAX else text[: _SHOWN_MAX - 1] + "…"
