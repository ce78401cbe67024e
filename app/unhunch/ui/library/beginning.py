"""What the editor offers while a stretch has neither figure nor picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from unhunch.services.library import Library
from unhunch.ui.controls import Box
from unhunch.ui.guide import said
from unhunch.ui.look import Look
from unhunch.ui.style import SPACE, set_kind


class Beginning(QWidget):
    """Offers the figures of the stretches in the library to begin with."""

    chosen = Signal(str)
    """The figure of the stretch with this id."""

    def __init__(self, look: Look, library: Library) -> None:
        super().__init__()
        self._library = library
        self.box = Box(look)
        self.box.setAccessibleName(self.tr("Begin with the figure of"))
        self.box.activated.connect(lambda: self.chosen.emit(self.box.currentData()))
        note = QLabel(
            self.tr("Words are enough. You can also choose a picture, or begin with the figure of a stretch:")
        )
        note.setWordWrap(True)
        set_kind(note, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(note)
        column.addWidget(self.box)

    def offer(self) -> None:
        """Offer what the library has now."""
        self.box.clear()
        self.box.addItem(self.tr("Choose a stretch"), "")
        for stretch in self._library:
            if stretch.forms[0].has_figure:
                self.box.addItem(said(stretch.name), stretch.id)
