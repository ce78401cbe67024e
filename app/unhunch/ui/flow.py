"""A layout that puts widgets side by side and goes on in the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flowing(QWidget):
    """A widget whose children flow; it is always as high as its lines need."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._flow = Flow(self, gap)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._flow.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self._flow.heightForWidth(event.size().width()))


class Flow(QLayout):
    """Lines of widgets, each as wide as it wants to be."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's name)
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (Qt's name)
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (Qt's name)
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 (Qt's name)
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        wide = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(wide, 0)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802 (Qt's name)
        super().setGeometry(room)
        self._lay_out(room, move=True)

    def _lay_out(self, room: QRect, *, move: bool) -> int:
        """Place everything (or only measure); return the height needed, px."""
        at = room.topLeft()
        line = 0
        for item in self._items:
            size = item.sizeHint()
            if at.x() + size.width() > room.right() + 1 and at.x() > room.left():
                at = QPoint(room.left(), at.y() + line + self.spacing())
                line = 0
            if move:
                item.setGeometry(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line = max(line, size.height())
        return at.y() + line - room.top()
