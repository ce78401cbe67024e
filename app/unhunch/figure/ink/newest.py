"""What was made last, kept at hand for the next frame."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

OF_KEYS = 4
"""How much of what belongs to keys is kept: two are seen at a time, each with a pose of its own."""


class Newest(dict[K, V]):
    """A dict of no more than `most` things: a new one takes the place of the oldest."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        if len(self) > self._most:
            del self[next(iter(self))]
