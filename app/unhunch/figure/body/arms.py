"""Arms: sleeves, elbows, hands."""

from collections.abc import Iterator
from math import sqrt

from unhunch.figure.body.armpits import Armpit
from unhunch.figure.body.clasp import Forearm
from unhunch.figure.body.clothing import Cut, clear_of, clothe, growing, hem_comes_down, over_joint
from unhunch.figure.body.flesh import FOREARM, FOREARM_SWAY, UPPER_ARM, Bone
from unhunch.figure.body.hands import hand_part
from unhunch.figure.body.reaching import breast_fold, sleeve_cap
from unhunch.figure.body.shoulders import SLEEVE_LOOSE, Shoulders
from unhunch.figure.ink.parts import Cloth, Layer, Part, axis, soft_line
from unhunch.figure.ink.shapes import chain, hull
from unhunch.figure.people import Person, has_dark_skin
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import OTHER, SIDES, Side
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    Vec,
    cross,
    curved,
    dot,
    mad,
    mix,
    scale,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

# The crook of an elbow is a curve: where on the upper arm it begins and on the forearm ends, of how many
# balls it is, and how much slimmer in the middle (cm, as four times that).
_CROOK_FROM, _CROOK_ENDS, _CROOK_BALLS, _CROOK_SLIMS = 0.8, 0.28, 6, 0.9
# Outside the tip of the bone rounds the corner off, between so far along that curve's share of the upper arm
# and so far down the forearm: its radius and by how much it grows as the arm bends (cm), and how far it draws
# in from the joint then, so that it ends no farther out than the flesh beside it; how far it lies back; from
# which bend (1 less the cosine) it does so fully.
_POINT_FROM, _POINT_TO, _ELBOW_CM, _BACK_OF_ELBOW, _ELBOW_BENT = 0.3, 0.16, (2.5, 0.8, 0.5), 0.75, 0.8
# Where a bend is seen from its side the tip stands out as a corner: how round it is, and how much rounder
# that of a folded arm, how far from the joint it reaches beyond the flesh on both sides of it and at most
# (cm), and from which bend on it does, over how much.
_CORNER_CM, _FOLDED_ROUNDER_CM, _CORNER_BEYOND_CM, _CORNER_AT_MOST_CM = 1.3, 1.0, 0.35, 4.6
_CORNER_FROM, _CORNER_GROWS = 0.05, 0.2
_FOLDED_FROM, _FOLDED = 0.9, 0.7  # bends from which on an arm is folded, wholly by the second more
# Of the crease that runs in from its inner side, from beyond the edge: how far from the middle of the flesh
# (share of its radius) and along the forearm its points lie; how wide it begins, how much of that is left
# along it, how dark; from which bend (1 less the cosine) it shows, and how much more shows it wholly.
_CREASE = ((1.8, 0.3), (1.35, 0.3), (0.95, 0.2), (0.5, -0.1), (0.1, -0.6))
_SLEEVE_CREASE = ((1.8, 0.2), (1.2, 0.9), (0.65, 2.2), (0.2, 3.6), (-0.15, 5.0))
_CREASE_CM, _CREASE_TAPERS, _CREASE_TONE = 1.3, (1.0, 0.9, 0.7, 0.4, 0.0), 0.3
_CREASE_FROM, _CREASE_BENT = 0.15, 0.5
_CREASE_SHUTS, _CREASE_SHUT = 1.4, 0.3  # in one that is shut both arms lie on it, but for a smudge
# A short sleeve reaches so much further (share of the bone) along an arm that points at the viewer by so much
# (cosine) and more, so that some of it stays to be seen.
_SLEEVE_SEEN, _COMES_FROM, _COMES = 0.14, 0.45, 0.5
# And so much less far along one that points away and down, from the same cosine on, and over how much more:
# or the elbow, which is nearer, would lie on the sleeve as a ball.
_SLEEVE_UNSEEN, _GOES = 0.14, 0.25
# How far a cuff lies off the arm, for a wide one is a bell; so much less off a raised one, and more than made
# up for (share) where the arm points up and the sleeve falls back from it, which is looser (cm), too.
_CUFF_EDGE_CM, _CUFF_CLOSER_CM, _FALLS_OPEN, _FALLS_LOOSE = 0.45, 0.35, 1.94, 0.15
_CUFF_SEEN_CM = 0.4  # so much wider is the mouth of one that points at the viewer: there it is all that shows
# From so far along its bone on an arm throws its whole shadow on the trunk; one that is seen beside the trunk
# throws none up to the armpit, and all of it only below that.
_SLEEVE_SHADES, _BESIDE_SHADES = 0.3, (0.4, 0.6)
_ALONG_HEAD_SHADES = 0.6  # along the head a long sleeve comes out of the shirt there: so do its shades
_CUFF_HANGS = 0.4  # how far a cuff hangs down on the side the viewer sees, as the sine of its tilt
# From which sine on, and over how much more, an arm points down in the picture: its cuff hangs as far, even
# if the chest bows and that arm counts as raised.
_DOWN_FROM, _DOWN = 0.3, 0.3
# So much less (share) does that of one that points at the viewer, from which cosine on, and over how much
# more: it wraps the arm.
_CUFF_WRAPS, _WRAPS_FROM, _WRAPS = 0.5, 0.72, 0.16
# How far one of an arm that points up opens towards the viewer, round the arm; wholly from this sine on.
_CUFF_OPENS, _POINTS_UP = 0.46, 0.6


