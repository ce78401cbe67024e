"""The small window, the doctor's page, the error dialog, the look and the translation."""

import linecache
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QRect, QSizeF, Qt
from PySide6.QtDBus import QDBusVariant
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from tests.library import STRETCHES
from tests.ui.samples import on_break, paused, view, warned

from unhunch.domain.settings import Appearance, Settings
from unhunch.figure.motion.step_keys import Key
from unhunch.figure.painter import FigurePainter
from unhunch.ui import screens
from unhunch.ui.centred import Centred
from unhunch.ui.desktop_look import APPEARANCE, GNOME, DesktopLook
from unhunch.ui.dim import Dimmer, apart
from unhunch.ui.doctor import Doctor, sections
from unhunch.ui.error_dialog import KEPT, ErrorDialog
from unhunch.ui.figure_view import FADE_S, TOLD_S, FigureView
from unhunch.ui.gallery import Gallery
from unhunch.ui.home import Home
from unhunch.ui.look import Look, Window
from unhunch.ui.memory import give_back
from unhunch.ui.translation import install


@pytest.fixture
def home(look, wishes, clock, qtbot):
    made = Home(look, wishes, clock)
    qtbot.addWidget(made)
    made.show_view(view())
    made.show()
    return made


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_small_window_says_the_state(home, clock):
    """Ring and words show the state, and follow the clock."""
    assert home.words.text() == "32 min at the desk, next stretch in 13 min."
    assert home.ring._big == "13 min"
    clock.now_s += 120
    home._again.timeout.emit()
    assert home.ring._big == "11 min"


def test_the_small_window_starts_a_break(home, wishes, qtbot):
    """Stretch now opens a break, or the one whose card is up."""
    click(qtbot, home.start_button)
    home.show_view(warned())
    click(qtbot, home.start_button)
    click(qtbot, home.snooze_button)
    click(qtbot, home.skip_button)
    assert wishes.asked == [("take_break",), ("start", False), ("snooze", None), ("skip",)]


def test_the_small_window_pauses_and_resumes(home, wishes, qtbot):
    """Every pause of the tray is there, and the way back."""
    for action in home.pause_button.menu().actions():
        action.trigger()
    home.show_view(paused())
    assert not home.pause_button.isVisible()
    click(qtbot, home.resume_button)
    assert wishes.asked == [
        ("pause", 1800, None),
        ("pause", 3600, None),
        ("pause", 7200, None),
        ("pause", None, "tomorrow"),
        ("pause", None, None),
        ("resume",),
    ]


def test_the_small_window_leads_everywhere(home, wishes, qtbot):
    """Settings, the doctor's page and quitting are one click away."""
    with qtbot.waitSignal(home.settings_requested, timeout=100):
        click(qtbot, home.settings_button)
    with qtbot.waitSignal(home.doctor_requested, timeout=100):
        click(qtbot, home.doctor_button)
    click(qtbot, home.quit_button)
    assert wishes.asked == [("quit",)]


def test_small_windows_fit_a_low_screen(look, wishes, clock, qtbot, monkeypatch):
    """On a small screen at 200 % the lowest buttons of the small window and of the error dialog are on it,
    also where the state takes two lines.
    """
    low = SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 683, 384))
    monkeypatch.setattr(screens, "current_screen", lambda: low)
    home = Home(look, wishes, clock)
    home.show_view(view(holds=("meeting",)))
    dialog = ErrorDialog(look, "unhunch.log")
    dialog.tell("Traceback: one")
    for window in (home, dialog):
        qtbot.addWidget(window)
        window.show()
        assert window.height() <= 384 - screens.TITLE_BAR


def test_the_ring_grows_with_the_text(look, wishes, clock, qtbot, system_text):
    """Who has larger type has a larger ring, for the words in it."""
    sizes = []
    for px in (14, 20):
        system_text(px)
        home = Home(look, wishes, clock)
        qtbot.addWidget(home)
        sizes.append(home.ring.width())
    assert sizes[1] / sizes[0] == pytest.approx(20 / 14, abs=0.01)


def test_a_long_name_stays_in_the_ring(home):
    """A break's name of forty letters is written in two lines within the ring, not over it."""
    pictures = []
    for name in ("", "Mittagessenspausenerinnerung im Stadtpar"):
        home.ring.tell("13 min", name)
        pictures.append(home.ring.grab().toImage())
    without, written = pictures
    line = range(12)
    assert all(without.pixel(x, y) == written.pixel(x, y) for x in line for y in range(without.height()))


