"""Rule 12: which prompt begins, who joins it, and who waits for whom."""

from msgspec.structs import replace

from unhunch.domain.engine.plan import is_longer, longest
from unhunch.domain.engine.state import (
    EPSILON_S,
    Member,
    Prompt,
    State,
    at_mark,
    current,
    desk_s,
    every_s,
    mark_s,
    prompted,
    warning_s,
    with_prompt,
    work_s,
)

LATE_WARNING_S = 10.0
"""A card that comes late stays at least this long."""


def begun(state: State) -> State:
    """Let what reached its warning mark, or the end of its snooze, begin, join or wait."""
    returning = [prompt for prompt in state.prompts if comes_back(state, prompt)]
    rhythms = [name for name in unprompted(state) if at_mark(state, name) and not _waits(state, name)]
    prompt = current(state)
    if prompt is not None:
        return _joining(state, prompt, rhythms, returning)
    if returning:
        first = longest(state, [each.lead for each in returning])
        return _begin_again(state, next(each for each in returning if each.lead == first))
    if rhythms:
        soonest_s = min(left_of_s(state, each) for each in rhythms) + EPSILON_S
        due_first = [each for each in rhythms if left_of_s(state, each) <= soonest_s]
        return _begin_rhythm(state, longest(state, due_first))
    return state


def _joining(state: State, prompt: Prompt, rhythms: list[str], returning: list[Prompt]) -> State:
    """A shorter one joins the prompt of a longer one; a longer one waits for the shorter one's outcome."""
    for name in rhythms:
        if is_longer(state, prompt.lead, name):
            state, prompt = with_member(state, prompt, name)
    for other in returning:
        if is_longer(state, prompt.lead, other.lead):
            state, prompt = absorbed(state, prompt, other)
    return state


def _waits(state: State, name: str) -> bool:
    """Tell whether a rhythm at its mark waits for a longer one that was snoozed and comes back soon after.

    Reading: otherwise a snoozed prompt keeps nobody waiting, however long it is snoozed.
    """
    due_s = state.now_s + left_of_s(state, name)
    return any(
        prompt.snoozed_until_s is not None
        and is_longer(state, prompt.lead, name)
        and prompt.snoozed_until_s - due_s <= state.settings.timing.merge_s + EPSILON_S
        for prompt in state.prompts
    )


def _begin_rhythm(state: State, name: str) -> State:
    """Begin the prompt of a rhythm: on time, or hidden until a late card can come."""
    left_s, member = left_of_s(state, name), _member(state, name)
    warning = warning_s(state.settings, every_s(state.settings, name))
    on_time = member.due_s - desk_s(state, name) >= warning - EPSILON_S
    prompt = Prompt(lead=name, members={name: member}, due_work_s=work_s(state) + left_s, hidden=not on_time)
    state = replace(
        state,
        prompts=(*state.prompts, prompt),
        full_warning=tuple(each for each in state.full_warning if each != name),
    )
    soon_s = left_s + state.settings.timing.merge_s
    for other in unprompted(state):
        is_soon = left_s - EPSILON_S <= left_of_s(state, other) <= soon_s + EPSILON_S
        if is_soon and is_longer(state, other, name):
            state, prompt = with_member(state, prompt, other)
    return state


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


def unprompted(state: State) -> list[str]:
    """Return the rhythms that are on and have no prompt."""
    taken = prompted(state)
    return [name for name in state.bases if name not in taken]


def left_of_s(state: State, name: str) -> float:
    """Return the desk time until a rhythm is due; one that new settings made due has its full warning."""
    interval_s = every_s(state.settings, name)
    if name in state.full_warning:
        return warning_s(state.settings, interval_s)
    return max(0.0, interval_s - desk_s(state, name))


def comes_back(state: State, prompt: Prompt) -> bool:
    """Tell whether a snooze is so far over that its late card is due."""
    return prompt.snoozed_until_s is not None and (
        prompt.snoozed_until_s - LATE_WARNING_S <= state.now_s + EPSILON_S
    )


def with_member(state: State, prompt: Prompt, name: str) -> tuple[State, Prompt]:
    """Take a rhythm into a prompt."""
    members = prompt.members | {name: _member(state, name)}
    state = replace(state, full_warning=tuple(each for each in state.full_warning if each != name))
    more = replace(prompt, members=members, lead=longest(state, members))
    return with_prompt(state, prompt, more), more


def _member(state: State, name: str) -> Member:
    interval_s = every_s(state.settings, name)
    due_s = desk_s(state, name) + left_of_s(state, name) if name in state.full_warning else interval_s
    return Member(mark_s=mark_s(state.settings, interval_s), due_s=due_s)


def absorbed(state: State, prompt: Prompt, other: Prompt) -> tuple[State, Prompt]:
    """Take another prompt into a prompt."""
    more = joined(state, prompt, other)
    return with_prompt(with_prompt(state, other, None), prompt, more), more


def joined(state: State, prompt: Prompt, other: Prompt) -> Prompt:
    """Return `prompt` with the rhythms of `other`; the higher count of snoozes goes on."""
    members = other.members | prompt.members
    snoozes = max(prompt.snoozes, other.snoozes)
    return replace(prompt, members=members, lead=longest(state, members), snoozes=snoozes)
