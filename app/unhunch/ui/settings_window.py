"""The settings: what most people change, in human units; a change applies at once."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from unhunch.domain.settings import FieldInfo, Settings, fields
from unhunch.domain.stretch import Stretch
from unhunch.ui.controls import Choice, Number, Switch, stepping
from unhunch.ui.gallery import Gallery
from unhunch.ui.hours import HoursEditor
from unhunch.ui.look import Look, Window
from unhunch.ui.screens import fitting
from unhunch.ui.settings_parts import Card, PeoplePicker, Row, StretchRow
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.wishes import Wishes

WIDTH, HEIGHT = 760, 720
COLUMN = 680
"""Lines longer than this are hard to follow."""

_STEPS = {"rhythm.stretch.every_min": 5, "rhythm.eyes.every_min": 5, "timing.warn_s": 10}


class SettingsWindow(Window):
    """Shows `settings`; wishes for changes by dotted key. `set_settings` brings what came of them."""

    def __init__(
        self, look: Look, wishes: Wishes, gallery: Gallery, stretches: Iterable[Stretch], settings: Settings
    ) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch settings"))
        self._wishes, self._gallery = wishes, gallery
        self._settings = settings
        self._fields = {field.key: field for field in fields(settings)}
        self._rows: dict[str, Row] = {}
        self._readers: list[Callable[[Settings], None]] = []
        self.controls: dict[str, QWidget] = {}
        self.stretch_rows: dict[str, StretchRow] = {}
        self._column = QVBoxLayout()
        self._build(list(stretches))
        self.resize(fitting(WIDTH, HEIGHT))
        self.setMinimumSize(520, 420)
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show these settings; every control follows without asking for a change."""
        self._settings = settings
        for read in self._readers:
            read(settings)

    def problem_of(self, key: str) -> str:
        """What is said to be wrong with a setting; "" where nothing is."""
        return self._rows[key].problem

    # --- the page ------------------------------------------------------------------------------------------

    def _build(self, stretches: list[Stretch]) -> None:
        page = QWidget()
        set_kind(page, "page")
        centred = QHBoxLayout(page)
        centred.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 4 * SPACE)
        middle = QWidget()
        middle.setMaximumWidth(COLUMN)
        middle.setLayout(self._column)
        centred.addWidget(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * SPACE)
        self._column.addWidget(self._breaks())
        self._column.addWidget(self._stretches(stretches))
        self._column.addWidget(self._appearance())
        self._column.addWidget(self._quiet())
        self._column.addWidget(self._general())
        self._column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _breaks(self) -> Card:
        card = Card(self.tr("Breaks"))
        self._add_switch(card, "rhythm.stretch.enabled", self.tr("Stretch breaks"))
        self._add_number(card, "rhythm.stretch.every_min")
        self._add_number(card, "rhythm.stretch.stretches")
        self._add_switch(
            card, "rhythm.eyes.enabled", self.tr("Eye breaks"), self.tr("A short look into the distance.")
        )
        self._add_number(card, "rhythm.eyes.every_min", self.tr("Desk time between eye breaks"))
        self._add_number(card, "timing.warn_s")
        self._add_number(card, "timing.snooze_min")
        self._add_number(card, "timing.snooze_limit")
        return card

    def _stretches(self, stretches: list[Stretch]) -> Card:
        card = Card(self.tr("Stretches"))
        self._add_switch(card, "stretches.floor_space")
        for stretch in stretches:
            row = StretchRow(self.look, self._gallery, stretch)
            row.switch.clicked.connect(lambda _checked=False, changed=row: self._choose_stretch(changed))
            self.stretch_rows[stretch.id] = row
            card.add(row)
        self._stretch_problem = QLabel()
        self._stretch_problem.setWordWrap(True)
        self._stretch_problem.setContentsMargins(0, 8, 0, 8)
        set_kind(self._stretch_problem, "problem")
        self._stretch_problem.hide()
        card.layout_rows.addWidget(self._stretch_problem)
        self._readers.append(self._read_stretches)
        return card

    def _appearance(self) -> Card:
        card = Card(self.tr("Appearance"))
        picker = PeoplePicker(self.look, self._gallery, self._gallery.people)
        picker.chosen.connect(lambda who: self._change("appearance.person", who))
        self._add(card, "appearance.person", picker, under=True)
        self._readers.append(lambda settings: picker.set_value(settings.appearance.person))
        self._add_choice(
            card, "appearance.posture", (("standing", self.tr("Standing")), ("sitting", self.tr("Sitting")))
        )
        self._add_choice(
            card,
            "appearance.theme",
            (
                ("system", self.tr("As the desktop")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
        )
        self._add_choice(
            card,
            "appearance.break_window",
            (("full", self.tr("Fills the screen")), ("card", self.tr("In the middle"))),
        )
        self._add_switch(card, "appearance.dim_other_screens")
        self._add_choice(
            card,
            "appearance.motion",
            (
                ("system", self.tr("As the desktop")),
                ("full", self.tr("Full")),
                ("reduced", self.tr("Reduced")),
            ),
        )
        return card

    def _quiet(self) -> Card:
        card = Card(self.tr("Quiet times"))
        for key in ("holds.meeting", "holds.fullscreen", "holds.dnd", "hours.enabled"):
            self._add_switch(card, key)
        editor = HoursEditor()
        editor.changed.connect(self._change_hours)
        self._hours = Row(
            self.tr("Your hours"),
            self.tr("For example 9-12:30, 13:30-18. Empty is a day off."),
            editor,
            under=True,
        )
        self.hours_editor = editor
        card.add(self._hours)
        self._readers.append(self._read_hours)
        return card

    def _general(self) -> Card:
        card = Card(self.tr("General"))
        self._add_switch(card, "sound.enabled")
        self._add_switch(card, "startup.at_login")
        return card

    # --- rows ----------------------------------------------------------------------------------------------

    def _add(
        self, card: Card, key: str, control: QWidget, title: str = "", note: str = "", *, under: bool = False
    ) -> None:
        field = self._fields[key]
        row = Row(title or _words(field.title), note or _words(field.description), control, under=under)
        self._rows[key] = row
        self.controls[key] = control
        card.add(row)

    def _add_switch(self, card: Card, key: str, title: str = "", note: str = "") -> None:
        switch = Switch(self.look)
        switch.clicked.connect(lambda checked: self._change(key, checked))
        self._add(card, key, switch, title, note)
        self._readers.append(lambda settings: switch.setChecked(bool(value_at(settings, key))))

    def _add_choice(self, card: Card, key: str, choices: tuple[tuple[str, str], ...]) -> None:
        choice = Choice(choices, _words(self._fields[key].title))
        choice.chosen.connect(lambda value: self._change(key, value))
        self._add(card, key, choice, under=len(choices) > 2)
        self._readers.append(lambda settings: choice.set_value(str(value_at(settings, key))))

    def _add_number(self, card: Card, key: str, title: str = "") -> None:
        field = self._fields[key]
        low, high = field.bounds or (0.0, 1e6)
        number = Number(
            low=low,
            high=high,
            step=stepping(_STEPS.get(key, 1), low),
            suffix=self._unit(field),
            name=title or _words(field.title),
            whole=field.type == "int",
        )
        number.changed.connect(
            lambda value: self._change(key, int(value) if field.type == "int" else float(value))
        )
        self._add(card, key, number, title)
        self._readers.append(lambda settings: number.set_value(float(value_at(settings, key) or low)))

    def _unit(self, field: FieldInfo) -> str:
        return {"s": self.tr("s"), "min": self.tr("min")}.get(field.unit, "")

    # --- changes -------------------------------------------------------------------------------------------

    def _change(self, key: str, value: Any) -> None:
        """Wish for a change; where it is refused say why, and show again what holds."""
        problem = self._wishes.change_settings({key: value})
        self._rows[key].set_problem(problem or "")
        if problem:
            self.set_settings(self._settings)

    def _change_hours(self, day: str, ranges: tuple[str, ...]) -> None:
        problem = self._wishes.change_settings({f"hours.{day}": ranges})
        self._hours.set_problem(problem or "")

    def _read_hours(self, settings: Settings) -> None:
        self.hours_editor.set_value(settings.hours)
        self._hours.setVisible(settings.hours.enabled)
        self._hours.set_problem("")

    def _choose_stretch(self, row: StretchRow) -> None:
        enabled = [name for name in self._settings.stretches.enabled if name != row.stretch.id]
        if row.switch.isChecked():
            enabled.append(row.stretch.id)
        problem = (
            self._wishes.change_settings({"stretches.enabled": tuple(enabled)})
            if enabled
            else self.tr("Keep at least one stretch; to have none, switch stretch breaks off.")
        )
        self._stretch_problem.setText(problem or "")
        self._stretch_problem.setVisible(bool(problem))
        if problem:
            self.set_settings(self._settings)

    def _read_stretches(self, settings: Settings) -> None:
        for stretch_id, row in self.stretch_rows.items():
            row.switch.setChecked(stretch_id in settings.stretches.enabled)
            row.set_reachable(settings.stretches.floor_space or not row.stretch.needs_floor)


def value_at(settings: Settings, key: str) -> Any:
    """Return the value of a dotted key."""
    at: Any = settings
    for part in key.split("."):
        at = at[part] if isinstance(at, dict) else getattr(at, part)
    return at


def _words(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
