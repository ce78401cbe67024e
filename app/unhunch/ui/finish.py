"""The finishing moment: what was done, when the next break comes, and how it feels."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.ui.answers import Answers
from unhunch.ui.break_layout import legible
from unhunch.ui.lines import balanced_width, fitted, text_height, tip
from unhunch.ui.look import Look
from unhunch.ui.still import Stills, paint_still
from unhunch.ui.style import font, set_kind
from unhunch.ui.tick import Tick
from unhunch.ui.wishes import Feeling

MOST_TILES = 6
"""More stretches than this are told by their time alone."""
TICK = 158
"""Height of the mark with its sparks, in units."""
TILE, PICTURE, GAP = 172, 140, 12
"""Width of a tile, of the still in it, and the distance of tiles, in units."""
NAME_LINES = 4
"""Lines that a name may have, where there is room for them."""
TALLEST, AIR = 860, 1.12
"""In a window that is higher, in units or as a share of what is in it, the moment stays in the middle."""


class Tile(QWidget):
    """One stretch that was done: its still over its name."""

    def __init__(
        self, look: Look, stills: Stills, stretch: str, name: str, unit: float, *, lines: int
    ) -> None:
        """`lines`: how many the name may have."""
        super().__init__()
        self._look, self._stills = look, stills
        self._stretch, self._unit = stretch, unit
        self.setAccessibleName(name)
        self._font = font(legible(16 * unit))
        width, side = round(TILE * unit), round(PICTURE * unit)
        self._name, cut = fitted(self._font, name, width, lines)
        self.setToolTip(tip(name) if cut else "")
        self.setFixedSize(width, side + round(8 * unit) + text_height(self._font, self._name, width) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, unit = self._look.theme, self._unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(PICTURE * unit)
        box = QRectF((self.width() - side) / 2, 0, side, side)
        still = self._stills(self._stretch, QSize(side, side), self.devicePixelRatioF())
        paint_still(painter, box, still)
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._font)
        width = balanced_width(self._font, self._name, self.width())
        left, top = (self.width() - width) / 2, side + 8 * unit
        words = QRectF(left, top, width + 1, self.height() - top)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(flags | Qt.TextFlag.TextWordWrap), self._name)
        painter.end()


class Finish(QWidget):
    """Shown when a break has run; asks one optional question."""

    felt = Signal(str)
    done = Signal()

    def __init__(self, look: Look, stills: Stills, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._stills = look, stills
        self._placed: tuple[float, QSize] | None = None
        self._done: tuple[tuple[str, str], ...] = ()
        self.tick = Tick(look, self)
        self.title, self.summary, self.question = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.summary, self.question):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        set_kind(self.summary, "soft")
        self.answers = Answers(look)
        self.answers.felt.connect(self._answer)
        self.close_button = QPushButton(self.tr("Back to work"))
        self.close_button.setAutoDefault(True)
        key = self.tr("Esc")
        self.close_button.setToolTip(f"{self.close_button.text()}  ({key})")
        self.close_button.setAccessibleDescription(key)
        set_kind(self.close_button, "quiet")
        self.close_button.clicked.connect(self.done)
        self._build()

    def _build(self) -> None:
        self._tiles = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.title)
        self._column.addWidget(self.summary)
        self._column.addStretch(1)
        self._column.addLayout(self._tiles)
        self._column.addStretch(1)
        self._before_question = self._column.count() - 1
        self._column.addWidget(self.question)
        self._column.addWidget(self.answers)
        self._column.addStretch(1)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    def tell(self, done: Sequence[tuple[str, str]], spent: str, next_words: str) -> None:
        """Show what was done, (id, name) each, in `spent` ("3 min"), and when the next break comes.

        `next_words` is "" where no break comes.
        """
        self._done = tuple(done) if len(done) <= MOST_TILES else ()
        self.title.setText(self.tr("Well done") if done else self.tr("Welcome back"))
        told = self.tr("%1 of stretching.").replace("%1", spent) if done else ""
        after = f"{next_words}." if next_words else ""
        self.summary.setText(f"{told} {after}".strip())
        self.question.setText(self.tr("How does it feel now?"))
        self.question.setVisible(bool(done))
        self.answers.setVisible(bool(done))
        self.answers.ask()
        self.tick.arrive()
        self._column.setStretch(self._before_question, 1 if done else 0)
        self._placed = None

    def place(self, unit: float) -> None:
        """Scale everything to the window."""
        if self._placed == (unit, self.size()):
            return
        self._placed = (unit, self.size())
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(12 * unit))
        self.tick.setFixedSize(round(TICK * unit), round(TICK * unit))
        self.title.setStyleSheet(f"font-size: {round(50 * unit)}px; font-weight: 700;")
        lead_px, least_px = (round(legible(px * unit)) for px in (22, 18))
        self.summary.setStyleSheet(f"font-size: {lead_px}px;")
        self.question.setStyleSheet(f"font-size: {lead_px}px; font-weight: 600;")
        self.answers.place(unit)
        self.close_button.setStyleSheet(f"font-size: {least_px}px;")
        used = self._fit_tiles(unit)
        spare = max(0, self.height() - max(round(AIR * used), round(TALLEST * unit))) // 2
        self._column.setContentsMargins(0, spare, 0, spare)

    def _fit_tiles(self, unit: float) -> int:
        """Give the names as many lines as the window's height allows. Returns how high everything is then."""
        used = 0
        for lines in range(NAME_LINES, 0, -1):
            self._lay_tiles(unit, lines)
            used = self._column.totalHeightForWidth(self.width())
            if used <= self.height():
                break
        return used

    def _lay_tiles(self, unit: float, lines: int) -> None:
        """Lay the tiles into as few rows as the window's width allows, each as long as the others."""
        while (item := self._tiles.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._tiles.setSpacing(round(GAP * unit))
        fitting = max(1, int(self.width() / ((TILE + GAP) * unit)))
        rows = -(-len(self._done) // fitting)
        for row in range(rows):
            first, end = (len(self._done) * each // rows for each in (row, row + 1))
            tiles = self._row(self._done[first:end], unit, lines)
            self._tiles.addWidget(tiles)
            tiles.show()  # only what is shown counts in how high everything is

    def _row(self, done: Sequence[tuple[str, str]], unit: float, lines: int) -> QWidget:
        row = QWidget(self)
        tiles = QHBoxLayout(row)
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(round(GAP * unit))
        tiles.addStretch()
        for stretch, name in done:
            tile = Tile(self._look, self._stills, stretch, name, unit, lines=lines)
            tiles.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        tiles.addStretch()
        return row

    def count_down(self, share: float) -> None:
        """Show how much of the waiting is over, 0 to 1; after an answer nobody is hurried."""
        self.tick.set_share(0.0 if self.answers.given else share)

    def _answer(self, feeling: Feeling) -> None:
        self.question.setText(self.tr("Thank you."))
        self.felt.emit(feeling)
