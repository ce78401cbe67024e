"""The trunk in its shirt, the shoulders, the collar and the neck; and the trousers' seat under the hem."""

from unhunch.figure.anatomy import SHOULDER
from unhunch.figure.camera import Camera
from unhunch.figure.flesh import THIGH, UPPER_ARM
from unhunch.figure.folds import collar_bones, trunk_folds
from unhunch.figure.neck import neck_muscles
from unhunch.figure.parts import Layer, Part, axis, piece, rim
from unhunch.figure.people import Person
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.shapes import (
    Ball,
    Egg,
    Outline,
    Round,
    between,
    chain,
    filled,
    hull,
    lower_edge,
    shrunk,
    swept,
    tube,
)
from unhunch.figure.skeleton import Body, smoothstep
from unhunch.figure.vectors import (
    Frame,
    Vec,
    add,
    cross,
    dot,
    frame_between,
    mad,
    mix,
    perpendicular,
    pitched,
    point,
    rolled,
    scale,
    sub,
    to_local,
    unit,
)

# The trunk under the shirt, hem to breast: spine joint, centre (up, forward), half axes.
_TRUNK: tuple[tuple[int, float, float, float, float, float], ...] = (
    (0, -1.4, 0.1, 15.0, 2.6, 10.0),
    (0, 3.0, 0.6, 13.4, 3.0, 9.2),
    (1, -0.2, 1.4, 11.8, 4.0, 8.4),
    (2, -1.7, 1.8, 12.2, 5.0, 8.8),
    (3, -2.0, 2.8, 13.7, 6.5, 10.3),
    (4, -2.5, 2.7, 14.8, 8.0, 10.8),
    (5, -8.9, 1.8, 14.4, 6.8, 9.8),
    (5, -6.0, 0.9, 13.2, 6.4, 8.6),
)
_RELAXINGS = 3
_LATS = {5: 0.3, 6: 0.5}  # cm by which the broad muscle of the back widens the chest below raised arms
_BREATH = (0.0, 0.05, 0.25, 0.45, 0.55, 0.45, 0.32, 0.2)
_HEM: tuple[Vec, Vec] = ((0.0, 3.0, -1.7), (15.3, 2.0, 11.6))
_TUCKED = 2.4  # cm by which the front of the hem goes back when the trunk rounds forward above it
# The shirt is longer behind, where it runs over the buttocks; a back that rounds draws it up there, one that
# arches lets it down.
_HEM_TILT_DEG, _HEM_ROUNDED_DEG, _HEM_ARCHED_DEG = 8.0, 16.0, 14.0
# Hips turned against the ribs draw the shirt along on the side where it is stretched, that of the seat: the
# hem hangs so much lower there, and it and the next rounds above it go so far (cm) with the hip.
_HEM_TWISTED_DEG = 13.0
_TWIST_DRAWS = (2.4, 2.4, 1.6, 0.7)
# cm by which it goes up where both thighs are drawn up all the way, and is shallower, from the front.
_HEM_RIDES_UP, _HEM_PRESSED = 1.8, 1.3
# A lap presses its front, from such a thigh on (sine of its angle with the trunk), by so much (cm).
_LAP_FROM, _LAP_GROWS, _LAP_PRESSES = -0.5, 0.6, 2.4
_HEM_ROUND, _HEM_IN = 2.0, 0.3  # cm: how round the hem turns in at the sides of the hip, and how far
_HEM_CM = 1.2  # how wide the stitched edge is
_HEM_TONE = 0.13
# So much smaller, that its ends do not stand out beside the shirt, and so much (cm) further down, that no
# cloth shows as a thread below it.
_BAND_SMALLER, _BAND_LOWER = 0.95, 0.2
# How much less it looks up or down than it would, and how far it opens away from the viewer besides (sine),
# so that its nearer side hangs down in a curve.
_HEM_FLATTER, _HEM_SAGS = 0.7, 0.14
# The crease of the hip, over the end of the hem: as a thigh is drawn up (sine of its angle with the trunk)
# and turns its outside to the viewer (cosine) it comes to cover the front of the shirt.
_CREASE_FROM, _CREASE_GROWS = -0.6, 0.5
_CREASE_SEEN, _CREASE_TURNS = 0.05, 0.35
_CREASE_ENDS = 0.62  # how far down the thigh it runs out
_CREASE_AT, _CREASE_R = (8.6, -4.6, 0.6), 4.0  # where it begins on the hip, and how round
_CREASE_HIDES_FROM, _CREASE_HIDDEN = 0.1, 0.35
_FAINT_CREASE = 0.05
_CREASE_FROM_FEET = 0.2  # cosine: seen so far from the feet and the front the hem lies free over the thigh
# Cosines: from which a pelvis is upright, and its front is seen.
_UPRIGHT_FROM, _UPRIGHT, _FRONT_FROM, _FRONT = 0.5, 0.3, 0.2, 0.3
# Cosines: a hem turned so far towards the viewer begins to open, and so much further is wholly open. Short of
# that it lies over the trousers as an arc, about as wide as the hip.
_OPENS_FROM, _OPENS = 0.8, 0.12
_HOLLOW_AT_REST = 0.16  # sine: every back is as hollow
_ARCHED = 0.3  # sine: a back so much more hollow
# Sines: a belly so far turned to the floor; so far a thigh is drawn up where no hem hangs over it any more,
# before it comes to lie over the trunk.
_HANGS_FROM, _FACING_DOWN, _HANGS_UNTIL = 0.1, 0.4, 0.3
HEM_LAP = 0.35
"""The trunk lies over the root of a thigh, but for the crease of the hip, until the thigh is drawn up so far:
the sine of its angle with the trunk.
"""
# Seen from the feet the two halves of the seat show: how much less lies between them, and how far it turns
# aside (cosine) until they do not.
_CLEFT, _CLEFT_TURNS = 0.35, 0.4
_ROOT_AWAY, _ROOT_DRAWN_UP = 2.0, 1.8  # cm by which the way into a thigh is thinner, turned away or drawn up
_SEAT_TOP: Vec = (0.0, 2.6, -0.6)
_HANGS = 0.3  # a thigh drawn up less goes on from the hip without a step
_HIP_X = 7.6  # where the flesh of a thigh begins
_TRUNK_RANK, _NECK_RANK = 1.0, 2.0

