"""All windows together, following a session."""

import dataclasses
from weakref import ref

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from tests.library import STRETCHES
from tests.services.world import CATALOGUE
from tests.ui.samples import NOW_S, on_break, view, warned
from tests.ui.settings_desk import MONDAY, PLACES

from unhunch.adapters.settings_exchange import SettingsExchange
from unhunch.domain.events import Event
from unhunch.domain.settings import Settings, with_changes
from unhunch.services.preview import typical_day
from unhunch.ui.context import Context
from unhunch.ui.front import Front

FIRST_THREE = ("shoulder-roll", "neck-flexion", "overhead-reach")


class FakeLibrary:
    """The shipped stretches, without files of the person's own."""

    get = staticmethod(STRETCHES.get)

    def catalogue(self, _settings):
        return CATALOGUE

    def __iter__(self):
        return iter(STRETCHES.values())


class FakeCollection:
    """A person without stretches of their own."""

    def picture(self, stretch):
        return None


class FakeSound:
    """Writes down what was played."""

    def __init__(self):
        self.played = []

    def play(self, name):
        self.played.append(name)


@pytest.fixture
def sound():
    return FakeSound()


@pytest.fixture
def front(wishes, clock, sound, qtbot):
    context = Context(
        wishes=wishes,
        library=FakeLibrary(),
        collection=FakeCollection(),
        sound=sound,
        boot_s=clock,
        view=view,
        exchange=SettingsExchange(),
        places=PLACES,
        day=lambda: typical_day(MONDAY),
    )
    made = Front(context, Settings())
    yield made
    made.show(view())
    if made.break_window is not None and made.break_window.mode != "closed":
        made.break_window._leave.timeout.emit()
    made.close()


def happens(front, name, **fields):
    front.happened(Event(name=name, fields=fields, at_s=NOW_S), view())


def card_view():
    shown = warned()
    return replace(shown, card=replace(shown.card, stretches=FIRST_THREE))


def test_an_idle_front_has_no_windows(front):
    """Nothing is built before it is needed."""
    front.show(view())
    assert (front.card, front.break_window, front.pages.home, front.pages.settings_window) == (None,) * 4


def test_no_card_comes_while_a_key_is_waited_for(front, qtbot):
    """The window manager would give the keyboard to it, and nobody had it; it comes when the key is up."""
    front.show(on_break())
    window = front.break_window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Return)
    front._context = dataclasses.replace(front._context, view=card_view)
    front.show(card_view())
    assert window.isVisible()
    assert front.card is None
    with qtbot.waitSignal(window.closed):
        window._keys.forget()
    assert front.card.isVisible()


def test_a_card_names_its_first_stretch_and_readies_the_break(front, qtbot):
    """While the card counts down, the break's window is made, so that it opens at once."""
    front.show(card_view())
    assert front.card._coming.text() == "First: Shoulder roll"
    front._warming.timeout.emit()
    assert front.break_window is not None
    assert front.break_window.mode == "closed"


def test_a_break_opens_is_followed_and_ends_with_its_moment(front, sound):
    """Card, break, finishing moment with the stretches done; a sound at both ends."""
    front.show(card_view())
    happens(front, "break_started", rhythm="stretch", stretches=FIRST_THREE, length_s=180.0)
    happens(front, "stretch_started", stretch="shoulder-roll")
    front.show(on_break(0, 1))
    assert not front.card.isVisible()
    assert front.break_window.mode == "open"
    happens(front, "stretch_started", stretch="neck-flexion")
    happens(front, "break_ended", rhythm="stretch", outcome="taken", done_s=180.0)
    front.show(view())
    assert front.break_window.mode == "finished"
    assert [stretch for stretch, _ in front.break_window.finishing._done] == list(FIRST_THREE[:2])
    assert sound.played == ["start", "end"]


def test_a_break_leaves_nothing_behind(front, qtbot):
    """Its window, and what was worked out for its stretches, go once it is over."""
    front.show(on_break(0, 1))
    window, guide = ref(front.break_window), ref(front.gallery.guide("shoulder-roll"))
    front.show(view())
    qtbot.waitUntil(lambda: front.break_window is None)
    qtbot.waitUntil(lambda: window() is None and guide() is None)


