"""A row of buttons with the key to each told under it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.glyphs import GAP
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins, placed
from unhunch.ui.style import font

CAP, KEY = 0.8, 0.5
"""Height of a key's cap and of the type on it, as shares of the room under the buttons."""

_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class KeyRow(QWidget):
    """Buttons beside each other, in the middle of the room."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self.in_row: tuple[QPushButton, ...] = ()
        self._hint = 0
        self._box = QRect()
        self._keys_told = False
        self._middle: QPushButton | None = None
        self._used = self._lean = 0
        self.on_picture = False
        """What lies behind is a picture: soft ink would be hard to read."""
        self._row = QHBoxLayout(self)
        self._row.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def hold(self, buttons: Sequence[QPushButton], middle: QPushButton | None = None) -> None:
        """Take in the buttons, in the order of reading; the property "key" of each is told under it.

        `middle` stands in the middle of the room, as far as the others leave any.
        """
        self.in_row, self._middle = tuple(buttons), middle
        for button in buttons:
            self._row.addWidget(button)

    def place(self, box: QRect, hint: int) -> None:
        """Stand in `box`; its lowest `hint` px are for the keys."""
        self._hint = hint
        self._stand_in(box)
        self._set_margins()
        self.update()

    def widen(self, by: int) -> None:
        """Take so many px more before the buttons."""
        self._stand_in(self._box.adjusted(-by, 0, 0, 0))

    def _stand_in(self, box: QRect) -> None:
        self._box = box
        self.setGeometry(placed(box, self._over.rect()))

    def tell_keys(self, told: bool) -> None:
        """Say which keys press the buttons, or keep silent while keys do nothing."""
        if told != self._keys_told:
            self._keys_told = told
            self.update()

    def scale(self, px: int, height: int) -> bool:
        """Give the buttons words of `px` px and a height of `height` px. Returns whether they have room."""
        side = round(px * 0.5)
        self._row.setSpacing(round(px * 0.4))
        icon_px = round(px * 1.1)
        icon_px += (height - icon_px) % 2  # else Qt could not put it into the middle
        for button in self.in_row:
            lone = 0 if button.text() else round(icon_px * (GAP - 1))  # a sign without words is in the middle
            look = (
                f"font-size: {px}px; min-height: {height}px;"
                f"padding-left: {side + lone}px; padding-right: {side}px;"
            )
            if button.styleSheet() != look:  # setting it is dear
                button.setStyleSheet(look)
            button.setIconSize(QSize(round(icon_px * GAP), icon_px))
        self._measure()
        return self._used <= self.width()

    def _measure(self) -> None:
        """Find out how wide the row is, and how far it must lean for its middle to be that of the room."""
        shown = [button for button in self.in_row if not button.isHidden()]
        widths = [button.sizeHint().width() + self._row.spacing() for button in shown]
        self._used, self._lean = max(0, sum(widths) - self._row.spacing()), 0
        if self._middle in shown:
            at = shown.index(self._middle)
            free = max(0, self.width() - self._used)
            self._lean = min(free, max(-free, sum(widths[at + 1 :]) - sum(widths[:at])))
        self._set_margins()

    def _set_margins(self) -> None:
        self._row.setContentsMargins(margins(max(0, self._lean), 0, max(0, -self._lean), self._hint))

    @property
    def spare(self) -> tuple[int, int]:
        """How much room the buttons leave before and after them, px."""
        beside = max(0, self.width() - self._used - abs(self._lean)) // 2
        return beside + max(0, self._lean), beside + max(0, -self._lean)

    def event(self, event: QEvent) -> bool:
        """Tell the keys anew where the buttons moved: each stands under its own."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return handled

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._keys_told:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(legible(self._hint * KEY)))
        line = QColor(theme.edge if self.on_picture else theme.off_line)
        ink = QColor(theme.ink if self.on_picture else theme.ink_soft)
        for button in self.in_row:
            if button.isVisible() and button.isEnabled():
                self._paint_cap(painter, button, line, ink)
        painter.end()

    def _paint_cap(self, painter: QPainter, button: QPushButton, line: QColor, ink: QColor) -> None:
        """Tell a key as it looks on a keyboard, under the middle of its button."""
        words, high = button.property("key"), round(self._hint * CAP)
        wide = max(1.5 * high, QFontMetrics(painter.font()).horizontalAdvance(words) + 0.8 * high)
        cap = QRectF(0, 0, wide, high - 1)
        cap.moveCenter(QPointF(button.geometry().center().x() + 0.5, self.height() - high / 2))
        painter.setPen(line)
        painter.drawRoundedRect(cap, 0.3 * high, 0.3 * high)
        painter.setPen(ink)
        painter.drawText(cap, _CENTRED, words)
