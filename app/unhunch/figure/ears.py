"""Ears."""

from math import pi, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Outline, filled, hull
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import BOTH, HeadSpace, Line, thinned
from unhunch.figure.vectors import add, scale, unit

_LAID = (0.62, 0.35)  # how far up a crown points (sine) where its ears come out of the hair, and until it is
# An ear reaches from the eyes' height to the nose's. Of a bowed head it would rise to the brow, of one
# seen from below sink to the jaw: it is lower, or higher.
_EAR_Y, _EAR_DROPS_CM = 7.5, 1.6
_EAR_LEANS = 0.22  # tangent
_EAR_GROWS = 0.35  # sine of a head's turn from which its near ear is all on the hair
_EAR_FOLD_TONE = 0.3


def _ear_fold(sx: float) -> Line:
    """The hollow inside an ear's rim, open to the front: a plain dark spot would look like an eye."""
    half = ((0.95, 0.35), (1.3, -0.5), (0.9, -1.3), (-0.1, -1.4), (-1.0, -0.85), (-1.2, -0.2))
    places = tuple((7.2 * sx, _EAR_Y + y, z) for y, z in half)
    n = len(places) - 1
    widths = tuple(0.5 * (0.3 + 0.7 * sin(pi * i / n)) for i in range(n + 1))
    return Line(places, ((sx, 0.0, 0.0),) * (n + 1), widths)


_EAR_FOLDS = {sx: _ear_fold(sx) for sx in BOTH}


def ears(space: HeadSpace, near: bool) -> list[Layer]:
    """The ears on the viewer's side of the head, or the one beyond it, under the hair."""
    out = []
    for sx in BOTH:
        towards = space.view[0] * sx
        if (towards > 0) is near and towards >= -0.5:
            out.append(Layer("face", filled(_ear(space, sx, 1.0))))
    return out


def ears_on_hair(space: HeadSpace, buried: bool) -> list[Layer]:
    """The near ear, before the hair, with its fold. One that is buried in curls comes out of them only where
    the head hangs or lies: by it the sides of such a head are told.
    """
    laid = smoothstep((_LAID[0] - space.frame[1][1]) / _LAID[1]) if buried else 1.0
    out = []
    for sx in BOTH:
        share = laid * smoothstep(space.view[0] * sx / _EAR_GROWS)
        if share > 0:
            out += [Layer("face", filled(_ear(space, sx, share))), _ear_fold_layer(space, sx, share)]
    return out


def _ear_drop(space: HeadSpace) -> float:
    """By how much an ear is lower on a head seen from above and in front, in cm; seen from below, higher."""
    return _EAR_DROPS_CM * space.view[1] * smoothstep(space.view[2] / 0.3)


def _ear_fold_layer(space: HeadSpace, sx: float, share: float) -> Layer:
    """The fold of an ear, of a share of its width."""
    path, line, drop = QPainterPath(), _EAR_FOLDS[sx], _ear_drop(space)
    places = tuple((x, y - drop, z) for x, y, z in line.places)
    space.add_stroke(path, thinned(Line(places, line.normals, line.widths), share))
    return Layer("face", path, tone=_EAR_FOLD_TONE)


def _ear(space: HeadSpace, sx: float, share: float) -> Outline:
    """The outline of an ear, of a share of its size; it leans back."""
    x, y, z = space.frame
    leans = (x, unit(add(y, scale(z, -_EAR_LEANS))), unit(add(z, scale(y, _EAR_LEANS))))
    drop = _ear_drop(space)
    upper = (6.65 * sx, _EAR_Y - drop, -0.6)
    lobe = (6.5 * sx, _EAR_Y - drop - 1.8 * share, -0.6 + 0.5 * share)
    return hull(
        [
            space.egg(upper, scale((0.95, 2.3, 1.6), share), leans),
            space.egg(lobe, scale((0.8, 0.9, 0.8), share)),
        ],
        space.camera.detail,
    )
