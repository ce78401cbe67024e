"""The library's window: its pages, and the way between them."""

from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.parcel import Imported
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Form
from unhunch.domain.suitability import verdict
from unhunch.services.collection import Collection
from unhunch.services.library import Library
from unhunch.ui.controls import Choice, MenuButton
from unhunch.ui.gallery import Gallery
from unhunch.ui.glyphs import glyph
from unhunch.ui.guide import said
from unhunch.ui.library.about_card import NAME_MAX
from unhunch.ui.library.arrivals_page import ArrivalsPage
from unhunch.ui.library.detail_page import DetailPage
from unhunch.ui.library.draft import Draft
from unhunch.ui.library.editor_page import EditorPage, EditorState
from unhunch.ui.library.exchange import Exchange, stretch_files
from unhunch.ui.library.grid_page import GridPage
from unhunch.ui.library.heading import Heading
from unhunch.ui.library.notice import Notice
from unhunch.ui.library.routine_plan import title_of
from unhunch.ui.library.routines_page import RoutinesPage
from unhunch.ui.library.shelf import entries, known_enabled, moved
from unhunch.ui.look import Look, Window
from unhunch.ui.mirror import margins
from unhunch.ui.page import RIGHT
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, set_kind
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import sentence

WIDTH, HEIGHT = 1060, 690
LEAST = (520, 340)


