"""The tissue that stretches work on, as it lies under the skin: soft bands along muscles, area by area."""

from dataclasses import dataclass
from typing import NamedTuple

from unhunch.figure.vectors import Vec, unit

BACK: Vec = (0.0, 0.0, -1.0)
FRONT: Vec = (0.0, 0.0, 1.0)
_FRONT_SIDE: Vec = (0.56, 0.0, 0.83)  # so it is seen from the side, within the outline


class Spot(NamedTuple):
    """A place a band goes through.

    `where` is a joint, `spine.3`, `slope.5` for so many tenths of the way from the neck's root to the
    shoulder, with x along that way, or `arm.5` for so many from shoulder to elbow, in the chest's frame; `at`
    the place in its frame (x towards the area's own side).

    `half` is how far from there the band has half its brightness along the frame's axes, cm; `faces` the way
    out of the skin. A `side` of -1 puts it on the other side of the body than the area's own; `share` makes
    it fainter than others, where the light grows thin.
    """

    where: str
    at: Vec
    half: Vec
    faces: Vec  # of length 1
    side: float = 1.0
    share: float = 1.0


_OF_TWO = 0.87  # the brightness of a band that lies partly on another

Band = tuple[Spot, ...]
"""A light along a muscle, through two places or more."""


@dataclass(frozen=True, slots=True)
class Area:
    """`parts` lists the kinds of part the bands may show on, and `cloths` what of these. Where a scarf hides
    an area, the light is `under_scarf`: it comes out below its edge.
    """

    bands: tuple[Band, ...]
    parts: frozenset[str]
    cloths: frozenset[str] = frozenset({"skin", "top", "trousers"})
    under_scarf: tuple[Band, ...] = ()


def _band(faces: Vec, *places: tuple[str, Vec, Vec]) -> Band:
    """A band whose places all face one way."""
    return tuple(Spot(where, at, half, unit(faces)) for where, at, half in places)


def _faint_at(band: Band, *shares: float) -> Band:
    """A band whose places have such shares of its brightness."""
    return tuple(spot._replace(share=share) for spot, share in zip(band, shares, strict=True))


def _pair(band: Band) -> tuple[Band, Band]:
    """A band on either side of the body's middle."""
    return band, tuple(spot._replace(side=-1.0) for spot in band)


def _beside_the_middle(band: Band) -> tuple[Band, Band]:
    """A band on either side of the body's middle and so near to it that the two lie on each other: fainter,
    that they are one with a core rather than a board of one colour.
    """
    return _pair(tuple(spot._replace(share=spot.share * _OF_TWO) for spot in band))


def _front_line(*shares: float) -> tuple[Band, Band]:
    """The straight muscle of the belly, on either side of the middle, so that from the side it lies within
    the outline: how bright it is above the groin, below the navel, at the navel, at the lower ribs and at the
    breastbone.
    """
    return _pair(
        _faint_at(
            _band(
                _FRONT_SIDE,
                ("spine.0", (2.2, 2.0, 6.6), (1.6, 3.0, 1.3)),
                ("spine.1", (2.2, 1.0, 7.4), (1.9, 3.0, 1.5)),
                ("spine.2", (2.4, -1.0, 7.9), (2.2, 4.0, 1.6)),
                ("spine.3", (2.4, -1.0, 8.6), (2.2, 4.0, 1.6)),
                ("spine.4", (2.0, -3.0, 9.0), (1.9, 3.6, 1.5)),
            ),
            *shares,
        )
    )


_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})
_NECK = frozenset({"trunk", "neck", "upperarm"})
_SEAT = frozenset({"trunk", "thigh"})
_SHIRT = frozenset({"top", "skin"})
_WORN = frozenset({"top"})
# Along the slope from below a scarf's edge out to the shoulder's tip.
_BELOW_SCARF = _faint_at(
    _band(
        (0.35, 0.9, 0.25),
        ("slope.4", (0, 0.6, 0.4), (3.2, 2.8, 3.4)),
        ("slope.6", (0, 0.4, 0.4), (3.4, 3.0, 3.4)),
        ("slope.9", (0, 0.1, 0.2), (2.6, 2.2, 2.4)),
    ),
    0.5,
    1.0,
    0.6,
)

