"""The shadow on floor and wall: broad and faint from above, tight and dark where the body touches."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.palette import faint
from unhunch.figure.shading import mask
from unhunch.figure.shapes import Egg, filled, hull
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import IDENTITY, Vec, mad, point

_Segment = tuple[Vec, Vec, float, float]  # two points and radii, cm


def _segments(body: Body) -> list[_Segment]:
    p = body.joints
    out: list[_Segment] = []
    for s in "lr":
        out += [
            (p[f"hip_{s}"], p[f"knee_{s}"], 8.5, 5.5),
            (p[f"knee_{s}"], p[f"ankle_{s}"], 5.2, 3.2),
            (mad(p[f"ankle_{s}"], body.feet[s][1], 3.5), mad(p[f"ankle_{s}"], body.feet[s][0], 14), 3.2, 2.4),
            (p[f"shoulder_{s}"], p[f"elbow_{s}"], 5, 3.8),
            (p[f"elbow_{s}"], p[f"wrist_{s}"], 3.6, 2.4),
            (p[f"wrist_{s}"], mad(p[f"wrist_{s}"], body.hands[s][0], 14), 2.4, 2.0),
        ]
    o = [p["pelvis"], *(q for q, _ in body.spine[:6])]
    head = point(p["head"], body.frames["head"], (0, 10, 1))
    out += [(o[0], o[2], 13, 11), (o[2], o[4], 11, 12), (o[4], o[6], 12, 7), (head, head, 8.5, 8.5)]
    return out


def paint_floor_shadow(painter: QPainter, camera: Camera, theme: Theme, body: Body) -> None:
    """What the body throws on floor or mat, as seen from above, fainter the higher a part is."""
    if not theme.shadow_strength:
        return
    k = camera.px_per_cm
    colour = QColor(theme.shadow)
    broad, tight = [], []
    for a, b, ra, rb in _segments(body):
        gap = min(a[1] - ra, b[1] - rb)
        alpha = theme.shadow_strength * 0.75 * max(0.0, 1 - max(gap, 0.0) / 60) ** 2
        if alpha > 0.01:
            broad.append((gap, hull([_flat(camera, a, ra), _flat(camera, b, rb)]), alpha))
        for p, r in ((a, ra), (b, rb)):
            near = max(0.0, 1 - max(p[1] - r, 0.0) / 5.0)
            if near > 0.05:
                tight.append((hull([_flat(camera, p, r * 0.8)]), theme.shadow_strength * 1.1 * near))
        if a[1] - ra < 4 and b[1] - rb < 4:
            tight.append(
                (hull([_flat(camera, a, ra * 0.8), _flat(camera, b, rb * 0.8)]), theme.shadow_strength)
            )
    broad.sort(key=lambda q: -q[0])
    _paint(painter, camera, [(o, a) for _, o, a in broad], colour, 3.6 * k)
    _paint(painter, camera, tight, colour, 1.3 * k)


def _flat(camera: Camera, p: Vec, r: float) -> Egg:
    return camera.egg((p[0] + 1.0, 0.6, p[2]), IDENTITY, r, 0.01, r)


def _paint(
    painter: QPainter,
    camera: Camera,
    shapes: Sequence[tuple[list[tuple[float, float]], float]],
    colour: QColor,
    cell: float,
) -> None:
    if not shapes:
        return
    xs = [x for o, _ in shapes for x, _ in o]
    ys = [y for o, _ in shapes for _, y in o]
    room = 3 * cell
    area = QRectF(min(xs) - room, min(ys) - room, max(xs) - min(xs) + 2 * room, max(ys) - min(ys) + 2 * room)
    area = area & QRectF(-room, -room, camera.width + 2 * room, camera.height + 2 * room)
    if area.isEmpty():
        return
    mask(area, cell, [(filled(o), faint(colour, a)) for o, a in shapes], (0.0, 0.0), times=2).draw(painter)


def paint_wall_shadow(painter: QPainter, camera: Camera, theme: Theme, body: Body, wall: Prop) -> None:
    """What the body throws on the wall: a tight dark edge where it leans on it."""
    x = wall.at[0]
    k = camera.px_per_cm
    colour = QColor(theme.shadow)
    broad, tight = [], []

    def flat(p: Vec, r: float) -> Egg:
        return camera.egg((x, p[1] - 1.5, p[2] + 1.5), IDENTITY, 0.01, r, r)

    for a, b, ra, rb in _segments(body):
        gap = min(abs(a[0] - x) - ra, abs(b[0] - x) - rb)
        alpha = theme.shadow_strength * 0.55 * max(0.0, 1 - max(gap, 0.0) / 70) ** 2
        if alpha > 0.01:
            broad.append((hull([flat(a, ra), flat(b, rb)]), alpha))
        if max(abs(a[0] - x) - ra, abs(b[0] - x) - rb) < 6:
            tight.append((hull([flat(a, ra * 1.05), flat(b, rb * 1.05)]), theme.shadow_strength * 1.3))
    _paint(painter, camera, broad, colour, 3.6 * k)
    _paint(painter, camera, tight, colour, 1.2 * k)
