"""A recorded stretch of time as a trace that the simulator replays to the same events."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from unhunch.domain import engine
from unhunch.services.trace import is_zone

Run = Mapping[str, Any]
"""One start of the program: "id", "at" (ISO time), "timezone", "boot_s", "settings", "state" (or None)."""
Given = Mapping[str, Any]
"""What the engine was given: "boot_s", "kind" and its own fields."""


def trace(runs: Sequence[tuple[Run, Sequence[Given]]]) -> Iterator[dict[str, Any]]:
    """Yield the lines of a trace for these runs, oldest first; nothing for no runs.

    The first line starts from the state that was saved then; each later run is a restart from its own.
    """
    if not runs:
        return
    first = datetime.fromisoformat(runs[0][0]["at"])
    latest = boot_began = set_ahead_s = 0.0
    for number, (run, given) in enumerate(runs):
        ahead_s = (datetime.fromisoformat(run["at"]) - first).total_seconds()
        begins = max(latest, ahead_s - set_ahead_s)
        stopped = min(begins, max(latest, boot_began + _stopped_s(run)))
        yield _start(run, begins) if number == 0 else _restart(run, stopped, begins)
        latest, boot_began = begins, begins - run["boot_s"]
        set_ahead_s += sum(each.get("shift_s", 0.0) for each in given if each["kind"] == "clock")
        for line in sorted(
            (_line(each, run["boot_s"], begins) for each in given), key=lambda line: line["t"]
        ):
            yield line
            latest = max(latest, line["t"], line["until"] if line["event"] == "active" else 0.0)


def _start(run: Run, t: float) -> dict[str, Any]:
    zone = {"timezone": run["timezone"]} if is_zone(run["timezone"]) else {}
    return {"t": t, "event": "begin", "at": run["at"], **zone, **_from(run)}


def _restart(run: Run, stopped: float, started: float) -> dict[str, Any]:
    return {"t": stopped, "event": "restart", "down_s": started - stopped, **_from(run)}


def _stopped_s(run: Run) -> float:
    """Return when the run before this one last saved, on its own boot clock; where nobody can tell, early."""
    try:
        return float("-inf") if run["state"] is None else engine.saved_at_s(run["state"])
    except engine.StateError:
        return float("-inf")


def _from(run: Run) -> dict[str, Any]:
    """Return what the engine started from: settings (those that are set), and the saved state."""
    settings = {key: value for key, value in run["settings"].items() if value is not None}
    state = {} if run["state"] is None else {"state": msgspec.json.decode(run["state"])}
    return {"settings": settings, **state}


def _line(given: Given, boot_s: float, begins: float) -> dict[str, Any]:
    fields = {key: value for key, value in given.items() if key not in ("boot_s", "kind")}
    # Input is known only afterwards: the first may lie a moment before the start.
    t = max(begins, given["boot_s"] - boot_s + begins)
    if given["kind"] == "active":
        fields["until"] = max(t, fields["until"] - boot_s + begins)
    return {"t": t, "event": given["kind"], **fields}
