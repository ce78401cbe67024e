"""The page of one stretch: the moving figure, the steps in words, and how much of it this person wants."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.parcel import Picture
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form, Stretch
from unhunch.services.library import Library
from unhunch.ui.controls import Choice, Switch
from unhunch.ui.flow import Flow
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.library.dose_card import DoseCard
from unhunch.ui.library.shelf import Entry, entries, reason_of
from unhunch.ui.library.stage import FigureStage
from unhunch.ui.library.words import listed, need_word, place_word, span
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.page import reading
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE, font, set_kind, type_scale
from unhunch.ui.tabbing import tab_as_laid_out

SIDE_BY_SIDE = 780
"""From this width on, px, the figure stands beside the words."""
WORDS_WIDTH = 470
WEIGHTS = (0.5, 1.0, 2.0, 4.0)


class DetailPage(QWidget):
    """Shows one stretch; wishes for what the person wants with it."""

    change_requested = Signal(dict)
    toggle_requested = Signal(str)
    practice_requested = Signal(str)
    copy_requested = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(
        self, look: Look, gallery: Gallery, library: Library, picture: Callable[[Stretch], Picture | None]
    ) -> None:
        """`picture` finds the picture of a stretch that no figure shows."""
        super().__init__()
        self._picture = picture
        self._look, self._library = look, library
        self._settings = Settings()
        self._entry: Entry | None = None
        self._form_id = ""
        self.stage = FigureStage(look, gallery)
        self._build()

    @property
    def stretch_id(self) -> str:
        """Which stretch is shown; "" for none."""
        return self._entry.id if self._entry is not None else ""

    @property
    def title(self) -> str:
        """The name of the stretch that is shown."""
        return said(self._entry.stretch.name) if self._entry is not None else ""

    @property
    def form(self) -> Form | None:
        """The form that is shown, in the dose that the settings say."""
        if self._entry is None:
            return None
        forms = {form.id: form for form in self._entry.stretch.forms}
        return self._dosed(forms.get(self._form_id, self._entry.verdict.form))

    def show_stretch(self, stretch_id: str) -> None:
        """Show another stretch, from the top."""
        self._form_id = ""
        self._find(stretch_id)
        self.words_area.verticalScrollBar().setValue(0)
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_settings(self, settings: Settings) -> None:
        """Show what these settings say of the stretch."""
        self._settings = settings
        if self._entry is not None:
            self._find(self._entry.id)

    # -- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(margins(3 * SPACE, 0, SPACE, 0))
        self._across.setSpacing(2 * SPACE)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self.stage, 1)
        left.addWidget(self.stage.controls)
        left.addSpacing(SPACE)
        self._across.addLayout(left, 1)
        self.words_area = QScrollArea()
        self.words_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words_area.setWidgetResizable(True)
        self.words_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words_area.setWidget(self._words())
        self._across.addWidget(self.words_area, 0)

    def _words(self) -> QWidget:
        page = self._page = QWidget()
        set_kind(page, "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(margins(0, 0, SPACE, 3 * SPACE))
        self._column.setSpacing(2 * SPACE)
        self.summary = reading("")
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        set_kind(self.facts, "soft")
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        set_kind(self.reason, "strong")
        for label in (self.summary, self.facts, self.reason):
            self._column.addWidget(label)
        self._column.addLayout(self._actions())
        self._forms_at = QVBoxLayout()
        self._column.addLayout(self._forms_at)
        self.steps = Card(self.tr("Step by step"))
        self._column.addWidget(self.steps)
        self.caution = _notice()
        self._column.addWidget(self.caution)
        self.dose = DoseCard(self._look)
        self.dose.change_requested.connect(self.change_requested)
        self._column.addWidget(self.dose)
        self._column.addWidget(self._in_breaks())
        self._column.addStretch()
        return page

    def _actions(self) -> Flow:
        self.now_button = QPushButton(self.tr("Do it now"))
        set_kind(self.now_button, "primary")
        self.now_button.clicked.connect(lambda: self.practice_requested.emit(self.stretch_id))
        self.copy_button = QPushButton(self.tr("Copy this stretch"))
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(self.stretch_id))
        self.edit_button = QPushButton(self.tr("Edit"))
        self.edit_button.clicked.connect(lambda: self.edit_requested.emit(self.stretch_id))
        self.delete_button = QPushButton(self.tr("Delete"))
        self.delete_button.clicked.connect(lambda: self.delete_requested.emit(self.stretch_id))
        self.export_button = QPushButton(self.tr("Export…"))
        self.export_button.clicked.connect(lambda: self.export_requested.emit(self.stretch_id))
        self.buttons = Flow(SPACE)
        for button in (
            self.now_button, self.copy_button, self.edit_button, self.export_button, self.delete_button
        ):  # fmt: skip
            self.buttons.addWidget(button)
        return self.buttons

    def _in_breaks(self) -> Card:
        card = Card(self.tr("In your breaks"))
        self.switch = Switch(self._look)
        self.switch.clicked.connect(lambda: self.toggle_requested.emit(self.stretch_id))
        card.add(Row(self.tr("Switched on"), self.tr("Breaks may show this stretch."), self.switch))
        self.weight = Choice(
            (
                ("0.5", self.tr("Less")),
                ("1", self.tr("Usual")),
                ("2", self.tr("More")),
                ("4", self.tr("Much more")),
            ),
            self.tr("More of this"),
            flows=True,
        )
        self.weight.chosen.connect(self._weigh)
        note = self.tr("How often “varied” breaks bring it, beside the others.")
        card.add(Row(self.tr("More of this"), note, self.weight, under=True))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = is_wide(self)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(direction)
        self.words_area.setMinimumWidth(min(WORDS_WIDTH, self.width() * 3 // 5) if wide else 0)
        self.words_area.setMaximumWidth(WORDS_WIDTH if wide else 16_777_215)
        self._across.setStretch(1, 0 if wide else 1)

    # -- showing -----------------------------------------------------------------------------------------

    def _find(self, stretch_id: str) -> None:
        found = {entry.id: entry for entry in entries(self._library, self._settings)}
        self._entry = found.get(stretch_id)
        if self._entry is not None:
            self._show(self._entry)

    def _show(self, entry: Entry) -> None:
        stretch = entry.stretch
        self.summary.setText(said(stretch.summary))
        reason = reason_of(entry)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.switch.setChecked(entry.enabled)
        self.edit_button.setVisible(entry.own)
        self.delete_button.setVisible(entry.own)
        self.switch.setAccessibleName(self.tr("%1 in your breaks").replace("%1", said(stretch.name)))
        weight = self._settings.stretches.weight.get(stretch.id, 1.0)
        self.weight.set_value(f"{min(WEIGHTS, key=lambda each: abs(each - weight)):g}")
        self.caution.findChild(QLabel, "words").setText(said(stretch.caution))  # type: ignore[union-attr]
        self._show_forms(stretch)
        self._show_form()

    def _show_forms(self, stretch: Stretch) -> None:
        """Let the person look at each form, where there are more than one."""
        while (item := self._forms_at.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if len(stretch.forms) < 2:
            return
        names = ((form.id, self._form_words(form)) for form in stretch.forms)
        choice = Choice(tuple(names), self.tr("Show it"), flows=True)
        choice.set_value(self.form.id if self.form is not None else "")
        choice.chosen.connect(self.choose_form)
        self._forms_at.addWidget(choice)
        tab_as_laid_out(self._page)

    def choose_form(self, form_id: str) -> None:
        """Show another form of the stretch."""
        self._form_id = form_id
        self._show_form()

    def _form_words(self, form: Form) -> str:
        place = place_word(form.place)
        return self.tr("%1, gentler").replace("%1", place) if form.gentle else place

    def _show_form(self) -> None:
        entry, form = self._entry, self.form
        if entry is None or form is None:
            return
        stretch = entry.stretch
        needs = listed(map(need_word, form.needs))
        parts = (
            place_word(form.place),
            needs,
            listed(map(said, stretch.areas)),
            span(form.total_s),
        )
        self.facts.setText(" · ".join(part for part in parts if part))
        picture = None if form.has_figure else self._picture(stretch)
        if picture is None:
            self.stage.show_form(stretch, form)
        else:
            self.stage.show_picture(picture)
        self._show_steps(form)
        raw = next(each for each in stretch.forms if each.id == form.id)
        self.dose.show_dose(stretch.id, raw, form, self._settings, routine="")

    def _show_steps(self, form: Form) -> None:
        rows = self.steps.layout_rows
        while (item := rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        told, both = step_words(form)
        for number, words in enumerate(told, 1):
            self.steps.add(_step(str(number), said(words)))
        if both:
            self.steps.add(_step("", self.tr("Then the same on the other side.")))

    def _dosed(self, form: Form) -> Form:
        change = self._settings.stretches.dose.get(self.stretch_id)
        return form.dosed(change) if change is not None else form

    def _weigh(self, value: str) -> None:
        weight: dict[str, Any] = {f"stretches.weight.{self.stretch_id}": float(value)}
        self.change_requested.emit(weight)


def is_wide(page: QWidget) -> bool:
    """Return whether the figure stands beside the words: where there is room, or none above them."""
    return page.width() >= SIDE_BY_SIDE or page.width() > page.height() * 1.4


def step_words(form: Form) -> tuple[list[str], bool]:
    """Return what the steps say, each once and for one side, and whether the other side follows."""
    sides = {step.side for step in form.steps}
    both = {"left", "right"} <= sides
    first = next((step.side for step in form.steps if step.side), "")
    shown = (step for step in form.steps if not both or step.side in ("", first))
    return list(dict.fromkeys(step.words for step in shown if step.words)), both


def _step(number: str, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 10, 0, 10)
    line.setSpacing(14)
    count = QLabel(number)
    set_kind(count, "over")
    count.setFixedWidth(22)
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    scale = type_scale()
    body, small = (QFontMetrics(font(px)).ascent() for px in (scale.body, scale.small))
    count.setContentsMargins(0, body - small, 0, 0)  # both stand on one line
    line.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(reading(words), 1)
    return row


def _notice() -> QFrame:
    card = QFrame()
    set_kind(card, "card")
    across = QHBoxLayout(card)
    across.setContentsMargins(16, 14, 16, 14)
    across.setSpacing(14)
    mark = QFrame()
    mark.setFixedWidth(4)
    mark.setProperty("urgency", "soon")
    across.addWidget(mark)
    words = reading("")
    words.setObjectName("words")
    across.addWidget(words, 1)
    return card
