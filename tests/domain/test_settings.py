"""Settings: every bound, lenient reading, strict changes, and what differs from the defaults."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unhunch.domain.settings import (
    FieldInfo,
    Settings,
    SettingsError,
    differences,
    field_at,
    fields,
    flatten,
    overlay,
    value_of_text,
    with_changes,
)
from unhunch.domain.text import Sentence

BOUNDS = {
    "rhythm.stretch.every_min": (1, 480),
    "rhythm.stretch.length_s": (5, 3600),
    "rhythm.stretch.stretches": (1, 20),
    "rhythm.stretch.rest_s": (15, 7200),
    "timing.warn_s": (0, 600),
    "timing.gap_s": (0, 60),
    "timing.gap_max_s": (0, 1800),
    "timing.away_after_s": (15, 1800),
    "timing.rest_s": (15, 7200),
    "timing.settle_s": (0, 600),
    "timing.merge_s": (0, 3600),
    "timing.release_s": (0, 600),
    "timing.silent_present_s": (0, 14400),
    "timing.snooze_min": (1, 120),
    "timing.snooze_limit": (0, 20),
}
FIELDS = {field.key: field for field in fields()}
OF_ONES_OWN = [
    field
    for key in (
        "rhythm.meal.routine",
        "routine.evening.title",
        "routine.evening.stretches",
        "routine.evening.dose.cat-cow.repeats",
        "routine.desk.dose.cat-cow.hold_s",
        "stretches.weight.cat-cow",
        "stretches.dose.cat-cow.speed",
        "stretches.dose.a-1.repeats",
    )
    if (field := field_at(key))
]


def value_of(settings: Settings, key: str) -> Any:
    at: Any = msgspec.to_builtins(settings)
    for part in key.split("."):
        at = at[part]
    return at


def tree(key: str, value: Any) -> dict[str, Any]:
    for part in reversed(key.split(".")):
        value = {part: value}
    return value


def test_the_defaults_are_those_of_the_contract() -> None:
    """An empty file gives the numbers that the rules of time are written with."""
    settings, problems = overlay({})
    assert settings == Settings()
    assert not problems
    timing = msgspec.to_builtins(settings.timing)
    assert timing == {
        "away_after_s": 120,
        "rest_s": 300,
        "warn_s": 60,
        "gap_s": 5,
        "gap_max_s": 120,
        "settle_s": 60,
        "merge_s": 120,
        "release_s": 30,
        "silent_present_s": 3600,
        "snooze_min": 5,
        "snooze_limit": 2,
        "day_starts": "05:00",
    }


@pytest.mark.parametrize(("key", "bounds"), BOUNDS.items())
def test_both_ends_of_each_bound_are_allowed_and_nothing_beyond(key: str, bounds: tuple[int, int]) -> None:
    """A value at a bound is taken; one beyond is refused by name, value and bounds."""
    assert FIELDS[key].bounds == bounds
    for value in bounds:
        assert value_of(with_changes(Settings(), {key: value}), key) == value
    for value in (bounds[0] - 1, bounds[1] + 1):
        with pytest.raises(SettingsError) as refused:
            with_changes(Settings(), {key: value})
        message = str(refused.value)
        assert key in message
        assert f" {value}:" in message
        assert f"{bounds[0]} to {bounds[1]}" in message


@pytest.mark.parametrize(("key", "bounds"), BOUNDS.items())
def test_a_file_out_of_bounds_gets_the_default_and_a_sentence(key: str, bounds: tuple[int, int]) -> None:
    """Out of bounds in the file: this default is used, and key, value and bounds are named."""
    settings, problems = overlay(tree(key, bounds[1] + 1))
    assert settings == Settings()
    assert [p.key for p in problems] == [key]
    assert f"{bounds[0]} to {bounds[1]}" in problems[0].sentence


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timing.warn_s", "60"),
        ("timing.warn_s", True),
        ("timing.warn_s", float("nan")),
        ("timing.warn_s", float("inf")),
        ("timing.warn_s", {"s": 60}),
        ("timing.snooze_limit", 1.5),
        ("timing.day_starts", "5:00"),
        ("timing.day_starts", "24:00"),
        ("timing.day_starts", "0\u0669:00"),
        ("hours.mon", ["0\u0669:00-17:00"]),
        ("timing.day_starts", 5),
        ("hours.mon", "09:00-12:30"),
        ("hours.mon", ["09:00"]),
        ("hours.mon", ["09:00-09:00"]),
        ("hours.mon", ["09:00-12:30", "13:30-25:00"]),
        ("hours.mon", ["09:60-12:30"]),
        ("holds.meeting", 1),
        ("holds.excluded_apps", [1]),
        ("holds.excluded_apps", [" "]),
        ("appearance.theme", "purple"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_changes_nothing(key: str, value: Any) -> None:
    """Text for a number, a number for a switch, a time that is none: refused strictly, named leniently."""
    with pytest.raises(SettingsError, match=f"“{key}” cannot be "):
        with_changes(Settings(), {"timing.gap_s": 10, key: value})
    settings, problems = overlay({**tree(key, value), "sound": {"enabled": False}})
    assert differences(settings) == {"sound.enabled": False}
    assert [p.key for p in problems] == [key]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rhythm.stretch.every_min", 7.5),
        ("hours.mon", ("09:00-12:30", "13:30-18:00")),
        ("hours.fri", ("22:00-02:00",)),
        ("hours.sat", ("00:00-24:00",)),
        ("hours.tue", ()),
        ("timing.day_starts", "23:59"),
        ("holds.excluded_apps", ("mpv", "Zoom Workplace")),
        ("appearance.theme", "dark"),
        ("rhythm.eyes.strict", True),
    ],
)
def test_good_values_are_taken_by_both_ways(key: str, value: Any) -> None:
    """Several ranges, ranges over midnight, fractions and names are fine in the file and as a change."""
    changed = with_changes(Settings(), {key: value})
    raw = list(value) if isinstance(value, tuple) else value
    assert overlay(tree(key, raw)) == (changed, [])
    assert differences(changed) == {key: value}


@pytest.mark.parametrize(
    "key",
    [
        "timing.worn_s",
        "timing",
        "rhythm.stretch.x",
        "nothing.here",
        "x",
        "timing.",
        "schema",
        "rhythm.a.b.every_min",
        "rhythm..every_min",
    ],
)
def test_an_unknown_key_is_refused(key: str) -> None:
    """What is not a setting cannot be set."""
    with pytest.raises(SettingsError):
        with_changes(Settings(), {key: 3})


def test_an_unknown_key_of_the_file_is_named_with_what_was_meant() -> None:
    """A mistyped key is named, and the nearest real one with it; a foreign table is named once."""
    settings, problems = overlay({"timing": {"worn_s": 30}, "plugins": {"a": 1, "b": 2}})
    assert settings == Settings()
    assert [p.key for p in problems] == ["timing.worn_s", "plugins"]
    assert "timing.warn_s" in problems[0].sentence


@pytest.mark.parametrize("raw", [{"timing": 3}, {"rhythm": []}, {"rhythm": {"stretch": 45}}])
def test_a_value_in_place_of_a_table_is_named(raw: dict[str, Any]) -> None:
    """Where a table belongs and a value stands, the defaults are used and the person is told."""
    settings, problems = overlay(raw)
    assert settings == Settings()
    assert "must be a table" in problems[0].sentence


def test_one_bad_value_loses_no_good_one() -> None:
    """Reading is lenient key by key."""
    settings, problems = overlay(
        {"timing": {"warn_s": 9999, "gap_s": 10}, "rhythm": {"stretch": {"every_min": 30}}}
    )
    assert differences(settings) == {"timing.gap_s": 10, "rhythm.stretch.every_min": 30}
    assert str(problems[0].sentence) == (
        "“timing.warn_s” cannot be 9999: it must be a number from 0 to 600 s. The default, 60, is used."
    )


def test_rhythms_of_ones_own_come_from_settings_alone() -> None:
    """Any number of rhythms may be defined; they are on, and stand after the shipped ones."""
    raw = {
        "rhythm": {"meal": {"every_min": 240, "length_s": 1800}, "stand": {"every_min": 30, "stretches": 1}}
    }
    settings, problems = overlay(raw)
    assert not problems
    assert list(settings.rhythm) == ["stretch", "eyes", "meal", "stand"]
    assert settings.rhythm["meal"].enabled
    assert settings.rhythm["meal"].every_min == 240
    assert with_changes(Settings(), raw) == settings


def test_a_rhythm_that_shows_nothing_is_filled_in_or_refused() -> None:
    """With neither stretches nor length a rhythm is a plain pause and said so; a change is refused."""
    settings, problems = overlay({"rhythm": {"stand": {"every_min": 30}}})
    assert settings.rhythm["stand"].length_s == 60
    assert [p.key for p in problems] == ["rhythm.stand"]
    with pytest.raises(SettingsError, match=r"rhythm\.stand"):
        with_changes(Settings(), {"rhythm.stand.every_min": 30})


@pytest.mark.parametrize("name", ["a.b", " a", "", "a\nb", "x" * 41])
def test_a_rhythm_needs_a_name_that_can_stand_in_a_key(name: str) -> None:
    """A name with a dot, a line break or no end is named and left out."""
    settings, problems = overlay({"rhythm": {name: {"every_min": 30, "stretches": 2}}})
    assert settings == Settings()
    assert len(problems) == 1
    assert "cannot be called" in problems[0].sentence


def test_none_sets_back_and_takes_away() -> None:
    """None sets a key back to its default and removes a rhythm of one's own; shipped ones are reset."""
    settings = with_changes(
        Settings(),
        {
            "rhythm.meal": {"every_min": 240, "length_s": 900},
            "timing.warn_s": 30,
            "rhythm.eyes.every_min": 25,
        },
    )
    back = with_changes(settings, {"timing.warn_s": None, "rhythm.meal": None, "rhythm.eyes": None})
    assert back == Settings()
    with pytest.raises(SettingsError, match="no rhythm “meal”"):
        with_changes(back, {"rhythm.meal": None})


