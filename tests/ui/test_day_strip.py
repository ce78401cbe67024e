"""The preview strip under the settings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pytestqt.qtbot import QtBot
from tests.services.world import CATALOGUE

from unhunch.domain.settings import Settings, with_changes
from unhunch.services.preview import typical_day
from unhunch.ui.day_strip import DayStrip
from unhunch.ui.look import Look

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_it_follows_the_settings(qtbot: QtBot) -> None:
    """A shorter interval shows more breaks, and says how many."""
    strip = DayStrip(Look(), typical_day(MONDAY))
    qtbot.addWidget(strip)
    strip.show_settings(Settings(), CATALOGUE)
    usual = len(strip.breaks)
    assert f"{usual} breaks, " in strip.said.text()
    strip.show_settings(with_changes(Settings(), {"rhythm.stretch.every_min": 20}), CATALOGUE)
    assert len(strip.breaks) > usual
    assert strip.accessibleDescription() == strip.said.text()


def test_nothing_switched_on_is_said(qtbot: QtBot) -> None:
    """A day without breaks is a legal day."""
    strip = DayStrip(Look(), typical_day(MONDAY))
    qtbot.addWidget(strip)
    strip.show_settings(with_changes(Settings(), {"rhythm.stretch.enabled": False}), CATALOGUE)
    assert strip.said.text().endswith("no break.")


def test_breaks_are_painted_where_they_fall(qtbot: QtBot) -> None:
    """The accent colour stands in the band at the middle of each break, and nowhere at lunch."""
    look = Look()
    strip = DayStrip(look, typical_day(MONDAY))
    qtbot.addWidget(strip)
    strip.resize(800, 70)
    strip.show()
    strip.show_settings(Settings(), CATALOGUE)
    picture = strip.grab().toImage()
    day_s = typical_day(MONDAY).length_s

    def colour(at_s: float) -> str:
        return picture.pixelColor(round(3 + 794 * at_s / day_s), 13).name().upper()

    for taken in strip.breaks:
        assert colour((taken.from_s + taken.until_s) / 2) == look.theme.accent.upper()
    assert colour(4 * 3600) == look.theme.ground.upper()
