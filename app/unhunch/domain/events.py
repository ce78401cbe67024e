"""What happened: the one vocabulary that the engine emits and that history, watchers and simulator share."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Event(Struct, frozen=True, kw_only=True):
    """One thing that happened, at `at_s` on the boot clock; `fields` as the vocabulary names them."""

    name: str
    fields: Mapping[str, Any]
    at_s: float


def printed(event: Event) -> dict[str, Any]:
    """Return the event as it is printed: {"t": seconds, "event": name, ...}, numbers to 3 decimals."""
    return {"t": rounded(event.at_s), "event": event.name, **rounded(dict(event.fields))}


def rounded(value: Any) -> Any:
    """Return `value` with every number in it rounded to 3 decimals; a whole number becomes an int."""
    if isinstance(value, float):
        short = round(value, 3)
        return int(short) if short.is_integer() else short
    if isinstance(value, Mapping):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(each) for each in value]
    return value
