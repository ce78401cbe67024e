"""The face: eyes, brows, nose, mouth and what is worn on it, all on the surface of skull and jaw.

Since every point lies on that surface, nothing can stick out beyond the outline; and since all gets smaller
as the surface turns away, nothing appears or goes at once.
"""

from collections.abc import Iterable
from math import atan2, cos, hypot, pi, sin, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.beard import LIPS_IN_BEARD, beard_layers
from unhunch.figure.parts import Layer
from unhunch.figure.people import Person, has_dark_hair
from unhunch.figure.shapes import Outline, add_smooth, filled, hull, ribbon
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import HeadSpace, Line, arc_of, face_line, surface
from unhunch.figure.vectors import IDENTITY, Vec, add, dot, mad, mix, scale, sub, unit, yawed

_SIDES = (1.0, -1.0)
_EYE = (2.95, 8.15)
_EYE_RADII = (0.69, 0.83)
_EYE_YAW_DEG = 22.0
# Sine of how far from above a face is seen, where its gaze begins to drop, and where its eyes begin to close;
# and how much more until it is down, or they are shut. Half shut eyes look sly: they close late, at a blink.
_GAZE_DROPS = (0.14, 0.26)
_LOOKING_DOWN = (0.495, 0.055)
_DROP_CM, _LID_FOLLOWS = 0.42, 0.45  # how far the eyes drop, and what share of it their upper lids
_AHEAD_CM, _AHEAD_AT = 0.3, 0.4  # the eyes are ahead of a turn: how far, and from which turn (sine) on
_LYING = (0.74, 0.1)  # how far up a face looks (sine) where its eyes begin to close
_HANGING = (0.56, 0.14)  # the same for how far down it looks
_LEVEL = (0.38, 0.1)  # how far up a crown points (sine) where they begin to, as of a head laid on its side
# How far a head leans to a side of the trunk (sine) where its lids come down, by how much more they are down,
# and how far.
_ASIDE, _CALM_SHUT = (0.3, 0.25), 0.42
_OPEN_LID = ((-1.0, 0.38), (-0.52, 0.76), (0.08, 0.90), (0.7, 0.76), (1.3, 0.28))
_SHUT_LID = ((-1.05, 0.1), (-0.5, -0.3), (0.1, -0.42), (0.65, -0.25), (1.15, 0.2))
_BROW = ((1.6, 10.9), (2.5, 11.35), (3.5, 11.25), (4.5, 10.55))
_MOUTH = face_line(((-1.95, 3.35), (-1.15, 2.8), (0.0, 2.58), (1.15, 2.8), (1.95, 3.35)), 0.62)
_MOUTH = Line(  # on the lips; its corners lie farther back and turn aside, so that a profile has a mouth
    tuple((x, y, z + 0.5 - 0.4 * x * x) for x, y, z in _MOUTH.places),
    tuple(unit((2.5 * x, y, z)) for x, y, z in _MOUTH.normals),
    _MOUTH.widths,
)
_IN_BEARD = 0.65  # so much of a mouth's size shows between moustache and beard
_NOSE = (
    ((0.0, 8.4, 8.5), (0.6, 0.6, 0.6)),
    ((0.0, 6.25, 9.8), (1.2, 0.95, 1.1)),
    ((0.0, 5.6, 8.0), (1.3, 1.0, 1.2)),
)
_TIP = _NOSE[1]
# What else stands out in a profile: the ridge of the brows, under which the nose begins, lips and chin.
_BROW_RIDGE: tuple[Vec, Vec] = ((0.0, 10.7, 7.6), (2.6, 1.3, 1.75))
_UPPER_LIP: tuple[Vec, Vec] = ((0.0, 3.75, 7.75), (1.7, 0.95, 1.45))
_LOWER_LIP: tuple[Vec, Vec] = ((0.0, 2.25, 7.55), (1.5, 0.8, 1.35))
# The edge of the nose's bridge towards the far cheek, of a face turned to the left and one to the right.
_NOSE_BRIDGE = {
    right: Line(
        tuple(
            (x * side, y, z)
            for x, y, z in ((0.7, 9.7, 8.9), (0.5, 8.7, 9.2), (0.5, 7.6, 9.7), (0.8, 6.7, 10.3))
        ),
        ((0.0, 0.0, 1.0),) * 4,
        (0.08, 0.2, 0.24, 0.1),
    )
    for right, side in ((False, -1.0), (True, 1.0))
}
_BRIDGE_SHOWS = (0.22, 0.2)  # sine of a turn from which it shows, and by how much more it does fully
_ON_NOSE: tuple[Vec, Vec] = ((0.0, 7.3, 9.7), (0.5, 0.75, 0.3))  # the light on a bowed one
_UNDER_NOSE: tuple[Vec, Vec] = ((0.0, 5.25, 9.3), (1.1, 0.05, 0.8))


