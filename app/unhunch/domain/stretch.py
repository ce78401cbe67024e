"""A stretch as its file describes it: words, dose, cautions, and the motion as plain data for the figure.

A file is TOML. What it holds is written for one side, the right; the other side comes from the same lines.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

MAX_FILE_CHARS = 200_000
MAX_STEPS = 400
MAX_TOTAL_S = 1800.0
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Place = Literal["standing", "sitting", "floor"]
Need = Literal["wall", "chair", "mat", "roller"]
Side = Literal["", "right", "left"]
Sides = Literal["both at once", "none", "each", "alternate"]

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(min_length=1, max_length=600)]
MoveSeconds = Annotated[float, Meta(gt=0, le=60)]
HoldSeconds = Annotated[float, Meta(ge=0, le=600)]
Count = Annotated[int, Meta(ge=1, le=60)]


class StretchError(ValueError):
    """A stretch file that cannot be used; its text is one sentence for the author."""


class Dose(Struct, frozen=True, forbid_unknown_fields=True):
    """How much: seconds of one hold, how often (a side, where there are sides), and how the sides come."""

    hold_s: HoldSeconds = 0.0
    repeats: Count = 1
    sides: Sides = "none"


class Step(Struct, frozen=True):
    """One step as it is played. `spoken` is true where its words are new; else they go on from before."""

    words: str
    spoken: bool
    move_s: float
    hold_s: float
    side: Side


class Form(Struct, frozen=True):
    """One way to do a stretch: standing, sitting, gentler. `motion` is what the figure plays."""

    id: str
    place: Place
    needs: tuple[Need, ...]
    gentle: bool
    steps: tuple[Step, ...]
    motion: dict[str, Any]

    @property
    def total_s(self) -> float:
        """The seconds of one pass with all its repeats and sides."""
        return sum(s.move_s + s.hold_s for s in self.steps)


class Stretch(Struct, frozen=True):
    """A stretch; its first form is the usual one. All text is English source for translation."""

    id: str
    name: str
    summary: str
    areas: tuple[str, ...]
    caution: str
    dose: Dose
    forms: tuple[Form, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it can be done, the usual place first."""
        return tuple(dict.fromkeys(f.place for f in self.forms))

    @property
    def needs_floor(self) -> bool:
        """Whether its usual form is done on the floor."""
        return self.forms[0].place == "floor"

    @property
    def total_s(self) -> float:
        """The seconds of the usual form."""
        return self.forms[0].total_s

    def form_for(self, place: Place) -> Form:
        """The form for this place, or the usual one where there is none."""
        return next((f for f in self.forms if f.place == place), self.forms[0])

    def texts(self) -> Iterator[str]:
        """Every text a translator needs, each once."""
        words = (s.words for f in self.forms for s in f.steps)
        yield from dict.fromkeys(t for t in (self.name, self.summary, *self.areas, self.caution, *words) if t)


# --- the file -------------------------------------------------------------------------------------------


class _StepEntry(Struct, frozen=True, forbid_unknown_fields=True):
    pose: str
    move_s: MoveSeconds
    hold_s: HoldSeconds | Literal["dose"] = 0.0
    words: Words | None = None
    again: Words | None = None
    words_left: Words | None = None
    again_left: Words | None = None
    via: str | None = None
    flow: bool = False
    focus: list[str] | dict[str, float] = field(default_factory=list)
    cues: list[dict[str, Any]] = field(default_factory=list)


