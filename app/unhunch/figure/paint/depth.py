"""What lies in front of what, where depth alone would get it wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import copysign

from unhunch.figure.body.bends import carried_of, hem_opening
from unhunch.figure.body.clasp import share_held
from unhunch.figure.body.creases import over_hem
from unhunch.figure.body.hands import HELD, HOLDS_FROM
from unhunch.figure.body.lying import on_back_of
from unhunch.figure.body.upper_arms import out_beside_of
from unhunch.figure.head.collar import collar_opens
from unhunch.figure.head.neck import prone_of
from unhunch.figure.ink.parts import Part
from unhunch.figure.paint.rods import Lie, Rod, Told, nearer_where_crossing, ordered, rods
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import dot, mix, point, scale, smoothstep, sub, unit

LEGS, ARMS = frozenset({"thigh", "shin"}), frozenset({"upperarm", "forearm"})
"""What a leg is of, but for its foot."""

_TIE_CM = 2.2  # parts no farther apart than this are ordered by rank
_STRAIGHT = 0.35  # cosine: of a limb bent less than this, the lower half is painted last
# An arm that is bent more overlaps itself at the elbow only until it is folded (cosine): there its forearm
# covers the upper arm's end, unless that points away so much (cosine).
_FOLDED = {"forearm": -0.55, "shin": _STRAIGHT}
_ELBOW_AWAY = 0.85
_ARM_BEHIND_CM = 7.0  # an arm no farther behind than this lies on the shirt, not under it
# But one of the side turned away that reaches across the breast goes beneath it, as if it were so much
# farther behind, and lies in its shade, as far as that. From which cosines on the side is turned away and the
# arm reaches inwards, and over how much more.
_BENEATH_CM, _SHADED = 24.0, 0.7
_AWAY_FROM, _AWAY, _ACROSS_FROM, _ACROSS = 0.5, 0.3, 0.2, 0.2
# And one that is raised out beside a breast that is seen is as light as the shirt, and then lies on it, as if
# it were so much nearer: its shoulder rounds off before the breast. How far out it is as light, and from how
# far on it comes nearer.
_BESIDE_CM, _LIT_OUT, _NEARER_OUT = 20.0, 0.6, 0.6
# The hem of the shirt lies over a thigh until the thigh is drawn up or the shirt opens towards the viewer.
_LAP_CM, _OPEN_CM = 100.0, 40.0  # as if by so much a whole unit of the two were nearer or farther
_BEYOND_FROM, _BEYOND = 0.3, 0.4  # cosines: from which a side of the hips is turned away from the viewer
# And one that hangs beside a breast seen nearly from the front so much more (cosines).
_HANGING_CM, _FROM_FRONT, _TURNED_AWAY = 9.0, 0.75, 0.15
_SIDEWAYS, _TURNED_SIDEWAYS = 0.53, 0.3
_FOOT_AWAY_CM = 8.0  # a foot whose ball is no farther behind its ankle than this covers the shin's end
_SHIN_AWAY, _TURNED_SHIN = 0.75, 0.25  # how far a shin points away when it starts to cover its foot (cosines)
_HAND_AWAY = 0.92  # a hand that points away no more than this covers the forearm's end (cosine)
_TURN_CM = 12.0  # what turns to face away does so as if its edge were as far from its middle
# So much nearer than a sleeve a scarf is, and so much that sleeve's shoulder over a breast that looks to the
# floor, from which cosine of its side with the viewer on, and over how much more.
_OVER_SLEEVE_CM, _SHOULDER_NEARER_CM = 4.0, 20.0
_NEARER_FROM, _NEARER = 0.3, 0.3
_HEAD_NEARER_CM = 12.0  # so much nearer than an arm raised beside it a head counts as
_RAISED = 0.5  # how far up the shoulder blade of a raised arm is
_LEG_BEHIND_CM = (1.5, 11.0)  # a leg so far behind the other begins to be, and is, the far one
_BENEATH_FROM_CM, _BENEATH = 4.0, 1.4  # one whose hip is lower than that counts as so many times that behind
# Of hips so much (cm) out of level the leg of the higher one counts as so many times that nearer.
_LEVEL_CM, _LIES_ON = 5.5, 3.0
_SURE = 1e9
_LIMBS = (
    (("upperarm", "forearm"), ("shoulder", "elbow", "wrist")),
    (("thigh", "shin"), ("hip", "knee", "ankle")),
)


def lie_of(body: Body, camera: Camera, curls: dict[str, float], scarf: bool) -> Lie:
    """How the parts of a body lie, seen by a camera. A `scarf` lies over the shirt from all sides."""
    found = list(rods(body, camera, curls))
    tie = _TIE_CM * camera.px_per_cm
    told = (
        _told(found, body, camera, scarf)
        | _holding(body, camera, curls)
        | _leg_on_leg(found, body, camera)
        | _head_over_arms(found, body, camera)
    )
    return Lie(found, tie, told, _beside_seat(found, body, camera))


def back_to_front(parts: Sequence[Part], lie: Lie) -> list[Part]:
    """The parts in the order to paint them in."""
    dressed = {part.name: part for part in parts}
    return [dressed[name] for name in ordered(lie.rods, lie.nearer) if name in dressed]


def is_straight(body: Body, kind: str, side: str) -> bool:
    """Whether the limb whose lower half is of that kind is bent so little that its halves overlap at most
    where they join.
    """
    for (_, lower), joints in _LIMBS:
        if lower == kind:
            return _goes_on(body, joints, side) > _FOLDED[kind]
    return True


def _goes_on(body: Body, joints: Sequence[str], side: str) -> float:
    """How straight a limb goes on at its middle joint, as a cosine."""
    p, q, r = (body.joints[f"{j}_{side}"] for j in joints)
    return dot(unit(sub(q, p)), unit(sub(r, q)))


def mark_far(parts: Sequence[Part], lie: Lie, body: Body, camera: Camera) -> None:
    """Tell each limb how far behind the trunk it is. An arm of somebody seen from the front or from behind is
    beside the trunk, however far it reaches: darker, its sleeve would not belong to the shirt. One that goes
    beneath the breast lies in its shade.
    """
    middle = camera.project(body.spine[2][0])[2]
    reach = 26 * camera.px_per_cm
    depth = {rod.name: rod.z for rod in lie.rods}
    facing = camera.facing(body.frames["chest"][0])
    away = {
        f"arm_{s}": smoothstep((-sx * facing - _SIDEWAYS) / _TURNED_SIDEWAYS)
        * (1 - smoothstep(out_beside_of(body, camera, s) / _LIT_OUT))
        for s, sx in SIDES
    }
    beneath = {f"arm_{s}": _SHADED * _goes_beneath(body, camera, s, sx) for s, sx in SIDES}
    for limb in ("arm_l", "arm_r", "leg_l", "leg_r"):
        mine = [p for p in parts if p.limb == limb]
        if not mine:
            continue
        far = sum(min(1.0, max(0.0, (middle - depth[p.name]) / reach - 0.2)) for p in mine) / len(mine)
        far = max(far * away.get(limb, 1.0), beneath.get(limb, 0.0))
        for p in mine:
            p.far = far


def mark_farther_leg(parts: Sequence[Part], lie: Lie, body: Body, px_per_cm: float) -> None:
    """Tell the leg that is farther from the viewer than the other how far behind it is, 0 to 1: one and the
    same from hip to toes, for a leg of two tones looks like two legs. Of hips turned on their side the lower
    leg counts as behind the other.
    """
    legs = [part for part in parts if part.limb.startswith("leg")]
    shown = {part.name for part in legs if part.kind in LEGS}
    depth = {rod.name: rod.z for rod in lie.rods if rod.name in shown}
    both = [kind for kind in LEGS if {f"{kind}_l", f"{kind}_r"} <= depth.keys()]
    if not both:
        return
    begins, full = (cm * px_per_cm for cm in _LEG_BEHIND_CM)
    behind = sum(depth[f"{kind}_r"] - depth[f"{kind}_l"] for kind in both) / len(both)
    higher = body.joints["hip_r"][1] - body.joints["hip_l"][1]
    beneath = copysign(max(0.0, abs(higher) - _BENEATH_FROM_CM), higher)
    behind += _BENEATH * beneath * px_per_cm
    for part in legs:
        by = behind if part.side == "l" else -behind
        part.far = smoothstep((by - begins) / (full - begins))


def _told(found: Sequence[Rod], body: Body, camera: Camera, scarf: bool) -> Told:
    """Which of some pairs is in front, and by how much."""
    k = camera.px_per_cm
    opens = collar_opens(body, camera) + (1.1 if scarf else 0.0)
    # Which of neck and shirt hides the other is certain: in a ring of parts it is not they who give way.
    told: Told = {("neck", "trunk"): copysign(_SURE, opens), ("head", "neck"): _SURE}
    breast = camera.project(mix(body.spine[4][0], body.spine[2][0], 0.3))[2]
    rod = {each.name: each for each in found}
    from_front = smoothstep((camera.facing(body.frames["chest"][2]) - _FROM_FRONT) / _TURNED_AWAY)

    lies = from_front and on_back_of(body)  # then both arms are on the floor beside the breast

    def beside(s: Side) -> float:
        return max(from_front * (1 - body.lift[s]), lies)

    for s, sx in SIDES:
        arm = camera.project(mix(body.joints[f"shoulder_{s}"], body.joints[f"elbow_{s}"], 0.5))[2]
        beneath = _BENEATH_CM * _goes_beneath(body, camera, s, sx)
        out = smoothstep((out_beside_of(body, camera, s) - _NEARER_OUT) / (1 - _NEARER_OUT))
        lies_on = _ARM_BEHIND_CM + _HANGING_CM * beside(s) + _BESIDE_CM * out - beneath
        told[f"upperarm_{s}", "trunk"] = arm - breast + lies_on * k
        # A scarf lies over the sleeves, or on it a raised one would end in a round lump; but who looks to the
        # floor has the nearer shoulder before it.
        if scarf:
            before = _SHOULDER_NEARER_CM * _nearer_prone(body, camera, sx)
            told["neck", f"upperarm_{s}"] = (_OVER_SLEEVE_CM - before) * k
        elif opens < 0 and body.lift[s] > _RAISED:  # a shirt that hides the neck's foot has its sleeves on
            told[f"upperarm_{s}", "neck"] = -opens * _TURN_CM * k
        nearer = rod["trunk"].z - rod[f"thigh_{s}"].z
        told["trunk", f"thigh_{s}"] = max(nearer, _covered_by_hem(body, camera, s, sx) * k)
        ankle, ball = rod[f"foot_{s}"].points
        down = unit(sub(body.joints[f"ankle_{s}"], body.joints[f"knee_{s}"]))
        hidden = smoothstep((-camera.facing(down) - _SHIN_AWAY) / _TURNED_SHIN)
        covered = _FOOT_AWAY_CM * (1 - 2 * hidden)  # a shin that points away covers its foot's root
        told[f"foot_{s}", f"shin_{s}"] = ball[2] - ankle[2] + covered * k
        fingers = camera.facing(body.hands[s][0])
        told[f"hand_{s}", f"forearm_{s}"] = (fingers + _HAND_AWAY) * _TURN_CM * k
        for (upper, lower), joints in _LIMBS:
            goes_on = _goes_on(body, joints, s)
            if goes_on > _STRAIGHT:
                told[f"{lower}_{s}", f"{upper}_{s}"] = _SURE
            elif goes_on > _FOLDED[lower]:
                down = unit(sub(body.joints[f"elbow_{s}"], body.joints[f"shoulder_{s}"]))
                told[f"{lower}_{s}", f"{upper}_{s}"] = (camera.facing(down) + _ELBOW_AWAY) * _TURN_CM * k
    return told


def _nearer_prone(body: Body, camera: Camera, sx: float) -> float:
    """How far a shoulder is the nearer one of somebody who looks to the floor, 0 to 1."""
    nearer = sx * camera.facing(body.frames["chest"][0])
    return prone_of(body) * smoothstep((nearer - _NEARER_FROM) / _NEARER)


def _leg_on_leg(found: Sequence[Rod], body: Body, camera: Camera) -> Told:
    """By how much a leg is in front of the other: of hips turned on their side the upper lies on the lower
    with all of it, or will.
    """
    higher = body.joints["hip_l"][1] - body.joints["hip_r"][1]
    if abs(higher) < _LEVEL_CM:
        return {}
    told: Told = {}
    rod = {each.name: each for each in found}
    for left, right in product(sorted(LEGS), repeat=2):
        one, other = f"{left}_l", f"{right}_r"
        nearer = nearer_where_crossing(rod[one], rod[other]) or 0.0
        told[one, other] = nearer + _LIES_ON * higher * camera.px_per_cm
    return told


def _head_over_arms(found: Sequence[Rod], body: Body, camera: Camera) -> Told:
    """By how much the head is in front of an arm that is raised beside it: else the arm would cut off ear and
    hair, which stand out from the skull, and so beyond where the two cross. The nearer arm of who looks to
    the floor goes over the head.
    """
    told: Told = {}
    rod = {each.name: each for each in found}
    head = rod["head"]
    for s, sx in SIDES:
        raised = max(0.0, body.lift[s] - _RAISED) / (1 - _RAISED)
        raised *= 1 - _nearer_prone(body, camera, sx)
        for arm in (rod[f"upperarm_{s}"], rod[f"forearm_{s}"]) if raised else ():
            crossing = nearer_where_crossing(head, arm)
            nearer = head.z - arm.z if crossing is None else crossing
            nearer += _HEAD_NEARER_CM * camera.px_per_cm * raised
            if nearer > 0 or crossing is not None:
                told["head", arm.name] = nearer
    return told


def _goes_beneath(body: Body, camera: Camera, side: Side, sx: float) -> float:
    """How far an upper arm of the side turned away reaches across beneath the breast, 0 to 1."""
    out = scale(body.frames["chest"][0], sx)
    along = unit(sub(body.joints[f"elbow_{side}"], body.joints[f"shoulder_{side}"]))
    away = smoothstep((-camera.facing(out) - _AWAY_FROM) / _AWAY)
    return away * smoothstep((-dot(out, along) - _ACROSS_FROM) / _ACROSS)


def _holding(body: Body, camera: Camera, curls: dict[str, float]) -> Told:
    """A hand that holds the other forearm is before it, for a piece of that is painted on its palm."""
    told: Told = {}
    for (s, sx), (other, _) in zip(SIDES, reversed(SIDES), strict=True):
        across, along, out = HELD
        palm = point(body.joints[f"wrist_{s}"], body.frames[f"wrist_{s}"], (-sx * across, along, out))
        elbow, wrist = body.joints[f"elbow_{other}"], body.joints[f"wrist_{other}"]
        if curls.get(s, 0.0) > HOLDS_FROM and share_held(palm, elbow, wrist) is not None:
            told[f"hand_{s}", f"forearm_{other}"] = _TURN_CM * camera.px_per_cm
    return told


def _beside_seat(found: Sequence[Rod], body: Body, camera: Camera) -> Told:
    """The shin of a folded leg that is nearer than its thigh is in front of the trunk, whose seat goes on
    along the thigh; the less, the more its side is turned away.
    """
    z = {rod.name: rod.z for rod in found}
    told: Told = {}
    for s, sx in SIDES:
        nearer = (z[f"shin_{s}"] - z[f"thigh_{s}"]) * (1 - _turned_away(body, camera, sx))
        if nearer > 0 and not is_straight(body, "shin", s):
            told[f"shin_{s}", "trunk"] = nearer
    return told


def _turned_away(body: Body, camera: Camera, sx: float) -> float:
    """How far a side of the hips is turned away from the viewer, 0 to 1."""
    return smoothstep((-sx * camera.facing(body.frames["pelvis"][0]) - _BEYOND_FROM) / _BEYOND)


def _covered_by_hem(body: Body, camera: Camera, side: Side, sx: float) -> float:
    """By how much the shirt's hem lies over the root of a thigh, as if it were so many cm nearer. That of the
    side turned away from the viewer it hides, however far the thigh is drawn up, and so it does both of who
    lies over a roller: there it rests on the bones of the hips.
    """
    hides = 2 * max(_turned_away(body, camera, sx), carried_of(body)) - 1
    covered = max(-over_hem(body, camera, side), hides) * _LAP_CM
    return min(covered, (0.5 - hem_opening(body, camera)) * _OPEN_CM)
