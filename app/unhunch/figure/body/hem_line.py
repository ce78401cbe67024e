"""The line of the shirt's hem. The back runs on over it into the seat: they are one form in two cloths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import pi, sin, sqrt
from typing import NamedTuple

from unhunch.figure.body.hem import Hem
from unhunch.figure.body.seat import FINE
from unhunch.figure.ink.shapes import Outline, between, closed, hull, sides_of, tube
from unhunch.figure.rig.rounds import Ball, Egg, Round
from unhunch.figure.rig.vectors import smoothstep

# On its last cm the back of the shirt comes down on the seat, on which it lies so thick (cm). The seat goes
# up to the back in one line, which it meets at so many cm at least; so much (cm) of that is under the shirt.
_COMES_DOWN_CM, _THICK_CM, _MEETS_CM, _UNDER_CM = 12.0, 0.35, 4.0, 1.0
_BACK_FROM, _BACK = 0.3, 0.4  # cosines: from where a side of the shirt is its back
# Where the points of a hem lie from one side (-1) to the other, and how it curves to both. Seen from the side
# it ends less round and is so much flatter (share): it is a line round the hip, not the end of a tube.
_ACROSS = tuple(sin(pi * n / 14) for n in range(-7, 8))
_CURVE, _ROUND_END, _STRAIGHT_END, _FLATTER = 2.1, 0.5, 1.0, 0.4
_WAVE_CM, _WAVES_UP = 1.0, 0.3  # how far one half of it sags, and the other goes up (share)


class ShirtEnd(NamedTuple):
    """The outlines of a shirt down to its hem, the line of that, and up to where the seat goes under it."""

    outlines: list[Outline]
    hem: Outline
    under: list[Ball]


def shirt_end(hem: Hem, shirt: Sequence[Egg], collar: Egg, seat: Sequence[Round]) -> ShirtEnd:
    """The end of a shirt of such eggs, from its hem up to a collar, on the rounds of a seat. One that is seen
    end on has no line there.
    """
    sides = sides_of(between([*shirt, collar]))
    if not sides:
        return ShirtEnd(tube(between(shirt), hem.camera.detail), [], [])
    left, right = ([complex(*p) for p in side] for side in sides)
    across = right[0] - left[0]
    across /= abs(across) or 1.0
    first, second = _Side(hem, left, -across, seat), _Side(hem, right, across, seat)
    line = _line(hem, shirt[0], first.laid[0], second.laid[0])
    outline = closed(_outline(first.laid), _outline(second.laid), line)
    return ShirtEnd([outline], line, [ball for side in (first, second) for ball in side.under()])


class _Side:
    """One side of a shirt, from its end up; `out` is the way out of it. As far as it `is_back` (0 to 1) it is
    `laid` down on the rounds of a seat, in one line with them.
    """

    def __init__(self, hem: Hem, side: list[complex], out: complex, seat: Sequence[Round]) -> None:
        self._cm, self._end, self._out, self._seat = hem.camera.px_per_cm, side[0], out, seat
        self._up = 1j * out if ((side[-1] - side[0]) / out).imag > 0 else -1j * out
        behind = (out.conjugate() * complex(*hem.behind())).real
        self.is_back = smoothstep((behind - _BACK_FROM) / _BACK) * (1 - hem.hangs)
        self._edge = self._whole(side) if self.is_back else []
        self.laid = [self._on_seat(p) for p in side] if self.is_back else side

    def under(self) -> Iterator[Ball]:
        """Up to where the seat goes on under it."""
        if self.is_back:
            x, y, *_ = self._seat[0]
            high = _UNDER_CM * self._cm
            ends = self._end + self._up * high + self._out * self._out_at(high)
            ends = complex(x, y) + (ends - complex(x, y)) * self.is_back
            yield ends.real, ends.imag, 0.0, 0.0

    def _whole(self, side: Sequence[complex]) -> list[complex]:
        """The outline of seat and back, seen from its end."""
        free = (p for p in side if _MEETS_CM < self._seen(p).imag / self._cm < _COMES_DOWN_CM)
        back: list[Ball] = [(p.real, p.imag, 0.0, 0.0) for p in free]
        return [self._seen(complex(*p)) for p in hull([*self._seat, *back], FINE)]

    def _on_seat(self, p: complex) -> complex:
        """A point of it as far on its way to seat and back as it is near its end."""
        at = self._seen(p)
        near = 1 - smoothstep(at.imag / (_COMES_DOWN_CM * self._cm))
        if not near:
            return p
        by = self._out_at(at.imag) + _THICK_CM * self._cm - at.real
        return p + self._out * by * near * self.is_back

    def _seen(self, p: complex) -> complex:
        """How far out (real) and up (imaginary) of its end a point is."""
        way = (p - self._end).conjugate()
        return complex((way * self._out).real, (way * self._up).real)

    def _out_at(self, high: float) -> float:
        """How far out seat and back reach so high up."""
        edge = self._edge
        found = [
            a.real + (b.real - a.real) * (high - a.imag) / (b.imag - a.imag)
            for a, b in pairwise([edge[-1], *edge])
            if (a.imag < high) != (b.imag < high)
        ]
        return max(found, default=0.0)


def _line(hem: Hem, end: Egg, left: complex, right: complex) -> Outline:
    """The hem from the left to the right side of a shirt, which an egg ends."""
    middle, half = (left + right) / 2, (right - left) / 2
    sag = _sag(end, half, complex(*hem.down()))
    wave = sag / (abs(sag) or 1.0) * _WAVE_CM * hem.camera.px_per_cm
    sag *= 1 - _FLATTER * hem.aside
    runs_out = _ROUND_END + (_STRAIGHT_END - _ROUND_END) * hem.aside
    line = []
    for t in _ACROSS:
        waves = sin(pi * t) * (1.0 if t > 0 else _WAVES_UP)
        line.append(middle + half * t + sag * (1 - abs(t) ** _CURVE) ** runs_out + wave * waves)
    return _outline(line)


def _sag(end: Egg, across: complex, down: complex) -> complex:
    """How far down an egg reaches from the line that goes `across` its middle."""
    _, _, xx, xy, yy, _ = end
    # Upright on its outline where that line leaves it: what is left out there runs along the sag.
    n = complex(yy * across.real - xy * across.imag, xx * across.imag - xy * across.real)
    n /= abs(n) or 1.0
    reach = xx * n.real**2 + 2 * xy * n.real * n.imag + yy * n.imag**2
    sag = 1j * n * sqrt(max(0.0, xx * yy - xy * xy) / (reach or 1.0))
    return sag if (sag.conjugate() * down).real > 0 else -sag


def _outline(points: Sequence[complex]) -> Outline:
    return [(p.real, p.imag) for p in points]
