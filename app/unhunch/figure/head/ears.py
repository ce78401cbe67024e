"""Ears."""

from functools import partial
from math import pi, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.head.skull import BOTH, POINT, HeadSpace, Line, thinned
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import Outline, Point, add_smooth, filled, hull
from unhunch.figure.rig.lines import between
from unhunch.figure.rig.vectors import Vec, add, scale, smoothstep, unit

_LAID = (0.62, 0.35)  # how far up a crown points (sine) where its ears come out of the hair, and until it is
# An ear reaches from the eyes' height to the nose's. Of a bowed head it would rise to the brow, of one
# seen from below sink to the jaw: it is lower, or higher.
_EAR_Y, _EAR_Z, _EAR_DROPS_CM = 7.85, 0.3, 1.6
_BOWED_DROPS = 0.5  # of which so much is left on one bowed deep, whose face lies below its ears
_EAR_LEANS = 0.22  # tangent
# From the crown they would be hidden by the skull, and a head be a ball: so far they stand out of it there
# (cm), from which sine of how far from above or below it is seen, and by how much more; and from which cosine
# of a face's turn to the viewer they do not, and by how much less.
_STANDS_OUT_CM, _FROM_CROWN, _FACE_HIDDEN = 1.3, (0.35, 0.4), (0.6, 0.4)
# So far on a head that is bowed, or leans (sine) to a side, where they would be no more than corners of it.
_BOWED_OUT_CM, _LEANT_OUT_CM, _LEANT = 0.4, 0.1, 0.5
# Within the head, so that no ground shows between it and such an ear.
_ROOT: Vec = (5.8, 7.85, 0.3)
_ROOT_RADII: Vec = (0.4, 1.5, 1.0)
# Sine of a head's turn from which its near ear begins to be on the hair, and by how much more it all is.
_EAR_GROWS = (0.14, 0.24)
_EAR_FOLD_TONE = 0.42
# The shade of an ear: how dark it is, so much larger than the ear, and so far right of it and below.
_SHADE_TONE, _SHADE_SIZE, _SHADE_CM = 0.4, 1.08, 0.5
# Sine of a head's turn from which it falls on the head, and by how much more all of it does.
_SHADE_SHOWS = (0.6, 0.25)
_BARED = (0.55, 0.3)  # share of its way behind the ear from which hair bares it, and by how much more
_BEHIND_TONE = 0.16  # of an ear behind the cheek, which else would be a corner of it
_RIM_TONE = -0.07  # of an ear on a shaven head, which else is told by nothing but its shade


def _ear_fold(sx: float) -> Line:
    """The hollow inside an ear's rim, open to the front: a plain dark spot would look like an eye."""
    half = ((0.95, 0.35), (1.3, -0.5), (0.9, -1.3), (-0.1, -1.4), (-1.0, -0.85), (-1.2, -0.2))
    places = tuple((7.2 * sx, _EAR_Y + y, _EAR_Z + 0.6 + z) for y, z in half)
    n = len(places) - 1
    widths = tuple(0.5 * (0.3 + 0.7 * sin(pi * i / n)) for i in range(n + 1))
    return Line(places, ((sx, 0.0, 0.0),) * (n + 1), widths)


_EAR_FOLDS = {sx: _ear_fold(sx) for sx in BOTH}


def ears(space: HeadSpace) -> list[Layer]:
    """Both ears, to be painted before the face, which hides the one beyond it."""
    both, shade = [_ear(space, sx, 1.0) for sx in BOTH], QPainterPath()
    for ear in both:
        shade.addPath(ear)
    return [*(Layer("face", ear) for ear in both), Layer("face", shade, tone=_BEHIND_TONE)]


def near_ear(space: HeadSpace, *, buried: bool) -> list[Layer]:
    """The ear on the viewer's side, to be painted before the hair if that buries it."""
    return _near_ears(space, 1.0) if buried else []


def ears_on_hair(space: HeadSpace, *, buried: bool, shaven: bool) -> list[Layer]:
    """The near ear, over the hair, and its fold. One that is buried in curls comes out of them only where the
    head hangs or lies: by it the sides of such a head are told. On a `shaven` head it has a shade.
    """
    laid = smoothstep((_LAID[0] - space.frame[1][1]) / _LAID[1]) if buried else 1.0
    shade = [Layer("face", _shade(space, laid), tone=_SHADE_TONE)] if shaven else []
    near = _near_ears(space, laid)
    rim = [Layer("face", ear.path, tone=_RIM_TONE) for ear in near] if shaven else []
    return [*shade, *near, *rim, _folds(space, laid)]


def bared_ear(space: HeadSpace, share: float) -> list[Layer]:
    """The near ear of a head whose long hair is tucked behind it or has fallen back, so far as told."""
    share = smoothstep((share - _BARED[0]) / _BARED[1])
    return [*_near_ears(space, share), _folds(space, share)]


