"""From a pose to joints and frames: the spine as a chain, arms and legs as two bones each.

Units are centimetres and degrees; the figure is 170 tall. See `pose` for the world and what a pose says.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, cos, degrees, radians, sin, sqrt

from unhunch.figure.pose import (
    SIDES,
    Arm,
    ArmAngles,
    ArmReach,
    Between,
    Kneel,
    Leg,
    LegReach,
    Limb,
    Pose,
    Side,
    limb_ends,
    mix_limbs,
    same_kind,
)
from unhunch.figure.vectors import (
    IDENTITY,
    ORIGIN,
    Frame,
    Vec,
    add,
    cross,
    dot,
    frame_between,
    length,
    mad,
    mix,
    perpendicular,
    pitched,
    point,
    rolled,
    rotated,
    scale,
    sub,
    swing,
    through,
    to_local,
    to_world,
    unit,
    yawed,
)
from unhunch.figure.wrist import (
    FOREARM_TURN,
    HAND_LENGTH,
    WRIST_ASIDE,
    WRIST_BEND,
    clamped,
    folded,
    hand_angles,
    hand_at,
    hand_on_floor,
)

BODY_HEIGHT = 170.0
THIGH, SHIN = 41.0, 40.5
UPPER_ARM, FOREARM = 28.5, 24.5
HIP_X = 8.6
SHOULDER: Vec = (15.6, -5.2, 0.0)
"""A shoulder at rest, from the base of the neck; x outward."""
KNEE_RADIUS = 5.6
WRIST_FLOOR_GAP = 2.6

SPINE: tuple[tuple[str, int, float, float], ...] = (
    ("lumbar", 2, 8.0, -9.0),
    ("chest", 3, 9.3, 18.0),
    ("neck", 2, 4.3, 11.0),
)
"""Region, joints, length of each, and the built-in curve of the whole region: the natural S of a spine."""
HEAD_REST = -20.0
SPINE_START: Vec = (0.0, 9.0, -1.5)

HEAD_SCALE = 1.08
TRUNK_SHAPE: tuple[tuple[int, Vec, Vec], ...] = (
    (1, (0.0, -1.0, 1.5), (12.6, 3.0, 8.9)),
    (2, (0.0, -1.5, 1.8), (12.9, 4.0, 9.3)),
    (3, (0.0, -2.0, 2.4), (14.2, 5.0, 10.2)),
    (4, (0.0, -2.5, 2.2), (15.2, 5.0, 10.4)),
    (5, (0.0, -6.5, 0.8), (13.0, 4.0, 8.4)),
)
"""The trunk's flesh, coarsely: spine joint, centre and half axes of an ellipsoid in that joint's frame."""
SEAT_SHAPE: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, -3.5, -0.8), (14.4, 6.0, 9.4)),
    ((0.0, 2.5, -0.9), (15.9, 5.0, 10.4)),
    ((6.4, -2.4, -4.0), (8.6, 8.6, 8.6)),
    ((-6.4, -2.4, -4.0), (8.6, 8.6, 8.6)),
)
HEAD_SHAPE: tuple[Vec, Vec] = ((0.0, 10.0, 0.2), (8.0, 9.9, 9.8))


class Body:
    """A solved figure, everything in world coordinates.

    `joints`: pelvis, lumbar, chest (the breastbone), neckbase, neck, head, and shoulder, elbow, wrist,
    hip, knee and ankle with `_l` or `_r`. `frames`: x to the person's left, y along the part (up the
    body, for limbs back towards the trunk), z to its front; for pelvis, lumbar, chest, neck, head, elbow
    (the forearm), wrist (the hand: y the fingers, z the palm), knee and ankle (the shin). `hands[side]`
    is (fingers, palm), `feet[side]` (toe, sole), `spine` the joints from pelvis to skull with their
    frames, `lift[side]` how far the shoulder blade has gone up with the arm, 0 to 1.
    """

    __slots__ = ("feet", "frames", "hands", "joints", "lift", "spine")

    def __init__(self) -> None:
        self.joints: dict[str, Vec] = {}
        self.frames: dict[str, Frame] = {}
        self.hands: dict[Side, tuple[Vec, Vec]] = {}
        self.feet: dict[Side, tuple[Vec, Vec]] = {}
        self.spine: list[tuple[Vec, Frame]] = []
        self.lift: dict[Side, float] = {}


@dataclass(slots=True)
class _Goal:
    """Where a limb is to end, from its root; where its middle joint points; how hand or foot is held.

    `held` are directions in the world, (fingers, palm) or (toe, sole); `hand` is used where there are none.
    """

    reach: Vec
    pole: Vec
    held: tuple[Vec | None, Vec | None] = (None, None)
    hand: Vec = ORIGIN


def smoothstep(t: float) -> float:
    """0 to 1 with level ends."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def turned(f: Frame, v: Vec) -> Frame:
    """A frame bent, leant and turned by a spine channel, about its own axes."""
    return yawed(rolled(pitched(f, v[0]), v[1]), -v[2])


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


