"""Routines, and what is taken in from others and given away, used as a person would."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QScrollArea
from tests.ui.shelf import Shelf

from unhunch.domain.settings import Appearance, Settings, shipped_routines

ITEM_SIDES = 30
"""What an item's frame, padding and inner margin take of its width, px."""
DESK = shipped_routines()["desk"].stretches


@pytest.fixture
def shelf(tmp_path, look, qtbot):
    made = Shelf(tmp_path, look)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.detail.stage.clear()
    made.window.close()


@pytest.fixture
def page(shelf, qtbot):
    click(qtbot, shelf.window.tabs.button("routines"))
    return shelf.window.routines


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(page):
    return [page.sequence.item(n).text().split("\n")[0] for n in range(page.sequence.count())]


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_shipped_routines_are_there(page):
    """With their titles and times."""
    assert [page.list.item(n).text().split("\n")[0] for n in range(page.list.count())] == [
        "Desk",
        "After lunch",
        "On the mat",
    ]
    assert rows(page) == ["Shoulder roll", "Neck flexion", "Overhead arm reach"]
    assert page.total.text().endswith("in all")


def test_the_list_is_wider_for_larger_text(tmp_path, look, qtbot, system_text):
    """With a large system font the line of how many and how long is there as a whole."""
    system_text(20)
    shelf = Shelf(tmp_path, look)
    qtbot.addWidget(shelf.window)
    shelf.window.resize(1060, 690)
    shelf.window.show()
    click(qtbot, shelf.window.tabs.button("routines"))
    rows = shelf.window.routines.list
    lines = [line for n in range(rows.count()) for line in rows.item(n).text().split("\n")]
    room = rows.viewport().width() - ITEM_SIDES
    assert max(map(rows.fontMetrics().horizontalAdvance, lines)) <= room
    shelf.window.detail.stage.clear()
    shelf.window.close()


def test_nothing_is_cut_in_the_smallest_window(page, shelf, qtbot):
    """The routine stands beside the list in the least width there is, and each stretch of it is seen."""
    shelf.window.resize(shelf.window.minimumSize())
    qtbot.waitUntil(lambda: page.area.widget().width() == page.area.viewport().width())
    assert shelf.window.width() == 520
    assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()
    assert page.sequence.verticalScrollBar().maximum() == 0


def test_a_high_window_draws_nothing_apart(page, shelf):
    """The card of the routine is as high as what is in it: free room stays under all cards."""
    shelf.window.resize(1060, 1700)
    QCoreApplication.processEvents()
    assert page.card.height() == page.card.heightForWidth(page.card.width())


def test_rows_are_no_wider_than_can_be_read(page, shelf):
    """On a large screen a control stands beside its words all the same, and the page begins at its list."""
    shelf.window.resize(2560, 1400)
    QCoreApplication.processEvents()
    assert page.card.width() <= 760
    gap = page.card.mapTo(page, QPoint()).x() - page.list.mapTo(page, QPoint(page.list.width(), 0)).x()
    assert 0 < gap <= 24


def test_a_routine_is_made_named_and_filled(page, shelf, qtbot):
    """From the button to the last stretch; one may come twice."""
    click(qtbot, page.new_button)
    qtbot.keyClicks(page.title, "Before the call")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    choose(page.adder, "wall-stretch")
    choose(page.adder, "neck-flexion")
    routine = shelf.settings.routine["my-routine"]
    assert routine.title == "Before the call"
    assert routine.stretches == (*DESK, "wall-stretch", "neck-flexion")
    assert page.list.currentItem().text().startswith("Before the call\n5 stretches")


