"""The hips: how they are held, and the flesh of the seat."""

from unhunch.figure.body.bends import (
    ARCHED,
    arched_of,
    facing_down_of,
    flat_on_back_of,
    folded_of,
    humped_of,
    lap_of,
    lies_of,
    on_fours_of,
    on_side_of,
    slumped_of,
    stands_of,
    twisted_of,
)
from unhunch.figure.body.seated import leant_back_of, rolled_down_of, sat_on_of
from unhunch.figure.body.standing import stands_on
from unhunch.figure.people import Build
from unhunch.figure.rig.anatomy import thigh_rises
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, side_of
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, mix, point, smoothstep, unit

# On all fours the two halves of the seat round on into the back: that much (cm) further up and back below a
# hump, down below a hollow, and larger.
_SEAT_HUMPED, _SEAT_HOLLOW_DOWN, _SEAT_ROUNDER = (3.8, 2.5), 1.0, 1.6
# Those of one who sits slumped have rolled up as far and are so much larger: from back to chair one round.
_SLUMPED_ROUNDER = 2.1
# There the flesh is drawn down from the back to the thighs: so far (cm) down and to the front it lies.
_SEAT_ON_FOURS = (1.8, 1.7)
# On legs that somebody stands on it is high and small: so far (cm) up, so much smaller. Long legs leave it.
_SEAT_STANDS = (2.6, 0.9)
# Its halves lie so much (cm) nearer to each other, that it rounds off to its sides; and so do those of who
# lies flat with the thighs drawn up, or the far half would make a corner above the near one.
_SEAT_NARROWER, _LYING_NARROWER = 2.4, 3.5
# Sat back on the heels it is a dome: so far (cm) up and back from between its halves, so much rounder.
_DOME = (4.0, 1.0, 1.6)
# Of who lies flat it rounds out below a thigh that is lifted straight up: so far (cm) down and back, so much
# rounder; from which rise (sine) on it is, and by how much more wholly.
_SEAT_LIFTED, _LIFTED_FROM, _LIFTED = (1.5, 1.0, 1.0), 0.86, 0.12
# Sat on with a hollow back they are pressed in, so far (cm) up and to the front; of who slumps, to the front.
_SEAT_SAT_ON, _SLUMPED_IN = (0.6, 3.8), 2.0
# With the knees up the seat rounds out behind the thighs, so far (cm) upright and leant back on. Who leans
# back rolls on to the sacrum, so far up the back, and it is so much rounder: it meets the shirt in one line.
_SEAT_OUT, _ON_SACRUM, _LEANT_ROUNDER = (10.5, 2.5), 5.0, 0.6
# Drawn up with its thigh a half of it is two rounds: how far (cm) up and back from its middle, how round.
_CUSHION = ((-0.6, 3.0, 6.0), (-4.2, 0.6, 7.2))
# They lie so much (share) nearer to it on who lies flat: there it is one round.
_LYING_CLOSER = 0.5
# With the knees up both stay nearly as round (share), the front one so far (cm) on under the thigh: what is
# sat on is flat along the mat, and pressed so much (cm) into it.
_SAT_ROUND, _SAT_LONG, _SAT_DEEPER = 0.5, 10.0, 1.1
# Lain on, a half of it is pressed flat: two rounds that lie so far (cm) from its middle, along the floor, and
# so much smaller. Leant back on they lie so much farther to head and feet: the thigh leaves it in one line.
_PRESSED = (2.0, 2.6)
_LEANT_LONG = (2.0, 2.0)
# Flat on the back, from the side (cosine), the one towards the feet shows below its thigh: so much farther.
_BELOW_THIGH, _FROM_SIDE = 3.0, 0.8
_SAT_ON_CM = 11.2  # so far below the hips at most it reaches down to what it is sat or lain on
TWIST_DRAWS = (2.4, 2.4, 1.6, 0.7)
"""Hips turned against the ribs draw the shirt along on the side where it is stretched, that of the seat: the
hem and the next rounds above it go so far (cm) with the hip.
"""
_DOWN: Vec = (0.0, -1.0, 0.0)
_HIP_X = 7.6  # where the flesh of a thigh begins


