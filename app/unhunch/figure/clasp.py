"""A forearm that a hand holds: it lies on the palm, and the fingers lie on it.

A hand is painted in one go, before or behind the other arm. So one that is painted last, though its palm is
behind what it holds, has a piece of that forearm laid on its palm, and its fingers and thumb over that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.digits import LINE, add_line, add_round, depth_in
from unhunch.figure.flesh import Bone
from unhunch.figure.parts import Cloth, Layer
from unhunch.figure.shapes import Ball, Outline, chain, filled, stalk
from unhunch.figure.vectors import Vec, dot, length, sub

# How far the piece goes from the middle of the palm, and how near it must be.
_REACH_CM, _BESIDE_CM = 5.5, 2.5
_STEPS = 4
_SLEEVE_LOOSE = 0.55
_SHADOW_CM, _SHADOW = 0.4, 0.12  # how far the shadow of the digits goes beyond them, and its tone
_EDGE_LINE = 0.8  # the line along the forearm's edge on the palm, in widths of a line on a finger


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


def clasped(held: Held, camera: Camera, digits: Sequence[Sequence[Ball]]) -> list[Layer]:
    """The forearm on the palm, and over it the digits from their first joint on, with their shadow."""
    balls = held.balls(camera)
    cloth = held.cloth
    fingers = filled(*(stalk(digit[1:]) for digit in digits))
    thick = _SHADOW_CM * camera.px_per_cm
    below = filled(*(stalk([(x, y, r + thick, z) for x, y, r, z in digit[2:]]) for digit in digits))
    return [
        Layer(cloth, filled(chain(balls, camera.detail)), casts=False),
        Layer(cloth, below, tone=_SHADOW, casts=False),
        Layer("skin", fingers, casts=False),
    ]


def clasp_lines(held: Held, camera: Camera, digits: Sequence[Sequence[Ball]], palm: Outline) -> QPainterPath:
    """The lines of a clasp: round the digits on the forearm, and its edge on the palm."""
    path = QPainterPath()
    balls = held.balls(camera)
    shown = [digit[1:] for digit in digits]
    for i, digit in enumerate(shown):
        add_round(path, digit, balls, shown[i + 1 :])
    _add_edge(path, balls, digits[0][1], palm)
    return path


def _add_edge(path: QPainterPath, balls: Sequence[Ball], finger: Ball, palm: Outline) -> None:
    """The edge of the forearm on the palm, on the side that the fingers do not come from."""
    (x0, y0, *_), (x1, y1, *_) = balls[0], balls[-1]
    n = hypot(x1 - x0, y1 - y0) or 1.0
    u, v = (y1 - y0) / n, (x0 - x1) / n
    if (finger[0] - x0) * u + (finger[1] - y0) * v > 0:
        u, v = -u, -v
    points = [(x + u * r, y + v * r) for x, y, r, _ in balls]
    on = [min(1.0, max(0.0, depth_in(palm, p) / balls[0][2])) for p in points]
    add_line(path, points, [LINE * _EDGE_LINE * finger[2] * k for k in on])
