"""The old fades into the new."""

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from tests.ui.breaks import break_window, shown_at
from tests.ui.samples import on_break, view

from unhunch.domain.settings import Appearance
from unhunch.ui.crossfade import Crossfade
from unhunch.ui.look import Look


@pytest.fixture
def sheet(qtbot):
    """A red window."""
    made = QLabel()
    qtbot.addWidget(made)
    made.setStyleSheet("background: #ff0000;")
    made.resize(60, 40)
    made.show()
    qtbot.waitUntil(made.windowHandle().isExposed)
    return made


def test_the_old_is_seen_until_it_has_faded(sheet, look, qtbot):
    """At first the old covers the new, in the end it is gone."""
    fade = Crossfade(look, sheet)
    fade.begin(sheet.rect())
    sheet.setStyleSheet("background: #0000ff;")
    assert sheet.grab().toImage().pixelColor(30, 20).red() > 200
    qtbot.waitUntil(lambda: not fade.isVisible())
    assert sheet.grab().toImage().pixelColor(30, 20) == QColor("#0000ff")


def test_it_fades_from_the_moment_the_new_is_painted(sheet, look, qtbot):
    """However long the first picture of the new takes, the old does not jump."""
    fade = Crossfade(look, sheet)
    fade.begin(sheet.rect())
    assert fade._share.state() != QAbstractAnimation.State.Running
    qtbot.waitUntil(lambda: fade._share.state() == QAbstractAnimation.State.Running)
    fade.stop()


def test_what_fades_already_goes_on(sheet, look):
    """A smaller part that changes within it does not cut the fading short."""
    fade = Crossfade(look, sheet)
    fade.begin(sheet.rect())
    fade.begin(sheet.rect().adjusted(10, 10, -10, -10))
    assert fade.geometry() == sheet.rect()
    fade.stop()


def test_nothing_fades_where_movement_is_reduced(sheet):
    """The new is there at once."""
    fade = Crossfade(Look(Appearance(motion="reduced")), sheet)
    fade.begin(sheet.rect())
    assert not fade.isVisible()


def test_the_next_stretch_fades_in(open_window, qtbot):
    """All that a stretch shows fades; the bar over it goes on, and the buttons stay."""
    qtbot.waitUntil(open_window.windowHandle().isExposed)
    open_window.show_view(on_break(2, 0))
    fading = open_window._crossfade
    assert fading.isVisible()
    assert fading.geometry().contains(open_window.stage.figure.geometry())
    assert fading.geometry().contains(open_window.notes.caution.geometry())
    assert not fading.geometry().intersects(open_window.stage.progress.geometry())
    assert not fading.geometry().intersects(open_window.controls.geometry())
    fading.stop()


def test_the_next_words_fade_in(open_window, clock, qtbot):
    """In the middle of a stretch only its words fade."""
    shown_at(open_window, 1366, 768)
    open_window._crossfade.stop()
    before = open_window.stage.words.accessibleDescription()
    for _ in range(60):
        clock.now_s += 0.5
        open_window.draw()
        if open_window.stage.words.accessibleDescription() != before:
            break
    assert open_window._crossfade.geometry() == open_window.stage.words.geometry()
    assert open_window._crossfade.isVisible()


def test_a_break_that_opens_does_not_fade_from_the_last_one(look, wishes, clock, qtbot):
    """What was shown before the window closed is forgotten."""
    window = break_window(look, wishes, clock)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    window.show_view(view())
    window.show_view(on_break(0, 10))
    assert not window._crossfade.isVisible()
    window.show_view(view())


def test_closing_ends_the_fading(open_window, qtbot):
    """Nothing runs on in a window that is gone."""
    qtbot.waitUntil(open_window.windowHandle().isExposed)
    open_window.show_view(on_break(2, 0))
    open_window.show_view(view())
    assert not open_window._crossfade.isVisible()
