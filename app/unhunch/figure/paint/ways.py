"""How one mark goes from a drawing to another: carried, bent, faded, or changed on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from unhunch.figure.ink.carry import STAYS, Carry
from unhunch.figure.ink.palette import mixed
from unhunch.figure.ink.shapes import Point
from unhunch.figure.paint.cel import Fill, Mark, Shade, Shape
from unhunch.figure.paint.mixture import Mixture
from unhunch.figure.paint.places import united

_ALIKE = 0.02  # of its size: a shadow that is off by no more looks the same
_AS_DARK = 28  # of 255: and one that is darker nowhere by more
_CROSS = 0.1  # the share of the way in which one mark comes over another one, and in which that one goes

OutlineAt = Callable[[float], QPainterPath]
"""What an outline is at a share of its way, 0 to 1."""


class Course(NamedTuple):
    """How a shape goes: what fills it is carried, and so is its outline unless that bends."""

    carry: Carry
    outline: OutlineAt | None = None


class Frame:
    """A painter at a share of the way."""

    __slots__ = ("_base", "_now", "painter", "share")

    def __init__(self, painter: QPainter, share: float) -> None:
        self.painter, self.share = painter, share
        self._base = painter.transform()
        self._now = STAYS

    def carry(self, carry: Carry, share: float | None = None) -> None:
        """Have what is painted next carried along, so far as the frame is or as a share tells."""
        if carry is not self._now:
            self._now = carry
            if carry is STAYS:
                self.painter.setTransform(self._base)
            else:
                self.painter.setTransform(carry.after(self.share if share is None else share) * self._base)


class Way:
    """How a mark goes from one drawing to another: as its part does."""

    __slots__ = ("carry", "mark")

    def __init__(self, mark: Mark, carry: Carry) -> None:
        self.mark, self.carry = mark, carry

    def paint(self, frame: Frame) -> None:
        """Paint it where and as it is at the frame's share of the way."""
        frame.carry(self.carry)
        self.mark.paint(frame.painter)

    def reach(self, boxes: Mapping[str, QRectF]) -> QRectF:
        """The rectangle in which it stays, given those of the parts."""
        if not isinstance(self.mark, Shape):
            return boxes.get(self.mark.part, QRectF())
        box = self.mark.box
        return box.united(self.carry.after(1.0).mapRect(box))


class Shading(Way):
    """A soft shadow moves, by whole pixels: so it need not be stretched in every frame. Meanwhile that of the
    other drawing comes.
    """

    __slots__ = ("_both",)

    def __init__(self, mark: Shade, twin: Shade, carry: Carry) -> None:
        super().__init__(mark, carry)
        self._both = [(mark, drift(mark, carry)), (twin, drift(twin, carry.inverse()))]
        if _falls_alike(mark, twin, carry):
            del self._both[1:]

    def reach(self, _boxes: Mapping[str, QRectF]) -> QRectF:
        ends = (shade.soft.rect.united(shade.soft.rect.translated(*by)) for shade, by in self._both)
        return united(ends)

    def paint(self, frame: Frame) -> None:
        frame.carry(STAYS)
        shares = (frame.share, 1 - frame.share)
        for (shade, (right, down)), gone in zip(self._both, shares, strict=False):
            opacity = 1 - gone if len(self._both) > 1 else 1.0
            shade.paint_moved(frame.painter, right * gone, down * gone, opacity)


def _falls_alike(shade: Shade, other: Shade, carry: Carry) -> bool:
    """Whether a soft shadow, carried along, looks like the other one: so large, there, and as dark."""
    a, b = shade.soft.rect, other.soft.rect
    x, y = carry((a.center().x(), a.center().y()))
    off = max(abs(x - b.center().x()), abs(y - b.center().y()))
    grown = max(abs(a.width() - b.width()), abs(a.height() - b.height()))
    if max(off, grown) > _ALIKE * max(a.width(), a.height()):
        return False
    return max(abs(p - q) for p, q in zip(shade.coarse, other.coarse, strict=True)) <= _AS_DARK


