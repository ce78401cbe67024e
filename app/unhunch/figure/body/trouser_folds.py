"""A fold of trousers: a thin line that begins at a joint and runs out."""

from collections.abc import Iterator, Sequence

from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import filled, reversed_if_backward, ribbon
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec

Fold = tuple[Sequence[Vec], float, float]
"""Its line, how wide (cm) it is where it begins, and how dark."""

_FAINTEST = 0.02


def fold(camera: Camera, line: Sequence[Vec], wide_cm: float, tone: float) -> Iterator[Layer]:
    """A fold along points in space; one too faint is none."""
    if tone < _FAINTEST:
        return
    points = [camera.xy(p) for p in line]
    last, wide = len(points) - 1, wide_cm * camera.px_per_cm
    band = ribbon(points, [wide * (1 - i / last) for i, _ in enumerate(points)])
    yield Layer("trousers", filled(reversed_if_backward(band)), tone=tone, casts=False)
