"""Files with stretches from somebody else, and for somebody else: one `.toml`, or a set in a `.zip`.

What is read is not trusted: every size is bounded before it is read, nothing is unpacked to disk, and an
entry's path is never used, only its last name.
"""

import os
import re
import stat
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from unhunch.adapters.files import write_out
from unhunch.domain.parcel import ArchiveError, Parcel, Parcelled, Picture, Refused
from unhunch.domain.picture import PictureError, check_picture
from unhunch.domain.settings import is_stretch_id
from unhunch.domain.stretch import PICTURE_KINDS
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

MAX_FILE_BYTES = 48_000_000
MAX_ENTRIES = 1000
MAX_DIRECTORY_BYTES = 256_000
"""Of an archive's list of entries, which is read as a whole."""
MAX_TEXT_BYTES = 100_000
MAX_TEXTS_BYTES = 2_500_000
"""Of all stretch files of an archive together."""
MAX_PICTURE_BYTES = 4_000_000
MAX_UNPACKED_BYTES = 48_000_000
MAX_REFUSED_NAMED = 100
"""More refusals than these are counted, not listed."""
ROUTINES = "routines.toml"
_LINE_MAX = 8_000
"""Longer lines are nobody's handwriting, and slow to take apart."""
_TAIL = 65_557
"""The end of an archive, where its list of entries is announced: 22 bytes and the longest comment."""
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.[a-z]{3,4}")


class StretchArchives:
    """The archives as a service asks for them."""

    def read(self, path: Path) -> Parcel:
        """See `read_archive`."""
        return read_archive(path)

    def write(
        self, path: Path, stretches: Iterable[Parcelled], routines: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """See `write_archive`."""
        write_archive(path, stretches, routines)


def read_archive(path: Path) -> Parcel:
    """Return what a `.toml` or `.zip` file holds, and what of it was refused.

    Raises ArchiveError where nothing of it can be used.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unusable(path, QT_TRANSLATE_NOOP("Archives", "it is no file"))
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if path.suffix.lower() == ".zip":
                return _Zip(path, file, size).parcel()
            if path.suffix.lower() == ".toml":
                return _single(path, file)
    except OSError as error:
        template = QT_TRANSLATE_NOOP("Archives", "{path} cannot be read: {why}.")
        raise ArchiveError(Sentence(template, path=path, why=error.strerror or error)) from error
    raise _unusable(path, QT_TRANSLATE_NOOP("Archives", "only .toml and .zip files can be"))


def write_archive(
    path: Path, stretches: Iterable[Parcelled], routines: Mapping[str, Mapping[str, Any]] | None = None
) -> None:
    """Write stretches to one `.toml`, or with their pictures and routines to a `.zip`; replaces the file.

    Raises ArchiveError, and OSError where it cannot be written.
    """
    chosen = tuple(stretches)
    if path.suffix.lower() == ".toml":
        if len(chosen) != 1 or chosen[0].picture or routines:
            template = QT_TRANSLATE_NOOP(
                "Archives", "Several stretches, pictures and routines need a file that ends in .zip."
            )
            raise ArchiveError(Sentence(template))
        write_out(path, chosen[0].text.encode())
    elif path.suffix.lower() == ".zip":
        write_out(path, _packed(chosen, routines or {}))
    else:
        raise _unusable(path, QT_TRANSLATE_NOOP("Archives", "only .toml and .zip files can be"))


def _unusable(path: Path, why: str) -> ArchiveError:
    template = QT_TRANSLATE_NOOP("Archives", "{path} cannot be used: {why}.")
    return ArchiveError(Sentence(template, path=path, why=Sentence(why)))


# --- One file ------------------------------------------------------------------------------------------


def _single(path: Path, file: IO[bytes]) -> Parcel:
    """Read a stretch file, and the picture that lies beside it."""
    try:
        text = _text(file.read(MAX_TEXT_BYTES + 1))
        table = _table(text)
    except _RefusedError as error:
        return Parcel(refused=(Refused(path.name, error.why),))
    pictures: dict[str, Picture] = {}
    refused: list[Refused] = []
    name = table.get("picture")
    if isinstance(name, str) and _PLAIN_NAME.fullmatch(name):
        try:
            pictures[name] = _beside(path, name)
        except _RefusedError as error:
            refused.append(Refused(name, error.why))
    return Parcel((Parcelled(path.stem, text),), pictures, refused=tuple(refused))


def _beside(path: Path, name: str) -> Picture:
    beside = path.with_name(name)
    try:
        if not stat.S_ISREG(beside.lstat().st_mode):
            raise _RefusedError(Sentence(_LINK))
        with beside.open("rb") as file:
            return _picture(name, file.read(MAX_PICTURE_BYTES + 1))
    except OSError as error:
        template = QT_TRANSLATE_NOOP("Archives", "It cannot be read: {why}.")
        raise _RefusedError(Sentence(template, why=error.strerror or error)) from error


# --- A set ---------------------------------------------------------------------------------------------


class _RefusedError(Exception):
    """One entry that is not taken."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why)
        self.why = why


_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    ValueError,
    OSError,
)
"""What reading an archive can end with where its bytes were not written by a packer."""
_LINK = QT_TRANSLATE_NOOP("Archives", "It is a link or device, not a file.")
_TOO_LARGE = QT_TRANSLATE_NOOP("Archives", "It is too large.")
_TOO_MUCH = QT_TRANSLATE_NOOP("Archives", "The archive unpacks to too much.")
_PATH = QT_TRANSLATE_NOOP("Archives", "Its path leads out of the archive.")
_NAME = QT_TRANSLATE_NOOP("Archives", "It is not called like a stretch or picture.")
_TWICE = QT_TRANSLATE_NOOP("Archives", "There is another of this name in the archive.")
_LOCKED = QT_TRANSLATE_NOOP("Archives", "It is encrypted.")
_PACKED = QT_TRANSLATE_NOOP("Archives", "It is packed in a way that Unhunch does not read.")
_BROKEN = QT_TRANSLATE_NOOP("Archives", "It is damaged.")
_NOT_TEXT = QT_TRANSLATE_NOOP("Archives", "It is not text in UTF-8.")


