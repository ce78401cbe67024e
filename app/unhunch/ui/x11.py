"""Asks the X server who owns a selection, without going through Qt.

Selections tell what a desktop has: a compositor (`_NET_WM_CM_S0`), an XEmbed tray (`_NET_SYSTEM_TRAY_S0`).
"""

import ctypes
import ctypes.util
import os
from collections.abc import Callable

COMPOSITOR = "_NET_WM_CM_S{screen}"


def is_owned(selection: str) -> bool:
    """Return whether somebody owns `selection`, in which "{screen}" stands for the default screen's number.

    False where there is no X server to ask.
    """
    if not os.environ.get("DISPLAY"):
        return False
    name, libc = ctypes.util.find_library("xcb"), ctypes.util.find_library("c")
    if name is None or libc is None:
        return False
    xcb, free = ctypes.CDLL(name), ctypes.CDLL(libc).free
    free.argtypes = [ctypes.c_void_p]
    screen = ctypes.c_int(0)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = ctypes.c_void_p(xcb.xcb_connect(None, ctypes.byref(screen)))
    try:
        if xcb.xcb_connection_has_error(connection):
            return False
        atom_name = selection.format(screen=screen.value).encode()
        atom = _ask(xcb, free, "xcb_intern_atom", connection, 1, len(atom_name), atom_name)
        return atom != 0 and _ask(xcb, free, "xcb_get_selection_owner", connection, atom) != 0
    finally:
        xcb.xcb_disconnect(connection)


class _Reply(ctypes.Structure):
    _fields_ = [
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("value", ctypes.c_uint32),
    ]


def _ask(
    xcb: ctypes.CDLL,
    free: Callable[[object], object],
    request: str,
    connection: ctypes.c_void_p,
    *args: object,
) -> int:
    """Send an X request and return the one number of its reply, 0 for an error."""
    ask, reply = getattr(xcb, request), getattr(xcb, f"{request}_reply")
    ask.restype = ctypes.c_uint32
    reply.restype = ctypes.POINTER(_Reply)
    if request == "xcb_intern_atom":
        ask.argtypes = [ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p]
    else:
        ask.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    reply.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p]
    found = reply(connection, ask(connection, *args), None)
    if not found:
        return 0
    value = int(found.contents.value)
    free(found)
    return value
