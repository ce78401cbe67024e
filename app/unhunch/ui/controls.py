"""Controls of our own: a switch, a box, a button with a menu, and a row of choices."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from unhunch.ui.flow import Flowing
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.palette import Theme
from unhunch.ui.style import set_kind, type_scale

LEAST_BOX = 140
"""A choice among many may be as narrow as this, px."""
MOST_BOX_BY_TEXT = 22
"""A choice among many asks for no more than this, by the text size: people give things long names."""
LIST_SIDES = 48
"""What frames, padding and scroll bar take of the width of a list that opened, px."""


class Switch(QAbstractButton):
    """On or off; a mark beside the knob says it without colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(50, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_switch(painter, self._look.theme, on=self.isChecked(), focused=self.hasFocus())
        painter.end()


def paint_switch(painter: QPainter, theme: Theme, *, on: bool, focused: bool = False) -> None:
    """Paint a switch of 50 by 30 px at the painter's origin."""
    painter.setPen(QPen(QColor(theme.button if on else theme.edge), 1.5))
    painter.setBrush(QColor(theme.button if on else theme.surface))
    painter.drawRoundedRect(QRectF(3, 3, 44, 24), 12, 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.on_button if on else theme.edge))
    painter.drawEllipse(QPointF(35 if on else 15, 15), 8, 8)
    if on:
        painter.setPen(QPen(QColor(theme.on_button), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(11, 15.5), QPointF(14.5, 19), QPointF(20, 11.5)])
    if focused:
        painter.setPen(QPen(QColor(theme.ink), 1.6))  # a switch that is on has the accent's colour itself
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.8, 0.8, 48.4, 28.4), 14.2, 14.2)


class Box(QComboBox):
    """A choice among many, with a sign of its own: under a style sheet Qt draws none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = QLabel()
        self._label.setBuddy(self)
        self._later: Callable[[], None] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer these (value, words) and show one as taken; a list that is open is left until it closes."""
        opened = QApplication.activePopupWidget()
        if opened is not None and opened.parentWidget() is self:
            self._later = partial(self.offer, choices, value)
            opened.installEventFilter(self)
            return
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != list(choices):
            self.clear()
            for each, words in choices:
                self.addItem(words, each)
        self.setCurrentIndex(max(0, self.findData(value)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._catch_up)  # what was chosen in it is only being told
        return super().eventFilter(watched, event)

    def _catch_up(self) -> None:
        later, self._later = self._later, None
        if later is not None:
            later()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 (Qt's name)
        """Tell a screen reader what is chosen here.

        WORKAROUND: on Linux Qt gives out the value as the name, and asks for a label that stands beside the
        choice. Nobody needs to see it.
        """
        super().setAccessibleName(name)
        self._label.setText(name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
            self._label.hide()

    def sizeHint(self) -> QSize:
        """Leave room for what stands beside it, however long one of the choices is."""
        wanted = super().sizeHint()
        return QSize(min(wanted.width(), MOST_BOX_BY_TEXT * type_scale().body), wanted.height())

    def showPopup(self) -> None:  # noqa: N802 (Qt's name)
        """Show every choice in full, however narrow the box is."""
        choices = self.view()
        choices.setMinimumWidth(choices.sizeHintForColumn(0) + LIST_SIDES)
        super().showPopup()

    def minimumSizeHint(self) -> QSize:
        """Let long words be cut where there is little room, rather than push everything else out."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST_BOX), least.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        shown = QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        room = self._room(shown)
        if self._wants(shown) > room:
            cut = Qt.TextElideMode.ElideRight
            shown.currentText = self.fontMetrics().elidedText(shown.currentText, cut, room - 2)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)
        _paint_opener(painter, self, self._look.theme.ink_soft)
        painter.end()

    @property
    def is_cut(self) -> bool:
        """Whether there is more in what is chosen than can be seen."""
        shown = QStyleOptionComboBox()
        self.initStyleOption(shown)
        return self._wants(shown) > self._room(shown)

    def _wants(self, shown: QStyleOptionComboBox) -> int:
        return self.fontMetrics().horizontalAdvance(shown.currentText)

    def _room(self, shown: QStyleOptionComboBox) -> int:
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, field, self).width()

    def event(self, event: QEvent) -> bool:
        """Tell what is chosen where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.currentText() if self.is_cut else "", self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; nobody changes a choice by accident


class DraftLine(QLineEdit):
    """Text that counts when it is left; what is half typed stays, whatever is to be shown meanwhile."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self._write)

    def show_text(self, text: str) -> None:
        """Show what holds; not while somebody is typing."""
        if not (self.hasFocus() and self.isModified()) and text != self.text():
            self.setText(text)

    def _write(self) -> None:
        self.setModified(False)
        self.written.emit(self.text())


class SearchField(QLineEdit):
    """Esc empties it; in an empty one Esc is the window's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class MenuButton(QPushButton):
    """A button that opens a menu, with the sign of a choice: Qt's own is a few pixels under a style sheet."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self._look = look
        set_kind(self, "menu")

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802 (Qt's name)
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu  # the sign is ours, and its room

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        _paint_opener(painter, self, self._look.theme.ink_soft)
        painter.end()


def _paint_opener(painter: QPainter, widget: QWidget, colour: str) -> None:
    """Paint the sign that more opens below, at the end of a widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = placed(QRectF(widget.width() - 18, 0, 0, widget.height()), widget.rect()).center()
    points = [middle + QPointF(x, y) for x, y in ((-4.5, -2), (0, 2.5), (4.5, -2))]
    painter.drawPolyline(points)


class Menu(Box):
    """One of many choices by value."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer these (value, words) and show one as taken; one that is not among them is shown as it is."""
        self.offer(choices if value in dict(choices) else [*choices, (value, value)], value)


class Choice(QWidget):
    """A few choices side by side, one of them taken."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        flows: bool = False,
    ) -> None:
        """`choices` are (value, words); `name` says to a screen reader what is chosen; `flows` lets them
        go on in a next line where there is little room.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        put: Callable[[QWidget], None] = row.addWidget
        if flows:
            lines = Flowing(6)
            row.addWidget(lines)
            put = lines.add
        for value, words in choices:
            button = QPushButton(words)
            button.setCheckable(True)
            set_kind(button, "choice")
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _checked=False, taken=value: self.chosen.emit(taken))
            self._group.addButton(button)
            self._buttons[value] = button
            put(button)

    @property
    def value(self) -> str:
        """The choice taken, or "" when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show `value` as taken, without saying that it was chosen."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def button(self, value: str) -> QPushButton:
        """Return the button of one choice."""
        return self._buttons[value]
