"""The break window on several monitors, plugged and unplugged under it."""

import shutil
import sys

import pytest
from tests.desktop.rig import ROOT, Desktop, missing_tools, wait_for

pytestmark = pytest.mark.desktop

BREAK, COVER = "Unhunch: break", "this screen rests"
LOW = ("40", "1024", "1048", "1184", "1344", "600", "603", "609", "640")
"""A mode of 1024 by 600, as xrandr is told of it."""
LEFT, RIGHT = (0, 0, 1280, 800), (1280, 0, 1280, 800)


def places(desktop: Desktop, title: str) -> list[tuple[int, int, int, int]]:
    """Where every window of this title stands."""
    return [desktop.geometry(window) for window in desktop.windows(title)]


def test_the_break_follows_the_monitors() -> None:
    """It opens where the pointer is, the other monitor is covered; unplugged, it moves to the one left."""
    if missing := missing_tools() + ([] if shutil.which("xrandr") else ["xrandr"]):
        pytest.skip(f"needs {', '.join(missing)}")
    with Desktop.start(screen="2560x800x24") as desktop:
        plug_right = ("xrandr", "--setmonitor", "R", "1280/338x800/211+1280+0", "none")
        desktop.run("xrandr", "--setmonitor", "L", "1280/338x800/211+0+0", "screen", check=False)
        desktop.run(*plug_right, check=False)
        desktop.move(1800, 300)
        program = desktop.spawn(
            [sys.executable, "-m", "tests.desktop.break_program", "now"],
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'app'}"},
        )
        wait_for(lambda: places(desktop, BREAK) == [RIGHT], "the break on the right")
        wait_for(lambda: places(desktop, COVER) == [LEFT], "the cover on the left")
        desktop.run("xrandr", "--delmonitor", "R", check=False)
        wait_for(lambda: places(desktop, BREAK) == [LEFT], "the break on the monitor left over")
        wait_for(lambda: places(desktop, COVER) == [], "no cover")
        desktop.run(*plug_right, check=False)
        wait_for(lambda: places(desktop, COVER) == [RIGHT], "a cover on the new monitor")
        assert places(desktop, BREAK) == [LEFT]
        assert program.poll() is None


def test_the_break_fits_a_screen_that_becomes_smaller() -> None:
    """Another resolution, as when a laptop is docked: no button is left beyond the edge."""
    if missing := missing_tools() + ([] if shutil.which("xrandr") else ["xrandr"]):
        pytest.skip(f"needs {', '.join(missing)}")
    with Desktop.start(screen="1366x768x24") as desktop:
        desktop.run("xrandr", "--newmode", "low", *LOW)
        desktop.run("xrandr", "--addmode", "screen", "low")
        desktop.spawn(
            [sys.executable, "-m", "tests.desktop.break_program", "now"],
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'app'}"},
        )
        wait_for(lambda: places(desktop, BREAK) == [(0, 0, 1366, 768)], "the break")
        desktop.run("xrandr", "--output", "screen", "--mode", "low")
        wait_for(lambda: places(desktop, BREAK) == [(0, 0, 1024, 600)], "the break on the smaller screen")
