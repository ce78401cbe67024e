"""How text falls into lines."""

import pytest
from PySide6.QtGui import QFontMetrics
from tests.library import STRETCHES

from unhunch.ui import lines
from unhunch.ui.lines import balanced_width, longest_word, text_height
from unhunch.ui.style import font

STEPS = sorted(
    {step.words for stretch in STRETCHES.values() for form in stretch.forms for step in form.steps}
)


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
