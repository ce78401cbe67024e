"""The colours of one person in one theme, ready to paint with."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from unhunch.figure.people import Person
from unhunch.figure.themes import Theme
from unhunch.figure.vectors import smoothstep


def mixed(a: QColor, b: QColor, t: float) -> QColor:
    """The colour a share t of the way from a to b."""
    return QColor(
        round(a.red() + (b.red() - a.red()) * t),
        round(a.green() + (b.green() - a.green()) * t),
        round(a.blue() + (b.blue() - a.blue()) * t),
    )


def faint(colour: QColor, alpha: float) -> QColor:
    """The colour with an opacity of 0 to 1."""
    c = QColor(colour)
    c.setAlphaF(min(1.0, max(0.0, alpha)))
    return c


def lightness(colour: QColor) -> float:
    """How light a colour looks, 0 to 1."""
    return (0.3 * colour.red() + 0.59 * colour.green() + 0.11 * colour.blue()) / 255


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what is painted: cloths, hair, the face's features."""

    base: dict[str, QColor]
    shade: QColor
    light: QColor
    glow: dict[str, list[int]]

    def shaded(self, cloth: str, strength: float) -> QColor:
        """The cloth's colour on the side away from the light."""
        return mixed(self.base[cloth], self.shade, strength)


def palette(person: Person, theme: Theme) -> Palette:
    """The person's colours in this theme."""
    ink = QColor("#241A22")
    shade, light = QColor(theme.shade), QColor(theme.light)

    def toned(name: str) -> QColor:
        return mixed(QColor(name), QColor(theme.ground), theme.dim)

    skin, hair, top, trousers = (
        toned(c) for c in (person.skin, person.hair_colour, person.top, person.trousers)
    )
    if theme.ground != "#FFFFFF" and lightness(QColor(theme.ground)) < 0.3:
        # Dark cloth and hair would drown in a dark room.
        trousers = mixed(trousers, light, max(0.0, 0.42 - lightness(trousers)) * 0.55)
        hair = mixed(hair, light, max(0.0, 0.30 - lightness(hair)) * 0.55)
        skin = mixed(skin, light, max(0.0, 0.36 - lightness(skin)) * 0.3)
    brow = hair if person.hair != "scarf" else mixed(QColor("#3A2A26"), skin, 0.1)
    dark = mixed(brow, ink, 0.45)
    lips = QColor("#8E2F36" if lightness(skin) > 0.45 else "#C98478")
    base = {
        "skin": skin,
        "face": skin,
        "top": top,
        "trousers": trousers,
        "hair": hair,
        "bun": mixed(hair, light, 0.07),
        "eye": mixed(ink, skin, 0.04),
        "white": QColor("#FFFFFF"),
        "brow": mixed(dark, skin, 0.25),
        "lip": mixed(skin, QColor("#D67F77"), 0.8) if person.beard else mixed(skin, lips, 0.62),
        "blush": faint(QColor("#E8604F"), 0.20),
        "beard": mixed(hair, skin, 0.12),
        "glasses": mixed(ink, QColor("#5A4A66"), 0.4),
    }
    halo, core = QColor(theme.glow_halo), QColor(theme.glow)
    glow = {name: _ramp(base[name], halo, core) for name in ("skin", "top", "trousers")}
    return Palette(base, shade, light, glow)


_HALO_FULL = 0.7  # the brightness at which the halo covers the cloth
_CORE_FROM, _CORE_FULL = 0.25, 1.1  # where the hot core begins, and where it is pure
_REDDER = 0.4  # the halo on dark cloth is so far redder: there a yellow one looks green
_GAMMA = 2.2
_COVER = 0.85  # some of the cloth's shading shows through all the same


def _ramp(cloth: QColor, halo: QColor, core: QColor) -> list[int]:
    """The glow on a cloth as 256 colours (ARGB), from no brightness to full.

    It goes from the cloth through a warm light halo to a hot core that is the same on every cloth. Colours
    are mixed as light adds up: mixed as paint, red turns to mud on green and to a bruise on blue.
    """
    dark = smoothstep((0.5 - lightness(cloth)) / 0.15)
    halo = mixed(halo, core, _REDDER * dark)
    most = _COVER + (1 - _COVER) * 0.6 * dark
    out = []
    for i in range(256):
        g = i / 255
        cover = most * smoothstep(g / _HALO_FULL)
        if not cover:
            out.append(0)
            continue
        lit = _light_mixed(cloth, halo, smoothstep(g / _HALO_FULL))
        lit = _light_mixed(lit, core, smoothstep((g - _CORE_FROM) / (_CORE_FULL - _CORE_FROM)))
        r, green, b = (
            min(255, max(0, round((wanted - (1 - cover) * under) / cover)))
            for wanted, under in zip(_rgb(lit), _rgb(cloth), strict=True)
        )
        out.append(QColor(r, green, b, round(255 * cover)).rgba())
    return out


def _light_mixed(a: QColor, b: QColor, t: float) -> QColor:
    """The colour a share t of the way from a to b, as two lights mix."""
    return QColor(
        *(
            round(((x**_GAMMA) * (1 - t) + (y**_GAMMA) * t) ** (1 / _GAMMA))
            for x, y in zip(_rgb(a), _rgb(b), strict=True)
        )
    )
