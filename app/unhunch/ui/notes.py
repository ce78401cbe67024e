"""Tells the person, in plain sentences, what could not be read or kept."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from unhunch.domain.text import Sentence
from unhunch.ui.look import Look, Window
from unhunch.ui.page import SCROLL_BAR, Scrolling
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, set_kind

WIDTH = 520
KEPT = 12
"""Sentences shown at once; more than these are in the log."""


class Notes(Window):
    """One window for all sentences; a second one is added to the first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch: please note"))
        title = QLabel(self.tr("Please note"))
        set_kind(title, "title")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.close_button = QPushButton(self.tr("Close"))
        set_kind(self.close_button, "primary")
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        whole.setSpacing(2 * SPACE)
        whole.addWidget(title)
        self.area = Scrolling()
        self.area.setMinimumWidth(WIDTH - 8 * SPACE + SCROLL_BAR)
        set_kind(self.text, "page")
        self.area.setWidget(self.text)
        whole.addWidget(self.area)
        whole.addLayout(buttons)
        self._sentences: list[str] = []
        self.close_by_esc()

    def tell(self, sentence: str) -> None:
        """Add a sentence and show the window."""
        said = translated(sentence)
        if said not in self._sentences and len(self._sentences) < KEPT:
            self._sentences.append(said)
            self.text.setText("\n\n".join(self._sentences))
        self._fit()
        self.show()

    def _fit(self) -> None:
        """Be as high as the sentences are, and the screen allows; what is more is scrolled to."""
        self.area.setFixedHeight(0)
        rest = self.sizeHint().height()
        wanted = self.text.heightForWidth(WIDTH - 8 * SPACE)
        self.area.setFixedHeight(fitting(0, rest + wanted).height() - rest)
        self.adjustSize()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was read and closed is not told again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._sentences = []


def translated(sentence: str) -> str:
    """Return a sentence in the person's language, where it remembers how it was made."""
    if isinstance(sentence, Sentence):
        return sentence.translated(lambda template: QCoreApplication.translate("Problems", template))
    return sentence
