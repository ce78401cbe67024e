"""A plain pause: a few words, a ring, and somewhere far away to look at."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from unhunch.domain.view import BreakView
from unhunch.ui.break_layout import Places
from unhunch.ui.break_stage import count
from unhunch.ui.distance import landscape
from unhunch.ui.hold_ring import HoldRing
from unhunch.ui.lines import balanced_width, text_height
from unhunch.ui.look import Look
from unhunch.ui.reading import left_s
from unhunch.ui.style import font

SMALLEST_PX = 14
MOST_WIDE = 1100
"""The words' lines are no longer than this, in units."""
HILLS_FROM = 0.585
"""The words end where the hills begin, as a share of the height."""


class Calm(QWidget):
    """Draws a break without stretches at a time."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._hills: QPixmap | None = None
        self._outline: QPainterPath | None = None
        self.ring = HoldRing(look, self, under=False)
        self.words = QLabel(self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.words.setWordWrap(True)
        look.changed.connect(self.clear)

    def clear(self) -> None:
        """Keep no picture."""
        self._hills = None
        self.update()

    def place(self, spots: Places, outline: QPainterPath | None = None) -> None:
        """Put everything into its place; the picture ends at the outline of a card."""
        self._outline = outline
        unit, width, height = spots.unit, self.width(), self.height()
        side = round(min(height * 0.34, width * 0.5))
        top = round(height * 0.075)
        self.ring.setGeometry((width - side) // 2, top, side, side)
        words_top = top + side + round(26 * unit)
        words_width = min(width - 2 * spots.progress.left(), round(MOST_WIDE * unit))
        words_height = min(spots.notes.top(), round(height * HILLS_FROM)) - words_top
        px = round(36 * unit)
        while px > SMALLEST_PX and text_height(_font(px), self.words.text(), words_width) > words_height:
            px -= 1
        words_width = balanced_width(_font(px), self.words.text(), words_width) + 1
        self.words.setGeometry((width - words_width) // 2, words_top, words_width, words_height)
        self.words.setStyleSheet(f"font-size: {px}px; font-weight: 600;")
        self._hills = None

    def tell(self, rhythm: str) -> None:
        """Say what this rhythm's pause is for. Call it before `place`: the words are fitted there."""
        eyes = self.tr("Look at something far away.\nLet your eyes go soft, and blink slowly.")
        other = self.tr("Take a moment for yourself.\nStand up if you like, and breathe.")
        self.words.setText(eyes if rhythm == "eyes" else other)

    def draw(self, shown: BreakView, now_s: float) -> None:
        """Bring the ring up to `now_s`."""
        left = left_s(shown, now_s)
        share = 1 - left / (shown.length_s or 1.0)
        unit = self.tr("Paused") if shown.paused else self.tr("seconds") if left <= 99 else self.tr("minutes")
        self.ring.tell(share, count(left), unit, breath=None, still=shown.paused)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._hills is None or self._hills.size() != self.size() * ratio:
            self._hills = landscape(self._look.theme, self.size(), ratio)
        painter = QPainter(self)
        if self._outline is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(self._outline)
        painter.drawPixmap(self.rect(), self._hills, QRectF(self._hills.rect()).toRect())
        if self._outline is not None:
            painter.setClipping(False)
            painter.strokePath(self._outline, QPen(QColor(self._look.theme.edge), 1))
        painter.end()


def _font(px: int) -> QFont:
    return font(px, QFont.Weight.DemiBold)
