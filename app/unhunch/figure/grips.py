"""How far the hands close: told by what they hold."""

from unhunch.figure.pose import Arm, ArmReach, Between, Limb, Pose

FLAT, HANGING, CUPPED, RING = 0.0, 0.28, 0.45, 0.65
"""How far a hand closes that lies on something, hangs loose, lies round a knee or shin, or holds a wrist."""

_PLACED = 0.06
_HELD = {"wrist": RING, "elbow": 0.55, "ankle": 0.5, "head": 0.2, "neck": 0.2, "shoulder": 0.3}


def _curl(limb: Limb) -> float:
    if not isinstance(limb, ArmReach):
        return HANGING if getattr(limb, "palm", None) is None else _PLACED
    joint = limb.of.partition("_")[0]
    if joint == "knee":  # below the knee the hand goes round the shin, above it lies on the thigh
        return CUPPED if limb.to[1] < 0 else FLAT
    return _HELD.get(joint, FLAT)


def _arm(arm: Between | Arm) -> float:
    if isinstance(arm, Between):
        a, b = _curl(arm.start), _curl(arm.end)
        return a + (b - a) * arm.t
    return _curl(arm)


def curls(pose: Pose) -> dict[str, float]:
    """For each side how closed the hand is, flat (0) to fist (1)."""
    return {"l": _arm(pose.arm_l), "r": _arm(pose.arm_r)}
