"""The shape of hair: a shell round the skull with a closed hairline and locks, and what stands out from it.

The hairline is of directions from the shell's middle, with the hair on its left. What becomes of it as the
head turns, bows, hangs or leans is told in `hairline`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import atan2, cos, sin, tau

from unhunch.figure.head.skull import BOTH, BRAINCASE, SKULL, Line, on_face
from unhunch.figure.rig.vectors import Vec, add, curved, dot, mad, mix, scale, smoothstep, sub, unit

Egg3 = tuple[Vec, Vec]
"""The middle and the half axes of an egg."""
Lock = tuple[Vec, Vec, Vec, float]
"""A lock of the left half: directions of its root, middle and tip, and its width in cm."""

ABOVE_EARS = 0.18
"""The height above the ears, of a direction."""
_EAR = 0.2  # of a direction: how far in front the ear begins
_LOCK_POINTS = 4
_NEAR_HAIRLINE = 0.86  # cosine of what is between a curl and a hairline that it may reach
_HEM = (-0.25, 0.4)  # how far down (a direction) the hem of loose hair begins, and until it is all hem
_SUNK = 0.965  # locks lie a little inside the shell, and so never stand out over its horizon
# So far off the skin a hairline is at least; and from how far ahead in the head (cm) it begins to be, and is.
_OFF_SKIN_CM, _OVER_FACE = 0.15, (2.0, 3.0)
_OFF_CHEEK_CM = 0.2  # so far a beard stands off the cheeks, which would look out beyond it as a rim


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
    inner: frozenset[Vec]  # those of them that lie far from the hairline
    inside: bool  # whether the hair lies inside its hairline, as a beard does, not round the face
    other: tuple[tuple[Vec, Vec], ...]  # directions and places of the hairline where the head hides its end
    beyond: tuple[tuple[Vec, ...], tuple[Vec, ...]]  # the hairline on the far side of the head, and its edge
    tips: tuple[tuple[Egg3, ...], ...]  # the round ends of hair beside the neck, each round its eggs
    wisps: tuple[Line, ...]  # thin strands that are loose, on the skin beside the hairline
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
    wisps: Sequence[Lock] = (),
    ears: bool = True,
    hangs: bool = False,
    loose: bool = False,
    curls: Sequence[Vec] = (),
    inside: bool = False,
    other: Sequence[Vec] | None = None,
    beyond: Sequence[Vec] | None = None,
    tip: Sequence[Egg3] = (),
    quiff: Sequence[Egg3] = (),
    parting: Sequence[Lock] = (),
    turned: Sequence[Vec] | None = None,
    right: Sequence[Vec] = (),
    turned_right: Sequence[Vec] = (),
    bares_deg: float = 0.0,
    lining_cm: float = 0.0,
) -> HairShape:
    """Hair from the left half of its hairline, front to nape, and of its locks: mirrored and rounded.

    `lift` is how far the hairline stands off the skull towards the shell, 0 to 1, and `turns_in` by how much
    less at its hem; without one it lies on the cheeks and stands off below them. `other` is the half hairline
    for where the head hides hair that its shell would show, point for point; without one it runs across the
    head above the ears. `beyond` is the half hairline on the side of the head away from the viewer, if it is
    another there. `tip` is the round end of the hair beside the left of the neck; `quiff` is what stands up
    over the forehead, without which short hair is a helmet. `turned` is the half hairline of a scarf, or of
    loose hair of a head that hangs, for who sees it from its side; or that of a beard for a bowed head.
    `strands` are locks without a mirror image, `wisps` loose ones on the skin. `right` is where
    every hairline runs right of the middle of the forehead, if hair is swept to that side; `turned_right` is
    that of one that is `turned`, if it is another there.
    """

    def closed(points: Sequence[Vec], right: Sequence[Vec] = right) -> tuple[Vec, ...]:
        return _closed(points, right)[:: -1 if inside else 1]

    loop = closed(half)

    def edge(d: Vec) -> Vec:
        if lift is None:
            return on_cheek(centre, radii, d)
        off = lift - turns_in * smoothstep((_HEM[0] - d[1]) / _HEM[1])
        (a, b, c), (x, y, z) = mix(SKULL[0], centre, off), mix(scale(SKULL[1], 0.97), radii, off)
        return _on_skin((a + d[0] * x, b + d[1] * y, c + d[2] * z))

    hidden = _without_nape(loop) if other is None else closed(other)
    far = loop if beyond is None else closed(beyond)
    return HairShape(
        centre=centre,
        radii=radii,
        hairline=loop,
        edge=tuple(map(edge, loop)),
        pole=pole,
        dark=_locks(centre, radii, dark) + _locks(centre, radii, strands, mirrored=False),
        ears=ears,
        hangs=hangs,
        loose=loose,
        curls=tuple(curls),
        inner=frozenset(d for d in curls if _is_inner(d, loop)),
        inside=inside,
        other=tuple((d, edge(d)) for d in hidden),
        beyond=(far, tuple(map(edge, far))),
        tips=_both_sides(tip),
        wisps=tuple(_wisp(lock, side, edge) for lock in wisps for side in BOTH),
        quiff=tuple(quiff),
        parting=_locks(centre, radii, parting, mirrored=False),
        turned=tuple((d, edge(d)) for d in closed(turned, turned_right or right)) if turned else (),
        bares_deg=bares_deg,
        lining_cm=lining_cm,
    )


def on_cheek(centre: Vec, radii: Vec, way: Vec) -> Vec:
    """The place of a beard that way from the middle of its shell: it lies on the cheeks, and stands off below
    them.
    """
    shell = (centre[0] + way[0] * radii[0], centre[1] + way[1] * radii[1], centre[2] + way[2] * radii[2])
    below = smoothstep(-way[1] / 0.4)
    return mix(mad(on_face(centre, way), way, _OFF_CHEEK_CM), shell, below) if below < 1 else shell


def _is_inner(curl: Vec, loop: Sequence[Vec]) -> bool:
    """Whether a curl lies so far within the hair that it is no part of its edge at the hairline."""
    return max(dot(unit(curl), d) for d in loop) < _NEAR_HAIRLINE


def _on_skin(place: Vec) -> Vec:
    """A place of a hairline, out of the forehead if it lies within: hair covers the skin it ends on, or a rim
    of that would show beyond the edge.
    """
    way = sub(place, BRAINCASE[0])
    rim = add(on_face(BRAINCASE[0], way), scale(unit(way), _OFF_SKIN_CM))
    ahead = smoothstep((way[2] - _OVER_FACE[0]) / _OVER_FACE[1])
    return mix(place, rim, ahead) if dot(sub(rim, place), way) > 0 else place


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


def _closed(half: Sequence[Vec], right: Sequence[Vec] = (), steps: int = 2) -> tuple[Vec, ...]:
    """A hairline from its left half, front to nape: mirrored, but for what is told of the `right` from the
    middle on, and rounded, every point a direction.
    """
    mirrored = [(-x, y, z) for x, y, z in half[1:-1]]
    loop = [*half, *reversed([*right, *mirrored[len(right) :]])]
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


def _wisp(lock: Lock, side: float, edge: Callable[[Vec], Vec]) -> Line:
    """A loose strand on one side, where `edge` puts what ends on the skin."""
    *ends, width = lock
    ways = [unit((x * side, y, z)) for x, y, z in _bent(*ends)]
    return Line(tuple(map(edge, ways)), tuple(ways), (width,) * len(ways))


def _bent(a: Vec, b: Vec, c: Vec) -> list[Vec]:
    """Points of the parabola from a through b to c."""
    turn = (2 * b[0] - (a[0] + c[0]) / 2, 2 * b[1] - (a[1] + c[1]) / 2, 2 * b[2] - (a[2] + c[2]) / 2)
    shares = [i / _LOCK_POINTS for i in range(_LOCK_POINTS + 1)]
    return [curved(a, turn, c, t) for t in shares]
