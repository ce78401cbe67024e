"""Which stretches a person sees, in which form, and the reasons they are given."""

from typing import Any, get_args

import pytest
from tests.library import STRETCHES

from unhunch.domain.body import AREA_WORDS, CONDITION_WORDS, Area, Condition, areas_meant
from unhunch.domain.routines import timed
from unhunch.domain.settings import Settings, with_changes
from unhunch.domain.suitability import favour, verdict

AT_DESK = {"shoulder-roll", "neck-flexion", "overhead-reach", "wall-stretch", "cat-cow", "knee-to-chest"}
ON_BACK_OR_HEAD_LOW = {
    "childs-pose",
    "childs-pose-arms-back",
    "thread-the-needle",
    "trunk-rotation",
    "thoracic-extension",
}


def person(**stretches: Any) -> Settings:
    posture = stretches.pop("posture", "standing")
    changes = {f"stretches.{key}": value for key, value in stretches.items()}
    return with_changes(Settings(), {"appearance.posture": posture, **changes})


def shown(settings: Settings) -> dict[str, str]:
    """The form of each stretch that is shown."""
    found = {each.id: verdict(each, settings) for each in STRETCHES.values()}
    return {each: how.form.id for each, how in found.items() if how.is_shown}


def test_without_floor_space_nothing_on_the_floor_is_shown() -> None:
    """By default only what can be done at the desk is shown, two floor stretches on the chair."""
    forms = shown(person())
    assert set(forms) == AT_DESK
    assert forms["cat-cow"] == forms["knee-to-chest"] == "sitting"
    how = verdict(STRETCHES["childs-pose"], person())
    assert how.kind == "left_out"
    assert how.reason == "Left out: it needs room on the floor."
    assert verdict(STRETCHES["cat-cow"], person()).kind == "gentle"


@pytest.mark.parametrize("posture", ["standing", "sitting"])
def test_with_floor_space_everything_is_shown_in_its_usual_form(posture: str) -> None:
    """Room on the floor brings all eleven; a gentle form does not replace the usual one for posture alone."""
    forms = shown(person(floor_space=True, posture=posture))
    assert set(forms) == set(STRETCHES)
    assert forms["cat-cow"] == "floor"
    assert forms["shoulder-roll"] == posture


def test_who_cannot_stand_sees_no_standing_form() -> None:
    """Who cannot stand does everything sitting; what is only done standing is left out."""
    forms = shown(person(standing=False))
    assert set(forms) == AT_DESK - {"wall-stretch"}
    assert set(forms.values()) == {"sitting"}
    assert "standing" in str(verdict(STRETCHES["wall-stretch"], person(standing=False)).reason)


@pytest.mark.parametrize(
    ("condition", "left_out", "gentle"),
    [
        ("neck", {"neck-flexion"}, set()),
        ("shoulder", {"wall-stretch"}, set()),
        ("wrists", set(), {"cat-cow"}),
        ("knees", {"childs-pose", "childs-pose-arms-back", "thread-the-needle"}, {"cat-cow"}),
        ("back", {"thoracic-extension"}, set()),
        ("pregnancy", ON_BACK_OR_HEAD_LOW, {"knee-to-chest"}),
        ("osteoporosis", {"knee-to-chest", "thoracic-extension"}, set()),
        ("pressure", {"childs-pose", "childs-pose-arms-back", "thread-the-needle"}, {"cat-cow"}),
    ],
)
def test_a_condition_leaves_out_what_does_not_suit(
    condition: Condition, left_out: set[str], gentle: set[str]
) -> None:
    """What does not go with a condition is left out or replaced by its gentle form, with the reason."""
    settings = person(floor_space=True, careful=[condition])
    found = {each.id: verdict(each, settings) for each in STRETCHES.values()}
    assert {each for each, how in found.items() if how.kind == "left_out"} == left_out
    assert {each for each, how in found.items() if how.kind == "gentle"} == gentle
    for how in found.values():
        if how.kind != "suitable":
            assert how.reason is not None
            assert CONDITION_WORDS[condition] in how.reason
    assert all(found[each].form.gentle for each in gentle)


