"""A drawing of the person as the list of marks it is painted with, back to front.

So it can be painted again, and another moment can be painted that lies between two of them (`inbetween`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from unhunch.figure.ink.outline import Numbers
from unhunch.figure.ink.parts import AxisPoint
from unhunch.figure.ink.shading import Soft
from unhunch.figure.ink.shapes import Outline, Point
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.cast import Cast

Name = tuple[object, ...]
"""What a mark is, and its number among those that are the same but for that. The same mark of another drawing
has the same name.
"""

_SAMPLES = 7
_OPAQUE = 255
_COARSE = 12  # cells each way, to tell shadows apart
_ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_UNDER = QPainter.CompositionMode.CompositionMode_DestinationOver


@dataclass
class Mark:
    """One thing painted. `part` is the part of the figure it goes with."""

    name: Name
    part: str

    def paint(self, painter: QPainter, opacity: float = 1.0) -> None:
        """Paint it where it was drawn."""
        raise NotImplementedError


@dataclass
class Shape(Mark):
    """A mark with an outline."""

    path: QPainterPath

    @property
    def box(self) -> QRectF:
        """The rectangle it stays within."""
        return self.path.controlPointRect().adjusted(-1, -1, 1, 1)

    @cached_property
    def samples(self) -> list[Point]:
        """Some points of the outline, as far along it as those of one like it."""
        at, last = self.path.elementAt, max(0, self.path.elementCount() - 1)
        found = [at(round(last * i / _SAMPLES)) for i in range(_SAMPLES)] if last else []
        return [(e.x, e.y) for e in found] or [(0.0, 0.0)] * _SAMPLES

    @cached_property
    def numbers(self) -> Numbers:
        """The outline in numbers."""
        return Numbers(self.path)

    @cached_property
    def outlines(self) -> list[Outline]:
        """What the outline was made of (see `shapes.filled`)."""
        return self.numbers.outlines()

    def paint_bent(self, painter: QPainter, path: QPainterPath, carry: QTransform, opacity: float) -> None:
        """Paint it with another outline; what fills it is carried along."""
        raise NotImplementedError


@dataclass
class Fill(Shape):
    """A filled outline. `lit` are the areas whose light lies on it, with the strength of each."""

    brush: QBrush | QColor
    lit: tuple[tuple[str, float], ...] = ()
    opacity: float = 1.0

    @property
    def is_soft(self) -> bool:
        """Whether it is a tone, through which shows what it covers."""
        return self.opacity < 1 or (isinstance(self.brush, QColor) and self.brush.alpha() < _OPAQUE)

    def paint(self, painter: QPainter, opacity: float = 1.0) -> None:
        self.fill(painter, self.path, self.brush, opacity)

    def paint_bent(self, painter: QPainter, path: QPainterPath, carry: QTransform, opacity: float) -> None:
        self.fill(painter, path, _carried(self.brush, carry), opacity)

    def fill(
        self, painter: QPainter, path: QPainterPath, brush: QBrush | QColor, opacity: float = 1.0
    ) -> None:
        """Fill another outline, or with another brush, as opaque as this one."""
        opacity *= self.opacity
        if opacity < 1:
            painter.setOpacity(opacity)
            painter.fillPath(path, brush)
            painter.setOpacity(1.0)
        else:
            painter.fillPath(path, brush)


@dataclass
class Line(Shape):
    """A stroke along an outline; `under` all that is painted already, or over it."""

    pen: QPen
    under: bool = False

    @property
    def box(self) -> QRectF:
        wide = self.pen.widthF()
        return self.path.controlPointRect().adjusted(-wide, -wide, wide, wide)

    def paint(self, painter: QPainter, opacity: float = 1.0) -> None:
        self._stroke(painter, self.path, self.pen, opacity)

    def paint_bent(self, painter: QPainter, path: QPainterPath, carry: QTransform, opacity: float) -> None:
        pen = QPen(self.pen)
        pen.setBrush(_carried(self.pen.brush(), carry))
        self._stroke(painter, path, pen, opacity)

    def _stroke(self, painter: QPainter, path: QPainterPath, pen: QPen, opacity: float) -> None:
        if self.under:
            painter.setCompositionMode(_UNDER)
        if opacity < 1:
            painter.setOpacity(opacity)
        painter.strokePath(path, pen)
        painter.setOpacity(1.0)
        painter.setCompositionMode(_OVER)


def _carried(brush: QBrush | QColor, carry: QTransform) -> QBrush | QColor:
    if isinstance(brush, QColor) or brush.style() is Qt.BrushStyle.SolidPattern:
        return brush
    there = QBrush(brush)
    there.setTransform(brush.transform() * carry)
    return there


@dataclass
class Shade(Mark):
    """A soft shadow that falls only on what is painted already."""

    soft: Soft

    @cached_property
    def coarse(self) -> bytes:
        """How dark it is, in a few cells of its rectangle."""
        return self.soft.coarse(_COARSE)

    def paint(self, painter: QPainter, opacity: float = 1.0) -> None:
        self.paint_moved(painter, 0.0, 0.0, opacity)

    def paint_moved(self, painter: QPainter, right: float, down: float, opacity: float) -> None:
        """Paint it elsewhere, by about so many pixels."""
        detail = painter.device().devicePixelRatio()
        large, corner = self.soft.large(detail)
        whole = QPointF(round(right * detail) / detail, round(down * detail) / detail)
        painter.setCompositionMode(_ATOP)
        painter.setOpacity(opacity)
        painter.drawImage(corner + whole, large)
        painter.setOpacity(1.0)
        painter.setCompositionMode(_OVER)


@dataclass(frozen=True)
class Cel:
    """All marks of a drawing, and what it needs to be known of the parts they belong to.

    `parts` has their names back to front, `boxes` the rectangles they stay within, `axes` their middle lines
    (pixels). `shadows` lie on the floor under all of them, those `on_wall` behind; `area` is what all of it
    may cover; `camera` is what they were seen by.
    """

    marks: Sequence[Mark]
    parts: Sequence[str]
    boxes: dict[str, QRectF]
    axes: dict[str, list[AxisPoint]]
    shadows: Mapping[str, Cast]
    on_wall: Mapping[str, Cast]
    area: QRectF
    camera: Camera

    @cached_property
    def named(self) -> dict[Name, Mark]:
        """The marks by their names."""
        return {mark.name: mark for mark in self.marks}
