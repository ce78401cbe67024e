"""A forearm that a hand holds: it lies on the palm, and the fingers lie on it.

A hand is painted in one go, before or behind the other arm. So a hand that is painted last, though its palm is
behind what it holds, has a piece of that forearm laid on its palm, and its fingers and thumb over that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.digits import LINE, add_line, add_round, depth_in
from unhunch.figure.flesh import Bone
from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Ball, Outline, chain, filled, stalk
from unhunch.figure.vectors import Vec, dot, length, sub

_REACH_CM, _BESIDE_CM = 5.5, 2.5  # how far the piece goes from the middle of the palm, and how near it must be
_STEPS = 4
_SLEEVE_LOOSE = 0.55
_SHADOW_CM, _SHADOW = 0.4, 0.12  # how far the shadow of the digits goes beyond them, and its tone
_EDGE_LINE = 1.2  # the line along the forearm's edge on the palm, in widths of a line on a finger


@dataclass(frozen=True, slots=True)
class Held:
    """The forearm a hand holds: its flesh, how far down it the sleeve goes (a share), where it is held."""

    bone: Bone
    sleeve: float
    at: float

    def piece(self, camera: Camera) -> list[Ball]:
        """What of it lies on the palm, from the elbow's side on."""
        half = _REACH_CM / length(sub(self.bone.end, self.bone.start))
        first, last = max(0.0, self.at - half), min(1.0, self.at + half)
        shares = [first + (last - first) * i / _STEPS for i in range(_STEPS + 1)]
        return [self.bone.ball(camera, t, _SLEEVE_LOOSE if t < self.sleeve else 0.0) for t in shares]


def held_at(bone: Bone, sleeve: float, palm: Vec) -> Held | None:
    """The forearm as it is held by a hand with its palm there; None if it is not near it."""
    along = sub(bone.end, bone.start)
    at = min(1.0, max(0.0, dot(sub(palm, bone.start), along) / dot(along, along)))
    return Held(bone, sleeve, at) if length(sub(palm, bone.at(at))) < _BESIDE_CM else None


def clasped(held: Held, camera: Camera, digits: Sequence[Sequence[Ball]]) -> list[Layer]:
    """The forearm on the palm, and over it the digits from their first joint on."""
    balls = held.piece(camera)
    cloth = "top" if held.at < held.sleeve else "skin"
    fingers = filled(*(stalk(digit[1:]) for digit in digits))
    thick = _SHADOW_CM * camera.px_per_cm
    below = filled(*(stalk([(x, y, r + thick, z) for x, y, r, z in digit[2:]]) for digit in digits))
    return [
        Layer(cloth, filled(chain(balls, camera.detail)), casts=False),
        Layer(cloth, below, tone=_SHADOW, casts=False),
        Layer("skin", fingers, casts=False),
    ]


def clasp_lines(
    held: Held, camera: Camera, digits: Sequence[Sequence[Ball]], palm: Outline
) -> QPainterPath:
    """The lines of a clasp: round the digits on the forearm, and its edge on the palm."""
    path = QPainterPath()
    balls = held.piece(camera)
    shown = [digit[1:] for digit in digits]
    for i, digit in enumerate(shown):
        add_round(path, digit, balls, shown[i + 1 :])
    width = LINE * digits[0][1][2] * _EDGE_LINE
    (x0, y0, *_), (x1, y1, *_) = balls[0], balls[-1]
    n = hypot(x1 - x0, y1 - y0) or 1.0
    u, v = (y1 - y0) / n, (x0 - x1) / n
    fx, fy, *_ = digits[0][1]
    side = -1.0 if (fx - x0) * u + (fy - y0) * v > 0 else 1.0  # where the fingers do not come from
    points = [(x + u * r * side, y + v * r * side) for x, y, r, _ in balls]
    on = [min(1.0, max(0.0, depth_in(palm, p) / balls[0][2])) for p in points]
    add_line(path, points, [width * k for k in on])
    return path
