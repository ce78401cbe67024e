"""The editor of one's own stretches, used as a person would, on real files."""

import tomllib
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.shelf import Shelf

from unhunch.domain.stretch import parse
from unhunch.figure.motion.motion import Motion
from unhunch.figure.rig.limits import LIMITS, joint_angles
from unhunch.figure.rig.skeleton import solve
from unhunch.ui.library.draft import Draft
from unhunch.ui.pages import Pages
from unhunch.ui.practice import Practice
from unhunch.ui.settings_parts import Card


@pytest.fixture
def shelf(tmp_path, look, qtbot):
    made = Shelf(tmp_path, look)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.editor.stage.clear()
    made.window.close()


@pytest.fixture
def editor(shelf):
    return shelf.window.editor


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(shelf, name):
    return tomllib.loads((shelf.folder / f"{name}.toml").read_text(encoding="utf-8"))


def png(width=30, height=20):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def write_new(shelf, editor, qtbot, name="Look far away"):
    """Fill in a stretch in words, from the button to the last field."""
    click(qtbot, shelf.window.new_button)
    qtbot.keyClicks(editor.about.name, name)
    click(qtbot, editor.about.areas["neck"])
    editor.about.caution.setPlainText("Stop at any pain.")
    qtbot.keyClicks(editor.steps.rows[0].words, "Look out of the window.")


def test_every_group_of_the_editor_has_a_heading(shelf, editor, qtbot):
    """The steps too."""
    click(qtbot, shelf.window.new_button)
    headings = [card.findChild(QLabel) for card in editor.findChildren(Card) if card.isVisible()]
    assert all(heading.isVisible() for heading in headings)
    assert "Steps" in [heading.text() for heading in headings]


