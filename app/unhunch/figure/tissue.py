"""The tissue that stretches work on, as it lies under the skin: flat soft spots, area by area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from unhunch.figure.vectors import Vec, unit

BACK: Vec = (0.0, 0.0, -1.0)
FRONT: Vec = (0.0, 0.0, 1.0)
_FRONT_SIDE: Vec = (0.56, 0.0, 0.83)  # so it is seen from the side, within the outline


class Spot(NamedTuple):
    """`where` is a joint, `spine.3`, or `slope.5` for so many tenths of the way from the neck's root to the
    shoulder, with x along that way; `at` the place in its frame (x towards the area's own side).

    `half` is how far from there the spot has half its brightness along the frame's axes, cm; `faces` the way
    out of the skin. A `side` of -1 puts it on the other side of the body than the area's own; `share` makes
    it fainter than others, where the light grows thin.
    """

    where: str
    at: Vec
    half: Vec
    faces: Vec  # of length 1
    side: float = 1.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """`parts` lists the kinds of part the spots may show on, and `cloths` what of these."""

    spots: tuple[Spot, ...]
    parts: frozenset[str]
    cloths: frozenset[str] = frozenset({"skin", "top", "trousers", "hair"})


def _facing(faces: Vec, *spots: tuple[str, Vec, Vec]) -> tuple[Spot, ...]:
    """Spots that all face one way."""
    return tuple(Spot(where, at, half, unit(faces)) for where, at, half in spots)


def _fainter(share: float, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The spots with a share of their brightness."""
    return tuple(spot._replace(share=share) for spot in spots)


def _pair(faces: Vec, *spots: tuple[str, Vec, Vec]) -> tuple[Spot, ...]:
    """Spots on either side of the body's middle."""
    found = _facing(faces, *spots)
    return (*found, *(spot._replace(side=-1.0) for spot in found))


def _front_line(*share: float) -> tuple[Spot, ...]:
    """The front from below the navel up to the breastbone: how bright each of its spots is."""
    spots = (
        ("spine.1", (3.8, 1.0, 5.8), (5.2, 5.0, 3.4)),
        ("spine.2", (3.8, -1.0, 6.4), (5.2, 5.4, 3.6)),
        ("spine.3", (3.8, -2.0, 7.2), (5.4, 6.0, 3.8)),
        ("spine.4", (3.8, -4.0, 7.4), (5.4, 6.2, 3.4)),
    )
    found = [_fainter(light, _pair(_FRONT_SIDE, spot)) for spot, light in zip(spots, share, strict=True)]
    return tuple(spot for each in found for spot in each)


_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})
_NECK = frozenset({"trunk", "neck", "upperarm"})
_SEAT = frozenset({"trunk", "thigh"})
_SHIRT = frozenset({"top", "skin"})
_WORN = frozenset({"top", "hair"})  # a scarf too, but not the skin it hides

