"""The hair of the people, and what is worn over it. Data only; see `hair`."""

from math import cos, sin, sqrt

from unhunch.figure.head.hairshape import HairShape, hair_shape
from unhunch.figure.head.skull import BRAINCASE
from unhunch.figure.people import Hair
from unhunch.figure.rig.vectors import Vec

_CROWN: Vec = (0.0, 0.6, -0.8)

# From the temple down in front of the ear, over its top, and behind it to the nape.
_ROUND_THE_EAR: tuple[Vec, ...] = (
    (0.92, 0.03, 0.37), (0.955, -0.03, 0.27), (0.975, -0.05, 0.16), (0.99, -0.07, 0.05),
    (0.985, -0.10, -0.06), (0.97, -0.20, -0.12), (0.91, -0.42, -0.21), (0.74, -0.63, -0.43),
    (0.40, -0.74, -0.60), (0.0, -0.78, -0.62),
)  # fmt: skip
# The same of a head that lies: the nape is on what it lies on, and would look out as a strap behind the ear.
_ROUND_THE_EAR_LYING: tuple[Vec, ...] = (
    *_ROUND_THE_EAR[:5], (0.96, -0.22, -0.16), (0.90, -0.33, -0.29), (0.70, -0.40, -0.60),
    (0.38, -0.41, -0.83), (0.0, -0.41, -0.91),
)  # fmt: skip
# Down over the ear to the hem of a bob, which is rounded in front.
_HANGING: tuple[Vec, ...] = (
    (0.88, -0.05, 0.44), (0.91, -0.21, 0.36), (0.89, -0.38, 0.33), (0.81, -0.57, 0.31), (0.69, -0.71, 0.17),
    (0.60, -0.78, -0.08), (0.44, -0.80, -0.36), (0.23, -0.80, -0.55), (0.0, -0.80, -0.60),
)  # fmt: skip
# Of a bob it falls from the parting along temple and cheek in one curve.
_FRAMING: tuple[Vec, ...] = (
    (0.73, -0.02, 0.68), (0.73, -0.22, 0.65), (0.71, -0.40, 0.58), (0.74, -0.56, 0.33), *_HANGING[4:],
)  # fmt: skip
# The same where jaw and neck hide it: back across the head above the ears.
_HANGING_HIDDEN: tuple[Vec, ...] = (
    (0.90, -0.06, 0.43), (0.92, -0.02, 0.36), (0.94, 0.05, 0.26), (0.97, 0.12, 0.14), (0.98, 0.18, -0.02),
    (0.90, 0.18, -0.36), (0.68, 0.18, -0.70), (0.36, 0.18, -0.91), (0.0, 0.18, -0.98),
)  # fmt: skip
# The same farther back: beyond the face hair would look out under the chin of a lying head.
_BESIDE: tuple[Vec, ...] = (
    *_HANGING[:2], (0.89, -0.45, 0.25), (0.83, -0.58, 0.10), (0.73, -0.68, -0.06), (0.59, -0.75, -0.22),
    *_HANGING[6:],
)  # fmt: skip

# Tucked behind the cheek of a head that hangs.
_TUCKED: tuple[Vec, ...] = (
    (0.93, 0.06, 0.35), (0.97, -0.10, 0.20), (0.96, -0.26, 0.08), (0.91, -0.39, -0.06), (0.83, -0.47, -0.26),
    (0.67, -0.52, -0.50), (0.44, -0.54, -0.70), (0.23, -0.54, -0.80), (0.0, -0.54, -0.84),
)  # fmt: skip

# The round end of a bob beside the neck: its hem alone has two tips there, one before the other.
_TIP = (((6.4, 5.4, 0.8), (1.5, 2.2, 2.2)), ((5.7, 2.4, 1.0), (1.5, 1.9, 2.0)))

