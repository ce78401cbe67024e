"""What shows on a neck: the muscles that turn the head."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Layer
from unhunch.figure.pose import SIDES
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.skull import add_leaf
from unhunch.figure.vectors import Frame, Vec, mad, mix, point, unit

_BEHIND_EAR: Vec = (4.9, 3.0, 0.4)
_WIDTH_CM, _TONE = 0.9, 0.1
_SHOWS = 0.5  # cosine of its turn to the viewer from which a muscle is as wide as it is


def neck_muscles(camera: Camera, body: Body, pit: Vec, collar: Frame) -> Layer:
    """The shade along the muscles that run from behind the ears to the pit of the neck, `pit`."""
    head, frame = body.joints["head"], body.frames["head"]
    x, y, z = _BEHIND_EAR
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for _, sx in SIDES:
        shown = smoothstep(camera.facing(unit(mad(collar[2], collar[0], 0.7 * sx))) / _SHOWS)
        if shown > 0:
            ear, end = point(head, frame, (x * sx, y, z)), mad(pit, collar[0], 1.2 * sx)
            bend = mad(mix(ear, end, 0.55), collar[2], 0.5)
            add_leaf(path, [camera.xy(v) for v in (ear, bend, end)], _WIDTH_CM * shown * camera.px_per_cm)
    return Layer("skin", path, tone=_TONE)
