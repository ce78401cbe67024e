"""The welcome pages, clicked through as a person would."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from tests.library import STRETCHES
from tests.ui.samples import FakeWishes

from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look
from unhunch.ui.welcome import TRIED, Welcome


@pytest.fixture
def wishes() -> FakeWishes:
    return FakeWishes()


@pytest.fixture
def welcome(qtbot: QtBot, wishes: FakeWishes) -> Iterator[Welcome]:
    look = Look()
    window = Welcome(look, wishes, Gallery(look, STRETCHES.get), STRETCHES.values(), Settings())
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def changes(wishes: FakeWishes) -> list[dict[str, object]]:
    return [asked[1] for asked in wishes.asked if asked[0] == "change_settings"]


def test_it_begins_with_the_settings_there_are(welcome: Welcome) -> None:
    """The defaults are the balanced preset and standing."""
    assert [name for name, card in welcome.presets.items() if card.isChecked()] == ["balanced"]
    assert [name for name, card in welcome.places.items() if card.isChecked()] == ["standing"]
    assert not any(chip.isChecked() for chip in welcome.careful.values())


def test_each_answer_applies_at_once(welcome: Welcome, wishes: FakeWishes) -> None:
    """Preset, place and care each change their settings."""
    welcome.presets["achy"].click()
    welcome.next_button.click()
    welcome.places["floor"].click()
    welcome.careful["knees"].click()
    assert changes(wishes) == [
        {"rhythm.stretch.every_min": 30.0},
        {"stretches.standing": True, "stretches.floor_space": True},
        {"stretches.careful": ["knees"]},
    ]


def test_it_says_what_care_leaves_out(welcome: Welcome) -> None:
    """With room on the floor and sore knees, something is left out or gentler, and the number is said."""
    welcome.go_to(1)
    welcome.places["floor"].click()
    welcome.careful["knees"].click()
    assert any(character.isdigit() for character in welcome._outcome.text())
    welcome.careful["knees"].click()
    assert welcome._outcome.text() == ""


def test_all_conditions_can_be_reached(welcome: Welcome) -> None:
    """No chip is cut off, in the window's own size."""
    welcome.go_to(1)
    for chip in welcome.careful.values():
        assert chip.isVisible()
        assert chip.visibleRegion().boundingRect() == chip.rect()


def test_next_and_back_and_done(welcome: Welcome) -> None:
    """Three pages forth, one back, and Done closes."""
    welcome.next_button.click()
    welcome.next_button.click()
    assert welcome.pages.currentIndex() == 2
    welcome.back_button.click()
    assert welcome.pages.currentIndex() == 1
    welcome.next_button.click()
    welcome.next_button.click()
    assert not welcome.isVisible()


def test_skipping_it_counts_as_seen(welcome: Welcome, wishes: FakeWishes) -> None:
    """It does not come again by itself."""
    welcome.skip_button.click()
    assert not welcome.isVisible()
    assert changes(wishes) == [{"welcome.done": True}]


def test_trying_one_is_asked_for(welcome: Welcome, qtbot: QtBot) -> None:
    """The last page offers a stretch that needs nothing."""
    welcome.go_to(2)
    with qtbot.waitSignal(welcome.try_requested) as asked:
        welcome.try_button.click()
    assert asked.args == [TRIED]


def test_it_works_by_keyboard(welcome: Welcome, qtbot: QtBot) -> None:
    """Space chooses the card that has the focus."""
    card = welcome.presets["light"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()


def test_a_refused_answer_is_said(qtbot: QtBot) -> None:
    """A settings file that cannot be written is told, and the card goes back."""
    look = Look()
    wishes = FakeWishes(problem="The settings cannot be written.")
    window = Welcome(look, wishes, Gallery(look, STRETCHES.get), STRETCHES.values(), Settings())
    qtbot.addWidget(window)
    window.show()
    window.presets["achy"].click()
    assert window.problem.text() == "The settings cannot be written."
    assert window.problem.isVisible()  # on the page that was answered
    assert [name for name, card in window.presets.items() if card.isChecked()] == ["balanced"]
    window.careful["neck"].click()
    assert not window.careful["neck"].isChecked()
    wishes.problem = None
    window.presets["achy"].click()
    assert not window.problem.isVisible()
    window.close()


def test_settings_that_are_none_of_the_presets_choose_none(welcome: Welcome) -> None:
    """As when the file is changed while the welcome is open."""
    welcome.set_settings(with_changes(Settings(), {"rhythm.stretch.every_min": 37}))
    assert not any(card.isChecked() for card in welcome.presets.values())


def test_the_figure_moves_once_and_then_rests(welcome: Welcome) -> None:
    """Left open, the window keeps nothing busy; another page moves again."""
    assert welcome._tick.isActive()
    welcome._since = LongAgo()  # type: ignore[assignment]
    welcome._draw()
    assert not welcome._tick.isActive()
    welcome._since = QElapsedTimer()
    welcome.go_to(1)
    assert welcome._tick.isActive()


class LongAgo:
    def elapsed(self) -> int:
        return 3_600_000


def test_it_fits_a_small_screen(welcome: Welcome) -> None:
    """On a small screen at 200 % the pages scroll, and the buttons stay in sight."""
    welcome.resize(683, 336)
    QCoreApplication.processEvents()
    assert welcome.minimumSizeHint().height() <= 336
    for page in range(3):
        welcome.go_to(page)
        QCoreApplication.processEvents()
        area = welcome.pages.currentWidget()
        assert isinstance(area, QScrollArea)
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
        assert welcome.rect().contains(welcome.next_button.geometry())