def test_a_stretch_in_words_is_made_and_switched_on(shelf, editor, qtbot):
    """Its file is one that can be read, it stands in the library, and breaks may show it."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    assert editor.problem.text() == ""
    saved = parse("look-far-away", kept(shelf, "look-far-away"))
    assert saved.forms[0].steps[0].words == "Look out of the window."
    assert shelf.settings.stretches.enabled[-1] == "look-far-away"
    assert shelf.window.heading.text() == "Look far away"


def test_what_is_missing_is_said_beside_its_field(shelf, editor, qtbot):
    """Each field its own kind sentence, and the keyboard goes to the first."""
    click(qtbot, shelf.window.new_button)
    click(qtbot, editor.save_button)
    assert "name" in editor.about.rows["name"].problem
    assert editor.about.rows["areas"].problem
    assert editor.about.rows["caution"].problem
    assert editor.steps.rows[0].problem.text()
    qtbot.keyClicks(editor.about.name, "x")
    assert editor.about.rows["name"].problem == ""
    click(qtbot, editor.save_button)
    assert shelf.window.focusWidget() is editor.about.areas["neck"]
    assert not shelf.folder.exists()


def test_a_field_that_is_missing_is_seen_whole(shelf, editor, qtbot):
    """In a low window too: the page goes to the part of the body, and to the words of the first step."""
    shelf.window.resize(1060, 420)
    click(qtbot, shelf.window.new_button)
    qtbot.keyClicks(editor.about.name, "x")
    bar = editor.fields.verticalScrollBar()
    for part, away in ((editor.about.rows["areas"], bar.maximum()), (editor.steps.rows[0].words, 0)):
        bar.setValue(away)
        click(qtbot, editor.save_button)
        QApplication.processEvents()
        focused, view = shelf.window.focusWidget(), editor.fields.viewport()
        assert part.isAncestorOf(focused) or part is focused
        top = focused.mapTo(view, QPoint(0, 0)).y()
        assert 0 <= top <= view.height() - focused.height()
        click(qtbot, editor.about.areas["neck"])
        editor.about.caution.setPlainText("Stop at any pain.")


def test_steps_are_added_ordered_and_taken_away(shelf, editor, qtbot):
    """By buttons, and by Alt with the arrows."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.steps.add_button)
    qtbot.keyClicks(editor.steps.rows[1].words, "Blink.")
    click(qtbot, editor.steps.add_button)
    qtbot.keyClicks(editor.steps.rows[2].words, "Look back.")
    qtbot.keyClick(editor.steps.rows[2].words, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    click(qtbot, editor.steps.rows[0].remove_button)
    assert [row.words.text() for row in editor.steps.rows] == ["Look back.", "Blink."]
    assert [step["words"] for step in editor.draft.steps] == ["Look back.", "Blink."]
    click(qtbot, editor.steps.rows[0].down_button)
    assert [step["words"] for step in editor.draft.steps] == ["Blink.", "Look back."]


def test_the_keyboard_stays_with_the_steps(shelf, editor, qtbot):
    """It goes on from the button that was pressed, or from the words where that has no use any more."""
    write_new(shelf, editor, qtbot)
    for _ in range(3):
        click(qtbot, editor.steps.add_button)

    def press(button):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    press(editor.steps.rows[2].up_button)
    assert shelf.window.focusWidget() is editor.steps.rows[1].up_button
    press(editor.steps.rows[1].up_button)
    assert shelf.window.focusWidget() is editor.steps.rows[0].words
    press(editor.steps.rows[3].remove_button)
    assert shelf.window.focusWidget() is editor.steps.rows[2].remove_button


def test_the_time_follows_what_is_typed(shelf, editor, qtbot):
    """Repeats, sides and seconds all count."""
    write_new(shelf, editor, qtbot)
    row = editor.steps.rows[0]
    row.move_s.setValue(4)
    row.hold_s.setValue(6)
    click(qtbot, editor.often.repeats.more_button)
    click(qtbot, editor.often.sides)
    editor._settle.timeout.emit()
    assert editor.often.total.text() == "1 min in all"


def test_a_copy_begins_with_everything_of_the_original(shelf, editor, qtbot):
    """Its figure, steps and cautions; the original stays."""
    shelf.window.show_stretch("neck-flexion")
    click(qtbot, shelf.window.detail.copy_button)
    assert editor.about.name.text() == "My Neck flexion"
    assert len(editor.steps.rows) == 6
    click(qtbot, editor.save_button)
    copy, original = shelf.library.get("my-neck-flexion"), shelf.library.get("neck-flexion")
    form = next(form for form in original.forms if form.place == copy.forms[0].place)
    assert copy.based_on == "neck-flexion"
    assert copy.careful == original.careful
    assert copy.forms[0].steps == form.steps
    assert Motion.from_mapping(copy.forms[0].motion).total_s == form.total_s


def played(stretch):
    return {form.id: (form.steps, form.motion, form.place, form.needs) for form in stretch.forms}


@pytest.mark.parametrize("name", ["neck-flexion", "wall-stretch", "cat-cow", "thread-the-needle"])
def test_a_draft_says_again_what_it_was_made_of(tmp_path, look, qtbot, name):
    """Nothing is lost between a stretch, its draft and its file."""
    shelf = Shelf(tmp_path, look)
    qtbot.addWidget(shelf.window)
    stretch = shelf.library.get(name)
    for form in stretch.forms:
        again = Draft.of(stretch, form).stretch(name)
        assert {each.id: each.steps for each in again.forms} == {
            each.id: each.steps for each in stretch.forms
        }
        assert {each.id: each.motion for each in again.forms} == {
            each.id: each.motion for each in stretch.forms
        }
        assert (again.name, again.areas, again.careful) == (stretch.name, stretch.areas, stretch.careful)


def copy_of(shelf, qtbot, name):
    shelf.window.show_stretch(name)
    click(qtbot, shelf.window.detail.copy_button)
    return shelf.window.editor


def choose_part(editor, part):
    editor.pose.part.setCurrentIndex(editor.pose.part.findData(part))


def test_sliders_move_the_figure_live(shelf, qtbot):
    """What is seen changes with the slider, and is saved."""
    editor = copy_of(shelf, qtbot, "neck-flexion")
    editor.steps.rows[1].words.setFocus()
    choose_part(editor, "head")
    before = editor.stage.figure.grab().toImage()
    bend = editor.pose.sliders["bend"]
    bend.setValue(-200)
    assert editor.stage.figure.grab().toImage() != before
    assert editor.pose.pose.head[0] == -20
    click(qtbot, editor.save_button)
    assert editor.problem.text() == ""
    assert (
        Motion.from_mapping(shelf.library.get("my-neck-flexion").forms[0].motion).steps[1].pose.head[0] == -20
    )


def test_a_pose_is_changed_for_its_own_step_only(shelf, qtbot):
    """Others that showed the same keep it."""
    editor = copy_of(shelf, qtbot, "wall-stretch")
    before = Motion.from_mapping(editor.draft.form("own").motion)
    editor.steps.rows[3].words.setFocus()
    choose_part(editor, "neck")
    editor.pose.sliders["turn"].setValue(200)
    form = editor.draft.form("own")
    motion = Motion.from_mapping(form.motion)
    assert motion.steps[3].pose.neck[2] == 20
    assert motion.steps[5].pose == before.steps[5].pose


@pytest.mark.parametrize(("part", "key"), [("neck", "bend"), ("arm_r", "elbow"), ("lumbar", "side")])
def test_no_slider_goes_further_than_a_body(shelf, qtbot, part, key):
    """Pushed to its end it stops where the joints do, and says so."""
    editor = copy_of(shelf, qtbot, "wall-stretch")
    choose_part(editor, part)
    slider = editor.pose.sliders[key]
    slider.setValue(slider.maximum())
    pose = editor.pose.pose
    for name, value in joint_angles(pose, solve(pose)).items():
        low, high = LIMITS[name.removesuffix(" l").removesuffix(" r")]
        assert low - 1 <= value <= high + 1, name


@pytest.mark.parametrize("name", ["cat-cow", "overhead-reach", "trunk-rotation", "childs-pose"])
def test_every_lever_of_every_part_moves_something(shelf, qtbot, name):
    """In every kind of pose: standing, reaching, kneeling, lying."""
    shelf.apply({"stretches.floor_space": True})
    editor = copy_of(shelf, qtbot, name)
    for n in range(editor.pose.part.count()):
        editor.pose.part.setCurrentIndex(n)
        for key, slider in dict(editor.pose.sliders).items():
            before = editor.pose.pose
            near = slider.value() + (30 if slider.value() + 30 <= slider.maximum() else -30)
            slider.setValue(near)
            stopped = bool(editor.pose.note.text())
            assert stopped or editor.pose.pose != before, (editor.pose.part.currentText(), key)
            editor.pose.note.clear()
    assert editor.draft.form("own") is not None


def test_a_picture_is_shown_and_kept(shelf, editor, qtbot, tmp_path):
    """It lies beside the stretch's file, under the stretch's name."""
    file = tmp_path / "far away.png"
    file.write_bytes(png())
    write_new(shelf, editor, qtbot)
    editor.picture.take(file)
    assert editor.stage.picture.isVisible()
    click(qtbot, editor.save_button)
    assert editor.problem.text() == ""
    assert kept(shelf, "look-far-away")["picture"] == "look-far-away.png"
    assert (shelf.folder / "look-far-away.png").read_bytes() == png()
    assert shelf.window.detail.stage.picture.isVisible()


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", b"no picture"), ("b.svg", b"<svg><script/></svg>"), ("c.gif", b"GIF89a")]
)
def test_a_bad_picture_is_refused_in_one_sentence(shelf, qtbot, tmp_path, name, data):
    """Beside the button; what was written stays."""
    editor = shelf.window.editor
    file = tmp_path / name
    file.write_bytes(data)
    write_new(shelf, editor, qtbot)
    editor.picture.take(file)
    assert name in editor.picture.row.problem
    assert editor.draft.picture is None
    assert editor.about.name.text() == "Look far away"