def _at_eye(points: Iterable[tuple[float, float]], sx: float, width: float) -> Line:
    return face_line([((_EYE[0] + x) * sx, _EYE[1] + y) for x, y in points], width, 0.4, raised=0.05)


_LIDS = {sx: (_at_eye(_OPEN_LID, sx, 0.36), _at_eye(_SHUT_LID, sx, 0.5)) for sx in _SIDES}
_BROWS = {sx: face_line([(x * sx, y) for x, y in _BROW], 0.6, 0.5) for sx in _SIDES}
_BALLS = {sx: surface(_EYE[0] * sx, _EYE[1]) for sx in _SIDES}
_WHITE_SHADE, _WHITE_SHOWS = 0.12, 0.7
_EYE_WHITE = (1.24, 0.76)  # half axes
_BLUSH = {sx: surface(4.1 * sx, 5.4) for sx in _SIDES}
_MIDDLE_BROW = surface(0.0, 11.0)[0][2]
_SHOWS = 0.28  # cosine: what is turned farther away gets smaller
# Sine of a head's turn from which its nose hides the far eye, and by how much more it has.
_BEHIND_NOSE = (0.47, 0.22)
# For a profile, where the near eye would be at the very edge of the face, it is set back: from that sine of
# the turn on, and by how much more it is; by so many cm. Sooner the far one comes nearer to the nose.
_PROFILE, _SET_BACK_CM = (0.55, 0.4), 0.95
_BEYOND, _SET_IN_CM = (0.28, 0.3), 0.7
_BOWED = (0.42, 0.32)  # sine of how far from above a face is seen where its nose begins to hide its mouth
_SMILE_LINES = tuple(
    face_line([(x * sx, y) for x, y in points], width)
    for sx in _SIDES
    for points, width in (
        (((1.9, 5.9), (2.7, 5.0), (3.05, 4.1), (2.9, 3.2)), 0.34),
        (((4.75, 8.3), (5.3, 8.55), (5.75, 8.95)), 0.26),
        (((4.75, 7.75), (5.35, 7.6), (5.85, 7.5)), 0.26),
        (((2.2, 6.85), (3.0, 6.55), (3.9, 6.8)), 0.28),
    )
)


def profile(space: HeadSpace, bearded: bool) -> list[Outline]:
    """Brow, nose and lips, which stand out of the face's outline."""
    detail = space.camera.detail
    lips = (LIPS_IN_BEARD,) if bearded else (_UPPER_LIP, _LOWER_LIP)
    return [
        _nose_outline(space),
        *(hull([space.egg(*bump)], detail) for bump in (_BROW_RIDGE, *lips)),
    ]


def _nose_outline(space: HeadSpace) -> Outline:
    return hull([space.egg(c, r) for c, r in _NOSE], space.camera.detail)


def features(space: HeadSpace, person: Person) -> list[Layer]:
    """The layers of the face, in the order they are painted."""
    out = [Layer("blush", _blush(space, person.beard))]
    if person.beard:
        out += beard_layers(space, has_dark_hair(person))
        out.append(Layer("face", filled(_nose_outline(space)), casts=False))  # before a bowed one's beard
    if person.smile_lines:
        out += _smile_lines(space)
    out += _eye_whites(space)
    out += _eyes(space)
    out.append(Layer("brow", _brows(space)))
    mouth = QPainterPath()
    space.add_stroke(mouth, _smile(space, _IN_BEARD if person.beard else 1.0))
    out.append(Layer("lip", mouth))
    out += _nose(space)
    return out


