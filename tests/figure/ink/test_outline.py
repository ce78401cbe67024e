"""Outlines in numbers, and many of them joined to one."""

from __future__ import annotations

import json
from itertools import pairwise
from math import cos, hypot, pi, sin, tau
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from unhunch.figure.ink.outline import Finish, Numbers, joined
from unhunch.figure.ink.shapes import Outline, filled

DOWN = (0.0, 1.0)


def circle(x: float, y: float, r: float, n: int = 24) -> Outline:
    return [(x + r * cos(tau * i / n), y + r * sin(tau * i / n)) for i in range(n)]


def cover(path: QPainterPath) -> int:
    """The area, by points on a grid 1 apart."""
    box = path.boundingRect().toAlignedRect()
    return sum(
        path.contains(QPointF(x + 0.5, y + 0.5))
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


def points_of(path: QPainterPath) -> Outline:
    (only,) = Numbers(path).outlines()
    return only


def test_what_qt_unites_to_a_scrap_is_one_piece_all_the_same() -> None:
    torn = json.loads(Path(__file__).with_name("torn.json").read_text())
    one = joined(torn, Finish(200, 0.0, 0.0), 1.0, (60, 85), DOWN)
    largest = max(cover(joined([outline], Finish(200, 0.0, 0.0), 1.0, (60, 85), DOWN)) for outline in torn)
    assert cover(one) > 1.5 * largest


def test_two_that_overlap_become_one_with_their_area() -> None:
    two = [circle(50, 50, 20), circle(70, 50, 20)]
    one = joined(two, Finish(80, 0.0, 0.0), 1.0, (60, 50), DOWN)
    assert len(points_of(one)) == 80
    assert cover(one) == pytest.approx(cover(filled(*two)), rel=0.02)


def test_what_lies_apart_and_holes_are_left_out() -> None:
    turns = [0.95 * tau * i / 40 for i in range(41)]  # a band bent round until its ends overlap
    band = [circle(50 + 40 * cos(t), 50 + 40 * sin(t), 12) for t in turns]
    one = joined([*band, circle(200, 50, 5)], Finish(90, 0.0, 0.0), 1.0, (50, 50), DOWN)
    assert not one.contains(QPointF(200, 50))
    assert one.contains(QPointF(50, 50))
    assert not filled(*band).contains(QPointF(50, 50))


def test_a_hollow_corner_is_filled_and_none_is_sharp() -> None:
    edge = [float(x) for x in range(0, 101, 4)]
    bar = [(x, 40.0) for x in edge] + [(x, 60.0) for x in reversed(edge)]
    cross = [bar, [(y, 100 - x) for x, y in bar]]
    sharp = joined(cross, Finish(120, 0.0, 0.0), 1.0, (50, 50), DOWN)
    soft = joined(cross, Finish(120, 3.0, 6.0), 1.0, (50, 50), DOWN)
    in_the_corner = QPointF(38.0, 38.0)
    assert not sharp.contains(in_the_corner)
    assert soft.contains(in_the_corner)
    assert sharpest(points_of(soft)) < 0.6 * sharpest(points_of(sharp))


def sharpest(outline: Outline) -> float:
    """The largest turn between two edges, 0 to 1: straight on, and back."""
    edges = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise([*outline, *outline[:2]])]
    return max((1 - (a * c + b * d) / (hypot(a, b) * hypot(c, d))) / 2 for (a, b), (c, d) in pairwise(edges))


@pytest.mark.parametrize("turn", [0.0, 0.3, pi / 2, 3.0])
def test_it_begins_where_the_ray_leaves_it_however_it_is_turned(turn: float) -> None:
    c, s = cos(turn), sin(turn)
    both = [
        [(x * c - y * s, x * s + y * c) for x, y in each] for each in (circle(0, 0, 20), circle(0, 25, 15))
    ]
    x, y = points_of(joined(both, Finish(60, 0.0, 0.0), 1.0, (0, 0), (-s, c)))[0]
    assert (x, y) == pytest.approx((-s * 40, c * 40), abs=0.8)


def test_points_run_on_as_shapes_move_apart() -> None:
    """Each point of one drawing is near the same point of the next one."""
    before, after = (
        points_of(joined([circle(0, 0, 20), circle(0, far, 12)], Finish(60, 1.0, 2.0), 1.0, (0, 0), DOWN))
        for far in (24, 25)
    )
    assert max(hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(before, after, strict=True)) < 1.5


def test_what_covers_nothing_has_an_empty_outline() -> None:
    assert joined([[(0.0, 0.0), (10.0, 0.0), (5.0, 0.0)]], Finish(40, 1.0, 0.0), 1.0, (0, 0), DOWN).isEmpty()
