"""A forearm that a hand holds: it lies on the palm, and the fingers lie on it; the thumb lies behind.

A hand is painted in one go, before or behind the other arm. So one that is painted last, though its palm is
behind what it holds, has a piece of that forearm laid on its palm, and its fingers over that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, hypot

from PySide6.QtGui import QPainterPath

from unhunch.figure.body.digits import add_edge
from unhunch.figure.body.flesh import Bone
from unhunch.figure.ink.parts import Cloth, Layer
from unhunch.figure.ink.shapes import Outline, Point, chain, filled, hull, mixed_rounds, stalk
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import Vec, dot, length, mad, sub

# How far the piece goes from the middle of the palm, and how near it must be.
_REACH_CM, _BESIDE_CM = 7.0, 2.5
_STEPS = 4
_SLEEVE_LOOSE = 0.55
_MOUTH_CM = 2.5  # one in a sleeve ends so far above its mouth, as it ends round
# The shadow of the fingers on the forearm, a wide faint one and the dark line where they touch: how far it
# falls to the right and down, how far it comes out on all sides (cm), and its tone; and the share of their
# thickness that is always left of it.
_DigitsShadow = tuple[Point, float, float]
_OF_DIGITS: tuple[_DigitsShadow, ...] = (((0.8, 0.8), 0.8, 0.2), ((0.45, 0.45), 0.32, 0.42))
_LEAST = 0.1
# The forearm's own on the palm, as well: how far it comes out towards the wrist (cm), how long it is on
# either side of the middle between its round ends (a share of half the piece), and its tone.
_PalmShadow = tuple[float, float, float]
_OF_FOREARM: tuple[_PalmShadow, ...] = ((1.3, 0.16, 0.14), (0.5, 0.28, 0.38))
# So much lighter than the forearm the digits are, and the lines between them bolder than in an open hand.
_DIGITS_LIGHTER, _BOLDER = 0.2, 1.6
_LINE_FROM = 0.3  # they begin so far along the middle bones (a share), so as not to stand out at the knuckles
# So many bones from their tips the fingers part; what lies between them begins so much further down.
_FREE, _SIDES_FREE = 0.45, 0.55

Digits = Sequence[Sequence[Ball]]
"""Fingers, each from its knuckle to its tip."""


def share_held(palm: Vec, elbow: Vec, wrist: Vec) -> float | None:
    """How far down a forearm (a share) it lies on the middle of a palm; None if it passes farther off."""
    along = sub(wrist, elbow)
    at = min(1.0, max(0.0, dot(sub(palm, elbow), along) / dot(along, along)))
    return at if length(sub(palm, mad(elbow, along, at))) < _BESIDE_CM else None


@dataclass(frozen=True, slots=True)
class Forearm:
    """A forearm's flesh, and how far down it the sleeve goes (a share; below 0 not so far)."""

    bone: Bone
    sleeve: float

    def held_at(self, palm: Vec) -> Held | None:
        """Its piece on a palm with its middle there; None if it passes farther off."""
        at = share_held(palm, self.bone.start, self.bone.end)
        return None if at is None else Held(self, at)


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
        a_cm = 1 / length(sub(bone.end, bone.start))
        half = _REACH_CM * a_cm
        ends = sleeve - _MOUTH_CM * a_cm if self.cloth == "top" else 1.0
        first, last = max(0.0, self.at - half), min(max(ends, self.at), self.at + half)
        shares = [first + (last - first) * i / _STEPS for i in range(_STEPS + 1)]
        return [bone.ball(camera, t, _SLEEVE_LOOSE if t < sleeve else 0.0) for t in shares]


def clasped(held: Held, camera: Camera, wrist: Point, fingers: Digits) -> list[Layer]:
    """The forearm on the palm and the thumb, and over it the fingers from their first joint on. The forearm's
    shadow lies on the palm, towards the `wrist` of the hand; that of the fingers lies on the forearm.
    """
    balls = held.balls(camera)
    over = [[*finger[1:]] for finger in fingers]
    digits = filled(*fused(over))
    k = camera.px_per_cm
    return [
        *(_on_palm(balls, wrist, k, shadow) for shadow in _OF_FOREARM),
        Layer(held.cloth, filled(chain(balls, camera.detail)), casts=False),
        *(Layer(held.cloth, *_on_forearm(balls, over, k, shadow), casts=False) for shadow in _OF_DIGITS),
        Layer("skin", digits, casts=False),
        Layer("skin", digits, tone=-_DIGITS_LIGHTER, casts=False),
    ]


def _on_palm(forearm: Sequence[Ball], wrist: Point, k: float, shadow: _PalmShadow) -> Layer:
    """A shadow of the forearm on the palm, at `k` pixels a centimetre."""
    out_cm, half, tone = shadow
    before, (x, y, *_), after = forearm[_STEPS // 2 - 1 : _STEPS // 2 + 2]
    dx, dy = wrist[0] - x, wrist[1] - y
    out = out_cm * k / (hypot(dx, dy) or 1.0)
    ends = (mixed_rounds(before, after, 0.5 + side * half) for side in (-1, 1))
    fallen = hull([(u + dx * out, v + dy * out, r, z) for u, v, r, z in ends])
    return Layer("skin", filled(fallen), tone=tone, casts=False)


def _on_forearm(
    forearm: Sequence[Ball], digits: Digits, k: float, shadow: _DigitsShadow
) -> tuple[QPainterPath, float]:
    """A shadow of the digits on the forearm, at `k` pixels a centimetre, and its tone."""
    (right, down), out_cm, tone = shadow
    fallen = [[(x + right * k, y + down * k, r, z) for x, y, r, z in digit] for digit in digits]
    rim = [[(x, y, r + out_cm * k, z) for x, y, r, z in digit] for digit in digits]
    return filled(*(stalk([_within(forearm, ball) for ball in digit]) for digit in (*fallen, *rim))), tone


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
    ends = [[mixed_rounds(finger[1], finger[2], _LINE_FROM), *finger[2:]] for finger in fingers]
    for one, other in pairwise(ends):
        add_edge(path, one, other, _BOLDER, fused=True)
    return path
