"""Talks to the running app: one line of JSON out, one line of JSON back.

Standard library only, and little of it: the command line has to answer at once.
"""

import contextlib
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ANSWER_MAX = 16 * 1024 * 1024
_CHUNK = 65536
_RETRY_S = 0.05
_NOBODY = (FileNotFoundError, NotADirectoryError, ConnectionRefusedError)


class NotRunningError(Exception):
    """No app listens."""


class NoAnswerError(Exception):
    """The app listens but did not give a whole answer; the message says so in one sentence."""


def runtime_dir() -> Path:
    """Return the folder of the socket and the lock: private to the user, and gone with the session.

    It does not depend on XDG_RUNTIME_DIR alone, which is missing in cron and after `su`.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir()) / "unhunch" / "run"
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    for base in (Path(given), Path(f"/run/user/{os.getuid()}")):
        if base.is_absolute() and os.access(base, os.W_OK | os.X_OK):
            return base / "unhunch"
    return Path(tempfile.gettempdir()) / f"unhunch-{os.getuid()}"


def socket_address(runtime: Path) -> str:
    """Return where the app listens: a socket file, on Windows the name of a pipe."""
    if sys.platform == "win32":
        return rf"\\.\pipe\unhunch-{runtime.as_posix().replace('/', '-').replace(':', '')}"
    return str(runtime / "control.sock")


def request(
    command: str,
    arguments: Mapping[str, Any] | None = None,
    *,
    runtime: Path | None = None,
    timeout_s: float = 5.0,
    wait_s: float = 0.0,
) -> dict[str, Any]:
    """Ask the running app and return its answer: {"ok": true, ...} or {"ok": false, "error": sentence}.

    Tries for `wait_s` seconds, for an app that is just starting. Raises NotRunningError and NoAnswerError.
    """
    with _asked(command, arguments, runtime, timeout_s, wait_s) as connection:
        return _parsed(next(_lines(connection), b""))


def stream(
    command: str, arguments: Mapping[str, Any] | None = None, *, runtime: Path | None = None
) -> Iterator[dict[str, Any]]:
    """Ask, and yield the answer and every line that follows until the app goes.

    Raises NotRunningError and NoAnswerError.
    """
    with _asked(command, arguments, runtime, None, 0.0) as connection:
        yield from (_parsed(line) for line in _lines(connection))


class _Pipe:
    """A Windows named pipe with the two calls of a socket that are used here."""

    def __init__(self, address: str) -> None:
        self._file = open(address, "r+b", buffering=0)  # noqa: SIM115 (closed by close)

    def sendall(self, data: bytes) -> None:
        self._file.write(data)

    def recv(self, size: int) -> bytes:
        return self._file.read(size) or b""

    def close(self) -> None:
        self._file.close()


def _connected(address: str, timeout_s: float | None) -> "socket.socket | _Pipe":
    if sys.platform == "win32":
        return _Pipe(address)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(timeout_s)
    try:
        connection.connect(address)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _asked(
    command: str,
    arguments: Mapping[str, Any] | None,
    runtime: Path | None,
    timeout_s: float | None,
    wait_s: float,
) -> Iterator["socket.socket | _Pipe"]:
    address = socket_address(runtime or runtime_dir())
    until_s = time.monotonic() + wait_s
    while True:
        try:
            connection = _connected(address, timeout_s)
            break
        except OSError as error:
            if time.monotonic() >= until_s:
                if _is_nobody(error):
                    raise NotRunningError(str(error)) from error
                raise NoAnswerError(f"Unhunch is running but cannot be reached ({error}).") from error
            time.sleep(_RETRY_S)
    try:
        connection.sendall(_line(command, arguments))
        yield connection
    except OSError as error:
        raise NoAnswerError(f"Unhunch is running but does not answer ({error}).") from error
    finally:
        connection.close()


def _line(command: str, arguments: Mapping[str, Any] | None) -> bytes:
    try:
        return json.dumps({"command": command, **(arguments or {})}, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError as error:  # an argument may be any bytes
        raise NoAnswerError("What was asked for is not text in UTF-8.") from error


def _is_nobody(error: OSError) -> bool:
    """Whether nobody listens: not at a path too long for a socket either, an error without a number."""
    return isinstance(error, _NOBODY) or (error.errno is None and not isinstance(error, TimeoutError))


def _lines(connection: "socket.socket | _Pipe") -> Iterator[bytes]:
    rest = b""
    while chunk := connection.recv(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > ANSWER_MAX:
            raise NoAnswerError("Unhunch sent an answer that is too long.")


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise NoAnswerError("Unhunch is running but broke off its answer.")
    return answer