def test_deleting_can_be_undone(shelf, editor, qtbot):
    """The same stretch, in the same place of the order."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    text = (shelf.folder / "look-far-away.toml").read_text()
    click(qtbot, shelf.window.detail.delete_button)
    assert shelf.library.get("look-far-away") is None
    assert "look-far-away" not in shelf.window.grid.shelf.shown_ids()
    assert shelf.window.grid.view.current_entry().id == shelf.window.grid.shelf.shown_ids()[3]
    click(qtbot, shelf.window.notice.undo_button)
    assert (shelf.folder / "look-far-away.toml").read_text() == text
    assert shelf.window.grid.shelf.shown_ids()[3] == "look-far-away"
    assert shelf.window.grid.view.current_entry().id == "look-far-away"


def test_a_file_taken_away_by_hand_closes_its_page(shelf, editor, qtbot):
    """Its buttons would do nothing."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    (shelf.folder / "look-far-away.toml").unlink()
    shelf.library.reload()
    shelf.window.library_changed()
    assert shelf.window.pages.currentWidget() is shelf.window.grid
    assert shelf.window.notice.said.text() == "“Look far away” is gone."


def test_an_own_stretch_is_edited_in_place(shelf, editor, qtbot):
    """Its id stays when its name changes."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    click(qtbot, shelf.window.detail.edit_button)
    editor.about.name.setFocus()
    editor.about.name.selectAll()
    qtbot.keyClicks(editor.about.name, "Far away")
    click(qtbot, editor.save_button)
    assert shelf.library.get("look-far-away").name == "Far away"
    assert sorted(path.name for path in shelf.folder.glob("*.toml")) == ["look-far-away.toml"]


def test_leaving_without_saving_can_be_undone(shelf, editor, qtbot):
    """Esc loses nothing."""
    write_new(shelf, editor, qtbot)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shelf.window.pages.currentWidget() is shelf.window.grid
    click(qtbot, shelf.window.notice.undo_button)
    assert shelf.window.pages.currentWidget() is editor
    assert editor.about.name.text() == "Look far away"
    assert editor.steps.rows[0].words.text() == "Look out of the window."


def test_closing_the_window_loses_nothing(shelf, editor, qtbot):
    """It hands over what nobody saved, and the next window offers it; after saving there is nothing."""
    write_new(shelf, editor, qtbot)
    with qtbot.waitSignal(shelf.window.closed_unsaved, timeout=1000) as closed:
        shelf.window.close()
    shelf.window.show_all()
    shelf.window.show()
    shelf.window.offer(*closed.args)
    click(qtbot, shelf.window.notice.undo_button)
    assert editor.steps.rows[0].words.text() == "Look out of the window."
    click(qtbot, editor.save_button)
    with qtbot.assertNotEmitted(shelf.window.closed_unsaved):
        shelf.window.close()


def test_a_stretch_in_words_is_shown_by_somebody_who_waits(shelf, editor, qtbot):
    """As in a break: never beside an empty half of the page."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    stage = shelf.window.detail.stage
    assert stage.figure._motion is not None
    assert stage.words.text() == "Look out of the window."


