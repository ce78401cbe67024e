"""Lets what a part of a window showed fade into what it shows now."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from unhunch.ui.look import Look

FADE_MS = 360


class Crossfade(QWidget):
    """Over what is: a picture of what was, which fades to the bare window, which lets the new come through.

    So words never stand in each other. It takes no clicks. Where movement is reduced nothing fades: the new
    is there at once.
    """

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self._before, self._bare = QPixmap(), QPixmap()
        self._begun = False
        self._share = QVariantAnimation(self)
        self._share.setDuration(FADE_MS)
        self._share.setStartValue(0.0)
        self._share.setEndValue(1.0)
        self._share.valueChanged.connect(lambda _share: self.update())
        self._share.finished.connect(self.stop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def begin(self, area: QRect) -> None:
        """Keep what `area` of the window shows, for it is about to change; what fades already goes on."""
        fades = self.isVisible() and self.geometry().contains(area)
        if fades or self._look.reduced_motion or not _is_seen(self._over):
            return
        self._before, self._bare = self._over.grab(area), self._picture_bare(area)
        self.setGeometry(area)
        self._share.stop()
        self._share.setCurrentTime(0)
        self._begun = False
        self.show()
        self.raise_()

    def _picture_bare(self, area: QRect) -> QPixmap:
        """Return what the window shows where nothing stands on it; a card has round corners."""
        ratio = self._over.devicePixelRatioF()
        bare = QPixmap(area.size() * ratio)
        bare.setDevicePixelRatio(ratio)
        bare.fill(Qt.GlobalColor.transparent)
        self._over.render(bare, QPoint(), QRegion(area), QWidget.RenderFlag.DrawWindowBackground)
        return bare

    def stop(self) -> None:
        """Show the new alone, and keep no picture."""
        self._share.stop()
        self.hide()
        self._before, self._bare = QPixmap(), QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = 2 * (1 - self._share.currentValue())
        painter = QPainter(self)
        painter.setOpacity(min(1.0, left))
        painter.drawPixmap(0, 0, self._bare)
        painter.setOpacity(max(0.0, left - 1))
        painter.drawPixmap(0, 0, self._before)
        painter.end()
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self._run)

    def _run(self) -> None:
        """Fade from now on: the new has been painted, and its first picture is the one that takes long."""
        if self.isVisible():
            self._share.start()


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.window().windowHandle().isExposed()
