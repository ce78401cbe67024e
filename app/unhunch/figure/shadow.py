"""The shadow on floor and wall: broad and faint from above, tight and dark where the body touches."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.shading import Soft, blurred, small
from unhunch.figure.shapes import Point
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import Vec, dot, mad, point

_BROAD_CM = 3.6  # how far the broad shadow is blurred
_ROOM_CM = 6.0

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
        p, q = camera.xy((a[0] + 1.0, 0.6, a[2])), camera.xy((b[0] + 1.0, 0.6, b[2]))
        alpha = theme.shadow_strength * 0.75 * max(0.0, 1 - gap / 60) ** 2
        if alpha > 0.02 and ra + rb > 6:  # a hand or foot is told by its tight shadow
            broad.append(_Mark(gap, p, q, ra + rb, alpha))
        near_a, near_b = (max(0.0, 1 - max(z[1] - r, 0.0) / 5.0) for z, r in ((a, ra), (b, rb)))
        if near_a > 0.05 and near_b > 0.05:
            alpha = theme.shadow_strength * 1.1 * min(near_a, near_b)
            tight.append(_Mark(0.0, p, q, (ra + rb) * 0.85, alpha))
        elif max(near_a, near_b) > 0.05:
            end, r = (p, ra) if near_a > near_b else (q, rb)
            alpha = theme.shadow_strength * 1.1 * max(near_a, near_b)
            tight.append(_Mark(0.0, end, end, r * 1.6, alpha))
    plane.paint(painter, broad, tight, theme, 1.3)


def paint_wall_shadow(painter: QPainter, camera: Camera, theme: Theme, body: Body, wall: Prop) -> None:
    """What the body throws on the wall: a tight dark edge where it leans on it."""
    if not theme.shadow_strength:
        return
    x = wall.at[0]
    plane = _Plane(camera, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
    broad: list[_Mark] = []
    tight: list[_Mark] = []
    for a, b, ra, rb in _segments(body):
        p, q = camera.xy((x, a[1] - 1.5, a[2] + 1.5)), camera.xy((x, b[1] - 1.5, b[2] + 1.5))
        far_a, far_b = abs(a[0] - x) - ra, abs(b[0] - x) - rb
        alpha = theme.shadow_strength * 0.55 * max(0.0, 1 - max(0.0, min(far_a, far_b)) / 70) ** 2
        if alpha > 0.02:
            broad.append(_Mark(min(far_a, far_b), p, q, ra + rb, alpha))
        if max(far_a, far_b) < 6:
            tight.append(_Mark(0.0, p, q, (ra + rb) * 1.05, theme.shadow_strength * 1.3))
    plane.paint(painter, broad, tight, theme, 1.2)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A thick line in the plane, as the screen shows its ends (pixels). `gap` is how far off the body is."""

    gap: float
    start: Point
    end: Point
    width_cm: float
    opacity: float


class _Plane:
    """Floor or wall. Shadows are thick lines drawn in the plane's own centimetres."""

    def __init__(self, camera: Camera, across: Vec, along: Vec) -> None:
        self.camera = camera
        k = camera.px_per_cm
        r, u = camera.right, camera.up
        self.to_screen = QTransform(
            dot(r, across) * k, -dot(u, across) * k, dot(r, along) * k, -dot(u, along) * k, 0.0, 0.0
        )
        back, self._seen = self.to_screen.inverted()
        self._back = (back.m11(), back.m12(), back.m21(), back.m22())

    def paint(
        self,
        painter: QPainter,
        broad: Sequence[_Mark],
        tight: Sequence[_Mark],
        theme: Theme,
        cell_cm: float,
    ) -> None:
        """Paint the tight lines, blurred by about `cell_cm`, and the broad ones, blurred by far more.

        The broad ones are laid into the small picture of the tight ones: one large picture to stretch is
        enough.
        """
        area = self._area([*broad, *tight])
        if area.isEmpty():
            return
        k = 0.6 * self.camera.px_per_cm
        image, rect, to_small = small(area, cell_cm * k)
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if broad:
            coarse, coarse_rect, to_coarse = small(area, _BROAD_CM * k)
            q = QPainter(coarse)
            q.setRenderHint(QPainter.RenderHint.Antialiasing)
            q.setTransform(self.to_screen * to_coarse)
            self._draw(q, sorted(broad, key=lambda mark: -mark.gap), theme)
            q.end()
            p.drawImage(to_small.mapRect(coarse_rect), blurred(coarse, 2))
        p.setTransform(self.to_screen * to_small)
        self._draw(p, tight, theme)
        p.end()
        Soft(blurred(image, 2), rect).draw(painter)

    def _area(self, marks: Sequence[_Mark]) -> QRectF:
        """The rectangle on the screen that the lines and their blur stay within; empty if there is none."""
        if not marks or not self._seen:
            return QRectF()
        camera = self.camera
        k = camera.px_per_cm
        ends = [(x, y, (m.width_cm / 2 + _ROOM_CM) * k) for m in marks for x, y in (m.start, m.end)]
        left, right = min([x - r for x, _, r in ends]), max([x + r for x, _, r in ends])
        top, bottom = min([y - r for _, y, r in ends]), max([y + r for _, y, r in ends])
        edge = _BROAD_CM * k
        area = QRectF(left, top, right - left, bottom - top)
        return area & QRectF(-edge, -edge, camera.width + 2 * edge, camera.height + 2 * edge)

    def _draw(self, painter: QPainter, marks: Sequence[_Mark], theme: Theme) -> None:
        """Draw the lines, so placed in the plane that they land exactly where the camera sees them."""
        a, b, c, d = self._back
        pen = QPen(QColor(theme.shadow), 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        colour = QColor(theme.shadow)
        for mark in marks:
            (x0, y0), (x1, y1) = mark.start, mark.end
            colour.setAlphaF(min(1.0, mark.opacity))
            pen.setColor(colour)
            pen.setWidthF(mark.width_cm)
            painter.setPen(pen)
            p, q = QPointF(x0 * a + y0 * c, x0 * b + y0 * d), QPointF(x1 * a + y1 * c, x1 * b + y1 * d)
            painter.drawLine(p, q if mark.start != mark.end else QPointF(q.x() + 0.1, q.y()))
