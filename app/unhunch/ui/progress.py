"""How far the whole break is: a row of bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import font


class Progress(QWidget):
    """The whole break as a row of bars, one a stretch, each as wide as its time."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lengths_s: tuple[float, ...] = ()
        self._index = 0
        self._share = 0.0
        self._left, self._right, self._unit = "", "", 1.0
        self.setAccessibleName(self.tr("Progress of the break"))

    def show_progress(
        self, lengths_s: Sequence[float], index: int, share: float, *, left: str, right: str, unit: float
    ) -> None:
        """Fill the bars before `index`, and that one by `share`; `left` and `right` stand over the row."""
        bar_px = self.width() * lengths_s[index] / (sum(lengths_s) or 1.0) if lengths_s else 0.0
        steps = max(1, round(bar_px))  # less than a pixel would be painted, but not seen
        told = (tuple(lengths_s), index, round(share * steps) / steps, left, right, unit)
        if told != (self._lengths_s, self._index, self._share, self._left, self._right, self._unit):
            (self._lengths_s, self._index, self._share, self._left, self._right, self._unit) = told
            self.setAccessibleDescription(f"{left}, {right}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._lengths_s:
            return
        theme, unit = self._look.theme, self._unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = max(4.0, 6 * unit)
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(font(legible(20 * unit), QFont.Weight.DemiBold))
        words = QRectF(0, 0, self.width(), self.height() - thick - 6 * unit)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self._left)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, self._right)
        gap = 8 * unit
        room = self.width() - gap * (len(self._lengths_s) - 1)
        total_s = sum(self._lengths_s) or 1.0
        left = 0.0
        for i, length_s in enumerate(self._lengths_s):
            bar = QRectF(left, self.height() - thick, room * length_s / total_s, thick)
            done = 1.0 if i < self._index else self._share if i == self._index else 0.0
            _paint_bar(painter, placed(bar, self.rect()), done, theme.track, theme.accent)
            left = bar.right() + gap
        painter.end()


def _paint_bar(painter: QPainter, bar: QRectF, done: float, track: str, fill: str) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.fillPath(outline, QColor(track))
    if done > 0:
        filled = QPainterPath()
        room = QRectF(bar)
        room.setWidth(max(bar.height(), bar.width() * min(1.0, done)))
        filled.addRoundedRect(placed(room, bar), bar.height() / 2, bar.height() / 2)
        painter.fillPath(filled, QColor(fill))
