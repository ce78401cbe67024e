"""One running program for each person."""

import os
import sys
from pathlib import Path

from unhunch.adapters.paths import make_private_folder
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Instance:
    """The right to be the running program. Whoever has it may replace a socket that a crash left over.

    The lock is the system's own: it ends with the process, however that ends, and is never stale.
    (QLockFile asks whether the process that wrote the file still lives, and cannot tell after a change
    of the machine's name.)
    """

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._handle: int | None = None

    def claim(self) -> bool:
        """Return whether this is the only one.

        Raises OSError where that cannot be known, because the folder cannot be used.
        """
        if self._handle is not None:
            return True
        try:
            make_private_folder(self._runtime)
            handle = os.open(self._runtime / "instance.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            template = QT_TRANSLATE_NOOP(
                "Problems", "The folder {path} cannot be used ({why}), so a second start goes unnoticed."
            )
            raise OSError(Sentence(template, path=self._runtime, why=error.strerror or error)) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let another one start."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