def _blush(space: HeadSpace, bearded: bool) -> QPainterPath:
    """The colour of the cheeks: above a beard, not on it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    up = 0.9 if bearded else 0.0
    bowed = _bowed(space)
    for sx in _SIDES:
        place, normal = _BLUSH[sx]
        shown = smoothstep((dot(normal, space.view) - 0.3) / 0.4) * (1 - bowed)
        if shown > 0:
            f = yawed(space.frame, 28 * sx)
            spot = (place[0] + 0.4 * up * sx, place[1] + up, place[2])
            cheek = space.egg(spot, (1.4 * shown, (1.0 - 0.33 * up) * shown, 0.1), f)
            add_smooth(path, hull([cheek], space.camera.detail))
    return path


def shut(space: HeadSpace) -> float:
    """How far the eyes are closed, 0 to 1: a face seen from above looks down, and a head that lies or hangs
    rests.
    """
    _, crown, face = space.frame
    return max(
        smoothstep((space.view[1] - _LOOKING_DOWN[0]) / _LOOKING_DOWN[1]),
        smoothstep((face[1] - _LYING[0]) / _LYING[1]),
        smoothstep((-face[1] - _HANGING[0]) / _HANGING[1]),
        smoothstep((_LEVEL[0] - crown[1]) / _LEVEL[1]),
        _CALM_SHUT * _calm(space),
    )


def gaze(space: HeadSpace) -> tuple[float, float]:
    """Where the eyes look, in cm from the middle: ahead of a turn of the head, and down on what is below."""
    ahead = max(-1.0, min(1.0, space.turn / _AHEAD_AT))
    down = max(smoothstep((space.view[1] - _GAZE_DROPS[0]) / _GAZE_DROPS[1]), _calm(space))
    return _AHEAD_CM * ahead, -_DROP_CM * down


def _calm(space: HeadSpace) -> float:
    """How far a head leans from the trunk, 0 to 1: it rests there, with its lids lowered."""
    return smoothstep((space.leant - _ASIDE[0]) / _ASIDE[1])


def _slid(place: Vec, normal: Vec, x: float, y: float) -> Vec:
    """A place on the face moved along it."""
    return (place[0] + x, place[1] + y, place[2] - (x * normal[0] + y * normal[1]) / normal[2])


def _eyes(space: HeadSpace) -> list[Layer]:
    """Eyes with their upper lids; the lids come down as the eyes close."""
    closed = shut(space)
    ahead, drop = gaze(space)
    k, detail = space.px_per_cm, space.camera.detail
    eyes, gleams = QPainterPath(), QPainterPath()
    eyes.setFillRule(Qt.FillRule.WindingFill)
    for sx in _SIDES:
        place, normal = _eye_at(space, sx)
        shown = smoothstep(dot(normal, space.view) / _SHOWS) * _before_nose(space, sx)
        if shown <= 0:
            continue
        f = yawed(space.frame, _EYE_YAW_DEG * sx)
        space.add_stroke(eyes, _thinned(_lid(space, sx, closed, drop * _LID_FOLLOWS * (1 - closed)), shown))
        if closed < 1:
            a, b = _EYE_RADII
            open_by = 1 - closed
            place = _slid(place, normal, ahead, drop * open_by)
            ball = space.egg(
                (place[0], place[1] - 0.35 * closed, place[2]),
                (a * shown * min(1.0, 2 * open_by), b * shown * open_by, 0.15),
                f,
            )
            add_smooth(eyes, hull([ball], detail))
            if k * detail > 3.5 and closed < 0.5:
                size = 0.24 * shown * (1 - 2 * closed)
                a, b, c = place
                gleam = space.egg((a - 0.2, b + 0.32, c + 0.1), (size, size, 0.05), f)
                add_smooth(gleams, hull([gleam], detail))
    return [Layer("eye", eyes), Layer("white", gleams)]


def _eye_whites(space: HeadSpace) -> list[Layer]:
    """The whites of open eyes, without which dark eyes on dark skin are not seen, and none look anywhere."""
    open_by, (a, b) = 1 - shut(space), _EYE_WHITE
    if open_by <= 0:
        return []
    drop = gaze(space)[1] * _LID_FOLLOWS
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for sx in _SIDES:
        place, normal = _eye_at(space, sx)
        shown = smoothstep(dot(normal, space.view) / _WHITE_SHOWS) * _before_nose(space, sx) * open_by
        if shown > 0:
            middle = _slid(place, normal, 0.05 * sx, drop)
            white = space.egg(middle, (a * shown, b * shown, 0.1), yawed(space.frame, _EYE_YAW_DEG * sx))
            add_smooth(path, hull([white], space.camera.detail))
    return [Layer("white", path), Layer("white", path, tone=_WHITE_SHADE)]


def _before_nose(space: HeadSpace, sx: float) -> float:
    """How much of an eye and its brow the bridge of the nose leaves to be seen: less and less of the far one
    as the head turns to its profile.
    """
    return 1 - smoothstep((-sx * space.view[0] - _BEHIND_NOSE[0]) / _BEHIND_NOSE[1])


def _eye_at(space: HeadSpace, sx: float) -> tuple[Vec, Vec]:
    """The middle of an eye, and the way the face faces there."""
    turn = sx * space.view[0]
    by = _SET_BACK_CM * smoothstep((turn - _PROFILE[0]) / _PROFILE[1])
    by -= _SET_IN_CM * smoothstep((-turn - _BEYOND[0]) / _BEYOND[1])
    return surface((_EYE[0] + by) * sx, _EYE[1]) if by else _BALLS[sx]


def _thinned(line: Line, share: float) -> Line:
    """A line of so much of its width."""
    if share >= 1:
        return line
    return Line(line.places, line.normals, tuple(w * share for w in line.widths))


def _lid(space: HeadSpace, sx: float, closed: float, drop: float) -> Line:
    """The upper lid of an eye, on its way down by the share that is closed, and lowered by `drop` (cm)."""
    up, down = _LIDS[sx]
    level = 1.6 * max(0.0, -space.view[1]) - 0.8 * max(0.0, space.view[1])
    x, y, z = _BALLS[sx][0]
    middle = (x, y - drop, z)
    aside = sub(_eye_at(space, sx)[0], (x, y, z))
    return Line(
        tuple(
            add(_levelled(mix(a, b, closed), middle, level, drop), aside)
            for a, b in zip(up.places, down.places, strict=True)
        ),
        up.normals,
        tuple(a + (b - a) * closed for a, b in zip(up.widths, down.widths, strict=True)),
    )


def _levelled(spot: Vec, middle: Vec, share: float, drop: float) -> Vec:
    """A place on the face moved down by `drop`, and raised by a share of how far it lies behind the middle:
    from below what is farther back comes down, and an eye that hangs looks sad; from above one that rises
    looks sly.
    """
    return (spot[0], spot[1] + drop + (middle[2] - spot[2]) * share, spot[2])


def _smile(space: HeadSpace, size: float) -> Line:
    """The mouth, so wide and thick. From below its corners would come down, from above rise to a sharp bow:
    they are moved by as much. Of a bowed head little of it looks out under the nose.
    """
    below, above, bowed = max(0.0, -space.view[1]), max(0.0, space.view[1]), _bowed(space)
    narrow, up = size * (1 - 0.4 * bowed), 0.45 * below - 0.3 * above
    places = tuple(
        (x * narrow, y + up * x * x * narrow - 0.45 * above * (1 - 0.5 * bowed), z + 0.3 * x * x * below)
        for x, y, z in _MOUTH.places
    )
    return _thinned(Line(places, _MOUTH.normals, _MOUTH.widths), size * max(0.0, 1 - 1.3 * bowed))


def _bowed(space: HeadSpace) -> float:
    """How far from above the face is seen, 0 to 1: soon its brow and nose hide what is below them."""
    return smoothstep((space.view[1] - _BOWED[0]) / _BOWED[1])


def _smile_lines(space: HeadSpace) -> list[Layer]:
    """The lines that years of smiling have left beside nose, mouth and eyes."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    share = 1 - _bowed(space)
    if share > 0:
        for line in _SMILE_LINES:
            space.add_stroke(path, _thinned(line, share))
    return [Layer("face", path, tone=0.15)]


