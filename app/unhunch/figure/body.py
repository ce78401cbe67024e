"""The solved skeleton, dressed: parts with their outlines on the screen.

A part is what moves as one and is painted in one go (a thigh, a forearm, the trunk). It has layers of cloth
or skin, each one closed path; all layers of one cloth share one soft shading, so no seam shows at a joint.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unhunch.figure.camera import Camera
from unhunch.figure.hands import foot_part, hand_part
from unhunch.figure.parts import AxisPoint, Layer, Part, rim
from unhunch.figure.people import Person
from unhunch.figure.pose import SIDES
from unhunch.figure.shapes import Ball, Egg, add_smooth, between, chain, filled, hull, swept, tube
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.vectors import (
    Frame,
    Vec,
    cross,
    dot,
    mad,
    mix,
    perpendicular,
    pitched,
    point,
    scale,
    sub,
    unit,
)
from unhunch.figure.wardrobe import Wardrobe, stamp

# A limb's profile: how far along (0 to 1), radius, shift to its front; cm.
_THIGH = (
    (0.15, 8.7, 0.0), (0.3, 8.5, 0.4), (0.46, 7.9, 0.7), (0.64, 7.0, 0.8), (0.82, 6.1, 0.6),
    (0.94, 5.6, 0.4), (1.0, 5.5, 0.3),
)  # fmt: skip
_SHIN = (
    (0.0, 5.4, 0.3), (0.1, 5.1, -0.2), (0.22, 5.1, -1.0), (0.36, 5.0, -1.4), (0.52, 4.45, -1.2),
    (0.68, 3.75, -0.8), (0.82, 3.2, -0.5), (0.92, 2.95, -0.3), (1.0, 2.95, -0.1),
)  # fmt: skip
_TROUSERS_END = 0.84
_UPPER_ARM = (
    (0.0, 4.9, 0.0), (0.14, 5.0, 0.1), (0.32, 4.7, 0.2), (0.55, 4.35, 0.35), (0.78, 3.9, 0.2),
    (0.92, 3.6, 0.0), (1.0, 3.5, 0.0),
)  # fmt: skip
_FOREARM = (
    (0.0, 3.5, 0.0), (0.12, 3.75, 0.0), (0.26, 3.85, 0.0), (0.46, 3.5, 0.0), (0.68, 2.95, 0.0),
    (0.88, 2.5, 0.0), (1.0, 2.35, 0.0),
)  # fmt: skip

# The trunk under the shirt, hem to breast: spine joint, centre (up, forward), half axes.
_TRUNK: tuple[tuple[int, float, float, float, float, float], ...] = (
    (0, 0.0, 0.4, 14.4, 2.0, 9.7),
    (1, -1.5, 1.3, 13.6, 4.0, 9.1),
    (2, -1.7, 1.8, 13.6, 5.0, 9.3),
    (3, -2.0, 2.3, 14.2, 6.5, 9.9),
    (4, -2.5, 2.0, 15.0, 8.0, 10.0),
    (5, -6.0, 0.9, 13.0, 6.0, 8.6),
)
_BREATH = (0.0, 0.25, 0.45, 0.55, 0.45, 0.2)
_HEM: tuple[Vec, Vec] = ((0.0, 4.6, -0.7), (15.3, 1.6, 10.5))
_OPENS = 0.08  # cosine: a hem turned as far towards the viewer is wholly open
_TRUNK_RANK, _NECK_RANK, _HEAD_RANK = 1.0, 2.0, 3.0
_COLLAR_AT: Vec = (0.0, 2.0, 0.7)
_COLLAR_TILT_DEG = 13.0
_COLLAR = (6.7, 5.7)
_SHOULDER_RADIUS = 5.3
_LIMB_ROOM_CM = 22.0


@dataclass(frozen=True, slots=True)
class _Cloth:
    """How far along its bone a piece of cloth goes (above 1: all the way), and how loose it is, in cm."""

    end: float
    loose: float


@dataclass(frozen=True, slots=True)
class _Bone:
    """Flesh round a bone: a profile of (how far along, radius, shift to the front), times `k`."""

    start: Vec
    end: Vec
    front: Vec
    profile: Sequence[tuple[float, float, float]]
    k: float

    def balls(self, camera: Camera, loose: float, upto: float = 1.0, after: float = -1.0) -> list[Ball]:
        """Its outline's balls between two shares of its length, `loose` cm thicker."""
        return [
            camera.ball(mad(mix(self.start, self.end, t), self.front, shift), r * self.k + loose)
            for t, r, shift in self.profile
            if after < t <= upto
        ]

    def _between(self, t: float) -> tuple[float, float]:
        for (t0, r0, s0), (t1, r1, s1) in pairwise(self.profile):
            if t <= t1:
                u = max(0.0, (t - t0) / (t1 - t0))
                return r0 + (r1 - r0) * u, s0 + (s1 - s0) * u
        return self.profile[-1][1], self.profile[-1][2]

    def radius(self, t: float) -> float:
        """Its radius at a share of its length, in cm."""
        return self._between(t)[0] * self.k

    def at(self, t: float) -> Vec:
        """The middle of the flesh at a share of its length."""
        return mad(mix(self.start, self.end, t), self.front, self._between(t)[1])


