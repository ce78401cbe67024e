"""The break window and the keyboard, on a real X server with a window manager."""

import subprocess
import sys

import pytest
from tests.desktop.rig import ROOT, Desktop, wait_for

pytestmark = pytest.mark.desktop


def test_a_break_takes_the_keyboard_late_and_gives_it_back(desktop: Desktop) -> None:
    """What is typed as it opens goes to the editor; Esc held ends it, and the editor has the keyboard."""
    program = desktop.spawn(
        [sys.executable, "-m", "tests.desktop.break_program"],
        log="break",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'app'}"},
    )
    wait_for(lambda: desktop.windows("editor"), "the editor")
    (editor,) = desktop.windows("editor")
    wait_for(lambda: desktop.focused() == editor, "the focus")
    desktop.type("abc")
    desktop.key("Return")
    wait_for(lambda: desktop.windows("Unhunch: break"), "the break")
    (window,) = desktop.windows("Unhunch: break")
    assert desktop.geometry(window) == (0, 0, 1280, 800)
    desktop.type("def")
    assert desktop.focused() == editor
    wait_for(lambda: desktop.focused() == window, "the break has the keyboard")
    desktop.key("r", "s", "Right")  # still in mid-word
    desktop.hold_key("Escape", 4)  # two seconds, and on: nobody lets go at once
    try:
        program.wait(30)
    except subprocess.TimeoutExpired:
        pytest.fail(f"the break did not end: {desktop.read_log('break')}")
    log = desktop.read_log("break")
    assert "opened True active False" in log
    assert "ended; typed 'abcdef'" in log
    assert "focus back" in log
    assert "Esc in the editor" not in log  # nor does it go on repeating there
