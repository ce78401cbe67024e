"""Hair that is the same from every side.

It is a region on a shell round the skull, bounded by a hairline: directions from the shell's middle.
What of the region faces the viewer is found exactly, so a fringe, a temple or a nape is right from anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, sin, sqrt, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.people import Hair
from unhunch.figure.shapes import Outline, Point, add_smooth, filled, hull, reversed_if_backward
from unhunch.figure.skull import SKULL, HeadSpace
from unhunch.figure.vectors import Vec, add, cross, dot, mix, perpendicular, scale, unit


@dataclass(frozen=True, slots=True)
class HairShape:
    """A shell and the closed hairline on it, which has the hair on its left. `pole` lies well inside the
    hair.
    """

    centre: Vec
    radii: Vec
    hairline: tuple[Vec, ...]
    pole: Vec
    ears: bool = True
    lift: float = 0.15  # how far the hairline stands off the skull, towards the shell
    hangs: bool = False  # its far side shows behind the neck


def _closed(half: Sequence[Vec], steps: int = 3) -> tuple[Vec, ...]:
    """A hairline from its left half, front to nape: mirrored and rounded, every point a direction."""
    loop = [*half, *((-x, y, z) for x, y, z in half[-2:0:-1])]
    n = len(loop)
    out = []
    for i in range(n):
        a, b, c, d = loop[i - 1], loop[i], loop[(i + 1) % n], loop[(i + 2) % n]
        for k in range(steps):
            t = k / steps
            out.append(
                unit(
                    (
                        _spline(a[0], b[0], c[0], d[0], t),
                        _spline(a[1], b[1], c[1], d[1], t),
                        _spline(a[2], b[2], c[2], d[2], t),
                    )
                )
            )
    return tuple(out)


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """Catmull-Rom between b and c."""
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


_SHORT_LINE = _closed(
    (
        (0.0, 0.50, 0.87), (0.3, 0.52, 0.80), (0.58, 0.50, 0.66), (0.78, 0.32, 0.54), (0.88, 0.12, 0.47),
        (0.94, -0.12, 0.34), (0.97, -0.20, 0.16), (0.99, -0.02, 0.02), (0.98, -0.10, -0.22),
        (0.90, -0.40, -0.34),
        (0.66, -0.66, -0.45), (0.34, -0.80, -0.50), (0.0, -0.83, -0.54),
    )
)  # fmt: skip
_BOB_LINE = _closed(
    (
        (0.0, 0.60, 0.80), (0.34, 0.58, 0.74), (0.62, 0.44, 0.65), (0.80, 0.18, 0.58), (0.88, -0.14, 0.50),
        (0.88, -0.46, 0.40), (0.74, -0.70, 0.26), (0.58, -0.82, 0.0), (0.40, -0.86, -0.30),
        (0.0, -0.88, -0.46),
    )
)  # fmt: skip
_SCARF_LINE = _closed(
    (
        (0.0, 0.53, 0.85), (0.36, 0.49, 0.79), (0.60, 0.30, 0.74), (0.68, 0.0, 0.73), (0.62, -0.36, 0.70),
        (0.42, -0.66, 0.62), (0.18, -0.83, 0.53), (0.0, -0.87, 0.49),
    )
)  # fmt: skip

SHAPES: dict[Hair, HairShape | None] = {
    "bun": HairShape((0.0, 9.5, -0.1), (7.8, 9.7, 9.5), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "short": HairShape((0.0, 10.0, -0.2), (8.0, 10.1, 9.8), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "cropped": HairShape((0.0, 9.35, 0.0), (7.45, 9.3, 9.1), _SHORT_LINE, (0.0, 0.6, -0.8)),
    "curly": HairShape(
        (0.0, 10.9, -0.9), (9.4, 10.2, 10.2), _SHORT_LINE, (0.0, 0.6, -0.8), ears=False, lift=1.0, hangs=True
    ),
    "bob": HairShape(
        (0.0, 7.9, -0.7), (9.0, 11.5, 10.0), _BOB_LINE, (0.0, 0.5, -0.85), ears=False, lift=1.0, hangs=True
    ),
    "scarf": HairShape(
        (0.0, 8.7, -0.3), (8.2, 10.6, 9.9), _SCARF_LINE, (0.0, 0.1, -1.0), ears=False, lift=1.0, hangs=True
    ),
    "bald": None,
}

# Where the curls sit on their shell, evenly strewn.
_CURLS: tuple[Vec, ...] = tuple(
    (sqrt(1 - y * y) * cos(a), y, sqrt(1 - y * y) * sin(a))
    for i in range(46)
    for y, a in ((1 - 2 * (i + 0.5) / 46, i * 2.399963),)
)


def _region(space: HeadSpace, shape: HairShape, side: float) -> list[Outline]:
    """The hair on the near (side 1) or far (side -1) half of its shell.

    Its outline goes along the part of the hairline that lies on that half, and where the hairline goes over
    the shell's horizon along the horizon, until the hairline comes back. A hairline that never goes over it
    is the whole outline of the hair, or a hole in it: two outlines then.
    """
    rx, ry, rz = shape.radii
    v = space.view
    w = scale(unit((v[0] * rx, v[1] * ry, v[2] * rz)), side)
    loop = shape.hairline
    n = len(loop)
    depths = [dot(d, w) for d in loop]
    horizon = _Horizon(space, shape, w)
    entries = [i for i in range(n) if depths[i] > 0 >= depths[i - 1]]
    if not entries:
        circle = horizon.arc(0.0, tau * 0.96)
        pole_near = dot(shape.pole, w) > 0
        if depths[0] > 0:
            whole = [horizon.line(d) for d in loop]
            return [whole] if pole_near else [circle, whole]
        return [circle] if pole_near else []
    runs: dict[float, tuple[float, Outline]] = {}  # angle of entry -> angle of leaving, points between
    for i in entries:
        length = next(k for k in range(1, n + 1) if depths[(i + k) % n] <= 0)
        last = (i + length - 1) % n
        enter = _crossing(loop[i - 1], loop[i], depths[i - 1], depths[i])
        leave = _crossing(loop[last], loop[(last + 1) % n], depths[last], depths[(last + 1) % n])
        p, q = horizon.line(enter), horizon.line(leave)
        points = [p, p, *(horizon.line(loop[(i + k) % n]) for k in range(length)), q, q]
        runs[horizon.angle(enter)] = (horizon.angle(leave), points)
    return horizon.joined(runs)


class _Horizon:
    """The circle on the shell beyond which it turns away, by angles round it."""

    def __init__(self, space: HeadSpace, shape: HairShape, towards: Vec) -> None:
        self.space, self.shape = space, shape
        self.line_centre = mix(SKULL[0], shape.centre, shape.lift)
        self.line_radii = mix(scale(SKULL[1], 0.97), shape.radii, shape.lift)
        self.e1 = perpendicular((0.1, 1.0, 0.2) if abs(towards[1]) < 0.9 else (1.0, 0.0, 0.0), towards)
        self.e2 = cross(towards, self.e1)

    def line(self, d: Vec) -> Point:
        """A point of the hairline: on the skull, not out on the shell."""
        (a, b, c), (x, y, z) = self.line_centre, self.line_radii
        return self.space.xy((a + d[0] * x, b + d[1] * y, c + d[2] * z))

    def angle(self, d: Vec) -> float:
        """The angle of a point of the circle."""
        return atan2(dot(d, self.e2), dot(d, self.e1)) % tau

    def at(self, angle: float) -> Vec:
        """The point of the circle at an angle, as a direction."""
        return add(scale(self.e1, cos(angle)), scale(self.e2, sin(angle)))

    def arc(self, start: float, end: float) -> Outline:
        """Points along the circle, on the screen."""
        steps = max(2, int(abs(end - start) / 0.28))
        c, (rx, ry, rz) = self.shape.centre, self.shape.radii
        out = []
        for i in range(steps + 1):
            x, y, z = self.at(start + (end - start) * i / steps)
            out.append(self.space.xy((c[0] + x * rx, c[1] + y * ry, c[2] + z * rz)))
        return out

    def joined(self, runs: dict[float, tuple[float, Outline]]) -> list[Outline]:
        """Outlines made of the runs of the hairline and the arcs of hair between them.

        With the hair on its left a hairline that leaves over the horizon goes on to the left along it.
        """
        out: list[Outline] = []
        left = set(runs)
        while left:
            enter = left.pop()
            outline: Outline = []
            while True:
                leave, points = runs[enter]
                outline += points
                ahead, enter = min(((e - leave) % tau, e) for e in runs)
                outline += self.arc(leave, leave + ahead)[1:-1]
                if enter not in left:
                    break
                left.discard(enter)
            out.append(outline)
        return out


def _crossing(a: Vec, b: Vec, da: float, db: float) -> Vec:
    t = da / (da - db) if da != db else 0.5
    return unit((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t))


def hair_path(space: HeadSpace, shape: HairShape, side: float, curly: bool) -> QPainterPath | None:
    """The hair on the near (side 1) or far (side -1) half of its shell, if any is there."""
    outlines = _region(space, shape, side)
    if not outlines:
        return None
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for o in outlines:
        add_smooth(path, reversed_if_backward(o))
    if curly and len(outlines) == 1:
        path.setFillRule(Qt.FillRule.WindingFill)
        _add_curls(path, space, shape, side)
    return path


def _add_curls(path: QPainterPath, space: HeadSpace, shape: HairShape, side: float) -> None:
    c, (rx, ry, rz) = shape.centre, shape.radii
    for d in _CURLS:
        if d[1] < -0.45 or (d[2] > 0.55 and d[1] < 0.62) or (d[2] > 0.1 and d[1] < 0.15):
            continue  # the face stays free
        if dot(d, space.view) * side < -0.12:
            continue
        at = (c[0] + d[0] * rx * 0.94, c[1] + d[1] * ry * 0.94, c[2] + d[2] * rz * 0.94)
        add_smooth(path, hull([space.camera.ball(space.at(at), 3.1)], space.camera.detail))


def bun(space: HeadSpace) -> tuple[QPainterPath, bool]:
    """The bun, and whether it lies on the viewer's side of the head."""
    centre: Vec = (0.0, 19.4, -4.6)
    path = filled(
        hull([space.egg(centre, (4.3, 3.9, 4.3))], space.camera.detail),
        hull([space.egg((0.0, 17.2, -3.8), (3.4, 2.0, 3.4))], space.camera.detail),
    )
    return path, dot(space.view, unit((0.0, 0.82, -0.57))) > 0.05


_BEARD = HairShape(
    (0.0, 4.6, 2.9),
    (6.25, 6.1, 6.2),
    _closed(
        (
            (0.0, 0.02, 1.0), (0.3, 0.06, 0.94), (0.5, -0.1, 0.82), (0.72, -0.02, 0.66), (0.9, 0.25, 0.34),
            (0.96, 0.28, 0.0), (0.86, -0.2, -0.2), (0.6, -0.75, -0.1), (0.0, -0.98, 0.15),
        )
    )[::-1],
    (0.0, -0.75, 0.66),
    lift=1.0,
)  # fmt: skip


def beard(space: HeadSpace) -> QPainterPath | None:
    """A short beard on the lower face."""
    return hair_path(space, _BEARD, 1.0, curly=False)