# A bob is parted on the left, and its broad strands sweep over the forehead from there, and down that side.
_LEFT_PARTING = (((0.32, 0.76, 0.57), (0.30, 0.92, 0.26), (0.18, 0.98, -0.06), 0.3),)
_DOWN_BEHIND = ((0.30, 0.84, -0.40), (0.74, 0.36, -0.52), (0.86, -0.20, -0.36), 0.7)
_SWEPT_ACROSS = (
    ((0.28, 0.84, 0.46), (-0.14, 0.82, 0.55), (-0.62, 0.40, 0.68), 0.7),
    ((0.27, 0.92, 0.28), (-0.36, 0.80, 0.48), (-0.82, 0.16, 0.54), 0.8),
    ((0.40, 0.76, 0.50), (0.66, 0.52, 0.54), (0.84, 0.06, 0.54), 0.6),
    ((0.34, 0.88, 0.22), (0.74, 0.58, 0.34), (0.92, -0.05, 0.38), 0.75),
)
# One with a fringe falls in strands from the crown over the ears to its hem.
_FALLING = (
    ((0.24, 0.95, 0.16), (0.72, 0.62, 0.32), (0.92, -0.02, 0.38), 0.75),
    _DOWN_BEHIND,
)
# One that is combed down over the forehead goes ahead from the crown, to both sides of it; its strands end
# where the hair of a bowed head does.
_COMBED_AHEAD = (
    ((0.22, 0.95, 0.20), (0.52, 0.74, 0.44), (0.62, 0.50, 0.62), 0.55),
    ((0.10, 0.98, 0.12), (0.26, 0.84, 0.48), (0.30, 0.62, 0.72), 0.6),
    ((-0.04, 0.98, 0.18), (-0.12, 0.84, 0.53), (-0.16, 0.64, 0.75), 0.5),
    ((-0.16, 0.96, 0.16), (-0.42, 0.78, 0.46), (-0.54, 0.54, 0.64), 0.6),
)
# Short hair has its parting on the left, and is combed over from there.
_COMBED_OVER = (
    ((0.46, 0.62, 0.64), (0.46, 0.82, 0.32), (0.34, 0.94, -0.08), 0.6),
    ((0.36, 0.80, 0.46), (-0.06, 0.90, 0.42), (-0.52, 0.62, 0.58), 0.75),
    ((0.64, 0.68, 0.34), (0.80, 0.50, 0.34), (0.86, 0.26, 0.42), 0.5),
)
# It is drawn back from the forehead to the knot.
_DRAWN_BACK = (
    ((0.34, 0.58, 0.72), (0.30, 0.86, 0.40), (0.12, 0.98, 0.04), 0.7),
    ((0.80, 0.36, 0.46), (0.74, 0.66, 0.12), (0.36, 0.92, -0.10), 0.7),
)
# What gets loose from it, before the ear.
_LOOSE = (((0.90, 0.14, 0.42), (0.945, -0.10, 0.37), (0.90, -0.36, 0.42), 0.42),)
# From behind the jaw over the ears to the crown, and down the back.
_FOLDS = (
    ((0.80, -0.58, 0.14), (0.98, -0.05, 0.22), (0.70, 0.68, 0.28), 0.9),
    ((0.66, -0.75, 0.02), (0.97, -0.22, -0.14), (0.74, 0.45, -0.50), 1.0),
    ((0.12, 0.42, -0.90), (0.10, -0.16, -0.98), (0.06, -0.78, -0.62), 0.8),
)
# Evenly strewn over the shell, the right half the mirror of the left; the face stays free.
_CURLS: tuple[Vec, ...] = (
    (0.0, 0.74, 0.67),
    (0.0, 1.0, 0.05),
    (0.0, 0.75, -0.66),
    (0.0, 0.10, -1.0),
    *(
        (x * side, y, z)
        for x, y, z in (
            (0.34, 0.62, 0.70),
            (0.72, 0.52, 0.46),
            (0.95, 0.26, 0.16),
            (0.97, 0.02, -0.02),
            (0.93, -0.26, -0.26),
            (0.72, -0.58, -0.38),
            (0.30, -0.78, -0.50),
        )
        for side in (1.0, -1.0)
    ),
    *(
        (x * side, y, z)
        for i in range(46)
        for y, turn in ((1 - 2 * (i + 0.5) / 46, i * 2.399963),)
        for x, z in ((sqrt(1 - y * y) * cos(turn), sqrt(1 - y * y) * sin(turn)),)
        if x > 0.12 and y > (0.54 if z > 0.5 else 0.2 if z > 0.1 else -0.1 if z > -0.3 else -0.6)
        for side in (1.0, -1.0)
    ),
)

_FOREHEAD: tuple[Vec, ...] = (
    (0.0, 0.50, 0.87), (0.30, 0.52, 0.80), (0.58, 0.50, 0.66), (0.78, 0.32, 0.54), (0.88, 0.12, 0.47),
)  # fmt: skip

