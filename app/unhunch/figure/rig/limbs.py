"""What an arm or a leg is to do, worked out for a body: where it ends, where its middle joint points."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from unhunch.figure.rig.anatomy import FOREARM, HIP_X, SHIN, THIGH, UPPER_ARM, WRIST_FLOOR_GAP, Body
from unhunch.figure.rig.pose import (
    Arm,
    ArmAngles,
    ArmReach,
    Between,
    Kneel,
    Leg,
    LegReach,
    Limb,
    mix_limbs,
    same_kind,
    stays,
)
from unhunch.figure.rig.vectors import (
    IDENTITY,
    ORIGIN,
    Frame,
    Vec,
    add,
    dot,
    length,
    mad,
    mix,
    perpendicular,
    point,
    rotated,
    scale,
    smoothstep,
    sub,
    swing,
    through,
    to_world,
    unit,
)


@dataclass(slots=True)
class Goal:
    """Where a limb is to end, from its root; where its middle joint points; how hand or foot is held.

    `held` are directions in the world, (fingers, palm) or (toe, sole); `hand` is used where there are none.
    """

    reach: Vec
    pole: Vec
    held: tuple[Vec | None, Vec | None] = (None, None)
    hand: Vec = ORIGIN


def arm_direction(raised: float, around: float, sx: float) -> tuple[Vec, Vec]:
    """Where a limb at these angles points, and which way it goes when raised further."""
    r, a = radians(raised), radians(around)
    out: Vec = (sin(a) * sx, 0.0, cos(a))
    s, c = sin(r), cos(r)
    return (out[0] * s, -c, out[2] * s), (out[0] * c, s, out[2] * c)


def two_bone(root: Vec, reach: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """Middle joint and end of two bones that reach for root + reach, the middle joint towards `pole`."""
    n = length(reach)
    d = scale(reach, 1 / n) if n > 1e-6 else (0.0, -1.0, 0.0)
    n = max(abs(upper - lower) * 1.02 + 1e-3, min((upper + lower) * 0.9985, n))
    along = (upper * upper - lower * lower + n * n) / (2 * n)
    away = sqrt(max(0.0, upper * upper - along * along))
    side = mad(pole, d, -dot(pole, d))
    k = length(side)
    side = scale(side, 1 / k) if k > 1e-5 else perpendicular((0.0, 0.2, -1.0), d)
    return mad(mad(root, d, along), side, away), mad(root, d, n)


def outward(v: Vec, sx: float) -> Vec:
    """The vector with x counted outward, for the side sx."""
    return (v[0] * sx, v[1], v[2])


def _space(body: Body, name: str, sx: float) -> tuple[Vec, Frame]:
    """Origin and frame of the space a target is given in, for the limb on the side sx."""
    if name == "floor":
        return ORIGIN, IDENTITY
    joint, _, side = name.rpartition("_")
    if not joint:
        return body.joints[name], body.frames[name]
    side = {"same": "lr", "other": "rl"}.get(side, side * 2)[0 if sx > 0 else 1]
    key = f"{joint}_{side}"
    return body.joints[key], body.frames.get(key, body.frames["pelvis" if joint == "hip" else "chest"])


def _arm_goal(body: Body, arm: Arm, root: Vec, sx: float) -> Goal:
    chest = body.frames["chest"]
    if isinstance(arm, ArmReach):
        o, f = _space(body, arm.of, sx)
        reach = sub(point(o, f, outward(arm.to, sx)), root)
        pole = to_world(f if arm.of == "floor" else chest, outward(arm.elbow_to, sx))
        return Goal(reach, pole, _held(arm, f, sx), (arm.wrist, 0.0, arm.turn))
    d, e = arm_direction(arm.raised, arm.around, sx)
    # Twist 0: the elbow folds forward while the arm hangs, upward once it is raised.
    low = 1 - smoothstep((arm.raised - 15) / 50)
    e = rotated(e, d, (arm.twist + low * arm.around) * sx)
    bend = radians(arm.elbow)
    forearm = add(scale(d, cos(bend)), scale(e, sin(bend)))
    reach = add(scale(d, UPPER_ARM), scale(forearm, FOREARM))
    hand = (arm.wrist, 0.0, arm.turn)
    return Goal(to_world(chest, reach), to_world(chest, sub(d, e)), _held(arm, chest, sx), hand)


def _held(arm: Arm, f: Frame, sx: float) -> tuple[Vec | None, Vec | None]:
    fingers = to_world(f, outward(arm.fingers, sx)) if arm.fingers else None
    palm = to_world(f, outward(arm.palm, sx)) if arm.palm else None
    return fingers, palm


def _leg_goal(body: Body, leg: Leg, root: Vec, sx: float) -> Goal:
    pelvis = body.frames["pelvis"]
    if isinstance(leg, Kneel):
        k, out, back_in = radians(leg.thigh), (leg.knee - HIP_X) / THIGH, (leg.ankle - leg.knee) / SHIN
        level = sqrt(max(0.0, 1 - out * out))  # a knee may be asked for farther out than a thigh is long
        thigh: Vec = (out * sx, -cos(k) * level, sin(k) * level)
        shin = unit((back_in * sx, -0.035, -1.0))
        reach = add(scale(thigh, THIGH), scale(shin, SHIN))
        return Goal(reach, sub(thigh, shin), ((0.12 * sx, -0.12, -1.0), (0.0, 1.0, -0.12)))
    if isinstance(leg, LegReach):
        o, f = _space(body, leg.of, sx)
        reach = sub(point(o, f, outward(leg.to, sx)), root)
        toe, sole = to_world(f, outward(leg.toe, sx)), to_world(f, outward(leg.sole, sx))
        return Goal(reach, to_world(f, outward(leg.knee_to, sx)), (toe, sole))
    d, e = arm_direction(leg.raised, leg.around, sx)
    e = rotated(e, d, leg.twist * sx)
    k = radians(leg.knee)
    shin = sub(scale(d, cos(k)), scale(e, sin(k)))
    front = add(scale(d, sin(k)), scale(e, cos(k)))
    reach = add(scale(d, THIGH), scale(shin, SHIN))
    a = radians(leg.ankle)
    toe = add(scale(front, cos(a)), scale(shin, sin(a)))
    sole = sub(scale(shin, cos(a)), scale(front, sin(a)))
    held = (to_world(pelvis, toe), to_world(pelvis, sole))
    return Goal(to_world(pelvis, reach), to_world(pelvis, add(d, e)), held)


def _goal(body: Body, limb: Limb, root: Vec, sx: float) -> Goal:
    if isinstance(limb, ArmAngles | ArmReach):
        return _arm_goal(body, limb, root, sx)
    return _leg_goal(body, limb, root, sx)


@dataclass(slots=True)
class Way:
    """A limb's reach and pole now, and the goals it comes from and goes to (and passes), for hand or foot."""

    reach: Vec
    pole: Vec
    start: Goal
    end: Goal
    t: float
    via: Goal | None = None


