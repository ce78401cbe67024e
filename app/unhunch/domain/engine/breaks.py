"""Rule 5, the open break, and the part of rule 16 that opens one at the person's wish."""

from msgspec.structs import replace

from unhunch.domain.engine import plan as plans
from unhunch.domain.engine.choosing import shown, spare
from unhunch.domain.engine.outcomes import left_by, row_broken
from unhunch.domain.engine.state import (
    EPSILON_S,
    Break,
    Log,
    Prompt,
    State,
    Stopwatch,
    current,
    desk_s,
    every_s,
    keep_time,
    settle,
    with_desk,
    with_prompt,
)

PAUSE_MAX_S = 300.0
"""A paused break ends after this long."""


def open_break(state: State, rhythm: str, prompt: Prompt | None, short: bool, log: Log) -> State:
    """Open the break of a rhythm; `prompt` is the one that it answers, if any."""
    whole = plans.plan(state, rhythm)
    planned = plans.shortened(whole) if short else whole
    lengths = {name: plans.plan(state, name).length_s for name in state.bases}
    answered = set() if prompt is None else set(prompt.members)
    if prompt is not None:
        state = with_prompt(state, prompt, None)
        prompt = replace(
            prompt, snoozed_until_s=None, hidden=True, carded=False, due_since_s=None, waiting_for=()
        )
    opened = Break(
        rhythm=rhythm,
        stretches=planned.stretches,
        lengths_s=planned.lengths_s,
        length_s=planned.length_s,
        routine=planned.routine,
        places=planned.choice.places,
        pool=planned.choice.pool,
        full_s=whole.length_s,
        sets_back={
            name: length_s
            for name, length_s in lengths.items()
            if length_s <= whole.length_s + EPSILON_S or name in answered
        },
        done=Stopwatch(since_s=state.now_s),
        prompt=prompt,
        short=short,
        absent=state.away is not None,
    )
    state = keep_time(replace(state, break_=opened))
    log.say(state, "break_started", rhythm=rhythm, stretches=planned.stretches, length_s=planned.length_s)
    return _begin_stretch(state, opened, 0, log)


def close_break(state: State, log: Log) -> State:
    """Close the window; silence, and an absence, count from here. What it means for desk time, others say."""
    open_, away, now_s = state.break_, state.away, state.now_s
    assert open_ is not None
    if away is not None and open_.absent:
        away = replace(away, since_s=now_s)
    elif away is not None:
        log.say(state, "present")
        state = settle(state)
        away = None
    return keep_time(
        replace(
            state,
            break_=None,
            away=away,
            last_input_s=max(state.last_input_s, now_s),
            quiet_from_s=max(state.quiet_from_s, now_s),
        )
    )


def end_break(state: State, log: Log) -> State:
    """End the open break with its outcome."""
    open_ = state.break_
    assert open_ is not None
    done_s = open_.done.at(state.now_s)
    outcome = _outcome(open_, state.now_s)
    log.say(state, "break_ended", rhythm=open_.rhythm, outcome=outcome, done_s=done_s)
    state = _set_back(state, open_, None if outcome == "taken" else done_s)
    if open_.prompt is not None:
        state = row_broken(state, open_.prompt.members)
    for prompt in state.prompts:
        state = left_by(state, prompt, open_.sets_back)
    return close_break(state, log)


def _outcome(open_: Break, now_s: float) -> str:
    if open_.short:
        return "short" if open_.position_s(now_s) >= open_.length_s - EPSILON_S else "cut_short"
    return "taken" if open_.done.at(now_s) >= open_.full_s / 2 - EPSILON_S else "cut_short"


def _set_back(state: State, open_: Break, partly_done_s: float | None) -> State:
    """Set desk time back: to 0, or by the part of each break that was done."""
    values: dict[str, float] = {}
    for name, length_s in open_.sets_back.items():
        if name not in state.bases:
            continue
        if partly_done_s is None:
            values[name] = 0.0
        else:
            left = max(0.0, 1 - partly_done_s / length_s)
            values[name] = min(every_s(state.settings, name) / 2, desk_s(state, name) * left)
    return with_desk(state, values)


# --- By the clock --------------------------------------------------------------------------------------


def deadline(state: State) -> float | None:
    """Return when the open break does something by itself."""
    open_ = state.break_
    if open_ is None:
        return None
    if open_.paused_s is not None:
        return open_.paused_s + PAUSE_MAX_S
    ends_s = open_.length_s if _at_last(open_) else open_.start_s(open_.index + 1)
    return state.now_s + ends_s - open_.position_s(state.now_s)


def step(state: State, log: Log) -> State:
    """Go on to the next stretch or end the break, where it is time for that."""
    open_, due_s = state.break_, deadline(state)
    if open_ is None or due_s is None or due_s > state.now_s + EPSILON_S:
        return state
    if open_.paused_s is not None or _at_last(open_):
        return end_break(state, log)
    return _begin_stretch(state, open_, open_.index + 1, log)


