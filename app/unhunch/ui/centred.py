"""Words in the middle of their room, in lines of like length: no word stands alone in the last one."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from unhunch.ui.lines import balanced_width


class Centred(QLabel):
    """A label that wraps."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    @property
    def lines_width(self) -> int:
        """How wide the lines are at most, px."""
        return balanced_width(self.font(), self.text(), self.contentsRect().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = self.contentsRect()
        box = QRect(0, 0, self.lines_width, room.height())
        box.moveCenter(room.center())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()
