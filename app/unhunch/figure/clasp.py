"""A forearm that a hand holds: it lies on the palm, and the fingers lie on it.

A hand is painted in one go, before or behind the other arm. So one that is painted last, though its palm is
behind what it holds, has a piece of that forearm laid on its palm, and its fingers and thumb over that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, hypot

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.digits import add_edge
from unhunch.figure.flesh import Bone
from unhunch.figure.parts import Cloth, Layer
from unhunch.figure.shapes import Ball, Outline, chain, filled, hull, mixed_rounds, stalk
from unhunch.figure.vectors import Vec, dot, length, sub

# How far the piece goes from the middle of the palm, and how near it must be.
_REACH_CM, _BESIDE_CM = 5.5, 2.5
_STEPS = 4
_SLEEVE_LOOSE = 0.55
# The shadow of the digits: how far it falls to the right and down and comes out on all sides (cm), its tone,
# and the share of their thickness that is always left of it. By so much the digits are lighter than the
# forearm.
_SHADOW_FALLS, _RIM_CM, _SHADOW, _LEAST = (0.3, 0.45), 0.16, 0.34, 0.1
_DIGITS_LIGHTER = 0.1
# So many bones from their tips the fingers part; what lies between them begins so much further down.
_FREE, _SIDES_FREE = 0.45, 0.55

Digits = Sequence[Sequence[Ball]]
"""Fingers, each from its knuckle to its tip."""


@dataclass(frozen=True, slots=True)
class Forearm:
    """A forearm's flesh, and how far down it the sleeve goes (a share; below 0 not so far)."""

    bone: Bone
    sleeve: float

    def held_at(self, palm: Vec) -> Held | None:
        """Its piece on a palm with its middle there; None if it passes farther off."""
        start, along = self.bone.start, sub(self.bone.end, self.bone.start)
        at = min(1.0, max(0.0, dot(sub(palm, start), along) / dot(along, along)))
        return Held(self, at) if length(sub(palm, self.bone.at(at))) < _BESIDE_CM else None


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of a forearm in a hand; `at` is its middle, as a share of the forearm."""

    forearm: Forearm
    at: float

    @property
    def cloth(self) -> Cloth:
        """What it shows most of."""
        return "top" if self.at < self.forearm.sleeve else "skin"

    def balls(self, camera: Camera) -> list[Ball]:
        """Its flesh, from the elbow's side on."""
        bone, sleeve = self.forearm.bone, self.forearm.sleeve
        half = _REACH_CM / length(sub(bone.end, bone.start))
        first, last = max(0.0, self.at - half), min(1.0, self.at + half)
        shares = [first + (last - first) * i / _STEPS for i in range(_STEPS + 1)]
        return [bone.ball(camera, t, _SLEEVE_LOOSE if t < sleeve else 0.0) for t in shares]


def clasped(held: Held, camera: Camera, fingers: Digits, thumb: Sequence[Ball]) -> list[Layer]:
    """The forearm on the palm, and over it the digits from their first joint on, with their shadow."""
    balls = held.balls(camera)
    cloth = held.cloth
    over = [[*digit[1:]] for digit in (*fingers, thumb)]
    x, y, k = *_SHADOW_FALLS, camera.px_per_cm
    fallen = [[(a + x * k, b + y * k, r, z) for a, b, r, z in digit] for digit in over]
    rim = [[(a, b, r + _RIM_CM * k, z) for a, b, r, z in digit] for digit in over]
    below = (stalk([_within(balls, ball) for ball in digit]) for digit in (*fallen, *rim))
    digits = filled(*fused(over[:-1]), stalk(over[-1]))
    return [
        Layer(cloth, filled(chain(balls, camera.detail)), casts=False),
        Layer(cloth, filled(*below), tone=_SHADOW, casts=False),
        Layer("skin", digits, casts=False),
        Layer("skin", digits, tone=-_DIGITS_LIGHTER, casts=False),
    ]


def fused(fingers: Digits, free: float = _FREE) -> list[Outline]:
    """The outlines of fingers that lie together as one down to so many bones from their tips, where they are
    `free`: each, and what lies between them.
    """
    ends = [_from_tip(finger, free) for finger in fingers]
    sides = [_from_tip(finger, free + _SIDES_FREE) for finger in (fingers[0], fingers[-1])]
    return [*(stalk(finger) for finger in fingers), hull([*sides, *ends])]


def _from_tip(finger: Sequence[Ball], bones: float) -> Ball:
    """The place so many bones down from a finger's tip."""
    whole = int(bones)
    return mixed_rounds(finger[-1 - whole], finger[-2 - whole], bones - whole)


def _within(forearm: Sequence[Ball], ball: Ball) -> Ball:
    """The ball made so small, and moved so far in, that it does not stand out over the forearm's edge."""
    x, y, r, z = ball
    (x0, y0, r0, _), (x1, y1, r1, _) = forearm[0], forearm[-1]
    dx, dy = x1 - x0, y1 - y0
    n = hypot(dx, dy) or 1.0
    along = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / n**2))
    aside, wide = ((y - y0) * dx - (x - x0) * dy) / n, r0 + (r1 - r0) * along
    r = max(_LEAST * r, min(r, wide - abs(aside)))
    back = max(0.0, abs(aside) + r - wide) * copysign(1.0, aside) / n
    return (x + dy * back, y - dx * back, r, z)


def clasp_lines(fingers: Digits) -> QPainterPath:
    """The lines of a clasp: between the fingers."""
    path = QPainterPath()
    for one, other in pairwise(fingers):
        add_edge(path, one[1:], other[1:], fused=True)
    return path
