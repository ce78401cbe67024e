"""Where things stand in the break window."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from unhunch.ui.break_frame import card_size
from unhunch.ui.break_layout import BUTTON, LEAST_HINT, legible, places

BUTTON_FRAME = 18
"""Padding and border of a button above and below, px."""
SIZES = [
    (1366, 768), (1920, 1080), (3440, 1440), (2560, 1440), (1280, 720), (1024, 768), (800, 600),
    (1120, 680), (768, 1366), (1080, 1920), (900, 820), (5120, 1440), (683, 384), (587, 330),
]  # fmt: skip


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_overlaps_and_nothing_leaves_the_window(width, height):
    """On every screen all parts lie inside, apart from each other, with room to be used."""
    spots = places(width, height)
    parts = {
        name: getattr(spots, name)
        for name in ("progress", "words", "figure", "ring", "coming", "notes", "controls", "leave")
    }
    for name, box in parts.items():
        assert QRect(0, 0, width, height).contains(box), name
        assert box.width() > 40, name
        assert box.height() > 20, name
    for (one, a), (other, b) in combinations(parts.items(), 2):
        assert not a.intersects(b), (one, other)


@pytest.mark.parametrize(("width", "height"), [(w, h) for w, h in SIZES if w >= 1.2 * h])
def test_the_figure_stands_in_the_middle(width, height):
    """Beside the words the figure is in the middle of the screen and the largest thing on it."""
    spots = places(width, height)
    assert abs(spots.figure.center().x() - width / 2) <= 2
    assert spots.figure.height() > 0.6 * height
    assert spots.figure.width() > spots.words.width()


def test_wide_windows_have_larger_words():
    """What stands beside the figure uses the room that a wide screen has there."""
    usual, ultra_wide = places(1920, 1080), places(2560, 1080)
    assert usual.grown == pytest.approx(1, abs=0.01)
    assert ultra_wide.grown > 1.1
    assert ultra_wide.ring.width() > usual.ring.width()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_buttons_and_the_keys_under_them_have_room(width, height):
    """Both rows are high enough for a button with its key below."""
    spots = places(width, height)
    assert spots.hint >= LEAST_HINT
    for row in (spots.controls, spots.leave):
        assert row.height() - spots.hint >= round(BUTTON * spots.unit) + BUTTON_FRAME


def test_no_type_is_too_small_to_read():
    """Small windows shrink the type only so far; large type is left as it is."""
    assert legible(8.5) == 11
    assert legible(32) == 32


@pytest.mark.parametrize(
    ("screen", "card"),
    [
        ((1366, 768), (1120, 660)),
        ((1920, 1040), (1120, 680)),
        ((683, 384), (587, 330)),
        ((3440, 1440), (1423, 864)),
        ((900, 1600), (774, 960)),
    ],
)
def test_the_card_suits_the_screen(screen, card):
    """It leaves a frame on a small screen, and grows on a large one so that its words can be read."""
    assert card_size(*screen) == card
