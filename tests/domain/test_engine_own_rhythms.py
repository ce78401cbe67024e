"""Rhythms of the person's own, from settings alone."""

from tests.timeline import active, at, log, settings

from unhunch.domain.settings import overlay, with_changes

OWN = {
    "rhythm": {
        "meal": {"every_min": 240, "length_s": 1800},
        "stand": {"every_min": 30, "length_s": 60},
    }
}


def test_a_settings_file_is_all_they_need() -> None:
    """A meal and a stand, each with an interval and a length, are switched on as they stand there."""
    found, problems = overlay(OWN)
    assert problems == []
    assert found.rhythm["meal"].enabled
    assert found.rhythm["stand"].every_min == 30


def test_stand_comes_between_the_stretches() -> None:
    """Due at 30 min, and 15 min later the stretch, which clears it: a stand is no longer."""
    both = with_changes(settings(), {"rhythm.stand.every_min": 30, "rhythm.stand.length_s": 60})
    found = log(
        active(0, 1801),
        active(1900, 4600),
        at(4600, "finish"),
        given=both,
        without=("stretch_started", "waiting", "away", "present"),
    )
    assert [line.split(" ", 2)[:2] for line in found] == [
        ["1740", "warned"],
        ["1806", "break_started"],
        ["1866", "break_ended"],
        ["2700", "warned"],
        ["2880", "break_started"],
        ["3060", "break_ended"],
    ], found


def test_a_meal_swallows_what_is_due_with_it() -> None:
    """After four hours the meal takes in a stand that is due within two minutes, and sets all back."""
    both, _ = overlay(OWN)
    quiet = with_changes(both, {"rhythm.stretch.enabled": False})
    found = log(active(0, 16000), given=quiet, without=("stretch_started", "waiting"))
    meals = [line.split(" ") for line in found if " meal " in line]
    assert [words[1] for words in meals][:2] == ["warned", "break_started"]
    warned_s = float(meals[0][0])
    stands = [float(line.split(" ")[0]) for line in found if "break_ended stand" in line]
    # Seven stands of 60 s stood still in between; the eighth is the meal's.
    assert len([at_s for at_s in stands if at_s < warned_s]) == 7
    assert warned_s == 240 * 60 - 60 + 7 * 60
