"""The break window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from tests.ui.breaks import GUIDES, click
from tests.ui.samples import on_break, on_plain_pause, view

from unhunch.domain.settings import Appearance


def key(window, which, kind=QEvent.Type.KeyPress, repeat=False):
    event = QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "", repeat)
    (window.keyPressEvent if kind == QEvent.Type.KeyPress else window.keyReleaseEvent)(event)


def test_it_opens_and_closes_with_the_view(window):
    """The window is there while the view has a break."""
    window.show_view(on_break())
    assert window.isVisible()
    window.show_view(view())
    assert not window.isVisible()
    assert not window._frame.isActive()


def test_it_opens_without_asking_for_the_keyboard(window):
    """It is shown full screen without being activated."""
    window.show_view(on_break())
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.isFullScreen()
    assert window.geometry() == window.screen().geometry()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_it_closes_menus_that_are_open(window, qtbot):
    """They would lie over it, and have its keys and first click."""
    menu = QMenu()
    menu.addMenu("Pause").addAction("For 30 min")
    qtbot.addWidget(menu)
    menu.popup(QPoint(10, 10))
    menu.actions()[0].menu().popup(QPoint(40, 40))
    window.show_view(on_break())
    assert QApplication.activePopupWidget() is None
    assert not menu.isVisible()


def test_in_the_first_seconds_nothing_reaches_a_button(window, wishes, qtbot):
    """Clicks and keys of somebody still at work change nothing."""
    window.show_view(on_break(1, 10))
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.controls.geometry().center()
    )
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.controls.leave.geometry().center()
    )
    for which in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Escape):
        QTest.keyClick(window.windowHandle(), which)
    assert wishes.asked == []
    window.end_grace()
    middle = window.controls.mapTo(window, window.controls.pause_button.geometry().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert wishes.asked == [("pause_break",)]


def test_typing_on_keeps_the_keys_asleep(window, wishes):
    """Keys begin to mean something only after the keyboard has been still."""
    window.show_view(on_break(1, 10))
    window.end_grace()
    key(window, Qt.Key.Key_Space)
    assert wishes.asked == []
    assert window._quiet.isActive()
    window._quiet.timeout.emit()
    key(window, Qt.Key.Key_Space)
    assert wishes.asked == [("pause_break",)]


def test_every_button_is_a_wish(open_window, wishes, qtbot):
    """Repeat, back, pause, next, different, snooze and end by click."""
    for button in open_window.controls.buttons:
        click(qtbot, button)
    assert wishes.asked == [
        ("repeat",),
        ("previous_stretch",),
        ("pause_break",),
        ("next_stretch",),
        ("different_stretch",),
        ("snooze", None),
        ("end",),
    ]


def test_every_wish_has_a_key(open_window, wishes, qtbot):
    """The arrows, R, D, S and Space do what the buttons do."""
    named = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_R, Qt.Key.Key_D, Qt.Key.Key_S, Qt.Key.Key_Space)
    for which in named:
        qtbot.keyClick(open_window, which)
    assert wishes.asked == [
        ("previous_stretch",),
        ("next_stretch",),
        ("repeat",),
        ("different_stretch",),
        ("snooze", None),
        ("pause_break",),
    ]


def test_enter_presses_the_button_in_focus(open_window, wishes, qtbot):
    """Tab and Enter are enough to use every button."""
    open_window.controls.next_button.setFocus()
    qtbot.keyClick(open_window.controls.next_button, Qt.Key.Key_Return)
    assert wishes.asked == [("next_stretch",)]


def test_a_paused_break_goes_on(open_window, wishes, qtbot):
    """The pause button of a paused break resumes it, and nothing is drawn meanwhile."""
    open_window.show_view(on_break(1, 10, paused=True))
    assert open_window.controls.pause_button.text() == "Go on"
    assert open_window.controls.pause_button.accessibleName() == "Go on"
    assert not open_window._frame.isActive()
    click(qtbot, open_window.controls.pause_button)
    assert wishes.asked == [("resume_break",)]


def test_esc_held_ends_the_break(open_window, wishes):
    """Two seconds of Esc end it, and a notice shows that it counts."""
    key(open_window, Qt.Key.Key_Escape)
    key(open_window, Qt.Key.Key_Escape, repeat=True)
    assert open_window._hold.whole.interval() == 2000
    assert open_window._notice.isVisible()
    open_window._hold.whole.timeout.emit()
    assert wishes.asked == [("end",)]
    assert not open_window._notice.isVisible()


@pytest.fixture
def with_keyboard(open_window, qtbot):
    """An open window that has the keyboard."""
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    return open_window


@pytest.fixture
def ended_by_enter(with_keyboard):
    """A window whose break is over while Enter is still down."""
    QTest.keyPress(with_keyboard.windowHandle(), Qt.Key.Key_Return)
    with_keyboard.show_view(view())
    return with_keyboard


def gone(window, qtbot, timer):
    """Let the time be over, and the window go."""
    with qtbot.waitSignal(window.closed):
        timer.timeout.emit()
    assert not window.isVisible()


def test_the_keyboard_goes_back_when_the_key_is_up(ended_by_enter, wishes, qtbot):
    """A key that ended the break must not go on repeating in the next window, nor press anything here."""
    assert ended_by_enter.isVisible()
    for which in (Qt.Key.Key_Return, Qt.Key.Key_S, Qt.Key.Key_Space):
        QTest.keyPress(ended_by_enter.windowHandle(), which)
    for which in (Qt.Key.Key_Return, Qt.Key.Key_S, Qt.Key.Key_Space):
        QTest.keyRelease(ended_by_enter.windowHandle(), which)
    gone(ended_by_enter, qtbot, ended_by_enter._keys._going_up)
    assert wishes.asked == []


def test_a_key_that_stays_down_is_not_waited_for_for_ever(ended_by_enter, qtbot):
    """It may be stuck."""
    assert ended_by_enter._keys._longest.interval() == 3000
    gone(ended_by_enter, qtbot, ended_by_enter._keys._longest)


def test_a_key_is_not_waited_for_where_the_keyboard_went_elsewhere(ended_by_enter, qtbot):
    """Its release would never be told."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not ended_by_enter.isVisible())


