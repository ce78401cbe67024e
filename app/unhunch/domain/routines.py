"""A routine as an editor shows it: how long each stretch takes, and what a break of some length holds."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from unhunch.domain.stretch import Form
from unhunch.domain.suitability import Verdict

EPSILON_S = 1e-6
Fit = Literal["fits", "later", "never", "left_out", "missing"]
"""Whether a break that begins with the routine shows it. `later`: the next break; `never`: it is too long."""


class TimedStep(Struct, frozen=True):
    """One stretch of a routine."""

    stretch: str
    verdict: Verdict | None
    """How it suits the person; None where there is no such stretch."""
    fit: Fit

    @property
    def form(self) -> Form | None:
        """The form that is shown, in the routine's dose."""
        return self.verdict.form if self.verdict is not None and self.verdict.is_shown else None

    @property
    def length_s(self) -> float:
        """Seconds that it takes; 0 where it is not shown."""
        return self.form.total_s if self.form else 0.0


class TimedRoutine(Struct, frozen=True):
    """A whole routine with its times."""

    steps: tuple[TimedStep, ...]

    @property
    def total_s(self) -> float:
        """Seconds of one round, without what is never shown in such a break."""
        return sum(step.length_s for step in self.steps if step.fit in ("fits", "later"))


def timed(
    stretches: Iterable[tuple[str, Verdict | None]], length_s: float | None = None, count: int | None = None
) -> TimedRoutine:
    """Return a routine's times, as the engine would show it from its beginning.

    `length_s` and `count`: of the break that shows it, None where it has none.
    """
    left_s = float("inf") if length_s is None else length_s
    steps: list[TimedStep] = []
    shown, is_full = 0, False
    for stretch, verdict in stretches:
        step = TimedStep(stretch, verdict, "fits")
        if verdict is None or not verdict.is_shown:
            fit: Fit = "missing" if verdict is None else "left_out"
        elif length_s is not None and step.length_s > length_s + EPSILON_S:
            fit = "never"
        else:
            is_full = is_full or shown == count or step.length_s > left_s + EPSILON_S
            fit = "later" if is_full else "fits"
        if fit == "fits":
            shown += 1
            left_s -= step.length_s
        steps.append(TimedStep(stretch, verdict, fit))
    return TimedRoutine(tuple(steps))
