"""Rule 9: a pause by the person."""

from datetime import datetime

from msgspec.structs import replace

from unhunch.domain.engine.breaks import end_break
from unhunch.domain.engine.outcomes import drop_all
from unhunch.domain.engine.state import EPSILON_S, Log, Paused, State, keep_time
from unhunch.domain.engine.wall import boot_of, iso, next_time_of_day, wall_at
from unhunch.domain.settings import is_time_of_day

REMIND_S = 4 * 3600.0
LONGEST_S = 366 * 86400.0
"""A longer time is a slip of the finger, and may lead beyond any calendar; there are pauses without end."""
RESUMED = "resumed"
"""Says that a pause lasts until the person resumes."""


def begin(state: State, for_s: float | None, until: str | None, log: Log) -> State | str:
    """Pause; a pause under way is replaced. Prompts are dropped, an open break ends."""
    if for_s is not None and not 0 < for_s <= LONGEST_S:
        return "A pause of a given length lasts longer than 0 seconds and at most a year."
    if until is not None and until != "tomorrow" and not is_time_of_day(until):
        return f"“{until}” is not a time of day such as 14:00."
    state = keep_time(replace(state, pause=_paused(state, for_s, until)))
    log.say(state, "paused", until=until_text(state))
    if state.break_ is not None:
        state = end_break(state, log)
    return drop_all(state, "paused", log)


def _paused(state: State, for_s: float | None, until: str | None) -> Paused:
    if until is not None:
        hhmm = state.settings.timing.day_starts if until == "tomorrow" else until
        until_wall = next_time_of_day(state, hhmm)
        return Paused(until_wall=until_wall, fold=until_wall.fold)
    if for_s is not None:
        return Paused(until_s=state.now_s + for_s)
    return Paused(remind_s=state.now_s + REMIND_S)


def resume(state: State, log: Log) -> State | str:
    """End the pause."""
    if state.pause is None:
        return "Nothing is paused."
    state = keep_time(replace(state, pause=None))
    log.say(state, "resumed")
    return state


def ends_s(state: State) -> float | None:
    """Return the boot time at which the pause ends by itself."""
    pause = state.pause
    if pause is None:
        return None
    if pause.until_wall is None:
        return pause.until_s
    return boot_of(state, pause.until_wall.replace(fold=pause.fold))


def ends_at(state: State) -> datetime | str | None:
    """Return the wall time at which the pause ends, RESUMED if it has no end, None if there is no pause."""
    if state.pause is None:
        return None
    ends = ends_s(state)
    return RESUMED if ends is None else wall_at(state, ends)


def until_text(state: State) -> str | None:
    """Return `ends_at` as it is printed."""
    ends = ends_at(state)
    return iso(ends) if isinstance(ends, datetime) else ends


def deadline(state: State) -> float | None:
    """Return when the pause ends or reminds."""
    if state.pause is None:
        return None
    return ends_s(state) if state.pause.remind_s is None else state.pause.remind_s


def step(state: State, log: Log) -> State:
    """End a pause that is over; remind of one that has no end."""
    due_s = deadline(state)
    if state.pause is None or due_s is None or due_s > state.now_s + EPSILON_S:
        return state
    if state.pause.remind_s is None:
        resumed = resume(state, log)
        assert isinstance(resumed, State)
        return resumed
    log.say(state, "reminded")
    # What a restart slept through is said once.
    missed = int((state.now_s + EPSILON_S - state.pause.remind_s) // REMIND_S)
    return replace(state, pause=replace(state.pause, remind_s=state.pause.remind_s + (missed + 1) * REMIND_S))
