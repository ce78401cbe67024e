"""A row of buttons with the key to each told under it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.glyphs import GAP
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import font

KEY_SHARE = 0.66
"""The keys' type, as a share of the room under the buttons."""

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
        self._used = 0
        self.on_picture = False
        """What lies behind is a picture: soft ink would be hard to read."""
        self._row = QHBoxLayout(self)
        self._row.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def hold(self, buttons: Sequence[QPushButton]) -> None:
        """Take in the buttons, in the order of reading; the property "key" of each is told under it."""
        self.in_row = tuple(buttons)
        for button in buttons:
            self._row.addWidget(button)

    def place(self, box: QRect, hint: int) -> None:
        """Stand in `box`; its lowest `hint` px are for the keys."""
        self._hint = hint
        self._stand_in(box)
        self._row.setContentsMargins(0, 0, 0, hint)
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

    def scale(self, px: int, height: int, *, dense: bool) -> bool:
        """Give the buttons words of `px` px and a height of `height` px. Returns whether they have room.

        `dense`: with little room around their words and between them.
        """
        side = round(px * (0.5 if dense else 0.7))
        self._row.setSpacing(round(px * (0.45 if dense else 0.55)))
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
        shown = [button.sizeHint().width() for button in self.in_row if not button.isHidden()]
        self._used = sum(shown) + self._row.spacing() * max(0, len(shown) - 1)
        return self._used <= self.width()

    @property
    def spare(self) -> int:
        """How much room on each side the buttons leave, px."""
        return max(0, self.width() - self._used) // 2

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
        painter.setPen(QColor(theme.ink if self.on_picture else theme.ink_soft))
        painter.setFont(font(legible(self._hint * KEY_SHARE)))
        for button in self.in_row:
            if button.isVisible() and button.isEnabled():
                under = QRect(button.x(), self.height() - self._hint, button.width(), self._hint)
                painter.drawText(under, _CENTRED, button.property("key"))
        painter.end()
