"""Hair that is the same from every side.

It is a region on a shell round the skull, bounded by a hairline (see `hairline`). What of the region faces
the viewer is found exactly, so a fringe, a temple or a nape is right from anywhere. A few dark locks lie on
the shell, and one light where the light of the picture falls.
"""

from collections.abc import Sequence
from math import atan2, copysign, cos, pi, sin, tau

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bun import gleam
from unhunch.figure.head.eyes import pressed
from unhunch.figure.head.hairline import (
    beyond,
    hairline,
    hidden_nape,
    hung,
    laid_aside,
    lies_back,
    set_back,
    under_jaw,
)
from unhunch.figure.head.hairshape import ABOVE_EARS, Egg3, HairShape, on_cheek
from unhunch.figure.head.skull import POINT, SKULL, HeadSpace, Line, dots, mixed, on_face, thinned
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import Outline, add_smooth, filled, hull, reversed_if_backward
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import (
    Vec,
    add,
    cross,
    dot,
    mad,
    mix,
    perpendicular,
    scale,
    smoothstep,
    to_local,
    unit,
)

_DARK, _CURL_LIGHT, _SHEEN = 0.24, -0.13, -0.14  # tones of the locks, and of the light on curls and on hair
_GOES_SOONER = 1.15  # so much sooner than hair is all set back its locks are gone: on skin they are scratches
_PARTING = 0.34  # of the line where locks part: one of skin is a crack
_LIGHT = -0.11  # of the locks of hair so dark that darker ones are not seen
_CURL_CM, _CURL_DEPTH = 3.1, 0.94
_FACES = (0.45, 0.2)  # cosine of its turn to the viewer from which it does not, and by how much more
_NO_CURL = 1e-3  # the size of a curl that is not seen: the light on it can be followed as it comes
_DRAWN_UP = 0.45  # by which share of its depth one that shrinks is drawn up into the hair: it would be a bead
_SPECK = 0.1  # the size of one that would be a speck on the neck
_CURL_GROWS = (-0.26, 0.2)  # cosine at which a curl comes into view, and by which it is whole
_GLEAM = ((-0.72, 0.1), (-0.5, 0.86), (0.34, 0.66), (-0.3, 0.5))  # along and across, in radii of a curl
_GLEAM_TURNS, _GLEAM_PICKS = 0.9, 23.0  # how the gleams of curls differ, and which curls have one
# So soon an edge that lies on the forehead's skin has risen to the shell's horizon: cut short it would show
# skin. How far up and ahead (a direction) that is.
_RISES_RAD, _FOREHEAD = 0.05, (0.05, 0.25)
_NAPE = -0.5  # its height, of a direction
# Short hair tapers to the nape, where its shell would end in a step or a spike off the neck: how far down
# and behind (a direction) an end of its outline is that does, how flat it gets (share), and how far on (rad).
_NAPE_FROM, _NAPE_BEHIND, _FLAT, _TAPERS_RAD = (-0.1, 0.3), (0.2, 0.3), 0.9, 0.8
# Loose hair on the far side of a turned head that is no nearer than this (cosine) counts as turned away: the
# sliver left of it would be one stray hair beside the cheek. How far round (a product of sines) it does.
_SLIVER, _BEYOND = 0.25, 0.3
_STEPS, _ALL_ROUND = 28, 30  # along the horizon: of what goes over it, and of a whole circle
# Ends of hair beside neck or cheek are for a head that is neither turned nor leant: the sines of both from
# which there are none, and by how much less they are whole.
_ENDS_TURN, _ENDS_LEAN = (0.55, 0.45), (0.75, 0.3)
# That of a bowed head, on the left: a lock from the temple in a curve to the jaw, slim and round below.
_BESIDE_CHEEK: tuple[Egg3, ...] = (
    ((7.4, 8.5, -1.0), (1.2, 2.0, 2.0)), ((5.1, 2.0, 1.9), (0.9, 0.9, 0.9)),
    ((7.0, 3.8, 0.2), (1.3, 1.3, 1.3)),
)  # fmt: skip
# Sine of a turn from which there is none on the side turned away, where it would hang before the brow, and by
# how much less it is whole.
_CHEEK_AWAY = (0.06, 0.2)
# That on the lower side of one that leans, seen from in front: it falls to the shoulder. Sines of the lean,
# of how far up the crown points, and cosine of the face's turn from which it does; how much more it all does.
# And the sine of how far that side is turned to the viewer: of one turned away it would cross the eye.
_TO_SHOULDER: tuple[Egg3, ...] = (
    ((7.0, 10.0, 0.0), (1.0, 2.2, 2.0)), ((4.8, 1.6, 0.6), (0.5, 0.5, 0.5)),
    ((7.2, 6.2, -0.6), (1.4, 1.8, 1.6)),
)  # fmt: skip
_DROPS, _DROPS_UPRIGHT, _DROPS_AHEAD, _DROPS_SEEN = (0.2, 0.3), (0.4, 0.25), (0.3, 0.4), (-0.35, 0.25)
# That of a head that looks down, seen from beside: it falls from behind the ear past the jaw. From where, how
# far (cm), and how thick it is there; sines of how far down the head looks, how far beside it the viewer is,
# and how far up its crown still points from which it does, and by how much more wholly.
_BEHIND_EAR: tuple[tuple[Vec, float, Vec], ...] = (
    ((6.0, 4.2, -3.6), 0.0, (1.0, 2.0, 2.4)), ((6.6, 3.8, -2.4), 8.0, (0.5, 0.6, 0.6)),
    ((5.8, 2.4, -4.6), 7.5, (0.6, 0.8, 0.8)),
)  # fmt: skip
_LOOKS_DOWN, _BESIDE, _CROWN_UP = (0.58, 0.2), (0.35, 0.35), (0.02, 0.2)
# By such a share what stands up over the forehead is less on a bowed head, whose brow it hides, on one that
# looks down, where it would be the peak of a cap, unless its crown hangs, or that lies on its side or back
# (sines; by how much more).
_QUIFF_FLAT, _DOWN, _HANGS = 0.7, (0.2, 0.4), (-0.4, 0.3)
_ON_SIDE, _ON_BACK = (0.5, 0.3), (0.4, 0.4)
# A way to the crown, a little ahead of it: hardly any head is seen from there.
_FROM_MIDDLE_TO_CROWN: tuple[Vec, Vec] = ((0.0, 9.0, 0.0), (0.0, 18.7, 2.6))
_WISPS_HANG = (0.5, 0.35)  # how far up a crown points (sine) from which loose strands hang straight, and more
_LINING_REACHES, _LINING_TONE = 6, 0.42  # in points of the hairline from its middle
_LINING_TURNS = (0.0, 0.3)  # cosine of its turn to the viewer from which it shows, and by how much more
_LINING_PRESSED = 0.3  # so much narrower (share) it is on the mat
_LINING_IN, _FORWARD = 0.05, (0.0, 0.0, 1.0)  # how far from the edge towards the face its middle is
# The shade of the edge of cloth or hair on the face, from cheek to cheek over the forehead: of the points of
# the edge so many to both sides of its middle; of either how wide it is there (cm), how dark, and how late it
# tapers (a power of the share of the way).
_SHADE_REACHES = 7
_CLOTH_SHADE, _HAIR_SHADE = (2.4, 0.22, 2), (2.0, 0.16, 6)
_SHADE_TURNS = (0.3, 0.35)  # cosine of the face's turn there from which it shows, and by how much more


