"""Traces and event logs as short text, and how two logs are compared."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

Event = dict[str, Any]

WORDS_ONLY = {"why"}  # sentences for people: each teller finds its own
SETS = {"reasons", "holds", "for"}
TOLERANCE = 0.002


def parse(text: str) -> list[Event]:
    """Lines of `t event key=value ...` as parsed JSON Lines. A line without a `t` continues the one before.

    Values are JSON without spaces; bare words are strings.
    """
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line[0].isdigit():
            lines.append(line)
        else:
            lines[-1] += f" {line}"
    return [_parse_line(line) for line in lines]


def _parse_line(line: str) -> Event:
    t, event, *fields = line.split()
    parsed: Event = {"t": float(t), "event": event}
    for key, _, value in (text.partition("=") for text in fields):
        try:
            parsed[key] = json.loads(value)
        except json.JSONDecodeError:
            parsed[key] = value
    return parsed


def show(event: Mapping[str, Any]) -> str:
    """One event as a line of the same short text."""
    fields = [f"{key}={_show(value)}" for key, value in event.items() if key not in {"t", "event"}]
    return " ".join(
        [f"{event['t']:g}" if event["t"] % 1 == 0 else f"{event['t']:.3f}", event["event"], *fields]
    )


def _show(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def show_all(events: Sequence[Mapping[str, Any]]) -> str:
    """A whole log as text."""
    return "\n".join(map(show, events))


def same(one: object, other: object) -> bool:
    """Whether two values of events mean the same: numbers to 2 ms, times as moments, no sentences."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        keys, others = set(one) - WORDS_ONLY, set(other) - WORDS_ONLY
        return keys == others and all(same(_set(key, one[key]), _set(key, other[key])) for key in keys)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= TOLERANCE
    if isinstance(one, str) and isinstance(other, str) and one != other:
        return _moment(one) is not None and abs((_moment(one) or 0) - (_moment(other) or 0)) <= TOLERANCE
    return one == other


def _set(key: str, value: object) -> object:
    return sorted(value) if key in SETS and isinstance(value, list) else value


def _moment(text: str) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None


def first_difference(one: Sequence[Event], other: Sequence[Event]) -> str | None:
    """Where two logs part, in words with both logs; None where they agree."""
    if len(one) == len(other) and all(map(same_event, one, other)):
        return None
    at = next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if not same_event(*pair)),
        min(len(one), len(other)),
    )
    mine, theirs = (show(log[at]) if at < len(log) else "(the end)" for log in (one, other))
    logs = f"--- one\n{show_all(one)}\n--- other\n{show_all(other)}"
    return f"they part at event {at}:\n  {mine}\n  {theirs}\n{logs}"


def same_event(one: Event, other: Event) -> bool:
    """Two events, `why` of a drop included: that one is a word of the vocabulary."""
    if one["event"] == other["event"] == "dropped" and one["why"] != other["why"]:
        return False
    return same(one, other)
