"""How a prompt ends, and the row of skipped ones (rule 7)."""

from msgspec.structs import replace

from unhunch.domain.engine.plan import longest
from unhunch.domain.engine.state import Log, Prompt, State, with_prompt

ASK_AFTER = 3
"""So many skipped prompts in a row, and the person is asked what would suit them better."""


def row_broken(state: State, prompt: Prompt) -> State:
    """Note that the prompt had an outcome other than a skip."""
    return replace(state, rows=state.rows | dict.fromkeys(prompt.members, 0))


def ended(state: State, prompt: Prompt) -> State:
    """Let a prompt end with an outcome that is printed elsewhere (rested, or that of a break)."""
    return row_broken(with_prompt(state, prompt, None), prompt)


def drop_all(state: State, why: str, log: Log) -> State:
    """Drop every prompt under way (paused, out of hours)."""
    for prompt in state.prompts:
        log.say(state, "dropped", rhythm=prompt.lead, why=why)
        state = ended(state, prompt)
    return state


def drop_missing(state: State, log: Log) -> State:
    """Drop the prompts of rhythms that are no longer on; a prompt of several loses that rhythm."""
    on = {name for name, rhythm in state.settings.rhythm.items() if rhythm.enabled}
    for prompt in state.prompts:
        members = {name: each for name, each in prompt.members.items() if name in on}
        if len(members) == len(prompt.members):
            continue
        if prompt.lead not in members:
            log.say(state, "dropped", rhythm=prompt.lead, why="disabled")
        if not members:
            state = ended(state, prompt)
            continue
        # Reading: the prompt of several rhythms goes on for those that are still on.
        lead = longest(state, members)
        state = with_prompt(state, prompt, replace(prompt, members=members, lead=lead))
    return state


def skipped_row(state: State, prompt: Prompt, log: Log) -> State:
    """Count a skip for each of the prompt's rhythms, and ask after three in a row."""
    for name in prompt.members:
        row = state.rows.get(name, 0) + 1
        if row >= ASK_AFTER:
            log.say(state, "asked", rhythm=name)
            row = 0
        state = replace(state, rows=state.rows | {name: row})
    return state
