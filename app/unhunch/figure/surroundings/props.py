"""What stands among the body's parts: a chair, a roller or a block."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from unhunch.figure.ink.shapes import Point
from unhunch.figure.motion.motion import Prop
from unhunch.figure.rig.camera import Camera
from unhunch.figure.surroundings.backdrop import BACKDROP
from unhunch.figure.surroundings.chair import chair_shade, paint_chair
from unhunch.figure.surroundings.supports import paint_block, paint_roller
from unhunch.figure.themes import Theme

_PAINTERS = {"chair": paint_chair, "roller": paint_roller, "block": paint_block}


def prop_bounds(camera: Camera, prop: Prop) -> QRectF:
    """The rectangle on the screen that a chair, roller or block stays within."""
    (x, y, z), (w, h, d) = prop.at, prop.size
    low, high = (y - 1, y + h + 46) if prop.kind == "chair" else (y - h / 2 - 1, y + h / 2 + 1)
    wide, deep = w / 2 + (8 if prop.kind == "chair" else 4), d / 2 + 10
    return _box(
        camera.xy((x + a * wide, b, z + c * deep)) for a in (-1, 1) for b in (low, high) for c in (-1, 1)
    )


def standing_bounds(camera: Camera, prop: Prop) -> QRectF:
    """The rectangle that a chair, roller or block stays within with its shade on the floor."""
    (x, y, z), (w, _, d) = prop.at, prop.size
    (_, _, z), half = chair_shade(prop) if prop.kind == "chair" else (prop.at, (w / 2 + 9.0, d / 2 + 9.0))
    wide, deep = half
    shade = _box(camera.xy((x + a * wide, min(y, 0.0), z + b * deep)) for a in (-1, 1) for b in (-1, 1))
    return prop_bounds(camera, prop).united(shade.adjusted(-1, -1, 1, 1))


def bounds_of_all(
    camera: Camera, props: Iterable[Prop], bounds_of: Callable[[Camera, Prop], QRectF]
) -> QRectF:
    """The rectangle of all that stands among the body's parts; empty if nothing does."""
    bounds = QRectF()
    for prop in props:
        if prop.kind not in BACKDROP:
            bounds = bounds.united(bounds_of(camera, prop))
    return bounds


def _box(points: Iterable[Point]) -> QRectF:
    xs, ys = zip(*points, strict=True)
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def paint_standing(painter: QPainter, camera: Camera, theme: Theme, props: Sequence[Prop]) -> None:
    """Chair, roller and block, as they stand behind or under the body."""
    for prop in props:
        if prop.kind in _PAINTERS:
            _PAINTERS[prop.kind](painter, camera, theme, prop)
