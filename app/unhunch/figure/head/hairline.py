"""Where hair ends: what becomes of its edge as the head turns, bows, hangs or leans."""

from collections.abc import Sequence
from math import copysign, cos, radians, sin

from unhunch.figure.head.hairshape import HairShape
from unhunch.figure.head.skull import HeadSpace, told_once
from unhunch.figure.rig.vectors import Vec, mix, smoothstep, unit

Edge = tuple[tuple[Vec, ...], tuple[Vec, ...]]
"""A hairline: directions from the shell's middle, and places."""

# How far a nape is raised, of hair above ears: cosine of a face's turn to the viewer from which it is, and
# by how much more.
_NAPE_SHORTER, _HALF_ASIDE = 0.75, (0.45, 0.3)
# How much sooner than the other side that which is seen keeps its nape, as the head turns; and how much less
# (share) for a whole sine of a lean.
_STAYS, _STAYS_LESS = 2.0, 0.8
_LIES = (0.3, 0.4)  # how far up a face looks (sine) where its hair begins to fall back, and by how much more
_ASIDE = (0.5, 0.2)  # sine of a head's turn from which it is seen from its side, and by how much more it is
_FROM_ABOVE = (0.70, 0.10)  # the same for how far from above
_SET_BACK = (0.25, 0.6)  # the same of a turn for what lies round a face,
_SET_BACK_WHOLE = 0.4  # and how far aside of the middle (a direction) it is set back as far as can be
_JAW = (-0.2, 0.35)  # how far up (a direction) the edge beside the jaw ends, and how far below is all of it
# How far down a face looks (sine) where loose hair is tucked behind its cheek, and how much more.
_TUCKED = (0.4, 0.35)
# Sines of how far up a side of a head looks that is laid on the other, and of how far at most its crown does,
# from which hair falls back from that side; and by how much more, or less, it all does.
_SIDE_UP, _CROWN_LEVEL = (0.55, 0.25), (0.25, 0.3)
_SWEPT_BACK = 0.8  # in a profile it is so far on its way there: it would be a helmet, and the face a strip
# The hem of loose hair of an upright head goes along by such a share less: how far down (a direction) it
# begins, and how far below all is hem.
_HEM_STAYS, _HEM = 0.75, (-0.55, 0.15)
_FALLS_BACK = (0.35, 0.4)  # the same for how far up it looks, where hair falls back from cheeks and nape
# How far ahead (a direction) a hairline begins to be that of the forehead, and how much more.
_BARES = (0.35, 0.35)
# Sine of how far from above a head is seen where the skull begins to hide its beard, and how much more; and
# the cosine of the face's turn to the viewer by which it does not, and how much less.
_BESIDE_BEARD = (0.35, 0.35)  # sine of a turn from which a beard is seen from its side, and how much more
# Cosine of a face's turn to the viewer where neck and jaw begin to hide its chin, and by how much less.
_CHIN_HIDES = (-0.3, 0.4)
_CROWN_HIDES, _CROWN_BEFORE_FACE = (0.45, 0.25), (0.1, 0.3)
# Loose hair of a head that leans hangs down, from so high on: by a share of what a plumb line would. It goes
# no farther than of such a lean (sine), and not on a head that lies (how far up its crown points).
_HANGS_FROM_Y, _HANGS_FULL_CM = 8.0, 6.5
# On the lower side of a head that leans it does so from higher on, and over more of its length, as one
# curtain: bent at once, its end would be a knob on the shoulder. The last is how far aside it is drawn where
# all of it is so.
_LOW_HIGHER_CM, _LOW_LONGER_CM, _LOW_ASIDE = 6.5, 7.5, 0.3
_HANGS_ASIDE, _HANGS_AHEAD = 0.6, 0.8
_BOWED_AHEAD = 0.5  # by such a share more ahead if the head is bowed to the viewer: past the cheeks
_BOWED_LESS = 0.7  # by such a share less aside if the head is bowed to the viewer: it lies on the cheek
_HANGS_ROUND_Z = -1.0  # what it swings round ahead, which lies in the middle of it
# By such a share hair swings on the upper side of a head, where the cheek it lies on stops it.
_LIES_ON_CHEEK, _HALF_HEAD_CM = 0.7, 7.0
# How far it swings round to a side, on the upper one and on the lower one: there a lock hangs plumb, and a
# shoulder is in the way of its hem.
_SWINGS_ASIDE = (0.68, 0.5)
# Loose hair that has fallen back lies so much wider (share), from so high on, by so many cm lower wholly; and
# higher, by a share of how far it hung down. So it does for who sees the face (cosine of its turn to them).
_SPREADS, _SPREADS_FROM_Y, _SPREADS_CM = 0.24, 18.0, 10.0
_SPREAD_RISES, _SPREAD_SEEN = 0.4, 0.8
_LAIN_ON = 0.11  # by so much of its depth hair is pressed flat by a head that lies on it
_HANGS_MOST, _HANGS_UPRIGHT = 0.7, (0.15, 0.35)


