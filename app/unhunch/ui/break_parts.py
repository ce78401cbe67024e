"""The pieces of the break window: progress of the whole, words that fit, the hold's ring, what comes next."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import pi

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from unhunch.ui.break_layout import UNDER_RING, legible
from unhunch.ui.lines import balanced_width, longest_word, parted, shortened, text_height, text_size
from unhunch.ui.look import Look
from unhunch.ui.mirror import hanging, placed
from unhunch.ui.ring import fitted, paint_ring_fill, paint_ring_track
from unhunch.ui.style import font

# What is finer than this would be painted, but not seen: of a bar, of a ring, of the disc that breathes.
_STEPS_PER_PX, _RING_STEP_PX, _BREATHS = 1, 1.5, 64

GLOW_LEAST, GLOW_MOST = 0.10, 0.22
"""How much of the accent the disc that breathes has: with more, the number on it would be hard to read."""

BADGE, GAP = 46, 18
"""Height of the badge that says the side, and the distance of the words' parts, in units."""

NUMBER_WIDE = 0.72
"""The number in the ring is no wider than this share of it."""
DISC_LEAST, DISC_MOST = 0.32, 0.44
"""Radius of the disc that breathes, as a share of the ring's width: between the number and the ring."""

COMING_LINES = 3
"""Lines that the name of what comes next may have."""

Stills = Callable[[str, QSize, float], QPixmap | None]
"""Draws a still of a stretch: (id, size in px, device pixel ratio); None where there is none."""


class Progress(QWidget):
    """The whole break as a row of bars, one a stretch, each as wide as its time."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lengths_s: tuple[float, ...] = ()
        self._index = 0
        self._share = 0.0
        self._left, self._right, self._unit = "", "", 1.0
        self.setAccessibleName(self.tr("Progress of the break"))

    def show_progress(
        self, lengths_s: Sequence[float], index: int, share: float, *, left: str, right: str, unit: float
    ) -> None:
        """Fill the bars before `index`, and that one by `share`; `left` and `right` stand over the row."""
        bar_px = self.width() * lengths_s[index] / (sum(lengths_s) or 1.0) if lengths_s else 0.0
        steps = max(1, round(_STEPS_PER_PX * bar_px))
        told = (tuple(lengths_s), index, round(share * steps) / steps, left, right, unit)
        if told != (self._lengths_s, self._index, self._share, self._left, self._right, self._unit):
            (self._lengths_s, self._index, self._share, self._left, self._right, self._unit) = told
            self.setAccessibleDescription(f"{left}, {right}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._lengths_s:
            return
        theme, unit = self._look.theme, self._unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = max(4.0, 6 * unit)
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(font(legible(18 * unit), QFont.Weight.DemiBold))
        words = QRectF(0, 0, self.width(), self.height() - thick - 6 * unit)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self._left)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, self._right)
        gap = 8 * unit
        room = self.width() - gap * (len(self._lengths_s) - 1)
        total_s = sum(self._lengths_s) or 1.0
        left = 0.0
        for i, length_s in enumerate(self._lengths_s):
            bar = QRectF(left, self.height() - thick, room * length_s / total_s, thick)
            done = 1.0 if i < self._index else self._share if i == self._index else 0.0
            _paint_bar(painter, placed(bar, self.rect()), done, theme.track, theme.accent)
            left = bar.right() + gap
        painter.end()


def _paint_bar(painter: QPainter, bar: QRectF, done: float, track: str, fill: str) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.fillPath(outline, QColor(track))
    if done > 0:
        filled = QPainterPath()
        room = QRectF(bar)
        room.setWidth(max(bar.height(), bar.width() * min(1.0, done)))
        filled.addRoundedRect(placed(room, bar), bar.height() / 2, bar.height() / 2)
        painter.fillPath(filled, QColor(fill))


@dataclass(frozen=True, slots=True)
class _Block:
    """Some words as they are written: with the hyphens they need, and so high, px."""

    font: QFont
    text: str
    height: int


class Words(QWidget):
    """The stretch's name, the side, and the step's words; the type shrinks until all of it fits."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._told = ("", "", "", 1.0)

    def tell(self, name: str, side: str, step: str, unit: float) -> None:
        """Show a name, a side ("Your right" or "") and the words of a step."""
        if (name, side, step, unit) != self._told:
            self._told = (name, side, step, unit)
            self.setAccessibleName(name)
            self.setAccessibleDescription(f"{side}. {step}" if side else step)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, unit = self._told[1], self._told[3]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, name, step = self._fitting()
        badge_height = BADGE * unit * scale
        gap = GAP * unit * scale
        total = name.height + gap + (badge_height + gap if side else 0) + step.height
        top = max(0.0, (self.height() - total) / 2)
        self._write(painter, name, top)
        top += name.height + gap
        if side:
            self._paint_badge(painter, side, top, badge_height, scale)
            top += badge_height + gap
        self._write(painter, step, top)
        painter.end()

    def _write(self, painter: QPainter, block: _Block, top: float) -> None:
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setPen(QColor(self._look.theme.ink))
        painter.setFont(block.font)
        width = balanced_width(block.font, block.text, self._room(block.font)) + hanging(block.font)
        box = placed(QRectF(0, top, width + 1, block.height + 8), self.rect())
        painter.drawText(box, flags, block.text)

    def _paint_badge(self, painter: QPainter, side: str, top: float, height: float, scale: float) -> None:
        theme, unit = self._look.theme, self._told[3]
        painter.setFont(font(legible(25 * unit * scale), QFont.Weight.DemiBold))
        width = QFontMetrics(painter.font()).horizontalAdvance(side) + height
        badge = placed(QRectF(0, top, min(width, self.width()), height), self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(badge, height / 2, height / 2)
        painter.fillPath(outline, QColor(theme.button))
        painter.setPen(QColor(theme.on_button))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, side)

    def _fitting(self) -> tuple[float, _Block, _Block]:
        """Return the largest type scale at which everything fits, with the name and the step's words then."""
        name, side, step, unit = self._told
        scale = 1.0
        while True:
            step_font = font(legible(32 * unit * scale))
            name_font = self._name_font(name, 42 * unit * scale, step_font.pixelSize())
            blocks = (self._block(name_font, name), self._block(step_font, step))
            used = (
                sum(block.height for block in blocks) + (BADGE + 3 * GAP if side else 2 * GAP) * unit * scale
            )
            if used <= self.height() or scale <= 0.5:
                return scale, *blocks
            scale -= 0.06

    def _name_font(self, name: str, px: float, least_px: int) -> QFont:
        """Return the name's font: smaller than `px` where a word would be wider than the line, but never
        smaller than the step's words.
        """
        fitting = round(px)
        wanted = font(fitting, QFont.Weight.Bold)
        while fitting > least_px and longest_word(wanted, name) > self._room(wanted):
            fitting -= 1
            wanted = font(fitting, QFont.Weight.Bold)
        return font(max(least_px, fitting), QFont.Weight.Bold)

    def _block(self, used: QFont, text: str) -> _Block:
        room = self._room(used)
        shown = parted(used, text, room)
        return _Block(used, shown, text_height(used, shown, room))

    def _room(self, used: QFont) -> int:
        return self.width() - hanging(used)


