"""Reading a trace: JSON Lines, each checked, each mistake named by its line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from math import isnan
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from unhunch.domain import inputs as told
from unhunch.domain.settings import is_time_of_day

LARGEST = 1e11
"""Some thousand years in seconds: a machine whose clock had stopped may set it by half a century."""
YEARS = range(1900, 2900)
"""In which a trace may play; calendars end some time after."""
REASONS = ("meeting", "fullscreen", "dnd", "excluded_app")


class TraceError(ValueError):
    """The trace is malformed; the message names the line and what is wrong in it."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


class Line(Struct, frozen=True):
    """One line of a trace; `t` in seconds from the start."""

    number: int
    t: float
    event: str
    fields: dict[str, Any]


class _WrongError(ValueError):
    """What is wrong with one value."""


def read_lines(lines: Iterable[Mapping[str, Any] | str]) -> Iterator[Line]:
    """Yield the checked lines of a trace, given as JSON texts or as dicts; empty texts are passed over.

    Raises TraceError at the first line that is wrong.
    """
    before: Line | None = None
    for number, raw in enumerate(lines, start=1):
        if isinstance(raw, str) and not raw.strip():
            continue
        try:
            line = _line(number, _object(raw))
            _check_order(line, before)
        except _WrongError as wrong:
            raise TraceError(number, str(wrong)) from None
        before = line
        yield line


def _object(raw: Mapping[str, Any] | str) -> dict[str, Any]:
    if not isinstance(raw, str):
        return dict(raw)
    try:
        value = json.loads(raw)
    except json.JSONDecodeError as error:
        raise _WrongError(f"this is not JSON ({error.msg} at column {error.colno})") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        raise _WrongError("this is no JSON that can be read") from None
    if not isinstance(value, dict):
        raise _WrongError('a line is an object such as {"t": 0, "event": "input"}')
    return value


def _line(number: int, value: dict[str, Any]) -> Line:
    for key in ("t", "event"):
        if key not in value:
            raise _WrongError(f"“{key}” is missing")
    t = _not_negative(value.pop("t"), "t")
    event = value.pop("event")
    if not isinstance(event, str) or event not in FIELDS:
        raise _WrongError(f"there is no event {json.dumps(event, ensure_ascii=False)}")
    return _checked(Line(number, t, event, _fields(event, value)))


def _fields(event: str, value: Mapping[str, Any]) -> dict[str, Any]:
    needed, optional = FIELDS[event]
    for key in needed:
        if key not in value:
            raise _WrongError(f"“{event}” needs “{key}”")
    known = needed | optional
    for key in value:
        if key not in known:
            raise _WrongError(f"“{event}” has no “{key}”")
    return {key: known[key](each, key) for key, each in value.items()}


def _checked(line: Line) -> Line:
    """Check what needs more than one value."""
    fields = line.fields
    if line.event == "active" and fields["until"] < line.t:
        raise _WrongError("“until” is before “t”")
    if line.event == "pause" and len(fields) > 1:
        raise _WrongError("“pause” has “for_s” or “until”, not both")
    if line.event == "begin":
        fields.setdefault("timezone", fields["at"].tzinfo or ZoneInfo("UTC"))
    return line


def _check_order(line: Line, before: Line | None) -> None:
    if before is None:
        if line.event == "begin" and line.t != 0:
            raise _WrongError("“begin” is at t 0")
        return
    if line.event == "begin":
        raise _WrongError("“begin” can only be the first line")
    if before.event == "finish":
        raise _WrongError("there is a line after “finish”")
    if line.t < before.t:
        raise _WrongError(f"t goes back from {before.t:g} to {line.t:g}")


# --- Values --------------------------------------------------------------------------------------------

Check = Callable[[Any, str], Any]


