"""The colours of one person in one theme, ready to paint with."""

from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from unhunch.figure.ink.ember import ramp
from unhunch.figure.ink.oklab import channels, encoded, from_lab, linear, to_lab
from unhunch.figure.ink.parts import RIB
from unhunch.figure.people import Person
from unhunch.figure.rig.vectors import smoothstep
from unhunch.figure.themes import Theme


def mixed(a: QColor, b: QColor, t: float) -> QColor:
    """The colour a share t of the way from a to b, how clear they are included."""
    return QColor(
        round(a.red() + (b.red() - a.red()) * t),
        round(a.green() + (b.green() - a.green()) * t),
        round(a.blue() + (b.blue() - a.blue()) * t),
        round(a.alpha() + (b.alpha() - a.alpha()) * t),
    )


def is_light(colour: QColor) -> bool:
    """Whether it is nearer to white than to black."""
    return colour.lightness() > 128


def faint(colour: QColor, alpha: float) -> QColor:
    """The colour with an opacity of 0 to 1."""
    c = QColor(colour)
    c.setAlpha(max(0, min(255, round(255 * alpha))))
    return c


def lightness(colour: QColor) -> float:
    """How light a colour looks, 0 to 1."""
    return (0.3 * colour.red() + 0.59 * colour.green() + 0.11 * colour.blue()) / 255


