"""A fold of trousers: a thin line that begins at a joint and runs out."""

from collections.abc import Iterator, Sequence

from unhunch.figure.ink.parts import Layer
from unhunch.figure.ink.shapes import filled, taper
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec

Fold = tuple[Sequence[Vec], float, float]
"""Its line, how wide (cm) it is where it begins, and how dark."""

_FAINTEST = 0.02


def fold(camera: Camera, line: Sequence[Vec], wide_cm: float, tone: float) -> Iterator[Layer]:
    """A fold along points in space; one too faint is none."""
    if tone < _FAINTEST:
        return
    along = taper([camera.xy(p) for p in line], wide_cm * camera.px_per_cm)
    yield Layer("trousers", filled(along), tone=tone, casts=False)
