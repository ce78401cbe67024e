"""The settings window, used as a person would."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from tests.ui.settings_desk import Desk, open_settings

from unhunch.domain.settings import Settings, fields, with_changes
from unhunch.ui.controls import Choice, Switch
from unhunch.ui.hours import read_hours
from unhunch.ui.number import Number
from unhunch.ui.settings import window as settings_window
from unhunch.ui.settings.editors import OptionalNumber
from unhunch.ui.settings.rows import value_at
from unhunch.ui.settings.sections import ELSEWHERE

EVERY = "rhythm.stretch.every_min"


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def window(look, desk, qtbot):
    made = open_settings(look, desk)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def filled(window):
    """The window with every page looked at."""
    for name in window.pages:
        window.go_to(name)
    return window


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def keys_of(kind):
    return [field.key for field in fields() if kind(field) and not field.key.startswith(ELSEWHERE)]


def row_texts(window):
    return [row.words for rows in window.rows._made.values() for row, _ in rows if row.isVisible()]


# -- reaching everything -----------------------------------------------------------------------------------


def test_every_setting_can_be_reached(filled):
    """Each setting that no other window changes has a row on some page, whatever is added to the settings."""
    on_the_hours_page = {f"hours.{day}" for day in filled.pages["hours"].editor.lines}
    meant = {field.key for field in fields() if not field.key.startswith(ELSEWHERE)}
    assert filled.rows.keys | on_the_hours_page == meant


@pytest.mark.parametrize("key", keys_of(lambda field: field.type == "bool"))
def test_every_switch_changes_its_setting(filled, desk, qtbot, key):
    """A click on a switch changes the value at once."""
    switch = filled.rows.control(key)
    assert isinstance(switch, Switch)
    switch.click()
    assert value_at(desk.settings, key) is not value_at(Settings(), key)


@pytest.mark.parametrize("key", keys_of(lambda field: field.bounds and field.default is not None))
def test_every_number_goes_up_and_down(filled, desk, key):
    """Plus and minus change a number and bring it back, and its field is wide enough to be read."""
    number = filled.rows.control(key)
    assert isinstance(number, Number)
    before = value_at(Settings(), key)
    number.more_button.click()
    assert value_at(desk.settings, key) > before
    number.less_button.click()
    assert value_at(desk.settings, key) == before
    line = number.field.lineEdit()
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()


@pytest.mark.parametrize("key", keys_of(lambda field: field.type == "choice"))
def test_every_choice_changes_its_setting(filled, desk, key):
    """Each of a few choices can be taken."""
    choice = filled.rows.control(key)
    assert isinstance(choice, Choice)
    field = next(field for field in fields() if field.key == key)
    for value in field.choices[::-1]:
        choice.button(value).click()
        assert value_at(desk.settings, key) == value


def test_a_page_is_chosen_by_keyboard(window, qtbot):
    """The list of pages has the focus first; arrow keys turn the pages."""
    assert window.focusWidget() is window.list
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    assert window.pages["breaks"].isVisible()
    assert not window.pages["everyday"].isVisible()


def test_an_optional_number_can_be_left_to_the_program(filled, desk):
    """Switched on it begins with something sensible; off it is as usual again."""
    rest = filled.rows.control("rhythm.stretch.rest_s")
    assert isinstance(rest, OptionalNumber)
    assert not rest.number.isVisibleTo(filled)
    rest.switch.click()
    assert desk.settings.rhythm["stretch"].rest_s == 300
    rest.switch.click()
    assert desk.settings.rhythm["stretch"].rest_s is None


def test_somebody_else_can_show_the_stretches(window, desk, qtbot):
    """A click on a face chooses that person."""
    window.go_to("appearance")
    faces = window.rows.control("appearance.person").faces
    person = list(faces)[2]
    click(qtbot, faces[person])
    assert desk.settings.appearance.person == person


def test_what_to_be_careful_with_is_marked(window, desk, qtbot):
    """Several conditions can be marked, and taken back."""
    window.go_to("stretches")
    chips = window.rows.control("stretches.careful").buttons
    chips["neck"].click()
    chips["knees"].click()
    assert desk.settings.stretches.careful == ("neck", "knees")
    chips["neck"].click()
    assert desk.settings.stretches.careful == ("knees",)


def test_programs_are_put_on_the_list_and_taken_off(window, desk, qtbot):
    """A name is typed and added once; its button removes it."""
    window.go_to("quiet")
    names = window.rows.control("holds.excluded_apps")
    qtbot.keyClicks(names.line, " zoom ")
    qtbot.keyClick(names.line, Qt.Key.Key_Return)
    qtbot.keyClicks(names.line, "zoom")
    click(qtbot, names.add_button)
    assert desk.settings.holds.excluded_apps == ("zoom",)
    assert names.line.text() == ""
    names.remove_buttons["zoom"].click()
    assert desk.settings.holds.excluded_apps == ()


def test_a_time_of_day_is_read_as_people_write_it(window, desk, qtbot):
    """ "6" is six in the morning; what is no time is refused kindly and stays to be mended."""
    window.go_to("timing")
    line = window.rows.control("timing.day_starts")
    type_into(qtbot, line, "6")
    assert desk.settings.timing.day_starts == "06:00"
    type_into(qtbot, line, "dawn")
    assert line.text() == "dawn"
    assert "5:00" in window.rows.row("timing.day_starts").problem
    type_into(qtbot, line, "7:30")
    assert desk.settings.timing.day_starts == "07:30"
    assert window.rows.row("timing.day_starts").problem == ""


def test_what_was_refused_stays_to_be_mended(window, desk, qtbot):
    """Whatever else is changed meanwhile: what was typed stands beside what is said of it."""
    window.go_to("timing")
    line, row = window.rows.control("timing.day_starts"), window.rows.row("timing.day_starts")
    line.setFocus()
    line.setText("25:99")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.change_settings({EVERY: 50})
    assert line.text() == "25:99"
    assert row.problem
    desk.change_settings({"timing.day_starts": "06:00"})
    assert line.text() == "06:00"
    assert not row.problem


def test_the_library_is_one_click_away(window, qtbot):
    """The first page leads to the stretches."""
    with qtbot.waitSignal(window.library_requested, timeout=100):
        button = next(b for b in window.findChildren(QPushButton) if b.text() == "Stretch library")
        click(qtbot, button)


# -- numbers -----------------------------------------------------------------------------------------------


def test_a_number_can_be_typed(window, desk, qtbot):
    """Typing a number and pressing Enter changes it once."""
    type_into(qtbot, window.rows.control(EVERY).number.field, "52")
    assert desk.changes == [{EVERY: 52.0}]


def test_a_number_out_of_bounds_is_refused_kindly(window, desk, qtbot):
    """One sentence stands at its place, the number is as it was; the next good one takes it away."""
    field = window.rows.control(EVERY).number.field
    type_into(qtbot, field, "600")
    assert window.rows.row(EVERY).problem == "This can be from 1 min to 8 h."
    assert field.text() == "45 min"
    type_into(qtbot, field, "40")
    assert window.rows.row(EVERY).problem == ""
    assert desk.changes == [{EVERY: 40.0}]


def test_the_slider_shows_the_day_before_it_decides(window, desk, qtbot):
    """While it is held the preview follows and nothing changes; let go, the setting does."""
    slider = window.rows.control(EVERY).slider
    before = len(window.strip.breaks)
    slider.setSliderDown(True)
    slider.setSliderPosition(4)
    window._preview.timeout.emit()
    assert len(window.strip.breaks) > before
    assert desk.changes == []
    slider.setSliderDown(False)
    assert desk.changes == [{EVERY: 20.0}]


def test_the_sliders_keys_decide_at_once(window, desk, qtbot):
    """An arrow key is one step of five minutes."""
    qtbot.keyClick(window.rows.control(EVERY).slider, Qt.Key.Key_Right)
    assert desk.changes == [{EVERY: 50.0}]


# -- the usual ---------------------------------------------------------------------------------------------


def test_a_setting_goes_back_to_the_usual(window, desk, qtbot):
    """A way back stands where a value differs, says what it leads to, and is gone after."""
    window.go_to("timing")
    row = window.rows.row("timing.warn_s")
    assert not row.reset_button.isVisible()
    window.rows.control("timing.warn_s").more_button.click()
    assert row.reset_button.text() == "Back to the usual: 1 min"
    click(qtbot, row.reset_button)
    assert desk.settings == Settings()
    assert not row.reset_button.isVisible()


def test_bounds_and_usual_value_are_said(filled):
    """Every number's row says what it usually is and how far it goes."""
    for field in fields():
        if field.bounds and not field.key.startswith(ELSEWHERE):
            words = filled.rows.row(field.key).words
            assert " to " in words
            assert field.default is None or "usually" in words


