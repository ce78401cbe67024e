"""Rules of time, sentence by sentence, each against its whole event log. The oracle's scenarios hold more."""

import pytest
from tests.timeline import active, at, log, settings

BREAK = "break_started stretch stretches=shoulder+neck+overhead length_s=180"
STRETCHES = ("stretch_started",)


def rest(away_s: float, before: float, after: float, *, prompt: bool = False) -> str:
    return f"rested stretch away_s={away_s} desk_s_before={before} desk_s={after} prompt={prompt}"


# --- 1 Presence ----------------------------------------------------------------------------------------


def test_input_under_a_lock_brings_nobody_back() -> None:
    """While the screen is locked the person is away, whatever input comes."""
    assert log(active(0, 100), at(100, "lock"), active(110, 150), at(160, "unlock"), at(200, "finish")) == [
        "100 away since=100",
        "160 present",
        f"160 {rest(60, 100, 80)}",
    ]


def test_unlock_while_asleep_leaves_the_first_input_to_decide() -> None:
    """After sleep with an unlock in it, the person is back at the first input after the wake."""
    lines = at(100, "sleep"), at(110, "unlock"), at(120, "wake"), at(130, "input"), at(140, "finish")
    assert log(active(0, 100), *lines) == ["100 away since=100", "130 present", f"130 {rest(30, 100, 90)}"]


def test_unlock_after_a_wake_brings_back() -> None:
    """After a wake an unlock is as good as an input."""
    lines = at(100, "lock"), at(100, "sleep"), at(120, "wake"), at(130, "unlock"), at(140, "finish")
    assert log(active(0, 100), *lines) == ["100 away since=100", "130 present", f"130 {rest(30, 100, 90)}"]


def test_silence_in_a_film_counts_from_when_its_time_ran_out() -> None:
    """A film makes silence presence for silent_present_s from the last input; then away_after_s follow."""
    given = settings(timing__silent_present_s=300)
    assert log(active(0, 100), at(50, "hint", name="watching"), at(700, "finish"), given=given) == [
        "520 away since=520"
    ]


def test_film_that_begins_in_silence_counts_from_its_beginning() -> None:
    """Its beginning counts where that is later than the last input."""
    given = settings(timing__silent_present_s=300)
    assert log(active(0, 100), at(150, "hint", name="watching"), at(700, "finish"), given=given) == [
        "570 away since=570"
    ]


# --- 2 Rest --------------------------------------------------------------------------------------------


def test_card_goes_away_with_the_person_and_comes_back_late() -> None:
    """A prompt that rest does not end goes on: its card appears anew, at least ten seconds before due."""
    lines = active(0, 2695), at(2695, "lock"), at(2696, "unlock"), active(2696, 2900)
    assert log(*lines, at(2770, "finish"), given=settings(timing__settle_s=0)) == [
        "2640 warned stretch due_in_s=60",
        "2695 away since=2695",
        "2696 present",
        f"2696 {rest(1, 2695, 2686.017)}",
        "2696 warned stretch due_in_s=13.983",
        "2709.983 waiting stretch for=gap",
    ]


def test_any_silent_absence_is_a_full_rest_where_rest_is_shorter_than_silence() -> None:
    """Where rest_s is not above away_after_s, f is 1."""
    given = settings(rhythm__stretch__rest_s=120)
    assert log(active(0, 100), at(220.5, "input"), at(230, "finish"), given=given) == [
        "220 away since=220",
        "220.5 present",
        f"220.5 {rest(0.5, 220, 0)}",
    ]


def test_nothing_rested_nothing_said() -> None:
    """`rested` is not printed for a rhythm without desk time."""
    assert log(at(0, "lock"), at(10, "unlock"), at(20, "finish")) == ["0 away since=0", "10 present"]


def test_person_who_leaves_at_the_moment_of_the_mark_gets_no_card() -> None:
    """Who is there comes before what to show: nothing appears for an empty chair."""
    assert log(active(0, 2520), at(2700, "finish")) == ["2640 away since=2640"]


# --- 3 and 4 Warning and due ---------------------------------------------------------------------------


def test_break_opens_at_once_for_who_is_silent_already() -> None:
    """Who has been silent for gap_s at due gets the break without waiting."""
    assert log(active(0, 2695), at(2701, "finish"), without=STRETCHES) == [
        "2640 warned stretch due_in_s=60",
        f"2700 {BREAK}",
    ]


