"""The saved state, together with the facts that are just being told.

State is saved before the history is written: whoever pulls the plug in between finds the facts in the state,
and the next start writes those that the history does not have. So nothing is told twice, and nothing is lost.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from unhunch.domain import engine

Fact = tuple[Mapping[str, Any], datetime]
"""An event as it is printed, and the wall time at which it happened."""


class _Kept(Struct):
    engine: msgspec.Raw
    told: list[tuple[dict[str, Any], datetime]] = []


def packed(state: bytes, told: Sequence[Fact]) -> bytes:
    """Return the engine's dump with the facts that were told with it."""
    return msgspec.json.encode(_Kept(msgspec.Raw(state), [(dict(event), wall) for event, wall in told]))


def unpacked(data: bytes) -> tuple[bytes, list[Fact]]:
    """Return what was packed. Raises StateError where it is damaged."""
    try:
        kept = msgspec.json.decode(data, type=_Kept)
    except msgspec.DecodeError as error:
        raise engine.StateError(f"The saved state is damaged: {error}") from error
    return bytes(kept.engine), list(kept.told)


def check(data: bytes) -> None:
    """Raise StateError where `data` cannot be gone on from."""
    engine.check(unpacked(data)[0])