def test_everything_goes_back_and_forth(window, desk, qtbot):
    """Back to defaults takes own breaks along, leaves the welcome seen, and one click brings all back."""
    mine = with_changes(
        Settings(),
        {
            EVERY: 30,
            "rhythm.tea.length_s": 240,
            "routine.mine.stretches": ["cat-cow"],
            "stretches.weight.cat-cow": 2,
            "stretches.dose.cat-cow.repeats": 3,
            "welcome.done": True,
        },
    )
    desk.settings = mine
    window.set_settings(mine)
    window.go_to("about")
    window.pages["about"].reset_row.control.click()
    assert desk.settings == with_changes(Settings(), {"welcome.done": True})
    assert window.bar.isVisible()
    click(qtbot, window.bar.undo_button)
    assert desk.settings == mine
    assert not window.bar.isVisible()


def test_nothing_to_set_back_is_said(window, desk, qtbot):
    """Defaults already in force ask for nothing."""
    window.go_to("about")
    window.pages["about"].reset_row.control.click()
    assert desk.changes == []
    assert "already" in window.bar.said.text()
    assert not window.bar.undo_button.isVisible()
    click(qtbot, window.bar.close_button)
    assert not window.bar.isVisible()


def chosen(monkeypatch, asking, path):
    """The person picks this file in the dialog."""
    monkeypatch.setattr(settings_window, asking, lambda *_given: str(path))


