"""The break window."""

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.samples import on_break, on_plain_pause, view

from unhunch.domain.settings import Appearance
from unhunch.domain.stretch import parse
from unhunch.figure.motion import Motion
from unhunch.resources import resources_dir
from unhunch.ui.break_window import FINISH_MS, THANKS_MS, BreakWindow
from unhunch.ui.distance import landscape
from unhunch.ui.finish import Tile
from unhunch.ui.guide import Guide
from unhunch.ui.palette import contrast


def guide(stretch_id):
    text = (resources_dir() / "stretches" / f"{stretch_id}.toml").read_text(encoding="utf-8")
    stretch = parse(stretch_id, text)
    form = stretch.forms[0]
    return Guide(stretch, form, Motion.from_mapping(form.motion))


GUIDES = {name: guide(name) for name in ("shoulder-roll", "neck-flexion", "overhead-reach")}


@pytest.fixture
def window(look, wishes, clock, qtbot):
    made = BreakWindow(look, wishes, clock, guides=GUIDES.get, stills=lambda *_: None)
    qtbot.addWidget(made)
    yield made
    made.show_view(view())


@pytest.fixture
def open_window(window):
    """The window, open on the second of three stretches, with its first seconds over."""
    window.show_view(on_break(1, 10))
    window.end_grace()
    window.wake_keys()
    return window


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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


@pytest.mark.parametrize("size", [(587, 330), (683, 384), (700, 900), (1366, 768)])
def test_no_button_is_cut(open_window, size):
    """However small the window is, a card on a small screen at 200 % included."""
    open_window.setWindowState(Qt.WindowState.WindowNoState)
    open_window.resize(*size)
    QApplication.processEvents()
    for button in open_window.controls.buttons:
        if button.isVisible():
            assert button.parentWidget().rect().contains(button.geometry()), button.accessibleName()
            assert button.height() >= button.sizeHint().height()


def shown_at(window, *size):
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    QApplication.processEvents()


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (800, 1280)])
def test_all_buttons_speak_in_one_size(open_window, size):
    """Both rows have the same type, and their words, on a small screen at 200 % too."""
    shown_at(open_window, *size)
    visible = [button for button in open_window.controls.buttons if button.isVisible()]
    assert all(button.text() for button in visible)
    assert len({button.font().pixelSize() for button in visible}) == 1


def test_small_type_stays_legible(open_window):
    """On a small screen at 200 % caution, link and the finishing moment have type of at least 11 px."""
    shown_at(open_window, 683, 384)
    assert open_window.caution.font().pixelSize() >= 11
    assert open_window.doctor_button.font().pixelSize() >= 11
    open_window.finish(("shoulder-roll",), 60)
    QApplication.processEvents()
    finishing = open_window.finishing
    for part in (finishing.summary, finishing.question, finishing.close_button):
        assert part.font().pixelSize() >= 11


def test_the_keys_are_told_while_they_do_something(window, qtbot):
    """Each button has its key under it, from when keys mean something until they go to another window."""
    window.show_view(on_break(1, 10))
    silent = window.grab(window.controls.geometry()).toImage()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.end_grace()
    window.wake_keys()
    told = window.grab(window.controls.geometry()).toImage()
    assert told != silent
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.grab(window.controls.geometry()).toImage() == told
    window.isActiveWindow = lambda: False
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.grab(window.controls.geometry()).toImage() == silent
    for button in window.controls.buttons:
        assert f"({button.accessibleDescription()})" in button.toolTip()


def test_tab_comes_to_the_buttons_first(open_window):
    """The keyboard's way begins at what steers the break; the link about doctors is its last stop."""
    order, at = [], open_window.controls.back_button
    while at not in order:
        order.append(at)
        at = at.nextInFocusChain()
    steers = [widget for widget in order if widget in open_window.controls.buttons]
    assert steers == list(open_window.controls.buttons)
    assert order.index(steers[-1]) < order.index(open_window.doctor_button)


