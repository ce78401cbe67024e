"""Colours as the eye has them (OKLab): steps of the same size look equally far apart."""

from math import cbrt, hypot

from PySide6.QtGui import QColor

Lab = tuple[float, float, float]
"""A colour in OKLab: lightness, green to red, blue to yellow."""

_GREYISH = 0.002  # a colour with so little hue has none to speak of


def channels(colour: QColor) -> tuple[int, int, int]:
    """Its red, green and blue, 0 to 255."""
    return colour.red(), colour.green(), colour.blue()


def linear(v: float) -> float:
    """How much light a channel of sRGB stands for, both 0 to 1."""
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def encoded(v: float) -> float:
    """The channel of sRGB that stands for so much light, both 0 to 1."""
    return v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055


def to_lab(colour: QColor) -> Lab:
    """The colour in OKLab."""
    r, g, b = (linear(v / 255) for v in channels(colour))
    long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_lab(lab: Lab) -> QColor:
    """The colour of OKLab, or the nearest of a screen."""
    x, y, z = lab
    long = (x + 0.3963377774 * y + 0.2158037573 * z) ** 3
    middle = (x - 0.1055613458 * y - 0.0638541728 * z) ** 3
    short = (x - 0.0894841775 * y - 1.2914855480 * z) ** 3
    lights = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return QColor(*(min(255, max(0, round(255 * encoded(max(0.0, v))))) for v in lights))


def mixed_lab(a: Lab, b: Lab, t: float) -> Lab:
    """The colour a share t of the way from a to b."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t


def opposed(a: Lab, b: Lab) -> float:
    """How far two hues are from each other: 0 for the same, 1 for opposite ones; greys are in between."""
    return (1 - (a[1] * b[1] + a[2] * b[2]) / (_GREYISH + hypot(*a[1:]) * hypot(*b[1:]))) / 2