def _number(value: Any, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or isnan(value):
        raise _WrongError(f"“{key}” is not a number")
    if abs(value) > LARGEST:
        raise _WrongError(f"“{key}” is too large")
    return float(value)


def _not_negative(value: Any, key: str) -> float:
    number = _number(value, key)
    if number < 0:
        raise _WrongError(f"“{key}” is below 0")
    return number


def _positive(value: Any, key: str) -> float:
    number = _number(value, key)
    if number <= 0:
        raise _WrongError(f"“{key}” is not above 0")
    return number


def _flag(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise _WrongError(f"“{key}” is not true or false")
    return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise _WrongError(f"“{key}” is not a text")
    return value


def _table(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _WrongError(f"“{key}” is not an object")
    return value


def _one_of(*names: str) -> Check:
    def check(value: Any, key: str) -> str:
        if value not in names:
            raise _WrongError(f"“{key}” is not one of {', '.join(names)}")
        return str(value)

    return check


def _moment(value: Any, key: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value, key))
    except ValueError:
        raise _WrongError(f"“{key}” is not a time such as 2026-03-02T09:00:00") from None
    if moment.year not in YEARS:
        raise _WrongError(f"“{key}” is not between {YEARS[0]} and {YEARS[-1]}")
    return moment


def _zone(value: Any, key: str) -> ZoneInfo:
    try:
        return ZoneInfo(_text(value, key))
    except (ValueError, OSError, LookupError):
        raise _WrongError(f"there is no time zone “{value}”") from None


def is_zone(name: str) -> bool:
    """Tell whether a trace may name this time zone: a machine's own may be a mere file, or have none."""
    try:
        _zone(name, "timezone")
    except _WrongError:
        return False
    return True


def _until(value: Any, key: str) -> str:
    text = _text(value, key)
    if text != "tomorrow" and not is_time_of_day(text):
        raise _WrongError(f"“{key}” is neither HH:MM nor tomorrow")
    return text


Fields = dict[str, Check]
NONE: Fields = {}
FIELDS: dict[str, tuple[Fields, Fields]] = {
    "begin": ({"at": _moment}, {"timezone": _zone, "settings": _table, "state": _table}),
    "active": ({"until": _not_negative}, NONE),
    "hold": ({"reason": _one_of(*REASONS)}, NONE),
    "release": ({"reason": _one_of(*REASONS)}, NONE),
    "hint": ({"name": _one_of("watching")}, NONE),
    "unhint": ({"name": _one_of("watching")}, NONE),
    "clock": ({"shift_s": _number}, NONE),
    "restart": ({"down_s": _not_negative}, {"settings": _table, "state": _table}),
    "settings": ({"set": _table}, NONE),
    "snooze": (NONE, {"minutes": _number}),
    "start": (NONE, {"short": _flag}),
    "take_break": (NONE, {"rhythm": _text}),
    "pause": (NONE, {"for_s": _positive, "until": _until}),
}
"""Each event's fields: those that it needs, and those that it may have.

`settings` and `state` stand in recorded traces: what the program really started from."""
FIELDS |= dict.fromkeys(
    (
        *(
            "input",
            "lock",
            "unlock",
            "sleep",
            "wake",
            "skip",
            "end",
            "next",
            "previous",
            "repeat",
            "different",
        ),
        *("break_pause", "break_resume", "resume", "status", "finish"),
    ),
    (NONE, NONE),
)

NEWS = ("lock", "unlock", "sleep", "wake", "hold", "release", "hint", "unhint")

TOLD: dict[str, Callable[[dict[str, Any]], told.EngineInput]] = {
    "lock": lambda _: told.Lock(),
    "unlock": lambda _: told.Unlock(),
    "sleep": lambda _: told.Sleep(),
    "wake": lambda _: told.Wake(),
    "hold": lambda fields: told.HoldBegan(fields["reason"]),
    "release": lambda fields: told.HoldEnded(fields["reason"]),
    "hint": lambda fields: told.HintBegan(fields["name"]),
    "unhint": lambda fields: told.HintEnded(fields["name"]),
    "take_break": lambda fields: told.TakeBreak(fields.get("rhythm")),
    "start": lambda fields: told.Start(bool(fields.get("short"))),
    "snooze": lambda fields: told.Snooze(fields.get("minutes")),
    "skip": lambda _: told.Skip(),
    "end": lambda _: told.End(),
    "next": lambda _: told.Next(),
    "previous": lambda _: told.Previous(),
    "repeat": lambda _: told.Repeat(),
    "different": lambda _: told.Different(),
    "break_pause": lambda _: told.BreakPause(),
    "break_resume": lambda _: told.BreakResume(),
    "pause": lambda fields: told.Pause(fields.get("for_s"), fields.get("until")),
    "resume": lambda _: told.Resume(),
}
"""What each line tells the engine, from its checked fields."""

INTENTS = tuple(event for event in TOLD if event not in NEWS)


def intent(event: str, raw: Mapping[str, Any]) -> told.EngineInput:
    """Return the intent of this name, one of INTENTS; raises ValueError with a sentence for wrong fields."""
    return TOLD[event](_checked(Line(0, 0.0, event, _fields(event, raw))).fields)
