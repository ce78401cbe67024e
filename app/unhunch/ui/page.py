"""A page to read: a title, a lead, cards with points, a foot note, and Close."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from unhunch.ui.look import Look, Window
from unhunch.ui.mirror import margins
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, set_kind

COLUMN = 620
"""Lines longer than this, px, are hard to read."""
MARGIN = 4 * SPACE
SCROLL_BAR = 12
"""How wide the style sheet makes a scroll bar, px."""
RIGHT = 2 * SPACE + SCROLL_BAR
"""From the right edge of the library to its cards, px."""


class Page(Window):
    """One page to read; nothing to decide."""

    def __init__(self, look: Look, title: str, lead: str, sections: Sequence[QFrame], note: str) -> None:
        super().__init__(look)
        self.setWindowTitle(title)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        heading = QLabel(title)
        set_kind(heading, "title")
        column.addWidget(heading)
        column.addWidget(reading(lead))
        column.addSpacing(SPACE)
        for section in sections:
            column.addWidget(section)
        foot = reading(note)
        set_kind(foot, "small")
        column.addSpacing(SPACE)
        column.addWidget(foot)
        column.addStretch()
        self.page = scrolling(column, COLUMN)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.page)
        whole.addWidget(under(COLUMN, self.close_button))
        self._scroll_by_keys()
        self.resize(fitting(720, 760))
        self.setMinimumSize(440, 380)

    def _scroll_by_keys(self) -> None:
        """Let the keyboard move the text wherever the focus is: there is nothing else to move."""
        bar, act = self.page.verticalScrollBar(), QAbstractSlider.SliderAction
        for key, action in (
            (Qt.Key.Key_Down, act.SliderSingleStepAdd),
            (Qt.Key.Key_Up, act.SliderSingleStepSub),
            (Qt.Key.Key_PageDown, act.SliderPageStepAdd),
            (Qt.Key.Key_PageUp, act.SliderPageStepSub),
            (Qt.Key.Key_Home, act.SliderToMinimum),
            (Qt.Key.Key_End, act.SliderToMaximum),
        ):
            QShortcut(QKeySequence(key), self, partial(bar.triggerAction, action))
        self.close_by_esc()


def points(heading: str, urgency: str, lines: Sequence[str]) -> QFrame:
    """Return a card with a heading and points under it; `urgency` colours its mark."""
    card = QFrame()
    set_kind(card, "card")
    across = QHBoxLayout(card)
    across.setContentsMargins(18, 20, 20, 20)
    across.setSpacing(2 * SPACE)
    mark = QFrame()
    mark.setFixedWidth(4)
    mark.setProperty("urgency", urgency)
    across.addWidget(mark)
    rows = QVBoxLayout()
    rows.setSpacing(SPACE)
    across.addLayout(rows, 1)
    title = QLabel(heading)
    set_kind(title, "lead")
    title.setWordWrap(True)
    rows.addWidget(title)
    for words in lines:
        line = QHBoxLayout()
        line.setSpacing(10)
        dot = QLabel("•")
        set_kind(dot, "soft")
        line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(reading(words), 1)
        rows.addLayout(line)
    return card


def reading(words: str) -> QLabel:
    """Return running text that wraps and can be selected."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def under(width: int, *buttons: QPushButton) -> QFrame:
    """Return a bar to stand under what `scrolling` returns, its buttons in line with the column."""
    bar = QFrame()
    set_kind(bar, "foot")
    middle = QWidget()
    middle.setMaximumWidth(width)
    across = QHBoxLayout(bar)
    across.setContentsMargins(margins(MARGIN, 12, MARGIN + SCROLL_BAR, 12))
    across.addWidget(middle)
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return bar


class Scrolling(QScrollArea):
    """Keeps the room of the scroll bar free where there is none, so that no page stands beside another.

    The bar is always there and only not painted: an area that gives and takes its room asks its page for its
    height at one width, and shows it at another, which can go on without end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_Bar())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its own frame would be a stop for nothing


class _Bar(QScrollBar):
    """A scroll bar that is seen only where there is something to scroll to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def scrolling(column: QVBoxLayout, width: int, margin: int = MARGIN) -> QScrollArea:
    """Return a scroll area with `column` in its middle, no wider than `width` px, `margin` px around it."""
    page = QWidget()
    set_kind(page, "page")
    centred = QHBoxLayout(page)
    centred.setContentsMargins(margin, margin, margin, margin * 3 // 4)
    middle = QWidget()
    middle.setMaximumWidth(width)
    middle.setLayout(column)
    centred.addWidget(middle)
    scroll = Scrolling()
    scroll.setWidget(page)
    return scroll