def test_input_in_the_gap_starts_it_anew() -> None:
    """The gap is silence: an input begins it again, up to gap_max_s."""
    lines = active(0, 2702), at(2706, "input"), at(2712, "finish")
    assert log(*lines, without=STRETCHES) == [
        "2640 warned stretch due_in_s=60",
        "2700 waiting stretch for=gap",
        f"2711 {BREAK}",
    ]


def test_hold_that_begins_over_a_card_hides_it() -> None:
    """A card goes away when something begins to hold, and comes back with what is left."""
    hold = at(2650, "hold", reason="dnd"), at(2651, "release", reason="dnd")
    assert log(active(0, 3000), *hold, at(2700, "finish")) == [
        "2640 warned stretch due_in_s=60",
        "2650 held reasons=dnd",
        "2681 released",
        "2681 warned stretch due_in_s=19",
        "2700 waiting stretch for=gap",
    ]


# --- 5 Break -------------------------------------------------------------------------------------------


def test_plain_pause_has_nothing_to_go_back_to() -> None:
    """In a plain pause `previous` and `repeat` are refused and `next` ends it."""
    lines = at(1, "take_break", rhythm="eyes"), at(2, "previous"), at(3, "repeat"), at(16, "next")
    given = settings(rhythm__eyes__enabled=True, rhythm__stretch__enabled=False)
    assert log(*lines, at(17, "finish"), given=given) == [
        "1 break_started eyes stretches= length_s=20",
        "2 refused intent=previous",
        "3 refused intent=repeat",
        "16 break_ended eyes outcome=taken done_s=15",
    ]


def test_going_on_shortens_a_break_and_repeating_makes_it_longer() -> None:
    """`next` and `repeat` move through the stretches; done_s is the time really spent."""
    lines = at(10, "take_break"), at(20, "next"), at(70, "repeat"), at(300, "finish")
    assert log(*lines) == [
        f"10 {BREAK}",
        "10 stretch_started shoulder",
        "20 stretch_started neck",
        "70 stretch_started neck",
        "130 stretch_started overhead",
        "190 break_ended stretch outcome=taken done_s=180",
    ]


def test_break_without_a_stretch_to_show_is_a_plain_pause() -> None:
    """Where no enabled stretch exists, a plain pause of about the same length takes its place."""
    given = settings(stretches__enabled=["no-such-stretch"])
    assert log(at(10, "take_break"), at(190, "finish"), given=given) == [
        "10 break_started stretch stretches= length_s=180",
        "190 break_ended stretch outcome=taken done_s=180",
    ]


def test_list_goes_on_after_the_last_stretch_shown_when_it_changes() -> None:
    """A stretch that is added after the last one shown comes next."""
    lines = at(1, "take_break"), at(2, "end"), at(4, "take_break"), at(5, "end"), at(6, "finish")
    given = settings(rhythm__stretch__stretches=1, stretches__enabled=["shoulder-roll"])
    change = at(3, "settings", set={"stretches.enabled": ["shoulder-roll", "overhead-reach"]})
    assert log(*lines, change, given=given, without=("break_started", "break_ended")) == [
        "1 stretch_started shoulder",
        "4 stretch_started overhead",
    ]


def test_pausing_a_break_twice_and_going_on_unpaused_is_refused() -> None:
    """An intent that makes no sense says so and changes nothing."""
    lines = at(1, "take_break"), at(11, "break_resume"), at(12, "break_pause"), at(13, "break_pause")
    assert log(*lines, at(21, "break_resume"), at(72, "finish")) == [
        f"1 {BREAK}",
        "1 stretch_started shoulder",
        "11 refused intent=break_resume",
        "13 refused intent=break_pause",
        "70 stretch_started neck",
    ]


# --- 6 Snooze ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [0.5, 121])
def test_snooze_keeps_to_its_bounds(minutes: float) -> None:
    """Minutes out of bounds are refused."""
    lines = at(2650, "snooze", minutes=minutes), at(2651, "finish")
    assert log(active(0, 2650), *lines) == ["2640 warned stretch due_in_s=60", "2650 refused intent=snooze"]


def test_short_version_is_refused_while_a_snooze_is_left() -> None:
    """`start` with `short` is for when no snooze is left, and `snooze` is refused then."""
    given = settings(timing__snooze_limit=1)
    lines = (
        at(2650, "start", short=True),
        at(2651, "snooze"),
        at(2945, "snooze"),
        at(2946, "start", short=True),
    )
    assert log(active(0, 3100), *lines, at(3010, "finish"), given=given) == [
        "2640 warned stretch due_in_s=60",
        "2650 refused intent=start",
        "2651 snoozed stretch for_s=300 left=0",
        "2941 warned stretch due_in_s=10",
        "2945 refused intent=snooze",
        "2946 break_started stretch stretches=shoulder length_s=60",
        "2946 stretch_started shoulder",
        "3006 break_ended stretch outcome=short done_s=60",
    ]


