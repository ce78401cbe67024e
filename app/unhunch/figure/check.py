"""Geometric checks of a motion: would a body do this, does nothing slide, sink, float or jump, is it seen?

`check` is for authors and for the tests; the player does not need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unhunch.figure.arrow_check import arrow_faults
from unhunch.figure.motion.motion import Moment, Motion
from unhunch.figure.motion.steps import mirror_pose
from unhunch.figure.people import PEOPLE
from unhunch.figure.pose_check import pose_faults
from unhunch.figure.rig.anatomy import BODY_HEIGHT, FOREARM, SHIN, THIGH, UPPER_ARM, Body, lowest_of_trunk
from unhunch.figure.rig.limits import IN_CM, LIMITS, beyond_limits
from unhunch.figure.rig.pose import OTHER, SIDES, Pose
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Vec, angle, distance, mad

FRAMES_PER_S = 60
EVERY = 3
"""Every how many frames bones, limits and floor are looked at; jumps and slides at each."""
PLANT_SLIDE_CM = 0.01 * BODY_HEIGHT
JUMP_CM = 0.02 * BODY_HEIGHT
JUMP_DEG = 8.0
FLOOR_SLACK_CM = 0.5
BONE_SLACK_CM = 1e-6
_SHOULDERS = [who.build.shoulders for who in PEOPLE]
BREADTHS = (1.0, min(_SHOULDERS), max(_SHOULDERS))
"""What shoulders are looked at: the plain ones, the narrowest and the broadest; arms differ with them."""
BONES = (
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "wrist", FOREARM),
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHIN),
)
LIMB_RADII = {"elbow": 3.4, "wrist": 2.3, "knee": 5.4, "ankle": 3.2}
"""How far a joint's centre is from the skin, for the floor."""
PLANTED_JOINTS = {"hand": "wrist", "elbow": "elbow", "knee": "knee", "foot": "ankle"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: what kind, when, and one sentence for the author, which begins with the part."""

    kind: str
    at_s: float
    text: str

    @property
    def part(self) -> str:
        """The joint or plant that it is about; of a whole pose or an arrow, the sentence's first word."""
        return self.text.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class _Frame:
    t_s: float
    moment: Moment
    body: Body


def check(motion: Motion, frames_per_s: int = FRAMES_PER_S) -> list[Finding]:
    """Everything wrong with a motion, the worst of each kind, part and step; each different step once, by
    people with the plain, the narrowest and the broadest shoulders.

    Fewer frames a second are quicker to look at; a jump may then be as much larger as its frame is longer.
    """
    worst: dict[tuple[str, str, int], tuple[float, Finding]] = {}
    for frames in (run for breadth in BREADTHS for run in _runs(motion, frames_per_s, breadth)):
        step = frames[-1].moment.step
        for size, finding in _of_run(frames, FRAMES_PER_S / frames_per_s):
            key = (finding.kind, finding.part, step)
            if key not in worst or size > worst[key][0]:
                worst[key] = (size, finding)
    for size, finding in _mirror(motion):
        worst.setdefault((finding.kind, finding.part, -1), (size, finding))
    for fault in arrow_faults(motion):
        at_s = motion.starts_at_s(fault.step) + fault.move * motion.steps[fault.step].move_s
        worst["arrow", fault.kind, fault.step] = (1.0, Finding("arrow", at_s, fault.text))
    for wrong in pose_faults(motion):
        at_s = motion.starts_at_s(wrong.step) + motion.steps[wrong.step].move_s
        worst[wrong.kind, wrong.text, wrong.step] = (wrong.size, Finding(wrong.kind, at_s, wrong.text))
    return sorted((f for _, f in worst.values()), key=lambda f: f.at_s)


def _runs(motion: Motion, frames_per_s: int, breadth: float) -> Iterator[list[_Frame]]:
    """The frames of every step that differs from those before it, with a frame of its neighbours."""
    seen = set()
    for i, step in enumerate(motion.steps):
        before, after = motion.steps[i - 1], motion.steps[(i + 1) % len(motion.steps)]
        key = (before.pose, step, after.pose, after.move_s)
        if key in seen:
            continue
        seen.add(key)
        start, end = motion.starts_at_s(i), motion.starts_at_s(i + 1)
        count = round((end - start) * frames_per_s)
        times = [start + k / frames_per_s for k in range(-1, count + 2)]
        yield list(_frames(motion, times, breadth))


def _frames(motion: Motion, times: Sequence[float], breadth: float) -> Iterator[_Frame]:
    """The frames at these times; one that shows the same pose as the last (in a hold) is left out."""
    last: _Frame | None = None
    for t in times:
        moment = motion.sample(t % motion.total_s)
        if last is None or moment.pose != last.moment.pose:
            last = _Frame(t % motion.total_s, moment, solve(moment.pose, breadth))
            yield last


def _of_run(frames: list[_Frame], frame_length: float) -> Iterator[tuple[float, Finding]]:
    for frame in (*frames[:: max(1, round(EVERY / frame_length))], frames[-1]):
        yield from _bones(frame)
        yield from _limits(frame)
        yield from _floor(frame)
    for a, b in pairwise(frames):
        yield from _jumps(a, b, frame_length)
    yield from _slides(frames)


def _bones(frame: _Frame) -> Iterator[tuple[float, Finding]]:
    p = frame.body.joints
    for s, _ in SIDES:
        for a, b, bone in BONES:
            off = abs(distance(p[f"{a}_{s}"], p[f"{b}_{s}"]) - bone)
            if off > BONE_SLACK_CM:
                yield off, Finding("bone", frame.t_s, f"{a}_{s} to {b}_{s} is {off:.2f} cm off its length.")


def _limits(frame: _Frame) -> Iterator[tuple[float, Finding]]:
    for name, value in beyond_limits(frame.moment.pose, frame.body).items():
        low, high = LIMITS[name.removesuffix(" l").removesuffix(" r")]
        unit = "cm" if name.startswith(IN_CM) else "degrees"
        text = f"{name.replace(' ', '_')} is {value:.0f} {unit}; a body does {low:.0f} to {high:.0f}."
        yield max(low - value, value - high), Finding("limit", frame.t_s, text)


def low_parts(body: Body) -> dict[str, float]:
    """The lowest height of each part of the body, in cm."""
    heights = {"trunk": lowest_of_trunk(body)}
    for s, _ in SIDES:
        for joint, radius in LIMB_RADII.items():
            heights[f"{joint}_{s}"] = body.joints[f"{joint}_{s}"][1] - radius
        heights[f"fingers_{s}"] = mad(body.joints[f"wrist_{s}"], body.hands[s][0], 15.0)[1] - 0.8
        heights[f"toes_{s}"] = mad(body.joints[f"ankle_{s}"], body.feet[s][0], 14.0)[1] - 1.0
    return heights


def _floor(frame: _Frame) -> Iterator[tuple[float, Finding]]:
    for name, height in low_parts(frame.body).items():
        if height < -FLOOR_SLACK_CM:
            yield -height, Finding("floor", frame.t_s, f"{name} is {-height:.1f} cm under the floor.")


def _jumps(a: _Frame, b: _Frame, frame_length: float) -> Iterator[tuple[float, Finding]]:
    jump_cm, jump_deg = JUMP_CM * frame_length, JUMP_DEG * frame_length
    for name, p in b.body.joints.items():
        moved = distance(p, a.body.joints[name])
        if moved > jump_cm:
            text = f"{name} jumps {moved:.1f} cm from one frame to the next."
            yield moved / jump_cm, Finding("jump", b.t_s, text)
    for name, f in b.body.frames.items():
        turned = max(angle(f[1], a.body.frames[name][1]), angle(f[2], a.body.frames[name][2]))
        if turned > jump_deg:
            text = f"{name} turns {turned:.0f} degrees from one frame to the next."
            yield turned / jump_deg, Finding("jump", b.t_s, text)


def planted_spot(body: Body, plant: str) -> Vec:
    """The point of a planted part that must not move."""
    part, _, side = plant.partition("_")
    if part == "seat":
        return body.joints["pelvis"]
    return body.joints["head" if part == "head" else f"{PLANTED_JOINTS[part]}_{side}"]


def _slides(frames: list[_Frame]) -> Iterator[tuple[float, Finding]]:
    anchors: dict[str, Vec] = {}
    for frame in frames:
        planted = frame.moment.pose.plants
        anchors = {name: at for name, at in anchors.items() if name in planted}
        for name in planted:
            spot = planted_spot(frame.body, name)
            slid = distance(spot, anchors.setdefault(name, spot))
            if slid > PLANT_SLIDE_CM:
                yield slid, Finding("slide", frame.t_s, f"{name} is planted but slides {slid:.1f} cm.")


def _mirror(motion: Motion) -> Iterator[tuple[float, Finding]]:
    """Whether the figure's mirror is exact, for every pose there is."""
    for pose in dict.fromkeys(s.pose for s in motion.steps):
        off = mirror_error(pose)
        if off > 1e-6:
            yield off, Finding("mirror", 0.0, f"A pose and its mirror differ by {off:.3f} cm.")


def mirror_error(pose: Pose) -> float:
    """The largest distance in cm between a joint of the mirrored pose and the mirror image of the joint."""
    here, there = solve(pose).joints, solve(mirror_pose(pose, about_face=False)).joints
    twins = {n: n[:-1] + OTHER[n[-1]] if n[-2:] in ("_l", "_r") else n for n in here}
    return max(distance(there[twins[n]], (-x, y, z)) for n, (x, y, z) in here.items())
