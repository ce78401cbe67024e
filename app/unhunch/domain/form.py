"""One form of a stretch: its parts as the file has them, and the steps and motion that they are played as.

What a part holds is written for one side, the right; the other side comes from the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from unhunch.domain.settings import DoseChange

ADJUSTED_MAX_S = 600.0
"""A dose of the person's own makes no stretch longer than this; it is repeated less often instead."""
Place = Literal["standing", "sitting", "floor"]
Need = Literal["wall", "chair", "mat", "roller", "block"]
Side = Literal["", "right", "left"]
Sides = Literal["both at once", "none", "each", "alternate"]

Words = Annotated[str, Meta(min_length=1, max_length=200)]
MoveSeconds = Annotated[float, Meta(gt=0, le=60)]
HoldSeconds = Annotated[float, Meta(ge=0, le=600)]
Count = Annotated[int, Meta(ge=1, le=60)]


class Dose(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """How much: seconds of one hold, how often (a side, where there are sides), and how the sides come."""

    hold_s: HoldSeconds = 0.0
    repeats: Count = 1
    sides: Sides = "none"


class StepEntry(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One step as the file has it."""

    pose: str = ""
    move_s: MoveSeconds = 1.0
    hold_s: HoldSeconds | Literal["dose"] = 0.0
    words: Words | None = None
    again: Words | None = None
    words_left: Words | None = None
    again_left: Words | None = None
    via: str | None = None
    flow: bool = False
    focus: list[str] | dict[str, float] = field(default_factory=list)
    cues: list[dict[str, Any]] = field(default_factory=list)


class Part(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Steps that belong together, played `repeat` times.

    `sides` plays them as written (for the right) and mirrored: `each` repeats one side, then the other;
    `alternate` repeats right and left together; `turns` changes the side with every repeat. `mirror`
    begins with the other side.
    """

    step: Annotated[list[StepEntry], Meta(min_length=1, max_length=40)]
    repeat: Count | Literal["dose"] = 1
    sides: Literal["one", "each", "alternate", "turns"] = "one"
    mirror: bool = False


_Played = tuple[StepEntry, bool, bool, Side]
"""A step entry, whether it is mirrored, whether it has been played before, and whose side it is."""


class Step(Struct, frozen=True):
    """One step as it is played. `spoken` is true where its words are new; else they go on from before."""

    words: str
    spoken: bool
    move_s: float
    hold_s: float
    side: Side


class Form(Struct, frozen=True, dict=True):
    """One way to do a stretch: standing, sitting, gentler. `motion` is what the figure plays.

    Steps and motion are worked out from the file's parts when they are first asked for.
    """

    id: str
    place: Place
    needs: tuple[Need, ...]
    gentle: bool
    dose: Dose
    parts: tuple[Part, ...]
    drawn: dict[str, Any]
    """The motion without its steps; empty where there is no figure."""
    speed: float = 1.0

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step in the order it is played, with its repeats and sides."""
        return tuple(self._spoken_steps())

    @cached_property
    def motion(self) -> dict[str, Any]:
        """What the figure plays, as plain data."""
        return self.drawn | {"steps": [self._figure_step(played) for played in self._played()]}

    @property
    def has_figure(self) -> bool:
        """Whether there is a figure to show it; else words, and the stretch's picture if it has one."""
        return bool(self.drawn.get("poses"))

    @property
    def total_s(self) -> float:
        """The seconds of one pass with all its repeats and sides."""
        return sum(self._times(part) * self._once_s(part) for part in self.parts)

    @property
    def step_count(self) -> int:
        """How many steps one pass has."""
        return sum(self._times(part) * len(part.step) for part in self.parts)

    @property
    def adjustable(self) -> frozenset[str]:
        """Which of "repeats", "hold_s" and "speed" change anything."""
        repeats = any(part.repeat == "dose" for part in self.parts)
        holds = any(step.hold_s == "dose" for part in self.parts for step in part.step)
        names = (("repeats", repeats), ("hold_s", holds), ("speed", self.has_figure))
        return frozenset(name for name, changes in names if changes)

    def dosed(self, change: DoseChange) -> Form:
        """Return the form with another dose; itself where that changes nothing.

        Where it would take longer than `ADJUSTED_MAX_S` it is repeated less often, down to once.
        """
        dose = replace(
            self.dose,
            repeats=self.dose.repeats if change.repeats is None else change.repeats,
            hold_s=self.dose.hold_s if change.hold_s is None else change.hold_s,
        )
        if dose == self.dose and change.speed == self.speed:
            return self
        form = replace(self, dose=dose, speed=change.speed)
        limit_s = max(ADJUSTED_MAX_S, self.total_s)
        while form.total_s > limit_s and form.dose.repeats > 1:
            form = replace(form, dose=replace(form.dose, repeats=form.dose.repeats - 1))
        return form

    def _times(self, part: Part) -> int:
        """Return how often a part is played, both sides counted."""
        times = self.dose.repeats if part.repeat == "dose" else part.repeat
        return times * (2 if part.sides in ("each", "alternate") else 1)

    def _once_s(self, part: Part) -> float:
        return sum(self._move_s(step) + self._hold_s(step) for step in part.step)

    def _move_s(self, entry: StepEntry) -> float:
        return entry.move_s / self.speed

    def _hold_s(self, entry: StepEntry) -> float:
        return self.dose.hold_s if entry.hold_s == "dose" else entry.hold_s

    def _played(self) -> Iterator[_Played]:
        """Yield the steps in the order they are played."""
        for part in self.parts:
            for mirror, n, side in _rounds(part, self._times(part)):
                for step in part.step:
                    yield step, mirror, n > 0, side

    def _spoken_steps(self) -> Iterator[Step]:
        words = ""
        for entry, mirror, again, side in self._played():
            found = entry.again if again and entry.again else entry.words
            if mirror:
                own = entry.again_left if again and entry.again_left else entry.words_left
                found = own or (other_side_words(found) if found else None)
            words = found or words
            yield Step(words, found is not None, self._move_s(entry), self._hold_s(entry), side)

    def _figure_step(self, played: _Played) -> dict[str, Any]:
        """Return what the figure needs of a step."""
        entry, mirror, _, _ = played
        step: dict[str, Any] = {
            "pose": entry.pose,
            "move_s": self._move_s(entry),
            "hold_s": self._hold_s(entry),
        }
        optional = {
            "mirror": mirror,
            "flow": entry.flow,
            "via": entry.via,
            "focus": entry.focus,
            "cues": entry.cues,
        }
        return step | {key: value for key, value in optional.items() if value}


def _rounds(part: Part, count: int) -> Iterable[tuple[bool, int, Side]]:
    """Return (mirrored, how often before on this side, side) for each time a part is played."""
    order: Iterable[tuple[bool, int]]
    if part.sides == "one":
        return [(part.mirror, n, "") for n in range(count)]
    if part.sides == "each":
        order = [(mirror, n) for mirror in (part.mirror, not part.mirror) for n in range(count // 2)]
    else:
        order = [((n % 2 == 1) != part.mirror, n // 2) for n in range(count)]
    return [(mirror, n, "left" if mirror else "right") for mirror, n in order]


_SWAP = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}


def other_side_words(words: str) -> str:
    """The words for the other side: right and left exchanged."""
    return re.sub(r"\b(right|left|Right|Left)\b", lambda m: _SWAP[m[0]], words)
