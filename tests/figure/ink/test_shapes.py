"""Outlines that are made of others."""

import pytest

from unhunch.figure.ink.shapes import Outline, cut_off, hull

DISC = hull([(0.0, 0.0, 10.0, 0.0)])


@pytest.mark.parametrize("x", [-4.0, 4.0])
@pytest.mark.parametrize("down", [1, -1])
def test_a_line_across_an_outline_leaves_the_larger_part(x: float, down: int) -> None:
    """What is left runs the same way round and along the line, whichever way that is told."""
    line = [(x, y) for y in (-9.0, 0.0, 9.0)][::down]
    left = cut_off(DISC, line)
    assert set(line) <= set(left)
    assert all(px * x < x * x for px, py in left if (px, py) not in line)
    assert 200 < _area(left) < _area(DISC)


def _area(outline: Outline) -> float:
    """Above 0 of one that runs the way all do."""
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    return sum(x * v - y * u for (x, y), (u, v) in pairs) / 2
