"""What can be typed: lengths of time, numbers in a range, moments."""

import re
from datetime import datetime
from math import isfinite
from typing import Any

import click

YEAR_OF_BARE_TIMES = 1900
"""What a time of day without a date is parsed to."""


class Duration(click.ParamType[float]):
    """A length of time in seconds, written 30m, 1h, 1h30m, 90s, or a bare number of minutes."""

    name = "duration"
    _minutes = re.compile(r"\d{1,6}")
    _form = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m(?:in)?)?(?:(\d{1,6})s)?")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return seconds; a wrong form is a usage error."""
        text = str(value).replace(" ", "")
        found = self._form.fullmatch(f"{text}m" if self._minutes.fullmatch(text) else text)
        hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        total_s = hours * 3600 + minutes * 60 + seconds
        if not total_s:
            self.fail(f"“{value}” is no length of time; write 30m, 1h or 1h30m.", param, ctx)
        return float(total_s)


class FiniteRange(click.FloatRange):
    """A range of numbers, to which "nan" does not belong: it is neither below nor above anything."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number; a usage error where it is none, or not in the range."""
        number = super().convert(value, param, ctx)
        return number if isfinite(number) else self.fail(f"“{value}” is no number.", param, ctx)


def moment_here(given: datetime | None) -> datetime | None:
    """Return a time that was typed as a moment here; a mere time of day is today's."""
    if given is None:
        return None
    if given.year == YEAR_OF_BARE_TIMES:
        today = datetime.now().astimezone()
        given = given.replace(year=today.year, month=today.month, day=today.day)
    try:
        return given.astimezone()
    except (OverflowError, ValueError):
        raise click.BadParameter(f"no calendar here has the year {given.year}.") from None
