"""Routines: named sequences of stretches with their own order and doses, and which breaks show them."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from unhunch.domain.settings import VARIED, Routine, Settings, shipped_routines
from unhunch.domain.stretch import id_of_name
from unhunch.services.library import Library
from unhunch.ui.controls import Box
from unhunch.ui.flow import Flow
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import said
from unhunch.ui.library.dose_card import DoseCard
from unhunch.ui.library.routine_list import OrderedList
from unhunch.ui.library.routine_plan import fits, items, title_of, total_s
from unhunch.ui.library.words import span
from unhunch.ui.look import Look
from unhunch.ui.mirror import margins
from unhunch.ui.page import Scrolling
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE, set_kind, type_scale
from unhunch.ui.words import rhythm_title

LEAST_LIST, LIST_WIDTH, LIST_BY_TEXT = 200, 250, 18
"""Least width of the list of routines in a narrow window and in others, px; its most by the text size."""
LEAST_ROUTINE = 400
"""Where there is less room than this beside the list, px, it is as narrow as it can be."""
LIST_SHARE, PAGE_SHARE = 2, 5
"""How list and routine share the window's width, between those bounds."""
MOST_PAGE, MOST_PAGE_BY_TEXT = 760, 54
"""Rows wider than this, px and by the text size, part a control from its words."""
STILL = QSize(56, 44)
STRETCH = Qt.ItemDataRole.UserRole + 1
"""Under which an item keeps the id of its stretch."""
TITLE_MAX = 40


