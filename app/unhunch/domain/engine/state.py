"""The engine's state: frozen values, and the few questions that every rule asks of them.

All times ending in `_s` that name a moment (`since_s`, `now_s`) are on the boot clock.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from unhunch.domain.catalogue import Catalogue
from unhunch.domain.events import Event
from unhunch.domain.settings import Rhythm, Settings

EPSILON_S = 1e-6
"""Two times closer than this are the same time: it absorbs what binary fractions lose."""


class Now(Struct, frozen=True):
    """The moment at which something is told: boot clock and (aware) wall clock."""

    boot_s: float
    wall: datetime


class Stopwatch(Struct, frozen=True):
    """Seconds that pass only while it runs; kept as a total and the moment since when it runs."""

    total_s: float = 0.0
    since_s: float | None = None

    def at(self, now_s: float) -> float:
        """Return the seconds counted by `now_s`."""
        return self.total_s if self.since_s is None else self.total_s + (now_s - self.since_s)

    def running(self, runs: bool, now_s: float) -> "Stopwatch":
        """Return it started or stopped at `now_s`; itself where that changes nothing."""
        if runs == (self.since_s is not None):
            return self
        return Stopwatch(self.at(now_s), now_s if runs else None)

    def shifted(self, by_s: float) -> "Stopwatch":
        """Return it as if it had been started `by_s` later."""
        return self if self.since_s is None else Stopwatch(self.total_s, self.since_s + by_s)


class Away(Struct, frozen=True):
    """An absence that was announced."""

    since_s: float
    kind: Literal["silence", "lock"]
    """How it began; it keeps that for the sum of rest."""
    deep: bool
    """Lock, sleep or the end of hours was part of it: the return is followed by settling."""
    settle_left_s: float = 0.0
    """What was left of an earlier settling when this absence cut it off."""


class Hold(Struct, frozen=True):
    """A reason to keep prompts back, as the world reports it."""

    gone_s: float | None = None
    """Since when it is gone; it stays in force until `release_s` later."""


class Member(Struct, frozen=True):
    """A rhythm's part in a prompt: what counted for it when it came in counts until the outcome."""

    mark_s: float
    """Desk time at which its warning came; rest below it ends the prompt."""
    due_s: float
    """Desk time at which it is due."""


class Prompt(Struct, frozen=True):
    """One falling due, from its warning to its outcome; the prompt of an open break lives in the break."""

    lead: str
    """The longest of its rhythms, which names it."""
    members: dict[str, Member]
    due_work_s: float
    """Reading of the work clock at which it is due."""
    snoozes: int = 0
    snoozed_until_s: float | None = None
    hidden: bool = False
    """It needs a late card before it can open."""
    carded: bool = False
    """Its card is on the screen."""
    due_since_s: float | None = None
    """Since when it waits for a gap in the typing."""
    waiting_for: tuple[str, ...] = ()
    """What it was last said to wait for."""


class Break(Struct, frozen=True):
    """An open break."""

    rhythm: str
    stretches: tuple[str, ...]
    lengths_s: tuple[float, ...]
    length_s: float
    """Where its position ends: with its last stretch, or later."""
    full_s: float
    """Length of the whole break, of which this may be the short version."""
    sets_back: dict[str, float]
    """Rhythms that it sets back, each with the full length of its own break."""
    done: Stopwatch
    prompt: Prompt | None = None
    short: bool = False
    routine: str = ""
    """The routine that it follows, or "varied"; empty: the order of the settings."""
    places: tuple[int, ...] = ()
    """Of a routine: where it goes on after each of `stretches`."""
    pool: dict[str, float] = {}
    """Where varied: all that could have been chosen, each with its share of the turns."""
    index: int = 0
    jumped_s: float = 0.0
    """How far its position is ahead of (or behind) the seconds done, by going on, back or repeating."""
    furthest: int = -1
    """The last of its stretches that was ever begun."""
    paused_s: float | None = None
    absent: bool = False
    """The person locked the screen or the machine slept, and is not back."""

    def position_s(self, now_s: float) -> float:
        """Return how far into the break it is, as its stretches count."""
        return self.done.at(now_s) + self.jumped_s

    def start_s(self, index: int) -> float:
        """Return the position at which a stretch begins."""
        return sum(self.lengths_s[:index])


class Paused(Struct, frozen=True):
    """A pause by the person: until a boot time, until a local wall time, or until resumed."""

    until_s: float | None = None
    until_wall: datetime | None = None
    """Local and naive, so that it means this time of day whatever the clock does."""
    fold: Annotated[int, Meta(ge=0, le=1)] = 0
    """1: the second of two equal times on the day on which DST ends (saved apart, as text has no fold)."""
    remind_s: float | None = None
    """When to remind next of a pause without an end."""


