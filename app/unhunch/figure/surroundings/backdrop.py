"""What lies behind everything: the mat or a pool of shade on the floor, and the wall."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from unhunch.figure.ink.palette import deepened, faint, is_light, mixed
from unhunch.figure.ink.shading import layer, mask
from unhunch.figure.ink.shapes import Point, add_polygon
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.boards import flat_in_light, rounded_ring, slab, soft_gradient
from unhunch.figure.surroundings.setting import paint_setting
from unhunch.figure.surroundings.shadow import paint_shade
from unhunch.figure.surroundings.stage import stage_path
from unhunch.figure.surroundings.walls import paint_room
from unhunch.figure.themes import Theme

BACKDROP = ("mat", "wall")
"""Props that lie behind everything and never move on the screen; the others stand among the body's parts."""


def paint_backdrop(
    painter: QPainter, camera: Camera, theme: Theme, props: Sequence[Prop], plant_cm: float | None = None
) -> None:
    """The room, and a mat or a faint pool of shade in the middle of what is looked at. `plant_cm` is how far
    to the right of the world's middle a plant stands, if any does.
    """
    kinds = {prop.kind for prop in props}
    mats = [_mat_within(camera, prop) for prop in props if prop.kind == "mat"]
    if "wall" not in kinds:
        paint_setting(painter, camera, theme, mats or props, plant_cm)
    if not mats:
        x, _, z = camera.centre
        painter.save()  # so faint a shade shows no rough edge where it is clipped
        painter.setClipPath(stage_path(camera, props), Qt.ClipOperation.IntersectClip)
        paint_shade(painter, camera, theme, (x, 0.0, z), _POOL_CM, opacity=theme.pool)
        painter.restore()
    for prop in props:
        if prop.kind == "wall":
            paint_room(painter, camera, theme, prop)
    for mat in mats:
        _paint_mat(painter, camera, theme, mat)


def _field(camera: Camera) -> QRectF:
    return QRectF(0, 0, camera.width, camera.height)


_POOL_CM = (72.0, 62.0)  # half its width along x and z
_MAT_MARGIN = 0.014  # a mat ends so far within the picture, in shares of its size
_SHORTEST = 0.55  # but no nearer to its middle than this share of its own length: then the picture cuts it
_NARROWEST = 0.6  # nor is it ever narrower than this share of its width
_MAT_ROUND_CM, _MAT_RIM_CM = 6.0, 0.5  # how round its corners are; how wide the light is on its edge
_RIM_SEEN, _THINNEST_RIM_PX = 0.6, 1.1  # of its width, as the floor is foreshortened; and never thinner
_HALVINGS = 12  # to find where a mat may end
_EDGE_FADE = 0.045  # what the picture's edge cuts fades out over this share of it


def _paint_mat(painter: QPainter, camera: Camera, theme: Theme, prop: Prop) -> None:
    """The mat, as it lies within the picture, and its shadow."""
    field = _field(camera)
    (x, _, z), (w, _, d) = prop.at, prop.size
    k = camera.px_per_cm
    path = QPainterPath()
    add_polygon(path, _mat_corners(camera, prop))
    area = path.boundingRect().adjusted(-8 * k, -8 * k, 8 * k, 8 * k)
    where = QRectF((area & field).toAlignedRect())
    if where.isEmpty():
        return
    image, p = layer(where, camera.detail)
    shadow = faint(QColor(theme.shadow), theme.shadow_strength * 0.7)
    mask(
        area & field.adjusted(-9 * k, -9 * k, 9 * k, 9 * k), 4.4 * k, [(path, shadow)], (1.0 * k, 1.6 * k)
    ).draw(p)
    mat, light = QColor(theme.mat), QColor(theme.light)
    bright = is_light(mat)
    lit = mixed(mat, light, 0.3 if bright else 0.1), mixed(mat, deepened(mat), 0.45 if bright else 0.25)
    top = flat_in_light(path.boundingRect(), lit)
    slab(p, camera, (x, 0.0, z), (w, 1.2, d), top=top, side=QColor(theme.mat_edge), radius=_MAT_ROUND_CM)
    a, b = w / 2 - _MAT_RIM_CM / 2, d / 2 - _MAT_RIM_CM / 2
    ring = rounded_ring(x - a, x + a, z - b, z + b, _MAT_ROUND_CM - _MAT_RIM_CM / 2)
    edge = QPainterPath()
    add_polygon(edge, [camera.xy((u, 1.2, v)) for u, v in ring])
    # A stroke, for as a foreshortened band the far edge would be thinner than a pixel and look dotted.
    rim = mixed(mat, light, 0.5 if bright else 0.16)
    p.strokePath(edge, QPen(rim, max(_THINNEST_RIM_PX, _MAT_RIM_CM * k * _RIM_SEEN)))
    _fade_out(p, path.boundingRect(), field)
    p.end()
    painter.drawImage(where.topLeft(), image)


