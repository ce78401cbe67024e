"""What is told at the top of the library for a while, with the way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from unhunch.ui.style import SPACE

NOTE_MS, UNDO_MS = 6_000, 20_000
"""How long a sentence stays, and one that can be taken back."""
WIDTH = 300
"""So much room has what is told, px, however long the name beside it is."""


class Notice(QWidget):
    """Empty until there is something to say; it goes by itself."""

    changed = Signal()
    """It says something else, or nothing any more."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.undo_button = QPushButton(self.tr("Undo"))
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.said, 1)
        row.addWidget(self.undo_button)
        self._quieten = QTimer(self, singleShot=True)
        self._quieten.timeout.connect(self.clear)

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say something, which `undo` can take back; "" takes the words away."""
        self.clear()
        self._undo = undo
        self.undo_button.setVisible(undo is not None)
        self.said.setText(words)
        self.said.setMinimumWidth(min(WIDTH, self.said.fontMetrics().horizontalAdvance(words) + 2))
        self.changed.emit()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self._quieten.start(UNDO_MS if undo is not None else NOTE_MS)

    def undo(self) -> None:
        """Take back what was said last."""
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def clear(self) -> None:
        """Say nothing any more."""
        self._quieten.stop()
        self._undo = None
        self.undo_button.hide()
        self.said.clear()
        self.said.setMinimumWidth(0)
        self.changed.emit()
