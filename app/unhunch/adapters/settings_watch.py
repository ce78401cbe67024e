"""Notices when the person edits the settings file by hand."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from unhunch.adapters.files import behind_links
from unhunch.adapters.paths import make_private_folder
from unhunch.adapters.place_watch import PlaceWatch
from unhunch.adapters.settings_file import SettingsFile
from unhunch.domain.settings import Settings

SETTLE_MS = 200
"""Editors write in several steps; the file is read once they have been still this long."""


class SettingsWatch(PlaceWatch):
    """Calls back with new settings, never for what the program wrote itself."""

    def __init__(
        self,
        file: SettingsFile,
        changed: Callable[[Settings, tuple[str, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        self._file = file
        self._new_settings = changed
        super().__init__(self._file_and_folders, self._read, SETTLE_MS, parent)

    def _read(self) -> None:
        new = self._file.reload()
        if new is not None:
            self._new_settings(*new)

    def _file_and_folders(self) -> Iterable[Path]:
        """Return the file and its folder (an editor may replace the file), also behind a symbolic link."""
        path = self._file.path
        make_private_folder(path.parent)
        return [place for place in (path.parent, behind_links(path).parent, path) if place.exists()]
