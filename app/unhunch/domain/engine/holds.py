"""Rule 8: what keeps prompts back; and what makes silence presence (rule 1)."""

from msgspec.structs import replace

from unhunch.domain.engine.breaks import end_break
from unhunch.domain.engine.presence import uncovered
from unhunch.domain.engine.state import EPSILON_S, Hold, Log, State

MEETING = "meeting"
REASONS = (MEETING, "fullscreen", "dnd", "excluded_app")


def began(state: State, reason: str) -> State:
    """Note that a reason is there (again)."""
    return replace(state, holds=state.holds | {reason: Hold()})


def ended(state: State, reason: str) -> State:
    """Note that a reason is gone; the hold lasts a little longer."""
    hold = state.holds.get(reason)
    if hold is None or hold.gone_s is not None:
        return state
    return replace(state, holds=state.holds | {reason: Hold(gone_s=state.now_s)})


def hint_began(state: State, name: str) -> State:
    """Note a sign of presence without input."""
    if name in state.hints:
        return state
    covers = state.covers | {name: state.now_s}
    return replace(state, hints=(*state.hints, name), covers=covers)


def hint_ended(state: State, name: str) -> State:
    """Note that the sign is gone."""
    if name not in state.hints:
        return state
    return replace(uncovered(state, name), hints=tuple(each for each in state.hints if each != name))


def counts(state: State, reason: str) -> bool:
    """Tell whether the person lets this reason hold breaks back."""
    return bool(getattr(state.settings.holds, reason, True))


def deadline(state: State) -> float | None:
    """Return when the next hold ends."""
    release_s = state.settings.timing.release_s
    return min((h.gone_s + release_s for h in state.holds.values() if h.gone_s is not None), default=None)


def step(state: State, log: Log) -> State:
    """End the holds that have been gone for long enough, and say what holds now."""
    release_s = state.settings.timing.release_s
    over = [
        reason
        for reason, hold in state.holds.items()
        if hold.gone_s is not None
        and (hold.gone_s + release_s <= state.now_s + EPSILON_S or not counts(state, reason))
    ]
    if over:
        left = {reason: hold for reason, hold in state.holds.items() if reason not in over}
        state = replace(state, holds=left)
    held = tuple(reason for reason in REASONS if reason in state.holds and counts(state, reason))
    return state if held == state.held else _announced(state, held, log)


def _announced(state: State, held: tuple[str, ...], log: Log) -> State:
    """Say what holds now. A meeting that begins closes an open break."""
    before = state.held
    state = replace(state, held=held)
    if held:
        # Reading: said at every change of the set, as the tray does.
        log.say(state, "held", reasons=held)
    else:
        log.say(state, "released")
    if MEETING in before and MEETING not in held:
        return uncovered(state, MEETING)
    if MEETING in held and MEETING not in before:
        state = replace(state, covers=state.covers | {MEETING: state.now_s})
        if state.break_ is not None:
            return end_break(state, log)
    return state
