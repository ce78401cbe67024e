"""Cloth and skin round one bone: how far the cloth goes, how its hem lies, which lies over which."""

from dataclasses import dataclass
from math import sqrt

from PySide6.QtGui import QPainterPath

from unhunch.figure.body.flesh import Bone
from unhunch.figure.ink.parts import AxisPoint, Cloth, Layer, Part, axis, piece, ribbed, rim
from unhunch.figure.ink.shapes import chain, filled, hull
from unhunch.figure.rig.camera import Camera
from unhunch.figure.rig.rounds import Ball
from unhunch.figure.rig.vectors import (
    Vec,
    cross,
    dot,
    length,
    mad,
    mix,
    perpendicular,
    scale,
    smoothstep,
    sub,
    unit,
)  # fmt: skip

# Of a hem: how thick the cloth is, how round its mouth, how wide its edge, and how far that goes beyond it.
_CUFF_THICK_CM, _MOUTH_CM, _HEM_CM, _HEM_BEYOND_CM = 0.3, 0.5, 1.7, 0.4
_STITCHED = 0.11  # how dark a stitched hem is
# How much wider than the limb a hem is that opens towards the viewer (share), how dark it is within, and from
# which cosine on it is as dark.
_MOUTH_WIDER, _WITHIN, _OPEN = 0.1, 0.6, 0.3
# What is round begins at most so far along a limb beyond its hem; a limb is seen at least so long (shares).
_CLEAR_AT_MOST, _LEAST_SEEN = 0.96, 0.4
# Share; cosines: from the first on towards the viewer there is less and less side to a sleeve, only its ring.
_CUFF_FLATTER, _CUFF_END_ON, _CUFF_ENDS_ON = 0.7, 0.82, 0.16
_CUFF_ROOM = 0.1  # so much shorter the sleeve is for all its cuff hangs, in shares of the bone


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a cloth: how far along its bone it goes (above 1: all the way), how loose it and its edge
    are (cm); `hangs` is how far the edge is tilted so that its nearer side lies over the skin.
    """

    cloth: Cloth
    end: float
    loose: float
    edge: float = 0.3
    hangs: float = 0.0


def clothe(camera: Camera, part: Part, bone: Bone, cut: Cut, cap: Ball | None = None) -> None:
    """Skin and cloth of one bone; the cloth goes as far as it is cut, its hem lies round the skin.

    Which of the two is painted last depends on whether the end of the limb comes towards the viewer.
    """
    cloth, detail = cut.cloth, camera.detail
    if cut.end <= 0:
        part.layers.append(piece("skin", chain(bone.balls(camera, 0.0), detail)))
        return
    covered = bone.balls(camera, cut.loose, upto=clear_before(camera, bone, cut))
    if cap:
        covered[0] = cap
    if cut.end >= 1:
        part.layers.append(piece(cloth, chain(covered, detail)))
        return
    d = cut_across(camera, unit(sub(bone.end, bone.start)), cut.hangs)
    edge = bone.at(cut.end)
    opens = max(0.0, camera.facing(d))
    radius = bone.radius(cut.end) * (1 + _MOUTH_WIDER * opens) + cut.edge
    mouth = camera.disc(edge, d, radius, _MOUTH_CM)
    fabric = piece(cloth, chain(covered, detail), hull([covered[-1], mouth], detail))
    # The skin lies against the nearer side of a hem that opens towards the viewer: a gap shows beyond it.
    nearer = unit(mad(camera.towards, d, -opens))
    inner = bone.radius(cut.end) + 0.1
    from_within = mad(edge, nearer, (radius - inner) * opens)
    inside = camera.disc(from_within, d, inner, 0.4)
    bare = bone.balls(camera, 0.0, after=clear_of(camera, bone, cut.end) if opens else cut.end)
    skin = piece("skin", hull([inside, *bare[:1]], detail), chain(bare, detail))
    x = perpendicular(bone.front, d) if abs(dot(bone.front, d)) < 0.95 else perpendicular((0.3, 0.1, 0.9), d)
    back = scale(d, -1)
    frame = (x, back, cross(x, back))
    hem = rim(camera, mad(edge, d, _HEM_BEYOND_CM), frame, a_cm=radius, c_cm=radius, band_cm=_HEM_CM)
    band = _hem_band(cloth, hem)
    if opens > 0:
        within = camera.disc(edge, d, radius - _CUFF_THICK_CM, 0.5)
        opening = Layer(cloth, filled(hull([within], detail)), tone=_WITHIN * smoothstep(opens / _OPEN))
        part.layers += [fabric, *band, opening, skin]
    else:
        part.layers += [skin, fabric, *band]


def _hem_band(cloth: Cloth, hem: QPainterPath | None) -> list[Layer]:
    """The edge of a sleeve, which is ribbed, or the stitched one of a trouser leg; none that is not seen."""
    if not hem:
        return []
    return [ribbed(hem) if cloth == "top" else Layer(cloth, hem, tone=_STITCHED)]


def clear_of(camera: Camera, bone: Bone, hem: float) -> float:
    """From where on along a limb what is round does not come back over a hem at that share, seen from
    here.
    """
    along = sub(bone.end, bone.start)
    room = bone.radius(hem) / length(along) / _seen(camera, along)
    return min(_CLEAR_AT_MOST, hem + room)


def hem_comes_down(camera: Camera, bone: Bone, cut: Cut) -> float:
    """How far along a limb (a share) the nearer side of its hem comes, seen from here: that of a limb which
    points away from the viewer comes down before it.
    """
    along = sub(bone.end, bone.start)
    out = cut_across(camera, unit(along), cut.hangs)
    lower = (bone.radius(cut.end) + cut.edge) * max(0.0, -camera.facing(out))
    return cut.end + (_HEM_BEYOND_CM + lower / _seen(camera, along)) / length(along)


def _seen(camera: Camera, along: Vec) -> float:
    """How much of the length of what lies `along` is seen, as a share."""
    return max(_LEAST_SEEN, sqrt(max(0.0, 1 - camera.facing(unit(along)) ** 2)))


def clear_before(camera: Camera, bone: Bone, cut: Cut) -> float:
    """Up to where along a limb what is round does not stand out over the hem of its cloth; its beginning
    is left of one that points straight at the viewer.
    """
    if cut.end >= 1:
        return 1.0
    room = clear_of(camera, bone, cut.end) - cut.end
    return max(0.0, min(cut.end - _CUFF_ROOM * (0.4 + cut.hangs), cut.end - room))


def cut_across(camera: Camera, along: Vec, hangs: float) -> Vec:
    """The way out of a hem, that of a limb `along`: of one that points towards the viewer it is turned
    aside, so that the hem lies as a band across the limb and is no ring round a disc, as long as there is
    a side to turn to.
    """
    faces = camera.facing(along)
    flatter = _CUFF_FLATTER * max(0.0, faces) * (1 - smoothstep((faces - _CUFF_END_ON) / _CUFF_ENDS_ON))
    return unit(mad(along, camera.towards, -hangs - flatter))


def over_joint(part: Part, loose: float) -> Layer:
    """The layer that goes over a part's joint: loose cloth, or what there is."""
    return next(y for y in part.layers if not y.tone and (y.cloth != "skin" or not loose))


def growing(
    camera: Camera, start: Vec, end: Vec, shares: tuple[float, float], radii: tuple[float, float]
) -> tuple[AxisPoint, AxisPoint]:
    """Where along a bone a part's shadow begins and is full."""
    first, last = (axis(camera, (mix(start, end, t), r))[0] for t, r in zip(shares, radii, strict=True))
    return first, last
