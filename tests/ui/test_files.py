"""Asking for files, with a break coming in between."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from unhunch.ui.files import file_to_read, file_to_write, files_to_read


@pytest.fixture
def asker(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def meanwhile(qtbot, do):
    """Do something as soon as the dialog is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        qtbot.waitExposed(dialog)
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    "ask", [file_to_read, files_to_read, lambda *given: file_to_write(*given[:2], "a", "")]
)
def test_a_break_that_begins_meanwhile_can_be_answered(ask, asker, open_window, wishes, qtbot):
    """The dialog keeps its own window waiting, not the break that covers it."""

    def answer(_dialog):
        button = open_window.controls.next_button
        spot = button.mapTo(open_window, QPoint(button.width() // 2, button.height() // 2))
        qtbot.mouseClick(open_window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)

    meanwhile(qtbot, answer)
    assert not ask(asker, "Which?", "All (*)")
    assert ("next_stretch",) in wishes.asked
    meanwhile(qtbot, answer)
    assert not file_to_write(asker, "Where?", "mine.toml", "All (*)")
    assert wishes.asked.count(("next_stretch",)) == 2


def test_what_was_chosen_comes_back(asker, qtbot, tmp_path):
    """One file, several, or none."""
    file = tmp_path / "mine.toml"
    file.touch()

    def choose(dialog):
        dialog.findChild(QLineEdit).setText(str(file))
        dialog.accept()

    meanwhile(qtbot, choose)
    assert file_to_read(asker, "Which?", "All (*)") == str(file)
    meanwhile(qtbot, choose)
    assert files_to_read(asker, "Which?", "All (*)") == [str(file)]
    meanwhile(qtbot, QFileDialog.accept)
    written = str(tmp_path / "new.toml")
    assert file_to_write(asker, "Where?", written, "All (*)") == written
    meanwhile(qtbot, QFileDialog.reject)
    assert file_to_read(asker, "Which?", "All (*)") == ""