def test_the_small_window_rests_when_hidden(home):
    """It wakes the machine only while it can be seen."""
    assert home._again.isActive()
    home.hide()
    assert not home._again.isActive()


def test_nothing_to_start_where_no_break_is_switched_on(home):
    """A button that does nothing would look broken."""
    home.show_view(view(rhythms=(), phase="idle"))
    assert not home.start_button.isVisible()


def test_the_state_stands_in_lines_of_like_length(home):
    """Where it needs two lines no word is left alone in the second."""
    home.show_view(view(holds=("meeting", "fullscreen")))
    whole = home.words.fontMetrics().horizontalAdvance(home.words.text())
    home.words.resize(whole - 5, 40)
    assert home.words.lines_width < 0.75 * whole
    short = Centred("In the middle")
    assert short.lines_width <= short.width()


def test_the_ring_says_that_no_break_is_switched_on(home):
    """An empty ring would look as if something were missing."""
    home.show_view(view(rhythms=(), phase="idle"))
    assert (home.ring._big, home.ring._small) == ("Off", "")


def test_nothing_to_start_during_a_break(home):
    """While a break is open there is nothing to start or pause."""
    home.show_view(on_break())
    assert not home.start_button.isVisible()
    assert not home.pause_button.isVisible()


def test_the_doctors_page_goes_from_urgent_to_harmless(look, qtbot):
    """Four sections, the emergency first, and it says what it is not."""
    page = Doctor(look)
    qtbot.addWidget(page)
    page.show()
    assert [urgency for _, urgency, _ in sections()] == ["urgent", "soon", "plan", "calm"]
    text = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "not medical advice" in text
    assert "Chest pain" in text
    click(qtbot, page.close_button)
    assert not page.isVisible()


def test_an_error_is_told_and_can_be_copied(look, qtbot):
    """The details go to the clipboard, and a second error is added."""
    dialog = ErrorDialog(look, "unhunch.log")
    qtbot.addWidget(dialog)
    dialog.tell("Traceback: one")
    dialog.tell("Traceback: two")
    assert dialog.isVisible()
    click(qtbot, dialog.copy_button)
    assert QGuiApplication.clipboard().text() == "Traceback: one\n\nTraceback: two"
    assert dialog.copy_button.text() == "Copied"
    click(qtbot, dialog.close_button)
    assert not dialog.isVisible()


def test_a_flood_of_errors_stays_readable(look, qtbot):
    """Errors beyond the first twenty are not added."""
    dialog = ErrorDialog(look)
    qtbot.addWidget(dialog)
    for number in range(KEPT + 10):
        dialog.tell(f"error {number}")
    assert dialog.details.toPlainText().count("error") == KEPT


@pytest.mark.parametrize(("wish", "worn"), [("light", "light"), ("dark", "dark"), ("contrast", "contrast")])
def test_the_setting_decides_the_theme(qapp, wish, worn):
    """A theme that was chosen is worn whatever the desktop wants."""
    look = Look(Appearance(theme=wish))
    look.set_desktop(dark=wish == "light")
    assert look.theme.name == worn


def test_the_desktop_decides_where_the_setting_leaves_it(qapp, qtbot):
    """Following the system, the theme changes with the desktop, and windows change with it."""
    look = Look()
    window = Window(look)
    qtbot.addWidget(window)
    look.set_desktop(dark=False)
    light = window.styleSheet()
    look.set_desktop(dark=True)
    assert look.theme.name == "dark"
    assert window.styleSheet() != light
    look.set_desktop(contrast=True)
    assert look.theme.name == "contrast"


def test_the_desktops_settings_are_understood(qapp):
    """What the portal says reaches the look, wrapped or not."""
    look = Look()
    desktop = DesktopLook(look)
    desktop.take(APPEARANCE, "color-scheme", QDBusVariant(1))
    assert look.theme.name == "dark"
    desktop.take(APPEARANCE, "color-scheme", 2)
    assert look.theme.name == "light"
    desktop.take(GNOME, "enable-animations", QDBusVariant(False))
    assert look.reduced_motion
    desktop.take(GNOME, "font-name", "Sans 10")
    assert look.theme.name == "light"


def test_movement_is_reduced_by_wish(qapp):
    """The setting wins over the desktop."""
    look = Look(Appearance(motion="full"))
    look.set_desktop(still=True)
    assert not look.reduced_motion
    look.set_appearance(Appearance(motion="reduced"))
    assert look.reduced_motion