class Kept(Struct, frozen=True, kw_only=True):
    """All that outlives a restart."""

    now_s: float
    """Up to when everything that fell due has been done."""
    epoch_s: float
    """Wall time (seconds since 1970) at boot time 0."""
    work: Stopwatch
    """Runs while desk time runs; a rhythm's desk time is its reading less the rhythm's base."""
    bases: dict[str, float]
    """Of the rhythms that are on, in the order of the settings. Reading: one that is off has no desk time."""
    place: int = 0
    """Where the next break goes on in the list of stretches."""
    places: dict[str, int] = {}
    """The same for each routine that was shown."""
    turns: dict[str, float] = {}
    """How many turns each stretch has saved up where breaks are varied; below 0 it owes them. The one shown
    last stands last."""
    last_shown: str = ""
    """The stretch begun last, whatever break it was in."""
    rows: dict[str, int]
    """How many prompts of each rhythm were skipped in a row."""
    full_warning: tuple[str, ...] = ()
    """Rhythms that a change of settings made due: they get a full warning."""

    last_input_s: float
    """The start of the program counts as an input."""
    typing_until_s: float
    """Up to here input is known to have come without a pause."""
    quiet_from_s: float
    """Silence counts from here, or from the last input if that is later."""
    locked: bool = False
    asleep: bool = False
    off_hours: bool = False
    gone: bool = False
    """Silence or sleep took the person away: it needs an input or an unlock to bring them back."""
    away: Away | None = None
    settle_until_s: float = 0.0
    """Nothing shows by itself before this."""

    holds: dict[str, Hold]
    held: tuple[str, ...] = ()
    """The holds in force, as last said."""
    hints: tuple[str, ...] = ()
    covers: dict[str, float]
    """What makes silence presence ("meeting", "watching"), each with its beginning."""

    hours_edge_s: float | None = None
    """When hours next begin or end."""
    prompts: tuple[Prompt, ...] = ()
    """At most one that is not snoozed, and the snoozed ones."""
    break_: Break | None = None
    pause: Paused | None = None


class State(Kept, frozen=True, kw_only=True):
    """Everything the engine knows."""

    settings: Settings
    catalogue: Catalogue
    zone: tzinfo


class Log:
    """Collects the events of one step of the engine."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def say(self, state: Kept, name: str, /, **fields: Any) -> None:
        """Note that `name` happened now."""
        self.events.append(Event(name=name, fields=fields, at_s=state.now_s))


Rule = Callable[[State, Log], State]
"""Does what is due at `state.now_s`; returns the same object where nothing is."""


# --- Desk time -----------------------------------------------------------------------------------------


def work_s(state: Kept) -> float:
    """Return the reading of the work clock now."""
    return state.work.at(state.now_s)


def desk_s(state: Kept, name: str) -> float:
    """Return the desk time of a rhythm now, in seconds."""
    return max(0.0, work_s(state) - state.bases[name])


def with_desk(state: State, values_s: Mapping[str, float]) -> State:
    """Return `state` with the desk time of these rhythms set; below its mark none is owed a warning."""
    work = work_s(state)
    state = replace(state, bases=state.bases | {name: work - value for name, value in values_s.items()})
    owed = tuple(name for name in state.full_warning if at_mark(state, name))
    return state if owed == state.full_warning else replace(state, full_warning=owed)


def keep_time(state: State) -> State:
    """Let desk time run while the person is present, nothing is paused and no break is open."""
    runs = state.away is None and state.break_ is None and state.pause is None
    work = state.work.running(runs, state.now_s)
    return state if work is state.work else replace(state, work=work)


# --- Rhythms -------------------------------------------------------------------------------------------


def enabled(settings: Settings) -> dict[str, Rhythm]:
    """Return the rhythms that are on, in the order of the settings."""
    return {name: rhythm for name, rhythm in settings.rhythm.items() if rhythm.enabled}


def every_s(settings: Settings, name: str) -> float:
    """Return the desk time until a rhythm is due, in seconds."""
    return settings.rhythm[name].every_min * 60


def warning_s(settings: Settings, interval_s: float) -> float:
    """Return how long the warning lasts, for an interval of desk time."""
    return min(settings.timing.warn_s, interval_s / 2)


def mark_s(settings: Settings, interval_s: float) -> float:
    """Return the desk time at which the warning comes."""
    return interval_s - warning_s(settings, interval_s)


def at_mark(state: State, name: str) -> bool:
    """Tell whether a rhythm's desk time has reached its warning mark."""
    return desk_s(state, name) >= mark_s(state.settings, every_s(state.settings, name)) - EPSILON_S


# --- Prompts -------------------------------------------------------------------------------------------


def current(state: Kept) -> Prompt | None:
    """Return the prompt that is neither snoozed nor in an open break."""
    return next((prompt for prompt in state.prompts if prompt.snoozed_until_s is None), None)


def with_prompt(state: State, old: Prompt, new: Prompt | None) -> State:
    """Return `state` with `old` replaced, or removed where `new` is None."""
    changed = (new if prompt is old else prompt for prompt in state.prompts)
    return replace(state, prompts=tuple(prompt for prompt in changed if prompt is not None))


def prompted(state: Kept) -> set[str]:
    """Return the rhythms that have a prompt under way, snoozed ones too."""
    return {name for prompt in state.prompts for name in prompt.members}


def snoozes_left(state: State, prompt: Prompt) -> int:
    """Return how often the prompt may still be snoozed."""
    return max(0, state.settings.timing.snooze_limit - prompt.snoozes)


def is_strict(settings: Settings, prompt: Prompt) -> bool:
    """Tell whether one of the prompt's rhythms forbids skipping."""
    return any(name in settings.rhythm and settings.rhythm[name].strict for name in prompt.members)


def settling(state: State) -> bool:
    """Tell whether the person came back from lock or sleep a moment ago."""
    return state.now_s < state.settle_until_s - EPSILON_S


def settle(state: State) -> State:
    """Let settling begin now."""
    return replace(state, settle_until_s=state.now_s + state.settings.timing.settle_s)
