"""A scarf: from the head it falls over neck and both shoulders, with round hems on breast and back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Egg, filled, hull
from unhunch.figure.skeleton import Body
from unhunch.figure.skull import HeadSpace, Line, add_leaf, on_face
from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    cross,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    to_local,
    to_world,
    unit,
)

# Where the cloth lies, round the root of the neck: centre, half axes; cm.
_BREAST: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, -0.6, 0.2), (8.6, 5.0, 4.6)),
    ((0.0, -3.4, 5.0), (10.4, 3.8, 2.6)),
    ((0.0, -2.6, -3.8), (10.4, 4.0, 2.4)),
)
# Its round hems on breast and back: where, from where they hang, and half axes.
_HEMS: tuple[tuple[Vec, Vec, Vec, float], ...] = (
    ((0.0, -6.0, 6.2), (0.0, -3.4, 5.0), (6.6, 3.8, 1.8), 1.0),
    ((0.0, -8.1, -6.2), (0.0, -2.6, -3.8), (8.4, 4.2, 1.4), -1.0),
)
_HEM_LEVEL = 0.95  # how much of a lean to a side a hem does not follow
_WITH_CHIN = 0.35  # how much of the way of the chin to a side the hem on the breast goes along
_CHIN: Vec = (0.0, 0.0, 5.6)
_SHOWS = (-0.15, 0.5)  # cosine of their turn to the viewer from which hems show, and by how much more
_HANGS = 1.1  # how much of a lean of the trunk to a side they hang down again, which reads as weight
_ON_SHOULDER = 0.62  # of the way from the neck to the shoulder the cloth ends
_SHOULDER_UP: Vec = (0.0, 0.6, 0.6)
_SHOULDER_RADII: Vec = (3.8, 3.2, 5.0)
_ROUND_FACE: tuple[Vec, Vec] = ((0.0, 4.6, 0.8), (6.6, 5.0, 6.7))
_ROUND_NECK: tuple[Vec, Vec] = ((0.0, 0.2, -0.4), (6.5, 2.4, 6.0))  # between them the cloth lies closer
# The shade of the cloth's edge on the face, from cheek to cheek over the forehead: ways from its middle.
_MIDDLE: Vec = (0.0, 8.4, -0.3)
_RIM = (
    (-0.62, -0.36, 0.70), (-0.68, 0.0, 0.73), (-0.60, 0.30, 0.74), (-0.36, 0.49, 0.79), (0.0, 0.53, 0.85),
    (0.36, 0.49, 0.79), (0.60, 0.30, 0.74), (0.68, 0.0, 0.73), (0.62, -0.36, 0.70),
)  # fmt: skip
_SHADE = Line(
    tuple(on_face(_MIDDLE, d) for d in _RIM), tuple(map(unit, _RIM)),
    (0.6, 1.5, 1.9, 2.2, 2.4, 2.2, 1.9, 1.5, 0.6),
)  # fmt: skip
_SHADE_TONE, _FOLD_TONE = 0.22, 0.15
_SMOOTH = 100.0  # as finely outlined as can be: with fewer points its corners would jump
# Folds: head's end, shoulders' end, the way they face, width in cm. One end of the cloth is laid over the
# other: from the right of the chin across the breast to the left shoulder; so they differ from side to side.
_FOLDS: tuple[tuple[Vec, Vec, Vec, float], ...] = (
    ((-4.4, 1.4, 4.0), (9.6, -2.2, 4.2), (0.1, 0.2, 1.0), 1.1),
    ((-2.0, 0.0, 5.2), (4.4, -6.8, 6.4), (0.1, 0.2, 1.0), 0.9),
    ((-5.2, 1.2, 1.6), (-9.8, -2.2, 2.6), (-0.5, 0.3, 0.8), 0.9),
    ((3.4, 0.8, -4.6), (4.6, -6.4, -6.0), (0.3, 0.3, -0.9), 1.0),
    ((-4.0, 1.0, -4.0), (-8.0, -3.4, -4.6), (-0.4, 0.4, -0.8), 1.0),
)


def edge_shade(space: HeadSpace) -> Layer:
    """The shade of the scarf's edge on the face."""
    path = QPainterPath()
    space.add_stroke(path, _SHADE)
    return Layer("face", path, tone=_SHADE_TONE)


def drape(space: HeadSpace, body: Body) -> list[Layer]:
    """The cloth below the head, and its folds."""
    camera = space.camera
    origin, frame = body.spine[5]
    level = _levelled(frame)
    cape = [camera.egg(point(origin, frame, c), level, *r) for c, r in _BREAST]
    cape += [_on_shoulder(space, origin, frame, body.joints[f"shoulder_{s}"]) for s in "lr"]
    neck = space.egg(*_ROUND_NECK)
    cloth = filled(
        hull([space.egg(*_ROUND_FACE), neck], _SMOOTH),
        hull([neck, *cape, *_hems(space, origin, frame, level)], _SMOOTH),
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
    return [Layer("hair", cloth), Layer("hair", lines, tone=_FOLD_TONE)]


def _hems(space: HeadSpace, origin: Vec, frame: Frame, level: Frame) -> list[Egg]:
    """The hems of the cloth; the one beyond the trunk does not hang out below it."""
    camera, out = space.camera, []
    chin = to_local(frame, sub(space.at(_CHIN), origin))[0]
    for end, root, radii, side in _HEMS:
        facing = camera.facing(frame[2]) * side
        shown = smoothstep((facing - _SHOWS[0]) / _SHOWS[1])
        if shown > 0:
            x, y, z = end
            along = _WITH_CHIN * chin if side > 0 else 0.0
            hung = (x + along - _HANGS * frame[0][1] * (root[1] - y), y, z)
            place = point(origin, frame, mix(root, hung, shown))
            out.append(camera.egg(place, level, *scale(radii, 0.2 + 0.8 * shown)))
    return out


def _levelled(frame: Frame) -> Frame:
    """The frame of the breast as its cloth hangs: a lean to a side all but taken back."""
    x, y, _ = frame
    across = unit((x[0], (1 - _HEM_LEVEL) * x[1], x[2]))
    out = unit(cross(across, y))
    return across, cross(out, across), out


def _on_shoulder(space: HeadSpace, origin: Vec, frame: Frame, shoulder: Vec) -> Egg:
    """The cloth on the slope of a shoulder, which takes it along."""
    place = mix(origin, shoulder, _ON_SHOULDER)
    return space.camera.egg(add(place, to_world(frame, _SHOULDER_UP)), frame, *_SHOULDER_RADII)
