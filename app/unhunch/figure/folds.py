"""Quiet folds of cloth: short tapered strokes where it bends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from unhunch.figure.anatomy import Body
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Cloth, Layer
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.shapes import filled, ribbon
from unhunch.figure.vectors import Vec, dot, mad, mix, point, smoothstep, sub, to_local, to_world, unit

_TONE = 0.15
_FAINTEST = 0.08
# How wide a faint fold is, and a deep one more: thinner ones look like scratches.
_THIN_CM, _DEEPER_CM = 0.45, 0.6
_COLLAR_BONE = 0.5
_CLOSE_CM, _CLOSE_FADES_CM = 90.0, 40.0  # a picture no wider than the first is a close one
_BONE_BOWS = ((0.0, 0.0), (0.3, -0.9), (0.6, -0.6), (1.0, 0.0))  # share of the way, cm
# Cosines: cloth that faces the viewer by more than the first shows its folds, by the second more wholly.
_SEEN, _TURNS = 0.12, 0.4
_FROM_FRONT = 0.5  # seen more from the side than this, a fold of the breast would lie on the ribs
_RIBS, _RIBS_WIDER = 3, 0.4  # from this joint of the spine on, a wide waist widens the trunk by so much of it

_Line = tuple[Vec, ...]
# Folds of the left side, or from the right hip up to the left, in the space of a joint of the spine.
_LEANT: tuple[_Line, ...] = (
    ((12.4, 2.6, 0.8), (11.2, 0.8, 4.6), (9.3, -0.4, 7.4), (6.6, -1.2, 9.2), (3.4, -1.4, 10.2)),
    ((12.4, -3.0, 0.8), (11.4, -4.6, 4.4), (9.8, -5.6, 6.8), (7.4, -6.2, 8.8)),
)
_ROUNDED: tuple[_Line, ...] = (
    ((7.2, 1.0, 8.0), (9.4, 0.8, 6.4), (11.0, 1.6, 4.2), (11.9, 3.2, 1.4)),
    ((7.6, -4.0, 7.8), (9.6, -4.2, 6.4), (11.0, -3.6, 4.4), (11.8, -2.4, 2.0)),
)
_ARCHED: tuple[_Line, ...] = (
    ((4.6, 1.0, -6.0), (8.4, 0.2, -5.0), (11.0, 0.6, -3.2), (12.1, 2.0, 0.2)),
    ((5.0, -3.4, -6.4), (8.6, -4.4, -5.6), (11.0, -4.4, -3.6), (12.1, -3.2, -0.6)),
)
_SOFTER = 2.0  # so much wider are folds beside an armpit: as thin as others they would be scratches
# Below the armpit of a hanging arm, towards the breast.
_HANGING: tuple[_Line, ...] = (((14.0, 1.4, 3.2), (13.3, -0.8, 5.0), (12.5, -2.4, 6.6), (11.4, -3.7, 7.8)),)
# Of a raised arm one fold goes round the muscle from the armpit up to the neck, and one over the ribs behind.
_PULLED_IN_FRONT: tuple[_Line, ...] = (
    ((15.2, 1.2, 2.6), (13.4, 3.0, 5.2), (11.2, 4.8, 6.6), (9.2, 7.2, 7.0)),
)
_PULLED_ASIDE: tuple[_Line, ...] = (
    ((13.4, 6.6, 2.4), (13.6, 3.6, 1.0), (13.4, 0.8, -0.4), (12.8, -1.8, -1.8)),
)
_SAT: tuple[_Line, ...] = (((10.6, -1.6, 7.0), (12.0, -0.4, 4.4), (12.9, 1.2, 1.4), (12.9, 3.0, -1.8)),)
# In front the shirt of somebody who sits gathers over the lap, from both sides.
_SAT_IN_FRONT: tuple[_Line, ...] = (((12.6, 3.4, 3.0), (11.2, 1.2, 6.2), (9.0, -0.4, 8.2), (6.2, -1.2, 9.4)),)
_TWISTED: tuple[_Line, ...] = (
    ((-7.4, -8.8, 8.2), (-4.6, -5.6, 9.8), (-0.8, -2.0, 10.6), (3.4, 0.8, 10.4), (6.6, 2.4, 9.0)),
)


def fold(
    camera: Camera,
    cloth: Cloth,
    points: Sequence[Vec],
    out: Vec,
    *,
    deep: float,
    from_edge: bool = False,
    seen: float = _SEEN,
    softer: float = 1.0,
) -> Layer | None:
    """A fold along at least four points of a cloth whose outside looks `out`; `deep` is 0 (none) to 1.

    It tapers to both ends, or one that comes in from the edge only to its last; it is `softer` times as
    wide as others.

    None while it cannot be seen: it fades as its side turns away, until it faces the viewer by no more than
    `seen` (cosine).
    """
    deep *= smoothstep((camera.facing(out) - seen) / _TURNS)
    if deep < _FAINTEST:
        return None
    line = [camera.xy(p) for p in points]
    wide = camera.px_per_cm * softer * (_THIN_CM + _DEEPER_CM * deep)
    last = len(line) - 1
    shares = [0.5 + i / last / 2 if from_edge else i / last for i, _ in enumerate(line)]
    smooth = ribbon(line, [wide * 4 * share * (1 - share) for share in shares])
    return Layer(cloth, filled(smooth), tone=_TONE * deep, casts=False)


def collar_bones(body: Body, camera: Camera) -> list[Layer]:
    """In a picture of head and shoulders, the collar bones: a light hint under the shirt, from the notch out
    to the shoulders.
    """
    close = 1 - smoothstep((camera.width / camera.px_per_cm - _CLOSE_CM) / _CLOSE_FADES_CM)
    o, f = body.spine[5]
    deep = _COLLAR_BONE * close
    found = []
    for s, sx in SIDES:
        tip = to_local(f, sub(body.joints[f"shoulder_{s}"], o))
        outer: Vec = (tip[0] - 2.6 * sx, tip[1] + 3.0, tip[2] + 4.2)
        inner: Vec = (3.6 * sx, -0.6, 8.4)
        line = [mad(mix(inner, outer, t), (0.0, 1.0, 0.0), bow) for t, bow in _BONE_BOWS]
        out = unit(to_world(f, (0.3 * sx, 0.0, 1.0)))
        found.append(fold(camera, "top", [point(o, f, p) for p in line], out, deep=deep))
    return [layer for layer in found if layer]


def trunk_folds(body: Body, camera: Camera, waist: float, drawn_up: Mapping[Side, float]) -> list[Layer]:
    """Where shirt and lap are pressed together or pulled, as the pose has it.

    A trunk that leans or bends folds the shirt on the inner side of the bend, one that twists from hip to
    ribs; a raised arm pulls it from the armpit, a thigh drawn up (sine of its angle with the trunk) at the
    hip. Sitting folds the trousers across the lap.
    """
    found = []
    for crease in _creases(body, drawn_up):
        if crease.deep < _FAINTEST:
            continue
        o, f = body.spine[crease.joint]
        x, y, z = crease.faces
        out = to_world(f, unit((x * crease.sx, y, z)))
        if camera.facing(out) <= crease.seen:
            continue
        wide = waist if crease.joint < _RIBS else min(waist, 1 + (waist - 1) * _RIBS_WIDER)
        for line in crease.lines:
            points = [point(o, f, (x * crease.sx * wide, y, z)) for x, y, z in line]
            found.append(
                fold(
                    camera,
                    crease.cloth,
                    points,
                    out,
                    deep=crease.deep,
                    from_edge=crease.from_edge,
                    seen=crease.seen,
                    softer=crease.softer,
                )
            )
    return [layer for layer in found if layer]


def _pulled(body: Body, s: Side) -> float:
    """How far a raised arm pulls at the shirt, 0 to 1."""
    return smoothstep((body.lift[s] - 0.3) / 0.5)


@dataclass(frozen=True, slots=True)
class _Crease:
    """Folds in the space of a joint of the spine: which way they look, how deep they are (0 to 1), on which
    side, how far they must face the viewer to show (cosine), and how many times as wide as others they are.
    """

    joint: int
    lines: tuple[_Line, ...]
    faces: Vec
    deep: float
    sx: float
    cloth: Cloth = "top"
    from_edge: bool = True
    seen: float = _SEEN
    softer: float = 1.0


def _creases(body: Body, drawn_up: Mapping[Side, float]) -> Iterator[_Crease]:
    (px, _, pz), (_, up, ahead) = body.frames["pelvis"], body.spine[4][1]
    lean, bent, twist = dot(up, px), dot(up, pz), dot(ahead, px)
    for s, sx in SIDES:
        yield _Crease(1, _LEANT, (0.45, 0.0, 1.0), smoothstep((lean * sx - 0.1) / 0.3), sx)
        hanging = 0.32 * (1 - _pulled(body, s))
        yield _Crease(4, _HANGING, (0.2, 0.0, 1.0), hanging, sx, softer=_SOFTER)
        yield _Crease(1, _ROUNDED, (1.0, 0.0, 0.25), smoothstep((bent - 0.3) / 0.4), sx)
        yield _Crease(1, _ARCHED, (0.8, 0.0, -0.6), smoothstep((-bent - 0.05) / 0.3), sx)
        # The side a trunk leans away from is drawn out smooth.
        slack = 1 - smoothstep((-lean * sx - 0.05) / 0.2)
        pulled = 0.5 * _pulled(body, s) * slack
        yield _Crease(4, _PULLED_IN_FRONT, (0.1, 0.0, 1.0), pulled, sx, seen=_FROM_FRONT)
        yield _Crease(4, _PULLED_ASIDE, (1.0, 0.0, -0.6), 0.7 * pulled, sx, softer=_SOFTER)
        yield _Crease(0, _SAT, (1.0, 0.0, 0.2), 0.8 * smoothstep((drawn_up[s] - 0.1) / 0.5), sx)
        lap = 0.5 * smoothstep((min(drawn_up.values()) + 0.6) / 0.4)
        yield _Crease(0, _SAT_IN_FRONT, (0.1, 0.0, 1.0), lap, sx, seen=_FROM_FRONT)
    side = 1.0 if twist > 0 else -1.0
    twisted = smoothstep((abs(twist) - 0.12) / 0.3)
    yield _Crease(2, _TWISTED, (0.0, 0.0, 1.0), twisted, side, from_edge=False)
