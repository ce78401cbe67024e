"""Hair that is the same from every side.

It is a region on a shell round the skull, bounded by a hairline: directions from the shell's middle.
What of the region faces the viewer is found exactly, so a fringe, a temple or a nape is right from anywhere.
Locks, darker and lighter, lie on the shell and tell which way the hair falls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, radians, sin, tau

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.parts import Layer
from unhunch.figure.shapes import Ball, Outline, add_smooth, filled, hull, reversed_if_backward
from unhunch.figure.skeleton import smoothstep
from unhunch.figure.skull import SKULL, HeadSpace, Line, on_face
from unhunch.figure.vectors import Vec, add, cross, dot, mix, perpendicular, scale, unit

Egg3 = tuple[Vec, Vec]
"""The middle and the half axes of an egg."""
Lock = tuple[Vec, Vec, Vec, float]
"""A lock of the left half: directions of its root, middle and tip, and its width in cm."""

_DARK, _BRIGHT = 0.17, -0.13  # tones of the locks
_CURL_CM, _CURL_DEPTH = 3.1, 0.94
_CURL_GROWS = (-0.26, 0.2)  # cosine at which a curl comes into view, and by which it is whole
_GLEAM = ((-0.72, 0.1), (-0.5, 0.86), (0.34, 0.66), (-0.3, 0.5))  # along and across, in radii of a curl
_GLEAM_TURNS, _GLEAM_PICKS = 0.9, 23.0  # how the gleams of curls differ, and which curls have one
_LOCK_POINTS = 4
# Of directions: how far in front the ear begins, the height above it, and that of the nape.
_EAR, _ABOVE_EARS, _NAPE = 0.2, 0.18, -0.5
_LIES = (0.3, 0.4)  # how far up a face looks (sine) where its hair begins to fall back, and by how much more
_ASIDE = (0.5, 0.2)  # sine of a head's turn from which it is seen from its side, and by how much more it is
_SET_BACK = (0.25, 0.6)  # the same for what lies round a face,
_SET_BACK_WHOLE = 0.4  # and how far aside of the middle (a direction) it is set back as far as can be
_TUCKED = (
    0.4,
    0.35,
)  # how far down a face looks (sine) where loose hair is tucked behind its cheek, how much more
_BARES = (
    0.35,
    0.35,
)  # how far ahead (a direction) a hairline begins to be part of the forehead's, how much more
_CROWN_HIDES = (
    0.6,
    0.2,
)  # sine of how far from above a head is seen where the skull hides its beard, and more
_FROM_ABOVE = (0.70, 0.10)  # the same for how far from above
_ENDS_RISE_CM, _ENDS_ASIDE = 4.0, (0.5, 0.25)  # round ends are for a head seen from in front
# Loose hair of a head that leans hangs down, from so high on: by a share of what a plumb line would. It goes
# no farther aside than of such a lean (sine), and not on a head that lies (how far up its crown points).
_HANGS_FROM_Y, _HANGS_FULL_CM = 8.0, 6.0
_HANGS_ASIDE, _HANGS_AHEAD = 0.42, 0.8
_HANGS_MOST, _HANGS_UPRIGHT = 0.7, (0.15, 0.35)
_LINING_REACHES, _LINING_TONE = 6, 0.42  # in points of the hairline from its middle
_LINING_IN, _FORWARD = 0.07, (0.0, 0.0, 1.0)  # how far from the edge towards the face its middle is
_SUNK = 0.965  # locks lie a little inside the shell, and so never stand out over its horizon


@dataclass(frozen=True, slots=True)
class HairShape:
    """A shell and the closed hairline on it, which has the hair on its left.

    `edge` are the places of the hairline, off the skull towards the shell. `pole` lies well inside the hair.
    """

    centre: Vec
    radii: Vec
    hairline: tuple[Vec, ...]
    edge: tuple[Vec, ...]
    pole: Vec
    dark: tuple[Line, ...]
    bright: tuple[Line, ...]
    ears: bool
    hangs: bool  # its far side shows behind the neck
    loose: bool  # it swings as the head leans
    curls: tuple[Vec, ...]
    inside: bool  # whether the hair lies inside its hairline, as a beard does, not round the face
    other: tuple[tuple[Vec, Vec], ...]  # directions and places of the hairline where the head hides its end
    beyond: tuple[tuple[Vec, ...], tuple[Vec, ...]]  # the hairline on the far side of the head, and its edge
    ends: tuple[
        tuple[Egg3, ...], ...
    ]  # the ends of hair beside the face of a bowed head, each round its eggs
    parting: tuple[Line, ...]  # where the skin shows between the locks
    turned: tuple[tuple[Vec, Vec], ...]  # directions and places of the hairline as the head turns or bows
    bares_deg: float  # how far the hair is drawn back from the forehead of a bowed head
    lining_cm: float  # how wide what is worn under a scarf looks out at the forehead


def hair_shape(
    centre: Vec,
    radii: Vec,
    half: Sequence[Vec],
    pole: Vec,
    *,
    lift: float | None = 0.15,
    dark: Sequence[Lock] = (),
    bright: Sequence[Lock] = (),
    ears: bool = True,
    hangs: bool = False,
    loose: bool = False,
    curls: Sequence[Vec] = (),
    inside: bool = False,
    other: Sequence[Vec] | None = None,
    beyond: Sequence[Vec] | None = None,
    end: Sequence[Egg3] = (),
    parting: Sequence[Lock] = (),
    turned: Sequence[Vec] | None = None,
    bares_deg: float = 0.0,
    lining_cm: float = 0.0,
) -> HairShape:
    """Hair from the left half of its hairline, front to nape, and of its locks: mirrored and rounded.

    `lift` is how far the hairline stands off the skull towards the shell, 0 to 1; without one it lies on the
    cheeks and stands off below them. `other` is the half hairline for where the head hides hair that its
    shell would show, point for point; without one it runs across the head above the ears. `beyond` is the
    half hairline on the side of the head away from the viewer, if it is another there. `end` is the round end
    of the hair beside the left cheek, which else is a sharp tip where the head is bowed. `turned` is the half
    hairline of a scarf, or of loose hair of a head that hangs, for who sees it from its side; or that of a
    beard for a bowed head.
    """
    loop = _closed(half)[:: -1 if inside else 1]

    def edge(d: Vec) -> Vec:
        if lift is None:
            shell = (centre[0] + d[0] * radii[0], centre[1] + d[1] * radii[1], centre[2] + d[2] * radii[2])
            return mix(on_face(centre, d), shell, smoothstep(-d[1] / 0.4))
        (a, b, c), (x, y, z) = mix(SKULL[0], centre, lift), mix(scale(SKULL[1], 0.97), radii, lift)
        return (a + d[0] * x, b + d[1] * y, c + d[2] * z)

    hidden = _without_nape(loop) if other is None else _closed(other)[:: -1 if inside else 1]
    far = loop if beyond is None else _closed(beyond)[:: -1 if inside else 1]
    return HairShape(
        centre, radii, loop, tuple(map(edge, loop)), pole,
        _locks(centre, radii, dark), _locks(centre, radii, bright), ears, hangs, loose, tuple(curls), inside,
        tuple((d, edge(d)) for d in hidden), (far, tuple(map(edge, far))),
        tuple(tuple(((x * sx, y, z), radii) for (x, y, z), radii in end) for sx in (1.0, -1.0)) if end else (),
        _locks(centre, radii, parting),
        tuple((d, edge(d)) for d in _closed(turned)[:: -1 if inside else 1]) if turned else (),
        bares_deg, lining_cm,
    )  # fmt: skip


def _without_nape(loop: Sequence[Vec]) -> tuple[Vec, ...]:
    """The hairline with its back straight across the head above the ears, point for point."""
    n = len(loop)
    first = next(i for i in range(n) if loop[i][2] < _EAR)
    begin, end = (atan2(loop[i][0], loop[i][2]) % tau for i in (first, n - first))
    out = list(loop)
    for i in range(first, n - first + 1):
        turn = begin + (end - begin) * (i - first) / (n - 2 * first)
        out[i] = unit((sin(turn), _ABOVE_EARS, cos(turn)))
    return tuple(out)


def _closed(half: Sequence[Vec], steps: int = 2) -> tuple[Vec, ...]:
    """A hairline from its left half, front to nape: mirrored and rounded, every point a direction."""
    loop = [*half, *((-x, y, z) for x, y, z in half[-2:0:-1])]
    n = len(loop)
    out = []
    for i in range(n):
        a, b, c, d = loop[i - 1], loop[i], loop[(i + 1) % n], loop[(i + 2) % n]
        for k in range(steps):
            t = k / steps
            out.append(
                unit(
                    (
                        _spline(a[0], b[0], c[0], d[0], t),
                        _spline(a[1], b[1], c[1], d[1], t),
                        _spline(a[2], b[2], c[2], d[2], t),
                    )
                )
            )
    return tuple(out)


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """Catmull-Rom between b and c."""
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def _locks(centre: Vec, radii: Vec, half: Sequence[Lock]) -> tuple[Line, ...]:
    """Locks of the left half, and their mirror images on the right one."""
    out = []
    a, b, c = scale(radii, _SUNK)
    for root, middle, tip, width in half:
        sides = (1.0, -1.0) if max(root[0], middle[0], tip[0]) > 0 else (1.0,)
        for side in sides:
            ways = [unit((x * side, y, z)) for x, y, z in _bent(root, middle, tip)]
            out.append(
                Line(
                    tuple(add(centre, (d[0] * a, d[1] * b, d[2] * c)) for d in ways),
                    tuple(unit((d[0] / radii[0], d[1] / radii[1], d[2] / radii[2])) for d in ways),
                    (width,) * len(ways),
                )
            )
    return tuple(out)


def _bent(a: Vec, b: Vec, c: Vec) -> list[Vec]:
    """Points of the parabola from a through b to c."""
    turn = (2 * b[0] - (a[0] + c[0]) / 2, 2 * b[1] - (a[1] + c[1]) / 2, 2 * b[2] - (a[2] + c[2]) / 2)
    shares = [i / _LOCK_POINTS for i in range(_LOCK_POINTS + 1)]
    return [mix(mix(a, turn, t), mix(turn, c, t), t) for t in shares]


def _region(space: HeadSpace, shape: HairShape, side: float) -> list[Outline]:
    """The hair on the near (side 1) or far (side -1) half of its shell.

    Its outline goes along the part of the hairline that lies on that half, and where the hairline goes over
    the shell's horizon along the horizon, until the hairline comes back. A hairline that never goes over it
    is the whole outline of the hair, or a hole in it: two outlines then, the second the other way round.
    """
    rx, ry, rz = shape.radii
    v = space.view
    w = scale(unit((v[0] * rx, v[1] * ry, v[2] * rz)), side)
    loop, edge = _hairline(space, shape) if side > 0 else _beyond(space, shape)
    edge = _hung(space, shape, edge)
    n = len(loop)
    depths = [x * w[0] + y * w[1] + z * w[2] for x, y, z in loop]
    horizon = _Horizon(space, shape, w)
    entries = [i for i in range(n) if depths[i] > 0 >= depths[i - 1]]
    if not entries:
        circle = reversed_if_backward(horizon.arc(0.0, tau * 0.96))
        pole_near = dot(shape.pole, w) > 0
        if depths[0] > 0:
            whole = reversed_if_backward(space.xys(edge))
            return [whole] if pole_near else [circle, whole[::-1]]
        return [circle] if pole_near else []
    runs: dict[float, tuple[float, Outline]] = {}  # angle of entry -> angle of leaving, points between
    for i in entries:
        length = next(k for k in range(1, n + 1) if depths[(i + k) % n] <= 0)
        last, after = (i + length - 1) % n, (i + length) % n
        into, out = _crossing(depths[i - 1], depths[i]), _crossing(depths[last], depths[after])
        p, q = mix(edge[i - 1], edge[i], into), mix(edge[last], edge[after], out)
        points = space.xys([p, p, *(edge[(i + k) % n] for k in range(length)), q, q])
        leaving = horizon.angle(mix(loop[last], loop[after], out))
        runs[horizon.angle(mix(loop[i - 1], loop[i], into))] = (leaving, points)
    return [reversed_if_backward(o) for o in horizon.joined(runs)]


def _hung(space: HeadSpace, shape: HairShape, places: Sequence[Vec]) -> Sequence[Vec]:
    """Places of hair where its weight draws them: loose hair hangs off a cheek, or falls on to it, as the
    head leans.
    """
    if not shape.loose:
        return places
    right, up, face = space.frame
    share = smoothstep((up[1] - _HANGS_UPRIGHT[0]) / _HANGS_UPRIGHT[1])
    aside, ahead = (
        max(-_HANGS_MOST, min(_HANGS_MOST, -way[1])) * share * by
        for way, by in ((right, _HANGS_ASIDE), (face, _HANGS_AHEAD))
    )
    out = []
    for x, y, z in places:
        below = max(0.0, _HANGS_FROM_Y - y)
        below *= smoothstep(below / _HANGS_FULL_CM)
        out.append((x + aside * below, y, z + ahead * below))
    return out


def _hairline(space: HeadSpace, shape: HairShape) -> tuple[Sequence[Vec], Sequence[Vec]]:
    """The hairline's directions and places. From below and in front, jaw and neck hide the nape: there the
    hairline is raised out of sight, or hair would show as a beard round the jaw. From behind they hide a
    beard.
    """
    if shape.turned and (set_back := _set_back_by(space, shape)) != (0.0, 0.0):
        return _set_back(shape, *set_back)
    if shape.bares_deg and space.bowed > 0:
        return _bared(shape, space.bowed)
    share = _hidden_chin(space) if shape.inside else _hidden_nape(space)
    if not shape.other or share <= 0:
        return shape.hairline, shape.edge
    aside = 0.0 if shape.inside else 2.0 * space.view[0]  # on the side that is seen the nape stays
    loop, edge = [], []
    for d, place, (other, other_place) in zip(shape.hairline, shape.edge, shape.other, strict=True):
        t = share * min(1.0, max(0.0, 1 - aside * d[0]))
        loop.append(unit(mix(d, other, t)))
        edge.append(mix(place, other_place, t))
    return loop, edge


def _set_back_by(space: HeadSpace, shape: HairShape) -> tuple[float, float]:
    """How far the hairline is on its way to where else it is, 0 to 1, on the left and on the right."""
    if shape.inside:  # cheeks or skull hide a beard
        hidden = max(space.bowed, _from_crown(space))
        return hidden, hidden
    turned = smoothstep((abs(space.view[0]) - _SET_BACK[0]) / _SET_BACK[1])
    if shape.loose:
        turned *= smoothstep((-space.frame[2][1] - _TUCKED[0]) / _TUCKED[1])
    return (turned, 0.0) if space.view[0] > 0 else (0.0, turned)


def _set_back(shape: HairShape, left: float, right: float) -> tuple[Sequence[Vec], Sequence[Vec]]:
    """The hairline a share of its way to where else it is, on both sides: so the edge of a scarf is drawn back
    on the side a turned head is seen from, and loose hair on that of a head that hangs. Little of the face
    would look out else.
    """
    loop, edge = [], []
    for d, place, (other, other_place) in zip(shape.hairline, shape.edge, shape.turned, strict=True):
        if left == right:
            t = left
        else:
            t = max(left * smoothstep(d[0] / _SET_BACK_WHOLE), right * smoothstep(-d[0] / _SET_BACK_WHOLE))
        loop.append(unit(mix(d, other, t)))
        edge.append(mix(place, other_place, t))
    return loop, edge


def _bared(shape: HairShape, bowed: float) -> tuple[Sequence[Vec], Sequence[Vec]]:
    """The hairline of a bowed head: drawn back from the forehead, of which nothing would be seen below it."""
    most = radians(shape.bares_deg) * bowed
    (a, b, c), (rx, ry, rz) = shape.centre, shape.radii
    loop, edge = [], []
    for d, (x, y, z) in zip(shape.hairline, shape.edge, strict=True):
        turn = most * smoothstep((d[2] - _BARES[0]) / _BARES[1])
        up, ahead = cos(turn), sin(turn)
        v, w = (y - b) / ry, (z - c) / rz
        loop.append((d[0], d[1] * up + d[2] * ahead, d[2] * up - d[1] * ahead))
        edge.append((x, b + (v * up + w * ahead) * ry, c + (w * up - v * ahead) * rz))
    return loop, edge


def _from_crown(space: HeadSpace) -> float:
    """How far the skull hides a beard from a viewer above the crown, 0 to 1."""
    return smoothstep((space.view[1] - _CROWN_HIDES[0]) / _CROWN_HIDES[1])


def edge_round_the_face(space: HeadSpace, shape: HairShape) -> tuple[Sequence[Vec], Sequence[Vec]]:
    """Where the hair or cloth round a face ends: ways from the shell's middle, and places."""
    return _hairline(space, shape)


