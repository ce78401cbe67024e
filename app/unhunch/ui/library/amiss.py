"""What of one's own is not among the cards, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from unhunch.ui.style import set_kind
from unhunch.ui.words import sentence

MOST = 3
"""Sentences shown; the command line tells them all."""


class Amiss(QLabel):
    """A line for each file that was left out of the library; hidden where none was."""

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "problem")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A path may be longer than the window is wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.tell(())

    def tell(self, problems: Sequence[str]) -> None:
        """Show these sentences, the first few of them."""
        lines = [sentence(each, "Problems") for each in problems[:MOST]]
        if left := len(problems) - len(lines):
            lines.append(self.tr("And %n more; “unhunch stretches list” names them all.", "", left))
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))
