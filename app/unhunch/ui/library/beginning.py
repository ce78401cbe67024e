"""What the editor offers while a stretch has neither figure nor picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unhunch.services.library import Library
from unhunch.ui.centred import Centred
from unhunch.ui.controls import Box
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.look import Look
from unhunch.ui.style import SPACE, set_kind

PALE = 0.4
"""How much is seen of a figure that is not there yet."""
LOW = 120
"""In less room than this, px, there is no figure."""
MOST = 420
"""The figure is no larger, px."""


class Beginning(QWidget):
    """Offers the figures of the stretches in the library to begin with."""

    chosen = Signal(str)
    """The figure of the stretch with this id."""

    def __init__(self, look: Look, gallery: Gallery, library: Library) -> None:
        super().__init__()
        self._library = library
        self.box = Box(look)
        self.box.setAccessibleName(self.tr("Begin with the figure of"))
        self.box.activated.connect(lambda: self.chosen.emit(self.box.currentData()))
        note = Centred(
            self.tr("Words are enough. You can also choose a picture, or begin with the figure of a stretch:")
        )
        set_kind(note, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * SPACE, 0, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addStretch(2)
        column.addWidget(_Awaited(gallery), 20)
        column.addWidget(note)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def offer(self) -> None:
        """Offer what the library has now."""
        self.box.clear()
        self.box.addItem(self.tr("Choose a stretch"), "")
        for stretch in self._library:
            if stretch.forms[0].has_figure:
                self.box.addItem(said(stretch.name), stretch.id)


class _Awaited(QWidget):
    """A pale figure where one can be."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self.setMaximumHeight(MOST)
        gallery.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        if side < LOW:
            return
        still = self._gallery.waiting(QSize(side, side), self.devicePixelRatioF())
        if still is None:
            return
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(self.rect().center()))
        painter = QPainter(self)
        painter.setOpacity(PALE)
        painter.drawPixmap(box.topLeft(), still)
        painter.end()
