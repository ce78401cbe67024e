"""Where hair ends: its shape on a shell round the skull, and what becomes of its edge as the head turns,
bows, hangs or leans.

The edge is a hairline: directions from the shell's middle, with the hair on its left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, radians, sin, tau

from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import BOTH, SKULL, HeadSpace, Line, on_face, told_once
from unhunch.figure.vectors import Vec, add, mix, scale, unit

Egg3 = tuple[Vec, Vec]
"""The middle and the half axes of an egg."""
Lock = tuple[Vec, Vec, Vec, float]
"""A lock of the left half: directions of its root, middle and tip, and its width in cm."""
Edge = tuple[tuple[Vec, ...], tuple[Vec, ...]]
"""A hairline: directions from the shell's middle, and places."""

ABOVE_EARS = 0.18
"""The height above the ears, of a direction."""
_STAYS = 2.0  # how much sooner than the other side that which is seen keeps its nape, as the head turns
_EAR = 0.2  # of a direction: how far in front the ear begins
_LOCK_POINTS = 4
_HEM = (-0.25, 0.4)  # how far down (a direction) the hem of loose hair begins, and until it is all hem
_SUNK = 0.965  # locks lie a little inside the shell, and so never stand out over its horizon
_LIES = (0.3, 0.4)  # how far up a face looks (sine) where its hair begins to fall back, and by how much more
_ASIDE = (0.5, 0.2)  # sine of a head's turn from which it is seen from its side, and by how much more it is
_FROM_ABOVE = (0.70, 0.10)  # the same for how far from above
_SET_BACK = (0.25, 0.6)  # the same of a turn for what lies round a face,
_SET_BACK_WHOLE = 0.4  # and how far aside of the middle (a direction) it is set back as far as can be
_JAW = (-0.2, 0.35)  # how far up (a direction) the edge beside the jaw ends, and how far below is all of it
# How far down a face looks (sine) where loose hair is tucked behind its cheek, and how much more.
_TUCKED = (0.4, 0.35)
_FALLS_BACK = (0.35, 0.4)  # the same for how far up it looks, where hair falls back from cheeks and nape
# How far ahead (a direction) a hairline begins to be that of the forehead, and how much more.
_BARES = (0.35, 0.35)
# Sine of how far from above a head is seen where the skull begins to hide its beard, and how much more; and
# the cosine of the face's turn to the viewer by which it does not, and how much less.
_BESIDE_BEARD = (0.35, 0.35)  # sine of a turn from which a beard is seen from its side, and how much more
_CROWN_HIDES, _CROWN_BEFORE_FACE = (0.45, 0.25), (0.4, 0.3)
# Loose hair of a head that leans hangs down, from so high on: by a share of what a plumb line would. It goes
# no farther than of such a lean (sine), and not on a head that lies (how far up its crown points).
_HANGS_FROM_Y, _HANGS_FULL_CM = 8.0, 6.0
_HANGS_ASIDE, _HANGS_AHEAD = 0.42, 0.8
_HANGS_ROUND_Z = -1.0  # what it swings round ahead, which lies in the middle of it
_SWINGS_ASIDE = 0.5  # how far it swings round to a side: a cheek and a shoulder are in its way
_LAIN_ON = 0.11  # by so much of its depth hair is pressed flat by a head that lies on it
_HANGS_MOST, _HANGS_UPRIGHT = 0.7, (0.15, 0.35)


