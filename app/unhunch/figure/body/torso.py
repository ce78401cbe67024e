"""The trunk in its shirt, with shoulders, collar and neck; and the trousers' seat under the hem."""

from collections.abc import Iterator

from unhunch.figure.body.bared import bared_seat
from unhunch.figure.body.bends import (
    ARCHED,
    carried_of,
    drawn_up_of,
    folded_of,
    hem_opening,
    leans_aside_of,
    rounded_of,
    seat_drawn_up,
)
from unhunch.figure.body.collarbones import modelled
from unhunch.figure.body.creases import hip_creases
from unhunch.figure.body.folds import BESIDE_SLEEVE_TONE, beside_sleeves, bunched, pressed, pulled, shade_of
from unhunch.figure.body.hem import HEM_TONE, Hem
from unhunch.figure.body.hem_line import shirt_end
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.seat import seat
from unhunch.figure.body.seated import knees_stand_of
from unhunch.figure.body.shoulders import Shoulders
from unhunch.figure.head.collar import Collar
from unhunch.figure.head.neck import chin_shade
from unhunch.figure.ink.parts import Layer, Part, axis, piece
from unhunch.figure.ink.shapes import (
    filled,
    hull,
    mixed_rounds,
    shrunk,
)
from unhunch.figure.people import Person
from unhunch.figure.rig.anatomy import shrugged_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.rounds import Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import point, rolled, smoothstep