def solve(pose: Pose) -> Body:
    """The figure in this pose."""
    body = Body()
    _trunk(body, pose)
    _legs_and_root(body, pose)
    _arms(body, pose)
    if pose.facing:
        _face(body, pose.facing)
    return body


def _trunk(body: Body, pose: Pose) -> None:
    """Pelvis, spine and head, the pelvis at `pose.root`."""
    f = turned(IDENTITY, pose.pelvis)
    body.joints["pelvis"], body.frames["pelvis"] = pose.root, f
    o = point(pose.root, f, SPINE_START)
    body.spine.append((o, f))
    for name, count, bone, curve in SPINE:
        bend, side, turn = getattr(pose, name)
        share: Vec = ((bend + curve) / count, side / count, turn / count)
        for _ in range(count):
            f = turned(f, share)
            o = mad(o, f[1], bone)
            body.spine.append((o, f))
        body.joints[name], body.frames[name] = o, f
    bend, side, turn = pose.head
    body.joints["head"], body.frames["head"] = o, turned(f, (bend + HEAD_REST, side, turn))
    body.joints["neckbase"] = body.joints["chest"]
    body.joints["chest"] = point(body.joints["chest"], body.frames["chest"], (0.0, -8.0, 0.0))


def _legs_and_root(body: Body, pose: Pose) -> None:
    """The legs, and the shift of the whole figure that a pin or resting on the floor asks for."""
    if pose.rest:
        _shift(body, (0.0, -lowest_of_trunk(body) * pose.rest, 0.0))
    _legs(body, pose)
    if pose.pin:
        joint = pose.pin.joint
        at = (
            mix(body.joints[joint[:-1] + "_l"], body.joints[joint[:-1] + "_r"], 0.5)
            if joint in ("knees", "ankles")
            else body.joints[joint]
        )
        _shift(body, sub(pose.pin.at, at))
        reaching = (isinstance(s, LegReach) for leg in (pose.leg_l, pose.leg_r) for s in limb_ends(leg))
        if any(reaching):
            _legs(body, pose)


def _shift(body: Body, by: Vec) -> None:
    body.joints = {name: add(p, by) for name, p in body.joints.items()}
    body.spine = [(add(p, by), f) for p, f in body.spine]


def egg_bottom(centre: Vec, f: Frame, half: Vec) -> float:
    """The lowest height of an ellipsoid with these half axes along the frame."""
    return centre[1] - sqrt((f[0][1] * half[0]) ** 2 + (f[1][1] * half[1]) ** 2 + (f[2][1] * half[2]) ** 2)