def test_settings_travel_in_a_file(window, desk, qtbot, monkeypatch, tmp_path):
    """Exported here, imported after a change: everything is as it was, and one click takes that back."""
    window.go_to("about")
    page = window.pages["about"]
    file = tmp_path / "mine.toml"
    desk.change_settings({EVERY: 30, "rhythm.tea.length_s": 240})
    exported = desk.settings
    chosen(monkeypatch, "file_to_write", file)
    page.export_row.control.click()
    assert window.bar.said.text() == f"Your settings are in {file}."
    desk.change_settings({EVERY: 60, "rhythm.tea": None, "welcome.done": True})
    changed = desk.settings
    chosen(monkeypatch, "file_to_read", file)
    page.import_row.control.click()
    assert desk.settings == with_changes(exported, {"welcome.done": True})
    click(qtbot, window.bar.undo_button)
    assert desk.settings == changed


@pytest.mark.parametrize("content", [b"not = toml = at all", b"\xff\xfe\x00", b"a" * 2_000_000, None])
def test_a_file_that_cannot_be_used_changes_nothing(window, desk, monkeypatch, tmp_path, content):
    """One sentence says why, by the file's name; there is nothing to undo."""
    file = tmp_path / "broken.toml"
    if content is not None:
        file.write_bytes(content)
    chosen(monkeypatch, "file_to_read", file)
    window.go_to("about")
    window.pages["about"].import_row.control.click()
    assert desk.changes == []
    assert "broken.toml" in window.bar.said.text()
    assert not window.bar.undo_button.isVisible()


