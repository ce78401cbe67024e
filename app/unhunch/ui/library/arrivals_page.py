"""What came of an import: what is here now, and what was refused and why."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from unhunch.domain.parcel import Imported
from unhunch.ui.page import COLUMN, points, reading, scrolling, under
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.words import sentence


class ArrivalsPage(QWidget):
    """Names everything that was in the files."""

    done = Signal()
    replace_requested = Signal(list)
    """Take these files in again, in place of what is here under the same names."""

    def __init__(self) -> None:
        super().__init__()
        self._files: list[Path] = []
        self.lines: list[str] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self.done_button = QPushButton(self.tr("Done"))
        set_kind(self.done_button, "primary")
        self.done_button.clicked.connect(self.done)
        self.replace_button = QPushButton(self.tr("Replace mine by these"))
        self.replace_button.clicked.connect(lambda: self.replace_requested.emit(self._files))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self._column, COLUMN), 1)
        whole.setSpacing(0)
        whole.addWidget(under(COLUMN, self.replace_button, self.done_button))

    def show_arrivals(
        self,
        found: Sequence[tuple[Path, Imported]],
        name: Callable[[str], str],
        is_here: Callable[[str], bool],
    ) -> None:
        """Show what came of each file.

        `name` says what a stretch or routine is called, `is_here` whether the person has one of this id:
        it can then give way to the one that was refused.
        """
        self._files = [
            file for file, imported in found if any(is_here(each.name) for each in imported.refused)
        ]
        self.lines = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        taken = [name(each) for _, imported in found for each in (*imported.stretches, *imported.routines)]
        refused = [
            f"{each.name}: {sentence(each.why, 'Collection', 'Archives', 'Pictures')}"
            for _, imported in found
            for each in imported.refused
        ]
        if taken:
            self._column.addWidget(self._card(self.tr("Here now"), "calm", taken))
        if refused:
            self._column.addWidget(self._card(self.tr("Not taken"), "soon", refused))
        if taken:
            note = self.tr("New stretches are switched off until you switch them on.")
        elif refused:
            note = self.tr("Nothing was changed.")
        else:
            note = self.tr("There was nothing in it that could be taken in.")
        self._column.addWidget(reading(note))
        self._column.addStretch()
        self.lines.append(note)
        self.replace_button.setVisible(bool(self._files))
        self.done_button.setFocus()

    def _card(self, heading: str, urgency: str, lines: list[str]) -> QFrame:
        self.lines += lines
        return points(heading, urgency, lines)
