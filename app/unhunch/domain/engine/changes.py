"""Rule 15: settings, and the stretches there are, change at once and restart no countdown."""

from collections.abc import Mapping

from msgspec.structs import replace

from unhunch.domain.catalogue import Catalogue
from unhunch.domain.engine.choosing import next_place, places_kept
from unhunch.domain.engine.outcomes import drop_missing
from unhunch.domain.engine.presence import covered_so_far
from unhunch.domain.engine.state import EPSILON_S, Log, State, desk_s, enabled, every_s, prompted, work_s
from unhunch.domain.settings import Settings


def settings_changed(state: State, settings: Settings, log: Log) -> State:
    """Let new settings hold from now on; what this makes due comes with the next step."""
    state = covered_so_far(state)
    place = next_place(state, settings, state.catalogue)
    places = places_kept(state, settings)
    bases = {name: state.bases.get(name, work_s(state)) for name in enabled(settings)}
    rows = {name: row for name, row in state.rows.items() if name in bases}
    hours_edge_s = state.hours_edge_s if settings.hours == state.settings.hours else state.now_s
    before_s = {name: every_s(state.settings, name) for name in state.bases}
    state = replace(state, settings=settings, place=place, places=places, bases=bases, rows=rows)
    state = replace(state, hours_edge_s=hours_edge_s)
    state = drop_missing(state, log)
    return replace(state, full_warning=tuple(name for name in bases if _is_made_due(state, name, before_s)))


def _is_made_due(state: State, name: str, before_s: Mapping[str, float]) -> bool:
    """Tell whether the interval was made shorter than the desk time so far, now or not long ago."""
    now_s = every_s(state.settings, name)
    if name in prompted(state) or now_s >= desk_s(state, name) - EPSILON_S:
        return False
    return name in state.full_warning or now_s < before_s.get(name, 0.0)


def catalogue_changed(state: State, catalogue: Catalogue) -> State:
    """Let these stretches exist from now on; an open break goes on as it was."""
    place = next_place(state, state.settings, catalogue)
    return replace(state, catalogue=catalogue, place=place)
