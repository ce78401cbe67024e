"""A card that is carried to another place among those that are switched on."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView

from unhunch.ui.library.card_painter import GAP
from unhunch.ui.library.model import Shelf

EDGE_PX, SCROLL_MS, SCROLL_PX = 48, 16, 9
"""How near to the edge a carried card moves the page: by so much, every so often."""
BAR_PX = 4


class Carrying(QObject):
    """Follows a card over its view: finds the gap it would come to stand in, and moves the page along."""

    def __init__(self, view: QListView, shelf: Shelf) -> None:
        super().__init__(view)
        self._view, self._shelf = view, shelf
        self.carried = ""
        """The card that is on its way, or ""."""
        self._gap: tuple[QRect, str] | None = None
        self._by_px = 0
        self._creep = QTimer(self)
        self._creep.setInterval(SCROLL_MS)
        self._creep.timeout.connect(self._scroll_along)

    def pick_up(self, stretch_id: str) -> None:
        """Begin to carry a card."""
        self.carried = stretch_id
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def carry(self, at: QPoint) -> None:
        """Come to a point of the viewport."""
        viewport = self._view.viewport()
        self._gap = self._gap_near(at)
        near_top, near_bottom = at.y() < EDGE_PX, at.y() > viewport.height() - EDGE_PX
        self._by_px = -SCROLL_PX if near_top else SCROLL_PX
        if not (near_top or near_bottom):
            self._creep.stop()
        elif not self._creep.isActive():
            self._creep.start()
        viewport.update()

    def put_down(self) -> str | None:
        """Carry no longer. Returns the card before which the carried one would stand ("": at the end)."""
        gap, self._gap, self.carried = self._gap, None, ""
        self._creep.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return gap[1] if gap is not None else None

    def paint(self, painter: QPainter, colour: str) -> None:
        """Paint a bar where the card would come to stand."""
        if self._gap is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(self._gap[0], 2, 2)

    def _scroll_along(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._by_px)

    def _gap_near(self, at: QPoint) -> tuple[QRect, str] | None:
        """Return the bar between two cards nearest to a point, and the id of the card after it; nothing where
        no card is left that is on: settings may change under the hand.
        """
        on = self._shelf.on_ids()
        if not on:
            return None
        entry = self._shelf.entry(self._view.indexAt(at))
        name = entry.id if entry is not None and entry.enabled else on[-1]
        cell = self._view.visualRect(self._shelf.at(name))
        if entry is not None and entry.enabled and at.x() < cell.center().x():
            return _bar(cell, right=False), name
        return _bar(cell, right=True), self._shelf.after(name, 1)


def _bar(cell: QRect, *, right: bool) -> QRect:
    x = cell.right() - 1 if right else cell.left() - 1
    return QRect(max(0, x), cell.top() + GAP, BAR_PX, cell.height() - 2 * GAP)
