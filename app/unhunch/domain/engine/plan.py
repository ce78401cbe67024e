"""What a break shows and how long it takes; which of two breaks is the longer."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from unhunch.domain.engine.state import EPSILON_S, State
from unhunch.domain.settings import Settings

STRETCHES = 3
"""Reading: a rhythm that names neither stretches nor a length shows as many as the shipped one."""
PLAIN_S = 60.0
"""Reading: where no stretch is to be had, a plain pause of this length for each that was wanted."""


class Plan(Struct, frozen=True):
    """A break as it would open now."""

    stretches: tuple[str, ...]
    lengths_s: tuple[float, ...]
    length_s: float


def usable(settings: Settings, catalogue: Mapping[str, float]) -> tuple[str, ...]:
    """Return the enabled stretches that exist, each once, in their order."""
    return tuple(each for each in dict.fromkeys(settings.stretches.enabled) if each in catalogue)


def plan(state: State, name: str) -> Plan:
    """Return the whole break of a rhythm."""
    rhythm = state.settings.rhythm[name]
    count = rhythm.stretches
    if count is None and rhythm.length_s is None:
        count = STRETCHES
    ids = _coming(state, count or 0)
    if rhythm.length_s is not None:
        ids = _that_fit(ids, state.catalogue, rhythm.length_s)
    lengths = tuple(float(state.catalogue[each]) for each in ids)
    if rhythm.length_s is not None:
        return Plan(ids, lengths, float(rhythm.length_s))
    if not ids:
        return Plan((), (), PLAIN_S * (count or 1))
    return Plan(ids, lengths, sum(lengths))


def shortened(whole: Plan) -> Plan:
    """Return the short version: the first stretch only; of a plain pause, the whole."""
    if not whole.stretches:
        return whole
    return Plan(whole.stretches[:1], whole.lengths_s[:1], whole.lengths_s[0])


def longest(state: State, names: Iterable[str]) -> str:
    """Return the rhythm with the longest break; of equal ones the first in the settings."""
    return max(names, key=lambda name: _rank(state, name))


def longest_first(state: State, names: Iterable[str]) -> list[str]:
    """Return rhythms in the order of `longest`."""
    return sorted(names, key=lambda name: _rank(state, name), reverse=True)


def is_longer(state: State, one: str, other: str) -> bool:
    """Tell whether `one` has the longer break of the two (see `longest`)."""
    return _rank(state, one) > _rank(state, other)


def next_place(state: State, settings: Settings, catalogue: Mapping[str, float]) -> int:
    """Return where to go on in a changed list: after what was shown last, or as near to it as possible."""
    before, after = usable(state.settings, state.catalogue), usable(settings, catalogue)
    if before == after or not before or not after or state.place == 0:
        return state.place
    shown = (state.place - 1) % len(before)
    if before[shown] in after:
        return after.index(before[shown]) + 1
    coming = before[shown + 1 :] + before[:shown]
    return next((after.index(each) for each in coming if each in after), 0)


def _rank(state: State, name: str) -> tuple[float, int]:
    order = list(state.settings.rhythm)
    if name not in state.settings.rhythm:
        return (0.0, -len(order))
    return (plan(state, name).length_s, -order.index(name))


def _coming(state: State, count: int) -> tuple[str, ...]:
    ids = usable(state.settings, state.catalogue)
    if not ids:
        return ()
    start = state.place % len(ids)
    return (ids[start:] + ids[:start])[:count]


def _that_fit(ids: tuple[str, ...], catalogue: Mapping[str, float], length_s: float) -> tuple[str, ...]:
    total_s = 0.0
    for index, each in enumerate(ids):
        total_s += catalogue[each]
        if total_s > length_s + EPSILON_S:
            return ids[:index]
    return ids
