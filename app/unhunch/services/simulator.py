"""A trace played through the real engine in simulated time: "why did my break not come?"."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from unhunch.domain import engine
from unhunch.domain import inputs as told
from unhunch.domain.catalogue import Catalogue, Stretches
from unhunch.domain.events import Event, printed, rounded
from unhunch.domain.settings import Settings, SettingsError, with_changes
from unhunch.services.trace import TOLD, YEARS, Line, TraceError, read_lines

__all__ = ["TraceError", "simulate"]

START = datetime(2026, 1, 1, tzinfo=UTC)
"""The wall time at which a trace begins that does not say."""
StretchesOf = Stretches | Callable[[Settings], Stretches]
LONGEST_S = 1e10
"""Beyond this, numbers are too coarse to tell times apart that the engine tells apart."""
REPLAY = "replay"
"""No machine's boot: from a recorded state, time is counted on by the wall clock."""


def simulate(
    lines: Iterable[Mapping[str, Any] | str], settings: Settings, catalogue: StretchesOf
) -> Iterator[dict[str, Any]]:
    """Yield the events of a trace, given as JSON texts or as dicts. `catalogue`: the stretches
    there are, or which there are for given settings.

    Raises TraceError, after what came before it, where the trace is malformed.
    """
    simulation: _Simulation | None = None
    line: Line | None = None
    for line in read_lines(lines):  # to the last, since a line after the end is a mistake too
        with _told_of(line):
            if simulation is None:
                start = _begins_at(line) if line.event == "begin" else START
                simulation = _Simulation(settings, catalogue, start)
            yield from simulation.play(line)
    if simulation is not None and line is not None and line.event != "finish":
        with _told_of(line):
            yield from simulation.run_out()


@contextmanager
def _told_of(line: Line) -> Iterator[None]:
    """Turn what cannot be played into a mistake of this line."""
    try:
        yield
    except (engine.StateError, SettingsError, _NoSuchTimeError) as error:
        raise TraceError(line.number, str(error)) from error


class _NoSuchTimeError(ValueError):
    """The wall clock of a trace shows a time that no calendar is sure of."""


_FIRST_S, _LAST_S = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (YEARS.start - 1, YEARS.stop))


def _begins_at(line: Line) -> datetime:
    zone: tzinfo = line.fields["timezone"]
    at: datetime = line.fields["at"]
    begin = at.astimezone(zone) if at.tzinfo is not None else at.replace(tzinfo=zone)
    return begin - timedelta(seconds=line.t)


