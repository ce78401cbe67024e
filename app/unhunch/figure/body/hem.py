"""The hem of the shirt: how it lies round the hips."""

from math import prod
from typing import NamedTuple

from unhunch.figure.body.bends import (
    ARCHED,
    both_drawn_up,
    hem_frame,
    leans_aside_of,
    rounded_of,
)
from unhunch.figure.body.hips import TWIST_DRAWS, Hips
from unhunch.figure.body.seated import on_chair_of
from unhunch.figure.ink.parts import Layer, soft_line
from unhunch.figure.ink.shapes import Outline, band, filled
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    cross,
    dot,
    mad,
    perpendicular,
    pitched,
    point,
    rolled,
    smoothstep,
    unit,
)

_HEM: tuple[Vec, Vec] = ((0.0, 3.0, -1.5), (15.3, 2.0, 11.0))


class _Drawn(NamedTuple):
    """How something that is wholly so draws the hem (cm): up the trunk and to the back, and how much wider to
    all sides and deeper it makes half of it.
    """

    up: float = 0.0
    back: float = 0.0
    wider: float = 0.0
    deeper: float = 0.0


_TUCKED = 2.4  # cm by which the front of the hem goes back when the trunk rounds forward above it
_ROUNDED = _Drawn(back=_TUCKED / 2, deeper=-_TUCKED / 2)
# On all fours the belly runs into the thighs and does not hang down before them.
_ON_FOURS = _Drawn(back=0.7, deeper=-0.7)
# The hem of a back that humps on all fours lies square to the spine, and the belly is drawn in. That of one
# who sits slumped is drawn up over the seat and behind it goes in, round below the back. A seat that a hollow
# back lifts fills it.
_HUMPED = _Drawn(up=4.6, back=1.0, deeper=-1.8)
_SLUMPED = _Drawn(up=3.4, back=-1.5, deeper=-1.7)
_SEAT_LIFTED = _Drawn(back=1.3, deeper=1.3 / 3)
# Both thighs drawn up press its front, and from behind it comes to lie on the seat. A lap presses its front.
_RIDES_UP = _Drawn(up=1.8, back=0.2, deeper=-2.4)
_LAP = _Drawn(back=2.4, deeper=-2.4)
# Over legs that somebody stands on it hangs down free, over the fullest of the hips; on one who sits down to
# the seat, as far, and there it is let down behind by so many degrees.
_HANGS, _SITS_DEG = _Drawn(up=-1.2, wider=0.7), 8.0
# Both arms raised lift that one.
_REACHES_UP = _Drawn(up=2.4, wider=-0.3)
# Upright on a chair a waist above it draws it in, and before the belly it lies in the lap.
_SITS_UP = _Drawn(back=0.7, wider=-0.4, deeper=-1.0)
# A hollow back above it draws it in, that the shirt runs on from the small of the back over the seat and does
# not stand out as a skirt.
_SITS_HOLLOW = _Drawn(up=-3.0, back=-0.7, deeper=-0.8)
# On one who sits on the floor with the knees up it is loose; upright it ends above the crease of the hip, on
# the seat that rounds out below it, as far back as that. The back of one who leans back draws it up to the
# waist, where the seat goes on from it in one line, and it turns some degrees; and below one that rolls down
# over the seat it goes round the waist square to the ribs, for along the pelvis it would run to a point.
_LOOSE = _Drawn(wider=3.0)
_SAT_UPRIGHT = _Drawn(up=6.0, back=0.9, deeper=1.7)
_LEANT_BACK, _LEANT_BACK_DEG = _Drawn(up=9.5, back=1.3, deeper=1.3), 4.0
_ROLLED_DOWN, _ROLLED_DOWN_DEG = _Drawn(back=-2.4, deeper=2.0), -20.0
_TWISTED = _Drawn(back=TWIST_DRAWS[0])
# The side a trunk leans to drops (degrees, for a whole sine) and stands off (cm): there the cloth sinks
# together, on the other it is drawn up close to the hip, over which it reaches by being so much (cm) wider;
# less (share) on a lap.
_LEAN_ROLLS, _LEAN_SHIFTS, _LEAN_WIDENS, _LEAN_ON_LAP = 10.0, 0.6, 1.6, 0.6
# How far (cm) the shade it throws on the trousers reaches, and how dark that is; how wide (cm) its
# stitched edge is, and how far above its line, which the finished outline rounds off.
_SHADE_CM, _SHADE_TONE, _EDGE_CM, _EDGE_UP_CM = 1.0, 0.3, 0.8, 0.25
HEM_TONE = 0.13
"""How much darker its stitched edge is, and the inside of the shirt."""
# How much less it looks up or down than it would, and how far it opens away from the viewer besides (sine),
# so that its nearer side hangs down in a curve: by this share less where it looks up or down anyway.
# From the front, one that a lap presses shallow opens by so much more.
_FLATTER, _SAGS, _SAGS_LESS, _SAGS_ON_LAP = 0.7, 0.26, 0.8, 0.24
# And so much more where it hangs free or lies on a seat, and for a whole sine of a lean to a side: it goes
# round the hips in a curve; not where it looks up or down by that sine.
_SAGS_HANGING, _SAGS_LEANING, _SEEN_LEVEL = 0.12, 0.3, 0.4


