"""Rules 3 and 4: a prompt from its card to the opening of its break."""

from msgspec.structs import replace

from unhunch.domain.engine.breaks import open_break
from unhunch.domain.engine.outcomes import drop_all
from unhunch.domain.engine.plan import is_longer
from unhunch.domain.engine.state import (
    EPSILON_S,
    Log,
    Prompt,
    State,
    current,
    desk_s,
    every_s,
    mark_s,
    prompted,
    settling,
    with_prompt,
    work_s,
)
from unhunch.domain.engine.together import (
    LATE_WARNING_S,
    absorbed,
    begun,
    comes_back,
    joined,
    left_of_s,
    unprompted,
    with_member,
)


def step(state: State, log: Log) -> State:
    """Begin prompts, show and hide the card, and open the break."""
    if state.off_hours and state.prompts:
        return drop_all(state, "hours", log)
    if state.break_ is not None or state.away is not None or state.pause is not None:
        return _hidden(state)
    after = begun(state)
    if after is not state:
        return after  # what else has begun at this moment joins before anything is shown or opened
    if settling(state) or state.held:
        state = _hidden(state)
    prompt = current(state)
    return state if prompt is None else _taken_on(state, prompt, log)


def _taken_on(state: State, prompt: Prompt, log: Log) -> State:
    """Take the prompt at hand one step on: show its card, open its break, or say what it waits for."""
    if prompt.hidden and not (settling(state) or state.held):
        return _shown_late(state, prompt, log)
    if _is_due(state, prompt):
        return _fell_due(state, prompt, log)
    if not (prompt.hidden or prompt.carded):
        return _carded(state, prompt, prompt.due_work_s - work_s(state), log)
    return state


def deadline(state: State) -> float | None:
    """Return when a prompt next begins, shows, falls due or opens."""
    if state.break_ is not None or state.away is not None or state.pause is not None:
        return None
    now_s = state.now_s
    times = [p.snoozed_until_s - LATE_WARNING_S for p in state.prompts if p.snoozed_until_s is not None]
    times = [each for each in times if each > now_s + EPSILON_S]
    taken = prompted(state)
    for name in state.bases:
        to_mark_s = mark_s(state.settings, every_s(state.settings, name)) - desk_s(state, name)
        if name not in taken and to_mark_s > EPSILON_S:
            times.append(now_s + to_mark_s)
    prompt = current(state)
    if prompt is not None:
        times += _deadlines_of(state, prompt)
    return min(times, default=None)


def _deadlines_of(state: State, prompt: Prompt) -> list[float]:
    if settling(state):
        return [state.settle_until_s]
    if not _is_due(state, prompt):
        return [state.now_s + prompt.due_work_s - work_s(state)]
    return [] if state.held else [_opens_s(state, prompt)]


# --- Hiding and showing --------------------------------------------------------------------------------


def _hidden(state: State) -> State:
    """Take the card off the screen; it comes back late."""
    prompt = current(state)
    if prompt is None or prompt.hidden:
        return state
    return with_prompt(state, prompt, replace(prompt, hidden=True, carded=False, due_since_s=None))


def _shown_late(state: State, prompt: Prompt, log: Log) -> State:
    """Show a late card for everything due by now or soon after (rule 12)."""
    soon_s = state.settings.timing.merge_s + EPSILON_S
    for other in state.prompts:
        if other.snoozed_until_s is None:
            continue
        ends_soon = other.snoozed_until_s - state.now_s <= soon_s
        if comes_back(state, other) or (ends_soon and is_longer(state, prompt.lead, other.lead)):
            state, prompt = absorbed(state, prompt, other)
        elif ends_soon:
            # A snoozed longer one is not brought forward: this one waits for it, as a part of it.
            both = joined(state, other, prompt)
            return with_prompt(with_prompt(state, prompt, None), other, both)
    for name in unprompted(state):
        if left_of_s(state, name) <= soon_s:
            state, prompt = with_member(state, prompt, name)
    return _carded(state, prompt, max(LATE_WARNING_S, prompt.due_work_s - work_s(state)), log)


def _carded(state: State, prompt: Prompt, left_s: float, log: Log) -> State:
    shown = replace(
        prompt,
        due_work_s=work_s(state) + left_s,
        hidden=False,
        carded=True,
        due_since_s=None,
        waiting_for=(),
    )
    state = with_prompt(state, prompt, shown)
    log.say(state, "warned", rhythm=shown.lead, due_in_s=left_s)
    return state


# --- Due (rule 4) --------------------------------------------------------------------------------------


def _is_due(state: State, prompt: Prompt) -> bool:
    return work_s(state) >= prompt.due_work_s - EPSILON_S


def _fell_due(state: State, prompt: Prompt, log: Log) -> State:
    """Open the break, or say what it waits for."""
    if settling(state):
        return state
    if state.held:
        return _waiting(state, prompt, state.held, log)
    if prompt.due_since_s is None:
        prompt, old = replace(prompt, due_since_s=state.now_s), prompt
        state = with_prompt(state, old, prompt)
    if _opens_s(state, prompt) <= state.now_s + EPSILON_S:
        return open_break(state, prompt.lead, prompt, False, log)
    return _waiting(state, prompt, ("gap",), log)


def _opens_s(state: State, prompt: Prompt) -> float:
    """Return when a prompt that is due opens: after a gap in the typing, but without waiting for ever."""
    timing = state.settings.timing
    due_s = state.now_s if prompt.due_since_s is None else prompt.due_since_s
    if timing.gap_s <= 0:
        return due_s
    return max(due_s, min(state.last_input_s + timing.gap_s, due_s + timing.gap_max_s))


def _waiting(state: State, prompt: Prompt, reasons: tuple[str, ...], log: Log) -> State:
    if prompt.waiting_for == reasons:
        return state
    log.say(state, "waiting", rhythm=prompt.lead, **{"for": reasons})
    return with_prompt(state, prompt, replace(prompt, waiting_for=reasons))
