"""The editor of the person's own stretches."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
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
from unhunch.domain.stretch import StretchError
from unhunch.figure.motion.motion import Motion, MotionError
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.library.about_card import AboutCard
from unhunch.ui.library.beginning import Beginning
from unhunch.ui.library.detail_page import WORDS_WIDTH, is_wide
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.levers import fixed_view
from unhunch.ui.library.often_card import OftenCard
from unhunch.ui.library.picture_card import PictureCard
from unhunch.ui.library.pose_card import PoseCard
from unhunch.ui.library.stage import FigureStage
from unhunch.ui.library.step_list import StepList
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.page import RIGHT
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.tabbing import show_whole
from unhunch.ui.words import sentence

SETTLE_MS = 250


@dataclass(frozen=True, slots=True)
class EditorState:
    """What was being edited: the draft, the id that it has already, and its picture."""

    draft: Draft
    stretch_id: str
    picture: Picture | None


class EditorPage(QWidget):
    """Edits a draft; what is saved goes to the collection."""

    saved = Signal(str, bool)
    """The id of a stretch, and whether it is a new one."""
    left = Signal()

    def __init__(self, look: Look, gallery: Gallery, library: Library, collection: Collection) -> None:
        super().__init__()
        self._look, self._library, self._collection = look, library, collection
        self.draft = Draft.blank()
        self._id = ""
        self._current = 0
        self._view: dict[str, Any] = {}
        self._changed = False
        self.beginning = Beginning(look, gallery, library)
        self.beginning.chosen.connect(self._begin_as)
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
        self.draft, self._id = draft, stretch_id
        self._current, self._changed = 0, False
        self.stage.play_button.setChecked(False)
        self._fill(picture)
        self.about.name.setFocus()

    @property
    def state(self) -> EditorState:
        """What is being edited, to take it up again."""
        return EditorState(self.draft, self._id, self.picture.picture)

    def take_up(self, left: EditorState) -> None:
        """Go on with what was left."""
        self.edit(left.draft, left.stretch_id, left.picture)
        self._changed = True

    # -- building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(margins(3 * SPACE, 0, SPACE, 0))
        self._across.setSpacing(2 * SPACE)
        left = QVBoxLayout()
        left.addWidget(self.beginning, 1)
        left.addWidget(self.stage, 1)
        left.addWidget(self.stage.controls)
        left.addStretch()
        self._across.addLayout(left, 1)
        self.fields = QScrollArea()
        self.fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields.setWidgetResizable(True)
        self.fields.setWidget(self._cards())
        self._across.addWidget(self.fields)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._across, 1)
        whole.addWidget(self._foot())

    def _cards(self) -> QWidget:
        """Return the fields, from what it is to how it looks."""
        page = QWidget()
        set_kind(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(margins(0, 0, SPACE, 3 * SPACE))
        column.setSpacing(2 * SPACE)
        self.about = AboutCard()
        self.about.changed.connect(self._touched)
        column.addWidget(self.about)
        self.steps = StepList(self._look)
        self.steps.changed.connect(self._touched)
        self.steps.chosen.connect(self._choose)
        column.addWidget(self.steps)
        self.pose = PoseCard(self._look)
        self.pose.posed.connect(self._posed)
        column.addWidget(self.pose)
        self.often = OftenCard(self._look)
        self.often.changed.connect(self._touched)
        column.addWidget(self.often)
        self.picture = PictureCard()
        self.picture.changed.connect(self._pictured)
        column.addWidget(self.picture)
        column.addStretch()
        return page

    def _offer_beginnings(self) -> None:
        self.beginning.setVisible(not self.draft.has_figure and not self.draft.picture)
        self.stage.setVisible(not self.beginning.isVisibleTo(self))
        self.stage.controls.setVisible(self.draft.has_figure and not self.draft.picture)
        self.beginning.offer()

    def _begin_as(self, stretch_id: str) -> None:
        stretch = self._library.get(stretch_id)
        if stretch is None:
            return
        form = next((each for each in stretch.forms if each.place == self.draft.place), stretch.forms[0])
        began = Draft.copy_of(stretch, form, self.draft.name or said(stretch.name))
        began.caution = self.draft.caution or began.caution
        self.draft, self._current = began, 0
        self._fill(self.picture.picture)
        self._touched()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = is_wide(self)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(direction)
        self.fields.setMinimumWidth(min(WORDS_WIDTH, self.width() * 3 // 5) if wide else 0)
        self.fields.setMaximumWidth(WORDS_WIDTH if wide else 16_777_215)
        self._across.setStretch(1, 0 if wide else 2)

    # -- showing -----------------------------------------------------------------------------------------

    def _fill(self, picture: Picture | None) -> None:
        draft = self.draft
        self.about.show_draft(draft)
        self.often.show_draft(draft)
        self.picture.show_draft(draft, picture)
        self.problem.clear()
        self.steps.show_draft(draft)
        self._offer_beginnings()
        self.fields.verticalScrollBar().setValue(0)
        self._watch()
        self._settled()
        self._show_pose()

    def _watch(self) -> None:
        """Set the camera up to see the whole motion, and keep it there while poses change."""
        self.pose.setVisible(self.draft.has_figure)
        form = self.draft.filled().form("own")
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
        elif self.picture.picture is not None:
            self.stage.show_picture(self.picture.picture)
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
        filled = self.draft.filled()
        form = filled.form("own")
        if form is not None and form.has_figure and self.picture.picture is None:
            self.stage.play(filled.stretch("own"), form)

    def _choose(self, at: int) -> None:
        self._current = min(at, len(self.draft.steps) - 1)
        self.stage.play_button.setChecked(False)
        self._show_pose()

    # -- changes -----------------------------------------------------------------------------------------

    def _touched(self) -> None:
        self._changed = True
        self._settle.start()

    def _settled(self) -> None:
        """Say what it comes to, once nobody types."""
        self.often.tell_total(self.draft.filled().form("own"))

    def _pictured(self) -> None:
        """Show the picture that was chosen, or the figure again."""
        self._offer_beginnings()
        if self.picture.picture is None:
            self._watch()
        else:
            self.pose.hide()
        self._touched()
        self._show_pose()

    # -- saving ------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save the stretch; or say beside each field what it still needs."""
        if not self._is_complete():
            return
        stretch_id = self._id or self._collection.new_id(self.draft.name)
        picture = self.picture.picture
        if picture is not None:
            picture = Picture(f"{stretch_id}.{picture.name.rpartition('.')[2]}", picture.data)
            self.draft.picture = picture.name
            if self.draft.has_figure:
                self.draft.drop_figure()
        problem = self._checked(stretch_id) or self._collection.save(stretch_id, self.draft.table(), picture)
        self.problem.setText(sentence(problem, "Collection") if problem else "")
        if not problem:
            is_new, self._id, self._changed = not self._id, stretch_id, False
            self.saved.emit(stretch_id, is_new)

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
        first = self.about.missing()
        silent = not self.draft.steps[0].get("words")
        self.steps.rows[0].set_problem(self.tr("Say what to do first.") if silent else "")
        if first is None and silent:
            first = self.steps.rows[0].words
        if first is not None:
            first.setFocus()
            show_whole(first)
        return first is None
