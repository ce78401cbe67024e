"""Which region of its shell hair covers, as it is seen: what of it faces the viewer, as outlines.

Each outline goes along the hairline (see `hairline`) as far as that is seen, and from there along the shell's
horizon; it has its points in the same order from wherever the head is seen.
"""

from collections.abc import Sequence
from math import atan2, cos, sin, tau

from unhunch.figure.head.hairline import beyond, hairline, hung
from unhunch.figure.head.hairshape import HairShape, on_cheek
from unhunch.figure.head.skull import SKULL, HeadSpace, dots
from unhunch.figure.ink.shapes import Outline, reversed_if_backward
from unhunch.figure.rig.vectors import Vec, add, cross, dot, mix, perpendicular, scale, smoothstep, unit

# So soon an edge that lies on the forehead's skin has risen to the shell's horizon: cut short it would show
# skin. How far up and ahead (a direction) that is.
_RISES_RAD, _FOREHEAD = 0.05, (0.05, 0.25)
# Short hair tapers to the nape, where its shell would end in a step or a spike off the neck: how far down
# and behind (a direction) an end of its outline is that does, how flat it gets (share), and how far on (rad).
_NAPE_FROM, _NAPE_BEHIND, _FLAT, _TAPERS_RAD = (-0.1, 0.3), (0.2, 0.3), 0.9, 0.8
# Loose hair on the far side of a turned head that is no nearer than this (cosine) counts as turned away: the
# sliver left of it would be one stray hair beside the cheek. How far round (a product of sines) it does.
_SLIVER, _BEYOND = 0.25, 0.3
_STEPS, _ALL_ROUND = 28, 30  # along the horizon: of what goes over it, and of a whole circle
# A way to the crown, a little ahead of it: hardly any head is seen from there.
_FROM_MIDDLE_TO_CROWN: tuple[Vec, Vec] = ((0.0, 9.0, 0.0), (0.0, 18.7, 2.6))


def region(space: HeadSpace, shape: HairShape, side: float) -> list[Outline]:
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
