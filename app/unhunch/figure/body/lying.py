"""The trousers of somebody who lies with their back on the floor: the shade of the shirt's hem on them, that
of thighs which come towards the viewer on the seat, and the creases and the round of hips turned on their
side.
"""

from collections.abc import Iterator, Mapping

from unhunch.figure.body.bends import on_side_of
from unhunch.figure.body.flesh import THIGH, Bone
from unhunch.figure.body.knees import across, comes, lights, outward
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import Outline, Point, band, filled, hull
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, perpendicular, smoothstep, sub, unit

# Ribs lie on the floor whose front looks up so far (sine), and wholly by so much more; their spine is no
# higher than so many cm, and not at all by so many more.
_UP_FROM, _UP = 0.5, 0.3
_ON_FLOOR_CM, _OFF_FLOOR_CM = 15.0, 3.0
_ABOVE_FROM, _ABOVE = 0.45, 0.25  # cosines: seen from above; from the side a hem is no line across thighs
_FAINTEST = 0.1
# How far (cm) the hem's shade reaches, and how dark it is.
_HEM_CM, _HEM_TONE = 3.2, 0.2
# A thigh comes towards the viewer: which way on the screen the shade of its knee falls, from where on (share)
# that is, how wide (cm) and how dark it is on trousers and shirt.
_FALLS: Point = (0.75, 0.66)
_KNEE_FROM, _KNEE_CM, _KNEE_TONES = 0.6, 3.4, (("trousers", 0.1), ("top", 0.16))
# Of hips on their side the outer side of the upper thigh looks up (sine). Its creases begin at the groin, one
# where it leaves the seat, told in shares: outward, along, to the front; how wide (cm) along them, how dark.
_OUTER_UP = 0.5
_CREASES: tuple[tuple[Vec, ...], ...] = (
    ((0.1, 0.24, 1.05), (0.6, 0.28, 0.75), (0.9, 0.34, 0.4), (1.0, 0.42, 0.0), (0.95, 0.5, -0.3)),
    ((0.1, 0.4, 1.05), (0.5, 0.44, 0.85), (0.8, 0.5, 0.6), (0.95, 0.57, 0.35), (1.0, 0.63, 0.15)),
    ((0.3, 0.8, -1.2), (0.6, 0.68, -0.95), (0.85, 0.56, -0.65), (0.95, 0.44, -0.35), (1.0, 0.34, 0.0)),
)
_CREASE_CM, _CREASE_TONE = (2.4, 2.2, 1.5, 0.8, 0.0), 0.34
# The light on its round, told as they are: how round (cm) and how light it is each time.
_HIP_LIT: tuple[Vec, ...] = ((0.85, 0.26, -0.1), (0.8, 0.34, -0.55))
_HIP_LIT_CM, _HIP_LIGHT = (5.6, 4.0, 2.4), -0.09


def on_back_of(body: Body) -> float:
    """How far somebody lies with their ribs on the floor, however the hips are turned, 0 to 1."""
    up = smoothstep((body.frames["chest"][2][1] - _UP_FROM) / _UP)
    return up * (1 - smoothstep((body.spine[4][0][1] - _ON_FLOOR_CM) / _OFF_FLOOR_CM))


def lying_shades(
    body: Body, camera: Camera, hips: Mapping[Side, Vec], limbs: float, *, hem: Egg, down: Point
) -> Iterator[Layer]:
    """All of these, of thighs that begin at `hips` and are `limbs` times as thick, below a hem that opens
    `down` the screen.
    """
    from_above = smoothstep((camera.facing(body.frames["chest"][2]) - _ABOVE_FROM) / _ABOVE)
    lies = on_back_of(body) * from_above
    if lies < _FAINTEST:
        return
    yield _of_hem(camera, hem, down, lies)
    for s, sx in SIDES:
        knee, ankle = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"]
        along = unit(sub(knee, hips[s]))
        # The front of a leg that is straight is that of who lies: up, as `perpendicular` has it.
        thigh = Bone(hips[s], knee, perpendicular(sub(knee, ankle), along), THIGH, limbs)
        near = lies * comes(camera, thigh)
        if near >= _FAINTEST:
            yield from _below_knee(camera, thigh, near)
        deep = lies * on_side_of(body) * smoothstep(outward(thigh, sx)[1] / _OUTER_UP)
        if deep >= _FAINTEST:
            yield _at_groin(camera, thigh, sx, deep)
            yield from lights(camera, across(thigh, sx, _HIP_LIT), _HIP_LIT_CM, _HIP_LIGHT * deep)


def _of_hem(camera: Camera, hem: Egg, down: Point, lies: float) -> Layer:
    """The shade of the shirt's hem: all of it but what shows below is covered by the shirt."""
    x, y, *size, z = hem
    dx, dy = (_HEM_CM * camera.px_per_cm * v for v in down)
    xx, xy, yy = size
    return soft("trousers", filled(hull([(x + dx, y + dy, xx, xy, yy, z)], camera.detail)), _HEM_TONE * lies)


def _below_knee(camera: Camera, thigh: Bone, near: float) -> Iterator[Layer]:
    """The shade beside the knee of a thigh that comes towards the viewer (1), on what is behind it."""
    outline = hull(thigh.balls(camera, 0.0, after=_KNEE_FROM), camera.detail)
    shade = filled(_beside(outline, _KNEE_CM * camera.px_per_cm))
    for cloth, tone in _KNEE_TONES:
        yield soft(cloth, shade, tone * near)


def _beside(outline: Outline, wide: float) -> Outline:
    """A band outside an outline, along its side away from the light, that tapers to its ends."""
    n = len(outline)
    x, y = sum(px for px, _ in outline) / n, sum(py for _, py in outline) / n
    u, v = _FALLS
    reach = [(px - x) * u + (py - y) * v for px, py in outline]
    first = next(i for i in range(n) if reach[i - 1] <= 0 < reach[i])
    side = [k % n for k in range(first, first + n) if reach[k % n] > 0]
    widths = [wide * reach[k] / max(reach) for k in side]
    line = [(outline[k][0] + u * w / 2, outline[k][1] + v * w / 2) for k, w in zip(side, widths, strict=True)]
    return band(line, widths)


def _at_groin(camera: Camera, thigh: Bone, sx: float, deep: float) -> Layer:
    """The creases of the upper thigh of hips that lie on their side (1)."""
    widths = [cm * camera.px_per_cm for cm in _CREASE_CM]
    lines = ([camera.xy(p) for p in across(thigh, sx, line)] for line in _CREASES)
    creases = [band(line, widths) for line in lines]
    return soft("trousers", filled(*creases), _CREASE_TONE * deep)
