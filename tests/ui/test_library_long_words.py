"""The library's pages in a language whose words are half as long again."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QScrollArea
from tests.ui.shelf import Shelf
from tests.ui.test_long_words import long_words as _long_words

long_words = _long_words


@pytest.fixture
def window(tmp_path, look, qtbot, long_words):
    shelf = Shelf(tmp_path, look)
    qtbot.addWidget(shelf.window)
    shelf.window.show()
    yield shelf.window
    shelf.window.close()


PAGES = {
    "grid": lambda window: window.show_all(),
    "detail": lambda window: window.show_stretch("cat-cow"),
    "editor": lambda window: window.copy("neck-flexion"),
    "routines": lambda window: window.show_routines(),
}


@pytest.mark.parametrize("size", [(1060, 690), (683, 384)])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_all_its_words(window, page, size):
    """No button is narrower and no text lower than what it says, and nothing is cut on the right, on a small
    screen neither.
    """
    window.resize(*size)
    PAGES[page](window)
    for _ in range(3):  # what wraps finds its height in rounds: a new width, a new height, a scroll bar
        QCoreApplication.processEvents()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= min(button.sizeHint().width(), 400) - 1, button.text()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget():
            assert area.widget().width() <= area.viewport().width()
    for listed in window.findChildren(QListView):
        assert not listed.horizontalScrollBar().isVisible()