class LibraryWindow(Window):
    """Shows every stretch and what the settings say of it; `set_settings` brings what came of a wish."""

    try_requested = Signal(str)
    """Play this stretch now, outside of any break."""
    closed_unsaved = Signal(object)
    """The window was closed over changes (EditorState) that nobody saved; another one can offer them."""

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        *,
        gallery: Gallery,
        library: Library,
        collection: Collection,
        settings: Settings,
    ) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Stretches"))
        self._wishes, self._gallery, self._library = wishes, gallery, library
        self._collection = collection
        self._settings = settings
        self.grid = GridPage(look, gallery)
        self.exchange = Exchange(self, library, collection, lambda: self._settings)
        self._build()
        self._connect()
        self.setMinimumSize(*LEAST)
        self.resize(fitting(WIDTH, HEIGHT))
        self.setAcceptDrops(True)
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show what these settings say."""
        self._settings = settings
        self.grid.shelf.set_entries(entries(self._library, settings))
        self.grid.amiss.tell(self._library.problems)
        if self._made("detail"):
            self.detail.set_settings(settings)
        if self._made("routines"):
            self.routines.set_settings(settings)

    def library_changed(self) -> None:
        """Show the library as it was read anew; a page whose stretch is no more is left."""
        page = self.pages.currentWidget()
        shown = page.title if isinstance(page, DetailPage) else ""
        self._gallery.forget()
        self.set_settings(self._settings)
        if isinstance(page, DetailPage):
            self._title()
            if not page.stretch_id:
                self.show_all()
                self.notice.tell(self.tr("“%1” is gone.").replace("%1", shown))

    def show_stretch(self, stretch_id: str) -> None:
        """Open the page of one stretch; nothing happens where there is none."""
        if self._library.get(stretch_id) is None:
            return
        self.grid.view.select(stretch_id)
        self.detail.show_stretch(stretch_id)
        self._go(self.detail)

    def offer(self, left: EditorState) -> None:
        """Say that these changes were left without saving, with the way back to them."""
        self.notice.tell(self.tr("Left without saving."), lambda: self._take_up(left))

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
        self.heading = Heading()
        self.notice = Notice()
        self.notice.changed.connect(self._place_notice)
        top = self._top = QHBoxLayout()
        top.setSpacing(SPACE)
        self.tabs = Choice(
            (("stretches", self.tr("Stretches")), ("routines", self.tr("Routines"))), self.tr("Show")
        )
        top.addWidget(self.back_button)
        top.addWidget(self.tabs)
        top.addWidget(self.heading)
        top.addWidget(self.notice, 1)
        top.addStretch()  # where the notice is not beside it
        self.new_button = QPushButton(self.tr("New stretch"))
        top.addWidget(self.new_button)
        self.more_button = MenuButton(self.look, self.tr("More"))
        self.more_button.setMenu(self.exchange.menu())
        top.addWidget(self.more_button)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        self._under_top = QHBoxLayout()
        self._under_top.setContentsMargins(margins(3 * SPACE, 0, RIGHT, 0))
        whole.addLayout(self._under_top)
        whole.addWidget(self.pages, 1)
        self._go(self.grid)

    def _connect(self) -> None:
        view = self.grid.view
        view.opened.connect(self.show_stretch)
        view.toggled.connect(self.toggle)
        view.moved.connect(self._move)
        view.menu_requested.connect(self._menu)
        self.new_button.clicked.connect(self.make_new)
        self.tabs.chosen.connect(self._tab)
        self.exchange.told.connect(self.notice.tell)
        self.exchange.arrived.connect(self._show_arrivals)

    # -- pages: each but the cards is made when it is first needed ---------------------------------------

    @cached_property
    def detail(self) -> DetailPage:
        """The page of one stretch."""
        page = DetailPage(self.look, self._gallery, self._library, self._collection.picture)
        page.change_requested.connect(self.change)
        page.toggle_requested.connect(self.toggle)
        page.practice_requested.connect(self.try_requested)
        page.copy_requested.connect(self.copy)
        page.edit_requested.connect(self.edit)
        page.delete_requested.connect(self.delete)
        page.export_requested.connect(self.exchange.export_one)
        page.set_settings(self._settings)
        self.pages.addWidget(page)
        return page

    @cached_property
    def editor(self) -> EditorPage:
        """The editor of one's own stretches."""
        page = EditorPage(self.look, self._gallery, self._library, self._collection)
        page.saved.connect(self._saved)
        page.left.connect(self._leave_editor)
        self.pages.addWidget(page)
        return page

    @cached_property
    def routines(self) -> RoutinesPage:
        """The routines."""
        page = RoutinesPage(self.look, self._gallery, self._library)
        page.change_requested.connect(self.change)
        page.deleted.connect(self._routine_deleted)
        page.set_settings(self._settings)
        self.pages.addWidget(page)
        return page

    @cached_property
    def arrivals(self) -> ArrivalsPage:
        """What came of an import."""
        page = ArrivalsPage()
        page.done.connect(self.show_all)
        page.replace_requested.connect(self._replace)
        self.pages.addWidget(page)
        return page

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def _replace(self, files: list[Path]) -> None:
        self.exchange.import_files(files, replace=True)

    def _go(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        on_top = isinstance(page, GridPage | RoutinesPage)
        # Words stand in line with the page under them: those of "Back" lie deeper in their button.
        self._top.setContentsMargins(margins((3 if on_top else 1) * SPACE, 2 * SPACE, RIGHT, SPACE))
        self.back_button.setVisible(not on_top)
        self.tabs.setVisible(on_top)
        self.tabs.set_value("routines" if isinstance(page, RoutinesPage) else "stretches")
        self.heading.setVisible(not on_top)
        self.new_button.setVisible(page is self.grid)
        self.more_button.setVisible(on_top)
        self._title()
        self.notice.clear()

    def _place_notice(self) -> None:
        """Have the notice beside the buttons; where that is no room for it, in a line of its own."""
        beside = (self.back_button, self.tabs, self.heading, self.new_button, self.more_button)
        shown = [each for each in beside if not each.isHidden()]
        taken = sum(each.minimumSizeHint().width() + SPACE for each in shown)
        sides = self._top.contentsMargins()
        room = self.width() - sides.left() - sides.right() - taken
        under = self.notice.minimumSizeHint().width() > room
        if under == (self._under_top.indexOf(self.notice) >= 0):
            return
        if under:
            self._under_top.addWidget(self.notice)
        else:
            self._top.insertWidget(self._top.indexOf(self.heading) + 1, self.notice, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def _sign(self) -> None:
        self.back_button.setIcon(glyph("chevron", self.look.theme.ink_soft))

    def _title(self) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, DetailPage | EditorPage):
            self.heading.setText(page.title)
        else:
            self.heading.setText(self.tr("Import") if isinstance(page, ArrivalsPage) else "")

    def _back(self) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, GridPage | RoutinesPage):
            self.close()
        elif isinstance(page, EditorPage):
            self._leave_editor()
        else:
            self.show_all()

    # -- wishes ------------------------------------------------------------------------------------------

    def change(self, changes: dict[str, Any]) -> bool:
        """Wish for changed settings; where they are refused say why, and show again what holds."""
        problem = self._wishes.change_settings(changes)
        self.notice.tell(problem or "")
        if problem:
            self.set_settings(self._settings)
        return not problem

    def toggle(self, stretch_id: str) -> None:
        """Wish for a stretch to be switched on or off."""
        before = known_enabled(self._library, self._settings)
        after = tuple(name for name in before if name != stretch_id)
        if stretch_id not in before:
            after = (*before, stretch_id)
        if not after:
            self.notice.tell(self.tr("Keep at least one stretch; to have none, switch stretch breaks off."))
            self.set_settings(self._settings)
            return
        self.change({"stretches.enabled": after})

    def _move(self, stretch_id: str, before: str) -> None:
        order = known_enabled(self._library, self._settings)
        self.change({"stretches.enabled": moved(order, stretch_id, before or None)})

    def show_routines(self) -> None:
        """Open the page of the routines."""
        self._go(self.routines)
        self.routines.refresh()
        self.routines.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab(self, name: str) -> None:
        if name == "routines":
            self.show_routines()
        else:
            self.show_all()

    def _routine_deleted(self, name: str, title: str, back: dict[str, Any]) -> None:
        def bring_back() -> None:
            if self.change(back):
                self.routines.show_routine(name)

        self.notice.tell(self.tr("“%1” is gone.").replace("%1", title), bring_back)

    # -- stretches of one's own ------------------------------------------------------------------------

    def make_new(self) -> None:
        """Begin a stretch of the person's own, in words."""
        self.editor.edit(Draft.blank())
        self._go(self.editor)

    def copy(self, stretch_id: str) -> None:
        """Begin a stretch of the person's own as a copy of another."""
        stretch = self._library.get(stretch_id)
        if stretch is None:
            return
        form = self._looked_at(stretch_id) or verdict(stretch, self._settings).form
        name = self.tr("My %1").replace("%1", said(stretch.name))[:NAME_MAX]
        self.editor.edit(Draft.copy_of(stretch, form, name), picture=self._collection.picture(stretch))
        self._go(self.editor)

    def edit(self, stretch_id: str) -> None:
        """Change a stretch of the person's own."""
        stretch = self._library.get(stretch_id)
        if stretch is not None and self._library.is_own(stretch_id):
            draft = Draft.of(stretch, self._looked_at(stretch_id) or stretch.forms[0])
            self.editor.edit(draft, stretch_id, self._collection.picture(stretch))
            self._go(self.editor)

    def _looked_at(self, stretch_id: str) -> Form | None:
        """Return the form that the stretch's page shows, if it is open on it."""
        shows = self._made("detail") and self.detail.stretch_id == stretch_id
        return self.detail.form if shows else None

    def delete(self, stretch_id: str) -> None:
        """Take a stretch of the person's own away; it can be undone for a while."""
        stretch, source = self._library.get(stretch_id), self._collection.source(stretch_id)
        if stretch is None or source is None:
            return
        picture = self._collection.picture(stretch)
        problem = self._collection.delete(stretch_id)
        if problem is not None:
            self.notice.tell(sentence(problem, "Collection"))
            return

        def bring_back() -> None:
            again = self._collection.save(stretch_id, source, picture)
            self.notice.tell(sentence(again, "Collection") if again is not None else "")
            self.grid.view.select(stretch_id)

        self.show_all()
        self.notice.tell(self.tr("“%1” was deleted.").replace("%1", said(stretch.name)), bring_back)

    def _saved(self, stretch_id: str, is_new: bool) -> None:
        if is_new:
            order = known_enabled(self._library, self._settings)
            self.change({"stretches.enabled": (*order, stretch_id)})
        self.show_stretch(stretch_id)
        on = stretch_id in self._settings.stretches.enabled
        self.notice.tell(
            self.tr("Saved. Your breaks may show it.") if on else self.tr("Saved. It is switched off.")
        )

    def _leave_editor(self) -> None:
        """Go back to the cards; what was changed can be had back for a while."""
        left = self._unsaved
        self.show_all()
        if left is not None:
            self.offer(left)

    @property
    def _unsaved(self) -> EditorState | None:
        """What would be lost with the editor; None where it is not open, or nothing was changed."""
        is_open = self._made("editor") and self.pages.currentWidget() is self.editor
        return self.editor.state if is_open and self.editor.is_changed else None

    def _take_up(self, left: EditorState) -> None:
        self.editor.take_up(left)
        self._go(self.editor)

    # -- from and for others -----------------------------------------------------------------------------

    def _show_arrivals(self, found: list[tuple[Path, Imported]], replaced: bool) -> None:
        self.arrivals.show_arrivals(found, self._called, self._is_here if not replaced else lambda _: False)
        self._go(self.arrivals)

    def _is_here(self, name: str) -> bool:
        return self._library.is_own(name) or name in self._settings.routine

    def _called(self, name: str) -> str:
        stretch = self._library.get(name)
        if stretch is not None:
            return said(stretch.name)
        routine = self._settings.routine.get(name)
        return title_of(name, routine) if routine is not None else name

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if stretch_files(event.mimeData()) and self._unsaved is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = stretch_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.exchange.import_files(files)

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
        menu.addAction(self.tr("Copy this stretch"), lambda: self.copy(stretch_id))
        if entry is not None and entry.own:
            menu.addAction(self.tr("Edit"), lambda: self.edit(stretch_id))
            menu.addAction(self.tr("Delete"), lambda: self.delete(stretch_id))
        menu.addSeparator()
        on = entry is not None and entry.enabled
        words = self.tr("Switch off") if on else self.tr("Switch on")
        menu.addAction(words, lambda: self.toggle(stretch_id))
        if entry is not None and on:
            menu.addAction(self.tr("Move earlier"), lambda: view.move_by_one(entry, earlier=True))
            menu.addAction(self.tr("Move later"), lambda: view.move_by_one(entry, earlier=False))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_top = isinstance(self.pages.currentWidget(), GridPage | RoutinesPage)
        if event.key() == Qt.Key.Key_Escape and event.isAutoRepeat():
            return  # held: one press goes back one page, and one that ended a break over the window none
        if event.key() == Qt.Key.Key_Escape or (event.matches(QKeySequence.StandardKey.Back) and not on_top):
            self._back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.notice.clear()
        if (left := self._unsaved) is not None:
            self.closed_unsaved.emit(left)
