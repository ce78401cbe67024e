"""Rules 3, 4, 6, 7 and 12: falling due, from the warning to the break; alone or together."""

from msgspec.structs import replace

from unhunch.domain.engine.breaks import close_break, open_break, soonest_snoozed
from unhunch.domain.engine.outcomes import drop_all, skipped_row
from unhunch.domain.engine.plan import is_longer, longest, longest_first
from unhunch.domain.engine.state import (
    EPSILON_S,
    Log,
    Member,
    Prompt,
    State,
    at_mark,
    current,
    desk_s,
    every_s,
    is_strict,
    mark_s,
    prompted,
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
    if state.off_hours and state.prompts:
        return drop_all(state, "hours", log)
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
        if _comes_back(state, other) or (ends_soon and is_longer(state, prompt.lead, other.lead)):
            state, prompt = _absorbed(state, prompt, other)
        elif ends_soon:
            # A snoozed longer one is not brought forward: this one waits for it, as a part of it.
            joined = _joined(state, other, prompt)
            return with_prompt(with_prompt(state, prompt, None), other, joined)
    for name in _unprompted(state):
        if _left_s(state, name) <= soon_s:
            state, prompt = _with_member(state, prompt, name)
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


# --- Beginning (rules 3 and 12) ------------------------------------------------------------------------


def _begun(state: State, log: Log) -> State:
    """Let what reached its warning mark, or the end of its snooze, begin, join or wait."""
    returning = [prompt for prompt in state.prompts if _comes_back(state, prompt)]
    rhythms = [name for name in _unprompted(state) if at_mark(state, name) and not _waits(state, name)]
    prompt = current(state)
    if prompt is not None:
        return _joining(state, prompt, rhythms, returning)
    if returning:
        first = longest(state, [each.lead for each in returning])
        return _begin_again(state, next(each for each in returning if each.lead == first))
    if rhythms:
        name = min(longest_first(state, rhythms), key=lambda each: _left_s(state, each))
        return _begin_rhythm(state, name, log)
    return state


def _joining(state: State, prompt: Prompt, rhythms: list[str], returning: list[Prompt]) -> State:
    """A shorter one joins the prompt of a longer one; a longer one waits for the shorter one's outcome."""
    for name in rhythms:
        if is_longer(state, prompt.lead, name):
            state, prompt = _with_member(state, prompt, name)
    for other in returning:
        if is_longer(state, prompt.lead, other.lead):
            state, prompt = _absorbed(state, prompt, other)
    return state


def _waits(state: State, name: str) -> bool:
    """Tell whether a rhythm at its mark waits for a longer one that was snoozed and comes back soon after.

    Reading: otherwise a snoozed prompt keeps nobody waiting, however long it is snoozed.
    """
    due_s = state.now_s + _left_s(state, name)
    return any(
        prompt.snoozed_until_s is not None
        and is_longer(state, prompt.lead, name)
        and prompt.snoozed_until_s - due_s <= state.settings.timing.merge_s + EPSILON_S
        for prompt in state.prompts
    )


def _begin_rhythm(state: State, name: str, log: Log) -> State:
    """Begin the prompt of a rhythm: on time with its card, otherwise hidden until a late card can come."""
    warning = warning_s(state.settings, every_s(state.settings, name))
    left_s = _left_s(state, name)
    member = _member(state, name)
    on_time = member.due_s - desk_s(state, name) >= warning - EPSILON_S
    prompt = Prompt(lead=name, members={name: member}, due_work_s=work_s(state) + left_s, hidden=True)
    state = replace(
        state,
        prompts=(*state.prompts, prompt),
        full_warning=tuple(each for each in state.full_warning if each != name),
    )
    soon_s = left_s + state.settings.timing.merge_s
    for other in _unprompted(state):
        is_soon = left_s - EPSILON_S <= _left_s(state, other) <= soon_s + EPSILON_S
        if is_soon and is_longer(state, other, name):
            state, prompt = _with_member(state, prompt, other)
    if not on_time or settling(state) or state.held:
        return state
    if warning > 0:
        return _carded(state, prompt, left_s, log)
    return with_prompt(state, prompt, replace(prompt, hidden=False))


def _begin_again(state: State, prompt: Prompt) -> State:
    """Bring a snoozed prompt back; it is due when the snooze ends, with a late card."""
    left_s = max(0.0, (prompt.snoozed_until_s or 0.0) - state.now_s)
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
    return [name for name in state.bases if name not in taken]


def _left_s(state: State, name: str) -> float:
    """Return the desk time until a rhythm is due; one that new settings made due has its full warning."""
    interval_s = every_s(state.settings, name)
    if name in state.full_warning:
        return warning_s(state.settings, interval_s)
    return max(0.0, interval_s - desk_s(state, name))


def _comes_back(state: State, prompt: Prompt) -> bool:
    return prompt.snoozed_until_s is not None and (
        prompt.snoozed_until_s - LATE_WARNING_S <= state.now_s + EPSILON_S
    )


def _with_member(state: State, prompt: Prompt, name: str) -> tuple[State, Prompt]:
    members = prompt.members | {name: _member(state, name)}
    state = replace(state, full_warning=tuple(each for each in state.full_warning if each != name))
    more = replace(prompt, members=members, lead=longest(state, members))
    return with_prompt(state, prompt, more), more


def _member(state: State, name: str) -> Member:
    interval_s = every_s(state.settings, name)
    due_s = desk_s(state, name) + _left_s(state, name) if name in state.full_warning else interval_s
    return Member(mark_s=mark_s(state.settings, interval_s), due_s=due_s)


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
    if timing.gap_s <= 0:
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
        state = replace(state, prompts=(*state.prompts, prompt))
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
    return state if open_ is None else close_break(state, log)


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
    state = with_desk(state, dict.fromkeys(prompt.members, 0.0))
    return skipped_row(state, prompt, log)