def test_the_gallery_changes_with_the_person_and_posture(look):
    """Another person or posture gives other pictures; the guide is that of the posture."""
    gallery = Gallery(look, STRETCHES.get)
    before = gallery.artist
    standing = gallery.guide("shoulder-roll")
    gallery.set_settings(Settings(appearance=Appearance(person=gallery.people[1].id)))
    assert gallery.artist is not before
    assert gallery.guide("shoulder-roll") is standing
    gallery.set_settings(Settings(appearance=Appearance(posture="sitting")))
    assert gallery.guide("shoulder-roll").form.place == "sitting"
    assert gallery.guide("nothing") is None


def test_english_needs_no_translation_file(qapp, tmp_path):
    """A language without a file leaves the source words."""
    assert install(tmp_path, QLocale("tlh")) == ()


def test_other_screens_are_covered_and_uncovered(look, qtbot):
    """Every screen but the break's own gets a cover that takes no focus; all go at the end."""
    dimmer = Dimmer(look)
    (screen,) = QGuiApplication.screens()
    dimmer.cover_all_but(screen)
    assert dimmer.covered == ()
    dimmer.cover_all_but(None)
    assert dimmer.covered == (screen,)
    cover = dimmer._covers[screen]
    assert cover.isVisible()
    assert cover.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert cover.geometry() == screen.geometry()
    dimmer.cover_all_but(screen)
    assert dimmer.covered == ()
    assert not cover.isVisible()


def test_a_mirrored_screen_is_not_covered(look):
    """A projector that shows the same, or part of it, would have its cover over the break."""

    def at(*box):
        return SimpleNamespace(geometry=lambda: QRect(*box))

    free = at(0, 0, 1366, 768)
    assert not apart(free, free)
    assert not apart(at(0, 0, 1366, 768), free)
    assert not apart(at(0, 0, 1920, 1080), free)
    assert apart(at(1366, 0, 1920, 1080), free)


def test_reduced_movement_fades_from_pose_to_pose(qapp, qtbot):
    """Key poses stand still and fade into each other; the movement between them is not shown."""
    look = Look(Appearance(motion="reduced"))
    gallery = Gallery(look, STRETCHES.get)
    guide = gallery.guide("overhead-reach")
    figure = FigureView(look, gallery.artist, None)
    qtbot.addWidget(figure)
    figure.resize(240, 240)
    step = next(i for i, step in enumerate(guide.motion.steps) if i and step.move_s > 1.5)
    start_s = guide.motion.starts_at_s(step)
    figure.show_motion(guide.motion, start_s + 0.2, reduced=True)
    assert 0 < figure._share < 1
    fading = figure._moment
    figure.grab()
    figure.show_motion(guide.motion, start_s + 1.4, reduced=True)
    assert figure._share == 1
    assert figure._moment.pose == fading.pose
    figure.show_motion(guide.motion, start_s + 1.4, reduced=False)
    assert figure._moment.pose != fading.pose
    figure.clear()


def test_reduced_movement_tells_the_way_with_an_arrow(qapp, qtbot):
    """The arrows that led to a pose stay with it long enough to be read, and leave a long hold in peace."""
    look = Look(Appearance(motion="reduced"))
    motion = Gallery(look, STRETCHES.get).guide("knee-to-chest").motion
    figure = FigureView(look, None, None)
    qtbot.addWidget(figure)
    step = next(i for i, step in enumerate(motion.steps) if step.hold_s > 8)
    start_s = motion.starts_at_s(step)

    def strength(into_s):
        figure.show_motion(motion, start_s + into_s, reduced=True)
        return figure._moment.cue_strength

    assert [strength(into_s) for into_s in (0.0, 1.0, TOLD_S)] == [1, 1, 1]
    assert 0 < strength(TOLD_S + FADE_S / 2) < 1
    assert strength(TOLD_S + FADE_S + 0.1) == 0


def test_a_pose_that_is_not_held_fades_into_the_next(qapp, qtbot):
    """Between two key poses each is drawn for itself, also where the first is left at once."""
    look = Look(Appearance(motion="reduced"))
    gallery = Gallery(look, STRETCHES.get)
    motion = gallery.guide("knee-to-chest").motion
    figure = FigureView(look, gallery.artist, None)
    qtbot.addWidget(figure)
    figure.resize(120, 120)
    step = next(i for i, step in enumerate(motion.steps) if i and not step.hold_s) + 1
    figure.show_motion(motion, motion.starts_at_s(step) + 0.3, reduced=True)
    figure.grab()
    before, after = figure._still(figure._before), figure._still(figure._moment)
    assert before.toImage() != after.toImage()
    figure.clear()


