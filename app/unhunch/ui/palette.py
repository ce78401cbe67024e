"""The colours: one design language in light, dark and high contrast.

Every pair of text and ground reaches a contrast of 4.5, every pair of shape and ground 3
(`tests/ui/test_palette.py` measures them); in high contrast all reach 7.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours by what they are for, as "#RRGGBB"."""

    name: str
    dark: bool
    ground: str
    """Behind everything."""
    surface: str
    """Cards, fields and buttons that lie on the ground."""
    raised: str
    """A surface under the pointer."""
    line: str
    """Decorative edges; never the only sign of anything."""
    edge: str
    """Edges of what can be used: fields, switches, quiet buttons."""
    ink: str
    ink_soft: str
    """Second-rank text."""
    off: str
    """Words of what cannot be used now."""
    accent: str
    """Progress and marks."""
    accent_on_ink: str
    """Progress on what is filled with `ink`."""
    accent_text: str
    """Links and small accented words."""
    button: str
    """Fill of the one button that matters most."""
    button_hover: str
    on_button: str
    track: str
    """What a ring or bar fills."""
    good: str
    """The finishing mark."""
    shade: str
    """Over the other screens during a break."""

    @property
    def off_line(self) -> str:
        """Edge of what cannot be used now: fainter than `edge`, also where all lines are bright."""
        return self.off if self.line == self.edge else self.line


LIGHT = Theme(
    name="light",
    dark=False,
    ground="#F4F2EE",
    surface="#FFFFFF",
    raised="#FBF7F2",
    line="#E2DDD4",
    edge="#868173",
    ink="#23262F",
    ink_soft="#5C6070",
    off="#868173",
    accent="#E03B36",
    accent_on_ink="#FF6A5F",
    accent_text="#C02A26",
    button="#C8302B",
    button_hover="#AE2722",
    on_button="#FFFFFF",
    track="#DDD7CC",
    good="#27785A",
    shade="#14161B",
)

DARK = Theme(
    name="dark",
    dark=True,
    ground="#1D2027",
    surface="#282C36",
    raised="#323743",
    line="#363B47",
    edge="#7C8394",
    ink="#F1EFEB",
    ink_soft="#ADB3C2",
    off="#7C8394",
    accent="#FF6A5F",
    accent_on_ink="#C8302B",
    accent_text="#FF8579",
    button="#FF7D70",
    button_hover="#FF9A8F",
    on_button="#1D2027",
    track="#3B414E",
    good="#6FCFA5",
    shade="#08090B",
)

CONTRAST = Theme(
    name="contrast",
    dark=True,
    ground="#000000",
    surface="#000000",
    raised="#2B2B2B",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    off="#9A9A9A",
    accent="#FFD400",
    accent_on_ink="#000000",
    accent_text="#FFD400",
    button="#FFD400",
    button_hover="#FFFFFF",
    on_button="#000000",
    track="#6B6B6B",
    good="#7CFFB2",
    shade="#000000",
)


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of "#RRGGBB" as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two "#RRGGBB" colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
