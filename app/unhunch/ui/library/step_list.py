"""The steps of a stretch in the editor: what each says, how long it takes, and their order."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.ui.flow import Flow
from unhunch.ui.library.draft import Draft
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.number import NumberField, stepping
from unhunch.ui.paragraph import Paragraph
from unhunch.ui.settings_parts import Card
from unhunch.ui.style import FIELD_SIDES, SPACE, set_kind, type_scale
from unhunch.ui.tabbing import tab_as_laid_out

WORDS_MAX = 200
MOVE_MAX_S, HOLD_MAX_S = 60.0, 600.0


class StepRow(QWidget):
    """One step: its words, its two times, and buttons to move it or take it away."""

    changed = Signal()
    chosen = Signal(int)
    move_requested = Signal(int, int)
    remove_requested = Signal(int)

    def __init__(self, draft: Draft, at: int) -> None:
        super().__init__()
        self._draft, self.at = draft, at
        self._step = draft.steps[at]
        number = QLabel(str(at + 1))
        set_kind(number, "over")
        number.setFixedWidth(20)
        told = self.tr("Step %1").replace("%1", str(at + 1))
        number.setFixedHeight(type_scale().line + FIELD_SIDES)
        self.words = Paragraph(WORDS_MAX)
        self.words.set_text(self._step.get("words", ""))
        self.words.setPlaceholderText(self.tr("What to do"))
        self.words.setAccessibleName(self.tr("%1: what to do").replace("%1", told))
        self.words.edited.connect(self._say)
        self.words.installEventFilter(self)
        self.move_s = self._time(self.tr("%1: seconds to get there").replace("%1", told), 0.1, MOVE_MAX_S)
        self.move_s.setValue(float(self._step.get("move_s", 1.0)))
        self.move_s.valueChanged.connect(self._move_time)
        self.hold_s = self._time(self.tr("%1: seconds to stay").replace("%1", told), 0.0, HOLD_MAX_S)
        self.hold_s.setValue(draft.hold_s(self._step))
        self.hold_s.valueChanged.connect(self._hold_time)
        self.up_button = self._button("↑", self.tr("%1: move up").replace("%1", told))
        self.down_button = self._button("↓", self.tr("%1: move down").replace("%1", told))
        self.remove_button = self._button("×", self.tr("%1: take away").replace("%1", told))  # noqa: RUF001 (a sign)
        self.up_button.clicked.connect(lambda: self.move_requested.emit(self.at, -1))
        self.down_button.clicked.connect(lambda: self.move_requested.emit(self.at, 1))
        self.remove_button.clicked.connect(lambda: self.remove_requested.emit(self.at))
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(at + 1 < len(draft.steps))
        self.remove_button.setEnabled(len(draft.steps) > 1)
        self.parts: tuple[QWidget, ...] = (
            self.words, self.up_button, self.down_button, self.remove_button, self.move_s, self.hold_s
        )  # fmt: skip
        """What takes the keyboard."""
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        set_kind(self.problem, "problem")
        self.problem.hide()
        self._lay_out(number)

    def _lay_out(self, number: QLabel) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(number, 0, top)
        first.addWidget(self.words, 1)
        for button in (self.up_button, self.down_button, self.remove_button):
            first.addWidget(button, 0, top)
        times = Flow(SPACE)
        for words, field in ((self.tr("get there in"), self.move_s), (self.tr("stay for"), self.hold_s)):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            label = QLabel(words)
            set_kind(label, "small")
            line.addWidget(label)
            line.addWidget(field)
            times.addWidget(pair)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 10)
        whole.setSpacing(6)
        whole.addLayout(first)
        inset = QVBoxLayout()
        inset.setContentsMargins(margins(26, 0, 0, 0))
        inset.addLayout(times)
        inset.addWidget(self.problem)
        whole.addLayout(inset)

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with this step; "" takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.chosen.emit(self.at)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_requested.emit(self.at, by)
                return True
        return False

    def _say(self, words: str) -> None:
        self._draft.set_words(self._step, words)
        self.set_problem("")
        self.changed.emit()

    def _move_time(self, seconds: float) -> None:
        self._step["move_s"] = seconds
        self.changed.emit()

    def _hold_time(self, seconds: float) -> None:
        self._draft.set_hold_s(self._step, seconds)
        self.changed.emit()

    def _time(self, name: str, low: float, high: float) -> NumberField:
        step = stepping(1, low)
        field = NumberField(lambda direction: field.setValue(step(field.value(), direction)), False)
        field.setDecimals(1)
        field.setRange(low, high)
        field.setSuffix(" " + self.tr("s"))
        field.setKeyboardTracking(False)
        field.setFixedWidth(84)
        field.setAccessibleName(name)
        return field

    def _button(self, sign: str, name: str) -> QPushButton:
        button = QPushButton(sign)
        set_kind(button, "round")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.pressed.connect(lambda: self.chosen.emit(self.at))
        return button


class StepList(Card):
    """All steps; says when the draft is another."""

    changed = Signal()
    chosen = Signal(int)

    def __init__(self, _look: Look) -> None:
        super().__init__("")
        self._draft = Draft()
        self.rows: list[StepRow] = []
        self.set_title(self.tr("Steps"))
        self.add_button = QPushButton(self.tr("Add a step"), self)
        set_kind(self.add_button, "link")
        self.add_button.clicked.connect(self._add)
        self._current = 0

    def show_draft(self, draft: Draft, current: int = 0) -> None:
        """Show the steps of a draft, with the keyboard on one of them if it was in here before."""
        places = (n for row in self.rows for n, each in enumerate(row.parts) if each.hasFocus())
        focused = next(places, None)
        self._draft, self._current = draft, current
        rows = self.layout_rows
        while (item := rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                self.add_button.setParent(self)
                widget.hide()
                widget.deleteLater()
        self.rows = []
        n = 0
        for part in draft.parts:
            if words := self._part_words(part, alone=len(draft.parts) == 1):
                self.add(_heading(words))
            for _ in part["step"]:
                self._show(StepRow(draft, n))
                n += 1
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(margins(18, 8, 0, 8))
        line.addWidget(self.add_button)
        line.addStretch()
        self.add(holder)
        tab_as_laid_out(self)
        if focused is not None:
            row = self.rows[current]
            same = row.parts[focused]
            (same if same.isEnabled() else row.words).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: StepRow) -> None:
        row.changed.connect(self.changed)
        row.chosen.connect(self._choose)
        row.move_requested.connect(self._move)
        row.remove_requested.connect(self._remove)
        self.rows.append(row)
        self.add(row)

    def _part_words(self, part: dict[str, object], *, alone: bool) -> str:
        times = self._draft.dose.get("repeats", 1) if part.get("repeat") == "dose" else part.get("repeat", 1)
        sides = part.get("sides", "one")
        if alone and times == 1 and sides == "one":
            return ""
        told = self.tr("Once") if times == 1 else self.tr("%1 times").replace("%1", str(times))
        if sides in ("each", "alternate"):
            return self.tr("%1 on each side").replace("%1", told)
        return self.tr("%1, to one side and the other").replace("%1", told) if sides == "turns" else told

    def _choose(self, at: int) -> None:
        self._current = at
        self.chosen.emit(at)

    def _add(self) -> None:
        self._rearrange(lambda: self._draft.add_step(min(self._current, len(self._draft.steps) - 1)))
        self.rows[self._current].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, at: int, by: int) -> None:
        self._rearrange(lambda: self._draft.move_step(at, by))

    def _remove(self, at: int) -> None:
        def remove() -> int:
            self._draft.remove_step(at)
            return min(at, len(self._draft.steps) - 1)

        self._rearrange(remove)

    def _rearrange(self, change: Callable[[], int]) -> None:
        self.show_draft(self._draft, change())
        self.changed.emit()
        self.chosen.emit(self._current)


def _heading(words: str) -> QFrame:
    holder = QFrame()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 10, 0, 6)
    label = QLabel(words)
    set_kind(label, "over")
    line.addWidget(label)
    return holder
