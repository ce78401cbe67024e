"""Armpits: where a sleeve meets the shirt, told by folds, and the hollow below a raised arm."""

from collections.abc import Iterator, Sequence

from unhunch.figure.body.flesh import Bone
from unhunch.figure.body.shoulders import Shoulders
from unhunch.figure.body.upper_arms import out_beside_of
from unhunch.figure.ink.parts import Layer, soft_line
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.pose import SIDES, Side
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, add, dot, mad, perpendicular, point, scale, smoothstep, sub, unit

# The shade between a sleeve seen from its outer side and the shirt, along the breast and from the armpit up:
# shares of the sleeve, of its radius aside.
_BESIDE_BREAST = ((0.1, 1.0), (0.4, 1.08), (0.7, 1.13), (0.95, 1.16), (1.15, 1.18))
_BESIDE_ARMPIT = ((0.62, 1.02), (0.45, 0.98), (0.28, 0.8), (0.14, 0.5), (0.06, 0.1))
# And from behind, of one that lies along the ribs: a wedge from the armpit up. How wide at its root (cm),
# how much of that is left along it, how dark; the cosines from which the back is seen and it lies along them.
_BESIDE_RIBS = ((0.76, 1.3), (0.58, 1.22), (0.41, 1.1), (0.26, 0.95), (0.14, 0.75))
_RIBS_CM, _RIBS_TAPERS, _RIBS_TONE = 1.8, (1.0, 0.8, 0.55, 0.28, 0.0), 0.22
_BEHIND_FROM, _BEHIND, _ALONG_FROM, _ALONG = 0.1, 0.3, 0.5, 0.25
# Beside the breast, of an arm that hangs on the side turned away: from the armpit up the front of it, and
# into the sleeve; how wide they begin (cm), how much of that is left along them, how dark; the cosines from
# which the side is turned away.
_AT_ARMPIT: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0.6, 1.1), (0.46, 0.95), (0.34, 0.85), (0.24, 0.8), (0.15, 0.85)),
    ((0.52, 1.1), (0.45, 0.75), (0.4, 0.45), (0.37, 0.2), (0.35, 0.0)),
)
_AT_ARMPIT_CM, _AT_ARMPIT_TAPERS, _AT_ARMPIT_TONE = (1.7, 1.1), (1.0, 0.8, 0.55, 0.3, 0.0), 0.2
_AWAY_FROM, _AWAY = 0.15, 0.3
# And behind one along the head: from the armpit round the rear edge of the deltoid. Shares of the arm, of its
# radius outward and to the back; how wide it begins (cm), how much of that is left along it, how dark; the
# cosine from which that side of the shoulder is seen, and by how much more it all is.
_ROUND_DELTOID: tuple[Vec, ...] = (
    (0.34, 1.3, -0.8),
    (0.2, 1.25, -0.2),
    (0.08, 1.05, 0.35),
    (0.02, 0.75, 0.75),
    (0.04, 0.3, 1.0),
)
_DELTOID_CM, _DELTOID_TAPERS, _DELTOID_TONE = 2.8, (1.0, 0.9, 0.6, 0.3, 0.0), 0.24
_DELTOID_FROM, _DELTOID = 0.1, 0.3
_BESIDE_ENDS = 0.5  # share of the bone: below it a long sleeve hangs free
# How wide these are, that along the breast at each of its points (share), and how dark it is; from which
# cosines on they are seen, and the arm points that way.
_ARMPIT_CM = 2.0
_BREAST_CM, _BREAST_TAPERS, _BREAST_TONE = 2.2, (0.0, 0.5, 0.9, 1.0, 0.6), 0.2
_BESIDE_FROM, _BESIDE, _POINTS_FROM, _POINTS = 0.45, 0.35, 0.65, 0.25
# The hollow below a raised arm: its line from beyond the edge of the ribs (in the space of a joint of the
# spine) up into the sleeve (shares of it, of its radius aside), and how far up the arm it goes at most; how
# wide it is (cm) and how dark, wholly and in its depth; how much of that width is left along it.
_RIBS = 4
_HOLLOW_RIBS: tuple[Vec, ...] = ((15.8, -8.0, 0.0), (14.6, -4.0, 4.0), (13.6, 0.0, 5.0))
_HOLLOW_SLEEVE, _HOLLOW_ENDS = ((0.1, 0.35), (0.45, 0.3), (0.85, 0.35)), 0.36
_HOLLOW, _HOLLOW_TAPERS = ((3.4, 0.1), (1.6, 0.14)), (0.3, 0.8, 1.0, 1.0, 0.7, 0.0)
# Of the folds of the breast that run into it: their lines from there on, and what share of them a level arm
# draws; how wide they begin (cm), how much of that is left along them, how dark they are.
_RUN_IN: tuple[tuple[tuple[Vec, ...], float], ...] = (
    (((15.2, -6.4, 2.6), (13.2, -3.2, 6.2), (11.4, 0.4, 8.0), (10.2, 4.4, 8.6)), 1.0),
    (((15.6, -9.6, 2.0), (13.4, -7.6, 6.2), (11.2, -5.0, 8.6), (9.4, -1.8, 9.6)), 0.0),
)
_RUN_IN_CM, _RUN_IN_TAPERS, _RUN_IN_TONE = 1.5, (1.0, 0.75, 0.45, 0.0), 0.14
# Of those that an arm raised out before the breast draws there, seen past that: in below it and up to the
# collarbone; how wide they begin (cm), and how dark they are.
_DRAWN: tuple[tuple[Vec, ...], ...] = (
    ((6.8, -3.0, 10.6), (1.0, -4.4, 11.5), (-5.4, -7.0, 10.8)),
    ((8.2, -7.8, 9.8), (5.0, -12.0, 11.0), (2.2, -16.6, 11.2)),
)
_DRAWN_FROM = 0.3
_DRAWN_CM, _DRAWN_TONE = 1.8, 0.17
# From which lift of the arm and turn of the breast to the viewer (cosine) on all that shows, and over how
# much more it grows.
_RAISED_FROM, _RAISED, _FRONT_FROM, _FRONT = 0.45, 0.45, 0.3, 0.4
_UP = 0.8  # the sine of an arm that points up so far that the hollow goes all the way
_LEVEL_SHOWS = 0.6  # below a level one so much of it is seen, and of the folds that run into it
_AHEAD_FROM, _AHEAD = -0.55, 0.35  # from which sine with the breast on a level arm hides it; how fast


