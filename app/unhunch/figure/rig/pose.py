"""A pose as a person would describe it, before any geometry: how far the spine bends, where the hands are.

Lengths are centimetres, angles degrees. The world: y is up, the floor is y = 0, the resting figure looks
along +z, so its left is +x. In the spec of an arm or a leg x points *outward* from the middle for that
limb, so the mirror of a pose is the same specs with left and right exchanged.

Spine channels (`pelvis`, `lumbar`, `chest`, `neck`, `head`) are (bend, side, turn): forward, to the person's
right, turned to the person's right. A shoulder's are (up, forward, out), in cm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from unhunch.figure.rig.vectors import ORIGIN, Vec, mix

Side = str
"""`l` or `r`, the person's own left and right."""

SIDES: tuple[tuple[Side, float], ...] = (("l", 1.0), ("r", -1.0))
OTHER: dict[Side, Side] = {"l": "r", "r": "l"}
CHANNELS = ("pelvis", "lumbar", "chest", "neck", "head")
SPACES = ("floor", "pelvis", "chest", "neck", "head")
JOINT_SPACES = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
PLANTS = ("hand_l", "hand_r", "elbow_l", "elbow_r", "knee_l", "knee_r", "foot_l", "foot_r", "seat", "head")
_ARM_JOINTS = ("shoulder", "elbow", "wrist")
WRIST_HEIGHT = 2.6
ANKLE_HEIGHT = 6.5


class PoseError(ValueError):
    """A pose that cannot be read; its text is one sentence for the author."""


@dataclass(frozen=True, slots=True)
class ArmAngles:
    """An arm by its angles: `raised` 0 hanging to 180 up, `around` 0 in front to 90 at the side.

    `twist` turns the whole arm about the upper arm. The hand is bent by `wrist` and turned by `turn` with the
    forearm, or held as the directions `fingers` and `palm` say, given in the chest's frame.
    """

    raised: float = 4.0
    around: float = 90.0
    elbow: float = 8.0
    twist: float = 0.0
    wrist: float = 0.0
    turn: float = 0.0
    fingers: Vec | None = None
    palm: Vec | None = None
    bow: Vec | None = None


@dataclass(frozen=True, slots=True)
class ArmReach:
    """An arm by the place of its wrist, `to` in the space `of`; the elbow points along `elbow_to`.

    `fingers` and `palm` are directions in the same space: where the fingers point and where the palm looks;
    without them the hand hangs on from the forearm, bent by `wrist` and turned by `turn`.
    `bow` is added in the middle of the way there. A way by here that `swings` (0 to 1) goes round the
    shoulder as far as it does: a straight arm stays straight.
    """

    to: Vec
    of: str = "floor"
    elbow_to: Vec = (0.7, -0.5, -0.5)
    wrist: float = 0.0
    turn: float = 0.0
    swings: float = 0.0
    fingers: Vec | None = None
    palm: Vec | None = None
    bow: Vec | None = None


@dataclass(frozen=True, slots=True)
class LegAngles:
    """A leg by its angles from the pelvis: `raised` 0 straight down, 90 forward, 180 beside the ear."""

    raised: float = 0.0
    around: float = 0.0
    knee: float = 3.0
    twist: float = 0.0
    ankle: float = 0.0
    bow: Vec | None = None


@dataclass(frozen=True, slots=True)
class LegReach:
    """A leg by the place of its ankle; `toe` and `sole` say where the foot points and where it looks."""

    to: Vec
    of: str = "floor"
    knee_to: Vec = (0.1, 0.1, 1.0)
    toe: Vec = (0.18, 0.0, 1.0)
    sole: Vec = (0.0, -1.0, 0.0)
    bow: Vec | None = None


@dataclass(frozen=True, slots=True)
class Kneel:
    """A leg kneeling, its shin flat on the floor.

    `thigh` is the thigh's angle from the vertical, `knee` and `ankle` how far out from the middle they are.
    """

    thigh: float = 0.0
    knee: float = 9.0
    ankle: float = 9.0
    bow: Vec | None = None


Arm = ArmAngles | ArmReach
Leg = LegAngles | LegReach | Kneel
Limb = Arm | Leg


@dataclass(frozen=True, slots=True)
class Between:
    """A limb on its way: a share `t` of the way from `start` to `end`, half way there at `via` if given."""

    start: Limb
    end: Limb
    t: float = 1.0
    via: Limb | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """Keeps a joint, or the middle of a pair (`knees`), at a place: the whole figure is shifted to it."""

    joint: str
    at: Vec