@dataclass(frozen=True, slots=True)
class HairShape:
    """A shell and the closed hairline on it, which has the hair on its left.

    `edge` are the places of the hairline, off the skull towards the shell. `pole` lies well inside the hair.
    """

    centre: Vec
    radii: Vec
    hairline: tuple[Vec, ...]
    edge: tuple[Vec, ...]
    pole: Vec
    dark: tuple[Line, ...]
    ears: bool
    hangs: bool  # its far side shows behind the neck
    loose: bool  # it swings as the head leans
    curls: tuple[Vec, ...]
    inside: bool  # whether the hair lies inside its hairline, as a beard does, not round the face
    other: tuple[tuple[Vec, Vec], ...]  # directions and places of the hairline where the head hides its end
    beyond: tuple[tuple[Vec, ...], tuple[Vec, ...]]  # the hairline on the far side of the head, and its edge
    ends: tuple[
        tuple[Egg3, ...], ...
    ]  # the ends of hair beside the face of a bowed head, each round its eggs
    tips: tuple[tuple[Egg3, ...], ...]  # the round ends of hair beside the neck
    quiff: tuple[Egg3, ...]  # what stands up from the shell over the forehead
    parting: tuple[Line, ...]  # where the skin shows between the locks
    turned: tuple[tuple[Vec, Vec], ...]  # directions and places of the hairline as the head turns or bows
    bares_deg: float  # how far the hair is drawn back from the forehead of a bowed head
    lining_cm: float  # how wide what is worn under a scarf looks out at the forehead


def hair_shape(
    centre: Vec,
    radii: Vec,
    half: Sequence[Vec],
    pole: Vec,
    *,
    lift: float | None = 0.15,
    turns_in: float = 0.0,
    dark: Sequence[Lock] = (),
    strands: Sequence[Lock] = (),
    ears: bool = True,
    hangs: bool = False,
    loose: bool = False,
    curls: Sequence[Vec] = (),
    inside: bool = False,
    other: Sequence[Vec] | None = None,
    beyond: Sequence[Vec] | None = None,
    end: Sequence[Egg3] = (),
    tip: Sequence[Egg3] = (),
    quiff: Sequence[Egg3] = (),
    parting: Sequence[Lock] = (),
    turned: Sequence[Vec] | None = None,
    bares_deg: float = 0.0,
    lining_cm: float = 0.0,
) -> HairShape:
    """Hair from the left half of its hairline, front to nape, and of its locks: mirrored and rounded.

    `lift` is how far the hairline stands off the skull towards the shell, 0 to 1, and `turns_in` by how much
    less at its hem; without one it lies on the cheeks and stands off below them. `other` is the half hairline
    for where the head hides hair that its shell would show, point for point; without one it runs across the
    head above the ears. `beyond` is the half hairline on the side of the head away from the viewer, if it is
    another there. `end` is the round end of the hair beside the left cheek, which else is a sharp tip where
    the head is bowed, and `tip` that beside the neck; `quiff` is what stands up over the forehead, without
    which short hair is a helmet. `turned` is the half hairline of a scarf, or of loose hair of a head that
    hangs, for who sees it from its side; or that of a beard for a bowed head. `strands` are locks without a
    mirror image.
    """
    loop = _closed(half)[:: -1 if inside else 1]

    def edge(d: Vec) -> Vec:
        if lift is None:
            shell = (centre[0] + d[0] * radii[0], centre[1] + d[1] * radii[1], centre[2] + d[2] * radii[2])
            return mix(on_face(centre, d), shell, smoothstep(-d[1] / 0.4))
        off = lift - turns_in * smoothstep((_HEM[0] - d[1]) / _HEM[1])
        (a, b, c), (x, y, z) = mix(SKULL[0], centre, off), mix(scale(SKULL[1], 0.97), radii, off)
        return (a + d[0] * x, b + d[1] * y, c + d[2] * z)

    hidden = _without_nape(loop) if other is None else _closed(other)[:: -1 if inside else 1]
    far = loop if beyond is None else _closed(beyond)[:: -1 if inside else 1]
    return HairShape(
        centre, radii, loop, tuple(map(edge, loop)), pole,
        _locks(centre, radii, dark) + _locks(centre, radii, strands, mirrored=False),
        ears, hangs, loose, tuple(curls), inside,
        tuple((d, edge(d)) for d in hidden), (far, tuple(map(edge, far))),
        _both_sides(end), _both_sides(tip), tuple(quiff),
        _locks(centre, radii, parting),
        tuple((d, edge(d)) for d in _closed(turned)[:: -1 if inside else 1]) if turned else (),
        bares_deg, lining_cm,
    )  # fmt: skip


