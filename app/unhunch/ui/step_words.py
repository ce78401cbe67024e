"""What to do now, in words that fit."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.lines import in_lines, longest_word, text_height
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import font

NAME, STEP, SIDE = 46, 36, 27
"""Sizes of type, in units: people stand up, and read from two metres away."""
BADGE, GAP = 48, 20
"""Height of the badge that says the side, and the distance of the words' parts, in units."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Some words as they are written: in lines, with the hyphens they need, and so high, px."""

    font: QFont
    text: str
    height: int


class Words(QWidget):
    """The stretch's name, the side, and the step's words; the type shrinks until all of it fits."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._told = ("", "", "", 1.0)

    def differ(self, name: str, side: str, step: str, unit: float) -> bool:
        """Return whether other words than these are shown, in type of the same size."""
        return bool(self._told[0]) and unit == self._told[3] and (name, side, step) != self._told[:3]

    def tell(self, name: str, side: str, step: str, unit: float) -> None:
        """Show a name, a side ("Your right" or "") and the words of a step."""
        if (name, side, step, unit) != self._told:
            self._told = (name, side, step, unit)
            self.setAccessibleName(name)
            self.setAccessibleDescription(f"{side}. {step}" if side else step)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, unit = self._told[1], self._told[3]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, name, step = self._fitting()
        badge_height = BADGE * unit * scale
        gap = GAP * unit * scale
        total = name.height + gap + (badge_height + gap if side else 0) + step.height
        top = max(0.0, (self.height() - total) / 2)
        self._write(painter, name, top)
        top += name.height + gap
        if side:
            self._paint_badge(painter, side, top, badge_height, scale)
            top += badge_height + gap
        self._write(painter, step, top)
        painter.end()

    def _write(self, painter: QPainter, block: _Block, top: float) -> None:
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setPen(QColor(self._look.theme.ink))
        painter.setFont(block.font)
        box = placed(QRectF(0, top, self.width(), block.height + 8), self.rect())
        painter.drawText(box, flags, block.text)

    def _paint_badge(self, painter: QPainter, side: str, top: float, height: float, scale: float) -> None:
        theme, unit = self._look.theme, self._told[3]
        painter.setFont(font(legible(SIDE * unit * scale), QFont.Weight.DemiBold))
        width = QFontMetrics(painter.font()).horizontalAdvance(side) + height
        badge = placed(QRectF(0, top, min(width, self.width()), height), self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(badge, height / 2, height / 2)
        painter.fillPath(outline, QColor(theme.button))
        painter.setPen(QColor(theme.on_button))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, side)

    def _fitting(self) -> tuple[float, _Block, _Block]:
        """Return the largest type scale at which everything fits, with the name and the step's words then."""
        name, side, step, unit = self._told
        scale = 1.0
        while True:
            step_font = font(legible(STEP * unit * scale))
            name_font = self._name_font(name, NAME * unit * scale, step_font.pixelSize())
            blocks = (self._block(name_font, name), self._block(step_font, step))
            used = (
                sum(block.height for block in blocks) + (BADGE + 3 * GAP if side else 2 * GAP) * unit * scale
            )
            if used <= self.height() or scale <= 0.5:
                return scale, *blocks
            scale -= 0.06

    def _name_font(self, name: str, px: float, least_px: int) -> QFont:
        """Return the name's font: smaller than `px` where a word would be wider than the line, but never
        smaller than the step's words.
        """
        fitting = round(px)
        wanted = font(fitting, QFont.Weight.Bold)
        while fitting > least_px and longest_word(wanted, name) > self.width():
            fitting -= 1
            wanted = font(fitting, QFont.Weight.Bold)
        return font(max(least_px, fitting), QFont.Weight.Bold)

    def _block(self, used: QFont, text: str) -> _Block:
        shown = in_lines(used, text, self.width())
        return _Block(used, shown, text_height(used, shown, self.width()))
