"""Legs: trousers on thighs and calves, and feet."""

from collections.abc import Callable
from dataclasses import replace
from math import sqrt

from unhunch.figure.body.bared import bared_seat
from unhunch.figure.body.bends import drawn_up_of, level_of, on_fours_of, seat_drawn_up, upright_of
from unhunch.figure.body.clothing import Cut, clothe, growing, over_joint
from unhunch.figure.body.creases import CREASE_TAKES, lies_over
from unhunch.figure.body.cuffs import turn_up
from unhunch.figure.body.feet import foot_part
from unhunch.figure.body.flesh import SHIN, THIGH, Bone, Profile
from unhunch.figure.body.flexed import drawn_in_behind, flexed_of, folds_of_thigh, thigh_of
from unhunch.figure.body.hips import Hips
from unhunch.figure.body.knees import (
    bridge,
    calf_meets_thigh,
    comes,
    kneecap,
    kneels_flat,
    round_knee,
    round_top,
    sat_on,
    shade_behind,
    shade_below,
    stands_up,
)  # fmt: skip
from unhunch.figure.body.laps import lap_aslant, lap_shades, laps_apart, nearer_side
from unhunch.figure.body.seated import raised_of
from unhunch.figure.body.standing import (
    folds_of_shin,
    hanging_shin,
    hanging_shin_sway,
    hanging_sway,
    hanging_thigh,
    shin_hangs,
)
from unhunch.figure.ink.parts import Part, axis
from unhunch.figure.ink.shapes import chain, hull, mixed_rounds
from unhunch.figure.people import Person, has_dark_skin
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import Side, side_of
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    Vec,
    cross,
    dot,
    length,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

