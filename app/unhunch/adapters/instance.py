"""One running program for each person."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from unhunch.adapters.paths import make_private_folder


class Instance:
    """The right to be the running program. Whoever has it may replace a socket that a crash left over."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._lock = QLockFile(str(runtime / "instance.lock"))
        # A lock is stale when its process is gone, never merely because it is old.
        self._lock.setStaleLockTime(0)

    def claim(self) -> bool:
        """Return whether this is the only one.

        Raises OSError where that cannot be known, because the folder cannot be used.
        """
        make_private_folder(self._runtime)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        raise OSError(f"The folder {self._runtime} cannot be used, so a second start cannot be noticed.")

    def release(self) -> None:
        """Let another one start."""
        self._lock.unlock()
