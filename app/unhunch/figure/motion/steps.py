"""Reading a motion from plain data: poses, steps, and the things in the scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from unhunch.figure.motion.areas import AREA_NAMES
from unhunch.figure.motion.cues import CueSpec, read_cue
from unhunch.figure.motion.views import margin_cm, told
from unhunch.figure.rig.pose import Pose, PoseError, leans, mirrored, number, other_side, read_pose, vector
from unhunch.figure.rig.vectors import ORIGIN, Vec

MAX_STEPS = 400
MAX_POSES = 60
PROP_KINDS = ("mat", "wall", "chair", "roller", "block")


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the scene, as a box in centimetres.

    mat: `at` is the middle of its underside; wall: `at` is a point of its foot, it stands across x, half of
    `size[2]` is how far behind it meets another wall in a corner; chair: `at` is the floor under
    the middle of the seat, `size` (width, height of the seat, depth), its back towards -z; roller and block:
    `at` is the middle, the roller lies along x with the diameter `size[1]`.
    """

    kind: str
    at: Vec
    size: Vec


@dataclass(frozen=True, slots=True)
class Step:
    """A move into a pose and the holding of it, in seconds; a pose may be looked at from `near`.

    `name` is what the author calls the pose; steps are alike whatever it is.
    """

    pose: Pose
    move_s: float
    hold_s: float = 0.0
    mirror: bool = False
    flow: bool = False
    via: Pose | None = None
    focus: tuple[tuple[str, float], ...] = ()
    cues: tuple[CueSpec, ...] = ()
    near: bool = False
    name: str = field(default="", compare=False)


def mirror_pose(pose: Pose, about_face: bool) -> Pose:
    """The other side of a pose: in a mirror, or (about face) in a mirror before the person."""
    flipped = mirrored(pose)
    return replace(flipped, facing=flipped.facing + 180) if about_face else flipped


@dataclass(frozen=True, slots=True)
class MotionData:
    """A motion as read: its steps with their poses, the things in the scene, the camera's table."""

    steps: tuple[Step, ...]
    props: tuple[Prop, ...]
    view: Mapping[str, Any]
    about_face: bool

    @property
    def swings(self) -> bool:
        """Whether the other side is seen by a camera of its own."""
        return bool(self.view.get("swing"))


def read_motion(raw: Mapping[str, Any]) -> MotionData:
    """A motion from plain data; PoseError names what is wrong."""
    _known(raw, ("view", "props", "base", "poses", "cues", "steps", "mirror"), "motion")
    mirror = raw.get("mirror", "mirror")
    if mirror not in ("mirror", "about-face"):
        raise PoseError(f"mirror is 'mirror' or 'about-face', not {mirror!r}.")
    about_face = mirror == "about-face"
    poses = _read_poses(raw)
    steps = raw.get("steps")
    if not isinstance(steps, list) or not 1 <= len(steps) <= MAX_STEPS:
        raise PoseError(f"A motion needs 1 to {MAX_STEPS} steps.")
    view = raw.get("view", {})
    near = _read_view(view, poses)
    named = _read_named_cues(raw.get("cues", {}))
    read = [_read_step(s, n, poses, named, about_face=about_face, near=near) for n, s in enumerate(steps, 1)]
    for a, b in zip([read[-1], *read], read, strict=False):
        if (a.pose.pin and a.pose.pin.joint) != (b.pose.pin and b.pose.pin.joint):
            raise PoseError("Poses that follow each other must pin the same joint, or none.")
    for n, (a, b) in enumerate(zip([read[-1], *read], read, strict=False), 1):
        passed = [pose for pose in (a.pose, b.via, b.pose) if pose]
        if any(leans(pose.arm_l) for pose in passed) and any(leans(pose.arm_r) for pose in passed):
            raise PoseError(f"On the way into step {n} each arm would be told by the other.")
    props = raw.get("props", [])
    if not isinstance(props, list):
        raise PoseError(f"The props of a motion are a list, not {props!r}.")
    things = [_read_prop(p, n) for n, p in enumerate(props, 1)]
    return MotionData(tuple(read), tuple(things), view, about_face)


def _read_view(view: Any, poses: Mapping[str, Pose]) -> frozenset[str]:
    """The poses that are looked at from near; PoseError where the camera's table is wrong: it is told now,
    not when something is to be seen.
    """
    _known(view, ("yaw", "pitch", "centre", "width", "height", "margin", "plant", "swing", "near"), "view")
    if view.get("swing", False) not in (True, False):
        raise PoseError(f"swing of the view is true or false, not {view['swing']!r}.")
    told(view)
    margin_cm(view)
    if "near" not in view:
        return frozenset()
    near = view["near"]
    _known(near, ("poses", "yaw", "pitch", "centre", "width", "height"), "near view")
    names = near.get("poses")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise PoseError(f"The near view needs a list of poses, not {names!r}.")
    if unknown := set(names) - poses.keys():
        raise PoseError(f"The near view names the pose {min(unknown)!r}, which does not exist.")
    told(near)
    return frozenset(names)


