"""How a prompt ends, and the row of skipped ones (rule 7)."""

from collections.abc import Container, Iterable

from msgspec.structs import replace

from unhunch.domain.engine.plan import longest
from unhunch.domain.engine.state import Log, Prompt, State, with_prompt

ASK_AFTER = 3
"""So many skipped prompts in a row, and the person is asked what would suit them better."""


def row_broken(state: State, names: Iterable[str]) -> State:
    """Note that prompts of these rhythms had an outcome other than a skip."""
    return replace(state, rows=state.rows | dict.fromkeys(names, 0))


def ended(state: State, prompt: Prompt) -> State:
    """Let a prompt end with an outcome that is printed elsewhere (rested, or that of a break)."""
    return row_broken(with_prompt(state, prompt, None), prompt.members)


def left_by(state: State, prompt: Prompt, names: Container[str]) -> State:
    """Let these rhythms leave a prompt, which goes on with the others or ends with the last."""
    leaving = [name for name in prompt.members if name in names]
    if not leaving:
        return state
    state = row_broken(state, leaving)
    return with_prompt(state, prompt, _without(state, prompt, leaving))


def _without(state: State, prompt: Prompt, leaving: Container[str]) -> Prompt | None:
    members = {name: each for name, each in prompt.members.items() if name not in leaving}
    return replace(prompt, members=members, lead=longest(state, members)) if members else None


def drop_all(state: State, why: str, log: Log) -> State:
    """Drop every prompt under way (paused, out of hours)."""
    for prompt in state.prompts:
        log.say(state, "dropped", rhythm=prompt.lead, why=why)
        state = ended(state, prompt)
    return state


def drop_missing(state: State, log: Log) -> State:
    """Drop the prompts of rhythms that are no longer on.

    Reading: the prompt of several goes on for the others; an open break runs on, but is snoozed no more.
    """
    for prompt in state.prompts:
        off = [name for name in prompt.members if name not in state.bases]
        for name in off:
            log.say(state, "dropped", rhythm=name, why="disabled")
        state = left_by(state, prompt, off)
    open_ = state.break_
    if open_ is None or open_.prompt is None:
        return state
    off = [name for name in open_.prompt.members if name not in state.bases]
    if not off:
        return state
    return replace(state, break_=replace(open_, prompt=_without(state, open_.prompt, off)))


def skipped_row(state: State, prompt: Prompt, log: Log) -> State:
    """Count a skip for each of the prompt's rhythms, and ask after three in a row."""
    for name in [name for name in state.bases if name in prompt.members]:
        row = state.rows.get(name, 0) + 1
        if row >= ASK_AFTER:
            log.say(state, "asked", rhythm=name)
            row = 0
        state = replace(state, rows=state.rows | {name: row})
    return state
