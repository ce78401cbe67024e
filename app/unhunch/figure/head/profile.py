"""The middle of the face: nose and mouth, and the line of a profile."""

from math import pi, sin

from PySide6.QtGui import QPainterPath

from unhunch.figure.head.beard import LIPS_IN_BEARD, under_nose
from unhunch.figure.head.hairline import from_crown
from unhunch.figure.head.skull import BOTH, POINT, HeadSpace, Line, face_line, thinned, told_once
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import Outline, filled, hull, reversed_if_backward
from unhunch.figure.rig.vectors import Vec, dot, mix, scale, smoothstep, unit

# The line of a profile, y and z down the middle of the face: forehead, the hollow over the nose, its tip and
# base, both lips with the mouth between them, and the chin. A curve runs through the middles of its edges.
_FOREHEAD_TO_NOSE = (
    (12.9, 8.2), (11.9, 8.8), (10.9, 9.25), (10.2, 9.35), (9.5, 9.1), (8.8, 8.7), (8.2, 8.85), (7.5, 9.35),
    (6.95, 9.8), (6.5, 10.25), (6.05, 10.6), (5.65, 10.5), (5.3, 10.15), (5.1, 9.65), (5.0, 9.2),
)  # fmt: skip
_LIPS_TO_CHIN = (
    (4.8, 8.9), (4.3, 9.0), (3.8, 9.45), (3.35, 9.55), (3.0, 8.85), (2.65, 9.35), (2.2, 9.4), (1.8, 8.8),
    (1.4, 8.45), (0.85, 8.95), (0.25, 8.85), (-0.25, 8.1), (-0.6, 6.5),
)  # fmt: skip
# The same of a bearded chin: hair hides the lips, for a chip of skin between them and it looks like a tooth.
_BEARD = (
    (4.75, 8.6), (4.3, 8.6), (3.8, 8.55), (3.3, 8.5), (2.9, 8.45), (2.4, 8.4), (1.9, 8.35), (1.4, 8.2),
    (0.9, 8.0), (0.4, 7.7), (-0.05, 7.3), (-0.5, 6.7), (-0.7, 6.0),
)  # fmt: skip
# How high on a face the line's lips and chin begin: of one seen from above and from in front, for they have
# no width, they would be spikes, and go so far back; sines from which it is, and by how much more.
_LIPS_Y, _LIPS_BACK_CM = 5.0, 0.9
_FROM_ABOVE, _FROM_FRONT = (0.2, 0.2), (0.65, 0.15)
_WITHIN_HEAD = ((-0.5, 5.0), (2.0, 3.5), (9.0, 3.0), (13.0, 5.0))


def _middle_line(*parts: tuple[tuple[float, float], ...]) -> tuple[Vec, ...]:
    return tuple((0.0, y, z) for part in parts for y, z in part)


_PROFILE = {
    bearded: _middle_line(_FOREHEAD_TO_NOSE, mouth, _WITHIN_HEAD)
    for bearded, mouth in ((False, _LIPS_TO_CHIN), (True, _BEARD))
}
# What stands out of the face's far side, and the sine of a turn from which it does, and by how much more.
_FAR_BROW: tuple[Vec, Vec] = ((2.8, 10.2, 5.4), (1.9, 1.6, 1.75))
_FAR_CHEEK: tuple[Vec, Vec] = ((3.2, 5.3, 4.85), (2.0, 2.6, 2.0))
_STANDS_OUT = (0.2, 0.3)
_NOSE = (
    ((0.0, 8.6, 8.3), (0.55, 0.6, 0.6)),
    ((0.0, 6.15, 9.4), (1.0, 0.95, 0.95)),
    ((0.0, 5.75, 8.0), (1.3, 0.8, 1.2)),
)
# Under the tip of the nose from wing to wing; what looks away is not drawn, so a profile has the near half.
_BASE = (
    (1.1, 5.95, 8.3), (1.15, 5.55, 8.6), (0.7, 5.3, 9.15), (0.0, 5.35, 9.5), (-0.7, 5.3, 9.15),
    (-1.15, 5.55, 8.6), (-1.1, 5.95, 8.3),
)  # fmt: skip
_NOSE_BASE = Line(
    _BASE,
    tuple(unit((0.9 * x, 0.0, 1.0)) for x, _, _ in _BASE),
    tuple(0.12 + 0.32 * sin(pi * i / (len(_BASE) - 1)) for i in range(len(_BASE))),
)
_NOSE_TONE = 0.3
_BASE_AHEAD_CM = 0.4  # so far ahead on a bowed one, along its edge: skin below would be a chip in a beard
# The side of a nose that is turned from the light: each point down along its ridge, and the one beside it at
# the foot of the nose. How much of it is seen grows with its turn to the viewer, and away from the light.
_NOSE_SIDE: tuple[tuple[Vec, Vec], ...] = (
    ((0.2, 7.9, 9.4), (0.36, 7.8, 9.2)),
    ((0.25, 7.3, 9.7), (0.75, 7.1, 9.0)),
    ((0.4, 6.6, 10.1), (1.1, 6.4, 8.75)),
    ((0.35, 5.95, 10.15), (1.25, 5.8, 8.6)),
    ((0.0, 5.45, 9.65), (1.0, 5.3, 9.0)),
)
_SIDE_TONE, _SIDE_SHOWS, _SIDE_SHADED = 0.1, (0.0, 0.35), (0.1, 0.5)
_SIDE_NORMAL = (0.75, 0.0, 0.66)
_ON_NOSE: tuple[Vec, Vec] = ((0.0, 7.4, 9.6), (0.4, 0.8, 0.3))  # the light on a bowed one
_GLEAM_TONE = -0.1
_GLEAM_FACES = 0.35  # cosine of the face's turn to the viewer by which all of it is seen
_UNDER_NOSE: tuple[Vec, Vec] = ((0.0, 5.25, 9.2), (1.1, 0.05, 0.7))
_BOWED = (0.42, 0.32)  # sine of how far from above a face is seen where its nose begins to hide its mouth