class _Zip:
    """Reads an archive, entry by entry, within bounds."""

    def __init__(self, path: Path, file: IO[bytes], size: int) -> None:
        self._path = path
        self._file = file
        self._size = size
        self._left = MAX_UNPACKED_BYTES
        self._text_left = MAX_TEXTS_BYTES
        self._stretches: dict[str, Parcelled] = {}
        self._pictures: dict[str, Picture] = {}
        self._routines: dict[str, Any] | None = None
        self._refused: list[Refused] = []

    def parcel(self) -> Parcel:
        """Return what can be used. Raises ArchiveError, OSError and BadZipFile."""
        self._check_directory()
        try:
            archive = zipfile.ZipFile(self._file)
        except _BROKEN_ZIP as error:
            raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it is damaged")) from error
        with archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it holds too many files"))
            for entry in entries:
                try:
                    self._take(archive, entry)
                except _RefusedError as error:
                    self._refuse(entry.filename, error.why)
        return Parcel(
            tuple(self._stretches.values()), self._pictures, self._routines or {}, tuple(self._refused)
        )

    def _check_directory(self) -> None:
        """Refuse an archive whose list of entries is too long, before anything reads it.

        Every place is looked at that a reader might take for the end record.
        """
        if self._size > MAX_FILE_BYTES:
            raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it is too large"))
        start = max(0, self._size - _TAIL)
        self._file.seek(start)
        tail = self._file.read(_TAIL)
        if b"PK\x06\x06" in tail or b"PK\x06\x07" in tail:
            raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it holds too many files"))
        ends = [found.start() for found in re.finditer(re.escape(b"PK\x05\x06"), tail)]
        for at in ends:
            count = int.from_bytes(tail[at + 10 : at + 12], "little")
            length = int.from_bytes(tail[at + 12 : at + 16], "little")
            if count > MAX_ENTRIES or length > MAX_DIRECTORY_BYTES:
                raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it holds too many files"))
        if not ends:
            raise _unusable(self._path, QT_TRANSLATE_NOOP("Archives", "it is no zip archive"))

    def _take(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        if entry.filename.endswith("/") or entry.filename.startswith("__MACOSX/"):
            return
        name = _checked_name(entry)
        _check_kind(entry)
        stem, _, kind = name.rpartition(".")
        if kind == "toml" and (is_stretch_id(stem) or name == ROUTINES):
            text = _text(self._read(archive, entry, MAX_TEXT_BYTES))
            self._text_left -= len(text)
            if self._text_left < 0:
                raise _RefusedError(Sentence(_TOO_MUCH))
            self._add_text(stem, name, text)
        elif kind in PICTURE_KINDS and _PLAIN_NAME.fullmatch(name):
            if name in self._pictures:
                raise _RefusedError(Sentence(_TWICE))
            self._pictures[name] = _picture(name, self._read(archive, entry, MAX_PICTURE_BYTES))
        else:
            raise _RefusedError(Sentence(_NAME))

    def _add_text(self, stem: str, name: str, text: str) -> None:
        if name == ROUTINES:
            if self._routines is not None:
                raise _RefusedError(Sentence(_TWICE))
            tables = _table(text).get("routine")
            self._routines = tables if isinstance(tables, dict) else {}
            return
        if stem in self._stretches:
            raise _RefusedError(Sentence(_TWICE))
        self._stretches[stem] = Parcelled(stem, text)

    def _read(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
        """Return an entry's content; the size that it declares and the one that it has are both bounded."""
        if entry.file_size > limit:
            raise _RefusedError(Sentence(_TOO_LARGE))
        if entry.file_size > self._left:
            raise _RefusedError(Sentence(_TOO_MUCH))
        try:
            with archive.open(entry) as packed:
                data = packed.read(limit + 1)
        except _BROKEN_ZIP:
            raise _RefusedError(Sentence(_BROKEN)) from None
        self._left -= len(data)
        if len(data) > limit:
            raise _RefusedError(Sentence(_TOO_LARGE))
        return data

    def _refuse(self, name: str, why: Sentence) -> None:
        if len(self._refused) < MAX_REFUSED_NAMED:
            self._refused.append(Refused(printable(name), why))
        elif len(self._refused) == MAX_REFUSED_NAMED:
            template = QT_TRANSLATE_NOOP("Archives", "More was refused than can be listed.")
            self._refused.append(Refused(self._path.name, Sentence(template)))


def printable(name: str) -> str:
    """Return a name as it can be shown: without what a terminal would obey, and not too long."""
    shown = "".join(each if each.isprintable() else "?" for each in name[:80])
    return shown or "?"


def _checked_name(entry: zipfile.ZipInfo) -> str:
    """Return the last part of an entry's path, which must stay within the archive."""
    raw = entry.orig_filename
    if "\\" in raw or "\0" in raw or ":" in raw or raw.startswith("/") or ".." in PurePosixPath(raw).parts:
        raise _RefusedError(Sentence(_PATH))
    return PurePosixPath(raw).name


def _check_kind(entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _RefusedError(Sentence(_LINK))
    if entry.flag_bits & 0x41:
        raise _RefusedError(Sentence(_LOCKED))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError(Sentence(_PACKED))


def _text(data: bytes) -> str:
    if len(data) > MAX_TEXT_BYTES:
        raise _RefusedError(Sentence(_TOO_LARGE))
    if max(map(len, data.split(b"\n"))) > _LINE_MAX:
        raise _RefusedError(Sentence(QT_TRANSLATE_NOOP("Archives", "It has lines that are too long.")))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _RefusedError(Sentence(_NOT_TEXT)) from None


def _table(text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        template = QT_TRANSLATE_NOOP("Archives", "It is not valid TOML.")
        raise _RefusedError(Sentence(template)) from None


def _picture(name: str, data: bytes) -> Picture:
    try:
        check_picture(name, data)
    except PictureError as error:
        raise _RefusedError(error.args[0]) from None
    return Picture(name, data)


# --- Writing -------------------------------------------------------------------------------------------


def _packed(stretches: Iterable[Parcelled], routines: Mapping[str, Any]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        pictures: dict[str, Picture] = {}
        for each in stretches:
            archive.writestr(f"{each.id}.toml", each.text)
            if each.picture is not None:
                pictures[each.picture.name] = each.picture
        for picture in pictures.values():
            archive.writestr(picture.name, picture.data)
        if routines:
            import tomlkit  # noqa: PLC0415 (30 ms, and only who exports routines needs it)

            archive.writestr(ROUTINES, tomlkit.dumps({"routine": routines}))
    return file.getvalue()
