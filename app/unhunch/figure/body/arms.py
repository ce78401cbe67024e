"""Arms: sleeves, elbows, hands."""

from collections.abc import Iterator, Sequence

from unhunch.figure.body.clasp import Forearm
from unhunch.figure.body.clothing import Cut, clear_of, clothe, growing, over_joint
from unhunch.figure.body.flesh import FOREARM, FOREARM_SWAY, UPPER_ARM, Bone
from unhunch.figure.body.folds import fold
from unhunch.figure.body.hands import hand_part
from unhunch.figure.body.shoulders import SHOULDER_RADIUS, Shoulders
from unhunch.figure.ink.parts import Cloth, Layer, Part, axis, soft
from unhunch.figure.ink.shapes import Outline, chain, filled, hull, reversed_if_backward, ribbon
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
    perpendicular,
    point,
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
_POINT_FROM, _POINT_TO, _ELBOW_CM, _BACK_OF_ELBOW, _ELBOW_BENT = 0.3, 0.16, (2.6, 1.2, 0.8), 0.6, 0.8
# Of the crease that runs in from its inner side, from beyond the edge: how far from the middle of the flesh
# (share of its radius) and along the forearm its points lie; how wide it begins, how much of that is left
# along it, how dark; from which bend (1 less the cosine) it shows, and how much more shows it wholly.
_CREASE = ((1.8, 0.3), (1.35, 0.3), (0.95, 0.2), (0.5, -0.1), (0.1, -0.6))
_CREASE_CM, _CREASE_TAPERS, _CREASE_TONE = 1.3, (1.0, 0.9, 0.7, 0.4, 0.0), 0.3
_CREASE_FROM, _CREASE_BENT = 0.15, 0.5
_CREASE_SHUTS, _CREASE_SHUT = 1.4, 0.3  # in one that is shut both arms lie on it, but for a smudge
# A short sleeve reaches so much further (share of the bone) along an arm that points at the viewer by so much
# (cosine) and more, so that some of it stays to be seen.
_SLEEVE_SEEN, _COMES_FROM, _COMES = 0.14, 0.45, 0.5
_CUFF_SEEN_CM = 0.8  # so much wider is the mouth of one that points at the viewer: there it is all that shows
# From so far along its bone on an arm throws its whole shadow on the trunk; one that is seen beside the trunk
# throws none up to the second of these shares, and all of it only at the elbow.
_SLEEVE_SHADES, _BESIDE_SHADES = 0.3, 0.6
_CUFF_HANGS = 0.4  # how far a cuff hangs down on the side the viewer sees, as the sine of its tilt
# How far one of an arm that points up opens towards the viewer, round the arm; wholly from this sine on.
_CUFF_OPENS, _POINTS_UP = 0.46, 0.6
# The folds between a sleeve seen from its outer side and the shirt, along the breast and from the armpit up:
# shares of the sleeve, of its radius aside; how deep; from which cosines on they are seen, and the arm points
# that way.
_BESIDE_BREAST = ((0.1, 1.08), (0.35, 1.08), (0.6, 1.09), (0.8, 1.1), (0.97, 1.1))
_BESIDE_ARMPIT = ((0.62, 1.02), (0.45, 0.98), (0.28, 0.8), (0.14, 0.5), (0.06, 0.1))
# And from behind, of one that lies along the ribs: a wedge from the armpit up. How wide at its root (cm),
# how much of that is left along it, how dark; the cosines from which the back is seen and it lies along them.
_BESIDE_RIBS = ((0.76, 1.3), (0.58, 1.22), (0.41, 1.1), (0.26, 0.95), (0.14, 0.75))
_RIBS_CM, _RIBS_TAPERS, _RIBS_TONE = 1.3, (1.0, 0.8, 0.55, 0.28, 0.0), 0.18
_BEHIND_FROM, _BEHIND, _ALONG_FROM, _ALONG = 0.1, 0.3, 0.5, 0.25
_BESIDE_ENDS = 0.5  # share of the bone: below it a long sleeve hangs free
_BESIDE_DEEP, _ARMPIT_DEEP = 0.5, 0.8
_BESIDE_FROM, _BESIDE, _POINTS_FROM, _POINTS = 0.45, 0.35, 0.65, 0.25
# The hollow below a raised arm: its line from beyond the edge of the ribs (in the space of a joint of the
# spine) up into the sleeve (shares of it, of its radius aside), and how far up the arm it goes at most; how
# wide it is (cm) and how dark, wholly and in its depth; how much of that width is left along it.
_RIBS = 4
_HOLLOW_RIBS: tuple[Vec, ...] = ((15.8, -8.0, 0.0), (14.6, -4.0, 4.0), (13.6, 0.0, 5.0))
_HOLLOW_SLEEVE, _HOLLOW_ENDS = ((0.1, 0.35), (0.45, 0.3), (0.85, 0.35)), 0.36
_HOLLOW, _HOLLOW_TAPERS = ((4.4, 0.1), (2.4, 0.13)), (0.3, 0.8, 1.0, 1.0, 0.7, 0.0)
# Of the folds of the breast that run into it: their lines from there on, and what share of them a level arm
# draws; how wide they begin (cm), how much of that is left along them, how dark they are.
_RUN_IN: tuple[tuple[tuple[Vec, ...], float], ...] = (
    (((14.4, -2.6, 4.5), (12.6, -1.6, 6.5), (10.6, -0.2, 8.2), (8.6, 1.6, 9.2)), 1.0),
    (((14.8, -5.5, 3.5), (13.4, -5.6, 5.8), (12.0, -5.5, 7.4), (10.6, -5.4, 8.8)), 0.0),
)
_RUN_IN_CM, _RUN_IN_TAPERS, _RUN_IN_TONE = 1.5, (1.0, 0.75, 0.45, 0.0), 0.14
# From which lift of the arm and turn of the breast to the viewer (cosine) on all that shows, and over how
# much more it grows.
_RAISED_FROM, _RAISED, _FRONT_FROM, _FRONT = 0.45, 0.45, 0.3, 0.4
_UP = 0.8  # the sine of an arm that points up so far that the hollow goes all the way
_LEVEL_SHOWS = 0.6  # below a level one so much of it is seen, and of the folds that run into it
_AHEAD_FROM, _AHEAD = -0.55, 0.35  # from which sine with the breast on a level arm hides it; how fast


