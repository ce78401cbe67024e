"""Rules 3, 4, 6, 7 and 12: falling due, from the warning to the break; alone or together."""

from math import inf

from msgspec.structs import replace

from unhunch.domain.engine.breaks import close_break, open_break, soonest_snoozed
from unhunch.domain.engine.outcomes import skipped_row
from unhunch.domain.engine.plan import is_longer, longest
from unhunch.domain.engine.state import (
    EPSILON_S,
    Log,
    Prompt,
    State,
    current,
    desk_s,
    enabled,
    every_s,
    is_strict,
    mark_s,
    prompted,
    settle_ends_s,
    settling,
    snoozes_left,
    warning_s,
    with_desk,
    with_prompt,
    work_s,
)

LATE_WARNING_S = 10.0
"""A card that comes late stays at least this long."""
SNOOZE_MIN, SNOOZE_MAX = 1, 120
"""Bounds of the minutes that may be asked for: those of `snooze_min`."""


def step(state: State, log: Log) -> State:
    """Begin prompts, show and hide the card, and open the break."""
    if state.break_ is not None or state.away is not None or state.pause is not None:
        return _hidden(state)
    begun = _begun(state, log)
    if begun is not state:
        return begun
    prompt = current(state)
    if prompt is None:
        return state
    if settling(state) or state.held:
        state = _hidden(state)
    elif prompt.hidden:
        return _shown_late(state, prompt, log)
    prompt = current(state)
    assert prompt is not None
    return _fell_due(state, prompt, log) if _is_due(state, prompt) else state


def deadline(state: State) -> float | None:
    """Return when a prompt next begins, shows, falls due or opens."""
    if state.break_ is not None or state.away is not None or state.pause is not None:
        return None
    now_s = state.now_s
    times = [p.snoozed_until_s - LATE_WARNING_S for p in state.prompts if p.snoozed_until_s is not None]
    times = [each for each in times if each > now_s + EPSILON_S]
    taken = prompted(state)
    for name in enabled(state.settings):
        to_mark_s = mark_s(state.settings, every_s(state.settings, name)) - desk_s(state, name)
        if name not in taken and to_mark_s > EPSILON_S:
            times.append(now_s + to_mark_s)
    prompt = current(state)
    if prompt is not None:
        times += _deadlines_of(state, prompt)
    return min(times, default=None)


def _deadlines_of(state: State, prompt: Prompt) -> list[float]:
    settled_s = settle_ends_s(state)
    if settling(state) and settled_s is not None:
        return [settled_s]
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
    left_s = max(LATE_WARNING_S, prompt.due_work_s - work_s(state))
    merge_s = state.settings.timing.merge_s
    for other in state.prompts:
        if other.snoozed_until_s is None or other.snoozed_until_s - state.now_s > merge_s + EPSILON_S:
            continue
        if is_longer(state, other.lead, prompt.lead):
            # A snoozed longer one is not brought forward: this one waits for it and comes as a part of it.
            state = with_prompt(state, prompt, None)
            return with_prompt(state, other, _joined(state, other, prompt))
        state, prompt = _absorbed(state, prompt, other)
    for name in _unprompted(state):
        reach_s = merge_s + (left_s if is_longer(state, name, prompt.lead) else 0.0)
        if _left_s(state, name) <= reach_s + EPSILON_S:
            state, prompt = _with_member(state, prompt, name)
    return _carded(state, prompt, left_s, log)


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


# --- Beginning (rules 3 and 12) ------------------------------------------------------------------------


