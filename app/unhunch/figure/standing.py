"""Legs that somebody stands on: each goes straight down from an upright pelvis, and its trousers hang."""

from collections.abc import Iterator, Sequence

from unhunch.figure.camera import Camera
from unhunch.figure.flesh import THIGH, THIGH_SWAY, Bone, Profile
from unhunch.figure.knees import across
from unhunch.figure.parts import Layer, soft
from unhunch.figure.people import Build
from unhunch.figure.pose import Side
from unhunch.figure.shapes import Ball, filled, mixed_rounds, ribbon
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import Vec, mad, mix, point, smoothstep, sub, unit

_FROM, _GROWS = 0.7, 0.2  # cosines of pelvis, thigh and shin with the upright
# How much wider (cm) than flesh straight trousers are, place by place of a thigh and of a shin: no wider than
# the hips above, close round the knee, so that it and the calf are seen, and looser towards the hem.
_THIGH_HANGS = (-0.2, -0.4, -0.35, -0.05, 0.25, 0.35, 0.35)
_SHIN_HANGS = (0.3, 0.3, 0.4, 0.6, 0.8, 1.05, 1.35, 0.0, 0.0, 0.0)
# How far inward (cm) the root of such a thigh lies: its outer side goes on from the hip without a step.
_THIGH_IN = (0.8, 0.7, 0.45, 0.2, 0.05, 0.0, 0.0)
# The side of the hip: its place (cm) and how round; the thigh's flesh it goes down to lies so much within.
_HIP_SIDE, _SIDE_WITHIN_CM = ((14.9, -0.6, -1.4), 6.0), 0.7
# So far down the thigh (share) and so round (cm) it runs out, on the outer side: its end slants
# from the crotch outward.
_SIDE_ENDS, _SIDE_END_CM = 0.38, 1.5
# The fold where such trousers break at the knee, told in shares of the shin: across (outward), along, to the
# front. How wide (cm) and dark it is.
_KNEE_FOLD: tuple[Vec, ...] = (
    (-0.95, -0.02, 0.4), (-0.5, 0.03, 0.85), (-0.05, 0.05, 0.98), (0.4, 0.04, 0.95),
)  # fmt: skip
_KNEE_FOLD_CM, _KNEE_FOLD_TONE = 1.3, 0.28
_SEEN_FROM, _SEEN = 0.3, 0.4  # cosines: from where its front is seen
_FAINTEST = 0.1


def stands_on(body: Body, s: Side) -> float:
    """How far a leg goes straight down from an upright pelvis, 0 to 1."""
    hip, knee, ankle = (body.joints[f"{joint}_{s}"] for joint in ("hip", "knee", "ankle"))
    upright = body.frames["pelvis"][1][1], unit(sub(hip, knee))[1], unit(sub(knee, ankle))[1]
    return smoothstep((min(upright) - _FROM) / _GROWS)


def hanging_thigh(profile: Profile, stands: float) -> Profile:
    """A thigh's profile with the trousers that hang round it as far as it stands (1)."""
    return _hanging(profile, _THIGH_HANGS, stands)


def hanging_shin(profile: Profile, stands: float) -> Profile:
    """That of a shin."""
    return _hanging(profile, _SHIN_HANGS, stands)


def hanging_sway(stands: float) -> Sequence[float]:
    """How far outward (cm) a thigh lies place by place, as far as it stands (1)."""
    return [out - stands * by for out, by in zip(THIGH_SWAY, _THIGH_IN, strict=True)]


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
    (root, root_cm, _), (_, thigh_cm, _) = THIGH[:2]
    out = sx * ((thigh_cm - _SIDE_WITHIN_CM) * build.limbs - _SIDE_END_CM)
    return [
        camera.ball(point(body.joints["pelvis"], f, at), r),
        camera.ball(mix(joint, knee, root), (root_cm - _SIDE_WITHIN_CM) * build.limbs),
        camera.ball(mad(mix(joint, knee, _SIDE_ENDS), f[0], out), _SIDE_END_CM),
    ]


def straightened(side: Sequence[Ball], stands: float, straight: Sequence[Ball]) -> list[Ball]:
    """The side of a hip as far on its way to that of somebody who stands (1)."""
    return [mixed_rounds(*pair, stands) for pair in zip(side, straight, strict=True)]


def knee_fold(camera: Camera, shin: Bone, sx: float, stands: float) -> Iterator[Layer]:
    """How the trousers of a leg that stands (1) break at the knee, seen from the front: a fold that begins on
    its inner side and runs out.
    """
    shown = stands * smoothstep((camera.facing(shin.front) - _SEEN_FROM) / _SEEN)
    if shown < _FAINTEST:
        return
    line = [camera.xy(p) for p in across(shin, sx, _KNEE_FOLD)]
    last, wide = len(line) - 1, _KNEE_FOLD_CM * camera.px_per_cm
    band = ribbon(line, [wide * (1 - i / last) for i, _ in enumerate(line)])
    yield soft("trousers", filled(band), _KNEE_FOLD_TONE * shown)