_COLLAR_AT: Vec = (0.0, 2.0, 1.1)
_COLLAR_TILT_DEG = 13.0
_COLLAR = (6.7, 5.3)
# Cosines: how far the neckline opens towards whoever sees its front, fading as they look from below.
_CUT_OUT, _CUT_OUT_FROM, _CUT_OUT_GROWS = 0.3, -0.45, 0.35
_EDGE_ON = 0.08
# cm by which raised arms press the collar together, and push the upper edge of its sides up along the neck.
_COLLAR_PRESSED, _COLLAR_PUSHED = 0.9, 2.6
_BAND_TONE = 0.14
# What the collar does for each cm the shoulders rise, and how far it turns with the neck.
_COLLAR_RISES, _COLLAR_TILTS_DEG, _COLLAR_ROLLS_DEG, _COLLAR_TURNS = 0.14, 0.5, 0.8, 0.3

SHOULDER_RADIUS = 4.0
# How much narrower than the trunk the flesh begins that leads along the ribs up to the arm.
_FLANK = (0.9, 0.95)
_SHOULDER_RISES = 0.25  # of the slope's upper end, for each cm of the joint
_NECK_COVERED = 5.0  # cm by which shoulders of raised arms come up round the neck
_CHANGES_PLACES = 0.3  # cosine: from behind they do so less, the nearer the neck is to come over the shirt
_SHOULDER_REST_Y = SHOULDER[1]
# How far a shrugged shoulder is drawn below its joint and towards the neck, for each cm it rises.
_SHRUG_SINKS, _SHRUG_DRAWS_IN = 0.31, 0.06
# How far the slope sags below a straight line, in cm; less for each cm the joint rises or drops, and over a
# raised arm, where the muscle stands up beside the neck.
_SAG, _SAG_LESS, _SAG_DROPPED, _SAG_LIFTED = 1.3, 0.2, 0.35, 3.2
# The cloth of an armpit spans the ribs and the outer side of a raised arm, where the deltoid rounds it:
# shares of the bone, cm outward, how loose (cm); its ball on the ribs, from within the trunk to its side:
# across, down, radius.
_ARMPIT_ARM = ((0.16, 0.5, 0.6), (0.32, 0.2, 0.5), (0.5, 0.0, 0.2))
_ARMPIT_RIBS = (8.0, 11.3, -11.5, 3.6)
_SLEEVE_FREE = 0.6  # so much sooner (share) it ends on an arm behind the trunk
_DELTOID_END = 0.3  # how far up a raised arm the shirt goes across to the neck, in shares of the bone
_HANGING_SINKS = 0.95  # cm by which the slope of one that hangs ends below its joint
_RAISED_OUT = 1.7  # cm by which a raised arm leaves the trunk further out than its joint
_SLOPE = ((0.0, 3.6), (0.25, 3.6), (0.5, 3.9), (0.75, SHOULDER_RADIUS))  # share of the way, radius