def _brows(space: HeadSpace) -> QPainterPath:
    """The brows. From above their outer ends would rise and look angry, from below they would hang and look
    worried: they are moved by as much.
    """
    above = max(-0.35, space.view[1] * 0.9) * smoothstep((space.view[2] + 0.2) / 0.5)
    path = QPainterPath()
    for sx in _SIDES:
        brow = _BROWS[sx]
        aside = sub(_eye_at(space, sx)[0], _BALLS[sx][0])
        places = tuple(add((a, b - (_MIDDLE_BROW - c) * above, c), aside) for a, b, c in brow.places)
        shown = _before_nose(space, sx)
        if shown > 0:
            space.add_stroke(path, _thinned(Line(places, brow.normals, brow.widths), shown))
    return path


def _nose(space: HeadSpace) -> list[Layer]:
    """The tip of the nose, drawn under it whichever way the head is bent; from below, its underside too."""
    shown = smoothstep((space.view[2] + 0.35 * max(0.0, space.view[1])) / 0.35)
    if shown <= 0:
        return []
    out = []
    if space.view[1] < 0:
        size = smoothstep(-space.view[1] / 0.5)
        c, (a, b, d) = _UNDER_NOSE
        underside = space.egg(c, (a * size, b, d * size))
        out.append(Layer("face", filled(hull([underside], space.camera.detail)), tone=0.16))
    (ax, ay), (bx, by) = space.xys(((0.0, 7.0, 8.6), _TIP[0]))
    bowed = _bowed(space)
    points = arc_of(space.egg(*_TIP), atan2(by - ay, bx - ax), 2.0 + 0.5 * bowed, 0.92)
    widths = [0.55 * space.px_per_cm * shown * w for w in (0.2, 0.8, 1.0, 0.8, 0.2)]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    add_smooth(path, ribbon(points, widths))
    turned = smoothstep((abs(space.view[0]) - _BRIDGE_SHOWS[0]) / _BRIDGE_SHOWS[1]) * shown
    if turned > 0:
        space.add_stroke(path, _thinned(_NOSE_BRIDGE[space.view[0] < 0], turned))
    out.append(Layer("face", path, tone=0.36))
    if bowed:
        gleam = space.egg(*_ON_NOSE)
        out.append(Layer("face", filled(hull([gleam], space.camera.detail)), tone=-0.16 * bowed))
    return out


