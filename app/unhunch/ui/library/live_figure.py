"""The figure that moves on a card under the pointer or the keyboard's focus."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unhunch.ui.figure_view import FigureView
from unhunch.ui.gallery import Gallery
from unhunch.ui.guide import Guide
from unhunch.ui.look import Look

FRAME_MS = 40
DWELL_MS = 160
"""A pointer that only passes over a card moves nobody."""


Marks = Callable[[QPainter, str], None]


class LiveFigure(QWidget):
    """One figure for all cards: it lies over the still of the one that is looked at."""

    def __init__(self, look: Look, gallery: Gallery, marks: Marks, parent: QWidget) -> None:
        """`marks` paints what stands on the still of a stretch, at the widget's origin."""
        super().__init__(parent)
        self._look, self._gallery = look, gallery
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._figure = FigureView(look, gallery.artist, self)
        self._marks = _Marks(self, marks)
        self._guide: Guide | None = None
        self._started = QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._draw)
        self._dwell = QTimer(self, singleShot=True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._begin)
        self._id = ""
        gallery.changed.connect(self._gallery_changed)
        self.hide()

    @property
    def stretch_id(self) -> str:
        """Whom it shows, or is about to; "" for nobody."""
        return self._id

    @property
    def is_moving(self) -> bool:
        """Whether it moves now."""
        return self._frames.isActive()

    def look_at(self, stretch_id: str, still: QRect) -> None:
        """Show a stretch over its still, once it has been looked at for a moment."""
        self.setGeometry(still.adjusted(2, 2, -2, 0))
        if stretch_id == self._id:
            return
        self.look_away()
        self._id = stretch_id
        self._guide = self._gallery.guide(stretch_id)
        if self._guide is not None and self._guide.picture is None:
            self._dwell.start()

    def look_away(self) -> None:
        """Show nobody."""
        self._dwell.stop()
        self._frames.stop()
        self._id, self._guide = "", None
        self.hide()

    def _begin(self) -> None:
        if self._guide is None:
            return
        self._figure.set_artist(self._gallery.artist)
        self._figure.setGeometry(self.rect())
        self._marks.setGeometry(self.rect())
        self._started.start()
        self._draw()
        self.show()
        self._frames.start()

    def _draw(self) -> None:
        if self._guide is not None:
            at_s = self._guide.still_s + self._started.elapsed() / 1000
            self._figure.show_motion(self._guide.motion, at_s, self._look.reduced_motion)

    def _gallery_changed(self) -> None:
        self.look_away()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.ground))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._frames.stop()


class _Marks(QWidget):
    """Lies over the figure, so that it never hides what stands on its card."""

    def __init__(self, live: LiveFigure, marks: Marks) -> None:
        super().__init__(live)
        self._live, self._paint = live, marks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self._live.stretch_id)
        painter.end()
