"""The names of what a stretch works on, as tissue rather than as discs: the painter lays a patch on each.

A name with `_l` or `_r` belongs to the person's own left or right.
"""

SINGLE_AREAS = (
    "nape",  # back of the neck, skull to shoulders
    "upper_back",  # between and below the shoulder blades, T1 to about T10
    "lower_back",  # waist at the back
    "whole_back",  # the long muscles beside the spine, seat to neck
    "belly",  # front of the trunk from ribs to pelvis
    "chest",  # both breast muscles and the breastbone between
    "front",  # front of the trunk in one, navel to breastbone
    "throat",  # front of the neck
)
SIDED_AREAS = (
    "trapezius",  # the slope from neck to shoulder
    "neck_side",  # side of the neck, ear to collarbone
    "side",  # side of the trunk, armpit to hip
    "waist",  # side of the trunk, lowest ribs to hip
    "pec",  # front of the shoulder into the breast muscle
    "rear_shoulder",  # back of the shoulder and the edge of the shoulder blade
    "glutes",  # buttock
)
AREA_NAMES: tuple[str, ...] = SINGLE_AREAS + tuple(f"{name}_{s}" for name in SIDED_AREAS for s in "lr")
