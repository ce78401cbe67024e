"""What shows of the upper body through a shirt: a quiet shade below each collarbone and each breast."""

from collections.abc import Iterator

from unhunch.figure.head.neck import chin_down, lean_of
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import Outline, band, filled
from unhunch.figure.people import Build
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.vectors import Vec, mad, mix, point, smoothstep

# Where a bone begins beside the pit of the neck, in the space of the spine's fifth joint, and where it ends,
# from the joint of the shoulder in the same frame; cm.
_BEGINS: Vec = (2.4, -3.2, 7.0)
_ENDS: Vec = (0.0, 2.6, 4.0)
# It bends: the share of its way, how far ahead of that and below it, and how wide its shade is there (cm).
_COURSE = (
    (0.0, 0.0, 0.0, 0.0),
    (0.25, 0.6, 0.5, 0.8),
    (0.5, 0.8, 0.2, 1.0),
    (0.75, 0.6, -0.5, 0.7),
    (0.95, 0.4, -0.6, 0.0),
)
# The shade below a flat chest and below the bust of a whole one, from the armpit to beside the breastbone: in
# the space of the spine's fourth joint, on a plain width, and how wide it is there (cm).
_CHEST: tuple[tuple[Vec, float], ...] = (
    ((11.8, -5.2, 7.6), 0.0), ((10.4, -6.8, 9.0), 1.0), ((8.2, -7.9, 10.2), 1.3), ((5.6, -8.3, 10.9), 0.9),
    ((3.2, -8.1, 11.2), 0.0),
)  # fmt: skip
_BUST: tuple[tuple[Vec, float], ...] = (
    ((11.4, -3.4, 7.8), 0.0), ((10.6, -7.4, 9.0), 1.5), ((7.9, -10.0, 10.4), 2.1), ((4.6, -9.8, 11.0), 1.3),
    ((2.0, -7.6, 11.2), 0.0),
)  # fmt: skip
# Cosine of the breast's turn to the viewer from which they show, and by how much more wholly; how far up an
# arm is, and how far (sine) a head leans to the other side, that has drawn the cloth smooth; the sine of a
# chest that lies, on which the cloth lies flat, and of how much more of one that is upright.
_FACES, _DRAWN_SMOOTH, _LEANS, _UPRIGHT = (0.79, 0.14), 0.3, 0.4, (0.4, 0.4)
_FAINTEST = 0.05
TONE = 0.06


def modelled(body: Body, camera: Camera, build: Build) -> list[Layer]:
    """The shade on a breast that faces the viewer."""
    found = [*collarbones(body, camera), *breasts(body, camera, build)]
    return [soft("top", filled(*found), TONE)] if found else []


def collarbones(body: Body, camera: Camera) -> Iterator[Outline]:
    """The shade below each collarbone; none under a chin that lies there."""
    o, f = body.spine[5]
    raised = 1 - chin_down(body)
    lean = lean_of(body)
    for s, sx in SIDES:
        drawn_long = smoothstep(-lean * sx / _LEANS)
        shown = _shown(body, camera, s) * raised * (1 - drawn_long)
        if shown > _FAINTEST:
            begin = point(o, f, (_BEGINS[0] * sx, *_BEGINS[1:]))
            end = point(body.joints[f"shoulder_{s}"], f, _ENDS)
            line = [mad(mad(mix(begin, end, t), f[2], ahead), f[1], -below) for t, ahead, below, _ in _COURSE]
            yield _shade(camera, line, [shown * wide for *_, wide in _COURSE])


def breasts(body: Body, camera: Camera, build: Build) -> Iterator[Outline]:
    """The shade below each side of the breast of somebody upright."""
    o, f = body.spine[4]
    upright = smoothstep((f[1][1] - _UPRIGHT[0]) / _UPRIGHT[1])
    course = [_mixed(*spots, build.bust) for spots in zip(_CHEST, _BUST, strict=True)]
    for s, sx in SIDES:
        shown = _shown(body, camera, s) * upright
        if shown > _FAINTEST:
            line = [point(o, f, (x * sx * build.shoulders, y, z)) for (x, y, z), _ in course]
            yield _shade(camera, line, [shown * wide for _, wide in course])


def _mixed(flat: tuple[Vec, float], full: tuple[Vec, float], bust: float) -> tuple[Vec, float]:
    """A place of the shade of a breast, and its width, between those of a flat and of a full one."""
    (spot, narrow), (other, wide) = flat, full
    return mix(spot, other, bust), narrow + (wide - narrow) * bust


def _shown(body: Body, camera: Camera, s: Side) -> float:
    """How far the cloth lies loose below an arm on a breast that faces the viewer, 0 to 1."""
    faces = smoothstep((camera.facing(body.spine[5][1][2]) - _FACES[0]) / _FACES[1])
    return faces * (1 - smoothstep(body.lift[s] / _DRAWN_SMOOTH))


def _shade(camera: Camera, line: list[Vec], widths_cm: list[float]) -> Outline:
    """A line of shade as wide at each of its points as told."""
    return band([camera.xy(at) for at in line], [cm * camera.px_per_cm for cm in widths_cm])
