"""The trousers' seat, under the shirt's hem or in its mouth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from unhunch.figure.body.bends import seat_drawn_up
from unhunch.figure.body.flesh import THIGH
from unhunch.figure.body.flexed import flexed_of
from unhunch.figure.body.hem import Hem
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.laps import lap_aslant, nearer_side
from unhunch.figure.body.standing import hip_side, straightened
from unhunch.figure.ink.parts import Layer, piece
from unhunch.figure.ink.shapes import Outline, hull, mixed_rounds, shrunk
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Ball, Egg, Round
from unhunch.figure.rig.vectors import Vec, mix, point, smoothstep

# The trousers come out of the shirt without a step: on all fours so much (cm) deeper, and more below a hollow
# back.
_TOP_ON_FOURS, _TOP_HOLLOW = 1.4, 1.8
_TOP: Vec = (0.0, 2.6, -0.6)
_IN_SHIRT = 0.92  # how much smaller than the shirt's end they begin in it, where somebody sits with knees up
# cm by which what lies between its halves is narrower below thighs drawn up, not to stand out beside them.
_CORE_NARROWER = 3.0
_CORE_ASIDE = 6.0  # cm by which the core of a lap seen aslant ends nearer to the middle on the far side
# Seen from the feet the two halves of the seat show: how much less lies between them, and how far it turns
# aside (cosine) until they do not.
_CLEFT, _CLEFT_TURNS = 0.35, 0.4
_CLEFT_DRAWN_UP = 0.08  # and of thighs drawn up of one who lies, which take the halves of the seat along
_ROOT_AWAY, _ROOT_DRAWN_UP = 2.0, 1.8  # cm by which the way into a thigh is thinner, turned away or drawn up
# Where they begin, in the pelvis, and how round (cm): under the hem, and in the shirt's mouth.
_JOINT: tuple[Vec, float] = ((6.9, -1.5, -1.6), 8.0)
_JOINT_IN_MOUTH: tuple[Vec, float] = ((6.9, -3.4, -1.6), 7.4)
# cm by which a thigh that is bent begins thinner, and the way into it: below the buttock it draws in.
_START_LESS, _INTO_LESS = 3.5, 1.5
_HANGS = 0.3  # a thigh drawn up less goes on from the hip without a step
FINE = 20.0
"""How many times finer than its size asks for a seat is outlined: the back runs on in it without a corner."""


class Seat(NamedTuple):
    """The outlines of what shows beside a seat, and the rounds it is made of: one form."""

    beside: list[Outline]
    rounds: list[Round]

    def layer(self, detail: float, under: Sequence[Ball] = ()) -> Layer:
        """Its trousers, which go on to something under the shirt."""
        return piece("trousers", *self.beside, hull([*self.rounds, *under], FINE * detail), casts=False)


def seat(hips: Hips, hem: Hem, shirt_end: Egg, *, under_hem: bool) -> Seat:
    """The trousers' seat; where it comes out of the shirt towards the viewer it begins at the hem. That of
    who sits with the knees up begins in the shirt's end: belly, hip and thigh are one line, as back and seat.
    """
    body, egg, ball = hips.body, hips.camera.egg, hips.camera.ball
    p, f = body.joints["pelvis"], body.frames["pelvis"]
    h = hips.build.hips
    up = {s: seat_drawn_up(body, s) for s, _ in SIDES}
    near, aslant = nearer_side(hips), lap_aslant(hips)
    aside = _CORE_ASIDE * aslant
    core_wide = 14.8 * h - _CORE_NARROWER * max(up.values()) - aside
    core = egg(point(p, f, (aside if near == "l" else -aside, -2.6, -1.4)), f, core_wide, 5.4, 7.6)
    x, y, z = _TOP
    top: Vec = (x, y - 1.5 * hips.twisted, z - hem.drawn_along(0))
    deep = 9.4 + _TOP_ON_FOURS * hips.on_fours + _TOP_HOLLOW * hips.kneels_hollow
    hangs = min(hips.straight.values())
    waist = egg(point(p, f, top), f, (13.2 + 1.4 * hangs) * h, 3.0, deep) if under_hem else hem.egg(-0.7)
    gone_up = max(hips.humped, hips.slumped)
    if gone_up:  # as far as the hem
        waist = mixed_rounds(waist, hem.egg(-0.2), gone_up)
    if hips.sat_on:
        waist = mixed_rounds(waist, shrunk(shirt_end, _IN_SHIRT), hips.sat_on)
    halves = [hips.buttock(x, up[s]) for s, x in SIDES]
    end_on = 0.0 if under_hem else 1 - smoothstep(abs(hips.camera.facing(f[0])) / _CLEFT_TURNS)
    apart = max(_CLEFT * end_on, _CLEFT_DRAWN_UP * (1 - hips.facing_down) * min(up.values()))
    both: dict[Side, list[Ball]] = {
        s: [ball(at, r * (1 - apart)) for at, r in hips.cushion(x, up[s])] for s, x in SIDES
    }
    behind = mixed_rounds(ball(*hips.behind(*halves)), both[near][0], aslant)
    outlines = []
    if end_on > 0:
        outlines += [hull([core, ball(at, r)], hips.camera.detail) for at, r in halves]
    into = {s: _way_into_thigh(hips, s, x, up[s], under_hem=under_hem) for s, x in SIDES}
    starts = {s: [_start_of_thigh(hips, s, max(up.values()))] for s, _ in SIDES}
    if aslant:
        for rounds in (both, into, starts):
            _hide_far_half(rounds, near, aslant)
    outlines += [hull(side, hips.camera.detail) for side in into.values()]
    whole: list[Round] = [core, waist, behind, *both["l"], *both["r"], *starts["l"], *starts["r"]]
    return Seat(outlines, whole)


def _start_of_thigh(hips: Hips, s: Side, drawn_up: float) -> Ball:
    """Where a thigh goes on from the seat. It is nothing where one is drawn up (1): the other shows below
    that, with its shade.
    """
    hangs = (1 - smoothstep(drawn_up / _HANGS)) * (1 - hips.straight[s])
    t, r, _ = THIGH[0]
    thigh = mix(hips.joint[s], hips.body.joints[f"knee_{s}"], t)
    less = _START_LESS * flexed_of(hips.body, s)
    return hips.camera.ball(thigh, (r - less) * hips.build.legs * hangs)


def _hide_far_half(rounds: dict[Side, list[Ball]], near: Side, aslant: float) -> None:
    """Of a lap seen aslant (1) the far half of the seat lies within the near one: what shows there is the far
    thigh, and the line of the near thigh before it.
    """
    far = "r" if near == "l" else "l"
    rounds[far] = [mixed_rounds(a, b, aslant) for a, b in zip(rounds[far], rounds[near], strict=True)]


def _way_into_thigh(hips: Hips, s: Side, sx: float, drawn_up: float, *, under_hem: bool) -> list[Ball]:
    """One side of the seat as it goes over into its thigh, which is drawn up so far (1)."""
    body, camera = hips.body, hips.camera
    (x, y, z), r = _JOINT if under_hem else _JOINT_IN_MOUTH
    away = smoothstep((-sx * camera.facing(body.frames["pelvis"][0]) - 0.1) / 0.4)
    # Below a seat that goes along with a thigh drawn up it would stand out as a step.
    less = _ROOT_AWAY * away + _ROOT_DRAWN_UP * drawn_up
    at = point(body.joints["pelvis"], body.frames["pelvis"], (x * sx * hips.build.hips, y, z))
    root = camera.ball(at, r - less)
    side = [root, root, _thigh_start(hips, s, away, less)]
    if stands := hips.straight[s]:
        side = straightened(side, stands, hip_side(body, camera, hips.build, hips.joint[s], s))
    return side


def _thigh_start(hips: Hips, s: Side, away: float, less: float) -> Ball:
    """Within a thigh and so much thinner, so far down that no step shows where it comes out of the seat;
    less far of one on the side turned away (1), for that is darker.
    """
    hip, knee = hips.joint[s], hips.body.joints[f"knee_{s}"]
    t, r, _ = THIGH[1]
    less += _INTO_LESS * flexed_of(hips.body, s)
    return hips.camera.ball(mix(hip, knee, t * (1 - away)), (r - 1.4 - less) * hips.build.legs)
