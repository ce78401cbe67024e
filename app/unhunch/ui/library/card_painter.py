"""Paints one card of the library: still, name, switch, where and how long, and why it is left out."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from unhunch.ui.controls import paint_switch
from unhunch.ui.guide import said
from unhunch.ui.library.model import ENTRY
from unhunch.ui.library.shelf import Entry, reason_of
from unhunch.ui.library.stills import LazyStills
from unhunch.ui.library.words import listed, place_word, span
from unhunch.ui.lines import shortened, tip
from unhunch.ui.look import Look
from unhunch.ui.mirror import placed
from unhunch.ui.style import font, type_scale

GAP = 8
"""Half the distance between two cards, px."""
PAD = 14
SWITCH = QSize(50, 30)
STILL_SHARE = 0.64
"""Height of the still by its width."""
META_GAP, NOTE_GAP = 7, 5
"""Over the line of where and how long, and over the note, px."""
NAME_LINES = 2
NOTE_LINES = 3
PALE = 0.4
"""How much of a still is seen where the stretch is left out."""


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """Where the parts of a card are, px, in the view."""

    card: QRect
    still: QRect
    name: QRect
    switch: QRect
    meta: QRect
    note: QRect


@dataclass(frozen=True, slots=True)
class _Words:
    """What a card says, for an entry and a width, px."""

    entry: Entry
    width: int
    name: str
    meta: str
    note: str


class CardPainter(QStyledItemDelegate):
    """The delegate of the cards."""

    def __init__(self, look: Look, stills: LazyStills) -> None:
        super().__init__()
        self._look, self._stills = look, stills
        self._carried = ""
        self._words: dict[str, _Words] = {}
        self.measure()

    def measure(self) -> None:
        """Take over the system's text size."""
        scale = type_scale()
        self._name_font = font(scale.body, QFont.Weight.DemiBold)
        self._small_font = font(scale.small)
        self._badge_font = font(scale.small, QFont.Weight.Bold)
        self._words.clear()
        self._name_height = max(SWITCH.height(), NAME_LINES * QFontMetrics(self._name_font).height())
        self._small_height = QFontMetrics(self._small_font).height()

    def set_carried(self, stretch_id: str) -> None:
        """Show this card as picked up; "" for none."""
        self._carried = stretch_id

    def height(self, width: int) -> int:
        """Return how high a cell of this width is, px."""
        still = round((width - 2 * GAP) * STILL_SHARE)
        words = self._name_height + self._small_height * (1 + NOTE_LINES) + META_GAP + NOTE_GAP
        return 2 * GAP + still + 10 + words + PAD

    def places(self, cell: QRect) -> CardPlaces:
        """Return where everything is in a cell."""
        card = cell.adjusted(GAP, GAP, -GAP, -GAP)
        still = QRect(card.left() + 1, card.top() + 1, card.width() - 2, round(card.width() * STILL_SHARE))
        left, width = card.left() + PAD, card.width() - 2 * PAD
        top = still.bottom() + 10
        middle = top + (self._name_height - SWITCH.height()) // 2
        switch = QRect(left + width - SWITCH.width() + 3, middle, SWITCH.width(), SWITCH.height())
        name = QRect(left, top, switch.left() - left - 6, self._name_height)
        meta = QRect(left, name.bottom() + META_GAP, width, self._small_height)
        note = QRect(left, meta.bottom() + NOTE_GAP, width, NOTE_LINES * self._small_height + 2)
        return CardPlaces(*(placed(box, cell) for box in (card, still, name, switch, meta, note)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry | None = index.data(ENTRY)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.id == self._carried:
            painter.setOpacity(0.35)
        spots = self.places(option.rect)
        state: QStyle.StateFlag = option.state
        self._paint_card(painter, spots, state)
        self._paint_still(painter, spots, entry)
        self._paint_words(painter, spots, entry)
        painter.translate(spots.switch.topLeft())
        paint_switch(painter, self._look.theme, on=entry.enabled)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(width))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell all of a card where some of it is cut."""
        entry: Entry | None = index.data(ENTRY)
        if event.type() != QEvent.Type.ToolTip or entry is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.whole(entry, self.places(view.visualRect(index))), view)
        return True

    def whole(self, entry: Entry, spots: CardPlaces) -> str:
        """Return what a card says, if it is cut there; "" where all can be read."""
        words = self._words_of(entry, spots)
        if not any("…" in each for each in (words.name, words.meta, words.note)):
            return ""
        where = listed(map(place_word, entry.stretch.places))
        return "\n".join(map(tip, (said(entry.stretch.name), where + _lasts(entry), _note(entry))))

    def _paint_card(self, painter: QPainter, spots: CardPlaces, state: QStyle.StateFlag) -> None:
        theme = self._look.theme
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(theme.raised if hovered else theme.surface))
        painter.setPen(QPen(QColor(theme.edge if hovered else theme.line), 1))
        painter.drawRoundedRect(QRectF(spots.card).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent_text), 3))
            painter.drawRoundedRect(QRectF(spots.card).adjusted(-2, -2, 2, 2), 16, 16)

    def _paint_still(self, painter: QPainter, spots: CardPlaces, entry: Entry) -> None:
        theme = self._look.theme
        painter.save()
        outline = QPainterPath()
        outline.setFillRule(Qt.FillRule.WindingFill)
        outline.addRoundedRect(QRectF(spots.still), 13, 13)
        outline.addRect(QRectF(spots.still).adjusted(0, spots.still.height() / 2, 0, 0))
        painter.fillPath(outline.simplified(), QColor(theme.ground))
        still = self._stills.get(entry.id)
        if still is not None:
            painter.setClipPath(outline)
            if not entry.verdict.is_shown:
                painter.setOpacity(painter.opacity() * PALE)
            size = still.deviceIndependentSize()
            middle = QRectF(spots.still).center()
            painter.drawPixmap(QPointF(middle.x() - size.width() / 2, spots.still.top()), still)
        painter.restore()
        self.paint_marks(painter, spots.still, entry)

    def paint_marks(self, painter: QPainter, still: QRect, entry: Entry) -> None:
        """Paint what stands on a still: the stretch's number, and what is special about it."""
        if entry.enabled:
            self._paint_position(painter, still, entry.position)
        if tag := self._tag(entry):
            self._paint_tag(painter, still, tag)

    def _paint_position(self, painter: QPainter, still: QRect, position: int) -> None:
        told = QLocale().toString(position)
        metrics = QFontMetrics(self._badge_font)
        side = max(24, metrics.height() + 6)
        width = max(side, metrics.horizontalAdvance(told) + 14)
        box = placed(QRectF(still.left() + 10, still.top() + 10, width, side), still)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.ink))
        painter.drawRoundedRect(box, side / 2, side / 2)
        painter.setPen(QColor(self._look.theme.ground))
        painter.setFont(self._badge_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)

    def _paint_tag(self, painter: QPainter, still: QRect, words: str) -> None:
        metrics = QFontMetrics(self._badge_font)
        width, height = metrics.horizontalAdvance(words) + 20, metrics.height() + 6
        # At the lower edge: at the upper one are the faces.
        box = placed(QRectF(still.right() - 9 - width, still.bottom() - 9 - height, width, height), still)
        painter.setPen(QPen(QColor(self._look.theme.edge), 1))
        painter.setBrush(QColor(self._look.theme.surface))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(self._look.theme.ink))
        painter.setFont(self._badge_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _tag(self, entry: Entry) -> str:
        if entry.verdict.kind == "left_out":
            return self.tr("Left out")
        if entry.verdict.kind == "gentle":
            return self.tr("Gentler form")
        return self.tr("Yours") if entry.own else ""

    def _paint_words(self, painter: QPainter, spots: CardPlaces, entry: Entry) -> None:
        theme, flag = self._look.theme, Qt.AlignmentFlag
        words = self._words_of(entry, spots)
        painter.setFont(self._name_font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(spots.name, flag.AlignVCenter | flag.AlignLeft, words.name)
        painter.setFont(self._small_font)
        painter.setPen(QColor(theme.ink_soft))
        painter.drawText(spots.meta, flag.AlignVCenter | flag.AlignLeft, words.meta)
        painter.setPen(QColor(theme.ink if entry.verdict.reason else theme.ink_soft))
        painter.drawText(spots.note, flag.AlignTop | flag.AlignLeft, words.note)

    def _words_of(self, entry: Entry, spots: CardPlaces) -> _Words:
        """Return what a card says, cut to its width; worked out once for each card and width."""
        known = self._words.get(entry.id)
        if known is not None and known.entry is entry and known.width == spots.meta.width():
            return known
        small, cut = QFontMetrics(self._small_font), Qt.TextElideMode.ElideRight
        name = shortened(self._name_font, said(entry.stretch.name), spots.name.width(), NAME_LINES)
        lasts = _lasts(entry)
        where = listed(map(place_word, entry.stretch.places))
        meta = small.elidedText(where, cut, spots.meta.width() - small.horizontalAdvance(lasts)) + lasts
        note = shortened(self._small_font, _note(entry), spots.note.width(), NOTE_LINES)
        self._words[entry.id] = _Words(entry, spots.meta.width(), name, meta, note)
        return self._words[entry.id]


def _lasts(entry: Entry) -> str:
    return f" · {span(entry.verdict.form.total_s)}"


def _note(entry: Entry) -> str:
    return reason_of(entry) or said(entry.stretch.summary)
