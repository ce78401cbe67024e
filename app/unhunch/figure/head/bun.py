"""A bun on the crown, tied where it leaves the head."""

from math import pi, sqrt

from PySide6.QtGui import QPainterPath

from unhunch.figure.head.skull import POINT, HeadSpace, arc_of
from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import Outline, add_smooth, filled, hull, ribbon
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.vectors import IDENTITY, Vec, dot, mad, mix, pitched, scale, smoothstep

_PITCH_DEG, _PITCH_LYING_DEG = -36.0, -6.0  # what the head lies on pushes the bun up to the crown
_PITCH_BOWED_DEG = -78.0  # on the crown of a bowed head it would stand up like the top of an onion
_LIES = (0.35, 0.5)  # how far up a face looks (sine) where the bun begins to move, and by which it has
_ROOT: Vec = (0.0, 9.1, 0.0)
_BACK: Vec = (0.0, 0.0, -1.0)
_ASIDE = 0.9  # sine of a head's turn from the viewer
_TIE_CM, _MIDDLE_CM = 9.3, 12.1  # from the root
_TIE_RADII: Vec = (3.4, 0.9, 3.4)
# Cosine of a bun's turn to the viewer from which its tie shows, and by how much more it is whole: from its
# side two specks of it would look out between hair and bun.
_TIE_SHOWS = (0.1, 0.25)
_RADII: Vec = (4.0, 3.6, 4.0)
_RADII_LYING: Vec = (4.3, 3.6, 3.4)  # it flattens on what it comes to lie on,
_SAGS_CM = 1.8  # so much lower
# Where on an egg the light is, how far along its edge it reaches, how near to the edge, and how wide it is:
# shares of the egg's radius.
_GLEAM_AT_RAD, _GLEAM_SWEEP_RAD, _GLEAM_OUT = -0.62 * pi, 1.9, 0.7
_GLEAM_WIDTHS = (0.04, 0.17, 0.24, 0.17, 0.04)


class Bun:
    """The bun of one head: `way` is the way it sticks out, in head space."""

    def __init__(self, space: HeadSpace) -> None:
        self.space = space
        lies = smoothstep((space.frame[2][1] - _LIES[0]) / _LIES[1])
        pitch = (
            _PITCH_DEG
            + (_PITCH_LYING_DEG - _PITCH_DEG) * lies
            + (_PITCH_BOWED_DEG - _PITCH_DEG) * space.bowed
        )
        self._own, self._frame = pitched(IDENTITY, pitch), pitched(space.frame, pitch)
        self.way = self._own[1]
        flat = lies * smoothstep(abs(space.view[0]) / _ASIDE)  # from the feet it would not show
        self._radii = mix(_RADII, _RADII_LYING, flat)
        self._middle = mad(mad(_ROOT, self.way, _MIDDLE_CM), _BACK, _SAGS_CM * flat)

    @property
    def is_near(self) -> bool:
        """Whether it lies on the viewer's side of the head."""
        return dot(self.space.view, self.way) > 0

    def path(self) -> QPainterPath:
        """Its outline, and that of the hair that is gathered in it."""
        return filled(*self._outlines())

    def layers(self) -> list[Layer]:
        """The bun with its tie, the light on it, and the shadow at its root."""
        space = self.space
        near = max(0.0, dot(space.view, self.way))
        ball, root = self._outlines()
        layers = [Layer("hair", filled(root))]
        if near > 0.02:
            x, y, a, b, c, z = self._egg(_TIE_CM - 1.5, (3.7 + near, 0.3, 3.7 + near))
            k = space.px_per_cm * near
            shadow = hull([(x + 0.5 * k, y + 0.9 * k, a, b, c, z)], space.camera.detail)
            layers.append(Layer("hair", filled(shadow), tone=0.2))
        shown = max(POINT, smoothstep((near - _TIE_SHOWS[0]) / _TIE_SHOWS[1]))
        tie = hull([self._egg(_TIE_CM, scale(_TIE_RADII, shown))], space.camera.detail)
        layers += [Layer("tie", filled(tie)), Layer("hair", filled(ball))]
        layers.append(Layer("hair", gleam(self._ball()), tone=-0.1))
        return layers

    def _outlines(self) -> tuple[Outline, Outline]:
        detail = self.space.camera.detail
        root = self._egg(_TIE_CM - 1.6, (4.2, 1.2, 4.2))
        tie = self._egg(_TIE_CM, (3.0, 0.8, 3.0))
        return hull([self._ball()], detail), hull([root, tie], detail)

    def _ball(self) -> Egg:
        return self.space.egg(self._middle, self._radii, self._frame)

    def _egg(self, out_cm: float, radii: Vec) -> Egg:
        return self.space.egg(mad(_ROOT, self.way, out_cm), radii, self._frame)


def gleam(egg: Egg) -> QPainterPath:
    """A curved highlight on the side of the light: one shape, pointed at both ends."""
    points = arc_of(egg, _GLEAM_AT_RAD, _GLEAM_SWEEP_RAD, _GLEAM_OUT)
    size = sqrt(egg[2])
    path = QPainterPath()
    add_smooth(path, ribbon(points, [size * width for width in _GLEAM_WIDTHS]))
    return path
