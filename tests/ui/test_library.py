"""The stretch library, used as a person would."""

from dataclasses import replace

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolTip
from tests.library import STRETCHES
from tests.ui.shelf import Shelf

from unhunch.ui.guide import said
from unhunch.ui.library.card_view import CELL_BY_TEXT, MOST_CELL_BY_TEXT
from unhunch.ui.library.model import ENTRY
from unhunch.ui.library.window import LEAST
from unhunch.ui.style import type_scale

FIRST = ("shoulder-roll", "neck-flexion", "overhead-reach")


@pytest.fixture
def wishes(tmp_path, look):
    return Shelf(tmp_path, look)


@pytest.fixture
def window(wishes, qtbot):
    made = wishes.window
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def cards(window):
    return window.grid.shelf.shown_ids()


def cell(window, name):
    return window.grid.view.visualRect(window.grid.shelf.at(name))


def click(qtbot, window, where):
    qtbot.mouseClick(window.grid.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def hover(qtbot, window, name):
    """Move the pointer onto a card, also from that very place."""
    viewport = window.grid.view.viewport()
    qtbot.mouseMove(viewport, QPoint(1, 1))
    qtbot.mouseMove(viewport, cell(window, name).center())


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def test_every_stretch_has_a_card_and_those_switched_on_come_first(window):
    """All eleven are there, in the order in which breaks show them."""
    assert cards(window)[:3] == list(FIRST)
    assert sorted(cards(window)) == sorted(STRETCHES)


def test_a_file_that_is_left_out_is_told_above_the_cards(wishes, window):
    """Each with the reason, the first few of many; once they are mended or gone nothing is told."""
    amiss = window.grid.amiss
    assert amiss.isHidden()
    wishes.folder.mkdir()
    broken = wishes.folder / "mine.toml"
    broken.write_bytes(b"\xff")
    wishes.library.reload()
    window.library_changed()
    assert amiss.text() == f"The stretch file {broken} is left out: it is not text in UTF-8."
    assert amiss.isVisible()
    for name in ("a", "b", "c", "d"):
        (wishes.folder / f"{name}.toml").write_text("name = ")
    wishes.library.reload()
    window.library_changed()
    *_, third, last = amiss.text().splitlines()
    assert "'c' cannot be used" in third
    assert last.startswith("And 2 more")
    for path in wishes.folder.iterdir():
        path.unlink()
    wishes.library.reload()
    window.library_changed()
    assert amiss.isHidden()
    assert sorted(cards(window)) == sorted(STRETCHES)


@pytest.mark.expect_log("cannot be shown")
def test_a_stretch_that_the_figure_cannot_play_has_its_page_all_the_same(wishes, window):
    """A file of one's own may ask for what no camera does: its words are shown, and nobody."""
    text = wishes.collection.source("shoulder-roll")
    wishes.folder.mkdir(exist_ok=True)
    steep = text.replace("\nview = {", "\nview = { near = { poses = [], pitch = 120 },")
    (wishes.folder / "steep.toml").write_text(steep, encoding="utf-8")
    wishes.library.reload()
    window.library_changed()
    window.show_stretch("steep")
    assert window.pages.currentWidget() is window.detail
    assert window.detail.stage.words.text() == ""


def test_a_click_on_a_card_opens_the_stretch(window, qtbot):
    """The page says its name, steps and caution; Back returns to the cards."""
    click(qtbot, window, cell(window, "neck-flexion").center())
    assert window.pages.currentWidget() is window.detail
    assert window.heading.text() == "Neck flexion"
    words = " ".join(label.text() for label in window.detail.findChildren(QLabel))
    assert "Sit or stand tall, shoulders low." in words
    assert "No full circles" in words
    qtbot.mouseClick(window.back_button, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.grid


def test_the_switch_on_a_card_switches_without_opening(window, wishes, qtbot):
    """One click switches a stretch off, another on again, as the last."""
    view = window.grid.view
    click(qtbot, window, view.switch_rect(window.grid.shelf.at("neck-flexion")).center())
    assert wishes.settings.stretches.enabled == ("shoulder-roll", "overhead-reach")
    click(qtbot, window, view.switch_rect(window.grid.shelf.at("neck-flexion")).center())
    assert wishes.settings.stretches.enabled == ("shoulder-roll", "overhead-reach", "neck-flexion")
    assert window.pages.currentWidget() is window.grid


def test_the_last_stretch_cannot_be_switched_off(window, wishes):
    """One stays, and it is said how to have none."""
    wishes.apply({"stretches.enabled": ("neck-flexion",)})
    window.toggle("neck-flexion")
    assert wishes.settings.stretches.enabled == ("neck-flexion",)
    assert "at least one" in window.notice.said.text()


def test_dragging_a_card_orders_the_breaks(window, wishes, qtbot):
    """Picked up, carried past another and let go, it stands there in breaks too."""
    viewport = window.grid.view.viewport()
    start, goal = cell(window, "overhead-reach").center(), cell(window, "shoulder-roll").center()
    goal = QPoint(goal.x() - 30, goal.y())
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, (start + goal) / 2)
    qtbot.mouseMove(viewport, goal)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=goal)
    assert wishes.settings.stretches.enabled == ("overhead-reach", "shoulder-roll", "neck-flexion")
    assert cards(window)[:3] == ["overhead-reach", "shoulder-roll", "neck-flexion"]


