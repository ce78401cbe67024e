"""A short full beard: chin and jaw up to the hair before the ears, and a moustache."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import hair_path, hair_shape, lock_layers
from unhunch.figure.parts import Layer
from unhunch.figure.shapes import add_smooth, hull
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import HeadSpace, Line, face_line
from unhunch.figure.vectors import Vec, scale

# From under the lip round the mouth, and along the jaw to the hair before the ear; then where it ends: back
# along the jaw's lower edge, or, for a viewer behind the head, where the neck hides it.
_EDGE: tuple[Vec, ...] = (
    (0.0, -0.44, 0.90), (0.16, -0.40, 0.90), (0.33, -0.22, 0.91), (0.48, -0.14, 0.86), (0.62, -0.22, 0.76),
    (0.78, -0.20, 0.60), (0.90, 0.06, 0.40), (0.89, 0.56, 0.14),
)  # fmt: skip
_END: tuple[Vec, ...] = (
    (0.92, 0.48, -0.08), (0.97, 0.08, -0.12), (0.90, -0.42, -0.06), (0.62, -0.78, 0.06), (0.0, -0.99, 0.16),
)  # fmt: skip
_HIDDEN_END: tuple[Vec, ...] = (
    (0.91, 0.50, -0.02), (0.98, 0.10, -0.06), (0.90, -0.38, 0.00), (0.62, -0.74, 0.14), (0.0, -0.95, 0.28),
)  # fmt: skip
_CENTRE: Vec = (0.0, 4.8, 2.4)
_POLE: Vec = (0.0, -0.80, 0.6)
_SHAPE = hair_shape(
    _CENTRE, (5.85, 6.4, 6.6), (*_EDGE, *_END), _POLE, lift=None, inside=True, other=(*_EDGE, *_HIDDEN_END),
    dark=(
        ((0.86, -0.16, 0.46), (0.82, -0.40, 0.36), (0.70, -0.66, 0.26), 0.3),
        ((0.52, -0.36, 0.78), (0.48, -0.60, 0.64), (0.36, -0.84, 0.40), 0.3),
        ((0.16, -0.62, 0.78), (0.14, -0.78, 0.60), (0.10, -0.94, 0.32), 0.3),
    ),
    bright=(
        ((0.72, -0.28, 0.64), (0.66, -0.54, 0.50), (0.52, -0.78, 0.36), 0.35),
        ((0.34, -0.48, 0.82), (0.31, -0.68, 0.66), (0.22, -0.90, 0.38), 0.35),
    ),
)  # fmt: skip


LIPS_IN_BEARD: tuple[Vec, Vec] = ((0.0, 3.0, 7.1), (3.0, 2.1, 1.9))
"""What stands out round the mouth: hair too, for skin between lips and hair is a white chip in a profile."""
_ON_CHIN: tuple[Vec, Vec] = ((0.0, 1.9, 5.4), (3.5, 2.9, 3.1))  # one mass with them in a bowed profile
_FROM_BEHIND = (-0.35, 0.35)  # cosine of a face's turn from the viewer by which it is hidden, and less


def _moustache(sx: float) -> Line:
    points = ((0.0, 4.45), (0.8, 4.5), (1.7, 4.15), (2.5, 3.45), (3.0, 2.6))
    return face_line([(x * sx, y) for x, y in points], 1.3, 0.45, raised=0.25)


_MOUSTACHE = tuple(map(_moustache, (1.0, -1.0)))


def beard_layers(space: HeadSpace, is_dark: bool) -> list[Layer]:
    """The beard on the viewer's side, with its hairs."""
    path = hair_path(space, _SHAPE, 1.0) or QPainterPath()
    for line in _MOUSTACHE:
        space.add_stroke(path, line)
    shown = smoothstep((space.view[2] - _FROM_BEHIND[0]) / _FROM_BEHIND[1])
    if shown > 0:
        eggs = [space.egg(centre, scale(radii, shown)) for centre, radii in (LIPS_IN_BEARD, _ON_CHIN)]
        add_smooth(path, hull(eggs, space.camera.detail))
    return [Layer("beard", path), *lock_layers(space, _SHAPE, "beard", is_dark)]
