"""A hand on its forearm: three angles, their limits, and the floor.

A hand's frame is (x, fingers, palm): y along the fingers, z where the palm looks.
"""

from math import atan2, cos, degrees, radians, sin, sqrt

from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    cross,
    dot,
    length,
    perpendicular,
    rotated,
    scale,
    sub,
    unit,
)

HAND_LENGTH = 15.0
WRIST_BEND = (-90.0, 82.0)
WRIST_ASIDE = (-35.0, 40.0)
FOREARM_TURN = (-95.0, 95.0)
"""How far the hand goes, in degrees: towards the palm, towards the thumb, and turned with the forearm."""


def clamped(value: float, limits: tuple[float, float]) -> float:
    """The value, brought within the limits."""
    return max(limits[0], min(limits[1], value))


def hand_at(plain: Frame, angles: Vec, sx: float) -> Frame:
    """The hand turned with the forearm, then bent towards the palm, then aside towards the thumb."""
    bend, aside, turn = angles
    x, fore, palm = plain
    palm = rotated(palm, fore, turn * sx)
    thumb = scale(cross(fore, palm), -sx)
    fingers = add(scale(fore, cos(radians(bend))), scale(palm, sin(radians(bend))))
    palm = sub(scale(palm, cos(radians(bend))), scale(fore, sin(radians(bend))))
    fingers = add(scale(fingers, cos(radians(aside))), scale(thumb, sin(radians(aside))))
    x = cross(fingers, palm)
    return (x, fingers, palm)


def hand_angles(plain: Frame, hand: Frame, sx: float) -> Vec:
    """The inverse of `hand_at`: (bend, aside, turn) in degrees."""
    _, fore, palm0 = plain
    _, fingers, palm = hand
    # The thumb of the turned, not yet bent hand is at right angles to the forearm and to the palm.
    thumb = cross(palm, fore)
    if length(thumb) < 1e-3:
        thumb = cross(palm, fingers)
    thumb = unit(scale(thumb, sx))
    bend = degrees(atan2(-dot(fore, palm), dot(fore, cross(thumb, palm)) * sx))
    aside = degrees(atan2(dot(fingers, thumb), dot(fingers, cross(thumb, palm)) * sx))
    turned_palm = scale(cross(fore, thumb), sx)
    turn = degrees(atan2(dot(cross(palm0, turned_palm), fore), dot(palm0, turned_palm))) * sx
    return (bend, aside, turn)


def hand_on_floor(hand: Frame, down: float) -> Frame:
    """The hand tilted so that its fingers point no lower than `down` (their y)."""
    _, fingers, palm = hand
    level = sqrt(max(1e-9, 1 - down * down)) / max(1e-6, sqrt(fingers[0] ** 2 + fingers[2] ** 2))
    fingers = (fingers[0] * level, down, fingers[2] * level)
    palm = perpendicular(palm, fingers)
    return (cross(fingers, palm), fingers, palm)
