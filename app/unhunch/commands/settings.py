"""`unhunch settings`: one setting read or set, and all of them to a file and from one."""

from pathlib import Path
from typing import Any

from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.commands.choice import Choice
from unhunch.commands.outcome import DONE, WRONG_USAGE, failed
from unhunch.domain.settings import (
    differences,
    field_at,
    flatten,
    replacing,
    value_of_text,
)


def run_get(key: str) -> int:
    """Print one setting, or all in a table ("timing"); return the exit code."""
    choice = Choice()
    choice.tell_problems()
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
        return failed(f"There is no setting “{key}”.", WRONG_USAGE)
    print(_shown(field.default))
    return DONE


def run_set(key: str, text: str) -> int:
    """Set one setting as a person types it; return the exit code."""
    field = field_at(key)
    if field is None:
        return failed(f"There is no setting “{key}”.", WRONG_USAGE)
    problem = Choice().change_settings({key: value_of_text(field, text)})
    return failed(problem) if problem else DONE


def run_export(path: Path) -> int:
    """Write all settings that differ from the defaults into a file; return the exit code."""
    choice = Choice()
    if choice.is_unusable:  # defaults in their place would be no copy of them
        return failed(f"{choice.problems[-1]} Nothing was written.")
    choice.tell_problems()
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