def _read_poses(raw: Mapping[str, Any]) -> dict[str, Pose]:
    tables = raw.get("poses", {})
    if not isinstance(tables, Mapping) or not 1 <= len(tables) <= MAX_POSES:
        raise PoseError(f"A motion needs 1 to {MAX_POSES} poses.")
    base = read_pose(_table(raw.get("base", {}), "base"), Pose(), "base")
    found: dict[str, Pose] = {}

    def get(name: object, asked: tuple[object, ...]) -> Pose:
        if name in asked:
            raise PoseError(f"The pose {name!r} is built on itself.")
        if not isinstance(name, str) or name not in tables:
            raise PoseError(f"There is no pose {name!r}; there are {', '.join(sorted(map(str, tables)))}.")
        if name not in found:
            what = f"pose {name!r}"
            table = _table(tables[name], what)
            if "mirror" in table:
                under = mirrored(get(table["mirror"], (*asked, name)))
            else:
                under = get(table["from"], (*asked, name)) if "from" in table else base
            found[name] = read_pose(table, under, what)
        return found[name]

    for name in tables:
        get(name, ())
    return found


_Cues = Mapping[str, Sequence[Mapping[str, Any]]]
"""Cues of a motion by a name that some of them share, for those of steps to be like them."""


def _read_named_cues(raw: Any) -> _Cues:
    lists = list(raw.values()) if isinstance(raw, Mapping) else [raw]
    if not all(isinstance(cues, list) and all(isinstance(cue, Mapping) for cue in cues) for cues in lists):
        raise PoseError(f"The cues of a motion are lists of tables, each list with a name, not {raw!r}.")
    return cast("_Cues", raw)


def _whole_cues(raw: Any, named: _Cues, what: str) -> Sequence[Any]:
    """The tables of a step's cue: itself, or all that it is `like`, each with what it says over it."""
    if not isinstance(raw, Mapping) or "like" not in raw:
        return [raw]
    name = raw["like"]
    if not isinstance(name, str) or name not in named:
        known = ", ".join(sorted(named)) or "none"
        raise PoseError(f"A cue of {what} is like {name!r}, which does not exist; there are {known}.")
    own = {key: value for key, value in raw.items() if key != "like"}
    return [{**cue, **own} for cue in named[name]]


def _read_step(
    raw: Mapping[str, Any],
    n: int,
    poses: Mapping[str, Pose],
    named: _Cues,
    *,
    about_face: bool,
    near: frozenset[str],
) -> Step:
    what = f"step {n}"
    _known(raw, ("pose", "move_s", "hold_s", "mirror", "flow", "via", "focus", "cues"), what)
    mirror = raw.get("mirror", False) is True

    def pose(name: object) -> Pose:
        if name not in poses:
            raise PoseError(
                f"The pose {name!r} of {what} does not exist; there are {', '.join(sorted(poses))}."
            )
        found = poses[str(name)]
        return mirror_pose(found, about_face) if mirror else found

    move_s, hold_s = number(raw.get("move_s", 0), what), number(raw.get("hold_s", 0), what)
    if not (0 < move_s <= 60 and 0 <= hold_s <= 600):
        raise PoseError(f"In {what} move_s must be above 0 and at most 60, hold_s between 0 and 600.")
    return Step(
        pose=pose(raw.get("pose")),
        move_s=move_s,
        hold_s=hold_s,
        mirror=mirror,
        flow=raw.get("flow", False) is True,
        via=pose(raw["via"]) if "via" in raw else None,
        focus=_read_focus(raw.get("focus", []), what, mirror),
        cues=tuple(
            spec
            for cue in raw.get("cues", [])
            for table in _whole_cues(cue, named, what)
            for spec in read_cue(table, what)
        ),
        near=raw.get("pose") in near,
        name=str(raw.get("pose")),
    )


def _read_focus(raw: object, what: str, mirror: bool) -> tuple[tuple[str, float], ...]:
    if isinstance(raw, Mapping):
        pairs = {str(name): number(k, f"focus of {what}") for name, k in raw.items()}
    elif isinstance(raw, list):
        pairs = {str(name): 1.0 for name in raw}
    else:
        raise PoseError(f"The focus of {what} needs a list of areas, not {raw!r}.")
    for name, strength in pairs.items():
        if name not in AREA_NAMES:
            raise PoseError(f"The focus of {what} knows no area {name!r}.")
        if not 0 <= strength <= 1:
            raise PoseError(f"In the focus of {what} {name!r} glows from 0 to 1, not {strength:g}.")
    return tuple((other_side(name) if mirror else name, k) for name, k in pairs.items())


_PROP_SIZES: dict[str, tuple[Vec, Vec]] = {
    "mat": (ORIGIN, (68.0, 1.2, 172.0)),
    "wall": ((-50.0, 0.0, 0.0), (12.0, 400.0, 800.0)),
    "chair": (ORIGIN, (42.0, 44.0, 42.0)),
    "roller": ((0.0, 7.5, -40.0), (52.0, 15.0, 15.0)),
    "block": ((0.0, 6.0, -40.0), (23.0, 12.0, 15.0)),
}


def _read_prop(raw: object, n: int) -> Prop:
    if isinstance(raw, str):
        raw = {"kind": raw}
    if not isinstance(raw, Mapping) or raw.get("kind") not in PROP_KINDS:
        raise PoseError(f"Prop {n} must be one of {', '.join(PROP_KINDS)}.")
    _known(raw, ("kind", "at", "size"), f"prop {n}")
    kind = str(raw["kind"])
    at, size = _PROP_SIZES[kind]
    return Prop(
        kind,
        vector(raw["at"], f"at of prop {n}") if "at" in raw else at,
        vector(raw["size"], f"size of prop {n}") if "size" in raw else size,
    )


def _table(raw: object, what: str) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise PoseError(f"The {what} must be a table, not {raw!r}.")
    return raw


def _known(raw: object, keys: Sequence[str], what: str) -> None:
    for key in _table(raw, what):
        if key not in keys:
            raise PoseError(f"The {what} has no {key!r}; it knows {', '.join(keys)}.")
