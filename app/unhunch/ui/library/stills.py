"""The stills of the cards: painted one at a time when nothing else is to do, and kept within a bound."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from unhunch.ui.gallery import Gallery

KEPT_BYTES = 24_000_000
REST_MS = 90
"""While somebody scrolls nothing is painted; so long after the last step it goes on."""


class LazyStills(QObject):
    """Stills of one size by stretch. Painting one takes some 30 ms, so a view asks and is told later."""

    painted = Signal(str)
    """The still of this stretch can be had now."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._size, self._ratio = QSize(), 1.0
        self._wanted: dict[str, None] = {}
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._paint_one)
        gallery.changed.connect(self.clear)

    def set_size(self, size: QSize, ratio: float) -> None:
        """Paint in this size, px, at this many dots for each."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = QSize(size), ratio
            self.clear()

    def get(self, stretch_id: str) -> QPixmap | None:
        """Return the still if there is one by now; else it is painted soon."""
        if stretch_id in self._kept:
            self._kept.move_to_end(stretch_id)
            return self._kept[stretch_id]
        self._wanted.pop(stretch_id, None)
        self._wanted[stretch_id] = None
        if not self._next.isActive():
            self._next.start(0)
        return None

    def rest(self) -> None:
        """Wait a moment: somebody scrolls, and what is wanted changes."""
        self._wanted.clear()
        self._next.start(REST_MS)

    def clear(self) -> None:
        """Forget all stills."""
        self._kept.clear()
        self._bytes = 0
        self.stop()

    def stop(self) -> None:
        """Paint no more until somebody asks again."""
        self._wanted.clear()
        self._next.stop()

    @property
    def busy(self) -> bool:
        """Whether some are still to be painted."""
        return self._next.isActive()

    def _paint_one(self) -> None:
        if not self._wanted:
            self.painted.emit("")  # whoever waited for the rest asks anew
            return
        stretch_id = next(iter(self._wanted))
        del self._wanted[stretch_id]
        still = self._gallery.still(stretch_id, self._size, self._ratio) if not self._size.isEmpty() else None
        self._kept[stretch_id] = still
        self._bytes += _bytes(still)
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes(dropped)
        if self._wanted:
            self._next.start(0)
        self.painted.emit(stretch_id)


def _bytes(still: QPixmap | None) -> int:
    return still.width() * still.height() * 4 if still is not None else 0