_MOUTH_Y = 2.8
_LIPS = face_line(((-2.4, 3.7), (-1.35, 2.94), (0.0, _MOUTH_Y), (1.35, 2.94), (2.4, 3.7)), 0.7, ends=0.22)
_MOUTH = Line(  # on the lips; its corners lie farther back and turn aside, so that a profile has a mouth
    tuple((x, y, z + 0.6 - 0.32 * x * x) for x, y, z in _LIPS.places),
    tuple(unit((2.5 * x, y, z)) for x, y, z in _LIPS.normals),
    _LIPS.widths,
)
_NARROWER_IN_BEARD = 0.4  # by such a share one in a beard is narrower in a profile, where it is a light dash
# How far up a crown points (sine) where a beard begins to close over it, and by how much less it has.
_HANGS = (0.6, 0.35)
_ON_SIDE = (0.55, 0.3)  # but over one that lies on its side it does not: sine of its tilt, and how much more
_IN_BEARD = 0.78  # so much of a mouth's size shows between moustache and beard
_FAR_LEVEL = 0.6  # the far half of a turned one is so short that it would be a hook: soon it is level
_NEAR_RISES = 0.2  # from above the near corner would hang: so much of that is made up for
# A smile in a beard is so much (share) flatter where the head leans by such a sine: its upper corner would be
# at the edge of the beard, a smirk.
_CALM_LEANT, _LEANT = 0.5, 0.6
_SLIMMER_ASIDE = 0.25  # by so much of its width a mouth gets thinner on its way to the profile
_LEVELLED_FROM_ABOVE = 1.75  # by so much, for the cube of the sine, the corners of a bowed one are lower
_BOWED_NARROW, _BOWED_THIN = 0.25, 0.45  # of a bowed head, by which shares it gets smaller
_SMILES_ASIDE = 0.2  # cm: in a profile the corner of a mouth rises more, or it looks stern


def profile(space: HeadSpace, bearded: bool, *, under_cloth: bool = False) -> list[Outline]:
    """Forehead, nose, lips and chin, which stand out of the face's outline as it turns aside; cloth that is
    worn over its brow lies on that.
    """
    _, above, ahead = space.view
    spiky = smoothstep((above - _FROM_ABOVE[0]) / _FROM_ABOVE[1])
    spiky *= smoothstep((ahead - _FROM_FRONT[0]) / _FROM_FRONT[1])
    places, back = _PROFILE[bearded], _LIPS_BACK_CM * max(bowed_of(space), space.bowed, spiky)
    if back:
        places = tuple((x, y, z - back) if y < _LIPS_Y else (x, y, z) for x, y, z in places)
    line = reversed_if_backward(space.xys(places))
    out = [line, *_far_side(space, POINT if under_cloth else 1.0)]
    if bearded:
        out.append(hull([space.egg(*LIPS_IN_BEARD)], space.camera.detail))
    return out


def _far_side(space: HeadSpace, brow: float) -> list[Outline]:
    """Brow, so much of it, and cheekbone, between which the outline of a face turned half aside goes in at
    the eye.
    """
    side = -1.0 if space.view[0] > 0 else 1.0
    turned = smoothstep((space.beyond(side) - _STANDS_OUT[0]) / _STANDS_OUT[1])
    # Both even where they do not stand out: the outline has as many parts from wherever it is seen.
    return [
        hull([space.egg((x * side, y, z), scale(radii, turned * share))], space.camera.detail)
        for ((x, y, z), radii), share in ((_FAR_BROW, brow), (_FAR_CHEEK, 1.0))
    ]


def nose_outline(space: HeadSpace) -> Outline:
    """The nose alone, which stands out of a face turned half aside, and is painted before a beard."""
    wide = space.face.nose
    return space.known(
        "nose",
        lambda: hull([space.egg(c, (a * wide, b, r)) for c, (a, b, r) in _NOSE], space.camera.detail),
    )