def _folds(space: HeadSpace, share: float) -> Layer:
    """The folds of both ears, that of a far one a point."""
    path = QPainterPath()
    for sx in BOTH:
        _add_fold(space, path, sx, share * _grown(space, sx))
    return Layer("face", path, tone=_EAR_FOLD_TONE)


def _shade(space: HeadSpace, share: float) -> QPainterPath:
    """The shade ears throw on the head, away from the light: on skin they are told by nothing else. Both have
    one, so that the path has as many parts from everywhere: that of a far ear is a point.
    """
    path = QPainterPath()
    for sx in BOTH:
        middle, outline = space.known(("ear", sx), partial(_ear_outline, space, sx))
        shown = share * smoothstep((space.view[0] * sx - _SHADE_SHOWS[0]) / _SHADE_SHOWS[1])
        size, away = max(POINT, _SHADE_SIZE * shown), _SHADE_CM * space.px_per_cm * shown
        add_smooth(path, [between(middle, (x + away, y + away / 2), size) for x, y in outline])
    return path


def _near_ears(space: HeadSpace, share: float) -> list[Layer]:
    """Both, one that is not seen as a point without a line round it: so each is followed from one drawing to
    the next.
    """
    grown = [(sx, max(POINT, share * _grown(space, sx))) for sx in BOTH]
    return [Layer("face", _ear(space, sx, size), casts=size > POINT) for sx, size in grown]


def _grown(space: HeadSpace, sx: float) -> float:
    """How much of an ear is before what it lies on, 0 to 1."""
    return smoothstep((space.view[0] * sx - _EAR_GROWS[0]) / _EAR_GROWS[1])


def _ear_drop(space: HeadSpace) -> float:
    """By how much an ear is lower on a head seen from above and in front, in cm; seen from below, higher."""
    drop = _EAR_DROPS_CM * (1 - (1 - _BOWED_DROPS) * space.bowed)
    return drop * space.view[1] * smoothstep(space.view[2] / 0.3)


def _ear_out(space: HeadSpace) -> float:
    """How far ears stand out of the head beyond their usual place, in cm."""
    _, above, ahead = space.view
    stands_out = smoothstep((abs(above) - _FROM_CROWN[0]) / _FROM_CROWN[1])
    hidden = smoothstep((_FACE_HIDDEN[0] - ahead) / _FACE_HIDDEN[1])
    return max(
        _STANDS_OUT_CM * stands_out * hidden,
        _BOWED_OUT_CM * space.bowed,
        _LEANT_OUT_CM * smoothstep(space.leant / _LEANT),
    )


def _add_fold(space: HeadSpace, path: QPainterPath, sx: float, share: float) -> None:
    """Add the fold of an ear, of a share of its width."""
    line, drop, out = _EAR_FOLDS[sx], _ear_drop(space), _ear_out(space) * sx
    places = tuple((x + out, y - drop, z) for x, y, z in line.places)
    space.add_kept_stroke(path, thinned(Line(places, line.normals, line.widths), share))


def _ear(space: HeadSpace, sx: float, share: float) -> QPainterPath:
    """The outline of an ear, of a share of its size; it leans back. That of the right one has an element
    more, by which ears are told from each other as a head turns from one side to the other.
    """
    if share == 1:
        return space.known(("whole ear", sx), lambda: _ear_path(space, sx, 1.0))
    return _ear_path(space, sx, share)


def _ear_path(space: HeadSpace, sx: float, share: float) -> QPainterPath:
    middle, outline = space.known(("ear", sx), lambda: _ear_outline(space, sx))
    path = filled([between(middle, spot, share) for spot in outline] if share < 1 else outline)
    if sx < 0:
        path.moveTo(*middle)
    return path


def _ear_outline(space: HeadSpace, sx: float) -> tuple[Point, Outline]:
    """The middle and the outline of an ear on the screen."""
    x, y, z = space.frame
    leans = (x, unit(add(y, scale(z, -_EAR_LEANS))), unit(add(z, scale(y, _EAR_LEANS))))
    drop, out = _ear_drop(space), _ear_out(space)
    upper = ((6.65 + out) * sx, _EAR_Y - drop, _EAR_Z)
    lobe = ((6.5 + out / 2) * sx, _EAR_Y - drop - 1.8, _EAR_Z + 0.5)
    eggs = [space.egg(upper, (0.95, 2.3, 1.6), leans), space.egg(lobe, (0.8, 0.9, 0.8))]
    root = (_ROOT[0] * sx, _ROOT[1] - drop, _ROOT[2])
    eggs.append(space.egg(root, _ROOT_RADII, leans))
    return space.xy(upper), hull(eggs, space.camera.detail)
