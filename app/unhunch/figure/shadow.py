"""The shadow on floor and wall: broad and faint from above, tight and dark where the body touches."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.palette import faint
from unhunch.figure.shading import Soft, blurred, small
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import Vec, dot, mad, point

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
    plane = _Plane(camera, (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    broad: list[_Mark] = []
    tight: list[_Mark] = []
    for a, b, ra, rb in _segments(body):
        gap = max(0.0, min(a[1] - ra, b[1] - rb))
        p, q = plane.at((a[0] + 1.0, 0.6, a[2])), plane.at((b[0] + 1.0, 0.6, b[2]))
        alpha = theme.shadow_strength * 0.75 * max(0.0, 1 - gap / 60) ** 2
        if alpha > 0.02 and ra + rb > 6:  # a hand or foot is told by its tight shadow
            broad.append((gap, p, q, ra + rb, alpha))
        near_a, near_b = (max(0.0, 1 - max(z[1] - r, 0.0) / 5.0) for z, r in ((a, ra), (b, rb)))
        if near_a > 0.05 and near_b > 0.05:
            alpha = theme.shadow_strength * 1.1 * min(near_a, near_b)
            tight.append((0.0, p, q, (ra + rb) * 0.85, alpha))
        elif max(near_a, near_b) > 0.05:
            end, r = (p, ra) if near_a > near_b else (q, rb)
            tight.append((0.0, end, end, r * 1.6, theme.shadow_strength * 1.1 * max(near_a, near_b)))
    broad.sort(key=lambda m: -m[0])
    plane.paint(painter, broad, theme, 3.6)
    plane.paint(painter, tight, theme, 1.3)


def paint_wall_shadow(painter: QPainter, camera: Camera, theme: Theme, body: Body, wall: Prop) -> None:
    """What the body throws on the wall: a tight dark edge where it leans on it."""
    if not theme.shadow_strength:
        return
    x = wall.at[0]
    plane = _Plane(camera, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
    broad: list[_Mark] = []
    tight: list[_Mark] = []
    for a, b, ra, rb in _segments(body):
        p, q = plane.at((x, a[1] - 1.5, a[2] + 1.5)), plane.at((x, b[1] - 1.5, b[2] + 1.5))
        far_a, far_b = abs(a[0] - x) - ra, abs(b[0] - x) - rb
        alpha = theme.shadow_strength * 0.55 * max(0.0, 1 - max(0.0, min(far_a, far_b)) / 70) ** 2
        if alpha > 0.02:
            broad.append((min(far_a, far_b), p, q, ra + rb, alpha))
        if max(far_a, far_b) < 6:
            tight.append((0.0, p, q, (ra + rb) * 1.05, theme.shadow_strength * 1.3))
    broad.sort(key=lambda m: -m[0])
    plane.paint(painter, broad, theme, 3.6)
    plane.paint(painter, tight, theme, 1.2)


_Mark = tuple[
    float, QPointF, QPointF, float, float
]  # sorting key, two ends in the plane, width (cm), opacity


class _Plane:
    """Floor or wall. Shadows are thick lines drawn in the plane's own centimetres."""

    def __init__(self, camera: Camera, across: Vec, along: Vec) -> None:
        self.camera = camera
        k = camera.px_per_cm
        r, u = camera.right, camera.up
        self.to_screen = QTransform(
            dot(r, across) * k, -dot(u, across) * k, dot(r, along) * k, -dot(u, along) * k, 0.0, 0.0
        )
        self._back, self._seen = self.to_screen.inverted()

    def at(self, p: Vec) -> QPointF:
        """A point in the plane, so placed that it lands exactly where the camera sees the world's point."""
        return self._back.map(QPointF(*self.camera.xy(p)))

    def paint(self, painter: QPainter, marks: Sequence[_Mark], theme: Theme, cell_cm: float) -> None:
        """Paint lines, blurred by about `cell_cm`."""
        if not marks or not self._seen:
            return
        camera = self.camera
        cell = cell_cm * camera.px_per_cm
        room = 18.0 * camera.px_per_cm
        ends = [self.to_screen.map(p) for m in marks for p in m[1:3]]
        xs, ys = [p.x() for p in ends], [p.y() for p in ends]
        area = QRectF(
            min(xs) - room, min(ys) - room, max(xs) - min(xs) + 2 * room, max(ys) - min(ys) + 2 * room
        )
        area &= QRectF(-cell, -cell, camera.width + 2 * cell, camera.height + 2 * cell)
        if area.isEmpty():
            return
        image, rect, to_small = small(area, cell * 0.6)
        p = QPainter(image)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setTransform(self.to_screen * to_small)
        colour = QColor(theme.shadow)
        for _, a, b, width, alpha in marks:
            p.setPen(QPen(faint(colour, alpha), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            p.drawLine(a, b if a != b else QPointF(b.x() + 0.1, b.y()))
        p.end()
        Soft(blurred(image, 2), rect).draw(painter)