def test_break_taken_by_wish_cannot_be_snoozed() -> None:
    """Snooze acts on the open break of a prompt only."""
    assert log(at(1, "take_break"), at(2, "snooze"), at(3, "finish"), without=STRETCHES) == [
        f"1 {BREAK}",
        "2 refused intent=snooze",
    ]


# --- 7 Skip --------------------------------------------------------------------------------------------


def test_a_taken_break_breaks_the_row_of_skips() -> None:
    """Only skips in a row are asked about."""
    given = settings(rhythm__stretch__every_min=2, timing__gap_s=0)
    skips = at(70, "skip"), at(140, "skip"), at(470, "skip")
    said = log(active(0, 700), *skips, at(480, "finish"), given=given, without=STRETCHES)
    assert said == [
        "60 warned stretch due_in_s=60",
        "70 skipped stretch",
        "130 warned stretch due_in_s=60",
        "140 skipped stretch",
        "200 warned stretch due_in_s=60",
        f"260 {BREAK}",
        "440 break_ended stretch outcome=taken done_s=180",
        "470 refused intent=skip",
    ]


def test_skip_without_a_prompt_is_refused() -> None:
    """With nothing due there is nothing to skip, to snooze or to start."""
    lines = at(10, "skip"), at(11, "snooze"), at(12, "start"), at(13, "resume"), at(14, "end")
    assert log(*lines, at(15, "finish")) == [
        "10 refused intent=skip",
        "11 refused intent=snooze",
        "12 refused intent=start",
        "13 refused intent=resume",
        "14 refused intent=end",
    ]


# --- 8 Holds -------------------------------------------------------------------------------------------


def test_reason_that_comes_back_within_release_keeps_holding() -> None:
    """A hold ends only when its reason has been gone for release_s."""
    lines = [at(10, "hold", reason="dnd"), at(20, "release", reason="dnd"), at(45, "hold", reason="dnd")]
    assert log(active(0, 200), *lines, at(60, "release", reason="dnd"), at(100, "finish")) == [
        "10 held reasons=dnd",
        "90 released",
    ]


def test_hold_switched_off_in_the_settings_ends_at_once() -> None:
    """Settings change at once: a reason that no longer counts releases."""
    lines = at(10, "hold", reason="fullscreen"), at(20, "settings", set={"holds.fullscreen": False})
    assert log(*lines, at(30, "finish")) == ["10 held reasons=fullscreen", "20 released"]


# --- 9 Pause -------------------------------------------------------------------------------------------


def test_new_pause_replaces_the_old_one() -> None:
    """The last pause counts."""
    lines = at(10, "pause", for_s=60), at(20, "pause", for_s=100), at(130, "finish")
    assert log(active(0, 200), *lines) == [
        "10 paused until=2026-01-01T00:01:10+00:00",
        "20 paused until=2026-01-01T00:02:00+00:00",
        "120 resumed",
    ]


def test_pause_until_a_time_that_comes_twice_means_the_next_of_the_two() -> None:
    """Said in the second of two equal hours, "until 02:30" means the second 02:30, restart or not."""
    begin = at(0, "begin", at="2026-10-25T01:50:00", timezone="Europe/Berlin")
    lines = at(4800, "pause", until="02:30"), at(5000, "restart", down_s=0), at(7000, "finish")
    assert log(begin, active(0, 8000), *lines, given=settings(rhythm__stretch__enabled=False)) == [
        "4800 paused until=2026-10-25T02:30:00+01:00",
        "6000 resumed",
    ]


# --- 10 and 11 Return and hours ------------------------------------------------------------------------


def test_settling_cut_off_by_silence_goes_on_after_it() -> None:
    """Settling counts presence: an absence by silence does not use it up."""
    given = settings(rhythm__stretch__every_min=1, rhythm__stretch__rest_s=7200, timing__away_after_s=15)
    lines = active(0, 40), at(40, "lock"), at(41, "unlock"), at(71, "input"), active(72, 200)
    assert log(*lines, at(121, "finish"), given=given) == [
        "30 warned stretch due_in_s=30",
        "40 away since=40",
        "41 present",
        f"41 {rest(1, 40, 39.994)}",
        "56 away since=56",
        "71 present",
        f"71 {rest(15, 54.994, 54.88)}",
        "116 warned stretch due_in_s=10",
    ]


