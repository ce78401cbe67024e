"""The hem of the shirt: how it lies round the hips."""

from unhunch.figure.body.bends import ARCHED, both_drawn_up, hem_frame, leans_aside_of, rounded_of
from unhunch.figure.body.hips import TWIST_DRAWS, Hips
from unhunch.figure.body.seated import on_chair_of, rolled_down_of
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import Outline, filled, hull, lower_edge, shrunk
from unhunch.figure.rig.pose import SIDES
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
_TUCKED = 2.4  # cm by which the front of the hem goes back when the trunk rounds forward above it
# The hem of a back that humps on all fours lies square to the spine: so far (cm) up and back, and so much
# less deep, for the belly is drawn in. That of one who sits slumped is drawn up over the seat.
_HUMPED_UP, _HUMPED_BACK, _HUMPED_IN = 4.6, 1.0, 1.8
_SLUMPED_UP = 3.4
# cm by which it is deeper on the seat that a hollow back lifts, and by a third as much further back.
_ON_SEAT = 1.3
# Of a seat that is leant back on the back draws it along, so far (cm) up and back.
_ROLLED = (7.5, -1.0)
# cm by which it goes up where both thighs are drawn up all the way, and is shallower, from the front.
_RIDES_UP, _PRESSED = 1.8, 1.3
_LIES = 1.1  # and so much (cm) from behind, where it comes to lie on the seat
# A lap presses its front by so much (cm).
_LAP_PRESSES = 2.4
# Over legs that somebody stands on it hangs down free, over the fullest of the hips: so far (cm) down, and so
# much wider.
_HANGS_DOWN, _HANGS_WIDER = 4.6, 1.3
# And so far on the seat of one who sits, where it is let down behind by so many degrees.
_SITS_DOWN, _SITS_WIDER, _SITS_DEG = 1.2, 0.7, 8.0
# A hollow back above it draws it in: so far (cm) down and to the front, and so much less deep, that the shirt
# runs on from the small of the back over the seat and does not stand out as a skirt.
_HOLLOW_DOWN, _HOLLOW_IN = 2.5, 1.5
# On one who sits on the floor with the knees up it is so much (cm) wider and deeper, and so much higher: it
# ends above the crease of the hip, on the seat that rounds out below it.
_KNEES_UP_WIDER, _KNEES_UP_HIGHER = 2.0, 3.0
# Below a back that rolls down over the seat it reaches to the floor behind: by so much (cm) deeper.
_ROLLED_DEEPER = 3.4
# The side a trunk leans to drops (degrees, for a whole sine) and stands off (cm): there the cloth sinks
# together, on the other it is drawn up close to the hip; less (share) on a lap.
_LEAN_ROLLS, _LEAN_SHIFTS, _LEAN_ON_LAP = 14.0, 2.0, 0.6
# How far (cm) the shade it throws on the trousers reaches, how far in it begins, and how dark that is.
_SHADE_CM, _SHADE_IN_CM, _SHADE_TONE = 2.0, 1.0, 0.4
_ROUND, _IN = 2.0, 0.3  # cm: how round the hem turns in at the sides of the hip, and how far
HEM_TONE = 0.13
"""How much darker its stitched edge is, and the inside of the shirt."""
# So much smaller, that its ends do not stand out beside the shirt, and so much (cm) further down, that no
# cloth shows as a thread below it.
_BAND_SMALLER, _BAND_LOWER = 0.95, 0.2
# How much less it looks up or down than it would, and how far it opens away from the viewer besides (sine),
# so that its nearer side hangs down in a curve: by this share less where it looks up or down anyway.
# From the front, one that a lap presses shallow opens by so much more.
_FLATTER, _SAGS, _SAGS_LESS, _SAGS_ON_LAP = 0.7, 0.26, 0.8, 0.24


