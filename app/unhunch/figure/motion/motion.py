"""The animation of one stretch: which pose, camera, glow and arrows belong to a moment.

Everything is data, read once by `Motion.from_mapping` and asked for by `Motion.sample`. No painting here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from math import floor
from typing import Any

from unhunch.figure.motion.breath import BREATH_S, breath_at
from unhunch.figure.motion.cues import Cue
from unhunch.figure.motion.moves import Slopes, between_poses, breathing, ease
from unhunch.figure.motion.placing import corners
from unhunch.figure.motion.step_cues import StepCues
from unhunch.figure.motion.step_keys import Key, StepKeys
from unhunch.figure.motion.steps import MotionData, Prop, Step, read_motion
from unhunch.figure.motion.views import View, between, fitted, nearer, swung
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import (
    NUMBERS,
    Pose,
    PoseError,
)
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Vec, scale, sub

__all__ = ["Moment", "Motion", "MotionError", "Prop", "Step"]

_BODIES = 16  # as many solved ones are kept as are soon asked for again; each takes 20 kB
_GLOW_GONE = 0.36  # the share of a move by which the glow of areas that are left is gone, and others come


class MotionError(ValueError):
    """Motion data that cannot be played; its text is one sentence for the author."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is to be seen at one time.

    `move` and `hold` are the progress of the step's two halves, 0 to 1; `breath` 0 to 1 is how full the
    chest is (already in the pose; the painter may swell the chest with it). `focus` are area names
    (`areas.AREA_NAMES`) with strength 0 to 1. The `cues` of the step (none while they are not to be seen) are
    worth showing with `cue_strength` 0 to 1, drawn as far along their way as `cue_grown` says (0 to 1).
    `keys` are the moments it lies between, and `share` is how far it is from the first to the second, 0 to 1;
    both are the same key where nothing moves, and in a hold they are breathed out and in. `again`
    tells whether the same will be seen once more before the motion ends.
    """

    step: int
    move: float
    hold: float
    pose: Pose
    keys: tuple[Key, Key]
    share: float
    breath: float
    focus: tuple[tuple[str, float], ...]
    cues: tuple[Cue, ...]
    cue_strength: float
    cue_grown: float
    view: View
    props: tuple[Prop, ...]
    again: bool

    @property
    def seen(self) -> Hashable:
        """What of it is to be seen; two moments of which this is the same look the same."""
        cues = (self.cues, self.cue_strength, self.cue_grown) if self.cue_strength else None
        return self.keys, self.share, cues, self.view, self.props


class Motion:
    """A sequence of steps that loops: after the last one comes the move into the first."""

    def __init__(self, data: MotionData) -> None:
        self.steps = data.steps
        self.props = data.props
        self.about_face = data.about_face
        self._view_data = data.view
        self._swings = data.swings
        self._starts = [0.0, *accumulate(s.move_s + s.hold_s for s in data.steps)]
        self._solved = lru_cache(_BODIES)(solve)
        self._arrows = StepCues(data, self._solved, self._picture)
        self._keys = StepKeys(data, self._drawn, lambda: self._arrows.moves, self._solved)

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Motion:
        """A motion from plain data: `view`, `props`, `base`, `poses`, `steps`, `mirror`.

        Raises:
            MotionError: with one sentence that names what is wrong.
        """
        try:
            return cls(read_motion(raw))
        except (PoseError, KeyError, TypeError) as error:
            raise MotionError(
                error.args[0] if isinstance(error, PoseError) else f"Unreadable: {error}."
            ) from error

    @property
    def total_s(self) -> float:
        """The seconds of one pass."""
        return self._starts[-1]

    @cached_property
    def view(self) -> View:
        """The camera at the start; fitted to all that moves where the data leaves something open."""
        plain = self._plain_view
        if not self._is_open:
            return plain
        arrows = [cue.points for i in self._first_steps for cue in self.cues(i)]
        return fitted(self._view_data, self._passed, corners(plain, arrows)) if arrows else plain

    @cached_property
    def _plain_view(self) -> View:
        """The view of the person alone: arrows find their place in it before it makes room for them."""
        return fitted(self._view_data, self._passed)

    @property
    def _is_open(self) -> bool:
        """Whether the data leaves something of the view open."""
        return not {"centre", "width", "height"} <= self._view_data.keys()

    @cached_property
    def _first_steps(self) -> list[int]:
        """The steps that move differently, the first of each."""
        first: dict[tuple[Pose, Pose], int] = {}
        for i, step in enumerate(self.steps):
            first.setdefault((self.steps[i - 1].pose, step.pose), i)
        if self._swings:  # each side is seen by a camera of its own, which is the mirror of the other's
            first = {poses: i for poses, i in first.items() if not self.steps[i].mirror}
        return list(first.values())

    @cached_property
    def _repeated(self) -> frozenset[int]:
        """The steps whose move comes once more after them."""
        moves = [(self.pose(i, 0.5), s.pose, s.move_s, s.mirror) for i, s in enumerate(self.steps)]
        last = {move: i for i, move in enumerate(moves)}
        return frozenset(i for i, move in enumerate(moves) if last[move] > i)

    @cached_property
    def _passed(self) -> list[Body]:
        """The body all through the motion, as far as the view depends on it."""
        if not self._is_open:
            return [self._solved(self.steps[0].pose)]
        return [
            self._solved(self.pose(i, share)) for i in self._first_steps for share in (0.3, 0.5, 0.7, 1.0)
        ]

    @cached_property
    def near_view(self) -> View:
        """The camera for the poses that are looked at from near."""
        return nearer(self.view, self._view_data.get("near", {}))

    def starts_at_s(self, step: int) -> float:
        """When a step begins its move."""
        return self._starts[step]

    def find(self, t_s: float) -> tuple[int, float]:
        """The step that runs t_s after the start, and how many seconds it has run by then."""
        t = t_s % self.total_s if self.total_s else 0.0
        i = min(bisect_right(self._starts, t) - 1, len(self.steps) - 1)
        return i, t - self._starts[i]

    def frame_time_s(self, t_s: float, frames_per_s: float) -> float:
        """When the frame shown at t_s begins, frames being counted from the start of each step.

        So every repeat of a step shows the same moments, and what was painted for one serves for the next.
        """
        i, into = self.find(t_s)
        return self._starts[i] + floor(into * frames_per_s + 1e-6) / frames_per_s

    def sample(self, t_s: float) -> Moment:
        """The moment t_s after the start; after the end it loops."""
        return self._moment(*self.find(t_s))

    def arrival(self, i: int) -> Moment:
        """The pose step i arrives at, with the arrows that led there: its movement in one still picture."""
        strength = self._arrows.strength_arrived(i)
        return replace(
            self._moment(i, self.steps[i].move_s),
            cues=self._arrows.seen(i, 1.0) if strength else (),
            cue_strength=strength,
        )

    def _moment(self, i: int, into_s: float) -> Moment:
        """The moment so many seconds into step i."""
        step, move = self.steps[i], self._moved(i, into_s)
        hold = min(1.0, max(0.0, into_s - step.move_s) / step.hold_s) if step.hold_s else float(move >= 1)
        breath = breath_at(step.hold_s, hold) if move >= 1 else 0.0
        still = self.pose(i, move)
        view = self._view(i, move, still)
        strength = self._arrows.strength(i, move)
        keys, share = self._keys.around(i, move, breath)
        return Moment(
            step=i,
            move=move,
            hold=hold,
            pose=breathing(still, breath),
            keys=keys,
            share=share,
            breath=breath,
            focus=self._focus(i, move),
            cues=self._arrows.seen(i, move) if strength else (),
            cue_strength=strength,
            cue_grown=self._arrows.grown(i, move),
            view=view,
            props=self.props,
            again=i in self._repeated or (move >= 1 and step.hold_s > BREATH_S / 2),
        )

    def coming_key(self, moment: Moment) -> Key:
        """The key that will be seen next after those of a moment."""
        return self._keys.coming(moment.step, moment.move)

    def _drawn(self, i: int, move: float, breath: float) -> Key:
        """What a key of step i shows."""
        still = self.pose(i, move)
        return Key(breathing(still, breath), still, breath, self._focus(i, move), self._view(i, move, still))

    def _moved(self, i: int, into_s: float) -> float:
        """How far the move of step i is; rounded, so that the same frame of two repeats is the same."""
        move_s = self.steps[i].move_s
        return round(min(1.0, into_s / move_s), 6) if move_s else 1.0

    def pose(self, i: int, move: float) -> Pose:
        """The pose a share `move` of the time into the move of step i."""
        step = self.steps[i]
        if move >= 1 and not step.flow:
            return step.pose
        return between_poses(
            self.steps[i - 1].pose, step.pose, move, step.via, self._slopes(i) if step.flow else None
        )

    def cues(self, i: int) -> tuple[Cue, ...]:
        """The arrows of step i, as paths in the world."""
        return self._arrows.of(i)

    def _picture(self, i: int) -> tuple[View, tuple[bool, bool]]:
        """The picture in which the arrows of step i find their place, in the mirror if it is mirrored; and
        whether its width and height are given.
        """
        view = self._plain_view
        given = ("width" in self._view_data, "height" in self._view_data)
        if self.steps[i].near or self.steps[i - 1].near:  # less room there, and all of it given
            view, given = nearer(view, self._view_data.get("near", {})), (True, True)
        if self.steps[i].mirror and not (self._swings or self.about_face):
            x, y, z = view.centre  # the camera stays where it is; one that changes sides is in the mirror too
            view = replace(view, yaw_deg=-view.yaw_deg, centre=(-x, y, z))
        return view, given

    def _slopes(self, i: int) -> Slopes:
        """How fast each channel passes the two ends of a flowing step, per share of its move."""
        return self._slope(i - 1, self.steps[i].move_s), self._slope(i, self.steps[i].move_s)

    def _slope(self, i: int, over_s: float) -> dict[str, Vec]:
        n = len(self.steps)
        here, after = self.steps[i], self.steps[(i + 1) % n]
        if here.hold_s or not (here.flow and after.flow):
            return {}
        before = self.steps[i - 1]
        span_s = here.move_s + after.move_s
        return {
            name: scale(sub(getattr(after.pose, name), getattr(before.pose, name)), over_s / span_s)
            for name in NUMBERS
        }

    def _focus(self, i: int, move: float) -> tuple[tuple[str, float], ...]:
        """How strongly each area glows. Where other areas come than were there, those go first: two half
        lights would tell neither what is left nor which way the stretch goes over.
        """
        was, now = dict(self.steps[i - 1].focus), dict(self.steps[i].focus)
        goes = comes = ease(move)
        if was and now and not was.keys() & now.keys():
            goes, comes = min(1.0, goes / _GLOW_GONE), max(0.0, (comes - _GLOW_GONE) / (1 - _GLOW_GONE))
        strengths = {name: was.get(name, 0.0) * (1 - goes) + now.get(name, 0.0) * comes for name in was | now}
        return tuple((name, s) for name, s in strengths.items() if s > 0.01)

    def _view(self, i: int, move: float, pose: Pose) -> View:
        """The camera swings half way round with a person who turns about; else it stands still, comes nearer
        for some poses, or goes to the other side before a step that is seen from there.
        """
        view = self._distant(i, move)
        if self.about_face and pose.facing:
            share = pose.facing / 180
            x, y, z = view.centre
            yaw = view.yaw_deg + (180 - 2 * view.yaw_deg) * share
            return replace(view, yaw_deg=yaw, centre=(x, y, z * (1 - 2 * share)))
        if not self._swings:
            return view
        here, there = (self.steps[n % len(self.steps)].mirror for n in (i, i + 1))
        side = here + (there - here) * ease(move)
        return swung(view, side) if side else view

    def _distant(self, i: int, move: float) -> View:
        """The view at the distance of this moment, before anybody turns or changes sides."""
        before, now = self.steps[i - 1].near, self.steps[i].near
        if not (before or now):
            return self.view
        share = before + (now - before) * ease(move)
        return between(self.view, self.near_view, share) if share < 1 else self.near_view
