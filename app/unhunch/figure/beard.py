"""A short full beard: chin and jaw up to the hair before the ears, and a moustache."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import hair_path, hair_shape, lock_layers
from unhunch.figure.parts import Layer
from unhunch.figure.shapes import add_smooth, hull
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import HeadSpace, Line, face_line
from unhunch.figure.vectors import Vec, scale, unit

# From under the lip round the mouth, along the cheek to the hair before the ear; then where it ends: down to
# the throat, or, for a viewer behind the head, where the neck hides it.
_EDGE: tuple[Vec, ...] = (
    (0.0, -0.44, 0.90), (0.16, -0.40, 0.90), (0.33, -0.20, 0.91), (0.50, -0.04, 0.86), (0.64, -0.10, 0.76),
    (0.80, 0.02, 0.58), (0.90, 0.26, 0.30), (0.90, 0.46, 0.10),
)  # fmt: skip
_END: tuple[Vec, ...] = (
    (0.91, 0.46, -0.06), (0.96, 0.12, -0.06), (0.90, -0.34, -0.12), (0.62, -0.74, -0.22), (0.0, -0.94, -0.30),
)  # fmt: skip
_HIDDEN_END: tuple[Vec, ...] = (
    (0.91, 0.40, 0.08), (0.98, 0.10, 0.08), (0.90, -0.34, 0.10), (0.62, -0.70, 0.24), (0.0, -0.90, 0.40),
)  # fmt: skip
_CENTRE: Vec = (0.0, 4.8, 2.4)
_POLE: Vec = (0.0, -0.85, 0.5)
_SHAPE = hair_shape(
    _CENTRE, (6.3, 6.8, 6.9), (*_EDGE, *_END), _POLE, lift=None, inside=True, other=(*_EDGE, *_HIDDEN_END),
    dark=(
        ((0.80, -0.10, 0.56), (0.78, -0.35, 0.50), (0.66, -0.62, 0.42), 0.45),
        ((0.52, -0.30, 0.78), (0.48, -0.55, 0.68), (0.36, -0.80, 0.48), 0.45),
        ((0.16, -0.62, 0.78), (0.14, -0.76, 0.63), (0.10, -0.92, 0.40), 0.45),
    ),
    bright=(
        ((0.68, -0.20, 0.70), (0.64, -0.46, 0.60), (0.50, -0.72, 0.46), 0.6),
        ((0.34, -0.45, 0.82), (0.31, -0.65, 0.70), (0.22, -0.86, 0.46), 0.6),
        ((0.92, 0.20, 0.16), (0.92, -0.06, 0.12), (0.86, -0.36, 0.08), 0.6),
    ),
)  # fmt: skip
# The short hair at its edge, which lets the skin through.
_SOFT_EDGE = tuple(unit((x, y + 0.05, z)) if x > 0.55 else (x, y, z) for x, y, z in _EDGE)
_STUBBLE = hair_shape(
    _CENTRE, (6.2, 6.7, 6.8), (*_SOFT_EDGE, *_END), _POLE, lift=None, inside=True,
    other=(*_SOFT_EDGE, *_HIDDEN_END),
)  # fmt: skip


LIPS_IN_BEARD: tuple[Vec, Vec] = ((0.0, 3.1, 7.5), (2.1, 2.0, 1.7))
"""What stands out round the mouth: hair too, for skin between lips and hair is a white chip in a profile."""
_EDGE_TONE, _EDGE_ON_DARK = 0.16, -0.12
_FROM_BEHIND = (-0.35, 0.35)  # cosine of a face's turn from the viewer by which it is hidden, and less


def _moustache(sx: float) -> Line:
    points = ((0.0, 4.45), (0.8, 4.5), (1.7, 4.15), (2.5, 3.45), (3.0, 2.6))
    return face_line([(x * sx, y) for x, y in points], 1.25, 0.8, raised=0.25)


_MOUSTACHE = tuple(map(_moustache, (1.0, -1.0)))


def beard_layers(space: HeadSpace, is_dark: bool, on_dark_skin: bool) -> list[Layer]:
    """The beard on the viewer's side, with its hairs. On dark skin the edge is lighter than both."""
    path = hair_path(space, _SHAPE, 1.0) or QPainterPath()
    for line in _MOUSTACHE:
        space.add_stroke(path, line)
    shown = smoothstep((space.view[2] - _FROM_BEHIND[0]) / _FROM_BEHIND[1])
    if shown > 0:
        centre, radii = LIPS_IN_BEARD
        add_smooth(path, hull([space.egg(centre, scale(radii, shown))], space.camera.detail))
    stubble = hair_path(space, _STUBBLE, 1.0)
    layers = [Layer("face", stubble, tone=_EDGE_ON_DARK if on_dark_skin else _EDGE_TONE)] if stubble else []
    layers.append(Layer("beard", path))
    return layers + lock_layers(space, _SHAPE, "beard", is_dark)
