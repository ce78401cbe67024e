"""What lies in front of what, where depth alone would get it wrong, and how two parts change places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Part
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.rods import Lie, Rod, Told, ordered, rods
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.torso import HEM_LAP, collar_opens, drawn_up_of, hem_opening
from unhunch.figure.vectors import dot, mix, sub, unit

_TIE_CM = 2.2  # parts no farther apart than this are ordered by rank
_STRAIGHT = 0.35  # cosine: of a limb bent less than this, the lower half is painted last
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
# The hem of the shirt lies over a thigh until the thigh is drawn up or the shirt opens towards the viewer.
_LAP_CM, _OPEN_CM = 100.0, 12.0  # as if by so much a whole unit of the two were nearer or farther
# And one that hangs beside a breast seen nearly from the front so much more (cosines).
_HANGING_CM, _FROM_FRONT, _TURNED_AWAY = 9.0, 0.75, 0.15
_SIDEWAYS, _TURNED_SIDEWAYS = 0.35, 0.35
_SHADE_CM = 3.5  # so far round parts that change places their shadows change too
_FOOT_AWAY_CM = 8.0  # a foot whose ball is no farther behind its ankle than this covers the shin's end
_TURN_CM = 12.0  # what turns to face away does so as if its edge were as far from its middle
_RAISED = 0.5  # how far up the shoulder blade of a raised arm is
_SURE = 1e9
_LEAST_SHARE = 0.02
_TOGETHER = 0.1  # parts change places together when their shares differ by no more
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """Parts that are changing places: the other order of them, how much of it shows (0 to a half), and where
    (pixels).
    """

    parts: list[Part]
    share: float
    where: QRectF


@dataclass(frozen=True, slots=True)
class Order:
    """The parts back to front, and what is changing."""

    parts: list[Part]
    changes: list[Change]


def lie_of(body: Body, camera: Camera, curls: dict[str, float], scarf: bool) -> Lie:
    """How the parts of a body lie, seen by a camera. A `scarf` lies over the shirt from all sides."""
    found = list(rods(body, camera, curls))
    return Lie(found, _TIE_CM * camera.px_per_cm, _told(found, body, camera, scarf))


def back_to_front(parts: Sequence[Part], lies: Sequence[Lie], camera: Camera) -> Order:
    """The order to paint the parts in.

    `lies` is how they lay a moment ago, lie now, and will lie in a moment; or one where nothing moves. The
    order of two parts can only change at once, so they fade into each other: what is in front for a part of
    that time shows to that part. Slow or fast, a change takes as long as `lies` are apart.
    """
    now = lies[len(lies) // 2]
    dressed = {part.name: part for part in parts}
    shares = front_shares(lies)

    def order(turned: Collection[tuple[int, int]] = ()) -> list[Part]:
        fronts = [
            (i, j) if (share >= 0.5) != ((i, j) in turned) else (j, i) for (i, j), share in shares.items()
        ]
        return [dressed[name] for name in ordered(now.rods, fronts) if name in dressed]

    return Order(order(), list(_changes(shares, now, dressed, order, camera.px_per_cm)))


def front_shares(lies: Sequence[Lie]) -> dict[tuple[int, int], float]:
    """For every pair that crosses, for which part of the time of the lies the first is in front, 0 to 1."""
    now = lies[len(lies) // 2]
    return {
        (i, j): float(by >= 0) if _is_one_cloth(now.rods[i], now.rods[j]) else _share(lies, (i, j))
        for (i, j), by in now.nearer.items()
    }


def _share(lies: Sequence[Lie], pair: tuple[int, int]) -> float:
    now = lies[len(lies) // 2].nearer[pair]
    if len(lies) == 1:
        return float(now >= 0)
    before, after = (lie.nearer.get(pair) for lie in (lies[0], lies[-1]))
    if before is None:  # not yet over each other
        before = now if after is None else 2 * now - after
    if after is None:
        after = 2 * now - before
    return (_positive(before, now) + _positive(now, after)) / 2


def _positive(a: float, b: float) -> float:
    """Which part of the way from a to b is above 0."""
    if (a >= 0) == (b >= 0):
        return float(a >= 0)
    return max(a, b) / abs(a - b)


def _changes(
    shares: dict[tuple[int, int], float],
    now: Lie,
    dressed: dict[str, Part],
    order: Callable[[Collection[tuple[int, int]]], list[Part]],
    px_per_cm: float,
) -> Iterator[Change]:
    """The changes under way; pairs that are equally far change together."""
    waiting = sorted(
        (min(share, 1 - share), pair)
        for pair, share in shares.items()
        if _LEAST_SHARE < share < 1 - _LEAST_SHARE and all(now.rods[i].name in dressed for i in pair)
    )
    while waiting:
        share, _ = waiting[-1]
        group = [pair for other, pair in waiting if other >= share - _TOGETHER]
        del waiting[-len(group) :]
        where = QRectF()
        for i, j in group:
            where = where.united(dressed[now.rods[i].name].bounds & dressed[now.rods[j].name].bounds)
        if where.isEmpty():
            continue
        room = _SHADE_CM * px_per_cm
        yield Change(order(group), share, where.adjusted(-room, -room, room, room))


def _is_one_cloth(a: Rod, b: Rod) -> bool:
    """Whether it does not show which of the two lies in front: parts of one limb, and the legs."""
    return a.limb == b.limb or (a.limb.startswith("leg") and b.limb.startswith("leg"))


def is_straight(body: Body, kind: str, side: str) -> bool:
    """Whether the limb whose lower half is of that kind is bent so little that its halves do not overlap."""
    for (_, lower), joints in _LIMBS:
        if lower == kind:
            p, q, r = (body.joints[f"{j}_{side}"] for j in joints)
            return dot(unit(sub(q, p)), unit(sub(r, q))) > _STRAIGHT
    return True


def mark_far(parts: Sequence[Part], lie: Lie, body: Body, camera: Camera) -> None:
    """Tell each limb how far behind the trunk it is. An arm of somebody seen from the front or from behind is
    beside the trunk, however far it reaches: darker, its sleeve would not belong to the shirt.
    """
    middle = camera.project(body.spine[2][0])[2]
    reach = 26 * camera.px_per_cm
    depth = {rod.name: rod.z for rod in lie.rods}
    facing = camera.facing(body.frames["chest"][0])
    away = {f"arm_{s}": smoothstep((-sx * facing - _SIDEWAYS) / _TURNED_SIDEWAYS) for s, sx in SIDES}
    for limb in ("arm_l", "arm_r", "leg_l", "leg_r"):
        mine = [p for p in parts if p.limb == limb]
        if not mine:
            continue
        far = sum(min(1.0, max(0.0, (middle - depth[p.name]) / reach - 0.2)) for p in mine) / len(mine)
        for p in mine:
            p.far = far * away.get(limb, 1.0)


def _told(found: Sequence[Rod], body: Body, camera: Camera, scarf: bool) -> Told:
    """Which of some pairs is in front, and by how much."""
    k = camera.px_per_cm
    opens = collar_opens(body, camera) + (1.1 if scarf else 0.0)
    told: Told = {("neck", "trunk"): opens * _TURN_CM * k, ("head", "neck"): _SURE}
    breast = camera.project(mix(body.spine[4][0], body.spine[2][0], 0.3))[2]
    rod = {each.name: each for each in found}
    from_front = smoothstep((camera.facing(body.frames["chest"][2]) - _FROM_FRONT) / _TURNED_AWAY)

    def beside(s: Side) -> float:
        return from_front * (1 - body.lift[s])

    for s, _ in SIDES:
        arm = camera.project(mix(body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"], 0.5))[2]
        told[f"upperarm_{s}", "trunk"] = arm - breast + (_ARM_BEHIND_CM + _HANGING_CM * beside(s)) * k
        if opens < 0 and body.lift[s] > _RAISED:  # a shirt that hides the foot of the neck has its sleeves on
            told[f"upperarm_{s}", "neck"] = -opens * _TURN_CM * k
        nearer = rod["trunk"].z - rod[f"thigh_{s}"].z
        told["trunk", f"thigh_{s}"] = max(nearer, _covered_by_hem(body, camera, s) * k)
        ankle, ball = rod[f"foot_{s}"].points
        told[f"foot_{s}", f"shin_{s}"] = ball[2] - ankle[2] + _FOOT_AWAY_CM * k
        for (upper, lower), _ in _LIMBS:
            if is_straight(body, lower, s):
                told[f"{lower}_{s}", f"{upper}_{s}"] = _SURE
    return told


def _covered_by_hem(body: Body, camera: Camera, side: str) -> float:
    """By how much the shirt's hem lies over the root of a thigh, as if it were so many cm nearer."""
    drawn_up = drawn_up_of(body, side)
    return min((HEM_LAP - drawn_up) * _LAP_CM, (0.5 - hem_opening(body, camera)) * _OPEN_CM)
