"""A stretch as its file describes it: words, dose, cautions, and the motion as plain data for the figure.

A file is TOML; `domain.form` says how its parts are played.
"""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field, inspect

from unhunch.domain.body import Condition
from unhunch.domain.form import Dose, Form, Need, Part, Place, Side, Step, other_side_words
from unhunch.domain.settings import is_stretch_id

__all__ = [
    "MAX_FILE_CHARS",
    "PICTURE_KINDS",
    "Care",
    "Dose",
    "Form",
    "Need",
    "Place",
    "Side",
    "Source",
    "Step",
    "Stretch",
    "StretchError",
    "id_of_name",
    "other_side_words",
    "parse",
]

MAX_FILE_CHARS = 200_000
MAX_STEPS = 400
MAX_TOTAL_S = 1800.0
PICTURE_KINDS = ("png", "jpg", "jpeg", "svg", "gif", "webp")
_PICTURE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,80}}\.({'|'.join(PICTURE_KINDS)})")
_SPACES_AND_JOINERS = "\n\u00a0\u202f\u200c\u200d\u200e\u200f"
"""What texts may hold although it cannot be seen: line ends, hard spaces, and what scripts need to join."""

Care = Literal["skip", "gentle", "care"]
"""What a condition means for a stretch: leave it out, show a gentler form, or do it with its caution."""

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Text = Annotated[str, Meta(min_length=1, max_length=600)]


Source = str | Mapping[str, Any] | msgspec.Raw
"""A stretch's file: its text, the table read from it, or that table in JSON."""


class StretchError(ValueError):
    """A stretch file that cannot be used; its text is one sentence for the author."""


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


class _FormEntry(Struct, frozen=True, forbid_unknown_fields=True):
    place: Place
    needs: list[Need] = field(default_factory=list)
    gentle: bool = False
    dose: Dose | None = None
    motion: dict[str, Any] = field(default_factory=dict)
    part: list[Part] | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal[1]
    name: Name
    summary: Text
    areas: Annotated[list[Name], Meta(min_length=1, max_length=6)]
    caution: Text
    form: Annotated[dict[str, _FormEntry], Meta(min_length=1, max_length=6)]
    part: Annotated[list[Part], Meta(max_length=20)] = field(default_factory=list)
    dose: Dose = Dose()
    motion: dict[str, Any] = field(default_factory=dict)
    careful: dict[Condition, Care] = field(default_factory=dict)
    picture: str | None = None
    based_on: str | None = None


def parse(stretch_id: str, source: Source) -> Stretch:
    """A stretch from the text of its file, or from the table read from it, which may be in JSON.

    Raises:
        StretchError: with one sentence that names the stretch and what is wrong with it.
    """
    if not is_stretch_id(stretch_id):
        raise StretchError(
            f"{stretch_id!r} is no name for a stretch: use lower-case letters, digits and single hyphens."
        )
    try:
        return _assembled(stretch_id, _file(source))
    except (StretchError, msgspec.ValidationError, ValueError) as error:
        raise StretchError(f"The stretch {stretch_id!r} cannot be used: {_why(error)}") from error


def _why(error: Exception) -> str:
    """What is wrong, as the end of a sentence: the readers of TOML and of its types have their own ways."""
    what, _, at = str(error).rstrip(".").partition(" - at `")
    is_key, place = at.startswith("key` in "), at.removeprefix("key` in `").removeprefix("$").strip(".`")
    where = f" in {place}" if place else ""
    if isinstance(error, msgspec.ValidationError) and ("unknown field" in what or "enum value" in what):
        where += f"; there are {', '.join(map(str, _known(place, is_key=is_key)))}"
    return f"{what[:1].lower()}{what[1:]}{where}."


def _known(place: str, *, is_key: bool) -> Iterable[object]:
    """The keys or values that may stand at a place of the file, such as `part[0].sides`."""
    found = inspect.type_info(_File)
    for name in re.findall(r"\w*[a-z]\w*|\[", place):
        match found:
            case inspect.StructType(fields=fields):
                found = next(field.type for field in fields if field.name == name)
            case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
                found = inner
        if isinstance(found, inspect.UnionType) and found.includes_none:
            found = next(each for each in found.types if not isinstance(each, inspect.NoneType))
    return _names(found.key_type if is_key and isinstance(found, inspect.DictType) else found)


def _names(kind: inspect.Type) -> Iterable[object]:
    match kind:
        case inspect.StructType(fields=fields):
            return [field.name for field in fields]
        case inspect.LiteralType(values=values):
            return values
        case inspect.UnionType(types=types):
            return itertools.chain.from_iterable(map(_names, types))
        case _:
            return ["a number"]


def _file(source: Source) -> _File:
    if isinstance(source, msgspec.Raw):
        return msgspec.json.decode(source, type=_File)
    return msgspec.convert(_table(source) if isinstance(source, str) else source, _File)


def _table(source: str) -> Mapping[str, Any]:
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
    poses = form.drawn.get("poses", {})
    if not isinstance(poses, dict):
        raise StretchError(f"the poses of the form {form.id!r} are no table.")
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
