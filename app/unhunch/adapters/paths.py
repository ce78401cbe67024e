"""Where the person's files lie."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from unhunch.control_client import runtime_dir
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

_APP = "unhunch"


@dataclass(frozen=True, slots=True)
class Paths:
    """The four folders of one person, and the files in them."""

    config: Path
    data: Path
    state: Path
    runtime: Path

    @classmethod
    def of_user(cls) -> Self:
        """Return the folders that this system has for the person."""
        config = platformdirs.user_config_path(_APP, appauthor=False)
        state = platformdirs.user_state_path(_APP, appauthor=False)
        # Where a system has one folder for all, the settings' folder is still watched without being
        # woken by each saved state.
        return cls(
            config=config,
            data=platformdirs.user_data_path(_APP, appauthor=False),
            state=state / "state" if state == config else state,
            runtime=runtime_dir(),
        )

    @classmethod
    def below(cls, root: Path) -> Self:
        """Return folders below `root`: throw-away data for the demo and for tests."""
        return cls(config=root / "config", data=root / "data", state=root / "state", runtime=root / "run")

    @property
    def settings_file(self) -> Path:
        """The person's settings, TOML."""
        return self.config / "settings.toml"

    @property
    def own_stretches(self) -> Path:
        """The person's own stretch files."""
        return self.data / "stretches"

    @property
    def stretch_cache(self) -> Path:
        """What was once read of the stretch files; it can be deleted at any time."""
        return self.state / "stretches.cache"

    @property
    def history_file(self) -> Path:
        """What happened, SQLite."""
        return self.data / "history.db"

    @property
    def state_file(self) -> Path:
        """The engine's state for a restart."""
        return self.state / "engine.state"

    @property
    def log_file(self) -> Path:
        """The newest log."""
        return self.state / "unhunch.log"

    @property
    def crash_file(self) -> Path:
        """Where Python was when the program crashed; empty otherwise."""
        return self.state / "crash.txt"

    def create(self) -> tuple[str, ...]:
        """Make the folders, for the person alone; return a sentence for each that cannot be made."""
        problems = []
        for folder in (self.config, self.data, self.state, self.runtime):
            try:
                make_private_folder(folder)
            except OSError as error:
                template = QT_TRANSLATE_NOOP("Problems", "The folder {path} cannot be used: {why}.")
                problems.append(Sentence(template, path=folder, why=error.strerror or error))
        return tuple(problems)


def make_private_folder(folder: Path) -> None:
    """Make `folder` with mode 0700, its missing parents as usual; one that is there stays as it is.

    Raises OSError where it cannot be made, is no folder, or belongs to somebody else.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