def test_a_card_dropped_where_it_was_changes_nothing(window, wishes, qtbot):
    """Nor is the stretch opened by it."""
    viewport = window.grid.view.viewport()
    at = cell(window, "shoulder-roll").center()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(viewport, at - QPoint(40, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at - QPoint(40, 0))
    assert wishes.asked == []
    assert window.pages.currentWidget() is window.grid


def test_the_keyboard_does_all_that_the_pointer_does(window, wishes, qtbot):
    """Arrows walk, Space switches, Alt with arrows orders, Enter opens, Esc goes back."""
    view = window.grid.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.select("shoulder-roll")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current_entry().id == "neck-flexion"
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert wishes.settings.stretches.enabled == ("neck-flexion", "shoulder-roll", "overhead-reach")
    assert view.current_entry().id == "neck-flexion"
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert wishes.settings.stretches.enabled == ("shoulder-roll", "overhead-reach", "neck-flexion")
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert wishes.settings.stretches.enabled == ("shoulder-roll", "overhead-reach")
    assert view.current_entry().id == "neck-flexion"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.detail.stretch_id == "neck-flexion"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("neck", ["shoulder-roll", "neck-flexion"]),
        ("WALL", ["wall-stretch"]),
        ("child threaded", ["thread-the-needle"]),
    ],
)
def test_a_search_looks_at_all_words(window, qtbot, words, found):
    """Names, areas, places and needs are searched, whatever the case; Enter goes to the first card."""
    qtbot.keyClicks(window.grid.search, words)
    qtbot.keyClick(window.grid.search, Qt.Key.Key_Return)
    assert [name for name in cards(window) if name in found] == found
    assert window.grid.view.current_entry().id == cards(window)[0]
    assert len(cards(window)) < len(STRETCHES)