def test_a_file_with_a_wrong_value_is_taken_without_it(window, desk, monkeypatch, tmp_path):
    """What can be used is, and what not is named."""
    file = tmp_path / "old.toml"
    file.write_text("[rhythm.stretch]\nevery_min = 9999\nstretches = 5\n")
    chosen(monkeypatch, "file_to_read", file)
    window.go_to("about")
    window.pages["about"].import_row.control.click()
    assert desk.settings.rhythm["stretch"].stretches == 5
    assert desk.settings.rhythm["stretch"].every_min == 45
    assert "every_min" in window.bar.said.text()


def test_closing_the_file_dialog_does_nothing(window, desk, monkeypatch):
    """No file, no sentence."""
    window.go_to("about")
    for method, row in (("file_to_write", "export_row"), ("file_to_read", "import_row")):
        chosen(monkeypatch, method, "")
        getattr(window.pages["about"], row).control.click()
    assert desk.changes == []
    assert not window.bar.isVisible()


def test_a_file_that_cannot_be_written_is_told(window, monkeypatch, tmp_path):
    """One sentence, and nothing else happens."""
    chosen(monkeypatch, "file_to_write", tmp_path / "missing" / "mine.toml")
    window.go_to("about")
    window.pages["about"].export_row.control.click()
    assert "cannot be written" in window.bar.said.text()


# -- breaks of one's own -----------------------------------------------------------------------------------


def test_a_meal_and_standing_up_are_added_with_a_click(window, desk):
    """They come with fitting numbers, and a card of their own to change them."""
    window.go_to("breaks")
    page = window.pages["breaks"]
    page.meal.control.click()
    page.stand.control.click()
    assert desk.settings.rhythm["meal"].every_min == 240
    assert desk.settings.rhythm["stand"].every_min == 30
    window.rows.control("rhythm.meal.every_min").more_button.click()
    assert desk.settings.rhythm["meal"].every_min == 270
    page.meal.control.click()
    assert page.meal.problem == "There is a break called “meal” already."


def test_a_break_of_ones_own_is_named_and_removed(window, desk, qtbot):
    """It is added by name, removed by its button, and comes back by undo."""
    window.go_to("breaks")
    page = window.pages["breaks"]
    qtbot.keyClicks(page.name_line, "tea")
    click(qtbot, page.add_button)
    assert "tea" in desk.settings.rhythm
    added = desk.settings
    assert page.remove_buttons["tea"].accessibleName() == "Remove: Tea"
    page.remove_buttons["tea"].click()
    assert "tea" not in desk.settings.rhythm
    assert "rhythm.tea.every_min" not in window.rows.keys
    click(qtbot, window.bar.undo_button)
    assert desk.settings == added
    assert "rhythm.tea.every_min" in window.rows.keys


def test_undo_leaves_what_was_changed_later(window, desk):
    """Taking one thing back takes nothing else back."""
    window.go_to("breaks")
    desk.change_settings({"rhythm.tea.length_s": 240})
    window.pages["breaks"].remove_buttons["tea"].click()
    desk.change_settings({EVERY: 60})
    window.bar.undo_button.click()
    assert desk.settings.rhythm["tea"].length_s == 240
    assert desk.settings.rhythm["stretch"].every_min == 60


def test_a_name_that_cannot_be_is_refused_kindly(window, desk, qtbot):
    """A dot parts keys, so a name has none; what was typed stays."""
    window.go_to("breaks")
    page = window.pages["breaks"]
    qtbot.keyClicks(page.name_line, "a.b")
    qtbot.keyClick(page.name_line, Qt.Key.Key_Return)
    assert "no dot" in page.own.problem
    assert page.name_line.text() == "a.b"
    assert desk.changes == []


def test_a_break_always_shows_something(filled, desk):
    """Switching off the length of a plain pause is refused in words, and the switch goes back."""
    filled.pages["breaks"].meal.control.click()
    desk.asked.clear()
    length = filled.rows.control("rhythm.meal.length_s")
    length.switch.click()
    assert "one of the two" in filled.rows.row("rhythm.meal.length_s").problem
    assert length.switch.isChecked()
    assert desk.changes == []


