"""The page of the breaks: a card for each rhythm, and a way to add one's own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from unhunch.domain.settings import Settings
from unhunch.domain.settings.fields import rhythm_fields
from unhunch.ui.settings.rows import Rows
from unhunch.ui.settings.sections import Section, link_row
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE
from unhunch.ui.words import rhythm_title

translate = QCoreApplication.translate

MEAL: Mapping[str, Any] = {"every_min": 240.0, "length_s": 1800.0, "rest_s": 1200.0}
STAND: Mapping[str, Any] = {"every_min": 30.0, "length_s": 60.0, "rest_s": 60.0}
OWN: Mapping[str, Any] = {"every_min": 60.0, "length_s": 120.0}
SHIPPED = ("stretch", "eyes")


class RhythmsPage(Section):
    """Follows the settings: a rhythm that comes or goes elsewhere has its card here too."""

    def __init__(self, rows: Rows, undoable: Callable[[str, Settings], None]) -> None:
        """`undoable` is told what was done, and the settings before."""
        super().__init__("breaks", translate("SettingsPages", "Breaks"), rows)
        self._undoable = undoable
        self._cards: dict[str, tuple[Card, list[Row]]] = {}
        self.remove_buttons: dict[str, QPushButton] = {}

    def cards(self) -> Iterator[Card]:
        """Yield the cards of the rhythms, then the one that adds some."""
        for name in self.rows.settings.rhythm:
            yield self._card(name)
        yield self._adding()
        self.rows.follow(self._show)

    def _show(self, settings: Settings) -> None:
        for name in [name for name in self._cards if name not in settings.rhythm]:
            card, rows = self._cards.pop(name)
            self.rows.forget(rows)
            self.remove_buttons.pop(name, None)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for name in settings.rhythm:
            if name not in self._cards:
                self._column.insertWidget(self._column.count() - 1, self._card(name))

    def _card(self, name: str) -> Card:
        card = Card(rhythm_title(name))
        rows = [self.rows.make(field.key) for field in rhythm_fields(name)]
        for row in rows:
            card.add(row)
        if name not in SHIPPED:
            card.add(self._removing(name))
        self._cards[name] = card, rows
        return card

    def _removing(self, name: str) -> Row:
        def remove() -> None:
            before = self.rows.settings
            if self.rows.change({f"rhythm.{name}": None}, row):
                said = translate("SettingsPages", "“%1” is removed.").replace("%1", rhythm_title(name))
                self._undoable(said, before)

        words = translate("SettingsPages", "Remove")
        row = link_row(translate("SettingsPages", "Remove this break"), "", words, remove)
        row.control.setAccessibleName(f"{words}: {rhythm_title(name)}")
        self.remove_buttons[name] = row.findChildren(QPushButton)[-1]
        return row

    def _adding(self) -> Card:
        card = Card(translate("SettingsPages", "More breaks"))
        self.meal = link_row(
            translate("SettingsPages", "A meal"),
            translate("SettingsPages", "Half an hour to eat after four hours at the desk."),
            translate("SettingsPages", "Add"),
            lambda: self._add(self.meal, translate("SettingsPages", "meal"), MEAL),
        )
        self.stand = link_row(
            translate("SettingsPages", "Stand up"),
            translate("SettingsPages", "A minute on your feet every half hour."),
            translate("SettingsPages", "Add"),
            lambda: self._add(self.stand, translate("SettingsPages", "stand"), STAND),
        )
        for row in (self.meal, self.stand, self._naming()):
            card.add(row)
        return card

    def _naming(self) -> Row:
        self.name_line = QLineEdit()
        self.name_line.setPlaceholderText(translate("SettingsPages", "Its name"))
        self.name_line.setAccessibleName(translate("SettingsPages", "Name of the new break"))
        self.add_button = QPushButton(translate("SettingsPages", "Add"))
        self.name_line.returnPressed.connect(self._add_own)
        self.add_button.clicked.connect(self._add_own)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.name_line, 1)
        line.addWidget(self.add_button)
        note = translate("SettingsPages", "Two minutes every hour to begin with; change it as you like.")
        title = translate("SettingsPages", "One of your own")
        self.own = Row(title, note, both, under=True)
        return self.own

    def _add_own(self) -> None:
        name = self.name_line.text().strip()
        if not name:
            self.name_line.setFocus()
        elif self._add(self.own, name, OWN):
            self.name_line.clear()

    def _add(self, row: Row, name: str, begins_with: Mapping[str, Any]) -> bool:
        if name in self.rows.settings.rhythm:
            said = translate("SettingsPages", "There is a break called “%1” already.")
            row.set_problem(said.replace("%1", name))
            return False
        changes = {f"rhythm.{name}.{leaf}": value for leaf, value in begins_with.items()}
        refused = translate("SettingsPages", "A name has up to 40 letters, and no dot.")
        return self.rows.change(changes, row, refused)
