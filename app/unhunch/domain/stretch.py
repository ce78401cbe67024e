"""A stretch as its file describes it: words, dose, cautions, and the motion as plain data for the figure.

A file is TOML. What it holds is written for one side, the right; the other side comes from the same lines.
"""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

from unhunch.domain.body import Condition
from unhunch.domain.settings import DoseChange, is_stretch_id

MAX_FILE_CHARS = 200_000
MAX_STEPS = 400
MAX_TOTAL_S = 1800.0
ADJUSTED_MAX_S = 600.0
"""A dose of the person's own makes no stretch longer than this; it is repeated less often instead."""
PICTURE_KINDS = ("png", "jpg", "jpeg", "svg", "gif", "webp")
_PICTURE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,80}}\.({'|'.join(PICTURE_KINDS)})")
_SPACES_AND_JOINERS = "\n\u00a0\u202f\u200c\u200d\u200e\u200f"
"""What texts may hold although it cannot be seen: line ends, hard spaces, and what scripts need to join."""

Place = Literal["standing", "sitting", "floor"]
Need = Literal["wall", "chair", "mat", "roller", "block"]
Side = Literal["", "right", "left"]
Sides = Literal["both at once", "none", "each", "alternate"]
Care = Literal["skip", "gentle", "care"]
"""What a condition means for a stretch: leave it out, show a gentler form, or do it with its caution."""

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


class Form(Struct, frozen=True, dict=True):
    """One way to do a stretch: standing, sitting, gentler. `motion` is what the figure plays.

    Steps and motion are worked out from the file's parts when they are first asked for.
    """

    id: str
    place: Place
    needs: tuple[Need, ...]
    gentle: bool
    dose: Dose
    parts: tuple[_Part, ...]
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

    def _times(self, part: _Part) -> int:
        """Return how often a part is played, both sides counted."""
        times = self.dose.repeats if part.repeat == "dose" else part.repeat
        return times * (2 if part.sides in ("each", "alternate") else 1)

    def _once_s(self, part: _Part) -> float:
        return sum(self._move_s(step) + self._hold_s(step) for step in part.step)

    def _move_s(self, entry: _StepEntry) -> float:
        return entry.move_s / self.speed

    def _hold_s(self, entry: _StepEntry) -> float:
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


class Stretch(Struct, frozen=True):
    """A stretch; its first form is the usual one. All text is English source for translation."""

    id: str
    name: str
    summary: str
    areas: tuple[str, ...]
    caution: str
    dose: Dose
    forms: tuple[Form, ...]
    careful: dict[Condition, Care] = {}
    """What to do with a condition of the person; nothing special where it is not named."""
    picture: str | None = None
    """Name of the picture's file, beside the stretch's own."""
    based_on: str | None = None
    """Id of the stretch that this one began as a copy of."""

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
    careful: dict[Condition, Care] = field(default_factory=dict)
    picture: str | None = None
    based_on: str | None = None


_Played = tuple[_StepEntry, bool, bool, Side]
"""A step entry, whether it is mirrored, whether it has been played before, and whose side it is."""


def parse(stretch_id: str, source: str | Mapping[str, Any]) -> Stretch:
    """A stretch from the text of its file, or from the table read from it.

    Raises:
        StretchError: with one sentence that names the stretch and what is wrong with it.
    """
    if not is_stretch_id(stretch_id):
        raise StretchError(
            f"{stretch_id!r} is no name for a stretch: use lower-case letters, digits and single hyphens."
        )
    try:
        return _assembled(stretch_id, msgspec.convert(_table(source), _File))
    except (StretchError, msgspec.ValidationError, ValueError) as error:
        raise StretchError(f"The stretch {stretch_id!r} cannot be used: {error}") from error


