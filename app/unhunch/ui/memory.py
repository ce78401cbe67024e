"""Gives memory that nobody needs any more back to the system."""

import ctypes
import gc
import linecache
import sys


def give_back() -> None:
    """Free what only goes round in circles and the source text of modules, which tracebacks read again; and
    return what has been freed, where the C library can (glibc): after a break some 40 MB.
    """
    linecache.clearcache()
    gc.collect()
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