def test_esc_empties_the_search_before_it_closes_the_window(window, qtbot):
    """Nobody who takes a word back wants to be gone."""
    qtbot.keyClicks(window.grid.search, "neck")
    qtbot.keyClick(window.grid.search, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.grid.search.text() == ""
    qtbot.keyClick(window.grid.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_way_back_ends_at_the_cards(window, qtbot):
    """The key for it leaves a stretch, and not the window."""
    window.show_stretch("neck-flexion")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.currentWidget() is window.grid
    qtbot.keyClick(window.grid.search, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()


def test_filters_narrow_the_cards(window):
    """By place, area, need, and what is switched on; together they all count."""
    grid = window.grid
    choose(grid.place, "floor")
    assert "cat-cow" in cards(window)
    assert "shoulder-roll" not in cards(window)
    choose(grid.area, "chest")
    assert cards(window) == ["thoracic-extension"]
    grid.clear_filter()
    choose(grid.need, "wall")
    assert cards(window) == ["wall-stretch"]
    choose(grid.need, "none")
    assert "wall-stretch" not in cards(window)
    grid.clear_filter()
    choose(grid.kind, "on")
    assert cards(window) == list(FIRST)


def test_a_card_that_goes_leaves_the_keyboard_beside_it(window, wishes, qtbot):
    """Among those switched on, one after the other can be switched off without going back to the first."""
    wishes.apply({"stretches.enabled": tuple(cards(window))})
    choose(window.grid.kind, "on")
    view = window.grid.view
    before = cards(window)
    view.setFocus()
    view.select(before[6])
    for gone in (6, 7):
        assert view.current_entry().id == before[gone]
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.current_entry().id == before[8]
    assert window.grid.count.text() == f"{len(before) - 2} of {len(before)}"


def test_nothing_found_is_said_kindly_and_undone_with_one_click(window, qtbot):
    """The way back to all stretches is right there."""
    window.grid.search.setText("quack")
    qtbot.keyClick(window.grid.search, Qt.Key.Key_Return)
    assert window.grid.clear_button.isVisible()
    qtbot.mouseClick(window.grid.clear_button, Qt.MouseButton.LeftButton)
    assert len(cards(window)) == len(STRETCHES)


def test_what_is_left_out_says_why(window, wishes, qtbot):
    """On the card, for the screen reader, and on its page."""
    wishes.apply({"stretches.careful": ("shoulder",)})
    shelf = window.grid.shelf
    spoken = shelf.data(shelf.at("wall-stretch"), Qt.ItemDataRole.AccessibleTextRole)
    assert "Left out: it does not go well with a sore or injured shoulder." in spoken
    window.show_stretch("wall-stretch")
    assert "sore or injured shoulder" in window.detail.reason.text()


def test_a_card_says_all_of_itself_to_a_screen_reader(window):
    """Name, state, place in the order, where, and how long."""
    view = window.grid.view
    read = QAccessible.queryAccessibleInterface(view)
    texts = [read.child(n).text(QAccessible.Text.Name) for n in range(read.childCount())]
    assert any(text.startswith("Neck flexion, switched on, number 2") for text in texts)
    assert any(text.startswith("Cat-cow, switched off") for text in texts)


def test_the_figure_moves_under_the_pointer_and_under_the_keyboard(window, qtbot):
    """After a moment; it stops when nobody looks any more."""
    live = window.grid.view.live
    hover(qtbot, window, "neck-flexion")
    assert live.stretch_id == "neck-flexion"
    assert not live.is_moving
    live._dwell.timeout.emit()
    assert live.is_moving
    window.grid.view.setFocus(Qt.FocusReason.TabFocusReason)
    window.grid.view.select("overhead-reach")
    assert live.stretch_id == "overhead-reach"
    window.grid.search.setFocus()
    assert live.stretch_id == ""
    assert not live.is_moving


def test_the_figure_is_seen_on_its_card(window, qtbot):
    """What is painted over the still is somebody, not an empty box."""
    view = window.grid.view
    hover(qtbot, window, "neck-flexion")
    view.live._dwell.timeout.emit()
    picture = view.live.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)
    }
    assert len(colours) > 20


def test_stills_are_painted_when_there_is_time(window, qtbot):
    """Cards come at once, their pictures one by one."""
    stills = window.grid.view.stills
    stills.clear()
    assert stills.get("neck-flexion") is None
    with qtbot.waitSignal(stills.painted, check_params_cb=lambda name: name == "neck-flexion"):
        pass
    assert stills.get("neck-flexion") is not None


def test_the_dose_is_changed_and_set_back(window, wishes, qtbot):
    """Repeats, hold and speed change the total; one click brings the defaults back."""
    window.show_stretch("overhead-reach")
    dose = window.detail.dose
    before, total = wishes.settings, dose.total.text()
    qtbot.mouseClick(dose.numbers["repeats"].more_button, Qt.MouseButton.LeftButton)
    assert wishes.settings.stretches.dose["overhead-reach"].repeats == 3
    assert dose.total.text() != total
    qtbot.mouseClick(dose.numbers["hold_s"].less_button, Qt.MouseButton.LeftButton)
    assert wishes.settings.stretches.dose["overhead-reach"].hold_s == 10
    qtbot.mouseClick(dose.numbers["speed"].more_button, Qt.MouseButton.LeftButton)
    assert wishes.settings.stretches.dose["overhead-reach"].speed == 1.25
    qtbot.mouseClick(dose.default_button, Qt.MouseButton.LeftButton)
    assert wishes.settings == before
    assert dose.total.text() == total
    assert not dose.default_button.isEnabled()


def test_a_dose_that_changes_nothing_is_not_offered(window):
    """The shoulder roll has no holds."""
    window.show_stretch("shoulder-roll")
    assert (
        window.detail.dose.numbers["hold_s"].isHidden()
        or not window.detail.dose.numbers["hold_s"].isVisible()
    )


def test_more_of_a_stretch_can_be_asked_for(window, wishes, qtbot):
    """The weight stands in the settings."""
    window.show_stretch("neck-flexion")
    qtbot.mouseClick(window.detail.weight.button("2"), Qt.MouseButton.LeftButton)
    assert wishes.settings.stretches.weight == {"neck-flexion": 2.0}


def test_every_form_can_be_looked_at(window, qtbot):
    """Another form changes the steps and the facts, not the settings."""
    window.show_stretch("cat-cow")
    assert window.detail.form.place == "sitting"
    window.detail.choose_form("floor")
    assert window.detail.form.place == "floor"
    assert "On the floor" in window.detail.facts.text()


def test_do_it_now_asks_for_this_stretch(window, qtbot):
    """The button and the card's menu ask for the same."""
    window.show_stretch("neck-flexion")
    asked = []
    window.try_requested.connect(asked.append)
    qtbot.mouseClick(window.detail.now_button, Qt.MouseButton.LeftButton)
    window.menu_of("cat-cow").actions()[0].trigger()
    assert asked == ["neck-flexion", "cat-cow"]


def test_a_refused_change_is_said_and_shows_what_holds(window, wishes, qtbot):
    """The sentence stands at the top, the card stays as it was."""
    wishes.problem = "The file cannot be written."
    window.toggle("neck-flexion")
    assert window.notice.said.text() == "The file cannot be written."
    assert window.grid.shelf.entry(window.grid.shelf.at("neck-flexion")).enabled


def test_the_menu_of_a_card_has_what_can_be_done(window, wishes):
    """Moving and switching work from there as well."""
    actions = {action.text(): action for action in window.menu_of("neck-flexion").actions()}
    actions["Move earlier"].trigger()
    assert wishes.settings.stretches.enabled[0] == "neck-flexion"
    actions["Switch off"].trigger()
    assert "neck-flexion" not in wishes.settings.stretches.enabled


def test_everything_has_a_name_for_screen_readers(window):
    """No button is nameless."""
    window.show_stretch("cat-cow")
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button


@pytest.mark.parametrize("size", [(520, 340), (1366, 700), (800, 600)])
def test_the_window_fits(window, qtbot, size):
    """Buttons show all their words in every size; the page of a stretch turns upright when narrow."""
    window.show_stretch("cat-cow")
    window.resize(*size)
    qtbot.wait(1)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width() - 1, button.text()


def test_no_card_of_ours_is_cut(window):
    """What a stretch is good for is there to its end, in a window as large as it opens."""
    window.resize(1060, 690)
    QApplication.processEvents()
    view = window.grid.view
    for name in cards(window):
        entry = view.model().data(window.grid.shelf.at(name), ENTRY)
        words = view.itemDelegate()._words_of(entry, view.itemDelegate().places(cell(window, name)))
        assert "…" not in words.name + words.meta
        assert said(entry.stretch.summary).split() == words.note.split() or entry.verdict.reason


def test_what_is_cut_on_a_card_is_told_whole(window, monkeypatch):
    """In a tooltip; where all can be read there is none."""
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_over: told.append(words))
    view = window.grid.view
    for size in ((1400, 690), (640, 432)):
        window.resize(*size)
        QApplication.processEvents()
        spot = cell(window, "neck-flexion").center()
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, spot))
    assert told[0] == ""
    whole = f"Neck flexion Sitting, standing · 44 s {said(STRETCHES['neck-flexion'].summary)}"
    assert told[1].replace("\n", " ") == whole


