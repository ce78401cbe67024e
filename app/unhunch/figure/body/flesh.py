"""Flesh round the bones of arms and legs: how thick where, in cm."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import ORIGIN, Vec, mad, mix

Profile = Sequence[tuple[float, float, float]]
"""How far along the bone (0 to 1), radius, shift to its front."""

THIGH: Profile = (
    (0.15, 8.3, 0.0), (0.3, 8.2, 0.35), (0.46, 7.55, 0.7), (0.64, 6.4, 0.8), (0.8, 5.35, 0.85),
    (0.91, 4.75, 0.75), (1.0, 4.55, 0.6),
)  # fmt: skip
"""Its back swells below the buttock and draws in above the knee, its front is a long flat curve."""
SHIN: Profile = (
    (0.0, 4.5, 0.65), (0.08, 4.4, 0.3), (0.18, 4.7, -0.5), (0.31, 4.95, -1.15), (0.45, 4.65, -1.3),
    (0.6, 3.85, -1.0), (0.75, 3.0, -0.55), (0.84, 2.6, -0.3), (0.92, 2.4, -0.2), (1.0, 2.4, -0.15),
)  # fmt: skip
"""Its front is straight, its back swells to the calf: the ankle is about half as thick."""
THIGH_SWAY = (0.0, 0.35, 0.5, 0.4, 0.15, 0.0, 0.0)
SHIN_SWAY = (0.0, 0.05, 0.3, 0.5, 0.25, -0.2, -0.35, -0.25, -0.1, 0.0)
"""How far outward (cm) a leg's flesh lies there: its outer side is a curve, fullest amid the thigh and high
on the calf, its inner side is nearly straight.
"""
UPPER_ARM: Profile = (
    (0.0, 4.0, 0.0), (0.07, 4.4, 0.0), (0.17, 4.7, 0.1), (0.34, 4.5, 0.2), (0.55, 4.2, 0.4),
    (0.7, 3.85, 0.35), (0.84, 3.4, 0.15), (1.0, 2.6, 0.0),
)  # fmt: skip
FOREARM: Profile = (
    (0.11, 3.3, 0.3), (0.26, 3.6, 0.5), (0.41, 3.45, 0.45), (0.57, 2.95, 0.2),
    (0.75, 2.3, 0.0), (0.9, 1.9, -0.05), (1.0, 1.8, 0.0),
)  # fmt: skip
"""Fullest below the elbow; half as thick at the wrist."""
FOREARM_SWAY = (0.15, 0.25, 0.15, 0.0, -0.1, 0.0, 0.0)
"""How far outward (cm) its flesh lies there: the outer muscle swells nearer the elbow than the inner one."""


@dataclass(frozen=True, slots=True)
class Bone:
    """Flesh round a bone; `k` makes it thicker or thinner. It lies so far the way `out` as `sway` tells for
    each of the profile's places.
    """

    start: Vec
    end: Vec
    front: Vec
    profile: Profile
    k: float
    out: Vec = ORIGIN
    sway: Sequence[float] = ()

    def balls(self, camera: Camera, loose: float, upto: float = 1.0, after: float = -1.0) -> list[Ball]:
        """Its outline's balls between two shares of its length, `loose` cm thicker."""
        sway = self.sway or repeat(0.0)
        balls = []
        for (t, r, shift), by in zip(self.profile, sway, strict=False):
            if after < t <= upto:
                at = mad(mad(mix(self.start, self.end, t), self.front, shift), self.out, by)
                balls.append(camera.ball(at, r * self.k + loose))
        return balls

    def ball(self, camera: Camera, t: float, loose: float = 0.0) -> Ball:
        """The ball at a share of its length."""
        at, r = self.spot(t)
        return camera.ball(at, r + loose)

    def _between(self, t: float) -> tuple[float, float, float]:
        """Radius, shift to the front and way outward at a share of its length."""
        i, last = 0, len(self.profile) - 2
        while i < last and t > self.profile[i + 1][0]:
            i += 1
        (t0, r0, s0), (t1, r1, s1) = self.profile[i], self.profile[i + 1]
        u = min(1.0, max(0.0, (t - t0) / (t1 - t0)))
        out = self.sway[i] + (self.sway[i + 1] - self.sway[i]) * u if self.sway else 0.0
        return r0 + (r1 - r0) * u, s0 + (s1 - s0) * u, out

    def radius(self, t: float) -> float:
        """Its radius at a share of its length, in cm."""
        return self._between(t)[0] * self.k

    def at(self, t: float) -> Vec:
        """The middle of the flesh at a share of its length."""
        return self.spot(t)[0]

    def spot(self, t: float) -> tuple[Vec, float]:
        """Both: the middle of the flesh and its radius in cm."""
        r, shift, out = self._between(t)
        return mad(mad(mix(self.start, self.end, t), self.front, shift), self.out, out), r * self.k
