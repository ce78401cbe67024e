"""A field for a sentence or two: as high as its lines, so that all that was written can be seen."""

from math import ceil

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from unhunch.ui.style import FIELD_SIDES, set_kind, type_scale

SLACK = 2
"""Without this much room under the last line, px, Qt scrolls."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Paragraph(QPlainTextEdit):
    """Looks like a field of one line until there is more in it; never holds a line break."""

    edited = Signal(str)
    """The person changed the words."""

    def __init__(self, most: int) -> None:
        """`most`: so many letters at most."""
        super().__init__()
        self._most = most
        set_kind(self, "field")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._tell)
        self._fit()

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def set_text(self, words: str) -> None:
        """Show other words, without saying that they were changed."""
        with QSignalBlocker(self):
            self.setPlainText(" ".join(words.split()))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        self.insertPlainText(" ".join(source.text().split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines are; one alone stands in the middle of a usual field."""
        line = type_scale().line
        over = max(0, line - self.fontMetrics().lineSpacing()) // 2
        self.setViewportMargins(0, over, 0, 0)
        high = ceil(self.blockBoundingGeometry(self.document().firstBlock()).height())
        several = self.document().size().height() > 1  # of plain text Qt counts lines here
        self.setFixedHeight((over + high + SLACK if several else line) + FIELD_SIDES)

    def _tell(self) -> None:
        if len(self.text()) > self._most:
            at = min(self.textCursor().position(), self._most)
            self.set_text(self.text()[: self._most])
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self.edited.emit(self.text())