def lowest_of_trunk(body: Body) -> float:
    """The height of the lowest part of seat, trunk and head."""
    p, f = body.joints, body.frames
    heights = [egg_bottom(point(p["pelvis"], f["pelvis"], c), f["pelvis"], r) for c, r in SEAT_SHAPE]
    for i, c, r in TRUNK_SHAPE:
        o, g = body.spine[i]
        heights.append(egg_bottom(point(o, g, c), g, r))
    c, r = HEAD_SHAPE
    heights.append(egg_bottom(point(p["head"], f["head"], c), f["head"], r))
    return min(heights)


def _outward(v: Vec, sx: float) -> Vec:
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


def _arm_goal(body: Body, arm: Arm, root: Vec, sx: float) -> _Goal:
    chest = body.frames["chest"]
    if isinstance(arm, ArmReach):
        o, f = _space(body, arm.of, sx)
        reach = sub(point(o, f, _outward(arm.to, sx)), root)
        pole = to_world(f if arm.of == "floor" else chest, _outward(arm.elbow_to, sx))
        return _Goal(reach, pole, _held(arm, f, sx), (arm.wrist, 0.0, arm.turn))
    d, e = arm_direction(arm.raised, arm.around, sx)
    # Twist 0: the elbow folds forward while the arm hangs, upward once it is raised.
    low = 1 - smoothstep((arm.raised - 15) / 50)
    e = rotated(e, d, (arm.twist + low * arm.around) * sx)
    bend = radians(arm.elbow)
    forearm = add(scale(d, cos(bend)), scale(e, sin(bend)))
    reach = add(scale(d, UPPER_ARM), scale(forearm, FOREARM))
    hand = (arm.wrist, 0.0, arm.turn)
    return _Goal(to_world(chest, reach), to_world(chest, sub(d, e)), _held(arm, chest, sx), hand)


def _held(arm: Arm, f: Frame, sx: float) -> tuple[Vec | None, Vec | None]:
    fingers = to_world(f, _outward(arm.fingers, sx)) if arm.fingers else None
    palm = to_world(f, _outward(arm.palm, sx)) if arm.palm else None
    return fingers, palm


def _leg_goal(body: Body, leg: Leg, root: Vec, sx: float) -> _Goal:
    pelvis = body.frames["pelvis"]
    if isinstance(leg, Kneel):
        k, out, back_in = radians(leg.thigh), (leg.knee - HIP_X) / THIGH, (leg.ankle - leg.knee) / SHIN
        level = sqrt(1 - out * out)
        thigh: Vec = (out * sx, -cos(k) * level, sin(k) * level)
        shin = unit((back_in * sx, -0.035, -1.0))
        reach = add(scale(thigh, THIGH), scale(shin, SHIN))
        return _Goal(reach, sub(thigh, shin), ((0.12 * sx, -0.12, -1.0), (0.0, 1.0, -0.12)))
    if isinstance(leg, LegReach):
        o, f = _space(body, leg.of, sx)
        reach = sub(point(o, f, _outward(leg.to, sx)), root)
        toe, sole = to_world(f, _outward(leg.toe, sx)), to_world(f, _outward(leg.sole, sx))
        return _Goal(reach, to_world(f, _outward(leg.knee_to, sx)), (toe, sole))
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
    return _Goal(to_world(pelvis, reach), to_world(pelvis, add(d, e)), held)


def _goal(body: Body, limb: Limb, root: Vec, sx: float) -> _Goal:
    if isinstance(limb, ArmAngles | ArmReach):
        return _arm_goal(body, limb, root, sx)
    return _leg_goal(body, limb, root, sx)


@dataclass(slots=True)
class _Way:
    """A limb's reach and pole now, and the goals it comes from and goes to (and passes), for hand or foot."""

    reach: Vec
    pole: Vec
    start: _Goal
    end: _Goal
    t: float
    via: _Goal | None = None


