"""The main loop: everything that fell due, in order, each at its own time; then what was told."""

from typing import assert_never

from msgspec.structs import replace

from unhunch.domain import inputs as told
from unhunch.domain.catalogue import Catalogue, Stretches
from unhunch.domain.engine import breaks, changes, holds, hours, pauses, presence, prompts, putting_off
from unhunch.domain.engine.state import EPSILON_S, Log, Now, Rule, State, Stopwatch, enabled, keep_time
from unhunch.domain.engine.wall import epoch_of_boot_s, look_at_hours, synced
from unhunch.domain.events import Event
from unhunch.domain.settings import Settings

RULES: tuple[Rule, ...] = (breaks.step, holds.step, pauses.step, hours.step, presence.step, prompts.step)
"""What is looked at, in this order, whenever something is due or was told. Who is there comes before what
to show, so that at a tie nothing opens for an empty chair."""

DEADLINES = (
    breaks.deadline,
    holds.deadline,
    pauses.deadline,
    hours.deadline,
    presence.deadline,
    prompts.deadline,
)
ROUNDS_MAX = 100
"""More rounds than anything needs to come to rest at one moment."""
LATE_ALARM_S = 2.0
"""How late an alarm may come before what happened in between is taken to be known."""


def new_state(settings: Settings, catalogue: Stretches, now: Now) -> State:
    """Return the state at the start: present, with desk time 0; away if this is out of hours."""
    zone = now.wall.tzinfo
    assert zone is not None, "a wall time is aware of its zone"
    state = State(
        settings=settings,
        catalogue=Catalogue.of(catalogue),
        zone=zone,
        now_s=now.boot_s,
        epoch_s=epoch_of_boot_s(now),
        work=Stopwatch(),
        bases=dict.fromkeys(enabled(settings), 0.0),
        rows={},
        last_input_s=now.boot_s,
        typing_until_s=now.boot_s - 1.0,  # the start is an input, but no typing
        quiet_from_s=now.boot_s,
        holds={},
        covers={},
    )
    working, edge_s = look_at_hours(state)
    state = replace(state, hours_edge_s=edge_s, off_hours=not working)
    # Out of hours the person is away from the start, without an event.
    return settled(state, Log())


def advance(state: State, what: told.EngineInput, now: Now) -> tuple[State, tuple[Event, ...]]:
    """Do everything that fell due by `now`, then take in `what` happened; also return the events.

    Times never run backwards: a `now` before what was done already counts as that moment.
    """
    log = Log()
    if isinstance(what, told.Input):
        state = _heard(state, what, log)
    state = _run(state, now.boot_s, log)
    state = synced(state, now)
    state = _taken_in(state, what, log)
    return settled(state, log), tuple(log.events)


def next_deadline(state: State) -> float | None:
    """Return the boot time at which something happens if nothing is told before; None: nothing will."""
    times = [each for each in (deadline(state) for deadline in DEADLINES) if each is not None]
    return min(times, default=None)


def wants_input(state: State) -> bool:
    """Tell whether an input would change something at once: it would bring the person back."""
    return state.gone and not (state.locked or state.asleep or state.off_hours)


def newer_input(state: State, last_input_s: float | None) -> told.Input | None:
    """Return what to tell the engine of the last input that the system knows of; None if it is no news.

    Where the alarm came a moment late and there was input since, nobody can tell whether there was silence
    before: it is taken for unbroken typing, so that a busy machine sends nobody away.
    """
    if last_input_s is None or last_input_s <= state.last_input_s:
        return None
    due_s = next_deadline(state)
    # What is due at the input itself, as `_run` sees it, is late as well.
    late_s = float("-inf") if due_s is None else last_input_s - due_s + EPSILON_S / 2
    is_late = 0 <= late_s < LATE_ALARM_S and not state.gone
    began_s = state.last_input_s if is_late else None
    return told.Input(last_input_s, began_s)


# --- The inside ----------------------------------------------------------------------------------------


def _run(state: State, until_s: float, log: Log) -> State:
    """Do what falls due up to and including `until_s`, each at its own time."""
    while True:
        due_s = next_deadline(state)
        if due_s is None or due_s > until_s + EPSILON_S / 2:
            break
        at_s = max(state.now_s, min(due_s, until_s))
        after = settled(replace(state, now_s=at_s), log)
        assert at_s > state.now_s or after != state, f"nothing came of the deadline {due_s}"
        state = after
    return replace(state, now_s=max(state.now_s, until_s))


def settled(state: State, log: Log) -> State:
    """Apply the rules at this moment until none of them has anything more to do."""
    for _ in range(ROUNDS_MAX):
        before = state
        for rule in RULES:
            state = rule(state, log)
        state = keep_time(state)
        if state is before:
            return state
    raise AssertionError(f"the rules do not come to rest at {state.now_s}")


def _heard(state: State, heard: told.Input, log: Log) -> State:
    """Take in an input at its own time."""
    began_s = heard.at_s if heard.began_s is None else min(heard.began_s, heard.at_s)
    if heard.at_s < state.now_s and state.away is not None and heard.at_s <= state.away.since_s:
        return state
    state = _run(state, began_s, log)
    until_s = None if heard.began_s is None else max(heard.at_s, state.now_s)
    return settled(presence.heard_input(state, until_s), log)


def _taken_in(state: State, what: told.EngineInput, log: Log) -> State:  # noqa: PLR0911, PLR0912 (one case each)
    match what:
        case told.Tick() | told.Input() | told.ClockChanged():
            return state
        case told.Lock():
            return presence.locked(state)
        case told.Unlock():
            return presence.unlocked(state)
        case told.Sleep():
            return presence.asleep(state)
        case told.Wake():
            return presence.woke(state)
        case told.HoldBegan(reason):
            return holds.began(state, reason)
        case told.HoldEnded(reason):
            return holds.ended(state, reason)
        case told.HintBegan(name):
            return holds.hint_began(state, name)
        case told.HintEnded(name):
            return holds.hint_ended(state, name)
        case told.SettingsChanged(settings):
            return changes.settings_changed(state, settings, log)
        case told.CatalogueChanged(catalogue):
            return changes.catalogue_changed(state, Catalogue.of(catalogue))
        case _:
            intent, after = _asked(state, what, log)
            if isinstance(after, State):
                return after
            log.say(state, "refused", intent=intent, why=after)
            return state


def _asked(state: State, what: told.Intent, log: Log) -> tuple[str, State | str]:  # noqa: PLR0911, PLR0912 (one case each)
    """Return the intent's name, and the state after it or the reason why it is refused."""
    match what:
        case told.TakeBreak(rhythm):
            return "take_break", breaks.take_break(state, rhythm, log)
        case told.Start(short):
            return "start", breaks.start(state, short, log)
        case told.Snooze(minutes):
            return "snooze", putting_off.snooze(state, minutes, log)
        case told.Skip():
            return "skip", putting_off.skip(state, log)
        case told.End():
            return "end", breaks.end(state, log)
        case told.Next():
            return "next", breaks.go_on(state, log)
        case told.Previous():
            return "previous", breaks.go_back(state, log)
        case told.Repeat():
            return "repeat", breaks.repeat(state, log)
        case told.Different():
            return "different", breaks.different(state, log)
        case told.BreakPause():
            return "break_pause", breaks.pause(state)
        case told.BreakResume():
            return "break_resume", breaks.resume(state)
        case told.Pause(for_s, until):
            return "pause", pauses.begin(state, for_s, until, log)
        case told.Resume():
            return "resume", pauses.resume(state, log)
        case _:
            assert_never(what)