def _region(space: HeadSpace, shape: HairShape, side: float) -> list[Outline]:
    """The hair on the near (side 1) or far (side -1) half of its shell.

    Its outline goes along the part of the hairline that lies on that half, and where the hairline goes over
    the shell's horizon along the horizon, until the hairline comes back. A hairline that never goes over it
    is the whole outline of the hair, or a hole in it: two outlines then, the second the other way round.
    """
    rx, ry, rz = shape.radii
    v = space.view
    w = scale(unit((v[0] * rx, v[1] * ry, v[2] * rz)), side)
    loop, places = hairline(space, shape) if side > 0 else beyond(space, shape)
    edge = hung(space, shape, places)
    n = len(loop)
    depths = [x * w[0] + y * w[1] + z * w[2] for x, y, z in loop]
    if shape.loose and side > 0:
        depths = [depth - _SLIVER * _is_beyond(space, way) for depth, way in zip(depths, loop, strict=True)]
    horizon = _Horizon(space, shape, w)
    entries = [i for i in range(n) if depths[i] > 0 >= depths[i - 1]]
    if not entries:
        circle = reversed_if_backward(horizon.arc(0.0, tau * 0.96, _ALL_ROUND))
        pole_near = dot(shape.pole, w) > 0
        if depths[0] > 0:
            whole = reversed_if_backward(space.xys(edge))
            return [_begun(space, o) for o in ([whole] if pole_near else [circle, whole[::-1]])]
        return [_begun(space, circle)] if pole_near else []
    seen = {i: next(k for k in range(1, n + 1) if depths[(i + k) % n] <= 0) for i in entries}
    main = max(seen, key=lambda i: seen[i])
    runs: dict[float, tuple[float, Outline]] = {}  # angle of entry -> angle of leaving, points between
    for i in [main, *(i for i in entries if i != main)]:
        length = seen[i]
        last, after = (i + length - 1) % n, (i + length) % n
        into, out = _crossing(depths[i - 1], depths[i]), _crossing(depths[last], depths[after])
        p, q = mix(edge[i - 1], edge[i], into), mix(edge[last], edge[after], out)
        points = space.xys([p, p, *(edge[(i + k) % n] for k in range(length)), q, q])
        leaving = horizon.angle(mix(loop[last], loop[after], out))
        runs[horizon.angle(mix(loop[i - 1], loop[i], into))] = (leaving, points)
    outlines = horizon.joined(runs)
    if len(outlines) > 1:
        return [_begun(space, reversed_if_backward(o)) for o in outlines]
    # What is counted from is seen on its half more often than not: the forehead, on the far one the nape.
    half = 0 if side > 0 else n // 2
    is_seen = [depths[i - half] > 0 for i in range(n)]
    return [reversed_if_backward(_numbered(outlines[0], (main + half) % n, seen[main], is_seen))]


