"""The seat of one who lies and draws the thighs up: it comes out from under the shirt, which rides up, and is
one with the thigh.
"""

from __future__ import annotations

from math import copysign, hypot
from typing import NamedTuple

from unhunch.figure.body.bends import seat_drawn_up
from unhunch.figure.body.creases import lies_over
from unhunch.figure.body.flexed import thigh_of
from unhunch.figure.body.hem import HEM_TONE
from unhunch.figure.body.hips import Hips
from unhunch.figure.ink.parts import Layer, soft_line
from unhunch.figure.ink.shapes import Outline, band, cut_off, filled, hull
from unhunch.figure.kept import kept
from unhunch.figure.rig.anatomy import lowest_of_trunk
from unhunch.figure.rig.pose import OTHER, SIDES, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import ORIGIN, Vec, mad, mix, smoothstep

_FAINT = 0.05
_SEEN, _TURNS = 0.05, 0.35  # cosines: from which the side of the hips is seen
# The seat is so much (cm) rounder than its half: one curve from the mat to the back of the thigh. It reaches
# so far (cm) up the back from its middle, is so much smaller there, and lies so far off the floor: lower by
# that for a whole waist more, as the shirt above does. It goes over into the thigh at such a share of that,
# with such a radius (cm). With the other half it is one dome, which runs out behind the thigh at such a share
# of that, in a round as large as that share of its flesh.
_ROUNDER = 2.0
_UP, _LESS, _OFF_FLOOR, _LOWER = 9.0, 1.0, 0.3, 9.5
_TO, _R = 0.2, 7.0
_RUNS_OUT, _RUNS_OUT_R = 0.55, 0.5
# The shirt runs on to it along the mat: it ends so far (cm) up from where the seat does, so much smaller.
_SHIRT_UP, _SHIRT_LESS = 2.0, 0.45
# The hem lies on it in a curve that sags so far (cm) and ends at its upper corner, so far (shares of the
# radius) up into the shirt and down. How wide (cm) its shade is, and how dark, and its stitched edge.
_SAGS, _ENDS, _TURNING = 1.8, (0.45, 0.89), tuple(n / 6 for n in range(7))
_SHADE_CM, _SHADE_TONE, _BAND_CM = 4.0, 0.4, 1.2
_SHOWS = 0.25  # how much of the seat may not be bared yet for the hem to come out from below the thigh
_SIGN = dict(SIDES)


class BaredSeat(NamedTuple):
    """One half of a bared seat: its outlines, where the shirt ends on the mat, the line of its hem that the
    seat begins at, how large a cm is (pixels), and how far it is bared, 0 to 1.
    """

    outlines: tuple[Outline, ...]
    shirt_end: Ball
    hem: Outline
    px_per_cm: float
    bared: float

    def shade(self) -> Layer:
        """That of the hem on the trousers."""
        tone = _SHADE_TONE * max(0.0, 1 - (1 - self.bared) / _SHOWS)
        return soft_line("trousers", self.hem, self._as_wide(_SHADE_CM), tone)

    def edge(self) -> Layer:
        """The stitched edge of the hem."""
        line = self.hem[:-1]  # on the shirt, not on the mat
        edge = band(line, self._as_wide(2 * _BAND_CM)[:-1])
        return Layer("top", filled(edge), tone=HEM_TONE)

    def _as_wide(self, cm: float) -> list[float]:
        return [cm * self.px_per_cm * self.bared] * len(self.hem)


@kept(len(SIDES))  # the shirt asks for both, and each leg for its own
def bared_seat(hips: Hips, s: Side) -> BaredSeat | None:
    """The half of the seat below a thigh that is drawn up; none where none of it shows."""
    bared = _bared(hips, s)
    if bared < _FAINT:
        return None
    body, camera = hips.body, hips.camera
    _, up, _ = body.frames["pelvis"]
    middle, r = hips.buttock(_SIGN[s], 1.0)
    x, _, z = mad(middle, up, _UP * bared)
    floor = lowest_of_trunk(body) + _OFF_FLOOR - _LOWER * (hips.build.waist - 1)
    back: Vec = (x, floor + r - _LESS, z)
    back_cm = (r - _LESS) * bared
    corner = camera.ball(back, back_cm)
    seat = camera.ball(middle, (r + _ROUNDER) * bared)
    root = camera.ball(mix(hips.joint[s], body.joints[f"knee_{s}"], _TO), _R * bared)
    near, far = (_half(hips, t, bared) for t in (s, OTHER[s]))
    hem = _hem(corner, seat, root, _SAGS * camera.px_per_cm * bared)
    dome = cut_off(hull([corner, seat, root, *near, *far], camera.detail), hem)
    behind = hull([_behind(hips, s, bared), *far], camera.detail)
    shirt_end = camera.ball(mad(back, up, _SHIRT_UP * bared), back_cm - _SHIRT_LESS * bared)
    return BaredSeat((dome, behind), shirt_end, hem, camera.px_per_cm, bared)


def made_from(hips: Hips) -> Vec:
    """What it depends on besides legs and hips; where none is bared, nothing that moves."""
    return (0.0, lowest_of_trunk(hips.body), 0.0) if hips.flat else ORIGIN


def _bared(hips: Hips, s: Side) -> float:
    """How far that half is bared and seen, 0 to 1."""
    body, camera = hips.body, hips.camera
    turned = smoothstep((camera.facing(body.frames["pelvis"][0]) * _SIGN[s] - _SEEN) / _TURNS)
    return turned * hips.flat * (1 - hips.twisted) * lies_over(body, camera, s)


def _half(hips: Hips, s: Side, bared: float) -> list[Ball]:
    """One half of the seat as the thigh takes it along."""
    rounds = hips.cushion(_SIGN[s], seat_drawn_up(hips.body, s))
    return [hips.camera.ball(at, cm * bared) for at, cm in rounds]


def _behind(hips: Hips, s: Side, bared: float) -> Ball:
    """Where the seat has run out behind the thigh."""
    thigh = thigh_of(hips.body, s, hips.joint[s], hips.build.legs)
    whole = thigh.radius(_RUNS_OUT)
    r = whole * _RUNS_OUT_R
    return hips.camera.ball(mad(thigh.at(_RUNS_OUT), thigh.front, r - whole), r * bared)


def _hem(corner: Ball, seat: Ball, root: Ball, sags: float) -> Outline:
    """The line of the hem, from below the thigh round the hip to what is lain on."""
    (x, y, r, _), (rx, ry, root_r, _) = corner, root
    n = hypot(x - rx, y - ry) or 1.0
    u, v = (x - rx) / n, (y - ry) / n  # down along the hem
    side = copysign(1.0, (seat[0] - x) * v - (seat[1] - y) * u)
    a, b = -v * side, u * side  # up into the shirt
    out, down = _ENDS
    p, q = (rx + a * root_r, ry + b * root_r), (x + (a * out + u * down) * r, y + (b * out + v * down) * r)
    line = []
    for t in _TURNING:
        by = sags * 4 * t * (1 - t)
        line.append((p[0] + (q[0] - p[0]) * t - a * by, p[1] + (q[1] - p[1]) * t - b * by))
    return line
