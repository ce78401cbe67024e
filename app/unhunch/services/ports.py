"""What the services ask of the world: small Protocols that adapters fill and tests fake."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from unhunch.domain.parcel import Parcel, Parcelled, Picture
from unhunch.domain.settings import Settings
from unhunch.domain.stretch import Source
from unhunch.domain.text import Sentence


class Clock(Protocol):
    """Reads time; the only port that may."""

    def boot_s(self) -> float:
        """Seconds on a clock that never jumps and counts sleep."""

    def wall(self) -> datetime:
        """The local wall-clock time, aware of its zone."""


class Alarm(Protocol):
    """Wakes the session once; late, early and double wake-ups are harmless."""

    def wake_at(self, boot_s: float | None) -> None:
        """Wake at this boot time, replacing what was asked before; None: not at all."""

    def stop(self) -> None:
        """Never wake again."""


class PresenceSource(Protocol):
    """Knows when the last input was, without ever knowing what it was.

    `on_input` is called, in the Qt thread, at the first input after `watch_next_input()`.
    """

    @property
    def name(self) -> str:
        """For people: "X11 (XSync)", "none"."""

    def last_input_s(self) -> float | None:
        """Boot time of the last input; None where this system cannot tell."""

    def watch_next_input(self) -> None:
        """Ask for one call of `on_input` at the first input that `last_input_s` has not told of."""

    def stop(self) -> None:
        """Let go of the system's resources."""


class SessionEvents(Protocol):
    """What the desktop tells of locking and sleeping; each call comes in the Qt thread."""

    def locked(self) -> None: ...
    def unlocked(self) -> None: ...
    def sleeping(self) -> None: ...
    def woke(self) -> None: ...
    def clock_changed(self) -> None:
        """The wall clock was set or its zone changed."""


class Watcher(Protocol):
    """A source of lock, sleep or clock news; calls the SessionEvents that it was built with."""

    @property
    def name(self) -> str: ...
    def is_locked(self) -> bool: ...
    def stop(self) -> None: ...


class SettingsStore(Protocol):
    """The person's settings file."""

    @property
    def path(self) -> Path: ...
    def load(self) -> tuple[Settings, tuple[str, ...]]:
        """Read the file over the defaults. Also returns problems, each one sentence for the person."""

    def save(self, changes: Mapping[str, Any]) -> Settings:
        """Write dotted keys, keep comments and unknown keys, and return the settings that result.

        Raises SettingsError where a value is refused, OSError where the file cannot be written.
        """


class SettingsExchange(Protocol):
    """All settings as a file to give away or keep."""

    def read(self, path: Path) -> tuple[Settings, tuple[str, ...]]:
        """Return the settings in a file, and a sentence for each key that cannot be used.

        Raises ValueError with one sentence where the file cannot be used at all.
        """

    def write(self, path: Path, settings: Settings) -> None:
        """Write what differs from the defaults. Raises OSError with one sentence."""


class StateStore(Protocol):
    """The engine's state, kept for a restart."""

    def load(self) -> tuple[bytes | None, str | None]:
        """The saved state, or None; and what was lost, in one sentence, or None."""

    def save(self, state: bytes) -> None:
        """Replace the saved state atomically. Raises OSError."""


class History(Protocol):
    """What happened, for good."""

    def record(self, event: Mapping[str, Any], wall: datetime) -> None:
        """Append one event of the vocabulary. Never raises: a history that cannot be written says so once."""

    def holds(self, event: Mapping[str, Any], wall: datetime) -> bool:
        """Tell whether this event of this moment is recorded."""

    def recent(self, count: int) -> list[dict[str, Any]]:
        """The last `count` events, oldest first; each has "at" (ISO time) beside its own fields."""

    def close(self) -> None: ...


class Autostart(Protocol):
    """Starts the program at login."""

    def is_enabled(self) -> bool: ...
    def set_enabled(self, enabled: bool) -> None:
        """Raises OSError."""


class SoundPlayer(Protocol):
    """Plays short sounds; no device means silence, not an error."""

    def play(self, name: str) -> None: ...


class ControlHandler(Protocol):
    """Answers what comes in on the control socket."""

    def __call__(self, request: Mapping[str, Any]) -> Mapping[str, Any]: ...


class StretchFiles(Protocol):
    """Where stretch files lie."""

    def shipped(self) -> Iterable[tuple[str, str]]:
        """(id, text) of every stretch that comes with the program."""

    @property
    def unread(self) -> tuple[Sentence, ...]:
        """One sentence for each of the person's own files that `own` left out unread."""

    def own(self) -> Iterable[tuple[str, Source]]:
        """(id, content) of the person's own."""

    def source(self, stretch_id: str) -> str | None:
        """The text of a shipped stretch's file; None where there is none."""


class OwnStretchStore(Protocol):
    """The person's own stretches, to be changed."""

    def read(self, stretch_id: str) -> str | None: ...
    def picture(self, name: str) -> Picture | None:
        """A picture fit to be shown, or None."""

    def has_picture(self, name: str) -> bool: ...
    def write(self, stretch_id: str, source: str | Mapping[str, Any], picture: Picture | None) -> None:
        """Raises OSError."""

    def delete(self, stretch_id: str) -> None:
        """Raises OSError."""

    def drop_picture(self, name: str) -> None:
        """Delete a picture; one that cannot be stays."""


class Archives(Protocol):
    """Files with stretches for others and from others. Both raise ArchiveError; writing OSError too."""

    def read(self, path: Path) -> Parcel: ...
    def write(
        self, path: Path, stretches: Iterable[Parcelled], routines: Mapping[str, Mapping[str, Any]]
    ) -> None: ...
