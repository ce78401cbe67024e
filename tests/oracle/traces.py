"""Random days at the desk: settings and a trace, drawn so that things do happen.

The generator lets the oracle walk along with the trace it writes. So it knows when a prompt is under way or
a break is open, asks for what makes sense then (and now and then for what does not), and likes to act at the
very moment at which something happens by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from tests.oracle.oracle import REASONS, WEEKDAYS, Event, Oracle

LENGTHS = {"shoulder-roll": 60, "neck-flexion": 40, "overhead-reach": 75, "chin-tuck": 30}

# Times, zones, and what is special about them: midnight, and both changes of the clock.
BEGINS = [
    ("2026-03-02T09:00:00", "Europe/Berlin"),
    ("2026-06-12T13:45:30", "America/New_York"),
    ("2026-01-31T23:20:00", "UTC"),
    ("2026-03-29T01:25:00", "Europe/Berlin"),
    ("2026-10-25T02:10:00", "Europe/Berlin"),
    ("2026-04-05T01:30:00", "Australia/Lord_Howe"),
]
TIMING: dict[str, list[float]] = {
    "away_after_s": [15, 30, 60, 90, 300],
    "rest_s": [15, 60, 120, 200, 600],
    "warn_s": [0, 5, 30, 120, 600],
    "gap_s": [0, 1, 2, 10, 60],
    "gap_max_s": [0, 3, 20, 60, 600],
    "settle_s": [0, 5, 20, 200],
    "merge_s": [0, 15, 30, 60, 600],
    "release_s": [0, 1, 10, 100],
    "silent_present_s": [0, 60, 200, 600],
    "snooze_min": [1, 2, 3],
    "snooze_limit": [0, 1, 3],
}
WAITS = [0, 0.25, 0.5, 1, 2, 4.75, 5, 10, 20, 29.75, 30, 45, 60, 90, 119.75, 120, 180, 300]
OUT_OF_BOUNDS = {"rhythm.eyes.every_min": 0.5, "timing.warn_s": 601, "timing.snooze_limit": -1}


@dataclass(frozen=True)
class Case:
    """One simulation to run, and its log by the oracle that walked along."""

    trace: list[Event]
    settings: dict[str, Any]
    lengths: dict[str, float]
    log: list[Event]


def random_case(rng: Random) -> Case:
    """A whole case; the same numbers from `rng` give the same case."""
    at, zone = rng.choice(BEGINS)
    settings = _settings(rng, at)
    begin = {"t": 0, "event": "begin", "at": at, "timezone": zone}
    writer = _Writer(rng, begin, settings)
    return Case(writer.write(), settings, dict(LENGTHS), writer.oracle.events)


def _settings(rng: Random, at: str) -> dict[str, Any]:
    rhythms: dict[str, Any] = {
        "stretch": {
            "enabled": rng.random() < 0.85,
            "every_min": rng.choice([1, 2, 2.5, 4, 6, 10]),
            "stretches": rng.choice([1, 2, 3, 20]),
        },
        "eyes": {"enabled": rng.random() < 0.5, "every_min": rng.choice([1, 1.5, 3, 5]), "length_s": 20},
    }
    if rng.random() < 0.2:
        rhythms["stretch"]["length_s"] = rng.choice([20, 100, 200])
    if rng.random() < 0.4:
        rhythms["stand"] = {
            "enabled": rng.random() < 0.8,
            "every_min": rng.choice([2, 3, 5]),
            "length_s": rng.choice([5, 20, 60]),
        }
    if rng.random() < 0.3:
        rhythms["meal"] = {"enabled": True, "every_min": rng.choice([5, 8, 12]), "length_s": 300}
        if rng.random() < 0.5:
            rhythms["meal"]["rest_s"] = rng.choice([30, 600])
    for spec in rhythms.values():
        if rng.random() < 0.15:
            spec["strict"] = True
    settings: dict[str, Any] = {"rhythm": rhythms, "stretches": {"enabled": list(LENGTHS)}}
    settings["timing"] = {key: rng.choice(values) for key, values in TIMING.items() if rng.random() < 0.3}
    if rng.random() < 0.3:
        settings["hours"] = {"enabled": True, **dict.fromkeys(WEEKDAYS, _spans(rng, at))}
    if rng.random() < 0.1:
        settings["holds"] = {rng.choice(REASONS[:3]): False}
    return settings


def _spans(rng: Random, at: str) -> list[str]:
    """Working hours with edges near the beginning of the trace, around midnight where that is near."""
    if rng.random() < 0.05:
        return []
    minutes = int(at[11:13]) * 60 + int(at[14:16]) + rng.choice([-30, -1, 0, 2, 5])
    edges = [minutes]
    for _ in range(3):
        edges.append(edges[-1] + rng.choice([1, 3, 8, 20, 60]))
    texts = [f"{edge // 60 % 24:02}:{edge % 60:02}" for edge in edges]
    return [f"{texts[0]}-{texts[1]}", f"{texts[2]}-{texts[3]}"]


class _Writer:
    """Writes one trace, with the oracle at its side."""

    def __init__(self, rng: Random, begin: Event, settings: dict[str, Any]) -> None:
        self.rng = rng
        self.trace = [begin]
        self.oracle = Oracle([], settings, LENGTHS)
        self.oracle.begin(begin)
        self.locked = self.asleep = False

    def write(self) -> list[Event]:
        end = self.rng.choice([600, 1500, 3000, 5000])
        while self.oracle.now < end and len(self.trace) < 90:
            t = self._next_t()
            self.oracle.walk_to(t)
            line = {"t": _plain(t), **self._line()}
            self.trace.append(line)
            self.oracle.feed(line)
        finish = self.oracle.now + self.rng.choice([0, 60, 400])
        self.trace.append({"t": _plain(finish), "event": "status"})
        self.oracle.feed(self.trace[-1])
        self.trace.append({"t": _plain(finish), "event": "finish"})
        return self.trace

    def _next_t(self) -> Fraction:
        now = self.oracle.now
        if self.rng.random() < 0.35:
            aimed = self.oracle.next_instant() + Fraction(self.rng.choice([-1, 0, 0, 0, 1, 4]), 4)
            wait = aimed - now if aimed - now < 2000 else Fraction(60)
        else:
            wait = Fraction(self.rng.choice(WAITS))
        return Fraction(round((now + max(wait, Fraction(0))) * 4), 4) if wait > Fraction(1, 2) else now

    def _line(self) -> Event:
        weights = self._weights()
        event = self.rng.choices(list(weights), list(weights.values()))[0]
        self.locked = {"lock": True, "unlock": False}.get(event, self.locked)
        self.asleep = {"sleep": True, "wake": False}.get(event, self.asleep)
        return {"event": event, **self._fields(event)}

    def _weights(self) -> dict[str, float]:
        oracle = self.oracle
        prompt, open_, pause = oracle.foremost(), oracle.open, oracle.pause
        asked = 4.0 if prompt or open_ else 0.2
        in_break = 3.0 if open_ else 0.1
        return {
            "active": 14,
            "input": 5,
            "lock": 0.3 if self.locked else 2.5,
            "unlock": 15 if self.locked else 0.3,
            "sleep": 0.2 if self.asleep else 1.2,
            "wake": 15 if self.asleep else 0.2,
            "hold": 4,
            "release": 8 if oracle.signs else 0.2,
            "hint": 1,
            "unhint": 3 if oracle.watching_since is not None else 0.2,
            "clock": 0.7,
            "restart": 2,
            "settings": 3,
            "pause": 1,
            "resume": 12 if pause else 0.2,
            "snooze": asked,
            "skip": asked * 0.7,
            "start": asked * 0.7,
            "take_break": 1,
            "end": in_break,
            "next": in_break * 1.5,
            "previous": in_break,
            "repeat": in_break * 0.7,
            "break_pause": in_break,
            "break_resume": 8 if open_ and open_.paused_at is not None else 0.1,
            "status": 4,
        }

    def _fields(self, event: str) -> dict[str, Any]:  # noqa: PLR0911 - a table
        rng, now = self.rng, self.oracle.now
        match event:
            case "active":
                return {"until": _plain(now) + rng.choice([0, 3, 10.5, 60, 200, 600, 1500])}
            case "hold":
                return {"reason": rng.choice(REASONS)}
            case "release":
                return {"reason": rng.choice(sorted(self.oracle.signs) or REASONS)}
            case "hint" | "unhint":
                return {"name": "watching"}
            case "clock":
                return {"shift_s": rng.choice([-3600, -600, -90.5, 30, 900, 3600, 86400])}
            case "restart":
                return {"down_s": rng.choice([0, 0.25, 5, 14, 20, 45, 100, 120, 200, 400, 3000])}
            case "settings":
                return {"set": self._setting()}
            case "pause":
                return rng.choice([{}, {"for_s": 30}, {"for_s": 300.5}, {"until": "tomorrow"}, self._until()])
            case "snooze":
                return {"minutes": rng.choice([1, 1, 2.5, 2.5, 10, 0.5, 121])} if rng.random() < 0.5 else {}
            case "start":
                return {"short": True} if rng.random() < 0.4 else {}
            case "take_break":
                return rng.choice([{}, {"rhythm": "stretch"}, {"rhythm": "eyes"}, {"rhythm": "stand"}])
        return {}

    def _until(self) -> dict[str, str]:
        minutes = self.rng.choice([0, 1, 7, 30, -5])
        local = self.oracle.local(self.oracle.wall() + minutes * 60)
        return {"until": local.strftime("%H:%M")}

    def _setting(self) -> dict[str, Any]:  # noqa: PLR0911 - a table
        rng = self.rng
        names = list(self.oracle.s["rhythm"])
        kind = rng.random()
        if kind < 0.08:
            chosen = rng.sample(list(LENGTHS), rng.choice([1, 2, 3, 4]))
            return {"stretches.enabled": chosen}
        if kind < 0.12:
            return {f"rhythm.{rng.choice(names)}.length_s": rng.choice([5, 30, 60, 150])}
        if kind < 0.15:
            return {f"rhythm.{rng.choice(names)}.strict": rng.random() < 0.5}
        if kind < 0.18:
            return {"rhythm.late.every_min": rng.choice([2, 4]), "rhythm.late.length_s": rng.choice([10, 90])}
        if kind < 0.4:
            return {f"rhythm.{rng.choice(names)}.every_min": rng.choice([1, 1.5, 2, 3, 5, 9])}
        if kind < 0.55:
            return {f"rhythm.{rng.choice(names)}.enabled": rng.random() < 0.5}
        if kind < 0.85:
            key = rng.choice(list(TIMING))
            return {f"timing.{key}": rng.choice(TIMING[key])}
        if kind < 0.9:
            return {"hours.enabled": rng.random() < 0.5}
        if kind < 0.95:
            return {f"holds.{rng.choice(REASONS[:3])}": rng.random() < 0.5}
        key = rng.choice(list(OUT_OF_BOUNDS))
        return {"timing.gap_s": 7, key: OUT_OF_BOUNDS[key]}  # all or nothing


def _plain(number: Fraction) -> float:
    """A quarter of a second as a JSON number."""
    return int(number) if number.denominator == 1 else float(number)
