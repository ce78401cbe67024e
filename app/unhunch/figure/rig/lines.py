"""Lines on the screen: how long and how straight they are, and how to make them even and smooth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from unhunch.figure.rig.vectors import mad, mix, scale

Point = tuple[float, float]
Flat = tuple[float, float, float]
"""x and y on the screen (cm from its middle, y down), and the depth towards the viewer."""

_SPLINE_KNOTS = 9


def unit(v: Point) -> Point:
    """The direction of v; (0, 0) for a vector of no length."""
    n = hypot(*v)
    return (v[0] / n, v[1] / n) if n > 1e-9 else (0.0, 0.0)


def length(path: Sequence[Flat]) -> float:
    """The way along the path."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path))


def straightness(path: Sequence[Flat]) -> float:
    """The way from end to end as a share of the way along."""
    return hypot(path[-1][0] - path[0][0], path[-1][1] - path[0][1]) / (length(path) or 1.0)


def resized(path: Sequence[Flat], about: Point, k: float) -> list[Flat]:
    """The path k times as large, a point kept where it is."""
    x, y = about
    return [(x + (p[0] - x) * k, y + (p[1] - y) * k, p[2]) for p in path]


def moved(path: Sequence[Flat], dx: float, dy: float) -> list[Flat]:
    """The path somewhere else."""
    return [(x + dx, y + dy, z) for x, y, z in path]


def middle(path: Sequence[Flat]) -> Point:
    """The mean of the path's points."""
    return (sum(p[0] for p in path) / len(path), sum(p[1] for p in path) / len(path))


def even(path: Sequence[Flat], n: int) -> list[Flat]:
    """The path at n even steps along it."""
    return [mix(path[j], path[j + 1], min(1.0, share)) for j, share in _even_steps(_reach(path), n)]


def resampled(points: Sequence[Point], n: int) -> list[Point]:
    """The line's points at n + 1 even steps along it; an empty list for a line of no length."""
    reach = _reach(points)
    if reach[-1] < 1e-6:
        return []
    return [between(points[j], points[j + 1], share) for j, share in _even_steps(reach, n + 1)]


def between(a: Point, b: Point, t: float) -> Point:
    """The point a share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _reach(path: Sequence[Flat | Point]) -> list[float]:
    """How far along the path each of its points is."""
    reach = [0.0]
    for a, b in pairwise(path):
        reach.append(reach[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    return reach


def _even_steps(reach: Sequence[float], n: int) -> Iterator[tuple[int, float]]:
    """For n even steps the point before each, and how far it is from there to the next one (a share)."""
    j = 0
    for i in range(n):
        want = reach[-1] * i / (n - 1)
        while j < len(reach) - 2 and reach[j + 1] < want:
            j += 1
        yield j, (want - reach[j]) / ((reach[j + 1] - reach[j]) or 1.0)


def spread(line: Sequence[Flat], n: int) -> list[Flat]:
    """The line at n even steps from point to point, however far those are from each other."""
    out = []
    for i in range(n):
        at = (len(line) - 1) * i / (n - 1)
        j = min(int(at), max(0, len(line) - 2))
        out.append(mix(line[j], line[min(j + 1, len(line) - 1)], at - j))
    return out


def normals(path: Sequence[Flat]) -> list[Point]:
    """The way across the path at each of its points, evened out so that none cross."""
    last = len(path) - 1
    ways = []
    for i in range(last + 1):
        a, b = path[max(i - 2, 0)], path[min(i + 2, last)]
        ways.append(unit((-(b[1] - a[1]), b[0] - a[0])))
    for _ in range(2):
        near = [ways[max(i - 1, 0) : i + 2] for i in range(last + 1)]
        ways = [unit((sum(w[0] for w in three), sum(w[1] for w in three))) for three in near]
    return ways


def smooth(path: Sequence[Flat], n: int) -> list[Flat]:
    """One even spline through a few of the path's points."""
    knots = even(path, _SPLINE_KNOTS)
    knots = [mad(scale(knots[0], 2), knots[1], -1), *knots, mad(scale(knots[-1], 2), knots[-2], -1)]
    out = [
        _catmull(a, b, c, d, k / 8)
        for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False)
        for k in range(8)
    ]
    return even([*out, knots[-2]], n)


def _catmull(a: Flat, b: Flat, c: Flat, d: Flat, t: float) -> Flat:
    def one(p: float, q: float, r: float, s: float) -> float:
        return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))

    return (one(a[0], b[0], c[0], d[0]), one(a[1], b[1], c[1], d[1]), one(a[2], b[2], c[2], d[2]))