class Arms:
    """The arms of one frame's body."""

    def __init__(self, body: Body, camera: Camera, person: Person, shoulders: Shoulders) -> None:
        self.body, self.camera, self.person, self.shoulders = body, camera, person, shoulders

    def hand(self, s: Side, sx: float, curl: float) -> Part:
        end = self.camera.ball(self.body.joints[f"wrist_{s}"], FOREARM[-1][1] * self.person.build.limbs)
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
        return Bone(elbow, wrist, full, FOREARM, self.person.build.limbs, out, FOREARM_SWAY)

    def bones(self, s: Side) -> list[Part]:
        body = self.body
        k = self.person.build.limbs
        shoulder, elbow, wrist = (body.joints[f"{j}_{s}"] for j in ("shoulder", "elbow", "wrist"))
        front = body.frames[f"elbow_{s}"][2]
        up = Part(f"upperarm_{s}", f"arm_{s}", axis(self.camera, (shoulder, 5), (elbow, 4)), 5)
        fore = Part(f"forearm_{s}", f"arm_{s}", axis(self.camera, (elbow, 4), (wrist, 3)), 6)
        beside = self.shoulders.beside(s)
        shares = _BESIDE_SHADES * beside, _SLEEVE_SHADES + (1 - _SLEEVE_SHADES) * beside
        up.fade = growing(self.camera, shoulder, elbow, shares, (5.0, 4.0))
        fore.fade = (fore.axis[0], axis(self.camera, (mix(elbow, wrist, 0.5), 3))[0])
        sleeve = self.person.sleeve
        tip = self.shoulders.tip(s)
        upper, lower = Bone(tip, elbow, front, UPPER_ARM, k), self.forearm(s)
        cap = self.camera.ball(tip, SHOULDER_RADIUS)
        lift, along = body.lift[s], unit(sub(elbow, shoulder))
        points_up = smoothstep(dot(along, self.camera.up) / _POINTS_UP)
        hangs = _CUFF_HANGS * (1 - 0.7 * lift) - _CUFF_OPENS * points_up * lift
        comes = max(0.0, self.camera.facing(along))
        comes = smoothstep((comes - _COMES_FROM) / _COMES)
        reaches = self.shoulders.sleeve_end(s) + _SLEEVE_SEEN * comes
        edge = 0.55 + _CUFF_SEEN_CM * comes
        short = Cut("top", reaches, 0.6 - 0.15 * lift, edge, hangs)
        clothe(self.camera, up, upper, short if sleeve < 1 else Cut("top", 1.0, 0.55), cap)
        up.trims += self.sleeve_folds(upper, s, min(reaches, _BESIDE_ENDS))
        up.trims += self.hollow(upper, s, min(reaches, _HOLLOW_ENDS))
        clothe(self.camera, fore, lower, Cut("top", sleeve - 1.0, 0.55))
        elbow_from = max(_CROOK_FROM, clear_of(self.camera, upper, reaches)) if sleeve < 1 else _CROOK_FROM
        bend(self.camera, fore, upper, lower, start=elbow_from, loose=0.55 if sleeve > 1.05 else 0.0)
        crease = crook_crease(self.camera, upper, lower, elbow_from, "top" if sleeve > 1.05 else "skin")
        if crease:
            fore.trims.append(crease)
        return [up, fore]

    def sleeve_folds(self, upper: Bone, s: Side, end: float) -> Iterator[Layer]:
        """Where a sleeve seen from its outer side meets the shirt, which is of its cloth and in its light: at
        the breast, or of an arm that points ahead at its armpit, or seen from behind of one beside the ribs.
        """
        x, y, z = self.body.frames["chest"]
        along = unit(sub(upper.end, upper.start))
        seen = smoothstep((self.camera.facing(scale(x, dict(SIDES)[s])) - _BESIDE_FROM) / _BESIDE)
        behind = smoothstep((-self.camera.facing(z) - _BEHIND_FROM) / _BEHIND)
        for way, edge, line, deepest in (
            (scale(y, -1), z, _BESIDE_BREAST, _BESIDE_DEEP * (1 - behind)),
            (z, scale(y, -1), _BESIDE_ARMPIT, _ARMPIT_DEEP),
        ):
            deep = deepest * seen * smoothstep((dot(along, way) - _POINTS_FROM) / _POINTS)
            if deep:
                aside = perpendicular(edge, along)
                points = [mad(upper.at(t * end), aside, k * upper.radius(t * end)) for t, k in line]
                crease = fold(self.camera, "top", points, self.camera.towards, deep=deep)
                if crease:
                    yield crease
        ribs = self.ribs_crease(upper, end, behind * seen)
        if ribs:
            yield ribs

    def hollow(self, upper: Bone, s: Side, end: float) -> Iterator[Layer]:
        """The hollow below a raised arm seen from the front: from the ribs up between breast and back into
        the sleeve, which ends there; and the folds of the breast that run into it.
        """
        right, up, front = self.body.frames["chest"]
        raised = smoothstep((self.body.lift[s] - _RAISED_FROM) / _RAISED)
        shown = raised * smoothstep((self.camera.facing(front) - _FRONT_FROM) / _FRONT)
        if not shown:
            return
        along = unit(sub(upper.end, upper.start))
        points_up = smoothstep(dot(along, up) / _UP)
        # A level arm that is not behind the breast hides it; of any level one it ends at the shoulder.
        shown *= 1 - (1 - points_up) * smoothstep((dot(along, front) - _AHEAD_FROM) / _AHEAD)
        if not shown:
            return
        shown *= _LEVEL_SHOWS + (1 - _LEVEL_SHOWS) * points_up
        end *= points_up
        aside = perpendicular(scale(right, dict(SIDES)[s]), along)
        sleeve = [mad(upper.at(t * end), aside, k * upper.radius(t * end)) for t, k in _HOLLOW_SLEEVE]
        line = [*self.on_ribs(s, _HOLLOW_RIBS), *map(self.camera.xy, sleeve)]
        k = shown * self.camera.px_per_cm
        for cm, tone in _HOLLOW:
            yield _soft_line(line, [cm * k * share for share in _HOLLOW_TAPERS], tone)
        for spots, of_level in _RUN_IN:
            wide = _RUN_IN_CM * k * (of_level + (1 - of_level) * points_up)
            if wide:
                widths = [wide * share for share in _RUN_IN_TAPERS]
                yield _soft_line(self.on_ribs(s, spots), widths, _RUN_IN_TONE)

    def on_ribs(self, s: Side, spots: Sequence[Vec]) -> Outline:
        """Places on the shirt's one side, told for that of somebody of the plain width, on the screen."""
        wide = dict(SIDES)[s] * self.person.build.shoulders
        return [self.camera.xy(point(*self.body.spine[_RIBS], (x * wide, y, z))) for x, y, z in spots]

    def ribs_crease(self, upper: Bone, end: float, seen: float) -> Layer | None:
        """Where the sleeve of an arm that lies along the ribs leaves them, seen from behind."""
        _, up, front = self.body.frames["chest"]
        along = unit(sub(upper.end, upper.start))
        wide = _RIBS_CM * seen * smoothstep((-dot(along, up) - _ALONG_FROM) / _ALONG)
        if not wide:
            return None
        aside = perpendicular(scale(front, -1), along)
        line = [mad(upper.at(t * end), aside, k * upper.radius(t * end)) for t, k in _BESIDE_RIBS]
        widths = [wide * self.camera.px_per_cm * share for share in _RIBS_TAPERS]
        wedge = ribbon([self.camera.xy(at) for at in line], widths)
        return Layer("top", filled(wedge), tone=_RIBS_TONE, casts=False)


