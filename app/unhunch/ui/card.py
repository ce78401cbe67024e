"""The nudge card: a small notice in the corner that counts down and takes no focus."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unhunch.domain.view import CardView, View
from unhunch.ui.corner import Corner
from unhunch.ui.lines import shortened
from unhunch.ui.look import Look
from unhunch.ui.ring import fitted, paint_ring
from unhunch.ui.still import Stills
from unhunch.ui.style import SPACE, font, set_kind, type_scale
from unhunch.ui.wishes import Wishes
from unhunch.ui.words import duration, minutes, rhythm_title

TICK_MS = 125
"""The countdown ring moves about half a pixel a tick."""
DIAL = 76
NAME_BY_TEXT, NAME_LINES = 18, 2
"""The room for names that people gave: its width by the text size, and its lines."""


def in_card(used: QFont, words: str) -> str:
    """Return words as they fit beside the dial, however long a name in them is."""
    return shortened(used, words, NAME_BY_TEXT * type_scale().body, NAME_LINES)


def no_stills(_stretch: str, _size: QSize, _ratio: float) -> QPixmap | None:
    """Draw no still of anything."""
    return None


class Dial(QWidget):
    """The countdown ring, around a small still of what is coming, or around the seconds."""

    def __init__(self, look: Look, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._stills = look, stills
        self._share, self._text, self._stretch = 0.0, "", ""
        self.setFixedSize(DIAL, DIAL)

    def show_time(self, share: float, text: str) -> None:
        """Fill the ring by `share`; `text` stands in it where there is no still."""
        if (share, text) != (self._share, self._text):
            self._share, self._text = share, text
            self.update()

    def show_stretch(self, stretch: str) -> None:
        """Show a still of this stretch; "" for none."""
        self._stretch = stretch
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        still = (
            self._stills(self._stretch, QSize(DIAL - 16, DIAL - 16), self.devicePixelRatioF())
            if self._stretch
            else None
        )
        if still is not None:
            within = box.adjusted(8, 8, -8, -8)
            circle = QPainterPath()
            circle.addEllipse(within)
            painter.fillPath(circle, QColor(theme.ground))  # as behind the stills of the library
            painter.setClipPath(circle)
            painter.drawPixmap(within.toRect(), still)
            painter.setClipping(False)
        else:
            painter.setPen(QColor(theme.ink))
            painter.setFont(fitted(font(20), self._text, DIAL - 18))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
        paint_ring(painter, box, self._share, track=theme.track, fill=theme.accent, thickness=5)
        painter.end()


class Card(Corner):
    """Shown while the view has a card; it never takes the keyboard."""

    def __init__(
        self, look: Look, wishes: Wishes, now: Callable[[], float], stills: Stills = no_stills
    ) -> None:
        super().__init__(look)
        self.setWindowTitle(self.tr("Unhunch: a break is coming"))
        self._wishes, self._now = wishes, now
        self._card: CardView | None = None
        self._countdown_s = 60.0
        self._dial = Dial(look, stills, self)
        self._build()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._count)

    def show_view(self, view: View, coming: str = "", coming_name: str = "") -> None:
        """Follow the view. `coming`: id of the first stretch, for its still; `coming_name`: its name."""
        if view.card is None:
            self._card = None
            self._tick.stop()
            self.hide()
            return
        appears = self._card is None
        if appears:
            self._countdown_s = max(1.0, view.card.due_at_s - self._now())
        self._card = view.card
        self._dial.show_stretch(coming)
        words = self.tr("First: %1").replace("%1", coming_name)
        self._coming.setText(in_card(font(type_scale().small), words))
        self._coming.setVisible(bool(coming_name))
        self._offer(view.card)
        self._count()
        if appears:
            self.appear()
        if view.card.waiting_for:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()

    def _build(self) -> None:
        self._title, self._line, self._coming = QLabel(), QLabel(), QLabel()
        set_kind(self._title, "lead")
        set_kind(self._line, "soft")
        set_kind(self._coming, "small")
        self.start_button = QPushButton(self.tr("Start now"))
        set_kind(self.start_button, "primary")
        self.snooze_button = QPushButton()
        self.short_button = QPushButton(self.tr("Just one stretch"))
        self.skip_button = QPushButton(self.tr("Skip"))
        set_kind(self.skip_button, "quiet")
        self.start_button.clicked.connect(lambda: self._wishes.start(short=False))
        self.snooze_button.clicked.connect(lambda: self._wishes.snooze(None))
        self.short_button.clicked.connect(lambda: self._wishes.start(short=True))
        self.skip_button.clicked.connect(self._wishes.skip)
        for button in (self.start_button, self.snooze_button, self.short_button, self.skip_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the window takes no keyboard
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        for label in (self._title, self._line, self._coming):
            words.addWidget(label)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self._dial)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.start_button, self.snooze_button, self.short_button):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.skip_button)
        self.column.addLayout(top)
        self.column.addLayout(buttons)

    def _offer(self, card: CardView) -> None:
        lead = font(type_scale().lead, QFont.Weight.DemiBold)
        self._title.setText(in_card(lead, rhythm_title(card.rhythm)))
        can_snooze = card.snoozes_left > 0
        self.snooze_button.setText(self.tr("Snooze %1").replace("%1", minutes(card.snooze_min * 60)))
        self.snooze_button.setVisible(can_snooze)
        self.short_button.setVisible(not can_snooze)
        self.skip_button.setVisible(not card.strict)

    def _count(self) -> None:
        """Bring the ring and the words up to now."""
        card = self._card
        if card is None:
            return
        left_s = max(0.0, card.due_at_s - self._now())
        if card.waiting_for:
            self._line.setText(self.tr("Starts when you pause typing"))
            self._dial.show_time(1.0, "…")
            return
        self._line.setText(self.tr("Starts in %1").replace("%1", duration(left_s)))
        self._dial.show_time(1 - min(1.0, left_s / self._countdown_s), duration(left_s))
