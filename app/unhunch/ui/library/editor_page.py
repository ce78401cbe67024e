"""The editor of the person's own stretches."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.body import AREA_WORDS, areas_meant
from unhunch.domain.parcel import Picture
from unhunch.domain.picture import MAX_BYTES, PictureError, check_picture
from unhunch.domain.stretch import PICTURE_KINDS, StretchError
from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.ui.controls import Box, Choice, Number, Switch, stepping
from unhunch.ui.flow import Flow
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.library.detail_page import WORDS_WIDTH, is_wide
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.levers import fixed_view
from unhunch.ui.library.pose_card import PoseCard
from unhunch.ui.library.stage import FigureStage
from unhunch.ui.library.step_list import StepList
from unhunch.ui.library.words import PLACES, area_word, place_word, span
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.page import RIGHT
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.words import sentence

SETTLE_MS = 250
NAME_MAX, TEXT_MAX = 60, 600


@dataclass(frozen=True, slots=True)
class EditorState:
    """What was being edited: the draft, the id that it has already, and its picture."""

    draft: Draft
    stretch_id: str
    picture: Picture | None


class EditorPage(QWidget):
    """Edits a draft; what is saved goes to the collection."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, look: Look, gallery: Gallery, library: Library, collection: Collection) -> None:
        super().__init__()
        self._look, self._library, self._collection = look, library, collection
        self.draft = Draft.blank()
        self._id = ""
        self._picture: Picture | None = None
        self._current = 0
        self._view: dict[str, Any] = {}
        self._changed = False
        self._rows: dict[str, Row] = {}
        self.stage = FigureStage(look, gallery)
        self.stage.play_button.toggled.connect(self._play)
        self._build()
        self._settle = QTimer(self, singleShot=True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._settled)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.tr("Edit your stretch") if self._id else self.tr("A stretch of your own")

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost by leaving."""
        return self._changed

    def edit(self, draft: Draft, stretch_id: str = "", picture: Picture | None = None) -> None:
        """Edit a draft: of a new stretch, or of the one with this id."""
        self.draft, self._id, self._picture = draft, stretch_id, picture
        self._current, self._changed = 0, False
        self.stage.play_button.setChecked(False)
        self._fill()
        self.name.setFocus()

    @property
    def state(self) -> EditorState:
        """What is being edited, to take it up again."""
        return EditorState(self.draft, self._id, self._picture)

    def take_up(self, left: EditorState) -> None:
        """Go on with what was left."""
        self.edit(left.draft, left.stretch_id, left.picture)
        self._changed = True

    def problem_of(self, key: str) -> str:
        """What is said to be wrong with a field; "" where nothing is."""
        return self._rows[key].problem

    # -- building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(margins(3 * SPACE, 0, SPACE, 0))
        self._across.setSpacing(2 * SPACE)
        left = QVBoxLayout()
        left.addWidget(self._beginning())
        left.addWidget(self.stage, 1)
        left.addWidget(self.stage.controls)
        left.addStretch()
        self._across.addLayout(left, 1)
        page = QWidget()
        set_kind(page, "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(margins(0, 0, SPACE, 3 * SPACE))
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(self._about())
        self.steps = StepList(self._look)
        self.steps.changed.connect(self._touched)
        self.steps.chosen.connect(self._choose)
        self._column.addWidget(self.steps)
        self.pose = PoseCard(self._look)
        self.pose.posed.connect(self._posed)
        self._column.addWidget(self.pose)
        self._column.addWidget(self._dose())
        self._column.addWidget(self._picture_card())
        self._column.addStretch()
        self.fields = QScrollArea()
        self.fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields.setWidgetResizable(True)
        self.fields.setWidget(page)
        self._across.addWidget(self.fields)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._across, 1)
        whole.addWidget(self._foot())

    def _beginning(self) -> QWidget:
        """Return what is offered while there is neither figure nor picture."""
        self.begin = Box(self._look)
        self.begin.setAccessibleName(self.tr("Begin with the figure of"))
        self.begin.activated.connect(self._begin_as)
        note = QLabel(
            self.tr("Words are enough. You can also choose a picture, or begin with the figure of a stretch:")
        )
        note.setWordWrap(True)
        set_kind(note, "soft")
        self._beginning_part = QWidget()
        column = QVBoxLayout(self._beginning_part)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(note)
        column.addWidget(self.begin)
        return self._beginning_part

    def _offer_beginnings(self) -> None:
        self._beginning_part.setVisible(not self.draft.has_figure and not self.draft.picture)
        self.stage.setVisible(not self._beginning_part.isVisibleTo(self))
        self.stage.controls.setVisible(self.draft.has_figure and not self.draft.picture)
        self.begin.clear()
        self.begin.addItem(self.tr("Choose a stretch"), "")
        for stretch in self._library:
            if stretch.forms[0].has_figure:
                self.begin.addItem(said(stretch.name), stretch.id)

    def _begin_as(self) -> None:
        stretch = self._library.get(self.begin.currentData())
        if stretch is None:
            return
        form = next((each for each in stretch.forms if each.place == self.draft.place), stretch.forms[0])
        began = Draft.copy_of(stretch, form, self.draft.name or said(stretch.name))
        began.caution = self.draft.caution or began.caution
        self.draft, self._current = began, 0
        self._fill()
        self._touched()

    def _about(self) -> Card:
        card = Card(self.tr("About it"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MAX)
        self.name.textEdited.connect(lambda text: self._set("name", text))
        self._add(card, "name", self.tr("Name"), self.name)
        self.summary = QLineEdit()
        self.summary.setMaxLength(TEXT_MAX)
        self.summary.textEdited.connect(lambda text: self._set("summary", text))
        self._add(card, "summary", self.tr("What it is good for"), self.summary)
        places = tuple((each, place_word(each)) for each in PLACES)
        self.place = Choice(places, self.tr("Where"), flows=True)
        self.place.chosen.connect(lambda place: self._set("place", place))
        self._add(card, "place", self.tr("Where"), self.place)
        self._add(card, "areas", self.tr("What it stretches"), self._areas())
        self.caution = QPlainTextEdit()
        self.caution.setTabChangesFocus(True)
        self.caution.setFixedHeight(76)
        self.caution.textChanged.connect(self._cautioned)
        self._add(card, "caution", self.tr("What to be careful with"), self.caution)
        return card

    def _areas(self) -> QWidget:
        holder = QWidget()
        flow = Flow(6)
        self.areas: dict[str, QPushButton] = {}
        for area in AREA_WORDS:
            button = QPushButton(area_word(area))
            button.setCheckable(True)
            set_kind(button, "choice")
            button.clicked.connect(self._mark_areas)
            self.areas[area] = button
            flow.addWidget(button)
        holder.setLayout(flow)
        return holder

    def _dose(self) -> Card:
        card = Card(self.tr("How often"))
        self.repeats = Number(
            low=1,
            high=20,
            step=stepping(1, 1),
            suffix="×",  # noqa: RUF001 (a sign)
            name=self.tr("Repeats"),
        )
        self.repeats.changed.connect(self._repeat)
        self._add(card, "repeats", self.tr("Repeats"), self.repeats, under=False)
        self.sides = Switch(self._look)
        self.sides.clicked.connect(self._both_sides)
        note = self.tr("First the right as written, then the same on the left.")
        self._add(card, "sides", self.tr("On both sides"), self.sides, note=note, under=False)
        self.total = QLabel()
        self.total.setContentsMargins(0, 12, 0, 12)
        set_kind(self.total, "strong")
        self.total.setIndent(0)
        card.add(self.total)
        return card

    def _picture_card(self) -> Card:
        card = Card(self.tr("Picture"))
        self.picture_button = QPushButton(self.tr("Choose a picture…"))
        self.picture_button.clicked.connect(self._choose_picture)
        self.no_picture_button = QPushButton(self.tr("Take it away"))
        set_kind(self.no_picture_button, "link")
        self.no_picture_button.clicked.connect(self._no_picture)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.picture_button)
        line.addWidget(self.no_picture_button)
        line.addStretch()
        note = self.tr("PNG, JPEG, SVG, or a moving GIF or WebP. A picture is shown in place of the figure.")
        self._add(card, "picture", self.tr("A picture of your own"), holder, note=note)
        return card

    def _foot(self) -> QFrame:
        self.save_button = QPushButton(self.tr("Save"))
        set_kind(self.save_button, "primary")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = QPushButton(self.tr("Leave without saving"))
        self.cancel_button.clicked.connect(self.left)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        set_kind(self.problem, "problem")
        foot = QFrame()
        set_kind(foot, "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(margins(3 * SPACE, 12, RIGHT, 12))
        row.addWidget(self.problem, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        return foot

    def _add(
        self, card: Card, key: str, title: str, control: QWidget, *, note: str = "", under: bool = True
    ) -> None:
        row = Row(title, note, control, under=under)
        self._rows[key] = row
        card.add(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = is_wide(self)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(direction)
        self.fields.setMinimumWidth(min(WORDS_WIDTH, self.width() * 3 // 5) if wide else 0)
        self.fields.setMaximumWidth(WORDS_WIDTH if wide else 16_777_215)
        self._across.setStretch(1, 0 if wide else 2)

    # -- showing -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        draft = self.draft
        self.name.setText(draft.name)
        self.summary.setText(draft.summary)
        self.summary.setCursorPosition(0)
        self.place.set_value(draft.place)
        known = areas_meant(draft.areas)
        for area, button in self.areas.items():
            button.setChecked(area in known)
        self.caution.blockSignals(True)
        self.caution.setPlainText(draft.caution)
        self.caution.blockSignals(False)
        self.repeats.set_value(float(draft.dose.get("repeats", 1)))
        repeated = any(part.get("repeat") == "dose" for part in draft.parts)
        self._rows["repeats"].setVisible(repeated)
        self.sides.setChecked(any(part.get("sides", "one") != "one" for part in draft.parts))
        self._rows["sides"].setVisible(len(draft.parts) == 1)
        for row in self._rows.values():
            row.set_problem("")
        self.problem.clear()
        self.no_picture_button.setVisible(draft.picture is not None)
        self.steps.show_draft(draft)
        self._offer_beginnings()
        self.fields.verticalScrollBar().setValue(0)
        self._watch()
        self._settled()
        self._show_pose()

    def _watch(self) -> None:
        """Set the camera up to see the whole motion, and keep it there while poses change."""
        self.pose.setVisible(self.draft.has_figure)
        form = self.draft.form("own") or _named(self.draft).form("own")
        if form is None or not form.has_figure:
            return
        try:
            self._view = fixed_view(Motion.from_mapping(form.motion))
        except MotionError:
            self._view = {}

    def _show_pose(self) -> None:
        """Let the figure stand in the pose of the step that is edited."""
        if self.draft.has_figure and not self.draft.picture:
            self.pose.show_step(self.draft, self._current, self._view)
            self._posed(by_hand=False)
        elif self._picture is not None:
            self.stage.show_picture(self._picture)
        else:
            self.stage.clear()

    def _posed(self, *, by_hand: bool = True) -> None:
        if self.pose.motion is not None:
            words = self.draft.steps[self._current].get("words", "")
            self.stage.hold_still(self.pose.motion, words)
        if by_hand:
            self._touched()

    def _play(self, on: bool) -> None:
        if not on:
            self._show_pose()
            return
        form = (_named(self.draft)).form("own")
        if form is not None and form.has_figure and self._picture is None:
            self.stage.play(_named(self.draft).stretch("own"), form)

    def _choose(self, at: int) -> None:
        self._current = min(at, len(self.draft.steps) - 1)
        self.stage.play_button.setChecked(False)
        self._show_pose()

    # -- changes -----------------------------------------------------------------------------------------

    def _touched(self) -> None:
        self._changed = True
        self._settle.start()

    def _set(self, key: str, value: str) -> None:
        setattr(self.draft, key, value)
        self._rows[key].set_problem("")
        self._touched()

    def _cautioned(self) -> None:
        self.draft.caution = self.caution.toPlainText()[:TEXT_MAX]
        self._rows["caution"].set_problem("")
        self._touched()

    def _mark_areas(self) -> None:
        self.draft.areas = [area for area, button in self.areas.items() if button.isChecked()]
        self._rows["areas"].set_problem("")
        self._touched()

    def _repeat(self, times: float) -> None:
        self.draft.dose["repeats"] = int(times)
        self._touched()

    def _both_sides(self, on: bool) -> None:
        for part in self.draft.parts:
            part.pop("sides", None)
            if on:
                part["sides"] = "each"
        self.draft.dose["sides"] = "each" if on else "none"
        self._touched()

    def _settled(self) -> None:
        """Say what it comes to, once nobody types."""
        form = _named(self.draft).form("own")
        self.total.setText(self.tr("%1 in all").replace("%1", span(form.total_s)) if form else "")

    # -- picture -----------------------------------------------------------------------------------------

    def _choose_picture(self) -> None:
        kinds = " ".join(f"*.{kind}" for kind in PICTURE_KINDS)
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a picture"), "", self.tr("Pictures") + f" ({kinds})"
        )
        if chosen:
            self.take_picture(Path(chosen))

    def take_picture(self, path: Path) -> None:
        """Show the picture in this file, or say why it cannot be shown."""
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            check_picture(path.name, data)
        except OSError as error:
            told = self.tr("%1 cannot be read.").replace("%1", path.name)
            self._rows["picture"].set_problem(f"{told} ({error.strerror})")
            return
        except PictureError as error:
            self._rows["picture"].set_problem(sentence(error.args[0], "Pictures"))
            return
        self._picture = Picture(f"picture.{path.suffix[1:].lower()}", data)
        self.draft.picture = self._picture.name
        self._rows["picture"].set_problem("")
        self.no_picture_button.setVisible(True)
        self._offer_beginnings()
        self.pose.hide()
        self._touched()
        self._show_pose()

    def _no_picture(self) -> None:
        self._picture, self.draft.picture = None, None
        self.no_picture_button.setVisible(False)
        self._offer_beginnings()
        self._watch()
        self._touched()
        self._show_pose()

    # -- saving ------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save the stretch; or say beside each field what it still needs."""
        self.draft.name = self.name.text().strip()
        if not self._is_complete():
            return
        stretch_id = self._id or self._collection.new_id(self.draft.name)
        picture = self._picture
        if picture is not None:
            picture = Picture(f"{stretch_id}.{picture.name.rpartition('.')[2]}", picture.data)
            self.draft.picture = picture.name
            if self.draft.has_figure:
                self.draft.drop_figure()
        problem = self._checked(stretch_id) or self._collection.save(stretch_id, self.draft.table(), picture)
        self.problem.setText(sentence(problem, "Collection") if problem else "")
        if not problem:
            self._id, self._changed = stretch_id, False
            self.saved.emit(stretch_id)

    def _checked(self, stretch_id: str) -> str:
        try:
            form = self.draft.stretch(stretch_id).forms[0]
            if form.has_figure:
                Motion.from_mapping(form.motion)
        except (StretchError, MotionError) as error:
            return str(error)
        return ""

    def _is_complete(self) -> bool:
        """Say at each field what it needs; return whether nothing is missing."""
        wanted = {
            "name": "" if self.draft.name else self.tr("Give it a name, so that you find it again."),
            "areas": "" if self.draft.areas else self.tr("Choose at least one part of the body."),
            "caution": ""
            if self.draft.caution.strip()
            else self.tr("Write what to be careful with, if only “Stop at any pain.”"),
        }
        for key, problem in wanted.items():
            self._rows[key].set_problem(problem)
        silent = not self.draft.steps[0].get("words")
        self.steps.rows[0].set_problem(self.tr("Say what to do first.") if silent else "")
        first = next((key for key, problem in wanted.items() if problem), None)
        if first is not None:
            self.fields.ensureWidgetVisible(self._rows[first])
            {"name": self.name, "caution": self.caution}.get(first, self._rows[first]).setFocus()
        elif silent:
            self.steps.rows[0].words.setFocus()
        return first is None and not silent


def _named(draft: Draft) -> Draft:
    """Return the draft with what is still missing filled in, so that it can be played meanwhile."""
    filled = Draft(**{name: getattr(draft, name) for name in Draft.__slots__})
    filled.name = draft.name.strip() or "?"
    filled.areas = draft.areas or ["neck"]
    filled.caution = draft.caution.strip() or "?"
    return filled
