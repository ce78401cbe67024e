"""`unhunch settings`: one setting read or set, and all of them to a file and from one."""

import sys
from pathlib import Path
from typing import Any

from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.commands.choice import DONE, Choice, failed
from unhunch.domain.settings import (
    differences,
    field_at,
    flatten,
    replacing,
    value_of_text,
)

WRONG_USAGE = 2


def run_get(key: str) -> int:
    """Print one setting, or all in a table ("timing"); return the exit code."""
    choice = Choice()
    values = flatten(choice.settings)
    if key in values:
        print(_shown(values[key]))
        return DONE
    within = {each: value for each, value in values.items() if each.startswith(f"{key}.")}
    for each, value in within.items():
        print(f"{each} = {_shown(value)}")
    if within:
        return DONE
    field = field_at(key)
    if field is None:
        return _wrong(f"There is no setting “{key}”.")
    print(_shown(field.default))
    return DONE


def run_set(key: str, text: str) -> int:
    """Set one setting as a person types it; return the exit code."""
    field = field_at(key)
    if field is None:
        return _wrong(f"There is no setting “{key}”.")
    problem = Choice().change_settings({key: value_of_text(field, text)})
    return failed(problem) if problem else DONE


def run_export(path: Path) -> int:
    """Write all settings that differ from the defaults into a file; return the exit code."""
    choice = Choice()
    for problem in choice.problems:
        failed(problem)
    try:
        SettingsExchange().write(path, choice.settings)
    except OSError as error:
        return failed(str(error))
    print(f"{path}: {len(differences(choice.settings))}")
    return DONE


def run_import(path: Path) -> int:
    """Make all settings as a file has them; return the exit code: 1 where it is not used, or not wholly."""
    try:
        settings, problems = SettingsExchange().read(path)
    except ValueError as error:
        return failed(str(error))
    code = DONE
    for problem in problems:
        code = failed(problem)
    choice = Choice()
    refused = choice.change_settings(replacing(choice.settings, settings))
    return failed(refused) if refused else code


def _shown(value: Any) -> str:
    """Return a value as `set` takes it."""
    if value is None:
        return "default"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _wrong(sentence: str) -> int:
    print(f"unhunch: {sentence}", file=sys.stderr)
    return WRONG_USAGE
