"""Which stretches suit a person, in which form, and why: from what the files and the settings say."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from unhunch.domain.body import CONDITION_WORDS, Condition, areas_meant
from unhunch.domain.settings import Settings
from unhunch.domain.settings.declared import DoseChange
from unhunch.domain.stretch import Care, Form, Place, Stretch
from unhunch.domain.text import QT_TRANSLATE_NOOP, Sentence

SORE_FAVOUR = 2.0
"""How much more often "varied" brings a stretch for an area that is sore."""
UNCHANGED = DoseChange()


class Verdict(Struct, frozen=True):
    """How a stretch suits a person."""

    kind: Literal["suitable", "gentle", "left_out"]
    form: Form
    """The form to show, in the person's own dose; of a stretch left out its usual form."""
    reason: Sentence | None = None
    """Why it is not shown as usual, or what to mind; None where there is nothing to say."""

    @property
    def is_shown(self) -> bool:
        """Whether breaks show it."""
        return self.kind != "left_out"


def verdict(stretch: Stretch, settings: Settings, routine: str = "") -> Verdict:
    """Return whether and how to show a stretch to whom these settings belong.

    `routine`: the name of the routine that shows it, which may have a dose of its own.
    """
    found = _verdict(stretch, settings)
    return Verdict(found.kind, found.form.dosed(_dose(stretch.id, settings, routine)), found.reason)


def favour(stretch: Stretch, settings: Settings) -> float:
    """Return how often "varied" brings a stretch, beside others with 1."""
    weight = settings.stretches.weight.get(stretch.id, 1.0)
    is_sore = areas_meant(stretch.areas) & set(settings.stretches.sore)
    return weight * SORE_FAVOUR if is_sore else weight


def places(settings: Settings) -> tuple[Place, ...]:
    """Return where the person stretches, the preferred place first."""
    found: list[Place] = ["sitting"]
    if settings.stretches.standing:
        found.insert(0 if settings.appearance.posture == "standing" else 1, "standing")
    if settings.stretches.floor_space:
        found.append("floor")
    return tuple(found)


def _dose(stretch_id: str, settings: Settings, routine: str) -> DoseChange:
    of_routine = settings.routine[routine].dose if routine in settings.routine else {}
    return of_routine.get(stretch_id) or settings.stretches.dose.get(stretch_id, UNCHANGED)


def _verdict(stretch: Stretch, settings: Settings) -> Verdict:
    usual = stretch.forms[0]
    if skip := _with(stretch, settings, "skip"):
        return Verdict("left_out", usual, _because(_LEFT_OUT, skip))
    forms = _in_order(stretch, places(settings))
    if gentler := _with(stretch, settings, "gentle"):
        form = next((form for form in forms if form.gentle), None)
        if form is None:
            return Verdict("left_out", usual, _because(_LEFT_OUT, gentler))
        return Verdict("gentle", form, _because(_GENTLE, gentler))
    if not forms:
        template = _NO_FLOOR if usual.place == "floor" else _NO_STANDING
        return Verdict("left_out", usual, Sentence(template))
    mind = _with(stretch, settings, "care")
    form = next((form for form in forms if not form.gentle), None)
    if form is None:
        return Verdict("gentle", forms[0], Sentence(_NO_PLACE))
    return Verdict("suitable", form, _because(_MIND, mind) if mind else None)


def _in_order(stretch: Stretch, where: tuple[Place, ...]) -> list[Form]:
    """Return the forms that can be done there, those in the preferred place first."""
    possible = [form for form in stretch.forms if form.place in where]
    return sorted(possible, key=lambda form: form.place != where[0])


def _with(stretch: Stretch, settings: Settings, care: Care) -> list[Condition]:
    """Return what the person is careful with and this stretch answers in this way."""
    careful = settings.stretches.careful
    if not careful or not stretch.careful:
        return []
    return [each for each in dict.fromkeys(careful) if stretch.careful.get(each) == care]


_LEFT_OUT = QT_TRANSLATE_NOOP("Suitability", "Left out: it does not go well with {conditions}.")
_GENTLE = QT_TRANSLATE_NOOP("Suitability", "Shown in its gentler form, which is kinder with {conditions}.")
_MIND = QT_TRANSLATE_NOOP("Suitability", "Mind the caution: take special care with {conditions}.")
_NO_FLOOR = QT_TRANSLATE_NOOP("Suitability", "Left out: it needs room on the floor.")
_NO_STANDING = QT_TRANSLATE_NOOP("Suitability", "Left out: it is done standing up.")
_NO_PLACE = QT_TRANSLATE_NOOP(
    "Suitability", "Shown in its gentler form, since there is no room for the usual one."
)


def _because(template: str, conditions: Iterable[Condition]) -> Sentence:
    words = [Sentence(CONDITION_WORDS[each]) for each in conditions]
    joined = words[0]
    for word in words[1:]:
        joined = Sentence(QT_TRANSLATE_NOOP("Suitability", "{one} and {other}"), one=joined, other=word)
    return Sentence(template, conditions=joined)
