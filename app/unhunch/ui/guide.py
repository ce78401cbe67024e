"""A stretch as the break window tells it: the words, side and count that belong to a moment."""

import logging
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import cos, pi
from typing import Any

from PySide6.QtCore import QCoreApplication

from unhunch.domain.parcel import Picture
from unhunch.domain.stretch import Form, Side, Stretch
from unhunch.figure.motion.breath import breaths_in
from unhunch.figure.motion.motion import Moment, Motion, MotionError

log = logging.getLogger(__name__)

LONG_HOLD_S = 3.0
"""A hold from this length on is counted down, and breathed through."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be read at one moment."""

    words: str
    side: Side
    holding: bool
    left_s: float
    """Seconds left of the hold, or of the movement that the words describe."""
    share: float
    """How much of that is done, 0 to 1."""
    breath: float | None = None
    """While holding: how full the chest is, 0 to 1, in step with the figure's."""
    inhaling: bool = False


class Guide:
    """One form of a stretch, with its motion for the figure."""

    def __init__(self, stretch: Stretch, form: Form, motion: Motion, picture: Picture | None = None) -> None:
        """`picture` is shown in place of the figure."""
        self.stretch = stretch
        self.form = form
        self.motion = motion
        self.picture = picture
        self._starts = [0.0, *accumulate(step.move_s + step.hold_s for step in form.steps)]

    @property
    def name(self) -> str:
        """The stretch's name, translated."""
        return said(self.stretch.name)

    @property
    def caution(self) -> str:
        """What to mind, translated."""
        return said(self.stretch.caution)

    @cached_property
    def still_s(self) -> float:
        """The moment that shows the stretch best: the middle of its first long hold, or a third in."""
        for start, step in zip(self._starts, self.form.steps, strict=False):
            if step.hold_s >= LONG_HOLD_S:
                return start + step.move_s + step.hold_s / 2
        return self._starts[-1] / 3 if len(self.form.steps) > 1 else 0.0

    @property
    def still(self) -> Moment:
        """The pose of that moment, with the arrows of the way there: what the stretch is in one picture."""
        return self.motion.arrival(self.motion.find(self.still_s)[0])

    def at(self, t_s: float) -> Telling:
        """Return what to tell `t_s` seconds into the stretch."""
        steps = self.form.steps
        t_s = min(max(0.0, t_s), max(0.0, self._starts[-1] - 1e-6))
        i = min(bisect_right(self._starts, t_s) - 1, len(steps) - 1)
        step, into_s = steps[i], t_s - self._starts[i]
        if step.hold_s >= LONG_HOLD_S:
            held_s = max(0.0, into_s - step.move_s)
            holding = into_s >= step.move_s
            share = held_s / step.hold_s
            if not holding:
                return Telling(said(step.words), step.side, False, step.hold_s, 0.0)
            turn = share * breaths_in(step.hold_s) % 1.0
            breath = (1 - cos(2 * pi * turn)) / 2
            left_s = step.hold_s - held_s
            return Telling(said(step.words), step.side, True, left_s, share, breath, turn < 0.5)
        first, last = self._movement(i)
        begin_s, end_s = self._starts[first], self._starts[last + 1]
        share = (t_s - begin_s) / (end_s - begin_s)
        return Telling(said(step.words), step.side, False, end_s - t_s, share)

    def _movement(self, i: int) -> tuple[int, int]:
        """Return the first and last step of the unbroken movement around step i: same words, no long hold."""
        steps = self.form.steps
        first = last = i
        while first > 0 and self._flows(first - 1, first):
            first -= 1
        while last + 1 < len(steps) and self._flows(last, last + 1):
            last += 1
        return first, last

    def _flows(self, one: int, after: int) -> bool:
        a, b = self.form.steps[one], self.form.steps[after]
        return a.words == b.words and a.hold_s < LONG_HOLD_S and b.hold_s < LONG_HOLD_S


def guide_of(
    stretch: Stretch, form: Form, played: Mapping[str, Any], picture: Picture | None = None
) -> Guide | None:
    """Return a guide to a form, of which the figure plays this; None, and a log line, where it cannot."""
    try:
        return Guide(stretch, form, Motion.from_mapping(played), picture)
    except MotionError as error:
        log.warning("The stretch %s cannot be shown: %s", stretch.id, error)
        return None


def said(text: str) -> str:
    """Return a text of the stretch library in the person's language."""
    return QCoreApplication.translate("Stretches", text)