AREAS: dict[str, Area] = {
    "nape": Area(
        _facing(
            BACK,
            ("head", (0, 3.0, -5.5), (3.4, 3.0, 2.4)),
            ("spine.6", (0, 0.5, -3.4), (3.2, 4.0, 2.4)),
            ("spine.5", (0, -2.0, -5.0), (5.6, 4.0, 2.4)),
        ),
        _NECK,
    ),
    "upper_back": Area(  # the rhomboids and the middle trapezius: a kite between the shoulder blades
        (
            *_facing(
                BACK,
                ("spine.5", (0, -3.5, -4.8), (5.0, 4.0, 2.8)),
                ("spine.3", (0, 4.0, -5.2), (4.4, 6.0, 2.8)),
            ),
            *_pair((0.3, 0, -0.95), ("spine.4", (4.4, 1.5, -5.2), (5.2, 6.0, 3.0))),
        ),
        _NECK,
        _WORN,
    ),
    "lower_back": Area(  # a band from above the hips to the shoulder blades, brightest at the loins
        (
            *_pair(BACK, ("spine.2", (3.4, 1.0, -5.0), (4.0, 5.4, 3.6))),
            *_fainter(
                0.75,
                _pair(
                    BACK,
                    ("spine.1", (3.4, 3.0, -5.2), (3.4, 4.4, 3.0)),
                    ("spine.3", (3.4, 1.6, -5.4), (3.6, 6.0, 3.2)),
                ),
            ),
            *_fainter(0.5, _pair(BACK, ("spine.4", (3.4, 1.0, -5.6), (3.4, 5.6, 3.0)))),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "sacrum": Area(  # the hollow of the back above the hips, on the shirt alone: not the buttocks
        (
            *_facing(
                BACK,
                ("spine.1", (0, 0.0, -4.4), (6.6, 5.0, 4.8)),
                ("spine.2", (0, -2.0, -4.4), (6.6, 5.6, 4.8)),
            ),
            *_fainter(0.6, _facing(BACK, ("spine.3", (0, -4.0, -4.8), (5.6, 5.6, 4.0)))),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "whole_back": Area(  # an even band from hem to collar, brightest in its middle
        (
            *_fainter(
                0.8,
                _pair(
                    BACK,
                    ("spine.1", (3.4, 2.0, -5.4), (3.2, 4.8, 2.6)),
                    ("spine.5", (3.2, -3.0, -4.8), (3.2, 5.0, 2.6)),
                ),
            ),
            *_pair(
                BACK,
                ("spine.2", (3.6, 1.0, -5.6), (3.4, 5.4, 2.8)),
                ("spine.3", (3.8, 0.0, -5.6), (3.6, 5.8, 3.0)),
                ("spine.4", (3.6, -1.0, -5.4), (3.4, 5.4, 2.8)),
            ),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "belly": Area(  # on either side of the middle, so that from the side it lies within the outline
        _front_line(0.8, 0.9, 0.8, 0.4),
        _TRUNK,
        _SHIRT,
    ),
    "chest": Area(  # both breast muscles, each a fan to the front of the shoulder
        _pair(
            (0.35, 0, 0.93),
            ("spine.5", (5.0, -11.0, 8.8), (5.0, 4.8, 2.6)),
            ("spine.5", (9.6, -8.4, 7.0), (4.6, 4.0, 2.8)),
            ("shoulder", (-1.2, -1.4, 2.4), (3.6, 2.6, 2.6)),
        ),
        _SHOULDER,
    ),
    "thorax": Area(  # the upper back where it lies on roller or block: a band along the back's edge
        (
            *_pair(
                (0.9, 0, -0.44),
                ("spine.4", (8.4, -4.0, -5.2), (4.4, 6.6, 3.6)),
                ("spine.4", (8.4, 4.5, -5.0), (4.4, 6.6, 3.6)),
            ),
            *_fainter(0.4, _pair((0.93, 0, -0.37), ("spine.4", (9.4, 0.0, -1.0), (4.4, 7.6, 4.2)))),
        ),
        _SHOULDER,
        _SHIRT,
    ),
    "front": Area(  # the straight muscle of the belly and the lower ribs it hangs from: a long soft leaf
        _front_line(0.4, 0.75, 0.85, 0.6),
        _TRUNK,
        _SHIRT,
    ),
    "throat": Area(
        _facing(
            FRONT,
            ("head", (0, 1.0, 3.0), (2.4, 2.6, 2.2)),
            ("spine.6", (0, -0.5, 2.2), (2.8, 3.4, 2.4)),
            ("spine.5", (0, 1.5, 3.6), (2.8, 2.8, 2.4)),
        ),
        frozenset({"neck"}),
    ),
    "trapezius": Area(  # a fan from the collar out along the slope, and down behind it: no throat
        (
            *_facing(
                (0.35, 0.9, -0.25),
                ("slope.3", (0, 0.5, -0.8), (4.2, 3.4, 3.4)),
                ("slope.8", (0, 1.1, -0.4), (4.6, 3.6, 3.6)),
            ),
            *_facing(
                (0.2, 0.2, -0.96),
                ("spine.5", (5.0, -4.4, -5.4), (4.4, 4.0, 2.4)),
                ("spine.4", (3.0, 0.0, -6.0), (2.8, 5.0, 2.4)),
            ),
        ),
        _NECK,
        _WORN,
    ),
    "neck_side": Area(  # from behind the ear down the neck and out to the shoulder
        (
            *_facing(
                (1, 0, 0),
                ("head", (4.2, 2.0, -2.2), (2.8, 3.4, 2.8)),
                ("spine.6", (3.8, -0.4, -1.4), (3.2, 4.0, 3.2)),
            ),
            *_facing(
                (0.6, 0.8, 0),
                ("slope.2", (0, 1.2, -1.6), (3.8, 3.0, 3.0)),
                ("slope.6", (0, 1.7, -1.4), (5.0, 2.6, 2.8)),
            ),
        ),
        _NECK,
    ),
    "side": Area(  # the broad muscle of the back as a wing: from the waist up to the armpit and into the arm
        (
            *_fainter(0.7, _facing((1, 0, 0), ("shoulder", (2.0, 3.0, -0.6), (3.8, 6.0, 4.4)))),
            *_facing(
                (1, 0, 0),
                ("spine.5", (13.0, -8.0, 0.2), (3.2, 5.4, 4.8)),
                ("spine.4", (12.0, -4.0, 0.8), (4.8, 6.4, 5.4)),
                ("spine.3", (11.6, -2.0, 1.4), (5.4, 6.8, 5.0)),
            ),
            *_fainter(0.7, _facing((1, 0, 0), ("spine.2", (11.4, -2.0, 1.6), (4.8, 7.0, 4.6)))),
        ),
        _SHOULDER,
    ),
    "waist": Area(  # the flank and the edge of the back on the side that a turn lifts: nothing on the belly
        (
            *_facing(
                (0.95, 0, -0.3),
                ("spine.3", (10.4, -4.6, -1.0), (4.4, 6.2, 4.4)),
                ("spine.2", (10.2, -2.5, -1.0), (4.6, 6.4, 4.4)),
            ),
            *_fainter(0.4, _facing((0.95, 0, -0.3), ("spine.3", (10.6, 2.6, -0.8), (3.8, 5.6, 4.0)))),
        ),
        _TRUNK,
        _SHIRT,
    ),
    "pec": Area(  # a fan from the armpit, wider and fainter towards the breastbone
        (
            *_facing(
                (0.35, 0, 0.93),
                ("shoulder", (1.6, -0.6, 2.6), (3.8, 2.6, 2.8)),
                ("shoulder", (-2.2, -3.4, 4.0), (4.0, 4.0, 3.0)),
                ("spine.5", (10.0, -8.6, 7.2), (4.2, 4.6, 2.8)),
            ),
            *_fainter(0.6, _facing((0.35, 0, 0.93), ("spine.5", (6.6, -9.2, 8.4), (4.8, 5.6, 2.6)))),
            *_fainter(0.35, _facing((0.35, 0, 0.93), ("spine.5", (3.2, -9.6, 9.0), (5.0, 6.4, 2.6)))),
        ),
        _NECK,
        _WORN,
    ),
    "rear_shoulder": Area(  # from the shoulder's back over its blade to the spine
        (
            *_facing((0.96, 0.2, -0.2), ("shoulder", (0.4, -0.6, -2.4), (3.8, 3.4, 3.2))),
            *_facing(
                (0.25, 0.1, -0.96),
                ("spine.5", (4.6, -4.0, -5.4), (6.6, 5.6, 3.6)),
                ("spine.4", (3.0, 2.5, -5.6), (6.4, 6.0, 3.6)),
                ("spine.4", (1.6, -5.0, -5.8), (6.0, 6.0, 3.6)),
            ),
        ),
        _NECK,
        _WORN,
    ),
    "glutes": Area(  # round the buttock, and up over the hip's side to the low back
        (
            *_facing(
                (0.35, -0.1, -0.93),
                ("pelvis", (7.0, -3.4, -8.0), (5.0, 5.4, 3.6)),
                ("pelvis", (5.6, 5.5, -6.6), (3.4, 5.4, 2.4)),
            ),
            *_facing((0.85, 0, -0.5), ("pelvis", (10.6, -1.6, -4.0), (3.0, 5.0, 5.0))),
        ),
        _SEAT,
    ),
}
