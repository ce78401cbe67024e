"""Shoulders: one slope from the neck over the shoulder's top on to the arm, and what closes an armpit."""

from itertools import pairwise

from unhunch.figure.body.flesh import UPPER_ARM, Bone
from unhunch.figure.body.upper_arms import UpperArms, out_beside_of, raised_of
from unhunch.figure.head.collar import Collar
from unhunch.figure.head.neck import chin_down, prone_of
from unhunch.figure.head.neckline import Corner, direction
from unhunch.figure.ink.shapes import Outline, chain, hull, mixed_rounds, shrunk
from unhunch.figure.rig.anatomy import SHOULDER, rise_of, shrugged_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.rounds import Ball, Egg
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    ORIGIN,
    Vec,
    curved,
    dot,
    mad,
    mix,
    point,
    scale,
    smoothstep,
    sub,
    to_local,
    unit,
)  # fmt: skip

SHOULDER_RADIUS = 4.0
_SHOULDER_RISES = 0.42  # of the slope's upper end, for each cm of the joint
# cm by which shoulders of raised arms come up round the neck, and how much less for whoever sees the front.
_NECK_COVERED, _LESS_IN_FRONT = 5.0, 4.2
_LESS_PRONE = 6.0  # and so much less of arms that slide ahead on the floor, which leave the nape free
_SHRUG_SINKS = 0.1  # how far a shrugged shoulder is drawn below its joint, for each cm it rises
# How far the slope sags below a straight line, in cm; less for each cm an arm takes the joint up, more for
# each cm it drops (else the shoulder has no corner, only a ramp from the neck on to the arm), and less over
# an arm that is raised, where the muscle stands up beside the neck. A shrug counts by this share only: a
# slope that bulges is a pad on the shoulder.
_SHRUGGED = 0.25
_SAG, _SAG_LESS, _SAG_DROPPED, _SAG_LIFTED = 0.4, 0.24, 0.45, 2.6
# Behind a head that bows the upper back is round: the slope begins so much higher and sags so much less (cm).
_NAPE_STANDS_CM, _SAG_BOWED = 2.2, 0.4
# A shoulder drawn ahead by so much (cm), and all the way at so much, goes on having a corner for whoever sees
# the breast: what lies on its joint stands so high (cm), and the slope sags so much more (cm). The farther
# one, seen over the breast, has less of it (share) when it is so much turned away (cosine).
_AHEAD_CM, _STANDS_UP_CM, _SAG_AHEAD = 6.0, 2.2, 2.3
_FARTHER_LESS, _FARTHER = 0.6, 0.35
# The broad muscle of the back below a raised arm: where on the ribs it comes out (across, up; ahead) and how
# thick; from the arm's joint, which way its curve is pulled (outward, up), and how far along that it ends (a
# share). For an arm along the head: by how much (cm) its curve is pulled farther out and the first is lower,
# and by how much farther along (share) the last is.
_LAT_ROOT, _LAT_CORNER, _LAT_END = (10.4, -5.0, 4.6), (-1.2, -5.0), 0.34
_LAT_AHEAD, _LAT_OUT_CM, _LAT_LOWER_CM, _LAT_ENDS_FARTHER = 0.8, 0.8, 4.0, 0.1
# Of an arm that goes out beside a breast that is seen, on the side turned away, it is the muscle of that
# breast: so much (cm) farther in, lower and farther ahead it comes out, and its curve is pulled (cm).
_PEC_ROOT: Vec = (3.0, 6.0, 5.0)
_PEC_CORNER: Vec = (0.0, 1.0, 3.0)
# So far (share) it closes the armpit of an arm that only stands out, from which cosine on, and over how much
# more; with so much of it it goes all the way along the arm, where it is so thick (share) at least.
_CLOSED_MOST, _OUT_FROM, _OUT, _ALL_ALONG, _THICK = 0.45, 0.75, 0.2, 0.5, 0.84
# The ribs' lowest rounds are wider (share) by so much where the shoulder blade shows, and so many of them.
_BLADE, _BLADE_ROUNDS = 0.08, 2
# How far up a raised arm the shirt goes across to the neck, in shares of the bone: in a sleeve that stays,
# and in one that has fallen back.
_DELTOID_ENDS = (0.3, 0.24)
_ENDS_LEVEL = 0.14  # and by how much less what lies in that sleeve: it would show beyond the cuff
_HANGING_SINKS = 0.3  # cm by which the slope of one that hangs ends below its joint
# And by how much more that of narrow shoulders does, which slope, for a whole breadth less; drawn up so far
# (cm) they slope no more than others.
_NARROW_SINKS, _SQUARE_CM = 7.0, 6.0
_SIDE_SLIMS = 1.2  # cm by which the flesh below a raised arm is slimmer
_RAISED_OUT = 0.6  # cm by which a raised arm leaves the trunk further out than its joint
_SLOPE = ((0.0, 3.6), (0.25, 3.6), (0.5, 3.9), (0.75, SHOULDER_RADIUS))  # share of the way, radius