def _table(source: str | Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(source, str):
        return source
    if len(source) > MAX_FILE_CHARS:
        raise StretchError(f"its file is longer than {MAX_FILE_CHARS} characters.")
    try:
        return tomllib.loads(source)
    except RecursionError:
        raise StretchError("its file is nested too deeply.") from None


def _assembled(stretch_id: str, raw: _File) -> Stretch:
    _check_names(raw)
    stretch = Stretch(
        id=stretch_id,
        name=raw.name,
        summary=raw.summary,
        areas=tuple(raw.areas),
        caution=raw.caution,
        dose=raw.dose,
        forms=tuple(_form(form_id, entry, raw) for form_id, entry in raw.form.items()),
        careful=raw.careful,
        picture=raw.picture,
        based_on=raw.based_on,
    )
    _check_texts(stretch)
    return stretch


def _form(form_id: str, entry: _FormEntry, raw: _File) -> Form:
    parts = entry.part if entry.part is not None else raw.part
    if not parts:
        raise StretchError(f"the form {form_id!r} has no part with steps.")
    form = Form(
        id=form_id,
        place=entry.place,
        needs=tuple(entry.needs),
        gentle=entry.gentle,
        dose=entry.dose or raw.dose,
        parts=tuple(parts),
        drawn=_merged(raw.motion, entry.motion),
    )
    if form.step_count > MAX_STEPS:
        raise StretchError(f"the form {form_id!r} plays {form.step_count} steps; {MAX_STEPS} is the most.")
    if form.total_s > MAX_TOTAL_S:
        raise StretchError(
            f"the form {form_id!r} takes {form.total_s:.0f} s; {MAX_TOTAL_S:.0f} s is the most."
        )
    _check_poses(form)
    return form


def _check_names(raw: _File) -> None:
    if raw.picture is not None and not _PICTURE.fullmatch(raw.picture):
        raise StretchError(
            f"its picture {raw.picture!r} is not the plain name of a {', '.join(PICTURE_KINDS)} file."
        )
    if raw.based_on is not None and not is_stretch_id(raw.based_on):
        raise StretchError(f"{raw.based_on!r}, which it is based on, is no name of a stretch.")


def _check_poses(form: Form) -> None:
    """Refuse a step that shows a pose which is not there, or none where the others have one."""
    poses = form.drawn.get("poses") or {}
    for name in dict.fromkeys(step.pose for part in form.parts for step in part.step):
        if poses and not name:
            raise StretchError(f"a step of the form {form.id!r} has no pose, and others have.")
        if name and name not in poses:
            raise StretchError(f"the pose {name!r} of the form {form.id!r} does not exist.")


def _check_texts(stretch: Stretch) -> None:
    """Refuse what could do more on a screen or terminal than be read."""
    entries = (step for form in stretch.forms for part in form.parts for step in part.step)
    steps = (t for step in entries for t in (step.words, step.again, step.words_left, step.again_left) if t)
    for text in (stretch.name, stretch.summary, *stretch.areas, stretch.caution, *steps):
        if not _is_plain(text):
            raise StretchError(f"{text!r} holds characters that cannot be shown.")
    for text in (stretch.name, *stretch.areas):
        if "\n" in text:
            raise StretchError(f"{text!r} has more than one line.")


def _is_plain(text: str) -> bool:
    return text.isprintable() or all(each.isprintable() or each in _SPACES_AND_JOINERS for each in text)


def _rounds(part: _Part, count: int) -> Iterable[tuple[bool, int, Side]]:
    """Return (mirrored, how often before on this side, side) for each time a part is played."""
    order: Iterable[tuple[bool, int]]
    if part.sides == "one":
        return [(part.mirror, n, "") for n in range(count)]
    if part.sides == "each":
        order = [(mirror, n) for mirror in (part.mirror, not part.mirror) for n in range(count // 2)]
    else:
        order = [((n % 2 == 1) != part.mirror, n // 2) for n in range(count)]
    return [(mirror, n, "left" if mirror else "right") for mirror, n in order]


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The motion of a form laid over the motion of the stretch: tables one level deep, single poses whole."""
    merged = dict(under)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = {**merged[key], **value}
        else:
            merged[key] = value
    return merged


def id_of_name(name: str, taken: Container[str]) -> str:
    """Return an id for a stretch of this name that is not `taken`: "Stütz & Zug" becomes "stutz-zug"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall("[a-z0-9]+", plain))[:50].strip("-") or "stretch"
    numbered = (f"{base}-{number}" for number in itertools.count(2))
    return next(each for each in itertools.chain([base], numbered) if each not in taken)


_SWAP = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}


def other_side_words(words: str) -> str:
    """The words for the other side: right and left exchanged."""
    return re.sub(r"\b(right|left|Right|Left)\b", lambda m: _SWAP[m[0]], words)
