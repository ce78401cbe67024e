"""Esc held for two seconds ends a break: long enough not to happen by itself, always possible."""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.held_keys import LET_GO_MS
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import font

HOLD_MS = 2000
TICK_MS = 33


class HoldToEnd(QObject):
    """Measures how long a key is held; emits `progressed` (0 to 1) while it is, and `held` at the end."""

    progressed = Signal(float)
    held = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.whole = QTimer(self, singleShot=True, interval=HOLD_MS)
        self.whole.setTimerType(Qt.TimerType.PreciseTimer)
        self.whole.timeout.connect(self._end)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell)
        self._letting_go = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self._letting_go.timeout.connect(self.release)

    def press(self) -> None:
        """The key went down."""
        self._letting_go.stop()
        if not self.whole.isActive():
            self.whole.start()
            self._tick.start()
            self._tell()

    def let_go(self) -> None:
        """The key went up; it may only be its own repeating."""
        if self._tick.isActive():
            self._letting_go.start()

    def release(self) -> None:
        """The key is no longer held, or the keyboard went elsewhere."""
        self._letting_go.stop()
        if self._tick.isActive():
            self.whole.stop()
            self._tick.stop()
            self.progressed.emit(0.0)

    def _tell(self) -> None:
        share = 1 - max(0, self.whole.remainingTime()) / HOLD_MS
        self.progressed.emit(max(0.001, share))

    def _end(self) -> None:
        self.release()
        self.held.emit()


class HoldNotice(QWidget):
    """Says over the window that the key must be held on, and fills while it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._share = 0.0
        self._told = ""
        self._unit = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_share(self, share: float, unit: float) -> None:
        """Show the progress; 0 hides the notice."""
        if share > 0:
            self._show(self.tr("Keep holding Esc to end the break"), share, unit)
        else:
            self.hide()

    def show_done(self, unit: float) -> None:
        """Say that it is long enough."""
        self._show(self.tr("You can let go of Esc now"), 1.0, unit)

    def _show(self, words: str, share: float, unit: float) -> None:
        self._told, self._share, self._unit = words, share, unit
        text_width = QFontMetrics(self._font()).horizontalAdvance(words)
        width, height = round(text_width + 56 * unit), round(2.9 * self._font().pixelSize())
        self.setGeometry((self._over.width() - width) // 2, round(92 * unit), width, height)
        self.show()
        self.raise_()
        self.update()

    def _font(self) -> QFont:
        return font(legible(18 * self._unit), QFont.Weight.DemiBold)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.fillPath(outline, QColor(theme.ink))
        painter.setClipPath(outline)
        bar = QRectF(0, self.height() - 6 * self._unit, self.width() * self._share, 6 * self._unit)
        painter.fillRect(placed(bar, self.rect()), QColor(theme.accent_on_ink))
        painter.setPen(QColor(theme.ground))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._told)
        painter.end()