def test_the_next_window_offers_what_was_closed_unsaved(shelf, look, qtbot):
    """The window itself is gone by then."""
    context = SimpleNamespace(wishes=shelf, library=shelf.library, collection=shelf.collection)
    pages = Pages(context, shelf.settings, look, shelf.gallery)
    pages.show_library()
    pages.library_window.make_new()
    qtbot.keyClicks(pages.library_window.editor.about.name, "Mine")
    pages.library_window.close()
    qtbot.waitUntil(lambda: pages.library_window is None)
    pages.show_library()
    click(qtbot, pages.library_window.notice.undo_button)
    assert pages.library_window.editor.about.name.text() == "Mine"
    qtbot.keyClick(pages.library_window, Qt.Key.Key_Escape)
    pages.library_window.close()


def test_a_stretch_that_is_off_stays_off_when_it_is_edited(shelf, editor, qtbot):
    """Only a new one is switched on."""
    write_new(shelf, editor, qtbot)
    click(qtbot, editor.save_button)
    shelf.window.toggle("look-far-away")
    click(qtbot, shelf.window.detail.edit_button)
    click(qtbot, editor.save_button)
    assert "look-far-away" not in shelf.settings.stretches.enabled
    assert shelf.window.notice.said.text() == "Saved. It is switched off."


