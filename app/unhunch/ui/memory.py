"""Gives memory that nobody needs any more back to the system."""

import ctypes
import linecache
import sys


def give_back() -> None:
    """Forget the source text of modules, and return what has been freed, where the C library can (glibc).

    PySide reads the source of every module that is imported, to look for its own name in it, and leaves it in
    `linecache`: some 6 MB. Tracebacks read it again. After a break the C library returns some 40 MB.
    """
    linecache.clearcache()
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
