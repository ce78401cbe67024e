"""Lets what a part of a window showed fade into what it shows now."""

from PySide6.QtCore import QRect, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from unhunch.ui.look import Look

FADE_MS = 280


class Crossfade(QWidget):
    """A picture of what was, over what is; it fades and is gone. It takes no clicks.

    Where movement is reduced nothing fades: the new is there at once.
    """

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self._before = QPixmap()
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
        self._before = self._over.grab(area)
        self.setGeometry(area)
        self.show()
        self.raise_()
        self._share.start()

    def stop(self) -> None:
        """Show the new alone, and keep no picture."""
        self._share.stop()
        self.hide()
        self._before = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1 - (self._share.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._before)
        painter.end()


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.window().windowHandle().isExposed()