def hung(space: HeadSpace, shape: HairShape, places: Sequence[Vec]) -> Sequence[Vec]:
    """Places of hair where weight draws them: loose hair hangs off a cheek, or falls on to it, as the head
    leans; what a head lies on is flat.
    """
    if lain := lies_back(space):
        flat = 1 - _LAIN_ON * lain
        places = [(x, y, z * flat if z < 0 else z) for x, y, z in places]
    if not shape.loose:
        return places
    if spread := lain * smoothstep(space.view[2] / _SPREAD_SEEN):
        places = [_spread(place, spread) for place in places]
    aside, ahead = _drawn_by_weight(space)
    if not aside and not ahead:
        return places
    out, leans = [], smoothstep(abs(aside) / _LOW_ASIDE)
    for x, y, z in places:
        low = smoothstep(1 + copysign(x, aside * x) / _HALF_HEAD_CM)
        below = max(0.0, _HANGS_FROM_Y + _LOW_HIGHER_CM * low * leans - y)
        if not below:
            out.append((x, y, z))
            continue
        share = smoothstep(below / (_HANGS_FULL_CM + _LOW_LONGER_CM * low * leans))
        below *= share
        # It swings round as a whole, so that its hem stays square to the way it hangs and is no tip; but a
        # head bowed forward leaves it where it is.
        lies = _LIES_ON_CHEEK + (1 - _LIES_ON_CHEEK) * low
        swung = _SWINGS_ASIDE[0] + (_SWINGS_ASIDE[1] - _SWINGS_ASIDE[0]) * low
        swings = swung * aside * x + min(0.0, ahead) * (z - _HANGS_ROUND_Z)
        out.append((x + lies * aside * below, y + share * swings, z + ahead * below))
    return out


def _spread(place: Vec, lain: float) -> Vec:
    """Where a place of loose hair lies that has fallen on what the head lies on: beside it, not along its
    neck.
    """
    x, y, z = place
    wide = 1 + _SPREADS * lain * smoothstep((_SPREADS_FROM_Y - y) / _SPREADS_CM)
    below = max(0.0, _HANGS_FROM_Y - y)
    return x * wide, y + _SPREAD_RISES * lain * below * smoothstep(below / _HANGS_FULL_CM), z


@told_once
def _drawn_by_weight(space: HeadSpace) -> tuple[float, float]:
    """How far to the left and ahead its weight draws hair that hangs a cm down."""
    right, up, face = space.frame
    share = smoothstep((up[1] - _HANGS_UPRIGHT[0]) / _HANGS_UPRIGHT[1])
    aside, ahead = (
        max(-_HANGS_MOST, min(_HANGS_MOST, -way[1])) * share * by
        for way, by in (
            (right, _HANGS_ASIDE * (1 - _BOWED_LESS * space.bowed)),
            (face, _HANGS_AHEAD * (1 + _BOWED_AHEAD * space.bowed)),
        )
    )
    return aside, ahead


def hairline(space: HeadSpace, shape: HairShape) -> Edge:
    """The hairline's directions and places, as the viewer is to see them."""
    return space.known(("hairline", id(shape)), lambda: _hairline(space, shape))


def _hairline(space: HeadSpace, shape: HairShape) -> Edge:
    edge = shape.hairline, shape.edge
    share = _hidden_chin(space) if shape.inside else max(hidden_nape(space), _shortened_nape(space, shape))
    if shape.other and share > 0:
        edge = _raised(space, shape, share)
    left, right = _set_back_by(space, shape)
    if left or right:
        edge = _set_back(edge, shape.turned, left, right, _hem_stays(space) if shape.loose else 0.0)
    if shape.bares_deg and space.bowed > 0:
        edge = _bared(edge, shape, space.bowed)
    return edge


