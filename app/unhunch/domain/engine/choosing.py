"""Which stretches come next: in the order of the settings, of a routine, or varied.

Varied: whenever one is shown, everything that could have been shown earns its share of one turn and the
one shown pays a whole turn; who has most comes next. So each has its share of the turns in the long run,
nothing is chosen by chance, and whoever had to wait, since it was too long, comes as soon as it fits.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from unhunch.domain.catalogue import Catalogue
from unhunch.domain.engine.state import EPSILON_S, Break, State
from unhunch.domain.settings import VARIED, Routine, Settings

TURNS_KEPT = 2.0
"""So many turns are saved up or owed at most: a change of the choice is soon forgotten."""


class Choice(Struct, frozen=True):
    """What a break shows, in order."""

    stretches: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    """Of a routine: where it goes on after each of `stretches`."""
    pool: dict[str, float] = {}
    """Where varied: all that could have been chosen, each with its share of the turns."""


def usable(settings: Settings, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the enabled stretches that exist, each once, in their order."""
    return tuple(each for each in dict.fromkeys(settings.stretches.enabled) if each in catalogue.lengths_s)


def followed(settings: Settings, catalogue: Catalogue, wanted: str) -> str:
    """Return which routine is followed where `wanted` is asked for.

    A routine that is not there, or none of whose stretches is, gives way to the order of the settings ("").
    """
    routine = settings.routine.get(wanted)
    if routine is not None and any(each in catalogue.lengths_s for each in routine.stretches):
        return wanted
    return wanted if wanted == VARIED else ""


def coming(state: State, routine: str, count: int | None, length_s: float | None) -> Choice:
    """Return what comes next: at most `count`, in at most `length_s`; None: as many as there are.

    `routine` is what `followed` says. No choice shows one stretch twice, unless a routine does.
    """
    if routine == VARIED:
        return _varied(state, count, length_s)
    if routine:
        return _of_routine(state, routine, count, length_s)
    ids = _in_order(state)[:count]
    return Choice(ids if length_s is None else _that_fit(ids, state.catalogue, length_s))


def spare(state: State) -> tuple[str, ...]:
    """Return what can take the place of a stretch: enabled ones from where breaks go on, then the rest."""
    enabled = _in_order(state)
    return (*enabled, *(each for each in state.catalogue.lengths_s if each not in enabled))


def shown(state: State, open_: Break, *, is_new: bool) -> State:
    """Note that the running stretch of the open break was begun; `is_new`: for the first time."""
    stretch = open_.stretches[open_.index]
    state = replace(state, last_shown=stretch)
    if not is_new:
        return state
    if open_.routine == VARIED:
        return replace(state, turns=_after_turn(state.turns, open_.pool, stretch))
    if open_.routine:
        routine = state.settings.routine.get(open_.routine, Routine())
        place = open_.places[open_.index]
        still_there = routine.stretches[place - 1 : place] == (stretch,)
        return replace(state, places=state.places | {open_.routine: place}) if still_there else state
    ids = usable(state.settings, state.catalogue)
    return replace(state, place=ids.index(stretch) + 1) if stretch in ids else state


def places_kept(state: State, settings: Settings) -> dict[str, int]:
    """Return the places in the routines after a change of settings: a changed routine begins anew."""
    nothing = Routine()
    before, after = state.settings.routine, settings.routine
    return {
        name: place
        for name, place in state.places.items()
        if after.get(name, nothing).stretches == before.get(name, nothing).stretches
    }


def next_place(state: State, settings: Settings, catalogue: Catalogue) -> int:
    """Return where to go on in a changed list: after what was shown last, or as near to it as possible."""
    before, after = usable(state.settings, state.catalogue), usable(settings, catalogue)
    if before == after or not before or not after or state.place == 0:
        return state.place
    shown_ = (state.place - 1) % len(before)
    if before[shown_] in after:
        return after.index(before[shown_]) + 1
    coming_ = before[shown_ + 1 :] + before[:shown_]
    return next((after.index(each) for each in coming_ if each in after), 0)