def test_a_choice_that_is_cut_is_told_whole(window, monkeypatch):
    """In a tooltip, in the narrow windows of small screens."""
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_over: told.append(words))
    box = window.grid.need
    choose(box, "none")
    for width in (box.width(), 80):
        box.resize(width, box.height())
        QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert told == ["", "Needs nothing"]


def test_what_is_told_has_room_beside_a_long_name(window):
    """A sentence stands in one line; the name over the page is cut, and whole in its tooltip."""
    window.show_stretch("neck-flexion")
    QApplication.processEvents()
    assert window.heading.toolTip() == ""
    name = "Brustwirbelsäulenstreckung im Vierfüßlerstand mit Handgelenkdehnung"
    window.heading.setText(name)
    window.notice.tell("Saved. Your breaks may show it.")
    QApplication.processEvents()
    assert window.notice.said.width() >= window.notice.said.fontMetrics().horizontalAdvance(
        window.notice.said.text()
    )
    assert window.heading.is_cut
    assert window.heading.toolTip() == name


def test_what_is_told_has_a_line_of_its_own_in_a_narrow_window(window):
    """It pushes no button together and none lies over it; with nothing told the line is gone again."""
    window.resize(*LEAST)
    window.notice.tell("“Looking over both of the shoulders, slowly” was deleted.", lambda: None)
    QApplication.processEvents()
    notice = window.notice
    assert notice.said.geometry().right() < notice.undo_button.x()
    assert notice.y() >= window.more_button.geometry().bottom()
    for button in (*window.tabs.findChildren(QPushButton), window.new_button, notice.undo_button):
        assert button.width() >= button.sizeHint().width()
    notice.clear()
    QApplication.processEvents()
    assert notice.y() < window.more_button.geometry().bottom()


