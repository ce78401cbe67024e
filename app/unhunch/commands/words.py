"""Events and times as plain lines for a terminal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

_HIDDEN = ("at", "event", "rhythm", "t", "since", "length_s", "prompt")


def event_line(row: Mapping[str, Any]) -> str:
    """Return one recorded event as a line: local time, what happened, and its details."""
    at = datetime.fromisoformat(row["at"])
    name = str(row["event"]).replace("_", " ")
    rhythm = f" ({row['rhythm']})" if row.get("rhythm") else ""
    details = ", ".join(_detail(key, value) for key, value in row.items() if key not in _HIDDEN)
    return f"{at:%Y-%m-%d %H:%M:%S}  {name}{rhythm}{': ' + details if details else ''}"


def _detail(key: str, value: Any) -> str:
    if key.endswith("_s") and isinstance(value, (int, float)):
        return f"{_spaced(key[:-2])} {span(value)}"
    if isinstance(value, (list, tuple)):
        return f"{_spaced(key)} {', '.join(map(str, value)) or 'none'}"
    return f"{_spaced(key)} {value}"


def _spaced(key: str) -> str:
    return key.replace("_", " ")


def span(seconds: float) -> str:
    """Return a length of time in the two largest units that it has: "44 min", "1 h 5 min", "12 s"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest_s = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest_s} s" if rest_s else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
