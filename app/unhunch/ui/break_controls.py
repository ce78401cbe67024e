"""The break window's buttons, in two groups: moving about in the break, and leaving it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from unhunch.domain.view import BreakView
from unhunch.ui.glyphs import GAP, glyph
from unhunch.ui.look import Look
from unhunch.ui.style import set_kind
from unhunch.ui.wishes import Wishes

SMALLEST_PX = 11
"""Long words in a small window make the buttons' type smaller, but not smaller than this."""


class BreakControls(QWidget):
    """Back, repeat, pause, next, different in one row; snooze and end in another."""

    def __init__(self, look: Look, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._wishes = look, wishes
        self._paused = False
        self._unit = 1.0
        self.leave = QWidget(parent)
        self.back_button = self._button(self.tr("Back"), "back", self.tr("Left arrow"))
        self.pause_button = self._button(self.tr("Pause"), "pause", self.tr("Space"))
        self.next_button = self._button(self.tr("Next"), "next", self.tr("Right arrow"))
        self.repeat_button = self._button(self.tr("Repeat"), "repeat", self.tr("R"))
        self.different_button = self._button(self.tr("Different"), "other", self.tr("D"))
        self.snooze_button = self._button(self.tr("Snooze"), "later", self.tr("S"))
        self.end_button = self._button(self.tr("End break"), "end", self.tr("Hold Esc for two seconds"))
        self.back_button.clicked.connect(wishes.previous_stretch)
        self.pause_button.clicked.connect(self.toggle_pause)
        self.next_button.clicked.connect(wishes.next_stretch)
        self.repeat_button.clicked.connect(wishes.repeat)
        self.different_button.clicked.connect(wishes.different_stretch)
        self.snooze_button.clicked.connect(lambda: wishes.snooze(None))
        self.end_button.clicked.connect(wishes.end)
        self._rows = (
            self._row(self, self.buttons[:5]),
            self._row(self.leave, (self.snooze_button, self.end_button)),
        )
        for quiet in (self.snooze_button, self.end_button):
            set_kind(quiet, "quiet")

    def toggle_pause(self) -> None:
        """Pause the break, or go on with it."""
        if self._paused:
            self._wishes.resume_break()
        else:
            self._wishes.pause_break()

    def offer(self, shown: BreakView) -> None:
        """Show the buttons that make sense in this break; `place` then makes them fit."""
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
        self._draw_glyphs()

    def listen(self, listening: bool) -> None:
        """Take clicks, or let them all pass by."""
        for group in (self, self.leave):
            group.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not listening)

    def place(self, controls: QRect, leave: QRect, unit: float) -> None:
        """Put both groups into their places, scaled to the window."""
        self._unit = unit
        self.setGeometry(controls)
        self.leave.setGeometry(leave)
        beside = leave.top() == controls.top()
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignHCenter
        self._rows[1].setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._draw_glyphs()
        for group, row in zip((self, self.leave), self._rows, strict=True):
            self._fit(group, row, unit)

    def _fit(self, group: QWidget, row: QHBoxLayout, unit: float) -> None:
        """Make a group's buttons as large as the window wants and their words allow.

        Where even the smallest words would be cut, the signs stand alone; the words are in the tooltips.
        """
        buttons = [button for button in self.buttons if button.parentWidget() is group]
        for button in buttons:
            button.setText(button.accessibleName())
        wanted = max(SMALLEST_PX, round(18 * unit))
        for px in range(wanted, SMALLEST_PX - 1, -1):
            self._scale(buttons, row, px, unit)
            if _width(buttons, row) <= group.width():
                return
        for button in buttons:
            button.setText("")
        self._scale(buttons, row, wanted, unit)

    def _scale(self, buttons: Sequence[QPushButton], row: QHBoxLayout, px: int, unit: float) -> None:
        row.setSpacing(round(px * 0.55))
        side = round(px * 0.7)
        for button in buttons:
            button.setStyleSheet(
                f"font-size: {px}px; min-height: {round(28 * unit)}px;"
                f"padding-left: {side}px; padding-right: {side}px;"
            )
            button.setIconSize(QSize(round(px * 1.1 * GAP), round(px * 1.1)))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Every button, in the order of the keyboard."""
        return (
            self.back_button,
            self.repeat_button,
            self.pause_button,
            self.next_button,
            self.different_button,
            self.snooze_button,
            self.end_button,
        )

    def _button(self, words: str, sign: str, key: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("sign", sign)
        _name(button, words, key)
        button.setAutoDefault(True)  # Enter presses the one in focus
        return button

    def _row(self, group: QWidget, buttons: tuple[QPushButton, ...]) -> QHBoxLayout:
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in buttons:
            row.addWidget(button)
        return row

    def _draw_glyphs(self) -> None:
        theme = self._look.theme
        self.pause_button.setProperty("sign", "play" if self._paused else "pause")
        set_kind(self.pause_button, "primary" if self._paused else "")
        self.pause_button.style().polish(self.pause_button)
        for button in self.buttons:
            kind = button.property("kind")
            colour = {"primary": theme.on_button, "quiet": theme.ink_soft}.get(kind, theme.ink)
            if not button.isEnabled():
                colour = theme.edge
            button.setIcon(glyph(button.property("sign"), colour, side=button.iconSize().height()))


def _name(button: QPushButton, words: str, key: str) -> None:
    """Say what a button does, to whoever sees it, points at it, or hears it."""
    button.setText(words)
    button.setAccessibleName(words)
    button.setToolTip(f"{words}  ({key})")


def _width(buttons: Sequence[QPushButton], row: QHBoxLayout) -> int:
    """The room that those of the buttons that show want beside each other, px."""
    shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
    return sum(shown) + row.spacing() * max(0, len(shown) - 1)
