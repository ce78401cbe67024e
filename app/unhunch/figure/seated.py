"""Somebody who sits on the floor with the knees up, upright or leaning back: how far they do."""

from unhunch.figure.bends import flat_on_back_of, lies_of, rounded_of
from unhunch.figure.pose import SIDES
from unhunch.figure.skeleton import Body
from unhunch.figure.vectors import smoothstep, sub, unit

# Sines: thighs that go up from the hips by so much, and by so much more wholly, stand before the trunk.
_STAND_FROM, _STAND = 0.3, 0.3


def knees_stand_of(body: Body) -> float:
    """How far both thighs go up from the hips, 0 to 1."""
    p = body.joints
    rises = min(unit(sub(p[f"knee_{s}"], p[f"hip_{s}"]))[1] for s, _ in SIDES)
    return smoothstep((rises - _STAND_FROM) / _STAND)


def sat_on_of(body: Body) -> float:
    """How far somebody with the knees up rests on the seat, not flat on the back, 0 to 1."""
    return knees_stand_of(body) * (1 - flat_on_back_of(body))


def leant_back_of(body: Body) -> float:
    """How far somebody with the knees up leans back on the seat, 0 to 1."""
    return sat_on_of(body) * lies_of(body)


def rolled_down_of(body: Body) -> float:
    """How far the back of somebody with the knees up rounds over the seat, 0 to 1."""
    return sat_on_of(body) * rounded_of(body)
