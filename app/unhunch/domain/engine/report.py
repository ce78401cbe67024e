"""What the engine shows of itself: the view for the windows, the status object, and one sentence why."""

from typing import Any

from msgspec.structs import replace

from unhunch.domain.engine import breaks, pauses, presence
from unhunch.domain.engine.plan import plan
from unhunch.domain.engine.state import (
    EPSILON_S,
    Break,
    Now,
    Prompt,
    State,
    current,
    desk_s,
    enabled,
    every_s,
    is_strict,
    prompted,
    settling,
    snoozes_left,
    work_s,
)
from unhunch.domain.engine.wall import wall_at
from unhunch.domain.events import rounded
from unhunch.domain.view import BreakView, CardView, Phase, RhythmView, View


def view(state: State, now: Now) -> View:
    """Return the picture of `state` at `now`, which must not lie beyond the next deadline."""
    state = _at(state, now)
    prompt = _prompt(state)
    can_snooze, can_skip = _can_snooze(state), _can_skip(state)
    return View(
        at=wall_at(state, state.now_s),
        phase=phase(state),
        present=is_present(state),
        rhythms=tuple(
            RhythmView(
                name=name,
                desk_s=desk_s(state, name),
                every_s=every_s(state.settings, name),
                due_in_s=due_in_s(state, name),
            )
            for name in enabled(state.settings)
        ),
        holds=state.held,
        paused_until=_paused_until(state),
        card=_card(state),
        break_=None if state.break_ is None else _break(state, state.break_),
        prompt_rhythm=None if prompt is None else prompt.lead,
        can_snooze=can_snooze,
        can_skip=can_skip,
        why=why(state),
    )


def status(state: State, now: Now) -> dict[str, Any]:
    """Return the status object, as `unhunch status --json` prints it."""
    state = _at(state, now)
    prompt, open_ = _prompt(state), state.break_
    shown: dict[str, Any] = {
        "phase": phase(state),
        "present": is_present(state),
        "rhythms": {
            name: {"desk_s": desk_s(state, name), "due_in_s": due_in_s(state, name)}
            for name in enabled(state.settings)
        },
        "holds": list(state.held),
        "paused_until": pauses.until_text(state),
        "prompt": None
        if prompt is None
        else {"rhythm": prompt.lead, "snoozes_left": snoozes_left(state, prompt)},
        "break": None if open_ is None else _break_status(state, open_),
        "why": why(state),
    }
    return rounded(shown)  # type: ignore[no-any-return]


def is_present(state: State) -> bool:
    """Tell whether the person is at the desk. Who comes back during a break is back at its end."""
    return state.away is None and not presence.is_absent(state)


def phase(state: State) -> Phase:  # noqa: PLR0911 (the first that is true, as the contract lists them)
    """Return what the engine is about."""
    if state.break_ is not None:
        return "break"
    if state.pause is not None:
        return "paused"
    if state.off_hours:
        return "off_hours"
    if state.away is not None:
        return "away"
    prompt = current(state)
    is_due = prompt is not None and prompt.due_work_s <= work_s(state) + EPSILON_S
    if prompt is not None and prompt.carded and not is_due:
        return "warned"
    if is_due:
        return "waiting"
    if prompt is None and state.prompts:
        return "snoozed"
    if not enabled(state.settings):
        return "idle"
    return "working"


def due_in_s(state: State, name: str) -> float:
    """Return the seconds of desk time left of a rhythm (of a snooze: on the clock); 0 when due."""
    for prompt in state.prompts:
        if name not in prompt.members:
            continue
        if prompt.snoozed_until_s is not None:
            return max(0.0, prompt.snoozed_until_s - state.now_s)
        return max(0.0, prompt.due_work_s - work_s(state))
    return max(0.0, every_s(state.settings, name) - desk_s(state, name))


def _at(state: State, now: Now) -> State:
    """Return `state` moved to `now`, as far as nothing falls due before."""
    return replace(state, now_s=max(state.now_s, now.boot_s))


def _prompt(state: State) -> Prompt | None:
    """Return the prompt under way: of the open break, at hand, or the next snoozed one."""
    if state.break_ is not None and state.break_.prompt is not None:
        return state.break_.prompt
    return current(state) or breaks.soonest_snoozed(state)


def _can_snooze(state: State) -> bool:
    prompt = current(state) if state.break_ is None else state.break_.prompt
    return prompt is not None and snoozes_left(state, prompt) > 0


def _can_skip(state: State) -> bool:
    prompt = _prompt(state)
    return state.break_ is None and prompt is not None and not is_strict(state.settings, prompt)


def _paused_until(state: State) -> Any:
    return pauses.ends_at(state)


