"""The shadow of arms that come to lie on a wall: it starts where they touch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import copysign

from unhunch.figure.camera import Camera
from unhunch.figure.cast import Cast
from unhunch.figure.motion import Prop
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.shadow import Mark, Plane
from unhunch.figure.shapes import Point
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import Vec, mad, mix
from unhunch.figure.wardrobe import Wardrobe

_ELBOW_IN, _FINGERS_CM = 0.12, 8.0  # from where on along the forearm, and as far as where in the hand
_SHARE_SEEN = 0.55  # of the upper arm so much throws a shadow on the wall, fading
_ARM_RADII = (3.6, 2.4, 2.0)
_WALL_BLUR_CM = 0.7
_WALL_FAR_CM = 6.0  # an arm so far from the wall throws no shadow on it
_PRESSED_CM = 2.2  # it begins under the drawn arm, which gives where it is pressed on
_WALL_SLANT, _WALL_DOWN = 0.55, 0.6  # how far away from the viewer it falls for each cm, and how far down
_WALL_TIGHT = (2.8, 6.6, 0.8)  # close under the arm: how dark, how wide and how far out from under it; cm
_WALL_BROAD = (1.5, 10.0, 3.6)  # and the soft one around


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
            make = partial(plane.shadow, broad, tight, theme, _WALL_BLUR_CM)
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
        self.lies = (mix(elbow, wrist, _ELBOW_IN), wrist, mad(wrist, body.hands[side][0], _FINGERS_CM))
        """The line along what lies on the wall: forearm and hand."""
        self.rises = (elbow, mix(elbow, p[f"shoulder_{side}"], _SHARE_SEEN))
        """And along what rises from there."""
        gaps = [self._gap(at, r) for at, r in zip(self.lies, _ARM_RADII, strict=True)]
        self.near = max(0.0, 1 - max(gaps) / _WALL_FAR_CM) ** 1.5
        """How much there is of it: all where the whole forearm lies there, nothing where any is far off."""

    @property
    def at(self) -> Vec:
        """The point of the wall it goes with."""
        _, y, z = mix(self.lies[0], self.lies[1], 0.5)
        return (self._x, y, z)

    def marks(self, strength: float) -> tuple[list[Mark], list[Mark]]:
        """The broad lines of it and the tight ones, in a theme whose shadows are so strong."""
        dark = self.near * strength
        if not dark:
            return [], []
        broad = [
            self._mark(self.lies, _WALL_BROAD, dark),
            self._mark(self.rises, _WALL_BROAD, dark, at_end=0.0),
        ]
        return broad, [self._mark(self.lies, _WALL_TIGHT, dark)]

    def _mark(
        self, line: Sequence[Vec], layer: tuple[float, float, float], dark: float, *, at_end: float = 1.0
    ) -> Mark:
        """The shadow of a line in a layer: how dark, how wide, and how far it comes out from under the arm;
        `at_end` is the share of its darkness that is left at the end.
        """
        opacity, wide, out = layer
        opacity *= dark
        return Mark(tuple(self._fallen(at, out) for at in line), wide, opacity, opacity * at_end)

    def _gap(self, at: Vec, radius_cm: float) -> float:
        return max(0.0, abs(at[0] - self._x) - radius_cm)

    def _fallen(self, at: Vec, out_cm: float) -> Point:
        """Where a point's shadow lies on the screen."""
        away = -copysign(1.0, self._camera.towards[2])
        far = out_cm + self._gap(at, _ARM_RADII[0]) * _WALL_SLANT
        beside = self._x + copysign(_PRESSED_CM, at[0] - self._x)
        return self._camera.xy((beside, at[1] - far * _WALL_DOWN, at[2] + away * far))
