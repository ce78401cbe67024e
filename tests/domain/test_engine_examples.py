"""The seven worked examples of the contract, to the printed decimal."""

from tests.timeline import active, at, log

BREAK = "break_started stretch stretches=shoulder+neck+overhead length_s=180"


def test_break_waits_for_typing_at_most_gap_max() -> None:
    """Someone who never stops typing gets the break after gap_max_s."""
    assert log(active(0, 2900), at(2850, "finish")) == [
        "2640 warned stretch due_in_s=60",
        "2700 waiting stretch for=gap",
        f"2820 {BREAK}",
        "2820 stretch_started shoulder",
    ]


def test_break_opens_in_a_gap_of_typing() -> None:
    """The break opens after gap_s of silence."""
    assert log(active(0, 2703), at(2710, "finish")) == [
        "2640 warned stretch due_in_s=60",
        "2700 waiting stretch for=gap",
        f"2708 {BREAK}",
        "2708 stretch_started shoulder",
    ]


def test_short_absence_rests_a_part() -> None:
    """An absence rests the part of the desk time that it is of a full rest."""
    assert log(active(0, 1500), active(1650, 4000), at(3000, "finish")) == [
        "1620 away since=1620",
        "1650 present",
        "1650 rested stretch away_s=30 desk_s_before=1620 desk_s=1350 prompt=False",
        "2940 warned stretch due_in_s=60",
        "3000 waiting stretch for=gap",
    ]


def test_full_rest_clears_desk_time() -> None:
    """So much silence as a full rest takes clears desk time."""
    assert log(active(0, 1500), active(1800, 4000), at(4400, "finish")) == [
        "1620 away since=1620",
        "1800 present",
        "1800 rested stretch away_s=180 desk_s_before=1620 desk_s=0 prompt=False",
        "4120 away since=4120",
    ]


def test_snooze_comes_back_with_a_late_warning() -> None:
    """A snoozed break comes back on the clock, with a card ten seconds before."""
    assert log(active(0, 2900), at(2650, "snooze"), at(3000, "finish")) == [
        "2640 warned stretch due_in_s=60",
        "2650 snoozed stretch for_s=300 left=1",
        "2940 warned stretch due_in_s=10",
        f"2950 {BREAK}",
        "2950 stretch_started shoulder",
    ]


def test_lock_during_the_card_can_rest_the_prompt_away() -> None:
    """A short lock takes the desk time below the mark, so the prompt ends as rested."""
    assert log(active(0, 2900), at(2650, "lock"), at(2660, "unlock"), at(2750, "finish")) == [
        "2640 warned stretch due_in_s=60",
        "2650 away since=2650",
        "2660 present",
        "2660 rested stretch away_s=10 desk_s_before=2650 desk_s=2561.667 prompt=True",
        "2738.333 warned stretch due_in_s=60",
    ]


def test_hold_keeps_the_break_until_its_release() -> None:
    """A break held back by a meeting comes after its release with a late warning, then the gap."""
    hold = at(2000, "hold", reason="meeting"), at(3600, "release", reason="meeting")
    assert log(active(0, 4000), *hold, at(3760, "finish")) == [
        "2000 held reasons=meeting",
        "2700 waiting stretch for=meeting",
        "3630 released",
        "3630 warned stretch due_in_s=10",
        "3640 waiting stretch for=gap",
        f"3760 {BREAK}",
        "3760 stretch_started shoulder",
    ]
