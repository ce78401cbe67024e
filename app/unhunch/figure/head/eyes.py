"""Eyes and brows, on the surface of the face."""

from collections.abc import Iterable
from math import cos, radians, sin, sqrt, tan, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.skull import BOTH, HeadSpace, Line, face_line, surface, thinned, told_once
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import Outline, add_smooth, reversed_if_backward
from unhunch.figure.rig.vectors import IDENTITY, ORIGIN, Vec, add, dot, mad, mix, smoothstep, sub, yawed

_EYE = (2.95, 8.0)
_OVAL_POINTS = 12
_EYE_RADII, _UNDER_LID = (0.6, 0.76), 0.54  # half axes; the lid lies on it so high: a whole one stares
_SHUT_DROP_CM = 0.3  # so much lower is what is left of an eye that closes
# The light in an eye: its radius, and at most what share of the eye's width; where it lies in the eye's box;
# and how far closed an eye is that has none.
_GLEAM_CM, _GLEAM_MOST, _GLEAM_AT, _NO_GLEAM = 0.21, 0.22, (0.34, 0.28), 0.5
_EYE_YAW_DEG = 22.0
_BESIDE_YAW_DEG = 20.0  # in a profile an eye looks so much farther aside, or it is a slit
_FAR_YAW_DEG, _FAR_FROM = 12.0, 0.6  # a far eye lies flatter, or it is a slit: from that sine of a turn on
# Sine of how far from above a face is seen, where its gaze begins to drop, and where its eyes begin to close;
# and how much more until it is down, or they are shut. Half shut eyes look sly: they close late, at a blink.
_GAZE_DROPS = (0.11, 0.24)
_LOOKING_DOWN = (0.58, 0.055)
_ASIDE_LATER, _FROM_FRONT = 0.1, 0.5  # in a profile they close later by so much; cosine from which it is none
_LEANT_SOONER = 0.35  # so much sooner for a whole sine of a lean: they stay shut while a head rolls
_DROP_CM, _LID_FOLLOWS = 0.6, 0.75  # how far the eyes drop, and what share of it their upper lids
_AHEAD_CM, _AHEAD_AT = 0.2, 0.4  # the eyes are ahead of a turn: how far, and from which turn (sine) on
_LYING = (0.66, 0.1)  # how far up a face looks (sine) where its eyes begin to close
_HANGING = (0.56, 0.14)  # the same for how far down it looks
_FACE_DOWN, _CROWN_DOWN = (0.55, 0.2), (0.1, 0.2)  # how far down face and crown of a pressed face point
_LEVEL = (0.38, 0.1)  # how far up a crown points (sine) where they begin to, as of a head laid on its side
_ASIDE = (0.36, 0.12)  # how far a head leans to a side of the trunk (sine) where they begin to
# The same of lean and nod together, for a head that rolls with its chin low, where it leans so far: its eyes
# would blink as it rolls across.
_ROLLS, _ROLLS_ASIDE = (0.32, 0.05), (0.03, 0.04)
_OPEN_LID = ((-0.8, 0.18), (-0.45, 0.6), (0.06, 0.8), (0.62, 0.62), (1.18, 0.16))
_SHUT_LID = ((-1.1, 0.12), (-0.56, -0.34), (0.06, -0.5), (0.68, -0.3), (1.2, 0.16))
# How far out and down each lash goes (cm), and how wide one is at its root, middle and tip.
_LASHES, _LASH_CM = (((0.42, 0.2), (0.34, 0.38), (0.16, 0.46)), (0.3, 0.2, 0.06))
_PRESSED_THINNER = 0.4  # by such a share lids are thinner on the mat, where little is seen of a face
# Behind lenses closed lids are shorter and finer by such shares; open ones are longer, for a dot in a ring
# stares.
_SHORTER, _LONGER, _FINER = 0.3, 0.3, 0.3
_LID_CM, _SHUT_LID_CM, _LID_ENDS = 0.4, 0.46, 0.2  # how wide they are, and what share of it at their ends
# The level of a closed lid, how far one is flat in a profile, and how much deeper that of a bowed head hangs.
_SHUT_Y, _SHUT_FLAT, _SHUT_DEEPER = _EYE[1] - 0.1, 0.15, 0.8
_BROW = ((1.45, 10.12), (2.45, 10.4), (3.55, 10.46), (4.7, 9.98))
_BROW_CM = (0.42, 0.7, 0.54, 0.14)  # a brow is thickest in its inner third, and tapers to the temple
_BROW_ARCH, _BROW_ENDS_Y = 0.45, 9.98  # how much more one is arched that is (share), and from which height on
_BROW_MIDDLE: Vec = (3.05, 10.1, surface(0.0, 10.1)[0][2])
_FROM_ABOVE, _FROM_BELOW = 0.9, 1.6  # how far lids are levelled
_BESIDE_LESS = 0.6  # in a profile level ones would look stern: by so much less they are levelled
_MOST_FORESHORTENED = 0.4  # at most so (square of a cosine), from above: more would tear a face apart
_BROW_FROM_ABOVE, _BROW_FROM_BELOW = 1.0, 0.6  # and brows
_BROWS_RISE_CM = 0.9  # so much higher those of a bowed face are, or they would lie on its lids
_OVAL = tuple((cos(tau * i / _OVAL_POINTS), sin(tau * i / _OVAL_POINTS)) for i in range(_OVAL_POINTS))
# In a profile a closed eye is so much farther back, and its lashes slope back: else they are a dot. By so
# much of it if the face is not pressed to the mat.
_SHUT_BACK_CM, _LASHES_BACK, _LASHES_RESTING = 0.5, 0.5, 0.45
_SHOWS = (0.2, 0.2)  # cosine at which an eye begins to show, and by how much more it is whole
# Sine of a head's turn from which its nose hides the far eye, and by how much more it has.
_BEHIND_NOSE = (0.63, 0.08)
# An eye that goes out of sight gets narrower and goes aside, behind the contour, by so many cm. Only of less
# than such a share is it lower and its lines thinner too: sooner it would be the pale ghost of an eye. Its
# light goes while it gets narrower to the third.
_GOES_ASIDE_CM, _STAYS_TALL, _GLEAM_GOES = 2.1, 0.3, 0.4
# For a profile, where the near eye would be at the very edge of the face, it is set back: from that sine of
# the turn on, and by how much more it is; by so many cm. Sooner the far one comes nearer to the nose.
_PROFILE, _SET_BACK_CM = (0.55, 0.4), 1.1
_BEYOND, _SET_IN_CM = (0.15, 0.45), 1.75


