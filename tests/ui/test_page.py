"""Pages that scroll."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout

from unhunch.ui.look import Window
from unhunch.ui.page import Scrolling


@pytest.fixture
def window(look, qtbot):
    made = Window(look)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def area(window):
    """A scroll area with a text in it, in a window."""
    made = Scrolling()
    text = QLabel("Words that go on in the next line. " * 30)
    text.setWordWrap(True)
    made.setWidget(text)
    QVBoxLayout(window).addWidget(made)
    window.resize(400, 300)
    window.show()
    return made


def test_a_page_keeps_still_whatever_room_it_has(area):
    """At no height, and where its text just fits or just does not, its bar does not come and go for ever."""
    turns = []
    area.verticalScrollBar().rangeChanged.connect(lambda *_: turns.append(area.height()))
    for height in range(0, 400, 2):
        turns.clear()
        area.setFixedHeight(height)
        for _ in range(4):
            QApplication.processEvents()
        assert len(turns) < 6, height


def test_a_page_is_as_wide_with_a_scroll_bar_as_without(area):
    """So that no page stands beside another, and no line breaks elsewhere."""
    widths = set()
    for height in (60, 800):
        area.setFixedHeight(height)
        QApplication.processEvents()
        widths.add(area.viewport().width())
    assert len(widths) == 1


def test_a_bar_is_seen_only_where_there_is_more(area):
    """One with nothing to scroll to would be a stroke at the edge of the page."""
    looks = []
    for height in (60, 800):
        area.setFixedHeight(height)
        QApplication.processEvents()
        picture = area.verticalScrollBar().grab().toImage()
        colours = {picture.pixel(picture.width() // 2, y) for y in range(picture.height())}
        looks.append(len(colours) > 1)
    assert looks == [True, False]
