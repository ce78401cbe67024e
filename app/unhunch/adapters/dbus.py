"""A small asynchronous D-Bus connection: jeepney on Qt's loop, by one socket notifier and no thread."""

import logging
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from jeepney import (
    DBusAddress,
    FileDescriptor,
    HeaderFields,
    MatchRule,
    MessageFlag,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.auth import AuthenticationError
from jeepney.fds import fds_buf_size
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QSocketNotifier, QTimer

log = logging.getLogger(__name__)

BUS = "org.freedesktop.DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
# A bus takes a message at once; one that does not is as good as gone.
_SEND_TIMEOUT_S = 1.0

Reply = Callable[..., None]
"""Gets the values of the answer as its arguments."""
Failed = Callable[[str, str], None]
"""Gets the name of the error and its text."""


class BusError(Exception):
    """No connection; the message says why, for people."""


@dataclass(slots=True)
class _Pending:
    reply: Reply | None
    failed: Failed | None
    timer: QTimer


@dataclass(frozen=True, slots=True)
class _Subscription:
    call: Reply
    fields: dict[Any, str]
    arg0: str | None

    def wants(self, message: Any) -> bool:
        """The sender is left to the bus: a rule has its well-known name, a message its unique one."""
        found = message.header.fields
        if any(found.get(key) != value for key, value in self.fields.items()):
            return False
        return self.arg0 is None or bool(message.body and message.body[0] == self.arg0)


class Bus:
    """One connection to the session's or the system's bus. Raises BusError where there is none.

    All calls come back in the Qt thread. When the connection is lost, calls under way fail, `on_lost` is
    called for each who asked, and the object is silent from then on.
    """

    def __init__(self, kind: Literal["SESSION", "SYSTEM"]) -> None:
        self._name = f"{kind.lower()} bus"
        self.on_lost: list[Callable[[], None]] = []
        self._pending: dict[int, _Pending] = {}
        self._subscriptions: list[_Subscription] = []
        try:
            self._connection: Any = open_dbus_connection(bus=kind, enable_fds=True)
        except (OSError, RuntimeError, KeyError, ValueError, AuthenticationError) as error:
            raise BusError(f"The {self._name} cannot be reached ({error})") from error
        self._connection.sock.settimeout(_SEND_TIMEOUT_S)
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._readable)

    def call(
        self,
        address: DBusAddress,
        method: str,
        signature: str = "",
        body: Sequence[Any] = (),
        *,
        reply: Reply | None = None,
        failed: Failed | None = None,
        timeout_s: float = 5,
    ) -> None:
        """Call a method of a running service; a service that does not run is not started for it."""
        message = new_method_call(address, method, signature or None, tuple(body))
        message.header.flags |= MessageFlag.no_auto_start
        self._send(message, reply, failed, timeout_s)

    def get_property(
        self, address: DBusAddress, name: str, reply: Reply, failed: Failed | None = None
    ) -> None:
        """Read one property; `reply` gets its bare value."""
        self.call(
            DBusAddress(address.object_path, address.bus_name, PROPERTIES),
            "Get",
            "ss",
            (address.interface, name),
            reply=lambda variant: reply(variant[1]),
            failed=failed,
        )

    def subscribe(
        self,
        call: Reply,
        *,
        interface: str,
        member: str,
        path: str | None = None,
        sender: str | None = None,
        arg0: str | None = None,
    ) -> None:
        """Have `call` called with the arguments of every such signal."""
        rule = MatchRule(type="signal", interface=interface, member=member, path=path, sender=sender)
        if arg0 is not None:
            rule.add_arg_condition(0, arg0)
        wanted = {HeaderFields.interface: interface, HeaderFields.member: member}
        if path is not None:
            wanted[HeaderFields.path] = path
        self._subscriptions.append(_Subscription(call, wanted, arg0))
        self._send(message_bus.AddMatch(rule), None, self._refused, 5)

    def watch_owner(self, name: str, changed: Callable[[bool], None]) -> None:
        """Have `changed` called when a service comes (true) or goes (false)."""
        self.subscribe(
            lambda _name, _old, new: changed(bool(new)),
            interface=BUS,
            member="NameOwnerChanged",
            path="/org/freedesktop/DBus",
            sender=BUS,
            arg0=name,
        )

    def close(self) -> None:
        """Hang up; nothing is called any more."""
        if self._connection is None:
            return
        self._notifier.setEnabled(False)
        self._connection.close()
        self._connection = None
        self._subscriptions.clear()
        self.on_lost.clear()
        for pending in self._pending.values():
            pending.timer.stop()
        self._pending.clear()

    def _send(self, message: Any, reply: Reply | None, failed: Failed | None, timeout_s: float) -> None:
        if self._connection is None:
            return
        serial = next(self._connection.outgoing_serial)
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._timed_out(serial))
        self._pending[serial] = _Pending(reply, failed, timer)
        timer.start(round(timeout_s * 1000))
        try:
            self._connection.send(message, serial=serial)
        except OSError as error:
            self._lose(str(error))

    def _timed_out(self, serial: int) -> None:
        pending = self._pending.pop(serial, None)
        if pending and pending.failed:
            pending.failed(f"{BUS}.Error.Timeout", "no answer")

    def _readable(self) -> None:
        try:
            data, ancillary, _flags, _from = self._connection.sock.recvmsg(
                65536, fds_buf_size(), socket.MSG_DONTWAIT
            )
            self._connection.parser.add_data(data, fds=FileDescriptor.from_ancdata(ancillary))
            if not data:
                raise ConnectionResetError("the bus hung up")
            self._dispatch_all()
        except BlockingIOError:
            return
        except (OSError, ValueError) as error:
            self._lose(str(error))

    def _dispatch_all(self) -> None:
        while self._connection is not None:
            message = self._connection.parser.get_next_message()
            if message is None:
                return
            try:
                self._dispatch(message)
            except Exception:
                # An error of ours goes to the program's handler, and the messages behind it go on.
                sys.excepthook(*sys.exc_info())

    def _dispatch(self, message: Any) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.signal:
            for subscription in [each for each in self._subscriptions if each.wants(message)]:
                subscription.call(*message.body)
            return
        pending = self._pending.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if pending is None:
            return
        pending.timer.stop()
        if kind is MessageType.method_return and pending.reply:
            pending.reply(*message.body)
        elif kind is MessageType.error and pending.failed:
            pending.failed(
                str(fields.get(HeaderFields.error_name)), str(message.body[0]) if message.body else ""
            )

    def _refused(self, name: str, text: str) -> None:
        log.info("The %s refused a subscription: %s %s", self._name, name, text)

    def _lose(self, why: str) -> None:
        if self._connection is None:
            return
        log.info("The connection to the %s is lost: %s", self._name, why)
        failed = [pending.failed for pending in self._pending.values() if pending.failed]
        told = list(self.on_lost)
        self.close()
        for each in failed:
            each(f"{BUS}.Error.Disconnected", why)
        for tell in told:
            tell()
