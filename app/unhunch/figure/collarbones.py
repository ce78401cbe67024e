"""What shows of the collarbones through a shirt: a faint shade below each, from the pit of the neck on."""

from unhunch.figure.anatomy import Body
from unhunch.figure.camera import Camera
from unhunch.figure.neck import chin_down, lean_of
from unhunch.figure.parts import Layer
from unhunch.figure.pose import SIDES
from unhunch.figure.shapes import filled, reversed_if_backward, ribbon
from unhunch.figure.vectors import Vec, mad, mix, point, smoothstep

# Where a bone begins beside the pit of the neck, in the space of the spine's fifth joint, and where it ends,
# from the joint of the shoulder in the same frame; cm.
_BEGINS: Vec = (2.4, -3.2, 7.0)
_ENDS: Vec = (0.0, 2.6, 4.0)
# It bends: the share of its way, how far ahead of that and below it, and how wide its shade is there (cm).
_COURSE = (
    (0.0, 0.0, 0.0, 0.0),
    (0.25, 0.6, 0.5, 0.5),
    (0.5, 0.8, 0.2, 0.6),
    (0.75, 0.6, -0.5, 0.4),
    (0.95, 0.4, -0.6, 0.0),
)
# Cosine of the breast's turn to the viewer from which they show, and by how much more wholly; how far up an
# arm is, and how far (sine) a head leans to the other side, that has drawn the cloth smooth.
_FACES, _DRAWN_SMOOTH, _LEANS = (0.9, 0.08), 0.3, 0.4
_FAINTEST, _TONE = 0.05, 0.09


def collarbones(body: Body, camera: Camera) -> list[Layer]:
    """The shade below each collarbone of a breast that faces the viewer."""
    found = []
    o, f = body.spine[5]
    lean = lean_of(body)
    faces = smoothstep((camera.facing(f[2]) - _FACES[0]) / _FACES[1]) * (1 - chin_down(body))
    for s, sx in SIDES:
        long = smoothstep(-lean * sx / _LEANS)
        shown = faces * (1 - long) * (1 - smoothstep(body.lift[s] / _DRAWN_SMOOTH))
        if shown > _FAINTEST:
            begin = point(o, f, (_BEGINS[0] * sx, *_BEGINS[1:]))
            end = point(body.joints[f"shoulder_{s}"], f, _ENDS)
            line = [
                camera.xy(mad(mad(mix(begin, end, t), f[2], ahead), f[1], -below))
                for t, ahead, below, _ in _COURSE
            ]
            widths = [shown * wide * camera.px_per_cm for *_, wide in _COURSE]
            found.append(reversed_if_backward(ribbon(line, widths)))
    return [Layer("top", filled(*found), tone=_TONE, casts=False)] if found else []