@dataclass(frozen=True, slots=True)
class Pose:
    """Everything `skeleton.solve` needs. `facing` turns the whole figure about the vertical, to its left.

    `rest` from 0 to 1 lets the body sink until its lowest part touches the floor. `plants` names what
    must not slide or lift between this pose and a neighbour that plants it too.
    """

    root: Vec = ORIGIN
    facing: float = 0.0
    rest: float = 0.0
    pin: Pin | None = None
    pelvis: Vec = ORIGIN
    lumbar: Vec = ORIGIN
    chest: Vec = ORIGIN
    neck: Vec = ORIGIN
    head: Vec = ORIGIN
    shoulder_l: Vec = ORIGIN
    shoulder_r: Vec = ORIGIN
    arm_l: Between | Arm = ArmAngles()
    arm_r: Between | Arm = ArmAngles()
    leg_l: Between | Leg = LegAngles()
    leg_r: Between | Leg = LegAngles()
    plants: frozenset[str] = frozenset()


NUMBERS = ("root", *CHANNELS, "shoulder_l", "shoulder_r")
LIMBS = ("arm_l", "arm_r", "leg_l", "leg_r")
_PAIRS = {
    "arms": ("arm_l", "arm_r"),
    "legs": ("leg_l", "leg_r"),
    "shoulders": ("shoulder_l", "shoulder_r"),
}
_PLANT_PAIRS = {"hands": ("hand_l", "hand_r"), "knees": ("knee_l", "knee_r"), "feet": ("foot_l", "foot_r")}


def side_of(sx: float) -> Side:
    """Return the side that a sign means: 1 is the person's left, -1 the right."""
    return "l" if sx > 0 else "r"


def other_side(name: str) -> str:
    """`wrist_l` for `wrist_r` and the other way round; a name without a side stays."""
    if name.endswith("_l"):
        return name[:-2] + "_r"
    return name[:-2] + "_l" if name.endswith("_r") else name


def vector(value: object, what: str, size: int = 3) -> Vec:
    """A vector of up to `size` given numbers, the rest 0; PoseError if it is none."""
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= size:
        raise PoseError(f"{what} needs 1 to {size} numbers in brackets, not {value!r}.")
    numbers = [number(v, what) for v in value] + [0.0, 0.0]
    return (numbers[0], numbers[1], numbers[2])


