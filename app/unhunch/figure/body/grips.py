"""How far the hands close: told by what they hold."""

from unhunch.figure.rig.pose import Arm, ArmReach, Between, Limb, Pose, Side
from unhunch.figure.rig.vectors import smoothstep
from unhunch.figure.rig.wrist import FOREARM_TURN

PRESSED, SPREAD, FLAT, LAID, OPEN, HANGING = 0.0, 0.06, 0.12, 0.16, 0.15, 0.28
HEAD, CUPPED, RING = 0.34, 0.45, 0.7
"""How far a hand closes that is pressed on floor or wall, open in the air, lies on the floor, is laid on a
thigh, lies on its back, hangs loose, carries the head, lies round a knee or shin, or holds a wrist.
"""

_ARRIVES = 0.6  # the share of its way from which on a hand closes round a wrist
_OPENED = 0.45  # and by which one that opens has opened
_ON_FLOOR_CM = 8.0  # a wrist no higher than this belongs to a hand on the floor
_TURNED = 0.7  # a direction with so much of another in it goes that way
_HANGS = 0.9  # fingers that point straight down hold nothing; those on a hip point ahead as well
_HELD = {"wrist": RING, "elbow": 0.55, "ankle": 0.5, "head": HEAD, "neck": 0.2, "shoulder": 0.3}


def _curl(limb: Limb) -> float:
    if not isinstance(limb, ArmReach):
        return HANGING if getattr(limb, "palm", None) is None else SPREAD
    joint = limb.of.partition("_")[0]
    if joint == "knee":  # below the knee the hand goes round the shin, above it lies on the thigh
        return CUPPED if limb.to[1] < 0 else LAID
    if limb.of == "floor" and limb.fingers and limb.fingers[1] < -_HANGS:
        return HANGING
    if limb.of == "floor" and limb.palm and limb.palm[1] > _TURNED:
        return OPEN
    return PRESSED if _is_pressed(limb) else _HELD.get(joint, FLAT)


def _is_pressed(reach: ArmReach) -> bool:
    """Whether a hand lies with its palm on the floor, or on a wall with its fingers up. One that is turned
    farther than a forearm turns is pressed on something.
    """
    if reach.turn > FOREARM_TURN[1]:
        return True
    if reach.of != "floor" or not reach.palm or not reach.fingers:
        return False
    on_floor = reach.to[1] <= _ON_FLOOR_CM and reach.palm[1] < -_TURNED
    return on_floor or (reach.fingers[1] > _TURNED and reach.palm[0] > _TURNED)


def _arm(arm: Between | Arm, other: Between | Arm, side: Side) -> float:
    (start, end), (others_start, others_end) = _ends(arm), _ends(other)
    a, b = _closed(start, others_start, side), _closed(end, others_end, side)
    t = next((limb.t for limb in (arm, other) if isinstance(limb, Between)), 1.0)
    if max(a, b) >= RING:  # it closes as it arrives, and opens before it leaves
        t = smoothstep((t - _ARRIVES) / (1 - _ARRIVES)) if b > a else smoothstep(t / (1 - _ARRIVES))
    elif b < a == OPEN:  # one on its back turns over first, and spreads as it comes down
        t = smoothstep((t + _OPENED - 1) / _OPENED)
    elif b < a or b == OPEN:  # it opens before it arrives; to lie on its back it closes as it leaves
        t = smoothstep(t / _OPENED)
    return a + (b - a) * t


def _ends(arm: Between | Arm) -> tuple[Limb, Limb]:
    return (arm.start, arm.end) if isinstance(arm, Between) else (arm, arm)


def _closed(limb: Limb, other: Limb, side: Side) -> float:
    """How far a hand closes; one whose wrist the other hand holds hangs loose."""
    is_held = isinstance(other, ArmReach) and other.of == f"wrist_{side}"
    return HANGING if is_held else _curl(limb)


def curls(pose: Pose) -> dict[str, float]:
    """For each side how closed the hand is, spread flat (0) to fist (1)."""
    left, right = pose.arm_l, pose.arm_r
    return {"l": _arm(left, right, "l"), "r": _arm(right, left, "r")}