def _beyond(space: HeadSpace, shape: HairShape) -> tuple[Sequence[Vec], Sequence[Vec]]:
    """The hairline on the far side of the head. Of a head that lies the hair falls back: from its side it
    would look out as a chip under the chin. From above, its hem would look out as two dark ears.
    """
    aside = smoothstep((abs(space.view[0]) - _ASIDE[0]) / _ASIDE[1])
    lies = aside * smoothstep((space.frame[2][1] - _LIES[0]) / _LIES[1])
    share = max(lies, smoothstep((space.view[1] - _FROM_ABOVE[0]) / _FROM_ABOVE[1]))
    if not shape.other or share <= 0:
        return shape.beyond
    pairs = [
        (unit(mix(d, other, share)), mix(place, other_place, share))
        for d, place, (other, other_place) in zip(*shape.beyond, shape.other, strict=True)
    ]
    return [d for d, _ in pairs], [place for _, place in pairs]


def _hidden_chin(space: HeadSpace) -> float:
    """How far the neck hides the chin from a viewer behind the head, 0 to 1."""
    return smoothstep((0.1 - space.view[2]) / 0.5)


def _hidden_nape(space: HeadSpace) -> float:
    """How far jaw and neck hide the nape from the viewer, 0 to 1."""
    return _under_jaw(space) * smoothstep((0.7 - abs(space.view[0])) / 0.4)


