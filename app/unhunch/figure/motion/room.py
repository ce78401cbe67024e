"""Where on the screen there is room for an arrow: what bodies that are passed leave free.

All in cm on the screen from its middle, y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, hypot, inf, sqrt

from unhunch.figure.kept import kept
from unhunch.figure.motion.views import View
from unhunch.figure.rig.anatomy import Body
from unhunch.figure.rig.bulk import Spot, broad_spots, slender_spots, vital_spots
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.lines import Flat, Point
from unhunch.figure.rig.rounds import Ball as Disc
from unhunch.figure.rig.vectors import Vec, mad

Gap = tuple[float, float]
"""From where to where along a line something is in the way."""

CLEARANCES = (0.045, 0.036, 0.027)
"""How far an arrow's middle line keeps from the body, as a share of the picture (its head is half as wide);
and what it must be content with where there is less room: a cell of the map less, and two.
"""
CLEARANCE = CLEARANCES[0]
REACH = 0.4
"""How far an arrow may be moved, as a share of the picture."""
SAFE = 0.04
"""How far all of an arrow keeps from the picture's edge, as a share of the picture."""
HALF_HEAD = 0.025
"""Half the width of an arrow's head, as a share of the picture; see `arrows.arrow_path`."""

_CELL = 0.009
"""A cell of the map on which a place is looked for, as a share of the picture."""
_HALF = 120
"""How many cells the map has from its middle to its edge."""
_FARTHEST = round(REACH / _CELL)
_ROUNDED = 0.7
"""So many half cells smaller are discs on the map: of many along a way those reach farthest that are rounded
outward.
"""
_GROWTH_FEE = 1.5
_HEIGHT_FEE = 0.6
"""What each cm costs by which the picture would have to grow, and by which a wide one would."""


class Screen:
    """The plane of the picture; `given` says whether the width and the height of it are."""

    def __init__(self, view: View, given: tuple[bool, bool] = (False, False)) -> None:
        self._camera = Camera(view.yaw_deg, view.pitch_deg, view.centre, px_per_cm=1.0, width=0.0, height=0.0)
        self.ball = self._camera.ball
        """A ball on the screen."""
        self.span = view.span_cm
        room = (SAFE + HALF_HEAD) * self.span
        across, up = given
        open_end = (_HALF - 1) * _CELL * self.span
        self.safe = (
            view.width_cm / 2 - room if across else open_end,
            view.height_cm / 2 - room if up else open_end,
        )
        """How far out an arrow's middle line may go, across and up."""
        self._half, self._low = self.span / 2 - room, view.height_cm / 2 - room

    def flat(self, p: Vec) -> Flat:
        """The point on the screen."""
        x, y, z, _ = self._camera.project(p)
        return (x, y, z)

    def world(self, p: Flat) -> Vec:
        """The point in the world."""
        c = self._camera
        at = mad(c.centre, c.towards, p[2])
        k = c.project(at)[3]
        return mad(mad(at, c.right, p[0] / k), c.up, -p[1] / k)

    def way_out(self, points: Sequence[Flat], way: Point) -> float:
        """How far points can go along a unit vector until one leaves the safe part of the picture."""
        found = inf
        for axis, step in enumerate(way):
            if step > 1e-9:
                found = min(found, (self.safe[axis] - max([p[axis] for p in points])) / step)
            elif step < -1e-9:
                found = min(found, (self.safe[axis] + min([p[axis] for p in points])) / -step)
        return found + 1e-6  # a point at the edge is inside

    def growth_cost(self, points: Sequence[Flat]) -> float:
        """What it costs that the picture would have to grow for these points: less where only a wide picture
        would.
        """
        right = max(abs(p[0]) for p in points)
        down = max(abs(p[1]) for p in points)
        beyond = max(0.0, right - self._half, down - self._half)
        return _GROWTH_FEE * beyond + _HEIGHT_FEE * max(0.0, down - self._low)


class Room:
    """What is free on the screen while the body passes through these places, one after the other."""

    def __init__(self, bodies: Sequence[Body], screen: Screen) -> None:
        self.screen = screen
        self.bodies = bodies

    @cached_property
    def beside_vitals(self) -> Free:
        """What head and hands leave."""
        return Free(self._discs(vital_spots), self.screen)

    @cached_property
    def beside_slender(self) -> Free:
        """What all but trunk and legs leaves."""
        return Free(self._discs(vital_spots, slender_spots), self.screen)

    @cached_property
    def beside_all(self) -> Free:
        """What the whole body leaves."""
        return Free(self._discs(vital_spots, slender_spots, broad_spots), self.screen)

    def _discs(self, *kinds: Callable[[Body], Iterator[Spot]]) -> Iterator[Disc]:
        """The balls on the screen, all along their way."""
        ball, cell = self.screen.ball, _CELL * self.screen.span
        stages = [[ball(at, r) for spots in kinds for at, r in spots(body)] for body in self.bodies]
        yield from stages[0]
        for before, after in pairwise(stages):
            for (x, y, r, _), there in zip(before, after, strict=True):
                yield there
                dx, dy = there[0] - x, there[1] - y
                n = int(hypot(dx, dy) / max(2 * cell, r))
                for k in range(1, n + 1):  # so near each other that nothing slips through
                    yield (x + dx * k / (n + 1), y + dy * k / (n + 1), r, 0.0)