def test_a_break_may_open_while_a_key_is_waited_for(ended_by_enter):
    """It is shown, and stays when the key is let go."""
    ended_by_enter.show_view(on_break())
    QTest.keyRelease(ended_by_enter.windowHandle(), Qt.Key.Key_Return)
    ended_by_enter._keys._going_up.timeout.emit()
    QApplication.processEvents()
    assert ended_by_enter.isVisible()
    assert ended_by_enter.mode == "open"


def test_who_held_esc_long_enough_is_told(with_keyboard, wishes, monkeypatch, qtbot):
    """What was shown stays until the key is up, and says why."""
    QTest.keyPress(with_keyboard.windowHandle(), Qt.Key.Key_Escape)
    monkeypatch.setattr(wishes, "end", lambda: with_keyboard.show_view(view()))
    with_keyboard._hold.whole.timeout.emit()
    assert with_keyboard._notice.isVisible()
    QTest.keyRelease(with_keyboard.windowHandle(), Qt.Key.Key_Escape)
    gone(with_keyboard, qtbot, with_keyboard._keys._going_up)
    with_keyboard.show_view(on_break())
    assert not with_keyboard._notice.isVisible()


def test_esc_counts_as_soon_as_the_window_listens(window, wishes):
    """Esc held on from before counts once the first seconds are over, and typing does not put it off."""
    window.show_view(on_break(1, 10))
    key(window, Qt.Key.Key_Escape)
    assert not window._hold.whole.isActive()
    window.end_grace()
    key(window, Qt.Key.Key_Escape, repeat=True)
    assert window._hold.whole.isActive()
    window._hold.whole.timeout.emit()
    assert wishes.asked == [("end",)]