def _under_jaw(space: HeadSpace) -> float:
    """How far the viewer looks up at the jaw, 0 to 1."""
    return smoothstep((-space.view[1] - 0.12) / 0.3) * smoothstep((space.view[2] + 0.1) / 0.35)


class _Horizon:
    """The circle on the shell beyond which it turns away, by angles round it."""

    def __init__(self, space: HeadSpace, shape: HairShape, towards: Vec) -> None:
        self.space, self.shape = space, shape
        self.e1 = perpendicular((0.1, 1.0, 0.2) if abs(towards[1]) < 0.9 else (1.0, 0.0, 0.0), towards)
        self.e2 = cross(towards, self.e1)

    def angle(self, d: Vec) -> float:
        """The angle of a point of the circle."""
        return atan2(dot(d, self.e2), dot(d, self.e1)) % tau

    def arc(self, start: float, end: float) -> Outline:
        """Points along the circle, on the screen."""
        steps = max(2, int(abs(end - start) / 0.28))
        (a, b, c), (rx, ry, rz) = self.shape.centre, self.shape.radii
        (x1, y1, z1), (x2, y2, z2) = self.e1, self.e2
        turns = [start + (end - start) * i / steps for i in range(steps + 1)]
        places = [
            (a + (x1 * u + x2 * v) * rx, b + (y1 * u + y2 * v) * ry, c + (z1 * u + z2 * v) * rz)
            for u, v in ((cos(turn), sin(turn)) for turn in turns)
        ]
        return self.space.xys(_hung(self.space, self.shape, places))

    def joined(self, runs: dict[float, tuple[float, Outline]]) -> list[Outline]:
        """Outlines made of the runs of the hairline and the arcs of hair between them.

        With the hair on its left a hairline that leaves over the horizon goes on to the left along it.
        """
        out: list[Outline] = []
        left = set(runs)
        while left:
            enter = left.pop()
            outline: Outline = []
            while True:
                leave, points = runs[enter]
                outline += points
                ahead, enter = min(((e - leave) % tau, e) for e in runs)
                outline += self.arc(leave, leave + ahead)[1:-1]
                if enter not in left:
                    break
                left.discard(enter)
            out.append(outline)
        return out


