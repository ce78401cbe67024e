"""`unhunch simulate`: the real engine over a trace, in simulated time."""

import json
import sys
import tomllib
from pathlib import Path

from unhunch.adapters.stretch_files import StretchFolder
from unhunch.domain.settings import Settings, overlay
from unhunch.resources import stretches_dir
from unhunch.services.library import Library
from unhunch.services.simulator import TraceError, simulate

WRONG_USAGE = 2


def run(trace: Path, settings_path: Path | None) -> int:
    """Print the events of `trace` as JSON Lines; return the exit code."""
    try:
        settings = _settings(settings_path)
    except ValueError as error:
        print(f"unhunch: {error}", file=sys.stderr)
        return WRONG_USAGE
    library = Library(StretchFolder(stretches_dir(), Path("/nonexistent"), settings.stretches.enabled))
    try:
        lines = sys.stdin if str(trace) == "-" else trace.open(encoding="utf-8")
    except OSError as error:
        print(f"unhunch: {trace} cannot be read: {error.strerror or error}.", file=sys.stderr)
        return WRONG_USAGE
    with lines:
        try:
            for event in simulate(lines, settings, library.catalogue):
                sys.stdout.write(json.dumps(event) + "\n")
        except TraceError as error:
            sys.stdout.flush()
            print(f"unhunch: {error}", file=sys.stderr)
            return WRONG_USAGE
        except UnicodeDecodeError:
            print(f"unhunch: {trace} is not text in UTF-8.", file=sys.stderr)
            return WRONG_USAGE
    return 0


def _settings(path: Path | None) -> Settings:
    """Read a settings file without touching it; raises ValueError with a sentence where it is not TOML."""
    if path is None:
        return Settings()
    try:
        settings, problems = overlay(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise ValueError(f"The settings in {path} cannot be used: {error}") from error
    for problem in problems:
        print(f"unhunch: {problem}", file=sys.stderr)
    return settings
