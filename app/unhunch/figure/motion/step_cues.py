"""The arrows of a motion: where those of each step are, and when they are to be seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import cached_property

from unhunch.figure.motion.cues import Cue, CueSpec
from unhunch.figure.motion.moves import Move, ease
from unhunch.figure.motion.placing import placed
from unhunch.figure.motion.room import Room, Screen
from unhunch.figure.motion.steps import MotionData, mirror_pose
from unhunch.figure.motion.views import View
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import Pose
from unhunch.figure.rig.vectors import ORIGIN

_CUE_COMES = (0.05, 0.2)
"""The shares of a move between which its arrows appear."""
_CUE_GOES = 0.7
"""The share of a move from which on its arrows fade, to be gone at its end."""
_CUE_LEFT = (0.12, 0.3)
"""The shares of a camera's way to the other side between which the arrows of this side go."""
_CUE_BEHIND = (0.55, 0.8)
"""And of its way round with somebody who turns about: later on their arrow is seen from behind."""
_LAP_BEGINS = 0.3
"""The share of its length with which an arrow that goes round sets out."""
_SEEN = (0, 4, 7, 9, 12, 16)
"""Some of the times between them at which the arrows of the move are seen: about as far from each other."""
_MOST_BODIES = 26
"""As many as these say where the body is during many small moves."""

Picture = tuple[View, tuple[bool, bool]]
"""A view in which arrows find their place, and whether its width and height are given."""


class StepCues:
    """The arrows of every step; `solved` gives the body of a pose, `picture` what step i is seen in."""

    def __init__(
        self, data: MotionData, solved: Callable[[Pose], Body], picture: Callable[[int], Picture]
    ) -> None:
        self._steps = data.steps
        self._about_face = data.about_face
        self._swings = data.swings
        self._solved, self._picture = solved, picture
        self._cues: dict[int, tuple[Cue, ...]] = {}
        self._placed: dict[Hashable, tuple[Cue, ...]] = {}
        self._go_on: dict[tuple[int, int], bool] = {}

    def of(self, i: int) -> tuple[Cue, ...]:
        """The arrows of step i, as paths in the world."""
        if i not in self._cues:
            self._cues[i] = self._new_cues(i)
        return self._cues[i]

    def seen(self, i: int, move: float) -> tuple[Cue, ...]:
        """Those of them that go round with their part as they are a share of the way into its move."""
        laps = [spec.lap for spec in self._steps[i].cues]
        if not any(laps):
            return self.of(i)
        grown = 1.0 if self._same_cues(i - 1, i) else _LAP_BEGINS + (1 - _LAP_BEGINS) * ease(move)
        return tuple(
            lap.seen(cue, move, grown) if lap else cue for lap, cue in zip(laps, self.of(i), strict=True)
        )

    def strength(self, i: int, move: float) -> float:
        """Arrows come as the part sets out and go as it arrives, or stay while the next step has the same."""
        if not self._steps[i].cues:
            return 0.0
        comes = 1.0 if self._same_cues(i - 1, i) else (move - _CUE_COMES[0]) / (_CUE_COMES[1] - _CUE_COMES[0])
        goes = 1.0 if self._same_cues(i, i + 1) else (1 - move) / (1 - _CUE_GOES)
        return min(1.0, max(0.0, min(comes, goes, self._still_seen(i, move))))

    def strength_arrived(self, i: int) -> float:
        """How strong they are in a still picture of the pose they led to: whole, unless out of sight."""
        return min(1.0, max(0.0, self._still_seen(i, 1.0))) if self._steps[i].cues else 0.0

    def grown(self, i: int, move: float) -> float:
        """Arrows grow while they come; one that stays from the step before is whole already. What is seen of
        one that goes round with its part is that grown already.
        """
        if self._same_cues(i - 1, i) or any(spec.laps for spec in self._steps[i].cues):
            return 1.0
        return min(1.0, 0.4 + 0.6 * ease(min(1.0, move / _CUE_COMES[1])))

    @cached_property
    def moves(self) -> list[Move]:
        """What the arrows of each step depend on; a mirrored one is looked at in the mirror, where it is the
        other side's.
        """
        known: dict[Hashable, Move] = {}
        found = []
        for i, step in enumerate(self._steps):
            start, end, via = self._steps[i - 1].pose, step.pose, step.via
            if step.mirror:
                start, end = self._mirrored(start), self._mirrored(end)
                via = self._mirrored(via) if via else None
            key = (start, end, via, step.flow, step.cues)
            if key not in known:
                known[key] = Move(*key, self._solved)
            found.append(known[key])
        return found

    def _new_cues(self, i: int) -> tuple[Cue, ...]:
        """The arrows of a step, clear of the body; steps that share them must be clear all together."""
        if not self._steps[i].cues:
            return ()
        moves = tuple(dict.fromkeys(self.moves[k] for k in self._run(i)))
        view, given = self._picture(i)
        key = (moves, view, given)
        if key not in self._placed:  # rounds repeat their moves, sides are mirrored: placing takes a while
            passed = [(move, k) for move in moves for k in _SEEN]
            bodies = [move.bodies[k] for move, k in passed[:: -(-len(passed) // _MOST_BODIES)]]
            room = Room(bodies, Screen(view, given))
            self._placed[key] = tuple(
                Cue(placed(course, room), beneath=spec.beneath)
                for spec, course in zip(moves[0].cues, moves[0].courses, strict=True)
            )
        cues = self._placed[key]
        return tuple(map(self._mirrored_cue, cues)) if self._steps[i].mirror else cues

    def _mirrored_cue(self, cue: Cue) -> Cue:
        fx, fz = (1.0, -1.0) if self._about_face else (-1.0, 1.0)
        return replace(cue, points=tuple((x * fx, y, z * fz) for x, y, z in cue.points))

    def _run(self, i: int) -> list[int]:
        """The steps before and after that have the same arrows, and the step itself."""
        n = len(self._steps)
        first = last = i
        while last - first < n - 1 and self._same_cues((first - 1) % n, first % n):
            first -= 1
        while last - first < n - 1 and self._same_cues(last % n, (last + 1) % n):
            last += 1
        return [k % n for k in range(first, last + 1)]

    def _still_seen(self, i: int, move: float) -> float:
        """An arrow that is placed for one camera goes as soon as the camera leaves for the other side; one
        round somebody who turns about, whom the camera goes round with, when its front is out of sight.
        """
        if self._steps[i].mirror == self._steps[(i + 1) % len(self._steps)].mirror:
            return 1.0
        if not (self._swings or self._about_face):
            return 1.0
        begins, ends = _CUE_LEFT if self._swings else _CUE_BEHIND
        return (ends - ease(move)) / (ends - begins)

    def _same_cues(self, a: int, b: int) -> bool:
        n = len(self._steps)
        a, b = a % n, b % n
        if (a, b) not in self._go_on:  # asked for in every frame
            one, other = self._steps[a], self._steps[b]
            alike = one.mirror == other.mirror and _lapless(one.cues) == _lapless(other.cues)
            self._go_on[a, b] = alike and self.moves[a].paths == self.moves[b].paths
        return self._go_on[a, b]

    def _mirrored(self, pose: Pose) -> Pose:
        return mirror_pose(pose, self._about_face)


def _lapless(cues: Sequence[CueSpec]) -> list[CueSpec]:
    """What arrows have in common that differ only in how far round they are."""
    return [replace(spec, laps=spec.laps and ORIGIN[:2]) for spec in cues]
