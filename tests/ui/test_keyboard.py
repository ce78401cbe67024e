"""Every window by keyboard and for screen readers: all is reached, named, and seen to have the focus."""

import itertools
import operator
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QScrollArea, QWidget
from tests.ui.every_window import OPENERS, Windows, leave
from tests.ui.samples import view, warned

from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.asking import Asking
from unhunch.ui.card import Card
from unhunch.ui.look import Look

RGB = QImage.Format.Format_RGB32
MOST_STEPS = 250
SEEN_PX = 24
"""A control with the focus differs from itself without by at least so many pixels."""
BREAKS = ("break", "break-card", "pause", "finished")
AROUND_PX = 5
WITHIN = (AROUND_PX + 10, AROUND_PX + 4, -AROUND_PX - 10, -AROUND_PX - 4)
"""From a control with what is around it to what a button has within its ring and round corners."""
UNDERLINED = ("back", "link")
"""Buttons that look like links are underlined when they have the focus."""
NAMELESS_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


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
    leave(made)


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
    return list(walked_one_by_one(window, backwards))


def walked_one_by_one(window: QWidget, backwards: bool = False) -> Iterator[QWidget]:
    """The same, each while it has the focus."""
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    found: list[QWidget] = []
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        now = QApplication.focusWidget()
        assert now is not None, "the focus is lost"
        if now in found:
            assert now is found[0], f"a trap: the keyboard goes round at {named(now)}"
            return
        found.append(now)
        yield now
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


@pytest.mark.parametrize("name", [name for name in OPENERS if name not in BREAKS])
def test_the_key_that_closes_windows_closes_this_one(name, windows, qtbot):
    """Whatever has the focus; a break is ended in its own way."""
    made = OPENERS[name](windows)
    qtbot.addWidget(made)
    made.show()
    QTest.keySequence(made, QKeySequence(QKeySequence.StandardKey.Close))
    assert made.isHidden()
    leave(made)


@pytest.mark.parametrize("name", ["notes", "error", "doctor", "evidence"])
def test_esc_closes_what_is_only_read(name, windows, qtbot):
    """There is nothing in it to decide."""
    made = OPENERS[name](windows)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or made, Qt.Key.Key_Escape)
    assert made.isHidden()


@pytest.mark.parametrize("name", ["library-stretch", "library-editor"])
def test_esc_that_is_still_held_leaves_no_page(name, windows, qtbot):
    """Whoever ended a break by it lets go of it only a moment later."""
    made = OPENERS[name](windows)
    qtbot.addWidget(made)
    made.show()
    page, none = made.pages.currentWidget(), Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, none, "", autorep=True)
    QApplication.sendEvent(made, held)
    assert made.pages.currentWidget() is page


@pytest.mark.parametrize("name", ["notes", "error", "doctor", "evidence"])
def test_esc_that_is_still_held_closes_nothing(name, windows, qtbot):
    """The shortcut wants it pressed anew."""
    made = OPENERS[name](windows)
    qtbot.addWidget(made)
    (esc,) = (each for each in made.findChildren(QShortcut) if each.key() == Qt.Key.Key_Escape)
    assert not esc.autoRepeat()


def test_tab_goes_on_in_the_order_of_reading(window):
    """Within a page Tab never goes back up, but where it begins anew or in another column."""
    stops = [stop for stop in walked(window) if (page := page_of(stop)) is not None and fits(stop, page)]
    wrong = []
    for one, other in itertools.pairwise(stops):
        page = page_of(one)
        if page is not page_of(other) or begins_anew(other, stops, page):
            continue
        above, below = place_in(page, other), place_in(page, one)
        if above.bottom() < below.top() and above.right() > below.left() and above.left() < below.right():
            wrong.append(f"{named(one)} to {named(other)}")
    assert wrong == []


def test_what_has_the_focus_is_whole_in_view(window):
    """Tab to something that is scrolled away, or half so, and all of it is seen."""
    hidden = []
    for each in walked_one_by_one(window):
        page = page_of(each)
        if page is None or not fits(each, page):
            continue
        seen = page.viewport().rect()
        at = QRect(each.mapTo(page.viewport(), QPoint()), each.size())
        if not seen.contains(at.intersected(QRect(seen.left(), at.top(), seen.width(), at.height()))):
            hidden.append(f"{named(each)}: {at.top()} to {at.bottom()} of {seen.height()}")
    assert hidden == []


def page_of(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area that a control lies in."""
    at = widget.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    return at


def place_in(page: QScrollArea, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page.widget(), QPoint()), widget.size())


def fits(widget: QWidget, page: QScrollArea) -> bool:
    return widget.height() <= page.viewport().height()


def begins_anew(stop: QWidget, stops: list[QWidget], page: QScrollArea) -> bool:
    return place_in(page, stop).top() == min(place_in(page, s).top() for s in stops if page_of(s) is page)


def test_everything_reached_has_a_name_and_a_role(window):
    """A screen reader says what each control is called and what it is."""
    lacking = []
    for each in walked(window):
        told = QAccessible.queryAccessibleInterface(each)
        if not told.text(QAccessible.Text.Name).strip() or told.role() in NAMELESS_ROLES:
            lacking.append(f"{named(each)}: {told.text(QAccessible.Text.Name)!r}, {told.role()}")
    assert lacking == []


def test_every_choice_says_what_is_chosen(window):
    """On Linux a choice's name is its value; a label beside it, seen or not, says what it is about."""
    lacking = []
    for box in window.findChildren(QComboBox):
        related = QAccessible.queryAccessibleInterface(box).relations()
        labels = [other for other, relation in related if relation == QAccessible.RelationFlag.Label]
        if not any(label.text(QAccessible.Text.Name).strip() for label in labels):
            lacking.append(named(box))
    assert lacking == []


def test_the_focus_can_be_seen(window):
    """A control with the focus looks different from the same one without, by more than a text cursor.

    A button has a ring around it, and its words stay as they are.
    """
    unseen = []
    for each in walked(window):
        bring_into_view(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = picture(window, each)
        each.clearFocus()
        QApplication.processEvents()
        without = picture(window, each)
        if (found := differing_px(with_focus, without)) < SEEN_PX:
            unseen.append(f"{named(each)}: {found} px")
        if isinstance(each, QPushButton) and each.property("kind") not in UNDERLINED:
            within = with_focus.rect().adjusted(*WITHIN)
            assert differing_px(with_focus.copy(within), without.copy(within)) == 0, named(each)
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
    return window.grab(
        QRect(at, widget.size()).adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
    ).toImage()


def differing_px(one: QImage, other: QImage) -> int:
    same_kind = [each.convertToFormat(RGB) for each in (one, other)]  # as long as their bits are looked at
    return sum(map(operator.ne, *(memoryview(each.constBits()).cast("I") for each in same_kind)))


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
