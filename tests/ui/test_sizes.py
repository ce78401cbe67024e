"""Every window at the smallest size it can have, and as it opens: nothing is cut, and margins are equal."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from tests.ui.every_window import NOTICES, OPENERS, Windows, leave

from unhunch.ui.error_dialog import ErrorDialog
from unhunch.ui.home import Home

ON_A_SCREEN = ("break", "break-card", "pause", "finished")
"""These have the size of the screen; other tests look at them."""
EVERY = {name: opened for name, opened in (OPENERS | NOTICES).items() if name not in ON_A_SCREEN}
PASSES = 8
"""What wraps finds its height in rounds: a new width, a new height, a scroll bar."""
NEAR_PX = 1


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


def settle() -> None:
    for _ in range(PASSES):
        QApplication.processEvents()


def opened(name: str, windows: Windows, qtbot, *, least: bool) -> QWidget:
    window = EVERY[name](windows)
    qtbot.addWidget(window)
    window.show()
    settle()
    if least:
        window.resize(window.minimumSize())
        settle()
    return window


def shown(window: QWidget, kind: type) -> list:
    return [child for child in window.findChildren(kind) if child.isVisible()]


@pytest.mark.parametrize("least", [True, False], ids=["least", "as it opens"])
@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_cut(name, least, windows, qtbot):
    """No words are higher or wider than their room, no page is wider than what is seen of it, and no button
    lies beyond the window.
    """
    window = opened(name, windows, qtbot, least=least)
    for area in shown(window, QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    for label in shown(window, QLabel):
        if label.wordWrap() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - NEAR_PX, label.text()
    for button in shown(window, QPushButton):
        if button.text():
            assert button.width() >= button.sizeHint().width() - NEAR_PX, button.text()
            left = button.mapTo(window, QPoint()).x()
            assert left >= 0, button.text()
            assert left + button.width() <= window.width(), button.text()
    leave(window)


def test_details_of_any_length_leave_the_words_over_them_whole(look, qtbot):
    """At its smallest the error dialog shows its sentence, and a path of two lines."""
    dialog = ErrorDialog(look, "/home/somebody/.local/state/unhunch/" + "logs/" * 6 + "unhunch.log")
    qtbot.addWidget(dialog)
    dialog.tell("\n".join(f"line {n} " + "x" * 200 for n in range(40)))
    dialog.resize(dialog.minimumSize())
    settle()
    for label in shown(dialog, QLabel):
        assert label.height() >= label.heightForWidth(label.width()) - NEAR_PX, label.text()


@pytest.mark.parametrize("width", [560, 1060])
def test_buttons_under_a_page_end_where_its_cards_do(windows, qtbot, width):
    """What came of an import stands in one column with the button under it."""
    window = windows.library()
    qtbot.addWidget(window)
    window.show()
    window.resize(width, 600)
    page = window.arrivals
    page.lines = []
    page._column.addWidget(card := page._card("Here now", "calm", ["Cat-cow"]))
    window._go(page)
    settle()
    ends = [QRect(each.mapTo(window, QPoint()), each.size()).right() for each in (card, page.done_button)]
    assert abs(ends[0] - ends[1]) <= NEAR_PX
    window.close()


def test_margins_are_equal(look, wishes, clock, qtbot):
    """Left and right of what a small window holds there is equal room."""
    for window in (Home(look, wishes, clock), ErrorDialog(look, "unhunch.log")):
        qtbot.addWidget(window)
        window.show()
        settle()
        held = [each for each in shown(window, QLabel) if each.parent() is window]
        assert held
        sides = [(each.x(), window.width() - each.x() - each.width()) for each in held]
        assert all(left == right for left, right in sides), (window, sides)
