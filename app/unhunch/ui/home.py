"""The small window: the state in words and a ring, and everything the tray menu has.

It makes the program usable on desktops without a tray; a second start opens it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from unhunch.domain.view import View
from unhunch.ui.break_layout import legible
from unhunch.ui.centred import Centred
from unhunch.ui.controls import MenuButton
from unhunch.ui.lines import shortened
from unhunch.ui.look import Look, Window
from unhunch.ui.reading import Reading
from unhunch.ui.ring import Ring, fitted
from unhunch.ui.screens import fitting
from unhunch.ui.style import SPACE, font, set_kind, type_scale
from unhunch.ui.tray import PAUSES_S
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import minutes, rhythm_title, status

LOOK_AGAIN_MS = 10_000
RING, LEAST_RING = 208, 96
"""Diameter of the ring at the usual text size, and where the screen is low, px."""
RING_TEXT, RING_LINE = 0.75, 0.058
"""Width of the words in the ring and thickness of its line, by its diameter."""
BODY = 14
"""The usual text size, px."""
NAME_LINES = 2
"""Lines in the ring for what comes: a break may have a long name."""
TEXT_WIDTH = 376


class TimeRing(Ring):
    """The ring of desk time, with the minutes left in it."""

    def __init__(self, look: Look, diameter: int) -> None:
        super().__init__(look, diameter, thickness=max(8, round(RING_LINE * diameter)))
        self._big, self._small = "", ""

    def tell(self, big: str, small: str) -> None:
        """Show `big` over `small` in the ring."""
        if (big, small) != (self._big, self._small):
            self._big, self._small = big, small
            self.setAccessibleName(f"{big} {small}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        super().paintEvent(_event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().windowText().color())
        box, share, room = self.rect(), self.width() / RING, RING_TEXT * self.width()
        raised = round(-12 * share) if self._small else 0
        painter.setFont(fitted(font(40 * share, QFont.Weight.DemiBold), self._big, room))
        painter.drawText(box.translated(0, raised), Qt.AlignmentFlag.AlignCenter, self._big)
        small = font(legible(fitted(font(type_scale().body), self._small, room).pixelSize()))
        painter.setFont(small)
        under = QRectF(box).adjusted(
            0, box.height() / 2 + 26 * share - QFontMetrics(small).height() / 2, 0, 0
        )
        words = shortened(small, self._small, round(room), NAME_LINES)
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        painter.end()


class Home(Window):
    """Follows the view while it is open."""

    library_requested = Signal()
    settings_requested = Signal()
    doctor_requested = Signal()

    def __init__(self, look: Look, wishes: Wishes, now: Callable[[], float]) -> None:
        super().__init__(look)
        self.setWindowTitle("Unhunch")
        self._wishes, self._now = wishes, now
        self._view: View | None = None
        self._taken_s = 0.0
        self._build()
        self._again = QTimer(self)
        self._again.setTimerType(Qt.TimerType.CoarseTimer)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._refresh)

    def show_view(self, view: View) -> None:
        """Show a new state of things."""
        self._view, self._taken_s = view, self._now()
        prompted = view.prompt_rhythm is not None and view.break_ is None
        self.start_button.setText(self.tr("Start now") if prompted else self.tr("Stretch now"))
        self.start_button.setVisible(view.break_ is None and bool(view.rhythms))
        self.snooze_button.setVisible(view.can_snooze)
        self.skip_button.setVisible(view.can_skip)
        paused = view.paused_until is not None
        self.resume_button.setVisible(paused)
        self.pause_button.setVisible(not paused and view.break_ is None)
        self._refresh()

    def _build(self) -> None:
        self.words = Centred()
        self.start_button = QPushButton()
        set_kind(self.start_button, "primary")
        self.snooze_button = QPushButton(self.tr("Snooze"))
        self.skip_button = QPushButton(self.tr("Skip"))
        self.pause_button = MenuButton(self.look, self.tr("Pause"))
        self.resume_button = QPushButton(self.tr("Resume"))
        self.pause_button.setMenu(self._pause_menu())
        self.start_button.clicked.connect(self._start)
        self.snooze_button.clicked.connect(lambda: self._wishes.snooze(None))
        self.skip_button.clicked.connect(self._wishes.skip)
        self.resume_button.clicked.connect(self._wishes.resume)
        self.library_button = QPushButton(self.tr("Stretches"))
        self.settings_button = QPushButton(self.tr("Settings"))
        self.doctor_button = QPushButton(self.tr("When to see a doctor"))
        self.quit_button = QPushButton(self.tr("Quit"))
        self.library_button.clicked.connect(self.library_requested)
        self.settings_button.clicked.connect(self.settings_requested)
        self.doctor_button.clicked.connect(self.doctor_requested)
        self.quit_button.clicked.connect(self._wishes.quit)
        self.words.setMinimumWidth(TEXT_WIDTH)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        whole.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 2 * SPACE)
        whole.setSpacing(2 * SPACE)
        whole.addWidget(self.words)
        whole.addSpacing(SPACE)
        actions = (
            self.start_button, self.snooze_button, self.skip_button, self.pause_button, self.resume_button
        )  # fmt: skip
        whole.addLayout(_row(actions))
        whole.addSpacing(2 * SPACE)
        links = (self.library_button, self.settings_button, self.doctor_button, self.quit_button)
        for link in links:
            set_kind(link, "quiet")
        whole.addLayout(_row(links))
        self.ring = TimeRing(self.look, self._ring_room())
        whole.insertWidget(0, self.ring, 0, Qt.AlignmentFlag.AlignHCenter)

    def _ring_room(self) -> int:
        """Return how large the ring can be, px: it grows with the text, and leaves room for all else."""
        self.words.setText("\n")  # the state takes two lines at most
        rest = self.sizeHint().height() + 2 * SPACE
        wanted = RING * type_scale().body // BODY
        return max(LEAST_RING, fitting(0, rest + wanted).height() - rest)

    def _pause_menu(self) -> QMenu:
        menu = QMenu(self)
        for seconds in PAUSES_S:
            words = self.tr("For %1").replace("%1", minutes(seconds))
            menu.addAction(words).triggered.connect(partial(self._pause, seconds, None))
        menu.addAction(self.tr("Until tomorrow")).triggered.connect(partial(self._pause, None, "tomorrow"))
        menu.addAction(self.tr("Until I resume")).triggered.connect(partial(self._pause, None, None))
        return menu

    def _pause(self, for_s: float | None, until: str | None, _checked: bool = False) -> None:
        self._wishes.pause(for_s=for_s, until=until)

    def _start(self) -> None:
        if self._view is not None and self._view.prompt_rhythm is not None:
            self._wishes.start(short=False)
        else:
            self._wishes.take_break()

    def _refresh(self) -> None:
        view = self._view
        if view is None:
            return
        reading = Reading(view, self._taken_s, self._now())
        self.words.setText(status(reading))
        rhythm = reading.next_rhythm
        self.ring.set_share(reading.fullness, still=not reading.counting)
        if rhythm is None:
            self.ring.tell(self.tr("Off"), "")
        else:
            due_in_s = reading.due_in_s(rhythm)
            left = minutes(due_in_s) if due_in_s > 0 else self.tr("Due")
            self.ring.tell(left, rhythm_title(rhythm.name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()


def _row(buttons: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
