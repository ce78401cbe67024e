"""The colours can be told apart by everybody."""

import pytest

from unhunch.ui.palette import CONTRAST, DARK, LIGHT, contrast
from unhunch.ui.tray_icon import ACCENT, TRACK

THEMES = [LIGHT, DARK, CONTRAST]
TEXTS = ["ink", "ink_soft", "accent_text", "good"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", ["ground", "surface", "raised"])
def test_text_reaches_its_contrast(theme, text, ground):
    """Every text colour reaches 4.5 on every ground, 7 in high contrast."""
    least = 7 if theme is CONTRAST else 4.5
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_buttons_can_be_read_and_found(theme):
    """The main button's words reach 4.5 in both its colours; edges and rings reach 3 on their grounds."""
    assert contrast(theme.on_button, theme.button) >= 4.5
    assert contrast(theme.on_button, theme.button_hover) >= 4.5
    for shape in (theme.edge, theme.accent, theme.button):
        assert contrast(shape, theme.ground) >= 3
        assert contrast(shape, theme.surface) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_a_filled_ring_differs_from_its_track(theme):
    """What is filled can be told from what is not."""
    assert contrast(theme.accent, theme.track) >= 2.4


@pytest.mark.parametrize("panel", ["#FFFFFF", "#F0F0F0", "#2B2B2B", "#101014"])
def test_the_tray_icon_shows_on_every_panel(panel):
    """Both colours of the tray icon reach 3 on light and on dark panels."""
    assert contrast(ACCENT, panel) >= 3
    assert contrast(TRACK, panel) >= 3


def test_contrast_is_that_of_wcag():
    """Black on white is 21, and the order does not matter."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
