"""Answers the command line and a second start on a socket that only the person can open.

One line of JSON in, one line of JSON out: {"command": "status"} -> {"ok": true, ...}. After "watch" a
client gets a line for each event. No client can block, crash or fill the program: a line has a
greatest length, a client that does not read its answers is not listened to until it does, and when
there are too many the oldest goes.
"""

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence
from unhunch.services.ports import ControlHandler

log = logging.getLogger(__name__)

LINE_MAX = 64 * 1024
UNREAD_MAX = 1024 * 1024
CLIENTS_MAX = 32
LINES_AT_ONCE = 16
"""A client that sends many lines lets the rest of the program work in between."""


class ControlServer(QObject):
    """Listens at one address. Only the process that holds the Instance may start it."""

    def __init__(self, address: str, answer: ControlHandler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._answer = answer
        self._clients: list[_Client] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def start(self) -> None:
        """Listen, replacing what a crash left over. Raises OSError."""
        if not self._server.listen(self._address):
            template = QT_TRANSLATE_NOOP(
                "Problems", "The command line cannot reach Unhunch at {address}: {why}."
            )
            raise OSError(Sentence(template, address=self._address, why=self._server.errorString()))

    def publish(self, event: Mapping[str, Any]) -> None:
        """Send one line to every client that watches."""
        watching = [client for client in self._clients if client.watching]
        if watching:
            line = _line(event)
            for client in watching:
                client.send(line)

    def close(self) -> None:
        """Listen no more and let every client go."""
        self._server.close()
        for client in list(self._clients):
            client.drop()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            client = _Client(socket, self._answer, self)
            client.gone.connect(self._forget)
            self._clients.append(client)
            if len(self._clients) > CLIENTS_MAX:
                idle = [each for each in self._clients[:-1] if not each.watching]
                (idle or self._clients)[0].drop()
            client.read()

    def _forget(self, client: "_Client") -> None:
        if client in self._clients:
            self._clients.remove(client)
            client.deleteLater()


class _Client(QObject):
    gone = Signal(QObject)

    def __init__(self, socket: QLocalSocket, answer: ControlHandler, parent: QObject) -> None:
        super().__init__(parent)
        self.watching = False
        self._socket = socket
        self._answer = answer
        socket.setParent(self)
        socket.setReadBufferSize(LINE_MAX + 1)
        socket.readyRead.connect(self.read)
        socket.bytesWritten.connect(self._written, Qt.ConnectionType.QueuedConnection)
        socket.disconnected.connect(self._left)

    def read(self) -> None:
        """Answer the whole lines that are there."""
        socket = self._socket
        for _ in range(LINES_AT_ONCE):
            if not socket.canReadLine() or socket.bytesToWrite() > UNREAD_MAX:
                break
            line = bytes(socket.readLine().data())
            if line.strip():
                self.send(self._answered(line))
        else:
            QTimer.singleShot(0, self, self.read)
        if not socket.canReadLine() and socket.bytesAvailable() > LINE_MAX:
            self.send(_line(_error(f"A line may not be longer than {LINE_MAX} bytes.")))
            self.drop()

    def send(self, line: bytes) -> None:
        """Write one line; a watcher that has stopped reading is let go."""
        if self._socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
            return
        if self.watching and self._socket.bytesToWrite() > UNREAD_MAX:
            self.drop()
            return
        self._socket.write(line)
        self._socket.flush()

    def drop(self) -> None:
        """Let the client go at once."""
        self._socket.abort()
        self._left()

    def _written(self, _count: int) -> None:
        if self._socket.bytesToWrite() <= UNREAD_MAX and self._socket.canReadLine():
            self.read()

    def _left(self) -> None:
        self.gone.emit(self)

    def _answered(self, line: bytes) -> bytes:
        try:
            request = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return _line(_error("A request is one line of JSON."))
        if not isinstance(request, dict) or not isinstance(request.get("command"), str):
            return _line(_error('A request is an object with a "command".'))
        if request["command"] == "watch":
            self.watching = True
            return _line({"ok": True})
        try:
            answer = {"ok": True, **self._answer(request)}
            return _line(answer)
        except Exception:
            log.exception("The command %r failed", request["command"])
            return _line(_error("That failed because of an error in Unhunch; its log has the details."))


def _error(sentence: str) -> dict[str, Any]:
    return {"ok": False, "error": sentence}


def _line(message: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(message) + b"\n"
