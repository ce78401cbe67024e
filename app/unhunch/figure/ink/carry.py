"""How a part of a drawing goes on to its place in another one: turned, moved and stretched a little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, hypot
from typing import NamedTuple

from PySide6.QtGui import QTransform

from unhunch.figure.ink.parts import AxisPoint
from unhunch.figure.ink.shapes import Point

_LEAST_STRETCH, _MOST_STRETCH = 0.5, 2.0  # of a carry's area; beyond, its points say too little
_TOO_THIN = 1e-4


class Carry(NamedTuple):
    """How a part goes from one drawing to the next: x' = a x + c y + e, y' = b x + d y + f (pixels)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __call__(self, p: Point) -> Point:
        """Where a point goes."""
        x, y = p
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def misses(self, pairs: Iterable[tuple[Point, Point]]) -> list[float]:
        """How far from the second of a pair its first comes, of each pair (pixels)."""
        a, b, c, d, e, f = self
        return [hypot(a * x + c * y + e - u, b * x + d * y + f - v) for (x, y), (u, v) in pairs]

    @property
    def turn(self) -> float:
        """By how much the part turns (radians)."""
        return atan2(self.b - self.c, self.a + self.d)

    def after(self, share: float) -> QTransform:
        """The way from the first drawing as far as a share of it; points go straight on."""
        return QTransform(
            1 + (self.a - 1) * share, self.b * share,
            self.c * share, 1 + (self.d - 1) * share,
            self.e * share, self.f * share,
        )  # fmt: skip

    def inverse(self) -> Carry:
        """The way back."""
        a, b, c, d, e, f = self
        n = a * d - b * c
        return Carry(d / n, -b / n, -c / n, a / n, (c * f - d * e) / n, (b * e - a * f) / n)


STAYS = Carry(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def fitted(pairs: Sequence[tuple[Point, Point]]) -> Carry | None:
    """What carries the first points as near as can be to the second; None if they lie too much in line."""
    n = len(pairs)
    if n < 3:
        return None
    mx, my, mu, mv = [sum(column) / n for column in zip(*[(*p, *q) for p, q in pairs], strict=True)]
    xx = xy = yy = xu = yu = xv = yv = 0.0
    for p, q in pairs:
        x, y, u, v = p[0] - mx, p[1] - my, q[0] - mu, q[1] - mv
        xx, xy, yy = xx + x * x, xy + x * y, yy + y * y
        xu, yu, xv, yv = xu + x * u, yu + y * u, xv + x * v, yv + y * v
    det = xx * yy - xy * xy
    if det <= _TOO_THIN * (xx + yy) ** 2:
        return None
    a, c = (xu * yy - yu * xy) / det, (yu * xx - xu * xy) / det
    b, d = (xv * yy - yv * xy) / det, (yv * xx - xv * xy) / det
    if not _LEAST_STRETCH < a * d - b * c < _MOST_STRETCH:
        return None
    return Carry(a, b, c, d, mu - a * mx - c * my, mv - b * mx - d * my)


def turned(first: Sequence[AxisPoint], last: Sequence[AxisPoint]) -> Carry:
    """What carries the ends of a part's middle line: turned and moved, not stretched."""
    (x0, y0, *_), (x1, y1, *_) = first[0], first[-1]
    (u0, v0, *_), (u1, v1, *_) = last[0], last[-1]
    x, y, u, v = x1 - x0, y1 - y0, u1 - u0, v1 - v0
    n = hypot(x, y) * hypot(u, v)
    a, b = ((x * u + y * v) / n, (x * v - y * u) / n) if n > 1 else (1.0, 0.0)
    mx, my, mu, mv = (x0 + x1) / 2, (y0 + y1) / 2, (u0 + u1) / 2, (v0 + v1) / 2
    return Carry(a, b, -b, a, mu - a * mx + b * my, mv - b * mx - a * my)
