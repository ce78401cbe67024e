"""The page about the program: what to read, all settings at once, and where the files are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from unhunch import __version__
from unhunch.ui.places import Places
from unhunch.ui.settings.rows import Rows
from unhunch.ui.settings.sections import Section, link_row
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import set_kind

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Ways:
    """Where the page leads."""

    evidence: Callable[[], None]
    doctor: Callable[[], None]
    welcome: Callable[[], None]
    export: Callable[[], None]
    take_in: Callable[[], None]
    reset: Callable[[], None]


class About(Section):
    """Nothing here is a setting."""

    def __init__(self, rows: Rows, ways: Ways, places: Places) -> None:
        super().__init__("about", translate("SettingsPages", "About"), rows)
        self._ways, self._places = ways, places

    def cards(self) -> Iterator[Card]:
        """Yield the links, what is done with all settings, and the files."""
        yield self._links()
        yield self._all_settings()
        yield self._files()

    def _links(self) -> Card:
        card = Card(translate("SettingsPages", "Good to know"))
        show = translate("SettingsPages", "Show")
        ways = self._ways
        for title, note, follow in (
            (
                translate("SettingsPages", "Why these numbers?"),
                translate("SettingsPages", "What is behind the defaults, and what nobody knows."),
                ways.evidence,
            ),
            (
                translate("SettingsPages", "When to see a doctor"),
                translate("SettingsPages", "Signs that stretching is not the answer."),
                ways.doctor,
            ),
            (
                translate("SettingsPages", "Welcome again"),
                translate("SettingsPages", "The three pages of the first start."),
                ways.welcome,
            ),
        ):
            row = link_row(title, note, show, follow)
            row.control.setAccessibleName(title)
            card.add(row)
        return card

    def _all_settings(self) -> Card:
        card = Card(translate("SettingsPages", "All settings"))
        self.reset_row = link_row(
            translate("SettingsPages", "Back to defaults"),
            translate("SettingsPages", "Everything as Unhunch ships. It can be undone at once."),
            translate("SettingsPages", "Back to defaults"),
            self._ways.reset,
        )
        self.export_row = link_row(
            translate("SettingsPages", "Export"),
            translate("SettingsPages", "Into a file, to keep or for another computer."),
            translate("SettingsPages", "Export…"),
            self._ways.export,
        )
        self.import_row = link_row(
            translate("SettingsPages", "Import"),
            translate("SettingsPages", "From such a file. It can be undone at once."),
            translate("SettingsPages", "Import…"),
            self._ways.take_in,
        )
        for row in (self.export_row, self.import_row, self.reset_row):
            card.add(row)
        return card

    def _files(self) -> Card:
        card = Card(translate("SettingsPages", "Unhunch %1").replace("%1", __version__))
        for title, path in (
            (translate("SettingsPages", "Settings"), self._places.settings),
            (translate("SettingsPages", "Your own stretches"), self._places.stretches),
            (translate("SettingsPages", "History"), self._places.history),
            (translate("SettingsPages", "Log"), self._places.log),
        ):
            label = QLabel(path)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            set_kind(label, "soft")
            label.setAccessibleName(f"{title}: {path}")
            card.add(Row(title, "", label, under=True))
        return card
