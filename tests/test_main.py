"""What the program asks of Qt before anything is painted."""

from __future__ import annotations

import os
import subprocess
import sys

ASK = """
import sys
from unhunch.main import qt_application
qt_application()
import os
print(os.environ["QT_NO_GUI_THREADPOOL"], "unhunch.figure.paint.drawing" in sys.modules)
"""


def test_qt_paints_in_one_thread_before_the_painter_is_there() -> None:
    """Qt asks once, at its first fill: the tray icon's, long before the figure's painter is imported."""
    surroundings = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env=surroundings | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.split() == ["1", "False"]


IMPORT = """
import sys, linecache
from unhunch.binding import leave_sources_unread
leave_sources_unread()
from unhunch.main import qt_application
qt_application()
print(sum(name.endswith(".py") and "unhunch" in name for name in linecache.cache))
"""


def test_no_source_is_read_when_the_program_starts() -> None:
    """The binding would read that of every module, and keep it."""
    told = subprocess.run(
        [sys.executable, "-c", IMPORT],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.split() == ["0"]
