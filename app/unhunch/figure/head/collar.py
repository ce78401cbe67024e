"""The shirt's collar, and the neck that comes out of it."""

from collections.abc import Sequence
from functools import cached_property
from math import atan2, cos, pi, sin

from unhunch.figure.head.bearing import bearing
from unhunch.figure.head.neck import (
    chin_down,
    hanging_throat,
    jaw_shade,
    nape_long,
    neck_muscles,
    neck_sizes,
    prone_of,
)
from unhunch.figure.head.neckline import EDGE_POINTS, Corner, Edge, direction, evened, rounded, strip, tapered
from unhunch.figure.ink.parts import Layer, Part, axis, piece, ribbed
from unhunch.figure.ink.shapes import Outline, filled, hull, reversed_if_backward, tube
from unhunch.figure.people import Person
from unhunch.figure.rig.anatomy import rise_of
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.rounds import Egg, Round
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import (
    Frame,
    Vec,
    add,
    cross,
    curved,
    dot,
    frame_between,
    length,
    mad,
    mix,
    perpendicular,
    pitched,
    point,
    rolled,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

_COLLAR_AT: Vec = (0.0, 2.0, 0.2)
_COLLAR_TILT_DEG = 13.0
_COLLAR = (6.7, 4.9)
_LONG_AHEAD_CM, _LONG_DEEPER_CM = 0.9, 0.4  # so much farther ahead and deeper it is round a long nape
# How far behind the ears (cm) a neck ends in the skull, ahead of its foot, for it leans; and how much farther
# back where its nape is drawn long.
_INTO_SKULL_CM, _LONG_BACK_CM = 1.6, 1.2
# Cosines: how far the neckline opens towards whoever sees its front, fading as they look from below.
_CUT_OUT, _CUT_OUT_FROM, _CUT_OUT_GROWS = 0.42, -0.6, 0.35
_NAPE_FROM, _NAPE_GROWS = 0.02, 0.14  # and towards whoever sees its back from above
# Of arms raised from so high on, and by how much more: how far they push the collar up the nape, and by how
# much sooner (cosine) its back opens.
_NAPE_LIFTED, _NAPE_RISES_CM, _NAPE_SOONER = (0.3, 0.5), 4.2, 0.5
# On a breast that looks to the floor so much less (share): the arms slide ahead, and the nape stays free.
_NAPE_FREE = 0.65
# How far the collar is open (cosine) at most to whoever looks down on its back: the edge at the nape lies
# against the neck, and more of the neck's foot would be a disc that gapes.
_NAPE_OPENS = 0.16
_EDGE_ON = 0.08
# How far (cm) the neckline dips before the throat beyond the plane of its ring; the cosine from which on its
# front is seen so, and by how much more it does wholly.
_DIPS_IN_FRONT_CM, _DIPS_FROM, _DIPS = 1.8, 0.3, 0.5
# How far (cm) raised arms press the collar together, and a bowed head draws it in: its ends and the neck are
# behind jaw and cheeks then, or they would stand up beside them like wings.
_COLLAR_PRESSED, _COLLAR_DRAWN_IN = 0.8, 0.4
# The near half of the ribbed edge, before the neck: the plain cloth below it, its foot and its lip, how far
# up and how loose (cm); and how far up its foot and lip lie, and how loose, where the shirt hides the neck's.
_EDGE = ((-2.4, 1.3), (0.0, 0.5), (1.2, 0.0))
# So far up and loose (cm) the throat goes on below that cloth: its lower end would be in its own shade. Its
# ends lie so far within the rib, as a share of the way to the middle of the neck.
_THROAT_GOES_ON, _WITHIN_RIB = (-1.4, 0.5), 0.12
_BELOW, _LOOSE_CM = (-1.2, 0.0), 0.4
_UNDER_RIB = 0.25  # the share of the rib's width it covers before the plain cloth below it begins
_LIP = 0.12  # the share of the neck where its lip is
_PLAIN_AT_ENDS = 0.08  # so much (share) of the plain cloth is left there: of nothing, points would get lost
_BACK_FROM, _BACK = 0.2, 0.2  # cosines: from the first on the back of the collar is seen
_EDGE_SPAN = 0.96 * pi
_NECK_LEAVES = 0.3  # the share of the neck whose way out of the collar tells which of its sides are seen
# What the collar does for each cm the shoulders rise, and how far it turns with the neck. A shrug takes it
# along by so much of what raised arms do, which push the whole shirt up: it stays a ring round the neck.
_COLLAR_RISES, _COLLAR_TILTS_DEG, _COLLAR_ROLLS_DEG, _COLLAR_TURNS = 0.32, 0.45, 0.8, 0.3
_BY_SHRUG = 0.4
# Sine of how far a head is bent back on the chest from which its collar goes along, and by how much more; how
# far it does then: nape and throat come out of it, and not the throat alone.
_BENT_BACK, _COLLAR_BACK_DEG = (0.3, 0.6), 28.0
# A neck goes farther back up into a skull that is bent back, and is deeper there, or daylight would show
# between it and the hair of the nape: from which sine on and by how much more it all does, and how much (cm),
# before and after its collar has gone along.
_NAPE_FOLDS, _NAPE_BACK_CM, _NAPE_DEEPER_CM = (0.25, 0.3), (2.9, 1.0), (2.4, 0.6)
_CHANGES_PLACES = 0.3  # cosine of the collar's opening: so near neck and shirt are to change places
_FROM_ABOVE = 0.25  # cosine: its opening is turned so far to the viewer
_NECK_RANK = 2.0
# How far within the collar the neck begins, and how far above its middle: so low that the rib hides the shade
# of its lower end, which would be a dark crescent in the collar.
_INSIDE_CM, _NECK_BEGINS_CM = 0.3, -0.6
_FILLS_COLLAR = 0.6  # a bowed neck is nearer to it by this share
_FOOT_OF_NECK = 0.3  # cm: half the height of its first round; a higher one shows beside the collar's ends
# How far up (share) the neck is as wide as the person's is, and no more as their collar; how much so (share).
_NECK_FREE, _NECK_OWN = 0.35, 0.75
_FLAT_CM, _DIPS_CM = 1.5, 0.3  # half the height of its next rounds at least; how far they dip into the collar
# How far behind its collar a neck may be for each cm above it, before and after that has gone along with a
# head bent back: more would look out over the shirt as a fin.
_NAPE_SLOPE = (0.7, 0.45)


class Collar:
    """The collar of one frame's body; `lies` is its middle and its frame as it is drawn, `opens` whether its
    inside is seen; then `edges` are the rings of the foot and the lip of its ribbed edge.
    """

    def __init__(self, body: Body, camera: Camera, person: Person) -> None:
        self.body, self.camera, self.person, self.build = body, camera, person, person.build
        self.detail = camera.detail
        self.lies = collar_seen(body, camera)
        self._bent_back, self._chin_down = bent_back(body), chin_down(body)
        self._long = nape_long(body)
        self._neck = self._neck_curve()
        self.opens = person.hair != "scarf" and collar_opens(body, camera) > 0
        self.edges = [self.ring(grown, up=up) for up, grown in _EDGE[1:]] if self.opens else []

    @cached_property
    def _k(self) -> float:
        return 0.6 + 0.4 * self.build.neck

    @cached_property
    def _nape_cm(self) -> tuple[float, float]:
        """How much farther back the neck goes up into the skull, and how much deeper it is there."""
        folds = bent_back(self.body, _NAPE_FOLDS)
        back, deeper = (folds * (a + (b - a) * self._bent_back) for a, b in (_NAPE_BACK_CM, _NAPE_DEEPER_CM))
        return back, deeper

    @cached_property
    def _wide(self) -> float:
        """How wide the collar is: raised arms press it together, a bowed head draws it in."""
        pressed = _COLLAR_PRESSED * max(self.body.lift.values())
        return _COLLAR[0] - pressed - _COLLAR_DRAWN_IN * self._chin_down

    @property
    def _deep(self) -> float:
        return _COLLAR[1] + _LONG_DEEPER_CM * self._long

    @property
    def size_cm(self) -> tuple[float, float]:
        """Half its width and depth."""
        return self._wide * self._k, self._deep * self._k

    def ring(self, grown: float, thick: float = 0.4, up: float = 0.0) -> Egg:
        """The ring the neck comes out of, or one above it."""
        _, f = self.lies
        wide, deep = self.size_cm
        more = grown * self._k
        return self.camera.egg(self.middle(up), f, wide + more, thick, deep + more)

    def middle(self, up: float) -> Vec:
        """The middle of the ring so many cm above the collar's: there it is round the neck, which leans."""
        at, f = self.lies
        return self.neck_at(_LIP) if up > 0 else mad(at, f[1], up)

    def band(self) -> Layer | None:
        """The ribbed edge of the shirt: all of it from above, its near half from below or behind, where
        raised shoulders hide it.
        """
        shown = 1 - smoothstep((max(self.body.lift.values()) - 0.3) / 0.3)
        if self.opens:
            behind = smoothstep((-self.camera.facing(self.lies[1][2]) - _BACK_FROM) / _BACK)
            shown = 1 - behind * (1 - shown)
        if shown < 0.05:
            return None
        if self.opens:
            return ribbed(filled(hull(self.edges, self.detail)), shown)
        foot, lip = (self._near_half(up, _LOOSE_CM) for up in _BELOW)
        return ribbed(filled(strip(tapered(lip, foot), lip)), shown)

    def near_edge(self, corners: Sequence[Corner] = ()) -> list[Layer]:
        """The near half of the ribbed edge of a shirt whose collar opens towards the viewer: it stands before
        the foot of the neck, from one side of the neck to the other, but where a corner rounds it off.
        """
        if not self.opens:
            return []
        edge = self.edge
        for corner in corners:
            edge = rounded(edge, corner)
        if corners:
            edge = evened(edge)
        lip, foot = [p for p, _ in edge], [p + down for p, down in edge]
        # Its plain cloth goes on below it as far as the neck does, but at both ends, where it would stand out
        # behind the neck; and under it not quite to the lip, where it would look out as a line.
        ribs_foot = [p + down for p, down in self.edge]
        plain = tapered(ribs_foot, self._near_half(*_EDGE[0]), _PLAIN_AT_ENDS)
        below = strip(plain, [p + down * _UNDER_RIB for p, down in edge])
        return [Layer("top", filled(below)), ribbed(filled(strip(foot, lip)))]

    @cached_property
    def edge(self) -> Edge:
        """The ribbed edge's near half: at both ends its lip goes down to its foot."""
        foot, lip = (self._near_half(*at) for at in _EDGE[1:])
        return [(lip, foot - lip) for foot, lip in zip(foot, tapered(foot, lip), strict=True)]

    def _near_half(self, up_cm: float, loose_cm: float) -> list[complex]:
        """The near half of a ring round the neck, so far up and loose, on the screen.

        Its ends are on the ring itself, as the far half is: beside one that dips the shirt would show.
        """
        _, (x, _, z) = self.lies
        n, middle = self._k, self.middle(up_cm)
        o, u, v = (
            complex(*self.camera.xy(p))
            for p in (
                middle,
                mad(middle, x, (self._wide + loose_cm) * n),
                mad(middle, z, (self._deep + loose_cm) * n),
            )
        )
        u, v = u - o, v - o
        dips = complex(*self.camera.xy(mad(middle, self.lies[1][1], -_DIPS_IN_FRONT_CM * self._dips))) - o
        even = [o + u * c + v * s for c, s in self._turns]
        dipped = [p + dips * max(0.0, s) ** 2 for p, (_, s) in zip(even, self._turns, strict=True)]
        return tapered(even, dipped)

    @cached_property
    def _dips(self) -> float:
        """How far the neckline dips before the throat, 0 to 1: that shows only from the front."""
        return smoothstep((self.camera.facing(self.lies[1][2]) - _DIPS_FROM) / _DIPS) * (1 - self._chin_down)

    @cached_property
    def _turns(self) -> list[tuple[float, float]]:
        """Where on a ring the points of its near half are, which is between where the two sides of the neck
        are seen; that leans out of the collar as the head has it.
        """
        at, (x, _, z) = self.lies
        neck = unit(sub(self.neck_at(_NECK_LEAVES), at))
        towards = mad(self.camera.towards, neck, -self.camera.facing(neck))
        nearest = atan2(self._deep * dot(z, towards), self._wide * dot(x, towards))
        turns = [nearest + _EDGE_SPAN * (i / EDGE_POINTS - 0.5) for i in range(EDGE_POINTS + 1)]
        return [(cos(t), sin(t)) for t in turns]

    def far_end(self, sx: float, reach: float) -> Corner:
        """The corner where the collar ends at the neck's own edge, on one side of the body."""
        foot = self.neck_at(0.0)
        root, up, aside = (
            complex(*self.camera.xy(at))
            for at in (foot, self.neck_at(_NECK_LEAVES), mad(foot, self.lies[1][0], sx))
        )
        lip = [p for p, _ in self.edge]
        if ((lip[0] - lip[-1]) * (aside - root).conjugate()).real < 0:
            lip.reverse()
        return Corner(lip[0], direction(up - root), direction(lip[len(lip) // 2] - lip[0]), reach)

    def throat(self) -> Layer:
        """The skin below the collar, which the shirt hides: with it the neck's shading goes on into the shirt
        and does not darken at the collar as if the neck ended there.
        """
        at, f = self.lies
        below = self.camera.ball(mad(at, f[1], -5.0), 4.5)
        return Layer("skin", filled(hull([self.ring(-0.3), below], self.detail)), casts=False)

    def neck(self, corners: Sequence[Corner]) -> Part:
        """One taper from the collar to behind the ears, bent evenly."""
        middle = axis(self.camera, (self.body.spine[5][0], 5), (self.body.joints["head"], 5))
        part = Part("neck", "neck", middle, _NECK_RANK)
        part.casts = self.person.hair == "scarf"  # which covers it
        if not part.casts:
            at, f = self.lies
            pit = mad(mad(at, f[1], 0.6), f[2], self._deep * self._k - 0.6)
            part.layers = [
                piece("skin", *tube(self.neck_rounds(), self.detail), *self.throats()),
                jaw_shade(self.camera, self.body),
                neck_muscles(self.camera, self.body, pit, f),
                *self.near_edge(corners),
            ]
        return part

    def throats(self) -> list[Outline]:
        """The throat beyond the neck itself."""
        hanging = hanging_throat(self.camera, self.body, self.ring(-_INSIDE_CM))
        return [hanging, *self.throat_in_neckline()]

    def throat_in_neckline(self) -> list[Outline]:
        """The skin that a neckline which dips lays bare below the foot of the neck, up to its middle."""
        if not (self.opens and self._dips):
            return []
        lip = [p for p, _ in self.edge]
        below = tapered(lip, self._near_half(*_THROAT_GOES_ON))
        middle = complex(*self.camera.xy(self.neck_at(_NECK_LEAVES)))
        for end in (0, -1):  # within the rib, beside which it would look out
            below[end] += (middle - below[end]) * _WITHIN_RIB
        return [reversed_if_backward([(p.real, p.imag) for p in (*below, middle)])]

    def neck_rounds(self) -> list[Round]:
        """The neck's thickness along an even curve, from the collar up."""
        foot = self.ring(-_INSIDE_CM, _FOOT_OF_NECK, up=_NECK_BEGINS_CM)
        return [foot, *(self._neck_round(*size) for size in neck_sizes(self._chin_down, self._long))]

    def _neck_round(self, t: float, wide: float, deep: float) -> Round:
        """The neck's thickness a share of its way up. Of one that is bent back it reaches neither below the
        collar, where it would look out as a spike, nor far out over the nape of the shirt.
        """
        at, (foot, f) = self.neck_at(t), self.lies
        n = self._k + (self.build.neck - self._k) * _NECK_OWN * smoothstep(t / _NECK_FREE)
        deep += self._nape_cm[1] * t
        way = sub(at, foot)
        up = dot(way, f[1])
        high = max(_FLAT_CM, min(deep, up + _DIPS_CM))
        upright, bent = _NAPE_SLOPE
        slope = upright + (bent - upright) * self._bent_back
        overhangs = max(0.0, deep * n - dot(way, f[2]) - self.size_cm[1] - slope * up)
        at = mad(at, f[2], overhangs / 2)
        pressed = min(wide, self._wide - _INSIDE_CM * (1 - _FILLS_COLLAR * self._chin_down))
        return self.camera.egg(at, f, pressed * n, high, deep * n - overhangs / 2)

    def neck_at(self, t: float) -> Vec:
        """The middle of the neck, a share of its way up out of the collar."""
        a, b, c, d = self._neck
        q, r, s = mix(a, b, t), mix(b, c, t), mix(c, d, t)
        return curved(q, r, s, t)

    def _neck_curve(self) -> tuple[Vec, Vec, Vec, Vec]:
        """The corners of an even curve from the collar's middle up into the skull."""
        at, f = self.lies
        head, hf, _ = bearing(self.camera, self.body)
        end = point(head, hf, (0.0, 4.6, -_INTO_SKULL_CM - _LONG_BACK_CM * self._long - self._nape_cm[0]))
        up = unit(add(self.body.frames["neck"][1], pitched(hf, 20.0)[1]))
        reach = 0.36 * length(sub(end, at))
        return at, mad(at, f[1], reach), mad(end, up, -reach), end

    def changes_places(self) -> float:
        """How near (1: now) neck and shirt are to change places."""
        return 1 - smoothstep(abs(collar_opens(self.body, self.camera)) / _CHANGES_PLACES)

    def behind_the_neck(self) -> float:
        """How far the trapezius is behind the neck while the breast is before it, 0 to 1: so it is seen from
        the feet, and begins beside the neck.
        """
        _, collar = self.lies
        from_below = smoothstep(-self.camera.facing(collar[1]) / 0.2)
        return from_below * smoothstep(self.camera.facing(collar[2]) / 0.4)

    def before_the_neck(self) -> float:
        """How far the collar, as it is, is seen from the front and from above, 0 to 1."""
        _, collar = collar_of(self.body)
        from_above = smoothstep(self.camera.facing(collar[1]) / _FROM_ABOVE)
        return from_above * smoothstep(self.camera.facing(collar[2]) / 0.5)


def collar_of(body: Body) -> tuple[Vec, Frame]:
    """The middle of the shirt's collar, and its frame: y up out of it.

    It turns with the foot of the neck, and the shoulders take it along when they rise: its nape more than
    its front, the side of the higher shoulder more than the other.
    """
    o, g = body.spine[5]
    left, right = rise_of(body, "l"), rise_of(body, "r")
    rise = shrugged_cm(body)
    f = frame_between(g, body.spine[6][1], _COLLAR_TURNS)
    f = rolled(f, _COLLAR_ROLLS_DEG * (left - right))
    x, y, z = _COLLAR_AT
    at = point(o, f, (x, y + _COLLAR_RISES * rise, z + _LONG_AHEAD_CM * nape_long(body)))
    back = bent_back(body) * _COLLAR_BACK_DEG
    return at, pitched(f, _COLLAR_TILT_DEG + _COLLAR_TILTS_DEG * rise - back)


def shrugged_cm(body: Body) -> float:
    """How far both shoulders have risen as the collar takes it, in cm."""
    risen = (rise_of(body, s) * (_BY_SHRUG + (1 - _BY_SHRUG) * body.lift[s]) for s, _ in SIDES)
    return max(0.0, sum(risen) / len(SIDES))


def bent_back(body: Body, begins: tuple[float, float] = _BENT_BACK) -> float:
    """How far the head is bent back on the chest, 0 to 1: from which sine on, and by how much more wholly."""
    first, more = begins
    return smoothstep((-dot(body.frames["head"][1], body.spine[5][1][2]) - first) / more)


def collar_seen(body: Body, camera: Camera) -> tuple[Vec, Frame]:
    """The collar as it is drawn. Seen from the front it opens a little towards the viewer even where they
    look along its edge or from below, as a neckline does that is cut out in front: else it is a straight bar.
    """
    at, f = collar_of(body)
    opens, from_behind = camera.facing(f[1]), smoothstep(-camera.facing(f[2]) / 0.5)
    turned = smoothstep(camera.facing(f[2]) / 0.5) * smoothstep((opens - _CUT_OUT_FROM) / _CUT_OUT_GROWS)
    # From behind only where it opens already, below its edge the shirt hides the foot of the neck; or between
    # raised arms, which lay it open and push it up the nape.
    raised = smoothstep((max(body.lift.values()) - _NAPE_LIFTED[0]) / _NAPE_LIFTED[1])
    begins = _NAPE_FROM - _NAPE_SOONER * raised
    turned += from_behind * smoothstep((opens - begins) / _NAPE_GROWS)
    gapes = max(0.0, opens - _NAPE_OPENS) * from_behind  # no farther: the nape would be a disc
    y = unit(mad(f[1], camera.towards, max(0.0, _CUT_OUT - opens) * turned - gapes))
    rises_cm = _NAPE_RISES_CM * (1 - _NAPE_FREE * prone_of(body))
    at = mad(at, f[1], rises_cm * raised * smoothstep(-camera.facing(f[2]) / 0.4))
    x = perpendicular(f[0], y)
    return at, (x, y, cross(x, y))


def collar_opens(body: Body, camera: Camera) -> float:
    """How far the collar opens towards the viewer, as a cosine; below 0 the shirt hides the foot of the neck.

    Seen nearly from its edge it does so too, for the foot of a neck over it would show corners.
    """
    return camera.facing(collar_seen(body, camera)[1][1]) - _EDGE_ON