def _by_way(a: Vec, via: Vec, b: Vec, t: float, swings: float) -> Vec:
    """From a to b by way of another reach; one that `swings` (0 to 1) is as long as those three say."""
    reach = through(a, via, b, t)
    if not swings:
        return reach
    long, _, _ = through((length(a), 0.0, 0.0), (length(via), 0.0, 0.0), (length(b), 0.0, 0.0), t)
    return scale(reach, 1 + swings * (long / length(reach) - 1))


def way_of(body: Body, limb: Between | Limb, root: Vec, sx: float) -> Way:
    """Where a limb is on its way between two specs, seen from its root joint."""
    if not isinstance(limb, Between):
        limb = Between(limb, limb)
    a, b, t, via = limb.start, limb.end, limb.t, limb.via
    if t <= 0 or t >= 1 or (stays(a, b) and not via):
        goal = _goal(body, b if t > 0 else a, root, sx)
        return Way(goal.reach, goal.pole, goal, goal, 1.0)
    way = Way(ORIGIN, ORIGIN, _goal(body, a, root, sx), _goal(body, b, root, sx), t)
    if via:
        way.via = _goal(body, via, root, sx)
        swings = via.swings if isinstance(via, ArmReach) else 0.0
        way.reach = _by_way(way.start.reach, way.via.reach, way.end.reach, t, swings)
        way.pole = through(unit(way.start.pole), unit(way.via.pole), unit(way.end.pole), t)
    elif same_kind(a, b):
        goal = _goal(body, mix_limbs(a, b, t), root, sx)
        way.reach, way.pole = goal.reach, goal.pole
    else:
        way.reach = swing(way.start.reach, way.end.reach, t)
        way.pole = mix(unit(way.start.pole), unit(way.end.pole), t)
    if b.bow:
        way.reach = mad(way.reach, outward(b.bow, sx), 4 * t * (1 - t))
    if isinstance(b, ArmAngles | ArmReach) and root[1] + way.reach[1] < WRIST_FLOOR_GAP:
        way.reach = (way.reach[0], WRIST_FLOOR_GAP - root[1], way.reach[2])
    return way