class Torso:
    """The middle of one frame's body."""

    def __init__(self, body: Body, camera: Camera, person: Person, breath: float) -> None:
        self.body, self.camera, self.person, self.breath = body, camera, person, breath
        self.detail = camera.detail
        self.build = person.build
        self.tucked = _TUCKED * rounded_of(body)
        self.arched = arched_of(body)
        self.twisted = twisted_of(body)
        self.hem = self.hem_lies()
        self.collar_lies = collar_seen(body, camera)
        self.opens = person.hair != "scarf" and collar_opens(body, camera) > 0
        self.ribbing = hull([self.collar(1.1), self.collar_top()], self.detail) if self.opens else []
        self.hip = {
            s: point(body.joints["pelvis"], body.frames["pelvis"], (_HIP_X * x, -0.5, -0.2)) for s, x in SIDES
        }

    def parts(self) -> list[Part]:
        """The trunk and the neck with the collar's edge between them."""
        trunk, neck = self.trunk(), self.neck()
        band = self.collar_band()
        if self.person.hair != "scarf" and band:
            if self.opens:
                neck.layers.insert(0, band)
            else:  # seen from behind: the collar hides the foot of the neck
                trunk.trims.append(band)
        return [trunk, neck]

    # -- trunk --------------------------------------------------------------------------------------------
    def trunk_eggs(self) -> list[Egg]:
        body, build, egg = self.body, self.build, self.camera.egg
        eggs = [self.hem_egg(0.0, _HEM[1][1])]
        raised = max(body.lift.values())
        for n, (i, up, forward, a, b, d) in enumerate(_TRUNK):
            o, g = body.spine[i]
            tucked = 0.0 if n else self.tucked / 2
            high = n / (len(_TRUNK) - 1)
            spread = _LATS.get(n, 0.0) * raised
            wide = build.waist + (build.shoulders - build.waist) * high
            deep = d * (1 + (build.waist - 1) * (1.3 - high)) + self.breath * _BREATH[n] - tucked
            drawn = _TWIST_DRAWS[n + 1] * self.twisted if n + 1 < len(_TWIST_DRAWS) else 0.0
            ahead = forward + self.breath * _BREATH[n] * 0.5 - tucked - drawn
            eggs.append(egg(point(o, g, (0.0, up, ahead)), g, a * wide + spread, b, deep))
        return _relaxed(eggs, smoothstep(self.arched / _ARCHED))

    def trunk(self) -> Part:
        """The shirt without its sleeves, over the seat; or the seat in the shirt's mouth."""
        body, camera = self.body, self.camera
        part = Part("trunk", "trunk", [], _TRUNK_RANK)
        p = body.joints["pelvis"]
        neck, g = body.spine[5]
        low, high, breast = body.spine[1][0], body.spine[3][0], point(neck, g, (0.0, -6.0, 1.0))
        part.axis = axis(camera, (p, 9), (low, 9), (high, 10), (breast, 9))
        eggs = self.trunk_eggs()
        collar = self.collar(1.0)
        sides = swept(between([*eggs, collar]))
        shirt = tube(between(eggs), self.detail) if sides is None else [sides, self.hem_end(eggs[0])]
        shirt.append(hull([eggs[-1], collar], self.detail))
        if self.opens:
            shirt.append(self.ribbing)
        flank = [*(shrunk(egg, k) for egg, k in zip(eggs[-4:-2], _FLANK, strict=True)), *eggs[-2:]]
        for s, sx in SIDES:
            shirt += self.shoulder(s, sx, flank)
        opening = hem_opening(body, camera)
        top = piece("top", *shirt)
        hem = lower_edge(self.band_egg(eggs[0]), self.down(), _HEM_CM * camera.px_per_cm)
        band = [Layer("top", filled(hem), tone=_HEM_TONE)] if hem else []
        drawn_up = {s: drawn_up_of(body, s) for s, _ in SIDES}
        folds = collar_bones(body, camera) + trunk_folds(body, camera, self.build.waist, drawn_up)
        band += [layer for layer in folds if layer.cloth == "top"]
        lap = [layer for layer in folds if layer.cloth != "top"]
        inside: list[Layer] = []
        if opening > 0:
            mouth = Layer("top", filled(hull([self.hem_egg(0.0)], self.detail)), tone=_HEM_TONE)
            inside = [mouth, self.seat(under_hem=False)]
        if opening < 1:
            part.layers = [self.throat(), self.seat(under_hem=True), top]
            part.trims = [*band, *self.hip_creases(), *lap]
            part.coming, part.come = inside, opening
        else:
            part.layers = [top, *band, *inside, *lap]
        return part

    def hem_end(self, hem: Egg) -> Outline:
        """The shirt's lower end: cloth that turns in to the hip at both sides, where the egg alone runs out
        into a sharp corner.
        """
        at, a, _ = self.hem_size(0.0)
        aside = a - _HEM_ROUND - _HEM_IN
        corners = [self.camera.ball(point(at, self.hem, (x * aside, 0.0, 0.0)), _HEM_ROUND) for _, x in SIDES]
        return hull([shrunk(hem, _BAND_SMALLER), *corners], self.detail)

    def band_egg(self, hem: Egg) -> Egg:
        """Along whose lower side the stitched edge of the hem runs."""
        x, y, xx, xy, yy, z = shrunk(hem, _BAND_SMALLER)
        dx, dy = self.down()
        lower = _BAND_LOWER * self.camera.px_per_cm
        return x + dx * lower, y + dy * lower, xx, xy, yy, z

    def down(self) -> tuple[float, float]:
        """The way out of the hem on the screen; the shorter, the more the hem is seen from its end."""
        camera, y = self.camera, self.hem[1]
        return -dot(y, camera.right), dot(y, camera.up)

    # -- shoulders ----------------------------------------------------------------------------------------
    def shoulder(self, s: Side, sx: float, breast: list[Egg]) -> list[Outline]:
        """Trapezius and deltoid: one slope from the neck over the shoulder's top on to the arm, and the
        flesh below it down to the breast.
        """
        camera, body = self.camera, self.body
        tip, elbow = self.shoulder_tip(s), body.joints[f"elbow_{s}"]
        slope = self.slope(s, sx)
        lift = body.lift[s]
        raised = raised_of(body, s)
        sleeve = UPPER_ARM[2][1] * self.build.limbs + 0.75
        r = SHOULDER_RADIUS + (sleeve - SHOULDER_RADIUS) * raised
        up = body.frames["chest"][1]
        pit = point(tip, body.frames["chest"], (-2.4 * sx, -2.2 * (1 - lift), 0.0))
        # Under a raised arm the broad muscle of the back goes out to the arm and closes the armpit.
        side = camera.ball(mix(pit, mix(tip, elbow, 0.14), raised), r - 0.3 * raised)
        # Of an arm that hangs behind the trunk only the shoulder's top belongs to the slope, else the joint
        # shows as a ball.
        away = self.away(sx)
        cap_r = SHOULDER_RADIUS * (1 - 0.4 * away * (1 - raised))
        cap = camera.ball(mad(tip, up, SHOULDER_RADIUS - cap_r), cap_r)
        end = UPPER_ARM[4][1] * self.build.limbs + 0.4
        reaches = raised * self.covers_sleeve(sx, unit(sub(elbow, tip)))
        arm = camera.ball(mix(tip, elbow, _DELTOID_END * reaches), cap_r + (end - cap_r) * raised)
        # The deltoid rounds a hanging arm's shoulder off, so that slope and sleeve meet without a corner.
        t, r, _ = UPPER_ARM[2]
        full = (r * self.build.limbs + 0.5) * (1 - 0.15 * raised)
        deltoid = camera.ball(mix(tip, elbow, t * (1 - away)), full + (cap_r - full) * away)
        # Between neck and arm the muscle stands up beside a raised arm; over a hanging one it sags.
        top = [_between(slope[3], ball, raised) for ball in (slope[1], slope[2])]
        return [
            chain([*slope, cap], self.detail),
            hull([*top, cap, arm], self.detail),
            hull([slope[3], cap, deltoid], self.detail),
            hull([breast[-1], *slope[1:3]], self.detail),
            hull([*breast, slope[3], cap, camera.ball(pit, SHOULDER_RADIUS), side], self.detail),
            *self.armpit(s, sx, raised),
        ]

    def armpit(self, s: Side, sx: float, raised: float) -> list[Outline]:
        """Cloth that spans the corner between a raised arm and the ribs."""
        if not raised:
            return []
        body, camera = self.body, self.camera
        tip, elbow = self.shoulder_tip(s), body.joints[f"elbow_{s}"]
        inside, wide, down, r = _ARMPIT_RIBS
        o, g = body.spine[5]
        x = inside + (wide * self.build.shoulders - inside) * raised
        sleeve = UPPER_ARM[2][1] * self.build.limbs
        out = scale(body.frames["chest"][0], sx * raised)
        spanned = [camera.ball(point(o, g, (x * sx, down, 0.8)), r)]
        reaches = raised * self.covers_sleeve(sx, unit(sub(elbow, tip)))
        for t, aside, loose in _ARMPIT_ARM:
            at = mad(mix(tip, elbow, t * reaches), out, aside)
            spanned.append(camera.ball(at, (sleeve + loose) * (0.8 + 0.2 * raised)))
        return [hull(spanned, self.detail)]

    def away(self, sx: float) -> float:
        """How far a side of the trunk is turned away from the viewer, 0 to 1."""
        return smoothstep((-sx * self.camera.facing(self.body.frames["chest"][0]) - 0.3) / 0.4)

    def covers_sleeve(self, sx: float, along: Vec) -> float:
        """How far (1: wholly) the shirt covers the sleeve of a raised arm. Behind the trunk the sleeve comes
        out of it, unless it points away so much that only its round end would.
        """
        aside = 1 - smoothstep((-self.camera.facing(along) - 0.4) / 0.4)
        return 1 - _SLEEVE_FREE * self.away(sx) * aside

    def shoulder_tip(self, s: Side) -> Vec:
        """Where slope and sleeve meet: at the joint, or below and inside it while it is shrugged up. The
        flesh of a hanging arm hangs on, so that the trapezius still slopes and the corner is round.
        """
        rise = max(0.0, rise_of(self.body, s)) * (1 - self.body.lift[s])
        right, up, _ = self.body.frames["chest"]
        tip = mad(self.body.joints[f"shoulder_{s}"], up, -_SHRUG_SINKS * rise)
        tip = mad(tip, up, -_HANGING_SINKS * (1 - self.body.lift[s]))
        out = _RAISED_OUT * self.body.lift[s] - _SHRUG_DRAWS_IN * rise
        return mad(tip, right, out * dict(SIDES)[s])

    def slope(self, s: Side, sx: float) -> list[Ball]:
        """The trapezius as balls from inside the neck out to near the shoulder's tip."""
        body = self.body
        o, g = body.spine[5]
        tip = self.shoulder_tip(s)
        rise, raised = rise_of(body, s), raised_of(body, s)
        x, y, z = to_local(g, sub(tip, o))
        from_behind = smoothstep(-self.camera.facing(body.frames["chest"][2]) / 0.4)
        along = mad(
            body.spine[6][0],
            body.spine[6][1][1],
            -3.1
            + _SHOULDER_RISES * max(0.0, rise) * (1 - body.lift[s])
            + raised * _NECK_COVERED * (1 - from_behind * self.changes_places()),
        )
        aside = self.behind_the_neck()
        _, collar = self.collar_lies
        # Seen along the collar's edge it would stand up over it as a lump on each side.
        edge_on = smoothstep((0.2 - self.camera.facing(collar[1])) / 0.2)
        turned = self.camera.facing(collar[2])
        edge_on *= smoothstep(turned / 0.4) + smoothstep(-turned / 0.4) * (1 - raised)
        inside: Vec = ((2.0 + 4.5 * aside) * sx, -2.0 * aside - 3.2 * edge_on, -1.0)
        root = to_local(g, sub(point(along, body.spine[6][1], inside), o))
        sag = _SAG - _SAG_LESS * max(0.0, rise) + _SAG_DROPPED * min(0.0, rise) - _SAG_LIFTED * body.lift[s]
        middle: Vec = ((root[0] + x) / 2, (root[1] + y) / 2 - sag, (root[2] + z) / 2 - 0.5)
        control = sub(scale(middle, 2.0), mix(root, (x, y, z), 0.5))
        balls = []
        for t, r in _SLOPE:
            at = mix(mix(root, control, t), mix(control, (x, y, z), t), t)
            balls.append(self.camera.ball(point(o, g, at), r))
        return balls

    def changes_places(self) -> float:
        """How near (1: now) neck and shirt are to change places."""
        return 1 - smoothstep(abs(collar_opens(self.body, self.camera)) / _CHANGES_PLACES)

    def behind_the_neck(self) -> float:
        """How far the trapezius is behind the neck while the breast is before it, 0 to 1: so it is seen from
        the feet, and begins beside the neck.
        """
        _, collar = self.collar_lies
        from_below = smoothstep(-self.camera.facing(collar[1]) / 0.2)
        return from_below * smoothstep(self.camera.facing(collar[2]) / 0.4)

    # -- seat ---------------------------------------------------------------------------------------------
    def seat(self, under_hem: bool) -> Layer:
        """The trousers' seat; where it comes out of the shirt towards the viewer it begins at the hem."""
        body, egg, ball = self.body, self.camera.egg, self.camera.ball
        p, f = body.joints["pelvis"], body.frames["pelvis"]
        h = self.build.hips
        core = egg(point(p, f, (0.0, -2.6, -1.4)), f, 13.6 * h, 5.4, 7.6)
        x, y, z = _SEAT_TOP
        top: Vec = (x, y - 1.5 * self.twisted, z - _TWIST_DRAWS[0] * self.twisted)
        waist = egg(point(p, f, top), f, 13.0 * h, 3.0, 9.4) if under_hem else self.hem_egg(-0.7)
        halves = [self.buttock(x, seat_drawn_up(body, s)) for s, x in SIDES]
        end_on = 0.0 if under_hem else 1 - smoothstep(abs(self.camera.facing(f[0])) / _CLEFT_TURNS)
        both = [ball(at, r * (1 - _CLEFT * end_on)) for at, r in halves]
        outlines = []
        if end_on > 0:
            outlines += [hull([core, ball(at, r)], self.detail) for at, r in halves]
        roots = []
        joint = ((6.9, -1.5, -1.6), 8.0) if under_hem else ((6.9, -3.4, -1.6), 7.4)
        for s, x in SIDES:
            (u, v, w), r = joint
            away = smoothstep((-x * self.camera.facing(f[0]) - 0.1) / 0.4)
            # Below a seat that goes along with a thigh drawn up it would stand out as a step.
            less = _ROOT_AWAY * away + _ROOT_DRAWN_UP * seat_drawn_up(body, s)
            at = point(p, f, (u * x * h, v, w))
            root = ball(at, r - less)
            hangs = 1 - smoothstep(seat_drawn_up(body, s) / _HANGS)
            thigh = mix(self.hip[s], body.joints[f"knee_{s}"], THIGH[0][0])
            roots.append(ball(thigh, THIGH[0][1] * self.build.limbs * hangs))
            outlines.append(hull([root, self.thigh_start(s, away, less)], self.detail))
        outlines.append(hull([core, waist, *both, *roots], self.detail))
        return piece("trousers", *outlines, casts=False)

    def hip_creases(self) -> list[Layer]:
        """The roots of thighs that are drawn up, over the front of the hem: the shirt goes down into the
        crease of the hip.
        """
        found = []
        body, f = self.body, self.body.frames["pelvis"]
        from_feet = smoothstep(-self.camera.facing(f[1]) / _CREASE_FROM_FEET)
        free = 1 - from_feet * smoothstep(self.camera.facing(f[2]) / _CREASE_FROM_FEET)
        # Seen from the front, the hem of somebody who sits upright lies over the lap.
        upright = smoothstep((f[1][1] - _UPRIGHT_FROM) / _UPRIGHT)
        free *= 1 - upright * smoothstep((self.camera.facing(f[2]) - _FRONT_FROM) / _FRONT)
        # The shirt of somebody on all fours hangs down over the crease, more so below a hollow back.
        facing_down = smoothstep((-f[2][1] - _HANGS_FROM) / _FACING_DOWN)
        arched = smoothstep(self.arched / _ARCHED)
        for s, sx in SIDES:
            sine = drawn_up_of(body, s)
            turned = smoothstep((self.camera.facing(f[0]) * sx - _CREASE_SEEN) / _CREASE_TURNS)
            hanging = facing_down * max(arched, 1 - smoothstep(sine / _HANGS_UNTIL))
            k = turned * smoothstep((sine - _CREASE_FROM) / _CREASE_GROWS) * free * (1 - hanging)
            if k < _FAINT_CREASE:
                continue
            x, y, z = _CREASE_AT
            root = self.camera.ball(point(body.joints["pelvis"], f, (x * sx, y, z)), _CREASE_R * k)
            # The trunk comes down on a thigh drawn up further, and hides more and more of it.
            stays = 1 - _CREASE_HIDDEN * smoothstep((sine - _CREASE_HIDES_FROM) / _CREASE_GROWS)
            t, r, _ = THIGH[1]
            hip, knee = self.hip[s], body.joints[f"knee_{s}"]
            thigh = self.camera.ball(mix(hip, knee, t * stays), r * k * stays * self.build.limbs)
            runs_out = self.camera.ball(mix(hip, knee, _CREASE_ENDS), _CREASE_R * k * 0.75)
            found.append(Layer("trousers", filled(hull([root, thigh, runs_out], self.detail)), casts=False))
        return found

    def hem_egg(self, grown: float, thick: float = 0.3) -> Egg:
        """The shirt's lower end, that much larger."""
        at, wide, deep = self.hem_size(grown)
        return self.camera.egg(at, self.hem, wide, thick, deep)

    def hem_size(self, grown: float) -> tuple[Vec, float, float]:
        """Its middle, and half its width and depth."""
        (x, y, z), (a, _, d) = _HEM
        h, less = (self.build.hips + self.build.waist) / 2, self.tucked / 2
        rides = min(seat_drawn_up(self.body, s) for s, _ in SIDES)
        lap = min(drawn_up_of(self.body, s) for s, _ in SIDES)
        pressed = _HEM_PRESSED * rides + _LAP_PRESSES * smoothstep((lap - _LAP_FROM) / _LAP_GROWS)
        at = point(
            self.body.joints["pelvis"],
            self.body.frames["pelvis"],
            (x, y + _HEM_RIDES_UP * rides, z - less - pressed - _TWIST_DRAWS[0] * self.twisted),
        )
        return at, a * h + grown, d * (0.5 + h / 2) - less - pressed + grown

    def hem_lies(self) -> Frame:
        """The hem's frame as it is drawn: turned some of the way to where it is seen from the side. A ring
        drawn as it is would end the shirt in a dome, which reads as the end of an egg, not as a line round
        the hip.
        """
        f, towards = hem_frame(self.body), self.camera.towards
        y = unit(mad(f[1], towards, _HEM_SAGS - _HEM_FLATTER * dot(f[1], towards)))
        x = perpendicular(f[0], y)
        return x, y, cross(x, y)

    def buttock(self, sx: float, drawn_up: float = 0.0) -> tuple[Vec, float]:
        """One half of the seat: its middle and radius. Of a thigh that is drawn up (1) only the part below
        the shirt's hem.
        """
        at: Vec = (6.3 * sx, -2.6 - 1.8 * drawn_up, -3.5 - 1.4 * drawn_up)
        centre = point(self.body.joints["pelvis"], self.body.frames["pelvis"], at)
        return centre, 7.9 - 1.2 * drawn_up

    def thigh_start(self, s: Side, away: float, less: float) -> Ball:
        """Within a thigh and so much thinner, so far down that no step shows where it comes out of the seat;
        less far of one on the side turned away (1), for that is darker.
        """
        hip, knee = self.hip[s], self.body.joints[f"knee_{s}"]
        t, r, _ = THIGH[1]
        return self.camera.ball(mix(hip, knee, t * (1 - away)), (r - 1.4 - less) * self.build.limbs)

    # -- neck ---------------------------------------------------------------------------------------------
    @property
    def _collar_k(self) -> float:
        return 0.6 + 0.4 * self.build.neck

    @property
    def _collar_wide(self) -> float:
        """How wide the collar is; raised arms press it together."""
        return _COLLAR[0] - _COLLAR_PRESSED * max(self.body.lift.values())

    def collar(self, grown: float, thick: float = 0.4) -> Egg:
        """The ring the neck comes out of."""
        at, f = self.collar_lies
        n = self._collar_k
        return self.camera.egg(at, f, (self._collar_wide + grown) * n, thick, (_COLLAR[1] + grown) * n)

    def collar_top(self) -> Egg:
        """The upper edge of its ribbed band, that lies round the neck."""
        at, f = self.collar_lies
        n = self._collar_k
        x, y = self._collar_wide - 0.4, _COLLAR[1] - 0.3
        up = 1.0 + _COLLAR_PUSHED * max(self.body.lift.values())
        return self.camera.egg(mad(mad(at, f[1], up), f[2], -0.4), f, x * n, 0.4, y * n)

    def collar_band(self) -> Layer | None:
        """The ribbed edge of the shirt: all of it from above, its near half from below or behind, where
        raised shoulders hide it.
        """
        at, f = self.collar_lies
        if self.opens:
            return Layer("top", filled(self.ribbing), tone=_BAND_TONE)
        shown = 1 - smoothstep((max(self.body.lift.values()) - 0.3) / 0.3)
        if shown < 0.05:
            return None
        n = self._collar_k
        near = rim(
            self.camera,
            mad(at, f[1], -1.0),
            f,
            a_cm=(self._collar_wide + 0.7) * n,
            c_cm=(_COLLAR[1] + 1.0) * n,
            band_cm=1.2,
        )
        return Layer("top", near, tone=_BAND_TONE * shown) if near else None

    def throat(self) -> Layer:
        """The skin below the collar, which the shirt hides: with it the neck's shading goes on into the shirt
        and does not darken at the collar as if the neck ended there.
        """
        at, f = self.collar_lies
        below = self.camera.ball(mad(at, f[1], -5.0), 4.5)
        return Layer("skin", filled(hull([self.collar(-0.3), below], self.detail)), casts=False)

    def neck(self) -> Part:
        """One taper from the collar to behind the ears, bent evenly."""
        middle = axis(self.camera, (self.body.spine[5][0], 5), (self.body.joints["head"], 5))
        part = Part("neck", "neck", middle, _NECK_RANK)
        part.casts = self.person.hair == "scarf"  # which covers it
        if not part.casts:
            at, f = self.collar_lies
            pit = mad(mad(at, f[1], 0.6), f[2], _COLLAR[1] * self._collar_k - 0.6)
            part.layers = [
                piece("skin", *tube(self.neck_rounds(self.build.neck), self.detail)),
                neck_muscles(self.camera, self.body, pit, f),
            ]
        return part

    def neck_rounds(self, k: float) -> list[Round]:
        """The neck's thickness along an even curve, from the collar up."""
        body, camera = self.body, self.camera
        at, f = self.collar_lies
        head, hf = body.joints["head"], body.frames["head"]
        end = point(head, hf, (0.0, 4.6, -2.1))
        up = unit(add(body.frames["neck"][1], pitched(hf, 20.0)[1]))
        reach = 0.36 * ((end[0] - at[0]) ** 2 + (end[1] - at[1]) ** 2 + (end[2] - at[2]) ** 2) ** 0.5
        b, c = mad(at, f[1], reach), mad(end, up, -reach)
        n = self._collar_k
        rounds: list[Round] = [self.collar(0.0, _FOOT_OF_NECK)]
        for t, wide, deep in _NECK:
            q, r, s = mix(at, b, t), mix(b, c, t), mix(c, end, t)
            centre = mix(mix(q, r, t), mix(r, s, t), t)
            if wide == deep:
                rounds.append(camera.ball(centre, wide * k))
            else:
                rounds.append(camera.egg(centre, f, wide * n, 1.5, deep * n))
        return rounds