def _is_beyond(space: HeadSpace, way: Vec) -> float:
    """How far a direction is on the side of a turned head that is away from the viewer, 0 to 1."""
    return smoothstep(-way[0] * space.view[0] / _BEYOND)


def _numbered(outline: Outline, first: int, length: int, is_seen: Sequence[bool]) -> Outline:
    """An outline that begins with so many points of a hairline, from the first on, and their ends twice. It
    gets those that are hidden too, where the hairline goes over the horizon, and is turned so that each has
    the same number from wherever the head is seen: counted from the first of the hairline, those that come
    after what is hidden from the outline's end.
    """
    n, leaves = len(is_seen), length + 4
    hidden, to_nape = is_seen.count(False), (n // 2 - first - length) % n
    # So many go to the end where the hairline leaves: those before the nape, and while that is seen itself
    # the fewer, the nearer to this end it is.
    if to_nape <= n - length:
        before = sum(not is_seen[(first + length + i) % n] for i in range(to_nape))
    else:
        before = round(hidden * (n - to_nape) / length)
    whole = [
        *dots(outline[0], hidden - before + 1)[1:], *outline[:leaves],
        *dots(outline[leaves - 1], before + 1)[1:], *outline[leaves:],
    ]  # fmt: skip
    begins, middle = first - hidden + before, (first + (length + n) / 2) % n
    from_end = first + length > n or 0 < middle < n / 2
    k = -(begins + (len(whole) - n if from_end else 0)) % len(whole)
    return whole[k:] + whole[:k]


class _Horizon:
    """The circle on the shell beyond which it turns away, by angles round it."""

    def __init__(self, space: HeadSpace, shape: HairShape, towards: Vec) -> None:
        self.space, self.shape = space, shape
        self.e1 = perpendicular((0.1, 1.0, 0.2) if abs(towards[1]) < 0.9 else (1.0, 0.0, 0.0), towards)
        self.e2 = cross(towards, self.e1)

    def angle(self, d: Vec) -> float:
        """The angle of a point of the circle."""
        return atan2(dot(d, self.e2), dot(d, self.e1)) % tau

    def arc(self, start: float, end: float, steps: int = _STEPS) -> Outline:
        """Points along the circle, on the screen, so many steps from end to end."""
        (a, b, c), (rx, ry, rz) = self.shape.centre, self.shape.radii
        (x1, y1, z1), (x2, y2, z2) = self.e1, self.e2
        turns = [start + (end - start) * i / steps for i in range(steps + 1)]
        if end - start > 4 * _RISES_RAD and not self.shape.lining_cm:
            if self._is_forehead(start):
                turns[1] = min(turns[1], start + _RISES_RAD)
            if self._is_forehead(end):
                turns[-2] = max(turns[-2], end - _RISES_RAD)
        circle = [(cos(turn), sin(turn)) for turn in turns]
        if self.shape.inside:  # at the edge of the cheek: within it sideburns would be loose wedges
            ways = (unit(add(scale(self.e1, u), scale(self.e2, v))) for u, v in circle)
            places = [on_cheek(self.shape.centre, self.shape.radii, way) for way in ways]
        else:
            places = [
                (a + (x1 * u + x2 * v) * rx, b + (y1 * u + y2 * v) * ry, c + (z1 * u + z2 * v) * rz)
                for u, v in circle
            ]
        if self.shape.ears and not self.shape.inside:
            self._taper(places, start, turns)
            self._taper(places, end, turns)
        return self.space.xys(hung(self.space, self.shape, places))

    def _taper(self, places: list[Vec], nape: float, turns: Sequence[float]) -> None:
        """Lay short hair flatter on the skull towards an end of an arc that is at the nape."""
        _, y, z = self._way(nape)
        behind = smoothstep((_NAPE_BEHIND[0] - z) / _NAPE_BEHIND[1])
        most = _FLAT * behind * smoothstep((_NAPE_FROM[0] - y) / _NAPE_FROM[1])
        (a, b, c), (rx, ry, rz) = SKULL
        for i, turn in enumerate(turns):
            if most and (near := 1 - smoothstep(abs(turn - nape) / _TAPERS_RAD)):
                x, y, z = self._way(turn)
                places[i] = mix(places[i], (a + x * rx, b + y * ry, c + z * rz), most * near)

    def _way(self, turn: float) -> Vec:
        """The direction of the circle there."""
        return add(scale(self.e1, cos(turn)), scale(self.e2, sin(turn)))

    def _is_forehead(self, turn: float) -> bool:
        """Whether the circle goes over the forehead there."""
        _, y, z = self._way(turn)
        return y > _FOREHEAD[0] and z > _FOREHEAD[1]

    def joined(self, runs: dict[float, tuple[float, Outline]]) -> list[Outline]:
        """Outlines made of the runs of the hairline and the arcs of hair between them, each from its first
        run on.

        With the hair on its left a hairline that leaves over the horizon goes on to the left along it.
        """
        ahead = {enter: min(((e - leave) % tau, e) for e in runs) for enter, (leave, _) in runs.items()}
        out: list[Outline] = []
        left = dict.fromkeys(runs)  # in the order of the runs, so that an outline begins where it did before
        while left:
            enter, ring = next(iter(left)), []
            while enter in left:
                del left[enter]
                ring.append((runs[enter], ahead[enter][0]))
                enter = ahead[enter][1]
            out.append(self._ring(ring))
        return out

    def _ring(self, ring: Sequence[tuple[tuple[float, Outline], float]]) -> Outline:
        """Runs of the hairline, each with the arc that comes after it. Those have as many points in all,
        counted with the corners of all runs but the first.
        """
        points = max(0, _STEPS - 1 - 4 * (len(ring) - 1))
        whole = sum(turn for _, turn in ring)
        outline: Outline = []
        turned, used = 0.0, 0
        for (leave, run), turn in ring:
            turned += turn
            upto = round(points * turned / whole) if whole else points
            outline += [*run, *self.arc(leave, leave + turn, upto - used + 1)[1:-1]]
            used = upto
        return outline


def _crossing(before: float, after: float) -> float:
    """How far between two depths nought lies, 0 to 1."""
    return before / (before - after) if before != after else 0.5


def _begun(space: HeadSpace, outline: Outline) -> Outline:
    """The outline from the crown on: so it is followed when another part of the hairline comes into view."""
    (x, y), (u, v) = space.xys(_FROM_MIDDLE_TO_CROWN)
    u, v = u - x, v - y
    first = max(range(len(outline)), key=lambda i: outline[i][0] * u + outline[i][1] * v)
    return outline[first:] + outline[:first]


def hair_path(space: HeadSpace, shape: HairShape, side: float) -> QPainterPath | None:
    """The hair on the near (side 1) or far (side -1) half of its shell, if any is there."""
    outlines = _region(space, shape, side)
    if not outlines:
        return None
    path = filled(*outlines)
    for tip in shape.tips:
        add_smooth(path, _end_of_hair(space, shape, tip, side))
    if shape.quiff:
        on_side = smoothstep((abs(space.frame[0][1]) - _ON_SIDE[0]) / _ON_SIDE[1])
        on_back = smoothstep((space.frame[2][1] - _ON_BACK[0]) / _ON_BACK[1])
        down = smoothstep((-space.frame[2][1] - _DOWN[0]) / _DOWN[1])
        down *= smoothstep((space.frame[1][1] - _HANGS[0]) / _HANGS[1])
        flat = 1 - _QUIFF_FLAT * max(space.bowed, pressed(space), down, on_side, on_back)
        eggs = [space.egg(place, scale(radii, flat)) for place, radii in shape.quiff]
        add_smooth(path, hull(eggs, space.camera.detail))
    for d, (x, y, r, _) in _curls(space, shape, side):
        size = r
        if d in shape.inner:  # nothing is seen of one that does not stand out: so large a one costs time
            size *= max(_NO_CURL, 1 - smoothstep((dot(d, space.view) * side - _FACES[0]) / _FACES[1]))
        path.addEllipse(QPointF(x, y), size, size)
    return path


def _end_of_hair(space: HeadSpace, shape: HairShape, tip: Sequence[Egg3], side: float) -> Outline:
    """The end of hair beside the neck: on the far half of its shell a round one; on the near one that beside
    a bowed cheek, where it would be a fang, above a shoulder to which a head leans, or behind an ear.
    """
    grown, falls = _level(space) * (max(0.0, space.view[2]) if side < 0 else space.bowed), 0.0
    if side > 0:
        sx = copysign(1.0, tip[0][0][0])
        drops, falls = _drops(space, sx), _falls(space, sx)
        near = (mixed(*eggs, drops) for eggs in zip(_BESIDE_CHEEK, _TO_SHOULDER, strict=True))
        grown *= 1 - smoothstep((space.beyond(sx) - _CHEEK_AWAY[0]) / _CHEEK_AWAY[1])
        tip, grown = [((x * sx, y, z), radii) for (x, y, z), radii in near], max(grown, drops)
    grown, (root, _) = max(POINT, grown), tip[0]
    places = hung(space, shape, [mix(root, place, grown) for place, _ in tip])
    eggs = [(place, scale(radii, grown)) for place, (_, radii) in zip(places, tip, strict=True)]
    if falls:
        eggs = [mixed(*pair, falls) for pair in zip(eggs, _fallen(space, sx, falls), strict=True)]
    return hull([space.egg(*egg) for egg in eggs], space.camera.detail)


def _fallen(space: HeadSpace, sx: float, share: float) -> list[Egg3]:
    """What has fallen from behind an ear, where x has that sign, by a share of its way."""
    down = to_local(space.frame, (0.0, -1.0, 0.0))
    return [(mad((x * sx, y, z), down, cm * share), radii) for (x, y, z), cm, radii in _BEHIND_EAR]


def _drops(space: HeadSpace, x: float) -> float:
    """How far hair drops to a shoulder the head leans to, where x has that sign, 0 to 1."""
    (_, lean, _), (_, up, _), _ = space.frame
    shown = smoothstep((up - _DROPS_UPRIGHT[0]) / _DROPS_UPRIGHT[1])
    shown *= smoothstep((space.view[2] - _DROPS_AHEAD[0]) / _DROPS_AHEAD[1])
    shown *= smoothstep((copysign(space.view[0], space.view[0] * x) - _DROPS_SEEN[0]) / _DROPS_SEEN[1])
    return shown * smoothstep((-copysign(lean, lean * x) - _DROPS[0]) / _DROPS[1])


def _falls(space: HeadSpace, x: float) -> float:
    """How far hair falls from behind the ear, on the side where x has that sign, 0 to 1."""
    _, (_, up, _), (_, ahead, _) = space.frame
    falls = smoothstep((-ahead - _LOOKS_DOWN[0]) / _LOOKS_DOWN[1]) * (1 - pressed(space))
    falls *= smoothstep((up - _CROWN_UP[0]) / _CROWN_UP[1])
    return falls * smoothstep((copysign(space.view[0], space.view[0] * x) - _BESIDE[0]) / _BESIDE[1])


def _curls(space: HeadSpace, shape: HairShape, side: float) -> list[tuple[Vec, Ball]]:
    """The curls on the near or far half of the shell: their directions, and where on the screen they are. All
    others are there too, as good as points: so each can be followed as it comes into view.
    """
    c, (rx, ry, rz) = shape.centre, scale(shape.radii, _CURL_DEPTH)
    ball, at = space.camera.ball, space.at
    hidden = hidden_nape(space) if side > 0 else 0.0
    jaw = max(under_jaw(space) if side > 0 else 0.0, lies_back(space), laid_aside(space))
    out = []
    for d in shape.curls:
        size = smoothstep((dot(d, space.view) * side - _CURL_GROWS[0]) / _CURL_GROWS[1])
        stays = 1.0
        if d[1] < ABOVE_EARS:
            stays = max(0.0, 1 - 1.7 * (jaw if d[1] < _NAPE else hidden))
            size *= stays
        size = size if size > _SPECK else _NO_CURL
        low = d[1] * (1 - _DRAWN_UP * (1 - stays))
        place = at((c[0] + d[0] * rx, c[1] + low * ry, c[2] + d[2] * rz))
        out.append((d, ball(place, _CURL_CM * size)))
    return out


def hair_layers(space: HeadSpace, shape: HairShape, *, is_dark: bool) -> list[Layer]:
    """The hair on the viewer's side, with its locks and its one light: many would look like the
    grain of wood.
    """
    path = hair_path(space, shape, 1.0)
    if not path:
        return []
    hang = smoothstep((space.frame[1][1] - _WISPS_HANG[0]) / _WISPS_HANG[1])
    for wisp in shape.wisps:
        space.add_lock(path, thinned(wisp, hang))
    layers = _lining(space, shape) if shape.lining_cm else []
    layers.append(Layer("hair", path))
    if shape.dark:
        layers.append(_locks(space, shape, _LIGHT if is_dark else _DARK))
    if not shape.curls and not shape.lining_cm:
        layers.append(soft("hair", gleam(space.egg(shape.centre, shape.radii)), _SHEEN))
    if shape.parting:
        parting = QPainterPath()
        for line in shape.parting:
            space.add_stroke(parting, line)
        layers.append(Layer("hair", parting, tone=_PARTING))
    if shape.curls:
        layers += _curl_tops(space, shape)
    return layers


def _level(space: HeadSpace) -> float:
    """How far a head is neither turned nor leant, 0 to 1."""
    turn = smoothstep((_ENDS_TURN[0] - abs(space.view[0])) / _ENDS_TURN[1])
    return turn * smoothstep((_ENDS_LEAN[0] - abs(space.frame[0][1])) / _ENDS_LEAN[1])


def _lining(space: HeadSpace, shape: HairShape) -> list[Layer]:
    """What is worn under a scarf, in its colour but darker: a band that looks out over the forehead. On the
    mat it is narrower, and lies along the edge of the cloth, which is off the skin.
    """
    loop, edge = hairline(space, shape)
    n, flat = len(loop), pressed(space)
    ways = [i % n for i in range(-_LINING_REACHES, _LINING_REACHES + 1)]
    inside = tuple(unit(mix(loop[i], _FORWARD, _LINING_IN)) for i in ways)
    places = tuple(mix(on_face(shape.centre, w), edge[i], flat) for i, w in zip(ways, inside, strict=True))
    widths = tuple(
        shape.lining_cm
        * (1 - _LINING_PRESSED * flat)
        * max(0.0, cos(0.5 * pi * i / _LINING_REACHES)) ** 0.7
        * smoothstep((dot(way, space.view) - _LINING_TURNS[0]) / _LINING_TURNS[1])
        for i, way in zip(range(-_LINING_REACHES, _LINING_REACHES + 1), inside, strict=True)
    )
    path = QPainterPath()
    space.add_stroke(path, Line(places, inside, widths))
    return [Layer("hair", path), Layer("hair", path, tone=_LINING_TONE)]


def edge_shade(space: HeadSpace, shape: HairShape) -> Layer:
    """The shade of the edge of a scarf or of hair on the face: without it, grey hair is of a piece with pale
    skin.
    """
    cloth = shape.lining_cm > 0
    widest, tone, tapers = _CLOTH_SHADE if cloth else _HAIR_SHADE
    loop, edge = hairline(space, shape)
    shares = [i / _SHADE_REACHES for i in range(-_SHADE_REACHES, _SHADE_REACHES + 1)]
    around = [round(share * _SHADE_REACHES) % len(loop) for share in shares]
    ways = tuple(loop[i] for i in around)
    # Cloth lies on the face; the edge of hair is off it.
    places = tuple(on_face(shape.centre, way) for way in ways) if cloth else tuple(edge[i] for i in around)
    widths = tuple(
        widest
        * (1 - abs(share) ** tapers)
        * smoothstep((dot(way, space.view) - _SHADE_TURNS[0]) / _SHADE_TURNS[1])
        for share, way in zip(shares, ways, strict=True)
    )
    path = QPainterPath()
    space.add_stroke(path, Line(places, ways, widths))
    return Layer("face", path, tone=tone)


def _locks(space: HeadSpace, shape: HairShape, tone: float) -> Layer:
    """The locks on the viewer's side, or the folds of a scarf. Those that end in front go with the hair that
    falls back from the face, or they would lie on it.
    """
    lines = QPainterPath()
    lines.setFillRule(Qt.FillRule.WindingFill)
    free = max(0.0, 1 - _GOES_SOONER * set_back(space, shape))
    for lock in shape.dark:
        shown = lock if lock.normals[-1][2] < 0 else thinned(lock, free)
        space.add_lock(lines, Line(tuple(hung(space, shape, shown.places)), shown.normals, shown.widths))
    return Layer("hair", lines, tone=tone)


def _curl_tops(space: HeadSpace, shape: HairShape) -> list[Layer]:
    """The light on some of the curls: without it dark hair is a hole in the picture, and gone in a dark room.
    On all of them, and all alike, it would look like scales.
    """
    tops = QPainterPath()
    tops.setFillRule(Qt.FillRule.WindingFill)
    for d, (x, y, r, _) in _curls(space, shape, 1.0):
        if sin(_GLEAM_PICKS * (d[1] + d[2])) > 0:
            turn = _GLEAM_TURNS * d[1] + d[2]
            u, v = r * cos(turn), r * sin(turn)
            start, over, end, back = ((x + a * u + b * v, y + a * v - b * u) for a, b in _GLEAM)
            tops.moveTo(*start)
            tops.quadTo(*over, *end)
            tops.quadTo(*back, *start)
    return [Layer("hair", tops, tone=_CURL_LIGHT)]
