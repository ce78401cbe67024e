"""The hips: how the shirt's hem lies round them, and the trousers' seat under it."""

from unhunch.figure.bends import (
    ARCHED,
    arched_of,
    drawn_up_of,
    facing_down_of,
    flat_on_back_of,
    hem_frame,
    humped_of,
    lap_of,
    lies_of,
    on_fours_of,
    rounded_of,
    seat_drawn_up,
    slumped_of,
    stands_of,
    twisted_of,
)
from unhunch.figure.camera import Camera
from unhunch.figure.flesh import THIGH
from unhunch.figure.lying import lying_shades
from unhunch.figure.parts import Layer, piece
from unhunch.figure.people import Build
from unhunch.figure.pose import SIDES, Side
from unhunch.figure.seated import leant_back_of, sat_on_of
from unhunch.figure.shapes import Ball, Egg, Outline, filled, hull, mixed_rounds, shrunk
from unhunch.figure.skeleton import Body
from unhunch.figure.standing import hip_side, stands_on, straightened
from unhunch.figure.vectors import (
    Frame,
    Vec,
    cross,
    dot,
    mad,
    mix,
    perpendicular,
    point,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

_HEM: tuple[Vec, Vec] = ((0.0, 3.0, -1.5), (15.3, 2.0, 11.0))
_TUCKED = 2.4  # cm by which the front of the hem goes back when the trunk rounds forward above it
# The hem of a back that humps on all fours lies square to the spine: so far (cm) up and back, and so much
# less deep, for the belly is drawn in. That of one who sits slumped is drawn up over the seat.
_HUMPED_UP, _HUMPED_BACK, _HUMPED_IN = 4.6, 1.0, 1.8
_SLUMPED_UP = 3.4
# cm by which it is deeper on the seat that a hollow back lifts, and by a third as much further back.
_HEM_ON_SEAT = 1.3
# On all fours the two halves of the seat round on into the back: that much (cm) further up and back below a
# hump, down below a hollow, and larger.
_SEAT_HUMPED, _SEAT_HOLLOW_DOWN, _SEAT_ROUNDER = (3.8, 2.5), 1.0, 1.6
# There the flesh is drawn down from the back to the thighs: so far (cm) down and to the front it lies.
_SEAT_ON_FOURS = (1.8, 1.7)
# Its halves lie so much (cm) nearer to each other, that it rounds off to its sides.
_SEAT_NARROWER = 2.4
# Sat back on the heels it is a dome: so far (cm) up and back from between its halves, so much rounder.
_DOME = (0.8, 2.8, 0.5)
# And the trousers come out of the shirt without a step: so much (cm) deeper, and more below a hollow back.
_SEAT_TOP_ON_FOURS, _SEAT_TOP_HOLLOW = 1.4, 1.8
# Sat on with a hollow back they are pressed in, so far (cm) up and to the front.
_SEAT_SAT_ON = (0.6, 2.2)
# With the knees up the seat rounds out behind the thighs, so far (cm). Leant back on, it is so much higher
# and rounder, and the back draws the hem along, so far up and back.
_SEAT_OUT, _SEAT_ROLLED, _HEM_ROLLED = 2.2, (1.5, 0.8), (3.0, 0.5)
# Drawn up with its thigh a half of it is two rounds: how far (cm) up and back from its middle, how round.
_CUSHION = ((-0.6, 3.0, 5.8), (-2.2, 1.8, 6.2))
_SAT_ON_CM = 11.2  # so far below the hips at most it reaches down to what it is sat or lain on
_CORE_NARROWER = 3.0  # cm by which what lies between the two is narrower then, not to stand out beside them
# Hips turned against the ribs draw the shirt along on the side where it is stretched, that of the seat: the
# hem and the next rounds above it go so far (cm) with the hip.
_TWIST_DRAWS = (2.4, 2.4, 1.6, 0.7)
# cm by which it goes up where both thighs are drawn up all the way, and is shallower, from the front.
_HEM_RIDES_UP, _HEM_PRESSED = 1.8, 1.3
_HEM_LIES = 1.1  # and so much (cm) from behind, where it comes to lie on the seat
# A lap presses its front by so much (cm).
_LAP_PRESSES = 2.4
_HEM_ROUND, _HEM_IN = 2.0, 0.3  # cm: how round the hem turns in at the sides of the hip, and how far
_HEM_LYING_CM = 4.4  # how thick the hem of one who lies is
HEM_TONE = 0.13
# So much smaller, that its ends do not stand out beside the shirt, and so much (cm) further down, that no
# cloth shows as a thread below it.
_BAND_SMALLER, _BAND_LOWER = 0.95, 0.2
# How much less it looks up or down than it would, and how far it opens away from the viewer besides (sine),
# so that its nearer side hangs down in a curve: by this share less where it looks up or down anyway.
# From the front, one that a lap presses shallow opens by so much more.
_HEM_FLATTER, _HEM_SAGS, _HEM_SAGS_LESS, _HEM_SAGS_ON_LAP = 0.7, 0.26, 0.8, 0.24
CREASE_TAKES = (3.8, 2.2, 0.9, 0.3)
"""What the crease of the hip takes from the upper side of a thigh that is drawn up, place by place of its
flesh from its root on (cm): there the shirt's hem shows.
"""
# The crease of the hip, over the end of the hem: as a thigh is drawn up (sine of its angle with the trunk)
# and turns its outside to the viewer (cosine) it comes to cover the front of the shirt.
_CREASE_FROM, _CREASE_GROWS = -0.6, 0.5
_CREASE_SEEN, _CREASE_TURNS = 0.05, 0.35
_CREASE_ENDS = 0.62  # how far down the thigh it runs out
_CREASE_AT, _CREASE_R = (8.6, -4.6, 0.6), 4.0  # where it begins on the hip, and how round
_CREASE_HIDES_FROM, _CREASE_HIDDEN = 0.1, 0.35
_CREASE_COVERS = 0.23  # how long before (sine) the root of a thigh begins to go over the whole end of the hem
_CREASE_LEAVES = 0.2  # how much of a thigh's radius is then free at its lower side
_FAINT_CREASE, _CREASE_WHOLE = 0.05, 0.6
_CREASE_FROM_FEET = 0.2  # cosine: seen so far from the feet and the front the hem lies free over the thigh
# Cosines: from which a pelvis is upright, and its front is seen.
_UPRIGHT_FROM, _UPRIGHT, _FRONT_FROM, _FRONT = 0.5, 0.3, 0.2, 0.3
# Sine: so far a thigh is drawn up where no hem hangs over it any more, before it comes to lie over the trunk.
_HANGS_UNTIL = 0.3
# Seen from the feet the two halves of the seat show: how much less lies between them, and how far it turns
# aside (cosine) until they do not.
_CLEFT, _CLEFT_TURNS = 0.35, 0.4
_CLEFT_DRAWN_UP = 0.08  # and of thighs drawn up of one who lies, which take the halves of the seat along
_ROOT_AWAY, _ROOT_DRAWN_UP = 2.0, 1.8  # cm by which the way into a thigh is thinner, turned away or drawn up
_SEAT_TOP: Vec = (0.0, 2.6, -0.6)
_HANGS = 0.3  # a thigh drawn up less goes on from the hip without a step
_HIP_X = 7.6  # where the flesh of a thigh begins
# Sines: so far a thigh is drawn up when it comes to lie over the shirt of one who kneels or stands, who lies
# flat seen from the side and from the feet, who leans back, and who sits upright; that of the last rises
# besides so far from the floor, so soon.
_LAP_KNEELING, _LAP_LYING, _LAP_FROM_FEET, _LAP_LEANING, _LAP_UPRIGHT = 0.35, 0.12, -0.3, -0.3, -0.3
_SITS_FROM, _SITS = 0.3, 0.4  # cosines: from which a pelvis is upright
_FROM_FEET = 0.4  # cosine: seen so far from the feet
_LEVEL, _RISING = 0.2, 1.5


def over_hem(body: Body, camera: Camera, s: Side) -> float:
    """How much farther than until it comes to lie over the shirt a thigh is drawn up (sine of its angle with
    the trunk); below 0 the hem lies over its root. On the lap of one who sits upright it does, however far
    they lean over it, until the thigh rises.
    """
    up = body.frames["pelvis"][1]
    upright = smoothstep((up[1] - _SITS_FROM) / _SITS)
    from_feet = smoothstep(-camera.facing(up) / _FROM_FEET)
    lying = _LAP_LYING + (_LAP_FROM_FEET - _LAP_LYING) * from_feet
    lap = _LAP_KNEELING
    for at, share in (
        (_LAP_LEANING, lies_of(body)),
        (lying, flat_on_back_of(body)),
        (_LAP_UPRIGHT, upright),
    ):
        lap += (at - lap) * share
    drawn_up = drawn_up_of(body, s)
    rises = unit(sub(body.joints[f"knee_{s}"], body.joints[f"hip_{s}"]))[1]
    return drawn_up - lap + min(0.0, lap - drawn_up + (rises - _LEVEL) * _RISING) * upright


class Hips:
    """The hips of one frame's body."""

    def __init__(self, body: Body, camera: Camera, build: Build) -> None:
        self.body, self.camera, self.build = body, camera, build
        self.detail = camera.detail
        self.tucked = _TUCKED * rounded_of(body)
        self.arched = arched_of(body)
        self.twisted = twisted_of(body)
        self.humped = humped_of(body)
        self.slumped = slumped_of(body)
        self.lap = lap_of(body)
        self.lies = lies_of(body)
        self.stands = stands_of(body)
        self.facing_down = facing_down_of(body)
        self.on_fours = on_fours_of(body)
        self.sat_on, self.leant_back = sat_on_of(body), leant_back_of(body)
        self.straight = {s: stands_on(body, s) for s, _ in SIDES}
        self.hem = self.hem_lies()
        self.joint = {
            s: point(body.joints["pelvis"], body.frames["pelvis"], (_HIP_X * x, -0.5, -0.2)) for s, x in SIDES
        }

    def drawn_along(self, n: int) -> float:
        """How far (cm) hips turned against the ribs draw the shirt along, so many rounds above the hem."""
        return _TWIST_DRAWS[n] * self.twisted if n < len(_TWIST_DRAWS) else 0.0

    def hem_end(self, hem: Egg) -> Outline:
        """The shirt's lower end: cloth that turns in to the hip at both sides, where the egg alone runs out
        into a sharp corner.
        """
        at, a, _ = self.hem_size(0.0)
        aside = a - _HEM_ROUND - _HEM_IN
        # Above the hem itself: level with it they would cut its curve off straight.
        up = 0.9 * _HEM_ROUND
        corners = [self.camera.ball(point(at, self.hem, (x * aside, up, 0.0)), _HEM_ROUND) for _, x in SIDES]
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

    def seat(self, under_hem: bool) -> Layer:
        """The trousers' seat; where it comes out of the shirt towards the viewer it begins at the hem."""
        body, egg, ball = self.body, self.camera.egg, self.camera.ball
        p, f = body.joints["pelvis"], body.frames["pelvis"]
        h = self.build.hips
        up = {s: seat_drawn_up(body, s) for s, _ in SIDES}
        core = egg(point(p, f, (0.0, -2.6, -1.4)), f, 14.8 * h - _CORE_NARROWER * max(up.values()), 5.4, 7.6)
        x, y, z = _SEAT_TOP
        top: Vec = (x, y - 1.5 * self.twisted, z - _TWIST_DRAWS[0] * self.twisted)
        deep = 9.4 + _SEAT_TOP_ON_FOURS * self.on_fours + _SEAT_TOP_HOLLOW * self.kneels_hollow
        waist = egg(point(p, f, top), f, 13.2 * h, 3.0, deep) if under_hem else self.hem_egg(-0.7)
        gone_up = max(self.humped, self.slumped)
        if gone_up:  # as far as the hem
            waist = mixed_rounds(waist, self.hem_egg(-0.2), gone_up)
        halves = [self.buttock(x, up[s]) for s, x in SIDES]
        end_on = 0.0 if under_hem else 1 - smoothstep(abs(self.camera.facing(f[0])) / _CLEFT_TURNS)
        apart = max(_CLEFT * end_on, _CLEFT_DRAWN_UP * (1 - self.facing_down) * min(up.values()))
        both = [ball(at, r * (1 - apart)) for s, x in SIDES for at, r in self.cushion(x, up[s])]
        both.append(ball(*self.behind(*halves)))
        outlines = []
        if end_on > 0:
            outlines += [hull([core, ball(at, r)], self.detail) for at, r in halves]
        roots = []
        joint = ((6.9, -1.5, -1.6), 8.0) if under_hem else ((6.9, -3.4, -1.6), 7.4)
        for s, x in SIDES:
            (u, v, w), r = joint
            away = smoothstep((-x * self.camera.facing(f[0]) - 0.1) / 0.4)
            # Below a seat that goes along with a thigh drawn up it would stand out as a step.
            less = _ROOT_AWAY * away + _ROOT_DRAWN_UP * up[s]
            at = point(p, f, (u * x * h, v, w))
            root = ball(at, r - less)
            # Where one thigh is drawn up the other shows below it, with its shade.
            hangs = (1 - smoothstep(max(up.values()) / _HANGS)) * (1 - self.straight[s])
            thigh = mix(self.joint[s], body.joints[f"knee_{s}"], THIGH[0][0])
            roots.append(ball(thigh, THIGH[0][1] * self.build.limbs * hangs))
            side = [root, root, self.thigh_start(s, away, less)]
            if stands := self.straight[s]:
                side = straightened(side, stands, hip_side(body, self.camera, self.build, self.joint[s], s))
            outlines.append(hull(side, self.detail))
        outlines.append(hull([core, waist, *both, *roots], self.detail))
        return piece("trousers", *outlines, casts=False)

    @property
    def hanging(self) -> float:
        """How far the belly hangs down below a hollow back, as that of somebody on all fours, 0 to 1."""
        return self.facing_down * smoothstep(self.arched / ARCHED)

    @property
    def kneels_hollow(self) -> float:
        """How far somebody is on all fours with a hollow back, 0 to 1."""
        return self.hanging * self.stands

    def hip_creases(self) -> list[Layer]:
        """The roots of thighs that are drawn up, over the front of the hem: the shirt goes down into the
        crease of the hip. With the shades on the trousers of one who lies.
        """
        body, f = self.body, self.body.frames["pelvis"]
        hem, down = self.hem_egg(0.0, _HEM_LYING_CM), self.down()
        found = [*lying_shades(body, self.camera, self.joint, self.build.limbs, hem=hem, down=down)]
        from_feet = smoothstep(-self.camera.facing(f[1]) / _CREASE_FROM_FEET)
        free = 1 - from_feet * smoothstep(self.camera.facing(f[2]) / _CREASE_FROM_FEET)
        # Seen from the front, the hem of somebody who sits upright lies over the lap.
        upright = smoothstep((f[1][1] - _UPRIGHT_FROM) / _UPRIGHT)
        free *= 1 - upright * smoothstep((self.camera.facing(f[2]) - _FRONT_FROM) / _FRONT)
        flat = flat_on_back_of(body)
        free *= 1 - self.lies * (1 - flat)  # and of one who leans back
        # The shirt of somebody on all fours hangs down over the crease, more so below a hollow back.
        arched = smoothstep(self.arched / ARCHED)
        for s, sx in SIDES:
            sine = drawn_up_of(body, s)
            turned = smoothstep((self.camera.facing(f[0]) * sx - _CREASE_SEEN) / _CREASE_TURNS)
            hanging = self.facing_down * max(arched, 1 - smoothstep(sine / _HANGS_UNTIL))
            # Before a thigh comes to lie over the trunk its crease covers what it will.
            soon = over_hem(body, self.camera, s) + _CREASE_COVERS
            covers = smoothstep(soon / _CREASE_COVERS) * max(upright, flat)
            shown = max(free, covers * (1 - upright))
            k = turned * smoothstep((sine - _CREASE_FROM) / _CREASE_GROWS) * shown * (1 - hanging)
            if k < _FAINT_CREASE:
                continue
            balls = self._crease(s, sx, sine, k)
            if covers:
                whole = self._upper_side(s)
                balls = [mixed_rounds(ball, full, covers) for ball, full in zip(balls, whole, strict=True)]
            found.append(Layer("trousers", filled(hull(balls, self.detail)), casts=False))
        return found

    def _crease(self, s: Side, sx: float, sine: float, k: float) -> list[Ball]:
        """A root of a thigh drawn up so far: the trunk comes down on it, and hides more and more of it."""
        body, ball = self.body, self.camera.ball
        hip, knee = self.joint[s], body.joints[f"knee_{s}"]
        x, y, z = _CREASE_AT
        stays = 1 - _CREASE_HIDDEN * smoothstep((sine - _CREASE_HIDES_FROM) / _CREASE_GROWS)
        t, r, _ = THIGH[1]
        middle = mix(hip, knee, t * stays)
        begins = point(body.joints["pelvis"], body.frames["pelvis"], (x * sx, y, z))
        ends = mix(hip, knee, _CREASE_ENDS)
        grown = min(1.0, k / _CREASE_WHOLE)  # from its end on, where there is no shirt
        return [
            ball(mix(ends, begins, grown), _CREASE_R * k),
            ball(mix(ends, middle, grown), r * k * stays * self.build.limbs),
            ball(ends, _CREASE_R * k * 0.75),
        ]

    def _upper_side(self, s: Side) -> list[Ball]:
        """What lies along the upper side of a thigh from the seat on, ball by ball of its crease; its lower
        edge is free.
        """
        hip, knee = self.joint[s], self.body.joints[f"knee_{s}"]
        upper = cross(unit(sub(knee, hip)), self.body.frames["pelvis"][0])
        drawn_up = seat_drawn_up(self.body, s)
        balls = []
        for (t, r, _), less in zip(THIGH[1:4], CREASE_TAKES[1:], strict=True):
            low, high = _CREASE_LEAVES * r - r, r - 2 * less * drawn_up
            at = mad(mix(hip, knee, t), upper, (low + high) / 2)
            balls.append(self.camera.ball(at, (high - low) / 2 * self.build.limbs))
        return balls

    def hem_egg(self, grown: float, thick: float = 0.3) -> Egg:
        """The shirt's lower end, that much larger."""
        at, wide, deep = self.hem_size(grown)
        return self.camera.egg(at, self.hem, wide, thick, deep)

    def hem_size(self, grown: float) -> tuple[Vec, float, float]:
        """Its middle, and half its width and depth."""
        (x, y, z), (a, _, d) = _HEM
        h, less = (self.build.hips + self.build.waist) / 2, self.tucked / 2
        rides = min(seat_drawn_up(self.body, s) for s, _ in SIDES)
        pressed = _HEM_PRESSED * rides + _LAP_PRESSES * self.lap
        lies = _HEM_LIES * rides
        up = _HEM_RIDES_UP * rides + _HUMPED_UP * self.humped + _SLUMPED_UP * self.slumped
        on_seat = _HEM_ON_SEAT * self.kneels_hollow
        up += _HEM_ROLLED[0] * self.leant_back
        back = less + pressed - lies + on_seat + _TWIST_DRAWS[0] * self.twisted + _HUMPED_BACK * self.humped
        back += _HEM_ROLLED[1] * self.leant_back
        at = point(self.body.joints["pelvis"], self.body.frames["pelvis"], (x, y + up, z - back))
        deep = d * (0.5 + h / 2) - less - pressed - lies + on_seat / 3 - _HUMPED_IN * self.humped
        return at, a * h + grown, deep + grown

    def hem_lies(self) -> Frame:
        """The hem's frame as it is drawn: turned some of the way to where it is seen from the side. A ring
        drawn as it is would end the shirt in a dome, which reads as the end of an egg, not as a line round
        the hip.
        """
        f, towards = hem_frame(self.body), self.camera.towards
        turned = dot(f[1], towards)
        on_lap = self.lap * max(0.0, self.camera.facing(f[2])) ** 2
        sags = (_HEM_SAGS + _HEM_SAGS_ON_LAP * on_lap) * (1 - _HEM_SAGS_LESS * abs(turned))
        y = unit(mad(f[1], towards, sags - _HEM_FLATTER * turned))
        x = perpendicular(f[0], y)
        return x, y, cross(x, y)

    def buttock(self, sx: float, drawn_up: float = 0.0) -> tuple[Vec, float]:
        """One half of the seat: its middle and radius. Of a thigh that is drawn up (1) only the part below
        the shirt's hem.
        """
        kneels = self.kneels_hollow
        sits = self.hanging - kneels
        humped_up, humped_back = _SEAT_HUMPED
        up = humped_up * max(self.humped, self.slumped) - _SEAT_HOLLOW_DOWN * kneels + _SEAT_SAT_ON[0] * sits
        down, forward = _SEAT_ON_FOURS
        back = 4.0 + 0.3 * drawn_up - _SEAT_SAT_ON[1] * sits - forward * self.on_fours
        back += humped_back * max(self.humped, self.slumped)
        back += _SEAT_OUT * self.sat_on
        rolled_up, rounder = (cm * self.leant_back for cm in _SEAT_ROLLED)
        aside = 6.3 - _SEAT_NARROWER * self.facing_down
        higher = up + rolled_up - 0.6 * drawn_up - down * self.on_fours
        at: Vec = (aside * sx, higher - 3.1, -back)
        centre = point(self.body.joints["pelvis"], self.body.frames["pelvis"], at)
        return centre, 8.4 - 0.8 * drawn_up + _SEAT_ROUNDER * self.on_fours + rounder

    def behind(self, left: tuple[Vec, float], right: tuple[Vec, float]) -> tuple[Vec, float]:
        """Between the two halves of the seat, and behind them that of one who kneels with the hips
        on the heels: from there it is one dome.
        """
        kneels = self.facing_down * (1 - self.on_fours)
        _, up, ahead = self.body.frames["pelvis"]
        higher, back, rounder = _DOME
        middle = mad(mad(mix(left[0], right[0], 0.5), up, higher * kneels), ahead, -back * kneels)
        return middle, left[1] + rounder * kneels

    def cushion(self, sx: float, drawn_up: float) -> list[tuple[Vec, float]]:
        """One half of the seat as two rounds, the same one until its thigh is drawn up (1): then
        it is flat from the hip's back to where the thigh leaves it, as what is sat or lain on.
        """
        centre, r = self.buttock(sx, drawn_up)
        f = self.body.frames["pelvis"]
        rounds = []
        flat = drawn_up * (1 - self.facing_down)
        lowest = self.body.joints["pelvis"][1] - _SAT_ON_CM
        for up, back, round_cm in _CUSHION:
            less = (r - round_cm) * drawn_up
            x, y, z = point(centre, f, (less * sx, up * drawn_up, -back * drawn_up))
            y += flat * max(0.0, lowest + r - less - y)
            rounds.append(((x, y, z), r - less))
        return rounds

    def thigh_start(self, s: Side, away: float, less: float) -> Ball:
        """Within a thigh and so much thinner, so far down that no step shows where it comes out of the seat;
        less far of one on the side turned away (1), for that is darker.
        """
        hip, knee = self.joint[s], self.body.joints[f"knee_{s}"]
        t, r, _ = THIGH[1]
        return self.camera.ball(mix(hip, knee, t * (1 - away)), (r - 1.4 - less) * self.build.limbs)