_FOOT_OF_NECK = 1.5  # cm: half the height of its first round, which would show corners seen edge-on
# How far up the neck, half its width and depth.
_NECK = (
    (0.14, 5.9, 5.3), (0.28, 5.3, 5.1), (0.45, 4.9, 4.9), (0.62, 4.85, 4.85), (0.8, 5.0, 5.0),
    (1.0, 5.3, 5.3),
)  # fmt: skip


def _relaxed(eggs: list[Egg], k: float) -> list[Egg]:
    """The eggs of a trunk, those within it nearer (1) to the middle of their neighbours: a hollow back is one
    curve, as the cloth spans it, and no notch at one joint.
    """
    for _ in range(_RELAXINGS if k else 0):
        inner = [
            _mixed(b, _mixed(a, c, 0.5), 0.5 * k) for a, b, c in zip(eggs, eggs[1:], eggs[2:], strict=False)
        ]
        eggs = [eggs[0], *inner, eggs[-1]]
    return eggs


def _between(a: Ball, b: Ball, k: float) -> Ball:
    x, y, r, z = (p + (q - p) * k for p, q in zip(a, b, strict=True))
    return x, y, r, z


def _mixed(a: Egg, b: Egg, k: float) -> Egg:
    x, y, xx, xy, yy, z = (p + (q - p) * k for p, q in zip(a, b, strict=True))
    return x, y, xx, xy, yy, z


