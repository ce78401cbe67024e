"""Outlines on the screen, made of round things only.

A ball (a sphere) projects to a circle, an egg (an ellipsoid) to an ellipse: both exactly, from every side.
What the painter fills is the outline of a few of them: `hull` wraps a convex group, `chain` a limb, `tube` a
bent trunk. All outlines run the same way round, so that overlapping ones add up in a winding fill.

Units: logical pixels, y down; z grows towards the viewer.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin, sqrt, tau
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.rig.rounds import Ball, Egg, Round

RoundT = TypeVar("RoundT", Ball, Egg)
Point = tuple[float, float]
Outline = list[Point]
_Supported = tuple[float, float, float]  # reach in a direction, and the outline's point there


_EASINGS = 3


def _directions(n: int) -> tuple[Point, ...]:
    return tuple((cos(tau * i / n), sin(tau * i / n)) for i in range(n))


# Radius in device pixels up to which so many directions look round. A path smoothed through n points of a
# circle runs inside it by an even amount: the last number makes up for that.
_ROUNDNESS = tuple(
    (radius, _directions(n), 2 / (1 + cos(pi / n) ** 2))
    for radius, n in ((9.0, 8), (40.0, 12), (110.0, 18), (400.0, 26), (1e9, 44))
)


def _fitting(rounds: Iterable[Round], detail: float) -> tuple[tuple[Point, ...], float]:
    """As many directions as the largest shape needs to look round, and how much larger to draw it."""
    r = max([e[2] if len(e) == 4 else sqrt(max(e[2], e[4])) for e in rounds]) * detail
    _, directions, grown = next(q for q in _ROUNDNESS if r <= q[0])
    return directions, grown


def _support(e: Round, directions: Sequence[Point], grown: float) -> list[_Supported]:
    if len(e) == 4:
        x, y, r, _ = e
        r *= grown
        return [(x * u + y * v + r, x + r * u, y + r * v) for u, v in directions]
    x, y, a, b, c, _ = e
    grown *= grown
    a, b, c = a * grown + 1e-9, b * grown, c * grown + 1e-9
    out = []
    for u, v in directions:
        p = a * u + b * v
        q = b * u + c * v
        w = sqrt(p * u + q * v)
        out.append((x * u + y * v + w, x + p / w, y + q / w))
    return out


def mixed_rounds(a: RoundT, b: RoundT, t: float) -> RoundT:
    """The ball or egg a share t of the way from one to another."""
    return cast(RoundT, tuple([p + (q - p) * t for p, q in zip(a, b, strict=True)]))


def hull(rounds: Sequence[Round], detail: float = 1.0) -> Outline:
    """The convex outline round all of them: in every direction the farthest one gives the point."""
    directions, grown = _fitting(rounds, detail)
    supports = [_support(e, directions, grown) for e in rounds]
    if len(supports) == 1:
        return [(x, y) for _, x, y in supports[0]]
    return [m[1:] for m in map(max, *supports)]


def _without_swallowed(balls: Sequence[Ball]) -> list[Ball]:
    kept: list[Ball] = []
    for b in balls:
        while kept:
            a = kept[-1]
            if hypot(b[0] - a[0], b[1] - a[1]) > abs(a[2] - b[2]) + 1e-3:
                break
            if b[2] <= a[2]:
                break
            kept.pop()
        if not kept or hypot(b[0] - kept[-1][0], b[1] - kept[-1][1]) > abs(kept[-1][2] - b[2]) + 1e-3:
            kept.append(b)
    return kept


def _arc(out: Outline, ball: Ball, start: float, sweep: float, step: float) -> None:
    x, y, r, _ = ball
    if sweep < 0.12:
        start += sweep / 2
        n = 0
        sweep = 0.0
    else:
        n = int(sweep / step) + 1
        sweep /= n
    for i in range(n + 1):
        t = start + sweep * i
        out.append((x + r * cos(t), y + r * sin(t)))


def chain(balls: Sequence[Ball], detail: float = 1.0) -> Outline:
    """The outline of a string of balls joined by their common tangents: a limb, bent or straight."""
    across = hypot(balls[-1][0] - balls[0][0], balls[-1][1] - balls[0][1])
    if across < max(b[2] for b in balls):  # seen from its end
        return hull(balls, detail)
    c = _without_swallowed(balls)
    step = max(0.35, sqrt(4.0 / (detail * max([b[2] for b in c]) + 0.01)))
    out: Outline = []
    if len(c) == 1:
        _arc(out, c[0], 0.0, tau * 0.97, min(step, 0.7))
        return out
    left, right = [], []
    for (ax, ay, ar, _), (bx, by, br, _) in pairwise(c):
        dx, dy = bx - ax, by - ay
        heading = atan2(dy, dx)
        spread = acos(max(-1.0, min(1.0, (ar - br) / hypot(dx, dy))))
        left.append(heading - spread)
        right.append(heading + spread)

    def side(ball: Ball, a: float, b: float) -> None:
        sweep = (b - a) % tau
        if sweep < pi:
            _arc(out, ball, a, sweep, step)
        else:  # the inside of a bend
            x, y, r, _ = ball
            out.append((x + r * cos(a), y + r * sin(a)))
            out.append((x + r * cos(b), y + r * sin(b)))

    _arc(out, c[0], right[0], (left[0] - right[0]) % tau, step)
    for i in range(1, len(c) - 1):
        side(c[i], left[i - 1], left[i])
    _arc(out, c[-1], left[-1], (right[-1] - left[-1]) % tau, step)
    for i in range(len(c) - 2, 0, -1):
        side(c[i], right[i], right[i - 1])
    return out


def between(eggs: Sequence[Egg]) -> list[Egg]:
    """One more egg between each two, on a smooth curve: rounds a bent trunk."""
    out: list[Egg] = []
    last = len(eggs) - 1
    for i in range(last):
        b, c = eggs[i], eggs[i + 1]
        a, d = eggs[max(i - 1, 0)], eggs[min(i + 2, last)]
        out.append(b)
        x = (9 * (b[0] + c[0]) - a[0] - d[0]) / 16
        y = (9 * (b[1] + c[1]) - a[1] - d[1]) / 16
        out.append((x, y, (b[2] + c[2]) / 2, (b[3] + c[3]) / 2, (b[4] + c[4]) / 2, (b[5] + c[5]) / 2))
    out.append(eggs[last])
    return out


def shrunk(egg: Egg, k: float) -> Egg:
    """The egg in place, k times as large."""
    x, y, xx, xy, yy, z = egg
    k *= k
    return (x, y, xx * k, xy * k, yy * k, z)


def tube(rounds: Sequence[Round], detail: float = 1.0) -> list[Outline]:
    """A bent string of rounds: the hulls of its neighbours, to be filled together."""
    directions, _ = _fitting(rounds, detail)
    supports = [_support(e, directions, 0.99) for e in rounds]
    return [[m[1:] for m in map(max, a, b)] for a, b in pairwise(supports)]


def sides_of(eggs: Sequence[Egg]) -> tuple[Outline, Outline] | None:
    """The two sides of a bent string of eggs as smooth lines, from its first one on.

    Where it bends so tightly that its inner side would run backwards, that side goes straight on; the corner
    is rounded as cloth rounds it. None when the string is seen nearly from its end: there `tube` works, which
    shows corners elsewhere.
    """
    left: Outline = []
    right: Outline = []
    last = len(eggs) - 1
    run = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(eggs))
    if run < 1.2 * sqrt(max(max(e[2], e[4]) for e in eggs)):
        return None
    for i, (x, y, xx, xy, yy, _) in enumerate(eggs):
        a, b = eggs[max(i - 1, 0)], eggs[min(i + 1, last)]
        du, dv = b[0] - a[0], b[1] - a[1]
        n = hypot(du, dv) or 1.0
        u, v = dv / n, -du / n
        p, q = xx * u + xy * v, xy * u + yy * v
        w = sqrt(max(1e-9, p * u + q * v))
        for side, at in ((left, (x + p / w, y + q / w)), (right, (x - p / w, y - q / w))):
            if not side or (at[0] - side[-1][0]) * du + (at[1] - side[-1][1]) * dv >= 0:
                side.append(at)
    return _eased(left), _eased(right)


def closed(left: Outline, right: Outline, end: Outline) -> Outline:
    """Two sides as one outline that goes round an end from the first one to the second."""
    return reversed_if_backward([*end[::-1], *left, left[-1], right[-1], *right[::-1]])


def _eased(line: Outline) -> Outline:
    """The line with its corners rounded over some points to both sides; its ends stay."""
    for _ in range(_EASINGS):
        inner = [
            ((ax + bx + cx) / 3, (ay + by + cy) / 3)
            for (ax, ay), (bx, by), (cx, cy) in zip(line, line[1:], line[2:], strict=False)
        ]
        line = [line[0], *inner, line[-1]]
    return line


def stalk(balls: Sequence[Ball]) -> Outline:
    """A quick outline for a string of small balls that bends gently: a finger or a toe."""
    left: Outline = []
    right: Outline = []
    last = len(balls) - 1
    dx = dy = 0.0
    for i, (x, y, r, _) in enumerate(balls):
        a, b = balls[max(i - 1, 0)], balls[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = hypot(dx, dy)
        if n < 0.5 * r:  # seen from its end
            return hull(balls)
        dx, dy = dx / n * r, dy / n * r
        left.append((x + dy, y - dx))
        right.append((x - dy, y + dx))
    x, y, _, _ = balls[-1]
    tip = [
        (x + 0.8 * dx + 0.8 * dy, y + 0.8 * dy - 0.8 * dx),
        (x + 1.15 * dx, y + 1.15 * dy),
        (x + 0.8 * dx - 0.8 * dy, y + 0.8 * dy + 0.8 * dx),
    ]
    return left + tip + right[::-1]


def add_smooth(path: QPainterPath, points: Sequence[Point]) -> None:
    """Add a closed curve through the middles of the outline's edges."""
    ax, ay = points[-1]
    bx, by = points[0]
    path.moveTo((ax + bx) / 2, (ay + by) / 2)
    quad = path.quadTo
    px, py = bx, by
    for x, y in points[1:]:
        quad(px, py, (px + x) / 2, (py + y) / 2)
        px, py = x, y
    quad(px, py, (px + bx) / 2, (py + by) / 2)
    path.closeSubpath()


