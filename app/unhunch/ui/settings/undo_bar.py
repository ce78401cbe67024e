"""A bar that says what was done, and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from unhunch.ui.style import SPACE, set_kind


class UndoBar(QFrame):
    """Hidden until there is something to take back or to say."""

    came_or_went = Signal()

    def __init__(self, column: int, margins: QMargins) -> None:
        """Stand in line with a column of so many px at most, with these margins."""
        super().__init__()
        set_kind(self, "bar")
        self._undo: Callable[[], None] | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.undo_button = QPushButton(self.tr("Undo"))
        self.close_button = QPushButton(self.tr("Close"))
        set_kind(self.close_button, "quiet")
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.undo_button.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.hide)
        middle = QWidget()
        middle.setMaximumWidth(column)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(margins)
        whole.addWidget(middle)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button that calls `undo` where there is one."""
        self._undo = undo
        self.said.setText(sentence)
        self.undo_button.setVisible(undo is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_or_went.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came_or_went.emit()

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()