class _Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Steps that belong together, played `repeat` times.

    `sides` plays them as written (for the right) and mirrored: `each` repeats one side, then the other;
    `alternate` repeats right and left together; `turns` changes the side with every repeat. `mirror`
    begins with the other side.
    """

    step: Annotated[list[_StepEntry], Meta(min_length=1, max_length=40)]
    repeat: Count | Literal["dose"] = 1
    sides: Literal["one", "each", "alternate", "turns"] = "one"
    mirror: bool = False


class _FormEntry(Struct, frozen=True, forbid_unknown_fields=True):
    place: Place
    needs: list[Need] = field(default_factory=list)
    gentle: bool = False
    dose: Dose | None = None
    motion: dict[str, Any] = field(default_factory=dict)
    part: list[_Part] | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    name: Name
    summary: Text
    areas: Annotated[list[Name], Meta(min_length=1, max_length=6)]
    caution: Text
    form: Annotated[dict[str, _FormEntry], Meta(min_length=1, max_length=6)]
    part: Annotated[list[_Part], Meta(max_length=20)] = field(default_factory=list)
    dose: Dose = Dose()
    motion: dict[str, Any] = field(default_factory=dict)


def parse(stretch_id: str, source: str | Mapping[str, Any]) -> Stretch:
    """A stretch from the text of its file, or from the table read from it.

    Raises:
        StretchError: with one sentence that names the stretch and what is wrong with it.
    """
    if not _ID.fullmatch(stretch_id) or len(stretch_id) > 60:
        raise StretchError(
            f"{stretch_id!r} is no name for a stretch: use lower-case letters, digits and single hyphens."
        )
    try:
        return _assembled(stretch_id, msgspec.convert(_table(source), _File))
    except (StretchError, msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise StretchError(f"The stretch {stretch_id!r} cannot be used: {error}") from error


def _table(source: str | Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(source, str):
        return source
    if len(source) > MAX_FILE_CHARS:
        raise StretchError(f"its file is longer than {MAX_FILE_CHARS} characters.")
    return tomllib.loads(source)


def _assembled(stretch_id: str, raw: _File) -> Stretch:
    forms = tuple(_form(form_id, entry, raw) for form_id, entry in raw.form.items())
    return Stretch(stretch_id, raw.name, raw.summary, tuple(raw.areas), raw.caution, raw.dose, forms)


def _form(form_id: str, entry: _FormEntry, raw: _File) -> Form:
    parts = entry.part if entry.part is not None else raw.part
    if not parts:
        raise StretchError(f"the form {form_id!r} has no part with steps.")
    dose = entry.dose or raw.dose
    played = list(_played(parts, dose))
    if len(played) > MAX_STEPS:
        raise StretchError(f"the form {form_id!r} plays {len(played)} steps; {MAX_STEPS} is the most.")
    motion = _merged(raw.motion, entry.motion)
    motion["steps"] = [_figure_step(step, dose, mirror) for step, mirror, _, _ in played]
    steps = tuple(_spoken_steps(played, dose))
    form = Form(form_id, entry.place, tuple(entry.needs), entry.gentle, steps, motion)
    if form.total_s > MAX_TOTAL_S:
        raise StretchError(
            f"the form {form_id!r} takes {form.total_s:.0f} s; {MAX_TOTAL_S:.0f} s is the most."
        )
    return form


_Played = tuple[_StepEntry, bool, bool, Side]
"""A step entry, whether it is mirrored, whether it has been played before, and whose side it is."""


def _played(parts: Sequence[_Part], dose: Dose) -> Iterator[_Played]:
    """The steps in the order they are played, with every repeat and side."""
    for part in parts:
        times = dose.repeats if part.repeat == "dose" else part.repeat
        order = (part.mirror, not part.mirror)
        if part.sides == "one":
            rounds = [(part.mirror, n, "") for n in range(times)]
        elif part.sides == "each":
            rounds = [(m, n, "left" if m else "right") for m in order for n in range(times)]
        elif part.sides == "alternate":
            rounds = [(m, n, "left" if m else "right") for n in range(times) for m in order]
        else:
            mirrors = [(n % 2 == 1) != part.mirror for n in range(times)]
            rounds = [(m, n // 2, "left" if m else "right") for n, m in enumerate(mirrors)]
        for mirror, n, side in rounds:
            for step in part.step:
                yield step, mirror, n > 0, side  # type: ignore[misc]


def _spoken_steps(played: Sequence[_Played], dose: Dose) -> Iterator[Step]:
    words = ""
    for entry, mirror, again, side in played:
        found = entry.again if again and entry.again else entry.words
        if mirror:
            own = entry.again_left if again and entry.again_left else entry.words_left
            found = own or (other_side_words(found) if found else None)
        words = found or words
        yield Step(words, found is not None, entry.move_s, _hold_s(entry, dose), side)


def _hold_s(entry: _StepEntry, dose: Dose) -> float:
    return dose.hold_s if entry.hold_s == "dose" else entry.hold_s


def _figure_step(entry: _StepEntry, dose: Dose, mirror: bool) -> dict[str, Any]:
    """What the figure needs of a step."""
    step: dict[str, Any] = {"pose": entry.pose, "move_s": entry.move_s, "hold_s": _hold_s(entry, dose)}
    optional = {
        "mirror": mirror,
        "flow": entry.flow,
        "via": entry.via,
        "focus": entry.focus,
        "cues": entry.cues,
    }
    return step | {key: value for key, value in optional.items() if value}


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The motion of a form laid over the motion of the stretch: tables one level deep, single poses whole."""
    merged = dict(under)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = {**merged[key], **value}
        else:
            merged[key] = value
    return merged


_SWAP = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}


def other_side_words(words: str) -> str:
    """The words for the other side: right and left exchanged."""
    return re.sub(r"\b(right|left|Right|Left)\b", lambda m: _SWAP[m[0]], words)
