"""The person's own stretches on disk: the same TOML as the shipped ones, each with a picture or without."""

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from unhunch.adapters.files import write_atomically
from unhunch.adapters.stretch_files import MAX_BYTES, SUFFIX
from unhunch.domain.parcel import Picture
from unhunch.domain.picture import MAX_BYTES as MAX_PICTURE_BYTES
from unhunch.domain.picture import PictureError, check_picture
from unhunch.domain.settings import is_stretch_id


class OwnStretches:
    """An OwnStretchStore on a folder. What is written there was looked at before; see Collection."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the files lie, or will."""
        return self._folder

    def read(self, stretch_id: str) -> str | None:
        """Return the text of a stretch's file, or None where there is none that can be read."""
        content = _bounded(self._file(stretch_id), MAX_BYTES) if is_stretch_id(stretch_id) else None
        if content is None:
            return None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None

    def picture(self, name: str) -> Picture | None:
        """Return a picture that can be shown, or None; whatever lies there is checked before."""
        content = _bounded(self._folder / Path(name).name, MAX_PICTURE_BYTES)
        if content is None:
            return None
        try:
            check_picture(name, content)
        except PictureError:
            return None
        return Picture(name, content)

    def has_picture(self, name: str) -> bool:
        """Return whether there is a file of this name, whatever it holds."""
        return os.path.lexists(self._folder / Path(name).name)

    def write(self, stretch_id: str, source: str | Mapping[str, Any], picture: Picture | None) -> None:
        """Write a stretch and its picture, the picture first. Raises OSError."""
        if picture is not None:
            write_atomically(self._folder / Path(picture.name).name, picture.data)
        text = source if isinstance(source, str) else _toml(source)
        write_atomically(self._file(stretch_id), text.encode())

    def delete(self, stretch_id: str) -> None:
        """Delete a stretch, but not its picture. Raises OSError."""
        self._file(stretch_id).unlink(missing_ok=True)

    def drop_picture(self, name: str) -> None:
        """Delete a picture; one that cannot be stays."""
        with contextlib.suppress(OSError):
            (self._folder / Path(name).name).unlink(missing_ok=True)

    def _file(self, stretch_id: str) -> Path:
        if not is_stretch_id(stretch_id):
            raise FileNotFoundError(stretch_id)
        return self._folder / f"{stretch_id}{SUFFIX}"


def _bounded(path: Path, limit: int) -> bytes | None:
    """Return the content of a plain file no larger than `limit`; None for anything else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError:
        return None
    return content if len(content) <= limit else None


def _toml(table: Mapping[str, Any]) -> str:
    import tomlkit  # noqa: PLC0415 (30 ms, and only an editor needs it)

    return tomlkit.dumps(table)
