"""Stretches from others and for others: by file dialogs, and by dropping files on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QMenu, QWidget

from unhunch.domain.settings import Settings
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.ui.files import file_to_write, files_to_read
from unhunch.ui.library.shelf import known_enabled
from unhunch.ui.words import sentence

SET_NAME = "unhunch-stretches.zip"


class Exchange(QObject):
    """Asks for files, and has the collection read and write them."""

    told = Signal(str)
    """A sentence about what came of an export."""
    arrived = Signal(list, bool)
    """What came of each file of an import (path, Imported), and whether it replaced what was here."""

    def __init__(
        self, window: QWidget, library: Library, collection: Collection, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._collection = window, library, collection
        self._settings = settings

    def menu(self) -> QMenu:
        """Return what can be done with many stretches at once."""
        menu = QMenu(self._window)
        menu.addAction(self.tr("Import…"), self._choose_imports)
        menu.addAction(self.tr("Export my own stretches…"), self._export_own)
        menu.addAction(self.tr("Export what is switched on…"), self._export_enabled)
        return menu

    def import_files(self, files: Sequence[Path], *, replace: bool = False) -> None:
        """Take in what these files hold; `replace`: in place of what is here under the same names."""
        if files:
            found = [(file, self._collection.import_file(file, replace=replace)) for file in files]
            self.arrived.emit(found, replace)

    def export(self, stretches: Sequence[str], file: Path) -> None:
        """Write stretches into a file, and say what came of it."""
        problem = self._collection.export(stretches, file)
        done = self.tr("Written to %1.").replace("%1", file.name)
        self.told.emit(done if problem is None else sentence(problem, "Collection", "Archives"))

    def export_one(self, stretch_id: str) -> None:
        """Ask where one stretch goes; with its picture it needs a set."""
        stretch = self._library.get(stretch_id)
        if stretch is not None:
            self._ask([stretch_id], f"{stretch_id}.{'zip' if stretch.picture else 'toml'}")

    def _choose_imports(self) -> None:
        kinds = self.tr("Stretches") + " (*.toml *.zip)"
        chosen = files_to_read(self._window, self.tr("Import stretches"), kinds)
        self.import_files([Path(each) for each in chosen])

    def _export_own(self) -> None:
        own = [stretch.id for stretch in self._library if self._library.is_own(stretch.id)]
        if own:
            self._ask(own, SET_NAME)
        else:
            self.told.emit(self.tr("You have no stretches of your own yet."))

    def _export_enabled(self) -> None:
        self._ask(known_enabled(self._library, self._settings()), SET_NAME)

    def _ask(self, stretches: Sequence[str], name: str) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Stretches") + f" (*.{name.rpartition('.')[2]})"
        chosen = file_to_write(self._window, self.tr("Export"), str(Path(home) / name), kinds)
        if chosen:
            self.export(stretches, Path(chosen))


def stretch_files(dropped: QMimeData) -> list[Path]:
    """Return the files among what is dropped that may hold stretches."""
    files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in (".toml", ".zip")]