class _Simulation:
    """Drives the engine as the session does: it asks for the last input, and jumps to what comes next."""

    def __init__(self, settings: Settings, catalogue: StretchesOf, start: datetime) -> None:
        self._settings = settings
        self._stretches = catalogue
        self._catalogue = self._found_catalogue()
        self._start_s = start.timestamp()
        self._zone = start.tzinfo
        self._state = engine.new_state(settings, self._catalogue, self._now(0.0))
        self._now_s = 0.0
        self._end_s = 0.0
        self._active_since_s = 0.0
        self._active_until_s = -1.0

    def play(self, line: Line) -> Iterator[dict[str, Any]]:
        """Run to the time of a line, timers first, and then play it."""
        t = max(line.t, self._now_s)
        yield from self._run_to(t)
        yield from self._play(line, t)

    def run_out(self) -> Iterator[dict[str, Any]]:
        """Run to the end of a trace that does not say where it ends."""
        yield from self._run_to(max(self._end_s, self._now_s))

    def _run_to(self, t: float) -> Iterator[dict[str, Any]]:
        typed_s = min(t, self._active_until_s)
        if typed_s > self._active_since_s:
            yield from self._tell(told.Input(typed_s, self._active_since_s), typed_s)
            self._active_since_s = typed_s
        yield from self._tell(told.Tick(), t)

    def _tell(self, what: told.EngineInput, t: float) -> Iterator[dict[str, Any]]:
        self._now_s = max(self._now_s, t)
        self._state, events = engine.advance(self._state, what, self._now(self._now_s))
        yield from self._shown(events)

    def _shown(self, events: tuple[Event, ...]) -> Iterator[dict[str, Any]]:
        return (printed(event) for event in events)

    def _now(self, t: float) -> engine.Now:
        if t > LONGEST_S:
            raise _NoSuchTimeError("the trace is longer than three hundred years")
        if not _FIRST_S <= self._start_s + t < _LAST_S:  # many shifts of the clock may lead far away
            raise _NoSuchTimeError(f"the clock leaves the years {YEARS[0]} to {YEARS[-1]}")
        return engine.Now(t, datetime.fromtimestamp(self._start_s + t, self._zone))

    # --- The kinds of lines ----------------------------------------------------------------------------

    def _play(self, line: Line, t: float) -> Iterator[dict[str, Any]]:
        fields = line.fields
        self._end_s = max(self._end_s, t)
        match line.event:
            case "begin":
                yield from self._start_from(fields, None, t)
            case "finish":
                pass
            case "active":
                yield from self._active(t, fields["until"])
            case "input":
                yield from self._tell(told.Input(t), t)
            case "clock":
                self._start_s += fields["shift_s"]
                yield from self._tell(told.ClockChanged(), t)
            case "restart":
                yield from self._restart(t + fields["down_s"], fields)
            case "settings":
                yield from self._change(t, fields["set"])
            case "status":
                status = engine.status(self._state, self._now(t))
                yield {"t": rounded(t), "event": "status", **status}
            case event:
                yield from self._tell(TOLD[event](fields), t)

    def _active(self, t: float, until_s: float) -> Iterator[dict[str, Any]]:
        self._end_s = max(self._end_s, until_s)
        yield from self._tell(told.Input(t, t), t)
        if self._active_until_s < t:
            self._active_since_s = t
        self._active_until_s = max(self._active_until_s, until_s)

    def _change(self, t: float, changes: dict[str, Any]) -> Iterator[dict[str, Any]]:
        try:
            self._settings = with_changes(self._settings, changes)
        except SettingsError as error:
            yield {"t": rounded(t), "event": "refused", "intent": "settings", "why": str(error)}
            return
        yield from self._tell(told.SettingsChanged(self._settings), t)
        before, self._catalogue = self._catalogue, self._found_catalogue()
        if self._catalogue != before:
            yield from self._tell(told.CatalogueChanged(self._catalogue), t)

    def _found_catalogue(self) -> Catalogue:
        """Return the stretches for the settings in force."""
        return Catalogue.of(self._stretches(self._settings) if callable(self._stretches) else self._stretches)

    # --- Restart ---------------------------------------------------------------------------------------

    def _restart(self, t: float, found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Stop and start again at `t`. Lines in between are read at the start."""
        saved = engine.dump(self._state)
        self._now_s = t
        self._end_s = max(self._end_s, t)
        yield from self._start_from(found, saved, t)
        self._active_since_s = max(self._active_since_s, t)  # what was typed meanwhile, nobody heard
        if self._active_until_s >= t:
            yield from self._tell(told.Input(t, t), t)

    def _start_from(
        self, found: Mapping[str, Any], saved: bytes | None, t: float
    ) -> Iterator[dict[str, Any]]:
        """Start from `saved`; a recorded trace says itself which state was really found, and all settings."""
        if "settings" in found:
            self._settings = with_changes(Settings(), found["settings"])
        self._catalogue = self._found_catalogue()
        recorded = "state" in found
        if recorded:
            saved = json.dumps(found["state"]).encode()
        if saved is None:
            self._state = engine.new_state(self._settings, self._catalogue, self._now(t))
            return
        self._state, events = engine.restore(
            saved,
            self._settings,
            self._catalogue,
            self._now(t),
            boot_id=REPLAY if recorded else "",
            locked=False if recorded else None,
        )
        yield from self._shown(events)
