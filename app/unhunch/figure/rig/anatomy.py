"""The measures of a body, and a body solved: joints, frames, and roughly where its flesh ends.

Lengths are centimetres; the figure is 170 tall.
"""

from math import sqrt

from unhunch.figure.rig.pose import Side
from unhunch.figure.rig.vectors import Frame, Vec, point, sub, to_local, unit

BODY_HEIGHT = 170.0
THIGH, SHIN = 41.0, 40.5
UPPER_ARM, FOREARM = 28.5, 24.5
HIP_X = 8.6
SHOULDER: Vec = (15.6, -5.2, 0.0)
"""A shoulder at rest, from the base of the neck; x outward."""
WRIST_FLOOR_GAP = 2.6

SPINE: tuple[tuple[str, int, float, float], ...] = (
    ("lumbar", 2, 8.0, -9.0),
    ("chest", 3, 9.3, 18.0),
    ("neck", 2, 4.3, 11.0),
)
"""Region, joints, length of each, and the built-in curve of the whole region: the natural S of a spine."""
HEAD_REST = -20.0
SPINE_START: Vec = (0.0, 9.0, -1.5)

HEAD_SCALE = 1.08
TRUNK_SHAPE: tuple[tuple[int, Vec, Vec], ...] = (
    (1, (0.0, -1.0, 1.5), (12.6, 3.0, 8.9)),
    (2, (0.0, -1.5, 1.8), (12.9, 4.0, 9.3)),
    (3, (0.0, -2.0, 2.4), (14.2, 5.0, 10.2)),
    (4, (0.0, -2.5, 2.2), (15.2, 5.0, 10.4)),
    (5, (0.0, -6.5, 0.8), (13.0, 4.0, 8.4)),
)
"""The trunk's flesh, coarsely: spine joint, centre and half axes of an ellipsoid in that joint's frame."""
SEAT_SHAPE: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, -3.5, -0.8), (14.4, 6.0, 9.4)),
    ((0.0, 2.5, -0.9), (15.9, 5.0, 10.4)),
    ((6.4, -2.4, -4.0), (8.6, 8.6, 8.6)),
    ((-6.4, -2.4, -4.0), (8.6, 8.6, 8.6)),
)
HEAD_SHAPE: tuple[Vec, Vec] = ((0.0, 10.0, 0.2), (8.0, 9.9, 9.8))


class Body:
    """A solved figure, everything in world coordinates.

    `joints`: pelvis, lumbar, chest (the breastbone), neckbase, neck, head, and shoulder, elbow, wrist,
    hip, knee and ankle with `_l` or `_r`. `frames`: x to the person's left, y along the part (up the
    body, for limbs back towards the trunk), z to its front; for pelvis, lumbar, chest, neck, head, elbow
    (the forearm), wrist (the hand: y the fingers, z the palm), knee and ankle (the shin). `hands[side]`
    is (fingers, palm), `feet[side]` (toe, sole), `spine` the joints from pelvis to skull with their
    frames, `lift[side]` how far the shoulder blade has gone up with the arm, 0 to 1.
    """

    __slots__ = ("feet", "frames", "hands", "joints", "lift", "spine")

    def __init__(self) -> None:
        self.joints: dict[str, Vec] = {}
        self.frames: dict[str, Frame] = {}
        self.hands: dict[Side, tuple[Vec, Vec]] = {}
        self.feet: dict[Side, tuple[Vec, Vec]] = {}
        self.spine: list[tuple[Vec, Frame]] = []
        self.lift: dict[Side, float] = {}


def rise_of(body: Body, s: Side) -> float:
    """How far a shoulder's joint has risen from where it rests, in cm."""
    o, g = body.spine[5]
    return to_local(g, sub(body.joints[f"shoulder_{s}"], o))[1] - SHOULDER[1]


def shrugged_of(body: Body, s: Side) -> float:
    """How far a shoulder is drawn up by itself, and not taken along by a raised arm, in cm."""
    return max(0.0, rise_of(body, s)) * (1 - body.lift[s])


def thigh_rises(body: Body, s: Side) -> float:
    """How steeply a thigh goes up from the hip, as a sine; below 0 it goes down."""
    return unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"]))[1]


def egg_bottom(centre: Vec, f: Frame, half: Vec) -> float:
    """The lowest height of an ellipsoid with these half axes along the frame."""
    return centre[1] - sqrt((f[0][1] * half[0]) ** 2 + (f[1][1] * half[1]) ** 2 + (f[2][1] * half[2]) ** 2)


def lowest_of_trunk(body: Body) -> float:
    """The height of the lowest part of seat, trunk and head."""
    p, f = body.joints, body.frames
    heights = [egg_bottom(point(p["pelvis"], f["pelvis"], c), f["pelvis"], r) for c, r in SEAT_SHAPE]
    for i, c, r in TRUNK_SHAPE:
        o, g = body.spine[i]
        heights.append(egg_bottom(point(o, g, c), g, r))
    c, r = HEAD_SHAPE
    heights.append(egg_bottom(point(p["head"], f["head"], c), f["head"], r))
    return min(heights)
