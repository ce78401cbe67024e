"""The name of a page over it: one line, cut where the window is too narrow for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from unhunch.ui.style import set_kind

LEAST = 120
"""A heading is at least so wide, px."""


class Heading(QLabel):
    """Gives its room to what stands beside it, down to a few letters; the whole is in its tooltip then."""

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "title")
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def is_cut(self) -> bool:
        """Whether there is more than can be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, words: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(words)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(LEAST, least.width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
