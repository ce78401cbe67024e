"""A short full beard: chin and jaw up to the hair before the ears, and a moustache."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import hair_path, hair_shape, lock_layers
from unhunch.figure.parts import Layer
from unhunch.figure.skull import HeadSpace, Line, face_line
from unhunch.figure.vectors import Vec, unit

_HAIRLINE: tuple[Vec, ...] = (
    (0.0, -0.52, 0.86), (0.16, -0.46, 0.87), (0.33, -0.22, 0.90), (0.50, -0.04, 0.86), (0.64, -0.10, 0.76),
    (0.80, 0.02, 0.58), (0.90, 0.26, 0.30), (0.90, 0.46, 0.10), (0.91, 0.46, -0.06), (0.96, 0.12, -0.06),
    (0.92, -0.30, -0.02), (0.64, -0.75, 0.0), (0.0, -0.98, 0.1),
)  # fmt: skip
_CENTRE: Vec = (0.0, 4.9, 2.4)
_POLE: Vec = (0.0, -0.85, 0.5)
_SHAPE = hair_shape(
    _CENTRE, (6.3, 6.4, 6.7), _HAIRLINE, _POLE, lift=None, inside=True,
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
_STUBBLE = hair_shape(
    _CENTRE, (6.2, 6.3, 6.6),
    tuple(unit((x, y + (0.09 if y > -0.3 else 0.0), z)) if x > 0.4 else (x, y, z) for x, y, z in _HAIRLINE),
    _POLE, lift=None, inside=True,
)  # fmt: skip


def _moustache(sx: float) -> Line:
    points = ((0.0, 4.45), (0.8, 4.5), (1.7, 4.15), (2.5, 3.45), (3.0, 2.6))
    return face_line([(x * sx, y) for x, y in points], 1.25, 0.8, raised=0.25)


_MOUSTACHE = tuple(map(_moustache, (1.0, -1.0)))


def beard_layers(space: HeadSpace, is_dark: bool) -> list[Layer]:
    """The beard on the viewer's side, with its hairs."""
    path = hair_path(space, _SHAPE, 1.0) or QPainterPath()
    for line in _MOUSTACHE:
        space.add_stroke(path, line)
    stubble = hair_path(space, _STUBBLE, 1.0)
    layers = [Layer("face", stubble, tone=0.16)] if stubble else []
    layers.append(Layer("beard", path))
    return layers + lock_layers(space, _SHAPE, "beard", is_dark)
