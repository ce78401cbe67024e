"""The tray icon and its menu."""

import pytest
from PySide6.QtGui import QColor
from tests.ui.samples import on_break, paused, rhythm, view, warned

from unhunch.domain.settings import Appearance
from unhunch.ui.reading import Reading
from unhunch.ui.style import type_scale
from unhunch.ui.tray import Tray
from unhunch.ui.tray_icon import ACCENT, SIZES, STEPS, TrayPicture, app_pixmap, icon, picture, pixmap


@pytest.fixture
def tray(look, wishes, clock, qtbot):
    made = Tray(look, wishes, clock)
    yield made
    made.close()


def offered(tray):
    return [action.text() for action in tray.menu.actions() if action.isVisible() and action.text()]


def press(tray, words):
    every = [*tray.menu.actions(), *tray.pause_menu.actions()]
    next(action for action in every if action.text() == words).trigger()


def shown(some_view):
    return picture(Reading(some_view, 0, 0))


def test_the_ring_fills_with_desk_time():
    """Half of the desk time is half of the ring."""
    assert shown(view(rhythms=(rhythm(0),))) == TrayPicture("working", 0)
    assert shown(view(rhythms=(rhythm(22.5 * 60),))) == TrayPicture("working", STEPS // 2)


@pytest.mark.parametrize(
    ("some_view", "state"),
    [
        (warned(), "due"),
        (view(holds=("meeting",)), "held"),
        (view(phase="waiting", holds=("dnd",)), "held"),
        (paused(), "paused"),
        (view(phase="away", present=False), "away"),
        (view(phase="off_hours"), "away"),
        (view(phase="idle", rhythms=()), "idle"),
        (on_break(), "break"),
        (view(phase="snoozed", prompt_rhythm="stretch"), "working"),
    ],
)
def test_every_state_has_its_picture(some_view, state):
    """The icon tells the states apart."""
    assert shown(some_view).state == state


def test_pictures_of_different_states_differ(qapp):
    """At the smallest size every state is drawn differently, and something is drawn."""
    states = ("working", "due", "held", "paused", "away", "idle", "break")
    images = [pixmap(TrayPicture(state, 20 if state != "idle" else 0), 16).toImage() for state in states]
    for at, image in enumerate(images):
        assert all(image != other for other in images[at + 1 :])
    assert QColor(pixmap(TrayPicture("break", 0), 16).toImage().pixel(8, 8)).name() == ACCENT.lower()


def test_the_icon_comes_in_every_size(qapp):
    """Panels find the very size they want."""
    sizes = {size.width() for size in icon(TrayPicture("working", 5)).availableSizes()}
    assert sizes == set(SIZES)
    assert app_pixmap(64).width() == 64


def test_the_tooltip_follows_the_clock(tray, clock):
    """The words and the ring move on by themselves once a minute."""
    tray.show_view(view())
    assert tray.tooltip.startswith("32 min at the desk")
    clock.now_s += 300
    tray._again.timeout.emit()
    assert tray.tooltip.startswith("37 min at the desk")
    assert tray.picture.step == int(37 / 45 * STEPS)


def test_nothing_ticks_while_time_stands_still(tray):
    """Paused or away, the tray wakes the machine no more."""
    tray.show_view(view())
    assert tray._again.isActive()
    tray.show_view(paused())
    assert not tray._again.isActive()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_menu_that_qt_draws_wears_the_theme(tray, look, theme):
    """It looks like the menus in the windows, and what only tells the state can be read."""
    look.set_appearance(Appearance(theme=theme))
    tray.menu.aboutToShow.emit()
    told = f"QMenu::item:disabled {{ color: {look.theme.ink_soft}; }}"
    assert told in tray.menu.styleSheet()
    tray.menu.ensurePolished()
    assert tray.menu.font().pixelSize() == type_scale().body


def test_the_menu_offers_what_makes_sense_while_working(tray, wishes):
    """Without a prompt there is a break to start and nothing to snooze."""
    tray.show_view(view())
    assert "Start a stretch now" in offered(tray)
    assert not {"Snooze", "Skip this one", "Resume", "Start now"} & set(offered(tray))
    press(tray, "Start a stretch now")
    assert wishes.asked == [("take_break",)]


def test_no_break_is_offered_where_none_is_switched_on(tray):
    """It would be refused."""
    tray.show_view(view(rhythms=(), phase="idle"))
    assert "Start a stretch now" not in offered(tray)


def test_a_prompt_can_be_answered_from_the_menu(tray, wishes):
    """With a card up the menu has the same three answers."""
    tray.show_view(warned())
    assert {"Start now", "Snooze", "Skip this one"} <= set(offered(tray))
    for words in ("Start now", "Snooze", "Skip this one"):
        press(tray, words)
    assert wishes.asked == [("start", False), ("snooze", None), ("skip",)]


def test_without_snoozes_the_short_version_is_offered(tray, wishes):
    """When no snooze is left the menu offers one stretch."""
    tray.show_view(warned(snoozes_left=0))
    assert "Snooze" not in offered(tray)
    press(tray, "Short version: one stretch")
    assert wishes.asked == [("start", True)]


def test_every_pause_is_a_wish(tray, wishes):
    """All five pauses reach the engine, and so does the way back."""
    tray.show_view(view())
    for action in tray.pause_menu.actions():
        action.trigger()
    assert wishes.asked == [
        ("pause", 1800, None),
        ("pause", 3600, None),
        ("pause", 7200, None),
        ("pause", None, "tomorrow"),
        ("pause", None, None),
    ]
    tray.show_view(paused())
    assert "Resume" in offered(tray)


def test_windows_and_quitting_are_asked_for(tray, wishes, qtbot):
    """Settings, the doctor's page and the small window are asked for by signal."""
    tray.show_view(view())
    for words, signal in (
        ("Settings…", tray.settings_requested),
        ("When to see a doctor…", tray.doctor_requested),
        ("Open Unhunch", tray.home_requested),
    ):
        with qtbot.waitSignal(signal, timeout=100):
            press(tray, words)
    press(tray, "Quit Unhunch")
    assert wishes.asked == [("quit",)]
