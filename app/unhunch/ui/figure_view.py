"""Shows the animated person: paints a moment of a motion into its own rectangle, and nothing else."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QSizeF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.painter import FigurePainter
from unhunch.ui.look import Look

COST_KEPT = 0.98
"""Of the cost of a dear frame so much is remembered a frame later: the frame rate does not flutter."""
SMOOTHEST_FPS, SMOOTH_FPS = 60, 30
CHEAP_MS = 4.0
"""A frame drawn for less is drawn 60 times a second: then it takes a quarter of one core at most."""
FADE_S = 0.7
"""How long one pose takes to fade into the next where movement is reduced, and its arrows to go."""
TOLD_S = 4.0
"""As long at the least, or as long as its move takes, the arrows of a pose stay with it there."""


class FigureView(QWidget):
    """The figure at one moment; asks for a repaint only when something moved."""

    def __init__(self, look: Look, artist: FigurePainter | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._artist = artist
        self._motion: Motion | None = None
        self._moment: Moment | None = None
        self._before: Moment | None = None
        self._share = 1.0
        self._stills: dict[tuple[int, float], QPixmap] = {}
        self._cost_ms = 0.0

    @property
    def cost_ms(self) -> float:
        """What the dearest of the last frames drawn anew cost, ms; it takes some seconds to be forgotten."""
        return self._cost_ms

    @property
    def frames_per_s(self) -> int:
        """How often to show a frame, by what drawing one was measured to cost.

        Times are rounded to frames of that length, so that a repeat shows the pictures drawn before.
        """
        return SMOOTHEST_FPS if self._cost_ms <= CHEAP_MS else SMOOTH_FPS

    def set_artist(self, artist: FigurePainter | None) -> None:
        """Have somebody else paint: another theme or person."""
        self._artist = artist
        self._stills.clear()
        self.update()

    def show_motion(self, motion: Motion, at_s: float, reduced: bool, *, paused: bool = False) -> None:
        """Show `motion` at a time; `reduced` fades from pose to pose, `paused` keeps to the nearer of two."""
        self._motion = None if reduced else motion
        if reduced:
            self._show_poses(motion, at_s, paused=paused)
        else:
            self._show(motion.sample(motion.frame_time_s(at_s, self.frames_per_s)), None, 1.0)

    def clear(self) -> None:
        """Show nobody, and keep no picture."""
        self._stills.clear()
        self._motion = None
        if self._artist is not None:
            self._artist.clear()
        self._show(None, None, 1.0)

    def _show(self, moment: Moment | None, before: Moment | None, share: float) -> None:
        was = _seen(self._moment), self._before, self._share
        self._moment, self._before, self._share = moment, before, share
        if was != (_seen(moment), before, share):
            self.update()

    def _show_poses(self, motion: Motion, at_s: float, *, paused: bool) -> None:
        """Show the pose the running step arrives at, fading in over the one before."""
        steps = motion.steps
        i, into_s = motion.find(at_s)
        share = min(1.0, into_s / min(FADE_S, steps[i].move_s))
        shown, before = _arrived(motion, i, into_s), None
        if share < 1 and i > 0:
            before = _arrived(motion, i - 1, steps[i - 1].move_s + steps[i - 1].hold_s)
        if paused and before is not None:  # nobody looks at two people in one for minutes
            shown, before = (shown, None) if share >= 0.5 else (before, None)
        self._show(shown, before, round(share, 2) if before is not None else 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._moment is None or self._artist is None:
            return
        drawn_before = self._artist.drawn
        timer = QElapsedTimer()
        timer.start()
        painter = QPainter(self)
        if self._before is not None:
            painter.drawPixmap(0, 0, self._still(self._before))
            painter.setOpacity(self._share)
            painter.drawPixmap(0, 0, self._still(self._moment))
            painter.setOpacity(1.0)
        else:
            self._paint(painter, self._moment)
        painter.end()
        if self._artist.drawn > drawn_before:
            spent_ms = timer.nsecsElapsed() / 1e6
            self._cost_ms = max(spent_ms, self._cost_ms * COST_KEPT)
            QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Draw what the frames to come begin with, so that none of them takes longer than the others."""
        if self._artist and self._motion and self._moment and self._before is None and self.isVisible():
            key = self._motion.coming_key(self._moment)
            size, ratio = QSizeF(self.size()), self.devicePixelRatioF()
            self._artist.prepare(key, self._moment.props, size, ratio)

    def _paint(self, painter: QPainter, moment: Moment) -> None:
        if self._artist is not None:
            box = QRectF(self.rect())
            self._artist.paint(painter, box, moment, device_pixel_ratio=self.devicePixelRatioF())

    def _still(self, moment: Moment) -> QPixmap:
        """Return a key pose on its ground, kept while it fades."""
        key = moment.step, moment.cue_strength
        found = self._stills.get(key)
        ratio = self.devicePixelRatioF()
        size: QSize = self.size() * ratio
        if found is None or found.size() != size:
            found = QPixmap(size)
            found.setDevicePixelRatio(ratio)
            found.fill(QColor(self._look.theme.ground))
            painter = QPainter(found)
            self._paint(painter, moment)
            painter.end()
            if len(self._stills) >= 2:
                self._stills.clear()
            self._stills[key] = found
        return found


def _arrived(motion: Motion, i: int, into_s: float) -> Moment:
    """The pose of step i so many seconds into it, with what is left of the arrows that led there."""
    arrived = motion.arrival(i)
    gone = (into_s - max(TOLD_S, motion.steps[i].move_s)) / FADE_S
    left = round(min(1.0, max(0.0, 1 - gone)), 2)
    return replace(arrived, cue_strength=arrived.cue_strength * left)


def _seen(moment: Moment | None) -> Hashable:
    return moment and moment.seen
