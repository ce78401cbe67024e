"""Gives freed memory back to the system, which the C library else keeps for itself."""

import ctypes
import sys


def give_back() -> None:
    """Return what has been freed, where the C library can (glibc): after a break some 40 MB."""
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
