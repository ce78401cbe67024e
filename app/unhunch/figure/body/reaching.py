"""Shoulders of arms that point ahead: the muscle of the breast goes out into the sleeve."""

from unhunch.figure.body.flesh import UPPER_ARM
from unhunch.figure.body.shoulders import SLEEVE_LOOSE, Shoulders
from unhunch.figure.ink.shapes import Outline, chain
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import dot, mad, mix, point, smoothstep

# From which cosine with the breast on an arm points ahead, and over how much more.
_AHEAD_FROM, _AHEAD = 0.5, 0.4
# The muscle of the breast below it: where on the ribs it comes out (in the space of the spine's fifth joint)
# and how thick; from the arm's joint, which way its curve is pulled (outward, up, ahead); how far along the
# arm it ends at most, and how far before the sleeve does.
_PEC_ROOT, _PEC_R, _PEC_CORNER = (8.0, -19.0, 6.3), 2.6, (-0.5, -3.6, 4.3)
_PEC_ENDS, _PEC_SHORT = 0.4, 0.18
# How far up the shoulder the deltoid of one that points up from somebody who lies stands out, and how much
# thicker it is (cm).
_CAP_UP, _CAP_SWELLS = 1.8, 1.0


def ahead_of(shoulders: Shoulders, s: Side) -> float:
    """How far an arm points ahead from the breast, 0 to 1."""
    ahead = dot(shoulders.along(s), shoulders.body.frames["chest"][2])
    return smoothstep((ahead - _AHEAD_FROM) / _AHEAD)


def sleeve_cap(shoulders: Shoulders, s: Side, points_up: float) -> Ball:
    """What rounds a sleeve off at the shoulder: that of the nearer arm of somebody who lies and points up
    with it (1) swells to the deltoid.
    """
    swells = ahead_of(shoulders, s) * points_up * (1 - shoulders.away(dict(SIDES)[s]))
    at = mad(shoulders.tip(s), shoulders.body.frames["chest"][1], _CAP_UP * swells)
    return shoulders.camera.ball(at, shoulders.radius + _CAP_SWELLS * swells)


def breast_fold(shoulders: Shoulders, s: Side) -> list[Outline]:
    """The muscle of the breast out to an arm that points ahead on the side turned away, of its sleeve's
    cloth: one hollow curve from the ribs along the arm, which else would stand up like a chimney.
    """
    body, build, sx = shoulders.body, shoulders.build, dict(SIDES)[s]
    ahead = ahead_of(shoulders, s) * shoulders.away(sx)
    if not ahead:
        return []
    tip = shoulders.tip(s)
    x, y, z = _PEC_ROOT
    root = mix(tip, point(*body.spine[5], (x * build.shoulders * sx, y, z)), ahead)
    x, y, z = _PEC_CORNER
    corner = point(tip, body.frames["chest"], (x * sx, y, z))
    reaches = min(_PEC_ENDS, shoulders.sleeve_end(s) - _PEC_SHORT) * ahead
    end = mix(tip, body.joints[f"elbow_{s}"], reaches)
    thick = _PEC_R + (UPPER_ARM[3][1] * build.arms + SLEEVE_LOOSE - _PEC_R) * ahead
    return [chain(shoulders.curve((root, corner, end), (_PEC_R, thick)), shoulders.detail)]
