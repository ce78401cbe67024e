"""A small card in the corner of the screen the person is on, that takes no focus."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QVBoxLayout

from unhunch.ui.look import Look, Window
from unhunch.ui.screens import corner_of, current_screen, windows_blend
from unhunch.ui.style import CARD_RADIUS, SPACE, set_kind

MARGIN = 16
"""Room around the card for its shadow, px; also its distance from the screen's edges."""
WIDTH = 380


class Corner(Window):
    """The card's frame: where it stands, its round corners and its shadow. Fill `column`."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
            Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification,  # not in the task bar
            Qt.WidgetAttribute.WA_TranslucentBackground,
        ):
            self.setAttribute(attribute)
        set_kind(self, "")
        self._soft_edges = True
        self.column = QVBoxLayout(self)
        inner = MARGIN + 2 * SPACE
        self.column.setContentsMargins(inner, inner, inner, inner)
        self.column.setSpacing(2 * SPACE)
        self.setMinimumWidth(WIDTH + 2 * MARGIN)

    def appear(self) -> None:
        """Show the card where the person is."""
        self.setScreen(current_screen())
        self._soft_edges = windows_blend()
        self.adjustSize()
        self._place()
        self.show()

    def _place(self) -> None:
        size = self.sizeHint().expandedTo(self.minimumSize())
        if self.hasHeightForWidth():
            size.setHeight(self.heightForWidth(size.width()))
        self.setGeometry(corner_of(self.screen(), size.width(), size.height(), 0))
        self._cut_corners(size)

    def _cut_corners(self, size: QSize) -> None:
        """Where nothing blends windows, cut the card out, or its shadow would be a black frame."""
        if self._soft_edges:
            self.clearMask()
            return
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self._body(size)), CARD_RADIUS, CARD_RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def _body(self, size: QSize) -> QRect:
        return QRect(0, 0, size.width(), size.height()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the words."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self._body(self.size()))
        if self._soft_edges:
            self._paint_shadow(painter, body)
        painter.setBrush(QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        painter.end()

    def _paint_shadow(self, painter: QPainter, body: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(MARGIN, 0, -1):
            painter.setBrush(QColor(0, 0, 0, round(2 + 10 * (1 - spread / MARGIN) ** 2)))
            grown = body.adjusted(-spread, -spread + 3, spread, spread).intersected(QRectF(self.rect()))
            painter.drawRoundedRect(grown, CARD_RADIUS + spread, CARD_RADIUS + spread)
