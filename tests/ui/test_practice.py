"""Trying one stretch outside of any break."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.library import STRETCHES
from tests.ui.samples import FakeClock as Clock

from unhunch.domain.settings import Settings
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look
from unhunch.ui.practice import Practice

STRETCH = "neck-flexion"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def practice(qtbot: QtBot, clock: Clock) -> Iterator[Practice]:
    look = Look()
    made = Practice(look, Gallery(look, STRETCHES.get), clock, Settings(), STRETCH)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.end()


def test_it_opens_with_the_one_stretch(practice: Practice) -> None:
    """The window of a break, with nothing else in it."""
    assert practice.window.mode == "open"
    assert practice.window.isVisible()


def test_it_runs_to_its_end_and_says_what_was_done(practice: Practice, clock: Clock) -> None:
    """When its time is over comes the finishing moment."""
    clock.now_s += 600
    practice._woke()
    assert practice.window.mode == "finished"


def test_it_can_be_paused_and_goes_on_where_it_stood(practice: Practice, clock: Clock) -> None:
    """A pause stops its time."""
    practice.pause_break()
    clock.now_s += 200
    practice.resume_break()
    assert practice.window.mode == "open"


def test_ending_it_closes_the_window(practice: Practice, qtbot: QtBot) -> None:
    """Whoever stops early wants to be gone."""
    with qtbot.waitSignal(practice.ended, timeout=1000):
        practice.end()
    assert practice.window.mode == "closed"


def test_a_break_has_the_screen_for_itself(practice: Practice, clock: Clock, qtbot: QtBot) -> None:
    """What was only tried makes room, in its last moment too."""
    clock.now_s += 600
    practice._woke()
    with qtbot.waitSignal(practice.ended, timeout=1000):
        practice.give_way()
    assert practice.window.mode == "closed"
    assert not practice._alarm.isActive()


def test_the_figure_follows_the_theme(practice: Practice) -> None:
    """Also when it changes meanwhile."""
    practice._gallery._start_over()
    assert practice.window.stage.figure._artist is practice._gallery.artist


def test_an_unknown_stretch_is_an_error_of_the_caller(clock: Clock) -> None:
    """The library offers only what it can show."""
    look = Look()
    with pytest.raises(KeyError):
        Practice(look, Gallery(look, STRETCHES.get), clock, Settings(), "bogus")
