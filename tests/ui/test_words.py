"""The state in words."""

from datetime import UTC, datetime

import pytest
from tests.ui.samples import AFTERNOON, NOW_S, on_break, paused, rhythm, view, warned

from unhunch.ui.reading import Reading, left_s, stretch_s
from unhunch.ui.words import clock, duration, minutes, status


def said(shown, later_s=0.0):
    return status(Reading(shown, NOW_S, NOW_S + later_s))


def test_desk_time_and_the_next_stretch_are_told(qapp):
    """The tooltip says how long one has sat and when the next stretch comes."""
    assert said(view()) == "32 min at the desk, next stretch in 13 min."


def test_the_words_go_on_between_two_views(qapp):
    """Two minutes after the view was taken the words are two minutes further."""
    assert said(view(), later_s=120) == "34 min at the desk, next stretch in 11 min."


def test_time_stands_still_for_who_is_away(qapp):
    """Nothing counts while the person is away."""
    away = view(phase="away", present=False)
    reading = Reading(away, NOW_S, NOW_S + 600)
    assert reading.desk_s(away.rhythms[0]) == 32 * 60
    assert said(away, 600) == "Away from the desk."


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("meeting", "until your meeting is over"),
        ("fullscreen", "an app fills the screen"),
        ("dnd", "do-not-disturb"),
        ("excluded_app", "an app on your list"),
    ],
)
def test_a_hold_is_always_told(qapp, reason, words):
    """What holds breaks back is said, before due and after."""
    assert words in said(view(holds=(reason,)))
    assert words in said(view(phase="waiting", holds=(reason,)))


def test_waiting_for_a_gap_is_told(qapp):
    """A break that waits for a pause in typing says so."""
    assert "pause in your typing" in said(warned(waiting_for=("gap",)))


def test_a_snooze_runs_on_the_clock(qapp):
    """A snoozed break says when it comes back."""
    snoozed = view(phase="snoozed", prompt_rhythm="stretch", rhythms=(rhythm(46 * 60),))
    snoozed = view(
        phase="snoozed",
        prompt_rhythm="stretch",
        rhythms=(snoozed.rhythms[0].__class__(name="stretch", desk_s=2760, every_s=2700, due_in_s=300),),
    )
    assert said(snoozed, 60) == "Snoozed, next stretch in 4 min."


def test_a_pause_says_its_end(qapp):
    """A pause says until when, tomorrow included, or that it has no end."""
    assert said(paused()) == "Paused until you resume."
    assert "14" in said(paused(AFTERNOON)) or "2:00" in said(paused(AFTERNOON))
    morning = paused(datetime(2026, 3, 3, 5, 0, tzinfo=UTC))
    assert "tomorrow" in said(morning)
    assert "tomorrow" not in said(morning, later_s=11 * 3600), "it is that day by now"
    assert "5" in (other_day := said(paused(datetime(2026, 3, 5, 9, 0, tzinfo=UTC))))
    assert "tomorrow" not in other_day
    assert "9" in other_day


def test_nothing_switched_on_is_told(qapp):
    """With no rhythm enabled the words say so."""
    assert said(view(phase="idle", rhythms=())) == "No breaks are switched on."


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (42.2, "43 s"), (89, "89 s"), (300, "5 min"), (3600, "1 h"), (5400, "1 h 30 min")],
)
def test_durations_are_said_as_people_do(qapp, seconds, words):
    """Seconds when short, minutes and hours when long."""
    assert duration(seconds) == words


def test_minutes_round_to_the_nearest(qapp):
    """Ninety seconds are two minutes; forty are one."""
    assert (minutes(90), minutes(40)) == ("2 min", "1 min")


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00"), (0.4, "0:01"), (60, "1:00"), (125.2, "2:06")])
def test_a_countdown_reaches_zero_only_at_the_end(seconds, words):
    """Countdowns round up."""
    assert clock(seconds) == words


def test_a_paused_break_stands_still():
    """While a break is paused neither its stretch nor the time left moves."""
    shown = on_break(1, 10, paused=True).break_
    assert stretch_s(shown, NOW_S + 100) == 10
    assert left_s(shown, NOW_S + 100) == pytest.approx(52 - 10 + 68)


def test_a_running_break_counts_down():
    """While it runs, both follow the clock."""
    shown = on_break(1, 10).break_
    assert stretch_s(shown, NOW_S + 5) == 15
    assert left_s(shown, NOW_S + 5) == pytest.approx(180 - 70 - 5)


def test_the_fuller_of_two_rhythms_is_shown():
    """The ring shows the rhythm that is due first."""
    two = view(rhythms=(rhythm(10 * 60), rhythm(15 * 60, 20 * 60, "eyes")))
    reading = Reading(two, NOW_S, NOW_S)
    assert reading.next_rhythm.name == "eyes"
    assert reading.fullness == pytest.approx(0.75)