def _way(body: Body, limb: Between | Limb, root: Vec, sx: float) -> _Way:
    """Where a limb is on its way between two specs, seen from its root joint."""
    if not isinstance(limb, Between):
        limb = Between(limb, limb)
    a, b, t, via = limb.start, limb.end, limb.t, limb.via
    if t <= 0 or t >= 1 or (a == b and not via):
        goal = _goal(body, b if t > 0 else a, root, sx)
        return _Way(goal.reach, goal.pole, goal, goal, 1.0)
    way = _Way(ORIGIN, ORIGIN, _goal(body, a, root, sx), _goal(body, b, root, sx), t)
    if via:
        way.via = _goal(body, via, root, sx)
        way.reach = through(way.start.reach, way.via.reach, way.end.reach, t)
        way.pole = through(unit(way.start.pole), unit(way.via.pole), unit(way.end.pole), t)
    elif same_kind(a, b):
        goal = _goal(body, mix_limbs(a, b, t), root, sx)
        way.reach, way.pole = goal.reach, goal.pole
    else:
        way.reach = swing(way.start.reach, way.end.reach, t)
        way.pole = mix(unit(way.start.pole), unit(way.end.pole), t)
    if b.bow:
        way.reach = mad(way.reach, _outward(b.bow, sx), 4 * t * (1 - t))
    if isinstance(b, ArmAngles | ArmReach) and root[1] + way.reach[1] < WRIST_FLOOR_GAP:
        way.reach = (way.reach[0], WRIST_FLOOR_GAP - root[1], way.reach[2])
    return way


def _legs(body: Body, pose: Pose) -> None:
    p, f = body.joints, body.frames
    for s, sx in SIDES:
        hip = point(p["pelvis"], f["pelvis"], (HIP_X * sx, 0.0, 0.0))
        way = _way(body, pose.leg_l if sx > 0 else pose.leg_r, hip, sx)
        knee, ankle = two_bone(hip, way.reach, THIGH, SHIN, way.pole)
        p[f"hip_{s}"], p[f"knee_{s}"], p[f"ankle_{s}"] = hip, knee, ankle
        thigh, shin = unit(sub(knee, hip)), unit(sub(ankle, knee))
        front = sub(thigh, shin)
        front = perpendicular(front, shin) if length(front) > 0.12 else perpendicular(way.pole, shin)
        up = scale(shin, -1)
        f[f"knee_{s}"] = f[f"ankle_{s}"] = (cross(up, front), up, front)
        foot = _foot_frame(way.end)
        if way.t < 1:
            foot = frame_between(_foot_frame(way.start), foot, way.t)
        body.feet[s] = (foot[1], foot[2])


def _foot_frame(goal: _Goal) -> Frame:
    toe, sole = unit(goal.held[0] or (0.0, 0.0, 1.0)), goal.held[1] or (0.0, -1.0, 0.0)
    sole = perpendicular(sole, toe)
    return (cross(toe, sole), toe, sole)


def _arms(body: Body, pose: Pose) -> None:
    """Both arms; one that reaches for the other comes second."""
    order = SIDES
    if any(isinstance(a, ArmReach) and a.of.startswith(("wrist", "elbow")) for a in limb_ends(pose.arm_l)):
        order = SIDES[::-1]
    for s, sx in order:
        _arm(body, pose, s, sx)


