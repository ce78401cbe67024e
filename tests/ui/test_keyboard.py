"""Every window by keyboard and for screen readers: all is reached, named, and seen to have the focus."""

import operator
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from tests.ui.library import STRETCHES
from tests.ui.samples import on_break, on_plain_pause, view, warned
from tests.ui.settings_desk import Desk, open_settings
from tests.ui.shelf import Shelf

from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.asking import Asking
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.card import Card
from unhunch.ui.doctor import Doctor
from unhunch.ui.error_dialog import ErrorDialog
from unhunch.ui.evidence import Evidence
from unhunch.ui.gallery import Gallery
from unhunch.ui.home import Home
from unhunch.ui.look import Look
from unhunch.ui.notes import Notes
from unhunch.ui.welcome import Welcome

RGB = QImage.Format.Format_RGB32
MOST_STEPS = 250
SEEN_PX = 24
"""A control with the focus differs from itself without by at least so many pixels."""
NAMELESS_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}

SETTINGS_PAGES = (
    "everyday", "breaks", "stretches", "timing", "hours", "quiet", "appearance", "sound", "about",
)  # fmt: skip
MINE = {
    "rhythm.meal.every_min": 240,
    "rhythm.meal.length_s": 1800,
    "timing.warn_s": 90,
    "holds.excluded_apps": ("zoom",),
    "hours.enabled": True,
}


class Windows:
    """Opens each window in a state where everything on it can be used."""

    def __init__(self, look, wishes, clock, tmp_path) -> None:
        self.look, self.wishes, self.clock, self.tmp_path = look, wishes, clock, tmp_path
        self.gallery = Gallery(look, STRETCHES.get)

    def settings(self, page: str) -> QWidget:
        window = open_settings(self.look, Desk(with_changes(Settings(), MINE)))
        window.go_to(page)
        window.bar.say("Something can be taken back.", lambda: None)
        return window

    def search(self) -> QWidget:
        window = self.settings("everyday")
        window.search.setText("break")
        return window

    def home(self) -> QWidget:
        window = Home(self.look, self.wishes, self.clock)
        window.show_view(warned())
        return window

    def welcome(self, page: int) -> QWidget:
        window = Welcome(self.look, self.wishes, self.gallery, tuple(STRETCHES.values()), Settings())
        window.go_to(page)
        return window

    def doctor(self) -> QWidget:
        return Doctor(self.look)

    def evidence(self) -> QWidget:
        return Evidence(self.look)

    def notes(self) -> QWidget:
        window = Notes(self.look)
        window.tell("The settings file was broken.")
        return window

    def error(self) -> QWidget:
        window = ErrorDialog(self.look, "unhunch.log")
        window.tell("Traceback: boom")
        return window

    def break_(self, shown) -> QWidget:
        window = BreakWindow(
            self.look, self.wishes, self.clock, guides=self.gallery.guide, stills=self.gallery.still
        )
        window.show_view(shown)
        window.end_grace()
        window.wake_keys()
        return window

    def finished(self) -> QWidget:
        window = self.break_(on_break(2, 60))
        window.finish(("shoulder-roll", "neck-flexion"), 180.0, "stretch", 2700.0)
        return window

    def library(self) -> QWidget:
        return Shelf(self.tmp_path, self.look).window

    def stretch(self) -> QWidget:
        window = self.library()
        window.show_stretch("neck-flexion")
        return window

    def editor(self) -> QWidget:
        window = self.library()
        window.make_new()
        return window

    def routines(self) -> QWidget:
        window = self.library()
        window.tabs.button("routines").click()
        return window


OPENERS: dict[str, Callable[[Windows], QWidget]] = {
    **{f"settings-{page}": lambda w, page=page: w.settings(page) for page in SETTINGS_PAGES},
    "settings-search": Windows.search,
    "home": Windows.home,
    **{f"welcome-{page}": lambda w, page=page: w.welcome(page) for page in range(3)},
    "doctor": Windows.doctor,
    "evidence": Windows.evidence,
    "notes": Windows.notes,
    "error": Windows.error,
    "break": lambda w: w.break_(on_break(1, 10)),
    "pause": lambda w: w.break_(on_plain_pause()),
    "finished": Windows.finished,
    "library": Windows.library,
    "library-stretch": Windows.stretch,
    "library-editor": Windows.editor,
    "library-routines": Windows.routines,
}


