"""Arrows: which way a part moves, as paths in the world for the painter to stroke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import copysign
from typing import Any

from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import PoseError, number, other_side, vector
from unhunch.figure.rig.vectors import (
    ORIGIN,
    Frame,
    Vec,
    add,
    distance,
    mad,
    mix,
    point,
    rotated,
    scale,
    sub,
    to_world,
    unit,
)

SPINE = ("pelvis", "lumbar", "chest", "neckbase", "neck", "head")
JOINTS = (
    *SPINE,
    *(f"{j}_{s}" for j in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle") for s in "lr"),
)
"""What an arrow can go with."""
_ARC_POINTS, _LINE_PARTS = 48, 8  # of an arc, at the least; of a straight arrow


@dataclass(frozen=True, slots=True)
class Cue:
    """An arrow along `points` (world, cm) from where the movement starts to where it ends.

    Of one that goes round with its part they are a whole circle, on which `seen` tells where it is. One that
    is `beneath` lies on the floor, below the body.
    """

    points: tuple[Vec, ...]
    seen: Turned | None = None
    beneath: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """Where an arrow is on its circle: it covers the share `long` once it is whole, is there by the share
    `grown`, and its head is so many times round.
    """

    long: float
    grown: float
    head: float


@dataclass(frozen=True, slots=True)
class Lap:
    """How an arrow goes round with its part: of the circle it covers the share `long`, and its head goes from
    one share to another while the part does its move (1 is once round; there may be more).
    """

    long: float
    heads: tuple[float, float]

    def seen(self, circle: Cue, move: float, grown: float) -> Cue:
        """The arrow a share `move` into the move, when of its length there is the share `grown`."""
        start, end = self.heads
        return replace(circle, seen=Turned(self.long, grown, start + (end - start) * move))


@dataclass(frozen=True, slots=True)
class Course:
    """An arrow's path as its author says it, before it makes way for the body; in the world.

    `joints` is where the part is at each point, to know which side of the path is outward. A `rigid` course
    is moved as it is; one with a `middle` is an arc about it; a `free` one stays where it is.
    """

    points: tuple[Vec, ...]
    joints: tuple[Vec, ...]
    rigid: bool = False
    middle: Vec | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class CueSpec:
    """How to find the path: a tracked point's own way, or (with a `radius`) an arc round a part.

    `part` is a joint; `at` a point in its frame, x outward for a joint with a side; `shift` moves the
    path in the world. A tracked path takes the share `during` of the move and is stretched `gain` times
    from its start. An arc stands on the part as it is a share `when` of the way, begins at the direction
    `begin` and sweeps `sweep` degrees about `axis`, both in the part's frame. `flip` measures x outward to
    the right, for a part in the middle.

    An arc with `laps` goes round with its part: all of it is turned on about its axis, the way it sweeps, by
    the one number of degrees when the move begins and by the other one when it ends. Steps whose arrows
    differ in nothing but this share them: they go on from one to the next.

    A line with `toward` is a straight arrow of that length and direction, both in the part's frame.

    All of this is where the arrow would like to be: `placing` moves it clear of the body, unless it is
    `free` or lies `beneath` it.
    """

    part: str
    at: Vec = ORIGIN
    shift: Vec = ORIGIN
    during: tuple[float, float] = (0.0, 1.0)
    gain: float = 1.0
    radius: float = 0.0
    begin: Vec = (0.0, 0.0, 1.0)
    axis: Vec = (0.0, 1.0, 0.0)
    sweep: float = 90.0
    laps: tuple[float, float] | None = None
    when: float = 0.0
    flip: bool = False
    toward: Vec = ORIGIN
    free: bool = False
    beneath: bool = False

    def course(self, bodies: Sequence[Body]) -> Course:
        """The arrow's path, given the body at even steps through the move."""
        then = bodies[round(self.when * (len(bodies) - 1))]
        if self.toward != ORIGIN:
            return self._straight(then)
        if self.radius:
            return self._round(then)
        first, last = (round(share * (len(bodies) - 1)) for share in self.during)
        return self._tracked(bodies[first : last + 1])

    def _straight(self, body: Body) -> Course:
        end = add(self.at, self.toward)
        line = tuple(self._spot(body, mix(self.at, end, k / _LINE_PARTS)) for k in range(_LINE_PARTS + 1))
        return Course(line, (body.joints[self.part],), rigid=True, free=self.stays)

    def _round(self, body: Body) -> Course:
        middle = self._spot(body, self.at)
        beside = min((body.joints[j] for j in SPINE), key=lambda p: distance(p, middle))
        arc = self._arc(body, middle, copysign(360.0, self.sweep) if self.laps else self.sweep)
        return Course(arc, (beside,), middle=middle, free=self.stays)

    def _tracked(self, passed: Sequence[Body]) -> Course:
        track = [self._spot(body, self.at) for body in passed]
        points = tuple(mad(track[0], sub(p, track[0]), self.gain) for p in track)
        return Course(points, tuple(body.joints[self.part] for body in passed), free=self.stays)

    def _spot(self, body: Body, at: Vec) -> Vec:
        """Where a point of the part's frame is to be, in the world."""
        return add(point(body.joints[self.part], self._frame(body), self._sided(at)), self.shift)

    def _frame(self, body: Body) -> Frame:
        """How the part lies; a joint without a frame of its own lies as the chest does."""
        return body.frames.get(self.part, body.frames["chest"])

    def _sided(self, v: Vec) -> Vec:
        return (-v[0], v[1], v[2]) if self._right else v

    @property
    def _right(self) -> bool:
        return self.flip or self.part.endswith("_r")

    @property
    def stays(self) -> bool:
        """Whether it stays where it is; what lies beneath the body covers nothing of it."""
        return self.free or self.beneath

    @property
    def lap(self) -> Lap | None:
        """How the arrow goes round with its part, if it does."""
        if self.laps is None:
            return None
        long = abs(self.sweep) / 360
        return Lap(long, (long + self.laps[0] / 360, long + self.laps[1] / 360))

    def _arc(self, body: Body, middle: Vec, sweep_deg: float) -> tuple[Vec, ...]:
        frame = self._frame(body)
        axis, begin = unit(to_world(frame, self._sided(self.axis))), to_world(frame, self._sided(self.begin))
        sweep = -sweep_deg if self._right else sweep_deg
        n = max(_ARC_POINTS, round(abs(sweep) / 5))
        arm = scale(unit(begin), self.radius)
        return tuple(add(middle, rotated(arm, axis, sweep * k / n)) for k in range(n + 1))


