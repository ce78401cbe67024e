"""The animated person: skeleton, motion, camera and painter. Knows nothing of breaks."""

import os


def paint_in_one_thread() -> None:
    """Ask Qt to paint every fill at once, where it is asked for. To be called before anything is painted.

    Qt hands fills with a texture or gradient to worker threads, in pieces of 256 spans, and waits for them. A
    figure is a hundred small fills: the waiting takes longer than the painting (measured: 12 ms a frame with,
    7 without). Qt asks for this once in a process, at the first such fill, and an icon is one.
    """
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
