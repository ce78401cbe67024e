"""The cards as a list that Qt's views can show, and that screen readers can read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from unhunch.ui.guide import said
from unhunch.ui.library.shelf import Entry, Filter, reason_of
from unhunch.ui.library.words import listed, place_word, span

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1


class Shelf(QAbstractListModel):
    """The entries that the filter lets through."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Entry] = []
        self._filter = Filter()
        self._shown: list[Entry] = []
        self._rows: dict[str, int] = {}

    @property
    def filter(self) -> Filter:
        """What is looked for."""
        return self._filter

    @property
    def total(self) -> int:
        """How many there are behind the filter."""
        return len(self._all)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; whoever looks at one of them goes on looking at it."""
        self._all = list(entries)
        self._sift()

    def set_filter(self, sought: Filter) -> None:
        """Look for something else."""
        if sought != self._filter:
            self._filter = sought
            self._sift()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return said(entry.stretch.name)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if entry.enabled else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return said(entry.stretch.summary)
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def entry(self, index: Index) -> Entry | None:
        """Return what stands at an index; None where nothing does."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def at(self, stretch_id: str) -> QModelIndex:
        """Return where a stretch is shown; an invalid index where it is not."""
        row = self._rows.get(stretch_id)
        return QModelIndex() if row is None else self.index(row)

    def shown_ids(self) -> list[str]:
        """Return the ids in the order shown."""
        return [entry.id for entry in self._shown]

    def on_ids(self) -> list[str]:
        """Return those of the shown cards that are switched on, in order."""
        return [entry.id for entry in self._shown if entry.enabled]

    def after(self, stretch_id: str, places: int) -> str:
        """Return the card switched on that comes so many places after another one, or ""."""
        on = self.on_ids()
        at = on.index(stretch_id) + places
        return on[at] if at < len(on) else ""

    def _spoken(self, entry: Entry) -> str:
        state = (
            self.tr("switched on, number %1 in your order").replace("%1", str(entry.position))
            if entry.enabled
            else self.tr("switched off")
        )
        places = listed(map(place_word, entry.stretch.places))
        parts = (said(entry.stretch.name), state, places, span(entry.verdict.form.total_s), reason_of(entry))
        return ", ".join(part for part in parts if part)

    def _sift(self) -> None:
        shown = [entry for entry in self._all if self._filter.lets(entry)]
        same = [entry.id for entry in shown] == [entry.id for entry in self._shown]
        if same or self._one_less_or_more(shown):
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        if {entry.id for entry in shown} != {entry.id for entry in self._shown}:
            self.beginResetModel()
            self._take(shown)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._shown[index.row()].id for index in before]
        self._take(shown)
        self.changePersistentIndexList(before, [self.at(name) for name in kept])
        self.layoutChanged.emit()

    def _one_less_or_more(self, shown: list[Entry]) -> bool:
        """Take one row away or put one in, if that is all: a view keeps its place then, and goes to the row
        beside one that is gone.
        """
        gone, come = _the_other(self._shown, shown), _the_other(shown, self._shown)
        if gone is not None:
            self.beginRemoveRows(QModelIndex(), gone, gone)
            self._take(shown)
            self.endRemoveRows()
        elif come is not None:
            self.beginInsertRows(QModelIndex(), come, come)
            self._take(shown)
            self.endInsertRows()
        return gone is not None or come is not None

    def _take(self, shown: list[Entry]) -> None:
        self._shown = shown
        self._rows = {entry.id: row for row, entry in enumerate(shown)}


def _the_other(more: Sequence[Entry], fewer: Sequence[Entry]) -> int | None:
    """Return the row of the one entry that `more` has and `fewer` has not; None where more is different."""
    ids, rest = [entry.id for entry in more], [entry.id for entry in fewer]
    row = next((n for n, name in enumerate(ids) if n >= len(rest) or rest[n] != name), None)
    return row if row is not None and ids[:row] + ids[row + 1 :] == rest else None
