"""The creases of the hips, where thighs that are drawn up leave the trunk: they go over the shirt's hem."""

from unhunch.figure.body.bends import (
    carried_of,
    drawn_up_of,
    facing_down_of,
    flat_on_back_of,
    lies_of,
    seat_drawn_up,
    upright_of,
)
from unhunch.figure.body.flesh import THIGH
from unhunch.figure.body.flexed import folds_of_seat, thigh_of
from unhunch.figure.body.hem import Hem
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.lying import lying_shades, on_back_of
from unhunch.figure.body.standing import folds_of_hips
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import filled, hull, mixed_rounds
from unhunch.figure.rig.anatomy import thigh_rises
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import cross, mad, mix, point, smoothstep, sub, unit

_HEM_LYING_CM = 4.4  # how thick the hem of one who lies is
CREASE_TAKES = (3.8, 2.2, 0.9, 0.3)
"""What the crease of the hip takes from the upper side of a thigh that is drawn up, place by place of its
flesh from its root on (cm): there the shirt's hem shows.
"""
# The crease of the hip, over the end of the hem: as a thigh is drawn up (sine of its angle with the trunk)
# and turns its outside to the viewer (cosine) it comes to cover the front of the shirt.
_FROM, _GROWS = -0.6, 0.5
_SEEN, _TURNS = 0.05, 0.35
_ENDS = 0.62  # how far down the thigh it runs out
_AT, _R = (8.6, -4.6, 0.6), 4.0  # where it begins on the hip, and how round
_HIDES_FROM, _HIDDEN = 0.1, 0.35
_COVERS = 0.23  # how long before (sine) the root of a thigh begins to go over the whole end of the hem
_LEAVES = 0.2  # how much of a thigh's radius is then free at its lower side
_FAINT, _WHOLE = 0.05, 0.6
_FROM_FEET = 0.2  # cosine: seen so far from the feet and the front the hem lies free over the thigh
_FRONT_FROM, _FRONT = 0.2, 0.3  # cosines: from which the front of a pelvis is seen
# Sines: so far a thigh is drawn up when it comes to lie over the shirt of one who kneels or stands, who lies
# flat seen from the side and from the feet, who leans back, and who sits upright; that of the last rises
# besides so far from the floor, so soon.
_LAP_KNEELING, _LAP_LYING, _LAP_FROM_FEET, _LAP_LEANING, _LAP_UPRIGHT = 0.35, 0.12, -0.3, -0.3, -0.3
_LAP_BOWED = 1.2  # by so much more, and so never, of one who faces down: their belly lies on the thighs
_SITS_FROM, _SITS = 0.3, 0.4  # cosines: from which a pelvis is upright
_LAP_FEET = 0.4  # cosine: seen so far from the feet
_LEVEL, _RISING = 0.2, 1.5
_GOES_OVER = 0.3  # so far (sine) it goes from below the hem to over it


def over_hem(body: Body, camera: Camera, s: Side) -> float:
    """How much farther than until it comes to lie over the shirt a thigh is drawn up (sine of its angle with
    the trunk); below 0 the hem lies over its root. On the lap of one who sits upright it does, however far
    they lean over it, until the thigh rises.
    """
    up = body.frames["pelvis"][1]
    upright = smoothstep((up[1] - _SITS_FROM) / _SITS)
    from_feet = smoothstep(-camera.facing(up) / _LAP_FEET)
    lying = _LAP_LYING + (_LAP_FROM_FEET - _LAP_LYING) * from_feet
    lap = _LAP_KNEELING + _LAP_BOWED * facing_down_of(body)
    for at, share in (
        (_LAP_LEANING, lies_of(body)),
        (lying, flat_on_back_of(body)),
        (_LAP_UPRIGHT, upright),
    ):
        lap += (at - lap) * share
    drawn_up = drawn_up_of(body, s)
    rises = thigh_rises(body, s) - _LEVEL
    return drawn_up - lap + min(0.0, lap - drawn_up + rises * _RISING) * upright


def lies_over(body: Body, camera: Camera, s: Side) -> float:
    """How far a thigh lies over the shirt's hem, 0 to 1: not that of who lies over a roller."""
    return smoothstep(over_hem(body, camera, s) / _GOES_OVER + 0.5) * (1 - carried_of(body))