# From where to where (shares) a thigh is set off from the seat, which covers its root: one drawn up, one that
# goes straight on, and one that is bent; of that the seat covers the more the less it is seen from its side.
# First one that lies before the other of a lap seen aslant: it is set off from that from its root on.
_FADE_CROSSES = (0.0, 0.5)
_FADE_DRAWN_UP, _FADE_STRAIGHT, _FADE_LASTS = (-0.45, 0.35), (0.3, 0.78), 0.4
_FADE_RAISED = (-0.05, 0.12)  # and one that is raised from a seat: it goes on from that without an edge
_SEAT_COVERS, _SEAT_COVERS_MOST = 0.42, 0.65
# A knee folded far (1 less the cosine of its bend): calf and thigh press on each other, and shade each other.
_FOLDED_FROM, _FOLDED_GROWS = 1.2, 0.5
_LIES_FROM, _LIES = 1.65, 0.2  # and from which on the one lies on the other
# How far down the thigh the buttock runs out, and how much farther one that is lain on, where the thigh hangs
# down to it from the knee (shares).
_SEAT_ENDS, _LAIN_LONGER = 0.25, 0.45
_ROOT_WITHIN = 0.85  # the root of one that is drawn up, as a share of its seat, within which it lies
# The trousers of one on all fours fall from the buttock to the pit of the knee, by so much (cm) thicker than
# the thigh is behind, place by place.
_FILLS = (0.0, 0.3, 0.6, 0.5, 0.2, 0.0, 0.0)
# Where the legs part: its place in the pelvis, how far from there along the thigh, and how round it is (cm).
_CROTCH: Vec = (0.3, -4.4, 0.2)
_CROTCH_ALONG, _CROTCH_CM, _CROTCH_HIGHER_CM = 4.8, 3.2, 4.0
# Thighs side by side are full on their inner sides: so far along a bone by such a share of what (cm) is left
# between each and their middle. They part without a corner, and go on to the knees in a long curve that no
# arch is between; it fades where more is left, and of thighs that are not side by side (cosine of the way
# across with that of the hips).
_TOUCH = ((0.28, 1.0), (0.42, 0.97), (0.56, 0.81), (0.7, 0.49), (0.84, 0.17), (0.97, 0.0))
_TOUCH_CM, _TOUCH_FADES_CM, _TOUCH_LAPS_CM = 8.0, 4.0, 0.7
# Those of somebody who stands touch so far along a bone, by so much less for each cm that is left at the
# knee; from there their inner sides go straight to the knees.
_STANDING_MEET, _MEET_LESS, _MEET_LEAST = 0.42, 0.02, 0.14
_BESIDE_FROM, _BESIDE = 0.75, 0.2
# Thighs of a lap that come towards the viewer touch until so far along, each with a round so large (share of
# its flesh) that lies so far (cm) over their middle: below, the gap between them begins as a point. It opens
# to the knees, each so much lower and rounder (cm) there than its bone, and more so in a lap.
_LAP_MEETS, _LAP_MEETS_R, _LAP_LAPS_CM = 0.66, 0.82, 1.4
_KNEE_LOW_CM, _KNEE_ROUND_CM, _LAP_KNEE_CM = 2.4, 1.0, 1.0
_KNEE_LIT = (0.28, 0.15)  # so much sooner (shares of the shin) a shin below such a knee is set off from it
_KNEE_STANDS = (-0.25, 0.15)  # and between which of them one below a knee that stands up
# Its muscles hang slack: it is so much slimmer (share) than one that bears weight.
_SLIM_DRAWN_UP = 0.1
# Of somebody who sits upright it loses less (share) to the crease of the hip. It comes out from
# under the shirt at a rise (sine): by then it begins so far along (share), and so much later by so much
# (share) nearer to the seat, whose lower round goes along by less (share): the hem stays on the hip. Below
# so small a rise it lies in the lap and begins at the seat. Of one who sits on the floor with the knees up it
# always begins so much (share) nearer to there: the seat shows behind it; and wholly there as they lean
# back, where the hem comes to rest on the hip.
_CREASED_SITTING = 0.8
_FULL_RAISED = 0.6  # a thigh raised from the seat keeps such a share of that: it lies broad before the belly
_COMES_OUT, _BEGINS_AT, _AT_SEAT, _AT_SEAT_BY, _IN_LAP = 0.2, 0.3, 0.35, 0.2, 0.05
_LOWER_COMES, _STANDS_OUT = 0.4, 0.2
_OFF_SEAT = 0.35  # it rises so far (sine) from the seat it lies on until nothing presses it
_CREASE = 2.6  # cm of a thigh drawn up that the crease of the hip takes from its upper side
_LIGHT, _END_ON = (-0.3, 0.6, 0.74), 0.1
_CALF_SPREADS, _HEM_SPREADS = 0.5, 0.3  # cm by which a calf that lies on the floor is broader, and its hem
_TROUSERS_END, _TROUSERS_HANG = 0.81, 0.3
_HANGS_LONGER, _HANGS_WIDER_CM = 0.005, 0.4
# Where (share of the shin) their hem shades the skin below it, and how wide and long (cm).
_BELOW_HEM, _HEM_WIDER_CM, _HEM_SHADE_CM = 0.835, 0.6, 1.0
# By so much (cm) the round ends of the bones are smaller there, not to stand out of a bent knee's flat cap.
_WITHIN_CAP = 0.9


