"""The finishing moment."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.breaks import GUIDES, click, shown_at
from tests.ui.samples import on_break, view

from unhunch.domain.settings import Appearance
from unhunch.ui.break_window import FINISH_MS, THANKS_MS
from unhunch.ui.finish import Tile
from unhunch.ui.look import Look
from unhunch.ui.tick import Tick


def test_the_finishing_moment_says_what_was_done(open_window, wishes, qtbot):
    """It names the stretches and the next break, takes one answer, and goes by itself."""
    open_window.finish(("shoulder-roll", "neck-flexion"), 180, "stretch", 2700)
    open_window.show_view(view())
    assert open_window.isVisible()
    assert open_window.mode == "finished"
    assert open_window.finishing.summary.text() == "3 min of stretching. Next stretch in 45 min."
    done = [tile.accessibleName() for tile in open_window.finishing.findChildren(Tile)]
    assert done == ["Shoulder roll", "Neck flexion"]
    click(qtbot, open_window.finishing.answers.buttons["better"])
    assert wishes.asked == [("feel", "better")]
    assert open_window._leave.interval() == THANKS_MS
    open_window._leave.timeout.emit()
    assert not open_window.isVisible()


def test_the_answer_stays_marked(open_window, qtbot):
    """It is seen what was said, nothing else can be said, and nobody is hurried away meanwhile."""
    open_window.finish(("shoulder-roll",), 60)
    buttons = open_window.finishing.answers.buttons
    open_window.finishing.count_down(0.5)
    assert open_window.finishing.tick.share == 0.5
    click(qtbot, buttons["worse"])
    assert [feeling for feeling, button in buttons.items() if button.isChecked()] == ["worse"]
    assert not any(button.isEnabled() for button in buttons.values())
    open_window.draw()
    assert open_window.finishing.tick.share == 0


def test_each_break_asks_anew(open_window, qtbot):
    """What was said after the last break is not said about this one."""
    open_window.finish(("shoulder-roll",), 60)
    click(qtbot, open_window.finishing.answers.buttons["better"])
    open_window.show_view(on_break())
    open_window.finish(("shoulder-roll",), 60)
    buttons = open_window.finishing.answers.buttons.values()
    assert all(button.isEnabled() and not button.isChecked() for button in buttons)
    assert open_window.finishing.question.text() == "How does it feel now?"


def tick_of(motion, window):
    tick = Tick(Look(Appearance(motion=motion)), window)
    tick.resize(158, 158)
    tick.arrive()
    return tick


def test_the_mark_draws_itself(window, qtbot):
    """It grows, and keeps still once it is there."""
    tick = tick_of("full", window)
    begun = tick.grab().toImage()
    tick.settle()
    there = tick.grab().toImage()
    assert begun != there
    qtbot.wait(50)
    assert tick.grab().toImage() == there


def test_the_mark_is_there_at_once_where_movement_is_reduced(window):
    """Nothing flies then."""
    tick = tick_of("reduced", window)
    arrived = tick.grab().toImage()
    tick.settle()
    assert tick.grab().toImage() == arrived


@pytest.mark.parametrize(("size", "rows"), [((800, 1280), 2), ((1366, 768), 1), ((683, 384), 1)])
def test_many_stretches_stand_in_rows(open_window, size, rows):
    """Six stretches fit beside or above each other, whole and apart."""
    shown_at(open_window, *size)
    open_window.finish(tuple(GUIDES) * 2, 180, "stretch", 2700)
    QApplication.processEvents()
    tiles = [tile for tile in open_window.finishing.findChildren(Tile) if tile.isVisible()]
    boxes = [tile.rect().translated(tile.mapTo(open_window, tile.rect().topLeft())) for tile in tiles]
    assert len(boxes) == 6
    assert len({box.top() for box in boxes}) == rows
    for i, box in enumerate(boxes):
        assert open_window.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[i + 1 :])


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (800, 1280)])
def test_all_answers_weigh_the_same(open_window, size):
    """However long its word is, no answer has a larger button than the others."""
    shown_at(open_window, *size)
    open_window.finishing.answers.buttons["same"].setText("Much the same as it was before")
    open_window.finish(("shoulder-roll",), 60)
    QApplication.processEvents()
    assert len({button.size().toTuple() for button in open_window.finishing.answers.buttons.values()}) == 1


def test_nothing_jumps_after_the_answer(open_window, qtbot):
    """The thanks stand where the question stood."""
    open_window.finish(("shoulder-roll", "neck-flexion"), 180, "stretch", 2700)
    QApplication.processEvents()
    finishing = open_window.finishing
    before = [part.geometry() for part in (finishing.title, finishing.question, finishing.close_button)]
    click(qtbot, finishing.answers.buttons["same"])
    QApplication.processEvents()
    after = [part.geometry() for part in (finishing.title, finishing.question, finishing.close_button)]
    assert after == before


def test_the_finishing_moment_goes_without_an_answer(open_window, qtbot):
    """Nobody has to answer, and the other screens and all pictures are let go."""
    open_window.finish(("shoulder-roll",), 60)
    open_window.show_view(view())
    assert open_window._leave.interval() == FINISH_MS
    with qtbot.waitSignal(open_window.closed, timeout=100):
        open_window._leave.timeout.emit()
    assert open_window.mode == "closed"


def test_the_finishing_moment_can_be_sent_away(open_window, qtbot):
    """A click on the button closes it at once."""
    open_window.finish(("shoulder-roll",), 60)
    click(qtbot, open_window.finishing.close_button)
    assert open_window.mode == "closed"


def test_a_break_can_come_right_after(open_window):
    """A break that opens during the finishing moment takes its place."""
    open_window.finish(("shoulder-roll",), 60)
    open_window.show_view(on_break())
    assert open_window.mode == "open"
    assert not open_window.finishing.isVisible()
    assert open_window.stage.words.isVisible()