def test_setting_the_default_is_fine() -> None:
    """Every setting may be set to what it already is."""
    for field in fields():
        assert with_changes(Settings(), {field.key: field.default}) == Settings()


def test_a_newer_schema_is_named_and_what_is_known_is_used() -> None:
    """A file of a later version is read as far as it is understood."""
    settings, problems = overlay({"schema": 2, "timing": {"warn_s": 30}})
    assert differences(settings) == {"timing.warn_s": 30}
    assert [p.key for p in problems] == ["schema"]


def test_every_setting_has_words() -> None:
    """The settings window can show each setting without knowing it: title, description and type."""
    assert len(FIELDS) > 40
    assert all(field.title and field.description and field.type for field in FIELDS.values())
    assert FIELDS["appearance.theme"].choices == ("system", "light", "dark", "contrast")
    assert FIELDS["timing.warn_s"].unit == "s"
    assert FIELDS["rhythm.stretch.length_s"].optional
    assert FIELDS["hours.mon"].type == "ranges"
    own = with_changes(Settings(), {"rhythm.meal": {"length_s": 900}})
    assert [f.key for f in fields(own) if f.key.startswith("rhythm.meal.")] == [
        f"rhythm.meal.{leaf}"
        for leaf in ("enabled", "every_min", "stretches", "length_s", "rest_s", "routine", "strict")
    ]


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("timing.warn_s", " 30 ", 30),
        ("rhythm.stretch.every_min", "22.5", 22.5),
        ("timing.snooze_limit", "3", 3),
        ("sound.enabled", "off", False),
        ("holds.dnd", "Yes", True),
        ("appearance.theme", "dark", "dark"),
        ("timing.day_starts", "04:30", "04:30"),
        ("hours.mon", "09:00-12:30, 13:30-18:00", ("09:00-12:30", "13:30-18:00")),
        ("hours.tue", "", ()),
        ("timing.warn_s", "default", 60),
    ],
)
def test_what_a_person_types_is_understood(key: str, text: str, value: Any) -> None:
    """The command line takes settings as one would write them."""
    settings = with_changes(Settings(), {key: value_of_text(FIELDS[key], text)})
    assert flatten(settings)[key] == value


