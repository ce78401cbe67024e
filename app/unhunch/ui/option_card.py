"""A large choice: a title, a sentence, and a mark when it is taken."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import CARD_RADIUS, font, type_scale

PAD = 17
MARK = 22


class OptionCard(QAbstractButton):
    """One of a few choices; a dot beside the words says without colour which is taken."""

    def __init__(self, look: Look, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._note = note
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(380))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._note_box(width).bottom()) + PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.accent if self.isChecked() else theme.edge if self.underMouse() else theme.line
        painter.setPen(QPen(QColor(edge), 2.0 if self.isChecked() else 1.0))
        painter.setBrush(QColor(theme.surface))
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(whole, CARD_RADIUS, CARD_RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ink), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(4, 4, -4, -4), CARD_RADIUS - 4, CARD_RADIUS - 4)
        self._paint_mark(painter)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._title_font())
        painter.drawText(placed(self._title_box(), self.rect()), flags, self.text())
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(font(type_scale().body))
        painter.drawText(placed(self._note_box(self.width()), self.rect()), flags, self._note)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        theme = self._look.theme
        middle = placed(QRectF(PAD, PAD, MARK, MARK), self.rect()).center()
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, MARK / 2 - 2, MARK / 2 - 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(middle, MARK / 4, MARK / 4)

    def _title_font(self) -> QFont:
        return font(type_scale().lead, QFont.Weight.DemiBold)

    def _title_box(self) -> QRectF:
        return self._words_box(self.width(), float(PAD) - 1, self._title_font(), self.text())

    def _note_box(self, width: int) -> QRectF:
        title = self._words_box(width, float(PAD) - 1, self._title_font(), self.text())
        return self._words_box(width, title.bottom() + 4, font(type_scale().body), self._note)

    def _words_box(self, width: int, top: float, used: QFont, words: str) -> QRectF:
        left = 2 * PAD + MARK - 4
        room = QRectF(left, top, max(80, width - left - PAD), 10_000)
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        found = QFontMetrics(used).boundingRect(room.toRect(), flags, words)
        return QRectF(left, top, room.width(), found.height())