def drift(shade: Shade, carry: Carry) -> Point:
    """How far the middle of a soft shadow goes (pixels)."""
    middle = shade.soft.rect.center()
    x, y = carry((middle.x(), middle.y()))
    return x - middle.x(), y - middle.y()


class Arriving(Way):
    """One that is in the last drawing: it goes back from there."""

    __slots__ = ()

    def paint(self, frame: Frame) -> None:
        frame.carry(self.carry, 1 - frame.share)
        self.mark.paint(frame.painter)


class Fading(Way):
    """A soft one that is in one of the drawings only: it is gone half way, or not there before. If `over` to
    another one it fades all the way.
    """

    __slots__ = ("_comes", "_gone")

    def __init__(self, mark: Mark, carry: Carry, *, comes: bool = False, over: bool) -> None:
        """`carry` is the way from the mark's own drawing to the other one."""
        super().__init__(mark, carry)
        self._comes, self._gone = comes, 1.0 if over else 0.5

    def paint(self, frame: Frame) -> None:
        away = 1 - frame.share if self._comes else frame.share
        if away < self._gone:
            frame.carry(self.carry, away)
            self.mark.paint(frame.painter, 1 - away / self._gone)


class _Reshaped(Way):
    """One that does more than go with its part, but does not leave it."""

    __slots__ = ()

    def reach(self, boxes: Mapping[str, QRectF]) -> QRectF:
        return boxes.get(self.mark.part, QRectF())


class Switching(_Reshaped):
    """One whose outline runs another way in the other drawing: that one comes over it, then it goes. It is
    quick, for the farther either is from its own drawing the more it is astray.
    """

    __slots__ = ("_back", "_twin")

    def __init__(self, mark: Mark, twin: Mark, carry: Carry) -> None:
        super().__init__(mark, carry)
        self._twin, self._back = twin, carry.inverse()

    def paint(self, frame: Frame) -> None:
        away = 1 - frame.share
        for mark, carry, gone in ((self.mark, self.carry, frame.share), (self._twin, self._back, away)):
            opacity = min(1.0, (0.5 + _CROSS - gone) / _CROSS)
            if opacity > 0:
                frame.carry(carry, gone)
                mark.paint(frame.painter, opacity)


class Bending(_Reshaped):
    """Its outline bends: each point goes straight on."""

    __slots__ = ("_outline", "_shape")

    def __init__(self, mark: Shape, carry: Carry, outline: OutlineAt) -> None:
        super().__init__(mark, carry)
        self._shape, self._outline = mark, outline

    def paint(self, frame: Frame) -> None:
        frame.carry(STAYS)
        path = self._outline(frame.share)
        self._shape.paint_bent(frame.painter, path, self.carry.after(frame.share), 1.0)


class Tinting(_Reshaped):
    """A tone that changes its colour."""

    __slots__ = ("_fill", "_first", "_last", "_outline")

    def __init__(
        self, mark: Fill, carry: Carry, outline: OutlineAt | None, first: QColor, last: QColor
    ) -> None:
        super().__init__(mark, carry)
        self._fill, self._outline, self._first, self._last = mark, outline, first, last

    def paint(self, frame: Frame) -> None:
        colour = mixed(self._first, self._last, frame.share)
        frame.carry(STAYS if self._outline else self.carry)
        path = self._outline(frame.share) if self._outline else self._fill.path
        self._fill.fill(frame.painter, path, colour)


class Changing(_Reshaped):
    """A fill whose light changes: what it will be comes over what it was."""

    __slots__ = ("_fill", "_mixture", "_outline")

    def __init__(self, mark: Fill, carry: Carry, outline: OutlineAt | None, mixture: Mixture) -> None:
        """`outline` is how it bends, if it does more than go with its part."""
        super().__init__(mark, carry)
        self._fill, self._mixture, self._outline = mark, mixture, outline

    def paint(self, frame: Frame) -> None:
        share = frame.share
        brush = self._mixture.brush(share)
        if self._outline is None:
            frame.carry(self.carry)
            self._fill.fill(frame.painter, self._fill.path, brush)
        else:
            frame.carry(STAYS)
            brush.setTransform(brush.transform() * self.carry.after(share))
            self._fill.fill(frame.painter, self._outline(share), brush)