def _arm(body: Body, pose: Pose, s: Side, sx: float) -> None:
    p, chest = body.joints, body.frames["chest"]
    up, forward, _ = pose.shoulder_l if sx > 0 else pose.shoulder_r
    limb = pose.arm_l if sx > 0 else pose.arm_r
    shoulder, lift = _shoulder(body, limb, (up, forward), sx)
    way = _way(body, limb, shoulder, sx)
    elbow, wrist = two_bone(shoulder, way.reach, UPPER_ARM, FOREARM, way.pole)
    upper, fore = unit(sub(elbow, shoulder)), unit(sub(wrist, elbow))
    fold = mad(fore, upper, -dot(fore, upper))
    fold = unit(fold) if length(fold) > 0.08 else perpendicular(scale(way.pole, -1), upper)
    inward = sub(scale(fold, dot(fore, upper)), scale(upper, dot(fore, fold)))
    palm = scale(cross(fore, inward), sx)
    hand = _hand(way, (cross(fore, palm), fore, palm), sx)
    if wrist[1] + HAND_LENGTH * hand[1][1] < 0.8:
        hand = hand_on_floor(hand, (0.8 - wrist[1]) / HAND_LENGTH)
    p[f"shoulder_{s}"], p[f"elbow_{s}"], p[f"wrist_{s}"] = shoulder, elbow, wrist
    up_arm = scale(fore, -1)
    body.frames[f"wrist_{s}"] = hand
    body.frames[f"elbow_{s}"] = (cross(up_arm, inward), up_arm, inward)
    body.frames[f"shoulder_{s}"] = chest
    body.hands[s] = (hand[1], hand[2])
    body.lift[s] = lift


def _hand(way: _Way, plain: Frame, sx: float) -> Frame:
    """The hand's frame: as far towards what the goals ask for as wrist and forearm go.

    `plain` is the hand hanging on straight from the forearm. Mixing the joint's angles rather than the frames
    keeps the hand within its limits all the way.
    """
    angles = _hand_angles(way.end, plain, sx)
    if way.t < 1:
        before = _hand_angles(way.start, plain, sx)
        between = _hand_angles(way.via, plain, sx) if way.via else mix(before, angles, 0.5)
        angles = through(before, between, angles, way.t)
    return hand_at(plain, angles, sx)


def _hand_angles(goal: _Goal, plain: Frame, sx: float) -> Vec:
    """(bend, aside, turn) of the hand a goal asks for, within limits."""
    if goal.held == (None, None):
        return goal.hand
    fingers = unit(goal.held[0] or plain[1])
    palm = perpendicular(goal.held[1] or plain[2], fingers)
    bend, aside, turn = hand_angles(plain, (cross(fingers, palm), fingers, palm), sx)
    return (folded(bend, WRIST_BEND), clamped(aside, WRIST_ASIDE), folded(turn, FOREARM_TURN))


def _shoulder(body: Body, limb: Between | Limb, shrug: tuple[float, float], sx: float) -> tuple[Vec, float]:
    """The shoulder joint: it rides up, in and forward with the arm, as the shoulder blade lets it."""
    up, forward = shrug
    base, chest = body.joints["neckbase"], body.frames["chest"]
    x, y, z = SHOULDER
    at = point(base, chest, (x * sx, y + up * 0.6, z + forward * 0.6))
    reach = to_local(chest, unit(_way(body, limb, at, sx).reach))
    raised = degrees(acos(max(-1.0, min(1.0, -reach[1]))))
    lift = smoothstep((raised - 35) / 135)
    across = abs(min(0.0, reach[0] * sx))
    place: Vec = (
        (x - 0.25 * abs(up) - 4.2 * lift - 2.0 * across) * sx,
        y + up + 6.0 * lift,
        z + forward + max(0.0, reach[2]) * 2.6 * smoothstep(raised / 70),
    )
    return point(base, chest, place), lift


def _face(body: Body, deg: float) -> None:
    """The whole solved figure turned about the vertical through the origin."""
    turn = yawed(IDENTITY, deg)

    def spun(f: Frame) -> Frame:
        return (to_world(turn, f[0]), to_world(turn, f[1]), to_world(turn, f[2]))

    body.joints = {n: to_world(turn, v) for n, v in body.joints.items()}
    body.frames = {n: spun(f) for n, f in body.frames.items()}
    body.spine = [(to_world(turn, o), spun(f)) for o, f in body.spine]
    body.hands = {s: (to_world(turn, a), to_world(turn, b)) for s, (a, b) in body.hands.items()}
    body.feet = {s: (to_world(turn, a), to_world(turn, b)) for s, (a, b) in body.feet.items()}
