"""How text falls into lines."""

import pytest
from PySide6.QtGui import QFontMetrics
from tests.library import STRETCHES

from unhunch.ui import lines
from unhunch.ui.lines import balanced_width, in_lines, longest_word, parted, shortened, text_height
from unhunch.ui.style import font

STEPS = sorted(
    {step.words for stretch in STRETCHES.values() for form in stretch.forms for step in form.steps}
)

LONG = "Brustwirbelsäulenstreckung im Vierfüßlerstand, Schulter-Nacken-Dehnung"


@pytest.mark.parametrize("width", [90, 260, 349])
def test_balanced_lines_are_as_many_and_cut_no_word(qapp, width):
    """Narrower lines of every step take no more room, and only a word that never fitted is wider."""
    used = font(32)
    for words in STEPS:
        balanced = balanced_width(used, words, width)
        assert balanced <= width
        assert text_height(used, words, balanced) == text_height(used, words, width)
        assert balanced >= min(width, longest_word(used, words))


def test_no_word_is_left_alone(qapp):
    """A name that needs two lines is broken in its middle, however much room the first line has."""
    used = font(20)
    name = "Child's pose, arms back"
    whole = QFontMetrics(used).horizontalAdvance(name)
    room = whole - 5
    assert balanced_width(used, name, room) < 0.7 * room
    assert balanced_width(used, name, 2 * room) == pytest.approx(whole, abs=2)


@pytest.mark.parametrize("width", [40, 90, 164, 349])
def test_a_word_wider_than_the_line_gets_hyphens(qapp, width):
    """No line is wider than its room, nothing is lost, and what fits is left as it is."""
    used = font(20)
    told = parted(used, LONG, width)
    assert told.replace("-\n", "") == LONG
    assert max(map(QFontMetrics(used).horizontalAdvance, told.replace("-", "- ").split())) <= width
    assert parted(used, "Neck flexion", 349) == "Neck flexion"


def test_no_room_at_all_parts_every_letter(qapp):
    """Where not even a letter fits the search ends all the same."""
    assert parted(font(20), "Neck", 1) == "N-\ne-\nc-\nk"
    assert parted(font(20), "", 1) == ""


def test_too_many_lines_end_with_a_sign(qapp):
    """Words of any length fill the lines there are; only the last one is cut."""
    used = font(20)
    rows = shortened(used, LONG, 120, 3).split("\n")
    assert len(rows) == 3
    assert [row[-1] for row in rows] == ["-", "-", "…"]
    assert max(map(QFontMetrics(used).horizontalAdvance, rows)) <= 120


def test_lines_are_searched_once(qapp, monkeypatch):
    """Words painted again in a font like before and at the same width are not measured again."""
    measured = []
    monkeypatch.setattr(lines, "text_height", lambda *asked: measured.append(asked) or text_height(*asked))
    words = "Some words that were not asked for anywhere else"
    first = balanced_width(font(31), words, 222)
    searched = len(measured)
    assert balanced_width(font(31), words, 222) == first
    assert len(measured) == searched > 1
    balanced_width(font(30), words, 222)
    assert len(measured) > searched


@pytest.mark.parametrize("width", [40, 90, 120, 164, 349])
def test_words_are_broken_into_lines(qapp, width):
    """No line is wider than its room or ends with a blank, nothing is lost, and hyphens may end a line."""
    used = font(20)
    rows = in_lines(used, LONG, width).split("\n")
    assert max(map(QFontMetrics(used).horizontalAdvance, rows)) <= width
    assert rows == [row.strip() for row in rows]
    assert "".join(rows).replace("-", "").replace(" ", "") == LONG.replace("-", "").replace(" ", "")
    assert in_lines(used, "Schulter-Nacken-Dehnung", 400) == "Schulter-Nacken-Dehnung"
