"""Thighs that come towards the viewer, as of somebody who sits and is seen from the front: each ends in a
round knee, and what is between the two is in shade.
"""

from unhunch.figure.body.bends import upright_of
from unhunch.figure.body.flesh import Bone
from unhunch.figure.body.hips import Hips
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import filled, reversed_if_backward
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Side
from unhunch.figure.rig.vectors import Frame, Vec, mad, mix, smoothstep

# The shade between both: down the crease, at such shares of their length, and back along the inner side of
# the thigh's top: how far (shares) to the middle between them, and how far down (of its radius).
_CREASE_ALONG = (0.3, 0.3, 0.7, 0.9, 1.1)
_TOP_ALONG = (
    (1.06, 0.36, 1.0), (1.03, 0.42, 0.7), (0.99, 0.54, 0.3), (0.92, 0.72, 0.0), (0.8, 0.86, -0.1),
    (0.64, 0.94, -0.1), (0.46, 0.99, -0.1),
)  # fmt: skip
_INNER_TONE = 0.18
_FAINTEST = 0.1
# Cosines: turned aside so far, and so much farther, one thigh lies before the other and none is between them.
_ASIDE_FROM, _ASIDE = 0.2, 0.3
_ASLANT_FROM, _ASLANT = 0.15, 0.25  # cosines: turned aside so far, one thigh begins to lie before the other
_WHOLE_LAP = 0.5  # both thighs drawn up so far (share) are all of one
_FRONT_FROM, _FRONT = 0.55, 0.25  # cosines: from which on the front of the pelvis shows a lap, not a profile


def laps_apart(camera: Camera, pelvis: Frame) -> float:
    """How far the thighs of one who sits upright are seen side by side, 0 to 1."""
    across = pelvis[0]
    return upright_of(pelvis) * (1 - smoothstep((abs(camera.facing(across)) - _ASIDE_FROM) / _ASIDE))


def lap_aslant(hips: Hips) -> float:
    """How far one who sits upright is seen aslant from the front, so that the near thigh lies before the
    other one and keeps a line of its own up to the shirt, 0 to 1.
    """
    if not hips.lap:
        return 0.0
    pelvis, camera = hips.body.frames["pelvis"], hips.camera
    across, _, ahead = pelvis
    aside = smoothstep((abs(camera.facing(across)) - _ASLANT_FROM) / _ASLANT)
    front = smoothstep((camera.facing(ahead) - _FRONT_FROM) / _FRONT)
    return smoothstep(hips.lap / _WHOLE_LAP) * upright_of(pelvis) * aside * front


def nearer_side(hips: Hips) -> Side:
    """The side of the hips that is turned to the viewer."""
    return "l" if hips.camera.facing(hips.body.frames["pelvis"][0]) > 0 else "r"


def lap_shades(camera: Camera, thigh: Bone, other: tuple[Vec, Vec], sits: float) -> list[Layer]:
    """The shade on the inner side of a thigh that comes towards the viewer from somebody who sits (1), beside
    another one that is between two places.
    """
    if sits < _FAINTEST:
        return []
    start, end = other

    def middle(t: float) -> Vec:
        return mix(mix(thigh.start, thigh.end, t), mix(start, end, t), 0.5)

    inner = [camera.xy(middle(t)) for t in _CREASE_ALONG]
    for t, inward, down in _TOP_ALONG:
        at = mix(thigh.at(t), middle(t), inward)
        inner.append(camera.xy(mad(at, camera.up, -down * thigh.radius(t))))
    return [soft("trousers", filled(reversed_if_backward(inner)), _INNER_TONE * sits)]
