"""The wall clock: hours of the day, and moments such as "until 14:00"."""

from datetime import datetime, time, timedelta, tzinfo

from msgspec.structs import replace

from unhunch.domain.engine.state import EPSILON_S, Now, State
from unhunch.domain.settings import WEEKDAYS, Hours

JUMP_S = 0.001
"""A difference between the clocks larger than this means that the wall clock was set."""
AHEAD_DAYS = 9
"""A week and its margins: hours repeat weekly, so an edge further away does not exist."""


def epoch_of_boot_s(now: Now) -> float:
    """Return the wall time (seconds since 1970) of boot time 0."""
    return now.wall.timestamp() - now.boot_s


def wall_at(state: State, boot_s: float) -> datetime:
    """Return the local wall time of a boot time, to the millisecond."""
    return datetime.fromtimestamp(round(state.epoch_s + boot_s, 3), state.zone)


def iso(moment: datetime) -> str:
    """Return an aware time as ISO text, with milliseconds only where there are any."""
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")


def synced(state: State, now: Now) -> State:
    """Return `state` with the wall clock as it is now; hours are looked at again if it was changed."""
    zone = now.wall.tzinfo
    assert zone is not None, "a wall time is aware of its zone"
    epoch_s = epoch_of_boot_s(now)
    if zone == state.zone and abs(epoch_s - state.epoch_s) < JUMP_S:
        return state
    return replace(state, zone=zone, epoch_s=epoch_s, hours_edge_s=state.now_s)


def boot_of(state: State, local: datetime) -> float:
    """Return the boot time of a local (naive) wall time, as the clock stands now."""
    return local.replace(tzinfo=state.zone).timestamp() - state.epoch_s


def next_time_of_day(state: State, hhmm: str) -> datetime:
    """Return the next local (naive) moment strictly after now at which the clock shows `hhmm`."""
    at = time.fromisoformat(hhmm)
    today = wall_at(state, state.now_s).date()
    moments = [
        datetime.combine(today + timedelta(days=days), at.replace(fold=fold))
        for days in (0, 1, 2)
        for fold in (0, 1)
    ]
    return next(each for each in moments if boot_of(state, each) > state.now_s + EPSILON_S)


def look_at_hours(state: State) -> tuple[bool, float | None]:
    """Tell whether it is working hours now, and at which boot time that changes (None: never)."""
    hours = state.settings.hours
    if not hours.enabled:
        return True, None
    wall_s = state.epoch_s + state.now_s + EPSILON_S
    first = datetime.fromtimestamp(wall_s, state.zone)
    for starts, ends in _spans(hours, first, state.zone):
        if wall_s < starts:
            return False, starts - state.epoch_s
        if wall_s < ends:
            endless = ends - starts > (AHEAD_DAYS - 1) * 86400
            return True, None if endless else ends - state.epoch_s
    return False, None


def _spans(hours: Hours, first: datetime, zone: tzinfo) -> list[tuple[float, float]]:
    """Return the working hours around a day, in order, adjoining ones joined, in seconds since 1970."""
    spans = sorted(
        _span(datetime.combine(first.date() + timedelta(days=days), time()), text, zone)
        for days in range(-1, AHEAD_DAYS)
        for text in getattr(hours, WEEKDAYS[(first.weekday() + days) % 7])
    )
    joined: list[tuple[float, float]] = []
    for starts, ends in spans:
        if joined and starts <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ends))
        else:
            joined.append((starts, ends))
    return joined


def _span(day: datetime, text: str, zone: tzinfo) -> tuple[float, float]:
    """Return "09:00-12:30" of a day; an end that is not after its start lies on the next day."""
    starts, ends = (_minutes(part) for part in text.split("-"))
    if ends <= starts:
        ends += 24 * 60
    return tuple((day + timedelta(minutes=each)).replace(tzinfo=zone).timestamp() for each in (starts, ends))  # type: ignore[return-value]


def _minutes(hhmm: str) -> int:
    hours, minutes = hhmm.split(":")
    return int(hours) * 60 + int(minutes)
