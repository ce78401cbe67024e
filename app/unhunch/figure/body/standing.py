"""Legs that somebody stands on: each goes straight down from an upright pelvis, and its trousers hang; so
they do round the shins of somebody who sits.
"""

from collections.abc import Iterator, Mapping, Sequence

from unhunch.figure.body.flesh import SHIN_SWAY, THIGH, THIGH_SWAY, Bone, Profile
from unhunch.figure.body.knees import across, lights
from unhunch.figure.body.trouser_folds import Fold, fold
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import mixed_rounds
from unhunch.figure.people import Build
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, mix, perpendicular, point, smoothstep, sub, unit

_FROM, _GROWS = 0.7, 0.2  # cosines of pelvis, thigh and shin with the upright
# How much wider (cm) than flesh such trousers are, place by place of a thigh and of a shin. They lie close,
# and stretched legs are slimmer than bent ones: full high on the thigh, narrow below the knee, narrowest at
# the hem. The calf swells less (shares: out to its side, and ahead or back) than a bent one's.
_THIGH_HANGS = (0.0, 0.35, 0.6, 0.75, 0.75, 0.55, 0.3)
_SHIN_HANGS = (0.1, 0.1, 0.25, 0.45, 0.5, 0.4, 0.35, 0.15, 0.05, 0.0)
_SWAYS_LESS, _CALF_LESS = 0.65, 0.35
# How far inward (cm) the upper half of such a thigh lies: its outer side goes on from the hip without a step,
# and its inner side comes down from the crotch steeply, as a thigh beside another one does.
_THIGH_IN = (0.5, 0.6, 0.6, 0.45, 0.15, 0.05, 0.0)
# The side of the hip: its place (cm) and how round; the thigh's flesh it goes down to lies so much within.
_HIP_SIDE, _SIDE_WITHIN_CM = ((16.0, -2.2, -1.4), 8.8), 0.3
# It runs out amid the thigh, on the outer side, so round and so much within (cm): its end slants from the
# crotch outward.
_SIDE_END_CM, _SIDE_END_WITHIN_CM = 1.5, 0.1
# The folds of such trousers. In the pelvis (cm), left side: from the crotch along the groin up to the hip.
_GROIN_FOLD: Fold = (((0.2, -8.3, 2.5), (2.6, -6.4, 6.4), (5.8, -4.2, 8.0), (9.4, -2.7, 7.6)), 1.1, 0.18)
# Below that across the thigh, told in shares: across (outward), along, to the front.
_THIGH_FOLD: Fold = (
    ((-0.9, 0.3, 0.3), (-0.6, 0.27, 0.75), (-0.25, 0.255, 0.95), (0.1, 0.25, 0.98)), 0.9, 0.14,
)  # fmt: skip
# And so on the shin, where the cloth breaks: below the knee from its inner side, and over the hem from its
# outer side.
_SHIN_FOLDS: tuple[Fold, ...] = (
    (((-0.98, -0.03, 0.2), (-0.65, 0.04, 0.75), (-0.2, 0.075, 0.97), (0.4, 0.06, 0.95)), 1.1, 0.2),
    (((1.0, 0.66, 0.1), (0.6, 0.695, 0.8), (0.15, 0.705, 0.98), (-0.3, 0.69, 0.93)), 0.9, 0.15),
)
# The soft light on its kneecap: so far (cm) in front of the joint and above it, so round, laid on
# once for each radius; how light each time.
_CAP_AHEAD_CM, _CAP_UP_CM, _CAP_CM, _CAP_LIGHT = 4.0, 0.6, (3.4, 2.2), -0.06
_SEEN_FROM, _SEEN = 0.3, 0.4  # cosines: from where its front is seen


def stands_on(body: Body, s: Side) -> float:
    """How far a leg goes straight down from an upright pelvis, 0 to 1."""
    hip, knee = body.joints[f"hip_{s}"], body.joints[f"knee_{s}"]
    return min(shin_hangs(body, s), smoothstep((unit(sub(hip, knee))[1] - _FROM) / _GROWS))


def shin_hangs(body: Body, s: Side) -> float:
    """How far a shin goes straight down, of somebody who stands or sits upright, 0 to 1."""
    knee, ankle = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"]
    upright = body.frames["pelvis"][1][1], unit(sub(knee, ankle))[1]
    return smoothstep((min(upright) - _FROM) / _GROWS)