def _begun(state: State, log: Log) -> State:
    """Let what reached its warning mark, or the end of its snooze, begin, join or wait."""
    rhythms = [name for name in _unprompted(state) if _at_mark(state, name)]
    returning = [prompt for prompt in state.prompts if _comes_back(state, prompt)]
    if not rhythms and not returning:
        return state
    prompt = current(state)
    if prompt is not None:
        return _joining(state, prompt, rhythms, returning)
    rhythms = [name for name in rhythms if not _waits(state, name, returning)]
    returning = [each for each in returning if not _waits_for_longer(state, each, returning)]
    if not rhythms and not returning:
        return state
    name = min(rhythms, key=lambda each: _left_s(state, each), default=None)
    again = min(returning, key=lambda each: _snooze_left_s(state, each), default=None)
    if again is not None and (name is None or _snooze_left_s(state, again) <= _left_s(state, name)):
        return _begin_again(state, again)
    assert name is not None
    return _begin_rhythm(state, name, log)


def _joining(state: State, prompt: Prompt, rhythms: list[str], returning: list[Prompt]) -> State:
    """A shorter one joins the prompt of a longer one; a longer one waits for the shorter one's outcome."""
    for name in rhythms:
        if is_longer(state, prompt.lead, name):
            state, prompt = _with_member(state, prompt, name)
    for other in returning:
        if is_longer(state, prompt.lead, other.lead):
            state, prompt = _absorbed(state, prompt, other)
    return state


def _waits(state: State, name: str, returning: list[Prompt]) -> bool:
    """Tell whether a rhythm at its mark has to wait for a snoozed prompt."""
    due_s = state.now_s + _left_s(state, name)
    for prompt in state.prompts:
        if prompt.snoozed_until_s is None or prompt in returning:
            continue
        if is_longer(state, name, prompt.lead):
            # Reading: a snoozed prompt has no outcome yet, so a longer one waits for it as well.
            return True
        if prompt.snoozed_until_s - due_s <= state.settings.timing.merge_s + EPSILON_S:
            return True
    return False


def _waits_for_longer(state: State, prompt: Prompt, returning: list[Prompt]) -> bool:
    """Tell whether a prompt whose snooze ends waits for a longer one whose snooze ends soon after."""
    return any(
        other.snoozed_until_s is not None
        and other not in returning
        and is_longer(state, other.lead, prompt.lead)
        and other.snoozed_until_s - (prompt.snoozed_until_s or 0.0)
        <= state.settings.timing.merge_s + EPSILON_S
        for other in state.prompts
    )


def _begin_rhythm(state: State, name: str, log: Log) -> State:
    """Begin the prompt of a rhythm: on time with its card, otherwise hidden until a late card can come."""
    interval_s = every_s(state.settings, name)
    left_s, warning = _left_s(state, name), warning_s(state.settings, interval_s)
    is_late = left_s < warning - EPSILON_S
    if name in state.full_warning:
        if left_s <= EPSILON_S:
            left_s, is_late = (warning, False) if warning else (LATE_WARNING_S, True)
        state = replace(state, full_warning=tuple(each for each in state.full_warning if each != name))
    prompt = Prompt(lead=name, members={name: interval_s}, due_work_s=work_s(state) + left_s, hidden=True)
    state = replace(state, prompts=(*state.prompts, prompt))
    for other in _unprompted(state):
        reach_s = left_s + state.settings.timing.merge_s
        if is_longer(state, other, name) and _left_s(state, other) <= reach_s + EPSILON_S:
            state, prompt = _with_member(state, prompt, other)
    if is_late or settling(state) or state.held:
        return state
    if warning > 0:
        return _carded(state, prompt, left_s, log)
    return with_prompt(state, prompt, replace(prompt, hidden=False))


def _begin_again(state: State, prompt: Prompt) -> State:
    """Bring a snoozed prompt back; it is due when the snooze ends, with a late card."""
    left_s = _snooze_left_s(state, prompt)
    again = replace(
        prompt,
        snoozed_until_s=None,
        due_work_s=work_s(state) + left_s,
        hidden=True,
        waiting_for=(),
    )
    return with_prompt(state, prompt, again)


def _unprompted(state: State) -> list[str]:
    taken = prompted(state)
    return [name for name in enabled(state.settings) if name not in taken]