def test_a_break_shows_a_routine(filled, desk):
    """The menu offers the routines by their titles."""
    menu = filled.rows.control("rhythm.stretch.routine")
    at = menu.findText("After lunch")
    menu.activated.emit(at)
    assert desk.settings.rhythm["stretch"].routine == "after-lunch"
    assert menu.currentText() == "After lunch"


# -- search ------------------------------------------------------------------------------------------------


def test_search_finds_across_pages(window, qtbot):
    """All rows with all words typed, and no others, on all pages; each setting once."""
    qtbot.keyClicks(window.search, "chime Break")
    assert [words for words in row_texts(window) if "chime" not in words] == []
    assert len(row_texts(window)) == 1
    assert window.pages["sound"].isVisible()
    assert not window.pages["everyday"].isVisible()


def test_search_says_kindly_that_there_is_nothing(window, qtbot):
    """The words typed are in the sentence; clearing the search brings the page back."""
    qtbot.keyClicks(window.search, "walrus")
    assert "“walrus”" in window.nothing.heading.text()
    assert window.nothing.isVisible()
    assert row_texts(window) == []
    click(qtbot, window.nothing.button)
    assert window.search.text() == ""
    assert not window.nothing.isVisible()
    assert window.pages["everyday"].isVisible()
    assert row_texts(window)


def test_what_is_sought_is_shown_as_it_was_typed(window, qtbot):
    """Signs of HTML too."""
    qtbot.keyClicks(window.search, "<b>bold</b>")
    assert window.nothing.heading.textFormat() == Qt.TextFormat.PlainText


def test_the_frame_of_a_search_is_no_higher_than_the_pages_names(window, qtbot):
    """While a search is shown the list as a whole has the focus: its ring has no empty room in it."""
    qtbot.keyClicks(window.search, "sound")
    last = window.list.visualItemRect(window.list.item(window.list.count() - 1))
    assert 0 <= window.list.viewport().height() - last.bottom() - 1 <= 2


def test_esc_ends_a_search(window, qtbot):
    """The page that was shown before is there again."""
    window.go_to("timing")
    qtbot.keyClicks(window.search, "sound")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert window.pages["timing"].isVisible()
    assert not window.pages["sound"].isVisible()


def test_choosing_a_page_ends_a_search(window, qtbot):
    """A click on a page shows the whole of it, also the page that was open before."""
    qtbot.keyClicks(window.search, "chime")
    item = window.list.visualItemRect(window.list.item(0)).center()
    qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=item)
    assert window.search.text() == ""
    assert window.pages["everyday"].isVisible()
    assert not window.pages["sound"].isVisible()


def test_search_is_reached_by_its_shortcut(window, qtbot):
    """Ctrl+F goes to the search."""
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.search


# -- following and refusing --------------------------------------------------------------------------------


def test_a_refused_change_says_why_and_shows_what_holds(window, desk, qtbot):
    """The sentence stands by the setting, and the control goes back; the next good change takes it away."""
    desk.problem = "The file cannot be written."
    switch = window.rows.control("sound.enabled")
    click(qtbot, switch)
    assert window.rows.row("sound.enabled").problem == "The file cannot be written."
    assert switch.isChecked()
    desk.problem = None
    click(qtbot, switch)
    assert window.rows.row("sound.enabled").problem == ""


def test_settings_changed_elsewhere_are_shown(filled, desk):
    """A change by the command line moves the controls and asks for nothing."""
    filled.set_settings(
        with_changes(Settings(), {EVERY: 30, "appearance.theme": "dark", "sound.enabled": False})
    )
    assert filled.rows.control(EVERY).value == 30
    assert filled.rows.control("appearance.theme").value == "dark"
    assert not filled.rows.control("sound.enabled").isChecked()
    assert desk.changes == []


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_a_list_that_is_open_is_left_alone(window, desk, qtbot):
    """Not filled anew under the pointer when the file changes; what it offers is new once it is closed."""
    window.go_to("breaks")
    menu = window.rows.control("rhythm.eyes.routine")
    menu.showPopup()
    offered = menu.count()
    cleared = []
    menu.model().rowsAboutToBeRemoved.connect(lambda *_: cleared.append(True))
    changes = {"routine.mine": {"title": "Mine", "stretches": ("shoulder-roll",)}, EVERY: 30.0}
    window.set_settings(with_changes(desk.settings, changes))
    assert (menu.count(), cleared) == (offered, [])
    assert window.rows.control(EVERY).value == 30
    menu.hidePopup()
    qtbot.waitUntil(lambda: menu.findData("mine") >= 0)