def _raised(space: HeadSpace, shape: HairShape, share: float) -> Edge:
    """From below and in front, jaw and neck hide the nape: there the hairline is raised out of sight, or hair
    would show as a beard round the jaw. From behind they hide a beard.
    """
    # On the side that is seen the nape stays; less so as the head leans, off whose neck it would stand.
    aside = 0.0 if shape.inside else _STAYS * space.view[0] * (1 - _STAYS_LESS * space.leant)
    loop, edge = [], []
    for d, place, (other, other_place) in zip(shape.hairline, shape.edge, shape.other, strict=True):
        t = share * min(1.0, max(0.0, 1 - aside * d[0]))
        loop.append(unit(mix(d, other, t)))
        edge.append(mix(place, other_place, t))
    return tuple(loop), tuple(edge)


def set_back(space: HeadSpace, shape: HairShape) -> float:
    """How far loose hair is tucked behind a cheek or has fallen back from it, 0 to 1."""
    return max(_set_back_by(space, shape)) if shape.loose else 0.0


def _set_back_by(space: HeadSpace, shape: HairShape) -> tuple[float, float]:
    """How far the hairline is on its way to where else it is, 0 to 1, on the left and on the right."""
    if not shape.turned:
        return 0.0, 0.0
    if shape.inside:  # cheeks or skull hide a beard
        hidden = max(bowed_ahead(space), from_crown(space))
        return hidden, hidden
    back = lies_back(space) if shape.loose or shape.ears else 0.0
    if shape.ears:
        return back, back
    turned = smoothstep((abs(space.view[0]) - _SET_BACK[0]) / _SET_BACK[1])
    if shape.loose:
        turned *= max(_SWEPT_BACK, _looks_down(space), laid_aside(space))
    near = max(back, turned)
    return (near, back) if space.view[0] > 0 else (back, near)


@told_once
def _hem_stays(space: HeadSpace) -> float:
    """By what share less the hem of loose hair is set back: that of an upright head hangs as ever."""
    return _HEM_STAYS * (1 - max(_looks_down(space), lies_back(space), laid_aside(space)))


@told_once
def _looks_down(space: HeadSpace) -> float:
    """How far a face looks down, so that its hair is tucked behind the cheek, 0 to 1."""
    return smoothstep((-space.frame[2][1] - _TUCKED[0]) / _TUCKED[1])


def _set_back(
    edge: Edge, turned: Sequence[tuple[Vec, Vec]], left: float, right: float, hem_stays: float = 0.0
) -> Edge:
    """The hairline a share of its way to where else it is, on both sides. So the edge of a scarf is drawn
    back on the side a turned head is seen from, and loose hair on that of a head that hangs: else little of
    the face would look out.
    """
    ways, places = [], []
    for d, place, (other, other_place) in zip(*edge, turned, strict=True):
        t = left
        if left != right:
            t = max(left * smoothstep(d[0] / _SET_BACK_WHOLE), right * smoothstep(-d[0] / _SET_BACK_WHOLE))
            t = max(t, max(left, right) * smoothstep((_JAW[0] - d[1]) / _JAW[1]))  # the far jaw would be cut
        if hem_stays:
            t *= 1 - hem_stays * smoothstep((_HEM[0] - d[1]) / _HEM[1])
        if not t:
            ways.append(d)
            places.append(place)
            continue
        ways.append(unit(mix(d, other, t)))
        places.append(mix(place, other_place, t))
    return tuple(ways), tuple(places)


def _bared(edge: Edge, shape: HairShape, bowed: float) -> Edge:
    """The hairline of a bowed head: drawn back from the forehead, of which nothing would be seen below it."""
    most = radians(shape.bares_deg) * bowed
    (_, b, c), (_, ry, rz) = shape.centre, shape.radii
    ways, places = [], []
    for d, (x, y, z) in zip(*edge, strict=True):
        if d[2] <= _BARES[0]:
            ways.append(d)
            places.append((x, y, z))
            continue
        turn = most * smoothstep((d[2] - _BARES[0]) / _BARES[1])
        up, ahead = cos(turn), sin(turn)
        v, w = (y - b) / ry, (z - c) / rz
        ways.append((d[0], d[1] * up + d[2] * ahead, d[2] * up - d[1] * ahead))
        places.append((x, b + (v * up + w * ahead) * ry, c + (w * up - v * ahead) * rz))
    return tuple(ways), tuple(places)


