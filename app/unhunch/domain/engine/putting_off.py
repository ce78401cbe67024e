"""Rules 6 and 7: snooze and skip. Each returns the reason where it is refused."""

from msgspec.structs import replace

from unhunch.domain.engine.breaks import close_break, soonest_snoozed
from unhunch.domain.engine.outcomes import skipped_row
from unhunch.domain.engine.state import Log, State, current, is_strict, snoozes_left, with_desk, with_prompt

SNOOZE_MIN, SNOOZE_MAX = 1, 120
"""Bounds of the minutes that may be asked for: those of `snooze_min`."""


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
