"""The solved skeleton, dressed: parts with their outlines on the screen.

A part is what moves as one and is painted in one go (a thigh, a forearm, the trunk). It has layers of cloth
or skin, each one closed path; all layers of one cloth share one soft shading, so no seam shows at a joint.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from unhunch.figure.camera import Camera
from unhunch.figure.feet import foot_part
from unhunch.figure.flesh import FOREARM, SHIN, THIGH, UPPER_ARM, Bone, Profile
from unhunch.figure.folds import fold
from unhunch.figure.hands import hand_part
from unhunch.figure.outline import Finish, joined
from unhunch.figure.parts import AxisPoint, Layer, Part, piece, rim
from unhunch.figure.people import Person, has_dark_skin
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.shapes import Ball, chain, filled, hull, ribbon
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.torso import SHOULDER_RADIUS, Torso, collar_of, drawn_up_of, hem_opening, seat_drawn_up
from unhunch.figure.vectors import (
    Vec,
    add,
    cross,
    dot,
    length,
    mad,
    mix,
    perpendicular,
    point,
    scale,
    sub,
    unit,
)  # fmt: skip
from unhunch.figure.wardrobe import Wardrobe, stamp

__all__ = ["collar_of", "dressed", "hem_opening"]

# From where to where (shares) a thigh is set off from the seat, which covers its root: one drawn up, one that
# goes straight on, and one that is bent; of that the seat covers the more the less it is seen from its side.
_FADE_DRAWN_UP, _FADE_STRAIGHT, _FADE_LASTS = (-0.45, 0.35), (0.15, 0.72), 0.4
_SEAT_COVERS, _SEAT_COVERS_MOST = 0.3, 0.65
# A knee folded far (1 less the cosine of its bend): calf and thigh press on each other, and shade each other.
_FOLDED_FROM, _FOLDED_GROWS = 1.2, 0.5
_CALF_MEETS, _CALF_MEETS_WITH = 0.24, 0.45  # how far along both, and by how much less than all of them
# A shin that lies on the floor (joints no higher, fading as far above) is pressed broader by so much.
_KNEELS_CM, _CALF_SPREADS = 12.0, 0.8
# How far along both bones of a leg the flesh is joined, and by how much (cm) less of a bent one's front: a
# calf leaves the knee's pit without a notch, and a hand on the thigh is not covered by the knee.
_KNEE_BRIDGED = (0.87, 0.18, 2.0)
# Where on the upper arm an elbow begins; on the forearm, where the curve of its crook ends, of how many balls
# it is, and how much slimmer in the middle (cm, as four times that).
_ELBOW_FROM, _CROOK_ENDS, _CROOK_BALLS, _CROOK_SLIMS = 0.87, 0.26, 4, 1.2
# A straight elbow has no waist: its flesh runs on so far down the forearm, until it is bent so far (1 less
# the cosine).
_ELBOW_RUNS_ON, _ELBOW_BENT = 0.16, 0.3
_KNEE = 0.09  # so much of the shin is covered by a bent knee, which is one with its thigh
_ELBOW_CM, _BACK_OF_ELBOW = (0.7, 3.0), 0.6
# A bent knee is broader than the thigh above it: how far to both sides, and how round there (cm).
_KNEE_SIDES, _KNEE_SIDES_R = 1.5, 4.1
# The light on a bent knee's cap: its radius and how far it stands out (cm), how far along the thigh it runs
# out, from which turn to the viewer on it shows (cosines), and what of it is too little to draw. What lies on
# each other (share, tone) makes it soft.
_CAP_CM, _CAP_RUNS, _CAP_SEEN, _CAP_TURNS, _CAP_FAINTEST = (4.2, 3.2), 0.66, 0.1, 0.6, 0.1
_CAP_RINGS = ((1.0, 0.017), (0.86, 0.018), (0.7, 0.019), (0.53, 0.02), (0.34, 0.021))
# The shade below it, across the shin, told as folds are.
_BELOW_CAP: tuple[Vec, ...] = (
    (-0.98, 0.04, 0.15), (-0.8, 0.1, 0.6), (-0.42, 0.15, 0.9), (0.0, 0.165, 1.0),
    (0.42, 0.15, 0.9), (0.8, 0.1, 0.6), (0.98, 0.04, 0.15),
)  # fmt: skip
_BELOW_CAP_SEEN, _BELOW_CAP_TURNS = 0.4, 0.4  # cosines: from its side it would be a corner
# And where a thigh lies on its calf, from the knee's pit to the seat.
_SAT_ON: tuple[Vec, ...] = (
    (0.98, 0.93, 0.05), (0.96, 0.84, -0.18), (0.9, 0.7, -0.4), (0.82, 0.54, -0.56), (0.72, 0.36, -0.7),
    (0.6, 0.2, -0.8),
)  # fmt: skip
_SHADE_RINGS = ((2.6, 0.05), (1.6, 0.055), (0.8, 0.06))  # of both: how wide (cm) and dark, on each other
_SAT_ON_DARKER = 1.5
_SEAT_ENDS = 0.55  # how far down the thigh the buttock runs out
# Where the legs part: its place in the pelvis, how far from there along the thigh, and how round it is (cm).
_CROTCH: Vec = (0.3, -4.4, 0.2)
_CROTCH_ALONG, _CROTCH_CM = 4.8, 3.2
# Thighs side by side touch: so far along a bone, by such a share, if no more than so much (cm) is left
# between each and their middle; it fades where more is.
_TOUCH = ((0.3, 1.0), (0.46, 1.0), (0.58, 0.85), (0.7, 0.5), (0.82, 0.18), (0.94, 0.0))
_TOUCH_CM, _TOUCH_FADES_CM, _TOUCH_LAPS_CM = 2.8, 2.4, 0.7
# A knee that kneels is pressed flat: how far forward and back it touches the floor, how round it is there.
_PRESSED_CM, _PRESSED_R = (-3.6, 2.8), 2.8
_CREASE = 2.6  # cm of a thigh drawn up that the crease of the hip takes from its upper side
_TROUSERS_END, _TROUSERS_HANG = 0.81, 0.3
_SLEEVE_RAISED = 0.08  # by how much a short sleeve reaches further along a raised arm, in shares of the bone
# And along one that points at the viewer, by so much (cosine) and more, so that some sleeve stays to be seen.
_SLEEVE_SEEN, _COMES_FROM, _COMES = 0.1, 0.45, 0.5
_CUFF_SEEN_CM = 0.4  # so much wider is the mouth of one that points at the viewer: there it is all that shows
_SLEEVE_SHADES = 0.3  # from so far along its bone on an arm throws its whole shadow on the trunk
_CUFF_THICK_CM = 0.3
# What is round begins at most so far along a limb beyond its hem; a limb is seen at least so long (shares).
_CLEAR_AT_MOST, _LEAST_SEEN = 0.96, 0.4
# Share; cosines: from the first on towards the viewer there is less and less side to a sleeve, only its ring.
_CUFF_FLATTER, _CUFF_END_ON, _CUFF_ENDS_ON = 0.7, 0.82, 0.16
_CUFF_HANGS = 0.4  # how far a cuff hangs down on the side the viewer sees, as the sine of its tilt
_CUFF_OPENS = 0.36  # how far one of an arm that points up opens towards the viewer, round the arm
_CUFF_ROOM = 0.1  # so much shorter the sleeve is for all its cuff hangs, in shares of the bone
# Folds of the left trouser leg: shares of its radius outward, of the bone, of its radius to the front.
_HIP_FOLD: tuple[Vec, ...] = ((0.9, 0.1, 0.3), (0.75, 0.17, 0.6), (0.5, 0.22, 0.8), (0.2, 0.24, 0.95))
_KNEE_FOLD: tuple[Vec, ...] = ((-0.6, 0.05, 0.75), (-0.2, 0.085, 0.95), (0.2, 0.085, 0.95), (0.6, 0.05, 0.75))
_PIT_FOLD: tuple[Vec, ...] = ((0.75, 0.13, -0.7), (0.92, 0.09, -0.3), (0.98, 0.05, 0.1), (0.9, 0.02, 0.5))
# The folds between a sleeve seen from its outer side and the shirt, along the breast and from the armpit up:
# shares of the sleeve, of its radius aside; how deep; from which cosines on they are seen, and the arm points
# that way.
_BESIDE_BREAST = ((0.1, 1.08), (0.35, 1.08), (0.6, 1.09), (0.8, 1.1), (0.97, 1.1))
_BESIDE_ARMPIT = ((0.62, 1.02), (0.45, 0.98), (0.28, 0.8), (0.14, 0.5), (0.06, 0.1))
_BESIDE_DEEP, _ARMPIT_DEEP = 0.9, 0.8
_BESIDE_FROM, _BESIDE, _POINTS_FROM, _POINTS = 0.45, 0.35, 0.65, 0.25
# How each part's pieces of cloth and skin are drawn as one.
_FINISH = {
    "trunk": Finish(112, 0.7, 0.6), "neck": Finish(56, 0.4, 0.4), "upperarm": Finish(56, 0.5, 0.4),
    "forearm": Finish(56, 0.4, 0.4), "thigh": Finish(64, 0.6, 0.4), "shin": Finish(56, 0.5, 0.4),
}  # fmt: skip
_LIMB_ROOM_CM = 22.0
# How far what is turned reaches from the bones.
_WAIST_CM, _SLEEVE_CM, _HAND_CM, _FOOT_CM = 14.0, 5.0, 18.0, 18.0


@dataclass(frozen=True, slots=True)
class _Cloth:
    """How far along its bone a piece of cloth goes (above 1: all the way), how loose it is, and how loose its
    edge (cm); `hangs` is how far the edge is tilted so that its nearer side lies over the skin.
    """

    end: float
    loose: float
    edge: float = 0.3
    hangs: float = 0.0


class _Dresser:
    """Builds the parts of one frame."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float, kept: Wardrobe) -> None:
        self.body, self.camera, self.person, self.breath = body, camera, person, breath
        self.kept = kept
        self.detail = camera.detail
        self.torso = Torso(body, camera, person, breath)
        self.axis, self.hip = self.torso.axis, self.torso.hip

    def is_seen(self, *points: Vec) -> bool:
        """Whether a limb along these points may show in the picture."""
        camera = self.camera
        room = _LIMB_ROOM_CM * camera.px_per_cm
        seen = [camera.xy(p) for p in points]
        return (
            max(x for x, _ in seen) > -room
            and min(x for x, _ in seen) < camera.width + room
            and max(y for _, y in seen) > -room
            and min(y for _, y in seen) < camera.height + room
        )

    def middle(self) -> list[Part]:
        """The trunk and the neck with the collar's edge between them."""
        body = self.body
        frames = (body.frames["pelvis"], *(frame for _, frame in body.spine), body.frames["head"])
        place = stamp(
            body.joints["pelvis"], *(o for o, _ in body.spine),
            *(body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "knee") for s, _ in SIDES),
            (self.breath, 0, 0), turned=[v for frame in frames for v in frame], lever_cm=_WAIST_CM,
        )  # fmt: skip
        return self.kept.still("middle", place, lambda: self.of_one_piece(self.torso.parts()))

    def of_one_piece(self, parts: list[Part]) -> list[Part]:
        """The parts, each of their cloths with one smooth outline."""
        for part in parts:
            (x0, y0, *_), (x1, y1, *_) = part.axis[0], part.axis[-1]
            away = (x0 - x1, y0 - y1) if hypot(x0 - x1, y0 - y1) > 1 else (0.0, 1.0)
            for layer in part.layers:
                if layer.outlines:
                    k = self.camera.px_per_cm
                    layer.path = joined(layer.outlines, _FINISH[part.kind], k, (x0, y0), away)
        return parts

    # -- limbs --------------------------------------------------------------------------------------------
    def arm(self, s: Side, sx: float, curl: float) -> list[Part]:
        p, f = self.body.joints, self.body.frames
        shoulder, elbow, wrist = (p[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        lift = (self.body.lift[s], 0.0, 0.0)
        bones = stamp(shoulder, elbow, wrist, turned=(f[f"elbow_{s}"][2], lift), lever_cm=_SLEEVE_CM)
        hand = stamp(wrist, turned=(*f[f"wrist_{s}"], (curl, 0.0, 0.0)), lever_cm=_HAND_CM)
        return [
            *self.kept.still(f"arm_{s}", bones, lambda: self.of_one_piece(self.arm_bones(s))),
            self.kept.still(f"hand_{s}", hand, lambda: self.hand(s, sx, curl)),
        ]

    def hand(self, s: Side, sx: float, curl: float) -> Part:
        end = self.camera.ball(self.body.joints[f"wrist_{s}"], FOREARM[-1][1] * self.person.build.limbs)
        dark = has_dark_skin(self.person)
        return hand_part(self.camera, self.body, s, sx, forearm_end=end, curl=curl, on_dark_skin=dark)

    def arm_bones(self, s: Side) -> list[Part]:
        body = self.body
        k = self.person.build.limbs
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        front = body.frames[f"elbow_{s}"][2]
        up = Part(f"upperarm_{s}", f"arm_{s}", self.axis((shoulder, 5), (elbow, 4)), 5)
        fore = Part(f"forearm_{s}", f"arm_{s}", self.axis((elbow, 4), (wrist, 3)), 6)
        up.fade = (up.axis[0], self.axis((mix(shoulder, elbow, _SLEEVE_SHADES), 4))[0])
        fore.fade = (fore.axis[0], self.axis((mix(elbow, wrist, 0.5), 3))[0])
        sleeve = self.person.sleeve
        tip = self.torso.shoulder_tip(s)
        upper, lower = Bone(tip, elbow, front, UPPER_ARM, k), Bone(elbow, wrist, front, FOREARM, k)
        cap = self.camera.ball(tip, SHOULDER_RADIUS)
        lift, along = body.lift[s], unit(sub(elbow, shoulder))
        hangs = _CUFF_HANGS * (1 - 0.7 * lift) - _CUFF_OPENS * max(0.0, dot(along, self.camera.up)) * lift
        comes = max(0.0, self.camera.facing(along))
        comes = smoothstep((comes - _COMES_FROM) / _COMES)
        reaches = sleeve + _SLEEVE_RAISED * lift + _SLEEVE_SEEN * comes
        short = _Cloth(reaches, 0.6 - 0.15 * lift, 0.55 + _CUFF_SEEN_CM * comes, hangs)
        self.clothe(up, upper, "top", short if sleeve < 1 else _Cloth(1.0, 0.55), cap)
        up.trims += self.sleeve_folds(upper, s, min(reaches, 1.0))
        self.clothe(fore, lower, "top", _Cloth(sleeve - 1.0, 0.55))
        elbow_from = max(_ELBOW_FROM, self.clear_of(upper, reaches)) if sleeve < 1 else _ELBOW_FROM
        self.bend(fore, upper, lower, elbow_from, 0.55 if sleeve > 1.05 else 0.0)
        return [up, fore]

    def sleeve_folds(self, upper: Bone, s: Side, end: float) -> Iterator[Layer]:
        """Where a sleeve seen from its outer side meets the shirt, which is of its cloth and in its light: at
        the breast, or of an arm that points ahead at its armpit.
        """
        x, y, z = self.body.frames["chest"]
        along = unit(sub(upper.end, upper.start))
        seen = smoothstep((self.camera.facing(scale(x, dict(SIDES)[s])) - _BESIDE_FROM) / _BESIDE)
        for way, edge, line, deepest in (
            (scale(y, -1), z, _BESIDE_BREAST, _BESIDE_DEEP),
            (z, scale(y, -1), _BESIDE_ARMPIT, _ARMPIT_DEEP),
        ):
            deep = deepest * seen * smoothstep((dot(along, way) - _POINTS_FROM) / _POINTS)
            if deep:
                aside = perpendicular(edge, along)
                points = [mad(upper.at(t * end), aside, k * upper.radius(t * end)) for t, k in line]
                crease = fold(self.camera, "top", points, self.camera.towards, deep=deep)
                if crease:
                    yield crease

    def leg(self, s: Side, sx: float) -> list[Part]:
        p, f = self.body.joints, self.body.frames
        knee, ankle = p[f"knee_{s}"], p[f"ankle_{s}"]
        turned = (*f["pelvis"], *self.body.spine[1][1], f[f"knee_{s}"][2])
        bones = stamp(p["pelvis"], self.hip[s], knee, ankle, turned=turned, lever_cm=_WAIST_CM)
        foot = stamp(knee, ankle, turned=(*self.body.feet[s], f[f"ankle_{s}"][0]), lever_cm=_FOOT_CM)
        return [
            *self.kept.still(f"leg_{s}", bones, lambda: self.of_one_piece(self.leg_bones(s, sx))),
            self.kept.still(f"foot_{s}", foot, lambda: self.foot(s, sx)),
        ]

    def foot(self, s: Side, sx: float) -> Part:
        end = self.camera.ball(self.body.joints[f"ankle_{s}"], SHIN[-1][1] * self.person.build.limbs)
        return foot_part(self.camera, self.body, s, sx, end)

    def leg_bones(self, s: Side, sx: float) -> list[Part]:
        body = self.body
        k = self.person.build.limbs
        knee, ankle, hip = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"], self.hip[s]
        front = body.frames[f"knee_{s}"][2]
        along, down = unit(sub(knee, hip)), unit(sub(ankle, knee))
        bend = 1 - dot(along, down)
        folded, bent = smoothstep((bend - _FOLDED_FROM) / _FOLDED_GROWS), smoothstep(bend / 0.5)
        drawn_up = seat_drawn_up(body, s)
        upper = Bone(hip, knee, front_of_thigh(along, down, front), self.thigh_flesh(drawn_up), k)
        lower = Bone(knee, ankle, front, SHIN, k)
        thigh = Part(f"thigh_{s}", f"leg_{s}", self.axis((hip, 8), (knee, 6)), 0)
        shin = Part(f"shin_{s}", f"leg_{s}", self.axis((knee, 6), (ankle, 4)), 0.5)
        # A thigh that is drawn up lies on the shirt from its root on.
        thigh.fade = self.growing(hip, knee, self.set_off(s, along, drawn_up), (8, 6))
        shin.fade = self.growing(knee, ankle, (0.0, 0.5 - 0.25 * folded), (6, 4))
        self.clothe_thigh(thigh, upper, sx, drawn_up)
        self.round_knee(thigh, upper, lower, bent)
        self.clothe(shin, lower, "trousers", self.calf_cloth(self.kneels(lower, bent * (1 - folded))))
        self.bridge(shin, upper, lower, 0.2)
        if folded > 0:
            pit = hull(self.calf_meets_thigh(upper, lower, folded), self.detail)
            thigh.layers[0].outlines.append(pit)
            thigh.trims += self.sat_on(upper, sx, self.kneels(lower, folded))
        for part, bone, line, deep in (
            (thigh, upper, _HIP_FOLD, drawn_up),
            (shin, lower, _KNEE_FOLD, 1 - bent),
            (shin, lower, _PIT_FOLD, bent * (1 - folded)),
            (shin, lower, [(-across, t, ahead) for across, t, ahead in _PIT_FOLD], bent * (1 - folded)),
        ):
            crease = self.crease(bone, sx, line, deep)
            if crease:
                part.trims.append(crease)
        shin.trims += self.kneecap(upper, lower, bent)
        return [thigh, shin]

    def growing(
        self, start: Vec, end: Vec, shares: tuple[float, float], radii: tuple[float, float]
    ) -> tuple[AxisPoint, AxisPoint]:
        """Where along a bone a part's shadow begins and is full."""
        first, last = (self.axis((mix(start, end, t), r))[0] for t, r in zip(shares, radii, strict=True))
        return first, last

    def set_off(self, s: Side, along: Vec, drawn_up: float) -> tuple[float, float]:
        """From where to where a thigh is set off from the seat, in shares of its length."""
        shortened = 1 - sqrt(max(0.0, 1 - self.camera.facing(along) ** 2))
        covered = min(_SEAT_COVERS_MOST, _SEAT_COVERS + shortened)
        straight = smoothstep((-drawn_up_of(self.body, s) - 0.65) / 0.3)
        begins, ends = (
            bent + (hangs - bent) * straight
            for bent, hangs in zip((covered, covered + _FADE_LASTS), _FADE_STRAIGHT, strict=True)
        )
        first, last = _FADE_DRAWN_UP
        return begins + (first - begins) * drawn_up, ends + (last - ends) * drawn_up

    def clothe_thigh(self, part: Part, bone: Bone, sx: float, drawn_up: float) -> None:
        """Trousers on a thigh, with its half of the seat as far as a thigh drawn up (1) takes it along."""
        camera = self.camera
        root = self.thigh_root(bone, sx, drawn_up)
        self.clothe(part, bone, "trousers", _Cloth(1.0, 0.0), root)
        under = _CREASE * drawn_up
        runs_out = mad(bone.at(_SEAT_ENDS), bone.front, -under)
        seat = [
            root,
            camera.ball(*self.torso.buttock(sx, drawn_up)),
            camera.ball(runs_out, bone.radius(_SEAT_ENDS) - under),
        ]
        inner = chain(self.inner_thigh(bone, sx, drawn_up), self.detail)
        part.layers[0].outlines += [hull(seat, self.detail), inner]

    def inner_thigh(self, bone: Bone, sx: float, drawn_up: float) -> list[Ball]:
        """The inner side of a thigh, from where the legs part, unless it is drawn up (1): it goes on to the
        other one where they touch.
        """
        body, camera = self.body, self.camera
        x, y, z = _CROTCH
        crotch = point(body.joints["pelvis"], body.frames["pelvis"], (x * sx, y, z))
        crotch = mad(crotch, unit(sub(bone.end, bone.start)), _CROTCH_ALONG)
        parts = mix(crotch, bone.at(_TOUCH[0][0]), drawn_up)
        balls = [camera.ball(parts, _CROTCH_CM)]
        hip, knee = (self.hip["r" if sx > 0 else "l"], body.joints["knee_r" if sx > 0 else "knee_l"])
        for t, share in _TOUCH:
            at, r = bone.at(t), bone.radius(t)
            across = sub(mix(hip, knee, t), mix(bone.start, bone.end, t))
            gap = 0.5 * length(across) - r
            near = 1 - smoothstep((gap - _TOUCH_CM) / _TOUCH_FADES_CM)
            out = max(0.0, gap + _TOUCH_LAPS_CM) * near * share
            balls.append(camera.ball(mad(at, unit(across), out + 0.35 * r), 0.65 * r))
        return balls

    def round_knee(self, thigh: Part, upper: Bone, lower: Bone, bent: float) -> None:
        """A bent knee is one shape with its thigh."""
        if not bent:
            return
        camera, loose = self.camera, 0.4 * bent
        cap = [upper.ball(camera, 0.72), lower.ball(camera, 0.0, loose), lower.ball(camera, _KNEE, loose)]
        out = cross(lower.front, unit(sub(lower.end, lower.start)))
        for side in (_KNEE_SIDES, -_KNEE_SIDES):
            at = mad(lower.at(0.0), out, side * bent * lower.k)
            cap.append(camera.ball(at, _KNEE_SIDES_R * lower.k + loose))
        kneels = self.kneels(lower, bent)
        if kneels:
            low = lower.radius(0.0) + loose - _PRESSED_R
            under = mad(lower.start, (0.0, -1.0, 0.0), low)
            along = unit(sub(lower.end, lower.start))
            cap += [camera.ball(mad(under, along, by * kneels), _PRESSED_R) for by in _PRESSED_CM]
        thigh.layers[0].outlines.append(hull(cap, self.detail))

    @staticmethod
    def kneels(shin: Bone, bent: float) -> float:
        """How far a leg kneels with knee and shin on the floor, their front down, 0 to 1."""
        kneels = bent * smoothstep((-shin.front[1] - 0.3) / 0.4)
        for joint in (shin.start, shin.end):
            kneels *= 1 - smoothstep((joint[1] - _KNEELS_CM) / _KNEELS_CM)
        return kneels

    @staticmethod
    def calf_cloth(kneels: float) -> _Cloth:
        """The trouser leg round a calf: wider where knee and shin lie on the floor (1)."""
        spread = _CALF_SPREADS * kneels
        return _Cloth(_TROUSERS_END, 0.4 + spread, 0.7 + spread, _TROUSERS_HANG)

    def kneecap(self, thigh: Bone, shin: Bone, bent: float) -> list[Layer]:
        """The light on a bent knee, which runs out along the thigh: so one that points at the viewer has a
        top and an end.
        """
        camera = self.camera
        faces = unit(add(shin.front, unit(sub(thigh.end, thigh.start))))
        shown = bent * smoothstep((camera.facing(faces) - _CAP_SEEN) / _CAP_TURNS)
        if shown < _CAP_FAINTEST:
            return []
        wide, out = _CAP_CM
        middle = mad(shin.start, faces, out * shin.k)
        top = mad(thigh.at(_CAP_RUNS), thigh.front, thigh.radius(_CAP_RUNS) * 0.9)
        found = []
        for share, tone in _CAP_RINGS:
            cap = camera.disc(middle, faces, wide * share * shin.k, 0.6)
            above = camera.disc(mix(middle, top, share), thigh.front, 0.3 * wide * share * shin.k, 0.6)
            lit = filled(hull([cap, above], self.detail))
            found.append(Layer("trousers", lit, tone=-tone * shown, casts=False))
        return found + self.below_cap(shin, shown)

    def below_cap(self, shin: Bone, shown: float) -> list[Layer]:
        """The shade below the cap of a bent knee."""
        shown *= smoothstep((self.camera.facing(shin.front) - _BELOW_CAP_SEEN) / _BELOW_CAP_TURNS)
        return self.soft_shade(self.across(shin, 1.0, _BELOW_CAP), shown)

    def sat_on(self, thigh: Bone, sx: float, folded: float) -> list[Layer]:
        """The shade between the thigh of one who kneels and the calf it lies on (1), where it shows."""
        out = self.camera.facing(self.outward(thigh, sx))
        side = sx if out > 0 else -sx
        shown = _SAT_ON_DARKER * folded * smoothstep(abs(out) / 0.4)
        return self.soft_shade(self.across(thigh, side, _SAT_ON), shown)

    def soft_shade(self, points: Sequence[Vec], shown: float) -> list[Layer]:
        """Shade along a line, pointed at its ends, soft by what lies on each other."""
        if shown < _CAP_FAINTEST:
            return []
        line = [self.camera.xy(p) for p in points]
        last = len(line) - 1
        shares = [4 * i * (last - i) / last**2 for i, _ in enumerate(line)]
        found = []
        for wide, tone in _SHADE_RINGS:
            band = ribbon(line, [wide * self.camera.px_per_cm * share for share in shares])
            found.append(Layer("trousers", filled(band), tone=tone * shown, casts=False))
        return found

    def crease(self, bone: Bone, sx: float, line: Sequence[Vec], deep: float) -> Layer | None:
        """A fold across the front of a trouser leg, told in shares: across (outward), along, to the front."""
        out = self.outward(bone, sx)
        faces = unit(mad(bone.front, out, 0.5 * (line[0][0] + line[-1][0])))
        return fold(self.camera, "trousers", self.across(bone, sx, line), faces, deep=deep)

    @staticmethod
    def outward(bone: Bone, sx: float) -> Vec:
        """The way out of the outer side of a leg."""
        return scale(cross(unit(sub(bone.end, bone.start)), bone.front), -sx)

    def across(self, bone: Bone, sx: float, line: Sequence[Vec]) -> list[Vec]:
        """A line on a trouser leg, told in shares: across (outward), along, to the front."""
        out = self.outward(bone, sx)
        points = []
        for across, t, ahead in line:
            r = bone.radius(t)
            points.append(mad(mad(bone.at(t), out, across * r), bone.front, ahead * r))
        return points

    def thigh_root(self, thigh: Bone, sx: float, drawn_up: float) -> Ball:
        """Where a thigh's outline begins: beside the hip, or at the seat if it is drawn up (1)."""
        centre, wide = self.torso.buttock(sx, drawn_up)
        t, _, _ = THIGH[0]
        flesh = thigh.radius(t)
        return self.camera.ball(mix(thigh.at(t), centre, drawn_up), flesh + (wide - flesh) * drawn_up)

    @staticmethod
    def thigh_flesh(drawn_up: float) -> Profile:
        """A thigh's profile. One drawn up (1) leaves the trunk along the crease of the hip: it begins at the
        seat, so that the shirt comes down to the crease in a curve.
        """
        root, (t, r, shift), *rest = THIGH
        return (root, (t, r - 0.4 * drawn_up, shift - 0.2 * drawn_up), *rest)

    def bridge(self, part: Part, upper: Bone, lower: Bone, loose: float) -> None:
        """Round a knee off: the flesh goes on from one bone to the next without a notch."""
        down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
        t, end, low = _KNEE_BRIDGED
        low *= smoothstep(2 - 2 * dot(down, on))
        balls = [
            self.camera.ball(mad(upper.at(t), upper.front, -low), upper.radius(t) + loose - low),
            self.camera.ball(lower.at(end), lower.radius(end) + loose),
        ]
        over_joint(part, loose).outlines.append(hull(balls, self.detail))

    def bend(self, part: Part, upper: Bone, lower: Bone, start: float, loose: float) -> None:
        """Round an elbow off, from that share of the upper arm on: inside as one even curve from bone to
        bone, outside by the point of the elbow.
        """
        down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
        outlines = over_joint(part, loose).outlines
        outlines.append(chain(self.crook(upper, lower, start, loose), self.detail))
        straight = 1 - smoothstep((1 - dot(down, on)) / _ELBOW_BENT)
        sides = [
            upper.ball(self.camera, start, loose),
            lower.ball(self.camera, _ELBOW_RUNS_ON * straight, loose),
        ]
        outlines.append(hull([*sides, self.point_of_elbow(lower, sub(down, on), loose)], self.detail))

    def crook(self, upper: Bone, lower: Bone, start: float, loose: float) -> list[Ball]:
        """The inner side of a bent elbow."""
        a, b, c = upper.at(start), upper.end, lower.at(_CROOK_ENDS)
        ra, rc = upper.radius(start) + loose, lower.radius(_CROOK_ENDS) + loose
        balls = []
        for i in range(_CROOK_BALLS + 1):
            t = i / _CROOK_BALLS
            at = mix(mix(a, b, t), mix(b, c, t), t)
            balls.append(self.camera.ball(at, ra + (rc - ra) * t - _CROOK_SLIMS * t * (1 - t)))
        return balls

    def point_of_elbow(self, lower: Bone, corner: Vec, loose: float) -> Ball:
        """The tip of the bone at an elbow: it stands out at the corner, on the outer side of the bend."""
        corner = sub(corner, scale(lower.front, _BACK_OF_ELBOW))
        out, r = _ELBOW_CM
        return self.camera.ball(mad(lower.start, unit(corner), out * lower.k), r * lower.k + loose)

    def calf_meets_thigh(self, upper: Bone, lower: Bone, folded: float) -> list[Ball]:
        """What fills the pit of a knee folded far (1): flesh from the back of the thigh to the calf."""
        balls = []
        for bone, t in ((upper, 0.84 - _CALF_MEETS * folded), (lower, 0.16 + _CALF_MEETS * folded)):
            r = bone.radius(t)
            small = r * (1 - _CALF_MEETS_WITH * folded)
            balls.append(self.camera.ball(mad(bone.at(t), bone.front, small - r), small))
        return balls

    def clothe(self, part: Part, bone: Bone, cloth: str, cut: _Cloth, cap: Ball | None = None) -> None:
        """Skin and cloth of one bone; the cloth goes as far as it is cut, its hem lies round the skin.

        Which of the two is painted last depends on whether the end of the limb comes towards the viewer.
        """
        camera, detail = self.camera, self.detail
        if cut.end <= 0:
            part.layers.append(piece("skin", chain(bone.balls(camera, 0.0), detail)))
            return
        covered = bone.balls(camera, cut.loose, upto=self.clear_before(bone, cut))
        if cap:
            covered[0] = cap
        if cut.end >= 1:
            part.layers.append(piece(cloth, chain(covered, detail)))
            return
        d = self.cut_across(unit(sub(bone.end, bone.start)), cut.hangs)
        edge = bone.at(cut.end)
        radius = bone.radius(cut.end) + cut.edge
        mouth = camera.disc(edge, d, radius, 0.5)
        fabric = piece(cloth, chain(covered, detail), hull([covered[-1], mouth], detail))
        # The skin lies against the nearer side of a hem that opens towards the viewer: a gap shows beyond it.
        opens = max(0.0, camera.facing(d))
        nearer = unit(mad(camera.towards, d, -opens))
        inner = bone.radius(cut.end) + 0.1
        from_within = mad(edge, nearer, (radius - inner) * opens)
        inside = camera.disc(from_within, d, inner, 0.4)
        bare = bone.balls(camera, 0.0, after=self.clear_of(bone, cut.end) if opens else cut.end)
        skin = piece("skin", hull([inside, *bare[:1]], detail), chain(bare, detail))
        x = (
            perpendicular(bone.front, d)
            if abs(dot(bone.front, d)) < 0.95
            else perpendicular((0.3, 0.1, 0.9), d)
        )
        back = scale(d, -1)
        hem = rim(
            camera, edge, (x, back, cross(x, back)), a_cm=radius * 0.97, c_cm=radius * 0.97, band_cm=1.2
        )
        band = [Layer(cloth, hem, tone=0.11)] if hem else []
        if opens > 0:
            within = camera.disc(edge, d, radius - _CUFF_THICK_CM, 0.5)
            opening = Layer(cloth, filled(hull([within], detail)), tone=0.16 + 0.22 * opens)
            part.layers += [fabric, *band, opening, skin]
        else:
            part.layers += [skin, fabric, *band]

    def clear_of(self, bone: Bone, hem: float) -> float:
        """From where on along a limb what is round does not come back over a hem at that share, seen from
        here.
        """
        along = sub(bone.end, bone.start)
        seen = sqrt(max(0.0, 1 - self.camera.facing(unit(along)) ** 2))
        room = bone.radius(hem) / length(along) / max(_LEAST_SEEN, seen)
        return min(_CLEAR_AT_MOST, hem + room)

    def clear_before(self, bone: Bone, cut: _Cloth) -> float:
        """Up to where along a limb what is round does not stand out over the hem of its cloth."""
        if cut.end >= 1:
            return 1.0
        room = self.clear_of(bone, cut.end) - cut.end
        return min(cut.end - _CUFF_ROOM * (0.4 + cut.hangs), cut.end - room)

    def cut_across(self, along: Vec, hangs: float) -> Vec:
        """The way out of a hem, that of a limb `along`: of one that points towards the viewer it is turned
        aside, so that the hem lies as a band across the limb and is no ring round a disc, as long as there is
        a side to turn to.
        """
        faces = self.camera.facing(along)
        flatter = _CUFF_FLATTER * max(0.0, faces) * (1 - smoothstep((faces - _CUFF_END_ON) / _CUFF_ENDS_ON))
        return unit(mad(along, self.camera.towards, -hangs - flatter))


def over_joint(part: Part, loose: float) -> Layer:
    """The layer that goes over a part's joint: loose cloth, or what there is."""
    return next(y for y in part.layers if not y.tone and (y.cloth != "skin" or not loose))


def front_of_thigh(thigh: Vec, shin: Vec, shin_front: Vec) -> Vec:
    """The way out of the front of a thigh: that of the shin, turned back by as much as the knee is bent."""
    return sub(scale(shin_front, dot(thigh, shin)), scale(shin, dot(thigh, shin_front)))


def dressed(
    body: Body,
    camera: Camera,
    person: Person,
    *,
    breath: float,
    curls: Mapping[str, float],
    wardrobe: Wardrobe,
) -> list[Part]:
    """All parts but the head, in no order. `breath` 0 to 1 widens the chest; `curls` closes the hands.

    Parts that are as they were in the last frame come from the wardrobe.
    """
    d = _Dresser(body, camera, person, breath, wardrobe)
    parts = d.middle()[:]
    for s, sx in SIDES:
        parts += d.arm(s, sx, curls.get(s, 0.0))
    for s, sx in SIDES:
        if d.is_seen(*(body.joints[f"{j}_{s}"] for j in ("hip", "knee", "ankle"))):
            parts += d.leg(s, sx)
    return [part.copy() for part in parts]
