"""A break window with guides to three stretches, and ways to use it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from unhunch.domain.stretch import parse
from unhunch.figure.motion.motion import Motion
from unhunch.resources import stretches_dir
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.guide import Guide


def guide(stretch_id: str) -> Guide:
    text = (stretches_dir() / f"{stretch_id}.toml").read_text(encoding="utf-8")
    stretch = parse(stretch_id, text)
    form = stretch.forms[0]
    return Guide(stretch, form, Motion.from_mapping(form.motion))


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