def _card(state: State) -> CardView | None:
    prompt = current(state)
    if prompt is None or not prompt.carded:
        return None
    return CardView(
        rhythm=prompt.lead,
        due_at_s=state.now_s + prompt.due_work_s - work_s(state),
        waiting_for=prompt.waiting_for,
        snoozes_left=snoozes_left(state, prompt),
        snooze_min=state.settings.timing.snooze_min,
        strict=is_strict(state.settings, prompt),
        stretches=plan(state, prompt.lead).stretches,
    )


def _break(state: State, open_: Break) -> BreakView:
    done_s = open_.done.at(state.now_s)
    position_s = open_.position_s(state.now_s)
    stretch_done_s = position_s - open_.start_s(open_.index)
    left_s = open_.length_s - position_s
    prompt = open_.prompt
    rhythm = state.settings.rhythm.get(open_.rhythm)
    return BreakView(
        rhythm=open_.rhythm,
        stretches=open_.stretches,
        lengths_s=open_.lengths_s,
        index=open_.index,
        stretch_started_at_s=state.now_s - stretch_done_s,
        stretch_done_s=stretch_done_s,
        length_s=open_.length_s,
        done_s=done_s,
        ends_at_s=state.now_s + left_s,
        paused=open_.paused_s is not None,
        short=open_.short,
        can_differ=breaks.another(state, open_) is not None,
        routine=open_.routine,
        snoozes_left=0 if prompt is None else snoozes_left(state, prompt),
        strict=rhythm is not None and rhythm.strict,
    )


def _break_status(state: State, open_: Break) -> dict[str, Any]:
    return {
        "rhythm": open_.rhythm,
        "stretch": open_.stretches[open_.index] if open_.stretches else None,
        "done_s": open_.done.at(state.now_s),
        "length_s": open_.length_s,
    }


# --- In words ------------------------------------------------------------------------------------------

HOLD_WORDS = {
    "meeting": "a meeting",
    "fullscreen": "a full-screen window",
    "dnd": "do-not-disturb",
    "excluded_app": "an app you excluded",
}


def why(state: State) -> str:  # noqa: PLR0911 (one sentence a phase)
    """Return one plain sentence: what is going on, and what comes next."""
    match phase(state):
        case "break":
            assert state.break_ is not None
            return f"The {state.break_.rhythm} break is open."
        case "paused":
            return _why_paused(state)
        case "off_hours":
            return "It is outside your working hours, so no break comes."
        case "away":
            return _why_away(state)
        case "warned":
            return f"The next {_lead(state)} break comes in {_seconds(due_in_s(state, _lead(state)))}."
        case "waiting":
            return _why_waiting(state)
        case "snoozed":
            return f"The {_lead(state)} break is snoozed for another {_span(due_in_s(state, _lead(state)))}."
        case "idle":
            return "No break is switched on."
        case _:
            return _why_working(state)


def _lead(state: State) -> str:
    prompt = _prompt(state)
    assert prompt is not None
    return prompt.lead


def _why_paused(state: State) -> str:
    ends = pauses.ends_s(state)
    if ends is None:
        return "Breaks are paused until you resume."
    moment = wall_at(state, ends)
    days = (moment.date() - wall_at(state, state.now_s).date()).days
    on = {0: "", 1: " tomorrow"}.get(days, f" on {moment:%Y-%m-%d}")
    return f"Breaks are paused until {moment:%H:%M}{on}."


def _why_away(state: State) -> str:
    if state.asleep:
        return "The computer is asleep, so you are resting."
    if state.locked:
        return "The screen is locked, so you are resting."
    return "Nobody is at the desk, so desk time stands still."


def _why_waiting(state: State) -> str:
    lead = _lead(state)
    if settling(state):
        return f"The {lead} break is due and comes once you have settled in."
    if state.held:
        return f"The {lead} break is due and held back by {_holds(state)}."
    return f"The {lead} break is due and waits for a pause in your typing."


def _why_working(state: State) -> str:
    on = list(enabled(state.settings))
    name = min(on, key=lambda each: due_in_s(state, each))
    held = f"; {_holds(state)} would hold it back" if state.held else ""
    if name not in prompted(state) and due_in_s(state, name) <= 0:
        return f"The {name} break is due next{held}."
    desk = _span(desk_s(state, name))
    return f"{desk} at the desk, next {name} break in {_span(due_in_s(state, name))}{held}."


def _holds(state: State) -> str:
    return " and ".join(HOLD_WORDS.get(each, each) for each in state.held)


def _span(seconds: float) -> str:
    return _seconds(seconds) if seconds < 60 else f"{int(seconds // 60)} min"


def _seconds(seconds: float) -> str:
    return f"{max(0, round(seconds))} s"
