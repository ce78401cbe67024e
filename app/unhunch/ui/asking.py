"""Two kind questions in the corner: whether skipped breaks suit badly, and whether to stay paused."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from unhunch.domain.settings import Settings
from unhunch.ui.corner import Corner
from unhunch.ui.look import Look
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import minutes

STAYS_MS = 60_000
"""A question nobody answers goes by itself."""
LESS_OFTEN = 4 / 3
"""Less often: a third more desk time, to the next five minutes."""
MOST_EVERY_MIN = 480.0

Answers = Sequence[tuple[str, Callable[[], object]]]


class Asking(Corner):
    """Shows one question with its answers; every answer closes it."""

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch asks"))
        self._wishes = wishes
        self.title, self.text = QLabel(), QLabel()
        set_kind(self.title, "lead")
        set_kind(self.text, "soft")
        self.text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(SPACE)
        self.column.addLayout(words)
        self.column.addLayout(self._answers)
        self.buttons: list[QPushButton] = []
        self._stays = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stays.timeout.connect(self.hide)

    def ask_what_suits(self, rhythm: str, settings: Settings) -> None:
        """Ask whether breaks are too often, badly timed or too long, with each change one click away."""
        chosen = settings.rhythm.get(rhythm)
        if chosen is None:
            return
        change = self._change
        answers: list[tuple[str, Callable[[], object]]] = []
        every_min = min(MOST_EVERY_MIN, -(-chosen.every_min * LESS_OFTEN // 5) * 5)
        if every_min > chosen.every_min:
            words = self.tr("Too often: make it every %1").replace("%1", minutes(every_min * 60))
            answers.append((words, partial(change, {f"rhythm.{rhythm}.every_min": every_min})))
        gap_s, gap_max_s = settings.timing.gap_s, settings.timing.gap_max_s
        if gap_s < 10 and gap_max_s < 300:
            words = self.tr("Badly timed: wait longer for a pause in my work")
            answers.append((words, partial(change, {"timing.gap_s": 10.0, "timing.gap_max_s": 300.0})))
        if chosen.stretches is not None and chosen.stretches > 1 and chosen.length_s is None:
            words = self.tr("Too long: one stretch less")
            answers.append((words, partial(change, {f"rhythm.{rhythm}.stretches": chosen.stretches - 1})))
        answers.append((self.tr("It is fine as it is"), self.hide))
        self._ask(
            self.tr("Do the breaks suit you?"),
            self.tr("The last three were skipped. That is all right. Would a change help?"),
            answers,
        )

    def remind_of_pause(self) -> None:
        """Say that a pause without an end is still on."""
        self._ask(
            self.tr("Breaks are still paused"),
            self.tr("You asked for no breaks some hours ago."),
            [(self.tr("Resume"), self._wishes.resume), (self.tr("Stay paused"), self.hide)],
        )

    def _ask(self, title: str, text: str, answers: Answers) -> None:
        self.title.setText(title)
        self.text.setText(text)
        for button in self.buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words, do in answers:
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the window takes no keyboard
            button.clicked.connect(partial(self._answer, do))
            self._answers.addWidget(button)
            self.buttons.append(button)
        set_kind(self.buttons[-1], "quiet")
        self.appear()
        self._stays.start()

    def _answer(self, do: Callable[[], object], _checked: bool = False) -> None:
        self._stays.stop()
        self.hide()
        do()

    def _change(self, changes: dict[str, Any]) -> None:
        problem = self._wishes.change_settings(changes)
        if problem:
            self._ask(self.tr("That could not be changed"), problem, [(self.tr("Close"), self.hide)])
