"""The idle counter of an X server, by ctypes on libxcb-sync (Qt's X11 plug-in needs both libraries anyway).

The X server counts the milliseconds since the last input of any kind, and can tell when that count falls
back: so nothing polls, and nothing is ever known of what was typed or where the pointer is.
"""

import ctypes
import struct
from collections.abc import Callable
from typing import Any

_NEGATIVE_TRANSITION = 1
_ALARM_DESTROYED = 2
_HEADER_BYTES = 32
# counter | value type | value | test type | delta | events
_ALARM_FIELDS = 0x3F
# The count falls to this or below at an input. It is above 1 ms even between two quick keys.
_FALLS_TO_MS = 1


class XSyncError(Exception):
    """No idle counter here; the message says why, for people."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Extension(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("present", ctypes.c_uint8),
        ("major_opcode", ctypes.c_uint8),
        ("first_event", ctypes.c_uint8),
        ("first_error", ctypes.c_uint8),
    )


class _Library:
    """The functions used, typed. Raises XSyncError where the libraries are not installed."""

    def __init__(self) -> None:
        try:
            xcb = ctypes.CDLL("libxcb.so.1")
            sync = ctypes.CDLL("libxcb-sync.so.1")
        except OSError as error:
            raise XSyncError(f"A library of the X Window System is not installed ({error})") from error
        pointer, uint = ctypes.c_void_p, ctypes.c_uint32
        self.sync_id = ctypes.addressof(ctypes.c_char.in_dll(sync, "xcb_sync_id"))
        self.free = _function(ctypes.CDLL(None), "free", None, pointer)
        self.connect = _function(xcb, "xcb_connect", pointer, ctypes.c_char_p, pointer)
        self.disconnect = _function(xcb, "xcb_disconnect", None, pointer)
        self.has_error = _function(xcb, "xcb_connection_has_error", ctypes.c_int, pointer)
        self.flush = _function(xcb, "xcb_flush", ctypes.c_int, pointer)
        self.descriptor = _function(xcb, "xcb_get_file_descriptor", ctypes.c_int, pointer)
        self.new_id = _function(xcb, "xcb_generate_id", uint, pointer)
        self.next_event = _function(xcb, "xcb_poll_for_event", pointer, pointer)
        self.next_queued = _function(xcb, "xcb_poll_for_queued_event", pointer, pointer)
        self.extension = _function(
            xcb, "xcb_get_extension_data", ctypes.POINTER(_Extension), pointer, pointer
        )
        self.query_extension = _function(
            xcb, "xcb_query_extension", _Cookie, pointer, ctypes.c_uint16, ctypes.c_char_p
        )
        self.query_extension_reply = _reply(xcb, "xcb_query_extension_reply")
        self.initialize = _function(
            sync, "xcb_sync_initialize", _Cookie, pointer, ctypes.c_uint8, ctypes.c_uint8
        )
        self.initialize_reply = _reply(sync, "xcb_sync_initialize_reply")
        self.list_counters = _function(sync, "xcb_sync_list_system_counters", _Cookie, pointer)
        self.list_counters_reply = _reply(sync, "xcb_sync_list_system_counters_reply")
        self.query = _function(sync, "xcb_sync_query_counter", _Cookie, pointer, uint)
        self.query_reply = _reply(sync, "xcb_sync_query_counter_reply")
        self.create_alarm = _function(sync, "xcb_sync_create_alarm", _Cookie, pointer, uint, uint, pointer)
        self.destroy_alarm = _function(sync, "xcb_sync_destroy_alarm", _Cookie, pointer, uint)


def _function(library: ctypes.CDLL, name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    function = library[name]
    function.restype = result
    function.argtypes = arguments
    return function


def _reply(library: ctypes.CDLL, name: str) -> Callable[..., Any]:
    return _function(library, name, ctypes.c_void_p, ctypes.c_void_p, _Cookie, ctypes.c_void_p)


class IdleCounter:
    """A connection of its own to an X server, for its IDLETIME counter alone.

    Raises XSyncError where there is no X server, it has no such counter, or it is Xwayland, which sees
    only the input that goes to its own windows.
    """

    def __init__(self, display: str | None = None) -> None:
        self._x = _Library()
        self._connection: int | None = self._x.connect(display.encode() if display else None, None)
        self._alarm: int | None = None
        try:
            self._set_up()
        except XSyncError:
            self.close()
            raise

    @property
    def descriptor(self) -> int:
        """Readable when there may be events."""
        return int(self._x.descriptor(self._connection))

    def is_alive(self) -> bool:
        """False once the server is gone: then the descriptor stays readable and must be let go of."""
        return self._connection is not None and not self._x.has_error(self._connection)

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input; None where the server is gone.

        Events that came in meanwhile no longer make the descriptor readable: `take_events` has them.
        """
        if self._connection is None:
            return None
        cookie = self._x.query(self._connection, self._counter)
        raw = self._take(self._x.query_reply(self._connection, cookie, None))
        return _int64(raw, 8) if raw else None

    def watch_next_input(self) -> bool:
        """Have `take_events` tell, once, of the first input from now on; false if that is asked already."""
        if self._alarm is not None or self._connection is None:
            return False
        self._alarm = int(self._x.new_id(self._connection))
        values = (ctypes.c_uint32 * 8)(self._counter, 0, 0, _FALLS_TO_MS, _NEGATIVE_TRANSITION, 0, 0, 1)
        self._x.create_alarm(self._connection, self._alarm, _ALARM_FIELDS, ctypes.addressof(values))
        self._x.flush(self._connection)
        return True

    def take_events(self, *, queued_only: bool = False) -> bool:
        """Work off what the server sent; true where the input watched for has come."""
        came = False
        take = self._x.next_queued if queued_only else self._x.next_event
        while self._connection is not None and (event := take(self._connection)):
            raw = ctypes.string_at(event, _HEADER_BYTES)
            self._x.free(event)
            came = self._is_the_input(raw) or came
        if came:
            self.forget_input()
        return came

    def forget_input(self) -> None:
        """Do not tell any more. (Left alone, an alarm fires at every input after a pause.)"""
        if self._alarm is not None and self._connection is not None:
            self._x.destroy_alarm(self._connection, self._alarm)
            self._x.flush(self._connection)
        self._alarm = None

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._x.disconnect(self._connection)
        self._connection = self._alarm = None

    def _is_the_input(self, event: bytes) -> bool:
        if event[0] & 0x7F != self._alarm_event:
            return False
        (alarm,) = struct.unpack_from("=I", event, 4)
        return bool(alarm == self._alarm and event[28] != _ALARM_DESTROYED)

    def _set_up(self) -> None:
        if self._x.has_error(self._connection):
            raise XSyncError("There is no X display")
        if self._has_extension(b"XWAYLAND"):
            raise XSyncError("Xwayland sees only the input to its own windows")
        extension = self._x.extension(self._connection, self._x.sync_id)
        if not extension or not extension.contents.present:
            raise XSyncError("The X server has no SYNC extension")
        self._alarm_event = extension.contents.first_event + 1
        self._take(
            self._x.initialize_reply(self._connection, self._x.initialize(self._connection, 3, 1), None)
        )
        counters = self._counters()
        if "IDLETIME" not in counters:
            raise XSyncError("The X server has no IDLETIME counter")
        self._counter = counters["IDLETIME"]

    def _has_extension(self, name: bytes) -> bool:
        cookie = self._x.query_extension(self._connection, len(name), name)
        raw = self._take(self._x.query_extension_reply(self._connection, cookie, None))
        return bool(raw and raw[8])

    def _counters(self) -> dict[str, int]:
        """Name and id of each counter. Read from the raw reply: libxcb 1.15's iterator gets the padding
        between the names wrong."""
        cookie = self._x.list_counters(self._connection)
        raw = self._take(self._x.list_counters_reply(self._connection, cookie, None))
        counters: dict[str, int] = {}
        at = _HEADER_BYTES
        for _ in range(struct.unpack_from("=I", raw, 8)[0] if raw else 0):
            counter, _high, _low, length = struct.unpack_from("=IiIH", raw, at)
            counters[raw[at + 14 : at + 14 + length].decode("latin-1")] = counter
            at += (14 + length + 3) & ~3
        return counters

    def _take(self, reply: int | None) -> bytes:
        """Copy a reply and free it; empty where there was none."""
        if not reply:
            return b""
        length = _HEADER_BYTES + 4 * ctypes.c_uint32.from_address(reply + 4).value
        raw = ctypes.string_at(reply, length)
        self._x.free(reply)
        return raw


def _int64(raw: bytes, at: int) -> int:
    high, low = struct.unpack_from("=iI", raw, at)
    return int(high) << 32 | int(low)