def _crossing(before: float, after: float) -> float:
    """How far between two depths nought lies, 0 to 1."""
    return before / (before - after) if before != after else 0.5


def hair_path(space: HeadSpace, shape: HairShape, side: float) -> QPainterPath | None:
    """The hair on the near (side 1) or far (side -1) half of its shell, if any is there."""
    outlines = _region(space, shape, side)
    if not outlines:
        return None
    path = filled(*outlines)
    for _, (x, y, r, _) in _curls(space, shape, side):
        path.addEllipse(QPointF(x, y), r, r)
    return path


def _curls(space: HeadSpace, shape: HairShape, side: float) -> list[tuple[Vec, Ball]]:
    """The curls on the near or far half of the shell: their directions, and where on the screen they are."""
    c, (rx, ry, rz) = shape.centre, scale(shape.radii, _CURL_DEPTH)
    ball, at = space.camera.ball, space.at
    hidden = _hidden_nape(space) if side > 0 else 0.0
    under_jaw = _under_jaw(space) if side > 0 else 0.0
    out = []
    for d in shape.curls:
        size = smoothstep((dot(d, space.view) * side - _CURL_GROWS[0]) / _CURL_GROWS[1])
        if d[1] < _ABOVE_EARS:
            size *= max(0.0, 1 - 1.7 * (under_jaw if d[1] < _NAPE else hidden))
        if size > 0:
            place = at((c[0] + d[0] * rx, c[1] + d[1] * ry, c[2] + d[2] * rz))
            out.append((d, ball(place, _CURL_CM * size)))
    return out


