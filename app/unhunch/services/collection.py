"""The person's own stretches: saved, deleted, taken in from a file and given away in one."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from unhunch.domain.parcel import ArchiveError, Imported, Parcel, Parcelled, Picture, Refused
from unhunch.domain.settings import Settings, leaves
from unhunch.domain.stretch import Stretch, StretchError, id_of_name, parse
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence
from unhunch.services.library import Library
from unhunch.services.ports import Archives, OwnStretchStore, StretchFiles

BAD_MAX = 20
"""After so many stretches of one file that cannot be used, the others are left unread."""


class Collection:
    """Changes the person's own stretches. What is refused changes nothing and is said in one sentence."""

    def __init__(
        self,
        *,
        library: Library,
        files: StretchFiles,
        store: OwnStretchStore,
        archives: Archives,
        settings: Callable[[], Settings],
        change_settings: Callable[[Mapping[str, Any]], str | None],
        changed: Callable[[], None],
        drawing_problem: Callable[[Stretch], str | None] = lambda _: None,
    ) -> None:
        """`changed` is called once the library has read what changed; `change_settings` as in Wishes.

        `drawing_problem` says why the figure cannot play a stretch, or None.
        """
        self._library = library
        self._files = files
        self._store = store
        self._archives = archives
        self._settings = settings
        self._change_settings = change_settings
        self._changed = changed
        self._drawing_problem = drawing_problem

    def source(self, stretch_id: str) -> str | None:
        """Return the text of a stretch's file, shipped or own: what a copy begins from."""
        return self._files.source(stretch_id) or self._store.read(stretch_id)

    def picture(self, stretch: Stretch) -> Picture | None:
        """Return the stretch's picture, checked, or None."""
        return self._store.picture(stretch.picture) if stretch.picture else None

    def new_id(self, name: str) -> str:
        """Return an id for a new stretch of this name."""
        return id_of_name(name, {stretch.id for stretch in self._library})

    def save(
        self, stretch_id: str, source: str | Mapping[str, Any], picture: Picture | None = None
    ) -> Sentence | None:
        """Save a stretch of the person's own, new or changed; return what was wrong, or None.

        `source` is the file's text or table; `picture` the one that it names, None where that is there.
        """
        before = self._library.get(stretch_id)
        problem = self._problem(stretch_id, source, picture) or self._write(stretch_id, source, picture)
        if problem is not None:
            return problem
        self._reload()
        after = self._library.get(stretch_id)
        if before is not None and before.picture and after is not None and after.picture != before.picture:
            self._drop_picture(before.picture)
        return None

    def delete(self, stretch_id: str) -> Sentence | None:
        """Delete a stretch of the person's own; return what was wrong, or None."""
        stretch = self._library.get(stretch_id)
        if self._is_shipped(stretch_id):
            template = QT_TRANSLATE_NOOP(
                "Collection", "“{id}” comes with Unhunch: it cannot be deleted, only switched off."
            )
            return Sentence(template, id=stretch_id)
        try:
            self._store.delete(stretch_id)
        except OSError as error:
            return _failed(error)
        self._reload()
        if stretch is not None and stretch.picture:
            self._drop_picture(stretch.picture)
        return None

    # -- from and for others -----------------------------------------------------------------------

    def import_file(self, path: Path, *, replace: bool = False) -> Imported:
        """Take in what a `.toml` or `.zip` file holds; each thing that is refused is named with its reason.

        `replace`: what is here already under the same name gives way.
        """
        try:
            parcel = self._archives.read(path)
        except ArchiveError as error:
            return Imported(refused=(Refused(path.name, error.args[0]),))
        refused = list(parcel.refused)
        taken: list[str] = []
        bad = 0
        for each in parcel.stretches:
            problem = Sentence(_TOO_MANY_BAD) if bad >= BAD_MAX else self._take_in(each, parcel, replace)
            if problem is None:
                taken.append(each.id)
            else:
                bad += 1
                refused.append(Refused(each.id, problem))
        if taken:
            self._reload()
        found = parcel.routines.items()
        routines = tuple(each for each, table in found if self._take_routine(each, table, replace, refused))
        return Imported(tuple(taken), routines, tuple(refused))

    def export(self, ids: Iterable[str], path: Path, routines: Iterable[str] = ()) -> Sentence | None:
        """Write stretches, with their pictures, and routines into a file; return what was wrong, or None."""
        parcelled: list[Parcelled] = []
        for stretch_id in dict.fromkeys(ids):
            stretch, text = self._library.get(stretch_id), self.source(stretch_id)
            if stretch is None or text is None:
                return Sentence(_NO_STRETCH, id=stretch_id)
            parcelled.append(Parcelled(stretch_id, text, self.picture(stretch)))
        known = self._settings().routine
        for name in routines:
            if name not in known:
                return Sentence(QT_TRANSLATE_NOOP("Collection", "There is no routine “{name}”."), name=name)
        tables = {name: _plain(msgspec.to_builtins(known[name])) for name in routines}
        try:
            self._archives.write(path, parcelled, tables)
        except ArchiveError as error:
            return Sentence("{why}", why=error.args[0])
        except OSError as error:
            return _failed(error)
        return None

    def _take_in(self, each: Parcelled, parcel: Parcel, replace: bool) -> Sentence | None:
        """Write one stretch of a parcel; return why it is refused, or None."""
        if each.text in (self._files.source(each.id), self._store.read(each.id)):
            return None
        try:
            stretch = parse(each.id, each.text)
        except StretchError as error:
            return Sentence("{why}", why=str(error))
        if not replace and self._library.is_own(each.id):
            return Sentence(_THERE_ALREADY, id=each.id)
        picture = parcel.pictures.get(stretch.picture or "")
        return self._problem(each.id, each.text, picture) or self._write(each.id, each.text, picture)

    def _take_routine(self, name: str, table: Any, replace: bool, refused: list[Refused]) -> bool:
        here = self._settings().routine.get(name)
        if here is not None and not replace:
            if _plain(msgspec.to_builtins(here)) == table:
                return True
            problem: str | None = Sentence(_ROUTINE_THERE, name=name)
        elif isinstance(table, dict) and table:
            gone = {} if here is None else {f"routine.{name}": None}  # its doses would mix with the new ones
            problem = self._change_settings(gone | dict(leaves({f"routine.{name}": table})))
        else:
            problem = Sentence(QT_TRANSLATE_NOOP("Collection", "It is no routine."))
        if problem is not None:
            refused.append(Refused(name, Sentence("{why}", why=problem)))
        return problem is None

    # -- inside --------------------------------------------------------------------------------------

    def _is_shipped(self, stretch_id: str) -> bool:
        return self._library.get(stretch_id) is not None and not self._library.is_own(stretch_id)

    def _problem(
        self, stretch_id: str, source: str | Mapping[str, Any], picture: Picture | None
    ) -> Sentence | None:
        """Return why a stretch cannot be saved, or None."""
        if self._is_shipped(stretch_id):
            template = QT_TRANSLATE_NOOP(
                "Collection", "A stretch “{id}” comes with Unhunch; give yours another name."
            )
            return Sentence(template, id=stretch_id)
        try:
            stretch = parse(stretch_id, source)
        except StretchError as error:
            return Sentence("{why}", why=str(error))
        if (undrawn := self._drawing_problem(stretch)) is not None:
            return Sentence("{why}", why=undrawn)
        return self._picture_problem(stretch, picture)

    def _picture_problem(self, stretch: Stretch, picture: Picture | None) -> Sentence | None:
        name = stretch.picture
        if name is None:
            return None
        if picture is None and not self._store.has_picture(name):
            template = QT_TRANSLATE_NOOP("Collection", "The picture “{name}” of “{id}” is not there.")
            return Sentence(template, name=name, id=stretch.id)
        is_shared = any(each.picture == name for each in self._library if each.id != stretch.id)
        if is_shared and picture not in (None, self._store.picture(name)):
            template = QT_TRANSLATE_NOOP("Collection", "Another stretch has a picture “{name}” already.")
            return Sentence(template, name=name)
        return None

    def _write(
        self, stretch_id: str, source: str | Mapping[str, Any], picture: Picture | None
    ) -> Sentence | None:
        try:
            self._store.write(stretch_id, source, picture)
        except OSError as error:
            return _failed(error)
        return None

    def _drop_picture(self, name: str) -> None:
        """Delete a picture that no stretch shows any more."""
        if not any(stretch.picture == name for stretch in self._library):
            self._store.drop_picture(name)

    def _reload(self) -> None:
        self._library.reload()
        self._changed()


_NO_STRETCH = QT_TRANSLATE_NOOP("Collection", "There is no stretch “{id}”.")
_THERE_ALREADY = QT_TRANSLATE_NOOP("Collection", "You have another stretch “{id}” already.")
_ROUTINE_THERE = QT_TRANSLATE_NOOP("Collection", "You have another routine “{name}” already.")
_TOO_MANY_BAD = QT_TRANSLATE_NOOP("Collection", "Too many before it could not be used.")


def _failed(error: OSError) -> Sentence:
    template = QT_TRANSLATE_NOOP("Collection", "It could not be written: {why}.")
    return Sentence(template, why=error.strerror or error)


def _plain(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table without what is not set, as a file has it."""
    return {
        key: _plain(value) if isinstance(value, dict) else list(value) if isinstance(value, tuple) else value
        for key, value in table.items()
        if value not in (None, {}, "")
    }
