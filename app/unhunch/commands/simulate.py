"""`unhunch simulate`: the real engine over a trace, in simulated time."""

import json
import sys
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
        lines = sys.stdin if str(trace) == "-" else trace.open(encoding="utf-8")
    except OSError as error:
        return failed(f"{trace} cannot be read: {error.strerror or error}.", WRONG_USAGE)
    with lines:
        try:
            for event in simulate(lines, settings, library.catalogue):
                print(json.dumps(event))
        except TraceError as error:
            sys.stdout.flush()
            return failed(error, WRONG_USAGE)
        except UnicodeDecodeError:
            return failed(f"{trace} is not text in UTF-8.", WRONG_USAGE)
    return DONE


def _settings(path: Path | None) -> Settings:
    """Read a settings file without touching it; raises ValueError with a sentence where it is not TOML."""
    if path is None:
        return Settings()
    settings, problems = SettingsExchange().read(path)
    for problem in problems:
        failed(problem)
    return settings
