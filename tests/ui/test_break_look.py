"""What the break window looks like: sizes of type, buttons and their keys, contrast, the keyboard's way."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.breaks import GUIDES, shown_at
from tests.ui.samples import on_break, on_plain_pause, view

from unhunch.domain.settings import Appearance
from unhunch.ui.break_layout import UNDER_RING
from unhunch.ui.break_window import BreakWindow
from unhunch.ui.distance import landscape
from unhunch.ui.finish import Tile
from unhunch.ui.guide import Guide
from unhunch.ui.hold_ring import HoldRing
from unhunch.ui.lines import TIP_LETTERS
from unhunch.ui.look import Look
from unhunch.ui.palette import contrast


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


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (800, 1280)])
def test_all_buttons_speak_in_one_size(open_window, size):
    """Both rows have the same type, and their words, on a small screen at 200 % too."""
    shown_at(open_window, *size)
    visible = [button for button in open_window.controls.buttons if button.isVisible()]
    assert all(button.text() for button in visible)
    assert len({button.font().pixelSize() for button in visible}) == 1


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (2560, 1080)])
@pytest.mark.parametrize("can_differ", [False, True])
def test_pause_stands_under_the_figure(open_window, size, can_differ):
    """What stops the break is in the middle, however many buttons stand on either side of it."""
    open_window.show_view(on_break(1, 10, can_differ=can_differ))
    shown_at(open_window, *size)
    button = open_window.controls.pause_button
    middle = open_window.controls.mapTo(open_window, button.geometry().center())
    assert abs(middle.x() - open_window.stage.figure.geometry().center().x()) <= 2


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (2560, 1080)])
def test_the_link_stands_in_line_with_the_buttons(open_window, size):
    """What is beside the buttons has its middle at their height."""
    shown_at(open_window, *size)
    button = open_window.controls.pause_button
    middle = open_window.controls.mapTo(open_window, button.geometry().center())
    assert abs(open_window.notes.doctor_button.geometry().center().y() - middle.y()) <= 1


def test_small_type_stays_legible(open_window):
    """On a small screen at 200 %, caution, link, notice and the finishing moment have 11 px or more."""
    shown_at(open_window, 683, 384)
    assert open_window.notes.caution.font().pixelSize() >= 11
    assert open_window.notes.doctor_button.font().pixelSize() >= 11
    open_window._notice.show_share(0.5, open_window._places.unit)
    assert open_window._notice._font().pixelSize() >= 11
    open_window._notice.show_share(0, open_window._places.unit)
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
    order, at = [], open_window.controls.buttons[0]
    while at not in order:
        order.append(at)
        at = at.nextInFocusChain()
    steers = [widget for widget in order if widget in open_window.controls.buttons]
    assert steers == list(open_window.controls.buttons)
    assert order.index(steers[-1]) < order.index(open_window.notes.doctor_button)


def test_the_links_focus_frame_covers_no_words(open_window):
    """The caution ends above the frame around the link about doctors."""
    for size in ((683, 384), (1366, 768), (800, 1280)):
        shown_at(open_window, *size)
        assert not open_window.notes.caution.geometry().intersects(open_window.notes.doctor_button.geometry())


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_can_be_read_over_the_hills(window, look, theme):
    """Over the landscape of a plain pause the link reaches a contrast of 4.5, and buttons have a ground."""
    look.set_appearance(Appearance(theme=theme))
    window.show_view(on_plain_pause())
    hills = landscape(look.theme, QSize(300, 200), 1.0).toImage()
    tones = {hills.pixelColor(x, y).name() for x in range(0, 300, 5) for y in range(120, 200)}
    assert f"color: {look.theme.ink}" in window.notes.doctor_button.styleSheet()
    assert min(contrast(look.theme.ink, tone) for tone in tones) >= 4.5
    for button in (window.controls.snooze_button, window.controls.end_button):
        assert button.property("kind") == ""
    window.show_view(on_break())
    assert window.controls.end_button.property("kind") == "quiet"


def test_the_keys_follow_their_buttons(open_window, monkeypatch):
    """Where buttons move in their row the keys under them are painted anew, and none of the old is left."""
    QApplication.processEvents()
    painted = []
    monkeypatch.setattr(open_window.controls, "update", lambda: painted.append(True))
    open_window.controls.next_button.setText("Next of all")
    QApplication.processEvents()
    assert painted


@pytest.mark.parametrize("size", [(683, 384), (1366, 768), (800, 1280)])
def test_the_word_to_breathe_by_stands_clear_of_the_ring(open_window, size):
    """It is under the ring, large, and neither the ring nor the disc that breathes runs through it."""
    shown_at(open_window, *size)
    ring = open_window.stage.ring
    ring.tell(0.5, "20", "", breath=1.0, still=False)
    silent = ring.grab().toImage()
    ring.tell(0.5, "20", "Breathe out", breath=1.0, still=False)
    told = ring.grab().toImage()
    rows = [
        any(told.pixel(x, y) != silent.pixel(x, y) for x in range(told.width())) for y in range(told.height())
    ]
    first, last = rows.index(True), len(rows) - 1 - rows[::-1].index(True)
    diameter = ring.height() / (1 + UNDER_RING)
    assert diameter <= first
    assert last < ring.height() - 1
    assert last - first >= 0.08 * diameter


def test_the_link_stays_whole_where_nothing_stands_beside_it(open_window):
    """In an upright window the buttons are below the link about doctors, and it needs one line."""
    shown_at(open_window, 1080, 1920)
    assert "\n" not in open_window.notes.doctor_button.text()


def is_cut(widget):
    """Whether letters go on beyond the right edge: there is ink at it."""
    picture = widget.grab().toImage()
    return len({picture.pixel(picture.width() - 1, y) for y in range(picture.height())}) > 1


@pytest.mark.parametrize("size", [(911, 512), (1093, 614), (1366, 768), (1920, 1080), (800, 1280)])
def test_signs_stand_in_the_middle_of_their_buttons(open_window, size):
    """As many px over a sign as under it: one of another parity than its button stands too high."""
    shown_at(open_window, *size)
    for button in open_window.controls.buttons:
        if button.isVisible() and not button.icon().isNull():
            assert (button.height() - button.iconSize().height()) % 2 == 0, button.text()


def changed_guides(**fields):
    """Guides to stretches with other words: those of somebody's own."""
    return {
        known: Guide(msgspec.structs.replace(guide.stretch, **fields), guide.form, guide.motion)
        for known, guide in GUIDES.items()
    }


