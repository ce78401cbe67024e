"""Durations as people write them: "20 s", "1 min 30 s", "45 min", "4 h"."""

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

MIN_S, HOUR_S = 60, 3600
IN_HOURS_FROM_S = 2 * HOUR_S
"""Up to here minutes are said: 90 min, then 2 h."""

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_STEPS = {
    1: ((60, 5), (300, 30), (600, 60), (3600, 300), (math.inf, 900)),
    60: ((300, 60), (7200, 300), (math.inf, 1800)),
}
"""(up to, step) in seconds, for settings in seconds and in minutes."""


@dataclass(frozen=True, slots=True)
class Duration:
    """How a setting in seconds (`unit_s` 1) or minutes (60) is written, read and stepped through."""

    unit_s: int

    def text(self, value: float) -> str:
        """Return a value as people say it."""
        total = round(value * self.unit_s)
        hours, rest = divmod(total, HOUR_S) if total >= IN_HOURS_FROM_S else (0, total)
        minutes, seconds = divmod(rest, MIN_S)
        parts = [(hours, HOUR_S), (minutes, MIN_S), (seconds, 1)]
        said = [_templates()[size].replace("%1", str(count)) for count, size in parts if count]
        return " ".join(said) or _templates()[self.unit_s].replace("%1", "0")

    def read(self, text: str, shown: str = "") -> float | None:
        """Return the value that `text` means; None where it is no duration.

        A bare number is in the first unit of `shown`, what stood there before: who sees "2 min" and types
        3 means minutes.
        """
        rest, total_s = text.strip(), 0.0
        if not rest:
            return None
        while rest:
            found = _first(rest)
            if found is None:
                return None
            number, size, end = found
            if size is None:
                size = _unit_of(shown) or self.unit_s
            total_s += number * size
            rest = rest[end:].strip()
        return total_s / self.unit_s

    def step(self, value: float, direction: int) -> float:
        """Return the next round value in a direction (-1 or 1)."""
        at_s = value * self.unit_s
        size = next(
            step for upto, step in _STEPS[self.unit_s] if at_s < upto or (direction < 0 and at_s == upto)
        )
        onward = math.floor(at_s / size) + 1 if direction > 0 else math.ceil(at_s / size) - 1
        return max(0, onward * size) / self.unit_s


def _templates() -> dict[int, str]:
    return {
        HOUR_S: QCoreApplication.translate("Durations", "%1 h"),
        MIN_S: QCoreApplication.translate("Durations", "%1 min"),
        1: QCoreApplication.translate("Durations", "%1 s"),
    }


def _first(text: str) -> tuple[float, int | None, int] | None:
    """Return the number at the beginning, its unit in seconds (None: a bare one) and where it ends."""
    for size, template in _templates().items():
        if found := re.match(re.escape(template).replace("%1", _NUMBER), text, re.IGNORECASE):
            return _float(found[1]), size, found.end()
    found = re.match(_NUMBER + r"\s*(h|min|m|s)?(?=[\s\d]|$)", text, re.IGNORECASE)
    if not found:
        return None
    unit = {"h": HOUR_S, "m": MIN_S, "s": 1}.get((found[2] or " ")[0].lower())
    return _float(found[1]), unit, found.end()


def _unit_of(text: str) -> int | None:
    found = _first(text.strip())
    return found[1] if found else None


def _float(digits: str) -> float:
    return QLocale.c().toDouble(digits.replace(",", "."))[0]
