"""A short full beard: chin and jaw up to the ears, where it thins out, and a moustache."""

from collections.abc import Iterable

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import hair_path
from unhunch.figure.hairline import bowed_ahead, from_crown
from unhunch.figure.hairshape import HairShape, hair_shape
from unhunch.figure.parts import Layer, tinted
from unhunch.figure.shapes import Egg, add_smooth, hull, tube
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import HeadSpace, Line, face_line, thinned, told_once
from unhunch.figure.vectors import Vec, mix, scale

# From under the lip round the mouth, along the cheek and up to the hair before the ear; then where it ends:
# back along the jaw's lower edge, or, for a viewer behind the head, where the neck hides it. A bowed one has
# no more than a crescent below the nose.
_EDGE: tuple[Vec, ...] = (
    (0.0, -0.44, 0.90), (0.16, -0.40, 0.90), (0.33, -0.20, 0.91), (0.48, -0.16, 0.86), (0.62, -0.27, 0.74),
    (0.78, -0.26, 0.57), (0.90, 0.02, 0.38), (0.84, 0.53, 0.12),
)  # fmt: skip
_END: tuple[Vec, ...] = (
    (0.86, 0.50, 0.01), (0.98, 0.04, -0.12), (0.90, -0.27, -0.24), (0.67, -0.71, -0.12), (0.0, -0.99, 0.10),
)  # fmt: skip
_HIDDEN_END: tuple[Vec, ...] = (
    (0.86, 0.50, 0.03), (0.97, 0.06, 0.0), (0.89, -0.38, 0.06), (0.60, -0.76, 0.16), (0.0, -0.95, 0.28),
)  # fmt: skip
_BOWED: tuple[Vec, ...] = (
    (0.0, -0.50, 0.87), (0.18, -0.49, 0.85), (0.35, -0.50, 0.79), (0.49, -0.56, 0.67), (0.60, -0.64, 0.48),
    (0.66, -0.70, 0.30), (0.68, -0.72, 0.18), (0.67, -0.74, 0.10),
    (0.66, -0.75, 0.06), (0.62, -0.78, 0.06), (0.54, -0.83, 0.08), (0.34, -0.92, 0.12), (0.0, -0.99, 0.16),
)  # fmt: skip
# Round it the hair is so thin that skin shows through: else it is a mask, with a strap up to the ear.
_THIN_EDGE: tuple[Vec, ...] = (
    (0.0, -0.42, 0.91), (0.16, -0.37, 0.91), (0.33, -0.14, 0.92), (0.49, -0.06, 0.87), (0.64, -0.14, 0.76),
    (0.79, -0.12, 0.60), (0.90, 0.12, 0.40), (0.88, 0.62, 0.12),
)  # fmt: skip
_THIN_END: tuple[Vec, ...] = (
    (0.91, 0.56, -0.06), (0.97, 0.12, -0.14), (0.88, -0.42, -0.24), (0.63, -0.77, -0.13), (0.0, -0.995, 0.07),
)  # fmt: skip
_CENTRE: Vec = (0.0, 4.8, 2.4)
_RADII: Vec = (5.85, 6.4, 6.6)
_POLE: Vec = (0.0, -0.80, 0.6)
_SHAPE = hair_shape(
    _CENTRE, _RADII, (*_EDGE, *_END), _POLE,
    lift=None, inside=True, other=(*_EDGE, *_HIDDEN_END), turned=_BOWED,
)  # fmt: skip


def _thin(shape_end: tuple[Vec, ...]) -> HairShape:
    return hair_shape(
        _CENTRE, scale(_RADII, 0.99), (*_THIN_EDGE, *shape_end), _POLE,
        lift=None, inside=True, other=(*_THIN_EDGE, *_HIDDEN_END), turned=_BOWED,
    )  # fmt: skip


_THIN = _thin(_THIN_END)

