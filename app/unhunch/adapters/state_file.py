"""The engine's state on disk: whole or not at all, and never believed when damaged."""

import zlib
from collections.abc import Callable
from pathlib import Path

from unhunch.adapters.files import WallClock, keep_beside, write_atomically
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

FORMAT = 1
_MARK = b"unhunch-state"


class _UnreadableError(Exception):
    """The file is not a state; the argument is the word for the name that it is kept under."""


class StateFile:
    """A StateStore on a file: one line with format and checksum, then the state as it was given."""

    def __init__(self, path: Path, now: WallClock, check: Callable[[bytes], object] | None = None) -> None:
        """Keep the state at `path`; `check` raises ValueError for a state that it cannot read."""
        self._path = path
        self._now = now
        self._check = check

    def load(self) -> tuple[bytes | None, str | None]:
        """Return the saved state, and a sentence on what was lost; see StateStore."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None, None
        except OSError as error:
            template = QT_TRANSLATE_NOOP(
                "Problems", "Where you were cannot be read from {path} ({why}), so the desk time starts anew."
            )
            return None, Sentence(template, path=self._path, why=error.strerror or error)
        try:
            state = _unpacked(content)
            if self._check:
                self._check(state)
        except _UnreadableError as error:
            return None, self._set_aside(error.args[0])
        except ValueError:
            return None, self._set_aside("damaged")
        return state, None

    def save(self, state: bytes) -> None:
        """Replace the saved state atomically. Raises OSError."""
        write_atomically(self._path, _packed(state))

    def _set_aside(self, why: str) -> Sentence:
        try:
            beside: object = keep_beside(self._path, why, self._now())
        except OSError:
            beside = self._path
        template = (
            QT_TRANSLATE_NOOP(
                "Problems",
                "The desk time starts anew: what was saved is of a newer version and is kept as {beside}.",
            )
            if why == "newer"
            else QT_TRANSLATE_NOOP(
                "Problems",
                "The desk time starts anew: what was saved is damaged and is kept as {beside}.",
            )
        )
        return Sentence(template, beside=beside)


def _packed(state: bytes) -> bytes:
    return b"%s %d %08x\n%s" % (_MARK, FORMAT, zlib.crc32(state), state)


def _unpacked(content: bytes) -> bytes:
    head, _, state = content.partition(b"\n")
    mark, *words = head.split(b" ")
    if mark != _MARK or not words or not words[0].isdigit():
        raise _UnreadableError("damaged")
    if int(words[0]) > FORMAT:
        raise _UnreadableError("newer")
    if words[1:] != [b"%08x" % zlib.crc32(state)]:
        raise _UnreadableError("damaged")
    return state