def rise_of(body: Body, s: Side) -> float:
    """How far a shoulder's joint has risen from where it rests, in cm."""
    o, g = body.spine[5]
    return to_local(g, sub(body.joints[f"shoulder_{s}"], o))[1] - _SHOULDER_REST_Y


def raised_of(body: Body, s: Side) -> float:
    """How far an arm is raised over the head, 0 to 1; 0 while it hangs or points ahead."""
    return smoothstep((body.lift[s] - 0.3) / 0.5)


def collar_of(body: Body) -> tuple[Vec, Frame]:
    """The middle of the shirt's collar, and its frame: y up out of it.

    It turns with the foot of the neck, and the shoulders take it along when they rise: its nape more than
    its front, the side of the higher shoulder more than the other.
    """
    o, g = body.spine[5]
    left, right = rise_of(body, "l"), rise_of(body, "r")
    rise = max(0.0, (left + right) / 2)
    f = frame_between(g, body.spine[6][1], _COLLAR_TURNS)
    f = rolled(f, _COLLAR_ROLLS_DEG * (left - right))
    x, y, z = _COLLAR_AT
    at = point(o, f, (x, y + _COLLAR_RISES * rise, z))
    return at, pitched(f, _COLLAR_TILT_DEG + _COLLAR_TILTS_DEG * rise)


