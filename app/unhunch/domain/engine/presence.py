"""Rules 1, 2 and 10: who is there, what an absence rests, and settling after it."""

from collections.abc import Mapping

from msgspec.structs import replace

from unhunch.domain.engine.outcomes import ended
from unhunch.domain.engine.state import (
    EPSILON_S,
    Away,
    Break,
    Log,
    Prompt,
    State,
    desk_s,
    keep_time,
    settle,
    with_desk,
    with_prompt,
    work_s,
)
from unhunch.domain.settings import Settings

# --- News ----------------------------------------------------------------------------------------------


def heard_input(state: State, until_s: float | None) -> State:
    """Note an input now, or one that goes on without a pause until `until_s`.

    It wakes who is away, but not past a lock; while a break is open it does nothing, unless it goes on.
    """
    if state.break_ is None:
        state = replace(state, last_input_s=max(state.last_input_s, state.now_s), gone=_still_gone(state))
    if until_s is None:
        return state
    return replace(state, last_input_s=max(until_s, state.last_input_s), typing_until_s=until_s)


def _still_gone(state: State) -> bool:
    return state.gone and _is_deep(state)


def locked(state: State) -> State:
    """Note that the screen was locked."""
    return replace(state, locked=True)


def unlocked(state: State) -> State:
    """Note that the screen was unlocked, which brings the person back unless the machine sleeps."""
    # Reading: an unlock is somebody's doing, so it counts as an input.
    last_input_s = state.last_input_s if state.break_ is not None else max(state.last_input_s, state.now_s)
    return replace(state, locked=False, gone=state.gone and state.asleep, last_input_s=last_input_s)


def asleep(state: State) -> State:
    """Note that the machine sleeps; after it, the person has to show themselves."""
    return replace(state, asleep=True, gone=True)


def woke(state: State) -> State:
    """Note that the machine woke; nobody is there yet."""
    return replace(state, asleep=False)


def is_absent(state: State) -> bool:
    """Tell whether the person is not there, announced or not."""
    return state.locked or state.asleep or state.off_hours or state.gone


# --- By the clock --------------------------------------------------------------------------------------


def deadline(state: State) -> float | None:
    """Return when silence will have lasted so long that the person is away."""
    if state.break_ is not None or is_absent(state):
        return None
    covered = [cover_ends_s(state, name) for name in state.covers]
    return max(state.quiet_from_s, state.last_input_s, *covered) + state.settings.timing.away_after_s


def cover_ends_s(state: State, name: str) -> float:
    """Return when a meeting or a film stops to make silence presence, if it lasts that long."""
    return max(state.covers[name], state.last_input_s) + state.settings.timing.silent_present_s


def covered_so_far(state: State) -> State:
    """Note up to when silence was presence; it counts from there when what covered it ends or changes."""
    ends = (min(state.now_s, cover_ends_s(state, name)) for name in state.covers)
    return replace(state, quiet_from_s=max(state.quiet_from_s, *ends)) if state.covers else state


def uncovered(state: State, name: str) -> State:
    """Take away what made silence presence."""
    covers = {each: began for each, began in state.covers.items() if each != name}
    return replace(covered_so_far(state), covers=covers)


def step(state: State, log: Log) -> State:
    """Judge silence, and announce who left or came back. While a break is open, nothing of it."""
    if state.away is not None and _is_deep(state) and not state.away.deep:
        state = replace(state, away=replace(state.away, deep=True))
    if state.break_ is not None:
        return _watched_in_break(state, state.break_)
    leaves_s = deadline(state)
    if leaves_s is not None and leaves_s <= state.now_s + EPSILON_S:
        return _leave(replace(state, gone=True), "silence", log)
    if state.away is None:
        return _leave(state, "lock", log) if is_absent(state) else state
    if _is_deep(state):
        return state
    if state.gone and state.now_s <= state.typing_until_s:
        state = replace(state, gone=False)
    return state if state.gone else _return(state, log)


def _is_deep(state: State) -> bool:
    return state.locked or state.asleep or state.off_hours


def _watched_in_break(state: State, open_: Break) -> State:
    """Keep in mind who is gone. Who comes back from lock or sleep during a break settles from then on."""
    absent = is_absent(state)
    if open_.absent == absent:
        return state
    state = replace(state, break_=replace(open_, absent=absent))
    return state if absent else settle(state)


def _leave(state: State, kind: str, log: Log) -> State:
    log.say(state, "away", since=state.now_s)
    away = Away(
        since_s=state.now_s,
        kind="silence" if kind == "silence" else "lock",
        deep=kind == "lock",
        settle_left_s=max(0.0, state.settle_until_s - state.now_s),
    )
    return keep_time(replace(state, away=away))


def _return(state: State, log: Log) -> State:
    away = state.away
    assert away is not None
    log.say(state, "present")
    before = {name: desk_s(state, name) for name in state.bases}
    after = {name: before[name] * (1 - rest(state.settings, name, away, state.now_s)) for name in before}
    state = with_desk(state, after)
    state, over = _prompts_after(state, after)
    for name in state.bases:
        if before[name] > EPSILON_S:
            log.say(
                state,
                "rested",
                rhythm=name,
                away_s=state.now_s - away.since_s,
                desk_s_before=before[name],
                desk_s=after[name],
                prompt=name in over,
            )
    state = settle(state) if away.deep else replace(state, settle_until_s=state.now_s + away.settle_left_s)
    return keep_time(replace(state, away=None))


def rest(settings: Settings, name: str, away: Away, now_s: float) -> float:
    """Return the part (0 to 1) of a rhythm's desk time that an absence until now rests."""
    own = settings.rhythm[name].rest_s
    full_s = settings.timing.rest_s if own is None else own
    if away.kind == "silence":
        full_s -= settings.timing.away_after_s
    if full_s <= 0:
        return 1.0
    return min(1.0, max(0.0, now_s - away.since_s) / full_s)


def _prompts_after(state: State, desk: Mapping[str, float]) -> tuple[State, set[str]]:
    """End the prompts whose rhythms all rested; return the names of these rhythms too."""
    over: set[str] = set()
    for prompt in state.prompts:
        if all(_below_mark(prompt, name, desk) for name in prompt.members):
            over |= set(prompt.members)
            state = ended(state, prompt)
        else:
            state = with_prompt(state, prompt, _goes_on(state, prompt))
    return state, over


def _below_mark(prompt: Prompt, name: str, desk: Mapping[str, float]) -> bool:
    return desk[name] < prompt.members[name].mark_s - EPSILON_S


def _goes_on(state: State, prompt: Prompt) -> Prompt:
    """A prompt that outlives an absence has as much desk time left as its rhythms have."""
    left_s = max(0.0, min(each.due_s - desk_s(state, name) for name, each in prompt.members.items()))
    is_due = left_s <= EPSILON_S
    return replace(
        prompt,
        due_work_s=work_s(state) + left_s,
        hidden=True,
        carded=False,
        due_since_s=None,
        waiting_for=prompt.waiting_for if is_due else (),
    )