def _both_sides(eggs: Sequence[Egg3]) -> tuple[tuple[Egg3, ...], ...]:
    """The same eggs on the left and on the right, if there are any."""
    return tuple(tuple(((x * sx, y, z), r) for (x, y, z), r in eggs) for sx in BOTH) if eggs else ()


def _without_nape(loop: Sequence[Vec]) -> tuple[Vec, ...]:
    """The hairline with its back straight across the head above the ears, point for point."""
    n = len(loop)
    first = next(i for i in range(n) if loop[i][2] < _EAR)
    begin, end = (atan2(loop[i][0], loop[i][2]) % tau for i in (first, n - first))
    out = list(loop)
    for i in range(first, n - first + 1):
        turn = begin + (end - begin) * (i - first) / (n - 2 * first)
        out[i] = unit((sin(turn), ABOVE_EARS, cos(turn)))
    return tuple(out)


def _closed(half: Sequence[Vec], steps: int = 2) -> tuple[Vec, ...]:
    """A hairline from its left half, front to nape: mirrored and rounded, every point a direction."""
    loop = [*half, *((-x, y, z) for x, y, z in half[-2:0:-1])]
    n = len(loop)
    out = []
    for i in range(n):
        a, b, c, d = loop[i - 1], loop[i], loop[(i + 1) % n], loop[(i + 2) % n]
        for k in range(steps):
            t = k / steps
            out.append(
                unit(
                    (
                        _spline(a[0], b[0], c[0], d[0], t),
                        _spline(a[1], b[1], c[1], d[1], t),
                        _spline(a[2], b[2], c[2], d[2], t),
                    )
                )
            )
    return tuple(out)


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """Catmull-Rom between b and c."""
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def _locks(centre: Vec, radii: Vec, half: Sequence[Lock], *, mirrored: bool = True) -> tuple[Line, ...]:
    """Locks of the left half, and their mirror images on the right one if they are `mirrored`."""
    out = []
    a, b, c = scale(radii, _SUNK)
    for root, middle, tip, width in half:
        sides = (1.0, -1.0) if mirrored and max(root[0], middle[0], tip[0]) > 0 else (1.0,)
        for side in sides:
            ways = [unit((x * side, y, z)) for x, y, z in _bent(root, middle, tip)]
            out.append(
                Line(
                    tuple(add(centre, (d[0] * a, d[1] * b, d[2] * c)) for d in ways),
                    tuple(unit((d[0] / radii[0], d[1] / radii[1], d[2] / radii[2])) for d in ways),
                    (width,) * len(ways),
                )
            )
    return tuple(out)


def _bent(a: Vec, b: Vec, c: Vec) -> list[Vec]:
    """Points of the parabola from a through b to c."""
    turn = (2 * b[0] - (a[0] + c[0]) / 2, 2 * b[1] - (a[1] + c[1]) / 2, 2 * b[2] - (a[2] + c[2]) / 2)
    shares = [i / _LOCK_POINTS for i in range(_LOCK_POINTS + 1)]
    return [mix(mix(a, turn, t), mix(turn, c, t), t) for t in shares]


def hung(space: HeadSpace, shape: HairShape, places: Sequence[Vec]) -> Sequence[Vec]:
    """Places of hair where weight draws them: loose hair hangs off a cheek, or falls on to it, as the head
    leans; what a head lies on is flat.
    """
    if lain := lies_back(space):
        flat = 1 - _LAIN_ON * lain
        places = [(x, y, z * flat if z < 0 else z) for x, y, z in places]
    if not shape.loose:
        return places
    aside, ahead = _drawn_by_weight(space)
    if not aside and not ahead:
        return places
    out = []
    for x, y, z in places:
        below = max(0.0, _HANGS_FROM_Y - y)
        if not below:
            out.append((x, y, z))
            continue
        share = smoothstep(below / _HANGS_FULL_CM)
        below *= share
        # It swings round as a whole, so that its hem stays square to the way it hangs and is no tip; but a
        # head bowed forward leaves it where it is.
        swings = _SWINGS_ASIDE * aside * x + min(0.0, ahead) * (z - _HANGS_ROUND_Z)
        out.append((x + aside * below, y + share * swings, z + ahead * below))
    return out


