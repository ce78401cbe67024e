"""Notices when files of the person's own are changed by somebody else."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer


class PlaceWatch(QObject):
    """Calls back once files and folders have changed and then been still. Polls nothing."""

    def __init__(
        self,
        places: Callable[[], Iterable[Path]],
        changed: Callable[[], None],
        settle_ms: int,
        parent: QObject | None = None,
    ) -> None:
        """`places` says what to watch; it is asked again after each change, as a file may be a new one then.

        It may raise OSError; then nothing more is watched. Changes come in several steps: `changed` is called
        when there was none for `settle_ms`.
        """
        super().__init__(parent)
        self._places = places
        self._changed = changed
        self._settle = QTimer(self, singleShot=True, interval=settle_ms)
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
            wanted = {str(place) for place in self._places()}
        except OSError:
            return
        known = {*self._watcher.files(), *self._watcher.directories()}
        if missing := sorted(wanted - known):
            self._watcher.addPaths(missing)
