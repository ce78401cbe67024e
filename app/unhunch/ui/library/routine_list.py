"""A list whose rows are moved by dragging, and by Alt with the arrows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QSizePolicy

ROWS_SHOWN = 6
FRAME = 4
"""What the list is higher than its rows, px."""


class OrderedList(QListWidget):
    """Says the new order by the rows' old numbers; whoever listens fills it anew."""

    reordered = Signal(list)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.model().rowsMoved.connect(
            self._rows_moved,
            Qt.ConnectionType.QueuedConnection,  # the drop is not over yet
        )

    def move_current(self, by: int) -> None:
        """Move the current row by one place, -1 or 1."""
        at = self.currentRow()
        goal = at + by
        if 0 <= at < self.count() and 0 <= goal < self.count():
            order = list(range(self.count()))
            order.insert(goal, order.pop(at))
            self.reordered.emit(order)
            self.setCurrentRow(goal)

    def number_rows(self) -> None:
        """Remember where each row was: to be called when it is filled."""
        for row in range(self.count()):
            self.item(row).setData(Qt.ItemDataRole.UserRole, row)

    def fit(self) -> None:
        """Be as high as the rows are at this width, up to a few; what is more is scrolled to."""
        self.doItemsLayout()  # the rows' own hints know nothing of words that wrap
        rows = [self.visualItemRect(self.item(row)) for row in range(min(ROWS_SHOWN, self.count()))]
        self.setFixedHeight(sum(row.height() for row in rows) + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(by)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _rows_moved(self) -> None:
        current = self.currentRow()
        order = [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]
        self.reordered.emit(order)
        self.setCurrentRow(current)