@told_once
def lies_back(space: HeadSpace) -> float:
    """How far hair falls back from cheeks and nape, as of a head that lies on its back, 0 to 1."""
    return smoothstep((space.frame[2][1] - _FALLS_BACK[0]) / _FALLS_BACK[1])


@told_once
def laid_aside(space: HeadSpace) -> float:
    """How far a head is laid on one side, 0 to 1."""
    (_, side, _), (_, crown, _), _ = space.frame
    side_up = smoothstep((abs(side) - _SIDE_UP[0]) / _SIDE_UP[1])
    return side_up * smoothstep((_CROWN_LEVEL[0] - crown) / _CROWN_LEVEL[1])


@told_once
def from_crown(space: HeadSpace) -> float:
    """How far the skull hides a beard from a viewer above the crown who does not see the face, 0 to 1."""
    above = smoothstep((space.view[1] - _CROWN_HIDES[0]) / _CROWN_HIDES[1])
    above *= 1 - smoothstep((abs(space.view[0]) - _BESIDE_BEARD[0]) / _BESIDE_BEARD[1])
    return above * smoothstep((_CROWN_BEFORE_FACE[0] - space.view[2]) / _CROWN_BEFORE_FACE[1])


@told_once
def bowed_ahead(space: HeadSpace) -> float:
    """How far a head is bowed to a viewer in front of it, 0 to 1: from its side a beard is seen as it is."""
    return space.bowed * (1 - smoothstep((abs(space.view[0]) - _BESIDE_BEARD[0]) / _BESIDE_BEARD[1]))


def beyond(space: HeadSpace, shape: HairShape) -> Edge:
    """The hairline on the far side of the head. Of a head that lies the hair falls back: from its side it
    would look out as a chip under the chin. From above, its hem would look out as two dark ears.
    """
    aside = smoothstep((abs(space.view[0]) - _ASIDE[0]) / _ASIDE[1])
    lies = aside * smoothstep((space.frame[2][1] - _LIES[0]) / _LIES[1])
    share = max(lies, smoothstep((space.view[1] - _FROM_ABOVE[0]) / _FROM_ABOVE[1]))
    edge = shape.beyond
    if shape.loose and (back := max(_set_back_by(space, shape))):  # one hem with that of the near side
        edge = _set_back(edge, shape.turned, back, back)
    if not shape.other or share <= 0:
        return edge
    pairs = [
        (unit(mix(d, other, share)), mix(place, other_place, share))
        for d, place, (other, other_place) in zip(*edge, shape.other, strict=True)
    ]
    return tuple(d for d, _ in pairs), tuple(place for _, place in pairs)


def _hidden_chin(space: HeadSpace) -> float:
    """How far the neck hides the chin from a viewer behind the head, 0 to 1."""
    return smoothstep((_CHIN_HIDES[0] - space.view[2]) / _CHIN_HIDES[1])


@told_once
def hidden_nape(space: HeadSpace) -> float:
    """How far jaw and neck hide the nape from the viewer, 0 to 1."""
    return under_jaw(space) * smoothstep((0.7 - abs(space.view[0])) / 0.4)


def _shortened_nape(space: HeadSpace, shape: HairShape) -> float:
    """How far the nape is raised, for it would look out as a spike: below the ear as the face turns half
    aside, and from between the curls of a head laid on one side.
    """
    if not shape.ears:
        return 0.0
    if shape.curls:
        return _NAPE_SHORTER * laid_aside(space)
    return _NAPE_SHORTER * smoothstep((space.view[2] - _HALF_ASIDE[0]) / _HALF_ASIDE[1])


@told_once
def under_jaw(space: HeadSpace) -> float:
    """How far the viewer looks up at the jaw, 0 to 1."""
    return smoothstep((-space.view[1] - 0.12) / 0.3) * smoothstep((space.view[2] + 0.1) / 0.35)