def number(value: object, what: str) -> float:
    """A finite number of sane size; PoseError if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1000:
        raise PoseError(f"{what} needs a number between -1000 and 1000, not {value!r}.")
    return float(value)


def read_limb(value: object, what: str) -> Limb:
    """The spec of an arm or a leg (`what` begins with its name)."""
    if not isinstance(value, Mapping):
        raise PoseError(f"{what} needs a table such as {{raised = 90}}, not {value!r}.")
    arm = what.startswith("arm")
    kind: type[Limb]
    if "to" in value:
        kind = ArmReach if arm else LegReach
    elif not arm and "thigh" in value:
        kind = Kneel
    else:
        kind = ArmAngles if arm else LegAngles
    known = {f.name for f in fields(kind)}
    found: dict[str, object] = {}
    for key, given in value.items():
        if key not in known:
            raise PoseError(f"{what} has no {key!r}; it knows {', '.join(sorted(known))}.")
        label = f"{what}.{key}"
        if key == "of":
            found[key] = _space(given, label)
        elif key in ("to", "bow", "fingers", "palm", "elbow_to", "knee_to", "toe", "sole"):
            found[key] = _place(given, label, arm) if key == "to" else vector(given, label)
        else:
            found[key] = number(given, label)
    return kind(**found)  # type: ignore[arg-type]


def _place(value: object, what: str, arm: bool) -> Vec:
    """A target: two numbers are a place on the floor, at the height of a wrist or ankle lying there."""
    if isinstance(value, list | tuple) and len(value) == 2:
        return (number(value[0], what), WRIST_HEIGHT if arm else ANKLE_HEIGHT, number(value[1], what))
    return vector(value, what)


def _space(value: object, what: str) -> str:
    if isinstance(value, str):
        joint, _, side = value.rpartition("_")
        if value in SPACES or (joint in JOINT_SPACES and side in ("l", "r", "same", "other")):
            return value
    raise PoseError(f"{what} knows no place {value!r}.")


def read_pose(raw: Mapping[str, object], base: Pose, what: str) -> Pose:
    """A pose from its table, laid over `base`; PoseError names what is wrong."""
    changes: dict[str, object] = {}
    for key, value in raw.items():
        if key in ("from", "mirror"):
            continue
        for name in _PAIRS.get(key, (key,)):
            changes[name] = _read_field(name, value, f"{key} of {what}")
    pose = replace(base, **changes)  # type: ignore[arg-type]
    _check_spaces(pose, what)
    return pose


def leans(arm: Between | Limb) -> bool:
    """Whether the place of an arm is told by a joint of an arm, which has to be known before."""
    return any(isinstance(a, ArmReach) and a.of.startswith(_ARM_JOINTS) for a in limb_ends(arm))


def _check_spaces(pose: Pose, what: str) -> None:
    """Refuse places told by a joint that is not known yet: legs come first, then one arm, then the other."""
    for s, _ in SIDES:
        leg, arm = getattr(pose, f"leg_{s}"), getattr(pose, f"arm_{s}")
        if isinstance(leg, LegReach) and leg.of not in SPACES:
            raise PoseError(f"leg_{s} of {what} is told by {leg.of!r}; a leg knows {', '.join(SPACES)}.")
        if isinstance(arm, ArmReach) and leans(arm) and arm.of.rpartition("_")[2] in ("same", s):
            raise PoseError(f"arm_{s} of {what} is told by a joint of its own, {arm.of!r}.")
    if leans(pose.arm_l) and leans(pose.arm_r):
        raise PoseError(f"Each arm of {what} is told by the other; one of them needs a place of its own.")


def _read_field(name: str, value: object, what: str) -> object:
    if name in LIMBS:
        return read_limb(value, what)
    if name in NUMBERS:
        return vector(value, what)
    if name in ("facing", "rest"):
        return number(value, what)
    if name == "plants":
        return _read_plants(value, what)
    if name == "pin":
        return _read_pin(value, what)
    raise PoseError(f"There is no {what}; a pose knows {', '.join(f.name for f in fields(Pose))}.")


def _read_plants(value: object, what: str) -> frozenset[str]:
    if not isinstance(value, list):
        raise PoseError(f"{what} needs a list of names, not {value!r}.")
    found = {part for name in value for part in _PLANT_PAIRS.get(str(name), (str(name),))}
    if not found <= set(PLANTS):
        raise PoseError(f"{what} knows {', '.join((*_PLANT_PAIRS, *PLANTS))}, not {value!r}.")
    return frozenset(found)


def _read_pin(value: object, what: str) -> Pin | None:
    if value is False:
        return None
    if (
        not isinstance(value, list)
        or len(value) != 4
        or value[0] not in ("knees", "ankles", "knee_l", "knee_r")
    ):
        raise PoseError(f"{what} needs a joint and a place, as in ['knees', 0, 5.6, 0], not {value!r}.")
    return Pin(value[0], vector(value[1:], what))


def mirrored(pose: Pose) -> Pose:
    """The pose seen in a mirror: left and right exchanged."""
    changes: dict[str, object] = {
        "root": (-pose.root[0], pose.root[1], pose.root[2]),
        "facing": -pose.facing,
        "plants": frozenset(other_side(p) for p in pose.plants),
    }
    for name in CHANNELS:
        bend, side, turn = getattr(pose, name)
        changes[name] = (bend, -side, -turn)
    for name in ("shoulder_l", "shoulder_r"):
        changes[name] = getattr(pose, other_side(name))
    for name in LIMBS:
        limb = getattr(pose, other_side(name))
        changes[name] = (
            Between(
                _mirrored_limb(limb.start),
                _mirrored_limb(limb.end),
                limb.t,
                _mirrored_limb(limb.via) if limb.via else None,
            )
            if isinstance(limb, Between)
            else _mirrored_limb(limb)
        )
    if pose.pin:
        x, y, z = pose.pin.at
        changes["pin"] = Pin(other_side(pose.pin.joint), (-x, y, z))
    return replace(pose, **changes)  # type: ignore[arg-type]


def _mirrored_limb(limb: Limb) -> Limb:
    if isinstance(limb, ArmReach | LegReach) and limb.of[-2:] in ("_l", "_r"):
        return replace(limb, of=other_side(limb.of))
    return limb


def same_kind(a: Limb, b: Limb) -> bool:
    """Whether the numbers of two specs mean the same things, so that they can be mixed one by one."""
    return type(a) is type(b) and getattr(a, "of", None) == getattr(b, "of", None)


def stays(a: Limb, b: Limb) -> bool:
    """Whether a limb that goes from one spec to the other stays in its place: they differ at most in the bow
    in which it would have come there.
    """
    return a == b or (type(a) is type(b) and replace(a, bow=b.bow) == b)


def mix_limbs(a: Limb, b: Limb, t: float) -> Limb:
    """Between two specs of the same kind; the hand's own directions are left to the solver."""
    changes: dict[str, object] = {}
    for f in fields(a):
        x, y = getattr(a, f.name), getattr(b, f.name)
        if x == y or f.name in ("fingers", "palm", "bow", "of", "toe", "sole"):
            continue
        changes[f.name] = mix(x, y, t) if isinstance(x, tuple) else x + (y - x) * t
    return replace(a, **changes)  # type: ignore[arg-type]


def limb_ends(limb: Between | Limb) -> Iterable[Limb]:
    """The specs a limb is made of: one, or on its way those of both ends and what it passes."""
    if isinstance(limb, Between):
        return (limb.start, limb.end) if limb.via is None else (limb.start, limb.via, limb.end)
    return (limb,)
