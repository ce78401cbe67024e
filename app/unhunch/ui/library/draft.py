"""A stretch while it is being made: what its file will say, changed field by field.

It edits one form. A stretch with several keeps the others as they are.
"""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from unhunch.domain.stretch import Form, Stretch, StretchError, parse

MOVE_S, HOLD_S = 2.0, 5.0
_EMPTY: tuple[Any, ...] = (None, [], {}, "", False)


@dataclass(slots=True)
class Draft:
    """The fields of the file. `parts` and `motion` are those of the form that is edited."""

    name: str = ""
    summary: str = ""
    caution: str = ""
    areas: list[str] = field(default_factory=list)
    place: str = "sitting"
    needs: list[str] = field(default_factory=list)
    gentle: bool = False
    dose: dict[str, Any] = field(default_factory=lambda: {"hold_s": HOLD_S, "repeats": 2, "sides": "none"})
    parts: list[dict[str, Any]] = field(default_factory=list)
    motion: dict[str, Any] = field(default_factory=dict)
    careful: dict[str, str] = field(default_factory=dict)
    based_on: str | None = None
    picture: str | None = None
    form_id: str = "usual"
    other_forms: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def blank(cls) -> "Draft":
        """Return a draft with one step to fill in, repeated twice."""
        return cls(parts=[{"repeat": "dose", "step": [_new_step("")]}])

    @classmethod
    def of(cls, stretch: Stretch, form: Form) -> "Draft":
        """Return a draft of a stretch that edits this form of it."""
        raw = next(each for each in stretch.forms if each.id == form.id)
        return cls(
            name=stretch.name,
            summary=stretch.summary,
            caution=stretch.caution,
            areas=list(stretch.areas),
            careful={str(what): str(care) for what, care in stretch.careful.items()},
            based_on=stretch.based_on,
            picture=stretch.picture,
            form_id=raw.id,
            other_forms={each.id: _form_table(each) for each in stretch.forms if each.id != raw.id},
            **_form_fields(raw),
        )

    @classmethod
    def copy_of(cls, stretch: Stretch, form: Form, name: str) -> "Draft":
        """Return a draft of a new stretch that begins as this form of another one, and is called `name`."""
        made = cls.of(stretch, form)
        made.name, made.based_on, made.other_forms = name, stretch.id, {}
        return made

    @property
    def has_figure(self) -> bool:
        """Whether a figure shows it."""
        return bool(self.motion.get("poses"))

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Every step of every part, in their order."""
        return [step for part in self.parts for step in part["step"]]

    @property
    def poses(self) -> list[str]:
        """The names of the poses there are."""
        return list(self.motion.get("poses", {}))

    def hold_s(self, step: dict[str, Any]) -> float:
        """Return how long a step is held; "dose" is the dose's."""
        held = step.get("hold_s", 0.0)
        return float(self.dose.get("hold_s", 0.0)) if held == "dose" else float(held)

    def set_hold_s(self, step: dict[str, Any], seconds: float) -> None:
        """Hold a step for so long; where the dose says it, the dose is changed."""
        if step.get("hold_s") == "dose":
            self.dose["hold_s"] = seconds
        else:
            step["hold_s"] = seconds

    def set_words(self, step: dict[str, Any], words: str) -> None:
        """Say something else; what was said on repeats and on the other side goes, and follows from it."""
        for key in ("words", "again", "words_left", "again_left"):
            step.pop(key, None)
        if words.strip():
            step["words"] = words.strip()

    def add_step(self, after: int) -> int:
        """Put a new step after the step at this place; return where it is."""
        part, n = self._find(after)
        pose = part["step"][n].get("pose", "")
        part["step"].insert(n + 1, _new_step(pose))
        return after + 1

    def remove_step(self, at: int) -> None:
        """Take a step away; the last one stays."""
        if len(self.steps) == 1:
            return
        part, n = self._find(at)
        del part["step"][n]
        self.parts = [each for each in self.parts if each["step"]]

    def move_step(self, at: int, by: int) -> int:
        """Move a step by one place, -1 or 1, within its part or into the next one; return where it is."""
        goal = at + by
        if not 0 <= goal < len(self.steps):
            return at
        part, n = self._find(at)
        other, m = self._find(goal)
        step = part["step"].pop(n)
        if other is part:
            part["step"].insert(n + by, step)
        else:
            other["step"].insert(m + 1 if by < 0 else m, step)
            self.parts = [each for each in self.parts if each["step"]]
            if len(part["step"]) or by < 0:
                return self._index(step)
        return self._index(step)

    def own_pose(self, at: int) -> str:
        """Give the step at this place a pose that no other has, and return its name."""
        step = self.steps[at]
        name = step["pose"]
        if sum(each.get("pose") == name or each.get("via") == name for each in self.steps) < 2:
            return str(name)
        poses = self.motion["poses"]
        n = 2
        while f"{name}-{n}" in poses:
            n += 1
        poses[f"{name}-{n}"] = {"from": name}
        step["pose"] = f"{name}-{n}"
        return f"{name}-{n}"

    def change_pose(self, name: str, changes: dict[str, Any]) -> None:
        """Change fields of a pose; what comes last in its table counts."""
        pose = self.motion["poses"][name]
        for key, value in changes.items():
            pose.pop(key, None)
            pose[key] = value

    def drop_figure(self) -> None:
        """Have no figure: steps then show no poses."""
        self.motion = {}
        for step in self.steps:
            for key in ("pose", "via", "flow", "focus", "cues"):
                step.pop(key, None)

    def table(self) -> dict[str, Any]:
        """Return what the file says."""
        head = {
            "schema": 1,
            "name": self.name.strip(),
            "summary": self.summary.strip() or self.name.strip(),
            "areas": list(self.areas),
            "caution": self.caution.strip(),
            "careful": dict(self.careful),
            "picture": self.picture,
            "based_on": self.based_on,
            "dose": dict(self.dose),
        }
        form = {"place": self.place, "needs": list(self.needs), "gentle": self.gentle}
        body = {"motion": deepcopy(self.motion), "part": [_slim(part) for part in self.parts]}
        if not self.other_forms:
            return _slim(head | {"form": {self.form_id: _slim(form)}} | body)
        forms = {self.form_id: _slim(form | body)} | deepcopy(self.other_forms)
        return _slim(head | {"form": forms})

    def stretch(self, stretch_id: str) -> Stretch:
        """Return the stretch as it would be read. Raises StretchError."""
        return parse(stretch_id, self.table())

    def form(self, stretch_id: str) -> Form | None:
        """Return the edited form as it would be read, or None where it cannot be yet."""
        try:
            return self.stretch(stretch_id).forms[0]
        except StretchError:
            return None

    def filled(self) -> "Draft":
        """Return a draft with what is still missing filled in, so that it can be played meanwhile."""
        return replace(
            self,
            name=self.name.strip() or "?",
            areas=self.areas or ["neck"],
            caution=self.caution.strip() or "?",
        )

    def _find(self, at: int) -> tuple[dict[str, Any], int]:
        for part in self.parts:
            if at < len(part["step"]):
                return part, at
            at -= len(part["step"])
        raise IndexError(at)

    def _index(self, step: dict[str, Any]) -> int:
        return next(n for n, each in enumerate(self.steps) if each is step)


def _new_step(pose: str) -> dict[str, Any]:
    return ({"pose": pose} if pose else {}) | {"move_s": MOVE_S, "hold_s": HOLD_S}


def _form_fields(form: Form) -> dict[str, Any]:
    return {
        "place": form.place,
        "needs": list(form.needs),
        "gentle": form.gentle,
        "dose": msgspec.to_builtins(form.dose),
        "parts": [_part_table(part) for part in form.parts],
        "motion": deepcopy(form.drawn),
    }


def _form_table(form: Form) -> dict[str, Any]:
    fields = _form_fields(form)
    return _slim(fields | {"part": fields.pop("parts")})


def _part_table(part: Any) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(part)
    table = {key: value for key, value in plain.items() if key not in ("mirror", "sides", "step")}
    if plain["sides"] != "one":
        table["sides"] = plain["sides"]
    if plain["mirror"]:
        table["mirror"] = True
    return table | {"step": [_slim(step) for step in plain["step"]]}


def _slim(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table without what goes without saying."""
    return {key: value for key, value in table.items() if not any(value is e or value == e for e in _EMPTY)}
