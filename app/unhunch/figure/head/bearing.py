"""How a head is held as it is drawn: not always quite as the body has it, so that its face can be read."""

from math import atan2, copysign, degrees, hypot

from unhunch.figure.rig.anatomy import HEAD_SCALE, Body, rise_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Frame, Vec, mad, pitched, smoothstep, to_local, yawed

SIZE = HEAD_SCALE * 1.088
LOWER_CM = 1.1
"""So much lower than its joint the head sits, for the jaw leaves much of a neck free."""
# From under the chin little is seen of a face but jaw: so far its head is drawn nodding to the viewer, round
# its middle, as it looks more and more from below (sine) while the face is seen at all (cosine).
_NODS_DEG, _NODS, _FACES, _MIDDLE_CM = 17.0, (0.3, 0.3), (0.25, 0.45), 9.0
# Of a head that hangs and is seen from beside and a little behind, one sees hair and jaw: it is drawn turned
# to its profile, so far past it (degrees) and so far in all, and with its chin lifted off the throat; more so
# with its crown down.
_PAST_PROFILE_DEG, _MOST_DEG = 8.0, 36.0
_CHIN_UP_DEG, _CROWN_DOWN_DEG = 10.0, 8.0
# Sines of how far it hangs and of how far beside it the viewer is, and how high over the floor it is (cm),
# from which it does, and how much more until it all does: none that comes down to the mat.
_HANGS, _BESIDE, _FREE_CM = (0.4, 0.5), (0.8, 0.09), (26.0, 18.0)
# Between half aside and a profile neither the far eye nor the line of nose and lips is seen: there a head is
# drawn so many degrees nearer to its profile; from which turn on, where wholly, and where no more. One seen
# from under its chin lies or rests on the floor and stays as it is: from which sine on, and by how much more.
_NEARER_PROFILE_DEG, _HALF_ASIDE_DEG, _UNDER_CHIN = 12.0, (36.0, 51.0, 78.0), (0.08, 0.2)
# How much higher it sits for each cm both shoulders are drawn up, or they swallow the neck; and how much (cm)
# between raised arms on a chest that is so upright (sines).
_CLEARS_SHRUG, _CLEARS_ARMS_CM = 0.25, 2.4
_UPRIGHT = (0.4, 0.25)
_FACE_DOWN, _CROWN_DOWN = 0.3, 0.6  # sines of how far face and crown point down by which they do

# How far down (sine) a face looks that counts as turned to the ground, and by how much more it does wholly.
_LOOKS_DOWN = (0.4, 0.3)


def bearing(camera: Camera, body: Body) -> tuple[Vec, Frame, float]:
    """Where the head's joint is drawn, how the head is turned, and how far it hangs in profile, 0 to 1."""
    frame = body.frames["head"]
    joint = mad(body.joints["head"], body.spine[5][1][1], rises_cm(body))
    view = to_local(frame, camera.towards)
    hangs = _hangs_beside(body, view)
    if hangs:
        frame = _in_profile(frame, view, hangs)
    if nearer := (1 - hangs) * _nearer_profile_deg(view):
        frame = yawed(frame, nearer)
    deg = (
        _NODS_DEG
        * smoothstep((-view[1] - _NODS[0]) / _NODS[1])
        * smoothstep((view[2] - _FACES[0]) / _FACES[1])
    )
    if not deg:
        return joint, frame, hangs
    nodding = pitched(frame, deg)
    middle = mad(joint, frame[1], _MIDDLE_CM * SIZE)
    return mad(middle, nodding[1], -_MIDDLE_CM * SIZE), nodding, hangs


def rises_cm(body: Body) -> float:
    """How much higher the head sits than its joint: above shoulders that are drawn up, the arms hanging; and
    on an upright chest between raised arms.
    """
    lift = max(body.lift.values())
    shrugs = (1 - lift) * max(0.0, min(rise_of(body, "l"), rise_of(body, "r")))
    upright = smoothstep((body.spine[5][1][1][1] - _UPRIGHT[0]) / _UPRIGHT[1])
    return _CLEARS_SHRUG * shrugs + _CLEARS_ARMS_CM * lift * upright


def _hangs_beside(body: Body, view: Vec) -> float:
    """How far a head hangs, seen from beside, 0 to 1."""
    _, crown, face = body.frames["head"]
    down = hypot(min(0.0, face[1]), min(0.0, crown[1])) * smoothstep(-face[1] / _FACE_DOWN)
    high = body.joints["head"][1]
    return (
        smoothstep((down - _HANGS[0]) / _HANGS[1])
        * smoothstep((abs(view[0]) - _BESIDE[0]) / _BESIDE[1])
        * smoothstep((high - _FREE_CM[0]) / _FREE_CM[1])
    )


def _in_profile(frame: Frame, view: Vec, share: float) -> Frame:
    """The frame turned to its profile by a share of the way, its chin lifted."""
    x, _, z = view
    behind = degrees(atan2(-z, abs(x)))
    turn = copysign(min(_MOST_DEG, max(0.0, behind + _PAST_PROFILE_DEG)) * share, x)
    chin_up = _CHIN_UP_DEG + _CROWN_DOWN_DEG * smoothstep(-frame[1][1] / _CROWN_DOWN)
    return pitched(yawed(frame, turn), -chin_up * share)


def _nearer_profile_deg(view: Vec) -> float:
    """How far a head is turned on from half aside to its profile."""
    x, y, z = view
    turned = degrees(atan2(abs(x), z))
    begins, wholly, ends = _HALF_ASIDE_DEG
    share = smoothstep((turned - begins) / (wholly - begins)) * smoothstep((ends - turned) / (ends - wholly))
    share *= 1 - smoothstep((-y - _UNDER_CHIN[0]) / _UNDER_CHIN[1])
    return copysign(_NEARER_PROFILE_DEG * share, -x)


def looks_down(head: Frame) -> float:
    """How far a face is turned to the ground, 0 to 1."""
    return smoothstep((-head[2][1] - _LOOKS_DOWN[0]) / _LOOKS_DOWN[1])
