"""The settings window: pages on the left, rows on the right, and the day they make below."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.settings import Settings, SettingsError, replacing, with_changes
from unhunch.services.ports import SettingsExchange
from unhunch.services.preview import Day
from unhunch.ui.controls import SearchField
from unhunch.ui.day_strip import DayStrip
from unhunch.ui.files import file_to_read, file_to_write
from unhunch.ui.gallery import Gallery
from unhunch.ui.look import Look, Window
from unhunch.ui.mirror import margins
from unhunch.ui.nothing import Nothing
from unhunch.ui.page import MARGIN, SCROLL_BAR, scrolling
from unhunch.ui.places import Places
from unhunch.ui.screens import fitting
from unhunch.ui.settings import sections
from unhunch.ui.settings.about import About, Ways
from unhunch.ui.settings.rhythms import RhythmsPage
from unhunch.ui.settings.rows import Rows
from unhunch.ui.settings.undo_bar import UndoBar
from unhunch.ui.style import SPACE, mark, set_kind
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import sentence

WIDTH, HEIGHT = 960, 690
LEAST = (640, 330)
COLUMN = 640
"""Lines longer than this, px, are hard to follow."""
SIDE, NARROW_SIDE, SIDE_SHARE = 208, 168, 0.27
"""Width of the list of pages, px: in a wide and a narrow window; with long names up to this share of it."""
LOW = 430
"""In a window lower than this the preview says its sentence and leaves the band away; it goes while there is
something to take back. The names of the pages stand close."""
PREVIEW_MS = 20


class SettingsWindow(Window):
    """Shows settings and wishes for changes by dotted key; `set_settings` brings what came of them."""

    library_requested = Signal()
    evidence_requested = Signal()
    doctor_requested = Signal()
    welcome_requested = Signal()

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        gallery: Gallery,
        settings: Settings,
        *,
        day: Day,
        catalogue: Callable[[Settings], Any],
        exchange: SettingsExchange,
        places: Places | None = None,
    ) -> None:
        """`day` is the one that the preview shows, `catalogue` what the engine is told of the stretches."""
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch settings"))
        self._wishes, self._catalogue, self._exchange = wishes, catalogue, exchange
        self._shown = settings
        self.strip = DayStrip(look, day)
        self.bar = UndoBar(COLUMN, margins(MARGIN, SPACE, MARGIN + SCROLL_BAR, SPACE))
        self.bar.came_or_went.connect(self._make_room)
        self.rows = Rows(look, wishes, gallery, settings, self._try)
        self.pages = {page.name: page for page in self._pages(places or Places())}
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._preview.timeout.connect(self._show_preview)
        self._build()
        self.resize(fitting(WIDTH, HEIGHT))
        self.setMinimumSize(*LEAST)
        self.go_to("everyday")
        self.list.setFocus()
        self._show_preview()

    def set_settings(self, settings: Settings) -> None:
        """Show these settings; every control follows without asking for a change."""
        self.rows.show(settings)
        self._preview_soon(settings)

    def go_to(self, name: str) -> None:
        """Show a page by its name, as in `pages`."""
        self.list.setCurrentRow(list(self.pages).index(name))

    # -- building ----------------------------------------------------------------------------------------

    def _pages(self, places: Places) -> Iterator[sections.Section]:
        rows = self.rows
        ways = Ways(
            self.evidence_requested.emit,
            self.doctor_requested.emit,
            self.welcome_requested.emit,
            self._export,
            self._import,
            self._back_to_defaults,
        )
        yield sections.Everyday(rows, self.library_requested.emit)
        yield RhythmsPage(rows, self._done)
        yield sections.StretchesPage(rows, self.library_requested.emit)
        yield sections.timing(rows)
        yield sections.HoursPage(rows)
        yield sections.quiet(rows)
        yield sections.appearance(rows)
        yield sections.sound(rows)
        yield About(rows, ways, places)

    def _build(self) -> None:
        beside = self._beside()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        for page in self.pages.values():
            page.hide()
            column.addWidget(page)
        self.nothing = Nothing("", self.tr("Perhaps it goes by another word."), self.tr("Show all settings"))
        self.nothing.button.clicked.connect(self.search.clear)
        self.nothing.hide()
        column.addWidget(self.nothing, 1)
        column.addStretch()
        self.area = scrolling(column, COLUMN)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.area, 1)
        right.addWidget(self.bar)
        right.addWidget(self._foot())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(beside)
        whole.addLayout(right, 1)

    def _beside(self) -> QWidget:
        self.search = SearchField()
        set_kind(self.search, "search")  # in line with the pages, around which there is room for their focus
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self.search.textChanged.connect(self._find)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self.list = QListWidget()
        set_kind(self.list, "pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.list.addItems([page.title for page in self.pages.values()])
        self.list.currentRowChanged.connect(self._turn)
        self.list.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.list.itemClicked.connect(lambda _item: self._turn())
        self._side = QFrame()
        set_kind(self._side, "side")
        rows = QVBoxLayout(self._side)
        rows.setContentsMargins(margins(2 * SPACE, 2 * SPACE, SPACE, SPACE))
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.search)
        rows.addWidget(self.list)
        rows.addStretch()
        return self._side

    def _foot(self) -> QWidget:
        self._preview_bar = QFrame()
        set_kind(self._preview_bar, "foot")
        row = QHBoxLayout(self._preview_bar)
        row.setContentsMargins(margins(MARGIN, 12, MARGIN + SCROLL_BAR, 12))  # in line with the rows
        self.strip.setMaximumWidth(COLUMN)
        row.addWidget(self.strip)
        return self._preview_bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Suit the size of the window: every page's name in full, and room for the page itself."""
        low = self.height() < LOW
        mark(self.list, "low", low)
        bar = SCROLL_BAR if self.list.verticalScrollBar().maximum() else 0
        names = 3 * SPACE + self.list.sizeHintForColumn(0) + bar
        least = SIDE if self.width() >= WIDTH - 100 else NARROW_SIDE
        side = min(max(least, names), round(SIDE_SHARE * self.width()))
        self._side.setFixedWidth(side)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setToolTip(item.text() if names > side else "")
        self.strip.set_low(low)
        self._preview_bar.setHidden(low and not self.bar.isHidden())

    # -- pages and search --------------------------------------------------------------------------------

    def _turn(self, _row: int = 0) -> None:
        """Show the page that is chosen in the list, and end a search."""
        if self.search.text():
            self.search.clear()
        at = self.list.currentRow()
        self._mark_search(False)
        self.list.item(at).setSelected(True)
        for index, page in enumerate(self.pages.values()):
            if index == at:
                page.sift(())
            page.setVisible(index == at)
        self.nothing.hide()
        self.area.verticalScrollBar().setValue(0)

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        if not words:
            self._turn()
            return
        self._mark_search(True)
        any_found = False
        for page in self.pages.values():
            found = page.searchable and page.sift(words)
            page.setVisible(found)
            any_found = any_found or found
        self.nothing.heading.setText(self.tr("Nothing here is called “%1”").replace("%1", text.strip()))
        self.nothing.setVisible(not any_found)
        self.area.verticalScrollBar().setValue(0)

    def _mark_search(self, on: bool) -> None:
        """Leave the list of pages without a choice while a search is shown; its frame has the focus then."""
        if on:
            self.list.clearSelection()
        mark(self.list, "searching", on)

    # -- the preview -------------------------------------------------------------------------------------

    def _try(self, key: str, value: Any) -> None:
        """Show what a value would make of the day, while it is not chosen yet."""
        try:
            self._preview_soon(with_changes(self.rows.settings, {key: value}))
        except SettingsError:
            return

    def _preview_soon(self, settings: Settings) -> None:
        self._shown = settings
        if not self._preview.isActive():
            self._preview.start()

    def _show_preview(self) -> None:
        self.strip.show_settings(self._shown, self._catalogue(self._shown))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._preview.stop()

    # -- all settings ------------------------------------------------------------------------------------

    def _back_to_defaults(self) -> None:
        before = self.rows.settings
        usual = with_changes(Settings(), {"welcome.done": before.welcome.done})
        if before == usual:
            self.bar.say(self.tr("Everything is as Unhunch ships already."))
        elif self._become(usual):
            self._done(self.tr("Everything is as Unhunch ships."), before)

    def _export(self) -> None:
        chosen = file_to_write(self, self.tr("Export settings"), "unhunch-settings.toml", self._kinds())
        if not chosen:
            return
        try:
            self._exchange.write(Path(chosen), self.rows.settings)
        except OSError as error:
            self.bar.say(sentence(error.args[0], "Problems"))
        else:
            self.bar.say(self.tr("Your settings are in %1.").replace("%1", chosen))

    def _import(self) -> None:
        chosen = file_to_read(self, self.tr("Import settings"), self._kinds())
        if not chosen:
            return
        before = self.rows.settings
        try:
            settings, problems = self._exchange.read(Path(chosen))
        except ValueError as error:
            self.bar.say(sentence(error.args[0], "Problems"))
            return
        if self._become(with_changes(settings, {"welcome.done": before.welcome.done})):
            taken = self.tr("Your settings are now those of %1.").replace("%1", Path(chosen).name)
            self._done(" ".join([taken, *(sentence(each, "Problems") for each in problems[:1])]), before)

    def _kinds(self) -> str:
        return self.tr("Settings") + " (*.toml)"

    def _done(self, sentence: str, before: Settings) -> None:
        back = replacing(self.rows.settings, before)  # and nothing that is changed later
        self.bar.say(sentence, lambda: self._take_back(back))

    def _take_back(self, back: dict[str, Any]) -> None:
        if self._change(back):
            self.bar.hide()

    def _become(self, settings: Settings) -> bool:
        """Wish for these settings; where they are refused say why."""
        return self._change(replacing(self.rows.settings, settings))

    def _change(self, changes: dict[str, Any]) -> bool:
        problem = self._wishes.change_settings(changes)
        if problem:
            self.bar.say(sentence(problem, "Problems"))
        return not problem