class Hips:
    """The hips of one frame's body."""

    def __init__(self, body: Body, camera: Camera, build: Build) -> None:
        self.body, self.camera, self.build = body, camera, build
        self.arched = arched_of(body)
        self.twisted = twisted_of(body)
        self.humped = humped_of(body)
        self.slumped = slumped_of(body)
        self.lap = lap_of(body)
        self.lies = lies_of(body)
        self.flat = flat_on_back_of(body)
        self.stands = stands_of(body)
        self.facing_down = facing_down_of(body)
        self.on_fours = on_fours_of(body)
        self.folded = folded_of(body)
        self.sat_on, self.leant_back = sat_on_of(body), leant_back_of(body)
        self.lain_on = self.lies * (1 - on_side_of(body))
        # How loose the shirt is on hips sat on with the knees up, as it is not on those of who lies flat.
        self.rolled_down = rolled_down_of(body)
        self.loose = self.sat_on * (1 - self.lies * (1 - self.rolled_down))
        self.straight = {s: stands_on(body, s) for s, _ in SIDES}
        self.joint = {
            s: point(body.joints["pelvis"], body.frames["pelvis"], (_HIP_X * x, -0.5, -0.2)) for s, x in SIDES
        }

    def lifted(self, sx: float, drawn_up: float) -> float:
        """How far a thigh of who lies flat is lifted straight up, and not yet drawn up (1), 0 to 1."""
        straight_up = smoothstep((thigh_rises(self.body, side_of(sx)) - _LIFTED_FROM) / _LIFTED)
        return self.flat * straight_up * (1 - drawn_up)

    @property
    def hanging(self) -> float:
        """How far the belly hangs down below a hollow back, as that of somebody on all fours, 0 to 1."""
        return self.facing_down * smoothstep(self.arched / ARCHED)

    @property
    def kneels_hollow(self) -> float:
        """How far somebody is on all fours with a hollow back, 0 to 1."""
        return self.hanging * self.stands

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
        back += humped_back * self.humped - _SLUMPED_IN * self.slumped
        upright, leant = _SEAT_OUT
        back += upright * self.sat_on + (leant - upright) * self.leant_back
        up += _ON_SACRUM * self.leant_back
        aside = 6.3 - _SEAT_NARROWER * self.facing_down - _LYING_NARROWER * self.flat * drawn_up
        lifted = self.lifted(sx, drawn_up)
        lower, out, fuller = (cm * lifted for cm in _SEAT_LIFTED)
        raised, smaller = (cm * min(self.straight.values()) for cm in _SEAT_STANDS)
        higher = up + raised - 0.6 * drawn_up - down * self.on_fours - lower
        at: Vec = (aside * sx, higher - 3.1, -back - out)
        centre = point(self.body.joints["pelvis"], self.body.frames["pelvis"], at)
        rounder = (
            _SEAT_ROUNDER * self.on_fours
            + _LEANT_ROUNDER * self.leant_back
            + fuller
            + _SLUMPED_ROUNDER * self.slumped
        )
        return centre, 8.4 - 0.8 * drawn_up - smaller + rounder

    def behind(self, left: tuple[Vec, float], right: tuple[Vec, float]) -> tuple[Vec, float]:
        """Between the two halves of the seat, and behind them that of one who kneels with the hips
        on the heels: from there it is one dome.
        """
        kneels = self.folded
        _, up, ahead = self.body.frames["pelvis"]
        higher, back, rounder = _DOME
        middle = mad(mad(mix(left[0], right[0], 0.5), up, higher * kneels), ahead, -back * kneels)
        smaller = _PRESSED[1] * self.lain_on
        r = left[1] + rounder * kneels - smaller
        x, y, z = mad(middle, _DOWN, smaller)
        sunk = max(0.0, self.body.joints["pelvis"][1] - _SAT_ON_CM + r - y)
        return (x, y + self.sat_on * sunk, z), r

    def cushion(self, sx: float, drawn_up: float) -> list[tuple[Vec, float]]:
        """One half of the seat as two rounds, the same one until its thigh is drawn up (1): then
        it is flat from the hip's back to where the thigh leaves it, as what is sat or lain on.
        """
        centre, r = self.buttock(sx, drawn_up)
        f = self.body.frames["pelvis"]
        rounds = []
        flat = drawn_up * (1 - self.facing_down)
        nearer = 1 - _LYING_CLOSER * self.flat
        rests = self.sat_on * (1 - self.lies)  # on the floor from end to end
        lowest = self.body.joints["pelvis"][1] - _SAT_ON_CM - _SAT_DEEPER * rests
        for (up, back, round_cm), ahead in zip(_CUSHION, (0.0, _SAT_LONG * rests), strict=True):
            less = (r - round_cm) * drawn_up * (1 - _SAT_ROUND * rests)
            x, y, z = point(
                centre, f, (less * sx, up * nearer * drawn_up, (ahead - back * nearer) * drawn_up)
            )
            above = y - (lowest + r - less)
            y -= flat * min(0.0, above) + drawn_up * rests * max(0.0, above)
            rounds.append(((x, y, z), r - less))
        pressed = self.lain_on * (1 - drawn_up)
        return self._pressed(rounds, pressed) if pressed else rounds

    def _pressed(self, rounds: list[tuple[Vec, float]], lies: float) -> list[tuple[Vec, float]]:
        """The two rounds of one half of the seat, pressed flat as far as it is lain on (1), and no lower."""
        right, (x, _, z), _ = self.body.frames["pelvis"]
        along, smaller = (cm * lies for cm in _PRESSED)
        to_head, to_feet = (along + cm * self.leant_back for cm in _LEANT_LONG)
        level = unit((x, 0.0, z))
        from_side = smoothstep(abs(self.camera.facing(right)) / _FROM_SIDE)
        to_feet += _BELOW_THIGH * lies * from_side * (1 - self.leant_back)
        return [
            (mad(mad(at, level, way), _DOWN, smaller), r - smaller)
            for (at, r), way in zip(rounds, (to_head, -to_feet), strict=True)
        ]