_KINDS = ("track", "arc", "line")
_PLACES = ("at", "shift", "begin", "axis", "toward")
_NUMBERS = ("gain", "radius", "sweep", "when")
_PAIRS = ("during", "laps")
_ANSWERS = ("free", "beneath")
_KEYS = (*_KINDS, *_PLACES, *_NUMBERS, *_PAIRS, *_ANSWERS, "pair")


def read_cue(raw: Any, what: str) -> Iterator[CueSpec]:
    """The one cue of a table, or two with `pair = true`: the same for the other side."""
    if not isinstance(raw, Mapping) or len(raw.keys() & _KINDS) != 1:
        raise PoseError(f"A cue of {what} is a table with one of track, arc or line, not {raw!r}.")
    for key in raw:
        if key not in _KEYS:
            raise PoseError(f"A cue of {what} has no {key!r}; it knows {', '.join(_KEYS)}.")
    part = next(raw[kind] for kind in _KINDS if kind in raw)
    if part not in JOINTS:
        raise PoseError(f"A cue of {what} knows no joint {part!r}.")
    values = _values(raw, what)
    spec = CueSpec(part, **values)
    yield spec
    if raw.get("pair"):
        x, y, z = spec.shift
        yield CueSpec(other_side(part), **{**values, "shift": (-x, y, z), "flip": not spec._right})


def _values(raw: Mapping[str, Any], what: str) -> dict[str, Any]:
    values: dict[str, Any] = {key: raw.get(key, False) for key in _ANSWERS}
    for key in _ANSWERS:
        if not isinstance(values[key], bool):
            raise PoseError(f"{key} of a cue of {what} is true or false, not {raw[key]!r}.")
    for key in _PLACES:
        if key in raw:
            values[key] = vector(raw[key], f"{key} of a cue of {what}")
    for key in _NUMBERS:
        if key in raw:
            values[key] = number(raw[key], f"{key} of a cue of {what}")
    for key in _PAIRS:
        if key in raw:
            values[key] = vector(raw[key], f"{key} of a cue of {what}", 2)[:2]
    if not 0 <= values.get("when", 0.0) <= 1:
        raise PoseError(f"when of a cue of {what} lies between 0 and 1.")
    begins, ends = values.get("during", (0.0, 1.0))
    if not 0 <= begins < ends <= 1:
        raise PoseError(f"during of a cue of {what} is two rising shares between 0 and 1.")
    if "line" in raw:
        values.setdefault("toward", (0.0, 10.0, 0.0))
    if "arc" in raw:
        values.setdefault("radius", 20.0)
    return values
