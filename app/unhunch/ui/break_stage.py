"""A stretch under way: progress, words, the moving figure, the ring, and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from unhunch.domain.view import BreakView
from unhunch.figure.painter import FigurePainter
from unhunch.ui.break_layout import Places
from unhunch.ui.coming import Coming
from unhunch.ui.figure_view import FigureView
from unhunch.ui.guide import Guide, Telling
from unhunch.ui.hold_ring import HoldRing
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.picture_view import PictureView
from unhunch.ui.progress import Progress
from unhunch.ui.reading import left_s, stretch_s
from unhunch.ui.step_words import Words
from unhunch.ui.still import Stills
from unhunch.ui.words import clock

BREATHS_FPS = 12
"""Frames a second of a figure that holds still: its chest moves about a pixel a frame."""

Guides = Callable[[str], Guide | None]
"""Finds the guide to a stretch by its id."""


class Stage(QWidget):
    """Draws an open break at a time; holds nothing that the view does not say."""

    turning = Signal(QRect)
    """Here in the window other words, or another stretch, are about to stand."""

    def __init__(
        self, look: Look, guides: Guides, stills: Stills, artist: FigurePainter | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._guides = look, guides
        self._unit = self._beside_unit = 1.0
        self._middle = QRect()
        self._stretch = ""
        self.progress = Progress(look, self)
        self.words = Words(look, self)
        self.figure = FigureView(look, artist, self)
        self.picture = PictureView(self)
        self.picture.hide()
        self.ring = HoldRing(look, self, under=True)
        self.coming = Coming(look, stills, self)

    def place(self, spots: Places) -> None:
        """Put everything into its place."""
        self._unit, self._beside_unit = spots.unit, spots.unit * spots.grown
        parts = (
            (self.progress, spots.progress),
            (self.words, spots.words),
            (self.figure, spots.figure),
            (self.picture, spots.figure),
            (self.ring, spots.ring),
            (self.coming, spots.coming),
        )
        for part, spot in parts:
            part.setGeometry(placed(spot, self.rect()))
        self.coming.stand(at_right=not spots.wide)
        top = spots.progress.bottom() + 1
        self._middle = QRect(0, top, self.width(), spots.controls.top() - top)

    def clear(self) -> None:
        """Show nothing, and keep no picture."""
        self._stretch = ""
        self.words.tell("", "", "", self._beside_unit)
        self.figure.clear()

    def turn(self, shown: BreakView) -> None:
        """Get ready for what is to be shown: `turning` where it is another stretch than before."""
        stretch = shown.stretches[shown.index] if shown.stretches else ""
        if self._stretch and stretch != self._stretch:
            self.turning.emit(self._middle)
        self._stretch = stretch

    def draw(self, shown: BreakView, now_s: float) -> bool:
        """Bring everything up to `now_s`. Returns whether the figure keeps still but for its breath."""
        into_s = stretch_s(shown, now_s)
        length_s = shown.lengths_s[shown.index] or 1.0
        share = min(1.0, into_s / length_s)
        self._draw_progress(shown, share, now_s)
        self._draw_coming(shown)
        guide = self._guides(shown.stretches[shown.index])
        if guide is None:
            self.figure.clear()
            self.words.tell(shown.stretches[shown.index], "", "", self._beside_unit)
            self.ring.tell(share, clock(max(0.0, length_s - into_s)), "", breath=None, still=shown.paused)
            return True
        telling = guide.at(into_s)
        figure_s = int(into_s * BREATHS_FPS) / BREATHS_FPS if telling.holding else into_s
        self._show(guide, figure_s, paused=shown.paused)
        told = (guide.name, self._side(telling), telling.words, self._beside_unit)
        if self.words.differ(*told):
            self.turning.emit(self.words.geometry())
        self.words.tell(*told)
        self.ring.tell(
            telling.share,
            count(telling.left_s),
            self.tr("Paused") if shown.paused else self._cue(telling),
            breath=telling.breath,
            still=shown.paused,
        )
        return telling.holding

    def _show(self, guide: Guide, figure_s: float, *, paused: bool) -> None:
        """Show the figure, or the picture of one's own stretch in its place."""
        if guide.picture is None:
            self.figure.show_motion(guide.motion, figure_s, self._look.reduced_motion, paused=paused)
        else:
            self.picture.show_picture(guide.picture, still=self._look.reduced_motion)
        self.figure.setVisible(guide.picture is None)
        self.picture.setVisible(guide.picture is not None)

    def _draw_progress(self, shown: BreakView, share: float, now_s: float) -> None:
        told = self.tr("One stretch")
        if len(shown.stretches) > 1:
            told = self.tr("Stretch %1 of %2").replace("%1", str(shown.index + 1))
            told = told.replace("%2", str(len(shown.stretches)))
        left = self.tr("%1 left").replace("%1", clock(left_s(shown, now_s)))
        self.progress.show_progress(
            shown.lengths_s, shown.index, share, left=told, right=left, unit=self._unit
        )

    def _draw_coming(self, shown: BreakView) -> None:
        after = shown.index + 1
        if after >= len(shown.stretches):
            self.coming.tell("", "", self._beside_unit)
            return
        guide = self._guides(shown.stretches[after])
        name = guide.name if guide is not None else shown.stretches[after]
        self.coming.tell(shown.stretches[after], name, self._beside_unit)

    def _side(self, telling: Telling) -> str:
        return {"right": self.tr("Your right"), "left": self.tr("Your left")}.get(telling.side, "")

    def _cue(self, telling: Telling) -> str:
        """What the ring says: to move, or how to breathe while holding."""
        if not telling.holding:
            return self.tr("Move slowly")
        return self.tr("Breathe in") if telling.inhaling else self.tr("Breathe out")


def count(seconds: float) -> str:
    """Return whole seconds left, rounded up: it says 1 until the end. Minutes from 100 s on."""
    whole = int(seconds) + (seconds % 1 > 1e-6)
    return str(whole) if whole < 100 else clock(seconds)
