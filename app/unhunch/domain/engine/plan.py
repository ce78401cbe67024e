"""What a break shows and how long it takes; which of two breaks is the longer."""

from collections.abc import Iterable

from msgspec import Struct

from unhunch.domain.engine.choosing import Choice, coming, followed
from unhunch.domain.engine.state import State
from unhunch.domain.settings import VARIED, Rhythm

STRETCHES = 3
"""Reading: a rhythm that names neither stretches nor a length shows as many as the shipped one."""
PLAIN_S = 60.0
"""Reading: where no stretch is to be had, a plain pause of this length for each that was wanted."""


class Plan(Struct, frozen=True):
    """A break as it would open now."""

    stretches: tuple[str, ...]
    lengths_s: tuple[float, ...]
    length_s: float
    routine: str = ""
    """The routine that it follows, or "varied"; empty: the order of the settings."""
    choice: Choice = Choice()


def plan(state: State, name: str) -> Plan:
    """Return the whole break of a rhythm."""
    rhythm = state.settings.rhythm[name]
    routine = followed(state.settings, state.catalogue, rhythm.routine)
    count = _count(rhythm, routine)
    choice = coming(state, routine, count, rhythm.length_s)
    ids = choice.stretches
    lengths = tuple(float(state.catalogue.length_s(each, routine)) for each in ids)
    if rhythm.length_s is not None:
        return Plan(ids, lengths, float(rhythm.length_s), routine, choice)
    if not ids:
        return Plan((), (), PLAIN_S * (count or 1))
    return Plan(ids, lengths, sum(lengths), routine, choice)


def _count(rhythm: Rhythm, routine: str) -> int | None:
    """Return how many stretches a break wants; None: as many as there are."""
    if rhythm.stretches is not None:
        return rhythm.stretches
    if rhythm.length_s is not None:
        return None if routine else 0
    return STRETCHES if routine in ("", VARIED) else None


def shortened(whole: Plan) -> Plan:
    """Return the short version: the first stretch only; of a plain pause, the whole."""
    if not whole.stretches:
        return whole
    first_s = whole.lengths_s[0]
    return Plan(whole.stretches[:1], (first_s,), first_s, whole.routine, whole.choice)


def longest(state: State, names: Iterable[str]) -> str:
    """Return the rhythm with the longest break; of equal ones the first in the settings."""
    return max(names, key=lambda name: _rank(state, name))


def is_longer(state: State, one: str, other: str) -> bool:
    """Tell whether `one` has the longer break of the two (see `longest`)."""
    return _rank(state, one) > _rank(state, other)


def _rank(state: State, name: str) -> tuple[float, int]:
    order = list(state.settings.rhythm)
    if name not in state.settings.rhythm:
        return (0.0, -len(order))
    return (plan(state, name).length_s, -order.index(name))
