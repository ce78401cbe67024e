"""What the engine was given, as lines of a trace: kinds and times, never keys or titles."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from unhunch.domain import inputs
from unhunch.domain.settings import Settings, replacing


class Journal(Protocol):
    """Keeps what the engine was given, so that a day can be replayed by the simulator."""

    def begin_run(
        self, wall: datetime, boot_s: float, zone: str, settings: Mapping[str, Any], state: bytes | None
    ) -> None:
        """Note what the engine starts from: dotted settings and the dumped state."""

    def record_input(self, kind: str, boot_s: float, **fields: Any) -> None:
        """Note one thing that the engine was given."""


_LINES: dict[type[Any], tuple[str, tuple[str, ...]]] = {
    inputs.Input: ("input", ()),
    inputs.Lock: ("lock", ()),
    inputs.Unlock: ("unlock", ()),
    inputs.Sleep: ("sleep", ()),
    inputs.Wake: ("wake", ()),
    inputs.HoldBegan: ("hold", ("reason",)),
    inputs.HoldEnded: ("release", ("reason",)),
    inputs.HintBegan: ("hint", ("name",)),
    inputs.HintEnded: ("unhint", ("name",)),
    inputs.TakeBreak: ("take_break", ("rhythm",)),
    inputs.Start: ("start", ("short",)),
    inputs.Snooze: ("snooze", ("minutes",)),
    inputs.Skip: ("skip", ()),
    inputs.End: ("end", ()),
    inputs.Next: ("next", ()),
    inputs.Previous: ("previous", ()),
    inputs.Repeat: ("repeat", ()),
    inputs.Different: ("different", ()),
    inputs.BreakPause: ("break_pause", ()),
    inputs.BreakResume: ("break_resume", ()),
    inputs.Pause: ("pause", ("for_s", "until")),
    inputs.Resume: ("resume", ()),
}


def line_of(happened: inputs.EngineInput) -> dict[str, Any] | None:
    """Return the trace line for one input, without its time; None for what a trace does not need."""
    if isinstance(happened, inputs.Input) and happened.began_s is not None:
        return {"event": "active", "until": happened.at_s}
    if type(happened) not in _LINES:
        return None
    event, names = _LINES[type(happened)]
    values = {name: getattr(happened, name) for name in names}
    return {"event": event, **{name: value for name, value in values.items() if value is not None}}


def settings_line(before: Settings, after: Settings) -> dict[str, Any]:
    """Return the trace line that turns `before` into `after`."""
    return {"event": "settings", "set": replacing(before, after)}
