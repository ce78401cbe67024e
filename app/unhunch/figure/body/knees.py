"""Knees: where thigh and shin are one, and the light and shade of trousers there."""

from collections.abc import Iterator, Sequence
from math import acos, tan

from unhunch.figure.body.clothing import over_joint
from unhunch.figure.body.flesh import Bone
from unhunch.figure.body.trouser_folds import Fold, fold
from unhunch.figure.ink.parts import Layer, Part, soft
from unhunch.figure.ink.shapes import Outline, Point, filled, hull, reversed_if_backward, taper
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import (
    Vec,
    add,
    cross,
    dot,
    mad,
    mix,
    scale,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

# What fills the pit of a knee: how far along both bones, by how much less than all of them, and how far the
# knee is folded by the time it is that thick: it begins as nothing, within the flesh.
_CALF_MEETS, _CALF_MEETS_WITH, _CALF_MEETS_BY = 0.24, 0.45, 0.15
# A shin that lies on the floor (joints no higher, fading as far above) is pressed broader by so much.
_KNEELS_CM = 12.0
# How far along both bones of a leg the flesh is joined, and by how much (cm) less of a bent one's front: a
# calf leaves the knee's pit without a notch, and a hand on the thigh is not covered by the knee.
_KNEE_BRIDGED = (0.87, 0.18, 2.0)
_KNEE = 0.09  # so much of the shin is covered by a bent knee, which is one with its thigh
# The corners of a bent knee's cap (cm): how far to both sides, how far in front of the bones, how round, and
# how much nearer to the joint the flat between them is than a round knee would be.
_KNEE_SIDES = 2.7
_CORNER_CM, _CORNER_R, _CAP_FLATTER = 3.5, 1.8, 0.6
# Of who kneels with the seat on the heels the front of the thigh slopes down to the floor: its corner lies so
# much (cm) lower and further back, and the cap is no upright disc.
_SLOPES_CM = (1.5, 0.8)
# The kneecap of a knee folded far (1 less the cosine of its bend) that nothing presses stands out of the flat
# in a dome: how far from the joint its middle is and how round it is (cm).
_DOME_FROM, _DOME_GROWS, _DOME_CM = 1.2, 0.5, (3.0, 4.3)
# From which turn to the viewer on (cosines) the cap of a bent knee shows, and what of it is too little.
_CAP_SEEN, _CAP_TURNS, _CAP_FAINTEST = 0.1, 0.6, 0.1
# A thigh that comes towards the viewer (cosines) ends in a knee that is the nearest of it, so larger by so
# much (share); in a lap by more, for there a knee as narrow as its shin would make one straight leg of both.
_COMES_FROM, _COMES, _COMES_LARGER, _LAP_LARGER = 0.5, 0.35, 0.08, 0.09
# A thigh that comes towards the viewer stands up from such a rise (sine) on, and wholly by so much more.
_STANDS_FROM, _STANDS = 0.45, 0.25
_ABOVE_FROM, _ABOVE = 0.6, 0.25  # sines of the camera's pitch: seen from the side no knee hides its thigh
# The round top of one that stands up: how far in front of the joint its middle is, how large it is (cm), and
# how far down the shin (share) it runs out.
_TOP_AHEAD_CM, _TOP_CM, _TOP_ENDS = 0.6, 5.7, 0.45
# The shade behind it: how far beyond the thigh and beyond the middle between both (cm) it goes, which is
# between those shares of their lengths, and how dark it is.
_BEHIND_CM, _BETWEEN_CM, _BETWEEN, _BEHIND_TONE = 0.6, 0.9, (0.2, 0.9), 0.12
# And how dark that on the shin is, which goes down from it to the floor; from so far along (share).
_BELOW_TONE, _BELOW_FROM = 0.24, 0.2
# The shade below the cap: where the cap ends, told as folds are from side to side, and how far down the shin
# it reaches amid that (shares), laid on once for each; how dark it is each time, and in a lap.
_CAP_ENDS: tuple[Vec, ...] = (
    (-0.95, 0.02, 0.5), (-0.6, 0.09, 0.8), (-0.2, 0.125, 0.95), (0.2, 0.125, 0.95), (0.6, 0.09, 0.8),
    (0.95, 0.02, 0.5),
)  # fmt: skip
_SHADE_DOWN, _SHADE_TONE, _LAP_SHADE_TONE = (0.05, 0.1, 0.18), 0.09, 0.13
# The light on the cap is so far (cm) in front of the joint and turned to where light comes from, so wide and
# round; how light it is each time.
_LIT_AHEAD, _LIT_ASIDE, _LIT_UP, _LIT_WIDE = 3.0, 0.9, 1.4, 1.5
_LIT_CM, _LIT = (4.0, 2.9, 1.8), -0.08
_BELOW_CAP_SEEN, _BELOW_CAP_TURNS = 0.4, 0.4  # cosines: from its side it would be a corner
# The folds that run from the pit of a bent knee over its side, told as those; from which bend on (1 less its
# cosine) they show, until thigh and calf press on each other; from which turn of that side (cosines).
_FROM_PIT: tuple[Fold, ...] = (
    (((0.15, 0.2, -1.1), (0.5, 0.15, -0.85), (0.8, 0.09, -0.5), (1.0, 0.02, 0.1)), 1.7, 0.22),
    (((0.15, 0.235, -1.05), (0.55, 0.215, -0.8), (0.85, 0.2, -0.45), (0.97, 0.19, -0.1)), 1.2, 0.16),
)
_PIT_FROM, _PIT_GROWS, _PIT_PRESSED, _PIT_GOES = 0.4, 0.4, 1.15, 0.3
_PIT_SEEN, _PIT_TURNS = 0.3, 0.5
# The crease where a thigh lies on its calf, from the seat, where it is so wide (cm), towards the knee's pit.
_SAT_ON: tuple[Vec, ...] = (
    (0.62, 0.1, -0.72), (0.7, 0.3, -0.66), (0.78, 0.5, -0.56), (0.86, 0.68, -0.42),
    (0.93, 0.82, -0.22), (0.97, 0.94, 0.02),
)  # fmt: skip
_SAT_ON_CM, _SAT_ON_TONE = 1.5, 0.5
# A knee that kneels is pressed flat: how far below the joint, how far forward and back it touches the floor,
# and how round it is there.
_PRESSED_LOW_CM, _PRESSED_CM, _PRESSED_R = 4.7, (-3.6, 2.8), 2.8


def kneels_flat(shin: Bone, bent: float) -> float:
    """How far a leg kneels with knee and shin on the floor, their front down, 0 to 1."""
    kneels = bent * smoothstep((-shin.front[1] - 0.3) / 0.4)
    for joint in (shin.start, shin.end):
        kneels *= 1 - smoothstep((joint[1] - _KNEELS_CM) / _KNEELS_CM)
    return kneels


def comes(camera: Camera, thigh: Bone) -> float:
    """How far a thigh comes towards the viewer, so that its knee lies before it, 0 to 1."""
    return smoothstep((camera.facing(unit(sub(thigh.end, thigh.start))) - _COMES_FROM) / _COMES)


def round_knee(camera: Camera, thigh: Part, upper: Bone, lower: Bone, bent: float, *, laps: float) -> None:
    """A bent knee is one shape with its thigh: its end is a flat cap between two corners, one where the front
    of the thigh ends and one where that of the shin begins. That of a lap seen from the front (1) is widest.
    """
    if not bent:
        return
    loose = cap_loose(camera, upper, lower, bent, laps)
    cap = [upper.ball(camera, 0.72), lower.ball(camera, _KNEE, loose)]
    k = lower.k
    along, down = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    out = cross(lower.front, down)
    far = _CORNER_CM * tan(acos(max(-1.0, min(1.0, dot(along, down)))) / 4) - _CAP_FLATTER
    corner_r = (_CORNER_R + loose) * k
    kneels = kneels_flat(lower, bent)
    folded = smoothstep((1 - dot(along, down) - _DOME_FROM) / _DOME_GROWS)
    lower_by, back_by = (cm * kneels * folded for cm in _SLOPES_CM)
    corners = (
        (upper.front, along, _CORNER_CM - lower_by, far - back_by),
        (lower.front, scale(down, -1), _CORNER_CM, far),
    )
    for front, on, ahead, beyond in corners:
        corner = mad(mad(lower.start, front, ahead * k), on, beyond * k)
        cap += [
            camera.ball(mad(corner, out, side * bent * k), corner_r) for side in (_KNEE_SIDES, -_KNEE_SIDES)
        ]
    domed = folded * (1 - kneels)
    if domed:
        dome, dome_r = _DOME_CM
        cap.append(camera.ball(mad(lower.start, unit(sub(along, down)), dome * domed * k), dome_r * k))
    if kneels:
        low = _PRESSED_LOW_CM * k + loose - _PRESSED_R
        under = mad(lower.start, (0.0, -1.0, 0.0), low)
        cap += [camera.ball(mad(under, down, by * kneels), _PRESSED_R) for by in _PRESSED_CM]
    thigh.layers[0].outlines.append(hull(cap, camera.detail))


def stands_up(camera: Camera, thigh: Bone) -> float:
    """How far a thigh stands up and comes towards the viewer, as that of somebody who lies and is seen from
    above, 0 to 1.
    """
    rises = unit(sub(thigh.end, thigh.start))[1]
    from_above = smoothstep((camera.towards[1] - _ABOVE_FROM) / _ABOVE)
    return from_above * comes(camera, thigh) * smoothstep((rises - _STANDS_FROM) / _STANDS)


def round_top(camera: Camera, upper: Bone, lower: Bone, stands: float) -> Outline:
    """The round top of a bent knee that stands up (1). It is of the shin, for it lies before the thigh and
    before the shirt, from under which that comes.
    """
    top = mad(lower.start, upper.front, _TOP_AHEAD_CM * lower.k)
    at, r = lower.spot(_TOP_ENDS)
    return hull([camera.ball(top, _TOP_CM * lower.k * stands), camera.ball(at, r * stands)], camera.detail)


def shade_behind(camera: Camera, thigh: Bone, other: tuple[Vec, Vec], top: Outline, stands: float) -> Layer:
    """The shade on a thigh that stands up (1) behind the round top of its knee, as far as the middle between
    it and the other one.
    """
    between = [camera.ball(mix(thigh.at(t), mix(*other, t), 0.5), _BETWEEN_CM) for t in _BETWEEN]
    whole = hull([*thigh.balls(camera, _BEHIND_CM), *between], camera.detail)
    return soft("trousers", filled(whole).subtracted(filled(top)), _BEHIND_TONE * stands)


def shade_below(camera: Camera, shin: Bone, stands: float) -> Layer:
    """The shade on the shin of a knee that stands up (1), from below that on: it slopes away to the floor,
    out of the light.
    """
    below = hull(shin.balls(camera, _BEHIND_CM, after=_BELOW_FROM), camera.detail)
    return soft("trousers", filled(below), _BELOW_TONE * stands)


def cap_loose(camera: Camera, upper: Bone, lower: Bone, bent: float, laps: float) -> float:
    """By how much (cm) a bent knee is thicker than its flesh."""
    larger = _COMES_LARGER * comes(camera, upper) + _LAP_LARGER * laps
    return bent * (0.4 + larger * lower.radius(0.0))


def bridge(camera: Camera, part: Part, upper: Bone, lower: Bone, loose: float) -> None:
    """Round a knee off: the flesh goes on from one bone to the next without a notch."""
    down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    t, end, low = _KNEE_BRIDGED
    low *= smoothstep(2 - 2 * dot(down, on))
    balls = [
        camera.ball(mad(upper.at(t), upper.front, -low), upper.radius(t) + loose - low),
        camera.ball(lower.at(end), lower.radius(end) + loose),
    ]
    over_joint(part, loose).outlines.append(hull(balls, camera.detail))


def calf_meets_thigh(camera: Camera, upper: Bone, lower: Bone, folded: float) -> list[Ball]:
    """What fills the pit of a knee folded far (1): flesh from the back of the thigh to the calf."""
    balls = []
    for bone, t in ((upper, 0.84 - _CALF_MEETS * folded), (lower, 0.16 + _CALF_MEETS * folded)):
        at, r = bone.spot(t)
        small = r * (1 - _CALF_MEETS_WITH * folded)
        begun = smoothstep(folded / _CALF_MEETS_BY)
        balls.append(camera.ball(mad(at, bone.front, small - r), small * begun))
    return balls


def kneecap(camera: Camera, thigh: Bone, shin: Bone, bent: float, laps: float) -> list[Layer]:
    """Light and shade of a bent knee. On its cap they give one that points at the viewer a top and an end;
    they are strongest in a lap that is seen from the front (1). The folds from its pit show where its side
    is seen.
    """
    return [*_on_cap(camera, thigh, shin, bent, laps), *_from_pit(camera, thigh, shin)]


def _on_cap(camera: Camera, thigh: Bone, shin: Bone, bent: float, laps: float) -> Iterator[Layer]:
    """The light on the cap of a bent knee and the shade below it."""
    faces = unit(add(shin.front, unit(sub(thigh.end, thigh.start))))
    shown = bent * smoothstep((camera.facing(faces) - _CAP_SEEN) / _CAP_TURNS)
    shown *= smoothstep((camera.facing(shin.front) - _BELOW_CAP_SEEN) / _BELOW_CAP_TURNS)
    if shown < _CAP_FAINTEST:
        return
    ends = _on_screen(camera, shin, _CAP_ENDS)
    for down in _SHADE_DOWN:
        lower = [(x, t + down * (1 - x * x), ahead) for x, t, ahead in reversed(_CAP_ENDS)]
        shade = reversed_if_backward([*ends, *_on_screen(camera, shin, lower)])
        yield soft("trousers", filled(shade), (_SHADE_TONE + (_LAP_SHADE_TONE - _SHADE_TONE) * laps) * shown)
    lit = mad(mad(shin.start, faces, _LIT_AHEAD), camera.up, _LIT_UP)
    sides = [mad(lit, camera.right, by - _LIT_ASIDE) for by in (-_LIT_WIDE, _LIT_WIDE)]
    yield from lights(camera, sides, [r * shin.k for r in _LIT_CM], _LIT * shown)


def lights(camera: Camera, along: Sequence[Vec], rounds_cm: Sequence[float], tone: float) -> Iterator[Layer]:
    """The light on a round of trousers, along some points: it is laid on once for each of its radii, so that
    it fades outward.
    """
    for r in rounds_cm:
        yield soft("trousers", filled(hull([camera.ball(at, r) for at in along], camera.detail)), tone)


def _on_screen(camera: Camera, bone: Bone, line: Sequence[Vec]) -> list[Point]:
    return [camera.xy(p) for p in across(bone, 1.0, line)]


def _from_pit(camera: Camera, thigh: Bone, shin: Bone) -> Iterator[Layer]:
    bend = 1 - dot(unit(sub(thigh.end, thigh.start)), unit(sub(shin.end, shin.start)))
    shown = smoothstep((bend - _PIT_FROM) / _PIT_GROWS) * (1 - smoothstep((bend - _PIT_PRESSED) / _PIT_GOES))
    out = camera.facing(outward(shin, 1.0))
    shown *= smoothstep((abs(out) - _PIT_SEEN) / _PIT_TURNS)
    if shown:
        for line, wide_cm, tone in _FROM_PIT:
            yield from fold(camera, across(shin, 1.0 if out > 0 else -1.0, line), wide_cm, tone * shown)


def sat_on(camera: Camera, thigh: Bone, sx: float, folded: float) -> list[Layer]:
    """The crease between the thigh of one who kneels and the calf it lies on (1), where it shows."""
    out = camera.facing(outward(thigh, sx))
    side = sx if out > 0 else -sx
    shown = folded * smoothstep(abs(out) / 0.4)
    if shown < _CAP_FAINTEST:
        return []
    crease = taper([camera.xy(p) for p in across(thigh, side, _SAT_ON)], _SAT_ON_CM * camera.px_per_cm)
    return [soft("trousers", filled(crease), _SAT_ON_TONE * shown)]


def across(bone: Bone, sx: float, line: Sequence[Vec]) -> list[Vec]:
    """A line on a trouser leg, told in shares: across (outward), along, to the front."""
    out = outward(bone, sx)
    points = []
    for across, t, ahead in line:
        at, r = bone.spot(t)
        points.append(mad(mad(at, out, across * r), bone.front, ahead * r))
    return points


def outward(bone: Bone, sx: float) -> Vec:
    """The way out of the outer side of a leg."""
    return scale(cross(unit(sub(bone.end, bone.start)), bone.front), -sx)