LIPS_IN_BEARD: tuple[Vec, Vec] = ((0.0, 3.1, 7.0), (3.0, 2.1, 1.85))
"""What stands out round the mouth: hair too, for skin between lips and hair is a white chip in a profile."""
_ON_CHIN: tuple[Vec, Vec] = ((0.0, 2.0, 5.2), (3.5, 2.8, 3.1))  # one mass with them in a bowed profile
# From above both are a crescent along the jaw, below the nose: balls from the left to the middle.
_LIPS_BOWED: tuple[Vec, Vec] = ((0.0, 1.4, 7.2), (2.4, 0.9, 1.3))
_CHIN_BOWED: tuple[Vec, Vec] = ((0.0, 0.8, 6.4), (3.0, 1.2, 1.9))
_CRESCENT: tuple[tuple[Vec, float], ...] = (
    ((5.6, 4.8, 4.0), 0.1), ((4.7, 3.0, 5.2), 0.8), ((3.1, 1.7, 6.3), 1.45), ((0.0, 1.0, 6.9), 1.8),
)  # fmt: skip
_NOSE_HIDES = 0.6  # sine of the turn from which it is all hidden on a bowed head
_FROM_BEHIND = (-0.35, 0.35)  # cosine of a face's turn from the viewer by which it is hidden, and less
_MOUSTACHE_TONE, _ON_DARK_TONE = 0.1, -0.05


def _moustache(sx: float) -> Line:
    points = ((0.25, 4.55), (0.9, 4.55), (1.7, 4.2), (2.5, 3.45), (3.0, 2.5))
    return face_line([(x * sx, y) for x, y in points], 1.25, 0.35, raised=0.25)


_MOUSTACHE = tuple(map(_moustache, (1.0, -1.0)))


_ROUND_MOUTH = ((LIPS_IN_BEARD, _LIPS_BOWED), (_ON_CHIN, _CHIN_BOWED))


def beard_layers(space: HeadSpace, is_dark: bool) -> list[Layer]:
    """The beard on the viewer's side, with its hairs."""
    path = hair_path(space, _SHAPE, 1.0) or QPainterPath()
    bowed = bowed_ahead(space)
    shown = smoothstep((space.view[2] - _FROM_BEHIND[0]) / _FROM_BEHIND[1]) * (1 - from_crown(space))
    if shown > 0:
        eggs = [_bowed_egg(space, *both, shown) for both in _ROUND_MOUTH]
        add_smooth(path, hull(eggs, space.camera.detail))
    if bowed > 0:
        for sx in (1.0, -1.0):
            balls = [space.egg((x * sx, y, z), (r * bowed,) * 3) for (x, y, z), r in _CRESCENT]
            for outline in tube(balls, space.camera.detail):
                add_smooth(path, outline)
    hidden = under_nose(space)
    moustache = _strokes(space, _MOUSTACHE, hidden)
    if hidden < 1:
        path.addPath(moustache)
    return [
        tinted("face", hair_path(space, _THIN, 1.0) or QPainterPath(), "stubble"),
        Layer("beard", path),
        Layer("beard", moustache, tone=_ON_DARK_TONE if is_dark else _MOUSTACHE_TONE),
    ]


@told_once
def under_nose(space: HeadSpace) -> float:
    """How far the nose of a bowed and turned head, or the skull from above, hides the mouth, 0 to 1."""
    return max(from_crown(space), bowed_ahead(space) * smoothstep(abs(space.view[0]) / _NOSE_HIDES))


def _bowed_egg(space: HeadSpace, upright: tuple[Vec, Vec], bowed: tuple[Vec, Vec], size: float) -> Egg:
    centre, radii = (mix(a, b, bowed_ahead(space)) for a, b in zip(upright, bowed, strict=True))
    return space.egg(centre, scale(radii, size))


def _strokes(space: HeadSpace, lines: Iterable[Line], hidden: float) -> QPainterPath:
    """Lines, the thinner the more they are hidden."""
    path = QPainterPath()
    for line in lines:
        space.add_kept_stroke(path, thinned(line, 1 - hidden))
    return path
