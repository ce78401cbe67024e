"""A small picture to paint props and shadows on, and what it is seen with."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtGui import QColor, QImage, QPainter

from unhunch.figure.motion.steps import Prop
from unhunch.figure.rig.camera import Camera

SIZE = 200
WALL = Prop("wall", (-50.0, 0.0, 0.0), (12.0, 400.0, 800.0))


def canvas() -> tuple[QImage, QPainter]:
    """A clear picture and its painter."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return image, painter


def camera(yaw: float = 17.0) -> Camera:
    """One that shows a standing figure."""
    return Camera(yaw, 13, (0.0, 85.0, 0.0), px_per_cm=1.0, width=SIZE, height=SIZE)


def largest_step(pictures: list[QImage], every: int, what: Callable[[QColor], int] = QColor.alpha) -> float:
    """How much of the picture comes or goes at most from one to the next, 0 to 1, of every so many pixels."""
    return max(
        sum(
            abs(what(a.pixelColor(x, y)) - what(b.pixelColor(x, y)))
            for x in range(2, SIZE, every)
            for y in range(2, SIZE, every)
        )
        / (255 * (SIZE // every) ** 2)
        for a, b in pairwise(pictures)
    )
