"""Every window in a language that is written from right to left."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from tests.ui.breaks import break_window, shown_at
from tests.ui.every_window import NOTICES, OPENERS, Windows, leave
from tests.ui.samples import on_break

USED = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
EVERY = OPENERS | NOTICES
NEAR_PX = 2
PASSES = 3
"""Rows find out what is beside and what is under their words before all of a page has its place."""


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


@pytest.fixture
def turn_round(qapp):
    """Has windows that are opened from now on stand the other way round."""
    yield lambda: QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def turned_break(look, wishes, clock, qtbot, turn_round):
    """A break's window that stands the other way round."""
    turn_round()
    window = break_window(look, wishes, clock)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    yield window
    leave(window)


def opened(name: str, windows: Windows, qtbot) -> QWidget:
    window = EVERY[name](windows)
    qtbot.addWidget(window)
    window.show()
    for _ in range(PASSES):
        QApplication.processEvents()
    return window


def boxes(window: QWidget) -> list[QRect]:
    """Where everything is that can be used, and all that is painted by hand."""
    own = [child for child in window.findChildren(QWidget) if type(child).__module__.startswith("unhunch")]
    used = [child for child in window.findChildren(QWidget) if isinstance(child, USED)]
    seen = [child for child in (*used, *own) if child.isVisible()]
    return [QRect(child.mapTo(window, QPoint()), child.size()) for child in seen]


@pytest.mark.parametrize("name", EVERY)
def test_windows_stand_the_other_way_round(name, windows, qtbot, turn_round):
    """What is at the left is as far from the right then: margins, running lines and the break's stage too."""
    usual = opened(name, windows, qtbot)
    width, before = usual.width(), boxes(usual)
    leave(usual)
    turn_round()
    turned = opened(name, windows, qtbot)
    assert turned.width() == width
    after = boxes(turned)
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert abs(width - one.x() - one.width() - other.x()) <= NEAR_PX, (one, other)
    leave(turned)


def test_no_letter_is_cut(turned_break):
    """Words that wrap beside the figure end before the window's edge, on both sides."""
    shown_at(turned_break, 1366, 768)
    words = turned_break.stage.words
    for more in range(4, 12):
        words.tell("תחבסה תחבסה", "", "תחב " * more + "תחבסה", 1.0)
        picture = words.grab().toImage()
        for x in (0, picture.width() - 1):
            assert len({picture.pixel(x, y) for y in range(picture.height())}) == 1, (more, x)


def test_every_line_begins_at_the_edge(turned_break):
    """No blank at which a line was broken stands before it."""
    shown_at(turned_break, 1366, 768)
    words = turned_break.stage.words
    words.tell("mmm", "", "mmmm " * 12, 1.0)
    lines = _inked_lines(words)
    assert len(lines) > 3
    assert max(lines) - min(lines) <= 3


def _inked_lines(widget: QWidget) -> list[int]:
    """The right end of the ink in each line of text, px."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, 0)
    ends, end = [], -1
    for y in range(picture.height()):
        inked = [x for x in range(picture.width()) if picture.pixel(x, y) != ground]
        if inked:
            end = max(end, inked[-1])
        elif end >= 0:
            ends.append(end)
            end = -1
    return ends


def test_the_arrows_go_the_way_they_point(turned_break, wishes, qtbot):
    """What comes next stands at the left, and the arrow to the left goes there."""
    turned_break.end_grace()
    turned_break.wake_keys()
    QApplication.processEvents()
    back, on = turned_break.controls.back_button, turned_break.controls.next_button
    assert on.x() < back.x()
    assert (back.property("key"), on.property("key")) == ("→", "←")
    qtbot.keyClick(turned_break, Qt.Key.Key_Left)
    qtbot.keyClick(turned_break, Qt.Key.Key_Right)
    assert wishes.asked == [("next_stretch",), ("previous_stretch",)]


def test_code_reads_from_left_to_right(windows, qtbot, turn_round):
    """The details of an error do, in every language."""
    turn_round()
    dialog = opened("error", windows, qtbot)
    assert dialog.details.layoutDirection() == Qt.LayoutDirection.LeftToRight
    leave(dialog)