_LAID = (0.62, 0.35)  # how far up a crown points (sine) where its ears come out of the hair, and until it is
# An ear reaches from the eyes' height to the nose's. Of a bowed head it would rise to the brow: it is lower.
_EAR_Y, _EAR_DROPS_CM = 7.5, 1.6
_EAR_LEANS, _EAR_GROWS = (
    0.22,
    0.35,
)  # tangent; sine of a head's turn from which its near ear is all on the hair
_EAR_FOLD_TONE = 0.3


def _ear_fold(sx: float) -> Line:
    """The hollow inside an ear's rim, open to the front: a plain dark spot would look like an eye."""
    half = ((0.95, 0.35), (1.3, -0.5), (0.9, -1.3), (-0.1, -1.4), (-1.0, -0.85), (-1.2, -0.2))
    places = tuple((7.7 * sx, _EAR_Y + y, z) for y, z in half)
    n = len(places) - 1
    widths = tuple(0.5 * (0.3 + 0.7 * sin(pi * i / n)) for i in range(n + 1))
    return Line(places, ((sx, 0.0, 0.0),) * (n + 1), widths)


_EAR_FOLDS = {sx: _ear_fold(sx) for sx in _SIDES}


def ears(space: HeadSpace, near: bool) -> list[Layer]:
    """The ears on the viewer's side of the head, or the one beyond it, under the hair."""
    out = []
    for sx in _SIDES:
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
    for sx in _SIDES:
        share = laid * smoothstep(space.view[0] * sx / _EAR_GROWS)
        if share > 0:
            out += [Layer("face", filled(_ear(space, sx, share))), _ear_fold_layer(space, sx, share)]
    return out


def _ear_drop(space: HeadSpace) -> float:
    """By how much an ear is lower on a head seen from above and in front, in cm."""
    return _EAR_DROPS_CM * max(0.0, space.view[1]) * smoothstep(space.view[2] / 0.3)


def _ear_fold_layer(space: HeadSpace, sx: float, share: float) -> Layer:
    """The fold of an ear, of a share of its width."""
    path, line, drop = QPainterPath(), _EAR_FOLDS[sx], _ear_drop(space)
    places = tuple((x, y - drop, z) for x, y, z in line.places)
    space.add_stroke(path, _thinned(Line(places, line.normals, line.widths), share))
    return Layer("face", path, tone=_EAR_FOLD_TONE)


def _ear(space: HeadSpace, sx: float, share: float) -> Outline:
    """The outline of an ear, of a share of its size; it leans back."""
    x, y, z = space.frame
    leans = (x, unit(add(y, scale(z, -_EAR_LEANS))), unit(add(z, scale(y, _EAR_LEANS))))
    drop = _ear_drop(space)
    upper = (7.2 * sx, _EAR_Y - drop, -0.6)
    lobe = (6.95 * sx, _EAR_Y - drop - 1.8 * share, -0.6 + 0.5 * share)
    return hull(
        [
            space.egg(upper, scale((0.95, 2.3, 1.6), share), leans),
            space.egg(lobe, scale((0.8, 0.9, 0.8), share)),
        ],
        space.camera.detail,
    )


