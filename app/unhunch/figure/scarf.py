"""A scarf: from the head it falls over neck and shoulders, with a corner on the back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import filled, hull
from unhunch.figure.skeleton import Body
from unhunch.figure.skull import SKULL, HeadSpace, Line, add_leaf, on_face
from unhunch.figure.vectors import Vec, mad, mix, point, to_world, unit

# Where the cloth lies, round the root of the neck: centre, half axes; cm.
_ON_SHOULDERS: tuple[tuple[Vec, Vec], ...] = (
    ((0.0, -0.8, 0.2), (9.2, 6.4, 4.6)),
    ((0.0, -2.4, 4.8), (4.8, 3.2, 2.8)),
    ((0.0, -3.0, -3.6), (5.2, 3.4, 2.2)),
)
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
_FOLD_CM = 0.8
_SMOOTH = 100.0  # as finely outlined as can be: with fewer points its corners would jump
# Folds from under the chin to the shoulders, and down the back: head's end, shoulders' end, way they face.
_FOLDS: tuple[tuple[Vec, Vec, Vec], ...] = (
    ((2.2, -0.4, 4.2), (5.6, -0.2, 4.6), (0.35, 0.2, 0.9)),
    ((4.3, 0.4, 2.2), (7.2, 0.2, 2.2), (0.7, 0.2, 0.7)),
    ((0.6, -0.8, 4.6), (1.4, -2.8, 7.0), (0.1, 0.2, 1.0)),
    ((3.0, 0.4, -4.8), (2.2, -3.2, -5.6), (0.3, 0.2, -0.9)),
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
    eggs = [camera.egg(point(origin, frame, c), frame, *r) for c, r in _ON_SHOULDERS]
    neck = space.egg(*_ROUND_NECK)
    cloth = Layer(
        "hair", filled(hull([space.egg(*_ROUND_FACE), neck], _SMOOTH), hull([neck, *eggs], _SMOOTH))
    )
    lines = QPainterPath()
    lines.setFillRule(Qt.FillRule.WindingFill)
    for upper, lower, way in _FOLDS:
        for side in (1.0, -1.0):
            facing = to_world(frame, (way[0] * side, way[1], way[2]))
            shown = min(1.0, camera.facing(facing) / 0.4)
            if shown > 0:
                top = space.at((upper[0] * side, upper[1], upper[2]))
                end = point(origin, frame, (lower[0] * side, lower[1], lower[2]))
                sunk = mad(mix(top, end, 0.5), facing, -0.6)
                add_leaf(lines, [camera.xy(p) for p in (top, sunk, end)], _FOLD_CM * camera.px_per_cm * shown)
    return [cloth], [Layer("hair", lines, tone=0.2)]