class Legs:
    """The legs of one frame's body."""

    def __init__(self, body: Body, camera: Camera, person: Person, hips: Hips) -> None:
        self.body, self.camera, self.person, self.hips = body, camera, person, hips
        self.laps_apart = laps_apart(camera, body.frames["pelvis"])
        self.aslant = lap_aslant(hips)
        self.upright = upright_of(body.frames["pelvis"])

    def foot(self, s: Side, sx: float) -> Part:
        knee, ankle, k = (
            self.body.joints[f"knee_{s}"],
            self.body.joints[f"ankle_{s}"],
            self.person.build.legs,
        )
        end = self.camera.ball(ankle, SHIN[-1][1] * k)
        hem = self.camera.disc(
            mix(knee, ankle, _BELOW_HEM + _HANGS_LONGER * self.hips.straight[s]),
            unit(sub(ankle, knee)),
            SHIN[-1][1] * k + _HEM_WIDER_CM,
            _HEM_SHADE_CM,
        )
        dark = has_dark_skin(self.person)
        return foot_part(self.camera, self.body, s, sx, end, on_dark_skin=dark, below_hem=hem)

    def bones(self, s: Side, sx: float) -> list[Part]:
        body = self.body
        k = self.person.build.legs
        knee, ankle, hip = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"], self.hips.joint[s]
        front = body.frames[f"knee_{s}"][2]
        along, down = unit(sub(knee, hip)), unit(sub(ankle, knee))
        bend = 1 - dot(along, down)
        folded, bent = smoothstep((bend - _FOLDED_FROM) / _FOLDED_GROWS), smoothstep(bend / 0.5)
        drawn_up, free_below = seat_drawn_up(body, s), self.free_below(s, along, folded)
        plain = thigh_of(body, s, hip, k)
        out, out_below = (
            scale(cross(way, ahead), -sx) for way, ahead in ((along, plain.front), (down, front))
        )
        stands = self.hips.straight[s]
        on_knee = on_fours_of(body) * free_below
        flesh = thigh_flesh(self.creased(s, drawn_up), bent)
        thigh_round = hanging_thigh(
            filled_behind(drawn_in_behind(flesh, free_below - on_knee), on_knee), stands
        )
        upper = replace(plain, profile=thigh_round, out=out, sway=hanging_sway(stands))
        hangs = shin_hangs(body, s)
        shin_round = hanging_shin(shin_flesh(bent), hangs)
        lower = Bone(knee, ankle, front, shin_round, k, out_below, hanging_shin_sway(hangs))
        thigh = Part(f"thigh_{s}", f"leg_{s}", axis(self.camera, (hip, 8), (knee, 6)), 0)
        shin = Part(f"shin_{s}", f"leg_{s}", axis(self.camera, (knee, 6), (ankle, 4)), 0.5)
        # A thigh that is drawn up lies on the shirt from its root on.
        thigh.fade = growing(self.camera, hip, knee, self.set_off(s, along, drawn_up), (8, 6))
        laps = bent * comes(self.camera, upper) * self.laps_apart
        on_top = bent * stands_up(self.camera, upper) * level_of(body)
        shin.fade = growing(self.camera, knee, ankle, shin_set_off(folded, laps, on_top), (6, 4))
        thigh.sloping, shin.sloping = on_top, slopes_away(self.camera, down)
        self.clothe_thigh(thigh, upper, sx, drawn_up, bent)
        if bared := bared_seat(self.hips, s):
            thigh.layers[0].outlines += bared.outlines
            thigh.trims.append(bared.shade())
        round_knee(self.camera, thigh, upper, lower, bent, laps=laps)
        calf = calf_cloth(kneels_flat(lower, bent * (1 - folded)), stands)
        clothe(self.camera, shin, lower, calf)
        turn_up(self.camera, shin, lower, calf)
        bridge(self.camera, shin, upper, lower, 0.2)
        if on_top:
            top = round_top(self.camera, upper, lower, on_top)
            over_joint(shin, 1.0).outlines.append(top)
            shin.trims.append(shade_behind(self.camera, upper, self.other_thigh(sx), top, on_top))
            shin.trims.append(shade_below(self.camera, lower, on_top))
        if folded > 0:
            pit = hull(calf_meets_thigh(self.camera, upper, lower, folded), self.camera.detail)
            kneels = kneels_flat(lower, 1.0)
            # Of whichever is below: what lies on it covers that end of the pit which would have an edge.
            over_joint(shin if kneels else thigh, 1.0).outlines.append(pit)
            lies_on = kneels * smoothstep((bend - _LIES_FROM) / _LIES)
            thigh.trims += sat_on(self.camera, upper, sx, lies_on)
        shin.trims += kneecap(self.camera, upper, lower, bent, laps)
        shin.trims += lap_shades(self.camera, upper, self.other_thigh(sx), laps)
        thigh.trims += folds_of_thigh(body, self.camera, s, upper, lies_over(body, self.camera, s))
        shin.trims += folds_of_shin(self.camera, lower, sx, stands)
        return [thigh, shin]

    def set_off(self, s: Side, along: Vec, drawn_up: float) -> tuple[float, float]:
        """From where to where a thigh is set off from the seat, in shares of its length."""
        shortened = 1 - sqrt(max(0.0, 1 - self.camera.facing(along) ** 2))
        covered = min(_SEAT_COVERS_MOST, _SEAT_COVERS + shortened)
        straight = smoothstep((-drawn_up_of(self.body, s) - 0.65) / 0.3)
        begins, ends = (
            bent + (hangs - bent) * straight
            for bent, hangs in zip((covered, covered + _FADE_LASTS), _FADE_STRAIGHT, strict=True)
        )
        raised = raised_of(self.body, s)
        first, last = (
            lies + (rises - lies) * raised for lies, rises in zip(_FADE_DRAWN_UP, _FADE_RAISED, strict=True)
        )
        crosses = self.aslant if s == nearer_side(self.hips) else 0.0
        begins += (_FADE_CROSSES[0] - begins) * crosses
        ends += (_FADE_CROSSES[1] - ends) * crosses
        return begins + (first - begins) * drawn_up, ends + (last - ends) * drawn_up

    def free_below(self, s: Side, along: Vec, folded: float) -> float:
        """How far nothing presses the back of a bent thigh, no seat below and no calf if it is folded (1).
        One that is raised from a seat hangs down full.
        """
        on_seat = self.upright * (1 - smoothstep(along[1] / _OFF_SEAT))
        free = flexed_of(self.body, s) * (1 - on_seat) * (1 - folded)
        return free * (1 - raised_of(self.body, s))

    def creased(self, s: Side, drawn_up: float) -> float:
        """How far the crease of the hip takes from a thigh that is drawn up so far, both 0 to 1."""
        sitting = 1 - (1 - _CREASED_SITTING) * self.upright
        return drawn_up * sitting * (1 - _FULL_RAISED * raised_of(self.body, s))

    def clothe_thigh(self, part: Part, bone: Bone, sx: float, drawn_up: float, bent: float) -> None:
        """Trousers on a thigh, with its half of the seat as far as a thigh drawn up (1) takes it along."""
        camera = self.camera
        begins, free = bone.ball(camera, _BEGINS_AT), self.comes_out(bone)
        come_out = (free, max(self.stays_out(), _LOWER_COMES * free))
        root = mixed_rounds(self.thigh_root(bone, sx, drawn_up), begins, free)
        clothe(self.camera, part, bone, Cut("trousers", 1.0, 0.0), root)
        ends = _SEAT_ENDS + _LAIN_LONGER * self.hips.lain_on * (1 - self.hips.lifted(sx, drawn_up))
        under = _CREASE * self.creased(side_of(sx), drawn_up)
        runs_out = mad(bone.at(ends), bone.front, -under)
        seat = [
            root,
            *(
                mixed_rounds(camera.ball(*half), begins, share)
                for half, share in zip(self.hips.cushion(sx, drawn_up), come_out, strict=True)
            ),
            camera.ball(runs_out, bone.radius(ends) - under),
        ]
        near = comes(camera, bone)
        if near:  # seen from its end it is one wide form from the seat to the knee, without a waist
            seat.append(camera.ball(bone.end, bone.radius(1.0) * near))
        inner = self.inner_thigh(bone, sx, drawn_up, bent)
        part.layers[0].outlines += [hull(seat, camera.detail), chain(inner, camera.detail)]
        if near:
            side = [inner[0], *self.lap_side(bone, sx, near, bent)]
            part.layers[0].outlines.append(hull(side, camera.detail))

    def comes_out(self, thigh: Bone) -> float:
        """How far a thigh is just coming out from under the shirt of somebody who sits upright, 0 to 1; with
        both knees up it does for good.
        """
        rises = unit(sub(thigh.end, thigh.start))[1]
        begun = smoothstep((rises - _IN_LAP) / (_COMES_OUT - _IN_LAP))
        coming = self.upright * begun * (1 - _AT_SEAT_BY * smoothstep((rises - _COMES_OUT) / _AT_SEAT))
        return max(coming, self.stays_out())

    def stays_out(self) -> float:
        """How far thighs come out for good, of one who sits on the floor with both knees up, 0 to 1."""
        return (_STANDS_OUT + (1 - _STANDS_OUT) * self.hips.lies) * self.hips.sat_on

    def inner_thigh(self, bone: Bone, sx: float, drawn_up: float, bent: float) -> list[Ball]:
        """The inner side of a thigh, from where the legs part, unless it is drawn up (1): it goes on to the
        other one where they touch, not so far down if the knee is bent (1).
        """
        body, camera = self.body, self.camera
        x, y, z = _CROTCH
        crotch = point(body.joints["pelvis"], body.frames["pelvis"], (x * sx, y, z))
        stands = self.hips.straight[side_of(sx)]
        crotch = mad(crotch, unit(sub(bone.end, bone.start)), _CROTCH_ALONG - _CROTCH_HIGHER_CM * stands)
        parts = mix(crotch, bone.at(_TOUCH[0][0]), max(drawn_up, self.lap_aside(bone)))
        balls = [camera.ball(parts, _CROTCH_CM)]
        inner = replace(bone, sway=())
        straight = self.parts_straight(inner, sx) if stands else None
        for t, share in _TOUCH:
            at, r = inner.spot(t)
            across, gap, near = self.to_other(inner, sx, t)
            out = max(0.0, gap + _TOUCH_LAPS_CM) * near * share ** (1 + 0.25 * bent)
            if straight:
                out += (max(0.0, gap - straight(t)) * near - out) * stands
            balls.append(camera.ball(mad(at, across, out + 0.35 * r), 0.65 * r))
        return balls

    def parts_straight(self, bone: Bone, sx: float) -> Callable[[float], float]:
        """How much (cm) is left at most, place by place, between a thigh that stands and their middle."""
        _, at_knee, _ = self.to_other(bone, sx, 1.0)
        meet = max(_MEET_LEAST, _STANDING_MEET - _MEET_LESS * at_knee)
        return lambda t: max(0.0, at_knee) * max(0.0, t - meet) / (1 - meet)

    def to_other(self, bone: Bone, sx: float, t: float) -> tuple[Vec, float, float]:
        """The way to the other thigh at a share of its length, how much (cm) is left between its flesh and
        their middle, and how far the two are near and side by side, 0 to 1.
        """
        body = self.body
        there = mix(*self.other_thigh(sx), t)
        across = sub(there, mix(bone.start, bone.end, t))
        way = unit(across)
        gap = 0.5 * length(across) - bone.radius(t)
        near = 1 - smoothstep((gap - _TOUCH_CM) / _TOUCH_FADES_CM)
        aside = abs(dot(way, body.frames["pelvis"][0]))
        near *= 1 - self.lap_aside(bone)
        return way, gap, near * smoothstep((aside - _BESIDE_FROM) / _BESIDE)

    def lap_aside(self, thigh: Bone) -> float:
        """How far a lap that comes towards the viewer is seen aslant, so that its near thigh lies before the
        other one and keeps its own line up to the shirt, 0 to 1.
        """
        return comes(self.camera, thigh) * self.aslant

    def other_thigh(self, sx: float) -> tuple[Vec, Vec]:
        """Where the thigh beside that of a side begins and ends."""
        other: Side = "r" if sx > 0 else "l"
        return self.hips.joint[other], self.body.joints[f"knee_{other}"]

    def lap_side(self, bone: Bone, sx: float, comes_near: float, bent: float) -> list[Ball]:
        """The inner side of a thigh that comes towards the viewer (1), from where it meets the other one last
        to its knee if that is bent (1).
        """
        inner = replace(bone, sway=())
        at, r = inner.spot(_LAP_MEETS)
        across, gap, near = self.to_other(inner, sx, _LAP_MEETS)
        sits = comes_near * bent
        round_cm = _LAP_MEETS_R * r
        out = max(0.0, gap + _LAP_LAPS_CM) * near * sits
        knee = mad(bone.end, bone.front, -_KNEE_LOW_CM * sits)
        knee_cm = bone.radius(1.0) * comes_near + (_KNEE_ROUND_CM + _LAP_KNEE_CM * self.laps_apart) * sits
        return [
            self.camera.ball(mad(at, across, out + r - round_cm), round_cm),
            self.camera.ball(knee, knee_cm),
        ]

    def thigh_root(self, thigh: Bone, sx: float, drawn_up: float) -> Ball:
        """Where a thigh's outline begins: beside the hip, or at the seat if it is drawn up (1)."""
        centre, wide = self.hips.buttock(sx, drawn_up)
        t, _, _ = THIGH[0]
        flesh = thigh.radius(t)
        r = flesh + (wide * _ROOT_WITHIN - flesh) * drawn_up
        return self.camera.ball(mix(thigh.at(t), centre, drawn_up), r)