def _lid_line(points: Iterable[tuple[float, float]], sx: float, width: float) -> Line:
    places = [((_EYE[0] + x) * sx, _EYE[1] + y) for x, y in points]
    return face_line(places, width, _LID_ENDS, raised=0.05)


def _brow(sx: float) -> Line:
    line = face_line([(x * sx, y) for x, y in _BROW], 1.0)
    return Line(line.places, line.normals, _BROW_CM)


_LIDS = {sx: (_lid_line(_OPEN_LID, sx, _LID_CM), _lid_line(_SHUT_LID, sx, _SHUT_LID_CM)) for sx in BOTH}
_BROWS = {sx: _brow(sx) for sx in BOTH}
BALLS = {sx: surface(_EYE[0] * sx, _EYE[1]) for sx in BOTH}


@told_once
def shut(space: HeadSpace) -> float:
    """How far the eyes are closed, 0 to 1: a face seen from above looks down, and a head that lies or hangs
    rests.
    """
    _, crown, face = space.frame
    later = _ASIDE_LATER * (1 - smoothstep(space.view[2] / _FROM_FRONT)) - _LEANT_SOONER * space.leant
    return max(
        smoothstep((space.view[1] - _LOOKING_DOWN[0] - later) / _LOOKING_DOWN[1]),
        smoothstep((face[1] - _LYING[0]) / _LYING[1]),
        smoothstep((-face[1] - _HANGING[0]) / _HANGING[1]),
        smoothstep((_LEVEL[0] - crown[1]) / _LEVEL[1]),
        _calm(space),
    )


