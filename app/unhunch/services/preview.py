"""What settings would have made of a day: its breaks, computed by the real engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import Struct

from unhunch.domain.settings import Settings
from unhunch.services.simulator import simulate
from unhunch.services.trace import is_zone

SAME_SPELL_S = 150.0
"""Inputs closer than this are one spell of work: the program asks for the last input about once a minute."""
MIN_DAY_S = 2 * 3600.0
"""A recorded day with less desk time than this says too little."""

_TYPICAL = (
    ("09:00", "10:22"),
    ("10:31", "12:28"),
    ("13:15", "15:04"),
    ("15:16", "16:40"),
    ("16:44", "17:35"),
)
"""A day in an office: coffee, lunch, and a word with somebody."""


class Spell(Struct, frozen=True):
    """Work without a longer silence; seconds from the day's `begin`."""

    from_s: float
    until_s: float


class Day(Struct, frozen=True):
    """When somebody was at the desk on one day."""

    begin: datetime
    spells: tuple[Spell, ...]
    recorded: bool

    @property
    def length_s(self) -> float:
        """From the first to the last input."""
        return self.spells[-1].until_s if self.spells else 0.0


class Taken(Struct, frozen=True):
    """One break of the preview; seconds from the day's `begin`."""

    rhythm: str
    from_s: float
    until_s: float


def typical_day(on: datetime) -> Day:
    """Return a typical working day, on the date of `on` (aware)."""
    begin = _at(on, "09:00")
    spells = tuple(
        Spell((_at(on, start) - begin).total_seconds(), (_at(on, end) - begin).total_seconds())
        for start, end in _TYPICAL
    )
    return Day(begin, spells, recorded=False)


def recorded_day(inputs: Iterable[tuple[datetime, datetime]]) -> Day | None:
    """Return the day that these inputs make (each from, until; oldest first); None where it is too short.

    The times must be of one day, in one zone.
    """
    spells: list[list[datetime]] = []
    for start, end in sorted(inputs):
        if spells and (start - spells[-1][1]).total_seconds() <= SAME_SPELL_S:
            spells[-1][1] = max(spells[-1][1], end)
        else:
            spells.append([start, end])
    if not spells:
        return None
    begin = spells[0][0]
    found = tuple(
        Spell((start - begin).total_seconds(), (end - begin).total_seconds()) for start, end in spells
    )
    if sum(spell.until_s - spell.from_s for spell in found) < MIN_DAY_S:
        return None
    return Day(begin, found, recorded=True)


def last_working_day(inputs: Iterable[tuple[datetime, datetime]], now: datetime) -> Day | None:
    """Return the last day before today that is long enough to say something; None where there is none.

    A day begins at local midnight of `now`'s zone; what runs over it belongs to the day it began on.
    """
    by_day: dict[date, list[tuple[datetime, datetime]]] = {}
    for start, end in inputs:
        here = start.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
        by_day.setdefault(here[0].date(), []).append(here)
    for day in sorted(by_day, reverse=True):
        if day < now.date() and (found := recorded_day(by_day[day])):
            return found
    return None


def breaks_of(day: Day, settings: Settings, catalogue: Any) -> tuple[Taken, ...]:
    """Return the breaks that `settings` would have made of `day`, each really taken."""
    lines = list(_lines(day))
    return tuple(_breaks(simulate(lines, settings, catalogue)))


def _at(on: datetime, clock: str) -> datetime:
    return datetime.combine(on.date(), time.fromisoformat(clock), on.tzinfo)


def _lines(day: Day) -> Iterator[dict[str, Any]]:
    yield {"t": 0, "event": "begin", "at": day.begin.isoformat(), **_zone(day.begin)}
    for spell in day.spells:
        yield {"t": spell.from_s, "event": "active", "until": spell.until_s}
    yield {"t": day.length_s + 1, "event": "finish"}


def _zone(begin: datetime) -> dict[str, str]:
    key = getattr(begin.tzinfo, "key", None)
    return {"timezone": key} if key and is_zone(key) else {}


def _breaks(events: Iterable[Mapping[str, Any]]) -> Iterator[Taken]:
    opened: Mapping[str, Any] | None = None
    for event in events:
        if event["event"] == "break_started":
            opened = event
        elif event["event"] == "break_ended" and opened is not None:
            yield Taken(str(opened["rhythm"]), float(opened["t"]), float(event["t"]))
            opened = None


def inputs_of(
    runs: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]],
) -> list[tuple[datetime, datetime]]:
    """Return when there was input, from what the history kept (runs, and what the engine was given)."""
    found = []
    for run, given in runs:
        started = datetime.fromisoformat(run["at"])
        for line in given:
            if line["kind"] in ("input", "active"):
                start = started + timedelta(seconds=line["boot_s"] - run["boot_s"])
                end = started + timedelta(seconds=line.get("until", line["boot_s"]) - run["boot_s"])
                found.append((start, max(start, end)))
    return found