@pytest.mark.parametrize(("into_s", "arrived"), [(0.2, False), (0.5, True)])
def test_a_pause_shows_one_person_where_movement_is_reduced(qapp, qtbot, into_s, arrived):
    """Not one pose through the other, for as long as it lasts: the nearer of the two."""
    look = Look(Appearance(motion="reduced"))
    gallery = Gallery(look, STRETCHES.get)
    guide = gallery.guide("overhead-reach")
    figure = FigureView(look, gallery.artist, None)
    qtbot.addWidget(figure)
    figure.resize(240, 240)
    step = next(i for i, step in enumerate(guide.motion.steps) if i and step.move_s > 1.5)
    start_s = guide.motion.starts_at_s(step)
    figure.show_motion(guide.motion, start_s + into_s, reduced=True, paused=True)
    assert figure._before is None
    assert (figure._moment.step == guide.motion.sample(start_s + into_s).step) == arrived


def test_memory_is_given_back(qapp):
    """The source text that importing has left behind goes; tracebacks find it again."""
    assert linecache.getline(__file__, 1)
    give_back()
    assert not linecache.cache
    assert linecache.getline(__file__, 1)


@pytest.fixture
def playing(qapp, qtbot):
    """A figure that shows a stretch's motion, and who paints it."""
    look = Look()
    gallery = Gallery(look, STRETCHES.get)
    figure = FigureView(look, gallery.artist, None)
    qtbot.addWidget(figure)
    figure.resize(200, 200)
    return figure, gallery.guide("overhead-reach").motion, gallery.artist


def test_the_frame_rate_does_not_flutter(playing):
    """One dear frame is remembered for a while, so that cheap ones between dear ones change nothing."""
    figure, motion, _ = playing
    figure._cost_ms = 1000.0
    for tenth in range(20):
        figure.show_motion(motion, tenth / 10, reduced=False)
        figure.grab()
    assert 600 < figure.cost_ms < 1000
    assert figure.frames_per_s == 30


def test_what_was_drawn_before_tells_nothing_of_the_cost(playing):
    """Repeats come from kept pictures, at the rate at which they were drawn: all of them are there."""
    figure, motion, artist = playing
    figure._cost_ms = 1e6

    def play() -> tuple[int, float]:
        for n in range(5):
            figure.show_motion(motion, 2.0 + n / 50, reduced=False)
            figure.grab()
        return artist.drawn, figure.cost_ms

    first = play()
    assert first[0] > 0
    assert play() == first
    figure._cost_ms = 0.0
    assert figure.frames_per_s == 60


def test_what_looks_the_same_is_not_painted_again(playing, monkeypatch):
    """The figure holds its pose between two steps of its breath: there is nothing to paint."""
    figure, motion, _ = playing
    updates: list[None] = []
    monkeypatch.setattr(figure, "update", lambda: updates.append(None))
    held_s = motion.starts_at_s(0) + motion.steps[0].move_s
    first, same, other = (held_s + into_s for into_s in (0.1, 0.15, 1.5))
    assert motion.sample(first).seen == motion.sample(same).seen != motion.sample(other).seen
    for at_s, count in ((first, 1), (same, 1), (other, 2)):
        figure.show_motion(motion, at_s, reduced=False)
        assert len(updates) == count, at_s


def test_no_frame_waits_for_a_drawing(playing, qtbot, monkeypatch):
    """What the frames to come begin with is drawn between them; of what is not shown nothing is."""
    figure, motion, artist = playing
    prepared: list[Key] = []
    prepare = FigurePainter.prepare

    def noted(self: FigurePainter, key: Key, *rest: Any) -> None:
        prepared.append(key)
        prepare(self, key, *rest)

    monkeypatch.setattr(FigurePainter, "prepare", noted)
    figure.show_motion(motion, 2.0, reduced=False)
    figure.grab()
    qtbot.wait(0)
    assert prepared == []
    figure.show()
    qtbot.waitExposed(figure)
    figure.show_motion(motion, 2.5, reduced=False)
    qtbot.waitUntil(lambda: bool(prepared))
    key = prepared[-1]
    assert key is motion.coming_key(figure._moment)
    drawn = set(map(id, artist._cels.values()))
    artist.prepare(key, figure._moment.props, QSizeF(figure.size()), figure.devicePixelRatioF())
    assert set(map(id, artist._cels.values())) == drawn
