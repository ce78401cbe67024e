"""What stands where nothing was found: a sentence, what to do about it, and the way back to everything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from unhunch.ui.centred import Centred
from unhunch.ui.style import SPACE, set_kind


class Nothing(QWidget):
    """Stands a little over the middle of its room."""

    def __init__(self, heading: str, advice: str, way_back: str) -> None:
        super().__init__()
        self.heading, self.advice = Centred(heading), Centred(advice)
        self.button = QPushButton(way_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addStretch(2)
        for label, kind in ((self.heading, "lead"), (self.advice, "soft")):
            set_kind(label, kind)
            label.setMinimumWidth(1)  # a long word must not push the page out of the window
            column.addWidget(label)
        column.addSpacing(SPACE)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
