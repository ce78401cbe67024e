"""Working hours as people write them: one line a weekday, "9-12:30, 13:30-18"."""

import re
from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from unhunch.domain.settings import WEEKDAYS, Hours
from unhunch.ui.controls import DraftLine
from unhunch.ui.style import SPACE, set_kind

_RANGE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-\u2013\u2014]\s*(\d{1,2})(?:[:.](\d{2}))?")


def read_hours(text: str) -> tuple[str, ...]:
    """Return ranges such as "09:00-12:30" from what somebody wrote; what is no range is kept as written.

    The settings refuse it then, with a sentence.
    """
    parts = (part.strip() for part in re.split(r"[,;]", text))
    return tuple(_spelled(part) for part in parts if part)


def _spelled(part: str) -> str:
    found = _RANGE.fullmatch(part)
    if found is None:
        return part
    begin, begin_min, end, end_min = found.groups()
    return f"{int(begin):02d}:{begin_min or '00'}-{int(end):02d}:{end_min or '00'}"


class HoursEditor(QWidget):
    """A line for each day of the week; an empty one is a day off."""

    changed = Signal(str, tuple)
    """Weekday ("mon") and its ranges."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Working hours"))
        self.lines: dict[str, DraftLine] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        for row, day in enumerate(WEEKDAYS):
            name = QLocale().dayName(row + 1)
            line = DraftLine()
            line.setAccessibleName(name)
            line.setPlaceholderText(self.tr("day off"))
            line.written.connect(self._teller(day))
            label = QLabel(name)
            set_kind(label, "soft")
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
            self.lines[day] = line
        self._shown: dict[str, tuple[str, ...]] = {}

    def set_value(self, hours: Hours) -> None:
        """Show these hours."""
        for day, line in self.lines.items():
            self._shown[day] = getattr(hours, day)
            line.show_text(", ".join(self._shown[day]))

    def _teller(self, day: str) -> Callable[[str], None]:
        def tell(text: str) -> None:
            ranges = read_hours(text)
            if ranges != self._shown.get(day):
                self.changed.emit(day, ranges)
                self.lines[day].setModified(self._shown.get(day) != ranges)  # what is refused is to be mended

        return tell
