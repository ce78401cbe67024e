"""The break: the moving figure, what to do, how long, what comes next; and the finishing moment.

It opens without taking the keyboard, and for its first seconds nothing typed or clicked reaches a button.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QLabel, QPushButton

from unhunch.domain.settings import Appearance
from unhunch.domain.view import BreakView, View
from unhunch.figure.painter import FigurePainter
from unhunch.ui.break_controls import BreakControls
from unhunch.ui.break_layout import Places, places
from unhunch.ui.break_parts import Coming, FittingLabel, HoldRing, Progress, Stills, Words
from unhunch.ui.dim import Dimmer
from unhunch.ui.figure_view import FigureView
from unhunch.ui.finish import Finish
from unhunch.ui.guide import Guide, Telling
from unhunch.ui.hold_to_end import HoldNotice, HoldToEnd
from unhunch.ui.look import Look, Window
from unhunch.ui.reading import left_s, stretch_s
from unhunch.ui.screens import current_screen
from unhunch.ui.style import set_kind
from unhunch.ui.wishes import Feeling, Wishes
from unhunch.ui.words import clock, minutes, next_break

GRACE_S = 2.0
"""How long after opening nothing reaches a button."""
QUIET_S = 0.8
"""How long the keyboard must then be still before a key means anything: nobody is in mid-word any more."""
FINISH_S = 14.0
"""How long the finishing moment stays by itself; it goes sooner after an answer."""
THANKS_S = 1.6

FAST_MS, SMOOTH_MS, CALM_MS = 16, 33, 50
"""Frame intervals: where painting is cheap; where it is not; while only breath or a ring moves."""
CHEAP_PAINT_MS = 4.0
"""A frame cheaper than this is painted 60 times a second: then it takes a quarter of one core at most."""

Guides = Callable[[str], Guide | None]
"""Finds the guide to a stretch by its id."""
Mode = Literal["closed", "open", "finished"]


class BreakWindow(Window):
    """Open while the view has a break; then shows the finishing moment if there is one."""

    doctor_requested = Signal()

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
        self._built = False
        super().__init__(
            look,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle(self.tr("Unhunch: break"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wishes, self._now, self._guides = wishes, now, guides
        self._appearance = appearance or Appearance()
        self._mode: Mode = "closed"
        self._view: View | None = None
        self._taken_s = 0.0
        self._finish_ends_s = 0.0
        self._screen: QScreen | None = None
        self._listening = False
        self._dimmer = Dimmer(look)
        self._build(stills, artist)
        self._built = True
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self.draw)
        self._grace = QTimer(self, singleShot=True)
        self._grace.timeout.connect(self.end_grace)
        self._quiet = QTimer(self, singleShot=True, interval=round(QUIET_S * 1000))
        self._quiet.timeout.connect(lambda: self._set_keys(True))
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)

    # --- what comes in -------------------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        """Whether the window is closed, shows a break, or the moment after one."""
        return self._mode

    def set_appearance(self, appearance: Appearance) -> None:
        """Take over the settings; size and dimming from the next break on."""
        self._appearance = appearance

    def set_artist(self, artist: FigurePainter | None) -> None:
        """Have the figure painted by somebody else: another theme or person."""
        self.figure.set_artist(artist)

    def show_view(self, view: View) -> None:
        """Follow the view: open with its break, close without, unless the finishing moment is on."""
        self._view = view
        self._taken_s = self._now()
        if view.break_ is None:
            if self._mode == "open":
                self._close()
            return
        appears = self._mode != "open"
        self._mode = "open"
        self._finish.hide()
        self.controls.offer(view.break_)
        self._show_stage(view.break_)
        if appears:
            self._open()
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
        names = [guide.name for guide in map(self._guides, shown) if guide is not None]
        words = next_break(next_rhythm, next_in_s) if next_rhythm else ""
        self._mode = "finished"
        self._hold.release()
        for part in self._stage:
            part.hide()
        self._finish.tell(names, minutes(max(60.0, done_s)), words[:1].upper() + words[1:], self._places.unit)
        self._finish.show()
        self._finish_ends_s = self._now() + FINISH_S
        self._arrange()
        self.end_grace()
        self._run_frames()

    # --- building ------------------------------------------------------------------------------------------

    def _build(self, stills: Stills, artist: FigurePainter | None) -> None:
        look = self.look
        self._places: Places = places(1366, 768)
        self.progress = Progress(look, self)
        self.words = Words(look, self)
        self.figure = FigureView(artist, self)
        self.ring = HoldRing(look, self)
        self.coming = Coming(look, stills, self)
        self.calm = QLabel(self)
        self.calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.calm.setWordWrap(True)
        self.caution = FittingLabel(self)
        set_kind(self.caution, "soft")
        self.doctor_button = QPushButton(self.tr("When to see a doctor"), self)
        set_kind(self.doctor_button, "link")
        self.doctor_button.clicked.connect(self.doctor_requested)
        self.controls = BreakControls(look, self._wishes, self)
        self._finish = Finish(look, self)
        self._finish.hide()
        self._finish.felt.connect(self._felt)
        self._finish.done.connect(self._close)
        self._stage = (
            self.progress,
            self.words,
            self.figure,
            self.ring,
            self.coming,
            self.calm,
            self.caution,
            self.doctor_button,
            self.controls,
            self.controls.leave,
        )
        self._hold = HoldToEnd(self._now, self)
        self._notice = HoldNotice(look, self)
        self._hold.progressed.connect(lambda share: self._notice.show_share(share, self._places.unit))
        self._hold.held.connect(self._wishes.end)
        self._shortcuts = [
            self._shortcut(Qt.Key.Key_Left, self._wishes.previous_stretch),
            self._shortcut(Qt.Key.Key_Right, self._wishes.next_stretch),
            self._shortcut(Qt.Key.Key_R, self._wishes.repeat),
            self._shortcut(Qt.Key.Key_S, lambda: self._wishes.snooze(None)),
        ]

    def _shortcut(self, key: Qt.Key, do: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setAutoRepeat(False)
        made.activated.connect(lambda: do() if self._mode == "open" else None)
        return made

    def _show_stage(self, shown: BreakView) -> None:
        guided = bool(shown.stretches)
        for part in self._stage:
            part.show()
        for part in (self.words, self.figure, self.coming, self.caution):
            part.setVisible(guided)
        self.calm.setVisible(not guided)

    # --- opening and closing -------------------------------------------------------------------------------

    def _open(self) -> None:
        self._listening = False
        self._set_keys(False)
        self.controls.listen(False)
        self.doctor_button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grace.start(round(GRACE_S * 1000))
        self._place_on(current_screen())
        self.show()
        self.setFocus()

    def _place_on(self, screen: QScreen) -> None:
        """Stand on `screen`, in the size of the settings, without asking for the keyboard.

        Not showFullScreen(): that activates the window whatever its attributes say.
        """
        self._screen = screen
        self.setScreen(screen)
        if self._appearance.break_window == "full":
            self.setGeometry(screen.geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        else:
            self.setWindowState(Qt.WindowState.WindowNoState)
            free = screen.availableGeometry()
            width, height = min(1120, round(free.width() * 0.86)), min(680, round(free.height() * 0.86))
            self.setGeometry(
                QRect(0, 0, width, height).translated(free.center() - QRect(0, 0, width, height).center())
            )
        if self._appearance.dim_other_screens:
            self._dimmer.cover_all_but(screen)

    def _close(self) -> None:
        self._mode = "closed"
        self._frame.stop()
        self._grace.stop()
        self._quiet.stop()
        self._hold.release()
        self._dimmer.clear()
        self.hide()
        self.figure.show_moment(None)
        self.destroy()  # gives the window's picture back to the system until the next break

    def _screens_changed(self) -> None:
        if self._mode == "closed":
            return
        gone = self._screen not in QGuiApplication.screens()
        if gone:
            self._place_on(current_screen())
            self.show()
        elif self._appearance.dim_other_screens and self._screen is not None:
            self._dimmer.cover_all_but(self._screen)

    def end_grace(self) -> None:
        """Begin to take clicks; and, where the window fills the screen, the keyboard."""
        self._grace.stop()
        self._listening = True
        self.controls.listen(True)
        self.doctor_button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        if self.isActiveWindow():
            self._quiet.start()
        elif self._appearance.break_window == "full":
            self.activateWindow()

    # --- keys ----------------------------------------------------------------------------------------------

    def _set_keys(self, live: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(live)
        self._keys_live = live

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        if not self._keys_live:
            return False
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys_live:
            if self._listening:
                self._quiet.start()
            return
        if event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat() and self._mode == "open":
                self._hold.press()
            elif self._mode == "finished":
                self._close()
        elif event.key() == Qt.Key.Key_Space and self._mode == "open" and not event.isAutoRepeat():
            self.controls.toggle_pause()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.release()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._built and event.type() == QEvent.Type.ActivationChange:
            if not self.isActiveWindow():
                self._hold.release()
            elif self._listening:
                self._quiet.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window manager's close is the person's wish to end; the program's own end goes through."""
        if event.spontaneous() and self._mode == "open":
            event.ignore()
            if self._listening:
                self._wishes.end()
            return
        super().closeEvent(event)

    # --- drawing -------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Bring everything that moves up to now."""
        if self._mode == "finished":
            left = self._finish_ends_s - self._now()
            self._finish.tick.set_share(1 - max(0.0, left) / FINISH_S)
            if left <= 0:
                self._close()
            return
        shown = self._view.break_ if self._view is not None else None
        if shown is None:
            return
        if shown.stretches:
            self._draw_stretch(shown)
        else:
            self._draw_calm(shown)

    def _draw_stretch(self, shown: BreakView) -> None:
        now_s, unit = self._now(), self._places.unit
        guide = self._guides(shown.stretches[shown.index])
        into_s = stretch_s(shown, now_s)
        length_s = shown.lengths_s[shown.index] or 1.0
        count = self.tr("Stretch %1 of %2").replace("%1", str(shown.index + 1))
        count = count.replace("%2", str(len(shown.stretches)))
        left = self.tr("%1 left").replace("%1", clock(left_s(shown, now_s)))
        self.progress.show_progress(
            shown.lengths_s, shown.index, min(1.0, into_s / length_s), left=count, right=left, unit=unit
        )
        self._draw_coming(shown)
        if guide is None:
            self.words.tell(shown.stretches[shown.index], "", "", unit)
            left_words = clock(max(0.0, length_s - into_s))
            self.ring.tell(min(1.0, into_s / length_s), left_words, "", breath=None, still=shown.paused)
            return
        telling = guide.at(into_s)
        moment = guide.motion.sample(into_s)
        self.figure.show_moment(moment)
        self.words.tell(guide.name, self._side(telling), telling.words, unit)
        breath = moment.breath if telling.holding else None
        self.ring.tell(
            telling.share,
            _count(telling.left_s),
            self._ring_word(shown, telling, guide, into_s),
            breath=breath,
            still=shown.paused,
        )
        self._set_interval(telling.holding)

    def _draw_coming(self, shown: BreakView) -> None:
        after = shown.index + 1
        if after >= len(shown.stretches):
            self.coming.tell("", "", self._places.unit)
            return
        guide = self._guides(shown.stretches[after])
        name = guide.name if guide is not None else shown.stretches[after]
        self.coming.tell(shown.stretches[after], name, self._places.unit)

    def _draw_calm(self, shown: BreakView) -> None:
        now_s = self._now()
        left = left_s(shown, now_s)
        share = 1 - left / (shown.length_s or 1.0)
        words = self.tr("Paused") if shown.paused else self.tr("left")
        self.ring.tell(
            share, _count(left) if left < 100 else clock(left), words, breath=None, still=shown.paused
        )
        self._set_interval(True)

    def _side(self, telling: Telling) -> str:
        return {"right": self.tr("Your right"), "left": self.tr("Your left")}.get(telling.side, "")

    def _ring_word(self, shown: BreakView, telling: Telling, guide: Guide, into_s: float) -> str:
        if shown.paused:
            return self.tr("Paused")
        if not telling.holding:
            return self.tr("Move slowly")
        rising = guide.motion.sample(into_s + 0.1).breath - guide.motion.sample(into_s).breath
        if guide.motion.sample(into_s).breath == 0 and rising == 0:
            return self.tr("Hold")
        return self.tr("Breathe in") if rising >= 0 else self.tr("Breathe out")

    def _set_interval(self, calm: bool) -> None:
        """Choose how often to draw, by what a frame was measured to cost."""
        cheap = self.figure.cost_ms <= CHEAP_PAINT_MS
        wanted = CALM_MS if calm else FAST_MS if cheap else SMOOTH_MS
        if self._frame.interval() != wanted:
            self._frame.setInterval(wanted)

    def _run_frames(self) -> None:
        """Draw only while something moves and somebody can see it."""
        seen = self.isVisible() and self.windowHandle().isExposed()
        shown = self._view.break_ if self._view is not None else None
        here = self._view is not None and self._view.present
        moves = self._mode == "finished" or (shown is not None and not shown.paused and here)
        if seen and moves:
            if not self._frame.isActive():
                self._frame.start(CALM_MS)
        else:
            self._frame.stop()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if self._built and event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Expose):
            QTimer.singleShot(0, self, self._run_frames)
        return handled

    # --- layout --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.draw()

    def look_changed(self) -> None:
        if self._built:
            self._arrange()

    def _arrange(self) -> None:
        spots = self._places = places(self.width(), self.height())
        unit = spots.unit
        self.progress.setGeometry(spots.progress)
        self.words.setGeometry(spots.words)
        self.figure.setGeometry(spots.figure)
        self.coming.setGeometry(spots.coming)
        self._finish.setGeometry(self.rect())
        self._finish.set_unit(unit)
        self.controls.place(spots.controls, spots.leave, unit)
        shown = self._view.break_ if self._view is not None else None
        if shown is not None and not shown.stretches:
            self._arrange_calm(spots, shown)
        else:
            self.ring.setGeometry(spots.ring)
        self._arrange_notes(spots, shown)

    def _arrange_calm(self, spots: Places, shown: BreakView) -> None:
        side = round(min(spots.figure.height() * 0.6, spots.figure.width() * 0.8))
        centre = spots.figure.center()
        self.ring.setGeometry(centre.x() - side // 2, spots.figure.top(), side, side)
        below = spots.figure.top() + side + round(24 * spots.unit)
        self.calm.setGeometry(
            spots.progress.left(), below, spots.progress.width(), spots.figure.bottom() - below
        )
        eyes = self.tr("Look at something far away.\nLet your eyes go soft, and blink slowly.")
        other = self.tr("Take a moment for yourself.\nStand up if you like, and breathe.")
        self.calm.setText(eyes if shown.rhythm == "eyes" else other)
        self.calm.setStyleSheet(f"font-size: {round(34 * spots.unit)}px;")

    def _arrange_notes(self, spots: Places, shown: BreakView | None) -> None:
        """The caution in small type, and under it the way to the page about doctors."""
        px = max(12, round(15 * spots.unit))
        self.doctor_button.setStyleSheet(
            f"font-size: {px}px; padding: 0px; border-width: 0px; min-height: {px + 6}px;"
        )
        link = self.doctor_button.sizeHint()
        notes = spots.notes
        self.doctor_button.setGeometry(
            notes.left(), notes.bottom() - link.height(), link.width(), link.height()
        )
        height = notes.height() - link.height()
        self.caution.setGeometry(notes.left(), notes.bottom() - link.height() - height, notes.width(), height)
        guide = self._guides(shown.stretches[shown.index]) if shown is not None and shown.stretches else None
        self.caution.fit(guide.caution if guide is not None else "", px, 11)

    def paintEvent(self, _event: QPaintEvent) -> None:
        super().paintEvent(_event)
        if self.isFullScreen():
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.look.theme.edge), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    # --- finishing -----------------------------------------------------------------------------------------

    def _felt(self, feeling: Feeling) -> None:
        self._wishes.feel(feeling)
        self._finish_ends_s = min(self._finish_ends_s, self._now() + THANKS_S)


def _count(seconds: float) -> str:
    """Whole seconds left, rounded up: it says 1 until the end."""
    whole = int(seconds) + (seconds % 1 > 1e-6)
    return str(whole) if whole < 100 else clock(seconds)
