"""The keys of a motion: what is drawn from the body, and between which two of them a moment lies."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from unhunch.figure.motion.breath import breaths_in
from unhunch.figure.motion.keys import eased_keys, flowing_keys, key_after, looks_between
from unhunch.figure.motion.moves import PARTS, Move, ease
from unhunch.figure.motion.steps import MotionData
from unhunch.figure.motion.views import View
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import Pose

_LOOKED_AT = 8  # parts of a move, to see how far it turns


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """What is drawn of a moment: the pose (with the breath in it), the glow and where it is seen from. A
    motion has only one of each, so two are the same only if they are one. `still` is the pose without the
    breath: it tells what is in front of what, so that nothing changes places while a pose is held.
    """

    pose: Pose
    still: Pose
    breath: float
    focus: tuple[tuple[str, float], ...]
    view: View


class StepKeys:
    """The keys of every step; `drawn` gives what is to be seen after a share of the move of step i with so
    much breath, `moves` what the steps do, `solved` the body of a pose.
    """

    def __init__(
        self,
        data: MotionData,
        drawn: Callable[[int, float, float], Key],
        moves: Callable[[], Sequence[Move]],
        solved: Callable[[Pose], Body],
    ) -> None:
        self._steps = data.steps
        self._drawn, self._moves, self._solved = drawn, moves, solved
        self._keys: dict[Hashable, Key] = {}
        self._times: dict[int, tuple[float, ...]] = {}
        self._known: dict[Hashable, Key] = {}
        self._looks: dict[tuple[Key, Key], int] = {}

    def around(self, i: int, move: float, breath: float) -> tuple[tuple[Key, Key], float]:
        """The keys of step i before and after a share of its move, and how far it is from one to the other:
        no finer than can be seen, so that where next to nothing moves few pictures serve. Those of a hold are
        breathed out and in.
        """
        step = self._steps[i]
        if move >= 1:
            out = self._key(i, 1.0, 0.0)
            return (out, self._key(i, 1.0, 1.0) if breaths_in(step.hold_s) else out), breath
        times = self.times(i)
        n = key_after(times, move)
        first, last = times[n - 1], times[n]
        keys = self._key(i, first, 0.0), self._key(i, last, 0.0)
        a, here, b = (first, move, last) if step.flow else (ease(first), ease(move), ease(last))
        share = min(1.0, max(0.0, (here - a) / (b - a)))
        looks = self._looks_between(keys)
        return keys, round(share * looks) / looks if looks else share

    def coming(self, i: int, move: float) -> Key:
        """The key that will be seen next after those of a share of the move of step i."""
        if move < 1:
            times = self.times(i)
            coming = times[key_after(times, move) + 1 :]
            if coming:
                return self._key(i, coming[0], 0.0)
            if breaths_in(self._steps[i].hold_s):
                return self._key(i, 1.0, 1.0)
        after = (i + 1) % len(self._steps)
        return self._key(after, self.times(after)[1], 0.0)

    def times(self, i: int) -> tuple[float, ...]:
        """The shares of the move of step i at which its keys are."""
        if i not in self._times:
            starts, ends = (self._drawn(i, move, 0.0).view.yaw_deg for move in (0.0, 1.0))
            round_deg = abs((ends - starts + 180) % 360 - 180)
            found = flowing_keys if self._steps[i].flow else eased_keys
            bodies = self._moves()[i].bodies[:: PARTS // _LOOKED_AT]
            self._times[i] = found(self._steps[i].move_s, bodies, round_deg)
        return self._times[i]

    def _key(self, i: int, move: float, breath: float) -> Key:
        """The key at a share of the move of step i; one that is like another is that other."""
        place = (i, move, breath)
        if place not in self._keys:
            key = self._drawn(i, move, breath)
            alike = (key.pose, key.breath, key.focus, key.view)
            self._keys[place] = self._start(i, key) if move == 0 else self._known.setdefault(alike, key)
        return self._keys[place]

    def _start(self, i: int, key: Key) -> Key:
        """The key from which step i sets out: the one the step before arrived at. They look the same, even if
        other hands and feet are planted from then on.
        """
        before = self._key((i - 1) % len(self._steps), 1.0, 0.0)
        return before if (before.focus, before.view) == (key.focus, key.view) else key

    def _looks_between(self, keys: tuple[Key, Key]) -> int:
        """How many pictures that can be told apart lie between two keys; 0 for as many as there are frames,
        where the camera moves as well.
        """
        if keys not in self._looks:
            one, other = keys
            bodies = self._solved(one.pose), self._solved(other.pose)
            still = one.view == other.view
            width_cm = max(one.view.width_cm, one.view.height_cm)
            looks = looks_between(*bodies, width_cm, one.focus, other.focus) if still else 0
            self._looks[keys] = looks
        return self._looks[keys]
