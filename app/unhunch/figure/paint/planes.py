"""The planes of a shirt under one light from the upper left: the light one, its own colour, and one in shade.

They lie along the middle line of the trunk, so that they bend with it and have no bump at a shoulder. A trunk
that leans along the light has no side, and so no planes: they go out over its edges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign, hypot

from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.parts import AxisPoint
from unhunch.figure.ink.shapes import Point, add_smooth
from unhunch.figure.rig.lines import unit
from unhunch.figure.rig.vectors import smoothstep

# How far from the middle line the light plane ends and shade begins, and where both are when there are none;
# in half widths of a trunk, which is so wide (cm) seen from the front and from its side.
_LIGHT_TO, _SHADE_FROM, _OUT = 0.28, -0.38, 1.5
_HALF_CM, _HALF_ASIDE_CM = 15.0, 10.5
_BEYOND_CM = 60.0  # so far beyond both ends of the trunk, and to the side, they go
_WHOLE_CM = 3.2  # shifted so far towards the light a trunk has whole planes


@dataclass(frozen=True, slots=True)
class Planes:
    """What of the screen is not in shade, what is in the light plane, and a centimetre towards the light
    (pixels).
    """

    lit: QPainterPath
    light: QPainterPath
    step: Point


def planes_of(axis: Sequence[AxisPoint], to_light: Point, px_per_cm: float, aside: float) -> Planes:
    """The planes of a trunk that is shifted so far `to_light` (pixels) and turned `aside` (0 to 1)."""
    u, v = unit(to_light)
    whole = smoothstep(hypot(*to_light) / (_WHOLE_CM * px_per_cm))
    half, beyond = (_HALF_CM + (_HALF_ASIDE_CM - _HALF_CM) * aside) * px_per_cm, _BEYOND_CM * px_per_cm
    (x0, y0, *_), (x1, y1, *_) = axis[0], axis[-1]
    on = copysign(beyond, (y1 - y0) * u - (x1 - x0) * v)
    line = [(x0 + v * on, y0 - u * on), *[(x, y) for x, y, *_ in axis], (x1 - v * on, y1 + u * on)]

    def from_line(share: float) -> QPainterPath:
        """All that lies so far from the middle line or farther."""
        near = half * (share * whole + copysign(_OUT, -share) * (1 - whole))
        path = QPainterPath()
        edges = ((near, line), (beyond, line[::-1]))
        add_smooth(path, [(x + u * by, y + v * by) for by, edge in edges for x, y in edge])
        return path

    return Planes(from_line(_SHADE_FROM), from_line(_LIGHT_TO), (u * px_per_cm, v * px_per_cm))