# The trunk in a loose shirt, hem to breast: spine joint, centre (up, forward), half axes. The cloth hangs
# down from the breast, and a plain waist draws it in by no more than a twelfth.
_TRUNK: tuple[tuple[int, float, float, float, float, float], ...] = (
    (0, -1.4, 0.1, 15.4, 2.6, 10.0),
    (0, 3.0, 0.6, 14.2, 3.0, 9.3),
    (1, -0.2, 1.9, 13.0, 4.0, 8.5),
    (2, -1.7, 2.1, 12.9, 5.0, 8.4),
    (3, -2.0, 2.7, 14.1, 6.5, 10.5),
    (4, -2.5, 2.8, 15.2, 8.0, 11.2),
    (5, -8.9, 2.1, 14.8, 6.8, 10.0),
    (5, -6.0, 1.0, 13.2, 6.4, 8.6),
)
# What each of them takes its width from: shares of the hips, the waist and the chest.
_GIRTHS = (
    (0.7, 0.3, 0.0), (0.4, 0.6, 0.0), (0.0, 1.0, 0.0), (0.0, 0.9, 0.1),
    (0.0, 0.4, 0.6), (0.0, 0.0, 1.0), (0.0, 0.0, 1.0), (0.0, 0.0, 1.0),
)  # fmt: skip
# cm by which the shirt hangs more to the left, round by round: it falls straight down one side and is drawn
# in on the other, as on somebody whose weight is on one leg.
_HANGS_ASIDE = (0.2, 0.5, 0.7, 0.5, -0.1, -0.3, 0.0, 0.0)
# cm by which a trunk that leans (by a whole sine) presses its rounds out to the side it leans from: that side
# is drawn out to one long curve, the other breaks at the waist, above the hem that stays.
_LEAN_DRAWS = (-1.0, 1.2, 8.4, 8.2, 3.0, 0.8, 0.0, 0.0)
# cm by which the hem lies off the hip, how thick it is, and how far one corner of it drops.
_HEM_OFF_HIP, _HEM_THICK, _HEM_ROLLS_DEG = 0.8, 2.0, 2.2
# cm by which it is less deep on somebody who lies, and thicker, unless that is seen from their side: it goes
# round the hip in a curve, without a corner.
_LYING_LESS_DEEP, _LYING_THICKER = 1.2, 2.4
_OPEN_LESS_DEEP = 2.5  # and so much less deep below open ribs: the belly runs down into the groin
# Before thighs that stand up the hem of one who sits goes back (cm) over the seat and is as much deeper;
# that of one who lies with their feet on the floor goes back and is less deep, for the belly rounds into the
# groin.
_OVER_SEAT, _FROM_GROIN = 1.5, 3.2
_HEM_CLOSES = 7.6  # cm by which it is narrower below a waist as much wider than the hip as a whole one
# How far up from the hem to the waist the rounds between lie on somebody who rests on the seat: there
# the cloth is one curve, wherever the seat draws the hem.
_OVER_HIPS = (0.33, 0.67)
_RELAXINGS = 3
_DRAWN_IN = 6  # how many rounds of it, from the hem on, lie as one arc over a belly that is drawn in
# How far (cm) the belly of a cow hangs down, kneeling and sitting, and where.
_SAGS_CM, _SAGS_SITTING_CM, _BELLY = 4.6, 1.5, (0.0, 0.4, 0.85, 1.0, 0.55, 0.1, 0.0, 0.0)
# So far (cm) the cloth hangs down from that of a cat, which is drawn in; and once a back has rounded so far
# it is free of folds: it spans the bend in a curve.
_CLOTH_SAGS_CM, _HANGS_FREE = 12.0, 0.45
_LOOSE, _SOFT = 0.8, 0.6  # that of who sits with the knees up is as free, and so far one curve (shares)
# So far (cm) the belly of one who folds down over their thighs spreads on them.
_SPREADS = (0.0, 0.2, 1.0, 2.2, 2.6, 1.8, 0.6, 0.0)
# cm by which a back that rounds comes out behind, round by round: its hollow is gone, and the cloth is taut.
_ROUNDS_OUT = (0.6, 1.8, 3.0, 3.2, 2.6, 1.4, 0.3, 0.0)
# And so far that of one who sits with the knees up: their waist is nearly as wide as the ribs.
_SITS_OUT = (2.0, 4.6, 6.8, 6.9, 5.3, 2.8, 0.7, 0.0)
# cm by which the back of somebody on all fours sinks in between its muscles as it hollows.
_SINKS_IN = (0.0, 0.2, 1.4, 2.8, 3.0, 1.4, 0.0, 0.0)
# And so far those of one who sits with a hollow back; the breast comes up and out (cm).
_SEATED_SINKS_IN = (0.0, 0.0, 2.6, 3.8, 2.2, 0.3, 0.0, 0.0)
_SEATED_BREAST_OUT = (0.0, 0.0, 0.0, 0.4, 1.8, 3.2, 2.6, 1.0)
# cm by which the front of one who sits upright comes out, and each of their sides goes in: the breast stands
# over a waist, where the cloth would be a sack from shoulder to lap.
_SITS_UP_OUT = (-1.0, -1.6, -2.0, -1.2, 0.5, 0.9, 0.5, 0.0)
_SITS_UP_IN = (0.4, 1.0, 1.7, 1.5, 0.5, 0.0, 0.0, 0.0)
# cm by which the cloth sinks in at the waist of somebody who leans back or lies, round by round.
_FALLS_IN = (0.0, 0.9, 2.0, 2.0, 0.8, 0.0, 0.0, 0.0)
# And so much more below ribs that are raised over a roller, which stand out.
_BELOW_RIBS = (0.3, 1.8, 3.4, 2.8, 0.1, -2.8, -1.8, 0.0)
# cm by which what carries such ribs presses the back in. On both sides it comes round that: beyond are the
# shoulder blades, and the small of the back goes down to the seat.
_OVER_SUPPORT = (0.0, -2.9, -3.3, -2.1, -0.3, -0.3, -1.1, -1.6)
# cm by which raised arms lift the ribs out before knees that stand up: of one who leans back, hands behind
# the head, the breast is the deepest part.
_RIBS_OUT = (0.0, 0.3, 0.8, 1.5, 2.3, 2.4, 1.4, 0.4)
# cm by which the breast of somebody on all fours comes down as their back hollows.
_BREAST_OUT = (0.0, 0.0, 0.0, 0.0, 0.8, 1.8, 3.0, 3.4)
# cm by which a whole bust comes out, round by round, of somebody upright.
_BUST_OUT = (0.0, 0.0, 0.0, 0.0, 0.9, 2.2, 0.5, 0.0)
# cm by which the broad muscle of the back widens the chest below raised arms, round by round of the trunk.
_LATS = {3: 0.3, 4: 1.1, 5: 1.1, 6: 0.9}
_BREATH = (0.0, 0.05, 0.25, 0.45, 0.55, 0.45, 0.32, 0.2)
# How much narrower than the trunk the flesh begins that leads along the ribs up to the arm.
_FLANK = (0.9, 0.95)
_TRUNK_RANK = 1.0


