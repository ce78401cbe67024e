"""How often a stretch of one's own is repeated, whether on both sides, and how long that takes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from unhunch.domain.stretch import Form
from unhunch.ui.controls import Switch
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.words import span
from unhunch.ui.look import Look
from unhunch.ui.number import Number, stepping
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import set_kind


class OftenCard(Card):
    """Writes the repeats and sides into the draft."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(self.tr("How often"))
        self._draft = Draft()
        self.repeats = Number(
            low=1,
            high=20,
            step=stepping(1, 1),
            suffix="×",  # noqa: RUF001 (a sign)
            name=self.tr("Repeats"),
        )
        self.repeats.changed.connect(self._repeat)
        self.sides = Switch(look)
        self.sides.clicked.connect(self._both_sides)
        self._repeats_row = self._row(self.tr("Repeats"), "", self.repeats)
        note = self.tr("First the right as written, then the same on the left.")
        self._sides_row = self._row(self.tr("On both sides"), note, self.sides)
        self.total = QLabel()
        self.total.setContentsMargins(0, 12, 0, 12)
        set_kind(self.total, "strong")
        self.total.setIndent(0)
        self.add(self.total)

    def _row(self, title: str, note: str, control: QWidget) -> Row:
        row = Row(title, note, control)
        self.add(row)
        return row

    def show_draft(self, draft: Draft) -> None:
        """Edit this draft from now on."""
        self._draft = draft
        self.repeats.set_value(float(draft.dose.get("repeats", 1)))
        self._repeats_row.setVisible(any(part.get("repeat") == "dose" for part in draft.parts))
        self.sides.setChecked(any(part.get("sides", "one") != "one" for part in draft.parts))
        self._sides_row.setVisible(len(draft.parts) == 1)

    def tell_total(self, form: Form | None) -> None:
        """Say how long this form takes; nothing while there is none."""
        self.total.setText(self.tr("%1 in all").replace("%1", span(form.total_s)) if form else "")

    def _repeat(self, times: float) -> None:
        self._draft.dose["repeats"] = int(times)
        self.changed.emit()

    def _both_sides(self, on: bool) -> None:
        for part in self._draft.parts:
            part.pop("sides", None)
            if on:
                part["sides"] = "each"
        self._draft.dose["sides"] = "each" if on else "none"
        self.changed.emit()
