"""The sliders of the editor: what of a pose they move, how far, and how far a body lets them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import QCoreApplication

from unhunch.domain.text import QT_TRANSLATE_NOOP
from unhunch.figure.motion.motion import Motion
from unhunch.figure.rig.limits import LIMITS, beyond_limits
from unhunch.figure.rig.pose import ArmAngles, ArmReach, Between, Kneel, LegAngles, LegReach, Limb, Pose
from unhunch.figure.rig.skeleton import solve

TRIES = 6
"""How finely the way to a limit is searched: to a 64th of the slider's movement."""
NEAR_CM = 45.0

PARTS: Mapping[str, str] = {
    "head": QT_TRANSLATE_NOOP("Levers", "Head"),
    "neck": QT_TRANSLATE_NOOP("Levers", "Neck"),
    "chest": QT_TRANSLATE_NOOP("Levers", "Upper back"),
    "lumbar": QT_TRANSLATE_NOOP("Levers", "Lower back"),
    "pelvis": QT_TRANSLATE_NOOP("Levers", "Hips"),
    "shoulders": QT_TRANSLATE_NOOP("Levers", "Shoulders"),
    "arms": QT_TRANSLATE_NOOP("Levers", "Both arms"),
    "arm_r": QT_TRANSLATE_NOOP("Levers", "Right arm"),
    "arm_l": QT_TRANSLATE_NOOP("Levers", "Left arm"),
    "legs": QT_TRANSLATE_NOOP("Levers", "Both legs"),
    "leg_r": QT_TRANSLATE_NOOP("Levers", "Right leg"),
    "leg_l": QT_TRANSLATE_NOOP("Levers", "Left leg"),
    "root": QT_TRANSLATE_NOOP("Levers", "Whole body"),
}
"""What can be moved, and what it is called."""

_WORDS: Mapping[str, str] = {
    "bend": QT_TRANSLATE_NOOP("Levers", "Bend forward"),
    "side": QT_TRANSLATE_NOOP("Levers", "Lean to the right"),
    "turn": QT_TRANSLATE_NOOP("Levers", "Turn to the right"),
    "up": QT_TRANSLATE_NOOP("Levers", "Raise"),
    "forth": QT_TRANSLATE_NOOP("Levers", "Forward"),
    "raised": QT_TRANSLATE_NOOP("Levers", "Raise"),
    "around": QT_TRANSLATE_NOOP("Levers", "Out to the side"),
    "elbow": QT_TRANSLATE_NOOP("Levers", "Bend the elbow"),
    "twist": QT_TRANSLATE_NOOP("Levers", "Turn in and out"),
    "wrist": QT_TRANSLATE_NOOP("Levers", "Bend the wrist"),
    "knee": QT_TRANSLATE_NOOP("Levers", "Bend the knee"),
    "ankle": QT_TRANSLATE_NOOP("Levers", "Bend the foot"),
    "thigh": QT_TRANSLATE_NOOP("Levers", "Sit back"),
    "to.0": QT_TRANSLATE_NOOP("Levers", "Outward"),
    "to.1": QT_TRANSLATE_NOOP("Levers", "Up"),
    "to.2": QT_TRANSLATE_NOOP("Levers", "Forward"),
    "root.0": QT_TRANSLATE_NOOP("Levers", "To the left"),
    "root.1": QT_TRANSLATE_NOOP("Levers", "Up"),
    "root.2": QT_TRANSLATE_NOOP("Levers", "Forward"),
}
_BENDS = ("bend", "side", "turn")
_SPINE = {
    "head": ((-40.0, 40.0), (-30.0, 30.0), (-60.0, 60.0)),
    "neck": (LIMITS["neck bend"], LIMITS["neck side"], LIMITS["neck turn"]),
    "chest": (LIMITS["chest bend"], LIMITS["chest side"], LIMITS["chest turn"]),
    "lumbar": (LIMITS["lumbar bend"], LIMITS["lumbar side"], LIMITS["lumbar turn"]),
    "pelvis": ((-40.0, 100.0), (-30.0, 30.0), (-60.0, 60.0)),
}
_SHOULDERS = {"up": (-3.0, 8.0), "forth": (-5.0, 6.0)}
_LIMB: Mapping[type, Mapping[str, tuple[float, float]]] = {
    ArmAngles: {
        "raised": (0, 181),
        "around": (-60, 150),
        "elbow": LIMITS["elbow bend"],
        "twist": (-90, 90),
        "wrist": (-70, 70),
    },
    ArmReach: {},
    LegAngles: {"raised": (-30, 142), "around": (-40, 60), "knee": LIMITS["knee bend"], "ankle": (-50, 38)},
    LegReach: {},
    Kneel: {"thigh": (-70, 100), "knee": (0, 40), "ankle": (0, 40)},
}