def test_the_links_focus_frame_covers_no_words(open_window):
    """The caution ends above the frame around the link about doctors."""
    for size in ((683, 384), (1366, 768), (800, 1280)):
        shown_at(open_window, *size)
        assert not open_window.caution.geometry().intersects(open_window.doctor_button.geometry())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_can_be_read_over_the_hills(window, look, theme):
    """Over the landscape of a plain pause the link reaches a contrast of 4.5, and buttons have a ground."""
    look.set_appearance(Appearance(theme=theme))
    window.show_view(on_plain_pause())
    hills = landscape(look.theme, QSize(300, 200), 1.0).toImage()
    tones = {hills.pixelColor(x, y).name() for x in range(0, 300, 5) for y in range(120, 200)}
    assert f"color: {look.theme.ink}" in window.doctor_button.styleSheet()
    assert min(contrast(look.theme.ink, tone) for tone in tones) >= 4.5
    for button in (window.controls.snooze_button, window.controls.end_button):
        assert button.property("kind") == ""
    window.show_view(on_break())
    assert window.controls.end_button.property("kind") == "quiet"


def test_it_opens_without_asking_for_the_keyboard(window):
    """It is shown full screen without being activated."""
    window.show_view(on_break())
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.isFullScreen()
    assert window.geometry() == window.screen().geometry()


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
    """Back, repeat, pause, next, different, snooze and end by click."""
    for button in open_window.controls.buttons:
        click(qtbot, button)
    assert wishes.asked == [
        ("previous_stretch",),
        ("repeat",),
        ("pause_break",),
        ("next_stretch",),
        ("different_stretch",),
        ("snooze", None),
        ("end",),
    ]


def test_every_wish_has_a_key(open_window, wishes, qtbot):
    """The arrows, R, S and Space do what the buttons do."""
    for which in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_R, Qt.Key.Key_S, Qt.Key.Key_Space):
        qtbot.keyClick(open_window, which)
    assert wishes.asked == [
        ("previous_stretch",),
        ("next_stretch",),
        ("repeat",),
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


def test_a_plain_pause_is_calm(window):
    """An eye break shows words and a ring, and no figure."""
    window.show_view(on_plain_pause())
    assert window.calm.isVisible()
    assert "far away" in window.calm.words.text()
    assert not window.stage.isVisible()
    assert not window.controls.next_button.isVisible()
    assert window.calm.ring._told[1] == "12"


def test_the_finishing_moment_says_what_was_done(open_window, wishes, qtbot):
    """It names the stretches and the next break, takes one answer, and goes by itself."""
    open_window.finish(("shoulder-roll", "neck-flexion"), 180, "stretch", 2700)
    open_window.show_view(view())
    assert open_window.isVisible()
    assert open_window.mode == "finished"
    assert open_window.finishing.summary.text() == "3 min of stretching. Next stretch in 45 min."
    done = [tile.accessibleName() for tile in open_window.finishing.findChildren(Tile)]
    assert done == ["Shoulder roll", "Neck flexion"]
    click(qtbot, open_window.finishing.buttons["better"])
    assert wishes.asked == [("feel", "better")]
    assert open_window._leave.interval() == THANKS_MS
    open_window._leave.timeout.emit()
    assert not open_window.isVisible()


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


def test_nothing_jumps_after_the_answer(open_window, qtbot):
    """The thanks stand where the question stood."""
    open_window.finish(("shoulder-roll", "neck-flexion"), 180, "stretch", 2700)
    QApplication.processEvents()
    finishing = open_window.finishing
    before = [part.geometry() for part in (finishing.title, finishing.question, finishing.close_button)]
    click(qtbot, finishing.buttons["same"])
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


def test_card_size_leaves_the_desktop_to_be_seen(window):
    """In card size the window stands in the middle of the screen's free area."""
    window.set_appearance(Appearance(break_window="card"))
    window.show_view(on_break())
    free = window.screen().availableGeometry()
    assert free.contains(window.geometry())
    assert window.width() < free.width()
    assert not window.isFullScreen()


def test_the_doctor_is_one_click_away(open_window, qtbot):
    """The page about doctors can be asked for from every break."""
    with qtbot.waitSignal(open_window.doctor_requested, timeout=100):
        click(qtbot, open_window.doctor_button)
