"""Writing files so that no power cut, crash or full disk leaves half of one."""

import contextlib
import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from unhunch.adapters.paths import make_private_folder

WallClock = Callable[[], datetime]

PRIVATE_MODE = 0o600
_NAME_CHARS = 60
"""At four bytes each, as many letters of a file's name as fit into another's with room to spare."""


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`, mode 0600: afterwards it is the old file or the new one.

    A symbolic link stays one; what it points to is replaced. Raises OSError and leaves the old file.
    """
    path = behind_links(path)
    make_private_folder(path.parent)
    _replace(path, content, PRIVATE_MODE)


def write_out(path: Path, content: bytes) -> None:
    """Write a file where the person asked for it: whole, or the old one is left. It keeps its mode.

    What is no plain file (a pipe, a device) is written to as it is. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    check_writable(path)
    path = behind_links(path)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    _replace(path, content, mode)


def check_writable(path: Path) -> None:
    """Raise OSError where `write_out` could not write to `path`; what is there stays as it is."""
    if path.is_fifo():  # to whoever reads it, opening and closing would be the end
        return
    if path.exists():  # a file that is read-only is not to be replaced either
        with path.open("ab"):
            pass
        if not path.is_file():
            return
    new = _beside(behind_links(path))
    new.unlink(missing_ok=True)
    new.touch(exist_ok=False)
    new.unlink()


def _replace(path: Path, content: bytes, mode: int | None) -> None:
    """Write a new file beside `path` and put it in its place; no `mode` is that of any new file."""
    new = _beside(path)
    new.unlink(missing_ok=True)
    try:
        with open(new, "xb", opener=None if mode is None else _private) as file:
            if mode not in (None, PRIVATE_MODE):
                os.chmod(new, mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
    sync_folder(path.parent)


def _beside(path: Path) -> Path:
    """Where the new content of a file is written first.

    One name for each file, so that what a crash left half written does not pile up; of a name as long as the
    system takes, its end.
    """
    return path.with_name(f".{path.name[-_NAME_CHARS:]}.new")


def behind_links(path: Path) -> Path:
    """Return what symbolic links lead to; where they go round in circles, one of them (`resolve` raises)."""
    return Path(os.path.realpath(path))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, PRIVATE_MODE)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_beside(path: Path, why: str, now: datetime) -> Path:
    """Rename `path` to "NAME.WHY-DATE" in its folder, never over another file; return the new path.

    Raises OSError.
    """
    beside = path.with_name(f"{path.name}.{why}-{now:%Y-%m-%d}")
    number = 2
    while os.path.lexists(beside):
        beside = path.with_name(f"{path.name}.{why}-{now:%Y-%m-%d}-{number}")
        number += 1
    os.rename(path, beside)
    return beside
