"""Rings: drawn the same in the tray, on the card and in the windows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unhunch.ui.look import Look
from unhunch.ui.style import font


def paint_ring(
    painter: QPainter,
    box: QRectF,
    share: float,
    *,
    track: str,
    fill: str,
    thickness: float,
    track_thickness: float | None = None,
) -> None:
    """Paint a ring into the square `box`, filled clockwise from the top by `share` (0 to 1).

    Sizes are in the painter's units. The track lies under the middle of the fill.
    """
    paint_ring_track(painter, box, track=track, thickness=thickness, track_thickness=track_thickness)
    paint_ring_fill(painter, box, share, fill=fill, thickness=thickness)


def paint_ring_track(
    painter: QPainter, box: QRectF, *, track: str, thickness: float, track_thickness: float | None = None
) -> None:
    """Paint what is filled as time goes by: the lower part of what `paint_ring` paints."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(track), track_thickness or thickness))
    painter.drawEllipse(_middle(box, thickness))
    painter.restore()


def paint_ring_fill(painter: QPainter, box: QRectF, share: float, *, fill: str, thickness: float) -> None:
    """Paint the filled part alone: the upper part of what `paint_ring` paints."""
    share = min(1.0, max(0.0, share))
    if not share:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if share >= 1.0:
        painter.setPen(QPen(QColor(fill), thickness))
        painter.drawEllipse(_middle(box, thickness))
    else:
        painter.setPen(QPen(QColor(fill), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(_middle(box, thickness), 90 * 16, round(-share * 360 * 16))
    painter.restore()


def _middle(box: QRectF, thickness: float) -> QRectF:
    """Where the middle of the ring's line runs."""
    return box.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)


def fitted(wanted: QFont, text: str, width: float) -> QFont:
    """Return `wanted`, made smaller where `text` would be wider than `width` px."""
    wide = QFontMetrics(wanted).horizontalAdvance(text)
    return font(wanted.pixelSize() * width / wide, QFont.Weight(wanted.weight())) if wide > width else wanted


class Ring(QWidget):
    """A ring with a word or number in it."""

    def __init__(self, look: Look, diameter: int, thickness: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self._thickness = thickness
        self._still = False
        self.setFixedSize(QSize(diameter, diameter))
        look.changed.connect(self.update)

    @property
    def share(self) -> float:
        """How far the ring is filled, 0 to 1."""
        return self._share

    def set_share(self, share: float, still: bool = False) -> None:
        """Fill the ring by `share`; `still` draws it in grey, for a time that does not run."""
        if (share, still) != (self._share, self._still):
            self._share, self._still = share, still
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        paint_ring(
            painter,
            QRectF(self.rect()),
            self._share,
            track=theme.track,
            fill=theme.edge if self._still else theme.accent,
            thickness=self._thickness,
        )
        painter.end()
