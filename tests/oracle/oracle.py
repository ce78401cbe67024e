"""The rules of keeping time, told a second time: slow, naive, and without a look at the real engine.

The oracle walks through a trace in exact steps (fractions, no rounding) and, after each step and each line,
asks one plain question after the other until nothing more happens. It shares no code with the program.

Where the text of the rules leaves two readings open, a comment `# Reading:` says which one is taken here;
READINGS.md lists them.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

Event = dict[str, Any]
Line = Mapping[str, Any]

LATE_S = 10  # a late warning lasts at least so long
BREAK_PAUSE_S = 300
REMIND_S = 4 * 3600
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REASONS = ("meeting", "fullscreen", "dnd", "excluded_app")

DEFAULTS: dict[str, Any] = {
    "timing": {
        "away_after_s": 120,
        "rest_s": 300,
        "warn_s": 60,
        "gap_s": 5,
        "gap_max_s": 120,
        "settle_s": 60,
        "merge_s": 120,
        "release_s": 30,
        "silent_present_s": 3600,
        "snooze_min": 5,
        "snooze_limit": 2,
        "day_starts": "05:00",
    },
    "rhythm": {
        "stretch": {"enabled": True, "every_min": 45, "stretches": 3, "strict": False},
        "eyes": {"enabled": False, "every_min": 20, "length_s": 20, "rest_s": 20, "strict": False},
    },
    "hours": {
        "enabled": False,
        **{day: ["09:00-17:00"] for day in WEEKDAYS[:5]},
        **{day: [] for day in WEEKDAYS[5:]},
    },
    "holds": {"meeting": True, "fullscreen": True, "dnd": True, "excluded_apps": []},
    "stretches": {"floor_space": False},
}
BOUNDS = {
    "every_min": (1, 480),
    "length_s": (5, 3600),
    "stretches": (1, 20),
    "warn_s": (0, 600),
    "gap_s": (0, 60),
    "gap_max_s": (0, 1800),
    "away_after_s": (15, 1800),
    "rest_s": (15, 7200),
    "settle_s": (0, 600),
    "merge_s": (0, 3600),
    "release_s": (0, 600),
    "silent_present_s": (0, 14400),
    "snooze_min": (1, 120),
    "snooze_limit": (0, 20),
}


def laid_over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """`top` laid over `base`, table by table."""
    merged = copy.deepcopy(dict(base))
    for key, value in top.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(key), Mapping)
        merged[key] = laid_over(merged[key], value) if both else copy.deepcopy(value)
    return merged


@cache
def exact(number: float | str) -> Fraction:
    """The decimal number as it is written, exactly."""
    return Fraction(str(number))


def shown(number: Fraction | float) -> float:
    """A number as events carry it: three decimals."""
    return round(float(number), 3)


@dataclass
class Prompt:
    """One falling due, from its warning to its outcome."""

    name: str  # the longest of its rhythms, as it was when the last one joined or left
    rhythms: list[str]
    left: Fraction  # seconds of desk time until due
    due_desk: dict[str, Fraction]  # where each of its rhythms falls due, in desk time
    marks: dict[str, Fraction]  # their warning marks, as they were when it began
    card: bool = False
    snoozes: int = 0
    snoozed_until: Fraction | None = None
    waiting_for: list[str] | None = None
    gap_from: Fraction | None = None


@dataclass
class Break:
    """An open break. `position` also follows next, previous and repeat; `done` only grows."""

    rhythm: str
    prompt: Prompt | None
    stretches: list[str]
    starts: list[Fraction]
    length: Fraction
    full: Fraction
    short: bool
    own: dict[str, Fraction]  # how long each rhythm's own break was when this one opened
    position: Fraction = Fraction(0)
    done: Fraction = Fraction(0)
    index: int = 0
    shown: int = 0
    paused_at: Fraction | None = None


@dataclass
class Pause:
    """A pause by the person: by the running clock, by the wall clock, or without an end."""

    started: Fraction
    boot_end: Fraction | None = None
    wall_end: Fraction | None = None
    reminders: int = 0


@dataclass
class Oracle:
    """The rules, one trace long. Times: `now` is the trace's t; `clock` stands still in short restarts."""

    trace: Iterable[Line]
    settings: Mapping[str, Any] = field(default_factory=dict)
    lengths: Mapping[str, float] = field(default_factory=dict)
    tick_s: Fraction | None = None  # also stop at every multiple of this; must change nothing

    def run(self) -> list[Event]:
        """Every event of the trace, in order."""
        lines = [dict(line) for line in self.trace]
        self.begin(lines.pop(0) if lines and lines[0]["event"] == "begin" else {})
        for line in lines:
            if line["event"] == "finish":
                self.walk_to(exact(line["t"]))
                return self.events
            self.feed(line)
        self.walk_to(max(self.now, self.active_until))
        return self.events

    def feed(self, line: Line) -> None:
        """Walk to the line's time and take it in."""
        self.walk_to(exact(line["t"]))
        self._take(line)
        self._react()

    # ------------------------------------------------------------------ the beginning

    def begin(self, line: Line) -> None:
        """Set everything as it is at t = 0."""
        self.s = laid_over(DEFAULTS, self.settings)
        begin = {"at": "2026-01-01T00:00:00", "timezone": "UTC", **line}
        self.zone = ZoneInfo(begin["timezone"])
        at = datetime.fromisoformat(begin["at"])
        at = at if at.tzinfo else at.replace(tzinfo=self.zone)
        self.wall_at_zero = exact(at.timestamp())
        self.now = Fraction(0)
        self.stood_still = Fraction(0)
        self.events: list[Event] = []
        self.desk: dict[str, Fraction] = {}
        self.row: dict[str, int] = {}
        self.full_warning: set[str] = set()
        self.prompts: list[Prompt] = []
        self.open: Break | None = None
        self.pause: Pause | None = None
        self.place = 0
        # Presence. Reading: the start of the program counts as an input.
        self.locked = self.asleep = False
        self.away_since: Fraction | None = None
        self.away_by_silence = False
        self.settles = False
        self.settle_left = Fraction(0)
        self.gone_in_break = self.leaves_break = False
        self.last_input = self.silence_from = Fraction(0)
        self.active_until = Fraction(-1)
        # Holds in force (since when), and those of them that went away (when).
        self.signs: set[str] = set()
        self.holds: dict[str, Fraction] = {}
        self.gone: dict[str, Fraction] = {}
        self.watching_since: Fraction | None = None
        self._fit_rhythms()
        self.in_hours = self._within_hours()
        if not self.in_hours:
            # Reading: a program started out of hours is away from its start, without an event.
            self.away_since, self.away_by_silence, self.settles = self.clock, False, True
        self._react()

    # ------------------------------------------------------------------ small questions

    @property
    def clock(self) -> Fraction:
        """The time that short restarts do not move."""
        return self.now - self.stood_still

    def timing(self, key: str) -> Fraction:
        return exact(self.s["timing"][key])

    def rhythms(self) -> list[str]:
        """The enabled rhythms as they stand in the settings."""
        return [name for name, spec in self.s["rhythm"].items() if spec.get("enabled", True)]

    def every(self, rhythm: str) -> Fraction:
        return exact(self.s["rhythm"][rhythm]["every_min"]) * 60

    def lead(self, rhythm: str) -> Fraction:
        return min(self.timing("warn_s"), self.every(rhythm) / 2)

    def mark(self, rhythm: str) -> Fraction:
        return self.every(rhythm) - self.lead(rhythm)

    def due_in(self, rhythm: str) -> Fraction:
        """Desk time until due by the settings alone; negative when overdue."""
        return self.every(rhythm) - self.desk[rhythm]

    def rest(self, rhythm: str) -> Fraction:
        return exact(self.s["rhythm"][rhythm].get("rest_s", self.s["timing"]["rest_s"]))

    def plan(self, rhythm: str) -> tuple[list[str], Fraction]:
        """The stretches that a break of the rhythm would show now, and how long it would last."""
        spec = self.s["rhythm"][rhythm]
        ids = self._enabled_stretches()
        count = min(int(spec.get("stretches") or 0), len(ids))  # Reading: none twice in a break
        chosen = [ids[(self.place + i) % len(ids)] for i in range(count)]
        total = sum((exact(self.lengths[i]) for i in chosen), Fraction(0))
        if spec.get("length_s") is None:
            return chosen, total
        length = exact(spec["length_s"])
        while chosen and total > length:
            total -= exact(self.lengths[chosen.pop()])
        return chosen, length

    def length(self, rhythm: str) -> Fraction:
        return self.plan(rhythm)[1]

    def _enabled_stretches(self) -> list[str]:
        enabled = self.s["stretches"].get("enabled", list(self.lengths))
        return [name for name in enabled if name in self.lengths]

    def longest_first(self, rhythms: Iterable[str]) -> list[str]:
        order = list(self.s["rhythm"])
        return sorted(rhythms, key=lambda name: (-self.length(name), order.index(name)))

    def longer(self, one: str, other: str) -> bool:
        return one != other and self.longest_first([one, other])[0] == one

    def active(self) -> Prompt | None:
        """The prompt under way that is not snoozed; there is at most one."""
        return next((p for p in self.prompts if p.snoozed_until is None), None)

    def snoozed(self) -> list[Prompt]:
        prompts = [p for p in self.prompts if p.snoozed_until is not None]
        return sorted(prompts, key=lambda p: p.snoozed_until or 0)

    def foremost(self) -> Prompt | None:
        """The prompt that an intent means: the one on the card, else the snooze that ends first."""
        return self.active() or next(iter(self.snoozed()), None)

    def snoozes_left(self, prompt: Prompt) -> int:
        return max(0, int(self.s["timing"]["snooze_limit"]) - prompt.snoozes)

    def prompted(self) -> set[str]:
        return {name for prompt in self.prompts for name in prompt.rhythms}

    def reasons(self) -> list[str]:
        return [reason for reason in REASONS if reason in self.holds]

    def away(self) -> bool:
        return self.away_since is not None

    def desk_runs(self) -> bool:
        return not (self.away() or self.pause or self.open) and self.in_hours

    def settling(self) -> bool:
        return self.settle_left > 0

    def hidden(self) -> bool:
        """Whether something keeps card and break from appearing by themselves."""
        return bool(self.holds) or self.settling()

    # ------------------------------------------------------------------ the wall clock

    def wall(self) -> Fraction:
        return self.wall_at_zero + self.now

    def local(self, wall: Fraction) -> datetime:
        """The local time of a moment, in whole seconds."""
        return datetime.fromtimestamp(math.floor(wall), self.zone)

    def _within_hours(self) -> bool:
        hours = self.s["hours"]
        if not hours["enabled"]:
            return True
        local = self.local(self.wall())
        minute = local.hour * 60 + local.minute
        for days_ago in (0, 1):
            for span in hours[WEEKDAYS[(local.weekday() - days_ago) % 7]]:
                start, end = (int(text[:2]) * 60 + int(text[3:]) for text in span.split("-"))
                end = end + 1440 if end <= start else end
                if start <= minute + 1440 * days_ago < end:
                    return True
        return False

    def _next_moment(self, text: str) -> Fraction:
        """The next moment at which the local clock shows HH:MM, as seconds since the epoch."""
        hour, minute = int(text[:2]), int(text[3:])
        today = self.local(self.wall()).date()
        for days in range(3):
            day = today + timedelta(days=days)
            for fold in (0, 1):
                local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=self.zone, fold=fold)
                moment = exact(int(local.timestamp()))
                # Reading: a time that DST leaves out means the moment an hour later (Python's fold 0).
                back = self.local(moment)
                exists = (back.hour, back.minute) == (hour, minute)
                if moment > self.wall() and (exists or fold == 0):
                    return moment
        raise AssertionError(text)

    def _iso(self, wall: Fraction) -> str:
        whole = math.floor(wall)
        local = datetime.fromtimestamp(whole, UTC) + timedelta(microseconds=round((wall - whole) * 1_000_000))
        return local.astimezone(self.zone).isoformat()

    def _paused_until(self) -> str | None:
        if self.pause is None:
            return None
        if self.pause.wall_end is not None:
            return self._iso(self.pause.wall_end)
        if self.pause.boot_end is not None:
            return self._iso(self.wall() + self.pause.boot_end - self.now)
        return "resumed"

    # ------------------------------------------------------------------ time goes on

    def walk_to(self, end: Fraction) -> None:
        """Let time pass up to `end`, whatever happens by itself included."""
        while self.now < end:
            self._advance(min(end, self.next_instant()) - self.now)
            self._react()

    def next_instant(self) -> Fraction:
        """The next moment at which something may happen by itself; a day ahead at most."""
        return min((at for at in self._instants() if at > self.now), default=self.now + 86_400)

    def _instants(self) -> Iterator[Fraction]:
        """Every moment at which something may happen by itself. One too many does no harm."""
        off, timing = self.stood_still, self.timing
        if self.tick_s:
            yield (self.now // self.tick_s + 1) * self.tick_s
        if self.active_until > self.now:
            yield self.active_until
        if self.s["hours"]["enabled"]:
            yield self.now + 60 - self.wall() % 60
        yield from self._pause_instants()
        yield from self._prompt_instants()
        if (open_ := self.open) is not None:
            if open_.paused_at is not None:
                yield off + open_.paused_at + BREAK_PAUSE_S
            for position in [*open_.starts, open_.length]:
                yield self.now + position - open_.position
        for gone_at in self.gone.values():
            yield off + gone_at + timing("release_s")
        for limit in self._cover_limits():
            yield off + limit
        yield off + self.silence_from + timing("away_after_s")
        yield off + self.last_input + timing("gap_s")
        yield self.now + self.settle_left

    def _pause_instants(self) -> Iterator[Fraction]:
        if (pause := self.pause) is not None:
            if pause.boot_end is not None:
                yield pause.boot_end
            elif pause.wall_end is not None:
                yield self.now + pause.wall_end - self.wall()
            else:
                yield self.stood_still + pause.started + (pause.reminders + 1) * REMIND_S

    def _prompt_instants(self) -> Iterator[Fraction]:
        off, timing = self.stood_still, self.timing
        for name in self.rhythms():
            yield self.now + self.mark(name) - self.desk[name]
        for prompt in self.prompts:
            yield self.now + prompt.left
            if prompt.gap_from is not None:
                yield off + prompt.gap_from + timing("gap_max_s")
            if prompt.snoozed_until is not None:
                yield prompt.snoozed_until - LATE_S
                yield prompt.snoozed_until

    def _advance(self, seconds: Fraction) -> None:
        if self.desk_runs():
            for name in self.rhythms():
                self.desk[name] += seconds
            if (prompt := self.active()) is not None:
                prompt.left = max(Fraction(0), prompt.left - seconds)
        if not self.away() and not self.gone_in_break:
            self.settle_left = max(Fraction(0), self.settle_left - seconds)
        if self.open is not None and self.open.paused_at is None:
            self.open.position += seconds
            self.open.done += seconds
        self.now += seconds
        self._listen()

    def _listen(self) -> None:
        """An active span is input at every moment of it; covered silence moves its beginning along."""
        if self.now <= self.active_until:
            self._note_input()
        for limit in self._cover_limits():
            self.silence_from = max(self.silence_from, min(self.clock, limit))

    def _cover_limits(self) -> list[Fraction]:
        begins = [self.holds.get("meeting"), self.watching_since]
        allowed = self.timing("silent_present_s")
        return [max(begin, self.last_input) + allowed for begin in begins if begin is not None]

    def _react(self) -> None:
        """Let everything happen that happens by itself at this moment, one thing after the other."""
        self._listen()
        while (
            self._break_goes_on()
            or self._holds_end()
            or self._pause_ends()
            or self._hours_turn()
            or self._leaves_after_break()
            or self._typing_is_presence()
            or self._silence_is_away()
            or self._hours_drop()
            or self._prompts_go_on()
        ):
            self._listen()

    def _say(self, event: str, **fields: object) -> None:
        said = {key: shown(value) if isinstance(value, Fraction) else value for key, value in fields.items()}
        self.events.append({"t": shown(self.now), "event": event, **said})

    # ------------------------------------------------------------------ presence (rules 1, 2, 10, 11)

    def _input(self) -> None:
        self._note_input()
        if self._is_there():
            self._come_back()

    def _note_input(self) -> None:
        if self.open is None:
            self.last_input = self.clock
            self.silence_from = max(self.silence_from, self.clock)

    def _is_there(self) -> bool:
        """Whether input now ends an absence."""
        return self.away() and self.open is None and not self.locked and not self.asleep and self.in_hours

    def _typing_is_presence(self) -> bool:
        if self.now > self.active_until or not self._is_there():
            return False
        self._come_back()
        return True

    def _leaves_after_break(self) -> bool:
        """Who is gone at the end of a break is away from then on, unless hours just began for them."""
        if not self.leaves_break:
            return False
        self._go_away(by_silence=False)
        return True

    def _silence_is_away(self) -> bool:
        if self.open is not None or self.away():
            return False
        if self.clock - self.silence_from < self.timing("away_after_s"):
            return False
        self._go_away(by_silence=True)
        return True

    def _go_away(self, *, by_silence: bool) -> None:
        if not by_silence:
            # Reading: settling follows every absence with a lock, a sleep or an end of hours in it.
            self.settles = True
        self.leaves_break = False
        if self.away():
            return
        self.away_since, self.away_by_silence = self.clock, by_silence
        for prompt in self.prompts:
            prompt.card = False
        self._say("away", since=self.now)

    def _come_back(self) -> None:
        assert self.away_since is not None
        away = self.clock - self.away_since
        before = dict(self.desk)
        for name in self.rhythms():
            self.desk[name] *= 1 - self._rested_part(name, away)
        over = [p for p in self.prompts if all(self.desk[n] < p.marks[n] for n in p.rhythms)]
        self._say("present")
        for name in self.rhythms():
            if before[name] > 0:
                ended = any(name in prompt.rhythms for prompt in over)
                self._say(
                    "rested",
                    rhythm=name,
                    away_s=away,
                    desk_s_before=before[name],
                    desk_s=self.desk[name],
                    prompt=ended,
                )
        for prompt in over:
            self._end_prompt(prompt)
        if (going_on := self.active()) is not None:
            lefts = [going_on.due_desk[n] - self.desk[n] for n in going_on.rhythms]
            going_on.left = max(Fraction(0), min(lefts))
            going_on.card, going_on.gap_from = False, None
        self.full_warning = {n for n in self.full_warning if self.desk[n] >= self.mark(n)}
        self.away_since = None
        if self.settles:
            self.settle_left = self.timing("settle_s")
        self.settles = False

    def _rested_part(self, rhythm: str, away: Fraction) -> Fraction:
        divisor = self.rest(rhythm) - (self.timing("away_after_s") if self.away_by_silence else 0)
        return Fraction(1) if divisor <= 0 else min(Fraction(1), away / divisor)

    def _hours_turn(self, *, silently: bool = False) -> bool:
        within = self._within_hours()
        if within == self.in_hours:
            return False
        self.in_hours = within
        if not silently:
            self._say("hours_started" if within else "hours_ended")
        if not within:
            self._gone_for_now()
        elif self.open is None:
            self._hours_return()
        return True

    def _hours_drop(self) -> bool:
        """Out of hours there are no prompts, not even one whose break ran on and is snoozed."""
        if self.in_hours or not self.prompts:
            return False
        self._drop_all("hours")
        return True

    def _hours_return(self) -> None:
        """The start of hours ends an absence where there was input lately."""
        lately = self.clock - self.last_input < self.timing("away_after_s")
        if lately and not self.locked and not self.asleep:
            self.leaves_break = False
            if self.away():
                self._come_back()

    def _gone_for_now(self) -> None:
        """Lock, sleep and the end of hours: away at once, but in an open break only from its end."""
        if self.open is None:
            self._go_away(by_silence=False)
        else:
            self.gone_in_break = True
            self.settles = self.settles or self.away()

    # ------------------------------------------------------------------ holds (rule 8)

    def _refresh_holds(self) -> None:
        """Holds begin where their sign is there and the settings heed it."""
        heeded = {r for r in REASONS if r == "excluded_app" or self.s["holds"].get(r, True)}
        before = self.reasons()
        for reason in REASONS:
            if reason in self.signs & heeded:
                self.gone.pop(reason, None)
                self.holds.setdefault(reason, self.clock)
            elif reason in self.holds and reason not in heeded:
                self._forget_hold(reason)  # Reading: one that is switched off ends at once
            elif reason in self.holds:
                self.gone.setdefault(reason, self.clock)
        self._say_holds(before)
        if "meeting" in self.holds and "meeting" not in before and self.open is not None:
            self._end_break()

    def _forget_hold(self, reason: str) -> None:
        self._listen()
        self.holds.pop(reason)
        self.gone.pop(reason, None)

    def _holds_end(self) -> bool:
        over = [r for r, at in self.gone.items() if self.clock - at >= self.timing("release_s")]
        before = self.reasons()
        for reason in over:
            self._forget_hold(reason)
        self._say_holds(before)
        return bool(over)

    def _say_holds(self, before: list[str]) -> None:
        """Reading: `held` whenever the set changed and is not empty, in the order of the rules."""
        if self.reasons() == before:
            return
        if self.holds:
            self._say("held", reasons=self.reasons())
            for prompt in self.prompts:
                prompt.card, prompt.gap_from = False, None  # Reading: a hold hides a card that is there
        else:
            self._say("released")

    # ------------------------------------------------------------------ pause (rule 9)

    def _pause_ends(self) -> bool:
        pause = self.pause
        if pause is None:
            return False
        by_boot = pause.boot_end is not None and self.now >= pause.boot_end
        by_wall = pause.wall_end is not None and self.wall() >= pause.wall_end
        if by_boot or by_wall:
            self.pause = None
            self._say("resumed")
            return True
        if pause.boot_end is None and pause.wall_end is None:
            due = (self.clock - pause.started) // REMIND_S
            if due > pause.reminders:
                pause.reminders = due  # Reading: those missed while stopped come as one
                self._say("reminded")
                return True
        return False

    def _intent_pause(self, line: Line) -> None:
        self.pause = Pause(self.clock)
        if "for_s" in line:
            self.pause.boot_end = self.now + exact(line["for_s"])
        elif line.get("until") == "tomorrow":
            # Reading: a day begins at day_starts, so "tomorrow" is the next such moment.
            self.pause.wall_end = self._next_moment(self.s["timing"]["day_starts"])
        elif "until" in line:
            self.pause.wall_end = self._next_moment(line["until"])
        self._say("paused", until=self._paused_until())
        if self.open is not None:
            self._end_break()
        self._drop_all("paused")

    def _intent_resume(self, line: Line) -> None:
        if self.pause is None:
            return self._refuse(line, "there is no pause")
        self.pause = None
        return self._say("resumed")

    # ------------------------------------------------------------------ prompts (rules 3, 4, 12)

    def _end_prompt(self, prompt: Prompt) -> None:
        """Every outcome but a skip breaks the row of skips."""
        self.prompts.remove(prompt)
        for name in prompt.rhythms:
            self.row[name] = 0
            self.full_warning.discard(name)

    def _drop_all(self, why: str) -> None:
        for prompt in list(self.prompts):
            self._say("dropped", rhythm=prompt.name, why=why)
            self._end_prompt(prompt)

    def _prompts_go_on(self) -> bool:
        if not self.desk_runs():
            return False
        return (
            self._snooze_runs_out() or self._marks_are_reached() or self._card_appears() or self._due_comes()
        )

    def _snooze_runs_out(self) -> bool:
        ready = [p for p in self.snoozed() if self.now >= (p.snoozed_until or 0) - LATE_S]
        if not ready:
            return False
        active = self.active()
        if active is None:
            longest = self.longest_first(p.name for p in ready)[0]
            first = next(p for p in ready if p.name == longest)
            first.left = max(Fraction(0), (first.snoozed_until or self.now) - self.now)
            first.snoozed_until = None
            return True
        for prompt in ready:
            if self.longer(active.name, prompt.name):
                self._join(active, prompt)
                return True
        return False

    def _join(self, into: Prompt, other: Prompt) -> None:
        into.rhythms += other.rhythms
        into.due_desk.update(other.due_desk)
        into.marks.update(other.marks)
        into.name = self.longest_first(into.rhythms)[0]
        into.snoozes = max(into.snoozes, other.snoozes)  # Reading: the one snoozed more often counts
        self.prompts.remove(other)

    def _take_in(self, prompt: Prompt, rhythm: str) -> None:
        prompt.rhythms.append(rhythm)
        prompt.name = self.longest_first(prompt.rhythms)[0]
        prompt.marks[rhythm] = self.mark(rhythm)
        full = self.desk[rhythm] + self.lead(rhythm) if rhythm in self.full_warning else self.every(rhythm)
        prompt.due_desk[rhythm] = full
        self.full_warning.discard(rhythm)

    def _marks_are_reached(self) -> bool:
        over = [
            name
            for name in self.rhythms()
            if self.desk[name] >= self.mark(name)
            and name not in self.prompted()
            and not self._waits_for_snoozed(name)
        ]
        active = self.active()
        if active is not None:
            over = [name for name in over if self.longer(active.name, name)]
            for name in over:
                self._take_in(active, name)
            return bool(over)
        if not over:
            return False
        self._begin_prompt(min(self.longest_first(over), key=self.due_for_prompt))
        return True

    def due_for_prompt(self, rhythm: str) -> Fraction:
        return self.lead(rhythm) if rhythm in self.full_warning else max(Fraction(0), self.due_in(rhythm))

    def _waits_for_snoozed(self, rhythm: str) -> bool:
        """Whether a longer one is snoozed and comes back soon enough after this one falls due."""
        return any(
            self.longer(p.name, rhythm)
            and self.due_for_prompt(rhythm) >= (p.snoozed_until or 0) - self.now - self.timing("merge_s")
            for p in self.snoozed()
        )

    def _begin_prompt(self, rhythm: str) -> None:
        left = self.due_for_prompt(rhythm)
        due_desk = {rhythm: max(self.every(rhythm), self.desk[rhythm] + left)}
        prompt = Prompt(rhythm, [rhythm], left, due_desk, {rhythm: self.mark(rhythm)})
        on_time = rhythm in self.full_warning or self.desk[rhythm] == self.mark(rhythm)
        if not on_time:
            prompt.due_desk[rhythm] = self.every(rhythm)
        self.full_warning.discard(rhythm)
        self.prompts.append(prompt)
        for name in self.rhythms():
            soon_after = left <= self.due_for_prompt(name) <= left + self.timing("merge_s")
            if name not in self.prompted() and self.longer(name, rhythm) and soon_after:
                self._take_in(prompt, name)
        if on_time and not self.hidden():
            prompt.card = True
            if left > 0:
                self._say("warned", rhythm=prompt.name, due_in_s=left)

    def _card_appears(self) -> bool:
        """A card that comes late: after a hold, settling, a snooze, a break, a return, a pause."""
        prompt = self.active()
        if prompt is None or prompt.card or self.hidden():
            return False
        merge = self.timing("merge_s")
        for other in self.snoozed():
            until = other.snoozed_until or self.now
            shorter, soon = self.longer(prompt.name, other.name), until <= self.now + merge
            if until - LATE_S <= self.now or (shorter and soon):
                self._join(prompt, other)
            elif soon:
                # A snoozed longer one is not brought forward: this one waits for it, as a part of it.
                self._join(other, prompt)
                return True
        for name in self.rhythms():
            if name not in self.prompted() and self.due_for_prompt(name) <= merge:
                self._take_in(prompt, name)
        prompt.left = max(prompt.left, Fraction(LATE_S))
        prompt.card, prompt.waiting_for, prompt.gap_from = True, None, None
        self._say("warned", rhythm=prompt.name, due_in_s=prompt.left)
        return True

    def _due_comes(self) -> bool:
        prompt = self.active()
        if prompt is None:
            return False
        if prompt.left > 0:
            prompt.waiting_for = None
            return False
        if self.settling():
            return False
        if self.holds:
            return self._wait(prompt, self.reasons())
        if prompt.gap_from is None:
            prompt.gap_from = self.clock
        silent = self.clock - self.last_input >= self.timing("gap_s")
        if silent or self.clock - prompt.gap_from >= self.timing("gap_max_s"):
            self._open_break(prompt.name, prompt, short=False)
            return True
        return self._wait(prompt, ["gap"])

    def _wait(self, prompt: Prompt, for_: list[str]) -> bool:
        if prompt.waiting_for == for_:
            return False
        prompt.waiting_for = for_
        self._say("waiting", rhythm=prompt.name, **{"for": for_})
        return True

    # ------------------------------------------------------------------ the break (rules 5, 6)

    def _open_break(self, rhythm: str, prompt: Prompt | None, *, short: bool) -> None:
        stretches, full = self.plan(rhythm)
        own = {name: self.length(name) for name in self.rhythms()}
        length = full
        if short and stretches:
            stretches = stretches[:1]
            length = exact(self.lengths[stretches[0]])
        starts = [Fraction(0)]
        for name in stretches[:-1]:
            starts.append(starts[-1] + exact(self.lengths[name]))
        if prompt is not None:
            self.prompts.remove(prompt)
            prompt.snoozed_until = None
        for other in self.prompts:
            other.card = False
        self.open = Break(rhythm, prompt, stretches, starts, length, full, short, own)
        self.gone_in_break = self.away()
        self._say("break_started", rhythm=rhythm, stretches=stretches, length_s=length)
        self._stretch_starts(0)

    def _stretch_starts(self, index: int) -> None:
        open_ = self.open
        assert open_ is not None
        if not open_.stretches:
            return
        open_.index = index
        open_.position = open_.starts[index]
        # Reading: going back does not move the place in the list back.
        if index + 1 > open_.shown:
            open_.shown = index + 1
            ids, name = self._enabled_stretches(), open_.stretches[index]
            self.place = ids.index(name) + 1 if name in ids else self.place
        self._say("stretch_started", stretch=open_.stretches[index])

    def _break_goes_on(self) -> bool:
        open_ = self.open
        if open_ is None:
            return False
        if open_.paused_at is not None:
            if self.clock - open_.paused_at >= BREAK_PAUSE_S:
                self._end_break()
                return True
            return False
        if open_.position >= open_.length:
            self._end_break()
            return True
        if open_.index + 1 < len(open_.stretches) and open_.position >= open_.starts[open_.index + 1]:
            self._stretch_starts(open_.index + 1)
            return True
        return False

    def _end_break(self) -> None:
        """The end by the clock, by the person, by a pause or a meeting: the outcome follows from the time."""
        open_ = self.open
        assert open_ is not None
        if open_.short:
            outcome = "short" if open_.position >= open_.length else "cut_short"
        else:
            outcome = "taken" if open_.done >= open_.full / 2 else "cut_short"
        self._say("break_ended", rhythm=open_.rhythm, outcome=outcome, done_s=open_.done)
        set_back = set(open_.prompt.rhythms if open_.prompt else [open_.rhythm])
        for name in self.rhythms():
            # Reading: a break of equal length is "no longer", whichever stands first.
            if open_.own.get(name, self.length(name)) <= open_.full:
                set_back.add(name)
        for name in set_back & set(self.rhythms()):
            own = open_.full if name == open_.rhythm else open_.own.get(name, self.length(name))
            undone = max(Fraction(0), 1 - open_.done / own) if own else Fraction(0)
            rest = min(self.every(name) / 2, self.desk[name] * undone)
            self.desk[name] = Fraction(0) if outcome == "taken" else rest
            self.full_warning.discard(name)
        for name in open_.prompt.rhythms if open_.prompt else []:
            self.row[name] = 0
        for prompt in list(self.prompts):
            for name in set_back & set(prompt.rhythms):
                self._leave(prompt, name)
        self._close_break()

    def _leave(self, prompt: Prompt, rhythm: str) -> None:
        """One rhythm's part in a prompt has its outcome; with the last of them the prompt ends."""
        prompt.rhythms.remove(rhythm)
        self.row[rhythm] = 0
        if prompt.rhythms:
            prompt.name = self.longest_first(prompt.rhythms)[0]
        else:
            self.prompts.remove(prompt)

    def _close_break(self) -> None:
        """Silence counts again from here, and so does an absence that outlasts the break."""
        self.open = None
        self.last_input = self.silence_from = self.clock
        gone, self.gone_in_break = self.gone_in_break, False
        if not gone:
            if self.away():
                # Reading: an unlock during the break ended the absence; it is told at the end.
                self.away_since = None
                self._say("present")
            return
        if self.away():
            self.away_since = self.clock
        else:
            self.leaves_break = True

    # ------------------------------------------------------------------ lines

    def _take(self, line: Line) -> None:
        match line["event"]:
            case "active":
                self.active_until = max(self.active_until, exact(line["until"]))
                self._input()
            case "input":
                self._input()
            case "hold" | "release":
                change = self.signs.add if line["event"] == "hold" else self.signs.discard
                change(line["reason"])
                self._refresh_holds()
            case "hint" | "unhint":
                self._listen()
                begins = self.clock if self.watching_since is None else self.watching_since
                self.watching_since = begins if line["event"] == "hint" else None
            case "clock":
                self.wall_at_zero += exact(line["shift_s"])
            case "status":
                self._say("status", **self._status())
            case "settings":
                self._set(line)
            case event:
                handler = getattr(self, f"_line_{event}", None) or getattr(self, f"_intent_{event}")
                handler(line)

    def _line_lock(self, line: Line) -> None:
        self.locked = True
        self._gone_for_now()

    def _line_sleep(self, line: Line) -> None:
        self.asleep = True
        self._gone_for_now()

    def _line_wake(self, line: Line) -> None:
        self.asleep = False

    def _line_unlock(self, line: Line) -> None:
        self.locked = False
        if self.asleep or not self.in_hours:
            # Reading: an unlock is somebody's doing and counts as input where hours start soon.
            if self.open is None:
                self.last_input = self.silence_from = self.clock
            return
        if self.open is None:
            self._input()
        elif self.gone_in_break:
            self.gone_in_break = False
            self.settle_left = self.timing("settle_s")
            self.settles = False

    def _line_restart(self, line: Line) -> None:
        down = exact(line["down_s"])
        if down < self.timing("away_after_s"):
            self.now += down
            self.stood_still += down
            self._hours_turn(silently=True)
            return
        printed = len(self.events)
        if self.open is not None:
            self._end_break()
        self._go_away(by_silence=False)
        self.now += down
        for event in self.events[printed:]:
            event["t"] = shown(self.now)
        self.asleep = False
        self.in_hours = self._within_hours()
        self.last_input = self.silence_from = self.clock
        if self.in_hours and not self.locked:
            self._input()

    def _set(self, line: Line) -> None:
        """Reading: one value out of bounds refuses the whole line."""
        after = self.s
        for path, value in line["set"].items():
            low, high = BOUNDS.get(path.split(".")[-1], (-math.inf, math.inf))
            if isinstance(value, int | float) and not low <= value <= high:
                return self._refuse(line, f"{path} must be {low} to {high}")
            top: Any = value
            for part in reversed(path.split(".")):
                top = {part: top}
            after = laid_over(after, top)
        self._list_changes(after)
        every_before = {name: self.every(name) for name in self.rhythms()}
        self.s = after
        self._fit_rhythms()
        self._refresh_holds()
        for name in self.rhythms():
            shorter = self.every(name) < every_before.get(name, 0)
            if self.every(name) >= self.desk[name]:
                self.full_warning.discard(name)
            elif shorter and name not in self.prompted():
                self.full_warning.add(name)
        return None

    def _list_changes(self, after: dict[str, Any]) -> None:
        """Reading: in a changed list breaks go on after the stretch shown last, or what came after that."""
        before, self.s, old = self._enabled_stretches(), after, self.s
        ids, self.s = self._enabled_stretches(), old
        if ids == before or not self.place:
            return
        last = (self.place - 1) % len(before)
        if before[last] in ids:
            self.place = ids.index(before[last]) + 1
            return
        coming = [name for name in before[last + 1 :] + before[:last] if name in ids]
        self.place = ids.index(coming[0]) if coming else 0

    def _fit_rhythms(self) -> None:
        """Reading: a rhythm begins with desk time 0 when it is enabled, and forgets it when disabled."""
        enabled = self.rhythms()
        for prompt in list(self.prompts):
            for name in [name for name in prompt.rhythms if name not in enabled]:
                self._say("dropped", rhythm=name, why="disabled")
                self._leave(prompt, name)
        if self.open is not None and (prompt := self.open.prompt) is not None:
            # Reading: its open break runs on to an outcome of its own, but can no longer be snoozed.
            left = [name for name in prompt.rhythms if name in enabled]
            if left and left != prompt.rhythms:
                prompt.name = self.longest_first(left)[0]
            prompt.rhythms = left
            self.open.prompt = prompt if left else None
        self.desk = {name: self.desk.get(name, Fraction(0)) for name in enabled}
        self.row = {name: self.row.get(name, 0) for name in enabled}
        self.full_warning &= set(enabled)

    # ------------------------------------------------------------------ intents (rules 5, 6, 7, 16)

    def _refuse(self, line: Line, why: str) -> None:
        self._say("refused", intent=line["event"], why=why)

    def _intent_snooze(self, line: Line) -> None:
        prompt = self.open.prompt if self.open else self.active()
        if prompt is None:
            return self._refuse(line, "there is nothing to snooze")
        if not self.snoozes_left(prompt):
            return self._refuse(line, "no snooze is left")
        minutes = exact(line.get("minutes", self.s["timing"]["snooze_min"]))
        if not 1 <= minutes <= 120:
            return self._refuse(line, "a snooze takes 1 to 120 minutes")
        prompt.snoozes += 1
        prompt.snoozed_until = self.now + minutes * 60
        prompt.card, prompt.waiting_for, prompt.gap_from = False, None, None
        left = self.snoozes_left(prompt)
        self._say("snoozed", rhythm=prompt.name, for_s=minutes * 60, left=left)
        if self.open is not None:
            self.prompts.append(prompt)
            self._close_break()
        return None

    def _intent_skip(self, line: Line) -> None:
        prompt = self.foremost()
        if self.open is not None or prompt is None:
            return self._refuse(line, "there is nothing to skip")
        if any(self.s["rhythm"][name].get("strict") for name in prompt.rhythms):
            return self._refuse(line, "this break is strict")
        self._say("skipped", rhythm=prompt.name)
        self.prompts.remove(prompt)
        for name in self.rhythms():
            if name in prompt.rhythms:
                self.desk[name] = Fraction(0)
                self.row[name] += 1
                if self.row[name] == 3:
                    self.row[name] = 0
                    self._say("asked", rhythm=name)
        return None

    def _intent_start(self, line: Line) -> None:
        prompt = self.foremost()
        if self.open is not None or prompt is None:
            return self._refuse(line, "there is nothing to start")
        if line.get("short") and self.snoozes_left(prompt):
            return self._refuse(line, "a snooze is left")
        return self._open_break(prompt.name, prompt, short=bool(line.get("short")))

    def _intent_take_break(self, line: Line) -> None:
        rhythm = line.get("rhythm") or next(iter(self.longest_first(self.rhythms())), None)
        if self.open is not None or rhythm not in self.s["rhythm"]:  # Reading: a disabled one may be named
            return self._refuse(line, "there is no such break to take")
        # Reading: a break taken of a rhythm whose own prompt is under way is the break of that prompt.
        prompt = next((p for p in self.prompts if p.name == rhythm), None)
        return self._open_break(str(rhythm), prompt, short=False)

    def _intent_end(self, line: Line) -> None:
        if self.open is None:
            return self._refuse(line, "no break is open")
        return self._end_break()

    def _intent_next(self, line: Line) -> None:
        if self.open is None:
            return self._refuse(line, "no break is open")
        if self.open.index + 1 >= len(self.open.stretches):  # Reading: `next` ends a plain pause, too
            return self._end_break()
        return self._stretch_starts(self.open.index + 1)

    def _intent_previous(self, line: Line) -> None:
        if self.open is None or self.open.index == 0:
            return self._refuse(line, "there is no stretch before")
        return self._stretch_starts(self.open.index - 1)

    def _intent_repeat(self, line: Line) -> None:
        if self.open is None or not self.open.stretches:
            return self._refuse(line, "there is no stretch to repeat")
        return self._stretch_starts(self.open.index)

    def _intent_break_pause(self, line: Line) -> None:
        if self.open is None or self.open.paused_at is not None:
            return self._refuse(line, "no break is running")
        self.open.paused_at = self.clock
        return None

    def _intent_break_resume(self, line: Line) -> None:
        if self.open is None or self.open.paused_at is None:
            return self._refuse(line, "no break is paused")
        self.open.paused_at = None
        return None

    # ------------------------------------------------------------------ status

    def _phase(self) -> str:
        prompt = self.active()
        phases = {
            "break": self.open is not None,
            "paused": self.pause is not None,
            "off_hours": not self.in_hours,
            "away": self.away(),
            "warned": prompt is not None and prompt.card and prompt.left > 0,
            "waiting": prompt is not None and prompt.left == 0,
            "snoozed": prompt is None and bool(self.snoozed()),
            "idle": not self.rhythms(),
            "working": True,
        }
        return next(phase for phase, true in phases.items() if true)

    def _status(self) -> dict[str, Any]:
        prompt = (self.open.prompt if self.open else None) or self.foremost()
        return {
            "phase": self._phase(),
            "present": not self.away() and not self.gone_in_break,
            "rhythms": {
                name: {"desk_s": shown(self.desk[name]), "due_in_s": shown(self._shown_due_in(name))}
                for name in self.rhythms()
            },
            "holds": self.reasons(),
            "paused_until": self._paused_until(),
            "prompt": prompt and {"rhythm": prompt.name, "snoozes_left": self.snoozes_left(prompt)},
            "break": self.open
            and {
                "rhythm": self.open.rhythm,
                "stretch": self.open.stretches[self.open.index] if self.open.stretches else None,
                "done_s": shown(self.open.done),
                "length_s": shown(self.open.length),
            },
        }

    def _shown_due_in(self, rhythm: str) -> Fraction:
        for prompt in self.prompts:
            if rhythm in prompt.rhythms:
                snoozed = prompt.snoozed_until
                return prompt.left if snoozed is None else max(Fraction(0), snoozed - self.now)
        return max(Fraction(0), self.due_in(rhythm))


def simulate(
    trace: Iterable[Line],
    settings: Mapping[str, Any] | None = None,
    lengths: Mapping[str, float] | None = None,
) -> list[Event]:
    """The events of a trace by the oracle's lights."""
    return Oracle(trace, settings or {}, lengths or {}).run()
