"""The map of what is in an arrow's way: how far it is to where there is room."""

from math import hypot, inf

import pytest

from unhunch.figure.motion.room import CLEARANCES, Free, Screen
from unhunch.figure.motion.views import View

VIEW = View(0.0, 0.0, (0.0, 0.0, 0.0), 100.0, 100.0)
OPEN, GIVEN = Screen(VIEW), Screen(VIEW, (True, True))
CELL = 1.0
"""A little more than a cell of the map, in cm."""


def beside(*discs: tuple[float, float, float], screen: Screen = OPEN) -> Free:
    return Free([(x, y, r, 0.0) for x, y, r in discs], screen)


@pytest.mark.parametrize("way", [(1.0, 0.0), (0.0, -1.0), (0.6, 0.8), (-0.924, 0.383)])
def test_a_disc_is_kept_clear_of_all_round(way: tuple[float, float]) -> None:
    """From its middle it is its radius and the clearance to where a point is free, whatever the direction."""
    for field, clearance in zip(beside((5, 3, 12)).fields, CLEARANCES, strict=True):
        far = field.first_free([(5, 3, 0)], way, 40)
        assert far == pytest.approx(12 + 100 * clearance, abs=1.5 * CELL)


def test_points_go_together_until_all_are_free() -> None:
    """The one that has farthest to go counts."""
    field = beside((0, 0, 6), (20, 10, 6)).fields[0]
    alone = field.first_free([(0, 0, 0)], (0.0, 1.0), 40)
    both = field.first_free([(0, 0, 0), (20, 0, 0)], (0.0, 1.0), 40)
    assert alone == pytest.approx(10.5, abs=1.5 * CELL)
    assert both == pytest.approx(20.5, abs=1.5 * CELL)


def test_there_is_no_room_beyond_the_limit_or_the_picture() -> None:
    """What is out of reach, or outside a picture of given size, is not free."""
    assert beside((0, 0, 20)).fields[0].first_free([(0, 0, 0)], (1.0, 0.0), 15) == inf
    near_edge = (30.0, 0.0, 12.0)
    assert beside(near_edge).fields[0].first_free([(30, 0, 0)], (1.0, 0.0), 40) < 20
    assert beside(near_edge, screen=GIVEN).fields[0].first_free([(30, 0, 0)], (1.0, 0.0), 40) == inf


def test_gaps_are_what_lies_on_the_way() -> None:
    """One round the point that begins before it, one farther on, and the edge of a given picture."""
    here, there, edge = beside((4, 0, 4), (28, 0, 4), screen=GIVEN).fields[2].gaps((6, 0, 0), (1.0, 0.0))
    assert here == pytest.approx((-8.7, 4.7), abs=1.5 * CELL)
    assert there == pytest.approx((15.3, 28.7), abs=1.5 * CELL)
    assert edge[0] == pytest.approx(GIVEN.safe[0] - 6, abs=CELL)
    assert edge[1] == inf


def test_points_on_a_disc_are_covered() -> None:
    """Without any clearance."""
    spots = [(x, 0.0, 0.0) for x in (-12, -6, 0, 6, 12)]
    assert beside((0, 0, 9)).covers(spots) == sum(hypot(x, y) < 9 for x, y, _ in spots)
