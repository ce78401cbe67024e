"""Whether there is a screen to show anything on. Qt itself would abort the process without one."""

import ctypes
import os
import sys
from collections.abc import Mapping

from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence


def missing_display(environment: Mapping[str, str] = os.environ) -> Sentence | None:
    """Return why there is no screen, in one sentence; None where there is one or Qt does without."""
    if sys.platform in ("win32", "darwin"):
        return None
    told = environment.get("QT_QPA_PLATFORM", "")
    if told and "xcb" not in told and "wayland" not in told:
        return None  # offscreen and its like
    x11_alone = "xcb" in told and "wayland" not in told
    if environment.get("WAYLAND_DISPLAY") and not x11_alone:
        return None
    display = environment.get("DISPLAY")
    if not display:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Problems",
                "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); "
                "start Unhunch in your desktop session.",
            )
        )
    if _answers(display):
        return None
    return Sentence(
        QT_TRANSLATE_NOOP("Problems", "The screen “{display}” does not answer; check DISPLAY."),
        display=display,
    )


def _answers(display: str) -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt says which library is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not broken