def luminance(colour: QColor) -> float:
    """How much light a colour gives off, 0 to 1, as WCAG has it."""
    r, g, b = (linear(v / 255) for v in channels(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: QColor, b: QColor) -> float:
    """How well two colours can be told apart: 1 (not at all) to 21, as WCAG has it."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


_BLACK_IN_LIGHT = QColor("#8A5E48")


def _lit_up(colour: QColor, least: float, *, dyed: bool = False) -> QColor:
    """The colour in so much more light that it gives off `least` itself.

    Its hue stays. What is nearly black turns brown, as black hair does in the sun: grey would make it old,
    and the little hue it has turns out garish; but not what is `dyed`, which would look faded.
    """
    now = luminance(colour)
    if now >= least:
        return colour
    if not dyed:
        colour = mixed(colour, _BLACK_IN_LIGHT, 0.25 * smoothstep((least / (now + 1e-4) - 1.5) / 2.0))
    k = max(1.0, (least + 0.002) / luminance(colour))  # a little more, since colours are whole numbers
    return QColor(*(min(255, round(255 * encoded(linear(v / 255) * k))) for v in channels(colour)))


_WOVEN = frozenset({"top", "trousers", RIB})


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what is painted: cloths, hair, the face's features.

    `rim` is the light on dark hair, `rims` the lines of light on outlines, `contact` the shadow of one part
    on another, `on_shirt` one that falls on the shirt alone, `wall` the colour of the room. `glow` has 256
    colours (ARGB) for every cloth that can glow, from no brightness to full.
    """

    base: dict[str, QColor]
    shade: QColor
    light: QColor
    rim: QColor
    rims: dict[str, QColor]
    contact: QColor
    on_shirt: QColor
    wall: QColor
    glow: dict[str, tuple[int, ...]]
    woven: frozenset[str] = _WOVEN
    _tones: dict[tuple[float, str], QColor] = field(default_factory=dict)

    def shaded(self, cloth: str, strength: float) -> QColor:
        """The cloth's colour on the side away from the light: deeper and warmer, never grey.

        Dark hair gets a little light there instead, where there is a light behind it.
        """
        base = self.base[cloth]
        by = _SHADED_BY * _SHADED_LESS.get(cloth, 1.0)
        deep = mixed(base, deepened(base), min(1.0, by * strength))
        if cloth != "hair":
            return deep
        dark = smoothstep((_BRIGHT - lightness(base)) / 0.15)
        return mixed(deep, self.rim, _RIM_OF_HAIR * dark * strength)

    def lit(self, cloth: str, strength: float) -> QColor:
        """The cloth's colour where it faces the light: lighter in its own hue, if it has a light plane."""
        if cloth not in _LIGHTER:
            return self.base[cloth]
        light, red, yellow = to_lab(self.base[cloth])
        by, of_dark, yellower = _LIGHTER[cloth]
        share = strength / _SHADING
        return from_lab((light + min(by, of_dark * (1 - light)) * share, red, yellow + yellower * share))

    def bounce(self, cloth: str, strength: float) -> QColor | None:
        """The colour of the light that comes back on the edge of the shade: on a shirt that from the wall, on
        dark skin more of it, since shade alone does not part it from what is like it.
        """
        shade = self.shaded(cloth, strength)
        if cloth == "top":
            light, *own = to_lab(shade)
            _, *of_wall = to_lab(self.wall)
            red, yellow = (a + (b - a) * _OF_WALL for a, b in zip(own, of_wall, strict=True))
            return from_lab((light + _WALL_LIGHTER, red, yellow))
        light, red, yellow = to_lab(self.base[cloth])
        dark = smoothstep((_DARK_TO_BOUNCE - light) / 0.08)
        if cloth != "skin" or not dark:
            return None
        return mixed(shade, from_lab((light + _BOUNCE_LIGHTER, red * 1.1, yellow * 1.1)), dark)

    def tone(self, tone: float, cloth: str) -> QColor:
        """What a layer is filled with that darkens (above 0) or lightens (below 0) the cloth it lies on, or
        covers it with ribbing and lets its shading through.
        """
        found = self._tones.get((tone, cloth))
        if found is None:
            colour = self._laid_on(cloth) if tone > 0 else self._light_on(cloth)
            found = self._tones[tone, cloth] = faint(colour, abs(tone))
        return found

    def _laid_on(self, cloth: str) -> QColor:
        """The darkest of a cloth: of woven ones their own colour in deep shade; skin has a red one, but the
        darkest skin its own, on whose shade a red one would not show. Of ribbing its own.
        """
        if cloth == RIB:
            return self.base[RIB]
        deep = deepened(deepened(self.base[cloth]))
        if cloth not in self.woven:
            return min(self.shade, deep, key=lightness) if cloth == "skin" else self.shade
        return mixed(deep, self.shade, _FOLD_AS_SKIN)

    def _light_on(self, cloth: str) -> QColor:
        """The lightest of a cloth: of woven ones in their own hue, on which plain light would be dust."""
        if cloth not in self.woven:
            return self.light
        light, red, yellow = to_lab(self.base[cloth])
        return from_lab((light * _WOVEN_LIGHTER, red, yellow))


def deepened(colour: QColor) -> QColor:
    """The colour in its own shade: darker, fuller, and a little warmer if it is warm itself."""
    r, g, b = channels(colour)
    powers = _DEEPER_WARM if r > b else _DEEPER_COOL
    pairs = zip((r, g, b), powers, strict=True)
    return QColor(*(round(_DIMMER * 255 * (v / 255) ** power) for v, power in pairs))


_FOLD_AS_SKIN = 0.15
_WOVEN_LIGHTER = 1.45  # times as light (OKLab)
_DIMMER = 0.86
_DEEPER_WARM = (1.35, 1.6, 1.7)  # the powers of red, green and blue
_DEEPER_COOL = (1.6, 1.55, 1.45)
_SHADED_BY = 2.5  # how much of its own shade a cloth takes, for a theme's depth of shading
# Of which trousers take less: on folded legs it comes in patches; and faces, on whose small forms it is dirt.
_SHADED_LESS = {"trousers": 0.62, "face": 0.75, "top": 0.76}
_SHADING = 0.24  # the depth of shading for which the light planes are
# How much (OKLab) a light plane is lighter: at most, of what its cloth lacks of white, and how much yellower.
_LIGHTER = {"skin": (0.05, 0.1, 0.0), "trousers": (0.055, 0.12, 0.0), "top": (0.055, 0.22, 0.008)}
_DARK_TO_BOUNCE, _BOUNCE_LIGHTER = 0.56, 0.12  # (OKLab) what is darker has light on its edge, so much lighter
_WALL_LIGHTER, _OF_WALL = 0.032, 0.15  # (OKLab) from the wall comes so much, with so much of its hue
_ON_SHIRT = 0.85  # and the one that falls on the shirt alone
_OWN_CONTACT = 0.62  # how much of the clothes' own colour the shadow on them has
_TROUSERS_CONTACT = 0.2  # how much of that is the trousers': under hands that lie on them
_DARK_SKIN = 0.45  # skin less light than this has lips and blush of its own
_BRIGHT = 0.5  # hair this light or lighter is shaded, not rimmed
_BELOW_JAW = 0.75  # how much of its own shade a neck takes below the jaw
_RIM_OF_HAIR = 0.6  # hair with more of a rim looks grey at the temples
_TO_GROUND = {"skin": 3.0, "hair": 2.5, "trousers": 2.0, "top": 2.0, RIB: 2.0}
"""The least contrasts with the ground in a dark room; skin is to stand out from hair as well."""
_TO_MAT = 2.0
_DARK_HAIR_TO_GROUND = 1.25  # of hair with a light behind it: lightened more, people look like others
_RIM = 0.18  # how far a line of light on an outline is lighter than what it is on
_DARK_ROOM = 0.18  # luminance
_CALM = 1.8  # by how much of a theme's dimming its clothes lose hue: full colours glare in a dark room


def _seen_in(theme: Theme, name: str, colour: QColor, *, woven: bool) -> QColor:
    """The colour of the skin, the hair or a cloth as it is in this theme: toned down, but not so far that it
    drowns in a dark room.
    """
    ground = QColor(theme.ground)
    toned = mixed(colour, ground, theme.dim)
    if luminance(ground) > _DARK_ROOM:
        return toned
    if woven:
        toned = calmed(toned, theme.dim * _CALM)
    if name == "hair" and theme.backlight_cm:
        return _lit_up(toned, _DARK_HAIR_TO_GROUND * (luminance(ground) + 0.05) - 0.05)
    return _lit_up(toned, _least_in(theme, name), dyed=name in _WOVEN)


def calmed(colour: QColor, share: float) -> QColor:
    """The colour with so much less hue, as light as it was."""
    light, red, yellow = to_lab(colour)
    return from_lab((light, red * (1 - share), yellow * (1 - share)))


def _least_in(theme: Theme, name: str) -> float:
    """The luminance from which a cloth, hair or skin stands out from a dark room's ground and mat."""
    ground, mat = luminance(QColor(theme.ground)), luminance(QColor(theme.mat))
    return max(_TO_GROUND[name] * (ground + 0.05), _TO_MAT * (mat + 0.05)) - 0.05


def palette(person: Person, theme: Theme) -> Palette:
    """The person's colours in this theme."""
    ink = QColor("#241A22")
    shade, light = QColor(theme.shade), QColor(theme.light)
    worn = {"skin": person.skin, "hair": person.hair_colour, "top": person.top, "trousers": person.trousers}
    worn[RIB] = person.rib
    woven = _WOVEN | {"hair"} if person.hair == "scarf" else _WOVEN
    seen = {name: _seen_in(theme, name, QColor(colour), woven=name in woven) for name, colour in worn.items()}
    skin, hair, top, trousers = seen["skin"], seen["hair"], seen["top"], seen["trousers"]
    natural = mixed(QColor(person.hair_colour), QColor(theme.ground), theme.dim)  # for what lies on skin
    brow = natural if person.hair != "scarf" else mixed(QColor("#3A2A26"), skin, 0.1)
    dark = mixed(brow, ink, 0.45)
    dark_skin = lightness(skin) < _DARK_SKIN
    lips, lips_in_beard = QColor("#6B2028" if dark_skin else "#8E2F36"), QColor("#C46A62")
    base = {
        "skin": skin,
        "face": skin,
        "top": top,
        "trousers": trousers,
        RIB: seen[RIB],
        "hair": hair,
        "tie": mixed(QColor("#E0523F"), QColor(theme.ground), theme.dim),
        "eye": mixed(ink, skin, 0.04),
        "white": QColor("#EDE7E5"),
        "brow": mixed(dark, skin, 0.25),
        "lip": mixed(skin, lips_in_beard, 0.7) if person.beard else mixed(skin, lips, 0.62),
        "blush": faint(QColor("#A5482F"), 0.2) if dark_skin else faint(QColor("#E5654A"), 0.18),
        "beard": mixed(mixed(natural, hair, 0.4), skin, 0.24 if dark_skin else 0.12),
        "stubble": faint(natural, 0.42),
        "below_jaw": faint(deepened(skin), _BELOW_JAW),
        "glasses": mixed(ink, QColor("#5A4A66"), 0.4),
    }
    warm, core = QColor(theme.glow), QColor(theme.glow_core)
    glow = {name: ramp(base[name], warm, core) for name in ("skin", "top", "trousers")}
    shirt = deepened(deepened(top))
    contact = mixed(shade, mixed(shirt, deepened(trousers), _TROUSERS_CONTACT), _OWN_CONTACT)
    on_shirt = mixed(shade, shirt, _ON_SHIRT)
    rims = {"hair": _rim_in(theme, "hair", base["hair"])}
    rim, wall = QColor(theme.rim), QColor(theme.stage)
    return Palette(base, shade, light, rim, rims, contact, on_shirt, wall, glow, woven)


def _rim_in(theme: Theme, name: str, colour: QColor) -> QColor:
    """The line of light on the outline of a cloth or of hair: its own colour, lightened."""
    return _lit_up(mixed(colour, QColor(theme.light), _RIM), _least_in(theme, name))