def test_hours_follow_the_clock_on_the_wall_through_a_repeated_hour() -> None:
    """Where DST repeats an hour, working hours within it come twice."""
    begin = at(0, "begin", at="2026-10-25T02:00:00", timezone="Europe/Berlin")
    given = settings(rhythm__stretch__enabled=False, hours__enabled=True, hours__sun=["02:10-02:20"])
    assert log(begin, active(0, 8000), at(6000, "finish"), given=given) == [
        "600 hours_started",
        "600 present",
        "1200 hours_ended",
        "1200 away since=1200",
        "4200 hours_started",
        "4200 present",
        "4800 hours_ended",
        "4800 away since=4800",
    ]


def test_adjoining_ranges_are_one() -> None:
    """The end of a range is exclusive, so the next one may begin there without an edge."""
    begin = at(0, "begin", at="2026-03-02T11:50:00")
    given = settings(
        rhythm__stretch__enabled=False, hours__enabled=True, hours__mon=["09:00-12:00", "12:00-12:10"]
    )
    assert log(begin, active(0, 2000), at(1300, "finish"), given=given) == [
        "1200 hours_ended",
        "1200 away since=1200",
    ]


# --- 12 Two due together -------------------------------------------------------------------------------


def test_break_of_the_longer_one_clears_the_shorter_one_that_is_due_soon_after() -> None:
    """A shorter one that falls due after the longer one needs no break of its own."""
    given = settings(rhythm__eyes__enabled=True, rhythm__eyes__every_min=46)
    lines = active(0, 2800), at(2709, "start"), at(2891, "finish")
    assert log(*lines, given=given, without=STRETCHES) == [
        "2640 warned stretch due_in_s=60",
        "2700 waiting stretch for=gap",
        f"2709 {BREAK}",
        "2889 break_ended stretch outcome=taken done_s=180",
    ]


def test_held_shorter_prompt_waits_for_the_snoozed_longer_one_and_becomes_part_of_it() -> None:
    """A longer one that comes back within merge_s of the release is not brought forward: both come then."""
    given = settings(rhythm__eyes__enabled=True, rhythm__eyes__every_min=60)
    lines = at(2650, "snooze", minutes=22.5), at(3995, "skip")
    hold = at(3400, "hold", reason="dnd"), at(3870, "release", reason="dnd")
    assert log(active(0, 4100), *lines, *hold, at(4000, "status"), given=given)[:-1] == [
        "2640 warned stretch due_in_s=60",
        "2650 snoozed stretch for_s=1350 left=1",
        "3400 held reasons=dnd",
        "3600 waiting eyes for=dnd",
        "3900 released",
        "3990 warned stretch due_in_s=10",
        "3995 skipped stretch",
    ]


def test_skip_of_a_prompt_of_two_counts_for_both() -> None:
    """Skip clears both rhythms, and three of them ask for both."""
    given = settings(rhythm__eyes__enabled=True, rhythm__eyes__every_min=1, rhythm__stretch__every_min=2)
    lines = at(70, "skip"), at(140, "skip"), at(210, "skip")
    assert log(active(0, 215), *lines, given=given) == [
        "30 warned stretch due_in_s=30",
        "60 waiting stretch for=gap",
        "70 skipped stretch",
        "100 warned stretch due_in_s=30",
        "130 waiting stretch for=gap",
        "140 skipped stretch",
        "170 warned stretch due_in_s=30",
        "200 waiting stretch for=gap",
        "210 skipped stretch",
        "210 asked stretch",
        "210 asked eyes",
    ]


# --- 13 Clock ------------------------------------------------------------------------------------------


def test_wall_clock_set_past_the_end_of_a_pause_ends_it() -> None:
    """ "Until 00:30" is a time of day: it is there when the clock shows it; a pause of so long is not."""
    given = settings(rhythm__stretch__enabled=False)
    jump = at(200, "clock", shift_s=1800)
    assert log(at(100, "pause", until="00:30"), jump, active(0, 300), given=given) == [
        "100 paused until=2026-01-01T00:30:00+00:00",
        "200 resumed",
    ]
    assert log(at(100, "pause", for_s=150), jump, active(0, 300), given=given) == [
        "100 paused until=2026-01-01T00:04:10+00:00",
        "250 resumed",
    ]


# --- 14 Restart ----------------------------------------------------------------------------------------


def test_card_and_its_countdown_outlive_a_short_restart() -> None:
    """Down for less than away_after_s: all goes on as if the time had stood still."""
    lines = at(2650, "restart", down_s=20), at(2725, "finish")
    assert log(active(0, 3000), *lines) == [
        "2640 warned stretch due_in_s=60",
        "2720 waiting stretch for=gap",
    ]