def _mat_corners(camera: Camera, prop: Prop) -> list[Point]:
    (x, _, z), (w, _, d) = prop.at, prop.size
    return [camera.xy((x + a * w / 2, 0.0, z + b * d / 2)) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]


def _mat_within(camera: Camera, prop: Prop) -> Prop:
    """The mat, shortened at the ends that the picture would cut, and made narrower where that is not enough:
    a cut end does not look like a mat's.
    """
    field = _field(camera)
    (x, y, z), (w, h, d) = prop.at, prop.size
    margin = _MAT_MARGIN * max(field.width(), field.height())
    inside = field.adjusted(margin, margin, -margin, -margin)
    lies_across = w > d
    half_long, half_wide = max(w, d) / 2, min(w, d) / 2

    def fits(end: float, share: float) -> bool:
        """Whether the corners at an end so far from the middle are inside, at a share of its width."""
        sides = (-half_wide * share, half_wide * share)
        corners = [(x + end, z + a) if lies_across else (x + a, z + end) for a in sides]
        return all(inside.contains(QPointF(*camera.xy((a, 0.0, b)))) for a, b in corners)

    least = _SHORTEST * half_long
    share = _farthest(lambda share: fits(-least, share) and fits(least, share), _NARROWEST, 1.0)
    low, high = (_farthest(lambda end: fits(end, share), side * least, side * half_long) for side in (-1, 1))
    middle, long, wide = (low + high) / 2, high - low, 2 * half_wide * share
    if lies_across:
        return Prop(prop.kind, (x + middle, y, z), (long, h, wide))
    return Prop(prop.kind, (x, y, z + middle), (wide, h, long))


def _farthest(fits: Callable[[float], bool], near: float, far: float) -> float:
    """The farthest place on the way that fits, or `near`."""
    if fits(far):
        return far
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        if fits(middle):
            near = middle
        else:
            far = middle
    return near


def _fade_out(painter: QPainter, thing: QRectF, field: QRectF) -> None:
    """Let what is painted fade towards those edges of the field that the thing reaches across."""
    room = _EDGE_FADE * max(field.width(), field.height())
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for cut, start, end in (
        (thing.left() < field.left(), field.topLeft(), QPointF(field.left() + room, field.top())),
        (thing.right() > field.right(), field.topRight(), QPointF(field.right() - room, field.top())),
        (thing.top() < field.top(), field.topLeft(), QPointF(field.left(), field.top() + room)),
        (thing.bottom() > field.bottom(), field.bottomLeft(), QPointF(field.left(), field.bottom() - room)),
    ):
        if cut:
            painter.fillRect(field, _falling(start, end))


def _falling(start: QPointF, end: QPointF) -> QLinearGradient:
    """A mask from nothing at the start to all at the end."""
    return soft_gradient(start, end, QColor(0, 0, 0, 0), QColor(0, 0, 0, 255))
