"""The shadow on floor and wall: tight and dark where the body touches, gone where it is far off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import copysign

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QTransform

from unhunch.figure.boards import dither
from unhunch.figure.camera import Camera
from unhunch.figure.motion import Prop
from unhunch.figure.palette import faint
from unhunch.figure.pose import SIDES
from unhunch.figure.shading import Soft, blurred, small, smoothed
from unhunch.figure.shapes import Point
from unhunch.figure.skeleton import Body
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import Vec, dot, mad, point, smoothstep
from unhunch.figure.wardrobe import Wardrobe

_FLOOR_BLUR_CM = 1.5  # how far the tight one is
_MOST_CELLS = 240  # as many as a thin line under what lies along a whole mat takes
_BROAD_CM = 7.2  # how far the broad shadow is blurred
_ROOM_CM = 6.0
_HEAD, _CHEEK_CM = 8.2, 2.2  # a head is so much narrower than deep, and its side seen so far over the floor
_OCCIPUT = 6.4  # of a head no more than this comes near the floor
_SOLE_CM = 3.5
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_INSTEP_CM, _TOES_CM = 2.0, 4.0  # half how thick a foot is, and how far on the sole's side its toes are
_FLOOR_CM = 0.6  # a mat's top, nearly
_EVEN = 0.02  # opacities no farther apart need no gradient

_Segment = tuple[Vec, Vec, float, float, float, float]
"""Two points, the radii of the shadow they throw, and how far under each the drawn outline is; cm."""


def _segments(body: Body) -> list[_Segment]:
    p = body.joints
    out: list[_Segment] = []
    for s, _ in SIDES:
        toe, sole = body.feet[s]
        flat = max(0.0, -sole[1])
        foot = mad(p[f"ankle_{s}"], sole, _SOLE_CM * flat)  # or it lies on its instep
        toes = mad(mad(foot, toe, 12.0), sole, _TOES_CM * (1 - flat))
        under = _INSTEP_CM + (_SOLE_CM - _FLOOR_CM - _INSTEP_CM) * flat
        wrist = p[f"wrist_{s}"]
        out += [
            (p[f"hip_{s}"], p[f"knee_{s}"], 8.5, 5.5, 8.0, 5.2),
            (p[f"knee_{s}"], p[f"ankle_{s}"], 5.2, 3.2, 5.0, 3.2),
            (mad(foot, toe, -1.0), toes, 3.4, 3.6, under, under),
            (p[f"shoulder_{s}"], p[f"elbow_{s}"], 5, 3.8, 4.6, 3.6),
            (p[f"elbow_{s}"], wrist, 3.6, 2.4, 3.4, 2.2),
            (wrist, mad(wrist, body.hands[s][0], _HAND_CM), 2.8, 3.4, 1.8, 1.2),
        ]
    o = [p["pelvis"], *(q for q, _ in body.spine[:6])]
    x, y, z = point(p["head"], body.frames["head"], (0, 10, 1))
    head = (x, y - _CHEEK_CM, z)
    out += [
        (o[0], o[2], 13, 11, 11.0, 9.0),
        (o[2], o[4], 11, 12, 9.0, 9.0),
        (o[4], o[6], 12, 7, 9.0, 6.0),
        (head, head, _OCCIPUT, _OCCIPUT, _HEAD, _HEAD),
    ]
    return out


def floor_shadow(camera: Camera, theme: Theme, body: Body, wardrobe: Wardrobe) -> Soft | None:
    """What the body throws on floor or mat: under each limb that touches, softer and fainter as it lifts.

    While those that touch rest, the shadow comes from the wardrobe.
    """
    if not theme.shadow_strength:
        return None
    plane = _floor(camera)
    k = camera.px_per_cm
    forward = _FORWARD_CM * min(_FROM_ABOVE, max(_FROM_SIDE, camera.towards[1]))
    marks = _Marks(theme.shadow_strength, (_ASIDE_CM * k, forward * k))
    for a, b, ra, rb, under_a, under_b in _segments(body):
        over = _FLOOR_CM + (_CHEEK_CM if a is b else 0.0)  # under the drawn base of a head, or it floats
        ends = []
        for (x, y, z), r, under in ((a, ra, under_a), (b, rb, under_b)):
            gap = y - under - over
            ends.append((camera.xy((x, over + _lift(gap), z)), gap - _RESTS_CM / 2, r))
        marks.add(*ends)
    made_from = (theme.shadow, *marks.broad, *marks.tight)
    return wardrobe.kept(
        "floor shadow", made_from, lambda: plane.shadow(marks.broad, marks.tight, theme, _FLOOR_BLUR_CM)
    )


def _floor(camera: Camera) -> _Plane:
    """The floor. Seen from low down it counts as drawn out away from the viewer: a shadow that is as flat as
    the floor looks there is no more than a hairline, and covered by what throws it.
    """
    x, _, z = camera.right
    deeper = max(1.0, _LEAST_TILT / max(camera.towards[1], _LOWEST))
    return _Plane(camera, (x, 0.0, z), (-z * deeper, 0.0, x * deeper))


def paint_wall_shadow(painter: QPainter, camera: Camera, theme: Theme, body: Body, wall: Prop) -> None:
    """What each forearm throws with its hand on the wall they come to lie on: one shadow."""
    if not theme.shadow_strength:
        return
    x = wall.at[0]
    plane = _Plane(camera, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0))
    marks = []
    for s, _ in SIDES:
        wrist = body.joints[f"wrist_{s}"]
        arm = (body.joints[f"elbow_{s}"], wrist, mad(wrist, body.hands[s][0], _FINGERS_CM))
        gaps = [max(0.0, abs(q[0] - x) - r) for q, r in zip(arm, _ARM_RADII, strict=True)]
        near = max(0.0, 1 - max(gaps) / _WALL_FAR_CM) ** 1.5
        if near:
            beside = x + copysign(_PRESSED_CM, arm[0][0] - x)
            line = tuple(camera.xy((beside, q[1] - 0.8, q[2])) for q in arm)
            for dark, wide in _WALL_LAYERS:
                opacity = dark * near * theme.shadow_strength
                marks.append(_Mark(min(gaps), line, wide, opacity, opacity))
    if shadow := plane.shadow([], marks, theme, _WALL_BLUR_CM):
        shadow.draw(painter)


def _lift(gap_cm: float) -> float:
    """How far over the floor the shadow is laid of what is drawn so far over it.

    A limb that rests is drawn a finger's breadth over the floor here and there: its shadow goes with it, or
    it would lie there as a bar of its own. That of a limb that rises stays behind.
    """
    return max(0.0, gap_cm) * (1 - smoothstep((gap_cm - _RESTS_CM) / _RISES_CM))


_RESTS_CM, _RISES_CM = 2.6, 9.0  # up to here it counts as resting; over so much more it parts from its shadow
_FINGERS_CM, _HAND_CM = 15.0, 12.0  # to the tips; to where the shadow's round end begins
_ARM_RADII = (3.6, 2.4, 2.0)
_WALL_BLUR_CM = 0.8
_WALL_FAR_CM = 6.0  # an arm so far from the wall throws no shadow on it
_PRESSED_CM = 1.2  # its shadow begins under the drawn arm, which gives where it is pressed on
_WALL_LAYERS = ((0.75, 9.6), (1.5, 6.6))  # of an arm's shadow as one line: how dark, how wide in cm

_End = tuple[Point, float, float]
"""One end of a limb over a plane: its place on the screen (pixels), how far off it is, and its radius; cm."""


class _Marks:
    """The shadow of limbs on a plane: of each limb only so much as is close to it."""

    def __init__(self, strength: float, out: Point) -> None:
        """`out` is how far the shadow of a limb that is close comes out from under it (pixels)."""
        self.broad: list[_Mark] = []
        self.tight: list[_Mark] = []
        self._strength, self._out = strength, out

    def add(self, a: _End, b: _End) -> None:
        """The shadow of the limb between two ends."""
        if a[1] > b[1]:
            a, b = b, a
        near, far = max(0.0, a[1]), max(0.0, b[1])
        for limit, dark, wide, out in _LAYERS:
            if near >= limit:
                continue
            (x, y), _, ra = a
            (u, v), _, rb = b
            if limit <= _TIGHT_CM:
                ra, rb = min(ra, _MOST_CM), min(rb, _MOST_CM)
            right, down = self._out[0] * out, self._out[1] * out
            x, y, u, v = x + right, y + down, u + right, v + down
            t = 1.0 if far <= limit else (limit - near) / (far - near)
            line = ((x, y), (x + (u - x) * t, y + (v - y) * t))
            opacities = [dark * self._strength * max(0.0, 1 - gap / limit) ** 1.5 for gap in (near, far)]
            mark = _Mark(near, line, wide * (ra + ra + (rb - ra) * t), *opacities)
            (self.broad if limit > _TIGHT_CM else self.tight).append(mark)


_TIGHT_CM = 7.0
_MOST_CM = 7.6  # what is thicker touches with no more than this of it
_ASIDE_CM, _FORWARD_CM = 1.6, 1.7  # away from the light, and towards the viewer
_FROM_SIDE = 0.8  # seen from lower down (sine) as much comes out all the same: it is what feet stand on
_LEAST_TILT, _LOWEST = 0.42, 0.05  # the sine of how far from above the floor is seen at least
_FROM_ABOVE = 0.5  # seen from higher up than this (sine) nothing more of it comes out: limbs would float
_LAYERS = ((2.4, 2.0, 0.78, 0.6), (_TIGHT_CM, 0.75, 1.08, 0.9), (20.0, 0.5, 1.35, 1.4))
"""How far off a limb may be to throw this layer of its shadow (cm), how dark that is, how wide, and how far
it comes out from under the limb; the first is the dark line where something touches.
"""


def paint_shade(
    painter: QPainter,
    camera: Camera,
    theme: Theme,
    at: Vec,
    half_cm: tuple[float, float],
    *,
    opacity: float,
    boxy: bool = False,
) -> None:
    """A soft oval of shade on the floor round a point: half its width along x and along z, and how dense it
    is as a share of the theme's shadow; below 0 it is a pool of light. A `boxy` one is square and dense up to
    near its edge.
    """
    if not theme.shadow_strength or not opacity:
        return
    colour = theme.shadow if opacity > 0 else theme.light
    x, y, z = at
    (cx, cy), (ax, ay), (bx, by) = (
        camera.xy(p) for p in (at, (x + half_cm[0], y, z), (x, y, z + half_cm[1]))
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # which would undo the dither
    painter.setTransform(QTransform(ax - cx, ay - cy, bx - cx, by - cy, cx, cy), True)
    painter.drawImage(
        QRectF(-1, -1, 2, 2), _disc(colour, min(1.0, abs(opacity) * theme.shadow_strength), boxy)
    )
    painter.restore()


_DISC = 96  # pixels across
_BOXY_EDGE = 0.42  # the share of its half width over which a square shade fades out


@lru_cache(maxsize=16)
def _disc(colour: str, most: float, boxy: bool) -> QImage:
    """A round or square picture that fades from the opacity `most` in its middle to nothing.

    So faint a shade has a dozen opacities, which would show as rings: they are dithered into each other.
    """
    image = QImage(_DISC, _DISC, QImage.Format.Format_ARGB32)
    rgb = QColor(colour).rgb() & 0xFFFFFF
    middle = (_DISC - 1) / 2
    for y in range(_DISC):
        for x in range(_DISC):
            u, v = abs(x / middle - 1), abs(y / middle - 1)
            if boxy:
                share = smoothstep((1 - (u**6 + v**6) ** (1 / 6)) / _BOXY_EDGE)
            else:
                share = max(0.0, 1 - u * u - v * v) ** 2
            alpha = 255 * most * share
            image.setPixel(x, y, int(alpha + dither(x, y)) << 24 | rgb)
    return image.convertToFormat(_FORMAT)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A thick line in the plane, as the screen shows its points (pixels). `gap` is how far off the body is at
    its start; with the gap its opacity changes from there to its end.
    """

    gap: float
    line: tuple[Point, ...]
    width_cm: float
    opacity: float
    opacity_at_end: float


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

    def shadow(
        self, broad: Sequence[_Mark], tight: Sequence[_Mark], theme: Theme, cell_cm: float
    ) -> Soft | None:
        """The tight lines, blurred by about `cell_cm`, and the broad ones, blurred by far more; None where no
        line would be seen.

        The broad ones are laid into the small picture of the tight ones: one large picture to stretch is
        enough.
        """
        area = self._area([*broad, *tight])
        if area.isEmpty():
            return None
        k = 0.6 * self.camera.px_per_cm
        image, rect, to_small = small(area, cell_cm * k, _MOST_CELLS)
        p = QPainter(image)
        p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if broad:
            coarse, coarse_rect, to_coarse = small(area, _BROAD_CM / 2 * k)
            q = QPainter(coarse)
            q.setRenderHint(QPainter.RenderHint.Antialiasing)
            q.setTransform(self.to_screen * to_coarse)
            self._draw(q, sorted(broad, key=lambda mark: -mark.gap), theme)
            q.end()
            where = to_small.mapRect(coarse_rect)
            p.drawImage(where, smoothed(blurred(coarse), where.width()))
        p.setTransform(self.to_screen * to_small)
        self._draw(p, tight, theme)
        p.end()
        return Soft(image, rect)

    def _area(self, marks: Sequence[_Mark]) -> QRectF:
        """The rectangle on the screen that the lines and their blur stay within; empty if there is none."""
        if not marks or not self._seen:
            return QRectF()
        camera = self.camera
        k = camera.px_per_cm
        ends = [(x, y, (m.width_cm / 2 + _ROOM_CM) * k) for m in marks for x, y in m.line]
        left, right = min([x - r for x, _, r in ends]), max([x + r for x, _, r in ends])
        top, bottom = min([y - r for _, y, r in ends]), max([y + r for _, y, r in ends])
        edge = _BROAD_CM / 2 * k
        area = QRectF(left, top, right - left, bottom - top)
        return area & QRectF(-edge, -edge, camera.width + 2 * edge, camera.height + 2 * edge)

    def _draw(self, painter: QPainter, marks: Sequence[_Mark], theme: Theme) -> None:
        """Draw the lines, so placed in the plane that they land exactly where the camera sees them."""
        a, b, c, d = self._back
        shadow = QColor(theme.shadow)
        pen = QPen(shadow, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for mark in marks:
            points = [QPointF(x * a + y * c, x * b + y * d) for x, y in mark.line]
            if mark.line[0] == mark.line[-1]:
                points[-1] += QPointF(0.1, 0.0)
            colour = faint(shadow, mark.opacity)
            if mark.opacity - mark.opacity_at_end < _EVEN:
                pen.setBrush(colour)
            else:
                fall = QLinearGradient(points[0], points[-1])
                fall.setColorAt(0.0, colour)
                fall.setColorAt(1.0, faint(colour, mark.opacity_at_end))
                pen.setBrush(fall)
            pen.setWidthF(mark.width_cm)
            painter.setPen(pen)
            painter.drawPolyline(points)