class Arms:
    """The arms of one frame's body."""

    def __init__(self, body: Body, camera: Camera, person: Person, shoulders: Shoulders) -> None:
        self.body, self.camera, self.person, self.shoulders = body, camera, person, shoulders

    def hand(self, s: Side, sx: float, curl: float) -> Part:
        end = self.camera.ball(self.body.joints[f"wrist_{s}"], FOREARM[-1][1] * self.person.build.arms)
        dark = has_dark_skin(self.person)
        other = Forearm(self.forearm(OTHER[s]), self.person.sleeve - 1.0)
        return hand_part(
            self.camera, self.body, s, sx, forearm_end=end, curl=curl, on_dark_skin=dark,
            beside=other,
        )  # fmt: skip

    def forearm(self, s: Side) -> Bone:
        """The flesh of a forearm; it swells to its outer side as much as to the one it bends to."""
        body = self.body
        elbow, wrist = body.joints[f"elbow_{s}"], body.joints[f"wrist_{s}"]
        x, _, front = body.frames[f"elbow_{s}"]
        out = scale(x, dict(SIDES)[s])
        full = unit(mad(front, out, 1.0))
        return Bone(elbow, wrist, full, FOREARM, self.person.build.arms, out, FOREARM_SWAY)

    def bones(self, s: Side) -> list[Part]:
        body = self.body
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        up = Part(f"upperarm_{s}", f"arm_{s}", axis(self.camera, (shoulder, 5), (elbow, 4)), 5)
        fore = Part(f"forearm_{s}", f"arm_{s}", axis(self.camera, (elbow, 4), (wrist, 3)), 6)
        beside = self.shoulders.beside(s)
        armpit, below = _BESIDE_SHADES
        begins, whole = armpit * beside, _SLEEVE_SHADES + (below - _SLEEVE_SHADES) * beside
        if self.person.sleeve >= 1:
            along_head = body.lift[s] * self.shoulders.along_head(s)
            begins += (_ALONG_HEAD_SHADES - begins) * along_head
            whole += (1 - whole) * along_head
        up.fade = growing(self.camera, shoulder, elbow, (begins, whole), (5.0, 4.0))
        fore.fade = (fore.axis[0], axis(self.camera, (mix(elbow, wrist, 0.5), 3))[0])
        sleeve = self.person.sleeve
        front = body.frames[f"elbow_{s}"][2]
        upper = Bone(self.shoulders.tip(s), elbow, front, UPPER_ARM, self.person.build.arms)
        lower = self.forearm(s)
        lift, along = body.lift[s], self.shoulders.along(s)
        points_up = smoothstep(dot(along, self.camera.up) / _POINTS_UP)
        cap = sleeve_cap(self.shoulders, s, points_up)
        points_down = smoothstep((-dot(along, self.camera.up) - _DOWN_FROM) / _DOWN)
        hangs = _CUFF_HANGS * (1 - 0.7 * lift * (1 - points_down)) - _CUFF_OPENS * points_up * lift
        facing = self.camera.facing(along)
        comes = smoothstep((facing - _COMES_FROM) / _COMES)
        goes = smoothstep((-facing - _COMES_FROM) / _GOES) * (1 - beside) * (1 - points_up)
        reaches = self.shoulders.sleeve_end(s) + _SLEEVE_SEEN * comes - _SLEEVE_UNSEEN * goes
        hangs *= 1 - _CUFF_WRAPS * smoothstep((facing - _WRAPS_FROM) / _WRAPS)
        closer = _CUFF_CLOSER_CM * lift * (1 - goes) * (1 - _FALLS_OPEN * points_up)
        edge = _CUFF_EDGE_CM - closer + _CUFF_SEEN_CM * comes
        loose = SLEEVE_LOOSE + _FALLS_LOOSE * points_up * lift
        short = Cut("top", reaches, loose, edge, hangs)
        clothe(self.camera, up, upper, short if sleeve < 1 else Cut("top", 1.0, 0.55), cap)
        shirt = next(layer for layer in up.layers if layer.cloth == "top" and layer.outlines)
        shirt.outlines += breast_fold(self.shoulders, s)
        up.trims += Armpit(body, self.camera, self.shoulders, s, upper).folds(reaches)
        clothe(self.camera, fore, lower, Cut("top", sleeve - 1.0, 0.55))
        elbow_from = _CROOK_FROM
        if sleeve < 1:
            hem = hem_comes_down(self.camera, upper, short)
            elbow_from = max(elbow_from, clear_of(self.camera, upper, hem))
        bend(self.camera, fore, upper, lower, start=elbow_from, loose=0.55 if sleeve > 1.05 else 0.0)
        cloth = "top" if sleeve > 1.05 else "skin"
        fore.trims += crook_creases(self.camera, upper, lower, elbow_from, cloth)
        return [up, fore]


