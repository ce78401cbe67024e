"""The tissue a stretch works on, as soft patches that lie on the body.

A patch is a few balls just under the skin, wrapped in one outline; it is blurred and laid into the texture
of the parts it may show on, so it ends where they end. It fades as its side of the body turns away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.shading import Soft, mask
from unhunch.figure.shapes import chain, filled, hull
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.vectors import Vec, point, to_world, unit

Spot = tuple[str, Vec, float]
"""Where (a joint, or `spine.3`), the place in its frame (x towards the area's own side), and a radius; cm."""


@dataclass(frozen=True, slots=True)
class Area:
    """`spots` are joined in a row (or wrapped in one hull if `broad`); `faces` is the way out of the skin.

    `parts` lists where it may show: part kinds.
    """

    spots: tuple[Spot, ...]
    faces: tuple[str, Vec]
    parts: frozenset[str]
    broad: bool = False


def _both(*spots: Spot) -> tuple[Spot, ...]:
    return tuple((j, (x * s, y, z), r) for j, (x, y, z), r in spots for s in (1.0, -1.0))


_TRUNK = frozenset({"trunk"})
_SHOULDER = frozenset({"trunk", "upperarm"})

AREAS: dict[str, Area] = {
    "nape": Area(
        (("head", (0, 3.0, -5.5), 3.2), ("spine.6", (0, 0.5, -3.0), 3.6), ("spine.5", (0, -1.5, -5.0), 4.6)),
        ("spine.6", (0, 0, -1)),
        frozenset({"neck", "trunk"}),
    ),
    "upper_back": Area(
        _both(
            ("spine.5", (6.0, -3.5, -5.5), 4.5),
            ("spine.4", (6.5, -4.0, -6.5), 5.0),
            ("spine.2", (4.0, 2.0, -6.0), 4.5),
        ),
        ("spine.4", (0, 0, -1)),
        _SHOULDER,
        broad=True,
    ),
    "lower_back": Area(
        _both(
            ("spine.2", (5.0, 2.0, -5.5), 4.5),
            ("spine.1", (5.5, 0.0, -5.0), 4.8),
            ("pelvis", (5.0, 6.0, -6.5), 4.0),
        ),
        ("spine.1", (0, 0, -1)),
        _TRUNK,
        broad=True,
    ),
    "whole_back": Area(
        (
            ("pelvis", (0, 7.0, -5.5), 5.5),
            ("spine.1", (0, 0.0, -4.5), 6.0),
            ("spine.2", (0, 0.0, -5.0), 6.2),
            ("spine.3", (0, 0.0, -5.5), 6.6),
            ("spine.4", (0, 0.0, -5.5), 6.6),
            ("spine.5", (0, -3.0, -4.5), 5.6),
        ),
        ("spine.3", (0, 0, -1)),
        _TRUNK,
    ),
    "belly": Area(
        _both(
            ("pelvis", (3.5, 8.0, 5.5), 3.4),
            ("spine.0", (4.0, 2.0, 6.0), 4.0),
            ("spine.2", (5.0, 0.0, 6.6), 4.0),
        ),
        ("spine.1", (0, 0, 1)),
        _TRUNK,
        broad=True,
    ),
    "chest": Area(
        _both(
            ("spine.5", (9.5, -4.5, 4.5), 3.6),
            ("spine.5", (8.0, -11.0, 6.8), 4.0),
            ("spine.4", (5.0, -6.0, 8.0), 3.6),
        ),
        ("spine.5", (0, 0, 1)),
        _SHOULDER,
        broad=True,
    ),
    "throat": Area(
        (("head", (0, 1.0, 3.0), 2.6), ("spine.6", (0, -0.5, 2.2), 3.0), ("spine.5", (0, 1.5, 3.6), 3.0)),
        ("spine.6", (0, 0, 1)),
        frozenset({"neck"}),
    ),
    "trapezius": Area(
        (
            ("spine.6", (4.2, -0.6, -1.8), 1.6),
            ("spine.5", (7.0, 1.8, -1.4), 2.4),
            ("spine.5", (10.5, -0.6, -1.0), 2.8),
            ("shoulder", (-1.0, 2.8, -0.6), 2.4),
        ),
        ("spine.5", (0.35, 0.9, -0.25)),
        frozenset({"neck", "trunk", "upperarm"}),
    ),
    "neck_side": Area(
        (
            ("head", (5.2, 3.6, -1.6), 1.4),
            ("spine.6", (4.8, 0.6, -0.2), 1.7),
            ("spine.5", (6.6, 2.6, 0.2), 2.2),
            ("spine.5", (9.0, 0.4, -0.2), 2.2),
        ),
        ("spine.6", (1, 0, 0)),
        frozenset({"neck", "trunk"}),
    ),
    "side": Area(
        (
            ("spine.5", (14.0, -10.5, -0.5), 3.6),
            ("spine.4", (12.8, -5.5, 0.2), 4.6),
            ("spine.3", (11.4, -3.0, 0.8), 5.0),
            ("spine.2", (10.2, -3.0, 1.0), 4.8),
            ("spine.0", (10.5, 0.5, 0.2), 4.2),
        ),
        ("spine.3", (1, 0, 0)),
        _SHOULDER,
    ),
    "waist": Area(
        (
            ("spine.3", (11.0, -6.0, 0.8), 4.4),
            ("spine.2", (10.2, -4.0, 1.2), 4.8),
            ("spine.0", (10.5, 1.5, 0.2), 4.8),
            ("pelvis", (12.0, 5.0, -0.8), 4.0),
        ),
        ("spine.1", (1, 0, 0)),
        _TRUNK,
    ),
    "pec": Area(
        (
            ("shoulder", (-0.5, 0.4, 3.0), 3.6),
            ("spine.5", (11.5, -7.2, 5.5), 4.4),
            ("spine.5", (6.5, -9.5, 7.0), 4.4),
        ),
        ("spine.5", (0.35, 0, 0.93)),
        _SHOULDER,
    ),
    "rear_shoulder": Area(
        (
            ("shoulder", (0.5, -0.5, -3.0), 4.0),
            ("spine.5", (11.5, -6.5, -5.0), 4.4),
            ("spine.4", (7.5, -1.0, -6.5), 4.4),
        ),
        ("spine.5", (0.4, 0.1, -0.9)),
        _SHOULDER,
    ),
    "glutes": Area(
        (("pelvis", (6.5, 1.5, -7.0), 5.0), ("pelvis", (7.5, -4.0, -8.0), 5.4)),
        ("pelvis", (0.25, 0, -1)),
        frozenset({"trunk", "thigh"}),
    ),
}


_GROWTH = 1.6  # half way between two stretches neither area glows much: else the whole body seems to


class Patch:
    """One blurred area on the screen, and the part kinds (and side) it may show on."""

    __slots__ = ("_cell", "_made", "_path", "_rect", "parts", "side", "strength")

    def __init__(
        self,
        path: QPainterPath,
        rect: QRectF,
        *,
        cell: float,
        strength: float,
        parts: frozenset[str],
        side: str,
    ) -> None:
        self._path, self._rect, self._cell = path, rect, cell
        self._made: dict[int, Soft] = {}
        self.strength, self.parts, self.side = strength, parts, side

    def shows_on(self, kind: str, side: str) -> bool:
        """Whether it may show on a part of that kind on that side (empty for the trunk)."""
        return kind in self.parts and (not side or not self.side or side == self.side)

    def soft(self, colour: QColor) -> Soft:
        """Its picture in that colour."""
        key = colour.rgba()
        if key not in self._made:
            self._made[key] = mask(self._rect, self._cell, [(self._path, colour)], (0.0, 0.0), times=4)
        return self._made[key]


def _frame_of(body: Body, where: str, side: str) -> tuple[Vec, tuple[Vec, Vec, Vec]]:
    if where.startswith("spine."):
        return body.spine[int(where[6:])]
    if where == "shoulder":
        return body.joints[f"shoulder_{side or 'l'}"], body.frames["chest"]
    return body.joints[where], body.frames[where]


def patches(
    body: Body, camera: Camera, area: QRectF, focus: Sequence[tuple[str, float]], cell: float
) -> list[Patch]:
    """The patches to show for `focus` (area names with strengths 0 to 1)."""
    out = []
    for name, strength in focus:
        side = name[-1] if name.endswith(("_l", "_r")) else ""
        shape = AREAS[name[:-2] if side else name]
        sx = -1.0 if side == "r" else 1.0
        where, (x, y, z) = shape.faces
        _, f = _frame_of(body, where, side)
        facing = camera.facing(unit(to_world(f, (x * sx, y, z))))
        seen = strength**_GROWTH * smoothstep((facing + 0.62) / 0.6)
        if seen < 0.02:
            continue
        balls = []
        for joint, (x, y, z), r in shape.spots:
            o, g = _frame_of(body, joint, side)
            balls.append(camera.ball(point(o, g, (x * sx, y, z)), r))
        path = filled(hull(balls) if shape.broad else chain(balls))
        room = 6.0 * camera.px_per_cm
        box = path.controlPointRect().adjusted(-room, -room, room, room) & area
        if not box.isEmpty():
            out.append(Patch(path, box, cell=cell, strength=seen, parts=shape.parts, side=side))
    return out
