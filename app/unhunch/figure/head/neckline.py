"""The edge of a neckline as it is drawn: a band of a few points along the near half of a collar."""

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from unhunch.figure.ink.shapes import Outline, reversed_if_backward

EDGE_POINTS = 8  # of how many points a collar's near half is, but one
_CURVE = 6  # of how many points the curve round a corner is
# How far one of its edges is from the other, from end to end, so that it runs out where the neck hides it.
_TAPER = (0.0, 0.58, 0.92, 1.0, 1.0, 1.0, 0.92, 0.58, 0.0)


Edge = list[tuple[complex, complex]]
"""The upper edge of a band on the screen (x + iy, pixels), and the way from each point to its lower one."""


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner in a collar's edge: where, the ways along its sides, that along the collar last (each 1 long),
    and how far along both it is rounded (pixels).
    """

    at: complex
    aside: complex
    along: complex
    reach: float


def rounded(edge: Edge, corner: Corner) -> Edge:
    """The edge, which goes on round a corner along its other side, and runs out there."""
    at, aside, along, reach = corner.at, corner.aside, corner.along, corner.reach
    far = [((p - at) * along.conjugate()).real for p, _ in edge]
    backward = far[0] > far[-1]
    stays = [point for point, d in zip(edge, far, strict=True) if d > reach]
    if not stays:
        return edge
    if backward:
        stays.reverse()
    wide = abs(stays[0][1])
    curve: Edge = []
    for i in range(_CURVE):
        t = i / _CURVE
        p = at + aside * reach * (1 - t) ** 2 + along * reach * t**2
        curve.append((p, -(aside * t + along * (1 - t)) * wide * sqrt(t)))
    found = curve + stays
    return found[::-1] if backward else found


def evened(edge: Edge) -> Edge:
    """The edge as so many points at even steps as it always has."""
    reach = [0.0]
    for (p, _), (q, _) in pairwise(edge):
        reach.append(reach[-1] + abs(q - p))
    out, j = [], 0
    for i in range(EDGE_POINTS + 1):
        want = reach[-1] * i / EDGE_POINTS
        while j < len(edge) - 2 and reach[j + 1] < want:
            j += 1
        t = (want - reach[j]) / ((reach[j + 1] - reach[j]) or 1.0)
        (p, q), (r, s) = edge[j], edge[j + 1]
        out.append((p + (r - p) * t, q + (s - q) * t))
    return out


def tapered(first: list[complex], other: list[complex], at_ends: float = 0.0) -> list[complex]:
    """Another curve beside a first one, which it joins at both ends, or comes as near as that share."""
    shares = [at_ends + (1 - at_ends) * k for k in _TAPER]
    return [a + (b - a) * k for a, b, k in zip(first, other, shares, strict=True)]


def direction(way: complex) -> complex:
    """The way 1 long; none stays none."""
    return way / (abs(way) or 1.0)


def strip(lower: list[complex], upper: list[complex]) -> Outline:
    """The band between two curves, its ends cut straight."""
    around = [lower[0], *lower, lower[-1], upper[-1], *upper[::-1], upper[0]]
    return reversed_if_backward([(p.real, p.imag) for p in around])
