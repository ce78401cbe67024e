"""How does it feel: one tap on one of three faces."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unhunch.ui.break_layout import legible
from unhunch.ui.glyphs import GAP, glyph
from unhunch.ui.look import Look
from unhunch.ui.style import set_kind
from unhunch.ui.wishes import Feeling


class Answers(QWidget):
    """Three buttons of one size. Once one is pressed it stays marked, and all are off."""

    felt = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sign_px = 1
        self.buttons: dict[Feeling, QPushButton] = {
            "worse": QPushButton(self.tr("Worse")),
            "same": QPushButton(self.tr("The same")),
            "better": QPushButton(self.tr("Better")),
        }
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch()
        for feeling, button in self.buttons.items():
            set_kind(button, "answer")
            button.setCheckable(True)
            button.setAccessibleName(self.tr("It feels: %1").replace("%1", button.text()))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, said=feeling: self._answer(said))
            self._row.addWidget(button)
        self._row.addStretch()
        look.changed.connect(self._draw_faces)

    @property
    def given(self) -> bool:
        """Whether one was pressed."""
        return any(button.isChecked() for button in self.buttons.values())

    def ask(self) -> None:
        """Wait for an answer again."""
        for button in self.buttons.values():
            button.setChecked(False)
            button.setEnabled(True)
        self._draw_faces()

    def place(self, unit: float) -> None:
        """Scale the buttons to the window: all as wide as the widest."""
        px = round(legible(20 * unit))
        self._sign_px = round(1.3 * px)
        self._row.setSpacing(round(14 * unit))
        self._draw_faces()
        for button in self.buttons.values():
            button.setStyleSheet(f"font-size: {px}px; min-height: {round(40 * unit)}px;")
            button.setIconSize(QSize(round(self._sign_px * GAP), self._sign_px))
            button.ensurePolished()
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        for button in self.buttons.values():
            button.setMinimumWidth(max(widest, round(160 * unit)))

    def _answer(self, feeling: Feeling) -> None:
        for said, button in self.buttons.items():
            button.setChecked(said == feeling)
            button.setEnabled(False)
        self._draw_faces()
        self.felt.emit(feeling)

    def _draw_faces(self) -> None:
        theme = self._look.theme
        for feeling, button in self.buttons.items():
            colour = theme.ground if button.isChecked() else theme.ink if button.isEnabled() else theme.off
            button.setIcon(glyph(feeling, colour, self._sign_px, self.devicePixelRatioF()))
