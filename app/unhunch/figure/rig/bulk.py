"""Where a body is in the way, coarsely: balls that stand for its parts, for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from unhunch.figure.rig.anatomy import HEAD_SCALE, SEAT_SHAPE, TRUNK_SHAPE, Body
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.vectors import Frame, Vec, mad, mix, point, scale

Spot = tuple[Vec, float]
"""The middle of a ball in the world, and its radius; each of the lists below has always the same order."""

_HEAD: tuple[Spot, ...] = (
    ((0.0, 9.6, -0.2), 9.6), ((0.0, 4.6, 3.4), 5.8), ((0.0, 6.5, -2.0), 8.6), ((0.0, 17.4, -3.8), 3.6),
    ((0.0, 19.6, -4.6), 4.5),
)  # fmt: skip
"""The head with the hair of everybody, bun and all."""
_HAND = ((3.0, 3.4), (7.0, 4.2), (11.5, 3.6), (15.5, 2.4))
_FOOT = ((-3.4, 3.8, 2.8), (4.5, 2.6, 3.4), (10.5, 4.3, 3.0), (15.5, 5.2, 2.2))


def vital_spots(body: Body) -> Iterator[Spot]:
    """Head and hands: what an arrow never covers."""
    o, f = body.joints["head"], body.frames["head"]
    for at, r in _HEAD:
        yield point(o, f, scale(at, HEAD_SCALE)), r * HEAD_SCALE
    for s, _ in SIDES:
        wrist, fingers = body.joints[f"wrist_{s}"], body.hands[s][0]
        for far, r in _HAND:
            yield mad(wrist, fingers, far), r


def slender_spots(body: Body) -> Iterator[Spot]:
    """Neck, arms and feet: an arrow across them cuts them in two."""
    p = body.joints
    yield from _limb(p["neckbase"], p["head"], 6.0, 5.4, 2)
    for s, _ in SIDES:
        yield from _limb(p[f"shoulder_{s}"], p[f"elbow_{s}"], 5.6, 4.0, 5)
        yield from _limb(p[f"elbow_{s}"], p[f"wrist_{s}"], 4.0, 2.6, 4)
        toe, sole = body.feet[s]
        for far, down, r in _FOOT:
            yield mad(mad(p[f"ankle_{s}"], toe, far), sole, down), r


def broad_spots(body: Body) -> Iterator[Spot]:
    """Trunk and legs."""
    p = body.joints
    for i, at, half in TRUNK_SHAPE:
        yield from _egg(*body.spine[i], at, half)
    for at, half in SEAT_SHAPE[:2]:
        yield from _egg(p["pelvis"], body.frames["pelvis"], at, half)
    for s, _ in SIDES:
        yield from _limb(p[f"hip_{s}"], p[f"knee_{s}"], 9.0, 6.0, 5)
        yield from _limb(p[f"knee_{s}"], p[f"ankle_{s}"], 5.6, 3.2, 5)


def _egg(origin: Vec, frame: Frame, at: Vec, half: Vec) -> Iterator[Spot]:
    """A flat ellipsoid as two balls side by side."""
    thick = max(half[1], half[2])
    for side in (-1, 1):
        yield point(origin, frame, (at[0] + side * max(0.0, half[0] - thick), at[1], at[2])), thick


def _limb(a: Vec, b: Vec, ra: float, rb: float, n: int) -> Iterator[Spot]:
    for k in range(n + 1):
        t = k / n
        yield mix(a, b, t), ra + (rb - ra) * t