def shin_set_off(folded: float, laps: float, stands: float) -> tuple[float, float]:
    """From where to where a shin is set off from its thigh, in shares of its length. In a lap seen from the
    front (1) that is at the very knee: it is the nearest of the leg, and in the light. A knee that stands up
    (1) is set off all around: it lies before its own thigh.
    """
    begins, ends = -_KNEE_LIT[0] * laps, 0.5 - 0.25 * folded - _KNEE_LIT[1] * laps
    first, last = _KNEE_STANDS
    return begins + (first - begins) * stands, ends + (last - ends) * stands


def slopes_away(camera: Camera, along: Vec) -> float:
    """How far the seen side of a limb along a unit vector slopes away from the light, which comes from above
    and from the left of the viewer: 0, as of one seen from its side, to 1.
    """
    right, up, ahead = _LIGHT
    light = mad(mad(scale(camera.towards, ahead), camera.up, up), camera.right, right)
    seen = mad(camera.towards, along, -camera.facing(along))
    n = length(seen)
    return max(0.0, ahead - dot(light, seen) / n) if n > _END_ON else 0.0


def calf_cloth(kneels: float, stands: float) -> Cut:
    """The trouser leg round a calf: wider where knee and shin lie on the floor (1), and longer and wide at
    its hem where it hangs (1).
    """
    end = _TROUSERS_END + _HANGS_LONGER * stands
    edge = 0.5 + _HEM_SPREADS * kneels + _HANGS_WIDER_CM * stands
    return Cut("trousers", end, 0.3 + _CALF_SPREADS * kneels, edge, _TROUSERS_HANG)


def thigh_flesh(drawn_up: float, bent: float) -> Profile:
    """A thigh's profile. One drawn up (1) leaves the trunk along the crease of the hip: it begins at the
    seat, so that the shirt comes down to the crease in a curve. That of a bent knee (1) ends within its cap.
    """
    *rest, (end, knee, ahead) = THIGH
    slim = 1 - _SLIM_DRAWN_UP * drawn_up
    found = []
    for n, (t, r, shift) in enumerate(rest):
        less = CREASE_TAKES[n] * drawn_up if n < len(CREASE_TAKES) else 0.0
        found.append((t, r * slim - less, shift - less))
    return (*found, (end, knee - _WITHIN_CAP * bent, ahead))


def filled_behind(profile: Profile, on_knee: float) -> Profile:
    """A thigh's profile, its back as full as trousers are round one that stands on its knee (1)."""
    halves = (0.5 * by * on_knee for by in _FILLS)
    return [(t, r + by, ahead - by) for (t, r, ahead), by in zip(profile, halves, strict=True)]


def shin_flesh(bent: float) -> Profile:
    """A shin's profile: below a bent knee (1) it begins within its cap."""
    (t, r, shift), *rest = SHIN
    return ((t, r - _WITHIN_CAP * bent, shift), *rest)
