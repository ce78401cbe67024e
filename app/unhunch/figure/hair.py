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
from unhunch.figure.vectors import Vec, add, cross, dot, perpendicular, scale, unit


@dataclass(frozen=True, slots=True)
class HairShape:
    """A shell and the closed hairline on it. `pole` lies well inside the hair."""

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
    """The hair on the near (side 1) or far (side -1) half of its shell; two outlines: one with a hole."""
    rx, ry, rz = shape.radii
    v = space.view
    w = scale(unit((v[0] * rx, v[1] * ry, v[2] * rz)), side)
    depths = [dot(d, w) for d in shape.hairline]
    n = len(depths)

    def line(d: Vec) -> Point:
        """A point of the hairline: near the skull, not out on the shell."""
        c = tuple(a + (b - a) * shape.lift for a, b in zip(SKULL[0], shape.centre, strict=True))
        r = tuple(a * 1.01 + (b - a * 1.01) * shape.lift for a, b in zip(SKULL[1], shape.radii, strict=True))
        return space.xy((c[0] + d[0] * r[0], c[1] + d[1] * r[1], c[2] + d[2] * r[2]))

    def out(d: Vec) -> Point:
        c = shape.centre
        return space.xy((c[0] + d[0] * rx, c[1] + d[1] * ry, c[2] + d[2] * rz))

    e1 = (
        perpendicular(shape.pole, w) if abs(dot(shape.pole, w)) < 0.999 else perpendicular((1.0, 0.0, 0.0), w)
    )
    e2 = cross(w, e1)

    def round_(a: float, b: float) -> list[Point]:
        steps = max(2, int(abs(b - a) / 0.28))
        return [
            out(add(scale(e1, cos(t)), scale(e2, sin(t))))
            for t in (a + (b - a) * i / steps for i in range(steps + 1))
        ]

    entries = [i for i in range(n) if depths[i] > 0 >= depths[i - 1]]
    if not entries:
        circle = round_(0.0, tau * 0.96)
        pole_near = dot(shape.pole, w) > 0
        if depths[0] > 0:
            whole = [line(d) for d in shape.hairline]
            return [whole] if pole_near else [circle, whole]
        return [circle] if pole_near else []
    runs = []
    for i in entries:
        length = 0
        while length < n and depths[(i + length) % n] > 0:
            length += 1
        runs.append((length, i))
    length, i = max(runs)
    loop = shape.hairline
    enter = _crossing(loop[i - 1], loop[i], depths[i - 1], depths[i])
    last = (i + length - 1) % n
    leave = _crossing(loop[last], loop[(last + 1) % n], depths[last], depths[(last + 1) % n])
    a, b = (atan2(dot(d, e2), dot(d, e1)) for d in (leave, enter))
    # Of the two ways round the shell's outline take the one by the pole, which lies at angle 0.
    a, b = a % tau, b % tau
    arc = round_(a, b - tau) if a < b else round_(a - tau, b)
    run = [line(loop[(i + k) % n]) for k in range(length)]
    p, q = line(enter), line(leave)
    return [[p, p, *run, q, q, *arc[1:-1]]]


def _crossing(a: Vec, b: Vec, da: float, db: float) -> Vec:
    t = da / (da - db) if da != db else 0.5
    return unit((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t))


def hair_path(space: HeadSpace, shape: HairShape, side: float, curly: bool) -> QPainterPath | None:
    """The hair on the near (side 1) or far (side -1) half of its shell, if any is there."""
    outlines = _region(space, shape, side)
    if not outlines:
        return None
    path = QPainterPath()
    if len(outlines) == 2:
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for o in outlines:
            add_smooth(path, o)
        return path
    path.setFillRule(Qt.FillRule.WindingFill)
    add_smooth(path, reversed_if_backward(outlines[0]))
    if curly:
        _add_curls(path, space, shape, side)
    return path


def _add_curls(path: QPainterPath, space: HeadSpace, shape: HairShape, side: float) -> None:
    c, (rx, ry, rz) = shape.centre, shape.radii
    for d in _CURLS:
        if d[1] < -0.45 or (d[2] > 0.55 and d[1] < 0.62) or (abs(d[0]) > 0.8 and d[2] > 0.3 and d[1] < 0.3):
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


def beard(space: HeadSpace) -> QPainterPath | None:
    """A short beard: the lower face, an opening left for the mouth by its colour."""
    shell = HairShape(
        (0.0, 4.6, 2.9),
        (6.25, 6.1, 6.2),
        _closed(
            (
                (0.0, 0.02, 1.0), (0.3, 0.06, 0.94), (0.5, -0.1, 0.82), (0.72, -0.02, 0.66),
                (0.9, 0.25, 0.34), (0.96, 0.28, 0.0),
                (0.86, -0.2, -0.2), (0.6, -0.75, -0.1), (0.0, -0.98, 0.15),
            )
        ),
        (0.0, -0.75, 0.66),
        lift=1.0,
    )  # fmt: skip
    return hair_path(space, shell, 1.0, curly=False)
