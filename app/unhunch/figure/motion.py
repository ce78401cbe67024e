"""The animation of one stretch: which pose, camera, glow and arrows belong to a moment.

Everything is data, read once by `Motion.from_mapping` and asked for by `Motion.sample`. No painting here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from math import cos, floor, pi
from typing import Any

from unhunch.figure.areas import AREA_NAMES
from unhunch.figure.cues import Cue, CueSpec, read_cue
from unhunch.figure.pose import (
    LIMBS,
    NUMBERS,
    Between,
    Pin,
    Pose,
    PoseError,
    mirrored,
    number,
    other_side,
    read_pose,
    vector,
)
from unhunch.figure.skeleton import solve
from unhunch.figure.vectors import ORIGIN, Vec, mad, mix, scale, sub, through
from unhunch.figure.views import View, fitted

MAX_STEPS = 400
MAX_POSES = 60
PROP_KINDS = ("mat", "wall", "chair", "roller", "block")
_BREATH_STEPS = 12  # a third of a pixel each, and few enough to keep a picture of every one
BREATH_S = 5.0
"""About how long one breath in and out takes while a pose is held."""


class MotionError(ValueError):
    """Motion data that cannot be played; its text is one sentence for the author."""


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the scene, as a box in centimetres.

    mat: `at` is the middle of its underside; wall: `at` is a point of its foot, the wall stands across x
    and fills the room behind it (`size[0]` its thickness, away from the person); chair: `at` is the floor
    under the middle of the seat, `size` (width, height of the seat, depth), its back towards -z; roller
    and block: `at` is the middle, the roller lies along x with the diameter `size[1]`.
    """

    kind: str
    at: Vec
    size: Vec