class Armpit:
    """One armpit of one frame's body, with the upper arm that begins at it."""

    def __init__(self, body: Body, camera: Camera, shoulders: Shoulders, s: Side, upper: Bone) -> None:
        self.body, self.camera, self.shoulders, self.upper = body, camera, shoulders, upper
        self.s, self.sx = s, dict(SIDES)[s]
        self.along = unit(sub(upper.end, upper.start))

    def folds(self, reaches: float) -> Iterator[Layer]:
        """All that tells where the sleeve, which reaches so far down the arm (share), begins."""
        beside = min(reaches, _BESIDE_ENDS)
        yield from self.sleeve_folds(beside)
        yield from self.ribs_crease(beside)
        yield from self.deltoid_edge()
        yield from self.armpit_folds()
        yield from self.hollow(min(reaches, _HOLLOW_ENDS))
        yield from self.drawn_folds()

    def sleeve_folds(self, end: float) -> Iterator[Layer]:
        """Where a sleeve seen from its outer side meets the shirt, which is of its cloth and in its light: at
        the breast, or of an arm that points ahead at its armpit.
        """
        _, y, z = self.body.frames["chest"]
        seen = self._seen()
        deep = (1 - self._behind()) * seen
        deep *= smoothstep((-dot(self.along, y) - _POINTS_FROM) / _POINTS)
        if deep:
            line = self._beside(z, _BESIDE_BREAST, end)
            yield self._line(line, _BREAST_CM * deep, _BREAST_TAPERS, _BREAST_TONE)
        deep = seen * smoothstep((dot(self.along, z) - _POINTS_FROM) / _POINTS)
        if deep:
            line = self._beside(scale(y, -1), _BESIDE_ARMPIT, end)
            yield self._line(line, _ARMPIT_CM * deep, _AT_ARMPIT_TAPERS, _AT_ARMPIT_TONE)

    def ribs_crease(self, end: float) -> Iterator[Layer]:
        """Where the sleeve of an arm that lies along the ribs leaves them, seen from behind."""
        _, up, front = self.body.frames["chest"]
        deep = self._behind() * self._seen()
        deep *= smoothstep((-dot(self.along, up) - _ALONG_FROM) / _ALONG)
        if deep:
            line = self._beside(scale(front, -1), _BESIDE_RIBS, end)
            yield self._line(line, _RIBS_CM * deep, _RIBS_TAPERS, _RIBS_TONE)

    def deltoid_edge(self) -> Iterator[Layer]:
        """The rear edge of the deltoid of an arm along the head, seen from beside and behind: it tells the
        arm from the back, which else are one slab.
        """
        right, _, front = self.body.frames["chest"]
        outward = perpendicular(scale(right, self.sx), self.along)
        back = perpendicular(scale(front, -1), self.along)
        deep = self.shoulders.along_head(self.s)
        deep *= smoothstep((self.camera.facing(unit(add(outward, back))) - _DELTOID_FROM) / _DELTOID)
        if deep:
            places = []
            for t, out, behind in _ROUND_DELTOID:
                at, r = self.upper.spot(t)
                places.append(mad(mad(at, outward, r * out), back, r * behind))
            yield self._line(places, _DELTOID_CM * deep, _DELTOID_TAPERS, _DELTOID_TONE)

    def armpit_folds(self) -> Iterator[Layer]:
        """The two folds from the armpit of an arm that hangs beside a breast whose side is turned away."""
        right, up, _ = self.body.frames["chest"]
        inwards = scale(right, -self.sx)
        shown = self.shoulders.beside(self.s) * smoothstep((-dot(self.along, up) - _ALONG_FROM) / _ALONG)
        shown *= smoothstep((self.camera.facing(inwards) - _AWAY_FROM) / _AWAY)
        if not shown:
            return
        for told, cm in zip(_AT_ARMPIT, _AT_ARMPIT_CM, strict=True):
            line = self._beside(inwards, told, 1.0)
            yield self._line(line, cm * shown, _AT_ARMPIT_TAPERS, _AT_ARMPIT_TONE)

    def drawn_folds(self) -> Iterator[Layer]:
        """The folds of the breast that an arm raised out on the side turned away draws to its armpit."""
        shown = out_beside_of(self.body, self.camera, self.s) * self.shoulders.away(self.sx)
        if shown:
            below = scale(self.body.frames["chest"][1], -1)
            pit = self._beside(below, ((_DRAWN_FROM, 1.0),), 1.0)
            for spots in _DRAWN:
                line = [*pit, *self._on_ribs(spots)]
                yield self._line(line, _DRAWN_CM * shown, _RUN_IN_TAPERS, _DRAWN_TONE)

    def hollow(self, end: float) -> Iterator[Layer]:
        """The hollow below a raised arm seen from the front: from the ribs up between breast and back into
        the sleeve, which ends there; and the folds of the breast that run into it.
        """
        right, up, front = self.body.frames["chest"]
        raised = smoothstep((self.body.lift[self.s] - _RAISED_FROM) / _RAISED)
        points_up = smoothstep(dot(self.along, up) / _UP)
        shown = raised * smoothstep((self.camera.facing(front) - _FRONT_FROM) / _FRONT)
        # A level arm that is not behind the breast hides it; of any level one it ends at the shoulder.
        shown *= 1 - (1 - points_up) * smoothstep((dot(self.along, front) - _AHEAD_FROM) / _AHEAD)
        if not shown:
            return
        shown *= _LEVEL_SHOWS + (1 - _LEVEL_SHOWS) * points_up
        sleeve = self._beside(scale(right, self.sx), _HOLLOW_SLEEVE, end * points_up)
        for cm, tone in _HOLLOW:
            yield self._line([*self._on_ribs(_HOLLOW_RIBS), *sleeve], cm * shown, _HOLLOW_TAPERS, tone)
        for spots, of_level in _RUN_IN:
            wide = _RUN_IN_CM * shown * (of_level + (1 - of_level) * points_up)
            if wide:
                yield self._line(self._on_ribs(spots), wide, _RUN_IN_TAPERS, _RUN_IN_TONE)

    def _seen(self) -> float:
        """How far the side of the chest is turned to the viewer, 0 to 1."""
        outer = scale(self.body.frames["chest"][0], self.sx)
        return smoothstep((self.camera.facing(outer) - _BESIDE_FROM) / _BESIDE)

    def _behind(self) -> float:
        """How far the back is, 0 to 1."""
        return smoothstep((-self.camera.facing(self.body.frames["chest"][2]) - _BEHIND_FROM) / _BEHIND)

    def _on_ribs(self, spots: Sequence[Vec]) -> list[Vec]:
        """Places on the shirt's one side, told for that of somebody of the plain width."""
        wide = self.sx * self.shoulders.build.shoulders
        return [point(*self.body.spine[_RIBS], (x * wide, y, z)) for x, y, z in spots]

    def _beside(self, edge: Vec, line: Sequence[tuple[float, float]], end: float) -> list[Vec]:
        """A line along the side of the arm that looks to that edge, in shares of the sleeve up to its end and
        of its radius.
        """
        aside, upper = perpendicular(edge, self.along), self.upper
        return [mad(upper.at(t * end), aside, k * upper.radius(t * end)) for t, k in line]

    def _line(self, places: Sequence[Vec], wide_cm: float, tapers: Sequence[float], tone: float) -> Layer:
        """A line of shade on the shirt; so much of its width is left at each place."""
        widths = [wide_cm * self.camera.px_per_cm * share for share in tapers]
        return soft_line("top", [self.camera.xy(at) for at in places], widths, tone)
