"""How far the hands close: told by what they hold."""

from unhunch.figure.pose import Arm, ArmReach, Between, Limb, Pose

_HANGING = 0.28
_HELD = {"wrist": 0.62, "elbow": 0.55, "knee": 0.42, "ankle": 0.5, "head": 0.2, "neck": 0.2, "shoulder": 0.3}


def _curl(limb: Limb) -> float:
    if not isinstance(limb, ArmReach):
        return _HANGING if getattr(limb, "palm", None) is None else 0.06
    return _HELD.get(limb.of.partition("_")[0], 0.0)


def _arm(arm: Between | Arm) -> float:
    if isinstance(arm, Between):
        a, b = _curl(arm.start), _curl(arm.end)
        return a + (b - a) * arm.t
    return _curl(arm)


def curls(pose: Pose) -> dict[str, float]:
    """For each side how closed the hand is, flat (0) to fist (1)."""
    return {"l": _arm(pose.arm_l), "r": _arm(pose.arm_r)}
