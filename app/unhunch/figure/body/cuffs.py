"""Cuffs of trouser legs: each a turn-up with clear corners, where cloth alone would end as a round pipe."""

from unhunch.figure.body.clothing import Cut, cut_across
from unhunch.figure.body.flesh import Bone
from unhunch.figure.ink.parts import Layer, Part, rim
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec, cross, dot, mad, perpendicular, scale, sub, unit

# How high a turn-up is, how much wider than the hem and how far beyond it; the line above it (cm), how dark.
_HIGH_CM, _WIDER_CM, _BEYOND_CM = 3.2, 0.2, 0.2
_LINE_CM, _LINE_TONE = 0.4, 0.16
# Any way across a leg does to turn a ring round it that is not nearly along it (cosine).
_NOT_ALONG = 0.95
_ELSEWHERE: Vec = (0.3, 0.1, 0.9)


def turn_up(camera: Camera, part: Part, bone: Bone, cut: Cut) -> None:
    """Lay a turn-up round the end of a trouser leg, over its cloth and below what is over that."""
    down = cut_across(camera, unit(sub(bone.end, bone.start)), cut.hangs)
    across = bone.front if abs(dot(bone.front, down)) < _NOT_ALONG else _ELSEWHERE
    x, up = perpendicular(across, down), scale(down, -1)
    frame = (x, up, cross(x, up))
    radius = bone.radius(cut.end) + cut.edge + _WIDER_CM
    end = mad(bone.at(cut.end), down, _BEYOND_CM)
    top = mad(end, up, _HIGH_CM)
    cloth = rim(camera, end, frame, a_cm=radius, c_cm=radius, band_cm=_HIGH_CM)
    line = rim(camera, top, frame, a_cm=radius, c_cm=radius, band_cm=_LINE_CM)
    if cloth and line:
        at = next(i for i, layer in enumerate(part.layers) if layer.cloth == cut.cloth and layer.outlines)
        part.layers[at + 1 : at + 1] = [
            Layer(cut.cloth, cloth),
            Layer(cut.cloth, line, tone=_LINE_TONE, casts=False),
        ]