def test_stretches_are_ordered_by_keyboard_and_taken_out(page, shelf, qtbot):
    """Alt with the arrows moves, Delete takes out; the keyboard stays with the stretch."""
    page.sequence.setCurrentRow(2)
    qtbot.keyClick(page.sequence, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shelf.settings.routine["desk"].stretches == ("shoulder-roll", "overhead-reach", "neck-flexion")
    assert page.sequence.currentRow() == 1
    qtbot.keyClick(page.sequence, Qt.Key.Key_Delete)
    assert shelf.settings.routine["desk"].stretches == ("shoulder-roll", "neck-flexion")


def test_stretches_are_ordered_by_dragging(page, shelf):
    """What Qt does when a row is dropped elsewhere."""
    page.sequence.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    QCoreApplication.processEvents()
    assert shelf.settings.routine["desk"].stretches == ("neck-flexion", "overhead-reach", "shoulder-roll")
    assert rows(page) == ["Neck flexion", "Overhead arm reach", "Shoulder roll"]


def test_the_dose_is_the_routines_own(page, shelf, qtbot):
    """It changes this routine's total and no other."""
    before = page.total.text()
    page.sequence.setCurrentRow(2)
    click(qtbot, page.dose.numbers["repeats"].more_button)
    assert shelf.settings.routine["desk"].dose["overhead-reach"].repeats == 3
    assert shelf.settings.stretches.dose == {}
    assert page.total.text() != before
    click(qtbot, page.dose.default_button)
    assert page.total.text() == before


def test_a_break_is_told_which_routine_to_show(page, shelf):
    """Order, varied, or a routine."""
    choose(page.rhythms["stretch"], "varied")
    assert shelf.settings.rhythm["stretch"].routine == "varied"
    choose(page.rhythms["stretch"], "desk")
    assert shelf.settings.rhythm["stretch"].routine == "desk"
    choose(page.rhythms["stretch"], "")
    assert shelf.settings.rhythm["stretch"].routine == ""


def test_what_does_not_fit_a_break_is_said(page, shelf):
    """A stretch longer than the break, and more than it can show."""
    shelf.apply(
        {"rhythm.stretch.routine": "desk", "rhythm.stretch.length_s": 80, "rhythm.stretch.stretches": 2}
    )
    told = page.fit.text()
    assert "“Overhead arm reach” takes" in told
    assert "“Stretch break” has 1 min 20 s" in told
    assert "shows 2 of them at a time" in told
    shelf.apply({"rhythm.stretch.routine": ""})
    assert page.fit.text() == ""


def test_what_breaks_leave_out_is_said_and_not_counted(page, shelf):
    """The mat routine without room on the floor."""
    shelf.apply({"stretches.floor_space": True})
    page.show_routine("on-the-mat")
    whole = page.total.text()
    shelf.apply({"stretches.floor_space": False})
    assert page.total.text() != whole
    texts = [page.sequence.item(n).text() for n in range(page.sequence.count())]
    assert "Child's pose\nLeft out: it needs room on the floor." in texts


def test_deleting_a_routine_can_be_undone(page, shelf, qtbot):
    """With the breaks that showed it."""
    click(qtbot, page.new_button)
    shelf.apply({"rhythm.stretch.routine": "my-routine", "routine.my-routine.dose.neck-flexion.repeats": 2})
    before = shelf.settings
    click(qtbot, page.delete_button)
    assert "my-routine" not in shelf.settings.routine
    assert shelf.settings.rhythm["stretch"].routine == ""
    click(qtbot, shelf.window.notice.undo_button)
    assert shelf.settings == before


def test_esc_takes_a_title_back(page, shelf, qtbot):
    """The first Esc is the title's, the next one the window's."""
    page.title.setFocus()
    qtbot.keyClicks(page.title, "X")
    qtbot.keyClick(page.title, Qt.Key.Key_Escape)
    assert page.title.text() == "Desk"
    assert shelf.window.isVisible()
    qtbot.keyClicks(page.title, "top")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    qtbot.keyClick(page.title, Qt.Key.Key_Escape)
    assert not shelf.window.isVisible()
    assert shelf.settings.routine["desk"].title == "Desktop"


def test_the_routine_beside_a_deleted_one_is_chosen(page, shelf, qtbot):
    """And when it comes back, that one again."""
    for _ in range(3):
        page.make_new()
    page.list.setCurrentRow(page.list.count() - 2)
    assert page.name == "my-routine-2"
    click(qtbot, page.delete_button)
    assert page.name == "my-routine-3"
    assert page.list.currentItem().text().startswith(page.title.text())
    click(qtbot, shelf.window.notice.undo_button)
    assert page.name == "my-routine-2"


def test_pictures_follow_the_theme(page, shelf, look):
    """Those of the stretches in a routine, too."""
    before = page.sequence.item(0).icon().pixmap(page.sequence.iconSize()).toImage()
    look.set_appearance(Appearance(theme="contrast"))
    after = page.sequence.item(0).icon().pixmap(page.sequence.iconSize()).toImage()
    look.set_appearance(Appearance())
    assert before != after


def test_a_shipped_routine_goes_back_to_its_default(page, shelf, qtbot):
    """It cannot be deleted; unchanged there is nothing to do."""
    assert not page.delete_button.isEnabled()
    page.sequence.setCurrentRow(0)
    click(qtbot, page.out_button)
    click(qtbot, page.delete_button)
    assert shelf.settings.routine == Settings().routine


def test_routines_have_names_for_screen_readers(page):
    """Every field and list."""
    for control in (page.list, page.sequence, page.title, page.adder, *page.rhythms.values()):
        assert control.accessibleName()


# -- from and for others ------------------------------------------------------------------------------------


def drop(window, *files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(QPointF(50, 50).toPoint(), *arguments)
    window.dragEnterEvent(enters)
    if enters.isAccepted():
        window.dropEvent(QDropEvent(QPointF(50, 50), *arguments))
    return enters.isAccepted()


def own_copy(shelf, name="look"):
    text = shelf.collection.source("neck-flexion").replace('"Neck flexion"', '"Look around"')
    assert shelf.collection.save(name, text) is None


def test_a_set_goes_out_and_comes_back_by_drag_and_drop(shelf, tmp_path):
    """What was exported is taken in again, and named."""
    own_copy(shelf)
    file = tmp_path / "mine.zip"
    shelf.window.exchange.export(["look"], file)
    assert shelf.window.notice.said.text() == "Written to mine.zip."
    shelf.collection.delete("look")
    assert drop(shelf.window, file)
    assert shelf.library.get("look").name == "Look around"
    assert "Look around" in shelf.window.arrivals.lines


def test_a_refusal_is_named_with_its_reason(shelf, tmp_path):
    """The good file is taken in, the bad one named."""
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(shelf.collection.source("neck-flexion").replace('"Neck flexion"', '"Good one"'))
    bad.write_text("schema = 1\nname = 3\n")
    drop(shelf.window, good, bad)
    lines = shelf.window.arrivals.lines
    assert "Good one" in lines
    assert any(line.startswith("bad: ") and len(line) > 20 for line in lines)
    assert not shelf.window.arrivals.replace_button.isVisible()


def test_mine_can_give_way(shelf, tmp_path, qtbot):
    """A file with a name that is taken asks first."""
    own_copy(shelf)
    file = tmp_path / "look.toml"
    file.write_text(shelf.collection.source("neck-flexion").replace('"Neck flexion"', '"Theirs"'))
    drop(shelf.window, file)
    assert shelf.library.get("look").name == "Look around"
    click(qtbot, shelf.window.arrivals.replace_button)
    assert shelf.library.get("look").name == "Theirs"
    click(qtbot, shelf.window.arrivals.done_button)
    assert shelf.window.pages.currentWidget() is shelf.window.grid


def test_files_wait_while_something_is_written(shelf, tmp_path, qtbot):
    """A file dropped on the editor must not take what was typed away."""
    file = tmp_path / "look.toml"
    file.write_text(shelf.collection.source("neck-flexion"))
    shelf.window.make_new()
    qtbot.keyClicks(shelf.window.editor.about.name, "Mine")
    assert not drop(shelf.window, file)
    assert shelf.window.editor.about.name.text() == "Mine"


def test_other_files_are_not_taken_at_all(shelf, tmp_path):
    """A photo dropped on the window is none of its business."""
    assert not drop(shelf.window, tmp_path / "photo.png")


def test_an_export_that_fails_says_why(shelf, tmp_path):
    """In one sentence at the top."""
    shelf.window.exchange.export(["neck-flexion"], tmp_path / "nowhere" / "neck.toml")
    assert "could not be written" in shelf.window.notice.said.text()


def test_a_long_name_cuts_nothing_off(shelf, page):
    """One word of a whole name's length leaves the rows under it in the window."""
    text = shelf.collection.source("neck-flexion").replace('"Neck flexion"', f'"{"Wirbel" * 10}"')
    assert shelf.collection.save("long", text) is None
    shelf.apply({"routine.desk.stretches": ("long",)})
    shelf.window.resize(683, 340)
    QCoreApplication.processEvents()
    (area,) = (each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page.card))
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_a_small_screen_cuts_nothing_off(shelf, page):
    """On a small screen at 200 % all of a routine is there, and the picture of a chosen row is not tinted."""
    shelf.window.resize(683, 340)
    QCoreApplication.processEvents()
    (area,) = (each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page.card))
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    icon = page.sequence.item(0).icon()
    size = page.sequence.iconSize()
    plain, chosen = (icon.pixmap(size, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert plain == chosen