def _at_last(open_: Break) -> bool:
    return open_.index >= len(open_.stretches) - 1


def _begin_stretch(state: State, open_: Break, index: int, log: Log) -> State:
    if not open_.stretches:
        return state
    begun = replace(
        open_,
        index=index,
        jumped_s=open_.start_s(index) - open_.done.at(state.now_s),
        furthest=max(index, open_.furthest),
    )
    state = shown(replace(state, break_=begun), begun, is_new=index > open_.furthest)
    log.say(state, "stretch_started", stretch=open_.stretches[index])
    return state


# --- By the person's hand; each returns the reason where it is refused -----------------------------------


def take_break(state: State, rhythm: str | None, log: Log) -> State | str:
    """Open a break now (rule 16)."""
    if state.break_ is not None:
        return "A break is open already."
    names = [name for name, each in state.settings.rhythm.items() if each.enabled]
    if rhythm is None and not names:
        return "No break is switched on."
    if rhythm is not None and rhythm not in state.settings.rhythm:
        return f"There is no break called “{rhythm}”."
    name = rhythm or plans.longest(state, names)
    # Reading: a break that already has a prompt of its name answers it.
    prompt = next((each for each in state.prompts if each.lead == name), None)
    return open_break(state, name, prompt, False, log)


def start(state: State, short: bool, log: Log) -> State | str:
    """Open the break of the prompt under way (rule 16), or its short version (rule 6)."""
    if state.break_ is not None:
        return "A break is open already."
    prompt = current(state) or soonest_snoozed(state)
    if prompt is None:
        return "No break is due just now."
    if short and prompt.snoozes < state.settings.timing.snooze_limit:
        return "The short version is offered once no snooze is left."
    return open_break(state, prompt.lead, prompt, short, log)


def soonest_snoozed(state: State) -> Prompt | None:
    """Return the snoozed prompt that comes back first."""
    snoozed = [prompt for prompt in state.prompts if prompt.snoozed_until_s is not None]
    return min(snoozed, key=lambda prompt: prompt.snoozed_until_s or 0.0, default=None)


def end(state: State, log: Log) -> State | str:
    """End the open break."""
    return NO_BREAK if state.break_ is None else end_break(state, log)


def go_on(state: State, log: Log) -> State | str:
    """Go on to the next stretch; at the last one this ends the break."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if _at_last(open_):
        return end_break(state, log)
    return _begin_stretch(state, open_, open_.index + 1, log)


def go_back(state: State, log: Log) -> State | str:
    """Go back to the stretch before."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if open_.index == 0:
        return "This is the first stretch." if open_.stretches else "This break has no stretches."
    return _begin_stretch(state, open_, open_.index - 1, log)


def repeat(state: State, log: Log) -> State | str:
    """Begin the running stretch again."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if not open_.stretches:
        return "This break has no stretch to repeat."
    return _begin_stretch(state, open_, open_.index, log)


def another(state: State, open_: Break) -> str | None:
    """Return what can take the place of the running stretch: the next that this break leaves out."""
    return next((each for each in spare(state) if each not in open_.stretches), None)


def different(state: State, log: Log) -> State | str:
    """Show another stretch in the place of the running one."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if not open_.stretches:
        return "This break has no stretch to change."
    other = another(state, open_)
    if other is None:
        return "There is no other stretch that suits; the library has more."
    at, takes_s = open_.index, state.catalogue.lengths_s[other]
    longer_s = takes_s - open_.lengths_s[at]
    has_own_length = state.settings.rhythm[open_.rhythm].length_s is not None
    changed = replace(
        open_,
        stretches=(*open_.stretches[:at], other, *open_.stretches[at + 1 :]),
        lengths_s=(*open_.lengths_s[:at], takes_s, *open_.lengths_s[at + 1 :]),
        length_s=open_.length_s if has_own_length else open_.length_s + longer_s,
        full_s=open_.full_s if has_own_length else open_.full_s + longer_s,
    )
    return _begin_stretch(state, changed, at, log)


def pause(state: State) -> State | str:
    """Let the open break stand still."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if open_.paused_s is not None:
        return "The break is paused already."
    done = open_.done.running(False, state.now_s)
    return replace(state, break_=replace(open_, done=done, paused_s=state.now_s))


def resume(state: State) -> State | str:
    """Let the open break go on."""
    open_ = state.break_
    if open_ is None:
        return NO_BREAK
    if open_.paused_s is None:
        return "The break is not paused."
    done = open_.done.running(True, state.now_s)
    return replace(state, break_=replace(open_, done=done, paused_s=None))


NO_BREAK = "No break is open."