@told_once
def pressed(space: HeadSpace) -> float:
    """How far a face is pressed to the mat, 0 to 1: crown and face down, and not hanging free."""
    _, crown, face = space.frame
    down = (1 - space.hangs) * smoothstep((-face[1] - _FACE_DOWN[0]) / _FACE_DOWN[1])
    return down * smoothstep((-crown[1] - _CROWN_DOWN[0]) / _CROWN_DOWN[1])


@told_once
def _lashes(space: HeadSpace) -> float:
    """How far the lashes of closed eyes lie back in a profile, 0 to 1."""
    return shut(space) * (_LASHES_RESTING + (1 - _LASHES_RESTING) * pressed(space))


@told_once
def gaze(space: HeadSpace) -> tuple[float, float]:
    """Where the eyes look, in cm from the middle: ahead of a turn of the head, and down on what is below."""
    ahead = max(-1.0, min(1.0, space.turn / _AHEAD_AT))
    down = max(smoothstep((space.view[1] - _GAZE_DROPS[0]) / _GAZE_DROPS[1]), _calm(space))
    return _AHEAD_CM * ahead, -_DROP_CM * down


@told_once
def _calm(space: HeadSpace) -> float:
    """How far a head leans from the trunk or rolls round on it, 0 to 1: it rests there."""
    rolls = smoothstep((space.leant + space.nod - _ROLLS[0]) / _ROLLS[1])
    leans = smoothstep((space.leant - _ASIDE[0]) / _ASIDE[1])
    return max(leans, rolls * smoothstep((space.leant - _ROLLS_ASIDE[0]) / _ROLLS_ASIDE[1]))


def eyes(space: HeadSpace, bold: float, *, behind_lenses: bool = False) -> list[Layer]:
    """Eyes, each a dark oval with a light under its upper lid, which is `bold` times as thick: without whites
    they are friendly. As they close the lid comes down on what is left of the oval; `behind_lenses` it is
    shorter then, for from rim to rim it would be a stroke through the glass.
    """
    closed = shut(space)
    ahead, drop = gaze(space)
    size = space.face.eyes * sqrt(bold)
    dark, gleams = QPainterPath(), QPainterPath()
    dark.setFillRule(Qt.FillRule.WindingFill)
    for sx in BOTH:
        place, normal = eye_at(space, sx)
        shown = _shown(space, sx, normal)
        if shown <= 0:
            continue
        short = 1 + _LONGER - (_LONGER + _SHORTER) * closed if behind_lenses else 1.0
        tall = _tall(shown)
        lid = _lid(space, sx, closed, drop * _LID_FOLLOWS * (1 - closed))
        lid = _fitted(lid, space, sx, (size * short * shown / tall, size * short), shown)
        thick = bold * space.face.lids * (1 - _PRESSED_THINNER * pressed(space))
        space.add_stroke(dark, thinned(lid, tall * thick))
        if closed and space.face.lids > 1:
            for lash in _lashes_on(lid, sx):
                space.add_stroke(dark, thinned(lash, shown * closed * (1 - pressed(space))))
        if closed < 1:
            open_by = 1 - closed
            aside = ahead + _goes_aside(sx, shown)
            place = _slid(place, normal, aside, drop * open_by - _SHUT_DROP_CM * closed)
            # A lid that follows the gaze down stays as high on the oval.
            covered = _UNDER_LID - drop * (1 - _LID_FOLLOWS)
            axes = (size * shown * min(1.0, 2 * open_by), size * tall * open_by)
            oval = _oval(space, sx, place, axes, covered)
            add_smooth(dark, oval)
            if closed < _NO_GLEAM:
                lit = smoothstep((shown - _GLEAM_GOES) / (1 - _GLEAM_GOES))
                add_smooth(gleams, _gleam(space, oval, lit * bold * (1 - closed / _NO_GLEAM)))
    return [Layer("eye", dark), Layer("white", gleams)]


def _lashes_on(lid: Line, sx: float) -> list[Line]:
    """Lashes at the outer end of a closed lid, of those who have long ones."""
    lashes = []
    for i, (out, down) in zip((-1, -2, -3), _LASHES, strict=True):
        root, normal = lid.places[i], lid.normals[i]
        tip = _slid(root, normal, out * sx, -down)
        lashes.append(Line((root, mix(root, tip, 0.5), tip), (normal,) * 3, _LASH_CM))
    return lashes


