"""The face: eyes, brows, nose, mouth and what is worn on it, all on the surface of skull and jaw.

Since every point lies on that surface, nothing can stick out beyond the outline; and since all gets smaller
as the surface turns away, nothing appears or goes at once.
"""

from math import sqrt

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.beard import beard_layers
from unhunch.figure.head.eyes import brows, eyes
from unhunch.figure.head.profile import bowed_of, mouth, nose, nose_outline
from unhunch.figure.head.skull import BOTH, BRAINCASE, POINT, HeadSpace, face_line, surface, thinned
from unhunch.figure.ink.parts import Layer, tinted
from unhunch.figure.ink.shapes import add_smooth, filled, hull
from unhunch.figure.people import Person, has_dark_hair, has_dark_skin
from unhunch.figure.rig.vectors import Vec, dot, scale, smoothstep, yawed

_BOWED_PALER = 0.6  # by such a share the colour of the cheeks of a bowed one is less
_BLUSH = {sx: surface(4.1 * sx, 5.4) for sx in BOTH}
_SMILE_LINES = tuple(
    face_line([(x * sx, y) for x, y in points], width)
    for sx in BOTH
    for points, width in (
        (((1.9, 5.85), (2.6, 5.3), (3.1, 4.75), (3.35, 4.2)), 0.34),
        (((4.75, 8.3), (5.3, 8.55), (5.75, 8.95)), 0.26),
        (((4.75, 7.75), (5.35, 7.6), (5.85, 7.5)), 0.26),
        (((2.2, 6.85), (3.0, 6.55), (3.9, 6.8)), 0.28),
    )
)

# The level of the forehead over the brows, and the sine of how far from above a head is seen where that
# begins to be the skull's edge, and by how much more it is.
_FOREHEAD_Y, _FROM_CROWN = 11.9, (0.45, 0.25)
# So much lower it is from so far above, where the skull is widest: there it hides whiskers before an ear.
_LOWER_CM, _FROM_ABOVE = 2.0, (0.5, 0.3)
_CHEEKS_HIDE = (
    0.3  # cosine of a face's turn to the viewer from which its cheeks hide what they can of a beard
)
_ON_DARK_SKIN = 1.25  # so much thicker lids and brows are, which differ less from it
_CHEEKS: tuple[Vec, Vec] = ((0.0, 6.6, 5.4), (4.9, 1.9, 2.9))


def features(space: HeadSpace, person: Person) -> list[Layer]:
    """The layers of the face, in the order they are painted."""
    out = [tinted("face", _blush(space, person.beard), "blush")]
    if person.beard:
        out += beard_layers(space, is_dark=has_dark_hair(person), shaven=person.hair == "bald")
        out.append(_over_beard(space))
        out.append(Layer("face", filled(nose_outline(space)), casts=False))  # before a bowed one's beard
    if person.smile_lines:
        out += _smile_lines(space)
    bold = _ON_DARK_SKIN if has_dark_skin(person) else 1.0
    out += eyes(space, bold, behind_lenses=person.glasses)
    out.append(Layer("brow", brows(space, bold)))
    out.append(mouth(space, person.beard))
    out += nose(space)
    return out


def _blush(space: HeadSpace, bearded: bool) -> QPainterPath:
    """The colour of the cheeks: above a beard, not on it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    up = 0.9 if bearded else 0.0
    bowed = bowed_of(space)
    for sx in BOTH:
        place, normal = _BLUSH[sx]
        shown = smoothstep((dot(normal, space.view) - 0.3) / 0.4) * (1 - _BOWED_PALER * bowed)
        if shown > 0:
            f = yawed(space.frame, 28 * sx)
            spot = (place[0] + 0.4 * up * sx, place[1] + up, place[2])
            cheek = space.egg(spot, (1.8 * shown, (1.35 - 0.4 * up) * shown, 0.1), f)
            add_smooth(path, hull([cheek], space.camera.detail))
    return path


def _smile_lines(space: HeadSpace) -> list[Layer]:
    """The lines that years of smiling have left beside nose, mouth and eyes."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    share = 1 - bowed_of(space)
    if share > 0:
        for line in _SMILE_LINES:
            space.add_kept_stroke(path, thinned(line, share))
    return [Layer("face", path, tone=0.15)]


def _over_beard(space: HeadSpace) -> Layer:
    """What hides a beard seen from above: the skull over the brows, seen from the crown, and the cheeks of a
    face that is bowed to the viewer, under which no more than a crescent of beard is left.
    """
    (x, y, z), (rx, ry, rz) = BRAINCASE
    shown = max(POINT, smoothstep((space.view[1] - _FROM_CROWN[0]) / _FROM_CROWN[1]))
    level = _FOREHEAD_Y - _LOWER_CM * smoothstep((space.view[1] - _FROM_ABOVE[0]) / _FROM_ABOVE[1])
    share = sqrt(1 - ((level - y) / ry) ** 2) * shown
    edge = space.egg((x, level, z), (rx * share, 0.1, rz * share))
    dome = space.egg((x, _FOREHEAD_Y + 2.0, z), (rx * 0.8 * shown, 2.5 * shown, rz * 0.8 * shown))
    bowed = max(POINT, bowed_of(space) * smoothstep(space.view[2] / _CHEEKS_HIDE))
    detail = space.camera.detail
    cheeks = space.egg(_CHEEKS[0], scale(_CHEEKS[1], bowed))
    # Both are there from everywhere, if only as points: so what covers the head never comes at once.
    return Layer("face", filled(hull([edge, dome], detail), hull([cheeks], detail)), casts=False)
