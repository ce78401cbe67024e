"""Where the camera stands. One view serves a whole stretch, so that nothing jumps; for some poses it may come
nearer or look from another side, slowly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Any

from unhunch.figure.rig.anatomy import HEAD_SCALE, Body
from unhunch.figure.rig.pose import PoseError, number, vector
from unhunch.figure.rig.vectors import ORIGIN, Frame, Vec, add, cross, dot, mad, mix, point, scale

_PITCH_DEG, _MARGIN_CM = 8.0, 13.0  # where an author tells nothing else
_ARROW_ROOM = 3.0  # cm round arrows
_STEEPEST = 89  # degrees: straight from above no way is up
_SMALLEST_CM = 10  # a picture of less shows no movement, and one of nothing cannot be drawn


@dataclass(frozen=True, slots=True)
class View:
    """A camera: yaw 0 looks at a standing figure's front, 90 at its left side; pitch is how far from above.

    The picture's middle is `centre`, in the world; `width_cm` by `height_cm` around it must be visible,
    whatever shape the picture has. A plant stands at the wall behind, `plant_cm` to the right, if any does.
    """

    yaw_deg: float
    pitch_deg: float
    centre: Vec
    width_cm: float
    height_cm: float
    plant_cm: float | None = None

    @property
    def axes(self) -> Frame:
        """Right, up and towards the camera, in the world."""
        a, b = radians(self.yaw_deg), radians(self.pitch_deg)
        towards = (sin(a) * cos(b), sin(b), cos(a) * cos(b))
        right = (cos(a), 0.0, -sin(a))
        return (right, cross(towards, right), towards)

    @property
    def span_cm(self) -> float:
        """The side of a square picture."""
        return max(self.width_cm, self.height_cm)


def body_spots(body: Body) -> Iterable[Vec]:
    """Points that stand for the outline of a figure: joints, and the ends of head, hands and feet."""
    yield from body.joints.values()
    head, f = body.joints["head"], body.frames["head"]
    for v in ((0.0, 19.5, 0.0), (0.0, 10.0, 10.5), (0.0, 10.0, -12.0), (8.0, 10.0, 0.0), (-8.0, 10.0, 0.0)):
        yield point(head, f, scale(v, HEAD_SCALE))
    for s in "lr":
        yield mad(body.joints[f"wrist_{s}"], body.hands[s][0], 17.0)
        yield mad(body.joints[f"ankle_{s}"], body.feet[s][0], 17.0)
        yield mad(body.joints[f"ankle_{s}"], body.feet[s][1], 6.5)


def told(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the data tells of a view, by the names of the view's own fields; PoseError where no camera can
    stand so.
    """
    return {name: read(data[key], key) for key, (name, read) in _TOLD.items() if key in data}


def margin_cm(data: Mapping[str, Any]) -> float:
    """How much room a fitted view has all round; PoseError where that is none."""
    margin = number(data.get("margin", _MARGIN_CM), "margin")
    if margin < 0:
        raise PoseError("margin must not be below 0.")
    return margin


def fitted(data: Mapping[str, Any], bodies: Sequence[Body], also: Iterable[Vec] = ()) -> View:
    """The view the data asks for. What it leaves open is fitted to the bodies, its margin all round, and to
    the points `also`.
    """
    asked: dict[str, Any] = {"yaw_deg": 0.0, "pitch_deg": _PITCH_DEG} | told(data)
    margin = margin_cm(data)
    axes = View(asked["yaw_deg"], asked["pitch_deg"], ORIGIN, 1, 1).axes
    across: list[float] = []
    up: list[float] = []
    for points, room in (([p for b in bodies for p in body_spots(b)], margin), (list(also), _ARROW_ROOM)):
        for p in points:
            x, y = dot(axes[0], p), dot(axes[1], p)
            across += (x - room, x + room)
            up += (y - room, y + room)
    middle = ((min(across) + max(across)) / 2, (min(up) + max(up)) / 2)
    fit: dict[str, Any] = {
        "centre": add(scale(axes[0], middle[0]), scale(axes[1], middle[1])),
        "width_cm": max(across) - min(across),
        "height_cm": max(up) - min(up),
    }
    return View(**(fit | asked))


def _pitch(value: object, what: str) -> float:
    pitch = number(value, what)
    if abs(pitch) > _STEEPEST:
        raise PoseError(f"{what} must lie between -{_STEEPEST} and {_STEEPEST}.")
    return pitch


def _side(value: object, what: str) -> float:
    side = number(value, what)
    if side < _SMALLEST_CM:
        raise PoseError(f"{what} must be at least {_SMALLEST_CM}.")
    return side


_TOLD: Mapping[str, tuple[str, Callable[[object, str], Any]]] = {
    "yaw": ("yaw_deg", number),
    "pitch": ("pitch_deg", _pitch),
    "centre": ("centre", vector),
    "width": ("width_cm", _side),
    "height": ("height_cm", _side),
    "plant": ("plant_cm", number),
}
"""By what an author writes: the field of the view, and what reads it."""


def swung(view: View, side: float) -> View:
    """The view on its way (`side` 0 to 1) to its mirror image across the person's middle. A plant stays where
    it is in the picture: it looks as if the person on the mat were turned before it.
    """
    k = 1 - 2 * side
    x, y, z = view.centre
    there = replace(view, yaw_deg=view.yaw_deg * k, centre=(x * k, y, z))
    if view.plant_cm is None:
        return there
    stays = dot(there.axes[0], there.centre) - dot(view.axes[0], view.centre)
    return replace(there, plant_cm=view.plant_cm + stays)


def nearer(view: View, data: Mapping[str, Any]) -> View:
    """The other view that the data asks for, as from near: what it does not tell stays as it is."""
    return replace(view, **told(data))


def between(far: View, near: View, share: float) -> View:
    """The view a share of the way from one to another."""
    return replace(
        far,
        yaw_deg=far.yaw_deg + (near.yaw_deg - far.yaw_deg) * share,
        pitch_deg=far.pitch_deg + (near.pitch_deg - far.pitch_deg) * share,
        centre=mix(far.centre, near.centre, share),
        width_cm=far.width_cm + (near.width_cm - far.width_cm) * share,
        height_cm=far.height_cm + (near.height_cm - far.height_cm) * share,
    )
