"""How far a body's joints go, and how far those of a solved figure are.

The ranges are those of healthy adults: the American Academy of Orthopaedic Surgeons' (AAOS) normal
ranges, the AMA Guides for the neck, White and Panjabi for the parts of the spine. Where body weight
pushes a joint further than its own muscles do (a wrist under a straight arm, a knee one sits on), the
range is the passive one. Angles are degrees, the ways of the shoulder girdle cm; spine ranges count from a
relaxed upright posture.
"""

from __future__ import annotations

from math import asin, atan2, degrees

from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.pose import SIDES, Pose, Side
from unhunch.figure.rig.vectors import Vec, add, angle, cross, dot, mad, scale, sub, to_local, unit
from unhunch.figure.rig.wrist import FOREARM_TURN, PRESSED_TURN, WRIST_ASIDE, WRIST_BEND, hand_angles

LIMITS: dict[str, tuple[float, float]] = {
    # The lower back bends 60 forward and 25 to 30 back; it hardly turns.
    "lumbar bend": (-30, 60),
    "lumbar side": (-25, 25),
    "lumbar turn": (-18, 18),
    # The chest: 35 to 45 forward, some 25 back from its natural rounding, turning 35.
    "chest bend": (-28, 45),
    "chest side": (-28, 28),
    "chest turn": (-36, 36),
    # AAOS: trunk as a whole 35 to a side (40 with a helping hand), 45 turned.
    "trunk side": (-40, 40),
    "trunk turn": (-46, 46),
    # AMA: neck 50 forward, 45 to a side, 80 turned. AAOS: back 75.5, give or take 8.5, at 20 to 29 (Kosmahl's
    # table of cervical goniometry, University of Scranton, 1999, which has 75 for the AMA).
    "neck bend": (-84, 50),
    "neck side": (-45, 45),
    "neck turn": (-80, 80),
    # The shoulder girdle, in cm: 10 to 12 up and 3 down, 15 between the farthest forward
    # and back; a raised arm draws the shoulder in by nearly 5, and need not by 3 of them.
    "shoulder lift": (-4, 12),
    "shoulder forward": (-8, 9),
    "shoulder out": (-2, 3),
    # AAOS: shoulder extension 60 (hanging), horizontal extension 45; across the chest.
    "shoulder back": (-181, 60),
    "shoulder across": (-181, 60),
    "shoulder rotation": (-100, 125),
    # AAOS: elbow 150; the forearm turns 80 either way, shoulder rotation helps; a palm pressed on something
    # turns farther in the wrist.
    "elbow bend": (0, 150),
    "forearm turn": (FOREARM_TURN[0], PRESSED_TURN),
    # AAOS: wrist 80 down, 70 up; 90 up under body weight; 20 to the thumb, 30 to the little finger.
    "wrist bend": WRIST_BEND,
    "wrist aside": WRIST_ASIDE,
    # AAOS: hip 120 forward (passively up to 140 against the trunk), 30 back, 45 out, 30 in (more when bent).
    "hip bend": (-30, 142),
    "hip out": (-40, 50),
    # AAOS: knee 135, passively, when sitting on the heels, up to 160.
    "knee bend": (0, 161),
    # AAOS: ankle 20 up (passively 35), 50 down; kneeling on the instep 70, and the figure's foot is stiff.
    "ankle bend": (-88, 38),
}


def joint_angles(pose: Pose, body: Body) -> dict[str, float]:
    """Every measured angle, by its name in `LIMITS`, followed by ` l` or ` r` where the joint has a side."""
    return _spine(pose) | {
        f"{name} {s}": value
        for s, sx in SIDES
        for name, value in (_girdle(pose, s) | _arm(body, s, sx) | _leg(body, s, sx)).items()
    }


