"""The page on where the defaults come from."""

import re

from pytestqt.qtbot import QtBot

from unhunch.domain.settings import Settings
from unhunch.ui.evidence import Evidence, sections
from unhunch.ui.look import Look


def test_the_page_speaks_of_the_defaults_that_are_in_force() -> None:
    """Were a default changed, the page would have to follow."""
    settings = Settings()
    words = " ".join(f"{heading} {' '.join(lines)}" for heading, _, lines in sections())
    assert settings.rhythm["stretch"].every_min == 45
    assert "Every 45 minutes at the desk" in words
    assert settings.rhythm["stretch"].stretches == 3
    assert "three stretches" in words
    assert settings.timing.rest_s == 300
    assert "Five minutes away" in words
    assert (settings.timing.snooze_min, settings.timing.snooze_limit) == (5, 2)
    assert "five minutes, at most twice" in words


def test_it_claims_nothing_that_may_not_be_claimed() -> None:
    """Breaks can ease; they never treat, cure or prevent."""
    words = " ".join(line for _, _, lines in sections() for line in lines)
    assert not re.search(r"\b(treats?|cures?|prevents?|heals?)\b", words)


def test_it_opens_and_closes(qtbot: QtBot) -> None:
    """One button closes it."""
    page = Evidence(Look())
    qtbot.addWidget(page)
    page.show()
    page.close_button.click()
    assert not page.isVisible()