def collar_seen(body: Body, camera: Camera) -> tuple[Vec, Frame]:
    """The collar as it is drawn. Seen from the front it opens a little towards the viewer even where they
    look along its edge or from below, as a neckline does that is cut out in front: else it is a straight bar.
    """
    at, f = collar_of(body)
    opens = camera.facing(f[1])
    turned = smoothstep(camera.facing(f[2]) / 0.5) * smoothstep((opens - _CUT_OUT_FROM) / _CUT_OUT_GROWS)
    y = unit(mad(f[1], camera.towards, max(0.0, _CUT_OUT - opens) * turned))
    x = perpendicular(f[0], y)
    return at, (x, y, cross(x, y))


def collar_opens(body: Body, camera: Camera) -> float:
    """How far the collar opens towards the viewer, as a cosine; below 0 the shirt hides the foot of the neck.

    Seen nearly from its edge it does so too, for the foot of a neck over it would show corners.
    """
    return camera.facing(collar_seen(body, camera)[1][1]) - _EDGE_ON


def drawn_up_of(body: Body, s: Side) -> float:
    """How far a thigh is drawn up: the sine of its angle with the trunk, below 0 if it points down."""
    return dot(unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"])), body.frames["pelvis"][1])


def seat_drawn_up(body: Body, s: Side) -> float:
    """How far a thigh that is drawn up takes its half of the seat along, 0 to 1."""
    return smoothstep((drawn_up_of(body, s) - 0.05) / 0.5)


def hem_frame(body: Body) -> Frame:
    """How the shirt's lower end lies: y up into the shirt."""
    tilt = -_HEM_TILT_DEG - _HEM_TWISTED_DEG * twisted_of(body) + _HEM_ROUNDED_DEG * rounded_of(body)
    tilt -= _HEM_ARCHED_DEG * smoothstep(arched_of(body) / _ARCHED)
    return pitched(body.frames["pelvis"], tilt)


def bent_of(body: Body) -> float:
    """How far the waist bends forward (sine), below 0 back."""
    return dot(body.spine[2][1][1], body.frames["pelvis"][2])


def rounded_of(body: Body) -> float:
    """How far the trunk rounds forward over the pelvis, 0 to 1."""
    return smoothstep(bent_of(body) / 0.5)


def arched_of(body: Body) -> float:
    """How much more hollow than at rest the back is (sine)."""
    return max(0.0, -bent_of(body) - _HOLLOW_AT_REST)


def twisted_of(body: Body) -> float:
    """How far the hips are turned against the ribs, 0 to 1."""
    return smoothstep((abs(dot(body.spine[4][1][2], body.frames["pelvis"][0])) - 0.12) / 0.6)


def hem_opening(body: Body, camera: Camera) -> float:
    """How much the shirt's lower end opens towards the viewer, as of somebody seen well from their feet: 0 to
    1, soon 1.
    """
    return smoothstep((-camera.facing(body.frames["pelvis"][1]) - _OPENS_FROM) / _OPENS)
