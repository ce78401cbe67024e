"""A neck: how thick it is, the muscle that turns the head, and the shade of the jaw."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bearing import LOWER_CM, SIZE, bearing
from unhunch.figure.head.skull import CHIN, JAW, POINT, add_leaf, turn_of
from unhunch.figure.ink.parts import Layer, soft, tinted
from unhunch.figure.ink.shapes import Outline, filled, hull
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Frame, Vec, add, dot, mad, mix, point, scale, smoothstep, unit

# How far up the neck, half its width and depth, and how much deeper it is where its nape is drawn long; and
# by how much deeper (cm) the foot of one that bows is.
_NECK = (
    (0.08, 6.1, 4.4, 0.35), (0.17, 5.6, 4.15, 0.6), (0.3, 4.95, 3.85, 0.85), (0.47, 4.5, 3.8, 1.15),
    (0.62, 4.45, 4.0, 1.2), (0.8, 4.65, 4.6, 1.0), (1.0, 5.0, 5.4, 0.6),
)  # fmt: skip
_BOWED_DEEPER_CM = 1.8
# Sine of how far the chin comes down the chest from which a neck bows, and by how much more; the lean (sine)
# by which it does not, since one side is drawn long; and how upright (sine) the chest is that it comes to.
_CHIN_DOWN, _LEANS, _UPRIGHT = (0.05, 0.4), 0.6, (0.75, 0.2)
# Sine of how far the crown leans ahead of the chest from which a nape is drawn long, and by how much more.
_LONG_NAPE = (-0.05, 0.3)

_BEHIND_EAR: Vec = (4.9, 3.0, 0.4)
_WIDTH_CM, _TONE = 0.8, 0.09
_BEGINS = 0.45  # how far down its way to the pit of the neck it comes out of the shade below the jaw
_SHOWS = 0.5  # cosine of its turn to the viewer from which a muscle is as wide as it is
_TURNS = (0.16, 0.3)  # sine of a head's turn from which its muscle stands out, and by how much more it does

# Of a side a lean draws long: the lean (sine) from which its muscle stands out, and by how much more it all
# does; where it then begins, so near behind the ear, and how dark it is.
_LONG, _BEGINS_LONG, _LONG_TONE = (0.25, 0.3), 0.1, 0.15
# And the hollow behind it: where it goes down into the collar, from the pit of the neck (cm); how far down
# its way it begins, how far it bends to the throat, and how wide it is (cm).
_HOLLOW: Vec = (4.0, -2.5, -4.5)
_HOLLOW_BEGINS, _HOLLOW_BENDS_CM, _HOLLOW_CM = 0.3, 0.6, 0.9

# How far (cm) the shade of the jaw on the neck reaches beyond it all round, and how far it falls down and
# back, as the head is held.
_JAW_SHADE_CM, _JAW_FALLS_CM = 0.3, (1.8, 0.8)
# The shade of a chin that comes down on the breast: how dark it is, how far (cm) it reaches beyond the jaw,
# and how far below it falls.
_CHIN_TONE, _CHIN_SHADE_CM, _CHIN_FALLS_CM = 0.17, 0.5, 2.2

# Below the jaw: what a throat goes to where a head hangs from a prone chest. Sines of how far down that
# looks, and of how far up the crown still points, from which it does; and by how much more, or less, wholly.
_UNDER_JAW: tuple[Vec, Vec] = ((0.0, 3.1, 4.1), (4.2, 3.0, 3.1))
_PRONE, _CROWN_SINKS = (0.2, 0.4), (0.35, 0.5)


def chin_down(body: Body) -> float:
    """How far a head bows down an upright chest, and straight ahead, 0 to 1."""
    crown, (side, up, ahead) = body.frames["head"][1], body.spine[5][1]
    bows = smoothstep((dot(crown, ahead) - _CHIN_DOWN[0]) / _CHIN_DOWN[1])
    straight = 1 - smoothstep(abs(dot(crown, side)) / _LEANS)
    return bows * straight * smoothstep((up[1] - _UPRIGHT[0]) / _UPRIGHT[1])


def nape_long(body: Body) -> float:
    """How far the nape is drawn long, 0 to 1: by a head that bows down the chest, or hangs from a prone one.
    A hollow in it would be a notch then.
    """
    bows = dot(body.frames["head"][1], body.spine[5][1][2])
    return max(smoothstep((bows - _LONG_NAPE[0]) / _LONG_NAPE[1]), hangs_prone(body))


def neck_sizes(bows: float, long: float) -> list[Vec]:
    """How far up the neck (share), half its width and depth (cm), where it bows so far and its nape is drawn
    so long (0 to 1).
    """
    return [
        (t, wide, deep + long * more + bows * _BOWED_DEEPER_CM * (1 - t)) for t, wide, deep, more in _NECK
    ]


def neck_muscles(camera: Camera, body: Body, pit: Vec, collar: Frame) -> Layer:
    """The shade along the muscle that turns the head, from behind an ear to the pit of the neck, `pit`: on
    the side the face turns from; and on one that a leaning head draws long, with the hollow behind it. A neck
    at rest is smooth.
    """
    head, frame, turn, lean = body.joints["head"], body.frames["head"], turn_of(body), lean_of(body)
    x, y, z = _BEHIND_EAR
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for _, sx in SIDES:
        long = smoothstep((-lean * sx - _LONG[0]) / _LONG[1])
        stands_out = max(long, smoothstep((-turn * sx - _TURNS[0]) / _TURNS[1]))
        shown = smoothstep(camera.facing(unit(mad(collar[2], collar[0], 0.7 * sx))) / _SHOWS)
        shown *= camera.px_per_cm
        if stands_out * shown > 0:
            ear, end = point(head, frame, (x * sx, y, z)), mad(pit, collar[0], 1.2 * sx)
            start = mix(ear, end, _BEGINS + (_BEGINS_LONG - _BEGINS) * long)
            bend = mad(mix(start, end, 0.55), collar[2], 0.3)
            add_leaf(path, [camera.xy(v) for v in (start, bend, end)], _WIDTH_CM * stands_out * shown)
            if long > 0:
                end = point(pit, collar, (_HOLLOW[0] * sx, *_HOLLOW[1:]))
                start = mix(ear, end, _HOLLOW_BEGINS)
                bend = mad(mix(start, end, 0.5), collar[0], -_HOLLOW_BENDS_CM * sx)
                add_leaf(path, [camera.xy(v) for v in (start, bend, end)], _HOLLOW_CM * long * shown)
    tone = _TONE + (_LONG_TONE - _TONE) * smoothstep((abs(lean) - _LONG[0]) / _LONG[1])
    return Layer("skin", path, tone=tone)


def lean_of(body: Body) -> float:
    """How far the crown leans to the trunk's left (below 0: right), as a sine."""
    return dot(body.frames["head"][1], body.spine[5][1][0])


