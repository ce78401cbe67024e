"""Makes the row of a setting and keeps all of them in step with the settings."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from unhunch.domain.settings import FieldInfo, Settings, SettingsError, field_at, with_changes
from unhunch.ui.controls import Menu
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look
from unhunch.ui.settings.editors import Editor, Interval, editor_of
from unhunch.ui.settings.people import PeoplePicker
from unhunch.ui.settings.words import note_of, refusal, routine_choices, said, usual_words
from unhunch.ui.settings_parts import Row
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import sentence

translate = QCoreApplication.translate


class Rows:
    """All rows of the window, by key; a setting may have one on two pages."""

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        gallery: Gallery,
        settings: Settings,
        tried: Callable[[str, Any], None],
    ) -> None:
        """`tried` is called with key and value while something is only being tried out."""
        self.look, self.gallery = look, gallery
        self.settings = settings
        self._wishes, self._tried = wishes, tried
        self._made: dict[str, list[tuple[Row, Editor]]] = {}
        self._followers: list[Callable[[Settings], None]] = []

    def make(
        self, key: str, title: str = "", note: str | None = None, *, editor: Editor | None = None
    ) -> Row:
        """Return a new row for a setting; `title` and `note` in place of the declared ones."""
        field = _field(key)
        made = editor or self._editor(field)
        row = Row(
            title or said(field.title),
            note_of(field) if note is None else note,
            made.control,
            under=made.wide,
        )
        row.reset_requested.connect(lambda: self.change({key: None}, row))
        self._made.setdefault(key, []).append((row, made))
        self._show_one(key, row, made)
        return row

    def follow(self, follower: Callable[[Settings], None]) -> None:
        """Call `follower` with the settings, now and whenever they change."""
        self._followers.append(follower)
        follower(self.settings)

    def forget(self, rows: Sequence[Row]) -> None:
        """Let go of rows: they are being taken away."""
        self._made = {
            key: kept
            for key, made in self._made.items()
            if (kept := [(row, editor) for row, editor in made if row not in rows])
        }

    def show(self, settings: Settings) -> None:
        """Show these settings in every row."""
        before, self.settings = self.settings, settings
        for follower in self._followers:
            follower(settings)
        for key, made in self._made.items():
            for row, editor in made:
                if row.problem and value_at(before, key) != value_at(settings, key):
                    row.set_problem("")
                if not (row.problem and editor.keeps_refused):  # else what was typed stays, to be mended
                    self._show_one(key, row, editor)

    @property
    def keys(self) -> set[str]:
        """The settings that have a row."""
        return set(self._made)

    def control(self, key: str) -> Any:
        """Return the control of a setting."""
        return self._made[key][-1][1].control

    def row(self, key: str) -> Row:
        """Return the row of a setting."""
        return self._made[key][-1][0]

    def change(self, changes: dict[str, Any], row: Row, refused: str = "") -> bool:
        """Wish for changes; where they are refused say why at `row`. Returns whether they were taken."""
        try:
            with_changes(self.settings, changes)
        except SettingsError:
            problem: str | None = refused or refusal(_field(next(iter(changes))))
        else:
            problem = self._wishes.change_settings(changes)
        row.set_problem(sentence(problem or "", "Problems"))
        return not problem

    # -- inside ------------------------------------------------------------------------------------------

    def _editor(self, field: FieldInfo) -> Editor:
        def change(value: Any) -> None:
            self._changed(field.key, value)

        if field.key == "appearance.person":
            picker = PeoplePicker(self.look, self.gallery, self.gallery.people)
            picker.chosen.connect(change)
            return Editor(picker, picker.set_value, wide=True)
        if field.key.startswith("rhythm.") and field.key.endswith(".routine"):
            menu = Menu(self.look)
            menu.chosen.connect(change)
            return Editor(
                menu, lambda value: menu.set_choices(tuple(routine_choices(self.settings)), value), wide=True
            )
        return editor_of(self.look, field, change, lambda: self._refuse(field))

    def interval(self, key: str) -> Editor:
        """Return the slider with its number for a rhythm's interval."""
        field = _field(key)
        interval = Interval(field)
        interval.changed.connect(lambda value: self._changed(key, value))
        interval.tried.connect(lambda value: self._tried(key, value))
        interval.number.refused.connect(lambda: self._refuse(field))
        return Editor(interval, interval.set_value, wide=True)

    def _changed(self, key: str, value: Any) -> None:
        """Wish for a change; where it is refused say so at every row of the setting, show what holds."""
        first, *others = self._made[key]
        if value == value_at(self.settings, key):
            taken = True
            first[0].set_problem("")
        else:
            taken = self.change({key: value}, first[0], self._why(key))
        for row, _ in others:
            row.set_problem(first[0].problem)
        if not taken:
            for row, editor in self._made[key]:
                if not editor.keeps_refused:
                    self._show_one(key, row, editor)

    def _why(self, key: str) -> str:
        if key.startswith("rhythm.") and key.endswith((".stretches", ".length_s", ".routine")):
            return translate(
                "SettingsValues", "A break shows stretches or lasts a set time; one of the two is needed."
            )
        return ""

    def _refuse(self, field: FieldInfo) -> None:
        for row, _ in self._made[field.key]:
            row.set_problem(refusal(field))

    def _show_one(self, key: str, row: Row, editor: Editor) -> None:
        field, value = _field(key), value_at(self.settings, key)
        editor.show(value)
        row.set_usual("" if value == field.default else usual_words(field))


def value_at(settings: Settings, key: str) -> Any:
    """Return the value of a dotted key."""
    at: Any = settings
    for part in key.split("."):
        at = at[part] if isinstance(at, dict) else getattr(at, part)
    return at


def _field(key: str) -> FieldInfo:
    field = field_at(key)
    if field is None:
        raise KeyError(key)
    return field
