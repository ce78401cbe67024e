"""From a failing case to the smallest one that still fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tests.oracle.traces import Case

PATIENCE = 1500


def shrink(case: Case, fails: Callable[[Case], bool]) -> Case:
    """Take away lines and settings, and shorten, as long as the case still fails."""
    tries = 0
    again = True
    while again:
        again = False
        for smaller in _smaller(case):
            tries += 1
            if tries > PATIENCE:
                return case
            if _still_fails(smaller, fails):
                case, again = smaller, True
                break
    return case


def _still_fails(case: Case, fails: Callable[[Case], bool]) -> bool:
    """Whether the case still fails; one that makes no sense any more does not."""
    try:
        return fails(case)
    except (KeyError, AssertionError):
        return False


def _smaller(case: Case) -> Iterator[Case]:
    yield from _shorter(case)
    yield from _simpler_settings(case)
    yield from _simpler_lines(case)


def _shorter(case: Case) -> Iterator[Case]:
    count = len(case.trace)
    size = count // 2
    while size:
        for start in range(0, count, size):
            kept = case.trace[:start] + case.trace[start + size :]
            if kept:
                yield replace(case, trace=kept)
        size //= 2


def _simpler_settings(case: Case) -> Iterator[Case]:
    for table, values in case.settings.items():
        if table == "stretches":
            continue
        yield replace(case, settings={k: v for k, v in case.settings.items() if k != table})
        for key in values:
            without = {k: v for k, v in values.items() if k != key}
            yield replace(case, settings={**case.settings, table: without})
            spec = values[key]
            if isinstance(spec, dict) and spec.get("enabled"):
                off: dict[str, Any] = {**values, key: {**spec, "enabled": False}}
                yield replace(case, settings={**case.settings, table: off})


def _simpler_lines(case: Case) -> Iterator[Case]:
    for at, line in enumerate(case.trace):
        changed: list[dict[str, Any]] = []
        if line["t"] != int(line["t"]):
            changed.append({**line, "t": int(line["t"]) if at == len(case.trace) - 1 else int(line["t"]) + 1})
        if line["event"] == "active" and line["until"] > line["t"]:
            changed.append({"t": line["t"], "event": "input"})
        for other in changed:
            ts = [entry["t"] for entry in [*case.trace[:at], other, *case.trace[at + 1 :]]]
            if ts == sorted(ts):
                yield replace(case, trace=[*case.trace[:at], other, *case.trace[at + 1 :]])
