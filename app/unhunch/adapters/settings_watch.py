"""Notices when the person edits the settings file by hand."""

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from unhunch.adapters.paths import make_private_folder
from unhunch.adapters.settings_file import SettingsFile
from unhunch.domain.settings import Settings

SETTLE_MS = 200
"""Editors write in several steps; the file is read once they have been still this long."""


class SettingsWatch(QObject):
    """Calls back with new settings, never for what the program wrote itself. Polls nothing."""

    def __init__(
        self,
        file: SettingsFile,
        changed: Callable[[Settings, tuple[str, ...]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._changed = changed
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._soon)
        self._watcher.directoryChanged.connect(self._soon)
        self._follow()

    def stop(self) -> None:
        """Never call back again."""
        self._settle.stop()
        self._watcher.blockSignals(True)

    def _soon(self, _place: str) -> None:
        self._settle.start()

    def _read(self) -> None:
        self._follow()
        new = self._file.reload()
        if new is not None:
            self._changed(*new)

    def _follow(self) -> None:
        """Watch the file and its folder (an editor may replace the file), also behind a symbolic link."""
        path = self._file.path
        try:
            make_private_folder(path.parent)
        except OSError:
            return
        wanted = {str(place) for place in (path.parent, path.resolve().parent, path) if place.exists()}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if missing := sorted(wanted - known):
            self._watcher.addPaths(missing)