def jaw_shade(camera: Camera, body: Body) -> Layer:
    """The shade of the jaw on the neck, without which nothing tells the face from it: a wedge that falls
    along its edge from the ears to the chin, the way the neck goes.
    """
    _, frame, _ = bearing(camera, body)
    away = add(scale(frame[1], -_JAW_FALLS_CM[0]), scale(frame[2], -_JAW_FALLS_CM[1]))
    k = camera.px_per_cm
    right, down = dot(away, camera.right) * k, -dot(away, camera.up) * k
    return tinted("skin", _round_jaw(camera, body, _JAW_SHADE_CM).translated(right, down), "below_jaw")


def chin_shade(camera: Camera, body: Body) -> list[Layer]:
    """The shade on the shirt below a chin that comes down to it, or the face would lie on it like a mask."""
    bows = chin_down(body)
    if not bows:
        return []
    fallen = _round_jaw(camera, body, _CHIN_SHADE_CM).translated(0, _CHIN_FALLS_CM * camera.px_per_cm)
    return [soft("top", fallen, _CHIN_TONE * bows)]


def hanging_throat(camera: Camera, body: Body, collar: Egg) -> Outline:
    """The skin from the front of a collar to the jaw of a head that hangs from a prone chest: there a neck
    alone leaves the collar an open hole.
    """
    centre, radii = _UNDER_JAW
    jaw = _on_head(camera, body, centre, scale(radii, SIZE * max(POINT, hangs_prone(body))))
    return hull([collar, jaw], camera.detail)


def prone_of(body: Body) -> float:
    """How far the breast looks to the floor, 0 to 1."""
    begins, more = _PRONE
    return smoothstep((-body.spine[5][1][2][1] - begins) / more)


def hangs_prone(body: Body) -> float:
    """How far a head hangs from a prone chest, 0 to 1."""
    sinks, less = _CROWN_SINKS
    return prone_of(body) * smoothstep((sinks - body.frames["head"][1][1]) / less)


def _round_jaw(camera: Camera, body: Body, more_cm: float) -> QPainterPath:
    """The outline of jaw and chin, so much larger."""
    eggs = [
        _on_head(camera, body, centre, (a * SIZE + more_cm, b * SIZE + more_cm, c * SIZE + more_cm))
        for centre, (a, b, c) in (JAW, CHIN)
    ]
    return filled(hull(eggs, camera.detail))


def _on_head(camera: Camera, body: Body, centre: Vec, radii_cm: Vec) -> Egg:
    """An egg about a place of the head, as that is drawn."""
    joint, frame, _ = bearing(camera, body)
    origin = mad(joint, frame[1], -LOWER_CM)
    return camera.egg(point(origin, frame, scale(centre, SIZE)), frame, *radii_cm)