class Free:
    """What discs leave free on a screen."""

    def __init__(self, discs: Iterable[Disc], screen: Screen) -> None:
        self.screen = screen
        self._discs = list(discs)

    def covers(self, points: Iterable[Flat]) -> int:
        """How many of the points lie on a disc."""
        bare = self._stamped(0.0)
        return sum(bare.is_set(p) for p in points)

    @cached_property
    def fields(self) -> list[Field]:
        """Where the middle line of an arrow must not be, with the widest clearance first."""
        tight = self._stamped(CLEARANCES[-1])
        middle = tight.grown(square=False)
        return [middle.grown(square=True), middle, tight]

    def _stamped(self, clearance: float) -> Field:
        field = Field(self.screen)
        field.stamp(self._discs, clearance * self.screen.span)
        return field


class Field:
    """A map of the screen with one bit a cell, set where something is in the way."""

    def __init__(self, screen: Screen, rows: list[int] | None = None) -> None:
        self.cell = _CELL * screen.span
        self.screen = screen
        self._rows = rows or [0] * (2 * _HALF + 1)

    def stamp(self, discs: Iterable[Disc], clearance: float) -> None:
        """Set the cells of all the discs, and those so near them."""
        rows, cell, last = self._rows, self.cell, 2 * _HALF
        sizes: dict[tuple[int, int], int] = {}
        for x, y, r, _ in discs:
            at = (round(x / cell) + _HALF, round(y / cell) + _HALF)
            sizes[at] = max(sizes.get(at, 0), round(2 * (r + clearance) / cell - _ROUNDED))
        for (i, j), size in sizes.items():
            half = size // 2
            if half <= i <= last - half and half <= j <= last - half:  # no arrow goes beyond
                for row, (h, bits) in enumerate(_disc_rows(size), j - half):
                    rows[row] |= bits << i - h

    def grown(self, *, square: bool) -> Field:
        """The map with all that is in the way a cell larger: up, down, sideways and, if `square`, aslant."""
        rows = self._rows
        wide = [row | row << 1 | row >> 1 for row in rows]
        beside = wide if square else rows
        above, below = [0, *beside[:-1]], [*beside[1:], 0]
        return Field(self.screen, [a | b | c for a, b, c in zip(wide, above, below, strict=True)])

    def is_set(self, p: Flat) -> int:
        """1 if something is in the way at a point, else 0."""
        return self._rows[round(p[1] / self.cell) + _HALF] >> round(p[0] / self.cell) + _HALF & 1

    def first_free(self, points: Sequence[Flat], way: Point, limit: float) -> float:
        """How far the points must go along a unit vector until all are free and in the picture; inf if that
        is not below `limit`.
        """
        rows, cell = self._rows, self.cell
        spots = [(x / cell + _HALF, y / cell + _HALF) for x, y, _ in points]
        u, v = way
        for far in range(ceil(min(limit, self.screen.way_out(points, way)) / cell)):
            dx, dy = u * far, v * far
            for k, (x, y) in enumerate(spots):
                if rows[round(y + dy)] >> round(x + dx) & 1:
                    spots[0], spots[k] = spots[k], spots[0]  # what is in the way here is so in the next place
                    break
            else:
                return far * cell
        return inf

    def gaps(self, at: Flat, way: Point) -> list[Gap]:
        """From where to where along a unit vector something is in the way. A gap that is here begins
        before, one at the end has no end.
        """
        rows, cell = self._rows, self.cell
        x, y = at[0] / cell + _HALF, at[1] / cell + _HALF
        u, v = way
        end = self.screen.way_out([at], way) / cell
        back = min(_FARTHEST, self.screen.way_out([at], (-u, -v)) / cell)
        start = 0
        while start > -back and rows[round(y + v * start)] >> round(x + u * start) & 1:
            start -= 1
        found: list[Gap] = []
        since: int | None = None
        for far in range(start, ceil(min(_FARTHEST, end))):
            blocked = rows[round(y + v * far)] >> round(x + u * far) & 1
            if blocked and since is None:
                since = far
            elif since is not None and not blocked:
                found.append((since * cell, far * cell))
                since = None
        if since is not None:
            found.append((since * cell, inf))
        elif end < _FARTHEST:
            found.append((end * cell, inf))
        return found


@kept(None)
def _disc_rows(size: int) -> list[tuple[int, int]]:
    """The rows of a disc so many cells across: how far each reaches from the middle, and its bits."""
    half = size // 2
    reaches = [floor(sqrt(size * size / 4 - j * j)) for j in range(-half, half + 1)]
    return [(h, (1 << 2 * h + 1) - 1) for h in reaches]
