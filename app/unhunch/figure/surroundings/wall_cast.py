"""The shadow of arms that come to lie on a wall: it hugs what touches, from the elbow to the fingertips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import copysign

from unhunch.figure.ink.shapes import Point
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mix, point, scale
from unhunch.figure.surroundings.cast import Cast
from unhunch.figure.surroundings.shadow import Mark, Plane
from unhunch.figure.themes import Theme

# What lies on the wall, radii in cm: the forearm, from where to where along it; and in the hand's space
# (towards the thumb, along the hand, out of the palm; cm) the palm, the thumb and the fingers.
_FOREARM = ((0.05, 0.4, 3.0), (0.4, 1.0, 2.5))
_HAND: tuple[tuple[Vec, Vec, float], ...] = (
    ((0.0, 2.5, 0.0), (0.0, 7.0, 0.0), 3.4),
    ((2.6, 4.0, 0.8), (6.3, 7.4, 0.8), 0.9),
    ((2.6, 7.0, 0.0), (3.5, 15.0, 0.6), 0.9),
    ((0.9, 7.0, 0.0), (1.0, 16.4, 0.6), 0.9),
    ((-0.9, 7.0, 0.0), (-1.2, 15.4, 0.6), 0.9),
    ((-2.5, 6.5, 0.0), (-3.5, 13.0, 0.6), 0.8),
)
_UPPER_ARM, _SHARE_SEEN = 3.4, 0.55  # so much of the upper arm throws a shadow on the wall, fading
_BLUR_CM = 0.9
# An arm no farther from the wall than that lies on it; one so much farther away throws no shadow on it.
_LIES_CM, _FAR_CM = 1.4, 4.6
_SLANT, _DOWN = 0.55, 0.6  # how far away from the viewer it falls for each cm, and how far down
# The line that hugs what touches on both sides: how dark, how much wider to each side, and how far it falls
# (cm); and the soft one around, which wide or far out would look like that of an arm in the air.
_TIGHT = (2.3, 0.4, 0.4)
_BROAD = (1.3, 1.0, 1.5)
_LEAST_ASLANT = 0.4  # sine of the angle at which the wall is seen, below which a shadow grows no wider

_Line = tuple[Vec, Vec, float]
"""Two points of a limb, and how thick it is (radius, cm)."""


def wall_shadows(
    camera: Camera, theme: Theme, body: Body, props: Sequence[Prop], wardrobe: Wardrobe
) -> dict[str, Cast]:
    """What each arm throws on a wall, by name. While it rests there, the shadow comes from the wardrobe."""
    if not theme.shadow_strength:
        return {}
    casts = {}
    for wall in (prop for prop in props if prop.kind == "wall"):
        plane = Plane(camera, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
        for side, sx in SIDES:
            name = f"wall shadow {side} {wall.at[0]}"
            arm = _OnWall(camera, body, side, sx, wall.at[0])
            broad, tight = arm.marks(theme.shadow_strength)
            make = partial(plane.shadow, broad, tight, theme, _BLUR_CM)
            soft = wardrobe.kept(name, (theme.shadow, *broad, *tight), make)
            casts[name] = Cast(soft, arm.at, wall.at[0])
    return casts


class _OnWall:
    """One arm's shadow on a wall: it falls down and away from the viewer, the farther the farther off the arm
    is, so that it lies close round what touches.
    """

    def __init__(self, camera: Camera, body: Body, side: Side, sx: float, wall_cm: float) -> None:
        self._camera, self._x = camera, wall_cm
        self.lies = list(_lying(body, side, sx))
        """Forearm and hand, which lie on the wall."""
        elbow, shoulder = body.joints[f"elbow_{side}"], body.joints[f"shoulder_{side}"]
        self.rises: _Line = (elbow, mix(elbow, shoulder, _SHARE_SEEN), _UPPER_ARM)
        """And what rises from there."""
        gap = max(self._gap(at, radius) for *ends, radius in self.lies for at in ends)
        self.near = max(0.0, 1 - max(0.0, gap - _LIES_CM) / _FAR_CM) ** 1.5
        """How much there is of it: all where the whole forearm lies there, nothing where any is far off."""
        self._aslant = max(_LEAST_ASLANT, abs(camera.right[2]))

    @property
    def at(self) -> Vec:
        """The point of the wall it goes with."""
        _, (_, y, z), _ = self.lies[0]
        return (self._x, y, z)

    def marks(self, strength: float) -> tuple[list[Mark], list[Mark]]:
        """The broad lines of it and the tight ones, in a theme whose shadows are so strong."""
        dark = self.near * strength
        if not dark:
            return [], []
        broad = [self._mark(line, _BROAD, dark) for line in self.lies]
        broad.append(self._mark(self.rises, _BROAD, dark, at_end=0.0))
        return broad, [self._mark(line, _TIGHT, dark) for line in self.lies]

    def _mark(
        self, line: _Line, layer: tuple[float, float, float], dark: float, *, at_end: float = 1.0
    ) -> Mark:
        """The shadow of a line in a layer; `at_end` is the share of its darkness that is left at the end."""
        *ends, radius = line
        opacity, wider, fall = layer
        opacity *= dark
        wide = 2 * (radius + wider) / self._aslant
        return Mark(tuple(self._fallen(at, radius, fall) for at in ends), wide, opacity, opacity * at_end)

    def _gap(self, at: Vec, radius_cm: float) -> float:
        return max(0.0, abs(at[0] - self._x) - radius_cm)

    def _fallen(self, at: Vec, radius_cm: float, fall_cm: float) -> Point:
        """Where a point's shadow lies on the screen: as near as the drawn limb if that touches."""
        away = -copysign(1.0, self._camera.towards[2])
        gap = max(0.0, self._gap(at, radius_cm) - _LIES_CM)
        far = fall_cm + gap * _SLANT
        x = at[0] + copysign(gap, self._x - at[0])
        return self._camera.xy((x, at[1] - far * _DOWN, at[2] + away * far))


def _lying(body: Body, side: Side, sx: float) -> Iterator[_Line]:
    """What of an arm lies on a wall: forearm, palm and digits."""
    elbow, wrist = body.joints[f"elbow_{side}"], body.joints[f"wrist_{side}"]
    for start, end, radius in _FOREARM:
        yield mix(elbow, wrist, start), mix(elbow, wrist, end), radius
    x, along, out = body.frames[f"wrist_{side}"]
    hand = (scale(x, -sx), along, out)
    for root, tip, radius in _HAND:
        yield point(wrist, hand, root), point(wrist, hand, tip), radius
