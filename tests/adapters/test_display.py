"""Whether there is a screen."""

from unhunch.adapters.display import missing_display


def test_without_a_display_the_person_reads_one_sentence() -> None:
    """In a terminal without a desktop, the sentence says what is missing."""
    assert "DISPLAY" in str(missing_display({}))


def test_a_display_that_does_not_answer_is_named() -> None:
    """A wrong DISPLAY is told by its name."""
    assert "“:987”" in str(missing_display({"DISPLAY": ":987"}))


def test_wayland_and_a_chosen_platform_are_left_to_qt() -> None:
    """Nothing is asked where X11 is not what Qt will use."""
    assert missing_display({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert missing_display({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_where_qt_is_told_to_use_a_screen_there_must_be_one() -> None:
    """A platform set for the whole desktop is no screen, as in a remote shell; X11 alone needs a DISPLAY."""
    assert missing_display({"QT_QPA_PLATFORM": "wayland;xcb"}) is not None
    assert missing_display({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "wayland-0"}) is None
    assert missing_display({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}) is not None
