"""The break window's buttons, in two groups: moving about in the break, and leaving it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from unhunch.domain.view import BreakView
from unhunch.ui.break_layout import BUTTON, LEAST_TYPE, Places, legible
from unhunch.ui.glyphs import glyph
from unhunch.ui.key_row import KeyRow
from unhunch.ui.look import Look
from unhunch.ui.mirror import ways
from unhunch.ui.style import set_kind
from unhunch.ui.wishes import Wishes

SMALLER = 0.8
"""Long words make the type smaller down to this share; then the signs go, for words say more."""

ARROWS = {Qt.Key.Key_Left: ("back", "←"), Qt.Key.Key_Right: ("next", "→")}
"""Sign and name of the keys that go from stretch to stretch."""


class BreakControls(KeyRow):
    """Repeat, back, pause, next, different in one row, pause in the middle; snooze and end in another."""

    def __init__(self, look: Look, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._wishes = wishes
        self._paused = False
        self.leave = KeyRow(look, parent)
        back, on = (ARROWS[key] for key in ways())
        self.back_button = self._button(self.tr("Back"), *back)
        self.pause_button = self._button(self.tr("Pause"), "pause", self.tr("Space"))
        self.next_button = self._button(self.tr("Next"), *on)
        self.repeat_button = self._button(self.tr("Repeat"), "repeat", "R")
        self.different_button = self._button(self.tr("Different"), "other", "D")
        self.snooze_button = self._button(self.tr("Snooze"), "later", "S")
        self.end_button = self._button(self.tr("End break"), "end", self.tr("hold Esc"))
        self.back_button.clicked.connect(wishes.previous_stretch)
        self.pause_button.clicked.connect(self.toggle_pause)
        self.next_button.clicked.connect(wishes.next_stretch)
        self.repeat_button.clicked.connect(wishes.repeat)
        self.different_button.clicked.connect(wishes.different_stretch)
        self.snooze_button.clicked.connect(lambda: wishes.snooze(None))
        self.end_button.clicked.connect(wishes.end)
        self.hold(self.buttons[:5], middle=self.pause_button)
        self.leave.hold(self.buttons[5:])

    def toggle_pause(self) -> None:
        """Pause the break, or go on with it."""
        if self._paused:
            self._wishes.resume_break()
        else:
            self._wishes.pause_break()

    def offer(self, shown: BreakView) -> None:
        """Choose the buttons that make sense in this break; `settle` then draws them and makes them fit."""
        self._paused = shown.paused
        _name(self.pause_button, self.tr("Go on") if shown.paused else self.tr("Pause"), self.tr("Space"))
        several = len(shown.stretches) > 1
        self.back_button.setVisible(several)
        self.back_button.setEnabled(shown.index > 0)
        self.next_button.setVisible(bool(shown.stretches))
        self.repeat_button.setVisible(bool(shown.stretches))
        self.different_button.setVisible(bool(shown.stretches) and shown.can_differ)
        self.snooze_button.setVisible(shown.snoozes_left > 0)
        self.end_button.setVisible(not shown.strict)
        for row in (self, self.leave):
            row.on_picture = not shown.stretches
        for button in self.leave.in_row:
            _be(button, "quiet" if shown.stretches else "")

    def listen(self, listening: bool) -> None:
        """Take clicks, or let them all pass by."""
        for group in (self, self.leave):
            group.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not listening)

    def settle(self, spots: Places) -> None:
        """Put both rows into their places, scaled to the window."""
        self.place(spots.controls, spots.hint)
        self.leave.place(spots.leave, spots.hint)
        self._fit(round(legible(18 * spots.unit)), round(BUTTON * spots.unit), wide=spots.wide)
        self._draw_glyphs()

    def tell_all_keys(self, told: bool) -> None:
        """Say which keys press the buttons of both rows, or keep silent while keys do nothing."""
        self.tell_keys(told)
        self.leave.tell_keys(told)

    def _fit(self, wanted_px: int, height: int, *, wide: bool) -> None:
        """Make the buttons as large as the window wants and their words allow: all of one size.

        Where words are too long the type shrinks a little, then the signs go, then the type shrinks on. Then
        the row that leaves the break takes what the row beside it (`wide`) does not need. A row where even
        the smallest words would be cut has signs alone; the words are in the tooltips.
        """
        rows = (self, self.leave)
        for signs, smallest in ((True, round(legible(SMALLER * wanted_px))), (False, LEAST_TYPE)):
            self._dress(self.buttons, signs=signs, words=True)
            for px in range(wanted_px, smallest - 1, -1):
                fits = [row.scale(px, height) for row in rows]
                if all(fits):
                    return
        for row in rows:
            if row is self.leave and wide:
                self.leave.widen(max(0, self.spare[1] - height // 2))
            if not row.scale(LEAST_TYPE, height):
                self._dress(row.in_row, signs=True, words=False)
                row.scale(wanted_px, height)

    def _dress(self, buttons: Sequence[QPushButton], *, signs: bool, words: bool) -> None:
        for button in buttons:
            button.setText(button.accessibleName() if words else "")
            button.setProperty("signed", signs)
        self._draw_glyphs()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Every button, in the order of the keyboard."""
        return (
            self.repeat_button,
            self.back_button,
            self.pause_button,
            self.next_button,
            self.different_button,
            self.snooze_button,
            self.end_button,
        )

    def _button(self, words: str, sign: str, key: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("sign", sign)
        button.setProperty("signed", True)
        set_kind(button, "bare")
        _name(button, words, key)
        button.setAutoDefault(True)  # Enter presses the one in focus
        return button

    def _draw_glyphs(self) -> None:
        theme = self._look.theme
        self.pause_button.setProperty("sign", "play" if self._paused else "pause")
        _be(self.pause_button, "primary" if self._paused else "")
        for button in self.buttons:
            kind = button.property("kind")
            colour = {"primary": theme.on_button, "quiet": theme.ink_soft}.get(kind, theme.ink)
            if not button.isEnabled():
                colour = theme.off
            side = button.iconSize().height()
            signed, ratio = button.property("signed"), self.devicePixelRatioF()
            button.setIcon(glyph(button.property("sign"), colour, side, ratio) if signed else QIcon())


def _be(button: QPushButton, kind: str) -> None:
    """Give a button its role; dressing it anew is dear, and done only where it changes."""
    if button.property("kind") != kind:
        set_kind(button, kind)
        button.style().polish(button)


def _name(button: QPushButton, words: str, key: str) -> None:
    """Say what a button does and which key does it, to whoever sees it, points at it, or hears it."""
    button.setText(words)
    button.setAccessibleName(words)
    button.setAccessibleDescription(key)
    button.setToolTip(f"{words}  ({key})")
    button.setProperty("key", key)
