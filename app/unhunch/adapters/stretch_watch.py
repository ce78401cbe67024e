"""Notices when stretch files of the person's own come, change or go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from unhunch.adapters.paths import make_private_folder
from unhunch.adapters.stretch_files import SUFFIX

SETTLE_MS = 300
"""Files come in several steps, and many at a time: they are read once all has been still this long."""


class StretchWatch(QObject):
    """Calls back when something in the folder changed. Polls nothing.

    Only the folder is watched and the files in it, which an editor may write in place.
    """

    def __init__(self, folder: Path, changed: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._changed = changed
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._tell)
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

    def _tell(self) -> None:
        self._follow()
        self._changed()

    def _follow(self) -> None:
        try:
            make_private_folder(self._folder)
            files = [path for path in self._folder.iterdir() if path.suffix == SUFFIX]
        except OSError:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        if missing := sorted({str(path) for path in (self._folder, *files)} - known):
            self._watcher.addPaths(missing)