@pytest.fixture
def windows(look, wishes, clock, tmp_path):
    return Windows(look, wishes, clock, tmp_path)


@pytest.fixture(params=OPENERS)
def window(request, windows, qtbot) -> Iterator[QWidget]:
    made = OPENERS[request.param](windows)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    if isinstance(made, BreakWindow):
        made.show_view(view())
        made._leave.timeout.emit()
    made.close()


def focusable(window: QWidget) -> set[QWidget]:
    return {
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and each.window() is window
    }


def walked(window: QWidget, backwards: bool = False) -> list[QWidget]:
    """Everything that gets the focus by Tab until it comes round."""
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    found: list[QWidget] = []
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        now = QApplication.focusWidget()
        assert now is not None, "the focus is lost"
        if now in found:
            assert now is found[0], f"a trap: the keyboard goes round at {named(now)}"
            return found
        found.append(now)
    pytest.fail(f"no way round in {MOST_STEPS} steps")


def named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or words!r} in {type(widget.parent()).__name__}"


def test_tab_reaches_everything_and_comes_round(window):
    """Each control that takes the keyboard is reached by Tab, and none keeps it; Shift+Tab goes back."""
    forth = walked(window)
    missed = [named(each) for each in focusable(window) if each not in forth]
    assert missed == []
    back = walked(window, backwards=True)
    assert set(back) == set(forth)


def test_everything_reached_has_a_name_and_a_role(window):
    """A screen reader says what each control is called and what it is."""
    lacking = []
    for each in walked(window):
        told = QAccessible.queryAccessibleInterface(each)
        if not told.text(QAccessible.Text.Name).strip() or told.role() in NAMELESS_ROLES:
            lacking.append(f"{named(each)}: {told.text(QAccessible.Text.Name)!r}, {told.role()}")
    assert lacking == []


def test_the_focus_can_be_seen(window):
    """A control with the focus looks different from the same one without, by more than a text cursor."""
    unseen = []
    for each in walked(window):
        bring_into_view(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = picture(window, each)
        each.clearFocus()
        QApplication.processEvents()
        if (found := differing_px(with_focus, picture(window, each))) < SEEN_PX:
            unseen.append(f"{named(each)}: {found} px")
        each.setFocus(Qt.FocusReason.TabFocusReason)
    assert unseen == []


def bring_into_view(widget: QWidget) -> None:
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            at.ensureWidgetVisible(widget)
        at = at.parentWidget()
    QApplication.processEvents()


def picture(window: QWidget, widget: QWidget) -> QImage:
    at = widget.mapTo(window, widget.rect().topLeft())
    return window.grab(QRect(at, widget.size()).adjusted(-5, -5, 5, 5)).toImage()


def differing_px(one: QImage, other: QImage) -> int:
    both = (memoryview(each.convertToFormat(RGB).constBits()).cast("I") for each in (one, other))
    return sum(map(operator.ne, *both))


def test_the_cards_that_take_no_focus_have_named_buttons(windows, qtbot, look, wishes, clock):
    """The card and the question leave the keyboard where it is; a screen reader knows their buttons."""
    card = Card(look, wishes, clock, windows.gallery.still)
    card.show_view(warned(), "", "")
    asking = Asking(look, wishes)
    asking.ask_what_suits("stretch", Settings())
    for each in (card, asking):
        qtbot.addWidget(each)
        assert focusable(each) == set()
        for button in each.findChildren(QAbstractButton):
            told = QAccessible.queryAccessibleInterface(button)
            assert told.text(QAccessible.Text.Name)
            assert told.role() == QAccessible.Role.Button
    card.show_view(view(), "", "")
    asking.hide()
    asking._stays.stop()


def test_every_button_says_what_it_does(window):
    """No button is nameless, also those that only the pointer reaches."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name), named(button)


def test_a_theme_of_high_contrast_shows_the_focus_too(windows, qtbot):
    """In high contrast a switch and a button with the focus can be told from those without."""
    windows.look.set_appearance(with_changes(Settings(), {"appearance.theme": "contrast"}).appearance)
    assert isinstance(windows.look, Look)
    made = windows.settings("everyday")
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    made.activateWindow()
    QApplication.processEvents()
    test_the_focus_can_be_seen(made)
