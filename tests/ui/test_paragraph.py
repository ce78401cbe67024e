"""The field for a sentence or two."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from unhunch.ui.look import Window
from unhunch.ui.paragraph import Paragraph

LONG = "Let your chin sink toward your chest, and roll your right ear over your right shoulder."


@pytest.fixture
def held(look, qtbot):
    """A field of 240 px in a window, and a usual one under it."""
    window = Window(look)
    qtbot.addWidget(window)
    window.field, window.usual = Paragraph(100), QLineEdit("Usual")
    column = QVBoxLayout(window)
    for each in (window.field, window.usual):
        each.setFixedWidth(240)
        column.addWidget(each)
    column.addStretch()
    window.show()
    QApplication.processEvents()
    return window


@pytest.fixture
def field(held):
    return held.field


@pytest.mark.parametrize("px", [14, 20])
def test_one_line_is_as_high_as_any_field(system_text, px, request):
    """So that it stands in a row with buttons, in text of any size."""
    system_text(px)
    held = request.getfixturevalue("held")
    held.field.set_text("Blink.")
    QApplication.processEvents()
    assert held.field.height() == held.usual.height()


def test_all_that_is_written_is_seen(field):
    """It grows with its lines, and shrinks again."""
    low = field.height()
    field.set_text(LONG)
    QApplication.processEvents()
    assert field.document().size().height() > 2
    assert field.verticalScrollBar().maximum() == 0
    assert field.height() > low + 2 * field.fontMetrics().height() - 2
    field.set_text("Blink.")
    QApplication.processEvents()
    assert field.height() == low


def test_it_says_what_the_person_changed(field, qtbot):
    """Each letter; not what it is given to show."""
    told = []
    field.edited.connect(told.append)
    field.set_text("Blin")
    assert told == []
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, "k.")
    assert told == ["Blink", "Blink."]


def test_it_holds_no_line_break(field, qtbot):
    """Neither by Enter nor from the clipboard; a stretch's file has each step in one line."""
    qtbot.keyClicks(field, "Look")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText(" up\n and\tdown\n")
    field.insertFromMimeData(pasted)
    assert field.text() == "Lookup and down"


def test_it_holds_no_more_than_there_is_room_for(field, qtbot):
    """What is too much is left out at the end, wherever it was typed; the cursor stays."""
    field.set_text("x" * 99)
    qtbot.keyClicks(field, "abc")
    assert field.text() == "abc" + "x" * 97
    assert field.textCursor().position() == 3