def hanging_thigh(profile: Profile, stands: float) -> Profile:
    """A thigh's profile with the trousers that hang round it as far as it stands (1)."""
    return _hanging(profile, _THIGH_HANGS, stands)


def hanging_shin(profile: Profile, hangs: float) -> Profile:
    """That of a shin, as far as it hangs (1)."""
    less = 1 - _CALF_LESS * hangs
    return [(t, r, ahead * less) for t, r, ahead in _hanging(profile, _SHIN_HANGS, hangs)]


def hanging_sway(stands: float) -> Sequence[float]:
    """How far outward (cm) a thigh lies place by place, as far as it stands (1)."""
    return [out - stands * by for out, by in zip(THIGH_SWAY, _THIGH_IN, strict=True)]


def hanging_shin_sway(hangs: float) -> Sequence[float]:
    """That of a shin, as far as it hangs (1)."""
    return [out * (1 - _SWAYS_LESS * hangs) for out in SHIN_SWAY]


def _hanging(profile: Profile, wider: Sequence[float], stands: float) -> Profile:
    return [(t, r + by * stands, ahead) for (t, r, ahead), by in zip(profile, wider, strict=True)]


def hip_side(body: Body, camera: Camera, build: Build, joint: Vec, s: Side) -> list[Ball]:
    """From the side of the hip down along a thigh that somebody stands on, in one line; `joint` is where its
    flesh begins.
    """
    (wide, y, z), r = _HIP_SIDE
    sx = 1.0 if s == "l" else -1.0
    at: Vec = (sx * (wide * build.hips - r), y, z)
    f, knee = body.frames["pelvis"], body.joints[f"knee_{s}"]
    (root, root_cm, _), _, (ends, thigh_cm, _) = hanging_thigh(THIGH, 1.0)[:3]
    out = sx * ((thigh_cm - _SIDE_END_WITHIN_CM) * build.legs + hanging_sway(1.0)[2] - _SIDE_END_CM)
    across_thigh = perpendicular(f[0], unit(sub(knee, joint)))
    return [
        camera.ball(point(body.joints["pelvis"], f, at), r),
        camera.ball(mix(joint, knee, root), (root_cm - _SIDE_WITHIN_CM) * build.legs),
        camera.ball(mad(mix(joint, knee, ends), across_thigh, out), _SIDE_END_CM),
    ]


def straightened(side: Sequence[Ball], stands: float, straight: Sequence[Ball]) -> list[Ball]:
    """The side of a hip as far on its way to that of somebody who stands (1)."""
    return [mixed_rounds(*pair, stands) for pair in zip(side, straight, strict=True)]


def folds_of_hips(
    body: Body, camera: Camera, thighs: Mapping[Side, Bone], stands: Mapping[Side, float]
) -> Iterator[Layer]:
    """How the trousers of legs that stand (1) are drawn from the crotch to the hip and over the thigh, seen
    from the front.
    """
    pelvis, f = body.joints["pelvis"], body.frames["pelvis"]
    for s, sx in SIDES:
        shown = stands[s] * _seen(camera, f[2])
        told, wide_cm, tone = _GROIN_FOLD
        yield from fold(camera, [point(pelvis, f, (sx * x, y, z)) for x, y, z in told], wide_cm, tone * shown)
        told, wide_cm, tone = _THIGH_FOLD
        yield from fold(camera, across(thighs[s], sx, told), wide_cm, tone * shown)


def folds_of_shin(camera: Camera, shin: Bone, sx: float, stands: float) -> Iterator[Layer]:
    """How the trousers of a leg that stands (1) break at the knee and over the hem, seen from the front."""
    shown = stands * _seen(camera, shin.front)
    for told, wide_cm, tone in _SHIN_FOLDS:
        yield from fold(camera, across(shin, sx, told), wide_cm, tone * shown)
    if shown:
        cap = mad(mad(shin.start, shin.front, _CAP_AHEAD_CM), camera.up, _CAP_UP_CM)
        yield from lights(camera, [cap], _CAP_CM, _CAP_LIGHT * shown)


def _seen(camera: Camera, front: Vec) -> float:
    return smoothstep((camera.facing(front) - _SEEN_FROM) / _SEEN)