class _Dresser:
    """Builds the parts of one frame."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float, kept: Wardrobe) -> None:
        self.body, self.camera, self.person, self.breath = body, camera, person, breath
        self.kept = kept
        self.detail = camera.detail
        self.shoulder_joint = {s: body.joints[f"shoulder_{s}"] for s, _ in SIDES}
        self.hip = {
            s: point(body.joints["pelvis"], body.frames["pelvis"], (8.0 * x, -0.5, -0.2)) for s, x in SIDES
        }

    def axis(self, *points: tuple[Vec, float]) -> list[AxisPoint]:
        out = []
        for p, r in points:
            x, y, z, s = self.camera.project(p)
            out.append((x, y, z, r * s))
        return out

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

    # -- trunk --------------------------------------------------------------------------------------------
    def trunk_eggs(self) -> list[Egg]:
        body, build, egg = self.body, self.person.build, self.camera.egg
        p, f = body.joints["pelvis"], body.frames["pelvis"]
        c, (a, b, d) = _HEM
        eggs = [egg(point(p, f, c), f, a * build.hips, b, d * (0.5 + build.hips / 2))]
        for n, (i, up, forward, a, b, d) in enumerate(_TRUNK):
            o, g = body.spine[i]
            high = n / (len(_TRUNK) - 1)
            wide = build.waist + (build.shoulders - build.waist) * high
            deep = d * (1 + (build.waist - 1) * (1.3 - high)) + self.breath * _BREATH[n]
            eggs.append(
                egg(point(o, g, (0.0, up, forward + self.breath * _BREATH[n] * 0.5)), g, a * wide, b, deep)
            )
        return eggs

    def seat(self, under_hem: bool) -> Layer:
        """The trousers' seat; where it comes out of the shirt towards the viewer it begins at the hem."""
        body, egg, ball = self.body, self.camera.egg, self.camera.ball
        p, f = body.joints["pelvis"], body.frames["pelvis"]
        h = self.person.build.hips
        seat: list[Ball | Egg] = [egg(point(p, f, (0.0, -3.5, -0.8)), f, 14.2 * h, 6.0, 9.2)]
        seat += [self.buttock(x) for _, x in SIDES]
        if under_hem:
            seat.append(egg(point(p, f, (0.0, 2.5, -0.9)), f, 15.1 * h, 5.0, 10.0))
            seat.append(egg(point(p, f, (0.0, 9.0, -0.4)), f, 12.2 * h, 2.0, 8.4))
        else:
            seat.append(self.hem_egg(-0.7))
        outlines = [hull(seat, self.detail)]
        joint = ((6.9, -0.5, -1.6), 8.6) if under_hem else ((6.9, -3.4, -1.6), 7.6)
        for s, x in SIDES:
            (u, v, w), r = joint
            root = ball(point(p, f, (u * x * h, v, w)), r)
            outlines.append(hull([root, self.thigh_start(s)], self.detail))
        return Layer("trousers", filled(*outlines), casts=False)

    def hem_egg(self, grown: float) -> Egg:
        p, f = self.body.joints["pelvis"], self.body.frames["pelvis"]
        c, (a, _, d) = _HEM
        h = self.person.build.hips
        return self.camera.egg(
            point(p, f, (c[0], c[1] - 1.4, c[2])), f, a * h + grown, 0.3, d * (0.5 + h / 2) + grown
        )

    def buttock(self, sx: float) -> Ball:
        p, f = self.body.joints["pelvis"], self.body.frames["pelvis"]
        return self.camera.ball(point(p, f, (6.4 * sx, -2.4, -4.0)), 8.5)

    def thigh_start(self, s: str) -> Ball:
        hip, knee = self.hip[s], self.body.joints[f"knee_{s}"]
        t, r, _ = _THIGH[0]
        return self.camera.ball(mix(hip, knee, t), r * self.person.build.limbs)

    def middle(self) -> list[Part]:
        """The trunk and the neck with the collar's edge between them."""
        body = self.body
        frames = [v for o, f in body.spine for v in (o, *f)]
        made_from = stamp(
            body.joints["pelvis"], *body.frames["pelvis"], *frames, *body.frames["head"],
            *self.shoulder_joint.values(), *(body.joints[f"knee_{s}"] for s, _ in SIDES), (self.breath, 0, 0),
        )  # fmt: skip
        return self.kept.kept("middle", made_from, self.make_middle)

    def make_middle(self) -> list[Part]:
        trunk, neck = self.trunk(), self.neck()
        band = self.collar_band()
        if self.person.hair != "scarf" and band:
            if self.camera.facing(collar_of(self.body)[1][1]) > 0:
                neck.layers.insert(0, band)
            else:  # seen from behind: the collar hides the foot of the neck
                trunk.trims.append(band)
        return [trunk, neck]

    def trunk(self) -> Part:
        body, camera = self.body, self.camera
        part = Part("trunk", "trunk", [], _TRUNK_RANK)
        p = body.joints["pelvis"]
        neck, g = body.spine[5]
        part.axis = self.axis(
            (p, 9), (body.spine[1][0], 9), (body.spine[3][0], 10), (point(neck, g, (0.0, -6.0, 1.0)), 9)
        )
        eggs = self.trunk_eggs()
        shoulders = {s: camera.ball(self.shoulder_joint[s], _SHOULDER_RADIUS) for s, _ in SIDES}
        collar = self.collar(1.0)
        sides = swept(between([*eggs, collar]))
        shirt = tube(between(eggs), self.detail) if sides is None else [sides, hull(eggs[:1], self.detail)]
        for s, sx in SIDES:
            slope = mix(self.shoulder_joint[s], point(neck, g, (5.0 * sx, 2.2, -0.6)), 0.55)
            ridge = camera.ball(mad(slope, g[1], 0.8), 3.6)
            shirt.append(hull([eggs[-1], ridge, collar, shoulders[s]], self.detail))
        shirt.append(hull([eggs[-2], eggs[-1], *shoulders.values()], self.detail))
        opening = hem_opening(body, camera)
        top = Layer("top", filled(*shirt))
        f = body.frames["pelvis"]
        c, (a, _, d) = _HEM
        h = self.person.build.hips
        foot = point(p, f, (c[0], c[1] - 1.2, c[2]))
        hem = rim(camera, foot, f, a_cm=a * h, c_cm=d * (0.5 + h / 2), band_cm=1.3)
        band = [Layer("top", hem, tone=0.16)] if hem else []
        inside: list[Layer] = []
        if opening > 0:
            mouth = Layer("top", filled(hull([self.hem_egg(0.0)], self.detail)), tone=0.25)
            inside = [mouth, self.seat(under_hem=False)]
        if opening < 1:
            part.layers = [self.seat(under_hem=True), top]
            part.trims, part.coming, part.come = band, inside, opening
        else:
            part.layers = [top, *band, *inside]
        return part

    # -- neck ---------------------------------------------------------------------------------------------
    def collar(self, grown: float) -> Egg:
        at, f = collar_of(self.body)
        n = 0.6 + 0.4 * self.person.build.neck
        return self.camera.egg(at, f, (_COLLAR[0] + grown) * n, 0.4, (_COLLAR[1] + grown) * n)

    def collar_band(self) -> Layer | None:
        """The ribbed edge of the shirt: all of it from above, its near half from below or behind."""
        at, f = collar_of(self.body)
        if self.camera.facing(f[1]) > 0:
            return Layer("top", filled(hull([self.collar(1.1)], self.detail)), tone=0.14)
        n = 0.6 + 0.4 * self.person.build.neck
        near = rim(
            self.camera,
            mad(at, f[1], -1.0),
            f,
            a_cm=(_COLLAR[0] + 1.3) * n,
            c_cm=(_COLLAR[1] + 1.3) * n,
            band_cm=1.2,
        )
        return Layer("top", near, tone=0.14) if near else None

    def neck(self) -> Part:
        body, camera = self.body, self.camera
        wrapped = self.person.hair == "scarf"
        k = self.person.build.neck * (1.16 if wrapped else 1.0)
        o, g = body.spine[5]
        head, hf = body.joints["head"], body.frames["head"]
        low = camera.ball(point(o, g, (0.0, 4.4, -0.2)), 5.0 * k)
        middle = camera.ball(point(body.spine[6][0], body.spine[6][1], (0.0, 1.2, 0.2)), 4.75 * k)
        top = camera.ball(point(head, hf, (0.0, 4.6, -1.7)), 4.9 * k)
        part = Part("neck", "neck", self.axis((o, 5), (head, 5)), _NECK_RANK)
        part.casts = wrapped
        outlines = [hull([self.collar(0.0), low], self.detail), chain([low, middle, top], self.detail)]
        if wrapped:  # the cloth falls over collar and breast
            outlines.append(hull([self.collar(1.5), low], self.detail))
            if camera.facing(g[2]) > -0.3:
                bib = camera.ball(point(o, g, (0.0, -2.6, 5.6)), 5.0)
                outlines.append(hull([self.collar(0.9), bib], self.detail))
            part.layers = [Layer("hair", filled(*outlines))]
            return part
        part.layers = [Layer("skin", filled(*outlines))]
        return part

    # -- limbs --------------------------------------------------------------------------------------------
    def arm(self, s: str, sx: float, curl: float) -> list[Part]:
        p, f = self.body.joints, self.body.frames
        bones = stamp(p[f"shoulder_{s}"], p[f"elbow_{s}"], p[f"wrist_{s}"], f[f"elbow_{s}"][2])
        hand = stamp(p[f"wrist_{s}"], *f[f"wrist_{s}"], (curl, 0, 0))
        return [
            *self.kept.kept(f"arm_{s}", bones, lambda: self.arm_bones(s)),
            self.kept.kept(f"hand_{s}", hand, lambda: self.hand(s, sx, curl)),
        ]

    def hand(self, s: str, sx: float, curl: float) -> Part:
        end = self.camera.ball(self.body.joints[f"wrist_{s}"], _FOREARM[-1][1] * self.person.build.limbs)
        return hand_part(self.camera, self.body, s, sx, forearm_end=end, curl=curl)

    def arm_bones(self, s: str) -> list[Part]:
        body = self.body
        k = self.person.build.limbs
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        front = body.frames[f"elbow_{s}"][2]
        up = Part(f"upperarm_{s}", f"arm_{s}", self.axis((shoulder, 5), (elbow, 4)), 5)
        fore = Part(f"forearm_{s}", f"arm_{s}", self.axis((elbow, 4), (wrist, 3)), 6)
        up.fade = (up.axis[0], self.axis((mix(shoulder, elbow, 0.75), 4))[0])
        fore.fade = (fore.axis[0], self.axis((mix(elbow, wrist, 0.5), 3))[0])
        sleeve = self.person.sleeve
        upper, lower = _Bone(shoulder, elbow, front, _UPPER_ARM, k), _Bone(elbow, wrist, front, _FOREARM, k)
        cap = self.camera.ball(shoulder, _SHOULDER_RADIUS)
        self.clothe(up, upper, "top", _Cloth(min(1.0, sleeve), 0.75 if sleeve < 1 else 0.55), cap)
        self.clothe(fore, lower, "top", _Cloth(sleeve - 1.0, 0.55))
        self.bridge(fore, upper, lower, 0.55 if sleeve > 1.05 else 0.0)
        return [up, fore]

    def leg(self, s: str, sx: float) -> list[Part]:
        p, f = self.body.joints, self.body.frames
        knee, ankle = p[f"knee_{s}"], p[f"ankle_{s}"]
        bones = stamp(p["pelvis"], *f["pelvis"], self.hip[s], knee, ankle, f[f"knee_{s}"][2])
        foot = stamp(knee, ankle, *self.body.feet[s], f[f"ankle_{s}"][0])
        return [
            *self.kept.kept(f"leg_{s}", bones, lambda: self.leg_bones(s, sx)),
            self.kept.kept(f"foot_{s}", foot, lambda: self.foot(s, sx)),
        ]

    def foot(self, s: str, sx: float) -> Part:
        end = self.camera.ball(self.body.joints[f"ankle_{s}"], _SHIN[-1][1] * self.person.build.limbs)
        return foot_part(self.camera, self.body, s, sx, end)

    def leg_bones(self, s: str, sx: float) -> list[Part]:
        body, camera = self.body, self.camera
        k = self.person.build.limbs
        knee, ankle, hip = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"], self.hip[s]
        front = body.frames[f"knee_{s}"][2]
        along = unit(sub(knee, hip))
        thigh_front = perpendicular(front, along) if abs(dot(front, along)) < 0.95 else front
        thigh = Part(f"thigh_{s}", f"leg_{s}", self.axis((hip, 8), (knee, 6)), 0)
        shin = Part(f"shin_{s}", f"leg_{s}", self.axis((knee, 6), (ankle, 4)), 0.5)
        thigh.fade = (thigh.axis[0], self.axis((mix(hip, knee, 0.7), 6))[0])
        shin.fade = (shin.axis[0], self.axis((mix(knee, ankle, 0.5), 4))[0])
        drawn_up = smoothstep((dot(along, body.frames["pelvis"][1]) - 0.05) / 0.5)
        flesh = ((_THIGH[0][0] * (1 - drawn_up), 8.7 + 0.5 * drawn_up, 0.0), *_THIGH[1:])
        upper = _Bone(hip, knee, thigh_front, flesh, k)
        self.clothe(thigh, upper, "trousers", _Cloth(1.0, 0.0))
        add_smooth(
            thigh.layers[0].path,
            hull([self.buttock(sx), camera.ball(mix(hip, knee, 0.1), 8.6 * k)], self.detail),
        )
        lower = _Bone(knee, ankle, front, _SHIN, k)
        self.clothe(shin, lower, "trousers", _Cloth(_TROUSERS_END, 0.35))
        self.bridge(shin, upper, lower, 0.2)
        return [thigh, shin]

    def bridge(self, part: Part, upper: _Bone, lower: _Bone, loose: float) -> None:
        """Round the joint off: the flesh goes on from one bone to the next without a notch."""
        layer = next(y for y in part.layers if not y.tone and (y.cloth != "skin" or not loose))
        a, b = (
            self.camera.ball(bone.at(t), bone.radius(t) + loose) for bone, t in ((upper, 0.84), (lower, 0.16))
        )
        add_smooth(layer.path, hull([a, b], self.detail))

    def clothe(self, part: Part, bone: _Bone, cloth: str, cut: _Cloth, cap: Ball | None = None) -> None:
        """Skin and cloth of one bone; the cloth goes as far as it is cut, its hem lies round the skin.

        Which of the two is painted last depends on whether the end of the limb comes towards the viewer.
        """
        camera, detail = self.camera, self.detail
        if cut.end <= 0:
            part.layers.append(Layer("skin", filled(chain(bone.balls(camera, 0.0), detail))))
            return
        covered = bone.balls(camera, cut.loose, upto=cut.end - 0.04)
        if cap:
            covered[0] = cap
        if cut.end >= 1:
            part.layers.append(Layer(cloth, filled(chain(covered, detail))))
            return
        d = unit(sub(bone.end, bone.start))
        edge = bone.at(cut.end)
        radius = bone.radius(cut.end) + cut.loose + 0.15
        mouth = camera.disc(edge, d, radius, 0.5)
        fabric = Layer(cloth, filled(chain(covered, detail), hull([covered[-1], mouth], detail)))
        bare = bone.balls(camera, 0.0, after=cut.end)
        inside = camera.disc(edge, d, bone.radius(cut.end), 0.4)
        skin = Layer("skin", filled(hull([inside, bare[0]], detail), chain(bare, detail)))
        x = (
            perpendicular(bone.front, d)
            if abs(dot(bone.front, d)) < 0.95
            else perpendicular((0.3, 0.1, 0.9), d)
        )
        back = scale(d, -1)
        hem = rim(
            camera, edge, (x, back, cross(x, back)), a_cm=radius * 0.97, c_cm=radius * 0.97, band_cm=1.2
        )
        band = [Layer(cloth, hem, tone=0.16)] if hem else []
        if camera.facing(d) > 0:
            opening = Layer(cloth, filled(hull([mouth], detail)), tone=0.28)
            part.layers += [fabric, *band, opening, skin]
        else:
            part.layers += [skin, fabric, *band]


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


def collar_of(body: Body) -> tuple[Vec, Frame]:
    """The middle of the shirt's collar, and its frame: y up out of it."""
    o, g = body.spine[5]
    return point(o, g, _COLLAR_AT), pitched(g, _COLLAR_TILT_DEG)


def hem_opening(body: Body, camera: Camera) -> float:
    """How much the shirt's lower end opens towards the viewer, as of somebody seen from their feet: 0 to 1,
    soon 1.
    """
    return smoothstep(-camera.facing(body.frames["pelvis"][1]) / _OPENS)