@pytest.mark.parametrize(
    ("key", "text"),
    [("timing.warn_s", "soon"), ("sound.enabled", "2"), ("timing.warn_s", "nan"), ("hours.mon", "9-5")],
)
def test_what_cannot_be_meant_is_refused(key: str, text: str) -> None:
    """A word for a number, or hours that are none, get the usual sentence."""
    with pytest.raises(SettingsError, match="it must be"):
        with_changes(Settings(), {key: value_of_text(FIELDS[key], text)})


def test_a_sentence_can_be_translated_after_it_was_made() -> None:
    """A window turns the template into its own language, and the sentences within it too."""
    _, problems = overlay({"holds": {"dnd": 3}})
    german = {
        "{refusal} The default, {default}, is used.": "{refusal} Es gilt {default}.",
        "“{key}” cannot be {value}: it must be {expected}.": "{key} {value}? Nein: {expected}.",
        "true or false": "true oder false",
    }
    assert problems[0].sentence.translated(german.__getitem__) == (
        "holds.dnd 3? Nein: true oder false. Es gilt true."
    )
    assert Sentence("50 % of {braces}", braces="{x}") == "50 % of {x}"


def good_values(field: FieldInfo) -> st.SearchStrategy[Any]:
    low, high = field.bounds or (0, 1)
    return {
        "bool": st.booleans(),
        "int": st.integers(int(low), int(high)),
        "float": st.one_of(st.integers(math.ceil(low), int(high)), st.floats(low, high)),
        "choice": st.sampled_from(field.choices or ("",)),
        "text": st.text(),
        "time": st.sampled_from(["00:00", "05:00", "23:59"]),
        "names": st.lists(st.sampled_from(field.choices)).map(tuple)
        if field.choices
        else st.lists(st.text(min_size=1).filter(lambda text: text.strip() and "\n" not in text)).map(tuple),
        "ranges": st.lists(st.sampled_from(["09:00-12:30", "22:00-02:00", "00:00-24:00"])).map(tuple),
    }[field.type]