# How far (cm) the corners between the collar and raised arms are rounded, before the neck and beyond it; the
# cosines from which one arm is nearer than the other; how loose a sleeve is.
_CORNER_CM, _FAR_CORNER_CM = 5.0, 3.0
_NEARER_FROM, _NEARER = 0.2, 0.3
SLEEVE_LOOSE = 0.45
_IN_SLEEVE = 0.2  # so loose is what of the shirt lies in a sleeve: no end of it comes through the cloth
# The muscle that swells up between the neck and a raised arm: where it comes out of the neck, how far its
# curve is pulled down to the arm's joint and how far along the arm it ends (shares, as above); how thick it
# is at the neck; by how much its curve is flatter (cm), so that neck, shoulder and arm are one line.
_YOKE_ROOT: Vec = (4.8, 1.2, -0.8)
_YOKE_RISES = 0.38  # when the shoulder blade has gone up with the arm by so much (share)
_YOKE_CORNER, _YOKE_ENDS, _YOKE_R, _YOKE_FLATTER = 0.35, (0.6, 0.48), 3.2, 0.6
_CURVE_BALLS = 4  # of how many balls such a muscle is, but one


class Shoulders(UpperArms):
    """The shoulders of one frame's body."""

    def __init__(self, body: Body, camera: Camera, collar: Collar) -> None:
        super().__init__(body, camera, collar.person)
        self.collar, self.detail = collar, camera.detail
        self.bows = chin_down(body)
        self.radius = SHOULDER_RADIUS * self.build.arms
        self._ahead = {s: self._drawn_ahead(s) for s, _ in SIDES}

    def outlines(self, s: Side, sx: float, breast: list[Egg]) -> list[Outline]:
        """Trapezius and deltoid: one slope from the neck over the shoulder's top on to the arm, and the
        flesh below it down to the breast.
        """
        camera, body = self.camera, self.body
        tip, elbow = self.tip(s), body.joints[f"elbow_{s}"]
        slope = self.slope(s, sx)
        lift = body.lift[s]
        raised = raised_of(body, s)
        sleeve = UPPER_ARM[2][1] * self.build.arms + 0.75
        r = self.radius + (sleeve - self.radius) * raised
        up = body.frames["chest"][1]
        pit = point(tip, body.frames["chest"], (-2.4 * sx, -2.2 * (1 - lift), 0.0))
        # Under a raised arm the broad muscle of the back goes out to the arm and closes the armpit.
        side = camera.ball(mix(pit, mix(tip, elbow, 0.14), raised), r - _SIDE_SLIMS * raised)
        # Of an arm that hangs behind the trunk only the shoulder's top belongs to the slope, else the joint
        # shows as a ball.
        away = self.away(sx)
        cap_r = self.radius * (1 - 0.4 * away * (1 - raised))
        cap = camera.ball(mad(tip, up, self.radius - cap_r), cap_r)
        reaches = raised * self.covers_sleeve(sx, unit(sub(elbow, tip)))
        arm = mixed_rounds(
            cap, camera.ball(*self.in_sleeve(s, reaches * self._ends(_DELTOID_ENDS, s))), raised
        )
        # The deltoid rounds a hanging arm's shoulder off, so that slope and sleeve meet without a corner.
        t, r, _ = UPPER_ARM[2]
        full = (r * self.build.arms + 0.5) * (1 - 0.15 * raised)
        deltoid = camera.ball(mix(tip, elbow, t * (1 - away)), full + (cap_r - full) * away)
        # Beyond a back that is seen the shoulder blade goes with a raised arm: ribs and sleeve are one edge.
        blade = away * self.back_seen() * raised
        ribs = [shrunk(egg, 1 + _BLADE * blade) for egg in breast[:_BLADE_ROUNDS]] + breast[_BLADE_ROUNDS:]
        # Between neck and arm the muscle stands up beside a raised arm; over a hanging one it sags.
        top = [mixed_rounds(slope[3], ball, raised) for ball in (slope[1], slope[2])]
        return [
            chain([*slope, cap], self.detail),
            hull([*top, cap, arm], self.detail),
            hull([slope[3], cap, deltoid], self.detail),
            hull([breast[-1], *slope[1:3]], self.detail),
            hull([*ribs, slope[3], cap, camera.ball(pit, self.radius), side], self.detail),
            *self.armpit(s, sx, max(raised, self._closed(s, sx))),
            *self.yoke(s, sx, slope),
        ]

    def corners(self) -> list[Corner]:
        """Where raised arms round the collar off: that of the nearer arm lies before the neck, beside the
        farther one the neck comes out from between them.
        """
        if not self.collar.opens:
            return []
        right = self.body.frames["chest"][0]
        back_seen = self.back_seen()
        found: list[Corner | None] = []
        for s, sx in SIDES:
            nearer = smoothstep((sx * self.camera.facing(right) - _NEARER_FROM) / _NEARER)
            raised = raised_of(self.body, s) * self.camera.px_per_cm
            # Seen from the front no shoulder shows beyond the neck.
            beside = raised * back_seen * (1 - nearer)
            if beside:
                found.append(self.collar.far_end(sx, beside * _FAR_CORNER_CM))
            if raised * nearer:
                found.append(self._corner(s, raised * nearer * _CORNER_CM))
        return [corner for corner in found if corner]

    def _corner(self, s: Side, reach: float) -> Corner | None:
        """Where the edge of an arm crosses the collar's, or None."""
        tip, elbow = self.tip(s), self.body.joints[f"elbow_{s}"]
        radius = (UPPER_ARM[3][1] * self.build.arms + SLEEVE_LOOSE) * self.camera.px_per_cm
        start, end = (complex(*self.camera.xy(at)) for at in (tip, mix(tip, elbow, UPPER_ARM[3][0])))
        along = direction(end - start)
        lip = [p for p, _ in self.collar.edge]
        aside = 1 if ((lip[len(lip) // 2] - start) * along.conjugate()).imag > 0 else -1
        # Seen along the arm, how far each point of the collar lies beside the arm's edge, towards the neck.
        beside = [((at - start) * along.conjugate()).imag * aside - radius for at in lip]
        for (a, p), (b, q) in pairwise(zip(beside, lip, strict=True)):
            if (a < 0) != (b < 0):
                at, on = p + (q - p) * (a / (a - b)), q - p if b > 0 else p - q
                # Short of the shoulder's tip there is no arm.
                if ((at - start) * along.conjugate()).real > 0:
                    return Corner(at, along, direction(on), reach)
        return None

    def armpit(self, s: Side, sx: float, raised: float) -> list[Outline]:
        """The broad muscle of the back below a raised arm: one hollow curve from the ribs out into the outer
        side of the sleeve.
        """
        if not raised:
            return []
        body = self.body
        tip, elbow = self.tip(s), body.joints[f"elbow_{s}"]
        x, y, low_r = _LAT_ROOT
        (out, down), along_head = _LAT_CORNER, self.along_head(s)
        out += _LAT_OUT_CM * along_head
        y -= _LAT_LOWER_CM * along_head
        grown = min(1.0, raised / _ALL_ALONG)
        of_breast = out_beside_of(body, self.camera, s) * self.away(sx)
        inward, lower, ahead = scale(_PEC_ROOT, of_breast)
        _, pulled_down, pulled_ahead = scale(_PEC_CORNER, of_breast)
        corner: Vec = (out * sx, down - pulled_down, pulled_ahead)
        pit = mix(tip, point(tip, body.frames["chest"], corner), grown)
        rooted: Vec = ((x - inward) * self.build.shoulders * sx, y - lower, _LAT_AHEAD + ahead)
        root = mix(pit, point(*body.spine[4], rooted), raised)
        covers = self.covers_sleeve(sx, unit(sub(elbow, tip)))
        reaches = grown * (covers + (1 - covers) * of_breast)
        reaches *= _LAT_END + _LAT_ENDS_FARTHER * along_head - _ENDS_LEVEL * self._level(s)
        end, last = self.in_sleeve(s, reaches)
        last *= _THICK + (1 - _THICK) * raised
        return [chain(self.curve((root, pit, end), (low_r, last)), self.detail)]

    def _closed(self, s: Side, sx: float) -> float:
        """How far the armpit of an arm that stands out is closed, however little it is raised."""
        out = sx * dot(self.along(s), self.body.frames["chest"][0])
        return _CLOSED_MOST * smoothstep((out - _OUT_FROM) / _OUT)

    def curve(self, way: tuple[Vec, Vec, Vec], radii: tuple[float, float]) -> list[Ball]:
        """Balls along a curve from the first point to the last, which the middle one pulls to itself."""
        start, corner, end = way
        first, last = radii
        balls = []
        for i in range(_CURVE_BALLS + 1):
            t = i / _CURVE_BALLS
            at = curved(start, corner, end, t)
            balls.append(self.camera.ball(at, first + (last - first) * t))
        return balls

    def yoke(self, s: Side, sx: float, slope: list[Ball]) -> list[Outline]:
        """The muscle between neck and a raised arm, which swells up beside the neck: one hollow curve from
        behind the jaw out into the inner side of the sleeve, down to the `slope` below it without a gap,
        whose edge would throw a shade on the breast.
        """
        rises = (
            smoothstep((self.body.lift[s] - _YOKE_RISES) / (1 - _YOKE_RISES))
            * self.collar.before_the_neck()
            * self._overhead(s)
        )
        if not rises:
            return []
        tip, elbow = self.tip(s), self.body.joints[f"elbow_{s}"]
        x, y, z = _YOKE_ROOT
        root = point(*self.body.spine[6], (x * sx, y, z))
        start, corner = mix(tip, root, rises), mix(tip, root, _YOKE_CORNER)
        corner = mad(corner, self.body.frames["chest"][1], _YOKE_FLATTER * rises)
        reaches = rises * self.covers_sleeve(sx, unit(sub(elbow, tip)))
        end, last = self.in_sleeve(s, self._ends(_YOKE_ENDS, s) * reaches)
        curve = self.curve((start, corner, end), (_YOKE_R, last))
        return [chain(curve, self.detail), hull([*curve[:3], *slope[:3]], self.detail)]

    def in_sleeve(self, s: Side, t: float) -> tuple[Vec, float]:
        """Middle and radius (cm) of what fills a sleeve at a share of its arm, however its elbow turns."""
        straight = Bone(self.tip(s), self.body.joints[f"elbow_{s}"], ORIGIN, UPPER_ARM, self.build.arms)
        at, r = straight.spot(t)
        return at, r + _IN_SLEEVE

    def _ends(self, shares: tuple[float, float], s: Side) -> float:
        """How far along an arm what lies in its sleeve ends, which stays or has slid up."""
        stays, slid = shares
        return stays + (slid - stays) * self.slid(s) - _ENDS_LEVEL * self._level(s)

    def tip(self, s: Side) -> Vec:
        """Where slope and sleeve meet: at the joint, or below it while it is shrugged up. The flesh of a
        hanging arm hangs on, so that the trapezius still slopes and the corner is round.
        """
        rise = shrugged_of(self.body, s)
        right, up, _ = self.body.frames["chest"]
        slopes = _NARROW_SINKS * (1 - self.build.shoulders) * (1 - smoothstep(rise / _SQUARE_CM))
        sinks = _SHRUG_SINKS * rise + (_HANGING_SINKS + slopes) * (1 - self.body.lift[s])
        sinks *= max(self.upright(), self.away(dict(SIDES)[s]))  # beyond the back it would only stand up
        tip = mad(self.body.joints[f"shoulder_{s}"], up, _STANDS_UP_CM * self._ahead[s] - sinks)
        return mad(tip, right, _RAISED_OUT * self.body.lift[s] * dict(SIDES)[s])

    def _drawn_ahead(self, s: Side) -> float:
        """How far the shoulder of a hanging arm is drawn ahead, 0 to 1, where that shows: of somebody upright
        who is seen from the front.
        """
        o, g = self.body.spine[5]
        _, _, z = to_local(g, sub(self.body.joints[f"shoulder_{s}"], o))
        right, seen = self.body.frames["chest"][0], self.front_seen()
        seen *= 1 - _FARTHER_LESS * smoothstep(-dict(SIDES)[s] * self.camera.facing(right) / _FARTHER)
        hangs = 1 - self.body.lift[s]
        return smoothstep((z - SHOULDER[2]) / _AHEAD_CM) * seen * hangs * self.upright()

    def slope(self, s: Side, sx: float) -> list[Ball]:
        """The trapezius as balls from inside the neck out to near the shoulder's tip."""
        body = self.body
        o, g = body.spine[5]
        tip = self.tip(s)
        rise, raised = rise_of(body, s), raised_of(body, s)
        x, y, z = to_local(g, sub(tip, o))
        front = self.camera.facing(body.frames["chest"][2])
        from_behind = smoothstep(-front / 0.4)
        covered = _NECK_COVERED - _LESS_IN_FRONT * smoothstep(front / 0.5) - _LESS_PRONE * prone_of(body)
        along = mad(
            body.spine[6][0],
            body.spine[6][1][1],
            -2.5
            + _SHOULDER_RISES * max(0.0, rise) * (1 - body.lift[s])
            + _NAPE_STANDS_CM * self.bows
            + raised * covered * (1 - from_behind * self.collar.changes_places()),
        )
        aside = self.collar.behind_the_neck()
        _, collar = self.collar.lies
        # Seen along the collar's edge it would stand up over it as a lump on each side.
        edge_on = smoothstep((0.2 - self.camera.facing(collar[1])) / 0.2)
        turned = self.camera.facing(collar[2])
        edge_on *= smoothstep(turned / 0.4) + smoothstep(-turned / 0.4) * (1 - raised)
        inside: Vec = ((2.0 + 4.5 * aside) * sx, -2.0 * aside - 3.2 * edge_on, -1.0)
        root = to_local(g, sub(point(along, body.spine[6][1], inside), o))
        sag = _SAG - _SAG_LESS * max(0.0, rise) * max(body.lift[s], _SHRUGGED) - _SAG_DROPPED * min(0.0, rise)
        sag -= _SAG_LIFTED * body.lift[s] * self._overhead(s)
        sag += _SAG_AHEAD * self._ahead[s] - _SAG_BOWED * self.bows
        middle: Vec = ((root[0] + x) / 2, (root[1] + y) / 2 - sag, (root[2] + z) / 2 - 0.5)
        control = sub(scale(middle, 2.0), mix(root, (x, y, z), 0.5))
        balls = []
        for t, r in _SLOPE:
            at = curved(root, control, (x, y, z), t)
            balls.append(self.camera.ball(point(o, g, at), r * self.build.arms))
        return balls
