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

log = logging.getLogger(__name__)

SUFFIX = ".toml"
MAX_BYTES = 400_000
"""A larger file is no stretch; it is left out unread."""
MAX_FILES = 2000
"""More of one's own are left out: nobody has them, and the program should start."""
_CACHE_MAX_BYTES = 64_000_000

_Stamp = tuple[int, int]
"""A file's size and time of change: while they are the same, so is its content."""


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

    def shipped(self) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of every stretch that comes with the program."""
        found = {path.stem: text for path in _files(self._shipped) if (text := _text(path)) is not None}
        for stretch_id in (*(i for i in self._first if i in found), *sorted(set(found) - set(self._first))):
            yield stretch_id, found[stretch_id]

    def source(self, stretch_id: str) -> str | None:
        """Return the text of a shipped stretch's file, or None."""
        path = self._shipped / f"{stretch_id}{SUFFIX}"
        return _text(path) if path.parent == self._shipped and path.is_file() else None

    def own(self) -> Iterator[tuple[str, Source]]:
        """Yield (id, content) of the person's own; a file that cannot be read is logged and left out.

        The content is the file's text; where it is TOML, the table read from it, in JSON.
        """
        if self._own is None:
            return
        before = self._remembered()
        now: dict[str, tuple[_Stamp, msgspec.Raw]] = {}
        for path in sorted(_files(self._own))[:MAX_FILES]:
            stamp = _stamp(path)
            known = before.get(path.stem)
            if stamp is not None and known is not None and known[0] == stamp:
                now[path.stem] = known
                yield path.stem, known[1]
                continue
            text = _text(path)
            if text is None:
                continue
            packed = _packed(text)
            if stamp is None or packed is None:
                yield path.stem, text
            else:
                now[path.stem] = (stamp, packed)
                yield path.stem, packed
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


def _text(path: Path) -> str | None:
    """Return a file's text; None, and a line in the log, where it cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            log.error("%s is larger than %d bytes and was left out.", path, MAX_BYTES)
            return None
        content = _content(path, MAX_BYTES)
        if content is None:
            log.error("%s is no file that can be read, and was left out.", path)
            return None
        return content.decode("utf-8-sig")
    except OSError as error:
        log.error("%s cannot be read and was left out: %s.", path, error.strerror or error)
    except UnicodeDecodeError:
        log.error("%s is not text in UTF-8 and was left out.", path)
    return None


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
