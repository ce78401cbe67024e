"""A scarf: from the head it falls over neck and both shoulders, with a corner on the back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Egg, filled, hull
from unhunch.figure.skeleton import Body
from unhunch.figure.skull import SKULL, HeadSpace, Line, add_leaf, on_face
from unhunch.figure.vectors import Frame, Vec, add, mad, mix, point, scale, smoothstep, to_world, unit

# Where the cloth lies, round the root of the neck: centre, half axes; cm.
_BREAST: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, -0.6, 0.2), (8.6, 5.0, 4.6)),
    ((0.0, -3.6, 5.0), (6.4, 2.4, 2.6)),
    ((0.0, -2.6, -3.8), (8.0, 3.0, 2.4)),
)
# Corners that hang on breast and back: where, from where they hang, and half axes.
_CORNERS: tuple[tuple[Vec, Vec, Vec, float], ...] = (
    ((0.0, -7.4, 6.4), (0.0, -3.6, 5.0), (3.4, 2.4, 1.6), 1.0),
    ((0.0, -9.5, -6.4), (0.0, -2.6, -3.8), (2.4, 3.2, 1.4), -1.0),
)
_SHOWS = (-0.15, 0.5)  # cosine of their turn to the viewer from which corners show, and by how much more
_HANGS = 1.1  # how much of a lean of the trunk to a side they hang down again, which reads as weight
_ON_SHOULDER = 0.5  # of the way from the neck to the shoulder the cloth ends
_SHOULDER_UP: Vec = (0.0, 1.6, 0.6)
_SHOULDER_RADII: Vec = (3.4, 2.2, 5.0)
_ROUND_FACE: tuple[Vec, Vec] = ((0.0, 4.6, 0.8), (6.6, 5.0, 6.7))
_ROUND_NECK: tuple[Vec, Vec] = ((0.0, 0.4, -0.6), (5.9, 2.4, 5.7))  # between them the cloth lies closer
# The cap under the scarf, of which an edge shows round the forehead.
_CAP_EDGE = (
    (-0.62, 0.02, 0.79), (-0.56, 0.26, 0.79), (-0.34, 0.44, 0.83), (0.0, 0.48, 0.88), (0.34, 0.44, 0.83),
    (0.56, 0.26, 0.79), (0.62, 0.02, 0.79),
)  # fmt: skip
_CAP = Line(
    tuple(on_face(SKULL[0], d) for d in _CAP_EDGE),
    tuple(map(unit, _CAP_EDGE)),
    (0.2, 1.1, 1.7, 1.8, 1.7, 1.1, 0.2),
)
_SMOOTH = 100.0  # as finely outlined as can be: with fewer points its corners would jump
# Folds: head's end, shoulders' end, the way they face, width in cm. One end of the cloth is laid over the
# other: from the right of the chin across the breast to the left shoulder; so they differ from side to side.
_FOLDS: tuple[tuple[Vec, Vec, Vec, float], ...] = (
    ((-4.6, 1.2, 3.6), (9.0, -2.0, 4.4), (0.1, 0.2, 1.0), 1.5),
    ((-3.4, 0.2, 4.6), (5.6, -4.0, 6.0), (0.1, 0.2, 1.0), 0.9),
    ((-5.0, 0.6, 1.6), (-9.6, -1.6, 2.2), (-0.6, 0.3, 0.7), 1.0),
    ((-4.2, -0.4, 3.8), (-6.2, -3.4, 5.4), (-0.3, 0.2, 0.9), 0.8),
    ((4.9, 1.0, 1.6), (8.6, 0.2, 0.4), (0.8, 0.5, 0.3), 1.0),
    ((3.4, 0.8, -4.6), (4.6, -3.4, -5.8), (0.3, 0.3, -0.9), 1.0),
    ((-0.6, 0.6, -5.0), (-0.9, -8.0, -7.4), (0.0, 0.2, -1.0), 1.2),
    ((-4.0, 1.0, -4.0), (-8.0, -1.4, -4.2), (-0.4, 0.4, -0.8), 1.0),
)


def under_cap(space: HeadSpace) -> list[Layer]:
    """The edge of the cap under the scarf."""
    path = QPainterPath()
    space.add_stroke(path, _CAP)
    return [Layer("hair", path), Layer("hair", path, tone=0.28)]


def drape(space: HeadSpace, body: Body) -> tuple[list[Layer], list[Layer]]:
    """The cloth below the head, and its folds."""
    camera = space.camera
    origin, frame = body.spine[5]
    cape = [camera.egg(point(origin, frame, c), frame, *r) for c, r in _BREAST]
    cape += [_on_shoulder(space, origin, frame, body.joints[f"shoulder_{s}"]) for s in "lr"]
    neck = space.egg(*_ROUND_NECK)
    cloth = filled(
        hull([space.egg(*_ROUND_FACE), neck], _SMOOTH),
        hull([neck, *cape, *_corners(space, origin, frame)], _SMOOTH),
    )
    lines = QPainterPath()
    lines.setFillRule(Qt.FillRule.WindingFill)
    for upper, lower, way, width in _FOLDS:
        facing = to_world(frame, unit(way))
        shown = min(1.0, camera.facing(facing) / 0.4)
        if shown > 0:
            top, end = space.at(upper), point(origin, frame, lower)
            sunk = mad(mix(top, end, 0.5), facing, -0.6)
            add_leaf(lines, [camera.xy(p) for p in (top, sunk, end)], width * camera.px_per_cm * shown)
    return [Layer("hair", cloth)], [Layer("hair", lines, tone=0.2)]


def _corners(space: HeadSpace, origin: Vec, frame: Frame) -> list[Egg]:
    """The corners of the cloth; the one beyond the trunk does not hang out below it."""
    camera, out = space.camera, []
    for end, root, radii, side in _CORNERS:
        facing = camera.facing(frame[2]) * side
        shown = smoothstep((facing - _SHOWS[0]) / _SHOWS[1])
        if shown > 0:
            x, y, z = end
            hung = (x - _HANGS * frame[0][1] * (root[1] - y), y, z)
            place = point(origin, frame, mix(root, hung, shown))
            out.append(camera.egg(place, frame, *scale(radii, 0.2 + 0.8 * shown)))
    return out


def _on_shoulder(space: HeadSpace, origin: Vec, frame: Frame, shoulder: Vec) -> Egg:
    """The cloth on the slope of a shoulder, which takes it along."""
    place = mix(origin, shoulder, _ON_SHOULDER)
    return space.camera.egg(add(place, to_world(frame, _SHOULDER_UP)), frame, *_SHOULDER_RADII)