def _at_mark(state: State, name: str) -> bool:
    return desk_s(state, name) >= mark_s(state.settings, every_s(state.settings, name)) - EPSILON_S


def _left_s(state: State, name: str) -> float:
    return every_s(state.settings, name) - desk_s(state, name)


def _comes_back(state: State, prompt: Prompt) -> bool:
    return prompt.snoozed_until_s is not None and _snooze_left_s(state, prompt) <= LATE_WARNING_S + EPSILON_S


def _snooze_left_s(state: State, prompt: Prompt) -> float:
    return inf if prompt.snoozed_until_s is None else prompt.snoozed_until_s - state.now_s


def _with_member(state: State, prompt: Prompt, name: str) -> tuple[State, Prompt]:
    members = prompt.members | {name: every_s(state.settings, name)}
    more = replace(prompt, members=members, lead=longest(state, members))
    return with_prompt(state, prompt, more), more


def _absorbed(state: State, prompt: Prompt, other: Prompt) -> tuple[State, Prompt]:
    more = _joined(state, prompt, other)
    return with_prompt(with_prompt(state, other, None), prompt, more), more


def _joined(state: State, prompt: Prompt, other: Prompt) -> Prompt:
    members = other.members | prompt.members
    snoozes = max(prompt.snoozes, other.snoozes)
    return replace(prompt, members=members, lead=longest(state, members), snoozes=snoozes)


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
    if timing.gap_s <= 0 or state.last_input_s is None:
        return due_s
    return max(due_s, min(state.last_input_s + timing.gap_s, due_s + timing.gap_max_s))


def _waiting(state: State, prompt: Prompt, reasons: tuple[str, ...], log: Log) -> State:
    if prompt.waiting_for == reasons:
        return state
    log.say(state, "waiting", rhythm=prompt.lead, **{"for": reasons})
    return with_prompt(state, prompt, replace(prompt, waiting_for=reasons))


# --- Snooze and skip (rules 6 and 7); each returns the reason where it is refused -------------------------


def snooze(state: State, minutes: float | None, log: Log) -> State | str:
    """Put the prompt, or the open break of one, off for a while."""
    open_ = state.break_
    prompt = current(state) if open_ is None else open_.prompt
    if prompt is None:
        return _why_no_snooze(state)
    if minutes is not None and not SNOOZE_MIN <= minutes <= SNOOZE_MAX:
        return f"A snooze lasts {SNOOZE_MIN} to {SNOOZE_MAX} minutes."
    if snoozes_left(state, prompt) == 0:
        return "No snooze is left for this break."
    for_s = (state.settings.timing.snooze_min if minutes is None else minutes) * 60
    if open_ is not None:
        state = replace(close_break(state), prompts=(*state.prompts, prompt))
    snoozed = replace(
        prompt,
        snoozes=prompt.snoozes + 1,
        snoozed_until_s=state.now_s + for_s,
        hidden=True,
        carded=False,
        due_since_s=None,
        waiting_for=(),
    )
    state = with_prompt(state, prompt, snoozed)
    log.say(state, "snoozed", rhythm=prompt.lead, for_s=for_s, left=snoozes_left(state, snoozed))
    return state


def _why_no_snooze(state: State) -> str:
    if state.break_ is not None:
        return "This break was not a reminder, so there is nothing to snooze."
    return "It is snoozed already." if state.prompts else "No break is due just now."


def skip(state: State, log: Log) -> State | str:
    """Let the prompt go by, as if its break had been taken."""
    if state.break_ is not None:
        return "A break is open; it can be ended instead."
    prompt = current(state) or soonest_snoozed(state)
    if prompt is None:
        return "No break is due just now."
    if is_strict(state.settings, prompt):
        return "This break is set not to be skipped."
    log.say(state, "skipped", rhythm=prompt.lead)
    state = with_prompt(state, prompt, None)
    state = with_desk(state, {name: 0.0 for name in prompt.members if name in state.settings.rhythm})
    return skipped_row(state, prompt, log)
