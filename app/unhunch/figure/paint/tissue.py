"""The tissue that stretches work on, as it lies under the skin: soft bands along muscles, area by area."""

from unhunch.figure.paint.bands import (
    BACK,
    FRONT,
    Area,
    band,
    beside_the_middle,
    faint_at,
    front_line,
    pair,
)

_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})
_NECK = frozenset({"trunk", "neck", "upperarm"})
_SEAT = frozenset({"trunk", "thigh"})
_SHIRT = frozenset({"top", "skin"})
_WORN = frozenset({"top"})

AREAS: dict[str, Area] = {
    "nape": Area(
        (
            band(
                BACK,
                ("head", (0, 3.0, -5.5), (2.6, 3.0, 2.0)),
                ("spine.6", (0, 0.5, -3.4), (2.8, 4.0, 2.2)),
                ("spine.5", (0, -2.0, -5.0), (4.6, 4.0, 2.4)),
            ),
        ),
        _NECK,
    ),
    "upper_back": Area(  # the rhomboids and the middle trapezius: an oval over either shoulder blade
        pair(
            faint_at(
                band(
                    (0.2, 0, -0.98),
                    ("spine.5", (8.6, -3.6, -3.8), (1.8, 3.6, 1.8)),
                    ("spine.5", (6.4, -6.0, -4.4), (2.8, 4.2, 2.4)),
                    ("spine.4", (5.2, -3.0, -5.0), (3.0, 4.4, 2.5)),
                    ("spine.3", (4.4, -2.0, -5.0), (2.2, 4.4, 1.9)),
                ),
                0.5,
                0.85,
                0.85,
                0.4,
            )
        ),
        _NECK,
        _WORN,
    ),
    "lower_back": Area(  # the long muscles from the hips to the ribs, as one spindle, brightest at the loins
        beside_the_middle(
            faint_at(
                band(
                    (0.35, 0, -0.94),
                    ("spine.0", (2.4, 2.0, -4.4), (1.7, 4.0, 2.0)),
                    ("spine.1", (2.9, 1.0, -3.8), (2.4, 4.4, 2.7)),
                    ("spine.2", (2.9, 1.0, -3.8), (2.6, 4.4, 2.8)),
                    ("spine.3", (2.8, 0.0, -4.0), (2.3, 4.4, 2.4)),
                    ("spine.4", (2.2, -1.0, -4.6), (1.5, 4.4, 1.8)),
                ),
                0.5,
                0.9,
                1.0,
                0.75,
                0.25,
            )
        ),
        _TRUNK,
        _SHIRT,
    ),
    "sacrum": Area(  # the hollow of the back above the hips, on the shirt alone: not the buttocks
        beside_the_middle(
            faint_at(
                band(
                    (0.6, 0, -0.8),
                    ("spine.0", (5.0, -1.0, -4.0), (2.6, 4.0, 2.6)),
                    ("spine.1", (5.8, 0.0, -3.2), (3.4, 4.4, 3.6)),
                    ("spine.2", (5.8, 0.0, -3.2), (3.4, 4.4, 3.6)),
                    ("spine.3", (5.4, -2.0, -3.8), (2.8, 4.4, 2.8)),
                    ("spine.4", (4.8, -4.0, -4.4), (2.0, 4.4, 2.0)),
                ),
                0.5,
                0.85,
                0.9,
                0.6,
                0.2,
            )
        ),
        _TRUNK,
        _SHIRT,
    ),
    "loins": Area(  # a crescent down the low back, gone before the hem: lying, along the floor
        beside_the_middle(
            faint_at(
                band(
                    (0.8, 0, -0.6),
                    ("spine.4", (6.4, -2.0, -5.6), (1.6, 4.4, 1.6)),
                    ("spine.3", (6.6, -1.0, -5.4), (2.4, 4.4, 2.4)),
                    ("spine.2", (6.6, 0.0, -5.2), (3.0, 4.4, 3.0)),
                    ("spine.1", (6.6, 0.0, -5.4), (3.2, 4.4, 3.2)),
                    ("spine.0", (7.0, 0.0, -7.6), (2.9, 4.2, 2.9)),
                ),
                0.3,
                0.85,
                1.0,
                1.0,
                0.45,
            )
        ),
        _TRUNK,
        _SHIRT,
    ),
    "whole_back": Area(  # an even band from hem to collar
        beside_the_middle(
            faint_at(
                band(
                    (0.3, 0, -0.95),
                    ("spine.1", (3.4, 0.0, -3.6), (2.0, 4.0, 2.0)),
                    ("spine.2", (3.6, 0.0, -4.2), (2.8, 4.4, 2.3)),
                    ("spine.3", (3.6, 0.0, -4.6), (3.0, 4.6, 2.3)),
                    ("spine.4", (3.4, 0.0, -4.8), (2.8, 4.4, 2.2)),
                    ("spine.5", (2.6, -3.0, -4.4), (2.0, 4.0, 1.8)),
                ),
                0.45,
                0.8,
                0.88,
                0.8,
                0.45,
            )
        ),
        _SHOULDER,
        _SHIRT,
    ),
    "belly": Area(front_line(0.7, 0.9, 0.95, 0.95, 0.7, wide=1.4), _TRUNK, _SHIRT),  # gone before an arm
    "chest": Area(  # both breast muscles, each a fan to the front of the shoulder
        pair(
            band(
                (0.35, 0, 0.93),
                ("spine.5", (4.0, -10.4, 8.8), (3.0, 4.0, 2.4)),
                ("spine.5", (9.6, -8.4, 7.0), (3.4, 3.4, 2.4)),
                ("shoulder", (-1.2, -1.4, 2.4), (2.6, 2.2, 2.2)),
            )
        ),
        _SHOULDER,
    ),
    "thorax": Area(  # the upper back where it lies on roller or block: an arc just within the back's edge
        pair(
            faint_at(
                band(
                    (0.78, 0, -0.63),
                    ("spine.1", (7.4, 2.0, -6.5), (0.9, 4.0, 0.9)),
                    ("spine.2", (7.8, 0.0, -6.5), (1.4, 4.0, 1.2)),
                    ("spine.3", (8.2, -2.0, -6.5), (2.0, 4.0, 1.8)),
                    ("spine.4", (8.4, -3.0, -6.5), (2.5, 4.4, 2.2)),
                    ("spine.4", (8.4, 4.0, -6.4), (2.3, 4.4, 2.0)),
                    ("spine.5", (8.0, -4.0, -5.4), (1.2, 3.4, 1.0)),
                ),
                0.0,
                0.5,
                1.0,
                1.0,
                0.9,
                0.0,
            )
        ),
        _TRUNK,
        _SHIRT,
    ),
    "front": Area(  # brightest over the ribs, fainter towards collarbones and belly
        front_line(0.1, 0.35, 0.75, 0.95, 0.85, 0.4, wide=0.72), _TRUNK, _SHIRT
    ),
    "throat": Area(
        (
            faint_at(
                band(
                    FRONT,
                    ("head", (0, 1.0, 3.0), (2.0, 2.6, 2.0)),
                    ("spine.6", (0, -0.5, 2.2), (2.2, 3.4, 2.0)),
                    ("spine.5", (0, 1.5, 3.6), (2.0, 2.6, 2.0)),
                ),
                0.8,
                0.9,
                0.8,
            ),
        ),
        frozenset({"neck"}),
    ),
    "trapezius": Area(  # one band on the ridge of the slope, from the collar out to the shoulder's tip
        (
            faint_at(
                band(
                    (0.05, 1, 0.1),
                    ("slope.0", (0, 1.4, -0.6), (2.2, 1.5, 1.5)),
                    ("slope.3", (0, 1.5, 0.0), (2.6, 1.8, 1.8)),
                    ("slope.7", (0, 1.8, 0.3), (2.3, 1.6, 1.6)),
                    ("slope.10", (1.2, 1.2, 0.4), (1.8, 1.2, 1.3)),
                ),
                0.9,
                0.95,
                0.85,
                0.5,
            ),
        ),
        _NECK,
        _WORN,
    ),
    "neck_side": Area(  # from behind the ear down the neck and out to the shoulder
        (
            faint_at(
                (
                    *band(
                        (1, 0, 0),
                        ("head", (4.8, 1.0, -2.0), (1.6, 2.8, 2.4)),
                        ("spine.6", (4.6, 0.0, -1.0), (2.0, 3.2, 2.8)),
                    ),
                    *band(
                        (0.6, 0.8, 0),
                        ("slope.2", (0, 1.2, -1.6), (2.4, 1.8, 2.4)),
                        ("slope.6", (0, 0.9, -1.4), (3.0, 2.1, 2.4)),
                        ("slope.9", (0, 0.7, -1.0), (2.6, 1.6, 2.0)),
                    ),
                ),
                0.8,
                1.0,
                1.0,
                0.85,
                0.3,
            ),
        ),
        _NECK,
    ),
    "side": Area(  # the flank and the broad muscle of the back: a slim band from the hip to the armpit
        (
            faint_at(
                band(
                    (1, 0, 0),
                    ("spine.0", (11.0, 2.0, 1.0), (1.5, 4.0, 1.6)),
                    ("spine.1", (10.6, 1.0, 1.2), (2.0, 4.4, 2.0)),
                    ("spine.2", (10.6, -1.0, 1.2), (2.3, 4.6, 2.3)),
                    ("spine.3", (10.8, -1.0, 1.0), (2.5, 5.0, 2.5)),
                    ("spine.4", (11.4, -3.0, 0.6), (2.5, 5.0, 2.6)),
                    ("spine.5", (12.8, -8.0, 0.2), (2.3, 4.6, 2.4)),
                    ("shoulder", (2.0, 3.0, -0.6), (1.8, 4.0, 1.8)),
                ),
                0.15,
                0.55,
                0.9,
                1.0,
                1.0,
                0.75,
                0.3,
            ),
        ),
        _SHOULDER,
    ),
    "waist": Area(  # what a turn draws out: from the ribs' side down the flank, gone before the hem
        (
            faint_at(
                (
                    *band((0.96, 0, 0.3), ("spine.4", (10.6, -6.0, 1.6), (1.4, 4.0, 1.5))),
                    *band((0.98, 0, 0.12), ("spine.3", (10.2, -3.0, 0.4), (2.0, 4.6, 2.1))),
                    *band(
                        (0.98, 0, -0.1),
                        ("spine.2", (9.8, -3.0, -1.2), (2.4, 4.6, 2.5)),
                        ("spine.1", (9.8, -1.0, -2.2), (2.5, 4.6, 2.5)),
                        ("spine.0", (10.6, -1.0, -2.8), (2.3, 4.4, 2.3)),
                        ("pelvis", (12.2, -4.0, -3.2), (1.8, 4.2, 1.9)),
                    ),
                ),
                0.12,
                0.55,
                1.0,
                1.0,
                0.9,
                0.25,
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "pec": Area(  # a fan from the breastbone over the front of the shoulder and, thinner, into the arm
        (
            faint_at(
                band(
                    (0.35, 0, 0.93),
                    ("spine.5", (0.6, -11.0, 9.2), (2.8, 4.4, 2.6)),
                    ("spine.5", (5.6, -8.4, 8.6), (3.4, 4.4, 2.8)),
                    ("spine.5", (10.4, -5.0, 7.0), (3.4, 3.6, 2.6)),
                    ("shoulder", (-0.4, 0.0, 3.6), (3.2, 2.8, 2.6)),
                    ("arm.3", (0.0, 0.4, 2.2), (3.0, 2.0, 2.0)),
                ),
                0.38,
                0.68,
                0.82,
                0.76,
                0.3,
            ),
        ),
        _NECK,
        _WORN,
    ),
    "rear_shoulder": Area(  # over the shoulder blade to the spine
        (
            faint_at(
                band(
                    (0.25, 0.1, -0.96),
                    ("spine.5", (9.6, -3.0, -3.4), (1.7, 3.0, 1.7)),
                    ("spine.5", (6.6, -6.0, -3.8), (2.7, 3.8, 2.3)),
                    ("spine.4", (4.0, -2.0, -4.0), (2.9, 4.6, 2.4)),
                    ("spine.3", (2.4, -2.0, -4.0), (2.2, 4.4, 2.0)),
                    ("spine.3", (1.6, -9.0, -4.0), (1.3, 4.0, 1.4)),
                ),
                0.4,
                0.9,
                1.0,
                0.7,
                0.25,
            ),
        ),
        _NECK,
        _WORN,
    ),
    "glutes": Area(  # round the buttock, and up over the hip's side to the low back
        (
            (
                *band((0.85, 0, -0.5), ("pelvis", (10.6, -1.6, -4.0), (2.4, 4.0, 3.4))),
                *band(
                    (0.35, -0.1, -0.93),
                    ("pelvis", (7.0, -3.4, -8.0), (4.0, 4.4, 3.0)),
                    ("pelvis", (5.6, 5.5, -6.6), (2.6, 4.0, 2.2)),
                ),
            ),
        ),
        _SEAT,
    ),
}