def bend(camera: Camera, part: Part, upper: Bone, lower: Bone, *, start: float, loose: float) -> None:
    """Round an elbow off, from that share of the upper arm on: inside as one even curve from bone to
    bone, outside by the point of the elbow.
    """
    outlines = over_joint(part, loose).outlines
    outlines.append(chain(crook(camera, upper, lower, start, loose), camera.detail))
    sides = [
        upper.ball(camera, start + (1 - start) * _POINT_FROM, loose),
        lower.ball(camera, _POINT_TO, loose),
    ]
    outlines.append(hull([*sides, point_of_elbow(camera, upper, lower, loose)], camera.detail))


def crook(camera: Camera, upper: Bone, lower: Bone, start: float, loose: float) -> list[Ball]:
    """The inner side of a bent elbow."""
    steps = [i / _CROOK_BALLS for i in range(_CROOK_BALLS + 1)]
    spots = (crook_spot(upper, lower, start, t) for t in steps)
    return [camera.ball(at, r + loose) for at, r in spots]


def crook_spot(upper: Bone, lower: Bone, start: float, t: float) -> tuple[Vec, float]:
    """Middle and radius (cm) of the flesh a share of the way round the inner side of an elbow."""
    a, b, c = upper.at(start), upper.end, lower.at(_CROOK_ENDS)
    ra, rc = upper.radius(start), lower.radius(_CROOK_ENDS)
    return curved(a, b, c, t), ra + (rc - ra) * t - _CROOK_SLIMS * t * (1 - t)


def crook_creases(camera: Camera, upper: Bone, lower: Bone, start: float, cloth: Cloth) -> Iterator[Layer]:
    """The creases that run into a bent elbow from its inner side, if that is seen from the side: one in skin,
    in a sleeve two, up the arm and down the forearm.
    """
    down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    inner, across = sub(on, down), cross(down, on)
    bend = dot(inner, inner) / 2
    bent = smoothstep((bend - _CREASE_FROM) / _CREASE_BENT)
    bent *= 1 - smoothstep((bend - _CREASE_SHUTS) / _CREASE_SHUT)
    if not bent:
        return
    deep = bent * abs(camera.facing(unit(across)))
    at, r = crook_spot(upper, lower, start, 0.5)
    lines = ((_CREASE, on),) if cloth == "skin" else ((_SLEEVE_CREASE, on), (_SLEEVE_CREASE, scale(down, -1)))
    for line, way in lines:
        spots = [camera.xy(mad(mad(at, unit(inner), r * far), way, along)) for far, along in line]
        widths = [_CREASE_CM * deep * camera.px_per_cm * share for share in _CREASE_TAPERS]
        yield soft_line(cloth, spots, widths, _CREASE_TONE)


def point_of_elbow(camera: Camera, upper: Bone, lower: Bone, loose: float) -> Ball:
    """The tip of the bone at an elbow, on the outer side of the bend. Seen from there it rounds the corner
    off, the wider the more sharply that is bent; where the bend is seen from its side it is a corner itself.
    """
    down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    outer, across = sub(down, on), cross(down, on)
    bend = dot(outer, outer) / 2
    bent = smoothstep(bend / _ELBOW_BENT)
    r, grows, draws_in = _ELBOW_CM
    r, reach = (r + grows * bent) * lower.k, -draws_in * bent * lower.k
    corner = smoothstep((bend - _CORNER_FROM) / _CORNER_GROWS) * abs(camera.facing(unit(across)))
    if corner:
        # So far out the straight edges of the flesh on both sides of it would meet.
        edges = lower.radius(_POINT_TO) / sqrt(max(0.25, 1 - bend / 2))
        folded = smoothstep((bend - _FOLDED_FROM) / _FOLDED)
        sharp = (_CORNER_CM + _FOLDED_ROUNDER_CM * folded) * lower.k
        out = min(edges + _CORNER_BEYOND_CM, _CORNER_AT_MOST_CM * lower.k) - sharp
        r, reach = r + (sharp - r) * corner, reach + (out - reach) * corner
    way = unit(sub(outer, scale(upper.front, _BACK_OF_ELBOW * (1 - corner))))
    return camera.ball(mad(lower.start, way, reach), r + loose)
