"""The colours of one person in one theme, ready to paint with."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from unhunch.figure.people import Person
from unhunch.figure.themes import Theme


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


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what is painted: cloths, hair, the face's features."""

    base: dict[str, QColor]
    shade: QColor
    light: QColor
    glow: dict[str, QColor]

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
    bright, on_dark = QColor(theme.glow), QColor(theme.glow_on_dark)
    glow = {name: _glow_on(c, bright, on_dark) for name, c in base.items()}
    return Palette(base, shade, light, glow)


def _glow_on(cloth: QColor, bright: QColor, on_dark: QColor) -> QColor:
    """The glow's colour on a cloth: red turns brown on green and blue, so it is lighter there."""
    if lightness(cloth) <= 0.42:
        return on_dark
    coolness = max(0.0, max(cloth.green(), cloth.blue()) - cloth.red()) / 255
    return mixed(bright, on_dark, min(1.0, coolness * 5.0))
