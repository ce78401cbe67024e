"""The library's window: its pages, and the way between them."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.settings import Settings
from unhunch.services.library import Library
from unhunch.ui.gallery import Gallery
from unhunch.ui.glyphs import glyph
from unhunch.ui.library.detail_page import DetailPage
from unhunch.ui.library.grid_page import GridPage
from unhunch.ui.library.shelf import entries, known_enabled, moved
from unhunch.ui.look import Look, Window
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.wishes import Wishes

WIDTH, HEIGHT = 1060, 690
LEAST = (520, 340)
NOTE_MS = 6000


class LibraryWindow(Window):
    """Shows every stretch and what the settings say of it; `set_settings` brings what came of a wish."""

    try_requested = Signal(str)
    """Play this stretch now, outside of any break."""

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        *,
        gallery: Gallery,
        library: Library,
        settings: Settings,
    ) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Stretches"))
        self._wishes, self._gallery, self._library = wishes, gallery, library
        self._settings = settings
        self.grid = GridPage(look, gallery)
        self.detail = DetailPage(look, gallery, library)
        self._build()
        self._connect()
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(*LEAST)
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show what these settings say."""
        self._settings = settings
        self.grid.shelf.set_entries(entries(self._library, settings))
        self.detail.set_settings(settings)

    def library_changed(self) -> None:
        """Show the library as it was read anew."""
        self._gallery.forget()
        self.set_settings(self._settings)

    def show_stretch(self, stretch_id: str) -> None:
        """Open the page of one stretch; nothing happens where there is none."""
        if self._library.get(stretch_id) is None:
            return
        self.grid.view.select(stretch_id)
        self.detail.show_stretch(stretch_id)
        self._go(self.detail)

    def show_all(self) -> None:
        """Go back to the cards."""
        self._go(self.grid)
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.back_button = QPushButton(self.tr("Back"))
        set_kind(self.back_button, "quiet")
        self._sign()
        self.look.changed.connect(self._sign)
        self.back_button.clicked.connect(self._back)
        self.heading = QLabel()
        set_kind(self.heading, "title")
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_kind(self.note, "problem")
        top = QHBoxLayout()
        top.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, SPACE)
        top.setSpacing(SPACE)
        top.addWidget(self.back_button)
        top.addWidget(self.heading)
        top.addWidget(self.note, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.pages, 1)
        self._quieten = QTimer(self, singleShot=True)
        self._quieten.setInterval(NOTE_MS)
        self._quieten.timeout.connect(self.note.clear)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self._back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        self._go(self.grid)

    def _connect(self) -> None:
        view = self.grid.view
        view.opened.connect(self.show_stretch)
        view.toggled.connect(self.toggle)
        view.moved.connect(self._move)
        view.menu_requested.connect(self._menu)
        self.detail.change_requested.connect(self.change)
        self.detail.toggle_requested.connect(self.toggle)
        self.detail.practice_requested.connect(self.try_requested)

    def _go(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        on_grid = page is self.grid
        self.back_button.setVisible(not on_grid)
        self._title()
        self.note.clear()

    def _sign(self) -> None:
        self.back_button.setIcon(glyph("chevron", self.look.theme.ink_soft))

    def _title(self) -> None:
        on_grid = self.pages.currentWidget() is self.grid
        self.heading.setText(self.tr("Stretches") if on_grid else self.detail.title)

    def _back(self) -> None:
        if self.pages.currentWidget() is self.grid:
            self.close()
        else:
            self.show_all()

    # -- wishes ------------------------------------------------------------------------------------------

    def change(self, changes: dict[str, Any]) -> bool:
        """Wish for changed settings; where they are refused say why, and show again what holds."""
        problem = self._wishes.change_settings(changes)
        self.tell(problem or "")
        if problem:
            self.set_settings(self._settings)
        return not problem

    def tell(self, sentence: str) -> None:
        """Say something at the top; "" takes it away."""
        self.note.setText(sentence)
        if sentence:
            self._quieten.start()

    def toggle(self, stretch_id: str) -> None:
        """Wish for a stretch to be switched on or off."""
        before = known_enabled(self._library, self._settings)
        after = tuple(name for name in before if name != stretch_id)
        if stretch_id not in before:
            after = (*before, stretch_id)
        if not after:
            self.tell(self.tr("Keep at least one stretch; to have none, switch stretch breaks off."))
            self.set_settings(self._settings)
            return
        self.change({"stretches.enabled": after})

    def _move(self, stretch_id: str, before: str) -> None:
        order = known_enabled(self._library, self._settings)
        self.change({"stretches.enabled": moved(order, stretch_id, before or None)})

    def _menu(self, stretch_id: str, at: QPoint) -> None:
        menu = self.menu_of(stretch_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_of(self, stretch_id: str) -> QMenu:
        """Return what can be done with a card."""
        menu = QMenu(self)
        view = self.grid.view
        entry = self.grid.shelf.entry(self.grid.shelf.at(stretch_id))
        menu.addAction(self.tr("Do it now"), lambda: self.try_requested.emit(stretch_id))
        menu.addAction(self.tr("Open"), lambda: self.show_stretch(stretch_id))
        menu.addSeparator()
        on = entry is not None and entry.enabled
        words = self.tr("Switch off") if on else self.tr("Switch on")
        menu.addAction(words, lambda: self.toggle(stretch_id))
        if entry is not None and on:
            menu.addAction(self.tr("Move earlier"), lambda: view.move_by_one(entry, earlier=True))
            menu.addAction(self.tr("Move later"), lambda: view.move_by_one(entry, earlier=False))
        return menu

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._quieten.stop()