@told_once
def _drawn_by_weight(space: HeadSpace) -> tuple[float, float]:
    """How far to the left and ahead its weight draws hair that hangs a cm down."""
    right, up, face = space.frame
    share = smoothstep((up[1] - _HANGS_UPRIGHT[0]) / _HANGS_UPRIGHT[1])
    aside, ahead = (
        max(-_HANGS_MOST, min(_HANGS_MOST, -way[1])) * share * by
        for way, by in ((right, _HANGS_ASIDE), (face, _HANGS_AHEAD))
    )
    return aside, ahead


def hairline(space: HeadSpace, shape: HairShape) -> Edge:
    """The hairline's directions and places, as the viewer is to see them."""
    return space.known(("hairline", id(shape)), lambda: _hairline(space, shape))


def _hairline(space: HeadSpace, shape: HairShape) -> Edge:
    edge = shape.hairline, shape.edge
    share = _hidden_chin(space) if shape.inside else hidden_nape(space)
    if shape.other and share > 0:
        edge = _raised(space, shape, share)
    left, right = _set_back_by(space, shape)
    if left or right:
        edge = _set_back(edge, shape.turned, left, right)
    if shape.bares_deg and space.bowed > 0:
        edge = _bared(edge, shape, space.bowed)
    return edge


def _raised(space: HeadSpace, shape: HairShape, share: float) -> Edge:
    """From below and in front, jaw and neck hide the nape: there the hairline is raised out of sight, or hair
    would show as a beard round the jaw. From behind they hide a beard.
    """
    aside = 0.0 if shape.inside else _STAYS * space.view[0]  # on the side that is seen the nape stays
    loop, edge = [], []
    for d, place, (other, other_place) in zip(shape.hairline, shape.edge, shape.other, strict=True):
        t = share * min(1.0, max(0.0, 1 - aside * d[0]))
        loop.append(unit(mix(d, other, t)))
        edge.append(mix(place, other_place, t))
    return tuple(loop), tuple(edge)


def _set_back_by(space: HeadSpace, shape: HairShape) -> tuple[float, float]:
    """How far the hairline is on its way to where else it is, 0 to 1, on the left and on the right."""
    if not shape.turned:
        return 0.0, 0.0
    if shape.inside:  # cheeks or skull hide a beard
        hidden = max(bowed_ahead(space), from_crown(space))
        return hidden, hidden
    turned = smoothstep((abs(space.view[0]) - _SET_BACK[0]) / _SET_BACK[1])
    if shape.loose or shape.ears:
        back = lies_back(space)
        if back or shape.ears:
            return back, back
        turned *= smoothstep((-space.frame[2][1] - _TUCKED[0]) / _TUCKED[1])
    return (turned, 0.0) if space.view[0] > 0 else (0.0, turned)


def _set_back(edge: Edge, turned: Sequence[tuple[Vec, Vec]], left: float, right: float) -> Edge:
    """The hairline a share of its way to where else it is, on both sides. So the edge of a scarf is drawn
    back on the side a turned head is seen from, and loose hair on that of a head that hangs: else little of
    the face would look out.
    """
    ways, places = [], []
    for d, place, (other, other_place) in zip(*edge, turned, strict=True):
        t = left
        if left != right:
            t = max(left * smoothstep(d[0] / _SET_BACK_WHOLE), right * smoothstep(-d[0] / _SET_BACK_WHOLE))
            t = max(t, max(left, right) * smoothstep((_JAW[0] - d[1]) / _JAW[1]))  # the far jaw would be cut
        if not t:
            ways.append(d)
            places.append(place)
            continue
        ways.append(unit(mix(d, other, t)))
        places.append(mix(place, other_place, t))
    return tuple(ways), tuple(places)