# Where what is cropped begins: from the middle of the back of the head to the temple.
_HORSESHOE: tuple[Vec, ...] = (
    (0.0, 0.34, -0.94), (0.42, 0.38, -0.82), (0.74, 0.42, -0.52), (0.88, 0.42, -0.12), (0.93, 0.30, 0.20),
    (0.93, 0.12, 0.34),
)  # fmt: skip

_ROUND_THE_FACE: tuple[Vec, ...] = (
    (0.0, 0.55, 0.84), (0.34, 0.51, 0.79), (0.60, 0.32, 0.73), (0.70, 0.0, 0.71), (0.65, -0.38, 0.66),
    (0.50, -0.68, 0.54), (0.27, -0.87, 0.41), (0.0, -0.93, 0.37),
)  # fmt: skip
# The same on the side a turned head is seen from: back to before the ear.
_ROUND_THE_CHEEK: tuple[Vec, ...] = (
    (0.0, 0.61, 0.79), (0.46, 0.61, 0.65), (0.79, 0.46, 0.41), (0.94, 0.10, 0.32), (0.93, -0.30, 0.22),
    (0.74, -0.64, 0.20), (0.38, -0.88, 0.28), (0.0, -0.93, 0.37),
)  # fmt: skip

_SHORT: tuple[Vec, ...] = (
    (0.0, 0.58, 0.81), (0.16, 0.54, 0.82), (0.34, 0.56, 0.75), (0.52, 0.50, 0.69), (0.67, 0.42, 0.61),
    (0.80, 0.26, 0.54), (0.88, 0.10, 0.47),
)  # fmt: skip

_SWEPT: tuple[Vec, ...] = (
    (0.0, 0.53, 0.85), (0.24, 0.57, 0.79), (0.48, 0.60, 0.64), (0.68, 0.46, 0.57), (0.80, 0.28, 0.53),
    (0.88, 0.10, 0.46),
)  # fmt: skip

_BRUSHED_UP = (((0.0, 16.4, 3.8), (4.6, 2.5, 4.3)),)
_SWEPT_UP = (((0.0, 16.7, 3.6), (5.0, 2.7, 4.8)),)

# The bob's hairline is highest at the parting; from there it falls to the left temple, and in a long sweep to
# the right one.
_PARTED: tuple[Vec, ...] = (
    (0.0, 0.67, 0.74), (0.16, 0.72, 0.67), (0.31, 0.71, 0.63), (0.48, 0.585, 0.66), (0.64, 0.35, 0.69),
)  # fmt: skip
_SWEEP: tuple[Vec, ...] = (
    (-0.20, 0.575, 0.79), (-0.40, 0.445, 0.80), (-0.57, 0.265, 0.775), (-0.69, 0.08, 0.72),
)  # fmt: skip
# The same drawn back from the temple of a head that hangs, whose eye and brow it would hide.
_SWEEP_BACK: tuple[Vec, ...] = (
    (-0.20, 0.60, 0.78), (-0.40, 0.53, 0.74), (-0.60, 0.41, 0.66), (-0.78, 0.23, 0.56),
)  # fmt: skip
_FRINGE: tuple[Vec, ...] = (
    (0.0, 0.50, 0.87), (0.16, 0.45, 0.88), (0.33, 0.46, 0.83), (0.50, 0.36, 0.79), (0.65, 0.31, 0.69),
    (0.74, 0.20, 0.64), (0.76, 0.10, 0.64),
)  # fmt: skip
# So it is of a fringe.
_FRINGE_BACK: tuple[Vec, ...] = (
    *_FRINGE[:2], (0.33, 0.49, 0.81), (0.52, 0.46, 0.72), (0.68, 0.40, 0.61), (0.79, 0.28, 0.54),
    (0.87, 0.14, 0.47),
)  # fmt: skip
# It is cropped: a shadow on the skin, from before the ear down to the nape.
_CROPPED_END: tuple[Vec, ...] = (
    (0.94, 0.0, 0.34), (0.968, -0.02, 0.25), (0.987, 0.0, 0.14), (0.99, 0.04, 0.02),
    (0.985, -0.04, -0.10), (0.95, -0.30, -0.18), (0.83, -0.57, -0.33), (0.63, -0.73, -0.47),
    (0.34, -0.83, -0.53), (0.0, -0.86, -0.56),
)  # fmt: skip
# The same where jaw and neck hide the nape: back across the head above the ears.
_CROPPED_HIDDEN: tuple[Vec, ...] = (
    (0.94, 0.04, 0.34), (0.968, 0.06, 0.25), (0.987, 0.08, 0.14), (0.99, 0.11, 0.04),
    (0.99, 0.14, -0.10), (0.94, 0.16, -0.30), (0.84, 0.17, -0.50), (0.68, 0.18, -0.70),
    (0.36, 0.18, -0.91), (0.0, 0.18, -0.98),
)  # fmt: skip
CROPPED = hair_shape(
    *BRAINCASE, (*_HORSESHOE, *_CROPPED_END), (0.0, -0.1, -1.0), lift=1.0,
    other=(*_HORSESHOE, *_CROPPED_HIDDEN), turned=(*_HORSESHOE, *_ROUND_THE_EAR_LYING),
)  # fmt: skip

