"""Lines between fingers and toes."""

from math import sqrt

import pytest
from PySide6.QtGui import QPainterPath

from unhunch.figure.body.digits import add_edge
from unhunch.figure.rig.rounds import Ball


def digit(x: float, *, long: float = 60.0) -> list[Ball]:
    """A digit that points down the screen, 10 thick to each side."""
    return [(x, long * share, 10.0, 0.0) for share in (0.0, 0.5, 1.0)]


@pytest.mark.parametrize("apart", [16.0, 17.0, 18.0])
def test_a_line_ends_in_the_notch_between_two_tips(apart: float) -> None:
    """It goes on from the middles of the tips to where their outlines cross."""
    path = QPainterPath()
    add_edge(path, digit(0.0), digit(apart))
    box = path.boundingRect()
    assert box.center().x() == pytest.approx(apart / 2, abs=1.0)
    assert box.bottom() == pytest.approx(60.0 + sqrt(100.0 - apart * apart / 4), abs=1.0)


def test_a_line_between_tips_that_do_not_touch_has_as_many_points() -> None:
    """So that it has its twin in the next picture."""
    counts = []
    for apart in (16.0, 40.0):
        path = QPainterPath()
        add_edge(path, digit(0.0), digit(apart))
        counts.append(path.elementCount())
    assert counts[0] == counts[1]
