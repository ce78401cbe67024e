"""The two questions in the corner."""

import pytest
from PySide6.QtCore import Qt

from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.asking import Asking


@pytest.fixture
def asking(look, wishes, qtbot):
    made = Asking(look, wishes)
    qtbot.addWidget(made)
    return made


def answer(qtbot, asking, start):
    button = next(button for button in asking.buttons if button.text().startswith(start))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("start", "changes"),
    [
        ("Too often: make it every 1 h", {"rhythm.stretch.every_min": 60.0}),
        ("Badly timed", {"timing.gap_s": 10.0, "timing.gap_max_s": 300.0}),
        ("Too long", {"rhythm.stretch.stretches": 2}),
    ],
)
def test_every_change_is_one_click_away(asking, wishes, qtbot, start, changes):
    """Each answer changes the setting it names, to a value that is accepted, and closes the card."""
    asking.ask_what_suits("stretch", Settings())
    answer(qtbot, asking, start)
    assert wishes.asked == [("change_settings", changes)]
    assert with_changes(Settings(), changes) != Settings()
    assert not asking.isVisible()


def test_it_is_as_high_as_its_words(asking):
    """Nothing is drawn apart where they need one line."""
    asking.remind_of_pause()
    assert asking.height() == asking.heightForWidth(asking.width())


def test_leaving_all_as_it_is_changes_nothing(asking, wishes, qtbot):
    """Nobody has to change anything."""
    asking.ask_what_suits("stretch", Settings())
    answer(qtbot, asking, "It is fine")
    assert wishes.asked == []
    assert not asking.isVisible()


def test_only_changes_that_are_possible_are_offered(asking):
    """A plain pause cannot have a stretch less, and nothing comes less often than every eight hours."""
    asking.ask_what_suits("eyes", with_changes(Settings(), {"rhythm.eyes.every_min": 480}))
    assert [button.text() for button in asking.buttons] == [
        "Badly timed: wait longer for a pause in my work",
        "It is fine as it is",
    ]


def test_a_rhythm_that_is_gone_is_not_asked_about(asking):
    """Nothing shows for a rhythm that was taken away meanwhile."""
    asking.ask_what_suits("tea", Settings())
    assert not asking.isVisible()


def test_a_refused_change_is_told(asking, wishes, qtbot):
    """Where the change cannot be made the card says why."""
    wishes.problem = "The settings file cannot be written."
    asking.ask_what_suits("stretch", Settings())
    answer(qtbot, asking, "Too long")
    assert asking.isVisible()
    assert asking.text.text() == "The settings file cannot be written."


def test_a_long_pause_is_reminded_of(asking, wishes, qtbot):
    """The card offers to resume; unanswered it goes by itself and the pause stays."""
    asking.remind_of_pause()
    asking._stays.timeout.emit()
    assert not asking.isVisible()
    assert wishes.asked == []
    asking.remind_of_pause()
    answer(qtbot, asking, "Resume")
    assert wishes.asked == [("resume",)]
