"""A bar that says what was done, and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from unhunch.ui.style import SPACE, set_kind


class UndoBar(QFrame):
    """Hidden until there is something to take back or to say."""

    def __init__(self) -> None:
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
        row = QHBoxLayout(self)
        row.setContentsMargins(20, SPACE, 12, SPACE)
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

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()