def _in_order(state: State) -> tuple[str, ...]:
    ids = usable(state.settings, state.catalogue)
    if not ids:
        return ()
    start = state.place % len(ids)
    return ids[start:] + ids[:start]


def _that_fit(ids: tuple[str, ...], catalogue: Catalogue, length_s: float) -> tuple[str, ...]:
    total_s = 0.0
    for index, each in enumerate(ids):
        total_s += catalogue.lengths_s[each]
        if total_s > length_s + EPSILON_S:
            return ids[:index]
    return ids


# --- Routines ------------------------------------------------------------------------------------------


def _of_routine(state: State, name: str, count: int | None, length_s: float | None) -> Choice:
    """Return the next of a routine, once round at most; what is too long for the break is passed over."""
    stretches = state.settings.routine[name].stretches
    start = state.places.get(name, 0) % len(stretches)
    left_s = float("inf") if length_s is None else length_s + EPSILON_S
    chosen: list[tuple[str, int]] = []
    for at in (*range(start, len(stretches)), *range(start)):
        each = stretches[at]
        if each not in state.catalogue.lengths_s:
            continue
        takes_s = state.catalogue.length_s(each, name)
        if length_s is not None and takes_s > length_s + EPSILON_S:
            continue
        if takes_s > left_s or len(chosen) == count:
            break
        left_s -= takes_s
        chosen.append((each, at + 1))
    return Choice(tuple(each for each, _ in chosen), tuple(place for _, place in chosen))


# --- Varied --------------------------------------------------------------------------------------------


def _varied(state: State, count: int | None, length_s: float | None) -> Choice:
    pool = _pool(state, length_s)
    turns: Mapping[str, float] = state.turns
    left_s = float("inf") if length_s is None else length_s + EPSILON_S
    chosen: list[str] = []
    while len(chosen) != count:
        possible = [each for each in pool if each not in chosen and _takes_s(state, each) <= left_s]
        if not chosen:
            possible = [each for each in possible if each != state.last_shown] or possible
        if not possible:
            break
        best = _first_in_line(possible, turns, pool)
        turns = _after_turn(turns, pool, best)
        left_s -= _takes_s(state, best)
        chosen.append(best)
    return Choice(tuple(chosen), pool=pool)


def _pool(state: State, length_s: float | None) -> dict[str, float]:
    """Return what a break of this length can show at all, each with its share of the turns."""
    ids: Iterable[str] = usable(state.settings, state.catalogue)
    if length_s is not None:
        ids = [each for each in ids if _takes_s(state, each) <= length_s + EPSILON_S]
    favours = {each: state.catalogue.favour(each) for each in ids}
    total = sum(favours.values())
    return {each: favour / total for each, favour in favours.items()}


def _takes_s(state: State, stretch: str) -> float:
    return state.catalogue.lengths_s[stretch]


def _first_in_line(possible: Iterable[str], turns: Mapping[str, float], pool: Mapping[str, float]) -> str:
    """Return who has most turns saved up; of equal ones who was shown the longest ago."""
    waits = {each: -at for at, each in enumerate(turns)}
    return max(possible, key=lambda each: (_earned(each, turns, pool), waits.get(each, 1)))


def _earned(stretch: str, turns: Mapping[str, float], pool: Mapping[str, float]) -> float:
    return min(TURNS_KEPT, turns.get(stretch, 0.0) + pool.get(stretch, 0.0))


def _after_turn(turns: Mapping[str, float], pool: Mapping[str, float], stretch: str) -> dict[str, float]:
    """Return the turns that each has saved up (below 0: owes) once `stretch` was shown, which comes last."""
    others = {each: _earned(each, turns, pool) for each in (*turns, *pool) if each != stretch}
    return others | {stretch: max(-TURNS_KEPT, _earned(stretch, turns, pool) - 1)}
