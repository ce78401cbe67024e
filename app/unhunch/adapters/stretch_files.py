"""Stretch files on disk: the shipped ones in the resources, the person's own in their data directory."""

import logging
import os
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from unhunch.adapters.files import write_atomically
from unhunch.domain.stretch import Source
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

log = logging.getLogger(__name__)

SUFFIX = ".toml"
MAX_BYTES = 400_000
"""A larger file is no stretch; it is left out unread."""
MAX_FILES = 2000
"""More of one's own are left out: nobody has them, and the program should start."""
_CACHE_MAX_BYTES = 64_000_000

_Stamp = tuple[int, int]
"""A file's size and time of change: while they are the same, so is its content."""


_UNREADABLE = QT_TRANSLATE_NOOP("Problems", "The stretch file {path} is left out: {why}.")
_NO_FILE = QT_TRANSLATE_NOOP("Problems", "The stretch file {path} is left out: it is no file.")
_NO_TEXT = QT_TRANSLATE_NOOP("Problems", "The stretch file {path} is left out: it is not text in UTF-8.")
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Problems", "The stretch file {path} is left out: it is larger than {size} kB."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "Problems", "In {path} only the first {most} stretch files are read; {left} more are left out."
)


class _UnreadableError(Exception):
    """A file that is left out; `sentence` tells the person why."""

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, **values)
        super().__init__(self.sentence)


class StretchFolder:
    """Reads `ID.toml` files. Shipped ones keep the order of `first`, then the alphabet.

    Taking TOML apart costs some 2 ms a file. What was once read of the person's own is kept in `cache`, so
    that hundreds of them cost the start of the program next to nothing.
    """

    def __init__(
        self, shipped: Path, own: Path | None, first: tuple[str, ...] = (), cache: Path | None = None
    ) -> None:
        self._shipped = shipped
        self._own = own
        self._first = first
        self._cache = cache
        self._known: dict[str, tuple[_Stamp, msgspec.Raw]] | None = None
        self.unread: tuple[Sentence, ...] = ()
        """One sentence for each of the person's own files that could not be read the last time."""

    def shipped(self) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of every stretch that comes with the program."""
        found: dict[str, str] = {}
        for path in _files(self._shipped):
            try:
                found[path.stem] = _text(path)
            except _UnreadableError as error:
                log.error("%s", error.sentence)
        for stretch_id in (*(i for i in self._first if i in found), *sorted(set(found) - set(self._first))):
            yield stretch_id, found[stretch_id]

    def source(self, stretch_id: str) -> str | None:
        """Return the text of a shipped stretch's file, or None."""
        path = self._shipped / f"{stretch_id}{SUFFIX}"
        try:
            return _text(path) if path.parent == self._shipped and path.is_file() else None
        except _UnreadableError:
            return None

    def own(self) -> Iterator[tuple[str, Source]]:
        """Yield (id, content) of the person's own; a file that cannot be read is left out and, in the end,
        told of in `unread`.

        The content is the file's text; where it is TOML, the table read from it, in JSON.
        """
        if self._own is None:
            return
        unread: list[Sentence] = []
        before = self._remembered()
        now: dict[str, tuple[_Stamp, msgspec.Raw]] = {}
        files = sorted(_files(self._own))
        if len(files) > MAX_FILES:
            unread.append(Sentence(_TOO_MANY, path=self._own, most=MAX_FILES, left=len(files) - MAX_FILES))
        for path in files[:MAX_FILES]:
            stamp = _stamp(path)
            known = before.get(path.stem)
            if stamp is not None and known is not None and known[0] == stamp:
                now[path.stem] = known
                yield path.stem, known[1]
                continue
            try:
                text = _text(path)
            except _UnreadableError as error:
                unread.append(error.sentence)
                continue
            packed = _packed(text)
            if stamp is None or packed is None:
                yield path.stem, text
            else:
                now[path.stem] = (stamp, packed)
                yield path.stem, packed
        self.unread = tuple(unread)
        if now != before:
            self._known = now
            self._remember(now)

    def _remembered(self) -> dict[str, tuple[_Stamp, msgspec.Raw]]:
        if self._known is None:
            self._known = {}
            try:
                content = _content(self._cache, _CACHE_MAX_BYTES) if self._cache is not None else None
                if content:
                    self._known = msgspec.json.decode(content, type=dict[str, tuple[_Stamp, msgspec.Raw]])
            except (OSError, msgspec.DecodeError) as error:
                log.info("What was kept of the stretch files cannot be read; they are read anew: %s", error)
        return self._known

    def _remember(self, known: dict[str, tuple[_Stamp, msgspec.Raw]]) -> None:
        if self._cache is None:
            return
        try:
            write_atomically(self._cache, msgspec.json.encode(known))
        except OSError as error:
            log.info("What was read of the stretch files cannot be kept: %s", error)


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == SUFFIX and path.name[0] != "."]
    except OSError:
        return []


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _packed(text: str) -> msgspec.Raw | None:
    """Return a TOML text as JSON; None where it is not TOML, or holds what JSON does not."""
    try:
        table = tomllib.loads(text)
        packed = msgspec.Raw(msgspec.json.encode(table))
        return packed if msgspec.json.decode(packed) == table else None
    except (ValueError, RecursionError, TypeError, OverflowError):
        return None


def _text(path: Path) -> str:
    """Return a file's text; raise _UnreadableError where it has none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _UnreadableError(_TOO_LARGE, path=path, size=MAX_BYTES // 1000)
        content = _content(path, MAX_BYTES)
        if content is None:
            raise _UnreadableError(_NO_FILE, path=path)
        return content.decode("utf-8-sig")
    except OSError as error:
        raise _UnreadableError(_UNREADABLE, path=path, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise _UnreadableError(_NO_TEXT, path=path) from error


def _content(path: Path, limit: int) -> bytes | None:
    """Return a plain file's content, at most `limit` bytes; None for a pipe, a folder, or nothing."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        return None
    return content if len(content) <= limit else None