class Hem:
    """The hem round one frame's hips: `frame` is how it lies, y up into the shirt, `aside` how far hips and
    ribs are seen from their side, 0 to 1.
    """

    def __init__(self, hips: Hips) -> None:
        self.hips, self.body, self.camera = hips, hips.body, hips.camera
        self.tucked = _TUCKED * rounded_of(hips.body)
        self.hangs = min(hips.straight.values())
        bowed = hips.facing_down * (1 - on_chair_of(hips.body))
        self.sits = hips.lap * (1 - hips.lies) * (1 - bowed) * (1 - hips.sat_on)
        self.sits_hollow = smoothstep(hips.arched / ARCHED) * self.sits
        self.sits_up = self._sits_up()
        self.leans = leans_aside_of(hips.body) * max(self.hangs, _LEAN_ON_LAP * self.sits)
        ribs_and_hips = (hips.body.frames[part][0] for part in ("chest", "pelvis"))
        self.aside = abs(prod(self.camera.facing(across) for across in ribs_and_hips))
        self.frame = self._lies()
        self.drawn = self._drawn()

    def _sits_up(self) -> float:
        """How far somebody sits upright, 0 to 1, neither round nor hollow nor leaning aside, with the arms
        down: raised ones draw the shirt up out of the waist.
        """
        body = self.hips.body
        free = (1 - smoothstep(abs(leans_aside_of(body)) / ARCHED)) * (1 - max(body.lift.values()))
        return (self.sits * (1 - rounded_of(body)) - self.sits_hollow) * free

    def drawn_along(self, n: int) -> float:
        """How far (cm) hips turned against the ribs draw the shirt along, so many rounds above the hem."""
        return TWIST_DRAWS[n] * self.hips.twisted if n < len(TWIST_DRAWS) else 0.0

    def edge(self, line: Outline) -> list[Layer]:
        """Its stitched edge, above a line."""
        if not line:
            return []
        wide = _EDGE_CM * self.camera.px_per_cm
        x, y = (by * (_EDGE_CM / 2 + _EDGE_UP_CM) * self.camera.px_per_cm for by in self.down())
        middle = [(px - x, py - y) for px, py in line[2:-2]]  # which ends within the cloth
        widths = [0.0, *[wide] * (len(middle) - 2), 0.0]
        return [Layer("top", filled(band(middle, widths)), tone=HEM_TONE)]

    def shade(self, line: Outline, free: float = 1.0) -> list[Layer]:
        """The shade of the hem on the trousers below it, as far as those lie free (1)."""
        if not line or not free:
            return []
        wide = 2 * _SHADE_CM * self.camera.px_per_cm
        return [soft_line("trousers", line, [wide] * len(line), _SHADE_TONE * free)]

    def down(self) -> tuple[float, float]:
        """The way out of the hem on the screen; the shorter, the more the hem is seen from its end."""
        return self._against(self.frame[1])

    def behind(self) -> tuple[float, float]:
        """The way out of the back of the hips on the screen; the shorter, the less it is seen aside."""
        return self._against(self.body.frames["pelvis"][2])

    def _against(self, way: Vec) -> tuple[float, float]:
        """Against a way, on the screen."""
        return -dot(way, self.camera.right), dot(way, self.camera.up)

    def egg(self, grown: float, thick: float = 0.3) -> Egg:
        """The shirt's lower end, that much larger."""
        at, wide, deep = self.size(grown)
        return self.camera.egg(at, self.frame, wide, thick, deep)

    def size(self, grown: float) -> tuple[Vec, float, float]:
        """Its middle, and half its width and depth."""
        (x, y, z), (a, _, d) = _HEM
        build = self.hips.build
        h = (build.hips + build.waist) / 2
        wide = max(build.hips, h)  # whatever the waist
        drawn = self.drawn
        at: Vec = (x + _LEAN_SHIFTS * self.leans, y + drawn.up, z - drawn.back)
        middle = point(self.body.joints["pelvis"], self.body.frames["pelvis"], at)
        grown += drawn.wider
        wider = grown + _LEAN_WIDENS * abs(self.leans)
        return middle, a * wide + wider, d * (0.5 + h / 2) + drawn.deeper + grown

    def _drawn(self) -> _Drawn:
        """What all that draws it comes to."""
        hips, body = self.hips, self.body
        shares = (
            (rounded_of(body), _ROUNDED),
            (hips.on_fours, _ON_FOURS),
            (hips.humped, _HUMPED),
            (hips.slumped, _SLUMPED),
            (hips.kneels_hollow, _SEAT_LIFTED),
            (both_drawn_up(body), _RIDES_UP),
            (hips.lap, _LAP),
            (self.hangs, _HANGS),
            (self.sits, _HANGS),
            (self.hangs * min(body.lift.values()), _REACHES_UP),
            (self.sits_up, _SITS_UP),
            (self.sits_hollow, _SITS_HOLLOW),
            (hips.loose, _LOOSE),
            (hips.sat_on * (1 - hips.leant_back), _SAT_UPRIGHT),
            (hips.leant_back, _LEANT_BACK),
            (hips.rolled_down, _ROLLED_DOWN),
            (hips.twisted, _TWISTED),
        )
        return _Drawn(*(sum(k * by[n] for k, by in shares) for n in range(4)))

    def _lies(self) -> Frame:
        """The hem's frame as it is drawn: turned some of the way to where it is seen from the side. A ring
        drawn as it is would end the shirt in a dome, which reads as the end of an egg, not as a line round
        the hip.
        """
        tilt = _LEANT_BACK_DEG * self.hips.leant_back + _ROLLED_DOWN_DEG * self.hips.rolled_down
        f, towards = pitched(hem_frame(self.body), tilt - _SITS_DEG * self.sits), self.camera.towards
        turned = dot(f[1], towards)
        on_lap = self.hips.lap * max(0.0, self.camera.facing(f[2])) ** 2
        more = _SAGS_HANGING * max(self.hangs, self.sits) + _SAGS_LEANING * abs(self.leans)
        sags = _SAGS + _SAGS_ON_LAP * on_lap + more * (1 - smoothstep(abs(turned) / _SEEN_LEVEL))
        sags *= 1 - _SAGS_LESS * abs(turned)
        y = unit(mad(f[1], towards, sags - _FLATTER * turned))
        x = perpendicular(f[0], y)
        return rolled((x, y, cross(x, y)), -_LEAN_ROLLS * self.leans)
