"""A break window with guides to three stretches, and ways to use it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.library import STRETCHES, form_of, motion_of

from unhunch.ui.break_window import BreakWindow
from unhunch.ui.guide import Guide


def guide(stretch_id: str) -> Guide:
    return Guide(STRETCHES[stretch_id], form_of(stretch_id), motion_of(stretch_id))


GUIDES = {name: guide(name) for name in ("shoulder-roll", "neck-flexion", "overhead-reach")}


def break_window(look, wishes, clock) -> BreakWindow:
    """A break window without a figure or stills; it is closed."""
    return BreakWindow(look, wishes, clock, guides=GUIDES.get, stills=lambda *_: None)


def shown_at(window: QWidget, width: int, height: int) -> None:
    """Give the window a size as on a screen of so many px."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(width, height)
    QApplication.processEvents()


def click(qtbot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
