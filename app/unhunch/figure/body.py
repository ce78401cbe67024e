"""The solved skeleton, dressed: parts with their outlines on the screen.

A part is what moves as one and is painted in one go (a thigh, a forearm, the trunk). It has layers of cloth
or skin, each one closed path; all layers of one cloth share one soft shading, so no seam shows at a joint.
"""

from collections.abc import Mapping, Sequence

from unhunch.figure.camera import Camera
from unhunch.figure.hands import foot_part, hand_part
from unhunch.figure.parts import AxisPoint, Layer, Part, rim
from unhunch.figure.people import Person
from unhunch.figure.pose import SIDES
from unhunch.figure.shapes import Ball, Egg, between, chain, filled, hull, tube
from unhunch.figure.skeleton import Body
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

# A limb's profile: how far along (0 to 1), radius, shift to its front; cm.
_THIGH = (
    (0.15, 8.7, 0.0), (0.3, 8.5, 0.4), (0.46, 7.9, 0.7), (0.64, 7.0, 0.8), (0.82, 6.1, 0.6),
    (0.94, 5.6, 0.4), (1.0, 5.5, 0.3),
)  # fmt: skip
_SHIN = (
    (0.0, 5.4, 0.3), (0.1, 5.15, -0.2), (0.22, 5.15, -1.0), (0.36, 5.1, -1.4), (0.52, 4.6, -1.2),
    (0.7, 3.9, -0.8), (0.86, 3.4, -0.4),
)  # fmt: skip
_ANKLE = ((0.8, 3.5, -0.5), (0.9, 3.05, -0.4), (1.0, 2.95, -0.1))
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
    (0, 0.0, 0.4, 14.2, 2.0, 9.7),
    (1, -1.5, 1.3, 13.2, 3.0, 9.0),
    (2, -1.7, 1.8, 13.3, 4.0, 9.2),
    (3, -2.0, 2.3, 14.2, 5.0, 9.9),
    (4, -2.5, 2.1, 15.0, 5.0, 10.1),
    (5, -6.5, 0.8, 13.0, 4.0, 8.4),
)
_BREATH = (0.0, 0.25, 0.45, 0.55, 0.45, 0.2)
_HEM: tuple[Vec, Vec] = ((0.0, 4.6, -0.7), (15.6, 1.6, 10.5))
_TRUNK_RANK, _NECK_RANK, _HEAD_RANK = 1.0, 2.0, 3.0
_COLLAR: tuple[Vec, float, float, float] = ((0.0, 2.1, 0.3), 20.0, 6.7, 6.3)
_SHOULDER_RADIUS = 5.3


