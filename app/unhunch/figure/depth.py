"""What lies in front of what, where depth alone would get it wrong."""

from collections.abc import Sequence

from unhunch.figure.body import collar_of
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Part, ordered
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.vectors import dot, mix, sub, unit

_TIE_CM = 2.2  # parts no farther apart than this are ordered by rank
_STRAIGHT = 0.35  # cosine: of a limb bent less than this, the lower half is painted last
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
# The hem of the shirt lies over a thigh until the thigh is drawn up (sine of its angle with the trunk) or the
# shirt opens towards the viewer (cosine). In between it fades, since the order of two parts can only change
# at once; the bounds are narrow so that no pose is held there.
_LAP = (0.32, 0.42)
_OPENS = 0.08
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


def back_to_front(parts: Sequence[Part], body: Body, camera: Camera, scarf: bool = False) -> list[Part]:
    """The parts in the order to paint them; each limb is told how far behind the trunk it is.

    A `scarf` lies over the shirt from all sides.
    """
    _mark_far(parts, body, camera)
    told = _told(body, camera, scarf)
    trunk = next(p for p in parts if p.kind == "trunk")
    for part in parts:
        if part.kind == "thigh":
            covered = _covered_by_hem(body, camera, part.side)
            if covered >= 1:
                told[frozenset(("trunk", part.name))] = "trunk"
            elif part.z > trunk.z:
                told[frozenset(("trunk", part.name))] = part.name
                part.under_hem = covered
    return ordered(parts, _TIE_CM * camera.px_per_cm, told)


def _covered_by_hem(body: Body, camera: Camera, side: str) -> float:
    """How much the shirt's hem lies over the root of a thigh, 0 to 1."""
    thigh = unit(sub(body.joints[f"knee_{side}"], body.joints[f"hip_{side}"]))
    drawn_up = smoothstep((dot(thigh, body.frames["pelvis"][1]) - _LAP[0]) / (_LAP[1] - _LAP[0]))
    opens = smoothstep(-camera.facing(body.frames["pelvis"][1]) / _OPENS)
    return (1 - drawn_up) * (1 - opens)


def is_straight(body: Body, kind: str, side: str) -> bool:
    """Whether the limb whose lower half is of that kind is bent so little that its halves do not overlap."""
    for (_, lower), joints in _LIMBS:
        if lower == kind:
            p, q, r = (body.joints[f"{j}_{side}"] for j in joints)
            return dot(unit(sub(q, p)), unit(sub(r, q))) > _STRAIGHT
    return True


def _mark_far(parts: Sequence[Part], body: Body, camera: Camera) -> None:
    middle = camera.project(body.spine[2][0])[2]
    reach = 26 * camera.px_per_cm
    for limb in ("arm_l", "arm_r", "leg_l", "leg_r"):
        mine = [p for p in parts if p.limb == limb]
        if not mine:
            continue
        far = sum(min(1.0, max(0.0, (middle - p.z) / reach - 0.2)) for p in mine) / len(mine)
        for p in mine:
            p.far = far


def _told(body: Body, camera: Camera, scarf: bool) -> dict[frozenset[str], str]:
    """The front one of some pairs."""
    _, collar = collar_of(body)
    told = {
        frozenset(("neck", "trunk")): "neck"
        if camera.facing(collar[1]) > (-0.45 if scarf else 0.0)
        else "trunk",
        frozenset(("neck", "head")): "head",
    }
    breast = camera.project(mix(body.spine[4][0], body.spine[2][0], 0.3))[2]
    for s in "lr":
        arm = camera.project(mix(body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"], 0.5))[2]
        near = arm > breast - _ARM_BEHIND_CM * camera.px_per_cm
        told[frozenset(("trunk", f"upperarm_{s}"))] = f"upperarm_{s}" if near else "trunk"
        for (upper, lower), _ in _LIMBS:
            if is_straight(body, lower, s):
                told[frozenset((f"{upper}_{s}", f"{lower}_{s}"))] = f"{lower}_{s}"
    return told
