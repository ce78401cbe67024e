"""The grid of cards: opens, switches, orders and moves them, by pointer and by keyboard."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from unhunch.ui.gallery import Gallery
from unhunch.ui.library.card_painter import CardPainter
from unhunch.ui.library.carrying import Carrying
from unhunch.ui.library.live_figure import LiveFigure
from unhunch.ui.library.model import Index, Shelf
from unhunch.ui.library.shelf import Entry
from unhunch.ui.library.stills import LazyStills
from unhunch.ui.look import Look
from unhunch.ui.style import mark, type_scale

CELL_BY_TEXT = 16.5
"""A card is at least this many times the text size wide."""
MOST_CELL_BY_TEXT = 26.0
"""It is at most so wide, where all cards have room in the window."""
LOW_CELL_BY_TEXT = 14.0
"""The same where the window is lower than such a card."""
EARLIER = (Qt.Key.Key_Up, Qt.Key.Key_Left)
LATER = (Qt.Key.Key_Down, Qt.Key.Key_Right)


class CardView(QListView):
    """Shows the shelf; what the person wants done with a card it says by its id."""

    opened = Signal(str)
    toggled = Signal(str)
    moved = Signal(str, str)
    """A card switched on, and the one that it comes to stand before ("": at the end)."""
    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, gallery: Gallery, shelf: Shelf) -> None:
        super().__init__()
        self._look, self.shelf = look, shelf
        self.stills = LazyStills(gallery)
        self._cards = CardPainter(look, self.stills)
        self.setModel(shelf)
        self.setItemDelegate(self._cards)
        self._fitted = 0
        self._set_up()
        self.live = LiveFigure(look, gallery, self._marks, self.viewport())
        self.stills.painted.connect(self._painted)
        look.changed.connect(self.viewport().update)
        for changed in (shelf.modelReset, shelf.layoutChanged, shelf.rowsInserted, shelf.rowsRemoved):
            changed.connect(self.live.look_away)
        for changed in (shelf.modelReset, shelf.rowsInserted, shelf.rowsRemoved):
            changed.connect(self._fit_all)
        self._pressed = ""
        self._pressed_at = QPoint()
        self._on_switch = False
        self.carrying = Carrying(self, shelf)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Stretches"))
        self.setAccessibleDescription(
            self.tr("Enter opens one, Space switches it on or off, Alt with the arrows moves it.")
        )
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # no card moves when it comes
        mark(bar, "idle", on=True)
        bar.rangeChanged.connect(lambda low, high: mark(bar, "idle", high <= low))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)

    # -- size and stills -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
        self.live.look_away()

    def _fit(self) -> None:
        """Fill the width with whole cards."""
        self._fitted = self.shelf.total
        self._cards.measure()
        wide = self.viewport().width() - 1
        text = type_scale().body
        columns = max(1, wide // round(CELL_BY_TEXT * text))
        if self._cards.height(wide // columns) > self.viewport().height():
            columns = max(columns, wide // round(LOW_CELL_BY_TEXT * text))  # smaller cards, seen whole
        cell = wide // self._fewer(columns, wide)
        self.setGridSize(QSize(cell, self._cards.height(cell)))
        still = self._cards.places(QRect(0, 0, cell, self._cards.height(cell))).still
        self.stills.set_size(still.size(), self.devicePixelRatioF())
        self.verticalScrollBar().setSingleStep(self._cards.height(cell) // 4)

    def _fit_all(self) -> None:
        """Suit the cards' size to how many there are, where that changed."""
        if self._fitted and self.shelf.total != self._fitted:
            self._fit()

    def _fewer(self, columns: int, wide: int) -> int:
        """Return how few columns show all cards at once, searched for or not; as many where they do not."""
        most = MOST_CELL_BY_TEXT * type_scale().body
        for fewer in range(1, columns):
            rows = -(-self.shelf.total // fewer)
            if wide // fewer <= most and rows * self._cards.height(wide // fewer) <= self.viewport().height():
                return fewer
        return columns

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        if self.isVisible():
            self.stills.rest()
        super().scrollContentsBy(dx, dy)
        self.live.look_away()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._put_down()
        self.live.look_away()
        self.stills.stop()

    def _painted(self, stretch_id: str) -> None:
        at = self.shelf.at(stretch_id)
        if at.isValid():
            self.viewport().update(self.visualRect(at))
        else:
            self.viewport().update()

    # -- what is looked at -----------------------------------------------------------------------------

    def current_entry(self) -> Entry | None:
        """Return the card that the keyboard is on."""
        return self.shelf.entry(self.currentIndex())

    def select(self, stretch_id: str) -> None:
        """Bring a card into view and put the keyboard on it, if it is shown."""
        at = self.shelf.at(stretch_id)
        if at.isValid():
            self.setCurrentIndex(at)
            self.scrollTo(at)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._look_at(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            if not self.currentIndex().isValid() and self.shelf.rowCount():
                self.setCurrentIndex(self.shelf.index(0))
            self._look_at(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.live.look_away()

    def _marks(self, painter: QPainter, stretch_id: str) -> None:
        index = self.shelf.at(stretch_id)
        entry = self.shelf.entry(index)
        if entry is not None:
            still = self._cards.places(self.visualRect(index)).still
            self._cards.paint_marks(painter, still.translated(-self.live.pos()), entry)

    def _look_at(self, index: Index) -> None:
        entry = self.shelf.entry(index)
        if entry is None or self.carrying.carried:
            self.live.look_away()
        else:
            self.live.look_at(entry.id, self._cards.places(self.visualRect(index)).still)

    # -- pointer -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        entry = self._entry_under(event.position().toPoint())
        self._pressed = entry.id if entry else ""
        self._pressed_at = event.position().toPoint()
        self._on_switch = entry is not None and self._switch_under(self._pressed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.carrying.carried:
            self.carrying.carry(at)
            return
        if not event.buttons():
            self._hover(at)
        elif self._pressed and not self._on_switch:
            entry = self.shelf.entry(self.shelf.at(self._pressed))
            far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            if far and entry is not None and entry.enabled:
                self._pick_up(entry.id)
                self.carrying.carry(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.carrying.carried:
            self._let_go()
            return
        pressed, self._pressed = self._pressed, ""
        at = event.position().toPoint()
        entry = self._entry_under(at)
        if entry is None or entry.id != pressed:
            return
        if self._on_switch and self._switch_under(at):
            self.toggled.emit(pressed)
        elif not self._on_switch:
            self.opened.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.hasFocus():
            self._look_at(self.currentIndex())
        else:
            self.live.look_away()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = self.shelf.entry(index)
        if entry is not None:
            self.setCurrentIndex(index)
            spot = self.visualRect(index).center() if by_key else event.pos()
            self.menu_requested.emit(entry.id, self.viewport().mapToGlobal(spot))

    def _hover(self, at: QPoint) -> None:
        entry = self._entry_under(at)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if entry is not None else Qt.CursorShape.ArrowCursor
        )
        if entry is not None:
            self._look_at(self.indexAt(at))

    def _entry_under(self, at: QPoint) -> Entry | None:
        index = self.indexAt(at)
        entry = self.shelf.entry(index)
        if entry is None or not self._cards.places(self.visualRect(index)).card.contains(at):
            return None
        return entry

    def _switch_under(self, at: QPoint) -> bool:
        return self.switch_rect(self.indexAt(at)).contains(at)

    def switch_rect(self, index: QModelIndex) -> QRect:
        """Return where a card's switch is, in the viewport."""
        return self._cards.places(self.visualRect(index)).switch

    def _pick_up(self, stretch_id: str) -> None:
        self.carrying.pick_up(stretch_id)
        self._cards.set_carried(stretch_id)
        self.live.look_away()

    def _let_go(self) -> None:
        carried, before = self.carrying.carried, self._put_down()
        if before is not None and before != carried:
            self.moved.emit(carried, before)

    def _put_down(self) -> str | None:
        self._pressed = ""
        self._cards.set_carried("")
        return self.carrying.put_down()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.carrying.paint(painter, self._look.theme.accent)
        painter.end()

    # -- keyboard ----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current_entry()
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.carrying.carried:
            self._put_down()
        elif entry is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (*EARLIER, *LATER):
            self.move_by_one(entry, earlier=key in EARLIER)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(entry.id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(entry.id)
        else:
            super().keyPressEvent(event)

    def move_by_one(self, entry: Entry, *, earlier: bool) -> None:
        """Wish for a card to come one place earlier or later, among those switched on and shown."""
        if not entry.enabled:
            return
        on = self.shelf.on_ids()
        at = on.index(entry.id)
        if earlier and at > 0:
            self.moved.emit(entry.id, on[at - 1])
        elif not earlier and at + 1 < len(on):
            self.moved.emit(entry.id, self.shelf.after(entry.id, 2))
