"""From a pose to joints and frames: the spine as a chain, arms and legs as two bones each.

Units are centimetres and degrees; the figure is 170 tall. See `pose` for the world and what a pose says.
"""

from __future__ import annotations

from math import acos, degrees

from unhunch.figure.rig.anatomy import (
    FOREARM,
    HEAD_REST,
    HEAD_SCALE,
    HIP_X,
    SHIN,
    SHOULDER,
    SPINE,
    SPINE_START,
    THIGH,
    UPPER_ARM,
    Body,
    lowest_of_trunk,
)
from unhunch.figure.rig.limbs import Goal, Way, two_bone, way_of
from unhunch.figure.rig.pose import (
    SIDES,
    Between,
    LegReach,
    Limb,
    Pose,
    Side,
    leans,
    limb_ends,
)
from unhunch.figure.rig.vectors import (
    IDENTITY,
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
    scale,
    smoothstep,
    sub,
    through,
    to_local,
    to_world,
    unit,
    yawed,
)
from unhunch.figure.rig.wrist import (
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

__all__ = ["HEAD_SCALE", "Body", "smoothstep", "solve"]


def turned(f: Frame, v: Vec) -> Frame:
    """A frame bent, leant and turned by a spine channel, about its own axes."""
    return yawed(rolled(pitched(f, v[0]), v[1]), -v[2])


def solve(pose: Pose, breadth: float = 1.0) -> Body:
    """The figure in this pose; its shoulders are so many times as far apart as the plain one's."""
    body = Body()
    _trunk(body, pose)
    _legs_and_root(body, pose)
    _arms(body, pose, breadth)
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


def _legs(body: Body, pose: Pose) -> None:
    p, f = body.joints, body.frames
    for s, sx in SIDES:
        hip = point(p["pelvis"], f["pelvis"], (HIP_X * sx, 0.0, 0.0))
        way = way_of(body, pose.leg_l if sx > 0 else pose.leg_r, hip, sx)
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


def _foot_frame(goal: Goal) -> Frame:
    toe, sole = unit(goal.held[0] or (0.0, 0.0, 1.0)), goal.held[1] or (0.0, -1.0, 0.0)
    sole = perpendicular(sole, toe)
    return (cross(toe, sole), toe, sole)


def _arms(body: Body, pose: Pose, breadth: float) -> None:
    """Both arms; one that reaches for the other comes second."""
    order = SIDES
    if leans(pose.arm_l):
        order = SIDES[::-1]
    for s, sx in order:
        _arm(body, pose, breadth, s, sx)


def _arm(body: Body, pose: Pose, breadth: float, s: Side, sx: float) -> None:
    p, chest = body.joints, body.frames["chest"]
    shrug = pose.shoulder_l if sx > 0 else pose.shoulder_r
    limb = pose.arm_l if sx > 0 else pose.arm_r
    shoulder, lift = _shoulder(body, limb, shrug, breadth, sx)
    way = way_of(body, limb, shoulder, sx)
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


def _hand(way: Way, plain: Frame, sx: float) -> Frame:
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


def _hand_angles(goal: Goal, plain: Frame, sx: float) -> Vec:
    """(bend, aside, turn) of the hand a goal asks for, within limits."""
    if goal.held == (None, None):
        return goal.hand
    fingers = unit(goal.held[0] or plain[1])
    palm = perpendicular(goal.held[1] or plain[2], fingers)
    bend, aside, turn = hand_angles(plain, (cross(fingers, palm), fingers, palm), sx)
    return (folded(bend, WRIST_BEND), clamped(aside, WRIST_ASIDE), folded(turn, FOREARM_TURN))


def _shoulder(body: Body, limb: Between | Limb, shrug: Vec, breadth: float, sx: float) -> tuple[Vec, float]:
    """The shoulder joint: it rides up, in and forward with the arm, as the shoulder blade lets it."""
    up, forward, out = shrug
    base, chest = body.joints["neckbase"], body.frames["chest"]
    x, y, z = SHOULDER
    aside = sx * breadth
    at = point(base, chest, ((x + out * 0.6) * aside, y + up * 0.6, z + forward * 0.6))
    reach = to_local(chest, unit(way_of(body, limb, at, sx).reach))
    raised = degrees(acos(max(-1.0, min(1.0, -reach[1]))))
    lift = smoothstep((raised - 35) / 135)
    across = abs(min(0.0, reach[0] * sx))
    place: Vec = (
        (x + out - 0.06 * abs(up) - 4.8 * lift - 2.0 * across) * aside,
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