def test_the_next_break_may_begin_at_once(front, qtbot):
    """A window that is open again before the last break has been cleared away stays."""
    front.show(on_break(0, 1))
    front.show(view())
    front.show(on_break(0, 1))
    qtbot.wait(50)
    assert front.break_window.mode == "open"


def test_a_break_cut_short_just_goes(front, sound):
    """Whoever ends a break early sees no finishing moment and hears nothing."""
    happens(front, "break_started", rhythm="stretch", stretches=FIRST_THREE, length_s=180.0)
    front.show(on_break(0, 1))
    happens(front, "break_ended", rhythm="stretch", outcome="cut_short", done_s=20.0)
    front.show(view())
    assert front.break_window.mode == "closed"
    assert sound.played == ["start"]


def test_sound_can_be_off(front, sound):
    """With sound off nothing is played."""
    front.set_settings(with_changes(Settings(), {"sound.enabled": False}))
    happens(front, "break_started", rhythm="stretch", stretches=FIRST_THREE, length_s=180.0)
    assert sound.played == []


def test_three_skips_are_asked_about_and_a_long_pause_is_reminded_of(front):
    """Both questions come in their card."""
    happens(front, "asked", rhythm="stretch")
    assert front.asking.isVisible()
    assert "suit you" in front.asking.title.text()
    happens(front, "reminded")
    assert "still paused" in front.asking.title.text()


def test_another_person_paints_the_next_break(front):
    """The settings' person reaches the break window."""
    front.show(on_break(0, 1))
    person = front.gallery.people[3].id
    front.set_settings(with_changes(Settings(), {"appearance.person": person}))
    assert front.break_window.stage.figure._artist.person.id == person


def test_pictures_go_when_the_break_does(front, monkeypatch):
    """After a break nothing painted is kept."""
    front.show(on_break(0, 1))
    front.break_window.grab()
    assert front.gallery._stills
    front.show(view())
    assert not front.gallery._stills


def test_what_was_read_and_closed_is_not_told_again(front):
    """A new sentence stands alone, however many there were before."""
    for n in range(12):
        front.tell(f"The file {n} cannot be read.")
    front.notes.close()
    front.tell("The history cannot be written.")
    assert front.notes.text.text() == "The history cannot be written."


def test_many_notes_are_scrolled_to(front):
    """However many there are, the window stays on the screen, and none of them is cut."""
    front.tell("Short.")
    QCoreApplication.processEvents()
    low = front.notes.height()
    for n in range(11):
        front.tell(f"The file {n} with a rather long name cannot be read, and the defaults are used. " * 4)
    QCoreApplication.processEvents()
    notes, bar = front.notes, front.notes.area.verticalScrollBar()
    assert low < notes.height() <= notes.screen().availableGeometry().height()
    assert notes.text.height() >= notes.text.heightForWidth(notes.text.width())
    assert bar.maximum() == notes.text.height() - notes.area.viewport().height() > 0


def test_errors_and_notes_have_their_windows(front):
    """An error shows its details, a note its sentence."""
    front.show_error("summary", "Traceback: boom")
    front.tell("The settings file was broken.")
    assert front.errors.details.toPlainText() == "Traceback: boom"
    assert front.notes.text.text() == "The settings file was broken."


@pytest.mark.parametrize("name", ["home", "settings_window", "doctor"])
def test_a_closed_page_is_dropped_and_made_anew(front, name):
    """Closing a page gives its memory back; opening it again works."""
    pages = front.pages
    open_page = {"home": pages.show_home, "settings_window": pages.show_settings, "doctor": pages.show_doctor}
    for _ in range(2):
        open_page[name]()
        window = getattr(pages, name)
        assert window.isVisible()
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert getattr(pages, name) is None
    front.show(view())
    front.set_settings(with_changes(Settings(), {"appearance.theme": "dark"}))


def test_the_page_on_doctors_stands_over_the_break(front, qtbot):
    """Who asks for it in a break sees it: opened before, or for the second time, too."""
    front.pages.show_doctor()
    for _ in range(2):
        front.show(view())
        front.show(on_break())
        front.break_window.doctor_requested.emit()
        page = front.pages.doctor
        assert page.isVisible()
        assert page.windowHandle().transientParent() is front.break_window.windowHandle()
