"""Quiet folds of cloth: short tapered strokes where it bends."""

from collections.abc import Iterator, Mapping, Sequence

from unhunch.figure.anatomy import Body
from unhunch.figure.camera import Camera
from unhunch.figure.parts import Cloth, Layer
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.shapes import filled, ribbon
from unhunch.figure.vectors import Vec, dot, point, smoothstep, to_world, unit

_TONE = 0.17
_FAINTEST = 0.08
# Cosines: cloth that faces the viewer by more than the first shows its folds, by the second more wholly.
_SEEN, _TURNS = 0.12, 0.4

_Line = tuple[Vec, ...]
# Folds of the shirt, of its left side where it has two, in the space of a joint of the spine; where they
# look; and whether they come in from the edge.
_LEANT: tuple[_Line, ...] = (
    ((12.4, 2.6, 0.8), (11.2, 0.8, 4.6), (9.3, -0.4, 7.4), (6.6, -1.2, 9.2), (3.4, -1.4, 10.2)),
    ((12.4, -3.0, 0.8), (11.4, -4.6, 4.4), (9.8, -5.6, 6.8), (7.4, -6.2, 8.8)),
)
_ROUNDED: tuple[_Line, ...] = (
    ((7.2, 1.0, 8.0), (9.4, 0.8, 6.4), (11.0, 1.6, 4.2), (11.9, 3.2, 1.4)),
    ((7.6, -4.0, 7.8), (9.6, -4.2, 6.4), (11.0, -3.6, 4.4), (11.8, -2.4, 2.0)),
)
_ARCHED: tuple[_Line, ...] = (
    ((4.6, 1.0, -7.2), (8.4, 0.2, -5.8), (11.0, 0.6, -3.2), (12.1, 2.0, 0.2)),
    ((5.0, -3.4, -7.4), (8.6, -4.4, -6.2), (11.2, -4.4, -3.6), (12.4, -3.2, -0.6)),
)
_PULLED_IN_FRONT: tuple[_Line, ...] = (
    ((12.8, 4.6, 4.8), (11.6, 0.2, 7.4), (9.8, -4.6, 9.4), (7.4, -8.8, 10.4)),
    ((13.4, 0.4, 3.4), (12.8, -4.2, 5.4), (11.6, -8.4, 7.2), (10.0, -11.8, 8.4)),
)
_PULLED_ASIDE: tuple[_Line, ...] = (
    ((13.6, 4.6, 4.4), (13.8, 0.4, 2.2), (13.6, -3.6, -0.8), (12.6, -6.8, -4.0)),
    ((13.6, 2.0, 5.6), (13.8, -2.4, 4.2), (13.4, -6.8, 2.4), (12.8, -10.6, 0.6)),
)
_SAT: tuple[_Line, ...] = (((10.6, -1.6, 7.0), (12.0, -0.4, 4.4), (12.9, 1.2, 1.4), (12.9, 3.0, -1.8)),)
_TWISTED: tuple[_Line, ...] = (
    ((-9.6, -9.0, 6.8), (-4.0, -4.4, 10.2), (2.6, 1.0, 11.0), (8.2, 6.2, 9.4)),
    ((-6.8, -13.0, 8.6), (-1.4, -9.0, 10.4), (4.6, -4.6, 10.0), (9.4, -0.4, 7.8)),
)


def fold(
    camera: Camera,
    cloth: Cloth,
    points: Sequence[Vec],
    out: Vec,
    *,
    deep: float,
    from_edge: bool = False,
) -> Layer | None:
    """A fold along at least four points of a cloth whose outside looks `out`; `deep` is 0 (none) to 1.

    It tapers to both ends, or one that comes in from the cloth's edge only to its last.

    None while it cannot be seen: it fades as its side turns away.
    """
    deep *= smoothstep((camera.facing(out) - _SEEN) / _TURNS)
    if deep < _FAINTEST:
        return None
    line = [camera.xy(p) for p in points]
    wide = camera.px_per_cm * (0.35 + 0.35 * deep)
    last = len(line) - 1
    shares = [0.5 + i / last / 2 if from_edge else i / last for i, _ in enumerate(line)]
    smooth = ribbon(line, [wide * 4 * share * (1 - share) for share in shares])
    return Layer(cloth, filled(smooth), tone=_TONE * deep, casts=False)


def shirt_folds(body: Body, camera: Camera, waist: float, drawn_up: Mapping[Side, float]) -> list[Layer]:
    """Where the shirt is pressed together or pulled, as the pose has it.

    A trunk that leans or bends folds it on the inner side of the bend, one that twists from hip to ribs; a
    raised arm pulls it from the armpit, a thigh drawn up (sine of its angle with the trunk) at the hip.
    """
    found = []
    for joint, lines, faces, deep, sx in _occasions(body, drawn_up):
        if deep < _FAINTEST:
            continue
        o, f = body.spine[joint]
        out = to_world(f, unit((faces[0] * sx, faces[1], faces[2])))
        for line in lines:
            points = [point(o, f, (x * sx * waist, y, z)) for x, y, z in line]
            found.append(fold(camera, "top", points, out, deep=deep, from_edge=lines is not _TWISTED))
    return [layer for layer in found if layer]


def _occasions(
    body: Body, drawn_up: Mapping[Side, float]
) -> Iterator[tuple[int, tuple[_Line, ...], Vec, float, float]]:
    """Joint, folds, where they look, how deep they are, and which side they are on."""
    (px, _, pz), (_, up, ahead) = body.frames["pelvis"], body.spine[4][1]
    lean, bent, twist = dot(up, px), dot(up, pz), dot(ahead, px)
    for s, sx in SIDES:
        yield 1, _LEANT, (0.45, 0.0, 1.0), smoothstep((lean * sx - 0.1) / 0.3), sx
        yield 1, _ROUNDED, (1.0, 0.0, 0.25), smoothstep((bent - 0.3) / 0.4), sx
        yield 1, _ARCHED, (1.0, 0.0, -0.25), smoothstep((-bent - 0.05) / 0.3), sx
        pulled = 0.8 * smoothstep((body.lift[s] - 0.3) / 0.5)
        yield 4, _PULLED_IN_FRONT, (0.1, 0.0, 1.0), pulled, sx
        yield 4, _PULLED_ASIDE, (1.0, 0.0, -0.6), pulled, sx
        yield 0, _SAT, (1.0, 0.0, 0.2), 0.8 * smoothstep((drawn_up[s] - 0.1) / 0.5), sx
    yield 2, _TWISTED, (0.0, 0.0, 1.0), smoothstep((abs(twist) - 0.12) / 0.3), 1.0 if twist > 0 else -1.0
