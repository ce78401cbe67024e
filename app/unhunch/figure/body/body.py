"""The solved skeleton, dressed: parts with their outlines on the screen.

A part is what moves as one and is painted in one go (a thigh, a forearm, the trunk). It has layers of cloth
or skin, each one closed path; all layers of one cloth share one soft shading, so no seam shows at a joint.
"""

from collections.abc import Mapping
from itertools import chain
from math import hypot

from unhunch.figure.body import bared
from unhunch.figure.body.arms import Arms
from unhunch.figure.body.hands import REACH_CM, made_from
from unhunch.figure.body.legs import Legs
from unhunch.figure.body.torso import Torso
from unhunch.figure.ink.outline import Finish, joined
from unhunch.figure.ink.parts import Part
from unhunch.figure.ink.wardrobe import Wardrobe, stamp
from unhunch.figure.people import Person
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import OTHER, SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad

# How each part's pieces of cloth and skin are drawn as one.
_FINISH = {
    "trunk": Finish(112, 0.7, 0.6), "neck": Finish(56, 0.4, 0.4), "upperarm": Finish(56, 0.5, 0.4),
    "forearm": Finish(56, 0.6, 0.4), "thigh": Finish(64, 0.6, 0.4), "shin": Finish(56, 0.5, 0.4),
}  # fmt: skip
# Farther out of the picture a limb is not drawn, nor a hand or a foot: none comes so far from one drawing to
# the next.
_LIMB_ROOM_CM, _END_ROOM_CM = 22.0, 16.0
# How far what is turned reaches from the bones.
_WAIST_CM, _SLEEVE_CM, _FOOT_CM = 14.0, 5.0, 18.0


class _Dresser:
    """Builds the parts of one frame, or takes those that have not moved from the wardrobe."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float, kept: Wardrobe) -> None:
        self.body, self.camera, self.breath, self.kept = body, camera, breath, kept
        self.torso = Torso(body, camera, person, breath)
        self.arms = Arms(body, camera, person, self.torso.shoulders)
        self.legs = Legs(body, camera, person, self.torso.hips)

    def is_seen(self, *points: Vec, room_cm: float = _LIMB_ROOM_CM) -> bool:
        """Whether a limb along these points may show in the picture."""
        camera = self.camera
        room = room_cm * camera.px_per_cm
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
        shins = [body.frames[f"knee_{s}"][2] for s, _ in SIDES]
        lift = (body.lift["l"], body.lift["r"], 0.0)
        place = stamp(
            body.joints["pelvis"], *(o for o, _ in body.spine),
            *(body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "knee", "ankle") for s, _ in SIDES),
            (self.breath, 0, 0), turned=[*chain(*frames), *shins, lift], lever_cm=_WAIST_CM,
        )  # fmt: skip
        return self.kept.still("middle", place, lambda: of_one_piece(self.camera, self.torso.parts()))

    def arm(self, s: Side, sx: float, curl: float) -> list[Part]:
        p, f = self.body.joints, self.body.frames
        shoulder, elbow, wrist = (p[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        lift = (self.body.lift[s], 0.0, 0.0)
        (waist, _), (ribs, lower), (chest, upper) = (self.body.spine[i] for i in (2, 4, 5))
        bones = (
            *stamp(shoulder, elbow, wrist, turned=(f[f"elbow_{s}"][2], lift), lever_cm=_SLEEVE_CM),
            *stamp(waist, ribs, chest, turned=(*lower, *upper), lever_cm=_WAIST_CM),
        )
        hand = made_from(self.body, s, curl)
        parts = self.kept.still(f"arm_{s}", bones, lambda: of_one_piece(self.camera, self.arms.bones(s)))
        if not self.is_seen(wrist, mad(wrist, self.body.hands[s][0], REACH_CM), room_cm=_END_ROOM_CM):
            return parts
        return [*parts, self.kept.still(f"hand_{s}", hand, lambda: self.arms.hand(s, sx, curl))]

    def leg(self, s: Side, sx: float) -> list[Part]:
        p, f, hips = self.body.joints, self.body.frames, self.torso.hips
        knee, ankle = p[f"knee_{s}"], p[f"ankle_{s}"]
        places = p["pelvis"], hips.joint[s], knee, ankle, p[f"knee_{OTHER[s]}"], bared.made_from(hips)
        # Of all that is above the hips only what these make of it.
        held = (hips.twisted, hips.flat, hips.sat_on), (hips.straight["l"], hips.straight["r"], 0.0)
        turned = (*f["pelvis"], self.body.spine[2][1][1], f[f"knee_{s}"][2], *held)
        bones = stamp(*places, turned=turned, lever_cm=_WAIST_CM)
        foot = stamp(knee, ankle, turned=(*self.body.feet[s], f[f"ankle_{s}"][0]), lever_cm=_FOOT_CM)
        parts = self.kept.still(f"leg_{s}", bones, lambda: of_one_piece(self.camera, self.legs.bones(s, sx)))
        if not self.is_seen(ankle, mad(ankle, self.body.feet[s][0], _FOOT_CM), room_cm=_END_ROOM_CM):
            return parts
        return [*parts, self.kept.still(f"foot_{s}", foot, lambda: self.legs.foot(s, sx))]


def of_one_piece(camera: Camera, parts: list[Part]) -> list[Part]:
    """The parts, each of their cloths with one smooth outline, which begins where the part hangs on."""
    for part in parts:
        (x0, y0, *_), (x1, y1, *_) = part.axis[0], part.axis[-1]
        away = (x0 - x1, y0 - y1) if hypot(x0 - x1, y0 - y1) > 1 else (0.0, 1.0)
        for layer in part.layers:
            if layer.outlines:
                k = camera.px_per_cm
                layer.path = joined(layer.outlines, _FINISH[part.kind], k, (x1, y1), away)
    return parts


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
