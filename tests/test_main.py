"""What the program asks of Qt before anything is painted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parents[1] / "app"
ASK = """
import sys
from unhunch.main import qt_application
qt_application()
import os
print(os.environ["QT_NO_GUI_THREADPOOL"], "unhunch.figure.paint.drawing" in sys.modules)
"""


FAIL_TO_START = """
import sys
from pathlib import Path
from unhunch.adapters.autostart import NullAutostart
from unhunch.adapters.clock import SystemClock
from unhunch.adapters.paths import Paths
from unhunch.main import World, qt_application, run_world
def no_presence(clock, woke):
    raise RuntimeError("no such thing")
paths = Paths.below(Path(sys.argv[1]))
world = World(paths, SystemClock(), no_presence, NullAutostart(), watches_desktop=False)
sys.exit(run_world(world, qt_application()))
"""


def test_a_start_that_fails_says_so(tmp_path: Path) -> None:
    """Whoever started it learns where the details are; before there is a window nothing else could tell."""
    told = subprocess.run(
        [sys.executable, "-c", FAIL_TO_START, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    log = tmp_path / "state" / "unhunch.log"
    assert told.returncode == 1
    assert told.stderr == f"unhunch: Unhunch could not start because of an error in it; see {log}.\n"
    assert "no such thing" in log.read_text(encoding="utf-8")


def test_qt_paints_in_one_thread_before_the_painter_is_there() -> None:
    """Qt asks once, at its first fill: the tray icon's, long before the figure's painter is imported."""
    surroundings = {name: value for name, value in os.environ.items() if name != "QT_NO_GUI_THREADPOOL"}
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        env=surroundings | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(APP)},
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
