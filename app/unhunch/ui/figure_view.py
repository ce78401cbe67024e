"""Shows the animated person: paints a moment of a motion into its own rectangle, and nothing else."""

from PySide6.QtCore import QElapsedTimer, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.figure.motion import Moment
from unhunch.figure.painter import FigurePainter


class FigureView(QWidget):
    """The figure at one moment; `show_moment` asks for a repaint only when something moved."""

    def __init__(self, artist: FigurePainter | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._artist = artist
        self._moment: Moment | None = None
        self._cost_ms = 0.0

    @property
    def cost_ms(self) -> float:
        """What painting one frame has cost lately, ms."""
        return self._cost_ms

    def set_artist(self, artist: FigurePainter | None) -> None:
        """Have somebody else paint: another theme or person."""
        self._artist = artist
        self.update()

    def show_moment(self, moment: Moment | None) -> None:
        """Show this moment; None shows nobody."""
        if moment != self._moment:
            self._moment = moment
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._moment is None or self._artist is None:
            return
        timer = QElapsedTimer()
        timer.start()
        painter = QPainter(self)
        self._artist.paint(
            painter, QRectF(self.rect()), self._moment, device_pixel_ratio=self.devicePixelRatioF()
        )
        painter.end()
        spent_ms = timer.nsecsElapsed() / 1e6
        self._cost_ms += (spent_ms - self._cost_ms) * (0.1 if self._cost_ms else 1.0)
