"""A library over real files, and wishes that are carried out at once."""

from pathlib import Path
from typing import Any

from tests.ui.samples import FakeWishes

from unhunch.adapters.own_stretches import OwnStretches
from unhunch.adapters.stretch_archive import StretchArchives
from unhunch.adapters.stretch_files import StretchFolder
from unhunch.domain.settings import Settings, SettingsError, with_changes
from unhunch.resources import stretches_dir
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.ui.gallery import Gallery
from unhunch.ui.library.window import LibraryWindow
from unhunch.ui.look import Look


class Shelf(FakeWishes):
    """The person's folder, settings, library and window, as the program has them."""

    def __init__(self, root: Path, look: Look, settings: Settings | None = None) -> None:
        super().__init__()
        self.folder = root / "stretches"
        self.settings = settings or Settings()
        files = StretchFolder(
            stretches_dir(),
            self.folder,
            first=Settings().stretches.enabled,
            cache=root / "cache",
        )
        self.library = Library(files)
        self.collection = Collection(
            library=self.library,
            files=files,
            store=OwnStretches(self.folder),
            archives=StretchArchives(),
            settings=lambda: self.settings,
            change_settings=self.change_settings,
            changed=self._changed,
        )
        self.gallery = Gallery(look, self.library.get, self.settings, self.collection.picture)
        self.window: LibraryWindow | None = None
        self.window = LibraryWindow(
            look,
            self,
            gallery=self.gallery,
            library=self.library,
            collection=self.collection,
            settings=self.settings,
        )

    def change_settings(self, changes: dict[str, Any]) -> str | None:
        """Carry a change out, as the desk does."""
        super().change_settings(changes)
        if self.problem is not None:
            return self.problem
        try:
            self.apply(changes)
        except SettingsError as error:
            return str(error)
        return None

    def apply(self, changes: dict[str, Any]) -> None:
        """Change settings from elsewhere: the file or the command line."""
        self.settings = with_changes(self.settings, changes)
        self.gallery.set_settings(self.settings)
        if self.window is not None:
            self.window.set_settings(self.settings)

    def _changed(self) -> None:
        if self.window is not None:
            self.gallery.forget()
            self.window.library_changed()
