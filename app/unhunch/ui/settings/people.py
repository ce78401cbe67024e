"""The picker of the person who shows the stretches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from unhunch.figure.people import Person
from unhunch.ui.flow import Flowing
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look
from unhunch.ui.style import font, type_scale

PORTRAIT = 60


class _Face(QAbstractButton):
    """One person to choose."""

    def __init__(self, look: Look, gallery: Gallery, who: Person) -> None:
        super().__init__()
        self._look, self._gallery, self._who = look, gallery, who
        self.setText(QCoreApplication.translate("People", who.name))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        gallery.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(PORTRAIT + 10, PORTRAIT + 10 + type_scale().small + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(5, 5, PORTRAIT, PORTRAIT)
        outline = QPainterPath()
        outline.addEllipse(circle)
        painter.fillPath(outline, QColor(theme.ground))
        portrait = self._gallery.portrait(self._who, QSize(PORTRAIT, PORTRAIT), self.devicePixelRatioF())
        if portrait is not None:
            painter.save()
            painter.setClipPath(outline)
            painter.drawPixmap(circle.toRect(), portrait)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawEllipse(circle.adjusted(-1.5, -1.5, 1.5, 1.5))
        elif self.underMouse():
            painter.setPen(QPen(QColor(theme.edge), 2))
            painter.drawEllipse(circle.adjusted(-1.5, -1.5, 1.5, 1.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawEllipse(circle.adjusted(-3.5, -3.5, 3.5, 3.5))
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.ink_soft))
        used = font(type_scale().small)
        used.setBold(self.isChecked())
        used.setUnderline(self.hasFocus())
        painter.setFont(used)
        words = QRectF(0, PORTRAIT + 10, self.width(), self.height() - PORTRAIT - 10)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class PeoplePicker(QWidget):
    """Who shows the stretches."""

    chosen = Signal(str)

    def __init__(self, look: Look, gallery: Gallery, people: Sequence[Person]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.faces: dict[str, QAbstractButton] = {}
        row = Flowing(4)
        for who in people:
            face = _Face(look, gallery, who)
            face.clicked.connect(self._chooser(who.id))
            self._group.addButton(face)
            self.faces[who.id] = face
            row.add(face)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(row)

    def set_value(self, person_id: str) -> None:
        """Show somebody as chosen; the first one for an id nobody has."""
        face = self.faces.get(person_id) or next(iter(self.faces.values()))
        face.setChecked(True)

    def _chooser(self, person_id: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(person_id)
