"""A list whose rows are moved by dragging, and by Alt with the arrows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget


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
