"""What the last frame was made of. In most moves much of the body rests: a part that has not moved since the
frame before, or by less than can be seen, is not built again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import chain
from operator import sub
from typing import TypeVar, cast

from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.vectors import Vec

T = TypeVar("T")
Stamp = tuple[float, ...]
"""Where something is and how it is turned, in numbers that stand for centimetres."""

# An outline that is off by so much of a device pixel looks the same, and a shadow by so many centimetres.
_UNSEEN_PX, _UNSEEN_CM = 0.1, 0.04


class Wardrobe:
    """Things made for the last frame, by name, as long as what they were made from stays the same."""

    def __init__(self) -> None:
        self._things: dict[str, tuple[Hashable, object]] = {}
        self._seen_from: Hashable = None
        self._unseen_cm = 0.0

    def clear(self) -> None:
        """Forget everything."""
        self._things.clear()

    def look_from(self, camera: Camera) -> None:
        """Say where the next frame is seen from; from elsewhere everything looks different."""
        seen_from = camera.place
        if seen_from != self._seen_from:
            self._seen_from = seen_from
            self._unseen_cm = min(_UNSEEN_CM, _UNSEEN_PX / (camera.px_per_cm * camera.detail))
            self._things.clear()

    def kept(self, name: str, made_from: Hashable, make: Callable[[], T]) -> T:
        """The thing of that name: the last one if it was made from the same, else a new one."""
        found = self._things.get(name)
        if found and found[0] == made_from:
            return cast(T, found[1])
        return self._new(name, made_from, make)

    def still(self, name: str, place: Stamp, make: Callable[[], T]) -> T:
        """The thing of that name: the last one if since it was made nothing has moved to be seen, else a new
        one.
        """
        found = self._things.get(name)
        if found:
            was = cast(Stamp, found[0])
            if was == place or max(map(abs, map(sub, was, place))) <= self._unseen_cm:
                return cast(T, found[1])
        return self._new(name, place, make)

    def _new(self, name: str, made_from: Hashable, make: Callable[[], T]) -> T:
        made = make()
        self._things[name] = (made_from, made)
        return made


def stamp(*places: Vec, turned: Iterable[Vec] = (), lever_cm: float = 1.0) -> Stamp:
    """Points (cm), and directions in which things lie as far as `lever_cm` from them."""
    return (*chain(*places), *[v * lever_cm for v in chain(*turned)])