def _oval(space: HeadSpace, sx: float, middle: Vec, size: tuple[float, float], lid: float) -> Outline:
    """The outline of an eye, cut by the lid at so many cm over its middle; `size` are shares of its axes."""
    across, up, _ = yawed(IDENTITY, _eye_yaw(space, sx))
    a, b = _EYE_RADII
    places = [mad(mad(middle, across, a * size[0] * u), up, min(b * v, lid) * size[1]) for u, v in _OVAL]
    return reversed_if_backward(space.xys(places))


def _gleam(space: HeadSpace, oval: Outline, share: float) -> Outline:
    """The light in an eye, on the side of the picture it comes from; no larger than a narrow eye can hold."""
    xs, ys = [x for x, _ in oval], [y for _, y in oval]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    r = min(_GLEAM_CM * space.face.eyes * space.px_per_cm, _GLEAM_MOST * wide) * share
    x, y = min(xs) + _GLEAM_AT[0] * wide, min(ys) + _GLEAM_AT[1] * high
    return [(x + r * u, y - r * v) for u, v in _OVAL[::2]]


def _eye_yaw(space: HeadSpace, sx: float) -> float:
    """How far aside an eye looks, in degrees."""
    beside = smoothstep((space.beyond(-sx) - _PROFILE[0]) / _PROFILE[1])
    far = smoothstep(space.beyond(sx) / _FAR_FROM)
    return sx * (_EYE_YAW_DEG + _BESIDE_YAW_DEG * beside - _FAR_YAW_DEG * far)


def _fitted(line: Line, space: HeadSpace, sx: float, size: tuple[float, float], shown: float) -> Line:
    """A line on the face round an eye that is shown so far: as long and as high round its middle as told
    (shares), and lying as flat as the eye.
    """
    long, high = size
    (x, y, z), normal = eye_at(space, sx)
    dx, _, dz = _slid(ORIGIN, normal, _goes_aside(sx, shown), 0.0)
    ahead = tan(radians(_EYE_YAW_DEG * sx)) - tan(radians(_eye_yaw(space, sx)))
    places = ((x + (a - x) * long, y + (b - y) * high, z + (c - z) * long) for a, b, c in line.places)
    fitted = tuple((a + dx, b, c + dz + (a - x) * ahead) for a, b, c in places)
    return Line(fitted, line.normals, line.widths)


def _tall(shown: float) -> float:
    """How high an eye is of which so much is seen."""
    return min(1.0, shown / _STAYS_TALL)


def _goes_aside(sx: float, shown: float) -> float:
    """How far an eye of which so much is seen has gone aside, in cm to the left."""
    return _GOES_ASIDE_CM * (1 - shown) * sx


def _shown(space: HeadSpace, sx: float, normal: Vec) -> float:
    """How much of an eye that faces along the normal, and of its brow, is seen."""
    return smoothstep((dot(normal, space.view) - _SHOWS[0]) / _SHOWS[1]) * _before_nose(space, sx)


def _before_nose(space: HeadSpace, sx: float) -> float:
    """How much of an eye and its brow the bridge of the nose leaves to be seen: less and less of the far one
    as the head turns to its profile.
    """
    return 1 - smoothstep((space.beyond(sx) - _BEHIND_NOSE[0]) / _BEHIND_NOSE[1])


def eye_at(space: HeadSpace, sx: float) -> tuple[Vec, Vec]:
    """The middle of an eye, and the way the face faces there."""
    turn = space.beyond(-sx)
    by = (_SET_BACK_CM + _SHUT_BACK_CM * _lashes(space)) * smoothstep((turn - _PROFILE[0]) / _PROFILE[1])
    by -= _SET_IN_CM * smoothstep((space.beyond(sx) - _BEYOND[0]) / _BEYOND[1])
    return surface((_EYE[0] + by) * sx, _EYE[1]) if by else BALLS[sx]


def _slid(place: Vec, normal: Vec, x: float, y: float) -> Vec:
    """A place on the face moved along it."""
    return (place[0] + x, place[1] + y, place[2] - (x * normal[0] + y * normal[1]) / normal[2])