def _bared(edge: Edge, shape: HairShape, bowed: float) -> Edge:
    """The hairline of a bowed head: drawn back from the forehead, of which nothing would be seen below it."""
    most = radians(shape.bares_deg) * bowed
    (_, b, c), (_, ry, rz) = shape.centre, shape.radii
    ways, places = [], []
    for d, (x, y, z) in zip(*edge, strict=True):
        if d[2] <= _BARES[0]:
            ways.append(d)
            places.append((x, y, z))
            continue
        turn = most * smoothstep((d[2] - _BARES[0]) / _BARES[1])
        up, ahead = cos(turn), sin(turn)
        v, w = (y - b) / ry, (z - c) / rz
        ways.append((d[0], d[1] * up + d[2] * ahead, d[2] * up - d[1] * ahead))
        places.append((x, b + (v * up + w * ahead) * ry, c + (w * up - v * ahead) * rz))
    return tuple(ways), tuple(places)


@told_once
def lies_back(space: HeadSpace) -> float:
    """How far hair falls back from cheeks and nape, as of a head that lies on its back, 0 to 1."""
    return smoothstep((space.frame[2][1] - _FALLS_BACK[0]) / _FALLS_BACK[1])


@told_once
def from_crown(space: HeadSpace) -> float:
    """How far the skull hides a beard from a viewer above the crown who does not see the face, 0 to 1."""
    above = smoothstep((space.view[1] - _CROWN_HIDES[0]) / _CROWN_HIDES[1])
    above *= 1 - smoothstep((abs(space.view[0]) - _BESIDE_BEARD[0]) / _BESIDE_BEARD[1])
    return above * smoothstep((_CROWN_BEFORE_FACE[0] - space.view[2]) / _CROWN_BEFORE_FACE[1])


@told_once
def bowed_ahead(space: HeadSpace) -> float:
    """How far a head is bowed to a viewer in front of it, 0 to 1: from its side a beard is seen as it is."""
    return space.bowed * (1 - smoothstep((abs(space.view[0]) - _BESIDE_BEARD[0]) / _BESIDE_BEARD[1]))


def beyond(space: HeadSpace, shape: HairShape) -> Edge:
    """The hairline on the far side of the head. Of a head that lies the hair falls back: from its side it
    would look out as a chip under the chin. From above, its hem would look out as two dark ears.
    """
    aside = smoothstep((abs(space.view[0]) - _ASIDE[0]) / _ASIDE[1])
    lies = aside * smoothstep((space.frame[2][1] - _LIES[0]) / _LIES[1])
    share = max(lies, smoothstep((space.view[1] - _FROM_ABOVE[0]) / _FROM_ABOVE[1]))
    edge = shape.beyond
    if shape.loose and (back := max(_set_back_by(space, shape))):  # one hem with that of the near side
        edge = _set_back(edge, shape.turned, back, back)
    if not shape.other or share <= 0:
        return edge
    pairs = [
        (unit(mix(d, other, share)), mix(place, other_place, share))
        for d, place, (other, other_place) in zip(*edge, shape.other, strict=True)
    ]
    return tuple(d for d, _ in pairs), tuple(place for _, place in pairs)


def _hidden_chin(space: HeadSpace) -> float:
    """How far the neck hides the chin from a viewer behind the head, 0 to 1."""
    return smoothstep((0.1 - space.view[2]) / 0.5)


@told_once
def hidden_nape(space: HeadSpace) -> float:
    """How far jaw and neck hide the nape from the viewer, 0 to 1."""
    return under_jaw(space) * smoothstep((0.7 - abs(space.view[0])) / 0.4)


@told_once
def under_jaw(space: HeadSpace) -> float:
    """How far the viewer looks up at the jaw, 0 to 1."""
    return smoothstep((-space.view[1] - 0.12) / 0.3) * smoothstep((space.view[2] + 0.1) / 0.35)
