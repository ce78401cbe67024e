"""What the last frame was made of. In most moves much of the body rests: a part that has not moved since the
frame before is not built again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import chain
from typing import TypeVar, cast

from unhunch.figure.camera import Camera
from unhunch.figure.vectors import Vec

T = TypeVar("T")


class Wardrobe:
    """Things made for the last frame, by name, as long as what they were made from stays the same."""

    def __init__(self) -> None:
        self._things: dict[str, tuple[Hashable, object]] = {}
        self._seen_from: Hashable = None

    def clear(self) -> None:
        """Forget everything."""
        self._things.clear()

    def look_from(self, camera: Camera) -> None:
        """Say where the next frame is seen from; from elsewhere everything looks different."""
        seen_from = camera.place
        if seen_from != self._seen_from:
            self._seen_from = seen_from
            self._things.clear()

    def kept(self, name: str, made_from: Hashable, make: Callable[[], T]) -> T:
        """The thing of that name: the last one if it was made from the same, else a new one."""
        found = self._things.get(name)
        if found and found[0] == made_from:
            return cast(T, found[1])
        made = make()
        self._things[name] = (made_from, made)
        return made


def stamp(*places: Vec) -> tuple[float, ...]:
    """Points (cm) and directions, rounded to less than can be seen."""
    return tuple([round(v, 3) for v in chain(*places)])
