"""What lies in front of what, where depth alone would get it wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from PySide6.QtCore import QRectF

from unhunch.figure.body import collar_of, hem_opening
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Part, Stack, Told, ordered, stacked
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.vectors import dot, mix, sub, unit

_TIE_CM = 2.2  # parts no farther apart than this are ordered by rank
_STRAIGHT = 0.35  # cosine: of a limb bent less than this, the lower half is painted last
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
# The hem of the shirt lies over a thigh until the thigh is drawn up (sine of its angle with the trunk) or the
# shirt opens towards the viewer. In between it fades, since the order of two parts can only change
# at once; the bounds are narrow so that no pose is held there.
_LAP = (0.32, 0.42)
_CHANGE_CM = 1.6  # two parts that change places fade into each other while their depths differ less
_SHADE_CM = 3.5  # so far round them their shadows change too
_TURN_CM = 12.0  # what turns to face away does so as if its edge were as far from its middle
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


@dataclass(frozen=True, slots=True)
class Order:
    """The parts back to front; and the order they were or will be in a moment before or after, if they are
    about to change places, with the share of it that shows already (0 to a half), and where (pixels).
    """

    parts: list[Part]
    other: list[Part] | None = None
    share: float = 0.0
    where: QRectF = field(default_factory=QRectF)


def back_to_front(parts: Sequence[Part], body: Body, camera: Camera, scarf: bool = False) -> Order:
    """The order to paint the parts in; each limb is told how far behind the trunk it is.

    A `scarf` lies over the shirt from all sides.
    """
    _mark_far(parts, body, camera)
    told = _told(body, camera, scarf)
    trunk = next(p for p in parts if p.kind == "trunk")
    for part in parts:
        if part.kind == "thigh":
            covered = _covered_by_hem(body, camera, part.side)
            nearer = part.z - trunk.z
            if covered >= 1:
                told[frozenset(("trunk", part.name))] = ("trunk", inf)
            elif nearer > 0:
                told[frozenset(("trunk", part.name))] = (part.name, nearer)
                part.under_hem = covered
            else:
                told[frozenset(("trunk", part.name))] = ("trunk", -nearer)
    return _with_changes(parts, stacked(parts, _TIE_CM * camera.px_per_cm, told), camera)


def _with_changes(parts: Sequence[Part], stack: Stack, camera: Camera) -> Order:
    """The order, with the one it changes into when a pair of parts is about to change places."""
    band = _CHANGE_CM * camera.px_per_cm
    soon = {}
    for (i, j), clear in stack.clear.items():
        by = clear + (max(0.0, band - _overlap(parts[i], parts[j])) if clear < band else 0.0)
        if by < band:
            soon[i, j] = by
    order = ordered(parts, stack)
    if not soon:
        return Order(order)
    first = min(soon.values())
    turning = [pair for pair, by in soon.items() if by <= first + 0.25 * band]
    where = QRectF()
    for i, j in turning:
        where = where.united(parts[i].bounds & parts[j].bounds)
    room = _SHADE_CM * camera.px_per_cm
    where.adjust(-room, -room, room, room)
    return Order(order, ordered(parts, stack.turned(turning)), 0.5 * (1 - smoothstep(first / band)), where)


def _overlap(a: Part, b: Part) -> float:
    """By how many pixels two parts overlap for all that is seen: within a limb and among the legs, which are
    of one cloth, it does not show.
    """
    if a.limb == b.limb or (a.limb.startswith("leg") and b.limb.startswith("leg")):
        return 0.0
    both = a.bounds & b.bounds
    return min(both.width(), both.height())


def _covered_by_hem(body: Body, camera: Camera, side: str) -> float:
    """How much the shirt's hem lies over the root of a thigh, 0 to 1."""
    thigh = unit(sub(body.joints[f"knee_{side}"], body.joints[f"hip_{side}"]))
    drawn_up = smoothstep((dot(thigh, body.frames["pelvis"][1]) - _LAP[0]) / (_LAP[1] - _LAP[0]))
    return (1 - drawn_up) * (1 - hem_opening(body, camera))


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


def _told(body: Body, camera: Camera, scarf: bool) -> Told:
    """The front one of some pairs."""
    _, collar = collar_of(body)
    k = camera.px_per_cm
    opens = camera.facing(collar[1]) + (0.45 if scarf else 0.0)
    told: Told = {
        frozenset(("neck", "trunk")): ("neck" if opens > 0 else "trunk", abs(opens) * _TURN_CM * k),
        frozenset(("neck", "head")): ("head", inf),
    }
    breast = camera.project(mix(body.spine[4][0], body.spine[2][0], 0.3))[2]
    for s in "lr":
        arm = camera.project(mix(body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"], 0.5))[2]
        nearer = arm - breast + _ARM_BEHIND_CM * k
        told[frozenset(("trunk", f"upperarm_{s}"))] = (
            f"upperarm_{s}" if nearer > 0 else "trunk",
            abs(nearer),
        )
        for (upper, lower), _ in _LIMBS:
            if is_straight(body, lower, s):
                told[frozenset((f"{upper}_{s}", f"{lower}_{s}"))] = (f"{lower}_{s}", inf)
    return told