def nose(space: HeadSpace) -> list[Layer]:
    """What tells the nose from the cheeks: its base from wing to wing and its side away from the
    light; from below its underside, from above the light on it.
    """
    out = []
    if space.view[1] < 0:
        size = smoothstep(-space.view[1] / 0.5) * smoothstep(space.view[2] / 0.35)
        c, (a, b, d) = _UNDER_NOSE
        underside = space.egg(c, (a * size, b, d * size))
        out.append(Layer("face", filled(hull([underside], space.camera.detail)), tone=0.16))
    out.append(Layer("face", filled(*_shaded_side(space)), tone=_SIDE_TONE))
    path = QPainterPath()
    wide, base = space.face.nose, _NOSE_BASE
    ahead = _BASE_AHEAD_CM * bowed_of(space)
    places = tuple((x * wide, y, z + ahead) for x, y, z in base.places)
    space.add_stroke(path, Line(places, base.normals, base.widths))
    out.append(Layer("face", path, tone=_NOSE_TONE))
    if bowed := bowed_of(space) * smoothstep(space.view[2] / _GLEAM_FACES):
        gleam = space.egg(*_ON_NOSE)
        out.append(Layer("face", filled(hull([gleam], space.camera.detail)), tone=_GLEAM_TONE * bowed))
    return out


def _shaded_side(space: HeadSpace) -> list[Outline]:
    """The side of the nose that the light, which is on the left of the picture, does not reach. Both are
    there, so that the path has as many parts from everywhere: the other one is as good as a line.
    """
    out, wide = [], space.face.nose
    across, (a, b, c) = dot(space.frame[0], space.camera.right), _SIDE_NORMAL
    for sx in BOTH:
        share = smoothstep((across * sx - _SIDE_SHADED[0]) / _SIDE_SHADED[1])
        share *= smoothstep((dot((a * sx, b, c), space.view) - _SIDE_SHOWS[0]) / _SIDE_SHOWS[1])
        share = max(POINT, share * (1 - bowed_of(space)))
        ridge = [(x * sx, y, z) for (x, y, z), _ in _NOSE_SIDE]
        foot = [(x * sx * wide, y, z) for _, (x, y, z) in _NOSE_SIDE]
        foot = [mix(top, low, share) for top, low in zip(ridge, foot, strict=True)]
        out.append(reversed_if_backward(space.xys([*ridge, *foot[::-1]])))
    return out


def mouth(space: HeadSpace, bearded: bool) -> Layer:
    """The mouth, which smiles a little. In a beard it is a dark line, over what shows of the lower lip."""
    path = QPainterPath()
    space.add_kept_stroke(path, _smile(space, _IN_BEARD if bearded else 1.0))
    return Layer("lip", path)


def _smile(space: HeadSpace, size: float) -> Line:
    """The mouth, so wide and thick. From below its corners would come down, from above rise to a sharp bow:
    they are moved by as much. Of a bowed head little of it looks out under the nose.
    """
    below, above, bowed = max(0.0, -space.view[1]), max(0.0, space.view[1]), bowed_of(space)
    turn, ahead = space.view[0], max(0.0, space.view[2])
    narrow = size * space.face.mouth * (1 - _BOWED_NARROW * bowed)
    narrow *= 1 - _NARROWER_IN_BEARD * abs(turn) if size < 1 else 1.0
    smiles = _SMILES_ASIDE if size == 1 else -_SMILES_ASIDE  # a moustache hides the corner that would rise
    up = 0.45 * below * (1 - turn * turn) - _LEVELLED_FROM_ABOVE * above**3 * ahead
    curls = smiles * abs(turn) / 10
    level = min(1.0, _FAR_LEVEL * abs(turn))
    calm = 1 - _CALM_LEANT * smoothstep(space.leant / _LEANT) if size < 1 else 1.0
    places = []
    for x, y, z in _MOUTH.places:
        rise = (y - _MOUTH_Y) * calm + (up + curls * abs(x)) * x * x * narrow / size
        if x * turn < 0:
            rise *= 1 - level
        else:
            rise += _NEAR_RISES * x * turn * above
        lowered = _MOUTH_Y + rise - 0.45 * above * (1 - 0.5 * bowed)
        places.append((x * narrow, lowered, z + 0.3 * x * x * below))
    hidden = from_crown(space) if size == 1 else under_nose(space)
    if size < 1:  # pressed together, where a face looks down: a light dash across the hair
        down = max(space.hangs, smoothstep((_HANGS[0] - space.frame[1][1]) / _HANGS[1]))
        lies = smoothstep((abs(space.frame[0][1]) - _ON_SIDE[0]) / _ON_SIDE[1])
        hidden = max(hidden, down * (1 - lies))
    thick = size * (1 - hidden) * (1 - _BOWED_THIN * bowed) * (1 - _SLIMMER_ASIDE * abs(turn))
    return thinned(Line(tuple(places), _MOUTH.normals, _MOUTH.widths), thick)


@told_once
def bowed_of(space: HeadSpace) -> float:
    """How far from above the face is seen, 0 to 1: soon its brow and nose hide what is below them."""
    return smoothstep((space.view[1] - _BOWED[0]) / _BOWED[1])
