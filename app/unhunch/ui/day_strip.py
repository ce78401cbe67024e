"""The preview strip: a day at the desk, with the breaks that the settings would have made of it."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from unhunch.domain.settings import Settings
from unhunch.services.preview import Day, Taken, breaks_of
from unhunch.ui.look import Look
from unhunch.ui.style import font, set_kind, type_scale
from unhunch.ui.words import minutes

BAR = 26
"""Height of the band of desk time, px."""
MIN_MARK = 3.0
"""A break is at least so wide, px, or nobody would see it."""
HOUR_S = 3600.0


class DayStrip(QWidget):
    """The day as a band, its breaks as marks in it, and both said in a sentence."""

    def __init__(self, look: Look, day: Day) -> None:
        super().__init__()
        self.breaks: tuple[Taken, ...] = ()
        self._day = day
        self._band = _Band(look, day)
        self.said = QLabel()
        self.said.setWordWrap(True)
        set_kind(self.said, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._band)
        column.addWidget(self.said)
        self.setAccessibleName(self.tr("Preview of a day with these settings"))

    def set_low(self, low: bool) -> None:
        """Leave the band away where there is little room, and keep the sentence."""
        self._band.setVisible(not low)

    def show_settings(self, settings: Settings, catalogue: Any) -> None:
        """Work out the day anew with these settings; `catalogue` is what the engine gets for them."""
        self.breaks = breaks_of(self._day, settings, catalogue)
        self._band.show_breaks(self.breaks)
        self.said.setText(self._sentence())
        self.setAccessibleDescription(self.said.text())

    def _sentence(self) -> str:
        of = (
            self.tr("Your last working day with these settings:")
            if self._day.recorded
            else self.tr("A typical day with these settings:")
        )
        if not self.breaks:
            none = self.tr("no break.")
            return f"{of} {none}"
        total_s = sum(taken.until_s - taken.from_s for taken in self.breaks)
        found = self.tr("%n break(s), %1 together.", "", len(self.breaks)).replace("%1", minutes(total_s))
        return f"{of} {found}"


class _Band(QWidget):
    """Paints hours, desk time and breaks."""

    def __init__(self, look: Look, day: Day) -> None:
        super().__init__()
        self._look = look
        self._day = day
        self._breaks: tuple[Taken, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_breaks(self, breaks: tuple[Taken, ...]) -> None:
        self._breaks = breaks
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, BAR + type_scale().small + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ground))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), BAR), 7, 7)
        painter.setBrush(QColor(theme.track))
        for spell in self._day.spells:
            painter.drawRoundedRect(self._box(spell.from_s, spell.until_s, 0), 5, 5)
        painter.setBrush(QColor(theme.accent))
        for taken in self._breaks:
            painter.drawRoundedRect(self._box(taken.from_s, taken.until_s, MIN_MARK), 1.5, 1.5)
        self._paint_hours(painter)
        painter.end()

    def _box(self, from_s: float, until_s: float, at_least: float) -> QRectF:
        left, right = self._x(from_s), self._x(until_s)
        return QRectF(left, 3, max(at_least, right - left), BAR - 6)

    def _x(self, at_s: float) -> float:
        return 3 + (self.width() - 6) * at_s / max(1.0, self._day.length_s)

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.theme.ink_soft))
        painter.setFont(font(type_scale().small))
        hours = self._day.length_s / HOUR_S
        every = 1 if self.width() / max(1.0, hours) > 56 else 2
        begin = self._day.begin
        first = (begin + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
        for step in range(0, int(hours) + 1, every):
            moment = first + timedelta(hours=step)
            x = self._x((moment - begin).total_seconds())
            if x > self.width() - 16:
                break
            painter.drawLine(QPointF(x, BAR + 1), QPointF(x, BAR + 4))
            words = QLocale().toString(QTime(moment.hour, moment.minute), "H:mm")
            box = QRectF(x - 30, BAR + 4, 60, type_scale().small + 6)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
