"""How much of a stretch: repeats, hold and speed, each with its bounds and the way back to the default."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.domain.settings import DoseChange, Settings, field_at
from unhunch.domain.stretch import Form
from unhunch.ui.library.words import span
from unhunch.ui.look import Look
from unhunch.ui.number import Number, stepping
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE, set_kind

LEAVES = ("repeats", "hold_s", "speed")
_STEPS = {"repeats": 1.0, "hold_s": 5.0, "speed": 0.25}


class DoseCard(QWidget):
    """Three numbers and what they come to."""

    change_requested = Signal(dict)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table = ""
        self.numbers: dict[str, Number] = {}
        self._rows: dict[str, QWidget] = {}
        self._card = card = Card(self.tr("How much"))
        for leaf in LEAVES:
            self._add(card, leaf)
        card.add(self._total())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_dose(self, stretch_id: str, raw: Form, form: Form, settings: Settings, *, routine: str) -> None:
        """Show the dose of a stretch: `raw` as its file says, `form` as the person wants it."""
        of_routine = settings.routine[routine].dose if routine in settings.routine else {}
        own = of_routine.get(stretch_id) if routine else settings.stretches.dose.get(stretch_id)
        self._table = f"routine.{routine}.dose.{stretch_id}" if routine else f"stretches.dose.{stretch_id}"
        values = {"repeats": raw.dose.repeats, "hold_s": raw.dose.hold_s, "speed": 1.0}
        own = own or DoseChange()
        for leaf, number in self.numbers.items():
            wanted = getattr(own, leaf)
            number.set_value(values[leaf] if wanted is None else wanted)
            self._rows[leaf].setVisible(leaf in form.adjustable)
        self.total.setText(self.tr("%1 in all").replace("%1", span(form.total_s)))
        self.default_button.setEnabled(own != DoseChange())

    def set_title(self, title: str) -> None:
        """Call the card differently."""
        self._card.set_title(title)

    def _add(self, card: Card, leaf: str) -> None:
        field = field_at(f"stretches.dose.shoulder-roll.{leaf}")
        assert field is not None
        assert field.bounds is not None
        low, high = field.bounds
        suffix = {"hold_s": self.tr("s"), "speed": "×", "repeats": "×"}[leaf]  # noqa: RUF001 (a real times)
        title = QCoreApplication.translate("Settings", field.title)
        number = Number(
            low=low,
            high=high,
            step=stepping(_STEPS[leaf], low),
            suffix=suffix,
            name=title,
            whole=field.type == "int",
        )
        number.changed.connect(self._changer(leaf, whole=field.type == "int"))
        note = QCoreApplication.translate("Settings", field.description)
        row = Row(title, note, number)
        self.numbers[leaf], self._rows[leaf] = number, row
        card.add(row)

    def _total(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(SPACE)
        self.total = QLabel()
        self.total.setWordWrap(True)
        set_kind(self.total, "strong")
        self.default_button = QPushButton(self.tr("Back to default"))
        set_kind(self.default_button, "link")
        self.default_button.clicked.connect(lambda: self.change_requested.emit({self._table: None}))
        line.addWidget(self.total, 1)
        line.addWidget(self.default_button)
        return row

    def _changer(self, leaf: str, *, whole: bool) -> Callable[[float], None]:
        def change(value: float) -> None:
            wanted: Any = int(value) if whole else float(value)
            self.change_requested.emit({f"{self._table}.{leaf}": wanted})

        return change
