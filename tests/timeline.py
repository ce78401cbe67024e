"""Plays short traces for the tests of the engine, and writes the event log so that it can be read."""

from typing import Any

from unhunch.domain.settings import Settings, with_changes
from unhunch.services.simulator import simulate

CATALOGUE = {"shoulder-roll": 60.0, "neck-flexion": 60.0, "overhead-reach": 60.0}


def at(t: float, event: str, **fields: Any) -> dict[str, Any]:
    return {"t": t, "event": event, **fields}


def active(start: float, until: float) -> dict[str, Any]:
    return at(start, "active", until=until)


def settings(**changes: Any) -> Settings:
    """The defaults with dotted keys changed; "__" stands for the dot."""
    return with_changes(Settings(), {key.replace("__", "."): value for key, value in changes.items()})


def played(*lines: dict[str, Any], given: Settings | None = None) -> list[dict[str, Any]]:
    """The events of a trace; its lines may be given in any order of time."""
    ordered = sorted(lines, key=lambda line: line["t"])
    return list(simulate(ordered, given or Settings(), CATALOGUE))


def log(*lines: dict[str, Any], given: Settings | None = None, without: tuple[str, ...] = ()) -> list[str]:
    """The whole event log as "2640 warned stretch due_in_s=60"; ids of stretches by their first word."""
    return [written(event) for event in played(*lines, given=given) if event["event"] not in without]


def written(event: dict[str, Any]) -> str:
    fields = dict(event)
    words = [str(fields.pop("t")), fields.pop("event")]
    if "rhythm" in fields:
        words.append(fields.pop("rhythm"))
    if "stretch" in fields:
        words.append(fields.pop("stretch").partition("-")[0])
    if words[1] == "refused":
        fields.pop("why")
    if "stretches" in fields:
        fields["stretches"] = [each.partition("-")[0] for each in fields["stretches"]]
    words += [f"{key}={_value(value)}" for key, value in fields.items()]
    return " ".join(words)


def _value(value: Any) -> str:
    return "+".join(value) if isinstance(value, list) else str(value)
