"""Hair that is the same from every side.

It is a region on a shell round the skull, bounded by a hairline (see `hairline`). What of the region faces
the viewer is found exactly, so a fringe, a temple or a nape is right from anywhere. A few dark locks lie on
the shell, and one light where the light of the picture falls.
"""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from unhunch.figure.head.bun import gleam
from unhunch.figure.head.eyes import pressed
from unhunch.figure.head.hairends import end_of_hair
from unhunch.figure.head.hairline import (
    hairline,
    hidden_nape,
    hung,
    laid_aside,
    lies_back,
    set_back,
    under_jaw,
)
from unhunch.figure.head.hairregion import region
from unhunch.figure.head.hairshape import ABOVE_EARS, HairShape
from unhunch.figure.head.skull import HeadSpace, Line, on_face, thinned
from unhunch.figure.ink.parts import Layer, soft
from unhunch.figure.ink.shapes import add_smooth, filled, hull
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import Vec, dot, mix, scale, smoothstep, unit

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
_NAPE = -0.5  # its height, of a direction
# By such a share what stands up over the forehead is less on a bowed head, whose brow it hides, on one that
# looks down, where it would be the peak of a cap, unless its crown hangs, or that lies on its side or back
# (sines; by how much more).
_QUIFF_FLAT, _DOWN, _HANGS = 0.7, (0.2, 0.4), (-0.4, 0.3)
_ON_SIDE, _ON_BACK = (0.5, 0.3), (0.4, 0.4)
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


def hair_path(space: HeadSpace, shape: HairShape, side: float) -> QPainterPath | None:
    """The hair on the near (side 1) or far (side -1) half of its shell, if any is there."""
    outlines = region(space, shape, side)
    if not outlines:
        return None
    path = filled(*outlines)
    for tip in shape.tips:
        add_smooth(path, end_of_hair(space, shape, tip, side))
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