class _Dresser:
    """Builds the parts of one frame."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float) -> None:
        self.body, self.camera, self.person, self.breath = body, camera, person, breath
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

    def profile(
        self, a: Vec, b: Vec, front: Vec, shape: Sequence[tuple[float, float, float]], k: float
    ) -> list[Ball]:
        ball = self.camera.ball
        return [ball(mad(mix(a, b, t), front, shift), r * k) for t, r, shift in shape]

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

    def seat(self) -> Part:
        body, egg, ball, build = self.body, self.camera.egg, self.camera.ball, self.person.build
        p, f = body.joints["pelvis"], body.frames["pelvis"]
        h = build.hips
        eggs: list[Ball | Egg] = [
            egg(point(p, f, (0.0, -3.5, -0.8)), f, 14.2 * h, 6.0, 9.2),
            egg(point(p, f, (0.0, 2.5, -0.9)), f, 15.4 * h, 5.0, 10.1),
            egg(point(p, f, (0.0, 9.0, -0.4)), f, 13.4 * h, 2.0, 9.2),
        ]
        seat = [*eggs, *(ball(point(p, f, (6.4 * x, -2.4, -4.0)), 8.5) for _, x in SIDES)]
        outlines = [hull(seat, self.detail)]
        for s, x in SIDES:
            top = self.thigh_start(s)
            outlines.append(hull([ball(point(p, f, (6.9 * x * h, -0.5, -1.6)), 8.6), top], self.detail))
        part = Part("trunk", "trunk", [], _TRUNK_RANK)
        part.layers.append(Layer("trousers", filled(*outlines)))
        return part

    def thigh_start(self, s: str) -> Ball:
        hip, knee = self.hip[s], self.body.joints[f"knee_{s}"]
        t, r, _ = _THIGH[0]
        return self.camera.ball(mix(hip, knee, t), r * self.person.build.limbs)

    def trunk(self) -> Part:
        body, camera = self.body, self.camera
        part = self.seat()
        p = body.joints["pelvis"]
        neck, g = body.spine[5]
        part.axis = self.axis(
            (p, 9), (body.spine[1][0], 9), (body.spine[3][0], 10), (point(neck, g, (0.0, -6.0, 1.0)), 9)
        )
        eggs = self.trunk_eggs()
        shoulders = {s: camera.ball(self.shoulder_joint[s], _SHOULDER_RADIUS) for s, _ in SIDES}
        collar = self.collar(1.0)
        shirt = tube(between(eggs), self.detail)
        for s, sx in SIDES:
            ridge = camera.ball(
                mad(mix(self.shoulder_joint[s], point(neck, g, (5.0 * sx, 2.2, -0.6)), 0.55), g[1], 0.8), 3.6
            )
            shirt.append(hull([eggs[-2], eggs[-1], shoulders[s]], self.detail))
            shirt.append(hull([eggs[-1], ridge, shoulders[s]], self.detail))
            shirt.append(hull([eggs[-1], ridge, collar], self.detail))
        part.layers.append(Layer("top", filled(*shirt)))
        f = body.frames["pelvis"]
        c, (a, _, d) = _HEM
        h = self.person.build.hips
        hem = rim(
            camera, point(p, f, (c[0], c[1] - 1.2, c[2])), f, a_cm=a * h, c_cm=d * (0.5 + h / 2), band_cm=1.3
        )
        if hem:
            part.trims.append(Layer("top", hem, tone=0.16))
        return part

    # -- neck ---------------------------------------------------------------------------------------------
    def collar_frame(self) -> tuple[Vec, Frame]:
        o, g = self.body.spine[5]
        c, tilt, _, _ = _COLLAR
        return point(o, g, c), pitched(g, tilt)

    def collar(self, grown: float) -> Egg:
        at, f = self.collar_frame()
        _, _, a, c = _COLLAR
        n = 0.6 + 0.4 * self.person.build.neck
        return self.camera.egg(at, f, (a + grown) * n, 0.4, (c + grown) * n)

    def neck(self) -> Part:
        body, camera = self.body, self.camera
        k = self.person.build.neck
        o, g = body.spine[5]
        head, hf = body.joints["head"], body.frames["head"]
        low = camera.ball(point(o, g, (0.0, 4.4, -0.2)), 5.0 * k)
        middle = camera.ball(point(body.spine[6][0], body.spine[6][1], (0.0, 1.2, 0.2)), 4.75 * k)
        top = camera.ball(point(head, hf, (0.0, 4.6, -1.7)), 4.9 * k)
        inner = self.collar(0.0)
        part = Part("neck", "neck", self.axis((o, 5), (head, 5)), _NECK_RANK)
        cloth = "hair" if self.person.hair == "scarf" else "skin"
        tube_ = filled(hull([inner, low], self.detail), chain([low, middle, top], self.detail))
        part.layers = [Layer("top", filled(hull([self.collar(1.1)], self.detail)), tone=0.14)]
        part.layers.append(Layer(cloth, tube_))
        part.casts = False
        return part

    # -- limbs --------------------------------------------------------------------------------------------
    def arm(self, s: str, sx: float, curl: float) -> list[Part]:
        body, camera, detail, person = self.body, self.camera, self.detail, self.person
        k = person.build.limbs
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        front = body.frames[f"elbow_{s}"][2]
        limb = f"arm_{s}"
        upper = self.profile(shoulder, elbow, front, _UPPER_ARM, k)
        lower = self.profile(elbow, wrist, front, _FOREARM, k)
        up = Part(f"upperarm_{s}", limb, self.axis((shoulder, 5), (elbow, 4)), 5)
        up.layers = [Layer("skin", filled(chain(upper, detail)))]
        up.fade = (up.axis[0], self.axis((mix(shoulder, elbow, 0.75), 4))[0])
        fore = Part(f"forearm_{s}", limb, self.axis((elbow, 4), (wrist, 3)), 6)
        fore.layers = [Layer("skin", filled(chain(lower, detail)))]
        fore.fade = (fore.axis[0], self.axis((mix(elbow, wrist, 0.5), 3))[0])
        self.sleeve(up, fore, s)
        hand = hand_part(camera, body, s, sx, forearm_end=lower[-1], curl=curl)
        return [up, fore, hand]

    def sleeve(self, up: Part, fore: Part, s: str) -> None:
        body, camera, detail = self.body, self.camera, self.detail
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        k = self.person.build.limbs
        ends = min(self.person.sleeve, 1.0)
        d = unit(sub(elbow, shoulder))
        short = ends < 1.0
        loose = 0.75 if short else 0.55
        front = body.frames[f"elbow_{s}"][2]
        shape = [(t, r + loose, sh) for t, r, sh in _UPPER_ARM if t <= ends - 0.06]
        balls = [
            camera.ball(self.shoulder_joint[s], _SHOULDER_RADIUS),
            *self.profile(shoulder, elbow, front, shape[1:], k),
        ]
        if short:
            radius = (5.1 + loose - 0.9 * ends) * k
            end = mix(shoulder, elbow, ends)
            outlines = [chain(balls, detail), hull([balls[-1], camera.disc(end, d, radius, 0.5)], detail)]
            up.layers.append(Layer("top", filled(*outlines)))
            f = (perpendicular(front, d), scale(d, -1), (0.0, 0.0, 0.0))
            f = (f[0], f[1], cross(f[0], f[1]))
            hem = rim(camera, end, f, a_cm=radius, c_cm=radius, band_cm=1.3)
            if hem:
                up.trims.append(Layer("top", hem, tone=0.16))
            return
        balls = [
            balls[0],
            *self.profile(shoulder, elbow, front, [(t, r + loose, sh) for t, r, sh in _UPPER_ARM[1:]], k),
        ]
        up.layers.append(Layer("top", filled(chain(balls, detail))))
        far = self.person.sleeve - 1.0
        d = unit(sub(wrist, elbow))
        cuff = [(t, r + loose, sh) for t, r, sh in _FOREARM if t <= far - 0.05]
        lower = self.profile(elbow, wrist, front, cuff, k)
        end = mix(elbow, wrist, far)
        radius = (2.6 + loose) * k
        fore.layers.append(
            Layer(
                "top",
                filled(chain(lower, detail), hull([lower[-1], camera.disc(end, d, radius, 0.4)], detail)),
            )
        )
        x = perpendicular(front, d) if abs(dot(front, d)) < 0.95 else perpendicular((0.3, 0.1, 0.9), d)
        f = (x, scale(d, -1), cross(x, scale(d, -1)))
        hem = rim(camera, end, f, a_cm=radius, c_cm=radius, band_cm=1.0)
        if hem:
            fore.trims.append(Layer("top", hem, tone=0.16))

    def leg(self, s: str, sx: float) -> list[Part]:
        body, camera, detail = self.body, self.camera, self.detail
        k = self.person.build.limbs
        knee, ankle, hip = body.joints[f"knee_{s}"], body.joints[f"ankle_{s}"], self.hip[s]
        front = body.frames[f"knee_{s}"][2]
        along = unit(sub(knee, hip))
        thigh_front = perpendicular(front, along) if abs(dot(front, along)) < 0.95 else front
        limb = f"leg_{s}"
        thigh = Part(f"thigh_{s}", limb, self.axis((hip, 8), (knee, 6)), 0)
        thigh.layers = [
            Layer("trousers", filled(chain(self.profile(hip, knee, thigh_front, _THIGH, k), detail)))
        ]
        thigh.fade = (thigh.axis[0], self.axis((mix(hip, knee, 0.7), 6))[0])
        shin = Part(f"shin_{s}", limb, self.axis((knee, 6), (ankle, 4)), 0.5)
        calf = self.profile(knee, ankle, front, _SHIN, k)
        bare = self.profile(knee, ankle, front, _ANKLE, 1.0)
        d = unit(sub(ankle, knee))
        cuff_at = mad(mix(knee, ankle, 0.89), front, -0.35)
        cuff = camera.disc(cuff_at, d, 3.75 * k, 0.5)
        shin.layers = [
            Layer("skin", filled(chain(bare, detail))),
            Layer("trousers", filled(chain(calf, detail), hull([calf[-1], cuff], detail))),
        ]
        f = (cross(scale(d, -1), front), scale(d, -1), front)
        hem = rim(camera, cuff_at, f, a_cm=3.75 * k, c_cm=3.75 * k, band_cm=1.1)
        if hem:
            shin.trims.append(Layer("trousers", hem, tone=0.16))
        shin.fade = (shin.axis[0], self.axis((mix(knee, ankle, 0.5), 4))[0])
        return [thigh, shin, foot_part(camera, body, s, sx, bare[-1])]


def dressed(
    body: Body, camera: Camera, person: Person, breath: float, curls: Mapping[str, float]
) -> list[Part]:
    """All parts but the head, in no order. `breath` 0 to 1 widens the chest; `curls` closes the hands."""
    d = _Dresser(body, camera, person, breath)
    parts = [d.trunk(), d.neck()]
    for s, sx in SIDES:
        parts += d.arm(s, sx, curls.get(s, 0.0))
    for s, sx in SIDES:
        parts += d.leg(s, sx)
    _, collar = d.collar_frame()
    if camera.facing(collar[1]) > 0:
        parts[1].layers[0].tone = 0.14
    else:  # seen from behind: the collar hides the foot of the neck
        rim_layer = parts[1].layers.pop(0)
        parts[0].trims.append(rim_layer)
    return parts
