"""Somebody who sits: how far on a chair, or on the floor with the knees up, upright or leaning back."""

from unhunch.figure.body.bends import flat_on_back_of, lies_of, rounded_of, upright_of
from unhunch.figure.rig.anatomy import thigh_rises
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import smoothstep, sub, unit

# Sines: thighs that go up from the hips by so much, and by so much more wholly, stand before the trunk.
_STAND_FROM, _STAND = 0.3, 0.3
_RISES_FROM, _RISES = 0.3, 0.4  # and a single one of them is raised from the seat
_HANG_FROM, _HANG = 0.5, 0.3  # and shins that go down from the knees by so much hang from a chair


def knees_stand_of(body: Body) -> float:
    """How far both thighs go up from the hips, 0 to 1."""
    rises = min(thigh_rises(body, s) for s, _ in SIDES)
    return smoothstep((rises - _STAND_FROM) / _STAND)


def raised_of(body: Body, s: Side) -> float:
    """How far somebody who sits upright has raised this thigh from the seat, and not both, 0 to 1."""
    rises = smoothstep((thigh_rises(body, s) - _RISES_FROM) / _RISES)
    return upright_of(body.frames["pelvis"]) * rises * (1 - knees_stand_of(body))


def on_chair_of(body: Body) -> float:
    """How far the shins hang down from thighs that are sat on, as over the edge of a chair, 0 to 1: those of
    somebody who kneels lie on the floor.
    """
    p = body.joints
    falls = min(unit(sub(p[f"knee_{s}"], p[f"ankle_{s}"]))[1] for s, _ in SIDES)
    return smoothstep((falls - _HANG_FROM) / _HANG)


def sat_on_of(body: Body) -> float:
    """How far somebody with the knees up rests on the seat, not flat on the back, 0 to 1."""
    return knees_stand_of(body) * (1 - flat_on_back_of(body))


def leant_back_of(body: Body) -> float:
    """How far somebody with the knees up leans back on the seat, 0 to 1."""
    return sat_on_of(body) * lies_of(body)


def rolled_down_of(body: Body) -> float:
    """How far the back of somebody with the knees up rounds over the seat, 0 to 1."""
    return sat_on_of(body) * rounded_of(body)
