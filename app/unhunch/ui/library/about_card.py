"""What a stretch of one's own is: its name, what it is good for, where, what to be careful with."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from unhunch.domain.body import AREA_WORDS, areas_meant
from unhunch.ui.controls import Choice
from unhunch.ui.flow import Flowing
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.words import PLACES, area_word, place_word
from unhunch.ui.paragraph import Paragraph
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import set_kind

NAME_MAX, TEXT_MAX = 60, 600
CAUTION_PX = 76
"""Height of the field for the caution."""


class AboutCard(Card):
    """Writes into the draft what is typed and chosen, and says beside each field what it still needs."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("About it"))
        self._draft = Draft()
        self.rows: dict[str, Row] = {}
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MAX)
        self.name.textEdited.connect(lambda text: self._set("name", text))
        self._add("name", self.tr("Name"), self.name)
        self.summary = Paragraph(TEXT_MAX)
        self.summary.edited.connect(lambda text: self._set("summary", text))
        self._add("summary", self.tr("What it is good for"), self.summary)
        self.place = Choice(tuple((each, place_word(each)) for each in PLACES), self.tr("Where"), flows=True)
        self.place.chosen.connect(lambda place: self._set("place", place))
        self._add("place", self.tr("Where"), self.place)
        self._add("areas", self.tr("What it stretches"), self._areas())
        self.rows["areas"].setFocusProxy(next(iter(self.areas.values())))
        self.caution = QPlainTextEdit()
        self.caution.setTabChangesFocus(True)
        self.caution.setFixedHeight(CAUTION_PX)
        self.caution.textChanged.connect(lambda: self._set("caution", self.caution.toPlainText()[:TEXT_MAX]))
        self._add("caution", self.tr("What to be careful with"), self.caution)

    def _areas(self) -> QWidget:
        holder = Flowing(6)
        self.areas: dict[str, QPushButton] = {}
        for area in AREA_WORDS:
            button = QPushButton(area_word(area))
            button.setCheckable(True)
            set_kind(button, "choice")
            button.clicked.connect(self._mark_areas)
            self.areas[area] = button
            holder.add(button)
        return holder

    def _add(self, key: str, title: str, control: QWidget) -> None:
        self.rows[key] = Row(title, "", control, under=True)
        self.add(self.rows[key])

    def show_draft(self, draft: Draft) -> None:
        """Edit this draft from now on."""
        self._draft = draft
        self.name.setText(draft.name)
        self.summary.set_text(draft.summary)
        self.place.set_value(draft.place)
        known = areas_meant(draft.areas)
        for area, button in self.areas.items():
            button.setChecked(area in known)
        with QSignalBlocker(self.caution):
            self.caution.setPlainText(draft.caution)
        for row in self.rows.values():
            row.set_problem("")

    def missing(self) -> QWidget | None:
        """Say at each field what it needs; return what to fill in first, None where nothing is missing."""
        draft = self._draft
        draft.name = self.name.text().strip()
        wanted = {
            "name": "" if draft.name else self.tr("Give it a name, so that you find it again."),
            "areas": "" if draft.areas else self.tr("Choose at least one part of the body."),
            "caution": ""
            if draft.caution.strip()
            else self.tr("Write what to be careful with, if only “Stop at any pain.”"),
        }
        for key, problem in wanted.items():
            self.rows[key].set_problem(problem)
        first = next((key for key, problem in wanted.items() if problem), None)
        fields = {"name": self.name, "areas": self.rows["areas"], "caution": self.caution}
        return fields[first] if first is not None else None

    def _set(self, key: str, value: str | list[str]) -> None:
        setattr(self._draft, key, value)
        self.rows[key].set_problem("")
        self.changed.emit()

    def _mark_areas(self) -> None:
        self._set("areas", [area for area, button in self.areas.items() if button.isChecked()])
