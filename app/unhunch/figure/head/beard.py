"""A short full beard: chin and jaw up to the ears, where it thins out, and a moustache."""

from collections.abc import Iterable, Sequence
from math import atan2, copysign, cos, hypot, sin

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from unhunch.figure.head.bearing import SIZE
from unhunch.figure.head.hair import hair_path
from unhunch.figure.head.hairline import bowed_ahead, from_crown
from unhunch.figure.head.hairshape import Egg3, HairShape, hair_shape
from unhunch.figure.head.skull import BOTH, POINT, HeadSpace, Line, face_line, on_face, thinned, told_once
from unhunch.figure.ink.parts import Layer, tinted
from unhunch.figure.ink.shapes import Outline, add_smooth, band, hull
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.vectors import Vec, mix, scale, smoothstep

# From under the lip round the mouth, along the cheek and up to the hair before the ear; then where it ends:
# back along the jaw's lower edge, or, for a viewer behind the head, where the neck hides it. A bowed one has
# no more than a crescent below the nose.
_EDGE: tuple[Vec, ...] = (
    (0.0, -0.44, 0.90), (0.16, -0.40, 0.90), (0.33, -0.20, 0.91), (0.48, -0.16, 0.86), (0.62, -0.27, 0.74),
    (0.78, -0.26, 0.57), (0.895, 0.03, 0.38), (0.84, 0.525, 0.14),
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
_RADII: Vec = (5.85, 6.4, 6.25)
_POLE: Vec = (0.0, -0.80, 0.6)
# Under a shaven skull it tapers off before the ear: what is above that is thin only.
_LOW_EDGE: tuple[Vec, ...] = (*_EDGE[:6], (0.91, 0.0, 0.37), (0.90, 0.36, 0.14))
_LOW_END: tuple[Vec, ...] = ((0.91, 0.32, 0.05), *_END[1:])
_LOW_HIDDEN_END: tuple[Vec, ...] = ((0.91, 0.32, 0.06), *_HIDDEN_END[1:])


def _shape(radii: Vec, edge: tuple[Vec, ...], end: tuple[Vec, ...], hidden_end: tuple[Vec, ...]) -> HairShape:
    return hair_shape(
        _CENTRE, radii, (*edge, *end), _POLE,
        lift=None, inside=True, other=(*edge, *hidden_end), turned=_BOWED,
    )  # fmt: skip


_FULL = _shape(_RADII, _EDGE, _END, _HIDDEN_END)
_LOW = _shape(_RADII, _LOW_EDGE, _LOW_END, _LOW_HIDDEN_END)
_THIN = _shape(scale(_RADII, 0.99), _THIN_EDGE, _THIN_END, _HIDDEN_END)

LIPS_IN_BEARD: Egg3 = ((0.0, 3.1, 7.0), (3.0, 2.1, 1.85))
"""What stands out round the mouth: hair too, for skin between lips and hair is a white chip in a profile."""
_ON_CHIN: Egg3 = ((0.0, 1.6, 6.0), (3.3, 2.45, 2.7))  # one mass with them in a bowed profile
# From above both are a crescent along the jaw, below the nose: balls from the left to the middle.
_LIPS_BOWED: Egg3 = ((0.0, 1.4, 7.2), (2.4, 0.9, 1.3))
_CHIN_BOWED: Egg3 = ((0.0, 1.0, 6.3), (3.4, 1.3, 1.9))
# From above and beside both are what is before the cheek.
_LIPS_BESIDE: Egg3 = ((0.0, 2.7, 7.4), (1.3, 1.7, 1.4))
_CHIN_BESIDE: Egg3 = ((0.0, 1.3, 6.0), (1.9, 2.1, 2.3))
# Where in a profile skin would show before the moustache.
_UNDER_NOSE: Egg3 = ((0.0, 4.3, 7.9), (1.7, 0.8, 0.8))
_CRESCENT: tuple[tuple[Vec, float], ...] = (
    ((5.7, 5.3, 4.1), 0.08), ((5.4, 4.1, 4.8), 0.6), ((4.6, 2.8, 5.6), 1.15), ((3.4, 1.8, 6.2), 1.6),
    ((1.8, 1.15, 6.7), 1.85), ((0.0, 0.95, 6.9), 1.95),
)  # fmt: skip
# Under hair it begins where that ends before the ear: else it would have loose horns on the cheeks.
_SIDEBURN: tuple[tuple[Vec, float], ...] = (
    ((6.6, 9.8, 2.2), 0.5),
    ((6.5, 7.8, 3.1), 0.55),
    ((5.85, 5.7, 3.9), 0.75),
)
# Sine of a turn from which the cheek hides it, and by how much more it does; and of how far from above.
_BEHIND_CHEEK, _CHEEK_ABOVE = (0.5, 0.4), (0.25, 0.35)
_WIDE_BOWED = 0.4  # a head bowed so far (share) has all of the width of the band along its jaw
# How far (radians) round the head from the viewer a cheek's edge is, and how far behind that it is gone.
_EDGE_OF_CHEEK, _BEHIND_EDGE = 1.35, 0.9
_NOSE_HIDES = 0.6  # sine of the turn from which it is all hidden on a bowed head
_FROM_BEHIND = (-0.65, 0.3)  # cosine of a face's turn from the viewer by which it is hidden, and less
_DRAWN_IN, _SEEN_BEHIND = 0.14, (-0.45, 0.3)  # by such a share, and from which cosine of the face's turn on
_GONE_SOONER = 1.3  # so much sooner than a head is bowed its moustache is gone: it would be whiskers
_SINKS_CM = 1.2  # so far it sinks into the beard meanwhile, above which what is left of it would be a scratch
_MOUSTACHE_TONE, _ON_DARK_TONE = 0.1, -0.05


def _moustache(sx: float) -> Line:
    points = ((0.25, 4.55), (0.9, 4.55), (1.7, 4.2), (2.5, 3.45), (3.0, 2.5))
    return face_line([(x * sx, y) for x, y in points], 1.25, 0.35, raised=0.25)


_MOUSTACHE = tuple(map(_moustache, (1.0, -1.0)))


_ROUND_MOUTH = ((LIPS_IN_BEARD, _LIPS_BOWED, _LIPS_BESIDE), (_ON_CHIN, _CHIN_BOWED, _CHIN_BESIDE))


def beard_layers(space: HeadSpace, *, is_dark: bool, shaven: bool) -> list[Layer]:
    """The beard on the viewer's side, with its hairs. It goes up to the hair if the skull is not `shaven`."""
    cheeks = _drawn_in(space, hair_path(space, _LOW if shaven else _FULL, 1.0) or QPainterPath())
    mouth, hidden = _round_mouth(space, shaven=shaven), under_nose(space)
    moustache = _strokes(space, _MOUSTACHE, max(hidden, min(1.0, _GONE_SOONER * bowed_ahead(space))))
    if hidden < 1:
        mouth.addPath(moustache)
    return [
        tinted("face", hair_path(space, _THIN, 1.0) or QPainterPath(), "stubble"),
        Layer("beard", cheeks),
        Layer("beard", mouth),
        Layer("beard", moustache, tone=_ON_DARK_TONE if is_dark else _MOUSTACHE_TONE),
    ]


def _round_mouth(space: HeadSpace, *, shaven: bool) -> QPainterPath:
    """What stands out round the mouth; and the crescent along the jaw it is from above, which is there from
    everywhere, if only as points, so that the path has as many parts.
    """
    path, detail = QPainterPath(), space.camera.detail
    path.setFillRule(Qt.FillRule.WindingFill)
    bowed = bowed_ahead(space)
    shown = smoothstep((space.view[2] - _FROM_BEHIND[0]) / _FROM_BEHIND[1]) * (1 - from_crown(space))
    if not shown:
        return path
    eggs = [_mouth_egg(space, *ways, shown) for ways in _ROUND_MOUTH]
    centre, radii = _UNDER_NOSE
    eggs.append(space.egg(centre, scale(radii, shown * (1 - bowed))))
    add_smooth(path, hull(eggs, detail))
    add_smooth(path, _along_jaw(space, _CRESCENT if shaven else (*_SIDEBURN, *_CRESCENT[1:]), bowed))
    return path


def _along_jaw(space: HeadSpace, half: Sequence[tuple[Vec, float]], bowed: float) -> Outline:
    """A band from cheek to cheek round the chin, of a head that is bowed so far."""
    right = [((-x, y, z), wide) for (x, y, z), wide in half[-2::-1]]
    spots = [_kept_in_view(space, *spot) if bowed else spot for spot in (*half, *right)]
    k = 2 * SIZE * space.px_per_cm * max(POINT, smoothstep(bowed / _WIDE_BOWED))
    return band(space.xys([spot for spot, _ in spots]), [wide * k for _, wide in spots])


def _kept_in_view(space: HeadSpace, spot: Vec, wide: float) -> tuple[Vec, float]:
    """A spot on the jaw and how wide a band is there. One that the cheek would hide stays at the edge of
    that, and thins out: taken off there the beard would come off the hair, and be a bead beside the face.
    """
    x, y, z = spot
    way, viewer = atan2(x, z), atan2(space.view[0], space.view[2])
    hidden = abs(way - viewer) - _EDGE_OF_CHEEK
    if hidden <= 0:
        return spot, wide
    edge = viewer + copysign(_EDGE_OF_CHEEK, way - viewer)
    out = hypot(x, z) * _out_to_cheek(y, edge) / _out_to_cheek(y, way)
    return (out * sin(edge), y, out * cos(edge)), wide * (1 - smoothstep(hidden / _BEHIND_EDGE))


def _out_to_cheek(y: float, way: float) -> float:
    """How far out the skin is at a height, from before the middle of the head, that way round it."""
    x, _, z = on_face((0.0, y, 1.0), (sin(way), 0.0, cos(way)))
    return hypot(x, z)


def _drawn_in(space: HeadSpace, path: QPainterPath) -> QPainterPath:
    """What is seen of a beard from behind, nearer to the jaw: else the ground shows between them."""
    share = _DRAWN_IN * smoothstep((_SEEN_BEHIND[0] - space.view[2]) / _SEEN_BEHIND[1])
    if not share:
        return path
    x, y = space.xy(_CENTRE)
    return QTransform(1 - share, 0, 0, 1 - share, x * share, y * share).map(path)


@told_once
def under_nose(space: HeadSpace) -> float:
    """How far the nose of a bowed and turned head, or the skull from above, hides the mouth, 0 to 1."""
    return max(from_crown(space), bowed_ahead(space) * smoothstep(abs(space.view[0]) / _NOSE_HIDES))


def _mouth_egg(space: HeadSpace, upright: Egg3, bowed: Egg3, beside: Egg3, size: float) -> Egg:
    """What stands out round the mouth, as it is seen from in front, from above and from above and beside."""
    centre, radii = (mix(a, b, _behind_cheek(space)) for a, b in zip(upright, beside, strict=True))
    centre, radii = (mix(a, b, bowed_ahead(space)) for a, b in zip((centre, radii), bowed, strict=True))
    return space.egg(centre, scale(radii, size))


@told_once
def _behind_cheek(space: HeadSpace) -> float:
    """How much of what stands out round the mouth a cheek hides from who is beside and above it, 0 to 1."""
    turn = max(map(space.beyond, BOTH))
    above = smoothstep((space.view[1] - _CHEEK_ABOVE[0]) / _CHEEK_ABOVE[1])
    return above * smoothstep((turn - _BEHIND_CHEEK[0]) / _BEHIND_CHEEK[1])


def _strokes(space: HeadSpace, lines: Iterable[Line], hidden: float) -> QPainterPath:
    """Lines, the thinner the more they are hidden."""
    path = QPainterPath()
    for line in lines:
        places = tuple((x, y - _SINKS_CM * hidden, z) for x, y, z in line.places)
        space.add_kept_stroke(path, thinned(Line(places, line.normals, line.widths), 1 - hidden))
    return path