changes_to_any = st.lists(
    st.sampled_from([*FIELDS.values(), *OF_ONES_OWN]).flatmap(
        lambda f: st.tuples(st.just(f.key), good_values(f))
    ),
    max_size=8,
).map(dict)


@given(changes_to_any)
def test_the_differences_rebuild_the_settings(changes: dict[str, Any]) -> None:
    """What differs from the defaults is enough to have the same settings again, by both ways."""
    changes = {"rhythm.meal.stretches": 2, **changes}
    settings = with_changes(Settings(), changes)
    different = differences(settings)
    assert with_changes(Settings(), flatten(settings)) == settings
    assert set(different) <= set(changes)
    assert with_changes(Settings(), different) == settings
    assert overlay(msgspec.to_builtins(different)) == (settings, [])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["timing", "warn_s", "rhythm"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text() | st.sampled_from([*Settings.__struct_fields__]), anything))
def test_reading_never_fails(raw: dict[str, Any]) -> None:
    """Whatever the file holds, there are settings, and they keep to the bounds."""
    settings, _ = overlay(raw)
    assert with_changes(settings, differences(settings)) == settings


def test_what_is_said_of_single_stretches_and_routines() -> None:
    """Routines, doses and weights are tables by name, in the file and as changes; defaults say nothing."""
    raw = {
        "rhythm": {"stretch": {"routine": "evening"}},
        "routine": {"evening": {"stretches": ["cat-cow", "cat-cow"], "dose": {"cat-cow": {"repeats": 2}}}},
        "stretches": {
            "weight": {"cat-cow": 2, "neck-flexion": 1},
            "dose": {"cat-cow": {"hold_s": 20, "speed": 1}},
        },
    }
    settings, problems = overlay(raw)
    assert not problems
    assert settings.routine["evening"].stretches == ("cat-cow", "cat-cow")
    assert settings.routine["evening"].dose["cat-cow"].repeats == 2
    assert settings.stretches.weight == {"cat-cow": 2}
    assert differences(settings) == {
        "rhythm.stretch.routine": "evening",
        "stretches.weight.cat-cow": 2,
        "stretches.dose.cat-cow.hold_s": 20,
        "routine.evening.stretches": ("cat-cow", "cat-cow"),
        "routine.evening.dose.cat-cow.repeats": 2,
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stretches.weight.cat-cow", 5),
        ("stretches.weight.cat-cow", 0),
        ("stretches.dose.cat-cow.repeats", 21),
        ("stretches.dose.cat-cow.hold_s", 0.5),
        ("stretches.dose.cat-cow.speed", 3),
        ("routine.desk.dose.cat-cow.speed", 0.1),
        ("stretches.careful", ["elbows"]),
    ],
)
def test_the_bounds_of_what_is_said_of_a_stretch(key: str, value: Any) -> None:
    """A weight or dose beyond its bounds is refused by a change, and named and left out in the file."""
    with pytest.raises(SettingsError, match=key):
        with_changes(Settings(), {key: value})
    settings, problems = overlay(tree(key, value))
    assert settings == Settings()
    assert [p.key for p in problems] == [key]


@pytest.mark.parametrize(
    "key", ["stretches.weight.Cat Cow", "stretches.dose.cat-cow.legs", "routine.varied.title", "routine.a.b"]
)
def test_names_that_cannot_be_are_no_settings(key: str) -> None:
    """A stretch has an id, a routine a name other than "varied"."""
    with pytest.raises(SettingsError, match="no setting"):
        with_changes(Settings(), {key: 2})
    assert overlay(tree(key, 2))[0] == Settings()


def test_none_takes_away_routines_and_what_is_said_of_a_stretch() -> None:
    """A routine of one's own goes, a shipped one is reset; all that is said of a stretch goes at once."""
    settings = with_changes(
        Settings(),
        {
            "routine.evening.stretches": ["cat-cow"],
            "routine.desk": {"title": "Mine", "dose": {"neck-flexion": {"repeats": 2}}},
            "stretches.dose.cat-cow": {"repeats": 2, "hold_s": 9},
            "stretches.weight.cat-cow": 2,
        },
    )
    back = with_changes(
        settings,
        {
            "routine.evening": None,
            "routine.desk": None,
            "stretches.dose.cat-cow": None,
            "stretches.weight": None,
        },
    )
    assert back == Settings()
    with pytest.raises(SettingsError, match="no routine “evening”"):
        with_changes(back, {"routine.evening": None})