class Hem:
    """The hem round one frame's hips: `frame` is how it lies, y up into the shirt."""

    def __init__(self, hips: Hips) -> None:
        self.hips, self.body, self.camera = hips, hips.body, hips.camera
        self.tucked = _TUCKED * rounded_of(hips.body)
        self.hangs = min(hips.straight.values())
        bowed = hips.facing_down * (1 - on_chair_of(hips.body))
        self.sits = hips.lap * (1 - hips.lies) * (1 - bowed) * (1 - hips.sat_on)
        self.sits_hollow = smoothstep(hips.arched / ARCHED) * self.sits
        self.leans = leans_aside_of(hips.body) * max(self.hangs, _LEAN_ON_LAP * self.sits)
        self.frame = self._lies()

    def drawn_along(self, n: int) -> float:
        """How far (cm) hips turned against the ribs draw the shirt along, so many rounds above the hem."""
        return TWIST_DRAWS[n] * self.hips.twisted if n < len(TWIST_DRAWS) else 0.0

    def end(self, hem: Egg, back_cm: float = 0.0) -> Outline:
        """The shirt's lower end, which has gone back so far: cloth that turns in to the hip at both sides,
        where the egg alone runs out into a sharp corner.
        """
        at, a, _ = self.size(0.0)
        aside = a - _ROUND - _IN
        # Above the hem itself: level with it they would cut its curve off straight.
        up = 0.9 * _ROUND
        corners = [
            self.camera.ball(point(at, self.frame, (x * aside, up, -back_cm)), _ROUND) for _, x in SIDES
        ]
        return hull([shrunk(hem, _BAND_SMALLER), *corners], self.camera.detail)

    def band_egg(self, hem: Egg) -> Egg:
        """Along whose lower side the stitched edge of the hem runs."""
        x, y, xx, xy, yy, z = shrunk(hem, _BAND_SMALLER)
        dx, dy = self.down()
        lower = _BAND_LOWER * self.camera.px_per_cm
        return x + dx * lower, y + dy * lower, xx, xy, yy, z

    def shade(self, hem: Egg) -> list[Layer]:
        """The shade of the hem on the trousers below it; none where it is seen from its end."""
        x, y, xx, xy, yy, z = shrunk(hem, _BAND_SMALLER)
        dx, dy = (by * self.camera.px_per_cm for by in self.down())
        below = x + dx * _SHADE_CM, y + dy * _SHADE_CM, xx, xy, yy, z
        edge = lower_edge(below, self.down(), (_SHADE_CM + _SHADE_IN_CM) * self.camera.px_per_cm)
        return [soft("trousers", filled(edge), _SHADE_TONE)] if edge else []

    def down(self) -> tuple[float, float]:
        """The way out of the hem on the screen; the shorter, the more the hem is seen from its end."""
        camera, y = self.camera, self.frame[1]
        return -dot(y, camera.right), dot(y, camera.up)

    def egg(self, grown: float, thick: float = 0.3) -> Egg:
        """The shirt's lower end, that much larger."""
        at, wide, deep = self.size(grown)
        return self.camera.egg(at, self.frame, wide, thick, deep)

    def size(self, grown: float) -> tuple[Vec, float, float]:
        """Its middle, and half its width and depth."""
        (x, y, z), (a, _, d) = _HEM
        hips, build = self.hips, self.hips.build
        h, less = (build.hips + build.waist) / 2, self.tucked / 2
        rides = both_drawn_up(self.body)
        pressed = _PRESSED * rides + _LAP_PRESSES * hips.lap
        lies = _LIES * rides
        up = _RIDES_UP * rides + _HUMPED_UP * hips.humped + _SLUMPED_UP * hips.slumped
        up += _KNEES_UP_HIGHER * hips.sat_on * (1 - hips.leant_back)
        up -= _HANGS_DOWN * self.hangs + _SITS_DOWN * self.sits + _HOLLOW_DOWN * self.sits_hollow
        grown += _KNEES_UP_WIDER * hips.loose
        grown += _HANGS_WIDER * self.hangs + _SITS_WIDER * self.sits
        on_seat = _ON_SEAT * hips.kneels_hollow
        up += _ROLLED[0] * hips.leant_back
        back = less + pressed - lies + on_seat + TWIST_DRAWS[0] * hips.twisted + _HUMPED_BACK * hips.humped
        rolled = _ROLLED_DEEPER * rolled_down_of(self.body)
        hollow = _HOLLOW_IN * self.sits_hollow
        back += _ROLLED[1] * hips.leant_back + rolled - hollow
        x += _LEAN_SHIFTS * self.leans
        at = point(self.body.joints["pelvis"], self.body.frames["pelvis"], (x, y + up, z - back))
        deep = (
            d * (0.5 + h / 2)
            + rolled
            - less
            - pressed
            - lies
            + on_seat / 3
            - _HUMPED_IN * hips.humped
            - hollow
        )
        return at, a * h + grown, deep + grown

    def _lies(self) -> Frame:
        """The hem's frame as it is drawn: turned some of the way to where it is seen from the side. A ring
        drawn as it is would end the shirt in a dome, which reads as the end of an egg, not as a line round
        the hip.
        """
        f, towards = pitched(hem_frame(self.body), -_SITS_DEG * self.sits), self.camera.towards
        turned = dot(f[1], towards)
        on_lap = self.hips.lap * max(0.0, self.camera.facing(f[2])) ** 2
        sags = (_SAGS + _SAGS_ON_LAP * on_lap) * (1 - _SAGS_LESS * abs(turned))
        y = unit(mad(f[1], towards, sags - _FLATTER * turned))
        x = perpendicular(f[0], y)
        return rolled((x, y, cross(x, y)), -_LEAN_ROLLS * self.leans)