class RoutinesPage(QWidget):
    """Lists the routines and edits the one chosen."""

    change_requested = Signal(dict)
    deleted = Signal(str, str, dict)
    """A routine's name and title, and the change that brings it back."""

    def __init__(self, look: Look, gallery: Gallery, library: Library) -> None:
        super().__init__()
        self._look, self._gallery, self._library = look, gallery, library
        self._settings = Settings()
        self._name = ""
        self.rhythms: dict[str, Box] = {}
        self._build()
        gallery.changed.connect(self._gallery_changed)

    @property
    def name(self) -> str:
        """The routine that is edited; "" where there is none."""
        return self._name

    def set_settings(self, settings: Settings) -> None:
        """Show what these settings say."""
        self._settings = settings
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show everything anew."""
        names = list(self._settings.routine)
        if self._name not in names:
            self._name = names[0] if names else ""
        self._show_list(names)
        self._show_routine()
        self._show_rhythms()

    def show_routine(self, name: str) -> None:
        """Edit another routine."""
        self._name = name
        self.refresh()

    # -- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(margins(3 * SPACE, 0, SPACE, 0))
        across.setSpacing(2 * SPACE)
        across.addWidget(self._left(), LIST_SHARE)
        page = QWidget()
        set_kind(page, "page")
        inner = QWidget()
        inner.setMaximumWidth(max(MOST_PAGE, MOST_PAGE_BY_TEXT * type_scale().body))
        beside = QHBoxLayout(page)
        beside.setContentsMargins(margins(0, 0, SPACE, 3 * SPACE))
        beside.setSpacing(0)
        beside.addWidget(inner, 1)
        beside.addStretch()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        self.card = Card(self.tr("The routine"))
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_MAX)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.editingFinished.connect(self._retitle)
        self.card.add(Row(self.tr("Title"), "", self.title, under=True))
        self.card.add(self._sequence())
        column.addWidget(self.card)
        self.dose = DoseCard(self._look)
        self.dose.change_requested.connect(self.change_requested)
        column.addWidget(self.dose)
        self.breaks = Card(self.tr("What breaks show"))
        column.addWidget(self.breaks)
        column.addStretch()
        self.area = Scrolling()
        self.area.setWidget(page)
        across.addWidget(self.area, PAGE_SHARE)

    def _left(self) -> QWidget:
        left = self._list_column = QWidget()
        left.setMaximumWidth(max(LIST_WIDTH, LIST_BY_TEXT * type_scale().body))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 2 * SPACE)
        column.setSpacing(SPACE)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Routines"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._choose)
        column.addWidget(self.list, 1)
        self.new_button = QPushButton(self.tr("New routine"))
        self.new_button.clicked.connect(self.make_new)
        self.delete_button = QPushButton(self.tr("Delete"))
        set_kind(self.delete_button, "quiet")
        self.delete_button.clicked.connect(self.delete)
        column.addWidget(self.new_button)
        column.addWidget(self.delete_button)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list_column.setMinimumWidth(max(LEAST_LIST, min(LIST_WIDTH, self.width() - LEAST_ROUTINE)))

    def _sequence(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 14)
        column.setSpacing(SPACE)
        self.sequence = OrderedList()
        self.sequence.setAccessibleName(self.tr("Stretches of the routine"))
        self.sequence.setAccessibleDescription(self.tr("Alt with the arrows moves one, Delete takes it out."))
        self.sequence.setIconSize(STILL)
        self.sequence.reordered.connect(self._reorder)
        self.sequence.removed.connect(self._remove)
        self.sequence.currentRowChanged.connect(self._show_dose)
        column.addWidget(self.sequence)
        self.adder = Box(self._look)
        self.adder.setAccessibleName(self.tr("Add from the library"))
        self.adder.setMinimumWidth(190)
        self.adder.activated.connect(self._add)
        self.up_button = QPushButton(self.tr("Earlier"))
        self.down_button = QPushButton(self.tr("Later"))
        self.out_button = QPushButton(self.tr("Take out"))
        self.up_button.clicked.connect(lambda: self.sequence.move_current(-1))
        self.down_button.clicked.connect(lambda: self.sequence.move_current(1))
        self.out_button.clicked.connect(lambda: self._remove(self.sequence.currentRow()))
        buttons = Flow(SPACE)
        for button in (self.adder, self.up_button, self.down_button, self.out_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.total = QLabel()
        set_kind(self.total, "strong")
        self.fit = QLabel()
        self.fit.setWordWrap(True)
        column.addWidget(self.total)
        column.addWidget(self.fit)
        return holder

    # -- showing -----------------------------------------------------------------------------------------

    def _show_list(self, names: list[str]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            routine = self._settings.routine[name]
            seconds = total_s(items(self._library, self._settings, name))
            told = self.tr("%1 stretches, %2").replace("%1", str(len(routine.stretches)))
            self.list.addItem(f"{title_of(name, routine)}\n{told.replace('%2', span(seconds))}")
        self.list.setCurrentRow(names.index(self._name) if self._name else -1)
        self.list.blockSignals(False)
        ships = self._name in shipped_routines()
        self.delete_button.setText(self.tr("Back to default") if ships else self.tr("Delete"))
        changed = not ships or self._settings.routine[self._name] != shipped_routines()[self._name]
        self.delete_button.setEnabled(bool(self._name) and changed)

    def _show_routine(self) -> None:
        self.card.setVisible(bool(self._name))
        if not self._name:
            self.dose.hide()
            return
        routine = self._settings.routine[self._name]
        if not self.title.hasFocus():
            self.title.setText(title_of(self._name, routine))
        found = items(self._library, self._settings, self._name)
        row = self.sequence.currentRow()
        self.sequence.blockSignals(True)
        self.sequence.clear()
        for item in found:
            shown = QListWidgetItem(f"{item.name}\n{item.why_not or span(item.total_s)}")
            shown.setData(STRETCH, item.id)
            self.sequence.addItem(shown)
        self._draw_stills()
        self.sequence.number_rows()
        self.sequence.setCurrentRow(min(max(0, row), len(found) - 1))
        self.sequence.blockSignals(False)
        self.sequence.fit()
        self.total.setText(
            self.tr("%1 in all").replace("%1", span(total_s(found)))
            if found
            else self.tr("Nothing in it yet: add stretches from the library.")
        )
        told = fits(found, self._settings, self._name)
        self.fit.setText("\n".join(told))
        self.fit.setVisible(bool(told))
        self._fill_adder()
        self._show_dose()

    def _gallery_changed(self) -> None:
        if self.isVisible():
            self._draw_stills()

    def _draw_stills(self) -> None:
        """Draw the picture of each stretch."""
        for row in range(self.sequence.count()):
            item = self.sequence.item(row)
            still = self._gallery.still(item.data(STRETCH), STILL, self.devicePixelRatioF())
            if still is not None:
                item.setIcon(_untinted(still))

    def _fill_adder(self) -> None:
        stretches = [(stretch.id, said(stretch.name)) for stretch in self._library]
        self.adder.offer([("", self.tr("Add a stretch")), *stretches], "")

    def _show_dose(self) -> None:
        row = self.sequence.currentRow()
        sequence = self._settings.routine[self._name].stretches if self._name else ()
        some = 0 <= row < len(sequence)
        for button in (self.up_button, self.down_button, self.out_button):
            button.setEnabled(some)
        stretch = self._library.get(sequence[row]) if some else None
        self.dose.setVisible(stretch is not None)
        if stretch is None:
            return
        form = self._library.form(stretch.id, self._settings, self._name)
        raw = next(each for each in stretch.forms if form is not None and each.id == form.id)
        self.dose.set_title(self.tr("How much of “%1” in this routine").replace("%1", said(stretch.name)))
        self.dose.show_dose(stretch.id, raw, form or raw, self._settings, routine=self._name)

    def _show_rhythms(self) -> None:
        """Let each kind of break show its own."""
        if list(self.rhythms) != list(self._settings.rhythm):
            rows = self.breaks.layout_rows
            while (item := rows.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            self.rhythms = {name: self._rhythm_box(name) for name in self._settings.rhythm}
            for name, box in self.rhythms.items():
                self.breaks.add(Row(rhythm_title(name), "", box))
        routines = [(each, title_of(each, routine)) for each, routine in self._settings.routine.items()]
        choices = [("", self.tr("Your stretches in order")), (VARIED, self.tr("Varied")), *routines]
        for name, box in self.rhythms.items():
            box.offer(choices, self._settings.rhythm[name].routine)

    def _rhythm_box(self, rhythm: str) -> Box:
        box = Box(self._look)
        box.setAccessibleName(rhythm_title(rhythm))
        box.setMinimumWidth(210)
        box.activated.connect(self._chooser(rhythm, box))
        return box

    def _chooser(self, rhythm: str, box: Box) -> Callable[[int], None]:
        return lambda _at: self.change_requested.emit({f"rhythm.{rhythm}.routine": box.currentData()})

    # -- changes -----------------------------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        names = list(self._settings.routine)
        if 0 <= row < len(names) and names[row] != self._name:
            self.sequence.setCurrentRow(-1)
            self.show_routine(names[row])

    def make_new(self) -> None:
        """Begin a routine, and let the person name it."""
        title = self.tr("My routine")
        name = id_of_name(title, {*self._settings.routine, VARIED})
        enabled = self._settings.stretches.enabled[:3]
        self._name = name
        self.change_requested.emit({f"routine.{name}": {"title": title, "stretches": enabled}})
        self.title.setFocus()
        self.title.selectAll()

    def delete(self) -> None:
        """Take the routine away, or bring a shipped one back to how it was."""
        name, routine = self._name, self._settings.routine[self._name]
        uses = {
            f"rhythm.{each}.routine": name for each, r in self._settings.rhythm.items() if r.routine == name
        }
        changes: dict[str, Any] = {f"routine.{name}": None}
        if name not in shipped_routines():
            changes |= dict.fromkeys(uses, "")
        title, row = title_of(name, routine), self.list.currentRow()
        self.change_requested.emit(changes)
        if self._settings.routine.get(name) != routine:
            self.list.setCurrentRow(min(row, self.list.count() - 1))  # the one that stood after it
            self.deleted.emit(name, title, {f"routine.{name}": _plain(routine), **uses})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in a title that was begun takes back what was typed; else it is the window's."""
        if event.key() == Qt.Key.Key_Escape and self.title.isModified():
            self.title.setText(title_of(self._name, self._settings.routine[self._name]))
        else:
            super().keyPressEvent(event)

    def _retitle(self) -> None:
        if not self._name:
            return
        self.title.setModified(False)
        title, routine = self.title.text().strip(), self._settings.routine[self._name]
        if title and title != title_of(self._name, routine):
            self.change_requested.emit({f"routine.{self._name}.title": title})
        elif not title:
            self.title.setText(title_of(self._name, routine))

    def _set(self, sequence: list[str]) -> None:
        self.change_requested.emit({f"routine.{self._name}.stretches": tuple(sequence)})

    def _reorder(self, order: list[int]) -> None:
        sequence = self._settings.routine[self._name].stretches
        self._set([sequence[n] for n in order])

    def _add(self, _at: int) -> None:
        stretch_id = self.adder.currentData()
        if stretch_id:
            sequence = [*self._settings.routine[self._name].stretches, stretch_id]
            self._set(sequence)
            self.sequence.setCurrentRow(len(sequence) - 1)

    def _remove(self, row: int) -> None:
        sequence = list(self._settings.routine[self._name].stretches)
        if 0 <= row < len(sequence):
            del sequence[row]
            self._set(sequence)


def _plain(routine: Routine) -> dict[str, Any]:
    """Return a routine as a table of changes, without what is not said."""
    table: dict[str, Any] = msgspec.to_builtins(routine)
    doses = {
        stretch: {leaf: value for leaf, value in dose.items() if value is not None}
        for stretch, dose in table["dose"].items()
    }
    plain = {"title": routine.title, "stretches": routine.stretches}
    return plain | ({"dose": doses} if doses else {})


def _untinted(still: QPixmap) -> QIcon:
    """The picture as it is, in a chosen row too: there Qt would lay the colour of choice over it."""
    icon = QIcon(still)
    icon.addPixmap(still, QIcon.Mode.Selected)
    return icon