def test_esc_let_go_too_soon_does_nothing(open_window, wishes):
    """Letting go stops the measuring, once it is sure that this is no repeating of the key."""
    key(open_window, Qt.Key.Key_Escape)
    key(open_window, Qt.Key.Key_Escape, QEvent.Type.KeyRelease)
    assert open_window._hold.whole.isActive()
    key(open_window, Qt.Key.Key_Escape)
    assert not open_window._hold._letting_go.isActive()
    key(open_window, Qt.Key.Key_Escape, QEvent.Type.KeyRelease)
    open_window._hold._letting_go.timeout.emit()
    assert not open_window._hold.whole.isActive()
    assert wishes.asked == []
    assert not open_window._notice.isVisible()


def test_strict_has_no_end_button(open_window):
    """A strict break shows neither end nor, without any left, snooze."""
    open_window.show_view(on_break(1, 10, strict=True, snoozes_left=0))
    assert not open_window.controls.end_button.isVisible()
    assert not open_window.controls.snooze_button.isVisible()


def test_it_tells_name_side_step_and_rest(open_window):
    """Name, side, words, what comes next and the time left are all said."""
    name, side, step, _ = open_window.stage.words._told
    assert name == "Neck flexion"
    assert side == "Your right"
    assert "right shoulder" in step
    assert open_window.stage.coming._told[1] == "Overhead arm reach"
    assert open_window.stage.progress.accessibleDescription() == "Stretch 2 of 3, 1:50 left"


def test_the_last_stretch_has_no_next(open_window):
    """Nothing is announced after the last stretch."""
    open_window.show_view(on_break(2, 3))
    assert open_window.stage.coming.accessibleName() == ""


def test_the_ring_counts_a_hold_down(open_window, clock):
    """In a hold the seconds go down and the breath is cued."""
    steps = GUIDES["overhead-reach"].form.steps
    at = next(i for i, step in enumerate(steps) if step.hold_s >= 3)
    starts_s = sum(step.move_s + step.hold_s for step in steps[:at]) + steps[at].move_s
    open_window.show_view(on_break(2, starts_s + 0.5))
    first = int(open_window.stage.ring._told[1])
    assert first == int(steps[at].hold_s)
    assert open_window.stage.ring._told[2] == "Breathe in"
    clock.now_s += 3
    open_window.draw()
    assert int(open_window.stage.ring._told[1]) == first - 3


def test_a_hold_to_come_is_told_softly(open_window):
    """On the way into a hold its seconds stand in soft ink: they do not count yet."""
    ring = open_window.stage.ring
    ring.tell(0.0, "20", "Move slowly", breath=None, still=False)
    to_come = ring.grab().toImage()
    ring.tell(0.001, "20", "Move slowly", breath=None, still=False)
    assert ring.grab().toImage() == to_come
    ring.tell(0.01, "20", "Move slowly", breath=None, still=False)
    assert ring.grab().toImage() != to_come


def test_a_plain_pause_is_calm(window):
    """An eye break shows words and a ring, and no figure."""
    window.show_view(on_plain_pause())
    assert window.calm.isVisible()
    assert "far away" in window.calm.words.text()
    assert not window.stage.isVisible()
    assert not window.controls.next_button.isVisible()
    assert window.calm.ring._told[1] == "12"


def test_card_size_leaves_the_desktop_to_be_seen(window):
    """In card size the window stands in the middle of the screen's free area."""
    window.set_appearance(Appearance(break_window="card"))
    window.show_view(on_break())
    free = window.screen().availableGeometry()
    assert free.contains(window.geometry())
    assert window.width() < free.width()
    assert not window.isFullScreen()


def test_a_card_keeps_its_round_corners_before_a_landscape(window):
    """The hills of a plain pause end at the card's edge, as every other ground does."""
    window.set_appearance(Appearance(break_window="card"))
    window.show_view(on_plain_pause())
    picture = window.grab().toImage()
    last = picture.height() - 1
    assert picture.pixelColor(0, last).alpha() == 0
    assert picture.pixelColor(60, last - 3).alpha() == 255


def test_the_doctor_is_one_click_away(open_window, qtbot):
    """The page about doctors can be asked for from every break."""
    with qtbot.waitSignal(open_window.doctor_requested, timeout=100):
        click(qtbot, open_window.notes.doctor_button)
