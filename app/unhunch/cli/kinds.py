"""What can be typed: lengths of time, numbers in a range, moments."""

import re
from datetime import datetime
from math import isfinite
from typing import Any

import click


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


class Moment(click.DateTime):
    """A moment here: a date, with a time or without, or a mere time of day, which is today's."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%H:%M"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return an aware datetime; a usage error in a person's words where it is none."""
        try:
            given: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"“{value}” is no moment; write 14:00, 2026-03-02 or 2026-03-02T14:00.", param, ctx)
        if "-" not in str(value):
            today = datetime.now().astimezone()
            given = given.replace(year=today.year, month=today.month, day=today.day)
        try:
            return given.astimezone()
        except (OverflowError, ValueError):
            self.fail(f"no calendar here has the year {given.year}.", param, ctx)
