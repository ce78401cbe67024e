"""All settings as a file to give away or keep, and back again."""

import tomllib
from pathlib import Path

from unhunch.adapters.files import write_out
from unhunch.adapters.settings_file import text_of, why_not_toml
from unhunch.domain.settings import Settings, overlay
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

MAX_BYTES = 1_000_000
"""A file of somebody else's is read up to here; settings take a few thousand bytes."""


class SettingsExchange:
    """Reads and writes whole files of settings; knows nothing of the person's own one."""

    def read(self, path: Path) -> tuple[Settings, tuple[Sentence, ...]]:
        """Return the settings in a file, and a sentence for each key that cannot be used.

        Raises ValueError with one sentence where the file cannot be used at all.
        """
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError as error:
            template = QT_TRANSLATE_NOOP("Problems", "{path} cannot be read: {why}.")
            raise ValueError(Sentence(template, path=path, why=error.strerror or error)) from error
        if len(content) > MAX_BYTES:
            template = QT_TRANSLATE_NOOP("Problems", "{path} is larger than {size} MB; nothing was changed.")
            raise ValueError(Sentence(template, path=path, size=MAX_BYTES // 1_000_000))
        try:
            raw = tomllib.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            template = QT_TRANSLATE_NOOP("Problems", "{path} is not valid TOML: {why}. Nothing was changed.")
            raise ValueError(Sentence(template, path=path, why=why_not_toml(error))) from error
        settings, problems = overlay(raw)
        return settings, tuple(problem.sentence for problem in problems)

    def write(self, path: Path, settings: Settings) -> None:
        """Write what differs from the defaults. Raises OSError with one sentence."""
        try:
            write_out(path, text_of(settings).encode())
        except OSError as error:
            template = QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {why}.")
            raise OSError(Sentence(template, path=path, why=error.strerror or error)) from error
