"""Thighs bent forward at the hip: they draw in below the buttock, and the trousers fold there and at the
groin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from unhunch.figure.body.bends import drawn_up_of, folded_of, twisted_of
from unhunch.figure.body.flesh import THIGH, Bone, Profile
from unhunch.figure.body.knees import across, outward
from unhunch.figure.body.seated import raised_of
from unhunch.figure.body.trouser_folds import Fold, fold
from unhunch.figure.ink.parts import Layer
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, dot, scale, smoothstep, sub, unit

# From where to where (sine of the angle with the trunk) a thigh is bent at the hip.
_FROM, _BENDS = -0.85, 0.5
_DRAWS_IN = (0.2, 0.9, 1.2, 0.8, 0.3, 0.0, 0.0)  # by so much (cm) thinner it is behind, place by place
_SIDE_FROM, _SIDE = 0.3, 0.4  # cosines: from where on it is seen from its side
# Its folds, told in shares: across (outward), along, to the front. Where it leaves the seat, below, and where
# it comes out from under the shirt.
_BELOW_SEAT: Fold = (
    ((0.0, 0.25, -1.0), (0.5, 0.21, -0.85), (0.85, 0.14, -0.55), (1.0, 0.05, -0.25), (1.0, -0.05, 0.0)),
    1.3,
    0.22,
)
_AT_GROIN: Fold = (((0.5, 0.12, 0.95), (0.8, 0.2, 0.7), (0.97, 0.29, 0.35), (1.0, 0.39, 0.0)), 1.0, 0.16)
# That of one folded down over the thighs: from the groin back over the hip's side, between thigh and seat.
_AT_HIP: Fold = (
    ((0.98, 0.02, -0.24), (1.0, 0.03, -0.08), (0.99, 0.05, 0.15), (0.93, 0.07, 0.4), (0.8, 0.09, 0.66)),
    1.3,
    0.34,
)
_DEEPER = 0.6  # one raised from a seat stretches that smooth, and folds so much (share) deeper at the groin
_SIGN = dict(SIDES)


def flexed_of(body: Body, s: Side) -> float:
    """How far a thigh is bent forward at the hip, 0 to 1."""
    return smoothstep((drawn_up_of(body, s) - _FROM) / _BENDS)


def drawn_in_behind(profile: Profile, free: float) -> Profile:
    """A thigh's profile with the hollow below the buttock of a bent one that nothing presses (1)."""
    return [
        (t, r - by * free, ahead + by * free) for (t, r, ahead), by in zip(profile, _DRAWS_IN, strict=True)
    ]


def front_of_thigh(thigh: Vec, shin: Vec, shin_front: Vec) -> Vec:
    """The way out of the front of a thigh: that of the shin, turned back by as much as the knee is bent."""
    return sub(scale(shin_front, dot(thigh, shin)), scale(shin, dot(thigh, shin_front)))


def thigh_of(body: Body, s: Side, hip: Vec, k: float) -> Bone:
    """The plain flesh of a thigh that begins at a hip, `k` times as thick as others."""
    knee, ankle = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"]
    front = front_of_thigh(unit(sub(knee, hip)), unit(sub(ankle, knee)), body.frames[f"knee_{s}"][2])
    return Bone(hip, knee, front, THIGH, k)


def folds_of_thigh(body: Body, camera: Camera, s: Side, thigh: Bone, over: float) -> Iterator[Layer]:
    """Those on a thigh that is bent and lies over the shirt's hem (1)."""
    shown = over * _seen(body, camera, s, thigh)
    raised = raised_of(body, s)
    yield from _drawn(camera, s, thigh, (_BELOW_SEAT,), shown * (1 - raised))
    yield from _drawn(camera, s, thigh, (_AT_GROIN,), shown * (1 + _DEEPER * raised))


def folds_of_seat(body: Body, camera: Camera, s: Side, thigh: Bone, over: float) -> Iterator[Layer]:
    """That on the seat above a bent thigh, unless that lies over the hem (1)."""
    drawn_in = replace(thigh, profile=drawn_in_behind(thigh.profile, flexed_of(body, s)))
    shown = (1 - over) * _seen(body, camera, s, thigh)
    yield from _drawn(camera, s, drawn_in, (_BELOW_SEAT,), shown)
    yield from _drawn(camera, s, thigh, (_AT_HIP,), folded_of(body) * _side_seen(camera, s, thigh))


def _seen(body: Body, camera: Camera, s: Side, thigh: Bone) -> float:
    """How far the folds on a thigh's outer side show, 0 to 1. Hips that are turned have others, and those
    that lie on the heels none.
    """
    bent = flexed_of(body, s) * (1 - twisted_of(body)) * (1 - folded_of(body))
    return bent * _side_seen(camera, s, thigh)


def _side_seen(camera: Camera, s: Side, thigh: Bone) -> float:
    """How far the outer side of a thigh is seen, 0 to 1."""
    return smoothstep((camera.facing(outward(thigh, _SIGN[s])) - _SIDE_FROM) / _SIDE)


def _drawn(camera: Camera, s: Side, thigh: Bone, folds: Sequence[Fold], shown: float) -> Iterator[Layer]:
    if shown:
        for line, wide_cm, tone in folds:
            yield from fold(camera, across(thigh, _SIGN[s], line), wide_cm, tone * shown)
