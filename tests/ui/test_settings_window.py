"""The settings window, used as a person would."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.library import STRETCHES

from unhunch.domain.settings import Settings, with_changes
from unhunch.ui.controls import Number, stepping
from unhunch.ui.gallery import Gallery
from unhunch.ui.hours import read_hours
from unhunch.ui.settings_window import SettingsWindow, value_at

KEYS_WITH_SWITCHES = [
    "rhythm.stretch.enabled",
    "rhythm.eyes.enabled",
    "stretches.floor_space",
    "appearance.dim_other_screens",
    "holds.meeting",
    "holds.fullscreen",
    "holds.dnd",
    "hours.enabled",
    "sound.enabled",
    "startup.at_login",
]
KEYS_WITH_NUMBERS = [
    "rhythm.stretch.every_min",
    "rhythm.stretch.stretches",
    "rhythm.eyes.every_min",
    "timing.warn_s",
    "timing.snooze_min",
    "timing.snooze_limit",
]


@pytest.fixture
def window(look, wishes, qtbot):
    gallery = Gallery(look, STRETCHES.get)
    made = SettingsWindow(look, wishes, gallery, STRETCHES.values(), Settings())
    qtbot.addWidget(made)
    made.show()
    return made


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", KEYS_WITH_SWITCHES)
def test_every_switch_changes_its_setting(window, wishes, qtbot, key):
    """A click on a switch wishes for the other value."""
    click(qtbot, window.controls[key])
    assert wishes.asked == [("change_settings", {key: not value_at(Settings(), key)})]


@pytest.mark.parametrize("key", KEYS_WITH_NUMBERS)
def test_every_number_can_be_read(window, key):
    """The field inside the spin box is wide enough for its number and unit."""
    line = window.controls[key].field.lineEdit()
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()


@pytest.mark.parametrize("key", KEYS_WITH_NUMBERS)
def test_every_number_goes_up_and_down(window, wishes, qtbot, key):
    """Plus and minus change a number and bring it back; whole numbers stay whole."""
    number = window.controls[key]
    before = value_at(Settings(), key)
    click(qtbot, number.more_button)
    click(qtbot, number.less_button)
    changes = [changes[key] for _, changes in wishes.asked]
    assert changes[0] > before
    assert changes[1] == before
    assert type(changes[0]) is type(before) or isinstance(changes[0], float)


def test_a_number_can_be_typed(window, wishes, qtbot):
    """Typing a number and pressing Enter changes it once."""
    field = window.controls["rhythm.stretch.every_min"].field
    field.selectAll()
    qtbot.keyClicks(field, "52")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wishes.asked == [("change_settings", {"rhythm.stretch.every_min": 52.0})]


def test_the_arrow_keys_step_a_number(window, wishes, qtbot):
    """Up does what plus does."""
    qtbot.keyClick(window.controls["rhythm.stretch.every_min"].field, Qt.Key.Key_Up)
    assert wishes.asked == [("change_settings", {"rhythm.stretch.every_min": 50.0})]


def test_numbers_stay_in_their_bounds(window, wishes):
    """The smallest interval cannot be made smaller."""
    number = window.controls["rhythm.stretch.every_min"]
    number.set_value(1)
    assert not number.less_button.isEnabled()
    number.field.stepBy(-1)
    assert number.value == 1
    assert wishes.asked == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("appearance.theme", "dark"),
        ("appearance.theme", "contrast"),
        ("appearance.break_window", "card"),
        ("appearance.posture", "sitting"),
        ("appearance.motion", "reduced"),
    ],
)
def test_every_choice_changes_its_setting(window, wishes, qtbot, key, value):
    """A click on a choice wishes for it."""
    click(qtbot, window.controls[key].button(value))
    assert wishes.asked == [("change_settings", {key: value})]


def test_somebody_else_can_show_the_stretches(window, wishes, qtbot):
    """A click on a face chooses that person."""
    faces = window.controls["appearance.person"].faces
    person = list(faces)[2]
    click(qtbot, faces[person])
    assert wishes.asked == [("change_settings", {"appearance.person": person})]


def test_a_refused_change_says_why_and_shows_what_holds(window, wishes, qtbot):
    """The sentence stands by the setting, and the control goes back; the next good change takes it away."""
    wishes.problem = "The file cannot be written."
    click(qtbot, window.controls["sound.enabled"])
    assert window.problem_of("sound.enabled") == "The file cannot be written."
    assert window.controls["sound.enabled"].isChecked()
    wishes.problem = None
    click(qtbot, window.controls["sound.enabled"])
    assert window.problem_of("sound.enabled") == ""


def test_stretches_are_switched_on_and_off(window, wishes, qtbot):
    """Switching one off leaves the order of the others."""
    click(qtbot, window.stretch_rows["neck-flexion"].switch)
    assert wishes.asked == [("change_settings", {"stretches.enabled": ("shoulder-roll", "overhead-reach")})]


def test_the_last_stretch_stays(window, wishes, qtbot):
    """One stretch is kept, and it is said how to have none."""
    only = with_changes(Settings(), {"stretches.enabled": ("neck-flexion",)})
    window.set_settings(only)
    click(qtbot, window.stretch_rows["neck-flexion"].switch)
    assert wishes.asked == []
    assert "at least one" in window._stretch_problem.text()
    assert window.stretch_rows["neck-flexion"].switch.isChecked()


def test_floor_stretches_need_floor_space(window):
    """They are offered to people who said that they have room."""
    floor = [row for row in window.stretch_rows.values() if row.stretch.needs_floor]
    assert all(row.isHidden() for row in floor)
    window.set_settings(with_changes(Settings(), {"stretches.floor_space": True}))
    assert not any(row.isHidden() for row in floor)


def test_settings_changed_elsewhere_are_shown(window, wishes):
    """A change by the command line moves the controls and asks for nothing."""
    window.set_settings(
        with_changes(
            Settings(), {"rhythm.stretch.every_min": 30, "appearance.theme": "dark", "sound.enabled": False}
        )
    )
    assert window.controls["rhythm.stretch.every_min"].value == 30
    assert window.controls["appearance.theme"].value == "dark"
    assert not window.controls["sound.enabled"].isChecked()
    assert wishes.asked == []


def test_everything_has_a_name_for_screen_readers(window):
    """No control is nameless."""
    for key, control in window.controls.items():
        assert control.accessibleName(), key


def test_a_number_says_its_unit(qapp, qtbot):
    """Whole numbers have no needless decimals, and units are said."""
    number = Number(low=1, high=480, step=stepping(5, 1), suffix="min", name="Every", whole=False)
    qtbot.addWidget(number)
    number.set_value(45)
    number.show()
    assert number.field.text() == "45 min"
    text_width = number.field.fontMetrics().horizontalAdvance("45 min")
    assert number.field.lineEdit().width() > text_width
    number.set_value(22.5)
    assert "22.5 min" in number.field.text().replace(",", ".")


@pytest.mark.parametrize(
    ("value", "direction", "after"),
    [(45, 1, 50), (45, -1, 40), (47, 1, 50), (47, -1, 45), (5, -1, 4), (3, 1, 4), (1, -1, 1)],
)
def test_steps_go_along_round_numbers(value, direction, after):
    """Fives above five, ones below, and never under the low end."""
    assert stepping(5, 1)(value, direction) == after


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


def test_working_hours_are_shown_where_they_matter_and_changed(window, wishes, qtbot):
    """The days appear with the switch; a line left changed wishes for it, the same text does not."""
    assert not window.hours_editor.isVisible()
    window.set_settings(with_changes(Settings(), {"hours.enabled": True}))
    assert window.hours_editor.isVisibleTo(window)
    line = window.hours_editor.lines["mon"]
    assert line.text() == "09:00-17:00"
    line.editingFinished.emit()
    assert wishes.asked == []
    line.setText("8-12, 13-16:30")
    line.editingFinished.emit()
    assert wishes.asked == [("change_settings", {"hours.mon": ("08:00-12:00", "13:00-16:30")})]
    assert with_changes(Settings(), wishes.asked[0][1]).hours.mon == ("08:00-12:00", "13:00-16:30")


def test_hours_that_cannot_be_are_told(window, wishes):
    """The settings' own sentence stands under the days, and what was written stays to be mended."""
    window.set_settings(with_changes(Settings(), {"hours.enabled": True}))
    wishes.problem = "“nine” is no range of hours."
    line = window.hours_editor.lines["tue"]
    line.setText("nine")
    line.editingFinished.emit()
    assert window._hours.problem == "“nine” is no range of hours."
    assert line.text() == "nine"
