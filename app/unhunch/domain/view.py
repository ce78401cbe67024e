"""What the windows show, derived from the engine's state: never a second truth.

All `_s` times named `at_s` or `since_s` are on the boot clock; all others are durations in seconds.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Phase = Literal["break", "paused", "off_hours", "away", "warned", "waiting", "snoozed", "idle", "working"]


class RhythmView(Struct, frozen=True, kw_only=True):
    """How far one enabled rhythm is."""

    name: str
    desk_s: float
    every_s: float
    due_in_s: float
    """Desk time left (of a snooze: clock time left); 0 when due."""


class CardView(Struct, frozen=True, kw_only=True):
    """The nudge card: shown while this is not None."""

    rhythm: str
    due_at_s: float
    """Boot time at which the break is due, as long as the person stays present."""
    waiting_for: tuple[str, ...]
    """After due: ("gap",) while it waits for a pause in typing; else empty."""
    snoozes_left: int
    snooze_min: float
    strict: bool
    """Skip is refused."""
    stretches: tuple[str, ...] = ()
    """Ids of the stretches that the break would show; empty for a plain pause."""


class BreakView(Struct, frozen=True, kw_only=True):
    """The open break: the window is open while this is not None."""

    rhythm: str
    stretches: tuple[str, ...]
    """Ids of all stretches of this break, in order; empty for a plain pause."""
    lengths_s: tuple[float, ...]
    """Length of each of `stretches`."""
    index: int
    """Which of `stretches` runs; 0 for a plain pause."""
    stretch_started_at_s: float
    """Boot time at which the running stretch would have begun had it never been paused: while running,
    seconds into the stretch are now - this."""
    stretch_done_s: float
    """Seconds into the running stretch at the moment of this view."""
    length_s: float
    """Length of the whole break as planned."""
    done_s: float
    """Time really spent in the break so far."""
    ends_at_s: float
    """Boot time at which the break ends if nothing else is done (meaningless while paused)."""
    paused: bool
    short: bool
    can_differ: bool = False
    """Another stretch can take the place of the running one."""
    routine: str = ""
    """The routine that it follows, whose doses count, or "varied"; empty: the order of the settings."""
    snoozes_left: int
    """0 where snooze would be refused."""
    strict: bool


class View(Struct, frozen=True, kw_only=True):
    """One picture of the engine for tray, card and windows."""

    at: datetime
    """The wall clock at this moment, aware."""
    phase: Phase
    present: bool
    rhythms: tuple[RhythmView, ...]
    """Enabled rhythms in the order of the settings."""
    holds: tuple[str, ...]
    paused_until: datetime | Literal["resumed"] | None
    card: CardView | None
    break_: BreakView | None
    prompt_rhythm: str | None
    """Rhythm of the prompt under way, snoozed and held ones too."""
    can_snooze: bool
    can_skip: bool
    why: str
    """One plain sentence for people (English; the windows build their own translated ones)."""