def paint_still(
    painter: QPainter, frame: QRectF, still: QPixmap | None, look: Look, *, corner: float
) -> None:
    """Paint a still on a ground of its own, in a fine frame with round corners; None leaves the ground."""
    outline = QPainterPath()
    outline.addRoundedRect(frame, corner, corner)
    painter.fillPath(outline, QColor(look.theme.surface))
    if still is not None:
        painter.setClipPath(outline)
        painter.drawPixmap(frame.toRect(), still)
        painter.setClipping(False)
    painter.strokePath(outline, QPen(QColor(look.theme.line), 1))


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
        painter.setFont(fitted(font(number_px, QFont.Weight.Light), widest, side * NUMBER_WIDE))
        painter.drawText(number_box, Qt.AlignmentFlag.AlignCenter, number)
        painter.setPen(QColor(theme.ink if self._under else theme.ink_soft))
        painter.setFont(fitted(font(word_px, QFont.Weight.DemiBold), word, word_width))
        painter.drawText(word_box, word_place, word)


class Coming(QWidget):
    """What comes next: a small still and its name."""

    def __init__(self, look: Look, stills: Stills, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._stills = look, stills
        self._told = ("", "", 1.0)
        self._at_right = False

    def tell(self, stretch: str, name: str, unit: float) -> None:
        """Show the next stretch; "" for none."""
        if (stretch, name, unit) != self._told:
            self._told = (stretch, name, unit)
            self.setAccessibleName(self.tr("Next: %1").replace("%1", name) if name else "")
            self.update()

    def stand(self, *, at_right: bool) -> None:
        """Stand at the right edge, or in the middle of the room."""
        self._at_right = at_right
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        stretch, name, unit = self._told
        if not name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.height(), round(96 * unit))
        still = self._stills(stretch, QSize(side, side), self.devicePixelRatioF())
        beside = side + round(16 * unit) if still is not None else 0
        over, under = (font(legible(px * unit), QFont.Weight.DemiBold) for px in (15, 20))
        room = max(1, self.width() - beside)
        name = shortened(under, name, room, COMING_LINES)
        size = text_size(under, name, room)
        free = max(0, room - size.width())
        left = free if self._at_right else free // 2
        if still is not None:
            frame = QRectF(left + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
            frame = placed(frame, self.rect())
            paint_still(painter, frame, still, self._look, corner=frame.width() * 0.15)
        self._paint_words(painter, over, under, name, QRect(QPoint(left + beside, 0), size))
        painter.end()

    def _paint_words(self, painter: QPainter, over: QFont, under: QFont, name: str, name_box: QRect) -> None:
        """Write "Next" in `over` above the name in `under`, which takes up a box of that size."""
        theme, over_height = self._look.theme, QFontMetrics(over).height()
        top = max(0, (self.height() - over_height - name_box.height()) // 2)
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(over)
        over_box = QRect(name_box.left(), top, self.width() - name_box.left(), over_height)
        painter.drawText(placed(over_box, self.rect()), 0, self.tr("Next"))
        painter.setPen(QColor(theme.ink))
        painter.setFont(under)
        box = name_box.translated(0, top + over_height).adjusted(0, 0, 2, 4)
        painter.drawText(placed(box, self.rect()), 0, name)
