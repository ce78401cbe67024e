"""The names of what a stretch works on, as tissue rather than as discs: the painter lays a patch on each.

A name with `_l` or `_r` belongs to the person's own left or right.
"""

SINGLE_AREAS = (
    "nape",  # back of the neck, skull to shoulders
    "upper_back",  # between and below the shoulder blades, T1 to about T10
    "lower_back",  # low and middle back
    "sacrum",  # small of the back down to the seat
    "loins",  # the back from the lower ribs down round the seat, as a slim line
    "whole_back",  # the long muscles beside the spine, seat to neck
    "belly",  # the trunk's front contour, pelvis to the lower ribs
    "chest",  # both breast muscles and the breastbone between
    "thorax",  # the upper ribs all round: breast, flanks and upper back
    "front",  # the trunk's front contour, belly to breastbone
    "throat",  # front of the neck
)
SIDED_AREAS = (
    "trapezius",  # the slope from neck to shoulder and behind it
    "neck_side",  # side of the neck, ear to the shoulder's slope
    "side",  # side of the trunk, armpit to hip
    "waist",  # the flank between ribs and hip
    "pec",  # front of the shoulder into the breast muscle
    "rear_shoulder",  # back of the shoulder and the edge of the shoulder blade
    "glutes",  # buttock and the low back above it
)
AREA_NAMES: tuple[str, ...] = SINGLE_AREAS + tuple(f"{name}_{s}" for name in SIDED_AREAS for s in "lr")