def test_open_break_outlives_a_short_restart() -> None:
    """An open break goes on where it was, with its stretch."""
    lines = at(10, "take_break"), at(80, "restart", down_s=100), at(300, "finish")
    assert log(active(0, 290), *lines) == [
        f"10 {BREAK}",
        "10 stretch_started shoulder",
        "70 stretch_started neck",
        "230 stretch_started overhead",
        "290 break_ended stretch outcome=taken done_s=180",
    ]


def test_timed_pause_ends_while_the_program_is_down() -> None:
    """The end of a pause does not wait for the program."""
    lines = at(100, "pause", for_s=60), at(150, "restart", down_s=30), at(200, "finish")
    assert log(active(0, 200), *lines) == ["100 paused until=2026-01-01T00:02:40+00:00", "180 resumed"]


def test_down_for_exactly_away_after_is_an_absence() -> None:
    """At away_after_s a stop is an absence as by lock."""
    assert log(active(0, 400), at(100, "restart", down_s=120), at(300, "finish")) == [
        "220 away since=100",
        "220 present",
        f"220 {rest(120, 100, 60)}",
    ]


def test_restart_under_a_lock_ends_no_absence() -> None:
    """The start is presence unless the screen is locked."""
    lines = at(100, "lock"), at(110, "restart", down_s=300), at(500, "unlock"), at(510, "finish")
    assert log(active(0, 100), *lines) == ["100 away since=100", "500 present", f"500 {rest(400, 100, 0)}"]


# --- 15 Settings ---------------------------------------------------------------------------------------


def test_prompt_under_way_keeps_its_countdown() -> None:
    """A longer interval counts from the outcome of the prompt under way, for its rest as well."""
    lines = at(2650, "settings", set={"rhythm.stretch.every_min": 90}), at(2660, "lock"), at(2661, "unlock")
    assert log(active(0, 2690), *lines, at(2735, "finish"), without=STRETCHES) == [
        "2640 warned stretch due_in_s=60",
        "2660 away since=2660",
        "2661 present",
        f"2661 {rest(1, 2660, 2651.133)}",
        "2721 warned stretch due_in_s=10",
        f"2731 {BREAK}",
    ]


def test_interval_made_shorter_and_longer_again_makes_nothing_due() -> None:
    """A full warning is for what is still due when it can be shown."""
    lines = [at(900, "pause"), at(910, "settings", set={"rhythm.stretch.every_min": 10})]
    lines += [at(920, "settings", set={"rhythm.stretch.every_min": 45}), at(930, "resume")]
    assert log(active(0, 1000), *lines) == ["900 paused until=resumed", "930 resumed"]


def test_full_warning_waits_for_the_end_of_a_pause() -> None:
    """What new settings made due during a pause comes after it, after a full warning."""
    lines = [at(900, "pause"), at(910, "settings", set={"rhythm.stretch.every_min": 10}), at(930, "resume")]
    assert log(active(0, 1000), *lines) == [
        "900 paused until=resumed",
        "930 resumed",
        "930 warned stretch due_in_s=60",
        "990 waiting stretch for=gap",
    ]


def test_open_break_of_a_disabled_rhythm_runs_on_but_is_not_snoozed() -> None:
    """Disabling a rhythm leaves its open break open; a prompt of it could not come back."""
    lines = at(10, "settings", set={"rhythm.stretch.enabled": False}), at(20, "snooze"), at(181, "finish")
    assert log(at(1, "take_break"), *lines, without=STRETCHES) == [
        f"1 {BREAK}",
        "20 refused intent=snooze",
        "181 break_ended stretch outcome=taken done_s=180",
    ]


# --- 16 and 17 Wishes ----------------------------------------------------------------------------------


def test_break_that_is_switched_off_can_be_asked_for_by_name() -> None:
    """The person's wish wins; only a name that does not exist is refused."""
    lines = at(1, "take_break", rhythm="eyes"), at(22, "take_break", rhythm="nap"), at(23, "finish")
    assert log(*lines) == [
        "1 break_started eyes stretches= length_s=20",
        "21 break_ended eyes outcome=taken done_s=20",
        "22 refused intent=take_break",
    ]


def test_nothing_on_means_no_break_to_take() -> None:
    """With nothing enabled, a break without a name is refused."""
    assert log(at(1, "take_break"), given=settings(rhythm__stretch__enabled=False)) == [
        "1 refused intent=take_break"
    ]