def test_a_list_that_offers_the_same_is_not_filled_anew(window, desk):
    """It would flicker, and forget which choice the pointer is on."""
    window.go_to("breaks")
    menu = window.rows.control("rhythm.eyes.routine")
    cleared = []
    menu.model().rowsAboutToBeRemoved.connect(lambda *_: cleared.append(True))
    window.set_settings(with_changes(desk.settings, {EVERY: 30.0}))
    assert cleared == []


@pytest.fixture
def with_keyboard(filled, qtbot):
    """A window that has the keyboard."""
    filled.activateWindow()
    qtbot.waitUntil(filled.isActiveWindow)
    return filled


def begin(window, qtbot, page, field, text):
    """Type into a field without leaving it."""
    window.go_to(page)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def change_elsewhere(window, desk, changes):
    """Another process writes the settings file."""
    desk.settings = with_changes(desk.settings, changes)
    window.set_settings(desk.settings)


def test_a_time_that_is_half_typed_stays(with_keyboard, desk, qtbot):
    """Whatever is changed elsewhere meanwhile; it counts when it is finished, and then follows again."""
    line = with_keyboard.rows.control("timing.day_starts")
    begin(with_keyboard, qtbot, "timing", line, "6:4")
    change_elsewhere(with_keyboard, desk, {"timing.day_starts": "07:00", "timing.warn_s": 30.0})
    assert line.text() == "6:4"
    assert with_keyboard.rows.control("timing.warn_s").value == 30
    qtbot.keyClicks(line, "5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settings.timing.day_starts == line.text() == "06:45"
    change_elsewhere(with_keyboard, desk, {"timing.day_starts": "08:00"})
    assert line.text() == "08:00"


def test_hours_that_are_half_typed_stay(with_keyboard, desk, qtbot):
    """The other days follow."""
    lines = with_keyboard.pages["hours"].editor.lines
    begin(with_keyboard, qtbot, "hours", lines["mon"], "9-1")
    change_elsewhere(with_keyboard, desk, {"hours.mon": ("10:00-11:00",), "hours.tue": ("10:00-11:00",)})
    assert (lines["mon"].text(), lines["tue"].text()) == ("9-1", "10:00-11:00")
    qtbot.keyClicks(lines["mon"], "2")
    qtbot.keyClick(lines["mon"], Qt.Key.Key_Return)
    assert desk.settings.hours.mon == ("09:00-12:00",)
    assert lines["mon"].text() == "09:00-12:00"


def test_hours_that_were_refused_stay_to_be_mended(with_keyboard, desk, qtbot):
    """Also when something else is changed elsewhere."""
    line = with_keyboard.pages["hours"].editor.lines["mon"]
    begin(with_keyboard, qtbot, "hours", line, "9-")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    change_elsewhere(with_keyboard, desk, {EVERY: 30.0})
    assert line.text() == "9-"


@pytest.mark.parametrize("typed", ["50", "45", "30"])
def test_a_number_that_is_half_typed_stays(with_keyboard, desk, qtbot, typed):
    """And counts when it is finished, also where it is what stood there before, or what came meanwhile."""
    number = with_keyboard.rows.control(EVERY)
    begin(with_keyboard, qtbot, "breaks", number.field, typed[0])
    change_elsewhere(with_keyboard, desk, {EVERY: 30.0, "timing.warn_s": 30.0})
    assert number.field.text() == typed[0]
    assert with_keyboard.rows.control("timing.warn_s").value == 30
    qtbot.keyClicks(number.field, typed[1])
    qtbot.keyClick(number.field, Qt.Key.Key_Return)
    assert desk.settings.rhythm["stretch"].every_min == number.value == float(typed)
    change_elsewhere(with_keyboard, desk, {EVERY: 20.0})
    assert number.value == 20


def test_a_number_that_was_begun_in_vain_shows_what_came_meanwhile(with_keyboard, desk, qtbot):
    """What is no number is refused, and what holds stands there."""
    number = with_keyboard.rows.control("timing.warn_s")
    begin(with_keyboard, qtbot, "timing", number.field, "x")
    change_elsewhere(with_keyboard, desk, {"timing.warn_s": 30.0})
    assert number.field.text() == "x"
    qtbot.keyClick(number.field, Qt.Key.Key_Return)
    assert number.value == desk.settings.timing.warn_s == 30


def test_a_number_is_not_switched_off_while_somebody_types_it(with_keyboard, desk, qtbot):
    """A number that may be left to the program stays until it is finished."""
    change_elsewhere(with_keyboard, desk, {"rhythm.stretch.rest_s": 40.0})
    own = with_keyboard.rows.control("rhythm.stretch.rest_s")
    begin(with_keyboard, qtbot, "breaks", own.number.field, "5")
    change_elsewhere(with_keyboard, desk, {"rhythm.stretch.rest_s": None, EVERY: 30.0})
    assert own.number.isVisible()
    qtbot.keyClicks(own.number.field, "0")
    qtbot.keyClick(own.number.field, Qt.Key.Key_Return)
    assert desk.settings.rhythm["stretch"].rest_s == 50


def test_a_slider_that_is_held_decides_when_it_is_let_go(window, desk):
    """Whatever is changed elsewhere meanwhile."""
    interval = window.rows.control(EVERY)
    interval.slider.setSliderDown(True)
    interval.slider.setValue(12)
    change_elsewhere(window, desk, {EVERY: 30.0})
    assert interval.number.value == 60
    interval.slider.setSliderDown(False)
    assert desk.settings.rhythm["stretch"].every_min == 60


def test_the_preview_follows_a_change(window, desk):
    """A shorter interval makes more breaks of the day, worked out once for several changes."""
    before = len(window.strip.breaks)
    number = window.rows.control(EVERY).number
    for _ in range(4):
        number.less_button.click()
    assert window._preview.isActive()
    window._preview.timeout.emit()
    assert len(window.strip.breaks) > before


def test_small_windows_keep_what_matters(window, desk, qtbot):
    """On a small screen at 200 % the preview is a sentence, and no page is cut off at the side."""
    desk.change_settings({"rhythm.meal.length_s": 1800.0, "rhythm.meal.rest_s": 1200.0})
    window.resize(*window.minimumSize().toTuple())
    for name in window.pages:
        window.go_to(name)
        page = window.area.widget()
        assert page.minimumSizeHint().width() <= window.area.viewport().width(), name
    assert not window.strip._band.isVisible()
    assert window.strip.said.isVisible()


def test_names_of_pages_that_are_cut_are_told_whole(window):
    """In a tooltip, on the narrowest screens, in a language of longer words; ours are whole on all."""
    item = window.list.item(7)
    for size in ((960, 690), window.minimumSize().toTuple()):
        window.resize(*size)
        QCoreApplication.processEvents()
        assert item.toolTip() == ""
    item.setText("Tonwiedergabe und Start")
    window.resize(*(side + 1 for side in size))
    QCoreApplication.processEvents()
    assert item.toolTip() == item.text()


def test_a_long_name_of_a_program_leaves_its_button_in_the_window(window, desk):
    """It goes on in a next line."""
    window.resize(640, 432)
    window.go_to("quiet")
    desk.change_settings({"holds.excluded_apps": ("a-program-with-a-name-" * 8,)})
    QCoreApplication.processEvents()
    assert window.area.widget().minimumSizeHint().width() <= window.area.viewport().width()


def test_pages_are_as_high_as_their_rows(window):
    """A page holds no gap: what flows into lines wants just the room of its lines."""
    for name in window.pages:
        window.go_to(name)
        QCoreApplication.processEvents()
        page = window.pages[name]
        assert page.height() == page.heightForWidth(page.width()), name


def test_a_row_that_gets_the_focus_comes_into_view(window, qtbot):
    """Whoever goes on by Tab sees where they are."""
    window.resize(700, 400)
    window.list.setFocus()
    for _ in range(40):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused is window.rows.control("startup.at_login"):
            break
    top = focused.mapTo(window.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= window.area.viewport().height() - focused.height()


# -- hours -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ()),
        ("9-17", ("09:00-17:00",)),
        ("9:00 – 12:30, 13.30-18", ("09:00-12:30", "13:30-18:00")),  # noqa: RUF001
        ("22-2;", ("22:00-02:00",)),
        ("nine to five", ("nine to five",)),
    ],
)
def test_hours_are_read_as_people_write_them(written, read):
    """Short forms are spelled out; what is no range is left for the settings to refuse."""
    assert read_hours(written) == read


