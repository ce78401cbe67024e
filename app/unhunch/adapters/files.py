"""Writing files so that no power cut, crash or full disk leaves half of one."""

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from unhunch.adapters.paths import make_private_folder

WallClock = Callable[[], datetime]


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file at `path` by `content`, mode 0600: afterwards it is the old file or the new one.

    A symbolic link stays one; what it points to is replaced. Raises OSError and leaves the old file.
    """
    path = behind_links(path)
    make_private_folder(path.parent)
    # One name for each file, so that what a crash left half written does not pile up.
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with open(new, "xb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
    sync_folder(path.parent)


def behind_links(path: Path) -> Path:
    """Return what symbolic links lead to; where they go round in circles, one of them (`resolve` raises)."""
    return Path(os.path.realpath(path))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


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
