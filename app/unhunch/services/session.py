"""The running program: feeds what happens into the engine and hands on what the engine says.

One alarm wakes it. At every step it asks the presence source for the last input, feeds that and
whatever happened into `advance`, records the events, publishes the new view, and sets the alarm to
the engine's next deadline. Nothing here decides anything about breaks.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from unhunch.domain import engine, inputs
from unhunch.domain.catalogue import Stretches
from unhunch.domain.engine import Now, State
from unhunch.domain.events import Event, printed
from unhunch.domain.settings import Settings, flatten
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence
from unhunch.domain.view import View
from unhunch.services.journal import Journal, line_of, settings_line
from unhunch.services.keeping import Fact, packed, unpacked
from unhunch.services.ports import Alarm, Clock, History, PresenceSource, StateStore

log = logging.getLogger(__name__)

SAVE_EVERY_S = 60.0
"""State is saved at least this often while desk time runs (and at every transition)."""


_LOST = QT_TRANSLATE_NOOP("Problems", "Where you were is lost, so the desk time starts anew.")


class Listener(Protocol):
    """Whoever shows or streams what the session does."""

    def happened(self, event: Event, view: View) -> None:
        """Note one fact, in order; `view` is the picture after all facts of this step."""

    def show(self, view: View) -> None:
        """Draw this picture of the engine; called after every step."""


class Session:
    """Drives one engine. Every public method is called in the same thread."""

    def __init__(
        self,
        *,
        clock: Clock,
        alarm: Alarm,
        presence: PresenceSource,
        state_store: StateStore,
        history: History,
        journal: Journal,
        settings: Settings,
        catalogue: Stretches,
        locked: bool = False,
        boot_id: str = "",
    ) -> None:
        """`boot_id` names this boot of the machine: a restart asks whether the boot clock went on."""
        self._clock = clock
        self._boot_id = boot_id
        self._alarm = alarm
        self._presence = presence
        self._state_store = state_store
        self._history = history
        self._journal = journal
        self._listeners: list[Listener] = []
        self._began_from: bytes | None = None
        self._save_failed = False
        self._saved_at_s = float("-inf")
        self._began_at = self._now()
        self._ahead_s = _ahead_s(self._began_at)
        self._starts_locked = False
        """Whether a fresh state, which begins present, begins under a lock."""
        self.settings = settings
        self.notes: list[str] = []
        """Sentences for the person about what was lost at the start."""
        self._state, self._first_events = self._restored(settings, catalogue, locked)

    def add_listener(self, listener: Listener) -> None:
        """Tell `listener` of everything from now on."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Publish what happened while the program was not running, and begin to wait."""
        now = self._began_at
        zone, settings = str(now.wall.tzinfo), flatten(self.settings)
        self._journal.begin_run(now.wall, now.boot_s, zone, settings, self._began_from)
        self._began_from = None
        events, self._first_events = self._first_events, ()
        self._publish(events)
        if self._starts_locked:
            self.feed(inputs.Lock())

    def stop(self) -> None:
        """Save and never wake again. A prompt and an open break go on at the next start."""
        self._publish(self._fed(inputs.Tick()))
        self._alarm.stop()
        self._save(force=True)

    def woke(self) -> None:
        """Do what is due; harmless at any time."""
        self.feed(inputs.Tick())

    def feed(self, happened: inputs.EngineInput) -> str | None:
        """Take in one outside event or intent; return why it was refused, or None."""
        return self._take_in(happened, line_of(happened))

    def change_settings(self, settings: Settings) -> None:
        """Apply new settings at once."""
        line = settings_line(self.settings, settings)
        self.settings = settings
        self._take_in(inputs.SettingsChanged(settings), line)

    def clock_changed(self) -> None:
        """The wall clock was set, or its zone changed."""
        shift_s = _ahead_s(self._now()) - self._ahead_s
        self._ahead_s += shift_s
        self._take_in(inputs.ClockChanged(), {"event": "clock", "shift_s": shift_s})

    def change_catalogue(self, catalogue: Stretches) -> None:
        """Other stretches may be shown from now on, or they take longer or shorter."""
        self.feed(inputs.CatalogueChanged(catalogue))

    def view(self) -> View:
        """Return the picture as of now."""
        return engine.view(self._state, self._now())

    def status(self) -> dict[str, Any]:
        """Return the status object, as the simulator prints it, of this moment."""
        self.woke()
        return engine.status(self._state, self._now())

    # -- inside ---------------------------------------------------------------------------------

    def _now(self) -> Now:
        return Now(self._clock.boot_s(), self._clock.wall())

    def _restored(
        self, settings: Settings, catalogue: Stretches, locked: bool
    ) -> tuple[State, tuple[Event, ...]]:
        now = self._began_at
        saved, lost = self._state_store.load()
        if saved is None and lost is None and self._history.recent(1):
            lost = Sentence(_LOST)
        if lost:
            self.notes.append(lost)
        if saved is not None:
            try:
                state, told = unpacked(saved)
                restored = engine.restore(
                    state, settings, catalogue, now, boot_id=self._boot_id, locked=locked
                )
                self._began_from = state
                self._tell_what_was_cut_off(told)
                return restored
            except engine.StateError as error:
                self.notes.append(str(error))
        self._starts_locked = locked
        return engine.new_state(settings, catalogue, now), ()

    def _tell_what_was_cut_off(self, told: Sequence[Fact]) -> None:
        for event, wall in told:
            if not self._history.holds(event, wall):
                self._history.record(event, wall)

    def _take_in(self, happened: inputs.EngineInput, line: dict[str, Any] | None) -> str | None:
        """Take in what happened, recorded as `line`; publish what came of it; return why it was refused."""
        events = self._fed(happened, line)
        self._publish(events, news=not isinstance(happened, inputs.Tick))
        return next((str(e.fields["why"]) for e in events if e.name == "refused"), None)

    def _fed(self, happened: inputs.EngineInput, line: dict[str, Any] | None = None) -> tuple[Event, ...]:
        """Advance by the last input, where it is news, and then by what happened."""
        now = self._now()
        last_s = self._presence.last_input_s()
        news = engine.newer_input(self._state, None if last_s is None else min(last_s, now.boot_s))
        events = self._advanced(news, now, line_of(news)) if news is not None else ()
        return events + self._advanced(happened, now, line)

    def _advanced(
        self, happened: inputs.EngineInput, now: Now, line: dict[str, Any] | None
    ) -> tuple[Event, ...]:
        if line is not None:
            self._journal.record_input(line.pop("event"), _time_of(happened, now), **line)
        self._state, events = engine.advance(self._state, happened, now)
        return events

    def _publish(self, events: tuple[Event, ...], *, news: bool = False) -> None:
        """Save, record, show and tell what happened; `news`: more than that time has passed."""
        now, view = self._now(), self.view()
        told = [(printed(event), _wall_of(event, now)) for event in events]
        self._save(told, force=news or bool(events))
        for event, wall in told:
            self._history.record(event, wall)
        for happened in events:
            for listener in self._listeners:
                listener.happened(happened, view)
        for listener in self._listeners:
            listener.show(view)
        if engine.wants_input(self._state):
            self._presence.watch_next_input()
        self._alarm.wake_at(self._next_wake_s(view))

    def _next_wake_s(self, view: View) -> float | None:
        deadline_s = engine.next_deadline(self._state)
        if not view.present:
            return deadline_s
        save_s = self._saved_at_s + SAVE_EVERY_S
        return save_s if deadline_s is None else min(deadline_s, save_s)

    def _save(self, told: Sequence[Fact] = (), *, force: bool) -> None:
        now_s = self._clock.boot_s()
        if not force and now_s < self._saved_at_s + SAVE_EVERY_S:
            return
        self._saved_at_s = now_s
        try:
            self._state_store.save(packed(engine.dump(self._state, self._boot_id), told))
        except OSError as error:
            if not self._save_failed:
                log.error("Where you are cannot be saved: %s", error)
            self._save_failed = True
        else:
            self._save_failed = False


def _time_of(happened: inputs.EngineInput, now: Now) -> float:
    """Return the boot time at which it began to happen; for input that may be well before it is known."""
    if isinstance(happened, inputs.Input):
        return happened.at_s if happened.began_s is None else happened.began_s
    return now.boot_s


def _ahead_s(now: Now) -> float:
    """Return how far the wall clock is ahead of the boot clock, s."""
    return now.wall.timestamp() - now.boot_s


def _wall_of(event: Event, now: Now) -> datetime:
    return now.wall - timedelta(seconds=now.boot_s - event.at_s)
