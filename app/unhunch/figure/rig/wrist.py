"""A hand on its forearm: three angles, their limits, and the floor.

A hand's frame is (x, fingers, palm): y along the fingers, z where the palm looks.
"""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    add,
    cross,
    dot,
    perpendicular,
    rotated,
    scale,
    sub,
)

HAND_LENGTH = 15.0
WRIST_BEND = (-90.0, 82.0)
WRIST_ASIDE = (-35.0, 40.0)
FOREARM_TURN = (-95.0, 95.0)
"""How far the hand goes, in degrees: towards the palm, towards the thumb, and turned with the forearm."""
PRESSED_TURN = 110.0
"""And how far, palm down, if it is pressed on something: it turns some 17 farther in the wrist itself (A.
Gupta and N. A. Moosawi, "How much can carpus rotate axially? An in vivo study", Clinical Biomechanics 20,
2005).
"""


def clamped(value: float, limits: tuple[float, float]) -> float:
    """The value, brought within the limits."""
    return max(limits[0], min(limits[1], value))


def folded(value: float, limits: tuple[float, float]) -> float:
    """An angle within the limits; one beyond them counts the less the farther it is, to 0 at half a turn.

    So what is asked may turn right round without the hand ever jumping from one limit to the other.
    """
    low, high = limits
    if value > high:
        return high * (180 - value) / (180 - high)
    return low * (180 + value) / (180 + low) if value < low else value


def hand_at(plain: Frame, angles: Vec, sx: float) -> Frame:
    """The hand turned with the forearm, then moved aside towards the thumb, then bent towards the palm.

    `plain` is the hand that hangs on straight from the forearm of the side `sx`.
    """
    bend, aside, turn = angles
    _, fore, palm = plain
    thumb = rotated(scale(cross(fore, palm), -sx), fore, turn * sx)
    palm = scale(cross(thumb, fore), -sx)
    a, b = radians(aside), radians(bend)
    straight = add(scale(fore, cos(a)), scale(thumb, sin(a)))
    fingers = add(scale(straight, cos(b)), scale(palm, sin(b)))
    palm = sub(scale(palm, cos(b)), scale(straight, sin(b)))
    return (cross(fingers, palm), fingers, palm)


def hand_angles(plain: Frame, hand: Frame, sx: float) -> Vec:
    """The inverse of `hand_at`: (bend, aside, turn) in degrees; aside within 90, the others within 180."""
    _, fore, palm0 = plain
    x, fingers, _ = hand
    thumb = scale(x, -sx)
    aside = asin(max(-1.0, min(1.0, -dot(thumb, fore))))
    level = perpendicular(thumb, fore)
    thumb0 = scale(cross(fore, palm0), -sx)
    turn = atan2(dot(cross(thumb0, level), fore), dot(thumb0, level)) * sx
    palm = scale(cross(level, fore), -sx)
    straight = add(scale(fore, cos(aside)), scale(level, sin(aside)))
    bend = atan2(dot(fingers, palm), dot(fingers, straight))
    return (degrees(bend), degrees(aside), degrees(turn))


def hand_on_floor(hand: Frame, down: float) -> Frame:
    """The hand tilted so that its fingers point no lower than `down` (their y)."""
    _, fingers, palm = hand
    level = sqrt(max(1e-9, 1 - down * down)) / max(1e-6, sqrt(fingers[0] ** 2 + fingers[2] ** 2))
    fingers = (fingers[0] * level, down, fingers[2] * level)
    palm = perpendicular(palm, fingers)
    return (cross(fingers, palm), fingers, palm)
