"""The ring that counts a hold or movement down, and breathes with the person."""

from collections.abc import Hashable
from math import pi

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import UNDER_RING
from unhunch.ui.look import Look
from unhunch.ui.ring import fitted, paint_ring_fill, paint_ring_track
from unhunch.ui.style import font

# What is finer than this would be painted, but not seen: of the ring, of the disc that breathes.
_RING_STEP_PX, _BREATHS = 1.5, 64

GLOW_LEAST, GLOW_MOST = 0.10, 0.22
"""How much of the accent the disc that breathes has: with more, the number on it would be hard to read."""
DISC_LEAST, DISC_MOST = 0.32, 0.44
"""Radius of the disc that breathes, as a share of the ring's width: between the number and the ring."""
NUMBER_WIDE = 0.72
"""The number in the ring is no wider than this share of it."""


class HoldRing(QWidget):
    """Counts a hold or movement down; in a hold a disc breathes with the person."""

    def __init__(self, look: Look, parent: QWidget, *, under: bool) -> None:
        """`under`: the word stands under the ring, to be read from afar; else in it, below the number."""
        super().__init__(parent)
        self._look = look
        self._under = under
        self._told: tuple[float, str, str, float, bool] = (0.0, "", "", -1.0, False)
        self._kept: tuple[Hashable, QPixmap] | None = None

    def tell(self, share: float, number: str, word: str, *, breath: float | None, still: bool) -> None:
        """Fill by `share`; `number` stands in it, over `word`; `breath` 0 to 1 is how full the chest is.

        While the ring is empty the number is soft: it does not count yet.
        """
        steps = max(1, round(pi * self._box.width() / _RING_STEP_PX))
        breathed = -1.0 if breath is None else round(breath * _BREATHS) / _BREATHS
        told = (round(share * steps) / steps, number, word, breathed, still)
        if told == self._told:
            return
        reworded = word != self._told[2]
        self._told = told
        self.setAccessibleName(f"{number} {word}".strip())
        self.update(self.rect() if reworded else self._box.toAlignedRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        share, number, word, breath, still = self._told
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box
        if breath >= 0:
            glow = QColor(theme.edge if still else theme.accent)
            glow.setAlphaF(GLOW_LEAST + (GLOW_MOST - GLOW_LEAST) * breath)
            size = 0.5 if self._look.reduced_motion else breath  # it fades then, and keeps still
            radius = box.width() * (DISC_LEAST + (DISC_MOST - DISC_LEAST) * size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(box.center()), radius, radius)
        painter.drawPixmap(0, 0, self._standing(number, word, begun=share > 0))
        fill = theme.edge if still else theme.accent
        paint_ring_fill(painter, box, share, fill=fill, thickness=self._thickness)
        painter.end()

    @property
    def _box(self) -> QRectF:
        side = min(self.width(), self.height() / (1 + UNDER_RING) if self._under else self.height())
        return QRectF((self.width() - side) / 2, 0, side, side)

    @property
    def _thickness(self) -> float:
        return max(5.0, self._box.width() * 0.042)

    def _standing(self, number: str, word: str, *, begun: bool) -> QPixmap:
        """The track and the words in it: painted once a second, though the ring moves in every frame."""
        ratio, theme = self.devicePixelRatioF(), self._look.theme
        about = (number, word, begun, self.size(), ratio, theme.name)
        if self._kept is None or self._kept[0] != about:
            drawn = QPixmap(self.size() * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            paint_ring_track(painter, self._box, track=theme.track, thickness=self._thickness)
            self._write(painter, number, word, theme.ink if begun else theme.ink_soft)
            painter.end()
            self._kept = (about, drawn)
        return self._kept[1]

    def _write(self, painter: QPainter, number: str, word: str, ink: str) -> None:
        box, theme = self._box, self._look.theme
        side = box.width()
        if self._under:
            number_px, number_box = side * 0.42, box
            word_px, word_width = side * 0.12, float(self.width())
            word_box = QRectF(0, box.bottom(), self.width(), self.height() - box.bottom())
            word_place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        else:
            number_px, number_box = side * 0.34, box.translated(0, -side * 0.05)
            word_px, word_width = side * 0.094, side * 0.7
            word_box, word_place = box.translated(0, side * 0.19), Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(ink))
        widest = "".join("0" if sign.isdigit() else sign for sign in number)  # its size must not flutter
        painter.setFont(fitted(font(number_px), widest, side * NUMBER_WIDE))
        painter.drawText(number_box, Qt.AlignmentFlag.AlignCenter, number)
        painter.setPen(QColor(theme.ink if self._under else theme.ink_soft))
        painter.setFont(fitted(font(word_px, QFont.Weight.DemiBold), word, word_width))
        painter.drawText(word_box, word_place, word)