def beyond_limits(pose: Pose, body: Body, slack_deg: float = 0.5) -> dict[str, float]:
    """The angles outside their range."""
    found = {}
    for name, value in joint_angles(pose, body).items():
        low, high = LIMITS[name.removesuffix(" l").removesuffix(" r")]
        if not low - slack_deg <= value <= high + slack_deg:
            found[name] = value
    return found


def _spine(pose: Pose) -> dict[str, float]:
    angles: dict[str, float] = {}
    neck = add(pose.neck, pose.head)
    for name, v in (("lumbar", pose.lumbar), ("chest", pose.chest), ("neck", neck)):
        angles |= {f"{name} bend": v[0], f"{name} side": v[1], f"{name} turn": v[2]}
    trunk = add(pose.lumbar, pose.chest)
    return angles | {"trunk side": trunk[1], "trunk turn": trunk[2]}


IN_CM = ("shoulder lift", "shoulder forward", "shoulder out")
"""What is told in cm; all else in degrees."""


def _girdle(pose: Pose, s: Side) -> dict[str, float]:
    return dict(zip(IN_CM, pose.shoulder_l if s == "l" else pose.shoulder_r, strict=True))


def _arm(body: Body, s: Side, sx: float) -> dict[str, float]:
    p, chest = body.joints, body.frames["chest"]
    upper = unit(sub(p[f"elbow_{s}"], p[f"shoulder_{s}"]))
    fore = unit(sub(p[f"wrist_{s}"], p[f"elbow_{s}"]))
    local = to_local(chest, upper)
    angles = {
        "shoulder back": degrees(asin(max(-1.0, min(1.0, -local[2])))),
        "shoulder across": degrees(asin(max(-1.0, min(1.0, -local[0] * sx)))),
        "elbow bend": angle(upper, fore),
    }
    if angles["elbow bend"] > 45 and angle(local, (0.0, 1.0, 0.0)) > 40 and local[2] > -0.4:
        angles["shoulder rotation"] = _shoulder_rotation(local, to_local(chest, fore), sx)
    return angles | _hand(body, s, sx, fore)


def _shoulder_rotation(upper: Vec, fore: Vec, sx: float) -> float:
    """Outward rotation: 0 where the arm, swung there straight from hanging, would fold its elbow."""
    hanging: Vec = (0.0, -1.0, 0.0)
    axis, c = cross(hanging, upper), dot(hanging, upper)
    forward: Vec = (0.0, 0.0, 1.0)
    fold = add(
        mad(scale(forward, c), axis, dot(axis, forward) / (1 + c) if c > -0.999 else 0.0),
        cross(axis, forward),
    )
    actual = mad(fore, upper, -dot(fore, upper))
    return degrees(atan2(dot(cross(fold, actual), upper), dot(fold, actual))) * -sx


def _hand(body: Body, s: Side, sx: float, fore: Vec) -> dict[str, float]:
    """The wrist, bent towards the palm and aside towards the thumb; the forearm's turn."""
    fingers, palm = body.hands[s]
    fold = body.frames[f"elbow_{s}"][2]
    plain = scale(cross(fore, fold), sx)
    frames = (cross(fore, plain), fore, plain), (cross(fingers, palm), fingers, palm)
    bend, aside, turn = hand_angles(*frames, sx)
    return {"wrist bend": bend, "wrist aside": aside, "forearm turn": turn}


def _leg(body: Body, s: Side, sx: float) -> dict[str, float]:
    p = body.joints
    thigh = unit(sub(p[f"knee_{s}"], p[f"hip_{s}"]))
    shin = unit(sub(p[f"ankle_{s}"], p[f"knee_{s}"]))
    local = to_local(body.frames["pelvis"], thigh)
    toe, _ = body.feet[s]
    front = body.frames[f"knee_{s}"][2]
    return {
        "hip bend": degrees(atan2(local[2], -local[1])),
        "hip out": degrees(asin(max(-1.0, min(1.0, local[0] * sx)))),
        "knee bend": angle(thigh, shin),
        "ankle bend": degrees(atan2(-dot(toe, shin), dot(toe, front))),
    }
