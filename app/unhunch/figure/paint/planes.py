"""The planes of a shirt under one light from the upper left: the light one, its own colour, and one in shade.

They lie along the middle line of the trunk, so that they bend with it and have no bump at a shoulder. A trunk
that leans along the light has no side, and so no planes: they go out over its edges, and the end away from
the light is in shade.
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

# How far from the middle line the light plane ends and the shade begins: of a trunk seen from its side, and
# from its front, which is too flat for planes and has no light one. And where both are when there are none.
# In half widths of a trunk, which is so wide (cm) seen from the front and from its side.
_LIGHT_TO, _SHADE_FROM, _OUT = (0.28, 1.5), (-0.38, -0.6), 1.5
_HALF_CM, _HALF_ASIDE_CM = 15.0, 10.5
# How far turned aside (sine) a trunk is no longer flat, and how much farther it is round; and how soft the
# edges of its planes are then (cm), and when it is flat.
_FLAT, _SOFT_CM = (0.2, 0.6), (2.1, 2.9)
_BEYOND_CM = 60.0  # so far beyond both ends of the trunk, and to the side, they go
_WHOLE_CM = 3.2  # shifted so far towards the light a trunk has whole planes


@dataclass(frozen=True, slots=True)
class Planes:
    """What of the screen is not in shade, what is in the light plane, a centimetre towards the light, and
    half of how soft their edges are, the same way (pixels); how far there are none, but shade at the
    end away from the light (0 to 1).
    """

    lit: QPainterPath
    light: QPainterPath
    step: Point
    soft: Point
    ends: float


def planes_of(axis: Sequence[AxisPoint], to_light: Point, px_per_cm: float, aside: float) -> Planes:
    """The planes of a trunk that is shifted so far `to_light` (pixels) and turned `aside` (0 to 1)."""
    u, v = unit(to_light)
    flat = 1 - smoothstep((aside - _FLAT[0]) / _FLAT[1])
    whole = smoothstep(hypot(*to_light) / (_WHOLE_CM * px_per_cm))
    half, beyond = (_HALF_CM + (_HALF_ASIDE_CM - _HALF_CM) * aside) * px_per_cm, _BEYOND_CM * px_per_cm
    (x0, y0, *_), (x1, y1, *_) = axis[0], axis[-1]
    on = copysign(beyond, (y1 - y0) * u - (x1 - x0) * v)
    line = [(x0 + v * on, y0 - u * on), *[(x, y) for x, y, *_ in axis], (x1 - v * on, y1 + u * on)]

    def from_line(shares: tuple[float, float]) -> QPainterPath:
        """All that lies so far from the middle line or farther."""
        share = shares[0] + (shares[1] - shares[0]) * flat
        near = half * (share * whole + copysign(_OUT, -share) * (1 - whole))
        path = QPainterPath()
        edges = ((near, line), (beyond, line[::-1]))
        add_smooth(path, [(x + u * by, y + v * by) for by, edge in edges for x, y in edge])
        return path

    cm, soft = px_per_cm, px_per_cm * (_SOFT_CM[0] + (_SOFT_CM[1] - _SOFT_CM[0]) * flat)
    step, softly = (u * cm, v * cm), (u * soft, v * soft)
    return Planes(from_line(_SHADE_FROM), from_line(_LIGHT_TO), step, softly, (1 - whole) * (1 - flat))
