"""The finishing moment: what was done, when the next break comes, and how it feels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.ui.look import Look
from unhunch.ui.ring import paint_ring
from unhunch.ui.style import set_kind
from unhunch.ui.wishes import Feeling


class Tick(QWidget):
    """A check mark in a ring that empties while the window waits to go."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """Show how much of the waiting is over, 0 to 1."""
        if abs(share - self._share) > 0.002:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - side) / 2, 0, side, side)
        paint_ring(painter, box, 1 - self._share, track=theme.track, fill=theme.good, thickness=side * 0.05)
        pen = QPen(QColor(theme.good), side * 0.07, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        mark = QPainterPath(box.topLeft() + QPointF(side * 0.32, side * 0.52))
        mark.lineTo(box.topLeft() + QPointF(side * 0.45, side * 0.65))
        mark.lineTo(box.topLeft() + QPointF(side * 0.70, side * 0.38))
        painter.drawPath(mark)
        painter.end()


class Finish(QWidget):
    """Shown when a break has run; asks one optional question."""

    felt = Signal(str)
    done = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = 1.0
        self.tick = Tick(look, self)
        self._title, self._what, self._next, self._question = (QLabel() for _ in range(4))
        self._thanks = self.tr("Thank you.")
        for label in (self._title, self._what, self._next, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        set_kind(self._what, "soft")
        set_kind(self._next, "soft")
        self.buttons: dict[Feeling, QPushButton] = {
            "worse": QPushButton(self.tr("Worse")),
            "same": QPushButton(self.tr("The same")),
            "better": QPushButton(self.tr("Better")),
        }
        self.close_button = QPushButton(self.tr("Back to work"))
        set_kind(self.close_button, "quiet")
        self.close_button.clicked.connect(self.done)
        for feeling, button in self.buttons.items():
            button.setAccessibleName(self.tr("It feels: %1").replace("%1", button.text()))
            button.clicked.connect(lambda _checked=False, said=feeling: self._answer(said))
        self._build()

    def _build(self) -> None:
        self._row = QHBoxLayout()
        self._row.addStretch()
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addStretch(3)
        self._column.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._title, self._what, self._next):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self._question)
        self._column.addLayout(self._row)
        self._column.addStretch(2)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def tell(self, names: Sequence[str], spent: str, next_words: str, unit: float) -> None:
        """Show what was done in `spent` ("3 min") and when the next break comes ("" where none does)."""
        self._title.setText(self.tr("Well done") if names else self.tr("Welcome back"))
        done = self.tr("%1 in %2").replace("%1", ", ".join(names)).replace("%2", spent)
        self._what.setText(done if names else "")
        self._what.setVisible(bool(names))
        self._next.setText(next_words)
        self._question.setText(self.tr("How do your neck and shoulders feel now?"))
        for button in self.buttons.values():
            button.setEnabled(True)
            button.show()
        self.set_unit(unit)

    def set_unit(self, unit: float) -> None:
        """Scale everything to the window."""
        self._unit = unit
        self.tick.setFixedSize(round(132 * unit), round(132 * unit))
        self._column.setSpacing(round(14 * unit))
        self._row.setSpacing(round(14 * unit))
        self._title.setStyleSheet(f"font-size: {round(50 * unit)}px; font-weight: 700;")
        self._what.setStyleSheet(f"font-size: {round(22 * unit)}px;")
        self._next.setStyleSheet(f"font-size: {round(22 * unit)}px;")
        self._question.setStyleSheet(f"font-size: {round(20 * unit)}px; font-weight: 600;")
        for button in self.buttons.values():
            button.setStyleSheet(f"font-size: {round(20 * unit)}px; min-height: {round(36 * unit)}px;")
            button.setMinimumWidth(round(150 * unit))
        self.close_button.setStyleSheet(f"font-size: {round(18 * unit)}px;")

    def _answer(self, feeling: str) -> None:
        self._question.setText(self._thanks)
        for button in self.buttons.values():
            button.hide()
        self.felt.emit(feeling)
