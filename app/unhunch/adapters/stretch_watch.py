"""Notices when stretch files of the person's own come, change or go."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from unhunch.adapters.paths import make_private_folder
from unhunch.adapters.place_watch import PlaceWatch
from unhunch.adapters.stretch_files import SUFFIX

SETTLE_MS = 300
"""Files come in several steps, and many at a time: they are read once all has been still this long."""


class StretchWatch(PlaceWatch):
    """Calls back when something in the folder changed, or in a file of it that was written in place."""

    def __init__(self, folder: Path, changed: Callable[[], None], parent: QObject | None = None) -> None:
        self._folder = folder
        super().__init__(self._folder_and_files, changed, SETTLE_MS, parent)

    def _folder_and_files(self) -> Iterable[Path]:
        make_private_folder(self._folder)
        return [self._folder, *(path for path in self._folder.iterdir() if path.suffix == SUFFIX)]
