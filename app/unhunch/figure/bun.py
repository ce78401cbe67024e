"""A bun on the crown, tied where it leaves the head."""

from math import cos, pi, radians, sin, sqrt

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shading import LIGHT_CM
from unhunch.figure.shapes import Egg, Outline, add_smooth, filled, hull, ribbon
from unhunch.figure.skull import HeadSpace, Line, arc_of
from unhunch.figure.vectors import IDENTITY, Vec, add, dot, mad, mix, pitched, smoothstep, to_world, unit

_PITCH_DEG, _PITCH_LYING_DEG = -36.0, -6.0  # what the head lies on pushes the bun up to the crown
_PITCH_BOWED_DEG = -78.0  # on the crown of a bowed head it would stand up like the top of an onion
_LIES = (0.35, 0.5)  # how far up a face looks (sine) where the bun begins to move, and by which it has
_ROOT: Vec = (0.0, 9.1, 0.0)
_BACK: Vec = (0.0, 0.0, -1.0)
_ASIDE = 0.9  # sine of a head's turn from the viewer
_TIE_CM, _MIDDLE_CM = 9.5, 12.8  # from the root
_RADII: Vec = (4.2, 3.7, 4.2)
_RADII_LYING: Vec = (4.6, 3.9, 3.5)  # it flattens on what it comes to lie on,
_SAGS_CM = 2.0  # so much lower
_SHADE = (0.12, 0.84)  # tone, and how much of the bun stays in the light
_LIT = (-0.08, 0.74)  # the same for the light, which dark hair needs
_LIGHT = unit((*LIGHT_CM, 0.0))


def _coil(around: float, high_deg: float) -> Line:
    """A part of a strand coiled round the bun, in the bun's own frame."""
    ways = []
    for share in (-0.5, 0.0, 0.5):
        turn, high = around + _COIL_SWEEP * share, radians(high_deg)
        ways.append((cos(high) * sin(turn), sin(high), cos(high) * cos(turn)))
    placed = tuple((w[0] * _RADII[0], w[1] * _RADII[1], w[2] * _RADII[2]) for w in ways)
    out = tuple(unit((w[0] / _RADII[0], w[1] / _RADII[1], w[2] / _RADII[2])) for w in ways)
    return Line(placed, out, (0.45,) * len(ways))


_COIL_SWEEP = 1.7
_STRANDS = tuple(
    _coil(around + shift, high_deg)
    for high_deg, shift in ((5.0, 0.0), (38.0, 0.9))
    for around in (0.0, 0.5 * pi, pi, -0.5 * pi)
)


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

    def layers(self, is_dark: bool) -> list[Layer]:
        """The bun with its tie, shaded, and the shadow at its root; on dark hair no shade would show."""
        space = self.space
        near = max(0.0, dot(space.view, self.way))
        ball, root = self._outlines()
        layers = [Layer("hair", filled(root))]
        if near > 0.02:
            x, y, a, b, c, z = self._egg(_TIE_CM - 1.5, (3.7 + near, 0.3, 3.7 + near))
            k = space.px_per_cm * near
            shadow = hull([(x + 0.5 * k, y + 0.9 * k, a, b, c, z)], space.camera.detail)
            layers.append(Layer("hair", filled(shadow), tone=0.2))
        tie = hull([self._egg(_TIE_CM, (3.4, 0.9, 3.4))], space.camera.detail)
        layers += [Layer("bun", filled(tie)), Layer("hair", filled(ball))]
        egg = self._ball()
        if not is_dark:
            layers.append(Layer("hair", _crescent(ball, egg, _SHADE[1]), tone=_SHADE[0]))
        layers.append(Layer("hair", filled(lit(ball, egg, _LIT[1])), tone=_LIT[0]))
        strands = QPainterPath()
        strands.setFillRule(Qt.FillRule.WindingFill)
        for strand in _STRANDS:
            space.add_lock(strands, self._placed(strand))
        layers.append(Layer("hair", strands, tone=-0.12))
        layers.append(Layer("hair", _gleam(egg), tone=-0.2))
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

    def _placed(self, strand: Line) -> Line:
        """A strand, from the bun's own frame in head space."""
        a, b, c = (own / upright for own, upright in zip(self._radii, _RADII, strict=True))
        return Line(
            tuple(add(self._middle, to_world(self._own, (x * a, y * b, z * c))) for x, y, z in strand.places),
            tuple(to_world(self._own, v) for v in strand.normals),
            strand.widths,
        )


def lit(ball: Outline, egg: Egg, share: float) -> Outline:
    """The outline of the part in the light, which touches the edge where the light comes from."""
    x, y = egg[:2]
    reach = 0.96 * min(max(px for px, _ in ball) - x, max(py for _, py in ball) - y) * (1 - share)
    u, v = _LIGHT[0] * reach, _LIGHT[1] * reach
    return [(x + (px - x) * share + u, y + (py - y) * share + v) for px, py in ball]


def _crescent(ball: Outline, egg: Egg, share: float) -> QPainterPath:
    """The outline without the part in the light."""
    path = filled(ball)
    add_smooth(path, lit(ball, egg, share)[::-1])
    return path


def _gleam(egg: Egg) -> QPainterPath:
    """A curved highlight on the side of the light."""
    points = arc_of(egg, -0.7 * pi, 1.5, 0.66)
    size = sqrt(egg[2])
    path = QPainterPath()
    add_smooth(path, ribbon(points, [size * w for w in (0.02, 0.14, 0.19, 0.14, 0.02)]))
    return path
