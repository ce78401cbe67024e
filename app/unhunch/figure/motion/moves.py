"""Moves: from one pose to the next, and where the body is on its way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from unhunch.figure.motion.cues import Course, CueSpec
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import LIMBS, NUMBERS, Between, Pin, Pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import ORIGIN, Vec, degrees_of, dot, mad, mix, sub, through, unit

PARTS = 16
"""In so many even parts of its time a move is looked at."""

Slopes = tuple[dict[str, Vec], dict[str, Vec]]
"""How fast each channel of a pose passes the two ends of a move, per share of its time; 0 if it is not there.
"""


def ease(t: float) -> float:
    """Minimum jerk: how a hand or a head moves from rest to rest."""
    return t * t * t * (t * (6 * t - 15) + 10)


@dataclass(frozen=True, eq=False)
class Move:
    """A way from pose to pose and the arrows that go with it, whatever time it takes.

    Of one that `flows` only the limbs go by way of another pose; how quick it is at its ends is left out.
    """

    start: Pose
    end: Pose
    via: Pose | None
    flows: bool
    cues: tuple[CueSpec, ...]
    solved: Callable[[Pose], Body]

    def body(self, part: int) -> Body:
        """The body after so many parts of the move."""
        if part in (0, PARTS):  # poses that moves share
            return self.solved(self.end if part else self.start)
        slopes: Slopes | None = ({}, {}) if self.flows else None
        return solve(between_poses(self.start, self.end, part / PARTS, self.via, slopes))

    @cached_property
    def bodies(self) -> Bodies:
        """The body at even steps through the move."""
        return Bodies(self.body)

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The arrows as the data says them."""
        return tuple(spec.course(self.bodies) for spec in self.cues)

    @property
    def paths(self) -> list[tuple[Vec, ...]]:
        """Where they would like to be."""
        return [course.points for course in self.courses]


class Bodies(Sequence[Body]):
    """The body at even steps through a move, each solved only when it is asked for."""

    def __init__(self, body: Callable[[int], Body]) -> None:
        self._body = cache(body)

    def __len__(self) -> int:
        return PARTS + 1

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self._body(k) for k in range(*at.indices(len(self)))]
        return self._body(range(len(self))[at])


_BONES = (
    ("pelvis", "head"),
    *((f"{a}_{s}", f"{b}_{s}") for a, b in pairwise(("shoulder", "elbow", "wrist")) for s in "lr"),
    *((f"{a}_{s}", f"{b}_{s}") for a, b in pairwise(("hip", "knee", "ankle")) for s in "lr"),
)


def turned_deg(bodies: Sequence[Body]) -> float:
    """How far the bone that turns most does so from body to body."""
    ways = [[unit(sub(body.joints[b], body.joints[a])) for a, b in _BONES] for body in bodies]
    return max(
        sum(degrees_of(dot(a, b)) for a, b in pairwise(directions)) for directions in zip(*ways, strict=True)
    )


def between_poses(a: Pose, b: Pose, t: float, via: Pose | None, slopes: Slopes | None) -> Pose:
    """The pose at a share t of the time from a to b, by way of another one or with speeds at the ends."""
    e = ease(t)
    changes: dict[str, Any] = {
        "facing": a.facing + (b.facing - a.facing) * e,
        "rest": a.rest + (b.rest - a.rest) * e,
        "plants": a.plants & b.plants,
    }
    for name in NUMBERS:
        x, y = getattr(a, name), getattr(b, name)
        if slopes:
            changes[name] = _hermite(x, y, slopes[0].get(name, ORIGIN), slopes[1].get(name, ORIGIN), t)
        elif via and via != a:
            changes[name] = through(x, getattr(via, name), y, e)
        elif x != y:
            changes[name] = mix(x, y, e)
    for name in LIMBS:
        way = getattr(via, name) if via and via != a else None
        changes[name] = Between(getattr(a, name), getattr(b, name), e, way)
    if a.pin and b.pin:
        changes["pin"] = Pin(b.pin.joint, mix(a.pin.at, b.pin.at, e))
    return replace(b, **changes)


def _hermite(a: Vec, b: Vec, va: Vec, vb: Vec, t: float) -> Vec:
    """From a to b with the speeds va and vb at the ends; minimum jerk where both are 0."""
    if va == ORIGIN and vb == ORIGIN:
        return mix(a, b, ease(t))
    t2, t3 = t * t, t * t * t
    p = mix(a, b, 3 * t2 - 2 * t3)
    return mad(mad(p, va, t3 - 2 * t2 + t), vb, t3 - t2)


def breathing(pose: Pose, breath: float) -> Pose:
    """The chest lifts a little and the shoulders with it; hands and feet that are placed stay."""
    if not breath:
        return pose
    bend, side, turn = pose.chest
    up = (0.0, 0.0, 0.0)
    changes = {"chest": (bend - 1.2 * breath, side, turn)}
    for name in ("shoulder_l", "shoulder_r"):
        up = getattr(pose, name)
        changes[name] = (up[0] + 0.35 * breath, up[1], up[2])
    bend, side, turn = pose.neck
    changes["neck"] = (bend + 1.0 * breath, side, turn)
    return replace(pose, **changes)  # type: ignore[arg-type]
