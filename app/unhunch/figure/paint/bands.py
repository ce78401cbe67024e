"""Soft bands of light along muscles: what they go through, how wide they are and how bright."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from unhunch.figure.rig.vectors import Vec, unit

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
    """`parts` lists the kinds of part the bands may show on, and `cloths` what of these."""

    bands: tuple[Band, ...]
    parts: frozenset[str]
    cloths: frozenset[str] = frozenset({"skin", "top", "trousers"})


def band(faces: Vec, *places: tuple[str, Vec, Vec]) -> Band:
    """A band whose places all face one way."""
    return tuple(Spot(where, at, half, unit(faces)) for where, at, half in places)


def faint_at(band: Band, *shares: float) -> Band:
    """A band whose places have such shares of its brightness."""
    return tuple(spot._replace(share=share) for spot, share in zip(band, shares, strict=True))


def pair(band: Band) -> tuple[Band, Band]:
    """A band on either side of the body's middle."""
    return band, tuple(spot._replace(side=-1.0) for spot in band)


def beside_the_middle(band: Band) -> tuple[Band, Band]:
    """A band on either side of the body's middle and so near to it that the two lie on each other: fainter,
    that they are one with a core rather than a board of one colour.
    """
    return pair(tuple(spot._replace(share=spot.share * _OF_TWO) for spot in band))


def front_line(*shares: float, wide: float = 1.0) -> tuple[Band, Band]:
    """The straight muscle of the belly, on either side of the middle: a long band, so near the outline that
    from the side it lies along it. How bright it is above the groin, below the navel, at the navel, at the
    lower ribs, below the breast and at the breastbone, where it ends with the last of these; and how `wide`.
    """
    places: tuple[tuple[str, Vec, Vec], ...] = (
        ("spine.0", (2.3, 3.0, 6.5), (1.2, 3.8, 1.0)),
        ("spine.1", (2.3, 1.0, 9.6), (1.7, 3.8, 1.5)),
        ("spine.2", (2.3, -1.0, 11.8), (2.0, 4.2, 1.7)),
        ("spine.3", (2.3, -1.0, 11.8), (1.9, 4.2, 1.6)),
        ("spine.4", (2.3, -3.0, 9.6), (1.5, 4.0, 1.3)),
        ("spine.5", (2.3, -8.0, 6.5), (1.1, 4.0, 0.9)),
    )
    across = [(where, at, (x * wide, y, z * wide)) for where, at, (x, y, z) in places[: len(shares)]]
    return pair(faint_at(band(_FRONT_SIDE, *across), *shares))