def add_polygon(path: QPainterPath, points: Sequence[Point]) -> None:
    """Add a closed polygon, corners and all. (`lineTo` per point is quicker than a QPolygonF.)"""
    line = path.lineTo
    path.moveTo(points[0][0], points[0][1])
    for x, y in points[1:]:
        line(x, y)
    path.closeSubpath()


def filled(*outlines: Sequence[Point]) -> QPainterPath:
    """One path of smooth outlines that add up."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for o in outlines:
        add_smooth(path, o)
    return path


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> Outline:
    """The outline of a line as wide at each point as told: a tapered stroke, drawn as a fill."""
    left: Outline = []
    right: Outline = []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, last)]
        dx, dy = bx - ax, by - ay
        n = hypot(dx, dy) or 1.0
        w = widths[i] / 2
        left.append((x + dy / n * w, y - dx / n * w))
        right.append((x - dy / n * w, y + dx / n * w))
    return left + right[::-1]


def cut_off(outline: Outline, line: Outline) -> Outline:
    """The larger part of a convex outline that a line across it leaves."""
    (x, y), (ex, ey) = line[0], line[-1]
    dx, dy = ex - x, ey - y
    beyond = [(px - x) * dy - (py - y) * dx for px, py in outline]
    side = 1 if sum(beyond) > 0 else -1
    n = len(outline)
    kept = [by * side >= 0 for by in beyond]
    first = next((i for i in range(n) if kept[i] and not kept[i - 1]), 0)
    left = [outline[i % n] for i in range(first, first + n) if kept[i % n]]
    px, py = left[-1]
    follows = hypot(px - x, py - y) < hypot(px - ex, py - ey)
    return left + (line if follows else line[::-1])


def band(points: Sequence[Point], widths: Sequence[float]) -> Outline:
    """A ribbon that runs the same way round as all other outlines, to be filled with them."""
    return reversed_if_backward(ribbon(points, widths))


def taper(points: Sequence[Point], wide: float) -> Outline:
    """A band that is so wide at its first point and runs out to its last one: a fold, a crease."""
    last = len(points) - 1
    return band(points, [wide * (1 - i / last) for i in range(last + 1)])


def reversed_if_backward(points: Outline) -> Outline:
    """The outline the way round all the others run (clockwise on the screen)."""
    area = 0.0
    px, py = points[-1]
    for x, y in points:
        area += px * y - x * py
        px, py = x, y
    return points if area > 0 else points[::-1]