AREAS: dict[str, Area] = {
    "nape": Area(
        (
            _band(
                BACK,
                ("head", (0, 3.0, -5.5), (2.6, 3.0, 2.0)),
                ("spine.6", (0, 0.5, -3.4), (2.8, 4.0, 2.2)),
                ("spine.5", (0, -2.0, -5.0), (4.6, 4.0, 2.4)),
            ),
        ),
        _NECK,
    ),
    "upper_back": Area(  # the rhomboids and the middle trapezius: along either shoulder blade
        _pair(
            _faint_at(
                _band(
                    (0.2, 0, -0.98),
                    ("spine.5", (4.4, -3.4, -4.6), (2.1, 4.0, 1.9)),
                    ("spine.4", (4.2, -1.0, -5.0), (2.5, 4.4, 2.1)),
                    ("spine.3", (3.4, -1.0, -5.0), (2.2, 4.4, 1.9)),
                    ("spine.3", (2.8, -7.0, -4.8), (1.7, 4.0, 1.7)),
                ),
                0.6,
                0.78,
                0.78,
                0.35,
            )
        ),
        _NECK,
        _WORN,
    ),
    "lower_back": Area(  # the long muscles from the hips to the ribs, as one spindle, brightest at the loins
        _beside_the_middle(
            _faint_at(
                _band(
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
        _beside_the_middle(
            _faint_at(
                _band(
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
    "whole_back": Area(  # an even band from hem to collar
        _beside_the_middle(
            _faint_at(
                _band(
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
        _TRUNK,
        _SHIRT,
    ),
    "belly": Area(_front_line(0.6, 1.0, 0.95, 0.4, 0.0), _TRUNK, _SHIRT),  # gone before an upright arm
    "chest": Area(  # both breast muscles, each a fan to the front of the shoulder
        _pair(
            _band(
                (0.35, 0, 0.93),
                ("spine.5", (4.0, -10.4, 8.8), (3.0, 4.0, 2.4)),
                ("spine.5", (9.6, -8.4, 7.0), (3.4, 3.4, 2.4)),
                ("shoulder", (-1.2, -1.4, 2.4), (2.6, 2.2, 2.2)),
            )
        ),
        _SHOULDER,
    ),
    "thorax": Area(  # the upper back where it lies on roller or block: a flat band along the back's edge
        _pair(
            _faint_at(
                _band(
                    (0.7, 0, -0.71),
                    ("spine.2", (6.8, 0.0, -6.2), (1.8, 4.0, 1.6)),
                    ("spine.3", (7.0, -2.0, -7.0), (2.8, 4.0, 2.2)),
                    ("spine.4", (7.0, -3.0, -7.2), (3.4, 4.4, 2.8)),
                    ("spine.4", (7.0, 4.0, -7.2), (3.4, 4.4, 2.8)),
                    ("spine.5", (6.6, 0.0, -6.4), (2.6, 4.0, 2.2)),
                    ("shoulder", (-3.0, 0.0, -5.2), (2.0, 3.0, 1.6)),
                ),
                0.3,
                0.65,
                0.95,
                1.0,
                0.7,
                0.25,
            )
        ),
        _SHOULDER,
        _SHIRT,
    ),
    "front": Area(_front_line(0.0, 0.3, 0.9, 1.0, 0.45), _TRUNK, _SHIRT),  # above a forearm before the lap
    "throat": Area(
        (
            _faint_at(
                _band(
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
    "trapezius": Area(  # a spindle from the collar out along the slope: no throat
        (
            _faint_at(
                _band(
                    (0.35, 0.9, -0.25),
                    ("slope.0", (0, 1.4, -1.2), (3.2, 2.2, 2.4)),
                    ("slope.3", (0, 0.9, -1.0), (3.4, 2.4, 2.8)),
                    ("slope.6", (0, 0.7, -0.6), (3.4, 2.2, 2.6)),
                    ("slope.9", (0, 0.5, -0.2), (3.0, 1.8, 2.2)),
                ),
                1.0,
                1.0,
                0.6,
                0.15,
            ),
        ),
        _NECK,
        _WORN,
        (_BELOW_SCARF,),
    ),
    "neck_side": Area(  # from behind the ear down the neck and out to the shoulder
        (
            _faint_at(
                (
                    *_band(
                        (1, 0, 0),
                        ("head", (5.0, 1.0, -2.2), (1.2, 2.8, 2.0)),
                        ("spine.6", (4.9, 0.0, -1.4), (1.4, 3.2, 2.4)),
                    ),
                    *_band(
                        (0.6, 0.8, 0),
                        ("slope.2", (0, 1.2, -1.6), (2.4, 1.8, 2.4)),
                        ("slope.6", (0, 0.9, -1.4), (3.0, 2.1, 2.4)),
                        ("slope.9", (0, 0.7, -1.0), (2.6, 1.6, 2.0)),
                    ),
                ),
                0.7,
                1.0,
                1.0,
                0.75,
                0.25,
            ),
        ),
        _NECK,
        under_scarf=(_BELOW_SCARF,),
    ),
    "side": Area(  # the broad muscle of the back as a wing: from the waist up to the armpit and into the arm
        (
            _faint_at(
                _band(
                    (1, 0, 0),
                    ("spine.1", (10.2, -1.0, 1.6), (2.0, 4.0, 2.4)),
                    ("spine.2", (10.8, -3.0, 1.6), (2.6, 4.4, 3.0)),
                    ("spine.3", (11.0, -2.0, 1.4), (3.2, 5.0, 3.6)),
                    ("spine.4", (11.4, -3.0, 0.8), (3.4, 5.0, 4.0)),
                    ("spine.5", (12.6, -8.0, 0.2), (2.9, 4.6, 3.6)),
                    ("shoulder", (2.0, 3.0, -0.6), (2.2, 4.0, 2.8)),
                    ("arm.4", (0.6, 0.0, -0.4), (1.8, 3.6, 2.4)),
                ),
                0.25,
                0.65,
                0.95,
                1.0,
                0.85,
                0.55,
                0.25,
            ),
        ),
        _SHOULDER,
    ),
    "waist": Area(  # what a turn draws out: from the breast down over the ribs' side and the flank to the hip
        (
            _faint_at(
                (
                    *_band((0.9, 0, 0.44), ("spine.5", (12.0, -7.0, 0.4), (1.7, 3.6, 1.7))),
                    *_band((0.98, 0, 0.2), ("spine.4", (11.6, -3.0, -1.2), (2.4, 4.4, 2.5))),
                    *_band((0.99, 0, -0.14), ("spine.3", (11.0, -2.0, -3.0), (2.9, 4.6, 3.0))),
                    *_band(
                        (0.9, 0, -0.44),
                        ("spine.2", (10.2, -3.0, -4.6), (2.8, 4.6, 3.0)),
                        ("spine.1", (9.8, -1.0, -4.8), (2.1, 4.4, 2.3)),
                        ("spine.0", (9.8, -1.0, -4.4), (1.3, 4.0, 1.5)),
                    ),
                ),
                0.25,
                0.75,
                1.0,
                0.9,
                0.6,
                0.25,
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "pec": Area(  # a fan from the breastbone over the front of the shoulder and, thinner, into the arm
        (
            _faint_at(
                _band(
                    (0.35, 0, 0.93),
                    ("spine.5", (1.4, -11.4, 9.0), (2.4, 3.1, 2.4)),
                    ("spine.5", (6.6, -9.4, 8.4), (3.0, 3.1, 2.4)),
                    ("spine.5", (11.4, -6.6, 6.6), (3.0, 2.5, 2.4)),
                    ("shoulder", (-0.4, -1.4, 3.4), (3.0, 2.3, 2.4)),
                    ("arm.2", (0.0, 0.2, 2.2), (2.8, 1.9, 2.0)),
                    ("arm.6", (0.0, 0.2, 1.4), (2.6, 1.6, 1.6)),
                ),
                0.4,
                0.85,
                1.0,
                0.95,
                0.65,
                0.25,
            ),
        ),
        _NECK,
        _WORN,
    ),
    "rear_shoulder": Area(  # over the shoulder blade to the spine
        (
            _faint_at(
                _band(
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
                *_band((0.85, 0, -0.5), ("pelvis", (10.6, -1.6, -4.0), (2.4, 4.0, 3.4))),
                *_band(
                    (0.35, -0.1, -0.93),
                    ("pelvis", (7.0, -3.4, -8.0), (4.0, 4.4, 3.0)),
                    ("pelvis", (5.6, 5.5, -6.6), (2.6, 4.0, 2.2)),
                ),
            ),
        ),
        _SEAT,
    ),
}
