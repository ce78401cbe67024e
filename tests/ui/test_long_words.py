"""Every window in a language whose words are half as long again."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea
from tests.library import STRETCHES
from tests.ui.every_window import SETTINGS_PAGES, Windows
from tests.ui.long_words import LongWords
from tests.ui.samples import FakeClock, FakeWishes, on_break, on_plain_pause, view, warned
from tests.ui.settings_desk import Desk, open_settings

from unhunch.domain.settings import Appearance, Settings, with_changes
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.card import Card
from unhunch.ui.doctor import Doctor
from unhunch.ui.error_dialog import ErrorDialog
from unhunch.ui.gallery import Gallery
from unhunch.ui.home import Home
from unhunch.ui.number import NumberField


@pytest.fixture(autouse=True)
def long_words(qapp):
    translator = LongWords()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def assert_all_fits(window):
    """No button is narrower, and no label lower, than what it says."""
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width() - 1, button.text()
            assert window.rect().contains(button.mapTo(window, button.rect().center())), button.text()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap() and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button


@pytest.fixture
def window(look, wishes, clock, qtbot):
    gallery = Gallery(look, STRETCHES.get)
    appearance = Appearance(break_window="card")
    made = BreakWindow(look, wishes, clock, guides=gallery.guide, stills=gallery.still, appearance=appearance)
    qtbot.addWidget(made)
    yield made
    made.show_view(view())


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 600), (1080, 1920)])
@pytest.mark.parametrize("shown", [on_break(1, 9), on_break(0, 3, paused=True), on_plain_pause()])
def test_the_break_window_fits(window, size, shown):
    """On every screen the buttons show all their words."""
    window.show_view(shown)
    window.resize(*size)
    QCoreApplication.processEvents()
    assert_all_fits(window)


def test_leaving_the_break_keeps_its_words_where_the_other_row_has_room(window):
    """On a small screen at 200 % the row that leaves the break takes what the row beside it does not need."""
    window.show_view(on_break(1, 9))
    window.resize(683, 384)
    QCoreApplication.processEvents()
    assert all(button.text() for button in window.controls.leave.in_row)
    assert window.controls.leave.in_row[0].mapTo(window, QPoint()).x() > max(
        button.mapTo(window, button.rect().bottomRight()).x()
        for button in window.controls.in_row
        if button.isVisible()
    )


def test_where_the_break_is_too_small_for_words_signs_stand_alone(window):
    """On a small screen at 200 % no word is cut: it is left out, but screen readers and tooltips say it."""
    window.show_view(on_break(1, 9))
    window.resize(587, 330)
    QCoreApplication.processEvents()
    buttons = [button for button in window.controls.buttons if button.isVisible()]
    for button in buttons:
        assert button.width() >= button.sizeHint().width() - 1
        assert button.text() in ("", button.accessibleName())
        assert button.accessibleName() in button.toolTip()
        assert button.text() or not button.icon().isNull()
    assert any(not button.text() for button in buttons)
    first = next(button for button in window.controls.in_row if button.isVisible())
    assert window.notes.doctor_button.geometry().right() < first.mapTo(window, QPoint()).x()
    window.resize(1366, 768)
    QCoreApplication.processEvents()
    assert all(button.text() for button in buttons)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (1080, 1920)])
def test_the_finishing_moment_fits(window, size):
    """What was done, the question and its answers show all their words."""
    window.show_view(on_break(2, 60))
    window.resize(*size)
    window.finish(tuple(STRETCHES)[:3], 180, "stretch", 2700)
    QCoreApplication.processEvents()
    assert_all_fits(window)
    window._leave.timeout.emit()


@pytest.mark.parametrize("shown", [warned(), warned(snoozes_left=0), warned(waiting_for=("gap",))])
def test_the_card_fits(look, wishes, clock, qtbot, shown):
    """The card grows with its words."""
    card = Card(look, wishes, clock)
    qtbot.addWidget(card)
    card.show_view(shown, "neck-flexion", "Neck flexion")
    QCoreApplication.processEvents()
    assert_all_fits(card)


@pytest.mark.parametrize("shown", [view(), warned(), view(holds=("meeting",))])
def test_the_small_window_fits(look, wishes, clock, qtbot, shown):
    """The small window grows with its words."""
    home = Home(look, wishes, clock)
    qtbot.addWidget(home)
    home.show_view(shown)
    home.show()
    QCoreApplication.processEvents()
    assert_all_fits(home)


@pytest.mark.parametrize("name", [*SETTINGS_PAGES, "search", 0, 1, 2])
def test_nothing_lies_beyond_the_right_edge(look, qtbot, tmp_path, name):
    """On a small screen at 200 % no page is wider than what is seen of it: nobody could get there.

    A number is a page of the welcome.
    """
    windows = Windows(look, FakeWishes(), FakeClock(), tmp_path)
    if isinstance(name, int):
        window = windows.welcome(name)
    else:
        window = windows.search() if name == "search" else windows.settings(name)
    qtbot.addWidget(window)
    window.show()
    window.resize(683, 340)
    QCoreApplication.processEvents()
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    for area in areas:
        assert area.widget().width() <= area.viewport().width()
    for field in window.findChildren(NumberField):
        if field.isVisible():
            assert field.fontMetrics().horizontalAdvance(field.text()) < field.lineEdit().width()


def test_the_pages_fit(look, wishes, qtbot):
    """Settings, doctor's page and error dialog fit in their smallest size."""
    settings = with_changes(Settings(), {"stretches.floor_space": True})
    pages = (
        open_settings(look, Desk(settings)),
        Doctor(look),
        ErrorDialog(look, "unhunch.log"),
    )
    for page in pages:
        qtbot.addWidget(page)
        page.show()
        QCoreApplication.processEvents()
        for button in page.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width() - 1, button.text()
