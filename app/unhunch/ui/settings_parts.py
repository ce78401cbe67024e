"""The building blocks of the settings window: cards with rows, and the pickers of stretches and people."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.stretch import Stretch
from unhunch.figure.people import Person
from unhunch.ui.controls import Switch
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.look import Look
from unhunch.ui.style import SPACE, font, set_kind, type_scale

STILL = 64
PORTRAIT = 64


class Card(QFrame):
    """A titled group of rows, parted by fine lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        self._heading = QLabel(title)
        set_kind(self._heading, "lead")
        self._heading.setContentsMargins(4, 0, 0, 0)
        outer.addWidget(self._heading)
        self._body = QFrame()
        set_kind(self._body, "card")
        outer.addWidget(self._body)
        self.layout_rows = QVBoxLayout(self._body)
        self.layout_rows.setContentsMargins(20, 6, 20, 6)
        self.layout_rows.setSpacing(0)

    def set_title(self, title: str) -> None:
        """Call the group differently."""
        self._heading.setText(title)

    def add(self, row: QWidget) -> None:
        """Put a row under the others."""
        if self.layout_rows.count():
            set_kind(row, "row")
            row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layout_rows.addWidget(row)


class Row(QWidget):
    """One setting: what it is on the left, its control on the right, and what went wrong beneath."""

    def __init__(self, title: str, description: str, control: QWidget, *, under: bool = False) -> None:
        """`under` puts a wide control below the words."""
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = QLabel(title)
        self._title.setWordWrap(True)
        set_kind(self._title, "strong")
        words.addWidget(self._title)
        if description:
            note = QLabel(description)
            note.setWordWrap(True)
            set_kind(note, "small")
            words.addWidget(note)
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(description)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        set_kind(self._problem, "problem")
        self._problem.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 14)
        whole.setSpacing(6)
        if under:
            whole.addLayout(words)
            whole.addSpacing(4)
            whole.addWidget(control)
        else:
            line = QHBoxLayout()
            line.setSpacing(3 * SPACE)
            line.addLayout(words, 1)
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            whole.addLayout(line)
        whole.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """What is wrong, as shown; "" where nothing is."""
        return self._problem.text()

    def set_problem(self, sentence: str) -> None:
        """Say what was wrong with the last change; "" takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class _Still(QWidget):
    def __init__(self, look: Look, gallery: Gallery, stretch_id: str) -> None:
        super().__init__()
        self._look, self._gallery, self._id = look, gallery, stretch_id
        self.setFixedSize(STILL, STILL)
        gallery.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.fillPath(outline, QColor(self._look.theme.ground))
        still = self._gallery.still(self._id, self.size(), self.devicePixelRatioF())
        if still is not None:
            painter.setClipPath(outline)
            painter.drawPixmap(0, 0, still)
        painter.end()


class StretchRow(QWidget):
    """A stretch with its still, its name, what it is good for, and a switch."""

    def __init__(self, look: Look, gallery: Gallery, stretch: Stretch) -> None:
        super().__init__()
        self.stretch = stretch
        self.switch = Switch(look)
        self.switch.setAccessibleName(said(stretch.name))
        name = QLabel(said(stretch.name))
        set_kind(name, "strong")
        self._note = QLabel(said(stretch.summary))
        self._note.setWordWrap(True)
        set_kind(self._note, "small")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(name)
        words.addWidget(self._note)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(2 * SPACE)
        row.addWidget(_Still(look, gallery, stretch.id))
        row.addLayout(words, 1)
        row.addWidget(self.switch)

    def set_reachable(self, reachable: bool) -> None:
        """Say whether this stretch can be shown at all (a floor stretch needs room on the floor)."""
        self.switch.setEnabled(reachable)
        summary = said(self.stretch.summary)
        self._note.setText(summary if reachable else self.tr("Needs room on the floor."))
        self.setVisible(reachable)


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
        return QSize(PORTRAIT + 8, PORTRAIT + 8 + type_scale().small + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(4, 4, PORTRAIT, PORTRAIT)
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
        elif self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(theme.edge), 2))
            painter.drawEllipse(circle.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.ink_soft))
        used = font(type_scale().small)
        used.setBold(self.isChecked())
        used.setUnderline(self.hasFocus())
        painter.setFont(used)
        words = QRectF(0, PORTRAIT + 8, self.width(), self.height() - PORTRAIT - 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class PeoplePicker(QWidget):
    """Who shows the stretches."""

    chosen = Signal(str)

    def __init__(self, look: Look, gallery: Gallery, people: Sequence[Person]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.faces: dict[str, QAbstractButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for who in people:
            face = _Face(look, gallery, who)
            face.clicked.connect(self._chooser(who.id))
            self._group.addButton(face)
            self.faces[who.id] = face
            row.addWidget(face)
        row.addStretch()

    def set_value(self, person_id: str) -> None:
        """Show somebody as chosen; the first one for an id nobody has."""
        face = self.faces.get(person_id) or next(iter(self.faces.values()))
        face.setChecked(True)

    def _chooser(self, person_id: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(person_id)
