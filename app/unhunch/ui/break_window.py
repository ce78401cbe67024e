"""The break: a stretch under way or a plain pause, and the moment after."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton

from unhunch.domain.settings import Appearance
from unhunch.domain.view import BreakView, View
from unhunch.figure.painter import FigurePainter
from unhunch.ui.break_controls import BreakControls
from unhunch.ui.break_frame import BreakFrame
from unhunch.ui.break_layout import Places, legible, places
from unhunch.ui.break_stage import Guides, Stage
from unhunch.ui.calm import Calm
from unhunch.ui.finish import Finish
from unhunch.ui.hold_to_end import HoldNotice, HoldToEnd
from unhunch.ui.lines import balanced_width, shortened, text_height
from unhunch.ui.look import Look
from unhunch.ui.mirror import hanging, placed, ways
from unhunch.ui.still import Stills
from unhunch.ui.style import font, set_kind
from unhunch.ui.wishes import Feeling, Wishes
from unhunch.ui.words import in_two, minutes, next_break

FINISH_MS = 14_000
"""How long the finishing moment stays by itself."""
THANKS_MS = 1600
"""How long it stays after an answer."""

CALM_MS = 50
"""The time between frames while only breath or a ring moves."""
LINK_EDGE, LINK_GAP = 7, 3
"""From a link's words to where its focus is drawn, and from there to the words above, px."""
LEAST_WORDS = 0.55
"""However long the caution is, the stretch's words keep this share of their height."""

Mode = Literal["closed", "open", "finished"]


