"""A bun on the crown, tied where it leaves the head."""

from math import cos, pi, radians, sin, sqrt

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Egg, Outline, add_smooth, filled, hull, ribbon
from unhunch.figure.skull import HeadSpace, Line, arc_of
from unhunch.figure.vectors import IDENTITY, Vec, add, dot, mad, pitched, scale, unit

_FRAME = pitched(IDENTITY, -36.0)
_WAY = _FRAME[1]  # out of the head
_TIE: Vec = mad((0.0, 9.1, 0.0), _WAY, 9.5)
_MIDDLE: Vec = mad(_TIE, _WAY, 3.3)
_RADII: Vec = (4.2, 3.7, 4.2)
_SHADE = (0.12, 0.84)  # tone, and how much of the bun stays in the light
_LIT = ((-0.045, 0.88), (-0.06, 0.66))  # the same for the light, which dark hair needs
_LIGHT = unit((-1.5, -2.1, 0.0))  # on the screen, where the light is


def _winds(around: float, sweep: float) -> Line:
    """A strand that winds up the bun, from the tie to the top."""
    ways = []
    for i in range(5):
        t = i / 4
        high, turn = radians(-35 + 105 * t), around + sweep * t
        ways.append((cos(high) * sin(turn), sin(high), cos(high) * cos(turn)))
    placed = [(w[0] * _RADII[0], w[1] * _RADII[1], w[2] * _RADII[2]) for w in ways]
    out = [unit((w[0] / _RADII[0], w[1] / _RADII[1], w[2] / _RADII[2])) for w in ways]
    return Line(
        tuple(add(_MIDDLE, _turned(v)) for v in placed), tuple(_turned(v) for v in out), (0.55,) * len(ways)
    )


def _turned(v: Vec) -> Vec:
    """A vector of the bun's own frame, in head space."""
    x, y, z = _FRAME
    return add(add(scale(x, v[0]), scale(y, v[1])), scale(z, v[2]))


# Mirror images of each other; they lean towards the front and the back.
_STRANDS = tuple(
    _winds(side * around, side * sweep)
    for around, sweep in ((0.45, 0.9), (1.45, 0.9), (2.35, 0.6))
    for side in (1.0, -1.0)
)


def is_near(space: HeadSpace) -> bool:
    """Whether the bun lies on the viewer's side of the head."""
    return dot(space.view, _WAY) > 0


def bun_path(space: HeadSpace) -> QPainterPath:
    """The outline of the bun and of the hair that is gathered in it."""
    return filled(*_outlines(space))


def _outlines(space: HeadSpace) -> tuple[Outline, Outline]:
    detail, frame = space.camera.detail, pitched(space.frame, -36.0)
    root = space.egg(mad(_TIE, _WAY, -1.6), (4.2, 1.2, 4.2), frame)
    tie = space.egg(_TIE, (3.0, 0.8, 3.0), frame)
    return hull([space.egg(_MIDDLE, _RADII, frame)], detail), hull([root, tie], detail)


def bun_layers(space: HeadSpace, is_dark: bool) -> list[Layer]:
    """The bun with its tie, shaded, and the shadow at its root; on dark hair no shade would show."""
    frame = pitched(space.frame, -36.0)
    near = max(0.0, dot(space.view, _WAY))
    ball, root = _outlines(space)
    layers = [Layer("hair", filled(root))]
    if near > 0.02:
        shadow = space.egg(mad(_TIE, _WAY, -1.5), (3.7 + near, 0.3, 3.7 + near), frame)
        x, y, a, b, c, z = shadow
        k = space.px_per_cm * near
        layers.append(
            Layer(
                "hair", filled(hull([(x + 0.5 * k, y + 0.9 * k, a, b, c, z)], space.camera.detail)), tone=0.2
            )
        )
    tie = hull([space.egg(_TIE, (3.4, 0.9, 3.4), frame)], space.camera.detail)
    layers += [Layer("bun", filled(tie)), Layer("hair", filled(ball))]
    egg = space.egg(_MIDDLE, _RADII, frame)
    if not is_dark:
        layers.append(Layer("hair", _crescent(ball, egg, _SHADE[1]), tone=_SHADE[0]))
    layers += [Layer("hair", filled(_lit(ball, egg, lit)), tone=tone) for tone, lit in _LIT]
    strands = QPainterPath()
    strands.setFillRule(Qt.FillRule.WindingFill)
    for strand in _STRANDS:
        space.add_lock(strands, strand)
    layers.append(Layer("hair", strands, tone=-0.12))
    layers.append(Layer("hair", _gleam(egg), tone=-0.2))
    return layers


def _lit(ball: Outline, egg: Egg, share: float) -> Outline:
    """The outline of the part in the light, which touches the edge where the light comes from."""
    x, y = egg[:2]
    reach = 0.96 * min(max(px for px, _ in ball) - x, max(py for _, py in ball) - y) * (1 - share)
    u, v = _LIGHT[0] * reach, _LIGHT[1] * reach
    return [(x + (px - x) * share + u, y + (py - y) * share + v) for px, py in ball]


def _crescent(ball: Outline, egg: Egg, share: float) -> QPainterPath:
    """The outline without the part in the light."""
    path = filled(ball)
    add_smooth(path, _lit(ball, egg, share)[::-1])
    return path


def _gleam(egg: Egg) -> QPainterPath:
    """A curved highlight on the side of the light."""
    points = arc_of(egg, -0.7 * pi, 1.5, 0.66)
    size = sqrt(egg[2])
    path = QPainterPath()
    add_smooth(path, ribbon(points, [size * w for w in (0.02, 0.14, 0.19, 0.14, 0.02)]))
    return path
