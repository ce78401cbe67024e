"""Durations as people write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unhunch.ui.durations import Duration

SECONDS, MINUTES = Duration(1), Duration(60)


@pytest.mark.parametrize(
    ("spelled", "value", "text"),
    [
        (SECONDS, 0, "0 s"),
        (SECONDS, 20, "20 s"),
        (SECONDS, 90, "1 min 30 s"),
        (SECONDS, 300, "5 min"),
        (SECONDS, 7200, "2 h"),
        (MINUTES, 45, "45 min"),
        (MINUTES, 22.5, "22 min 30 s"),
        (MINUTES, 90, "90 min"),
        (MINUTES, 240, "4 h"),
    ],
)
def test_durations_are_said_as_people_do(spelled, value, text):
    """Seconds, minutes and hours, as many as are needed."""
    assert spelled.text(value) == text


@given(st.integers(0, 14400))
def test_what_is_said_is_understood(seconds):
    """Every whole number of seconds survives being written and read."""
    assert SECONDS.read(SECONDS.text(seconds)) == seconds
    assert MINUTES.read(MINUTES.text(seconds / 60)) == pytest.approx(seconds / 60)


@pytest.mark.parametrize(
    ("typed", "shown", "seconds"),
    [
        ("3", "2 min", 180),
        ("3", "20 s", 3),
        ("1,5 h", "", 5400),
        ("1min30s", "", 90),
        ("2 MIN", "", 120),
        ("45", "", 45),
    ],
)
def test_durations_are_read_as_people_type_them(typed, shown, seconds):
    """A bare number is in the unit that stood there before."""
    assert SECONDS.read(typed, shown) == seconds


@pytest.mark.parametrize("typed", ["", "soon", "5 apples", "-3 min", "min"])
def test_what_is_no_duration_is_none(typed):
    """Nothing is guessed."""
    assert SECONDS.read(typed) is None


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [(5, 10, 0), (60, 90, 55), (47, 50, 45), (300, 360, 270), (600, 900, 540), (7200, 8100, 6300), (0, 5, 0)],
)
def test_seconds_go_along_round_steps(value, up, down):
    """The longer, the larger the step, and back the same way."""
    assert (SECONDS.step(value, 1), SECONDS.step(value, -1)) == (up, down)


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [(45, 50, 40), (47, 50, 45), (5, 10, 4), (3, 4, 2), (120, 150, 115), (240, 270, 210)],
)
def test_minutes_go_along_round_steps(value, up, down):
    """Fives above five, ones below, halves of an hour above two."""
    assert (MINUTES.step(value, 1), MINUTES.step(value, -1)) == (up, down)