class BreakWindow(BreakFrame):
    """Open while the view has a break; then shows the finishing moment if there is one."""

    doctor_requested = Signal()
    closed = Signal()
    """The window is gone; pictures that were painted for it can go too."""

    def __init__(
        self,
        look: Look,
        wishes: Wishes,
        now: Callable[[], float],
        *,
        guides: Guides,
        stills: Stills,
        artist: FigurePainter | None = None,
        appearance: Appearance | None = None,
    ) -> None:
        self._mode: Mode = "closed"
        self._view: View | None = None
        super().__init__(look, appearance or Appearance())
        self.setWindowTitle(self.tr("Unhunch: break"))
        self._wishes, self._now, self._guides = wishes, now, guides
        self._places: Places = places(1366, 768)
        self.stage = Stage(look, guides, stills, artist, self)
        self.calm = Calm(look, self)
        self.finishing = Finish(look, stills, self)
        self.finishing.felt.connect(self._felt)
        self.finishing.done.connect(self._close)
        self.caution = QLabel(self)
        self.caution.setWordWrap(True)
        set_kind(self.caution, "soft")
        self.doctor_button = QPushButton(self)
        self.doctor_button.setAccessibleName(self.tr("When to see a doctor"))
        set_kind(self.doctor_button, "link")
        self.doctor_button.clicked.connect(self.doctor_requested)
        self.controls = BreakControls(look, wishes, self)
        self.setTabOrder(self.controls.end_button, self.doctor_button)
        self._foot = (self.doctor_button, self.controls, self.controls.leave)
        self._notice = HoldNotice(look, self)
        self._hold = HoldToEnd(self)
        self._hold.progressed.connect(lambda share: self._notice.show_share(share, self._places.unit))
        self._hold.held.connect(wishes.end)
        back, on = ways()
        self._shortcuts = [
            self._shortcut(back, wishes.previous_stretch),
            self._shortcut(on, wishes.next_stretch),
            self._shortcut(Qt.Key.Key_R, wishes.repeat),
            self._shortcut(Qt.Key.Key_D, wishes.different_stretch),
            self._shortcut(Qt.Key.Key_S, partial(wishes.snooze, None)),
        ]
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self._close)
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.draw)
        look.changed.connect(self._arrange)

    # --- what comes in -------------------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """Whether the window is closed, shows a break, or the moment after one."""
        return self._mode

    def set_artist(self, artist: FigurePainter | None) -> None:
        """Have the figure painted by somebody else: another theme or person."""
        self.stage.figure.set_artist(artist)

    def show_view(self, view: View) -> None:
        """Follow the view: open with its break, close without, unless the finishing moment is on."""
        self._view = view
        if view.break_ is None:
            if self._mode == "open":
                self._close()
            return
        appears = self._mode != "open"
        self._mode = "open"
        self._leave.stop()
        self._show_page(view.break_)
        if appears:
            self.appear()
            self.windowHandle().installEventFilter(self)
        self._arrange()
        self.draw()
        self._run_frames()

    def finish(
        self, shown: tuple[str, ...], done_s: float, next_rhythm: str = "", next_in_s: float = 0.0
    ) -> None:
        """Show the finishing moment: the stretches done (ids) in `done_s`, and when the next break comes.

        Call it before the view without a break is shown. It goes by itself.
        """
        if self._mode == "closed":
            return
        self._mode = "finished"
        self._hold.release()
        for part in (self.stage, self.calm, self.caution, *self._foot):
            part.hide()
        guides = [guide for guide in map(self._guides, shown) if guide is not None]
        words = next_break(next_rhythm, next_in_s) if next_rhythm else ""
        self.finishing.tell(
            [(guide.stretch.id, guide.name) for guide in guides],
            minutes(max(60.0, done_s)),
            words[:1].upper() + words[1:],
        )
        self.finishing.show()
        self._leave.start(FINISH_MS)
        self._arrange()
        self.end_grace()
        self._run_frames()

    def _show_page(self, shown: BreakView) -> None:
        guided = bool(shown.stretches)
        self.finishing.hide()
        self.stage.setVisible(guided)
        self.caution.setVisible(guided)
        self.calm.setVisible(not guided)
        self.calm.tell(shown.rhythm)
        for part in self._foot:
            part.show()
        self.controls.offer(shown)

    def _close(self) -> None:
        self._mode = "closed"
        self._frame.stop()
        self._leave.stop()
        self._hold.release()
        self.vanish()
        self.stage.figure.clear()
        self.calm.clear()
        self.closed.emit()

    # --- keys and clicks -----------------------------------------------------------------------------------

    def listen(self, *, clicks: bool, keys: bool) -> None:
        self.controls.listen(clicks)
        self.controls.tell_all_keys(keys and self.isActiveWindow())
        self.doctor_button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not clicks)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(keys)

    def _shortcut(self, key: Qt.Key, do: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setAutoRepeat(False)
        made.activated.connect(lambda: do() if self._mode == "open" else None)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.deaf_to(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            if self._mode == "open":
                self._hold.press()
            elif not event.isAutoRepeat():
                self._close()
        elif event.isAutoRepeat():
            return
        elif event.key() == Qt.Key.Key_Space and self._mode == "open":
            self.controls.toggle_pause()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.let_go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or self._mode != "open":
            return
        self.controls.tell_all_keys(self.keys_live and self.isActiveWindow())
        if not self.isActiveWindow():
            self._hold.release()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager's close is the person's wish to end; the program's own end goes through."""
        if not event.spontaneous() or self._mode != "open":
            super().closeEvent(event)
            return
        event.ignore()
        if self.keys_live:
            self._wishes.end()

    def _felt(self, feeling: Feeling) -> None:
        self._wishes.feel(feeling)
        self._leave.start(THANKS_MS)

    # --- drawing -------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Bring everything that moves up to now."""
        if self._mode == "finished":
            self.finishing.tick.set_share(1 - max(0, self._leave.remainingTime()) / FINISH_MS)
            return
        now_s = self._now()
        shown = self._shown
        if shown is None:
            return
        if shown.stretches:
            self._set_interval(calm=self.stage.draw(shown, now_s))
        else:
            self.calm.draw(shown, now_s)
            self._set_interval(calm=True)

    @property
    def _shown(self) -> BreakView | None:
        return self._view.break_ if self._view is not None else None

    def _set_interval(self, *, calm: bool) -> None:
        wanted = CALM_MS if calm else 1000 // self.stage.figure.frames_per_s
        if self._frame.interval() != wanted:
            self._frame.setInterval(wanted)

    def _run_frames(self) -> None:
        """Draw only while something moves and somebody can see it."""
        handle = self.windowHandle() if self.isVisible() else None
        seen = handle is not None and handle.isExposed()
        shown = self._shown
        here = self._view is not None and self._view.present
        moves = self._mode == "finished" or (shown is not None and not shown.paused and here)
        if not (seen and moves):
            self._frame.stop()
        elif not self._frame.isActive():
            self._frame.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's handle is told when the desktop shows or covers it; the widget is not."""
        if event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, self, self._run_frames)
        return super().eventFilter(watched, event)

    # --- layout --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.draw()

    def _arrange(self) -> None:
        spots = self._places = places(self.width(), self.height())
        for page in (self.stage, self.calm, self.finishing):
            page.setGeometry(self.rect())
        self.stage.place(spots)
        self.calm.place(spots)
        self.finishing.place(spots.unit)
        self.controls.settle(spots)
        self._arrange_notes(spots)

    def _arrange_notes(self, spots: Places) -> None:
        """The caution in small type, and under it the way to the page about doctors."""
        px = round(legible(15 * spots.unit))
        shown = self._shown
        guided = shown is not None and bool(shown.stretches)
        on_hills = "" if guided else f"color: {self.look.theme.ink}; text-decoration: underline;"
        self.doctor_button.setStyleSheet(f"font-size: {px}px; min-height: {px + 6}px; {on_hills}")
        notes = spots.notes
        told = self.doctor_button.accessibleName()
        self.doctor_button.setText(told)
        free = spots.controls.left() + self.controls.spare - LINK_EDGE
        if spots.wide and notes.left() - LINK_EDGE + self.doctor_button.sizeHint().width() > free:
            self.doctor_button.setText(in_two(told))
        link = self.doctor_button.sizeHint()
        link_box = QRect(QPoint(notes.left() - LINK_EDGE, notes.bottom() - link.height() + LINK_EDGE), link)
        self.doctor_button.setGeometry(placed(link_box, self.rect()))
        self._arrange_caution(spots, font(px), link_box.y() - LINK_GAP)

    def _arrange_caution(self, spots: Places, used: QFont, bottom: int) -> None:
        """The caution ends at `bottom` and grows upward. The stretch's words make room for it, down to a
        share of theirs; one that is longer is cut, and whole in its tooltip.
        """
        shown = self._shown
        guide = self._guides(shown.stretches[shown.index]) if shown is not None and shown.stretches else None
        words = told = guide.caution if guide is not None else ""
        blank = hanging(used)
        room = spots.notes.width() - blank
        most = bottom - spots.words.top() - round(LEAST_WORDS * spots.words.height())
        if text_height(used, words, room) > most:
            told = shortened(used, words, room, max(1, most // QFontMetrics(used).lineSpacing()))
        top = bottom - text_height(used, told, room)
        self.caution.setStyleSheet(f"font-size: {used.pixelSize()}px;")
        self.caution.setText(told)
        self.caution.setAccessibleName(words)
        self.caution.setToolTip(words if told != words else "")
        width = balanced_width(used, told, room) + blank + 1
        self.caution.setGeometry(placed(QRect(spots.notes.left(), top, width, bottom - top), self.rect()))
        if spots.words.bottom() >= top:
            left = spots.words.adjusted(0, 0, 0, top - 4 - spots.words.bottom())
            self.stage.words.setGeometry(placed(left, self.rect()))