def hair_layers(space: HeadSpace, shape: HairShape, is_dark: bool) -> list[Layer]:
    """The hair on the viewer's side, with its locks; on dark hair only the bright ones show."""
    path = hair_path(space, shape, 1.0)
    if not path:
        return []
    grown = space.bowed * smoothstep((_ENDS_ASIDE[0] - abs(space.view[0])) / _ENDS_ASIDE[1])
    if grown > 0:
        up = _ENDS_RISE_CM * (1 - grown)  # it comes out of the hair above
        for end in shape.ends:
            eggs = [space.egg((x, y + up, z), scale(radii, grown)) for (x, y, z), radii in end]
            add_smooth(path, hull(eggs, space.camera.detail))
    layers = _lining(space, shape) if shape.lining_cm else []
    layers.append(Layer("hair", path))
    layers += lock_layers(space, shape, "hair", is_dark)
    if shape.parting:
        parting = QPainterPath()
        for line in shape.parting:
            space.add_lock(parting, line)
        layers.append(Layer("face", parting))
    if shape.curls:
        layers += _curl_tops(space, shape)
    return layers


def _lining(space: HeadSpace, shape: HairShape) -> list[Layer]:
    """What is worn under a scarf, in its colour but darker: a band that looks out over the forehead."""
    loop, _ = edge_round_the_face(space, shape)
    n = len(loop)
    ways = [i % n for i in range(-_LINING_REACHES, _LINING_REACHES + 1)]
    widths = tuple(
        shape.lining_cm * cos(0.5 * pi * i / _LINING_REACHES) ** 0.7 if abs(i) < _LINING_REACHES else 0.0
        for i in range(-_LINING_REACHES, _LINING_REACHES + 1)
    )
    inside = tuple(unit(mix(loop[i], _FORWARD, _LINING_IN)) for i in ways)
    path = QPainterPath()
    space.add_stroke(path, Line(tuple(on_face(shape.centre, way) for way in inside), inside, widths))
    return [Layer("hair", path), Layer("hair", path, tone=_LINING_TONE)]


def lock_layers(space: HeadSpace, shape: HairShape, cloth: str, is_dark: bool) -> list[Layer]:
    """The locks on the viewer's side."""
    layers = []
    for locks, tone in ((() if is_dark else shape.dark, _DARK), (shape.bright, _BRIGHT)):
        lines = QPainterPath()
        lines.setFillRule(Qt.FillRule.WindingFill)
        for lock in locks:
            space.add_lock(lines, Line(tuple(_hung(space, shape, lock.places)), lock.normals, lock.widths))
        if not lines.isEmpty():
            layers.append(Layer(cloth, lines, tone=tone))
    return layers


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
    return [Layer("hair", tops, tone=_BRIGHT)]
