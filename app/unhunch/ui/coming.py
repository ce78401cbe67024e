"""The stretch that comes next: a small still and its name."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.lines import shortened, text_size
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.still import Stills, paint_still
from unhunch.ui.style import font

NAME_LINES = 3
"""Lines that the name may have, where there is room for them."""


class Coming(QWidget):
    """What comes next: a small still and its name."""

    def __init__(self, look: Look, stills: Stills, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._stills = look, stills
        self._told = ("", "", 1.0)
        self._at_right = False

    def tell(self, stretch: str, name: str, unit: float) -> None:
        """Show the next stretch; "" for none."""
        if (stretch, name, unit) != self._told:
            self._told = (stretch, name, unit)
            self.setAccessibleName(self.tr("Next: %1").replace("%1", name) if name else "")
            self.update()

    def stand(self, *, at_right: bool) -> None:
        """Stand at the right edge, or in the middle of the room."""
        self._at_right = at_right
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        stretch, name, unit = self._told
        if not name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.height(), round(96 * unit))
        still = self._stills(stretch, QSize(side, side), self.devicePixelRatioF())
        beside = side + round(16 * unit) if still is not None else 0
        over, under = (font(legible(px * unit), QFont.Weight.DemiBold) for px in (15, 20))
        room = max(1, self.width() - beside)
        high = self.height() - QFontMetrics(over).height()
        lines = min(NAME_LINES, max(1, high // QFontMetrics(under).lineSpacing()))
        name = shortened(under, name, room, lines)
        size = text_size(under, name, room)
        free = max(0, room - size.width())
        left = free if self._at_right else free // 2
        if still is not None:
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_still(painter, placed(box, self.rect()), still)
        self._paint_words(painter, over, under, name, QRect(QPoint(left + beside, 0), size))
        painter.end()

    def _paint_words(self, painter: QPainter, over: QFont, under: QFont, name: str, name_box: QRect) -> None:
        """Write "Next" in `over` above the name in `under`, which takes up a box of that size."""
        theme, over_height = self._look.theme, QFontMetrics(over).height()
        top = max(0, (self.height() - over_height - name_box.height()) // 2)
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(over)
        over_box = QRect(name_box.left(), top, self.width() - name_box.left(), over_height)
        painter.drawText(placed(over_box, self.rect()), 0, self.tr("Next"))
        painter.setPen(QColor(theme.ink))
        painter.setFont(under)
        box = name_box.translated(0, top + over_height).adjusted(0, 0, 2, 4)
        painter.drawText(placed(box, self.rect()), 0, name)
