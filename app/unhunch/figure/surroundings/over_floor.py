"""Which lines of a body may come near the floor: what its shadow there is made of, and where it rests."""

from __future__ import annotations

from collections.abc import Iterator
from math import copysign

from unhunch.figure.rig.anatomy import thigh_rises
from unhunch.figure.rig.pose import SIDES
from unhunch.figure.rig.skeleton import Body
from unhunch.figure.rig.vectors import Vec, mad, point, smoothstep, unit

BODY = "body"
"""The shadow of all but arms and feet."""

Segment = tuple[Vec, Vec, float, float, float, float]
"""Two points, the radii of the shadow they throw, and how far under each the drawn outline is; cm."""

_HEAD, CHEEK_CM = 8.2, 2.2  # a head is so much narrower than deep, and its side seen so far over the floor
_OCCIPUT = 6.4  # of a head no more than this comes near the floor
# Where a head rests: between which points from its joint (x outward), how broad the shadow there is, so that
# it shows before the skull, and how far under them the skin is pressed flat. Face down they are brow and
# hairline, face up nape and crown, on its side cheek and temple.
_Rest = tuple[Vec, Vec, float, float]
_BROW: _Rest = ((0.0, 9.0, 7.0), (0.0, 12.0, 5.0), 6.5, 7.0)
_NAPE: _Rest = ((0.0, 6.0, 0.0), (0.0, 14.0, 0.0), 7.0, 9.0)
_TEMPLE: _Rest = ((6.5, 7.0, 5.0), (6.5, 12.0, 5.0), 6.0, 1.4)
_ON_FACE, _ON_SIDE = 0.5, 0.9  # the sines by which it does
_NOT_DOWN_CM = 20.0  # so far off counts where it does not
_BUTTOCK: Vec = (6.3, -3.1, -4.0)  # the middle of half the seat, from the pelvis, x outward
_BUTTOCK_CM = 8.2  # and its radius
# Of somebody who sits or leans back with both knees up it is so far (cm) behind the hips, and flat from there
# so far to the front: wholly where thighs and trunk rise by these sines. Pressed flat it touches so much (cm)
# more widely, as if it reached so much farther down.
_THIGHS_UP, _TRUNK_UP, _KNEES_UP_BACK, _KNEES_UP_FLAT = 0.5, 0.25, 9.0, 6.5
_PRESSED_WIDER, _PRESSED_DEEPER = 2.4, 1.6
_SOLE_CM = 3.5
# A foot's shadow reaches, between its round ends, from so far along it to so far. One that lies on its instep
# goes on where the shin's ends; so far under its bones the skin is.
_HEEL_CM, _LYING_FROM_CM, _FRONT_CM, _FOOT_RADII = -2.3, 4.6, 12.3, (3.6, 4.0)
_INSTEP_CM = 2.2
_PALM_CM, _HAND_CM = 3.0, 12.5  # from the wrist to where the shadow's round ends begin
FLOOR_CM = 0.6  # a mat's top, nearly


def segments(body: Body) -> dict[str, list[Segment]]:
    """The lines of each arm, each foot and all the rest, by the names of their shadows."""
    p = body.joints
    o = [p["pelvis"], *(q for q, _ in body.spine[:6])]
    x, y, z = point(p["head"], body.frames["head"], (0, 10, 1))
    head = (x, y - CHEEK_CM, z)
    rest = [
        *_seat(body),
        (o[0], o[2], 12, 9, 11.0, 9.0),
        (o[2], o[4], 9, 10.5, 9.0, 9.0),
        (o[4], o[6], 10.5, 7, 9.0, 6.0),
        (head, head, _OCCIPUT, _OCCIPUT, _HEAD, _HEAD),
        *_head_rests(body),
        *legs(body),
    ]
    out: dict[str, list[Segment]] = {BODY: rest}
    for s, _ in SIDES:
        toe, sole = body.feet[s]
        flat = max(0.0, -sole[1])
        foot = mad(p[f"ankle_{s}"], sole, _SOLE_CM * flat)  # or it lies on its instep
        heel = mad(foot, toe, _HEEL_CM + (_LYING_FROM_CM - _HEEL_CM) * (1 - flat))
        under = _INSTEP_CM + (_SOLE_CM - FLOOR_CM - _INSTEP_CM) * flat
        elbow, wrist, hand = p[f"elbow_{s}"], p[f"wrist_{s}"], body.hands[s][0]
        out[f"foot_{s}"] = [(heel, mad(foot, toe, _FRONT_CM), *_FOOT_RADII, under, under)]
        out[f"hand_{s}"] = [
            (p[f"shoulder_{s}"], elbow, 5, 3.3, 5.6, 3.6),
            (elbow, wrist, 3.3, 3.0, 3.4, 2.2),
            (mad(wrist, hand, _PALM_CM), mad(wrist, hand, _HAND_CM), 3.8, 3.2, 1.9, 2.0),
        ]
    return out


def legs(body: Body) -> Iterator[Segment]:
    """Both thighs and shins."""
    p = body.joints
    for s, _ in SIDES:
        yield p[f"hip_{s}"], p[f"knee_{s}"], 8.5, 5.5, 8.0, 5.2
        yield p[f"knee_{s}"], p[f"ankle_{s}"], 5.2, 3.2, 5.0, 3.2


def _knees_up(body: Body) -> float:
    """How far somebody sits or leans back with both knees up, 0 to 1."""
    rises = min(thigh_rises(body, s) for s, _ in SIDES)
    return smoothstep(rises / _THIGHS_UP) * smoothstep(body.frames["pelvis"][1][1] / _TRUNK_UP)


def _seat(body: Body) -> Iterator[Segment]:
    """Both halves of the seat. That of somebody with both knees up is flat along the floor, from as far
    behind the hips as it rounds out.
    """
    knees_up = _knees_up(body)
    x, _, z = body.frames["pelvis"][2]
    ahead = unit((x, 0.0, z))
    seat = mad(body.joints["pelvis"], ahead, -_KNEES_UP_BACK * knees_up)
    right, left = (
        point(seat, body.frames["pelvis"], (_BUTTOCK[0] * sx, *_BUTTOCK[1:])) for sx in (-1.0, 1.0)
    )
    touching, under = 7.0 + _PRESSED_WIDER * knees_up, _BUTTOCK_CM + _PRESSED_DEEPER * knees_up
    yield right, left, touching, touching, under, under
    if knees_up:
        right_end, left_end = (mad(half, ahead, _KNEES_UP_FLAT * knees_up) for half in (right, left))
        grown = touching * knees_up
        yield right, right_end, grown, grown, under, under
        yield right_end, left_end, grown, grown, under, under


def _head_rests(body: Body) -> list[Segment]:
    """Where a head rests on its face or its back, and where on its side; one of them counts as far off."""
    frame = body.frames["head"]
    aside, _, front = (axis[1] for axis in frame)
    return [
        _head_line(body, _BROW if front < 0 else _NAPE, 1.0, abs(front) / _ON_FACE),
        _head_line(body, _TEMPLE, copysign(1.0, -aside), abs(aside) / _ON_SIDE),
    ]


def _head_line(body: Body, rest: _Rest, sx: float, down: float) -> Segment:
    """Where a head rests, on its left (`sx` 1) or right side, if it is turned down so far (0 to 1)."""
    _, _, r, under = rest
    a, b = (point(body.joints["head"], body.frames["head"], (x * sx, y, z)) for x, y, z in rest[:2])
    under -= _NOT_DOWN_CM * (1 - smoothstep(down))
    return a, b, r, r, under, under