_LENS: Vec = (3.0, 8.05, 8.65)
_LENS_RADII = (2.05, 1.9)
_LENS_YAW_DEG = 12.0
# Of a bowed head the sides of the glasses would rise and stick out: by so much they are lowered, and closer.
_TEMPLES_RISE, _TEMPLES_CLOSER = 0.25, 0.06
# Sine of a turn from which the far lens is left out, and by how much more it is; how much narrower it gets.
_BEYOND_FACE, _FAR_LENS_NARROWER = (0.42, 0.24), 0.7
_LENS_FOLLOWS = 0.9  # share of the way an eye goes back in a profile
_AWAY = (0.17, 0.2)  # cosine of a face's turn from the viewer by which its glasses are hidden, and less


def _ring(sx: float) -> Line:
    """A lens's rim, from its outer end round: flat, so that it is an even oval from wherever it is seen."""
    across, up, out = yawed(IDENTITY, _LENS_YAW_DEG * sx)
    middle = (_LENS[0] * sx, _LENS[1], _LENS[2])
    turns = [tau * i / 16 for i in range(17)]
    a, b = _LENS_RADII
    return Line(
        tuple(mad(mad(middle, across, a * cos(t) * sx), up, b * sin(t)) for t in turns),
        (out,) * len(turns),
        (0.34,) * len(turns),
    )


RINGS = tuple(map(_ring, _SIDES))
_BRIDGE = Line(((-1.0, 8.4, 9.3), (0.0, 8.75, 9.9), (1.0, 8.4, 9.3)), ((0.0, 0.0, 1.0),) * 3, (0.3,) * 3)
_TEMPLES = tuple(
    Line(
        ((5.0 * sx, 8.5, 8.25), (6.8 * sx, 8.8, 4.8), (7.45 * sx, 8.9, 1.4), (7.6 * sx, 8.7, -0.6)),
        ((0.88 * sx, 0.0, 0.48), (0.94 * sx, 0.0, 0.34), (sx, 0.0, 0.0), (sx, 0.0, 0.0)),
        (0.34,) * 4,
    )
    for sx in _SIDES
)


def temples(space: HeadSpace) -> list[Layer]:
    """The sides of the glasses, which end on the ears, under the hair."""
    path = QPainterPath()
    shown = _glasses_shown(space)
    if shown > 0:
        rise, closer = _TEMPLES_RISE * max(0.0, space.view[1]), 1 - _TEMPLES_CLOSER * space.bowed
        for temple in _TEMPLES:
            level = tuple((x * closer, y - (_LENS[2] - z) * rise, z) for x, y, z in temple.places)
            space.add_stroke(path, _thinned(Line(level, temple.normals, temple.widths), shown))
    return [Layer("glasses", path)]


def lenses(space: HeadSpace) -> list[Layer]:
    """Round lenses and their bridge."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    shown = _glasses_shown(space)
    if shown > 0:
        for sx, ring in zip(_SIDES, RINGS, strict=True):
            left = _before_face(space, sx)
            space.add_stroke(path, _thinned(_lens(space, sx, ring, left), shown * min(1.0, 2 * left)))
        aside = smoothstep((abs(space.view[0]) - _PROFILE[0]) / _PROFILE[1])
        space.add_stroke(path, _thinned(_BRIDGE, shown * (1 - aside)))
    return [Layer("glasses", path)]


def _lens(space: HeadSpace, sx: float, ring: Line, left: float) -> Line:
    """A lens's rim: a near one goes back with its eye, a far one is as narrow as what is `left` of it."""
    _, _, back = sub(_eye_at(space, sx)[0], _BALLS[sx][0])
    back = _LENS_FOLLOWS * min(0.0, back)
    narrow, inner = 1 - _FAR_LENS_NARROWER * (1 - left), sx * (_LENS[0] - _LENS_RADII[0])
    places = tuple((inner + (x - inner) * narrow, y, z + back) for x, y, z in ring.places)
    return Line(places, ring.normals, ring.widths)


def _before_face(space: HeadSpace, sx: float) -> float:
    """How much of a lens is seen before the face: of the far one nothing near the profile."""
    x, _, z = space.view
    return 1 - smoothstep((-sx * x / (hypot(x, z) + 1e-6) - _BEYOND_FACE[0]) / _BEYOND_FACE[1])


def _glasses_shown(space: HeadSpace) -> float:
    """How much of the glasses there is to see: none looks out beyond a face that is turned away."""
    return smoothstep((space.view[2] - _AWAY[0]) / _AWAY[1])
