"""What lies in front of what, where depth alone would get it wrong."""

from collections.abc import Sequence

from unhunch.figure.body import collar_of
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Part, ordered
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import dot, mix, sub, unit

_TIE_CM = 2.2  # parts no farther apart than this are ordered by rank
_STRAIGHT = 0.35  # cosine: of a limb bent less than this, the lower half is painted last
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
_LAP = 0.2  # sine: the shirt lies over a thigh that is not drawn up farther than this
_AT_VIEWER = 0.35  # cosine: a thigh that points at the viewer so much lies over the shirt
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


def back_to_front(parts: Sequence[Part], body: Body, camera: Camera, scarf: bool = False) -> list[Part]:
    """The parts in the order to paint them; each limb is told how far behind the trunk it is.

    A `scarf` lies over the shirt from all sides.
    """
    _mark_far(parts, body, camera)
    return ordered(parts, _TIE_CM * camera.px_per_cm, _told(body, camera, scarf))


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
        thigh = unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"]))
        if camera.facing(thigh) > _AT_VIEWER:
            told[frozenset(("trunk", f"thigh_{s}"))] = f"thigh_{s}"
        elif dot(thigh, body.frames["pelvis"][1]) < _LAP:
            told[frozenset(("trunk", f"thigh_{s}"))] = "trunk"
        for (upper, lower), _ in _LIMBS:
            if is_straight(body, lower, s):
                told[frozenset((f"{upper}_{s}", f"{lower}_{s}"))] = f"{lower}_{s}"
    return told
