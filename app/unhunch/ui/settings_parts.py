"""The building blocks of windows with settings: cards with rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.ui.style import SPACE, mark, set_kind

LEAST_WORDS = 190
"""Words in a column narrower than this, px, are a ladder; the control then goes under them."""
BESIDE = 3 * SPACE
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Card(QFrame):
    """A titled group of rows, parted by fine lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE)
        self._heading = _label("", "lead")
        self._heading.setMinimumWidth(1)  # a long word in it must not push the rows out of the window
        outer.addWidget(self._heading)
        self.set_title(title)
        self._body = QFrame()
        set_kind(self._body, "card")
        outer.addWidget(self._body)
        self.layout_rows = QVBoxLayout(self._body)
        self.layout_rows.setContentsMargins(20, 6, 20, 6)
        self.layout_rows.setSpacing(0)

    def set_title(self, title: str) -> None:
        """Call the group differently."""
        self.setAccessibleName(title)
        self._heading.setText(title)
        self._heading.setVisible(bool(title))

    def add(self, row: QWidget) -> None:
        """Put a row under the others."""
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layout_rows.addWidget(row)
        self._rows.append(row)
        row.installEventFilter(self)
        self._part()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._part()
        return super().eventFilter(watched, event)

    def _part(self) -> None:
        """Draw a line over each row that is shown but the first."""
        found = (self.layout_rows.itemAt(at) for at in range(self.layout_rows.count()))
        rows = [row for item in found if item and (row := item.widget()) and not row.isHidden()]
        for row in rows:
            mark(row, "parted", row is not rows[0])

    def sift(self, words: Sequence[str]) -> bool:
        """Show only the rows with all of `words` in them; return whether there are any."""
        shown = [row.sift(words) for row in self._rows if isinstance(row, Row)]
        self.setVisible(any(shown))
        return any(shown)


class Row(QWidget):
    """One setting: what it is on the left, its control on the right, and what went wrong beneath.

    Where there is no room beside the words the control goes under them.
    """

    reset_requested = Signal()
    """The person wants the usual value back."""

    def __init__(self, title: str, description: str, control: QWidget, *, under: bool = False) -> None:
        """`under` puts a wide control below the words."""
        super().__init__()
        self.control = control
        self.words = f"{title} {description}".casefold()
        """What a search looks through."""
        self._wanted = self._found = True
        words = self._words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_label(title, "strong"))
        if description:
            words.addWidget(_label(description, "small"))
        self.reset_button = QPushButton()
        set_kind(self.reset_button, "back")
        self.reset_button.clicked.connect(self.reset_requested)
        self.reset_button.setAccessibleName(title)
        self.reset_button.hide()
        words.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(description)
        self._title = title
        self._problem = _label("", "problem")
        self._problem.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(6)
        self._line: QBoxLayout | None = None
        if under:
            whole.addLayout(words)
            whole.addSpacing(4)
            whole.addWidget(control)
        else:
            self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            self._line.setSpacing(BESIDE)
            self._line.addLayout(words, 1)
            self._line.addWidget(control, 0, _RIGHT)
            whole.addLayout(self._line)
        whole.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """What is wrong, as shown; "" where nothing is."""
        return self._problem.text()

    def set_problem(self, sentence: str) -> None:
        """Say what was wrong with the last change; "" takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def set_usual(self, words: str) -> None:
        """Offer the way back to the usual value, in these words; "" where it is the usual one."""
        self.reset_button.setText(words)
        self.reset_button.setAccessibleName(f"{self._title}: {words}")
        self.reset_button.setVisible(bool(words))
        self._settle()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self._line is None:
            return least
        widest = max(self._words.minimumSize().width(), self.control.minimumSizeHint().width())
        return QSize(widest, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Have the control beside the words if both have room there, or else under them."""
        if self._line is None:
            return
        words = max(LEAST_WORDS, self._words.minimumSize().width())
        beside = words + BESIDE + self.control.sizeHint().width() <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)
            self._line.setSpacing(BESIDE if beside else SPACE)
            self._line.setAlignment(self.control, _RIGHT if beside else Qt.AlignmentFlag.AlignLeft)

    def set_wanted(self, wanted: bool) -> None:
        """Show the row only where it makes sense."""
        self._wanted = wanted
        self.setVisible(self._wanted and self._found)

    def sift(self, words: Sequence[str]) -> bool:
        """Show the row only if all of `words` (casefolded) are in it; return whether it is shown."""
        self._found = all(word in self.words for word in words)
        self.setVisible(self._wanted and self._found)
        return self._wanted and self._found


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_kind(label, kind)
    return label