HOOD = hair_shape(
    (0.0, 8.4, -0.2), (8.1, 10.25, 9.8), _ROUND_THE_FACE, (0.0, 0.1, -1.0),
    lift=1.0, ears=False, hangs=True, other=_ROUND_THE_FACE, turned=_ROUND_THE_CHEEK, lining_cm=2.3,
    dark=_FOLDS,
)  # fmt: skip

SHAPES: dict[Hair, HairShape | None] = {
    "bun": hair_shape(
        (0.0, 9.4, -0.1), (7.85, 9.3, 9.5), (*_FOREHEAD, *_ROUND_THE_EAR), _CROWN,
        turned=(*_FOREHEAD, *_ROUND_THE_EAR_LYING), bares_deg=2.0, dark=_DRAWN_BACK, wisps=_LOOSE,
    ),
    "short": hair_shape(
        (0.0, 9.5, -0.2), (7.95, 9.5, 9.6),
        (*_SHORT, *_ROUND_THE_EAR), _CROWN, turned=(*_SHORT, *_ROUND_THE_EAR_LYING),
        lift=0.4, bares_deg=3.5, quiff=_BRUSHED_UP, strands=_COMBED_OVER,
    ),
    "swept": hair_shape(
        (0.0, 9.65, 0.1), (7.9, 9.8, 9.65),
        (*_SWEPT, *_ROUND_THE_EAR), _CROWN, turned=(*_SWEPT, *_ROUND_THE_EAR_LYING),
        lift=0.4, bares_deg=2.0, quiff=_SWEPT_UP, strands=_COMBED_OVER,
    ),
    "curly": hair_shape(
        (0.0, 10.3, -0.9), (9.4, 9.8, 10.2), (*_FOREHEAD, *_ROUND_THE_EAR), _CROWN,
        turned=(*_FOREHEAD, *_ROUND_THE_EAR_LYING), lift=0.6, hangs=True,
        curls=_CURLS, bares_deg=3.5,
    ),
    "bob": hair_shape(
        (0.0, 7.6, -0.4), (8.8, 11.1, 10.1),
        (*_PARTED, *_FRAMING),
        (0.0, 0.5, -0.85), lift=1.0, turns_in=0.35, hangs=True, loose=True, ears=False,
        beyond=(*_PARTED, *_BESIDE),
        other=(*_PARTED, *_HANGING_HIDDEN), turned=(*_PARTED, *_TUCKED), bares_deg=2.0,
        tip=_TIP,
        right=_SWEEP, turned_right=_SWEEP_BACK,
        parting=_LEFT_PARTING, dark=(_DOWN_BEHIND,), strands=_SWEPT_ACROSS,
    ),
    "fringe": hair_shape(
        (0.0, 8.0, -0.4), (8.8, 10.7, 10.0),
        (*_FRINGE, *_FRAMING),
        (0.0, 0.5, -0.85), lift=1.0, turns_in=0.35, hangs=True, loose=True, ears=False,
        beyond=(*_FRINGE, *_BESIDE),
        other=(*_FRINGE, *_HANGING_HIDDEN), turned=(*_FRINGE_BACK, *_TUCKED), bares_deg=6.0,
        tip=_TIP,
        dark=_FALLING, strands=_COMBED_AHEAD,
    ),
    "scarf": HOOD,
    "bald": None,
}  # fmt: skip