def test_several_conditions_are_all_heeded_and_named() -> None:
    """The strictest answer counts, and the reason names every condition that gave it."""
    settings = person(floor_space=True, careful=["pregnancy", "osteoporosis", "knees"])
    assert verdict(STRETCHES["knee-to-chest"], settings).kind == "left_out"
    reason = verdict(STRETCHES["childs-pose"], settings).reason
    assert reason == "Left out: it does not go well with pregnancy and sore knees."


def test_what_asks_for_care_is_shown_and_says_so() -> None:
    """A stretch that is fine with care stays, and says what to mind; without conditions nothing is said."""
    how = verdict(STRETCHES["overhead-reach"], person(careful=["shoulder"]))
    assert how.kind == "suitable"
    assert "take special care" in str(how.reason)
    assert verdict(STRETCHES["overhead-reach"], person()).reason is None


def test_every_condition_and_area_has_words_and_touches_a_stretch() -> None:
    """Each thing one can tick means something for a shipped stretch."""
    assert (
        set(CONDITION_WORDS) == set(get_args(Condition)) == {c for s in STRETCHES.values() for c in s.careful}
    )
    assert set(AREA_WORDS) == set(get_args(Area))
    assert {a for s in STRETCHES.values() for a in areas_meant(s.areas)} == set(AREA_WORDS)
    assert all(areas_meant([word]) for s in STRETCHES.values() for word in s.areas)


def test_the_dose_of_the_person_and_of_a_routine() -> None:
    """A routine's own dose goes before the person's, and that before the file's."""
    cat_cow = STRETCHES["cat-cow"]
    settings = with_changes(
        person(floor_space=True),
        {"stretches.dose.cat-cow.repeats": 2, "routine.desk.dose.cat-cow.repeats": 3},
    )
    assert verdict(cat_cow, settings).form.dose.repeats == 2
    assert verdict(cat_cow, settings, "desk").form.dose.repeats == 3
    assert verdict(cat_cow, settings, "on-the-mat").form.dose.repeats == 2
    assert verdict(cat_cow, person(floor_space=True)).form.dose == cat_cow.dose


def test_weights_and_sore_areas_favour_a_stretch() -> None:
    """ "More of this" and a sore area multiply."""
    settings = person(weight={"wall-stretch": 2, "cat-cow": 0.5}, sore=["chest"])
    assert favour(STRETCHES["wall-stretch"], settings) == 4
    assert favour(STRETCHES["cat-cow"], settings) == 0.5
    assert favour(STRETCHES["shoulder-roll"], settings) == 1


def test_a_routines_times_and_what_does_not_fit() -> None:
    """An editor sees what each stretch takes, what a break holds, and what is never shown in one."""
    lengths = {each: verdict(STRETCHES[each], person()).form.total_s for each in STRETCHES}
    names = ["shoulder-roll", "childs-pose", "wall-stretch", "gone", "neck-flexion", "shoulder-roll"]
    stretches = [(each, verdict(STRETCHES[each], person()) if each in STRETCHES else None) for each in names]
    whole = timed(stretches)
    assert [step.fit for step in whole.steps] == ["fits", "left_out", "fits", "missing", "fits", "fits"]
    shown = ("shoulder-roll", "wall-stretch", "neck-flexion", "shoulder-roll")
    assert whole.total_s == sum(lengths[each] for each in shown)
    tight = timed(stretches, length_s=lengths["shoulder-roll"] + lengths["neck-flexion"])
    fits = ["fits", "left_out", "never", "missing", "fits", "later"]
    assert [step.fit for step in tight.steps] == fits
    assert [step.fit for step in timed(stretches, count=1).steps] == [
        "fits",
        "left_out",
        "later",
        "missing",
        "later",
        "later",
    ]