class Torso:
    """The middle of one frame's body."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float) -> None:
        self.body, self.camera, self.person, self.breath = body, camera, person, breath
        self.detail = camera.detail
        self.build = person.build
        self.hips = Hips(body, camera, person.build)
        self.opens = carried_of(body) * (1 - self.hips.rolled_down)  # how far the ribs do over a support
        self.hem = Hem(self.hips)
        self.collar = Collar(body, camera, person)
        self.shoulders = Shoulders(body, camera, self.collar)

    def parts(self) -> list[Part]:
        """The trunk and the neck with the collar's edge between them."""
        trunk, neck = self.trunk(), self.collar.neck(self.shoulders.corners())
        band = self.collar.band()
        if self.person.hair != "scarf" and band:
            if self.collar.opens:
                neck.layers.insert(0, band)
            else:  # seen from behind: the collar hides the foot of the neck
                trunk.trims.append(band)
        return [trunk, neck]

    def trunk_eggs(self) -> list[Egg]:
        body, build, egg = self.body, self.build, self.camera.egg
        eggs = [self.shirt_end()]
        raised = max(body.lift.values())
        carried = carried_of(body)
        lean = leans_aside_of(body)
        swells, rolled_down, sits_up = self.swells(raised), self.hips.rolled_down, self.hem.sits_up
        for n, ((i, up, forward, a, b, d), wide) in enumerate(zip(_TRUNK, self.girths(lean), strict=True)):
            o, g = body.spine[i]
            tucked = 0.0 if n else self.hem.tucked / 2
            high = n / (len(_TRUNK) - 1)
            spread = _LATS.get(n, 0.0) * raised
            more, out = (cm / 2 for cm in swells[n])
            deep = d * (1 + (build.waist - 1) * (1.3 - high)) + more + out - tucked
            aside = _HANGS_ASIDE[n] - _LEAN_DRAWS[n] * lean
            ahead = forward + more - out - tucked - self.hem.drawn_along(n + 1)
            falls = _FALLS_IN[n] * self.hips.lies * (1 - rolled_down)
            waisted = _SITS_UP_IN[n] * sits_up
            sinks = (falls + _BELOW_RIBS[n] * self.opens) / 2
            at = point(o, g, (aside, up, ahead - sinks))
            eggs.append(egg(at, g, a * wide + spread - falls - waisted, b, deep - sinks))
        eggs[1:3] = _over_hips(eggs, self.hips.sat_on)
        eggs = _relaxed(eggs[:_DRAWN_IN], self.hips.humped) + eggs[_DRAWN_IN:]
        spanned = smoothstep(max(self.hips.arched, abs(lean)) / ARCHED)
        soft = _SOFT * self.hips.loose
        curled = carried * (1 - spanned)  # off the roller: no rib stands out then
        return _relaxed(eggs, max(spanned, curled, rolled_down, self.hips.slumped, self.hips.humped, soft))

    def girths(self, lean: float) -> Iterator[float]:
        """How wide each round of the trunk is, of a plain one. One that leans is no slimmer at the waist than
        between hips and shoulders: the side it leans from is one curve.
        """
        build = self.build
        fills = max(0.0, (build.hips + build.shoulders) / 2 - build.waist)
        slim = build.waist + fills * smoothstep(abs(lean) / ARCHED)
        for hips, waist, chest in _GIRTHS:
            yield hips * build.hips + waist * slim + chest * build.shoulders

    def swells(self, raised: float) -> list[tuple[float, float]]:
        """How far (cm) the front and the back of the trunk come out, round by round; `raised` is how far the
        shoulder blades have gone up with an arm.
        """
        hips, rounded = self.hips, rounded_of(self.body)
        ribs, kneels = raised * knees_stand_of(self.body), hips.kneels_hollow
        sits = hips.hanging - kneels
        bust = self.build.bust * self.shoulders.upright()
        sag = _SAGS_CM * kneels + _SAGS_SITTING_CM * sits
        sag += _CLOTH_SAGS_CM * hips.humped * (1 - hips.facing_down)
        return [
            (
                self.breath * _BREATH[n]
                + sag * _BELLY[n]
                + hips.folded * _SPREADS[n]
                + kneels * _BREAST_OUT[n]
                + sits * _SEATED_BREAST_OUT[n]
                + self.hem.sits_up * _SITS_UP_OUT[n]
                + ribs * _RIBS_OUT[n]
                + bust * _BUST_OUT[n],
                max(rounded * _ROUNDS_OUT[n], hips.loose * _SITS_OUT[n])
                - self.opens * _OVER_SUPPORT[n]
                - kneels * _SINKS_IN[n]
                - sits * _SEATED_SINKS_IN[n],
            )
            for n in range(len(_TRUNK))
        ]

    def shirt_end(self) -> Egg:
        """The shirt's lower end, which lies off the hip; one corner of it drops."""
        at, wide, deep = self.hem.size(_HEM_OFF_HIP)
        thick = _HEM_THICK + _LYING_THICKER * self.hips.lies * (1 - self.hem.aside)
        wide -= _HEM_CLOSES * max(0.0, self.build.waist - self.build.hips)
        open_ribs = self.hips.leant_back * (1 - self.hips.rolled_down)
        deep -= _LYING_LESS_DEEP * self.hips.lies + _OPEN_LESS_DEEP * open_ribs
        sits, lies = self.knees_up()
        deep += _OVER_SEAT * sits - _FROM_GROIN * lies
        at = point(at, self.hem.frame, (0.0, 0.0, -self.hem_goes_back()))
        return self.camera.egg(at, rolled(self.hem.frame, _HEM_ROLLS_DEG), wide, thick, deep)

    def hem_goes_back(self) -> float:
        """How far (cm) the hem of somebody with both knees up goes back."""
        sits, lies = self.knees_up()
        return _OVER_SEAT * sits + _FROM_GROIN * lies

    def knees_up(self) -> tuple[float, float]:
        """How far both thighs stand up before the trunk of one who sits, and of one who lies flat, 0 to 1."""
        stand = knees_stand_of(self.body)
        drawn_up = max(seat_drawn_up(self.body, s) for s, _ in SIDES)
        lies = self.hips.lies * (1 - self.hips.leant_back)
        return stand * (1 - self.hips.lies), stand * lies * (1 - drawn_up)

    def spans(self) -> float:
        """How far the cloth spans the bend of the trunk without a fold, 0 to 1: over a back that rounds, that
        of a lap that is hollow, of one who sits upright, and on all fours, where it hangs; nearly so on hips
        sat on with the knees up, where it is loose.
        """
        hollow = smoothstep(self.hips.arched / ARCHED) * self.hips.lap
        loose = _LOOSE * self.hips.loose
        rounded = smoothstep(rounded_of(self.body) / _HANGS_FREE)
        return max(rounded, self.hips.on_fours, hollow, loose, self.hem.sits_up)

    def trunk(self) -> Part:
        """The shirt without its sleeves, over the seat; or the seat in the shirt's mouth."""
        body, camera = self.body, self.camera
        part = Part("trunk", "trunk", [], _TRUNK_RANK)
        p = body.joints["pelvis"]
        neck, g = body.spine[5]
        low, high, breast = body.spine[1][0], body.spine[3][0], point(neck, g, (0.0, -6.0, 1.0))
        part.axis = axis(camera, (p, 9), (low, 9), (high, 10), (breast, 9))
        eggs = self.trunk_eggs()
        collar = self.collar.ring(0.6)
        hem = eggs[0]
        below = seat(self.hips, self.hem, hem, under_hem=True)
        end = shirt_end(self.hem, eggs, collar, below.rounds)
        shirt = [*end.outlines, hull([eggs[-1], collar, *self.collar.edges], self.detail)]
        flank = [*(shrunk(egg, k) for egg, k in zip(eggs[-4:-2], _FLANK, strict=True)), *eggs[-2:]]
        for s, sx in SIDES:
            shirt += self.shoulders.outlines(s, sx, flank)
        bared = [half for s, _ in SIDES if (half := bared_seat(self.hips, s))]
        shirt += [hull([half.shirt_end, eggs[4]], self.detail) for half in bared]
        opening = hem_opening(body, camera)
        top = piece("top", *shirt)
        band = self.hem.edge(end.hem)
        drawn_up = {s: drawn_up_of(body, s) for s, _ in SIDES}
        beside = {s: self.shoulders.beside(s) for s, _ in SIDES}
        loose = 1 - folded_of(body)  # a back that folds down over the thighs draws the collar smooth
        shrugged = {s: shrugged_of(body, s) * loose for s, _ in SIDES}
        folds = [
            *pressed(eggs, camera.px_per_cm, self.spans()),
            *pulled(body, camera, self.build.waist, drawn_up),
            *bunched(camera, self.collar.lies, self.collar.size_cm, shrugged),
        ]
        band += [*modelled(body, camera, self.build), *chin_shade(camera, body)]
        band += shade_of(folds)
        band += shade_of([*beside_sleeves(body, camera, self.build.arms, beside)], BESIDE_SLEEVE_TONE)
        inside: list[Layer] = []
        if opening > 0:
            mouth = Layer("top", filled(hull([self.hem.egg(0.0)], self.detail)), tone=HEM_TONE)
            inside = [mouth, seat(self.hips, self.hem, hem, under_hem=False).layer(self.detail)]
        if opening < 1:
            part.layers = [self.collar.throat(), below.layer(self.detail, end.under), top]
            covered = max((half.bared for half in bared), default=0.0)
            part.trims = [*self.hem.shade(end.hem, 1 - covered), *band, *hip_creases(self.hips, self.hem)]
            part.trims += [half.edge() for half in bared]
            part.coming, part.come = inside, opening
        else:
            part.layers = [top, *band, *inside]
        return part


def _over_hips(eggs: list[Egg], k: float) -> list[Egg]:
    """The rounds of a trunk between hem and waist, which go straight (1) from the one to the other."""
    if not k:
        return eggs[1:3]
    hem, *between_them, waist = eggs[:4]
    return [
        mixed_rounds(egg, mixed_rounds(hem, waist, share), k)
        for egg, share in zip(between_them, _OVER_HIPS, strict=True)
    ]


def _relaxed(eggs: list[Egg], k: float) -> list[Egg]:
    """The eggs of a trunk, those within it nearer (1) to the middle of their neighbours: a hollow back, flank
    or belly is one curve, as the cloth spans it, and no notch at one joint.
    """
    for _ in range(_RELAXINGS if k else 0):
        inner = [
            mixed_rounds(b, mixed_rounds(a, c, 0.5), 0.5 * k)
            for a, b, c in zip(eggs, eggs[1:], eggs[2:], strict=False)
        ]
        eggs = [eggs[0], *inner, eggs[-1]]
    return eggs
