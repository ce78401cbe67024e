"""The tray icon's picture: a ring that fills with desk time, with a mark in it that says the state.

Both colours keep a contrast of 3 against white and against near-black panels, so one picture serves both;
filled and empty also differ in thickness, so that nobody has to tell red from grey.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from unhunch.ui.reading import Reading
from unhunch.ui.ring import paint_ring

SIZES = (16, 22, 24, 32, 48, 64)
"""Pixels; what panels ask for."""
STEPS = 36
"""How many pictures a ring has from empty to full: each costs a redraw and a message to the panel."""

ACCENT = "#EE4540"
TRACK = "#888888"

State = Literal["working", "due", "held", "paused", "away", "idle", "break"]


@dataclass(frozen=True, slots=True)
class TrayPicture:
    """All that the icon shows; equal values look the same, so only a new one is drawn."""

    state: State
    step: int
    """The ring's filling, 0 to STEPS."""


def picture(reading: Reading) -> TrayPicture:
    """Return the picture for the state of things."""
    view = reading.view
    state: State
    if view.phase in ("warned", "waiting"):
        state = "held" if view.holds else "due"
    elif view.phase == "working":
        state = "held" if view.holds else "working"
    elif view.phase in ("off_hours", "away"):
        state = "away"
    elif view.phase == "snoozed":
        state = "working"
    elif view.phase in ("paused", "idle", "break"):
        state = view.phase
    step = 0 if state in ("idle", "break") else int(reading.fullness * STEPS)
    return TrayPicture(state, step)


def icon(shown: TrayPicture) -> QIcon:
    """Return the picture at every size."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(shown, size))
    return made


def pixmap(shown: TrayPicture, size: int) -> QPixmap:
    """Return the picture at `size` device pixels square."""
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, size, size)
    margin = size / 16
    box.adjust(margin / 2, margin / 2, -margin / 2, -margin / 2)
    faded = shown.state in ("paused", "away", "idle")
    paint_ring(
        painter,
        box,
        1.0 if shown.state in ("due", "break") else shown.step / STEPS,
        track=TRACK,
        fill=TRACK if faded else ACCENT,
        thickness=max(2.5, size * 0.165),
        track_thickness=max(1.25, size * 0.075),
    )
    _paint_mark(painter, shown.state, size)
    painter.end()
    return made


def _paint_mark(painter: QPainter, state: State, size: int) -> None:
    """Paint what lies in the ring; its edges sit on whole pixels at the small sizes."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ACCENT if state in ("due", "break", "held") else TRACK))
    middle = QPointF(size / 2, size / 2)
    if state == "due":
        painter.drawEllipse(middle, size * 0.17, size * 0.17)
    elif state == "break":
        painter.drawEllipse(middle, size * 0.4, size * 0.4)
    elif state == "paused":
        gap, width, height = max(1, round(size * 0.06)), max(2, round(size * 0.11)), round(size * 0.19)
        painter.drawRect(QRectF(middle.x() - gap - width, middle.y() - height, width, 2 * height))
        painter.drawRect(QRectF(middle.x() + gap, middle.y() - height, width, 2 * height))
    elif state == "held":
        width, height = round(size * 0.2), max(1, round(size * 0.065))
        painter.drawRect(QRectF(middle.x() - width, middle.y() - height, 2 * width, 2 * height))
    elif state == "away":
        painter.drawPath(_crescent(middle, size * 0.22))
    elif state == "idle":
        painter.drawEllipse(middle, size * 0.1, size * 0.1)


def _crescent(middle: QPointF, radius: float) -> QPainterPath:
    moon, bite = QPainterPath(), QPainterPath()
    moon.addEllipse(middle, radius, radius)
    bite.addEllipse(middle + QPointF(radius * 0.55, -radius * 0.35), radius * 0.85, radius * 0.85)
    return moon.subtracted(bite)


def app_icon() -> QIcon:
    """Return the program's own icon: someone tall, arms up, in a ring that is nearly full."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(app_pixmap(size))
    return made


def app_pixmap(size: int) -> QPixmap:
    """Return the program's icon at `size` device pixels square."""
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1D2027"))
    painter.drawRoundedRect(QRectF(1, 1, 62, 62), 15, 15)
    paint_ring(painter, QRectF(8, 8, 48, 48), 0.78, track="#3B414E", fill="#FF6A5F", thickness=5.5)
    painter.setBrush(QColor("#F4F2EE"))
    painter.drawEllipse(QPointF(32, 26.5), 4.2, 4.2)
    pen = QPen(QColor("#F4F2EE"), 4.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    body = QPainterPath(QPointF(22.5, 21.5))
    body.quadTo(QPointF(25, 33), QPointF(32, 34.5))
    body.quadTo(QPointF(39, 33), QPointF(41.5, 21.5))
    body.moveTo(32, 34.5)
    body.lineTo(32, 45)
    painter.drawPath(body)
    painter.end()
    return made