@dataclass(frozen=True, slots=True)
class Step:
    """A move into a pose and the holding of it, in seconds."""

    pose: Pose
    move_s: float
    hold_s: float = 0.0
    mirror: bool = False
    flow: bool = False
    via: Pose | None = None
    focus: tuple[tuple[str, float], ...] = ()
    cues: tuple[CueSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """What is to be seen at one time.

    `move` and `hold` are the progress of the step's two halves, 0 to 1; `breath` 0 to 1 is how full the
    chest is (already in the pose; the painter may swell the chest with it). `focus` are area names
    (`areas.AREA_NAMES`) with strength 0 to 1. The `cues` of the step are worth showing with
    `cue_strength` 0 to 1.
    """

    step: int
    move: float
    hold: float
    pose: Pose
    breath: float
    focus: tuple[tuple[str, float], ...]
    cues: tuple[Cue, ...]
    cue_strength: float
    view: View
    props: tuple[Prop, ...]


def ease(t: float) -> float:
    """Minimum jerk: how a hand or a head moves from rest to rest."""
    return t * t * t * (t * (6 * t - 15) + 10)


class Motion:
    """A sequence of steps that loops: after the last one comes the move into the first."""

    def __init__(
        self, steps: Sequence[Step], props: Sequence[Prop], view: Mapping[str, Any], about_face: bool = False
    ) -> None:
        self.steps = tuple(steps)
        self.props = tuple(props)
        self.about_face = about_face
        self._view_data = dict(view)
        self._starts = [0.0, *accumulate(s.move_s + s.hold_s for s in steps)]
        self._cues: dict[int, tuple[Cue, ...]] = {}

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Motion:
        """A motion from plain data: `view`, `props`, `base`, `poses`, `steps`, `mirror`.

        Raises:
            MotionError: with one sentence that names what is wrong.
        """
        try:
            return _read_motion(cls, raw)
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
        """The camera at the start; fitted to the key poses where the data leaves something open."""
        bodies = [solve(s.pose) for s in {id(s.pose): s for s in self.steps}.values()]
        return fitted(self._view_data, bodies)

    def starts_at_s(self, step: int) -> float:
        """When a step begins its move."""
        return self._starts[step]

    def frame_time_s(self, t_s: float, frames_per_s: float) -> float:
        """When the frame shown at t_s begins, frames being counted from the start of each step.

        So every repeat of a step shows the same moments, and what was painted for one serves for the next.
        """
        i, into = self._find(t_s)
        return self._starts[i] + floor(into * frames_per_s + 1e-6) / frames_per_s

    def sample(self, t_s: float) -> Moment:
        """The moment t_s after the start; after the end it loops."""
        i, into = self._find(t_s)
        step = self.steps[i]
        # Rounded, so that the same frame of two repeats is exactly the same moment.
        move = round(min(1.0, into / step.move_s), 6) if step.move_s else 1.0
        hold = min(1.0, max(0.0, into - step.move_s) / step.hold_s) if step.hold_s else float(move >= 1)
        breath = self._breath(step, hold) if move >= 1 else 0.0
        pose = _breathing(self.pose(i, move), breath)
        return Moment(
            step=i,
            move=move,
            hold=hold,
            pose=pose,
            breath=breath,
            focus=self._focus(i, move),
            cues=self.cues(i),
            cue_strength=self._cue_strength(i, into),
            view=self._view(pose),
            props=self.props,
        )

    def pose(self, i: int, move: float) -> Pose:
        """The pose a share `move` of the time into the move of step i."""
        step = self.steps[i]
        if move >= 1 and not step.flow:
            return step.pose
        return _between(
            self.steps[i - 1].pose, step.pose, move, step.via, self._slopes(i) if step.flow else None
        )

    def cues(self, i: int) -> tuple[Cue, ...]:
        """The arrows of step i, as paths in the world."""
        if i not in self._cues:
            step = self.steps[i]
            start, end, via = self.steps[i - 1].pose, step.pose, step.via
            if step.mirror:
                start, end = self._mirrored(start), self._mirrored(end)
                via = self._mirrored(via) if via else None
            bodies = [solve(_between(start, end, k / 24, via, None)) for k in range(25)] if step.cues else []
            paths = tuple(spec.path(bodies) for spec in step.cues)
            flip: Vec = (1.0, 1.0, 1.0)
            if step.mirror:
                flip = (1.0, 1.0, -1.0) if self.about_face else (-1.0, 1.0, 1.0)
            self._cues[i] = tuple(
                Cue(tuple((x * flip[0], y * flip[1], z * flip[2]) for x, y, z in path)) for path in paths
            )
        return self._cues[i]

    def _mirrored(self, pose: Pose) -> Pose:
        return mirror_pose(pose, self.about_face)

    def _find(self, t_s: float) -> tuple[int, float]:
        t = t_s % self.total_s if self.total_s else 0.0
        i = min(bisect_right(self._starts, t) - 1, len(self.steps) - 1)
        return i, t - self._starts[i]

    def _slopes(self, i: int) -> tuple[dict[str, Vec], dict[str, Vec]]:
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

    def _breath(self, step: Step, hold: float) -> float:
        """Whole breaths in a hold, so that it ends as it began; none in a short one."""
        count = max(1, round(step.hold_s / BREATH_S)) if step.hold_s >= 0.6 * BREATH_S else 0
        return round(_BREATH_STEPS * (1 - cos(2 * pi * count * hold)) / 2) / _BREATH_STEPS

    def _focus(self, i: int, move: float) -> tuple[tuple[str, float], ...]:
        was, now = dict(self.steps[i - 1].focus), dict(self.steps[i].focus)
        share = ease(move)
        strengths = {
            name: was.get(name, 0.0) + (now.get(name, 0.0) - was.get(name, 0.0)) * share for name in was | now
        }
        return tuple((name, s) for name, s in strengths.items() if s > 0.01)

    def _cue_strength(self, i: int, into_s: float) -> float:
        """Arrows come with the move and go early in the hold; they stay while the next step has the same."""
        step = self.steps[i]
        if not step.cues:
            return 0.0
        comes = 1.0 if self.steps[i - 1].cues == step.cues else min(1.0, into_s / 0.3)
        if self.steps[(i + 1) % len(self.steps)].cues == step.cues:
            return comes
        left_s = step.move_s + min(step.hold_s, 1.2) - into_s
        return max(0.0, min(comes, left_s / 0.4))

    def _view(self, pose: Pose) -> View:
        """The camera swings half way round with a person who turns about; else it stands still."""
        view = self.view
        if not self.about_face or not pose.facing:
            return view
        yaw = view.yaw_deg + (180 - 2 * view.yaw_deg) * pose.facing / 180
        return replace(view, yaw_deg=yaw)


def mirror_pose(pose: Pose, about_face: bool) -> Pose:
    """The other side of a pose: in a mirror, or (about face) in a mirror before the person."""
    flipped = mirrored(pose)
    return replace(flipped, facing=flipped.facing + 180) if about_face else flipped


def _between(
    a: Pose, b: Pose, t: float, via: Pose | None, slopes: tuple[dict[str, Vec], dict[str, Vec]] | None
) -> Pose:
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


def _breathing(pose: Pose, breath: float) -> Pose:
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


# --- reading --------------------------------------------------------------------------------------


def _read_motion(cls: type[Motion], raw: Mapping[str, Any]) -> Motion:
    _known(raw, ("view", "props", "base", "poses", "steps", "mirror"), "motion")
    about_face = {"mirror": False, "about-face": True}.get(raw.get("mirror", "mirror"))
    if about_face is None:
        raise PoseError(f"mirror is 'mirror' or 'about-face', not {raw['mirror']!r}.")
    poses = _read_poses(raw)
    steps = raw.get("steps")
    if not isinstance(steps, list) or not 1 <= len(steps) <= MAX_STEPS:
        raise PoseError(f"A motion needs 1 to {MAX_STEPS} steps.")
    read = [_read_step(s, n, poses, about_face) for n, s in enumerate(steps, 1)]
    for a, b in zip([read[-1], *read], read, strict=False):
        if (a.pose.pin and a.pose.pin.joint) != (b.pose.pin and b.pose.pin.joint):
            raise PoseError("Poses that follow each other must pin the same joint, or none.")
    props = [_read_prop(p, n) for n, p in enumerate(raw.get("props", []), 1)]
    view = raw.get("view", {})
    _known(view, ("yaw", "pitch", "centre", "width", "height", "margin"), "view")
    return cls(read, props, view, about_face)


def _read_poses(raw: Mapping[str, Any]) -> dict[str, Pose]:
    tables = raw.get("poses", {})
    if not isinstance(tables, Mapping) or not 1 <= len(tables) <= MAX_POSES:
        raise PoseError(f"A motion needs 1 to {MAX_POSES} poses.")
    base = read_pose(raw.get("base", {}), Pose(), "base")
    found: dict[str, Pose] = {}

    def get(name: object, asked: tuple[object, ...]) -> Pose:
        if name in asked:
            raise PoseError(f"The pose {name!r} is built on itself.")
        if not isinstance(name, str) or name not in tables:
            raise PoseError(f"There is no pose {name!r}; there are {', '.join(sorted(map(str, tables)))}.")
        if name not in found:
            table = tables[name]
            if "mirror" in table:
                under = mirrored(get(table["mirror"], (*asked, name)))
            else:
                under = get(table["from"], (*asked, name)) if "from" in table else base
            found[name] = read_pose(table, under, f"pose {name!r}")
        return found[name]

    for name in tables:
        get(name, ())
    return found


def _read_step(raw: Mapping[str, Any], n: int, poses: Mapping[str, Pose], about_face: bool) -> Step:
    what = f"step {n}"
    _known(raw, ("pose", "move_s", "hold_s", "mirror", "flow", "via", "focus", "cues"), what)
    mirror = raw.get("mirror", False) is True

    def pose(name: object) -> Pose:
        if name not in poses:
            raise PoseError(
                f"The pose {name!r} of {what} does not exist; there are {', '.join(sorted(poses))}."
            )
        found = poses[str(name)]
        return mirror_pose(found, about_face) if mirror else found

    move_s, hold_s = number(raw.get("move_s", 0), what), number(raw.get("hold_s", 0), what)
    if not (0 < move_s <= 60 and 0 <= hold_s <= 600):
        raise PoseError(f"In {what} move_s must be above 0 and at most 60, hold_s between 0 and 600.")
    return Step(
        pose=pose(raw.get("pose")),
        move_s=move_s,
        hold_s=hold_s,
        mirror=mirror,
        flow=raw.get("flow", False) is True,
        via=pose(raw["via"]) if "via" in raw else None,
        focus=_read_focus(raw.get("focus", []), what, mirror),
        cues=tuple(spec for c in raw.get("cues", []) for spec in read_cue(c, what)),
    )


def _read_focus(raw: object, what: str, mirror: bool) -> tuple[tuple[str, float], ...]:
    if isinstance(raw, Mapping):
        pairs = {str(name): number(k, f"focus of {what}") for name, k in raw.items()}
    elif isinstance(raw, list):
        pairs = {str(name): 1.0 for name in raw}
    else:
        raise PoseError(f"The focus of {what} needs a list of areas, not {raw!r}.")
    for name in pairs:
        if name not in AREA_NAMES:
            raise PoseError(f"The focus of {what} knows no area {name!r}.")
    return tuple((other_side(name) if mirror else name, k) for name, k in pairs.items())


_PROP_SIZES: dict[str, tuple[Vec, Vec]] = {
    "mat": (ORIGIN, (68.0, 1.2, 172.0)),
    "wall": ((-50.0, 0.0, 0.0), (12.0, 400.0, 800.0)),
    "chair": (ORIGIN, (42.0, 44.0, 42.0)),
    "roller": ((0.0, 7.5, -40.0), (52.0, 15.0, 15.0)),
    "block": ((0.0, 6.0, -40.0), (23.0, 12.0, 15.0)),
}


def _read_prop(raw: object, n: int) -> Prop:
    if isinstance(raw, str):
        raw = {"kind": raw}
    if not isinstance(raw, Mapping) or raw.get("kind") not in PROP_KINDS:
        raise PoseError(f"Prop {n} must be one of {', '.join(PROP_KINDS)}.")
    _known(raw, ("kind", "at", "size"), f"prop {n}")
    kind = str(raw["kind"])
    at, size = _PROP_SIZES[kind]
    return Prop(
        kind,
        vector(raw["at"], f"at of prop {n}") if "at" in raw else at,
        vector(raw["size"], f"size of prop {n}") if "size" in raw else size,
    )


def _known(raw: object, keys: Sequence[str], what: str) -> None:
    if not isinstance(raw, Mapping):
        raise PoseError(f"The {what} must be a table, not {raw!r}.")
    for key in raw:
        if key not in keys:
            raise PoseError(f"The {what} has no {key!r}; it knows {', '.join(keys)}.")