def _lid(space: HeadSpace, sx: float, closed: float, drop: float) -> Line:
    """The upper lid of an eye, on its way down by the share that is closed, and lowered by `drop` (cm)."""
    up, down = _LIDS[sx]
    tilt = _levels(space, _FROM_ABOVE if space.view[1] > 0 else _FROM_BELOW)
    x, y, z = BALLS[sx][0]
    middle = (x, y - drop, z)
    profile = smoothstep((space.beyond(-sx) - _PROFILE[0]) / _PROFILE[1])
    flat = _SHUT_FLAT * profile - _SHUT_DEEPER * space.bowed
    back = _LASHES_BACK * _lashes(space) * profile
    aside = sub(eye_at(space, sx)[0], (x, y, z))
    places = [
        add(_levelled(mix(a, _flat(b, flat), closed), middle, tilt, drop), aside)
        for a, b in zip(up.places, down.places, strict=True)
    ]
    return Line(
        tuple((a, b, c - back * sx * (a - aside[0] - x)) for a, b, c in places),
        tuple((a + back * sx, b, c) for a, b, c in up.normals),
        tuple(a + (b - a) * closed for a, b in zip(up.widths, down.widths, strict=True)),
    )


def _flat(spot: Vec, share: float) -> Vec:
    """A place on a closed lid, nearer by a share to its level: a short line that sags so far is a hook."""
    return (spot[0], spot[1] + (_SHUT_Y - spot[1]) * share, spot[2])


def _levels(space: HeadSpace, share: float) -> tuple[float, float]:
    """How much higher, for each cm it lies to the left and in front, a place must be by which a line is level
    by a share of the way, as of a face that is not seen from above or below.
    """
    x, y, z = space.view
    if y > 0 and z > 0:  # a face seen from in front is foreshortened: for each cm a place moves by less
        level = 1 - y * y
        share *= 1 + (1 / max(_MOST_FORESHORTENED, level) - 1) * z * z / max(_MOST_FORESHORTENED, level)
    beside = (1 - _BESIDE_LESS * x * x) * (1 - space.bowed)
    return share * y * x * beside, share * y * z


def _levelled(spot: Vec, middle: Vec, tilt: tuple[float, float], drop: float) -> Vec:
    """A place on the face moved down by `drop`, and by as much as levels it with the middle: from below an
    eye would hang and look sad, from above it would rise and look sly.
    """
    level = (spot[0] - middle[0]) * tilt[0] + (spot[2] - middle[2]) * tilt[1]
    return (spot[0], spot[1] + drop + level, spot[2])


def brows(space: HeadSpace, bold: float) -> QPainterPath:
    """The brows, `bold` times as thick. From above their outer ends would rise and look angry, from below
    they would hang and look worried: they are moved by as much.
    """
    seen = smoothstep((space.view[2] + 0.2) / 0.5)
    tilt = _levels(space, seen * (_BROW_FROM_ABOVE if space.view[1] > 0 else _BROW_FROM_BELOW))
    path, thick = QPainterPath(), bold * space.face.brows
    rise = _BROWS_RISE_CM * space.bowed
    for sx in BOTH:
        brow = _BROWS[sx]
        place, normal = eye_at(space, sx)
        aside = sub(place, BALLS[sx][0])
        middle = (_BROW_MIDDLE[0] * sx, *_BROW_MIDDLE[1:])
        arched = [_arched(spot, 1 + _BROW_ARCH * (space.face.arch - 1)) for spot in brow.places]
        places = tuple(add(_levelled(spot, middle, tilt, rise), aside) for spot in arched)
        shown = _shown(space, sx, normal) * (1 - pressed(space))
        if shown > 0:
            tall = _tall(shown)
            line = _fitted(Line(places, brow.normals, brow.widths), space, sx, (shown / tall, 1.0), shown)
            space.add_stroke(path, thinned(line, tall * thick))
    return path


def _arched(spot: Vec, share: float) -> Vec:
    """A place on a brow that is arched by that share."""
    return (spot[0], _BROW_ENDS_Y + (spot[1] - _BROW_ENDS_Y) * share, spot[2])