@dataclass(frozen=True, slots=True)
class Lever:
    """One slider: degrees or centimetres."""

    key: str
    words: str
    low: float
    high: float
    value: float
    unit: str


def part_word(part: str) -> str:
    """Return what a part of the body is called."""
    return QCoreApplication.translate("Levers", PARTS[part])


def levers(pose: Pose, part: str) -> list[Lever]:
    """Return what can be moved of a part in this pose."""
    if part in _SPINE:
        values = getattr(pose, part)
        return [_lever(key, *_SPINE[part][n], values[n], "°") for n, key in enumerate(_BENDS)]
    if part == "shoulders":
        both = pose.shoulder_r
        return [_lever(key, *_SHOULDERS[key], both[n], "cm") for n, key in enumerate(_SHOULDERS)]
    if part == "root":
        return [_near(f"root.{n}", pose.root[n]) for n in (1, 2, 0)]
    limb = _limb(pose, part)
    found = [_lever(key, *ends, getattr(limb, key), _unit(limb)) for key, ends in _LIMB[type(limb)].items()]
    if isinstance(limb, ArmReach | LegReach):
        found += [_near(f"to.{n}", limb.to[n]) for n in (1, 2, 0)]
    return found


def moved(pose: Pose, part: str, key: str, value: float) -> dict[str, Any]:
    """Return the fields of a pose's table that move a part so."""
    value = round(value, 1)
    if part in _SPINE:
        return {part: _with(getattr(pose, part), _BENDS.index(key), value)}
    if part == "shoulders":
        moved_to = _with(pose.shoulder_r, list(_SHOULDERS).index(key), value)[:2]
        return {"shoulder_l": moved_to, "shoulder_r": list(moved_to)}
    if part == "root":
        return {"root": _with(pose.root, int(key[-1]), value)}
    table = _limb_table(_limb(pose, part))
    if key.startswith("to."):
        table["to"] = _with(table["to"], int(key[-1]), value)
    else:
        table[key] = value
    sides = (f"{part[:-1]}_l", f"{part[:-1]}_r") if part in ("arms", "legs") else (part,)
    return {side: dict(table) for side in sides}


def pose_motion(motion: Mapping[str, Any], pose: str, view: Mapping[str, Any]) -> Motion:
    """Return a motion that stands still in one pose. Raises MotionError."""
    step = {"pose": pose, "move_s": 1, "hold_s": 1}
    return Motion.from_mapping({**motion, "view": dict(view), "steps": [step]})


def fixed_view(motion: Motion) -> dict[str, Any]:
    """Return the camera of a motion as a table that stays where it is, whatever moves."""
    view = motion.view
    return {
        "yaw": view.yaw_deg,
        "pitch": view.pitch_deg,
        "centre": list(view.centre),
        "width": view.width_cm,
        "height": view.height_cm,
    }


def goes_too_far(before: Pose, after: Pose) -> bool:
    """Return whether a joint is beyond what bodies do, and further than it was."""
    was = beyond_limits(before, solve(before))
    return any(
        name not in was or _excess(name, value) > _excess(name, was[name]) + 0.5
        for name, value in beyond_limits(after, solve(after)).items()
    )


def _excess(name: str, value: float) -> float:
    low, high = LIMITS[name.removesuffix(" l").removesuffix(" r")]
    return max(low - value, value - high)


def _limb(pose: Pose, part: str) -> Limb:
    limb = getattr(pose, f"{part[:-1]}_r" if part in ("arms", "legs") else part)
    return limb.end if isinstance(limb, Between) else limb


def _limb_table(limb: Limb) -> dict[str, Any]:
    plain = type(limb)(to=limb.to) if isinstance(limb, ArmReach | LegReach) else type(limb)()
    keep = ("to", "thigh")
    table = {
        each.name: getattr(limb, each.name)
        for each in fields(limb)
        if each.name in keep or getattr(limb, each.name) != getattr(plain, each.name)
    }
    return {key: list(value) if isinstance(value, tuple) else value for key, value in table.items()}


def _with(vector: Any, n: int, value: float) -> list[float]:
    changed = [round(float(each), 2) for each in vector]
    changed[n] = value
    return changed


def _near(key: str, value: float) -> Lever:
    return _lever(key, value - NEAR_CM, value + NEAR_CM, value, "cm")


def _lever(key: str, low: float, high: float, value: float, unit: str) -> Lever:
    words = QCoreApplication.translate("Levers", _WORDS[key])
    return Lever(key, words, min(low, value), max(high, value), value, unit)


def _unit(limb: Limb) -> str:
    return "cm" if isinstance(limb, ArmReach | LegReach) else "°"
