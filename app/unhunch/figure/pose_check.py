"""Whether a body can be in the poses of a motion as they are told, rests on something, and is in the picture.

For authors and tests. The rig is patient: an arm that is told to reach too far is simply held straight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from unhunch.figure.motion.motion import Motion, Prop, Step
from unhunch.figure.painter import camera_for
from unhunch.figure.rig.anatomy import HEAD_SHAPE, SEAT_SHAPE, TRUNK_SHAPE, Body, egg_bottom
from unhunch.figure.rig.bulk import broad_spots, slender_spots, vital_spots
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.limbs import way_of
from unhunch.figure.rig.pose import ANKLE_HEIGHT, SIDES
from unhunch.figure.rig.skeleton import solve
from unhunch.figure.rig.vectors import Frame, Vec, add, distance, mad, point

REACH_CM = 4.0
"""So far from where it is told to be a hand or foot may end: a straight arm may be told to go as far as it
can, and people's shoulders differ by as much.
"""
FLOAT_CM = 3.0
"""So far above what is under it the lowest part of a body still rests on it."""
SINK_CM = 8.0
"""So deep a seat may sink into a cushion; a back that rounds takes it along."""
SEEN_LEAST = 0.1
"""A picture shows at least this share of a person: a close view of a hand and the forearm does."""
FILL_LEAST = 0.25
"""A person is at least this share of the picture's width or height."""
_PICTURE_PX = (480.0, 480.0)  # as in the library, where a picture shows the least around its view
_BENEATH_CM = 12.0  # what is deeper than this under a thing's top is not on it, but under or beside it
_LIMBS = (("arm", "shoulder", "wrist"), ("leg", "hip", "ankle"))
_JOINT_CM = {"knee": 5.4, "elbow": 3.4, "wrist": 2.3}  # from a joint's centre to the skin
_FINGERS_CM, _TOES_CM = 15.0, 14.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a pose: in which step it is first come to, the kind, how bad, and the sentence."""

    step: int
    kind: str
    size: float
    text: str


def pose_faults(motion: Motion) -> list[Fault]:
    """What is wrong with the poses of a motion; the same of one pose, on whatever side, once."""
    found: dict[tuple[str, str, str], Fault] = {}
    for i, step in enumerate(motion.steps):
        for check in (_reach, _floating, _sitting, _sight):
            for kind, part, size, told in check(motion, i, step):
                text = f"{told} in the pose “{step.name}”, step {i + 1}."
                found.setdefault((step.name, kind, part), Fault(i, kind, size, text))
    return list(found.values())


_Found = Iterator[tuple[str, str, float, str]]
"""Kind, part without its side, how bad, and the sentence's beginning."""


def _reach(_motion: Motion, _i: int, step: Step) -> _Found:
    """Whether hands and feet are where they are told to be."""
    pose = replace(step.pose, facing=0.0)  # places are told before the whole figure is turned
    body = solve(pose)
    for limb, root, end in _LIMBS:
        for s, sx in SIDES:
            start, there = body.joints[f"{root}_{s}"], body.joints[f"{end}_{s}"]
            told = add(start, way_of(body, getattr(pose, f"{limb}_{s}"), start, sx).reach)
            short = distance(told, there)
            if short > REACH_CM:
                text = f"{end}_{s} ends {short:.0f} cm short of its target (the {limb} is not that long)"
                yield "reach", end, short, text


def _floating(motion: Motion, _i: int, step: Step) -> _Found:
    """Whether any part of the body is on the floor, or on a thing."""
    gap = min(_gap(at, motion.props) for at in _bottoms(solve(step.pose)))
    if gap > FLOAT_CM:
        yield "float", "body", gap, f"The body floats {gap:.0f} cm above what is under it"


def _sitting(motion: Motion, _i: int, step: Step) -> _Found:
    """Whether a seat that is planted over a thing is on it."""
    if "seat" not in step.pose.plants:
        return
    body = solve(step.pose)
    x, _, z = body.joints["pelvis"]
    low = min(_eggs(SEAT_SHAPE, body.joints["pelvis"], body.frames["pelvis"]), key=lambda at: at[1])[1]
    beneath = [prop for prop in motion.props if _is_across((x, low, z), prop)]
    if not beneath:
        return
    prop = max(beneath, key=_top)
    gap = low - _top(prop)
    if gap > FLOAT_CM:
        yield "float", "seat", gap, f"seat is planted {gap:.0f} cm above the {prop.kind}"
    elif gap < -SINK_CM:
        yield "float", "seat", -gap, f"seat is planted {-gap:.0f} cm deep in the {prop.kind}"


