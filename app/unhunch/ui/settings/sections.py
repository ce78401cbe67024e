"""The pages of the settings: which rows each has, in which cards."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.domain.settings import WEEKDAYS, Settings, fields
from unhunch.ui.hours import HoursEditor
from unhunch.ui.settings.rows import Rows
from unhunch.ui.settings.words import said
from unhunch.ui.settings_parts import Card, Row
from unhunch.ui.style import SPACE, set_kind

translate = QCoreApplication.translate

ELSEWHERE = ("stretches.enabled", "stretches.weight.", "stretches.dose.", "routine.", "welcome.")
"""Settings that another window changes: the stretch library, and the welcome."""


@dataclass(frozen=True)
class Group:
    """A card: its title and the keys of its rows."""

    title: str
    keys: tuple[str, ...]


class Section(QWidget):
    """One page; it is filled when it is first looked at."""

    searchable = True

    def __init__(self, name: str, title: str, rows: Rows, note: str = "") -> None:
        """`note` stands under the title."""
        super().__init__()
        self.name, self.title = name, title
        self.rows = rows
        self._filled = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * SPACE)
        heading = QLabel(title)
        set_kind(heading, "title")
        self._column.addWidget(heading)
        if note:
            label = QLabel(note)
            label.setWordWrap(True)
            set_kind(label, "soft")
            self._column.addWidget(label)

    def fill(self) -> None:
        """Put the rows in, if they are not there yet."""
        if not self._filled:
            self._filled = True
            for card in self.cards():
                self._column.addWidget(card)

    def sift(self, words: Sequence[str]) -> bool:
        """Show only the rows with all of these words; return whether there are any."""
        self.fill()
        shown = [card.sift(words) for card in self.findChildren(Card)]
        return any(shown)

    def cards(self) -> Iterator[Card]:
        """Yield the cards of the page."""
        raise NotImplementedError


class Plain(Section):
    """A page of declared rows; what its tables have beyond the groups follows in the last one."""

    def __init__(
        self,
        name: str,
        title: str,
        rows: Rows,
        tables: Sequence[str],
        groups: Sequence[Group],
        *,
        note: str = "",
    ) -> None:
        super().__init__(name, title, rows, note)
        self._tables, self._groups = tables, groups

    def cards(self) -> Iterator[Card]:
        """Yield a card for each group."""
        placed = {key for group in self._groups for key in group.keys}
        left = [
            field.key
            for field in fields(self.rows.settings)
            if field.key.partition(".")[0] in self._tables
            and field.key not in placed
            and not field.key.startswith(ELSEWHERE)
        ]
        for group in self._groups:
            card = Card(group.title)
            for key in [*group.keys, *(left if group is self._groups[-1] else ())]:
                card.add(self.rows.make(key))
            yield card


class Everyday(Section):
    """What most people change; each row is on its own page as well."""

    searchable = False

    def __init__(self, rows: Rows, open_library: Callable[[], None]) -> None:
        super().__init__("everyday", translate("SettingsPages", "Everyday"), rows)
        self._open_library = open_library

    def cards(self) -> Iterator[Card]:
        """Yield the breaks and the program."""
        rows, every = self.rows, "rhythm.stretch.every_min"
        breaks = Card(translate("SettingsPages", "Stretch breaks"))
        breaks.add(rows.make(every, note=said(_note(every)), editor=rows.interval(every)))
        breaks.add(rows.make("rhythm.stretch.stretches", note=said(_note("rhythm.stretch.stretches"))))
        breaks.add(library_row(self._open_library))
        breaks.add(rows.make("timing.snooze_min", note=said(_note("timing.snooze_min"))))
        yield breaks
        program = Card(translate("SettingsPages", "The program"))
        for key in ("appearance.theme", "sound.enabled", "startup.at_login"):
            program.add(rows.make(key))
        yield program


class HoursPage(Section):
    """The working hours: a switch, and a line for each day."""

    def __init__(self, rows: Rows) -> None:
        super().__init__("hours", translate("SettingsPages", "Hours"), rows)

    def cards(self) -> Iterator[Card]:
        """Yield the one card."""
        card = Card("")
        card.add(self.rows.make("hours.enabled"))
        self.editor = HoursEditor()
        self.row = Row(
            translate("SettingsPages", "Your hours"),
            translate("SettingsPages", "For example 9-12:30, 13:30-18. Empty is a day off."),
            self.editor,
            under=True,
        )
        self.editor.changed.connect(self._change)
        usual = {f"hours.{day}": None for day in WEEKDAYS}
        self.row.reset_requested.connect(lambda: self.rows.change(dict(usual), self.row))
        card.add(self.row)
        self.rows.follow(self._show)
        yield card

    def _change(self, day: str, ranges: tuple[str, ...]) -> None:
        self.rows.change({f"hours.{day}": ranges}, self.row)

    def _show(self, settings: Settings) -> None:
        self.editor.set_value(settings.hours)
        ships = Settings().hours
        differs = any(getattr(settings.hours, day) != getattr(ships, day) for day in WEEKDAYS)
        self.row.set_usual(translate("SettingsValues", "Back to the usual") if differs else "")


def library_row(open_library: Callable[[], None]) -> Row:
    """Return the row that leads to the stretch library."""
    return link_row(
        translate("SettingsPages", "Your stretches"),
        translate("SettingsPages", "Which ones come, how much of each, and routines."),
        translate("SettingsPages", "Stretch library"),
        open_library,
    )


def link_row(title: str, note: str, words: str, follow: Callable[[], object]) -> Row:
    """Return a row with a button that leads somewhere."""
    button = QPushButton(words)
    button.setAccessibleName(f"{title}: {words}")
    button.clicked.connect(lambda _checked=False: follow())
    return Row(title, note, button)


def timing(rows: Rows) -> Section:
    """Return the page of the numbers of time."""
    groups = (
        Group(
            translate("SettingsPages", "Before a break"),
            ("timing.warn_s", "timing.gap_s", "timing.gap_max_s", "timing.merge_s"),
        ),
        Group(
            translate("SettingsPages", "Away from the desk"),
            ("timing.away_after_s", "timing.rest_s", "timing.settle_s", "timing.silent_present_s"),
        ),
        Group(
            translate("SettingsPages", "Putting a break off"),
            ("timing.snooze_min", "timing.snooze_limit", "timing.day_starts"),
        ),
    )
    return Plain("timing", translate("SettingsPages", "Timing"), rows, ("timing",), groups)


def quiet(rows: Rows) -> Section:
    """Return the page of what keeps breaks back."""
    groups = (
        Group("", ("holds.meeting", "holds.fullscreen", "holds.dnd", "timing.release_s")),
        Group(translate("SettingsPages", "Programs"), ("holds.excluded_apps",)),
    )
    # No adapter tells of these yet; the engine and the settings are ready for them.
    note = translate(
        "SettingsPages",
        "Unhunch cannot see meetings, full screen or do-not-disturb on this system yet. "
        "What you choose here is kept for when it can; until then, pause it from the tray.",
    )
    return Plain("quiet", translate("SettingsPages", "Quiet times"), rows, ("holds",), groups, note=note)


def appearance(rows: Rows) -> Section:
    """Return the page of looks."""
    groups = (
        Group(
            translate("SettingsPages", "In a break"),
            ("appearance.person", "appearance.break_window", "appearance.dim_other_screens"),
        ),
        Group(translate("SettingsPages", "All windows"), ("appearance.theme", "appearance.motion")),
    )
    return Plain("appearance", translate("SettingsPages", "Appearance"), rows, ("appearance",), groups)


def sound(rows: Rows) -> Section:
    """Return the page of what is heard, and of the start."""
    groups = (Group("", ("sound.enabled", "startup.at_login")),)
    title = translate("SettingsPages", "Sound and start")
    return Plain("sound", title, rows, ("sound", "startup"), groups)


class StretchesPage(Plain):
    """Where one stretches and with what care; which stretches is the library's."""

    def __init__(self, rows: Rows, open_library: Callable[[], None]) -> None:
        where = ("appearance.posture", "stretches.standing", "stretches.floor_space")
        groups = (
            Group(translate("SettingsPages", "Where you stretch"), where),
            Group(translate("SettingsPages", "Your body"), ("stretches.careful", "stretches.sore")),
        )
        title = translate("SettingsPages", "Stretches")
        super().__init__("stretches", title, rows, ("stretches",), groups)
        self._open_library = open_library

    def cards(self) -> Iterator[Card]:
        """Yield the way to the library, then the groups."""
        card = Card("")
        card.add(library_row(self._open_library))
        yield card
        yield from super().cards()


def _note(key: str) -> str:
    return next(field.description for field in fields() if field.key == key)
