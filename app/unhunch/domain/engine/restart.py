"""Rule 14: the state as bytes, and going on from them after a restart."""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from unhunch.domain.catalogue import Catalogue, Stretches
from unhunch.domain.engine import presence
from unhunch.domain.engine.breaks import end_break
from unhunch.domain.engine.changes import catalogue_changed, settings_changed
from unhunch.domain.engine.hours import in_hours
from unhunch.domain.engine.loop import settled
from unhunch.domain.engine.state import Away, Kept, Log, Now, State, enabled, keep_time
from unhunch.domain.engine.wall import epoch_of_boot_s, look_at_hours
from unhunch.domain.events import Event
from unhunch.domain.settings import Settings

VERSION = 2
SAME_BOOT_S = 5.0
"""Boot clocks whose beginnings differ by no more than this belong to one boot of the machine."""


class StateError(ValueError):
    """Saved state cannot be used; the message says why in one sentence."""


class _Saved(Struct, frozen=True):
    version: int
    boot_id: str
    settings: Settings
    catalogue: Catalogue
    kept: Kept


def dump(state: State, boot_id: str = "") -> bytes:
    """Return the state as bytes; `boot_id` names this boot of the machine, where there is such a name."""
    kept = Kept(**{name: getattr(state, name) for name in Kept.__struct_fields__})
    saved = _Saved(VERSION, boot_id, state.settings, state.catalogue, kept)
    return msgspec.json.encode(saved)


def restore(
    data: bytes,
    settings: Settings,
    catalogue: Stretches,
    now: Now,
    *,
    boot_id: str = "",
    locked: bool | None = None,
) -> tuple[State, tuple[Event, ...]]:
    """Go on from `data`, which was dumped when the program stopped; also return what is to be told.

    `locked`: whether the screen is locked now, by a machine that is awake; None: it is locked or asleep as it
    was. Raises StateError for damaged data.
    """
    saved = _decoded(data)
    zone = now.wall.tzinfo
    assert zone is not None, "a wall time is aware of its zone"
    state = State(**_fields(saved.kept), settings=saved.settings, catalogue=saved.catalogue, zone=zone)
    down_s = _down_s(saved, now, boot_id)
    state = _rebased(state, now.boot_s - down_s - state.now_s)
    if locked is not None:
        state = replace(state, locked=locked, asleep=False)
    log = Log()
    is_short = down_s < state.settings.timing.away_after_s
    if is_short:
        state = _stood_still(state, down_s)
        state = replace(state, now_s=now.boot_s)
    else:
        state = _was_away(state, now.boot_s, log)
    state = replace(state, epoch_s=epoch_of_boot_s(now))
    if settings != state.settings:
        state = settings_changed(state, settings, log)
    if (stretches := Catalogue.of(catalogue)) != state.catalogue:
        state = catalogue_changed(state, stretches)
    state = presence.step(_hours_now(state, is_short), log)
    state = settled(state, log)
    return state, tuple(replace(event, at_s=state.now_s) for event in log.events)


def check(data: bytes) -> None:
    """Raise StateError where `data` cannot be gone on from."""
    _decoded(data)


def saved_at_s(data: bytes) -> float:
    """Return the boot time at which `data` was dumped. Raises StateError where it cannot be gone on from."""
    return _decoded(data).kept.now_s


def _decoded(data: bytes) -> _Saved:
    try:
        version = msgspec.json.decode(data, type=dict[str, Any]).get("version")
        if version != VERSION:
            raise StateError(f"The saved state has version {version}, this program reads version {VERSION}.")
        saved = msgspec.json.decode(data, type=_Saved)
    except msgspec.DecodeError as error:
        raise StateError(f"The saved state is damaged: {error}") from error
    if saved.kept.bases.keys() != enabled(saved.settings).keys():
        raise StateError("The saved state is damaged: its rhythms are not those of its settings.")
    return saved


def _fields(kept: Kept) -> dict[str, Any]:
    return asdict(kept)


def _down_s(saved: _Saved, now: Now, boot_id: str) -> float:
    """Return for how long the program was down, by the boot clock if the machine was not started anew."""
    by_boot_s = now.boot_s - saved.kept.now_s
    by_wall_s = now.wall.timestamp() - (saved.kept.epoch_s + saved.kept.now_s)
    if boot_id and saved.boot_id:
        same = boot_id == saved.boot_id
    else:
        # Without a name for the boot: the clocks agree, or the machine has run longer than the wall says.
        same = abs(by_wall_s - by_boot_s) <= SAME_BOOT_S or now.boot_s > by_wall_s
    return max(0.0, by_boot_s if same and by_boot_s >= 0 else by_wall_s)


# --- Moving times --------------------------------------------------------------------------------------


def _rebased(state: State, by_s: float) -> State:
    """Move everything to another boot clock."""
    if by_s == 0:
        return state
    pause = state.pause
    if pause is not None:
        pause = replace(pause, until_s=_later(pause.until_s, by_s))
    prompts = tuple(
        replace(each, snoozed_until_s=_later(each.snoozed_until_s, by_s)) for each in state.prompts
    )
    state = replace(state, pause=pause, prompts=prompts, now_s=state.now_s + by_s)
    # Not when time stands still: what is typed while the program is down, nobody hears.
    state = replace(state, typing_until_s=state.typing_until_s + by_s)
    return _stood_still(state, by_s)


def _stood_still(state: State, by_s: float) -> State:
    """Move everything that goes on as if time had stood still: all but the ends of snoozes and pauses."""
    away, open_, pause = state.away, state.break_, state.pause
    if away is not None:
        away = replace(away, since_s=away.since_s + by_s)
    if open_ is not None:
        open_ = replace(
            open_,
            done=open_.done.shifted(by_s),
            paused_s=_later(open_.paused_s, by_s),
        )
    if pause is not None:
        pause = replace(pause, remind_s=_later(pause.remind_s, by_s))
    return replace(
        state,
        work=state.work.shifted(by_s),
        last_input_s=state.last_input_s + by_s,
        quiet_from_s=state.quiet_from_s + by_s,
        away=away,
        settle_until_s=state.settle_until_s + by_s,
        holds={name: replace(hold, gone_s=_later(hold.gone_s, by_s)) for name, hold in state.holds.items()},
        covers={name: began_s + by_s for name, began_s in state.covers.items()},
        prompts=tuple(replace(each, due_since_s=_later(each.due_since_s, by_s)) for each in state.prompts),
        break_=open_,
        pause=pause,
    )


def _later(time_s: float | None, by_s: float) -> float | None:
    return None if time_s is None else time_s + by_s


# --- A long stop ---------------------------------------------------------------------------------------


def _was_away(state: State, start_s: float, log: Log) -> State:
    """Count the stop as an absence that lasts until the start, which is presence unless locked."""
    if state.break_ is not None:
        state = end_break(state, log)
    if state.away is None:
        log.say(state, "away", since=state.now_s)
        away = Away(since_s=state.now_s, kind="lock", deep=True)
    else:
        away = replace(state.away, deep=True)
    state = keep_time(replace(state, away=away))
    # The start counts as an input, as at the first one.
    return replace(state, now_s=start_s, last_input_s=start_s, asleep=False, gone=False)


def _hours_now(state: State, is_short: bool) -> State:
    """Look at the hours as they are at the start, without an event for an edge that passed meanwhile."""
    working, edge_s = look_at_hours(state)
    state = replace(state, hours_edge_s=edge_s)
    if working != state.off_hours:
        return state
    if not working:
        return replace(state, off_hours=True)
    return in_hours(state) if is_short else replace(state, off_hours=False)