def _sight(motion: Motion, i: int, step: Step) -> _Found:
    """Whether the picture shows the person, large enough."""
    view = motion.sample(motion.starts_at_s(i) + step.move_s).view
    camera = camera_for(view, *_PICTURE_PX, 1.0)
    body = solve(step.pose)
    discs = [
        camera.ball(at, r) for spots in (vital_spots, slender_spots, broad_spots) for at, r in spots(body)
    ]
    shown = sum(r * r for x, y, r, _ in discs if r > 0 and _is_in(camera, x, y))
    seen = shown / sum(r * r for _, _, r, _ in discs)
    if seen < SEEN_LEAST:
        who = f"{seen:.0%} of the person" if seen else "nobody"
        yield "view", "seen", 1 - seen, f"The view shows {who}"
        return
    spans = (max(d[k] + d[2] for d in discs) - min(d[k] - d[2] for d in discs) for k in (0, 1))
    fills = max(span / side for span, side in zip(spans, _PICTURE_PX, strict=True))
    if fills < FILL_LEAST:
        yield "view", "fills", 1 - fills, f"The view is so wide that the person fills {fills:.0%} of it"


def _is_in(camera: Camera, x: float, y: float) -> bool:
    return 0 <= x <= camera.width and 0 <= y <= camera.height


def _bottoms(body: Body) -> Iterator[Vec]:
    """The lowest points of each part, by which a body can rest on something."""
    p = body.joints
    yield from _eggs(SEAT_SHAPE, p["pelvis"], body.frames["pelvis"])
    yield from _eggs((HEAD_SHAPE,), p["head"], body.frames["head"])
    for i, centre, half in TRUNK_SHAPE:
        yield from _eggs(((centre, half),), *body.spine[i])
    for s, _ in SIDES:
        for joint, thick in _JOINT_CM.items():
            yield _lower(p[f"{joint}_{s}"], thick)
        yield mad(p[f"wrist_{s}"], body.hands[s][0], _FINGERS_CM)
        yield mad(p[f"ankle_{s}"], body.feet[s][0], _TOES_CM)
        yield mad(p[f"ankle_{s}"], body.feet[s][1], ANKLE_HEIGHT)


def _eggs(shapes: Sequence[tuple[Vec, Vec]], at: Vec, frame: Frame) -> Iterator[Vec]:
    for centre, half in shapes:
        x, _, z = middle = point(at, frame, centre)
        yield (x, egg_bottom(middle, frame, half), z)


def _lower(at: Vec, by: float) -> Vec:
    return (at[0], at[1] - by, at[2])


def _gap(at: Vec, props: Sequence[Prop]) -> float:
    """How far a point is above the highest thing under it, or above the floor."""
    return at[1] - max([0.0, *(_top(prop) for prop in props if _is_over(at, prop))])


def _top(prop: Prop) -> float:
    """How high what one sits, lies or stands on is above the floor."""
    return prop.at[1] + _TOPS[prop.kind](prop.size[1])


_TOPS: dict[str, Callable[[float], float]] = {
    "mat": lambda height: height,
    "wall": lambda _: 0.0,
    "chair": lambda height: height,
    "roller": lambda height: height / 2,
    "block": lambda height: height / 2,
}
"""How far the top of a thing is above its `at`, by its height."""


def _is_over(at: Vec, prop: Prop) -> bool:
    """Whether a point is above a thing, or not deep in it."""
    return at[1] >= _top(prop) - _BENEATH_CM and _is_across(at, prop)


def _is_across(at: Vec, prop: Prop) -> bool:
    """Whether a point is within a thing's edges as seen from above; a wall has nothing on it."""
    return prop.kind != "wall" and all(abs(at[k] - prop.at[k]) <= prop.size[k] / 2 for k in (0, 2))
