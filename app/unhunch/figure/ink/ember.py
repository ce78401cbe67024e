"""The colours of the glow on a cloth: a warm light that seems to come from within.

From the cloth to the core leads one smooth curve in OKLab, so that no part of the light has an edge or is
flat. It first grows lighter and then warm: were it the other way round, the first of it on green or blue
would be brown, which is a stain. On green it is a full gold, between apricot, which passes for bare skin, and
mustard, which is a sash of cloth; on cloth as warm as itself it is lighter from its edge on, or only its core
would be seen. On pale cloth, which can hardly grow lighter, the light is told by a fuller orange round its
core, on dark cloth and skin by a lighter one, which is clear where deep orange is mud.
"""

from __future__ import annotations

from math import log

from PySide6.QtGui import QColor

from unhunch.figure.ink.oklab import Lab, channels, from_lab, mixed_lab, opposed, to_lab
from unhunch.figure.rig.vectors import smoothstep

__all__ = ["ramp"]

_FULL = 0.76  # the brightness from which the core would have its colour, were it to come evenly
# Spots that lie on each other make a band flat along its middle: by this share the way to the core is told by
# how many of them lie there, which gives it a slim core with a wide soft edge. So bright is that core.
_HEAPED, _CORE = 0.38, 0.83
_LEAST, _LEAST_FROM = 0.6, 0.5  # how much of the cloth it covers at least, and from which share of the way
_MOST = 0.98  # and at most
_TO_RIM = 0.3  # the rim's colour is so far from the cloth's to the body's
# And it is so much lighter and yellower on cloth of the opposite hue, or on green.
_LIGHTER: Lab = (0.25, 0.03, 0.28)
_LIGHTER_ON_GREEN: Lab = (0.23, 0.055, 0.155)
_GREENISH, _LIKE_OPPOSITE = (0.0, 0.06), 0.78  # how much green on a cloth counts, and how far as opposite
# The body of the light is so much more golden on green that is not pale: orange would be a dark ring there.
_GOLDEN: Lab = (0.03, -0.005, 0.025)
# On cloth whose hue is its own, neither pale nor dark, its rim and its body are so much lighter and yellower.
_RIM_ON_WARM: Lab = (0.1, -0.03, 0.05)
_BODY_ON_WARM: Lab = (0.03, -0.05, 0.02)
_REDDISH, _YELLOWISH = (0.06, 0.13), (0.0, 0.05)  # how much red and yellow makes a cloth warm
# So they are on pink that is not dark: the way to orange leads through salmon there, which is flesh.
_RIM_ON_PINK: Lab = (0.05, -0.03, 0.045)
_BODY_ON_PINK: Lab = (0.03, -0.03, 0.02)
_PINKISH, _BLUEISH = (0.045, 0.065), (-0.01, 0.02)  # how much red, and how much blue, makes a cloth pink
_LESS_ON_DARK = 0.6  # but by this share less on dark cloth
_PALE, _DARK = (0.70, 0.85), (0.66, 0.42)  # from which lightness on a cloth counts as such, and wholly
_ON_PALE, _ON_DARK = -0.03, 0.06  # how much lighter the body of the light is on these


def ramp(cloth: QColor, body: QColor, core: QColor) -> tuple[int, ...]:
    """256 colours (ARGB) to lay over a cloth, from no brightness through the light's body to its core."""
    under, hottest = to_lab(cloth), to_lab(core)
    pale, dark = _grown(under[0], *_PALE), _grown(under[0], *_DARK)
    warm = _shifted(to_lab(body), (1.0, 0.0, 0.0), _ON_PALE * pale + _ON_DARK * dark)
    green = _grown(-under[1], *_GREENISH)
    # How far the way to the body would lead through brown.
    browns = max(opposed(under, warm), _LIKE_OPPOSITE * green)
    lighter = browns * (1 - pale) * (1 - _LESS_ON_DARK * dark)
    middling = (1 - pale) * (1 - dark)
    alike = _grown(under[1], *_REDDISH) * _grown(under[2], *_YELLOWISH) * middling
    warm = _shifted(_shifted(warm, _GOLDEN, green * middling), _BODY_ON_WARM, alike)
    rim = _shifted(mixed_lab(under, warm, _TO_RIM), mixed_lab(_LIGHTER, _LIGHTER_ON_GREEN, green), lighter)
    rim = _shifted(rim, _RIM_ON_WARM, alike)
    pink = _grown(under[1], *_PINKISH) * _grown(-under[2], *_BLUEISH) * (1 - dark)
    rim, warm = _shifted(rim, _RIM_ON_PINK, pink), _shifted(warm, _BODY_ON_PINK, pink)
    shares = (_way_to_core(i / 255) for i in range(256))
    return tuple(_laid_over(cloth, from_lab(_on_curve((under, rim, warm, hottest), t)), t) for t in shares)


def _way_to_core(brightness: float) -> float:
    """How far from the cloth to the core a brightness is."""
    heaped = log(1 - min(brightness, _CORE)) / log(1 - _CORE)
    evenly = min(1.0, brightness / _FULL)
    return evenly + (heaped - evenly) * _HEAPED


def _shifted(colour: Lab, by: Lab, share: float) -> Lab:
    light, red, yellow = (a + b * share for a, b in zip(colour, by, strict=True))
    return light, red, yellow


def _on_curve(ends: tuple[Lab, Lab, Lab, Lab], t: float) -> Lab:
    """The colour a share t of the way along a Bézier curve."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y, z = (a * p + b * q + c * r + d * s for p, q, r, s in zip(*ends, strict=True))
    return x, y, z


def _laid_over(cloth: QColor, wanted: QColor, t: float) -> int:
    """What has to lie on the cloth for it to look as wanted, a share t of the way to the core: no denser than
    it takes, that shade and folds show through.
    """
    pairs = [*zip(channels(wanted), channels(cloth), strict=True)]
    needed = max((w - c) / (255 - c) if w > c else (c - w) / max(1, c) for w, c in pairs)
    cover = min(_MOST, max(needed, _LEAST * _grown(t, 0.0, _LEAST_FROM)))
    if not round(255 * cover):
        return 0
    r, g, b = (min(255, max(0, round((w - (1 - cover) * c) / cover))) for w, c in pairs)
    return QColor(r, g, b, round(255 * cover)).rgba()


def _grown(v: float, begins: float, full: float) -> float:
    return smoothstep((v - begins) / (full - begins))