def test_a_figure_can_be_taken_over_while_writing(shelf, editor, qtbot):
    """What was typed as name stays."""
    click(qtbot, shelf.window.new_button)
    qtbot.keyClicks(editor.about.name, "Mine")
    editor.beginning.box.setCurrentIndex(editor.beginning.box.findData("shoulder-roll"))
    editor.beginning.box.activated.emit(editor.beginning.box.currentIndex())
    assert editor.about.name.text() == "Mine"
    assert editor.draft.has_figure
    assert editor.pose.isVisible()


def test_a_full_disk_loses_nothing(shelf, editor, qtbot, monkeypatch):
    """It is said, and the editor stays open with everything in it."""

    def no_room(*_arguments):
        raise OSError(28, "No space left on device")

    write_new(shelf, editor, qtbot)
    monkeypatch.setattr(shelf.collection._store, "write", no_room)
    click(qtbot, editor.save_button)
    assert "No space left on device" in editor.problem.text()
    assert shelf.window.pages.currentWidget() is editor


def test_every_field_has_a_name_for_screen_readers(shelf, qtbot):
    """Fields, sliders and buttons alike."""
    editor = copy_of(shelf, qtbot, "cat-cow")
    for row in editor.steps.rows:
        for control in (row.words, row.move_s, row.hold_s, row.up_button, row.down_button, row.remove_button):
            assert control.accessibleName()
    for control in (
        editor.about.name,
        editor.about.summary,
        editor.about.caution,
        editor.about.place,
        *editor.pose.sliders.values(),
    ):
        assert control.accessibleName()


def test_a_picture_stands_in_the_break_and_on_the_card(shelf, qtbot, tmp_path, clock):
    """In place of the figure, which such a stretch has not."""
    editor = shelf.window.editor
    file = tmp_path / "far.png"
    file.write_bytes(png())
    write_new(shelf, editor, qtbot)
    editor.picture.take(file)
    click(qtbot, editor.save_button)
    still = shelf.gallery.still("look-far-away", QSize(60, 40), 1.0).toImage()
    assert still.pixelColor(30, 20) == QColor("teal")
    practice = Practice(shelf.window.look, shelf.gallery, clock, shelf.settings, "look-far-away")
    qtbot.addWidget(practice.window)
    practice.begin()
    assert practice.window.stage.picture.isVisible()
    assert not practice.window.stage.figure.isVisible()
    practice.end()


@pytest.mark.parametrize("size", [(520, 340), (1060, 690), (2560, 1400)])
def test_a_figure_is_awaited_where_there_is_none(shelf, editor, size):
    """Beside the fields of a new stretch stand a pale figure, what to do about it, and the choice, all whole
    and in the middle of their room.
    """
    shelf.window.make_new()
    shelf.window.resize(*size)
    for _ in range(4):
        QCoreApplication.processEvents()
    beginning = editor.beginning
    (note,) = beginning.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1:]
    assert note.height() >= note.heightForWidth(note.width()) - 1
    box = beginning.box.geometry()
    assert abs(box.x() - (beginning.width() - box.x() - box.width())) <= 1
    assert box.bottom() <= beginning.height()
