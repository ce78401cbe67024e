"""The colours can be told apart by everybody."""

import re

import pytest

from unhunch.ui.hold_ring import GLOW_LEAST, GLOW_MOST
from unhunch.ui.palette import CONTRAST, DARK, LIGHT, contrast
from unhunch.ui.style import TypeScale, style_sheet
from unhunch.ui.tray_icon import ACCENT, TRACK

THEMES = [LIGHT, DARK, CONTRAST]
TEXTS = ["ink", "ink_soft", "accent_text", "good"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_what_cannot_be_used_shows_it(theme):
    """Words and edge of a button that is off can be told from those of one that is on, and found."""
    assert contrast(theme.off, theme.ink) >= 2
    assert theme.off_line != theme.edge
    assert contrast(theme.off, theme.surface) >= 3


def mixed(under: str, over: str, share: float) -> str:
    """The colour where `over` covers `under` by `share`."""
    pairs = ((int(c[at : at + 2], 16) for c in (under, over)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", ["ground", "surface", "raised"])
def test_text_reaches_its_contrast(theme, text, ground):
    """Every text colour reaches 4.5 on every ground, 7 in high contrast."""
    least = 7 if theme is CONTRAST else 4.5
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_buttons_can_be_read_and_found(theme):
    """The main button's words reach 4.5 in both its colours; edges, rings and the bar that says how long
    Esc is held reach 3 on their grounds.
    """
    assert contrast(theme.on_button, theme.button) >= 4.5
    assert contrast(theme.on_button, theme.button_hover) >= 4.5
    for shape in (theme.edge, theme.accent, theme.button):
        assert contrast(shape, theme.ground) >= 3
        assert contrast(shape, theme.surface) >= 3
    assert contrast(theme.accent_on_ink, theme.ink) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
@pytest.mark.parametrize("share", [GLOW_LEAST, GLOW_MOST])
def test_the_number_on_the_disc_that_breathes_can_be_read(theme, share):
    """It reaches 7 on the disc in a hold's ring, however full the chest is; and 3, as large type has to,
    while it is soft because it does not count yet.
    """
    for disc in (mixed(theme.ground, theme.accent, share), mixed(theme.ground, theme.edge, share)):
        assert contrast(theme.ink, disc) >= 7
        assert contrast(theme.ink_soft, disc) >= 3


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


NO_TEXT = ("QScrollBar", "QSlider", "urgency", "separator", "disabled")
"""Rules of the style sheet for what bears no words, or cannot be used."""
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
VALUE = re.compile(r"(?<![-\w])(color|background): (#[0-9A-Fa-f]{6})")


def pairs(theme):
    """Every (selector, words' colour, ground) that the style sheet brings about."""
    rules = [
        (selector.strip(), dict(VALUE.findall(body)))
        for selectors, body in RULE.findall(style_sheet(theme, TypeScale(14)))
        for selector in selectors.split(",")
    ]
    plain = dict(rules)
    for selector, values in rules:
        if any(part in selector for part in NO_TEXT):
            continue
        base = selector.partition(":")[0]
        family = plain.get(base.partition("[")[0], {})
        inherited = family | plain.get(base, {}) | values
        grounds = [inherited["background"]] if "background" in inherited else [theme.ground, theme.surface]
        for ground in grounds:
            yield selector, inherited.get("color", theme.ink), ground


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_every_pair_of_the_style_sheet_can_be_read(theme):
    """Whatever state a control is in, its words reach 4.5 on its ground, 7 in high contrast."""
    least = 7 if theme is CONTRAST else 4.5
    found = list(pairs(theme))
    assert len(found) > 40
    assert [f"{sel}: {ink} on {ground}" for sel, ink, ground in found if contrast(ink, ground) < least] == []
