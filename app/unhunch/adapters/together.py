"""Brings together who tells of lock, sleep and clock, so that two who say the same are heard once."""

from __future__ import annotations

import logging

from unhunch.adapters.clock import SLEEP_NOTICED_S, MachineClock
from unhunch.services.ports import SessionEvents

log = logging.getLogger(__name__)


class Source:
    """One who tells: what it says holds until it says otherwise, or is lost."""

    def __init__(self, together: TogetherEvents) -> None:
        self._together = together
        self.is_locked = False
        self.is_asleep = False

    def locked(self) -> None:
        """The screen is locked."""
        self._change(locked=True)

    def unlocked(self) -> None:
        """The screen is not locked, as far as this source knows."""
        self._change(locked=False)

    def sleeping(self) -> None:
        """The machine is about to sleep."""
        self._change(asleep=True)

    def woke(self) -> None:
        """The machine is awake again."""
        self._change(asleep=False)

    def lost(self) -> None:
        """The source is gone; what it held ends with it."""
        self._change(locked=False, asleep=False)

    def _change(self, *, locked: bool | None = None, asleep: bool | None = None) -> None:
        self.is_locked = self.is_locked if locked is None else locked
        self.is_asleep = self.is_asleep if asleep is None else asleep
        self._together.look()


class TogetherEvents:
    """Passes on to `events` what changes for all sources taken together.

    Locked is who is locked by at least one; asleep likewise. A sleep that nobody told of beforehand is
    told on waking, from the difference of the clocks.
    """

    def __init__(self, clock: MachineClock, events: SessionEvents) -> None:
        self._clock = clock
        self._events = events
        self._sources: list[Source] = []
        self._asleep = False
        self._slept_s = clock.slept_s()
        self.is_locked = False

    def new_source(self) -> Source:
        """For one more who tells."""
        source = Source(self)
        self._sources.append(source)
        return source

    def look(self) -> None:
        """A source said something: pass on what is new."""
        locked = any(source.is_locked for source in self._sources)
        asleep = any(source.is_asleep for source in self._sources)
        if locked and not self.is_locked:
            self.is_locked = True
            self._events.locked()
        if asleep and not self._asleep:
            self._asleep = True
            self._events.sleeping()
        if self._asleep and not asleep:
            self._wake()
        if self.is_locked and not locked:
            self.is_locked = False
            self._events.unlocked()

    def clock_changed(self) -> None:
        """The wall clock or its zone was set, or the machine woke."""
        self._clock.reload_zone()
        slept_s = self._clock.slept_s() - self._slept_s
        if slept_s > SLEEP_NOTICED_S:
            log.info("The machine slept for %.0f s", slept_s)
            if not self._asleep:
                self._events.sleeping()
            for source in self._sources:
                source.is_asleep = False
            self._wake()
        self._events.clock_changed()

    def _wake(self) -> None:
        self._asleep = False
        self._slept_s = self._clock.slept_s()
        self._events.woke()
