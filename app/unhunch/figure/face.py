"""The face: eyes, brows, nose, mouth and what is worn on it, all on the surface of skull and jaw.

Since every point lies on that surface, nothing can stick out beyond the outline.
"""

from collections.abc import Sequence
from math import cos, pi, sin, tau

from PySide6.QtGui import QPainterPath

from unhunch.figure.hair import beard
from unhunch.figure.parts import Layer
from unhunch.figure.people import Person
from unhunch.figure.shapes import Point, add_smooth, filled, hull, ribbon
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import HeadSpace
from unhunch.figure.vectors import add, scale, unit, yawed

_SIDES = (1.0, -1.0)
_EYE = (2.95, 8.2)
_BROW = ((1.6, 10.9), (2.5, 11.35), (3.5, 11.25), (4.5, 10.55))
_SMILE = ((-1.95, 3.35), (-1.15, 2.8), (0.0, 2.58), (1.15, 2.8), (1.95, 3.35))


def features(space: HeadSpace, person: Person) -> list[Layer]:
    """The layers of the face, in the order they are painted."""
    out: list[Layer] = []
    if person.beard:
        path = beard(space)
        if path:
            out.append(Layer("beard", path))
    for sx in _SIDES:
        out += _cheek(space, sx)
        out += _eye(space, sx)
        out += _brow(space, sx)
    if space.looks(0.0, 5.0) > 0.3:
        tip = ((-1.0, 5.75, 9.6), (-0.45, 5.25, 10.0), (0.45, 5.25, 10.0), (1.0, 5.75, 9.6))
        out.append(Layer("face", _stroke([space.xy(p) for p in tip], 0.55 * space.px_per_cm, 0.3), tone=0.42))
    if space.looks(0.0, 3.0) > 0.1:
        mouth = [space.xy(space.face(x, y)) for x, y in _SMILE if space.looks(x, y) > 0.02]
        if len(mouth) > 2:
            out.append(Layer("lip", _stroke(mouth, 0.62 * space.px_per_cm, 0.35)))
    return out


def _cheek(space: HeadSpace, sx: float) -> list[Layer]:
    if space.looks(4.8 * sx, 5.2) < 0.5:
        return []
    blush = space.egg(space.face(4.3 * sx, 5.3), (1.5, 1.05, 0.1), yawed(space.frame, 28 * sx))
    return [Layer("blush", filled(hull([blush], space.camera.detail)))]


def _eye(space: HeadSpace, sx: float) -> list[Layer]:
    """An eye; seen from above the face looks down, and its lid is closed."""
    if space.looks(3.4 * sx, 8.4) < 0.36:
        return []
    detail, k = space.camera.detail, space.px_per_cm
    x, y = _EYE
    shut = smoothstep((space.view[1] - 0.30) / 0.22)
    if shut > 0.55:
        lid = (
            (x - 1.05, y + 0.1),
            (x - 0.5, y - 0.3),
            (x + 0.1, y - 0.42),
            (x + 0.65, y - 0.25),
            (x + 1.1, y + 0.2),
        )
        return [Layer("eye", _stroke([space.xy(space.face(a * sx, b)) for a, b in lid], 0.5 * k, 0.4))]
    f = yawed(space.frame, 22 * sx)
    ball = space.egg(space.face(x * sx, y), (0.78, 1.0 - 0.6 * shut, 0.15), f)
    out = [Layer("eye", filled(hull([ball], detail)))]
    if k * detail > 3.5 and shut < 0.2:
        a, b, c = space.face(x * sx - 0.2, y + 0.4)
        out.append(Layer("white", filled(hull([space.egg((a, b, c + 0.1), (0.24, 0.26, 0.05), f)], detail))))
    return out


def _brow(space: HeadSpace, sx: float) -> list[Layer]:
    """A brow. From above its outer end would rise and look angry, so it is let down by as much."""
    if space.looks(3.4 * sx, 10.6) < 0.36:
        return []
    above = max(0.0, space.view[1])
    middle = space.face(0.0, 11.0)[2]
    line = []
    for x, y in _BROW:
        if space.looks(x * sx, y) > 0.3:
            a, b, c = space.face(x * sx, y)
            line.append(space.xy((a, b - (middle - c) * above * 0.9, c)))
    return [Layer("brow", _stroke(line, 0.6 * space.px_per_cm, 0.5))] if len(line) > 2 else []


def ears(space: HeadSpace, near: bool) -> list[Layer]:
    """The ears on the viewer's side of the head, or the one beyond it."""
    out = []
    for sx in (1.0, -1.0):
        towards = space.view[0] * sx
        if (towards > 0.12) is not near or towards < -0.5:
            continue
        f = space.frame
        tilted = (f[0], unit(add(f[1], scale(f[2], -0.22))), unit(add(f[2], scale(f[1], 0.22))))
        ear = hull(
            [
                space.egg((7.25 * sx, 7.0, -0.7), (0.95, 2.4, 1.6), tilted),
                space.egg((6.9 * sx, 5.3, -0.2), (0.8, 0.9, 0.8)),
            ],
            space.camera.detail,
        )
        out.append(Layer("face", filled(ear)))
        if near:
            inner = hull([space.egg((7.75 * sx, 7.2, -0.75), (0.5, 1.4, 0.8), tilted)], space.camera.detail)
            out.append(Layer("face", filled(inner), tone=0.35))
    return out


def _stroke(points: Sequence[Point], width: float, ends: float = 0.35) -> QPainterPath:
    n = len(points) - 1
    widths = [width * (ends + (1 - ends) * sin(pi * i / n)) for i in range(n + 1)]
    path = QPainterPath()
    add_smooth(path, ribbon(points, widths))
    return path


def glasses(space: HeadSpace, ears_shown: bool) -> list[Layer]:
    """Round glasses; their sides end at the ears, or where the hair begins."""
    out: list[Layer] = []
    k = space.px_per_cm
    for sx in (1.0, -1.0):
        if space.looks(3.0 * sx, 8.4) < 0.05:
            continue
        ring = []
        for i in range(17):
            t = tau * i / 16
            x, y = 3.05 * sx + 2.15 * cos(t), 8.2 + 1.95 * sin(t)
            px, py, pz = space.face(x, y)
            ring.append(space.xy((px, py, max(pz, 7.0) + 0.6)))
        out.append(Layer("glasses", _stroke(ring, 0.5 * k, 1.0)))
        if space.view[0] * sx > 0.05:
            arm = [
                space.xy(p)
                for p in (
                    (5.2 * sx, 8.6, 7.4),
                    (7.0 * sx, 8.8, 3.6),
                    *(((7.6 * sx, 8.7, -0.6),) if ears_shown else ((7.1 * sx, 8.8, 3.0),)),
                )
            ]
            out.append(Layer("glasses", _stroke(arm, 0.5 * k, 1.0)))
    if space.looks(0.0, 8.4) > 0.1:
        bridge = [space.xy(p) for p in ((-0.95, 8.7, 9.5), (0.0, 9.0, 9.8), (0.95, 8.7, 9.5))]
        out.append(Layer("glasses", _stroke(bridge, 0.45 * k, 1.0)))
    return out
