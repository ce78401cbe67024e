"""The nudge card."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.samples import view, warned

from unhunch.ui.card import Card


@pytest.fixture
def card(look, wishes, clock, qtbot):
    made = Card(look, wishes, clock)
    qtbot.addWidget(made)
    return made


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_card_comes_and_goes_with_the_view(card):
    """It shows while the view has a card."""
    card.show_view(warned())
    assert card.isVisible()
    card.show_view(view())
    assert not card.isVisible()
    assert not card._tick.isActive()


def test_it_asks_for_no_focus(card):
    """Neither the window nor a button in it can take the keyboard."""
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    for button in (card.start_button, card.snooze_button, card.short_button, card.skip_button):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_long_name_makes_it_no_wider(card):
    """That of a stretch or break of one's own takes a second line, and is cut after it."""
    card.show_view(warned(), "mine", "Neck flexion")
    width, height = card.width(), card.height()
    card.show_view(
        warned(), "mine", "Brustwirbelsäulenstreckung im Vierfüßlerstand mit Handgelenkdehnung und Pausen"
    )
    assert card.width() == width
    assert card.height() <= height + card.fontMetrics().height()
    assert card._coming.text().endswith("…")
    card.show_view(warned(rhythm="Mittagessenspausenerinnerung im Stadtpark"), "mine", "Neck flexion")
    assert card.width() == width


def test_it_stands_in_the_corner_of_the_screen(card):
    """The card lies wholly within the screen's free area, at the lower right."""
    card.show_view(warned())
    free = card.screen().availableGeometry()
    assert free.contains(card.geometry())
    assert card.geometry().bottomRight() == free.bottomRight()


def test_it_counts_down(card, clock):
    """Words and ring follow the clock to the due time."""
    card.show_view(warned(due_in_s=60))
    assert card._line.text() == "Starts in 60 s"
    clock.now_s += 45
    card._tick.timeout.emit()
    assert card._line.text() == "Starts in 15 s"
    assert card._dial._share == pytest.approx(0.75)


def test_it_says_that_it_waits_for_a_gap(card):
    """Once due it says what it waits for, and ticks no more."""
    card.show_view(warned(due_in_s=-3, waiting_for=("gap",)))
    assert card._line.text() == "Starts when you pause typing"
    assert not card._tick.isActive()


def test_the_three_answers(card, wishes, qtbot):
    """Start now, snooze and skip by click."""
    card.show_view(warned())
    assert card.snooze_button.text() == "Snooze 5 min"
    for button in (card.start_button, card.snooze_button, card.skip_button):
        click(qtbot, button)
    assert wishes.asked == [("start", False), ("snooze", None), ("skip",)]


def test_without_snoozes_it_offers_one_stretch(card, wishes, qtbot):
    """When none are left the short version stands where snooze was."""
    card.show_view(warned(snoozes_left=0))
    assert not card.snooze_button.isVisible()
    click(qtbot, card.short_button)
    assert wishes.asked == [("start", True)]


def test_strict_hides_skip(card):
    """A strict rhythm cannot be skipped."""
    card.show_view(warned(strict=True))
    assert not card.skip_button.isVisible()
    assert card.start_button.isVisible()


def test_it_names_the_first_stretch(card):
    """The first stretch is named where it is known."""
    card.show_view(warned(), "neck-flexion", "Neck flexion")
    assert card._coming.text() == "First: Neck flexion"
    card.show_view(warned())
    assert not card._coming.isVisible()
