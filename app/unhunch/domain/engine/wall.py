"""The wall clock: hours of the day, and moments such as "until 14:00"."""

from datetime import datetime, time, timedelta, tzinfo

from msgspec.structs import replace

from unhunch.domain.engine.state import EPSILON_S, Now, State
from unhunch.domain.settings import WEEKDAYS, Hours

JUMP_S = 0.001
"""A difference between the clocks larger than this means that the wall clock was set."""
DAY_MIN = 24 * 60
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
    working = _is_working(hours, wall_s, state.zone)
    for each_s in _turns(hours, wall_s, state.zone):
        if each_s > wall_s and _is_working(hours, each_s, state.zone) != working:
            return working, each_s - state.epoch_s
    return working, None


def _is_working(hours: Hours, wall_s: float, zone: tzinfo) -> bool:
    """Tell whether the clock on the wall shows a time within the hours."""
    local = datetime.fromtimestamp(wall_s, zone)
    minute = local.hour * 60 + local.minute
    for days_ago in (0, 1):
        for starts, ends in _ranges(hours, local.weekday() - days_ago):
            if starts <= minute + days_ago * DAY_MIN < ends:
                return True
    return False


def _turns(hours: Hours, wall_s: float, zone: tzinfo) -> list[float]:
    """Return every moment of the days to come at which hours may begin or end, in order.

    These are the ends of the ranges (an hour that DST repeats has them twice), and DST's own changes.
    """
    today = datetime.fromtimestamp(wall_s, zone).date()
    moments: set[float] = set()
    for days in range(-1, AHEAD_DAYS):
        day = datetime.combine(today + timedelta(days=days), time())
        midnight_s = day.replace(tzinfo=zone).timestamp()
        changes_s = _offset_change(midnight_s, midnight_s + 86400, zone)
        moments.update(() if changes_s is None else (changes_s,))
        for minute in {each for span in _ranges(hours, day.weekday()) for each in span}:
            local = day + timedelta(minutes=minute)
            moments |= {local.replace(tzinfo=zone, fold=fold).timestamp() for fold in (0, 1)}
    return sorted(moments)


def _offset_change(from_s: float, to_s: float, zone: tzinfo) -> float | None:
    """Return when the zone's offset changes between two moments, to the second; None if it does not."""

    def offset(wall_s: float) -> timedelta | None:
        return datetime.fromtimestamp(wall_s, zone).utcoffset()

    before = offset(from_s)
    if offset(to_s) == before:
        return None
    low, high = from_s, to_s
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(middle) == before else (low, middle)
    return high


def _ranges(hours: Hours, weekday: int) -> list[tuple[int, int]]:
    """Return the ranges of a weekday in minutes; an end that is not after its start is on the next day."""
    texts = getattr(hours, WEEKDAYS[weekday % 7])
    ranges = (tuple(_minutes(part) for part in text.split("-")) for text in texts)
    return [(starts, ends if ends > starts else ends + DAY_MIN) for starts, ends in ranges]


def _minutes(hhmm: str) -> int:
    hours, minutes = hhmm.split(":")
    return int(hours) * 60 + int(minutes)
