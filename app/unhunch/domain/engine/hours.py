"""Rule 11: outside the working hours the person counts as locked away."""

from msgspec.structs import replace

from unhunch.domain.engine.state import EPSILON_S, Log, State
from unhunch.domain.engine.wall import look_at_hours


def deadline(state: State) -> float | None:
    """Return when hours next begin or end."""
    return state.hours_edge_s


def step(state: State, log: Log) -> State:
    """Begin or end the working hours."""
    if state.hours_edge_s is None or state.hours_edge_s > state.now_s + EPSILON_S:
        return state
    working, edge_s = look_at_hours(state)
    state = replace(state, hours_edge_s=edge_s)
    if working != state.off_hours:
        return state
    return _started(state, log) if working else _ended(state, log)


def _started(state: State, log: Log) -> State:
    log.say(state, "hours_started")
    return in_hours(state)


def in_hours(state: State) -> State:
    """Let hours begin, which is no unlock: only who used the machine just now is there."""
    silence_s = state.now_s - state.last_input_s
    # Input while a break is open does nothing, and so it is no sign of anybody here either.
    was_used = state.break_ is None and silence_s < state.settings.timing.away_after_s - EPSILON_S
    return replace(state, off_hours=False, gone=state.locked or state.asleep or not was_used)


def _ended(state: State, log: Log) -> State:
    log.say(state, "hours_ended")
    return replace(state, off_hours=True)
