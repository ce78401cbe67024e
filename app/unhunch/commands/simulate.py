"""`unhunch simulate`: the real engine over a trace, in simulated time."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.commands.outcome import DONE, WRONG_USAGE, failed
from unhunch.domain.settings import Settings
from unhunch.resources import stretches_dir
from unhunch.services.library import Library
from unhunch.services.simulator import TraceError, simulate


def run(trace: Path, settings_path: Path | None) -> int:
    """Print the events of `trace` as JSON Lines; return the exit code."""
    try:
        settings = _settings(settings_path)
    except ValueError as error:
        return failed(error, WRONG_USAGE)
    library = Library(StretchFolder(stretches_dir(), None, settings.stretches.enabled))
    try:
        for event in simulate(_lines(trace), settings, library.catalogue):
            print(json.dumps(event))
    except (TraceError, _UnreadableError) as error:
        sys.stdout.flush()
        return failed(error, WRONG_USAGE)
    return DONE


class _UnreadableError(Exception):
    """The trace cannot be read, or not to its end; the message says why in one sentence."""


def _lines(trace: Path) -> Iterator[str]:
    """Yield the lines of a file, or of standard input."""
    if str(trace) == "-" and sys.stdin is None:
        raise _UnreadableError("There is no standard input to read.")
    try:
        with sys.stdin if str(trace) == "-" else trace.open(encoding="utf-8-sig") as lines:
            yield from lines
    except OSError as error:
        raise _UnreadableError(f"{trace} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"{trace} is not text in UTF-8.") from error


def _settings(path: Path | None) -> Settings:
    """Read a settings file without touching it; raises ValueError with a sentence where it is not TOML."""
    if path is None:
        return Settings()
    settings, problems = SettingsExchange().read(path)
    for problem in problems:
        failed(problem)
    return settings