def test_there_is_no_handle_where_there_is_nothing_to_scroll(window):
    """The room of the scroll bar stays, so that no card moves."""
    bar = window.grid.view.verticalScrollBar()
    window.resize(1060, 600)
    QApplication.processEvents()
    assert bar.property("idle") is False
    window.grid.search.setText("neck flexion")
    window.grid._sift()
    QApplication.processEvents()
    assert bar.property("idle") is True
    picture = bar.grab().toImage()
    middle = picture.width() // 2
    assert len({picture.pixel(middle, y) for y in range(picture.height())}) == 1


def test_cards_are_larger_where_all_have_room(window):
    """On a large screen they fill more of the window, searched for or not, up to a bound."""
    view = window.grid.view
    window.resize(2560, 1400)
    QApplication.processEvents()
    large = view.gridSize()
    assert large.width() > 1.2 * CELL_BY_TEXT * type_scale().body
    assert large.width() <= MOST_CELL_BY_TEXT * type_scale().body
    assert view.visualRect(view.model().index(view.model().rowCount() - 1, 0)).bottom() < view.height()
    window.grid.search.setText("neck flexion")
    window.grid._sift()
    QApplication.processEvents()
    assert view.gridSize() == large


def test_cards_come_smaller_when_there_are_too_many(wishes, window):
    """Their size follows what is in the library, without a change of the window's."""
    view, shelf = window.grid.view, window.grid.shelf
    window.resize(2560, 900)
    QApplication.processEvents()
    before = view.gridSize().width()
    some = [shelf.entry(shelf.index(row)) for row in range(shelf.rowCount())]
    shelf.set_entries(
        [
            replace(each, stretch=structs.replace(each.stretch, id=f"{each.id}-{n}"))
            for n in range(9)
            for each in some
        ]
    )
    QApplication.processEvents()
    assert view.gridSize().width() < before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_choice_opens_in_full_and_leaves_room_beside_it(window):
    """However long one of them is: people name their own stretches."""
    box = window.grid.need
    name = "Brustwirbelsäulenstreckung im Vierfüßlerstand mit Handgelenkdehnung"
    box.addItem(name)
    wide = box.fontMetrics().horizontalAdvance(name)
    assert box.sizeHint().width() < wide
    box.showPopup()
    QApplication.processEvents()
    assert box.view().viewport().width() > wide
    box.hidePopup()


def test_the_name_has_its_room_back_when_nothing_is_told_any_more(window, qtbot):
    """It is whole again, and its tooltip never that of another stretch."""
    name, other = "Looking over both shoulders", "Looking over both of the shoulders"
    window.resize(600, 500)
    window.show_stretch("overhead-reach")
    window.heading.setText(name)
    QApplication.processEvents()
    assert window.heading.toolTip() == ""
    window.notice.tell("A sentence that is long enough to need the room of the name beside it.")
    qtbot.waitUntil(lambda: window.heading.toolTip() == name)
    window.heading.setText(other)
    assert window.heading.toolTip() == other
    window.heading.setText(name)
    window.notice.clear()
    qtbot.waitUntil(lambda: window.heading.toolTip() == "")