def hip_creases(hips: Hips, hem: Hem) -> list[Layer]:
    """The roots of thighs that are drawn up, over the front of the hem: the shirt goes down into the
    crease of the hip. With the shades on the trousers of one who lies.
    """
    body, camera = hips.body, hips.camera
    thighs = {s: thigh_of(body, s, hips.joint[s], hips.build.legs) for s, _ in SIDES}
    found = list(folds_of_hips(body, camera, thighs, hips.straight))
    if on_back_of(body) > 0:
        lying, down = hem.egg(0.0, _HEM_LYING_CM), hem.down()
        found += lying_shades(body, camera, hips.joint, hips.build.legs, hem=lying, down=down)
    upright = upright_of(body.frames["pelvis"])
    free = _lies_free(hips, upright)
    for s, sx in SIDES:
        found += folds_of_seat(body, camera, s, thighs[s], lies_over(body, camera, s))
        sine = drawn_up_of(body, s)
        turned = smoothstep((camera.facing(body.frames["pelvis"][0]) * sx - _SEEN) / _TURNS)
        # Before a thigh comes to lie over the trunk its crease covers what it will.
        over = over_hem(body, camera, s)
        covers = smoothstep((over + _COVERS) / _COVERS) * max(upright, hips.flat)
        shown = max(free, covers * (1 - upright))
        k = turned * smoothstep((sine - _FROM) / _GROWS) * shown
        if k < _FAINT:
            continue
        balls = _crease(hips, s, sx, sine, k)
        if covers:
            whole = _upper_side(hips, s)
            balls = [mixed_rounds(ball, full, covers) for ball, full in zip(balls, whole, strict=True)]
            # That of who lies flat takes along its half of the seat, over the end of the hem beside it, until
            # the thigh wholly lies over that.
            seat = camera.ball(*hips.buttock(sx, seat_drawn_up(body, s)))
            alone = 1 - smoothstep(over / _GOES_OVER - 0.5)
            balls.append(mixed_rounds(balls[0], seat, covers * hips.flat * alone))
        found.append(Layer("trousers", filled(hull(balls, camera.detail)), casts=False))
    return found


def _lies_free(hips: Hips, upright: float) -> float:
    """How far the thighs lie free of the hem, 0 to 1, of one who is so far upright, or lies flat."""
    _, up, ahead = (hips.camera.facing(way) for way in hips.body.frames["pelvis"])
    free = 1 - smoothstep(-up / _FROM_FEET) * smoothstep(ahead / _FROM_FEET)
    # Seen from the front, the hem of somebody who sits upright lies over the lap.
    free *= 1 - upright * smoothstep((ahead - _FRONT_FROM) / _FRONT)
    free *= 1 - hips.lies * (1 - hips.flat)  # and that of one who leans back
    return free * (1 - hips.facing_down)  # below the belly, which lies on the thighs or hangs down, is none


def _crease(hips: Hips, s: Side, sx: float, sine: float, k: float) -> list[Ball]:
    """A root of a thigh drawn up so far: the trunk comes down on it, and hides more and more of it."""
    body, ball = hips.body, hips.camera.ball
    hip, knee = hips.joint[s], body.joints[f"knee_{s}"]
    x, y, z = _AT
    stays = 1 - _HIDDEN * smoothstep((sine - _HIDES_FROM) / _GROWS)
    t, r, _ = THIGH[1]
    middle = mix(hip, knee, t * stays)
    begins = point(body.joints["pelvis"], body.frames["pelvis"], (x * sx, y, z))
    ends = mix(hip, knee, _ENDS)
    grown = min(1.0, k / _WHOLE)  # from its end on, where there is no shirt
    return [
        ball(mix(ends, begins, grown), _R * k),
        ball(mix(ends, middle, grown), r * k * stays * hips.build.legs),
        ball(ends, _R * k * 0.75),
    ]


def _upper_side(hips: Hips, s: Side) -> list[Ball]:
    """What lies along the upper side of a thigh from the seat on, ball by ball of its crease; its lower
    edge is free.
    """
    hip, knee = hips.joint[s], hips.body.joints[f"knee_{s}"]
    upper = cross(unit(sub(knee, hip)), hips.body.frames["pelvis"][0])
    drawn_up = seat_drawn_up(hips.body, s)
    balls = []
    for (t, r, _), less in zip(THIGH[1:4], CREASE_TAKES[1:], strict=True):
        low, high = _LEAVES * r - r, r - 2 * less * drawn_up
        at = mad(mix(hip, knee, t), upper, (low + high) / 2)
        balls.append(hips.camera.ball(at, (high - low) / 2 * hips.build.legs))
    return balls
