"""What modules keep at hand for the next frame, whoever is painted. Once nobody is, all of it can go.

A few small things that live on keep whole megabytes from being given back to the system.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
D = TypeVar("D", bound=dict[Any, Any])

_forgetting: list[Callable[[], None]] = []


def kept(most: int | None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """`functools.lru_cache` for a function of a module, of `most` answers; None: of all."""

    def keeping(find: Callable[P, R]) -> Callable[P, R]:
        found = lru_cache(most)(find)
        _forgetting.append(found.cache_clear)
        return cast("Callable[P, R]", found)

    return keeping


def kept_in(known: D) -> D:
    """A dict of a module in which things are kept."""
    _forgetting.append(known.clear)
    return known


def forget_kept() -> None:
    """Drop all of it; it comes again when it is asked for."""
    for forget in _forgetting:
        forget()
