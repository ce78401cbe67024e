"""The shadow of arms that come to lie on a wall: it starts where they touch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import copysign

from unhunch.figure.ink.shapes import Point
from unhunch.figure.ink.wardrobe import Wardrobe
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, mix
from unhunch.figure.surroundings.cast import Cast
from unhunch.figure.surroundings.shadow import Mark, Plane
from unhunch.figure.themes import Theme

# What lies on the wall: from where on along the forearm, by way of where it is still thick, to the wrist, and
# as far as where in the hand (cm); how thick it is at each of them (radius, cm).
_FOREARM, _FINGERS_CM, _RADII = (0.12, 0.45), 11.5, (3.4, 2.7, 2.0, 2.8)
_SHARE_SEEN = 0.55  # of the upper arm so much throws a shadow on the wall, fading
_BLUR_CM = 1.0
# An arm no farther from the wall than that lies on it; one so much farther away throws no shadow on it.
_LIES_CM, _FAR_CM = 1.4, 4.6
_PRESSED_CM = 2.2  # it begins under the drawn arm, which gives where it is pressed on
_SLANT, _DOWN = 0.55, 0.6  # how far away from the viewer it falls for each cm, and how far down
_TIGHT = (2.3, 3.0, -0.5)  # the line where it touches: how dark, how wide and how far out from its edge; cm
_TIGHT_ENDS = 0.75  # how much of its darkness is left below the fingertips, which lie less heavily
_BROAD = (1.1, 8.4, 0.0)  # and the soft one around: far out or wide it would look like an arm in the air
_LEAST_ASLANT = 0.4  # sine of the angle at which the wall is seen, below which a shadow comes out no farther


def wall_shadows(
    camera: Camera, theme: Theme, body: Body, props: Sequence[Prop], wardrobe: Wardrobe
) -> dict[str, Cast]:
    """What each arm throws on a wall, by name. While it rests there, the shadow comes from the wardrobe."""
    if not theme.shadow_strength:
        return {}
    casts = {}
    for wall in (prop for prop in props if prop.kind == "wall"):
        plane = Plane(camera, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
        for side, _ in SIDES:
            name = f"wall shadow {side} {wall.at[0]}"
            arm = _OnWall(camera, body, side, wall.at[0])
            broad, tight = arm.marks(theme.shadow_strength)
            make = partial(plane.shadow, broad, tight, theme, _BLUR_CM)
            soft = wardrobe.kept(name, (theme.shadow, *broad, *tight), make)
            casts[name] = Cast(soft, arm.at, wall.at[0])
    return casts


class _OnWall:
    """One arm's shadow on a wall: it falls down and away from the viewer, the farther the farther off the arm
    is, so that it starts where the arm touches.
    """

    def __init__(self, camera: Camera, body: Body, side: Side, wall_cm: float) -> None:
        self._camera, self._x = camera, wall_cm
        p = body.joints
        elbow, wrist = p[f"elbow_{side}"], p[f"wrist_{side}"]
        spots = [mix(elbow, wrist, t) for t in _FOREARM]
        spots += [wrist, mad(wrist, body.hands[side][0], _FINGERS_CM)]
        self.lies = list(zip(spots, _RADII, strict=True))
        """The line along what lies on the wall, forearm and hand, and how thick it is there (radius, cm)."""
        self.rises = [(at, _RADII[0]) for at in (elbow, mix(elbow, p[f"shoulder_{side}"], _SHARE_SEEN))]
        """And along what rises from there."""
        gap = max(self._gap(*spot) for spot in self.lies)
        self.near = max(0.0, 1 - max(0.0, gap - _LIES_CM) / _FAR_CM) ** 1.5
        """How much there is of it: all where the whole forearm lies there, nothing where any is far off."""
        self._aslant = max(_LEAST_ASLANT, abs(camera.right[2]))

    @property
    def at(self) -> Vec:
        """The point of the wall it goes with."""
        (_, y, z), _ = self.lies[1]
        return (self._x, y, z)

    def marks(self, strength: float) -> tuple[list[Mark], list[Mark]]:
        """The broad lines of it and the tight ones, in a theme whose shadows are so strong."""
        dark = self.near * strength
        if not dark:
            return [], []
        broad = [
            self._mark(self.lies, _BROAD, dark),
            self._mark(self.rises, _BROAD, dark, at_end=0.0),
        ]
        return broad, [self._mark(self.lies, _TIGHT, dark, at_end=_TIGHT_ENDS)]

    def _mark(
        self,
        line: Sequence[tuple[Vec, float]],
        layer: tuple[float, float, float],
        dark: float,
        *,
        at_end: float = 1.0,
    ) -> Mark:
        """The shadow of a line in a layer: how dark, how wide, and how far it comes out from under the arm;
        `at_end` is the share of its darkness that is left at the end.
        """
        opacity, wide, out = layer
        opacity *= dark
        return Mark(tuple(self._fallen(*spot, out) for spot in line), wide, opacity, opacity * at_end)

    def _gap(self, at: Vec, radius_cm: float) -> float:
        return max(0.0, abs(at[0] - self._x) - radius_cm)

    def _fallen(self, at: Vec, radius_cm: float, out_cm: float) -> Point:
        """Where a point's shadow lies on the screen, so far out from the edge of what is so thick."""
        away = -copysign(1.0, self._camera.towards[2])
        edge = radius_cm / self._aslant
        far = edge + out_cm + self._gap(at, radius_cm) * _SLANT
        beside = self._x + copysign(_PRESSED_CM, at[0] - self._x)
        return self._camera.xy((beside, at[1] - far * _DOWN, at[2] + away * far))
