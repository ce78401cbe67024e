"""Quiet folds of cloth: short tapered strokes where it bends."""

from collections.abc import Sequence

from unhunch.figure.camera import Camera
from unhunch.figure.parts import Cloth, Layer
from unhunch.figure.shapes import filled, ribbon
from unhunch.figure.vectors import Vec, smoothstep

_TONE = 0.17
_FAINTEST = 0.08
_TURNS = 0.45  # cosine: cloth that faces the viewer as much shows its folds wholly


def fold(
    camera: Camera,
    cloth: Cloth,
    points: Sequence[Vec],
    out: Vec,
    *,
    deep: float,
    from_edge: bool = False,
) -> Layer | None:
    """A fold along at least four points of a cloth whose outside looks `out`; `deep` is 0 (none) to 1.

    It tapers to both ends, or one that comes in from the cloth's edge only to its last.

    None while it cannot be seen: it fades as its side turns away.
    """
    deep *= smoothstep(camera.facing(out) / _TURNS)
    if deep < _FAINTEST:
        return None
    line = [camera.xy(p) for p in points]
    wide = camera.px_per_cm * (0.35 + 0.35 * deep)
    last = len(line) - 1
    shares = [0.5 + i / last / 2 if from_edge else i / last for i, _ in enumerate(line)]
    smooth = ribbon(line, [wide * 4 * share * (1 - share) for share in shares])
    return Layer(cloth, filled(smooth), tone=_TONE * deep, casts=False)