def test_working_hours_are_changed_day_by_day(window, desk, qtbot):
    """A line left changed changes its day, the same text does not; one click brings all days back."""
    window.go_to("hours")
    page = window.pages["hours"]
    line = page.editor.lines["mon"]
    line.editingFinished.emit()
    assert desk.changes == []
    type_into(qtbot, line, "8-12, 13-16:30")
    assert desk.settings.hours.mon == ("08:00-12:00", "13:00-16:30")
    click(qtbot, page.row.reset_button)
    assert desk.settings == Settings()


def test_hours_that_cannot_be_are_told(window, desk, qtbot):
    """One sentence stands under the days, and what was written stays to be mended."""
    window.go_to("hours")
    page = window.pages["hours"]
    type_into(qtbot, page.editor.lines["tue"], "nine")
    assert page.row.problem.startswith("Hours are written like")
    assert page.editor.lines["tue"].text() == "nine"
    assert desk.changes == []


def test_everything_has_a_name_for_screen_readers(filled):
    """No control is nameless."""
    for key in filled.rows.keys:
        control = filled.rows.control(key)
        assert isinstance(control, QWidget)
        assert control.accessibleName(), key


def test_pages_stand_in_one_line(look, qtbot):
    """A page without a scroll bar has its rows where the others have theirs."""
    window = open_settings(look, Desk())
    qtbot.addWidget(window)
    lefts = set()
    for name in ("sound", "timing"):
        window.go_to(name)
        QCoreApplication.processEvents()
        page = window.pages[name]
        lefts.add((page.mapTo(window, page.rect().topLeft()).x(), page.width()))
    assert len(lefts) == 1


def test_a_low_window_leaves_room_for_the_page(look, qtbot):
    """On a small screen at 200 % all pages can be seen by name; the preview goes while the bar is there."""
    window = open_settings(look, Desk())
    qtbot.addWidget(window)
    window.resize(683, 336)
    QCoreApplication.processEvents()
    assert window.list.verticalScrollBar().maximum() == 0
    assert window.strip.isVisible()
    window.bar.say("Something can be taken back.", lambda: None)
    QCoreApplication.processEvents()
    assert not window.strip.isVisible()
    window.bar.close_button.click()
    assert window.strip.isVisible()


def test_the_first_row_shown_has_no_line_over_it(look, qtbot):
    """Where a card's first row is left away, by a search for example, the next one begins the card."""
    window = open_settings(look, Desk())
    qtbot.addWidget(window)
    window.go_to("timing")
    first, second, third = (
        window.rows.row(key) for key in ("timing.warn_s", "timing.gap_s", "timing.gap_max_s")
    )
    assert [row.property("parted") for row in (first, second, third)] == [False, True, True]
    first.set_wanted(False)
    assert [row.property("parted") for row in (second, third)] == [False, True]
    first.set_wanted(True)
    assert [row.property("parted") for row in (first, second)] == [False, True]
