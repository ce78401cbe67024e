"""The first page of the library: what to look for, and the cards."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.body import AREA_WORDS
from unhunch.ui.controls import Box, SearchField
from unhunch.ui.flow import Flow
from unhunch.ui.gallery import Gallery
from unhunch.ui.library.amiss import Amiss
from unhunch.ui.library.card_view import CardView
from unhunch.ui.library.model import Shelf
from unhunch.ui.library.shelf import Filter
from unhunch.ui.library.words import NEEDS, PLACES, area_word, need_word, place_word
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.nothing import Nothing
from unhunch.ui.style import SPACE, set_kind

TYPING_MS = 120


class GridPage(QWidget):
    """Search, filters, and the cards that they let through; above them what was left out."""

    def __init__(self, look: Look, gallery: Gallery) -> None:
        super().__init__()
        self._look = look
        self.shelf = Shelf()
        self.view = CardView(look, gallery, self.shelf)
        for changed in (self.shelf.modelReset, self.shelf.rowsInserted, self.shelf.rowsRemoved):
            changed.connect(self._count)
        self._build()
        self._typed = QTimer(self, singleShot=True)
        self._typed.setInterval(TYPING_MS)
        self._typed.timeout.connect(self._sift)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.search.clear()
        for box in (self.place, self.area, self.need, self.kind):
            box.setCurrentIndex(0)
        self._sift()

    def _build(self) -> None:
        bar = Flow(SPACE)
        bar.addWidget(self._search())
        for box in self._filters():
            box.currentIndexChanged.connect(self._sift)
            bar.addWidget(box)
        self.count = QLabel()
        set_kind(self.count, "small")
        self.count.setMinimumHeight(36)
        bar.addWidget(self.count)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self._nothing())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE)
        inset = QVBoxLayout()
        inset.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)
        inset.addLayout(bar)
        self.amiss = Amiss()
        inset.addWidget(self.amiss)
        whole.addLayout(inset)
        grid = QHBoxLayout()
        grid.setContentsMargins(margins(2 * SPACE, 0, SPACE, 0))
        grid.addWidget(self.pages)
        whole.addLayout(grid, 1)

    def _search(self) -> QLineEdit:
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the stretches"))
        self.search.setClearButtonEnabled(True)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self.search.setMinimumWidth(180)
        self.search.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(self._type)
        self.search.returnPressed.connect(self._to_cards)
        return self.search

    def _filters(self) -> tuple[Box, ...]:
        self.kind = _box(
            self._look,
            self.tr("Which"),
            [
                ("", self.tr("All stretches")),
                ("on", self.tr("Switched on")),
                ("off", self.tr("Switched off")),
                ("own", self.tr("My own")),
            ],
        )
        self.place = _box(
            self._look,
            self.tr("Where"),
            [("", self.tr("Anywhere")), *((each, place_word(each)) for each in PLACES)],
        )
        self.area = _box(
            self._look,
            self.tr("Area"),
            [("", self.tr("Whole body")), *((each, area_word(each)) for each in AREA_WORDS)],
        )
        self.need = _box(
            self._look,
            self.tr("Needs"),
            [
                ("", self.tr("With anything")),
                ("none", self.tr("Needs nothing")),
                *((each, need_word(each)) for each in NEEDS),
            ],
        )
        return self.kind, self.place, self.area, self.need

    def _nothing(self) -> QWidget:
        page = Nothing(
            self.tr("Nothing here fits"),
            self.tr("Try fewer words or another area, or make a stretch of your own."),
            self.tr("Show all stretches"),
        )
        self.clear_button = page.button
        self.clear_button.clicked.connect(self.clear_filter)
        return page

    def _sift(self) -> None:
        self._typed.stop()
        self.shelf.set_filter(
            replace(
                Filter(),
                words=self.search.text(),
                place=self.place.currentData(),
                area=self.area.currentData(),
                need=self.need.currentData(),
                kind=self.kind.currentData(),
            )
        )

    def _count(self) -> None:
        shown = self.shelf.rowCount()
        self.pages.setCurrentIndex(0 if shown else 1)
        told = self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(self.shelf.total))
        self.count.setText(told if shown else "")

    def _type(self) -> None:
        self._typed.start()

    def _to_cards(self) -> None:
        self._sift()
        if self.shelf.rowCount():
            self.view.setCurrentIndex(self.shelf.index(0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)


def _box(look: Look, name: str, choices: list[tuple[str, str]]) -> Box:
    box = Box(look)
    box.setAccessibleName(name)
    for value, words in choices:
        box.addItem(words, value)
    box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToContents)
    return box