def _soft_line(line: Outline, widths: Sequence[float], tone: float) -> Layer:
    """A line of shade on the shirt, as wide at each of its points as told (pixels)."""
    return soft("top", filled(reversed_if_backward(ribbon(line, widths))), tone)


def bend(camera: Camera, part: Part, upper: Bone, lower: Bone, *, start: float, loose: float) -> None:
    """Round an elbow off, from that share of the upper arm on: inside as one even curve from bone to
    bone, outside by the point of the elbow.
    """
    down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    outlines = over_joint(part, loose).outlines
    outlines.append(chain(crook(camera, upper, lower, start, loose), camera.detail))
    sides = [
        upper.ball(camera, start + (1 - start) * _POINT_FROM, loose),
        lower.ball(camera, _POINT_TO, loose),
    ]
    outlines.append(
        hull([*sides, point_of_elbow(camera, lower, sub(down, on), upper.front, loose)], camera.detail)
    )


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


def crook_crease(camera: Camera, upper: Bone, lower: Bone, start: float, cloth: Cloth) -> Layer | None:
    """The crease that runs into a bent elbow from its inner side, if that is seen from the side."""
    down, on = unit(sub(upper.end, upper.start)), unit(sub(lower.end, lower.start))
    inner, across = sub(on, down), cross(down, on)
    bend = dot(inner, inner) / 2
    bent = smoothstep((bend - _CREASE_FROM) / _CREASE_BENT)
    bent *= 1 - smoothstep((bend - _CREASE_SHUTS) / _CREASE_SHUT)
    if not bent:
        return None
    deep = bent * abs(camera.facing(unit(across)))
    at, r = crook_spot(upper, lower, start, 0.5)
    line = [mad(mad(at, unit(inner), r * far), on, along) for far, along in _CREASE]
    widths = [_CREASE_CM * deep * camera.px_per_cm * share for share in _CREASE_TAPERS]
    wedge = ribbon([camera.xy(p) for p in line], widths)
    return soft(cloth, filled(reversed_if_backward(wedge)), _CREASE_TONE)


def point_of_elbow(camera: Camera, lower: Bone, corner: Vec, front: Vec, loose: float) -> Ball:
    """The tip of the bone at an elbow, on the outer side of the bend: the more sharply that is bent, the
    wider the round it makes of the corner.
    """
    bent = smoothstep(dot(corner, corner) / 2 / _ELBOW_BENT)
    corner = sub(corner, scale(front, _BACK_OF_ELBOW))
    r, grows, draws_in = _ELBOW_CM
    at = mad(lower.start, unit(corner), -draws_in * bent * lower.k)
    return camera.ball(at, (r + grows * bent) * lower.k + loose)