@pytest.mark.parametrize("size", [(587, 330), (1366, 768), (800, 1280)])
def test_a_long_caution_leaves_room_for_what_to_do(look, wishes, clock, qtbot, size):
    """It is cut where they would have less than half of their room, and whole in its tooltip."""
    caution = "Stop at sharp or spreading pain, tingling or dizziness. " * 20
    guides = changed_guides(caution=caution)
    window = BreakWindow(look, wishes, clock, guides=guides.get, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    shown_at(window, *size)
    assert window.stage.words.height() > window._places.words.height() / 2
    assert window.stage.words.geometry().bottom() < window.notes.caution.y()
    assert window.notes.caution.text().endswith("…")
    assert window.notes.caution.accessibleName() == caution
    lines = window.notes.caution.toolTip().split("\n")
    assert " ".join(lines) == caution.strip()
    assert max(map(len, lines)) <= TIP_LETTERS  # Qt does not wrap it, and the screen would cut it
    window.show_view(view())
    window.close()


@pytest.mark.parametrize("size", [(587, 330), (1366, 768), (800, 1280)])
def test_a_name_of_one_long_word_is_not_cut(look, wishes, clock, qtbot, size):
    """A stretch of one's own may have a name wider than its column: beside the figure, as the next one, and
    among those that were done.
    """
    long = changed_guides(name="Brustwirbelsäulenstreckungsübung")
    window = BreakWindow(look, wishes, clock, guides=long.get, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    shown_at(window, *size)
    assert not is_cut(window.stage.words)
    assert not is_cut(window.stage.coming)
    window.finish(tuple(long), 180.0)
    QApplication.processEvents()
    assert not any(map(is_cut, window.finishing.findChildren(Tile)))
    window.show_view(view())
    window.close()


@pytest.mark.parametrize("size", [(587, 330), (688, 516), (1366, 768)])
def test_a_long_word_in_a_caution_is_not_cut(look, wishes, clock, qtbot, size):
    """It gets a hyphen where it is wider than its column."""
    long = changed_guides(caution="Schultergelenksüberbeweglichkeitsbeschwerden")
    window = BreakWindow(look, wishes, clock, guides=long.get, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    shown_at(window, *size)
    caution = window.notes.caution
    wide = caution.fontMetrics().horizontalAdvance
    assert max(map(wide, caution.text().split("\n"))) <= caution.width()
    assert caution.toolTip() == ""
    window.show_view(view())
    window.close()


@pytest.mark.parametrize("size", [(587, 330), (683, 384), (1366, 768)])
def test_no_line_of_the_next_name_is_cut_below(look, wishes, clock, qtbot, size):
    """A name has as many lines as there is room for, with a sign where there are more."""
    long = changed_guides(name="Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas")
    window = BreakWindow(look, wishes, clock, guides=long.get, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    shown_at(window, *size)
    picture = window.stage.coming.grab().toImage()
    assert len({picture.pixel(x, picture.height() - 1) for x in range(picture.width())}) == 1
    window.show_view(view())
    window.close()


@pytest.mark.parametrize("size", [(587, 330), (683, 384), (800, 600), (929, 1152), (1080, 1920)])
def test_no_name_of_what_was_done_is_cut(look, wishes, clock, qtbot, size):
    """Long ones have as many lines as the window has room for, and are told whole in a tooltip."""
    name = "A name that goes on over three whole lines because somebody wrote all they know of it into it"
    long = changed_guides(name=name)
    window = BreakWindow(look, wishes, clock, guides=long.get, stills=lambda *_: None)
    qtbot.addWidget(window)
    window.show_view(on_break(1, 10))
    shown_at(window, *size)
    window.finish((*long, *long)[:5], 180.0, "stretch", 2700)
    QApplication.processEvents()
    for tile in window.finishing.findChildren(Tile):
        if tile.isVisible():
            assert tile.parentWidget().rect().contains(tile.geometry())
            assert " ".join(tile.toolTip().split("\n")) == name
    bottom = window.finishing.close_button.geometry().bottom()
    assert bottom < window.finishing.height()
    window.show_view(view())
    window.close()


@pytest.mark.parametrize(("motion", "grows"), [("full", True), ("reduced", False)])
def test_the_disc_keeps_its_size_where_movement_is_reduced(qapp, qtbot, motion, grows):
    """It breathes by its colour alone then."""
    window = QWidget()
    qtbot.addWidget(window)
    ring = HoldRing(Look(Appearance(motion=motion)), window, under=False)
    ring.resize(200, 200)
    edge, middle = QPoint(100 + round(0.42 * 200), 100), QPoint(100 + round(0.30 * 200), 100)
    shown = []
    for breath in (0.0, 1.0):
        ring.tell(0.5, "5", "", breath=breath, still=False)
        shown.append(ring.grab().toImage())
    assert (shown[0].pixel(edge) != shown[1].pixel(edge)) == grows
    assert shown[0].pixel(middle) != shown[1].pixel(middle)
