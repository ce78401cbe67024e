"""The light that a window nobody sees throws on a wall: two by two panes, slanting away from the light."""

from collections.abc import Iterator

from unhunch.figure.ink.shapes import Outline

_PANES = 2  # each way
_HIGH, _BAR = 1.46, 0.14  # how high a pane is, and what is between two, in shares of its width
_SLANT = 0.42  # so far to the side for each bit down


def panes(wide: float, *, to_right: float = 1.0) -> Iterator[Outline]:
    """The panes' outlines, each so wide: how far right and down from the first one's corner they lie.

    A `to_right` of -1 has them slant to the left.
    """
    high, bar = _HIGH * wide, _BAR * wide
    for i in range(_PANES):
        for k in range(_PANES):
            x, y = i * (wide + bar), k * (high + bar)
            ring = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
            yield [(right + to_right * _SLANT * down, down) for right, down in ring]
