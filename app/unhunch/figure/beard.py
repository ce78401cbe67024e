"""A short full beard: chin and jaw up to the hair before the ears, and a moustache."""

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import hair_path, hair_shape
from unhunch.figure.parts import Layer
from unhunch.figure.skull import HeadSpace, Line, face_line

_SHAPE = hair_shape(
    (0.0, 4.9, 2.4), (6.75, 6.5, 6.7),
    (
        (0.0, -0.52, 0.86), (0.16, -0.46, 0.87), (0.33, -0.22, 0.90), (0.50, -0.02, 0.86), (0.62, -0.08, 0.77),
        (0.78, 0.0, 0.60), (0.88, 0.18, 0.36), (0.93, 0.42, 0.06), (0.94, 0.50, -0.14), (0.94, 0.20, -0.22),
        (0.88, -0.25, -0.28), (0.62, -0.75, -0.20), (0.0, -0.98, 0.0),
    ),
    (0.0, -0.85, 0.5), lift=1.0, hole=True,
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


def _moustache(sx: float) -> Line:
    points = ((0.0, 4.45), (0.8, 4.5), (1.7, 4.15), (2.5, 3.45), (3.0, 2.6))
    return face_line([(x * sx, y) for x, y in points], 1.25, 0.8, raised=0.25)


def _sideburn(sx: float) -> Line:
    """From the hair before the ear down to where the beard is full."""
    spots = ((6.95, 9.6), (6.9, 8.4), (6.7, 7.2), (6.4, 6.0), (6.0, 4.6))
    return face_line([(x * sx, y) for x, y in spots], 2.2, 0.6, raised=0.15)


_LINES = tuple(make(sx) for make in (_moustache, _sideburn) for sx in (1.0, -1.0))
_TUFTS = tuple(
    face_line([(a * sx, b), ((a + c) / 2 * sx + 0.1 * sx, (b + d) / 2), (c * sx, d)], 0.7, 0.2, raised=0.2)
    for sx in (1.0, -1.0)
    for a, b, c, d in ((3.2, 3.6, 3.5, 5.3), (4.4, 3.4, 4.7, 5.4), (5.3, 3.9, 5.6, 6.0))
)


def beard_layers(space: HeadSpace) -> list[Layer]:
    """The beard on the viewer's side, with its hairs."""
    path = hair_path(space, _SHAPE, 1.0) or QPainterPath()
    for line in (*_LINES, *_TUFTS):
        space.add_stroke(path, line)
    layers = [Layer("beard", path)]
    for locks, tone in ((_SHAPE.dark, 0.15), (_SHAPE.bright, -0.12)):
        lines = QPainterPath()
        for lock in locks:
            space.add_lock(lines, lock)
        layers.append(Layer("beard", lines, tone=tone))
    return layers
