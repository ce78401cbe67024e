"""The break: a stretch under way or a plain pause, and the moment after."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from unhunch.domain.settings import Appearance
from unhunch.domain.view import BreakView, View
from unhunch.figure.painter import FigurePainter
from unhunch.ui.break_controls import BreakControls
from unhunch.ui.break_frame import BreakFrame
from unhunch.ui.break_layout import Places, places
from unhunch.ui.break_notes import BreakNotes
from unhunch.ui.break_stage import Guides, Stage
from unhunch.ui.calm import Calm
from unhunch.ui.crossfade import Crossfade
from unhunch.ui.finish import Finish
from unhunch.ui.held_keys import HeldKeys
from unhunch.ui.hold_to_end import HoldNotice, HoldToEnd
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed, ways
from unhunch.ui.still import Stills
from unhunch.ui.wishes import Feeling, Wishes
from unhunch.ui.words import minutes, next_break

FINISH_MS = 14_000
"""How long the finishing moment stays by itself."""
THANKS_MS = 1600
"""How long it stays after an answer."""

CALM_MS = 50
"""The time between frames while only breath or a ring moves."""
WORDS_GAP = 4
"""Least distance of the stretch's words from the caution, px."""

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
        self.finishing.done.connect(self.leave)
        self.notes = BreakNotes(look, self)
        self.notes.doctor_requested.connect(self.doctor_requested)
        self.controls = BreakControls(look, wishes, self)
        self.setTabOrder(self.controls.end_button, self.notes.doctor_button)
        self._crossfade = Crossfade(look, self)
        self.stage.turning.connect(self._crossfade.begin)
        self._notice = HoldNotice(look, self)
        self._hold = HoldToEnd(self)
        self._hold.progressed.connect(lambda share: self._notice.show_share(share, self._places.unit))
        self._hold.held.connect(self._held_long_enough)
        self._keys = HeldKeys(self)
        later = Qt.ConnectionType.QueuedConnection  # the window may just be losing the keyboard
        self._keys.let_go.connect(self._key_let_go, later)
        self._shortcuts = self._all_shortcuts()
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self.leave)
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.draw)
        look.changed.connect(self._arrange)

    # --- what comes in -------------------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """Whether the window is closed, shows a break, or the moment after one."""
        return self._mode

    @property
    def lingers(self) -> bool:
        """Whether the break is over and the window only waits for a key to be let go."""
        return self._mode == "closed" and self.isVisible()

    def set_artist(self, artist: FigurePainter | None) -> None:
        """Have the figure painted by somebody else: another theme or person."""
        self.stage.figure.set_artist(artist)

    def show_view(self, view: View) -> None:
        """Follow the view: open with its break, close without, unless the finishing moment is on."""
        self._view = view
        if view.break_ is None:
            if self._mode == "open":
                self.leave()
            return
        appears = self._mode != "open"
        self._keys.stop_waiting()
        self.stage.turn(view.break_)
        self._mode = "open"
        self._leave.stop()
        self._show_page(view.break_)
        if appears:
            self.appear()
            self.windowHandle().installEventFilter(self)
            self._keys.watch(self.windowHandle())
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
        self._crossfade.begin(self.rect())
        for part in (self.stage, self.calm, self.notes, self.controls, self.controls.leave):
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
        self.calm.setVisible(not guided)
        self.calm.tell(shown.rhythm)
        self.notes.show(guided=guided)
        self.controls.show()
        self.controls.leave.show()
        self.controls.offer(shown)

    def leave(self) -> None:
        """Close, whatever is shown.

        A key that is still down is waited for: in the window that has the keyboard next it would go on
        repeating, and an Enter there sends a message.
        """
        self._mode = "closed"
        self._frame.stop()
        self._leave.stop()
        self._hold.release()
        if self._keys.any_down and self.isActiveWindow():
            self.listen(clicks=False, keys=False)
            self.setFocus()  # no button has the key
            self._keys.wait()
        else:
            self._go()

    def _key_let_go(self) -> None:
        if self._mode == "closed":
            self._go()

    def _go(self) -> None:
        self._crossfade.stop()
        self._notice.hide()
        self.vanish()
        self.stage.clear()
        self.calm.clear()
        self.closed.emit()

    # --- keys and clicks -----------------------------------------------------------------------------------

    def listen(self, *, clicks: bool, keys: bool) -> None:
        self.controls.listen(clicks)
        self.controls.tell_all_keys(keys and self.isActiveWindow())
        self.notes.listen(clicks)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(keys)

    def _all_shortcuts(self) -> list[QShortcut]:
        """Return the keys of the buttons, but Space and Esc: these are more than a press."""
        wishes, (back, on) = self._wishes, ways()
        return [
            self._shortcut(back, wishes.previous_stretch),
            self._shortcut(on, wishes.next_stretch),
            self._shortcut(Qt.Key.Key_R, wishes.repeat),
            self._shortcut(Qt.Key.Key_D, wishes.different_stretch),
            self._shortcut(Qt.Key.Key_S, partial(wishes.snooze, None)),
        ]

    def _shortcut(self, key: Qt.Key, do: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setAutoRepeat(False)
        made.activated.connect(lambda: do() if self._mode == "open" else None)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._mode == "closed" or self.deaf_to(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            if self._mode == "open":
                self._hold.press()
            elif not event.isAutoRepeat():
                self.leave()
        elif event.isAutoRepeat():
            return
        elif event.key() == Qt.Key.Key_Space and self._mode == "open":
            self.controls.toggle_pause()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.let_go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if self._mode == "open":
            self.controls.tell_all_keys(self.keys_live and self.isActiveWindow())
        if not self.isActiveWindow():
            self._hold.release()
            self._keys.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager's close is the person's wish to end; the program's own end goes through."""
        if not event.spontaneous() or self._mode != "open":
            super().closeEvent(event)
            return
        event.ignore()
        if self.keys_live:
            self._wishes.end()

    def _held_long_enough(self) -> None:
        self._wishes.end()
        if self.lingers:
            self._notice.show_done(self._places.unit)

    def _felt(self, feeling: Feeling) -> None:
        self._wishes.feel(feeling)
        self._leave.start(THANKS_MS)

    # --- drawing -------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Bring everything that moves up to now."""
        if self._mode == "finished":
            self.finishing.count_down(1 - max(0, self._leave.remainingTime()) / FINISH_MS)
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
        self.calm.place(spots, self.outline)
        self.finishing.place(spots.unit)
        self.controls.settle(spots)
        self._arrange_notes(spots)

    def _arrange_notes(self, spots: Places) -> None:
        """Place caution and link; the stretch's words make room for a long one."""
        shown = self._shown
        guide = self._guides(shown.stretches[shown.index]) if shown is not None and shown.stretches else None
        caution = guide.caution if guide is not None else ""
        top = self.notes.place(spots, caution, spare=self.controls.spare[0])
        if spots.words.bottom() >= top:
            left = spots.words.adjusted(0, 0, 0, top - WORDS_GAP - spots.words.bottom())
            self.stage.words.setGeometry(placed(left, self.rect()))
